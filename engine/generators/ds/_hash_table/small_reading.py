"""Problems about hash tables that are told by figures only: load factors, lengths, divisors, synonyms, chains, the keys of an address."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.ds._hash_table.lexicon import Said, numbers
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.reading import INTEGER, stay_out, to_int, to_ints


def small_problem(what: Said) -> Recognition | None:
    """One figure of tables from others; None where that is not what is asked."""
    for read in (_synonyms, _same_address, _keys_of_address, _chains, _loads, _divisor):
        if (found := read(what)) is not None:
            return found
    return None


def _one(what: Said, sort: str) -> int | None:
    """The figure of the only mention of a sort."""
    told = {to_int(patterns.findall(INTEGER, mention.text)[-1]) for mention in what.of(sort)}
    return told.pop() if len(told) == 1 else None if not told else stay_out(f"two of {sort}")


def _divisor_of(what: Said) -> int | None:
    return numbers(what.of("function")[0])[-1] if len(what.of("function")) == 1 and len(numbers(what.of("function")[0])) == 1 else None


def _synonyms(what: Said) -> Recognition | None:
    """The probes of storing synonyms, or of searching in vain in a table of nothing else."""
    if "row" in what.sorts or not (what.sorts & {"same"} or any("同义词" in mention.text for mention in what.of("count", "named_count"))):
        return None
    if not what.only(
        "same", "count", "named_count", "linear", "compared", "all_probes", "fewest", "failure", "length", "function", "method", "it"
    ):
        return None
    counts = {to_int(patterns.findall(INTEGER, mention.text)[0]) for mention in what.of("count")}
    counts |= {number for mention in what.of("named_count") for number in numbers(mention)}
    length = _one(what, "length")
    if "linear" not in what.sorts or len(counts) > 1:
        return None
    count = next(iter(counts), None)
    if "failure" in what.sorts:
        if length is None or count is None or _divisor_of(what) not in (None, length) or not 1 <= count < length:
            stay_out("figures of synonyms")
        return Recognition(
            parameters={"task": "synonyms-failing", "count": count, "length": length},
            understood=(("表长", str(length)), ("互为同义词的关键字", f"{count} 个"), ("求", "查找失败的平均查找长度")),
        )
    if not what.sorts & {"compared", "all_probes"}:
        return None
    if count is None:
        name = what.of("named_count")[0].text.strip()[0]
        return Recognition(parameters={"task": "synonyms-of-n", "name": name}, understood=(("互为同义词的关键字", f"{name} 个"),))
    if not 2 <= count <= 1000 or (length is not None and length < count):
        stay_out("more synonyms than places")
    return Recognition(
        parameters={"task": "synonyms", "count": count}, understood=(("互为同义词的关键字", f"{count} 个"), ("冲突处理", "线性探测法"))
    )


def _same_address(what: Said) -> Recognition | None:
    """Which of the options has the same address as a key."""
    divisor = _divisor_of(what)
    if "clash_with" not in what.sorts or not what.only("clash_with", "function", "length", "same") or divisor is None or divisor < 2:
        return None
    key = numbers(what.of("clash_with")[0])[0]
    return Recognition(
        parameters={"task": "same-address", "key": key, "divisor": divisor},
        understood=(("散列函数", f"H(key) = key mod {divisor}"), ("求", f"与 {key} 互为同义词的关键字")),
    )


def _keys_of_address(what: Said) -> Recognition | None:
    """How many keys of a list go to an address."""
    divisor, rows = _divisor_of(what), what.of("row")
    if "homes" not in what.sorts or not what.only("homes", "row", "function", "count") or divisor is None or len(rows) != 1:
        return None
    keys, at = to_ints(rows[0].text), numbers(what.of("homes")[0])[0]
    if _one(what, "count") not in (None, len(keys)) or len(set(keys)) != len(keys) or divisor < 2:
        stay_out("keys")
    return Recognition(
        parameters={"task": "homes", "keys": list(keys), "divisor": divisor, "factor": 1, "addend": 0, "at": at},
        understood=(("关键字", listed(keys)), ("除数", str(divisor)), ("求", f"散列地址为 {at} 的关键字个数")),
    )


def _chains(what: Said) -> Recognition | None:
    """How many chains a table has, or the range of their indices."""
    divisor = _divisor_of(what)
    asked = what.sorts & {"chains", "range"}
    if not asked or not what.only("chains", "range", "chaining", "function", "pointers") or divisor is None or divisor < 2:
        return None
    return Recognition(
        parameters={"task": "chains", "divisor": divisor, "count": "chains" in asked, **({"both": True} if len(asked) > 1 else {})},
        understood=(("散列函数", f"H(key) = key mod {divisor}"), ("求", "链表的个数" if "chains" in asked else "头指针数组的下标范围")),
    )


def _loads(what: Said) -> Recognition | None:
    """The load factor, the length or the number of keys, from the other two."""
    if not what.sorts & {"load", "which_load"} or "row" in what.sorts:
        return None
    if not what.only(
        "load", "which_load", "length", "which_length", "count", "which_count", "greatest", "fewest", "places", "further_room"
    ):
        return None
    told = patterns.search(r"[\d./]+%?\s*$", what.of("load")[0].text) if "load" in what.sorts else None
    load = None if told is None else Fraction(told[0].rstrip("% ")) / (100 if "%" in told[0] else 1)
    count, length = _one(what, "count"), _one(what, "length")
    if count is not None and load is not None and length is None and (count / load).denominator == 1 and 1 <= count <= 10**6:
        return Recognition(
            parameters={"task": "length", "count": count, "load": str(load)},
            understood=(("关键字", f"{count} 个"), ("装填因子", str(float(load)))),
        )
    if load is None and count is not None and length is not None and 0 < count <= length:
        return Recognition(
            parameters={"task": "load", "count": count, "length": length}, understood=(("关键字", f"{count} 个"), ("表长", str(length)))
        )
    if load is not None and length is not None and count is None and (length * load).denominator == 1:
        return Recognition(
            parameters={"task": "count", "length": length, "load": str(load)},
            understood=(("表长", str(length)), ("装填因子", str(float(load)))),
        )
    return None


def _divisor(what: Said) -> Recognition | None:
    """The divisor for a length: the greatest prime that is not greater."""
    length = _one(what, "length")
    if (
        "divided" not in what.sorts
        or "row" in what.sorts
        or not what.only("divided", "length", "function", "divisor", "made_function")
        or length is None
    ):
        return None
    if not 3 <= length <= 10**5 or "divisor" not in what.sorts:
        return None
    return Recognition(parameters={"task": "divisor", "length": length}, understood=(("表长", str(length)), ("求", "除留余数法的除数 p")))
