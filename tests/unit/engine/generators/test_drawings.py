"""Drawings that were looked at by eye at phone width, kept by content: what the reader sees changes only on purpose.

`golden/drawings-<family>.json` holds at least three a family: a question's id with its drawing's template and data. A family's file is
written anew by `SHANGAN_WRITE_GOLDEN=1 pytest` from the ids in it, after looking.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from engine.drawings import render_png
from engine.generators import composed_of

FILES = sorted(Path(__file__).with_name("golden").glob("drawings-*.json"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_drawings_are_as_they_were_approved(path: Path) -> None:
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert len(kept) >= 3
    drawn = {}
    for id in kept:
        composed = composed_of(id)
        assert composed is not None
        assert composed.drawing is not None
        drawn[id] = {"template": composed.drawing.template, **json.loads(json.dumps(composed.drawing.data()))}
        image = render_png(composed.drawing)
        assert image.startswith(b"\x89PNG")
        assert int.from_bytes(image[16:20], "big") == 720
    if os.environ.get("SHANGAN_WRITE_GOLDEN") == "1":
        path.write_text(json.dumps(drawn, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
        kept = drawn
    assert drawn == kept
