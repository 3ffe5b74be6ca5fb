"""Scheduling: simulators, readers and answers."""
