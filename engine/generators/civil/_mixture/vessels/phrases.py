"""What a clause speaks of between its verbs: how much, how strong, of what, in which vessel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._mixture.vessels.tokens import Token
from engine.generators.reading import stay_out

VERBS = frozenset({"in", "out", "evap", "fill", "mix", "become", "swap", "again-and-again"})
_MARKS = frozenset(
    {"first", "rest", "all", "both", "other", "mixture", "same", "some", "each", "pure", "to", "from", "obj", "by", "in-it",
     "nth", "again", "last-time", "remains", "weight", "goal", "need", "than", "sum", "up", "down", "full", "if", "kind", "used", "times-word"}
)  # fmt: skip
_SILENT = frozenset({"article", "then", "once", "stir", "and"})


@dataclass(slots=True)
class Phrase:
    """One thing spoken of.

    Attributes:
        mass, inner: how much there is of it; how much of what is dissolved.
        strength: content over mass; wet: told as the share of water.
        asks: what is asked of it: "mass", "strength", "inner", "ratio", "times", "points", "count".
        marks: the closed words beside it.
        words: its open words.
        used: whether what it tells was heeded.
    """

    names: list[str] = field(default_factory=list)
    mass: Token | None = None
    inner: Token | None = None
    strength: Fraction | None = None
    price: bool = False
    conc: str | None = None
    wet: bool = False
    share: Fraction | None = None
    ratio: tuple[Fraction, ...] = ()
    times: Fraction | None = None
    points: Fraction | None = None
    variable: str = ""
    asks: list[tuple[str, str]] = field(default_factory=list)
    marks: set[str] = field(default_factory=set)
    words: list[str] = field(default_factory=list)
    water: bool = False
    within: Phrase | None = None
    has: bool = False
    has_from: int = 0
    used: bool = False
    count: int = 0

    def has_mark(self, *kinds: str) -> bool:
        """Whether one of these words stands beside it."""
        return not self.marks.isdisjoint(kinds)

    @property
    def empty(self) -> bool:
        """Whether it names nothing, though words may stand beside it."""
        return not (self.told or self.names or self.words or self.water or self.asks or self.within or self.conc is not None or self.wet)

    @property
    def told(self) -> bool:
        """Whether it says how much or how strong."""
        return (
            any(each is not None for each in (self.mass, self.inner, self.strength, self.share, self.times, self.points))
            or bool(self.ratio)
            or bool(self.variable)
        )

    @property
    def text(self) -> str:
        """Its open words."""
        return "".join(self.words)

    def amount(self) -> bool:
        """Whether an amount is told, asked or left open."""
        return self.mass is not None or self.has_mark("some", "same") or self.variable != "" or any(kind == "mass" for kind, _ in self.asks)


def segments(tokens: Sequence[Token]) -> list[tuple[Token | None, list[Phrase]]]:
    """The phrases before the first verb, then each verb with those behind it.

    Raises:
        StayOut: a number or a word stands where none can.
    """
    found: list[tuple[Token | None, list[Token]]] = [(None, [])]
    for token in tokens:
        if token.kind in VERBS:
            found.append((token, []))
        else:
            found[-1][1].append(token)
    return [(verb, _phrases(rest)) for verb, rest in found]


def until_later(phrases: list[Phrase]) -> tuple[list[Phrase], list[Phrase]]:
    """Those before `后`, and those that speak of what is then."""
    place = next((place for place, each in enumerate(phrases) if "later" in each.marks), len(phrases))
    return phrases[:place], [each for each in phrases[place:] if not each.empty or each.marks - {"later"}]


def _phrases(tokens: Sequence[Token]) -> list[Phrase]:
    phrases: list[Phrase] = [Phrase()]
    for place, token in enumerate(tokens):
        now = phrases[-1]
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        if token.kind == "and":
            if not now.empty:
                phrases.append(Phrase())
            continue
        if token.kind in ("obj", "from", "to") and (now.mass is not None or now.share is not None) and now.within is None:
            phrases.append(Phrase(marks={"later", token.kind}))
            continue
        if token.kind in ("conc", "wet") and (now.water or now.has_mark("same", "some")) and not now.told and not now.names:
            phrases.append(Phrase(marks={"later"}))
            now = phrases[-1]
        if token.kind == "goal" and not now.empty:
            phrases.append(Phrase(marks={"later", "goal"}))
            continue
        if token.kind == "after":
            phrases.append(Phrase(marks={"later"}))
            continue
        if token.kind == "in-it":
            if now.empty and not now.marks and not (place and tokens[place - 1].kind == "article"):
                continue
            now.marks.add("in-it")
            phrases.append(
                Phrase(within=now, marks=now.marks & {"to", "from", "first", "nth", "if", "each", "goal", "later", "obj", "than", "up"})
            )
            phrases.remove(now)
            continue
        if _begins(now, token):
            phrases.append(Phrase())
            now = phrases[-1]
        _take(now, token, after)
    return _together([each for each in phrases if not each.empty or each.marks])


def _begins(now: Phrase, token: Token) -> bool:
    """Whether a token tells something a second time, so that another thing is spoken of."""
    if token.kind in ("mass", "ask") and now.mass is not None and not now.has:
        return True
    if token.kind == "mass" and now.has and now.inner is not None and now.mass is not None:
        return True
    if token.kind in ("conc", "pct", "price") and now.strength is not None:
        return True
    if token.kind == "ratio" and now.ratio:
        return True
    return token.kind == "name" and (now.mass is not None or now.strength is not None) and bool(now.names)


def _take(now: Phrase, token: Token, after: Token | None) -> None:
    kind = token.kind
    if kind == "mass":
        if patterns.fullmatch(r"[a-zX]", token.value):
            now.variable = token.value
        elif now.has and len(now.words) == now.has_from:
            stay_out("what is in it")
        elif now.has and now.inner is None and now.words and not now.asks:
            now.inner, now.has = token, False
        else:
            now.mass = token
    elif kind == "pct":
        value = Fraction(token.value) / 100
        if now.has_mark("up", "down") and not now.has_mark("than"):
            now.points = value
            return
        if now.conc is None and not now.has and now.has_mark("rest"):
            now.share = value
        else:
            now.strength, now.has = value, False
    elif kind == "price":
        now.strength, now.price = Fraction(token.value), True
    elif kind == "conc":
        now.conc = (
            token.value
            if token.value not in ("浓度",) and len(token.value) < 4 and "量" not in token.value and "度" not in token.value
            else ""
        )
    elif kind == "wet":
        now.wet, now.conc = True, ""
        if token.text == "含水":
            now.marks.add("holds-water")
    elif kind == "has":
        now.has, now.has_from = True, len(now.words)
    elif kind == "ask":
        what = (
            "strength"
            if token.value == "%" or (now.conc is not None and now.strength is None and not token.unit)
            else "inner"
            if now.has and now.words
            else "mass"
        )
        now.asks.append((what, token.unit))
        now.has = False
    elif kind == "ask-price":
        now.asks.append(("strength", "元"))
        now.price = True
    elif kind in ("ask-ratio", "ask-times", "ask-points", "count-asked"):
        now.asks.append(({"ask-ratio": "ratio", "ask-times": "times", "ask-points": "points"}.get(kind, "count"), ""))
    elif kind == "frac":
        now.share = Fraction(token.value)
    elif kind == "ratio":
        now.ratio = tuple(Fraction(each) for each in patterns.split(r"\s*[:∶比]\s*", token.value))
    elif kind == "times":
        now.times = Fraction(token.value)
    elif kind == "points":
        now.points = Fraction(token.value) / 100
    elif kind == "variable":
        now.variable = token.text.strip()
    elif kind == "name":
        now.names.append(token.value)
    elif kind == "both":
        now.marks.add("both")
        now.count = (
            "零一二三四".find(token.value.replace("两", "二")) if token.value and not token.value.isdigit() else int(token.value or 0)
        )
    elif kind == "water":
        now.water = True
    elif kind == "open":
        if not token.harmless:
            stay_out(f"not understood: {token.text}")
        now.words.append(token.text)
    elif kind == "article" and patterns.search(r"[一1]", token.text):
        now.marks.add("one")
    elif kind in _MARKS:
        now.marks.add(kind)
        if kind == "same" and patterns.search("质量|重量|体积", token.text):
            now.marks.add("weight")
    elif kind not in _SILENT:
        stay_out(f"not understood: {token.text}")


def only_names(phrase: Phrase) -> bool:
    """Whether it is nothing but names."""
    return bool(phrase.names) and not (phrase.told or phrase.asks or phrase.words or phrase.water or phrase.within)


def _together(phrases: list[Phrase]) -> list[Phrase]:
    """`甲、乙两种溶液`: names in a row are one phrase, a word that stands alone belongs to what follows."""
    found: list[Phrase] = []
    for each in phrases:
        last = found[-1] if found else None
        if (
            last is not None
            and each.names
            and last.names
            and not last.told
            and not last.asks
            and not last.words
            and not last.water
            and last.within is None
            and (not each.told or each.has_mark("each", "sum", "both"))
        ):
            each.names = [*last.names, *each.names]
            each.marks |= last.marks
            found[-1] = each
        elif last is not None and only_names(last) and not each.names and each.within is not None and each.within.names:
            each.within.names = [*last.names, *each.within.names]
            found[-1] = each
        elif last is not None and last.empty and last.marks and "later" not in each.marks:
            each.marks |= last.marks
            found[-1] = each
        else:
            found.append(each)
    if len(found) > 1 and found[-1].empty and "later" not in found[-1].marks:
        last = found.pop()
        found[-1].marks |= last.marks
    return found
