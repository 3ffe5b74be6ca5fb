"""Characters sent asynchronously: each with its start, data, parity and stop bits, so many a second, or as many as the line's rate allows."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from engine.generators import patterns
from engine.generators.clauses import Clauses
from engine.generators.cn import _units as units
from engine.generators.cn._clauses import TALK, Problem
from engine.generators.cn._mentions import Lexicon, Mention
from engine.generators.cn._nyquist_shannon.reading import BAUD, NAMED_LEVELS, baud_of
from engine.generators.cn._nyquist_shannon.simulator import log2
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.pasted.normalising import normalise
from engine.generators.patterns import caseless
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, close_up, stay_out, to_int

_IS = r"(?:\s|的|是|为|有|占|=|:|用|使用|采用)*"
_BITS = r"(?:个)?(?:位|bits?|比特)?(?:的)?"
_MANY = r"(?:多少|几|\(\s*\d{0,2}\s*\)|_+)"
_PARTS = {
    "start": r"(?:起始|启始|开始)(?:位|码元|比特)?",
    "parity": r"(?:奇偶|偶|奇)?(?:校验|检验)(?:位|码)?|奇偶位",
    "stop": r"(?:终止|停止|结束)(?:位|码元|比特)?",
    "data": r"(?:数据|信息|有效数据)(?:位|码元|比特)?|ASCII码?(?:数据)?",
}
_WORDS = (
    ("number", r"\(\s*[1-6]\s*\)(?=\s*[^\s,;。?]{2})(?<![为是到达约](?:\([1-6]\)))"),
    *(
        (part, rf"(?P<value>[12]\.5|{INTEGER})\s*{_BITS}(?:{name})(?!的?(?:速率|传输|率))|(?:{name}){_IS}(?P<value2>[12]\.5|{INTEGER})\s*(?:个)?(?:位|bits?|比特)")
        for part, name in _PARTS.items()
    ),
    ("no parity", r"(?:无|没有|不使用|不采用|不带|不含)(?:奇偶)?(?:校验|检验)(?:位)?"),
    ("whole", rf"(?:每个?|一个)?字符(?:共|总共|由)?{_IS}(?P<value>{INTEGER})\s*(?:位|bits?|比特)(?!\s*的?(?:起始|启始|开始|数据|信息|停止|终止|校验|奇偶))(?:组成)?"),
    ("characters", rf"(?:每秒钟?|每1?s|1s|1秒钟?|每一秒)(?:可以?|能|要|最多)?(?:传送|传输|发送|传)(?:了)?\s*(?P<value>{INTEGER})\s*个?字符|(?P<value2>{INTEGER})\s*个?字符\s*(?:/|每)\s*(?:s|秒)"),
    ("preset", r"(?<![A-Za-z0-9])(?P<value>2|4|8|16)\s*-?\s*(?:D?PSK|QAM|ASK|FSK)|(?<![A-Za-z0-9])(?:D?PSK|QAM)-?(?P<value2>2|4|8|16)(?!\d)|(?P<value3>2|4|8|16|二|两|四|八)\s*(?:个|种)?(?:相位?|电平|进制)(?:的)?(?:调制|调相|相移键控|信号|编码|DPSK|PSK)*"),
    ("named levels", r"(?<![A-Za-z])(?P<value>QPSK|BPSK)(?![A-Za-z])"),
    ("baud", rf"(?:波特率|(?:码元|信号)(?:的)?(?:传输)?(?:速率|速度)|调制速率){_IS}(?P<value>{BAUD})|(?:波特率){_IS}(?P<value2>\d{{3,6}})(?![\d.])"),
    ("useful told", rf"(?:最大|最高)?(?:的)?有效(?:的)?(?:数据|信息)?(?:的)?(?:传输)?(?:速率|率|速度){_IS}(?P<value>{units.RATE})"),
    ("rate", rf"(?:数据|线路|比特|信道)?(?:的)?(?:传输|传送)?(?:速率|速度|率){_IS}(?P<value>{units.RATE})"),
    ("ask efficiency", r"(?:信道|传输|编码|有效|线路)*(?:的)?(?:利用率|效率)"),
    ("ask useful", r"(?:最大|最高)?(?:的)?有效(?:的)?(?:数据|信息)?(?:的)?(?:传输)?(?:速率|率|速度)|(?:每秒)?(?:传输|传送)?(?:的)?有效(?:数据)?(?:比特|位)数"),
    ("ask baud", r"(?:码元|信号)(?:的)?(?:传输)?(?:速率|速度)|波特率|调制速率"),
    ("ask characters", rf"(?:每秒钟?|1秒钟?|1s)(?:最多)?(?:可以?|能够?|可|最多)*(?:传送|传输|发送|传)(?:的)?(?:{_MANY}\s*个?字符|字符数(?:目)?)|字符(?:的)?(?:传输|传送)?(?:速率|速度)"),
    ("ask rate", r"(?:数据|比特|总的?|总)*(?:的)?(?:传输|传送)?(?:速率|率|速度)|比特率"),
    ("", r"(?:采用|使用|用|按)?(?:异步|异步串行|串行异步|起止式?)(?:通信|传输|传送)?(?:方式|协议|方法)?(?:的)?(?:时|中|下)?"),
    ("ask other", r"(?:多少|几)\s*(?:条|次|台|帧|分组|元|钱|人|天|秒|ms|倍)"),
    ("blank", r"\(\s*\d{0,2}\s*\)|_+|多少|什么|几"),
)  # fmt: skip
_PLAIN = """
在 通信 数据通信 系统 某 一个 每 每个 字符 传送 传输 发送 包含 包括 由 组成 构成 含 有 为 是 的 和 与 及 以及 、 加上 再加 格式 数据 位 采用 使用 调制 方式 技术 方法 编码 信号 线路 信道 上 中 时 若 如果 假设 假定 设 已知 则 那么 其 该 此 共 求 计算 试 问 分别 应 应该 可 能 可以 得到 达到 至少 最大 bit bits 比特 波特 bps b/s ASCII DPSK PSK QAM 串行 接口 终端 主机 计算机 RS232 RS-232 对 一 个 载波 电话 电话线 调制解调器 所以 因此 用 于 且 并 并且 每秒 速率 不归零 数字
"""
_LEXICON = Lexicon(_WORDS, _PLAIN)
_ASKED = {"efficiency": "效率", "useful": "有效数据速率", "baud": "码元速率", "characters": "每秒字符数", "rate": "数据速率"}


def recognise(text: str) -> Recognition | None:
    """How a character is made up, how fast it goes, and what is asked of it; None where not all that is mentioned fits in."""
    # Without modulation it is a question of a serial line.
    if not caseless(r"异步|起始位|启始位").search(text) or "字符" not in text or not caseless("PSK|QAM|相调制|相位|调制").search(text):
        return None
    if patterns.search("同步帧|时分|复用|ATM|如图", text):
        return None
    plain = normalise(text)
    for short, full in Problem.shortened:
        plain = caseless(short).sub(full, plain)
    plain = close_up(plain)
    for heading in (*Clauses.headings, *TALK):
        plain = caseless(heading).sub(" ", plain)
    told: dict[str, Fraction] = {}
    asked: list[str] = []
    for clause in _LEXICON.read(plain):
        names = []
        for mention in clause.mentions:
            if mention.kind.startswith("ask ") and clause.asks:
                names.append(mention.kind.removeprefix("ask "))
            elif (value := _value(mention)) is not None:
                if asked:
                    return None  # told for another question
                kind = {"preset": "levels", "named levels": "levels", "no parity": "parity"}.get(mention.kind, mention.kind)
                if told.setdefault(kind, value) != value:
                    stay_out(f"{kind}: {told[kind]} and {value}")
        if clause.asks and (not names or "other" in names):
            return None
        asked += [name for name in names if name not in asked]
    levels = told.get("levels", Fraction(2))
    bits = log2(levels)
    parts = sum((told.get(part, Fraction(0)) for part in ("start", "data", "parity", "stop")), Fraction(0))
    if not asked or not {"data", "start", "stop"} <= set(told) or bits.denominator != 1 or told.get("whole", parts) != parts:
        return None
    speeds = {"characters", "baud", "rate", "useful told"} & set(told)
    if (
        "levels" not in told
        or len(speeds) > 1
        or (not speeds and asked != ["efficiency"])
        or set(asked) & speeds
        or ("useful" in asked and "useful told" in told)
    ):
        return None
    return Recognition(
        parameters={"task": "characters", "asked": asked, **{name: str(value) for name, value in told.items()}},
        understood=(("每个字符", f"{decimal(parts)} 位，其中数据 {decimal(told['data'])} 位"),),
    )


def _value(mention: Mention) -> Fraction | None:
    text = mention["value"] or mention["value2"] or mention["value3"]
    if mention.kind in (*_PARTS, "whole", "characters", "preset"):
        return Fraction(text) if patterns.fullmatch(r"[\d.]+", text) else Fraction(to_int(text))
    if mention.kind == "named levels":
        return Fraction(NAMED_LEVELS[text.lower()])
    if mention.kind == "no parity":
        return Fraction(0)
    if mention.kind == "baud":
        return baud_of(text)
    return units.bits_per_second(text) if mention.kind in ("rate", "useful told") else None


def solving_characters(solve: Callable[[Parameters], Solution]) -> Callable[[Parameters], Solution]:
    """A solver that also answers questions of characters."""
    return lambda parameters: _solve(parameters) if parameters.get("task") == "characters" else solve(parameters)


def _solve(parameters: Parameters) -> Solution:
    told = {name: Fraction(value) for name, value in parameters.items() if name not in ("task", "asked")}
    whole = sum((told.get(part, Fraction(0)) for part in ("start", "data", "parity", "stop")), Fraction(0))
    bits = log2(told.get("levels", Fraction(2)))
    if "useful told" in told:
        told["rate"] = told["useful told"] * whole / told["data"]
    rate = told["rate"] if "rate" in told else told["baud"] * bits if "baud" in told else told.get("characters", Fraction(0)) * whole
    characters = rate / whole
    efficiency = told["data"] / whole
    steps = [f"每个字符共 {decimal(whole)} 位，其中数据 {decimal(told['data'])} 位。"]
    if rate:
        steps.append(
            f"每秒 {decimal(characters, 3)} 个字符，数据速率 {decimal(rate, 3)} bps，其中有效的 {decimal(rate * efficiency, 3)} bps。"
        )
    if "levels" in told:
        steps.append(f"每个码元 {decimal(bits)} 比特，码元速率 {decimal(rate / bits, 3)} 波特。")
    said = {
        "efficiency": f"{'' if (efficiency * 10_000).denominator == 1 else '约 '}{decimal(efficiency * 100)}%",
        "useful": f"{decimal(rate * efficiency, 2)} bps",
        "baud": f"{decimal(rate / bits, 2)} 波特",
        "characters": f"{int(characters)} 个",
        "rate": f"{decimal(rate, 2)} bps",
    }
    asked = parameters["asked"]
    values = [said[name] for name in asked]
    return Solution(
        answer="，".join(f"{_ASKED[name]} {value}" for name, value in zip(asked, values, strict=True)) if len(asked) > 1 else values[0],
        also=("，".join(values), "，".join(value.replace("波特", "Baud") for value in values)),
        steps=paragraphs(*steps),
        conventions=("每个字符的起始位、校验位、终止位不是有效数据",),
    )
