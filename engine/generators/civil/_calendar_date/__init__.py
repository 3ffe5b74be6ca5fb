"""Dates and days of the week: simulator, readers and answers."""
