"""Kinds of the civil-service exam. One module a kind; see `docs/new-generator.md`."""

EXAM = "civil"
