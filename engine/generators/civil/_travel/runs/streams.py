"""Whoever goes with a stream or a wind, against it, or is carried by it: trips of legs, read clause by clause with any words around them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import Equations, Term, constant, less, plus, product_of, scaled, symbol
from engine.generators.civil._problems.reduced import opened
from engine.generators.civil._problems.relations import Answer, recognition
from engine.generators.civil._problems.wording import is_talk
from engine.generators.civil._travel.amounts import in_some_unit, units_told
from engine.generators.civil._travel.journeys.pieces import refuse_other_units
from engine.generators.civil._travel.runs.clause import NUMBER, TAKEN, Clause, value_of
from engine.generators.civil._travel.runs.reading import one_wording
from engine.generators.civil._travel.runs.run import WAY
from engine.generators.civil._travel.runs.stream_words import BOAT, KINDS_OF_PACE, OTHER_SORTS, OTHER_STREAM, PACES, PLACE, TOKENS
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out

DOWN, UP = "顺行的速度", "逆行的速度"
_OPPOSITE = {"down": "up", "up": "down"}


@dataclass(eq=False, slots=True)
class Leg:
    """A way gone in one manner; the whole way unless a length is told."""

    kind: str
    order: int
    speed: Term
    other: str = ""
    way: Term | None = None
    timed: bool = False

    @property
    def time(self) -> Term:
        """How long it takes."""
        names = {"down": "顺行", "up": "逆行", "still": "静水中", "drift": "漂流"}
        return symbol(f"{names[self.kind]}的时间{self.order}")


@dataclass(eq=False, slots=True)
class Trip:
    """Legs of which a time is told together."""

    legs: list[Leg] = field(default_factory=list)
    total: Term | None = None
    closed: bool = False
    as_before: Trip | None = None


class Streams:
    """What is told of a stream and of the trips on it."""

    def __init__(self, plain: str) -> None:
        self.told: list[Term] = []
        self.legs: list[Leg] = []
        self.trips = [Trip()]
        self.other = ""  # what sets the speeds told of now apart from those at first: the stream, or the boat
        self.asks: list[tuple[Term, str]] = []
        self.lines: list[str] = []
        self.back = False
        self.kind = ""
        self.plain = plain
        self.ratio: tuple[Term, Term] | None = None
        self.names: set[str] = set()  # of places
        self.flow: tuple[str, str] | None = None  # from which to which the stream goes
        self.returned = self.whole_told = False
        self.running = False  # whether a manner of going was named just before in this sentence
        self.upper = ""  # the place up the river
        self.boats = list(dict.fromkeys(patterns.findall(BOAT, plain)))

    def speed(self, kind: str) -> Term:
        """How fast one is in a manner of going."""
        down, up = symbol(DOWN + self.other), symbol(UP + self.other)
        half = Fraction(1, 2)
        return {"down": down, "up": up, "still": scaled(plus(down, up), half), "drift": scaled(less(down, up), half)}[kind]

    def _begin_again(self, other: str, same: str) -> None:
        """The stream, or the boat, is another one from now on; `same`: the speed that stays."""
        before = self.speed(same)
        self.other, self.kind = other, ""
        self.told.append(less(before, self.speed(same)))
        self.trips.append(Trip())

    def leg(self, kind: str) -> Leg:
        """A leg more."""
        found = Leg(kind, len(self.legs) + 1, self.speed(kind), self.other)
        self.legs.append(found)
        self.trips[-1].legs.append(found)
        return found

    def whole(self, kind: str) -> Leg:
        """The leg that is the whole way in a manner of going, made where there is none."""
        return next((leg for leg in self.legs if leg.kind == kind and leg.way is None and leg.other == self.other), None) or self.leg(kind)

    def read(self, clause: Clause) -> None:
        """One clause.

        Raises:
            StayOut: something is left that matters, or has no meaning.
        """
        if not self.other and clause.take(OTHER_STREAM):
            self._begin_again("（水流变后）", "still")
        elif not self.other and len(self.boats) == 2 and self.boats[1] in clause.text:
            self._begin_again(f"（{self.boats[1]}）", "drift")
        self._direction(clause)
        self._multiple(clause)
        tokens = self._tokens(clause)
        names = [name for name, _ in tokens]
        said = "".join(f"{name};" for name in names)
        if "trip" in names:
            if tokens[0][0] == "trip" and (self.trips[-1].legs or self.trips[-1].total is not None):
                self.trips.append(Trip())
                self.kind = ""
            tokens = [each for each in tokens if each[0] != "trip"]
        if any(name.startswith("ask") for name, _ in tokens):
            told = max((at for at, (name, _) in enumerate(tokens) if name == "speed"), default=-1) + 1
            if told:
                self._tell(tokens[:told], clause)
                tokens = tokens[told:]
            kinds = [found.lastgroup or "" for name, found in tokens if name == "kind"]
            self.kind = kinds[0] if kinds else self.kind
            self._ask(tokens, clause)
            self._places(clause.text)
            return
        self.running = clause.end == "," and "kind" in names
        self._tell(tokens, clause)
        if (
            self.kind in _OPPOSITE
            and patterns.search("kind|back", said)
            and not patterns.search("speed|pace|time|length|same|ask|both", said)
        ):
            self.whole(self.kind)
        self._places(clause.text)
        self.lines.append(clause.text)
        clause.finish([])

    def _multiple(self, clause: Clause) -> None:
        """A speed told as so many times another."""
        if found := clause.take(rf"^(?:[^\d,·]{{0,4}}?船)?(?:在)?{PACES[0]}(?:是|为){PACES[1]}的(?P<times>{NUMBER})倍$"):
            one, other = (next(kind for kind in KINDS_OF_PACE if found[f"{kind}{order}"]) for order in (0, 1))
            self.told.append(less(self.speed(one), scaled(self.speed(other), Fraction(found["times"]))))

    def _tell(self, tokens: list[tuple[str, re.Match[str]]], clause: Clause) -> None:
        """What is told, word by word."""
        names = [name for name, _ in tokens]
        place, named = 0, -9
        leg: Leg | None = None
        carried = ""  # the quantity that the last word names: water, boat, way
        sign = 0
        while place < len(tokens):
            name, found = tokens[place]
            value = found.group("value") if "value" in found.re.groupindex else ""
            if name == "same-way" and place + 1 < len(tokens) and tokens[place + 1][0] == "kind":
                tokens[place], tokens[place + 1] = tokens[place + 1], tokens[place]
                continue
            if name == "kind":
                self.kind, leg, carried = found.lastgroup or "", None, ""
                named = found.end()
            elif name == "back" and 0 <= found.start() - named < 3:
                self.returned = True  # `逆水开回`
            elif name == "back":
                self.returned = True
                kinds = [each.kind for each in self.legs if each.kind in _OPPOSITE] or [self.kind]
                if kinds[-1] not in _OPPOSITE:
                    self.back = True
                else:
                    self.kind, leg = _OPPOSITE[kinds[-1]], None
                    self.whole(_OPPOSITE[self.kind])
            elif name == "same-way":
                if self.kind and leg is None:
                    leg = self._same_way()
            elif name in ("water", "boat", "way", "total", "both"):
                carried = carried if name == "way" and carried == "both" else name
            elif name in ("more", "less"):
                sign = 1 if name == "more" else -1
                kinds = [each.lastgroup or "" for other, each in tokens[:place] if other == "kind"]
                if len(kinds) == 2 and clause.take("比(?=·)"):
                    self.kind = kinds[0]
            elif name == "speed":
                what = {"water": self.speed("drift"), "boat": self.speed("still")}.get(carried) or (
                    self.speed(self.kind) if self.kind else stay_out("whose speed")
                )
                self.told.append(less(what, constant(value_of(value))))
                carried = ""
            elif name == "length":
                length = constant(value_of(value))
                if (
                    carried == "way"
                    or (tokens[place + 1 : place + 2] and tokens[place + 1][0] == "way")
                    or (not self.kind and not self.legs)
                ):
                    self.told.append(less(symbol(WAY), length))
                    self.whole_told, carried = True, ""
                elif self.kind and patterns.search("到达|抵达", clause.text):
                    self.told.append(less(symbol(WAY), length))
                    self.whole_told = True
                    leg = self.whole(self.kind)
                elif self.kind:
                    if self.trips[-1].closed:
                        self.trips.append(Trip())
                    leg = self.leg(self.kind)
                    leg.way = length
                else:
                    stay_out("which way")
            elif name == "time":
                self._time(value, carried, sign, leg, clause)
                carried, sign = "", 0
            elif name == "same-time" and "time" in names:
                carried = "total" if len(self.trips[-1].legs) > 1 and not any(each.timed for each in self.trips[-1].legs) else carried
            elif name == "same-time":
                self._same_time()
            elif name == "pace":
                pass
            place += 1
        if sign:
            stay_out("more of what")

    def _places(self, text: str) -> None:
        """Two places and no more, one up and one down the stream.

        Raises:
            StayOut: there is a third, or something goes the wrong way.
        """
        found = []
        for word, said in patterns.findall(
            r"(从|到|至|开往|驶往|(?<!返)回)([^\d,;。从到至往回的用需要共只漂顺逆行返多]{1,4})", patterns.sub("[上下]游的?", "", text)
        ):
            name = next((said[:size] for size in range(len(said), 1, -1) if self.plain.count(said[:size]) > 1), said)
            if not patterns.match("达|[来去]|码头|港口|目的地|终点|原|出发|两|[他它她]", name):
                found.append((word == "从", name[0] if patterns.match(PLACE, name) else name))
        self.names |= {name for _, name in found}
        if len(self.names) > 2:
            stay_out(f"a third place: {self.names}")
        starts, ends = ([name for begins, name in found if begins is which] for which in (True, False))
        if len(starts) == len(ends) == 1 and self.kind in ("down", "up", "drift"):
            flow = (starts[0], ends[0]) if self.kind != "up" else (ends[0], starts[0])
            if self.flow not in (None, flow):
                stay_out("which way the stream goes")
            self.flow = flow

    def _direction(self, clause: Clause) -> None:
        """Which way it is from a place that is told to lie up or down the river."""
        if self.flow is None and (
            found := patterns.search(rf"(?:从|由)({PLACE})[^,;。]{{0,16}}?(?:漂流?|放)[^;。]{{0,14}}?到({PLACE})", self.plain)
        ):
            self.flow = (found[1], found[2])
        pair = patterns.search(rf"从({PLACE})[^,;。]{{0,6}}?到达?({PLACE})", clause.text)
        if pair and self.flow and not clause.has("[顺逆漂静放]"):
            self.kind = "down" if pair.groups() == self.flow else "up" if pair.groups()[::-1] == self.flow else self.kind
        if self.upper and clause.has(f"从(?:上游的?)?{self.upper}") and not clause.has("[顺逆漂]"):
            self.kind = "down"

    def _tokens(self, clause: Clause) -> list[tuple[str, re.Match[str]]]:
        found = []
        text = patterns.sub(
            rf"(?:[一这]艘)?(?:{BOAT})(?!速)|[上中下]游的?|[A-Z](?:港口?|码头|城|地|镇|村)|(?<=返回)[A-Z](?![A-Za-z])|(?:先|再|又|也|才|后)(?=[·顺逆返立从以]|$)|然后|同样的(?:水|风)速(?:下)?|以(?:恒定|不变|一定)的?速度",
            TAKEN,
            clause.left,
        )
        text = patterns.sub(r"在?同一(?:条|段)?[^\d,·]{1,3}?[中内里上]|[两2][天次](?=所|的|·)|无动力的?|各(?=多少|·|是|为)", TAKEN, text)
        text = patterns.sub(
            r"(?:假[设定如])?(?:船身?|轮船)?(?:本身|自身)?的?(?:速度|水速|船速|水流|方向)+(?:都|均|始终|[和及与][^,]{1,6})?(?:都|均|始终)?(?:保持)?不变|不(?:计|考虑)[^,]*|匀速",
            TAKEN,
            text,
        )
        for name, pattern in TOKENS:
            for match in patterns.finditer(pattern, text):
                if TAKEN not in match[0]:
                    found.append((match.start(), name, match))
            text = patterns.sub(pattern, lambda match: TAKEN * len(match[0]), text)
        clause.left = text
        return [(name, match) for _, name, match in sorted(found, key=lambda each: each[0])]

    def _time(self, value: str, carried: str, sign: int, leg: Leg | None, clause: Clause) -> None:
        time = constant(value_of(value) if not value.endswith("天") else 86400 * value_of(f"{value[:-1]}秒"))
        trip = self.trips[-1]
        if sign:
            if self.kind not in _OPPOSITE:
                stay_out("longer than what")
            one, other = self.whole(self.kind), self.whole(_OPPOSITE[self.kind])
            self.told.append(plus(one.time, scaled(other.time, -1), scaled(time, -sign)))
            return
        if carried == "both" or (carried == "total" and self.back and not trip.legs) or (carried == "total" and "往返" in clause.text):
            trip.legs = [self.whole("down"), self.whole("up")]
            trip.total, trip.closed = time, True
            self.back = False
        elif (carried == "total" and (self.back or len(trip.legs) > 1 or not self.kind)) or (
            len(trip.legs) > 1 and trip.legs[-1].timed is False and trip.legs[0].timed is False and leg is not trip.legs[-1]
        ):
            if self.back and len(trip.legs) == 1 and trip.legs[0].kind in _OPPOSITE:
                self.whole(_OPPOSITE[trip.legs[0].kind])
            if len(trip.legs) < 2:
                stay_out("the time of what")
            trip.total, trip.closed = time, True
        else:
            leg = leg or (trip.legs[-1] if trip.legs and not trip.legs[-1].timed and trip.legs[-1].kind == self.kind else None)
            if leg is None:
                leg = self.whole(self.kind or stay_out("what takes so long"))
            if leg.timed:
                stay_out("told twice")
            leg.timed = True
            self.told.append(less(leg.time, time))

    def _same_way(self) -> Leg:
        before = next((leg for leg in reversed(self.legs) if leg.way is not None), None)
        found = self.leg(self.kind)
        found.way = before.way if before else None
        return found

    def _same_time(self) -> None:
        if len(self.trips) < 2:
            return
        one, other = self.trips[-2:]
        other.total = one.total
        other.as_before = one if one.total is None else None

    # --- what is asked -----------------------------------------------------------------------------------------------------------

    def _ask(self, tokens: list[tuple[str, re.Match[str]]], clause: Clause) -> None:
        kinds = list(dict.fromkeys(found.lastgroup or "" for name, found in tokens if name == "kind"))
        names = [name for name, _ in tokens]
        asked = [(name, found) for name, found in tokens if name.startswith("ask")]
        self.returned = self.returned or "same-way" in names
        if kinds and "back" in names:
            went = self.legs[-1].kind if self.legs else ""
            partly = self.whole_told and any(leg.way is not None for leg in self.legs)
            if "total" in names or "both" in names or partly or kinds[0] == went or (kinds[0] == "drift" and went == "down"):
                stay_out(f"back how: {clause.text}")
            self.returned = self.returned or went == _OPPOSITE.get(kinds[0])
        unit = next((found.group("unit") or "" for _, found in asked if "unit" in found.re.groupindex), "")
        lengths = [found for name, found in tokens if name == "length"]
        if lengths and "way" in names and "ask-length" not in names:
            self.told.append(less(symbol(WAY), constant(value_of(lengths.pop().group("value")))))
        if any(name in ("time", "speed", "more", "less", "same-time") for name in names) or len(asked) > 1:
            stay_out(f"asked under a condition: {clause.text}")
        paces = [
            term
            for name, found in tokens
            for term in ([self.speed("drift")] if name == "water" else [self.speed("still")] if name == "boat" else [])
        ]
        if ("ask-length" in names or names[-1] == "ask") and "way" in names and not kinds and not paces:
            self.asks.append((symbol(WAY), f"length:{unit}"))
        elif kinds in (["down", "up"], ["up", "down"]) and patterns.search("之?比", clause.text) and not lengths:
            clause.take("之?比(?:值|例)?")
            clause.take("[与和跟]")
            self.ratio = (self.speed(kinds[0]), self.speed(kinds[1]))
            self.asks.append((self.speed(kinds[0]), "ratio"))
        elif paces or "pace" in names or "ask-speed" in names:
            wanted = []
            for name, found in tokens:
                if name == "water":
                    wanted.append(self.speed("drift"))
                elif name == "boat" and "still" not in kinds:
                    wanted.append(self.speed("still"))
                elif name == "kind":
                    wanted.append(self.speed(found.lastgroup or ""))
            if not wanted or "way" in names or "ask-time" in names:
                stay_out(f"which speed: {clause.text}")
            for term in wanted:
                self.asks.append((term, f"speed:{unit if '/' in unit else ''}"))
        elif "ask-time" in names or "span" in names:
            if "both" in names or ("total" in names and not kinds):
                if lengths or len(self.trips) > 1 + bool(self.other):
                    stay_out("how long for what")
                down, up = self.whole("down"), self.whole("up")
                self.asks.append((plus(down.time, up.time), f"time:{unit}"))
            elif not kinds and "back" not in names and self.kind and self.running:
                leg = self._leg_asked(self.kind)
                if lengths:
                    leg.way = constant(value_of(lengths[0].group("value")))
                self.asks.append((leg.time, f"time:{unit}"))
            elif len(kinds) == 1 or ("back" in names and self.kind in _OPPOSITE):
                kind = kinds[0] if kinds else _OPPOSITE[self.kind]
                leg = self._leg_asked(kind)
                if lengths:
                    leg.way = constant(value_of(lengths[0].group("value")))
                self.asks.append((leg.time, f"time:{unit}"))
            else:
                stay_out(f"how long for what: {clause.text}")
        else:
            stay_out(f"what is asked: {clause.text}")
        clause.finish([])

    def _leg_asked(self, kind: str) -> Leg:
        """A leg that is not one more of a trip whose time has been told."""
        if self.trips[-1].closed:
            self.trips.append(Trip())
        return self.leg(kind)

    def equations(self) -> Equations:
        """Everything told."""
        found = Equations(self.told)
        for leg in self.legs:
            if leg.way is not None and leg.kind in _OPPOSITE:
                # The time of each unit of length makes it linear.
                slow = symbol(f"{'顺' if leg.kind == 'down' else '逆'}行每米的时间{leg.other}")
                found.equal(leg.time, product_of(leg.way, slow))
                found.equal(product_of(slow, leg.speed), constant(1))
            else:
                found.equal(product_of(leg.speed, leg.time), leg.way if leg.way is not None else symbol(WAY))
        for trip in self.trips:
            if trip.total is not None:
                found.equal(plus(*(leg.time for leg in trip.legs)), trip.total)
            if trip.as_before is not None:
                found.equal(plus(*(leg.time for leg in trip.legs)), plus(*(leg.time for leg in trip.as_before.legs)))
        lengths = [leg.way for leg in self.legs if leg.way is not None]
        if self.returned and not self.whole_told and lengths:
            if any(each != lengths[0] for each in lengths):
                stay_out("back from where")
            found.equal(symbol(WAY), lengths[0])
        return found


def read_streams(text: str) -> Recognition | None:
    """Trips on a stream or in a wind.

    Raises:
        StayOut: a clause is not understood.
    """
    plain = one_wording(opened(text))
    if not patterns.search("顺[水流风]?|逆[水流风]|静(?:止的?)?水|漂", plain):
        stay_out("no stream")
    if found := patterns.search(OTHER_SORTS, plain):
        stay_out(found[0])
    refuse_other_units(plain)
    streams = Streams(plain)
    if found := patterns.search(r"上游的?([A-Z]|[\u4e00-\u9fff]{1,2}?)(?:港口?|码头|城|地|镇|村)", plain):
        streams.upper = found[1]
    for piece in patterns.findall(r"[^,;。?!:\n]+[,;。?!:\n]*", plain):
        words = patterns.sub(r"[,;。?!:\n]+$", "", piece).strip()
        if words and not (is_talk(words) and not patterns.search(r"\d|多少", words)):
            streams.read(Clause(words, piece[len(words) :].strip()[:1]))
    if not streams.asks:
        stay_out("nothing asked")
    equations = streams.equations()
    units = units_told(plain)
    answers: list[Answer] = []
    for place, (term, what) in enumerate(streams.asks):
        kind, _, unit = what.partition(":")
        if kind == "ratio" and streams.ratio is not None:
            value = equations.value(streams.ratio[0], (WAY, UP), streams.ratio[1])
            answers.append((place, f"{value.numerator}:{value.denominator}", ""))
            continue
        value = equations.value(term, (WAY,))
        answers.append((place, *in_some_unit(value, kind, unit or units.get(kind, ""))))
    if equations.value(symbol(DOWN), (WAY, UP), symbol(UP)) <= 1:
        stay_out("carried away")
    return recognition(streams.lines, answers, {}, working=equations.in_words())
