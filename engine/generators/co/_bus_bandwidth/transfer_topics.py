"""Transfers in step with a clock, and lanes told by transfers a second."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.co._bus_bandwidth.words import CLOCKS, COMMON_ROLES, IN_A_CYCLE, MEGA, SEND, SHARED, SHOWN, WORDS
from engine.generators.kind import Missing
from engine.generators.laws.clauses import BITS, RATE, SIZE, to_bytes, to_rate
from engine.generators.laws.topic import Facts, Law, Quantity, Told, Topic, about, whole
from engine.generators.reading import INTEGER, stay_out, to_count, to_int


def _decimal_size(text: str) -> Fraction:
    number, unit = patterns.findall(r"([\d.]+)\s*([KMG])", text, re.IGNORECASE)[0]
    return Fraction(number) * Fraction(1000 ** (1 + "KMG".index(unit.upper())))


_EDGES = (
    r"(?:在|利用|时钟|信号|的)*(?:上升沿|前沿)(?:和|与|及|、|以及)*(?:下降沿|后沿)(?:都|均|各|分别|上|能|可以?|进行|时)*(?:传(?:送|输)?|采样|送)?(?:一次|1次)?(?:数据)?(?:一次|1次)?(?:数据(?!传))?"
    r"|双(?:边)?沿(?:都|均|能|可以?)*(?:传送|传输|触发|采样|传)?(?:数据)?|上下沿(?:都|均|各|能|可以?)*(?:传送|传输|传)?(?:一次)?(?:数据)?|DDR(?:方式|技术)?(?![\d-])|双倍数据率"
)


_BANDWIDTH = r"(?:总线|内存|理论|系统|数据|通道|该|其|它|这条|单方向|单向|双向|合起来|总共|最大|最高|峰值|总|有效|的|理论上|通路)*(?:带宽|(?:数据)?(?:传输|传送|通信)(?:率|速率|速度)|数据率|吞吐[率量])(?:是|为|能|可以|可|达|达到|有|约|应|最大|最高|大概|又|等于)*(?:[咋怎]么?算\s*)?(?:多少|多大|几)?\s*(?:[MGK]i?B(?:/s|每秒)|[MG]bps|[MG]b/s|兆字节每秒)?(?![\d.])"


def _no_faster(facts: Facts) -> None:
    width = facts.get("width")
    if width is not None and (Fraction(width) <= 0 or Fraction(width).denominator != 1):
        stay_out("width")
    if "once" in facts and facts.get("cycles", 1) != 1:
        stay_out("a transfer in one cycle and in several")
    if facts.get("transfers", 1) > 1 and facts.get("cycles", 1) > 1:
        stay_out("several transfers in a cycle, and several cycles for one")


def _widths(before: str = "") -> tuple[Role, ...]:
    return (
        Role(
            name="width",
            quantity=BITS + r"(?!\s*(?:的)?(?:微?处理[器机]|CPU|计?算?机|微机|地址(?!/)|有效|校验|浮点|整数|指令|图像|颜色))",
            read=to_count,
            before=rf"(?:改|换|变|增)(?:为|成|到)|{before}(?:总线|数据线|数据总线|数据通路)(?:的)?(?:宽度|位宽|宽)?|位宽|(?<!带)宽度?|(?:周期|时钟|每次|一次|并行|同时|方向)(?:内|中|里|可|能|可以|并行|同时|上)*{SEND}|{SEND}|每次|每通道|通道",
            after=r"(?:宽)?(?:的)?(?:数据|系统|同步|并行|内存|存储器|地址|/|复用)*(?:总线|数据线|位宽|宽度|(?<!带)宽|通道|数据)",
            alone=True,
        ),
        Role(
            name="bytes",
            quantity=SIZE,
            read=to_bytes,
            before=rf"(?:周期|时钟|每次|一次|并行|同时)(?:内|中|里|可|能|可以|并行|同时)*{SEND}|{SEND}|每次|位宽|(?<!带)宽度?",
        ),
    )


TRANSFER = Topic(
    name="clocked bus",
    about=r"总线|带宽|DDR|QPI|通道|位宽|传输率|PCI(?!-?E)",
    guard=r"^(?=[\s\S]*串行)(?![\s\S]*(?:双工|双向|方向))|^(?=[\s\S]*(?:复用|共用))(?![\s\S]*(?:最大|峰值|最高|上升沿|[两2]次))|[AB]\s*总线|总线\s*[AB]|(?<!周期传送\d)(?<![一1])个字(?!节)|^(?=[\s\S]*\d\s*[KMG]B(?!/|[A-Za-z]))(?![\s\S]*10\s*\^?\s*[369])|(?:单向|单方向)带宽和|和总带宽|^(?![\s\S]*最大(?:的)?数据传)[\s\S]*(?:发|送)(?:送)?(?:一次|首)?地址",
    refuse=r"突发|猝发|等待|准备|异步|波特|起始位|停止位|地址周期|握手|仲裁|PCI-?E|8b|128b|GT|帧|像素|分辨率|刷新|命中|Cache|交叉|存储体|存取|响应|%|延迟|校验|翻倍|加倍|减半|一半|中断|DMA",
    told=(
        Told(
            "rate",
            rf"(?:总线|总)?带宽(?:[要需应得能想做到]|必须|不[得能]?[低小少]于|达到?|至少)+\s*(?P<value>{RATE})",
            lambda match: to_rate(1000)(match["value"]),
        ),
        Told(
            "pace",
            r"(?P<cycles>\d)\s*个(?:总线)?时钟周期(?:内|中|可|能|可以)*(?:传送?|传输)\s*(?P<words>\d)\s*个(?:数据)?字(?!节)",
            lambda match: Fraction(int(match["words"]), int(match["cycles"])) if int(match["cycles"]) else stay_out(match[0]),
        ),
        Told(
            "once_each",
            rf"(?:(?:而且|且)?(?:一个|每个?|1个)总线周期)(?:内|中|里)?(?:可以?|能|都|均|进行|完成|可|只|仅)*{SEND}?(?:一次|1次)(?:数据)?{SEND}?(?:数据)?",
            1,
        ),
        Told(
            "directions",
            rf"(?:双向|两个方向)(?:上)?(?:可|能|都|均)*(?:以)?同时{SEND}(?:信息|数据)?(?=[^?]{{0,16}}总带宽)|\(两个方向合计,只计数据\)",
            2,
        ),
        Told(
            "million",
            r"(?:工作)?频率(?:为|是)?\s*(?P<value>\d+)\s*MHz\((?:实际)?(?:的)?单位(?:是|为)\s*MT/s,?(?:表示)?(?:每秒)?(?:传送)?\s*(?:\d+\s*M\s*次)?\)",
            lambda match: Fraction(match["value"]) * 10**6,
        ),
        Told("apart", r"地址(?:总)?线(?:共|有|为|是)*\s*\d+\s*(?:根|条|位)(?![\u3400-\u9fff]*复用)", 1),
        Told("cycles", r"(?<=[,;])\s*(?P<value>\d)\s*个(?:总线)?时钟周期(?=[,;])", whole),
        Told("bytes", rf"(?<=[中内里])(?:并行|同时){SEND}\s*(?P<value>\d+)\s*(?:B(?![A-Za-z/])|字节)(?:的)?(?:数据|信息)", whole),
        Told("bytes", rf"(?:并行|同时)?{SEND}(?:一次|1次)\s*(?P<value>\d+)\s*(?:B(?![A-Za-z/])|字节)(?:的)?(?:数据|信息)?", whole),
        Told("cycles", r"(?:一个|每个?|1个)时钟周期(?:内)?的?(?=(?:在|利用)?(?:时钟)?(?:的)?上升沿)", 1),
        Told("transfers", _EDGES, 2),
        Told(
            "cycles",
            rf"(?:每|一|1)?(?:个|次)?(?:总线)?(?:最短)?(?:的)?(?:总线)?(?:传输周期|传送周期|周期(?:的)?(?:最短)?(?:持续)?(?:时间)?|传送操作|传输操作|总线操作|操作|传送|传输|事务|传一次|传送一次|传输一次)(?:数据)?(?:占用?|等于|为|是|=|需要?|包含|含|由|花|要|有|用)+\s*(?P<value>{INTEGER}){CLOCKS}(?:组成|构成)?|(?:平均)?每(?:隔)?\s*(?P<other>{INTEGER}){CLOCKS}(?:才)?(?:能|可以|可)?(?:(?:完成|进行)(?:一次|1次)(?:数据)?(?:{SEND}|(?:读|写|访问|存取)+(?:操作|数据)?)|(?:完成|进行)?{SEND}(?:一次|1次)?(?:数据)?(?:一次)?)",
            whole,
        ),
        Told(
            "cycles",
            rf"{SEND}(?:一|1)?个?(?:\d+\s*(?:位|bit)(?:的)?)?(?:字|数据)(?!节|块)(?:需要?|要|用|占用?|花|为)+\s*(?P<value>{INTEGER}){CLOCKS}",
            whole,
        ),
        Told(
            "cycles",
            rf"(?:总线上)?(?:每)?\s*(?P<value>{INTEGER}){CLOCKS}(?:可以?|能)?{SEND}(?:一个|1个)(?=\s*\d+\s*(?:位|bit)(?:的)?(?:字|数据)(?!节))",
            whole,
        ),
        Told(
            "transfers",
            rf"{IN_A_CYCLE}(?:可以?|能|都|均|进行|完成|可|要)*(?:{SEND}|传递)?(?:数据)?\s*(?!一次|1次)(?P<value>{INTEGER})\s*次(?:数据)?{SEND}?(?:数据)?|(?P<other>{INTEGER})\s*次{SEND}?/\s*(?:时钟)?周期",
            whole,
        ),
        Told(
            "once", rf"{IN_A_CYCLE}(?:可以?|能|都|均|进行|完成|可|只|仅)*{SEND}?(?:一次|1次|(?<=[传送输])(?:一个数据|一个字))(?:数据)?", 1
        ),
        Told(
            "channels",
            rf"(?<![\d.])(?P<value>{INTEGER})\s*(?:个)?(?:内存)?通道",
            lambda match: to_int(match["value"].replace("双", "二")),
        ),
        Told("channels", "双通道(?:内存)?", 2),
        Told(
            "transfers",
            r"(?:采用)?(?P<value>\d|[两二三四])\s*倍(?:数据率|速率|频)(?:传送|传输|技术)?(?:\([^()]{0,20}\))?|quad[- ]?pumped",
            lambda match: to_int(match["value"]) if match["value"] else 4,
        ),
        Told(
            "million",
            r"DDR[2-5]?[- ](?P<value>\d{3,4})",
            lambda match: Fraction({1066: 1066, 1333: 1333}.get(int(match["value"]), int(match["value"]))) * 10**6,
        ),
        Told(
            "directions", r"(?:两|双|2)个?(?:方)?向(?:上)?(?:合起来|合计|加起来|总共|一起|总|之和|总和|都算|一起算)(?:的|上|算)*|双向总", 2
        ),
        Told("directions", r"(?:问|求|算)?(?:的)?(?:单|一个|每个)方?向(?:上)?(?:的)?(?=带宽|总线带宽|最大|数据传|传输率)", 1),
        Told(
            "width",
            r"(?P<all>\d+)\s*位(?:信息|数据)?[,(]*(?:其中|里[面头]?|中)+(?:只有|有)?\s*(?P<data>\d+)\s*位(?:是|为)?(?:有效)?数据(?:位|信息)?(?:(?:[、,和与及加]|另)+\s*\d+\s*位(?:是|为|用于|用作|作)*校验(?:位|信息)?)?\)?",
            lambda match: int(match["data"]),
        ),
        Told(
            "width",
            r"(?P<all>\d+)\s*(?:条|根)(?:数据|信号)?(?:线)?[,(]?(?:其中|里面?|中)+(?:只有|有|的)?\s*(?P<data>\d+)\s*(?:条|根)(?:线)?(?:用于|用来|是|为|作为|传送?|传输)*(?:有效)?数据(?:线|位)?\)?",
            lambda match: int(match["data"]),
        ),
        Told(
            "width",
            r"(?:共有?|总共|有|各|用)*\s*(?P<value>\d+)\s*(?:根|条)(?:地址/?数据|数据/?地址)?(?:复用)?(?:的)?(?:数据线|信号线|线|复用线)(?![,(]?其中)|数据(?:总)?线(?:共|有|为|是|占|:)*\s*(?P<other>\d+)\s*(?:根|条)|共(?:有)?\s*(?P<third>\d+)\s*(?:根|条)(?=[,。;])",
            whole,
        ),
    ),
    passed=(
        r"\([KMG]\)?(?=[?。,;]|$)|(?:且|而)?两个方向(?:可|能)(?:以)?同时(?:传送|传输)信息|(?:为)?满足[^,。;]{2,12}的?需要(?=,)",
        r"(?:因此,?)?QPI总线带宽为:?每秒传送次数×2B×2|每个(?:QPI)?数据包(?:有|含)?\s*\d+\s*位(?:信息)?,?分\s*\d+\s*个时钟周期传送|(?:是)?(?:一种)?(?:点对点|全双工|同步|串行|的)+总线",
        r"(?:其)?(?:总线事务)?支持突发传送方式,最多传送\s*\d+\s*次数据(?=[\s\S]*最大(?:的)?数据传)|第\s*1\s*个时钟周期传送地址(?:和读/写命令|和命令)?(?=[\s\S]*最大(?:的)?数据传)|从第\s*\d+\s*个?(?:至|到)第\s*\d+\s*个时钟周期连续传送\s*\d+\s*次数据(?=[\s\S]*最大(?:的)?数据传)",
        r"(?:共)?(?:有)?\s*\d+\s*(?:根|条)信号线(?=,|\ue000)|\(?quad\s*pumped(?:技术)?\)?",
        r"(?:均|都)?(?:按|以)字节(?:编址|寻址)|(?:并)?由(?=\ue000|\d)|(?<=\ue000)(?:的)?输入时钟(?:驱动)?|(?:的)?输入时钟驱动",
        r"(?:共|总共)?(?:有|由)?\s*\d+\s*(?:根|条)(?:信号线|线|总线)(?:组成)?[,(]?(?=其中|\ue000)|其中(?=\ue000)",
        r"(?:总线上的)?(?:设备)?(?:可|能)(?:以)?同时(?:接收和发送|发送和接收|收发)(?:信息|数据)?",
        r"(?:扩展|扩大|加宽|提高|提升|增加|增|升级)(?:到|至|为|成)(?=\s*[\d\ue000])|(?:且|并且)?只(?:能)?传(?:送|输)?(?:一次|1次)(?:数据)?",
        r"(?:若|如果|现|将其|把它)*(?:改为|改成|换成|变为|改用)(?=\s*\ue000)",
        r"(?:支持|具有|可以?(?:进行)?)(?:突发|猝发|成组)(?:\((?:猝发|突发)\))?(?:传送|传输)?(?:方式|模式|功能)?(?=[,;。])",
        SHARED,
        r"(?:只|可|能|可以|每次)*传(?:送|输)?(?:一|1)个(?:数据|字)(?!节)",
        r"(?:全双工|点对点|串行|同步|的)+总线(?=,)|是?(?:全双工|点对点|串行)(?:的)?(?:点对点|串行|全双工)*(?:总线)?",
        r"(?:单|每个?|一个)方向(?:上)?(?=每|一|可|能|传|同时)",
        r"(?:总线)?(?:时钟)?(?:频率|宽度|位宽|主频|时钟)(?:仍|还是|保持|都|均)*(?:为)?(?:不变|没变|不改)",
    ),
    rescaled=(
        ("width", r"(?:把|将|若|如果)*(?:总线|数据线|数据)*(?:的)?(?:宽度|位宽|根数)"),
        ("hertz", r"(?:把|将|若|如果)*(?:总线|时钟|工作)*(?:的)?(?:时钟)?(?:频率|主频)"),
    ),
    roles=(
        *COMMON_ROLES,
        Role(
            name="rate", quantity=RATE, read=to_rate(1000), before=r"带宽|传输率|传输速率|传送速率|数据率|速率|达到|不低于|至少", alone=True
        ),
        Role(
            name="flow",
            quantity=RATE,
            read=to_rate(1000),
            before=r"(?:测得|实测|实际)(?:的)?(?:数据)?(?:传输率|传输速率|带宽|吞吐率)?|数据流|(?:设备|磁盘|硬盘|外设)(?:的)?(?:数据)?(?:传输率|速率)?",
        ),
        Role(
            name="volume",
            quantity=r"(?<![\d.])\d+(?:\.\d+)?\s*[KMG]B(?![A-Za-z/])",
            read=_decimal_size,
            before=r"传送|传输|搬运|传|发送|搬|拷贝|读取?|写入?",
            after="(?:的)?(?:数据|文件)",
        ),
        *_widths(),
    ),
    asks=(
        (
            r"(?:总线)?(?:的)?(?:利用率|(?:占用|占|用掉|用了|用去)(?:了)?(?:总线)?(?:的)?(?:总)?(?:带宽)(?:的)?(?:百分之几|百分之多少|多少|比例|百分比)?|有效利用率)(?:是|为|约)*(?:百分之多少|百分之几|多少)?",
            "part",
        ),
        (
            r"(?:传|传送|传完|搬运|搬|发送|传输|需要?|要|用|花|共)*(?:多长时间|多少时间|多久|(?:多少|几)\s*个?(?:秒|毫秒|微秒|ms|μs|ns|s)(?![A-Za-z]))",
            "time",
        ),
        (
            r"(?:若|如果)?(?:想|要|需要?)?(?:进一步)?提高(?:总线(?:的)?)?(?:数据)?(?:传输率|传送率|带宽|传输速率),?(?:可以?|能|应)?(?:采取|采用|有)(?:什么|哪些)(?:措施|方法|办法)",
            "measures",
        ),
        (_BANDWIDTH, "rate"),
        (
            r"(?:总线)?(?:的)?(?:工作)?(?:时钟|主频|频率)+(?:至少|最低|最少|应|该|需|要|为|是|得|取|有)*(?:多少|多大|几|多高)?\s*[MG]?(?:Hz)?",
            "hertz",
        ),
        (
            r"(?:总线|数据)*(?:的)?(?:宽度|位宽|数据线)(?:至少|应|需|要|得|为|是|有)*(?:多少|几)?(?:位|根|条|bit)?|(?:多少|几)(?:根|条)数据线|总线(?:至少)?(?:应|需|要|得|该|有)*多宽",
            "width",
        ),
    ),
    laws=(
        Law("measures", (), lambda: 1),
        Law("hertz", ("period",), lambda period: 1 / period),
        Law("width", ("bytes",), lambda one: one * 8),
        Law(
            "rate",
            ("width", "million", "hertz", "channels"),
            lambda width, million, hertz, channels: width * million * channels / 8 if hertz in (million, million / 2) else None,
            "带宽为一次传送的字节数 × 每秒传送次数 × 通道数",
            "DDR 后面的数是每秒百万次传送",
        ),
        Law(
            "rate",
            ("width", "million", "transfers_told", "channels"),
            lambda width, million, _, channels: width * million * channels / 8,
            "带宽为一次传送的字节数 × 每秒传送次数 × 通道数",
            "MT/s 是每秒百万次传送，已含每个时钟周期的传送次数",
        ),
        Law("transfers_told", ("transfers",), lambda transfers: transfers),
        Law(
            "rate",
            ("width", "million", "channels"),
            lambda width, million, channels: width * million * channels / 8,
            "带宽为一次传送的字节数 × 每秒传送次数 × 通道数",
            "DDR 后面的数是每秒百万次传送",
        ),
        Law(
            "rate",
            ("width", "hertz", "pace"),
            lambda width, hertz, pace: width * hertz * pace / 8,
            "带宽为总线宽度 ÷ 8 × 时钟频率 × 每个时钟周期传送的字数",
        ),
        Law(
            "rate",
            ("width", "hertz", "transfers", "cycles", "channels", "directions"),
            lambda width, hertz, transfers, cycles, channels, directions: width * hertz * transfers * channels * directions / (8 * cycles),
            "带宽为总线宽度 ÷ 8 × 时钟频率 × 每个时钟周期传送的次数",
        ),
        Law(
            "hertz",
            ("rate", "width", "transfers", "cycles"),
            lambda rate, width, transfers, cycles: rate * 8 * cycles / (width * transfers),
            "时钟频率为带宽 ÷ 每个时钟周期传送的字节数",
        ),
        Law(
            "width",
            ("rate", "hertz", "transfers", "cycles"),
            lambda rate, hertz, transfers, cycles: rate * 8 * cycles / (hertz * transfers),
            "总线宽度为带宽 ÷ 每秒传送的次数 × 8",
        ),
        Law("time", ("volume", "rate"), lambda volume, rate: volume / rate, "时间为数据量 ÷ 带宽", "数据量中 1 MB = 10^6 B"),
        Law("part", ("flow", "rate"), lambda flow, rate: flow / rate if flow <= rate else None, "占用的带宽 ÷ 总线带宽"),
        Law("cycles", (), lambda: Fraction(1)),
        Law("transfers", (), lambda: Fraction(1), convention="没有说时，每个时钟周期传送一次数据"),
        Law("channels", (), lambda: Fraction(1)),
        Law("directions", ("simplex",), lambda _: Fraction(1)),
        Law("directions", ("both_ways",), lambda _: Fraction(2), convention="QPI 总线全双工，总带宽为两个方向之和"),
    ),
    marks=(
        ("simplex", r"^(?![\s\S]*(?:全双工|双向|两个方向))"),
        ("both_ways", r"^(?=[\s\S]*QPI)(?=[\s\S]*全双工)(?=[\s\S]*(?:位|根)(?:是|为)?(?:有效)?数据)"),
    ),
    idle=frozenset({"once", "once_each", "cpu", "bytes", "apart"}),
    missing=(
        (Missing("hertz", "总线时钟频率是多少（如 100MHz）？", "时钟频率为 {}"), Fraction(10**8)),
        (Missing("width", "总线宽度是多少位？", "总线宽度为 {} 位"), Fraction(32)),
    ),
    shown={**SHOWN, "measures": Quantity("", lambda _: "提高传输率的措施：提高时钟频率、增加数据线的宽度、减少一次传输的时钟周期数")},
    words=WORDS,
    conventions=(MEGA,),
    check=_no_faster,
)


PCIE = Topic(
    name="encoded lanes",
    about=r"PCI-?E|GT/s|8b/?10b|128b/?130b|通道|lane|QPI",
    refuse=r"利用率|开销|延迟|%|中断|时钟周期",
    told=(
        Told("code", r"8[bB]/?10[bB](?:的)?(?:编码)?(?:方式)?", Fraction(8, 10)),
        Told("code", r"128[bB]/?130[bB](?:的)?(?:编码)?(?:方式)?", Fraction(128, 130)),
        Told("million", r"(?P<value>\d+(?:\.\d+)?)\s*G(?:T/s|bps|b/s|T每秒)(?![A-Za-z])", lambda match: Fraction(match["value"]) * 10**9),
        Told(
            "channels",
            r"(?<![A-Za-z\d])[x×]\s*(?P<value>\d{1,2})(?![\dA-Za-z.])(?:的)?(?:卡|插槽|通道|显卡|接口|链路)?|(?<![\d.])(?P<other>\d{1,2})\s*(?:条|个)?(?:通道|lane|链路)",
            whole,
        ),
        Told("directions", r"(?:两|双|2)个?(?:方)?向(?:上)?(?:合起来|合计|加起来|总共|一起|总|之和|总和)?(?:的|上|算)*|双向总", 2),
        Told("directions", r"(?:单|一个|每个)方?向(?:上)?(?:的)?", 1),
    ),
    passed=(r"PCI-?E(?:xpress)?\s*(?:[1-6]\.[01x]|[1-6]代|Gen\s?[1-6])?(?:的)?",),
    asks=((_BANDWIDTH, "rate"),),
    laws=(
        Law(
            "rate",
            ("million", "code", "channels", "directions"),
            lambda million, code, channels, directions: million * code * channels * directions / 8,
            "带宽为每条通道每秒传送的位数 × 编码效率 × 通道数 ÷ 8",
        ),
        Law("directions", (), lambda: Fraction(1), convention="没有说时只算一个方向"),
    ),
    shown={**SHOWN, "million": Quantity("每条通道每秒", lambda value: f"{about(value / 10**9)} G 次")},
    words=WORDS + " 编码 编码方式 每条通道 插槽 全双工 串行",
    conventions=(MEGA,),
)
