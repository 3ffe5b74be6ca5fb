"""One device served by polling, by interrupts and by DMA, each way asked in its turn; printers told by pages."""

from __future__ import annotations

import re
from dataclasses import replace

from engine.generators import patterns
from engine.generators.co._io_overhead.service_topic import OVERHEAD
from engine.generators.co._io_overhead.stolen_topic import percent
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.laws.solving import recogniser, solver
from engine.generators.laws.topic import Law, Quantity, counted
from engine.generators.markdown import paragraphs
from engine.generators.pasted.normalising import normalise
from engine.generators.patterns import caseless

_WAY = r"(?:若|如果|现|再)?(?:采用|使用|用|改用|利用|以){0}(?:的)?(?:I/O|输入/?输出|控制|数据传送|方式|方法|控制方式)*(?:进行)?(?:控制|数据传送|传送|传输|输入/?输出)?(?:操作)?"
_QUESTION = re.compile(
    r"(?:求|问)?(?:在)?(?:磁盘|硬盘|设备|外设)?(?:工作|传送|传输)?时?,?(?:CPU|处理器|处理机)(?:将|要|需要?)?(?:用|花费?)?(?:为)?(?:(?:I/O)?(?:查询|轮询)|传输(?:磁盘|硬盘)?数据|进行(?:输入/?输出|I/O)(?:操作)?|处理(?:磁盘|硬盘|设备)?(?:I/O)?)?(?:所)?(?:花费|占用|用)?(?:的)?"
    r"(?:时间(?:的)?(?:比率|比例|百分比|比重)(?:是|为)?(?:多少)?|多少(?:的)?时间(?:比率|比例|比重)?(?:进行(?:输入/?输出|I/O)(?:操作)?)?|时间占整个CPU时间的百分比(?:是|为)?(?:多少)?)"
)
_PASSED = re.compile(
    r"(?:假定|假设|并)?(?:为了?|进行|保证|要求)?(?:足够(?:多)?的)?(?:查询|轮询)?(?:以|能|可以?)?(?:避免|防止|保证不|不)(?:数据)?(?:的)?丢失(?:数据|任何数据)?|"
    r"(?:忽略|不考虑)DMA(?:申请)?(?:使用|占用|争用)?总线(?:的)?(?:影响|开销|时间)?|(?:假定|假设)?(?:不考虑|忽略)(?:处理|其他)时间"
)


def _asked_alike(text: str) -> str:
    """Every question for the CPU's share of time in the same words; what changes nothing gone."""
    text = patterns.sub(r"(?<=[\u3400-\u9fffA-Za-z0-9,.]) (?=[\u3400-\u9fff\d])|(?<=[\u3400-\u9fff]) (?=[A-Za-z])", "", text)
    text = patterns.sub(r"(?<!为)(?<!是)\(\s*\)(?=[。,;])", "", _PASSED.sub("", text))
    return _QUESTION.sub("求CPU时间占比是多少", text)


_ONE = replace(
    OVERHEAD,
    name="one of several services",
    guard=r"寻道|优先|嵌套|多重中断|屏蔽|向量|通道|Cache|命中|多少台|几台|最多(?:能|可)?(?:接|连|支持)|FIFO|缓冲区大小|双缓冲|声卡|起始位|停止位|波特|哪种|哪个|重叠|总线",
    passed=(
        r"(?:数据)?(?:传输|传送)?以\ue000+(?:的)?字?为单位|的字为单位",
        *OVERHEAD.passed,
    ),
    laws=(
        Law("share", ("often", "cost"), lambda often, cost: often * cost, "占 CPU 时间的比例为每秒的次数 × 每次的时间"),
        *OVERHEAD.laws,
    ),
    shown={
        **OVERHEAD.shown,
        "share": replace(OVERHEAD.shown["share"], show=lambda share: percent(share) + ("（CPU 的全部时间也不够）" if share > 1 else "")),
    },
    words=OVERHEAD.words + " 操作 一个 平均 长度 完成 控制",
    conventions=("传输率和数据块中 K = 10^3、M = 10^6",),
)
_READ = recogniser(_ONE)
_SOLVE = solver((_ONE,))
TASK = "several services"
_ASKED = "求CPU时间占比是多少"
_WAYS = tuple(
    (name, caseless(rf"(?:(?<=[。;?\n:])|^|(?<=\(\d\)))\s*(?:\(\d\))?\s*{_WAY.format(word)}"))
    for name, word in (("程序查询", "(?:程序|定时)?(?:查询|轮询)(?:方式)?"), ("中断", "(?:程序)?中断"), ("DMA", "DMA"))
)
_DEVICES = "鼠标|键盘|软盘|硬盘|磁盘|光盘|打印机|扫描仪|网卡|调制解调器"
_ALL_OF_THEM = re.compile(
    rf"(?:试)?(?:求|问)?(?:分别)?(?:求)?CPU(?:为|对|用于|花在)*(?:对)?(?:这)?(?:[两三23]个|各个?|各(?=设备)|每个|它们|(?:(?:{_DEVICES})(?:、|和|与|及)?)+)?(?:设备|外设)?(?:的)?(?:进行)?(?:查询|轮询)?(?:上)?(?:各)?(?:所)?(?:花费|占用|占)?(?:的)?"
    r"(?:CPU)?时间(?:的)?(?:比率|比例|百分比|比重)(?:各|分别)*(?:是|为)?(?:多少)?"
)
_CONCLUSION = re.compile(r"[,;。]?(?:由此)?(?:可以?)?(?:得出|得到)(?:了)?(?:什么|怎样的)?结论[?。]?")


_OF_EACH_WAY = re.compile(
    r"(?:则|求|问)*(?:在)?(?:这|上述|以上)?[两二三23]种(?:I/O|传送|控制|数据传送)*方式下?[,]?(?:CPU|处理器)[^,;。?]{0,40}(?:百分比|比例|比率|时间)"
    r"(?:依次|分别|各)(?:约|大约)?(?:为|是|占)?(?:多少|百分之几)?[?。]?\s*$"
)


def _parts(text: str) -> list[tuple[str, str]]:
    """(what is served how, its problem in full) for every way or device of a text."""
    of_each = _OF_EACH_WAY.search(text)
    text = _asked_alike(text if of_each is None else text[: of_each.start()])
    marks = sorted((match.start(), match.end(), name) for name, pattern in _WAYS for match in pattern.finditer(text))
    if of_each is not None and len(marks) > 1 and _ASKED not in text:
        ends = [*(start for start, _, _ in marks[1:]), len(text)]
        return [
            (f"{name}方式", f"{text[: marks[0][0]]}采用{name}方式{text[end:stop].rstrip(',;。 ')}。{_ASKED}?")
            for (_, end, name), stop in zip(marks, ends, strict=True)
        ]
    if len(marks) > 1 and text.count(_ASKED) == len(marks):
        ends = [*(start for start, _, _ in marks[1:]), len(text)]
        return [
            (f"{name}方式", f"{text[: marks[0][0]]}采用{name}方式{text[end:stop]}")
            for (_, end, name), stop in zip(marks, ends, strict=True)
        ]
    return _first_interrupts_then_dma(text) or _by_device(text)


_LATER_BY_DMA = re.compile(
    r"(?:\(\s*2\s*\)|2[)、.])\s*(?:当|若|如果|假定|假设)?(?:该|此)?(?:外设|设备|磁盘|硬盘)?(?:的)?(?:最大)?(?:数据)?(?:传输率|传输速率|传送速率|速率)(?:达到|提高到|为|是|增加到)+\s*(?P<rate>\d+(?:\.\d+)?\s*[KM]?B/s)(?:时)?,?(?:则)?(?:改用|采用|改为|使用|换用)DMA(?:方式)?(?:传送|传输)?(?:数据)?"
)
_FIRST_MARK = re.compile(r"(?:\(\s*1\s*\)|(?<=[\s。;:?!])1[)、.])\s*")
_CLOCK = re.compile(r"[^,;。\n]*(?:主频|时钟频率)[^,;。\n]*")


def _first_interrupts_then_dma(text: str) -> list[tuple[str, str]]:
    """Interrupts at one rate, then DMA at another: of what was told before only the CPU's clock holds for both."""
    text = patterns.sub(r"(?<=[\u3400-\u9fffA-Za-z0-9,.]) (?=[\u3400-\u9fff\d])|(?<=[\u3400-\u9fff]) (?=[A-Za-z])", "", text)
    first, later = _FIRST_MARK.search(text), _LATER_BY_DMA.search(text)
    if first is None or later is None or later.start() < first.end() or not patterns.search("中断", text[: later.start()]):
        return []
    told, one, other = text[: first.start()], text[first.end() : later.start()], text[later.end() :]
    clock = _CLOCK.search(told)
    if clock is None or patterns.search("多少|[?]", told):
        return []
    return [
        ("中断方式", _asked_alike(f"{told.rstrip()}{one}")),
        ("DMA方式", _asked_alike(f"{clock[0]}。设备的数据传输率为{later['rate']},采用DMA方式传送数据{other}")),
    ]


def _by_device(text: str) -> list[tuple[str, str]]:
    """The clauses that speak of one device each, behind those that speak of none."""
    text = text.replace(_ASKED, "") if text.count(_ASKED) == 1 else _ALL_OF_THEM.sub("", text, count=1)
    if _ASKED in text or patterns.search("[?]|多少|求", text):
        return []
    text = patterns.sub(
        rf"(?:现)?(?:有)?(?:(?:{_DEVICES})(?:、|和|与|及)?){{2,4}}(?:这)?(?:[两三四2-4]个|等)?(?:设备|外设)[,;。]?", "", text
    )
    text = patterns.sub(
        rf"每秒(?:钟)?(?:必须|要|需要?)?(?:对)?(?P<of>{_DEVICES})(?:进行|查询|轮询)+(?P<n>\s*\d+\s*次)(?:查询|轮询)?",
        r"\g<of>每秒查询\g<n>",
        text,
    )
    shared, owners = "", dict[str, str]()
    owner = ""
    for clause in patterns.findall(r"[^,;。\n]+[,;。\n]*", text):
        named = list(dict.fromkeys(patterns.findall(_DEVICES, clause)))
        if len(named) > 1:
            return []
        if patterns.search(r"[。;\n]$", clause) and not named and not owner:
            shared += clause
        elif named or owner:
            owner = named[0] if named else owner
            owners[owner] = owners.get(owner, "") + clause
        else:
            shared += clause
    if len(owners) < 2:
        return []
    return [(name, f"{shared.rstrip(',;。 ')}。{told.replace(name, '设备').rstrip(',;。 ')}。{_ASKED}?") for name, told in owners.items()]


def several(text: str) -> Recognition | None:
    """A device in several ways, or several devices, each read by itself; None where there are not several.

    Raises:
        StayOut: one of them is not understood.
    """
    concluded = bool(_CONCLUSION.search(text))
    parts = _parts(_CONCLUSION.sub("", normalise(text)))
    if len(parts) < 2:
        return None
    found = []
    for name, problem in parts:
        seen = _READ(problem)
        if seen is None:
            return None
        found.append((name, seen))
    return Recognition(
        parameters={"task": TASK, "services": [[name, dict(seen.parameters)] for name, seen in found], "concluded": concluded},
        understood=(
            *((f"{name}：{label}", value) for name, seen in found for label, value in seen.understood if label != "求"),
            ("求", "占 CPU 时间的比例"),
        ),
    )


def solve_several(parameters: Parameters) -> Solution | None:
    """The share of each; None for another task."""
    if parameters.get("task") != TASK:
        return None
    solutions = [(name, _SOLVE(each)) for name, each in parameters["services"]]
    said = [(name, solution) for name, solution in solutions if solution is not None]
    answer = "；".join(f"{name} {solution.answer}" for name, solution in said)
    if parameters["concluded"]:
        # Nearly all of the time, or more than all with 1 MB as 2^20 B: nothing is left for anything else.
        beyond = [
            name
            for name, solution in said
            if "不够" in solution.answer or any(float(share) >= 95 for share in patterns.findall(r"(\d+(?:\.\d+)?)%", solution.answer))
        ]
        answer += "；结论：" + (f"{'、'.join(beyond)}不能用程序查询方式" if beyond else "各占的时间都不超过 CPU 的时间，可以这样工作")
    values = [(solution.also or (solution.answer,)) for _, solution in said]
    return Solution(
        answer=answer,
        steps=paragraphs(*(f"{name}：{solution.steps}" for name, solution in said)),
        also=tuple("，".join(row) for row in zip(*values, strict=False)),
        conventions=tuple(dict.fromkeys(one for _, solution in said for one in solution.conventions)),
    )


_PAGES = (
    r"(?:每分钟|一分钟)(?:最快|最多)?(?:可以?|能)?(?:打印|输出)\s*(?P<pages>\d+)\s*(?:个页面|页|张)(?:纸)?[,;。]?(?:每页|页面(?:的)?规格(?:为|是)?|每(?:个)?页面)(?:有|为|是)?\s*"
    r"(?P<rows>\d+)\s*行?\s*(?:[×xX*]|,?每行(?:有)?)\s*(?P<columns>\d+)\s*(?:个)?(?:字符|列)(?:/行)?"
)


def _pages_said(text: str) -> str:
    """A printer's pages a minute as characters a minute."""

    def characters(match: re.Match[str]) -> str:
        return f"每分钟打印{int(match['pages']) * int(match['rows']) * int(match['columns'])}个字符"

    text = caseless(_PAGES).sub(characters, text)
    text = patterns.sub(r"每个字符(?:申请|请求|引起|产生)(?:一|1)次中断(?:且|,并且|并且)?", "每个字符中断一次,", text)
    text = patterns.sub(
        r"(?:请问)?(?:该|此)?(?:计算机)?(?:系统)?(?P<can>能否|是否可以|是否能|可否)(?:采用|使用|用)(?:程序)?中断(?:控制)?(?:I/O)?(?:控制)?(?:方式)?(?:进行)?(?:字符)?(?:打印|输出)*",
        "能否采用中断方式",
        text,
    )
    return patterns.sub(r"(?P<what>中断响应和(?:中断)?处理)(?:的)?时间合起来(?:共)?(?:为|是|需要?)?", r"\g<what>共需", text)


PAGES = replace(
    OVERHEAD,
    name="a printer told by pages",
    about=r"每分钟打印\d+个字符",
    prepared=_pages_said,
    shown={**OVERHEAD.shown, "chars": Quantity("每秒", counted("个字符"))},
    words=OVERHEAD.words + " 台 已知 字符打印 打印 打印机",
)
