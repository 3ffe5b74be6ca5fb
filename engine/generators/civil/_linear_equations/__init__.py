"""Stories of quantities told by sums, differences, multiples and shares of each other, read as linear equations."""
