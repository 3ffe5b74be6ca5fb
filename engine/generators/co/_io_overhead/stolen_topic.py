"""Memory cycles that DMA takes from the CPU."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from engine.generators.clauses import Role
from engine.generators.laws.clauses import BITS, RATE, SIZE, TIME, to_bytes, to_rate, to_seconds
from engine.generators.laws.measures import duration
from engine.generators.laws.topic import Law, Quantity, Told, Topic, counted, in_units, whole
from engine.generators.quantities import decimal, is_exact
from engine.generators.reading import to_count


def percent(value: Fraction) -> str:
    """A share in per cent, to four places."""
    return f"{'' if is_exact(value * 100, 4) else '约 '}{decimal(value * 100, 4)}%"


def shares(value: Fraction) -> Sequence[str]:
    """A share with fewer places."""
    return tuple(f"{decimal(value * 100, places)}%" for places in (1, 2, 3))


STOLEN = Topic(
    name="cycles stolen",
    about=r"挪用|窃取|周期挪|挪",
    guard=r"预处理|后处理|Cache|命中|寻道|两台|通道|比较",
    refuse=r"指令|主频",
    told=(
        Told(
            "way",
            r"(?:采用|用|以|按)?(?:(?:存取)?周期)?(?:挪用|窃取)(?:一个)?(?:存取|主存|存储)?(?:周期)?(?:的)?(?:方式|法)?(?:DMA)?(?:方式)?(?!CPU|了?多少|主存多|内存多)",
            1,
        ),
        Told("word_bytes", r"(?:每次|一次)(?:传送?|传输)?(?:一个)?字\(\s*(?P<value>\d+)\s*(?:B|字节)\)", whole),
        Told("batch", r"(?:一批|每批|一次)(?:最多)?(?:为)?\s*(?P<value>\d+)\s*个?(?:字节|字符)", whole),
    ),
    passed=(
        r"每传(?:送|输)?(?:一|1)?个?(?:字|数据|字节|字符)(?:就|要|需要?|需|\ue000)*(?:占|占用)?(?:一个|1个)?(?:主存|存储)?(?:存取)?(?:周期)?",
    ),
    roles=(
        Role(name="total", quantity=SIZE, read=to_bytes, before=r"传送|传输|传|共|数据块|块", after="(?:的)?(?:数据|块)"),
        Role(name="rate", quantity=RATE, read=to_rate(1000), alone=True),
        Role(
            name="unit",
            quantity=SIZE,
            read=to_bytes,
            before=r"字长|每次|每个字|一个字|字|一次|(?:每次|一次)?(?:挪用|窃取)(?:传送|传输|传)+|周期(?:传送|传输|传)+",
        ),
        Role(name="bits", quantity=BITS, read=to_count, before=r"字长|每次|每个字|宽度|字"),
        Role(name="cycle", quantity=TIME, read=to_seconds, before=r"(?:主存|存储器|存取|存储)?周期(?:为)?", alone=True),
    ),
    asks=(
        (r"(?:总共|共|一共)?(?:挪用|窃取|(?<=共)占用?)(?:了)?(?:CPU|主存|内存|\ue000)*(?:的)?(?:多长时间|多少时间|多久)", "time"),
        (r"(?:共|总共)?(?:挪用|窃取|占用)?(?:多少|几)个?(?:存取|主存)?周期|(?:多少|几)次", "count"),
        (
            r"(?:DMA)?(?:挪用)?(?:占(?:用)?(?:了)?)(?:多少|百分之几|几成)(?:比例)?(?:的)?(?:主存|存储器|内存|CPU)?(?:的)?(?:存取)?(?:周期|时间)?|(?:DMA)?(?:挪用)?(?:占(?:用)?(?:了)?)(?:主存|存储器|内存|CPU)(?:的)?(?:时间)?(?:的)?(?:多少|百分之几|几成|比例|百分比)*(?:时间)?|(?:百分比|占比|比例)(?:是|为)?(?:多少)?",
            "share",
        ),
    ),
    laws=(
        Law("one", ("word_bytes",), lambda one: one),
        Law("one", ("unit",), lambda one: one),
        Law("one", ("bits",), lambda bits: Fraction(bits, 8)),
        Law("count", ("total", "one"), lambda total, one: Fraction(total) / one, "挪用的周期数为数据量 ÷ 每次的数据量"),
        Law("time", ("count", "cycle"), lambda count, cycle: count * cycle, "挪用的时间为周期数 × 存取周期"),
        Law("share", ("rate", "one", "cycle"), lambda rate, one, cycle: rate / one * cycle, "占的比例为每秒挪用的周期数 × 存取周期"),
    ),
    shown={
        "total": Quantity("数据", counted("B")),
        "one": Quantity("每次", counted("B")),
        "rate": Quantity("传输率", lambda value: f"{decimal(value)} B/s"),
        "cycle": Quantity("存取周期", duration),
        "count": Quantity("挪用", counted("个周期")),
        "time": Quantity("挪用", duration, in_units),
        "share": Quantity("占", percent, shares),
    },
    words=" DMA DMA方式 周期 存取周期 存取 主存 内存 字 传送 传 数据 块 数据块 磁盘 设备 外设 挪用 窃取 方式 一个 CPU 接口 每个字",
    idle=frozenset({"way"}),
    conventions=("1 KB = 1024 B",),
)
