"""What a pipeline gains in spite of stalls, and what branches cost whose outcome a stage further on makes known."""

from __future__ import annotations

from fractions import Fraction

from engine.generators.clauses import Role
from engine.generators.co._pipeline_performance.words import IDEAL, SERIAL, duration
from engine.generators.laws.clauses import FREQUENCY, POWER, SHARE, TIME, to_hertz, to_large, to_seconds
from engine.generators.laws.measures import frequency
from engine.generators.laws.topic import Law, Quantity, Told, Topic, about, counted, in_units, percentage
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, to_int, to_share

_BRANCH = r"(?:(?:有|无)?条件)?(?:转移|分支|跳转)(?:类)?(?:指令)?"
_STAGE = r"(?:流水(?:线)?)?(?:阶段|功能段|流水段|段|级)"
_DEPTH = Told(
    "depth",
    rf"(?<![\d.第])(?P<value>{INTEGER})\s*(?:个)?{_STAGE}(?:的)?(?:指令)?(?=流水)|(?<=划分为)\s*(?P<other>{INTEGER})\s*个?{_STAGE}",
    lambda match: to_int(match["value"] or match["other"]),
)

GAIN = Topic(
    name="gain in spite of stalls",
    about=r"流水[\s\S]*(?:停顿|阻塞|气泡|暂停)",
    guard=r"CPI|Cache|命中|缺失|预测|Hz|分支|转移|跳转|超标量|Δ|△|\d\s*[nμp]s",
    told=(
        _DEPTH,
        Told(
            "balanced",
            rf"(?:所有|各|各个|每个|全部)(?:的)?{_STAGE}(?:的)?(?:时间|延迟|执行时间)?(?:都|均|完全|是)*(?:平衡|均衡|相等|相同|等长)(?:的)?",
            1,
        ),
        Told(
            "stall",
            rf"(?:若|如果|假设|有|其中)*(?P<share>{SHARE})(?:的)?指令(?:会|都|将|均|分别|平均)*(?:导致|引起|造成|产生|引发|遇到|带来)(?:了)?\s*(?P<lost>{INTEGER})\s*个?(?:流水线|时钟)?(?:的)?(?:停顿|阻塞|暂停|气泡)?(?:的)?(?:时钟)?(?:周期|拍)?(?:的)?(?:停顿|阻塞|气泡)?",
            lambda match: (Fraction(to_share(match["share"])), Fraction(to_int(match["lost"]))),
        ),
    ),
    passed=(
        r"(?:假设|假定)?(?:流水线)?(?:没有|不计|无|忽略|不考虑)(?:任何)?(?:时钟周期|时钟|段间寄存器|锁存器|寄存器|锁存|切换)(?:的)?(?:额外)?(?:开销|延迟)",
    ),
    asks=(
        (
            rf"(?:与|和|跟|相对于?|相比|比|较)*(?:{SERIAL}|非流水线?)(?:的)?(?:执行|方式|处理器|机器|实现)?(?:相比|的)*(?:速度|性能)?(?:的)?(?:提升|提高|加速比|加速|快)(?:了|为|是|到|约)*(?:多少|几)?(?:倍)?|加速比(?:是|为|约)*(?:多少)?",
            "speedup",
        ),
    ),
    laws=(
        Law(
            "speedup",
            ("depth", "balanced", "stall"),
            lambda depth, _, stall: depth / (1 + stall[0] * stall[1]),
            "各段平衡时，加速比为段数 ÷（1 + 每条指令平均停顿的周期数）",
        ),
    ),
    shown={
        "depth": Quantity("流水线", counted("级")),
        "stall": Quantity("停顿", lambda stall: f"{percentage(stall[0])} 的指令停顿 {stall[1]} 个周期"),
        "speedup": Quantity("加速比", about, lambda value: (decimal(value, 1), decimal(value, 2), f"{decimal(value, 2)} 倍")),
    },
    words=" 流水线 指令流水线 流水 级 段 阶段 指令 程序 应用程序 速度 执行 考虑 上 一个 停顿 周期",
    conventions=("没有停顿时每个周期完成一条指令；指令很多，不计流水线的建立时间",),
)


RESOLVED = Topic(
    name="branches known at a stage",
    about=rf"流水[\s\S]*{_BRANCH}[\s\S]*第",
    guard=r"Cache|命中|缺失|预测|超标量|延迟槽|延迟(?:分支|转移)|load|数据相关",
    told=(
        _DEPTH,
        Told(
            "fetch",
            rf"(?:指令)?(?:获取|取指令?)(?:发生|进行|完成)?(?:在|于)?(?:流水线)?(?:的)?第\s*(?:一|1)\s*(?:个)?{_STAGE}",
            1,
        ),
        Told(
            "known",
            rf"{_BRANCH}(?:都|均)?(?:在|于)?(?:流水线)?(?:的)?第\s*(?P<value>[二三四五六2-6])\s*(?:个)?{_STAGE}(?:才)?(?:末|结束时)?(?:计算|得出|确定|求出|得到|判断|完成|评估|产生|知道|解析|出|目标|地址|条件|结果|并|和|与|及|转移|分支|方向|的|是否|成立|发生)*",
            lambda match: to_int(match["value"]),
        ),
        Told(
            "waits",
            rf"(?:处理器|CPU|流水线|系统)?(?:在)?(?:取到|遇到|译出|碰到)?{_BRANCH}(?:之)?后(?:会|就|将|必须|要)*(?:停止|暂停|不再|停顿)(?:获取|取)?(?:新|后续|下一条)?(?:的)?(?:指令)?,?(?:直到|直至|等到)(?:该|此)?{_BRANCH}?(?:的)?(?:结果|方向|目标地址|目标|条件)(?:和|与|、|结果|方向|目标地址)*(?:被|已|都)*(?:确定|知道|得出|明确|已知|产生)(?:为止)?",
            1,
        ),
        Told(
            "share",
            rf"(?:其中|有)*(?P<value>{SHARE})(?:的)?(?:指令)?(?:是|为)?{_BRANCH}|{_BRANCH}(?:占|的比例(?:为|是))(?:全部|总|所有|指令|的|数)*(?P<other>{SHARE})",
            lambda match: to_share(match["value"] or match["other"]),
        ),
        Told(
            "one",
            r"(?:若|如果|假设)?(?:其余|其他|其它|每条|各条|所有)?(?:的)?指令(?:平均)?(?:都|均|只)*(?:需要?|用|花|占)\s*(?:一|1)\s*个(?:时钟)?周期(?:完成)?|(?:其余|其他|理想|基本|没有停顿)(?:指令|时|情况|的|下)*CPI(?:为|是|=)\s*1(?![.\d])",
            1,
        ),
        Told("smooth", IDEAL, 1),
    ),
    roles=(
        Role(name="hertz", quantity=FREQUENCY, read=to_hertz, alone=True),
        Role(name="cycle", quantity=TIME, read=to_seconds, before=r"(?:时钟)?周期"),
        Role(
            name="count",
            quantity=rf"{POWER}\s*条",
            read=lambda text: to_large(text.rstrip("条 ")),
            before=r"程序|执行(?:了)?|共",
            alone=True,
        ),
    ),
    asks=(
        (
            r"(?:该|此|这个)?(?:程序)?(?:的)?(?:总)?(?:的)?(?:执行|运行)(?:总)?时间(?:是|为|约)*(?:多少|多长)?(?:秒)?|总时间(?:是|为)?(?:多少)?",
            "time",
        ),
        (r"(?:平均|实际|有效)*(?:的)?CPI(?:是|为|约)*(?:多少)?", "cpi"),
    ),
    laws=(
        Law("cycle", ("hertz",), lambda hertz: 1 / hertz),
        Law("penalty", ("known", "waits"), lambda stage, _: stage - 1, "到第 k 段才知道结果，停顿 k − 1 个周期"),
        Law("cpi", ("share", "penalty"), lambda share, penalty: 1 + share * penalty, "平均 CPI 为 1 + 分支的比例 × 停顿的周期数"),
        Law("time", ("count", "cpi", "cycle"), lambda count, cpi, cycle: count * cpi * cycle, "执行时间为指令条数 × 平均 CPI × 时钟周期"),
    ),
    shown={
        "depth": Quantity("流水线", counted("级")),
        "known": Quantity("知道分支结果的段", lambda value: f"第 {value} 段"),
        "share": Quantity("分支指令占", percentage),
        "count": Quantity("指令", counted("条")),
        "hertz": Quantity("主频", frequency),
        "cycle": Quantity("时钟周期", duration),
        "penalty": Quantity("每条分支停顿", counted("个周期")),
        "cpi": Quantity("平均 CPI", about, lambda value: (decimal(value, 2), decimal(value, 1))),
        "time": Quantity("执行时间", duration, lambda value: (*in_units(value), f"{decimal(value, 2)} 秒", f"{decimal(value, 1)} 秒")),
    },
    words=" 流水线 指令流水线 流水 级 段 阶段 指令 程序 处理器 分支 条件分支 运行 工作 运行频率 发生 总执行时间 具有 一个 了",
    idle=frozenset({"depth", "fetch", "one", "smooth"}),
    conventions=("取指在第一段，不计流水线的建立时间",),
)
