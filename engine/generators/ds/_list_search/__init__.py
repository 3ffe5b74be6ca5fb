"""Searching lists: what `list_search.py` alone needs."""
