"""What is put together, by amounts or by a ratio, exchanged, done again."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._mixture.vessels.events import Events
from engine.generators.civil._mixture.vessels.phrases import Phrase
from engine.generators.civil._mixture.vessels.saying import bare
from engine.generators.civil._mixture.vessels.tokens import Token, number
from engine.generators.civil._mixture.vessels.world import Portion, Vessel
from engine.generators.civil._problems.equations import scaled
from engine.generators.reading import stay_out


class Mixing(Events):
    """What is put together, by amounts or by a ratio, exchanged, done again."""

    def _mix(self, verb: Token, before: list[Phrase], after: list[Phrase]) -> list[Phrase]:
        """Put together: what is in hand, what is named, or all there is."""
        self._happens()
        held = [each for each in after if each.asks]
        told = [
            each
            for each in (*before, *after)
            if each not in held
            and (
                each.told
                or each.names
                or each.within
                or each.water
                or each.has_mark("both", "all", "pure", "by", "same", "rest")
                or self.find(each)
            )
        ]
        only_words = not any(each.told or each.names or each.within or each.has_mark("both", "all", "rest") for each in told)
        done = any(each.changed and not each.gone for each in self.world.vessels.values())
        if only_words and not self.world.hands and done:
            return held  # stirred
        return [*self._mixed(before, after, told), *held]

    def _mixed(self, before: list[Phrase], after: list[Phrase], told: list[Phrase]) -> list[Phrase]:
        ratio = [each for each in (*before, *after) if each.ratio]
        if ratio or any(each.has_mark("by", "same") for each in (*before, *after)):
            return self._by_ratio(told, ratio)
        if self.world.hands and not told:
            if len(self.world.hands) < 2:
                stay_out("mixed with what")
            taken = [Vessel(f"取{place}", portion, portion) for place, (_, portion) in enumerate(self.world.hands)]
            self._heed(taken)
            self.world.hands = []
            self.idle.add(self.world.mix(taken).name)
            return []
        current = self.world.current
        parts: list[Vessel] = []
        if any(each.has_mark("rest") for each in told):
            told, parts = [], [each for each in self.world.left() if each.name[:2] != "混合"]
        for each in told:
            found = self.find(each) if not each.told or self.find(each) else []
            if each.mass is not None and found and found[0].told_mass and not found[0].changed:
                stay_out("which portion")
            parts += [one for one in (found or self.declare(each)) if one not in parts]
            if found and each.mass is not None:
                plain = each.strength is None and self.substance(each) is None and not each.words
                if len(found) == 1 and not found[0].changed and plain and not patterns.search("含有?水|水分", self.text):
                    each.used = True  # how much of what was told of only by how strong it is
                self.world.tell_mass(found[0], self.amount(each.mass))
        if len(parts) == 1 and current is not None and current is not parts[0] and not current.gone:
            parts.insert(0, current)
        if len(parts) < 2:
            parts = self.world.left()
        self._heed(parts)
        self.idle.add(self.world.mix(parts).name)
        self.world.lines.append("混合：" + "、".join(each.name for each in parts))
        return []

    def _by_ratio(self, told: list[Phrase], ratio: list[Phrase]) -> list[Phrase]:
        """So many parts of each."""
        said = ratio[0].ratio if ratio else ()
        for each in ratio:
            each.used = True
        parts: list[Vessel] = []
        for each in told:
            if each.strength is not None or each.names or ((each.told or each.has_mark("both", "all")) and not each.ratio):
                parts += [one for one in (self.find(each) or self.declare(bare(each))) if one not in parts]
        sources = parts or [each for each in self.world.vessels.values() if each.name[:2] not in ("混合", "加入")]
        shares = said or (Fraction(1),) * len(sources)
        if len(ratio) > 1 or len(shares) != len(sources) or len(sources) < 2:
            stay_out("a ratio of which")
        size = self.world.unknown("m")
        taken = []
        for source, share in zip(sources, shares, strict=True):
            portion = self.world.take(source, scaled(size, share)) if not source.told_mass else stay_out("so much of it by ratio")
            taken.append(Vessel(source.name, portion, portion))
        self._heed(sources)
        self.idle.add(self.world.mix(taken).name)
        self.world.lines.append("按 " + ":".join(str(each) for each in shares) + " 混合")
        return []

    def _swap(self, before: list[Phrase], after: list[Phrase]) -> list[Phrase]:
        """Each of two gives the other as much."""
        hands = self.world.hands
        told = [each for each in (*before, *after) if not each.empty]
        if not hands and not told and self.world.lines[-1:] == ["互换"]:
            return []  # said once more
        if not hands and self._back("swap", told, None):
            return []
        if not hands:
            vessels = list(self.world.left())
            dose = self.dose(next((each for each in told if each.amount()), Phrase()))
            self.done.append(("swap", None, dose))
            hands = [(each, self.world.take(each, dose)) for each in vessels]
        elif any(each.told or each.asks for each in told):
            stay_out("exchanged how")
        if len(hands) != 2:
            stay_out("exchanged between which")
        self._happens()
        (one, first), (other, second) = hands
        self.world.put(one, second)
        self.world.put(other, first)
        self.idle |= {one.name, other.name}
        self.world.hands, self.world.current = [], None
        self.world.lines.append("互换")
        return []

    def _repeat(self, verb: Token, before: list[Phrase], after: list[Phrase]) -> None:
        """Done so often in all."""
        vessel = self.here()
        often = int(number(verb.value))
        if any(not each.empty for each in (*before, *after)):
            stay_out("what is repeated")
        if not vessel.rounds or len(vessel.rounds) > often or any(each != vessel.rounds[0] for each in vessel.rounds):
            stay_out("how often")
        for _ in range(often - len(vessel.rounds)):
            dose = vessel.rounds[0]
            if isinstance(dose, Fraction):
                self.world.take_share(vessel, dose)
            else:
                self.world.take(vessel, dose)
            vessel.now = Portion(vessel.first.mass, vessel.now.content)
        self.world.lines.append(f"一共 {often} 次")
