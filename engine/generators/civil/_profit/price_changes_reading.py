"""A price changed by one rate after another: what it is of the price at first, or by how much it differs from it."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise
from math import isqrt

from engine.generators import patterns
from engine.generators.civil._problems.relations import recognition
from engine.generators.kind import Recognition
from engine.generators.pasted.normalising import normalise
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_DOWN = r"(?:降价|降低|下调|下降|减价|跌价?|便宜|打折)"
_UP = r"(?:提价|涨价|上涨|上调|提高|加价|涨)"
_TIMES = {"两": 2, "二": 2, "三": 3, "2": 2, "3": 3}
_CHANGE = re.compile(
    rf"(?:(?P<times>[两二三23])次[均都各又]?)?(?:(?P<down>{_DOWN})|(?P<up>{_UP}))了?(?P<rate>\d+(?:\.\d+)?)%|打(?P<folds>[一二三四五六七八九]{{1,2}}|\d+(?:\.\d+)?|对)折"
)
_ANOTHER = re.compile(
    r"\d|[若甲乙丙]|如果|成本|进价|进货|利润|赚|亏|赔|盈|获|数量|销量|销售额|收入|工资|件数|一半|其余|剩|满|券|返|税|会员|面积|人数|产量|元|部分|每天"
)
_PRICE = r"(?:该|这种|这件|这个|此|该种)?(?:商品|产品|货物|物品|衣服|股票)?的?(?:现价|现在的?|实际|最后|最终)?的?(?:销售|出售)?(?:价格?|售价|单价)?"
_BASE = r"(?P<base>原(?:来的?|先的?)?(?:销售|出售)?(?:价格?|售价|定价|标价)|原来|最(?:开始|初)的?(?:价格)?|(?:降价|提价|涨价|调价|打折)(?:以)?前的?(?:销售)?(?:价格?|售价)?|前年的?(?:价格)?)"
_QUESTION = re.compile(
    rf"(?:[,。;]|之?后|则|那么|请?问|这时|此时|现在|经过|出售|销售|经|的)*(?:这?[两三二几]次(?:降价|提价|涨价|调价|打折|变化|变动|调整)(?:之?后)?|今年)?的?{_PRICE}"
    rf"(?P<how>比|较|与|和|同|是|为|相当于|占){_BASE}(?:相比较?|比较|比)?[,]?(?:是|约|的|变化是|的变化是|结果)*"
    rf"(?P<way>低|高|降低|下降|降|便宜|减少|上涨|涨|提高|贵|增加)?了?(?P<asks>百分之?(?:多少|几)|多少|几分之几|\( *\)|_+|[?])?%?[?:。 ]*$"
)


_SHARE = r"(?:幅度|百分率|百分数|百分比|比例|降价率|涨价率|率)"
_ALIKE = re.compile(
    rf"(?:[两二2]次(?:都|均)?(?:以|按)?(?:照)?(?:相同|同样|相等)的?{_SHARE}(?P<way>降价|涨价|提价|下调|上调)|[两二2]次(?P<way2>降价|涨价|提价|下调|上调)[^。;]{{0,30}}?每次(?:降价|涨价|提价|下调|上调)的?{_SHARE}(?:都|均)?(?:相同|相等|一样))"
)
_AMOUNT = re.compile(r"(?P<value>(?<![\d.])\d+(?:\.\d+)?)元")
_EACH_TIME = re.compile(
    rf"(?:求|则|那么|问)?(?:平均)?每次(?:降价|涨价|提价|下调|上调)的?(?:{_SHARE})?(?:是|为)?(?:百分之?(?:多少|几)|多少%?|\( \)|[:。?]*$)"
)


def _changed_alike(text: str, same: re.Match[str]) -> Recognition:
    """A price changed twice by the same rate: the rate, told what it was and what it is.

    Raises:
        StayOut: something else is told or asked.
    """
    prices = [Fraction(each["value"]) for each in _AMOUNT.finditer(text)]
    asked = _EACH_TIME.search(text, same.end())
    left = patterns.sub(r"第?[二两2]次|每[件个台双套]", "", _AMOUNT.sub("", text))
    if len(prices) != 2 or asked is None or patterns.search(r"\d|成本|进价|利润|赚|亏|[甲乙]|第三|三次", left):
        stay_out("asked otherwise")
    falls = (same["way"] or same["way2"]) in ("降价", "下调")
    factor = prices[1] / prices[0]
    root = Fraction(isqrt(factor.numerator), isqrt(factor.denominator))
    if root * root != factor or (factor < 1) != falls:
        stay_out("no whole root")
    lines = [f"原来 {decimal(prices[0], 4)} 元，两次{'降' if falls else '涨'}价后 {decimal(prices[1], 4)} 元，每次的幅度相同"]
    working = [f"设每次变为那时的 k 倍：k² = {decimal(prices[1], 4)} ÷ {decimal(prices[0], 4)}，k = {decimal(root, 4)}"]
    return recognition(lines, [(asked.start(), abs(1 - root) * 100, "%")], {}, working=working)


def read_price_changes(text: str) -> Recognition | None:
    """The change of a price, or what is left of it.

    Raises:
        StayOut: something else is told or asked.
    """
    text = patterns.sub(r"\s+", "", normalise(text)).replace("()", "( )")
    if (same := _ALIKE.search(text)) is not None:
        return _changed_alike(text, same)
    changes = list(_CHANGE.finditer(text))
    if not changes or sum(_TIMES.get(change["times"] or "", 1) for change in changes) < 2:
        return None
    before = text[: changes[0].start()]
    between = [text[one.end() : other.start()] for one, other in pairwise(changes)]
    asked = _QUESTION.fullmatch(text[changes[-1].end() :]) or stay_out("asked otherwise")
    if any(_ANOTHER.search(piece) or len(piece) > 24 for piece in (before, *between)):
        stay_out("something else is told")
    if any(patterns.search("按原|在原|原价|比原|前年|第一次", piece) for piece in between):
        stay_out("of the price at first")
    if "前年" in asked["base"] and not (patterns.search("去年比前年", before) and patterns.search("今年比去年", "".join(between))):
        stay_out("which year")
    left = Fraction(1)
    lines: list[str] = []
    for change in changes:
        factor = _factor(change)
        for _ in range(_TIMES.get(change["times"] or "", 1)):
            left *= factor
            lines.append(f"价格变为原来的 {decimal(factor)} 倍" if not lines else f"再变为那时的 {decimal(factor)} 倍")
    working = [
        f"最后的价格 ÷ 原来的价格 = {' × '.join(decimal(_factor(each)) for each in changes for _ in range(_TIMES.get(each['times'] or '', 1)))} = {decimal(left)}"
    ]
    if asked["how"] in ("是", "为", "相当于", "占"):
        if asked["way"] or not asked["asks"]:
            stay_out("asked otherwise")
        if asked["asks"] == "几分之几":
            return recognition(lines, [(0, left, "")], {}, working=working)
        return recognition(lines, [(0, left * 100, "%")], {}, working=working, rounded=True)
    difference = (left - 1) * 100
    if not difference:
        return recognition(lines, [(0, "不变", "")], {}, working=working, rounded=True)
    falls = patterns.fullmatch("低|降低|下降|降|便宜|减少", asked["way"] or "") is not None
    if asked["way"] and falls != (difference < 0):
        stay_out("the other way")
    if asked["way"]:
        return recognition(lines, [(0, abs(difference), "%")], {}, working=working, rounded=True)
    return recognition(lines, [(0, f"{'上升' if difference > 0 else '下降'}|{abs(difference)}", "%")], {}, working=working, rounded=True)


def _factor(change: re.Match[str]) -> Fraction:
    if folds := change["folds"]:
        if folds == "对":
            return Fraction(1, 2)
        digits = "".join(str("零一二三四五六七八九".find(sign)) if sign in "一二三四五六七八九" else sign for sign in folds)
        value = Fraction(digits)
        return value / (10 if value < 10 else 100)
    rate = Fraction(change["rate"]) / 100
    return 1 - rate if change["down"] else 1 + rate
