"""Hamming codes and parity: simulator, readers and answers."""
