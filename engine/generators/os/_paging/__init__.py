"""Paged memories read by a list of words."""
