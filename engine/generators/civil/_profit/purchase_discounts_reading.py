"""Discounts that depend on how much is bought at once: what was paid separately, and what it would have been at once."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.relations import recognition
from engine.generators.civil._problems.story import NUMBER, Story
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_TENTHS = r"(?:按|打|给予|享受|全部|总价的?|一律|部分|,|则|予以)*(?P<{0}>\d(?:\.\d)?)折(?:优惠|付款|计算|收费)?"
_WORDS = """
某原料供应商 原料 供应商 顾客 实行 优惠措施 措施 客户 厂 某厂 库容原因 库容 原因 数量 同样数量 同样数量的原料 该供应商处 处 给 因 对 其 在该 在 某 商场 商店 超市 书店 网店 开展 促销 购物 优惠 活动 规定 一次 一次性 购买 购 买 商品 的商品 货物 物品 总价 总额 金额 不享受 优惠办法 方案 如下 小王 小张 小李 小明 王先生 李女士 某人 顾客 先生 女士 妈妈 王 李 张 购物 付款 付 款 付了 元 又 第一次 第二次 分别 两次 为 了 如果 若 他 她 把 将 这 两次购买 并付款 一起 合并 并 合 成 一次购买 可以 可 则 能 那么 其中 部分
"""


@dataclass(frozen=True, slots=True)
class _Step:
    """From above one price to another: what is paid is `paid` at `low`, and a share of what lies beyond it."""

    low: Fraction
    high: Fraction | None
    paid: Fraction
    share: Fraction

    def holds(self, price: Fraction) -> bool:
        """Whether a price is of this step."""
        return (self.low < price or self.low == 0 <= price) and (self.high is None or price <= self.high)


def _paid(steps: list[_Step], price: Fraction) -> Fraction:
    """What is paid for goods of that price."""
    step = next(step for step in steps if step.holds(price))
    return step.paid + (price - step.low) * step.share


def _price(steps: list[_Step], paid: Fraction) -> Fraction:
    """The price of goods for which so much is paid.

    Raises:
        StayOut: there is none, or more than one: at a discount of all, more goods may cost less.
    """
    found = {price for step in steps if step.holds(price := step.low + (paid - step.paid) / step.share)}
    return found.pop() if len(found) == 1 else stay_out("which price")


def _steps(story: Story) -> list[_Step] | None:
    """The steps of prices that a shop tells."""
    whole = r"(?:一次(?:性)?)?(?:购物|购买|购|买)?(?:总价|金额|商品)*"
    first = story.take(
        rf"{whole}(?P<not>不超过|未超过|不满|低于)?(?P<top>{NUMBER})元(?P<within>及以下|以下|以内|及以内|\(含\))?(?:的)?(?:商品|部分|货物)*,?(?:(?P<none>不(?:享受)?(?:任何)?(?:优惠|打折|给?予优惠)|无优惠|不优惠)|{_TENTHS.format('share')})"
    )
    if first is None or not (first["within"] or first["not"]):
        return None
    share = Fraction(1) if first["none"] else Fraction(first["share"]) / 10
    top = Fraction(first["top"])
    steps = [_Step(Fraction(0), top, Fraction(0), share)]
    middle = story.take(
        rf"{whole}(?:超过|超出|高于|满){first['top']}元(?:的)?,?(?:但|而|且|并且)?(?:不超过|未超过|不满|低于|在)(?P<top>{NUMBER})元(?:以内|以下|的)*,?(?:全部|总价|给|给予|按|打)*{_TENTHS.format('share')}"
    )
    if middle is not None:
        share, low, top = Fraction(middle["share"]) / 10, top, Fraction(middle["top"])
        steps.append(_Step(low, top, low * share, share))
    shown = middle["top"] if middle is not None else first["top"]
    again = rf"(?:其中)?(?:的)?{shown}元(?:以内)?(?:的)?(?:部分)?(?:仍|还是|依旧)?(?:{_TENTHS.format('same')}|(?P<full>不优惠|(?:按)?原价|不打折))[,、]?"
    last = story.take(
        rf"{whole}(?:超过|超出|高于){shown}元(?:的)?(?:商品|货物)?[,、]?(?:的)?(?:{again})?(?:超过|超出)(?:{shown}元)?(?:的)?(?:部分)?{_TENTHS.format('beyond')}"
    )
    if last is None:
        return None
    same = Fraction(last["same"]) / 10 if last["same"] else Fraction(1) if last["full"] else share
    if same != share:
        stay_out("what the first part costs")
    return [*steps, _Step(top, None, top * share, Fraction(last["beyond"]) / 10)]


def read_purchase_discounts(text: str) -> Recognition | None:
    """Two purchases, paid apart: what they would cost, or save, at once."""
    story = Story(patterns.sub(r"(\d+(?:\.\d+)?)万元", lambda told: f"{decimal(Fraction(told[1]) * 10000)}元", text))
    steps = _steps(story)
    if steps is None:
        return None
    paid = story.take(
        rf"(?:第一次|先|两次|,|在该?[\u4e00-\u9fff]{2, 4}处|购物|购买|原料|商品)*(?:付款|付了?|实付|支付)(?:款)?(?:分别(?:为|是)?)?(?P<one>{NUMBER})元?(?:和|与|、|,(?:第二次|又|再|然后)*(?:购物|购买|原料|商品)*(?:又)?(?:付款|付了?|实付|支付)(?:了)?)(?P<other>{NUMBER})元"
    )
    asked = story.take(
        r"(?:如果|若|要是|假如)(?:他|她|小[\u4e00-\u9fff])?(?:将|把)?(?:这?两次的?(?:商品|购物|货物)?)?(?:只|合并|合|一起|并)*(?:成)?(?:去)?一次(?:性)?(?:购物|购买|买)(?:并付款|付款|同样(?:数量)?的[\u4e00-\u9fff]{2}|这些商品|相同的商品)?(?:的话)?,?(?:则|那么)?(?:他|她)?(?:可以|可|能|将|会|应|需要?)*(?P<way>节省|省|少付款?|便宜|付款?|支付)(?:了)?(?:下)?多少(?:元|钱)?"
    )
    if paid is None or asked is None:
        return None
    story.finish(_WORDS)
    apart = [Fraction(paid["one"]), Fraction(paid["other"])]
    if min(apart) <= 0:
        stay_out("numbers")
    prices = [_price(steps, each) for each in apart]
    once = _paid(steps, sum(prices, Fraction(0)))
    lines = [
        *(
            f"超过 {decimal(step.low)} 元{'' if step.high is None else f'、不超过 {decimal(step.high)} 元'}：付 {decimal(step.paid, 2)} 元加超出部分的 {decimal(step.share * 100)}%"
            for step in steps
        ),
        f"两次付款 {decimal(apart[0], 4)} 元和 {decimal(apart[1], 4)} 元",
    ]
    working = [f"原价 {decimal(prices[0], 4)} 元和 {decimal(prices[1], 4)} 元", f"合在一次买应付 {decimal(once, 4)} 元"]
    value = sum(apart, Fraction(0)) - once if asked["way"] in ("节省", "省", "少付", "便宜") else once
    if value <= 0:
        stay_out("nothing saved")
    return recognition(lines, [(asked.start(), value, "元")], {}, working=working)
