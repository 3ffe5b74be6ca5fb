"""What is done with vessels: something is taken out, put in, dried, filled up."""

from __future__ import annotations

from collections.abc import Sequence

from engine.generators import patterns
from engine.generators.civil._mixture.vessels.asking import Asked
from engine.generators.civil._mixture.vessels.becoming import Becoming
from engine.generators.civil._mixture.vessels.phrases import Phrase
from engine.generators.civil._mixture.vessels.saying import said
from engine.generators.civil._mixture.vessels.tokens import Token
from engine.generators.civil._mixture.vessels.world import WATER, Portion, Vessel
from engine.generators.civil._problems.equations import less, plus, product_of
from engine.generators.reading import stay_out


class Events(Becoming):
    """What is done with vessels: something is taken out, put in, dried, filled up."""

    def _happens(self) -> None:
        self.happened = self.event_in_sentence = True
        self.equal = False

    def _sources(self, before: Sequence[Phrase]) -> list[Vessel]:
        found: list[Vessel] = []
        for phrase in before:
            if phrase.empty:
                if phrase.has_mark("both", "all", "each"):
                    found += [each for each in self.world.left() if each not in found]
                continue
            known = self.find(phrase)
            inside = phrase.within
            names = phrase.names or (inside.names if inside else [])
            if not names and not phrase.told and (phrase.has_mark("each", "both") or (inside and inside.has_mark("each", "both"))):
                known = self.world.left()
            elif inside is not None and not known and not names:
                known = self.declare(inside) if inside.told else [self.here()]
            elif not known and not names and not phrase.told:
                continue  # somebody who does it
            found += known or self.declare(phrase)
        if not found:
            each = any(phrase.has_mark("each", "both", "all") for phrase in before)
            found = self.world.left() if each else [self.here()]
        return found

    def _out(self, before: list[Phrase], after: list[Phrase], following: Token | None) -> list[Phrase]:
        """Something is taken out; what is in hand may be put elsewhere."""
        if len(after) > 1:
            stay_out("several things taken at once")
        if after and after[0].has_mark("than") and after[0].mass is None and following is not None and following.kind == "out":
            return [*before, *after]
        what = after[0] if after else Phrase()
        if before and before[-1].amount() and not after and before[-1].within is None and not before[-1].names:
            what, before = before[-1], before[:-1]
        if what.has_mark("both", "all") and not what.told and not what.asks and not any(each.names or each.within for each in before):
            return self._some_of_each(self.world.left(), what, [])
        if self._back("out", (*before, what), None) or (what.water and self._back("dry", (*before, what), WATER)):
            return []
        if any(each.has_mark("obj") for each in before) and what.empty and self.world.hands and before:
            taken = [
                hand
                for hand in self.world.hands
                if any(hand[0].name in each.names or (each.within and hand[0].name in each.within.names) for each in before)
            ]
            if len(taken) == 1:
                self.taken = taken
                return []
        if any(kind == "mass" for kind, _ in what.asks) and self._used(before, what):
            return []
        sources = self._sources(before)
        each = any(phrase.has_mark("each", "both") for phrase in (*before, what)) or len(sources) > 1
        self._happens()
        if what.water and not what.words and not self.price and sources and sources[-1].told_strength != WATER:
            if len(sources) != 1:
                stay_out("dried in several")
            self._dry(sources[0], what)
            return []
        if what.strength is not None or what.ratio or what.times is not None or what.points is not None or what.inner is not None:
            return self._taken_sort(sources, before, what)
        if what.share is not None:
            if len(sources) != 1:
                stay_out("a share of each")
            what.used = True
            if sources[0].rounds and sources[0].now.mass != sources[0].first.mass and not what.has_mark("rest", "remains"):
                stay_out("a share of what")
            share = 1 - what.share if what.has_mark("remains") else what.share
            self.idle.add(sources[0].name)
            self.world.hands.append((sources[0], self.world.take_share(sources[0], share)))
            self.world.doses.append({})
            sources[0].rounds.append(share)
            self.world.lines.append(f"{sources[0].name}取出 {share}")
            self.world.current = sources[0]
            return []
        asks = [each for each in what.asks if each[0] == "mass"]
        marks = set().union(*(phrase.marks for phrase in (*before, what)))
        if (
            {"than", "up"} <= marks
            and "last-time" not in marks
            and what.mass is not None
            and any(each.gone for each in self.world.vessels.values())
        ):
            return self._more_of_each(what)
        swapped = following is not None and following.kind == "swap"
        if len(sources) > 1 and each and not what.has_mark("same") and not swapped and (asks or (what.mass is None)):
            return self._some_of_each(sources, what, asks)
        if len(sources) > 1 and not (each or swapped or what.has_mark("same")):
            stay_out("out of which")
        if not sources:
            stay_out("out of nothing")
        open_dose = what.mass is None
        dose = self.dose(what, sources[0] if len(sources) == 1 else None)
        if open_dose:
            self.done.append(("out", None, dose))
        for source in sources:
            self.world.hands = [hand for hand in self.world.hands if hand[0] is not source]
            source.rounds.append(dose)
            self.idle.add(source.name)
            self.world.hands.append((source, self.world.take(source, dose)))
            self.world.lines.append(f"从{source.name}取出一份")
        self.world.current = sources[0]
        return []

    def _taken_sort(self, sources: list[Vessel], before: list[Phrase], what: Phrase) -> list[Phrase]:
        """`取 20% 的盐水 300 克`: a sort that is told where it is taken."""
        if before and not all(phrase.empty for phrase in before):
            stay_out("taken of what")
        return [what]

    def _some_of_each(self, sources: list[Vessel], what: Phrase, asks: list[tuple[str, str]]) -> list[Phrase]:
        """Of each some, not the same."""
        for source in sources:
            dose = self.world.unknown("m") if source.told_mass or source.changed else source.first.mass
            if asks:
                self.asked.append(Asked("term", term=dose, unit=asks[0][1]))
            if source.told_mass or source.changed:
                self.world.hands.append((source, self.world.take(source, dose)))
            self.each.append(dose)
        for each in asks:
            what.asks.remove(each)
        return []

    def _more_of_each(self, what: Phrase) -> list[Phrase]:
        """Of each sort so much more than the first time."""
        what.used = True
        assert what.mass is not None
        sorts = [each for each in self.world.vessels.values() if each.gone and not each.changed]
        if len(sorts) < 2 or self.world.hands:
            stay_out("so much more than what")
        self.more = self.amount(what.mass)
        for each in sorts:
            mass = plus(each.first.mass, self.more)
            strength = each.first.strength or stay_out("how strong")
            self.world.hands.append((each, Portion(mass, product_of(mass, strength), strength)))
        self.world.lines.append(f"每种多取 {what.mass.text}")
        return []

    def _used(self, before: Sequence[Phrase], what: Phrase) -> bool:
        """Whether what is asked for is how much of a sort was used."""
        self._settle()
        known: list[Vessel] = []
        for each in before:
            if each.names or each.strength is not None:
                known += [one for one in self.find(each, asking=True) if one not in known]
        if not known and any(each.has_mark("each", "both") for each in (*before, what)):
            known = [each for each in self.world.vessels.values() if each.gone]
        if not known or not all(each.gone for each in known):
            return False
        more = self.more if self.more is not None and self.nth in tuple("二2") else None
        if self.more is not None and more is None and self.nth not in tuple("一1"):
            stay_out("which time")
        for _, unit in what.asks:
            self.asked += [Asked("term", term=plus(vessel.first.mass, more or {}), unit=unit) for vessel in known]
        what.asks = []
        return True

    def _targets(self, before: list[Phrase], after: list[Phrase]) -> tuple[list[Phrase], list[Phrase]]:
        """The phrases into which something is put, and those that are put in."""
        everything = [*before, *after]
        into = [each for each in everything if (each.has_mark("to") or each.within is not None) and not each.has_mark("from", "obj")]
        if not into and self.world.hands and after and all(each.names and not each.amount() and not each.asks for each in after):
            into = list(after)
        if not into and len(after) and any(each.has_mark("obj") or each.names for each in before):
            into = [each for each in after if each.names and not each.amount()]
        if not into:
            into = [each for each in before if not each.has_mark("obj") and not each.empty and self._stands_for_vessel(each)]
        added = [each for each in everything if not any(each is one for one in into) and not each.empty]
        return into, added

    def _stands_for_vessel(self, phrase: Phrase) -> bool:
        return bool(phrase.names) or (phrase.strength is not None or (bool(phrase.words) and self.substance(phrase) is None))

    def _in(self, before: list[Phrase], after: list[Phrase]) -> list[Phrase]:
        """Something is put in."""
        if any(each.has_mark("obj") and not each.amount() for each in before) and any(
            each.names and each.has_mark("some", "same") for each in after
        ):
            stay_out("how much of which")
        into, added = self._targets(before, after)
        self._happens()
        marks = set().union(*(each.marks for each in (*before, *after))) if before or after else set()
        for phrase in into:  # `往盐水里加`: the phrase behind 里 holds what is put in
            if (
                phrase.within is not None
                and not phrase.empty
                and (phrase.told or phrase.water or phrase.words or phrase.asks or phrase.has_mark("some", "same"))
            ):
                inner = Phrase(**{name: getattr(phrase, name) for name in Phrase.__slots__ if name != "within"})
                if inner.water or inner.told or inner.words or inner.asks:
                    added.append(inner)
                phrase.words, phrase.water, phrase.mass, phrase.strength, phrase.asks, phrase.names = (
                    [],
                    False,
                    None,
                    None,
                    [],
                    phrase.names,
                )
        if len(added) == 1 and self._back("in", added, self.substance(added[0])):
            return []
        if any(each.has_mark("some", "same") and each.within is None for each in into):
            stay_out("how much of which")
        targets = self._into(into)
        if not added:
            return self._put_hands(targets)
        self.world.hands = []
        if not targets:
            targets = self._without_target(added)
        if len(targets) > 1:
            if not ({"each", "both", "all", "same"} & marks) or len(added) != 1:
                stay_out("put into which")
            strength = self.substance(added[0])
            if strength is None:
                stay_out("what is put in")
            open_dose = added[0].mass is None
            dose = self.dose(added[0])
            if open_dose:
                self.done.append(("in", strength, dose))
            for target in targets:
                self.idle.add(target.name)
                self.world.put(target, self.world.portion(dose, strength))
            self.world.lines.append("各加入同样多")
            self.world.current = None
            return []
        self.idle.add(targets[0].name)
        for phrase in added:
            known = self.find(phrase, asking=True) if not phrase.names and phrase.strength is not None else []
            if known == [targets[0]] and not targets[0].changed and not targets[0].told_mass and phrase.amount():
                self._more(targets[0], phrase)
                for question in [one for one in phrase.asks if one[0] == "mass"]:
                    phrase.asks.remove(question)
                    self.asked.append(Asked("mass", vessel=targets[0], portion=targets[0].first, unit=question[1]))
                continue
            self.put_water = self.substance(phrase) == WATER
            self.world.put(targets[0], self.portion(phrase))
            self.world.lines.append(f"{targets[0].name}中加入{said(phrase)}")
        return []

    def _without_target(self, added: list[Phrase]) -> list[Vessel]:
        """Where nothing is said of a vessel: what was spoken of last, or the first of what is put together."""
        if self.world.current is not None:
            left = [each for each in self.world.left() if each.name[:1] not in "水纯"]
            if len(left) > 1 and not self.world.current.changed and not self.event_in_sentence:
                stay_out("put into which")
            return [self.world.current]
        if len(added) > 1:
            return [self.declare(added.pop(0))[-1]]
        return [self.here()]

    def _into(self, into: list[Phrase]) -> list[Vessel]:
        found: list[Vessel] = []
        for phrase in into:
            where = phrase.within or phrase
            known = self.find(where)
            if not known and where.has_mark("mixture"):
                known = self.declare(where)
                found += [each for each in known if each not in found]
                continue
            if not known:
                if where.told or (where.words and self.world.current is None) or where.names or (where.water and where.within is None):
                    known = self.declare(where)
                else:
                    known = [self.here()]
            elif where.told:
                for each in known:
                    self._more(each, where)
            found += [each for each in known if each not in found]
        return found

    def _put_hands(self, targets: list[Vessel]) -> list[Phrase]:
        hands = self.world.hands
        if not hands:
            stay_out("nothing to put in")
        if len(targets) != 1:
            stay_out("put into which")
        mine, self.taken = self.taken or hands, []
        if len(mine) != 1 or mine[0][0] is targets[0]:
            stay_out("which is put in")
        self.idle.discard(mine[0][0].name)
        self.idle.add(targets[0].name)
        self.world.put(targets[0], mine[0][1])
        self.world.lines.append(f"倒入{targets[0].name}")
        self.world.hands = [hand for hand in hands if hand is not mine[0]]
        return []

    def _evaporate(self, before: list[Phrase], after: list[Phrase]) -> list[Phrase]:
        """Water leaves, nothing else."""
        subject = [each for each in before if not each.empty and not (each.water and not each.words)]
        held = [each for each in after if each.asks and each.has_mark("rest")]
        after = [each for each in after if each not in held]
        doses = [
            each
            for each in (*after, *(each for each in before if each.water and not each.words))
            if not each.empty or each.has_mark("some", "same")
        ]
        if len(subject) > 1 or len(doses) > 1:
            stay_out("what is dried")
        known = self.world.current
        if known is not None and known.wet and known.changed and not doses and len(subject) < 2:
            return [*self._dried_already(known, subject), *held]
        if subject:
            where = subject[0].within if subject[0].within is not None and not subject[0].told else subject[0]
            vessel = (self.find(where) or (self.declare(where) if where.told or self.world.current is None else [self.here()]))[-1]
        else:
            vessel = self.here()
        what = doses[0] if doses else Phrase()
        if what.strength is not None or what.share is not None or what.ratio or (what.words and what.amount()):
            stay_out("what is boiled off")
        if self._back("dry", (what,), WATER):
            return []
        self._happens()
        self._dry(vessel, what)
        return held

    def _dried_already(self, vessel: Vessel, subject: list[Phrase]) -> list[Phrase]:
        """`100 千克晒完剩多少`: how much there was at first of what was told to be dried."""
        for each in subject:
            if each.mass is not None and not vessel.told_mass:
                each.used = True
                self.world.equations.equal(vessel.first.mass, self.amount(each.mass))
                vessel.told_mass = True
        return []

    def _dry(self, vessel: Vessel, what: Phrase) -> None:
        open_dose = what.mass is None
        dose = self.dose(what)
        if open_dose:
            self.done.append(("dry", WATER, dose))
        self.idle.add(vessel.name)
        self.world.dry(vessel, dose)
        self.world.lines.append("去掉水")

    def _fill(self, before: list[Phrase], after: list[Phrase]) -> list[Phrase]:
        """Filled up with water to where it was."""
        if self.world.current is None or not self.world.current.rounds:
            for each in after:
                each.marks |= {mark for one in before for mark in one.marks & {"from", "to"}}
            return [*before, *after]  # `一个装满……的容器`
        vessel = self.here()
        for each in (*before, *after):
            if each.mass is not None and vessel.told_mass and self.amount(each.mass) == vessel.first.mass:
                each.used = True
                continue
            if each.told or each.asks or (each.words and not each.water and self.substance(each) is not None):
                stay_out("filled with what")
        if any(
            each.words and not each.water and not patterns.fullmatch("其|它|杯|瓶", each.text) for each in before if each.has_mark("obj")
        ):
            stay_out("filled with what")
        self.with_water = self.with_water or any(each.water for each in (*before, *after)) or (self.event_in_sentence and self.put_water)
        if not self.with_water:
            stay_out("filled with what")
        self._happens()
        self.world.put(vessel, self.world.portion(less(vessel.first.mass, vessel.now.mass), WATER))
        vessel.now = Portion(vessel.first.mass, vessel.now.content)
        self.world.hands = []
        self.world.lines.append("加满水")
        return []
