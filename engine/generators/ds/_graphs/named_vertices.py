"""Vertices of weighted graphs that are named by ideographs: letters are put in their place for the reading, and their own names told again.

甲, 乙, …; the directions; and words that dashes or arrows join before a weight (`北京—天津 1`).
"""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.ds._graphs.graphs import DIRECTIONS, STEMS
from engine.generators.reading import stay_out

_WORD = r"[\u4e00-\u9fff]{1,4}"
_PAIR = re.compile(
    rf"(?:^|(?<=[\s,，、;；:：。(（]))(?P<one>{_WORD})\s*(?:—+|-+>?|→|~)\s*(?P<other>{_WORD}?)(?=(?:之间|间)?的?(?:距离|长度|权值?|路程|里程|造价|费用|时间|工期)?\s*(?:[:：=（(]|为|是|需要?|\s)*\d)"
)
_DIRECTED = re.compile(rf"(?<![{DIRECTIONS}])([{DIRECTIONS}])([-—~到和与至→]*)([{DIRECTIONS}])(?=\s*[:=(]?\s*\d)")


def with_letters(text: str) -> tuple[str, list[str]]:
    """The text with letters for such names where three pairs of them or more are edges, and the names in the letters' order; else none.

    Raises:
        StayOut: letters name vertices, too.
    """
    if len(_DIRECTED.findall(text)) > 2 and not patterns.search(r"[甲乙丙丁]", text):
        # Only in pairs and in their list: elsewhere 中 is an ordinary word.
        text = _DIRECTED.sub(lambda pair: f"{_letter(pair[1])}{pair[2] or '-'}{_letter(pair[3])} ", text)
        text = patterns.sub(
            rf"[{DIRECTIONS}](?:[、,]?[{DIRECTIONS}]){{3,4}}", lambda row: "、".join(map(_letter, patterns.sub("[、,]", "", row[0]))), text
        )
        return text, list(STEMS)
    if len(patterns.findall(rf"[{STEMS}][-—~到和与至→,]*[{STEMS}](?=\D{{0,6}}\d)", text)) < 3:
        return _with_letters_for_words(text)
    if patterns.search(r"(?<![A-Za-z])[A-H](?![A-Za-z])", text):
        stay_out("two sorts of names")
    text = patterns.sub(
        f"[{STEMS.replace(DIRECTIONS, '')}]",
        lambda match: _letter(match[0]) + (" " if match.end() < len(text) and text[match.end()].isdigit() else ""),
        text,
    )
    return text, list(STEMS)


def _with_letters_for_words(text: str) -> tuple[str, list[str]]:
    """The same for words; none of them may be part of another, or stand where letters name vertices."""
    pairs = list(_PAIR.finditer(text))
    names = list(dict.fromkeys(name for pair in pairs for name in (pair["one"], pair["other"])))
    alike = any(one != other and one in other for one in names for other in names)
    if len(pairs) < 3 or len(names) > 12 or alike or patterns.search(r"(?<![A-Za-z])[A-Z]\d?(?![A-Za-z])", text):
        return text, []
    letter = {name: chr(65 + place) for place, name in enumerate(names)}
    every = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    told = patterns.sub(
        every, lambda match: letter[match[0]] + (" " if match.end() < len(text) and text[match.end()].isdigit() else ""), text
    )
    return patterns.sub(r"(?:走到|到达|前往|赶往|抵达|开到|去往)(?=[A-Z])", "到", told), names


def _letter(stem: str) -> str:
    return chr(65 + STEMS.index(stem))


def told_name(name: str, names: list[str]) -> str:
    """A vertex as the person wrote it; `names`: what the letters stand for."""
    return names[ord(name) - 65] if names and len(name) == 1 else name
