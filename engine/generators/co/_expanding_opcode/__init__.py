"""Instruction formats and addressing: topics, readers and answers."""
