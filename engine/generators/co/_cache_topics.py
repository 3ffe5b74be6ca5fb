"""Caches told by their topic: geometry and fields, hit rates and mean times, sequences of blocks, arrays passed over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from engine.generators.clauses import Role
from engine.generators.co._cache import hits, run
from engine.generators.co._clauses import BITS, HEXADECIMAL, SHARE, SIZE, TIME, to_bytes, to_code, to_seconds
from engine.generators.co._measures import duration
from engine.generators.co._topic import Facts, Law, Quantity, Told, Topic, about, counted, percentage
from engine.generators.quantities import decimal, size
from engine.generators.reading import INTEGER, SEPARATOR, stay_out, to_count, to_int, to_ints, to_share

_CACHE = r"(?:Cache|缓存|高速缓存|高速缓冲存储器|高速缓冲)"
_HOME = r"(?:主存储器|主存|内存|物理)"
_WORDS = """ Cache cache 缓存 高速缓存 高速缓冲 高速缓冲存储器 数据Cache 映射 映像 相联 方式 策略 主存地址 物理地址 内存地址 地址格式 格式 字段 标记 Tag tag 组号 行号 块号 块内地址 块内 字块 字块标记 行 块 组 主存块 主存字块 Cache行 缓存行 行长 块长 块大小 字块大小 容量 数据区 主存容量 Cache容量 空间 有效位 修改位 脏位 标记项 标记位 总容量 总位数 替换 替换算法 替换策略 LRU FIFO 命中 命中率 缺失 缺失率 命中次数 不命中次数 次 初始 开始 开始时 初始时 空 为空 依次 顺序 访问 访存 序列 块访问 访问顺序 访问序列 装入 放 放入 映射到 调入 所在 所在块 存放 应 对应 单元 号 十进制 十六进制 二进制 编号 号单元 划分 分 分成 存取 存取周期 存取时间 访问时间 平均访问时间 效率 系统效率 系统 周期 启动 同时 先 查 找到 没有 没 存储系统 层次 层 位 数组 元素 存放 按行 优先 首地址 边界 读 遍 一遍 循环 程序段 int float double short 寄存器 变量 命中 主存字块标记 Cache字块地址 字块地址 区号 室友 转 转我 块表 目前 状态 写出 哪一 哪个 算出 位组 相连 缓冲 替换法 块地址 号块 用的 总共 各 目录 直接映射 组相联 全相联 各字段 位数 冷启动 次访问 共访 问 数 数来数去 都不一样"""


def _int(match: re.Match[str]) -> int:
    return to_int(next(group for group in match.groups() if group))


def _log(value: Fraction) -> Fraction | None:
    number = int(value)
    return Fraction(number.bit_length() - 1) if number == value and number > 0 and number & (number - 1) == 0 else None


def _sets(lines: Fraction, mapping: Fraction) -> Fraction | None:
    if mapping == 0:
        return Fraction(1)
    value = lines / mapping
    return value if value.denominator == 1 and value >= 1 else None


_MAPPING = (
    Told("mapping", rf"(?P<value>{INTEGER})\s*-?(?:路|way)(?:的)?(?:组)?(?:相联|关联|相连)?(?:映射|映像)?(?:方式)?", _int),
    Told(
        "mapping",
        rf"(?:采用|用)?(?:组相联(?:映射|映像)?(?:方式)?[,(]*)?每(?:一)?组(?:有|含|包含|为|是|共)*\s*(?P<value>{INTEGER})\s*个?(?:Cache|缓存)?(?:行|块)\)?",
        _int,
    ),
    Told("mapping", r"(?:采用|用|若|改为)?直接(?:映射|映像|相联|地址映射)(?:方式)?(?:下)?|直映", 1),
    Told("mapping", r"(?:采用|用|若|改为)?全(?:相联|相连|关联)(?:映射|映像)?(?:方式)?(?:下)?", 0),
)
_LINE = rf"(?<![\d.第哪每某同任])(?!一\s*个?[行块]){INTEGER}\s*(?:个)?(?:Cache|缓存)?(?:存储)?(?:行|块)(?!号|内|大小|长|\d)"
_TOTAL = r"(?:该|此)?(?:Cache|缓存)?(?:的)?(?:总容量|总位数|总存储容量|实际(?:总)?容量|(?:总共|一共|共)(?:至少)?(?:需要?|有|要|占|用)*(?:多少|几)(?:K)?(?:位|bit)|总(?:的)?(?:存储)?(?:位|bit)数)(?:\([^()]{0,16}\))?(?:是|为|应|有)*(?:多少|几)?\s*(?:位|bit|K位|Kbit|字节|KB)?"


def _place(match: re.Match[str]) -> int:
    text = next(group for group in match.groups() if group)
    return to_code(text) if re.search("[xXHh]", text) else int(re.sub(r"\D", "", text))


GEOMETRY = Topic(
    name="cache geometry",
    about=rf"{_CACHE}|映射|相联",
    guard=r"^(?=[\s\S]*按字编址)(?=[\s\S]*\d\s*[KMG]?(?:B|字节))|TLB|快表|页|虚|二级|L1|L2|命中率|缺失率|平均访问|预取|循环|for|数组|写缓冲|伪相联|分离|有效1|有效0|访问时间|依次|LRU.{0,6}(?:命中|换)|序列",
    refuse=r"命中|缺失|受害|扇区|另一|比较(?!器)|翻倍|增加到|提高",
    told=(
        *_MAPPING,
        Told(
            "valid",
            r"(?:每行)?(?:有|含|设|各|加|另有)*(?:(?P<value>[12]|一|两)\s*(?:位|个|bit)+)?(?:的)?有效位(?:(?P<other>[12])\s*(?:位)?(?![0-9\d]))?(?!和标记)",
            lambda match: to_int(match["value"] or match["other"] or "1"),
        ),
        Told(
            "dirty",
            r"(?<!不用)(?<!没有)(?<!无需)(?<!不需)(?<!不设)(?<!无)(?:有|含|设|各|和|、|,)*(?:(?P<value>[12]|一|两)\s*(?:位|个|bit)+)?(?:的)?(?:修改位|脏位|重写位|dirty位?|修改\(脏\)位|脏\(修改\)位)(?:(?P<other>[12])\s*(?:位)?)?",
            lambda match: to_int(match["value"] or match["other"] or "1"),
        ),
        Told(
            "replace",
            r"(?P<value>\d|一|两)\s*(?:位|个|bit)+(?:的)?(?:替换(?:算法)?(?:控制|信息)?位|LRU位)|(?:LRU|替换)(?:算法)?(?:控制|信息)?位(?:占|为|是|有)*\s*(?P<other>\d)\s*位",
            _int,
        ),
        Told("back", r"(?:采用|使用|用)?(?:写回|回写)(?:法|策略|方式)?(?:\(write[ -]?back\))?", 1),
        Told(
            "number",
            rf"(?:{_HOME})?(?:的)?(?:中)?(?:第)?(?:字)?块号(?:为|是)?\s*(?P<value>\d+)|(?:{_HOME})(?:的)?(?:中)?第\s*(?P<other>\d+)\s*(?:号)?(?:主存)?(?:字)?块(?!大)|(?:{_HOME})(?P<third>\d+)\s*号(?:字)?块",
            _int,
        ),
        Told(
            "where",
            rf"(?:{_HOME})?(?:的)?(?:单元|存储单元|那)?(?:地址)?(?:为|是|:)*(?P<value>{HEXADECIMAL})(?:这个)?(?:号)?(?:的)?(?:{_HOME})?(?:单元|地址)?|(?:{_HOME})?(?:的)?(?<![\d.A-Za-z])(?P<other>\d+)\s*号(?:\([^()]{{0,5}}\))?(?:的)?(?:{_HOME})?(?:单元)|(?:{_HOME})?(?:单元)?地址(?:为|是|:)*(?P<third>\d+)\s*(?:D|\(十进制\)|\(D\))?(?=(?:号)?(?:单元)?(?:所在|的|对应|应|在|会|被|映射|装|落))",
            _place,
        ),
    ),
    passed=(
        r"\(?(?:十六进制|十进制)(?:/|或)(?:十六进制|十进制)都行\)?|(?:均|都)?(?:按|以)字节(?:为单位)?(?:编址|寻址)|字节(?:编址|寻址)|(?:按|以)字(?:为单位)?编址",
        r"(?:采用|用)?写(?:直达|穿透?)(?:法|策略|方式)?(?:\(?(?:不用|无需?|没有)(?:修改|脏)位\)?)?|\(?(?:不用|无需?|没有|不设)(?:修改|脏)位\)?",
        r"(?:含|包括|包含|算上|计入|连同)(?:标记(?:项|位|阵列)?|有效位|脏位|修改位|Tag|和|与|、|及|数据)+(?:在内)?",
        r"(?:不考虑|不计|忽略|没有)(?:替换(?:算法)?|LRU|一致性|其他)(?:的)?(?:控制|信息)?位?|(?:行号|组号|块号|编号|均|都)*从0(?:开始)?(?:编号|计|算)?|\(十进制\)",
        r"(?:采用|用)?组(?:相联|相连)(?:映射|映像)?(?:方式)?|CPU|每(?:个)?(?:字)?块(?:的)?大小(?=\ue000)|\([标记组号行块内地址/、]{4,20}\)",
    ),
    roles=(
        Role(
            name="memory",
            quantity=SIZE,
            read=to_bytes,
            before=rf"{_HOME}(?:的)?(?:地址空间|容量|大小|空间)?(?:大小)?|地址空间(?:大小)?",
            after=rf"(?:的)?{_HOME}(?!块)",
        ),
        Role(
            name="data",
            quantity=SIZE,
            read=to_bytes,
            before=rf"{_CACHE}(?:的)?(?:数据区|数据)?(?:的)?(?:容量|大小)?|数据区(?:容量|大小)?",
            after=rf"(?:的)?(?:数据)?(?:数据区|{_CACHE})",
            alone=True,
        ),
        Role(
            name="block",
            quantity=SIZE,
            read=to_bytes,
            before=r"(?:主存|内存|Cache|缓存|数据|存储|每个?|一个?|字)*(?:块|行)(?:的)?(?:大小|长度?|容量)?|交换单位",
            after=r"(?:的)?(?:块|行)(?!号)",
        ),
        Role(
            name="address",
            quantity=BITS,
            read=to_count,
            before=r"地址(?:码|线|总线|长度|空间)?",
            after=r"(?:的)?(?:主存|物理|内存|字节)*地址",
        ),
        Role(
            name="lines",
            quantity=_LINE,
            read=to_count,
            before=rf"{_CACHE}(?:的)?(?:数据区)?|共有|总共|共|有",
            after=rf"(?:的)?{_CACHE}",
            alone=True,
        ),
        Role(name="blocks", quantity=_LINE, read=to_count, before=rf"{_HOME}(?:共|有|分为|分成|划分为|含)*"),
        Role(name="sets_told", quantity=rf"(?<![\d.第哪每某同任])(?!一\s*个?组){INTEGER}\s*个?组(?!相)", read=to_count, alone=True),
        Role(
            name="memory",
            quantity=r"(?<![\d.])\d+\s*[KMG]?\s*字(?![节长块段地])",
            read=lambda text: _words(text),
            before=rf"{_HOME}(?:的)?(?:容量|大小)?",
        ),
        Role(
            name="data",
            quantity=r"(?<![\d.])\d+\s*[KMG]?\s*字(?![节长块段地])",
            read=lambda text: _words(text),
            before=rf"{_CACHE}(?:的)?(?:容量|大小)?",
        ),
        Role(
            name="block",
            quantity=r"(?<![\d.])\d+\s*[KMG]?\s*字(?![节长块段地])",
            read=lambda text: _words(text),
            before=r"每个?(?:字)?块|块(?:的)?(?:大小|长)|每行",
        ),
    ),
    asks=(
        (
            r"(?:的)?标记(?:值|字段)?、(?:组号|行号)(?:、|和|与|及)块内(?:偏移量?|地址)(?:的值)?(?:各|分别)*(?:是|为)(?:多少)?(?!.{0,3}位)",
            "values",
        ),
        (_TOTAL, "total"),
        (rf"(?:{_HOME})?(?:物理)?地址(?:共|应|有|需要?|为|是|长)*(?:多少|几)位", "address_bits"),
        (rf"{_HOME}(?:共|一共|总共|可|能|分为|分成|有|含)*(?:多少|几)(?:个)?(?:字)?块|(?:共有|有)(?:多少|几)个主存块", "memory_blocks"),
        (rf"{_CACHE}(?:共|一共|总共|有|分为|分成)*(?:多少|几)(?:个)?(?:字)?(?:行|块)|(?:Cache)?(?:的)?行数", "lines_asked"),
        (
            r"(?:装入|放入|放到|放在|调入|映射到?|装到|存放?在?|落[在到]|对应(?:的)?|位于|在|到|为|是|会|进|应)*(?:Cache|缓存)?(?:的)?(?:中)?(?:的)?(?:第)?(?:哪一?|几|多少)(?:个)?(?:号)?组(?:号)?(?:中|里|上)?(?:\(?(?:用)?(?:十六进制|十进制)(?:写|表示)?\)?)?|(?:所在|对应|映射)(?:的|到|到的)?(?:Cache)?组号(?:是|为)?(?:多少)?",
            "set_index",
        ),
        (
            r"(?:装入|放入|放到|放在|调入|映射到?|装到|存放?在?|落[在到]|对应(?:的)?|位于|在|到|为|是|会|进|应)*(?:Cache|缓存)?(?:的)?(?:中)?(?:的)?(?:第)?(?:哪一?|几|多少)(?:个)?(?:号)?(?:行|块)(?:号)?(?:中|里|上)?(?:\(?(?:用)?(?:十六进制|十进制)(?:写|表示)?\)?)?|(?:所在|对应|映射)(?:的|到|到的)?(?:Cache)?(?:行|块)号(?:是|为)?(?:多少)?",
            "line_index",
        ),
        (rf"(?:{_CACHE})?(?:共|一共|总共|有|分为|分成|可)*(?:多少|几)(?:个)?组(?!号)|组数", "sets"),
        (
            r"(?:主存)?(?:物理)?地址(?:中)?(?:的)?(?:各)?(?:个)?(?:字段|部分|格式|结构|划分)(?:\([^()]{0,20}\))?(?:的)?(?:各)?(?:是|为|占)?(?:多少|几)?位?(?:数)?|(?:各|三个)?字段(?:各|分别)*(?:占|是|有|为)?(?:几|多少)位",
            "fields",
        ),
        (
            r"(?:主存)?(?:字块|高位)?标记(?:位|字段|部分|项)?(?:\(?Tag\)?)?(?:字段)?(?:的)?(?:至少|应|占|是|为|有|需要?)*(?:位数|长度|(?:多少|几)位)?|(?<![A-Za-z])Tag(?![A-Za-z])(?:字段|位)?(?:的)?(?:占|是|为)?(?:位数|(?:多少|几)位)?",
            "tag",
        ),
        (
            r"(?:Cache)?(?:组号|组索引|组地址|行号|行索引|字块地址|索引|Cache地址)(?:\(?index\)?)?(?:字段)?(?:的)?(?:占|是|为|有)*(?:位数|(?:多少|几)位)?",
            "set_bits",
        ),
        (r"(?:块|行)内(?:字)?(?:字节)?(?:地址|偏移量?)?(?:\(?offset\)?)?(?:字段)?(?:的)?(?:占|是|为|有)*(?:位数|(?:多少|几)位)?", "offset"),
        (r"(?:需要?|要|有|用)*(?:多少|几)个(?:标记)?比较器|比较器(?:的)?(?:个数|数量|数)", "comparators"),
    ),
    laws=(
        Law("capacity", ("data",), lambda data: data),
        Law("capacity", ("lines", "block"), lambda lines, block: lines * block),
        Law("capacity", ("sets_told", "mapping", "block"), lambda sets, mapping, block: sets * mapping * block if mapping else None),
        Law("all_lines", ("lines",), lambda lines: lines),
        Law(
            "all_lines",
            ("capacity", "block"),
            lambda capacity, block: Fraction(capacity, block) if capacity % block == 0 else None,
            "行数为 Cache 容量 ÷ 块大小",
        ),
        Law("lines_asked", ("all_lines",), lambda lines: lines),
        Law("sets", ("all_lines", "mapping"), _sets, "组数为行数 ÷ 每组行数"),
        Law("address_bits", ("address",), lambda address: address),
        Law("address_bits", ("memory",), _log, "地址位数为主存容量的对数"),
        Law("address_bits", ("blocks", "block"), lambda blocks, block: _log(blocks * block), "地址位数为主存容量的对数"),
        Law("memory_blocks", ("memory", "block"), lambda memory, block: memory / block, "主存块数为主存容量 ÷ 块大小"),
        Law(
            "memory_blocks", ("address", "block"), lambda address, block: Fraction(2 ** int(address)) / block, "主存块数为主存容量 ÷ 块大小"
        ),
        Law("offset", ("block",), _log, "块内地址位数为块大小的对数"),
        Law("set_bits", ("sets",), _log, "组号（行号）位数为组数的对数"),
        Law("tag", ("address_bits", "offset", "mapping_full"), lambda address, offset, _: address - offset, "全相联时其余都是标记"),
        Law(
            "tag",
            ("address_bits", "set_bits", "offset"),
            lambda address, sets, offset: address - sets - offset,
            "标记位数为地址位数 − 组号位数 − 块内地址位数",
        ),
        Law("mapping_full", ("mapping",), lambda mapping: 1 if mapping == 0 else None),
        Law("fields", ("tag", "offset", "mapping_full"), lambda tag, offset, _: (tag, offset)),
        Law("fields", ("tag", "set_bits", "offset"), lambda *fields: fields),
        Law("flags", ("valid", "dirty", "replace"), lambda *flags: sum(flags)),
        Law("flags", ("valid", "dirty"), lambda *flags: sum(flags)),
        Law("flags", ("valid", "replace"), lambda *flags: sum(flags)),
        Law("flags", ("valid", "through"), lambda valid, _: valid),
        Law("through", ("back",), lambda _: stay_out("a dirty bit is not said")),
        Law("through", (), lambda: 1),
        Law(
            "total",
            ("all_lines", "block", "tag", "flags"),
            lambda lines, block, tag, flags: lines * (8 * block + tag + flags),
            "总位数为行数 ×（8 × 块大小 + 标记位数 + 其他位数）",
        ),
        Law(
            "values",
            ("where", "address_bits", "offset", "set_bits"),
            lambda where, _, offset, sets: (
                Fraction(int(where) >> int(offset + sets)),
                Fraction(int(where) >> int(offset) & (1 << int(sets)) - 1),
                Fraction(int(where) & (1 << int(offset)) - 1),
            ),
            "地址自高到低依次为标记、组号（行号）、块内地址",
        ),
        Law(
            "index", ("number", "sets", "not_full"), lambda number, sets, _: Fraction(int(number) % int(sets)), "块号除以组数（行数）的余数"
        ),
        Law(
            "index",
            ("where", "block", "sets", "not_full"),
            lambda where, block, sets, _: Fraction(int(where) // int(block) % int(sets)),
            "地址除以块大小取整得块号，块号除以组数（行数）的余数",
        ),
        Law("set_index", ("index",), lambda index: index),
        Law("line_index", ("index", "mapping"), lambda index, mapping: index if mapping == 1 else None),
        Law("not_full", ("mapping",), lambda mapping: 1 if mapping else None),
        Law("comparators", ("mapping", "all_lines"), lambda mapping, lines: mapping or lines, "同时比较的标记数"),
    ),
    shown={
        "memory": Quantity("主存", lambda value: size(int(value))),
        "data": Quantity("Cache", lambda value: size(int(value))),
        "block": Quantity("块", lambda value: size(int(value))),
        "lines": Quantity("Cache", counted("行")),
        "all_lines": Quantity("Cache", counted("行")),
        "lines_asked": Quantity("Cache", counted("行"), lambda value: (f"{value} 块",)),
        "address": Quantity("地址", counted("位")),
        "mapping": Quantity("映射", lambda value: {0: "全相联", 1: "直接映射"}.get(int(value), f"{value} 路组相联")),
        "total": Quantity(
            "总容量",
            counted("位"),
            lambda value: (
                f"{decimal(value / 1024, 3)} Kbit",
                f"{decimal(value / 1024, 3)} K位",
                f"{decimal(value / 8)} B",
                f"{decimal(value / 8192, 3)} KB",
            ),
        ),
        "address_bits": Quantity("主存地址", counted("位")),
        "memory_blocks": Quantity("主存", lambda value: f"{value} 块", lambda value: (f"{value / 1024}K 块",)),
        "sets": Quantity("共", counted("组")),
        "set_index": Quantity("", lambda value: f"第 {value} 组", lambda value: (f"{value}", f"{int(value):X}H", f"{value} 组")),
        "line_index": Quantity("", lambda value: f"第 {value} 行", lambda value: (f"{value}", f"{int(value):X}H", f"{value} 行")),
        "fields": Quantity(
            "",
            lambda fields: (
                f"标记 {fields[0]} 位，组号（行号）{fields[1]} 位，块内地址 {fields[2]} 位"
                if len(fields) == 3
                else f"标记 {fields[0]} 位，块内地址 {fields[1]} 位"
            ),
        ),
        "values": Quantity("", lambda values: f"标记 {int(values[0]):X}H，组号（行号）{values[1]}，块内地址 {values[2]}"),
        "tag": Quantity("标记", counted("位"), lambda value: (f"{value}",)),
        "set_bits": Quantity("组号（行号）", counted("位"), lambda value: (f"{value}",)),
        "offset": Quantity("块内地址", counted("位"), lambda value: (f"{value}",)),
        "comparators": Quantity("比较器", counted("个")),
        "valid": Quantity("有效位", counted("位")),
        "dirty": Quantity("修改位", counted("位")),
        "number": Quantity("主存块号", about),
        "where": Quantity("地址", about),
    },
    words=_WORDS,
    idle=frozenset({"back", "mapping", "memory", "address", "data", "lines"}),
    conventions=("行号、组号从 0 开始，1 KB = 1024 B，没有说时按字节编址",),
    check=lambda facts: _geometry_check(facts),
)


def _words(text: str) -> int:
    number = re.match(r"(\d+)\s*([KMG]?)", text, re.IGNORECASE)
    return int(number[1]) << 10 * " KMG".index(number[2].upper() or " ") if number else stay_out(text)


def _geometry_check(facts: Facts) -> None:
    lines, data, block = facts.get("lines"), facts.get("data"), facts.get("block")
    if lines is not None and data is not None and block is not None and lines * block != data:
        stay_out("lines")
    address, memory = facts.get("address"), facts.get("memory")
    if address is not None and memory is not None and _log(memory) != address:
        stay_out("memory")
    if facts.get("tag", 1) < 1 or facts.get("set_bits", 0) < 0:
        stay_out("tag")
    if facts.get("mapping", 1) > 1 and "sets" in facts and facts["sets"] < 2:
        stay_out("one set")
    if "where" in facts and "number" in facts:
        stay_out("two places")


# --- hit rate and mean time ----------------------------------------------------------------------------------------------------------

_MISS = r"(?:缺失|失效|不命中|未命中|没(?:有)?命中|没(?:有)?(?:在)?(?:Cache|cache)?(?:中)?(?:没有)?找到|没中)"
_TIMES = r"(?P<value>\d+)\s*次"

TIMES = Topic(
    name="cache times",
    about=rf"{_CACHE}|命中|主存",
    guard=r"TLB|快表|页|二级|L1|L2|两级|多级|CPI|MIPS|Hz|写(?:回|直达|穿)|脏|块(?!\s*在)|指令Cache|总线|交叉|带宽|提高到|改为|至少|数组|依次|预取|时钟周期|损失|代价",
    told=(
        Told(
            "parallel",
            rf"(?<!不)(?:{_CACHE}(?:和|与)(?:主存|内存))?同时(?:被)?(?:启动|访问|进行)(?:访问)?(?:{_CACHE}(?:和|与)(?:主存|内存))?|\(?命中\d+、不命中(?:只|仅)算主存\d+\)?|不命中(?:时)?(?:只|仅)(?:算|计)主存(?:时间)?",
            1,
        ),
        Told(
            "serial",
            rf"(?:不命中时|命中时|\()?(?:先|首先)(?:访问|查|访)?(?:cache|{_CACHE})?(?:,)?(?:若|如果|当)?(?:{_MISS}|没有|不在)?(?:时|后)?(?:,)?(?:再|才)(?:去)?(?:访问?|查|访)?(?:主存|内存)(?:,?不同时启动)?\)?|不同时启动|串行访问",
            1,
        ),
        Told(
            "misses",
            rf"(?:其中)?(?:有)?{_TIMES}(?:在)?(?:Cache|缓存)?(?:中)?(?:{_MISS})|(?:{_MISS})(?:了|为|是|次数|共|有)*\s*(?P<other>\d+)\s*次|(?:访问|存取)(?:主存|内存)(?:完成)?(?:的)?(?:了|次数|为|是|的|有)*\s*(?P<third>\d+)\s*次",
            _int,
        ),
        Told(
            "hits",
            r"(?:访问|存取|在)?(?:Cache|缓存)(?:中)?(?:完成|命中)(?:存取)?(?:的)?(?:次数)?(?:了|为|是|的|有)*\s*(?P<value>\d+)\s*次|命中(?:了|次数|为|是)*\s*(?P<other>\d+)\s*次",
            _int,
        ),
        Told(
            "accesses",
            r"(?:CPU|程序|共|总共|一共|期间|总)*(?:访存|访问存储器|访问|存取)(?:总次数|次数)?(?:了|为|共)*\s*(?P<value>\d+)\s*次|(?P<other>\d+)\s*次(?:访存|访问)",
            _int,
        ),
        Told(
            "rate_told",
            r"(?:Cache|缓存)?(?:的)?(?:平均)?命中(?:率|概率)(?:h|H)?(?:为|是|=|:|约|达到?|有|\s)*(?P<value>\d+(?:\.\d+)?\s*%|0\.\d+)",
            lambda match: to_share(match["value"]),
        ),
        Told(
            "missing",
            rf"(?:{_MISS})(?:率|概率)(?:为|是|=|:|\s)*(?P<value>\d+(?:\.\d+)?\s*%|0\.\d+)",
            lambda match: to_share(match["value"]),
        ),
    ),
    passed=(r"(?:Cache|缓存)-(?:主存|内存)(?:系统|层次)(?:的)?", r"一段程序|某程序", r"不命中时"),
    roles=(
        Role(
            name="cache",
            quantity=TIME,
            read=to_seconds,
            before=r"(?:Cache|缓存)(?:的)?(?:存取|访问|命中)?(?:周期|时间)?|命中(?:时)?(?:时间)?",
        ),
        Role(name="memory", quantity=TIME, read=to_seconds, before=r"(?:主存|内存)(?:的)?(?:存取|访问)?(?:周期|时间)?"),
    ),
    asks=(
        (rf"(?:{_CACHE})?(?:的)?(?:平均)?命中率(?:是|为|约)*(?:多少)?", "rate"),
        (rf"(?:{_CACHE})?(?:的)?(?:{_MISS})率(?:是|为)?(?:多少)?", "miss_rate"),
        (
            rf"(?:CPU|系统|{_CACHE}|存储系统)*(?:的)?(?:平均|等效)(?:的)?(?:访问|存取|访存)(?:的)?(?:时间|周期)(?:是|为|约)*(?:多少)?(?:ns)?",
            "mean",
        ),
        (rf"(?:系统|存储系统|{_CACHE}|访问|-主存系统|层次)*(?:的)?(?:访问)?效率(?:是|为)?(?:多少)?", "efficiency"),
        (r"(?:性能|速度)(?:提高|提升|是)(?:了|到|为)*(?:原来的?|不用(?:Cache|缓存)(?:时)?的?)?(?:多少|几)倍|加速比", "gain"),
    ),
    laws=(
        Law("rate", ("rate_told",), lambda rate: rate),
        Law("rate", ("missing",), lambda missing: 1 - missing),
        Law(
            "rate",
            ("accesses", "misses"),
            lambda all_of_them, misses: 1 - Fraction(misses) / all_of_them if misses <= all_of_them else None,
            "命中率为命中次数 ÷ 访问次数",
        ),
        Law(
            "rate",
            ("accesses", "hits"),
            lambda all_of_them, found: Fraction(found) / all_of_them if found <= all_of_them else None,
            "命中率为命中次数 ÷ 访问次数",
        ),
        Law(
            "rate",
            ("hits", "misses"),
            lambda found, misses: Fraction(found) / (found + misses),
            "命中率为命中次数 ÷（命中次数 + 不命中次数）",
        ),
        Law("miss_rate", ("rate",), lambda rate: 1 - rate),
        Law(
            "mean",
            ("rate", "cache", "memory", "parallel"),
            lambda rate, cache, memory, _: rate * cache + (1 - rate) * memory,
            "同时启动，平均访问时间为命中率 × Cache 时间 +（1 − 命中率）× 主存时间",
        ),
        Law(
            "mean",
            ("rate", "cache", "memory", "serial"),
            lambda rate, cache, memory, _: cache + (1 - rate) * memory,
            "先查 Cache，平均访问时间为 Cache 时间 +（1 − 命中率）× 主存时间",
        ),
        Law("efficiency", ("cache", "mean"), lambda cache, mean: cache / mean, "效率为 Cache 时间 ÷ 平均访问时间"),
        Law("gain", ("memory", "mean"), lambda memory, mean: memory / mean, "为主存时间 ÷ 平均访问时间"),
    ),
    shown={
        "rate": Quantity("命中率", percentage, lambda value: (f"{decimal(value * 100, 1)}%", decimal(value, 3))),
        "rate_told": Quantity("命中率", percentage),
        "miss_rate": Quantity("缺失率", percentage, lambda value: (f"{decimal(value * 100, 1)}%",)),
        "missing": Quantity("缺失率", percentage),
        "hits": Quantity("命中", counted("次")),
        "misses": Quantity("不命中", counted("次")),
        "accesses": Quantity("访问", counted("次")),
        "cache": Quantity("Cache 时间", duration),
        "memory": Quantity("主存时间", duration),
        "mean": Quantity("平均访问时间", duration, lambda value: (f"{decimal(value * 10**9, 2)} ns",)),
        "efficiency": Quantity("效率", percentage, lambda value: (f"{decimal(value * 100, 1)}%",)),
        "gain": Quantity("", counted("倍")),
    },
    words=_WORDS,
    conventions=("效率为 Cache 时间除以平均访问时间",),
    check=lambda facts: stay_out("both ways") if facts.get("serial") and facts.get("parallel") else None,
)

# --- sequences -----------------------------------------------------------------------------------------------------------------------


def _listed(match: re.Match[str]) -> tuple[Fraction, ...]:
    return tuple(Fraction(number) for number in to_ints(match["list"]))


def _hits(blocks: Sequence[Fraction], sets: Fraction, ways: Fraction, lru: Fraction) -> Fraction:
    return Fraction(hits(run([int(block) for block in blocks], int(sets), int(ways), lru=bool(lru))))


def _blocks_of(addresses: Sequence[Fraction], block: Fraction) -> tuple[Fraction, ...]:
    return tuple(Fraction(int(address) // int(block)) for address in addresses)


def _rounds(match: re.Match[str]) -> tuple[Fraction, ...]:
    """The blocks of a loop, round after round."""
    groups = match.groupdict()
    if groups.get("count"):
        first, last = 0, int(groups["count"]) - 1
    else:
        first, last = int(groups["start"]), int(groups["end"])
        if groups["first"] and int(groups["first"]) != first:
            stay_out("another beginning")
    rounds = int(match["rounds"])
    if not first <= last or (last - first + 1) * rounds > 4000:
        stay_out("too long")
    return tuple(Fraction(block) for _ in range(rounds) for block in range(first, last + 1))


SEQUENCE = Topic(
    name="cache sequence",
    about=rf"(?:{_CACHE}|相联|映射)[\s\S]*(?:\d(?:{SEPARATOR}\d+){{4}}|循环)",
    guard=r"虚|页|TLB|快表|二级|L1|L2|写分配|for|数组|预取|已(?:经)?装|OPT|最佳|随机|LFU|时钟|[\dA-F]H(?![A-Za-z])|0x|各?字段|分别换出|装有",
    told=(
        *_MAPPING,
        Told(
            "lru",
            r"(?:采用|使用|用|按|并)*(?:近期最少使用|最近最少使用|最近最久未使用|最久未使用)?\(?LRU\)?(?:\(?(?:近期|最近)最(?:少|久未)使用\)?)?(?:的)?(?:替换|置换|淘汰)?(?:算法|策略|法)?|(?:近期|最近)最(?:少|久未)使用(?:的)?(?:替换)?(?:算法)?",
            1,
        ),
        Told("lru", r"(?:采用|使用|用|按|并)*(?:FIFO|先进先出)(?:\((?:FIFO|先进先出)\))?(?:的)?(?:替换|置换|淘汰)?(?:算法|策略|法)?", 0),
        Told(
            "blocks_told",
            r"(?:循环)(?:依次|顺序)?(?:访问|读)\s*(?P<count>\d{1,3})\s*个(?:不同的?|连续的?|相邻的?)*(?:主存)?块[,]?(?:重复|共|循环|反复)*\s*(?P<rounds>\d{1,3})\s*(?:轮|遍|次)",
            _rounds,
        ),
        Told(
            "blocks_told",
            r"(?:从(?:主存)?(?:第)?\s*(?P<first>\d+)\s*号?(?:单元|块)?开始)?(?:循环|反复)(?:依次|顺序)?(?:访问|读)(?:主存)?\s*(?P<start>\d+)(?:号)?\s*(?:~|-|到|至)+\s*(?P<end>\d+)\s*号?(?:单元|块|字)?[,]?(?:共|重复)?\s*(?P<rounds>\d{1,3})\s*(?:轮|遍|次)",
            _rounds,
        ),
        Told("one_word", r"块(?:的)?(?:大小|长)(?:为|是)?\s*(?:1|一)\s*个?字(?!节)|每块\s*(?:1|一)个?字(?!节)", 1),
        Told("lines_in_words", rf"{_CACHE}(?:的)?(?:容量|大小)(?:为|是)?\s*(?P<value>\d+)\s*个?字(?!节)", _int),
        Told(
            "addresses",
            rf"(?:字节)?(?:地址|单元)(?:序列|流|依次|分别|为|是|:|\(十进制\)|\s)*(?P<list>(?<![\d.A-Za-z])\d+(?:{SEPARATOR}\d+){{4,}})(?![\d.]|\s*[行组块路位])(?:号)?(?:单元)?",
            _listed,
        ),
        Told(
            "blocks_told",
            rf"(?:(?:主存)?(?:的)?(?:块号|块|访问|页面)*(?:序列|流|顺序|次序)?(?:依次|分别|为|是|:|\(十进制\)|\s)*)(?P<list>(?<![\d.A-Za-z])\d+(?:{SEPARATOR}\d+){{4,}})(?![\d.]|\s*[行组块路位])(?:号)?(?:块)?",
            _listed,
        ),
    ),
    passed=(
        r"(?:Cache|缓存)?(?:初始(?:状态|时|化)?|开始(?:时)?|起始|一开始|原来|最初)(?:时)?(?:Cache|缓存)?(?:的)?(?:都|均|全|内容)?(?:为|是)?空(?:的|闲)?(?:状态)?|空(?:的)?cache|初态(?:为)?空|冷启动",
        r"(?:主存)?(?:按字节|按字)(?:编址)?|(?:第)?\s*[ij]\s*(?:号)?(?:主存)?块",
    ),
    roles=(
        Role(
            name="data",
            quantity=SIZE,
            read=to_bytes,
            before=rf"{_CACHE}(?:的)?(?:数据区|数据)?(?:的)?(?:容量|大小)?",
            after=rf"(?:的)?{_CACHE}",
        ),
        Role(
            name="block", quantity=SIZE, read=to_bytes, before=r"(?:主存|内存|Cache|数据|每个?|一个?)*(?:块|行)(?:的)?(?:大小|长度?|容量)?"
        ),
        Role(name="lines", quantity=_LINE, read=to_count, alone=True),
        Role(name="sets_told", quantity=rf"(?<![\d.第哪每某同任])(?!一\s*个?组){INTEGER}\s*个?组(?!相)", read=to_count, alone=True),
    ),
    asks=(
        (rf"(?:{_CACHE})?(?:的)?命中率(?:是|为)?(?:多少)?(?:\([^()]{{0,12}}\))?", "rate"),
        (rf"(?:{_MISS})率(?:是|为)?(?:多少)?", "miss_rate"),
        (rf"(?:共|总共)?(?:{_MISS})(?:了|次数|共|Cache)*(?:多少次|几次|多少|数)?", "misses"),
        (r"(?:共|总共|会|Cache)*命中(?:了|次数|共|Cache|总)*(?:多少次|几次|多少|数)?", "hits"),
    ),
    laws=(
        Law("blocks", ("blocks_told",), lambda blocks: blocks),
        Law("blocks", ("addresses", "block"), _blocks_of, "地址除以块大小取整得块号"),
        Law("all_lines", ("lines",), lambda lines: lines),
        Law("all_lines", ("data", "block"), lambda data, block: data / block if data % block == 0 else None),
        Law("all_lines", ("lines_in_words", "one_word"), lambda words, _: words),
        Law("all_lines", ("sets_told", "mapping"), lambda sets, mapping: sets * mapping if mapping else None),
        Law("sets", ("all_lines", "mapping"), _sets),
        Law("ways", ("all_lines", "sets"), lambda lines, sets: lines / sets),
        Law("policy", ("lru",), lambda lru: lru),
        Law("policy", ("ways",), lambda ways: 1 if ways == 1 else None),
        Law("hits", ("blocks", "sets", "ways", "policy"), _hits, "逐个访问，块号除以组数的余数定组"),
        Law("misses", ("blocks", "hits"), lambda blocks, found: len(blocks) - found, "不命中次数为访问次数 − 命中次数"),
        Law("rate", ("blocks", "hits"), lambda blocks, found: found / len(blocks), "命中率为命中次数 ÷ 访问次数"),
        Law("miss_rate", ("rate",), lambda rate: 1 - rate),
    ),
    shown={
        "blocks": Quantity("访问的块", lambda values: "、".join(str(value) for value in values)),
        "blocks_told": Quantity("访问的块", lambda values: "、".join(str(value) for value in values)),
        "mapping": Quantity("映射", lambda value: {0: "全相联", 1: "直接映射"}.get(int(value), f"{value} 路组相联")),
        "lines": Quantity("Cache", counted("行")),
        "lru": Quantity("替换", lambda value: "LRU" if value else "FIFO"),
        "sets": Quantity("共", counted("组")),
        "hits": Quantity("命中", counted("次"), lambda value: (f"{value}",)),
        "misses": Quantity("缺失", counted("次"), lambda value: (f"{value}",)),
        "rate": Quantity(
            "命中率", percentage, lambda value: (f"{decimal(value * 100, 1)}%", f"{value.numerator}/{value.denominator}", decimal(value, 2))
        ),
        "miss_rate": Quantity(
            "缺失率", percentage, lambda value: (f"{decimal(value * 100, 1)}%", f"{value.numerator}/{value.denominator}")
        ),
    },
    words=_WORDS,
    idle=frozenset({"lru", "block", "sets_told", "one_word"}),
    marks=(("loop", "循环"), ("units", "单元|号字")),
    conventions=("Cache 初始为空",),
    check=lambda facts: _sequence_check(facts),
)


def _sequence_check(facts: Facts) -> None:
    if facts.get("sets_told", facts.get("sets")) != facts.get("sets"):
        stay_out("lines")
    if facts.get("loop") and facts.get("units") and not facts.get("one_word") and "block" not in facts:
        stay_out("units and blocks")
    if facts.get("units") and facts.get("loop") and "block" in facts:
        stay_out("addresses of a loop")


# --- misses in cycles ----------------------------------------------------------------------------------------------------------------

_LOST = rf"(?<![\d.A-Za-z]){INTEGER}\s*个?(?:时钟)?(?:周期|拍)"

MISSES = Topic(
    name="cycles of misses",
    about=r"缺失|失效|不命中|命中",
    guard=r"TLB|页|由\s*\d+(?:\.\d+)?%|降到|分离|指令Cache|数据Cache|写|L2|二级|两级",
    told=(
        Told(
            "ideal",
            r"(?:理想|基本|基础|命中时(?:的)?|无缺失时(?:的)?|不考虑缺失(?:时)?(?:的)?)(?:的)?CPI(?:为|是|=|:|\s)*(?P<value>\d+(?:\.\d+)?)(?:\(命中时\))?",
            lambda match: Fraction(match["value"]),
        ),
        Told(
            "per",
            r"每条(?:指令)?(?:平均)?(?:的)?(?:访存|访问存储器|访问内存)(?:次数)?(?:为|是)?\s*(?P<value>\d+(?:\.\d+)?)\s*次|平均每条指令访存\s*(?P<other>\d+(?:\.\d+)?)\s*次",
            lambda match: Fraction(match["value"] or match["other"]),
        ),
        Told(
            "missing",
            rf"(?:Cache)?(?:{_MISS})(?:率|概率)(?:为|是|=|:)*\s*(?P<value>\d+(?:\.\d+)?\s*%|0\.\d+)",
            lambda match: to_share(match["value"]),
        ),
        Told("found", r"(?:Cache)?命中率(?:为|是|=|:)*\s*(?P<value>\d+(?:\.\d+)?\s*%|0\.\d+)", lambda match: to_share(match["value"])),
        Told(
            "penalty",
            rf"(?:{_MISS})(?:的)?(?:损失|代价|惩罚|开销|延迟)(?:为|是|=|:)*\s*(?P<value>{INTEGER})\s*个?(?:时钟)?(?:周期|拍)",
            _int,
        ),
        Told("hit_cycles", rf"命中(?:时间|时|需要?|用|只要|为)*\s*(?P<value>{INTEGER})\s*个?(?:时钟)?(?:周期|拍)", _int),
    ),
    asks=(
        (r"(?:实际|考虑缺失(?:后|时)?|平均|总)*(?:的)?CPI(?:等于|为|是|约|变为)*(?:多少)?", "cpi"),
        (r"平均(?:访存|访问|存取)(?:的)?时间(?:是|为)?(?:多少|几)?(?:个)?(?:时钟)?(?:周期)?", "mean"),
    ),
    laws=(
        Law("rate", ("missing",), lambda missing: missing),
        Law("rate", ("found",), lambda found: 1 - found),
        Law(
            "cpi",
            ("ideal", "per", "rate", "penalty"),
            lambda ideal, per, rate, penalty: ideal + per * rate * penalty,
            "实际 CPI 为理想 CPI + 每条指令的访存次数 × 缺失率 × 缺失损失",
        ),
        Law(
            "mean",
            ("hit_cycles", "rate", "penalty"),
            lambda found, rate, penalty: found + rate * penalty,
            "平均访存时间为命中时间 + 缺失率 × 缺失损失",
        ),
    ),
    shown={
        "ideal": Quantity("理想 CPI", about),
        "per": Quantity("每条指令访存", counted("次")),
        "missing": Quantity("缺失率", percentage),
        "rate": Quantity("缺失率", percentage),
        "found": Quantity("命中率", percentage),
        "penalty": Quantity("缺失损失", counted("个周期")),
        "hit_cycles": Quantity("命中", counted("个周期")),
        "cpi": Quantity("实际 CPI", about, lambda value: (decimal(value, 2),)),
        "mean": Quantity("平均访存时间", counted("个周期")),
    },
    words=_WORDS + " CPI 处理器 理想 实际 每条指令 访存 缺失损失 损失 周期 平均",
    conventions=("缺失损失在命中时间之外另加",),
)

LEVELS = Topic(
    name="two caches",
    about=r"L1[\s\S]*L2|一级[\s\S]*二级",
    guard=r"CPI|TLB|页|写|分离|全局|同时",
    told=(
        Told(
            "first_time",
            rf"(?:L1|一级)(?:Cache)?(?:的)?(?:命中)?(?:时间)?(?:为|是)?\s*(?P<value>{TIME})",
            lambda match: to_seconds(match["value"]),
        ),
        Told(
            "second_time",
            rf"(?:L2|二级)(?:Cache)?(?:的)?(?:命中)?(?:时间)?(?:为|是)?\s*(?P<value>{TIME})",
            lambda match: to_seconds(match["value"]),
        ),
        Told("memory", rf"(?:主存|内存)(?:的)?(?:访问)?(?:时间)?(?:为|是)?\s*(?P<value>{TIME})", lambda match: to_seconds(match["value"])),
        Told(
            "rates",
            rf"(?:L1|L2|局部)?(?:的)?(?:局部)?命中率(?:为|是)?\s*(?P<value>{SHARE})",
            lambda match: (to_share(match["value"]),),
            several=True,
        ),
        Told("serial", r"\(?逐级(?:访问|查找)(?:,?时间累加)?\)?|时间累加", 1),
    ),
    asks=((r"(?:平均)(?:访存|访问|存取)(?:的)?时间(?:是|为)?(?:多少)?(?:ns)?", "mean"),),
    laws=(
        Law(
            "mean",
            ("first_time", "second_time", "memory", "rates", "serial"),
            lambda one, two, memory, rates, _: one + (1 - rates[0]) * (two + (1 - rates[1]) * memory) if len(rates) == 2 else None,
            "平均时间为 L1 时间 + L1 缺失率 ×（L2 时间 + L2 缺失率 × 主存时间）",
        ),
    ),
    shown={
        "first_time": Quantity("L1", duration),
        "second_time": Quantity("L2", duration),
        "memory": Quantity("主存", duration),
        "rates": Quantity("命中率", lambda values: "、".join(percentage(value) for value in values)),
        "mean": Quantity("平均访存时间", duration),
    },
    words=_WORDS + " 两级 L1 L2 一级 二级 局部 逐级",
    conventions=("L2 的命中率为局部命中率，时间逐级累加",),
)

# --- arrays --------------------------------------------------------------------------------------------------------------------------

_ELEMENT = {"int": 4, "float": 4, "double": 8, "short": 2, "char": 1, "long long": 8}


def _count_of(match: re.Match[str]) -> int:
    return int(match["value"]) * int(match["other"] or 1)


ARRAY = Topic(
    name="array passed over",
    about=r"数组|\[|a\s*\d|int|for",
    guard=r"按列|列优先|转置|矩阵乘|虚|页|TLB|B\[|两个数组|[bc]\[|步长|每隔|倒序|两遍|两次|再|跨|a\[i\]\s*=|a\[j\]\[i\]|写",
    told=(
        Told(
            "element",
            r"(?P<value>int|float|double|short|char)(?:型)?(?:数据|元素|变量)?(?:占|为|是|\()?\s*(?P<other>[1248])?\s*(?:B|字节)?\)?",
            lambda match: (
                int(match["other"])
                if match["other"]
                else {"int": 4, "float": 4, "double": 8, "short": 2, "char": 1}[match["value"].lower()]
            ),
        ),
        Told("element", r"每个(?:数组)?元素(?:占|为|是)?\s*(?P<value>[1248])\s*(?:B|字节)", _int),
    ),
    passed=(
        r"循环|for\s*\(.{1,40}?\)\s*(?:s\s*\+=\s*a\w*)?;?|s\s*\+=\s*a(?:\[?i\]?)?;?|(?:int|float|double|short)?\s*a\s*(?:\d+\s*)+(?=[按,中])|(?<![A-Za-z])a\d*(?![A-Za-z])|\(?i、j等?(?:都)?在寄存器(?:中|里)\)?",
        r"(?:只|仅)(?:算|计|考虑)对?(?:数组)?a的访问|初始(?:时)?(?:Cache)?(?:为空|全(?:部)?不命中|空)|从(?:主存)?块(?:的)?边界(?:处)?开始(?:存放)?|首地址(?:在|为)?块(?:的)?边界(?:上)?|按行(?:优先)?(?:存放|存储|依次|访问)?|(?:依次)?读一遍(?:所有)?(?:元素)?|直接映射",
    ),
    roles=(
        Role(
            name="block", quantity=SIZE, read=to_bytes, before=r"(?:Cache)?(?:主存)?(?:块|行)(?:的)?(?:大小|长)?", after="(?:的)?(?:块|行)"
        ),
        Role(name="data", quantity=SIZE, read=to_bytes, before=rf"数据区|{_CACHE}(?:容量|大小)?"),
    ),
    asks=((r"(?:Cache|访问|数组|的)*命中率(?:是|为)?(?:多少)?", "rate"), (r"缺失率(?:是|为)?(?:多少)?", "miss_rate")),
    laws=(
        Law(
            "miss_rate",
            ("element", "block", "in_order"),
            lambda element, block, _: Fraction(element, block) if block % element == 0 else None,
            "每块第一个元素不命中，其余命中",
        ),
        Law("rate", ("miss_rate",), lambda missing: 1 - missing),
    ),
    marks=(("in_order", r"按行|i\+\+|顺序|依次"),),
    shown={
        "element": Quantity("每个元素", counted("B")),
        "block": Quantity("块", counted("B")),
        "rate": Quantity("命中率", percentage, lambda value: (decimal(value, 3),)),
        "miss_rate": Quantity("缺失率", percentage),
    },
    words=_WORDS,
    idle=frozenset({"data"}),
    conventions=("数组从块的边界开始，每个元素访问一次",),
)

TOPICS = (GEOMETRY, TIMES, SEQUENCE, MISSES, LEVELS, ARRAY)
