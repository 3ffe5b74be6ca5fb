"""A price that is changed so that more (or fewer) buy: what is taken in all tells the new price, or by how much it was changed."""

from __future__ import annotations

from fractions import Fraction

from engine.generators.civil._problems.relations import recognition
from engine.generators.civil._problems.story import NUMBER, Story
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out, to_share

_SHARE = rf"(?:一半|半|{NUMBER}%|\d+/\d+|{NUMBER}倍|[一二三四五六七八九]成)"
_PEOPLE = r"(?:(?:该)?(?:货物|商品)?的?(?:进口|出口)(?:量|数量)|观众|游客|顾客|销量|销售量|人数|观众人数|游客人数|游客数量|销售数量|门票销量|销售件数|购票人数|参观人数|客流量)"
_TAKEN = r"(?:(?:进口|出口)(?:金额|总额|额)|(?:门票|销售|票房|总|营业)?(?:收入|销售额|营业额|收益|销售收入))"
_WORDS = """
足球赛 球赛 比赛 电影院 电影 展览 公园 景区 博物馆 动物园 游乐园 某 某种 门票 票 张 每张 一张 商品 每件 单价 价格 售价 票价 原价 元 降价 降低 后 观众 游客 顾客 人数 增加 收入 则 那么 因此 结果 于是 为 吸引 现在 现 开展 活动 优惠 期间 其 的 了 也 却 反而 经理 发现 已知 若 如果 原来 原来的 时 货物 该货物 某种货物 的进口 进口 出口
"""


def _share_of(text: str) -> Fraction:
    if "半" in text:
        return Fraction(1, 2)
    return Fraction(text.removesuffix("倍")) if text.endswith("倍") else to_share(text)


def read_revenue(text: str) -> Recognition | None:
    """So much more buy at the lower price, so much more (or less) is taken: how much lower it is."""
    story = Story(text)
    price = story.take(
        rf"(?:门票|票|票价|单价|售价|(?:进口|出口)?价格|原价|定价)?(?:原来)?(?:为|是|每[张件个])*(?P<value>{NUMBER})元(?:一[张件个]|/(?:[张件个吨斤]|千克)|每[张件个])?(?=,|的|时)"
    )
    lowered = story.take(r"(?:降价|降低(?:票价|门票|价格|售价)?|打折|下调|优惠)(?:后|之后|以后|出售后?)?(?=,|观|游|顾|销|人|参)")
    people = story.take(
        rf"{_PEOPLE}(?:数量|人数)?(?:比原来)?(?:将|会|就|了|可|能)*(?P<way>增加|增长|多|上升|提高|减少|下降)(?:了)?(?P<share>{_SHARE})"
    )
    taken = story.take(
        rf"{_TAKEN}(?:比原来)?(?:却|也|仅|只|反而|将|会|就|了|可|能)*(?P<way>增加|增长|多|上升|提高|减少|下降)(?:了)?(?P<share>{_SHARE})"
    )
    asked = story.take(
        r"(?:则|那么)?(?:每|一)?(?:张|件|个)?(?:门票|票|票价|商品)?(?:每[张件个])?(?:的)?(?:(?P<cut>降价|降低|便宜|下降|降)(?:了)?|(?:现在|降价后|该(?:货物|商品))*(?:的)?(?:售价|票价|(?:进口|出口)?价格|单价|现价)(?P<now>)(?:为|是)?)多少(?:元(?:/(?:[张件个吨斤]|千克))?|钱)?"
    )
    if price is None or people is None or taken is None or asked is None or (asked["cut"] and lowered is None):
        return None
    story.take_all(r"(?:19|20)\d\d年(?:的)?")
    story.finish(_WORDS)
    before = Fraction(price["value"])
    factors = [1 + _share_of(match["share"]) * (-1 if match["way"] in ("减少", "下降") else 1) for match in (people, taken)]
    if min(factors) <= 0:
        stay_out("numbers")
    now = before * factors[1] / factors[0]
    if lowered is not None and now >= before:
        stay_out("not lower")
    lines = [
        f"原价 {decimal(before, 4)} 元",
        f"人数（销量）变为原来的 {decimal(factors[0], 4)} 倍，收入变为原来的 {decimal(factors[1], 4)} 倍",
    ]
    working = [
        f"现价 = {decimal(before, 4)} × {factors[1]} ÷ {factors[0] if factors[0].denominator == 1 else f'({factors[0]})'} = {decimal(now, 4)}"
        if (now * 10**4).denominator == 1
        else f"现价 = {now}"
    ]
    value = before - now if asked["cut"] else now
    return recognition(lines, [(asked.start(), value, "元")], {}, working=working)
