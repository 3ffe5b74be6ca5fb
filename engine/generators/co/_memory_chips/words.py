"""What problems about memories call things."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from engine.generators import patterns
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

SHAPE = r"(?<![\dA-Za-z.])\d+\s*[KMG]?\s*(?:字|个?单元|B(?=\())?\s*[×xX*]\s*\d+\s*(?:位|bits?|b|字|比特)?(?![\dA-Za-z])"


CHIP = r"(?:芯片|片子|存储片|颗粒|片(?![选内数]))"


MEMORY = r"(?:主存储器|存储器|主存|内存条|内存|存储系统|存储体|存储空间|存储区)"


def shape(text: str) -> tuple[Fraction, Fraction]:
    match = patterns.match(r"(\d+)\s*([KMG]?)\D*?[×xX*]\s*(\d+)", text, re.IGNORECASE)
    if match is None:
        return stay_out(text)
    return Fraction(int(match[1]) << 10 * " KMG".index(match[2].upper() or " ")), Fraction(int(match[3]))


def show_shape(shape: Sequence[Fraction]) -> str:
    words = int(shape[0])
    for sign, power in (("G", 30), ("M", 20), ("K", 10)):
        if words % (1 << power) == 0:
            return f"{words >> power}{sign}×{shape[1]} 位"
    return f"{words}×{shape[1]} 位"


def log(value: Fraction) -> Fraction | None:
    """The exponent of a power of two."""
    number = int(value)
    return Fraction(number.bit_length() - 1) if number > 0 and number & (number - 1) == 0 and number == value else None


def hex(value: Fraction, digits: int = 4) -> str:
    return f"{int(value):0{max(digits, 4)}X}H"


def show_range(ends: Sequence[Fraction]) -> str:
    digits = len(f"{int(ends[1]):X}")
    return f"{hex(ends[0], digits)}~{hex(ends[1], digits)}"


def sizes(value: Fraction) -> Sequence[str]:
    return (f"{decimal(value / 1024)} KB", f"{decimal(value / 2**20)} MB", f"{decimal(value)} B", f"{decimal(value)} 字节")


def chips(memory: Sequence[Fraction], chip: Sequence[Fraction]) -> Fraction | None:
    groups, wide = memory[0] / chip[0], memory[1] / chip[1]
    return groups * wide if groups.denominator == wide.denominator == 1 else None


WORDS = """ 芯片 构建 主存单元 片子 片 存储片 存储 存储器 存储芯片 主存 内存 主存储器 存储体 半导体 静态 动态 RAM ROM SRAM DRAM EPROM PROM Flash CPU 8086 2114 6264 62256 27128 2716 2732 6116 74LS138 译码器 3-8译码器 组成 构成 拼 拼成 搭 扩展 扩充 扩成 扩展成 扩为 组 做 设计 容量 规格 型号 采用 按字节 字节编址 按字节编址 字节 编址 字 单元 地址 地址线 数据线 地址引脚 数据引脚 引脚 管脚 地址空间 寻址 空间 范围 地址范围 片选 片选译码 译码 高位 高位地址 低位 片内 片内地址 片内地址线 地址码 起始 起始地址 首地址 末地址 开始 从 存储单元 存储区 区域 区 每片 每组 每个 组 分组 几组 位扩展 字扩展 字位扩展 总共 全部 配满 最大 数 根 条 线 总数 合计 一共 加起来 和 位 根地址 分别 话 上 标 芯片上 位线 产生 信号 片选信号 输入 输出 作 接 对应 送入 同一组 分时 复用 行 列 行地址 列地址 连接 那片 型 现用 现有 给 块 存储字 用 主存容量 该芯片 这种芯片 一片 需 上标"""
