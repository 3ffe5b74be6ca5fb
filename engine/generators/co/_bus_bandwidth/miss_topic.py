"""What a miss of the cache costs on the memory bus: a block read word by word, each with its own address, or in one burst."""

from __future__ import annotations

from fractions import Fraction

from engine.generators.clauses import Role
from engine.generators.co._bus_bandwidth.words import CLOCKS, COMMON_ROLES, SHOWN, WORDS
from engine.generators.laws.clauses import BITS, SIZE, to_bytes
from engine.generators.laws.topic import Facts, Law, Quantity, Told, Topic, in_units, whole
from engine.generators.reading import INTEGER, stay_out, to_count

_BURST = r"突发|猝发|burst|成组传送"
_LEAD = r"(?:发送|传送|送出?|传输)(?:一次|首|主存|存储器)?地址(?:(?:和|与|及)(?:读)?命令)?|(?:发送|传送)(?:首)?地址和(?:读)?命令"
_WAIT = r"(?:存储器|主存|内存)?(?:芯片)?(?:准备|读出|取出)(?:好)?(?:第一个|首个|一个|1个)?数据|(?:每次)?(?:存储器|主存|DRAM)(?:的)?(?:存取|访问|读取)(?:时间)?"
_EACH = r"(?:总线上)?(?:每)?(?:传送|传输|送)(?:一个|1个)?数据"
_NEEDS = r"(?:都|各|只|就)?(?:需要?|占用?|用|要|花费?|为|是|的)*\s*"


def _whole_words(facts: Facts) -> None:
    if Fraction(facts.get("words", 1)).denominator != 1:
        stay_out("a part of a word")


MISS_ON_BUS = Topic(
    name="miss on a bus",
    about=r"(?:缺失|失效|不命中|未命中)(?:的)?(?:损失|开销|代价)",
    guard=r"缺失率|命中率|TLB|DDR|双沿|上升沿|利用率|写回|写直达|脏|[两二]个?通道|CPI",
    refuse=r"(?<!多模块)交叉(?!存储器|编址|方式)|存储体|行缓冲|分离事务|重叠",
    told=(
        Told(
            "burst",
            rf"(?:存储器)?(?:芯片)?(?:和|与)?(?:总线)?(?:均|都)?(?:支持|采用)?(?:{_BURST})(?:\(burst\))?(?:传送|传输)?(?:方式)?(?!长度)",
            1,
        ),
        Told(
            "run",
            rf"(?:可)?连续(?:传送|传输)\s*(?P<value>{INTEGER})\s*个数据(?:\(即?突发长度\s*=\s*\d+\))?|突发长度(?:为|是|=)\s*(?P<other>{INTEGER})",
            whole,
        ),
        Told("lead", rf"(?:{_LEAD}){_NEEDS}(?P<value>{INTEGER})\s*{CLOCKS}", whole),
        Told("wait", rf"(?:{_WAIT}){_NEEDS}(?P<value>{INTEGER})\s*{CLOCKS}(?:\(即?(?:CAS)?潜伏期\s*=\s*\d+\))?", whole),
        Told("each", rf"(?:{_EACH}){_NEEDS}(?P<value>{INTEGER})\s*{CLOCKS}", whole),
        Told(
            "each",
            r"(?:随后|之后|此后|然后)?(?:每个?|一个?)(?:总线)?(?:时钟)?周期(?:总线上)?(?:可|能)?(?:传送|传输)\s*(?:1|一)\s*个数据",
            1,
        ),
    ),
    passed=(
        r"(?:CPU|处理器)(?:通过|经)(?:存储器|系统)?总线(?:读取|读)(?:一个)?(?:数据|主存块)的?过程(?:为|是|如下)?",
        r"(?:主存|内存)(?:和|与)(?:cache|高速缓存)之间(?:交换|传送|传输)的?",
    ),
    roles=(
        Role(
            name="block",
            quantity=SIZE,
            read=to_bytes,
            before=r"(?:主存|Cache|数据)?块(?:的)?(?:大小|长度|长)?|行(?:的)?(?:大小|长度|长)|交换的(?:单位|主存块)",
        ),
        Role(
            name="bytes",
            quantity=SIZE,
            read=to_bytes,
            before=r"(?:(?:存储|存取)(?:器)?(?:的)?宽度(?:和|与|及))?总线(?:的)?宽度|(?:总线|存储器)宽",
        ),
        Role(name="width", quantity=BITS, read=to_count, before=r"(?:(?:存储|存取)(?:器)?(?:的)?宽度(?:和|与|及))?总线(?:的)?宽度|总线宽"),
        *COMMON_ROLES,
    ),
    asks=(
        (
            r"(?:则)?(?:cache|高速缓存)?(?:的)?(?:一次|每次)?(?:cache)?(?:缺失|失效|不命中|未命中)(?:的)?(?:损失|开销|代价)(?:\((?:缺失|失效)(?:开销|损失|代价)\))?(?:至少|大约|约|应)?(?:为|是|需要?)?(?:至少)?\s*(?:多少|几)?\s*(?:个)?(?:总线)?(?:时钟)?(?:周期)?",
            "clocks",
        ),
        (r"(?:折合|合|即)?(?:多少|几)\s*(?:ns|纳秒)", "time"),
    ),
    laws=(
        Law("width_bytes", ("bytes",), lambda count: count),
        Law("width_bytes", ("width",), lambda width: Fraction(width, 8)),
        Law("words", ("block", "width_bytes"), lambda block, width: Fraction(block) / width, "一块的数据个数为块的大小 ÷ 总线宽度"),
        Law(
            "clocks",
            ("burst", "run", "words", "lead", "wait", "each"),
            lambda _, run, words, lead, wait, each: (words / run) * (lead + wait + run * each) if words % run == 0 else None,
            "一次突发为送地址、准备第一个数据、逐个传送各数据的周期之和，乘突发的次数",
        ),
        Law(
            "clocks",
            ("burst", "words", "lead", "wait", "each"),
            lambda _, words, lead, wait, each: lead + wait + words * each,
            "突发传送只送一次地址：送地址、准备第一个数据、逐个传送各数据的周期相加",
        ),
        Law(
            "clocks",
            ("single", "words", "lead", "wait", "each"),
            lambda _, words, lead, wait, each: words * (lead + wait + each),
            "每个数据各要送地址、准备、传送，周期之和乘数据个数",
            "没有说突发传送，每个数据单独用一次总线事务",
        ),
        Law("time", ("clocks", "hertz"), lambda clocks, hertz: clocks / hertz, "时间为周期数 ÷ 时钟频率"),
    ),
    marks=(("single", rf"^(?![\s\S]*(?:{_BURST}|交叉))"),),
    shown={
        **SHOWN,
        "burst": Quantity("传送方式", lambda _: "突发"),
        "run": Quantity("突发长度", lambda value: f"{value}"),
        "bytes": Quantity("总线宽度", lambda value: f"{value} B"),
        "clocks": Quantity("缺失损失", lambda value: f"{value} 个时钟周期", lambda value: (f"{value}",)),
        "time": Quantity("时间", lambda value: in_units(value)[1], in_units),
    },
    words=WORDS + " cache Cache 主存块 主存 交换 存储宽度 存取宽度 总线宽度 假定 过程 组织方式 芯片 缺失损失 一次",
    idle=frozenset({"run"}),
    check=_whole_words,
)
