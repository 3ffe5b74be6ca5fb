"""Things shared out over places."""
