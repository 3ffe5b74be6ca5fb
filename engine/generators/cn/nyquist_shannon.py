"""Limits of a channel: Nyquist without noise, Shannon with it.

Nyquist: C = 2 W log2 V; Shannon: C = W log2(1 + S/N), S/N from decibels by 10^(dB/10) (Tanenbaum and Wetherall, Computer Networks,
the maximum data rate of a channel). W in Hz, C in bit/s. Where both apply, the smaller one holds.
"""

from __future__ import annotations

from fractions import Fraction

from engine.generators.alternatives import first_reading
from engine.generators.chance import Chance
from engine.generators.cn._about import saying_about, solving_about
from engine.generators.cn._nyquist_shannon import asynchronous
from engine.generators.cn._nyquist_shannon import mentions as limits_mentions
from engine.generators.cn._nyquist_shannon import reading as limits_reading
from engine.generators.cn._nyquist_shannon import solving as limits_solving
from engine.generators.cn._nyquist_shannon.sending import sending_over, solving_sending
from engine.generators.cn._nyquist_shannon.simulator import levels_for, log2, nyquist, ratio_of, shannon
from engine.generators.cn._nyquist_shannon.times import solving_times
from engine.generators.cn._told.value_lists import each_value
from engine.generators.kind import Generated, Kind, Solver, Wrong
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal

POINT = "cn.physical.nyquist-shannon"

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


KIND = Kind(
    name="nyquist-shannon",
    title="奈氏准则与香农公式",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"Hz|比特[^,。]{0,8}时间|赫|噪|S/N|SNR|奈奎|奈氏|香农|波特|码元|电平|Baud|曼彻斯特|4B/?5B|QAM|PSK|采样|量化|异步.{0,24}字符|起始位",
        recognise=first_reading(
            saying_about(sending_over(each_value(limits_reading.recognise))),
            saying_about(limits_mentions.recognise),
            asynchronous.recognise,
        ),
        solve=asynchronous.solving_characters(
            solving_about(solving_times(solving_sending(limits_solving.solve, limits_solving.highest_rate), limits_solving.highest_rate))
        ),
    ),
)
