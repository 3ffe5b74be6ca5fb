"""Sets as drawn: every part's text stands inside its circles and outside the others."""

from __future__ import annotations

from math import dist

import pytest

from engine.drawings import render_png
from engine.drawings.venn import Venn


@pytest.mark.parametrize("sets", [("甲", "乙"), ("甲", "乙", "丙")])
def test_what_is_in_a_part_stands_in_it(sets: tuple[str, ...]) -> None:
    drawing = Venn(title="集合", sets=sets, parts={bits: str(bits) for bits in range(2 ** len(sets))})
    data = drawing.data()
    for part in data["parts"]:
        for place, middle in enumerate(data["circles"]):
            inside = bool(int(part["label"]) >> place & 1)
            assert (dist(part["at"], middle) < data["radius"] - 8) if inside else (dist(part["at"], middle) > data["radius"] + 8)
    assert render_png(drawing).startswith(b"\x89PNG")


def test_in_words() -> None:
    assert Venn(title="集合", sets=("甲", "乙"), parts={0: "1", 1: "2", 2: "3", 3: "4"}).alt == "集合：都不 1，甲 2，乙 3，甲且乙 4"
