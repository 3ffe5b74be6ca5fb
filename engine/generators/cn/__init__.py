"""Kinds of computer networks. One module a kind; see `docs/new-generator.md`."""

EXAM = "408"
