"""Orders in a row."""
