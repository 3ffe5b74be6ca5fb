"""Pipelines: topics, hazards and answers."""
