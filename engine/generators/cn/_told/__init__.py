"""Several questions under changing conditions: what is told where, and the relations between quantities."""
