"""Reading and solving problems about the time, throughput, speedup and efficiency of a linear pipeline without hazards."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.co._pipeline_performance.words import apiece
from engine.generators.kind import Missing, Parameters, Recognition, Solution
from engine.generators.laws import measures
from engine.generators.laws.clauses import FREQUENCY, TIME, Clauses, to_hertz, to_seconds
from engine.generators.laws.measures import frequency
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, is_exact
from engine.generators.reading import DECIMAL, INTEGER, stay_out, to_int

HINT = r"流水|结构冒险|冒险|停顿|超标量|[Δ△∆]\s*t|瓶颈段|转移|分支|跳转"

_TICK = r"[Δ△∆]\s*t(?![A-Za-z])"
_UNIT = r"(?:(?:ns|μs|us|ms|ps|纳秒|微秒|毫秒|皮秒|[Δ△∆]\s*t)(?![A-Za-z]))"
_SPAN = rf"(?:{TIME}|{DECIMAL}\s*个?\s*{_TICK}|(?<![\d.个少几])(?<!少\s)(?<!几\s){_TICK})"
_LIST = rf"(?P<list>(?<![\d.A-Za-z]){DECIMAL}?\s*{_UNIT}?(?:\s*(?:、|,|;|/|和|与|及|以及| |→)\s*(?:{DECIMAL}\s*{_UNIT}|{DECIMAL}|{_TICK}))+\s*{_UNIT}?)(?![\d.]|\s*[级段条个])"
_NAME = r"(?:取指令?|指令译码|译码/?取数|译码|分析|取操作数|取数|执行|运算|访存|存储器访问|写回|写结果|结果写回|存结果|IF|ID|EX|MEM|WB|S\d|第[一二三四五六1-6](?:功能)?[段级])"
_STAGE = rf"{_NAME}(?:\([A-Z]{{2,3}}\))?(?:阶段|段|级|部件|功能段)?"
_PART = r"(?:流水(?:线)?段|功能段|流水级|过程段|段|级|站|阶段|子过程|步骤|部件)"
_TROUBLE = r"(?:冒险|冲突|相关性?|阻塞|停顿|断流|等待|气泡|转移|分支|中断|断)"
_IDEAL = rf"(?:并|且|并且|,)?(?:若|假设|假定|设)?(?:在)?(?:不考虑|忽略|没有|没|无|无任何|不发生|未发生|不存在|不会发生|没有发生|不(?=阻塞|停顿|冲突|断流)|不出现|不会出现|不产生|不会产生|不会|不计)(?:任何|各种|所有|其他|出现|发生|产生|指令|流水线?|之?间|各|的|因|由|会|任务)*(?:数据|控制|结构|资源|访存|转移|存储器)*{_TROUBLE}(?:(?:和|与|及|、|或|以及)+(?:数据|控制|结构|资源|各种)*{_TROUBLE})*(?:等)?(?:的)?(?:情况|影响|现象|问题|因素|等)*(?:下)?"
_LATCH = r"(?:流水(?:线)?)?(?:各|每)?(?:个)?(?:功能|流水)?(?:阶段|段|级)?(?:之)?(?:间)?(?:的)?(?:流水|段间|级间)?(?:段|级|锁存|缓冲)?(?:寄存器|锁存器|缓冲器|锁存|缓冲|缓存)(?:的)?(?:附加|额外|传输|建立|写入)?(?:延迟|延时|时延|开销|建立)?(?:时间)?"
_ENDLESS = r"(?:指令|任务)?(?:条数|数|数量|个数)?(?:趋于|趋近于?|趋向于?|为)?(?:无穷大|无穷多?|无限多?|∞|足够多|非常多|很多|充分多|极多|充分大|足够大|很大时)(?:条)?(?:指令|任务)?(?:时)?|n(?:趋于|→|趋近于?)(?:无穷大?|∞)|(?:处理|执行)?大量(?:的)?(?:指令|任务|数据)"

_SERIAL = r"(?:不(?:使|采)?用|不按|没有|非|无)流水(?:线)?|不流水|顺序(?:串行)?|串行|逐条|逐个"

_ROLES = (
    Role(name="hertz", quantity=FREQUENCY, read=to_hertz, alone=True),
    Role(name="latch", quantity=_SPAN, read=lambda text: _span(text), before=_LATCH),
    Role(
        name="alone",
        quantity=_SPAN,
        read=lambda text: _span(text),
        before=r"(?:单周期|非流水线?|不(?:使|采)?用流水线?|未(?:使|采)?用流水线?|没有?用?流水线?|无流水线?|不流水|不用流水|顺序(?:方式|执行)|串行(?:方式|执行))(?:的)?(?:处理器|CPU|方式|技术|机器|实现|时钟|执行|完成|处理|下|时|中|\()*(?:每|一)?(?:一)?(?:条|个)?(?:指令|任务)?(?:的)?(?:平均)?(?:执行)?(?:要|需要?|用时|用|耗时|耗|时间|时钟周期|执行)*",
    ),
    Role(name="slowest", quantity=_SPAN, read=lambda text: _span(text), before=rf"最(?:慢|长|大)(?:的)?(?:一)?(?:个)?{_PART}?"),
    Role(
        name="clock",
        quantity=_SPAN,
        read=lambda text: _span(text),
        before=rf"(?:每|各|一|单)(?:个|一)?(?:功能|流水)?{_PART}(?:的)?(?:执行|处理|操作|所需|经过)*(?:时间|延迟|延时)?|(?:时钟|机器|流水|流水线|CPU|操作|拍)?周期(?:时间)?|节拍",
        alone=True,
    ),
)


def _span(text: str) -> Fraction:
    if found := patterns.search(_TICK, text, re.IGNORECASE):
        return Fraction(text[: found.start()].replace("个", "").strip() or 1)
    return to_seconds(text)


def recognise(text: str) -> Recognition | None:
    """A linear pipeline: its stages or their number, the clock, how many tasks; what is asked."""
    text = apiece(text)
    if patterns.search(rf"(?:{_SERIAL})(?:执行|方式|处理)?(?:时)?(?:和|与|跟|、|及)流水(?:线)?(?!线?相比)", text):
        stay_out("two ways in one question")
    reading = Clauses(text)
    smooth = reading.take_all(rf"{_IDEAL}|(?:在)?理想(?:情况|状态|条件|流水线|化)*(?:下)?")
    latch_none = reading.take_all(rf"(?:不计|忽略|不考虑){_LATCH}|{_LATCH}(?:均|都|可以|可)*(?:不计|忽略不计|忽略|为0|为零|不考虑)")
    reading.refuse(
        r"单周期(?:的)?(?:CPU|处理器|机器?)?(?:的)?(?:时钟)?周期(?:至少|应|为|是)*(?:多少|几|$)|相关|冒险|冲突|转发|旁路|停顿|阻塞|断流|气泡|分支|转移|跳转|预测|超流水|动态|非线性|预约表|图|load|add|sub|(?<![A-Za-z])R\d|中断|瓶颈(?!段?(?:不|没有|未)(?:拆|细|分|重复|改|处))|(?<!不)(?<!有)(?<!未)拆|细分|重叠|循环|间隔|优化|缺失|命中|多功能|两条流水|[2二两]条流水|每隔|每次|乱序|VLIW|超长|一次重叠|访存冲突|多发射|双发射|动态|各不|求和|之和|改进|合并|%|个数|数组|向量|乘积|提高|增加"
    )
    reading.refuse(
        rf"(?:{_SERIAL})(?!(?:执行|方式|处理)?(?:相?比|相对))(?:(?!流水)[^;。?]){{0,40}}(?:多少|几)个?(?:(?:时钟|机器)?(?:周期|拍)|时钟)"
    )  # the cycles without a pipeline
    tick_value = reading.take_one(rf"{_TICK}\s*(?:=|为|是)\s*(?P<value>{TIME})", to_seconds)
    symbolic = reading.has(_TICK) and tick_value is None
    kept_whole = reading.take_all(r"(?:瓶颈段|瓶颈)(?:不|没有|未)(?:拆分?|细分|分|重复设置|改进|处理)")
    del kept_whole
    if symbolic and reading.has(rf"{TIME}|{FREQUENCY}"):
        return None
    reading.take_all(
        r"(?:流水线)?(?:的)?时钟(?:周期)?(?:时间)?(?:取|按|由|以)(?:允许的|可能的)?(?:最小值?|最(?:长|慢)的?(?:那个?)?(?:一)?(?:个)?(?:功能)?段(?:的时间)?)(?:决定|确定|为准|来定|算)?|(?:把|将)?(?:一条|每条|1条|单条)?指令(?:的)?(?:执行|处理)?(?:过程)?(?:可以|可|被)?(?=分为|分成|划分)"
    )
    endless = reading.take_all(_ENDLESS)
    reading.take_all(r"(?<![A-Za-z])[kn]\s*=\s*(?=\d)")
    issue = reading.take_one(
        (
            rf"(?:每|一)(?:个)?(?:时钟|机器)?周期(?:内|中|可以?|能|最多|均|都)*(?:同时|并行)?(?:地)?(?:发射|流出|启动|取出|取|流入|发出|处理|完成)(?:出|完)?\s*(?P<value>{INTEGER})\s*条(?:机器)?(?:指令)?",
            rf"(?:度|发射宽度|发射数)(?:为|是)\s*(?P<value>{INTEGER})(?:的)?(?=超标量)",
        ),
        to_int,
    )
    superscalar = reading.take_all(r"超标量(?:处理机|处理器|流水线|机|结构|技术)?(?:的)?")
    if (superscalar or (issue or 1) > 1) and ((issue or 1) < 2 or not smooth):
        return None
    # An arithmetic pipeline is one like another, and a filling that is said to count counts anyway.
    reading.take_all(r"(?:浮点|定点|整数|算术|运算|加法|减法|乘法|除法|加法器|乘法器|数|型)+(?:部件|器|的)?(?=(?:功能)?流水)")
    filling = reading.take_all(
        r"(?:流水线?)?(?:从|由|自|初始|开始时?|起初|一开始|原来|原先)(?:时|就)?(?:是|为)?空(?:着|的|状态)?(?:开始|起)?|(?:流水线?)?(?:建立|填充|充满|装入|排空|启动)(?:和排空)?(?:的)?(?:时间|过程|阶段)?(?:也|都)?(?:要)?(?:算|计|考虑)(?:进去|入|在内|上)?|(?:算上|计入|考虑|加上|包括)(?:流水线?)?(?:的)?(?:建立|填充|充满|装入|排空|启动)(?:和排空)?(?:的)?(?:时间|过程|阶段)?"
    )
    reading.take_all(r"\(?(?:即|指)?(?:每|一)(?:条|个)(?:指令|任务)?(?:的)?(?:全部|所有)?(?=[\d一二三四五六七八九十]+\s*[段级])")
    stages, depth = _stages(reading)
    values = reading.assign(_ROLES)
    if tick_value is not None:  # times in Δt are multiples of it
        if values or not reading.text:
            stay_out("Δt beside other times")
        stages = [stage * tick_value for stage in stages]
        if not stages:
            stay_out("Δt for nothing")
    reading.take_all(
        rf"(?:各个?|每个?|其中各)(?:功能|流水)?{_PART}(?:的)?(?:所需|执行|处理|操作|经过|延迟)*(?:的)?(?:时间|延迟|延时|时延)?(?:分别|依次|各)*(?:为|是)?(?=\ue000)|(?:从)?第(?:一|1)(?:条|个)(?:指令|任务)?(?:进入|流入)?(?:流水线)?(?:起|开始)?(?:到|至)(?:最后|末)(?:一)?(?:条|个)(?:指令|任务)?(?:流出|完成|结束|离开)?(?:流水线)?|最后一(?:条|个)(?:指令|任务)?(?:流出|完成|结束|离开)?(?:流水线)?"
    )
    ticks = reading.take_all(
        rf"(?:每个?|各个?|每一|一|均)(?:功能|流水)?{_PART}(?:的)?(?:都|均|执行|处理|操作|完成|时间|所需|需要?|占用?|用|花费?|为|是|在)*(?:1|一)个?(?:时钟|机器)?(?:周期|T|拍|节拍)(?:时间)?(?:内)?(?:完成)?|各(?:功能|流水)?{_PART}(?:的)?(?:执行|处理|所需|操作)?(?:的)?(?:时间|延迟|延时)?(?:均|都)?(?:相等|相同|一样|为(?:1|一)个?时钟周期)"
    )
    reading.take_all(
        r"(?:每|任意?|单|执行|完成|处理|这|同|相邻)+(?:一|1)?条(?:指令|任务)|一条(?:机器)?指令|一条(?=指令流水线|流水线|[^,。]{0,6}流水线)"
    )
    counts = _count(reading)
    asked = reading.asked(
        (
            (r"(?:流水线)?(?:的)?(?:理论|理想)?(?:上)?(?:的)?最大吞吐(?:率|量)?(?:为)?(?:多少)?(?:条指令|条|个任务)?/?(?:秒|s)?", "peak"),
            (
                r"(?:流水线)?(?:的)?(?:实际|平均)?(?:指令)?吞吐(?:率|量)(?:\(?TP\)?)?(?:为|是)*(?:多少)?(?:\(?条指令|条|个任务)?(?:/|每)?(?:秒|s(?![A-Za-z]))?|每秒(?:能|可以|可)?(?:完成|执行|处理)(?:多少)(?:条|个)(?:指令|任务)",
                "throughput",
            ),
            (r"(?:流水线)?(?:的)?(?:理论|理想|最大|实际)*加速(?:比|了?多少倍)(?:\(?Sp?\)?)?|(?:快|提高)(?:了)?(?:多少|几)倍", "speedup"),
            (r"(?:流水线)?(?:的)?(?:使用|工作)?(?:效率|利用率)(?:\(?E\)?)?", "efficiency"),
            (
                r"(?:总共?|一共|共)?(?:需要?|要|花费?|用|经过)*(?:多少|几)(?:个)?(?:时钟|机器|流水线?)?(?:周期|拍|节拍)(?:数)?|(?:总共?|一共|共)?(?:需要?|要|花费?|用|经过)*(?:多少|几)个?时钟(?!频率)|(?:总)?(?:时钟)?周期(?:总)?数",
                "cycles",
            ),
            (
                rf"(?:比|相比|相对于?|较)?(?:{_SERIAL})(?:的)?(?:方式|执行|处理|时间)*(?:,)?(?:能|可以?|共|一共|总共|可|会)*(?:少用|少花|节省|节约|省下?|缩短|快)(?:了|出)?(?:多少|几|多长)(?:的)?(?:ns|ps|μs|纳秒|时间)?|(?:节省|节约|省下?|少用|少花)(?:了|出|的)?(?:多少|几|多长)(?:的)?(?:ns|ps|μs|纳秒|时间)|(?:节省|节约)(?:了|的)?(?:的)?时间",
                "saved",
            ),
            (
                rf"(?:若|如果|要是|假如)?(?:{_SERIAL})(?:的)?(?:方式|处理|执行|完成|做|跑|全部|这些|这|该|\ue000|指令|任务|总|共|一共|总共|条|时|下|的话|,)*(?:需要?|要|用|花|耗)*(?:(?:总)?(?:的)?(?:时间|耗时|用时)(?:是|为|需要?)*(?:多少|多长)?(?:ns|ps|μs|纳秒)?(?!\s*\ue000)|(?:多少|多长|几)(?:的)?(?:时间|ns|ps|μs|纳秒|秒)|多久)",
                "serial",
            ),
            (
                r"(?:CPU|流水线|系统|机器)?(?:的)?(?:时钟周期|流水周期|机器周期|流水线周期|操作周期)(?:时间)?(?:应|至少|最少|最短|最小|应该|取)*(?:为|是|取|设)*(?:多少|多长|多大|几)?(?:ns|ps|纳秒)?(?![\d内])",
                "clock",
            ),
            (
                rf"(?:总共?|一共|共)?(?:需要?|要|花费?|用|耗时)*(?:多长|多少)(?:的)?时间|(?:总(?:的)?|执行|运行|完成|处理|所需|所用|需要|花费|流完|全部|共用|一共|所花)+(?:的)?(?:总)?(?:时间|耗时|用时)(?:共|总共|为|是|需要?)*(?:多少|多长|几)?(?:个?{_TICK}|\s*(?:ns|ps|μs|纳秒)(?![A-Za-z]))?|(?<![段级])(?:时间|耗时|用时)(?:共|总共|为|是|需要?)*(?:多少|多长|几)?(?:个)?(?:ns|ps|纳秒|秒|{_TICK})?|(?:共|总共|一共)(?:需要?|用)(?=\s*(?:$|\(|\?|。))|多久|(?:共|总共|一共)?(?:需要?|要|用|花|是|为)*(?:多少|几)\s*个?\s*(?:ns|纳秒|μs|ps|秒|{_TICK})",
                "time",
            ),
        )
    )
    reading.take_all(
        r"\(?(?:条|个|任务|指令)+/(?:ns|μs|us|秒|s)(?![A-Za-z])\)?|条指令/(?:秒|s)|(?:条/秒|条/s)|条\(指令\)|(?<![A-Za-z])(?:CPU|TP|S|E)(?![A-Za-z])"
    )
    reading.finish(_HARMLESS)
    if not asked or (filling and counts is None) or (endless and counts is not None):
        return None
    marks = [int(mark) for mark in patterns.findall(r"\(([1-6])\)", text)]
    if len(marks) > len(asked) and marks == list(range(1, len(marks) + 1)):
        return None  # a numbered question of which nothing was understood
    clock, hertz, slowest, alone, latch = (values.get(name) for name in ("clock", "hertz", "slowest", "alone", "latch"))
    if [bool(stages), clock is not None or hertz is not None, slowest is not None].count(True) > 1 or (latch is not None and latch_none):
        return None
    if clock is not None and hertz is not None:
        return None
    # Stages of different times: with a clock every stage takes as long as the slowest, without one the first task takes their sum.
    uneven = len(set(stages)) > 1
    spread = uneven and (symbolic or tick_value is not None)
    if spread and (latch is not None or "cycles" in asked or "clock" in asked or patterns.search("时钟|同步", reading.text)):
        return None
    if uneven and not spread and counts is not None and not patterns.search("指令|时钟|同步|寄存器|锁存|周期", reading.text):
        return None
    return _understood(
        stages, depth, clock, hertz, slowest, alone, latch, counts, issue or 1, asked, bool(endless), bool(ticks), symbolic, spread
    )


def _count(reading: Clauses) -> int | None:
    """How many instructions or tasks flow through."""
    task = r"(?:连续|这样|相同|独立|无关|同类|不相关|相互|毫不|的|机器|浮点|运算)*(?:指令|任务|作业|数据|操作)"
    return reading.take_one(
        (
            rf"(?<![\d.第])(?P<value>{INTEGER})\s*(?:条|个|项|批){task}",
            rf"(?:执行|处理|流过|通过|运行|跑|输入|完成|流入)(?:完|了)?\s*(?P<value>{INTEGER})\s*条",
            rf"(?<![\d.第])(?P<value>{INTEGER})\s*条(?=,|。|;|\s|$)",
            rf"(?:指令|任务)(?:条数|个数|总数|数目|数量|数)?(?:n|N)?(?:共|有|为|是|=)+\s*(?P<value>{INTEGER})\s*(?:条|个)?(?!\s*[级段倍])",
        ),
        to_int,
    )


def _stages(reading: Clauses) -> tuple[list[Fraction], int | None]:
    """The stages' times where they differ, and the number of stages.

    Raises:
        StayOut: the text says two numbers of stages, or times that belong to none.
    """
    stages: list[Fraction] = []
    named = reading.take_all(
        rf"(?:为|是|有|分|:)*{_STAGE}(?:\([^()]{{1,12}}\))?(?:的)?(?:执行)?(?:时间|延迟|延时|用时|时延|所需|需要?|要|用|为|是|=|:|\s)*(?P<value>{DECIMAL}\s*{_UNIT}|{_TICK})"
    )
    lists = [
        match
        for match in patterns.finditer(_LIST, reading.rest, re.IGNORECASE)
        if len(patterns.findall(rf"{DECIMAL}\s*{_UNIT}?|{_TICK}", match["list"])) > 1 and patterns.search(_UNIT, match["list"])
    ]
    if len(lists) + bool(named) > 1 or len(named) == 1:
        stay_out("two lists of times")
    if named:
        stages = [_span(match["value"]) for match in named]
    elif lists:
        reading.take(re.escape(lists[0][0]))
        parts = patterns.findall(rf"({DECIMAL})?\s*({_UNIT})?", lists[0]["list"].strip(), re.IGNORECASE)
        parts = [(number, unit) for number, unit in parts if number or unit]
        last = parts[-1][1]
        if not last:
            stay_out("times without a unit")
        stages = [_span((number or "") + (unit or last)) for number, unit in parts]
    listing = reading.take(
        rf"(?:分解为|分解成|划分为|划分成|分为|分成|包括|包含|有|分|即|为|由|\()?(?<![A-Za-z]){_STAGE}(?:\s*[、,和及/→>-]*\s*{_STAGE})+(?:等)?"
    )
    depth = reading.take_one(
        rf"(?<![\d.第])(?P<value>{INTEGER})\s*(?:个)?(?:功能|流水|过程|操作|执行|工作|子)*(?:级|段|站|步|阶段|步骤|过程|部件|部分)", to_int
    )
    if stages and depth not in (None, len(stages)):
        stay_out("another number of times")
    depth = len(stages) or depth
    if listing:
        names = len(patterns.findall(_STAGE, listing[0], re.IGNORECASE))
        if depth not in (None, names):
            stay_out("another number of names")
        depth = names
    return stages, depth


_HARMLESS = """
流水线 指令流水线 流水 流水方式 流水段 流水级 指令 CPU 处理器 处理机 计算机 单周期 线性 静态 时间 段 级 站 功能段 各段 各级 每段 每级 每个段 延迟 延时 时延 处理 执行 完成 改成 改为 采用 后 分成 划分 划分为 分为 任务 连续 不间断 相比 相对 相较 相对于 于 与 比 较
非流水线 非流水 顺序执行 顺序方式 串行执行 不用流水线 不用流水 跟 比 连着 进 做完 不采用流水线 各功能段 条 秒 每秒 时钟 统一时钟 同步时钟 周期 输入 流入 流过 流经 流出 进入 通过 用时 耗时 依次 工作 功能 它 单位 阶段 各阶段 部件 组成 长度 分别 换成 换为 后来 一台 求出
标量 经典 各个 每个 全部 所有 指令执行过程 执行过程 过程 每条 每条指令 一条指令 主频 时钟频率 顺畅 一条 源源不断 充满 满负荷 程序 段程序 段间 级间 各流水段 拍 性能 进行 速度 各子过程 子过程 操作 其 每 均 都 各
串行 串行方式 顺序 逐条 逐条执行 逐个 一条一条 一条接一条 背靠背 送入 喂 喂给 塞 塞进 流进 灌入 跑 跑完 源 浮点 加法 乘法 运算器 加法器 乘法器 百分之多少 相对于顺序 百分之几 流水化 流水化之后 同样 同样的 时间都 一样长 等长 均等 相等 相同 最终 求得 程序段
"""


def _understood(
    stages: list[Fraction],
    depth: int | None,
    clock: Fraction | None,
    hertz: Fraction | None,
    slowest: Fraction | None,
    alone: Fraction | None,
    latch: Fraction | None,
    counts: int | None,
    issue: int,
    asked: list[str],
    endless: bool,
    ticks: bool,
    symbolic: bool,
    spread: bool,
) -> Recognition | None:
    if hertz is not None:
        clock = 1 / hertz
    total: Fraction | None = alone
    base = max(stages) if stages else slowest if slowest is not None else clock
    if total is None and stages:
        total = sum(stages, Fraction(0))
    missing: list[Missing] = []
    if latch is not None and base is None:
        return None
    cycle = None if base is None else base + (latch or 0)
    if total is None and depth is not None and slowest is None and latch is None and base is not None:
        total = depth * base
    only_ratio = base is None and set(asked) <= {"speedup", "efficiency", "cycles"} and total is None and depth is not None
    if only_ratio:
        cycle, total = Fraction(1), Fraction(depth or 0)
    if depth is None or cycle is None:
        return None
    if set(asked) & {"serial", "saved"} and (total is None or counts is None or issue > 1 or latch is not None):
        return None
    if "efficiency" in asked and (alone is not None or slowest is not None):
        return None
    if total is None and ("speedup" in asked or "efficiency" in asked):
        return None
    if not 2 <= depth <= 40 or (counts is not None and counts < 2):
        return None
    if issue > 1 and (set(asked) - {"time", "cycles", "throughput"} or counts is None or issue > 8):
        return None
    understood = [("流水线", f"{depth} 段" + (f"，各段 {'、'.join(_time(stage, symbolic) for stage in stages)}" if stages else ""))]
    if not only_ratio:
        understood.append(("时钟周期", _time(cycle, symbolic) + (f"（主频 {frequency(hertz)}）" if hertz else "")))
    if issue > 1:
        understood.append(("每个时钟周期流入", f"{issue} 条指令"))
    if latch:
        understood.append(("段间寄存器", _time(latch, symbolic)))
    if alone is not None:
        understood.append(("不用流水线时一条指令", _time(alone, symbolic)))
    if counts is not None:
        understood.append(("指令（任务）", f"{counts} 条"))
    elif set(asked) & {"time", "cycles", "serial", "saved"}:
        missing.append(Missing("count", "一共执行多少条指令？", "执行 {} 条指令"))
    elif endless or set(asked) & {"throughput", "speedup", "efficiency"}:
        understood.append(("指令（任务）", "无穷多条"))
    parameters = {
        "depth": depth,
        "cycle": str(cycle),
        "slowest": str(base or cycle),
        "latch": str(latch or 0),
        "total": None if total is None else str(total),
        "count": counts,
        "issue": issue,
        "asked": asked,
        "said": endless or counts is not None,
        "equal": bool(stages) or ticks,
        "symbolic": symbolic,
        "spread": spread,
    }
    return Recognition(parameters=parameters, understood=tuple(understood), missing=tuple(missing))


def _time(value: Fraction, symbolic: bool) -> str:
    if symbolic:
        return f"{decimal(value, 4)}Δt"
    return f"{decimal(value * 10**12, 4)} ps" if 0 < value < Fraction(1, 10**9) else measures.duration(value)


def _about(value: Fraction, digits: int) -> str:
    return decimal(value, digits) if is_exact(value, digits) else f"约 {decimal(value, digits)}"


def _fraction(rate: Fraction) -> str:
    """A rate per Δt: `4/(5Δt)`."""
    return f"{rate.numerator}/({rate.denominator}Δt)" if rate.denominator > 1 else f"{rate.numerator}/Δt"


def _rate(value: Fraction) -> str:
    for name, power in (("10^9", 9), ("10^6", 6), ("10^3", 3)):
        if value >= 10**power:
            return f"{_about(value / 10**power, 3)}×{name} 条/秒"
    return f"{_about(value, 3)} 条/秒"


def solve(parameters: Parameters) -> Solution:
    """Time, throughput, speedup, efficiency: a task enters each cycle, and the first needs a cycle for each stage."""
    depth, cycle, count = parameters["depth"], Fraction(parameters["cycle"]), parameters["count"]
    total = None if parameters["total"] is None else Fraction(parameters["total"])
    latch, asked = Fraction(parameters["latch"]), parameters["asked"]
    symbolic, issue, spread = parameters["symbolic"], parameters["issue"], parameters["spread"]

    def duration(value: Fraction) -> str:
        return _time(value, symbolic)

    lines, answers, also, conventions = [], [], [], []
    rate: Fraction | None = None
    if latch:
        lines.append(f"时钟周期取最慢的段加寄存器延迟，为 {duration(cycle)}。")
    elif "clock" in asked:
        lines.append(f"时钟周期取最慢的段，为 {duration(cycle)}。")
    groups = None if count is None else -(-count // issue)
    cycles = None if groups is None else depth + groups - 1
    if cycles is not None:
        if issue > 1:
            lines.append(f"每个时钟周期流入 {issue} 条，{count} 条分 {groups} 次流入。")
        if not spread:
            lines.append(f"{count} 条指令用 {depth} + {groups} − 1 = {cycles} 个时钟周期。")
    whole = None if cycles is None else cycles * cycle
    if spread and total is not None and count is not None:
        whole = total + (count - 1) * cycle
        lines.append(f"第一个任务用 {duration(total)}，以后每隔最慢的段的时间 {duration(cycle)} 完成一个：{duration(whole)}。")
    for task in asked:
        if task == "clock":
            answers.append(f"时钟周期 {duration(cycle)}")
            also += [f"{decimal(cycle * 10**power, 4)} {unit}" for unit, power in (("ps", 12), ("ns", 9), ("μs", 6))]
        elif task == "cycles":
            if cycles is None:
                stay_out("no count")
            answers.append(f"{cycles} 个时钟周期")
        elif task == "time":
            if whole is None:
                stay_out("no count")
            answers.append(f"执行时间 {duration(whole)}")
            if symbolic:
                also.append(f"{decimal(whole, 4)}")
                continue
            also += [f"{decimal(whole * 10**power, 4)} {unit}" for unit, power in (("ps", 12), ("ns", 9), ("μs", 6))]
        elif task in ("throughput", "peak"):
            rate = 1 / cycle if task == "peak" or count is None or whole is None else count / whole
            if symbolic:
                answers.append(f"{'最大' if task == 'peak' or count is None else ''}吞吐率 {_fraction(rate)}")
                also.append(f"{_about(rate, 3)}/Δt")
                if count is not None and whole is not None:
                    also.append(f"{count}/{decimal(whole, 3)}Δt")
                continue
            if task == "throughput" and count is not None and whole is not None:
                lines.append(f"吞吐率 = 条数 ÷ 总时间：{count} 条除以 {duration(whole)}，{_rate(rate)}。")
            else:
                lines.append(f"最大吞吐率是时钟周期 {duration(cycle)} 的倒数，{_rate(rate)}。")
            answers.append(f"{'最大' if task == 'peak' or count is None else ''}吞吐率 {_rate(rate)}")
            also += [f"{decimal(rate / 10**power, 2)}×10^{power}" for power in (6, 7, 8, 9)]
            also += [f"{decimal(rate / 10**power, 1, keep_zeros=True)}×10^{power}" for power in (6, 7, 8, 9)]
            also += [f"{decimal(rate / 10**power, 1, keep_zeros=True)}×10^{power} 条/s" for power in (6, 7, 8, 9)]
            also += [f"{decimal(rate / 10**9, 4)} 条/ns", f"{decimal(rate / 10**6, 3)} 条/μs"]
            also += [f"{decimal(rate, 0)} 条/秒", f"{decimal(rate / 10**8, 2)}亿条/秒", f"{decimal(rate / 10**6, 2)} MIPS"]
        elif task in ("serial", "saved"):
            if total is None or count is None or whole is None:
                stay_out("not enough")
            lines.append(f"不用流水线用 {count} × {duration(total)}，为 {duration(count * total)}。")
            answers.append(f"不用流水线 {duration(count * total)}" if task == "serial" else f"节省 {duration(count * total - whole)}")
        elif total is None:
            stay_out("time without the pipeline unknown")
        elif task == "speedup":
            ratio = total / cycle if count is None or whole is None else count * total / whole
            alone = f"{depth} 个周期" if total == depth and cycle == 1 else duration(total)
            quotient = (
                f"{count} × {alone} 除以 {duration(whole)}"
                if count is not None and whole is not None
                else f"{alone} 除以 {duration(cycle)}"
            )
            lines.append(f"不用流水线每条指令 {alone}，加速比为 {quotient}，{_about(ratio, 3)}。")
            answers.append(f"加速比 {_about(ratio, 3)}")
        else:
            share = total / (depth * cycle) if count is None or whole is None else count * total / (depth * whole)
            if count is not None and cycles is not None and total == depth * cycle:
                lines.append(f"效率 = 条数 ÷ 时钟周期数 = {count}/{cycles}，{_about(share * 100, 2)}%。")
            else:
                lines.append(f"效率 = 加速比 ÷ 段数，{_about(share * 100, 2)}%。")
            answers.append(f"效率 {_about(share * 100, 2)}%")
            also.append(decimal(share, 2))
    if len(answers) > 1 and rate is not None and not symbolic:  # the rate with another power of ten beside the others
        also += [
            "；".join(f"{decimal(rate / 10**power, 2)}×10^{power}" if "吞吐率" in said else said for said in answers)
            for power in (6, 7, 8, 9)
        ]
    if count is None and set(asked) & {"throughput", "speedup", "efficiency"}:
        conventions.append("指令条数趋于无穷" if parameters["said"] else "题目没有说指令条数，按指令条数趋于无穷")
    if whole is not None and total is not None and not spread and not latch and total != depth * cycle:
        conventions.append(f"各段按统一的时钟周期推进；若第一条只用各段时间之和，则为 {duration(total + ((groups or 1) - 1) * cycle)}")
    if "speedup" in asked and latch:
        conventions.append("不用流水线时不计段间寄存器的延迟")
    if spread:
        conventions.append("各段时间不等而没有统一的时钟：第一个任务用各段时间之和")
    conventions.append(f"没有冒险，每个时钟周期流入{'一' if issue == 1 else f' {issue} '}条指令")
    return Solution(
        answer="，".join(answers), steps=paragraphs(*lines, "，".join(answers)), also=tuple(also), conventions=tuple(conventions)
    )
