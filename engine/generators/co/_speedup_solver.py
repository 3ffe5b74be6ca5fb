"""Amdahl's law, a program moved to another clock, and the quantities that follow from instructions, cycles, clock and time."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators.co._measures import FREQUENCY, IS, TIME, duration, frequency, to_hertz, to_seconds
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, is_exact
from engine.generators.reading import DECIMAL, Reading, stay_out

_TIMES = rf"(?P<value>{DECIMAL})\s*倍"
_COUNT = r"\d+(?:\.\d+)?\s*(?:[×xX*]\s*10\s*\^?\s*\d+|万|亿|百万|千万|[KMG](?![A-Za-z]))?"
_MACHINE = r"(?:计算机|机器|处理器|电脑|CPU)?"


def amdahl(text: str) -> Recognition | None:
    """A share of the time made faster by a factor; the speedup of the whole."""
    reading = Reading(text)
    reading.refuse(
        r"流水|缺失|命中|至少|最多|极限|两个部分|两部分|分别(?:加速|提高)|又|再|处理器(?:数|个数)|串行|并行|CPI|MIPS|Hz|达到|如果要|要使|想要|减少|倍了"
    )
    law = reading.take_all(r"(?:根据|按照?|利用|使用|用)?\(?(?:阿姆达尔|Amdahl)(?:'?s)?(?:定律|公式|law)?\)?")
    whole = reading.take_one(
        (
            rf"(?:某|一个)?(?:程序|任务|作业)(?:的)?(?:总)?(?:执行|运行|跑)?(?:时间|了|需要?|要|共|总共|一共|用)*{IS}(?P<value>{TIME})",
            rf"(?:总)?(?:执行|运行)时间{IS}(?P<value>{TIME})",
        ),
        to_seconds,
    )
    part = None
    if whole is not None:
        part = reading.take_one(
            rf"(?:其中)(?:的)?(?:有)?\s*(?P<value>{TIME})(?:的)?(?:时间)?(?:都)?(?:是|用于|用在|花在|用来|在|为)?(?:执行|做|进行|计算)?(?:浮点|乘法|除法|I/O|IO|整数|加法|访存|输入输出|浮点数)?(?:运算|计算|操作|指令|部分|上)*",
            to_seconds,
        )
    share = reading.take_one(
        (
            rf"(?:某个?|一个|该|这个|那个|可(?:以)?(?:改进|加速|优化)的?)?(?:功能|部件|浮点|乘法|除法|I/O|IO|整数|加法|访存|图形)?(?:数)?(?:运算|操作|指令|部件|部分|功能|计算|处理)*(?:的)?(?:处理|执行|运行)?(?:的)?(?:时间)?(?:所)?(?:占|占用)(?:了|用|到)?(?:整个|总|系统|程序|全部)*(?:的)?(?:系统|程序)?(?:的)?(?:总)?(?:执行|运行)?(?:总)?(?:的)?(?:时间)?(?:的)?(?:比例|比重|百分比)?{IS}(?P<value>{DECIMAL}\s*%)(?:的)?(?:执行|运行)?(?:时间)?(?:的)?(?:那)?(?:一)?(?:部分)?",
            rf"(?P<value>{DECIMAL}\s*%)(?:的)?(?:程序|总|系统)?(?:的)?(?:执行|运行)?(?:时间|部分|代码)(?:可以|可|能够|能)?(?:是|用于|用在|花在|在|被)?(?:做|执行|进行)?(?:浮点|乘法|除法|I/O|IO|整数|加法|访存)?(?:数)?(?:运算|计算|操作|指令|上)*",
        ),
        lambda value: Fraction(value.rstrip("%").strip()) / 100,
    )
    factor = reading.take_one(
        (
            rf"(?:速度|性能|执行速度|处理速度)?(?:可以?|能|被)?(?:加速|加快|提高|提升|改进|改善|变|优化|快)(?:到|为|成|至)(?:了)?(?:原来的?|原先的?|以前的?|原有的?)?{_TIMES}(?:速度)?",
            rf"(?:速度|执行速度|处理速度)(?:变)?(?:是|为|成)(?:原来的?|原先的?|以前的?){_TIMES}",
            rf"(?:可以?|能|被)?(?:加速|快)(?:了)?{_TIMES}",
            rf"(?:局部|部件|部分)?加速比{IS}(?P<value>{DECIMAL})(?:倍)?(?!\s*%)",
        ),
        Fraction,
    )
    plain = reading.take(r"加速\ue000+")
    asks_time = reading.take_all(
        r"(?:改进|加速|优化|之)?后(?:的)?(?:程序|总)?(?:的)?(?:总)?(?:执行|运行)?时间(?:变)?(?:是|为|成)?(?:多少)?|(?:执行|运行|总)时间(?:变为|变成|是|为)(?:多少)?"
    )
    asked = reading.take_all(
        r"(?:整体|整个|系统|总|总体|全局|整个系统|程序)*(?:的)?(?:性能)?(?:的)?(?:总)?加速比|(?:整体|整个|系统|程序|总体|总)+(?:的)?(?:性能)?(?:提高|提升|加速|快|加快)(?:了|到|为)?(?:原来的)?(?:多少|几)倍"
    )
    reading.finish(
        "执行 时间 那 部分 那部分 整体 整个 系统 程序 改进 后 性能 运算 浮点 浮点运算 乘法 部件 某部件 速度 该部分 这部分 这一部分 该部件 它 其余 不变 其余部分 其他部分 其它部分 加速 处理 把 被 让 通过 机器 计算机 采用 总 优化 提高 升级 硬件 改造 运行 定律"
    )
    del law, plain
    if part is not None and whole:
        if share is not None:
            return None
        share = part / whole
    if share is None or factor is None or not (asked or asks_time) or not 0 < share < 1 or factor <= 1:
        return None
    if asks_time and whole is None:
        return None
    return Recognition(
        parameters={
            "task": "amdahl",
            "share": str(share),
            "factor": str(factor),
            "whole": None if whole is None else str(whole),
            "asked": ["time"] * bool(asks_time) + ["speedup"] * bool(asked),
        },
        understood=(
            ("可改进部分占原来的时间", f"{decimal(share * 100)}%"),
            ("这部分加速到原来的", f"{decimal(factor, 3)} 倍"),
            ("求", "整体加速比" if asked else "改进后的执行时间"),
        ),
    )


def moved(text: str) -> Recognition | None:
    """A program on A (time, clock), on B with a multiple of the cycles: B's clock or time."""
    reading = Reading(text)
    reading.refuse(r"CPI|MIPS|流水|指令(?:条数|数)|至少|最多|缺失|命中|%|C机|三台")
    factor = reading.take_one(
        (
            rf"(?:所需)?(?:的)?(?:总)?(?:时钟)?周期(?:总)?(?:数|数目|个数)?(?:会|将|要)?(?:变为|变成|增加到|增加为|增至|是|为|需要?|达到?|上升到|变)(?:了)?(?:原来的?|A(?:机)?(?:上)?的?|M1的?|原先的?|在A(?:机)?上?的?)?{_TIMES}",
            rf"(?:需要?|用)(?:原来|A(?:机)?(?:上)?|M1)(?:的)?{_TIMES}(?:的)?(?:时钟)?周期数?",
        ),
        Fraction,
    )
    target_time = reading.take_one(
        (
            rf"(?:要求|希望|想要?|期望|目标|缩短|减少|降低)(?:程序|P|运行|执行|它|在|时间|B机?|缩短|减少|降|到|为|能|其|上|的)*\s*(?P<value>{TIME})(?:内|之内|以内)?(?:跑完|完成|运行完|执行完|做完)?",
            rf"(?:在|要|用|只)+\s*(?P<value>{TIME})(?:内|之内|以内)(?:跑完|完成|运行完|执行完|做完)",
        ),
        to_seconds,
    )
    target_clock = reading.take_one(rf"(?:B|M2)(?:机)?(?:的)?(?:主频|时钟频率){IS}(?P<value>{FREQUENCY})", to_hertz)
    clock = reading.take_one(
        (
            rf"(?:A|M1|其|该机)?(?:机)?(?:的)?(?:主频|时钟频率){IS}(?P<value>{FREQUENCY})(?:的)?(?:A机|A|机器|计算机)?(?:上)?",
            rf"(?P<value>{FREQUENCY})(?:的)?(?:{_MACHINE})(?:A|M1)?(?:机)?(?:上)?",
        ),
        to_hertz,
    )
    time = reading.take_one(rf"(?:运行|执行|跑|用时|时间|耗时|需要?|花)(?:了|时间|要|需要|需|用|为|是)*\s*(?P<value>{TIME})", to_seconds)
    asks_clock = reading.take_all(
        r"(?:则)?(?:机器|计算机)?(?:B|M2)?(?:机)?(?:的)?(?:主频|时钟频率|频率)(?:应该?|至少|需要?|要|为|是|设计|得|达到|到)*(?:多少|多大)?"
    )
    asks_time = reading.take_all(
        r"(?:在)?(?:机器|计算机)?(?:B|M2)(?:机)?(?:上)?(?:的)?(?:执行|运行|跑)(?:的)?(?:时间)?(?:要|需要?|是|为|应)*(?:多少|多长)?(?:时间|秒)?|(?:多久|多长时间)"
    )
    reading.take_all(rf"(?:在)?{_MACHINE}(?:A|B|M1|M2)(?:机|机器|计算机)?(?:上)?|程序P|P(?![A-Za-z])")
    reading.finish(
        "程序 机 机器 计算机 上 运行 执行 跑 跑完 完成 移到 移植到 换到 搬到 改到 放到 时钟 周期 周期数 主频 秒 设计 设计师 一台 新 但 但是 由于 于是 不过 会导致 导致 使 同一 同一个 需 要求 希望 时间 新机器 用时"
    )
    if factor is None or time is None or clock is None or (target_time is None) == (target_clock is None):
        return None
    if (target_time is not None and not asks_clock) or (target_clock is not None and not asks_time):
        return None
    positions = [text.find(mark) for mark in ("A", "B")]
    if "M1" not in text and (min(positions) < 0 or positions[0] > positions[1]):
        return None
    return Recognition(
        parameters={
            "task": "moved",
            "time": str(time),
            "hertz": str(clock),
            "factor": str(factor),
            "target_time": target_time and str(target_time),
            "target_hertz": target_clock and str(target_clock),
        },
        understood=(
            ("原来的机器", f"{frequency(clock)}，{duration(time)}"),
            ("周期数变为", f"{decimal(factor, 3)} 倍"),
            ("新机器", duration(target_time) if target_time is not None else frequency(target_clock or 0)),
        ),
    )


def quantities(text: str) -> Recognition | None:
    """From instructions, cycles or CPI, clock, time, MIPS: the one that is asked."""
    reading = Reading(text)
    reading.refuse(
        r"优化|减少|增加|提高|加速|流水|去掉|替换|改为|变为|缺失|命中|停顿|快|慢|FLOPS|峰值|至少|最高|比|倍|中断|DMA|%|类|占|B机|M2|两台|P2|指令字长|访存|其中|I/O|存取周期|机器周期|指令周期|多核|核"
    )
    given: dict[str, Fraction] = {}

    def put(name: str, value: Fraction | None) -> None:
        if value is not None:
            given[name] = value

    put(
        "hertz",
        reading.take_one(
            (
                rf"(?:CPU|机器|计算机|处理器)?(?:的)?(?:主频|时钟频率|工作频率|频率|时钟){IS}(?P<value>{FREQUENCY})",
                rf"(?P<value>{FREQUENCY})(?:的)?(?:主频|CPU|处理器|机器|计算机|机)",
            ),
            to_hertz,
        ),
    )
    period = reading.take_one(rf"(?:CPU)?(?:的)?(?:主频|时钟)周期(?:长度)?{IS}(?P<value>{TIME})", to_seconds)
    if period:
        if "hertz" in given:
            return None
        given["hertz"] = 1 / period
    put(
        "mips",
        reading.take_one(
            (
                rf"(?:指令)?(?:平均)?(?:执行)?(?:速度|速率|性能)?(?:MIPS)?(?:数|值)?{IS}(?P<value>{DECIMAL})\s*MIPS",
                rf"MIPS(?:数|值|速率)?(?:为|是|=)+\s*(?P<value>{DECIMAL})",
            ),
            Fraction,
        ),
    )
    put(
        "cpi",
        reading.take_one(
            rf"(?:指令)?(?:的)?(?:平均)?(?:CPI|每条指令(?:平均)?(?:需要?|用)){IS}(?P<value>{DECIMAL})(?:个(?:时钟)?周期)?(?!\d)", Fraction
        ),
    )
    put(
        "cycles",
        reading.take_one(
            (
                rf"(?:共|总共)?(?:用|花|需要?|耗费|经过)(?:了)?\s*(?P<value>{_COUNT})\s*个(?:时钟)?周期",
                rf"(?:总)?(?:的)?(?:时钟)?周期(?:总)?数{IS}(?P<value>{_COUNT})",
            ),
            _count,
        ),
    )
    put(
        "instructions",
        reading.take_one(
            (
                rf"(?:共|总共)?(?:执行|包含|含有?|有|运行)?(?:了)?(?P<value>{_COUNT})\s*条(?:机器)?指令(?!/)",
                rf"(?:总?(?:的)?指令(?:总)?(?:条)?数)(?:目)?(?:为|是|=|:|共|有)*\s*(?P<value>{_COUNT})\s*条?",
            ),
            _count,
        ),
    )
    put(
        "time",
        reading.take_one(
            rf"(?:程序|CPU|总|执行|运行|共|用|花费?|跑|耗|需要?)*(?:的)?(?:执行|运行)?(?:时间|时|了|用|要)*{IS}(?P<value>{TIME})(?:内|时间)?(?:完成|跑完|执行完)?",
            to_seconds,
        ),
    )
    asked = reading.take_words(
        (
            (r"MIPS(?:数|值|速率)?(?:是多少)?|每秒(?:平均)?(?:执行|运行)(?:多少)?(?:百万)?(?:条)?指令|(?:指令)?(?:平均)?执行速度", "mips"),
            (
                r"(?:平均)?CPI|(?:每条)?指令(?:的)?平均(?:时钟)?周期数|平均每条指令(?:的|需要?|用)*(?:多少|几)?(?:个)?(?:时钟)?周期数?",
                "cpi",
            ),
            (r"(?:程序)?(?:的)?(?:CPU|总|执行|运行|所需)+(?:的)?(?:时间)(?:为)?|多长时间|多久|时间(?:是|为)?多少", "time"),
            (r"(?:CPU)?(?:的)?(?:主频|时钟频率)(?:应|是|为)*(?:多少)?", "hertz"),
            (r"(?:共|总共)?(?:执行|包含|有)?(?:了)?(?:的)?(?:指令(?:总)?(?:条)?数|(?:多少|几)条(?:机器)?指令)", "instructions"),
            (r"(?:总)?(?:时钟)?周期(?:总)?数|(?:多少|几)个(?:时钟)?周期", "cycles"),
        )
    )
    reading.finish(
        "CPU 计算机 机器 处理器 程序 基准程序 测试程序 指令 主频 平均 执行 运行 条 上 共 单位 它 某机 该机 一台 在一台 在该机 数 速度 每秒 一段 这段 这 完 跑 段 机 总"
    )
    if not asked or set(asked) & set(given):
        return None
    known = dict(given)
    for _ in range(6):
        _derive(known)
    if any(task not in known for task in asked):
        return None
    # Whatever is given must be needed: a figure too many belongs to another question.
    for name in given:
        fewer = {other: value for other, value in given.items() if other != name}
        for _ in range(6):
            _derive(fewer)
        if all(task in fewer for task in asked):
            return None
    names = {"hertz": "主频", "mips": "MIPS", "cpi": "CPI", "cycles": "时钟周期数", "instructions": "指令条数", "time": "CPU 时间"}
    return Recognition(
        parameters={"task": "quantities", "given": {name: str(value) for name, value in given.items()}, "asked": asked},
        understood=(
            *((names[name], shown(name, value)) for name, value in given.items()),
            ("求", "、".join(names[task] for task in asked)),
        ),
    )


_PRODUCTS = (
    ("cycles", ("instructions", "cpi")),
    ("cycles", ("hertz", "time")),
    ("hertz", ("cpi", "rate")),
    ("instructions", ("rate", "time")),
)


def derive(given: dict[str, Fraction]) -> dict[str, Fraction]:
    """All quantities that follow from the given ones."""
    known = dict(given)
    for _ in range(6):
        _derive(known)
    return known


def _derive(known: dict[str, Fraction]) -> None:
    """One round of the products that tie the quantities together; `rate` is instructions a second."""
    if "mips" in known:
        known.setdefault("rate", known["mips"] * 10**6)
    for whole, (one, other) in _PRODUCTS:
        if one in known and other in known:
            known.setdefault(whole, known[one] * known[other])
        for factor, rest in ((one, other), (other, one)):
            if whole in known and known.get(factor):
                known.setdefault(rest, known[whole] / known[factor])
    if "rate" in known:
        known.setdefault("mips", known["rate"] / 10**6)


def shown(name: str, value: Fraction) -> str:
    """A quantity with its unit."""
    if name == "hertz":
        return frequency(value)
    if name == "time":
        return duration(value)
    return ("" if is_exact(value, 4) else "约 ") + decimal(value, 4)


def _count(text: str) -> Fraction:
    text = text.replace(" ", "")
    scale = 1
    for word, factor in (("百万", 10**6), ("千万", 10**7), ("万", 10**4), ("亿", 10**8), ("K", 10**3), ("M", 10**6), ("G", 10**9)):
        if text.upper().endswith(word):
            text, scale = text[: -len(word)], factor
            break
    if match := re.fullmatch(r"([\d.]+)[×xX*]10\^?(\d+)", text):
        return Fraction(Fraction(match[1]) * 10 ** int(match[2]) * scale)
    try:
        return Fraction(text) * scale
    except ValueError:
        stay_out(f"not a number: {text}")


def solve(parameters: Parameters) -> Solution:
    """The answer to what `amdahl`, `moved` or `quantities` read."""
    if parameters["task"] == "amdahl":
        share, factor = Fraction(parameters["share"]), Fraction(parameters["factor"])
        left = 1 - share + share / factor
        speedup = 1 / left
        answers, lines = (
            [],
            [
                f"改进后的时间是原来的 (1 − {decimal(share, 4)}) + {decimal(share, 4)}/{decimal(factor, 3)} {'=' if is_exact(left, 4) else '≈'} {decimal(left, 4)}。"
            ],
        )
        if "time" in parameters["asked"]:
            answers.append(f"改进后的执行时间 {duration(Fraction(parameters['whole']) * left)}")
        if "speedup" in parameters["asked"]:
            answers.append(f"整体加速比{' ' if is_exact(speedup, 4) else '约 '}{decimal(speedup, 4)}")
        return Solution(
            answer="，".join(answers),
            steps=paragraphs(*lines, "，".join(answers)),
            also=(decimal(speedup, 2),) if parameters["asked"] == ["speedup"] else (),
            conventions=("Amdahl 定律；时间所占的比例是改进前的，“加速几倍”指速度为原来的几倍",),
        )
    if parameters["task"] == "moved":
        time, hertz, factor = (Fraction(parameters[name]) for name in ("time", "hertz", "factor"))
        cycles = time * hertz * factor
        start = f"原来的周期数为 {decimal(time, 6)} 秒 × {frequency(hertz)}，新机器上是它的 {decimal(factor, 3)} 倍。"
        if parameters["target_time"] is not None:
            needed = cycles / Fraction(parameters["target_time"])
            return Solution(answer=f"主频 {frequency(needed)}", steps=paragraphs(start, f"主频为周期数除以时间：{frequency(needed)}"))
        spent = cycles / Fraction(parameters["target_hertz"])
        return Solution(answer=f"执行时间 {duration(spent)}", steps=paragraphs(start, f"时间为周期数除以主频：{duration(spent)}"))
    known = {name: Fraction(value) for name, value in parameters["given"].items()}
    for _ in range(6):
        _derive(known)
    wording = {
        "hertz": "主频 {}",
        "mips": "{} MIPS",
        "cpi": "CPI 为 {}",
        "cycles": "{} 个时钟周期",
        "instructions": "{} 条指令",
        "time": "CPU 时间 {}",
    }
    answer = "，".join(wording[task].format(shown(task, known[task])) for task in parameters["asked"])
    return Solution(
        answer=answer,
        steps=paragraphs("CPU 时间 = 指令条数 × CPI ÷ 主频，MIPS = 指令条数 ÷ (时间 × 10^6)，也就是主频 ÷ (CPI × 10^6)。", answer),
        conventions=("1 MIPS 为每秒 10^6 条指令，1 GHz = 10^9 Hz",),
    )
