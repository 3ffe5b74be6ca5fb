"""Microinstructions: how many bits the fields of one have, how many of them a control memory holds, and how large it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from engine.generators.laws.lexicon import Lexicon, Measure
from engine.generators.laws.topic import Facts, Law, Quantity, Told, Topic, counted
from engine.generators.reading import INTEGER, stay_out, to_count, to_int

_FIGURE = rf"(?<![\d.A-Za-z第^]){INTEGER}"
_NUMBERS = re.compile(INTEGER)


def _bits_for(count: Fraction) -> Fraction:
    """The fewest bits that tell so many apart."""
    return Fraction((int(count) - 1).bit_length())


def _encoded(groups: Sequence[Fraction]) -> Fraction:
    """A field for each group, with one code for no command at all."""
    return Fraction(sum(int(count).bit_length() for count in groups))


def _groups(match: re.Match[str]) -> tuple[int, ...]:
    return tuple(to_int(one) for one in _NUMBERS.findall(match["groups"]))


def _check(facts: Facts) -> None:
    """Give up where the groups are not as many, or do not hold as many commands, as the text says.

    Raises:
        StayOut: they are not.
    """
    groups = facts.get("groups")
    if groups is None:
        return
    if facts.get("classes", len(groups)) != len(groups) or facts.get("commands", sum(groups)) != sum(groups):
        stay_out("groups that do not add up")


_WORDS = """微指令 微程序 微命令 微操作 控制器 微程序控制器 微程序控制 控制方式 控制存储器 控存 采用 方式 方法 计算机 机器 某 字段 直接编码 字段直接编码 字段直接编码法 编码法 编码 控制 互斥类 互斥 相容 相斥 构成 分成 分为 分别 包含 含有 组成 由 对应 公共 公共的 公用 取指令 取指 各 各个 每条 平均 条 个 指令系统 机器指令 指令 确定
下条 下一条 断定法 断定 下地址字段法 下地址 后继 地址 格式 水平型 所有 全部 中 的 其中 共有 共 有 一共 至少 应 为 需要 位数 操作控制字段 操作控制 均 都 假设 若 已知 微指令字 信号 控制信号 微命令信号 组 类 表示 设计 并 且 多少 时 用 容量 能 实现 整个 执行 完成 该 则"""

MICRO = Topic(
    name="microinstruction",
    about=r"微指令|微程序",
    guard=r"计数器法|增量|毫微|动态微|时钟|主频|周期|流水|转移条件|判别测试|判断测试|条件转移|外部条件|可控|图|间接编码|混合|入口地址(?:为|是)|垂直型|浪费|保留|空闲|另(?:有|外)|中断|间址|同时启动|空操作除外|不(?:含|考虑|需要|设)空操作|不包括",
    told=(
        Told(
            "groups",
            rf"(?:各类|每类|各组|每组|它们|各个?互斥类|这些类|其中)?(?:中)?(?:各|分别)+(?:包含|含有|包括|有|为|是|由)*\s*(?P<groups>{INTEGER}\s*(?:个)?(?:\s*[、,和与及]+\s*{INTEGER}\s*(?:个)?){{1,11}})\s*(?:个)?(?:互斥的?)?(?:微命令|微操作|控制信号|微操作信号|微命令信号|命令)(?:组成)?",
            _groups,
        ),
        Told(
            "shared",
            r"[,(]?(?:其中)?(?:有)?(?:一|1)条(?:取指(?:令)?)?微指令(?:是|为)?(?:所有|各|全部|各条)?(?:机器)?指令(?:所)?(?:公用|共用|公共)(?:的)?\)?|[,(]?(?:其中)?取指(?:令)?微指令(?:是|为)?(?:所有|各|全部)?指令(?:所)?(?:公用|共用|公共)(?:的)?\)?",
        ),
    ),
    marks=(("fields", r"字段(?:直接)?编码|分段(?:直接)?编码|互斥"), ("direct", r"(?<!字段)(?<!分段)直接(?:编码|控制|表示)|不译法")),
    passed=(
        r"(?:采用|使用|用|由)?(?:断定法|断定方式|下地址字段法)(?:\([^()\d]{0,8}\))?(?:来)?(?:(?:确定|形成|得到|给出)(?:下(?:一)?条|后继)?微指令(?:的)?(?:地址)?)?",
        r"微指令(?:字)?(?:中|的)*(?=(?:下地址|后继|操作控制))",
    ),
    asks=(),
    laws=(
        Law(
            "control",
            ("groups", "fields"),
            lambda groups, _: _encoded(groups),
            "每个互斥类一个字段，n 个微命令另加一个不操作，要 ⌈log2(n+1)⌉ 位",
        ),
        Law("control", ("commands", "direct"), lambda commands, _: commands, "直接编码时每个微命令占一位"),
        Law(
            "words",
            ("instructions", "average", "shared"),
            lambda count, average, _: count * (average - 1) + 1,
            "微指令数为指令条数乘以每条自己的微指令数，加上公用的 1 条",
        ),
        Law(
            "words",
            ("instructions", "average", "fetch"),
            lambda count, average, fetch: count * average + fetch,
            "微指令数为指令条数乘以平均条数，加上公共的取指微指令",
        ),
        Law("words", ("instructions", "average"), lambda count, average: count * average, "微指令数为指令条数乘以平均条数"),
        Law("words", ("places",), lambda places: places),
        Law("next", ("words",), _bits_for, "下地址字段要能指出每一条微指令，取对数（向上取整）"),
        Law("size", ("words", "width"), lambda words, width: (words, width), "控制存储器的容量为微指令数乘以微指令字长"),
    ),
    shown={
        "groups": Quantity("各类的微命令", lambda groups: "、".join(str(one) for one in groups) + " 个"),
        "classes": Quantity("互斥类", counted("个")),
        "commands": Quantity("微命令", counted("个")),
        "instructions": Quantity("指令", counted("条")),
        "average": Quantity("每条指令的微指令", counted("条")),
        "fetch": Quantity("公共的微指令", counted("条")),
        "shared": Quantity("取指微指令", lambda _: "公用 1 条"),
        "width": Quantity("微指令字长", counted("位")),
        "places": Quantity("控制存储器", counted("个单元")),
        "control": Quantity("操作控制字段", counted("位")),
        "next": Quantity("下地址字段", counted("位")),
        "words": Quantity("微指令共", counted("条")),
        "size": Quantity(
            "控制存储器的容量",
            lambda pair: f"{pair[0]}×{pair[1]} 位（{pair[0] * pair[1]} 位）",
            lambda pair: (f"{pair[0]}×{pair[1]}位", f"{pair[0]}×{pair[1]}", f"{pair[0] * pair[1]} 位"),
        ),
    },
    idle=frozenset({"classes", "commands", "fields", "direct"}),
    words=" " + _WORDS,
    check=_check,
    lexicon=Lexicon(
        things=(
            (r"(?:微指令(?:中|的|格式中)*)?(?:操作)?控制字段|微命令字段|微操作控制字段", "control"),
            (
                r"(?:微指令(?:中|的|格式中)*)?(?:下(?:一)?地址|后继(?:微指令)?地址|下条微指令地址|顺序控制)字段(?!法)|后继(?:微)?地址字段",
                "next",
            ),
            (r"(?:公共|公用)(?:的)?(?:取指(?:令)?)?微程序|取指(?:令)?(?:的)?(?:公共|公用)?微程序", "fetch"),
            (r"(?:每条|各条?|每一条)?(?:机器)?指令(?:所)?(?:对应)?(?:的)?微程序", "program"),
            (r"微指令(?:字)?(?:的)?(?:字长|长度)|微指令字(?!段)", "width"),
            (r"(?:控制存储器|控存)(?:的)?容量", "size"),
            (r"控制存储器|控存", "memory"),
            (r"(?:互斥(?:的)?)?(?:微命令|微操作)(?:信号)?|控制信号", "command"),
            (r"互斥(?:的)?(?:类|组)|相斥(?:类|组)", "class"),
            (r"(?<!微)(?:机器)?指令(?!系统|周期)", "instruction"),
            (r"微指令", "micro"),
        ),
        measures=(
            Measure("bit", rf"{_FIGURE}\s*(?:位|bits?)(?![A-Za-z/])", to_count, r"(?:二进制)?位", r"位数"),
            Measure("micro", rf"{_FIGURE}\s*条微指令", to_count, r"条微指令"),
            Measure("instruction", rf"{_FIGURE}\s*条(?:不同的?)?(?:机器)?指令", to_count),
            Measure("class", rf"{_FIGURE}\s*个?(?:互斥|相斥)(?:的)?(?:类|组)|{_FIGURE}\s*个?(?:类|组)", to_count),
            Measure("command", rf"{_FIGURE}\s*(?:个|种|条)(?:不同的?)?(?:微命令|微操作|控制信号|微操作控制信号)(?:信号)?", to_count),
        ),
        told={
            ("width", "bit"): "width",
            ("micro", "bit"): "width",
            ("program", "micro"): "average",
            ("instruction", "micro"): "average",
            ("fetch", "micro"): "fetch",
            ("memory", "micro"): "places",
            **{(thing, "instruction"): "instructions" for thing in ("", "instruction", "micro", "memory", "program", "command")},
            **{(thing, "class"): "classes" for thing in ("", "class", "command", "control", "micro")},
            **{(thing, "command"): "commands" for thing in ("", "command", "control", "micro", "class", "instruction")},
        },
        asked={
            ("control", "bit"): "control",
            ("control", ""): "control",
            ("next", "bit"): "next",
            ("next", ""): "next",
            ("memory", "micro"): "words",
            ("program", "micro"): "words",
            ("size", ""): "size",
            ("size", "bit"): "size",
        },
        words=_WORDS,
    ),
)
"""See the module."""
