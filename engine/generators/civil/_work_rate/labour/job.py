"""A work: those who do it have rates, every spell of it is rates times time, and what all spells do makes up the whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators.civil._problems.equations import Equations, Term, constant, less, plus, product_of, scaled, symbol
from engine.generators.civil._problems.mentions import Mention
from engine.generators.reading import StayOut, stay_out

WHOLE, PLAN, CREW, HAND = "总量", "计划时间", "原", "每人"
UNITS = {"日": "天", "个月": "月", "星期": "周"}
MINUTES = {"小时": 60, "分钟": 1, "分": 1}


@dataclass(slots=True)
class Spell:
    """Some work for a time: how much each does in a unit of it."""

    rates: dict[str, Term]
    time: Term
    counted: bool = True  # in how long all took; not so, how long somebody was away

    @property
    def rate(self) -> Term:
        """What they do together in a unit of time."""
        return plus(*self.rates.values())

    @property
    def done(self) -> Term:
        """What they do in all."""
        return product_of(self.rate, self.time)


@dataclass(slots=True)
class Job:
    """What is told of a work so far, the case under way, and what is asked."""

    everyone: list[str]
    unit: str = "天"
    mixed: bool = False  # hours and minutes: times are told in minutes
    equations: Equations = field(default_factory=Equations)
    asks: list[tuple[Term, Term, str]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    spells: list[Spell] = field(default_factory=list)
    open: bool = False
    cases: int = 0
    present: list[str] = field(default_factory=list)
    subject: list[str] = field(default_factory=list)
    factors: dict[str, Fraction] = field(default_factory=dict)
    heads: Term | None = None
    case_rate: Term | None = None
    away: dict[str, Term] = field(default_factory=dict)
    emptying: set[str] = field(default_factory=set)
    fresh: int = 0
    plan_used: bool = False
    crew_used: bool = False
    last_time: Term | None = None
    last_total: Term | None = None  # how long the case before took
    closed_at: dict[str, Fraction] | None = None  # how fast they were when it came to its end
    own_times: dict[str, Term] = field(default_factory=dict)
    turns: list[str] = field(default_factory=list)
    turn_time: Fraction | None = None
    round_up: bool = False
    pending: list[str] | None = None  # those who are to do the rest, if nothing else is said of it
    plan_heads: Term | None = None
    later: str = ""  # the signs of what is still told of the case
    closed_by: int = 0  # the equation that says that the work is done
    rates_told: int = 0  # how many amounts in a day nobody is named for
    kept: list[Mention] = field(default_factory=list)
    previous_closed: bool = False
    thing: str = ""
    called: dict[str, str] = field(default_factory=dict)
    whole_told: str = ""  # how much there is, as told
    heads_asked: Term | None = None
    both_ways: bool = False  # pipes that fill and pipes that empty
    empties: bool = False  # the case under way is done when all is out
    money: Fraction | None = None  # what is paid for all of it

    def new(self) -> Term:
        """An unknown."""
        self.fresh += 1
        return symbol(f"t{self.fresh:02d}")

    def duration(self, mention: Mention) -> Term:
        """A time in the problem's unit."""
        if not mention.unit:
            hours, _, minutes = mention.value.partition("小时")
            return constant(Fraction(hours) * 60 + Fraction(minutes.lstrip("又零").rstrip("分钟")))
        return constant(Fraction(mention.value) * (MINUTES[mention.unit] if self.mixed else 1))

    def rate(self, who: str) -> Term:
        """What somebody does in a unit of time, as fast as he is now."""
        if who == CREW:
            if self.case_rate is not None:
                return scaled(self.case_rate, self.factor(CREW))
            self.crew_used = True
        base = symbol(f"{who}的效率")
        if who == HAND:
            base = product_of(self.heads or stay_out("how many work"), base)
        return scaled(base, self.factor(who) * (-1 if who in self.emptying else 1))

    def factor(self, who: str) -> Fraction:
        """How many times as fast as at first."""
        return self.factors.get(who, Fraction(1)) * self.factors.get("", Fraction(1))

    def begin(self) -> None:
        """Another case: everybody as at first.

        Raises:
            StayOut: the one under way has not come to an end.
        """
        self.settle()
        if self.open:
            stay_out("work that nobody finishes")
        self.spells, self.present, self.away = [], [], {}
        self.factors, self.case_rate, self.last_time = {}, None, None

    def add(self, who: list[str], time: Term, said: str) -> Spell:
        """Some work for a time."""
        if not self.open:
            self.spells, self.away, self.last_time = [], {}, None
            self.open = True
        spell = Spell({each: self.rate(each) for each in who}, time)
        self.spells.append(spell)
        self.present = list(who)
        if not set(time) <= {()}:
            self.last_time = time
        self.lines.append(said)
        return spell

    def settle(self) -> None:
        """The rest is done by those of whom it was told."""
        if self.pending is not None:
            names, self.pending = self.pending, None
            if not self.open and self.spells:
                stay_out("the rest of a work that is done")
            self.add(names, self.new(), f"{'、'.join(names)}做完")
            self.close()

    def own_time(self, names: list[str]) -> Term:
        """How long some need for the whole, as fast as they are."""
        key = "、".join(sorted(names))
        if key not in self.own_times:
            self.own_times[key] = symbol(f"{key}的时间")
            self.equations.equal(product_of(plus(*(symbol(f"{name}的效率") for name in names)), self.own_times[key]), symbol(WHOLE))
        return self.own_times[key]

    @property
    def done(self) -> Term:
        """How much is done of the work under way."""
        return plus(*(spell.done for spell in self.spells))

    @property
    def left(self) -> Term:
        """How much of it is left."""
        return less(symbol(WHOLE), self.done)

    @property
    def total(self) -> Term:
        """How long the work took that was under way last."""
        if not self.spells:
            stay_out("how long what took")
        return plus(*(spell.time for spell in self.spells if spell.counted))

    def close(self) -> None:
        """The work under way is done."""
        if not self.open:
            stay_out("done before it begins")
        emptied = all(each in self.emptying for spell in self.spells for each in spell.rates)
        self.equations.equal(self.done, scaled(symbol(WHOLE), -1 if emptied or self.empties else 1))
        self.empties = False
        self.closed_by = len(self.equations.told) - 1
        self.open = False
        self.cases += 1
        self.last_total, self.closed_at = self.total, dict(self.factors)

    def is_away(self, who: str, time: Term) -> None:
        """Somebody does nothing for a part of the time that the others work."""
        at_work = [spell for spell in self.spells if spell.counted and who in spell.rates]
        if not at_work or who in self.away:
            stay_out("who is away")
        self.away[who] = time
        self.spells.append(Spell({who: scaled(at_work[-1].rates[who], -1)}, time, counted=False))

    def took(self, who: str) -> Term:
        """How long somebody worked at it."""
        spells = [spell for spell in self.spells if who in spell.rates]
        if not spells:
            stay_out("who did nothing")
        return less(plus(*(each.time for each in spells if each.counted)), plus(*(each.time for each in spells if not each.counted)))

    def done_by(self, who: str) -> Term:
        """How much of it somebody did."""
        parts = [product_of(spell.rates[who], spell.time) for spell in self.spells if who in spell.rates]
        return plus(*parts) if parts else stay_out("who did nothing")

    def plan(self) -> Term:
        """How long it was to take."""
        self.plan_used = True
        return symbol(PLAN)

    def value(self, above: Term, below: Term | None = None) -> Fraction:
        """What follows, whatever scale is left open."""
        scales = [WHOLE, f"{CREW}的效率", f"{HAND}的效率", *(f"{each}的效率" for each in self.everyone)]
        return self.equations.value(above, scales, below)

    def check(self) -> None:
        """No spell is negative, and nobody is away longer than he was there.

        Raises:
            StayOut: it is so.
        """
        for spell in self.spells:
            try:
                if self.value(spell.time) < 0:
                    stay_out("a time that is not positive")
            except StayOut as objection:
                if "contradicts" in str(objection) or "positive" in str(objection):
                    raise
