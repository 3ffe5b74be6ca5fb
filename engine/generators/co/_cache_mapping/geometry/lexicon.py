"""A cache's geometry read word by word: its things, its measures, and which quantity each of them is."""

from __future__ import annotations

from dataclasses import replace

from engine.generators import patterns
from engine.generators.co._cache_mapping.geometry.topic import GEOMETRY
from engine.generators.co._cache_mapping.words import CACHE
from engine.generators.laws.clauses import SIZE, to_bytes
from engine.generators.laws.lexicon import Lexicon, Measure
from engine.generators.patterns import caseless
from engine.generators.reading import INTEGER, to_count

_COUNT = rf"(?<![\d.A-Za-z第哪某同任])(?!一)(?:{INTEGER}\s*|\d+\s*K\s*)(?:个|条)?"
_OF_A_SET = r"(?:每|以)?\s*(\d+)\s*(?:个)?(?:行|块)(?:为|构成|组成|分为|分成|成)?一?组(?![相号内])"
_HOME = r"(?:主存储器|主存|内存|存储器)"
_WHERE = (
    r"(?:存放|放|装入|放入|放到|放在|调入|映射到?|映像到|装到|存在|落[在到]|对应(?:的|于)?|所在的?|位于|在|到|为|是|会|进|应|可|能|被)*"
    rf"(?:{CACHE})?(?:的)?(?:中)?(?:的)?(?<!主存)(?<!主存的)(?<!主存中的)(?:哪一?|第(?:几|多少))(?:个)?"
)


def _counted(text: str) -> int:
    thousands = patterns.match(r"(\d+)\s*K", text)
    return int(thousands[1]) << 10 if thousands else to_count(text)


def _words(text: str) -> int:
    number = patterns.match(r"(\d+)\s*([KMG]?)", text)
    if number is None:
        return to_count(text)
    return int(number[1]) << 10 * " KMG".index(number[2].upper() or " ")


_LEXICON = Lexicon(
    things=(
        (r"第\s*[0-9一二三四]\s*(?:问|小题)", ""),
        (
            rf"(?:各|每)?(?:个)?(?:{CACHE}|{_HOME})?(?:的)?地址(?:中)?(?:的)?(?:各|三个|每个|几个)*(?:个)?(?:字段|部分|格式|结构|划分|组成|如何划分)|(?:各|每个|三个)(?:个)?(?:字段|部分)",
            "fields",
        ),
        (rf"{CACHE}(?:的)?地址中的块内地址", "cache offset"),
        (r"(?<=组号、)块号(?=和块内)|(?<=组号、)(?:组内)块号", "block of set"),
        (rf"{CACHE}(?:的)?地址", "cache address"),
        (r"(?:主存|内存)?区号|区(?:地址|编号)", "area"),
        (rf"(?:{_HOME})?(?:字块|高位|行)?标记(?:\(?Tag\)?)?(?:字段|位|部分|项|域)?|(?<![A-Za-z])Tag(?![A-Za-z])(?:字段|位|域)?", "tag"),
        (r"(?:字?块|行)内(?:的)?(?:字节|字)?(?:地址|偏移(?:量|地址)?|位移)?(?:字段)?|(?<![A-Za-z])offset(?![A-Za-z])", "offset"),
        (
            r"组号|组索引|组地址|行号|行索引|索引|区内块号|(?<![A-Za-z])index(?![A-Za-z])(?:字段)?",
            "index",
        ),
        (rf"(?:{CACHE})(?:的)?(?:字)?[块行](?:号|地址)", "line number"),
        (rf"(?:{_HOME})?(?:的)?(?:物理)?地址空间", "memory"),
        (rf"(?:{_HOME}|物理|访存)?(?:的)?(?:物理)?(?<!块内)(?<!内)地址(?:码|线|总线|长度)?", "address"),
        (r"(?:标记)?比较器", "comparator"),
        (rf"(?:{_HOME})(?:和|与|、)(?:{CACHE})(?:之间)?(?:交换)?(?:的)?(?:数据)?块?", "block"),
        (rf"(?:每(?:一)?个?|一个?)?(?:{_HOME}|{CACHE}|数据|存储|字|缓存)?(?:块|行)(?![号内数])(?:长)?", "block"),
        (r"每(?:一)?个?组|组内", "set"),
        (r"每个?字(?![节块段地])|字长", "word"),
        (rf"(?:数据|指令)?{CACHE}(?:的)?(?:数据区|存储区)?|(?<!存储)数据区", "cache"),
        (rf"{_HOME}(?:的)?(?:地址空间|空间)?", "memory"),
    ),
    measures=(
        Measure("byte", SIZE, to_bytes, r"字节|[KMG]?B(?![A-Za-z])", r"(?:总)?容量|大小|长度"),
        Measure(
            "bit", r"(?<![\d.A-Za-z第^])\d+\s*(?:位|bits?)(?![A-Za-z/])", to_count, r"(?:二进制)?(?:位|bits?)(?![A-Za-z置])", r"位数|宽度"
        ),
        Measure("way", rf"(?<![\d.A-Za-z]){INTEGER}\s*-?路(?:的)?(?:组)?(?:相联|相连|关联)?(?:映射|映像|映象)?", to_count, r"路", r"路数"),
        Measure("set", rf"{_COUNT}组(?!相|号|内)", _counted, r"组(?!号|内)", r"组数"),
        Measure(
            "line",
            rf"{_COUNT}(?:{CACHE}|主存|内存|数据|存储)?(?:的)?(?:数据)?(?:行|字?块)(?!号|内|大小|长|表)",
            _counted,
            rf"(?:{CACHE}|主存|内存|数据)?(?:行|字?块)(?!号|内|大小|长)(?:数据)?",
            r"行数|块数",
        ),
        Measure("word", rf"(?<![\d.A-Za-z])(?!一)(?:\d+\s*[KMG]?|{INTEGER})\s*个?字(?![节长块段地符数])", _words, r"字(?![节长块])"),
        Measure("bare", r"(?<=[为是=])\s*\d+(?=\s*\.?\s*(?:[,;。)]|$))", to_count),
        Measure("count", rf"{_COUNT}(?=比较器)", _counted, r"(?!)", r"(?:个)数|数[目量]"),
    ),
    told={
        ("memory", "byte"): "memory",
        ("memory", "word"): "memory",
        ("memory", "line"): "blocks",
        ("memory", "bit"): "address",
        ("cache", "byte"): "data",
        ("cache", "word"): "data",
        ("cache", "line"): "lines",
        ("cache", "set"): "sets_told",
        ("", "set"): "sets_told",
        ("block", "byte"): "block",
        ("offset", "byte"): "block",
        ("block", "word"): "block",
        ("block", "bare"): "block",
        ("set", "line"): "mapping",
        ("set", "way"): "mapping",
        ("cache", "way"): "mapping",
        ("", "way"): "mapping",
        ("address", "bit"): "address",
        ("tag", "bit"): "tag",
    },
    asked={
        ("fields", ""): "fields",
        ("fields", "bit"): "fields",
        ("cache address", "bit"): "cache_bits",
        ("cache offset", "bit"): "cache_offset",
        ("block of set", "bit"): "way_bits",
        ("area", "bit"): "area",
        ("tag", "bit"): "tag",
        ("tag", "byte"): "tag",
        ("offset", "bit"): "offset",
        ("index", "bit"): "set_bits",
        ("line number", "bit"): "line_number_bits",
        ("address", "bit"): "address_bits",
        ("memory", "line"): "memory_blocks",
        ("block", "bit"): "line_bits",
        ("set", "line"): "ways",
        ("", "way"): "ways",
        ("cache", "line"): "lines_asked",
        ("cache", "set"): "sets",
        ("", "set"): "sets",
        ("cache", "byte"): "data_asked",
        ("comparator", ""): "comparators",
        ("comparator", "count"): "comparators",
    },
    questions=(
        (rf"(?:属于|在|位于|是)*{_HOME}(?:中)?(?:的)?(?:哪一?|第(?:几|多少))(?:个)?(?:字)?块(?:中|里)?", "memory_block"),
        (rf"{_WHERE}组(?:号)?(?:中|里|上)?", "set_index"),
        (rf"{_WHERE}(?:行|块)(?:号)?(?:中|里|上)?", "line_index"),
    ),
    words="""Cache cache 缓存 映射 映像 组相联 全相联 直接 方式 方法 采用 所在 大小 长度 容量 数据 存储 系统 单元 主存块 之间 交换 传送 单位 字节 编址 按 划分 字段 部分 格式 结构 如何 各字段 组成 构成 组织 使用 大 总 其 如何划分为 如何划分成 怎样划分为""",
)


def _checked(text: str) -> str:
    plain = GEOMETRY.prepared(text)
    plain = caseless(rf"(?<![\d.第])(\d+)\s*个?{CACHE}([块行])(?=[,。;])").sub(r"Cache共\1\2", plain)
    plain = caseless(
        rf"(?:需要|需|要|用|有)*(?:多少|几)位(?:的)?(?:{CACHE})?((?:标[识记]|索引|组号|行号|块内地址|和|与|及|、)+)(?=[?。]?\s*$)"
    ).sub(r"\1各多少位", plain)
    plain = plain.replace("标识", "标记")
    plain = patterns.sub(
        r"(?:应)?(?:如何|怎样)?划?分(?:为|成)([^,;。?:]{3,60})[?,;](各(?:自)?(?:占|为|是|有)*(?:多少|几)位)", r"的\1\2", plain
    )
    if patterns.search(_OF_A_SET, plain):
        plain = patterns.sub(_OF_A_SET, r"每组\1块", plain)
    # `Cache 地址为几位? 其中块号为几位`: that of the Cache.
    plain = caseless(rf"({CACHE}(?:的)?地址[^。?]{{0,12}}(?:多少|几)位[^。]{{0,30}}?)(?<![内节区])(?<!主存)(?<!Cache)块号").sub(
        r"\1Cache块号", plain
    )
    plain = patterns.sub(r"((?:多少|几)位)(?:多少|几)(?=\s*[?。]?\s*$)", r"\1", plain)
    plain = patterns.sub(r"每次(?:内存|主存|存储器)?访问(?:的)?(?:位宽|宽度)(?:都|均)?(?:是|为)\s?1\s?个?字节[,。\n]?", "", plain)
    return patterns.sub(r"地址(?:的)?位宽(?:为|是)\s?(\d+)(?!\s?[\d位])", r"地址为\1位", plain)


GEOMETRY_BY_WORDS = replace(
    GEOMETRY,
    guard=GEOMETRY.guard + r"|控制位|总(?:存储)?容量",
    prepared=_checked,
    lexicon=_LEXICON,
    told=tuple(told for told in GEOMETRY.told if told.name != "lines"),
)
"""As `GEOMETRY`, in any words."""
