"""Reading and solving shares and means: now, a year earlier, how they change; a part from its share and the other way round; contribution."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators.civil._relations import solution
from engine.generators.civil._report import NAME_ASKED, PLACE, SINCE, UNIT, WORDS, Item, plain_name, read_report, scale
from engine.generators.civil._share import change_of_share, earlier_share, growth_of_mean, share
from engine.generators.civil._statistics import one_decimal
from engine.generators.civil._statistics_reading import read_list_mean, read_shares
from engine.generators.civil._story import NUMBER, Story, in_turn, one_reading
from engine.generators.kind import Parameters, Recognition, Solution, Solver
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, is_exact, percent
from engine.generators.reading import stay_out

_REFUSED = r"环比|年均|倍|翻|累计|最|预计|目标|若|如果|低于|高于|顺差"
_SHARE_WORD = r"(?:比重|比例|百分比|份额|占比)"
_THAN = rf"(?:与上年相比|{SINCE}|比\d{{4}}年|较\d{{4}}年)"
_MOVES = r"(?:约)?(?:上升|下降|提高|降低|变化|增加|减少|提升|变)(?:了)?(?:约)?"


def _asked_share(story: Story) -> re.Match[str] | None:
    return (
        story.take(
            rf"(?:(?:(?P<year>20\d\d)年(?:末)?|(?P<last>上年|去年)(?:同期)?),?)?(?P<part>{NAME_ASKED})(?:占|在)(?P<whole>{NAME_ASKED})?(?:中)?(?:所占)?的?{_SHARE_WORD}"
            rf"(?:(?P<than>{_THAN})(?P<way>{_MOVES})?|(?P<way2>{_MOVES}))?(?:约)?(?:为|是)?多少(?P<unit>个?百分点|%)?"
        )
        or story.take(
            rf"(?:(?:(?P<year>20\d\d)年(?:末)?|(?P<last>上年|去年)(?:同期)?),?)?(?P<part>{NAME_ASKED})(?:的)?(?:占比|所占(?:的)?{_SHARE_WORD}|{_SHARE_WORD})(?:(?P<than>{_THAN})(?P<way>{_MOVES})?|(?P<way2>{_MOVES}))?(?:约)?(?:为|是)?多少(?P<unit>个?百分点|%)?(?P<whole>(?!))?"
        )
        or story.take(
            rf"(?:(?:(?P<year>20\d\d)年(?:末)?|(?P<last>上年|去年)(?:同期)?),?)?(?P<part>{NAME_ASKED})占(?:了)?(?P<whole>{NAME_ASKED})(?:的)?(?P<than>(?!))?(?P<way>(?!))?(?P<way2>(?!))?多少(?P<unit>%)"
        )
    )


def _same_unit(part: Item, whole: Item) -> tuple[Fraction, Fraction]:
    assert part.value is not None and whole.value is not None
    (one, base), (other, base2) = scale(part.unit), scale(whole.unit)
    if base != base2 or part.unit != whole.unit:
        stay_out("units")
    return part.value * one, whole.value * other


def _told(item: Item) -> tuple[str, str]:
    rate = "" if item.rate is None else f"，{'增长' if item.rate >= 0 else '下降'} {decimal(abs(item.rate), 4)}%"
    return item.name or "整体", (f"{decimal(item.value, 4)} {item.unit}" if item.value is not None else "") + rate


def _share_of(text: str) -> Recognition | None:
    """Part over whole, both told: now, a year earlier, or how it has changed."""
    report = read_report(text)
    story = report.story
    story.refuse(_REFUSED + "|人均|平均|贡献|拉动|月|季度|半年|两者|之和|剩|\\d百分点,")
    rest = story.take(r"(?:其余|剩余|剩下|其他)(?:的)?(?:均|都|部分)?(?:为|是)(?P<name>[\u4e00-\u9fff]{2,12})")
    ask = _asked_share(story)
    if ask is None:
        return None
    story.finish(WORDS)
    if any(item.value is None or item.points is not None or item.more is not None for item in report.items) or len(report.items) < 2:
        return None
    years = {item.year for item in report.items}
    if len(years) != 1:
        return None
    (year,) = years
    part_name, whole_name = plain_name(ask["part"]), plain_name(ask["whole"] or "")
    if rest:
        # What is left after the other parts: the whole is told first.
        whole, others = report.items[0], report.items[1:]
        if (
            plain_name(rest["name"]) != part_name
            or any(item.rate is not None for item in report.items)
            or (whole_name and report.find(whole_name) is not whole)
        ):
            return None
        values = [_same_unit(item, whole) for item in others]
        part_value, whole_value = values[0][1] - sum(one for one, _ in values), values[0][1]
        if not 0 < part_value < whole_value or ask["than"] or ask["last"]:
            return None
        return Recognition(
            parameters={"task": "share", "part": str(part_value), "whole": str(whole_value)},
            understood=(*map(_told, report.items), ("求", f"{part_name}的比重")),
        )
    if len(report.items) != 2:
        return None
    part = report.find(part_name)
    wholes: list[Item] = [item for item in report.items if item is not part]
    of = report.find(whole_name) if whole_name else wholes[0] if part else None
    if part is None or of is None or part is of:
        return None
    whole = of
    if not whole_name and report.items[0] is not whole and (not re.search("总|全", whole.name + (ask["whole"] or ""))):
        stay_out("which is the whole")
    part_value, whole_value = _same_unit(part, whole)
    if part_value > whole_value or part_value <= 0:
        return None
    earlier = ask["last"] is not None or (ask["year"] is not None and year is not None and int(ask["year"]) == year - 1)
    if ask["year"] is not None and not earlier and (year is None or int(ask["year"]) != year):
        return None
    change = ask["than"] is not None or ask["way"] is not None or ask["way2"] is not None or "百分点" in (ask["unit"] or "")
    if change and (earlier or ask["than"] is None):
        return None
    parameters: dict[str, object] = {"task": "share", "part": str(part_value), "whole": str(whole_value)}
    if earlier or change:
        if part.rate is None or whole.rate is None or min(part.rate, whole.rate) <= -100 or (change and part.rate == whole.rate):
            return None
        parameters |= {"task": "change" if change else "earlier-share", "rates": [str(part.rate), str(whole.rate)]}
    return Recognition(
        parameters=parameters,
        understood=(_told(part), _told(whole), ("求", "比重的变化" if change else "上年的比重" if earlier else "比重")),
    )


def _from_share(text: str) -> Recognition | None:
    """The share told: the part, the whole, or how it has changed."""
    story = Story(text)
    story.refuse(_REFUSED + "|人均|平均|贡献|拉动|季度|半年|两者|之和|剩|其余")
    told = story.take_all(
        rf"(?:(?P<year>20\d\d)年(?:末)?,?|某年|当年)?(?:{PLACE})?(?P<part>{NAME_ASKED})?(?:占(?!比)|在)(?P<whole>{NAME_ASKED})?(?:中)?(?:的)?(?:{_SHARE_WORD})?(?:约)?(?:为|是|达到?|的)?(?P<share>{NUMBER})%|(?P<part2>{NAME_ASKED})(?:的)?占比(?:约)?(?:为|是|达到?)?(?P<share2>{NUMBER})%"
    )
    if not told or len(told) > 2:
        return None
    if len(told) == 2 and (within := plain_name(told[0]["part"] or told[0]["part2"] or "")):
        story.take(rf"(?:在)?(?:这些)?{re.escape(within)}(?:当)?中,?")
    rates = story.take_all(
        rf"(?:20\d\d年(?:末)?,?)?(?:{PLACE})?(?:(?:已知|其中|同期|当年|同年)*(?P<name>{NAME_ASKED}))(?:{SINCE})(?P<way>增长|上升|增加|下降|减少)(?:了)?(?P<rate>{NUMBER})%"
    )
    figure = story.take_all(
        rf"(?:20\d\d年(?:末)?,?)?(?:{PLACE})?(?P<name>{NAME_ASKED})(?:为|是|达到?|有|共|约|实现)*(?P<value>{NUMBER})(?P<unit>{UNIT})"
    )
    if len(rates) == 2 and not figure and len(told) == 1:
        ask = story.take(
            rf"(?P<part>{NAME_ASKED})?(?:占(?P<whole>{NAME_ASKED}))?(?:的|所占)?(?:的)?{_SHARE_WORD}(?P<than>{_THAN})(?P<way>{_MOVES})?(?:约)?(?:为|是)?多少个?百分点|(?:20\d\d年)?(?P<part2>{NAME_ASKED})占(?P<whole2>{NAME_ASKED})的?{_SHARE_WORD}(?:约)?(?:为|是)?多少%?(?P<last>(?!))?"
        )
        earlier = None
        if ask is None or ask["than"] is None:
            earlier = ask or story.take(
                rf"(?:(?P<year>20\d\d)年|(?P<last>上年|去年)(?:同期)?),?(?:{PLACE})?(?P<part2>{NAME_ASKED})占(?P<whole2>{NAME_ASKED})的?{_SHARE_WORD}(?:约)?(?:为|是)?多少%?"
            )
            before = re.search(r"(?:(?P<year>20\d\d)年|上年|去年)[^,;。]{0,16}占[^,;。]{0,16}多少", story.text)
            now_years = {int(year) for year in re.findall(r"(20\d\d)年", story.text[: before.start()] if before else "")}
            if earlier is None or before is None or (before["year"] and now_years != {int(before["year"]) + 1}):
                return None
            ask = None
        story.finish(WORDS + " 某年")
        names = [plain_name(told[0]["part"] or told[0]["part2"] or ""), plain_name(told[0]["whole"] or "")]
        values: dict[str, Fraction] = {}
        for match in rates:
            name = plain_name(match["name"])
            key = next((each for each in names if each and _alike(each, name)), None) or stay_out(f"whose rate: {name}")
            values[key] = Fraction(match["rate"]) * (-1 if re.search("降|减", match["way"]) else 1)
        if set(values) != set(names) or (ask is not None and ask["part"] and not _alike(plain_name(ask["part"]), names[0])):
            return None
        now = Fraction(told[0]["share"] or told[0]["share2"])
        part_rate, whole_rate = values[names[0]], values[names[1]]
        if part_rate == whole_rate or not 0 < now < 100:
            return None
        return Recognition(
            parameters={
                "task": "earlier-share" if earlier else "change",
                "part": str(now),
                "whole": "100",
                "rates": [str(part_rate), str(whole_rate)],
            },
            understood=(
                (f"{names[0]}占{names[1]}", f"{decimal(now, 4)}%"),
                ("增长率", f"{decimal(part_rate, 4)}%，{decimal(whole_rate, 4)}%"),
                ("求", "比重的变化"),
            ),
        )
    if len(figure) != 1 or rates:
        return None
    ask2 = story.take(rf"(?:(?P<year>20\d\d)年(?:末)?,?)?(?:{PLACE})?(?P<name>{NAME_ASKED})(?:约)?(?:为|是|有)?多少(?P<unit>{UNIT})?")
    if ask2 is None:
        return None
    story.finish(WORDS + " 某年")
    value, unit = Fraction(figure[0]["value"]), figure[0]["unit"]
    if ask2["unit"] not in (None, unit):
        return None
    given, wanted = plain_name(figure[0]["name"]), plain_name(ask2["name"])
    years = {match.groupdict().get("year") for match in (*told, ask2)} - {None}
    if len(years) > 1:
        return None
    chain = [
        (plain_name(each["part"] or each["part2"] or ""), plain_name(each["whole"] or ""), Fraction(each["share"] or each["share2"]))
        for each in told
    ]
    if any(not 0 < each < 100 for _, _, each in chain):
        return None
    part, whole, first = chain[0]
    if len(chain) == 1:
        if not part:
            part = given  # `甲为 N，占乙的 r%`
        if whole and part == given and wanted == whole and given != wanted:
            return _portion("whole", value, [first], unit, (given, wanted))
        if (not whole or whole == given) and wanted == part and part != given:
            return _portion("part", value, [first], unit, (given, wanted))
        return None
    second_part, second_whole, second = chain[1]
    if (whole not in ("", given)) or (second_whole and not _alike(second_whole, part)) or not second_part:
        return None
    if not _alike(wanted, second_part) and not (part in (wanted, wanted[:2]) or (part[:2] in wanted and second_part[:2] in wanted)):
        stay_out(f"{wanted}?")
    if not second_whole and not re.search(rf"{re.escape(part[:2])}[\u4e00-\u9fff]{{0,4}}中", story.text):
        return None
    return _portion("part", value, [first, second], unit, (given, wanted))


def _alike(one: str, other: str) -> bool:
    return one == other or one.startswith(other) or other.startswith(one)


def _portion(task: str, value: Fraction, shares: list[Fraction], unit: str, names: tuple[str, str]) -> Recognition:
    return Recognition(
        parameters={"task": task, "value": str(value), "shares": [str(each) for each in shares], "unit": unit},
        understood=(
            (names[0], f"{decimal(value, 4)} {unit}"),
            ("比重", "，".join(f"{decimal(each, 4)}%" for each in shares)),
            ("求", names[1]),
        ),
    )


def _mean(text: str) -> Recognition | None:
    """A total over a count: now or a year earlier; or how fast it has grown."""
    report = read_report(text)
    story = report.story
    story.refuse(_REFUSED + "|比重|占|贡献|拉动|月|季度|半年|两者|平均增")
    mean_word = r"(?:人均|平均|每[\u4e00-\u9fff]{1,3}|单位面积|户均|单产|件均|单价|均价|单件)"
    growth_ask = story.take(
        rf"(?:(?P<year>20\d\d)年,?)?(?P<name>[\u4e00-\u9fff]{{0,14}}?{mean_word}[\u4e00-\u9fff]{{0,14}}?)(?:的)?(?:(?:同比)?(?:增长率|增速|增幅)(?:约)?(?:为|是)?多少%?|(?:约)?(?:{SINCE})(?:约)?(?:增长|上升|提高|增加|变化)(?:了)?(?:约)?多少%?)"
    )
    ask = (
        None
        if growth_ask
        else story.take(
            rf"(?:(?:(?P<year>20\d\d)年|(?P<last>上年|去年)(?:同期)?),?)?(?P<name>[\u4e00-\u9fff]{{0,14}}?{mean_word}[\u4e00-\u9fff]{{0,14}}?)(?:约)?(?:为|是|有)?多少(?P<unit>千克/亩|吨/公顷|公斤/亩|斤/亩|吨/亩|元/[\u4e00-\u9fff]{{1,3}}|元|万元|吨|千克|亿元)?"
        )
    )
    if growth_ask is None and ask is None:
        return None
    story.finish(WORDS)
    if len(report.items) != 2 or any(item.points or item.more for item in report.items):
        return None
    years = {item.year for item in report.items}
    if len(years) != 1:
        return None
    (year,) = years
    # The total comes first in reports and in the name of the mean; a count is of people, area, pieces.
    counts = [
        item
        for item in report.items
        if scale(item.unit)[1] in ("人次", "人", "户", "亩", "公顷", "家")
        and any(scale(other.unit)[1] in ("元", "吨", "斤") for other in report.items)
    ] or [
        item
        for item in report.items
        if re.search(r"人[次口数]|面积|数量|业务量|户数|人数|件数|数$|量$", item.name) and not re.search(r"产量|收入|额|产值", item.name)
    ]
    if len(counts) != 1:
        return None
    (count,) = counts
    total = next(item for item in report.items if item is not count)
    if growth_ask:
        if (
            total.rate is None
            or count.rate is None
            or count.rate <= -100
            or (growth_ask["year"] and year and int(growth_ask["year"]) != year)
        ):
            return None
        return Recognition(
            parameters={"task": "mean-growth", "rates": [str(total.rate), str(count.rate)]},
            understood=(_told(total), _told(count), ("求", f"{plain_name(growth_ask['name'])}的增长率")),
        )
    assert ask is not None
    if total.value is None or count.value is None or not count.value:
        return None
    earlier = ask["last"] is not None or (ask["year"] is not None and year is not None and int(ask["year"]) == year - 1)
    if ask["year"] and not earlier and (year is None or int(ask["year"]) != year):
        return None
    if earlier and (total.rate is None or count.rate is None or min(total.rate, count.rate) <= -100):
        return None
    (one, base), (other, base2) = scale(total.unit), scale(count.unit)
    value = total.value * one / (count.value * other)
    if earlier:
        assert total.rate is not None and count.rate is not None
        value = value / (100 + total.rate) * (100 + count.rate)
    unit = ask["unit"] or f"{base}/{base2}"
    factors: dict[tuple[str, str, str], Fraction | int] = {
        ("千克/亩", "吨", "亩"): 1000,
        ("公斤/亩", "吨", "亩"): 1000,
        ("斤/亩", "吨", "亩"): 2000,
        ("吨/亩", "吨", "亩"): 1,
        ("吨/公顷", "吨", "公顷"): 1,
        ("元", "元", base2): 1,
        ("万元", "元", base2): Fraction(1, 10_000),
        ("千克", "吨", base2): 1000,
        ("吨", "吨", base2): 1,
    }
    factor = factors.get((unit, base, base2))
    if factor is None:
        if unit == f"{base}/{base2}" or (unit.startswith("元/") and base == "元"):
            factor = 1
        else:
            stay_out("units")
    return Recognition(
        parameters={"task": "mean", "value": str(value * factor), "unit": unit, "earlier": earlier},
        understood=(_told(total), _told(count), ("求", ("上年的" if earlier else "") + plain_name(ask["name"]))),
    )


def _contribution(text: str) -> Recognition | None:
    report = read_report(text)
    story = report.story
    if not story.has("贡献率"):
        return None
    story.refuse(r"环比|年均|倍|翻|累计|最|预计|目标|若|如果|拉动|月|季度|半年|占")
    story.take(r"(?P<part>[\u4e00-\u9fff]{2,14})是(?P<whole>[\u4e00-\u9fff]{2,14})的一部分")
    story.rest = re.sub(r"\(部分增长量 ?÷ ?整体增长量\)", "", story.rest)
    ask = story.take(
        rf"(?:(?P<year>20\d\d)年,?)?(?P<part>{NAME_ASKED})对(?P<whole>{NAME_ASKED})(?:的)?增长(?:的)?(?:量的)?贡献率(?:约)?(?:为|是)?多少%?"
    )
    if ask is None:
        return None
    story.finish(WORDS)
    part, whole = report.find(ask["part"]), report.find(ask["whole"])
    if part is None or whole is None or part is whole or len(report.items) != 2:
        return None
    part_value, whole_value = _same_unit(part, whole)

    def grown(item: Item, value: Fraction) -> Fraction:
        if item.more is not None and item.rate is None:
            return item.more * scale(item.unit)[0]
        if item.rate is None or item.more is not None:
            stay_out("growth")
        return value * item.rate / (100 + item.rate)

    more, whole_more = grown(part, part_value), grown(whole, whole_value)
    if not 0 < more <= whole_more:
        return None
    return Recognition(
        parameters={"task": "contribution", "more": str(more), "whole": str(whole_more), "scale": str(scale(part.unit)[0])},
        understood=(_told(part), _told(whole), ("求", "贡献率")),
    )


def _points(value: Fraction) -> str:
    return f"{'上升' if value > 0 else '下降'} {one_decimal(abs(value))} 个百分点"


def _solve(parameters: Parameters) -> Solution:
    if parameters["task"] == "relations":
        return solution(parameters)
    task = parameters["task"]
    if task in ("part", "whole"):
        value = Fraction(parameters["value"])
        shown = decimal(value, 4)
        for each in parameters["shares"]:
            value = value * Fraction(each) / 100 if task == "part" else value * 100 / Fraction(each)
            shown += f" {'×' if task == 'part' else '÷'} {decimal(Fraction(each), 4)}%"
        joined = f"{decimal(value)} {parameters['unit']}"
        return Solution(
            answer=joined if is_exact(value) else f"约 {joined}",
            also=(joined, f"{one_decimal(value)} {parameters['unit']}"),
            steps=f"{'部分 = 整体 × 比重' if task == 'part' else '整体 = 部分 ÷ 比重'}：{shown} ≈ {decimal(value)}。",
        )
    if task == "mean":
        value = Fraction(parameters["value"])
        joined = f"{decimal(value)} {parameters['unit']}"
        return Solution(
            answer=joined if is_exact(value) else f"约 {joined}",
            also=(joined, f"{one_decimal(value)} {parameters['unit']}", f"{decimal(value, 0)} {parameters['unit']}"),
            steps=f"平均数 = 总量 ÷ 个数{'，总量和个数都先除以 (1 + 各自的增长率)' if parameters['earlier'] else ''}，约为 {decimal(value)} {parameters['unit']}。",
        )
    if task == "mean-growth":
        one, other = (Fraction(each) for each in parameters["rates"])
        value = growth_of_mean(one, other)
        if value < 0:
            stay_out("a decline")
        joined = f"{decimal(value)}%"
        return Solution(
            answer=joined if is_exact(value) else f"约 {joined}",
            also=(joined, f"{one_decimal(value)}%"),
            steps=f"平均数的增长率 = (总量增长率 − 个数增长率) ÷ (1 + 个数增长率)：({decimal(one, 4)}% − {decimal(other, 4)}%) ÷ (1 + {decimal(other, 4)}%) ≈ {decimal(value)}%。",
        )
    if task == "contribution":
        more, whole_more, unit = (Fraction(parameters[name]) for name in ("more", "whole", "scale"))
        value = share(more, whole_more)
        joined = f"{decimal(value)}%"
        return Solution(
            answer=joined if is_exact(value) else f"约 {joined}",
            also=(joined, f"{one_decimal(value)}%"),
            steps=paragraphs(
                "贡献率 = 部分增长量 ÷ 整体增长量，增长量 = 现期量 ÷ (1 + 增长率) × 增长率。",
                f"{decimal(more / unit)} ÷ {decimal(whole_more / unit)} ≈ {decimal(value)}%。",
            ),
        )
    part, whole = Fraction(parameters["part"]), Fraction(parameters["whole"])
    ratio = f"部分 ÷ 整体 ≈ {percent(part / whole, 2)}"
    if task == "share":
        value = share(part, whole)
        steps = [f"比重 = 部分 ÷ 整体，约为 {decimal(value)}%。"]
    else:
        part_rate, whole_rate = (Fraction(each) for each in parameters["rates"])
        if task == "change":
            value = change_of_share(part, whole, part_rate, whole_rate)
            way = "上升" if value > 0 else "下降"
            exact = is_exact(value)
            shown = f"{way}{'' if exact else '约'} {decimal(abs(value))} 个百分点"
            return Solution(
                answer=shown,
                also=(_points(value), f"{way} {decimal(abs(value))} 个百分点", f"{way}了 {one_decimal(abs(value))} 个百分点"),
                steps=paragraphs(
                    f"变化 = 部分 ÷ 整体 × (部分增长率 − 整体增长率) ÷ (1 + 部分增长率)，部分、整体的增长率分别为 {decimal(part_rate, 4)}%、{decimal(whole_rate, 4)}%。",
                    f"这一年的比重 {ratio}，比上年{shown}。",
                ),
            )
        value = earlier_share(part, whole, part_rate, whole_rate)
        steps = [
            "上年比重 = 部分 ÷ 整体 × (1 + 整体增长率) ÷ (1 + 部分增长率)。",
            f"部分、整体的增长率分别为 {decimal(part_rate, 4)}%、{decimal(whole_rate, 4)}%，上年比重约为 {decimal(value)}%。",
        ]
    joined = f"{decimal(value)}%"
    return Solution(answer=joined if is_exact(value) else f"约 {joined}", also=(joined, f"{one_decimal(value)}%"), steps=paragraphs(*steps))


SOLVER = Solver(
    hint=r"率|比重|占|圆心角|拉动|倍|增量|平均|百分点|比例|百分比|占|人均|平均|贡献率|单产|单位面积|每|比|均|多少|几",
    recognise=in_turn(one_reading(_share_of, _from_share, _mean, _contribution), one_reading(read_shares, read_list_mean)),
    solve=_solve,
)
