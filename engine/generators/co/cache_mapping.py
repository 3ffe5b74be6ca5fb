"""Cache mapping: dividing an address, the capacity with tags, where an address goes, and hits of an access sequence.

After Patterson and Hennessy (set-associative caches) and Yuan, Computer Organization: block number = address ÷ block size, set =
block number mod number of sets, the rest is the tag. Direct mapping has one way, full association one set. LRU within a set.
"""

from __future__ import annotations

from fractions import Fraction

from engine.generators.chance import Chance
from engine.generators.co._alternatives import first_reading
from engine.generators.co._cache_mapping import loops_reading as cache_loops_reading
from engine.generators.co._cache_mapping import loops_solving as cache_loops_solver
from engine.generators.co._cache_mapping import mean_topic as cache_means
from engine.generators.co._cache_mapping import sequence_topics as cache_sequences
from engine.generators.co._cache_mapping import time_solving as cache_time_solver
from engine.generators.co._cache_mapping import topics as cache_topics
from engine.generators.co._cache_mapping.simulator import Cache, division, field_drawing, hits, mapping_name, over_time, run, trace_table
from engine.generators.co._cache_mapping.written import written_plainly
from engine.generators.kind import Generated, Kind, Parameters, Recognition, Solution, Solver, Wrong
from engine.generators.laws.changes import with_changes
from engine.generators.laws.measures import hexadecimal
from engine.generators.laws.solving import recogniser, solver
from engine.generators.markdown import listed, numbered, paragraphs
from engine.generators.quantities import decimal, percent, size
from engine.generators.variations import solving_variations

MAPPING_POINT = "co.memory.cache-mapping"
CAPACITY_POINT = "co.memory.cache-write"
HIT_POINT = "co.memory.cache-replacement"


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


def _opening(cache: Cache, mapping: str) -> str:
    return f"某计算机的主存地址为 {cache.address} 位，按字节编址，Cache 的数据区容量为 {size(cache.data)}，主存块大小为 {size(cache.block)}，采用{mapping}"


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
    mapping = mapping_name(cache.ways, cache.sets)
    return Generated(
        point=MAPPING_POINT,
        stem=f"{_opening(cache, mapping)}，则主存地址中标记（Tag）字段的位数为",
        right=f"{right} 位",
        wrong=[Wrong(f"{value} 位", why) for value, why in wrong if 0 < value <= cache.address],
        steps=paragraphs(
            numbered(division(cache)[:-1]), f"标记为其余的高位：{cache.address} − {cache.set_bits} − {cache.offset_bits} = {right} 位"
        ),
        parameters={"task": "tag", "address_bits": cache.address, "data": cache.data, "block": cache.block, "ways": cache.ways},
        drawing=field_drawing(cache),
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
        stem=f"{_opening(cache, mapping_name(cache.ways))}，{what}号从 0 开始。主存地址 {hexadecimal(address, digits)} 所在的主存块应装入 Cache 的",
        right=f"第 {right} {what}",
        wrong=[Wrong(f"第 {value} {what}", why) for value, why in wrong if value >= 0],
        steps=paragraphs(
            numbered(division(cache)[:2]),
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
        drawing=field_drawing(cache),
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
        stem=f"{_opening(cache, mapping_name(cache.ways))}，{policy}，不考虑替换信息位（1 Kbit = 1024 bit），则该 Cache 的总容量为",
        right=text(right),
        wrong=[Wrong(text(value), why) for value, why in wrong if value * 100 % 1024 == 0],
        steps=paragraphs(
            numbered(division(cache)),
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
        drawing=field_drawing(cache),
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
        steps=paragraphs(opening, trace_table(trace, ways), closing),
        parameters=parameters,
        drawing=over_time(trace, ways),
    )


def _solve(parameters: Parameters) -> Solution:
    if (solution := cache_means.solve(parameters) or _SOLVE(parameters)) is not None:
        if parameters["task"] == cache_sequences.SEQUENCE.name and len(parameters["scenes"]) == 1:
            return cache_sequences.with_table(solution, parameters["scenes"][0])
        return solution
    if parameters.get("task") == cache_loops_solver.TASK:
        return cache_loops_solver.solve(parameters)
    return cache_time_solver.solve(parameters)


_READ = first_reading(
    cache_loops_reading.recognise,
    *map(recogniser, cache_topics.TOPICS),
    *map(recogniser, cache_topics.BY_WORDS),
)
_SOLVE = solver((*cache_topics.TOPICS, *cache_topics.BY_WORDS))


def _recognise(text: str) -> Recognition | None:
    return _READ(written_plainly(text))


KIND = Kind(
    name="cache-mapping",
    title="Cache 映射",
    points=(MAPPING_POINT, CAPACITY_POINT, HIT_POINT),
    versions={1: _write},
    solver=Solver(
        hint=r"Cache|高速缓|缓存|路组相联|全相联|直接映射|组相联|命中率|缺失(?:率|代价|损失|惩罚)",
        recognise=with_changes(_recognise),
        solve=solving_variations(_solve),
    ),
)
