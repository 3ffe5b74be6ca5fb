"""`Questions (27), (28): … is (27); … is (28). What goes into (28)?`: the clause of the blank that is asked, and none of the others."""

from __future__ import annotations

from engine.generators import patterns


def with_the_blank_asked(text: str) -> str:
    """The text, normalised and with its blanks as question words, with that clause alone."""
    tail = patterns.search(r"\(\s*(?P<number>\d{1,2})\s*\)\s*处?(?:应该?)?填(?:入)?(?:的是)?\s*(?:\(\s*\)|几|多少)?\s*[。?:]?\s*$", text)
    head = patterns.search(r"(?:试题|问题|题)\s*(?P<list>\(\s*\d{1,2}\s*\)(?:\s*[、,和~-]\s*\(\s*\d{1,2}\s*\))+)[:。,]?\s*", text)
    if tail is None or head is None or head.end() > tail.start():
        return text
    numbers = patterns.findall(r"\d+", head["list"])
    body = text[head.end() : tail.start()]
    clauses = patterns.split(r"(?<=[;。?])", body)
    blanks = [at for at, clause in enumerate(clauses) if patterns.search(r"多少|几|\(\s*\)", clause)]
    if tail["number"] not in numbers or len(blanks) != len(numbers):
        return text
    wanted = blanks[numbers.index(tail["number"])]
    return text[: head.start()] + "".join(clause for at, clause in enumerate(clauses) if at == wanted or at not in blanks)
