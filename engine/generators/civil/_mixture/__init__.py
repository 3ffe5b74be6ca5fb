"""Solutions mixed, thinned and poured: simulator, readers and answers."""
