"""Caches: contents, times, programs, addresses."""
