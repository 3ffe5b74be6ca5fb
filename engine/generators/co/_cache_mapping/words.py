"""What problems about caches call things."""

from __future__ import annotations

from fractions import Fraction

from engine.generators.laws.topic import Told, whole
from engine.generators.reading import INTEGER

CACHE = r"(?:Cache|缓存|高速缓存|高速缓冲存储器|高速缓冲)"


WORDS = """ Cache cache 缓存 高速缓存 高速缓冲 高速缓冲存储器 数据Cache 映射 映像 相联 方式 策略 主存地址 物理地址 内存地址 地址格式 格式 字段 标记 Tag tag 组号 行号 块号 块内地址 块内 字块 字块标记 行 块 组 主存块 主存字块 Cache行 缓存行 行长 块长 块大小 字块大小 容量 数据区 主存容量 Cache容量 空间 有效位 修改位 脏位 标记项 标记位 总容量 总位数 替换 替换算法 替换策略 LRU FIFO 命中 命中率 缺失 缺失率 命中次数 不命中次数 次 初始 开始 开始时 初始时 空 为空 依次 顺序 访问 访存 序列 块访问 访问顺序 访问序列 装入 放 放入 映射到 调入 所在 所在块 存放 应 对应 单元 号 十进制 十六进制 二进制 编号 号单元 划分 分 分成 存取 存取周期 存取时间 访问时间 平均访问时间 效率 系统效率 系统 周期 启动 同时 先 查 找到 没有 没 存储系统 层次 层 位 数组 元素 存放 按行 优先 首地址 边界 读 遍 一遍 循环 程序段 int float double short 寄存器 变量 命中 主存字块标记 Cache字块地址 字块地址 区号 室友 转 转我 块表 目前 状态 写出 哪一 哪个 算出 位组 相连 缓冲 替换法 块地址 号块 用的 总共 各 目录 直接映射 组相联 全相联 各字段 位数 冷启动 次访问 共访 问 数 数来数去 都不一样"""


def sets(lines: Fraction, mapping: Fraction) -> Fraction | None:
    if mapping == 0:
        return Fraction(1)
    value = lines / mapping
    return value if value.denominator == 1 and value >= 1 else None


MAPPING = (
    Told(
        "mapping",
        rf"(?:采用|用|若|改为|改成|换成)*(?P<value>{INTEGER})\s*-?(?:路|way)(?:的)?(?:组)?(?:相联|关联|相连)?(?:映射|映像)?(?:方式)?",
        whole,
    ),
    Told(
        "mapping",
        rf"(?:采用|用)?(?:组相联(?:映射|映像)?(?:方式)?[,(]*)?每(?:一)?组(?:内)?(?:有|含|包含|为|是|共)*\s*(?P<value>{INTEGER})\s*个?(?:Cache|缓存)?(?:行|字?块)\)?",
        whole,
    ),
    Told("mapping", r"(?:采用|使用|用|若|改为|改成|换成)*直接(?:地址)?(?:映射|映像|映象|相联)(?:方式)?(?:下)?|直映", 1),
    Told(
        "mapping",
        r"(?:采用|使用|用|若|改为|改成|换成)*(?:全(?:相联|相连|关联)(?:地址)?(?:映射|映像|映象)?|(?<!安)全映[射像])(?:方式)?(?:下)?",
        0,
    ),
)


LINE = rf"(?<![\d.第哪每某同任])(?!一\s*个?[行块]){INTEGER}\s*(?:个)?(?:Cache|缓存)?(?:存储)?(?:行|块)(?!号|内|大小|长|\d)"


MISS = r"(?:缺失|失效|不命中|未命中|没(?:有)?命中|没(?:有)?(?:在)?(?:Cache|cache)?(?:中)?(?:没有)?找到|没中)"
