"""Instruction formats told by their topic: expanding opcodes, fields of fixed formats, opcodes by frequency."""

from __future__ import annotations

import heapq
import re
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.co._expanding_opcode.instruction_topic import FORMAT
from engine.generators.kind import Missing
from engine.generators.laws.clauses import BITS
from engine.generators.laws.topic import Facts, Law, Quantity, Told, Topic, about, counted, restored, whole
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, stay_out, to_count, to_int

_SIGNS = {4: "四|4", 3: "三|3", 2: "二|两|双|2", 1: "一|单|1", 0: "零|无|0"}
_NAMES = {4: "四地址", 3: "三地址", 2: "二地址", 1: "一地址", 0: "零地址"}
_NUMBER = rf"(?<![\d.A-Za-z第])(?P<value>{INTEGER})\s*(?:条|种)"
_HAS = r"(?:\ue000|指令|已经|已|的|是|为|有|共|设了?|用掉了?|占去了?|占掉了?|用了?|要|取|安排了?|设计了?|定义了?|占了?|分配了?|使用了?|至少|不少于|不低于|要求|需要?|做了?|排了?|选|定|只|恰好|[A-Z]\s*=|=|:|\s)*"
_MOST = r"(?:指令|的|则|那么|此时|最多|至多|最大|顶多|还|又|能|可以|可|够|再|有|做|安排|设计|定义|设|编|容纳|扩展出?|扩充|支持|排|放|到|凑|出|是|为|应|条数|数目|数|,|留给|剩下?|共|反过来|最大可能|能够|得到|多|以)*"


def _level(level: int) -> str:
    sign = f"(?<![\\d一二两三四])(?:{_SIGNS[level]})"
    return rf"(?:{sign}\s*(?:个)?(?:操作数)?地址(?:码)?(?:的)?(?:格式)?(?:的)?(?:指令)?|{sign}\s*(?:个)?操作数(?:的)?(?:指令)?)"


_ANY_LEVEL = "|".join(_level(level) for level in (4, 3, 2, 1, 0))
_LEVEL_LIST = rf"(?:{_ANY_LEVEL})(?:[、,和及与]+(?:{_ANY_LEVEL})){{0,3}}"
_AS_MANY = r"(?:的)?(?:条数|数量|数目)?(?:均|都|各|全部?|分别)*(?:取|达到|设计|安排|定义|使用)+(?:到|成|了|为)?(?:其)?(?:最大可能(?:的)?(?:条数|值|数目)?|尽可能多|尽量多|最多(?:的)?(?:条数)?|最大(?:值|条数)?)(?:条)?(?:时)?"
# What is left of the codes goes to the last format, which is what expanding means.
_REST = (
    rf"(?:指令)?(?:系统)?(?:中)?(?:(?:只|共|仅|共计)+(?:含有?|有|包含|包括|支持|设有|具有|分为?|存在|采用)|分为|分成)(?:{_LEVEL_LIST})(?:[二两三四2-4]种)?(?:格式|类型)?(?:的)?(?:指令)?(?!\s*\d)",
    rf"除(?:了)?(?:{_ANY_LEVEL})(?:之)?(?:外|以外)(?:不再|没有|无|不)(?:设置|设|有|安排|存在|含有?)*(?:其他|别的|其它)(?:的)?(?:格式|类型)?(?:的)?(?:指令)?|(?:不含|没有|无|不设|不考虑)(?:其他|其它|别的)(?:格式|类型)?(?:的)?指令",
    r"(?:剩下|剩余|其余|余下|多出来|腾出来|没用完|没用掉|未用)(?:的)?(?:编码|码点|操作码|状态|组合|码)*(?:全部?|都|均)*(?:拿|用)?(?:来|去)?(?:做|作|扩展|扩展成|扩展为|用作|用于|给|留给|设计成?|分配给|安排|编)*(?=[零无0一单1二两2双])(?:[一二零]地址(?:和|与|、)(?=[一零]地址))?",
    r"(?:且|并)?各(?:条)?指令等长|指令和字长一样|每个?操作数(?=地址)|[二两三]个?(?=地址(?:码)?(?:字段)?(?:长度|均|都|各))|设计(?=某)",
    r"(?:且|并)?[只仅](?:有|含|支持)[二两三四2-4]种(?:指令)?(?:格式|类型)",
)


def _counts_told(level: int) -> tuple[Told, ...]:
    return (
        Told(
            f"c{level}", rf"{_level(level)}(?:\([^()]{{0,24}}\))?{_HAS}{_NUMBER}(?!二|一|三|零|四|单|双|的?(?:一|二|三|零|四)地址)", whole
        ),
        Told(f"c{level}", rf"{_NUMBER}(?:的)?(?:不同的)?{_level(level)}", whole),
        Told(f"c{level}", rf"(?:没有|没|无|不再设置?|不设|不含|不要求?|不留|不考虑|不需要)(?:设|有|安排)?{_level(level)}", 0),
    )


def _levels(match: re.Match[str]) -> tuple[Fraction, ...]:
    """The numbers of addresses that a list of formats names."""
    text = patterns.sub(r"[二三两四2-4]\s*[种类]", "", match[0])
    return tuple(Fraction(level) for level, signs in _SIGNS.items() if patterns.search(signs, text))


def _gathered(facts: Facts) -> Facts:
    """The counts by number of addresses as one list of pairs.

    Raises:
        StayOut: a level has two counts.
    """
    counts = {level: Fraction(facts[f"c{level}"]) for level in range(5) if f"c{level}" in facts}
    listed = facts.get("listed", ())
    for level, count in zip(listed[::2], listed[1::2], strict=True):
        if counts.setdefault(int(level), count) != count:
            stay_out("two counts")
    found: Facts = {"counts": tuple(Fraction(one) for level in sorted(counts) for one in (level, counts[level]))}
    registers = int(facts.get("registers", 0))
    if "in_registers" in facts and registers > 1 and registers & (registers - 1) == 0:
        found["address"] = Fraction(registers.bit_length() - 1)
    return found


def _listed(match: re.Match[str]) -> tuple[int, ...]:
    """Levels in one list, their counts in another, or one count for all."""
    levels = [
        next(level for level, signs in _SIGNS.items() if patterns.fullmatch(signs, one))
        for one in patterns.findall(r"[四三二两双一单零无0-4](?=\s*地址)", match["levels"])
    ]
    counts = [to_int(one) for one in patterns.findall(INTEGER, match["counts"])]
    if len(counts) == 1 and patterns.search("均|都", match[0]):
        counts *= len(levels)
    if len(counts) != len(levels):
        stay_out("lists of different lengths")
    return tuple(one for pair in zip(levels, counts, strict=True) for one in pair)


def _shortest(address: Fraction, counts: Sequence[Fraction]) -> Fraction | None:
    """The fewest bits of an instruction whose codes suffice for all levels."""
    top = max(_mapping(counts), default=0)
    return next((Fraction(word) for word in range(top * int(address) + 1, 65) if _fits(Fraction(word), address, counts)), None)


def _mapping(counts: Sequence[Fraction]) -> dict[int, int]:
    return {int(level): int(count) for level, count in zip(counts[::2], counts[1::2], strict=True)}


def _available(word: int, address: int, counts: Mapping[int, int], level: int) -> int | None:
    """The codes of a level after all levels above took theirs; None where that is not said or does not fit."""
    top = max([level, *counts])
    if word - top * address < 1 or any(above not in counts for above in range(level + 1, top + 1)):
        return None
    codes = 1 << (word - top * address)
    for above in range(top, level, -1):
        codes = (codes - counts[above]) << address
        if codes < 0:
            return None
    return codes


def _reserved(address: int, counts: Mapping[int, int], level: int) -> int | None:
    """The codes of a level that the levels below need as prefixes."""
    below = [lower for lower in counts if lower < level]
    if below and any(lower not in counts for lower in range(min(below), level)):
        return None
    needed = 0
    for lower in range(min(below, default=level), level):
        needed = -(-(counts[lower] + needed) // (1 << address))
    return needed


def _most(level: int) -> Callable[..., Fraction | None]:
    def most(word: Fraction, address: Fraction, counts: Sequence[Fraction]) -> Fraction | None:
        known = {lower: count for lower, count in _mapping(counts).items() if lower != level}
        if not 1 <= address <= 24 or word > 64:
            return None
        codes, needed = _available(int(word), int(address), known, level), _reserved(int(address), known, level)
        if codes is None or needed is None or codes - needed < 1:
            return None
        return Fraction(codes - needed)

    return most


def _fits(word: Fraction, address: Fraction, counts: Sequence[Fraction]) -> int | None:
    known = _mapping(counts)
    levels = range(min(known, default=0), max(known, default=0) + 1)
    if len(known) < 2 or any(level not in known for level in levels):
        return None
    codes = 1 << max(int(word) - max(known) * int(address), 0)
    for level in reversed(levels):
        codes -= known[level]
        if codes < 0:
            return 0
        codes <<= int(address)
    return 1


def _in_bytes(address: Fraction, counts: Sequence[Fraction], _: Fraction) -> Fraction | None:
    shortest = _shortest(address, counts)
    return None if shortest is None else Fraction(-(-shortest // 8) * 8)


def _all_filled(word: Fraction, address: Fraction, formats: Sequence[Fraction], filled: Sequence[Fraction]) -> Fraction | None:
    """All instructions where each format but the last keeps one code for the next."""
    levels = sorted(map(int, formats), reverse=True)
    if len(levels) < 2 or levels != list(range(levels[0], levels[-1] - 1, -1)):
        return None
    if sorted(map(int, filled), reverse=True) not in (levels, levels[:-1]) or word <= levels[0] * address:
        return None
    codes, total = 1 << int(word - levels[0] * address), 0
    for _ in levels[:-1]:
        total, codes = total + codes - 1, 1 << int(address)
    return Fraction(total + codes)


def _used(counts: Sequence[Fraction]) -> Fraction:
    return sum(counts[1::2], Fraction(0))


def _every_format_told(facts: Facts) -> None:
    counts = _mapping(facts.get("counts", ()))
    if "formats" in facts and "filled" not in facts and max(facts["formats"]) > max(counts, default=0):
        stay_out("a format without a count")
    if "filled" in facts and counts:
        stay_out("formats that are filled, and a count")


def _wanted(match: re.Match[str]) -> str:
    """All that is to be designed; a level between two that are named, and not named itself, has no instructions."""
    named = [level for level in range(4) if patterns.search(_level(level), match["what"])]
    absent = [level for level in range(min(named), max(named)) if level not in named] if named else []
    return f"能否实现,设计{match['what']}{''.join(f',没有{_NAMES[level]}指令' for level in absent)}"


def _said_plainly(text: str) -> str:
    """`二地址指令有 K2 条，当 K2=12 时` with the numbers written in; that the working is wanted, too, is no question of its own."""
    text = patterns.sub(r"(字长\s*\d+\s*位)(?=地址(?:码)?\s*\d)", r"\1,", text)
    # "剩下全给零地址的话最多几条": what is asked for stands apart from its name.
    text = patterns.sub(
        rf"(?:剩下|剩余|其余|余下)(?:的)?(?:编码)?(?:全|都|均|全部)*(?:做|作|给|留给|用作)(?P<level>{_ANY_LEVEL})(?:指令)?(?:的话)?(?:\((?:不要|没有|不设)[^()]{{1,8}}\))?[,]?(?:那)?(?=最多(?:多少|几)条)",
        r"\g<level>",
        text,
    )
    text = patterns.sub(r"(?<=\d)(\s*位)(?:的)?单字长(?:的)?(?=指令)", r"\1", text)
    # "能否设计出 4 条……和 8 条……?": what is to be possible comes first.
    text = patterns.sub(
        r"(?:问|试问)?(?:还)?(?:能否|能不能|是否(?:能|可以)|可否|可不可以)(?:用[^,;。?]{0,10})?(?:同时|再)?(?:设计|安排|实现|定义|容纳|编码?|有|支持)(?:出|下)?(?P<what>[^;。?]*\d+\s*条[^;。?]*)",
        _wanted,
        text,
    )
    text = patterns.sub(r"(?<![A-Za-z])[A-Z]\d?\s*=\s*(?=\d+\s*条)", "", text)
    for name, value in patterns.findall(r"(?<![A-Za-z])([A-Za-z]\d?)\s*=\s*(\d+)(?![\d.])", text):
        if patterns.search(rf"(?<![A-Za-z]){name}\s*条", text):
            text = patterns.sub(rf"(?:当|若|如果|设|假设)?\s*(?<![A-Za-z]){name}\s*=\s*{value}(?:[、,和]|时)*", "", text)
            text = patterns.sub(rf"(?<![A-Za-z]){name}(?=\s*条)", value, text)
    # That no whole number of bytes is wanted changes nothing, but then the unit of an address does not either.
    text, told = patterns.compiled(
        r"\(?(?:不|无需|没有|并不)(?:要求|必|需要?|限制|限)?(?:是|为)?(?:8|字节|8位)(?:的)?(?:整)?(?:数)?倍(?:数)?\)?"
    ).subn("", text)
    if told:
        text = patterns.sub(r"(?:机器|均|都)*(?:按|以)字节(?:为单位)?编址[,。;]?", "", text)
    return patterns.sub(
        r"(?:指令)?(?:可?分为?|有|包括)(?:(?:[无零单双三一二]|两)操作数(?:指令)?[、,和与及]*){2,4}(?:[二三四两]\s*[类种](?:指令)?|等)",
        "",
        text,
    )


def _length_of_opcode(level: int) -> Callable[[Fraction, Fraction], Fraction | None]:
    return lambda word, address: word - level * address if word > level * address else None


EXPANDING = Topic(
    name="expanding opcode",
    about=r"地址|操作数",
    guard=r"操作码(?:字段)?(?:的)?(?:长度|位数)?(?:是|为)?固定(?!长度的指令)|变长指令|立即数|哈夫曼|霍夫曼|概率|频度|偏移|寻址(?!方式)|单字长|双字长|预留|保留(?!\d|[一二两三四]位)|定长操作码|固定长度(?:的)?操作码|存储单元|至少有|不同时|半字长|字段剩|形式地址|改为|变成|换成|反过来(?!求)"
    # The most of one level while another has its most: each would be answered for itself.
    r"|(?:最多|至多|最大)[^。]*(?:多少|几)[^。]*(?:此时|这时|这种情况下|在此(?:基础|条件|前提)[上下])[^。]*(?:最多|至多|最大|多少|几)",
    refuse=r"另外(?!问)|寄存器|寻址",
    prepared=_said_plainly,
    told=(
        Told("bytes", r"(?:且|并且)?(?:指令)?(?:字长|长度)?(?:必须|必|要求|应|需)?(?:是|为)?(?:字节|8(?:位)?)(?:的)?(?:整数)?倍(?:数)?", 1),
        Told("bytes", r"(?:机器|均|都)*(?:按|以)字节(?:为单位)?编址", 1),
        Told("registers", rf"(?P<value>{INTEGER})\s*个(?:通用)?寄存器", whole),
        Told(
            "in_registers",
            r"(?:每个)?操作数(?:地址)?(?:都|均|全|全部)*(?:在|为|用|是|存放在|来自|采用)(?:通用)?寄存器(?:中|里|内)?|(?:全|都|均)?(?:采用|用)?寄存器(?:直接)?寻址(?:方式)?",
            1,
        ),
        Told("filled", rf"(?:若|如果|当|假设|设)?(?:{_LEVEL_LIST}){_AS_MANY}", _levels),
        Told(
            "address",
            r"(?:带|含|有)?(?:[两二三](?:个)?|(?:各|每个)\s*)?(?P<value>\d{1,2})\s*位(?:的)?地址(?:码)?(?!指令|线|空间)|\((?:地址)?各\s*(?P<other>\d{1,2})\s*位\)",
            whole,
        ),
        Told(
            "formats",
            rf"(?:指令)?(?:格式|类型)?(?:支持|有|采用|包含|具有|只有|含|分为|分成|分)*(?:(?:{_ANY_LEVEL})(?:指令)?[、,和及与]+){{1,3}}(?:{_ANY_LEVEL})(?:指令)?(?:共)?(?:[二两三四234]\s*[种类](?:指令)?(?:格式|类型)?)"
            rf"|(?:支持|有|采用|包含|具有|只有|含|分为)*(?:(?:{'|'.join(_SIGNS[level] for level in (3, 2, 1, 0))})\s*(?:地址)?[、,和及与]+){{1,3}}(?:{'|'.join(_SIGNS[level] for level in (3, 2, 1, 0))})\s*地址(?:指令)?(?:共)?(?:[二两三四234]\s*[种类](?:指令)?(?:格式|类型)?|(?:指令)?(?:格式|类型))(?:的指令)?",
            _levels,
        ),
        Told(
            "listed",
            rf"(?P<levels>(?:[四三二一零]\s*地址(?:指令)?[、,和与及]+)+[四三二一零]\s*地址)(?:指令)?(?:的)?(?:条数|数目)?(?:分别|各|均|都)+(?:为|是|有)*\s*(?P<counts>{INTEGER}(?:\s*[、,和与]\s*{INTEGER})*)\s*条?",
            _listed,
        ),
        *(told for level in (4, 3, 2, 1, 0) for told in _counts_told(level)),
    ),
    passed=(
        r"(?:采用)?操作码(?:的)?(?:长度|位数)随(?:着)?地址(?:码)?(?:的)?(?:个)?数(?:目)?(?:的)?减少而增加(?:的)?(?:方案|方法|方式)?|操作码(?:字段)?(?:的)?基本(?:长度|位数)(?:为|是)?\s*\d+\s*位|还(?=\ue000|要求)",
        r"操作码(?:的)?(?:长度|位数)?(?:不固定|可变|不定长)(?:时|的话|情况下)?",
        *_REST,
        r"剩下(?:的)?(?:全|都|全部)?(?:留给|给|做|用作|分给|作)?|机器字长(?:、|和|与|及)|[A-Z]\s*=\s*(?=\d)|二地址最多多少条这种反过来求的不会",
    ),
    roles=(
        Role(
            name="word",
            quantity=BITS,
            read=to_count,
            before=r"指令(?:系统)?(?:的)?(?:字)?(?:的)?(?:长度?|字长)?(?:固定|都|均|为)*|指令字|字长|定长|机器字长",
            after=r"(?:字?长)?(?:的)?(?:固定|定长)?(?:长度)?(?:的)?(?:指令|机器|字长)|定长",
        ),
        Role(
            name="address",
            quantity=BITS,
            read=to_count,
            before=r"(?:操作数)?(?:的)?地址(?:码字段|码|字段|域|段|部分)?(?:的)?(?:长度|字段|位数)*(?:均|都|各)?|操作数(?:字段)?|每个地址(?:码|字段)*",
            after=r"(?:的)?(?:操作数)?地址(?:码|字段)",
        ),
    ),
    asks=(
        *(
            (rf"{_level(level)}(?:的)?操作码(?:字段)?(?:的)?(?:长度|位数)?(?:应|需|占|为|是|有)*(?:多少|几)位", f"o{level}")
            for level in (4, 3, 2, 1, 0)
        ),
        *(
            (
                rf"{_level(level)}{_MOST}(?:多少|几)(?:条|种|个)?(?:指令)?|(?:最多|至多|还能|能|可以?)(?:有|设计|安排|设|做|定义|容纳)?(?:多少|几)条{_level(level)}|{_level(level)}(?:指令)?(?:最多|至多)(?:还)?(?:能|可以?)?有?(?=\s*条|\s*$)|{_level(level)}(?:指令)?(?:的)?(?:最大|最多)(?:条)?数",
                f"m{level}",
            )
            for level in (4, 3, 2, 1, 0)
        ),
        (
            r"(?:满足要求的)?(?:最短|最小|最少)(?:的)?指令(?:字)?(?:长度?|字长)(?:是|为|要|应)?(?:多少|几)?(?:位)?(?:\(不要求字节(?:的)?整数倍\))?"
            r"|(?:则)?(?:该|此)?(?:指令系统)?(?:的)?指令(?:字)?(?:长度?|字长)(?:至少|最少|最短)(?:应该|应|要|为|是|需要)*(?:多少|几)?(?:位)?",
            "shortest",
        ),
        (
            r"(?:问|判断)?(?:能否|能不能|是否|可否)(?:用扩展操作码)?(?:设计(?:得?出)?|实现)(?:吗|么)?(?!的话)\ue000*|(?:设计(?:得?出)?|实现)(?:吗|么)|实现(?=[?。])|(?:是否)?(?:做得?到|能行|行得通|装得下|放得下|可行|够用|装得开)(?:吗|么)?(?!的话)",
            "possible",
        ),
        (
            r"(?:总共|一共|共|合计)(?:有|可|能)*(?:多少|几)条(?:指令)?|(?:(?:该|此|这台)?(?:机器|指令系统|计算机)?(?:最多|至多|总共|一共|共)(?:可以?|能|能够)*(?:定义|设计|有|安排|支持)*(?:的)?(?:不同(?:的)?)?)?指令(?:的)?总(?:条)?数(?:目)?(?:最多)?(?:为|是|有)?(?:多少)?(?:条)?",
            "total",
        ),
    ),
    laws=(
        Law("shortest", ("address", "counts", "bytes"), _in_bytes, "字长自小到大，第一个各级编码都够用的，取字节的整数倍"),
        Law("shortest", ("address", "counts"), _shortest, "字长自小到大，第一个各级编码都够用的"),
        Law("possible", ("word", "address", "counts"), _fits, "自上而下，每一级的编码够用才行"),
        *(
            Law(
                f"m{level}",
                ("word", "address", "counts"),
                _most(level),
                "上一级没有用到的编码作前缀，每个前缀扩展出 2 的地址位数次方个编码",
            )
            for level in (4, 3, 2, 1, 0)
        ),
        *(Law(f"o{level}", ("word", "address"), _length_of_opcode(level), "操作码的位数为字长减去各地址码") for level in (4, 3, 2, 1, 0)),
        Law("total", ("counts", "whole"), lambda counts, _: _used(counts)),
        Law("total", ("word", "address", "formats", "filled"), _all_filled, "每种格式只留一个编码作扩展标志，最后一种用完"),
    ),
    shown={
        "word": Quantity("指令字长", counted("位")),
        "address": Quantity("地址码", counted("位")),
        **{f"c{level}": Quantity(name + "指令", counted("条")) for level, name in _NAMES.items()},
        **{
            f"m{level}": Quantity(name + "指令最多", counted("条"), lambda value: (f"{value}", f"{value} 种", f"{value / 1024}K"))
            for level, name in _NAMES.items()
        },
        **{f"o{level}": Quantity(name + "指令的操作码", counted("位")) for level, name in _NAMES.items()},
        "formats": Quantity("格式", lambda levels: "、".join(_NAMES[int(level)] for level in levels)),
        "bytes": Quantity("指令字长", lambda _: "字节的整数倍"),
        "shortest": Quantity("指令字长至少", counted("位"), lambda value: (f"{value}",)),
        "possible": Quantity("", lambda value: "可以" if value else "不可以"),
        "total": Quantity("共", counted("条")),
    },
    marks=(),
    combine=_gathered,
    words=""" 指令 指令系统 指令格式 指令集 格式 定长 固定 长度 指令字长 指令字 字长 机器字长 扩展操作码 操作码 扩展 可扩展 操作码可扩展 技术 编码 设计 已 已经 安排 已安排 支持 地址码 地址 地址字段 地址码字段 字段 操作数 操作数字段 条 种 最多 至多 还 能 有 剩下 留给 其余 全部 用完 基础上 不留 兄弟们 问 此时 的话 可以 到 指令数 三种 各 某机 机 位字长 采用扩展操作码 每个操作数的地址 每个操作数 二地址 一地址 三地址 零地址 那块 设 装 题 哎 反过来求""",
    missing=(
        (Missing("word", "指令字长是多少位？", "指令字长 {} 位"), Fraction(32)),
        (Missing("address", "每个地址码占几位？", "每个地址码占 {} 位"), Fraction(4)),
    ),
    idle=frozenset({"listed", "formats", "registers", "in_registers", "c0", "c1", "c2", "c3", "c4"}),
    conventions=("上一级没有用到的编码都作扩展的前缀，其余地址数的指令按没有计算",),
    check=_every_format_told,
)


def asked_of_one_level(scene: Mapping[str, Any]) -> tuple[int, int, dict[int, int], int] | None:
    """(bits of an instruction, bits of an address, instructions of each level, the level) where the most of one level is all that is asked."""
    facts = {name: restored(value) for name, value in scene["facts"].items()}
    facts = _gathered(facts) | facts
    asked = [int(name[1]) for name in scene["asked"] if patterns.fullmatch("m[0-4]", name)]
    if len(asked) != 1 or len(scene["asked"]) > 1 or not {"word", "address"} <= set(facts):
        return None
    counts = {level: count for level, count in _mapping(facts["counts"]).items() if level != asked[0]}
    return int(facts["word"]), int(facts["address"]), counts, asked[0]


def _frequencies(match: re.Match[str]) -> tuple[Fraction, ...]:
    values = tuple(Fraction(number) / (100 if "%" in match["list"] else 1) for number in patterns.findall(r"\d*\.?\d+", match["list"]))
    return values if sum(values) == 1 else stay_out("frequencies")


def _huffman(values: Sequence[Fraction]) -> Fraction:
    """The mean length of the shortest prefix code: each merging adds one bit to all below it."""
    heap = list(values)
    heapq.heapify(heap)
    mean = Fraction(0)
    while len(heap) > 1:
        merged = heapq.heappop(heap) + heapq.heappop(heap)
        mean += merged
        heapq.heappush(heap, merged)
    return mean


FREQUENCY_CODE = Topic(
    name="opcodes by frequency",
    about=r"哈夫曼|霍夫曼|Huffman|频度|频率",
    guard=r"扩展编码|2-4|1-2-3|等长扩展|CPI|主频|电文|字符",
    told=(
        Told(
            "frequencies",
            r"(?:频度|频率|概率)(?:分别|依次|各|为|是|:|\s)*(?P<list>(?:0?\.\d+|\d+(?:\.\d+)?%)(?:[\s、,;和]+(?:0?\.\d+|\d+(?:\.\d+)?%)){2,})",
            _frequencies,
        ),
        Told("count", rf"(?P<value>{INTEGER})\s*(?:条|种)(?:指令|操作码)?", whole),
    ),
    passed=(r"(?:若|如果)?(?:采用|按|用)?(?:哈夫曼|霍夫曼|Huffman)(?:编码|思想|树|法|方法|算法)*(?:编码|对)?(?:操作码)?",),
    asks=(
        (r"(?:操作码)?(?:的)?平均(?:操作码)?(?:的)?(?:码)?(?:长度?|码长)(?:是|为)?(?:多少)?(?:位)?", "mean"),
        (r"(?:定长|等长|固定长度)(?:编码|操作码)?(?:需要?|要|时)*(?:多少|几)位", "fixed"),
    ),
    laws=(
        Law("mean", ("frequencies",), _huffman, "哈夫曼编码的平均码长为每次合并的频度之和"),
        Law("fixed", ("frequencies",), lambda values: Fraction((len(values) - 1).bit_length()), "定长编码的位数为条数的对数（向上取整）"),
    ),
    shown={
        "frequencies": Quantity("频度", lambda values: "、".join(decimal(value, 4) for value in values)),
        "mean": Quantity("平均码长", counted("位"), lambda value: (about(value),)),
        "fixed": Quantity("定长", counted("位")),
    },
    words=" 操作码 编码 使用频度 使用频率 频度 指令 长度 平均 思想 使用 出现",
    idle=frozenset({"count"}),
    check=lambda facts: stay_out("count") if "count" in facts and facts["count"] != len(facts.get("frequencies", ())) else None,
)

TOPICS = (EXPANDING, FORMAT, FREQUENCY_CODE)
