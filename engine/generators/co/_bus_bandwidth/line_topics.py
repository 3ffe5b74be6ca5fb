"""Asynchronous serial lines and screen memories."""

from __future__ import annotations

from fractions import Fraction

from engine.generators.clauses import Role
from engine.generators.co._bus_bandwidth.serial_written import written_plainly
from engine.generators.co._bus_bandwidth.words import MEGA, SHOWN, WORDS, number, rate, rate_otherwise
from engine.generators.laws.clauses import BITS, SHARE
from engine.generators.laws.measures import duration
from engine.generators.laws.topic import Law, Quantity, Told, Topic, about, in_units, percentage, whole
from engine.generators.quantities import decimal, size
from engine.generators.reading import INTEGER, to_count, to_share

_PART = {
    "start": "(?:起始|开始)位?",
    "parity": "(?:奇偶|奇|偶)?(?:校验|检验)位?(?:\\((?:奇|偶)校验\\))?",
    "stop": "(?:停止|终止|结束)位?",
    "data": "(?:有效)?(?:数据|信息)位?(?:\\(ASCII码?\\))?|ASCII码",
}


def _bits_of(name: str) -> tuple[Told, ...]:
    word = _PART[name]
    return (
        Told(name, rf"(?<![\d.第])(?P<value>{INTEGER})\s*(?:个)?(?:位|bit|比特)?(?:的)?(?:{word})(?!帧)", whole),
        Told(name, rf"(?:{word})(?:占|为|是|有|各|取|:)*\s*(?P<value>{INTEGER})\s*(?:个)?(?:位|bit|比特)", whole),
    )


SERIAL = Topic(
    name="serial line",
    about=r"(?:起始|停止|终止)位?",
    guard=r"同步总线",
    prepared=written_plainly,
    refuse=r"曼彻斯特|重发|调制|相位|电平|QAM|信道|信噪|间隔|空闲|出错|重传|%|个停止位或|半",
    told=(
        Told(
            "chars",
            rf"(?:每秒|1s|1秒|一秒)(?:钟)?(?:可|能|可以|共|最多)?(?:传送?|传输|发送|输出|送)?\s*(?P<value>{INTEGER})\s*个?(?:数据)?(?:字符|帧)|(?P<other>\d+)\s*(?:个)?(?:数据)?(?:字符|帧)/(?:s|秒)",
            whole,
        ),
        Told(
            "baud",
            r"波特率(?:为|是|:|=|取|设为)*\s*(?P<value>\d+)\s*(?:波特|bps|b/s|bit/s|Baud|Bd|位/秒)?|(?P<other>\d+)\s*(?:波特|Baud|Bd)(?![A-Za-z])",
            whole,
        ),
        Told(
            "speed",
            r"(?:有效(?:的)?|数据|信息)(?:数据)?(?:位)?(?:的)?(?:传输|传送)?(?:率|速率)(?:要|需要|需|应|至少|达到|为|是)*\s*(?P<value>\d+)\s*(?:bps|b/s|bit/s|位/秒)(?![A-Za-z])",
            whole,
        ),
        Told("baud", r"(?<!率)(?<!到)(?P<value>\d+)\s*(?:bps|b/s|bit/s)(?![A-Za-z])", whole),
        Told("items", r"(?:发送?|传送?|传输|送)(?:完)?\s*(?P<value>\d+)\s*个?(?:字节|字符|B(?![A-Za-z]))", whole),
        Told(
            "frame_told",
            r"每一?个字符(?:的)?(?:格式|字符格式)?(?:规定)?(?:包含|包括|含|由|占|共)+\s*(?P<value>\d+)\s*个?(?:比特位|比特|位|bit)(?!\s*(?:的)?(?:起始|停止|终止|数据|奇|偶|校验|信息))(?:组成)?(?:\((?=[^()]*(?:起始|停止))[^()]{2,40}\))?",
            whole,
        ),
        Told("parity", r"(?<![位\d个])(?:,|、)?(?:采用)?[奇偶]校验(?![位\d])", 1),
        Told("parity", r"(?:无|没有|不带|不设|不用)(?:奇偶)?校验(?:位)?", 0),
        *(told for name in ("start", "parity", "stop", "data") for told in _bits_of(name)),
    ),
    passed=(
        r"(?:某|一个)?(?:台)?(?:计算机|机器|微机|系统)?(?:的)?(?:串行)?(?:通信)?I/O设备[,:]?(?=采用|以|使用|,)|(?:采用|以|用)?异步(?:串行)?(?:传送|传输|通信|通讯)?方式(?:进行)?(?:传送|传输)?(?:ASCII码?)?(?:字符|数据)?(?:信息)?(?:传送|传输)?|约定用?(?=\ue000|\d)|字符信息(?:的)?(?:的)?格式(?:为|是)?|"
        r"(?:利用|采用|用)串行方式(?:传送|传输)字符|每秒(?:钟)?(?:传送|传输)的(?:比特|二进制)?(?:\(bit\))?位数(?:常)?称(?:为|作)波特率|(?:在)?PC机上|(?:采用)?RS-232-?C?(?:标准)?(?:接口)?(?:进行)?(?:异步)?(?:串行)?(?:通信|通讯)?(?:时)?|(?:数据)?(?:传送|传输)速率(?:是|为)(?=\ue000)|设定传输速率为(?=\s*\ue000)|"
        r"USB之类的|(?:传送|传输|发送)?ASCII码?(?:字符)?(?=,|(?:的)?字符格式|\ue000)|(?:利用|采用|用)异步串行传输系统",
        r"\(?有效(?:数据|信息)位?的?(?:传送|传输)(?:速率|率)\)?(?=[,。?)]|$)(?<=\))",
    ),
    asks=(
        (r"(?:数据)?(?:传送|传输)?(?:的)?波特率(?:应|至少|是|为)*(?:多少)?\s*(?:波特|Bd|Baud|bps)?(?![A-Za-z])", "baud"),
        (r"每位的时间(?:是|为|约)*(?:多少)?\s*(?:ms|μs)?", "bit_time"),
        (r"(?:则)?每个字符的时间(?:是|为|约)*(?:多少)?\s*(?:ms|μs)?", "char_time"),
        (r"(?<!有效)(?<!信息)数据(?:传送|传输)(?:率|速率)(?:是|为)?(?:多少)?\s*(?:bps|b/s)?(?![A-Za-z])", "either"),
        (
            r"比特率(?:\(?(?:有效)?数据位?的?(?:传送|传输)(?:速率|率)\)?)?|有效(?:数据|信息)?位?(?:的)?(?:传送|传输)?(?:速率|率|速度)|(?:数据|信息)(?:传输|传送)?(?:速率|率)",
            "speed",
        ),
        (r"(?:需要?|要|用|花)*(?:多长时间|多久|(?:多少|几)\s*个?(?:秒|毫秒|ms|s)(?![A-Za-z]))", "time"),
        (
            r"(?:每秒|1秒|一秒)(?:钟)?(?:最多)?(?:可以?|能)?(?:传送?|传输|发送|发)?(?:多少|几)个?(?:字符|帧)|(?:每秒|1秒|一秒)(?:钟)?(?:可|能|可以)?(?:传送?|传输|发送)(?:的)?字符(?:个)?数|每秒最多传送的字符数(?:是|为)?(?:多少)?|字符(?:传送|传输)?(?:速率|速度|率)",
            "chars",
        ),
        (r"每秒最多传送的字节数(?:是|为)?(?:多少)?", "bytes_a_second"),
        (r"(?:有效)?(?:数据)?(?:传输|传送|编码|信道)?效率", "efficiency"),
    ),
    laws=(
        Law(
            "time",
            ("items", "chars", "data"),
            lambda items, chars, data: items / chars if data == 8 else None,
            "时间为字符数 ÷ 每秒字符数",
            "一个字符传一个字节",
        ),
        Law("frame", ("frame_told",), lambda frame: Fraction(frame)),
        Law("frame", ("start_bit", "data", "parity_bits", "stop"), lambda *parts: Fraction(sum(parts)), "一帧的位数"),
        Law("start_bit", ("start",), lambda start: start),
        Law("start_bit", ("asynchronous",), lambda _: Fraction(1), convention="异步传送每个字符有 1 位起始位"),
        Law("parity_bits", ("parity",), lambda parity: parity),
        Law("parity_bits", ("unchecked",), lambda _: Fraction(0)),
        Law(
            "bytes_a_second",
            ("baud", "start_bit", "parity_bits", "stop"),
            lambda baud, *parts: Fraction(baud) / (8 + sum(parts)),
            "每秒字节数为波特率 ÷（8 + 起始位、校验位、停止位）",
        ),
        Law("bit_time", ("baud",), lambda baud: 1 / Fraction(baud), "每位的时间为波特率的倒数"),
        Law("char_time", ("frame", "baud"), lambda frame, baud: frame / baud, "一个字符的时间为一帧的位数 ÷ 波特率"),
        Law(
            "either",
            ("chars", "frame", "data"),
            lambda chars, frame, data: (chars * frame, Fraction(chars * data)),
            "全部位的传输率为每秒字符数 × 一帧的位数，有效数据率为每秒字符数 × 数据位数",
        ),
        Law("chars", ("baud", "frame"), lambda baud, frame: Fraction(baud) / frame, "每秒字符数为波特率 ÷ 一帧的位数"),
        Law("chars", ("speed", "data"), lambda speed, data: Fraction(speed, data), "每秒字符数为有效数据率 ÷ 数据位数"),
        Law("baud", ("chars", "frame"), lambda chars, frame: chars * frame, "波特率为每秒字符数 × 一帧的位数"),
        Law("speed", ("chars", "data"), lambda chars, data: Fraction(chars * data), "比特率为每秒字符数 × 数据位数"),
        Law("efficiency", ("data", "frame"), lambda data, frame: Fraction(data) / frame, "效率为数据位数 ÷ 一帧的位数"),
    ),
    marks=(("asynchronous", r"异步|起止"), ("unchecked", r"^(?![\s\S]*校验)")),
    shown={
        **SHOWN,
        "frame_told": Quantity("一帧", number("位")),
        "bytes_a_second": Quantity("每秒", number("字节", 2), lambda value: (decimal(value, 2), str(int(value)))),
        "chars": Quantity(
            "每秒",
            number("个字符", 2),
            lambda value: (f"{about(value, 2)} 字符/秒", f"{about(value, 2)} 帧/秒", str(int(value)), f"{int(value)} 个"),
        ),
        "bit_time": Quantity("每位", duration, in_units),
        "char_time": Quantity("一个字符", duration, in_units),
        "either": Quantity(
            "",
            lambda pair: f"波特率 {pair[0]} 波特（即 {pair[0]} b/s，含起始、校验、停止位）；有效数据率 {pair[1]} b/s",
            lambda pair: tuple(f"{one}{unit}" for one in pair for unit in (" b/s", " bps", " 波特", "")),
        ),
    },
    words=" 串行 异步 异步串行 串行通信 异步通信 通信 传输系统 字符 字符格式 格式 帧 数据帧 一帧 每帧 每个字符 帧格式 由 组成 数据位 起始位 停止位 校验位 奇校验 偶校验 每秒 波特 接口 发 串口 有效数据率 最多",
    conventions=("波特率按每秒传送的全部位数（含起始、校验、停止位），比特率只计数据位",),
    idle=frozenset({"start", "stop", "parity", "data"}),
)


SCREEN = Topic(
    name="screen memory",
    about=r"分辨率|显存|显示存储器|帧频|刷新",
    refuse=r"总线|Cache|中断",
    told=(
        Told(
            "pixels",
            r"(?:分辨率)?(?:为|是)?\s*(?P<value>\d{3,4})\s*[×xX*]\s*(?P<other>\d{3,4})(?:像素|点)?",
            lambda match: int(match["value"]) * int(match["other"]),
        ),
        Told(
            "levels",
            r"(?P<value>\d{2,})\s*(?:种|个)?(?:颜色|级灰度|色|级?灰度级?)|2\^(?P<other>\d+)\s*种颜色",
            lambda match: int(match["value"]) if match["value"] else 1 << int(match["other"]),
        ),
    ),
    passed=(r"(?:显存)?(?:总)?带宽(?:的)?(?=\d+%)", r"(?:用)?(?:来|于)?刷新(?:屏幕|显示器)?"),
    roles=(
        Role(
            name="depth",
            quantity=BITS,
            read=to_count,
            before=r"颜色(?:深度)?|每(?:个)?像素|色深|灰度",
            after=r"(?:颜色|色深|真彩)",
            alone=True,
        ),
        Role(
            name="frames",
            quantity=r"(?<![\d.])\d+\s*(?:Hz|帧(?:/秒|/s|每秒)?)",
            read=lambda text: to_count(text),
            before=r"帧频|刷新率|帧率|刷新",
            alone=True,
        ),
        Role(name="part", quantity=SHARE, read=to_share, alone=True),
    ),
    asks=(
        (r"(?:需要|要求|所需|显存|显示存储器|的|总)*带宽(?:至少|约|大约|需要?|应|是|为)*(?:多少)?(?:[MG]B/s|Mb/s|Mbps)?", "rate"),
        (
            r"(?:显存|显示存储器|刷新存储器|帧缓存|VRAM)?(?:的)?(?:容量)(?:至少|约|应|需要?|是|为)*(?:多少|多大)?(?:MB|KB|B)?|(?:一帧|一幅)(?:图像|画面)?(?:的)?(?:数据量|大小)(?:是|为)?(?:多少)?",
            "volume",
        ),
    ),
    laws=(
        Law("depth", ("levels",), lambda levels: (levels - 1).bit_length(), "每个像素的位数为颜色数的对数"),
        Law("volume", ("pixels", "depth"), lambda pixels, depth: Fraction(pixels * depth, 8), "一帧的数据量为像素数 × 每个像素的位数 ÷ 8"),
        Law(
            "rate",
            ("volume", "frames", "part"),
            lambda volume, frames, part: volume * frames / part,
            "带宽为一帧的数据量 × 帧频 ÷ 刷新占的比例",
        ),
        Law("part", (), lambda: Fraction(1)),
    ),
    shown={
        "pixels": Quantity("像素", number("个")),
        "levels": Quantity("颜色", number("种")),
        "depth": Quantity("每个像素", number("位")),
        "frames": Quantity("帧频", number("帧/秒")),
        "part": Quantity("刷新占带宽", percentage),
        "volume": Quantity(
            "容量", lambda value: size(int(value)), lambda value: (f"{about(value / 1024)} KB", f"{about(value / 2**20)} MB", f"{value} B")
        ),
        "rate": Quantity(
            "带宽",
            rate,
            lambda value: (f"{decimal(value * 8 / 10**6, 0)} Mb/s", f"{decimal(value * 8 / 10**6, 0)} Mbps", *rate_otherwise(value)),
        ),
    },
    words=WORDS + " 显存 显示存储器 DRAM VRAM 实现 显示 显示器 屏幕 分辨率 颜色 颜色深度 帧频 刷新 像素 图像 画面 刷新频率 总带宽 帧 总",
    conventions=(MEGA,),
)
