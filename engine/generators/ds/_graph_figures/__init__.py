"""Figures of graphs: what `graph_figures.py` alone needs."""
