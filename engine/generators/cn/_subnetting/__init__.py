"""Subnets: readers and answers."""
