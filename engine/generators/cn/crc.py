"""Cyclic redundancy codes: the check bits of a message, and whether a received frame passes.

Modulo-2 division as in Tanenbaum and Wetherall, Computer Networks (error-detecting codes): r zeros are appended to the message, r the
degree of the generator; the remainder takes their place. A frame passes where the generator divides it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.drawings.model import Drawing, Field, Fields
from engine.generators.chance import Chance
from engine.generators.cn import _crc_reading
from engine.generators.kind import Generated, Kind, Missing, Parameters, Recognition, Solution, Solver, Wrong
from engine.generators.markdown import numbered, paragraphs
from engine.generators.reading import INTEGER, Reading, StayOut, stay_out, to_int

POINT = "cn.link.error-control"


@dataclass(frozen=True, slots=True)
class Step:
    """One subtraction: the bits under the generator's leading 1, where that stands, and what the XOR leaves."""

    place: int
    bits: str
    left: str


def divide(dividend: str, generator: str) -> tuple[str, list[Step]]:
    """The remainder of modulo-2 division, r bits, with the steps in which the quotient has a 1. Both as bits, `generator` begins with 1."""
    bits = [int(bit) for bit in dividend]
    divisor = [int(bit) for bit in generator]
    steps = []
    for place in range(len(bits) - len(divisor) + 1):
        if bits[place]:
            before = "".join(map(str, bits[place : place + len(divisor)]))
            for number, bit in enumerate(divisor):
                bits[place + number] ^= bit
            steps.append(Step(place, before, "".join(map(str, bits[place : place + len(divisor)]))))
    degree = len(divisor) - 1
    return "".join(map(str, bits[-degree:])), steps


def check_bits(message: str, generator: str) -> str:
    """What is appended to a message."""
    return divide(message + "0" * (len(generator) - 1), generator)[0]


def passes(frame: str, generator: str) -> bool:
    """Whether a received frame, check bits included, is taken for good."""
    return "1" not in divide(frame, generator)[0]


def polynomial(generator: str) -> str:
    """`10011` as `x^4 + x + 1`."""
    degree = len(generator) - 1
    terms = [
        "1" if power == 0 else "x" if power == 1 else f"x^{power}"
        for power, bit in zip(range(degree, -1, -1), generator, strict=True)
        if bit == "1"
    ]
    return " + ".join(terms)


# --- questions ---------------------------------------------------------------------------------------------------------------------

_GENERATORS = {3: ("1011", "1101", "1001"), 4: ("10011", "11001", "10111", "11101", "10101"), 5: ("101011", "110101", "100101", "101001")}


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _remainder(chance)
    return _frame(chance) if difficulty == 2 else _received(chance)


def _message(chance: Chance, length: int) -> str:
    return "1" + "".join(str(chance.below(2)) for _ in range(length - 1))


def _wrong_remainders(message: str, generator: str) -> list[tuple[str, str]]:
    """Check bits that mistaken procedures really give."""
    degree = len(generator) - 1
    right = check_bits(message, generator)

    def flipped(place: int) -> str:
        return right[:place] + str(1 - int(right[place])) + right[place + 1 :]

    last = flipped(degree - 1)
    return [
        (divide(message, generator)[0], "没有在数据后补 0 就做除法"),
        (check_bits(message, generator[::-1]), "把生成多项式的系数写反了"),
        (divide(message + "0" * (degree + 1), generator)[0], "补的 0 多了一个"),
        (divide(message + "0" * (degree - 1), generator)[0], "补的 0 少了一个"),
        ("".join(str(1 - int(bit)) for bit in right), "余数又按位取反了"),
        (right[::-1], "余数的高低位写反了"),
        (last, "最后一次异或算错了一位"),
        (flipped(0), "异或时最高位算错"),
        (flipped(1), "异或时中间一位算错"),
    ]


def _remainder(chance: Chance) -> Generated:
    degree = chance.between(3, 4)
    generator, message = chance.choice(_GENERATORS[degree]), _message(chance, chance.between(7, 10))
    right = check_bits(message, generator)
    return Generated(
        point=POINT,
        stem=f"要发送的数据为 {message}，采用 CRC 校验，除数（生成多项式的系数）为 {generator}，则附加在数据后面的校验位（余数）为",
        right=right,
        wrong=[Wrong(value, why) for value, why in _wrong_remainders(message, generator)],
        steps=_working(message, generator, f"校验位为 {right}"),
        parameters={"task": "remainder", "message": message, "generator": generator},
        drawing=_drawing(message, right),
    )


def _frame(chance: Chance) -> Generated:
    """The whole frame, the generator as a polynomial."""
    degree = chance.between(3, 5)
    generator, message = chance.choice(_GENERATORS[degree]), _message(chance, chance.between(7, 11))
    right = check_bits(message, generator)
    wrong = [Wrong(message + value, why) for value, why in _wrong_remainders(message, generator)]
    return Generated(
        point=POINT,
        stem=f"要发送的数据为 {message}，采用 CRC 校验，生成多项式为 $G(x) = {_latex(generator)}$，则实际发送的比特串为",
        right=message + right,
        wrong=wrong,
        steps=paragraphs(
            f"$G(x)$ 的系数为 {generator}。", _working(message, generator, f"余数接在数据后面，发送的比特串为 {message + right}")
        ),
        parameters={"task": "frame", "message": message, "polynomial": polynomial(generator), "generator": generator},
        drawing=_drawing(message, right),
    )


def _latex(generator: str) -> str:
    return re.sub(r"\^(\d+)", r"^{\1}", polynomial(generator))


def _received(chance: Chance) -> Generated:
    """What the receiver's division leaves; most frames have an error."""
    degree = chance.between(3, 4)
    generator, message = chance.choice(_GENERATORS[degree]), _message(chance, chance.between(6, 9))
    sent = message + check_bits(message, generator)
    damage = chance.sample(range(1, len(sent)), 0 if chance.one_in(5) else chance.between(1, 3))
    frame = "".join(str(1 - int(bit)) if place in damage else bit for place, bit in enumerate(sent))
    remainder, steps = divide(frame, generator)

    wrong = [
        Wrong(check_bits(frame, generator), "收到的比特串已含校验位，又补 0 再除"),
        Wrong((check_bits(frame[:-degree], generator)), "只用数据部分计算，没有连同校验位一起除"),
        Wrong((frame[-degree:]), "直接取了末尾的校验位"),
        Wrong((divide(frame, generator[::-1])[0]), "把生成多项式的系数写反了"),
        Wrong(("0" * degree), "没有真正做除法，当作没有差错"),
        Wrong(("1" * degree), "异或的结果全错成 1"),
        Wrong((remainder[::-1]), "余数的高低位写反了"),
        Wrong((remainder[:-1] + str(1 - int(remainder[-1]))), "最后一次异或算错了一位"),
        Wrong((str(1 - int(remainder[0])) + remainder[1:]), "异或时最高位算错"),
    ]
    return Generated(
        point=POINT,
        stem=f"采用 CRC 校验，生成多项式为 $G(x) = {_latex(generator)}$，接收方收到的比特串（含校验位）为 {frame}，则接收方用除数去除所得的余数为",
        right=remainder,
        wrong=wrong,
        steps=paragraphs(
            f"$G(x)$ 的系数为 {generator}。收到的比特串已含校验位，不再补 0，直接除以它（模 2），余数为 0 才通过。",
            numbered(f"从第 {step.place + 1} 位起：`{step.bits}` 与 `{generator}` 异或，得 `{step.left}`" for step in steps),
            f"{'有差错' if '1' in remainder else '没有检出差错'}，余数为 {remainder}",
        ),
        parameters={"task": "received", "polynomial": polynomial(generator), "generator": generator, "frame": frame},
    )


def _working(message: str, generator: str, closing: str) -> str:
    degree = len(generator) - 1
    remainder, steps = divide(message + "0" * degree, generator)
    return paragraphs(
        f"除数有 {degree + 1} 位，先在数据后补 {degree} 个 0：`{message + '0' * degree}`，再做模 2 除法（不进位，即异或）：",
        numbered(f"从第 {step.place + 1} 位起：`{step.bits}` 与 `{generator}` 异或，得 `{step.left}`" for step in steps),
        f"余数取 {degree} 位，为 `{remainder}`。",
        closing,
    )


def _drawing(message: str, check: str) -> Drawing:
    return Fields(
        title="发送的帧",
        words=(("", (Field("数据", len(message), message), Field("校验位", len(check), check, "new"))),),
    )


# --- solver ------------------------------------------------------------------------------------------------------------------------

_BITS = r"(?<![\d.])[01]+(?: [01]+)*(?![\d.])"
_OF = r"(?:分别|串|比特串|位串|码|序列|系数|对应的?|二进制|为|是|=|:|\s)*"
_POLYNOMIAL = r"(?:x(?:\^?\d+)?\s*\+\s*)+(?:x(?:\^?\d+)?\s*\+\s*)*(?:1|x(?:\^?1)?)(?!\d)"


def _generator_of(text: str) -> str:
    """`x^4 + x + 1` or `x4+x+1` as bits."""
    powers = []
    for term in re.sub(r"\s", "", text).lower().split("+"):
        powers.append(0 if term == "1" else int(term[1:].lstrip("^") or 1))
    if len(set(powers)) != len(powers) or max(powers) > 32:
        stay_out(text)
    return "".join("1" if power in powers else "0" for power in range(max(powers), -1, -1))


def _compact(text: str) -> str:
    return text.replace(" ", "")


def _recognise(text: str) -> Recognition | None:
    reading = Reading(text)
    reading.refuse(
        r"不补|不加0|海明|汉明|奇偶|检验和|校验和|CRC-?(?:8|12|16|32|CCITT)|反码|初值|反转|十六进制|0x|丢失|概率|最后.{0,6}(?:变|错|出)|变成|变为|出错|填充|能否|能不能|突发|个(?:比特|位)|发现|检测出"
    )
    zeros = reading.take_one(
        rf"(?:在?(?:数据|信息位|信息|其|末尾|后面|最后|右边)*(?:后面?)?)(?:补|添|加)(?:上)?(?P<value>{INTEGER})个(?:0|零)(?:之?后)?", to_int
    )
    reading.take_all(r"(?:然后|再)?(?:做|进行|作|用)?(?:模-?2|模二)(?:除法?|运算)(?:之?后)?")
    polynomial_given = reading.take_one(
        (rf"(?:(?:CRC)?(?:的)?(?:生成)?多项式|除数)?(?:为|是|=|:|\s)*(?:[GP]\s*\(\s*x\s*\)|[GP])?{_OF}(?P<value>{_POLYNOMIAL})",),
        _generator_of,
    )
    divisor = reading.take_one(
        rf"(?:除数|生成(?:多项式|码|串)(?:的)?(?:系数|比特串|位串)?|[GP]\(x\)|(?<![A-Za-z])[GP](?![A-Za-z]))(?:\([^()]*\))?(?:[GP](?:\(x\))?)?{_OF}(?P<value>{_BITS})",
        _compact,
    )
    received = reading.take_one(
        rf"(?:(?:接收(?:方|端)?|乙|站)?(?:所)?(?:收到|接收到|接收)(?:的)?(?:比特|位|信息|数据|帧|码字|报文|二进制)?)(?:串|序列|帧|码)?(?:\(含校验位\))?{_OF}(?P<value>{_BITS})",
        _compact,
    )
    message = reading.take_one(
        (
            rf"(?:要|待|需要?|所)?(?:发送|传送|传输)?(?:的)?(?:数据|信息|报文|比特|有效信息|信息码字|数据比特|原始数据|信息位|信息码|帧|M)(?:位|串|序列|M|比特串)?{_OF}(?P<value>{_BITS})",
            rf"(?:发送|传送|传输|对|把|将)(?:数据|报文|信息|比特串)?(?P<value>{_BITS})",
        ),
        _compact,
    )
    asked = reading.take_words(
        (
            (
                r"(?:实际|最终|最后)?(?:应该?|所|要)?(?:发送|传输|传送)(?:出去|到线路上|的)?(?:的)?(?:比特串|位串|帧|码字|比特序列|数据帧|数据|码字|序列|信息|CRC码|编码)(?:应?该?)?(?:为|是)?(?:什么)?|CRC码(?:字)?|发送帧|码字",
                "frame",
            ),
            (
                r"(?:添加|附加|加)在(?:后面|数据后面?|数据之后|末尾)的?(?:余数|校验位|校验码|冗余码|检验序列)?|(?:CRC)?(?:循环)?(?:冗余)?(?:校验|检验|冗余)(?:位|码|序列|比特)(?:\((?:FCS|余数|帧检验序列)\))?|余数|FCS|帧(?:检验|校验)序列|(?:计算出的)?CRC(?:校验|检验)码(?=为|是|,|$|\?|。)|R(?=为|是)",
                "remainder",
            ),
            (
                r"(?:是否|有无|有没有)(?:有)?(?:产生|出现|存在)?(?:传输)?(?:差错|错误|错|出错|正确)|(?:对不对|正确吗)|(?:接收方)?用除数去除所得的余数",
                "check",
            ),
        )
    )
    reading.take_all(
        r"CRC(?:循环冗余)?(?:校验|检验|编码)?(?:码)?(?:\(循环冗余(?:校验|检验)(?:码)?\))?|循环冗余(?:校验|检验)?(?:码)?(?:\(CRC\))?"
    )
    reading.finish(
        "采用 使用 数据 信息 发送 发送方 发送端 接收 接收方 接收端 比特串 校验 检验 差错 通信 链路层 数据链路层 帧 生成多项式 多项式 对应 模2除法 模 运算 进行 传输 报文 校验位 甲 乙 站 其 生成 计算"
    )
    if polynomial_given is not None and divisor is not None and polynomial_given != divisor:
        return None
    generator = polynomial_given or divisor
    if zeros is not None and (generator is None or zeros != len(generator) - 1 or received is not None):
        return None
    if (received is not None and message is not None) or len(asked) != 1:
        return None
    if (asked[0] == "check") != (received is not None):
        return None
    word = received if received is not None else message
    parameters: dict[str, object] = {"task": asked[0]}
    understood, missing = [], []
    if word is None:
        return None
    parameters["word"] = word
    understood.append(("收到的比特串" if received else "数据", word))
    if generator is None:
        missing.append(Missing("generator", "生成多项式（或除数）是什么？写成比特串，如 10011。", "除数为 {}"))
    else:
        if len(generator) < 2 or generator[0] != "1" or len(word) < len(generator) - 1 or len(word) > 64:
            return None
        parameters["generator"] = generator
        understood.append(("除数", f"{generator}，即 {polynomial(generator)}"))
    return Recognition(parameters=parameters, understood=tuple(understood), missing=tuple(missing))


def _recognise_either(text: str) -> Recognition | None:
    """By parts, or by the phrases of the classics; where both understand, they must understand the same."""
    found: list[Recognition] = []
    for recognise in (_crc_reading.recognise, _recognise):
        try:
            seen = recognise(text)
        except StayOut:
            continue
        if seen is not None:
            found.append(seen)
    if len(found) == 2 and any(found[0].parameters.get(name) != found[1].parameters.get(name) for name in ("word", "generator")):
        return None
    return found[0] if found else None


def _solve(parameters: Parameters) -> Solution:
    word, generator = parameters["word"], parameters["generator"]
    if parameters["task"] == "check":
        remainder, steps = divide(word, generator)
        verdict = "没有检出差错" if "1" not in remainder else "有差错"
        return Solution(
            answer=f"余数 {remainder}，{verdict}",
            also=(remainder, verdict),
            steps=paragraphs(
                f"用 {generator} 去除收到的比特串（模 2）：",
                numbered(f"从第 {step.place + 1} 位起：`{step.bits}` 与 `{generator}` 异或，得 `{step.left}`" for step in steps),
                f"余数为 {remainder}，{verdict}。",
            ),
            conventions=("收到的比特串包括校验位", "余数为 0 只表示没有检出差错"),
        )
    check = check_bits(word, generator)
    if parameters["task"] == "both":
        said = f"校验码 {check}，发送 {word + check}"
        return Solution(
            answer=said, also=(check, word + check), steps=_working(word, generator, f"{said}。"), conventions=("模 2 除法，不取反、无初值",), drawing=_drawing(word, check)
        )  # fmt: skip
    answer = check if parameters["task"] == "remainder" else word + check
    return Solution(
        answer=answer,
        steps=_working(word, generator, f"{'校验位' if parameters['task'] == 'remainder' else '发送的比特串'}为 {answer}。"),
        conventions=("模 2 除法，不取反、无初值",),
        drawing=_drawing(word, check),
    )


KIND = Kind(
    name="crc",
    title="循环冗余校验 CRC",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(hint=r"CRC|循环冗余|多项式|生成多项式|除数|FCS|[GP]\(x\)|模-?[2二]除", recognise=_recognise_either, solve=_solve),
)
