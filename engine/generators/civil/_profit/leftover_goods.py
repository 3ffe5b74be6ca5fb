"""Goods that are worth nothing the day after: so many are made every day, on some days some are left."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.reduced import opened
from engine.generators.civil._problems.relations import recognition
from engine.generators.civil._problems.wording import COUNTERS
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out, to_int

_N = r"\d+(?:\.\d+)?"
_SPOILT = r"(?:卖|售)不(?:完|出|掉)|(?:没有?|未)(?:卖|售)(?:完|出|掉)?"
_GONE = r"不再(?:出售|销售|卖)|作废|倒掉|扔掉|销毁|处理掉|丢弃|报废|不能(?:再)?(?:卖|出售)"
_TALK = r"[^,;。?\d多几%折]*"


def read_leftovers(text: str) -> Recognition | None:
    """What is earned in so many days.

    Raises:
        StayOut: days, prices or numbers are told in another way.
    """
    plain = patterns.sub(r"\s+", "", opened(text))
    if not patterns.search(rf"(?:{_SPOILT})[^,;。]{{0,8}}(?:{_GONE})", plain):
        return None
    plain = patterns.sub(r"(?<!这)(?:一|1)个?(?:星期|周)(?!末|[一二三四五六日])", "7天", plain)
    plain = patterns.sub(r"[两二三四五六七八九十]{1,3}(?=天)", lambda number: str(to_int(number[0])), plain)
    plain = patterns.sub(r"周[一二三四五六日末](?:[、和]周[一二三四五六日])*(?=\d天)", "", plain)

    if patterns.search(r"(?:过去|最近|前)的?\d+天", plain):
        plain = patterns.sub(r"在?这\d+天", "", plain)

    def one(pattern: str) -> Fraction:
        nonlocal plain
        found = list(patterns.finditer(pattern, plain))
        if len(found) != 1:
            stay_out("told otherwise")
        plain = plain.replace(found[0][0], "", 1)
        return Fraction(found[0]["value"])

    cost = one(rf"(?:(?:每|一){COUNTERS}?的?(?:成本价?|进价)(?:为|是)?|(?:成本价?|进价)(?:为|是)?每?{COUNTERS}?)(?P<value>{_N})元")
    price = one(rf"(?:每{COUNTERS})?(?:售价|定价|卖价)(?:为|是)?(?:每{COUNTERS})?(?P<value>{_N})元")
    made = one(rf"每天(?:都)?(?:会|要)?(?:准备|制作|进货?|购进|生产|做|进购)(?:了)?(?P<value>\d+){COUNTERS}")
    left: list[tuple[Fraction, Fraction]] = []
    for match in patterns.finditer(
        rf"(?:除|其中)?(?:有)?(?P<days>\d+)天(?:每天)?(?:各|都|均|每天)?(?:剩余|剩下|剩)(?:了)?(?P<left>\d+){COUNTERS}(?:没?有?(?:卖出|卖完|售出)?)(?:之?外)?",
        plain,
    ):
        left.append((Fraction(match["days"]), Fraction(match["left"])))
        plain = plain.replace(match[0], "", 1)
    sold_out = [
        Fraction(match["days"])
        for match in patterns.finditer(
            r"(?:其中|其余|另外|剩下)?(?:的)?(?:有)?(?P<days>\d+)天(?:都|均)?(?:正好|恰好|刚好|全部)?(?:卖完|售完|卖光|售罄)", plain
        )
    ]
    plain = patterns.sub(
        r"(?:其中|其余|另外|剩下)?(?:的)?(?:有)?(?:\d+天)?(?:都|均)?(?:正好|恰好|刚好|全部)(?:卖完|售完|卖光|售罄)", "", plain
    )
    days = one(r"(?:过去|这|在|最近|前)(?:的)?(?P<value>\d+)天(?:里|内|中)?")
    if not left or sum(each for each, _ in left) + sum(sold_out) not in ((days,) if sold_out else ()):
        stay_out("which days")
    if patterns.search(r"\d|折|打|退|每多|促销", plain) or not patterns.search(r"(?:赚|盈利|获利|利润)[^,;。]{0,4}多少(?:元|钱)", plain):
        stay_out("what is asked")
    total, unsold = days * made, sum((count * each for count, each in left), Fraction(0))
    earned = (total - unsold) * price - total * cost
    lines = [
        f"{decimal(days)} 天共准备 {decimal(days)} × {decimal(made)} = {decimal(total)} 份，剩余 {decimal(unsold)} 份",
        f"收入 ({decimal(total)} − {decimal(unsold)}) × {decimal(price, 2)} = {decimal((total - unsold) * price, 2)} 元",
        f"成本 {decimal(total)} × {decimal(cost, 2)} = {decimal(total * cost, 2)} 元",
    ]
    return recognition(lines, [(0, earned, "元")], {}, working=[f"利润 {decimal(earned, 2)} 元"])
