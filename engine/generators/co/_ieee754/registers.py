"""Two floats as registers hold them: their codes, those of their sum and difference, and the first step of adding, the difference of exponents."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, ClassVar

from engine.generators import patterns
from engine.generators.co._ieee754.floats import DOUBLE, SINGLE, Coded, code_text, decode, encode, encoding, shown
from engine.generators.co._ieee754.words import HEX, PLAIN, Floats
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import stay_out

TASK = "float registers"
_NAME = r"(?<![A-Za-z0-9])(?:[xyzabfXY]|f[12]|x[12])(?![A-Za-z0-9])"
_PLACE = r"(?<![A-Za-z0-9])(?:[A-F]|R\d|FR\d|F\d)(?![A-Za-z0-9])"
_AND = r"\s*(?:和|与|、|,|及)\s*"
_PUT = r"(?:被)?(?:分别|依次)?(?:存放|保存|存储|存|放|装|送)(?:在|到|入|进)*(?:浮点)?(?:寄存器)?\s*"


class Registers(Floats):
    """Floats and where they are."""

    words: ClassVar[str] = (
        f"{Floats.words} 实数 两个实数 两个 定义 它们 在 另外 还有 寄存器 都 是 的 均 用 表示 要求 序列 请问 内容 结果 后 相加后 相减后 中 则 第一步 对阶 操作 对阶操作 分别 机器数 计算 时 进行 浮点 加法 加 运算 阶码 之差 阶差 C语言中 32位的"
    )
    refused: ClassVar[str] = (
        Floats.refused.replace("|误差", "")
        + r"|乘|除|规格化后|右规|左规|保护位|警戒|附加位|舍入位|再|然后|随后|取负|取反|相反数|变号|交换|倍|左移|右移|清零|赋值"
    )


def recognise(text: str) -> Recognition | None:
    """Two floats by value or by code, their sum or difference, and what is asked of all of them."""
    if not patterns.search(r"float|单精度|double|双精度", text, 2):
        return None
    text = patterns.sub(r"另外[,]?(?=还?有(?:两个|2个)?寄存器)", "", text)
    text = patterns.sub(r"(?:(?<=^)|(?<=[\s:。?;]))\(?[1-6]\)", ";", text)
    problem = Registers(text)
    problem.take_all(
        r"\(?要求用?十六进制(?:数)?(?:来)?表示(?:二进制)?(?:序列|内容|结果)?\)?|\(?(?:均|都)?用十六进制(?:数)?表示(?:二进制序列)?\)?"
    )
    wide = bool(problem.take_all(r"double(?:型)?(?:变量)?|双精度(?:浮点)?(?:数|格式)?"))
    single = bool(problem.take_all(r"float(?:型)?(?:变量)?|单精度(?:浮点)?(?:数|格式)?"))
    problem.take_all(r"(?:IEEE)?\s*-?\s*(?<!\d)754(?!\d)(?:标准|格式)?|IEEE|(?:32|64)位(?:的)?(?:浮点)?(?:寄存器)?")
    if wide == single:
        return None
    numbers: dict[str, tuple[str, str]] = {}
    for match in problem.take_all(
        rf"(?P<name>{_NAME})(?:的)?(?:机器数|值|真值|内容)?(?:表示)?(?:为|是|=|:|分别)+\s*(?:(?P<code>{HEX})|(?P<value>{PLAIN}))"
    ):
        code = match["x"] or match["h"]
        entry = ("code", code.replace(" ", "")) if code else ("value", match["v"].replace(" ", ""))
        if numbers.setdefault(match["name"].lower(), entry) != entry:
            stay_out("two values")
    if len(numbers) != 2:
        return None
    one, other = numbers
    problem.take_all(rf"(?:变量)?{one}{_AND}{other}(?:的)?机器数(?:分别)?(?:表示)?(?:为|是|:)*")
    places: dict[str, str] = {}
    if put := problem.take(rf"(?:{one}{_AND}{other})?{_PUT}(?P<a>{_PLACE}){_AND}(?P<b>{_PLACE})(?:中|里)?"):
        places |= {put["a"]: one, put["b"]: other}
    targets: dict[str, str] = {}
    for sign, pattern in (("+", r"相加|\+"), ("-", r"相减|-")):
        for match in problem.take_all(
            rf"(?:{one}\s*(?:和|与|、)\s*{other}\s*(?:{pattern})|{one}\s*(?:{pattern})\s*{other})(?:后)?(?:的)?(?:结果)?{_PUT}(?:寄存器\s*)?(?P<to>{_PLACE})(?:寄存器)?(?:中|里)?"
        ):
            targets[match["to"]] = sign
    asked: list[tuple[int, str]] = []
    for match in problem.take_asked(
        rf"(?:{one}\s*(?:和|与|、)\s*{other}的)?(?:\[?E{one}\s*-\s*E{other}\]?|阶(?:码)?(?:之)?差)(?:的)?(?P<code>补(?:码)?)?(?:表示)?(?:为|是)?(?:多少)?"
    ):
        asked.append((match.start(), "exponents" if match["code"] else "exponent value"))
    for match in problem.take_asked(
        rf"(?:浮点)?(?:寄存器)?\s*(?P<a>{_PLACE})(?:{_AND}(?P<b>{_PLACE}))?\s*(?:寄存器)?(?:中|里)?(?:的)?(?:内容|机器数|值)(?:各|分别)*(?:应)?(?:是|为)(?:什么|多少)?"
    ):
        asked += [(match.start(), name) for name in (match["a"], match["b"]) if name]
    for match in problem.take_asked(
        rf"{one}\s*(?P<sign>[-+])\s*{other}(?:的)?(?:结果)?(?:的)?(?P<what>机器数|值|真值)(?:用十六进制表示)?(?:各|分别)*(?:是|为)(?:什么|多少)?"
    ):
        asked.append((match.start(), match["sign"] + ("code" if match["what"] == "机器数" else "value")))
    problem.take_all(rf"(?:在|则)?(?:计算|进行|执行|做)?{one}\s*[-+]\s*{other}(?:运算)?(?:时)?(?:,)?(?=[^。]*(?:\ue000))")
    problem.take_all(
        rf"(?:还|另)?有?(?:两个)?寄存器\s*{_PLACE}(?:{_AND}{_PLACE})+|(?:{_PLACE}{_AND}){{1,5}}{_PLACE}(?=都|均|是|为|\ue000)|{_NAME}|{_PLACE}"
    )
    problem.settle()
    names = [name for _, name in sorted(asked)]
    if not names or any(name in names[:place] for place, name in enumerate(names)):
        return None
    wanted: list[list[str]] = []
    for name in names:
        if name in places:
            wanted.append([name, places[name]])
        elif name in targets:
            wanted.append([name, targets[name]])
        elif name[0] in "+-" or name.startswith("exponent"):
            wanted.append(["", name])
        else:
            return None
    return Recognition(
        parameters={
            "task": TASK,
            "format": "双精度" if wide else "单精度",
            "numbers": {name: list(entry) for name, entry in numbers.items()},
            "asked": wanted,
        },
        understood=(
            *((name, f"{said}{'H' if kind == 'code' else ''}") for name, (kind, said) in numbers.items()),
            ("格式", f"IEEE 754 {'双精度' if wide else '单精度'}"),
            (
                "求",
                "、".join(
                    f"寄存器 {place}" if place else {"exponents": "[Ex−Ey]补", "exponent value": "阶差"}.get(what, f"x {what[0]} y")
                    for place, what in wanted
                ),
            ),
        ),
    )


def solve(parameters: Parameters) -> Solution:
    """The codes in order."""
    format = DOUBLE if parameters["format"] == "双精度" else SINGLE
    numbers: dict[str, Coded] = {}
    steps: list[str] = []
    for name, (kind, said) in parameters["numbers"].items():
        try:
            if kind == "code":
                if len(said) * 4 != format.bits:
                    stay_out("a code of another length")
                numbers[name] = decode(int(said, 16), format)
                steps.append(f"{name} 的数符 {numbers[name].sign}，阶码 {numbers[name].exponent}，值为 {shown(numbers[name].value)}。")
            else:
                value = Fraction(said)
                numbers[name] = encode(value, format)
                steps += [f"{name}：" + "；".join(encoding(value, numbers[name])) + f"，机器数 {code_text(numbers[name])}。"]
        except ValueError as error:
            stay_out(str(error))
    (one, x), (other, y) = numbers.items()
    if not x.exponent or not y.exponent:
        stay_out("a subnormal number")
    answers: list[str] = []
    plain: list[str] = []
    for place, what in parameters["asked"]:
        if what in ("exponents", "exponent value"):
            difference = x.exponent - y.exponent
            if not -128 <= difference < 128:
                stay_out("a difference of more than 8 bits")
            bits = f"{difference % 256:08b}"
            steps.append(f"阶码之差 {x.exponent} − {y.exponent} = {difference}，8 位补码为 `{bits[:4]} {bits[4:]}`。")
            answers.append(f"{bits[:4]} {bits[4:]}" if what == "exponents" else str(difference))
            plain.append(answers[-1])
            continue
        coded: Any = numbers.get(what)
        if coded is None:
            sign = what[0]
            exact = x.value + y.value if sign == "+" else x.value - y.value
            if not exact:
                stay_out("nought")
            try:
                coded = encode(exact, format)
            except ValueError as error:
                stay_out(str(error))
            steps.append(f"{one} {sign} {other} = {shown(exact)}，机器数 {code_text(coded)}。")
        said = shown(coded.value) if what.endswith("value") else code_text(coded).strip("`")
        label = place or f"{one}{what[0]}{other}"
        answers.append(f"{label} = {said}")
        plain.append(said)
    answer = "；".join(answers)
    return Solution(
        answer=answer,
        also=("；".join(plain), "，".join(plain), "、".join(plain), *(one.replace(" ", "") for one in plain if len(plain) == 1)),
        steps=paragraphs(*steps, answer),
        conventions=("按就近舍入到偶数",) if any(what[:1] in "+-" for _, what in parameters["asked"]) else (),
    )
