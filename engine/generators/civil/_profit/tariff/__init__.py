"""Charges by steps."""
