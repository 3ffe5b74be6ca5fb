"""Ways of spending money: things at their prices, at least so many of each, no more than so much in all or exactly so much."""

from __future__ import annotations

from engine.generators.civil._counting.combinatorics.words import WORDS
from engine.generators.civil._problems.background import pass_over_background
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out, to_int

_N = r"(?:\d+|[一二两三四五六七八九十]+)"
_UNIT = r"(?:件|个|条|双|副|本|支|盒|张|只|台|套|袋|瓶|份|把|块|束|箱|枚|顶|盆|棵|包|斤|杯)"
_THING = r"[\u4e00-\u9fff]{1,5}?"
_BUY = r"(?:购买|购进|购置|选购|购|买|挑选|选)"
_PRICE = (
    rf"(?P<name>{_THING})(?:的)?(?:单价|价格|售价|每{_UNIT}(?:的)?(?:价格|售价)?)(?:分别)?(?:为|是)?(?P<price>\d+)元(?:/{_UNIT}|1?{_UNIT})?",
    rf"(?P<name>{_THING})(?P<price>\d+)元(?:/|每|1){_UNIT}",
    rf"每{_UNIT}(?P<name>{_THING})(?P<price>\d+)元",
)
_ASKED = rf"(?:则|那么|问|,)*(?:一?共)?(?:可以?|能)?(?:有)?(?:多少种)?(?:不同的?)?(?:的)?{_BUY}(?:方式|方案|方法|法|的方式)(?:一?共)?(?:有)?(?:多少种?)?|{_BUY}(?:时)?(?:一?共)?有多少种(?:不同的?)?(?:方式|方案|方法|选择)"


def read_purchases(text: str) -> Recognition | None:
    """How many ways there are to buy whole numbers of things with so much money.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    if not story.has("元") or not story.has(_BUY):
        return None
    story.refuse("概率|折|优惠|赠|送1|利润|偶数|奇数|倍|比|总件数|运费|相同的概率|找零|退")
    asked = story.take(_ASKED)
    if asked is None or "多少" not in asked[0]:
        return None
    prices: dict[str, int] = {}
    for pattern in _PRICE:
        for match in story.take_all(rf"(?:^|(?<=[,;。、和]))(?:已知|其中|且|若)?{pattern}(?=[,;。、和]|$)"):
            name = match["name"]
            if name in prices or int(match["price"]) < 1:
                stay_out("two prices")
            prices[name] = int(match["price"])
    limit = story.take(
        r"(?:预算|总价|总费用|花费|总花费|费用|总共|一共|共)*(?:花费)?(?:(?P<most>不(?:能|得|可以?)?(?:超过|多于|大于)|至多|最多(?:花)?|上限(?:为|是)?)|(?P<all>恰好|正好|刚好)(?:花完?|用完?|花费)?(?:了)?)(?P<sum>\d+)元"
    ) or story.take(r"(?:将|把)?(?P<sum>\d+)元(?:钱)?(?P<all>(?:恰好|正好|刚好|全部)(?:全部)?(?:花|用)(?:完|光|掉))")
    if limit is None or not 2 <= len(prices) <= 3:
        return None
    names = list(prices)
    low: list[int] = [0] * len(names)
    high: list[int | None] = [None] * len(names)
    how = ""
    told = [f"{name} {price} 元" for name, price in prices.items()]
    for match in story.take_all(
        rf"(?:(?:并且|而且|且|和|、|,|如果|若|要求|每种)*(?:(?!至|最|不)[\u4e00-\u9fff]){{0,3}}?(?P<how>至少|最少|不少于|至多|最多)?(?:要|应|需)?{_BUY}?)(?P<n>{_N}){_UNIT}(?P<name>{'|'.join(names)})"
    ):
        place, count = names.index(match["name"]), to_int(match["n"])
        how = match["how"] or how or stay_out("at least")
        if how in ("至多", "最多"):
            how, high[place] = "至多", count
        else:
            how, low[place] = "至少", count
        told.append(f"{how} {count} {match['name']}")
    if each := story.take(
        rf"(?:且|并且|要求|,)*(?:每种|两种|各)(?:[\u4e00-\u9fff]{{0,4}}?)(?:都)?(?:要|应|需)*(?:至少|最少)(?:要|应)?{_BUY}?(?P<n>{_N}){_UNIT}?"
    ):
        if any(low):
            stay_out("at least how many")
        low = [to_int(each["n"])] * len(names)
        told.append(f"每种至少 {low[0]}")
    elif not any(low) and not all(high):
        stay_out("whether some of each are bought")
    pass_over_background(story)
    story.finish(f"{WORDS} {' '.join(names)} 打算 送给 朋友 们 元钱 现有 准备 买 购买 其中 如果 两种 三种 奖品")
    most = limit["sum"]
    return Recognition(
        parameters={
            "task": "counted",
            "how": "purchases",
            "arguments": [list(prices.values()), low, high, int(most), bool(limit["all"])],
        },
        understood=(("条件", "；".join(told)), ("钱数", f"{'恰好' if limit['all'] else '不超过'} {most} 元"), ("求", "买法")),
    )
