"""Amdahl's law, a program moved to another clock, and the quantities that follow from instructions, cycles, clock and time."""

from __future__ import annotations

from fractions import Fraction

from engine.generators.co._measures import IS, TIME, duration, frequency, to_seconds
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, is_exact
from engine.generators.reading import DECIMAL, Reading

_TIMES = rf"(?P<value>{DECIMAL})\s*倍"


def amdahl(text: str) -> Recognition | None:
    """A share of the time made faster by a factor; the speedup of the whole."""
    reading = Reading(text)
    reading.refuse(
        r"流水|缺失|命中|至少|最多|极限|两个部分|两部分|分别(?:加速|提高)|又|再|占(?:改进|优化|升级|加速)后|后(?:的)?总?(?:执行|运行)?时间的\d|占[^,;。]{0,8}指令(?:总|条)*数|处理器(?:数|个数)|串行|并行|CPI|MIPS|Hz|达到|如果要|要使|想要|减少|(?:速度|性能)(?:降低|下降|变慢)|倍了"
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
