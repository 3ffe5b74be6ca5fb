"""What drawings say that a reader could otherwise not tell from them."""

from __future__ import annotations

from engine.drawings.labels import PAGE
from engine.drawings.model import Gantt, Grid, Span
from engine.drawings.tree import Tree
from engine.generators import compose_question
from engine.generators.co._cache_mapping.simulator import over_time, run


def test_ways_of_a_set_are_told_apart_and_a_block_stays_in_its_own() -> None:
    grid = over_time(run([9, 6, 2, 0, 6], 2, 2), 2)
    assert isinstance(grid, Grid)
    assert [row.label for row in grid.rows] == ["组 0 路 0", "组 0 路 1", "组 1 路 0", "组 1 路 1", "命中"]
    # 0 comes in for 6, the one not used for longest, then 6 for 2.
    assert [[cell.text for cell in row.cells] for row in grid.rows[:2]] == [["", "6", "6", "0", "0"], ["", "", "2", "2", "6"]]
    assert [cell.tone for cell in grid.rows[0].cells] == ["plain", "new", "plain", "new", "plain"]


def test_lines_of_a_direct_mapping_have_no_ways() -> None:
    grid = over_time(run([9, 6, 9], 2, 1), 1)
    assert isinstance(grid, Grid)
    assert [row.label for row in grid.rows] == ["行 0", "行 1", "命中"]


def test_the_switch_before_the_first_piece_is_drawn() -> None:
    drawing = compose_question("cpu-scheduling", 77, 3).drawing
    assert isinstance(drawing, Gantt)
    assert "切换 2 ms" in drawing.title
    assert drawing.lanes[0].spans[:2] == (Span("", 0, 2), Span("P1", 2, 4))
    assert "灰色处没有进程在运行" in drawing.note


def test_a_loser_tree_of_many_runs_is_in_type_that_a_phone_shows() -> None:
    drawing = compose_question("loser-tree", 77, 3).drawing
    assert isinstance(drawing, Tree)
    stage = drawing.data()["stages"][0]
    assert len(stage["nodes"]) == 16
    assert min(14.0, 1.5 * PAGE / stage["breadth"]) == 14  # the template's points, which are a phone's pixels
    assert {node["below"] for node in stage["nodes"]} == {"", *(f"段{number}" for number in range(8))}
