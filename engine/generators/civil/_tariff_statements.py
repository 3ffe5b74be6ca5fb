"""Charges in steps and prices that change what is sold, statement by statement: a bill or an amount, the price for a wanted or the best profit."""

from __future__ import annotations

import re
from fractions import Fraction
from math import isqrt

from engine.generators.civil._reduced import N, Vocabulary, parse
from engine.generators.civil._relations import Answer, Relations, number, recognition, times, total, unknown
from engine.generators.civil._wording import COUNTERS
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_AMOUNT = r"(?:立方米|立方|千瓦时|千米|平方米|分钟|小时|千克|公斤|吨|度|方|克|GB|MB|G|页|张|件|本|人|次)"

TARIFF = Vocabulary(
    words=(
        (r"多少(?:元|钱)|几块钱?|几元", "?元"),
        (r"元(?:钱)?", "元"),
        (r"每(?:月|年|户|人|次|天|个月)(?:每?月)?(?=用|不|未|在|的|行|通)", ""),
        (r"不足1?一?(?:千米|公里|吨|度|千克|小时)的?(?:部分)?(?:都|均|也)?按1?一?(?:千米|公里|吨|度|千克|小时)(?:计算|计费|计|算|收费)", "整"),
        (rf"每(?:增加)?1?{_AMOUNT}|/{_AMOUNT}|(?<=元)(?:1|一)(?={_AMOUNT}){_AMOUNT}|1{_AMOUNT}(?=\d)", "每"),
        (r"(?:不超过|不超(?!过)|没超(?!过)|未超过|没超过|不多于|小于等于|以内|之内|及以下|以下|内|不足)(?:\(含\d*[^()]{0,3}\))?", "内"),
        (r"(?:超过|超出|超|多于|高于|大于|以上|往后|后面|以后|之后)(?:了|的)?", "超"),
        (r"至|到|-|~|但|而", "到"),
        (rf"(?<=[\d少几]){_AMOUNT}", "u"),
        (r"起步价|起步|首重|月租(?:费)?|基本费|基础费|起步费", "起"),
        (r"(?:应该?|需要?|要|共|一共|总共|得)*(?:付了?|交了?|缴了?|付费|缴纳|交纳|支付|缴费|花了?|车费|水费|电费|燃气费|煤气费|费用|话费|运费|停车费|总价|电话费|上网费|快递费)(?:共|一共|为|是|了)*", "付"),
        (r"(?:收费|计费|收取|收|加收|单价|价格|的价格|价)", "收"),
        (r"(?:用水量?|用电量?|用气量?|用了?|坐了?|乘坐|乘车|打车|行驶|走了?|行程|路程|里程|通话|停了|停车|寄了?|打印了?)", "用"),
        (r"多少|几", "?"),
        (r"(?:最多|至多|一共|共|总共|能|可以?)", ""),
        (r"(?:(?:实行|采用|按)?阶梯(?:式)?(?:水价|电价|气价|收费|计价|计费)(?:制)?|(?:\d{1,2}|上|本|这个|某|当|七|八|九|一|二|三|四|五|六)月(?:份)?|第[一二三1-3](?:档|阶梯|级)|出租车|收费标准|标准|规定|(?:按月|按年)?(?:分段|分档|分级|分时)(?:计费|收费|计价)?|按月|按年|按实际里程算?|按里程算?|含|包含|部分|的部分|居民|用户|每户|家|水|电|天然气|气|王|李|张|小)", ""),
    ),
    changes=((r"\s+", ""), (r"(\d)块(?!\d)", r"\1元"), (r"\((?:含|包括)\d*[^()\d]{0,6}\)|\([^()\d]{0,6}\)", "")),
)  # fmt: skip
_TARIFF = (
    ("flat", rf"(?:起|用|收|付)*(?P<price>{N})元,?(?:收|付|用)*(?P<high>{N})u内?"),
    ("flat", rf"(?:起|用|收|付)*内?(?P<high>{N})u内?,?(?:起|收|付)*(?P<price>{N})元(?!每)"),
    ("tier", rf"(?:用|收|付)*内(?P<high>{N})u,?(?:收|付|每)*每(?:收|付|为)*(?P<price>{N})元|(?:用|收|付)*内?(?P<high2>{N})u内?,?(?:收|付)*(?P<price2>{N})元每"),
    ("tier", rf"(?:用|收|付)*(?P<high>{N})u内,?(?:收|付)*每(?:收|付)*(?P<price>{N})元"),
    ("tier", rf"(?:用|收|付)*超?(?P<low>{N})u?,?[到,]*(?:内|到)(?P<high>{N})u内?,?(?:收|付)*(?:每(?:收|付)*(?P<price>{N})元|(?P<price2>{N})元每)"),
    ("last", rf"(?:用|收)*超(?P<low>{N})u?超?,?(?:收|付)*每(?:收|付)*(?P<price>{N})(?=[,。;])(?P<price2>)"),
    ("tier", rf"(?P<low>{N})u?到(?P<high>{N})u?内?,?(?:收|付)*(?:每(?:收|付)*(?P<price>{N})元|(?P<price2>{N})元每)"),
    ("last", rf"(?:用|收)*超(?:(?P<low>{N})u)?超?,?(?:收|付)*(?:每(?:收|付)*(?P<price>{N})元|(?P<price2>{N})元每)"),
    ("last", rf"(?P<low>{N})u超,?(?:收|付)*(?:每(?:收|付)*(?P<price>{N})元|(?P<price2>{N})元每)"),
    ("used", rf"付?用+(?P<value>{N})u"),
    ("paid", rf"[用付]*付+(?P<value>{N})元(?:付)?"),
    ("ask-paid", r"(?:用)?(?:付|收)*\?元(?:付)?|付\?付?|\?付"),
    ("ask-used", r"(?:付|用)*\?u?(?!元)"),
    ("whole", r"整"),
    ("word", r"(?:用|付|收|超|起|到)+(?=[,。;]|$)"),
)  # fmt: skip


def read_tariff(text: str) -> Recognition | None:
    """A price for each unit up to a limit (or a flat price for all up to it), others beyond: bills and amounts."""
    plain = TARIFF.plain(text)
    if not re.search("超|以上|后面|以后|之后", plain) or re.search(r"利润|进价|成本|折", plain):
        return None
    unit = re.search(rf"\d({_AMOUNT})", plain)
    reduced = TARIFF.reduce(plain)
    start: tuple[Fraction, Fraction] | None = None
    tiers: list[tuple[Fraction, Fraction | None, Fraction]] = []
    known: tuple[str, Fraction] | None = None
    whole = False
    answers: list[Answer] = []
    lines: list[str] = []
    asked: list[tuple[int, str]] = []
    for name, match in parse(reduced, _TARIFF):
        groups = match.groupdict()
        price = groups.get("price") or groups.get("price2")
        high = groups.get("high") or groups.get("high2")
        reached = tiers[-1][1] if tiers else start[0] if start else None
        if name == "flat":
            if start or tiers:
                stay_out("two flat prices")
            start = (Fraction(str(high)), Fraction(str(price)))
            lines.append(f"{high} 以内一共 {price} 元")
        elif name in ("tier", "last"):
            low = Fraction(groups["low"]) if groups.get("low") else reached if reached is not None else Fraction(0)
            if (reached is not None and low not in (reached, reached + 1)) or (
                name == "tier" and not groups.get("low") and reached is not None
            ):
                stay_out("steps")
            low = reached if reached is not None else low
            if reached is None and (name == "last" or low):
                stay_out("the first step")
            tiers.append((low, Fraction(str(high)) if name == "tier" else None, Fraction(str(price))))
            lines.append(f"超过 {decimal(low)} 的部分每份 {price} 元")
        elif name in ("used", "paid"):
            known = (name, Fraction(groups["value"])) if known is None else stay_out("two are told")
        elif name.startswith("ask"):
            asked.append((match.start(), name))
        elif name == "whole":
            whole = True
        if known is not None and asked:
            if not tiers:
                stay_out("asked before the price is told")
            answers.append((asked[0][0], *_charged(start, tiers, known, asked[0][1], whole, unit[1] if unit else "")))
            known, asked = None, []
    if known is not None or asked or not tiers:
        stay_out("nothing is asked of it")
    return recognition(lines, answers, {})


def _charged(
    start: tuple[Fraction, Fraction] | None,
    tiers: list[tuple[Fraction, Fraction | None, Fraction]],
    known: tuple[str, Fraction],
    ask: str,
    whole: bool,
    unit: str,
) -> tuple[Fraction, str]:
    if (known[0] == "used") != (ask == "ask-paid") or (tiers[-1][1] is not None):
        stay_out("asked and told")
    used, paid = start or (Fraction(0), Fraction(0))
    if known[0] == "used":
        amount = known[1]
        if amount < used:
            return paid, "元"
        if whole:
            amount = Fraction(-(-amount // 1))
        for low, high, price in tiers:
            paid += max(Fraction(0), (min(amount, high) if high is not None else amount) - low) * price
        return paid, "元"
    bill = known[1]
    if bill < paid or (start and bill == paid):
        stay_out("any amount")
    for low, high, price in tiers:
        step = (high - low) * price if high is not None else None
        if step is None or bill <= paid + step:
            amount = low + (bill - paid) / price
            if whole and amount.denominator != 1:
                stay_out("a part of a unit")
            return amount, unit
        paid += step
    stay_out("steps")


_GOODS = COUNTERS
DEMAND = Vocabulary(
    words=(
        (r"多少(?:元|钱)|几块钱?|几元", "?元"),
        (r"元(?:钱)?", "元"),
        (r"(?:为了|要想?|想要?|若要?|要使|为使|使|使得|让)*(?:每[天月日周年]|[一1]天|日|月|周|商场|商店|网店|总)?(?:的)?(?:获得|取得|得到|的)?(?:销售)?(?:的)?(?:总)?(?:利润|获利|盈利|收益|赚(?:的钱)?|赚到)(?:达到?|为|是|的)*", "利"),
        (r"最[大多高](?:的)?|最多(?:能|可)?", "最"),
        (r"(?:成本价?|进货价|进价|购进价|成本)", "本"),
        (r"(?:售价|定价|单价|销售价|标价|价格|零售价)(?:应|应该|应当)?(?:定为|定在|定|为|是)*", "价"),
        (r"(?:应|应该)?(?:涨价?|提高|上涨|提价|加价|涨高|增加)(?:了)?(?=\d|多少|几|[,。])", "高"),
        (r"(?:应|应该)?(?:降价?|降低|下降|便宜|减价|下调|减少)(?:了)?(?=\d|多少|几|[,。])", "降"),
        (r"(?:销售?量|销量|租出|卖出|售出|销售|多卖|出售|卖|客房|入住)*(?:就|则|会|将|可|能)*(?:少卖出?|少销售|少售出?|减少|下降|少租出?|少)(?:了)?(?=\d)", "少"),
        (r"(?:销售?量|销量|就|则|会|将|可|能)*(?:多卖出?|多销售|多售出?|增加|多租出?|多)(?:了)?(?=\d)", "多"),
        (r"(?:每[天月日周]|[一1]天|平均每天|日均?|月均?|一?个?月)?(?:的)?(?:能|可以?|大约|平均)*(?:卖出|卖掉|售出|销售|销出|卖|销售量|销量|出售)(?:为|是|了|出|能)*", "售"),
        (rf"每{_GOODS}(?!元)|每(?=[涨降提上下增便])|一{_GOODS}|/{_GOODS}", "每"),
        (rf"(?<=\d){_GOODS}", "j"),
        (r"每[天月日周]|[一1]天|一个月", ""),
        (r"(?:尽可能|尽量)(?:低|便宜|让利|实惠|减少库存|优惠)|(?:让|使)?(?:顾客|消费者)(?:得到?|更)?(?:最大)?(?:实惠|优惠)", "低"),
        (r"多少|几", "?"),
        (r"时|若|如果|当|经(?:市场)?调查|调查|发现|市场|现在|某|商品|水杯|奶茶|且|要|能|可", ""),
    ),
    changes=((r"\s+", ""), (r"(?<=[卖价])(\d+(?:\.\d+)?)(?=[,。]|时|每天|[一1]天)", r"\1元"), (r"(?<=[?。;,])(?:此时)?(?:的)?最大(?:的)?(?:总)?利润(?:呢)?[?。]?$", "最大利润多少元")),
)  # fmt: skip
_DEMAND = (
    ("cost", rf"(?:每)*本每?(?P<value>{N})元|每?(?P<value2>{N})元每?(?:本|进)"),
    ("sold", rf"(?:价|售)?每?(?P<price>{N})元每?(?:售)?,?(?:售)+(?P<value>{N})j"),
    ("step", rf"价?每?(?P<way>高|降)(?P<step>{N})元,?(?:售?(?=[少多])|售(?=[降高]))(?P<effect>[少多降高])(?P<value>{N})j"),
    ("target", rf"利(?P<value>{N})元"),
    ("low", "价?低(?:价(?=,))?"),
    ("ask-price", r"(?:最?利|利最)?,?每?(?:价|售)+\?元?(?:售)?"),
    ("ask-best-price", r"(?:每?(?:价|售)\?元,?(?:售)?(?:最利|利最)(?!\?))|(?:最利|利最),?每?(?:价|售)\?元(?:售)?"),
    ("ask-profit", r"(?:最利|利最|最)+,?利?\?元?"),
    ("ask-change", r"(?P<way>高|降)\?元"),
    ("most", r"(?:最利|利最)(?=[,。;])"),
    ("word", r"[售价每]+(?=[,。;]|$)|售(?=本)"),
)  # fmt: skip


def read_demand(text: str) -> Recognition | None:
    """Each yuan more (less) sells fewer (more): the price for a profit wanted, the best price, the best profit."""
    plain = DEMAND.plain(text)
    if not re.search(
        r"(?:每|售价|单价|价格|定价)(?:件|个|台|千克|斤|箱|杯|套|盏|双|本|只|支|把|条|瓶|盒)?(?:的)?(?:售价|单价|价格|定价)?(?:每)?[涨降提上下便增]",
        plain,
    ):
        return None
    reduced = DEMAND.reduce(plain)
    told: dict[str, Fraction] = {}
    way, target, low = "", None, False
    asks: list[tuple[int, str, str]] = []
    for name, match in parse(reduced, _DEMAND):
        groups = match.groupdict()
        if name == "cost":
            told["cost"] = Fraction(groups["value"] or groups["value2"])
        elif name == "sold":
            told["price"], told["sold"] = Fraction(groups["price"]), Fraction(groups["value"])
        elif name == "step":
            if way or (groups["way"] == "高") != (groups["effect"] in "少降"):
                stay_out("which way")
            way = groups["way"]
            told["slope"] = Fraction(groups["value"]) / Fraction(groups["step"])
        elif name == "target":
            target = Fraction(groups["value"])
        elif name == "low":
            low = True
        elif name == "most":
            asks.append((match.start(), "most", ""))
        elif name == "ask-price":
            best = bool(re.search("最", match[0])) or (bool(asks) and asks[-1][1] == "most")
            if not best and target is None:
                stay_out("a price for what")
            asks = [ask for ask in asks if ask[1] != "most"]
            asks.append((match.start(), "best-price" if best else "target-price", ""))
        elif name.startswith("ask"):
            asks = [ask for ask in asks if ask[1] != "most"]
            asks.append((match.start(), name.removeprefix("ask-"), groups.get("way") or ""))
    if told.keys() != {"cost", "price", "sold", "slope"} or not asks or any(ask[1] == "most" for ask in asks):
        stay_out("something is not told or asked")
    cost, price, sold, slope = (told[each] for each in ("cost", "price", "sold", "slope"))
    nobody = price + sold / slope
    top = (cost + nobody) / 2
    best_profit = (top - cost) * (nobody - top) * slope
    answers: list[Answer] = []
    for place, what, its in asks:
        if what == "profit":
            answers.append((place, best_profit, "元"))
        elif what == "best-price":
            answers.append((place, top, "元"))
        else:
            if target is None:
                change = top - price if its == way == "高" else price - top if its == way == "降" else stay_out("which way")
                answers.append((place, change if change > 0 else stay_out("numbers"), "元"))
                continue
            under = (best_profit - target) / slope
            root = _root(under)
            prices = sorted({top - root, top + root})
            fitting = [each for each in prices if (each >= price) == (way == "高") or each == price]
            if low:
                fitting = fitting[:1]
            if len(fitting) != 1:
                stay_out("two prices")
            answers.append((place, abs(fitting[0] - price) if what == "change" else fitting[0], "元"))
    if any(isinstance(value, Fraction) and (value <= 0 or value.denominator not in (1, 2)) for _, value, _ in answers):
        stay_out("numbers")
    if any(ask[1] in ("profit", "best-price") for ask in asks) and (top < price) == (way == "高") and top != price:
        stay_out("on the other side of what is told")
    lines = [
        f"利润 = (售价 − {decimal(cost)}) × 销量，售价每变 1 元销量变 {decimal(slope)}，销量在售价 {decimal(nobody)} 元时为 0",
        f"售价为 {decimal(top)} 元时利润最大，为 {decimal(best_profit)} 元",
    ]
    return recognition(lines, answers, {})


def _root(square: Fraction) -> Fraction:
    """The square root of a rational number.

    Raises:
        StayOut: it is not rational.
    """
    if square < 0:
        stay_out("never so much")
    above, below = isqrt(square.numerator), isqrt(square.denominator)
    return Fraction(above, below) if above * above == square.numerator and below * below == square.denominator else stay_out("numbers")


PURCHASE = Vocabulary(
    words=(
        (r"多少(?:元|钱)", "?元"),
        (r"元(?:钱)?", "元"),
        (r"甲|乙|丙", lambda match: match[0]),
        (r"、|和|与|及", "、"),
        (r"(?:总共|一共|共|合计|总)(?:花了?|用了?|付了?|买了?|有|计|价|需)*", "共"),
        (r"(?:每|一)(?:件|个|支|张|本|台|套|千克|斤|条|只|棵|辆|瓶|把|盒|枚|种)", "每"),
        (r"(?<=[\d少几])(?:件|个|支|张|本|台|套|千克|斤|条|只|棵|辆|瓶|把|盒|枚)", "j"),
        (r"售出|卖出|出售|卖了?|售", "售"),
        (r"票款|票房|收入|总价|货款", "款"),
        (r"(?:票价|门票|电影|演唱会|票)?(?:分|有)(?=\d)|演唱会|电影|票价", ""),
        (r"(?:两|2)种(?:不同的)?(?:笔|书|票|商品|货物|水果|文具|门票|奖品)?|种", ""),
        (r"(?:用|花了?|买了?|购买|购进|买|付了?|票|笔|书|的)", ""),
        (r"各", "各"),
        (r"多少|几", "?"),
    ),
    changes=((r"\s+", ""), (r"(?<=[甲乙])种", "")),
)  # fmt: skip
_PURCHASE = (
    ("count", rf"甲、乙(?:共)?(?P<value>{N})j"),
    ("count", rf"[共售]+(?P<value>{N})j"),
    ("paid", rf"[共款]*(?P<value>{N})元"),
    ("pair", rf"(?P<one>{N})元、(?P<other>{N})元"),
    ("ask-price", rf"(?P<value>{N})元[共售]*\?j?"),
    ("each", rf"(?P<who>[甲乙])每?(?P<value>{N})元每?"),
    ("ask", r"(?P<who>[甲乙])共?\?j?"),
    ("ask-both", r"甲、乙各\?j?|各\?j"),
    ("word", r"甲、乙(?=[,。])"),
)  # fmt: skip


def read_purchase(text: str) -> Recognition | None:
    """Two sorts at two prices, so many pieces for so much: how many of each."""
    reduced = PURCHASE.reduce(PURCHASE.plain(text))
    if not re.search(f"甲|{N}元、{N}元", reduced) or "元" not in reduced:
        return None
    relations, lines = Relations(), []
    prices: dict[str, Fraction] = {}
    told: dict[str, Fraction] = {}
    asks: list[tuple[int, str]] = []
    for name, match in parse(reduced, _PURCHASE):
        groups = match.groupdict()
        if name == "pair":
            prices = {"甲": Fraction(groups["one"]), "乙": Fraction(groups["other"])}
        elif name == "ask-price":
            at = [who for who, price in prices.items() if price == Fraction(groups["value"])]
            asks.append((match.start(), at[0] if len(at) == 1 else stay_out("of which price")))
        elif name == "each":
            prices[groups["who"]] = Fraction(groups["value"])
        elif name in ("count", "paid"):
            if told.setdefault(name, Fraction(groups["value"])) != Fraction(groups["value"]):
                stay_out("two of one")
        elif name == "ask":
            asks.append((match.start(), groups["who"]))
        elif name == "ask-both":
            asks += [(match.start(), "甲"), (match.start() + 1, "乙")]
    if prices.keys() != {"甲", "乙"} or told.keys() != {"count", "paid"}:
        stay_out("something is not told")
    relations.equal(total(unknown("甲"), unknown("乙")), number(told["count"]))
    relations.equal(total(*(times(prices[each], unknown(each)) for each in prices)), number(told["paid"]))
    lines = [
        f"甲 + 乙 = {decimal(told['count'])}",
        f"{decimal(prices['甲'])} × 甲 + {decimal(prices['乙'])} × 乙 = {decimal(told['paid'])}",
    ]
    unit = re.search(r"\d(件|个|支|张|本|台|套|千克|斤|条|只|棵|辆|瓶|把|盒|枚)", text)
    values = {each: relations.value(unknown(each)) for each in prices}
    if any(value is None or value < 0 or value.denominator != 1 for value in values.values()):
        stay_out("numbers")
    return recognition(lines, [(place, values[who] or Fraction(0), unit[1] if unit else "个") for place, who in asks], {})
