"""Reading profit problems: cost, marked and selling price; two discounts; a lot sold in parts; tariffs in steps; the best price."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.story import NUMBER, Story
from engine.generators.kind import Missing, Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

WORDS = """
商品 衣服 上衣 衬衫 裤子 鞋 运动鞋 皮鞋 书包 台灯 耳机 水杯 雨伞 电饭煲 家电 电器 冰箱 彩电 空调 手机 电脑 自行车 玩具 水果 苹果 图书 书 产品 货 货物 饮料 礼品 礼盒 一种 每件 每台 每个 每双 每套 每箱 一台 一套 这件 这种 该 该商品 商家 商店 商场 店家 超市 老板 经理 厂家 公司 出售 销售 卖出 售出 卖 售 促销 打折 打折卖完 优惠 销量 标价 定价 售价 进价 成本 利润 利润率 获利 盈利 赚 价格 的价格 价钱 原价 元 折 折扣
准备 打算 决定 为了 吸引 顾客 节日 期间 活动 双十一 618大促 618促销 618活动 618期间 清仓 换季 季节 因为 由于 需要 希望 想 要 再 后 之后 实际 实际上 此时 最终 可以 能 仍 仍能 仍然 还能 还可 还 又 现在 后来 然后 每件商品 若干 相当于 得到 获得 这样 售价为 均 都 各
"""
COST = r"(?:进价|成本价?|进货价|进货成本|买入价|买进价|批发价|收购价|本钱)"
MARK = r"(?:标价|定价|原价|原定价|原售价|吊牌价|零售价)"
SOLD = r"(?:实际售价|售价|卖价|成交价|销售价格?|现价)"
_GAIN = r"(?:获利润?|获得利润|利润|盈利|赚(?:了|到|取)?|净赚|赢利|挣了?)"
_LOSS = r"(?:亏损|亏本|亏了?|赔了?|损失)"
_ON = r"(?:相对于进价|按进价|相对进价|相对于成本)?(?:的)?"


def _one(values: list[Fraction], name: str) -> Fraction | None:
    if len(set(values)) > 1:
        stay_out(f"{name} twice")
    return values[0] if values else None


class _Facts:
    """What is told of one sale, and what is asked."""

    def __init__(self, story: Story) -> None:
        money = rf"(?P<value>{NUMBER})元"
        plain = rf"(?P<value>{NUMBER})(?:元|(?=[,;。?\ue000]|[\u4e00-\u9fff])(?![折件个台吨成]))"
        rate = rf"(?P<value>{NUMBER})%"

        def numbers(pattern: str) -> list[Fraction]:
            return [Fraction(match["value"]) for match in story.take_all(pattern)]

        at_least = story.take(
            rf"(?:要)?(?:保证|确保|使)?(?:{_GAIN}率?|获利|毛利率)?(?:不低于|不少于|至少(?:为|是|有)?|至少获得?){rate}(?:的利润率?)?|(?:保证|确保)(?:获得)?(?:至少|不低于){rate.replace('value', 'value2')}的利润率?"
        )
        self.least = Fraction(at_least["value"] or at_least["value2"]) if at_least else None
        self.markup = _one(
            numbers(rf"按(?:照)?(?:{COST}的?)?{rate}的?(?:期望)?(?:利润率?|毛利率?|加价率)(?:来|进行)?(?:{MARK}|标的?价)")
            + numbers(rf"以{rate}的(?:期望)?利润率?(?:来)?{MARK}")
            + numbers(
                rf"(?:在|按|比|将|把|先)*(?:照)?(?:{COST})?(?:的基础上|基础上|上)?(?:提高|加价|加|提升|上浮|增加|上涨|涨价?|加成|高)(?:了)?{rate}(?:后|来|作为|的价格|以后|进行|并|,)*(?:{MARK}|标的?价|定的?价|出售(?=,|后|再))"
            )
            + numbers(rf"{MARK}(?:时)?(?:是|为)?(?:在)?(?:{COST}(?:的)?基础上|比{COST})(?:提高|加价|高出?|增加|上浮|加)(?:了)?{rate}"),
            "markup",
        )
        self.more = _one(
            numbers(
                rf"(?:按|在|将|把)*(?:{COST})?(?:的基础上|基础上)?(?:提高|加价|加|增加)(?:了)?{money}(?:后|来|作为|的价格)*(?:{MARK}|出售)"
            ),
            "more",
        )
        self.tenths = _one(
            numbers(
                rf"(?:再|又|却|实际|按照?|打|以|在)*(?:照)?(?:{MARK}|这个价格)?(?:的)?(?:基础上)?(?:打)?(?P<value>{NUMBER})折(?:优惠|促销|酬宾|处理|甩卖)*(?:的价格)?(?:后)?(?:出售|销售|卖出|售出|促销|卖|成交)?"
            )
            + [value / 10 for value in numbers(rf"(?:再)?按照?{MARK}的{rate}(?:的价格)?(?:出售|销售|卖出|售出)")]
            + [
                (100 - value) / 10
                for value in numbers(
                    rf"(?:再|又|后来)?(?:按{MARK})?(?:降价|降低|降|下调|优惠|让利){rate}(?:后)?(?:的价格)?(?:出售|销售|卖出|售出|促销|处理)"
                )
            ],
            "discount",
        )
        self.cut = _one(numbers(rf"(?:再|又|每件)?(?:降价|优惠|让利|便宜|减价|减|降)(?:了)?{money}(?:后)?(?:出售|销售|卖出)?"), "cut")
        self.rate = _one(
            numbers(rf"(?:仍|仍可|仍能|仍然|还|还能|可|能|可以|就能|获得|得到|有)*{_ON}{rate}(?:的)?(?:利润率?|毛利率?)")
            + numbers(rf"(?:仍|仍可|仍能|还|还能|可|能)*(?:{_GAIN}率?)(?:为|是)?{_ON}{rate}")
            + [-value for value in numbers(rf"{_LOSS}率?(?:为|是)?(?:了)?{rate}")],
            "rate",
        )
        self.profit = _one(
            numbers(rf"(?:每件|每台|每个)?(?:仍|仍可|还|还能|可|能|可以)*{_GAIN}(?:为|是)?{money}")
            + [-value for value in numbers(rf"(?:每件)?{_LOSS}(?:了)?{money}")],
            "profit",
        )
        self.cost = _one(
            numbers(rf"(?:每件|每个|每台|每双|这件|商品)?(?:的)?{COST}(?:每件|每台|每个)?(?:为|是|=|:|价|只要)*{plain}")
            + numbers(rf"以?(?:每件)?{money}(?:/件)?(?:的价格|的单价|的进价|的成本)?(?:购进|买进|进货|进了?|买来|收购)"),
            "cost",
        )
        self.mark = _one(numbers(rf"(?:每件|每个|每台)?(?:的)?{MARK}(?:每件)?(?:为|是|=|:)*{plain}"), "mark")
        self.sold = _one(
            numbers(rf"(?:{SOLD})(?:为|是|=|:)*{plain}")
            + numbers(
                rf"(?:最终|实际|结果|最后|售价)?(?:以|按|卖了?|卖价?|只要|只需){money}(?:的价格)?(?:/件)?(?:出售|卖出|售出|卖掉|成交|的价格卖)"
            )
            + numbers(rf"(?<=\ue000)(?:只)?(?:卖|要|需|售价){money}(?=[,。])"),
            "sold",
        )
        asked = story.take_words(
            (
                (
                    rf"(?:那么|若|如果)?(?:按|照|以)(?:照)?(?:原来的?)?{MARK}(?:出售|销售|卖|卖出)(?:时|的话)?(?:,)?(?:的|则|可|能)*(?:获得的?)?(?:利润率?|获利)(?:为|是)?多少%?",
                    "marked-rate",
                ),
                (r"(?:求)?(?:此时|实际|最后|最终)?(?:的)?(?:利润率|毛利率)(?:为|是)?多少%?", "rate"),
                (rf"(?:可以?|能|还能?|实际|最终|仍)*(?:{_GAIN})(?:率)?(?:为|是)?(?:多少%)(?:的利润)?", "rate"),
                (
                    rf"(?:每件|这件|一件|每台|卖一?件|卖出一件)?(?:商品|衣服)?(?:可以?|能|还能?|实际|最终|商家|商店|仍)*(?:{_GAIN})(?:为|是|到)?多少(?:钱|元)?",
                    "profit",
                ),
                (rf"(?:实际|最终|最后)*(?:{SOLD}|卖|成交价)(?:为|是)?多少(?:钱|元)?", "sold"),
                (rf"(?:{MARK})(?:应|应该|应当)?(?:定为|为|是|定)?多少(?:钱|元)?", "mark"),
                (rf"(?:{COST})(?:为|是)?多少(?:钱|元)?", "cost"),
                (
                    r"(?:最低|最多|至多|最少|实际|应该?|能|可以?|商品|商家|按(?:定价|标价)的?)*(?:能)?(?:打|打了|是打)多少折?(?:出售|销售)?(?:扣)?|(?:是)?按?(?:定价|标价|原价)的?多少折(?:出售|销售|卖)?(?:的)?",
                    "tenths",
                ),
            )
        )
        if len(asked) == 2 and set(asked) == {"profit", "rate"}:
            asked = ["profit+rate"]
        if len(asked) != 1:
            stay_out(f"asked: {asked}")
        self.asked = asked[0]

    def equations(self) -> list[tuple[Fraction, Fraction, Fraction, Fraction]]:
        """a·cost + b·mark + c·sold = d, for everything told."""
        zero, one = Fraction(0), Fraction(1)
        found: list[tuple[Fraction, Fraction, Fraction, Fraction]] = []
        if self.cost is not None:
            found.append((one, zero, zero, self.cost))
        if self.mark is not None:
            found.append((zero, one, zero, self.mark))
        if self.sold is not None:
            found.append((zero, zero, one, self.sold))
        if self.markup is not None:
            found.append((1 + self.markup / 100, -one, zero, zero))
        if self.more is not None:
            found.append((-one, one, zero, self.more))
        if self.tenths is not None:
            found.append((zero, self.tenths / 10, -one, zero))
        if self.cut is not None:
            found.append((zero, one, -one, self.cut))
        rate = self.rate if self.rate is not None else self.least
        if rate is not None:
            found.append((1 + rate / 100, zero, -one, zero))
        if self.profit is not None:
            found.append((-one, zero, one, self.profit))
        return found


def _determined(equations: list[tuple[Fraction, Fraction, Fraction, Fraction]]) -> tuple[Fraction, Fraction, Fraction] | None:
    """The one solution of as many independent equations as unknowns; None where there is none, or something is told too often."""
    rows = [list(each) for each in equations]
    if len(rows) != 3:
        return None
    for column in range(3):
        pivot = next((each for each in range(column, 3) if rows[each][column]), None)
        if pivot is None:
            return None
        rows[column], rows[pivot] = rows[pivot], rows[column]
        rows[column] = [value / rows[column][column] for value in rows[column]]
        for each in range(3):
            if each != column and rows[each][column]:
                rows[each] = [value - rows[each][column] * other for value, other in zip(rows[each], rows[column], strict=True)]
    return rows[0][3], rows[1][3], rows[2][3]


def _sale(text: str) -> Recognition | None:
    story = Story(text)
    story.refuse(
        r"剩|其余|一半|批|件数|满|返|优惠券|税|运费|两种|两件|另一?件|成本降|进价降|甲|乙|丙|如果不|倍|总|售出\d|卖出\d|不超过|超过|部分|每天|每周|每月|销量|涨(?!价?\ue000)|第[二2]次|两次|连续|先|\d折\D{0,6}\d(?:\.\d)?折|数量|积分|会员|加工|损耗|按售价"
    )
    story.rest = patterns.sub(r"\((?:利润率 ?= ?)?利润 ?÷ ?进价\)", "", story.rest)
    facts = _Facts(story)
    story.finish(WORDS)
    equations = facts.equations()
    if facts.tenths is not None and not 1 <= facts.tenths < 10:
        stay_out("discount")
    zero, one = Fraction(0), Fraction(1)
    ratio_only = facts.asked in ("rate", "tenths", "marked-rate")
    if facts.asked == "tenths" and (facts.tenths is not None or facts.cut is not None):
        return None
    if (
        (facts.rate is not None or facts.least is not None or facts.profit is not None)
        and facts.asked in ("rate", "profit", "profit+rate")
        and not (facts.asked == "profit" and facts.profit is None and facts.cost is None)
    ):
        return None
    if facts.least is not None and facts.asked != "tenths":
        return None
    missing: tuple[Missing, ...] = ()
    about_mark = any(value is not None for value in (facts.mark, facts.markup, facts.more, facts.tenths, facts.cut)) or facts.asked in (
        "mark",
        "tenths",
    )
    if not about_mark:
        equations.append((zero, one, -one, zero))  # nothing is said of another price than the selling price
    elif (
        facts.asked == "mark"
        and facts.tenths is None
        and facts.cut is None
        and facts.sold is None
        and facts.profit is None
        and facts.rate is None
    ):
        equations.append((zero, one, -one, zero))
    if facts.asked == "cost" and facts.mark is not None and facts.tenths is None and facts.cut is None and facts.sold is None:
        equations.append((zero, one, -one, zero))
    if (
        (story.has("仍|还是") or "仍" in story.text or facts.asked == "marked-rate")
        and facts.tenths is None
        and facts.cut is None
        and facts.sold is None
        and facts.asked != "tenths"
    ):
        stay_out("sold at which price?")
    solved = _determined(equations)
    if solved is None and len(equations) == 2:
        scaled = _determined([*equations, (one, zero, zero, Fraction(100))])
        if scaled is not None and all(row[3] == 0 for row in equations):
            if ratio_only:
                solved = scaled
            elif facts.cost is None and facts.asked in ("profit", "sold") and facts.markup is not None and facts.tenths is not None:
                missing = (Missing("cost", "进价是多少元？", "进价为 {} 元"),)
    if solved is None and not missing:
        return None
    understood: list[tuple[str, str]] = []
    for name, value, form in (
        ("进价", facts.cost, "{} 元"),
        ("标价", facts.mark, "{} 元"),
        ("定价的利润率", facts.markup, "{}%"),
        ("加价", facts.more, "{} 元"),
        ("折扣", facts.tenths, "{} 折"),
        ("降价", facts.cut, "{} 元"),
        ("售价", facts.sold, "{} 元"),
        ("利润率", facts.rate, "{}%"),
        ("利润率不低于", facts.least, "{}%"),
        ("利润", facts.profit, "{} 元"),
    ):
        if value is not None:
            understood.append((name, form.format(decimal(value))))
    understood.append(
        (
            "求",
            {
                "rate": "利润率",
                "profit": "利润",
                "sold": "售价",
                "mark": "定价",
                "cost": "进价",
                "tenths": "折扣",
                "profit+rate": "利润和利润率",
                "marked-rate": "按定价出售的利润率",
            }[facts.asked],
        )
    )
    if missing:
        return Recognition(parameters={"task": "sale", "asked": facts.asked}, understood=tuple(understood[:-1]), missing=missing)
    assert solved is not None
    cost, mark, sold = solved
    if min(solved) <= 0 or (about_mark and sold > mark and facts.asked != "mark") or (facts.asked == "tenths" and not sold < mark):
        stay_out("numbers")
    return Recognition(
        parameters={
            "task": "sale",
            "asked": facts.asked,
            "cost": str(cost),
            "mark": str(mark),
            "sold": str(sold),
            "assumed": facts.cost is None and ratio_only and all(row[3] == 0 for row in equations),
            "tenths": None if facts.tenths is None else str(facts.tenths),
        },
        understood=tuple(understood),
    )


def _two_discounts(text: str) -> Recognition | None:
    """Sold at one discount so much is gained, at another so much lost or gained: cost or marked price."""
    story = Story(text)
    story.refuse("剩|其余|一半|批|满|返|券|税|运费|两种|两件|甲|乙|倍|总|先")
    runs = story.take_all(
        rf"(?:若|如果|要是|按|打|以|按照|{MARK}|的)*(?P<tenths>{NUMBER})折(?:出售|销售|卖出|卖|售出)?,?(?:则|就|那么|将|会|可|能|可以|每件|商家|商店|仍)*(?:(?P<gain>{_GAIN})|(?P<loss>{_LOSS}))(?:了)?(?P<value>{NUMBER})(?P<unit>元|%)"
    )
    asked = story.take(rf"(?P<what>{COST}|{MARK})(?:为|是)?多少(?:钱|元)?")
    if len(runs) != 2 or not asked:
        return None
    story.finish(WORDS)
    (one, other) = ((Fraction(run["tenths"]) / 10, Fraction(run["value"]) * (-1 if run["loss"] else 1), run["unit"]) for run in runs)
    if one[2] != "元" or other[2] != "元" or one[0] == other[0]:
        return None
    mark = (one[1] - other[1]) / (one[0] - other[0])
    cost = one[0] * mark - one[1]
    if mark <= 0 or cost <= 0:
        stay_out("numbers")
    what = "cost" if patterns.match(COST, asked["what"]) else "mark"
    return Recognition(
        parameters={
            "task": "two-discounts",
            "mark": str(mark),
            "cost": str(cost),
            "asked": what,
            "tenths": [str(one[0] * 10), str(other[0] * 10)],
            "gains": [str(one[1]), str(other[1])],
        },
        understood=(
            (
                "两种卖法",
                "；".join(
                    f"{decimal(each[0] * 10)} 折，{'赚' if each[1] >= 0 else '亏'} {decimal(abs(each[1]))} 元" for each in (one, other)
                ),
            ),
            ("求", "进价" if what == "cost" else "定价"),
        ),
    )


def _parts(text: str) -> Recognition | None:
    """A lot marked up, a share of it sold so, the rest at a discount: the rate of profit in all, or the discount."""
    story = Story(text)
    if not story.has("剩|其余|余下|一半"):
        return None
    story.refuse("满|返|券|税|运费|两种|甲|乙|倍|损|坏|扔|报废|进价降|第三")
    markup = story.take(
        rf"(?:先)?(?:按照?|以|在)?(?:{COST})?(?:的基础上)?(?:的)?(?:加价|提高|加)?(?P<value>{NUMBER})%(?:的)?(?:期望)?(?:利润率?|利润来?)?(?:后)?(?:来)?(?:{MARK})"
    )
    first = story.take(
        rf"(?:当)?(?:售出|卖出|卖掉|销售|卖|销售了?|售完|出售)(?:了|掉)?(?:总数的|总量的|其中的|全部的|商品的|这批商品的)?(?:(?P<percent>{NUMBER})%|(?P<share>\d+/\d+)|(?P<half>一半))(?:的商品)?(?:后|以后|之后|时)?"
    )
    tenths = story.take(
        rf"(?:(?:剩下|剩余|其余|余下)的?(?:商品|部分|货物)?(?:全部|都|按|以|打|照|定价|原?定价|的)*)(?P<value>{NUMBER})折(?:出售|卖出|售完|卖完|处理)?|(?:打|按|以)(?:定价|原价)?(?:的)?(?:打)?(?P<value2>{NUMBER})折(?:的价格)?(?:出售|卖出|处理|售完|卖完|卖掉)?(?:剩下|剩余|其余|余下)?(?:的)?(?:商品|部分)?"
    )
    total = story.take(
        rf"(?:实际|最终|最后|总共|一共|共|总)*(?:获得|获|得)?(?:的)?(?:总)?(?:利润率?|盈利|获利)(?:为|是|只有|仅为)?(?P<value>{NUMBER})%|(?:获得|获)(?:了)?(?P<value2>{NUMBER})%的(?:总)?利润率?"
    )
    ask_rate = story.take(
        r"(?:实际|最终|最后|总共|一共|共|总|商店|商家|这批商品)*(?:获得|获|得)?(?:的)?(?:总)?(?:利润率|盈利|获利|利润)(?:为|是)?多少%?"
    )
    ask_discount = story.take(
        r"(?:(?:剩下|剩余|其余|余下)的?(?:商品|部分)?)?(?:是|应|要)?(?:按|打)?(?:定价|原定?价|标价)?(?:的)?(?:打了?多少折?|多少折)(?:出售|销售|卖|售完|处理)?(?:的)?"
    )
    if not markup or not first or bool(ask_rate) == bool(ask_discount):
        return None
    if bool(tenths) == bool(ask_discount) or bool(total) == bool(ask_rate):
        return None
    story.take_all(
        r"(?:剩下|剩余|其余)?的?打折(?:卖完|出售)|(?:全部|都)?(?:售完|卖完|销售完毕|卖光)(?:后)?|(?:出售|销售)(?:剩下|剩余|其余|余下)(?:的)?(?:商品|部分)?|为了?尽[快早](?:销完|售完|卖完|收回资金)?|尽[快早]|(?:剩下|剩余|其余|余下)(?:的)?(?:商品|部分|货物)?|决定|打折|一批|按(?:这个|此|该)?(?:定价|价格)(?:出售|销售)?"
    )
    story.finish(WORDS + " 销完 结果 一批 全部 这批 实际 期望 资金 回笼 销售一批商品 率")
    share = Fraction(1, 2) if first["half"] else Fraction(first["share"]) if first["share"] else Fraction(first["percent"]) / 100
    if not 0 < share < 1:
        return None
    parameters: dict[str, object] = {"task": "parts", "markup": markup["value"], "share": str(share)}
    understood = [("定价的利润率", f"{markup['value']}%"), ("先按定价卖出", f"{decimal(share * 100)}%")]
    if tenths:
        parameters["tenths"] = tenths["value"] or tenths["value2"]
        understood.append(("其余", f"{parameters['tenths']} 折"))
    else:
        assert total is not None
        parameters["total"] = total["value"] or total["value2"]
        understood.append(("总利润率", f"{parameters['total']}%"))
    return Recognition(parameters=parameters, understood=(*understood, ("求", "总利润率" if tenths else "其余部分的折扣")))


def _lot(text: str) -> Recognition | None:
    """So many bought, so many sold at a mark-up and the rest at a discount on it: what is gained in money."""
    story = Story(text)
    if not story.has("剩|其余|余下"):
        return None
    story.refuse("满|返|券|税|运费|两种|甲|乙|倍|损|坏|扔|报废|第三")
    piece = r"(?:件|个|双|套|台|箱|本|千克)"
    bought = story.take(
        rf"(?:以|每{piece}|按)*(?P<cost>{NUMBER})元?(?:(?:一|1|每){piece}|的价格|/{piece}|的单价)*(?:购进|进了?|买进|进货|采购|买了)(?:了)?(?P<count>{NUMBER}){piece}|(?:购进|进了?|买进|采购)(?P<count2>{NUMBER}){piece}[\u4e00-\u9fff]{{0,4}},(?:每{piece})?{COST}?(?:为|是)?(?P<cost2>{NUMBER})元"
    )
    markup = story.take(rf"(?:按照?|以)?(?:加价)?(?P<value>{NUMBER})%(?:的)?(?:期望)?(?:利润率?)?(?:来)?(?:{MARK})")
    sold = story.take(rf"(?:先)?(?:卖了?|卖出了?|售出了?|卖掉了?|销售了?)(?P<value>{NUMBER}){piece}(?:后|以后|之后)?")
    rest = story.take(
        rf"(?:剩下|剩余|其余|余下|剩)(?:的)?(?:(?P<count>{NUMBER}){piece})?(?:商品|全部|都|按定价|定价|的)*(?:打)?(?P<tenths>{NUMBER})折(?:清了?|清仓|卖完|售完|出售|卖出|处理|甩卖|卖掉)*(?:了)?"
    )
    asked = story.take(rf"(?:一共|总共|共|商店|商家|最后|最终|这批商品)*(?:能)?(?:{_GAIN})(?:为|是)?多少(?:钱|元)?")
    if not (bought and markup and sold and rest and asked):
        return None
    story.finish(WORDS + " 一共 全部 清仓 处理")
    count, cost = Fraction(bought["count"] or bought["count2"]), Fraction(bought["cost"] or bought["cost2"])
    first = Fraction(sold["value"])
    if not first < count or (rest["count"] and first + Fraction(rest["count"]) != count):
        stay_out("numbers")
    return Recognition(
        parameters={
            "task": "lot",
            "cost": str(cost),
            "count": str(count),
            "markup": markup["value"],
            "first": str(first),
            "tenths": rest["tenths"],
        },
        understood=(
            ("进货", f"{decimal(count)} 件，每件 {decimal(cost)} 元"),
            ("定价的利润率", f"{markup['value']}%"),
            ("先卖出", f"{decimal(first)} 件"),
            ("其余", f"{rest['tenths']} 折"),
            ("求", "总利润"),
        ),
    )


def _two_sold(text: str) -> Recognition | None:
    """Two things sold for the same price, one at a gain and one at a loss, in per cent of cost: gained or lost in all."""
    story = Story(text)
    story.refuse("剩|折|批|满|返|券|税|运费|倍|每件赚")
    price = story.take(
        rf"(?:两|2)(?:件|个|台|双|种)(?:不同的?)?(?:商品|衣服|上衣|计算器|书包|古玩|物品|进价不同的\S{{1,4}}?)?(?:都|均|各|同时)?(?:以|按|卖了?|售价|是|为|都)*(?:每件)?(?P<value>{NUMBER})元?(?:的价格)?(?:的价|出售|卖出|卖了?|售出)?"
    )
    gain = story.take(rf"(?:其中)?(?:一|1)(?:件|个|台|双|种)(?:按成本|按进价)?(?:计算|算)?(?:,)?(?:{_GAIN})(?P<value>{NUMBER})%")
    loss = story.take(rf"(?:另)?(?:外)?(?:一|1)(?:件|个|台|双|种)(?:按成本|按进价)?(?:{_LOSS})(?P<value>{NUMBER})%")
    asked = story.take(
        r"(?:结果|最后|商店|商家|老板|这次|这笔|买卖|交易|总的|是|共|一共|,)*(?:赚(?:了)?(?:还是|或)?[亏赔](?:了)?|盈利还是亏损|盈亏)(?:情况)?[,?]?(?:了)?(?:多少|(?:是)?多少元|(?:各)?是?多少钱?)?(?:元|钱)?"
    )
    story.take_all("多少(?:元|钱)?")
    if not (price and gain and loss and asked):
        return None
    story.finish(WORDS + " 结果 最后 是 不赚不亏 还是 两件 两个")
    return Recognition(
        parameters={"task": "two-sold", "price": price["value"], "gain": gain["value"], "loss": loss["value"]},
        understood=(
            ("售价", f"每件 {price['value']} 元"),
            ("盈亏", f"一件赚 {gain['value']}%，一件亏 {loss['value']}%"),
            ("求", "一共赚还是亏"),
        ),
    )


READERS = (_sale, _two_discounts, _parts, _lot, _two_sold)
