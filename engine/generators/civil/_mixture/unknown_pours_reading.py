"""A vessel poured out twice, how much is not told; two mixtures of which only the strengths are."""

from __future__ import annotations

import re
from fractions import Fraction
from math import isqrt

from engine.generators import patterns
from engine.generators.civil._problems.reduced import opened
from engine.generators.civil._problems.relations import recognition
from engine.generators.civil._problems.story import NUMBER, Story
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_WORDS = "酒精 溶液 酒精溶液 盐水 糖水 液体 水 混合液 混合溶液 混合 后 里 中 的 倒入 全部 一起 将 把 现 现在 则 那么 是 为 分别 充分 均匀 若 如果 新"
_UNIT = r"(?:升|毫升|千克|克)"
_FILL = r"(?:后|,|再|又|然后|并|接着|继续)*(?:用)?(?:清)?水(?:加|注|装|补|倒|填)满|(?:后|,|再|又|然后|并)*(?:加|注|装|补|倒)满(?:清)?水"
_POURS = re.compile(
    rf"(?:盛满|装满|装有|盛有|有|装|盛)(?:了)?(?P<full>{NUMBER})(?P<unit>{_UNIT})(?:浓度(?:为|是)?(?P<strength>{NUMBER})%的|(?P<pure>纯))(?:酒精|药液|盐水|农药|溶液|果汁|酒)(?:溶液)?(?:的(?:容器|桶|瓶子?|杯子?)(?:中|里)?)?,"
    rf"(?:第一次|先|从中)*(?:倒出|倒掉|取出)(?:了)?(?:若干|一些|一部分|一定量的?|几)?{_UNIT}?(?:的)?(?:酒精|溶液|纯酒精|药液)?(?:{_FILL}),"
    rf"(?:然后|再|第二次|又|接着|之后)*(?:倒出|倒掉|取出)(?:(?:比(?:上次|第一次)(?P<way>多|少)(?P<more>{NUMBER}){_UNIT}|(?P<same>同样多|同样|相同|等量|一样多|与(?:上次|第一次)(?:同样|一样)?(?:多|相同)?))(?:的)?(?:溶液|体积的?溶液|量的?溶液|混合液|酒精溶液|酒精|量)?)"
    rf"(?:{_FILL}),?[。,;]"
    rf"(?:如果|若|这时|此时|,|最后|测得)*(?:容器|桶|瓶|杯)?(?:里|中|内)?(?:的)?(?:(?P<half>水和(?:纯)?酒精(?:溶液)?各占一半|(?:纯)?酒精和水各占一半|(?:酒精|溶液)?浓度(?:恰好|正好)?为一半)|(?:酒精|溶液|酒精溶液|药液|盐水)?的?(?:浓度)(?:恰好|正好)?(?:变为|变成|降为|为|是)(?:了)?(?P<now>{NUMBER})%|(?:溶液)?(?:中|里)?(?:剩下|还有|含|有)(?:的)?(?:纯酒精|酒精|纯药液)(?:还有|为|有|是)?(?P<left>{NUMBER}){_UNIT}),?"
    rf"(?:则|那么|请问|问)?(?:第一次)?(?:每次)?(?:倒出|倒掉|取出)(?:的)?(?:纯酒精|酒精|溶液|药液)?(?:是|为|了)?多少(?P<unit2>{_UNIT})?(?:溶液|酒精|液体)?(?:多少)?[?。]?$"
)


def read_unknown_pours(text: str) -> Recognition | None:
    """Poured out and filled up with water, twice, the second time as much or so much more: how much the first time."""
    plain = patterns.sub(r"\s+", "", opened(text))
    plain = patterns.sub("([倒取]出)(?:比)", r"\1比", plain)
    found = _POURS.search(plain)
    if found is None or patterns.search(r"\d|[不没另除]", plain[: found.start()]):
        return None
    full, strength = Fraction(found["full"]), Fraction(found["strength"] or 100) / 100
    more = Fraction(0) if found["same"] else Fraction(found["more"]) * (1 if found["way"] == "多" else -1)
    left = full / 2 if found["half"] else full * Fraction(found["now"]) / 100 if found["now"] else Fraction(found["left"])
    if found["unit2"] not in (None, found["unit"]) or not 0 < left < full * strength:
        stay_out("numbers")
    # (full − x)(full − x − more) = left × full ÷ strength
    product = left * full / strength
    square = more * more + 4 * product
    root = Fraction(isqrt(square.numerator), isqrt(square.denominator))
    if root * root != square:
        stay_out("no whole root")
    poured = full - (more + root) / 2
    if not 0 < poured < full or not 0 < poured + more < full:
        stay_out("numbers")
    second = (
        f"({decimal(full)} − x − {decimal(more)})"
        if more > 0
        else f"({decimal(full)} − x + {decimal(-more)})"
        if more
        else f"({decimal(full)} − x)"
    )
    lines = [f"溶液 {decimal(full)} {found['unit']}，浓度 {decimal(strength * 100)}%，第一次倒出 x", f"最后还有溶质 {decimal(left, 4)}"]
    working = [
        f"每次加满后剩下的比例是留下的部分 ÷ {decimal(full)}，所以 ({decimal(full)} − x) × {second} 等于 {decimal(product, 4)}",
        f"解得 x = {decimal(poured, 4)}",
    ]
    return recognition(lines, [(found.end() - 1, poured, found["unit"])], {}, working=working)


_NAME = r"[甲乙丙ABC](?:种|液|溶液|盐水|糖水|药液|酒精|中)*"
_RESULT = (
    rf"(?:的比例?)?,?(?:进行)?(?:混合|配制?|勾兑|调配)*(?:均匀)?(?:之?后|而成|得到|配成|成|可?得|所得|,)*(?:的)?"
    rf"(?:混合液|消毒液?|溶液|新溶液|盐水|糖水|药液|酒精)?(?:的)?(?:浓度)(?:为|是)?(?P<strength>{NUMBER})%(?:的[\u4e00-\u9fff]{{1,5}})?"
)
_TRIALS = (
    rf"(?:若|如果)?(?:从)?(?P<one>{_NAME})(?:取出?)?(?P<amounts>{NUMBER}){_UNIT},?(?:和|与|、|从)*(?P<other>{_NAME})(?:取出?)?(?P<amount2>{NUMBER}){_UNIT}(?:溶液)?,?{_RESULT}",
    rf"(?:若|如果|将|把)*(?P<names>{_NAME}(?:[、和与]{_NAME})+)?,?(?:[两2三3]种[^,;。\d]{{0,5}})?(?:按|以)(?:质量|重量|体积)?(?:之?比)?(?P<ratio>\d+:\d+(?::\d+)?){_RESULT}",
)
_THEIR_STRENGTHS = rf"(?:则|那么|求)*(?:原来的?)?(?P<names>{_NAME}(?:[、和与]{_NAME})*)(?:[两三]种)?(?:消毒)?(?:溶液|液|盐水|糖水|药液)?(?:原来)?的?浓度(?:各|分别)*(?:为|是)?多少%?"


def read_trial_mixtures(text: str) -> Recognition | None:
    """Sorts mixed several times, each time so much of each or in another ratio: how strong each is."""
    story = Story(patterns.sub(r"(?<=\d)\s*[比∶]\s*(?=\d)", ":", text))
    found = sorted((match for form in _TRIALS for match in story.take_all(form)), key=lambda match: match.start())
    asked = story.take(_THEIR_STRENGTHS)
    if len(found) < 2 or asked is None:
        return None
    story.take_all(r"(?:现有|有)[^,;。\d]{0,24}(?:[甲ABC乙丙、和与]+[两三]种(?:不同浓度的)?)?[^,;。\d]{0,8}")
    story.finish(_WORDS + " 甲 乙 丙 A B C 两种 三种 不同浓度 药液 糖水 可得")
    rows: list[tuple[dict[str, Fraction], Fraction]] = []
    named: list[str] = []
    for match in found:
        groups = match.groupdict()
        told = patterns.findall("[甲乙丙ABC]", groups.get("names") or f"{groups.get('one') or ''}{groups.get('other') or ''}") or named
        parts = [Fraction(each) for each in (groups["ratio"].split(":") if groups.get("ratio") else (groups["amounts"], groups["amount2"]))]
        if not told and len(parts) == 2:
            told = sorted(set(patterns.findall("[甲乙丙ABC]", story.text)), key="ABC甲乙丙".find)
        if len(told) != len(parts) or len(set(told)) != len(told):
            stay_out("a ratio of which")
        named = told
        rows.append((dict(zip(told, parts, strict=True)), Fraction(match["strength"])))
    sorts = list(dict.fromkeys(each for parts, _ in rows for each in parts))
    values = _strengths(rows, sorts)
    answers: list[tuple[int, Fraction | str, str]] = []
    for place, each in enumerate(patterns.findall("[甲乙丙ABC]", asked["names"])):
        value = values.get(each)
        if value is None or not 0 < value < 100:
            stay_out("not determined")
        answers.append((asked.start() + place, value, "%"))
    lines = [f"{'、'.join(f'{name} {decimal(part)}' for name, part in parts.items())} 混合成 {decimal(value, 4)}%" for parts, value in rows]
    return recognition(lines, answers, {}, working=["每次混合的溶质列成一个方程，联立解得各种浓度"])


def _strengths(rows: list[tuple[dict[str, Fraction], Fraction]], sorts: list[str]) -> dict[str, Fraction]:
    """How strong each sort is, where the mixtures tell it.

    Raises:
        StayOut: two mixtures contradict each other, or are the same.
    """
    left = [[*(parts.get(each, Fraction(0)) for each in sorts), sum(parts.values()) * value] for parts, value in rows]
    done: list[tuple[int, list[Fraction]]] = []
    for column in range(len(sorts)):
        row = next((each for each in left if each[column]), None)
        if row is None:
            stay_out("not determined")
        left.remove(row)
        row = [each / row[column] for each in row]
        left = [[one - each[column] * other for one, other in zip(each, row, strict=True)] for each in left]
        done = [(place, [one - each[column] * other for one, other in zip(each, row, strict=True)]) for place, each in done]
        done.append((column, row))
    if any(any(each) for each in left):
        stay_out("what is told contradicts itself")
    return {sorts[column]: row[-1] for column, row in done}
