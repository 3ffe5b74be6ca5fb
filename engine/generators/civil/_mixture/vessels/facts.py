"""What is told without anything being done: how much, how strong, how two compare."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._mixture.vessels.mixing import Mixing
from engine.generators.civil._mixture.vessels.phrases import Phrase
from engine.generators.civil._mixture.vessels.saying import bare, said
from engine.generators.civil._mixture.vessels.world import PURE, WATER, Vessel
from engine.generators.civil._problems.equations import less, product_of, scaled
from engine.generators.reading import stay_out


class Facts(Mixing):
    """What is told without anything being done: how much, how strong, how two compare."""

    def _several(self, phrases: list[Phrase]) -> bool:
        """What is told of two things beside each other: a ratio, a multiple, one each."""
        ratios = [each for each in phrases if each.ratio]
        substances = [each for each in phrases if each.water or (each.words and self.substance(each) == PURE)]
        water = [each for each in phrases if each.water and not each.words]
        if ratios and water and all(len(each.ratio) == 2 for each in ratios):
            self._composition(phrases, ratios)
            return True
        if len(ratios) == 1 and not substances and ratios[0].strength is None and not ratios[0].asks:
            vessels: list[Vessel] = []
            for each in phrases:
                vessels += [one for one in self._counted(each) if one not in vessels]
            if not vessels:
                vessels = self.world.left()
            shares = ratios[0].ratio
            ratios[0].used = True
            if len(vessels) != len(shares) or any(each.changed for each in vessels) or any(each.conc is not None for each in phrases):
                stay_out("a ratio of what")
            for one, share in zip(vessels[1:], shares[1:], strict=True):
                self.world.equations.equal(scaled(one.first.mass, shares[0]), scaled(vessels[0].first.mass, share))
            self.world.lines.append("质量之比 " + ":".join(str(each) for each in shares))
            return True
        strengths = [each for each in phrases if each.strength is not None and each.mass is None and not each.names and not each.asks]
        open_ones = [each for each in self.world.left() if each.told_strength is None and not each.changed]
        if len(strengths) == len(phrases) > 1 and any(each.has_mark("each") for each in phrases) and len(open_ones) == len(strengths):
            for vessel, each in zip(open_ones, strengths, strict=True):
                each.used = True
                self.world.tell_strength(vessel, self._strength(each))
            return True
        wheres = [each.within or each for each in phrases]
        counted = [each for each in wheres if each.count > 1 and each.has_mark("same") and each.has_mark("weight") and each.conc is None]
        if len(counted) == 1 and not self.world.vessels and not any(each.told for each in (*phrases, *wheres)):
            vessels = self._counted(counted[0])
            for vessel in vessels[1:]:
                self.world.equations.equal(vessel.first.mass, vessels[0].first.mass)
            self.world.lines.append("一样多")
            return True
        halves = [each for each in phrases if each.share == Fraction(1, 2) and each.has_mark("each")]
        if halves and water and len(phrases) == 2:
            for each in phrases:
                each.used = True
            self._settle()
            self.idle.discard(self.here().name)
            self.world.tell_strength(self.here(), Fraction(1, 2))
            return True
        times = [each for each in phrases if each.times is not None]
        if len(times) == 1 and not times[0].asks:
            self._multiple(phrases, times[0])
            return True
        return False

    def _counted(self, phrase: Phrase) -> list[Vessel]:
        """`两种盐水`: so many, where none has been told of."""
        if phrase.names:
            return self.declare(bare(phrase))
        if phrase.count > 1 and not self.world.vessels:
            return [self.world.begin("", None, None) for _ in range(phrase.count)]
        if phrase.count > 1:
            left = self.world.left()
            return left if len(left) == phrase.count else stay_out("which of them")
        return []

    def _composition(self, phrases: list[Phrase], ratios: list[Phrase]) -> None:
        """`糖与水的比是 1:9`."""
        for each in phrases:
            each.used = True
        order = [each for each in phrases if each.water or each.words]
        first_water = bool(order) and order[0].water and not order[0].words
        shares = [(each.ratio[1] if first_water else each.ratio[0]) / sum(each.ratio) for each in ratios]
        vessels = [self.here()] if len(shares) == 1 else list(self.world.left())
        if len(vessels) != len(shares):
            stay_out("a ratio of which")
        for vessel, share in zip(vessels, shares, strict=True):
            self._settle()
            self.idle.discard(vessel.name)
            self.world.tell_strength(vessel, share)
            self.world.lines.append(f"{vessel.name}中溶质占 {share}")

    def _multiple(self, phrases: list[Phrase], times: Phrase) -> None:
        """One is so many times the other: as strong, or as much."""
        for each in phrases:
            each.used = True
        assert times.times is not None
        sides: list[Vessel] = []
        for each in phrases:
            sides += [
                one
                for one in (self.find(each, asking=True) or (self.declare(Phrase(names=each.names)) if each.names else []))
                if one not in sides
            ]
        if len(sides) != 2 or any(each.changed for each in sides):
            stay_out("so many times what")
        one, other = (each.first for each in sides)
        if any(each.conc is not None and each.strength is None for each in phrases):
            if one.strength is None or other.strength is None:
                stay_out("how strong")
            self.world.equations.equal(one.strength, scaled(other.strength, times.times))
        else:
            self.world.equations.equal(one.mass, scaled(other.mass, times.times))
        self.world.lines.append(f"{sides[0].name}是{sides[1].name}的 {times.times} 倍")

    def _part(self, phrase: Phrase) -> bool:
        """So much of what is dissolved, or of the water, that a solution is made of."""
        if phrase.mass is None or phrase.strength is not None or phrase.names or self.happened:
            return False
        substance = self.substance(phrase)
        if substance not in (WATER, PURE):
            return False
        within, current = phrase.within, self.world.current
        if (
            within is not None
            and (within.words or within.has_mark("one", "kind"))
            and not within.names
            and self.made_of is None
            and not (current and current.told_mass)
        ):
            self.made_of = current if current is not None and not current.changed else self.world.begin("", None, None)
        if self.made_of is None or self.made_of is not self.world.current:
            return False
        now = self.made_of.now
        phrase.used = True
        self.world.equations.equal(now.content if substance == PURE else less(now.mass, now.content), self.amount(phrase.mass))
        self.world.lines.append(said(phrase))
        return True

    def _sort(self, phrase: Phrase) -> bool:
        """Whether water is another sort of which something is made."""
        return not self.happened and not any(each.told_strength == WATER for each in self.world.vessels.values())

    def _equal(self, phrase: Phrase) -> None:
        """All are as strong as each other, or one is as strong as at first."""
        if phrase.has_mark("first"):
            vessel = self.here()
            self.idle.discard(vessel.name)
            one, other = vessel.now, vessel.first
            self.world.equations.equal(product_of(one.content, other.mass), product_of(other.content, one.mass))
            return
        vessels = [each for each in self.world.left() if each.told_strength not in (WATER, PURE) or each.changed]
        if len(vessels) != 2:
            stay_out("which are equal")
        one, other = (each.now for each in vessels)
        self.world.equations.equal(product_of(one.content, other.mass), product_of(other.content, one.mass))
        self.world.lines.append("浓度相等")
        self.equal = True
        self.idle -= {each.name for each in vessels}

    def _fact(self, phrase: Phrase) -> None:
        if phrase.points is not None and phrase.conc is not None and not phrase.has_mark("than"):
            self._by_points(phrase)
            return
        if phrase.share is not None or phrase.times is not None or phrase.points is not None or phrase.has_mark("than"):
            stay_out("compared with what")
        within = phrase.within
        if self._part(phrase):
            return
        if within is not None and within.told:
            self.declare(within)
        strength_only = phrase.strength is not None and phrase.mass is None and not phrase.names and not (within and within.names)
        if strength_only and (self.event_in_sentence or (self.happened and not phrase.has_mark("other", "first"))):
            self._settle()
            self._reach(phrase)
            return
        if phrase.has_mark("first") and self.happened:
            stay_out("told of before")
        names = phrase.names or (within.names if within else [])
        current = self.world.current
        if not names and current is not None and not phrase.has_mark("other") and not self.find(phrase):
            if strength_only and current.told_strength is None and not current.changed and current.name not in ("水",):
                self._more(current, phrase)
                return
            if (
                phrase.mass is not None
                and phrase.strength is None
                and self.substance(phrase) is None
                and not current.told_mass
                and not current.changed
            ):
                self._more(current, phrase)
                return
            if current.changed and phrase.mass is not None and phrase.strength is None:
                if not current.wet or current.told_mass or patterns.search("干", phrase.text):
                    stay_out("how much there is when")
                phrase.used = True
                self.world.equations.equal(current.first.mass, self.amount(phrase.mass))
                current.told_mass = True
                return
            if not phrase.told:
                return
        if not phrase.told and not names and not phrase.words and not phrase.water:
            return
        if not phrase.told and not names and phrase.words and current is None and not phrase.has_mark("pure", "one", "full"):
            return
        self.declare(phrase)

    def _by_points(self, phrase: Phrase) -> None:
        """So many points stronger or weaker than at first."""
        phrase.used = True
        known = self.find(phrase)
        vessel = known[0] if len(known) == 1 else self.here()
        self.idle.discard(vessel.name)
        points = phrase.points if phrase.points is not None else stay_out("points")
        more, fewer = (vessel.now, vessel.first) if phrase.has_mark("up") else (vessel.first, vessel.now)
        apart = less(product_of(more.content, fewer.mass), product_of(fewer.content, more.mass))
        self.world.equations.equal(apart, scaled(product_of(more.mass, fewer.mass), points))
