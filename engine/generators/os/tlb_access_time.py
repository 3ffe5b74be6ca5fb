"""Effective access time with a TLB: the mean over hits and misses.

After Silberschatz, Operating System Concepts (paging, translation look-aside buffer): the TLB is looked up first; on a miss every
level of the page table costs one memory access, then comes the access itself. Where TLB and page table are looked up at once,
a miss does not pay for the TLB; questions state which is meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from engine.drawings.model import Bar, Bars, Drawing
from engine.generators.chance import Chance
from engine.generators.kind import Generated, Kind, Missing, Parameters, Recognition, Solution, Solver, Wrong
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, is_exact
from engine.generators.reading import DECIMAL, Reading, stay_out, to_int

POINT = "os.memory.tlb"


@dataclass(frozen=True, slots=True)
class Case:
    """One way an access can go; `time` in the unit of the times given."""

    name: str
    share: Fraction
    time: Fraction
    working: str


def cases(memory: Fraction, tlb: Fraction, hit: Fraction, levels: int = 1, parallel: bool = False) -> tuple[Case, Case]:
    """The hit and the miss.

    Args:
        memory: time of one memory access.
        tlb: time of one TLB look-up.
        hit: the TLB's hit ratio, 0 to 1.
        levels: of the page table, all in memory.
        parallel: TLB and page table are looked up at once.
    """
    m, t = decimal(memory, 4), decimal(tlb, 4)
    tables = " + ".join([m] * (levels + 1))
    miss = (levels + 1) * memory + (0 if parallel else tlb)
    return (
        Case("快表命中", hit, tlb + memory, f"{t} + {m}" if tlb else m),
        Case("快表未命中", 1 - hit, miss, tables if parallel or not tlb else f"{t} + {tables}"),
    )


def mean(ways: Sequence[Case]) -> Fraction:
    """The effective access time."""
    return sum((way.share * way.time for way in ways), Fraction(0))


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    memory, tlb = Fraction(chance.between(50, 200, 10)), Fraction(chance.choice((2, 5, 8, 10, 15, 20)))
    hit = Fraction(chance.choice((70, 75, 80, 85, 90, 92, 95, 96, 98)), 100)
    if difficulty == 1:
        return _mean(memory, tlb, hit, 1, parallel=False)
    if difficulty == 2:
        return (
            _mean(memory, tlb, hit, chance.between(2, 3), parallel=False) if chance.one_in(2) else _mean(memory, tlb, hit, 1, parallel=True)
        )
    return _needed(chance, memory, tlb) if chance.one_in(2) else _faults(chance, memory, tlb, hit)


def _text(value: Fraction) -> str:
    return decimal(value, 1, keep_zeros=True) + " ns"


def _opening(memory: Fraction, tlb: Fraction, levels: int) -> str:
    table = {1: "页表", 2: "两级页表", 3: "三级页表"}[levels]
    return f"某分页系统的{table}全部放在内存中，访问一次内存需 {memory} ns，查一次快表（TLB）需 {tlb} ns"


def _rule(parallel: bool) -> str:
    return "查快表和查页表同时进行，命中则立即停止查页表" if parallel else "先查快表，未命中再查页表，不计更新快表的时间"


def _mean(memory: Fraction, tlb: Fraction, hit: Fraction, levels: int, parallel: bool) -> Generated | None:
    ways = cases(memory, tlb, hit, levels, parallel)
    right = mean(ways)
    if not is_exact(right, 1):
        return None
    miss = ways[1].time
    wrong = [
        (hit * (tlb + memory) + (1 - hit) * (miss - memory), "未命中时少算了一次访存"),
        (hit * memory + (1 - hit) * (miss - (0 if parallel else tlb)), "没有计入查快表的时间"),
        (hit * (tlb + memory) + (1 - hit) * (miss + tlb), "未命中时多算了一次查快表"),
        ((1 - hit) * (tlb + memory) + hit * miss, "把命中率和未命中率弄反了"),
        (mean(cases(memory, tlb, hit, levels, not parallel)), "当作两者同时查找" if not parallel else "当作先查快表再查页表"),
        (tlb + memory, "当作每次都命中"),
        (hit * tlb + (1 - hit) * miss, "命中时没有计入访存本身"),
        (mean(cases(memory, tlb, hit, levels + 1, parallel)), "未命中时多算了一次访存"),
        (hit * (tlb + memory) + (1 - hit) * miss * 2, "未命中的时间算了两遍"),
    ]
    return Generated(
        point=POINT,
        stem=f"{_opening(memory, tlb, levels)}。{_rule(parallel)}。快表的命中率为 {decimal(hit * 100)}%，则有效访问时间为",
        right=_text(right),
        wrong=[Wrong(_text(value), why) for value, why in wrong if is_exact(value, 1)],
        steps=_working(ways, _text(right)),
        parameters={
            "task": "parallel" if parallel else "mean" if levels == 1 else "levels",
            "memory_ns": int(memory),
            "tlb_ns": int(tlb),
            "hit_percent": int(hit * 100),
            "levels": levels,
        },
        drawing=_drawing(ways, right, "ns"),
    )


def _needed(chance: Chance, memory: Fraction, tlb: Fraction) -> Generated | None:
    """The hit ratio that a wanted mean needs."""
    levels = chance.between(1, 2)
    hit = Fraction(chance.between(60, 98, 2), 100)
    wanted = mean(cases(memory, tlb, hit, levels))
    if wanted.denominator != 1:
        return None
    best, worst = tlb + memory, tlb + (levels + 1) * memory
    wrong = [
        ((worst - tlb - wanted) / (worst - tlb - memory), "没有计入查快表的时间"),
        (1 - hit, "算成了未命中率"),
        ((worst - memory - wanted) / (worst - memory - best) if worst - memory != best else Fraction(0), "未命中时少算了一次访存"),
        ((worst + memory - wanted) / (worst + memory - best), "未命中时多算了一次访存"),
        (best / wanted, "用命中时的时间除以有效访问时间"),
        ((worst + tlb - wanted) / (worst + tlb - best), "未命中时多算了一次查快表"),
        (hit + Fraction(1, 100), "解方程时多算了 1 个百分点"),
        (hit - Fraction(1, 100), "解方程时少算了 1 个百分点"),
    ]
    right = decimal(hit * 100, 1, keep_zeros=True) + "%"
    return Generated(
        point=POINT,
        stem=f"{_opening(memory, tlb, levels)}。{_rule(False)}。要使有效访问时间为 {wanted} ns，快表的命中率应为",
        right=right,
        wrong=[Wrong(decimal(value * 100, 1, keep_zeros=True) + "%", why) for value, why in wrong if 0 < value < 1],
        steps=paragraphs(
            f"命中时需 {tlb} + {memory} = {best} ns，未命中时需 {tlb} + {' + '.join([str(memory)] * (levels + 1))} = {worst} ns。",
            f"设命中率为 $h$：$h × {best} + (1 - h) × {worst} = {wanted}$，即 ${worst} - {worst - best}h = {wanted}$。",
            f"$h$ 为 ({worst} − {wanted})/{worst - best}，即 {right}",
        ),
        parameters={"task": "hit-ratio", "memory_ns": int(memory), "tlb_ns": int(tlb), "wanted_ns": int(wanted), "levels": levels},
    )


def _faults(chance: Chance, memory: Fraction, tlb: Fraction, hit: Fraction) -> Generated | None:
    """With page faults on top."""
    rate = Fraction(chance.choice((1, 2, 5)), chance.choice((10_000, 100_000)))
    service = chance.between(2, 10) * 1_000_000  # ns
    ways = cases(memory, tlb, hit)
    without = mean(ways)
    right = (1 - rate) * without + rate * service

    def text(value: Fraction) -> str:
        return decimal(value, 0) + " ns"

    wrong = [
        (without, "没有计入缺页"),
        (rate * service, "只算了缺页的时间"),
        (without + rate * service + memory, "缺页后又多算了一次访存"),
        ((1 - rate) * without + rate * service / 10, "换算毫秒和纳秒时差了 10 倍"),
        ((1 - rate) * without + rate * service * 10, "换算毫秒和纳秒时差了 10 倍"),
        ((1 - rate) * memory + rate * service, "不缺页时没有按有效访问时间计算"),
        ((1 - rate) * without + (1 - hit) * rate * service, "把缺页率又乘了快表未命中率"),
        ((1 - rate) * (tlb + 2 * memory) + rate * service, "不缺页时当作快表总是未命中"),
    ]
    shown = decimal(rate * 100, 4)
    return Generated(
        point=POINT,
        stem=(
            f"{_opening(memory, tlb, 1)}。{_rule(False)}。快表的命中率为 {decimal(hit * 100)}%；所有访问中有 {shown}% 发生缺页，"
            f"发生缺页的一次访问从开始到取得数据共需 {service // 1_000_000} ms。平均访问时间约为"
        ),
        right=text(right),
        wrong=[Wrong(text(value), why) for value, why in wrong],
        steps=paragraphs(
            _working(ways, f"{decimal(without, 4)} ns").replace("有效访问时间", "不缺页时的平均时间"),
            f"缺页时需 {service // 1_000_000} ms，即 {service} ns。平均访问时间为 (1 − {decimal(rate, 6)}) × {decimal(without, 4)} + {decimal(rate, 6)} × {service} "
            f"{'=' if right.denominator == 1 else '≈'} {text(right)}",
        ),
        parameters={
            "task": "faults",
            "memory_ns": int(memory),
            "tlb_ns": int(tlb),
            "hit_percent": int(hit * 100),
            "fault_rate": str(rate),
            "service_ns": service,
        },
        drawing=_drawing(ways, without, "ns"),
    )


# --- working and drawing -----------------------------------------------------------------------------------------------------------


def _working(ways: Sequence[Case], shown: str, unit: str = "ns") -> str:
    lines = [
        f"- {way.name}（{decimal(way.share * 100, 4)}%）：{way.working} = {decimal(way.time, 4)} {unit}"
        if "+" in way.working
        else f"- {way.name}（{decimal(way.share * 100, 4)}%）：{decimal(way.time, 4)} {unit}"
        for way in ways
    ]
    terms = " + ".join(f"{decimal(way.share, 6)} × {decimal(way.time, 4)}" for way in ways)
    return paragraphs("\n".join(lines), f"有效访问时间为 {terms} = {shown}")


def _drawing(ways: Sequence[Case], total: Fraction, unit: str) -> Drawing:
    bars = [
        Bar(way.name, float(way.time), f"{decimal(way.time)} {unit}", "good" if number == 0 else "bad") for number, way in enumerate(ways)
    ]
    return Bars(
        title="一次访问的时间",
        note=f"命中率 {decimal(ways[0].share * 100)}%，平均 {decimal(total)} {unit}",
        bars=(*bars, Bar("平均", float(total), f"{decimal(total)} {unit}", "new")),
    )


# --- solver ------------------------------------------------------------------------------------------------------------------------

_TIME = rf"(?P<value>{DECIMAL}\s*(?:ns|μs|us|纳秒|微秒))"
_TLB = r"(?:快表|TLB|联想(?:寄存器|存储器)|相联存储器|块表)(?:\(TLB\)|\(快表\))?"
_MEMORY = r"(?:内存|主存|存储器|访存)"
_NEED = r"(?:所?需要?|要|花费?|用|耗时|为|是|的|时间|=|:|约|一次|1次|大概|\s)*"


def _nanoseconds(text: str) -> Fraction:
    number = Fraction("".join(sign for sign in text if sign in "0123456789."))
    return number * (1 if "ns" in text.lower() or "纳" in text else 1000)


def _share(text: str) -> Fraction:
    return Fraction(text.replace("%", "").strip()) / (100 if "%" in text else 1)


def _recognise(text: str) -> Recognition | None:
    reading = Reading(text)
    reading.take_all(
        r"(?:若|如果|假设|假定)?(?:均|都)?(?:不考虑|不计|忽略|不会发生|不会出现|不发生|不出现|不会产生|不产生|没有)(?:发生)?(?:任何)?缺页(?:的)?(?:情况|中断|异常|处理|影响)?(?:的)?(?:时间|开销)?(?:发生)?"
    )
    reading.refuse(r"cache|高速缓|缺页|磁盘|段|多道|装入时间|置换|虚拟机")
    parallel = reading.take(
        rf"(?:{_TLB}(?:和|与|及)(?:内存)?(?:中的?)?(?:慢表|页表)|查?{_TLB}(?:和|与|及)(?:查)?(?:内存)?(?:慢表|页表))?(?:的)?(?:可以|可)?(?:同时|并行)(?:地)?(?:进行)?(?:查找|访问|查询|检索|查|进行)(?:{_TLB}(?:和|与|及)(?:慢表|页表))?"
    )
    serial = reading.take(
        rf"先(?:查找?|访问|检索|查询){_TLB},?(?:若|如果|当)?(?:{_TLB})?(?:没有|没|未|不)(?:命中|找到),?(?:时|则|的话)?,?(?:再|才|就|然后)*(?:依次|逐级)?(?:去|到)?(?:查找?|访问|检索|查询)?(?:{_MEMORY})?(?:中|里)?(?:查找?|访问)?(?:的)?(?:各级)?(?:慢表|页表|(?=[一二两三四1234]级页表))"
    )
    if parallel and serial:
        return None
    reading.take_all(rf"(?:不计|忽略|不考虑)更新{_TLB}(?:的)?时间")
    levels = reading.take_one(
        r"(?P<value>[一二两三四1234])级(?:页表|分页)", lambda value: "一二三四".find(value.replace("两", "二")) + 1 or int(value)
    )
    ignored = reading.take(
        rf"(?:忽略|不计|不考虑)(?:对)?(?:查找?|访问|检索)?{_TLB}(?:的)?(?:查找|访问|检索|查询)?(?:的)?(?:时间|开销)|{_TLB}(?:的)?(?:查找|访问|检索|查询)?(?:的)?(?:时间|开销)(?:可以|可)?(?:忽略不计|忽略|不计)"
    )
    missed = reading.take_one(
        rf"(?:{_TLB})?(?:的)?(?:(?:未|不|没)命中|失效|缺失)(?:率|概率|的概率)(?:约|为|是|=|:|\s)*(?P<value>{DECIMAL}\s*%|0\.\d+)", _share
    )
    hit = reading.take_one(
        (
            rf"(?:{_TLB})?(?:的)?(?:平均)?命中(?:率|概率)(?:h|H)?(?:达|约|为|是|=|:|\s)*(?P<value>{DECIMAL}\s*%|0\.\d+)",
            rf"(?P<value>{DECIMAL}\s*%|0\.\d+)\s*(?:的)?(?:{_TLB})?命中(?:率)?",
            rf"(?P<value>{DECIMAL}\s*%)的?(?:页表|页号|地址|访问)?(?:引用|访问|查找)(?:可?在)?(?:命中)?{_TLB}(?:中)?(?:命中)?",
            rf"(?P<value>{DECIMAL}\s*%)(?:的)?(?:情况下?|概率|可能|访问|页号|页表项|地址)(?:可以|能)?(?:在|从)?{_TLB}(?:中|里)?(?:能|可以)?(?:命中|找到|查到)",
        ),
        _share,
    )
    if missed is not None:
        if hit is not None and hit + missed != 1:
            stay_out("rates that do not add up")
        hit = 1 - missed
    count = r"(?P<value>[两二三四五2-5])"
    times = reading.take_one(
        [
            rf"(?:若|如果|当)?(?:{_TLB})?(?:不|未|没有?)命中(?:的话|时|则|就|,)*(?:共|总共)?(?:需要?|要)?(?:{form})"
            for form in (rf"(?:访问?|读){count}次{_MEMORY}", rf"(?:访问?|读){_MEMORY}{count}次", rf"{count}次(?:访存|访问{_MEMORY})")
        ],
        to_int,
    )
    if times not in (None, (levels or 1) + 1):
        return None
    # Without a TLB one datum costs two accesses: the page table and itself.
    bare = reading.take_one(
        rf"(?:(?:没有|没|无|不用|不使用|未用|未使用|未采用|未设置?)(?:设置|采用|使用|引入|配置)?{_TLB}(?:时|的时候|的情况下|的话)?,?)(?:每次)?(?:访问|存取|读取|取)?(?:一个|一次|1个)?(?:数据|单元)?(?:需要?|要|得)?(?:共)?(?:进行)?"
        rf"(?:(?:两|二|2)次(?:访存|访问{_MEMORY}|访{_MEMORY}|{_MEMORY}访问|{_MEMORY})|(?:访问?{_MEMORY}|访存)(?:两|二|2)次),?(?:一?共|总共|合计)(?:需要?|要|用|花费?|耗时|是|为)*{_TIME}",
        _nanoseconds,
    )
    tlb = reading.take_one(
        (
            rf"(?:一次)?(?:查找?|访问|检索|查询|存取|搜索)?(?:一次|1次)?{_TLB}(?:一次)?(?:的)?(?:查找|访问|检索|查询|存取|搜索)?{_NEED}{_TIME}",
            rf"(?:查|检索|搜索|访问)(?:找|索|一次)?{_TLB}{_NEED}{_TIME}",
        ),
        _nanoseconds,
    )
    memory = reading.take_one(
        (
            rf"(?:一次)?(?:访问|存取|读写|读取|访|读)?(?:一次|1次)?{_MEMORY}(?:一次|1次)?(?:的)?(?:访问|存取|读写|读取)?(?:周期)?{_NEED}{_TIME}",
        ),
        _nanoseconds,
    )
    if bare is not None:
        if memory is not None or levels not in (None, 1):
            return None
        memory = bare / 2
    reading.take_all(
        r"(?:且|并且)?(?:整个|全部|各级)?(?:页表|慢表)?(?:全部|全|均)?(?:都)?(?:常驻|驻留|存放|保存|存|放|位于)?(?:在|于)?(?:内存|主存)(?:中|里)?(?=,|;|。|$)|(?:整个|全部)?(?:页表|慢表)?(?:全部)?(?:都)?(?:存)?(?:放)?在(?:内存|主存)(?:中|里)?|命中则立即停止查(?:页表|慢表)"
    )
    asked = reading.take_all(
        r"(?:平均)?(?:有效|平均|等效)(?:的)?(?:内存|主存|存储器)?(?:的)?(?:访问|存取|访存)(?:一个)?(?:数据|内存|主存)?(?:的)?(?:时间)|(?:访问|存取|读取|取)(?:一个|一次|每个|1个)?(?:数据|内存|主存|指令|存储单元|单元)?(?:的)?平均(?:时间|耗时|访问时间)|平均(?:访问|存取|读取|取)(?:一个|一次|每个|1个)(?:数据|内存|主存|单元)?(?:的)?(?:时间|需要?|要|花费?|用)?|平均(?:一次)?(?:访存|访问|存取)?(?:大概|大约)?(?:需要?|要|花费?|用)+(?=多少)|EAT|(?:有效|平均)(?:访问|存取)(?:内存|主存|数据)?(?:时间)?"
    )
    reading.finish(
        "若增加 增加快表 页式系统 分页 页式 请求分页 存储 管理 存储管理 系统 内存 主存 快表 TLB 页表 采用 设有 增加 具有 地址 变换 机构 地址变换 逻辑地址 加入 引入 加上 配置 设置 访问 存取 查找 一次 命中 时 数据 指令 该 基本 "
        "联想寄存器 联想存储器 存储系统 虚拟存储 虚存 操作 CPU 执行 处理 读取 读 所需 时间 包括 每次"
    )
    if not asked and reading.asks():
        return None
    if hit is None and memory is None:
        return None
    if (ignored and tlb is not None) or (hit is not None and not 0 < hit < 1):
        return None
    tlb = Fraction(0) if ignored else tlb
    parameters: dict[str, object] = {"levels": levels or 1, "parallel": bool(parallel)}
    understood = [
        ("页表", f"{'一二三四'[(levels or 1) - 1]}级，在内存中"),
        ("查找方式", "快表和页表同时查" if parallel else "先查快表，未命中再查页表"),
    ]
    missing = []
    for name, value, label, ask, form in (
        ("memory_ns", memory, "访问内存", "访问一次内存要多少时间（写上单位）？", "访问内存 {}"),
        ("tlb_ns", tlb, "查快表", "查一次快表要多少时间（写上单位；不计就说“忽略快表查找时间”）？", "查快表 {}"),
    ):
        if value is None:
            missing.append(Missing(name, ask, form))
        else:
            parameters[name] = str(value)
            understood.append((label, f"{decimal(value, 3)} ns"))
    if hit is None:
        missing.append(Missing("hit", "快表的命中率是多少（百分数）？", "命中率 {}"))
    else:
        parameters["hit"] = str(hit)
        understood.append(("命中率", f"{decimal(hit * 100, 3)}%"))
    return Recognition(parameters=parameters, understood=tuple(understood), missing=tuple(missing))


def _solve(parameters: Parameters) -> Solution:
    memory, tlb, hit = (Fraction(parameters[name]) for name in ("memory_ns", "tlb_ns", "hit"))
    if tlb >= memory:
        stay_out("a TLB slower than memory")
    ways = cases(memory, tlb, hit, parameters["levels"], parameters["parallel"])
    total = mean(ways)
    conventions = [
        "快表和页表同时查找" if parameters["parallel"] else "先查快表，未命中再查页表（有的题两者同时查找，那时未命中不计快表的时间）"
    ]
    if parameters["levels"] == 1:
        conventions.append("按一级页表计算")
    conventions.append("不计更新快表的时间，不考虑缺页")
    shown = f"{decimal(total, 4)} ns"
    return Solution(answer=shown, steps=_working(ways, shown), conventions=tuple(conventions), drawing=_drawing(ways, total, "ns"))


KIND = Kind(
    name="tlb-access-time",
    title="快表与有效访问时间",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(hint=r"快表|TLB|联想|相联", recognise=_recognise, solve=_solve),
)
