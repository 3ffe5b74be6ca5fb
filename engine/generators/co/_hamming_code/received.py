"""Several Hamming code words that were received, each looked at for itself by the reader of one."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.co._hamming_code.reading import code_word
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out

_WORDS = re.compile(r"(?<![\d.])[01]{7,15}(?:\s*[、,和]\s*[01]{7,15}){1,5}(?![\d.])")


def recognise(text: str) -> Recognition | None:
    """Several code words that were received, each looked at for itself."""
    row = _WORDS.search(text)
    if row is None or not patterns.search("收到|接收", text):
        return None
    words = patterns.findall(r"[01]+", row[0])
    if patterns.search(r"其中|第[一二三四五]个|最后一个|又|再|取反|翻转|变反|反码|只有|除", text):
        stay_out("one of them is another")
    if len({len(word) for word in words}) != 1:
        stay_out("words of several lengths")
    seen = [
        code_word(patterns.sub(r"(?:下列|以下|上述|这些|各)(?=[海汉代]|码)|(?<=[海汉]明码)各(?=为|是)", "", text.replace(row[0], word)))
        for word in words
    ]
    each = [one.parameters for one in seen if one is not None and one.parameters["task"] == "locate"]
    if len(each) != len(words) or seen[0] is None:
        return None
    return Recognition(
        parameters={"task": "received", "each": each}, understood=(("收到的码字", "、".join(words)), *seen[0].understood[1:])
    )
