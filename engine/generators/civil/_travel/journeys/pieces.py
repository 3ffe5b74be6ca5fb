"""A clause as a row of signs, one for every mention, in which what it says is looked for by its order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import Term, constant
from engine.generators.civil._problems.mentions import Mention
from engine.generators.civil._travel.words import LENGTHS, TIMES
from engine.generators.reading import stay_out

SIGNS = {
    "name": "n", "all": "N", "three": "N", "time": "t", "ask-time": "T", "some-time": "s", "length": "l", "ask-length": "L", "speed": "v",
    "ask-speed": "V", "clock": "c", "ask-clock": "C", "place": "p", "both-places": "B", "middle": "m", "other-end": "o", "end": "e", "home": "h",
    "meeting-place": "P", "meet": "M", "catch": "X", "chase": "x", "rest": "R", "turn": "U", "exchange": "E", "arrive": "A", "start": "S",
    "shuttle": "y", "ring": "r", "lap": "O", "towards": "w", "away": "a", "along": "g", "clockwise": "1", "counter": "2", "same-time": "'",
    "same-place": "@", "earlier": "b", "first": "f", "later": "d", "than": ">", "apart": "D", "fast": "+", "slow": "-", "ahead": "H",
    "still": "~", "equal": "=", "speed-word": "W", "continue": "K", "after": "k", "when": "|", "then": "j", "whole": "Z", "each": "_",
    "if": "i", "ask": "?", "go": "G", "ratio": "q", "ask-ratio": "Q", "percent": "%", "times": "*", "ask-times": "Y", "share": "/",
    "half": "/", "nth": "#", "again": "&", "ask-count": "I", "ask-laps": "J", "ask-home": "3", "again-as-long": "&", "behind": "u", "arc": "D", "half-way-round": "5",
    "section": "x", "mode": "x", "period": "z", "first-part": "1", "last-part": "2", "first-time": "3", "last-time": "4", "rest-part": "5",
    "mean": "a", "plan-time": "P", "plan": "h", "base-speed": "H", "on-time": "o", "early": "e", "late": "d", "more": "+", "less": "-",
    "become": "b", "round-trip": "y", "drift": "f", "boat": "n", "same-way": "g", "total": "O", "joint": "j",
    "heads": "h", "ask-heads": "H", "some": "s", "amount": "u", "ask-amount": "U", "ask-share": "$", "per": "p", "rate": "W", "done": "d",
    "together": "g", "alone": "o", "due": "D", "same": "=", "up": "+", "down": "-", "in-all": "O", "leave": "L", "absent": "R", "remainder": "r", "planned": "a", "overdue": "l", "sooner": "e", "join": "J",
    "turns": "y", "turn-order": "y", "empty": "E", "need": "v", "work": "w", "out": "X", "in": "I", "last": "x", "turn-length": "z", "as-before": "B",
    "round-up": "c", "money": "M", "ask-money": "m", "pay": "6", "ask-turn": "9", "midpoint": "0",
}  # fmt: skip
SOFT = "'GSjKkW|_~Z&xB"
"""Signs of what may be left when everything else has been made use of."""


class Piece:
    """Mentions in their order; what is made use of is taken."""

    def __init__(self, mentions: Iterable[Mention], text: str, signs: Mapping[str, str] = SIGNS) -> None:
        self.mentions, self.text, self._signs = list(mentions), text, signs

    @property
    def signs(self) -> str:
        """One sign for each mention."""
        return "".join(self._signs[each.kind] for each in self.mentions)

    def has(self, signs: str) -> bool:
        """Whether there is one of these signs."""
        return any(sign in signs for sign in self.signs)

    def take(self, row: str) -> list[Mention] | None:
        """The mentions that a row of signs (a pattern; groups name those wanted) matches, taken; None where there is no such row."""
        match = patterns.search(row, self.signs)
        if match is None:
            return None
        wanted = [
            self.mentions[place]
            for group in range(1, len(match.groups()) + 1)
            for place in range(*match.span(group))
            if match.start(group) >= 0
        ]
        del self.mentions[match.start() : match.end()]
        return wanted

    def names(self) -> list[str]:
        """All who are named."""
        return list(dict.fromkeys(each.value for each in self.mentions if each.kind == "name"))

    def drop(self, signs: str) -> bool:
        """Takes all with one of these signs; whether there were any."""
        before = len(self.mentions)
        self.mentions = [each for each in self.mentions if self._signs[each.kind] not in signs]
        return len(self.mentions) < before


def split(piece: Piece) -> list[Piece]:
    """The parts of a clause that end with `之后` or `时`, each with that end."""
    found: list[Piece] = []
    part: list[Mention] = []
    for place, each in enumerate(piece.mentions):
        part.append(each)
        if each.kind in ("after", "when") and not (
            (
                patterns.search("A[poehB_]*.$", "".join(SIGNS[one.kind] for one in part))
                and patterns.match("[_j]*U", piece.signs[place + 1 :])
            )
            or _asks_since(part)
        ):
            found.append(Piece(part, piece.text))
            part = []
    return [*found, Piece(part, piece.text)] if part else found


def _asks_since(part: list[Mention]) -> bool:
    """`多少小时后`, `乙出发后`: what follows says of what."""
    kinds = {each.kind for each in part}
    return not kinds & {"meet", "catch", "arrive", "turn", "time", "some-time"} and bool(kinds & {"ask-time", "start"})


_UNITS_OF_WAYS = r"千米|米|小时|分钟?|秒|天|点|时|圈|次|倍|长|路|距离|地|从|才|呢|时刻"


def refuse_other_units(plain: str, units: str = _UNITS_OF_WAYS) -> None:
    """`跑了多少瓦` asks for nothing that is known here.

    Raises:
        StayOut: something is asked in another unit.
    """
    if found := patterns.search(rf"(?:多少|几)(?!{units}|[,。?;:!)%/]|$)[\u4e00-\u9fff]", plain):
        stay_out(f"asks in {found[0][-1]}")


def quantity(mention: Mention) -> Term:
    """A length in metres, a time in seconds, a speed in metres a second."""
    if mention.kind == "speed":
        length, time = mention.unit.split("/")
        return constant(Fraction(mention.value) * LENGTHS[length] / TIMES[time])
    if mention.kind == "time" and not mention.unit:
        parts = re.findall(r"(\d+(?:\.\d+)?(?:/\d+)?)(小时|分钟|分|秒)", mention.value)
        return constant(sum((Fraction(number) * TIMES[unit] for number, unit in parts), Fraction(0)))
    return constant(Fraction(mention.value) * (TIMES if mention.kind == "time" else LENGTHS)[mention.unit])


def shown(mention: Mention) -> str:
    """As said."""
    return f"{mention.value} {mention.unit}".strip()


def part_of(mention: Mention) -> Fraction:
    """A share, a percentage or a multiple as a number."""
    if mention.kind == "half":
        return Fraction(1, 2)
    return Fraction(mention.value) / (100 if mention.kind == "percent" else 1)


def seconds_of_day(mention: Mention) -> Fraction:
    """`上午9点20分` in seconds since midnight."""
    match = patterns.match(r"(\d{1,2})(?:点|时|:)(半|一刻|整|\d{1,2})?", mention.value) or stay_out(mention.text)
    hour = int(match[1])
    if hour < 12 and mention.unit and mention.unit[:1] in "下晚":
        hour += 12
    minutes = {"半": 30, "一刻": 15, "整": 0, None: 0}.get(match[2])
    return Fraction(hour * 3600 + 60 * (int(match[2]) if minutes is None else minutes))
