"""A price that changes how many are sold, told in any order and with any story around it: the best price, the change, the number, the profit.

Every figure of the text must be one of those that such a problem has (what one costs or brings, its price, how many are sold, by how much the
price changes and with it the number, a profit wanted, a bound of the price); whatever else could cost or bring something makes the reader stay out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from math import isqrt

from engine.generators import patterns
from engine.generators.civil._problems.reduced import opened
from engine.generators.civil._problems.relations import Answer, recognition
from engine.generators.civil._problems.wording import COUNTERS
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_N = r"(?<![\d.])\d+(?:\.\d+)?(?![\d.%])"
_GAP = r"[^,;。?!:\d]"
_RISES = r"涨价?|提高|上涨|上调|加价|提价|增加|贵|高"
_FALLS = r"降价?|降低|下降|减价|便宜|下调|减少|减"
_STEP = re.compile(
    rf"每{_GAP}{{0,10}}?(?P<way>{_RISES}|{_FALLS})(?:了)?(?P<price>{_N})元(?:钱)?(?:出售|销售)?,?(?:的?话?,?)?(?P<between>{_GAP}{{0,18}}?)(?P<effect>减少|少|下降|降低|空(?:出)?|多|增加|增长|增多|提高)"
    rf"{_GAP}{{0,8}}?(?P<count>{_N})(?P<many>万)?(?:{COUNTERS}|标箱)"
)
_ROLES = (
    (
        "bound",
        rf"(?:售价|单价|定价|价格)?(?:最高)?不(?:得|能|可以?|应)?(?:超过|高于)(?P<value>{_N})元|(?:售价|单价|定价|价格)最高(?:为|是)?(?P<value2>{_N})元",
    ),
    (
        "cost",
        rf"(?:进货?单价|进货?价格?|购进单?价|成本价?|批发价|本钱)(?:都|均)?(?:为|是|需|要)?(?:每{COUNTERS}|一{COUNTERS})?(?P<value>{_N})元",
    ),
    ("cost", rf"(?:购进|买进|进货|批发|收购){_GAP}{{0,8}}?(?:单价|价格)(?:为|是)?(?P<value>{_N})元"),
    (
        "cost",
        rf"(?:以|按)?(?:每{COUNTERS})?(?P<value>{_N})元(?:每{COUNTERS}|一{COUNTERS})?(?:的)?(?:单价|价格|成本)?(?:购进|买进|进货|批发|收购|进了?)",
    ),
    ("cost", rf"每{COUNTERS}(?P<value>{_N})元的?(?:进价|成本)"),
    ("gain", rf"每{COUNTERS}{_GAP}{{0,4}}?(?:获利|获得(?:的)?利润|利润(?:为|是)?|盈利|赚)(?P<value>{_N})元"),
    ("target", rf"(?:利润|盈利|获利|收入|收益|赚){_GAP}{{0,4}}?(?P<value>{_N})(?P<many>万)?元"),
    (
        "price",
        rf"(?:售价|销售单价|单价|定价|销售价格?|票价|租金|价格|零售价|按|以|卖){_GAP}{{0,6}}?(?P<value>{_N})元",
    ),
    ("price", rf"每{COUNTERS}{_GAP}{{0,4}}?(?P<value>{_N})元"),
    (
        "sold",
        rf"(?:售出|卖出?|卖掉|销售量?|销量|销出|订购|预订|租出|出租|购买|住满|出售)(?:了|是|为|量|达到?|大约|约)*(?P<value>{_N})(?P<many>万)?(?:{COUNTERS})",
    ),
    ("sold", rf"有(?P<value>{_N})(?P<many>万)?(?:{COUNTERS}){_GAP}{{0,10}},?{_GAP}{{0,16}}\d*[^,;。]{{0,8}}(?:全部)?(?:租出|住满|租完)"),
)
_OTHER = re.compile(
    r"固定|税|运费|另需|另外|费用|支出|开支|房租|人工|最多只能|库存|上限|至少|不少于|返|赠|送|损耗|坏|退|甲|乙|折|两种|第二|之后又|同时又(?![^,;。]{0,8}(?:实惠|优惠|让利))|仓储|租金支出|补贴|%"
)
_BEST = re.compile(r"最大化?|最高|最多|最佳|最优")
_GAINED = r"利润|获利|盈利|收益|收入|赚|销售额|营业额"


@dataclass(slots=True)
class _Told:
    """What is told of prices and numbers."""

    values: dict[str, Fraction] = field(default_factory=dict)
    rises: bool = True
    slope: Fraction = Fraction(0)
    rest: str = ""


def _told(plain: str) -> _Told:
    told = _Told()
    step = _STEP.search(plain)
    if step is None or len(_STEP.findall(plain)) > 1:
        stay_out("no price that changes")
    told.rises = patterns.fullmatch(_RISES, step["way"]) is not None
    fewer = patterns.fullmatch("减少|少|下降|降低|空(?:出)?", step["effect"]) is not None
    if told.rises != fewer or not Fraction(step["price"]):
        stay_out("which way")
    count = Fraction(step["count"]) * (10000 if step["many"] else 1)
    told.slope = count / Fraction(step["price"])
    told.values["step"] = Fraction(step["price"])
    rest = plain[: step.start()] + "·" + plain[step.end() :]
    for role, pattern in _ROLES:
        found = list(patterns.finditer(pattern, rest))
        for match in reversed(found):
            groups = match.groupdict()
            value = Fraction(groups["value"] or groups["value2"] if "value2" in groups else groups["value"])
            value *= 10000 if groups.get("many") else 1
            if told.values.get(role, value) != value:
                stay_out(f"two of {role}")
            told.values[role] = value
            rest = rest[: match.start()] + "·" + rest[match.end() :]
    told.rest = rest
    return told


_USUAL = (
    (r"1(?=天)", "每"),
    (r"在?[一1]个?月(?:之)?内,?", ""),
    (r"(?<=[卖价])(\d+(?:\.\d+)?)(?=[,。]|时|每[天周月日]|的(?:东西|商品))", r"\1元"),
    (
        rf"(?:售价|单价|定价)为?[xX]元(?:/{COUNTERS})?(?:时|,)?{_GAP}{{0,6}}?销售?量[yY]?(?:为|是|=)*\(?(\d+)-(\d+)[xX]\)?(?:{COUNTERS})?",
        r"售价0元时卖出\1件,每涨1元少卖\2件",
    ),
    (r"(?<=时,)((?:每[天月周日])?(?:可以?|能)?(?:获得|取得|得到)?的?最大利润)多少(?=[?。])", r"\1"),
    (r"订购了?((?:每|1)件定价\d+元)的?([^,;。\d]{2,6})(?=\d)", r"\1,订购"),
    (rf"订购[^,;。\d]{{2,6}}(?=\d+{COUNTERS})", "订购"),
)


def _usual(plain: str) -> str:
    """The text with a rule of what is sold told as a price and its steps, and prices with their unit."""
    for pattern, told in _USUAL:
        plain = patterns.sub(pattern, told, plain)
    return plain


_WORTH = re.compile(
    rf"(?:减价|降价|便宜)(?P<cut>{_N.replace('%', '')})(?P<how>%|元),{_GAP}*,?{_GAP}*利润(?:{_GAP}*比原来(?P<way>多|少)(?P<more>{_N})元|{_GAP}{{0,4}}(?:不变|相同|一样))|"
    rf"(?:减价|降价|便宜)(?P<cut2>{_N.replace('%', '')})(?P<how2>%|元),{_GAP}*,?{_GAP}*[与和跟]原来(?:一样多|同样多|相同|相等|一样)的(?:总)?利润"
)
"""A change of the price of which it is told what it brings: what one costs is asked."""


def _cost(plain: str, worth: re.Match[str]) -> Recognition:
    """The cost with which so much off the price brings so much more.

    Raises:
        StayOut: anything else is told or asked.
    """
    told = _told(plain[: worth.start()] + "·" + plain[worth.end() :])
    if told.values.keys() != {"step", "price", "sold"} or told.rises or patterns.search(r"\d", told.rest) or _OTHER.search(told.rest):
        stay_out("something is not told or asked")
    if patterns.search("(?:成本|进价)(?:价)?(?:是|为)?(?:多少|几|\\()", _question(plain)) is None:
        stay_out("what is asked")
    price, sold = told.values["price"], told.values["sold"]
    off = Fraction(worth["cut"] or worth["cut2"])
    cut = price * off / 100 if (worth["how"] or worth["how2"]) == "%" else off
    more = Fraction(worth["more"] or 0) * (-1 if worth["way"] == "少" else 1)
    added = told.slope * cut
    # (price − cut − cost)(sold + added) − (price − cost) sold = more
    if not 0 < cut < price or not added:
        stay_out("numbers")
    cost = ((price - cut) * (sold + added) - price * sold - more) / added
    if not 0 < cost < price - cut:
        stay_out("numbers")
    lines = [
        f"每件降 {decimal(cut)} 元，多卖 {decimal(added)} 件，一共卖 {decimal(sold + added)} 件",
        f"({decimal(price - cut)} − 成本) × {decimal(sold + added)} − ({decimal(price)} − 成本) × {decimal(sold)} = {decimal(more)}",
    ]
    return recognition(lines, [(0, cost, "元")], {})


def read_best_price(text: str) -> Recognition | None:
    """The best price, the change that leads to it, the number sold then, the profit; or the price for a profit wanted.

    Raises:
        StayOut: something else is told, or what is told leaves it open.
    """
    plain = _usual(patterns.sub(r"\s+", "", opened(text)))
    if _STEP.search(plain) is None:
        return None
    if (worth := _WORTH.search(plain)) is not None:
        return _cost(plain, worth)
    told = _told(plain)
    if (figure := patterns.search(r"\d", told.rest)) is not None:
        stay_out(f"a figure that nobody asked for: {told.rest[max(0, figure.start() - 6) : figure.end() + 6]}")
    if (other := _OTHER.search(told.rest)) is not None:
        stay_out(other[0])
    values = told.values
    if "sold" not in values or ("price" not in values and "gain" not in values):
        stay_out("not told")
    revenue = "cost" not in values and "gain" not in values
    if revenue and not patterns.search("收入|销售额|营业额", plain):
        stay_out("what it costs")
    gain = values["gain"] if "gain" in values else values["price"] - values.get("cost", Fraction(0))
    if "gain" in values and "cost" in values and "price" in values and values["price"] - values["cost"] != gain:
        stay_out("two gains")
    if (gain < 0 and values.get("price") != 0) or ("gain" in values and revenue):
        stay_out("numbers")
    sign = 1 if told.rises else -1
    # So much more on the price: (gain + x)(sold − slope · x), at its largest in the middle of its noughts.
    best = (values["sold"] / told.slope - gain) / 2
    answers = _asked(plain, told, gain, best, sign)
    lines = [
        f"每件{'卖' if revenue else '赚'} {decimal(gain, 4)} 元时卖 {decimal(values['sold'], 4)} 件",
        f"售价每{'涨' if told.rises else '降'} {decimal(values['step'], 4)} 元，{'少' if told.rises else '多'}卖 {decimal(told.slope * values['step'], 4)} 件",
    ]
    more = "+" if sign > 0 else "−"
    working = [
        f"设{'涨' if sign > 0 else '降'}价 x 元：({decimal(gain, 4)} {more} x) × ({decimal(values['sold'], 4)} {'−' if sign > 0 else '+'} {decimal(told.slope, 4)}x)",
        f"x = {decimal(abs(best), 4)} 时最大，为 {decimal((gain + best) * (values['sold'] - told.slope * best), 4)} 元",
    ]
    return recognition(lines, answers, {}, working=working)


def _asked(plain: str, told: _Told, gain: Fraction, best: Fraction, sign: int) -> list[Answer]:
    """What is asked, in order."""
    values = told.values
    change = sign * best
    if "target" in values:
        if _BEST.search(plain):
            stay_out("the best, or so much")
        change = _for_target(plain, told, gain, best, sign)
    elif not _BEST.search(plain):
        stay_out("the best of what")
    if change < 0 or change.denominator not in (1, 2, 5, 10):
        stay_out("on the other side of what is told")
    moved = sign * change
    if "bound" in values:
        if "price" not in values or values["price"] > values["bound"]:
            stay_out("a bound")
        moved = min(moved, values["bound"] - values["price"])
    sold = values["sold"] - told.slope * moved
    most = (gain + moved) * sold
    found: list[Answer] = []
    question = _question(plain)
    for match in _QUESTIONS.finditer(question):
        clause = patterns.split("[,;。?!]", question[: match.start()])[-1]
        if match["profit"] and found and not patterns.search(r"多少|\(", match[0]) and patterns.search("才|能|可|使", clause):
            continue  # `定价多少元才能获得最大利润`
        if match["price"]:
            found.append((match.start(), values["price"] + moved if "price" in values else stay_out("from which price"), "元"))
        elif match["change"]:
            found.append((match.start(), abs(moved), "元"))
        elif match["count"]:
            unit = patterns.search(COUNTERS, match[0])
            found.append((match.start(), sold, unit[0] if unit else ""))
        else:
            many = "万" in match[0]
            found.append((match.start(), most / (10000 if many else 1), "万元" if many else "元"))
    kinds = [(value, unit) for _, value, unit in found]
    found = [each for place, each in enumerate(found) if (each[1], each[2]) not in kinds[:place]]
    return found or stay_out("nothing asked")


_QUESTIONS = re.compile(
    rf"(?P<profit>(?:最大|最高|最多)的?(?:每?[日月周天年]|总|销售)*的?(?:{_GAINED})(?:总?额)?(?:又|各|则)?(?:是|为|有|可达到?|能达到?)?(?:多少|\(|$)(?:万?元)?|最(?:大|多)(?:每?[日月周天年])?(?:能|可)?(?:{_GAINED})多少(?:万?元)?|最(?:大|高)(?:是|为)?多少(?:万?元)?)"
    rf"|(?P<count>(?:售出|卖出|销售|订购|销售量|销量)的?(?:(?:{COUNTERS})数|数量|为|是)*(?:应)?(?:为|是)?(?:多少(?:{COUNTERS})?|\(|$))"
    r"|(?P<price>(?:每{COUNTERS})?卖(?:多少|几)(?:元|钱)|(?:售价|销售单价|单价|定价|价格|票价|房价|租金)(?:应该?|应当)?(?:定为|定在|为|是|定|取|调整?为)*(?:每[件个间张])?(?:何值|多少|\(|几|$)(?:元)?)"
    r"|(?P<change>(?:应该?|应当|需要?)?(?:涨价?|提价|提高|上涨|上调|降价?|降低|下调|减价)(?:售价|价格|单价)?(?:的?(?:钱数|金额|元数))?(?:应)?(?:了|为)?(?:多少|\(|几|$)(?:元)?)"
)


def _question(plain: str) -> str:
    """The sentences that ask, the last clause where no word asks."""
    text = patterns.sub(r"[:,。?]*\(?\)?[:。,?]*$", "", plain)
    asked = patterns.search(r"[^;。!]*(?:多少|几|\()[\s\S]*$", text)
    return asked[0] if asked else text.rpartition("。")[2]


def _for_target(plain: str, told: _Told, gain: Fraction, best: Fraction, sign: int) -> Fraction:
    """The change of the price that brings what is wanted.

    Raises:
        StayOut: there is none, or there are two.
    """
    values = told.values
    square = best * best - (values["target"] - gain * values["sold"]) / told.slope
    if square < 0:
        stay_out("never so much")
    above, below = isqrt(square.numerator), isqrt(square.denominator)
    if above**2 != square.numerator or below**2 != square.denominator:
        stay_out("numbers")
    root = Fraction(above, below)
    roots = sorted({sign * (best + root), sign * (best - root)})
    fitting = [each for each in roots if each >= 0]
    if len(fitting) == 2 and patterns.search("实惠|优惠|便宜|减少库存|尽快减|薄利|尽可能低|尽量低", plain):
        fitting = fitting[-1:] if sign < 0 else fitting[:1]
    return fitting[0] if len(fitting) == 1 else stay_out("two prices")
