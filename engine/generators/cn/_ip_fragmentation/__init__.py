"""Fragments of datagrams: readers and answers."""
