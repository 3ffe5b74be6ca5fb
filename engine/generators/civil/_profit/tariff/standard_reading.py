"""Charges with a standard: a price for each unit within it, another beyond; the standard itself, or the price beyond, is to be found from bills."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.relations import Answer, recognition
from engine.generators.civil._problems.story import NUMBER, Story
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_UNIT = r"(?:立方米|立方|千瓦时|吨|度|方|千克|公斤|件|分钟)"
_USE = r"(?:使?用(?:天然气|燃气|煤气|[水电气])?量?)"
_STANDARD = rf"(?:规定的?)?(?:每?月)?(?:{_USE})?(?:的)?(?:标准|基本|规定|定额|限额|基础)(?:的)?(?:{_USE}|立方数|吨数|度数|量|用量|额度|水量|电量|标准)?"
_WORDS = """
某市 某地 某户 某用户 该用户 该户 居民 生活 家庭 用户 用水 用电 用气 用水量 用电量 用量 每月 每户 月 水 电 气 标准 的标准 基本 价格 基本价格 收费 水费 电费 费用 缴费 交 缴 收取 为 了 为节约用水 为了节约用水 节约 鼓励 决定 实行 超额 超收 规定 市 计费 办法 计算 方法 如下 自来水 公司 若 则 该市 下个 这个 当月 上个 共 应 应交 需交 部分 超过 超出 以内 内 份 家 天然气 使用 天然气费 居民生活
"""


def _factor(match: re.Match[str], base: Fraction) -> Fraction:
    """How many times the price within the standard the one beyond is."""
    if match["double"]:
        return Fraction(2)
    if match["half"]:
        return Fraction(3, 2)
    if match["direct"]:
        return Fraction(match["direct"]) / base
    share = Fraction(match["percent"]) / 100
    return 1 + share if match["more"] else share


def read_standard(text: str) -> Recognition | None:
    """One bill tells the standard: it is asked, or the bill of another month."""
    story = Story(patterns.sub("超出", "超过", text))
    price = story.take(
        rf"(?:{_STANDARD})(?:以内|之内|内)?(?:的)?(?:部分)?(?:的)?{_USE}?(?:的)?(?:按|收费|基本|价格|收|为|是|每户)*(?:每{_UNIT})?(?:基本|收费|价格|收取|按|为|是)*(?P<value>{NUMBER})元(?:/{_UNIT}|每{_UNIT})?(?:收费|计费|收取|计算)?"
    )
    beyond = story.take(
        rf"(?:若|如果)?(?:每?月)?{_USE}?(?:超过|超出)(?:这个|该|此|规定|了)*(?:{_STANDARD})?(?:的)?,?(?:超过|超出|超)?(?:的)?(?:部分)?(?:的)?(?:按|以|则|每{_UNIT}|要|其|,)*(?:基本价格|基本价|原价|标准价格?|标准|其)?(?:的)?"
        rf"(?:(?P<double>加倍|[2两]倍|双倍)|(?P<half>1\.5倍)|(?P<more>加价|提高|加收|上浮|上调)?(?P<percent>{NUMBER})%|(?P<direct>{NUMBER})元(?:/{_UNIT}|每{_UNIT})?)(?:收费|计费|收取|计算|收)*"
    )
    if price is None or beyond is None:
        return None
    bill = story.take(
        rf"(?:{_USE}|用了?)(?:为|是|了)?(?P<used>{NUMBER}){_UNIT}(?:[水电气])?,(?:共|应|需|须|一共|总共)*(?:交|缴|付|缴纳|交纳|支付)(?:了)?(?:水费|电费|(?:天然|燃|煤)?气费|费用)?(?:为|是)?(?P<paid>{NUMBER})元(?:水费|电费|费用)?"
    )
    asked_limit = story.take(rf"(?:则|那么)?(?:该市|该地)?(?:的)?(?:每月|每户)*(?:{_STANDARD})(?:为|是)?多少(?:{_UNIT})?")
    other = story.take(rf"(?:{_USE}|用了?)(?:为|是|了)?(?P<used>{NUMBER}){_UNIT}(?:[水电气])?")
    asked_bill = story.take(
        r"(?:则|那么)?(?:应|需|要|应该)*(?:交|缴|付|缴纳|交纳|支付)(?:水费|电费|费用)?(?:为|是)?多少(?:元|钱)?(?:水费|电费)?"
    )
    if bill is None or (asked_limit is None) == (asked_bill is None) or (other is None) == (asked_bill is not None):
        return None
    story.take_all(r"(?:下|上|这|本|某)个?月(?:份)?|\d{1,2}月(?:份)?|[一二三四五六七八九十]月(?:份)?|超额超收|阶梯[水电气]?价")
    story.finish(_WORDS)
    base = Fraction(price["value"])
    times = _factor(beyond, base)
    used, paid = Fraction(bill["used"]), Fraction(bill["paid"])
    if times in (0, 1):
        stay_out("no step")
    # base × standard + base × times × (used − standard) = paid
    limit = (paid - base * times * used) / (base * (1 - times))
    if not 0 < limit < used:
        stay_out("numbers")
    unit = patterns.search(_UNIT, bill[0])
    lines = [
        f"标准以内每份 {decimal(base, 4)} 元，超出的每份 {decimal(base * times, 4)} 元",
        f"用 {decimal(used)} 交 {decimal(paid, 4)} 元",
    ]
    working = [
        f"标准 = ({decimal(base * times, 4)} × {decimal(used)} − {decimal(paid, 4)}) ÷ ({decimal(base * times, 4)} − {decimal(base, 4)}) = {decimal(limit, 4)}"
    ]
    if asked_limit is not None:
        return recognition(lines, [(asked_limit.start(), limit, unit[0] if unit else "")], {}, working=working)
    assert other is not None and asked_bill is not None
    amount = Fraction(other["used"])
    charge = base * min(amount, limit) + base * times * max(amount - limit, Fraction(0))
    working.append(f"用 {decimal(amount)} 时应交 {decimal(charge, 4)} 元")
    answers: list[Answer] = [(asked_bill.start(), charge, "元")]
    return recognition(lines, answers, {}, working=working)


def read_price_beyond(text: str) -> Recognition | None:
    """Two households of which one has used so much per cent more: their bills tell the price beyond the standard."""
    story = Story(text)
    within = story.take(
        rf"(?:不超过|在)(?P<limit>{NUMBER}){_UNIT}(?:以内)?(?:的)?(?:部分)?(?:,)?(?:每{_UNIT})?(?:按|收费|收取|收)*(?P<value>{NUMBER})元(?:/{_UNIT})?"
    )
    more = story.take(
        rf"(?P<one>[张李王赵刘陈甲乙])(?:家|户)(?:的)?用[水电气]量?比(?P<other>[张李王赵刘陈甲乙])(?:家|户)(?:的)?(?:用[水电气]量)?多(?P<value>{NUMBER})%"
    )
    bills = story.take(
        rf"(?P<one>[张李王赵刘陈甲乙])(?:家|户)?(?:和|与|、)(?P<other>[张李王赵刘陈甲乙])(?:家|户)(?:的)?(?:水费|电费|费用)(?:分别)(?:为|是)?(?P<a>{NUMBER})元?(?:和|与|、)(?P<b>{NUMBER})元"
    )
    asked = story.take(
        rf"(?:则|那么)?{_USE}?(?:超过|超出)(?:{NUMBER}{_UNIT})?(?:的)?(?:部分)?(?:的)?(?:收费标准|价格|单价|每{_UNIT}收费)(?:为|是)?多少(?:元)?(?:/{_UNIT})?"
    )
    if within is None or more is None or bills is None or asked is None or more["one"] == more["other"]:
        return None
    if {bills["one"], bills["other"]} != {more["one"], more["other"]}:
        return None
    story.take_all(
        rf"(?:超过|超出)(?:{within['limit']}{_UNIT})?(?:的)?(?:部分)?,?(?:每{_UNIT})?(?:收取|收|按|采用)*较?高(?:的)?(?:标准|价格)?(?:的)?(?:收费|费用|收取)?|\d{{1,2}}月(?:份)?|已知"
    )
    story.finish(_WORDS)
    paid = {bills["one"]: Fraction(bills["a"]), bills["other"]: Fraction(bills["b"])}
    limit, base = Fraction(within["limit"]), Fraction(within["value"])
    factor = 1 + Fraction(more["value"]) / 100
    # base × limit + x (used − limit) for both; used of the one is `factor` times the other's.
    flat = base * limit
    larger, smaller = paid[more["one"]] - flat, paid[more["other"]] - flat
    # larger = x (factor u − limit), smaller = x (u − limit)
    beyond = (larger - factor * smaller) / (limit * (factor - 1))
    if smaller <= 0 or beyond <= 0:
        stay_out("numbers")
    lines = [
        f"{decimal(limit)} 以内每份 {decimal(base, 4)} 元，一共 {decimal(flat, 4)} 元",
        f"超出的部分交 {decimal(larger, 4)} 元和 {decimal(smaller, 4)} 元",
    ]
    working = [
        f"({decimal(larger, 4)} − {decimal(factor, 4)} × {decimal(smaller, 4)}) ÷ ({decimal(limit)} × {decimal(factor - 1, 4)}) = {decimal(beyond, 4)}"
    ]
    unit = patterns.search(_UNIT, within[0])
    return recognition(lines, [(asked.start(), beyond, f"元/{unit[0]}" if unit else "元")], {}, working=working)
