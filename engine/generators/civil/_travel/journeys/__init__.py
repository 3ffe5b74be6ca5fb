"""Journeys read as a list of events."""
