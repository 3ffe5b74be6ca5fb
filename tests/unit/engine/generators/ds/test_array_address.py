"""Where elements of arrays and matrices are stored, against storing them one by one."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest

from engine.generators.ds._array_address.places import FULL, LOWER, TRIDIAGONAL, UPPER, at_place, before, total

from ..solving_checks import answer_of, left_alone, own_questions_solved

KIND = "array-address"


def _in_order(shape: str, by_rows: bool, bounds: list[tuple[int, int]]) -> list[tuple[int, ...]]:
    """The elements as a program stores them."""
    kept: dict[str, Callable[[int, int], bool]] = {
        LOWER: lambda row, column: row >= column,
        UPPER: lambda row, column: row <= column,
        TRIDIAGONAL: lambda row, column: abs(row - column) < 2,
    }
    every = product(*(range(least, most + 1) for least, most in bounds))
    inside = [index for index in every if shape == FULL or kept[shape](index[0], index[1])]
    return sorted(inside, key=lambda index: index if by_rows else index[::-1])


@pytest.mark.parametrize("by_rows", [True, False])
@pytest.mark.parametrize(
    ("shape", "bounds"),
    [
        (FULL, [(0, 4), (1, 7)]),
        (FULL, [(1, 2), (0, 3), (2, 6)]),
        (LOWER, [(1, 6), (1, 6)]),
        (UPPER, [(0, 5), (0, 5)]),
        (TRIDIAGONAL, [(1, 7), (1, 7)]),
    ],
)
def test_elements_stand_as_if_stored(shape: str, by_rows: bool, bounds: list[tuple[int, int]]) -> None:
    stored = _in_order(shape, by_rows, bounds)
    assert [before(shape, by_rows, index, bounds) for index in stored] == list(range(len(stored)))
    assert total(shape, bounds) == len(stored)
    assert [at_place(shape, by_rows, place, bounds) for place in range(len(stored))] == stored


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        # Yan Weimin's exercises, with other figures.
        ("二维数组 M[7][9] 按行优先存放，每个元素占 2 个字节，M[0][0] 的地址为 400，则 M[4][6] 的地址是（ ）。", "484"),
        ("设数组 T[1..6,1..9] 以列序为主序存储，每个元素占 3 个单元，首地址为 700，求 T[5,4] 的地址。", "766"),
        ("已知 9 阶对称矩阵的下三角部分按行优先存入一维数组 S[1..45]，b_{11} 存于 S[1]，则 b_{47} 存放在 S[____]。", "25"),
        ("三对角矩阵 W[1..60][1..60] 按行优先存入一维数组 V[0..177]，元素 W[41][42] 在 V 中的下标是多少？", "121"),
        ("二维数组 A[m][n]，A[0][0] 的存储地址为 300，A[3][1] 的存储地址为 337，每个元素占 1 个单元，按行优先，求 A[2][5] 的地址。", "329"),
        ("三维数组 C[1..3,1..5,1..4] 每个元素占 2 个单元，首地址为 60，按行优先存放，求 C[2,3,4] 的地址。", "122"),
        ("一个向量第一个元素的存储地址是 250，每个元素的长度为 4，则第 8 个元素的地址是多少？", "278"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    assert answer_of(KIND, text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "二维数组 M[7][9] 每个元素占 2 个字节，M[0][0] 的地址为 400，则 M[4][6] 的地址是多少？",
        "二维数组 M[7][9] 按行优先存放，每个元素占 16 位，按字节编址，首地址为 400，则 M[4][6] 的地址是多少？",
        "二维数组 M[7][9] 按行优先存放，每个元素占 2 个字节，首地址为 400，则 M[7][6] 的地址是多少？",
        "二维数组 M[7][9] 按行优先存放，每行补齐到 32 个字节，每个元素占 2 个字节，首地址为 400，则 M[4][6] 的地址是多少？",
        "9 阶对称矩阵的下三角部分（不含主对角线）按行优先存入一维数组 S[1..36]，求 b_{47} 在 S 中的下标。",
        "9 阶下三角矩阵按行优先存入一维数组 S[1..45]，b_{11} 存于 S[1]，求 b_{47} 在 S 中的下标。",
        "三对角矩阵 W[1..60][1..60] 按行优先存入一维数组 V[0..177]，元素 W[41][44] 在 V 中的下标是多少？",
        "8 行 9 列的稀疏矩阵用三元组表存储，非零元素 12 个，按行优先，求元素 A[3][4] 的地址。",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert left_alone(KIND, text)


def test_its_own_questions_are_solved() -> None:
    assert own_questions_solved(KIND) >= 60
