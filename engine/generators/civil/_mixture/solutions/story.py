"""Solutions as a story goes: what every vessel holds is a mass and what is dissolved in it; what is told are equations between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators.civil._problems.equations import Equations, Term, constant, scaled, symbol
from engine.generators.civil._problems.mentions import Clause, Mention
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_GRAMS = {"毫克": Fraction(1, 1000), "克": Fraction(1), "斤": Fraction(500), "千克": Fraction(1000), "吨": Fraction(1000000)}


@dataclass(slots=True)
class Solution:
    """What a vessel holds; `strength` as told, and whether its mass is."""

    mass: Term
    solute: Term
    has_mass: bool = False
    has_strength: bool = False
    started: Term | None = None


@dataclass(slots=True)
class Story:
    """The vessels, what has been told of them, and what is asked."""

    equations: Equations = field(default_factory=Equations)
    solutions: dict[str, Solution] = field(default_factory=dict)
    asks: list[tuple[str, Term, Term, str]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    current: str = ""
    last_added: Term | None = None
    last_solutes: list[str] = field(default_factory=list)
    unit: str = ""
    fresh: int = 0
    changed: bool = False  # something has been done since a strength was told
    goal: Fraction | None = None
    goal_mass: Term | None = None
    firsts: dict[str, tuple[Term, Term]] = field(default_factory=dict)
    mixed: bool = False
    last_dose: Term | None = None
    dose_told: bool = True
    poured: Fraction | Term | None = None  # what share, or how much, was poured out last
    strengths: dict[str, Fraction] = field(default_factory=dict)
    swapped: bool = False
    alike: bool = False  # all are told to be equally strong
    later: set[str] = field(default_factory=set)  # the kinds of what is still told
    hand: tuple[str, Term, Term] | None = None  # what was taken out last, and of which
    log: list[Clause] = field(default_factory=list)  # what was done
    diluted: set[str] = field(default_factory=set)  # those that something was put into
    before_out: Term | None = None  # how much there was before something was poured out last
    pours: list[Fraction | Term | None] = field(default_factory=list)  # what was poured out in each round
    rounds: int = 0  # how often something was poured out and filled up
    carried: dict[str, tuple[Term, Term]] = field(default_factory=dict)  # what has been taken out of each, to be put elsewhere

    def new(self, sign: str) -> Term:
        """An unknown that nothing is told of yet."""
        self.fresh += 1
        return symbol(f"{sign}{self.fresh:02d}")

    def begin(self, key: str) -> Solution:
        """A new vessel, which is spoken of from here on."""
        if key in self.solutions:
            stay_out(f"two of {key}")
        found = Solution(self.new("m"), self.new("s"))
        self.solutions[key] = found
        self.current = key
        return found

    def of(self, key: str) -> Solution:
        """The vessel of that name, or a new one."""
        if key not in self.solutions:
            return self.begin(key)
        self.current = key
        return self.solutions[key]

    def now(self) -> Solution:
        """The vessel that is spoken of."""
        if not self.solutions:
            return self.begin("溶液")
        return self.solutions[self.current]

    def amount(self, mention: Mention) -> Term:
        """A mass as a term, in the unit of the problem."""
        factor = Fraction(1)
        if mention.unit != self.unit:
            factor = _GRAMS[mention.unit] / _GRAMS[self.unit] if {mention.unit, self.unit} <= set(_GRAMS) else stay_out("units")
        return constant(Fraction(mention.value) * factor)

    def strong(self, solution: Solution, strength: Fraction) -> None:
        """Its strength is told.

        Raises:
            StayOut: it is none.
        """
        if not 0 <= strength <= 100:
            stay_out("a strength")
        if not strength and all(len(product) == 1 for product in solution.solute):
            solution.solute, solution.has_strength = {}, True
            return
        self.equations.equal(solution.solute, scaled(solution.mass, strength / 100))
        solution.has_strength = True


def named(story: Story, clause: Clause) -> list[str]:
    """The vessels that a clause names."""
    keys = [each.value for each in clause.all("name")]
    keys = [dict(zip("ABC", "甲乙丙", strict=True)).get(each, each) for each in keys]
    if clause.take("other"):
        keys.append(f"另一{len(story.solutions)}")
    clause.take_all("name")
    return list(dict.fromkeys(keys))


def becomes(story: Story, strength: Fraction, masses: list[Mention]) -> None:
    """What was done has made the solution so strong."""
    now = story.now()
    story.strong(now, strength)
    if masses:
        story.equations.equal(now.mass, story.amount(masses[0]))
    story.lines.append(f"这时浓度 {decimal(strength, 4)}%" + (f"，{masses[0].value} {masses[0].unit}" if masses else ""))
    story.changed = False


def reached(story: Story) -> None:
    """The strength that was to be reached, after what is done for it."""
    if story.goal is None:
        return
    goal, mass = story.goal, story.goal_mass
    story.goal = story.goal_mass = None
    becomes(story, goal, [])
    if mass is not None:
        story.equations.equal(story.now().mass, mass)


def remember(story: Story) -> None:
    for key, solution in story.solutions.items():
        story.firsts.setdefault(key, (solution.mass, solution.solute))


def meant(story: Story, keys: list[str], before: bool, about_strength: bool = False) -> tuple[Term, Term]:
    """Mass and solute of the vessel that is asked about: as it was at first, or as it is now."""
    key = keys[0] if keys else story.current
    first, now = story.firsts.get(key), story.solutions.get(key)
    if keys and now is None and first is None:
        stay_out("of which")
    if first is not None and (before or now is None):
        return first
    if before and story.changed:
        stay_out("as it was when")
    if about_strength and first is not None and keys and key not in story.diluted:
        return first  # what is left of it is as strong
    if keys and first is not None and now is not None and first != (now.mass, now.solute) and not story.swapped:
        stay_out("then or now")
    now = now or story.now()
    return now.mass, now.solute
