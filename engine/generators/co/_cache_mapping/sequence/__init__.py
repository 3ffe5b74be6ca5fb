"""Hits and misses over a sequence of accesses."""
