"""Sums of floating-point numbers whose exponent and fraction are two's complements with two sign bits each."""

from __future__ import annotations

from fractions import Fraction

from engine.generators.co._ieee754.words import Floats
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import numbered
from engine.generators.reading import stay_out

_NUMBER = r"(?P<name{0}>[A-Za-z]\d?)\s*=\s*(?:2\s*\^\s*\(?(?P<p{0}>[-+]?\d{{1,2}})\)?\s*[×x*·]\s*\(?(?P<m{0}>[-+]?\d+/\d+|[-+]?0\.\d+)\)?|\(?(?P<n{0}>[-+]?\d+/\d+|[-+]?0\.\d+)\)?\s*[×x*·]\s*2\s*\^\s*\(?(?P<q{0}>[-+]?\d{{1,2}})\)?)"


def recognise(text: str) -> Recognition | None:
    """Two numbers as a fraction and a power of two, the widths of the fields, and X + Y or X - Y."""
    problem = Floats(text)
    widths = problem.take(
        r"(?:浮点数的?)?阶码(?:和|与|、)尾数(?:均|都)?(?:采用|用|以)?(?:双符号位)?补码(?:表示)?[,]?(?:且)?(?:位数)?(?:分别)?(?:为|是)\s*(?P<e>\d{1,2})\s*位(?:和|与|、)\s*(?P<m>\d{1,2})\s*位\(?(?:,)?(?:均|都|各)(?:含有?|包含|包括|有)\s*(?:2|两|二)\s*(?:位|个)符号位?\)?"
    ) or problem.take(
        r"阶码\s*(?P<e>\d{1,2})\s*位[、,和]\s*尾数\s*(?P<m>\d{1,2})\s*位[,、]?(?:\(|都|均|各|用|采用|含|为)*(?:双符号位补码|(?:2|两)位符号位的?补码)(?:表示)?\)?(?:\(?符号(?:位)?各占\s*2\s*位\)?)?"
    )
    if widths is None:
        return None
    numbers = problem.take(rf"(?:若有|设|已知|有)*(?:两个?数)?{_NUMBER.format(1)}\s*[,、和;]\s*{_NUMBER.format(2)}")
    if numbers is None:
        return None
    one, two = numbers["name1"], numbers["name2"]
    asked = problem.take_asked(
        rf"(?:则)?(?:用|按|采用)?(?:浮点(?:数)?)?(?:加法|减法|加减法|运算规则)?(?:计算|求)?(?:\[)?{one}\s*(?P<sign>[-+])\s*{two}(?:\])?(?:浮)?(?:的)?(?:最终)?(?:结果|机器数|浮点数)?(?:是|为)?(?:多少|什么)?"
    )
    problem.take_all(
        r"浮点数?加减运算(?:过程)?(?:一般)?包括(?:对阶|尾数运算|规格化|舍入|和|判溢出|判断溢出|判断|溢出|、|等)+(?:步骤)?|浮点(?:数)?(?:的)?(?:加减?法|运算)"
    )
    problem.settle()
    if len(asked) != 1:
        return None
    return Recognition(
        parameters={
            "task": "signed sum",
            "sizes": [int(widths["e"]), int(widths["m"])],
            "powers": [int(numbers["p1"] or numbers["q1"]), int(numbers["p2"] or numbers["q2"])],
            "fractions": [numbers["m1"] or numbers["n1"], numbers["m2"] or numbers["n2"]],
            "sign": asked[0]["sign"],
        },
        understood=(
            ("格式", f"阶码 {widths['e']} 位、尾数 {widths['m']} 位补码，各含两位符号位"),
            ("运算", f"{one} {asked[0]['sign']} {two}"),
        ),
    )


def _code(value: Fraction, bits: int, places: int) -> str:
    """A two's complement of so many bits, the last `places` behind the point.

    Raises:
        StayOut: the value has more places.
    """
    scaled = value * 2**places
    if scaled.denominator != 1:
        stay_out("more places than the fraction has")
    return f"{int(scaled) % (1 << bits):0{bits}b}"


def solve(parameters: Parameters) -> Solution:
    """Align to the larger exponent, add, normalise, and look whether the exponent still fits."""
    exponent_bits, fraction_bits = parameters["sizes"]
    powers, fractions = parameters["powers"], [Fraction(one) for one in parameters["fractions"]]
    highest = (1 << exponent_bits - 2) - 1
    if any(not -highest - 1 <= power <= highest for power in powers) or any(not Fraction(1, 2) <= abs(one) < 1 for one in fractions):
        stay_out("no normalised numbers of the format")
    top = max(powers)
    moved = [one / 2 ** (top - power) for one, power in zip(fractions, powers, strict=True)]
    for one in moved:
        _code(one, fraction_bits, fraction_bits - 2)  # what aligning shifts out would have to be rounded
    total = moved[0] + moved[1] if parameters["sign"] == "+" else moved[0] - moved[1]
    if not total:
        stay_out("zero")
    steps = [f"对阶：小阶向大阶看齐，阶都为 {top}，尾数为 {moved[0]} 和 {moved[1]}", f"尾数运算得 {total}"]
    power = top
    while abs(total) >= 1 and total != -1:
        total, power = total / 2, power + 1
    while -Fraction(1, 2) <= total < Fraction(1, 2):
        total, power = total * 2, power - 1
    steps.append(f"规格化：尾数 {total}，阶 {power}")
    if power > highest:
        steps.append(f"阶码除两位符号位外只有 {exponent_bits - 2} 位，最大 {highest}，{power} 超出，发生溢出")
        return Solution(answer="发生溢出", also=("溢出", "上溢", "结果溢出"), steps=numbered(steps))
    if power < -highest - 1:
        stay_out("an underflow")
    answer = f"{_code(Fraction(power), exponent_bits, 0)} {_code(total, fraction_bits, fraction_bits - 2)}"
    steps.append(f"写成补码：{answer}")
    return Solution(answer=answer, also=(answer.replace(" ", ""), answer.replace(" ", "，")), steps=numbered(steps))
