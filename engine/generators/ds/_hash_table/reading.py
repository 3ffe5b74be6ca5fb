"""Reading problems about hash tables: the function, the collisions' method, the keys, and what is asked of the table."""

from __future__ import annotations

import math
from typing import Any

from engine.generators import patterns
from engine.generators.ds._clauses import every_part_asked
from engine.generators.ds._hash_table.hashing import fill, greatest_prime
from engine.generators.ds._hash_table.lexicon import SECOND, Said, numbers, said
from engine.generators.ds._hash_table.small_reading import small_problem
from engine.generators.ds._mentions import clauses_of, sorts
from engine.generators.kind import Missing, Recognition
from engine.generators.markdown import listed
from engine.generators.reading import INTEGER, stay_out, to_int, to_ints, to_share

METHODS = {"linear": "线性探测法", "quadratic": "二次探测法（增量 1², −1², 2², −2², …）", "chaining": "链地址法"}
"""The methods that questions are written about."""
TITLES = {**METHODS, "double": "双散列法", "squares": "平方探测法（增量 1², 2², 3², …）"}
_OF_THE_TABLE = {
    "success": "success",
    "failure": "failure",
    "longest": "longest",
    "empty_chains": "empty-chains",
    "which_load": "load",
    "all_clashes": "all-clashes",
    "all_probes": "all-probes",
    "vacant": "vacant",
}
_OF_AN_ADDRESS = {"chain": "chain-length", "keys_of_chain": "chain", "slot": "slot"}
_OF_A_KEY = {
    "place": "place",
    "compared": "compared",
    "clashes": "clashes",
    "probed": "probed",
    "missed_at": "missed-at",
    "home": "home",
    "address": "address",
}


@every_part_asked
def recognise(text: str) -> Recognition | None:
    """A table being filled, by one method or by each of two, or one figure from others; None where it is something else."""
    what = said(text)
    if (small := small_problem(what)) is not None:
        return small
    methods = [name for name in ("linear", "quadratic", "chaining", "double") if name in what.sorts]
    if "units" in what.sorts and not methods:
        methods = ["linear"]
    if "step" in what.sorts and methods == ["linear"]:
        methods = ["double"]
    if len(methods) == 1:
        return _table(what, methods[0])
    if len(methods) != 2 or not (what.parted or "apart" in what.sorts):
        return None
    found = [_table(what, method) for method in methods]
    if any(each is None or not each.confident for each in found):
        return None
    cases = [each for each in found if each is not None]
    return Recognition(
        parameters={"task": "methods", "methods": [each.parameters for each in cases], "asked": cases[0].parameters["asked"] * 2},
        understood=tuple(dict.fromkeys(told for each in cases for told in each.understood)),
    )


def _function(what: Said, length: int | None) -> tuple[int | None, int, int]:
    """(divisor, factor, addend) of the function; no divisor where none is told.

    Raises:
        StayOut: there are two functions.
    """
    letters = {mention.text[0].lower(): numbers(mention)[0] for mention in what.of("letter")}
    found: set[tuple[int, int, int]] = set()
    for mention in what.of("function"):
        parts = patterns.search(
            r"(?:(?P<factor>\d+)\s*[*×·]?\s*)?\(?\s*(?:key|k|x)\s*\)?\s*(?:[*×·]\s*(?P<later>\d+)\s*)?(?:\+\s*(?P<addend>\d+)\s*)?\)?\s*"
            r"(?:%|mod|取余)\s*(?P<divisor>\d+|[pm])",
            mention.text.lower().rpartition("=")[2],
        )
        if parts is None:
            found.add((numbers(mention)[0], 1, 0))
            continue
        named = parts["divisor"]
        divisor = int(named) if named.isdigit() else letters.get(named) or (length if named == "m" else None)
        if divisor is not None:
            found.add((divisor, int(parts["factor"] or parts["later"] or 1), int(parts["addend"] or 0)))
    found |= {(numbers(mention)[0], 1, 0) for mention in what.of("divided") if numbers(mention)}
    if not found and "p" in letters:
        found.add((letters["p"], 1, 0))
    if len(found) > 1:
        stay_out("two functions")
    return found.pop() if found else (None, 1, 0)


def _chosen(count: int, what: Said) -> tuple[int, tuple[int, int, int]]:
    """The length of a table for a load factor, and the function with the greatest prime that is not greater."""
    load = to_share(_load(what.of("load")[0].text))
    if not 0 < load <= 1:
        stay_out("load factor")
    length = math.ceil(count / load)
    return length, (greatest_prime(length), 1, 0)


def _load(text: str) -> str:
    return text.strip().rpartition("子")[2].strip("α 要求设成为定取至少不超过是=")


def _length(what: Said) -> int | None:
    """The length of the table; None where it is not told.

    Raises:
        StayOut: two lengths.
    """
    told = {numbers(mention)[-1] for mention in what.of("length")} | {numbers(mention)[-1] + 1 for mention in what.of("addresses")}
    told |= {numbers(mention)[0] for mention in what.of("letter") if mention.text[0] in "mM"}
    told |= {numbers(mention)[-1] for mention in what.of("formula") if patterns.search(r"(?:%|mod)\s*\d+$", mention.text, 2)}
    if len(told) > 1:
        stay_out("two lengths")
    return next(iter(told), None)


def _asked(what: Said) -> list[str]:
    """What is asked, in order; what is asked of single keys with the key: `place:58`.

    Raises:
        StayOut: something is asked of "it", and it is not said which key that is.
    """
    asked: list[str] = []
    rows = [numbers(mention) for mention in what.of("row")]
    last = rows[0][-1:] if rows and rows[0][-1:] == rows[0][-2:-1] else []
    for clause in clauses_of(what.found):
        here = sorts(clause)
        keys = [mention for mention in clause if mention.sort in ("key", "further")]
        unasked: list[int] = []
        if what.parted and "made" in here and "table" in here and here <= {"made", "table", "which"}:
            asked.append("table")
        missed = bool(keys) and here >= {"failure", "compared"}
        for mention in clause:
            if mention.sort in ("key", "further"):
                last = [*unasked, *numbers(mention)]
                unasked = last if mention.sort == "key" else []
            elif (mention.sort == "draw" and here & {"table", "name"}) or mention.sort == "each_key":
                asked.append("table")
            elif mention.sort == "failure" and missed:
                continue
            elif mention.sort in _OF_THE_TABLE:
                asked.append(_OF_THE_TABLE[mention.sort])
            elif mention.sort == "average" and not here & {"success", "failure"}:
                ends = ["success"] if what.sorts & {"quadratic", "double"} else ["success", "failure"]
                asked += [] if {"success", "failure"} & set(asked) else ends
            elif mention.sort in _OF_AN_ADDRESS:
                asked.append(f"{_OF_AN_ADDRESS[mention.sort]}:{numbers(mention)[0]}")
            elif mention.sort == "place" and here & {"each_key", "already"}:
                continue
            elif mention.sort in _OF_A_KEY:
                unasked = []
                behind = [key for key in keys if key.start > mention.start]
                of = last or (numbers(behind[0]) if behind else stay_out("which key"))
                asked += [f"{_OF_A_KEY[mention.sort]}:{key}" for key in of]
        if unasked and here <= {"key"} and asked and ":" in asked[-1]:
            asked += [f"{asked[-1].partition(':')[0]}:{key}" for key in unasked]  # `and 58?`
    return list(dict.fromkeys(asked))


_ALLOWED = (
    "second", "function", "divided", "letter", "both_signs", "one_sign", "units", "formula", "step", "addresses", "length", "already", "taken",
    "row", "load", "count", "linear", "quadratic", "chaining", "double", "method", "at_end", "null_counted", "null_left", "empty_counted",
    "of_addresses", "each_clash", "average", "which_length", "made_function",
    "remove", "further", "key", "it", "each_key", "apart", *_OF_THE_TABLE, *_OF_AN_ADDRESS, *_OF_A_KEY, "decimals")  # fmt: skip


def _table(what: Said, method: str) -> Recognition | None:
    """A table filled by one method.

    Raises:
        StayOut: what is told does not hang together.
    """
    if not what.only(*_ALLOWED):
        return None
    length = _length(what)
    rows = {to_ints(mention.text) for mention in what.of("row")}
    already = {numbers(mention)[0]: numbers(mention)[1] for mention in what.of("already")}
    for mention in what.of("taken"):
        already |= {-1 - at: at for at in numbers(mention)}  # what stands there is not told, and not asked for
    if len(rows) + bool(already) != 1:
        return None
    keys = list(rows.pop()) if rows else list(already)
    if len(keys) > 3 and keys[-1] == keys[-2]:
        keys.pop()  # `4, 13, 8, 22, where does 22 go?`
    plus, both = "one_sign" in what.sorts, "both_signs" in what.sorts
    if ((plus or both) and (method != "quadratic" or (plus and both))) or ("units" in what.sorts and method != "linear"):
        stay_out("increments of another method")
    second = patterns.search(SECOND, what.of("second")[0].text, 2) if "second" in what.sorts else None
    steps = [int(second[1]), second[2], int(second[4]), int(second[3] or 1)] if second else []
    if "step" in what.sorts:
        steps = [numbers(what.of("step")[0])[0], "+", 1, 1]
    asked = _asked(what)
    function = _function(what, length)
    if "made_function" in what.sorts:
        if function[0] is not None or length is not None or not what.of("load"):
            stay_out("a function that is told")
        length, function = _chosen(len(keys), what)
        asked = ["function", *asked]
    if not asked and what.sorts >= {"made"} and what.sorts & {"table", "name"}:
        asked = ["table"]  # what is made is asked for where nothing else is
    notes: dict[str, Any] = (
        {"null_pointer": True} if "null_counted" in what.sorts else {"null_pointer": False} if "null_left" in what.sorts else {}
    )
    notes |= {"at_end": True} if "at_end" in what.sorts else {}
    if loads := what.of("load"):
        notes["load"] = _load(loads[0].text)
    if decimals := what.of("decimals"):
        notes["decimals"] = to_int(patterns.findall(rf"({INTEGER})位", decimals[0].text)[0])
    if "which_length" in what.sorts:
        notes["length_asked"] = True
    if removed := what.of("remove"):
        deleted = numbers(removed[0])[0]
        if method != "linear" or deleted not in keys or asked != ["failure"] or already or "further" in what.sorts:
            stay_out("what is deleted, or what of the rest is asked")
        notes["deleted"] = deleted
    if not asked and not notes.get("length_asked"):
        return None
    told_keys = [key for mention in what.of("key", "further") for key in numbers(mention)]
    added = [key for mention in what.of("further") for key in numbers(mention)]
    of_keys = [int(name.partition(":")[2]) for name in asked if name.partition(":")[0] in _OF_A_KEY.values()]
    if any(key not in of_keys and key not in added for key in told_keys) or any(key in keys for key in added):
        stay_out("a key of which nothing is asked, or twice")
    asked = [_missed(name, keys, added, what) for name in asked]
    new = [
        key
        for key in dict.fromkeys(
            [*added, *(int(name.partition(":")[2]) for name in asked if name.startswith(("place:", "compared:", "clashes:")))]
        )
        if key not in keys
    ]
    if new and (len(new) > 1 or not (added or already or "已" in what.text)):
        stay_out("a key that is not in the table")
    counts = {to_int(patterns.findall(INTEGER, mention.text)[0]) for mention in what.of("count")}
    if len(counts) > 1:
        stay_out("two numbers of keys")
    return _recognised(
        keys + new,
        already,
        "squares" if plus else method,
        both,
        steps,
        function,
        length,
        next(iter(counts), None),
        len(new),
        asked,
        notes,
    )


def _missed(name: str, keys: list[int], added: list[int], what: Said) -> str:
    """A comparison with a key that is looked for in vain, as such."""
    sort, _, key = name.partition(":")
    if sort == "compared" and int(key) not in keys and int(key) not in added and what.sorts >= {"search", "empty_counted"}:
        return f"missed:{key}"
    return name


def _recognised(
    keys: list[int],
    already: dict[int, int],
    method: str,
    squares: bool,
    second: list[Any],
    function: tuple[int | None, int, int],
    length: int | None,
    count: int | None,
    new: int,
    asked: list[str],
    notes: dict[str, Any],
) -> Recognition | None:
    divisor, factor, addend = function
    if len(set(keys)) != len(keys) or (count is not None and count not in (len(keys), len(keys) - new)):
        stay_out("keys")
    if ("at_end" in notes or "null_pointer" in notes) and method != "chaining":
        stay_out("chains in an open table")
    names = {name.partition(":")[0] for name in asked}
    if method == "chaining" and names & {"place", "clashes", "all-clashes", "slot", "vacant"}:
        stay_out("a chain's address")
    if method != "chaining" and names & {"longest", "empty-chains", "chain", "chain-length"}:
        stay_out("chains in an open table")
    if (method == "double") != bool(second):
        stay_out("the second function")
    understood: tuple[tuple[str, str], ...] = (("关键字", listed(keys)), ("冲突处理", TITLES[method]))
    parameters: dict[str, Any] = {"keys": keys, "method": method, "asked": asked}
    if "load" in notes and "function" not in names:
        places = len(keys) / to_share(notes["load"])
        if places.denominator != 1 or length not in (None, places.numerator) or "load" in names:
            stay_out("load factor")
        length = places.numerator
    if notes.get("length_asked"):
        if "load" not in notes:
            stay_out("the length is asked, not given")
        parameters["asked"] = ["length", *asked]
    parameters |= {"factor": factor} if factor != 1 else {}
    parameters |= {"addend": addend} if addend else {}
    parameters |= {"already": [[key, at] for key, at in already.items()]} if already else {}
    parameters |= {"signs": False} if method == "quadratic" and not squares else {}
    parameters |= {"null_pointer": True} if notes.get("null_pointer") else {}
    parameters |= {"deleted": notes["deleted"]} if "deleted" in notes else {}
    parameters |= {"decimals": notes["decimals"]} if "decimals" in notes else {}
    if second:
        parameters["second"] = second
    if divisor is None:
        return Recognition(
            parameters=parameters, understood=understood, missing=(Missing("divisor", "散列函数对几取余？", "H(key)=key%{}"),)
        )
    parameters["divisor"] = divisor
    if "function" in names:
        parameters["length"] = length
    product = "key" if factor == 1 else f"{factor} × key"
    written = f"({product} + {addend})" if addend else product
    understood = (("散列函数", f"H(key) = {written} mod {divisor}"), *understood)
    if method in ("quadratic", "squares", "double") and "failure" in asked:
        stay_out("lengths of a search that fails with squares or a second function")
    if method != "chaining":
        if length is None and _whatever_length(parameters):
            length = divisor
            parameters["length_free"] = True
        if length is None:
            return Recognition(
                parameters=parameters, understood=understood, missing=(Missing("length", "散列表的长度是多少？", "表长为{}"),)
            )
        parameters["length"] = length
        understood = (*understood, ("表长", str(length)))
    elif "load" in names:
        parameters["length"] = length if length is not None else divisor
    if not 2 <= divisor <= 1000:
        return None
    if method != "chaining" and not (divisor <= parameters["length"] <= 1000 and len(keys) <= parameters["length"]):
        return None
    if method == "linear" and "failure" in asked and len(keys) == parameters["length"]:
        return None
    return Recognition(parameters=parameters, understood=understood)


def _whatever_length(parameters: dict[str, Any]) -> bool:
    """Whether the length that is not told changes nothing: no probing comes to the end of a table as long as the divisor."""
    if parameters["method"] != "linear" or "already" in parameters or "deleted" in parameters:
        return False
    if {name.partition(":")[0] for name in parameters["asked"]} - {"success", "table", "place", "compared", "clashes", "all-clashes"}:
        return False
    divisor = parameters["divisor"]
    if len(parameters["keys"]) > divisor:
        return False
    function = (parameters.get("factor", 1), parameters.get("addend", 0))
    short = fill(parameters["keys"], divisor, divisor, "linear", function[0], addend=function[1])
    return all(placed.probes[-1] >= placed.probes[0] for placed in short.placed)
