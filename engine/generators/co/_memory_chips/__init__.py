"""Memories of chips and banks: topics, readers and answers."""
