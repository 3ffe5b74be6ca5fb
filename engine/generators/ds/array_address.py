"""Arrays and special matrices: where an element is stored, by rows or by columns, whole, as a triangle or as three diagonals.

As in Yan Weimin (数据结构, 数组和广义表): the address is that of the first element and as many units as the elements before take.
"""

from __future__ import annotations

from engine.generators.alternatives import first_reading
from engine.generators.chance import Chance
from engine.generators.ds._array_address import letters
from engine.generators.ds._array_address.places import FULL, LOWER, TRIDIAGONAL, UPPER, before
from engine.generators.ds._array_address.reading import recognise
from engine.generators.ds._array_address.solving import counting, shown, solve
from engine.generators.kind import Generated, Kind, Solver, Wrong
from engine.generators.markdown import paragraphs
from engine.generators.variations import solving_variations, with_variations

POINT = "ds.stack.array"


def _write(chance: Chance, difficulty: int) -> Generated | None:
    return _whole(chance) if difficulty == 1 else _part(chance, (LOWER, UPPER) if difficulty == 2 else (TRIDIAGONAL, UPPER))


def _whole(chance: Chance) -> Generated | None:
    """The address of an element of a matrix that is stored whole."""
    rows, columns = chance.between(5, 12), chance.between(5, 12)
    size, base, by_rows = chance.choice((2, 4, 8)), chance.between(100, 2000, 100), chance.one_in(2)
    row, column = chance.between(2, rows - 1), chance.between(2, columns - 1)
    if rows == columns or row == column:
        return None
    bounds = [(0, rows - 1), (0, columns - 1)]
    right = base + size * before(FULL, by_rows, (row, column), bounds)
    values = [
        (base + size * before(FULL, not by_rows, (row, column), bounds), "行优先和列优先弄反了"),
        (right + size, "多算了一个元素"),
        (right - size, "少算了一个元素"),
        (base + before(FULL, by_rows, (row, column), bounds), "没有乘每个元素的大小"),
        (base + size * before(FULL, by_rows, (row - 1, column - 1), bounds), "当成下标从 1 开始"),
        (base + size * (row * column), "用行号乘了列号"),
        (base + size * before(FULL, by_rows, (column, row), [(0, 99), bounds[1]]), "行号和列号弄反了"),
    ]
    return Generated(
        point=POINT,
        stem=f"二维数组 A[{rows}][{columns}]（下标从 0 开始）的每个元素占 {size} 个字节，{'按行' if by_rows else '按列'}优先存储，首地址为 {base}，则元素 A[{row}][{column}] 的地址为",
        right=str(right),
        wrong=[Wrong(str(value), why) for value, why in values],
        steps=paragraphs(
            f"{shown((row, column))} {counting(FULL, by_rows, (row, column), bounds)}",
            f"地址为 {base} + {(right - base) // size} × {size} = {right}。",
        ),
        parameters={"task": "whole", "sizes": [rows, columns], "index": [row, column], "size": size, "base": base, "by_rows": by_rows},
    )


def _part(chance: Chance, shapes: tuple[str, ...]) -> Generated | None:
    """The place of an element of a triangle or of three diagonals."""
    shape, order, by_rows = chance.choice(shapes), chance.between(8, 20), chance.one_in(2)
    first = chance.below(2)
    row = chance.between(4, order - 1)
    column = row + chance.choice((-1, 0, 1)) if shape == TRIDIAGONAL else chance.between(2, order)
    if (shape == LOWER and column >= row) or (shape == UPPER and column <= row):
        return None
    bounds = [(1, order), (1, order)]
    count = before(shape, by_rows, (row, column), bounds)
    right = first + count
    other = before(shape, not by_rows, (row, column), bounds)
    values = [
        (first + other, "行优先和列优先弄反了"),
        (right + (-1 if first else 1), "一维数组的起始下标弄错了"),
        (first + before(FULL, by_rows, (row, column), bounds), "按整个矩阵存放来算了"),
        (right + 2, "多算了两个元素"),
        (right - 2, "少算了两个元素"),
        (right + order - row, "前面各行的元素个数弄错了"),
        (first + before(shape, by_rows, (row - 1, column - 1), bounds), "当成下标从 0 开始"),
    ]
    names = {LOWER: "下三角部分（含主对角线）的元素", UPPER: "上三角部分（含主对角线）的元素", TRIDIAGONAL: "三条对角线上的元素"}
    matrix = "三对角矩阵" if shape == TRIDIAGONAL else "对称矩阵"
    return Generated(
        point=POINT,
        stem=f"将 {order} 阶{matrix} M（行、列下标均从 1 开始）的{names[shape]}{'按行' if by_rows else '按列'}优先依次存入下标从 {first} 开始的一维数组 N 中，则元素 m[{row}][{column}] 在 N 中的下标为",
        right=str(right),
        wrong=[Wrong(str(value), why) for value, why in values if value >= 0],
        steps=paragraphs(
            f"{shown((row, column))} {counting(shape, by_rows, (row, column), bounds)}", f"下标为 {first} + {count} = {right}。"
        ),
        parameters={"task": shape, "order": order, "index": [row, column], "first": first, "by_rows": by_rows},
    )


KIND = Kind(
    name="array-address",
    title="数组和特殊矩阵的存储地址",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"数组|向量|矩阵|三角|对角|LOC",
        recognise=with_variations(first_reading(recognise, letters.recognise)),
        solve=solving_variations(lambda told: letters.solve(told) if told.get("task") == "letters" else solve(told)),
    ),
)
