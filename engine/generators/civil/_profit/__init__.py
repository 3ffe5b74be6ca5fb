"""Prices, costs and profits: simulator, readers and answers."""
