"""Reads what is done with vessels clause by clause: who has what, what is taken and put where, how strong it becomes, what is asked."""

from __future__ import annotations

from collections.abc import Sequence

from engine.generators import patterns
from engine.generators.civil._mixture.vessels.asking import Asked, answers
from engine.generators.civil._mixture.vessels.facts import Facts
from engine.generators.civil._mixture.vessels.phrases import Phrase, segments, until_later
from engine.generators.civil._mixture.vessels.tokens import Token, plain, tokens_of
from engine.generators.civil._mixture.vessels.world import PURE, WATER, Vessel
from engine.generators.civil._problems.relations import recognition
from engine.generators.civil._problems.wording import is_talk
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out

_MIXABLE = r"浓度|质量分数|含|溶液|[盐糖]水|酒精|混合|纯|每(?:千克|克|斤|升)|元/(?:千克|斤|克)|%"


def read_vessels(text: str) -> Recognition | None:
    """Whatever is mixed, poured, dried and asked for."""
    told = plain(text)
    if not patterns.search(_MIXABLE, told):
        return None
    reader = Reader(told)
    for sentence in patterns.split(r"[。?!;\n]+", told):
        reader.sentence(sentence.strip(" ,"))
    return reader.finished()


class Reader(Facts):
    """One text being read."""

    def sentence(self, text: str) -> None:
        """All its clauses."""
        self.event_in_sentence, self.nth = False, ""
        before = len(self.asked)
        if (too := patterns.fullmatch(r"(?P<name>[甲乙丙丁A-E])[^\d,]{0,2}呢", text)) and self.asked and self.asked[-1].kind == "strength":
            vessel = self.world.vessels.get(too["name"]) or stay_out("asked of what")
            self.asked.append(Asked("strength", vessel=vessel, now=vessel.now, known=True))
            self.idle.discard(vessel.name)
            return
        for clause in text.split(","):
            if clause.strip():
                self.clause(clause)
        if before and len(self.asked) == before and patterns.search(r"\d|[\u4e00-\u9fff]{3}", text):
            stay_out(f"after the question: {text}")

    def clause(self, text: str) -> None:
        """Everything in a clause, verb by verb."""
        if self._only_story(text):
            return
        if self._apart(text):
            return
        tokens = tokens_of(text)
        self.nth = next((token.value for token in tokens if token.kind == "nth" and token.value), self.nth)
        if not self.happened and any(token.kind == "nth" and token.value in tuple("二三四五2345") for token in tokens):
            stay_out("nothing was done before")
        parts = segments(tokens)
        held: list[Phrase] = parts[0][1]
        goal = any(phrase.has_mark("goal") for _, phrases in parts for phrase in phrases)
        if any(
            each.has_mark("holds-water") and each.mass is not None and each.strength is None for _, phrases in parts for each in phrases
        ):
            stay_out("how much water is in it, not how much of it there is")
        place = 1
        while place < len(parts):
            verb, after = parts[place]
            assert verb is not None
            after, later = until_later(after) if verb.kind != "become" else (after, [])
            if verb.kind == "become":
                self._become(held, after, goal and not self._event_before(parts, place))
                held = []
            elif verb.kind == "out":
                held = self._out(held, after, parts[place + 1][0] if place + 1 < len(parts) else None)
            elif verb.kind == "in":
                held = self._in(held, after)
            elif verb.kind == "evap":
                held = self._evaporate(held, after)
            elif verb.kind == "mix":
                held = self._mix(verb, held, after)
            elif verb.kind == "fill":
                held = self._fill(held, after)
            elif verb.kind == "swap":
                held = self._swap(held, after)
            else:
                self._repeat(verb, held, after)
                held = []
            held += later
            place += 1
        self._tell(held)
        for _, phrases in parts:
            for phrase in phrases:
                for each in (phrase, phrase.within):
                    if each is not None and each.told and not each.used and not self._described(each):
                        stay_out(f"passed over in {text}")

    def _described(self, phrase: Phrase) -> bool:
        """Whether a strength only says which vessel is spoken of."""
        told = Phrase(strength=phrase.strength, price=phrase.price, wet=phrase.wet)
        only = not any((phrase.mass, phrase.inner, phrase.share, phrase.ratio, phrase.times, phrase.points, phrase.variable))
        return only and phrase.strength is not None and bool(self.find(told, asking=True))

    def _only_story(self, text: str) -> bool:
        """Whether a clause only talks, or tells who does it all before anything is told."""
        if patterns.search(r"\d|多少", text):
            return False
        if is_talk(text):
            return True
        if self.world.vessels or len(text) >= 20 or patterns.search("[不没未除每另只纯杯瓶桶]|溶液|混合", text):
            return False
        return all(token.kind in ("open", "article", "then", "kind", "need") for token in tokens_of(text))

    def _apart(self, text: str) -> bool:
        """How much stronger one was than another at first."""
        found = patterns.fullmatch(
            r"(?:原来|原先|最初|开始时?)(?:的)?(?P<one>[甲乙丙丁A-E])[^,\d]{0,8}浓度比(?P<other>[甲乙丙丁A-E])[^,\d]{0,10}(?P<way>高|低)(?:出|了)*多少(?:%|个百分点)?\(?",
            text,
        )
        if found is None or not {found["one"], found["other"]} <= self.world.vessels.keys():
            return False
        one, other = (self.world.vessels[found[each]].first for each in ("one", "other"))
        more, fewer = (one, other) if found["way"] == "高" else (other, one)
        self.asked.append(Asked("apart", portion=more, now=fewer))
        return True

    @staticmethod
    def _event_before(parts: Sequence[tuple[Token | None, list[Phrase]]], place: int) -> bool:
        return any(verb is not None and verb.kind in ("in", "out", "evap", "mix", "fill") for verb, _ in parts[:place])

    def _become(self, before: list[Phrase], after: list[Phrase], goal: bool) -> None:
        subject = [each for each in before if not each.empty]
        asking = [each for each in after if each.asks]
        result = next(
            (
                each
                for each in (*after, *subject)
                if each.strength is not None or each.asks or each.points is not None or each.mass is not None
            ),
            None,
        )
        if result is None and any(each.ratio for each in after) and any(each.water for each in (*before, *after)):
            self._settle()
            self._composition([*before, *after], [each for each in after if each.ratio])
            return
        if result is None:
            stay_out("what it becomes")
        strong = [each for each in after if each.strength is not None]
        result.wet = result.wet or any(each.wet for each in subject)
        if result.asks and any(each.conc is not None for each in subject):
            result.asks = [("strength" if kind == "mass" and not unit else kind, unit) for kind, unit in result.asks]
        for each in subject:
            if each is not result and each.told and not self.happened:
                self.declare(each)
            elif each is not result and each.told:
                known = self.find(each) or self.declare(each)
                self.world.current = known[-1]
        if subject and result not in subject and subject[0].names and len(subject) == 1:
            self.world.current = (self.find(subject[0]) or self.declare(subject[0]))[-1]
        rest = [each for each in after if each is not result and not each.empty]
        if len(strong) > 1:
            stay_out("two strengths at once")
        if goal and not asking and not self.event_in_sentence:
            result.used = True
            self.goals.append((result, True))
            self._tell(rest)
            return
        now = self.world.current
        if (
            not asking
            and result.strength is not None
            and now is not None
            and not now.changed
            and len(self.world.left()) == 1
            and now.told_strength not in (None, self._strength(result))
        ):
            result.used = True
            self.goals.append((result, True))
            self._tell(rest)
            return
        self._settle()
        self._reach(result)
        self._tell(rest)

    def _tell(self, phrases: list[Phrase]) -> None:
        goal = next((each for each in phrases if each.has_mark("goal") and (each.strength is not None or each.mass is not None)), None)
        if goal is not None and not goal.asks:
            goal.used = True
            self.goals.append((goal, True))
            phrases = [each for each in phrases if each is not goal]
        asking = [each for each in phrases if any(kind in ("ratio", "times") for kind, _ in each.asks)]
        if asking:
            self._settle()
            self._ask_ratio(phrases)
            return
        if phrases and self._several(phrases):
            return
        if len([each for each in phrases if each.asks]) == 1 and phrases[-1].asks and len(phrases) > 1 and phrases[-1].has_mark("each"):
            for each in phrases[:-1]:  # `16%的盐水和水各多少克`
                if each.mass is not None or (each.told and each.strength is None):
                    stay_out("how much of each")
                each.asks = list(phrases[-1].asks)
                each.marks.discard("each")
            phrases[-1].marks.discard("each")
        if self.goals and any(each.asks for each in phrases):
            for each in phrases:  # sorts that are first told of where they are asked for
                if (
                    each.asks
                    and each.asks[0][0] == "mass"
                    and not each.names
                    and each.mass is None
                    and (
                        (each.strength is not None and not self.find(each, asking=True))
                        or (each.water and not each.words and self._sort(each))
                    )
                ):
                    asks, each.asks = each.asks, []
                    self.declare(each)
                    each.asks = asks
        for phrase in phrases:
            if phrase.asks:
                self._ask(phrase)
            elif (phrase.conc is not None and phrase.has_mark("same")) or (
                phrase.has_mark("same") and "浓" in self.text and phrase.has_mark("both", "all")
            ):
                self._equal(phrase)
            elif phrase.told or phrase.names or phrase.words or phrase.water or phrase.within is not None:
                self._fact(phrase)
            elif not phrase.empty:
                stay_out("a fact of nothing")

    def _ask(self, phrase: Phrase) -> None:
        """A question by itself."""
        self._settle_if_made(phrase)
        first = phrase.has_mark("first")
        names = phrase.names or (phrase.within.names if phrase.within else [])
        for kind, unit in phrase.asks:
            if kind == "count":
                stay_out("how often")
            if phrase.variable:
                phrase.used = True
                self.asked.append(Asked("term", term=self.variables.get(phrase.variable) or stay_out("which"), unit=unit))
                continue
            if kind == "mass" and not unit and not phrase.has_mark("weight") and not phrase.water:
                stay_out("how much of what")
            if phrase.has_mark("up", "down", "than"):
                stay_out("how much more")
            known = self.find(phrase, asking=True) if names or phrase.strength is not None or phrase.has_mark("both") else []
            if names and not known:
                stay_out("asked of what")
            if phrase.has_mark("each", "both", "all") and not names:
                known = [each for each in self.world.vessels.values() if each.gone and not each.changed] or known
                if not known:
                    stay_out("of which")
            if kind == "mass" and phrase.water and not phrase.words:
                known = [each for each in self.world.vessels.values() if each.told_strength == WATER and each.name.startswith("水")]
                if len(known) != 1:
                    stay_out("which water")
                self.asked.append(Asked("term", term=known[0].first.mass, unit=unit))
                continue
            if kind in ("mass", "inner") and phrase.has_mark("holds-water") and phrase.strength is None:
                kind = "water"
            elif kind == "mass" and phrase.strength is None and (self.substance(phrase) == PURE or self._dissolved(phrase)):
                kind = "inner"
            if kind == "strength" and len(known) == 2 and self.equal and not first:
                known = known[:1]
            here = self.world.left()[:1] if self.world.current is None and self.equal else known or [self.here()]
            for vessel in known or here:
                if kind == "mass" and not first and vessel.rounds and vessel.told_mass and vessel.now.mass == vessel.first.mass:
                    stay_out("as much as was told, or what is in it")
                if not (first or vessel.gone or phrase.strength is not None):
                    self.idle.discard(vessel.name)
                portion = vessel.first if first or vessel.gone or phrase.strength is not None else None
                self.asked.append(
                    Asked(kind, vessel=vessel, portion=portion, now=vessel.now, unit=unit, wet=vessel.wet or phrase.wet, known=bool(known))
                )

    def _dissolved(self, phrase: Phrase) -> bool:
        """Whether what is asked for is in the vessel: `药水里还有药多少克`, and the `酒精` of what was filled up, which is as much as ever."""
        if not phrase.words or phrase.names or patterns.search("[水液浆]$", phrase.text):
            return False
        within = phrase.within.text if phrase.within is not None else ""
        now = self.world.current
        filled = now is not None and bool(now.rounds) and now.told_mass and now.now.mass == now.first.mass
        return within in (f"{phrase.text}水", f"{phrase.text}液", f"{phrase.text}溶液") or filled

    def _ask_ratio(self, phrases: Sequence[Phrase]) -> None:
        """How the amounts of two compare."""
        water = [each for each in phrases if each.water and not each.words]
        if water and not any(each.names or each.told for each in phrases):
            order = [each for each in phrases if each.water or each.words]
            self.idle.discard(self.here().name)
            self.asked.append(Asked("composition", vessel=self.here(), now=self.here().now, wet=order[0] is water[0]))
            return
        if any(
            each.has_mark("than", "times-word", "up", "down") or each.mass is not None or ("times", "") in each.asks for each in phrases
        ):
            stay_out("a ratio of what")
        vessels: list[Vessel] = []
        for each in (one for one in phrases if one.names or one.within or one.strength is not None):
            vessels += [one for one in self.find(each, asking=True) if one not in vessels]
        if not vessels:
            vessels = [each for each in self.world.vessels.values() if each.name[:2] not in ("混合", "加入")]
        if len(vessels) != 2:
            stay_out("a ratio of which")
        self.asked.append(Asked("ratio", vessel=vessels[0], other=vessels[1]))

    def _settle_if_made(self, phrase: Phrase) -> None:
        self._settle()

    def finished(self) -> Recognition:
        """The answers.

        Raises:
            StayOut: nothing is asked, or it does not follow.
        """
        self._settle()
        if not self.asked:
            stay_out("nothing asked")
        if self.idle:
            stay_out(f"not heeded: what was done to {'、'.join(sorted(self.idle))}")
        self.world.check()
        found = answers(self.asked, self.world, self.unit, self.price, self.variables)
        lines = list(dict.fromkeys(self.world.lines))
        return recognition(lines or ["混合"], found, {}, working=self.world.equations.in_words())
