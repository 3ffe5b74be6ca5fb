"""Reading problems about sorting by hand that ask for something else than a row: counts, methods, increments, pivots, whether rows are heaps."""

from __future__ import annotations

from typing import Any

from engine.generators import patterns
from engine.generators.ds._clauses import parts_numbered
from engine.generators.ds._mentions import END, Mention
from engine.generators.ds._sorting_pass.lexicon import MOST, Said, figures, said
from engine.generators.ds._sorting_pass.reading import row_of
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.reading import stay_out, to_ints

_METHODS = {
    "bubble": "冒泡排序",
    "insertion": "直接插入排序",
    "selection": "简单选择排序",
    "merge": "二路归并排序",
    "quick": "快速排序",
}
_COUNTS = {"how_many_passes": "passes", "compared": "compared", "exchanged": "exchanged"}
_CALLED = {"passes": "趟数", "compared": "比较次数", "exchanged": "交换次数", "related": "与初始次序的关系"}
_LISTED = r"(?:(?<=[\s;,。:])|^)\(?[1-6]\s*[.、)]\s*(?=\(?\s*\d+\s*[,、 ]\s*\d)"


def recognise(text: str) -> Recognition | None:
    """One of these questions; None where it is none.

    Raises:
        StayOut: not all of the text is understood.
    """
    text = patterns.sub(_LISTED, "\n", text)
    found = _recognised(said(text))
    if found is not None and parts_numbered(text) > max(len(found.parameters.get("asked", "1")) + bool(found.parameters.get("number")), 1):
        stay_out("a sub-question that was not understood")
    return found


def _recognised(what: Said) -> Recognition | None:
    for read in (_runs_merged, _merged, _whether_heaps, _told_rows, _pivot, _extreme, _one_inserted, _options, _exchanging, _counted):
        if (found := read(what)) is not None:
            return found
    return None


def _runs_merged(what: Said) -> Recognition | None:
    """How often keys are compared when rows that are sorted are merged by twos."""
    told = what.of("runs")
    if (
        len(told) != 1
        or "compared" not in what.sorts
        or not what.only("runs", "compared", "merge", "ascending", "count", "forth", "two_lists", "sorted")
    ):
        return None
    runs = [list(to_ints(run)) for run in patterns.findall(r"\([^()]*\)", told[0].text)]
    keys = [key for run in runs for key in run]
    counts = {figures(mention)[0] for mention in what.of("count")}
    if counts - {len(runs)} or any(run != sorted(run) for run in runs) or len(set(keys)) != len(keys) or not len(runs) <= 8:
        stay_out("rows that are not sorted, or equal keys")
    return Recognition(
        parameters={"task": "runs-merged", "runs": runs},
        understood=(("有序序列", "；".join(listed(run) for run in runs)), ("求", "两两归并的比较次数")),
    )


def _merged(what: Said) -> Recognition | None:
    """The most or the fewest comparisons of merging two sorted lists."""
    if not what.sorts & {"two_lists", "lengths"} or not what.only(
        "two_lists", "lengths", "sorted", "merge", "compared", "worst", "best", "ascending"
    ):
        return None
    asked = ["most" if mention.sort == "worst" else "fewest" for mention in what.of("worst", "best")]
    lengths = [to_ints(mention.text) for mention in what.of("lengths")]
    if not asked or "compared" not in what.sorts:
        return None
    if lengths:
        return Recognition(
            parameters={"task": "merged", "lengths": list(lengths[0]), "asked": list(dict.fromkeys(asked))},
            understood=(("表长", listed(lengths[0])),),
        )
    if len(set(asked)) != 1 or not any("n" in mention.text for mention in what.of("two_lists")):
        return None
    return Recognition(
        parameters={"task": "merged-of-n", "name": "n", "least": asked[0] == "fewest"},
        understood=(("两个有序表", "各 n 个元素"), ("求", f"{'最少' if asked[0] == 'fewest' else '最多'}比较次数")),
    )


def _whether_heaps(what: Said) -> Recognition | None:
    """Whether a row is a heap, which of the options is one, or what rows are made that are none."""
    if "whether" not in what.sorts or not what.only("whether", "row", "max", "min", "heap", "built", "never", "adjust", "fewest", "count"):
        return None
    kinds = what.sorts & {"max", "min"}
    if len(kinds) > 1:
        stay_out("which heap")
    largest = None if not kinds else "max" in kinds
    rows = what.rows()
    if "built" in what.sorts or "adjust" in what.sorts:
        if not rows or len(rows) > 8 or "never" not in what.sorts or any(not 4 <= len(row) <= MOST for row in rows):
            stay_out("which rows")
        return Recognition(
            parameters={"task": "judged-heaps", "rows": rows, "largest": largest, "fewest": "fewest" in what.sorts},
            understood=(*((f"序列 {number}", listed(row)) for number, row in enumerate(rows, 1)), ("求", "是不是堆，不是的调整成堆")),
        )
    kind = {None: None, True: "大", False: "小"}[largest]
    if len(rows) > 1:
        return None
    if rows and len(set(rows[0])) == len(rows[0]):
        return Recognition(
            parameters={"task": "is-heap", "kind": kind, "keys": rows[0]}, understood=(("序列", listed(rows[0])), ("求", "是不是堆"))
        )
    denied = any(mention.text.startswith("不") for mention in what.of("whether"))
    return Recognition(parameters={"task": "is-heap", "kind": kind, "keys": None, "possible": not denied}, understood=(("求", "哪个是堆"),))


def _rows_after(what: Said) -> tuple[list[int] | None, dict[int, list[int]]]:
    """(the row to begin with, the row after each pass that is told): each row is what its clause, or the one before, calls it.

    Raises:
        StayOut: a row is called nothing or two things, or holds other keys.
    """
    begun: list[int] | None = None
    passes: dict[int, list[int]] = {}
    number: int | None = None
    for mention in what.found:
        if mention.sort in ("pass", "passes"):
            number = (figures(mention) or [1])[0]
        elif mention.sort == "row":
            row = list(to_ints(mention.text))
            if number is None and begun is None:
                begun = row
            elif number is None or passes.setdefault(number, row) != row:
                stay_out("what a row is")
            number = None
        elif mention.sort == END and mention.text in "。;?":
            number = None
    told = what.of("pass", "passes")
    if begun is not None and not passes and len(told) == 1:
        passes = {(figures(told[0]) or [1])[0]: begun}  # `the row that is the result of the second pass`
        begun = None
    rows = [*passes.values(), *([begun] if begun else [])]
    if any(sorted(row) != sorted(rows[0]) for row in rows) or len(set(rows[0])) != len(rows[0]) or not 5 <= len(rows[0]) <= MOST:
        stay_out("rows of other keys")
    return begun, dict(sorted(passes.items()))


def _told_rows(what: Said) -> Recognition | None:
    """Which method, or which increments, make the rows that are told."""
    asks_increment, asks_method = "which_gap" in what.sorts, bool(what.sorts & {"method_word", "could"})
    if not (asks_increment or asks_method) or not what.rows():
        return None
    if not what.only("row", "pass", "passes", "first", "shell", "which_gap", "count", "changes", "could", "each", "ascending"):
        return None
    if "changes" in what.sorts and "pass" not in what.sorts:
        return _changing(what)
    begun, passes = _rows_after(what)
    counts = {figures(mention)[0] for mention in what.of("count")}
    if counts - {len(row) for row in passes.values()} or not passes:
        stay_out("another number of keys")
    shown = tuple((f"第 {number} 趟后", listed(row)) for number, row in passes.items())
    rows, numbers = list(passes.values()), list(passes)
    if asks_increment:
        if "shell" not in what.sorts or numbers != list(range(1, len(numbers) + 1)):
            return None
        if begun is not None and len(rows) == 1:
            return Recognition(
                parameters={"task": "increment", "keys": begun, "after": rows[0]},
                understood=(("初始", listed(begun)), ("一趟后", listed(rows[0]))),
            )
        return Recognition(
            parameters={"task": "increments", "keys": begun, "rows": rows},
            understood=(*((("初始序列", listed(begun)),) if begun else ()), *shown, ("求", "增量")),
        )
    if "shell" in what.sorts:
        return None
    if begun is None:
        if len(rows) != 1 or len(rows[0]) < 6 or numbers[0] not in (1, 2, 3) or "could" not in what.sorts:
            return None
        return Recognition(
            parameters={"task": "method", "keys": rows[0], "number": numbers[0]},
            understood=(("序列", listed(rows[0])), ("求", f"哪种排序的第 {numbers[0]} 趟可能得到它")),
        )
    return _method_of(begun, numbers, rows, shown)


def _method_of(begun: list[int], numbers: list[int], rows: list[list[int]], shown: tuple[tuple[str, str], ...]) -> Recognition:
    return Recognition(
        parameters={"task": "methods", "keys": begun, "numbers": numbers, "rows": rows},
        understood=(("初始序列", listed(begun)), *shown, ("求", "排序方法")),
    )


def _changing(what: Said) -> Recognition | None:
    """Which method makes rows that are told one after the other, without numbers."""
    rows = what.rows()
    if len(rows) < 3 or any(sorted(row) != sorted(rows[0]) for row in rows) or len(set(rows[0])) != len(rows[0]):
        return None
    passes = rows[1:] if rows[1] != rows[0] else rows[2:]
    changed = [row for row, before in zip(passes, [rows[0], *passes], strict=False) if row != before]
    return _method_of(rows[0], [], changed, tuple((f"第 {number} 趟后", listed(row)) for number, row in enumerate(passes, 1)))


def _pivot(what: Said) -> Recognition | None:
    """Which element was the pivot of a partition whose row is told."""
    if not what.sorts >= {"pivot_word", "row"} or not what.only(
        "pivot_word", "row", "quick", "pass", "passes", "could", "never", "ascending", "descending"
    ):
        return None
    numbers = {number for mention in what.of("pass", "passes") for number in figures(mention)}
    row = row_of(what)
    if row is None or numbers - {1} or {"ascending", "descending"} <= what.sorts or not what.sorts & {"pass", "passes", "quick"}:
        return None
    if len(set(row)) != len(row):
        stay_out("equal keys")
    first = what.of("row")[0].start
    parted = [mention.start for mention in what.of("pass", "passes", "quick") if mention.sort != "quick" or "划分" in mention.text]
    if not any(start < first for start in parted) or what.of("pivot_word")[-1].start < first:
        return None
    denied = "never" in what.sorts
    return Recognition(
        parameters={"task": "pivot", "keys": row, "possible": not denied, "descending": "descending" in what.sorts},
        understood=(("一次划分后", listed(row)), ("求", f"{'不' if denied else ''}可能是枢轴的元素")),
    )


def _extreme(what: Said) -> Recognition | None:
    """Which of the pasted rows takes the most, or the fewest, of something."""
    methods = [name for name in _METHODS if name in what.sorts]
    if (
        "extreme" not in what.sorts
        or len(methods) != 1
        or not what.only("extreme", "compared", "exchanged", "how_many_passes", "flag", "pivot", "ascending", "speed", "count", *methods)
    ):
        return None
    method, way = methods[0], what.of("extreme")[0].text
    asked = [_COUNTS[mention.sort] for mention in what.of(*_COUNTS)] or ["work"]
    measured = "work" if method == "quick" and asked[0] in ("work", "compared") else asked[0]
    known = {("insertion", "compared"), ("bubble", "compared"), ("bubble", "exchanged"), ("bubble", "passes"), ("quick", "work")}
    if len(asked) > 1 or (method, measured) not in known or any(patterns.search(r"\d", mention.text) for mention in what.of("pivot")):
        return None
    if method == "bubble" and measured != "exchanged" and "flag" not in what.sorts:
        stay_out("whether it stops early")
    least = any(sign in way for sign in "少快小")
    return Recognition(
        parameters={"task": "extreme", "method": method, "what": measured, "least": least},
        understood=(("方法", _METHODS[method]), ("求", "最省的序列" if least else "最费的序列")),
    )


def _one_inserted(what: Said) -> Recognition | None:
    """How often a record is compared with others when it is inserted where it belongs."""
    if "compared" not in what.sorts:
        return None
    if "halving" in what.sorts and what.sorts & {"worst", "extreme"}:
        told = what.of("sorted_of")
        if not told or not what.only("halving", "sorted_of", "compared", "worst", "one_more", "ascending"):
            return None
        count = figures(told[0])[0]
        return Recognition(
            parameters={"task": "halving", "count": count}, understood=(("有序元素", str(count)), ("求", "折半插入一个元素最多比较几次"))
        )
    told = what.of("insert_nth")
    if not told or not what.only("insert_nth", "insertion", "row", "compared", "ascending", "count", "sorted", "sorted_end"):
        return None
    row = row_of(what)
    if row is None or len(set(row)) != len(row):
        return None
    number, *key = figures(told[0])
    if not 2 <= number <= len(row) or (key and row[number - 1] != key[0]):
        stay_out("another record")
    return Recognition(
        parameters={"task": "inserted-one", "keys": row, "number": number},
        understood=(("序列", listed(row)), ("求", f"插入第 {number} 个时的比较次数")),
    )


def _options(what: Said) -> Recognition | None:
    """Which of the pasted rows can be quick sort's after its second pass."""
    if not what.only("quick", "pass", "passes", "could", "never", "ascending", "how", "unsettled") or not what.sorts & {"could", "never"}:
        return None
    numbers = {number for mention in what.of("pass", "passes") for number in figures(mention)}
    if "quick" not in what.sorts or numbers != {2}:
        return None
    denied = "never" in what.sorts
    return Recognition(
        parameters={"task": "quick-option", "possible": not denied},
        understood=(("求", f"{'不' if denied else ''}可能是快速排序第二趟的结果"),),
    )


def _exchanging(what: Said) -> Recognition | None:
    """How many passes of bubble sort exchange anything."""
    if "exchanging" not in what.sorts or not what.only("bubble", "row", "exchanging", "forth", "back", "ascending", "count"):
        return None
    row = row_of(what)
    if row is None or {"forth", "back"} <= what.sorts:
        return None
    way = "前" if "forth" in what.sorts else "后" if "back" in what.sorts else None
    return Recognition(
        parameters={"task": "exchanging-passes", "keys": row, "way": way},
        understood=(("序列", listed(row)), ("方法", "冒泡排序"), ("求", "有元素交换的趟数")),
    )


def _case_of(clause_cases: list[tuple[int, str]], mention: Mention) -> str:
    return max((each for each in clause_cases if each[0] < mention.start), default=(0, ""))[1]


_BESIDE_COUNTS = (
    "row count n worst best flag guarded unguarded ascending descending pass forth back sifting related insert sorted_end how passes"
)


def _counted(what: Said) -> Recognition | None:
    """Numbers of passes, comparisons and exchanges, of keys or of a number of keys; a row after a pass may be asked as well."""
    methods = [name for name in ("bubble", "insertion", "selection", "merge") if name in what.sorts]
    asked = what.of(*_COUNTS)
    if len(methods) != 1 or not asked:
        return None
    told = what.of("pass")
    if not what.only(
        *_COUNTS,
        *methods,
        *_BESIDE_COUNTS.split(),
    ):
        return None
    method, row = methods[0], row_of(what, 3) if what.rows() else None
    if any(key not in (row or ()) for mention in what.of("insert") for key in to_ints(mention.text)):
        stay_out("another key")
    counts = {figures(mention)[0] for mention in what.of("count")}
    cases = [(mention.start, mention.sort) for mention in what.of("worst", "best")]
    named = {case for _, case in cases}
    several = len(named) == 2
    if "descending" in what.sorts or ("back" in what.sorts and method == "bubble") or ("related" in what.sorts and method != "selection"):
        stay_out("another order")
    if ("flag" in what.sorts and method != "bubble") or {"guarded", "unguarded"} <= what.sorts or len(counts) > 1 or len(told) > 1:
        return None
    case_of = [_case_of(cases, mention) for mention in asked]
    if several and (set(case_of) != named or "" in case_of or told or "related" in what.sorts):
        stay_out("which case is asked")
    lettered = "n" in what.sorts
    if (row is None and not counts and not lettered) or (row is not None and (named or lettered or len(set(row)) != len(row))):
        return None
    if (lettered and (several or counts or told)) or (method == "merge" and row is None):
        return None
    if told and (row is None or (method == "bubble" and not {"forth", "whole"} <= what.sorts)):
        stay_out("of one pass, or of all")
    parameters: dict[str, Any] = {
        "task": "counts",
        "method": method,
        "keys": row,
        "count": len(row) if row is not None else next(iter(counts), None),
        "case": None if several else next(iter(named), None),
        "cases": case_of if several else None,
        "flag": "flag" in what.sorts,
        "sentinel": False if "unguarded" in what.sorts else True if "guarded" in what.sorts else None,
        "number": figures(told[0])[0] if told else None,
        "row_first": bool(told) and told[0].start < asked[0].start,
    }
    names = [_COUNTS[mention.sort] for mention in asked]
    parameters["asked"] = names if several else [*dict.fromkeys(names), *(["related"] if "related" in what.sorts else [])]
    return Recognition(
        parameters=parameters,
        understood=(
            ("序列", listed(row)) if row else ("元素个数", "n" if lettered else str(parameters["count"])),
            ("求", "、".join(_CALLED[name] for name in parameters["asked"])),
        ),
    )
