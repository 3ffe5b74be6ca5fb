"""Kinds of data structures. One module a kind; see `docs/new-generator.md`."""

EXAM = "408"
