"""What share of a part another part is: `会游泳的人中会滑冰的占百分之几`, `只会游泳的占会游泳的几分之几`.

The readers know shares of all. So the question is read as two plain ones, how many there are of each part, and the share follows from both.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from engine.generators import patterns
from engine.generators.civil._inclusion_exclusion.regions import PEOPLE
from engine.generators.civil._problems.story import Reader
from engine.generators.kind import Recognition
from engine.generators.reading import StayOut, stay_out

_SHARE = r"(?:百分之(?:多少|几)|几分之几|多少分之多少|多大比例)"
_HOW_MUCH = rf"(?:(?:占|占比|所占(?:的)?(?:比例|比重)|占的?(?:比例|比重)|的?(?:比例|比重))(?:大约|约)?(?:是|为|有)?(?:{_SHARE}|多少|几成)|(?:大约|约)?(?:是|为){_SHARE})"
_AHEAD = r"(?:^|(?<=[,;。?:\n]))(?P<lead>(?:那么|那|则|问|请问|其中|且|而|求|在)*)"
_MEMBERS = rf"(?:的?{PEOPLE})"
_WITHIN = re.compile(
    rf"{_AHEAD}(?P<base>[^,;。?\d]{{2,16}}?){_MEMBERS}(?:当?中|里)面?,?(?P<part>[^,;。?\d]{{2,18}}?)(?:的{PEOPLE}?)?(?P<how>{_HOW_MUCH})(?=[,;。?]|$)"
)
_SO_MANY_WITHIN = re.compile(
    rf"{_AHEAD}(?P<base>[^,;。?\d]{{2,16}}?){_MEMBERS}(?:当?中|里)面?,?(?:有|大约|约)*(?P<how>{_SHARE})(?:的?{PEOPLE})?(?P<part>[^,;。?\d]{{2,18}}?)(?=[,;。?]|$)"
)
_BESIDE = re.compile(
    rf"{_AHEAD}(?P<part>[^,;。?\d]{{2,18}}?)(?:的{PEOPLE}?|人数)?(?:占|是|为|相当于)(?P<base>[^,;。?\d]{{2,16}}?)(?:的{PEOPLE}?|人数)?的(?P<how>{_SHARE}|多少)(?=[,;。?]|$)"
)
_SAME_ONES = re.compile(
    rf"(?:^|(?<=[,;。?\n]))(?:他们|这些人|这部分人)?占(?P<base>[^,;。?\d]{{2,16}}?)(?:的{PEOPLE}?|人数)?的(?P<how>{_SHARE}|多少)(?=[,;。?]|$)"
)
_ALL = re.compile(
    rf"(?:某|该|本|这个?|那个?|全|整个?|所有|全部|全体|总|共|被|受|接受|参加|参与|了|的|调查|访|采访|抽查|考试|测验|考|班级?|学?校|年级|单位|公司|厂|村|部门|机关|社区|小区|学院|问卷|有|名|位|{PEOPLE}|人|数)+"
)
_WHOEVER = re.compile(r"(?P<verb>订|看|读|参加|喜欢|选|买|报)(?:阅|名)?(?P<done>了|过)(?P<what>[\u4e00-\u9fff]{1,4})")


def of_parts(recognise: Reader) -> Reader:
    """A recogniser that also knows shares of a part, and takes none of them for a share of all.

    Raises:
        StayOut: of which part is not understood.
    """

    def recognise_shares(text: str) -> Recognition | None:
        found, elided = _asked(text)
        if found is None:
            return recognise(text)
        if "几成" in found["how"]:
            stay_out("in tenths")
        before, after = text[: found.start()], text[found.end() :]
        if after.strip("?。;, \n"):
            stay_out("more is asked behind a share")
        first = recognise(before) if _asks(before) else None
        if _asks(before) and first is None:
            stay_out("what is asked before")
        facts = before[: _questions_begin(before)] if first is not None else before
        base = _reading_of(recognise, facts, f"{_named(found['base'], text)}的有多少人")
        if elided:
            part = first
        elif found.re is _BESIDE:
            part = _reading_of(recognise, facts, f"{found['part']}的有多少人")
        else:
            part = _reading_of(recognise, facts, f"{found['base']}的人中{found['part']}的有多少人")
        if part is None or base is None or part.parameters.get("facts") != base.parameters.get("facts"):
            stay_out(f"a share of what: {found[0]}")
        rows = [each.parameters["asked"] for each in (part, base)]
        if any(len(row) != 1 or row[0]["bound"] for row in rows) or all(one == "1" for one in rows[1][0]["row"]):
            stay_out(f"a share of what: {found[0]}")
        one, other = (row[0]["row"] for row in rows)
        if found.re is not _BESIDE and (one == other or any(a != "0" and b == "0" for a, b in zip(one, other, strict=True))):
            stay_out(f"which part of them: {found[0]}")
        share = {
            "task": "share",
            "facts": part.parameters["facts"],
            "part": rows[0][0]["row"],
            "base": rows[1][0]["row"],
            "what": f"{rows[0][0]['what']}占{rows[1][0]['what']}的",
            "fraction": patterns.search("几分之几|多少分之", found["how"]) is not None,
            "percent": patterns.search("百分之", found["how"]) is not None,
        }
        asked = ("求", share["what"].removesuffix("的") + "的比例")
        told = tuple(pair for pair in part.understood if pair[0] != "求")
        if first is None:
            return Recognition(parameters=share, understood=(*told, asked))
        return Recognition(parameters={"task": "several", "questions": [first.parameters, share]}, understood=(*first.understood, asked))

    return recognise_shares


def _asked(text: str) -> tuple[re.Match[str] | None, bool]:
    """Where a share of a part is asked for, and whether it is that of those asked about before."""
    for pattern in (_WITHIN, _SO_MANY_WITHIN, _SAME_ONES, _BESIDE):
        for found in pattern.finditer(text):
            if not _ALL.fullmatch(found["base"]):
                return found, pattern is _SAME_ONES
    return None, False


def _asks(text: str) -> bool:
    return patterns.search("多少|几|[?]", text) is not None


def _questions_begin(text: str) -> int:
    """Where the clause begins that asks first."""
    asks = patterns.search("多少|几|[?]", text)
    return max(text.rfind(mark, 0, asks.start() if asks else len(text)) for mark in ",;。?\n") + 1


def _named(base: str, text: str) -> str:
    """A part in the words that the readers have: who takes any paper at all."""
    whoever = _WHOEVER.fullmatch(base)
    kind = patterns.search(r"[一两二三四](种|样|项|部|门|科)", text)
    if whoever is None or kind is None:
        return base
    if not patterns.fullmatch("报|报纸", whoever["what"]) and not patterns.search(rf"[两三四]{kind[1]}{whoever['what']}", text):
        return base  # one of the sets
    return f"至少{whoever['verb']}{whoever['done']}一{kind[1]}"


def _reading_of(recognise: Callable[[str], Recognition | None], facts: str, question: str) -> Recognition | None:
    try:
        return recognise(f"{facts}{question}?")
    except StayOut:
        return None
