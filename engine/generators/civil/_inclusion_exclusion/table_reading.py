"""Reading things told apart in two ways at once (large or small, white or blue): how many there are of one sort in both."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators.civil._problems.background import pass_over_background
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out, to_share

_NAME = r"[\u4e00-\u9fff]{1,3}?"
_SHARE = r"(?:\d+(?:\.\d+)?%|\d+/\d+)"
_UNIT = r"(?:件|人|名|个|辆|台|本|只|头|套|双|份|张|条|户|位|箱|支)"


def _pairs(story: Story) -> list[list[tuple[str, Fraction]]]:
    """The two ways of telling them apart, each as two names with their shares of the whole."""
    found: list[list[tuple[str, Fraction]]] = []
    for each in story.take_all(rf"(?P<a>{_NAME})(?:的)?[、和与](?P<b>{_NAME})(?:的)?(?:各|都|均)*占(?:一半|1/2|50%)"):
        # What stands before the first name is none of it: `一批衬衫大号和小号`.
        found.append([(each["a"][-len(each["b"]) :], Fraction(1, 2)), (each["b"], Fraction(1, 2))])
    for each in story.take_all(
        rf"(?:其中|,)*(?:有)?(?P<p>{_SHARE})(?:的)?(?:是|为)(?P<a>{_NAME})(?:的)?,(?:有)?(?P<q>{_SHARE})(?:的)?(?:是|为)(?P<b>{_NAME})(?:的)?(?=[,;。])"
    ):
        found.append([(each["a"], to_share(each["p"])), (each["b"], to_share(each["q"]))])
    for each in story.take_all(
        rf"(?:其中|,)*(?P<a>{_NAME})(?:的)?占(?P<p>{_SHARE}),(?:其余(?:的)?(?:都)?(?:是|为)(?P<rest>{_NAME})(?:的)?|(?P<b>{_NAME})(?:的)?占(?P<q>{_SHARE}))(?=[,;。])"
    ):
        share = to_share(each["p"])
        found.append([(each["a"], share), (each["rest"] or each["b"], to_share(each["q"]) if each["q"] else 1 - share)])
    return found


def read_table(text: str) -> Recognition | None:
    """How many of a whole are of one sort in both of two ways.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    story.refuse("概率|至少|至多|最多|最少|同时|都|均(?!匀)|倍|比")
    pairs = _pairs(story)
    if len(pairs) != 2:
        return None
    names = [name for pair in pairs for name, _ in pair]
    if len(set(names)) != 4 or any(sum(share for _, share in pair) != 1 for pair in pairs):
        stay_out("which sorts")
    one, other = ("|".join(name for name, _ in pair) for pair in pairs)
    cell = rf"(?:(?P<x>{one})(?:的)?(?P<y>{other})|(?P<y2>{other})(?:的)?(?P<x2>{one}))(?:的)?(?P<thing>[\u4e00-\u9fff]{{0,4}}?)"
    rows = [name for name, _ in pairs[0]]
    columns = [name for name, _ in pairs[1]]
    size = len(rows) * len(columns)

    def row_of(told: re.Match[str]) -> tuple[list[str], str]:
        x, y = told["x"] or told["x2"], told["y"] or told["y2"]
        place = rows.index(x) * len(columns) + columns.index(y)
        return [str(int(each == place)) for each in range(size)], x + y

    asked = story.take(rf"(?:则|那么|,)*{cell}(?:一?共)?(?:有|是|为)?多少(?P<unit>{_UNIT})?")
    if asked is None:
        return None
    facts: list[list[object]] = []
    total = story.take(rf"(?:如果|若|已知|,)*(?:这|该)?(?:批|些)?(?P<thing>[\u4e00-\u9fff]{{0,4}}?)(?:一?共|总共)(?:有)?(?P<n>\d+){_UNIT}")
    if total is None:
        return None
    facts.append([["1"] * size, total["n"], "总数"])
    for told in story.take_all(rf"(?:其中|,)*{cell}(?:有|是|为)?(?P<n>\d+){_UNIT}?"):
        row, what = row_of(told)
        facts.append([row, told["n"], what])
    for place, (name, share) in enumerate(pairs[0]):
        inside = range(place * len(columns), (place + 1) * len(columns))
        facts.append([[str(int(each in inside)) for each in range(size)], str(share * int(total["n"])), f"{name} {share}"])
    for place, (name, share) in enumerate(pairs[1]):
        facts.append([[str(int(each % len(columns) == place)) for each in range(size)], str(share * int(total["n"])), f"{name} {share}"])
    pass_over_background(story)
    story.finish("衬衫 服装厂 生产 出来 一批 件 如果 这批 有 其中 学生 员工 产品")
    row, what = row_of(asked)
    return Recognition(
        parameters={
            "task": "sets",
            "facts": facts,
            "asked": [{"row": row, "what": what, "bound": "", "percent": False, "unit": asked["unit"] or "件"}],
        },
        understood=(*((str(what), str(value)) for _, value, what in facts), ("求", what)),
    )
