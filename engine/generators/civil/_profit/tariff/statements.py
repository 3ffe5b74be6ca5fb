"""Charges in steps, and two sorts at two prices, statement by statement: a bill or an amount, how many of each."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.reduced import N, Vocabulary, parse
from engine.generators.civil._problems.relations import Answer, Relations, number, recognition, times, total, unknown
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_AMOUNT = r"(?:立方米|立方|千瓦时|千米|平方米|分钟|小时|千克|公斤|吨|度|方|克|GB|MB|G|页|张|件|本|人|次)"

TARIFF = Vocabulary(
    words=(
        (r"多少(?:元|钱)|几块钱?|几元", "?元"),
        (r"不足1元的?(?:部分)?(?:按)?四舍五入", "舍"),
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
    changes=((r"\s+", ""), (r"(?<=[价费为是])(\d+(?:\.\d+)?元)\((?:包?含|包括)(\d+(?:\.\d+)?)(千米|公里)(?:以?内)?\)", r"\1\2\3以内"), (r"达到(\d+(?:\.\d+)?)(公里|千米)(?:后|以后|之后)", r"超过\1\2"), (r"(?:增加)?不足1(?:公里|千米)的?(?:部分|时)?按四舍五入(?:计算|计)?", "不足1千米按1千米计算"), (r"(\d)块(?!\d)", r"\1元"), (rf"(?<=元)([1一])({_AMOUNT})(,?(?:超[过出]?的?部分))(\d+(?:\.\d+)?)元(?=[,。;])", r"\1\2\3每\2\4元"), (r"\((?:含|包括)\d*[^()\d]{0,6}\)|\([^()\d]{0,6}\)", "")),
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
    ("open-tier", rf"(?:用|收)*(?P<low>{N})u超?,?(?:收|付)*每(?:收|付)*(?P<price>{N})元"),
    ("rounded", "舍"),
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
    if not patterns.search("超|以上|后面|以后|之后", plain) or patterns.search(r"利润|进价|成本|折", plain):
        return None
    unit = patterns.search(rf"\d({_AMOUNT})", plain)
    reduced = TARIFF.reduce(plain)
    start: tuple[Fraction, Fraction] | None = None
    tiers: list[tuple[Fraction, Fraction | None, Fraction]] = []
    known: tuple[str, Fraction] | None = None
    whole = to_yuan = False
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
        elif name == "open-tier":
            # `behind 2 km 1.7 for each, behind 6 km 2 for each`: the next one ends it.
            if reached is None or Fraction(groups["low"]) != reached or tiers:
                stay_out("steps")
            later = patterns.search(rf"超?,?(?P<high>{N})u超", reduced[match.end() :])
            if later is None or Fraction(later["high"]) <= reached:
                stay_out("where the step ends")
            tiers.append((reached, Fraction(later["high"]), Fraction(str(price))))
            lines.append(f"超过 {decimal(reached)} 的部分每份 {price} 元")
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
        elif name == "rounded":
            to_yuan = True
        if known is not None and asked:
            if not tiers:
                stay_out("asked before the price is told")
            value, its = _charged(start, tiers, known, asked[0][1], whole, unit[1] if unit else "")
            if to_yuan:
                value = Fraction((2 * value + 1) // 2) if its == "元" else stay_out("an amount of a rounded bill")
            answers.append((asked[0][0], value, its))
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
    ("ask", r"售*(?P<who>[甲乙])共?\?j?"),
    ("ask-both", r"甲、乙各\?j?|各\?j"),
    ("word", r"售*甲、乙(?=[,。])"),
)  # fmt: skip


def read_purchase(text: str) -> Recognition | None:
    """Two sorts at two prices, so many pieces for so much: how many of each."""
    reduced = PURCHASE.reduce(PURCHASE.plain(text))
    if not patterns.search(f"甲|{N}元、{N}元", reduced) or "元" not in reduced:
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
    unit = patterns.search(r"\d(件|个|支|张|本|台|套|千克|斤|条|只|棵|辆|瓶|把|盒|枚)", text)
    values = {each: relations.value(unknown(each)) for each in prices}
    if any(value is None or value < 0 or value.denominator != 1 for value in values.values()):
        stay_out("numbers")
    return recognition(lines, [(place, values[who] or Fraction(0), unit[1] if unit else "个") for place, who in asks], {})
