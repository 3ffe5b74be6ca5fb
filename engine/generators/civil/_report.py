"""A statistical report read by its parts: figures with their year, name, unit, rate of growth and the change of that rate."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators.civil._story import NUMBER, Story
from engine.generators.reading import stay_out

UNIT = r"(?:万亿元|亿元|万元|千元|亿美元|万美元|亿件|万件|亿人次|万人次|亿人|万人|人次|万户|万辆|万吨|亿吨|万台|万部|亿部|万公顷|公顷|万亩|亿斤|亿千瓦时|亿立方米|万套|万平方米|亿平方米|亿只|万只|万亿|亿(?![\u4e00-\u9fff]{0,2}[次件吨])|万(?![\u4e00-\u9fff]{0,2}[次件吨亿])|元|人|吨|辆|件|台|亩|户|家|所|万家|个)"
_SCALES = {"万亿": 10**12, "亿": 10**8, "万": 10**4, "千": 10**3}
PLACE = r"(?:某些?|该|本|全|我|这个)(?:省|市|县|地区?|区|国|自治区|直辖市|城市|企业|公司|单位|集团|景区|机场|港口|高校|校|厂|行业|平台|大学)|我国|全国|全省|全市|东部地区|西部地区|[A-Z](?:省|市|县|地区?|区|国|企业|公司|城市|镇|厂|单位|品牌|商场)"
_YEAR = r"(?P<year>(?:19|20)\d\d)年(?:末|底|全年|度)?"
_PERIOD = r"(?:1[~—-](?:[2-9]|1[0-2])月(?:份)?|上半年|下半年|前三季度|第?[一二三四1-4]季度)"
_IS = r"(?:大约|约|共计|共|合计|总计|总量|已|只|就|为|是|达到?了?|实现|完成|有|突破)*"
SINCE = r"(?:同比|比上年|较上年|比去年|较去年|比上一年|比前一年|较上一年|上年同期|比上年同期|比去年同期|较上年同期)(?:同期)?"
_RISE = r"增长|上升|增加|提高|上涨|提升|增|涨"
_FALL = r"下降|减少|降低|下滑|回落|下跌|降|跌"
_RATE = rf"(?:{SINCE})?(?:实际|名义|又|再)?(?P<way>{_RISE}|{_FALL})(?:率为|速度为|幅度为|率是|了|约|速为|幅为|率|速)?(?P<rate>{NUMBER})%"
_POINTS = rf"(?:(?:其)?(?:增速|增幅|增长率|增长速度|同比增速)(?:{SINCE})?|{SINCE})(?P<pway>回落|下降|降低|放缓|减少|提高|加快|上升|增加|提升)(?:了)?(?P<points>{NUMBER})个?百分点"
_NAME = r"(?P<name>[\u4e00-\u9fffA-Z]{0,22}?)"


@dataclass(slots=True)
class Item:
    """One thing reported.

    Attributes:
        name: without place and year.
        value: in its unit; None where only a rate is told.
        rate: growth since a year before, in per cent; negative for a decline.
        points: by how many percentage points the rate is above the year before's.
        more: by how much it has grown, in its unit.
        share: its share in per cent of `of`.
    """

    name: str
    year: int | None
    value: Fraction | None = None
    unit: str = ""
    rate: Fraction | None = None
    points: Fraction | None = None
    more: Fraction | None = None
    share: Fraction | None = None
    of: str = ""


def plain_name(name: str) -> str:
    """Without place and words that say nothing.

    Raises:
        StayOut: there is a time in it that was not read.
    """
    name = re.sub(
        rf"^(?:则|求|问|而|其中|当年|同年|当地|同期|已知|假设|根据|统计|据统计|年末|末|全年|年|约|,|(?:{PLACE})(?:的)?)+", "", name
    )
    name = re.sub(r"^(?:的|共有?|接待|完成|实现)", "", name)
    name = re.sub(r"(?:的|为|总共|同比|比上年|较上年|大约|约)+$", "", name)
    if re.search(r"年(?!级|轻|龄)|去年|同期", name):
        stay_out(f"a time in {name}")
    return name


def scale(unit: str) -> tuple[int, str]:
    """`亿元` -> (10^8, 元)."""
    for word, factor in _SCALES.items():
        if unit.startswith(word) and len(unit) > len(word):
            return factor, unit[len(word) :]
    return 1, unit


@dataclass(slots=True)
class Report:
    """What is told, in order."""

    story: Story
    items: list[Item] = field(default_factory=list)
    now: int | None = None

    def find(self, name: str, year: int | None = None) -> Item | None:
        """The item of that name (or the only one whose name ends with or holds it).

        Raises:
            StayOut: several fit.
        """
        name = plain_name(name)
        among = [item for item in self.items if year is None or item.year in (None, year)]
        for found in (
            [item for item in among if item.name == name],
            [item for item in among if len(name) == 1 and name.isascii() and item.name.startswith(name)],
            [item for item in among if len(name) > 1 and item.name and (item.name.endswith(name) or name.endswith(item.name))],
            [item for item in among if len(name) > 1 and (name in item.name or (len(item.name) > 1 and item.name in name))],
        ):
            if len(found) == 1:
                return found[0]
            if found:
                stay_out(f"several named {name}")
        return None


def one_period(story: Story) -> None:
    """Takes the part of the year that everything is about, where there is one: `前三季度` of one year and of another compare like years.

    Raises:
        StayOut: there are several.
    """
    found = set(re.findall(_PERIOD, story.rest))
    if len(found) > 1:
        stay_out("periods")
    if found:
        story.rest = re.sub(rf"(?<=年){_PERIOD},?|{_PERIOD},?(?=[\u4e00-\u9fff])", "", story.rest)


def read_report(text: str) -> Report:
    """Figures and rates of a report, taken from it; what is asked is left.

    Raises:
        StayOut: what cannot be attributed.
    """
    story = Story(text)
    one_period(story)
    with_years(story)
    report = Report(story)
    signs = story.rest
    # Questions stand in the last clauses; nothing is read from them.
    asked = [match.start() for match in re.finditer("多少", signs)]
    if not asked:
        stay_out("nothing asked")
    limit = max((match.end() for match in re.finditer(r"[,;。?!\n]", signs) if match.end() <= asked[0]), default=0)
    # No year said: the figures are this year's.
    year: int | None = None if re.search(r"(?:19|20)\d\d年", signs) else THIS_YEAR
    report.now = year
    last: Item | None = None
    whole = re.compile(
        rf"(?:(?:{PLACE})?{_YEAR},?)?(?P<last>而?(?:上|去)年(?:同期)?,?)?{_NAME}(?:同比)?(?P<be>{_IS})\s?(?P<value>{NUMBER})(?P<unit>{UNIT})(?![\u4e00-\u9fff]*?/)"
        rf"(?:\(?,?(?:其)?{_RATE}\)?)?(?:,?{_POINTS})?"
    )
    rate_only = re.compile(rf"(?:(?:{PLACE})?{_YEAR},?)?(?P<last>(?:上|去)年(?:同期)?,?)?{_NAME}(?:的)?,?{_RATE}(?:,?{_POINTS})?")
    more_only = re.compile(rf",?{SINCE}(?P<way>{_RISE}|{_FALL})(?:量为|了|额为)?(?P<value>{NUMBER})(?P<unit>{UNIT})")
    position = 0
    spans: list[tuple[int, int]] = []
    while position < limit:
        head = re.compile(r"[,;。:?!\s]*").match(signs, position)
        position = head.end() if head else position
        if position >= limit:
            break
        more, full, only = (pattern.match(signs, position, limit) for pattern in (more_only, whole, rate_only))
        if more and last is not None and last.value is not None:
            if more["unit"] != last.unit or last.more is not None:
                stay_out("units")
            last.more = Fraction(more["value"]) * (1 if re.fullmatch(_RISE, more["way"]) else -1)
            spans.append(more.span())
            position = more.end()
            continue
        match = full or only
        if match is None or match.end() == position:
            position = 1 + min([place for place in (signs.find(mark, position) for mark in ",;。?!\n") if place >= 0] + [limit])
            continue
        groups = match.groupdict()
        if groups["year"]:
            year = int(groups["year"])
            report.now = report.now or year
        name = plain_name(groups["name"] or "") or ("总量" if full and re.search("总计|总量|合计|共计", groups["be"]) else "")
        its_year = year
        if groups["last"] or re.match(r"(?:上|去)年|而?上年", groups["name"] or ""):
            its_year = None if year is None else year - 1
            name = plain_name(re.sub(r"^(?:而)?(?:上|去)年(?:同期)?", "", name)) or (last.name if last else "")
            if year is None:
                stay_out("which year")
        percent = None
        if groups["rate"]:
            percent = Fraction(groups["rate"]) * (1 if re.fullmatch(_RISE, groups["way"]) else -1)
        points = None
        if groups["points"]:
            points = Fraction(groups["points"]) * (-1 if re.search("回落|下降|降低|放缓|减少", groups["pway"]) else 1)
        if full is None and not name and last is not None and last.rate is None and last.value is not None and its_year == last.year:
            last.rate, last.points = percent, points
        else:
            if not name and last is not None and (groups["year"] or groups["last"]):
                name = last.name
            last = Item(name=name, year=its_year, rate=percent, points=points)
            if full is not None:
                last.value, last.unit = Fraction(full["value"]), full["unit"]
            report.items.append(last)
        spans.append(match.span())
        position = match.end()
    signs_list = list(signs)
    for start, stop in spans:
        signs_list[start:stop] = ["\ue000"] * (stop - start)
    story.rest = "".join(signs_list)
    return report


def with_years(story: Story) -> None:
    """`23年` becomes 2023年, 今年 and 明年 years of four digits; what is said of 去年 stays relative."""
    plain = re.sub(r"(?<![\d过用了共第近每年])([012]\d)年(?=[\u4e00-\u9fff,]|\d)(?![内后前间来的]|以|之)", r"20\1年", story.rest)
    plain = re.sub(r"(?:地区|国内)?生产总值(?:\(GDP\))?", "GDP", plain)
    if not re.search(r"(?:19|20)\d\d年", plain):
        plain = re.sub(r"今年|本年度?|本年", f"{THIS_YEAR}年", plain)
        plain = re.sub(r"明年|来年", f"{THIS_YEAR + 1}年", plain)
        plain = (
            re.sub(r"(?<![比较])去年(?!同期增)(?=[^,;。]{0,8}\d)", f"{THIS_YEAR - 1}年", plain)
            if re.search(r"去年[^,;。\d]{0,8}\d", plain)
            else plain
        )
    story.rest = story.text = plain


THIS_YEAR = 2050
"""Stands for 今年 where no year is said."""


def year_name(year: int | None) -> str:
    """`2023 年`, 今年, 去年."""
    return {THIS_YEAR: "今年", THIS_YEAR - 1: "去年", THIS_YEAR + 1: "明年"}.get(year or 0, f"{year} 年")


NAME_ASKED = r"[\u4e00-\u9fffA-Z]{1,24}?"
YEAR_ASKED = r"(?:(?P<year>(?:19|20)\d\d)年(?:末|底|全年)?|(?P<last>上年|去年|上一年|前一年)(?:同期)?)"
WORDS = """
某省 某市 某县 某地区 某地 某国 全国 我国 全省 全市 该省 该市 该县 该地区 该国 某企业 该企业 某公司 该公司 某自治区 则 其中 当年 同年 全年 亿元 万元 左右 约 年末 年底 统计 数据 显示 资料 统计局 报告 根据 公报 发布 表明 可知 同比 现 那么 由 两部分 构成 组成 中 假设 的 总 资料分析 材料 国家统计局
"""
