"""Blocks that are read through one buffer or two, moved to the user and worked on: how long it takes, read by what each time is for.

After Tang, Computer Operating Systems (buffering): with one buffer a block is read while the one before is worked on, but not while it
is moved; with two it is read while the one before is moved and worked on. A work area holds one block.
"""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.os._scenery import SCENERY
from engine.generators.os._topic import Topic
from engine.generators.quantities import decimal, relation
from engine.generators.reading import DECIMAL, INTEGER, stay_out, to_int

_UNIT = r"(?:ms|μs|us|ns|s|毫秒|微秒|纳秒|秒|个?(?:单位时间|时间单位))"
_UNITS = {"毫秒": "ms", "微秒": "μs", "us": "μs", "纳秒": "ns", "秒": "s"}
_TIME = rf"(?P<time>{DECIMAL})\s*(?P<unit>{_UNIT})?(?![A-Za-z\d%]|\s*[个块])"
_LASTS = rf"(?:所|需要?|要|花费?|用|耗费?|平均|均|约|的|时间|为|是|=|:|\s)*{_TIME}"
_BLOCK = r"(?:(?:每|一|1|这|该)?\s*(?:个|块)?(?:磁盘|数据|盘|文件|物理)*(?:块|数据|记录)|文件)"
_FROM = r"(?:从|由|将|把|CPU|系统|用户进程|进程|操作系统|来自)*"
_DEVICE = r"(?:外设|磁盘|外存|设备|磁带|输入设备)"
_BUFFER = r"(?:系统|主存|内存|输入)*缓冲(?:区|块)?(?:中|内|里)?"
_AREA = r"(?:用户(?:进程)?(?:工作|数据)?区?|工作区|用户空间)(?:中|内|里)?"
_INTO = r"(?:读入|读到|读取到|读取|读|送入|送到|送至|送|输入到?|传送到?|传输到?|传到|传至|装入|存入|移到|移至|移入|复制到|拷贝到)"
_STEPS = (
    ("read", rf"{_FROM}{_DEVICE}?(?:中|上)?(?:将|把)?{_BLOCK}?(?:从{_DEVICE}(?:中|上)?)?{_INTO}{_BLOCK}?(?:到|至|入)?{_BUFFER}{_LASTS}"),
    ("move", rf"{_FROM}{_BUFFER}(?:的)?(?:将|把)?{_BLOCK}?{_INTO}{_BLOCK}?(?:到|至|入)?{_AREA}{_LASTS}"),
    (
        "work",
        rf"(?:{_FROM}|对|在|每次)*(?:{_AREA}(?:的)?)?(?:对)?{_BLOCK}?(?:的|进行|中)*(?:数据)?(?:进行|的)*(?:分析|处理|计算|加工)(?:{_BLOCK})?{_LASTS}",
    ),
)
_COUNT = (
    rf"(?:占用?|有|由|共|含|大小为|读入并分析|读入并处理|处理|分析)(?:了)?\s*(?P<value>(?!一个|1个|1块|一块){INTEGER})\s*个?(?:磁盘|数据|盘|物理)*块(?:大小)?(?:的)?(?:数据|文件)?",
    rf"大小为\s*(?P<value>{INTEGER})\s*个?(?:磁盘|数据|盘|物理)*块",
)
_WAYS = r"(?:(?:设|若|当|采用|使用|用|在|利用|均|都|和|与|及|、|,)*(?P<way>单|双)缓冲(?:区|技术|方式|结构|方案|机制)*(?:和|与|、|及)?(?:结构|方式|情况|条件|技术)?(?:下|时)?)"
_WORDS = (
    "磁盘块 数据块 盘块 缓冲区 缓冲 系统缓冲区 用户工作区 用户区 工作区 用户 进程 文件 某文件 系统 CPU 外设 磁盘 主存 内存 读入 读 逐个 逐块 送 送到 传送 分析 处理 时间 大小 相同 相等 一个 每个 假设 设 若 需要 将 从 把 并 现 要 现要 该 全部 结构 采用 "
    "进行 完 完成 最短 最少 总 总共 花费 用 块 数据 到 中 与 和 在 则 下 分别 单 区 均 都 名 单位 Doc Doc1 依次 计算"
)


def recognise_buffering(text: str) -> Recognition | None:
    """Such a problem as understood; None: another one."""
    if not patterns.search("(?:单|双)缓冲", text) or patterns.search("转速|扇区|循环缓冲|缓冲池|中断|DMA|生产者", text):
        return None
    text = patterns.sub(
        r"\(?(?:如|见)(?:下|上|右|左)?图(?:所示)?\)?|!\[?[^\]()\n]{0,12}\]?\(http[^)]*\)", "", text
    )  # the text tells what it shows
    text = patterns.sub(r"(?<=[块的])\s?[A-Za-z]\w{0,5}(?=文件)|(?<=文件)\s?[A-Z](?![A-Za-z])", "", text)
    text = patterns.sub(r"(?<=时间)\s?(?:\(\s?)?[TMC][1-3]?(?:\s?\))?\s?(?=[为是=约\d])", "", text)
    reading = Topic(text)
    reading.take_all(
        r"(?:假设|设|若)?(?:一个)?(?:磁盘块|盘块|数据块|缓冲区)(?:和|与|跟)(?:一个)?(?:缓冲区|磁盘块|盘块|数据块)(?:的)?大小(?:相同|相等|一样)"
    )
    reading.refuse(r"写回|写到|(?<!输入/)(?<!输入)输出|打印|已(?:经)?[在读装]|还要|第[一二两三]块|最后一块|并行|三缓冲|停顿|校验|出错|重读")
    times: dict[str, Fraction] = {}
    units: set[str] = set()
    for name, pattern in _STEPS:
        found = reading.take_all(pattern)
        if len(found) != 1:
            return None
        times[name] = Fraction(found[0]["time"])
        if found[0]["unit"]:
            units.add(_UNITS.get(found[0]["unit"], found[0]["unit"]))
    if len(units) > 1:
        return None
    each = bool(
        reading.take_all(
            r"(?:如果|若|当)?(?:有|共有)?(?:连续)?(?:传送|处理|读入)?(?:多|许多|大量|连续多|很多)(?:个)?(?:数据|磁盘)?块?(?:数据)?(?:需要?|要)?(?:连续)?(?:传送|处理|读入)?(?:时)?(?=[,，。])"
        )
    ) and bool(
        reading.take_all(
            r"(?:平均)?(?:处理|读入并处理|传送并处理)(?:一|每|1)个?(?:块)?(?:数据|磁盘)*(?:块)?(?:的)?(?:数据)?(?=(?:系统)?(?:所|的|需|要|花|平均|总|时间))|平均(?:每|一)个?块?(?:数据|磁盘)*块?(?:数据)?(?:各|分别)?(?=所?(?:需要?|要|用|花费?|的时间))"
        )
    )
    saved = reading.take_all(
        rf",?(?:则|那么|它|双缓冲)?比(?:采用|使用|用)?(?:了)?单缓冲(?:区|技术|方式|结构|方案|机制|时)*(?:能|可以?|总共|共)*(?:节约|节省|少用|少花|缩短)(?:了|的)*(?:时间)?(?:是|为)?(?:多少|几)\s*{_UNIT}?(?:的)?(?:时间)?"
    )
    reading.questions += [match.span() for match in saved]
    counts = {to_int(match["value"]) for pattern in _COUNT for match in reading.take_all(pattern)}
    ways = [match["way"] for match in reading.take_all(_WAYS)]
    asked = reading.ask(
        ((r"(?:所|需要?|要|花费?|用|总|共|最短|最少|的|则|其)*(?:时间|多长时间|多久)(?:各|分别)?(?:是|为|约)*(?:多少|几|多长)?", "time"),)
    )
    reading.finish_knowing(SCENERY + _WORDS, danger="再|又|改|增|另", ordinary_questions=False)
    if len(counts) + each != 1 or not ways or not asked or (saved and (each or set(ways) != {"双"})):
        return None
    parameters: dict[str, object] = {
        "times": "buffering",
        **{name: str(value) for name, value in times.items()},
        "blocks": counts.pop() if counts else 0,
        "ways": list(dict.fromkeys(ways)),
        **({"saved": 1} if saved else {}),
        "unit": next(iter(units), ""),
    }
    return Recognition(
        parameters=parameters,
        understood=(
            ("读入一块", _shown(times["read"], units)),
            ("送到用户区", _shown(times["move"], units)),
            ("处理一块", _shown(times["work"], units)),
            ("块数", str(parameters["blocks"] or "很多，问每块")),
        ),
    )


def _shown(value: Fraction, units: set[str]) -> str:
    return f"{decimal(value, 3)} {next(iter(units), '')}".strip()


def solve_buffering(parameters: Parameters) -> Solution:
    """The time with one buffer or with two."""
    read, move, work = (Fraction(str(parameters[name])) for name in ("read", "move", "work"))
    blocks, unit = int(parameters["blocks"]), str(parameters["unit"])
    if blocks == 1:
        stay_out("one block")
    said, steps = [], []
    for way in parameters["ways"]:
        each = max(read, work) + move if way == "单" else max(read, move + work)
        total = read + move + work + (blocks - 1) * each if blocks else each
        rule = (
            f"max({decimal(read)}, {decimal(work)}) + {decimal(move)}"
            if way == "单"
            else f"max({decimal(read)}, {decimal(move)} + {decimal(work)})"
        )
        shown = f"{decimal(total, 3)} {unit}".strip()
        said.append(f"{way}缓冲 {shown}" if len(parameters["ways"]) > 1 else shown)
        if not blocks:
            steps.append(f"{way}缓冲：连续处理时每块 {rule} = {shown}。")
            continue
        steps.append(
            f"{way}缓冲：第一块要 {decimal(read)} + {decimal(move)} + {decimal(work)} = {decimal(read + move + work)}，"
            f"以后每块多 {rule} = {decimal(each)}，{blocks} 块共 {decimal(read + move + work)} + {blocks - 1}×{decimal(each)} {relation(total)} {shown}。"
        )
    if parameters.get("saved"):
        one, two = (read + move + work + (blocks - 1) * each for each in (max(read, work) + move, max(read, move + work)))
        said.append(f"比单缓冲节约 {decimal(one - two, 3)} {unit}".strip())
        steps.append(
            f"单缓冲共 {decimal(read + move + work)} + {blocks - 1}×{decimal(max(read, work) + move)} {relation(one)} {decimal(one, 3)}；"
            f"{decimal(one, 3)} − {decimal(two, 3)} = {decimal(one - two, 3)} {unit}".strip()
        )
    return Solution(answer="；".join(said), steps=paragraphs(*steps), conventions=("用户工作区只放一块，处理完一块才能送下一块",))
