"""The worst case (最不利原则、抽屉原理): how many must be taken to be sure, how many votes to be sure of, how full the fullest must be.

To be sure of something, take all that can be taken without it, and one more.
"""

from __future__ import annotations

import re

from engine.generators.civil._problems import opened
from engine.generators.civil._worst_case import sure_of_certain_colour, sure_of_colours, sure_of_one_colour
from engine.generators.kind import Parameters, Recognition, Solution, Solver
from engine.generators.markdown import paragraphs
from engine.generators.reading import INTEGER, stay_out, to_int

_MEASURE = r"(?:个|只|根|张|枚|颗|块|粒|支|双)"
_THING = r"(?:小球|球|筷子|卡片|手套|袜子|珠子|玻璃球|棋子|糖果|糖|积木|笔)"
_COLOUR = r"(?P<colour>红|黄|蓝|白|黑|绿|紫|橙|灰)"
_ITEM = (
    rf"{_COLOUR}(?:色)?(?:的)?{_THING}?(?:有|各)?\s*(?P<value>\d+|[一二两三四五六七八九十]+){_MEASURE}?(?:{_THING})?",
    rf"(?P<value>\d+|[一二两三四五六七八九十]+){_MEASURE}{_COLOUR}(?:色)?(?:的)?{_THING}?",
)


def _recognise(text: str) -> Recognition | None:
    reading = opened(text)
    reading.refuse(r"一双|一副|左|右|放回|依次|花色|扑克|大王|小王|数字|编号|点数|至多|概率|有多少种|平均|最有利|运气|若干|投票|选票")
    reading.take_all(r"(?:它们)?除了?颜色(?:不同)?以?外,?(?:其余|其他)?(?:都|完全|均)*(?:相同|一样)")
    asked = reading.take(
        rf"(?:从中)?(?:闭着眼睛?)?(?:一次)?(?:最少|至少)(?:要|需要?|应|得)?(?:从中)?(?:一次)?(?:任意)?(?:取出?|摸出?|拿出?|抽出?|抓出?|取|拿)(?:多少|几){_MEASURE}?{_THING}?"
    )
    aim = reading.take(
        rf"(?:才能?|就能?|可以|能)?(?:够)?(?:保证|确保)(?:其中|取出的{_THING}(?:中|里)?|摸出的{_THING}(?:中|里)?)?(?:一定)?(?:至少)?有?(?:至少)?\s*(?:"
        rf"(?P<same>{INTEGER}){_MEASURE}{_THING}?(?:的)?(?:颜色相同|同色|是?同一?种?颜色|颜色一样|相同颜色)的?{_THING}?"
        rf"|(?P<certain>{INTEGER}){_MEASURE}(?P<colour>红|黄|蓝|白|黑|绿|紫|橙|灰)(?:色)?(?:的)?{_THING}?"
        rf"|(?P<kinds>{INTEGER})种(?:不同的?)?颜色(?:的{_THING})?)"
    )
    counts: dict[str, int] = {}
    each = reading.take(
        rf"(?P<colours>红[红黄蓝白黑绿紫橙灰色、和与,]*)(?:(?P<kinds>[二三四五])种(?:颜色)?)?(?:的)?{_THING}各(?:有)?\s*(?P<value>{INTEGER}){_MEASURE}"
    )
    if each is not None:
        names = re.findall(r"[红黄蓝白黑绿紫橙灰]", each["colours"])
        if len(set(names)) != len(names) or (each["kinds"] and to_int(each["kinds"]) != len(names)):
            stay_out("colours")
        counts = dict.fromkeys(names, to_int(each["value"]))
    for pattern in _ITEM:
        for match in reading.take_all(pattern):
            if match["colour"] in counts:
                stay_out("a colour twice")
            counts[match["colour"]] = to_int(match["value"])
    reading.finish(
        "袋中 袋子 袋里 口袋 盒子 盒中 箱子 装有 有 球 小球 筷子 卡片 手套 袜子 珠子 棋子 糖果 闭着 眼睛 闭着眼睛 从中 其中 色的",
        story=True,
    )
    if asked is None or aim is None or len(counts) < 2 or min(counts.values()) < 1:
        return None
    values = list(counts.values())
    understood = [("各色", "，".join(f"{colour} {count}" for colour, count in counts.items()))]
    if aim["same"]:
        wanted = to_int(aim["same"])
        if not 2 <= wanted <= max(values):
            return None
        parameters: dict[str, object] = {"task": "same", "counts": values, "wanted": wanted}
        understood.append(("要保证", f"{wanted} 个同色"))
    elif aim["certain"]:
        wanted, colour = to_int(aim["certain"]), aim["colour"]
        if colour not in counts or not 1 <= wanted <= counts[colour]:
            return None
        parameters = {"task": "certain", "counts": values, "colour": list(counts).index(colour), "wanted": wanted}
        understood.append(("要保证", f"{wanted} 个{colour}色"))
    else:
        kinds = to_int(aim["kinds"])
        if not 2 <= kinds <= len(values):
            return None
        parameters = {"task": "kinds", "counts": values, "wanted": kinds}
        understood.append(("要保证", f"至少 {kinds} 种颜色"))
    return Recognition(parameters=parameters, understood=tuple(understood))


def _solve(parameters: Parameters) -> Solution:
    counts, wanted, task = parameters["counts"], parameters["wanted"], parameters["task"]
    if task == "same":
        value = sure_of_one_colour(counts, wanted)
        parts = [min(count, wanted - 1) for count in counts]
        steps = [
            f"最不利：每种颜色只取到 {wanted - 1} 个，不够的全取出：{' + '.join(map(str, parts))} = {value - 1}。",
            f"再取 1 个：{value - 1} + 1 = {value}。",
        ]
    elif task == "certain":
        value = sure_of_certain_colour(counts, parameters["colour"], wanted)
        others = value - wanted
        steps = [f"最不利：先把其他颜色全取出，{others} 个。", f"再取 {wanted} 个：{others} + {wanted} = {value}。"]
    else:
        value = sure_of_colours(counts, wanted)
        steps = [f"最不利：先把最多的 {wanted - 1} 种颜色全取出，{value - 1} 个。", f"再取 1 个：{value - 1} + 1 = {value}。"]
    return Solution(
        answer=f"{value}", also=tuple(f"{value} {unit}" for unit in ("个", "只", "根", "张", "枚", "颗", "块")), steps=paragraphs(*steps)
    )


SOLVER = Solver(hint=r"保证|确保", recognise=_recognise, solve=_solve)
