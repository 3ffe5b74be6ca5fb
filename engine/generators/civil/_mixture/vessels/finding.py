"""What a phrase stands for: an amount, a substance, a vessel told of before or now."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._mixture.vessels.asking import Asked
from engine.generators.civil._mixture.vessels.phrases import Phrase
from engine.generators.civil._mixture.vessels.saying import said, solutes, solvents
from engine.generators.civil._mixture.vessels.tokens import Token, number
from engine.generators.civil._mixture.vessels.world import PURE, WATER, Portion, Vessel, World
from engine.generators.civil._problems.equations import Term, constant, less, plus
from engine.generators.reading import stay_out


class Finding:
    """What a phrase stands for: an amount, a substance, a vessel told of before or now."""

    def __init__(self, text: str) -> None:
        self.text, self.world = text, World()
        self.asked: list[Asked] = []
        self.goals: list[tuple[Phrase, bool]] = []
        self.variables: dict[str, Term] = {}
        self.unit, self.happened = "", False
        self.price = False
        self.solutes, self.solvents = solutes(text), solvents(text)
        self.topic: Vessel | None = None
        self.event_in_sentence = False
        self.nth, self.equal = "", False
        self.idle: set[str] = set()  # what was done to these has not been heeded yet
        self.more: Term | None = None
        self.made_of: Vessel | None = None
        self.each: list[Term] = []
        self.taken: list[tuple[Vessel, Portion]] = []
        self.with_water = self.put_water = False
        self.done: list[tuple[str, Fraction | None, Term]] = []

    def amount(self, token: Token) -> Term:
        """A told amount in the unit of the text.

        Raises:
            StayOut: another unit was told before.
        """
        self.unit = self.unit or token.unit
        return constant(number(token.value)) if token.unit == self.unit else stay_out("units")

    def dose(self, phrase: Phrase, of: Vessel | None = None) -> Term:
        """How much is put in, or taken out `of` something: then the rest is the unknown, so that it is not less than nothing."""

        phrase.used = True

        def unknown() -> Term:
            return less(of.now.mass, self.world.unknown("r")) if of is not None and of.told_mass else self.world.unknown("x")

        if phrase.mass is not None:
            found = self.amount(phrase.mass)
            if phrase.has_mark("than"):
                if not phrase.has_mark("up") or not phrase.has_mark("last-time", "nth") or not self.world.doses:
                    stay_out("so much more than")
                found = plus(self.world.doses[-1], found)
        elif phrase.variable:
            found = self.variables.setdefault(phrase.variable, self.world.unknown("x"))
        elif asked := [each for each in phrase.asks if each[0] == "mass"]:
            phrase.asks.remove(asked[0])
            found = unknown()
            self.asked.append(Asked("term", term=found, unit=asked[0][1]))
        elif phrase.has_mark("same"):
            found = self.world.doses[-1] if self.world.doses and not phrase.has_mark("each", "both") else unknown()
        else:
            found = unknown()
        self.world.doses.append(found)
        return found

    def substance(self, phrase: Phrase) -> Fraction | None:
        """What is spoken of: water, what is dissolved, or something of a strength of its own."""
        if phrase.strength is not None:
            return self._strength(phrase)
        if (phrase.water and not phrase.words) or phrase.text in self.solvents:
            return WATER
        if phrase.has_mark("pure") or (phrase.words and self._is_solute(phrase.text)):
            return PURE
        return None

    def _is_solute(self, text: str) -> bool:
        bare = patterns.sub("^[食白精粗细砂]", "", text)
        return text in self.solutes or bare in self.solutes

    def _strength(self, phrase: Phrase) -> Fraction:
        assert phrase.strength is not None
        self.price = self.price or phrase.price
        if self.price != phrase.price and phrase.strength not in (0,):
            stay_out("prices and strengths")
        if phrase.wet:
            return 1 - phrase.strength
        if not phrase.price and not 0 <= phrase.strength <= 1:
            stay_out("stronger than pure")
        return phrase.strength

    def find(self, phrase: Phrase, asking: bool = False) -> list[Vessel]:
        """The vessels a phrase names, without making one."""
        world = self.world
        names = phrase.names or (phrase.within.names if phrase.within else [])
        if names:
            return [world.vessels[name] for name in names if name in world.vessels]
        if phrase.has_mark("both", "all") or (phrase.within and phrase.within.has_mark("both", "all")):
            return [each for each in world.left() if each.name[:1] not in "水纯"]
        if phrase.strength is not None and (asking or phrase.conc is None or not self.event_in_sentence):
            value = self._strength(phrase)
            known = [each for each in world.vessels.values() if each.told_strength == value]
            if len(known) == 1:
                return known
        return []

    def here(self) -> Vessel:
        """What was spoken of last."""
        if self.world.current is None:
            if self.world.vessels:
                stay_out("which vessel")
            return self.world.begin("", None, None)
        return self.world.current

    def declare(self, phrase: Phrase) -> list[Vessel]:
        """The vessels of a phrase with what is told of them; new ones where they have not been told of."""
        known = self.find(phrase)
        current = self.world.current
        if (
            not known
            and not phrase.names
            and phrase.within is None
            and not phrase.has_mark("other")
            and current is not None
            and not current.changed
        ) and (
            phrase.mass is not None
            and phrase.strength is None
            and not current.told_mass
            and self.substance(phrase) is None
            and len(self.world.left()) == 1
        ):
            known = [current]  # how much there is of what was spoken of
        if not known and phrase.has_mark("mixture") and self.world.current is not None and self.world.current.changed:
            known = [self.world.current]
        names = phrase.names or (phrase.within.names if phrase.within else [])
        if len(names) > 1 and phrase.mass is not None and not phrase.has_mark("each"):
            return self._sum(names, phrase)
        if names and len(known) < len(names):
            made = [self._begin(name, phrase) if name not in self.world.vessels else self.world.vessels[name] for name in names]
            self.world.current = made[-1]
            return made
        if known:
            for each in known:
                self._more(each, phrase)
            self.world.current = known[-1]
            return known
        return [self._begin("", phrase)]

    def _sum(self, names: list[str], phrase: Phrase) -> list[Vessel]:
        """So much of all together."""
        if not phrase.has_mark("sum") or phrase.mass is None:
            stay_out("so much of each, or of all")
        mass, phrase.mass = phrase.mass, None
        vessels = self.declare(phrase)
        phrase.mass = mass
        self.world.equations.equal(plus(*(each.first.mass for each in vessels)), self.amount(mass))
        self.world.lines.append(f"{'、'.join(each.name for each in vessels)}共 {mass.text}")
        return vessels

    def _begin(self, name: str, phrase: Phrase) -> Vessel:
        phrase.used = True
        strength = self.substance(phrase)
        if strength == PURE and name and phrase.mass is None and phrase.strength is None and not phrase.has_mark("pure"):
            strength = None  # `A、B 两瓶酒精` may be of any strength
        mass = self.amount(phrase.mass) if phrase.mass is not None else None
        if phrase.variable:
            mass = self.variables.setdefault(phrase.variable, self.world.unknown("m"))
        if not name and strength in (WATER, PURE) and phrase.strength is None:
            name = ("水" if strength == WATER else "纯") + str(len(self.world.vessels))
        vessel = self.world.begin(name, mass, strength)
        vessel.wet = phrase.wet
        for question in [one for one in phrase.asks if one[0] == "mass"]:
            phrase.asks.remove(question)
            self.asked.append(Asked("mass", vessel=vessel, portion=vessel.first, unit=question[1]))
        self._inner(vessel, phrase)
        self.world.lines.append(said(phrase, vessel))
        return vessel

    def _more(self, vessel: Vessel, phrase: Phrase) -> None:
        """What else is told of a vessel."""
        self.idle.discard(vessel.name)
        phrase.used = True
        if phrase.strength is not None and not (vessel.told_strength == self._strength(phrase) and not vessel.changed):
            self.world.tell_strength(vessel, self._strength(phrase))
            vessel.wet = vessel.wet or phrase.wet
        elif phrase.strength is None and (strength := self.substance(phrase)) is not None and vessel.told_strength is None:
            self.world.tell_strength(vessel, strength)
        if phrase.mass is not None:
            self.world.tell_mass(vessel, self.amount(phrase.mass))
        self._inner(vessel, phrase)
        self.world.lines.append(said(phrase, vessel))

    def _inner(self, vessel: Vessel, phrase: Phrase) -> None:
        if phrase.inner is not None:
            self.world.equations.equal(vessel.now.content, self.amount(phrase.inner))
        if phrase.share is not None or phrase.times is not None or phrase.points is not None:
            stay_out("a share of what")
        if phrase.ratio:
            stay_out("a ratio of what")

    def portion(self, phrase: Phrase) -> Portion:
        """What is put in: so much of something by itself, or all there is in a vessel."""
        if phrase.share is not None and len(self.find(phrase)) == 1 and phrase.mass is None and not phrase.asks:
            phrase.used = True
            return self.world.take_share(self.find(phrase)[0], phrase.share)
        if phrase.price or phrase.share is not None or phrase.times is not None or phrase.ratio or phrase.inner is not None:
            stay_out("what is put in")
        strength = self.substance(phrase)
        known = self.find(phrase)
        if known and not phrase.amount():
            if len(known) > 1:
                stay_out("all of several")
            found = known[0].now
            known[0].gone = True
            self.idle.discard(known[0].name)
            return found
        if known:
            named = bool(phrase.names or phrase.within)
            if phrase.has_mark("same") and strength in (WATER, PURE) and len(known) == 1:
                return self.world.portion(known[0].first.mass, strength)  # as much water as there was of it
            if phrase.has_mark("same") and not phrase.within:
                stay_out("as much as what")
            return (
                self.world.take(known[0], self.dose(phrase))
                if len(known) == 1 and (named or not known[0].told_mass)
                else stay_out("out of which")
            )
        if strength is None and not phrase.amount():
            stay_out(f"what is put in: {phrase.text}")
        if strength is None:
            if phrase.words and self.world.hands:
                stay_out("what is put in")
            stay_out(f"how strong: {phrase.text}")
        open_dose = phrase.mass is None
        found = self.world.portion(self.dose(phrase), strength)
        if open_dose:
            self.done.append(("in", strength, found.mass))
        if phrase.strength is not None:
            made = Vessel(f"加入{len(self.world.vessels)}", found, found, True, strength, gone=True)
            self.world.vessels[made.name] = made
        return found
