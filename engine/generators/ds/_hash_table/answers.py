"""Answers to problems about hash tables: of single keys, of the whole table, and of figures only."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from engine.generators.ds._hash_table.hashing import Filled, drawing, failures, fill, filling, greatest_prime, looked_at
from engine.generators.ds._hash_table.homes import homes, of_chains, probes_of_synonyms
from engine.generators.ds._hash_table.reading import TITLES
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.quantities import decimal, is_exact, relation
from engine.generators.reading import stay_out


def _of_figures(parameters: Parameters) -> Solution:
    """One figure of a table from others."""
    task = parameters["task"]
    if task == "synonyms":
        count = parameters["count"]
        total = count * (count + 1) // 2
        return Solution(
            answer=f"{total} 次",
            steps=f"第 1 个探测 1 次，第 2 个 2 次，……，第 {count} 个 {count} 次：{count} × ({count} + 1) ÷ 2 = {total}。",
            also=(str(total),),
            conventions=("表初始为空",),
        )
    if task == "synonyms-failing":
        count, length = parameters["count"], parameters["length"]
        total = count * (count + 1) // 2 + length
        mean = Fraction(total, length)
        told = f"{total}/{length} {relation(mean)} {decimal(mean, 2)}"
        return Solution(
            answer=told,
            steps=f"{count} 个关键字连成一片，从其中各地址出发分别要比较 {listed(range(count + 1, 1, -1))} 次，其余 {length - count} 个地址各 1 次，共 {total} 次；{told}。",
            also=(f"{total}/{length}", decimal(mean, 2)),
            conventions=("与空位置的比较算一次", "各散列地址等概率"),
        )
    if task == "same-address":
        key, divisor = parameters["key"], parameters["divisor"]

        def fits(option: str) -> bool:
            number = int(option) if option.isdigit() else stay_out(option)
            return bool(number % divisor == key % divisor)

        return Solution(answer="", steps=f"{key} mod {divisor} = {key % divisor}，余数相同的互为同义词，逐项检查。", fits=fits)
    if task == "divisor":
        length = parameters["length"]
        value = greatest_prime(length)
        return Solution(
            answer=str(value), steps=f"p 取不大于表长 {length} 的最大质数：{value}。", conventions=("p 取不大于表长的最大质数",)
        )
    if task == "load":
        load = Fraction(parameters["count"], parameters["length"])
        shown = decimal(load, 4)
        return Solution(
            answer=shown,
            steps=f"装填因子是关键字个数除以表长：{parameters['count']} ÷ {parameters['length']} {relation(load, 4)} {shown}。",
            also=(str(load),),
        )
    load = Fraction(parameters["load"])
    if task == "count":
        value = parameters["length"] * load
        return Solution(answer=f"{value} 个", steps=f"{parameters['length']} × {decimal(load, 4)} = {value}。", also=(str(value),))
    value = parameters["count"] / load
    return Solution(
        answer=str(value), steps=f"表长是关键字个数除以装填因子：{parameters['count']} ÷ {decimal(load, 4)} {relation(load, 4)} {value}。"
    )


def _filled(parameters: Parameters, method: str) -> Filled:
    """The table of a problem.

    Raises:
        StayOut: a key finds no place.
    """
    keys, divisor = parameters["keys"], parameters["divisor"]
    first, sign, second, times = parameters.get("second", (1, "+", 1, 1))
    already = dict(parameters.get("already", ()))
    length = parameters.get("length", divisor) if method != "chaining" else divisor
    if any(not 0 <= at < length for at in already.values()):
        stay_out("an address that is not in the table")
    try:
        return fill(
            [key for key in keys if key not in already],
            divisor,
            length,
            method,
            parameters.get("factor", 1),
            addend=parameters.get("addend", 0),
            step=(lambda key: first + (times * key % second if sign == "+" else -(times * key % second)))
            if method == "double"
            else (lambda key: 1),
            already=already,
        )
    except ValueError as error:
        stay_out(str(error))


def _told(asked: str, filled: Filled, parameters: Parameters, method: str) -> tuple[str, str, str]:
    """(the answer, the bare value, the working) of one question.

    Raises:
        StayOut: a key that is not in the table, or whose way there is not known.
    """
    name, _, of = asked.partition(":")
    divisor, digits = parameters["divisor"], parameters.get("decimals", 2)
    by_key = {placed.key: placed for placed in filled.placed}
    if name in ("success", "failure"):
        if parameters.get("already"):
            stay_out("how the keys came to their places is not told")
        if name == "success":
            terms = [placed.comparisons for placed in filled.placed]
        else:
            terms = [count + int(parameters.get("null_pointer", False)) for count in failures(filled, divisor, method)]
        value, title = Fraction(sum(terms), len(terms)), "查找成功" if name == "success" else "查找失败"
        digits = 3 if "decimals" not in parameters and is_exact(value, 3) else digits  # 1.375, not about 1.38
        told = f"{sum(terms)}/{len(terms)} {relation(value, digits)} {decimal(value, digits)}"
        working = f"{title}：({' + '.join(map(str, terms))}) ÷ {len(terms)} {relation(value, digits)} {decimal(value, digits)}。"
        return f"{title} ASL = {told}", told, working
    if name == "function":
        told = f"H(key) = key mod {divisor}"
        return told, told, f"表长取 {parameters['length']}（关键字个数除以装填因子，向上取整），除数取不大于它的最大质数 {divisor}。"
    if name == "length":
        return f"表长 {parameters['length']}", str(parameters["length"]), ""
    if name == "address" and method != "chaining" and int(of) in by_key and len(by_key[int(of)].probes) > 1:
        stay_out("the address that the function gives, or where the key came to")
    if name in ("home", "address"):
        home = (parameters.get("factor", 1) * int(of) + parameters.get("addend", 0)) % divisor
        return f"{of} 的散列地址 {home}", str(home), ""
    if name == "missed":
        address = (parameters.get("factor", 1) * int(of) + parameters.get("addend", 0)) % divisor
        if method == "linear" and None in filled.slots and address < divisor:
            times = str(failures(filled, divisor, method)[address])
            return f"查找 {of}（失败）探测 {times} 次", times, ""
        stay_out("a search that fails")
    if name == "missed-at":
        home, addresses = _ways(int(of), filled, parameters, method)
        return (
            f"查找 {of} 到地址 {addresses[-1]} 为空，确认失败",
            str(addresses[-1]),
            f"{of} 的散列地址是 {home}，依次探测地址 {listed(addresses)}，{addresses[-1]} 为空。",
        )
    if name == "probed":
        placed = by_key.get(int(of))
        if method == "chaining":
            stay_out("a chain")
        if placed is None:
            return _met(int(of), filled, parameters, method)
        keys = listed([filled.slots[address] for address in placed.probes])
        which = f"查找 {of} " if len(parameters["asked"]) > 1 else ""
        return f"{which}依次和 {keys} 比较", keys, ""
    if name in ("place", "compared", "clashes"):
        placed = by_key.get(int(of))
        if placed is None:
            stay_out("a key that is not in the table")
        if name == "place":
            return f"{of} 在地址 {placed.probes[-1]}", str(placed.probes[-1]), ""
        if name == "clashes":
            return f"{of} 冲突 {placed.comparisons - 1} 次", str(placed.comparisons - 1), ""
        return f"查找 {of} 比较 {placed.comparisons} 次", str(placed.comparisons), ""
    if name == "all-clashes":
        total = sum(placed.comparisons - 1 for placed in filled.placed)
        return (
            f"冲突 {total} 次",
            str(total),
            f"各关键字的冲突次数之和为 {' + '.join(str(placed.comparisons - 1) for placed in filled.placed)} = {total}。",
        )
    if name == "all-probes":
        if method == "chaining":
            stay_out("probes of chains")
        counts = [placed.comparisons for placed in filled.placed]
        return f"共探测 {sum(counts)} 次", str(sum(counts)), f"各关键字的探测次数之和为 {' + '.join(map(str, counts))} = {sum(counts)}。"
    if name == "load":
        load = Fraction(len(parameters["keys"]), parameters["length"])
        return f"装填因子 {len(parameters['keys'])}/{parameters['length']} {relation(load)} {decimal(load, 2)}", decimal(load, 2), ""
    if name == "table" and method == "chaining":
        # In which order a chain stands depends on where new nodes go; what is in it does not.
        told = "；".join(f"{address}: {'、'.join(map(str, chain))}" for address, chain in enumerate(filled.chains) if chain)
        return f"各地址的链 {told}", told, ""
    if name == "table":
        told = listed([f"{address}: {key}" for address, key in enumerate(filled.slots) if key is not None], "，")
        return told, told, ""
    if name == "vacant":
        vacant = filled.slots.count(None)
        return f"空单元 {vacant} 个", str(vacant), ""
    if name == "slot":
        key = filled.slots[int(of)] if 0 <= int(of) < len(filled.slots) else stay_out("no such address")
        return (f"地址 {of} 存放 {key}", str(key), "") if key is not None else (f"地址 {of} 为空", "空", "")
    if name == "longest":
        longest = max(map(len, filled.chains))
        return f"最长的链有 {longest} 个结点", str(longest), ""
    if name == "empty-chains":
        empty = sum(not chain for chain in filled.chains)
        return f"空链 {empty} 条", str(empty), ""
    if name == "chain-length" and 0 <= int(of) < divisor:
        return f"地址 {of} 的链有 {len(filled.chains[int(of)])} 个结点", str(len(filled.chains[int(of)])), ""
    if name != "chain" or not 0 <= int(of) < divisor:
        stay_out(asked)
    chain = listed(filled.chains[int(of)], " → ") or "空"
    return f"地址 {of} 的链：{chain}", chain, ""


_ALONE = {"place": "", "home": "", "compared": " 次", "clashes": " 次", "missed": " 次", "chain-length": " 个"}
"""The units of what is asked of one key or address."""


def _ways(key: int, filled: Filled, parameters: Parameters, method: str) -> tuple[int, list[int]]:
    """(the address of a key that is not in the table, the addresses that a search for it looks at).

    Raises:
        StayOut: chains, or a search that comes to no empty place.
    """
    home = (parameters.get("factor", 1) * key + parameters.get("addend", 0)) % parameters["divisor"]
    if method not in ("linear", "squares", "quadratic") or key in filled.slots or home >= len(filled.slots):
        stay_out("a search that fails")
    try:
        return home, looked_at(filled.slots, home, method)
    except ValueError as error:
        stay_out(str(error))


def _met(key: int, filled: Filled, parameters: Parameters, method: str) -> tuple[str, str, str]:
    """The keys that a search for one that is not in the table meets.

    Raises:
        StayOut: another way of probing, or a full table.
    """
    home, addresses = _ways(key, filled, parameters, method)
    met, address = [filled.slots[each] for each in addresses[:-1]], addresses[-1]
    keys = listed(met) if met else "无"
    said = f"依次和 {keys} 比较" if met else "不与任何关键字比较"
    return f"查找 {key} {said}，到地址 {address} 为空，查找失败", keys, f"{key} 的散列地址是 {home}。"


def _of_methods(cases: Sequence[Parameters]) -> Solution:
    """The same asked for each of several methods."""
    named = [(TITLES[case["method"]].partition("（")[0], solve(case)) for case in cases]
    return Solution(
        answer="；".join(f"{name}：{each.answer}" for name, each in named),
        steps=paragraphs(*(part for name, each in named for part in (f"{name}：", each.steps))),
        also=("；".join((each.also or (each.answer,))[0] for _, each in named), "；".join(each.answer for _, each in named)),
        conventions=tuple(dict.fromkeys(convention for _, each in named for convention in each.conventions)),
    )


def solve(parameters: Parameters) -> Solution:
    """A problem from what was read of it."""
    if parameters.get("task") == "homes":
        return homes(parameters)
    if parameters.get("task") == "chains":
        return of_chains(parameters)
    if parameters.get("task") == "synonyms-of-n":
        return probes_of_synonyms(parameters)
    if parameters.get("task") == "methods":
        return _of_methods(parameters["methods"])
    if "task" in parameters:
        return _of_figures(parameters)
    method, divisor, asked = parameters["method"], parameters["divisor"], parameters["asked"]
    filled = _filled(parameters, method)
    told = [_told(each, filled, parameters, method) for each in asked]
    answers = [answer for answer, _, _ in told]
    conventions = ["题中没有给出表长，这里按表长等于除数"] if parameters.get("length_free") else []
    conventions += ["二次探测的增量依次为 1²、−1²、2²、−2²、…"] if parameters.get("signs") is False else []
    conventions += ["各关键字（失败时各散列地址）等概率"] if {"success", "failure"} & set(asked) else []
    if "failure" in asked:
        if "deleted" in parameters:
            conventions.append(f"删除 {parameters['deleted']} 后其位置只做标记，查找时不在此停下")
        conventions.append(f"失败时只有 0～{divisor - 1} 这 {divisor} 个起始地址")
        if method == "linear":
            conventions.append("与空位置的比较算一次")
        elif parameters.get("null_pointer"):
            conventions.append("与空指针的比较算一次")
        else:
            conventions.append("只计与关键字的比较，空指针不算；若算，则再加 1")
    also = tuple(answers[0].split(" ")[3::2]) if len(told) == 1 and asked[0] in ("success", "failure") else ()
    values = [value for _, value, _ in told]
    # What is asked alone is told alone: its key and its name are the question's.
    alone = len(told) == 1 and asked[0].partition(":")[0] in _ALONE
    also = (*also, answers[0]) if alone else also
    return Solution(
        answer=f"{values[0]}{_ALONE[asked[0].partition(':')[0]]}" if alone else "；".join(answers),
        steps=paragraphs(filling(filled, method), *(working for _, _, working in told)),
        also=(*also, ", ".join(values), "；".join(values), "、".join(values)),
        conventions=tuple(conventions),
        drawing=drawing(filled, method, f"{TITLES[method]}的散列表") if not parameters.get("already") else None,
    )
