"""Cyclic redundancy codes: the check bits of a message, and whether a received frame passes.

Modulo-2 division as in Tanenbaum and Wetherall, Computer Networks (error-detecting codes): r zeros are appended to the message, r the
degree of the generator; the remainder takes their place. A frame passes where the generator divides it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from engine.drawings.model import Drawing, Field, Fields
from engine.generators import patterns
from engine.generators.alternatives import but_not
from engine.generators.chance import Chance
from engine.generators.cn._crc import reading as crc_reading
from engine.generators.kind import Generated, Kind, Parameters, Recognition, Solution, Solver, Wrong
from engine.generators.markdown import numbered, paragraphs
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

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
    return patterns.sub(r"\^(\d+)", r"^{\1}", polynomial(generator))


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


def _divided(word: str, generator: str) -> str:
    steps = divide(word, generator)[1]
    return numbered(f"从第 {step.place + 1} 位起：`{step.bits}` 与 `{generator}` 异或，得 `{step.left}`" for step in steps)


_GOOD = ("没有差错", "无差错", "未出错", "没有出错", "没出错", "未出现差错", "没有错误", "无错", "正确", "传输正确", "传输无误")
_BAD = ("出错", "出错了", "有错", "有错误", "出现差错", "出现了差错", "传输出错", "传输有误", "有误", "错误", "传输错误")
"""Other wordings of the verdict, as options have them."""


class _Case:
    """One question about a code, with the working so far."""

    def __init__(self, told: Mapping[str, Any]) -> None:
        self.told = told
        self.steps: list[str] = []
        self.conventions: list[str] = []
        self.drawing: Drawing | None = None

    def need(self, name: str) -> Any:
        """What must be told."""
        value = self.told.get(name)
        return value if value is not None else stay_out(f"{name} is not told")

    def check(self) -> str:
        """The check bits of the message."""
        message, generator = self.need("message"), self.need("generator")
        if not self.steps:
            self.steps.append(_working(message, generator, ""))
            self.conventions.append("模 2 除法，不取反、无初值")
            self.drawing = _drawing(message, check_bits(message, generator))
        return check_bits(message, generator)

    def received(self) -> tuple[str, tuple[str, ...]]:
        """The remainder of what arrived, and what follows from it."""
        word, generator = self.need("received"), self.need("generator")
        return self._verdict(word, generator)

    def _verdict(self, word: str, generator: str) -> tuple[str, tuple[str, ...]]:
        remainder = divide(word, generator)[0]
        good = "1" not in remainder
        verdict = "没有检出差错" if good else "有差错"
        self.steps += [f"用 {generator} 去除收到的比特串（模 2）：", _divided(word, generator), f"余数为 {remainder}，{verdict}。"]
        self.conventions += ["收到的比特串包括校验位", "余数为 0 只表示没有检出差错"]
        others = _GOOD if good else _BAD
        return f"余数 {remainder}，{verdict}", (remainder, verdict, *others, *(f"{other}，{remainder}" for other in others))

    def damaged(self, flip: Mapping[str, Any]) -> tuple[str, tuple[str, ...]]:
        """Whether the receiver notices that bits were changed on the way."""
        message, generator = self.need("message"), self.need("generator")
        check = check_bits(message, generator)
        of_data = flip["what"] in ("数据", "信息", "信息位", "报文") or (not flip["what"] and not flip["places"])
        changed = message if of_data else message + check
        if flip["places"]:
            if not all(1 <= place <= len(changed) for place in flip["places"]) or len(set(flip["places"])) < len(flip["places"]):
                stay_out("there is no such bit")
            ones = [place - 1 if flip["side"] == "left" else len(changed) - place for place in flip["places"]]
            if flip["to"] and any(changed[place] == flip["to"] for place in ones):
                stay_out("that bit is not changed")
        elif "个1" in flip["ones"]:
            ones = [place for place, bit in enumerate(changed) if bit == "1"][-("零一二三".index(flip["ones"][0].replace("两", "二"))) :]
        else:
            ones = [len(changed) - 1 - back for back in range(1 if flip["ones"][0] in "一1" else 2)]
            if flip["to"] and any(changed[place] == flip["to"] for place in ones):
                stay_out("a bit that is what it is said to become")
        bits = "".join(str(1 - int(bit)) if place in ones else bit for place, bit in enumerate(changed))
        word = bits + check if len(changed) == len(message) else bits
        if self.told["damaged"] not in (None, word, bits):
            stay_out("the damaged word is another")
        if self.told["received"] not in (None, word):
            stay_out("the damaged word is another")
        remainder = divide(word, generator)[0]
        found = "1" in remainder
        self.steps += [
            f"发送的是 {message + check}，收到的是 {word}，用 {generator} 去除：",
            _divided(word, generator),
            f"余数为 {remainder}，{'不为 0，能' if found else '为 0，不能'}发现。",
        ]
        return f"余数 {remainder}，{'能' if found else '不能'}发现", (remainder, "能发现" if found else "不能发现")

    def count(self, goal: str) -> tuple[str, tuple[str, ...]]:
        """How many bits something has."""
        degree = self.need("degree")
        self.steps.append(f"生成多项式为 {degree} 次（除数 {degree + 1} 位），校验位有 {degree} 位。")
        message, total, data = self.told["message"], self.told["total"], self.told["data"]
        if goal == "width":
            return f"{degree} 位", ()
        if goal == "zeros":
            return f"{degree} 个", ()
        if goal == "data width":
            if total is None:
                stay_out("the length of the code is not told")
            self.steps.append(f"信息位有 {total} − {degree} = {total - degree} 位。")
            return f"{total - degree} 位", ()
        length = len(message) if message is not None else data
        if length is None:
            stay_out("the length of the data is not told")
        if self.told["bytes"] and message is None:
            if degree % 8:
                stay_out("no whole bytes")
            self.steps.append(f"{length} B 加 {degree // 8} B，共 {length + degree // 8} B。")
            return f"{length + degree // 8} B", (f"{length + degree // 8} 字节",)
        self.steps.append(f"{length} + {degree} = {length + degree} 位。")
        if goal == "efficiency":
            shown = f"{decimal(Fraction(100 * length, length + degree))}%"
            return (shown if (Fraction(100 * length, length + degree) * 100).denominator == 1 else f"约 {shown}"), (
                f"{length}/{length + degree}",
            )
        return f"{length + degree} 位", ()

    def answer(self, goal: str) -> tuple[str, str, tuple[str, ...]]:
        """(label, answer, other wordings)."""
        if goal == "check":
            return ("", *self.received())
        if goal.startswith("detected "):
            return ("", *self.damaged(self.need("flip")[int(goal.removeprefix("detected "))]))
        if goal == "remainder":
            check = self.check()
            if self.told["hexadecimal"] and len(check) % 4 == 0:
                self.steps.append(f"写成十六进制为 {int(check, 2):X}。")
                return "校验码", f"0x{int(check, 2):0{len(check) // 4}X}", (check,)
            return "校验码", check, ()
        if goal in ("original", "tail"):
            word, degree = self.need("received"), self.need("degree")
            if "1" in divide(word, self.need("generator"))[0]:
                if not self.told.get("if good"):
                    stay_out("what was sent is not known")
                return "", "", ()
            self.steps.append(f"末尾 {degree} 位为校验位 {word[-degree:]}，前面的 {word[:-degree]} 是数据。")
            return ("数据", word[:-degree], ()) if goal == "original" else ("校验码", word[-degree:], ())
        if goal == "verify":
            sent = self.need("message") + self.check()
            if "1" in divide(sent, self.need("generator"))[0]:
                stay_out("a check that fails")
            self.steps.append(f"接收方用除数去除 {sent}，余数为 0。")
            return "接收方余数", "是 0", ()
        if goal == "frame":
            return "发送", self.need("message") + self.check(), ()
        if goal == "dividend":
            return "被除数", self.need("message") + "0" * self.need("degree"), ()
        if goal == "generator bits":
            generator = self.need("generator")
            self.steps.append(f"各次项的系数依次写下来，为 {generator}。")
            return "二进制", generator, ()
        if goal in ("polynomial", "degree"):
            word = self.told["message"] or self.need("generator")
            bits = word.lstrip("0")
            self.steps.append(f"从最高位起依次为各次项的系数：{polynomial(bits)}。")
            return ("多项式", polynomial(bits), ()) if goal == "polynomial" else ("最高次", f"{len(bits) - 1} 次", ())
        labels = {
            "width": "校验位",
            "zeros": "补零",
            "data width": "信息位",
            "total width": "总长",
            "dividend length": "被除数",
            "efficiency": "编码效率",
        }
        return (labels[goal], *self.count(goal))


def _solve_divisible(generator: str, flawed: bool) -> Solution:
    def fits(option: str) -> bool:
        bits = patterns.sub(r"\s", "", option)
        return passes(bits, generator) != flawed if patterns.fullmatch(r"[01]{3,}", bits) else stay_out(option)

    return Solution(answer="", steps=paragraphs(f"用 {generator} 逐个去除（模 2），余数为 0 的没有差错。"), fits=fits)


def _solve_length(generator: str) -> Solution:
    degree = len(generator) - 1

    def fits(option: str) -> bool:
        bits = patterns.sub(r"\s", "", option)
        return len(bits) == degree if patterns.fullmatch("[01]{2,}", bits) else stay_out(option)

    return Solution(answer="", steps=f"除数 {generator} 有 {degree + 1} 位，余数（校验位）比它少一位，必有 {degree} 位。", fits=fits)


def _solve(parameters: Parameters) -> Solution:
    if "as long as" in parameters:
        return _solve_length(parameters["as long as"])
    if "divisible" in parameters:
        return _solve_divisible(parameters["divisible"], parameters["flawed"])
    found: list[tuple[str, str, tuple[str, ...]]] = []
    steps: list[str] = []
    conventions: list[str] = []
    drawing = None
    for told in parameters["units"]:
        case = _Case(told)
        found += [one for one in map(case.answer, told["asked"]) if one[1]]
        steps += [step for step in case.steps if step not in steps]
        conventions += [text for text in case.conventions if text not in conventions]
        drawing = drawing or case.drawing
    several = len(found) > 1
    answer = "，".join(f"{label} {shown}".strip() if several else shown for label, shown, _ in found)
    also = tuple(shown for _, shown, _ in found) if several and len(parameters["units"]) == 1 else ()
    if several and [label for label, _, _ in found] == ["", "数据"]:
        also = tuple(f"{other}，{found[1][1]}" for other in found[0][2] if not patterns.search(r"\d", other))
    return Solution(
        answer=answer,
        also=found[0][2] if not several else also,
        steps=paragraphs(*(step for step in steps if step), f"所以答案是 {answer}。"),
        conventions=tuple(conventions),
        drawing=drawing,
    )


_RELIABLE = r"(?:采用|使用|用)?(?:了)?CRC\s?(?:检验|校验)?(?:以?后|之后)?,?(?:数据)?链路层的?传输(?:是否|是不是|会不会)就?(?:变成|变为|成为|是)了?可靠的?传输[?。]?"
"""Xie Xiren's question behind the computed ones: frames that arrive have no errors, but lost ones nobody misses."""


def _asking_whether_reliable(recognise: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """A reader of the text without that question, which notes that it was asked."""

    def read(text: str) -> Recognition | None:
        without = patterns.sub(_RELIABLE, "", text, flags=re.IGNORECASE)
        found = recognise(without)
        return found if found is None or without == text else found.telling({"reliable": False})

    return read


def _solve_all(parameters: Parameters) -> Solution:
    solution = _solve(parameters)
    if "reliable" not in parameters:
        return solution
    why = "CRC 只让接收方丢弃有差错的帧（无差错接受）；没有确认和重传，帧仍会丢失、重复、失序，传输不是可靠的。"
    return replace(solution, answer=f"{solution.answer}；不是可靠传输", also=(), steps=f"{solution.steps}\n\n{why}")


KIND = Kind(
    name="crc",
    title="循环冗余校验 CRC",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"CRC|(?<![A-Za-z])P\s*=\s*1[01]{2}|循环冗余|多项式|生成多项式|除数|FCS|[GP]\(x\)|模-?[2二]除|冗余码|校验位|码字|补0|补零|余数",
        recognise=_asking_whether_reliable(but_not(r"(?:数据|信息)(?:部分|位)(?:各?是|为)(?:什么|多少)?\?[^?]*\?")(crc_reading.recognise)),
        solve=_solve_all,
    ),
)
