"""Who moves: a world, those spoken of, and another case of it."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.civil._problems.equations import Term, symbol
from engine.generators.civil._problems.mentions import Mention
from engine.generators.civil._travel.itineraries.said import WATER, Row, Said
from engine.generators.civil._travel.journeys.world import WAY, Mover, World
from engine.generators.reading import stay_out


class Party:
    """A world, and those of whom is spoken."""

    def __init__(self, world: World, river: bool, unnamed: int = 0) -> None:
        self.world, self.river, self.unnamed = world, river, unnamed
        self.places: dict[str, Term] = {"A": {}, "B": symbol(WAY), "C": symbol("C的位置"), "D": symbol("D的位置")}
        self.at: dict[str, str] = {}  # at which place somebody has started
        self.bound: dict[str, str] = {}  # where somebody is going, who has turned
        self.said = Said("", "")
        self.kept: Said | None = None
        self.moment = False  # the clause before ended with `后` or `时`
        self.cycles: dict[str, tuple[Mention, Mention]] = {}
        self.flow = 1
        self.bounces = False
        self.starts_told = self.two_places = False
        self.one_by_one = False  # they start one after another
        self.leader = ""  # the one of whom is told whom he meets
        self.race = False  # to an end, though it may go round and round
        self.columns: set[str] = set()
        self.turned: set[str] = set()  # those who have turned since anything happened
        self.bounded = False  # somebody has reached the end of the way
        self.headed: set[str] = set()  # those of whom it is said where they go
        self.introduced: list[str] = []  # those spoken of in earlier clauses
        self.way_told: tuple[str, str] | None = None
        self.cases = 0
        self.spans: dict[str, Term] = {}
        self.initial: dict[str, tuple[Term, int]] | None = None
        self.initial_at: dict[str, str] = {}
        self.initial_way = ""
        self.way_used = False
        if river:
            for each in world.movers.values():
                each.stream = symbol(WATER)

    def whom(self, names: Row) -> list[str]:
        """Those named, or spoken of."""
        found = list(dict.fromkeys(each.value for each in names if each.kind == "name"))
        return found or self.said.subject or list(self.world.movers)

    def one(self, names: Row, what: str) -> str:
        """The one named, or spoken of."""
        found = self.whom(names)
        return found[0] if len(found) == 1 else stay_out(what)

    def mover(self, name: str) -> Mover:
        return self.world.movers[name]

    def others(self, names: list[str]) -> list[str]:
        return [each for each in self.world.movers if each not in names]

    def subject(self, names: Row) -> None:
        """Of whom the clause speaks."""
        found = [each.value for each in names if each.kind == "name"]
        said = self.said
        said.subject = [*said.subject, *(each for each in found if each not in said.subject)] if said.named and not said.done else found
        said.named = True

    def now_of(self, names: Row) -> None:
        """From here on the clause speaks of these alone."""
        self.said.subject = list(dict.fromkeys(each.value for each in names if each.kind == "name"))
        self.said.named = True

    def everyone(self, all_of_them: Row) -> None:
        """Of all; of the two without names where there are others; of a column that has been spoken of."""
        if all_of_them[0].text in ("他们", "她们", "它们") and len(self.said.subject) == 1 and self.said.subject[0] in self.columns:
            return
        if len(self.world.movers) > 2 and patterns.match("[两二2]|双方", all_of_them[0].text):
            if len(self.said.subject) != 2 or not self.said.named:
                self.said.subject = list(self.world.movers)[:2] if self.unnamed == 2 else stay_out("which two")
        elif not self.said.named or len(self.said.subject) < 2:
            self.said.subject = list(self.world.movers)
        self.said.named = True

    def he(self, _: Row) -> None:
        """Of the one spoken of last."""
        if len(self.said.subject) != 1 and len(self.world.movers) > 1:
            stay_out("who is meant")

    def begins_again(self, otherwise: bool) -> None:
        """Another case: all at the start once more; `otherwise`: they go other ways, or start at other times."""
        world = self.world
        if self.cycles or self.bounces or world.clocked or len(world.movers) != 2:
            stay_out("another case")
        self.cases += 1
        world.begin_again()
        for each in world.movers.values():
            each.stream = symbol(WATER) if self.river else {}
        self.bound, self.at, self.starts_told = {}, {}, False
        if not otherwise and self.initial is not None:
            world.way, self.at = self.initial_way, dict(self.initial_at)
            world.placed = set(self.at)
            for name, (place, heading) in self.initial.items():
                world.movers[name].place, world.movers[name].heading = dict(place), heading
