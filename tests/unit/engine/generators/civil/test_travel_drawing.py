"""Travel as drawn: everybody is where the events say at their times."""

from __future__ import annotations

import pytest

from engine.drawings import render_png
from engine.drawings.journey import Journey, Path
from engine.generators.civil._travel.drawing import second_meeting_drawn

from ..every_kind import sample


def _place(path: Path, time: float) -> float:
    for (before, start), (after, end) in zip(path.points, path.points[1:], strict=False):
        if before <= time <= after:
            return start + (end - start) * (time - before) / (after - before)
    raise AssertionError(f"{path.label} is nowhere at {time}")


def test_whoever_meets_is_at_the_same_place() -> None:
    drawn = 0
    for composed in sample("travel"):
        if isinstance(journey := composed.drawing, Journey):
            drawn += 1
            for event in journey.events:
                places = [_place(path, event.time) for path in journey.paths]
                assert event.place == pytest.approx(places[0])
                if not event.label.startswith("甲先行"):
                    assert event.place == pytest.approx(places[1])
    assert drawn > 20


def test_in_words_and_as_a_picture() -> None:
    journey = second_meeting_drawn(95, 40, 25)
    assert journey.alt == "两次相遇：甲、乙；离 A 40，离 B 25"
    assert render_png(journey).startswith(b"\x89PNG")
