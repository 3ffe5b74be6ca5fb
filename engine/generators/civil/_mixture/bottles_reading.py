"""Bottles that hold as much, of which the ratio of spirit and water is told; and a vessel poured out twice, how much is not told."""

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

_VESSELS = r"(?:瓶子?|杯子?|容器|烧杯|桶|玻璃杯|罐|酒瓶|量杯)"
_PAIR = r"(?P<one>酒精|纯酒精|盐|糖|溶质|果汁|药液|农药|蜂蜜)(?:和|与|、|跟|同)(?P<other>水|清水)"
_RATIO = r"(\d+)\s*[:∶比]\s*(\d+)"
_WORDS = """
装满 盛满 满满 都 装 盛 了 酒精 溶液 酒精溶液 盐水 糖水 液体 水 混合液 混合溶液 混合 后 里 里面 中 内 同样 大小 容器 瓶子 瓶 杯子 杯 桶 一只 一个 大 容积 体积 相同 相等 的 倒入 倒在 倒进 全部 一起 在一起 合在一起 混合在一起 把 将 现 现在 空 另一个 当 则 那么 比 之比 之比是 是 为 分别 它们
两个 三个 四个 两只 三只 三瓶 两瓶 溶液混合 充分 均匀 若 如果 新
"""


def read_bottles(text: str) -> Recognition | None:
    """Bottles of one size, mixed: the ratio of what is dissolved and water."""
    story = Story(text)
    alike = story.take(
        rf"(?P<count>[两二三四2-4])(?:个|只)?(?:(?:容[积量]|体积|大小|规格)(?:完全)?(?:都)?(?:相同|相等|一样)|(?:同样|一样)大(?:小)?|相同|同样)的{_VESSELS}"
    )
    ratios = story.take(
        rf"{_PAIR}的?(?:体积)?(?:之)?比(?:例)?(?:分别|依次)(?:为|是)?\s*(?P<ratios>{_RATIO}(?:\s*(?:、|,|和|与)\s*{_RATIO}){{1,3}})"
    )
    each = (
        []
        if ratios
        else story.take_all(
            rf"(?:其中)?另?(?:外)?[一1](?:个|只)?{_VESSELS}(?:中|里)?的?{_PAIR}的?(?:体积)?(?:之)?比(?:例)?(?:为|是)?\s*(?P<ratios>{_RATIO})"
        )
    )
    found = [ratios] if ratios else each
    asked = story.take(
        r"(?P<one>酒精|纯酒精|盐|糖|溶质|果汁|药液|农药|蜂蜜)(?:和|与|、|跟|同)(?P<other>水|清水)的?(?:体积)?(?:之)?比(?:例)?(?:是|为)?多少"
    )
    if (
        alike is None
        or asked is None
        or not found
        or {(match["one"], match["other"]) for match in found} != {(asked["one"], asked["other"])}
    ):
        return None
    story.refuse("倒出|取出|加入|再|蒸发|一半|半|[克升]|重量|质量")
    story.finish(_WORDS)
    parts = [(Fraction(one), Fraction(other)) for one, other in patterns.findall(_RATIO, ",".join(match["ratios"] for match in found))]
    count = "零一二三四".find(alike["count"].replace("两", "二"))
    if len(parts) != (count if count > 0 else int(alike["count"])):
        stay_out("a ratio of each bottle")
    first = sum((one / (one + other) for one, other in parts), Fraction(0))
    value = first / (len(parts) - first)
    lines = ["每瓶看作 1，" + "、".join(f"{asked['one']} {one / (one + other)}" for one, other in parts)]
    working = [f"混合后{asked['one']}共 {first}，水共 {len(parts) - first}"]
    return recognition(lines, [(asked.start(), f"{value.numerator}:{value.denominator}", "")], {}, working=working)


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


_MIXED = (
    rf"(?:若|如果)?(?:从)?甲(?:中|溶液|液)?(?:中)?(?:取出?)?(?P<one{{0}}>{NUMBER}){_UNIT},?(?:和|与|、|从)*乙(?:中|溶液|液)?(?:中)?(?:取出?)?(?P<other{{0}}>{NUMBER}){_UNIT}"
    rf"(?:溶液)?,?(?:混合)(?:后|而成|得到|配成|成)*(?:的)?(?:消毒液?|溶液|新溶液|盐水)?(?:的)?浓度(?:为|是)?(?P<strength{{0}}>{NUMBER})%"
)


def read_two_mixtures(text: str) -> Recognition | None:
    """Two sorts mixed twice, each time so much of each: how strong each is."""
    story = Story(text)
    mixed = [story.take(_MIXED.format(which)) for which in "12"]
    asked = story.take(r"(?:则|那么)?甲、?乙(?:两种)?(?:消毒)?(?:溶液|液|盐水)?的?浓度(?:各|分别)*(?:为|是)?多少%?")
    if mixed[0] is None or mixed[1] is None or asked is None:
        return None
    story.take_all(r"现有[^,;。\d]{0,24}(?:甲、?乙两种不同浓度的)[^,;。\d]{0,8}")
    story.finish(_WORDS + " 甲 乙 两种 不同浓度")
    (one, other, strength), (one2, other2, strength2) = (
        tuple(Fraction(match[f"{name}{which}"]) for name in ("one", "other", "strength"))
        for match, which in zip(mixed, "12", strict=True)
        if match
    )
    # one × a + other × b = (one + other) × strength, twice
    factor = one * other2 - one2 * other
    if not factor:
        stay_out("the same mixture twice")
    sums = (one + other) * strength, (one2 + other2) * strength2
    first, second = (sums[0] * other2 - sums[1] * other) / factor, (one * sums[1] - one2 * sums[0]) / factor
    if not (0 < first < 100 and 0 < second < 100):
        stay_out("numbers")
    lines = [f"甲 {decimal(a)}、乙 {decimal(b)} 混合成 {decimal(c, 4)}%" for a, b, c in ((one, other, strength), (one2, other2, strength2))]
    return recognition(
        lines, [(asked.start(), first, "%"), (asked.start() + 1, second, "%")], {}, working=["两次混合的溶质列成两个方程，联立解得两种浓度"]
    )
