"""Buying and selling read as a list of events."""
