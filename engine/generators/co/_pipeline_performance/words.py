"""What problems about pipelines call things, and how their times and rates are shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from engine.generators import patterns
from engine.generators.laws import measures
from engine.generators.laws.topic import about
from engine.generators.quantities import decimal

TICK = r"(?:[Δ△∆]\s*t|(?<![A-Za-zΔ△∆])t)(?![A-Za-z])"


_NAME = r"(?:取指令?|指令译码|译码/?取数|译码|分析|取操作数|取数|执行|运算|访存|存储器访问|写回寄存器|写回|写结果|结果写回|存结果|存数|(?:读|写)?寄存器(?:堆|组)?(?:读|写)?(?!延迟|的)|(?:指令|数据)存储器(?:读|写)?|ALU(?:运算|操作|计算)?|读数据|写数据|IF|ID|EXE?|MEM|MA?|WB|[SP]\d|第[一二三四五六1-8](?:功能)?[段级]|[A-F](?=段))"


STAGE = rf"{_NAME}(?:\([A-Z]{{2,3}}\))?(?:阶段|段|级|部件|功能段)?"


PART = r"(?:部分|流水(?:线)?段|功能段|功能部件|子功能|流水级|过程段|过程|功能|段|级|站|阶段|子过程|步骤|步|部件)"


HAVE = r"(?:的)?(?:所需|执行|处理|操作|经过|完成|各自)*(?:的)?(?:时间|延迟|延时|时延|耗时|用时)?(?:分别|依次|各|各自|需要?|要|用|花|为|是|有|:|=|\s)*"


LATCH = r"(?:流水(?:线)?)?(?:各|每)?(?:个)?(?:功能|流水)?(?:阶段|段|级)?(?:之)?(?:间)?(?:的)?(?:流水|段间|级间)?(?:段|级|锁存|缓冲)?(?:寄存器|锁存器|缓冲器|锁存|缓存|缓冲)(?:的)?(?:附加|额外|传输|建立|写入)?(?:延迟|延时|时延|开销|建立)?(?:时间)?"


_TROUBLE = r"(?:冒险|冲突|相关性?|依赖|阻塞|停顿|断流|等待|气泡|转移|分支|中断)"


_NONE = r"(?:不考虑|忽略|没有任何|没有|没|无任何|无|不发生|未发生|不存在|不会发生|不出现|不会出现|不会有?|不计|不)"


IDEAL = rf"(?:并|且|并且|若|假设|假定)*(?:在)?{_NONE}(?:任何|各种|所有|其他|出现|发生|产生|指令|流水线?|之?间|各|的|因|由|会|任务|数据|控制|结构|资源|访存)*{_TROUBLE}(?:(?:和|与|及|、|或|以及|/)+(?:数据|控制|结构|资源)*{_TROUBLE})*(?:等)?(?:的)?(?:情况|影响|现象|问题)?(?:下)?|理想(?:情况|状态|条件|流水线|化)*(?:下)?|(?:不考虑|忽略)其他(?:因素|开销)|(?:均|都|全部)?(?:不)?相关(?=的?指令)|无关(?=的)?"


_ADJECTIVE = r"(?:相互|互不|独立|无关|不相关|相关|连续|这样|同样|的|\ue000)*"


TASK = rf"(?:条{_ADJECTIVE}(?:机器)?(?:指令|任务)?|(?:个|次|组|对|件){_ADJECTIVE}(?:指令|任务|加法|乘法|运算|操作|数据|浮点加法|浮点运算|作业))"


ENDLESS = r"(?:指令|任务)?(?:条数|数|数量|个数)?(?:趋于|趋近于?|趋向于?|为)?(?:无穷大|无穷多?|无限多?|∞|足够多|非常多|很多|充分多|多得很|极多|充分大|足够大|很大时|很大)(?:条)?(?:指令|任务)?(?:时)?|n(?:趋于|→|趋近于?)(?:无穷大?|∞)|(?:处理|执行)?大量(?:的)?(?:指令|任务|数据)|(?:(?<!多)长时间|稳定|充满|满负荷)(?:后|时|运行|工作)*|长期运行"


SERIAL = r"(?:不(?:使|采)?用|不按|不走|没有|没用|非|无|未采用|未用)流水(?:线)?|不流水|顺序(?:串行)?|串行|逐条|单周期(?:CPU|处理器|方式|机)?"


def rate_shown(value: Fraction) -> str:
    """Tasks a second: `12.5×10^6 条/秒`."""
    if value < 10**4:
        return f"{about(value)} 条/秒"
    power = 6 if 10**6 <= value < 10**9 else len(str(int(value))) - 1
    return f"{about(value / 10**power, 3)}×10^{power} 条/秒"


def rates_shown(value: Fraction) -> Sequence[str]:
    """The same in other wordings."""
    best = len(str(int(value))) - 1
    shown = [
        f"{decimal(value / 10**power, places)}×10^{power}{unit}"
        for power, places in ((best, 3), (6, 3), (best, 2))
        for unit in (" 条/秒", " 条/s", "")
    ]
    shown += [f"{decimal(value / 10**6, places)} MIPS" for places in (2, 1)] + [f"{decimal(value / 10**6, 1)}M条/s"]
    for power in (6, 7, 8, 9):
        shown += [f"{decimal(value / 10**power, places)}×10^{power}{unit}" for places in (2, 1) for unit in ("", " 条/s", "条/秒")]
    shown += [
        f"{decimal(value / 10**9, 1, keep_zeros=True)}×10^9条/s",
        f"{decimal(value / 10**6, 2)} 条/μs",
        f"{decimal(value / 10**9, 4)} 条/ns",
    ]
    return shown


def duration(seconds: Fraction) -> str:
    """As elsewhere, but picoseconds below a nanosecond."""
    return f"{decimal(seconds * 10**12, 4)} ps" if 0 < seconds < Fraction(1, 10**9) else measures.duration(seconds)


_LATIN = {"纳秒": "ns", "微秒": "μs", "毫秒": "ms", "皮秒": "ps"}


def tick_told(text: str) -> str:
    """`每段 2Δt，Δt = 10ns` with the times written out."""
    told = patterns.search(
        rf"(?P<cycle>周期(?:时间)?\s*)?[,(]?{TICK}\s*(?:=|为|是|取)\s*(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>{UNIT})\)?", text
    )
    if told is None:
        return text
    before, after = text[: told.start()], text[told.end() :]

    def written(tick: re.Match[str]) -> str:
        return f"{decimal(Fraction(tick['times'] or 1) * Fraction(told['number']), 4)}{_LATIN.get(told['unit'], told['unit'])}"

    others = rf"(?:(?P<times>(?<![\d.])\d+(?:\.\d+)?)\s*)?{TICK}"
    if not patterns.search(others, before + after):
        return f"{before},时钟周期为{told['number']}{told['unit']}{after}"
    return patterns.sub(others, written, before) + (told["cycle"] or "") + patterns.sub(others, written, after)


_BOTH_CLOCKS = re.compile(
    r"(?P<one>单周期(?:CPU|处理[器机]|方式|实现)?)(?:和|与|跟|、|及)(?P<other>[^,;。?!、和与]{0,8}流水(?:线)?(?:CPU|处理[器机]|方式|实现)?)(?P<note>\([^()]*\))?(?:的)?(?P<ask>时钟周期(?:时间)?)(?:各|分别|各自)+"
)
_BOTH_WAYS = re.compile(
    rf"(?P<one>(?:{SERIAL})(?:执行|方式|处理)?)(?:时)?(?:和|与|跟|、|及)(?P<other>流水(?:线)?(?:执行|方式|处理)?(?:完成|执行)?(?P<tasks>\s*\d+\s*(?:条|个)(?:指令|任务)?)?)(?:时|下)?(?:各|分别|各自)+(?P<ask>(?:需要?|要|用|花)*(?:多久|多长时间|多少(?:时间|\s*(?:ns|ps|Δ?t)(?![A-Za-z]))?))"
)


def apiece(text: str) -> str:
    """`顺序执行和流水执行各要多久` as two questions."""
    # `流水方式呢` asks what was asked before.
    if found := patterns.search(
        r"(?P<ask>(?:需要?|要|用|花)+(?:多少|几)(?:个)?(?:时钟(?:周期)?|周期|时间|ns|Δt)|(?:需要?|要|用|花)+(?:多久|多长时间))[^。]*?(?P<way>流水(?:线)?(?:方式|执行|处理)?(?:下|时)?)呢",
        text,
    ):
        text = text[: found.start("way")] + f"{found['way']}{found['ask']}" + text[found.end("way") + 1 :]
    text = _BOTH_CLOCKS.sub(lambda both: f"{both['one']}的{both['ask']}是多少,{both['other']}{both['note'] or ''}的{both['ask']}", text)
    return _BOTH_WAYS.sub(lambda both: f"{both['one']}{both['tasks'] or ''}{both['ask']},{both['other']}{both['ask']}", text)


UNIT = r"(?:(?:ns|μs|us|ms|ps|纳秒|微秒|毫秒|皮秒)(?![A-Za-z]))"
