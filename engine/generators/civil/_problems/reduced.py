"""Word problems reduced to the few words of their topic, then parsed statement by statement.

A `Vocabulary` names every way to say what matters in a topic (`单独`, `独自`, `一个人` -> 独) by one sign. Ordinary words are gone, an unknown
word that holds no condition, negation or number is gone too, an unknown one that does becomes `※`. What is left is a short string such as
`甲独12d,乙独18d,合?d毕`, and `parse` must cover all of it with statements of the topic: whatever no statement says is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from engine.generators import patterns
from engine.generators.civil._problems.problems import EXAM_TALK
from engine.generators.civil._problems.wording import ORDINARY, SUSPECT, TALK, is_talk, one_question_each, plain_wording
from engine.generators.reading import Reading, StayOut, stay_out, to_int

UNKNOWN = "※"
N = r"(?<!\d)(?<!\d[./])(?:\d+/\d+|\d+(?:\.\d+)?)(?![\d/]|\.\d)"
"""A number of a reduced text."""

_NUMBER = r"(?:\d+/\d+|\d+(?:\.\d+)?)"
_NUMERAL = (
    r"[一二两三四五六七八九十百](?:[零一二两三四五六七八九十百])*(?=[人名位头只台个次件杯瓶桶条口根圈倍层级公千厘米克升斤吨元块辆本支棵])"
)
_MARKS = r"[,;。?!:\n()|~…·]"
_COUNTED = re.compile(r"[A-Za-zα-ωΑ-Ω%零〇一二两三四五六七八九十百千万亿双半]")
_SUSPECT = re.compile(rf"{SUSPECT}|[原总旧净毛均]")
_MOST_UNKNOWN = 9  # characters of one clause that no word of ours covers

_UNIT_OF_CLAIM = r"[%\u4e00-\u9fffA-Za-z/]{0,7}?"
_CLAIMS: tuple[tuple[str, str], ...] = (
    (r"(?:打卡)?[Dd]ay ?\d{1,3}?(?=20\d\d年)|(?:打卡)?[Dd]ay ?\d{1,3}(?!\d)", ""),
    (r"(?:^|(?<=[,;。?!:\n问求])) ?(?:\([1-6一二三四]\)|第[一二三四]问[:,]?)", ""),
    # `是 37 吗`, `答案是不是 5 天`: what somebody believes changes nothing.
    (rf"(?:^|(?<=[,;。?!:\n( ]))(?:答案)?(?:应该)?(?:是不是|是|等于)(?:等于)?{_NUMBER}{_UNIT_OF_CLAIM}(?:吗|对吗|么|吧)", ""),
    (
        rf"(?:是不是|是|等于|有)(?:等于)?{_NUMBER}{_UNIT_OF_CLAIM}(?:吗|对吗|么)[?,。]?(?:不是的话(?:是|应该是|等于)?(?:多少|几)|还是多少)?",
        "多少",
    ),
    (r"不是的话(?:是|应该是|等于)?(?:多少|几)|(?:到底)?(?:对吗|对不对|对么)(?=[?。,]|$)", ""),
    (r"\([^()\d]{0,4}(?:保留|精确|四舍|结果|得数|用分数|分数|可用|单位|写出|填|取整|整数|不计|忽略)[^()]{0,14}\)", ""),
    (rf"(?:^|(?<=[,;。?!:\n(]))(?:可|千万)?别(?:再)?(?:说|告诉我|跟我说)(?:是)?{_NUMBER}[\u4e00-\u9fff]{{0,2}}", ""),
    (r"(?:保留|精确到?|四舍五入到?)(?:小数点后)?(?:[一两二三1-3]位(?:小数)?|整数|个位|0\.\d+%?|百分位|十分位)", ""),
)
_CLAIM_PATTERNS = tuple((re.compile(pattern), told) for pattern, told in _CLAIMS)


@lru_cache(maxsize=32)
def opened(text: str) -> str:
    """The text in one wording, without what somebody believes the answer to be and without the talk of its source."""
    plain = one_question_each(Reading(text).text)
    for pattern, told in _CLAIM_PATTERNS:
        plain = pattern.sub(told, plain)
    return patterns.sub(EXAM_TALK, "", plain_wording(plain))


class Vocabulary:
    """The words of a topic.

    `words`: (pattern, sign), looked for in this order at every place; a sign may be any string or a function of the match.
    `changes`: (pattern, replacement) of the opened text before, in order.
    """

    def __init__(
        self,
        words: Sequence[tuple[str, str | Callable[[re.Match[str]], str]]],
        changes: Sequence[tuple[str, str | Callable[[re.Match[str]], str]]] = (),
    ) -> None:
        self._signs = [sign for _, sign in words]
        self._changes = [(re.compile(pattern), told) for pattern, told in changes]
        ordinary = sorted(ORDINARY.split(), key=lambda word: (-len(word), word))
        ordinary = [re.escape(word) for word in ordinary if not patterns.fullmatch(r"[A-Za-z]+", word)]
        parts = [f"(?P<w{place}>{pattern})" for place, (pattern, _) in enumerate(words)]
        parts += [
            f"(?P<number>{_NUMBER})",
            f"(?P<numeral>{_NUMERAL})",
            f"(?P<mark>{_MARKS})",
            r"(?P<count>[两二三四](?:种|者|类|样)(?:不同)?(?:的)?(?!浓))",
            f"(?P<talk>{TALK})",
            f"(?P<ordinary>{'|'.join(ordinary)})",
        ]
        self._any = re.compile("|".join(parts))
        self.reduce = lru_cache(maxsize=16)(self._reduce)
        """A plain text in signs: numbers, the topic's signs, `,` between clauses, `;` and `。` between sentences."""  # several readers ask for it

    def plain(self, text: str) -> str:
        """The opened text with the topic's changes."""
        plain = opened(text)
        for pattern, told in self._changes:
            plain = pattern.sub(told, plain)
        return plain

    def _reduce(self, plain: str) -> str:
        clauses: list[str] = []
        told_before = False
        for clause in patterns.split(rf"(?<={_MARKS})", plain):
            signs, left, number, unit_unknown = self._clause(clause)
            end = (
                "。"
                if patterns.search(r"[。?!\n]", clause[-1:])
                else ";"
                if clause.endswith(";")
                else ","
                if patterns.search(_MARKS, clause[-1:])
                else ""
            )
            if not number and "?" not in signs and is_talk(clause) and not patterns.search("[甲乙丙丁]", signs):
                signs = ""  # who helps (帮忙) is told something of
            elif unit_unknown or (
                left and (_COUNTED.search(left) or _SUSPECT.search(left) or len(left) > _MOST_UNKNOWN or (told_before and not signs))
            ):
                signs += UNKNOWN
            told_before = told_before or number
            clauses.append(signs + end)
        return patterns.sub(
            r"^[,。;]+|[,。;]+$",
            "",
            patterns.sub(r"[,;]*。[,。;]*", "。", patterns.sub(r",*;[,;]*", ";", patterns.sub(r",+", ",", "".join(clauses)))),
        )

    def _clause(self, clause: str) -> tuple[str, str, bool, bool]:
        """(signs, characters nobody knows, whether it tells a number, whether something is asked in a unit nobody knows)."""
        signs: list[str] = []
        left: list[str] = []
        number = unit_unknown = False
        place = 0
        while place < len(clause):
            found = self._any.match(clause, place)
            if found is None or not found[0]:
                if not clause[place].isspace():
                    left.append(clause[place])
                    # `甲跑了几圈` asks for no speed: what follows a question directly is its unit.
                    unit_unknown |= clause[place - 1 : place] in ("少", "几") and bool(signs) and signs[-1] == "?"
                place += 1
                continue
            name = found.lastgroup or ""
            if name.startswith("w") and name[1:].isdigit():
                sign = self._signs[int(name[1:])]
                signs.append(sign if isinstance(sign, str) else sign(found))
                number = number or any(each.isdigit() for each in found[0])
            elif name == "number":
                signs.append(found[0])
                number = True
            elif name == "numeral":
                try:
                    signs.append(str(to_int(found[0])))
                except StayOut:
                    left.append(found[0])
                number = True
            place = found.end()
        signs = [sign for sign in signs if sign]
        apart = [
            f"、{sign}" if place and sign[:1].isdigit() and signs[place - 1][-1:].isdigit() else sign for place, sign in enumerate(signs)
        ]
        return "".join(apart), "".join(left), number, unit_unknown


def named(plain: str, sorts: Sequence[str], names: str = "甲乙丙丁") -> tuple[str, dict[str, str]]:
    """The text with those who act named 甲, 乙, 丙, 丁 in their order, and what each was called.

    `sorts`: patterns of names; the first of which two are told something of is used for all.
    """
    if patterns.search("[甲乙]", plain):
        return plain, {}
    told = [clause for clause in patterns.split(r"[;。?!\n]", plain) if patterns.search(r"\d|多少", clause)]
    for sort in sorts:
        found = list(dict.fromkeys(name for clause in told for name in patterns.findall(sort, clause)))
        if 2 <= len(found) <= len(names):
            called = dict(zip(found, names, strict=False))
            for name, sign in sorted(called.items(), key=lambda pair: -len(pair[0])):
                plain = plain.replace(name, sign)
            return plain, {sign: name for name, sign in called.items()}
    return plain, {}


def named_of_any_sort(plain: str, sorts: Sequence[str]) -> tuple[str, dict[str, str]]:
    """As `named`; where no sort has two, those of different sorts (`小明`, `爸爸`) but for pronouns."""
    found, called = named(plain, sorts)
    if called or patterns.search("[甲乙]", plain):
        return found, called
    return named(plain, ["|".join(sort for sort in sorts if "我" not in sort and "其中" not in sort)])


Statement = tuple[str, str]


@lru_cache(maxsize=2048)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def parse(reduced: str, statements: Sequence[Statement]) -> list[tuple[str, re.Match[str]]]:
    """(name, match) of the statements that cover the reduced text, the longest at every place.

    Raises:
        StayOut: something is covered by none.
    """
    found: list[tuple[str, re.Match[str]]] = []
    place = 0
    while True:
        start = place
        while place < len(reduced) and reduced[place] in ",。;、":
            place += 1
        if place == len(reduced):
            return found
        best: tuple[str, re.Match[str]] | None = None
        for name, pattern in statements:
            match = _compiled(pattern).match(reduced, place)
            if match and match[0] and (best is None or match.end() > best[1].end()):
                best = (name, match)
        if best is None:
            stay_out(f"{reduced[start : place + 16]} in {reduced}")
        found.append(best)
        place = best[1].end()
