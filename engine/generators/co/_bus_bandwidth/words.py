"""What problems about buses call things, and how they show them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from engine.generators.clauses import Role
from engine.generators.laws.clauses import FREQUENCY, TIME, to_hertz, to_seconds
from engine.generators.laws.measures import duration, frequency
from engine.generators.laws.topic import Quantity, about, in_units, percentage
from engine.generators.quantities import decimal

MEGA = "带宽中 1 MB/s = 10^6 B/s"


def rate(value: Fraction) -> str:
    return f"{about(value / 10**6, 2)} MB/s"


def rate_otherwise(value: Fraction) -> Sequence[str]:
    return (
        *(f"{decimal(value / 10**9, places)} GB/s" for places in (3, 2, 1)),
        *(f"{decimal(value / 10**6, places)} MB/s" for places in (1, 0)),
        *(f"{decimal(value * 8 / 10**power, 3)} {unit}" for power, unit in ((6, "Mbps"), (9, "Gbps"), (6, "Mb/s"), (9, "Gb/s"))),
        f"{decimal(value)} B/s",
        *(f"{decimal(value / 10**6, 1)}×10^6 {unit}" for unit in ("B/s", "字节/秒")),
    )


def number(unit: str, digits: int = 3) -> Callable[[Fraction], str]:
    return lambda value: f"{about(value, digits)} {unit}".strip()


SHOWN = {
    "width": Quantity("总线宽度", number("位")),
    "lines": Quantity("数据线", number("根")),
    "bytes": Quantity("一次传送", number("B")),
    "hertz": Quantity("时钟频率", frequency),
    "cpu": Quantity("CPU 主频", frequency),
    "period": Quantity("时钟周期", duration, in_units),
    "cycle_time": Quantity("总线周期", duration, in_units),
    "transfers": Quantity("每个时钟周期传送", number("次")),
    "pace": Quantity("每个时钟周期传送", number("个字")),
    "cycles": Quantity("每次传送占", number("个时钟周期")),
    "channels": Quantity("通道", number("个")),
    "directions": Quantity("方向", number("个")),
    "million": Quantity("每秒传送", lambda value: f"{about(value / 10**6)} 百万次"),
    "code": Quantity("编码效率", percentage),
    "rate": Quantity("带宽", rate, rate_otherwise),
    "volume": Quantity("数据量", number("B")),
    "time": Quantity("时间", duration, in_units),
    "part": Quantity("占总线带宽", percentage),
    "flow": Quantity("数据流", rate),
    "lead": Quantity("送地址", number("个周期")),
    "wait": Quantity("准备数据", number("个周期")),
    "each": Quantity("每个数据", number("个周期")),
    "words": Quantity("数据个数", number("个")),
    "block": Quantity("一次突发的数据", number("B")),
    "bits": Quantity("一次突发的数据", number("位")),
    "clocks": Quantity("共", number("个时钟周期")),
    "actual": Quantity("实际数据传输率", rate, rate_otherwise),
    "peak": Quantity("总线带宽", rate, rate_otherwise),
    "gap": Quantity("准备时间", duration),
    "start": Quantity("起始位", number("位")),
    "data": Quantity("数据位", number("位")),
    "parity": Quantity("校验位", number("位")),
    "stop": Quantity("停止位", number("位")),
    "chars": Quantity("每秒", number("个字符", 2), lambda value: (f"{about(value, 2)} 字符/秒", f"{about(value, 2)} 帧/秒")),
    "items": Quantity("字符数", number("个")),
    "frame": Quantity("一帧", number("位")),
    "baud": Quantity(
        "波特率", number("波特", 2), lambda value: tuple(f"{about(value, 2)} {unit}" for unit in ("bps", "b/s", "bit/s", "Baud", "位/秒"))
    ),
    "speed": Quantity("比特率", number("bps", 2), lambda value: tuple(f"{about(value, 2)} {unit}" for unit in ("b/s", "bit/s", "位/秒"))),
    "efficiency": Quantity("效率", percentage, lambda value: (f"{decimal(value, 3)}", f"{decimal(value, 2)}")),
}


IN_A_CYCLE = r"(?<![个\d])(?<!时钟)(?:(?:一个?|每个?|1个?|单个|每一个)(?:总线)?)?(?:总线)?(?:时钟)?(?:周期|时钟|脉冲|拍)(?:内|中|里)?"


SEND = r"(?:传送|传输|传|送|收发|发送)"


CLOCKS = r"个?(?:输入)?(?:总线)?(?:时钟)?(?:周期|时钟|脉冲|拍|T)"


SHARED = r"(?:采用|使用|的)?(?:地址线?|数据线?|信号)?(?:(?:/|和|与|、)?(?:地址线?|数据线?))?(?:信号)?(?:线)?(?:采用|是|为)?(?:分时)?(?:复用|共用)(?:的)?(?:总线|信号线|方式|技术|线)?"


COMMON_ROLES = (
    Role(name="hertz", quantity=FREQUENCY, read=to_hertz, before=r"总线(?:的)?(?:时钟|工作)?(?:时钟)?(?:频率)?", alone=True),
    Role(name="cpu", quantity=FREQUENCY, read=to_hertz, before=r"(?:CPU|处理器)(?!之间|与|和|、)(?:的)?(?:主频|时钟频率|频率)?|主频"),
    Role(name="period", quantity=TIME, read=to_seconds, before=r"时钟周期|时钟"),
)


WORDS = " 升为 升至 升到 PCI ISA EISA AGP 串口 利用率 搬运 数据 QPI 总线 同步总线 系统总线 数据总线 并行总线 前端总线 存储总线 存储器总线 内存总线 I/O总线 外设总线 并行 同步 突发 猝发 成组 带宽 位宽 总线宽度 宽度 宽 数据线 信号线 根 条 线 通道 单通道 显卡 卡 挂 带 大 双沿 单沿 单方向 双向 全双工 总带宽 传输率 数据率 传送率 数据传输率 最大数据传输率 数据传送率 数据通路 峰值带宽 事务 总线事务 写操作 读操作 主存读 主存写 读主存 写主存 总线操作 送 传 首地址 地址周期 数据周期 字块 数据块 数据字 块 首 命令 读命令 并 串行 点对点 有效数据 外部 外部数据总线 Cache块 缓存块 主存块 行 最短周期 每秒 一秒 单 位数据 总线周期 总线时钟 总线时钟频率 总线时钟周期 时钟信号 总线传输周期 传输周期"
