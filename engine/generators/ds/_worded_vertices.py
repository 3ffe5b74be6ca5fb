"""Vertices that are named by words (`高数→物理→电路`): letters are put in their place for the reading, and their own names told again."""

from __future__ import annotations

import re

_ENDS = r"[\s,;。:?!、()→]"
_WORD = r"[\u4e00-\u9fff]{1,8}"
_ARROW = r"\s*→\s*"
_ROW = re.compile(rf"(?:^|(?<={_ENDS})){_WORD}(?:{_ARROW}{_WORD})+(?=$|{_ENDS})")


def with_letters_for_words(text: str) -> tuple[str, list[str]]:
    """The text with letters for the words that arrows join, and the words in the letters' order; none where there are other names.

    Only words that stand by themselves are names: before and behind each row of arrows comes a mark, or nothing.
    """
    text = re.sub(r"(?<=[\u4e00-\u9fff])\s*(?:-+>|—+>|=>|➡|—→)\s*(?=[\u4e00-\u9fff])", "→", text)
    rows = list(_ROW.finditer(text))
    joined = len(re.findall(r"(?<=[\u4e00-\u9fff])\s*→\s*(?=[\u4e00-\u9fff])", text))
    told = sum(row[0].count("→") for row in rows)
    if told < 2 or told != joined or text.count("→") != told or re.search(r"(?<![A-Za-z])[A-Z](?![A-Za-z])", text):
        return text, []
    names: list[str] = []
    for row in rows:
        names += [word for word in re.split(_ARROW, row[0]) if word not in names]
    if len(names) > 12:
        return text, []
    letter = {name: chr(65 + place) for place, name in enumerate(names)}
    # The longest first: one name may be part of another.
    every = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return re.sub(every, lambda match: letter[match[0]], text), names
