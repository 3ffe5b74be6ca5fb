"""Sizes of page tables: one level, how many levels, and what a process of some size really needs.

After Silberschatz, Operating System Concepts (structure of the page table): a page table of one level has an entry for every page of
the address space; in a table of several levels each table fits one page, and the top one is not larger. 1 KB = 1024 B.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from engine.drawings.model import Drawing, Field, Fields
from engine.generators.chance import Chance
from engine.generators.kind import Generated, Kind, Missing, Parameters, Recognition, Solution, Solver, Wrong
from engine.generators.markdown import listed, numbered, paragraphs
from engine.generators.quantities import bytes_of, size
from engine.generators.reading import Reading, stay_out

POINT = "os.memory.multilevel-paging"


@dataclass(frozen=True, slots=True)
class Space:
    """A paged address space.

    Attributes:
        bits: of a logical address, in bytes.
        page: bytes of a page, a power of two.
        entry: bytes of a page-table entry, a power of two.
    """

    bits: int
    page: int
    entry: int

    @property
    def offset_bits(self) -> int:
        """Bits of the offset within a page."""
        return self.page.bit_length() - 1

    @property
    def page_bits(self) -> int:
        """Bits of the page number."""
        return self.bits - self.offset_bits

    @property
    def table_bits(self) -> int:
        """Bits of a page number that one table of a page's size resolves."""
        return (self.page // self.entry).bit_length() - 1

    @property
    def single(self) -> int:
        """Bytes of a page table of one level."""
        return (1 << self.page_bits) * self.entry

    @property
    def levels(self) -> int:
        """The fewest levels with which no table is larger than a page."""
        return -(-self.page_bits // self.table_bits)

    def split(self) -> tuple[int, ...]:
        """Bits that each level takes, the top one first: full ones below, the rest on top."""
        top = self.page_bits - (self.levels - 1) * self.table_bits
        return (top, *[self.table_bits] * (self.levels - 1))

    def tables(self, pages: int) -> tuple[int, ...]:
        """Tables on each level, the top one first, for a process whose pages fill the space from address 0."""
        counts = []
        needed = pages
        for _ in range(self.levels):
            needed = -(-needed // (1 << self.table_bits))
            counts.append(needed)
        counts[-1] = 1
        return tuple(reversed(counts))


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    entry = chance.choice((2, 4, 4, 8))
    page = chance.choice((512, 1024, 2048, 4096, 4096, 8192, 16384))
    if difficulty == 1:
        return _single(Space(chance.choice((16, 20, 24, 28, 30, 32, 36)), page, entry))
    space = Space(chance.between(28, 48) if difficulty == 2 else chance.choice((30, 32, 36, 38, 40)), page, entry)
    if difficulty == 2:
        return _levels(space) if chance.one_in(3) else _top(chance, space)
    return _process(chance, space) if chance.one_in(2) else _reach(chance, space)


def _given(space: Space) -> str:
    return f"某系统按字节编址，逻辑地址为 {space.bits} 位，页面大小为 {size(space.page)}，页表项占 {space.entry} B"


def _single(space: Space) -> Generated | None:
    if space.page_bits < 5:
        return None
    right = space.single
    wrong = [
        (1 << space.page_bits, "算成了页表项的个数，没有乘页表项的长度"),
        ((1 << space.bits) // space.page * space.page, "算成了逻辑地址空间的大小"),
        (right * 2, "页号多算了一位"),
        (right // 2, "页号少算了一位"),
        ((1 << space.offset_bits) * space.entry, "把页内偏移的位数当成了页号的位数"),
        ((1 << space.page_bits) * space.page, "页表项的个数乘成了页面大小"),
        (right // space.entry * (8 if space.entry != 8 else 4), "页表项的长度用错"),
        (right * 8, "把字节换算成了位"),
    ]
    return Generated(
        point=POINT,
        stem=f"{_given(space)}（1 KB = 1024 B）。若采用一级页表，则整个页表占用的空间为",
        right=size(right),
        wrong=[Wrong(size(value), why) for value, why in wrong if value > 0],
        steps=paragraphs(
            f"页内偏移占 {space.offset_bits} 位（$2^{{{space.offset_bits}}} = {space.page}$），页号占 {space.bits} − {space.offset_bits} = {space.page_bits} 位，共 $2^{{{space.page_bits}}}$ 页。",
            f"每页一个页表项，页表占 $2^{{{space.page_bits}}}$ × {space.entry} B，即 {size(right)}",
        ),
        parameters={"task": "single", "bits": space.bits, "page": space.page, "entry": space.entry},
        drawing=_drawing(space, levels=False),
    )


def _levels(space: Space) -> Generated | None:
    if not 2 <= space.levels <= 6:
        return None
    right = space.levels
    wrong = [
        (space.page_bits // space.table_bits, "除不尽时没有向上取整"),
        (-(-space.bits // space.table_bits), "没有减去页内偏移的位数"),
        (-(-space.page_bits // space.offset_bits), "把每张页表的项数当成了页面的字节数"),
        (right + 1, "把页内偏移也算作一级"),
        (right - 1, "漏算了顶级页表"),
        (right + 2, "向上取整后又多加了两级"),
        (right - 2, "漏算了两级"),
    ]
    return Generated(
        point=POINT,
        stem=f"{_given(space)}（1 KB = 1024 B）。采用多级页表，每一级的每张页表都不超过一页，则至少需要的级数为",
        right=f"{right} 级",
        wrong=[Wrong(f"{value} 级", why) for value, why in wrong if value > 0],
        steps=paragraphs(
            _each(space),
            f"级数为 ⌈{space.page_bits}/{space.table_bits}⌉ = {right}，即 {right} 级",
        ),
        parameters={"task": "levels", "bits": space.bits, "page": space.page, "entry": space.entry},
        drawing=_drawing(space),
    )


def _each(space: Space) -> str:
    return (
        f"页内偏移占 {space.offset_bits} 位，页号占 {space.bits} − {space.offset_bits} = {space.page_bits} 位。"
        f"一页可放 {space.page}/{space.entry} = {space.page // space.entry} 个页表项，即一级可解析 {space.table_bits} 位页号。"
    )


def _top(chance: Chance, space: Space) -> Generated | None:
    """The entries of the top table."""
    top = space.split()[0]
    if space.levels < 2 or not 1 <= top <= space.table_bits:
        return None
    right = 1 << top
    wrong = [
        (1 << space.table_bits, "以为顶级页表也占满一页"),
        (1 << (space.page_bits - space.table_bits), "当作二级页表，没有按级数划分"),
        (1 << max(1, space.bits - space.levels * space.table_bits), "没有减去页内偏移的位数"),
        (right * 2, "顶级页号多算了一位"),
        (right // 2, "顶级页号少算了一位"),
        (right * space.entry, "算成了顶级页表的字节数"),
        (1 << (space.page_bits // space.levels), "把页号的位数平均分给各级"),
        (right * 4, "顶级页号多算了两位"),
    ]
    split = space.split()
    return Generated(
        point=POINT,
        stem=(
            f"{_given(space)}（1 KB = 1024 B）。采用级数最少的多级页表，每张页表不超过一页，除顶级外各级页表都恰占一页，则顶级页表的页表项数为"
        ),
        right=f"{right} 项",
        wrong=[Wrong(f"{value} 项", why) for value, why in wrong if value > 0],
        steps=paragraphs(
            _each(space),
            f"至少需 ⌈{space.page_bits}/{space.table_bits}⌉ = {space.levels} 级，自顶级起各级页号占 {listed(split, '、')} 位。",
            f"顶级页号占 {split[0]} 位，共 $2^{{{split[0]}}}$，即 {right} 项",
        ),
        parameters={"task": "top", "bits": space.bits, "page": space.page, "entry": space.entry, "levels": space.levels},
        drawing=_drawing(space),
    )


def _process(chance: Chance, space: Space) -> Generated | None:
    """The memory that page tables take for a process that fills the space from address 0."""
    if not 2 <= space.levels <= 3 or space.table_bits < 7:
        return None
    n = 1 << space.table_bits
    pages = chance.between(n // 2, n * chance.choice((3, 8, 20))) if space.levels == 2 else chance.between(n, n * 30)
    if pages >= 1 << space.page_bits:
        return None
    counts = space.tables(pages)
    right = sum(counts)
    length = pages * space.page - chance.below(space.page)
    wrong = [
        (counts[-1], "只算了最后一级页表"),
        (right - 1, "漏算了顶级页表"),
        (right + 1, "最后一级页表多算了一张"),
        (pages // n + space.levels - 1, "最后不满一张的页表没有算"),
        (-(-pages * space.entry // space.page) + space.levels, "顶级页表多算了一张"),
        (right + counts[-1], "页表项的长度弄错，最后一级多算了一倍"),
        (1 + -(-counts[-1] // 2) if counts[-1] > 2 else right + 2, "页表项的长度弄错，最后一级少算了一半"),
        (right + 2, "每一级都多算了一张"),
    ]
    parts = [f"第 {level} 级 {count} 张" for level, count in enumerate(counts, 1)]
    return Generated(
        point=POINT,
        stem=(
            f"{_given(space)}（1 KB = 1024 B）。采用级数最少的多级页表，每张页表占一页。某进程占用从逻辑地址 0 开始的连续 {length} B，"
            "其各级页表共占用的页框数为"
        ),
        right=f"{right} 个",
        wrong=[Wrong(f"{value} 个", why) for value, why in wrong if value > 0],
        steps=paragraphs(
            _each(space),
            numbered(
                [
                    f"级数为 ⌈{space.page_bits}/{space.table_bits}⌉ = {space.levels}",
                    f"进程的页数为 ⌈{length}/{space.page}⌉ = {pages}",
                    f"最后一级页表 ⌈{pages}/{n}⌉ = {counts[-1]} 张"
                    + (f"，第 2 级 ⌈{counts[-1]}/{n}⌉ = {counts[1]} 张" if space.levels == 3 else ""),
                    f"顶级 1 张。{'，'.join(parts)}",
                ]
            ),
            f"共 {' + '.join(map(str, counts))} = {right} 个",
        ),
        parameters={"task": "process", "bits": space.bits, "page": space.page, "entry": space.entry, "length": length},
        drawing=_drawing(space),
    )


def _reach(chance: Chance, space: Space) -> Generated | None:
    """The largest logical space that two or three levels with full tables cover, or the page number bits."""
    levels = chance.between(2, 3)
    bits = levels * space.table_bits + space.offset_bits
    if bits > 58:
        return None

    def text(number: int) -> str:
        return f"{number} 位"

    wrong = [
        (levels * space.table_bits, "没有加上页内偏移的位数"),
        (levels * space.offset_bits + space.offset_bits, "把一张页表的项数当成了页面的字节数"),
        ((levels - 1) * space.table_bits + space.offset_bits, "少算了一级"),
        ((levels + 1) * space.table_bits + space.offset_bits, "多算了一级"),
        (bits + 1, "某一级的页号多算了一位"),
        (bits - 1, "某一级的页号少算了一位"),
        (bits + (space.entry.bit_length() - 1), "页内偏移又加上了页表项长度的位数"),
    ]
    return Generated(
        point=POINT,
        stem=(
            f"某系统按字节编址，页面大小为 {size(space.page)}，页表项占 {space.entry} B（1 KB = 1024 B），采用 {levels} 级页表，每张页表恰占一页，"
            "则逻辑地址最多可以有"
        ),
        right=text(bits),
        wrong=[Wrong(text(value), why) for value, why in wrong],
        steps=paragraphs(
            f"一页可放 {space.page}/{space.entry} = {space.page // space.entry} 个页表项，每级页号占 {space.table_bits} 位；页内偏移占 {space.offset_bits} 位。",
            f"逻辑地址共 {levels} × {space.table_bits} + {space.offset_bits} = {bits} 位",
        ),
        parameters={"task": "reach", "page": space.page, "entry": space.entry, "levels": levels},
        drawing=None,
    )


# --- drawing -----------------------------------------------------------------------------------------------------------------------


def _drawing(space: Space, levels: bool = True) -> Drawing:
    if levels and space.levels > 1:
        names = ["顶级页号", *(f"{number} 级页号" for number in range(2, space.levels + 1))]
        fields = [
            Field(name, bits, tone="new" if number == 0 else "plain")
            for number, (name, bits) in enumerate(zip(names, space.split(), strict=True))
        ]
    else:
        fields = [Field("页号", space.page_bits, tone="new")]
    return Fields(title=f"{space.bits} 位逻辑地址", words=(("", (*fields, Field("页内偏移", space.offset_bits, tone="quiet"))),))


# --- solver ------------------------------------------------------------------------------------------------------------------------

_SIZE = r"(?P<value>\d+\s*(?:KB|K|MB|M|B|字节|千字节))(?![A-Za-z])"


def _bytes(text: str) -> int:
    number = "".join(sign for sign in text if sign.isdigit())
    return int(bytes_of(number, text.replace(number, "").strip()))


_ASIDE = r"\(?1\s*KB?\s*=\s*(?:1024|2\^?10)\s*(?:B|字节)?\)?|(?:主存|内存|存储器)?(?:均)?按字节(?:进行)?编址|字节编址"


def _recognise_format(text: str) -> Recognition | None:
    """An address format in bits, of which sizes and numbers of pages and tables are asked; None: another problem."""
    reading = Reading(text)
    reading.take_all(_ASIDE)
    directory = r"(?:页目录(?:表)?(?:号|索引|项)?|(?:一级|外层|顶级|第一级|第1级)页(?:表)?(?:号|索引)?|外部页号)"
    inner = r"(?:(?:二级|内层|第二级|第2级)?页(?:表|面)?(?:号|索引)|内层页号)"
    offset = r"(?:页内|块内)?(?:偏移量?|位移量?|页内地址)(?:地址)?"
    value = r"\s*(?:字段)?(?:占|为|是|有|用|:|=|\()*\s*(?P<value>\d+)\s*(?:位|bit)\)?"
    top = reading.take_one(directory + value, int)
    low = reading.take_one(offset + value, int)
    middle = reading.take_one(inner + value, int)
    if low is None or middle is None:
        return None
    reading.refuse(
        r"段|物理内存|物理地址|TLB|快表|反置|倒排|占用从|访问时间|命中|容量|大页|有效位|字编址|Cache|三级|四级|进程(?:大小|占|长)"
    )
    levels = {2 if match["value"] in "二两2" else 1 for match in reading.take_all(r"(?P<value>[一二两单12])级(?:分页|页表)")}
    if levels and levels != {2 if top is not None else 1}:
        stay_out("levels and fields that do not agree")
    bits = reading.take_one(
        r"(?:(?:逻辑|虚拟|虚)地址(?:空间)?(?:的)?(?:长度|位数|长)?(?:为|是|有|共|长)*)?(?P<value>\d+)\s*(?:位|bit)(?:长)?(?:的)?(?:(?:逻辑|虚拟|虚)?地址(?:空间)?)?",
        int,
    )
    total = (top or 0) + middle + low
    if bits not in (None, total):
        stay_out("fields that do not add up")
    entry = reading.take_one(
        rf"(?:每个|一个)?(?:页表|页目录)?(?:表)?(?:项|表项|条目)(?:的)?(?:大小|长度|长)?(?:均|都)?(?:占用?|为|是|需要?|用|=|:)*{_SIZE}",
        _bytes,
    )
    many = r"(?:多少|几)个?"
    asked = reading.take_words(
        (
            (r"(?:每|一)?个?(?:页面|页框|页)(?:的)?(?:大小|长度|尺寸)(?:是|为)?(?:多少|多大)?|(?:每个?|一)?页面?(?:是|有|为)?多大", "page"),
            (
                rf"(?:一个|每个|单个)?(?:进程|程序|作业|用户)?(?:的)?(?:逻辑|虚拟|虚)?(?:地址空间)?(?:中|里)?(?:最多|最大|总共|一共|共)(?:可以?|能)?(?:有|含有?|包含|分成|分为)?{many}(?:页面|页)(?!表)|"
                rf"(?:逻辑|虚拟|虚)地址空间(?:中|里)?(?:有|含有?|包含|分成|分为){many}(?:页面|页)(?!表)|(?:最大|总)(?:的)?页(?:面)?数",
                "pages",
            ),
            (
                rf"(?:一个|整个)?(?:页目录(?:表)?|外层页表|一级页表|顶级页表)(?:中|里)?(?:最多|共)?(?:可以?|能)?(?:有|含有?|包含){many}(?:页目录|页表)?(?:表)?项",
                "outer",
            ),
        )
    )
    reading.finish(
        "逻辑地址 虚拟地址 虚地址 逻辑 虚拟 地址 格式 结构 页表 分页 页式 存储 管理 系统 计算机 采用 请求分页 组成 构成 字段 三个部分 三部分 两部分 划分 划分为 分为 分成 高位 低位 低 高 依次为 进程 操作系统 虚拟存储 存储管理"
    )
    if not asked or entry is not None or not 10 <= total <= 64 or not 4 <= low <= 30 or ("outer" in asked and top is None):
        return None
    parameters: dict[str, object] = {"asked": asked, "fields": [top or 0, middle, low]}
    fields = ([f"页目录号 {top} 位"] if top is not None else []) + [f"页号 {middle} 位", f"页内偏移 {low} 位"]
    return Recognition(parameters=parameters, understood=(("地址格式", "，".join(fields)),))


def _recognise(text: str) -> Recognition | None:
    return _recognise_format(text) or _recognise_sizes(text)


def _recognise_sizes(text: str) -> Recognition | None:
    reading = Reading(text)
    reading.refuse(
        r"段|物理内存|物理地址|TLB|快表|反置|倒排|进程占|一个进程|占用从|访问时间|命中|内存容量|主存容量|大页|有效位|字编址|Cache"
    )
    reading.take_all(_ASIDE)
    pages = reading.take_one(
        r"(?:逻辑|虚拟|虚)(?:地址)?空间(?:的)?(?:大小|容量)?(?:为|是|有|共|包含|含|=)*2\^(?P<value>\d+)\s*个?页(?!大小|面大小|表)", int
    )
    bits = reading.take_one(
        (
            r"(?:逻辑|虚拟|虚)(?:地址)?(?:空间)?(?:的)?(?:长度|宽度|位数)?(?:均|都)?(?:为|是|有|采用|=|:|用|长)*(?P<value>\d+)\s*(?:位|bit)(?:长)?(?:的)?(?:逻辑|虚拟)?(?:地址)?(?:空间)?",
            r"(?P<value>\d+)\s*(?:位|bit)(?:的)?(?:长)?(?:的)?(?:逻辑|虚拟|虚)?(?:地址)(?:空间)?",
            r"(?P<value>\d+)\s*位(?:的)?(?:系统|机器|计算机|机)",
        ),
        int,
    )
    page = reading.take_one(
        rf"(?:每个?|一)?(?:页面|页框|页)(?:的)?(?:大小|长度|长|尺寸)?(?:均|都)?(?:为|是|有|=|:|取)*{_SIZE}",
        _bytes,
    )
    entry = reading.take_one(
        (
            rf"(?:每个?|每一个|一个)?(?:页表|页面表)(?:表)?(?:项|表项|条目)(?:的)?(?:大小|长度|长)?(?:均|都)?(?:占用?|为|是|需要?|用|=|:)*{_SIZE}",
            rf"(?:每个?|每一个|一个)(?:表项|条目)(?:的)?(?:大小|长度|长)?(?:均|都)?(?:占用?|为|是|需要?|用|=|:)*{_SIZE}",
        ),
        _bytes,
    )
    whole = reading.take_all(r"(?:采用|使用|用|若用)?(?:一级|单级|1级|多级|分级)(?=分页|页表)")
    kinds = {"multi" if "多" in match[0] or "分级" in match[0] else "single" for match in whole}
    if len(kinds) > 1:
        return None
    reading.take_all(
        r"(?:每一级|各级)?(?:的)?(?:每一?张|每个|每一个)?(?:的)?(?:页表|页目录)(?:的)?(?:大小)?(?:都|均)?(?:不超过|不能超过|只能占|恰好?占|最多占|必须放在|放在|占)(?:一|1)个?(?:页框|页面?)(?:内|中|的大小)?"
        r"|(?:为了?|要|若)?(?:使|让|要求|保证)?(?:得)?(?:每一级|各级|每级|每一?张|每个|每一个|所有)(?:的)?(?:页表|页目录)?(?:的)?(?:大小)?(?:都|均|恰好|正好|刚好)*(?:能够?|可以?|只|不)?(?:放入|放进|放在|放到|装入|装进|存入|存放在|占用?|装满|超过|超出|大于)?(?:在)?(?:恰好|正好|刚好)?(?:一|1)个?(?:页框|页面?)(?:内|中|里|的大小)?"
        r"|(?:使|让)?(?:各)?页表项(?:都)?连续(?:地)?存放"
    )
    outer = reading.take(
        r"(?:则|那么|其|它的)?(?:最外层|外层|顶级|最顶层|顶层|第一级|一级)(?:的)?(?:页目录|页表|目录)(?:表)?(?:中|里)?(?:的)?(?:至少|最少)?(?:需要?|应|要)?(?:有|包含|含有|含|存放)*(?:(?:多少|几)个?(?:页表|页目录)?(?:表)?项|(?:的)?(?:页表|表)项(?:个)?数(?:目|量)?)"
    )
    two = reading.take_all(r"(?:采用|使用|用)?(?:的)?(?:两|二|2)级(?:分页|页表)") if outer else []
    asked = reading.take_words(
        (
            (
                r"(?:至少|最少)?(?:需要?|应|要)?(?:采用|使用|用|分成|分为|分)?(?:多少|几)级(?:页表|分页)?|(?:至少|最少)?(?:需要?)?(?:的)?(?:页表)?(?:的)?级数|级数",
                "levels",
            ),
            (
                r"页表(?:的)?(?:表)?项(?:的)?(?:个|总)?数(?:目)?|(?:共)?(?:有|包含)?(?:多少|几)个?(?:页表项|表项)|页表(?:共)?(?:有)?(?:多少|几)(?:个)?项|页表(?:最多|最大)(?:有|包含)(?:多少|几)个?(?:页表项|表项|项)",
                "entries",
            ),
            (
                r"(?:整个|一个|单个|该|这个)?(?:进程的)?页表(?:的)?(?:总)?(?:最大)?(?:最多|最大)?(?:共)?(?:需要?)?(?:占用?|占据)?(?:的)?(?:多少|多大)?(?:内存|主存|存储)?(?:的)?(?:空间|大小|长度)|(?:存放|存储|保存)?(?:整个)?页表(?:共|总共|一共)?(?:需要?|要)?(?:占用?)?(?:的)?(?:多少|多大)(?:的)?(?:内存|主存|存储)?(?:空间|字节)?|页表(?:有)?多大",
                "size",
            ),
        )
    )
    reading.finish(
        "机 进程的 进程 计算机采用 时 分页 页式 虚拟存储 虚拟 存储 管理 系统 存储器 请求分页 页表 机制 采用 地址 空间 地址空间 页面 内存 占用 占 项 整个 大小 字节 页 分页系统 方式 计算机 操作系统 每个 表项 结构 存放 最大 共"
    )
    if outer:
        if asked or kinds or not two:
            return None
        asked = ["outer"]
    if pages is not None:
        if bits is not None or page is None:
            return None
        bits = int(pages) + page.bit_length() - 1
    if not asked or (kinds == {"multi"} and "levels" not in asked) or (kinds == {"single"} and "levels" in asked):
        return None
    for value in (page, entry):
        if value is not None and value & (value - 1):
            return None
    if (
        (entry is not None and entry > 16)
        or (page is not None and not 256 <= page <= 1 << 22)
        or (bits is not None and not 10 <= bits <= 64)
    ):
        return None
    parameters: dict[str, object] = {"asked": asked}
    understood, missing = [], []
    if bits is None:
        missing.append(Missing("bits", "逻辑地址是多少位？", "逻辑地址 {} 位"))
    else:
        parameters["bits"] = bits
        understood.append(("逻辑地址", f"{bits} 位，按字节编址"))
    if page is None:
        missing.append(Missing("page", "页面多大（如 4KB）？", "页面大小为 {}"))
    else:
        parameters["page"] = page
        understood.append(("页面", size(page)))
    if entry is None and asked != ["entries"]:
        missing.append(Missing("entry", "一个页表项占几个字节（如 4B）？", "页表项占 {}"))
    elif entry is not None:
        parameters["entry"] = entry
        understood.append(("页表项", f"{entry} B"))
    return Recognition(parameters=parameters, understood=tuple(understood), missing=tuple(missing))


def _solve_format(parameters: Parameters) -> Solution:
    top, middle, low = parameters["fields"]
    answers, steps = [], []
    also: tuple[str, ...] = ()
    for task in parameters["asked"]:
        if task == "page":
            answers.append(f"页面大小 {size(1 << low)}")
            also += (size(1 << low), f"{1 << low} B")
            steps.append(f"页内偏移 {low} 位，页面大小为 $2^{{{low}}}$ B，即 {size(1 << low)}。")
        elif task == "pages":
            answers.append(f"最多 2^{top + middle} = {1 << top + middle} 页")
            also += (f"2^{top + middle}", f"2^{top + middle} 页", f"{1 << top + middle}", f"{Fraction(1 << top + middle, 1024)}K")
            fields = f"页目录号和页号共 {top} + {middle} = {top + middle} 位" if top else f"页号 {middle} 位"
            steps.append(f"{fields}，最多有 $2^{{{top + middle}}}$ 页。")
        else:
            answers.append(f"页目录 {1 << top} 项")
            also += (str(1 << top), f"2^{top}")
            steps.append(f"页目录号 {top} 位，页目录最多有 $2^{{{top}}}$ = {1 << top} 项。")
    return Solution(
        answer="，".join(answers),
        also=also if len(answers) == 1 else (),
        steps=paragraphs(*steps),
        conventions=("按字节编址，1 KB = 1024 B",),
    )


def _solve(parameters: Parameters) -> Solution:
    if "fields" in parameters:
        return _solve_format(parameters)
    space = Space(parameters["bits"], parameters["page"], parameters.get("entry", 4))
    if space.page_bits < 1 or space.table_bits < 1:
        stay_out("a page larger than the space")
    answers: list[str] = []
    also: tuple[str, ...] = ()
    steps = [
        f"页内偏移占 {space.offset_bits} 位，页号占 {space.bits} − {space.offset_bits} = {space.page_bits} 位，共 $2^{{{space.page_bits}}}$ 页。"
    ]
    conventions = ["按字节编址，1 KB = 1024 B"]
    for task in parameters["asked"]:
        if task == "outer":
            if space.levels != 2:
                stay_out("other than two levels")
            count = 1 << space.split()[0]
            answers.append(f"外层页表 {count} 项")
            also += (str(count), f"2^{space.split()[0]}")
            steps.append(
                f"{_each(space)}共要 $2^{{{space.page_bits}}}$ / $2^{{{space.table_bits}}}$ = {count} 张内层页表，外层页表每张一项，共 {count} 项。"
            )
            conventions.append("每张内层页表占满一页")
        elif task == "entries":
            answers.append(f"一级页表共 {1 << space.page_bits} 项")
            also += (f"2^{space.page_bits}", f"{Fraction(1 << space.page_bits, 1024)}K")
        elif task == "size":
            answers.append(f"一级页表占 {size(space.single)}")
            also += (size(space.single), f"{space.single} B")
            steps.append(f"每页一个页表项，页表占 $2^{{{space.page_bits}}}$ × {space.entry} B，即 {size(space.single)}。")
        else:
            answers.append(f"{space.levels} 级")
            steps.append(
                f"{_each(space)}级数为 ⌈{space.page_bits}/{space.table_bits}⌉ = {space.levels}，自顶级起各级页号占 {listed(space.split(), '、')} 位。"
            )
            conventions.append("每张页表不超过一页")
    return Solution(
        answer="，".join(answers),
        also=also,
        steps=paragraphs(*steps),
        conventions=tuple(conventions),
        drawing=_drawing(space, "levels" in parameters["asked"] or "outer" in parameters["asked"]),
    )


KIND = Kind(
    name="multilevel-page-table",
    title="页表的大小与级数",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(hint=r"页表|页目录|页内", recognise=_recognise, solve=_solve),
)
