"""Reading frames of JSON from outside: whatever comes in, an object comes out or nothing."""

from __future__ import annotations

import json
from typing import Any

DEEPEST_FRAME = 100
"""Nested brackets of a frame. The deepest of a chat platform (a forwarded message) has about ten; Python's parser gives up near a thousand."""


def read_frame(data: str | bytes) -> dict[str, Any] | None:
    """The JSON object of a frame; None where there is none, or it is nested too deeply."""
    try:
        text = data.decode() if isinstance(data, bytes) else data
        if text.count("[") + text.count("{") > DEEPEST_FRAME and _depth(text) > DEEPEST_FRAME:
            return None
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _depth(text: str) -> int:
    deepest = depth = 0
    for character in text:
        if character in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif character in "]}":
            depth -= 1
    return deepest
