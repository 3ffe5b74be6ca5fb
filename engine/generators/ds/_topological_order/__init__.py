"""Topological orders: readers."""
