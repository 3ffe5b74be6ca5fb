"""Semaphores and their values: readers and answers."""
