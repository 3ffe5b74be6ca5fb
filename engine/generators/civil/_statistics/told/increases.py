"""By how much more one thing has grown than another: `第三产业比第二产业多增加`, `第三产业增加的比第二产业增加的多`."""

from __future__ import annotations

from collections.abc import Sequence

from engine.generators import patterns
from engine.generators.civil._statistics.told.words import DOWN, UP
from engine.generators.reading import stay_out

_RATIOS = ("%", "倍", "百分点", "分数", "成", "点")


def increases_apart(lead: str, names: Sequence[str], unit: str) -> tuple[str, list[str]] | None:
    """Whether the increases of two things are compared, not how large they are: the way they differ, and the things.

    Raises:
        StayOut: they are, in a way that is not understood.
    """
    apart = patterns.search(rf"(?P<way>[多少])(?:(?P<up>{UP})|{DOWN})(?:了|约)*$", lead)
    grown = [patterns.fullmatch(rf"(?P<name>.+?)(?:(?P<up>{UP})|{DOWN})了?的?", name) for name in names]
    if apart is None and not any(grown):
        return None
    if apart is not None and apart["up"] and not any(grown) and unit not in _RATIOS:
        return apart["way"], list(names)
    way = patterns.search("(?P<way>[多少])(?:了|出|约)*$", lead)
    if apart is None and way is not None and grown[0] and all(each is None or each["up"] for each in grown) and unit not in _RATIOS:
        return way["way"], [each["name"] if each is not None else name for each, name in zip(grown, names, strict=True)]
    stay_out("which of the increases is larger")
