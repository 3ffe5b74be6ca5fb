"""Chances of urns, games, places and papers drawn."""
