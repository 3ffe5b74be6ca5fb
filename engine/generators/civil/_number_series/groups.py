"""Rules of rows whose numbers belong together two by two or three by three, or stand in turn in two rows, whose numbers are powers with
falling or rising exponents, or whose steps come round: tried where a paper's options say which numbers may be meant.

A rule says what it makes the next number, and how many of the numbers told it leaves to check it.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cache

from engine.generators.civil._number_series.further_rules import PAIRS
from engine.generators.civil._number_series.rules import RULES, Row, Rule, arithmetic, geometric, powers, primes

Found = tuple[Fraction, int, str]
"""The next number, how many numbers check it, and the rule in words."""

Family = Callable[[Row], Iterator[Found]]
"""Every next number that a family of rules makes of a row."""


def same(row: Row) -> Fraction | None:
    """Always the same number."""
    return row[0] if len(set(row)) == 1 else None


def coming_round(row: Row) -> Fraction | None:
    """The same two or three numbers again and again."""
    for size in (2, 3):
        if len(row) > size and len(set(row[:size])) > 1 and all(one == other for one, other in zip(row, row[size:], strict=False)):
            return row[-size]
    return None


def second_order(row: Row) -> Fraction | None:
    """Steps of an arithmetic row."""
    if len(row) < 3:
        return None
    steps = [after - before for before, after in itertools.pairwise(row)]
    following = arithmetic(steps)
    return None if following is None else row[-1] + following


def sums(row: Row) -> Fraction | None:
    """Each the sum of the two before."""
    return row[-1] + row[-2] if len(row) > 2 and all(row[i] == row[i - 1] + row[i - 2] for i in range(2, len(row))) else None


def products(row: Row) -> Fraction | None:
    """Each the product of the two before."""
    if len(row) < 3 or len(set(row)) < 3:
        return None
    return row[-1] * row[-2] if all(row[i] == row[i - 1] * row[i - 2] for i in range(2, len(row))) else None


SIMPLE: tuple[tuple[Rule, int, str], ...] = (
    (same, 1, "不变"),
    (arithmetic, 2, "成等差数列"),
    (geometric, 2, "成等比数列"),
    (primes, 1, "是连续的质数"),
    (powers(2), 2, "是平方数"),
    (powers(3), 2, "是立方数"),
    (second_order, 3, "成二级等差数列"),
    (sums, 3, "中每一个是前两个的和"),
    (coming_round, 3, "循环出现"),
)
"""Rules that what is got from a row may follow, how many numbers each takes, and each in words."""


def simply(row: Row, least: int = 1) -> Iterator[Found]:
    """Every next number by a simple rule."""
    for rule, takes, words in SIMPLE:
        if len(row) - takes >= least and (value := rule(row)) is not None:
            yield value, len(row) - takes, words


def _differences(row: Row) -> list[Fraction]:
    return [after - before for before, after in itertools.pairwise(row)]


_RELATIONS: tuple[tuple[str, Callable[[Fraction, Fraction], Fraction | None], Callable[[Fraction, Fraction], Fraction | None]], ...] = (
    ("后一个减前一个的差", lambda a, b: b - a, lambda a, r: a + r),
    ("两个的和", lambda a, b: a + b, lambda a, r: r - a),
    ("两个的积", lambda a, b: a * b, lambda a, r: r / a if a else None),
    ("后一个与前一个的商", lambda a, b: b / a if a else None, lambda a, r: a * r),
    ("前一个与后一个的商", lambda a, b: a / b if b else None, lambda a, r: a / r if r else None),
)


def two_by_two(row: Row) -> Iterator[Found]:
    """Two and two: the relation of the second to the first is the same, or goes on by a simple rule."""
    if len(row) < 5 or len(row) % 2 == 0:
        return
    pairs = list(zip(row[:-1:2], row[1::2], strict=True))
    for words, relation, inverse in _RELATIONS:
        related = [relation(*pair) for pair in pairs]
        known = [each for each in related if each is not None]
        if len(known) < len(pairs):
            continue
        for value, checks, how in simply(known):
            following = inverse(row[-1], value)
            if following is not None and (len(set(known)) > 1 or len(known) > 2 or known[0] in (10, 100, 1000)):
                yield following, checks, f"两两一组，{words}{how}"


def three_by_three(row: Row) -> Iterator[Found]:
    """Three and three: the third got from the other two alike."""
    if len(row) % 3 != 2 or len(row) < 8:
        return  # one group says nothing: some relation of the many holds by chance
    groups = [row[place : place + 3] for place in range(0, len(row) - 2, 3)]
    plain: tuple[tuple[str, Callable[[Fraction, Fraction], Fraction]], ...] = (
        ("两数之和", lambda a, b: a + b),
        ("两数之积", lambda a, b: a * b),
        ("两数之差", lambda a, b: a - b),
        ("第一个数加第二个数的平方", lambda a, b: a + b * b),
        ("第一个数的平方加第二个数", lambda a, b: a * a + b),
        *PAIRS,
    )
    for words, pair in plain:
        more = [group[2] - pair(group[0], group[1]) for group in groups]
        if not any(more):
            yield pair(row[-2], row[-1]), len(groups) + 1, f"三个一组，第三个由前两个得到：{words}"
        elif len(groups) > 1 and len(set(more)) == 1:
            yield pair(row[-2], row[-1]) + more[0], len(groups), f"三个一组，第三个由前两个得到：{words}，再加（减）同一个数"


_JOINED_PLAINLY: tuple[tuple[str, Callable[[Fraction, Fraction], Fraction]], ...] = (
    ("和", lambda a, b: a + b),
    ("积", lambda a, b: a * b),
    ("差", lambda a, b: a - b),
)


def between(row: Row) -> Iterator[Found]:
    """The numbers at even places are the sums (or products) of their neighbours, or each second number is got from the two before."""
    if len(row) < 5:
        return
    for start in (0, 1):
        places = range(start + 1, len(row) - 1, 2)
        if (len(row) - start) % 2 == 0 and len(places) >= 2:
            if all(row[i] == row[i - 1] + row[i + 1] for i in places):
                yield row[-1] - row[-2], len(places), "每隔一个数，中间的数是左右两数之和"
            if row[-2] and all(row[i] == row[i - 1] * row[i + 1] for i in places):
                yield row[-1] / row[-2], len(places), "每隔一个数，中间的数是左右两数之积"
        places = range(start + 2, len(row), 2)
        if (len(row) - start) % 2 == 0 and len(places) >= 2:
            for words, pair in _JOINED_PLAINLY:
                if all(row[i] == pair(row[i - 2], row[i - 1]) for i in places):
                    yield pair(row[-2], row[-1]), len(places), f"每隔一个数，后面的数是它前面两数之{words}"


_IN_TURN: tuple[tuple[Rule, int], ...] = (
    *((rule, takes) for rule, takes, _ in SIMPLE if rule is not same),
    (products, 2),
)


def in_turn(row: Row) -> Iterator[Found]:
    """Two rows in turn."""
    mine, other = row[len(row) % 2 :: 2], row[1 - len(row) % 2 :: 2]
    if len(mine) < 3 or len(other) < 3:
        return
    rules = [(rule, takes) for rule, takes in (*_IN_TURN, *RULES) if len(other) - takes >= 1 and rule(other) is not None]
    steps = in_turn_steps(other)
    if not rules and not steps:
        return
    best = max([len(other) - takes for _, takes in rules] or [len(other) - 3])
    for rule, takes in (*_IN_TURN, *(RULES if len(mine) >= 4 else ())):
        if len(mine) - takes >= 1 and (value := rule(mine)) is not None:
            yield value, min(best + len(mine) - takes, 3), "奇数位和偶数位各成一列"
    if (value := in_turn_steps(mine)) is not None:
        yield value, min(best + len(mine) - 3, 2), "奇数位和偶数位各成一列，其中一列的差循环"


def in_turn_steps(row: Row) -> Fraction | None:
    """Two steps in turn."""
    if len(row) < 4:
        return None
    step = coming_round(_differences(row))
    return None if step is None else row[-1] + step


def by_exponents(row: Row) -> Iterator[Found]:
    """Powers, base and exponent each going on by one or two, all with the same small number added."""
    size = len(row)
    for more in range(-3, 4):
        plain = [value - more for value in row]
        for base, exponent in _powers_by_value().get(plain[0], ()):
            for step, rise in itertools.product((1, -1, 2, -2), (1, -1)):
                if any(_power(base + step * place, exponent + rise * place) != value for place, value in enumerate(plain)):
                    continue
                if (following := _power(base + step * size, exponent + rise * size)) is not None:
                    yield (
                        following + more,
                        size - 2 - (1 if more else 0),
                        "底数、指数依次变化的乘方" + ("，再加（减）同一个数" if more else ""),
                    )


def _power(base: int, exponent: int) -> Fraction | None:
    if not base and exponent <= 0:
        return None
    return Fraction(base) ** exponent if abs(exponent) < 10 else None


@cache
def _powers_by_value() -> dict[Fraction, list[tuple[int, int]]]:
    """Small bases and exponents by the power they make."""
    found: dict[Fraction, list[tuple[int, int]]] = {}
    for base, exponent in itertools.product(range(-2, 14), range(9)):
        if (value := _power(base, exponent)) is not None:
            found.setdefault(value, []).append((base, exponent))
    return found


def _cube_root(value: Fraction) -> int | None:
    if value.denominator != 1:
        return None
    size = round(abs(value) ** (1 / 3))
    return (size if value >= 0 else -size) if size**3 == abs(value) else None


def _square_root(value: Fraction) -> int | None:
    if value.denominator != 1 or value < 0:
        return None
    size = round(float(value) ** 0.5)
    return size if size * size == value else None


def by_roots(row: Row) -> Iterator[Found]:
    """Squares or cubes (of negative numbers, too) of numbers that go on by a rule, all with the same or an alternating small number added."""
    if any(abs(value) > 10**9 for value in row):
        return
    for exponent, root in ((2, _square_root), (3, _cube_root)):
        for more, turning in itertools.product(range(-3, 4), (False, True)):
            if turning and not more:
                continue
            signs = [-1 if turning and place % 2 else 1 for place in range(len(row) + 1)]
            roots: list[Fraction] = []
            for value, sign in zip(row, signs, strict=False):
                found = root(value - more * sign)
                if found is None:
                    break
                roots.append(Fraction(found))
            if len(roots) < len(row) or len({abs(each) for each in roots}) < 3:
                continue
            # That every number is so near a square is a check of its own.
            for value, checks, words in simply(roots):
                yield (
                    value**exponent + more * signs[-1],
                    checks + (0 if more else 1),
                    f"{'平方' if exponent == 2 else '立方'}数{'加（减）一个数' if more else ''}，底数{words}",
                )


def by_steps(row: Row) -> Iterator[Found]:
    """The steps come round, fall as squares or cubes, are powers, or are themselves two rows in turn or sums of neighbours."""
    steps = _differences(row)
    for turned in (False, True):
        mine = [-step for step in steps] if turned else steps
        for rule, takes, words in ((powers(2), 2, "平方数"), (powers(3), 2, "立方数"), (primes, 1, "质数"), (products, 2, "前两个的积")):
            if len(mine) - takes >= 1 and (value := rule(mine)) is not None:
                yield row[-1] + (-value if turned else value), len(mine) - takes + 1, f"相邻两项的差是{words}"
    if len(steps) >= 4 and (value := coming_round(steps)) is not None:
        yield row[-1] + value, len(steps) - 3, "相邻两项的差循环出现"
    if len(steps) >= 3 and all(steps[i] == steps[i - 2] - steps[i - 1] for i in range(2, len(steps))):
        yield row[-1] + steps[-2] - steps[-1], len(steps) - 2, "相邻两项的差中，每一个是前两个的差"
    if len(steps) >= 5 and len(set(steps)) > 2 and all(steps[i] == steps[i - 3] * steps[i - 2] for i in range(3, len(steps))):
        yield row[-1] + steps[-3] * steps[-2], len(steps) - 3, "相邻两项的差中，每一个是它前面第三个与第二个的积"
    for family in (in_turn, by_exponents, two_by_two):
        for value, checks, words in family(steps):
            yield row[-1] + value, checks - 1, f"相邻两项的差：{words}"
    second = _differences(steps)
    for rule, takes, words in SIMPLE:
        if rule is not same and len(second) - takes >= 1 and (value := rule(second)) is not None:
            yield row[-1] + steps[-1] + value, len(second) - takes, f"差的差{words}"


def by_ratios(row: Row) -> Iterator[Found]:
    """The quotients of neighbours, or the numbers turned upside down, go on by a simple rule."""
    if not all(row):
        return
    ratios = [after / before for before, after in itertools.pairwise(row)]
    for value, checks, words in simply(ratios):
        if len(set(ratios)) > 1:
            yield row[-1] * value, checks, f"后一项与前一项的商{words}"
    for value, checks, words in simply(upside_down := [1 / each for each in ratios]):
        if len(set(ratios)) > 1 and value:
            # That each divides the one before is a check of its own.
            whole = all(each.denominator == 1 for each in upside_down)
            yield row[-1] / value, checks + whole, f"前一项与后一项的商{words}"
    turned = [1 / each for each in row]
    for rule, takes, words in SIMPLE[1:3] + SIMPLE[6:8]:
        if len(row) - takes >= 1 and (following := rule(turned)):
            yield 1 / following, len(row) - takes, f"各项的倒数{words}"


def by_neighbours(row: Row) -> Iterator[Found]:
    """The sums of two or three neighbours go on by a simple rule."""
    for size in (2, 3):
        if len(row) < size + 2:
            continue
        joined = [sum(row[place : place + size], Fraction(0)) for place in range(len(row) - size + 1)]
        for value, checks, words in simply(joined):
            yield value - sum(row[len(row) - size + 1 :], Fraction(0)), checks, f"相邻{'两三'[size - 2]}项的和{words}"


def by_digits(row: Row) -> Iterator[Found]:
    """Each number less (or with) the sum of its digits goes on to the next, or by a simple rule."""
    if any(value.denominator != 1 or value < 10 for value in row):
        return
    own = [sum(map(int, str(int(value)))) for value in row]
    for sign, words in ((1, "加上"), (-1, "减去")):
        if all(after == before + sign * digits for before, after, digits in zip(row, row[1:], own, strict=False)):
            yield row[-1] + sign * own[-1], len(row) - 1, f"后一项是前一项{words}它的各位数字之和"
    # Each less the sum of its digits: the next number is any of which that leaves what the row goes on to.
    left = [value - digits for value, digits in zip(row, own, strict=True)]
    for target, checks, words in simply(left, 2):
        if len(set(left)) > 1 and target.denominator == 1 and 0 <= target < 10**6:
            for number in range(int(target), int(target) + 60):
                if number - sum(map(int, str(number))) == target:
                    yield Fraction(number), checks, f"各项减去各位数字之和{words}"


_FACTORS: tuple[tuple[str, Callable[[int], list[int]]], ...] = (
    *((f"{start}、{start + 1}、{start + 2}……", lambda size, start=start: list(range(start, start + size))) for start in (1, 2, 3)),
    ("2、3、5、7……", lambda size: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47][:size]),
    ("1、3、5、7……", lambda size: list(range(1, 2 * size, 2))),
    ("2、4、6、8……", lambda size: list(range(2, 2 * size + 1, 2))),
)


def by_factors(row: Row) -> Iterator[Found]:
    """Times the next of a known row of factors, and more (or less) by a simple rule."""
    if len(row) > 14:
        return
    for words, made in _FACTORS:
        factors = made(len(row))
        more = [after - before * factor for before, after, factor in zip(row, row[1:], factors, strict=False)]
        for value, checks, how in simply(more):
            yield row[-1] * factors[-1] + value, checks, f"前一项依次乘以 {words}，再加（减）的数{how}"


_JOINED: tuple[tuple[str, Callable[[Fraction, Fraction], Fraction]], ...] = (
    ("前两项之和", lambda a, b: a + b),
    ("前两项之积", lambda a, b: a * b),
    ("再前一项减前一项的差", lambda a, b: a - b),
    *PAIRS,
)


def by_two_before(row: Row) -> Iterator[Found]:
    """What the two before give, and more (or less) by a simple rule."""
    if len(row) < 4:
        return
    for words, pair in _JOINED:
        more = [row[place] - pair(row[place - 2], row[place - 1]) for place in range(2, len(row))]
        if not any(more):
            yield pair(row[-2], row[-1]), len(more), words
            continue
        for value, checks, how in simply(more):
            yield pair(row[-2], row[-1]) + value, checks, f"{words}，再加（减）的数{how}"


def by_power_before(row: Row) -> Iterator[Found]:
    """The square or cube of the one before, and more (or less) by a simple rule."""
    for power, words in ((2, "平方"), (3, "立方")):
        if any(abs(value) > 10**4 for value in row):
            continue
        more = [after - before**power for before, after in itertools.pairwise(row)]
        if len({abs(value) for value in row}) < 3:
            continue
        for value, checks, how in simply(more):
            yield row[-1] ** power + value, checks, f"前一项的{words}，再加（减）的数{how}"
