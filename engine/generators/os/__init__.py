"""Kinds of operating systems. One module a kind; see `docs/new-generator.md`."""

EXAM = "408"
