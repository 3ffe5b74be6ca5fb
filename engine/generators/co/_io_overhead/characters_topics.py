"""Characters of a serial device served one by one or in batches, and how much DMA's bus cycles slow a program down."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators.clauses import Role
from engine.generators.co._io_overhead.stolen_topic import percent, shares
from engine.generators.laws.clauses import BITS, RATE, SIZE, TIME, to_bytes, to_rate, to_seconds
from engine.generators.laws.measures import duration
from engine.generators.laws.topic import Law, Quantity, Told, Topic, counted, in_units, whole
from engine.generators.quantities import decimal
from engine.generators.reading import to_count

_SPENT = r"(?:每秒(?:钟)?)?(?:内)?(?:因(?:为)?(?:数据|字符)?(?:的)?(?:传输|传送)?)?,?(?:又|所|需要?|要|应|得|会|因此)*(?:占用|占|花费|花|耗费)(?:了|去)?(?:处理器|处理机|CPU)?(?:的)?(?:多少|多长)(?:的)?(?:处理器|CPU)?(?:的)?时间"
_BY = r"(?:若|如果|当)?(?:完全)?(?:采用|用|使用|改用|利用)?{0}(?:方式|技术|接口)?(?:进行)?(?:数据|字符)?(?:传送|传输|控制|时)*,?(?:则|那么|又)?"

BATCHES = Topic(
    name="characters in batches",
    about=r"(?=[\s\S]*(?:DMA|直接存储器))(?=[\s\S]*中断)(?=[\s\S]*(?:批量|每批|一批|缓冲))",
    guard=r"寻道|两台|优先|通道|Cache|命中|Hz|主频|指令|扇区|转速|后处理(?!时间|所)|屏蔽",
    refuse=r"空闲|双缓冲|停止位|起始位|校验",
    told=(
        Told(
            "stolen",
            r"(?:可|能|可以)?(?:采用|用|以|按)?(?:存取)?周期(?:窃取|挪用)(?:的)?(?:方式|法|技术)?(?:把|将)?(?:字符|数据)?(?:传送|传输|传)?(?:到|给)?(?:存储器|主存|内存)?",
            1,
        ),
        Told(
            "batch",
            r"(?:它)?(?:所)?(?:支持|允许)?(?:的)?(?:最大|最多|一次|每次)?(?:的)?(?:批量|一批|每批)(?:最大|最多)?(?:大小)?(?:为|是|有)*\s*(?P<value>\d+)\s*个?(?:字节|字符|B(?![A-Za-z]))",
            whole,
        ),
        Told(
            "interrupt",
            rf"(?:每(?:处理|响应)?(?:一)?次?中断|处理(?:一|1)次中断|每次中断(?:处理)?|中断处理(?:一次)?)(?:的)?(?:时间)?(?:需要?|要|用|花费?|为|是|约)*\s*(?P<value>{TIME})",
            lambda match: to_seconds(match["value"]),
        ),
    ),
    passed=(
        r"(?:假设|设|假定)?(?:字符|数据)(?:之)?间(?:的)?(?:传输|传送)?(?:是|为)?(?:没有|无)间[隙隔](?:的)?|(?:若|且)?(?:忽略|不计|不考虑)(?:DMA)?预处理(?:所)?(?:需|用|需要)?(?:的)?(?:时间)?",
        r"(?:一个|某)?DMA接口|(?:现有|有一)(?:个)?(?:的)?|\((?:若)?(?:忽略|不计|不考虑)(?:DMA)?预处理(?:所)?(?:需|用|需要)?(?:的)?(?:时间)?\)",
    ),
    roles=(
        Role(name="rate", quantity=RATE, read=to_rate(1000), alone=True),
        Role(name="cycle", quantity=TIME, read=to_seconds, before=r"(?:存储器|主存|内存)?(?:的)?(?:存取|存储|读写)周期", alone=True),
    ),
    asks=(
        (rf"{_BY.format('DMA')}{_SPENT}", "by_dma"),
        (rf"{_BY.format('(?:程序)?中断')}{_SPENT}", "by_interrupt"),
    ),
    laws=(
        Law("chars", ("rate",), lambda rate: rate, "每秒的字符数为传输率 ÷ 8 位"),
        Law(
            "by_interrupt",
            ("chars", "interrupt"),
            lambda chars, interrupt: chars * interrupt,
            "每个字符中断一次，用每秒的字符数 × 每次中断的时间",
        ),
        Law(
            "by_dma",
            ("chars", "cycle", "batch", "interrupt"),
            lambda chars, cycle, batch, interrupt: chars * cycle + Fraction(chars, batch) * interrupt if chars % batch == 0 else None,
            "每个字符窃取一个存取周期，每批结束时中断一次",
        ),
    ),
    shown={
        "rate": Quantity("传输率", lambda value: f"{decimal(value)} B/s"),
        "chars": Quantity("每秒", counted("个字符")),
        "batch": Quantity("每批", counted("个字符")),
        "cycle": Quantity("存取周期", duration),
        "interrupt": Quantity("每次中断", duration),
        "by_dma": Quantity("DMA 方式每秒占用", duration, in_units),
        "by_interrupt": Quantity("中断方式每秒占用", duration, in_units),
    },
    words=" DMA 中断 接口 字符 设备 字符设备 存储器 批量 处理器 处理机 CPU 方式 预处理 占用 传输率 无间隙 现有 支持 最大",
    idle=frozenset({"stolen"}),
    conventions=("每个字符 8 位",),
)

CHARACTERS = Topic(
    name="characters of a line",
    about=r"(?:共占|共|占)\s*\d+\s*位|起始位|开始位|停止位|结束位",
    guard=r"波特率|有效(?:数据|位)|校验|DMA|主频|Hz|指令|缓冲区|两台",
    told=(
        Told(
            "bits",
            r"(?:假设|设)?(?:每个|一个)字符(?:都|均)?[^,;。?\d]{0,20}(?:起始位|开始位|停止位|结束位)?[^,;。?\d]{0,12},?(?:总共|一共|共)(?:占|有|为|需要?)*\s*(?P<value>\d+)\s*(?:位|bit)",
            whole,
        ),
        Told(
            "cost",
            rf"(?:发消息|输出一个字符|打印一个字符|处理一个字符|中断处理|阻塞|每个字符(?:的)?(?:处理|中断)|和|与|、|及|的|所需|总)+(?:时间)(?:总和|之和|总共|共|约)?(?:为|是|需要?)*\s*(?P<value>{TIME})",
            lambda match: to_seconds(match["value"]),
        ),
    ),
    passed=(
        r"(?:(?:设备)?驱动程序)?每(?:输出|打印|发送|接收)一个字符(?:就|便)?(?:产生|引起|发出)(?:一|1)次中断|(?:的)?串行(?:通信)?线路(?:上)?|(?<![\u3400-\u9fff])一条(?=\ue000|\d)",
    ),
    roles=(Role(name="rate", quantity=RATE, read=to_rate(1000), alone=True),),
    asks=(
        (
            r"(?:那么|则)?(?:由于)?(?:处理)?(?:调制解调器|\ue000+|该设备|打印机|终端)?(?:而|所)?(?:占用?|花费)(?:的)?CPU(?:的)?时间(?:的)?(?:比率|比例|百分比|百分之多少)(?:是|为)?(?:多少)?|CPU(?:的)?(?:时间|用于[^,;。?\d]{0,12})(?:的)?(?:百分之多少|百分比|比例|占比)(?:是|为)?(?:多少)?",
            "share",
        ),
    ),
    laws=(
        Law("chars", ("rate", "bits"), lambda rate, bits: rate * 8 / bits, "每秒的字符数为传输率 ÷ 每个字符的位数"),
        Law("share", ("chars", "cost"), lambda chars, cost: chars * cost, "占 CPU 时间的比例为每秒的字符数 × 每个字符的处理时间"),
    ),
    shown={
        "rate": Quantity("传输率", lambda value: f"{decimal(value * 8)} b/s"),
        "bits": Quantity("每个字符", counted("位")),
        "cost": Quantity("处理一个字符", duration),
        "chars": Quantity("每秒", counted("个字符")),
        "share": Quantity("占 CPU 时间的", percent, shares),
    },
    words=" 调制解调器 驱动程序 字符 中断 阻塞 消息 打印 输出 终端 串口 比率 性能",
)


def _circle(match: re.Match[str]) -> Fraction:
    return Fraction(int(match["n"]) * int(match["bytes"]))


SLOWDOWN = Topic(
    name="DMA slows the program",
    about=r"(?:指令|程序)(?:的)?(?:执行)?速度(?:将|会)?(?:降低|下降|减慢)",
    guard=r"Cache|命中|寻道|两台|通道|预处理|后处理|主频|Hz",
    told=(
        Told(
            "track",
            r"(?:每个?|一个?)(?:磁道|道)(?:上)?(?:有|分为|含)?\s*(?P<n>\d+)\s*个(?:\(?每个)?\s*(?P<bytes>\d+)\s*(?:字节|B)(?:的)?扇区",
            _circle,
        ),
        Told(
            "turn",
            rf"(?:磁盘)?(?:旋转|转)(?:一圈|一周|一转|1圈)(?:的)?(?:时间)?(?:为|是|需要?|要|用)*\s*(?P<value>{TIME})",
            lambda match: to_seconds(match["value"]),
        ),
        Told("cycle", rf"(?:总线|存取|存储)周期(?:为|是|=)*\s*(?P<value>{TIME})", lambda match: to_seconds(match["value"])),
        Told(
            "each",
            rf"(?:因而)?(?:每条|一条)指令(?:的)?(?:执行)?(?:时间)?(?:为|是|需要?|要)*\s*(?P<value>{TIME})",
            lambda match: to_seconds(match["value"]),
        ),
        Told(
            "two",
            r"(?:所有|每条)?指令(?:都|均)?(?:在|需要?|占用?)\s*(?P<value>[两二2])\s*个总线周期(?:内|里)?(?:执行)?(?:完成)?",
            2,
        ),
    ),
    passed=(
        r"(?:其中)?(?:一个|1个|另一个)总线周期(?:用来|用于|来)?(?:取指令|取指|存取数据|读写数据|访问数据)|(?:若)?(?:该计算机中)?(?:配置|配有|装有)(?:的)?(?=磁盘|一台磁盘)|(?:在)?进行DMA(?:传送|传输)(?:时|期间)?|采用DMA(?:控制)?(?:I/O)?(?:方式)?(?:传送|传输)?(?:磁盘)?(?:数据)?",
    ),
    roles=(
        Role(name="rate", quantity=RATE, read=to_rate(1000), alone=True),
        Role(name="bits", quantity=BITS, read=to_count, before=r"总线(?:的)?(?:宽度|位宽)|数据线|每次(?:传送|传输)?", alone=True),
        Role(name="bytes", quantity=SIZE, read=to_bytes, before=r"每次(?:传送|传输)?"),
    ),
    asks=(
        (
            r"(?:该)?(?:计算机|系统|CPU|程序|机)*(?:的)?(?:指令)?(?:的)?(?:执行)?(?:的)?速度(?:将|会)?(?:降低|下降|减慢)(?:了)?(?:百分之几|百分之多少|多少|%)?",
            "share",
        ),
    ),
    laws=(
        Law("rate", ("track", "turn"), lambda track, turn: track / turn, "传输率为一道的字节数 ÷ 转一圈的时间"),
        Law("size", ("bytes",), lambda size: size),
        Law("size", ("bits",), lambda bits: Fraction(bits, 8)),
        Law(
            "share",
            ("rate", "size", "cycle", "program"),
            lambda rate, size, cycle, _: rate / size * cycle if rate / size * cycle < 1 else None,
            "DMA 每传一次用一个总线周期，占去的总线周期的比例就是降低的比例",
        ),
        Law("program", ("each", "two", "cycle"), lambda each, two, cycle: 1 if each == two * cycle else None),
        Law("program", ("two",), lambda _: 1),
    ),
    shown={
        "track": Quantity("一道", counted("B")),
        "turn": Quantity("转一圈", duration),
        "rate": Quantity("传输率", lambda value: f"{decimal(value)} B/s"),
        "cycle": Quantity("总线周期", duration),
        "each": Quantity("每条指令", duration),
        "bits": Quantity("总线宽度", counted("位")),
        "size": Quantity("每次传送", counted("B")),
        "share": Quantity("降低", percent, shares),
    },
    words=" 总线周期 磁盘 磁道 扇区 旋转 总线宽度 DMA 指令 执行 速度 降低 传送 数据 配置 控制 I/O",
    idle=frozenset({"each", "two"}),
)
