"""Means of groups and of the whole they make up: sets with how many there are and what they come to together."""
