"""Buses: topics and their words."""
