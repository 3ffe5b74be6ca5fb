"""The things that a statistical material tells figures of: which one a name in front of a figure is, and which one another is a share of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from engine.generators import patterns
from engine.generators.civil._statistics.cues import RATE_WORD
from engine.generators.civil._statistics.material.names import Thing, Told, clean, core, nearest, place_of, sort_of, tag, without_amount
from engine.generators.civil._statistics.material.periods import SOME_YEAR, Calendar, Period, bare
from engine.generators.civil._statistics.material.rows import without_course
from engine.generators.civil._statistics.material.tables import Table

_SORT_OF = re.compile(
    "参加|参保|使用|具有|拥有|持有|从事|属于|选择|业务|出口|进口|面积|支出|收入|总|的|类|人员|人|者|用户|居民|常住|受访|产品|员工|职工(?!医)|教师|学生|[额量值数]$"
)
"""What a name may have or lack where it says again of whom or what something is told."""
_OF_WHOM = re.compile("参加|参保|使用|具有|拥有|持有|的|类|人员|人|者|用户")
_SIDE = re.compile("出口|进口|收入|支出|面积|产量")
_REGION = re.compile("(?:[东中西]部|东北|中央|地方|城镇|农村|乡村)(?:地区)?")
_MEASURE = re.compile("投资(?:额|总额)?|增加值|总?产值|产量|销量|收入|总额|额|量")
"""What is measured of something, where a name says it and another leaves it out."""
_OF_REGION = re.compile(r"^(?:[东中西]部|东北)(?:地区)?")


@dataclass(slots=True)
class Named:
    """What is told of a material so far, and what is spoken of."""

    calendar: Calendar
    things: list[Thing] = field(default_factory=list)
    facts: list[Told] = field(default_factory=list)
    subject: Thing | None = None
    main: Thing | None = None
    head: Thing | None = None  # what was told first since the last semicolon
    before: Thing | None = None  # the main thing of the sentence before
    parent: Thing | None = None
    among: bool = False  # whether the parent was said with `在……中`
    unsure: bool = False  # whether what is told is told of a part, but it is not clear of which
    fresh: bool = True  # whether a sentence, or what follows its semicolon, begins
    place: str = ""
    scope: str = ""
    standing: Period = field(default_factory=lambda: Period(SOME_YEAR))
    group: list[Thing] = field(default_factory=list)
    last: str = ""
    aside: str = ""  # the clause before, where it has no figure
    span: Period | None = None  # years that a clause of its own spoke of
    base: Period | None = None  # since when what is spoken of has grown, where that is said
    sentence: int = 0
    topic: str = ""  # what the first sentences say without figures
    tables: list[Table] = field(default_factory=list)
    rounded: set[tuple[int, Period]] = field(default_factory=set)  # where a value is only said to be passed
    bound: list[str] = field(default_factory=list)  # clauses that say under which condition something holds

    def _thing(self, name: str, unit: str = "") -> Thing | None:
        """The thing a name in front of a figure is; the one before where it says nothing. `unit`: of the figure, where it has one."""
        name = clean(bare(name))
        if not name or patterns.fullmatch(r"(?:其|这一?|同比|总)", name):
            return self.subject
        if patterns.fullmatch("折合?|相当于|约合", name):
            return None
        place, own = place_of(name)
        own = clean(own)
        self.place = place or self.place
        if not own:
            return self.subject
        key = core(own)
        region = _OF_REGION.match(self.subject.own) if self.subject is not None and self.subject.sentence == self.sentence else None
        if (
            region is not None
            and not place
            and len(key) < 7
            and not _OF_REGION.match(own)
            and region.end() < len(self.subject.own if self.subject else "")
        ):
            own = region[0] + own  # `东部地区业务量占……，业务收入占……`: that of the East
            key = core(own)
        if (
            len(key) < 4
            and self.subject is not None
            and self.subject.sentence == self.sentence
            and len(core(self.subject.own)) > len(key)
            and core(self.subject.own).endswith(key)
        ):  # `玩具出口 30 万吨，出口额……`: that of the toys
            own = patterns.sub("[额量值数]$", "", self.subject.own).removesuffix(patterns.sub("[额量值数]$", "", own)) + own
            key = core(own)
        if (
            self.parent is not None
            and len(key) < 5
            and without_amount(self.parent.own).endswith(without_amount(own))
            and self._within_a_part(self.parent)
        ):
            return self.parent  # `1—8 月完成投资……其中，8 月份完成投资……`
        if self.parent is not None and len(key) > 2:  # `完成软件业务收入……，利润……。其中，6 月份软件业务收入……`
            of_time = [
                each
                for each in self.things
                if each.sentence == self.parent.sentence and without_amount(each.own).endswith(without_amount(own))
            ]
            if len(of_time) == 1 and self._within_a_part(of_time[0]):
                return of_time[0]
        if _REGION.fullmatch(own):
            begun = [
                thing
                for thing in self.things
                if thing.own.startswith(own) and thing.place == (place or self.place) and self.parent in (None, thing.parent)
            ]
            if len(begun) == 1:
                return begun[0]  # `东部地区投资 3 亿元……东部地区增长 4%`
        if not unit and len(key) > 3 and all(core(thing.own) != key for thing in self.things):
            measured = [thing for thing in self.things if _MEASURE.fullmatch(thing.own.removeprefix(own)) and thing.own.startswith(own)]
            if len(measured) == 1 and measured[0].place == (place or self.place):
                return measured[0]  # `民间投资额 3 亿元……民间投资占……的 6%`
        for thing in self.things:
            if core(thing.own) != key or (place or self.place) != thing.place:
                continue
            if self.parent is not None and thing.parent is not None and thing.parent is not self.parent:
                continue
            if thing.parent is None and self.parent is not None and thing is not self.parent and len(key) < 4:
                continue
            sort = tag(own) or ("额" if patterns.search("[元金镑]$", unit) else "量" if unit else "")
            if sort and sort_of(thing) and sort != sort_of(thing):
                continue
            return thing
        return self._new(own, place or self.place)

    def is_part(self, thing: Thing) -> bool:
        """Whether a thing was told as a part of another."""
        return thing.parent is not None or any(fact.kind == "share" and fact.thing is thing for fact in self.facts)

    def _is_told(self, thing: Thing) -> bool:
        """Whether anything is told of a thing, or shares of it are."""
        return any(thing in (fact.thing, fact.other) for fact in self.facts)

    def narrowed(self, name: str) -> Thing | None:
        """The thing that `在……中` speaks of; `职工医保参保人员` are those told as `参加职工医保的`."""
        name = clean(bare(name))
        found = nearest(self.things, name)
        if len(found) == 1 and core(found[0].own) == core(name):
            return found[0]
        alike = self.alike(name, _SORT_OF)
        return alike[0] if len(alike) == 1 else found[0] if len(found) == 1 and not alike else None

    def alike(self, name: str, said_again: re.Pattern[str] | None = None) -> list[Thing]:
        """The things that a name is but for words that say again of whom, or what, something is told."""
        words = said_again or _OF_WHOM
        said = words.sub("", core(name))
        return [
            thing
            for thing in self.things
            if len(said) > 1
            and words.sub("", core(thing.own)) == said
            and (not (sides := set(_SIDE.findall(name))) or not (others := set(_SIDE.findall(thing.own))) or sides == others)
        ]

    def _within_a_part(self, thing: Thing) -> bool:
        """Whether a part of the time is spoken of that a thing was told of."""
        now = self.calendar.now
        return any(
            fact.thing is thing
            and fact.period.year == now.year
            and fact.period != now
            and fact.period.first <= now.first
            and now.last <= fact.period.last
            for fact in self.facts
        )

    def _new(self, own: str, place: str) -> Thing:
        scope = self.scope
        lead = without_course(scope)
        if (
            self.parent is None
            and len(core(own)) < 3
            and 1 < len(lead) < min(11, len(scope))
            and not patterns.search("、|和|与|及", lead)
            and any(core(each.own).endswith(core(own)) for each in self.things)
        ):
            own = lead + own  # `甲设计增长放缓，实现收入……`
        over = self.head or self.main
        if self.parent is None and over is not None and not patterns.search("[0-9]", over.own):
            scope = over.own + scope
        elif self.parent is None and self.main is None and self.before is not None and not scope and len(core(own)) < 7:
            scope = self.before.own + self.before.scope
        thing = Thing(len(self.things), own, place, self.parent, scope, sentence=self.sentence)
        self.things.append(thing)
        if self.parent is not None:
            self.parent.children.append(thing)
        return thing

    def _whole(self, name: str, part: Thing) -> Thing | None:
        name = clean(bare(name))
        if (place_of(name + "的")[0] and len(name) < 4) or name in ("全国", "全省", "全市", "我国"):
            return self._whole_of_place(place_of(name)[0] or "本地", part)
        if name and name not in ("其", "总量", "总额", "总体", "总数"):
            found = nearest(self.things, name)
            if len(found) == 1:
                return found[0] if found[0] is not part else None
            if not found:
                place, own = place_of(name)
                whole = Thing(len(self.things), own, place or self.place, sentence=self.sentence)
                self.things.append(whole)
                return whole
            return found[0] if found[0].parent is None else None
        return self._whole_unsaid(part)

    def _whole_of_place(self, place: str, part: Thing) -> Thing:
        """What `全国` means behind `占`: the same of the whole country."""
        there = [each for each in self.things if each.place == place and each is not part and core(part.own).endswith(core(each.own))]
        longest = max((len(core(each.own)) for each in there), default=0)
        if len(found := [each for each in there if len(core(each.own)) == longest > 1]) == 1:
            return found[0]
        parent = part.parent
        if parent is not None and parent.place == place and sort_of(part) in ("", sort_of(parent)):
            return parent
        return self._new_place(_OF_REGION.sub("", part.own) or part.own, place)

    def _whole_unsaid(self, part: Thing) -> Thing | None:
        """What a share is of where nothing says it: what the part's name ends in, what its fellows are shares of, or what was told before."""
        if self.unsure:
            return None
        ends = [each for each in self.things if each is not part and len(core(each.own)) > 1 and core(part.own).endswith(core(each.own))]
        longest = max((len(core(each.own)) for each in ends), default=0)
        if len(found := [each for each in ends if len(core(each.own)) == longest]) == 1:
            narrower = self.parent if self.parent is not part else None
            if narrower in (None, found[0]) or found[0].parent is narrower:
                return found[0]
            if self.is_part(narrower):
                return narrower if self.among else None
            return found[0] if not self.among else None
        if self.parent is not None and self.parent is not part and (self.among or self.is_part(self.parent)):
            return self.parent
        fellows = [
            fact.other for fact in self.facts if fact.kind == "share" and fact.thing is self.main and fact.period == self.calendar.now
        ]
        if fellows and self.main is not part:
            return fellows[-1]  # `男性……，占 74%，女性……，占 26%`
        if part.parent is not None:
            return part.parent
        main = self.main if self.main is not part else self.before
        if main is None or main.sentence < part.sentence - 1 or not any(fact.thing is main and fact.kind == "value" for fact in self.facts):
            return None
        sorts = sort_of(part), sort_of(main)
        return main if "" in sorts or sorts[0] == sorts[1] else None

    def _new_beside(self, own: str) -> Thing:
        thing = Thing(len(self.things), own, self.place)
        self.things.append(thing)
        return thing

    def _new_place(self, own: str, place: str) -> Thing:
        thing = Thing(len(self.things), own, place, beside=True)
        self.things.append(thing)
        return thing

    def _beside(self, name: str, thing: Thing) -> Thing | None:
        """The thing whose rate one is compared with: `全国平均水平` is that of the same thing in the country."""
        name = patterns.sub(rf"(?:的)?(?:平均水平|平均|水平|同比)?(?:{RATE_WORD})?$", "", clean(bare(name)))
        place = {"全国": "全国", "我国": "全国", "全省": "本地", "全市": "本地"}.get(name)
        if place is not None:
            found = [each for each in self.things if each.place == place and core(each.own) == core(thing.own) and each is not thing]
            return found[0] if found else self._new_place(thing.own, place)
        found = nearest(self.things, name) if name else []
        if not found and len(core(name)) > 3:
            place, own = place_of(name)
            return self._new_place(own, place or self.place) if place else self._new_beside(own)
        return found[0] if len(found) == 1 and found[0] is not thing else None
