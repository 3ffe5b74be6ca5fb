"""A serial device that the service program starts again for each character: bits on the line, characters a second, cycles for all of them."""

from __future__ import annotations

from fractions import Fraction

from engine.generators.clauses import Role
from engine.generators.laws.clauses import FREQUENCY, TIME, to_hertz, to_seconds
from engine.generators.laws.measures import duration, frequency
from engine.generators.laws.topic import Law, Quantity, Told, Topic, about, counted, whole
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER

_CYCLES = r"个?(?:CPU)?(?:时钟)?(?:周期|节拍)"
_TASK = r"(?:完成|用于|这一|该|此|任务|所需|的|整个|花在|CPU|则|那么|共|总)*"


def _cycles(value: Fraction) -> str:
    return f"{about(value)} 个时钟周期"


def _power(value: Fraction) -> tuple[str, ...]:
    digits = len(str(int(value))) - 1
    return (f"{decimal(value)}", *(f"{decimal(value / 10**digits, places)}×10^{digits}" for places in (1, 2, 3)))


SERIAL_DEVICE = Topic(
    name="serial device",
    about=r"(?=[\s\S]*(?:启动|中断))(?=[\s\S]*(?:串行|ASCII))(?=[\s\S]*停止位)",
    guard=r"DMA|波特|两台|查询|优先|屏蔽|位/秒|b/s|bps",
    told=(
        Told("data", r"(?:传送|传输|发送)?(?:字符(?:为|是)?)?\s*(?P<value>[5-8])\s*位(?:的)?(?:ASCII码?)?(?:字符|数据位)", whole),
        Told("parity", r"(?:有|和|、|与)*\s*(?:1|一)\s*位(?:奇|偶|奇偶)?校验位|(?:1|一)\s*个(?:奇|偶|奇偶)?校验位", 1),
        Told("stop", r"(?:和|、|与|以及)?\s*(?P<value>[12]|一|两)\s*(?:位|个)停止位", whole),
        Told("start", r"(?:1|一)\s*(?:位|个)起始位", 1),
        Told(
            "ready",
            rf"(?:设备)?(?:从|自)?(?:设备)?(?:[A-Z])?(?:接收|收到)(?:到)?启动命令(?:到|至)(?:一个)?字符(?:送入|送到|到达|进入)(?:I/O)?(?:端口|接口|缓冲(?:寄存)?器)(?:需要?|要|用|花)*\s*(?P<value>{TIME})",
            lambda match: to_seconds(match["value"]),
        ),
        Told("response", rf"(?:中断)?响应(?:需要?|要|用|占|为|时间)*\s*(?P<value>{INTEGER})\s*{_CYCLES}", whole),
        Told(
            "started",
            r"(?:其中)?(?:的)?第\s*(?P<value>\d+)\s*条(?:指令)?(?:为|是)?(?:重新)?(?:启动)(?:设备)?(?:[A-Z])?(?:工作)?(?:的指令)?",
            whole,
        ),
        Told("services", rf"(?:中断)?服务程序(?:共)?(?:有|包含|包括|含)*\s*(?P<value>{INTEGER})\s*条(?:指令)?", whole),
        Told("cpi", r"CPI(?:为|是|=)\s*(?P<value>\d+)(?![\d.])", whole),
        Told(
            "count",
            rf"(?:若|如果)?(?:CPU)?(?:需要?|要)?(?:从)?(?:设备)?(?:[A-Z])?(?:读取|读入|读|输入|接收)\s*(?P<value>{INTEGER})\s*个字符",
            whole,
        ),
    ),
    passed=(
        r"(?:采用|以|用)?异步串行(?:通信)?(?:方式)?(?:向主机)?(?:传送|传输)?(?=\ue000|\d)|通信规程中(?:有)?|(?:采用|以|用)中断(?:方式)?(?:进行)?(?:输入/?输出|I/O|传送)?|(?:I/O)?(?:端口|接口)?每收到一个字符(?:就|便)?(?:申请|请求|产生|发出)一次中断(?:请求)?",
    ),
    roles=(Role(name="hertz", quantity=FREQUENCY, read=to_hertz, alone=True),),
    asks=(
        (
            r"每(?:传送|传输)一个字符,?(?:在)?(?:异步)?(?:串行)?(?:通信)?(?:线|线路)?(?:上)?(?:共|总共|一共)?(?:需要?|要)?(?:传输|传送|发送)?(?:多少|几)位|每个字符(?:共)?(?:需|要|占)*(?:传输|传送)?(?:多少|几)位",
            "bits",
        ),
        (
            r"(?:在)?(?:设备)?(?:[A-Z])?(?:持续|连续)?(?:工作)?(?:过程中|时)?,?每秒(?:钟)?(?:最多)?(?:可|能|可以)?(?:向)?(?:I/O)?(?:端口|接口)?(?:送入|送出|输入|传送)(?:多少|几)个字符",
            "chars",
        ),
        (rf"CPU(?:用于|花在|为){_TASK}(?:上)?(?:的)?时间(?:大约|约)?(?:是|为|需要?)?(?:多少|几){_CYCLES}", "busy"),
        (rf"{_TASK}时间(?:大约|约)?(?:是|为|需要?)?(?:多少|几){_CYCLES}", "all"),
    ),
    laws=(
        Law(
            "bits",
            ("data", "parity", "stop"),
            lambda data, parity, stop: data + parity + stop + 1,
            "起始位、数据位、校验位、停止位相加",
            "异步串行通信的每个字符有 1 位起始位",
        ),
        Law("chars", ("ready",), lambda ready: 1 / ready if (1 / ready).denominator == 1 else None, "每秒的字符数为 1 ÷ 一个字符的时间"),
        Law("clocks", ("ready", "hertz"), lambda ready, hertz: ready * hertz, "等待一个字符的周期数为时间 × 主频"),
        Law(
            "all",
            ("count", "clocks", "response", "started", "cpi"),
            lambda count, clocks, response, started, cpi: count * (clocks + response + started * cpi),
            "每个字符从启动到再次启动：等待字符、中断响应、服务程序执行到启动设备的那条指令，周期数相加，再乘字符数",
        ),
        Law(
            "busy",
            ("count", "response", "services", "cpi"),
            lambda count, response, services, cpi: count * (response + services * cpi),
            "每个字符用去中断响应和整个服务程序的周期数，再乘字符数",
        ),
    ),
    shown={
        "data": Quantity("数据位", counted("位")),
        "parity": Quantity("校验位", counted("位")),
        "stop": Quantity("停止位", counted("位")),
        "ready": Quantity("启动到送入字符", duration),
        "hertz": Quantity("主频", frequency),
        "response": Quantity("中断响应", counted("个周期")),
        "services": Quantity("服务程序", counted("条指令")),
        "started": Quantity("启动设备的是第", counted("条指令")),
        "cpi": Quantity("CPI", about),
        "count": Quantity("字符", counted("个")),
        "clocks": Quantity("等待一个字符", counted("个周期")),
        "bits": Quantity("每个字符传输", counted("位"), lambda value: (f"{value}",)),
        "chars": Quantity("每秒最多", counted("个字符"), lambda value: (f"{value}",)),
        "all": Quantity("完成任务约", _cycles, _power),
        "busy": Quantity("CPU 用于任务", _cycles, _power),
    },
    words=" 设备 主机 字符 ASCII 异步 串行 通信 通信规程 规程 端口 I/O 接口 启动 命令 中断 中断服务程序 服务程序 指令 申请 响应 输入输出 读取 工作 持续 完成 任务 时间 线 送入 收到 D",
    idle=frozenset({"start", "parity", "stop", "data", "cpi", "hertz", "services", "started", "response", "count", "ready"}),
)
