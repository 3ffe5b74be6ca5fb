"""Hash tables: division hashing with linear probing, quadratic probing or chaining, and the average search lengths (ASL).

As in Yan Weimin (数据结构, 哈希表) and the 408 papers: a search that succeeds compares as many keys as its insertion looked at places; a
search that fails starts at each of the `divisor` addresses alike, and with open addressing the look at the empty place is counted
as a comparison; with chaining only keys are compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from engine.generators.alternatives import but_not, first_reading
from engine.generators.chance import Chance
from engine.generators.ds._hash_table.answers import solve
from engine.generators.ds._hash_table.hashing import drawing, failures, fill, filling
from engine.generators.ds._hash_table.reading import METHODS, recognise
from engine.generators.kind import Generated, Kind, Solver, Wrong
from engine.generators.markdown import listed, paragraphs
from engine.generators.quantities import decimal, relation
from engine.generators.variations import solving_variations, with_variations

POINT = "ds.search.hash-collision"


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _address(chance) if chance.one_in(2) else _success(chance, "chaining")
    if difficulty == 2:
        return _success(chance, chance.choice(("linear", "linear", "quadratic")))
    return _failure(chance, chance.choice(("linear", "linear", "chaining")))


def _keys(chance: Chance, count: int, divisor: int) -> list[int] | None:
    """Keys with some collisions."""
    keys = chance.sample(range(3, 100), count)
    distinct = len({key % divisor for key in keys})
    return keys if count - 4 <= distinct <= count - 2 else None


def _hash(divisor: int) -> str:
    return f"H(key) = key mod {divisor}"


def _shown(value: Fraction) -> str:
    return decimal(value, 2, keep_zeros=True)


def _opening(keys: Sequence[int], divisor: int, length: int, method: str) -> str:
    where = f"长度为 {length}（地址 0～{length - 1}）的散列表" if method != "chaining" else "散列表"
    return f"将关键字 {listed(keys)} 依次插入初始为空的{where}，散列函数为 {_hash(divisor)}，用{METHODS[method]}处理冲突"


def _address(chance: Chance) -> Generated | None:
    """Where the last key goes under linear probing."""
    divisor = chance.choice((7, 11, 13))
    length = divisor + chance.below(3)
    keys = chance.sample(range(3, 100), chance.between(5, 7))
    if len(keys) >= length:
        return None
    filled = fill(keys, divisor, length, "linear")
    last = filled.placed[-1]
    if last.comparisons < 3:
        return None
    right = last.probes[-1]
    quadratic = fill(keys, divisor, length, "quadratic").placed[-1].probes[-1] if length == divisor else right
    numbers = [
        (last.key % divisor, "没有处理冲突，直接用了散列地址"),
        (fill(keys, length, length, "linear").placed[-1].probes[-1], "用表长作了除数"),
        (quadratic, "用了二次探测"),
        ((right + 1) % length, "多探测了一个地址"),
        ((right - 1) % length, "少探测了一个地址"),
        (fill(keys, max(2, divisor - 1), length, "linear").placed[-1].probes[-1], "除数取错了 1"),
        ((right + 2) % length, "多探测了两个地址"),
        ((right - 2) % length, "少探测了两个地址"),
    ]
    return Generated(
        point=POINT,
        stem=f"{_opening(keys, divisor, length, 'linear')}，则关键字 {last.key} 存放的地址为",
        right=str(right),
        wrong=[Wrong(str(number), why) for number, why in numbers],
        steps=paragraphs(filling(filled, "linear"), f"{last.key} 存放在地址 {right}。"),
        parameters={"task": "address", "keys": keys, "divisor": divisor, "length": length},
        drawing=drawing(filled, "linear", "线性探测的散列表"),
    )


def _success(chance: Chance, method: str) -> Generated | None:
    divisor = chance.choice((7, 11, 13))
    length = divisor if method != "linear" else divisor + chance.below(3)
    keys = _keys(chance, chance.between(6, 9), divisor)
    if keys is None or len(keys) > length - 2:
        return None
    try:
        filled = fill(keys, divisor, length, method)
        others = {name: fill(keys, divisor, length, name).success for name in METHODS if name != method}
    except ValueError:
        return None
    right = filled.success
    total, count = right * len(keys), len(keys)
    values = [(others[name], f"按{METHODS[name].split('（')[0]}处理了冲突") for name in sorted(others)]
    values.append((Fraction(total, length if method != "chaining" else divisor), "除以了表长，应除以关键字个数"))
    values.append((right - 1, "没有算最后找到的那一次比较"))
    if method != "quadratic":
        failed = failures(filled, divisor, method)
        values.append((Fraction(sum(failed), divisor), "求成了查找失败的平均查找长度"))
    values += [
        ((total + 1) / count, "多数了一次比较"),
        ((total - 1) / count, "漏数了一次比较"),
        ((total + 2) / count, "多数了两次比较"),
        ((total - 2) / count, "漏数了两次比较"),
    ]
    terms = " + ".join(str(placed.comparisons) for placed in filled.placed)
    return Generated(
        point=POINT,
        stem=f"{_opening(keys, divisor, length, method)}，则等概率下查找成功的平均查找长度约为",
        right=_shown(right),
        wrong=[Wrong(_shown(value), why) for value, why in values if value > 0],
        steps=paragraphs(
            filling(filled, method),
            f"各关键字的比较次数之和为 {terms} = {total}。",
            f"查找成功的平均查找长度为 {total}/{count} {relation(right)} {_shown(right)}。",
        ),
        parameters={"task": f"success-{method}", "keys": keys, "divisor": divisor, "length": length},
        drawing=drawing(filled, method, f"{METHODS[method].split('（')[0]}的散列表"),
    )


def _failure(chance: Chance, method: str) -> Generated | None:
    divisor = chance.choice((7, 9, 11, 13))
    length = divisor + chance.between(1, 3)
    keys = _keys(chance, chance.between(6, 9), divisor)
    if keys is None or len(keys) > divisor - 1:
        return None
    filled = fill(keys, divisor, length, method)
    counts = failures(filled, divisor, method)
    total = sum(counts)
    right = Fraction(total, divisor)
    values = [(Fraction(total, len(keys)), "除以了关键字个数，应除以散列地址个数"), (filled.success, "求成了查找成功的平均查找长度")]
    if method == "linear":
        every = failures(filled, length, method)
        values.insert(0, (Fraction(sum(every), length), "起点按表长来算，散列函数只能得到除数个地址"))
        values.append((Fraction(total, length), "除以了表长，应除以散列地址个数"))
        values.append((right - 1, "没有算与空位置的那一次比较"))
    else:
        values.insert(0, (Fraction(total + divisor, divisor), "把空指针也算作一次比较"))
        values.append((Fraction(total, length), "除数用错"))
        values.append((Fraction(total + sum(count == 0 for count in counts), divisor), "空链也算了一次比较"))
    values += [
        (Fraction(total + 1, divisor), "多数了一次比较"),
        (Fraction(total - 1, divisor), "漏数了一次比较"),
        (Fraction(total + 2, divisor), "多数了两次比较"),
        (Fraction(total - 2, divisor), "漏数了两次比较"),
    ]
    note = "，与空位置的比较也算一次" if method == "linear" else "，只计与关键字的比较"
    terms = " + ".join(str(count) for count in counts)
    return Generated(
        point=POINT,
        stem=f"{_opening(keys, divisor, length, method)}。各散列地址等概率{note}，则查找失败的平均查找长度约为",
        right=_shown(right),
        wrong=[Wrong(_shown(value), why) for value, why in values if value > 0],
        steps=paragraphs(
            filling(filled, method),
            f"散列地址只有 0～{divisor - 1} 共 {divisor} 个，从各地址查找失败的比较次数之和为 {terms} = {total}。",
            f"查找失败的平均查找长度为 {total}/{divisor} {relation(right)} {_shown(right)}。",
        ),
        parameters={"task": f"failure-{method}", "keys": keys, "divisor": divisor, "slots": length},
        drawing=drawing(filled, method, f"{METHODS[method]}的散列表"),
    )


# Probing the other way.
_UNREAD = r"(?:方向|探[测查])[^,;。?]{0,2}[向往][左前]|[向往][左前]探"

KIND = Kind(
    name="hash-table",
    title="散列表的平均查找长度",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"散列|哈希|Hash|杂凑|链地址法|拉链|(?:线性|二次|平方)探[测查]|装[填载]因子|除留余数",
        recognise=but_not(_UNREAD)(with_variations(first_reading(recognise))),
        solve=solving_variations(solve),
    ),
)
