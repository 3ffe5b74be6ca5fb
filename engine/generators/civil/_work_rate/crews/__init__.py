"""Crews of some heads, working some days."""
