"""Traversals of graphs: what `graph_traversal.py` alone needs."""
