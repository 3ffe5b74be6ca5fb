"""The course of a work: crews with rates, one spell after the other, and what all spells of a case make up.

A crew is how many there are of each sort of hand; somebody with a name is a sort of which there is one. Everything told is an equation between
rates, times and the whole (`civil._problems.equations`); nothing is answered that does not follow from them, whatever scale is left open.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators.civil._problems.equations import Equations, Term, constant, less, plus, product_of, scaled, symbol
from engine.generators.civil._problems.mentions import Mention
from engine.generators.reading import StayOut, stay_out

WHOLE, PLAN, HAND, CREW, REGROWTH = "总量", "计划时间", "每人", "全体", "每单位时间新增的"
UNITS = {"日": "天", "个月": "月", "星期": "周"}
Crew = dict[str, Term]


@dataclass(slots=True)
class Spell:
    """Some work for a time: what each sort of hand does in a unit of it."""

    rates: dict[str, Term]
    time: Term
    counted: bool = True  # not so, how long somebody was away within others

    @property
    def done(self) -> Term:
        """What they do in all."""
        return product_of(plus(*self.rates.values()), self.time)


@dataclass(slots=True)
class Course:
    """What is told so far, the case under way, and what is asked."""

    names: list[str]
    unit: str = "天"
    mixed: bool = False  # hours and minutes: times are told in minutes
    regrows: bool = False
    emptying: set[str] = field(default_factory=set)
    equations: Equations = field(default_factory=Equations)
    asks: list[tuple[Term, Term, str]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    spells: list[Spell] = field(default_factory=list)
    crew: Crew = field(default_factory=dict)  # who is at work
    open: bool = False  # a work has begun and is not done
    fresh: int = 0
    factors: dict[str, Fraction] = field(default_factory=dict)
    hours: Term | None = None
    with_hours: set[bool] = field(default_factory=set)
    times: dict[str, Term] = field(default_factory=dict)
    planned: bool = False
    begun: Term = field(default_factory=dict)  # what was done before the case begins
    closed: int = 0
    last_crew: Crew = field(default_factory=dict)
    money: Fraction | None = None  # paid for all of it, by what each has done
    again: bool = False  # the case is about those who did it before
    resting: dict[str, Term] = field(default_factory=dict)
    case_rate: Term | None = None  # what all do in a unit of time in the case, where it is another than planned
    rate_told: bool = False
    several: bool = False  # somebody works alone, or with others, whether they have names or not
    before: set[str] = field(default_factory=set)  # the signs of the clause that is read
    later: str = ""  # those of what follows in its sentence
    hand: str = "人"  # how hands are counted
    pending: Term | None = None  # a time in which nobody is told to work yet

    def new(self, sign: str = "t") -> Term:
        """An unknown of its own."""
        self.fresh += 1
        return symbol(f"{sign}{self.fresh:02d}")

    def duration(self, told: Mention) -> Term:
        """A time in the problem's unit."""
        if not told.unit:
            hours, _, minutes = told.value.partition("小时")
            return constant(Fraction(hours) * 60 + Fraction(minutes.lstrip("又零").rstrip("分钟")))
        return constant(Fraction(told.value) * (60 if self.mixed and told.unit == "小时" else 1))

    def rate(self, sort: str) -> Term:
        """What one of a sort does in a unit of time, as fast as he is now."""
        base = self.case_rate if sort == CREW and self.case_rate is not None else symbol(f"{sort}的效率")
        base = scaled(base, self.factors.get(sort, Fraction(1)) * self.factors.get("", Fraction(1)))
        if self.hours is not None:
            base = product_of(base, self.hours)
        return scaled(base, -1) if sort in self.emptying else base

    def work(self, crew: Crew, time: Term, said: str) -> None:
        """A crew works for a time."""
        if not crew:
            stay_out("who works")
        if not self.open:
            self.spells, self.open = [], True
        self.with_hours.add(self.hours is not None)
        rates = {sort: product_of(self.rate(sort), count) for sort, count in crew.items()}
        if self.regrows:
            rates[REGROWTH] = scaled(symbol(REGROWTH), -1)
        self.spells.append(Spell(rates, time))
        self.crew = dict(crew)
        self.lines.append(said)

    def close(self, asked: bool = False) -> None:
        """The work under way is done."""
        if not self.open:
            stay_out("done before it begins")
        if self.begun and not asked:
            stay_out("which work had begun before")
        only_out = all(sort in self.emptying for spell in self.spells for sort in spell.rates)
        self.equations.equal(plus(self.begun, self.done), scaled(symbol(WHOLE), -1 if only_out else 1))
        self.open, self.last_crew = False, dict(self.crew)
        self.closed += 1

    def begin(self) -> None:
        """Another case, everybody as at first.

        Raises:
            StayOut: the one under way has not come to its end.
        """
        if self.open:
            stay_out("work that nobody finishes")
        self.spells, self.crew, self.factors, self.begun, self.resting, self.case_rate = [], {}, {}, {}, {}, None

    @property
    def done(self) -> Term:
        """How much is done in the case."""
        return plus(*(spell.done for spell in self.spells))

    @property
    def total(self) -> Term:
        """How long the case took."""
        if not self.spells:
            stay_out("how long what took")
        return plus(*(spell.time for spell in self.spells if spell.counted))

    def done_by(self, sort: str) -> Term:
        """How much somebody did in the case."""
        parts = [product_of(spell.rates[sort], spell.time) for spell in self.spells if sort in spell.rates]
        return plus(*parts) if parts else stay_out("who did nothing")

    def took(self, sort: str) -> Term:
        """How long somebody was at work in the case."""
        spells = [spell for spell in self.spells if sort in spell.rates]
        if not spells:
            stay_out("who did nothing")
        return less(plus(*(each.time for each in spells if each.counted)), plus(*(each.time for each in spells if not each.counted)))

    def away(self, sort: str, time: Term) -> None:
        """Somebody does nothing for a part of the time of the last spell."""
        last = next((spell for spell in reversed(self.spells) if spell.counted and sort in spell.rates), None)
        if last is None:
            stay_out("who is away")
        self.spells.append(Spell({sort: scaled(last.rates[sort], -1)}, time, counted=False))

    def own_time(self, names: list[str]) -> Term:
        """How long some need for the whole, as fast as they are at first."""
        key = "、".join(sorted(names))
        if key not in self.times:
            self.times[key] = symbol(f"{key}的时间")
            self.equations.equal(product_of(plus(*(symbol(f"{name}的效率") for name in names)), self.times[key]), symbol(WHOLE))
        return self.times[key]

    def plan(self) -> Term:
        """How long it was to take."""
        self.planned = True
        return symbol(PLAN)

    def value(self, above: Term, below: Term | None = None) -> Fraction:
        """What follows from all that is told."""
        scales = [WHOLE, *(f"{each}的效率" for each in (CREW, HAND, *self.names))]
        return self.equations.value(above, scales, below)

    def check(self) -> None:
        """No spell takes less than no time, and nobody is fewer than nobody.

        Raises:
            StayOut: it is so, or hours a day are told of some spells only.
        """
        if len(self.with_hours) > 1:
            stay_out("hours a day are told of some only")
        for spell in self.spells:
            try:
                self.value(spell.time)
            except StayOut as objection:
                if "contradicts" in str(objection) or "positive" in str(objection):
                    raise
