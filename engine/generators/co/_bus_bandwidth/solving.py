"""Reading bus problems by their parts: bandwidth, clock or width; a burst on multiplexed lines; an asynchronous serial line."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.kind import Missing, Parameters, Recognition, Solution
from engine.generators.laws.clauses import BITS, FREQUENCY, RATE, SIZE, TIME, Clauses, to_bytes, to_hertz, to_rate, to_seconds
from engine.generators.laws.measures import frequency
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, is_exact
from engine.generators.reading import INTEGER, stay_out, to_count, to_int

_HARMLESS = """
总线 QPI QPI总线 总带宽 做到 想做到 想 系统总线 数据总线 同步总线 并行总线 内存总线 前端总线 总线系统 同步 并行 系统 内存 主存 主板 显卡 显示适配器 适配器 北桥 处理器 CPU 芯片组 外设 接口 硬盘 数据 信息 数据字 字 一个字 时钟 时钟频率 主频 频率 工作频率 总线频率 总线时钟 位宽 宽度 总线宽度 数据线 信号线 线 根 条
周期 时钟周期 总线周期 总线时钟周期 每个时钟周期 每周期 每次 传送 传输 传 送 速率 最大 峰值 理论 带宽 总线带宽 该总线 一块 块 一共 首地址 后面 花 通道 工作 工作在 运行 时 事务 总线事务 一次总线事务 写 读 主存写 主存读 写入 读出 支持 方式 传送方式 传输方式 突发 猝发 地址 地址线 一次 连续 操作 完成
串行 异步 异步串行 异步串行通信 串行通信 通信 通信系统 传输系统 字符 字符格式 帧 帧格式 一帧 每帧 格式 每个字符 每字符 ASCII 起始位 数据位 校验位 停止位 终止位 奇偶校验位 位 每秒 每秒钟 速度 传送速率 波特率 比特率
点对点 这类 类 这种 全双工 方向 每个方向 可 同时 互连 相连 连接 上升沿 下降沿 低于 不低于 不得低于 不能低于 不小于 不得小于 不少于 要求 如果要求 要达到 达到 个 至少 一个 每 均 都 各 只计数据 有效数据 有效 若要 想要 想让 设计 设计要求 升级 机器 存储器
"""

_COMMON = (
    Role(name="hertz", quantity=FREQUENCY, read=to_hertz, before=r"频率|时钟|主频", alone=True),
    Role(
        name="rate",
        quantity=RATE,
        read=to_rate(1000),
        before=r"(?:带宽|传输率|传送率|传输速率|传送速率|数据率|吞吐[率量]|速度|速率)(?:[要需应得能想做到]|至少|必须|不[得能]?[低小少]于|达到?|为|是)*|(?:不低于|不小于|达到|至少)",
        alone=True,
    ),
    Role(name="period", quantity=TIME, read=to_seconds, before=r"(?:总线)?时钟周期|总线周期|周期"),
)


def transfer(text: str) -> Recognition | None:
    """Width, clock, transfers a cycle, bandwidth: the one that is asked from the others."""
    reading = Clauses(text)
    if reading.thousand() == 1024:
        return None
    reading.take_all(r"\d+\s*(?:根|条)(?:信号线|线|总线)?[,(]?(?=其中(?:有)?(?:数据线|\d+根数据线|\d+条数据线))")
    several = reading.take(
        rf"(?P<cycles>{INTEGER})\s*个(?:总线)?时钟周期(?:内|中|可|能|可以)*(?:传送?|传输)(?:一个)?(?P<words>{INTEGER})\s*个(?:数据)?字(?:的)?(?:数据)?块?"
    )
    if reading.has("数据线|数据总线") and not reading.has("复用|共用|分时|几根|多少根"):  # lines of their own carry no data
        reading.take_all(
            r"(?:有|设有|其中|共)?(?:\d+\s*(?:根|条|位)(?:的)?地址(?:总线|线)|地址(?:总线|线)(?:宽度)?(?:有|为|是|共)*\s*\d+\s*(?:根|条|位))(?:[,、]|和|与|及)*"
        )
    reading.refuse(
        r"突发|猝发|等待|存储体|交叉|复用|PCI-?E|PCIe|USB|地址线|地址和|利用率|异步|波特|地址周期|平均|(?<!主存|内存)块|握手|重发|占用率|仲裁|实际|有效带宽|响应|准备|延迟|开销|编码|8b|128b|DDR|缓存|Cache|命中|存取|提高|地址|增加|变为|改为|原来|倍|帧|像素|分辨率|颜色|存储器(?!总线|之间)|刷新|%"
    )
    both_ways = reading.take_all(
        r"(?:按)?(?:两个?方向|双向|收发)(?:的)?(?:合计|总和|之和|总|一起算|相加|都算)*(?:[,、])?(?:只计|只算|仅计|不计|不含|不包括)?(?:数据|校验|有效数据)?位?(?=[,。)的带]|$|\ue000)|双向总?(?=带宽)|双向(?:可|能|可以)?同时(?:传送?|传输|收发)(?=,|。|$)|(?:两个?方向|双向)(?:上)?(?:都|均)?(?:可|能)?(?:以)?同时(?:收发|传送|传输|工作|进行|传|送)(?:信息|数据)?"
    )
    duplex = reading.take_all(r"(?:点对点)?(?:同步)?全双工(?:同步)?(?:串行|并行)?(?:总线)?|每个方向(?:上)?(?:可|能|可以)?(?:同时)?")
    total = any(patterns.search("合计|总|之和|一起|相加|都算", match[0]) for match in both_ways) or bool(
        both_ways and reading.has("总带宽|总线?(?:的)?总")
    )
    if (duplex or both_ways) and not total:
        return None
    if not duplex:
        reading.refuse("串行")
    with_checks = reading.take(
        r"(?:每次)(?:可|能|可以|同时)*(?:传(?:送|输)?)?\s*(?P<all>\d+)\s*位(?:信息)?[,(]*(?:其中|里头|里面|里|中)*(?:只有)?(?P<data>\d+)\s*位(?:是|为|有效)*数据(?:信息)?(?:[、,和]*(?P<check>\d+)\s*位(?:是|为|用作|作)?校验(?:位|信息)?)?\)?"
    )
    lines = reading.take_one(
        (r"(?P<value>\d+)\s*(?:根|条)(?:数据线|信号线)", r"数据线(?:共|有|为|是|:)*\s*(?P<value>\d+)\s*(?:根|条)"), int
    )
    transfers = reading.take_one(
        (
            rf"(?:一个|每个?|1个|单个|一)(?:总线)?(?:时钟周期|周期|时钟|T)(?:内|中|里)?(?:可以?|能|都|均|进行|完成)*(?:传|送|传送|传输)?(?:数据)?\s*(?P<value>{INTEGER})\s*次(?:数据)?(?:传送|传输)?(?:数据)?",
        ),
        to_int,
    )
    if reading.take(
        r"(?:在|利用)?(?:总线)?(?:时钟)?(?:信号)?(?:的)?上升沿(?:和|与|及|、)?下降沿(?:都|均|各|分别|上|能|可以?)*(?:传(?:送|输)?|送)?(?:一次|1次)?(?:数据)?(?:一次|1次)?(?:那种)?(?:的)?|双(?:边沿|沿)(?:传送|传输|触发)?|(?:一个|每个)?(?:时钟)?(?:上升|上)下(?:降)?沿(?:都|均|各)?(?:能|可以?)?传(?:送|输)?(?:一次)?(?:数据)?"
    ):
        transfers = 2 if transfers in (None, 2) else stay_out("edges")
    reading.take_all(
        r"(?:每个?|一个|1个)(?:总线)?(?:时钟)?(?:周期)?(?:可|能|内|中|里|以|进行|完成)*(?:只)?传(?:送|输)?(?:一次|1次|一个数据|1个数据|一个字|1个字)(?:数据)?|(?:数据)?(?:传送|传输)(?:一次|1次)(?:数据)?"
    )
    cycles = reading.take_one(
        (
            rf"(?:每|一|1)?(?:个|次)?(?:总线)?(?:周期|传送|传输|事务)(?:占用?|等于|为|是|=|需要?|包含|由|花|要)+\s*(?P<value>{INTEGER})\s*个?(?:总线)?时钟(?:周期)?",
            rf"(?:每|占)\s*(?P<value>{INTEGER})\s*个(?:总线)?时钟周期(?:才)?(?:能)?(?:可以)?(?:完成)?(?:传送|传输|传|送)?(?:一次|1次)?(?:数据)?(?:一次)?",
        ),
        to_int,
    )
    channels = reading.take_one(rf"(?<![\d.])(?P<value>{INTEGER})\s*(?:个)?(?:内存)?通道", to_int)
    if reading.take("双通道"):
        channels = 2 if channels is None else stay_out("channels")
    values = reading.assign(
        (
            *_COMMON,
            Role(
                name="width",
                quantity=BITS,
                read=to_count,
                before=r"(?:数据)?总线(?:的)?(?:宽度|位宽)?|位宽|宽度|数据线(?:宽度)?|线宽|宽|(?:每次|并行|同时|一次)(?:可|能|可以|同时|并行)*(?:传送?|传输|送)|周期(?:内|中)?(?:可|能|并行|以)*传(?:送|输)",
                after=r"(?:宽)?(?:的)?(?:数据|系统|同步|并行|内存|主存)*(?:总线|数据线|位宽|宽度|数据)|宽",
                alone=True,
            ),
            Role(
                name="bytes",
                quantity=SIZE,
                read=to_bytes,
                before=r"(?:每次|一次|每个(?:总线)?(?:时钟)?周期|一个(?:总线)?(?:时钟)?周期|每周期|总线周期)(?:内|中|里)?(?:可|能|以|并行)*(?:传送?|传输|送)?|位宽|宽度",
            ),
        )
    )
    asked = reading.asked(
        (
            (
                r"(?:总线|内存|理论|系统|数据)*(?:的)?(?:最大|峰值|总|最高)*(?:总线)?(?:的)?(?:数据)?(?:带宽|传输率|传送率|传输速率|传送速率|数据率|传输速度|传送速度|吞吐[率量])(?!(?:达到?|需|要|为|想|做到)*(?:至少|不低于|不小于))(?:为|是|约|大约)*(?:多少)?\s*(?:[MG]B/s|[MG]B每秒|[MG]bps|兆字节每秒|字节/秒|[MG]Bps)?(?![\dA-Za-z])",
                "rate",
            ),
            (
                r"(?:总线)?(?:的)?(?:时钟|主频)(?:频率)?(?:至少|最低|最少)(?:应|该|需|要|为|是|得|取)*(?:多少|多大|几)\s*[MG]?(?:Hz)?",
                "hertz",
            ),
            (
                r"(?:总线)?(?:的)?(?:工作|时钟)?(?:时钟)?频率(?:至少|最低)?(?:应|需|要|得)*(?:至少|最低)?(?:应|为|是)*(?:多少|多大)?\s*[MG]?(?:Hz)?",
                "hertz",
            ),
            (
                r"(?:总线|数据)?(?:总线)?(?:的)?(?:数据)?(?:宽度|位宽|数据线|(?<=总线)(?:至少|最少)?(?:应|需|要|得|该|有)*多宽)(?:至少)?(?:应|需|要|得)*(?:至少)?(?:要|得)?(?:为|是|有)*(?:多少|几)?(?:位|根|条)?",
                "width",
            ),
        )
    )
    reading.finish(_HARMLESS)
    if with_checks:
        if (
            int(with_checks["all"])
            != int(with_checks["data"]) + int(with_checks["check"] or int(with_checks["all"]) - int(with_checks["data"]))
            or "width" in values
        ):
            return None
        values["width"] = int(with_checks["data"])
    if lines is not None and values.setdefault("width", lines) != lines:
        return None
    if "bytes" in values:
        if "width" in values:
            return None
        values["width"] = values["bytes"] * 8
    if "period" in values:
        if "hertz" in values:
            return None
        values["hertz"] = 1 / values["period"]
    known = {name for name in ("rate", "hertz", "width") if name in values}
    if transfers == 1 and cycles is not None and not patterns.search(r"(?:每个?|一个)时钟周期[^,;。]{0,6}(?:传|送)", reading.text):
        transfers = None  # one transfer in a bus cycle of several clocks
    if len(asked) != 1 or asked[0] in known or (transfers is not None and cycles not in (None, 1)):
        return None
    names = {"rate": "带宽", "hertz": "时钟频率", "width": "总线宽度"}
    missing = []
    forms = {
        "rate": ("总线带宽是多少（如 100MB/s）？", "带宽为 {}"),
        "hertz": ("总线时钟频率是多少（如 100MHz）？", "时钟频率为 {}"),
        "width": ("总线宽度是多少位？", "总线宽度为 {} 位"),
    }
    for name in ("rate", "hertz", "width"):
        if name not in known and name != asked[0]:
            missing.append(Missing(name, *forms[name]))
    if len(missing) > 1 or (missing and asked[0] != "rate"):
        return None
    if "width" in values and (values["width"] % 8 or values["width"] < 8):
        return None
    if several is not None:
        if transfers is not None or cycles is not None or to_int(several["words"]) < 1 or to_int(several["cycles"]) < 1:
            return None
        transfers, cycles = to_int(several["words"]), to_int(several["cycles"])
    factor = Fraction((transfers or 1) * (channels or 1) * (2 if total else 1), cycles or 1)
    parameters = {"task": "transfer", "asked": asked[0], "factor": str(factor), "said": bool(transfers or cycles)}
    parameters |= {name: str(values[name]) for name in ("rate", "hertz", "width") if name in values}
    understood = [(names[name], _shown(name, values[name])) for name in ("width", "hertz", "rate") if name in values]
    understood.append(
        (
            "传送",
            f"{cycles} 个时钟周期 {transfers} 次"
            if several
            else f"每个时钟周期 {transfers} 次"
            if transfers and transfers > 1
            else f"每次占 {cycles or 1} 个时钟周期",
        )
    )
    if channels:
        understood.append(("通道", f"{channels} 个"))
    if total:
        understood.append(("方向", "两个方向合计"))
    understood.append(("求", names[asked[0]]))
    return Recognition(parameters=parameters, understood=tuple(understood), missing=tuple(missing))


def _shown(name: str, value: Fraction) -> str:
    if name == "rate":
        return f"{decimal(value / 10**6, 3)} MB/s"
    return frequency(value) if name == "hertz" else f"{value} 位"


def solve_transfer(parameters: Parameters) -> Solution:
    """Bandwidth = width ÷ 8 × clock × transfers a cycle, solved for what is asked."""
    factor = Fraction(parameters["factor"])
    width, hertz, rate = (Fraction(parameters[name]) if name in parameters else None for name in ("width", "hertz", "rate"))
    conventions = ["带宽中 1 MB/s = 10^6 B/s"]
    if not parameters["said"]:
        conventions.append("每个时钟周期传送一次数据")
    law = f"带宽 = 总线宽度 ÷ 8 × 时钟频率 × {decimal(factor, 3)}"
    also: tuple[str, ...] = ()
    if parameters["asked"] == "rate":
        if width is None or hertz is None:
            stay_out("not enough")
        value = width / 8 * hertz * factor
        answer = f"{decimal(value / 10**6, 2)} MB/s"
        also = (
            f"{decimal(value / 10**9, 3)} GB/s",
            f"{decimal(value / 10**9, 1)} GB/s",
            f"{decimal(value * 8 / 10**6, 2)} Mbps",
            f"{decimal(value * 8 / 10**9, 3)} Gbps",
        )
    elif parameters["asked"] == "hertz":
        if width is None or rate is None:
            stay_out("not enough")
        answer = frequency(rate * 8 / width / factor)
    else:
        if hertz is None or rate is None:
            stay_out("not enough")
        value = rate * 8 / hertz / factor
        if not is_exact(value, 0):
            stay_out("part of a line")
        answer = f"{int(value)} 位"
    return Solution(
        answer=answer,
        also=also,
        steps=paragraphs(law + "（每个时钟周期传送的次数，含通道和方向）。", f"代入得 {answer}"),
        conventions=tuple(conventions),
    )
