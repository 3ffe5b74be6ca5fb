"""The words of problems about the mean time of an access: what tells a figure, what asks, what changes nothing; see `access_model_reading`."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.kind import Missing
from engine.generators.os._clauses import NUMBER, SHARE, TIME, to_nanoseconds
from engine.generators.os._inquiry import Question
from engine.generators.reading import INTEGER, to_int, to_share

TLB = r"(?:快表|TLB|联想(?:寄存器|存储器)|相联(?:存储器|寄存器)|块表|转换后援缓冲(?:器)?)(?:\(?(?:TLB|快表|联想寄存器)\)?)?"
MEMORY = r"(?:内存|主存|物理内存|存储器)"
ACCESS = r"(?:访问|存取|读写|读取|访|读|查找|检索|查询|查|搜索|取)"
TABLE = r"(?:(?:[一二两三四单1-4]级|各级|多级|内存(?:中的?)?|整个|全部|慢)*(?:页表|慢表|段表))"
SAVE = r"(?:当0(?![\d.])|忽略(?:为|不计为)0(?![\d.])|忽略不计|可?忽略|不计(?:入|算)?|不考虑|不算|为零|(?:视?为|是|算|当|看作|计为|记为)0(?![\d.])|略去)"
NO = r"(?:没有|没|无|不用|不使用|不采用|不设|未用|未使用|未采用|未设置?|不加|去掉|不带|不配|不借助|不引入|未引入|未加|未配|引入(?=.{0,4}前)|加入?(?=.{0,4}前)|使用(?=.{0,4}前)|增加(?=.{0,4}前)|配置(?=.{0,4}前)|增设(?=.{0,4}前))(?:设置|采用|使用|引入|配置|配备|增设)?"
MEAN = r"(?:平均|有效|等效|期望)(?:的)?(?:有效|平均)?(?:(?!缺页|处理|服务|寻道|查)[^,;。?!\d\ue000]){0,12}?(?:访问|存取|访存|读取|时间|耗时|延迟|取|读|访|多久)|EAT|EMAT"
_RATE = rf"(?:10\s*\^\s*-\s*\d+|\d+(?:\.\d+)?\s*[×*xX]\s*10\s*\^\s*-\s*\d+|[十百千]?[万千百]+分之{INTEGER}|1\s*/\s*\d+|{NUMBER}\s*%|(?<![\d.A-Za-z])0\.\d+(?!\s*[\dA-Za-zμ微纳毫秒]))"
_LONG = rf"(?:10\s*\^\s*\d+\s*(?:ns|μs|us|纳秒|微秒)|{TIME})"
_NUMBERS = {"百": 100, "千": 1000, "万": 10_000, "十万": 100_000, "百万": 1_000_000, "千万": 10_000_000}


def to_rate(text: str) -> Fraction:
    """`0.1%`, `10^-6`, `2×10^-5`, `万分之一`, `1/20000` as a share."""
    text = text.replace(" ", "")
    if match := patterns.fullmatch(r"(?:(\d+(?:\.\d+)?)[×*xX])?10\^-(\d+)", text):
        return Fraction(match[1] or 1) / Fraction(10 ** int(match[2]))
    if (match := patterns.fullmatch(r"(\D+?)分之(.+)", text)) and match[1] in _NUMBERS:
        return Fraction(to_int(match[2]), _NUMBERS[match[1]])
    return to_share(text)


def to_long_time(text: str) -> Fraction:
    """`100ns`, `10^7 ns` in nanoseconds."""
    if match := patterns.match(r"10\s*\^\s*(\d+)\s*(\S+)", text):
        return to_nanoseconds(f"1{match[2]}") * Fraction(10 ** int(match[1]))
    return to_nanoseconds(text)


ROLES = (
    Role(
        name="wanted",
        quantity=_LONG,
        read=to_long_time,
        before=rf"(?<!内存)(?<!主存)(?<!读写)(?:{MEAN})(?:[^,;。?!\d\ue000]{{0,10}}?)(?:不超过|不大于|不高于|小于|低于|控制在|达到|降到|降至|降为|减少到|缩短到|等于|恰好|测得|至多|≤|<|=|为|是|到|要|在)+",
    ),
    Role(
        name="service",
        quantity=_LONG,
        read=to_long_time,
        before=r"(?:缺页|页面?故障|页面?错误|调页|换页|页面?调入|页面?换入|页面传送)(?:中断|异常)?(?:的)?(?:平均)?(?:处理|服务|响应)?(?:的)?(?:平均)?(?:时间|开销|一次|耗时)?|处理(?:一次)?(?:缺页|页故障)(?:中断|异常)?[\ue000()]*(?:的)?(?:平均)?(?:时间|开销)?|(?:从)?(?:磁盘|外存)(?:调入|读入|装入)(?:一个)?页面?(?:到内存)?(?:的)?(?:时间)?",
    ),
    Role(
        name="clean",
        quantity=_LONG,
        read=to_long_time,
        before=r"(?:(?:有)?(?:空闲页框|页框(?:有)?空闲)或(?:者)?)?(?:被)?(?:置换|换出?|替换|淘汰)?(?:的)?页?(?:面)?(?:未|没有?|不曾)(?:被)?(?:修改|写)(?:过)?|干净(?:页)?|(?:有)?空闲页框|页框(?:有)?空闲",
    ),
    Role(
        name="dirty",
        quantity=_LONG,
        read=to_long_time,
        before=r"(?<!未)(?<!没有)(?<!没)(?<!未被)(?:被|已|曾)*修改(?:过)?|脏页?|否则|(?:需要?|要)(?:先)?写回(?:磁盘)?",
    ),
    Role(
        name="tlb",
        quantity=_LONG,
        read=to_long_time,
        before=rf"{ACCESS}?(?:一次|1次|一下)?{TLB}(?:的)?(?:一次)?(?:的)?{ACCESS}*(?:时间|周期|一次|耗时)?",
        after=rf"{ACCESS}*(?:一次|1次)?{TLB}",
    ),
    Role(
        name="memory",
        quantity=_LONG,
        read=to_long_time,
        before=rf"(?:(?:若|如果)?页(?:面)?(?:已)?在(?:内存|主存)(?:中)?(?:时)?,?)?(?:满足|完成)一[个次]{MEMORY}(?:请求|访问)|{ACCESS}?(?:一次|1次|一下)?{MEMORY}(?:一次|1次)?(?:的)?(?:平均)?(?:一次)?{ACCESS}*(?:的)?(?:时间|周期|一次|耗时)*|访存(?:一次)?(?:时间|周期|耗时)?|存取周期|(?:其余|其他)(?:情形|情况)(?:下)?(?:访问|存取)一次(?:数据)?|不缺页时(?:的)?(?:访问|存取)?(?:时间)?|memory(?:\s*access)?(?:\s*time)?",
        after=rf"{ACCESS}+(?:一次|1次)?{MEMORY}|{MEMORY}的?{ACCESS}|访存",
    ),
    Role(
        name="rate",
        quantity=_RATE,
        read=to_rate,
        before=r"(?:缺页|页面?故障|失页)(?:率|(?:中断)?(?:的)?(?:概率|几率|频率|比例|可能性))?(?:p)?",
        after=r"(?:的)?(?:概率|可能性?)?(?:访问|访存)?(?:会|将)?(?:发生|产生|引起|出现|导致)?缺页",
    ),
    Role(
        name="share",
        quantity=_RATE,
        read=to_rate,
        before=r"(?:被)?(?:修改|写回)(?:过)?(?:的)?(?:页面?)?(?:的)?(?:概率|比例|可能性)|脏页(?:的)?(?:概率|比例)",
        after=r"(?:的)?(?:被)?(?:置换|换出|替换|淘汰|缺页)?(?:的)?(?:出去的)?页?(?:面)?(?:是|要|需要?|都|会|被|曾|已经?)*(?:修改过?|写回|回写|脏)(?:的|了)?(?:磁盘)?(?:页面?)?",
    ),
    Role(
        name="miss",
        quantity=_RATE,
        read=to_rate,
        before=r"(?:未|不|没|没有)命中(?:的)?(?:概率|率)?|(?:失效|缺失)(?:概)?率|失配率|miss\s*(?:rate|ratio|率)?",
        after=r"(?:的)?(?:访问|情况|概率)?(?:未|不|没|没有)命中|失效|缺失",
    ),
    Role(
        name="hit",
        quantity=_RATE,
        read=to_rate,
        before=r"(?<![未不没有])命中(?:的)?(?:概率|比率|比例|率|可能性)?(?:\(?[hαp]\)?)?|hit\s*(?:rate|ratio|率)?",
        after=rf"(?:的)?(?<![未不没有])命中(?:率)?|(?:的)?[^,;。?!\d]{{0,12}}?(?:在|从|由)?{TLB}(?:中|里|内)*(?:能|可以?|都|被|就)*(?:直接)?(?:找到|查到|命中|得到|找着|查得)",
    ),
    Role(
        name="hit",
        quantity=SHARE,
        read=to_share,
        before=r"(?<![未不没有])命中(?:的)?(?:概率|比率|比例|率)?",
        after=rf"(?:的)?[^,;。?!\d]{{0,12}}?(?:在|从|由)?{TLB}(?:中|里|内)*(?:能|可以?|都|被|就)*(?:直接)?(?:找到|查到|命中)",
    ),
)

_COST = (r"时间|多少(?!次)|多久|多长|几(?![次级个])|耗时",)
QUESTIONS = (
    Question(
        name="rate", key=r"缺页(?:率|(?:的)?概率)", also=(r"多少|几|多大|最[大多高]|至多|上限|不超过|不大于|不高于|求|应|允许|容许|可接受",)
    ),
    Question(
        name="hit",
        key=r"(?<![未不没有])命中(?:率|概率|的概率)",
        also=(r"多少|几|多高|多大|至少|最低|求|应|为何值|什么",),
        unless=r"时间(?:是|为|变|会)",
    ),
    Question(
        name="service",
        key=r"缺页(?:中断|异常)?(?:的)?(?:平均)?(?:处理|服务)(?:的)?(?:平均)?时间|(?:处理|服务)(?:一次)?缺页(?:中断)?(?:的)?(?:平均)?时间|(?:访问)?不在(?:内存|主存)(?:中)?的页(?:面)?(?:的)?(?:平均)?(?:访问|存取)?(?:的)?时间",
        also=(r"多少|几|求|多长|多大|至多|最多|计算",),
    ),
    Question(name="saved-percent", key=r"(?:百分之(?:多少|几)|百分比|多少%|几%)", also=(r"减少|缩短|降低|下降|节省|节约|改善|提高|加快",)),
    Question(
        name="share-percent",
        key=r"(?:百分之(?:多少|几)|百分比|多少%|几%)",
        also=(r"是|为|相当于|占", rf"{NO}{TLB}(?:时|的时候|的情况)"),
        unless=r"增加|变慢|慢|延长|上升|下降|减少|缩短|降低|节省|节约|改善|提高|加快",
    ),
    Question(name="slower-percent", key=r"(?:百分之(?:多少|几)|百分比|多少%|几%)", also=(r"增加|变慢|慢|延长|上升|下降",)),
    Question(name="saved", key=r"(?:减少|缩短|降低|下降|节省|节约|快|省)(?:了)?(?:多少|几|的时间)", unless=r"倍|%|百分"),
    Question(name="extra", key=r"(?:增加|延长|变慢|增大)(?:了)?(?:多少|几)(?!倍|%)", also=(MEAN,)),
    Question(name="ratio", key=r"(?:多少|几)倍|加速比|之比|比值|倍数"),
    Question(
        name="slower", key=r"(?:慢|多花|多用)(?:了)?(?:多少|几)", also=(r"(?:与|和|跟|比)(?:全部|总是|每次都)?命中(?:时)?(?:相比|比)?",)
    ),
    Question(name="miss-time", key=r"(?:未|没有?|不)命中", also=_COST, unless=MEAN),
    Question(name="hit-time", key=r"(?<![未不没有])命中(?!率|概)", also=_COST, unless=rf"{MEAN}|慢|相比|多花|多用"),
    Question(
        name="accesses",
        key=rf"(?:访存|访问{MEMORY}|访{MEMORY}|{MEMORY}访问)(?:的)?(?:共|总共|要|需要?)*(?:多少|几)次|(?:多少|几)次(?:访存|访问{MEMORY}|{MEMORY}访问)|(?:访存|访问{MEMORY}|{MEMORY}访问)(?:的)?次数",
    ),
    Question(name="bare", key=rf"{NO}{TLB}", also=_COST),
    Question(
        name="tlb",
        key=rf"{ACCESS}?{TLB}(?:的)?{ACCESS}*(?:一次)?(?:的)?(?:时间|耗时)",
        also=(r"多少|几|多大|求|最[多长大]|至多|上限",),
        unless=MEAN,
    ),
    Question(
        name="memory",
        key=rf"{ACCESS}{MEMORY}(?:一次)?(?:的)?(?:时间|周期)|{MEMORY}(?:的)?{ACCESS}+(?:的)?(?:时间|周期)",
        also=(r"多少|几|求",),
        unless=rf"{MEAN}|需要?(?:多|几)|存取一个",
    ),
    Question(name="mean", key=r"结果(?=(?:是|为|约)?多少)"),
    Question(
        name="mean",
        key=MEAN
        + r"|平均(?=(?:要|需要?|是|为|花费?)*(?:多少|几|多久))|有效时间|(?:每次|一次)(?:访问|访存)(?=(?:要|需要?|是|为|花费?)*(?:多少|几|多久))",
    ),
    Question(
        name="access",
        key=r"(?:一次|每次|1次)(?:分页|页面|按页)?(?:的)?(?:内存|主存)?(?:访问|存取|引用)",
        also=_COST,
        unless=rf"{MEAN}|按|公式|次数|(?:多少|几)次",
    ),
    Question(
        name="access",
        key=r"(?:存取|读取?|取|访问|得到|获得|读出|完成|实现|进行)(?:内存(?:中)?(?:的)?|主存(?:中)?(?:的)?)?(?:一个|1个|一次|一条|某个?|每个|该)*(?:数据|数|单元|页面|指令|字|字节|访问|访存|存取|内存访问|操作数|逻辑地址)*",
        also=_COST,
        unless=r"按|公式",
    ),
    Question(name="access", key=r"(?:共|总共|一共)(?:需要?|要|花费?|用|耗时)*(?:多久|多长时间|多少时间|多少(?=\ue000))"),
    Question(name="again", key=r"呢|又(?:是|为)?(?:多少|几)|(?:变为|变成|会是|是|为|则要|则需要?)(?:多少|几)", unless=r"地址|对吗"),
)
ASKED_FOR = {
    "memory": Missing("memory_ns", "访问一次内存要多少时间（写上单位）？", "访问内存 {}"),
    "tlb": Missing("tlb_ns", "查一次快表要多少时间（写上单位；不计就说“忽略快表查找时间”）？", "查快表 {}"),
    "hit": Missing("hit", "快表的命中率是多少（百分数）？", "命中率 {}"),
}
"""What is asked for where it alone is missing."""
WORDS = (
    "会 导致 页面 那么 而 老铁 若 设 自身 有 单级 引用 页表引用 先 首先 逐级 依次 取数 每次访存 之后 后 逻辑 慢 增加 增设 加 页式 分页 请求分页 请求 存储 管理 存储管理 页式存储 内存 主存 物理内存 快表 TLB 页表 慢表 地址 变换 地址变换 地址转换 机构 机制 逻辑地址 物理地址 加入 引入 加上 配置 配有 配备 设置 设有 设 "
    "访问 存取 查找 查 查询 检索 访存 读 取 一次 每次 每 命中 数据 指令 联想寄存器 联想存储器 相联存储器 存储器 虚拟存储 虚存 操作 CPU 所需 时间 花 耗时 放在 存放在 存于 全在 命中时 未命中时 不命中时 未命中 没命中 没有命中 不命中 再 页面 页 百分数 不高于 至少 一级 达到 以内 内 使 让 要使 若要 要求 希望 想要 页式系统 数 单级页表 有页表 取指令 取数据 字 单元 存储系统 放 存放 一条 平均 整个 命中率 则 周期 后才 后再 才 "
    "被换出页 被替换页 被置换页 换出页 被淘汰页 或 按 加TLB 加快表 命中后 直接访存 直接 就 再访存 页表查完 概率 查快表 采用快表 引入快表 没有快表 有快表 不用快表 使用快表 对内存 一个数据 服务 处理 中断 缺页 缺页率 缺页中断 平均有效 有效访问时间 平均访问时间 高速缓存 速度 提高 比 原来 相比 与 性能 降低 下降 只 只有 需 最后 该 前后 相比于 从 到 提高到 降到 降为 降至 减为 减少到 缩短到 缩短为 由 变为 上升到 变化 系统 虚拟 虚地址 虚拟地址 一级页表 二级页表 两级页表 三级页表 多级页表 页表级数 结构 页在内存 可接受 接受 允许 最大 EAT 公式 不变 其他条件不变 其余条件不变 条件 保证 "
)
LABELS = (
    ("memory", "访问内存", "ns"),
    ("tlb", "查快表", "ns"),
    ("hit", "命中率", "%"),
    ("service", "缺页处理", "ns"),
    ("rate", "缺页率", ""),
    ("wanted", "要达到的时间", "ns"),
)
