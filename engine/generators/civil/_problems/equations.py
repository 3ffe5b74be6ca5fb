"""Equations between unknowns that may be multiplied with each other, solved exactly: what profit, speed and work problems come down to.

A `Term` is a polynomial with fractions as coefficients. `Equations.value` eliminates one unknown after another until a single one is left,
and takes the only positive root. Where the equations leave a scale open (nobody says what anything costs, only by how much it is reduced),
the unknowns named as scales are set to 1: the answer must not depend on them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import pairwise
from math import isqrt
from typing import TypeAlias

from engine.generators import patterns
from engine.generators.reading import StayOut, stay_out

Product: TypeAlias = tuple[str, ...]
"""Unknowns multiplied with each other, in order, each as often as its power."""
Term: TypeAlias = dict[Product, Fraction]
Value: TypeAlias = Fraction | int | str

_MOST_PRODUCTS = 120
_LARGEST_ROOT = 10**9
_MOST_CHECKED = 12
_LONGEST_SAID, _MOST_SAID = 6, 8


def constant(value: Value) -> Term:
    """A number."""
    return {(): Fraction(value)} if Fraction(value) else {}


def symbol(name: str) -> Term:
    """An unknown."""
    return {(name,): Fraction(1)}


def plus(*terms: Term) -> Term:
    """The sum."""
    found: Term = {}
    for term in terms:
        for product, factor in term.items():
            found[product] = found.get(product, Fraction(0)) + factor
    return {product: factor for product, factor in found.items() if factor}


def scaled(term: Term, factor: Value) -> Term:
    """A multiple."""
    return {product: value * Fraction(factor) for product, value in term.items()} if Fraction(factor) else {}


def less(one: Term, other: Term) -> Term:
    """The difference."""
    return plus(one, scaled(other, -1))


def product_of(*terms: Term) -> Term:
    """The product."""
    found = constant(1)
    for term in terms:
        more: Term = {}
        for one, factor in found.items():
            for other, value in term.items():
                key = tuple(sorted((*one, *other)))
                more[key] = more.get(key, Fraction(0)) + factor * value
        found = {product: factor for product, factor in more.items() if factor}
        if len(found) > _MOST_PRODUCTS:
            stay_out("equations too long")
    return found


def unknowns(terms: Iterable[Term]) -> list[str]:
    """All unknowns, in order of their names."""
    return sorted({name for term in terms for product in term for name in product})


def _degree(term: Term, name: str) -> int:
    return max((product.count(name) for product in term), default=0)


def _coefficients(term: Term, name: str) -> list[Term]:
    """The factors of the powers of an unknown, the lowest first."""
    found: list[Term] = [{} for _ in range(_degree(term, name) + 1)]
    for product, factor in term.items():
        rest = tuple(each for each in product if each != name)
        found[product.count(name)][rest] = factor
    return found


def _substituted(term: Term, name: str, above: Term, below: Term) -> Term:
    """The term times a power of `below`, with `above` / `below` for the unknown."""
    parts = _coefficients(term, name)
    top = len(parts) - 1
    return plus(*(product_of(part, *[above] * power, *[below] * (top - power)) for power, part in enumerate(parts)))


def _reduced(term: Term) -> Term:
    """Without unknowns that stand in every product: none of them is nought."""
    if not term:
        return term
    common = Counter(next(iter(term)))
    for product in term:
        common &= Counter(product)
    found: Term = {}
    for product, factor in term.items():
        left = list(product)
        for each in common.elements():
            left.remove(each)
        found[tuple(left)] = factor
    leading = next(iter(found.values()))
    return scaled(found, 1 / leading)


def _divisors(number: int) -> list[int]:
    number = abs(number)
    if number > _LARGEST_ROOT**2:
        return []
    found = [each for each in range(1, min(isqrt(number), 20000) + 1) if number % each == 0]
    return sorted({*found, *(number // each for each in found)})


def _positive_roots(term: Term, name: str) -> list[Fraction]:
    """The positive rational roots of a polynomial in one unknown.

    Raises:
        StayOut: a positive root that is no fraction cannot be excluded.
    """
    factors = [part.get((), Fraction(0)) for part in _coefficients(term, name)]
    while len(factors) > 1 and not factors[0]:
        factors = factors[1:]
    if len(factors) == 2:
        root = -factors[0] / factors[1]
        return [root] if root > 0 else []
    if len(factors) == 3:
        c, b, a = factors
        inner = b * b - 4 * a * c
        if inner < 0:
            return []
        above, below = isqrt(inner.numerator), isqrt(inner.denominator)
        if above**2 != inner.numerator or below**2 != inner.denominator:
            stay_out("a root that is no fraction")
        root = Fraction(above, below)
        return sorted({each for each in ((-b + root) / (2 * a), (-b - root) / (2 * a)) if each > 0})
    if len(factors) > 5 or len(factors) < 2:
        stay_out("equations of too high a degree")
    scale = 1
    for factor in factors:
        scale = scale * factor.denominator // _gcd(scale, factor.denominator)
    whole = [int(factor * scale) for factor in factors]
    tops, bottoms = _divisors(whole[0]), _divisors(whole[-1])
    if not tops or not bottoms or len(tops) * len(bottoms) > 4000:
        stay_out("equations of too high a degree")
    roots = {
        Fraction(top, bottom)
        for top in tops
        for bottom in bottoms
        if sum(factor * Fraction(top, bottom) ** power for power, factor in enumerate(whole)) == 0
    }
    signs = [factor > 0 for factor in whole if factor]
    changes = sum(one != other for one, other in pairwise(signs))
    if len(roots) < changes:  # Descartes: there may be others
        stay_out("a root that is no fraction")
    return sorted(roots)


def _gcd(one: int, other: int) -> int:
    while other:
        one, other = other, one % other
    return one


def _auxiliary(told: Sequence[Term]) -> list[str]:
    """The unknowns that have no name of their own."""
    return [name for name in unknowns(told) if patterns.fullmatch(r"[a-z]\d\d", name)]


def _said(term: Term, names: dict[str, str]) -> str:
    """`2 × 甲的速度 = 3 × 乙的速度`: what counts as less on the other side."""
    sides: tuple[list[str], list[str]] = ([], [])
    for product, factor in term.items():
        parts = [names.get(name, name) for name in product]
        size = abs(factor)
        if size != 1 or not parts:
            parts.insert(0, f"{size}")
        sides[factor < 0].append(" × ".join(parts))
    one, other = (" + ".join(side) or "0" for side in sides)
    return f"{one} = {other}"


class Equations:
    """What is told, as terms that are nought."""

    def __init__(self, told: Sequence[Term] = ()) -> None:
        self.told: list[Term] = list(told)

    def equal(self, one: Term, other: Term) -> None:
        """Adds an equation."""
        self.told.append(less(one, other))

    def in_words(self) -> list[str]:
        """The equations as a person would write them down, those that only tell one value left out; none where there are too many."""
        names = dict(zip(_auxiliary(self.told), "xyzuvw", strict=False))
        lines = []
        for term in self.told:
            if len(term) > _LONGEST_SAID:
                return []
            if len(term) > 1 and not (len(term) == 2 and () in term and len(unknowns([term])) == 1 and all(len(each) < 2 for each in term)):
                lines.append(f"列方程：{_said(term, names)}")
        return list(dict.fromkeys(lines)) if len(lines) <= _MOST_SAID else []

    def value(self, asked: Term, scales: Sequence[str] = (), below: Term | None = None) -> Fraction:
        """The value of a term, or of `asked` / `below`: the only positive one.

        Raises:
            StayOut: the equations leave it open, or contradict each other.
        """
        target = symbol("\uffff")
        wanted = less(product_of(target, below or constant(1)), asked)
        found = self._solved([*self.told, wanted])
        if found is None:
            free = [name for name in scales if name in unknowns(self.told) and not self._known(name)]
            results = set()
            for place in range(1, len(free) + 1):
                for size in (1, 3):
                    fixed = [less(symbol(name), constant(size + order)) for order, name in enumerate(free[:place])]
                    try:
                        results.add(self._solved([*self.told, wanted, *fixed]))
                    except StayOut:  # no scale after all
                        results.add(None)
                if None not in results:
                    break
                results.clear()
            if len(results) != 1:
                stay_out("not determined")
            found = results.pop()
        return found if found is not None else stay_out("not determined")

    def _known(self, name: str) -> bool:
        """Whether an unknown follows from what is told, so that it is no scale."""
        try:
            return self._solved([*self.told, less(symbol("\uffff"), symbol(name))]) is not None
        except StayOut:
            return True

    def _solved(self, told: Sequence[Term]) -> Fraction | None:
        """The value of the last unknown by name, or None where it is left open."""
        left = [_reduced(term) for term in told if term]
        answer: Fraction | None = None  # known, what is left to be told must still agree
        while True:
            left = [term for place, term in enumerate(left) if term and term not in left[:place]]
            if any(set(term) == {()} for term in left):
                stay_out("what is told contradicts itself")
            names = [name for name in unknowns(left) if name != "\uffff"]
            alone = [term for term in left if unknowns([term]) == ["\uffff"]]
            if answer is not None and not names:
                return answer
            if alone and answer is None:
                roots = set.intersection(*(set(_positive_roots(term, "\uffff")) for term in alone))
                if len(roots) == 1:
                    answer = roots.pop()
                    left = [_reduced(_substituted(term, "\uffff", constant(answer), constant(1))) for term in left]
                    continue
                if not roots:
                    stay_out("no positive value")
                if not names:
                    stay_out("two values")
            single = next((term for term in left if len(unknowns([term])) == 1 and unknowns([term]) != ["\uffff"]), None)
            if single is not None:
                name = unknowns([single])[0]
                try:
                    roots_of_it = _positive_roots(single, name)
                except StayOut:
                    if answer is not None:
                        return answer
                    raise
                if len(roots_of_it) != 1:
                    return answer if answer is not None and roots_of_it else stay_out("no single value")
                left = [_reduced(_substituted(term, name, constant(roots_of_it[0]), constant(1))) for term in left if term is not single]
                continue
            choice = self._next(left, names)
            if choice is None:
                return answer
            term, name = choice
            rest, factor = _coefficients(term, name)
            above = scaled(rest, -1)
            if answer is not None and len(left) > _MOST_CHECKED:
                return answer
            left = [_reduced(_substituted(each, name, above, factor)) if _degree(each, name) else each for each in left if each is not term]

    def _next(self, left: Sequence[Term], names: Sequence[str]) -> tuple[Term, str] | None:
        """The unknown that is easiest to eliminate, and by which equation."""
        best: tuple[tuple[int, int, int, str], Term, str] | None = None
        for term in left:
            for name in names:
                if _degree(term, name) != 1:
                    continue
                factor = _coefficients(term, name)[1]
                elsewhere = sum(_degree(each, name) > 0 for each in left)
                rank = (0 if set(factor) == {()} else len(factor), len(term), elsewhere, name)
                if best is None or rank < best[0]:
                    best = rank, term, name
        return (best[1], best[2]) if best else None
