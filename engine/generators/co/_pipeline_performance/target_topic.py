"""How many tasks a pipeline must have to come near its best."""

from __future__ import annotations

from fractions import Fraction

from engine.generators.clauses import Role
from engine.generators.laws.clauses import SHARE, TIME, to_seconds
from engine.generators.laws.topic import Law, Quantity, Told, Topic, about, counted, percentage, whole
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, to_share

ENOUGH = Topic(
    name="tasks enough",
    about=r"流水[\s\S]*(?:达到|不低于|不小于|至少)",
    guard=r"分支|转移|冒险|停顿|命中|拆|瓶颈|超标量|Δ",
    told=(
        Told("depth", rf"(?:k\s*=\s*)?(?P<value>{INTEGER})\s*(?:个)?(?:功能)?[段级](?:等长)?", whole),
        Told(
            "target",
            rf"(?:吞吐率)(?:要|需|想)?(?:达到|不低于|不小于|至少(?:为|达到)?)(?:其|它|到)?最大(?:吞吐率)?(?:值)?的\s*(?P<value>{SHARE})|效率(?:要|需|想)?(?:达到|不低于|不小于|至少(?:为|达到)?)(?:到)?\s*(?P<other>{SHARE})",
            lambda match: to_share(match["value"] or match["other"]),
        ),
        Told(
            "gain",
            r"加速比(?:要|需|想)?(?:能|能够)?(?:达到|不低于|不小于|至少(?:为|是|达到)?|≥)(?:到)?\s*(?P<value>\d+(?:\.\d+)?)(?:倍)?(?!\s*%)",
            lambda match: Fraction(match["value"]),
        ),
    ),
    passed=(
        r"要使|为使|使|想让|若想|要想|欲使|让",
        r"(?:跟|与|和|同)?(?:串行|顺序|非流水线?|不(?:采用|用)?流水线?|不流水)(?:方式|执行|处理|的|时)*(?:相比|比较|比)|(?:相对于|相对|相比于|较)(?:串行|顺序|非流水线?|不(?:采用|用)?流水线?|不流水)(?:方式|执行|处理|的)*",
        r"(?:每(?:一)?|各)(?:功能)?[段级](?:的)?(?:执行)?(?:时间|用时|延迟|耗时)(?:都|均)?(?:一样|相等|相同|等长)",
    ),
    marks=(("alone", r"^(?![\s\S]*(?:寄存器|锁存|缓冲|开销))"),),
    roles=(Role(name="stage", quantity=TIME, read=to_seconds, alone=True),),
    asks=(
        (r"(?:至少|最少|需要?|要|应)*(?:连续)?(?:输入|处理|执行|流入|完成|跑)?(?:多少|几)(?:条|个)(?:指令|任务)?", "count"),
        (r"(?:此时|这时)?(?:的)?加速比(?:是|为)?(?:多少)?", "speedup"),
    ),
    laws=(
        Law("target", ("gain", "depth", "alone"), lambda gain, depth, _: gain / depth if gain < depth else None, "加速比的上限为段数"),
        Law(
            "count",
            ("depth", "target"),
            lambda depth, target: Fraction(-(-(target * (depth - 1)) // (1 - target))) if target < 1 else None,
            "由 n ÷ (段数 + n − 1) 不小于要求（加速比除以段数，即效率）解出 n",
        ),
        Law(
            "speedup",
            ("depth", "count"),
            lambda depth, count: depth * count / (depth + count - 1),
            "加速比为段数 × 条数 ÷ (段数 + 条数 − 1)",
        ),
    ),
    shown={
        "depth": Quantity("段数", counted("段")),
        "gain": Quantity("加速比至少", about),
        "target": Quantity("要求", percentage),
        "count": Quantity("至少", counted("条"), lambda value: (f"{value}", f"{value} 个")),
        "speedup": Quantity("加速比", about, lambda value: (decimal(value, 1), decimal(value, 2))),
    },
    words=" 流水线 静态流水线 静态 等长 吞吐率 最大吞吐率 效率 各段 段 级 任务 指令 连续 输入 处理 此时 加速比",
    idle=frozenset({"stage"}),
    conventions=("各段时间相等，没有停顿",),
)
