"""Turning text into search terms: Chinese words, character pairs and characters; Latin words, numbers and technical terms such as `C++`,
`TCP/IP`, `O(n log n)` or `2^10`. Counting and weighing them is left to `kb.lexical`.

Words come from rjieba's search mode (a long word also gives the shorter ones inside it). Pairs of neighbouring characters catch what the
dictionary cuts differently in a question and in a book; single characters, what is said with another word of the same root (入栈, 压栈).
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

_CHINESE = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = rf"[^\W_{_CHINESE}]+"
_UNREADABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffd]+")
_MARKUP = re.compile(r"[\\{}$`]+")
_GROWTH = re.compile(r"(?<![^\W_])([oθω])\s*\(([^()]{1,24})\)")
_PIECE = re.compile(rf"(?P<chinese>[{_CHINESE}]+)|{_WORD}(?:[-+*/^.#&']{_WORD}|[+#]+)*")
_JOINT = re.compile(r"[-+*/^.#&']+")

LONGEST_TERM = 64
"""Characters; nobody asks for a longer unbroken run (base64, a dump)."""


def readable(text: str) -> str:
    """`text` with control characters and lone surrogates as spaces: what every database and embedder accepts. Line breaks and tabs stay."""
    return _UNREADABLE.sub(" ", text)


def normalise(text: str) -> str:
    """Fold what looks alike: full-width and compatibility forms (NFKC), case; what is not readable becomes spaces."""
    return unicodedata.normalize("NFKC", readable(text)).lower()


def terms(text: str) -> list[str]:
    """The search terms of `text`, each as often as it occurs, in no particular order; empty where nothing can be searched for.

    A compound (`tcp/ip`) is found whole and by its parts; orders of growth lose their spaces and carets, so that `O(n^2)`, `O(n²)` and
    `$O(n^2)$` are one term.
    """
    import rjieba  # its dictionary costs 0.15 s and 35 MB, which a process that never searches need not pay

    folded = _MARKUP.sub("", normalise(text))
    found = [f"{order}({''.join(inside.split()).replace('^', '')})" for order, inside in _GROWTH.findall(folded)]
    for match in _PIECE.finditer(folded):
        piece = match.group()
        if match.group("chinese"):
            words = rjieba.cut_for_search(piece)
            known = set(words)
            found += [word for word in words if len(word) > 1]
            found += [pair for pair in map("".join, pairwise(piece)) if pair not in known]
            found += piece
        else:
            parts = [part for part in _JOINT.split(piece) if part]
            found += [term for term in (parts if parts == [piece] else [piece, *parts]) if len(term) <= LONGEST_TERM]
    return found
