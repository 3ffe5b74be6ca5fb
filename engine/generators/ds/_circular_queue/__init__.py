"""Circular queues: readers and answers."""
