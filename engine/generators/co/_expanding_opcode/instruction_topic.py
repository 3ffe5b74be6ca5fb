"""Fixed instruction formats told field by field: how long each field is, how many operations, registers and addresses it can name."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import combinations

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.co._memory_chips.words import SHAPE, log, shape, show_shape
from engine.generators.laws.clauses import BITS, SIZE, to_bytes
from engine.generators.laws.topic import Facts, Law, Quantity, Told, Topic, counted, whole
from engine.generators.quantities import size
from engine.generators.reading import INTEGER, stay_out, to_count, to_int

_REGISTER = r"(?:通用)?寄存器(?:操作数|编号|地址|字段|号)*"
_FIELD = r"(?:地址码?|操作数|立即数|形式地址|地址)(?:字段|码|号)?"
_FEW = r"[一二两三123]"
_MODE = r"(?:立即数?|直接|间接|一次间接|相对|变址|基址|寄存器直接|寄存器间接|寄存器|隐含|堆栈)(?:寻址)?"
_TYPES = {"rr": r"(?:RR|R\s*-\s*R|寄存器\s*-\s*寄存器)型?", "rm": r"(?:RM|RS|R\s*-\s*M|R\s*-\s*S|寄存器\s*-\s*存储器|寄存器\s*-\s*主存)型?"}

_REACH = r"(?:寻址)?(?:方式)?(?:的)?(?:寻址|访问)?(?:的)?(?:最大)?范围(?:各|分别)?(?:应)?(?:是|为)?(?:多少)?"
_OF_BOTH = rf"(?:和|与|、|及)多次间址{_REACH}"


def _prepared(text: str) -> str:
    """Lists of addressing modes by their number, and the names of types in one spelling."""
    text = patterns.sub(
        rf"(?:允许)?(?:{_MODE}(?:[、,和及与/]|以及)*){{2,}}(?:等|共)*\s*(?P<n>{INTEGER})\s*种(?:寻址)?(?:方式)?", r"\g<n>种寻址方式", text
    )
    text = patterns.sub(
        r"(?P<type>RR|RM|RS|R-R|R-M|R-S)\s*(?:型)?(?:指令)?\s*\((?P<what>[^()]*(?:寄存器|地址)[^()]*)\)", r"\g<type>型指令含\g<what>,", text
    )
    return text


def _bits_for(number: Fraction) -> Fraction:
    """The bits that name one of so many."""
    return Fraction((int(number) - 1).bit_length())


def _power(bits: Fraction) -> Fraction | None:
    return Fraction(2 ** int(bits)) if bits.denominator == 1 and 0 < bits <= 40 else None


def _summed(*bits: Fraction) -> Fraction:
    return sum(bits, Fraction(0))


def _rest(word: Fraction, used: Fraction) -> Fraction | None:
    return word - used if word > used else None


def _sums(gives: str, parts: tuple[str, ...], always: tuple[str, ...] = ()) -> tuple[Law, ...]:
    """Laws that add up whichever of the parts are known, the most of them first."""
    return tuple(
        Law(gives, (*always, *chosen), _summed)
        for count in range(len(parts), -1, -1)
        for chosen in combinations(parts, count)
        if always or chosen
    )


def _type_told(name: str, pattern: str) -> Told:
    """`RR 型指令含两个寄存器字段`: how many registers, and whether an address of memory."""

    def read(match: re.Match[str]) -> tuple[int, int]:
        return to_int(match["n"].replace("两", "二")), 1 if match["m"] else 0

    return Told(
        name,
        rf"{pattern}(?:指令)?(?:格式)?(?:中)?(?:含有?|包含|有|为|是|,|:|各|由)*\s*(?P<n>{_FEW})\s*个\s*(?:\d+位)?{_REGISTER}(?:和|与|、|加|\+|及)?(?P<m>(?:{_FEW}\s*个)?(?:直接寻址的)?(?:主存|存储器|内存|存储单元)(?:单元)?(?:地址)?(?:字段|码)?)?(?:组成|构成)?",
        read,
    )


def _longest(word: Fraction, register: Fraction, memory: Fraction, rr: tuple[Fraction, ...], rm: tuple[Fraction, ...]) -> Fraction | None:
    """What the longer of two formats leaves for a fixed opcode."""
    if rr[1] or not rm[1]:
        return None
    return _rest(word, max(rr[0] * register, rm[0] * register + memory))


def _leftover(
    word: Fraction, register: Fraction, memory: Fraction, rr: tuple[Fraction, ...], rm: tuple[Fraction, ...], count: Fraction
) -> Fraction | None:
    """The instructions of two registers in the codes that those with memory leave over."""
    if rr[1] or not rm[1]:
        return None
    long, short = rm[0] * register + memory, rr[0] * register
    if long <= short or long >= word or count > 2 ** int(word - long):
        return None
    return Fraction((2 ** int(word - long) - count) * 2 ** int(long - short))


def _words(facts: Facts) -> Facts:
    """The instruction's length where the memory's word is said to be as long."""
    return {"word": facts["shape"][1]} if "shape" in facts and "as_word" in facts and "word" not in facts else {}


def _check(facts: Facts) -> None:
    if "opcode" in facts and "count" in facts and facts["count"] > 2 ** int(facts["opcode"]):
        stay_out("more instructions than codes")
    if ("rest" in facts and "address" not in facts) or ("code_bits" in facts and "opcode" not in facts):
        # What is left of a word is known only if every field is.
        if {"registers", "register_bits"} & set(facts) and not {"register_sum", "rr", "addresses"} & set(facts):
            stay_out("how many registers an instruction names")
        if {"mode_bits", "modes_told"} & set(facts) and "mode_total" not in facts:
            stay_out("the addressing modes")
        if {"rr", "rm"} & set(facts) and "memory_one" not in facts:
            stay_out("the fields of a type")


def _wide(group: str) -> str:
    """The pattern of how many bits something has, as a group of that name."""
    return rf"(?:各|均|都|为|占|有|是|用|每个|\(|:|=)*\s*(?P<{group}>{INTEGER})\s*位"


FORMAT = Topic(
    name="instruction format",
    about=r"操作码|指令字长|OP|指令",
    guard=r"扩展操作码|可扩展|最多.*[一二三零]地址|[一二三零]地址.*条.*条|哈夫曼|频度|概率|相对寻址|变址|间接|流水|CPI|存储器地址线|"
    + rf"间址(?!{_OF_BOTH}|{_REACH})|(?<!一次)(?<!多次)间址",
    prepared=_prepared,
    told=(
        Told("both_sides", r"源(?:操作数)?(?:和|与|、|及)目的?(?:操作数)?(?:的)?(?=(?:地址)?(?:寻址方式|寄存器))", 1),
        Told(
            "opcode",
            rf"(?:定长|固定)?(?:的)?(?:操作码\s*OP|OP|操作码)(?:字段)?(?:\((?:含|包括|包含)寻址(?:方式|特征)(?:位|字段)?\))?(?:的)?(?:长度|位数)?\(?(?:固定)?(?:占|为|是|有|取)*\s*(?P<value>{INTEGER})\s*位(?:定长操作码)?|(?P<other>{INTEGER})\s*位(?:定长|固定)?(?:的)?操作码",
            whole,
        ),
        _type_told("rr", _TYPES["rr"]),
        _type_told("rm", _TYPES["rm"]),
        Told("rm_count", rf"(?:{_TYPES['rm']}(?:指令)?|(?<=\ue000),)(?:已)?(?:有|用|设|共|定义)*\s*(?P<value>\d+)\s*条", whole),
        Told(
            "registers",
            r"(?<![\d.])(?P<value>\d+)\s*个(?:\d+位)?(?:的)?(?:通用)?寄存器(?!字段|操作数|地址|编号|号)|通用寄存器(?:共|共有|有|为|数为?)*\s*(?P<other>\d+)\s*个|寄存器(?:共有|共|有|数为)+\s*(?P<third>\d+)\s*个",
            whole,
        ),
        Told(
            "register_total",
            rf"(?P<n>{_FEW})\s*个(?:通用)?寄存器(?:操作数|编号|地址|字段|号)*{_wide('bits')}|(?P<n2>{_FEW})\s*个\s*(?P<bits2>{INTEGER})\s*位(?:的)?(?:通用)?寄存器(?:操作数|编号|地址|字段|号)*",
            lambda match: to_int((match["n"] or match["n2"]).replace("两", "二")) * to_int(match["bits"] or match["bits2"]),
        ),
        Told(
            "register_bits",
            rf"寄存器(?:编号|字段|地址|号|码)*{_wide('value')}|(?P<other>{INTEGER})\s*位(?:的)?寄存器(?:编号|字段|号)+",
            whole,
        ),
        Told(
            "register_fields",
            rf"(?:含有?|有|包含|都是|均为|是|为)*(?P<n>{_FEW})\s*个(?:都在|均在|在)?(?:通用)?寄存器(?:操作数|编号|地址|字段|号|中的操作数|里的操作数)+|(?P<n2>[三二两])寄存器(?:型|地址|格式)(?:指令)?",
            lambda match: to_int((match["n"] or match["n2"]).replace("两", "二")),
        ),
        Told("immediate", rf"立即数(?:字段)?{_wide('value')}|(?:(?:一|1)个)?\s*(?P<other>{INTEGER})\s*位(?:的)?立即数(?:字段)?", whole),
        Told(
            "fields",
            rf"(?P<n>{INTEGER})\s*个{_FIELD}(?:各|均|都|为|占|每个)*\s*(?P<bits>{INTEGER})\s*位|(?P<n2>{INTEGER})\s*个\s*(?P<bits2>{INTEGER})\s*位(?:的)?{_FIELD}",
            lambda match: to_int(match["n"] or match["n2"]) * to_int(match["bits"] or match["bits2"]),
        ),
        Told(
            "mode_bits",
            rf"寻址(?:方式|特征|模式)(?:字段|位|码)*\s*M?\(?(?:各)?(?:占|为|是|有|用|取)*\s*(?P<value>{INTEGER})\s*位|(?P<other>{INTEGER})\s*位(?:的)?寻址(?:方式|特征)(?:字段|位|码)*|(?<![A-Za-z])[IM]\s*(?:占|为|是|有|用|取)+\s*(?P<third>{INTEGER})\s*位",
            whole,
        ),
        Told(
            "modes_told",
            rf"(?:支持|有|共有|采用|具有|设有|提供|可有)*\s*(?P<value>{INTEGER})\s*种(?:不同的)?寻址方式|寻址方式(?:共有|共|有|为)?\s*(?P<other>{INTEGER})\s*种",
            whole,
        ),
        Told(
            "memory_bits",
            rf"(?:主存|存储器|内存)(?:的)?(?:单元)?地址(?:字段|码)?{_wide('value')}|(?P<other>{INTEGER})\s*位(?:的)?(?:主存|存储器|内存)(?:单元)?地址",
            whole,
        ),
        Told(
            "address",
            rf"(?:指令中)?(?:的)?(?:形式)?地址(?:码)?(?:字段)?(?:的)?(?:长度|位数)?\s*A?\(?(?:占|为|是|有|用)*\s*(?P<value>{INTEGER})\s*位",
            whole,
        ),
        Told(
            "count",
            r"(?:共有|共|有|设|需要|需|要|具有|包含|支持|一共|可完成|完成|能完成|设有)*\s*(?P<value>\d+)\s*(?:条|种)(?:不同的)?(?:单地址|一地址)?(?:指令|操作)(?!格式)",
            whole,
        ),
        Told(
            "addresses",
            r"(?:若|如果)?(?:采用|改用)?(?P<value>[一单二两三])地址(?:指令)?(?:格式)?(?:时|中)?(?:\([两三]个地址(?:码)?等长\))?",
            lambda match: {"一": 1, "单": 1, "三": 3}.get(match["value"], 2),
        ),
        Told("complement", r"(?:且|并且)?(?:形式地址|偏移量?|位移量|立即数)(?:用|采用|以|为|是)*(?:补码|带符号数)(?:表示)?", 1),
        # `源操作数用寄存器直接寻址，目的操作数用基址寻址，基址寄存器可以是任意一个通用寄存器`: a field for each.
        Told(
            "register_operands",
            r"(?:源|目的)?操作数(?:和|、)?(?:采用|使用|用|为|是)?寄存器(?:直接)?(?:寻址)?(?:方式)?(?=[,;。、和与])|(?:若)?(?:基址|变址)寄存器(?:可以?|能)?(?:使用|采用|是|用|为)*(?:任意?|任何|任一|任意一)(?:个)?(?:通用)?寄存器",
            lambda match: (1,),
            several=True,
        ),
        Told(
            "register_operands",
            r"(?:除)?(?:操作码[、,])?寄存器(?:字段)?(?:和|与|、)寻址方式(?:字段|位)?(?:之外|以外|外)",
            lambda match: (1,),
            several=True,
        ),
    ),
    passed=(
        r"(?<![A-Za-z])(?:Store|Load)(?:型|类)?指令(?:的|中)?|(?:源|目的)操作数(?:采用|使用|用|为|是)*(?:基址|变址)(?:寻址)?(?:方式)?|(?:单|双)操作数指令(?=,)|剩下的位(?:作|为|是)?形式地址|能完成",
        r"(?:指令)?(?:格式)?(?:为|是|由|:)*(?:操作码)?\s*OP\s*[、,|]\s*寻址(?:特征|方式)\s*[IM]\s*[、,|和]\s*形式地址\s*A(?:组成|构成|三部分)*|(?:采用)?(?:固定长度|定长|固定)(?:的)?操作码|操作码(?:位数|长度)?(?:和|与|、)?(?:寻址方式(?:位数)?)?(?:固定|定长)|全是(?:二|两|双)地址指令|(?:能|可以|可)?设计的?(?:双|二|两)地址指令|(?:剩下|其余|余下)(?:的)?(?:是|为|都是|作)?(?:形式地址|立即数)?|\(无符号\)|直接寻址(?:方式)?(?:时|下|中)?(?!(?:方式)?的?(?:最大)?(?:可)?(?:寻址)?(?:的)?(?:最大)?范围)",
        r"指令(?:字)?长(?:度)?(?:与|和|等于|同)机器字长(?:相同|相等|一致)?|(?:且|而且)?存储字长(?:与|和)?(?:等于|相同|同)指令字长|(?:采用|均为|都是|为)?单字长(?:定长)?(?:的)?(?:指令)?(?:格式)?|字长等于指令字长",
        r"(?:剩余|剩下|其余|余下|由|的)*(?:操作码|编码|码点)*(?:全部?|都|均)*(?:由|用|给|留给|扩展|来|成|为)*(?=(?:RR|R-R|寄存器-寄存器)型?[^\d]{0,12}(?:多少|几))|由(?:RM|R-M)型(?:的)?(?:剩余|剩下)(?:的)?(?:操作码|编码)?扩展而来|[两二]种(?:类型|指令|格式)|(?:有)?(?:两|二|2)种(?:类型|格式)(?:的指令)?|(?:按|以)?字编址|(?:按|以)?字节编址|该指令系统",
    ),
    roles=(
        Role(
            name="shape",
            quantity=SHAPE,
            read=shape,
            before=r"(?:主存|内存|存储器)(?:的)?(?:容量|空间|大小)*(?:为)?",
        ),
        Role(
            name="memory",
            quantity=SIZE,
            read=to_bytes,
            before=r"(?:主存|内存|存储器)(?:的)?(?:地址空间|容量|空间|大小)*(?:大小)?",
            after=r"(?:的)?(?:主存|内存)(?:空间)?",
        ),
        Role(
            name="word",
            quantity=BITS,
            read=to_count,
            before=r"指令(?:的)?(?:字)?(?:长度?|字长)?(?:固定)?(?:均|都)?(?:为)?|字长",
            after=r"(?:的)?(?:定长|长)?(?:的)?指令",
        ),
    ),
    asks=(
        (rf"{_TYPES['rr']}(?:指令)?(?:最多)?(?:还)?(?:可以?|能)?(?:有|设计|安排)?(?:多少|几)条", "rr_most"),
        (
            r"(?:共|一共)?(?:最多)?(?:能|可以|可)?(?:有|表示|设计|完成|规定)?(?:多少|几)(?:条|种)(?!寻址)(?:不同的)?(?:指令|操作)?",
            "instructions",
        ),
        (
            r"(?:指令格式中)?(?:的)?操作码(?:字段)?(?:和|与|、)寻址(?:方式|特征)(?:字段|位)?(?:的)?(?:位数)?(?:各|分别|需要?|应|占|为|是|有)+(?:多少|几)位",
            "opcode_and_mode",
        ),
        (r"操作码(?:字段)?(?:的)?(?:位数)?(?:最多|至多)?(?:能|可以?)?(?:至少|应|需要?|要|占|最少|为|是|有)*(?:多少|几)位", "opcode_asked"),
        (
            r"(?:指令)?(?:中)?(?:的)?(?:立即数|偏移量?|位移量)(?:\(补码\))?(?:字段)?(?:的)?(?:取值|可取|表示|的)*范围(?:是|为)?(?:多少)?",
            "signed_range",
        ),
        (r"(?:多少|几)种寻址方式|寻址方式(?:最多)?(?:有)?(?:多少|几)种", "modes"),
        (r"寻址(?:方式|特征)(?:字段|位)?(?:需要?|要|至少|应|占|为|是|有)*(?:多少|几)位", "mode_asked"),
        (r"(?:最多)?(?:可|能|可以)?(?:用|有|使用|设)?(?:多少|几)个(?:通用)?寄存器", "registers_asked"),
        (rf"一次间址{_OF_BOTH}", "both_indirect"),
        (rf"一次间址{_REACH}", "once"),
        (rf"多次间址{_REACH}", "many_times"),
        (
            r"(?:形式地址|直接寻址(?:方式)?|地址)(?:的)?[\ue000]*(?:可|能|可以)?(?:的)?(?:最大)?(?:无符号)?(?:寻址|访问)?(?:的)?(?:最大)?(?:地址)?(?:范围)(?:是|为)?(?:多少)?(?!\((?:地址|单元)个?数\)|.{0,4}(?:多少|几)个)",
            "range",
        ),
        (
            r"(?:直接寻址(?:方式)?)?(?:的)?(?:可|能|可以)?(?:直接)?(?:访问|寻址)?(?:的)?(?:最大)?(?:主存|存储)?(?:最大)?(?:地址)?(?:单元|空间|范围)(?:数|\((?:地址|单元)个?数\))?(?:最大|最多)?(?:是|为|有)?(?:多少|几)?(?:个)?(?:存储)?(?:单元|地址)?",
            "units",
        ),
        (
            r"(?:立即数|形式地址|地址码?)(?:字段)?的位数(?:是|为)?(?:多少)?|(?:立即数|形式地址|地址码?)(?:字段)?\s*A?(?:剩|还剩|有|占|是|为|最多)*(?:多少|几)位|(?:还)?剩(?:下|余)?(?:多少|几)位",
            "rest",
        ),
        (r"MAR(?:和|与|、)MDR(?:的)?(?:位数)?(?:至少)?(?:分别|各)*(?:需要?|要|应为|为|是|至少)*(?:多少|几)位", "buffers"),
    ),
    laws=(
        Law("opcode_bits", ("opcode",), lambda opcode: opcode),
        Law("opcode_bits", ("count",), _bits_for, "操作码位数为指令条数的对数（向上取整）"),
        Law("mode_asked", ("modes_told",), _bits_for, "寻址方式字段的位数为种数的对数（向上取整）"),
        Law("mode_one", ("mode_bits",), lambda bits: bits),
        Law("mode_one", ("mode_asked",), lambda bits: bits),
        Law("mode_total", ("mode_one", "both_sides"), lambda bits, _: 2 * bits),
        Law("mode_total", ("mode_one",), lambda bits: bits),
        Law("register_one", ("register_bits",), lambda bits: bits),
        Law("register_one", ("registers",), _bits_for, "寄存器编号的位数为寄存器个数的对数（向上取整）"),
        Law("register_sum", ("register_total",), lambda bits: bits),
        Law("register_sum", ("register_one", "both_sides"), lambda bits, _: 2 * bits),
        Law("register_sum", ("register_one", "register_fields"), lambda bits, fields: bits * fields),
        Law("register_sum", ("register_one", "register_operands"), lambda bits, fields: bits * len(fields)),
        Law("memory_one", ("memory_bits",), lambda bits: bits),
        Law("memory_one", ("memory", "bytewise"), lambda memory, _: log(memory), "主存地址的位数为字节数的对数"),
        Law("memory_one", ("memory", "word", "wordwise"), lambda memory, word, _: log(memory * 8 / word), "主存地址的位数为字数的对数"),
        Law("operands", ("fields", "mode_total"), _summed),
        *_sums("operands", ("register_sum", "mode_total", "fields", "memory_one", "immediate")),
        Law("code_bits", ("opcode",), lambda opcode: opcode),
        Law("code_bits", ("word", "register_one", "memory_one", "rr", "rm"), _longest, "操作码的位数为字长减去较长一种格式的地址字段"),
        Law("code_bits", ("word", "operands"), _rest, "操作码的位数为字长减去其余字段"),
        Law(
            "rr_most",
            ("word", "register_one", "memory_one", "rr", "rm", "rm_count"),
            _leftover,
            "较长格式没有用到的操作码作前缀，每个前缀扩展出 2 的多出位数次方个编码",
        ),
        Law("instructions", ("code_bits",), _power, "指令条数最多为 2 的操作码位数次方"),
        Law("opcode_asked", ("count",), _bits_for, "操作码位数为指令条数的对数（向上取整）"),
        Law("opcode_asked", ("code_bits",), lambda bits: bits),
        Law("opcode_and_mode", ("opcode_asked", "mode_one"), lambda opcode, mode: (opcode, mode)),
        Law("rest", ("address",), lambda address: address),
        Law("modes", ("mode_one",), lambda mode: 2**mode, "寻址方式数为 2 的位数次方"),
        Law("registers_asked", ("register_bits",), _power, "寄存器数为 2 的位数次方"),
        *_sums("used", ("opcode_bits", "mode_total", "register_sum", "fields")),
        Law("rest", ("word", "used"), _rest, "其余位数为字长减去已占的位数"),
        Law("each", ("rest", "addresses"), lambda rest, addresses: rest / addresses if rest % addresses == 0 else None, "各地址等长"),
        Law("each", ("rest", "one_address"), lambda rest, _: rest),
        Law(
            "signed_range",
            ("rest", "complement"),
            lambda rest, _: rest,
            "补码的范围从 −2 的（位数 − 1）次方到 2 的（位数 − 1）次方减 1",
        ),
        Law("units", ("each",), _power, "可访问的单元数为 2 的地址位数次方"),
        Law("range", ("each",), lambda rest: Fraction(2 ** int(rest) - 1), "无符号数的范围从 0 到 2 的位数次方减 1"),
        Law(
            "once",
            ("shape", "as_word"),
            lambda shape, _: Fraction(2 ** int(shape[1]) - 1) if shape[0] >= 2 ** int(shape[1]) else None,
            "一次间址取出的整个字都是地址",
        ),
        Law(
            "many_times",
            ("shape", "as_word"),
            lambda shape, _: Fraction(2 ** int(shape[1] - 1) - 1) if shape[0] >= 2 ** int(shape[1] - 1) else None,
            "多次间址取出的字有一位标明是否还要间址，其余是地址",
        ),
        Law("both_indirect", ("once", "many_times"), lambda once, many: (once, many)),
        Law(
            "buffers",
            ("memory", "word", "wordwise"),
            lambda memory, word, _: (log(memory * 8 / word), word) if log(memory * 8 / word) else None,
            "MAR 的位数为字数的对数，MDR 与字同长",
        ),
    ),
    marks=(
        ("as_word", r"存储字长(?:与|和)?(?:等于|相同|同)指令字长"),
        ("bytewise", r"字节编址"),
        ("wordwise", r"按字编址|以字编址"),
        ("one_address", r"^(?![\s\S]*[二两三]\s*(?:个)?地址)"),
    ),
    shown={
        "opcode": Quantity("操作码", counted("位")),
        "word": Quantity("指令字长", counted("位")),
        "fields": Quantity("地址字段共", counted("位")),
        "mode_bits": Quantity("寻址方式", counted("位")),
        "modes_told": Quantity("寻址方式", counted("种")),
        "mode_asked": Quantity("寻址方式字段", counted("位")),
        "count": Quantity("指令", counted("条")),
        "registers": Quantity("寄存器", counted("个")),
        "register_bits": Quantity("寄存器编号", counted("位")),
        "register_total": Quantity("寄存器字段共", counted("位")),
        "register_fields": Quantity("寄存器字段", counted("个")),
        "register_one": Quantity("寄存器编号", counted("位")),
        "memory": Quantity("主存", lambda value: size(int(value))),
        "shape": Quantity("主存", show_shape),
        "memory_bits": Quantity("主存地址", counted("位")),
        "memory_one": Quantity("主存地址", counted("位")),
        "immediate": Quantity("立即数", counted("位")),
        "rm_count": Quantity("寄存器-存储器型指令", counted("条")),
        "rr": Quantity("寄存器-寄存器型", lambda value: f"{value[0]} 个寄存器"),
        "rm": Quantity("寄存器-存储器型", lambda value: f"{value[0]} 个寄存器和主存地址"),
        "code_bits": Quantity("操作码", counted("位")),
        "opcode_bits": Quantity("操作码", counted("位")),
        "instructions": Quantity("最多", counted("条"), lambda value: (f"{value} 种",)),
        "rr_most": Quantity("寄存器-寄存器型最多", counted("条")),
        "opcode_asked": Quantity("操作码", counted("位")),
        "opcode_and_mode": Quantity("", lambda pair: f"操作码 {pair[0]} 位，寻址特征 {pair[1]} 位"),
        "modes": Quantity("", counted("种寻址方式")),
        "registers_asked": Quantity("", counted("个寄存器"), lambda value: (f"{value} 个",)),
        "rest": Quantity("剩", counted("位")),
        "units": Quantity("可访问", counted("个单元"), lambda value: (f"{value}", f"{value} 个")),
        "range": Quantity("范围", lambda value: f"0~{value}"),
        "once": Quantity("一次间址", lambda value: f"0~{value}", lambda value: (f"{value + 1}",)),
        "many_times": Quantity("多次间址", lambda value: f"0~{value}", lambda value: (f"{value + 1}",)),
        "both_indirect": Quantity(
            "", lambda pair: f"一次间址 0~{pair[0]}，多次间址 0~{pair[1]}", lambda pair: (f"{pair[0] + 1}，{pair[1] + 1}",)
        ),
        "signed_range": Quantity(
            "取值范围",
            lambda bits: f"-{2 ** (int(bits) - 1)}～{2 ** (int(bits) - 1) - 1}",
            lambda bits: (
                f"-{2 ** (int(bits) - 1)}~+{2 ** (int(bits) - 1) - 1}",
                f"-{2 ** (int(bits) - 1)}~{2 ** (int(bits) - 1) - 1}",
                f"-2^{bits - 1}~2^{bits - 1}-1",
            ),
        ),
        "buffers": Quantity("", lambda pair: f"MAR {pair[0]} 位，MDR {pair[1]} 位"),
    },
    words=" 指令 指令系统 指令格式 格式 操作码 OP 定长 定长操作码 固定长度 字长 指令字长 指令字 机器字长 寄存器 通用寄存器 字段 立即数 形式地址 寻址方式 单地址 一地址 二地址 地址 条 种 直接寻址 存储单元 单元 机 一台 采用 小题 占 剩 无符号 范围 最多 立即数字段 固定 改成 主存 主存单元 编址 位数 型 类型 最大 地址空间 整个 编号 16位定长 某指令系统",
    idle=frozenset(
        {
            "addresses",
            "complement",
            "register_operands",
            "registers",
            "both_sides",
            "mode_bits",
            "modes_told",
            "word",
            "register_bits",
            "register_fields",
            "memory",
            "shape",
            "memory_bits",
            "immediate",
            "rr",
            "rm",
        }
    ),
    combine=_words,
    check=_check,
)
