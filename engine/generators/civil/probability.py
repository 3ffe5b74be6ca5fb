"""Chances: drawing balls, independent tries, the same try again and again, a match of best of three, drawing until the first, a meeting.

All cases of a draw are equally likely; what is asked is favourable cases over all (古典概率), a product for what is independent, and an
area over an area for a time anywhere in an interval (几何概率).
"""

from __future__ import annotations

from fractions import Fraction
from math import comb

from engine.generators.chance import Chance
from engine.generators.civil._probability.simulator import at_least_one as at_least_one
from engine.generators.civil._probability.simulator import best_of_three as best_of_three
from engine.generators.civil._probability.simulator import drawn as drawn
from engine.generators.civil._probability.simulator import first_at as first_at
from engine.generators.civil._probability.simulator import meets as meets
from engine.generators.civil._probability.simulator import repeated as repeated
from engine.generators.civil._probability.solving import SOLVER
from engine.generators.kind import Generated, Kind, Wrong
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, is_exact, percent

POINT = "quantity.counting.probability"


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    first_half = chance.one_in(2)
    if difficulty == 1:
        return _balls(chance) if first_half else _either(chance)
    if difficulty == 2:
        return _tries(chance) if first_half else _first(chance)
    return _match(chance) if first_half else _meeting(chance)


def _fraction(value: Fraction) -> str:
    return f"{value.numerator}/{value.denominator}"


def _question(
    task: str, stem: str, right: Fraction, candidates: list[tuple[Fraction, str]], steps: str, parameters: dict[str, object], per_cent: bool
) -> Generated | None:
    digits = 1

    def show(value: Fraction) -> str:
        return percent(value, digits) if per_cent else _fraction(value)

    fits = [(value, why) for value, why in candidates if 0 < value < 1 and (per_cent or value.denominator > 1)]
    if not 0 < right < 1 or (per_cent and not is_exact(right * 100, digits)):
        return None
    if per_cent:
        fits += [(right + Fraction(shift, 100), "计算有误") for shift in (4, -4, 8, -8) if 0 < right + Fraction(shift, 100) < 1]
    else:
        fits += [(value, "计算有误") for value in (right * Fraction(1, 2), right * Fraction(3, 2), right * Fraction(2, 3)) if 0 < value < 1]
    return Generated(
        point=POINT,
        stem=stem,
        right=show(right),
        wrong=[Wrong(show(value), why) for value, why in fits],
        steps=steps,
        parameters={"task": task, **parameters},
    )


def _balls(chance: Chance) -> Generated | None:
    red, white, take = chance.between(2, 7), chance.between(2, 7), chance.between(2, 3)
    if take > min(red, white):
        return None
    reds = chance.between(0, take)
    same = chance.one_in(3)
    right = drawn(red, white, take, take) + drawn(red, white, take, 0) if same else drawn(red, white, take, reds)
    total = red + white
    ways = comb(total, take)
    replaced = Fraction(red, total) ** reds * Fraction(white, total) ** (take - reds)
    candidates = [
        (Fraction(red, total) ** take + Fraction(white, total) ** take, "按有放回计算")
        if same
        else (comb(take, reds) * replaced, "按有放回计算"),
        (replaced, "按有放回计算，并且没有考虑次序"),
        (drawn(red, white, take, take), "只算了全是红球的情况"),
        (drawn(red, white, take, 0), "只算了全是白球的情况"),
        (right / comb(take, reds) if not same else right / 2, "没有乘以不同的次序数"),
        (1 - right, "算成了相反的情况"),
        (Fraction(reds or take, total), "用取的个数除以了球的总数"),
        (Fraction(red, total), "只看了取一个球的情况"),
        (Fraction(1, take + 1), "把几种结果当作了等可能"),
    ]
    word = "两" if take == 2 else "三"
    wanted = f"{word}个球颜色相同" if same else f"恰有 {reds} 个红球"
    if same:
        favourable = comb(red, take) + comb(white, take)
        how = f"全是红球的有 {comb(red, take)} 种，全是白球的有 {comb(white, take)} 种，一共 {comb(red, take)} + {comb(white, take)} = {favourable} 种。"
    else:
        favourable = comb(red, reds) * comb(white, take - reds)
        how = f"取出 {reds} 个红球、{take - reds} 个白球的有 {comb(red, reds)} × {comb(white, take - reds)} = {favourable} 种。"
    return _question(
        "same-colour" if same else "balls",
        f"袋中有大小相同的红球 {red} 个、白球 {white} 个，从中一次任取 {take} 个，则{wanted}的概率为",
        right,
        candidates,
        paragraphs(f"从 {total} 个球里取 {take} 个，一共有 {ways} 种取法。", how, f"概率为 {favourable}/{ways} = {_fraction(right)}"),
        {"red": red, "white": white, "take": take, **({} if same else {"reds": reds})},
        False,
    )


def _either(chance: Chance) -> Generated | None:
    one, other = (Fraction(chance.between(2, 9), 10) for _ in range(2))
    if one == other:
        return None
    exactly = chance.one_in(2)
    hit = at_least_one((one, other))
    right = one + other - 2 * one * other if exactly else hit
    candidates = [
        (one + other, "概率直接相加，两人都命中的情况算了两次"),
        (one * other, "算成了两人都命中"),
        (hit if exactly else one + other - 2 * one * other, "算成了至少一人命中" if exactly else "算成了恰有一人命中"),
        ((1 - one) * (1 - other), "算成了两人都没命中"),
        (1 - one * other, "算成了不是两人都命中"),
        ((one + other) / 2, "把两个概率取了平均"),
        (one * (1 - other), "只算了甲命中、乙没命中"),
        (other * (1 - one), "只算了乙命中、甲没命中"),
    ]
    shown = percent(right)
    wanted = "恰有一人命中" if exactly else "至少有一人命中"
    first, second = decimal(one), decimal(other)
    steps = (
        paragraphs(
            f"甲中乙不中：{first} × (1 − {second}) = {decimal(one * (1 - other))}；乙中甲不中：{second} × (1 − {first}) = {decimal(other * (1 - one))}。",
            f"两种情况不会同时发生，相加：{decimal(one * (1 - other))} + {decimal(other * (1 - one))} = {decimal(right)}，即 {shown}",
        )
        if exactly
        else paragraphs(
            f"从反面想，两人都没命中的概率为 (1 − {first}) × (1 − {second}) = {decimal(1 - hit)}。",
            f"所以至少有一人命中的概率为 1 − {decimal(1 - hit)} = {decimal(right)}，即 {shown}",
        )
    )
    return _question(
        "exactly-one" if exactly else "either",
        f"甲、乙两人各射击一次，命中的概率分别为 {first} 和 {second}，两人是否命中互不影响，则{wanted}的概率为",
        right,
        candidates,
        steps,
        {"first": str(one), "second": str(other)},
        True,
    )


def _tries(chance: Chance) -> Generated | None:
    win, times = Fraction(chance.between(1, 9), 10), chance.between(3, 4)
    hits = chance.between(1, times - 1)
    right = repeated(win, times, hits)
    if win == Fraction(1, 2) or not is_exact(right * 100, 2):
        return None
    candidates = [
        (win**hits * (1 - win) ** (times - hits), "没有乘以不同的次序数"),
        (comb(times, hits) * win**hits, "没有乘以其余各次没中的概率"),
        (win**hits, "只算了中的那几次"),
        (repeated(win, times, times - hits), "中与不中的次数弄反了"),
        (sum((repeated(win, times, each) for each in range(hits, times + 1)), Fraction(0)), "算成了至少中这么多次"),
        (Fraction(hits, times), "用次数的比当成了概率"),
        (times * win**hits * (1 - win) ** (times - hits), "次序数算错了"),
        (1 - right, "算成了相反的情况"),
    ]

    def show(value: Fraction) -> str:
        return percent(value, 2)

    wrong = [Wrong(show(value), why) for value, why in candidates if 0 < value < 1]
    wrong += [Wrong(show(right + Fraction(shift, 100)), "计算有误") for shift in (3, -3, 6, -6) if 0 < right + Fraction(shift, 100) < 1]
    hit, miss = decimal(win), decimal(1 - win)
    power = " × ".join([hit] * hits + [miss] * (times - hits))
    each = win**hits * (1 - win) ** (times - hits)
    return Generated(
        point=POINT,
        stem=f"某射手每次射击命中目标的概率为 {hit}，各次互不影响。他连续射击 {times} 次，则恰好命中 {hits} 次的概率为",
        right=show(right),
        wrong=wrong,
        steps=paragraphs(
            f"指定的 {hits} 次命中、其余 {times - hits} 次没命中的概率为 {power} = {decimal(each, 6)}。",
            f"是哪 {hits} 次命中有 {comb(times, hits)} 种可能。",
            f"概率为 {comb(times, hits)} × {decimal(each, 6)} = {decimal(right, 6)}，即 {show(right)}",
        ),
        parameters={"task": "tries", "chance": str(win), "times": times, "hits": hits},
    )


def _first(chance: Chance) -> Generated | None:
    good, bad = chance.between(1, 5), chance.between(2, 8)
    place = chance.between(2, 4)
    if place > bad + 1:
        return None
    right = first_at(good, bad, place)
    total = good + bad
    candidates = [
        (Fraction(bad, total) ** (place - 1) * Fraction(good, total), "按有放回计算"),
        (Fraction(good, total), "以为每一次取到的概率都一样，没有要求前面都取不到"),
        (Fraction(good, total - place + 1), "没有乘以前几次取不到的概率"),
        (
            1 - first_at(good, bad, 1) if place == 2 else sum((first_at(good, bad, each) for each in range(1, place + 1)), Fraction(0)),
            "算成了前几次里取到",
        ),
        (right * (total - place + 1) / good, "只算了前几次取不到"),
        (Fraction(place, total), "用次序除以了总数"),
        (first_at(good, bad, place - 1), "早了一次"),
        (first_at(good, bad, place + 1) if place < bad + 1 else Fraction(0), "晚了一次"),
        (1 - right, "算成了相反的情况"),
    ]
    measure, thing, have, event = chance.choice(
        (
            ("把", "钥匙", "能打开门锁", "打开门锁"),
            ("件", "产品", "是次品", "取到次品"),
            ("张", "奖券", "有奖", "抽到有奖的"),
        )
    )
    factors = [f"{bad - before}/{total - before}" for before in range(place - 1)] + [f"{good}/{total - place + 1}"]
    return _question(
        "first",
        f"有 {total} {measure}{thing}，其中 {good} {measure}{have}。逐{measure}任取，取后不放回，则第 {place} 次才第一次{event}的概率为",
        right,
        candidates,
        paragraphs(
            f"前 {place - 1} 次都取不到，第 {place} 次取到；每取一{measure}，剩下的就少一{measure}。",
            f"概率为 {' × '.join(f'({factor})' for factor in factors)} = {_fraction(right)}",
        ),
        {"good": good, "bad": bad, "place": place},
        False,
    )


def _match(chance: Chance) -> Generated | None:
    win = (
        Fraction(chance.choice((3, 4, 6, 7, 8)), 10)
        if chance.one_in(2)
        else Fraction(chance.choice((2, 3, 4)), 5) - Fraction(chance.below(2), 20)
    )
    led = chance.one_in(2)
    # Having lost the first game, he needs both of the others; having won it, one of two.
    right = at_least_one((win, win)) if led else best_of_three(win)
    candidates = [
        (win**2, "只算了连胜两局"),
        (3 * win**2 * (1 - win), "算成了三局里恰胜两局，其实连胜两局就结束了"),
        (2 * win**2 * (1 - win), "只算了打满三局取胜"),
        (best_of_three(win) if led else at_least_one((win, win)), "没有用已胜第一局的条件" if led else "以为已胜了第一局"),
        (win, "以为和胜一局的概率一样"),
        (1 - win**2, "反面算错了"),
        (2 * win * (1 - win), "只算了一胜一负"),
        (1 - (1 - win) ** 3, "算成了三局里至少胜一局"),
    ]
    shown, loss = decimal(win, 3), decimal(1 - win, 3)
    given = "已知甲胜了第一局，则甲最终获胜的概率为" if led else "则甲最终获胜的概率为"
    if led:
        steps = paragraphs(
            "甲已胜一局，后两局里只要再胜一局就获胜；反面是后两局全负。",
            f"概率为 1 − {loss} × {loss} = {decimal(right, 4)}，即 {percent(right)}",
        )
    else:
        long = 2 * win**2 * (1 - win)
        steps = paragraphs(
            f"2 : 0 取胜：{shown} × {shown} = {decimal(win**2, 5)}。",
            f"2 : 1 取胜：前两局一胜一负（2 种次序），第三局胜：2 × {shown} × {loss} × {shown} = {decimal(long, 6)}。",
            f"概率为 {decimal(win**2, 5)} + {decimal(long, 6)} = {decimal(right, 6)}，即 {percent(right)}",
        )
    if not is_exact(right * 100, 1):
        return None
    names = chance.choice((("乒乓球", "比赛"), ("羽毛球", "比赛"), ("围棋", "对局"), ("象棋", "对局"), ("台球", "比赛")))
    return _question(
        "led" if led else "match",
        f"甲、乙两人进行{names[0]}{names[1]}，采用三局两胜制（先胜两局者获胜，没有平局）。每局甲获胜的概率为 {shown}，各局互不影响，{given}",
        right,
        candidates,
        steps,
        {"win": str(win)},
        True,
    )


def _meeting(chance: Chance) -> Generated | None:
    window = chance.between(30, 120, 10)
    wait = chance.between(5, 50, 5)
    place = chance.choice(("车站", "图书馆", "公园门口", "咖啡馆"))
    if wait >= window * 2 // 3:
        return None
    right = meets(window, wait)
    share = Fraction(wait, window)
    candidates = [
        (share, "用等的时间除以了总时间"),
        (2 * share, "以为先到后到各占一份，直接乘以 2"),
        (share**2, "算成了等待时间的正方形"),
        ((1 - share) ** 2, "算成了遇不到的概率"),
        (1 - share, "用 1 减去了等待的比例"),
        (1 - share**2, "反面算错了"),
        (right / 2, "只算了甲先到的一半"),
        (1 - (1 - share) ** 2 / 2, "遇不到的两个三角形只减了一个"),
    ]
    left = window - wait
    return _question(
        "meeting",
        f"甲、乙两人约定在{place}见面，两人各自在同一段 {window} 分钟内的任意时刻到达，先到的人等 {wait} 分钟，等不到就离开，则两人能见到面的概率为",
        right,
        candidates,
        paragraphs(
            f"用正方形里的点表示两人到达的时刻，全部情况的面积为 {window} × {window} = {window * window}。",
            f"相差不超过 {wait} 分钟才能见面；相差更多的是两个直角边为 {left} 的三角形，合起来面积为 {left} × {left} = {left * left}。",
            f"概率为 1 − {left * left}/{window * window} = {_fraction(right)}",
        ),
        {"window": window, "wait": wait},
        False,
    )


KIND = Kind(
    name="probability",
    title="概率问题",
    points=(POINT,),
    versions={1: _write},
    solver=SOLVER,
)
