"""Names in a row of a statistical material: `甲、乙和丙的产量分别为……`."""

from __future__ import annotations

from engine.generators import patterns

_JOINTS = ("、|以及|和|与|及", "、|以及|和|与", "、|以及|和", "、|以及", "、")
_GOES = r"(?:发展|增长|保持|继续|呈现|运行|总体|势头|较|仍|稳步|快速).*$"


def names_of_row(said: str, noun: str, count: int) -> list[str]:
    """So many names in a row, each with its noun, which may be said once: behind them, or behind the last; none where there are not so many.

    `数据处理和运营服务` may be one name: the joints that leave as many names as there are figures.
    """
    said = patterns.sub(_GOES, "", said)
    for joint in _JOINTS:
        names = [name for name in patterns.split(joint, said) if name]
        if len(names) == count:
            break
    else:
        return []
    if noun:
        return [name if name.endswith(noun) else name + noun for name in names]
    last = names[-1]
    for length in (4, 3, 2):
        ends = [name[-length:] for name in names[:-1] if len(name) > length]
        ends = [end for end in ends if end in last and not last.endswith(end)]
        if ends:
            tail = last.rpartition(ends[0])[2]
            return [name if name.endswith(tail) else name + tail for name in names[:-1]] + [last]
    return names
