"""Prices that change what is sold: the price for a wanted or the best profit, or the cost that makes a change worth while."""

from __future__ import annotations

from fractions import Fraction
from math import isqrt

from engine.generators import patterns
from engine.generators.civil._problems.reduced import N, Vocabulary, parse
from engine.generators.civil._problems.relations import Answer, recognition
from engine.generators.civil._problems.wording import COUNTERS
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_PER = r"(?:每[天月日周年]|[一1]天|日|月|周)"
VOCABULARY = Vocabulary(
    words=(
        (r"(?P<base>\d+)-(?P<slope>\d*)[xX]", lambda match: f"函{match['base']}∶{match['slope'] or 1}"),
        (r"-(?P<slope2>\d*)[xX]\+(?P<base2>\d+)", lambda match: f"函{match['base2']}∶{match['slope2'] or 1}"),
        (r"%", "%"),
        (r"(?:生产|销售|经销)?(?:的)?(?:[A-Z甲乙]型?|某种?|一种|这种|该)(?:产品|商品)", ""),
        (r"多少(?:元|钱)|几块钱?|几元|何(?:值|价)", "?元"),
        (r"元(?:钱)?", "元"),
        (rf"(?:为了|要想?|想要?|若要?|要使|为使|使|使得|让|{_PER}|商场|商店|网店|超市|总)*(?:的)?(?:获得|取得|得到|的)?(?:销售)?(?:的)?(?:总)?(?:利润|获利|盈利|收益|净?赚(?:的钱)?|赚到)(?:达到?|为|是|的|反而|就|将|会|要)*", "利"),
        (rf"最[大多高](?:的)?(?:{_PER}的?)?|最多(?:能|可)?", "最"),
        (r"(?:成本价?|进货单价|进货价|进价|购进单价|购进价|成本|批发价)", "本"),
        (r"(?:购进|进货|买进|批发)(?=[,。\d])", "进"),
        (r"(?:当|按|以)?(?:售价|定价|单价|销售价|标价|价格|零售价)(?:应|应该|应当)?(?:定为|定在|定|为|是|取)*", "价"),
        (r"(?:应|应该)?(?:涨价?|提高|上涨|提价|加价|涨高|增加)(?:了)?(?=\d|多少|几|[,。])", "高"),
        (r"(?:应|应该)?(?:降价?|降低|下降|便宜|减价|下调|减少|减)(?:了)?(?=\d|多少|几|[,。])", "降"),
        (r"(?:销售?量|销量|租出|卖出|售出|销售|多卖|出售|卖|客房|入住)*(?:就|则|会|将|可|能|要)*(?:少卖出?|少销售|少售出?|减少|下降|少租出?|少)(?:了)?(?=\d)", "少"),
        (r"(?:销售?量|销量|就|则|会|将|可|能)*(?:多卖出?|多销售|多售出?|多(?:订购?|买)|增加|多租出?|多)(?:了)?(?=\d)", "多"),
        (rf"(?:平均|{_PER}|日均?|月均?|一?个?月)*(?:的)?(?:能|可以?|大约|平均|就)*(?:卖出|卖掉|售出|销售量|销售|销出|卖|销量|出售)(?:\(?(?:件|个|千克|台|箱)\)?)?(?:为|是|了|出|能)*", "售"),
        (rf"每{COUNTERS}(?!元)|每(?=[涨降提上下增便减])|一{COUNTERS}|/{COUNTERS}", "每"),
        (rf"(?<=[\d)多少几]){COUNTERS}", "j"),
        (rf"{_PER}|一个月", ""),
        (r"(?:尽可能|尽量)(?:低|便宜|让利|实惠|减少库存|优惠)|(?:同时|并且?|且|又|要|想|为了)*(?:让|使)?(?:顾客|消费者|老?百姓|客户|市民|人民)(?:得到?|更)?(?:最大)?(?:实惠|优惠)", "低"),
        (r"比(?:原来|原先|以前)(?:的)?(?=多|少)", ""),
        (r"(?:反而|就|将|会)*(?:不变|保持不变|没有变化|一样|相同|相等)", "同"),
        (r"平均", ""),
        (r"多少|几", "?"),
        (r"[张王李赵刘陈]先生|(?:商店|商场)?(?:经理|老板|店主)|[对向].{1,6}说|(?:如果|只要)?你?肯(?:减价|降价)|算了(?:一下|算)|由于|多订购|订购|反而|我|向", ""),
        (r"时|若|如果|当|经?(?:市场)?(?:调查|调研|统计)(?:结果)?(?:表明|显示)?|发现|市场|现在|某|商品|水杯|奶茶|且|要|能|可|按|以|就|函数|关系|满足|(?<=[\d)])x", ""),
    ),
    changes=(
        (r"\s+", ""),
        (r"(?:有)?(?:一|1)?(?:位|名|个)?(?:买家|客户|顾客|客商|采购商|经销商)(?:向[^,;。\d]{1,6})?(?:预订|订购|预定|订货|购买)(?:了)?(?=\d)", "卖出"),
        (r"(?<=\d[件个台套箱])产品(?=,)|并?且?提出(?=[^,;。]{0,8}每降)|[一1]家?厂家(?:生产)?(?:销售)?[^,;。\d]{2,12}(?=[,。])", ""),
        (r"销售(?=定价|价)|产品(?:的)?(?=生产成本|成本|销售价|售价|价格)|生产(?=成本)|(?:该|这)?(?:厂家|商家|公司)?在这(?:笔|次)(?:交易|买卖)(?:中)?所?", ""),
        (r"(?:仍然?|还|仍旧)?(?:可以?|能)?(?:获得|得到|取得)?(?:与|和|跟)原来(?:一样多|同样多|相同|相等|一样)的(?:总)?利润", "利润不变"),
        (r"[()]?(?:日|每天|月|每月|周)?(?:的)?(?:销售?量|销量)y?(?:\(?(?:件|个|千克|台)\)?)?(?:为|是|与|=)?(?:售价|单价|定价|销售单价)x(?:\(元(?:/[件个千克台]+)?\))?(?:之间)?(?:的)?(?:满足|有|关系|函数|一次)*(?:为|:)?y?=", "销量为"),
        (r"(?:售价|单价|定价|每件)(?:为|定为|是|卖)?x元(?:/[件个台])?(?:时|,)?", ""),
        (r"(?<=[卖价])(\d+(?:\.\d+)?)(?=[,。]|时|每[天周月日]|[一1]天|的(?:东西|商品))", r"\1元"),
        (
            r"现?(?:采取|采用|打算|准备|决定)?提高(?:商品)?(?:售价|单价|价格)[、,和]?(?:减少|降低)(?:进货量|销量|销售量)的(?:办法|方法|方式)(?:来)?(?:增加|提高)利润",
            "",
        ),
        (r"(?<=时,)((?:每天|每月|每周|每日)?(?:可|能|可以)?(?:获得|取得|得到)?(?:的)?最大利润)多少(?=[?。])", r"\1"),
        (r"(?<=[?。;,])(?:此时)?(?:的)?最大(?:的)?(?:总)?利润(?:呢)?[?。]?$", "最大利润多少元"),
    ),
)  # fmt: skip
_STATEMENTS = (
    ("cost", rf"进?,?(?:每)*本每?(?P<value>{N})元|每?(?P<value2>{N})元每?(?:本|进)"),
    ("sold", rf"(?:价|售)?每?(?P<price>{N})元每?(?:售)?,?(?:售)+(?P<value>{N})j"),
    ("sold", rf"每?价?(?P<price>{N})元每?(?P<value>{N})j"),
    ("sold", rf"(?:售)?(?P<value>{N})j,每?价?每?(?P<price>{N})元"),
    ("step", rf"每?价?每?(?P<way>高|降)(?P<step>{N})元,?(?:售?(?=[少多])|售(?=[降高]))(?P<effect>[少多降高])(?P<value>{N})j"),
    ("formula", rf"售?,?函(?P<base>{N})∶(?P<slope>{N})\)?j?"),
    ("gain", rf"降(?P<cut>{N})(?P<how>元|%),?利(?:(?P<more>[多少降高])(?P<value>{N})元|(?P<same>同))"),
    ("target", rf"利(?P<value>{N})元"),
    ("low", "价?低(?:价(?=,))?"),
    ("ask-cost", r"每?本每?\?元?"),
    ("ask-price", r"(?:最?利|利最)?,?每?(?:价|售)+\?元?(?:售)?"),
    ("ask-best-price", r"(?:每?(?:价|售)\?元?,?(?:售)?(?:最利|利最)(?!\?))|(?:最利|利最),?每?(?:价|售)\?元(?:售)?"),
    ("ask-profit", r"(?:最利|利最|最)+,?利?\?元?"),
    ("ask-change", r"每?(?P<way>高|降)\?元"),
    ("most", r"(?:最利|利最)(?=[,。;])"),
    ("word", r"[售价每降]+(?=[,。;]|$)|售(?=本)|进(?=,)"),
)  # fmt: skip


def read_demand(text: str) -> Recognition | None:
    """Each yuan more (less) sells fewer (more): the price for a profit wanted, the best price, the best profit, the cost."""
    plain = VOCABULARY.plain(text)
    if not patterns.search(
        rf"(?:每|售价|单价|价格|定价)(?:{COUNTERS})?(?:的)?(?:售价|单价|价格|定价)?(?:每)?[涨降提上下便增减]|\d-\d*[xX]|[xX]\+\d",
        plain,
    ):
        return None
    told: dict[str, Fraction] = {}
    way, target, low = "", None, False
    gains: list[tuple[Fraction, str, Fraction]] = []
    asks: list[tuple[int, str, str]] = []
    for name, match in parse(VOCABULARY.reduce(plain), _STATEMENTS):
        groups = match.groupdict()
        if name == "cost":
            told["cost"] = Fraction(groups["value"] or groups["value2"])
        elif name == "sold":
            if "sold" in told or "nobody" in told:
                stay_out("sold at two prices")
            told["price"], told["sold"] = Fraction(groups["price"]), Fraction(groups["value"])
        elif name == "step":
            if way or (groups["way"] == "高") != (groups["effect"] in "少降"):
                stay_out("which way")
            way = groups["way"]
            told["slope"] = Fraction(groups["value"]) / Fraction(groups["step"])
        elif name == "formula":
            if told.keys() & {"slope", "sold"}:
                stay_out("sold by two rules")
            told["slope"] = Fraction(groups["slope"])
            told["nobody"] = Fraction(groups["base"]) / told["slope"]
        elif name == "gain":
            gains.append(
                (Fraction(groups["cut"]), groups["how"], Fraction(groups["value"] or 0) * (-1 if groups["more"] in ("少", "降") else 1))
            )
        elif name == "target":
            target = Fraction(groups["value"])
        elif name == "low":
            low = True
        elif name == "most":
            asks.append((match.start(), "most", ""))
        elif name == "ask-price":
            best = bool(patterns.search("最", match[0])) or (bool(asks) and asks[-1][1] == "most")
            if not best and target is None:
                stay_out("a price for what")
            asks = [ask for ask in asks if ask[1] != "most"]
            asks.append((match.start(), "best-price" if best else "target-price", ""))
        elif name.startswith("ask"):
            asks = [ask for ask in asks if ask[1] != "most"]
            asks.append((match.start(), name.removeprefix("ask-"), groups.get("way") or ""))
    if gains:
        return _cost(told, way, gains, asks)
    if "price" in told and "slope" in told and "sold" in told:
        told["nobody"] = told["price"] + told["sold"] / told["slope"]
    if not {"cost", "slope", "nobody"} <= told.keys() or not asks or any(ask[1] in ("most", "cost") for ask in asks):
        stay_out("something is not told or asked")
    return _best(told, way, target, low, asks)


def _best(told: dict[str, Fraction], way: str, target: Fraction | None, low: bool, asks: list[tuple[int, str, str]]) -> Recognition:
    """The prices and profits that are asked for.

    Raises:
        StayOut: there is none, or there are two.
    """
    cost, slope, nobody = (told[each] for each in ("cost", "slope", "nobody"))
    price = told.get("price")
    top = (cost + nobody) / 2
    best_profit = (top - cost) * (nobody - top) * slope
    answers: list[Answer] = []
    for place, what, its in asks:
        if what == "profit":
            answers.append((place, best_profit, "元"))
        elif what == "best-price":
            answers.append((place, top, "元"))
        elif price is None:
            stay_out("from what price")
        elif target is None:
            change = top - price if its == way == "高" else price - top if its == way == "降" else stay_out("which way")
            answers.append((place, change if change > 0 else stay_out("numbers"), "元"))
        else:
            root = _root((best_profit - target) / slope)
            fitting = [each for each in sorted({top - root, top + root}) if (each >= price) == (way == "高") or each == price]
            if low:
                fitting = fitting[:1]
            if len(fitting) != 1:
                stay_out("two prices")
            answers.append((place, abs(fitting[0] - price) if what == "change" else fitting[0], "元"))
    if any(isinstance(value, Fraction) and (value <= 0 or value.denominator not in (1, 2)) for _, value, _ in answers):
        stay_out("numbers")
    best_asked = any(ask[1] in ("profit", "best-price") for ask in asks)
    if best_asked and price is not None and (top < price) == (way == "高") and top != price:
        stay_out("on the other side of what is told")
    lines = [
        f"利润 = (售价 − {decimal(cost)}) × 销量，售价每变 1 元销量变 {decimal(slope)}，销量在售价 {decimal(nobody)} 元时为 0",
        f"售价为 {decimal(top)} 元时利润最大，为 {decimal(best_profit)} 元",
    ]
    return recognition(lines, answers, {})


def _cost(
    told: dict[str, Fraction], way: str, gains: list[tuple[Fraction, str, Fraction]], asks: list[tuple[int, str, str]]
) -> Recognition:
    """The cost with which so much off the price brings so much more.

    Raises:
        StayOut: anything else is told or asked.
    """
    if told.keys() != {"price", "sold", "slope"} or way != "降" or len(gains) != 1 or [ask[1] for ask in asks] != ["cost"]:
        stay_out("something is not told or asked")
    ((off, how, more),) = gains
    cut = told["price"] * off / 100 if how == "%" else off
    added = told["slope"] * cut
    # (price − cut − cost)(sold + added) − (price − cost) sold = more
    if not 0 < cut < told["price"] or not added:
        stay_out("numbers")
    price, sold = told["price"], told["sold"]
    cost = ((price - cut) * (sold + added) - price * sold - more) / added
    if not 0 < cost < price - cut:
        stay_out("numbers")
    lines = [
        f"每件降 {decimal(cut)} 元，多卖 {decimal(added)} 件，一共卖 {decimal(sold + added)} 件",
        f"({decimal(price - cut)} − 成本) × {decimal(sold + added)} − ({decimal(price)} − 成本) × {decimal(sold)} = {decimal(more)}",
    ]
    return recognition(lines, [(asks[0][0], cost, "元")], {})


def _root(square: Fraction) -> Fraction:
    """The square root of a rational number.

    Raises:
        StayOut: it is not rational.
    """
    if square < 0:
        stay_out("never so much")
    above, below = isqrt(square.numerator), isqrt(square.denominator)
    return Fraction(above, below) if above * above == square.numerator and below * below == square.denominator else stay_out("numbers")
