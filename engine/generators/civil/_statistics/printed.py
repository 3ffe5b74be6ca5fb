"""Materials as they come out of a printed page: lines broken in the middle of a sentence, a question's number glued to its year."""

from __future__ import annotations

import re

from engine.generators import patterns

_LINE = 24
"""A line at least so long may have been broken by the edge of the page."""
_SAID_AGAIN = re.compile(r"((?:19|20)\d\d年)的?([\u4e00-\u9fff]{2,10})(与|和|同|比|较)((?:19|20)\d\d年)的?\2(?=相比|[增减上下提降约多少])")
"""`2020 年的产值与 2019 年的产值相比`: the name a second time."""


def unwrapped(text: str) -> str:
    """The text with sentences on one line, and questions without their number."""
    text = patterns.sub(r"(?m)^[ \t]*\d{1,3}[.、．][ \t]*(?=(?:19|20)\d\d(?:\D|年|$))", "", text)
    text = patterns.sub(r"(?<![\d.])((?:19|20)\d\d)(?=全[国省市])", r"\1年", text)
    text = patterns.sub(r"(?<=年)\s?Q([1-4])(?!\d)", lambda found: f"第{' 一二三四'[int(found[1])]}季度", text)
    text = _SAID_AGAIN.sub(r"\1的\2\3\4", text)
    lines = text.split("\n")
    found = lines[:1]
    for line in lines[1:]:
        before = found[-1].rsplit("\n", 1)[-1]
        if (
            len(before.strip()) >= _LINE
            and patterns.search(r"[\u4e00-\u9fff\d%、,，.]$", before.rstrip())
            and patterns.match(r"[\u4e00-\u9fff\d]", line)
            and not patterns.match(r"(?:问|请|材料|注|\d{1,3}[.、．]|[一二三四五六]、)", line)
            and not patterns.search(r"\||\d\s+\d", before + " " + line.lstrip("0123456789."))
        ):
            found[-1] = found[-1].rstrip() + line.lstrip()
        else:
            found.append(line)
    return "\n".join(found)
