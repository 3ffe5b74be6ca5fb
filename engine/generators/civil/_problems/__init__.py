"""Worded problems of every kind: wording, stories, relations and their working."""
