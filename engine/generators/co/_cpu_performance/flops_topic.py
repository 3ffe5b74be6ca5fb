"""Floating-point operations a second: measured by a program, or at most."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.co._cpu_performance.words import WORDS
from engine.generators.laws.clauses import FREQUENCY, POWER, TIME, to_hertz, to_large, to_seconds
from engine.generators.laws.measures import duration, frequency
from engine.generators.laws.topic import Law, Quantity, Told, Topic, about, counted
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, to_int

_FLOATING = r"浮点(?:运算|操作|指令)?"


def _power(value: Fraction) -> str:
    power = len(str(int(value))) - 1
    return f"{decimal(value / 10**power, 1)}×10^{power}"


FLOPS = Topic(
    name="floating-point speed",
    about=r"浮点|FLOPS",
    guard=r"占|%|加速|754|单精度|CPI|阶码|尾数|哪(?:台|个)|流水",
    told=(
        Told(
            "each",
            rf"每(?:个)?(?:核|CPU)?(?:心)?(?:在)?每?(?:个)?(?:时钟)?周期(?:内)?(?:可|能|可以|最多|完成|执行|做|进行)*\s*(?P<value>{INTEGER})\s*次(?:\w{{0,3}}精度)?{_FLOATING}",
            lambda match: to_int(match["value"]),
        ),
        Told(
            "speed_told",
            rf"(?:其|它)?(?:的)?(?:峰值|持续)?(?:{_FLOATING})(?:的)?(?:速度|性能|能力)?(?:为|是|达到?|约)*\s*(?P<value>\d+(?:\.\d+)?)\s*(?P<unit>[MGTPE])FLOPS",
            lambda match: Fraction(match["value"]) * 10 ** (3 * " KMGTPE".index(match["unit"].upper())),
        ),
        Told(
            "operations",
            rf"(?:含|有|共|执行|完成|包含|进行)*(?:{_FLOATING})(?:次数)?(?:共|为|是|有)*\s*(?P<value>{POWER})\s*次|(?:执行|完成|共|含|有)*\s*(?P<other>{POWER})\s*次(?:的)?{_FLOATING}",
            lambda match: to_large(match["value"] or match["other"]),
        ),
        Told(
            "cores",
            r"(?P<value>\d+|[双两四六八])\s*(?:个)?核(?:心)?(?:的)?(?:处理器|CPU)?",
            lambda match: {"双": 2, "两": 2, "四": 4, "六": 6, "八": 8}.get(match["value"]) or int(match["value"]),
        ),
    ),
    roles=(
        Role(name="hertz", quantity=FREQUENCY, read=to_hertz, alone=True),
        Role(name="time", quantity=TIME, read=to_seconds, alone=True),
    ),
    prepared=lambda text: patterns.sub(r"(?:全球)?(?:超级计算机)?TOP\s*500(?:强)?(?:的)?(?:排名|排行榜|榜单)?(?:中|上)?,?", ",", text),
    passed=(r"(?:19|20)\d\d年(?:公布|发布)?的?|超级计算机|我国|[\u4e00-\u9fff]{0,4}·[\u4e00-\u9fff]{2,6}|蝉联第一|位列第[一二三\d]",),
    asks=(
        (
            r"(?:说明|表示|意味着)?(?:该|此|这台)?(?:计算机|机器|系统)?每秒(?:钟)?(?:可|能|可以)?(?:完成|执行|进行)(?:的)?浮点(?:操作|运算)(?:的)?次数(?:约|大约)?(?:是|为)?(?:多少)?",
            "count",
        ),
        (
            r"(?:该|此|程序|处理器|机器|的|则|理论)*(?:峰值|最高|最大)?(?:的)?浮点(?:运算|计算|处理)?(?:的)?(?:峰值)?(?:速度|性能|能力|速率)(?:是|为|约|达|有)*(?:多少)?(?:[MGTP]?FLOPS)?|(?:多少|几)\s*[MGTP]?FLOPS|[MGTP]?FLOPS(?:数|值)?(?:是|为)?(?:多少)?",
            "speed",
        ),
    ),
    laws=(
        Law("count", ("speed_told",), lambda speed: speed, "M、G、T、P 依次为 10^6、10^9、10^12、10^15"),
        Law("speed", ("operations", "time"), lambda operations, time: operations / time, "浮点速度为浮点运算次数 ÷ 时间"),
        Law(
            "speed", ("hertz", "each", "cores"), lambda hertz, each, cores: hertz * each * cores, "峰值为主频 × 每周期的浮点运算次数 × 核数"
        ),
        Law("cores", ("one_core",), lambda _: Fraction(1)),
    ),
    marks=(("one_core", r"^(?![\s\S]*核)"),),
    shown={
        "speed_told": Quantity("浮点速度", _power),
        "count": Quantity(
            "每秒的浮点操作",
            lambda value: f"约 {_power(value)} 次",
            lambda value: tuple(
                f"{decimal(value / 10**power, places)}{name}次"
                for power, name in ((8, "亿"), (12, "万亿"), (15, "千万亿"), (16, "亿亿"))
                for places in (1, 2)
            ),
        ),
        "operations": Quantity("浮点运算", lambda value: f"{decimal(value)} 次"),
        "each": Quantity("每个周期", counted("次")),
        "cores": Quantity("核", counted("个")),
        "hertz": Quantity("主频", frequency),
        "time": Quantity("时间", duration),
        "speed": Quantity(
            "浮点速度",
            lambda value: f"{about(value / 10**6, 2)} MFLOPS",
            lambda value: (f"{decimal(value / 10**9, 3)} GFLOPS", f"{decimal(value / 10**12, 4)} TFLOPS"),
        ),
    },
    words=WORDS + " 浮点 浮点运算 浮点速度 峰值 性能 处理器 多核 FLOPS MFLOPS GFLOPS 某程序 运行 含",
    conventions=("1 MFLOPS 为每秒 10^6 次浮点运算",),
)
