"""Where the element in row i and column j of a matrix of order n is stored: a formula among options, tried on every element of small matrices."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.ds._array_address.places import FULL, before, stored
from engine.generators.ds._array_address.reading import LEXICON, LOST, OWN, laid_out, part_of
from engine.generators.ds._blanks import prepared
from engine.generators.ds._clauses import opened, refuse_dangerous
from engine.generators.ds._mentions import mentions, sorts
from engine.generators.ds._tree_reconstruction.letters import formula, value
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.reading import stay_out

_ORDERS = (4, 7)
"""The orders of the matrices that formulas are tried on."""
_BELOW, _ABOVE = "below", "above"
_LEXICON = (
    ("from", r"(?:一维)?(?:数组|向量)?\s*(?<![A-Za-z])[A-Z]\s*\(\s*[01]\s*(?:~|\.{2,3}|…+|:)\s*\(?n[n()+\-*/12× ]*\)"),
    ("equal_too", r"\(?\s*(?:i\s*≥\s*j|j\s*≤\s*i|i\s*≤\s*j|j\s*≥\s*i|i大于等于j|i小于等于j)\s*\)?"),
    (_BELOW, r"\(?\s*(?:i\s*大于\s*j|j\s*小于\s*i)\s*\)?"),
    (_ABOVE, r"\(?\s*(?:i\s*小于\s*j|j\s*大于\s*i)\s*\)?"),
    ("order", r"(?<![A-Za-z])n\s*(?:[×*]\s*n)?\s*(?:阶的?|的(?=[对下上三]))"),
    ("all", r"\(?[01]\s*≤\s*i\s*[,、]\s*j\s*≤\s*n\)?|任一|任意"),
    ("element", r"(?:元素)?\s*(?<![A-Za-z])[a-zA-Z]\s*(?:\(\s*i\s*,?\s*j\s*\)|i\s*,?\s*j(?![A-Za-z]))"),
    ("related", r"(?:的?对应)?关系(?:式)?|确定|[与和]|值|下标i、j"),
    *LEXICON,
)


_OF_FIGURES = "known maps first base size sizes square bounds rows columns reach from_0 total count"


def recognise(text: str) -> Recognition | None:
    """The place of the element in row i and column j; None where it is something else.

    Raises:
        StayOut: not all of the text is understood.
    """
    if not patterns.search(r"(?<![A-Za-z])n", text) or patterns.search(r"(?<![A-Za-z])n\s*=", text):
        return None
    reading = opened(
        prepared(
            patterns.sub(r"(?<=\()\s*([01])\s*(?:\.{2,3}|…+)\s*(?=\(?n)", r"\1~", patterns.sub(">=|<=", "≥", text) if "=" in text else text)
        )
    )
    refuse_dangerous(reading)
    reading.refuse(r"稀疏|三元组|五对角|常数|链")
    found = mentions(reading.rest, _LEXICON, OWN, LOST)
    said = sorts(found)
    shape, symmetric = part_of(said)
    lines = {int(patterns.findall(r"[01]", mention.text)[0]) for mention in found if mention.sort == "from"} | {
        int(mention.sort == "unit") for mention in found if mention.sort in ("zero", "unit")
    }
    orders = laid_out(found)
    sides = said & {_BELOW, _ABOVE}
    if (
        shape == FULL
        or "order" not in said
        or "element" not in said
        or "place" not in said
        or len(lines) != 1
        or len(orders) != 1
        or len(sides) > 1
    ):
        return None
    if said & {*_OF_FIGURES.split()}:
        stay_out("figures of a matrix without them")
    side = next(iter(sides), None)
    return Recognition(
        parameters={"task": "letters", "shape": shape, "symmetric": symmetric, "line": lines.pop(), "by_rows": orders[0], "side": side},
        understood=(
            ("存储", {"lower": "下三角", "upper": "上三角"}.get(shape, "三条对角线")),
            ("次序", "按行" if orders[0] else "按列"),
            ("求", "第 i 行第 j 列元素的位置"),
        ),
    )


def solve(parameters: Parameters) -> Solution:
    """The option whose formula gives the place of every element."""
    shape, by_rows, line, side = (parameters[name] for name in ("shape", "by_rows", "line", "side"))
    places: list[tuple[dict[str, int], int]] = []
    for order in _ORDERS:
        bounds = [(1, order), (1, order)]
        for row in range(1, order + 1):
            for column in range(1, order + 1):
                if (side == _BELOW and row <= column) or (side == _ABOVE and row >= column):
                    continue
                at = (row, column)
                if not stored(shape, at, bounds):
                    if side is None or not parameters["symmetric"]:
                        continue
                    at = (column, row)
                places.append(({"i": row, "j": column, "n": order}, line + before(shape, by_rows, at, bounds)))
    if not places:
        stay_out("an element that is not stored")

    def fits(option: str) -> bool:
        told = formula(patterns.sub(r"^\s*k\s*=\s*", "", option.lower()), ("i", "j", "n"))
        return all(value(told, letters) == place for letters, place in places)

    return Solution(
        answer="",
        steps=f"行、列下标从 1 开始，一维数组从 {line} 开始{'；没有存的元素与关于主对角线对称的那个相同' if parameters['symmetric'] else ''}，把各项代入 {' 阶、'.join(map(str, _ORDERS))} 阶矩阵的每个元素逐一检查。",
        fits=fits,
        conventions=("矩阵的行、列下标从 1 开始",),
    )
