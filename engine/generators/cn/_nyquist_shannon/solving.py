"""Solving problems about a channel's limits: whichever of rate, baud, levels, bandwidth and S/N is asked, from the others."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from engine.generators.cn._nyquist_shannon.simulator import levels_for, log2, ratio_of, shannon
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_DECIBELS = "$S/N$ 是比值，化成分贝为 $10\\lg(S/N)$"


def _about(value: Fraction, text: str, digits: int = 3) -> str:
    return text if (value * 10**digits).denominator == 1 else f"约 {text}"


def _rate(rate: Fraction) -> str:
    power, unit = (6, "Mbps") if rate >= 10**6 else (3, "kbps") if rate >= 1000 else (0, "bps")
    return _about(rate / 10**power, f"{decimal(rate / 10**power, 3)} {unit}")


def _hertz(width: Fraction, told: Mapping[str, Any]) -> str:
    """A bandwidth in the unit in which it is a short number."""
    if told["words"]["hertz"]:
        return f"{decimal(width, 3)} Hz"
    power, unit = (6, "MHz") if width >= 10**6 else (3, "kHz") if width >= 1000 else (0, "Hz")
    return f"{decimal(width / 10**power, 3)} {unit}" if (width * 1000 / 10**power).denominator == 1 else f"{decimal(width, 3)} Hz"


class _Case:
    """What one question rests on, and the working so far."""

    def __init__(self, told: Mapping[str, Any]) -> None:
        self.told = told
        self.known = {name: Fraction(value) for name, value in told["known"].items()}
        self.steps: list[str] = []
        self.conventions: list[str] = []

    def ratio(self) -> Fraction | None:
        """S/N as a ratio."""
        if "decibels" in self.known:
            ratio = ratio_of(self.known["decibels"])
            self.note(
                f"{decimal(self.known['decibels'])} dB 即 $S/N = 10^{{{decimal(self.known['decibels'] / 10)}}}$，约 {decimal(ratio, 3)}。"
            )
            return ratio
        return self.known.get("ratio")

    def log2(self, value: Fraction) -> Fraction:
        """The logarithm, as the problem gives it where it does."""
        for number, given in self.told["logarithms"]:
            if abs(Fraction(number) - value) * 100 <= value:
                return Fraction(given)
        return log2(value)

    def digits(self, usual: int) -> int:
        """How many decimals are wanted, or as many as usual."""
        wanted: int | None = self.told["digits"]
        return usual if wanted is None else wanted

    def note(self, step: str) -> None:
        """A step, once."""
        if step not in self.steps:
            self.steps.append(step)

    def symbol_bits(self) -> Fraction | None:
        """Bits a symbol, told or from the levels."""
        if "bits" in self.known:
            return self.known["bits"]
        if "levels" in self.known:
            bits = log2(self.known["levels"])
            self.note(
                f"每个码元 $\\log_2 {decimal(self.known['levels'])}$ {'等于' if bits.denominator == 1 else '约'} {decimal(bits, 4)} 位。"
            )
            return bits
        return None

    def baud(self) -> Fraction | None:
        """Symbols a second, told or from their length."""
        if "period" in self.known:
            self.note(f"码元速率为 1 ÷ {decimal(self.known['period'] * 1000, 6)} ms，即 {decimal(1 / self.known['period'], 3)} 波特。")
            return 1 / self.known["period"]
        return self.known.get("baud")

    def sampling(self) -> Fraction:
        """Samples a second: told, or twice the highest frequency."""
        if "sampling" in self.known:
            return self.known["sampling"]
        if {"rate", "sample levels"} <= set(self.known):
            return self.known["rate"] / self.sample_bits()
        top = self.known.get("top", self.known.get("bandwidth"))
        if top is None:
            stay_out("the highest frequency is not told")
        self.note(f"采样定理：采样频率至少为最高频率的 2 倍，2 × {decimal(top)} = {decimal(2 * top)} Hz。")
        return 2 * top

    def rate(self, which: str) -> Fraction:
        """Bits a second: of samples, of symbols, or what the channel allows."""
        told = self.told
        if told["sampled"]:
            return self._sampled()
        bits, baud = self.symbol_bits(), self.baud()
        if told["line"]:
            if baud is None or bits is not None:
                stay_out("Manchester's rate from what?")
            self.note("曼彻斯特编码每个比特用两个码元。")
            return baud / 2
        if told["four_five"]:
            stay_out("4B/5B")
        if baud is not None:
            if bits is None or ("bandwidth" in self.known and baud > 2 * self.known["bandwidth"]):
                stay_out("bits a symbol are not told")
            self.note(f"速率为码元速率与每码元位数之积：{decimal(baud, 3)} × {decimal(bits, 4)}。")
            return baud * bits
        return self._limit(which, bits)

    def sample_bits(self) -> Fraction:
        """Bits of a sample that is quantised into so many levels."""
        needed = Fraction((int(self.known["sample levels"]) - 1).bit_length())
        self.note(f"{decimal(self.known['sample levels'])} 级量化，每个样本 {needed} 位。")
        return needed

    def _sampled(self) -> Fraction:
        sampling = self.sampling()
        bits = self.known.get("samples bits")
        if "sample levels" in self.known:
            needed = self.sample_bits()
            if bits is not None and bits != needed:
                stay_out("bits of a sample")
            bits = needed
        if bits is None:
            stay_out("bits of a sample are not told")
        self.note(f"数据率为 {decimal(sampling)} × {bits} = {decimal(sampling * bits)} bps。")
        return sampling * bits

    def _limit(self, which: str, bits: Fraction | None) -> Fraction:
        told, bandwidth = self.told, self.known.get("bandwidth")
        if bandwidth is None:
            stay_out("the bandwidth is not told")
        ratio = self.ratio()
        limits = []
        if bits is not None and which != "shannon":
            limits.append(2 * bandwidth * bits)
            self.note(f"奈氏准则：$2W\\log_2 V$，得 {_rate(limits[-1])}。")
        if ratio is not None and which != "nyquist":
            limits.append(bandwidth * self.log2(1 + ratio))
            self.note(
                f"香农公式：$W\\log_2(1 + S/N)$，其中 $S/N$ 为 {decimal(ratio, 3)}，对数约 {decimal(self.log2(1 + ratio), 4)}，得 {_rate(limits[-1])}。"
            )
            self.conventions.append("$S/N$ 是比值，分贝值先化成 10^(dB/10)" if "decibels" in self.known else "信噪比没有写 dB，按比值计算")
        if not limits or told["noisy"] or (ratio is None and (which == "shannon" or (told["shannon"] and not told["nyquist"]))):
            stay_out("no limit follows")
        if bits is None and told["nyquist"] and not told["shannon"]:
            stay_out("Nyquist without levels")
        if len(limits) > 1:
            self.note("两个极限都不能超过，取较小的。")
        return min(limits)

    def exponent(self) -> Fraction:
        """Bits a symbol that a rate needs."""
        known, told = self.known, self.told
        if told["least"]:
            ratio = self.ratio()
            if ratio is None:
                stay_out("S/N is not told")
            self.note(f"要求 $2W\\log_2 V ≥ W\\log_2(1 + S/N)$，即 $V^2 ≥ 1 + S/N$，约 {decimal(1 + ratio, 2)}。")
            return log2(1 + ratio) / 2
        if "rate" not in known or "bits" in known:
            bits = self.symbol_bits()
            return bits if bits is not None else stay_out("the rate is not told")
        baud = self.baud()
        if baud is None:
            limited = (ratio := self.ratio()) is not None and "bandwidth" in known and known["rate"] <= shannon(known["bandwidth"], ratio)
            if "bandwidth" not in known or not (told["noiseless"] or told["nyquist"] or limited):
                stay_out("baud is not told")
            if limited:
                self.note("这个速率没有超过香农极限，可以达到。")
            baud = 2 * known["bandwidth"]
            self.note(f"奈氏准则：码元速率最高为 $2W$，即 {decimal(baud)} 波特。")
        self.note(
            f"每个码元要携带 {_rate(known['rate'])} ÷ {decimal(baud, 3)} 波特，{'即' if (known['rate'] / baud).denominator == 1 else '约'} {decimal(known['rate'] / baud, 4)} 位。"
        )
        return known["rate"] / baud


def _answer_baud(case: _Case) -> tuple[str, tuple[str, ...]]:
    known, told = case.known, case.told
    if told["line"] or told["four_five"]:
        if "rate" not in known or "levels" in known or known.get("bits", 1) != 1:
            stay_out("the rate is not told")
        baud = known["rate"] * (2 if told["line"] else Fraction(5, 4))
        case.note(
            "曼彻斯特编码每个比特用两个码元，波特率是数据率的 2 倍。"
            if told["line"]
            else "4B/5B 编码把 4 位变成 5 位，码元速率是数据率的 5/4。"
        )
    elif "period" in known:
        found = case.baud()
        assert found is not None
        baud = found
    elif told["sampled"] and {"rate", "sample levels"} <= set(known):
        baud = known["rate"] / case.sample_bits()
        case.note(f"每个样本用一个码元，调制速率为 {_rate(known['rate'])} 除以位数，即 {decimal(baud, 3)} 波特。")
    elif "rate" in known and (bits := case.symbol_bits()) is not None:
        baud = known["rate"] / bits
        case.note(f"码元速率为 {_rate(known['rate'])} 除以它，即 {decimal(baud, 3)} 波特。")
    elif "bandwidth" in known and (told["noiseless"] or told["nyquist"] or told["words"]["limit"]):
        baud = 2 * known["bandwidth"]
        case.note(f"奈氏准则：无噪声的低通信道，码元速率最高为 $2W$，即 {decimal(baud, 3)} 波特。")
    else:
        stay_out("baud does not follow")
    shown = f"{decimal(baud / 10**6, 6)} M波特" if baud >= 10**6 else f"{decimal(baud, 3)} 波特"
    return shown, (
        f"{decimal(baud, 3)} 波特",
        f"{decimal(baud / 1000, 4)} k波特",
        f"{decimal(baud / 10**6, 6)} MBaud",
        f"{decimal(baud / 1000, 4)} kBaud",
        f"{decimal(baud / 10**6, 6)}M波特",
        f"{decimal(baud, 3)} Baud",
    )


def _answer_bandwidth(case: _Case) -> tuple[str, tuple[str, ...]]:
    known = case.known
    if "bandwidth" in known:
        return f"{decimal(known['bandwidth'], 3)} Hz", (f"{decimal(known['bandwidth'] / 1000, 3)} kHz",)
    if case.told["sampled"] and "sampling" in known:
        width = known["sampling"] / 2
        case.note(f"采样定理：采样频率为最高频率的 2 倍，带宽为 {decimal(known['sampling'], 3)} ÷ 2，即 {decimal(width, 3)} Hz。")
        return _hertz(width, case.told), (f"{decimal(width, 3)} Hz", f"{decimal(width / 1000, 3)} kHz", f"{decimal(width / 10**6, 6)} MHz")
    bits = case.sample_bits() if case.told["sampled"] and "sample levels" in known else case.symbol_bits()
    if "rate" in known and bits is not None:
        width = known["rate"] / bits / 2
        case.note(f"奈氏准则：$2W\\log_2 V$ 等于 {_rate(known['rate'])}，所以 $W$ 为 {decimal(width, 3)} Hz。")
    elif "rate" in known and (ratio := case.ratio()) is not None:
        width = known["rate"] / case.log2(1 + ratio)
        case.note(
            f"香农公式：$W$ 为 {_rate(known['rate'])} 除以 $\\log_2(1 + {decimal(ratio, 3)})$，约 {decimal(case.log2(1 + ratio), 4)}，得 {decimal(width, 3)} Hz。"
        )
    elif (baud := case.baud()) is not None:
        width = baud / 2
        case.note(f"奈氏准则：码元速率最高为 $2W$，所以 $W$ 至少为 {decimal(width, 3)} Hz。")
    else:
        stay_out("bandwidth does not follow")
    rough = tuple(f"{decimal(width / 1000, digits)} kHz" for digits in (0, 1, 2) if width.denominator > 1 and width > 1000)
    return _about(width, _hertz(width, case.told)), (
        *rough,
        f"{decimal(width, 3)} Hz",
        f"{decimal(width / 1000, 3)} kHz",
        f"{decimal(width / 10**6, 6)} MHz",
    )


def _answer_ratio(case: _Case, goal: str) -> tuple[str, tuple[str, ...]]:
    known, words, change = case.known, case.told["words"], case.told["change"]
    given = case.ratio()
    if goal in ("new ratio", "ratio times"):
        if change is None or "factor" not in change:
            stay_out("how the limit changes is not told")
        if given is not None:
            exponent = Fraction(change["factor"]) * case.log2(1 + given)
        elif {"rate", "bandwidth"} <= set(known):
            exponent = Fraction(change["factor"]) * known["rate"] / known["bandwidth"]
        else:
            stay_out("S/N is not told")
        case.note(f"带宽不变，$\\log_2(1 + S/N)$ 变为 {decimal(Fraction(change['factor']), 4)} 倍，约 {decimal(exponent, 4)}。")
    elif given is not None:
        needed = given
        exponent = None
        if goal == "decibels":
            shown = _about(value := 10 * case.log2(needed) / log2(Fraction(10)), f"{decimal(value, case.digits(2))} dB", 2)
            case.note(f"分贝值为 10 lg {decimal(needed, 3)}，即 {shown}。")
            return shown, (shown.removeprefix("约 "),)
        return decimal(needed, 3), ()
    elif {"rate", "bandwidth"} <= set(known) and not case.told["noiseless"]:
        exponent = known["rate"] / known["bandwidth"]
    else:
        stay_out("S/N does not follow")
    if goal == "ratio times":
        return _answer_times(case, exponent)
    if exponent is not None:
        if not 0 < exponent <= 40:
            stay_out("S/N out of range")
        needed = _two_to(exponent) - 1
    number = _about(needed, decimal(needed, 2), 2)
    logarithm = 10 * case.log2(needed) / log2(Fraction(10))
    in_decibels = f"{decimal(logarithm, case.digits(2))} dB"
    case.note(
        f"$\\log_2(1 + S/N)$ {'等于' if exponent is None or exponent.denominator == 1 else '约'} {decimal(exponent or 0, 4)}，所以 $S/N$ 为 {number}，即约 {in_decibels}。"
    )
    case.conventions.append(_DECIBELS)
    if goal == "decibels" or (words["decibels"] and not words["plain"]):
        return in_decibels, (f"{decimal(logarithm, 0)} dB", f"{decimal(logarithm, 1)} dB", f"{number}，{in_decibels}")
    return (
        (number, (in_decibels, f"{number}，{in_decibels}"))
        if words["plain"] and not words["decibels"]
        else (f"{number}，即 {in_decibels}", (number, in_decibels, f"{number}，{decimal(logarithm, 0)} dB"))
    )


def _answer_times(case: _Case, exponent: Fraction | None) -> tuple[str, tuple[str, ...]]:
    """How many times the former S/N the new one is."""
    if exponent is None or not 0 < exponent <= 40:
        stay_out("S/N out of range")
    before = exponent / Fraction(case.told["change"]["factor"])
    old, new = (case.ratio() or _two_to(before) - 1), _two_to(exponent) - 1
    times = new / old
    case.note(f"原来的 $S/N$ 约 {decimal(old, 2)}，后来约 {decimal(new, 2)}，是原来的约 {decimal(times, 2)} 倍。")
    shown = f"约 {decimal(times, 1)} 倍"
    return shown, (f"{decimal(times, 0)} 倍", f"{decimal(times, 2)} 倍")


def _two_to(exponent: Fraction) -> Fraction:
    return (
        ratio_of(10 * exponent * log2(Fraction(2)) / log2(Fraction(10))) if exponent.denominator != 1 else Fraction(2) ** exponent.numerator
    )


def _answer_gain(case: _Case, goal: str) -> tuple[str, tuple[str, ...]]:
    """How much the limit grows with S/N."""
    change, width = case.told["change"], case.known.get("bandwidth")
    old, new = (ratio_of(Fraction(change[name])) if change["unit"] == "decibels" else Fraction(change[name]) for name in ("old", "new"))
    if goal == "gain share":
        share = case.log2(1 + new) / case.log2(1 + old) - 1
        case.note(f"带宽不变，容量与 $\\log_2(1 + S/N)$ 成正比：{decimal(log2(1 + old), 4)} 增加到 {decimal(log2(1 + new), 4)}。")
        return _about(share * 100, f"{decimal(share * 100, case.digits(2))}%"), (
            f"{decimal(share * 100, 1)}%",
            f"{decimal(share * 100, 0)}%",
        )
    if width is None:
        stay_out("the bandwidth is not told")
    before, after = shannon(width, old), shannon(width, new)
    case.note(f"原来 {_rate(before)}，后来 {_rate(after)}。")
    shown = _rate(after - before)
    case.note(f"增加 {shown}。")
    return shown, (f"{decimal((after - before) / 1000, 1)} kbps", f"{decimal((after - before) / 1000, 2)} kbps")


_LABELS = {
    "rate": "速率", "actual": "实际速率", "nyquist": "奈氏极限", "shannon": "香农极限", "baud": "码元速率", "levels": "离散等级", "phases": "相位", "bits": "每码元", "bandwidth": "带宽",
    "ratio": "信噪比", "decibels": "信噪比", "new ratio": "信噪比", "ratio times": "为原来的", "gain": "增加", "gain share": "增加", "sampling": "采样频率", "sampling period": "采样周期",
}  # fmt: skip


def _answer(case: _Case, goal: str) -> tuple[str, tuple[str, ...]]:
    if (case.told["line"] or case.told["four_five"]) and (
        goal not in ("rate", "baud") or not set(case.known) <= {"rate", "baud", "bits", "period"}
    ):
        stay_out("a line code changes what follows")
    if goal in ("rate", "actual", "nyquist", "shannon"):
        rate = case.rate("rate" if goal == "actual" else goal)
        share = case.known.get("share", Fraction(1)) if goal in ("rate", "actual") else Fraction(1)
        if goal == "actual" and "share" not in case.known:
            stay_out("which share")
        if share != 1:
            case.note(f"实际速率为理论最大速率的 {decimal(share * 100)}%。")
        shown = _rate(rate * share)
        rounded = _rounded(rate * share) if "约" in shown else ()
        return shown, (
            *rounded,
            f"{decimal(rate * share, 3)} bps",
            f"{decimal(rate * share / 1000, 3)} kbps",
            f"{decimal(rate * share / 10**6, 6)} Mbps",
        )
    if goal == "baud":
        return _answer_baud(case)
    if goal == "bandwidth":
        return _answer_bandwidth(case)
    if goal in ("ratio", "decibels", "new ratio", "ratio times"):
        return _answer_ratio(case, goal)
    if goal in ("gain", "gain share"):
        return _answer_gain(case, goal)
    if goal in ("sampling", "sampling period"):
        sampling = case.sampling()
        return (
            (
                _hertz(sampling, case.told) if sampling >= 10**6 else f"{decimal(sampling)} Hz",
                (f"{decimal(sampling / 1000, 3)} kHz", f"{decimal(sampling)} Hz", f"{decimal(sampling)} 次/秒"),
            )
            if goal == "sampling"
            else (f"{decimal(10**6 / sampling, 3)} μs", ())
        )
    if goal == "phases":
        levels, amplitudes = 2 ** case.exponent(), case.known.get("amplitudes")
        if amplitudes is None or Fraction(levels) % amplitudes:
            stay_out("no whole number of phases")
        phases = Fraction(levels) / amplitudes
        case.note(f"码元共 {levels} 种，每种相位有 {amplitudes} 种幅度，相位至少有 {levels} ÷ {amplitudes} = {phases} 种。")
        return f"{phases} 个", (f"{phases} 种",)
    exponent = case.exponent()
    if not 0 < exponent <= 20:
        stay_out("bits a symbol out of range")
    if goal == "bits":
        whole = exponent if exponent.denominator == 1 else stay_out("no whole number of bits a symbol")
        return f"{whole} bit", (f"{whole} 位",)
    if exponent.denominator != 1 and levels_for(Fraction(1, 2), exponent).bit_count() != 1:
        stay_out("a power of two, or not?")
    levels = 2**exponent.numerator if exponent.denominator == 1 else levels_for(Fraction(1, 2), exponent)
    case.note(f"离散等级{'有' if exponent.denominator == 1 else '至少'} {levels} 个。")
    return f"{levels} 个", (f"{levels} 种", f"QAM-{levels}", f"{levels}QAM", f"{levels}-QAM")


def highest_rate(told: Mapping[str, Any]) -> Fraction:
    """What one unit asks for, where that is a rate."""
    return _Case(told).rate(told["asked"][0]) * Fraction(told["known"].get("share", 1))


def _rounded(rate: Fraction) -> tuple[str, ...]:
    """The rate with fewer digits, where that changes it by no more than a fiftieth: 9967 bps is 10 kbps, or 10000 bps."""
    near = [
        (power, unit, said)
        for power, unit in ((3, "kbps"), (6, "Mbps"))
        for digits in (0, 1, 2)
        if abs(Fraction(said := decimal(rate / 10**power, digits)) * 10**power - rate) <= rate / 50
    ]
    return tuple(form for power, unit, said in near for form in (f"{said} {unit}", f"{decimal(Fraction(said) * 10**power)} bps"))


def solve(parameters: Parameters) -> Solution:
    """Every question answered, in order."""
    answers: list[str] = []
    others: list[tuple[str, ...]] = []
    steps: list[str] = []
    conventions: list[str] = []
    asked = [(one, goal) for one in parameters["units"] for goal in one["asked"]]
    for one, goal in asked:
        case = _Case(one)
        shown, also = _answer(case, goal)
        answers.append(f"{_LABELS[goal]} {shown}" if len(asked) > 1 and not shown.startswith(_LABELS[goal]) else shown)
        others.append(also)
        steps += [step for step in case.steps if step not in steps]
        conventions += [each for each in case.conventions if each not in conventions]
    answer = "，".join(answers)
    return Solution(
        answer=answer,
        also=others[0] if len(asked) == 1 else (),
        steps=paragraphs(*steps, f"所以答案是 {answer}。"),
        conventions=tuple(conventions),
    )
