"""What is spoken of in a short text: which thing a name in front of a figure is, of which period, and what a share is of."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._statistics.material.periods import SOME_YEAR, Period
from engine.generators.civil._statistics.told.book import Book, Fact
from engine.generators.civil._statistics.told.marks import ANY, FIGURE, Marked, Q, T
from engine.generators.civil._statistics.told.things import HARD, SIDES, Thing, core_of, fit, key_of, nearest, of_one_scope
from engine.generators.civil._statistics.told.units import of_one_sort
from engine.generators.civil._statistics.told.words import TAILS
from engine.generators.reading import stay_out

_NO_NAME = (
    r"^(?:先(?!进|天|锋)|再(?!生|就业|贷款|保险|制造|融资)|又|还(?!款|贷)|后来|最后|最终|然后|接着|另|只|仅|若|如果|至少|至多|平均每.$)"
    r"|^实际$|^实际(?!使|利|到|完|有效|收)|后来|重复|退[出走掉]|转[来走]"
)
"""Words at the beginning of what happens, or of how something is so: no name of a thing."""


@dataclass(slots=True)
class Spoken:
    """What was told so far, and what is spoken of."""

    marks: Marked
    book: Book = field(default_factory=Book)
    now: Period = field(default_factory=lambda: Period(SOME_YEAR))
    subject: Thing | None = None
    main: Thing | None = None
    parent: Thing | None = None
    since: Period | None = None
    last: str = ""
    topic: str = ""
    spoken: Thing | None = None  # what the sentence before told of last
    fresh: bool = True  # whether nothing of the sentence has been read
    among_before: bool = False  # whether the sentence before told of parts
    among_now: bool = False
    scope: str = ""  # what the sentence said before its figures
    places: tuple[str, ...] = ()
    place: str = ""
    forward: tuple[str, Thing, Period, Fraction] | None = None  # how the last thing goes on every year
    units: set[str] = field(default_factory=set)  # of the amounts told
    pending: str = ""  # a clause that only named what comes next
    rows: list[Thing] = field(default_factory=list)
    facts_before: int = 0  # how many facts were told before the sentence
    opened: bool = True  # whether a sentence begins
    beside: Period | None = None  # what is spoken of, where the last clause told of the year before it
    dated: bool = False

    def peeled(self, lead: str) -> tuple[str, set[str], Period | None, str]:
        """A lead without the words that say what its figure is: (the rest, which words, since when, the period of `由`)."""
        cues: set[str] = set()
        since: Period | None = None
        then = ""
        for _ in range(14):
            for cue, pattern in TAILS:
                found = pattern.search(lead)
                if found is None or not found[0] or (cue == "from" and not found[0]):
                    continue
                if cue in ("up", "down") and found[0][0] in "多高快大少低慢小" and not patterns.search(f"[比较]|{T}|同比|于", lead):
                    continue  # the end of a word
                cues.add(cue)
                if cue == "since":
                    if found[0] == "环比":
                        since = self.now_of(lead).just_before()
                        if since == self.now_of(lead) or self.now_of(lead).months == 12:
                            stay_out("since the month before")
                    elif found[0] == "同比":
                        since = self.now_of(lead).years_before(1)
                    else:
                        since = self.marks.period(found["since"])
                if cue == "from":
                    then = found["then"] or ""
                if cue == "to" and "to" in found.groupdict():
                    then = found["to"] or then
                lead = lead[: found.start()]
                break
            else:
                break
        return lead, cues, since, then

    def now_of(self, lead: str) -> Period:
        """The period that a lead speaks of."""
        said = [self.marks.period(sign) for sign in patterns.findall(rf"(?<![比较与和同跟]){T}", lead)]
        return said[-1] if said else self.now

    def thing(self, said: str, *, part: bool = False, unit: str = "", new: bool = False) -> Thing:
        """The thing a name in front of a figure is; the one before where it says nothing."""
        head, _, name = said.rpartition("|")
        key = key_of(name)
        if not key:
            key, name = key_of(head), head
        elif head and key_of(head) not in self.scope:
            self.scope += key_of(head)
        name = self._placed(name)
        key = key_of(name)
        if not key or patterns.fullmatch("其|它|这一?|该|此", key):
            if self.subject is None and not self.book.things:
                return self._new("", unit)  # the only thing that is told of needs no name
            return self.subject or stay_out("of what")
        if len(key) > 30:
            stay_out("a long name")
        exact = [each for each in self.book.things if fit(each, name) in ((0, 0), (1, 0))]
        exact = [each for each in exact if not unit or of_one_sort(each.unit, unit)]
        if exact and len(exact) < 3 and self.main is not None and self.opened is False:
            # `小学 5 所，学生 400 人；初中 2 所，学生 180 人`: again, of what the sentence began with
            own = [each for each in exact if self.main.key in each.under or each is self.main]
            if not own and all(each.under and self.book.value_told(each, self.now) is not None for each in exact) and new and unit:
                return self._new(name, unit)
            exact = own or exact
        exact = of_one_scope(exact, said) if len(exact) > 1 else exact
        if len(exact) == 1:
            self.subject = exact[0]
            return exact[0]
        if len(exact) > 1:
            stay_out("two of one name")
        told = self.subject
        if (
            new
            and told is not None
            and told.key.startswith(key)
            and not SIDES.search(key)
            and of_one_sort(told.unit, unit)
            and self.book.value_told(told, self.now) is None
        ):
            return told  # `去年生产电视机 200 台，今年生产了 250 台`
        if part and self.parent is not None:
            costs = [(cost, each) for each in self.parent.children if (cost := fit(each, name)) is not None]
            if len(costs) == 1:
                self.subject = costs[0][1]
                return costs[0][1]
        if not new or unit:
            near = [each for each in self.book.things if not unit or of_one_sort(each.unit, unit)]
            costs = [(cost, each) for each in near if (cost := fit(each, name)) is not None and cost[0] == 2]
            if len(costs) == 1 and not (new and self.book.value_told(costs[0][1], self.now) is not None):
                self.subject = costs[0][1]
                return costs[0][1]
        if (
            self.subject is not None
            and (not new or (len(self.book.things) == 1 and self.book.value_told(self.subject, self.now) is None))
            and self.parent is None
            and not part
            and len(core_of(key)) < len(self.subject.key)
            and core_of(self.subject.key).endswith(core_of(key))
            and not HARD.search(core_of(self.subject.key).removesuffix(core_of(key)))
            and not SIDES.search(core_of(self.subject.key).removesuffix(core_of(key)))
        ):
            return self.subject
        if self.parent is not None and core_of(self.parent.key) == core_of(key):
            return self.parent
        ends = [each for each in self.book.things if len(key) > 2 and each.key.endswith(key) and of_one_sort(each.unit, unit)]
        if len(ends) == 1 and not part and self.book.value_told(ends[0], self.now) is None and unit:
            rest = ends[0].key.removesuffix(key)
            if (
                not HARD.search(rest)
                and not SIDES.search(rest)
                and any(fact.thing is ends[0] for fact in self.book.facts[self.facts_before :])
            ):
                self.subject = ends[0]  # `接待游客总消费增长 32%，总消费 126 万元`
                return ends[0]
        return self._new(name, unit)

    def _new(self, name: str, unit: str) -> Thing:
        if patterns.search(
            rf"[,;]|占|{FIGURE}|{Q}|(?!^(?:[不未没]))(?:.[未没]|.不(?!锈|动产|良))|^[又再还]|属于|[各均都]$|比(?![亚赛例])", name
        ):
            stay_out(f"no name: {name}")
        if patterns.search(_NO_NAME, key_of(name)):
            stay_out(f"what happens, not what there is: {name}")
        parent = self.parent
        under = self.topic + self.scope + (self.main.key if self.main is not None and not self.opened else "")
        thing = self.book.new(patterns.sub(ANY, "", name).replace("|", ""), parent, unit, under)
        self.subject = thing
        if self.main is None or (self.opened and self.parent is None):
            self.main = thing
        self.opened = False
        return thing

    def _placed(self, name: str) -> str:
        """A name with the place that is spoken of, and what is told of it: `乙店去年 80 万元` beside `甲店的销售额去年 50 万元`."""
        if not self.places:
            return name
        bare = key_of(name)
        here = next((place for place in self.places if bare.startswith(place)), "")
        if not here:
            return self.place + bare if self.place and bare else name
        self.place = here
        if bare == here:
            other = next(
                (
                    thing.key
                    for thing in self.book.things
                    for place in self.places
                    if thing.key.startswith(place) and len(thing.key) > len(place)
                ),
                "",
            )
            place = next((each for each in self.places if other.startswith(each)), "")
            return here + other.removeprefix(place) if other else name
        return name

    def named(self, name: str, other: Thing | None = None) -> Thing | None:
        """The thing told before that a name means."""
        name = self._dates(name).replace("|", "")
        found = [each for each in nearest(self.book.things, name, self.topic) if each is not other]
        found = of_one_scope(found, name) if len(found) > 1 else found
        if len(found) > 1:
            stay_out(f"several named {name}")
        return found[0] if found else None

    def tell(self, kind: str, thing: Thing, value: Fraction, since: Period | None = None, other: Thing | None = None) -> None:
        """Adds a fact."""
        if kind == "share" and not 0 < value <= 1:
            stay_out("no share")
        if kind in ("rate", "ratio") and value <= -1:
            stay_out("falls to nothing")
        self.book.facts.append(
            Fact(kind, thing, self.now, value, since or self.now if kind != "rate" else since or self.now.years_before(1), other)
        )
        self.subject, self.last = thing, kind

    def _dates(self, lead: str, *, heading: bool = False) -> str:
        """Takes in the periods of a lead that are not compared with; the lead without them, what stands before the last of them set off by `|`."""
        for sign in patterns.findall(T, lead):
            period = self.marks.period(sign)
            if period.until and not heading:
                stay_out("several years")
            if period.until:
                continue
            self.now, self.dated = period, True
        parts = patterns.split(f"{T}+的?", lead)
        return "|".join(part for part in parts if part)

    def _bare(self, name: str) -> str:
        return patterns.sub(T, "", name)

    def _since(self, since: Period | None) -> Period:
        """What something has grown since: what is said, or in its sentence was said, or the year before."""
        if since is not None:
            if since >= self.now:
                stay_out("since later")
            self.since = None if since == self.now.years_before(1) else since
            return since
        return self.now.years_before(1)

    def _shared(self, thing: Thing | None) -> Thing:
        found = [fact.other for fact in self.book.facts if fact.kind == "share" and fact.thing is thing and fact.other is not None]
        return found[-1] if found else stay_out("a share of what")

    def _suffixed(self, part: Thing) -> Thing | None:
        """The thing whose name a part's name ends in: that it is a part of."""
        ends = [
            each
            for each in self.book.things
            if each is not part and len(core_of(each.key)) > 1 and core_of(part.key).endswith(core_of(each.key))
        ]
        longest = max((len(core_of(each.key)) for each in ends), default=0)
        found = [each for each in ends if len(core_of(each.key)) == longest and each.key != part.key]
        return found[0] if len(found) == 1 else None

    def _main_but(self, thing: Thing) -> Thing:
        """What a share is of where nothing says it."""
        if (ending := self._suffixed(thing)) is not None:
            return ending
        tops = [each for each in self.book.things if each.parent is None and each is not thing and of_one_sort(each.unit, thing.unit)]
        ends = [each for each in tops if core_of(each.key) in thing.key]
        if len(ends) == 1 or len(tops) == 1:
            return (ends or tops)[0]
        if tops:
            stay_out("a share of what")
        return self._new("总体", "")

    def _remainder(self, name: str) -> Thing:
        """What is left of a whole without the parts told so far, as a thing that has parts of its own."""
        whole = self.parent or (self.subject.parent if self.subject is not None else None) or stay_out("what is left of what")
        parts = list(whole.children)
        for fact in self.book.facts:
            if (
                fact.thing is not whole
                and fact.thing not in parts
                and fact.thing.parent is not None
                and fact.thing.parent not in (*parts, whole.parent)
            ):
                stay_out("what is left without what")
        if not parts or (self.book.sums and self.book.sums[-1][0] is whole):
            stay_out("what is left of what")
        rest = self.book.new(f"剩下的{name}", whole, whole.unit)
        self.book.sums.append((whole, [*parts, rest]))
        return rest

    def _whole_said(self, name: str) -> Thing | None:
        if patterns.fullmatch("其|此|这|它|(?:这|那)些(?:人|学生|企业)?", name):
            return self.subject
        rest = patterns.fullmatch("(?:剩下|剩余|余下|其余)(?:的)?(?P<name>.*)", name)
        if rest is not None:
            return self._remainder(rest["name"])
        found = self.named(name)
        return found
