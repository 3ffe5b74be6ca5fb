"""Cyclic redundancy checks as problems tell them."""
