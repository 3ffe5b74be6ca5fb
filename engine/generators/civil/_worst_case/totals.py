"""How many there are of the sort that nobody counts: `红、黄、绿三种球共 20 个，红球 9 个，黄球 8 个` leaves 3 green ones.

No reader knows that; one of them takes the total for the last sort, another for a sort of its own.
"""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.civil._worst_case.groups import COLOURS
from engine.generators.reading import stay_out, to_int

_UNIT = r"(?:个|只|颗|粒|件|张|支|枝|本|人|名|位|块|枚|双|条|盆|朵|辆|瓶|袋|根)"
_ALL = r"(?:一?共|总共|合计|总计|总数)(?:有|是|为|计)?"
_TOTAL = re.compile(
    rf"(?=[{COLOURS}]色?[、,和与]?[{COLOURS}]|[甲乙丙丁A-E][、,和与]?[甲乙丙丁A-E]|[两二三四五六2-6](?:种|类|色|个|门|款|样))(?:(?P<colours>(?:[{COLOURS}]色?[、,和与]?){{2,6}})|(?P<names>(?:[甲乙丙丁A-E][、,和与]?){{2,5}}))?(?:的|这)?(?:(?P<k>[两二三四五六]|[2-6])(?:种|类|色|个|门|款|样|等)?)?(?:颜色|不同)?的?"
    rf"(?P<what>[^,;。?\d共、一总合]{{0,6}}?){_ALL}(?P<total>\d+)(?P<unit>{_UNIT})(?=[,;。:])"
)
_COUNTED = rf"(?P<name>(?!其余|其他|剩|余|另)[^,;。?\d、和与]{{1,6}}?)(?:有|是|为)?(?P<n>\d+)(?P<unit>{_UNIT})"
_LISTED = re.compile(
    rf"[,;。:](?:其中|已知)?(?:有)?(?P<list>{_COUNTED}(?:[、,;和与]?{_COUNTED.replace('P<name>', ':').replace('P<n>', ':').replace('P<unit>', ':')}){{0,5}})"
)
_TOGETHER = re.compile(rf"(?P<two>[{COLOURS}]色?[{COLOURS}球]*[、和与及][{COLOURS}]色?)(?:球|棋子|珠子?|袜子?|筷子?|的)*{_ALL}\d")
_ROWS = ("甲乙丙丁戊", "ABCDEF", "一二三四五六", "123456")


def with_last_sort(text: str) -> str:
    """The text with the last sort counted, where all of them but one are, and how many there are altogether.

    Raises:
        StayOut: the numbers do not agree, or more than one sort is not counted.
    """
    found = _TOTAL.search(text)
    listed = _LISTED.match(text, found.end()) if found else None
    if found is None or listed is None:
        if two := _TOGETHER.search(text):
            stay_out(f"how many of each: {two[0]}")
        return text
    row = patterns.findall(f"[{COLOURS}]", found["colours"] or "") or patterns.findall("[甲乙丙丁A-E]", found["names"] or "")
    number = to_int(found["k"]) if found["k"] else len(row)
    counted = [(each["name"], int(each["n"])) for each in patterns.finditer(_COUNTED, listed["list"])]
    if number < 2 or patterns.match(r"[,;。、]*(?:其余|其他|剩|余|另)", text[listed.end() :]):
        return text
    left = int(found["total"]) - sum(count for _, count in counted)
    if len(counted) == number and left:
        stay_out("more or fewer than all")
    if len(counted) == number:  # how many there are altogether says nothing more, and is no sort of its own
        return text if row else f"{text[: found.start()]}有{listed['list']}{text[listed.end() :]}"
    if len(counted) != number - 1 or left < 1 or (row and len(row) != number):
        stay_out("of which sorts there are so many")
    counted.append((_last(counted[-1][0], [name for name, _ in counted], row), left))
    what = found["what"] if not row and not any(found["what"] in name for name, _ in counted) else ""
    listing = "、".join(f"{name}{count}{found['unit']}" for name, count in counted)
    return f"{text[: found.start()]}{what}{'有' if what else ''}{listing}{text[listed.end() :]}"


def _last(name: str, names: list[str], row: list[str]) -> str:
    """What the sort is called that is not counted, after the name of another."""
    missing = [each for each in row if not any(each in other for other in names)]
    here = [each for each in row if each in name]
    if row:
        return name.replace(here[0], missing[0]) if len(missing) == 1 and len(here) == 1 else stay_out("which sort is not counted")
    for order in _ROWS:
        place = next((order.index(sign) for sign in name if sign in order), None)
        if place is not None and place + 1 < len(order):
            return patterns.sub(f"[{order}]", order[place + 1], name)
    return stay_out("what the last sort is called")
