"""What chips can be made into: the way of extending, the shape or the words a number of them gives, which lines select, where a selected chip lies."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from engine.generators import patterns
from engine.generators.co._topic import Topic
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import INTEGER, stay_out, to_int

TASK = "building"
_SHAPE = r"(?<![\dA-Za-z.])(?P<{0}>\d+)\s*(?P<{0}k>[KMG]?)\s*(?:字)?\s*[×xX*]\s*(?P<{0}b>\d+)\s*(?:位|bits?|b)?(?![\dA-Za-z])"
_CHIP = r"(?:的)?\s*(?:[SD]?RAM|ROM)?(?:存储)?(?:器)?(?:芯片|片)?"
_USE = r"(?:当)?(?:在该系统中)?(?:若|现)?(?:用|采用|由|使用|选用)?(?:若干)?(?:片|个)?(?:存储容量为|规格为)?\s*(?:\d+\s*[KM]B\s*\(\s*)?"


class Building(Topic):
    """Chips and what is made of them."""

    words: ClassVar[str] = (
        "系统 是 为 的 在 当 用 采用 由 存储器 存储体 主存 内存 存储芯片 芯片 构造 构成 组成 设计 可 可以 应 应完成 完成 进行 时 则 若 容量 存储容量 存储 选定 某一 某 工作 该 中 首地址 末地址 分别 地址总线 高位 低位 产生 片选信号 译码器 输入 地址线 输入地址线 应该 位系统 32位 16位 8086 80386DX 计算机 CPU 按字节编址 RAM区 ROM区 RAM ROM 区 所分配 分配 空间 大小 比 低地址区 高地址区 低地址 高地址 连接 要求 主存芯片 占满 所有 可能 存储地址空间 地址空间 地址范围"
    )
    refused: ClassVar[str] = (
        r"刷新|交叉|线选|低位(?:地址)?(?:用于|用作|作|做)?(?:选片|片选|译码)|部分译码|重叠|保留|坏|损坏|周期|带宽|引脚|多少片|几片"
    )


def _words(number: str, scale: str) -> int:
    return int(number) << 10 * " KMG".index(scale.upper() or " ")


def recognise(text: str) -> Recognition | None:
    """The first of the questions that understands everything.

    Raises:
        StayOut: something is not understood.
    """
    readers: tuple[Callable[[Building], Parameters | None], ...]
    if patterns.search("存储器的(?:\\(\\s*\\)|多少)?设计|(?:字|位|字位)扩展(?:方式)?(?:\\(|是|为|\\?)|(?:哪|什么|何)种扩展", text):
        readers = (_way,)
    elif patterns.search("片选(?:地址|码)", text):
        readers = (_selected,)
    elif patterns.search("译码器", text):
        readers = (_selecting,)
    elif patterns.search(r"比(?:例)?(?:为|是)?\s*\d+\s*:\s*\d+", text):
        readers = (_shared,)
    else:
        readers = (_shapes, _given_width)
    for reader in readers:
        problem = Building(text)
        parameters = reader(problem)
        if parameters is None:
            continue
        problem.settle()
        return Recognition(parameters={"task": TASK, **parameters}, understood=tuple(_understood(parameters)))
    return None


def _understood(parameters: Parameters) -> list[tuple[str, str]]:
    names = {
        "unit": "编址单位",
        "chip": "芯片",
        "memory": "存储器",
        "count": "芯片数",
        "width": "字长",
        "select": "片选地址",
        "lines": "地址线",
        "share": "容量比",
    }
    shown = []
    for name, label in names.items():
        if (value := parameters.get(name)) is not None:
            shown.append(
                (label, f"{value[0]}×{value[1]} 位" if name == "chip" else ":".join(map(str, value)) if name == "share" else str(value))
            )
    return [
        *shown,
        (
            "求",
            {
                "way": "扩展方式",
                "shape": "能构成的容量",
                "words": "字数",
                "selected": "首、末地址",
                "selecting": "译码的地址线",
                "shared": "地址范围",
            }[parameters["asks"]],
        ),
    ]


def _chip(problem: Building) -> tuple[int, int] | None:
    found = problem.take(_USE + _SHAPE.format("w") + r"\)?" + _CHIP)
    return (_words(found["w"], found["wk"]), int(found["wb"])) if found else None


def _way(problem: Building) -> Parameters | None:
    """Words, bits or both are extended."""
    unit = problem.take_one(r"以\s*(?P<value>[1248])\s*(?:B|字节)为编址单位", int)
    chip = _chip(problem)
    memory = problem.take(r"(?:构造|构成|组成|设计)?\s*(?P<n>\d+)\s*(?P<k>[KMG])B(?:的)?(?:存储体|存储器|主存|内存)?")
    asked = problem.take_asked(r"(?:应)?(?:完成|进行|采用)?(?:存储器的)?\s*(?:多少)?(?:设计|扩展)(?:方式)?")
    if unit is None or chip is None or memory is None or not asked:
        return None
    return {"asks": "way", "unit": f"{unit} B", "chip": list(chip), "words": _words(memory["n"], memory["k"]) // unit, "bits": 8 * unit}


def _shapes(problem: Building) -> Parameters | None:
    """Which shape so many chips can have."""
    count = problem.take_one(rf"(?<![\d.])(?P<value>{INTEGER})\s*(?:片|个)(?=\s*\d+\s*[KM]?\s*[×xX*])", to_int)
    chip = _chip(problem)
    asked = problem.take_asked(r"(?:可|可以|能|能够)(?:设计|构成|组成|扩展)(?:为|成)\s*(?:多少)?(?:存储)?容量的(?:存储器|主存)")
    if count is None or chip is None or not asked:
        return None
    return {"asks": "shape", "count": count, "chip": list(chip)}


def _given_width(problem: Building) -> Parameters | None:
    """How many words of a told width so many chips give."""
    count = problem.take_one(rf"(?<![\d.])(?P<value>{INTEGER})\s*(?:片|个)(?=\s*\d+\s*[KM]?\s*[×xX*])", to_int)
    chip = problem.take(_SHAPE.format("w") + r"(?:的)?(?:存储器|芯片|存储芯片)")
    asked = problem.take_asked(
        r"(?:可|可以|能|能够)(?:设计|构成|组成|扩展)(?:为|成)\s*(?:多少)?(?:存储)?容量的\s*(?P<width>\d+)\s*位(?:的)?(?:存储器|主存)"
    )
    if count is None or chip is None or len(asked) != 1:
        return None
    return {"asks": "words", "count": count, "chip": [_words(chip["w"], chip["wk"]), int(chip["wb"])], "width": int(asked[0]["width"])}


def _selected(problem: Building) -> Parameters | None:
    """The addresses of the chip that a value of the selecting lines chooses."""
    select = problem.take(r"(?:若|当|如果)?片选(?:地址|码)(?:为|是)?\s*(?P<bits>[01]{2,5})(?!\d)(?:时)?")
    chip = _chip(problem)
    asked = problem.take_asked(
        r"(?:则)?(?:该|此)?芯片(?:在存储器中)?的(?:首地址|起始地址)(?:和|与|、)(?:末地址|结束地址)(?:分别)?(?:为|是)?(?:多少)?|(?:该|此)?芯片(?:在存储器中)?的地址范围(?:为|是)?(?:多少)?"
    )
    problem.take_all(r"选定某一(?=\ue000)|存储芯片工作")
    if select is None or chip is None or not asked:
        return None
    return {"asks": "selected", "select": select["bits"], "chip": list(chip)}


def _selecting(problem: Building) -> Parameters | None:
    """Which lines the decoder is given; books give the highest, or those above the chip's own."""
    bus = problem.take(r"地址(?:总)?线(?:为|是)?\s*A(?P<high>\d{1,2})\s*(?:\(高位\))?\s*(?:~|到|至|-)\s*A0\s*(?:\(低位\))?")
    chip = _chip(problem)
    memory = problem.take(r"(?:组成|构成)\s*(?P<n>\d+)\s*(?P<k>[KM])B(?:的)?(?:存储器|主存|内存)")
    asked = problem.take_asked(
        r"(?:则)?(?:产生片选信号的)?译码器的?(?:输入(?:端)?(?:的)?)?(?:地址线|输入地址线|输入端)?(?:应该|应)?(?:是|为|接)(?:多少|哪些)?"
    )
    if bus is None or chip is None or memory is None or not asked:
        return None
    return {
        "asks": "selecting",
        "lines": int(bus["high"]) + 1,
        "chip": list(chip),
        "memory": f"{memory['n']}{memory['k']}B",
        "bytes": _words(memory["n"], memory["k"]),
    }


def _shared(problem: Building) -> Parameters | None:
    """Two regions that fill all addresses, in a proportion."""
    lines = problem.take_one(r"(?:共)?有?\s*(?P<value>\d{1,2})\s*(?:根|条|位)地址(?:总)?线", int)
    bytewise = problem.take_all(r"(?:均|都)?按字节编址")
    share = problem.take(
        r"(?:且|并且)?(?:要求)?(?P<one>RAM|ROM)(?:区)?(?:和|与|、)(?P<two>RAM|ROM)(?:区)?(?:所)?(?:分配|占)?(?:的)?(?:地址)?(?:空间)?(?:的)?(?:大小|容量)?(?:之)?比(?:例)?(?:为|是)?\s*(?P<a>\d{1,2})\s*:\s*(?P<b>\d{1,2})"
    )
    low = problem.take(
        r"(?:若)?(?P<low>RAM|ROM)(?:区)?(?:在|为|位于|占)低地址(?:区|端|部分)?[,;]?(?:(?:而)?(?P<high>RAM|ROM)(?:区)?(?:在|为|位于|占)高地址(?:区|端|部分)?)?"
    )
    asked = problem.take_asked(r"(?:则)?(?P<which>RAM|ROM)(?:区)?的地址范围(?:是|为)?(?:多少)?")
    problem.take_all(r"(?:CPU和主存连接时,?)?(?:要求)?主存(?:芯片)?占满(?:所有|全部)?(?:可能)?的?(?:存储)?地址空间")
    if lines is None or not bytewise or share is None or low is None or len(asked) != 1 or share["one"] == share["two"]:
        return None
    if low["high"] is not None and low["high"] == low["low"]:
        return None
    return {
        "asks": "shared",
        "lines": lines,
        "share": [int(share["a"]), int(share["b"])],
        "names": [share["one"], share["two"]],
        "low": low["low"],
        "which": asked[0]["which"],
    }


def solve(parameters: Parameters) -> Solution:
    """By what is asked."""
    return {
        "way": _solve_way,
        "shape": _solve_shape,
        "words": _solve_words,
        "selected": _solve_selected,
        "selecting": _solve_selecting,
        "shared": _solve_shared,
    }[parameters["asks"]](parameters)


def _solve_way(parameters: Parameters) -> Solution:
    words, bits = parameters["words"], parameters["bits"]
    chip_words, chip_bits = parameters["chip"]
    if words % chip_words or bits % chip_bits:
        stay_out("does not divide")
    deep, wide = words > chip_words, bits > chip_bits
    answer = "字位扩展" if deep and wide else "字扩展" if deep else "位扩展" if wide else "字位均不扩展"
    return Solution(
        answer=answer,
        also=("字、位同时扩展",) if deep and wide else (),
        steps=paragraphs(
            f"存储器有 {words} 个单元，每个 {bits} 位；芯片有 {chip_words} 个单元，每个 {chip_bits} 位。", f"所以是{answer}。"
        ),
    )


def _solve_shape(parameters: Parameters) -> Solution:
    count = parameters["count"]
    words, bits = parameters["chip"]

    def fits(option: str) -> bool:
        found = patterns.fullmatch(r"\s*(\d+)\s*([KMG]?)\s*[×xX*]\s*(\d+)\s*(?:位|bits?|b)?\s*", option)
        if found is None:
            stay_out(option)
        deep, wide = _words(found[1], found[2]), int(found[3])
        return bool(deep * wide == count * words * bits and deep % words == 0 and wide % bits == 0)

    return Solution(
        answer="", steps=f"总容量为 {count} 片之和，字数是芯片字数的整数倍，位数是芯片位数的整数倍；逐个检查选项，只有一个符合。", fits=fits
    )


def _solve_words(parameters: Parameters) -> Solution:
    words, bits = parameters["chip"]
    width, count = parameters["width"], parameters["count"]
    side = width // bits
    if width % bits or count % side:
        stay_out("does not divide")
    total = count // side * words
    shown = f"{total >> 10}K" if total % 1024 == 0 else str(total)
    return Solution(
        answer=f"{shown} 字",
        also=(shown, f"{shown}×{width} 位"),
        steps=paragraphs(
            f"每 {side} 片一组达到 {width} 位，共 {count // side} 组。", f"有 {count // side}×{words} = {total} 个字，即 {shown} 字。"
        ),
    )


def _solve_selected(parameters: Parameters) -> Solution:
    words = parameters["chip"][0]
    if words & words - 1:
        stay_out("no power of two")
    inner, select = words.bit_length() - 1, parameters["select"]
    first = int(select, 2) << inner
    digits = -(-(inner + len(select)) // 4)
    ends = [f"{value:0{digits}X}H" for value in (first, first + words - 1)]
    answer = f"首地址 {ends[0]}，末地址 {ends[1]}"
    return Solution(
        answer=answer,
        also=("，".join(ends), "、".join(ends), "~".join(ends)),
        steps=paragraphs(f"芯片有 {inner} 根片内地址线，片选地址 {select} 是高 {len(select)} 位，低 {inner} 位从全 0 到全 1。", answer),
        conventions=("片选地址在片内地址的高位",),
    )


def _solve_selecting(parameters: Parameters) -> Solution:
    words, bits = parameters["chip"]
    groups = parameters["bytes"] // words
    if 8 % bits or parameters["bytes"] % words or groups & groups - 1 or words & words - 1 or groups < 2:
        stay_out("does not divide")
    count, inner, lines = groups.bit_length() - 1, words.bit_length() - 1, parameters["lines"]
    rows = [[start - place for place in range(count)] for start in dict.fromkeys((lines - 1, inner + count - 1))]

    def fits(option: str) -> bool:
        return [int(number) for number in patterns.findall(r"A(\d{1,2})", option)] in rows

    return Solution(
        answer="",
        steps=paragraphs(
            f"芯片用低位的 {inner} 根地址线；存储器分 {groups} 组，译码器要 {count} 根输入。",
            "输入接地址线的最高几位（或片内地址线以上的几位），高位在前。",
        ),
        fits=fits,
    )


def _solve_shared(parameters: Parameters) -> Solution:
    space = 1 << parameters["lines"]
    parts = dict(zip(parameters["names"], parameters["share"], strict=True))
    whole = sum(parts.values())
    if space % whole:
        stay_out("does not divide")
    sizes = {name: space // whole * part for name, part in parts.items()}
    low, which = parameters["low"], parameters["which"]
    first = 0 if which == low else sizes[low]
    last = first + sizes[which] - 1
    digits = -(-parameters["lines"] // 4)
    ends = [f"{value:0{digits}X}H" for value in (first, last)]
    spaced = [f"{end[:4]} {end[4:]}" if digits == 8 else end for end in ends]
    answer = "～".join(ends)
    return Solution(
        answer=answer,
        also=("~".join(ends), "~".join(spaced)),
        steps=paragraphs(
            f"{parameters['lines']} 根地址线有 2^{parameters['lines']} 个单元，{which} 占其中的 {parts[which]}/{whole}，共 {sizes[which]:X}H 个。",
            f"{which} 的地址为 {answer}。",
        ),
        conventions=("每个地址一个字节",),
    )
