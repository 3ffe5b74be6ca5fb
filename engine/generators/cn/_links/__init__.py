"""Links read by a list of words."""
