"""Framing with transparent data: what `framing.py` alone needs."""
