"""Hash tables: division hashing with linear probing, quadratic probing or chaining, and the average search lengths (ASL).

As in Yan Weimin (数据结构, 哈希表) and the 408 papers: a search that succeeds compares as many keys as its insertion looked at places; a
search that fails starts at each of the `divisor` addresses alike, and with open addressing the look at the empty place is counted
as a comparison; with chaining only keys are compared.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from engine.drawings.model import Cell, Grid, Row
from engine.generators.chance import Chance
from engine.generators.kind import Generated, Kind, Missing, Parameters, Recognition, Solution, Solver, Wrong
from engine.generators.markdown import listed, paragraphs, table
from engine.generators.quantities import decimal, relation
from engine.generators.reading import INTEGER, SEQUENCE, Reading, stay_out, to_int, to_ints

POINT = "ds.search.hash-collision"
METHODS = {"linear": "线性探测法", "quadratic": "二次探测法（增量 1², −1², 2², −2², …）", "chaining": "链地址法"}


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

_METHOD = (
    (r"(?:开放(?:定址|地址)法?(?:中的|的|\(|,)?)?线性(?:探测|探查|再散列|再探测|探测再散列)(?:再散列)?(?:法)?(?:的方法)?\)?", "linear"),
    (r"(?:链地址|拉链|链接|分离链接|链式地址)(?:法)?", "chaining"),
)
_FUNCTION = r"(?:[Hh]\w{0,3}\s*\(\s*[A-Za-z]+\s*\)|散列函数|哈希函数)\s*(?:=|为|是|:)*\s*"
_KEY_WORDS = r"(?:关键字|关键码|元素|键值|键|数据)"
_EMPTY_PLACE = (
    r"(?:查找)?(?:失败|不成功)?(?:时)?(?:,)?(?:和|与|比较?到|遇到|探测到)?空(?:位置?|单元|地址|格|槽|位子|桶)(?:的)?(?:那(?:一)?次)?(?:的)?(?:比较|探测)?"
    r"(?:也|都)?(?:要)?(?:算|计|记|作为)(?:作|为|入|上)?(?:了)?(?:一|1)?次?(?:比较|探测)?(?:次数)?"
)
_NULL_POINTER = (
    r"(?:查找)?(?:失败|不成功)?(?:时)?(?:,)?(?:和|与|比较?到|遇到)?空指针(?:的)?(?:那(?:一)?次)?(?:的)?(?:比较)?(?:也|都)?(?:要)?"
)


def _recognise(text: str) -> Recognition | None:
    # "9, 14, 等概率下" is no list that goes on, and an index range no ellipsis.
    text = re.sub(r"[,，]?\s*(?:在)?等概率(?:的)?(?:查找)?(?:情况|条件|前提)?下?", ",", text)
    reading = Reading(re.sub(r"(?<!\d)0\s*(?:\.{2,3}|…+)\s*(?=\d)", "0~", text))
    reading.take_all(_EMPTY_PLACE)
    null_pointer = None
    if reading.take_all(_NULL_POINTER + r"(?:算|计|记)(?:作|为|入|上)?(?:了)?(?:一|1)次(?:比较)?"):
        null_pointer = True
    if reading.take_all(_NULL_POINTER + r"不(?:算|计|记)(?:作|为|入|在内)?(?:比较)?(?:次数)?(?:内)?"):
        if null_pointer:
            stay_out("null pointers counted and not counted")
        null_pointer = False
    at_end = reading.take_all(
        r"(?:新(?:结点|节点|元素|关键字)?)?(?:采用|都|均|总是|总)?(?:插(?:入)?|放|挂|接|加)(?:在|到|入)?(?:了)?(?:相应|对应)?(?:单?链表?)?的?(?:末|表|链)?尾(?:部|端|上)?|(?:采用)?尾插法?"
    )
    decimals = reading.take_one(r"(?:结果)?(?:四舍五入)?保留(?:到)?(?:小数点后)?(?P<value>[一二两三四]|[1-4])位(?:小数)?", to_int)
    load = reading.take_one(r"(?:要求)?装[填载]因子\s*α?\s*(?:为|是|=)\s*(?P<value>0\.\d+)", Fraction)
    reading.take_all(r"(?:一个)?(?:下标|地址|编号)?(?:是)?从0开始(?:编号)?(?:的)?(?:一维数组)?")
    reading.refuse(
        r"删除|装[填载]因子|填充因子|二次|平方|双散列|再哈希|伪随机|溢出区|不(?!成功)|已|字母|首字母|月|最多|最少|第|某个|从大到小|降序|递减|有序|头插|表头|头部|最大的?质|素数|空指针|步长|位置探测|每"
    )
    methods = reading.take_words(_METHOD)
    key_asked = reading.take_all(
        rf"(?:问|求|则|那么)?(?:{_KEY_WORDS})?(?:为)?(?P<key>\d+)(?:这个)?(?:{_KEY_WORDS})?(?:最[后终]|应该?|会|将|被|要)*(?:的)?(?:存储|存放|存|放|散列|哈希|落|插|填|装)?(?:到|在|入)?(?:了|的)?(?:哪(?:个|一个|里|儿)?|几号|(?:的)?什么)?(?:散列|哈希|存储|存放)?(?:地址|位置|下标|单元)(?:中|里|上)?(?:是|为)?(?:多少|几|哪个|什么|哪里|哪儿)?"
    )
    compared = reading.take_all(
        rf"(?:查找|搜索|查)(?:{_KEY_WORDS})?(?:为)?(?P<key>\d+)(?:时)?(?:,)?(?:成功)?(?:所)?(?:需要?|要|应)?(?:依次)?(?:与关键字)?(?:进行)?(?:比较|探测|比)(?:的)?(?:关键字)?(?:(?:多少|几)次|(?:的)?次数(?:是|为)?(?:多少|几)?)"
    )
    named = reading.take_all(r"(?:散列|哈希|Hash|杂凑)(?:表|函数)?(?:\s*H[AT]?(?=0~))?")
    function = reading.take_all(
        r"h\w{0,3}\s*\(\s*(?P<x>[A-Za-z]+)\s*\)\s*=\s*\(?\s*(?:(?P<factor>\d+)\s*[*×]?\s*)?\(?\s*(?P=x)\s*\)?\s*(?:[*×]\s*(?P<later>\d+)\s*)?\)?\s*(?:%|mod)\s*(?P<value>\d+)"
    )
    factors = {int(match["factor"] or match["later"] or 1) for match in function}
    divisors = {int(match["value"]) for match in function}
    stated = reading.take_one(
        (
            r"(?:除留余数法,?)?(?:除数|模|对)\s*p?\s*(?:为|取|是|=)?\s*(?P<value>\d+)(?:取[余模]|求余)?",
            r"(?<![A-Za-z])(?:key|k|x)\s*(?:%|mod)\s*(?P<value>\d+)",
            r"(?<![A-Za-z0-9])p\s*(?:=|取|为)\s*(?P<value>\d+)",
        ),
        to_int,
    )
    divisors |= {stated} if stated is not None else set()
    if len(factors) > 1 or len(divisors) > 1:
        stay_out("two functions")
    divisor, factor = next(iter(divisors), None), next(iter(factors), 1)
    if reading.has(r"[%*+]|(?<![A-Za-z])mod(?![A-Za-z])"):
        stay_out("another function")
    length = reading.take_one(
        (
            rf"(?:表|数组)的?(?:总)?长(?:度)?\s*m?\s*(?:为|是|=|:)?\s*(?P<value>{INTEGER})",
            rf"(?:表|数组)?(?:的)?(?:长度|大小|容量)\s*m?\s*(?:为|是|=|:)?\s*(?P<value>{INTEGER})",
            rf"(?:表)?长\s*m?\s*(?:为|是|=|:)?\s*(?P<value>{INTEGER})(?:的)",
            rf"(?<=\ue000)长(?:度)?\s*(?:为|是|=|:)?\s*(?P<value>{INTEGER})",
            rf"(?<![A-Za-z0-9])m\s*=\s*(?P<value>{INTEGER})",
        ),
        to_int,
    )
    last = reading.take_one(
        r"(?:(?:散列|存储)?地址(?:空间|范围|区间)?(?:为|是|从)?)?\s*\(?\s*(?:地址|下标|编号)?(?:从|为|是)?\s*(?<!\d)0\s*(?:~|-|到|至)\s*(?P<value>\d+)\s*\)?",
        to_int,
    )
    if last is not None:
        if length not in (None, last + 1):
            stay_out("two lengths")
        length = last + 1
    found = reading.take_all(SEQUENCE)
    if load is not None and len(found) == 1:
        places = len(to_ints(found[0][0])) / load
        if places.denominator != 1 or length not in (None, places):
            stay_out("load factor")
        length = int(places)
    count = reading.take_one(rf"(?:这|共)?(?:有)?(?P<value>{INTEGER})个(?:{_KEY_WORDS}|记录|数|整数)", to_int)
    asked = reading.take_words(
        (
            (
                r"(?:查找|搜索)?(?:失败|不成功)(?:时|情况下|情况)?(?:的)?(?:平均(?:查找|搜索|比较|探测)(?:长度|次数)|ASL)?",
                "failure",
            ),
            (
                r"(?:查找|搜索)?成功(?:时|情况下|情况|和失败)?(?:的)?(?:平均(?:查找|搜索|比较|探测)(?:长度|次数)|ASL)?",
                "success",
            ),
        )
    )
    if _asks_both(reading.text):
        asked = ["success", "failure"]
    average = (
        reading.take_all(
            r"平均(?:查找|搜索|比较|探测|探查)(?:的)?(?:长度|次数)|平均(?:要|需要?)?(?:比较|探测|查找)(?:多少|几)次|(?<![A-Za-z])ASL(?:成功|失败|success|fail|succ|unsucc)?(?![A-Za-z])"
        )
        or "平均" in reading.text
        or "ASL" in reading.text.upper()
    )
    reading.take_all(r"(?:初始)?(?:为)?空(?!间)的?|各散列地址(?=,)|(?:线性表)?\(\s*\)")
    reading.finish(
        "关键字 关键字序列 关键码 序列 依次 插入 插 装入 装填 填入 存储 存入 放入 散列 到 构造 建立 处理 解决 冲突 处理冲突 解决冲突 除留余数法 法 表 集合 元素 记录 数据 查找 一组 方法 采取 长度 表长 函数 画出 构建 建 H key 的表 顺序 地址 把 造 造出 都 挨个 逐个 放进去 放进 散列存储 存储空间 除法 进行 下标 键 键值 整数 数"
    )
    keys_asked = [int(match["key"]) for match in key_asked]
    keys_compared = [int(match["key"]) for match in compared]
    if (not named and not (methods and divisor)) or len(methods) != 1 or len(found) != 1:
        return None
    if average and not asked:
        asked = ["success", "failure"]  # both are called so; the answer names them
    if bool(asked) != bool(average) or not (asked or keys_asked or keys_compared):
        return None
    keys = list(to_ints(found[0][0]))
    if len(set(keys)) != len(keys) or (count is not None and count != len(keys)):
        stay_out("keys")
    method = methods[0]
    if (at_end or null_pointer is not None) and method != "chaining":
        stay_out("chains in an open table")
    if (keys_asked or keys_compared) and (method != "linear" or not set(keys_asked + keys_compared) <= set(keys)):
        stay_out("a key that is not in the table, or a chain's address")
    understood: tuple[tuple[str, str], ...] = (("关键字", listed(keys)), ("冲突处理", METHODS[method]))
    parameters: dict[str, Any] = {"keys": keys, "method": method, "asked": asked}
    parameters |= {"factor": factor} if factor != 1 else {}
    parameters |= {"places": keys_asked} if keys_asked else {}
    parameters |= {"compared": keys_compared} if keys_compared else {}
    parameters |= {"null_pointer": True} if null_pointer else {}
    parameters |= {"decimals": decimals} if decimals is not None else {}
    if divisor is None:
        return Recognition(
            parameters=parameters, understood=understood, missing=(Missing("divisor", "散列函数对几取余？", "H(key)=key%{}"),)
        )
    parameters["divisor"] = divisor
    function_shown = _hash(divisor) if factor == 1 else f"H(key) = {factor} × key mod {divisor}"
    understood = (("散列函数", function_shown), *understood)
    if method == "linear":
        if length is None:
            return Recognition(
                parameters=parameters, understood=understood, missing=(Missing("length", "散列表的长度是多少？", "表长为{}"),)
            )
        parameters["length"] = length
        understood = (*understood, ("表长", str(length)))
    if not 2 <= divisor <= 1000:
        return None
    if method == "linear" and not (divisor <= parameters["length"] <= 1000 and len(keys) <= parameters["length"]):
        return None
    if method == "linear" and "failure" in asked and len(keys) == parameters["length"]:
        return None
    return Recognition(parameters=parameters, understood=understood)


def _asks_both(text: str) -> bool:
    """Whether both averages are asked in one phrase."""
    return re.search(r"成功(?:时|情况)?(?:和|与|、|及|以及|,)(?:查找)?(?:失败|不成功)", text) is not None


def _solve(parameters: Parameters) -> Solution:
    method, divisor, keys = parameters["method"], parameters["divisor"], parameters["keys"]
    filled = fill(keys, divisor, parameters.get("length", divisor), method, parameters.get("factor", 1))
    answers, working = [], [_filling(filled, method)]
    digits = parameters.get("decimals", 2)
    by_key = {placed.key: placed for placed in filled.placed}
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
    solver=Solver(hint=r"散列|哈希|Hash|杂凑|(?:链地址|拉链)法|线性探[测查]", recognise=_recognise, solve=_solve),
)
