"""Work as a story goes: everybody has a rate, every spell of work is rates times times, and spells that end the work make up the whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators.civil._problems.equations import Equations, Term, constant, less, plus, product_of, scaled, symbol
from engine.generators.reading import stay_out

WHOLE = "总量"
ONE_CREW = "原"
"""Who works where nobody is named."""


@dataclass(slots=True)
class Spell:
    """Some work for a time, with the factor by which each is faster than at first; `done` is how much they do."""

    who: dict[str, Fraction]
    time: Term
    done: Term
    counted: bool = True  # in how long all took; not so, how long somebody was away


@dataclass(slots=True)
class Story:
    """What is told so far, the work under way, and what is asked."""

    everyone: list[str]
    equations: Equations = field(default_factory=Equations)
    asks: list[tuple[Term, Term, str, str]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    spells: list[Spell] = field(default_factory=list)
    finished: bool = True  # the work under way, or nothing is
    factors: dict[str, Fraction] = field(default_factory=dict)
    present: list[str] = field(default_factory=list)
    unit: str = ""
    plan: Term | None = None
    rest: Term = field(default_factory=lambda: symbol(WHOLE))
    amounts: bool = False
    fresh: int = 0
    asked_last: Term | None = None  # a time that nobody told, of the last spell
    emptying: set[str] = field(default_factory=set)  # pipes that let out what others let in
    next_factors: dict[str, Fraction] = field(default_factory=dict)
    away: dict[str, Term] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    was_together: bool = False
    same_time: bool = False  # those who finish take as long as those before them
    per_day: set[str] = field(default_factory=set)
    alone_told: set[str] = field(default_factory=set)  # whose own time for the whole is told
    own_times: dict[str, Term] = field(default_factory=dict)

    def new(self, sign: str) -> Term:
        """An unknown that nothing is told of yet."""
        self.fresh += 1
        return symbol(f"{sign}{self.fresh:02d}")

    def rate(self, who: str) -> Term:
        """What somebody does in a unit of time."""
        rate = symbol(f"{who}的效率")
        return scaled(rate, -1) if who in self.emptying else rate

    def rates(self, who: dict[str, Fraction]) -> Term:
        """What they do together in a unit of time."""
        return plus(*(scaled(self.rate(each), factor) for each, factor in who.items()))

    def own_time(self, who: list[str]) -> Term:
        """How long somebody needs for the whole alone, or some together."""
        name = "、".join(sorted(who))
        if name not in self.own_times:
            self.own_times[name] = symbol(f"{name}的时间")
            self.equations.equal(product_of(self.rates(dict.fromkeys(who, Fraction(1))), self.own_times[name]), symbol(WHOLE))
        return self.own_times[name]

    def is_away(self, who: str, time: Term) -> None:
        """Somebody does nothing for a part of the time that the others work."""
        at_work = [each for each in self.spells if each.counted and who in each.who]
        if self.finished or not at_work or who in self.away:
            stay_out("who is away")
        factor = -at_work[-1].who[who]
        self.away[who] = time
        self.spells.append(Spell({who: factor}, time, product_of(scaled(self.rate(who), factor), time), counted=False))

    def begin(self) -> None:
        """The work begins anew: another case.

        Raises:
            StayOut: the one under way has not come to an end.
        """
        if not self.finished:
            stay_out("work that nobody finishes")
        self.spells, self.rest, self.present, self.away = [], symbol(WHOLE), [], {}
        self.factors, self.next_factors = self.next_factors, {}
        self.asked_last = None

    def add(self, who: list[str], time: Term, said: str) -> Spell:
        """A spell of work in the case under way."""
        if self.finished:
            self.begin()
            self.finished = False
        factors = {each: self.factors.get(each, self.factors.get("", Fraction(1))) for each in who}
        spell = Spell(factors, time, product_of(self.rates(factors), time))
        self.spells.append(spell)
        self.rest = less(self.rest, spell.done)
        self.present = list(who)
        self.lines.append(said)
        return spell

    def finish(self, sign: int = 1) -> None:
        """The work under way is done; or (-1) all that others do is undone."""
        if self.finished:
            stay_out("done before it begins")
        self.equations.equal(plus(*(each.done for each in self.spells)), scaled(symbol(WHOLE), sign))
        self.finished = True
        if len(self.spells) == 1 and len(self.spells[0].who) == 1 and set(self.spells[0].time) <= {()}:
            self.alone_told |= set(self.spells[0].who)
        if self.same_time:
            *_, before, last = [each for each in self.spells if each.counted] if len(self.spells) > 1 else stay_out("as long as what")
            self.equations.equal(before.time, last.time)
            self.same_time = False

    @property
    def total(self) -> Term:
        """How long all of the work took that was under way last."""
        return plus(*(each.time for each in self.spells if each.counted)) if self.spells else stay_out("how long what took")

    def took(self, who: str) -> Term:
        """How long somebody worked at it."""
        spells = [each for each in self.spells if who in each.who]
        return less(plus(*(each.time for each in spells if each.counted)), plus(*(each.time for each in spells if not each.counted)))

    def done_by(self, who: str) -> Term:
        """How much of it somebody did."""
        parts = [product_of(scaled(self.rate(who), each.who[who]), each.time) for each in self.spells if who in each.who]
        return plus(*parts) if parts else stay_out("who did nothing")

    def part(self, value: str, percent: bool) -> Fraction:
        """A share, told as a fraction or in per cent."""
        share = Fraction(1, 2) if value in ("一半", "半数") else Fraction(value)
        return share / 100 if percent else share

    def ask(self, above: Term, unit: str, what: str, below: Term | None = None) -> None:
        """Something is asked."""
        self.asks.append((above, below or constant(1), unit, what))
