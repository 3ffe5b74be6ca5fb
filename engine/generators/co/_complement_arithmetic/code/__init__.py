"""Codes of integers and what they stand for."""
