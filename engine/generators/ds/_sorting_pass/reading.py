"""Reading problems about sorting by hand that ask for rows: after a pass, after several, of a heap that is built or changed."""

from __future__ import annotations

import re
from typing import Any

from engine.generators import patterns
from engine.generators.ds._clauses import every_part_asked
from engine.generators.ds._mentions import END, clauses_of, sorts
from engine.generators.ds._sorting_pass.lexicon import MOST, Said, figures, said
from engine.generators.ds._sorting_pass.simulator import TITLES
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.reading import INTEGER, stay_out, to_int, to_ints

_METHODS = ("insertion", "bubble", "selection", "shell", "merge", "quick", "radix")
# Equal keys change nothing in the row of numbers that these methods leave.
_STABLE = ("radix", "insertion", "bubble", "merge", "shell")
_OF_QUICK = ("pivot", "holes", "moving", "smaller", "larger", "forth", "back", "which_place")
_OF_PASSES = ("row", "count", "ascending", "pass", "passes", "each", "first", "how", "insert", "nth", "head", "beside")
_OWN_WORDS = {
    "insertion": ("halving",),
    "bubble": ("forth", "back", "flag"),
    "selection": ("least_to_front",),
    "shell": ("gaps", "gap"),
    "merge": ("runs_of", "single_runs", "sifting"),
    "quick": _OF_QUICK,
    "radix": ("lowest",),
}
"""What is said of a method alone."""
# A row that is told after a pass.
_TOLD_AFTER = re.compile(r"(?:[趟轮]|划分)[^,。;?\n增步间]{0,8}(?:是|为|得到|得|变成|变为)\s*:?\s*\(?\d+\s*[,、 ]\s*\d")
_HEAP_SORTS = "row count ascending max min heap heap_sort built sifting adjust swap filled remove root insert left both"
_OF_HEAPS = tuple(_HEAP_SORTS.split())


def row_of(what: Said, least: int = 4) -> list[int] | None:
    """The only row of keys; None where there is none, or several.

    Raises:
        StayOut: too few or too many keys, or not as many as the text says.
    """
    rows = what.rows()
    if not rows or any(row != rows[0] for row in rows):
        return None
    counts = {figures(mention)[0] for mention in what.of("count") if figures(mention)}
    if not least <= len(rows[0]) <= MOST or counts - {len(rows[0])}:
        stay_out("keys")
    return rows[0]


@every_part_asked
def passes(text: str) -> Recognition | None:
    """Rows after passes of a method, or of several methods; None where none is asked."""
    what = said(text)
    methods = [name for name in _METHODS if name in what.sorts or (name == "insertion" and "halving" in what.sorts)]
    row = row_of(what)
    if row is None or not methods or _TOLD_AFTER.search(text):
        return None
    if any(key not in row for mention in what.of("insert") for key in to_ints(mention.text)):
        stay_out("another key")
    if len(methods) > 1:
        parts = [_of_method(what, row, name, methods) for name in methods]
        return None if None in parts else _together([part for part in parts if part is not None])
    return _of_method(what, row, methods[0], methods)


def _together(parts: list[Recognition]) -> Recognition:
    return Recognition(
        parameters={
            "task": "several",
            "parts": [part.parameters for part in parts],
            "asked": [str(number) for number in range(len(parts))],
        },
        understood=tuple(dict.fromkeys(told for part in parts for told in part.understood)),
    )


def _of_method(what: Said, row: list[int], method: str, methods: list[str]) -> Recognition | None:
    if not what.only(*_OF_PASSES, *_OWN_WORDS[method], *methods):
        return None
    if len(set(row)) != len(row) and method not in _STABLE:
        return None
    parameters: dict[str, Any] = {"task": method, "keys": row, "number": None, "gap": None}
    numbers = _numbers(what, method, parameters)
    if numbers is None:
        return None
    asked = _of_the_row(what, row, parameters)
    if method == "quick":
        _partitioned(what, row, parameters)
        if "each" not in parameters and numbers != [1]:
            return None
    elif method == "bubble":
        if {"forth", "back"} <= what.sorts:
            stay_out("from both ends")
        parameters["from"] = "front" if "forth" in what.sorts else "back" if "back" in what.sorts else None
        if parameters["from"] is None and parameters.get("each") and numbers:
            stay_out("from which end")
    elif method == "merge" and (runs := what.of("runs_of")):
        many, run = figures(runs[0])
        if many * run != len(row) or any(row[at : at + run] != sorted(row[at : at + run]) for at in range(0, len(row), run)):
            stay_out("other runs")
        parameters["run"] = run
    found = []
    wanted: list[int | None] = [*numbers] or [None]
    for number in wanted:
        told = {**parameters, "number": number}
        if method == "shell":
            told |= _increments(parameters["gaps"], number)
        called = f"第 {number} 趟后" if number else "每一趟后"
        found.append(
            Recognition(
                parameters={name: value for name, value in told.items() if name != "gaps" or method == "shell"},
                understood=(("序列", listed(row)), ("方法", TITLES[method]), ("求", f"{called}{asked}")),
            )
        )
    return found[0] if len(found) == 1 else _together(found)


def _numbers(what: Said, method: str, parameters: dict[str, Any]) -> list[int] | None:
    """Which passes are asked, empty for each of them; None where none is."""
    each = "each" in what.sorts
    told = list(dict.fromkeys(number for mention in what.of("pass") for number in figures(mention)))
    many = {(figures(mention) or [1])[0] for mention in what.of("passes")}
    first = {figures(mention)[0] for mention in what.of("first")}
    gaps = [figures(mention) for mention in what.of("gaps")]
    single = [gap for mention in what.of("gap") for gap in figures(mention)[-1:]]
    if len(gaps) > 1 or len(first) > 1 or len(many) > 1:
        stay_out("which passes")
    if method == "radix" and (
        digit := [mention for mention in what.of("lowest") if patterns.search("^先?按?[个十百]位分配", mention.text)]
    ):
        told = told or ["个十百".index(digit[0].text.strip("先按")[0]) + 1]
    if method == "shell":
        known = gaps[0] if gaps else single
        if not gaps and len(single) > 1 and told == list(range(1, len(single) + 1)) and len(what.of("pass")) == len(single):
            each, told = True, []
        elif not gaps and len(single) > 1:
            stay_out("which of several increments")
        elif gaps and single and not told:
            told = [known.index(gap) + 1 if gap in known else stay_out("another increment") for gap in single]
        elif gaps and any(gap not in (known[number - 1 : number] or [gap])[:1] for gap, number in zip(single, told, strict=False)):
            stay_out("another increment")
        if (
            not known
            or (not gaps and len(single) == 1 and told not in ([], [1]))
            or any(not 1 <= gap < len(parameters["keys"]) for gap in known)
        ):
            stay_out("increments")
        if sorted(known, reverse=True) != known:
            stay_out("increments")
        parameters["gaps"] = known
        if not each and not told and not many and not gaps:
            return [1]
    if each or first:
        if told and first:
            stay_out("which passes")
        parameters["each"] = True
        return sorted(first)
    if many and told and many != set(told) and many != {len(told)} and many != {1}:
        stay_out("which passes")
    if told or many:
        return told or sorted(many)
    return [1] if method == "quick" and what.of("quick") and any("划分" in mention.text for mention in what.of("quick")) else None


def _increments(gaps: list[int], number: int | None) -> dict[str, Any]:
    if number is None:
        return {"gaps": gaps, "gap": gaps[0] if len(gaps) == 1 else None}
    if not 1 <= number <= len(gaps):
        stay_out("increments")
    return {"gaps": gaps[:number], "gap": gaps[0] if number == 1 else None}


def _of_the_row(what: Said, row: list[int], parameters: dict[str, Any]) -> str:
    """What of the row is asked."""
    asked = what.of("nth", "head", "beside")
    if not asked:
        return "的序列"
    if len(asked) > 1 or parameters.get("each"):
        stay_out("of which row")
    found = figures(asked[0])
    if asked[0].sort == "beside":
        sides = [side for side, sign in (("before", "前左"), ("after", "后右")) if any(each in asked[0].text for each in sign)]
        if found[0] not in row or len(set(row)) != len(row):
            stay_out("beside which element")
        parameters |= {"beside": found[0], "sides": sides}
        return f" {found[0]} 旁边的元素"
    if not 1 <= found[0] <= len(row):
        stay_out("no such place")
    parameters[asked[0].sort] = found[0]
    return f"的第 {found[0]} 个" if asked[0].sort == "nth" else f"的前 {found[0]} 个"


def _partitioned(what: Said, row: list[int], parameters: dict[str, Any]) -> None:
    """How a row is partitioned.

    Raises:
        StayOut: in another way than by filling holes from the right.
    """
    pivots = what.of("pivot")
    for mention in pivots:
        if any(int(key) != row[0] for key in patterns.findall(r"\d+", mention.text.replace("第1", ""))):
            stay_out("another pivot")
    ways = [mention.sort for mention in what.of("back", "forth")]
    if ways and ways[0] != "back":
        stay_out("from the left first")
    if [mention.sort for mention in what.of("smaller", "larger")][:1] == ["larger"]:
        stay_out("the larger ones first")
    holes = bool(what.sorts & {"holes", "moving", "back"})
    if places := what.of("which_place"):
        parameters["pivot_base"] = 0 if "0" in places[0].text else 1
    parameters |= {"stated": holes and bool(pivots), "pivot": bool(pivots)}


@every_part_asked
def heaps(text: str) -> Recognition | None:
    """A heap that a row is made, or that is told, and what becomes of it; None where none is asked."""
    what = said(text)
    row = row_of(what)
    if row is None or not what.sorts & {"max", "min", "heap", "heap_sort"} or {"max", "min"} <= what.sorts:
        return None
    if any(
        ("小" if largest else "大") in mention.text
        for largest in [_kind(what)]
        if largest is not None
        for mention in what.of("remove", "root")
    ):
        stay_out("the other end")
    for read in (_told, _one_by_one, _left, _built):
        if (found := read(what, row)) is not None:
            return found
    return None


def _kind(what: Said) -> bool | None:
    """Whether the largest is on top; None where that is not said."""
    return True if "max" in what.sorts else False if "min" in what.sorts else None


def _named(largest: bool) -> str:
    return "大根堆" if largest else "小根堆"


def _times(what: Said) -> int:
    """How often the root is removed."""
    told = [patterns.search(rf"(?<!第)({INTEGER})[个次]", mention.text) for mention in what.of("remove")]
    return sum(to_int(times[1]) if times else 1 for times in told)


def _told(what: Said, row: list[int]) -> Recognition | None:
    """A heap that is told: one key is inserted or removed, or several are."""
    largest = _kind(what)
    if largest is None or what.sorts & {"built", "one_by_one", "heap_sort"}:
        return None
    if not what.only(*_OF_HEAPS, "insert_all", "compared", "insert", "whether"):
        return None
    keys = [key for mention in what.of("insert_all", "insert") for key in map(int, patterns.findall(r"\d+", mention.text))]
    removed = _times(what)
    if bool(keys) == bool(removed) or len(set(row + keys)) != len(row + keys) or removed > len(row) - 2:
        stay_out("what is done to the heap")
    done = f"插入 {listed(keys)}" if keys else f"删除堆顶 {removed} 次"
    understood = ((_named(largest), listed(row)), ("操作", done))
    parameters: dict[str, Any] = {"keys": row, "largest": largest}
    if len(keys) > 1 or removed > 1:
        if "compared" in what.sorts:
            return None
        return Recognition(parameters={"task": "heap-changes", **parameters, "inserted": keys, "removed": removed}, understood=understood)
    for mention in what.of("remove"):
        if any(int(key) != row[0] for key in patterns.findall(r"\d+", mention.text)):
            stay_out("another element than the root")
    asked = _asked_of_heap(what)
    return Recognition(
        parameters={"task": "heap", **parameters, "inserted": keys[0] if keys else None, "asked": asked}, understood=understood
    )


def _asked_of_heap(what: Said) -> list[str]:
    """The row, the comparisons, or both, in the order in which they are asked."""
    asked = []
    for clause in clauses_of(what.found):
        told = max((place for place, mention in enumerate(clause) if mention.sort in ("row", "insert", "remove")), default=-1)
        if "compared" in sorts(clause):
            asked.append("compared")
        elif sorts(clause[told + 1 :]) & {"which", "how_many", "result"}:
            asked.append("row")
    return list(dict.fromkeys(asked)) if "compared" in asked else ["row"]


def _one_by_one(what: Said, row: list[int]) -> Recognition | None:
    """A heap that keys make which are inserted one after the other."""
    largest = _kind(what)
    if largest is None or "one_by_one" not in what.sorts:
        return None
    if not what.only("one_by_one", "empty", "row", "count", "max", "min", "heap", "built"):
        stay_out("inserted one by one, and more")
    return _made(row, largest, "inserting", ["row"])


def _made(row: list[int], largest: bool, way: str, asked: list[str]) -> Recognition:
    if len(set(row)) != len(row):
        stay_out("equal keys")
    how = "依次插入空堆" if way == "inserting" else "筛选法建堆"
    return Recognition(
        parameters={"task": "heap-made", "keys": row, "largest": largest, "way": way, "asked": asked},
        understood=(("关键字", listed(row)), ("求", f"{how}，{_named(largest)}{'的变化过程' if way == 'changes' else ''}")),
    )


def _left(what: Said, row: list[int]) -> Recognition | None:
    """What is left of the heap when heap sort has put out the least or the greatest."""
    removed = what.of("remove")
    if "heap_sort" not in what.sorts or "the_rest" not in what.sorts or len(removed) != 1 or _kind(what) is not None:
        return None
    if not what.only("heap_sort", "row", "remove", "the_rest"):
        return None
    end = "大" if "最大" in removed[0].text else "小" if "最小" in removed[0].text else stay_out("which end")
    return Recognition(
        parameters={"task": "heap-left", "keys": row, "count": _times(what), "largest": end == "大"},
        understood=(("序列", listed(row)), ("求", f"输出 {_times(what)} 个最{end}的之后剩下的堆")),
    )


def _built(what: Said, row: list[int]) -> Recognition | None:
    """A heap that a row is made, or what heap sort leaves after some passes."""
    if not what.only(*_OF_HEAPS, "pass", "passes", "each", "compared", "changes", "could", "new_top", "nth", "how", "swap"):
        return None
    largest = _kind(what)
    sorting = "heap_sort" in what.sorts
    if "swap" in what.sorts and "remove" not in what.sorts and not what.sorts & {"pass", "passes"} and not sorting:
        return None
    if "each" not in what.sorts and any(mention.text.startswith("每") for mention in what.of("how")):
        stay_out("each pass of what")
    if len(set(row)) != len(row) or (sorting and largest is False and what.sorts & {"remove", "pass", "swap", "each"}):
        return None
    if not sorting and "built" not in what.sorts:
        stay_out("whether the row is a heap already")
    if largest is not None and "changes" in what.sorts:
        return _made(row, largest, "changes", [])
    if largest is not None and "compared" in what.sorts:
        return _made(row, largest, "sifting", _asked_of_heap(what))
    if largest is None and not sorting:
        return None
    parameters: dict[str, Any] = {"task": "max-heap" if largest is not False else "min-heap", "keys": row, "number": None, "gap": None}
    out = _times(what) if "remove" in what.sorts else 1 if "swap" in what.sorts else 0
    numbers = [number for mention in what.of("pass", "passes") for number in figures(mention)]
    shown = "建成的堆"
    if "each" in what.sorts:
        parameters |= {"each": True, "out": len(row) - 1}
        shown = "每一趟的结果"
    elif out or numbers:
        if (out and numbers and set(numbers) != {out}) or len(set(numbers)) > 1:
            stay_out("how many are put out")
        out = out or numbers[0]
        changed = min((mention.start for mention in what.of("remove", "swap")), default=0)
        stays = (
            sorting
            or what.sorts & {"swap", "new_top"}
            or any("数组" in mention.text and mention.start > changed for mention in what.of("result"))
        )
        if stays and "filled" in what.sorts:
            stay_out("whether the removed element stays in the row")
        if not stays and any("删" not in mention.text for mention in what.of("remove")):
            stay_out("whether the removed element stays in the row")
        if not stays:
            parameters = {"task": "heap-changes", "keys": row, "largest": largest, "inserted": [], "removed": out, "built": True}
            if _both_asked(what, changed):
                parameters["both"] = True
        else:
            parameters |= {"out": out, **({"top": True} if "new_top" in what.sorts else {})}
            if _both(what):
                parameters |= {"both": True, "asked": ["heap", "row"]}
        shown = f"输出 {out} 个堆顶后"
    elif what.of("insert"):
        keys = [key for mention in what.of("insert") for key in map(int, patterns.findall(r"\d+", mention.text))]
        parameters = {"task": "heap-changes", "keys": row, "largest": largest, "inserted": keys, "removed": 0, "built": True}
        shown = f"插入 {listed(keys)} 后"
    elif largest is None:
        parameters["either"] = True  # which heap is not said
    if places := what.of("nth"):
        parameters["nth"] = figures(places[0])[0]
    return Recognition(
        parameters=parameters,
        understood=(
            ("序列", listed(row)),
            ("方法", TITLES[str(parameters.get("task")) if "number" in parameters else "max-heap"]),
            ("求", shown),
        ),
    )


def _both_asked(what: Said, changed: int) -> bool:
    """Whether the heap that is built is asked for itself, before the place where it is changed."""
    if sum(patterns.fullmatch("写出|给出|画出", mention.text) is not None for mention in what.of("which")) > 1:
        return True
    begun = min((mention.start for mention in what.of("built")), default=0)
    return any(begun < mention.start < changed for mention in what.of(END) if "?" in mention.text)


def _both(what: Said) -> bool:
    """Whether the heap that is built is asked besides the row after it is changed."""
    begun = min((mention.start for mention in what.of("built")), default=0)
    changed = min(mention.start for mention in what.of("remove", "swap", "pass", "passes"))
    return "both" in what.sorts or any(begun < mention.start < changed for mention in what.of("which", "result", "how_many"))
