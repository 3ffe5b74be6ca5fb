"""Questions that choose: how many (or which) years or rows of a table are so, and in which year something was the most.

`2016—2020 年，增速高于上年的年份有几个`: what is measured is worded as any other question, and asked of every year, or of every row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._statistics.cues import FALL, RISE, UNIT
from engine.generators.civil._statistics.material.answers import Answering
from engine.generators.civil._statistics.material.asking import COMPARED, Question, read_wording
from engine.generators.civil._statistics.material.cues import scale
from engine.generators.civil._statistics.material.ledger import Ledger
from engine.generators.civil._statistics.material.meant import Value
from engine.generators.civil._statistics.material.names import clean
from engine.generators.civil._statistics.material.periods import SIGN, Calendar, Period
from engine.generators.reading import StayOut, stay_out

_TIME = "年份|年度|月份|季度|年|月"
_SORT = "省份|省市|省区市|省|地区|国家|城市|行业|产品|商品|品种|类别|项目|指标|领域|企业|门类|市|区|县|部门|产业|公司"
_MANY = r"(?:\?|几|多少|\( *\))\s*个?"
_BEHIND = re.compile(
    rf"^(?P<body>.+)的(?P<noun>{_TIME}|{_SORT})(?:数量|个数|数)?(?:一?共|总共)?(?P<asks>[:有为是共]*\s*(?:{_MANY}(?:{_TIME}|{_SORT})?)?)$"
)
_BEFORE = re.compile(rf"^(?P<lead>.*?)(?:一?共|总共)?有{_MANY}(?P<noun>{_TIME}|{_SORT})的?(?P<body>.+)$")
_MOST = re.compile(
    rf"^(?P<body>.+?)最(?P<way>[大小多少快慢高低])的(?P<noun>{_TIME})(?:份)?(?:[:是为在有]|出现在)*(?:哪一?个?(?:{_TIME})|\( *\)|\?)?$"
)
_BEFORE_IT = "※"
"""Stands for the year before each."""
_ROWS = re.compile(rf"^(?:在)?(?P<rows>[^,]+?[、和与及][^,]+?)(?:这?(?:[二三四五六七八两]|\d)?(?:大|个|种|类)?(?:{_SORT}))?(?:当?中),")
_OVER, _UNDER = "超过|高于|大于|多于|快于|突破", "低于|小于|少于|慢于|不足|不到"
_THAN = re.compile(rf"^(?P<what>.+?)(?:均|都|也|同时)?(?P<not>不)?(?P<way>{_OVER}|{_UNDER})(?:了)?(?P<than>.+)$")
_FIGURE = re.compile(rf"(?P<value>-?\d+(?:\.\d+)?)(?P<unit>%|个?百分点|倍|{UNIT})?")
_MOVED = re.compile(
    rf"^(?P<what>.+?)(?:均|都)?{COMPARED}?(?:均|都)?(?:有所|实现|保持|呈现?|出现|为)?(?P<way>正增长|负增长|正|负|{RISE}|{FALL})(?:了|趋势|态势)?$"
)


@dataclass(frozen=True, slots=True)
class Choice:
    """What is looked for among what.

    Attributes:
        what: what is measured, as worded.
        noun: what is chosen: 年份, 地区.
        periods: those the question speaks of; a span of years is one with its end.
        compared: `figure`, `before` (that of the year before), `other` (another measure), `moves`, `most`.
        over: whether more is looked for, or a rise.
        than: the figure with its unit, or the words for the other measure.
        rows: those named one by one; none where all are meant.
        counted: whether it is asked how many there are.
    """

    what: str
    noun: str
    periods: tuple[Period, ...]
    compared: str
    over: bool
    than: str = ""
    rows: tuple[str, ...] = ()
    counted: bool = True

    @property
    def of_time(self) -> bool:
        """Whether periods are chosen from, not rows."""
        return patterns.fullmatch(_TIME, self.noun) is not None


_LOOKS = re.compile(rf"(?:几|多少|\( *\))\s*个|的(?:{_TIME}|{_SORT})(?![\u4e00-\u9fff]{{3}})|哪一?个?(?:{_TIME})")
_YEAR_BEFORE = "(?:上一?年|去年|前一年)(?:同期)?"


def choice_of(question: str, calendar: Calendar) -> Choice | None:
    """What a question chooses; None where it chooses nothing of this kind."""
    if _LOOKS.search(question) is None:
        return None
    text = patterns.sub(rf"(?<=[于过])(?:其?{_YEAR_BEFORE}|前期)的?(?:水平|增速|比重|占比)?(?=的)", _BEFORE_IT, question)
    text = patterns.sub(rf"(?:[比较与和同]|相比){_YEAR_BEFORE}(?:水平)?(?:相比)?", "同比", text)
    choice = _chosen(calendar.marked(text), calendar)
    if choice is None or patterns.search(SIGN, choice.what + choice.than):
        return None
    return choice


def _chosen(marked: str, calendar: Calendar) -> Choice | None:
    text = marked.strip(" ,。:")
    text = patterns.sub(r"(?<=[^?几多少)])\?$|(?<=[\u4e00-\u9fff])\( *\)$", "", text).strip(" ,。:")
    if (most := _MOST.match(text)) is not None:
        body, periods = _undated(most["body"], calendar)
        over = most["way"] in "大多快高"
        return Choice(body, most["noun"], periods, "most", over=over, counted=False)
    found = _BEFORE.match(text) or _BEHIND.match(text)
    if found is None or patterns.search("最|排名|依次|第[一二三四五六]", text):
        return None
    rows: tuple[str, ...] = ()
    body = (found.groupdict().get("lead") or "") + found["body"]
    if (named := _ROWS.match(body)) is not None:
        rows = tuple(clean(each) for each in patterns.split("、|和|与|及|以及", named["rows"]))
        body = body[named.end() :]
    else:
        body = patterns.sub(r"^(?:在)?[^,]{0,12}(?:中|里),", "", body)
    counted = "asks" not in found.groupdict() or patterns.search(r"[?几多个]|\(", found["asks"]) is not None
    return _condition(body, found["noun"], calendar, rows, counted=counted)


def _undated(body: str, calendar: Calendar) -> tuple[str, tuple[Period, ...]]:
    """The words without the periods at their beginning, and these."""
    found = patterns.match(rf"^(?:在)?(?:{SIGN}(?:间|期间|的|,|、|和|与|各年|历年|这?[\d二三四五六七八]+年)*)+", body)
    if found is None:
        return body.lstrip(",的"), ()
    periods = tuple(calendar.of(sign) for sign in patterns.findall(SIGN, found[0]))
    return body[found.end() :].lstrip(",的"), periods


def _condition(body: str, noun: str, calendar: Calendar, rows: tuple[str, ...], *, counted: bool) -> Choice | None:
    body, periods = _undated(body, calendar)
    body = body.replace("同比", COMPARED)
    if (than := _THAN.match(body)) is not None:
        over = (patterns.fullmatch(_OVER, than["way"]) is not None) != (than["not"] is not None)
        if than["not"] and than["way"] in ("低于", "少于", "小于", "超过", "高于", "大于"):
            over = than["way"] in ("低于", "少于", "小于")
        behind = than["than"]
        if behind == _BEFORE_IT:
            return Choice(than["what"], noun, periods, "before", over, rows=rows, counted=counted)
        if (figure := _FIGURE.fullmatch(behind)) is not None:
            return Choice(than["what"], noun, periods, "figure", over, figure[0], rows=rows, counted=counted)
        if patterns.search(r"\d|" + SIGN, behind):
            return None
        return Choice(than["what"], noun, periods, "other", over, behind, rows=rows, counted=counted)
    if (moved := _MOVED.match(body)) is not None:
        over = patterns.fullmatch(rf"正增长|正|{RISE}", moved["way"]) is not None
        return Choice(moved["what"], noun, periods, "moves", over, moved["way"], rows, counted)
    return None


class Choosing:
    """What of a material is so."""

    def __init__(self, ledger: Ledger, choice: Choice, standing: Period) -> None:
        self.ledger, self.choice, self.standing = ledger, choice, standing
        self.used: set[int] = set()
        self.kinds: set[str] = set()

    def domain(self) -> list[tuple[str, str, tuple[Period, ...]]]:
        """Everything that is looked at: (what it is called, what goes before the name of what is measured, when).

        Raises:
            StayOut: it is not plain what that is.
        """
        choice = self.choice
        if not choice.of_time:
            periods = choice.periods or (self.standing,)
            if any(period.until for period in periods):
                stay_out("of several years")
            rows = choice.rows or self._rows()
            return [(row, row, periods) for row in rows]
        if len(choice.periods) > 1:
            stay_out("several times")
        span = choice.periods[0] if choice.periods else None
        told = sorted({fact.period for fact in self.ledger.material.facts if not fact.period.until})
        whole = patterns.search("年", choice.noun) is not None
        if whole:
            told = [period for period in told if period.months == 12]
            if span is not None and span.until:
                years = range(span.year, span.until + 1)
                told = [Period(year) for year in years]
        elif span is not None and span.months > 1 and not span.until:
            wanted = 3 if choice.noun == "季度" else 1
            told = [
                each
                for each in told
                if each.year == span.year and each.months == wanted and span.first <= each.first and each.last <= span.last
            ]
        else:
            stay_out("which months")
        if len(told) < 2:
            stay_out("nothing to choose from")
        return [(period.told().replace(" ", ""), "", (period,)) for period in told]

    def _rows(self) -> list[str]:
        tables = self.ledger.material.tables
        if len(tables) != 1:
            stay_out("of which rows")
        return [row for row in tables[0].rows if not patterns.search("^(?:总|全国|全省|全市|合计|其中)|合计$|总计$|总额$|平均$", row)]

    def found(self) -> list[tuple[str, bool]]:
        """Everything looked at, and whether it is so."""
        return [
            (called, all(self._holds(lead, period) for period in self._failing_first(lead, periods)))
            for called, lead, periods in self.domain()
        ]

    def _failing_first(self, lead: str, periods: tuple[Period, ...]) -> list[Period]:
        """The periods, one that does not hold first: what is not known of the others then does not matter."""
        if len(periods) == 1:
            return list(periods)
        for period in periods:
            try:
                if not self._holds(lead, period):
                    return [period]
            except StayOut:
                continue
        return list(periods)

    def values(self) -> list[tuple[str, Fraction]]:
        """Everything looked at, and what is measured of it."""
        return [(called, self._value(self.choice.what, lead, period)) for called, lead, periods in self.domain() for period in periods]

    def _holds(self, lead: str, period: Period) -> bool:
        choice = self.choice
        if choice.compared == "figure":
            figure = _FIGURE.fullmatch(choice.than) or stay_out(choice.than)
            unit = (figure["unit"] or "").removeprefix("个")
            value = self._value(choice.what, lead, period, unit) - Fraction(figure["value"])
        elif choice.compared == "other":
            value = self._value(choice.what, lead, period) - self._value(choice.than, lead, period)
        else:
            value = self._moved(lead, period)
        if value == 0:
            stay_out("on the line")
        return (value > 0) == choice.over

    def _moved(self, lead: str, period: Period) -> Fraction:
        question = self._question(self.choice.what, lead, period)
        if question.what == "share":
            question.what, question.direction = "share-change", True
            part = Answering(self.ledger, question)
            said = part.answer()[0][0]
            self.used |= {thing.number for thing in part.used}
            return Fraction({"上升": 1, "下降": -1}.get(str(said), 0))
        if question.what in ("value", "mean"):
            question.what = "rate" if question.what == "value" else "mean-move"
            question.unit = "%"
        elif question.what == "rate" and self.choice.than not in ("正", "负", "正增长", "负增长"):
            question.what = "rate-change"
        elif question.what not in ("rate", "move"):
            stay_out(question.what)
        return self._signed(question)

    def _question(self, what: str, lead: str, period: Period, unit: str = "") -> Question:
        question = Question(period=period, unit=unit)
        read_wording(what.replace("同比", COMPARED), question)
        self.kinds.add(question.what)
        if question.since is not None or question.what in ("most", "choice", "yearly", "yearly-more"):
            stay_out(what)
        question.names = [
            clean(lead + name) if place == 0 or question.what == "ratio" else clean(name) for place, name in enumerate(question.names)
        ]
        question.period = period
        return question

    def _value(self, what: str, lead: str, period: Period, unit: str = "") -> Fraction:
        question = self._question(what, lead, period, unit if unit not in ("%", "百分点") else "")
        if unit == "%" and question.what in ("move", "value"):
            question.what = "rate" if question.what == "move" else question.what
        return self._signed(question, plain=not unit or unit in ("%", "百分点", "倍"))

    def _signed(self, question: Question, *, plain: bool = False) -> Fraction:
        answering = Answering(self.ledger, question)
        values: list[Value] = answering.answer()
        self.used |= {thing.number for thing in answering.used}
        value, unit = values[0]
        if isinstance(value, str):
            way, _, amount = value.partition("|")
            if way == "不变":
                return Fraction(0)
            if not amount:
                stay_out("a direction")
            value = Fraction(amount) * (-1 if way == "下降" else 1)
        return value * scale(unit) if plain and unit not in ("%", "倍", "个百分点") else value
