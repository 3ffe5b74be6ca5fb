"""Motions along one line, moment by moment."""
