"""Cache mapping: dividing an address, the capacity with tags, where an address goes, and hits of an access sequence.

After Patterson and Hennessy (set-associative caches) and Yuan, Computer Organization: block number = address ÷ block size, set =
block number mod number of sets, the rest is the tag. Direct mapping has one way, full association one set. LRU within a set.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from engine.drawings.model import Cell, Drawing, Field, Fields, Grid, Row, Tone
from engine.generators.chance import Chance
from engine.generators.co import _cache_time_solver
from engine.generators.co._alternatives import first_reading
from engine.generators.co._measures import IS, SIZE, hexadecimal, to_bytes
from engine.generators.kind import Generated, Kind, Missing, Parameters, Recognition, Solution, Solver, Wrong
from engine.generators.markdown import listed, numbered, paragraphs, table
from engine.generators.quantities import decimal, percent, size
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

MAPPING_POINT = "co.memory.cache-mapping"
CAPACITY_POINT = "co.memory.cache-write"
HIT_POINT = "co.memory.cache-replacement"


@dataclass(frozen=True, slots=True)
class Cache:
    """A cache's geometry; all numbers powers of two.

    Attributes:
        address: bits of a main memory address.
        data: bytes of data.
        block: bytes of a block.
        ways: lines of a set.
    """

    address: int
    data: int
    block: int
    ways: int

    @property
    def lines(self) -> int:
        """Number of lines."""
        return self.data // self.block

    @property
    def sets(self) -> int:
        """Number of sets."""
        return self.lines // self.ways

    @property
    def offset_bits(self) -> int:
        """Of the address within a block."""
        return self.block.bit_length() - 1

    @property
    def set_bits(self) -> int:
        """Of the set (line, when mapped directly) number."""
        return self.sets.bit_length() - 1

    @property
    def tag_bits(self) -> int:
        """Of the tag."""
        return self.address - self.set_bits - self.offset_bits

    def total_bits(self, extra: int = 1) -> int:
        """Bits of all lines: data, tag and `extra` bits a line (valid, dirty, replacement)."""
        return self.lines * (8 * self.block + self.tag_bits + extra)


@dataclass(frozen=True, slots=True)
class Access:
    """What one access did; `lines`: the set's blocks afterwards, the next victim first."""

    block: int
    index: int
    hit: bool
    evicted: int | None
    lines: tuple[int, ...]


def run(blocks: Sequence[int], sets: int, ways: int, lru: bool = True) -> list[Access]:
    """Accesses to main memory blocks, the cache empty at first; LRU or FIFO within a set."""
    content: list[list[int]] = [[] for _ in range(sets)]
    trace = []
    for block in blocks:
        lines = content[block % sets]
        hit, evicted = block in lines, None
        if hit and lru:
            lines.remove(block)
            lines.append(block)
        elif not hit:
            if len(lines) == ways:
                evicted = lines.pop(0)
            lines.append(block)
        trace.append(Access(block, block % sets, hit, evicted, tuple(lines)))
    return trace


def hits(trace: Sequence[Access]) -> int:
    """The number of hits."""
    return sum(access.hit for access in trace)


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _tag(chance)
    if difficulty == 2:
        return _set_of(chance) if chance.one_in(2) else _total(chance)
    return _sequence(chance)


def _cache(chance: Chance) -> Cache:
    block = 1 << chance.between(4, 7)
    data = 1 << chance.between(12, 17)
    ways = chance.choice((1, 2, 4, 8))
    return Cache(chance.between(20, 32), data, block, ways)


def _mapping(ways: int, sets: int = 2) -> str:
    if sets == 1:
        return "全相联映射"
    return "直接映射" if ways == 1 else f" {ways} 路组相联映射"


def _opening(cache: Cache, mapping: str) -> str:
    return f"某计算机的主存地址为 {cache.address} 位，按字节编址，Cache 的数据区容量为 {size(cache.data)}，主存块大小为 {size(cache.block)}，采用{mapping}"


def _division(cache: Cache) -> list[str]:
    lines = [f"块内地址：块大小 {cache.block} B，2^{cache.offset_bits} = {cache.block}，占 {cache.offset_bits} 位"]
    name = "行号" if cache.ways == 1 else "组号"
    if cache.sets == 1:
        lines.append("全相联映射没有组号")
    elif cache.ways == 1:
        lines.append(f"行号：{cache.data}/{cache.block} = {cache.lines} 行，2^{cache.set_bits} = {cache.sets}，占 {cache.set_bits} 位")
    else:
        lines.append(
            f"{name}：{cache.data}/{cache.block} = {cache.lines} 行，{cache.lines}/{cache.ways} = {cache.sets} 组，2^{cache.set_bits} = {cache.sets}，占 {cache.set_bits} 位"
        )
    lines.append(f"标记：{cache.address} − {cache.set_bits} − {cache.offset_bits} = {cache.tag_bits} 位")
    return lines


def _tag(chance: Chance) -> Generated | None:
    """The tag's (or the set number's) length."""
    cache = _cache(chance)
    full = chance.one_in(4)
    if full:
        cache = Cache(cache.address, cache.data, cache.block, cache.lines)
    ways = cache.ways.bit_length() - 1
    right = cache.tag_bits
    line_bits = cache.lines.bit_length() - 1
    wrong = [
        (cache.address - line_bits - cache.offset_bits, "用行数而不是组数确定组号的位数"),
        (right + cache.offset_bits, "没有减去块内地址"),
        (right - ways, "组号多算了路数的位数"),
        (cache.address - ways - cache.offset_bits, "把路数当成了组数"),
        (cache.address - cache.data.bit_length() + 1, "直接用 Cache 容量的位数"),
        (cache.set_bits + cache.offset_bits, "算成了其余部分的位数"),
        (right - 3, "块大小按位而不是按字节计算"),
        (right + 1, "组号少算了一位"),
        (right - 1, "块内地址多算了一位"),
        (right + 2, "块内地址少算了两位（当成按字编址）"),
        (right - 2, "组号多算了两位"),
    ]
    mapping = _mapping(cache.ways, cache.sets)
    return Generated(
        point=MAPPING_POINT,
        stem=f"{_opening(cache, mapping)}，则主存地址中标记（Tag）字段的位数为",
        right=f"{right} 位",
        wrong=[Wrong(f"{value} 位", why) for value, why in wrong if 0 < value <= cache.address],
        steps=paragraphs(
            numbered(_division(cache)[:-1]), f"标记为其余的高位：{cache.address} − {cache.set_bits} − {cache.offset_bits} = {right} 位"
        ),
        parameters={"task": "tag", "address_bits": cache.address, "data": cache.data, "block": cache.block, "ways": cache.ways},
        drawing=_drawing(cache),
    )


def _set_of(chance: Chance) -> Generated | None:
    """The set that an address goes to."""
    cache = _cache(chance)
    address = chance.below(1 << min(cache.address, 24))
    block = address // cache.block
    right = block % cache.sets
    if block < 2 * cache.sets:
        return None
    what = "行" if cache.ways == 1 else "组"
    wrong = [
        (block % cache.lines, "对行数取模，没有按组数取模"),
        (address % cache.sets, "直接用地址取模，没有先求块号"),
        (address // (cache.block * 2) % cache.sets, "块内地址多算了一位"),
        (address // (cache.block // 2) % cache.sets, "块内地址少算了一位"),
        (block // cache.sets % cache.sets, "把标记当成了组号"),
        (block % cache.ways, "对路数取模"),
        (right + 1, "把从 0 编号当成了从 1 编号"),
        (right - 1, "编号少了 1"),
        (right ^ 2, "二进制地址划分时看错了一位"),
        (right ^ 4, "二进制地址划分时看错了一位"),
    ]
    digits = -(-cache.address // 4)
    return Generated(
        point=MAPPING_POINT,
        stem=f"{_opening(cache, _mapping(cache.ways))}，{what}号从 0 开始。主存地址 {hexadecimal(address, digits)} 所在的主存块应装入 Cache 的",
        right=f"第 {right} {what}",
        wrong=[Wrong(f"第 {value} {what}", why) for value, why in wrong if value >= 0],
        steps=paragraphs(
            numbered(_division(cache)[:2]),
            f"地址 {hexadecimal(address, digits)} 即 {address}，主存块号为 {address} 除以 {cache.block} 的商 {block}。",
            f"{block} 除以 {cache.sets} 的余数是 {right}，应装入第 {right} {what}",
        ),
        parameters={
            "task": "set",
            "address_bits": cache.address,
            "data": cache.data,
            "block": cache.block,
            "ways": cache.ways,
            "address": address,
        },
        drawing=_drawing(cache),
    )


def _total(chance: Chance) -> Generated | None:
    """All the bits that the cache holds."""
    cache = _cache(chance)
    back = chance.one_in(2)
    extra = 2 if back else 1
    right = cache.total_bits(extra)
    wrong = [
        (cache.total_bits(extra - 1), "漏了修改位" if back else "漏了有效位"),
        (cache.lines * 8 * cache.block, "只算了数据区"),
        (cache.total_bits(extra + 1), "多算了一位"),
        (cache.total_bits(0) if back else cache.total_bits(2), "没有计入有效位和修改位" if back else "写直达不需要修改位"),
        (cache.sets * (8 * cache.block + cache.tag_bits + extra), "按组数而不是行数计算"),
        (cache.lines * (8 * cache.block + extra), "漏了标记"),
        (cache.lines * (8 * cache.block + cache.tag_bits + extra + cache.set_bits), "把组号也存进了 Cache 行"),
        (cache.lines * (8 * cache.block + cache.address - cache.offset_bits + extra), "标记没有减去组号的位数"),
    ]
    policy = "采用写回法，每行有 1 位有效位和 1 位修改位" if back else "采用写直达法，每行有 1 位有效位"

    def text(value: int) -> str:
        return f"{decimal(Fraction(value, 1024), 2, keep_zeros=True)} Kbit"

    if right * 100 % 1024:
        return None
    return Generated(
        point=CAPACITY_POINT,
        stem=f"{_opening(cache, _mapping(cache.ways))}，{policy}，不考虑替换信息位（1 Kbit = 1024 bit），则该 Cache 的总容量为",
        right=text(right),
        wrong=[Wrong(text(value), why) for value, why in wrong if value * 100 % 1024 == 0],
        steps=paragraphs(
            numbered(_division(cache)),
            f"每行有 8×{cache.block} + {cache.tag_bits} + {extra} = {8 * cache.block + cache.tag_bits + extra} 位，共 {cache.lines} 行。",
            f"总容量为 {cache.lines}×{8 * cache.block + cache.tag_bits + extra} = {right} bit，即 {text(right)}",
        ),
        parameters={
            "task": "total",
            "address_bits": cache.address,
            "data": cache.data,
            "block": cache.block,
            "ways": cache.ways,
            "extra": extra,
        },
        drawing=_drawing(cache),
    )


def _sequence(chance: Chance) -> Generated | None:
    """Hits of an access sequence: by block numbers, or by addresses."""
    lines = chance.choice((4, 8))
    ways = chance.choice((1, 2, 4) if lines == 8 else (1, 2))
    sets = lines // ways
    length = chance.between(9, 12)
    names = chance.sample(range(3 * lines), 5)
    blocks: list[int] = []
    while len(blocks) < length:
        name = chance.choice(names)
        if blocks and not chance.one_in(2):
            name = (blocks[-1] % sets + sets * chance.below(3)) % (3 * lines)
        if not blocks or name != blocks[-1]:
            blocks.append(name)
    trace = run(blocks, sets, ways)
    right = hits(trace)
    if not 2 <= right <= length - 3:
        return None
    values = [
        (hits(run(blocks, 1, lines)), "当成了全相联映射"),
        (hits(run(blocks, lines, 1)), "当成了直接映射"),
        (hits(run(blocks, sets, ways, lru=False)), "命中时没有更新最近使用的次序，做成了 FIFO"),
        (hits(run(blocks, ways, sets)), "把组数和路数弄反了"),
        (length - len(set(blocks)), "以为每块只缺失一次"),
        (length - right, "数成了未命中的次数"),
        (right + 1, "某次未命中误判为命中"),
        (right - 1, "漏数了一次命中"),
        (right + 2, "两次未命中误判为命中"),
        (right - 2, "漏数了两次命中"),
    ]
    by_address = chance.one_in(2)
    shape = "直接映射" if ways == 1 else f" {ways} 路组相联映射和 LRU 替换算法"
    if by_address:
        block = chance.choice((16, 32, 64))
        accesses = [number * block + chance.below(block) for number in blocks]
        asked = "命中率约为"
        stem = f"某 Cache 共有 {lines} 行，块大小为 {block} B，采用{shape}，初始为空，按字节编址。CPU 依次访问主存地址（十进制）{listed(accesses)}，则{asked}"
        shown = percent(Fraction(right, length))
        wrong = [Wrong(percent(Fraction(value, length)), why) for value, why in values if 0 <= value <= length]
        opening = f"块号 = 地址 ÷ {block} 取商，依次为 {listed(blocks)}；共 {sets} {'行' if ways == 1 else '组'}，块号除以 {sets} 的余数是{'行' if ways == 1 else '组'}号。"
        closing = f"共访问 {length} 次，命中 {right} 次，命中率约为 {shown}"
        parameters: dict[str, object] = {"task": "hit-rate", "sets": sets, "ways": ways, "block": block, "addresses": accesses}
    else:
        stem = f"某 Cache 共有 {lines} 行，采用{shape}，初始为空。CPU 依次访问的主存块号为 {listed(blocks)}，则命中次数为"
        shown = f"{right} 次"
        wrong = [Wrong(f"{value} 次", why) for value, why in values if 0 <= value <= length]
        opening = f"共 {sets} {'行' if ways == 1 else '组'}，块号除以 {sets} 的余数是{'行' if ways == 1 else '组'}号。"
        closing = f"共命中 {shown}"
        parameters = {"task": "hits", "sets": sets, "ways": ways, "blocks": blocks}
    return Generated(
        point=MAPPING_POINT if ways == 1 else HIT_POINT,
        stem=stem,
        right=shown,
        wrong=wrong,
        steps=paragraphs(opening, _table(trace, ways), closing),
        parameters=parameters,
        drawing=_over_time(trace, ways),
    )


# --- working and drawing -----------------------------------------------------------------------------------------------------------


def _table(trace: Sequence[Access], ways: int) -> str:
    rows = []
    for access in trace:
        what = "命中" if access.hit else ("✗" if access.evicted is None else f"✗ 换出 {access.evicted}")
        rows.append((access.block, access.index, listed(access.lines, " "), what))
    return table(("块号", "行号" if ways == 1 else "组号", "该行中的块" if ways == 1 else "该组中的块（最久未用的在前）", "结果"), rows)


def _over_time(trace: Sequence[Access], ways: int) -> Drawing:
    rows = []
    for index in sorted({access.index for access in trace}):
        for place in range(ways):
            cells, now = [], ""
            for access in trace:
                tone: Tone = "plain"
                if access.index == index:
                    now = str(access.lines[place]) if place < len(access.lines) else ""
                    if now == str(access.block):
                        tone = "good" if access.hit else "new"
                cells.append(Cell(now, tone))
            rows.append(Row(f"行 {index}" if ways == 1 else f"组 {index}", tuple(cells)))
    rows.append(Row("命中", tuple(Cell("√", "good") if access.hit else Cell("✗", "bad") for access in trace)))
    return Grid(
        title="Cache 的内容",
        note=f"绿色命中，蓝色装入，共命中 {hits(trace)} 次" + ("" if ways == 1 else "；同组中最久未用的在上"),
        corner="块号",
        columns=tuple(str(access.block) for access in trace),
        rows=tuple(rows),
    )


def _drawing(cache: Cache) -> Drawing:
    fields = [Field("标记", cache.tag_bits, tone="new")]
    if cache.set_bits:
        fields.append(Field("行号" if cache.ways == 1 else "组号", cache.set_bits, tone="good"))
    fields.append(Field("块内地址", cache.offset_bits))
    return Fields(title="主存地址的划分", note=f"共 {cache.lines} 行，{cache.sets} 组", words=(("主存地址", tuple(fields)),))


# --- solver ------------------------------------------------------------------------------------------------------------------------

_CACHE = r"(?:Cache|高速缓存|高速缓冲存储器|高速缓冲)(?:\(Cache\))?"
_VALUE = rf"(?P<value>{SIZE})"


def _recognise(text: str) -> Recognition | None:
    reading = Reading(text)
    comparators = reading.take_all(
        r"(?:(?:需要?|要|有|用)*(?:多少|几)个(?:标记)?比较器|(?:标记)?比较器(?:的)?(?:需要?|要|有|共|数|个数|数量|位数)*(?:多少|几)?个?)"
    )
    count = reading.take_one(
        (
            rf"{_CACHE}(?:的)?(?:数据区)?(?:共|有|总共|包含|含)*\s*(?P<value>\d+)\s*(?:个)?(?:{_CACHE})?(?:行|块)(?!号)",
            rf"(?<![每\d])(?P<value>\d+)\s*(?:个)?{_CACHE}?(?:行|块)(?:的)?{_CACHE}",
            rf"{_CACHE}(?:的)?(?:总)?(?:行数|块数)(?:为|是|=|共)*\s*(?P<value>\d+)",
        ),
        int,
    )
    if "字节编址" in reading.text:  # the word plays no part where the block is in bytes
        reading.take_all(r"(?:某)?(?:计算机|机器|CPU)(?:的)?字长(?:为|是)?\d+位")
    reading.refuse(
        r"按字编址|[多少几]+[组行]|[组行]数|虚拟|虚地址|页|TLB|快表|命中|缺失|替换|写回|写直达|脏|有效位|修改位|总容量|总位数|第\s*\d|H(?![A-Za-z])|数组|标记阵列|字长|字为|个字|时间|访问"
    )
    reading.take_all(r"按字节(?:编址|寻址)|字节编址|\(?1\s*KB?\s*=\s*1024\s*B?\)?|以字节(?:为单位)?编址")
    ways = reading.take_one(rf"(?P<value>{INTEGER})\s*路(?:组)?(?:相联|关联)(?:映射|映像|方式)?", to_int)
    direct = reading.take_all(r"直接(?:映射|映像|相联)(?:方式)?")
    full = reading.take_all(r"全相联(?:映射|映像)?(?:方式)?")
    group = reading.take_one(rf"每组(?:有|含|包含|为)?\s*(?P<value>{INTEGER})\s*(?:行|块|个Cache行|个?行)", to_int)
    associative = reading.take_all(r"组相联(?:映射|映像)?(?:方式)?")
    if group is not None:
        if ways not in (None, group) or not (associative or ways):
            stay_out("group")
        ways = group
    elif associative:
        stay_out("ways not said")
    if (ways is not None) + bool(direct) + bool(full) != 1:
        return None
    bits = reading.take_one(
        (
            r"(?:主存)?(?:的)?(?:物理)?地址(?:长度|线|总线|空间)?(?:为|是|有|共|长|=|:)*(?P<value>\d+)\s*(?:位|bit|根|条)",
            r"(?P<value>\d+)\s*位(?:的)?(?:主存|物理|内存)(?:物理)?地址",
        ),
        int,
    )
    block = reading.take_one(
        (
            rf"(?:每个?|一个)?(?:主存)?(?:块|{_CACHE}块|{_CACHE}行|数据块|行|{_CACHE}的?块)(?:的)?(?:大小|长度|长)?(?:都|均)?{IS}{_VALUE}",
            rf"(?:主存)?(?:与|和){_CACHE}(?:之间)?(?:的)?(?:数据)?(?:交换|块)(?:的)?(?:单位|块大小|大小){IS}{_VALUE}",
        ),
        to_bytes,
    )
    memory = reading.take_one(
        (rf"(?:主存|内存)(?:储器)?(?:的)?(?:地址空间|空间|容量|大小|总容量)?(?:大小)?{IS}{_VALUE}", rf"{_VALUE}(?:的)?(?:主存|内存)(?!块)"),
        to_bytes,
    )
    data = reading.take_one(
        (
            rf"{_CACHE}(?:的)?(?:数据区|数据)?(?:的)?(?:容量|大小|数据容量)?(?:大小)?{IS}{_VALUE}",
            rf"{_VALUE}(?:的)?{_CACHE}",
        ),
        to_bytes,
    )
    asked = reading.take_words(
        (
            (
                r"(?:主存)?(?:物理)?地址(?:中)?(?:的)?(?:各)?(?:个)?(?:字段|部分)(?:的)?(?:各)?(?:位数|长度)?|地址(?:格式|结构|划分|如何划分|怎么划分)|(?:各)?字段(?:各)?(?:的)?(?:位数|占几位|占多少位)",
                "all",
            ),
            (
                r"标记(?:位|字段|部分|项)?(?:\(Tag\))?(?:字段)?(?:的)?(?:位数|长度)?|(?<![A-Za-z])Tag(?![A-Za-z])(?:字段|位)?(?:的)?(?:位数|长度)?",
                "tag",
            ),
            (r"(?:Cache)?(?:组号|组索引|行号|组地址|索引|组内块号)(?:字段)?(?:的)?(?:位数|长度)?", "set"),
            (r"块内(?:地址|偏移量?)(?:字段)?(?:的)?(?:位数|长度)?", "offset"),
        )
    )
    reading.take_all(r"(?:各)?(?:占|是|为|有)?(?:几|多少)位|位数|各占")
    reading.finish(
        "计算机 主存 内存 Cache 高速缓存 映射 映像 方式 地址 物理地址 主存地址 物理 容量 大小 数据区 系统 采用 字段 划分 块 中 存储器 存储系统 CPU 某机 机 和 占 格式 主存块 数据 应该 地址里 一共 各字段 某系统 字节 编址 问"
    )
    if not asked and not comparators:
        return None
    if count is not None and block is not None:
        if data not in (None, count * block):
            return None
        data = count * block
    elif count is not None:
        return None
    if memory is not None:
        size_bits = memory.bit_length() - 1
        if memory != 1 << size_bits or bits not in (None, size_bits):
            stay_out("memory")
        bits = size_bits
    parameters: dict[str, object] = {
        "mapping": "direct" if direct else "full" if full else "set",
        "ways": ways or 0,
        "comparators": bool(comparators),
    }
    understood = [("映射方式", "直接映射" if direct else "全相联映射" if full else f"{ways} 路组相联映射")]
    missing = []
    for name, value, label, shown, ask, form in (
        ("address", bits, "主存地址", f"{bits} 位", "主存地址是多少位？", "主存地址 {} 位"),
        ("data", data, "Cache 容量", size(data or 0), "Cache 容量有多大（如 64KB）？", "Cache 容量为 {}"),
        ("block", block, "块大小", size(block or 0), "一块有多大（如 64B）？", "块大小为 {}"),
    ):
        if value is not None:
            parameters[name] = value
            understood.append((label, shown))
        elif not (full and name == "data" and not comparators):
            missing.append(Missing(name, ask, form))
    return Recognition(parameters=parameters, understood=tuple(understood), missing=tuple(missing))


def _solve(parameters: Parameters) -> Solution:
    if "task" in parameters:
        return _cache_time_solver.solve(parameters)
    block = parameters["block"]
    data = parameters.get("data", block)
    lines = data // block
    ways = {"direct": 1, "full": lines, "set": parameters["ways"]}[parameters["mapping"]]
    cache = Cache(parameters["address"], data, block, ways)
    if any(value < 1 or value & (value - 1) for value in (data, block, ways)) or ways > lines or cache.tag_bits < 1 or cache.address > 64:
        stay_out("not powers of two")
    if parameters["mapping"] == "set" and ways in (1, lines):
        stay_out("set association with one way or one set")
    parts = [f"标记 {cache.tag_bits} 位"]
    if parameters["mapping"] != "full":
        parts.append(f"{'行号' if ways == 1 else '组号'} {cache.set_bits} 位")
    parts.append(f"块内地址 {cache.offset_bits} 位")
    if parameters.get("comparators"):
        parts.append(f"比较器 {ways} 个")
    working = _division(cache)
    if parameters["mapping"] == "full":
        working = [working[0], "全相联映射没有组号，其余都是标记", f"标记：{cache.address} − {cache.offset_bits} = {cache.tag_bits} 位"]
    if parameters.get("comparators"):
        working.append(f"一次要同时比较的标记有 {ways} 个，用 {ways} 个 {cache.tag_bits} 位的比较器")
    return Solution(
        answer="，".join(parts),
        steps=numbered(working),
        conventions=("按字节编址，1 KB = 1024 B",),
        drawing=_drawing(cache),
    )


KIND = Kind(
    name="cache-mapping",
    title="Cache 映射",
    points=(MAPPING_POINT, CAPACITY_POINT, HIT_POINT),
    versions={1: _write},
    solver=Solver(hint=r"Cache|高速缓|缓存", recognise=first_reading(_recognise, _cache_time_solver.recognise), solve=_solve),
)
