"""Journeys of whoever moves, wherever: read phrase by phrase, every phrase where it stands."""
