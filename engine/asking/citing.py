"""Holding a written answer to its sources.

A citation that names no passage is removed. A sentence whose numbers or terms do not occur in the passages it cites is marked
as unconfirmed: the reader sees what was not found where the model says it was.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

UNCONFIRMED = "（待核实）"

_CITATION = re.compile(r"\s*\[(\d{1,3})\]")
_CITATION_RUN = re.compile(r"(?:\s*\[\d{1,3}\])+")
_NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?")
_LATIN_TERM = re.compile(r"[A-Za-z][A-Za-z0-9+/_-]*")
_HAN_RUN = re.compile(r"[\u4e00-\u9fff]{2,}")
_CODE = re.compile(r"```.*?(?:```|\Z)|`[^`\n]*`", re.DOTALL)
_HIDDEN = "\ue000"
"""Stands for `[` in code while citations are looked for: `a[3]` there is an element."""
# A sentence ends with its mark and the citations behind it. A line of its own (heading, list item, code) ends there too.
_SENTENCE = re.compile(r"[^。！？!?；;\n]*(?:[。！？!?；;]+(?:\s*\[\d{1,3}\])*|\n|$)")
MIN_SHARED_PAIRS = 0.2
"""Least share of a claim's pairs of Han characters that its passages must hold: below it, claim and passage speak of different
things. A rephrased sentence shares its terms, which are about half of its pairs; an unrelated one shares function words only."""


def checked(markdown: str, passages: Sequence[str]) -> str:
    """`markdown` with false citations removed and unsupported claims marked.

    Args:
        markdown: an answer citing as `[1]`, counted from 1.
        passages: what was cited from, in that order, each with its place in the book.
    """
    plain = [_folded(passage) for passage in passages]
    hidden = _CODE.sub(lambda code: code[0].replace("[", _HIDDEN), markdown)
    return "".join(_checked_sentence(match.group(), plain) for match in _SENTENCE.finditer(hidden)).replace(_HIDDEN, "[")


def cited_numbers(markdown: str) -> set[int]:
    """The passages that `markdown` cites."""
    return {int(match.group(1)) for match in _CITATION.finditer(_CODE.sub("", markdown))}


def _checked_sentence(sentence: str, passages: Sequence[str]) -> str:
    if not _CITATION.search(sentence):
        return sentence
    kept = _CITATION.sub(lambda match: match.group() if 1 <= int(match.group(1)) <= len(passages) else "", sentence)
    cited = cited_numbers(kept)
    if not cited:
        return kept
    support = " ".join(passages[number - 1] for number in sorted(cited))
    if _is_supported(_folded(_CITATION.sub("", kept)), support):
        return kept
    last = list(_CITATION_RUN.finditer(kept))[-1]
    return kept[: last.end()] + UNCONFIRMED + kept[last.end() :]


def _is_supported(claim: str, support: str) -> bool:
    numbers = set(_NUMBER.findall(support))
    if any(number not in numbers for number in _NUMBER.findall(_without_list_number(claim))):
        return False
    terms = set(_LATIN_TERM.findall(support))
    if any(term not in terms for term in _LATIN_TERM.findall(claim) if len(term) > 1):
        return False
    pairs = {run[i : i + 2] for run in _HAN_RUN.findall(claim) for i in range(len(run) - 1)}
    return not pairs or sum(pair in support for pair in pairs) / len(pairs) >= MIN_SHARED_PAIRS


def _without_list_number(claim: str) -> str:
    return re.sub(r"^\s*(?:\d+[.、)]|[-*#>]+)\s*", "", claim)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()
