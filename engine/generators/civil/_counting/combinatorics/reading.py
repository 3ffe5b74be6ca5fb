"""Reading counts of ways: rows with conditions, and choices of some from one or more sorts."""

from __future__ import annotations

from engine.generators.civil._counting.assignment_reading import ASSIGNMENT_READERS
from engine.generators.civil._counting.blocks_reading import BLOCK_READERS
from engine.generators.civil._counting.combinatorics.words import asked_ways
from engine.generators.civil._counting.derangement_reading import read_derangement
from engine.generators.civil._counting.formula_counts_reading import FORMULA_READERS
from engine.generators.civil._counting.reading import (
    read_circle,
    read_families,
    read_inserted,
    read_lamps,
    read_pairs,
    read_stages,
    read_stations,
)
from engine.generators.civil._counting.selection.reading import finish_selection, read_selection, refuse_half_read
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out


def _opened(text: str) -> Story:
    story = Story(text)
    story.refuse("概率|可能性|几率")
    return story


def _select(text: str) -> Recognition | None:
    story = _opened(text)
    selection = read_selection(story)
    if selection is None:
        return None
    asked_ways(story)
    finish_selection(story)
    refuse_half_read(text, named=bool(selection.names))
    if selection.replaced or (selection.roles and selection.events):
        stay_out("put back, or roles with conditions")
    if not selection.events and not selection.told and len(selection.groups) > 1:
        stay_out("sorts without a condition")
    return Recognition(
        parameters={
            "task": "select",
            "groups": selection.groups,
            "take": selection.take,
            "names": selection.names,
            "events": selection.events,
            "ordered": selection.roles,
        },
        understood=(
            ("可选", "、".join(f"{name} {count}" for name, count in selection.groups.items())),
            ("选出", f"{selection.take}{'，次序有关' if selection.roles else ''}"),
            ("条件", "；".join(selection.told) or "没有"),
        ),
    )


READERS = (
    _select,
    read_circle,
    read_families,
    read_derangement,
    read_pairs,
    read_stations,
    read_inserted,
    read_lamps,
    read_stages,
    *FORMULA_READERS,
    *BLOCK_READERS,
    *ASSIGNMENT_READERS,
)
