"""Fixed formats of instructions: how many bits are left for an address, an offset or an opcode, and how far they reach."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.laws.clauses import BITS, SIZE, to_bytes
from engine.generators.laws.topic import Facts, Law, Quantity, Told, Topic, counted, whole
from engine.generators.reading import INTEGER, stay_out, to_count, to_int

_MODE = r"(?:立即数?|直接|间接|相对|变址|基址|寄存器(?:直接|间接)?|隐含|堆栈)"
_REGISTER = r"(?:通用)?(?:寄存器)(?:编号|地址|字段|号|操作数|码)*"
_ADDRESS = r"(?:直接寻址(?:的)?)?(?:主存|存储器|内存)(?:的)?(?:地址|单元)(?:码|字段)?"


def _bits(value: Fraction) -> Fraction:
    """How many bits tell so many things apart."""
    return Fraction((int(value) - 1).bit_length()) if value > 1 else stay_out("one of a kind")


def _named(match: re.Match[str]) -> int:
    """How many addressing modes a list names; its own number must agree."""
    names = len(patterns.findall(_MODE, match["list"]))
    if match["n"] and to_int(match["n"]) != names:
        stay_out("another number of modes")
    return names


def _fields(text: str) -> tuple[Fraction, ...]:
    """Registers and memory addresses of one format."""
    number = rf"(?P<n>{INTEGER})\s*个"
    registers = sum(to_int(found["n"]) for found in patterns.finditer(number + _REGISTER, text))
    addresses = sum(to_int(found["n"]) for found in patterns.finditer(number + _ADDRESS, text))
    if not registers and not addresses:
        stay_out(f"fields: {text}")
    return Fraction(registers), Fraction(addresses)


_FIELDS = rf"(?:{INTEGER}\s*个(?:{_REGISTER}|{_ADDRESS})[、,和与及+加]*)+"
_RR, _RM = r"(?:R\s*[-/~→]?\s*R|寄存器\s*[-/~]\s*寄存器)", r"(?:R\s*[-/~→]?\s*[MS]|寄存器\s*[-/~]\s*(?:存储器|主存))"


def _kind(name: str, sign: str) -> tuple[Told, ...]:
    """A format by its name: its fields and how many instructions it has."""
    return (
        Told(
            name,
            rf"{sign}\s*(?:型|类)?(?:的)?(?:指令)?\(?(?:中)?(?:含|包含|有|由|为|是|包括|:)*(?P<value>{_FIELDS})(?:组成|构成)?\)?",
            lambda match: _fields(match["value"]),
        ),
        Told(f"{name}_count", rf"{sign}\s*(?:型|类)?(?:的)?(?:指令)?(?:\ue000)*(?:共)?(?:有|为|占|已)+\s*(?P<value>\d+)\s*条", whole),
        Told(f"{name}_count", r"(?<=\ue000)(?:共)?(?:有|为|占)\s*(?P<value>\d+)\s*条" if name == "memory_format" else r"(?!)", whole),
    )


def _after_registers(facts: Facts) -> Facts:
    """The bits of the formats that are told by their fields."""
    bits = facts.get("register_bits") or (_bits(facts["registers"]) if facts.get("registers", 0) > 1 else None)
    address = facts.get("address_bits") or (
        _bits(Fraction(facts["memory"])) if facts.get("memory", 0) > 1 and facts.get("bytewise") else None
    )
    found: Facts = {}
    for name in ("register_format", "memory_format"):
        if name in facts:
            registers, addresses = facts[name]
            if (registers and bits is None) or (addresses and address is None):
                continue
            found[f"{name}_bits"] = Fraction(registers * (bits or 0) + addresses * (address or 0))
    if facts.get("slots") and bits is not None:
        found["slot_bits"] = Fraction(len(facts["slots"]) * bits)
    if "counted" in facts:
        found["operation_bits"] = _bits(Fraction(facts["counted"]))
    if "modes" in facts:
        found["mode_bits"] = _bits(Fraction(facts["modes"]))
    return found


ADDRESSING = Topic(
    name="reach of an instruction",
    about=r"指令",
    guard=r"扩展操作码(?!\w)|[零一二三]地址指令\s*\d|变长|双字长|哈夫曼|流水|Cache|PC|转移|跳转|CPI|改为|改成|若改|位移量\s*D\b|EA|有效地址",
    refuse=r"至多|还需|另外|未用|保留",
    told=(
        Told(
            "operation",
            rf"操作码(?:字段)?(?:\((?:含|包括|包含)寻址(?:方式|特征)(?:位|字段)?\))?(?:占|为|是|有|固定|长度)*\s*(?P<value>{INTEGER})\s*位|(?P<other>{INTEGER})\s*位(?:的)?操作码(?:字段)?(?:\((?:含|包括|包含)寻址(?:方式|特征)(?:位|字段)?\))?",
            whole,
        ),
        Told(
            "mode_field",
            rf"寻址(?:方式|特征)(?:字段|位|码)?(?:占|为|是|有)+\s*(?P<value>{INTEGER})\s*位|(?P<other>{INTEGER})\s*位(?:的)?寻址(?:方式|特征)(?:字段|位|码)?",
            whole,
        ),
        Told(
            "rest_told",
            rf"(?:剩余|其余|剩下|余下)(?:的)?\s*(?P<value>{INTEGER})\s*位(?:作|为|是|做|用作|用于)*(?:立即数|偏移量|位移量|形式地址)(?:字段)?(?:\(补码\))?",
            whole,
        ),
        *_kind("register_format", _RR),
        *_kind("memory_format", _RM),
        Told(
            "field_bits",
            rf"(?P<n>{INTEGER})\s*个(?:通用)?寄存器(?:操作数|地址)?(?:字段|号|编号|码)?(?:各|均|都)(?:占|为)?\s*(?P<bits>{INTEGER})\s*位",
            lambda match: to_int(match["n"]) * to_int(match["bits"]),
        ),
        Told("register_bits", rf"{_REGISTER}(?:占|为|是|有|各|均|都)*\s*(?P<value>{INTEGER})\s*位", whole),
        Told("address_bits", rf"(?:主存|存储器|内存)地址(?:码|字段)?(?:占|为|是|有|各|均|都)*\s*(?P<value>{INTEGER})\s*位", whole),
        Told(
            "counted",
            r"(?:指令系统|指令集|机器|系统)?(?:共|中)?(?:有|包含|含|设有|定义了?)*\s*(?P<value>\d+)\s*(?:条|种)(?:不同的?)?(?:机器)?(?:指令|操作)(?!中)",
            whole,
        ),
        Told(
            "addresses",
            r"(?:若|如果)?(?:采用|用|为|是|改用)*(?P<value>单|一|二|两|三)地址(?:指令)?(?:格式|码)?(?:时|的话)?(?:\((?:两|三)个地址(?:码)?等长\))?",
            lambda match: {"单": 1, "一": 1, "二": 2, "两": 2, "三": 3}[match["value"]],
        ),
        Told(
            "slots",
            rf"(?P<value>{INTEGER})\s*个寄存器(?:操作数|地址)?(?:字段|码|号)",
            lambda match: tuple(1 for _ in range(to_int(match["value"]))),
            several=True,
        ),
        Told(
            "slots",
            r"(?:除)?(?:操作码[、,])?寄存器(?:字段)?(?:和|与|、)寻址方式(?:字段|位)?(?:之外|以外|外)",
            lambda match: (1,),
            several=True,
        ),
        Told(
            "slots",
            r"(?:源|目的)?操作数(?:和|、)?(?:采用|使用|用|为|是)?寄存器(?:直接)?(?:寻址)?(?:方式)?(?=[,;。、和与])",
            lambda match: (1,),
            several=True,
        ),
        Told(
            "slots",
            r"(?:若)?(?:基址|变址)寄存器(?:可以?|能)?(?:使用|采用|是|用|为)*(?:任意?|任何|任一|任意一)(?:个)?(?:通用)?寄存器",
            lambda match: (1,),
            several=True,
        ),
        # After the operands' own modes, which are no list of what the machine offers.
        Told(
            "modes",
            rf"(?:允许|支持|采用|有|具有|可采用|提供)*(?P<list>{_MODE}(?:(?:寻址)?[、,和及与]+{_MODE}){{1,6}})(?:寻址)?(?:等)?(?:共)?(?P<n>{INTEGER})?\s*(?:种)?(?:寻址(?:方式)?|方式)",
            _named,
        ),
        Told("modes", rf"(?:共)?(?:支持|采用|有|具有|可采用|提供|设有)?\s*(?P<value>{INTEGER})\s*种(?:不同的?)?(?:操作数)?寻址方式", whole),
        Told(
            "registers",
            rf"(?:共|设|具)?(?:有)?\s*(?P<value>{INTEGER})\s*个(?:\d+位)?(?:的)?(?:通用)?寄存器(?!字段|地址|操作数|号|编号)|(?:通用)?寄存器(?:共)?(?:有)?\s*(?P<other>{INTEGER})\s*个",
            whole,
        ),
    ),
    passed=(
        r"(?:操作码|寻址方式)(?:位数|字段|长度)?(?:和|与|及)(?:寻址方式|操作码)(?:位数|字段|长度)?(?:均|都)?(?:固定|不变)|(?:采用)?(?:定长|固定长度|固定)(?:的)?操作码",
        r"(?<![A-Za-z])(?:Store|Load)(?:型|类)?指令(?:的|中)?|(?:源|目的)操作数(?:采用|使用|用|为|是)*(?:基址|变址)(?:寻址)?(?:方式)?|(?:在)?(?:单|一)地址(?:指令|格式)(?:格式)?(?:中|下|里)?",
        r"(?:且|并且)?(?:形式地址|偏移量?|位移量|立即数)(?:用|采用|以|为|是)*(?:补码|带符号数)(?:表示)?|(?:由)?(?:R[MS]|R-M)型(?:的)?剩余(?:的)?(?:操作码)?(?:编码)?扩展(?:而来|而成)?|(?:其余|剩余|剩下)(?:的)?(?:操作码)?(?:编码)?(?:全|都|全部)*(?:给|留给|分给|用于|扩展为|扩展成)(?=\s*(?:R|寄存器))|指令(?:有|分为?|包括)(?:两|二|2)种(?:类型|格式)(?:指令)?",
        r"(?:按|以)字节(?:编址|寻址)|(?:剩下|其余|余下|剩余)(?:的)?(?:位)?(?:作|为|是|做)*形式地址(?=,)|(?:单|双)操作数指令(?=,)|能完成",
    ),
    roles=(
        Role(
            name="word",
            quantity=BITS,
            read=to_count,
            before=r"指令(?:系统)?(?:的)?(?:字)?(?:长度?|字长)?(?:固定|都|均|为)*|指令字|字长|定长|机器字长",
            after=r"(?:字?长)?(?:的)?(?:固定|定长)?(?:长度)?(?:的)?(?:单字长)?(?:指令|机器|字长)|定长",
        ),
        Role(name="memory", quantity=SIZE, read=to_bytes, before=r"(?:主存|内存|存储器)(?:地址空间|容量|空间|大小)*", alone=True),
    ),
    asks=(
        (
            r"(?:指令)?(?:中)?(?:的)?(?:立即数|偏移量?|位移量)(?:\(补码\))?(?:字段)?(?:的)?(?:取值|可取|表示|的)*范围(?:是|为)?(?:多少)?",
            "signed_range",
        ),
        (
            r"(?<!寄存器)直接寻址(?:方式)?(?:下|时)?(?:的)?(?:可)?(?:寻址|访问)?(?:的)?(?:地址)?范围(?:是|为)?(?:多少)?|(?:可)?(?<!寄存器)直接寻址(?:的)?范围(?:是|为)?(?:多少)?",
            "range",
        ),
        (
            r"(?:可)?(?:直接寻址|直接访问|寻址)(?:的)?(?:主存|存储器|内存)?(?:空间|单元)(?:最大|最多|有|是|为|数|个数)*(?:多少)?(?:个)?(?:单元)?",
            "units",
        ),
        (
            rf"{_RR}(?:型|类)?(?:的)?(?:指令)?(?:最多|至多)?(?:还)?(?:能|可以|可)?(?:有|设计|安排|定义|设)?(?:多少|几)条(?:指令)?",
            "register_most",
        ),
        (r"操作码(?:字段)?(?:最多|至多|至少|应|能|可以|可|需要?|要|占|为|是)*(?:多少|几)位|操作码(?:字段)?(?:的)?位数", "operation_most"),
        (
            r"(?:整个)?(?:指令系统|指令集)?(?:最多|至多)?(?:可以?|能)?(?:共)?(?:有|表示|设计|定义)(?:多少|几)(?:条|种)(?:不同的)?(?:指令|操作)?",
            "instructions",
        ),
        (
            r"(?:形式地址|地址码|地址|立即数|偏移量|位移量)(?:字段)?(?:的)?(?:位数|(?:占|有|是|为|长)*(?:多少|几)位)|(?:还)?剩(?:下|余)?(?:多少|几)位",
            "rest",
        ),
    ),
    laws=(
        Law("rest", ("rest_told",), lambda rest: rest),
        Law("opcode", ("operation",), lambda bits: bits),
        Law("opcode", ("operation_bits",), lambda bits: bits, "操作码位数为指令条数的对数（向上取整）"),
        Law("mode", ("mode_field",), lambda bits: bits),
        Law("mode", ("mode_bits",), lambda bits: bits, "寻址方式位数为寻址方式种数的对数（向上取整）"),
        Law("mode", ("mode_inside",), lambda _: Fraction(0)),
        Law("mode", ("no_mode",), lambda _: Fraction(0)),
        Law("slot", ("field_bits",), lambda bits: bits),
        Law("slot", ("slot_bits",), lambda bits: bits, "寄存器字段的位数为寄存器个数的对数"),
        Law("slot", ("single",), lambda _: Fraction(0)),
        Law(
            "rest",
            ("word", "opcode", "mode", "slot"),
            lambda word, opcode, mode, slot: word - opcode - mode - slot if word > opcode + mode + slot else None,
            "其余位数为字长减去操作码、寻址方式和寄存器字段",
        ),
        Law(
            "field",
            ("rest", "addresses"),
            lambda rest, addresses: Fraction(rest / addresses) if (rest / addresses).denominator == 1 else None,
            "各地址字段等长",
        ),
        Law("field", ("rest", "one_address"), lambda rest, _: rest),
        Law("range", ("field",), lambda rest: rest, "无符号数的范围从 0 到 2 的位数次方减 1"),
        Law("units", ("field",), lambda rest: Fraction(2 ** int(rest)), "可访问的单元数为 2 的地址位数次方"),
        Law("signed_range", ("field", "complement"), lambda rest, _: rest, "补码的范围从 −2 的（位数 − 1）次方到 2 的（位数 − 1）次方减 1"),
        Law(
            "operation_most",
            ("word", "register_format_bits", "memory_format_bits"),
            lambda word, one, other: word - max(one, other) if word > max(one, other) else None,
            "操作码定长，位数为字长减去最长的操作数字段",
        ),
        Law("operation_most", ("opcode", "unnamed"), lambda opcode, _: opcode),
        Law(
            "instructions",
            ("operation_most", "formats_named"),
            lambda bits, _: Fraction(2 ** int(bits)),
            "指令条数最多为 2 的操作码位数次方",
        ),
        Law(
            "register_most",
            ("word", "register_format_bits", "memory_format_bits", "memory_format_count"),
            lambda word, one, other, count: (
                (2 ** int(word - other) - count) * 2 ** int(other - one) if word > other > one and 2 ** int(word - other) > count else None
            ),
            "没有用到的操作码作前缀，每个前缀按少出来的操作数位数扩展",
        ),
    ),
    marks=(
        ("no_mode", r"^(?![\s\S]*(?:种寻址|寻址方式(?:位|字段|特征|码|和|与)|寻址特征))"),
        ("one_address", r"^(?![\s\S]*[二两三]\s*(?:个)?地址)"),
        ("single", r"^(?![\s\S]*寄存器)"),
        ("mode_inside", r"(?:含|包括|包含)寻址"),
        ("complement", r"补码|带符号"),
        ("bytewise", r"字节编址"),
        ("unnamed", rf"^(?![\s\S]*(?:{_RR}|{_RM}))"),
        ("formats_named", rf"{_RR}[\s\S]*{_RM}|{_RM}[\s\S]*{_RR}"),
    ),
    combine=_after_registers,
    shown={
        "word": Quantity("指令字长", counted("位")),
        "counted": Quantity("指令", counted("条")),
        "modes": Quantity("寻址方式", counted("种")),
        "operation": Quantity("操作码", counted("位")),
        "operation_bits": Quantity("操作码", counted("位")),
        "opcode": Quantity("操作码", counted("位")),
        "mode": Quantity("寻址方式", counted("位")),
        "mode_field": Quantity("寻址方式", counted("位")),
        "registers": Quantity("寄存器", counted("个")),
        "field_bits": Quantity("寄存器字段共", counted("位")),
        "register_bits": Quantity("寄存器编号", counted("位")),
        "address_bits": Quantity("主存地址", counted("位")),
        "slot": Quantity("寄存器字段", counted("位")),
        "register_format_bits": Quantity("R-R 型的操作数", counted("位")),
        "memory_format_bits": Quantity("R-M 型的操作数", counted("位")),
        "memory_format_count": Quantity("R-M 型指令", counted("条")),
        "rest_told": Quantity("其余", counted("位")),
        "rest": Quantity("地址字段", counted("位")),
        "units": Quantity("可访问", counted("个单元"), lambda value: (f"2^{int(value).bit_length() - 1} 个单元", f"{value}")),
        "range": Quantity("寻址范围", lambda bits: f"0～{2 ** int(bits) - 1}", lambda bits: (f"0~{2 ** int(bits) - 1}", f"0~2^{bits}-1")),
        "signed_range": Quantity(
            "取值范围",
            lambda bits: f"-{2 ** (int(bits) - 1)}～{2 ** (int(bits) - 1) - 1}",
            lambda bits: (
                f"-{2 ** (int(bits) - 1)}~+{2 ** (int(bits) - 1) - 1}",
                f"-{2 ** (int(bits) - 1)}~{2 ** (int(bits) - 1) - 1}",
                f"-2^{bits - 1}~2^{bits - 1}-1",
            ),
        ),
        "operation_most": Quantity("操作码", counted("位"), lambda value: (f"{value}",)),
        "instructions": Quantity("最多", counted("条"), lambda value: (f"{value} 条指令", f"{value} 种", f"{value}")),
        "register_most": Quantity("R-R 型最多", counted("条"), lambda value: (f"{value}",)),
    },
    words=" 指令 指令格式 指令字 指令字格式 格式 指令系统 指令集 定长 固定 单字长 单字 操作码 寻址方式 寻址 直接 间接 立即 相对 寄存器 通用寄存器 基址 基址寄存器 偏移量 补码 源操作数 目的操作数 源 目的 操作数 字段 地址码 形式地址 主存 存储器 类型 型 条 种 最多 能 占 整个 范围 取值 单地址 一地址 设计 处理器 长度 定长指令字 表示 用",
    idle=frozenset(
        {
            "registers",
            "register_format",
            "memory_format",
            "slots",
            "memory",
            "register_bits",
            "address_bits",
            "counted",
            "operation",
            "field_bits",
            "modes",
            "addresses",
        }
    ),
)
