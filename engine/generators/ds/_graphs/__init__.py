"""Graphs as problems write them."""
