"""Some drawn from things of several sorts."""
