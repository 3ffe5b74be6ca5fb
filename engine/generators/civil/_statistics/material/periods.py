"""Periods in a statistical material: years, months, quarters and parts of the year, each put into the text as one sign that knows its dates."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from engine.generators import patterns

_FIRST_SIGN = 0xE200
SIGN = "[\ue200-\ue5ff]"
"""A period in a marked text."""
SOME_YEAR = 2050
"""Stands for this year where no year is told."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Months of a year, or of several years where `until` is a later one."""

    year: int
    first: int = 1
    last: int = 12
    until: int = 0

    @property
    def months(self) -> int:
        """How many months of the year it has."""
        return self.last - self.first + 1

    def within(self, other: Period) -> bool:
        """Whether it is a part of another of the same year."""
        return self.year == other.year and other.first <= self.first and self.last <= other.last and self.months < other.months

    def years_before(self, years: int) -> Period:
        """The same months so many years before."""
        return Period(self.year - years, self.first, self.last)

    def just_before(self) -> Period:
        """The period of the same length that ends where this one begins."""
        first = self.year * 12 + self.first - 1 - self.months
        return Period(first // 12, first % 12 + 1, first % 12 + self.months)

    def told(self) -> str:
        """`2022 年上半年`."""
        year = {SOME_YEAR: "今年", SOME_YEAR - 1: "去年", SOME_YEAR - 2: "前年", SOME_YEAR + 1: "明年"}.get(self.year, f"{self.year} 年")
        if self.until:
            return f"{self.year}—{self.until} 年"
        return year + _PARTS.get((self.first, self.last), f" {self.first}—{self.last} 月" if self.months > 1 else f" {self.first} 月")


_PARTS = {
    (1, 12): "",
    (1, 6): "上半年",
    (7, 12): "下半年",
    (1, 9): "前三季度",
    (1, 3): "第一季度",
    (4, 6): "第二季度",
    (7, 9): "第三季度",
    (10, 12): "第四季度",
}
_TO = r"\s?(?:[-~—–]{1,2}|至|到)\s?"
_YEAR = r"(?<![\d.])(?:19|20)\d\d"
_PART = (
    rf"(?P<from>1[0-2]|[1-9])(?:月份?)?{_TO}(?P<to>1[0-2]|[1-9])月(?:份)?|(?P<half>[上下])半年|前(?P<quarters>[二三])季度|前(?P<months>[2-9]|1[01])个月"
    r"|第?(?P<quarter>[一二三四1-4])季度[末底]?|(?P<month>1[0-2]|[1-9])月(?:份)?(?P<end>末|底)?|(?P<close>年?[末底])"
)
_HEAD = rf"(?P<year>{_YEAR})年(?:度|全年)?|(?P<relative>上一?年|去年|前年|今年|本年|当年|明年)"
_SAME = "(?P<same>同期|同月|同季度?)"
_BARE_PART = patterns.sub(r"\?P<\w+>", "", _PART)
_PERIOD = re.compile(
    rf"(?P<upto>截[至止]到?)?(?:(?P<one>{_YEAR})年?{_TO}(?P<other>(?:19|20)\d\d)年(?:间|期间)?"
    rf"|(?P<plan>十[一二三四]五)(?:规划)?(?:时期|期间)"
    rf"|(?:{_HEAD})(?:[的,]?(?={_BARE_PART}|同期|同月|同季))?(?:{_PART.replace('?P<', '?P<in_')}|{_SAME})?"
    rf"|(?<![\d.至到~—–-])(?:{_PART})|(?P<before>上个?月|上个?季度|上季|上期)|(?P<start>年初)"
    r"|(?<=[比较与和同跟于])(?P<ago>[两二三四五六七八九十]|\d{1,2})年(?:之|以)?前|(?<![\d\u4e00-\u9fff])(?P<later>[一两二三四五六七八九])年(?:之|以)?后(?!的[^,;。\d]{0,4}(?:比|较))|(?<![上去])同期)(?:累计)?"
)
_COMPARED = re.compile(rf"(?:比|较|与|和|同|跟|于|由|从|(?:比|较|与){SIGN}(?:的|同期)*[、和及与])(?:去)?$")
_NAMED_BESIDE = re.compile("[^,;。]{0,14}(?:分别|依次|两年|均|都)")  # `2021 年和 2022 年分别增长`
_ONE_OF_TIMES = re.compile(r"(?:的|同期)*[^,;。\d]{0,12}的(?:近|约|大约|将近)?\d[\d.]*倍")  # `是 2012 年里程的 5.5 倍`
_COUNTS = dict(zip("一两二三四五六七八九十", (1, 2, *range(2, 11)), strict=True))
_OVER = re.compile(
    r"^(?:近|这|过去|最近)?(?P<years>[两二三四五六七八九十])年(?:来|间|之?内|里|中)?(?:累计|合计|一?共|总共)(?=增|上升|提高|下降|减|涨|降)"
)
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}


@dataclass(slots=True)
class Calendar:
    """The periods of a text in order, and the one that is spoken of."""

    now: Period = field(default_factory=lambda: Period(SOME_YEAR))
    found: list[Period] = field(default_factory=list)
    dated: bool = False  # whether the one spoken of was told with its year
    this_year: int = SOME_YEAR  # from which last year is the one before

    def marked(self, text: str) -> str:
        """The text with a sign for every period."""
        return _PERIOD.sub(self._mark, _OVER.sub(r"比\g<years>年前", text))

    def of(self, sign: str) -> Period:
        """The period of a sign."""
        return self.found[ord(sign) - _FIRST_SIGN]

    def _mark(self, match: re.Match[str]) -> str:
        if match["close"] and not match["close"].startswith("年"):
            return match[0]  # the end of a word
        period = self._period(match)
        compared = (
            self._is_compared(match)
            or match.string.startswith(("相比", "比较", "以来"), match.end())
            or _ONE_OF_TIMES.match(match.string, match.end())
        )
        if not compared and not match["same"] and not match["before"] and not match["start"] and not period.until:
            self.now, self.dated = period, bool(match["year"])
            if match["year"]:
                self.this_year = period.year
        self.found.append(period)
        return chr(_FIRST_SIGN + len(self.found) - 1)

    def _is_compared(self, match: re.Match[str]) -> bool:
        found = _COMPARED.search(self._before(match))
        if found is None or found[0][:1] not in "与和同跟" or len(found[0]) > 1:
            return found is not None
        return not _NAMED_BESIDE.match(match.string, match.end())

    def _before(self, match: re.Match[str]) -> str:
        """What stands before a period, the one before it as a sign."""
        return _PERIOD.sub(chr(_FIRST_SIGN), match.string[max(0, match.start() - 16) : match.start()])

    def _period(self, match: re.Match[str]) -> Period:
        now = self.now
        if match["one"]:
            return Period(int(match["one"]), until=int(match["other"]))
        if match["plan"]:
            first = 2001 + 5 * "一二三四".index(match["plan"][1]) + 5 - 1
            return Period(first, until=first + 5)
        if match["before"]:
            length = 3 if "季" in match["before"] else 1 if "月" in match["before"] else now.months
            return now.just_before() if now.months == length else now  # `now`: the one before has no dates
        if match["later"] or match["ago"]:
            count = match["later"] or match["ago"]
            years = int(count) if count.isdecimal() else _COUNTS[count]
            return now.years_before(years if match["ago"] else -years)
        if match["start"]:
            return Period(now.year - 1)
        year = int(match["year"]) if match["year"] else now.year
        if match["relative"]:
            back = {"上年": 1, "上一年": 1, "去年": 1, "前年": 2, "明年": -1}.get(match["relative"], 0)
            year = self.this_year - back
            if not self._part(match):
                return Period(year, now.first, now.last) if back == 1 or match["same"] else Period(year)
        if match["same"]:
            return Period(year, now.first, now.last)
        part = self._part(match)
        if part is None:
            return Period(year) if match["year"] or match["close"] else now
        if match["upto"] and part[0] == part[1] and not (match["end"] or match["in_end"]):
            part = (1, part[1])
        elif (match["end"] or match["in_end"]) and part == (12, 12):
            part = (1, 12)  # what there is at the end of the year
        return Period(year, *part)

    def _part(self, match: re.Match[str]) -> tuple[int, int] | None:
        said = {name: match[name] or match[f"in_{name}"] for name in ("from", "to", "half", "quarters", "months", "quarter", "month")}
        if said["from"]:
            return int(said["from"]), int(said["to"])
        if said["half"]:
            return (1, 6) if said["half"] == "上" else (7, 12)
        if said["quarters"]:
            return 1, 6 if said["quarters"] == "二" else 9
        if said["months"]:
            return 1, int(said["months"])
        if said["quarter"]:
            last = 3 * _QUARTERS[said["quarter"]]
            return last - 2, last
        return (int(said["month"]), int(said["month"])) if said["month"] else None


def bare(text: str) -> str:
    """A marked text without the signs."""
    return patterns.sub(SIGN, "", text)
