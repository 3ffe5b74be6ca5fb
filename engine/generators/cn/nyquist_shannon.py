"""Limits of a channel: Nyquist without noise, Shannon with it.

Nyquist: C = 2 W log2 V; Shannon: C = W log2(1 + S/N), S/N from decibels by 10^(dB/10) (Tanenbaum and Wetherall, Computer Networks,
the maximum data rate of a channel). W in Hz, C in bit/s. Where both apply, the smaller one holds.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal
from fractions import Fraction

from engine.generators.chance import Chance
from engine.generators.cn import _units as units
from engine.generators.kind import Generated, Kind, Missing, Parameters, Recognition, Solution, Solver, Wrong
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal
from engine.generators.reading import DECIMAL, INTEGER, Reading, to_int

POINT = "cn.physical.nyquist-shannon"

# Decimal's ln and power are correctly rounded: the same digits on every Python.
_CONTEXT = Context(prec=30)


def log2(value: Fraction) -> Fraction:
    """The logarithm to 30 digits, exact for powers of two."""
    if value.denominator == 1 and value.numerator & (value.numerator - 1) == 0:
        return Fraction(value.numerator.bit_length() - 1)
    number = _CONTEXT.divide(Decimal(value.numerator), Decimal(value.denominator))
    return Fraction(_CONTEXT.divide(_CONTEXT.ln(number), _CONTEXT.ln(Decimal(2))))


def ratio_of(decibels: Fraction) -> Fraction:
    """S/N as a ratio; exact where the decibels are a multiple of ten."""
    tens = decibels / 10
    if tens.denominator == 1:
        return Fraction(10) ** tens.numerator
    return Fraction(_CONTEXT.power(Decimal(10), _CONTEXT.divide(Decimal(tens.numerator), Decimal(tens.denominator))))


def nyquist(bandwidth: Fraction, levels: int) -> Fraction:
    """Bit/s of a noiseless channel of so many Hz and signal levels."""
    return 2 * bandwidth * log2(Fraction(levels))


def shannon(bandwidth: Fraction, ratio: Fraction) -> Fraction:
    """Bit/s that noise allows; `ratio` is S/N, not in decibels."""
    return bandwidth * log2(1 + ratio)


def levels_for(bandwidth: Fraction, rate: Fraction) -> int:
    """The fewest signal levels with which Nyquist's limit is not below a rate."""
    levels = 2
    while nyquist(bandwidth, levels) < rate:
        levels += 1
    return levels


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _nyquist(chance) if chance.one_in(2) else _shannon_ratio(chance)
    if difficulty == 2:
        return _modulation(chance) if chance.one_in(2) else _shannon_decibels(chance)
    return _both(chance) if chance.one_in(2) else _levels(chance)


def _text(rate: Fraction) -> str:
    return decimal(rate / 1000, 1, keep_zeros=True) + " kbps"


def _options(values: list[tuple[Fraction, str]]) -> list[Wrong]:
    return [Wrong(_text(value), why) for value, why in values if value > 0]


def _kilo(value: Fraction) -> str:
    return decimal(value / 1000, 4)


def _nyquist(chance: Chance) -> Generated:
    w, bits = Fraction(chance.between(10, 200, 5) * 100), chance.between(1, 6)
    levels = 2**bits
    right = nyquist(w, levels)
    wrong = [
        (right / 2, "漏乘了 2"),
        (2 * w * levels, "没有取对数，直接乘了离散等级数"),
        (2 * right, "把带宽先乘 2，又乘了 2"),
        (2 * w * (bits + 1), "每个码元的比特数多算了 1"),
        (2 * w, "算成了波特率"),
        (2 * w * (bits - 1), "每个码元的比特数少算了 1"),
        (w, "把带宽直接当作速率"),
        (2 * w * (bits + 2), "每个码元的比特数多算了 2"),
    ]
    return Generated(
        point=POINT,
        stem=f"某无噪声信道的带宽为 {_kilo(w)} kHz，信号有 {levels} 个离散等级，根据奈奎斯特定理，该信道的最大数据传输速率为",
        right=_text(right),
        wrong=_options(wrong),
        steps=paragraphs(
            f"每个码元携带 $\\log_2 {levels} = {bits}$ 比特。",
            f"最大速率为 2 × {_kilo(w)} × {bits} = {_kilo(right)}，即 {_text(right)}",
        ),
        parameters={"task": "nyquist", "bandwidth": int(w), "levels": levels},
    )


def _shannon_ratio(chance: Chance) -> Generated:
    w, bits = Fraction(chance.between(10, 200, 5) * 100), chance.between(4, 10)
    ratio = 2**bits - 1
    right = shannon(w, Fraction(ratio))
    wrong = [
        (2 * right, "与奈氏准则混淆，多乘了 2"),
        (w * (bits - 1), "对数少算了 1"),
        (w * bits / 2, "多除了一次 2"),
        (w * (bits + 1), "对数多算了 1"),
        (w * ratio, "没有取对数"),
        (w * (bits + 2), "对数多算了 2"),
        (w * (bits - 2), "对数少算了 2"),
    ]
    return Generated(
        point=POINT,
        stem=f"某信道的带宽为 {_kilo(w)} kHz，信噪比（S/N，不是分贝值）为 {ratio}，根据香农定理，该信道的极限数据传输速率为",
        right=_text(right),
        wrong=_options(wrong),
        steps=paragraphs(
            f"$1 + S/N$ 为 {ratio} + 1 = {ratio + 1}，是 2 的 {bits} 次方。",
            f"极限速率为 {_kilo(w)} × {bits} = {_kilo(right)}，即 {_text(right)}",
        ),
        parameters={"task": "shannon", "bandwidth": int(w), "ratio": ratio},
    )


def _modulation(chance: Chance) -> Generated:
    phases, amplitudes = chance.choice(((4, 2), (4, 4), (8, 2), (8, 4), (2, 2), (2, 4), (4, 1), (8, 1), (16, 4)))
    w = Fraction(chance.between(10, 120, 5) * 100)
    levels = phases * amplitudes
    right = nyquist(w, levels)
    bits = int(log2(Fraction(levels)))
    wrong = [
        (right / 2, "漏乘了 2"),
        (2 * w * log2(Fraction(phases)), "只算了相位，没有乘振幅的种数"),
        (nyquist(w, phases + amplitudes), "把相位数和振幅数相加"),
        (2 * right, "多乘了一次 2"),
        (2 * w * (bits + 1), "每个码元的比特数多算了 1"),
        (2 * w * (bits - 1), "每个码元的比特数少算了 1"),
        (2 * w * levels, "没有取对数"),
        (2 * w * (bits + 2), "每个码元的比特数多算了 2"),
    ]
    shown = f"采用 {phases} 个相位，每个相位有 {amplitudes} 种振幅的调制技术"
    return Generated(
        point=POINT,
        stem=f"在无噪声的情况下，某通信链路的带宽为 {_kilo(w)} kHz，{shown}，则该链路的最大数据传输速率为",
        right=_text(right),
        wrong=_options(wrong),
        steps=paragraphs(
            f"码元的种数为 {phases} × {amplitudes} = {levels}，每个码元携带 $\\log_2 {levels} = {bits}$ 比特。",
            f"最大速率为 2 × {_kilo(w)} × {bits} = {_kilo(right)}，即 {_text(right)}",
        ),
        parameters={"task": "modulation", "bandwidth": int(w), "phases": phases, "amplitudes": amplitudes},
    )


def _shannon_decibels(chance: Chance) -> Generated:
    w, decibels = Fraction(chance.between(10, 120, 5) * 100), chance.choice((20, 30, 40))
    share = Fraction(chance.choice((25, 40, 50, 60, 75, 80)), 100)
    right = share * shannon(w, ratio_of(Fraction(decibels)))
    power = {20: 7, 30: 10, 40: 13}[decibels]
    wrong = [
        (right * 2, "与奈氏准则混淆，多乘了 2"),
        (share * shannon(w, Fraction(decibels)), "把分贝值直接代入公式"),
        (right / share, "没有乘实际所占的百分比"),
        (share * w * decibels, "把分贝值当成了每码元的比特数"),
        (right * (1 - share) / share, "乘成了余下的百分比"),
        (right / 2, "多除了一次 2"),
        (right * Fraction(5, 4), "对数算大了四分之一"),
        (right * Fraction(3, 4), "对数算小了四分之一"),
    ]
    return Generated(
        point=POINT,
        stem=(
            f"某链路的带宽为 {_kilo(w)} kHz，信噪比为 {decibels} dB，实际数据传输速率约为理论最大数据传输速率的 {decimal(share * 100)}%，"
            "则该链路的实际数据传输速率约为"
        ),
        right=_text(right),
        wrong=_options(wrong),
        steps=paragraphs(
            f"{decibels} dB 即 $S/N = 10^{{{decibels // 10}}} = {10 ** (decibels // 10)}$，$\\log_2(1 + S/N)$ 略{'小' if power != 13 else '大'}于 {power}，"
            f"约 {decimal(log2(1 + ratio_of(Fraction(decibels))), 3)}。",
            f"理论最大速率约 {_text(right / share)}，实际速率约为它的 {decimal(share * 100)}%，约 {_text(right)}",
        ),
        parameters={"task": "decibels", "bandwidth": int(w), "decibels": decibels, "share": str(share)},
    )  # fmt: skip


def _both(chance: Chance) -> Generated | None:
    """Levels and noise: the smaller limit holds."""
    w, bits, decibels = Fraction(chance.between(10, 200, 5) * 100), chance.between(1, 8), chance.choice((20, 30, 40))
    quiet, noisy = nyquist(w, 2**bits), shannon(w, ratio_of(Fraction(decibels)))
    right = min(quiet, noisy)
    wrong = [
        (max(quiet, noisy), "取了两个极限中较大的"),
        (quiet / 2, "奈氏准则漏乘了 2"),
        (2 * noisy, "香农公式多乘了 2"),
        (quiet + noisy, "把两个极限相加"),
        ((quiet + noisy) / 2, "取了两个极限的平均"),
        (right / 2, "多除了一次 2"),
        (w, "把带宽直接当作速率"),
        (shannon(w, Fraction(decibels)), "把分贝值直接代入香农公式"),
    ]
    return Generated(
        point=POINT,
        stem=f"某信道的带宽为 {_kilo(w)} kHz，信噪比为 {decibels} dB，信号有 {2**bits} 个离散等级，则该信道可以达到的最大数据传输速率约为",
        right=_text(right),
        wrong=_options(wrong),
        steps=paragraphs(
            f"按奈氏准则：2 × {_kilo(w)} × {bits} = {_kilo(quiet)}，即 {_text(quiet)}。",
            f"按香农公式：$S/N = 10^{{{decibels // 10}}}$，$W\\log_2(1 + S/N)$ 约 {_text(noisy)}。",
            f"两个极限都不能超过，取较小的，约 {_text(right)}",
        ),
        parameters={"task": "both", "bandwidth": int(w), "decibels": decibels, "levels": 2**bits},
    )


def _levels(chance: Chance) -> Generated | None:
    w, bits = Fraction(chance.between(10, 200, 5) * 100), chance.between(1, 7)
    rate = nyquist(w, 2**bits) - Fraction(chance.below(max(1, int(w) // 200)) * 100)
    right = levels_for(w, rate)
    if right != 2**bits:
        rate = nyquist(w, 2**bits)
        right = levels_for(w, rate)
    wrong = [
        (2 ** (2 * bits), "漏乘了 2，每码元的比特数翻了倍"),
        (bits, "算成了每个码元的比特数"),
        (2 * bits, "把指数写成了乘法"),
        (2 ** (bits + 1), "每个码元多算了 1 比特"),
        (2 ** (bits - 1), "每个码元少算了 1 比特"),
        (2 ** (bits + 2), "每个码元多算了 2 比特"),
        (2 ** (bits - 2) if bits > 2 else 0, "每个码元少算了 2 比特"),
        (3 * 2**bits, "多乘了 3"),
    ]
    return Generated(
        point=POINT,
        stem=f"某无噪声信道的带宽为 {_kilo(w)} kHz，要使数据传输速率达到 {_kilo(nyquist(w, right))} kbps，信号的离散等级数至少为",
        right=str(right),
        wrong=[Wrong(str(value), why) for value, why in wrong if value > 0],
        steps=paragraphs(
            f"由 $2W\\log_2 V = C$，每个码元要携带 {_kilo(nyquist(w, right))}/(2 × {_kilo(w)}) = {bits} 比特。",
            f"$V = 2^{{{bits}}}$，即 {right}",
        ),
        parameters={"task": "levels", "bandwidth": int(w), "rate": int(nyquist(w, right))},
    )


# --- solver ------------------------------------------------------------------------------------------------------------------------

_OF = r"(?:约|为|是|=|:|等于|有|\s)*"
_RATE_ASKED = r"(?:(?:理论上?(?:的)?)?(?:极限|最大|最高|理论最大|最大可能)(?:的)?(?:理论)?(?:数据|信息)?(?:的)?(?:传输|率|传送|传输速)?(?:速率|速度|能力)?|信道容量|(?:数据)?传输速率|信道(?:的)?极限容量|数据率)"


def _recognise_inverse(reading: Reading) -> Recognition | None:
    """The rate and the bandwidth are given: the S/N that Shannon, or the levels that Nyquist asks for."""
    reading.refuse(r"采样|PCM|量化|曼彻斯特|提高|增加|增大|减少|减小|误码|时延|延迟|分组|CDMA|奇偶|实际|一半|%|倍")
    bandwidth = reading.take_one(
        (
            rf"(?:频率)?(?:带宽|频带|频宽|频带宽度)(?:W|B|H)?{_OF}(?P<value>{units.FREQUENCY})",
            rf"(?P<value>{units.FREQUENCY})(?:的)?(?:带宽|信道|链路)(?:上|中)?",
        ),
        units.hertz,
    )
    rate = reading.take_one(
        rf"(?:要|想|需要?)?(?:的)?(?:极限|最大|最高)?(?:数据)?(?:的)?(?:传输|传送|传|达到|实现|支持|信息传输)?(?:速率|率|速度)?(?:达到|要达到|达|到)?{_OF}(?P<value>{units.RATE})(?:的)?(?:数据)?(?:传输)?(?:速率|速度)?",
        units.bits_per_second,
    )
    ratio = reading.take_all(
        r"(?:至少|最小)?(?:需要?|要|应)?(?:多大的?)?(?:信噪比|S/N|SNR)(?:\(?S/N\)?)?(?:至少|最小|最低|不低于|应该?|要|需要?|达到|为|是)*(?:多少|多大)?(?:分贝|dB)?"
    )
    levels = reading.take_all(
        r"(?:至少|最少)?(?:需要?|要|采用|用)*(?:多少|几)(?:个|种)?(?:离散)?(?:的)?(?:信号)?(?:电平|等级|状态|离散值)(?:级)?|(?:离散)?(?:信号)?(?:的)?(?:电平|状态|等级|离散等级)(?:个)?(?:数|数目)(?:V)?(?:至少|最少|应|为|是)*(?:多少)?"
    )
    plain = reading.take_all(r"\(?(?:用|写|求)?比值,?(?:形式)?(?:,?(?:而)?不是(?:dB|分贝)(?:数|值)?)?\)?|\(?不是(?:dB|分贝)\)?")
    in_decibels = ("dB" in reading.text and not plain) or ("分贝" in reading.text and not plain)
    reading.take_all(r"(?:香农|奈奎斯特|奈氏)(?:第一|第二)?(?:公式|定理|准则)|\(?(?:用|写成|单位|以)?(?:dB|分贝)(?:表示|为单位)?\)?")
    noiseless = reading.take_all(r"无噪声的?|没有噪声|理想(?:低通)?的?")
    reading.take_all(r"有噪声的?|高斯(?:白)?噪声")
    reading.finish("信道 链路 通信 上 传 传输 数据 速率 系统 要 达到 想 那么 信号 至少 低通 为了 才能 带 中 传送")
    if bandwidth is None or rate is None or bool(ratio) == bool(levels):
        return None
    if (levels and not noiseless and not re.search("奈", reading.text)) or (ratio and (noiseless or re.search("奈", reading.text))):
        return None
    exponent = rate / bandwidth if ratio else rate / (2 * bandwidth)
    if exponent.denominator != 1 or not 1 <= exponent <= 20:
        return None
    return Recognition(
        parameters={
            "task": "ratio" if ratio else "levels",
            "bandwidth": str(bandwidth),
            "exponent": int(exponent),
            "decibels": bool(in_decibels),
            "plain": bool(plain),
            "rate": str(rate),
        },
        understood=(("带宽", f"{decimal(bandwidth, 3)} Hz"), ("速率", _rate(rate)), ("问", "信噪比" if ratio else "离散等级数")),
    )


def _recognise(text: str) -> Recognition | None:
    reading = Reading(text)
    if not re.search(r"(?:信噪比|S/N|SNR)(?:\(?S/N\)?)?(?:的)?(?:分贝值|约|为|是|=|\s)*\d", reading.text, re.IGNORECASE) and re.search(units.RATE, reading.text) and re.search(
        r"信噪比|S/N|SNR|(?:电平|状态|等级|离散值)", reading.text, re.IGNORECASE
    ):  # fmt: skip
        return _recognise_inverse(reading)
    reading.refuse(
        r"采样|PCM|量化|曼彻斯特|编码|不小于|至少|最少|条件下的|提高|增加|增大|减少|减小|两条|误码|时延|延迟|帧|分组|CDMA|码片|脉冲|调频|ASK|FSK|TDM|FDM|滚降"
    )
    share = reading.take_one(
        rf"实际(?:的)?(?:数据)?(?:传输)?速率(?:约)?(?:为|是)(?:其|该链路|该信道)?理论(?:上)?(?:的)?最大(?:的)?(?:数据)?(?:传输)?速率(?:的)?(?P<value>{DECIMAL}\s*%)",
        lambda value: Fraction(value.replace("%", "").strip()) / 100,
    )
    bandwidth = reading.take_one(
        (
            rf"(?:频率)?(?:带宽|频带|频宽|频带宽度|通频带)(?:W|B|H)?{_OF}(?P<value>{units.FREQUENCY})",
            rf"(?P<value>{units.FREQUENCY})(?:的)?(?:带宽|信道|链路|话音信道|电话信道|低通信道)(?:上|中)?(?:传输|传送)?",
        ),
        units.hertz,
    )
    decibels = reading.take_one(rf"(?:信噪比|S/N|SNR)(?:\(?S/N\)?)?(?:的分贝值|分贝数)?{_OF}(?P<value>{DECIMAL})\s*(?:dB|分贝)", Fraction)
    ratio = reading.take_one(
        rf"(?:信噪比|S/N|SNR)(?:\(?S/N\)?)?(?:\(S/N,不是分贝值\))?{_OF}(?P<value>\d+)(?:倍)?(?!\d|\.\d|\s*(?:dB|分贝|:))", Fraction
    )
    qam = reading.take(
        rf"(?:采用|使用|有|用)?(?P<phases>{INTEGER})\s*(?:个|种)(?:不同(?:的)?)?相位[,、;]?(?:且|并且|而)?(?:每个|每种|每一个|各|一个)(?:相位)?(?:下|上|都|又|再)*(?:对应|具有|有|可取|取)?(?P<amplitudes>{INTEGER})\s*(?:个|种)(?:不同(?:的)?)?(?:振幅|幅度|幅值)(?:的)?(?:QAM)?(?:正交振幅)?(?:调制)?(?:技术|方式|方法)?"
    )
    levels = reading.take_one(
        (
            rf"(?P<value>{INTEGER})\s*(?:个|种)(?:不同的?|离散(?:的)?|量化)*(?:信号)?(?:的)?(?:离散)?(?:等级|电平|状态|码元|电压|离散值|信号状态|信号|值)(?:的)?(?:信号|码元)?",
            rf"(?:信号)?(?:的)?(?:离散)?(?:等级|电平|状态|信号状态|离散等级)数?(?:V)?{_OF}(?P<value>{INTEGER})(?!\d|\.)(?:个|级)?",
            rf"(?P<value>{INTEGER})\s*(?:级|元|进制)(?:的)?(?:离散|数字)?(?:的)?(?:电平|信号|码元|调制)",
        ),
        to_int,
    )
    if reading.take_all(r"二进制(?:信号|码元|电平)?"):
        if levels not in (None, 2):
            return None
        levels = 2
    if (preset := reading.take(r"(?<![A-Za-z0-9])(4|8|16|32|64|128|256)\s*-?\s*(?:QAM|PSK|电平)(?:调制)?")) is not None:
        if levels not in (None, int(preset[1])):
            return None
        levels = int(preset[1])
    if qam is not None:
        product = to_int(qam["phases"]) * to_int(qam["amplitudes"])
        if levels not in (None, product):
            return None
        levels = product
    noiseless = reading.take_all(
        r"(?:在)?(?:一条)?(?:理想(?:的)?)?(?:无噪声|没有噪声|无噪音|无噪(?!声|音)|不考虑噪声|理想低通|无热噪声)(?:的)?(?:情况下?|条件下?|时|干扰)?"
    )
    reading.take_all(r"(?:不考虑|忽略|不计)(?:别的|其他|其它)(?:的)?(?:因素|影响|情况)?")
    reading.take_all(r"(?:高斯|随机)?(?:白)?噪声(?:的)?(?:干扰)?(?:信道)?|有噪声(?:的)?")
    reading.take_all(
        r"(?:香农|奈奎斯特|奈氏)(?:第一|第二)?(?:公式|定理|准则)|(?:信道|链路|线路)(?:上|中)(?:传输|传送)?|单位(?:Hz)?(?=$|,|。)"
    )
    asked = reading.take_all(rf"(?:实际(?:的)?)?{_RATE_ASKED}")
    baud = reading.take_all(r"波特率|码元(?:的)?传输速率|码元速率")
    reading.finish(
        "信道 通信信道 链路 通信链路 低通 电话 话音 线路 通信 系统 奈奎斯特 奈氏 奈氏准则 准则 奈奎斯特定理 香农 香农公式 香农定理 定理 信号 数据 传输 调制 技术 采用 由 该链路 该信道 理论 "
        "极限 最大 可以达到的 每个 具有 理论上 数据传输速率 速率 模拟 实际 bps kbps kb/s"
    )
    if baud or not asked or (noiseless and (decibels is not None or ratio is not None)) or (decibels is not None and ratio is not None):
        return None
    if levels is None and decibels is None and ratio is None:
        return None
    if ratio is not None and ratio <= 100 and "倍" not in reading.text and "不是分贝" not in reading.text:
        return None  # 信噪比 30 without a unit: most who write so mean decibels
    if levels is not None and not 2 <= levels <= 4096:
        return None
    parameters: dict[str, object] = {}
    understood, missing = [], []
    if bandwidth is None:
        missing.append(Missing("bandwidth", "信道的带宽是多少（写上单位 Hz、kHz）？", "带宽 {}"))
    else:
        parameters["bandwidth"] = str(bandwidth)
        understood.append(("带宽", f"{decimal(bandwidth, 3)} Hz"))
    if levels is not None:
        parameters["levels"] = levels
        understood.append(("离散等级", f"{levels} 个"))
    if decibels is not None:
        if decibels > 100:
            return None
        parameters["decibels"] = str(decibels)
        understood.append(("信噪比", f"{decimal(decibels)} dB"))
    if ratio is not None:
        parameters["ratio"] = str(ratio)
        understood.append(("信噪比", f"{ratio}（比值，不是分贝）"))
    if share is not None:
        parameters["share"] = str(share)
        understood.append(("实际所占", f"{decimal(share * 100)}%"))
    return Recognition(parameters=parameters, understood=tuple(understood), missing=tuple(missing))


def _rate(rate: Fraction) -> str:
    power, unit = (6, "Mbps") if rate >= 10**6 else (3, "kbps") if rate >= 1000 else (0, "bps")
    exact = (rate / 10**power * 1000).denominator == 1
    return f"{'' if exact else '约 '}{decimal(rate / 10**power, 3)} {unit}"


def _solve(parameters: Parameters) -> Solution:
    w = Fraction(parameters["bandwidth"])
    if "task" in parameters:
        exponent, said = parameters["exponent"], _rate(Fraction(parameters["rate"]))
        if parameters["task"] == "levels":
            return Solution(
                answer=f"{2**exponent} 个",
                steps=paragraphs(f"奈氏准则：$2W\\log_2 V$ 等于 {said}，$\\log_2 V$ 为 {exponent}，所以 $V$ 为 {2**exponent} 个。"),
            )
        needed = 2**exponent - 1
        in_decibels = f"{decimal(10 * log2(Fraction(needed)) / log2(Fraction(10)))} dB"
        both = not parameters["plain"] and not parameters["decibels"]
        return Solution(
            answer=f"{needed}" if parameters["plain"] else in_decibels if parameters["decibels"] else f"{needed}，即 {in_decibels}",
            also=(f"{needed}", in_decibels) if both else (),
            steps=paragraphs(
                f"香农公式：$W\\log_2(1 + S/N)$ 等于 {said}，$\\log_2(1 + S/N)$ 为 {exponent}，所以 $S/N$ 为 2^{exponent} − 1 = {needed}，约 {in_decibels}。"
            ),
            conventions=("$S/N$ 是比值，化成分贝为 $10\\lg(S/N)$",),
        )
    limits, steps, conventions = [], [], []
    if "levels" in parameters:
        levels = parameters["levels"]
        limits.append(nyquist(w, levels))
        steps.append(f"奈氏准则：$2W\\log_2 V$，其中 $\\log_2 {levels}$ 约 {decimal(log2(Fraction(levels)), 4)}，得 {_rate(limits[-1])}。")
    if "decibels" in parameters or "ratio" in parameters:
        ratio = ratio_of(Fraction(parameters["decibels"])) if "decibels" in parameters else Fraction(parameters["ratio"])
        limits.append(shannon(w, ratio))
        steps.append(
            f"香农公式：$W\\log_2(1 + S/N)$，其中 $S/N$ 为 {decimal(ratio, 3)}，对数约 {decimal(log2(1 + ratio), 4)}，得 {_rate(limits[-1])}。"
        )
        conventions.append("$S/N$ 是比值，分贝值先化成 10^(dB/10)" if "decibels" in parameters else "信噪比没有写 dB，按比值计算")
    rate = min(limits)
    if len(limits) > 1:
        steps.append("两个极限都不能超过，取较小的。")
    share = Fraction(parameters.get("share", 1))
    if share != 1:
        steps.append(f"实际速率为理论最大速率的 {decimal(share * 100)}%。")
    answer = _rate(rate * share)
    return Solution(answer=answer, steps=paragraphs(*steps, f"所以速率{answer}。"), conventions=tuple(conventions))


KIND = Kind(
    name="nyquist-shannon",
    title="奈氏准则与香农公式",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(hint=r"Hz|赫|信噪比|奈奎|奈氏|香农", recognise=_recognise, solve=_solve),
)
