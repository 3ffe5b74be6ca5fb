"""The index of UNIX with its ten or so direct addresses and one of each further level: by which of them a block is reached."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.os._files.bitmap import recognise_bitmap, solve_size
from engine.generators.os._files.index_node import Node
from engine.generators.os._topic import Topic
from engine.generators.reading import INTEGER, stay_out, to_int

_NAMES = ("主索引表", "一级索引表", "二级索引表", "三级索引表")
_DIRECT = (10, 12)  # of the older and the newer systems


def recognise_level_of_block(text: str) -> Recognition | None:
    """`UNIX, three levels, 256 numbers a block: block 2583 is found by which table?`; None: another problem."""
    reading = Topic(text)
    if not reading.take(r"(?:类)?UNIX(?:文件)?(?:系统)?(?:的)?"):
        return None
    reading.take_all(r"(?:采用|使用)?(?:的)?[三3]级(?:间接)?索引(?:结构|方式|文件|组织)?(?:的)?")
    fan_out = reading.take_one(
        rf"\(?(?:假设|设|若)?(?:一个|每个|1个)?(?:物理|磁盘|索引|盘)?块(?:中)?(?:可以|可|能)?(?:存放|存|放|装)(?:下)?\s*(?P<value>{INTEGER})\s*个(?:物理|盘)?块号\)?",
        to_int,
    )
    number = reading.take_one(
        (
            r"(?:若|如果)?(?:要|需)?(?:读取|读|访问|查找)(?:一个|该|某)?(?:文件)?(?:的)?第\s*(?P<value>\d{2,8})\s*(?:号)?(?:逻辑|物理)?块",
            r"(?:若|如果)?(?:要|需)?(?:读取|读|访问|查找)(?:一个|该|某)?(?:文件)?(?:的)?(?:逻辑|物理)?块号(?:为|是)\s*(?P<value>\d{2,8})(?:的)?(?:物理|逻辑|数据)?块",
        ),
        int,
    )
    asked = reading.ask(
        (
            (
                r"(?:则)?(?:将)?(?:需要?|会|要)?(?:用到|使用|用|涉及|访问)(?:到)?(?:的是)?(?:哪一?级(?:间接)?(?:索引)?(?:表)?|哪个(?:索引)?表|\(\s*\)|什么|几级索引表?|多少|几(?=[。?]?\s*$))",
                "level",
            ),
        )
    )
    reading.finish_knowing("某 在 文件系统 系统 中 文件 的 物理 结构 采用 假设 设 若 则 一个 物理结构 要 需要 将")
    if fan_out is None or number is None or not asked or not 2 <= fan_out <= 4096:
        return None
    levels = {Node((direct, 1, 1, 1), 4 * fan_out, 4).level_of(block) for direct in _DIRECT for block in (number - 1, number)}
    if len(levels) != 1 or None in levels:
        stay_out("the level turns on how many direct addresses there are")
    return Recognition(
        parameters={"layout": "level of block", "fan_out": fan_out, "number": number, "level": levels.pop()},
        understood=(("每块可存", f"{fan_out} 个块号"), ("要找", f"第 {number} 块")),
    )


def solve_level_of_block(parameters: Parameters) -> Solution:
    """The first level whose blocks reach so far."""
    fan_out, number, level = int(parameters["fan_out"]), int(parameters["number"]), int(parameters["level"])
    reach = [_DIRECT[0]]
    for power in (1, 2, 3):
        reach.append(reach[-1] + fan_out**power)
    lines = [f"主索引表直接指向前 {reach[0]} 块。"] + [
        f"加上{_NAMES[power]}，到 {reach[power - 1]} + {fan_out}{'' if power == 1 else f'^{power}'} = {reach[power]} 块。"
        for power in range(1, level + 1)
    ]
    lines.append(f"{'' if not level else f'{reach[level - 1]} < '}{number} ≤ {reach[level]}，用到{_NAMES[level]}。")
    return Solution(
        answer=_NAMES[level],
        also=(_NAMES[level][:-1], _NAMES[level][:2], f"{'零一二三'[level]}级间接索引", f"{'零一二三'[level]}次间接"),
        steps=paragraphs(*lines),
        conventions=(f"UNIX 的主索引表有 {_DIRECT[0]} 个直接地址（有 {_DIRECT[1]} 个时结果相同）",),
    )


def recognise_word(text: str) -> Recognition | None:
    """In which word of a bitmap a block's bit is, and how large the bitmap of a disk is; None: another problem."""
    told = patterns.search(
        r"[,;。]?(?:那么|则|若)?(?P<number>\d{1,8})\s*[号块](?:物理|磁盘|盘)*块(?:的)?(?:使用|分配)?(?:情况|状态)?(?:在|位于)?(?:该)?(?:位示图|位图)(?:中)?(?:的)?第\s*(?:\(\s*\)|多少|几)\s*个字(?:中|上|里)?(?:来)?(?:描述|表示|记录)?",
        text,
    )
    width = patterns.search(r"字长(?:为|是)?\s*(?P<bits>\d{1,3})\s*位", text)
    counted = patterns.search(
        r"[,;]?(?:且)?(?:磁盘上的?)?(?:物理|磁盘|盘)*块(?:依次|的)?(?:编号|号)?(?:依次|分别)?(?:编号)?(?:为|是)?:?\s*(?:0\s*[、,]\s*1\s*[、,]\s*2\s*(?:[、,]?\s*(?:\.{2,6}|…+))?|从0(?:开始|起)?(?:编号)?)",
        text,
    )
    if told is None or width is None or counted is None or counted.end() > told.start():
        return None
    rest = text[: counted.start()] + text[counted.end() : told.start()] + "," + text[told.end() :].lstrip(",;。")
    later = None
    if patterns.search(r"容量|大小|多少|几|\(\s*\)", rest):
        later = recognise_bitmap(patterns.sub(r"(?<=[为是])\s*\(\s*\)(?=\s*个字)", "多少", rest))
        if later is None or later.parameters["layout"] != "bitmap":
            return None
    else:
        reading = Topic(rest)
        reading.take_one(r"(?:机器|计算机|系统)?(?:的)?字长(?:为|是)?\s*(?P<value>\d{1,3})\s*位", int)
        reading.finish_knowing(
            "某 计算机系统 计算机 系统 文件系统 文件管理系统 在 磁盘上 磁盘 建立 了 位示图 bitmap 记录 磁盘 的 使用情况 采用 使用 用 若 设 来 管理 空间"
        )
    number, bits = int(told["number"]), int(width["bits"])
    return Recognition(
        parameters={"layout": "word", "number": number, "bits": bits, "later": dict(later.parameters) if later else None},
        understood=(("位示图", f"每字 {bits} 位，块号从 0 起"), ("已知", f"{number} 号块"), *(later.understood if later else ())),
    )


def solve_word(parameters: Parameters) -> Solution:
    """The words counted from the first."""
    number, bits = int(parameters["number"]), int(parameters["bits"])
    place = number // bits + 1
    answer, lines = (
        f"第 {place} 个字",
        [f"{number} 号块之前有 {number} 块，{number} ÷ {bits} = {number // bits} 余 {number % bits}，在第 {place} 个字。"],
    )
    if parameters["later"]:
        later = solve_size(parameters["later"])
        answer, lines = f"{answer}；{later.answer}", [*lines, later.steps]
    return Solution(
        answer=answer,
        also=() if parameters["later"] else (str(place), f"{place} 个字"),
        steps=paragraphs(*lines),
        conventions=("块号从 0 起，第 1 个字是最前面的字",),
    )
