"""How strong something becomes: what is told or asked of it after what was done, or wanted before it is done."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from engine.generators.civil._mixture.vessels.asking import Asked
from engine.generators.civil._mixture.vessels.finding import Finding
from engine.generators.civil._mixture.vessels.phrases import Phrase
from engine.generators.civil._mixture.vessels.saying import percent
from engine.generators.civil._mixture.vessels.world import Vessel
from engine.generators.reading import stay_out


class Becoming(Finding):
    """How strong something becomes: what is told or asked of it after what was done, or wanted before it is done."""

    def _reach(self, result: Phrase) -> None:
        """What it becomes now is told or asked."""
        result.used = True
        if len(self.world.hands) > 1:
            self._together()
        if not any(each.changed for each in self.world.vessels.values() if not each.gone):
            self._together()
        vessel = self.here()
        if result.names:
            vessel = (self.find(result) or stay_out("which becomes"))[0]
        self.idle.discard(vessel.name)
        if result.inner is not None or result.share is not None or result.ratio or result.times is not None:
            stay_out("what it becomes")
        if result.strength is not None:
            self.world.tell_strength(vessel, self._strength(result))
            self.world.lines.append(f"{vessel.name}变为 {percent(result)}")
        if result.mass is not None:
            self.world.tell_mass(vessel, self.amount(result.mass))
            self.world.lines.append(f"{vessel.name}有 {result.mass.text}")
        if result.points is not None:
            stay_out("points")
        for kind, unit in result.asks:
            if kind == "mass" and not unit:
                stay_out("how much of what")
            self.asked.append(Asked(kind, vessel=vessel, portion=vessel.now, unit=unit, wet=vessel.wet or result.wet))
        result.asks = []

    def _heed(self, vessels: Sequence[Vessel]) -> None:
        """What was done to these has gone into something else."""
        self.idle -= {each.name for each in vessels} | {vessel.name for vessel, _ in self.world.hands}

    def _settle(self) -> None:
        """Goals come true once what they want is done."""
        goals, self.goals = self.goals, []
        for result, _ in goals:
            self._reach(result)

    def _together(self) -> None:
        """Where something is made of several sorts, they are put together."""
        left = [each for each in self.world.left() if not each.changed]
        if len(self.world.hands) > 1:
            parts = [Vessel(f"取{place}", portion, portion) for place, (_, portion) in enumerate(self.world.hands)]
            self._heed(parts)
            self.world.hands = []
            self.idle.add(self.world.mix(parts).name)
        elif len(left) > 1 and len(left) == len(self.world.left()):
            self._heed(left)
            self.idle.add(self.world.mix(left).name)
            self.world.lines.append("混合：" + "、".join(each.name for each in left))

    def _back(self, kind: str, phrases: Sequence[Phrase], what: Fraction | None) -> bool:
        """Whether a question is about something that was done before, how much of it was not told."""
        asking = [each for each in phrases if any(kind == "mass" for kind, _ in each.asks)]
        if not asking or self.goals or any(each.has_mark("goal") or each.told for each in phrases):
            return False
        if kind == "out" and self.each and any(each.has_mark("each", "both") or len(each.names) > 1 for each in phrases):
            for each in asking:
                for question in [one for one in each.asks if one[0] == "mass"]:
                    each.asks.remove(question)
                    self.asked += [Asked("term", term=term, unit=question[1]) for term in self.each]
            return True
        if any(each.has_mark("again") for each in phrases) and kind != "out":
            return False
        same = [term for done, of, term in self.done if done == kind and of == what]
        if not same or any(term != same[0] for term in same):
            return False
        for each in asking:
            for question in [one for one in each.asks if one[0] == "mass"]:
                each.asks.remove(question)
                self.asked.append(Asked("term", term=same[0], unit=question[1]))
        return True
