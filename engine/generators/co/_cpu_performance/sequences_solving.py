"""Code sequences compiled from one program, told by their counts of each class of instructions: CPI, cycles, and which is faster."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.co._cpu_performance.words import WORDS
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.laws.clauses import FREQUENCY, Clauses, to_hertz, to_large
from engine.generators.laws.measures import duration
from engine.generators.laws.words import COMMON
from engine.generators.markdown import paragraphs
from engine.generators.pasted.normalising import normalise
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_SEQUENCE = r"(?:(?:代码|指令)?(?:序列|方案|代码段)\s*(?:[SP])?[1-3一二三]|(?<![A-Za-z])[SP][12](?![\dA-Za-z])|第[一二三]种(?:代码)?(?:序列|方案)?|版本\s*[1-3一二三]|编译器\s*[1-3一二三甲乙XY]|(?:目标)?代码\s*[1-3一二三]|(?:程序段|程序)\s*[1-3一二三])"
_NUMBER = r"\d+(?:\.\d+)?(?:\s*[×xX*]\s*10\s*\^\s*\d+)?"
_NUMBERS = rf"{_NUMBER}(?:\s*(?:条|个周期)?\s*(?:[、,/ ]|和)\s*{_NUMBER})+"
_CLASS = r"[A-F]"
_HAS = r"(?:中)?(?:的)?(?:分别|依次|各|各自|含有?|包含|包括|有|用了?|执行|需要?|为|是|:|\s)*"
_LINK = r"(?:类|型)?(?:指令)?(?:的)?(?:条数|数目)?(?:有|为|是|:|\s)*"
_COUNTS = rf"{_CLASS}{_LINK}\d+\s*条(?:[,、;和\s]*{_CLASS}{_LINK}\d+\s*条)+|\d+\s*条\s*{_CLASS}(?:类|型)?(?:指令)?(?:[,、;和]*\d+\s*条\s*{_CLASS}(?:类|型)?(?:指令)?)+"
_CPI = rf"(?P<classes>{_CLASS}(?:类|型)?(?:[、,和 ]+{_CLASS}(?:类|型)?)+)(?:三|两|四|3|2|4)?(?:类|种|型)?(?:指令)?(?:的)?(?:CPI|(?:时钟)?周期数)(?:分别|依次|各|为|是|:|=|\s)*(?P<numbers>{_NUMBERS})(?:个(?:时钟)?周期)?"
_CPI_EACH = rf"(?P<class>{_CLASS})(?:类|型)?(?:指令)?(?:的)?(?:CPI|周期数)(?:为|是|:|=|\s)*(?P<number>\d+(?:\.\d+)?)(?![\d.]|\s*条)"
_ASKS = (
    (
        r"(?:哪|那)(?:一)?(?:个|种|段|条)(?:代码)?(?:序列|方案|代码)?(?:的)?(?:执行|运行|跑)?(?:得|的|速度|起来)*(?:更|比较|最)?快|谁(?:更|比较)?快|哪(?:个|种)(?:序列)?(?:执行)?(?:速度|时间)(?:更)?(?:快|短)",
        "faster",
    ),
    (r"哪(?:一)?(?:个|种|段)(?:代码)?(?:序列)?(?:的)?(?:执行|含)?(?:的)?指令(?:条数|数)?(?:更|最|比较)?多", "more"),
    (
        r"(?:各自|分别)?(?:需要?|用|花|执行)*(?:多少|几)个(?:时钟)?周期|(?:总)?(?:的)?(?:时钟)?周期(?:总)?数(?:各|分别)*(?:是|为)?(?:多少)?",
        "cycles",
    ),
    (r"(?:平均)?(?:的)?CPI(?:各|分别|是|为)*(?:多少)?", "cpi"),
    (r"(?:各|分别)*(?:执行|含|有)*(?:多少|几)条指令|指令(?:总)?(?:条)?数(?:各|分别)*(?:是|为)?(?:多少)?", "count"),
    (r"(?:执行|运行|CPU)(?:的)?时间(?:各|分别)*(?:是|为)?(?:多少)?", "time"),
)


def _counted(text: str) -> dict[str, int]:
    found = patterns.findall(rf"({_CLASS}){_LINK}(\d+)\s*条", text) or [
        (one, many) for many, one in patterns.findall(rf"(\d+)\s*条\s*({_CLASS})", text)
    ]
    if len({one for one, _ in found}) != len(found):
        stay_out(text)
    return {one: int(many) for one, many in found}


def recognise(text: str) -> Recognition | None:
    """The counts of two or three sequences by class, the CPI of each class, and what is asked of them."""
    plain = normalise(text)
    if not patterns.search(r"序列|代码段|方案|版本|编译器|目标代码|(?<![A-Za-z])S1", plain) or (
        "CPI" not in plain.upper() and "周期" not in plain
    ):
        return None
    reading = Clauses(plain)
    reading.refuse(r"流水|Cache|命中|缺失|加速|优化|提高|循环|(?<!依)次(?!序)|倍(?!数)|占|%|并行|阿姆达尔")
    costs: dict[str, Fraction] = {}
    for match in reading.take_all(_CPI):
        classes, numbers = patterns.findall(_CLASS, match["classes"]), patterns.findall(_NUMBER, match["numbers"])
        if len(classes) != len(numbers):
            stay_out(match[0])
        costs |= dict(zip(classes, map(Fraction, numbers), strict=True))
    for match in reading.take_all(_CPI_EACH):
        if costs.setdefault(match["class"], Fraction(match["number"])) != Fraction(match["number"]):
            stay_out(match[0])
    told = reading.take_all(rf"(?P<name>{_SEQUENCE}){_HAS}(?P<counts>{_COUNTS})")
    classes = sorted(costs)
    if not told:  # "S1：2、1、2；S2：4、1、1" in the order of the classes
        told = reading.take_all(rf"(?P<name>{_SEQUENCE}){_HAS}(?P<counts>{_NUMBERS})(?:\s*条)?")
    names = [match["name"].strip() for match in told]
    counts = [
        _counted(match["counts"])
        if patterns.search(_CLASS, match["counts"])
        else dict(zip(classes, (int(to_large(one)) for one in patterns.findall(_NUMBER, match["counts"])), strict=False))
        for match in told
    ]
    if (
        not 2 <= len(counts) <= 3
        or len(set(names)) != len(names)
        or any(set(one) - set(costs) or len(one) < len(costs) - 1 for one in counts)
    ):
        return None
    clock = [to_hertz(match[0]) for match in reading.take_all(FREQUENCY)]
    asked = reading.asked(_ASKS)
    if not asked or len(clock) > 1 or ("time" in asked) != bool(clock):
        return None
    reading.take_all(_SEQUENCE)
    reading.take_all(
        rf"(?<![A-Za-z]){_CLASS}(?:[、,和]{_CLASS})+(?:三|两|四)?(?:类|种)(?:指令)?|(?:[二两三四23]|若干)\s*(?:种|类|个|段)(?:代码|指令|不同)*(?:序列|方案)?"
    )
    reading.finish(
        COMMON
        + WORDS
        + " 同一段 同一 高级语言 高级语言程序 编译 编译得到 得到 生成 编译器 设计者 代码 目标代码 源程序 版本 两个版本 两个编译器 两段 出了 代码序列 序列 指令序列 类 三类 含 条 哪个 有"
    )
    return Recognition(
        parameters={
            "task": "sequences",
            "costs": {one: str(cost) for one, cost in costs.items()},
            "names": names,
            "counts": counts,
            "hertz": str(clock[0]) if clock else "",
            "asked": asked,
        },
        understood=(
            ("CPI", "、".join(f"{one} 类 {decimal(cost, 2)}" for one, cost in sorted(costs.items()))),
            *(
                (name, "、".join(f"{one} 类 {many} 条" for one, many in sorted(count.items())))
                for name, count in zip(names, counts, strict=True)
            ),
        ),
    )


def solve(parameters: Parameters) -> Solution:
    """Cycles are the counts times the CPI of their classes; the fewest cycles are the fastest, whatever the CPI."""
    costs = {one: Fraction(cost) for one, cost in parameters["costs"].items()}
    names: list[str] = list(parameters["names"])
    totals = [sum(count.values()) for count in parameters["counts"]]
    cycles = [sum((many * costs[one] for one, many in count.items()), Fraction(0)) for count in parameters["counts"]]
    lines = [
        f"{name}：{total} 条指令，{' + '.join(f'{many}×{decimal(costs[one], 2)}' for one, many in sorted(count.items()))} = {decimal(used, 2)} 个周期，CPI ≈ {decimal(used / total, 3)}。"
        for name, count, total, used in zip(names, parameters["counts"], totals, cycles, strict=True)
    ]
    values = {
        "count": [f"{total} 条" for total in totals],
        "cycles": [f"{decimal(used, 2)} 个周期" for used in cycles],
        "cpi": [f"CPI {decimal(used / total, 3)}" for used, total in zip(cycles, totals, strict=True)],
    }
    if parameters["hertz"]:
        values["time"] = [duration(used / Fraction(parameters["hertz"])) for used in cycles]
    answers = []
    for asked in parameters["asked"]:
        if asked in values:
            answers.append("，".join(f"{name} {value}" for name, value in zip(names, values[asked], strict=True)))
            continue
        measured: list[Fraction] = cycles if asked == "faster" else [-Fraction(total) for total in totals]
        best = [name for name, one in zip(names, measured, strict=True) if one == min(measured)]
        if len(best) > 1:
            stay_out("the same")
        answers.append(f"{best[0]} {'快' if asked == 'faster' else '的指令多'}")
    answer = "；".join(answers)
    return Solution(answer=answer, steps=paragraphs(*lines, answer), conventions=("时钟频率相同，周期数少的快",))
