"""Kinds of computer organization. One module a kind; see `docs/new-generator.md`."""

EXAM = "408"
