"""Reading and solving problems about the CPU's time for input and output: polling, interrupts, DMA."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.co._io_overhead.load import fastest, share
from engine.generators.kind import Missing, Parameters, Recognition, Solution
from engine.generators.laws.clauses import (
    BITS,
    FREQUENCY,
    NUMBER,
    RATE,
    SHARE,
    SIZE,
    TIME,
    Clauses,
    to_bytes,
    to_hertz,
    to_rate,
    to_seconds,
)
from engine.generators.laws.measures import duration, frequency
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, is_exact
from engine.generators.reading import INTEGER, stay_out, to_count, to_int, to_share

HINT = r"秒查|秒要查|查一次|鼠标|键盘|挪用|窃取|中断|查询|轮询|DMA|I/O|IO|外设|外部设备"

_CYCLES = rf"(?<![\d.A-Za-z^]){INTEGER}\s*(?:个)?(?:CPU)?(?:时钟|机器)?(?:周期|拍|T(?![A-Za-z]))"
_INSTRUCTIONS = rf"(?<![\d.A-Za-z第]){INTEGER}\s*条(?:指令)?"
_TIMES = rf"(?<![\d.A-Za-z^第]){INTEGER}\s*次"
_PLAIN = rf"{NUMBER}(?![\d.A-Za-z%/]|\s*[位字个条次])"
_EACH = r"(?:响应|处理|服务|查询|轮询|执行|开销|耗时|花费|花|占用|需要?|用|耗|每次|一次)"

_HARMLESS = """
CPU 处理器 计算机 主机 主频 时钟频率 频率 时钟 周期 时钟周期 外设 外部设备 设备 设备接口 接口 I/O IO 输入 输出 输入输出 输入/输出 鼠标 键盘 打印机 硬盘 磁盘 软盘 光盘 U盘 固态硬盘 字符设备 块设备 慢速 高速 低速 快速设备 网卡 扫描仪 传感器 采集卡 采集 终端
中断 中断方式 中断响应 中断处理 中断服务 中断服务程序 中断请求 请求 响应 处理 服务 服务程序 含响应 含 数据率 子程序 例程 程序 程序查询 程序查询方式 定时查询 定时 查询 查询方式 轮询 轮询方式 独占 DMA DMA方式 字符 查 传 中断传 接口里 缓冲 别的 别的开销 相当于 加 一共 花 上 cpu占比 占多少 丢数据 不丢数据 为了不丢数据 控制器 预处理 后处理 预处理和后处理 启动 初始化 设置 结束 结束处理 收尾 总开销 开销 时间 总时间 时间占 占用 占 占比 占用率 比例 百分比 百分数 整个 总的 用于 用在 花在 花费在
数据 数据块 块 块大小 数据传输率 传输率 传输速率 数据传输速率 传送速率 速率 速度 传送 传输 传 交换 交换数据 进行 缓冲 缓冲寄存器 缓冲器 数据缓冲寄存器 数据寄存器 寄存器 数据端口 端口 宽度 字 字节 位 单位 每次 每 每当 一次 次 每次中断 每次查询 每秒 每秒钟 至少 保证 为保证 丢失 不丢失 数据不丢失 不漏掉 漏掉 错过 用户 移动 操作 到达 准备好 连续 连续工作 持续 工作 满 就 引起 产生 发出 触发 一个 均 都 各 每个 期间 完成 执行 指令 平均 CPI 设 需 需要 耗时 用时 花费 间隔 一段 内存 主存 之间 若 采用 并 取走 取走数据 通过 方式 适合 适用 数 条 其 两次 相邻 启动时 传送完 结束时 全部 整个CPU 开始
"""


def recognise(text: str) -> Recognition | None:
    """How often a device is served, what a service costs, and the share of the CPU's time or what else is asked."""
    reading = Clauses(text)
    thousand = reading.thousand()
    if reading.take_all(r"(?:[KMG](?:和|、|,|\s)*)+(?:都|均|全)?(?:按|为|是|取)(?:10(?:的)?(?:整数)?(?:次)?幂|1000|十进制)(?:算|计算|计)?"):
        thousand = 1000 if thousand in (None, 1000) else stay_out("K of two sizes")
    reading.take_all(
        r"(?:假设|假定|设)?(?:不考虑|忽略|没有|不存在|不计|无)?(?:CPU)?(?:与|和)?(?:DMA)?(?:之间|间)?(?:的)?(?:不考虑|忽略|没有|不存在|不会|不发生|不会发生|无)(?:CPU|DMA|与|和|之间|间|在|的|发生)*(?:访存|争用|访问内存|内存|总线|主存)*(?:的)?(?:冲突|争用|竞争)(?:的)?(?:情况|影响)?|不考虑DMA与CPU争用内存"
    )
    reading.refuse(
        r"挪用|窃取|周期窃|寻道|转速|道|扇区|旋转|优先|嵌套|多重中断|屏蔽|向量|通道|总线|带宽|存取|命中|缺失|Cache|FIFO|空闲|另一|两个设备|两台|多个设备|比较|降低|提高|增加到|为什么|冲突|争用|帧|波特|同时|最多(?:能|可)?(?:接|连|支持)|几台|多少台|半满|一半|丢弃|重传"
    )
    modes = [name for word, name in (("DMA", "DMA"), (r"查询|轮询|查\d", "程序查询"), ("中断", "中断")) if reading.has(word)]
    if not modes:
        return None
    unsure = thousand is None and reading.has(rf"{NUMBER}\s*[KMG]i?B(?![A-Za-z/])")
    base = thousand or 1000
    reading.take_all(r"(?<=设备|外设)[A-Z](?![A-Za-z/])")
    every = reading.take_one(
        rf"每隔?(?P<value>{TIME})(?:就|需要?|要|会)*(?:产生|发出|引起|请求|来|进行|发生)?(?:一次|1次)?(?:中断|查询)(?:请求)?(?:一次|1次)?",
        to_seconds,
    )
    counted = reading.take_one(
        r"(?:运行|执行|查询|中断|处理)?(?:一次)?(?:所用|所需|需要)?(?:的)?(?:时钟)?周期数(?:至少|约)?(?:为|是)(?P<value>\d+)(?![\d.])", int
    )
    chars = reading.take_one(
        (
            rf"(?:每秒|1秒|一秒)(?:钟)?(?:可|能|可以|会)?(?:产生|传送|传输|输入|输出|打印|发送|接收|到达|传)?\s*(?P<value>{INTEGER})\s*个(?:字符|字节|数据)",
            r"(?P<value>\d+)\s*(?:个)?字符/(?:s|秒)",
        ),
        to_int,
    )
    each_char = reading.take_all(
        r"每(?:个|传送一个|传一个|传送1个|输入一个|输出一个|打印一个|接收一个)(?:字符|字节|数据)(?:都|就|均|要|需要?|会)*(?:引起|引发|产生|请求|触发|发出|发|来)(?:一次|1次)?中断(?:请求)?(?:一次)?"
    )
    possible = reading.take_all(
        r"(?:判断|说明|分析)?(?:该|此|这个|这种)?(?:设备|外设|硬盘|磁盘)?(?:是否|能否|能不能|可否|可不可以|是不是能)(?:可以?|能够?)?(?:采用|使用|用|适合)(?:程序)?(?:中断)(?:I/O|输入输出)?(?:方式)?(?:传送|传输|进行)?(?:数据)?(?:I/O|输入输出)?"
    )
    reading.take_all(
        r"(?:每|1|一)次?(?:DMA|中断|查询)?(?:传送|传输)一(?:个)?(?:数据)?块|引起(?:一|1)次中断|(?:请求|产生|发出|触发|申请)(?:一|1)次中断(?:请求)?|(?:一|1)次中断(?:请求)?(?=[,。;]|$)|查询(?:一|1)次|(?:每|一)次查询"
    )
    values = reading.assign(
        (
            Role(name="hertz", quantity=FREQUENCY, read=to_hertz, alone=True),
            Role(name="rate", quantity=RATE, read=to_rate(base), alone=True),
            Role(name="block", quantity=SIZE, read=_bytes(base), before=r"块(?:的)?(?:大小|长度|长)?|(?:每次|一次)?DMA(?:传送|传输)?|长度"),
            Role(
                name="unit",
                quantity=SIZE,
                read=_bytes(base),
                before=r"(?:每次|一次|每)?(?:中断|查询)?(?:只|仅|传每次|可|能|可以|传送|传输|传|交换|处理|取)+(?:数据)?|缓冲(?:寄存)?器?(?:的)?(?:容量|大小)?|单位|端口|字长|宽度|每",
                after=r"(?:的)?(?:数据)?(?:引起|产生|请求|发出|触发|申请|就|时|中断|为单位|数据?缓冲(?:寄存)?器?|端口|寄存器|FIFO)",
            ),
            Role(
                name="unit_bits",
                quantity=BITS,
                read=to_count,
                before=r"(?:每次|一次|每)?(?:中断|查询)?(?:传送|传输|传|交换|取)|宽度|单位|字长|端口|缓冲(?:寄存)?器?|接口(?:里|中)?(?:有)?|寄存器",
                after=r"(?:的)?(?:数据)?(?:缓冲(?:寄存)?器?|端口|寄存器|数据|字|接口|为单位)",
                alone=True,
            ),
            Role(name="before", quantity=_CYCLES, read=to_count, before=r"预处理|初始化|启动(?:DMA)?|设置(?:DMA)?|前处理"),
            Role(name="after", quantity=_CYCLES, read=to_count, before=r"后处理|结束(?:处理|中断)?|收尾|完成(?:中断)?(?:处理|后的处理)"),
            Role(
                name="cycles",
                quantity=_CYCLES,
                read=to_count,
                before=r"预处理(?:和|与|及|、|加上?|\+)后处理(?:的)?(?:总|一共|共)*(?:开销|时间)?|每次(?:查询|中断|轮询)?|(?:中断)?响应(?:和|与|及|、)(?:中断)?(?:处理|服务)(?:程序)?(?:的)?(?:总)?(?:开销|时间)?|查询|轮询|开销|总共",
                alone=True,
            ),
            Role(name="response", quantity=_CYCLES, read=to_count, before=r"响应"),
            Role(name="handling", quantity=_CYCLES, read=to_count, before=r"处理|服务(?:程序)?"),
            Role(
                name="hits",
                quantity=_TIMES,
                read=to_count,
                before=r"(?:每秒|1秒|1s|一秒)(?:钟)?(?:至少|需要?|应|要|必须|得|产生|发生|查询|查|中断|轮询|执行|对它|对其|共)*",
            ),
            Role(
                name="services", quantity=_INSTRUCTIONS, read=to_count, before=r"服务程序|处理程序|中断程序|子程序|程序|包括|包含|执行|有"
            ),
            Role(
                name="others",
                quantity=_INSTRUCTIONS,
                read=to_count,
                before=r"(?:其他|其它|额外|另外|别的|其余|响应)(?:的)?(?:开销)?(?:相当于|等价于|为|约)*",
                after=r"(?:的)?(?:执行)?(?:时间)?(?:的)?(?:其他|其它|额外)开销",
            ),
            Role(name="cpi", quantity=_PLAIN, read=Fraction, before=r"CPI(?:为|是|=|:|\s|取)*"),
            Role(
                name="limit",
                quantity=SHARE,
                read=to_share,
                before=r"(?:不超过|不大于|不高于|至多|最多|小于|低于|不得超过|限制在|控制在|以内)",
            ),
            Role(name="spent", quantity=TIME, read=to_seconds, before=_EACH, alone=True),
        )
    )
    if counted is not None and values.setdefault("cycles", counted) != counted:
        return None
    if every is not None:
        if "hits" in values or chars is not None:
            return None
        values["hits"] = 1 / every
    if chars is not None:
        if not each_char or "hits" in values or "rate" in values:
            return None
        values["hits"] = chars
    elif each_char:
        values["unit"] = Fraction(1) if values.setdefault("unit", Fraction(1)) == 1 else stay_out("unit")
    asked = reading.asked(
        (
            (
                r"(?:CPU)?(?:的)?占用率|(?:CPU)?(?:时间)?(?:用|花|花费|耗费)(?:在|于)(?:处理|查询|这个|该|此)*(?:中断|查询|轮询|设备|外设|I/O|DMA)*(?:处理)?(?:上)?(?:的)?(?:时间)?(?:的)?(?:比例|百分比|占比)|占(?:用)?CPU(?:的)?多少(?:的)?时间",
                "share",
            ),
            (
                r"(?:CPU)?(?:用于|花在|用在|花费在|用来|花|用|在|为)*(?:该|此|这个|这)?(?:外设|设备|鼠标|硬盘|磁盘|键盘|软盘)?(?:的)?(?:进行)?(?:数据)?(?:I/O|输入输出|输入/输出|数据传送|传输)?(?:操作)?(?:上)?(?:的)?(?:时间)?(?:至少|最少|大约)?(?:所)?占(?:用|了|到|据)?(?:整个|全部|总|CPU|的|用|总的)*(?:时间)?(?:的)?(?:百分比|百分数|比例|比率|比重|百分之几|百分之多少|多少|几成|比)?(?:至少|约|大约|最少)?(?:是|为)?(?:多少|百分之几|百分之多少)?|(?:上)?(?:百分之几|百分之多少|几个百分点)|百分比|占比|占用率|(?:CPU)?时间(?:的)?(?:比例|比率)",
                "share",
            ),
            (
                r"(?:每秒|1秒|一秒|单位时间)(?:钟)?(?:内)?(?:至少|最少|需要?|应|要|必须|得|会|将)*(?:查询|轮询|访问|检查|扫描)(?:多少|几)次|(?:查询|轮询)(?:的)?(?:次数|频率)|(?:每秒|1秒|一秒)(?:钟)?(?:至少|会|将|要|共)*(?:产生|发生|发出|请求|启动)?(?:中断|DMA)?(?:请求)?(?:传送)?(?:多少|几)次(?:中断|DMA)?|每秒(?:的)?中断次数|中断(?:请求)?次数",
                "hits",
            ),
            (
                r"(?:外设|设备|该)*(?:的)?(?:数据)?(?:最大|最高)?(?:数据)?(?:传输率|传输速率|传送速率|传输速度|速率|速度)(?:最高|最大|至多|最多|不能超过|不超过)?(?:可达|可以达到|能达到|为|是)*(?:多少)?\s*(?:[MKk]?B/s)?",
                "rate",
            ),
            (
                r"(?:至少|最少|最多|最长)?(?:每隔?)?(?:多长时间|多久|多少时间)(?:就)?(?:至少|需要?|应|要|会|产生|发出|进行)*(?:查询|轮询|中断)(?:一次)?|(?:相邻)?(?:两次)?(?:查询|中断)(?:请求)?(?:的|之间)*(?:时间)?间隔(?:时间)?(?:最多|最长|至多|至少)?",
                "interval",
            ),
        )
    )
    reading.take_all(r"(?<![A-Za-z])I/?O(?![A-Za-z])|输入/输出")
    reading.finish(_HARMLESS)
    if ("limit" in values) != ("rate" in asked) or ("rate" in asked and asked not in (["rate"], ["share", "rate"], ["rate", "share"])):
        return None
    if "limit" in values:
        asked = ["rate"]
    if ("block" in values) + ("unit" in values) + ("unit_bits" in values) > 1 or len(asked) + bool(possible) == 0:
        return None
    if unsure and ("block" in values or "unit" in values) and "rate" in values:
        return None  # K of the block and M of the rate: 1000 or 1024 is not said
    return _understood(values, modes[0], asked, bool(possible))


def _bytes(thousand: int) -> Callable[[str], Fraction]:
    """A reader of sizes whose K, M, G are powers of `thousand`."""

    def read(text: str) -> Fraction:
        prefix = patterns.search("[KMG]", text.upper())
        number = patterns.match(r"[\d.]+", text)
        if prefix is None or number is None:
            return Fraction(to_bytes(text))
        return Fraction(number[0]) * Fraction(thousand ** ("KMG".index(prefix[0]) + 1))

    return read


def _cost(values: Mapping[str, Any]) -> tuple[Fraction | None, Fraction | None]:
    """What one service takes: cycles or seconds, one of them.

    Raises:
        StayOut: it is said in two ways.
    """
    ways: list[tuple[Fraction | None, Fraction | None]] = []
    if "cycles" in values:
        ways.append((Fraction(values["cycles"]), None))
    if "response" in values or "handling" in values:
        ways.append((Fraction(values.get("response", 0) + values.get("handling", 0)), None))
    if "before" in values or "after" in values:
        ways.append((Fraction(values.get("before", 0) + values.get("after", 0)), None))
    if "services" in values or "cpi" in values or "others" in values:
        if "services" not in values or "cpi" not in values:
            stay_out("instructions without CPI")
        ways.append(((values["services"] + values.get("others", 0)) * values["cpi"], None))
    if "spent" in values:
        ways.append((None, values["spent"]))
    if len(ways) > 1:
        stay_out("the cost in two ways")
    return ways[0] if ways else (None, None)


def _understood(values: Mapping[str, Any], mode: str, asked: list[str], possible: bool) -> Recognition | None:
    cycles, seconds = _cost(values)
    unit = values.get("block", values.get("unit", Fraction(values.get("unit_bits", 0), 8))) or None
    rate, hits, hertz = values.get("rate"), values.get("hits"), values.get("hertz")
    if hits is not None and (rate is not None or unit is not None):
        return None
    costly = bool({"share", "rate"} & set(asked)) or possible
    limit = values.get("limit")
    if limit is not None and (rate is not None or hits is not None or not 0 < limit <= 1):
        return None
    if costly != (cycles is not None or seconds is not None) or (seconds is not None and hertz is not None):
        return None
    if not costly and hertz is not None and not asked:
        return None
    if hits is not None and (set(asked) & {"hits"} or possible):
        return None
    if hits is None and unit is None:
        return None
    missing = []
    if cycles is not None and hertz is None:
        missing.append(Missing("hertz", "CPU 的主频是多少（如 500MHz）？", "CPU 主频为 {}"))
    if hits is None and rate is None and limit is None:
        missing.append(Missing("rate", "数据传输率是多少（如 4MB/s）？", "数据传输率为 {}"))
    understood = [
        ("方式", mode),
        *((("占 CPU 时间至多", f"{decimal(limit * 100, 3)}%"), ("求", "最高的数据传输率")) if limit is not None else ()),
    ]
    if hertz is not None:
        understood.append(("主频", frequency(hertz)))
    if hits is not None:
        understood.append(("每秒", f"{decimal(Fraction(hits))} 次"))
    elif unit is not None:
        if rate is not None:
            understood.append(("数据传输率", f"{decimal(rate)} B/s"))
        understood.append(("每次传送", f"{decimal(unit)} B"))
    if costly:
        understood.append(("每次占用 CPU", f"{decimal(cycles)} 个时钟周期" if cycles is not None else duration(seconds or Fraction(0))))
    parameters = {
        "task": "load",
        "hits": None if hits is None else str(hits),
        "rate": rate and str(rate),
        "unit": unit and str(unit),
        "cycles": cycles and str(cycles),
        "seconds": seconds and str(seconds),
        "hertz": hertz and str(hertz),
        "limit": limit and str(limit),
        "asked": asked,
        "possible": possible,
    }
    return Recognition(parameters=parameters, understood=tuple(understood), missing=tuple(missing))


def solve(parameters: Parameters) -> Solution:
    """Times a second × the cost of one = the part of the CPU's time."""
    rate, unit = (Fraction(parameters[name]) if parameters[name] else None for name in ("rate", "unit"))
    lines, answers, also = [], [], []
    if parameters["limit"]:
        return _fastest(parameters)
    if parameters["hits"] is not None:
        times = Fraction(parameters["hits"])
    elif rate is not None and unit:
        times = rate / unit
        lines.append(f"每秒 {decimal(rate)} ÷ {decimal(unit)} {'=' if is_exact(times) else '≈'} {decimal(times)} 次。")
    else:
        stay_out("how often is not said")
    cost: Fraction | None = None
    if parameters["cycles"]:
        cost = Fraction(parameters["cycles"]) / Fraction(parameters["hertz"])
        lines.append(f"每次 {decimal(Fraction(parameters['cycles']))} 个时钟周期，即 {duration(cost)}。")
    elif parameters["seconds"]:
        cost = Fraction(parameters["seconds"])
    if parameters["possible"]:
        if cost is None or rate is None:
            stay_out("the cost or the rate is not said")
        ready = 1 / times
        if cost == ready:
            stay_out("just as long")
        can = cost < ready
        answers.append(f"{'能' if can else '不能'}（每 {duration(ready)} 准备好一次数据，而一次中断要 {duration(cost)}）")
        also.append("可以" if can else "不可以")
    for task in parameters["asked"]:
        if task == "hits":
            if times.denominator != 1:
                stay_out("part of a time")
            answers.append(f"每秒 {decimal(times)} 次")
            also.append(f"{decimal(times)} 次")
        elif task == "interval":
            answers.append(f"间隔 {duration(1 / times)}")
            also.append(duration(1 / times))
        else:
            if cost is None:
                stay_out("the cost is not said")
            if parameters["cycles"]:
                part = share(times, int(Fraction(parameters["cycles"])), Fraction(parameters["hertz"]))
            else:
                part = times * cost
            if part > 1 and not parameters["possible"]:
                stay_out("more than all of the time")
            lines.append(f"每秒占用 CPU {decimal(times)} × {duration(cost)}，占 {decimal(part * 100, 4)}%。")
            answers.append(f"占 CPU 时间的{'' if is_exact(part * 100, 4) else '约'} {decimal(part * 100, 4)}%")
            also += [f"{decimal(part * 100, places)}%" for places in (1, 2, 3)]
    return Solution(
        answer="，".join(answers),
        steps=paragraphs(*lines, "，".join(answers)),
        also=tuple(also) if len(answers) == 1 else (),
        conventions=("1 MB/s = 10^6 B/s", "分母是 CPU 的全部时间"),
    )


def _fastest(parameters: Parameters) -> Solution:
    part, unit = Fraction(parameters["limit"]), Fraction(parameters["unit"])
    if parameters["cycles"]:
        times = fastest(1, int(Fraction(parameters["cycles"])), Fraction(parameters["hertz"]), part)
    else:
        times = part / Fraction(parameters["seconds"])
    rate = times * unit
    answer = f"{decimal(rate / 10**6, 4)} MB/s" if rate >= 10**6 else f"{decimal(rate / 10**3, 4)} KB/s"
    return Solution(
        answer=answer,
        steps=paragraphs(f"每秒至多服务 {decimal(times)} 次，每次传送 {decimal(unit)} B。", f"数据传输率最高 {answer}"),
        also=(
            f"{decimal(rate / 10**6, 3)} MB/s",
            f"{decimal(rate / 10**3, 1)} kB/s",
            f"{decimal(rate / 10**3, 1, keep_zeros=True)} kB/s",
            f"{decimal(rate)} B/s",
        ),
        conventions=("1 KB/s = 10^3 B/s，1 MB/s = 10^6 B/s",),
    )
