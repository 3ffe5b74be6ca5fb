"""Blocks over a bus: so many clock cycles for a block, apart for reading and writing, and the mean of both."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.co._bus_bandwidth.words import MEGA, SHOWN, WORDS, rate, rate_otherwise
from engine.generators.laws.clauses import BITS, FREQUENCY, SHARE, to_hertz
from engine.generators.laws.topic import Facts, Law, Quantity, Told, Topic, counted, percentage
from engine.generators.reading import INTEGER, stay_out, to_count, to_int, to_share

_CLOCK = r"个?(?:总线)?(?:时钟)?周期"
_ORDINAL = "二三四五六"
_STEPS = (
    rf"(?:进行)?{{0}}(?:操作)?(?:时)?[,:]?第\s*(?:一|1)\s*{_CLOCK}(?:用于|用来)?(?:接收|传送|发送|送|传输)(?:出)?(?:一次)?地址(?:和命令)?[,;]"
    rf"(?:第\s*(?P<wait>[二三四五六2-6](?:\s*(?:、|,|和|到|至|~|-)\s*(?:第)?\s*[三四五六3-6])*)\s*(?:{_CLOCK}|个)?(?:用于|用来|为|是)*(?:延[时迟]|等待|准备)(?:周期|数据)?[,;])?"
    rf"(?:另外?用|再用|然后用|之后用|接着用|用|最后)\s*(?P<data>{INTEGER})\s*{_CLOCK}(?:内)?(?:传送|传输|送|完成)(?:一个|1个|整个)?(?:数据)?块(?:的传送|数据)?"
)
_RATE = r"(?:该|此|这时|总线|数据|的|操作|时|平均|本次传输中|在|本次|传输|中)*(?:传输|传送)(?:速率|率|速度)(?:是|为|约)*(?:多少)?\s*(?:[MG]B/s)?"


def _cycles(match: re.Match[str]) -> int:
    """The address's cycle, those of waiting, and those of the data."""
    waiting = 0
    if said := match["wait"]:
        places = [int(one) if one.isdigit() else _ORDINAL.index(one) + 2 for one in patterns.findall(r"[二三四五六2-6]", said)]
        waiting = places[-1] - places[0] + 1 if patterns.search("到|至|~|-", said) else len(places)
        if places[0] != 2 or waiting != places[-1] - 1:
            stay_out("cycles with a gap")
    return 1 + waiting + to_int(match["data"])


def _both_shares(facts: Facts) -> None:
    if "read_share" in facts and "write_share" in facts and facts["read_share"] + facts["write_share"] != 1:
        stay_out("shares that are no whole")


BLOCKS = Topic(
    name="blocks over a bus",
    about=r"总线[\s\S]*块",
    guard=r"交叉|异步|握手|DMA|中断|命中|缺失|突发|猝发",
    told=(
        Told("read_cycles", _STEPS.format("读"), _cycles),
        Told("write_cycles", _STEPS.format("写"), _cycles),
        Told(
            "words",
            rf"(?:若|每个?|数据|Cache|的)*块(?:大小)?(?:有|为|含|是|由)*\s*(?P<value>{INTEGER})\s*个?字(?!节|长)",
            lambda match: to_int(match["value"]),
        ),
        Told(
            "word",
            rf"(?:每个?|一个)?字(?:长|的长度)?(?:为|是|有|,)*\s*(?P<value>{INTEGER})\s*(?:个)?(?P<unit>字节|B(?![A-Za-z/])|位|bit)",
            lambda match: Fraction(to_int(match["value"]), 8 if match["unit"] in ("位", "bit") else 1),
        ),
        Told(
            "block_cycles",
            rf"(?:总线)?(?:的)?(?:数据)?(?:传输|传送)(?:的)?周期(?:为|是)\s*(?P<cycles>{INTEGER})\s*{_CLOCK}(?:传输|传送)\s*(?P<words>{INTEGER})\s*个字(?:的)?(?:数据块|数据)|每\s*(?P<cycles2>{INTEGER})\s*{_CLOCK}(?:可|能)?(?:传输|传送)(?:一个)?\s*(?P<words2>{INTEGER})\s*个字(?:的)?(?:数据块|数据)",
            lambda match: (Fraction(to_int(match["cycles"] or match["cycles2"])), Fraction(to_int(match["words"] or match["words2"]))),
        ),
        Told("read_share", rf"(?P<value>{SHARE})(?:的)?时间(?:用于|用来|是|进行)?读(?:操作)?", lambda match: to_share(match["value"])),
        Told("write_share", rf"(?P<value>{SHARE})(?:的)?时间(?:用于|用来|是|进行)?写(?:操作)?", lambda match: to_share(match["value"])),
    ),
    passed=(
        r"(?:支持)?(?:[一二两]级)?\s*Cache(?:的)?块(?:的)?(?:传送|传输)(?:方式)?|(?:若|如果)?(?:不改变|保持)(?:数据)?块(?:的)?大小(?:不变)?,?(?:而|只)?(?:将)?",
        r"(?:设|假设)?(?:在)?(?:全部|所有)(?:的)?(?:传输|传送)(?:中|里)|(?:该)?总线(?:在)?(?:本次|这次)(?:传输|传送)(?:中)?(?:的)?",
    ),
    rescaled=(("hertz", r"(?:将|把|若|如果|而)*(?:总线)?(?:的)?(?:时钟|工作)?(?:时钟)?频率"),),
    roles=(
        Role(name="hertz", quantity=FREQUENCY, read=to_hertz, before=r"(?:总线)?(?:的)?(?:时钟|工作)?频率", alone=True),
        Role(name="width", quantity=BITS, read=to_count, before=r"总线(?:宽度)?", after=r"(?:的)?(?:数据)?总线", alone=True),
    ),
    asks=(
        (rf"读操作(?:时)?(?:的)?{_RATE}", "read_rate"),
        (rf"写操作(?:时)?(?:的)?{_RATE}", "write_rate"),
        (r"(?:总线)?(?:的)?平均(?:数据)?(?:传输|传送)(?:速率|率|速度)(?:是|为|约)*(?:多少)?", "mean"),
        (_RATE, "rate"),
    ),
    laws=(
        Law("bytes", ("words", "word"), lambda words, word: words * word, "一块的字节数为字数 × 字长"),
        Law(
            "read_rate",
            ("bytes", "read_cycles", "hertz"),
            lambda size, cycles, hertz: size * hertz / cycles,
            "读的传输率为一块的字节数 ÷（周期数 × 时钟周期）",
        ),
        Law(
            "write_rate",
            ("bytes", "write_cycles", "hertz"),
            lambda size, cycles, hertz: size * hertz / cycles,
            "写的传输率为一块的字节数 ÷（周期数 × 时钟周期）",
        ),
        Law(
            "mean",
            ("read_share", "read_rate", "write_share", "write_rate"),
            lambda share, one, other_share, other: share * one + other_share * other,
            "平均传输率为读、写的传输率按时间的比例加权",
        ),
        Law(
            "rate",
            ("block_cycles", "width", "hertz"),
            lambda block, width, hertz: block[1] * width / 8 * hertz / block[0],
            "传输率为一块的字节数 ÷（周期数 × 时钟周期）",
            "一个字的位数与总线的宽度相同",
        ),
    ),
    shown={
        "hertz": SHOWN["hertz"],
        "width": SHOWN["width"],
        "words": Quantity("每块", counted("个字")),
        "word": Quantity("每个字", counted("B")),
        "bytes": Quantity("每块", counted("B")),
        "read_cycles": Quantity("读一块", counted("个周期")),
        "write_cycles": Quantity("写一块", counted("个周期")),
        "block_cycles": Quantity("传送", lambda block: f"{block[0]} 个周期传 {block[1]} 个字"),
        "read_share": Quantity("读占", percentage),
        "write_share": Quantity("写占", percentage),
        "read_rate": Quantity("读操作的传输率", rate, rate_otherwise),
        "write_rate": Quantity("写操作的传输率", rate, rate_otherwise),
        "mean": Quantity("平均传输率", rate, rate_otherwise),
        "rate": Quantity("传输率", rate, rate_otherwise),
    },
    words=WORDS + " 块 时钟 时钟频率 读操作 写操作 一个 方式 这时",
    conventions=(MEGA,),
    check=_both_shares,
)
