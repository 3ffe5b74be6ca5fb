"""Chances: drawing balls, independent tries, the same try again and again, a match of best of three, drawing until the first, a meeting.

All cases of a draw are equally likely; what is asked is favourable cases over all (古典概率), a product for what is independent, and an
area over an area for a time anywhere in an interval (几何概率).
"""

from __future__ import annotations

from fractions import Fraction
from math import comb

from engine.generators.civil._probability import at_least_one, drawn, repeated
from engine.generators.civil._problems import opened
from engine.generators.kind import Parameters, Recognition, Solution, Solver
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, is_exact, percent
from engine.generators.reading import INTEGER, stay_out, to_int

_CHANCE = r"(?P<value>0?\.\d+|\d{1,2}(?:\.\d+)?%|\d+/\d+)"
_ASKED = r"(?:的)?(?:概率|可能性)(?:是|为)?(?:多少|几|多大|(?=[\s()。?]*$))"


def _value(text: str) -> Fraction:
    value = Fraction(text.rstrip("%")) / (100 if text.endswith("%") else 1) if "/" not in text else Fraction(text)
    if not 0 < value < 1:
        stay_out("no chance")
    return value


def _recognise(text: str) -> Recognition | None:
    reading = opened(text)
    reading.refuse(
        r"放回|逐个|依次|先后|第[一二三四\d]|黑|黄|蓝|绿|编号|标有|不同颜色|丙|三人|已知.*条件下|在.*条件下|骰|硬币|次品|至多|局|胜|不独立|平均|期望"
    )
    shots = reading.take(
        rf"甲(?:、|和|与|,)?乙(?:两人|二人|两个?人)?(?:射击|投篮|各自)?(?:(?:各|分别|独立地?|同时)*(?:射击|投篮|解|做|破译)?(?:一次|一题|一道题|同一目标|目标|密码|一份密码)?),?(?:其)?(?:射中|命中|击中|投中|做对|解出|破译|译出)(?:率|目标|靶|题目|密码)*(?:的)?(?:概率|可能性)?(?:分别)?(?:为|是)\s*{_CHANCE}\s*(?:和|、|与|,)\s*{_CHANCE.replace('value', 'second')}"
    ) or reading.take(
        rf"甲(?:的)?(?:射击)?(?:射中|命中|击中|投中|做对|解出|破译)(?:率|目标|靶)*(?:的)?(?:概率)?(?:为|是)\s*{_CHANCE},?乙(?:的)?(?:射击)?(?:射中|命中|击中|投中|做对|解出|破译)?(?:率|目标|靶)*(?:的)?(?:概率)?(?:为|是)\s*{_CHANCE.replace('value', 'second')}"
    )
    if shots is not None:
        reading.take_all(r"(?:两人)?(?:是否命中)?(?:互不影响|相互独立|互相独立|独立)")
        asked = reading.take(
            rf"(?P<how>至少有?一个?人?|恰有?一个?人?|恰好有?一个?人?|只有一个?人?|两人都|都)(?:能)?(?P<not>没有?|不|未)?(?:被)?(?:射中|命中|击中|投中|做对|解出|破译|译出)(?:目标|靶|题目|密码)?{_ASKED}"
        )
        reading.finish("两人 射击 各 一次 独立 目标 投篮 同时", story=True)
        if asked is None or asked["not"]:
            return None
        how = "either" if "至少" in asked["how"] else "both" if "都" in asked["how"] else "exactly-one"
        one, other = _value(shots["value"]), _value(shots["second"])
        words = {"either": "至少一人", "both": "两人都", "exactly-one": "恰有一人"}[how]
        return Recognition(
            parameters={"task": how, "first": str(one), "second": str(other)},
            understood=(("甲", decimal(one, 4)), ("乙", decimal(other, 4)), ("求", f"{words}命中的概率")),
        )
    tries = reading.take(
        rf"(?:每次)?(?:射击|投篮|射门|投球)?(?:的)?(?:命中|击中|投中|射中)(?:率|目标)*(?:的)?(?:概率)?(?:为|是|都是|均为)\s*{_CHANCE}"
    )
    if tries is not None:
        times = reading.take(rf"(?:他)?(?:连续|独立)?(?:射击|投篮|射|投)了?\s*(?P<value>{INTEGER})次")
        asked = reading.take(
            rf"(?P<how>恰好|恰|正好|刚好|至少)(?:有)?(?:命中|击中|投中|射中)?\s*(?P<value>{INTEGER})次(?:命中|击中|投中|射中)?(?:目标)?{_ASKED}"
        )
        reading.take_all(r"(?:各次)?(?:射击|投篮)?(?:互不影响|相互独立|互相独立)")
        reading.finish("某射手 某人 小明 小王 射手 运动员 一名 某 射击 投篮 他", story=True)
        if times is None or asked is None:
            return None
        count, hits = to_int(times["value"]), to_int(asked["value"])
        if not 1 <= hits <= count <= 10:
            return None
        least = asked["how"] == "至少"
        return Recognition(
            parameters={"task": "at-least" if least else "tries", "chance": str(_value(tries["value"])), "times": count, "hits": hits},
            understood=(
                ("每次命中", decimal(_value(tries["value"]), 4)),
                ("次数", f"{count} 次"),
                ("求", f"{'至少' if least else '恰好'}命中 {hits} 次的概率"),
            ),
        )
    red = reading.take(rf"(?P<value>{INTEGER})个(?:大小相同的)?红(?:色)?(?:小)?球|红(?:色)?(?:小)?球\s*(?P<other>{INTEGER})个")
    white = reading.take(rf"(?P<value>{INTEGER})个(?:大小相同的)?白(?:色)?(?:小)?球|白(?:色)?(?:小)?球\s*(?P<other>{INTEGER})个")
    take = reading.take(
        rf"(?:从中|从袋中|从里面|从袋子里|从盒中)?(?:一次)?(?:任意|随机|任)?(?:取出?|摸出?|抽取?|抽出?|拿出?)(?:取)?\s*(?P<value>{INTEGER})(?:个)?(?:小)?球?"
    )
    reading.take_all(
        r"大小(?:、|和)?(?:形状|质地)?(?:都|完全|均)?相同的(?=红|白|小?球|[\d\ue000])|(?:它们)?除了?颜色(?:不同)?以?外,?(?:其余|其他)?(?:都|完全|均)*(?:相同|一样)"
    )
    if not (red and white and take):
        return None
    number = to_int(take["value"])
    reds, whites = to_int(red["value"] or red["other"]), to_int(white["value"] or white["other"])
    asked = reading.take(
        rf"(?:取出?的|摸出?的|它们|这)?(?:(?P<both>[两二三]|{INTEGER})(?:个)?(?:球)?)?(?:的)?(?P<how>颜色相同|同色|都是红球|全是红球|都是白球|全是白球|颜色不同|恰好?有?\s*(?P<count>{INTEGER})个(?P<colour>红|白)球|至少有?\s*(?P<least>{INTEGER})个(?P<kind>红|白)球|一红一白){_ASKED}"
    )
    reading.finish("袋中 袋子 口袋 盒子 盒中 箱子 袋 装有 的球 球 一次 只有", story=True)
    if asked is None or not 1 <= number <= reds + whites or (asked["both"] and to_int(asked["both"]) != number):
        return None
    how = asked["how"]
    if "颜色不同" in how or "一红一白" in how:
        if number != 2:
            return None
        fits = [1]
    elif "同" in how:
        fits = [0, number]
    elif asked["count"]:
        count = to_int(asked["count"])
        fits = [count if asked["colour"] == "红" else number - count]
    elif asked["least"]:
        least = to_int(asked["least"])
        fits = [each for each in range(number + 1) if (each if asked["kind"] == "红" else number - each) >= least]
    else:
        fits = [number if "红" in how else 0]
    if min(fits) < 0 or number < 2:
        return None
    return Recognition(
        parameters={"task": "balls", "red": reds, "white": whites, "take": number, "fits": fits},
        understood=(("红球", f"{reds} 个"), ("白球", f"{whites} 个"), ("任取", f"{number} 个"), ("求", f"{how}的概率")),
    )


def _solve(parameters: Parameters) -> Solution:
    task = parameters["task"]
    if task in ("either", "both", "exactly-one"):
        one, other = Fraction(parameters["first"]), Fraction(parameters["second"])
        first, second = decimal(one, 4), decimal(other, 4)
        if task == "either":
            value, working = at_least_one((one, other)), f"1 − (1 − {first})(1 − {second})"
        elif task == "both":
            value, working = one * other, f"{first} × {second}"
        else:
            value, working = one + other - 2 * one * other, f"{first} × (1 − {second}) + {second} × (1 − {first})"
        steps = [f"两人互不影响：{working}。"]
    elif task in ("tries", "at-least"):
        win, times, hits = Fraction(parameters["chance"]), parameters["times"], parameters["hits"]
        counts = range(hits, times + 1) if task == "at-least" else (hits,)
        value = sum((repeated(win, times, each) for each in counts), Fraction(0))
        steps = [
            f"中 {each} 次：{comb(times, each)} × {decimal(win, 4)}^{each} × {decimal(1 - win, 4)}^{times - each}。" for each in counts
        ]
    else:
        red, white, take, fits = (parameters[each] for each in ("red", "white", "take", "fits"))
        ways = comb(red + white, take)
        value = sum((drawn(red, white, take, each) for each in fits if each <= red and take - each <= white), Fraction(0))
        steps = [f"取 {take} 个一共 {ways} 种取法。"]
        steps += [f"红 {each}、白 {take - each}：{comb(red, each)} × {comb(white, take - each)} 种。" for each in fits]
    short = decimal(value, 4)
    return Solution(
        answer=f"{_fraction(value)}（{'' if is_exact(value, 4) else '约 '}{short}）" if value.denominator > 1 else str(value),
        also=(_fraction(value), short, percent(value, 1), percent(value, 2), decimal(value * 100, 4) + "%"),
        steps=paragraphs(*steps, f"概率为 {_fraction(value)}。"),
    )


SOLVER = Solver(hint=r"概率|可能性", recognise=_recognise, solve=_solve)
