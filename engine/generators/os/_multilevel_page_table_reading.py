"""Reading problems about page tables: sizes of pages, entries, spaces and programs, or an address format in bits, and what is asked of them."""

from __future__ import annotations

import re

from engine.generators.clauses import Role
from engine.generators.kind import Missing, Recognition
from engine.generators.os._clauses import BITS, SIZE, Clauses, to_bytes
from engine.generators.quantities import size
from engine.generators.reading import stay_out, to_count

_ASIDE = r"\(?(?:主存|内存|存储器|系统)?(?:均)?(?:是)?按字节(?:进行)?编址(?:的)?\)?|字节编址|以字节为编址单位|编址单位(?:为|是)?字节"
_LOGICAL = r"(?:逻辑|虚拟|虚|线性)"
_MANY = r"(?:多少|几)"
_PAGE = r"(?:页面|页框|页)(?!表|目录|内|号|式)"
_ENTRY = r"(?:每一?项|(?<=[,;、])项|(?:页表|页目录|页面表|目录)(?:表)?(?:的)?(?:每个?|一个?)?(?:项|表项|条目|表目)|表项|条目|表目|PTE)"

_ROLES = (
    Role(
        name="page",
        quantity=SIZE,
        read=to_bytes,
        before=rf"(?:每个?|一个?)?{_PAGE}(?:的)?(?:大小|长度|长|尺寸|容量)?",
        after=rf"(?:的|大小的|一个?|大小)?{_PAGE}",
    ),
    Role(
        name="entry",
        quantity=SIZE,
        read=to_bytes,
        before=rf"(?:每个?|每一个|一个)?{_ENTRY}(?:的)?(?:大小|长度|长)?",
        after=rf"(?:的|大小的|一个?){_ENTRY}",
    ),
    Role(
        name="space",
        quantity=SIZE,
        read=to_bytes,
        before=rf"{_LOGICAL}(?:地址)?(?:存储)?(?:空间|内存)(?:的)?(?:大小|容量|共)?",
        after=rf"(?:的)?{_LOGICAL}(?:地址)?空间",
    ),
    Role(
        name="job",
        quantity=SIZE,
        read=to_bytes,
        before=r"(?:用户|一个|某)?(?:作业|进程|程序|任务)(?:的)?(?:逻辑)?(?:地址空间)?(?:的)?(?:大小|长度|长|占|总共|共|有|最大)*",
        after=r"(?:的|大小的|长的)+(?:用户)?(?:作业|进程|程序)",
    ),
    Role(
        name="bits",
        quantity=BITS,
        read=to_count,
        before=rf"(?:{_LOGICAL})?(?<!理)(?<!存)地址(?:空间|总线)?(?:的)?(?:长度|宽度|位数|字长)?|(?:虚拟|逻辑)空间|机器字长|字长",
        after=rf"(?:长)?(?:的)?(?:{_LOGICAL})(?:地址)?(?:空间)?|(?:长)?(?:的)?地址(?:空间)?|(?:的)?(?:系统|机器|计算机|机|处理器|CPU|操作系统|平台|环境)",
    ),
)

_OFFSET = (
    Role(
        name="offset",
        quantity=BITS,
        read=to_count,
        before=r"页内(?:偏移量?|位移量?|地址)(?:字段)?",
        after=r"(?:的|是|为|作|作为|用作|用于|表示|给)+页内(?:偏移量?|位移量?|地址)",
    ),
)

_TASKS = (
    (
        rf"(?:它|其|该进程|进程)?(?:的)?(?:所有|全部|各级|整个)(?:的)?(?:各级|两级|二级|三级)?页表(?:\ue000)*(?:一共|总共|共|合计|总计|加起来|至少|要|需要?)*(?:占用?|用|有|需要?)?(?:了)?{_MANY}(?:个|张)?(?:物理|内存)?(?:页框|页帧|页面|页|帧|块)(?:的)?(?:内存|主存|空间)?",
        "tables",
    ),
    (
        rf"(?:它|其|该进程|进程)?(?:的)?(?:所有|全部|各级)(?:的)?(?:各级|两级|二级|三级)?页表(?:\ue000)*(?:一共|总共|共|合计|总计|加起来|至少|要|需要?)+(?:占用?|用)(?:了)?(?:的)?{_MANY}(?:内存|主存|空间|[KM]B)",
        "tables-size",
    ),
    (
        rf"(?:至少|最少)?(?:需要?|应当?|要|得)?(?:采用|使用|用|分成|分为|分|设|建)?(?:{_MANY}|多少个)级(?:的)?(?:页表|分页)?(?:结构)?|(?:至少|最少)?(?:需要?)?(?:的)?(?:页表)?(?:的)?级数|(?<=[采使])用级页表|(?:至少|最少)(?:应当?|需要?)?(?:采用|使用)级页表",
        "levels",
    ),
    (
        rf"(?:各级|每一?级|每级)(?:页表|页号)?(?:的)?(?:索引|页号|下标)?(?:字段)?(?:分别|各)*(?:的)?(?:是|为|占|用)*{_MANY}位|(?:{_LOGICAL}地址)?(?:各字段|各部分|各级索引|各级页号)(?:的)?(?:位数|宽度|长度)?(?:分别|各)*(?:是|为|占)*{_MANY}位?|{_LOGICAL}?地址(?:如何|怎么|怎样)划分",
        "split",
    ),
    (rf"(?:页目录号|外层页号|一级页号|顶级页号|外部页号)(?:字段)?(?:需要?|要|应|占|用|为|是)*{_MANY}(?:个)?(?:二进制)?位", "outer-bits"),
    (rf"(?:页表索引|二级页号|内层页号|页表号)(?:字段)?(?:需要?|要|应|占|用|为|是)*{_MANY}(?:个)?(?:二进制)?位", "inner-bits"),
    (
        rf"(?:则|那么|其|它的|表示整个逻辑地址空间的)?(?:最外层|外层|顶级|最顶层|顶层|第一级|一级|最高级)?(?:的)?(?:页目录|(?<=层)页表|(?<=级)(?<!单级)页表|目录)(?:表)?(?:中|里)?(?:的)?(?:至少|最少)?(?:需要?|应|要)?(?:有|包含|含有|含|存放)*(?:{_MANY}个?(?:页表|页目录)?(?:表)?项|(?:的)?(?:页表|表)项(?:的)?(?:个)?数(?:目|量)?|(?:的)?(?:表)?项数)(?:的)?(?:至少|最少)?(?:是|为)?(?:{_MANY}个?)?",
        "outer",
    ),
    (
        rf"(?:最大|最多|总)?(?:能够?|可以?|可)?(?:支持|表示|寻址|管理|覆盖|访问|映射)+(?:的)?(?:最大|多大)?(?:的)?{_LOGICAL}(?:地址)?空间(?:的)?(?:大小|最大|容量)?(?:是|为|有)*(?:多大|多少)?|最大(?:的)?{_LOGICAL}(?:地址)?空间(?:的)?(?:大小|容量)?(?:是|为|有)*(?:多大|多少)?|{_LOGICAL}(?:地址)?空间(?:的)?(?:大小)?(?:最大|最多)(?:是|为|可达|能有)*(?:多大|多少)",
        "reach",
    ),
    (rf"(?:页号|页面号|虚页号)(?:字段)?(?:部分)?(?:需要?|要|占|用|有|为|是)*{_MANY}(?:个)?(?:二进制)?位", "page-bits"),
    (rf"页内(?:偏移量?|位移量?|地址)(?:字段)?(?:部分)?(?:需要?|要|占|用|有|为|是)*{_MANY}(?:个)?(?:二进制)?位", "offset-bits"),
    (
        rf"(?:单级|一级|整个|它的|其|该)?页表(?:的|里|中)?(?:表)?项(?:的)?(?:个|总)?数(?:目|量)?|(?:至少|最多)?(?:共)?(?:有|包含|需要?|要)*{_MANY}个?(?:页表项|表项)|页表(?:里|中)?(?:最多|最大|一共|总共|至少|共)?(?:有|要|需要?|包含|含有)?(?:最多|最大|一共|总共|共)?{_MANY}(?:个)?(?:页表项|表项|项|条)",
        "entries",
    ),
    (
        r"(?:整个|一个|单个|该|这个|它的?|其|这张|单级|一级)?(?:进程|作业|程序)?(?:的)?页表(?:的)?(?:总|最大|最多|至少|共|一共|总共|要|就|得|本身|需要?)*(?:占用?|占据|耗费|吃掉?)?(?:的)?(?:多少|多大|几)?(?!个?(?:页|块|帧|张))(?:个)?(?:内存|主存|存储|连续)*(?:的)?(?:空间|大小|长度|容量|字节|多大|[KMG]B?)|页表(?:总共|一共|共|要|得|需要?|最多|最大|至少|最少|就|本身|会|将|可能|大概|能)*占(?:用|据|掉)?(?:多少|几|多大)(?!个?(?:页|块|帧|张))(?:个)?(?:内存|主存|字节|空间)?|(?:存放|存储|保存|装下)(?:整个|这张|该)?页表(?:共|总共|一共|至少)?(?:需要?|要)?(?:占用?)?(?:的)?(?:多少|多大)(?:的)?(?:内存|主存|存储)?(?:空间|字节)?|页表(?:有)?多大|(?:一共|总共|共)占(?:用)?(?:多少|几)(?:个)?(?:字节|空间|内存|[KMG]?B)",
        "size",
    ),
)


def recognise(text: str) -> Recognition | None:
    """A problem about page tables as understood; None where it is another problem."""
    return _recognise_format(text) or _recognise_sizes(text)


def _recognise_format(text: str) -> Recognition | None:
    """An address format in bits, of which sizes and numbers of pages and tables are asked; None: another problem."""
    reading = Clauses(text)
    reading.take_all(_ASIDE)
    directory = r"(?:页目录(?:表)?(?:号|索引|项)?|(?:一级|外层|顶级|第一级|第1级)页(?:表)?(?:号|索引)?|外部页号)"
    inner = r"(?:(?:二级|内层|第二级|第2级)?(?<!虚拟)(?<!逻辑)页(?:表|面)?(?:号|索引)|内层页号)"
    offset = r"(?:页内|块内)?(?:偏移量?|位移量?|页内地址)(?:地址)?"
    value = r"\s*(?:字段)?(?:占|为|是|有|用|:|=|\()*\s*(?P<value>\d+)\s*(?:位|bit)\)?"
    ahead = r"(?<![\d.])(?P<value>\d+)\s*(?:位|bit)(?:的)?"
    top = reading.take_one((directory + value, ahead + directory), int)
    low = reading.take_one((offset + value, ahead + offset), int)
    middle = reading.take_one((inner + value, ahead + inner), int)
    if low is None or middle is None:
        return None
    reading.refuse(
        r"段|物理内存|物理地址|TLB|快表|反置|倒排|占用从|访问时间|命中|容量|大页|有效位|字编址|Cache|三级|四级|进程(?:大小|占|长)|逻辑地址(?:为|是)?(?:0x)?[0-9A-F]+H?(?![\d位A-Z])"
    )
    levels = {2 if match["value"] in "二两2" else 1 for match in reading.take_all(r"(?P<value>[一二两单12])级(?:分页|页表)")}
    if levels and levels != {2 if top is not None else 1}:
        stay_out("levels and fields that do not agree")
    bits = reading.take_one(
        rf"(?:{_LOGICAL}地址(?:空间)?(?:的)?(?:长度|位数|长)?(?:为|是|有|共|长)*)?(?P<value>\d+)\s*(?:位|bit)(?:长)?(?:的)?(?:{_LOGICAL}?地址(?:空间)?)?",
        int,
    )
    total = (top or 0) + middle + low
    if bits not in (None, total):
        stay_out("fields that do not add up")
    asked = reading.take_words(
        (
            (r"(?:每|一)?个?(?:页面|页框|页)(?:的)?(?:大小|长度|尺寸)(?:是|为)?(?:多少|多大)?|(?:每个?|一)?页面?(?:是|有|为)?多大", "page"),
            (
                rf"(?:一个|每个|单个)?(?:进程|程序|作业|用户)?(?:的)?{_LOGICAL}?(?:地址空间)?(?:中|里)?(?:最多|最大|总共|一共|共)(?:可以?|能)?(?:有|含有?|包含|分成|分为)?{_MANY}(?:个)?(?:页面|页)(?!表)|"
                rf"{_LOGICAL}地址空间(?:中|里)?(?:有|含有?|包含|分成|分为){_MANY}(?:个)?(?:页面|页)(?!表)|(?:最大|总)(?:的)?页(?:面)?数",
                "pages",
            ),
            (
                rf"(?:一个|整个)?(?:页目录(?:表)?|外层页表|一级页表|顶级页表)(?:中|里)?(?:最多|共)?(?:可以?|能)?(?:有|含有?|包含){_MANY}(?:个)?(?:页目录|页表)?(?:表)?项",
                "outer",
            ),
            (rf"{_LOGICAL}(?:地址)?空间(?:的)?(?:总)?(?:大小|容量|最大)?(?:是|为|有|共)*(?:多大|多少)(?!个?页)", "space"),
        )
    )
    reading.finish(
        "逻辑地址 虚拟地址 虚地址 逻辑 虚拟 地址 地址结构 格式 结构 页表 分页 页式 存储 管理 系统 计算机 采用 请求分页 组成 构成 字段 三个部分 三部分 两部分 划分 划分为 分为 分成 高位 低位 低 高 依次为 进程 操作系统 虚拟存储 存储管理 "
        "部分 页号 偏移 内存 主存 空间 页面 页 最大"
    )
    if not asked or not 10 <= total <= 64 or not 4 <= low <= 30 or ("outer" in asked and top is None):
        return None
    parameters: dict[str, object] = {"asked": asked, "fields": [top or 0, middle, low]}
    fields = ([f"页目录号 {top} 位"] if top is not None else []) + [f"页号 {middle} 位", f"页内偏移 {low} 位"]
    return Recognition(parameters=parameters, understood=(("地址格式", "，".join(fields)),))


def _recognise_sizes(text: str) -> Recognition | None:
    reading = Clauses(text)
    reading.take_all(_ASIDE)
    from_zero = reading.take_all(
        r"\(?(?:且|并且|都是|是|它|占用|用的是?)*从(?:逻辑|虚拟|虚)?(?:地址|低地址)?(?:的)?0(?:号)?(?:地址|页|字节)?(?:处)?(?:开始|起)(?:的)?(?:连续)?(?:的)?(?:存放|使用|占用|分布|用|逻辑|虚拟|地址|空间)*(?:的)?\)?"
    )
    reading.refuse(
        r"段|物理内存|物理地址|TLB|快表|反置|倒排|占用从|访问时间|命中|内存容量|主存容量|大页|有效位|字编址|Cache|访存|访问内存|置换|物理块号|块号|(?<![多])虚拟机|\d\s*位置"
    )
    fitted = _take_fitting(reading)
    with_directory = reading.take_all(
        r"\(?(?:包?含|包括|连同|算上|加上|连)(?:了)?(?:那)?(?:页目录(?:表)?|顶级页表|一级页表|外层页表|顶层页表)(?:表)?(?:所占的?|自己|本身|那|这|的|一|页|张|在内|也算|都算)*\)?"
    )
    reading.refuse(r"(?:不|没|未|除)(?:了|包)?(?:含|包括|算|计|去)?(?:页目录|顶级页表|\ue000)") if with_directory else None
    told_levels = reading.take_one(
        r"(?:采用|使用|用|若用|若采用|如果采用|如果用|改用)?(?:的)?(?P<value>[一二两三四单1234])级(?:的)?(?=(?:分页|页表|页目录)(?!(?:中|里)?(?:的)?(?:有|包含)?(?:多少|几)|项))",
        lambda value: "一二三四".find(value.replace("两", "二").replace("单", "一")) + 1 or int(value),
    )
    several = reading.take_all(r"(?:采用|使用|用|若用)?(?:多级|分级)(?=分页|页表)")
    pages = reading.take_one(
        (
            rf"{_LOGICAL}(?:地址)?空间(?:的)?(?:大小|容量)?(?:为|是|有|共|包含|含|最多|=)*2\s*\^\s*(?P<value>\d+)\s*个?页(?!大小|面大小|表)",
            r"2\s*\^\s*(?P<value>\d+)\s*个?页(?:面)?的?(?:逻辑|虚拟)?(?:地址)?空间",
        ),
        int,
    )
    listed_pages = reading.take_one(
        rf"(?:{_LOGICAL}(?:地址)?空间|作业|进程|程序)(?:的)?(?:大小|共|总共|一共|最多)?(?:为|是|有|占|=)*(?P<value>\d+)\s*个?(?:页面|页)(?!表|框|目录|面?大小)",
        int,
    )
    exponent = reading.take_one(
        rf"{_LOGICAL}(?:地址)?空间(?:的)?(?:大小|容量)?(?:为|是|有|共|=)*2\s*\^\s*(?P<value>\d+)(?!\s*(?:个?页|[KMGTB]|个?字节|\d|位))", int
    )
    values = reading.assign((*_ROLES, *_OFFSET))
    page, entry, bits, space, job = (values.get(name) for name in ("page", "entry", "bits", "space", "job"))
    if (
        bits is None
        and len(lone := list(re.finditer(BITS, reading.rest, re.IGNORECASE))) == 1
        and reading.take(rf"(?<![号移项块量占要])(?:{BITS})")
    ):
        bits = to_count(lone[0][0])
    asked = reading.take_words(_TASKS)
    if listed_pages is not None and page is not None:
        if job is not None or bits is not None or space is not None or not set(asked) <= {"entries", "size"}:
            return None
        job = listed_pages * page
    reading.finish(
        "最少 分 让 使 保证 机 进程的 进程 作业 程序 一个进程 一个作业 一个程序 每个进程 单个进程 计算机采用 时 分页 页式 虚拟存储 虚拟 存储 管理 存储管理 系统 存储器 请求分页 页表 页目录 机制 采用 地址 逻辑地址 虚拟地址 空间 地址空间 逻辑空间 页面 内存 主存 物理 占用 占 项 整个 大小 "
        "字节 页 分页系统 方式 计算机 操作系统 每个 表项 结构 存放 最大 最多 共 连续 至少 最少 二进制 长 长度 单级 一级 多级 两级 二级 级 每级 位 "
    )
    if (offset := values.get("offset")) is not None:
        if page not in (None, 1 << offset) or not 6 <= offset <= 30:
            return None
        page = 1 << offset
    if space is not None:
        if bits is not None or space & (space - 1):
            return None
        bits = space.bit_length() - 1
    if exponent is not None:
        if bits is not None:
            return None
        bits = exponent
    if pages is not None:
        if bits is not None or page is None:
            return None
        bits = int(pages) + page.bit_length() - 1
    for value in (page, entry if job is None else None):
        if value is not None and (value & (value - 1) or value < 1):
            return None
    if (
        (entry is not None and entry > 16)
        or (page is not None and not 128 <= page <= 1 << 24)
        or (bits is not None and not 10 <= bits <= 64)
    ):
        return None
    if not asked or (several and told_levels):
        return None
    tasks = set(asked)
    if tasks & {"tables", "tables-size"}:
        if len(asked) != 1 or job is None or page is None or entry is None or told_levels not in (2, 3) or not from_zero:
            return None
        if entry & (entry - 1):
            return None
    elif (
        from_zero
        or with_directory
        or (
            job is not None
            and (not tasks <= {"entries", "size"} or (told_levels or 1) > 1 or several or (bits is not None and job > 1 << bits))
        )
    ):
        return None
    if "levels" in tasks and told_levels is not None:
        return None
    if tasks & {"entries", "size"} and ((told_levels or 1) > 1 or several):
        return None
    if "reach" in tasks:
        if tasks != {"reach"} or bits is not None or told_levels is None:
            return None
    elif tasks & {"outer", "outer-bits", "inner-bits"}:
        if told_levels != 2 and (told_levels is not None or asked != ["outer"] or not fitted):
            return None
        if tasks & {"levels", "entries", "size"}:
            return None
    elif "split" in tasks and "levels" not in tasks and (told_levels or 1) < 2:
        return None
    parameters: dict[str, object] = {"asked": asked}
    if told_levels is not None:
        parameters["levels"] = told_levels
    understood, missing = [], []
    if job is not None:
        parameters["job"] = job
        understood.append(("程序", size(job)))
        if bits is not None and tasks & {"tables", "tables-size"}:
            parameters["bits"] = bits
    elif bits is not None:
        parameters["bits"] = bits
        understood.append(("逻辑地址", f"{bits} 位，按字节编址"))
    elif "reach" not in tasks and asked != ["offset-bits"]:
        missing.append(Missing("bits", "逻辑地址是多少位？", "逻辑地址 {} 位"))
    if page is not None:
        parameters["page"] = page
        understood.append(("页面", size(page)))
    else:
        missing.append(Missing("page", "页面多大（如 4KB）？", "页面大小为 {}"))
    if entry is not None:
        parameters["entry"] = entry
        understood.append(("页表项", f"{entry} B"))
    elif not tasks <= {"entries", "page-bits", "offset-bits"}:
        missing.append(Missing("entry", "一个页表项占几个字节（如 4B）？", "页表项占 {}"))
    if told_levels is not None and told_levels > 1:
        understood.append(("页表", f"{'一二三四'[told_levels - 1]}级，每张页表占一页"))
    return Recognition(parameters=parameters, understood=tuple(understood), missing=tuple(missing))


def _take_fitting(reading: Clauses) -> bool:
    """Whether it is said that every table fits one page, taken: in a table of several levels that is so, said or not."""
    one_page = r"(?:一|1|单)个?(?:整)?(?:页框|页面|页|物理块|内存块)(?!表|目录|号)(?:之?内|中|里|的?大小)?(?:就行|即可)?"
    found = reading.take_all(rf"(?:每一?|各|任[一何意]一?|所有|页目录(?:和|与|及))[^,;。?!\d\ue000(]{{0,24}}?{one_page}")
    for match in found:
        if re.search(r"不止|不只|不少|多于|至少|(?<!不)(?<!不能)(?<!不可)(?<!不得)(?<!不允许)(?:超|大于)|除|倍", match[0]):
            stay_out(match[0])
    found += reading.take_all(
        rf"(?:最高[层级]的?|最外[层级]的?|最顶[层级]的?|最上[层级]的?|顶[层级]的?|外层的?|根)?(?:页表|页目录)(?:的)?(?:大小)?(?:都|均)?(?:不超过|不超出|不多于|能装进|能放进|装得进|装进|放进|放得进|刚好占|正好占|只占|不能超过|只能占|恰好?占|最多占|必须放在|放在|占|不大于){one_page}"
    )
    reading.take_all(r"(?:使|让)?(?:各)?页表项(?:都)?连续(?:地)?存放|页表(?:必须)?(?:在内存中)?连续存放")
    return bool(found)
