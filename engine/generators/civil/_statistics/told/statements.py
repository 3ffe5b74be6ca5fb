"""Reading what a short text tells, clause by clause: each figure by the words that run up to it, of the thing named before them."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._statistics.cues import RATE_WORD
from engine.generators.civil._statistics.told.figures import ROW, Figures
from engine.generators.civil._statistics.told.marks import ANY, FIGURE, R, T, V
from engine.generators.civil._statistics.told.things import Thing, key_of
from engine.generators.civil._statistics.told.units import of_one_sort
from engine.generators.civil._statistics.told.words import DOWN, SINCE, UP
from engine.generators.reading import stay_out

_EVERY_YEAR = re.compile(
    rf"(?:若|如果|假设|预计|计划)*(?:从)?(?:此后|今后|以后|之后|往后|未来|接下来)?的?(?P<name>[^{FIGURE[1:-1]}每]{{0,8}}?)每年的?(?:都|均|平均|约)*(?:按照?|以|保持|比(?:{T}|上一年|前一年))?(?:多|(?P<way>{UP}|{DOWN}|递增|递减))?了?(?P<figure>{FIGURE})的?(?:速度|增速|幅度|比例|增长率|增长速度)?(?:不变)?(?P<then>{UP}|{DOWN}|递增|递减|(?<=增长速度)|(?<=增长率)|(?<=增速))(?:下去)?"
)
_TURNED = re.compile(
    rf"(?P<name>.*?)(?:同比)?(?:{RATE_WORD})(?:由|从)(?P<then>{T})?(?:的|同期)*(?P<before>{UP}|{DOWN})?(?P<one>{R})(?:转|变|转变|提高|提升|回升|加快|回落|放缓|下降|上升)?(?:为|到|至|成)(?:同比)?(?P<after>{UP}|{DOWN})?(?P<other>{R})"
)
_REST = re.compile(
    rf"^(?:而|,)?(?![^,;]{{0,9}}(?:中|里|的)有?{FIGURE})(?!.*(?:不变|持平))(?:其余|其他|其它|剩下|剩余|余下|另外|其次)(?:的)?(?:人|部分|学生|人员|员工)?(?:都|全部|全|均|则)?(?:的)?(?:是|为|属于|算作?|:)?(?P<name>.*)$"
)
_WITHIN = re.compile(
    r"^(?:在|从)?(?P<whole>其|此|这|它|[^,;]{2,20}?)(?:当中|之中|里面|(?<![高初集期空年途其城])中|(?<![公英])里),?(?P<rest>.*)$"
)
_CORRECTS = r"剔|修正|修订|(?<!加计)扣除|去掉|除去|减去|另加|[不未没](?:被)?计|未纳入|重复|虚[增报]|漏|误|多计|少计|多算|少算|多报|少报"
_STORY = re.compile(
    rf"{ANY}|[若假没未非无不只仅恰每各均都再又还另除外先后原剩余共半倍多少几比占增减升降涨跌扣剔误漏重]|以[上下内外]|如果|要是|至少|至多|不足|超过|平均|之前|以前|[一二三四五六七八九十百]+[人名位个台件辆吨元]$"
)
"""What a clause without a figure must not hold."""
_HARMLESS = re.compile(
    r"不错|不会|不懂|不明白|不对|不知道?|还是(?=不)|多媒体|首次|各项|各地|各类|各级|均衡|再次|增值|增加值|对外|国外|海外|之外|外资|外商|外贸|外汇|重要|重点|重大|比较(?=稳定)|升级|差不多|部分|规模以上|"
    r"此外|另外|除此之外|不断|不仅|无论|产业|余额|剩余|只想|想知道|大家都|都在|每年|每月|没想到"
)
_CONNECTED = re.compile(
    r"^(?:而且|并且|而|且|并|但|同时|然后|接着|随后|另外|此外|已知|则|那么|那|据统计|据调查|数据显示|某调查显示|调查显示|统计显示|显示|[,:]|资料|材料|例)+"
)


class Statements(Figures):
    """Reads clauses that tell."""

    __slots__ = ()

    def sentence(self) -> None:
        """A sentence begins."""
        self.parent, self.since, self.opened, self.rows = None, None, True, []
        self.pending = self.scope = ""
        self.facts_before = len(self.book.facts)
        self.spoken = self.subject
        self.subject = self.main or self.subject
        if self.beside is not None:
            self.now, self.beside = self.beside, None
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
        if (
            (alone := patterns.fullmatch("(?:在|从)?(?P<whole>[^,;\ue600-\uebff]{1,20}?)(?:当中|之中|里面|中|里)", clause)) is not None
            and not inside
            and (self.book.facts or not patterns.search("[年期途其初高集当]中$", clause))
        ):
            said = self._dates(alone["whole"])
            if not patterns.fullmatch("(?:这|那|该|此)(?:一?部分|[一些]?类|些|批)?(?:的)?(?:人|人员|人群|企业|产品|学生)?", said):
                self.parent = self._whole_said(said) or self.thing(said)
            else:
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
        if (row := ROW.fullmatch(clause)) is not None:
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
        bare = patterns.fullmatch(f"(?:而)?{T}(?:的|同期)*{FIGURE}", clause) is not None
        self.beside = now if bare and not first and self.now == now.years_before(1) else None  # `上年同期 40 万人`

    def _figures(self, clause: str) -> None:
        if (to := patterns.search(rf"(?:从|由){FIGURE}[^{FIGURE[1:-1]}]*?(?:到|至|为|成)(?P<then>{T})", clause)) is not None:
            self.now = self.marks.period(to["then"])  # `从 120 涨到今年 150`
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
        if (not way and found["then"] is None) or figure.sort not in ("rate", "amount") or self.forward is not None:
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
        found = patterns.fullmatch(
            rf"(?:[他她它]|最后|现在|这时|结果)*(?:还|仍|就|只)?(?:剩余|剩下|余下|剩|余)(?:了|有)?(?P<figure>{V})(?:没有?[^,]{{1,4}})?",
            clause,
        )
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

    def _without_figure(self, clause: str) -> None:
        said = _HARMLESS.sub("", clause)
        if (
            flat := patterns.fullmatch(rf"(?P<name>.*?)(?:(?:{SINCE}|同比)(?:基本)?持平|(?:保持)?(?:没有?变化?|不变)了?)", clause)
        ) is not None:
            if (others := patterns.match("其他|其余|其它", flat["name"])) is not None:
                self._rest(flat["name"][others.end() :])
                thing = self.subject or stay_out("of what")
            else:
                thing = self.thing(self._dates(patterns.sub(SINCE, "", flat["name"])))
            since = self.marks.period(flat["since"]) if flat["since"] else self.now.years_before(1)
            self.tell("rate", thing, Fraction(0), since)
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

    def _rest(self, said: str) -> None:
        """Takes in what all others are: `其余为服装`, `其余耕地 4000 亩`."""
        name = patterns.sub(FIGURE + ".*$", "", said)
        figure = patterns.search(FIGURE, said)
        if figure is not None:
            name, cues, _, _ = self.peeled(name)
            name = patterns.sub("占$", "", name)
            if cues - {"fill", "share"} or patterns.search(f"占|{T}", name) or patterns.sub("[,]|左右", "", said[figure.end() :]):
                stay_out("what the others do")
        elif patterns.search(rf"占|{ANY}|(?:{UP}|{DOWN})了?$", name):
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
