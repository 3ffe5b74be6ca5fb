"""Counts with a formula of their own, each with its working."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from math import comb, factorial, isqrt, perm, prod

from engine.generators.civil._counting.arranging.simulator import Condition, arranged, row_of
from engine.generators.civil._counting.combinatorics.simulator import derangements
from engine.generators.reading import stay_out

Counted = tuple[int, list[str]]
"""A number of ways and the working."""


def choose(total: int, take: int, ordered: bool) -> Counted:
    """So many of all, in order or not."""
    value = perm(total, take) if ordered else comb(total, take)
    return value, [f"{'排列' if ordered else '组合'}数：从 {total} 个里取 {take} 个，有 {value} 种。"]


def deranged(count: int, right: int) -> Counted:
    """Orders in which just so many have their own."""
    if right:
        wrong = derangements(count - right)
        value = comb(count, right) * wrong
        return value, [f"先选出对的 {right} 个：{comb(count, right)} 种，其余 {count - right} 个全错：{wrong} 种，共 {value} 种。"]
    row = [derangements(each) for each in range(1, count + 1)]
    return row[-1], [f"错位排列，D(n) = (n − 1)(D(n − 1) + D(n − 2))：依次为 {'、'.join(map(str, row))}。"]


def added(ways: Sequence[Sequence[int]]) -> Counted:
    """Each way in stages is a product, different ways are added."""
    products = [prod(each) for each in ways]
    told = " + ".join(" × ".join(map(str, each)) for each in ways)
    how = "分步用乘法" if len(ways) == 1 else "分类用加法" if all(len(each) == 1 for each in ways) else "分步相乘，分类相加"
    return sum(products), [f"{how}：{told} = {sum(products)}。"]


def routes(ways: Sequence[Sequence[object]], start: str, end: str) -> Counted:
    """Routes from one place to another that visit no place twice; `ways`: (from, to, how many)."""
    found: list[list[int]] = []

    def go(place: str, seen: list[str], counts: list[int]) -> None:
        if place == end:
            found.append(counts)
            return
        for one, other, number in ways:
            if one == place and other not in seen:
                go(str(other), [*seen, str(other)], [*counts, int(str(number))])

    go(start, [start], [])
    return added(found) if found else stay_out("no way there")


def menu(offers: Sequence[int], takes: Sequence[int]) -> Counted:
    """So many of each of several sorts."""
    return added([[comb(offer, take) for offer, take in zip(offers, takes, strict=True)]])


def covering(people: int, things: int, take: int) -> Counted:
    """Everybody takes so many of the things, and each of the things is taken by somebody."""
    terms = [(-1) ** left * comb(things, left) * comb(things - left, take) ** people for left in range(things - take + 1)]
    shown = " ".join(f"{'−' if left % 2 else '+'} C({things}, {left}) × C({things - left}, {take})^{people}" for left in range(len(terms)))
    return sum(terms), [f"容斥，去掉有的没人选的：{shown.removeprefix('+ ')} = {sum(terms)}。"]


def some_kinds(kinds: int, low: int, high: int) -> Counted:
    """Some of the kinds, at least and at most so many."""
    parts = [(each, comb(kinds, each)) for each in range(low, high + 1)]
    value = sum(ways for _, ways in parts)
    return value, [f"选 {each} 种：C({kinds}, {each}) = {ways}。" for each, ways in parts] + [f"分类相加，共 {value} 种。"]


def taken_in_turn(things: int, takes: Sequence[int]) -> Counted:
    """Of different things so many to one place, then so many to another."""
    value, left, told = 1, things, []
    for take in takes:
        value *= comb(left, take)
        told.append(f"C({left}, {take})")
        left -= take
    return value, [f"{' × '.join(told)} = {value}。"]


def pairs_taken(pairs: int, take: int, what: str) -> Counted:
    """Some of so many different pairs, taken one by one: with no pair (`none`), exactly one (`exact`), or at least one among them."""
    none = comb(pairs, take) * 2**take
    if what == "none":
        return none, [f"没有成双的：选 {take} 双，每双取一只，{comb(pairs, take)} × 2^{take} = {none}。"]
    if what == "exact":
        rest = comb(pairs - 1, take - 2) * 2 ** (take - 2)
        return pairs * rest, [f"先选成双的一双 {pairs} 种，再从其余各双里每双至多取一只，{rest} 种：{pairs} × {rest} = {pairs * rest}。"]
    total = comb(2 * pairs, take)
    return total - none, [f"一共 {total} 种，没有成双的 {none} 种，{total} − {none} = {total - none}。"]


def purchases(prices: Sequence[int], low: Sequence[int], high: Sequence[int | None], money: int, all_of_it: bool) -> Counted:
    """Whole numbers of things bought, at least and at most so many of each, for so much money at most or exactly."""
    most = [money // price if top is None else min(top, money // price) for price, top in zip(prices, high, strict=True)]
    found: dict[int, int] = {}
    for numbers in itertools.product(*(range(least, top + 1) for least, top in zip(low, most, strict=True))):
        spent = sum(price * number for price, number in zip(prices, numbers, strict=True))
        if spent == money or (spent < money and not all_of_it):
            found[numbers[0]] = found.get(numbers[0], 0) + 1
    value = sum(found.values())
    cases = "，".join(f"{number} 件时 {ways} 种" for number, ways in found.items())
    return value, [f"按第一种物品的件数分类：{cases}；共 {' + '.join(map(str, found.values()))} = {value}。"]


# --- rows --------------------------------------------------------------------------------------------------------------------------


def inserted(old: int, new: int, apart: bool) -> Counted:
    """New items put into a row whose order stays."""
    if apart:
        return perm(old + 1, new), [f"插空：{old + 1} 个空里放 {new} 个，互不相邻，{perm(old + 1, new)} 种。"]
    factors = [old + 1 + each for each in range(new)]
    told = " × ".join(map(str, factors))
    return prod(factors), [f"逐个插入，依次有 {'、'.join(map(str, factors))} 个位置，{told} = {prod(factors)}。"]


def partly_alike(alike: Sequence[int], different: int) -> Counted:
    """A row of things of which those of a sort are told apart by nothing, and others that differ."""
    every = sum(alike) + different
    value = factorial(every) // prod(map(factorial, alike))
    told = " ÷ ".join((f"{every}!", *(f"{each}!" for each in alike)))
    return value, [f"{every} 个全排列，相同的交换次序不算不同：{told} = {value}。"]


def gaps_filled(others: int, put: int, ends: bool) -> Counted:
    """So many alike put into the gaps between others, one each at most; at the `ends`, too, or not."""
    gaps = others + 1 if ends else others - 1
    if not 0 < put <= gaps:
        stay_out("no way at all")
    return comb(gaps, put), [
        f"其余 {others} 个之间{'和两端' if ends else ''}有 {gaps} 个空可放，选 {put} 个：C({gaps}, {put}) = {comb(gaps, put)}。"
    ]


def blocks(sizes: Sequence[int], ring: bool) -> Counted:
    """Groups that each stay together, in a row or round a table."""
    units, inner = factorial(len(sizes) - ring), prod(map(factorial, sizes))
    inside = " × ".join(f"{each}!" for each in sizes)
    value = units * inner
    return value, [f"捆绑法：{len(sizes)} 个整体{'环形' if ring else ''}排列 {units} 种，各自内部 {inside}，{units} × {inner} = {value}。"]


def families_in_rows(families: int, size: int, rows: Sequence[int]) -> Counted:
    """Families of so many each in rows of seats, each family side by side in one row."""
    value = 0
    for rows_of in itertools.product(range(len(rows)), repeat=families):
        one = 1
        for row, seats in enumerate(rows):
            here = rows_of.count(row)
            left = seats - here * size
            # So many blocks and so many empty seats in the row, the blocks told apart.
            one *= perm(left + here, here) if left >= 0 else 0
        value += one
    inner = factorial(size) ** families
    return value * inner, [
        f"每家捆绑成一个整体，各排中的位置共 {value} 种；每家内部 {factorial(size)} 种；{value} × {factorial(size)}^{families} = {value * inner}。"
    ]


def two_rows(columns: int, ordered: bool) -> Counted:
    """People of different heights in two rows, each behind a shorter one; perhaps each row by height, too."""
    every = factorial(2 * columns)
    if ordered:
        value = comb(2 * columns, columns) // (columns + 1)
        return value, [f"两排都按高矮排、后面的总比前面的高，是卡特兰数：C({2 * columns}, {columns}) ÷ {columns + 1} = {value}。"]
    value = every // 2**columns
    return value, [f"每列两人谁在后由高矮定，全排列除以每列的 2 种：{2 * columns}! ÷ 2^{columns} = {value}。"]


def turns_apart(turns: Sequence[int]) -> Counted:
    """A rota in which each has so many turns and none two of them one after another."""

    def ways(left: tuple[int, ...], last: int) -> int:
        if not any(left):
            return 1
        return sum(ways((*left[:who], left[who] - 1, *left[who + 1 :]), who) for who, count in enumerate(left) if count and who != last)

    value = ways(tuple(turns), -1)
    return value, [f"{sum(turns)} 天逐天安排，前一天的人不再排在后一天，逐类列举共 {value} 种。"]


def coloured(colours: int, regions: int, ring: bool) -> Counted:
    """Regions in a row or round a ring, neighbours of different colours."""
    if ring:
        value = (colours - 1) ** regions + (-1) ** regions * (colours - 1)
        return value, [f"环形涂色：(k − 1)^n + (−1)^n × (k − 1)，k 为 {colours}，n 为 {regions}，得 {value}。"]
    value = colours * (colours - 1) ** (regions - 1)
    return value, [
        f"第一个有 {colours} 种涂法，以后每个与前一个不同，各有 {colours - 1} 种：{colours} × {colours - 1}^{regions - 1} = {value}。"
    ]


# --- matches -----------------------------------------------------------------------------------------------------------------------


def met(times: int) -> Counted:
    """How many there are if every two meet once and so often is met."""
    people = (1 + isqrt(1 + 8 * times)) // 2
    if people * (people - 1) // 2 != times:
        stay_out("no such number")
    return people, [f"设有 n 个，n(n − 1) ÷ 2 = {times}，解得 n = {people}。"]


def couples_shaking(pairs: int) -> Counted:
    """Handshakes of couples, without those within a couple."""
    every = comb(2 * pairs, 2)
    return every - pairs, [
        f"{2 * pairs} 人两两一次共 C({2 * pairs}, 2) = {every} 次，减去夫妻之间的 {pairs} 次，{every} − {pairs} = {every - pairs}。"
    ]


def staged(teams: int, groups: int, best: int, third: bool) -> Counted:
    """Matches within so many groups, then (where so many of each group go on) a knock-out; no groups: a knock-out alone."""
    steps, value, left = [], 0, teams
    if groups:
        each = comb(teams // groups, 2)
        value, left = groups * each, groups * best
        steps.append(
            f"每组 {teams // groups} 个两两比赛 {each} 场，{groups} 组共 {value} 场" + (f"，{left} 个进入淘汰赛。" if best else "。")
        )
    if left:
        value += left - 1 + third
        steps.append(f"淘汰赛每场淘汰一个，决出冠军要 {left - 1} 场{'，再加一场决第三名' if third else ''}，一共 {value} 场。")
    return value, steps


# --- ways and figures ----------------------------------------------------------------------------------------------------------------


def grid(a: int, b: int, closed: Sequence[int]) -> Counted:
    """Shortest ways in a grid, one crossing perhaps `closed`."""
    every = comb(a + b, a)
    steps = [f"最短路线共走 {a + b} 格，其中 {a} 格是横向的：从 {a + b} 步里选 {a} 步，有 {every} 种。"]
    if not closed:
        return every, steps
    if not (0 <= closed[0] <= a and 0 <= closed[1] <= b):
        stay_out("outside")
    first, second = comb(sum(closed), closed[0]), comb(a + b - sum(closed), a - closed[0])
    return every - first * second, [
        *steps,
        f"经过封闭处的 {first} × {second} = {first * second} 条，{every} − {first * second} = {every - first * second}。",
    ]


def stairs(steps: int, sizes: Sequence[int], broken: int) -> Counted:
    """Ways up by steps of these sizes, one step (0: none) left out."""
    ways = [1]
    for step in range(1, steps + 1):
        ways.append(0 if step == broken else sum(ways[step - size] for size in sizes if size <= step))
    terms = " + ".join(f"f(n − {size})" for size in sorted(sizes))
    left_out = f"，第 {broken} 级记 0" if broken else ""
    return ways[-1], [f"递推 f(n) = {terms}{left_out}：从 1 级起依次为 {'、'.join(map(str, ways[1:]))}。"]


def passes(people: int, times: int) -> Counted:
    """Passes of a ball that comes back to the first."""
    home = [1]
    for number in range(times):
        home.append((people - 1) ** number - home[-1])
    return home[-1], [f"传 n 次后球在甲处的传法 a(n) = {people - 1}^(n − 1) − a(n − 1)：依次为 {'、'.join(map(str, home[1:]))}。"]


def diagonals(sides: int) -> Counted:
    """Diagonals of a polygon."""
    value = sides * (sides - 3) // 2
    return value, [f"每个顶点引出 {sides - 3} 条，每条算了两次：{sides} × {sides - 3} ÷ 2 = {value}。"]


def through_points(points: int, line: int, what: str) -> Counted:
    """Triangles (三角形), lines (直线) or segments of so many points, some of them on one line."""
    size = 3 if what == "三角形" else 2
    value = comb(points, size)
    if size == 3 and line:
        return value - comb(line, 3), [f"任取 3 点 {value} 种，减去共线的 {comb(line, 3)} 种，得 {value - comb(line, 3)}。"]
    if what == "直线" and line:
        return value - comb(line, 2) + 1, [f"任取 2 点 {value} 种，共线的 {comb(line, 2)} 种只算 1 条，得 {value - comb(line, 2) + 1}。"]
    return value, [f"任取 {size} 点，有 {value} 种。"]


def sum_of_numbers(digits: Sequence[int], places: int) -> Counted:
    """The sum of all numbers of so many different digits laid of some."""
    made = [int("".join(map(str, each))) for each in itertools.permutations(digits, places) if each[0]]
    return sum(made), [f"共有 {len(made)} 个数，逐位相加，和为 {sum(made)}。"]


def letters(names: Sequence[str], counts: Sequence[int], conditions: Sequence[Condition]) -> Counted:
    """So many of each letter in a row."""
    return arranged(row_of(names, counts, conditions, alike=True))


FORMULAS: dict[str, Callable[..., Counted]] = {
    each.__name__: each
    for each in (
        choose,
        deranged,
        added,
        routes,
        menu,
        covering,
        some_kinds,
        taken_in_turn,
        pairs_taken,
        purchases,
        inserted,
        partly_alike,
        gaps_filled,
        blocks,
        families_in_rows,
        two_rows,
        turns_apart,
        coloured,
        met,
        couples_shaking,
        staged,
        grid,
        stairs,
        passes,
        diagonals,
        through_points,
        sum_of_numbers,
        letters,
    )
}
"""Each by name: what the `parameters` of a reading call."""
