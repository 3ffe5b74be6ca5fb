"""Hash tables: division hashing with linear probing, quadratic probing or chaining, and the average search lengths (ASL).

As in Yan Weimin (数据结构, 哈希表) and the 408 papers: a search that succeeds compares as many keys as its insertion looked at places; a
search that fails starts at each of the `divisor` addresses alike, and with open addressing the look at the empty place is counted
as a comparison; with chaining only keys are compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from engine.drawings.model import Cell, Grid, Row
from engine.generators.chance import Chance
from engine.generators.ds._hash_table_reading import METHODS, recognise
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.markdown import listed, paragraphs, table
from engine.generators.quantities import decimal, relation

POINT = "ds.search.hash-collision"


@dataclass(frozen=True, slots=True)
class Placed:
    """A key with the addresses looked at until it found its place; with chaining, its address and its place in the chain from 1."""

    key: int
    probes: tuple[int, ...]
    comparisons: int


@dataclass(frozen=True, slots=True)
class Filled:
    """A table after all insertions: `slots` for open addressing, `chains` (new keys at the end) for chaining."""

    placed: tuple[Placed, ...]
    slots: tuple[int | None, ...]
    chains: tuple[tuple[int, ...], ...]

    @property
    def success(self) -> Fraction:
        """The average length of a search that succeeds, each key alike."""
        return Fraction(sum(placed.comparisons for placed in self.placed), len(self.placed))


def _offset(method: str, number: int) -> int:
    if method == "linear":
        return number
    step = (number + 1) // 2
    return 0 if number == 0 else step * step if number % 2 else -step * step


def fill(keys: Sequence[int], divisor: int, length: int, method: str, factor: int = 1) -> Filled:
    """The table after inserting `keys` with `H(key) = factor × key mod divisor`; probing goes over `length` places.

    Raises:
        ValueError: a key finds no place.
    """
    slots: list[int | None] = [None] * length
    chains: list[list[int]] = [[] for _ in range(divisor)]
    placed = []
    for key in keys:
        address = factor * key % divisor
        if method == "chaining":
            chains[address].append(key)
            placed.append(Placed(key, (address,), len(chains[address])))
            continue
        probes = []
        for number in range(length):
            probes.append((address + _offset(method, number)) % length)
            if slots[probes[-1]] is None:
                break
        else:
            raise ValueError(f"no place for {key}")
        slots[probes[-1]] = key
        placed.append(Placed(key, tuple(probes), len(probes)))
    return Filled(tuple(placed), tuple(slots), tuple(tuple(chain) for chain in chains))


def failures(table_: Filled, divisor: int, method: str) -> list[int]:
    """Comparisons of a search that fails from each address 0, 1, ..., divisor - 1 (linear probing or chaining).

    Raises:
        ValueError: the table is full, or the method is another.
    """
    if method == "chaining":
        return [len(chain) for chain in table_.chains]
    if method != "linear" or None not in table_.slots:
        raise ValueError("no such search")
    counts = []
    for address in range(divisor):
        count = 1
        while table_.slots[(address + count - 1) % len(table_.slots)] is not None:
            count += 1
        counts.append(count)
    return counts


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


def _filling(filled: Filled, method: str) -> str:
    if method == "chaining":
        rows = [(address, listed(chain, " → ") or "空") for address, chain in enumerate(filled.chains)]
        return table(("地址", "链（新结点在表尾）"), rows)
    inserted = [(placed.key, listed(placed.probes, " → "), placed.comparisons) for placed in filled.placed]
    contents = ["空" if key is None else key for key in filled.slots]
    return paragraphs(table(("关键字", "探测的地址", "次数"), inserted), table(("地址", *range(len(contents))), [("关键字", *contents)]))


def _drawing(filled: Filled, method: str, title: str) -> Grid | None:
    if method == "chaining":
        width = max(len(chain) for chain in filled.chains)
        return Grid(
            title=title,
            columns=tuple(f"第 {number} 个" for number in range(1, width + 1)),
            rows=tuple(
                Row(
                    str(address),
                    tuple(
                        Cell(str(chain[place]) if place < len(chain) else "", "new" if place < len(chain) else "plain")
                        for place in range(width)
                    ),
                )
                for address, chain in enumerate(filled.chains)
            ),
            corner="地址",
            note="每行是一个地址的链。",
        )
    moved = {placed.key for placed in filled.placed if placed.comparisons > 1}
    cells = tuple(
        Cell("" if key is None else str(key), "plain" if key is None else "bad" if key in moved else "good") for key in filled.slots
    )
    counts = {placed.key: placed.comparisons for placed in filled.placed}
    return Grid(
        title=title,
        columns=tuple(str(address) for address in range(len(filled.slots))),
        rows=(Row("关键字", cells), Row("比较", tuple(Cell("" if key is None else str(counts[key])) for key in filled.slots))),
        corner="地址",
        note="绿：一次放下；红：发生过冲突。",
    )


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
        steps=paragraphs(_filling(filled, "linear"), f"{last.key} 存放在地址 {right}。"),
        parameters={"task": "address", "keys": keys, "divisor": divisor, "length": length},
        drawing=_drawing(filled, "linear", "线性探测的散列表"),
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
            _filling(filled, method),
            f"各关键字的比较次数之和为 {terms} = {total}。",
            f"查找成功的平均查找长度为 {total}/{count} {relation(right)} {_shown(right)}。",
        ),
        parameters={"task": f"success-{method}", "keys": keys, "divisor": divisor, "length": length},
        drawing=_drawing(filled, method, f"{METHODS[method].split('（')[0]}的散列表"),
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
            _filling(filled, method),
            f"散列地址只有 0～{divisor - 1} 共 {divisor} 个，从各地址查找失败的比较次数之和为 {terms} = {total}。",
            f"查找失败的平均查找长度为 {total}/{divisor} {relation(right)} {_shown(right)}。",
        ),
        parameters={"task": f"failure-{method}", "keys": keys, "divisor": divisor, "slots": length},
        drawing=_drawing(filled, method, f"{METHODS[method]}的散列表"),
    )


# --- solving -----------------------------------------------------------------------------------------------------------------------


def _solve(parameters: Parameters) -> Solution:
    if parameters.get("task") == "synonyms":
        count = parameters["count"]
        total = count * (count + 1) // 2
        return Solution(
            answer=f"{total} 次",
            steps=f"第 1 个探测 1 次，第 2 个 2 次，……，第 {count} 个 {count} 次：{count} × ({count} + 1) ÷ 2 = {total}。",
            also=(str(total),),
            conventions=("表初始为空",),
        )
    if parameters.get("task") == "length":
        value = parameters["count"] / Fraction(parameters["load"])
        return Solution(
            answer=str(value),
            steps=f"表长是关键字个数除以装填因子：{parameters['count']} ÷ {decimal(Fraction(parameters['load']), 4)} {relation(Fraction(parameters['load']), 4)} {value}。",
        )
    method, divisor, keys = parameters["method"], parameters["divisor"], parameters["keys"]
    filled = fill(keys, divisor, parameters.get("length", divisor), method, parameters.get("factor", 1))
    answers, working = [], [_filling(filled, method)]
    digits = parameters.get("decimals", 2)
    by_key = {placed.key: placed for placed in filled.placed}
    answers += [f"表长 {parameters['length']}"] if parameters.get("length_asked") else []
    answers += [f"{key} 在地址 {by_key[key].probes[-1]}" for key in parameters.get("places", ())]
    answers += [f"查找 {key} 比较 {by_key[key].comparisons} 次" for key in parameters.get("compared", ())]
    for asked in parameters["asked"]:
        if asked == "success":
            terms = [placed.comparisons for placed in filled.placed]
            name = "查找成功"
        else:
            terms = [count + int(parameters.get("null_pointer", False)) for count in failures(filled, divisor, method)]
            name = "查找失败"
        value = Fraction(sum(terms), len(terms))
        answers.append(f"{name} ASL = {sum(terms)}/{len(terms)} {relation(value, digits)} {decimal(value, digits)}")
        working.append(f"{name}：({' + '.join(map(str, terms))}) ÷ {len(terms)} {relation(value, digits)} {decimal(value, digits)}。")
    conventions = ["各关键字（失败时各散列地址）等概率"] if parameters["asked"] else []
    if "failure" in parameters["asked"]:
        conventions.append(f"失败时只有 0～{divisor - 1} 这 {divisor} 个起始地址")
        if method == "linear":
            conventions.append("与空位置的比较算一次")
        elif parameters.get("null_pointer"):
            conventions.append("与空指针的比较算一次")
        else:
            conventions.append("只计与关键字的比较，空指针不算；若算，则再加 1")
    also: tuple[str, ...] = ()
    if len(answers) == 1:
        also = tuple(answers[0].split(" ")[3::2]) if parameters["asked"] else (answers[0].removesuffix(" 次").split(" ")[-1],)
    return Solution(
        answer="；".join(answers),
        steps=paragraphs(*working),
        also=also,
        conventions=tuple(conventions),
        drawing=_drawing(filled, method, f"{METHODS[method]}的散列表"),
    )


KIND = Kind(
    name="hash-table",
    title="散列表的平均查找长度",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(hint=r"散列|哈希|Hash|杂凑|(?:链地址|拉链)法|(?:线性|二次|平方)探[测查]|装[填载]因子", recognise=recognise, solve=_solve),
)
