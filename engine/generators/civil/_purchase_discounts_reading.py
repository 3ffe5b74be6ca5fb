"""Discounts that depend on how much is bought at once: what was paid separately, and what it would have been at once."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators.civil._relations import recognition
from engine.generators.civil._story import NUMBER, Story
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_TENTHS = r"(?:按|打|给予|享受|全部|总价的?|一律|部分|,|则|予以)*(?P<{0}>\d(?:\.\d)?)折(?:优惠|付款|计算|收费)?"
_WORDS = """
某 商场 商店 超市 书店 网店 开展 促销 购物 优惠 活动 规定 一次 一次性 购买 购 买 商品 的商品 货物 物品 总价 总额 金额 不享受 优惠办法 方案 如下 小王 小张 小李 小明 王先生 李女士 某人 顾客 先生 女士 妈妈 王 李 张 购物 付款 付 款 付了 元 又 第一次 第二次 分别 两次 为 了 如果 若 他 她 把 将 这 两次购买 并付款 一起 合并 并 合 成 一次购买 可以 可 则 能 那么 其中 部分
"""


class _Scale:
    """Steps of price up to which a share of it is paid, and the share of what lies beyond the last."""

    def __init__(self, steps: list[tuple[Fraction, Fraction]], beyond: Fraction) -> None:
        self.steps, self.beyond = steps, beyond

    def paid(self, price: Fraction) -> Fraction:
        """What is paid for goods of that price: each share of its own step."""
        total = reached = Fraction(0)
        for top, share in self.steps:
            total += max(min(price, top) - reached, Fraction(0)) * share
            reached = top
        return total + max(price - reached, Fraction(0)) * self.beyond

    def price(self, paid: Fraction) -> Fraction:
        """The price of goods for which so much is paid."""
        reached = Fraction(0)
        for top, share in self.steps:
            if paid <= (top - reached) * share:
                return reached + paid / share
            paid -= (top - reached) * share
            reached = top
        return reached + paid / self.beyond


def _scale(story: Story) -> _Scale | None:
    unit = r"元"
    whole = r"(?:一次(?:性)?)?(?:购物|购买|购|买)?(?:总价|金额|商品)?"
    first = story.take(
        rf"{whole}(?:不超过|未超过|不满)?(?P<top>{NUMBER}){unit}(?P<within>及以下|以下|以内|及以内|\(含\))?(?:的)?(?:商品|部分|货物)*,?(?:(?P<none>不(?:享受)?(?:任何)?(?:优惠|打折|给?予?优惠)|无优惠|不优惠)|{_TENTHS.format('share')})"
    )
    if first is None or not (first["within"] or re.match(".{0,16}不", first[0])):
        return None
    steps = [(Fraction(first["top"]), Fraction(1) if first["none"] else Fraction(first["share"]) / 10)]
    again = rf"(?:其中)?(?:的)?{first['top']}{unit}(?:以内)?(?:的)?(?:部分)?(?:仍|还是|依旧)?(?:{_TENTHS.format('same')}|不优惠|(?:按)?原价|不打折)[,、]?"
    last = story.take(
        rf"{whole}(?:超过|超出|高于){first['top']}{unit}(?:的)?(?:商品|货物)?[,、]?(?:的)?(?:{again})?(?:超过|超出)(?:{first['top']}{unit})?(?:的)?(?:部分)?{_TENTHS.format('beyond')}"
    )
    if last is None:
        return None
    same = last.groupdict().get("same")
    if same is not None and Fraction(same) / 10 != steps[0][1]:
        stay_out("what the first part costs")
    return _Scale(steps, Fraction(last["beyond"]) / 10)


def read_purchase_discounts(text: str) -> Recognition | None:
    """Two purchases, paid apart: what they would cost, or save, at once."""
    story = Story(text)
    scale = _scale(story)
    if scale is None:
        return None
    paid = story.take(
        rf"(?:第一次|先|两次|,|购物|购买)*(?:付款|付了?|实付|支付)(?:款)?(?:分别(?:为|是)?)?(?P<one>{NUMBER})元?(?:和|与|、|,(?:第二次|又|再|然后)*(?:购物|购买)?(?:又)?(?:付款|付了?|实付|支付)(?:了)?)(?P<other>{NUMBER})元"
    )
    asked = story.take(
        r"(?:如果|若|要是|假如)(?:他|她|小[\u4e00-\u9fff])?(?:将|把)?(?:这?两次的?(?:商品|购物|货物)?)?(?:只|合并|合|一起|并)*(?:成)?(?:去)?一次(?:性)?(?:购物|购买|买)(?:并付款|付款|同样的商品|这些商品|相同的商品)?(?:的话)?,?(?:则|那么)?(?:他|她)?(?:可以|可|能|将|会|应|需要?)*(?P<way>节省|省|少付|便宜|付款?|支付)(?:了)?(?:下)?多少(?:元|钱)?"
    )
    if paid is None or asked is None:
        return None
    story.finish(_WORDS)
    apart = [Fraction(paid["one"]), Fraction(paid["other"])]
    prices = [scale.price(each) for each in apart]
    if min(apart) <= 0 or any(scale.paid(price) != each for price, each in zip(prices, apart, strict=True)):
        stay_out("numbers")
    once = scale.paid(sum(prices, Fraction(0)))
    lines = [
        f"{decimal(scale.steps[0][0])} 元以内付 {decimal(scale.steps[0][1] * 10, 2)} 折，超过的部分付 {decimal(scale.beyond * 10, 2)} 折",
        f"两次付款 {decimal(apart[0], 4)} 元和 {decimal(apart[1], 4)} 元",
    ]
    working = [f"原价 {decimal(prices[0], 4)} 元和 {decimal(prices[1], 4)} 元", f"合在一次买应付 {decimal(once, 4)} 元"]
    value = sum(apart, Fraction(0)) - once if asked["way"] in ("节省", "省", "少付", "便宜") else once
    if value <= 0:
        stay_out("nothing saved")
    return recognition(lines, [(asked.start(), value, "元")], {}, working=working)
