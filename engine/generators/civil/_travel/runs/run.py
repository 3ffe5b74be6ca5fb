"""One way gone several times: there and back, as planned and otherwise, by this and by that; each a run in parts at even speeds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil

from engine.generators.civil._problems.equations import Equations, Term, less, plus, product_of, symbol, unknowns
from engine.generators.reading import StayOut, stay_out

Made = Callable[[], Term]
"""A term that is made when all parts are known."""
WAY, MORNING = "全程", "出发的时刻"


@dataclass(eq=False, slots=True)
class Part:
    """A stretch at one speed; everything of it that is not told is an unknown.

    Attributes:
        sign: what its unknowns begin with.
        words: what the text says of it, to know it again by.
        paced, bounded, timed: whether a speed, an end, a time was told of it.
        open: whether it ends on the way.
        rest: whether it is no motion.
    """

    sign: str
    words: list[str] = field(default_factory=list)
    paced: bool = False
    bounded: bool = False
    timed: bool = False
    open: bool = False
    rest: bool = False

    @property
    def speed(self) -> Term:
        """The speed."""
        return symbol(f"{self.sign}的速度")

    @property
    def way(self) -> Term:
        """How far it is."""
        return {} if self.rest else symbol(f"{self.sign}的路程")

    @property
    def time(self) -> Term:
        """How long it takes."""
        return symbol(f"{self.sign}的时间")

    @property
    def untold(self) -> bool:
        """Whether no quantity was told of it."""
        return not (self.paced or self.bounded or self.timed or self.rest)


@dataclass(eq=False, slots=True)
class Run:
    """The whole way gone once.

    Attributes:
        title: what it is called in the working.
        back: whether the way is gone back; None where that is not told.
        totalled: whether the time of the whole run was told.
        asked: whether something is asked of it.
        compared: whether it was told how it compares with another.
        go, pause: one goes for so long and then rests for so long, over and over.
        start: how much later than usual it begins.
        rests: for how long nobody moved on it.
    """

    title: str
    parts: list[Part] = field(default_factory=list)
    back: bool | None = None
    totalled: bool = False
    asked: bool = False
    compared: bool = False
    go: Fraction | None = None
    pause: Fraction | None = None
    start: Term = field(default_factory=dict)
    rests: list[Term] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.parts.append(Part(f"{self.title}第1段"))

    def going(self, whole: Fraction) -> Fraction:
        """How long one moves of a time with its rests.

        Raises:
            StayOut: the time ends while one rests.
        """
        assert self.go is not None and self.pause is not None
        for rests in range(int(whole / self.pause) + 1):
            moved = whole - rests * self.pause
            if moved > 0 and max(ceil(moved / self.go) - 1, 0) == rests:
                return moved
        return stay_out("it ends while one rests")

    @property
    def last(self) -> Part:
        """The part that is being told of."""
        return self.parts[-1]

    @property
    def time(self) -> Term:
        """How long the run takes."""
        return plus(*(part.time for part in self.parts), *self.rests)

    @property
    def end(self) -> Term:
        """When it ends, from when one usually starts."""
        return plus(self.start, self.time)

    @property
    def untold(self) -> bool:
        """Whether no quantity was told of it."""
        return not self.totalled and self.go is None and all(part.untold for part in self.parts)

    def next_part(self) -> Part:
        """The next part; the last one if nothing was told of that."""
        if not self.last.untold:
            self.parts.append(Part(f"{self.title}第{len(self.parts) + 1}段"))
        return self.last


def value_of_any(equations: Equations, above: Term, scales: tuple[str, ...], below: Term | None = None) -> Fraction:
    """As `Equations.value`; where the unknowns, eliminated in their order, lead nowhere, in the opposite order.

    Raises:
        StayOut: the equations leave it open, or contradict each other.
    """
    try:
        return equations.value(above, scales, below)
    except StayOut as objection:
        if "not determined" not in str(objection):
            raise
    names = unknowns([*equations.told, above, below or {}])
    other = {name: f"{len(names) - place:03d}" for place, name in enumerate(names)}

    def renamed(term: Term) -> Term:
        return {tuple(sorted(other[name] for name in product)): factor for product, factor in term.items()}

    turned = Equations([renamed(term) for term in equations.told])
    return turned.value(renamed(above), [other[name] for name in scales if name in other], renamed(below) if below else None)


class Runs:
    """All runs of a text, and what is told of them: terms that are nought, made when all parts are known."""

    def __init__(self) -> None:
        self.told: list[Callable[[], Term]] = []
        self.runs: list[Run] = []
        self.base: Run | None = None
        self.current = self.new()

    def new(self) -> Run:
        """One run more, told of from now on."""
        self.current = Run(f"走法{'一二三四五六七八九'[min(len(self.runs), 8)]}")
        self.runs.append(self.current)
        return self.current

    def tell(self, one: Term, other: Term) -> None:
        """Adds that two terms are equal."""
        self.told.append(lambda: less(one, other))

    def later(self, one: Made, other: Made) -> None:
        """Adds that two terms are equal that are made when all parts are known."""
        self.told.append(lambda: less(one(), other()))

    def plan(self) -> Run:
        """How the way is gone as planned or usually: the run told so, or one thought of."""
        if self.base is None:
            self.base = Run("原来")
            self.runs.append(self.base)
        return self.base

    def equations(self) -> Equations:
        """Everything told, with what holds of any run.

        Raises:
            StayOut: nobody says how fast a part is gone.
        """
        found = Equations([term() for term in self.told])
        for run in self.runs:
            if run.untold and not run.asked and not run.compared and run is not self.base:
                continue  # it only introduces
            for place, part in enumerate(run.parts):
                if part.rest:
                    continue
                way = part.way if len(run.parts) > 1 or part.bounded else symbol(WAY)
                found.told.append(less(product_of(part.speed, part.time), way))
                if len(run.parts) > 1 and not part.paced:
                    if place:
                        stay_out("how fast a part is gone")
                    if self.base is not None and self.base is not run:
                        found.equal(part.speed, self.base.parts[0].speed)
            if self.base is run and not run.last.paced and len(run.parts) == 1:
                self._as_at_first(found, run)
            if not run.last.open and (len(run.parts) > 1 or run.last.bounded):
                found.equal(plus(*(part.way for part in run.parts)), symbol(WAY))
        return found

    def _as_at_first(self, found: Equations, base: Run) -> None:
        """What was planned is only thought of: at the speed with which all begin that go in parts."""
        begun = [run.parts[0] for run in self.runs if run is not base and len(run.parts) > 1 and run.parts[0].paced]
        if base.title == "原来" and begun:
            found.equal(base.last.speed, begun[0].speed)
