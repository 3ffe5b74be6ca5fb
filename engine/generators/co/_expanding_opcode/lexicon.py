"""Instruction formats read word by word: how many instructions of each number of addresses, and how long each field is."""

from __future__ import annotations

from dataclasses import replace

from engine.generators.co._expanding_opcode.instruction_topic import FORMAT
from engine.generators.co._expanding_opcode.topics import EXPANDING
from engine.generators.laws.lexicon import Lexicon, Measure
from engine.generators.reading import INTEGER, to_count

_SIGNS = {4: "四|4", 3: "三|3", 2: "二|两|双|2", 1: "一|单|1", 0: "零|无|0"}
_LEVELS = tuple(
    (
        rf"(?<![\d一二两三四])(?:{signs})\s*(?:个)?(?:操作数)?(?:地址|操作数)(?:码)?(?:的)?(?:格式|型|类)?(?:的)?(?:指令)?(?:条数|数目|数)?",
        f"level {level}",
    )
    for level, signs in _SIGNS.items()
)
_WORD = r"指令(?:系统)?(?:的)?(?:字)?(?:的)?(?:长度?|字长)|指令字(?:长)?|机器字长|字长|定长指令(?:字)?|(?:定长|单字长)指令(?:格式)?"
_BIT = Measure(
    "bit", r"(?<![\d.A-Za-z第^])\d+\s*(?:位|bits?)(?![A-Za-z/])", to_count, r"(?:二进制)?(?:位|bits?)(?![A-Za-z置])", r"位数|长度"
)
_ORDINARY = """指令 指令系统 指令格式 指令集 格式 定长 固定 长度 扩展操作码 操作码扩展 扩展 可扩展 技术 方法 方式 编码 设计 已 已经 安排 定义 规定 支持 设定 设有 需要 剩下 其余 剩余 还 还可 还可以 可 可以 能 最多 最大 至多 允许 有 具有 采用 使用 单字长 每个 每条 一条 各 条 种 种类 类型 类 三类 两类 三种 两种 只有 机器 计算机 系统 处理机 字长 均 都 全部 长 又 再 则 那么 这时 此时 包含 包括 总共 共 一共 占 用 得 出 分为 指令长度 假设 假定 设 某 该 其中 问 求"""

EXPANDING_BY_WORDS = replace(
    EXPANDING,
    lexicon=Lexicon(
        things=(
            *_LEVELS,
            (r"(?:操作数)?(?:的)?地址(?:码字段|码|字段|域|段|部分)?(?!指令|格式|线|空间|总线)|操作数(?:地址)?(?:字段)?(?!指令)", "address"),
            (r"操作码(?:字段|部分)?(?!扩展|的?技术)", "opcode"),
            (_WORD, "word"),
            (r"(?:单字长|定长)?指令(?![系格条数集])", "instruction"),
            (r"(?:所有|全部|各种|各类|这|三|两)?(?:种|类)?指令(?:总数|总条数)|指令(?:的)?(?:总)?(?:条数|数目|数量)", "all"),
        ),
        measures=(
            _BIT,
            Measure("count", rf"(?<![\d.A-Za-z第]){INTEGER}\s*(?:条|种)(?!类|格式|指令格式|不同)", to_count, r"(?:条|种)", r"条数|数目"),
        ),
        told={
            **{(f"level {level}", "count"): f"c{level}" for level in range(5)},
            ("word", "bit"): "word",
            ("instruction", "bit"): "word",
            ("address", "bit"): "address",
        },
        asked={
            **{(f"level {level}", "count"): f"m{level}" for level in range(5)},
            **{(f"level {level}", ""): f"m{level}" for level in range(5)},
            ("all", "count"): "total",
            ("instruction", "count"): "total",
            ("all", ""): "total",
        },
        words=_ORDINARY,
    ),
)
"""As `EXPANDING`, in any words."""

FORMAT_BY_WORDS = replace(
    FORMAT,
    lexicon=Lexicon(
        things=(
            (r"操作码(?:字段|部分)?(?:\s*OP)?|(?<![A-Za-z])OP(?![A-Za-z])(?:字段)?", "opcode"),
            (r"寻址(?:方式|特征|模式)(?:字段|位|码|部分)?", "mode"),
            (r"(?:通用)?寄存器(?:操作数)?(?:编号|地址|字段|号|码)", "register field"),
            (r"(?:通用)?寄存器", "register"),
            (r"(?:形式)?地址(?:码|字段|部分)*(?!指令|空间|范围)|立即数(?:字段)?|位移量(?:字段)?|偏移量(?:字段)?", "rest"),
            (_WORD, "word"),
            (r"(?:直接)?(?:寻址|地址)(?:的)?(?:范围)", "range"),
            (r"(?:主存|存储|内存)?单元(?:数)?", "unit"),
            (r"(?:不同的)?指令|(?:不同的)?操作(?!数|码)", "instruction"),
        ),
        measures=(
            _BIT,
            Measure("count", rf"(?<![\d.A-Za-z第]){INTEGER}\s*(?:条|种)", to_count, r"(?:条|种)(?:不同的)?", r"条数|种数|(?:种类)?数目"),
            Measure(
                "each", rf"(?<![\d.A-Za-z第])(?!一){INTEGER}\s*个", to_count, r"(?=(?:通用)?寄存器)|(?=(?:主存|存储|内存)?单元)", r"个数"
            ),
        ),
        told={
            ("word", "bit"): "word",
            ("instruction", "bit"): "word",
            ("opcode", "bit"): "opcode",
            ("mode", "bit"): "mode_bits",
            ("mode", "count"): "modes_told",
            ("register field", "bit"): "register_bits",
            ("register field", "each"): "register_fields",
            ("register", "each"): "registers",
            ("instruction", "count"): "count",
            ("", "count"): "count",
        },
        asked={
            ("opcode", "bit"): "opcode_asked",
            ("mode", "bit"): "mode_asked",
            ("mode", "count"): "modes",
            ("register", "each"): "registers_asked",
            ("register", ""): "registers_asked",
            ("rest", "bit"): "rest",
            ("range", ""): "range",
            ("unit", "each"): "units",
            ("unit", ""): "units",
            ("instruction", "count"): "instructions",
            ("", "count"): "instructions",
        },
        words=_ORDINARY
        + " 字段 立即数 形式地址 寻址方式 寄存器 通用寄存器 单地址 直接寻址 无符号 部分 组成 由 和 与 操作 不同 数 表示 提供 完成 编号 占用 使用",
    ),
)
"""As `FORMAT`, in any words."""

BY_WORDS = (EXPANDING_BY_WORDS, FORMAT_BY_WORDS)
"""Looked at where no other reader understands a text."""
