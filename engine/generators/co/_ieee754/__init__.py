"""Floating-point numbers: readers and answers."""
