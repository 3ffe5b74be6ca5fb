"""What problems about sequences of accesses call things, and the mapping that they tell."""

from __future__ import annotations

from engine.generators.laws.clauses import Clauses
from engine.generators.reading import INTEGER, stay_out, to_int

HARMLESS = """
计算机 主存 内存 主存储器 Cache 高速缓存 高速缓冲 高速缓冲存储器 缓存 映射 映像 相联 方式 策略 地址 物理地址 主存地址 内存地址 物理 容量 大小 数据区 数据 系统 字段 划分 格式 结构 块 行 组 主存块 内存块 缓存块 数据块 中 存储器 存储系统 CPU 所在 所对应 对应 对应的 应 装入 装入到 放入 放到 放在 调入 存放 存放在 映射到 落在 落到 位于 单元 号单元 块号 行号 组号 字节 编址
共有 划分为 分为 分成 之间 交换 单位 哪一 哪 哪个 第几 几 每行 每组 每块 每个 每 每个主存块 各 各自 均 都 标记 Tag 标记位 有效位 修改位 脏位 控制位 设 设有 设置 包括 包含 含 含标记阵列 标记阵列 标记项 目录表 总容量 总位数 空间 地址空间 长度 块长 行长 位 占 位数 替换算法 算法 替换 LRU FIFO 最近最少使用 最近最久未使用 先进先出 初始 初始时 初始为空 初态 开始时 为空 空 冷启动 依次 顺序 访问 访存 序列 访问序列 主存块号 命中 命中次数 次数 命中率 次 缺失 未命中 不命中 从 开始 编号 起 十进制 号 高位 低位 中间 回写 写回 直写 全写 写直达 write back write through 采用 比较器 多少路 只有 仅有 除了 还有 之外 数据和tag 来着 tag 一共 放 CPU 按 即 能 会 可以 还是 主存里 cache里 里 和 与 方法 请 数组 装载 放 去 时
"""
"""Words of cache problems that change nothing."""
LINE = rf"(?<![\d.第哪每某同任])(?!一\s*个?[行块]){INTEGER}\s*(?:个)?(?:Cache|缓存)?(?:存储)?(?:行|块)(?!号|内|大小|长)"
"""So many lines or blocks; `哪一行` is no number."""


def mapping_said(reading: Clauses) -> tuple[str, int] | None:
    """(mapping, ways) as said; ways are 0 where the mapping is not by sets."""
    ways = reading.take_one(rf"(?P<value>{INTEGER})\s*-?(?:路|way)(?:的)?(?:组)?(?:相联|关联|相连)?(?:映射|映像)?(?:方式)?", to_int)
    direct = reading.take_all(r"(?:采用|用)?直接(?:映射|映像|相联|地址映射)(?:方式)?|直映")
    full = reading.take_all(r"(?:采用|用)?全(?:相联|相连|关联)(?:映射|映像)?(?:方式)?")
    associative = reading.take_all(r"(?:采用|用)?组(?:相联|相连|关联)(?:映射|映像)?(?:方式)?")
    if (ways is not None) + bool(direct) + bool(full) > 1:
        stay_out("two mappings")
    if direct:
        return "direct", 0
    if full:
        return "full", 0
    if ways is not None:
        return "set", ways
    return ("sets", 0) if associative else None
