"""Reading and solving problems about two machines, or two versions of a program: each one's time, their ratio, which is faster."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.co._cpu_performance import quantity_topic as performance_quantity_topic
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.laws.clauses import FREQUENCY, NUMBER, TIME
from engine.generators.laws.measures import duration
from engine.generators.laws.reading import read
from engine.generators.laws.solving import worked
from engine.generators.laws.topic import Facts, about, restored, stored
from engine.generators.markdown import paragraphs
from engine.generators.pasted.normalising import normalise
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_TOPIC = performance_quantity_topic.QUANTITIES
# The two names, as texts give them; the first pair that a text holds is used.
_PAIRS = (
    (r"(?:机器)?M1(?:机)?", r"(?:机器)?M2(?:机)?"),
    (r"(?:机器|CPU|处理器)?P1(?:机)?", r"(?:机器|CPU|处理器)?P2(?:机)?"),
    (r"(?:编译)?优化前(?:的)?(?:程序)?", r"(?:编译)?优化后(?:的)?(?:程序)?"),
    (r"(?:改进|升级|优化)之?前", r"(?:改进|升级|优化)之?后"),
    (r"(?:机器|计算机|某)?甲(?:机|机器)?", r"(?:机器|计算机)?乙(?:机|机器)?"),
    (r"(?:某\s*)?RISC(?:\s*机)?", r"CISC(?:\s*机)?"),
    (
        r"(?<![A-Za-z])(?:机器|计算机|微机|CPU|处理器)?\s*A\s*(?:机|机器)?(?![A-Za-z])",
        r"(?<![A-Za-z])(?:机器|计算机|微机|CPU|处理器)?\s*B\s*(?:机|机器)?(?![A-Za-z])",
    ),
)
_SAME = r"(?:同一(?:个|段)?(?:基准|测试)?(?:程序)|同程序|相同的?程序|指令(?:总)?(?:条)?数(?:目)?(?:都|均|也)?(?:相同|相等|一样)|(?:ISA|指令集|指令系统|体系结构)(?:都|均|也)?(?:相同|一样)|(?:相同|同样|同一)的?(?:ISA|指令集|指令系统|指令集体系结构))"
_QUESTION = r"[?]|多少|几|[谁哪]|之比|加速比|比值|各用|求"
_VALUE = rf"(?:{FREQUENCY}|{TIME}|{NUMBER}(?:\s*×\s*10\^\d+)?(?:\s*条)?)"


def recognise(text: str) -> Recognition | None:
    """What each machine has, and what is asked of both."""
    plain = patterns.sub(
        r"(?:有|设有|现有|比较)?两台(?:不同的?)?(?:机器|计算机|处理器|CPU)\s*(?:[A-Z]\d?|甲)\s*(?:和|与|、)\s*(?:[A-Z]\d?|乙)(?=[,:;。])",
        "",
        normalise(text),
    )
    if patterns.search(r"丙|M3|三台|阿姆达尔|Amdahl|流水|Cache|命中|缺失|总线|中断|原来的|[AB]类|类型|方案|占|%", plain):
        return None
    pair = next((pair for pair in _PAIRS if all(patterns.search(name, plain) for name in pair)), None)
    if pair is None:
        return None
    one, other, question = _divided(plain, pair)
    if not question:
        return None
    same = bool(patterns.search(_SAME, plain))
    facts = []
    for told in (one, other):
        found, asked = read(
            _TOPIC,
            patterns.sub(rf"{_SAME}|(?:在)?(?:这)?两(?:台)?(?:机器?)?(?:上)?(?:的)?|程序\s*[A-Z](?![A-Za-z])|\(?ISA\)?", ",", told),
            {},
        )
        if asked:
            stay_out("asks in the middle")
        facts.append(found)
    asked = _asked(question, pair)
    if "前" in pair[0]:
        facts[1] = facts[0] | facts[1]  # what is not said to change stays
    if not asked or set(facts[0]) != set(facts[1]) or not facts[0]:
        return None
    names = [_name(plain, name) for name in pair]
    parameters = {
        "task": "two machines",
        "facts": [{name: stored(value) for name, value in found.items()} for found in facts],
        "names": names,
        "asked": asked,
        "same": same,
    }
    solve(parameters)
    return Recognition(
        parameters=parameters,
        understood=tuple(
            (name, "，".join(_TOPIC.shown[each].show(value) for each, value in found.items() if each in _TOPIC.shown))
            for name, found in zip(names, facts, strict=True)
        ),
    )


def _name(text: str, pattern: str) -> str:
    found = patterns.search(pattern, text)
    return patterns.sub("^某|的$|机器$|机$", "", found[0].strip()) if found else ""


def _divided(text: str, pair: tuple[str, str]) -> tuple[str, str, str]:
    """What is told of the one, of the other, and the question."""
    parts: list[list[str]] = [[], []]
    questions: list[str] = []
    owner: int | None = None
    for clause in patterns.split(r"[,;。!\n]|(?<=\?)", text):
        if not clause.strip():
            continue
        mentioned = [bool(patterns.search(name, clause)) for name in pair]
        if patterns.search(_QUESTION, clause) and not patterns.search(r"之比(?:为|是)\s*\d", clause):
            questions.append(clause)
            continue
        if found := patterns.search(
            rf"(?P<what>[\u3400-\u9fffA-Za-z]*?)(?:的)?之比(?:为|是)\s*(?P<one>{NUMBER})\s*[::]\s*(?P<other>{NUMBER})", clause
        ):
            unit = "GHz" if patterns.search("主频|频率", clause) else ""
            what = "主频" if unit else "CPI" if "CPI" in clause else stay_out(clause)
            for number, value in enumerate((found["one"], found["other"])):
                parts[number].append(f"{what}为{value}{unit}")
            continue
        if found := patterns.search(rf"(?:分别|依次|各)(?:为|是|有)?\s*(?P<one>{_VALUE})\s*(?:和|与|、|及)\s*(?P<other>{_VALUE})", clause):
            for number in range(2):
                told = clause[: found.start()] + f"为{found['one' if number == 0 else 'other']}" + clause[found.end() :]
                parts[number].append(patterns.sub("|".join(pair), "", told))
            continue
        if all(mentioned):
            # Both names in a clause: what stands after each is its own.
            places = [patterns.search(name, clause) for name in pair]
            first, second = places
            assert first is not None and second is not None
            if first.start() > second.start():
                stay_out(clause)
            parts[0].append(clause[first.end() : second.start()])
            parts[1].append(clause[second.end() :])
            owner = 1
            continue
        if any(mentioned):
            owner = mentioned.index(True)
            parts[owner].append(patterns.sub(pair[owner], "", clause))
        elif owner is None or (patterns.search(_SAME, clause) and not patterns.search(r"\d", clause)):
            for part in parts:
                part.append(clause)
        else:
            parts[owner].append(clause)
    return ",".join(parts[0]), ",".join(parts[1]), ",".join(questions)


def _asked(question: str, pair: tuple[str, str]) -> list[str]:
    """What the question asks; nothing where something in it is not understood."""
    one, other = (f"(?:{name})" for name in pair)
    left = patterns.sub(r"\s", "", question)
    asked = []
    for pattern, name in (
        (
            rf"{one}\s*(?:和|与|、|跟|对)?\s*(?:在|上)?\s*{other}(?:上|机|的|两机|两台|机器)*(?:的)?(?:CPU|执行|运行)*(?:的)?时间(?:的)?(?:之比|比值?|比例)(?:为|是)?(?:多少)?|(?:CPU|执行|运行)?时间(?:的)?(?:之比|比值)(?:为|是)?(?:多少)?",
            "ratio",
        ),
        (rf"{one}(?:机|机器)?比{other}(?:机|机器)?快(?:了)?(?:多少|几)倍", "one faster"),
        (rf"{other}(?:机|机器)?比{one}(?:机|机器)?快(?:了)?(?:多少|几)倍", "other faster"),
        (
            r"(?:哪|谁)(?:一?台|个|种)?(?:机器|计算机)?(?:更|最|比较)?(?:快)|哪(?:台|个)(?:机器)?(?:的)?(?:性能|速度)(?:更|最)?(?:好|高|快)",
            "which",
        ),
        (r"快(?:了)?(?:多少|几)倍(?:\(加速比[^()]{0,8}\))?|加速比(?:是|为)?(?:多少)?", "speedup"),
        (
            r"(?:两(?:台|个|种)?(?:机器|计算机)?)?(?:各|分别)(?:的)?(?:用|执行|运行|跑|需要?|花|CPU)*(?:的)?(?:时间|时)?(?:是|为|需要?|要)*(?:多少|几)\s*(?:ms|s|秒|ns|毫秒|时间)?",
            "times",
        ),
        (r"(?:两(?:台|个)?(?:机器|计算机)?)?(?:各|分别|各自)?(?:的)?MIPS(?:数|值|速率)?(?:各|分别)?(?:是|为)?(?:多少)?", "mips"),
    ):
        if found := patterns.search(pattern, left):
            asked.append((found.start(), name))
            left = left[: found.start()] + " " * len(found[0]) + left[found.end() :]
    left = patterns.sub(r"\((?:即|也就是)?(?:性能|速度|时间)之?比\)", "", patterns.sub("|".join(pair), "", left))
    left = patterns.sub(
        r",|求|问|则|那么|在|上|两|机器?|台|程序|同一|执行|运行|跑|按|个|段|的|与|和|、|了|请|计算|\([^()]{0,8}小数\)|[一两二三]位小数|吗|呢|啊|[A-Z](?![A-Za-z\d])|\s|[?:()]",
        "",
        left,
    )
    return [] if left else [name for _, name in sorted(asked)]


def _time(facts: Facts, same: bool) -> Fraction:
    """The time of a program; of one instruction where both execute as many."""
    for name in ("time", "each"):
        if name == "each" and not same:
            stay_out("how many instructions is not said")
        known = worked(_TOPIC, facts, name)
        if known is not None:
            return Fraction(known)
    return stay_out("no time")


def solve(parameters: Parameters) -> Solution:
    """Times from instructions, CPI and clock; the slower divided by the faster is how many times as fast."""
    names = parameters["names"]
    facts = [{name: restored(value) for name, value in told.items()} for told in parameters["facts"]]
    answers, lines, also = [], [], []
    for task in parameters["asked"]:
        if task == "mips":
            rates = [worked(_TOPIC, found, "mips") for found in facts]
            if None in rates:
                stay_out("no rate")
            answers.append("，".join(f"{name} {about(rate, 2)} MIPS" for name, rate in zip(names, rates, strict=True) if rate is not None))
            continue
        one, other = (_time(found, parameters["same"]) for found in facts)
        ratio = one / other
        lines = [f"时间为指令条数 × CPI ÷ 主频，{names[0]} 与 {names[1]} 之比为 {ratio.numerator}:{ratio.denominator}。"]
        if task == "times":
            if any(worked(_TOPIC, found, "time") is None for found in facts):
                stay_out("no time")
            answers.append(f"{names[0]} {duration(one)}，{names[1]} {duration(other)}")
        elif task == "ratio":
            answers.append(f"{ratio.numerator}:{ratio.denominator}")
            also += [decimal(ratio, 3), decimal(ratio, 2), f"{ratio.numerator}/{ratio.denominator}"]
        elif task == "which":
            answers.append(f"{names[0] if one < other else names[1]} 快" if one != other else "一样快")
        else:
            speed = {"one faster": other / one, "other faster": one / other, "speedup": max(ratio, 1 / ratio)}[task]
            if speed < 1 or (task == "speedup" and not patterns.search("前", names[0]) and "which" not in parameters["asked"]):
                stay_out("faster than which")
            if task == "speedup" and patterns.search("前", names[0]):
                speed = one / other
            answers.append(f"{about(speed)} 倍")
            also += [decimal(speed, 2), decimal(speed, 1), about(speed)]
    answer = "，".join(answers)
    conventions = ("两者执行的指令条数相同",) if parameters["same"] else ()
    return Solution(answer=answer, steps=paragraphs(*lines, answer), also=tuple(also) if len(answers) == 1 else (), conventions=conventions)
