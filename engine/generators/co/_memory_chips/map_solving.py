"""Address lines of a chip, chips for a range of addresses, and the addresses of the group of chips that holds one."""

from __future__ import annotations

from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.laws.measures import hexadecimal
from engine.generators.markdown import paragraphs
from engine.generators.reading import Reading, stay_out

SHAPE = r"(?P<words>\d+)\s*(?P<scale>[KMG]?)(?:字|个?单元|B(?=\())?\s*[×xX*]\s*(?P<bits>\d+)\s*(?:位|bit|b)?(?![\dA-Za-z])"
_HEX = r"(?:0x[0-9A-F]+|[0-9A-F]{3,8})\s*H?(?![A-Za-z])"
_CHIP = r"(?:的)?\s*(?:静态|SRAM|EPROM|Flash|RAM|ROM|存储)*(?:存储)?(?:芯片|片子|存储器芯片|存储片)"
_ORDER = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30}


def words_of(number: str, scale: str) -> int:
    """`2`, `K` -> 2048."""
    return int(number) * _ORDER[scale.upper()]


def _code(text: str) -> int:
    return int(text.lower().removeprefix("0x").replace(" ", "").removesuffix("h"), 16)


def lines(text: str) -> Recognition | None:
    """How many address and data lines (pins) a chip or a memory of a stated shape has."""
    reading = Reading(text)
    reading.refuse(
        r"\d[0-9A-F]*H(?![A-Za-z])|组成|构成|译码|片选|控制|DRAM|动态|刷新|行列|分时|模块|多少片|几片|至少|字节编址|(?<!非)(?<!不)(?<!不采用)(?<!没有)(?<!无)(?:地址)?复用"
    )
    reading.take_all(r"\(?(?:地址(?:线|引脚)?)?(?:非|不采用|不|没有|无)(?:地址)?(?:线|引脚)?复用(?:技术|方式)?\)?")
    shapes = reading.take_all(rf"(?:容量(?:为|是)?|规格(?:为|是)?|一个|一片|:)*{SHAPE}")
    both = reading.take_all(
        r"(?:所需|需要|引出|其)?(?:的)?地址(?:线|引脚|端|管脚)?(?:数)?(?:和|与|、|及|,)(?:双向)?(?:的)?数据(?:线|引脚|端|管脚)(?:数)?(?:的)?(?:数目|数量|根数|条数|个数)?|地址(?:线)?(?:和|与|、)数据(?:线)?"
    )
    address = reading.take_all(
        r"(?:所需|需要|其)?(?:的)?地址(?:线|引脚|端|管脚)(?:的)?(?:数目|数量|根数|条数|个数|数)?|(?:多少|几)(?:根|条|个|位)地址(?:线|引脚)"
    )
    data = reading.take_all(
        r"(?:所需|需要|其)?(?:的)?(?:双向)?数据(?:线|引脚|端|管脚)(?:的)?(?:数目|数量|根数|条数|个数|数)?|(?:多少|几)(?:根|条|个|位)数据(?:线|引脚)"
    )
    total = reading.take_all(
        r"(?:的)?(?:总和|之和|总数|总根数|总条数|合计|数目之和|(?:总共|一共|共)(?:有|需要?|是|为)*)(?:至少)?(?:是|为)?(?:多少|几)?(?:根|条)?"
    )
    reading.take_all(r"(?:分别|各)?(?:应|需要?|要|有|为|是)*(?:多少|几)(?:根|条|个|位)?|(?:各|分别)(?:是|为|有|需要?)?")
    reading.finish(
        "芯片 存储 存储器 存储芯片 半导体 静态 SRAM RAM ROM EPROM 片 容量 位 它 该芯片 需要 其 应有 根 条 线 只读存储器 随机存储器 主存 规格 一片 引脚 若 按字编址"
    )
    if len(shapes) != 1 or not (both or address or data):
        return None
    words, bits = words_of(shapes[0]["words"], shapes[0]["scale"]), int(shapes[0]["bits"])
    if words < 2 or words & (words - 1) or not 1 <= bits <= 128:
        return None
    asked = ["address", "data"] if both or (address and data) else ["address"] if address else ["data"]
    return Recognition(
        parameters={"task": "lines", "words": words, "bits": bits, "asked": asked, "total": bool(total) and len(asked) == 2},
        understood=(
            ("芯片", f"{shapes[0]['words']}{shapes[0]['scale'].upper()}×{bits} 位"),
            ("求", "、".join({"address": "地址线", "data": "数据线"}[name] for name in asked)),
        ),
    )


def extent(text: str) -> Recognition | None:
    """The size of a range of addresses, and the chips it takes."""
    reading = Reading(text)
    reading.refuse(r"译码|片选|刷新|交叉|引脚|其余|剩余|留|系统程序|用户程序|ROM.*RAM|RAM.*ROM|按字编址|多少位地址")
    spans = reading.take_all(
        rf"(?:存储器|内存|主存|存储区|RAM|ROM|SRAM)?(?:的)?(?:按字节编址)?(?:的)?,?(?:地址)?(?:空间|区间|范围|区|区域)?(?:为|是|从|:)*\s*\(?(?<![0-9A-Za-z])(?P<first>{_HEX})\s*(?:~|-|—|到|至|…)+\s*(?P<last>{_HEX})\)?(?:的)?(?:地址)?(?:空间|区间|范围|区域|区|内存|存储器|存储空间|主存)*"
    )
    width = reading.take_one(
        (
            r"(?:每个?|一个)(?:存储)?(?:单元|地址|字)(?:的)?(?:存放|存|存储|占|为|是|有)*(?P<value>1|一)(?:个)?(?:字节|B(?![A-Za-z]))",
            r"(?:按)?字节(?P<value>)(?:编址|寻址)",
        ),
        lambda _: 8,
    )
    bits = reading.take_one(
        (
            r"(?:每个?|一个)(?:存储)?(?:单元|地址|字)(?:的)?(?:存放|存|存储|占|为|是|有)*(?P<value>\d+)\s*(?:位|bit)",
            r"字长(?:为|是)?(?P<value>\d+)位",
        ),
        int,
    )
    if width is not None and bits not in (None, 8):
        return None
    chips = reading.take_all(
        rf"(?:若|如果)?(?:用|采用|使用|选用|由|以)?(?:若干|多)?(?:个|片)?(?:规格为|容量为)?{SHAPE}{_CHIP}?(?:来)?(?:组成|构成|实现)?"
    )
    asks_chips = reading.take_all(
        r"(?:共|总共|一共|至少|需要?|要用?|用|构成|组成|该|内存|这样|的|存储器|存储)*(?:芯片)?(?:多少|几)(?:个|片|块)(?:这样的|该种?)?(?:存储|RAM|的)?(?:芯片)?|(?:所需|需要)(?:的)?(?:存储)?芯片(?:的)?(?:个|片|总)?数(?:目|量)?|芯片(?:总)?数(?:目|量)?"
    )
    asks_size = reading.take_all(
        r"(?:存储|内存|总|其|该|存储器|空间|的)*容量(?:为|是|有|共)*(?:多少|多大)?(?:KB|MB|字节|B|K)?|共(?:有)?(?:多少|几)(?:KB|MB|个?字节|字节|个?(?:存储)?单元)|(?:多少|几)(?:KB|MB|个?字节)"
    )
    reading.finish("存储器 内存 主存 地址 单元 芯片 空间 构成 组成 需要 计算机 片 该 来 共有 RAM SRAM 存储 实现 从 编址 一片 存储区 数据")
    if len(spans) != 1 or len(chips) > 1:
        return None
    first, last = _code(spans[0]["first"]), _code(spans[0]["last"])
    if last <= first:
        return None
    count = last - first + 1
    if chips:
        if not asks_chips or asks_size:
            return None
        chip_words, chip_bits = words_of(chips[0]["words"], chips[0]["scale"]), int(chips[0]["bits"])
        unit = width or bits or 8
        if count % chip_words or unit % chip_bits:
            return None
        return Recognition(
            parameters={
                "task": "extent",
                "first": first,
                "last": last,
                "unit": unit,
                "said": bool(width or bits),
                "chip_words": chip_words,
                "chip_bits": chip_bits,
            },
            understood=(
                ("地址范围", f"{spans[0]['first']} 到 {spans[0]['last']}"),
                ("每个单元", f"{unit} 位"),
                ("芯片", f"{chips[0]['words']}{chips[0]['scale'].upper()}×{chip_bits} 位"),
            ),
        )
    if not asks_size or asks_chips or bits not in (None, 8):
        return None
    return Recognition(
        parameters={"task": "extent", "first": first, "last": last, "unit": 8, "said": bool(width or bits)},
        understood=(("地址范围", f"{spans[0]['first']} 到 {spans[0]['last']}"), ("求", "容量")),
    )


def count(text: str) -> Recognition | None:
    """Chips that make a memory, however the two shapes are named: the smaller is the chip."""
    reading = Reading(text)
    reading.refuse(
        r"\d[0-9A-F]*H(?![A-Za-z])|多久|多长时间|地址|译码|片选|刷新|系统程序|用户程序|交叉|引脚|管脚|模块|留|其余|已有|区|行列|分别|ROM.*RAM|RAM.*ROM|每组|多少组|几组|奇偶|校验|带宽|至少"
    )
    reading.take_all(r"按字节(?:编址)?|字节编址")
    sized = reading.take(
        r"(?:一个|容量(?:为|是)?|(?:存储器|内存|主存)(?:的)?(?:容量)?(?:为|是)?)?\s*(?<![\dA-Za-z])(?P<words>\d+)\s*(?P<scale>[KMG])B(?![A-Za-z])"
    )
    shapes = reading.take_all(rf"(?:用|采用|使用|选用|由|以)?(?:若干|多|一)?(?:个|片)?(?:规格为|容量为)?{SHAPE}(?:的)?(?:{_CHIP})?")
    asked = reading.take_all(
        r"(?:所需|需要|共需|总共|一共|共|需|要|用|应)*(?:这样的|该种?)?(?:存储|RAM|SRAM|的|该)*(?:芯片)?(?:的)?(?:总)?(?:多少|几)(?:个|片|块)(?:这样的|该种?)?(?:存储|RAM|的)*(?:芯片)?|(?:所需|需要|共需)(?:的)?(?:存储)?芯片(?:的)?(?:个|片|总|块)?数(?:目|量)?|芯片(?:总)?(?:片)?数(?:目|量)?"
    )
    reading.finish(
        "芯片 片子 存储 存储器 主存 内存 主存储器 组成 构成 组 扩 扩成 扩展 扩展成 扩展为 扩充 扩充为 扩充成 容量 拼 拼成 拼出 搭 搭成 搭建 做 做成 实现 设计 选 选用 用来 一个 现有 位 半导体 计算机 片 共需 来 构造 连接 形成 SRAM RAM 静态 规格 制作 组建 成 连成 型号 字 给 手头 手上 若干 若干片 系统 静态RAM 随机 存储系统"
    )
    if not asked or len(shapes) + bool(sized) != 2 or not shapes:
        return None
    found = [
        (words_of(shape["words"], shape["scale"]), int(shape["bits"]), f"{shape['words']}{shape['scale'].upper()}×{shape['bits']} 位")
        for shape in shapes
    ]
    if sized:
        found.append((words_of(sized["words"], sized["scale"]), 8, f"{sized['words']}{sized['scale'].upper()}B（按 8 位一个单元）"))
    else:
        found.sort(key=lambda shape: shape[0] * shape[1])
    (chip_words, chip_bits, chip), (words, bits, memory) = found
    if words * bits <= chip_words * chip_bits or words % chip_words or bits % chip_bits:
        return None
    return Recognition(
        parameters={"words": words, "bits": bits, "chip_words": chip_words, "chip_bits": chip_bits},
        understood=(("芯片", chip), ("存储器", memory)),
    )


def group(text: str) -> Recognition | None:
    """The first and last address of the chips that hold an address; the chips that make a memory."""
    reading = Reading(text)
    reading.refuse(r"刷新|交叉|系统程序|用户程序|ROM|其余|低位选片|低位片选|按字节|字节编址|取反")
    reading.take_all(
        r"(?:地址)?(?:从|由)?(?:0000H?|00000H|0)(?:号|开始|起)+(?:编址|编号)?|(?:采用|用)?(?:地址)?高位(?:地址)?(?:作|用作|做)?(?:用于)?(?:选片|片选|译码)|(?:各组|芯片组)?(?:的)?地址连续|按字编址"
    )
    address = reading.take(
        r"(?:已知)?(?:存储)?(?:单元)?(?:的)?(?:地址)(?:为|是|单元)*\s*(?<![0-9A-Za-z])(?P<address>[0-9][0-9A-F]*\s*H|0x[0-9A-F]+|[A-F][0-9A-F]+H)(?![A-Za-z0-9])(?:所在|对应|属于|落在|在|的|单元)*(?:那|该|哪)?(?:一)?(?:组|片|个)?(?:芯片|片子)?(?:组)?(?:的)?"
    )
    shapes = reading.take_all(rf"(?:用|由|采用)?(?:若干|多|一)?(?:个|片)?{SHAPE}(?:{_CHIP})?")
    wanted = reading.take_words(
        (
            (
                r"(?:最小|最低|起始|首|开始)(?:的)?地址(?:和|与|、)(?:最大|最高|末|结束)(?:的)?地址|(?:最小|最低|起始)(?:和|与|、)(?:最大|最高|末)(?:的)?地址|地址(?:范围|区间)",
                "both",
            ),
            (r"(?:最小|最低|起始|首|开始)(?:的)?地址", "first"),
            (r"(?:最大|最高|末|结束|终止)(?:的)?地址", "last"),
        )
    )
    reading.finish(
        "芯片 片子 存储器 主存 组成 构成 组 扩展 成 片选 译码 片选译码 地址 地址范围 容量 单元 所在 位 存储 进行 该 高位 主 该组 那组 片 字"
    )
    if address is None or len(shapes) != 2 or not wanted:
        return None
    chip, whole = shapes
    a, b = (words_of(shape["words"], shape["scale"]) for shape in (chip, whole))
    if a > b or int(chip["bits"]) > int(whole["bits"]):
        chip, whole, a, b = whole, chip, b, a
    where = _code(address["address"])
    if a > b or b % a or int(whole["bits"]) % int(chip["bits"]) or where >= b:
        return None
    if "both" in wanted and len(wanted) > 1 and not text.count("最"):
        return None
    asked = "first" if "first" in wanted and "last" not in wanted else "last" if "last" in wanted and "first" not in wanted else "both"
    return Recognition(
        parameters={"task": "group", "chip_words": a, "words": b, "address": where, "asked": asked},
        understood=(
            ("芯片", f"{chip['words']}{chip['scale'].upper()}×{chip['bits']} 位"),
            ("存储器", f"{whole['words']}{whole['scale'].upper()}×{whole['bits']} 位"),
            ("地址", address["address"]),
        ),
    )


def solve(parameters: Parameters) -> Solution:
    """The answer to what `lines`, `extent` or `group` read."""
    if parameters["task"] == "lines":
        words, bits = parameters["words"], parameters["bits"]
        count = words.bit_length() - 1
        parts = {"address": f"地址线 {count} 根", "data": f"数据线 {bits} 根"}
        return Solution(
            answer="，".join(parts[name] for name in parameters["asked"]) + (f"，共 {count + bits} 根" if parameters["total"] else ""),
            steps=paragraphs(f"2^{count} = {words} 个字，地址线 {count} 根；每字 {bits} 位，数据线 {bits} 根"),
            also=(f"{count + bits} 根",) if parameters["total"] else (f"{count} 根，{bits} 根",) if len(parameters["asked"]) == 2 else (),
            conventions=("地址线不分时复用",),
        )
    if parameters["task"] == "extent":
        first, last, unit = parameters["first"], parameters["last"], parameters["unit"]
        count = last - first + 1
        digits = max(len(f"{last:X}"), 4)
        conventions = ("1K = 1024",) if parameters["said"] else ("每个单元一个字节（题目没有说）", "1K = 1024")
        shown = f"{count >> 10}K" if count % 1024 == 0 else str(count)
        opening = f"末地址减首地址加 1：{hexadecimal(last, digits)} − {hexadecimal(first, digits)} + 1，为 {hexadecimal(count, digits)}，即 {shown} 个单元。"
        if "chip_words" not in parameters:
            size = f"{count >> 20} MB" if count % (1 << 20) == 0 else f"{count >> 10} KB" if count % 1024 == 0 else f"{count} B"
            return Solution(
                answer=size,
                steps=paragraphs(opening, f"容量 {size}"),
                also=(shown, f"{count >> 10} KB" if count % 1024 == 0 else size),
                conventions=conventions,
            )
        chip_words, chip_bits = parameters["chip_words"], parameters["chip_bits"]
        chips = count // chip_words * (unit // chip_bits)
        return Solution(
            answer=f"{chips} 片",
            steps=paragraphs(
                opening,
                f"每 {unit // chip_bits} 片一组（位扩展），共 {count // chip_words} 组，{count // chip_words}×{unit // chip_bits} = {chips} 片",
            ),
            conventions=conventions,
        )
    if parameters["task"] != "group":
        stay_out("another task")
    words, chip_words, where = parameters["words"], parameters["chip_words"], parameters["address"]
    digits = max(4, len(f"{words - 1:X}"))
    number = where // chip_words
    first, last = number * chip_words, (number + 1) * chip_words - 1
    one, other = (hexadecimal(value, digits).strip("`") for value in (first, last))
    answer = {"first": one, "last": other, "both": f"{one}～{other}"}[parameters["asked"]]
    return Solution(
        answer=answer,
        steps=paragraphs(
            f"每组芯片 {chip_words} 个字，低 {chip_words.bit_length() - 1} 位地址送芯片，高位选片。",
            f"{hexadecimal(where, digits)} 在第 {number} 组（从 0 编号），这一组的地址是 {one}～{other}",
        ),
        conventions=("按字编址，地址从 0 开始，高位地址选片",),
    )
