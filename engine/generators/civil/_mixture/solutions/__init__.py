"""Solutions read as a list of events."""
