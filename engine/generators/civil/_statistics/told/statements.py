"""Reading what a short text tells: each figure by the words that run up to it, of the thing named before them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._statistics.cues import MORE_WORD, RATE_WORD, SHARE_WORD
from engine.generators.civil._statistics.material.periods import SOME_YEAR, Period
from engine.generators.civil._statistics.told.book import Book, Fact
from engine.generators.civil._statistics.told.marks import ANY, FIGURE, Figure, Marked, Q, R, T, V
from engine.generators.civil._statistics.told.things import HARD, SIDES, Thing, core_of, fit, key_of, nearest
from engine.generators.civil._statistics.told.units import of_one_sort, size_of
from engine.generators.reading import stay_out

UP = r"增长|增产|增收|增加|上升|提高|上涨|提升|扩大|攀升|上浮|上调|增多|加快|多收|多花|多支出|涨|升|增"
DOWN = r"下降|减产|减收|减少|降低|下滑|回落|下跌|缩小|收窄|缩减|放缓|下调|减慢|降|跌|减"
FILL = r"大约|大概|约|近|为|是|有|共有|共计|合计|总计|总共|一共|共|已经|已|就|仅|只|了|的|完成|实现|等于|接近|高达|名义|到了|即|:"
SINCE = rf"(?:与|和|同|跟)?(?:比起|相比于?|相较于?|相对于?|对比|比|较|与|和|同|跟)(?P<since>{T})(?:的|时|同期|水平|末|底|全年)*(?:相比(?:较)?|比(?:较)?|来说)?,?"
FALL_RATE = r"降幅|跌幅|下降率|减少率|降低率|减幅|下降幅度|下降速度|降速"
_TAILS = tuple(
    (name, re.compile(rf"(?:{pattern})$"))
    for name, pattern in (
        ("fill", FILL),
        ("again", "又|再|还|继续|接着|进一步"),
        ("to", rf"(?:{UP}|{DOWN}|变化|变|发展|调整|调|改|增|升|降|减|扩大|扩)(?:到|至|为|成)了?(?P<to>{T})?的?"),
        ("to", "达到?|到|至"),
        ("more", MORE_WORD),
        ("fallrate", FALL_RATE),
        ("rate", rf"(?:同比)?(?:{RATE_WORD})"),
        ("share", rf"(?:所)?(?:占比|{SHARE_WORD})"),
        ("since", rf"{SINCE}|同比|环比"),
        ("up", rf"(?:{UP}|多|高|快|大|贵)出?"),
        ("down", rf"(?:{DOWN}|少|低|慢|小|便宜)出?"),
        ("change", "变化|变动|波动|变"),
        ("from", rf"(?:由|从)(?P<then>{T})?(?:的|同期|水平)*"),
    )
)
_EVERY_YEAR = re.compile(
    rf"(?:若|如果|假设|预计|计划)*(?:从)?(?:此后|今后|以后|之后|往后|未来|接下来)?的?(?P<name>[^{FIGURE[1:-1]}每]{{0,8}}?)每年的?(?:都|均|平均|约)*(?:按照?|以|保持|比(?:{T}|上一年|前一年))?(?:多|(?P<way>{UP}|{DOWN}|递增|递减))?了?(?P<figure>{FIGURE})的?(?:速度|增速|幅度|比例|增长率|增长速度)?(?:不变)?(?P<then>{UP}|{DOWN}|递增|递减|(?<=增长速度)|(?<=增长率)|(?<=增速))(?:下去)?"
)
_TURNED = re.compile(
    rf"(?P<name>.*?)(?:同比)?(?:{RATE_WORD})(?:由|从)(?P<then>{T})?(?:的|同期)*(?P<before>{UP}|{DOWN})?(?P<one>{R})(?:转|变|转变|提高|提升|回升|加快|回落|放缓|下降|上升)?(?:为|到|至|成)(?:同比)?(?P<after>{UP}|{DOWN})?(?P<other>{R})"
)
_REST = re.compile(
    rf"^(?:而|,)?(?![^,;]{{0,9}}(?:中|里|的){FIGURE})(?:其余|其他|其它|剩下|剩余|余下|另外|其次)(?:的)?(?:人|部分|学生|人员|员工)?(?:都|全部|全|均|则)?(?:的)?(?:是|为|属于|算作?|:)?(?P<name>.*)$"
)
_WITHIN = re.compile(
    r"^(?:在|从)?(?P<whole>其|此|这|它|[^,;]{2,20}?)(?:当中|之中|里面|(?<![高初集期空年途其城])中|(?<![公英])里),?(?P<rest>.*)$"
)
_CORRECTS = r"剔|扣除|去掉|除去|减去|另加|[不未没](?:被)?计|未纳入|重复|虚[增报]|漏|误|多计|少计|多算|少算|多报|少报"
_ROW = re.compile(
    rf"(?P<names>[^{FIGURE[1:-1]},]*?)(?:分别|依次|各)(?P<cue>(?:{SINCE}|[^{FIGURE[1:-1]}、])*?)(?P<figures>{FIGURE}(?:(?:、|和|与|及|以及)(?:{UP}|{DOWN})?了?{FIGURE})+)"
)
"""`A、B 分别为 3、5`."""
_MORE_DONE = re.compile(rf"(?P<since>{SINCE.replace('(?P<since>', '(?:')}|同比)(?P<way>多|少)(?!多|少)[\u4e00-\u9fff]{{1,2}}?了?$")
_DONE = re.compile(
    rf"(?P<part>[^的占比是为增减升降涨跌]{{2,8}}?)(?:(?P<of>剩余|剩下|余下|其余|其中|全部|总数)(?:的(?:[^的]{{1,4}}的)?)|了(?:全部的|总数的|它的)?)"
)
_STORY = re.compile(
    rf"{ANY}|[若假没未非无不只仅恰每各均都再又还另除外先后原剩余共半倍多少几比占增减升降涨跌扣剔误漏重]|以[上下内外]|如果|要是|至少|至多|不足|超过|平均|之前|以前"
)
"""What a clause without a figure must not hold."""
_HARMLESS = re.compile(
    r"不错|不会|不懂|不明白|不对|不知道?|还是(?=不)|多媒体|首次|各项|各地|各类|各级|均衡|再次|增值|增加值|对外|国外|海外|之外|外资|外商|外贸|外汇|重要|重点|重大|比较(?=稳定)|升级|差不多|部分|规模以上|"
    r"此外|另外|除此之外|不断|不仅|无论|产业|余额|剩余|只想|想知道|大家都|都在|每年|每月|没想到"
)
_CONNECTED = re.compile(r"^(?:而且|并且|而|且|并|但|同时|然后|接着|随后|另外|此外|已知|则|那么|那|据统计|据调查|数据显示|某调查显示|调查显示|统计显示|显示|[,:]|资料|材料|例)+")


@dataclass(slots=True)
class Statements:
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
    pending: str = ""  # a clause that only named what comes next
    rows: list[Thing] = field(default_factory=list)
    opened: bool = True  # whether a sentence begins
    dated: bool = False

    def sentence(self) -> None:
        """A sentence begins."""
        self.parent, self.since, self.opened, self.rows = None, None, True, []
        self.pending = self.scope = ""
        self.spoken = self.subject
        self.subject = self.main or self.subject
        self.among_before, self.among_now, self.fresh = self.among_now, False, True

    def clause(self, clause: str) -> None:
        """Takes in a clause that tells.

        Raises:
            StayOut: something in it is not understood.
        """
        clause = _CONNECTED.sub("", clause)
        if self._goes_on(clause) or self._turned(clause) or self._left(clause):
            return
        if patterns.fullmatch(rf"(?:{T}|在|到|,)*", clause):
            self._dates(clause, heading=True)
            return
        if patterns.search(_CORRECTS, clause) and patterns.search(FIGURE, clause):
            stay_out(f"figures that are other than told: {clause}")
        inside = patterns.match(r"(?:而)?(?:在|从)?其中(?:的)?[,:]?", clause)
        if inside is not None:
            if self.fresh and self.among_before:
                stay_out("a part of which")
            self.among_now = True
        self.fresh = False
        if (alone := patterns.fullmatch("(?:在|从)?(?P<whole>[^,;\ue600-\uebff]{1,20}?)(?:当中|之中|里面|中|里)", clause)) is not None and not inside and self.book.facts:
            said = self._dates(alone["whole"])
            self.parent = self._whole_said(said) or self.thing(said)
            if patterns.fullmatch("(?:这|那|该|此)(?:一?部分|[一些]?类|些|批)?(?:的)?(?:人|人员|人群|企业|产品|学生)?", said):
                self.parent = self.spoken or stay_out("of what")
            return
        if inside is not None:
            self._part_of(self.subject)
            clause = clause[inside.end() :]
            if not clause:
                return
        if (rest := _REST.match(clause)) is not None:
            self._rest(rest["name"])
            return
        if not patterns.search(FIGURE, clause):
            self._without_figure(clause)
            return
        if (row := _ROW.fullmatch(clause)) is not None:
            self._row(row)
            return
        if self.pending:
            first = patterns.split(FIGURE, clause)[0]
            bare = not key_of(self.peeled(first)[0]) and not patterns.search("占|比", first)
            clause, self.pending = (self.pending if bare else "") + clause, ""
        if not inside and (within := _WITHIN.match(clause)) is not None and not patterns.search(FIGURE, within["whole"]):
            whole = self._whole_said(within["whole"])
            if patterns.search(FIGURE, within["rest"]):
                said = self._dates(within["whole"])
                self.parent = None
                self.parent = whole if whole is not None else self.thing(said)
                clause = within["rest"]
        now, first = self.now, self.opened
        self._figures(clause)
        aside = patterns.match(rf"(?:而)?{T}(?:的|同期)*(?:同比)?(?:{RATE_WORD}|{UP}|{DOWN}|为|是)", clause)
        if aside is not None and not first and self.now < now:
            self.now = now  # `2019 年增速为 9%`: beside what is spoken of

    def _figures(self, clause: str) -> None:
        end = 0
        found = list(patterns.finditer(FIGURE, clause))
        for place, figure in enumerate(found):
            behind = clause[figure.end() :] if place == len(found) - 1 else ""
            end = self._figure(clause[end : figure.start()], self.marks.figures[figure[0]], behind, figure.end(), len(clause))
        if end < len(clause) and patterns.sub(r"[,:]|左右|上下|吧|啊|呢|的?水平|哦", "", clause[end:]):
            stay_out(f"what follows: {patterns.sub(ANY, '#', clause)}")

    def _goes_on(self, clause: str) -> bool:
        """Takes in `此后每年增长 5%`, `以后每年都比上一年增加 200 人`; whether it was that."""
        found = _EVERY_YEAR.fullmatch(clause)
        if found is None:
            return False
        figure = self.marks.figures[found["figure"]]
        way = (found["way"] or "") + (found["then"] or "")
        if not way or figure.sort not in ("rate", "amount") or self.forward is not None:
            stay_out("how it goes on")
        sign = -1 if patterns.search(f"{DOWN}|递减", way) else 1
        thing = self.thing(found["name"] or "")
        self.forward = ("rate" if figure.sort == "rate" else "more", thing, self.now, sign * figure.value)
        return True

    def _turned(self, clause: str) -> bool:
        """Takes in two rates: `增速由上年同期的下降 2% 转为增长 3%`; whether it was that."""
        found = _TURNED.fullmatch(clause)
        if found is None:
            return False
        thing = self.thing(self._dates(found["name"]))
        then = self.marks.period(found["then"]) if found["then"] else self.now.years_before(1)
        now = self.now
        for period, way, figure in ((then, found["before"], found["one"]), (now, found["after"], found["other"])):
            self.now = period
            sign = -1 if way and patterns.fullmatch(DOWN, way) else 1
            self.tell("rate", thing, sign * self.marks.figures[figure].value, period.years_before(1))
        self.now = now
        return True

    def _left(self, clause: str) -> bool:
        """Takes in `还剩 54 元`: the amount of what is left of a whole; whether it was that."""
        found = patterns.fullmatch(rf"(?:[他她它]|最后|现在|这时|结果)*(?:还|仍|就|只)?(?:剩余|剩下|余下|剩|余)(?:了|有)?(?P<figure>{V})(?:没有?[^,]{{1,4}})?", clause)
        if found is None:
            return False
        figure = self.marks.figures[found["figure"]]
        rest = self._remainder("")
        rest.unit = rest.unit or figure.unit
        whole = rest.parent
        if whole is not None:
            whole.unit = whole.unit or figure.unit
        self.tell("value", rest, figure.value)
        return True

    def _part_of(self, whole: Thing | None) -> None:
        if whole is None:
            stay_out("a part of what")
        # `其中` again: a part of the same; of a part only where that has been told as a whole itself.
        self.parent = self.parent if self.parent is not None and whole.parent is self.parent else whole

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

    def _without_figure(self, clause: str) -> None:
        said = _HARMLESS.sub("", clause)
        if (flat := patterns.fullmatch(rf"(?P<name>.*?)(?:(?:{SINCE}|同比)(?:基本)?持平|(?:保持)?(?:没有?变化?|不变)了?)", clause)) is not None:
            if (others := patterns.match("其他|其余|其它", flat["name"])) is not None:
                self._rest(flat["name"][others.end() :])
                thing = self.subject or stay_out("of what")
            else:
                thing = self.thing(self._dates(patterns.sub(SINCE, "", flat["name"])))
            since = self.marks.period(flat["since"]) if flat["since"] else self.now.years_before(1)
            self.tell("rate", thing, Fraction(0), since)
            return
        if self.book.facts and self._closes(clause):
            return
        named = patterns.sub(T, "", clause)
        if not self.book.facts and not patterns.search("扣|可比|剔|[若假]|除|不(?!会|懂|明|知)|仅|只|各|每|均(?!数|值|增)|都", named):
            self._dates(clause, heading=True)
            self.topic += key_of(named)  # a heading
            if len(named) < 14 and not patterns.search("[是为了]|如下|题|怎|咋|说|问", named):
                self.pending = named if not patterns.search("[市省县区国校司厂店中]$", named) else ""
            return
        if not _STORY.search(patterns.sub(T, "", said)):
            self._dates(clause)
            self.topic += key_of(named)
            if len(named) < 14 and not patterns.search("[是为了]", named):
                self.pending = named if not patterns.search("[市省县区国校司厂店]$", named) else ""
            return
        stay_out(f"a clause that says something: {clause}")

    def _closes(self, clause: str) -> bool:
        """Takes in `只有这两种`, `由三部分组成`: that those told are all there are."""
        return False

    def _whole_said(self, name: str) -> Thing | None:
        if patterns.fullmatch("其|此|这|它|(?:这|那)些(?:人|学生|企业)?", name):
            return self.subject
        rest = patterns.fullmatch("(?:剩下|剩余|余下|其余)(?:的)?(?P<name>.*)", name)
        if rest is not None:
            return self._remainder(rest["name"])
        found = self.named(name)
        return found

    def _remainder(self, name: str) -> Thing:
        """What is left of a whole without the parts told so far, as a thing that has parts of its own."""
        whole = self.parent or (self.subject.parent if self.subject is not None else None) or stay_out("what is left of what")
        parts = list(whole.children)
        for fact in self.book.facts:
            if fact.thing is not whole and fact.thing not in parts and fact.thing.parent is not None and fact.thing.parent not in (*parts, whole.parent):
                stay_out("what is left without what")
        if not parts or self.book.sums and self.book.sums[-1][0] is whole:
            stay_out("what is left of what")
        rest = self.book.new(f"剩下的{name}", whole, whole.unit)
        self.book.sums.append((whole, [*parts, rest]))
        return rest

    def _rest(self, said: str) -> None:
        """Takes in what all others are: `其余为服装`, `其余耕地 4000 亩`."""
        name = patterns.sub(FIGURE + ".*$", "", said)
        figure = patterns.search(FIGURE, said)
        if figure is not None:
            name, cues, _, _ = self.peeled(name)
            name = patterns.sub("占$", "", name)
            if cues - {"fill", "share"} or patterns.search(f"占|{T}", name) or patterns.sub("[,]|左右", "", said[figure.end() :]):
                stay_out("what the others do")
        elif patterns.search(f"占|{ANY}", name):
            stay_out("what the others do")
        whole = self.parent or (self.subject.parent if self.subject is not None else None)
        if whole is None and self.subject is not None:
            shared = [fact.other for fact in self.book.facts if fact.kind == "share" and fact.thing is self.subject]
            whole = shared[0] if len(shared) == 1 else None
        if whole is None and figure is not None and not self.book.sums:
            tops = [thing for thing in self.book.things if thing.parent is None]
            if len(tops) > 1 and all(of_one_sort(thing.unit, tops[0].unit) and thing.unit for thing in tops):
                whole = Thing(len(self.book.things), "总体", unit=tops[0].unit)
                self.book.things.append(whole)
                for thing in tops:
                    thing.parent = whole
                    whole.children.append(thing)
        if whole is None or not whole.children or any(each is whole for each, _ in self.book.sums):
            stay_out("the others of what")
        parts = list(whole.children)
        each = [one for one in patterns.split("、|和|与|及|以及", key_of(name)) if one]
        if len(each) > 1 and figure is None:
            found = [self.book.new(one, whole, whole.unit) for one in each]
            self.book.sums.append((whole, [*parts, *found]))
            self.subject, self.last = found[-1], "value"
            return
        rest = self.book.new(key_of(name) if key_of(name) not in ("", whole.key) else f"其余{key_of(name)}", whole, whole.unit)
        self.book.sums.append((whole, [*parts, rest]))
        self.subject, self.last = rest, "value"
        if figure is not None:
            self._value_of(rest, self.marks.figures[figure[0]])

    def _value_of(self, thing: Thing, figure: Figure) -> None:
        if figure.sort == "amount":
            self.tell("value", thing, figure.value)
            thing.unit = thing.unit or figure.unit
        elif figure.sort == "rate" and thing.parent is not None:
            self.tell("share", thing, figure.value, None, thing.parent)
        else:
            stay_out("what figure")

    # --- one figure ----------------------------------------------------------------------------------------------------------------

    def _figure(self, lead: str, figure: Figure, behind: str, end: int, length: int) -> int:
        """Takes in a figure; how far the clause is read."""
        lead = _MORE_DONE.sub(lambda found: f"{found['since']}{'增加' if found['way'] == '多' else '减少'}", lead)
        if figure.sort == "rate" and not behind and self._done(lead, figure):
            return end
        if behind and figure.sort in ("amount", "rate") and (name := self._behind(lead, figure, behind)):
            return length
        if figure.sort in ("times", "rate") and self._multiple(lead, figure):
            return end
        name, cues, since, then = self.peeled(lead)
        if "change" in cues:
            stay_out("changes, but how")
        if figure.unit in ("元", "") and "again" in cues and since is None:
            stay_out("once more")
        if "from" in cues:
            self._from(name, figure, then)
            return end
        if "占" in name and figure.sort == "rate":
            part, _, whole = name.rpartition("占")
            self._share(part, whole, figure)
            return end
        if figure.sort == "rate" and not key_of(self._bare(name)) and not cues & {"up", "down", "rate", "fallrate", "since", "more", "from"}:
            self._dates(name)
            if "to" in cues and self.last == "share" and self.subject is not None:
                self.now = self.marks.period(then) if then else self.now
                self.tell("share", self.subject, figure.value, None, self._shared(self.subject))
                return end
            if self.last == "rate" and self.subject is not None and "to" not in cues:
                self.tell("rate", self.subject, figure.value, self.now.years_before(1))
                return end
        if figure.sort == "points":
            self._points(name, cues, figure, since)
            return end
        if "share" in cues and figure.sort == "rate":
            if cues & {"up", "down", "since"}:
                stay_out("a share that grows")
            self._share(name, "", figure)
            return end
        moves = cues & {"up", "down"}
        sign = -1 if "down" in cues or "fallrate" in cues else 1
        if moves and since is None and (beside := patterns.fullmatch(r"(?P<one>.*?)(?:比|较)(?P<other>[^比较]+)", name)) is not None:
            self._beside(beside["one"], beside["other"], sign, figure)
            return end
        if "again" in cues and since is None and not patterns.search(T, lead):
            stay_out("once more")
        if "to" in cues and then:
            name += then
        said = self._dates(name)
        if figure.sort == "rate" or figure.sort == "times":
            if cues & {"rate", "fallrate"} or moves:
                if "to" in cues or (figure.sort == "times" and "to" in cues):
                    stay_out("grown to a rate")
                thing = self.thing(patterns.sub(f"的?(?:{RATE_WORD})$", "", said))
                self.tell("rate", thing, sign * figure.value, self._since(since))
                return end
            if self.parent is not None and figure.sort == "rate" and key_of(said):
                thing = self.thing(said, part=True)
                self.tell("share", thing, figure.value, None, thing.parent or stay_out("of what"))
                return end
            if figure.sort == "rate" and self.last == "share" and key_of(said) and self.subject is not None:
                whole = self._shared(self.subject)
                self.parent = whole
                thing = self.thing(said, part=True)
                self.tell("share", thing, figure.value, None, whole)
                return end
            stay_out(f"a rate of what: {said}")
        if moves and "to" not in cues or "more" in cues:
            thing = self.thing(said, unit=figure.unit)
            thing.unit = thing.unit or figure.unit
            self.tell("more", thing, sign * figure.value, self._since(since))
            return end
        if since is not None:
            stay_out("compared, but how")
        self._value(said, figure, cues)
        return end

    def _value(self, said: str, figure: Figure, cues: set[str]) -> None:
        thing = self.thing(said, unit=figure.unit, new=True)
        told = self.book.value_told(thing, self.now)
        if told is not None and told != figure.value:
            if key_of(said) == thing.key and not cues & {"to"}:
                stay_out("told twice")
            if "to" in cues and not self.marks_any_period():
                self.now = Period(self.now.year, self.now.first, self.now.last)
                stay_out("from what to what")
        thing.unit = thing.unit or figure.unit
        if not of_one_sort(thing.unit, figure.unit):
            stay_out("two units")
        self.tell("value", thing, figure.value)

    def marks_any_period(self) -> bool:
        """Whether any period was told."""
        return self.dated

    def _bare(self, name: str) -> str:
        return patterns.sub(T, "", name)

    def _row(self, row: re.Match[str]) -> None:
        """Takes in figures of several years, or of several things: `A、B 分别为 3 吨、5 吨`."""
        figures = [self.marks.figures[sign] for sign in patterns.findall(FIGURE, row["figures"])]
        unit = figures[-1].unit
        figures = [replace(each, unit=unit, value=each.value * size_of(unit)) if each.sort == "amount" and not each.unit else each for each in figures]
        cue = row["cue"]
        before = row["names"]
        signs = patterns.findall(T, patterns.sub(SINCE, "", before))
        periods = [self.marks.period(sign) for sign in signs]
        if len(periods) == 1 and periods[0].until:
            periods = [Period(year) for year in range(periods[0].year, periods[0].until + 1)]
        elif len(periods) == 1 and 1 < periods[0].months == len(figures) and patterns.search("月", cue + before) is None:
            whole = periods[0]
            periods = [Period(whole.year, month, month) for month in range(whole.first, whole.last + 1)]
        if len(periods) == len(figures):
            name = patterns.sub(f"{T}(?:[、和与及至到~-]*)", "", before)
            for period, figure in zip(periods, figures, strict=True):
                self.now = period
                self._figure(name + cue, figure, "", 0, 0)
            self.now = periods[-1]
            return
        said = self._dates(before).rpartition("|")[2]
        names = [each for each in patterns.split("、|和|与|及|以及", key_of(said)) if each]
        if not names and len(self.rows) == len(figures):
            names = [thing.name for thing in self.rows]
        if len(names) != len(figures):
            stay_out("a row of another length")
        if len(names[-1]) > len(names[0]) and len({len(each) for each in names[:-1]}) == 1:
            tail = names[-1][len(names[0]) :]
            names = [*(each if each.endswith(tail) else each + tail for each in names[:-1]), names[-1]]
        rows: list[Thing] = []
        for name, figure, sign in zip(names, figures, patterns.split(FIGURE, row["figures"]), strict=False):
            way = patterns.search(f"{UP}|{DOWN}", sign)
            self._figure(name + (way[0] if way else cue), figure, "", 0, 0)
            rows.append(self.subject or stay_out("a row"))
        self.rows = rows

    def _since(self, since: Period | None) -> Period:
        """What something has grown since: what is said, or in its sentence was said, or the year before."""
        if since is not None:
            if since >= self.now:
                stay_out("since later")
            self.since = None if since == self.now.years_before(1) else since
            return since
        return self.now.years_before(1)

    def _done(self, lead: str, figure: Figure) -> bool:
        """Takes in which part was read, sold, spent: `第一天看了 25%`, `卖出其中的 40%`, `第二天看了剩下的 40%`; whether it was that."""
        found = _DONE.fullmatch(lead)
        if found is None:
            return False
        if found["of"] and found["of"] not in ("其中", "全部", "总数", "它", "其"):
            whole: Thing | None = self._remainder("")
        else:
            tops = [each for each in self.book.things if each.parent is None]
            whole = self.parent or (tops[0] if len(tops) == 1 else None)
        if whole is None:
            return False
        said = self._dates(found["part"])
        parent, self.parent = self.parent, whole
        thing = self.thing(said, part=True)
        self.parent = parent
        if thing is whole or thing.parent is not whole:
            stay_out("a part of what")
        self.tell("share", thing, figure.value, None, whole)
        return True

    def _behind(self, lead: str, figure: Figure, behind: str) -> bool:
        """Takes in what is named behind its figure: `有 40 名学生`, `其中 36 人参加了`, `60% 的人使用`; whether it was that."""
        behind = patterns.sub("[,。]$", "", behind)
        if patterns.search(rf"{ANY}|^(?:左右|上下|以|增|减|的?(?:速度|幅度|增速))|比|占|{UP}|{DOWN}", behind.replace("比赛", "")):
            return False
        said = self._dates(patterns.sub(r"(?:约|共|一共|总共|就|共有|有|是|了)*$", "", lead))
        is_of = patterns.match("(?:的?(?:人|都)?(?:是|为|属于))", behind)
        name = key_of(behind[is_of.end() :] if is_of else behind)
        if not name:
            return False
        if figure.sort == "amount":
            if self.parent is not None and not key_of(said):
                thing = self.thing(name, part=True, unit=figure.unit)
            elif is_of and behind.endswith("的") and key_of(said):
                thing = self.thing(name + key_of(said), unit=figure.unit, new=True)  # `总产量 16 万吨是水稻的`
            elif is_of and not key_of(said):
                thing = self.thing(name, unit=figure.unit, new=True)
            elif is_of:
                return False
            else:
                thing = self.thing(said + behind, unit=figure.unit, new=True)
            thing.unit = thing.unit or figure.unit
            self.tell("value", thing, figure.value)
            return True
        whole = self.parent
        part = behind
        if (of := patterns.fullmatch(r"(?P<verb>[^的]{0,4}?)(?P<left>剩余|剩下|余下|其余|原有|全部|总)的?(?P<what>[^的]{0,6})的", said)) is not None:
            if of["left"] in ("剩余", "剩下", "余下", "其余"):
                whole = self._remainder("")
            else:
                whole = self.main if self.main is not None else self._new(of["left"] + of["what"], "")
        elif key_of(said):
            whole = self.named(said.removesuffix("的"))
            if whole is None:
                return False
        elif (of := patterns.match("的(?:人员?|学生|员工|职工|受访者|企业|居民|家庭|用户)", behind)) is not None:
            part = behind[of.end() :]
            whole = whole or self.main
        if whole is None:
            return False
        part = patterns.sub("^(?:是|为|属于|同时|还|又|也)+", "", part)
        self.parent = whole
        thing = self.thing(part, part=True)
        self.tell("share", thing, figure.value, None, whole)
        self.subject = thing
        return True

    def _from(self, name: str, figure: Figure, then: str) -> None:
        """The first of two figures: `由去年的 40 人增加到 50 人`."""
        before = self.marks.period(then) if then else None
        said = self._dates(name)
        if figure.sort not in ("amount", "rate"):
            stay_out("from what")
        share = "占" in said or patterns.search(f"(?:{SHARE_WORD})$", said)
        if figure.sort == "rate":
            if not share:
                stay_out("a rate that changes")
            self.then_share(said, figure, before)
            return
        thing = self.thing(said, unit=figure.unit, new=True)
        thing.unit = thing.unit or figure.unit
        now = self.now
        self.now = before or now.years_before(1)
        self.tell("value", thing, figure.value)
        self.now = now
        self.since = before

    def then_share(self, said: str, figure: Figure, before: Period | None) -> None:
        """A share that was another one before."""
        part, _, whole = patterns.sub(f"的?(?:{SHARE_WORD})$", "", said).rpartition("占")
        now = self.now
        self.now = before or now.years_before(1)
        self._share(part, whole, figure)
        self.now = now

    def _share(self, part: str, whole: str, figure: Figure) -> None:
        part = self._dates(part)
        whole = patterns.sub(f"(?:的)?(?:{SHARE_WORD})?(?:的)?$", "", self._dates(whole))
        before = self.subject
        thing = self.thing(part, part=True)
        if patterns.fullmatch("全[国省市县区球]|我国|世界|国内|全社会", key_of(whole)):
            of = self._suffixed(thing) or self._new(key_of(whole) + core_of(thing.key), thing.unit)
        elif key_of(whole):
            of = self.named(whole, other=thing) or self._new(whole, "")
        else:
            of = thing.parent or (self._shared(before) if self.last == "share" and before is not thing else None) or self._main_but(thing)
        if of is thing:
            stay_out("a share of itself")
        above: Thing | None = of
        while above is not None:
            if above is thing:
                stay_out("a part of its part")
            above = above.parent
        if thing.parent is None:
            thing.parent = of
            of.children.append(thing)
        thing.unit, of.unit = thing.unit or of.unit, of.unit or thing.unit
        self.tell("share", thing, figure.value, None, of)

    def _suffixed(self, part: Thing) -> Thing | None:
        """The thing whose name a part's name ends in: that it is a part of."""
        ends = [each for each in self.book.things if each is not part and len(core_of(each.key)) > 1 and core_of(part.key).endswith(core_of(each.key))]
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

    def _shared(self, thing: Thing | None) -> Thing:
        found = [fact.other for fact in self.book.facts if fact.kind == "share" and fact.thing is thing and fact.other is not None]
        return found[-1] if found else stay_out("a share of what")

    def _multiple(self, lead: str, figure: Figure) -> bool:
        """Takes in `是乙公司的 1.5 倍`, `相当于前年的 120%`; whether it was that."""
        found = patterns.fullmatch(
            rf"(?P<one>.*?)(?:恰好|正好|仅|约)?(?:是|为|相当于|等于|达到)(?P<then>{T})?(?:的|同期)*(?P<other>[^是为占比]*?)的", lead
        )
        if found is None:
            return False
        thing = self.thing(self._dates(found["one"]))
        subject = self.subject
        then = self.marks.period(found["then"]) if found["then"] else self.now
        other = thing if not key_of(found["other"]) else self.named(found["other"], other=thing) or self._new(found["other"], thing.unit)
        if other is thing and then == self.now:
            stay_out("a multiple of itself")
        self.subject = subject or thing
        other.unit, thing.unit = other.unit or thing.unit, thing.unit or other.unit
        self.tell("multiple", thing, figure.value, then, other)
        return True

    def _beside(self, one: str, other: str, sign: int, figure: Figure) -> None:
        """Takes in how a thing differs from another: `比乙公司多 25%`."""
        rate = patterns.search(f"(?:{RATE_WORD})$", other) or patterns.search(f"(?:{RATE_WORD})$", one)
        if rate:
            stay_out("rates compared")
        thing = self.thing(self._dates(one))
        subject = self.subject
        beside = self.named(other, other=thing) or self._new(other, thing.unit)
        self.subject = subject
        if beside is thing:
            stay_out("compared with itself")
        thing.unit = thing.unit or (figure.unit if figure.sort == "amount" else "")
        beside.unit = beside.unit or thing.unit
        self.tell("differ" if figure.sort == "amount" else "ratio", thing, sign * figure.value, None, beside)

    def _points(self, name: str, cues: set[str], figure: Figure, since: Period | None) -> None:
        sign = -1 if "down" in cues else 1
        beside = patterns.fullmatch(r"(?P<one>.*?)(?:比|较|[高低快慢]于)(?P<other>[^比较]+)", name)
        if beside is not None and since is None:
            stay_out("rates compared")
        said = self._dates(name)
        if "fallrate" in cues or patterns.search(f"(?:{FALL_RATE})$", said):
            stay_out("how much it falls")
        spoken = patterns.sub(f"的?(?:{RATE_WORD}|{SHARE_WORD})$", "", said)
        if "rate" in cues or patterns.search(f"(?:{RATE_WORD})$", said) or (self.last in ("rate", "rate-change") and not key_of(said)):
            self.tell("rate-change", self.thing(spoken), sign * figure.value, self._since(since))
        elif "share" in cues or "占" in said or (self.last in ("share", "share-change") and not key_of(said)):
            self.tell("share-change", self.thing(spoken.partition("占")[0]), sign * figure.value, self._since(since))
        else:
            stay_out("points of what")

    def peeled(self, lead: str) -> tuple[str, set[str], Period | None, str]:
        """A lead without the words that say what its figure is: (the rest, which words, since when, the period of `由`)."""
        cues: set[str] = set()
        since: Period | None = None
        then = ""
        for _ in range(14):
            for cue, pattern in _TAILS:
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

    # --- names ---------------------------------------------------------------------------------------------------------------------

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
        exact = [each for each in self.book.things if each.key == key or core_of(each.key) == core_of(key)]
        exact = [each for each in exact if not unit or of_one_sort(each.unit, unit)]
        if exact and len(exact) < 3 and self.main is not None and self.opened is False:
            # `小学 5 所，学生 400 人；初中 2 所，学生 180 人`: again, of what the sentence began with
            own = [each for each in exact if self.main.key in each.under or each is self.main]
            if not own and all(each.under and self.book.value_told(each, self.now) is not None for each in exact) and new and unit:
                return self._new(name, unit)
            exact = own or exact
        if len(exact) == 1:
            self.subject = exact[0]
            return exact[0]
        if len(exact) > 1:
            stay_out("two of one name")
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
        return self._new(name, unit)

    def _new(self, name: str, unit: str) -> Thing:
        if patterns.search(rf"[,;]|占|{FIGURE}|{Q}|(?!^(?:[不未没]))(?:.[未没]|.不(?!锈|动产|良))|^[又再还]|属于|比(?![亚赛例])", name):
            stay_out(f"no name: {name}")
        parent = self.parent if self.parent is None or of_one_sort(self.parent.unit, unit) or not unit else self.parent
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
            other = next((thing.key for thing in self.book.things for place in self.places if thing.key.startswith(place) and len(thing.key) > len(place)), "")
            place = next((each for each in self.places if other.startswith(each)), "")
            return here + other.removeprefix(place) if other else name
        return name

    def named(self, name: str, other: Thing | None = None) -> Thing | None:
        """The thing told before that a name means."""
        name = self._dates(name).replace("|", "")
        found = [each for each in nearest(self.book.things, name, self.topic) if each is not other]
        if len(found) > 1:
            stay_out(f"several named {name}")
        return found[0] if found else None

    def tell(self, kind: str, thing: Thing, value: Fraction, since: Period | None = None, other: Thing | None = None) -> None:
        """Adds a fact."""
        if kind == "share" and not 0 < value <= 1:
            stay_out("no share")
        if kind in ("rate", "ratio") and value <= -1:
            stay_out("falls to nothing")
        self.book.facts.append(Fact(kind, thing, self.now, value, since or self.now if kind != "rate" else since or self.now.years_before(1), other))
        self.subject, self.last = thing, kind


__all__ = ["DOWN", "FALL_RATE", "SINCE", "UP", "Statements", "V"]
