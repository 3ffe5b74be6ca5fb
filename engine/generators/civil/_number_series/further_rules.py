"""Further rules by which a row of numbers may go on, tried only where none of the usual ones is kept: products of two simple rows, sums of
neighbours, what one or two numbers before give, digits, numbers two by two.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from engine.generators.civil._number_series.rules import (
    RULES,
    Row,
    Rule,
    arithmetic,
    composite,
    geometric,
    powers,
    primes,
    ratios_of_differences,
    root,
    sums_of_two_primes,
)

Further = tuple[Rule, int, str]
"""A rule, how many of the numbers it takes to settle it, and the rule in words."""

_FACTORS = (Fraction(1, 2), *(Fraction(each) for each in (-1, 1, 2, 3, 4, 5)))


def _whole(row: Row) -> bool:
    return all(value.denominator == 1 for value in row)


def _alternating(row: Row) -> Fraction | None:
    """The same two numbers in turn."""
    return row[-2] if len(row) >= 3 and row[0] != row[1] and all(one == other for one, other in zip(row, row[2:], strict=False)) else None


def _constant(row: Row) -> Fraction | None:
    return row[0] if len(set(row)) == 1 else None


_SIMPLE: tuple[tuple[Rule, int], ...] = (
    (arithmetic, 2),
    (geometric, 2),
    (powers(2), 2),
    (powers(3), 2),
    (primes, 1),
)


def _of_neighbours(size: int, rule: Rule) -> Rule:
    """The sums of so many neighbours go on by a rule."""

    def applied(row: Row) -> Fraction | None:
        if len(row) < size + 2:
            return None
        sums = [sum(row[place : place + size], Fraction(0)) for place in range(len(row) - size + 1)]
        following = rule(sums)
        return None if following is None else following - sum(row[len(row) - size + 1 :], Fraction(0))

    return applied


def _divided(power: int, start: int, rule: Rule) -> Rule:
    """Divided by the powers of consecutive numbers, the row goes on by a rule."""

    def applied(row: Row) -> Fraction | None:
        shares = [value / (start + place) ** power for place, value in enumerate(row)]
        if not _whole(shares) or len(set(shares)) == 1:
            return None
        following = rule(shares)
        return None if following is None else following * (start + len(row)) ** power

    return applied


def _multiplied(factor: Fraction, rule: Rule) -> Rule:
    """So many times the one before, and more by a rule."""

    def applied(row: Row) -> Fraction | None:
        more = [after - factor * before for before, after in itertools.pairwise(row)]
        following = rule(more)
        return None if following is None else factor * row[-1] + following

    return applied


def _growing(start: int, step: int, rule: Rule) -> Rule:
    """Times one more (or one less) each time, and more by a rule."""

    def applied(row: Row) -> Fraction | None:
        factors = [start + step * place for place in range(len(row))]
        if any(factor <= 0 for factor in factors):
            return None
        more = [after - factor * before for factor, (before, after) in zip(factors, itertools.pairwise(row), strict=False)]
        following = rule(more)
        return None if following is None else factors[len(row) - 1] * row[-1] + following

    return applied


_Pair = Callable[[Fraction, Fraction], Fraction]


def _weighed(near: int, far: int) -> _Pair:
    """So many times the one before and so many times the one before that."""
    return lambda a, b: near * b + far * a


PAIRS: tuple[tuple[str, _Pair], ...] = (
    ("前一项与再前一项的平方相加", lambda a, b: a * a + b),
    ("再前一项的平方减去前一项", lambda a, b: a * a - b),
    ("前一项的平方加再前一项", lambda a, b: b * b + a),
    ("前一项的平方减去再前一项", lambda a, b: b * b - a),
    ("前一项的平方加再前一项的 2 倍", lambda a, b: b * b + 2 * a),
    ("再前一项的平方加前一项的 2 倍", lambda a, b: a * a + 2 * b),
    ("前两项的平方和", lambda a, b: a * a + b * b),
    ("前两项之积加再前一项", lambda a, b: a * b + a),
    ("前两项之积加前一项", lambda a, b: a * b + b),
    ("前两项之积减再前一项", lambda a, b: a * b - a),
    ("前两项之积减前一项", lambda a, b: a * b - b),
    ("前两项之积加前两项", lambda a, b: a * b + a + b),
    ("前两项之积的 2 倍", lambda a, b: 2 * a * b),
    ("前两项之积的一半", lambda a, b: a * b / 2),
    ("前两项之差的平方", lambda a, b: (a - b) ** 2),
    ("前两项之和的平方", lambda a, b: (a + b) ** 2),
    ("前两项的平均数", lambda a, b: (a + b) / 2),
    ("前两项之差的绝对值", lambda a, b: abs(a - b)),
    *((f"前一项的 {p} 倍加再前一项的 {q} 倍", _weighed(p, q)) for p in (1, 2, 3) for q in (1, 2, 3) if (p, q) != (1, 1)),
    *((f"前两项之差的 {k} 倍", _weighed(k, -k)) for k in (2, 3, 4)),
)


def _of_two(pair: _Pair, rule: Rule) -> Rule:
    """What the two before give, and more by a rule."""

    def applied(row: Row) -> Fraction | None:
        if len(row) < 4:
            return None
        more = [row[place] - pair(row[place - 2], row[place - 1]) for place in range(2, len(row))]
        following = rule(more)
        return None if following is None else pair(row[-2], row[-1]) + following

    return applied


def _nought(row: Row) -> Fraction | None:
    return Fraction(0) if not any(row) else None


def _last_digit(row: Row, pair: Callable[[int, int], int]) -> Fraction | None:
    if not _whole(row) or any(not 0 <= value <= 9 for value in row):
        return None
    digits = [int(value) for value in row]
    if any(digits[place] != pair(digits[place - 2], digits[place - 1]) % 10 for place in range(2, len(row))):
        return None
    return Fraction(pair(digits[-2], digits[-1]) % 10)


def _digits_added(row: Row) -> Fraction | None:
    """The one before and the sum of its digits."""
    if not _whole(row) or min(row) <= 9:
        return None
    added = [value + sum(map(int, str(int(value)))) for value in row]
    return added[-1] if added[:-1] == list(row[1:]) else None


def _rising_powers(row: Row) -> Fraction | None:
    """1^1, 2^2, 3^3, ... and the like: base and exponent each one more, or one of them one less."""
    found = set()
    size = len(row)
    for base, exponent, base_step, exponent_step in itertools.product(range(1, 8), range(0, 8), (1, -1), (1,)):
        if base + base_step * size < 1 or exponent + exponent_step * size > 9:
            continue
        values = [Fraction(base + base_step * place) ** (exponent + exponent_step * place) for place in range(size + 1)]
        if values[:-1] == list(row):
            found.add(values[-1])
    return found.pop() if len(found) == 1 else None


def _of_roots(exponent: int) -> Rule:
    """Squares (cubes) of numbers that go on by a usual rule."""

    def applied(row: Row) -> Fraction | None:
        roots = [root(value, exponent) for value in row]
        known = [Fraction(each) for each in roots if each is not None]
        if len(known) < len(row) or len(set(known)) < 3:
            return None
        found = {value for rule, takes in RULES if len(row) - takes >= 1 and (value := rule(known)) is not None}
        return found.pop() ** exponent if len(found) == 1 else None

    return applied


def _counted_off(start: int, step: int, rule: Rule) -> Rule:
    """By a rule once 1, 2, 3, ... (or 0, 1, 2, ...) are taken off or added."""

    def applied(row: Row) -> Fraction | None:
        following = rule([value - step * (start + place) for place, value in enumerate(row)])
        return None if following is None else following + step * (start + len(row))

    return applied


def _shifted(rule: Rule, amounts: Sequence[int], in_turn: bool) -> Rule:
    """By a rule once the same small number is taken off everywhere, or added and taken off in turn."""

    def applied(row: Row) -> Fraction | None:
        found = set()
        for amount in amounts:
            signs = [(-1) ** place if in_turn else 1 for place in range(len(row) + 1)]
            following = rule([value - amount * sign for value, sign in zip(row, signs, strict=False)])
            if following is not None:
                found.add(following + amount * signs[-1])
        return found.pop() if len(found) == 1 else None

    return applied


def _of_differences(rule: Rule) -> Rule:
    def applied(row: Row) -> Fraction | None:
        step = rule([after - before for before, after in itertools.pairwise(row)])
        return None if step is None else row[-1] + step

    return applied


def _without_signs(row: Row) -> Fraction | None:
    """Signs in turn, and the figures by a usual rule."""
    if any(not value for value in row) or any((one < 0) == (other < 0) for one, other in itertools.pairwise(row)):
        return None
    found = {value for rule, takes in RULES if len(row) - takes >= 2 and (value := rule([abs(each) for each in row])) is not None}
    return found.pop() * (1 if row[-1] < 0 else -1) if len(found) == 1 else None


def _two_by_two(row: Row) -> Fraction | None:
    """Of two and two, the second got from the first alike."""
    if len(row) < 7 or len(row) % 2 == 0:
        return None
    pairs = list(zip(row[:-1:2], row[1::2], strict=True))
    if len({first for first, _ in pairs}) < 3:
        return None
    found = set()
    if len({second - first for first, second in pairs}) == 1:
        found.add(row[-1] + pairs[0][1] - pairs[0][0])
    if len({first + second for first, second in pairs}) == 1:
        found.add(pairs[0][0] + pairs[0][1] - row[-1])
    if all(first for first, _ in pairs) and len({second / first for first, second in pairs}) == 1:
        found.add(row[-1] * pairs[0][1] / pairs[0][0])
    if all(first * second == pairs[0][0] * pairs[0][1] for first, second in pairs) and row[-1]:
        found.add(pairs[0][0] * pairs[0][1] / row[-1])
    for power in (2, 3):
        if all(second == first**power for first, second in pairs):
            found.add(row[-1] ** power)
    return found.pop() if len(found) == 1 else None


def _in_turn(row: Row) -> Fraction | None:
    """Two rows in turn, each by a usual rule."""
    mine, other = row[len(row) % 2 :: 2], row[1 - len(row) % 2 :: 2]
    if len(mine) < 3 or len(other) < 3:
        return None

    def values(part: Row) -> set[Fraction]:
        few = {value for rule in (arithmetic, geometric) if (value := rule(part)) is not None}
        return few or {value for rule, takes in RULES if len(part) >= 4 and len(part) - takes >= 1 and (value := rule(part)) is not None}

    found = values(mine) if values(other) else set()
    return found.pop() if len(found) == 1 else None


FURTHER: tuple[Further, ...] = (
    *((_of_neighbours(size, rule), takes + size - 1, f"相邻{'两三'[size - 2]}项的和成规律") for size in (2, 3) for rule, takes in _SIMPLE),
    *((_of_neighbours(size, _constant), size, f"相邻{'两三'[size - 2]}项的和不变") for size in (2, 3)),
    *(
        (_divided(power, start, rule), takes + 1, f"依次除以 {start}、{start + 1}……的 {power} 次方后成规律")
        for power in (1, 2, 3)
        for start in (1, 2)
        for rule, takes in _SIMPLE
    ),
    *(
        (_multiplied(factor, rule), takes + 2, f"前一项的 {factor} 倍，再加（减）有规律的数")
        for factor in _FACTORS
        for rule, takes in (*_SIMPLE, (_alternating, 2))
        if (factor, rule) != (Fraction(1), arithmetic)
    ),
    *(
        (_growing(start, step, rule), takes + 2, "依次乘以逐次变化 1 的数，再加（减）有规律的数")
        for start, step in ((1, 1), (2, 1), (3, 1), (6, -1), (5, -1), (4, -1), (7, -1))
        for rule, takes in (*_SIMPLE[:2], (_constant, 1), (_alternating, 2))
    ),
    *((_of_two(pair, _nought), 2, words) for words, pair in PAIRS),
    *((_of_two(pair, _constant), 3, f"{words}，再加（减）同一个数") for words, pair in PAIRS),
    *((_of_two(pair, arithmetic), 4, f"{words}，再加（减）等差的数") for words, pair in (("前两项之和", lambda a, b: a + b), *PAIRS[:11])),
    (lambda row: _last_digit(row, lambda a, b: a + b), 2, "每一项是前两项之和的个位数字"),
    (lambda row: _last_digit(row, lambda a, b: a * b), 2, "每一项是前两项之积的个位数字"),
    (_digits_added, 1, "前一项加上它的各位数字"),
    (composite, 1, "连续的合数"),
    (_rising_powers, 2, "底数、指数依次变化 1 的乘方"),
    (_of_differences(_rising_powers), 3, "相邻两项的差依次是底数、指数变化 1 的乘方"),
    (ratios_of_differences, 4, "相邻两项的差逐次乘以加 1 的数"),
    (_of_differences(_of_roots(2)), 4, "相邻两项的差是平方数，底数成规律"),
    (sums_of_two_primes, 1, "依次是两个连续质数的和"),
    (_of_differences(composite), 2, "相邻两项的差是连续的合数"),
    *((_of_roots(exponent), 3, f"{'平方立方'[2 * exponent - 4 : 2 * exponent - 2]}数，底数成规律") for exponent in (2, 3)),
    *(
        (_counted_off(start, step, rule), takes + 1, "逐项减去（加上）自然数后成规律")
        for start in (0, 1)
        for step in (1, -1)
        for rule, takes in ((powers(2), 2), (powers(3), 2), (geometric, 2))
    ),
    (_shifted(primes, (*range(-6, 0), *range(1, 7)), False), 2, "连续质数加（减）同一个数"),
    (_shifted(powers(2), (*range(-10, -3), *range(4, 11)), True), 3, "平方数依次加、减同一个数"),
    (_shifted(primes, (*range(-3, 0), *range(1, 4)), True), 2, "连续质数依次加、减同一个数"),
    (_without_signs, 3, "正负相间，去掉符号后成规律"),
    (_two_by_two, 3, "两两一组，组内的关系相同"),
    (_in_turn, 4, "奇数位和偶数位各成一列"),
)


def further_continuations(row: Row, least: int = 2) -> Iterator[tuple[Fraction, str, int]]:
    """As `continuations`, by the further rules."""
    if len(row) < 4:
        return
    for rule, takes, words in FURTHER:
        if len(row) - takes >= least and (value := rule(row)) is not None:
            yield value, words, len(row) - takes


def by_wider_fractions(row: Sequence[Fraction]) -> set[Fraction]:
    """Every fraction that goes on a row of fractions of which some are written shorter than they are meant (`2/3, 1/2, 2/5, 1/3`: all of 2)."""
    found: set[Fraction] = set()
    if len(row) < 4 or any(value < 0 for value in row):
        return found
    for turned in (False, True):
        parts = [(value.denominator, value.numerator) if turned else (value.numerator, value.denominator) for value in row]
        if not all(part[0] for part in parts):
            continue
        for one, other in itertools.product(range(1, 7), repeat=2):
            first, second = parts[0][0] * one, parts[1][0] * other
            tops = [first + (second - first) * place for place in range(len(row) + 1)]
            if any(top <= 0 or top % part[0] for top, part in zip(tops, parts, strict=False)) or tops[-1] <= 0:
                continue
            bottoms = [Fraction(top // part[0] * part[1]) for top, part in zip(tops, parts, strict=False)]
            following = {
                value
                for rule in (arithmetic, geometric, powers(2))
                if (value := rule(bottoms)) is not None and value.denominator == 1 and value > 0
            }
            found |= {value / tops[-1] if turned else tops[-1] / value for value in following}
    return found


_Step = Callable[[Fraction, Fraction], tuple[Fraction, Fraction]]
_HANDED_ON: tuple[tuple[_Step, tuple[str, str]], ...] = (
    (lambda top, bottom: (bottom, top + bottom), ("每个分子是前一个的分母", "每个分母是前一个的分子、分母之和")),
    (lambda top, bottom: (top + bottom, top), ("每个分子是前一个的分子、分母之和", "每个分母是前一个的分子")),
    (lambda top, bottom: (top + bottom, top + 2 * bottom), ("每个分子是前一个的分子、分母之和", "每个分母是前一个的分母与这个分子之和")),
    (lambda top, bottom: (2 * top + bottom, top + bottom), ("每个分子是前一个的分子与这个分母之和", "每个分母是前一个的分子、分母之和")),
    (lambda top, bottom: (top + bottom, 2 * top + bottom), ("每个分子是前一个的分子、分母之和", "每个分母是前一个的分子与这个分子之和")),
    (lambda top, bottom: (top + 2 * bottom, top + bottom), ("每个分子是前一个的分母与这个分母之和", "每个分母是前一个的分子、分母之和")),
)
"""What the fraction before hands on to the top and the bottom of the next, and that in words."""


def handed_on(tops: Sequence[Fraction], bottoms: Sequence[Fraction], inner: int | None) -> tuple[str, tuple[str, str]] | None:
    """The fraction that is missing of a row of fractions each got from the one before alike (`3/5, 8/13, 21/34`), and how it is got.

    `inner`: the place of the missing one where it is not the last.
    """
    known: list[tuple[Fraction, Fraction] | None] = list(zip(tops, bottoms, strict=True))
    if len(known) < 4 or inner in (0, 1):
        return None
    known.insert(len(known) if inner is None else inner, None)
    for step, words in _HANDED_ON:
        row = [each for each in known[:1] if each is not None]
        for told in known[1:]:
            following = step(*row[-1])
            if told not in (None, following):
                break
            row.append(following)
        else:
            top, bottom = row[known.index(None)]
            return f"{top}/{bottom}", words
    return None


def by_two_halves(terms: Sequence[str]) -> set[int]:
    """Every number that goes on numbers whose first digits are one row and whose other digits another (`12, 23, 35, 47, 511`)."""
    if len(terms) < 5 or any(not term.isdigit() or len(term) < 2 for term in terms):
        return set()
    found: set[int] = set()
    for first, second in itertools.product(range(1, len(terms[0])), range(1, len(terms[1]))):
        start, step = int(terms[0][:first]), int(terms[1][:second]) - int(terms[0][:first])
        heads = [str(start + step * place) for place in range(len(terms) + 1)]
        if not step or any(
            head == term or not term.startswith(head) or term[len(head)] == "0" for head, term in zip(heads, terms, strict=False)
        ):
            continue
        tails = [Fraction(term[len(head) :]) for head, term in zip(heads, terms, strict=False)]
        values = {value for rule, takes in RULES if len(tails) - takes >= 2 and (value := rule(tails)) is not None}
        if len(values) == 1 and (tail := values.pop()).denominator == 1 and tail > 0 and int(heads[-1]) > 0:
            found.add(int(heads[-1] + str(tail)))
    return found


def _plain_squares(row: Row) -> Fraction | None:
    """Consecutive squares, and nothing added."""
    roots = [root(value, 2) for value in row]
    known = [each for each in roots if each is not None]
    return Fraction(known[-1] + 1) ** 2 if len(known) == len(row) and known == list(range(known[0], known[0] + len(row))) else None


_OF_PARTS: tuple[Rule, ...] = (arithmetic, geometric, _plain_squares)


def in_parts(row: Sequence[str]) -> bool:
    """Whether the digits of all numbers, taken apart in two or three, each keep a rule of two numbers (`22, 44, 86, 168, 3210`)."""
    if any(not term.isdigit() or not 2 <= len(term) <= 6 for term in row):
        return False
    return any(len(row) >= least and _kept_by_parts(row, parts) for parts, least in ((2, 5), (3, 4)))


def _kept_by_parts(row: Sequence[str], count: int) -> bool:
    found: list[tuple[list[Fraction], ...]] = [tuple([] for _ in range(count))]
    for term in row:
        cuts = [(0, *places, len(term)) for places in itertools.combinations(range(1, len(term)), count - 1)]
        pieces = [[term[start:end] for start, end in itertools.pairwise(cut)] for cut in cuts]
        found = [
            tuple([*side, Fraction(piece)] for side, piece in zip(sides, each, strict=True))
            for sides in found
            for each in pieces
            if not any(piece.startswith("0") for piece in each)
            and all(
                len(side) < 2 or any(rule([*side]) == Fraction(piece) for rule in _OF_PARTS)
                for side, piece in zip(sides, each, strict=True)
            )
        ]
    return any(all(len(set(side)) > 1 and _by_one_rule(side) for side in sides) for sides in found)


def _by_one_rule(side: Sequence[Fraction]) -> bool:
    """Whether the same rule makes each from those before."""
    return any(all(rule(side[:end]) == side[end] for end in range(2, len(side))) for rule in _OF_PARTS)
