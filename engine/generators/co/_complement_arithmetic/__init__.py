"""Integers in complement: sums, programs, codes."""
