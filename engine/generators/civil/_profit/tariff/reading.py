"""Reading problems of prices that change with the amount: steps of a tariff, a taxi fare, the price at which most is earned."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.story import NUMBER, Story
from engine.generators.civil._profit.reading import COST, MARK, SOLD, WORDS
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out


def _tariff(text: str) -> Recognition | None:
    """A price for each up to a limit, another beyond (and a third): the bill, or the amount."""
    story = Story(text)
    unit = r"(?:吨|度|立方米|千瓦时|m3|千米|分钟|GB|MB|件|公里|方)"
    story.refuse(r"折|起步价|进价|利润|未使用|两户|两个月|比|减免|另")
    each = rf"(?:的?部分)?,?(?:按|则|收费|收取|每|超出的|超过的|超过|的|部分|水费|电费|价格|收|为|是|电价|水价|的)*(?:(?:每|1){unit})?(?:按|收费|收取|收|为|是)*"
    price = rf"(?P<price>{NUMBER})元(?:/{unit}|[每1一]{unit})?(?:收费|收取|计费|计算|计)?"
    first = story.take(
        rf"(?:每月|月)?(?:每户)?(?:用水|用电|用水量|用电量|用气量?|用天然气|用燃气|用煤气)?(?:量)?(?:不超过|在|未超过|小于等于|少于)(?P<limit>{NUMBER}){unit}(?:以内|以下|及以下|\(含[^)]*\))?(?:的)?{each}{price}|(?P<limit2>{NUMBER}){unit}(?:以内|以下|及以下)(?:的)?{each}(?P<price2>{NUMBER})元(?:/{unit}|[每1一]{unit})?"
    )
    middle = (
        story.take(
            rf"(?:超过|超出)?(?P<low>{NUMBER}){unit}?(?:但|而|且|并且|,|至|到|-|~)*(?:不超过|未超过)?(?P<limit>{NUMBER}){unit}(?:之间)?(?:以内)?{each}{price}"
        )
        if first
        else None
    )
    last = story.take(
        rf"(?:超过|超出|超)(?:了)?(?:(?P<limit>{NUMBER}){unit}|上述|部分|的部分|的|这个标准)?(?:以上)?{each}{price}|(?P<limit2>{NUMBER}){unit}以上{each}(?P<price2>{NUMBER})元(?:/{unit}|每{unit})?"
    )
    bill = story.take(
        rf"(?:水费|电费|燃气费|费用|费|缴费|话费)(?:共|一共|为|是|了|共计)*(?P<value>{NUMBER})元|(?:水|电|气)的费用(?:为|是)(?P<value3>{NUMBER})元|(?:交|缴|付|缴纳|交纳|支付)(?:了)?(?:水费|电费)?(?P<value2>{NUMBER})元(?:的)?(?:水费|电费|费)?"
    )
    amount = story.take(rf"(?:用水量?|用电量?|用了?|用)(?:共|为|是|了)*(?P<value>{NUMBER}){unit}(?:水|电)?")
    asked = story.take(
        rf"(?:用水量|用电量|用水|用电|用了|用天然气|用燃气|用气量?|用)?(?:为|是|了)?多少{unit}(?:水|电)?(?P<amount>)|(?:用水量?|用电量?|用天然气|用气量?)(?:为|是)?多少(?P<amount2>)|(?:应|需要?|要)?(?:交|缴|付|缴纳|交纳|支付)?(?:水费|电费|费用|费)?(?:为|是|共)?多少(?:钱|元)(?:水费|电费)?(?P<bill>)|(?:水费|电费)多少(?P<bill2>)"
    )
    if not first or not last or not asked:
        return None
    story.take_all(
        r"收费标准(?:为|是|如下|规定)*|阶梯(?:水价|电价|收费|计费)|标准|某户(?:居民)?(?:家庭)?|该户|(?:这个月|当月|某月|本月|上月|[1-9]月(?:份)?)|每月|居民|部分"
    )
    story.finish(
        WORDS
        + " 某市 居民 用水 用电 收费 标准 每月 用水量 用电量 水费 电费 家庭 小明家 家 这月 这个月 本月 月 水 电 交 规定 实行 阶梯 为了 鼓励 节约 自来水 公司"
    )
    limits = [Fraction(first["limit"] or first["limit2"])]
    prices = [Fraction(first["price"] or first["price2"])]
    if middle:
        if Fraction(middle["low"]) != limits[0]:
            stay_out("steps")
        limits.append(Fraction(middle["limit"]))
        prices.append(Fraction(middle["price"]))
    stated = last["limit"] or last["limit2"]
    if stated and Fraction(stated) != limits[-1]:
        stay_out("steps")
    if not stated and len(limits) > 1:
        stay_out("steps")
    prices.append(Fraction(last["price"] or last["price2"]))
    wants_amount = asked["amount"] is not None or asked["amount2"] is not None
    if bool(bill) != wants_amount or bool(amount) == wants_amount or limits != sorted(set(limits)):
        return None
    known = (bill["value"] or bill["value2"] or bill["value3"]) if bill else amount["value"] if amount else "0"
    its = patterns.search(unit, first[0])
    return Recognition(
        parameters={
            "task": "tariff",
            "limits": [str(each_) for each_ in limits],
            "prices": [str(each_) for each_ in prices],
            "known": known,
            "wants": "amount" if wants_amount else "bill",
            "unit": its[0] if its else "",
        },
        understood=(
            ("分段", "，".join(decimal(each_) for each_ in limits)),
            ("单价", "，".join(decimal(each_) for each_ in prices)),
            ("已知", f"{known} {'元' if wants_amount else its[0] if its else ''}"),
            ("求", "用量" if wants_amount else "费用"),
        ),
    )


def _taxi(text: str) -> Recognition | None:
    """So much for the first kilometres, so much for each beyond: the fare, or the way."""
    story = Story(text)
    story.refuse("折|进价|利润|等候|夜间|返程|优惠|另加|燃油")
    unit = r"(?:千米|分钟|克|页)"
    first = story.take(
        rf"(?:起步价(?:为|是)?(?P<price>{NUMBER})元)?[,(]?(?:含|包含|行驶|不超过|路程)?(?P<limit>{NUMBER}){unit}(?:以内|内|以下|及以内|及以下|\(含\))*(?:\([^()\d]{{1,8}}\))?\)?(?:的)?(?:起步价|收费|收|按|为|都是|车费)*(?:(?P<price2>{NUMBER})元)?"
    )
    more = story.take(
        rf"(?:超过|超出|超)(?:了)?(?:(?P<limit>{NUMBER}){unit})?(?:后|以后|的部分|部分|的)*,?(?:每|1)(?:增加)?(?:1)?{unit}(?:\([^()]{{1,12}}\))?(?:收费|收|加收|为|按|加)*(?P<price>{NUMBER})元|(?:以后|之后)?每{unit}(?:收费|收|加收|为)*(?P<price2>{NUMBER})元"
    )
    way = story.take(rf"(?:坐了?|乘坐?了?|行驶了?|打车走?了?|路程(?:为|是)?|走了?)(?P<value>{NUMBER}){unit}")
    paid = story.take(rf"(?:付了?|付车费|车费(?:为|是)?|花了?|支付了?)(?P<value>{NUMBER})元")
    asked = (
        story.take(r"(?:应付|需要?付|要付|付|应该?付|需)?(?:车费|费用|打车费)?(?:是|为)?多少(?:元|钱)|车费多少(?:元|钱)?")
        if way
        else story.take(rf"(?:行驶|乘坐?|坐|走|路程|最多)*(?:了)?多少{unit}")
    )
    if not first or not more or not asked or bool(way) == bool(paid):
        return None
    story.finish(WORDS + " 出租车 收费标准 收费 起步价 车费 某市 小明 打车 乘 乘坐 规定 计费 公里 路程 标准 为")
    flat = first["price"] or first["price2"]
    if not flat or (first["price"] and first["price2"]) or (more["limit"] and more["limit"] != first["limit"]):
        return None
    limit, base, each = Fraction(first["limit"]), Fraction(flat), Fraction(more["price"] or more["price2"])
    known = Fraction(way["value"]) if way else Fraction(paid["value"]) if paid else stay_out("nothing told")
    its = patterns.search(unit, first[0])
    if known <= (limit if way else base) or ((known - limit).denominator != 1 and way):
        return None
    value = base + (known - limit) * each if way else limit + (known - base) / each
    return Recognition(
        parameters={
            "task": "taxi",
            "limit": str(limit),
            "base": str(base),
            "each": str(each),
            "value": str(value),
            "unit": "元" if way else its[0] if its else "",
        },
        understood=(
            ("起步", f"{decimal(limit)} 以内 {decimal(base)} 元"),
            ("超过部分", f"每单位 {decimal(each)} 元"),
            ("求", "费用" if way else "路程"),
        ),
    )


def _best(text: str) -> Recognition | None:
    """Each yuan more sells fewer: the price at which most is gained."""
    # `What price is best? The greatest profit?` asks two things.
    text = patterns.sub(r"(?<=[?？。;；])\s*(?:此时)?最大(?:的)?(?:总)?利润(?:呢)?\s*[?？]?\s*$", "最大利润是多少元?", text)
    story = Story(text)
    if not story.has("最大|最多|最高"):
        return None
    story.refuse("剩|一半|税|运费|甲|乙|打折|\\d折|不超过|不低于|不高于|限")
    cost = story.take(
        rf"(?:每件|每个|每台|每千克)?(?:的)?{COST}(?:每件|价)?(?:为|是)?(?P<value>{NUMBER})(?:元|(?=的|,))(?:/件)?|以?(?:每件)?(?P<value2>{NUMBER})元(?:的价格)?(?:购进|买进|进货)"
    )
    step = story.take(
        rf"(?:如果|若|经调查|调查发现|(?:每件)?(?:的)?(?:{SOLD}|单价|价格|定价))?(?:每件)?(?:商品)?(?:每|每个)?(?P<way>上涨|涨价|提高|涨|提价|降低|降价|下降|降|减少)(?:了)?(?P<value>{NUMBER})元,?(?:则|那么|就|其|每天|每月|每周|的|日|月|销售量?|销量|少|多|会|将|数量|可|也)*(?P<effect>减少|少卖出?|少售出?|少|下降|增加|多卖出?|多售出?|多)(?:了)?(?P<count>{NUMBER})(?:件|个|台|千克|箱)"
    )
    price = story.take(
        rf"(?:当|若|如果|按|现|目前|原来)*(?:每件)?(?:的)?(?:{SOLD}|定价|{MARK}|单价|以)(?:为|是|定为)?(?P<value>{NUMBER})元(?:/件)?(?:的价格)?(?:出售|销售|卖出?)?(?:时)?|(?:按|以)(?:每件)?(?P<value2>{NUMBER})元(?:的价格|的单价)?(?:出售|销售|卖出?)(?:时)?|(?<!少)(?<!多)(?<!能)卖(?P<value3>{NUMBER})元?(?=每|,|一?天|时)"
    )
    sold = story.take(
        rf"(?:每天|每月|每周|日|月|一天|平均每天|每日)(?:的)?(?:可|能|可以|均|销量|销售量|能够)*(?:卖出?|售出|销售|销量|销售量)?(?:为|是|约)?(?:卖出?|售出|销售)?(?P<value>{NUMBER})(?:件|个|台|千克|箱)"
    )
    ask_price = story.take(
        rf"卖多少(?:钱|元)(?:的时候|时)?|(?:{SOLD}|定价|单价|价格|{MARK})?(?:应|应该|应当)?(?:定为|定在|定|为|是)+多少(?:钱|元)?|(?:{SOLD}|定价|单价)多少元?|(?:应)?(?:涨价|上涨|提价)多少元?(?P<rise>)|(?:应)?(?:降价|降低)多少元?(?P<fall>)"
    )
    ask_profit = story.take(
        r"最[大高多](?:的)?利润时的(?:总)?利润(?:为|是)?多少元?|(?:每天|每月|日)?(?:的)?(?:最大|最多|最高)(?:的)?(?:总)?(?:利润|获利|盈利)(?:为|是)?多少元?|最大多少元|(?:最大|最多)?(?:可以?|能)?(?:获利|获得的?利润|赚)(?:最多)?(?:为|是)?多少元?"
    )
    if not cost or not step or not price or not sold or not (ask_price or ask_profit):
        return None
    story.take_all(
        r"(?:要)?(?:使|想使?|周|月|日|为使|为了使?|若要|若要使)?(?:得)?(?:每天|每月|日|商店|商场|该商品)?(?:的)?(?:获得的?|销售)?(?:总)?(?:利润|获利|盈利)(?:达到)?最[大多高]|(?:获得|取得)?最[大多高](?:的)?(?:总)?利润|每天|销量|日销量"
    )
    story.finish(WORDS + " 东西 单价为整数元 整数 单价 市场调查 调查 发现 经 日销售量 出售 为了 时 当 当售价")
    values = {
        name: Fraction(match["value"] or match.groupdict().get("value2") or match.groupdict().get("value3") or 0)
        for name, match in (("cost", cost), ("price", price), ("sold", sold), ("step", step))
    }
    rise = bool(patterns.search("涨|提", step["way"]))
    fewer = bool(patterns.search("减|少|下", step["effect"]))
    if rise != fewer or values["step"] <= 0:
        stay_out("which way")
    slope = Fraction(step["count"]) / values["step"]
    # sold(p) = sold − slope · (p − price)
    top = (values["cost"] + values["price"] + values["sold"] / slope) / 2
    if (top < values["price"]) == rise and top != values["price"]:
        stay_out("on the other side of what is told")
    best = (top - values["cost"]) * (values["sold"] - slope * (top - values["price"]))
    if top.denominator not in (1, 2) or best <= 0:
        stay_out("numbers")
    asked = ("price" if ask_price else "") + ("profit" if ask_profit else "")
    change = ask_price and (ask_price["rise"] is not None or ask_price["fall"] is not None)
    if ask_price and ((ask_price["rise"] is not None and not rise) or (ask_price["fall"] is not None and rise)):
        return None
    return Recognition(
        parameters={
            "task": "best",
            "top": str(abs(top - values["price"]) if change else top),
            "best": str(best),
            "asked": asked,
            "change": bool(change),
            "zeros": [str(values["cost"]), str(values["price"] + values["sold"] / slope)],
        },
        understood=(
            ("成本", f"{decimal(values['cost'])} 元"),
            ("原售价和销量", f"{decimal(values['price'])} 元，{decimal(values['sold'])} 件"),
            ("每涨（降）1 元", f"少（多）卖 {decimal(slope)} 件"),
            ("求", "利润最大"),
        ),
    )


READERS = (_tariff, _taxi, _best)
