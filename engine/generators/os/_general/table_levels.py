"""What page tables of one or of several levels take, told in whatever words: for the whole space, or for the parts of it that a process uses.

Each question is of the scheme and of the parts that its own sentence speaks of; where it names none, of those named last before the questions began.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.os._general.account import Account, Asked
from engine.generators.quantities import size
from engine.generators.reading import stay_out

_BITS = r"(?<![\d.A-Za-z])(?P<bits>\d{1,2})\s*(?:位|bits?)(?!于)"
_SIZE = r"(?<![\d.A-Za-z])(?P<amount>\d+)\s*(?P<unit>[KMGT]i?B|[KMG]字节|[KMG](?![A-Za-z\d]|\s*个?页)|B(?![A-Za-z])|个?字节)"
_POWER = r"(?<![\d.A-Za-z])2\s*\^\s*(?P<power>\d{1,2})\s*(?P<of>B(?![A-Za-z])|字节)"
_COUNT = r"(?<![\d.A-Za-z])(?P<count>\d+\s*K?|2\s*\^\s*\d{1,2})\s*(?:个)?(?:页面|页)(?!表|号|内|框|目|大)"
_LOGICAL = r"(?:逻辑|虚拟|虚|有效|线性)"
_DIRECTORY = r"(?:页目录表?|目录表|外层页表|顶级页表|顶层页表|最高级页表|最外层页表|第一级页表|根页表|一级页表)"
_INNER = r"(?:二级页表|内层页表|第二级页表|次级页表)"
_FIELDS = (
    (r"页目录号|页目录索引|页目录|外层页号|一级页号|第一级页号|顶级页号|顶层页号", "directory"),
    (r"页表索引|页表号|二级页号|第二级页号|内层页号|页号", "inner"),
    (r"页内(?:偏移量?|位移量?|地址|偏移地址)|偏移量?|位移量?", "offset"),
    (rf"{_LOGICAL}(?:地址|空间)+|地址(?:空间|长度)?|空间", "width"),
    (r"系统|计算机|机器|处理器|CPU|机", "machine"),
)  # fmt: skip
_SIZED = (
    (r"(?:页表|页目录|目录|表)项|PTE|PDE", "entry"),
    (r"页面|页(?:的)?(?:大小|长|尺寸)|每页|(?<![一每两二三多单])页(?![表号内框目])|页框|物理块", "page"),
    (rf"(?:{_LOGICAL})?(?:地址)?空间|{_LOGICAL}(?:内存|存储)", "space"),
)
_MANY = r"(?:多少|几)"
_PAGES = rf"{_MANY}\s*(?:个)?(?:连续(?:的)?)?(?:页面|页框|物理页|物理块|内存块|页帧|帧|块|页)(?!表|目)"
_BYTES = r"多大(?:的)?(?:连续)?(?:内存|主存|存储)?(?:空间)?|(?:多少|几)\s*(?:[KMGT]?B(?![A-Za-z])|[KMG]?字节)(?:的)?(?:连续)?(?:内存|主存|存储)?(?:空间)?|(?:多少|几)(?:的)?(?:连续)?(?:内存|主存|存储)(?:空间)?|(?:所)?占(?:用)?(?:的)?(?:内存|主存|存储)?(?:空间|大小)"
_ENTRIES = rf"{_MANY}\s*(?:个|条)?(?:页表|页目录|目录|表)?项|(?:页表|表)?项(?:的)?(?:个)?(?:数目|数量|数|总数)"
_ALL = r"(?:各级|所有|全部|整个|两级|三级)(?:的)?页表|页目录(?:表)?(?:和|与|及|、|以及|加)(?:全部|所有|各|二级|的)*页表|页表(?:\(?(?:包?含|包括|连同|算上)(?:顶级|外层)?页目录(?:表|在内)?\)?)|(?:包?含|包括|连同|算上)(?:页目录|各级|顶级)(?:页?表)?(?:在内)?"
_QUESTIONS = (
    Asked(name="levels", needs=(rf"{_MANY}(?:级|层)|(?:级|层)数",)),
    Asked(name="both entries", needs=(rf"{_DIRECTORY}(?:和|与|及|、)(?:每张|每个)?{_INNER}", r"各|分别", _ENTRIES)),
    Asked(name="all pages", needs=(_ALL, _PAGES)),
    Asked(name="all bytes", needs=(_ALL, _BYTES)),
    Asked(name="directory entries", needs=(_DIRECTORY, _ENTRIES), unless=_INNER),
    Asked(name="inner entries", needs=(rf"(?:每张|每个|一张|一个)?{_INNER}", _ENTRIES)),
    Asked(name="fan out", needs=(r"(?:一|每)个?(?:页面|页框|页|物理块)", _ENTRIES), unless="级"),
    Asked(name="entries", needs=(r"页表(?!项)", _ENTRIES), unless=rf"级(?<!一级)(?<!单级)|{_INNER}"),
    Asked(name="table pages", needs=(r"页表(?!项)", _PAGES), unless=r"[二两三四多]级|目录|外层"),
    Asked(name="table bytes", needs=(r"页表(?!项)", rf"{_BYTES}|大小|容量|长度"), unless=r"[二两三四多]级|目录|外层|项"),
    Asked(name="page size", needs=(r"(?:页面|页)(?:的)?(?:大小|尺寸|长度)|(?:页面|页)长|每页", r"大小|尺寸|长|多大|多少\s*(?:[KM]?B|字节)"), unless=rf"页表|目录|{_MANY}[个]?页|项"),
    Asked(name="page bits", needs=(r"(?<!内)页号", rf"{_MANY}\s*(?:个)?(?:二进制)?(?:位|bit)|位数"), unless="目录|外层|内层|[一二]级"),
    Asked(name="offset bits", needs=(r"页内(?:偏移量?|位移量?|地址|偏移地址)|偏移量?", rf"{_MANY}\s*(?:个)?(?:二进制)?(?:位|bit)|位数")),
    Asked(name="pages", needs=(rf"{_MANY}\s*个?(?:虚拟|逻辑|虚)?(?:页面|页)(?!表|框|目|内|号)|(?:页面|页)(?:的)?(?:总)?(?:数目|数量|数|个数)(?!据)",), unless=r"页表|目录|[框块帧]|进程|作业|程序|占|放|装|折合|相当|存|需"),
    Asked(name="stored pages", needs=(r"(?:需要?|要|应)?(?:占用?|存放|存|装|放)+|折合|相当于", _PAGES), unless=r"[二两三四多]级|目录|外层|进程|作业|程序"),
)  # fmt: skip
_ABOUT = (
    r"(?:系统|计算机|进程|程序|作业)(?:的)?|每个?|一个|该|其|它|本身|共|总共|一共|需要?|占用?|占|要|有|存放|存储|使用|采用|用|内存|主存|连续|至少|最多|最大|最少|各|的|整个|全部|所有|逻辑|虚拟|地址|空间|中|里|则|可以?|能|应|包含|分为"
    r"|划分|\ue000|单级|一级|级|页表|表示|放下|容纳|那么|(?:[KMGT]B|B|字节)|大小|容量|折合|时|情况下?|下|那|在|内|放|折合|来存|比较?好|合适|构成|装|为了|必须|消耗"
)
_KNOWN = r"页目录|页表|页框|页号|偏移|物理地址|碎片|反置|快表|TLB|段|命中|时间"
_FOREIGN = r"反置|倒排|反向页表|快表|TLB|段(?!时间)|命中|共享|大页|按字编址|对齐|保留|预留|内核|写时|链接|哈希|散列|碎片|Cache|代码|数组|访问时间|置换|有效位|控制位|权限|物理地址|页框号|块号|磁盘|自映射|比(?!较)|减少|节省|节约|表项(?:中|里)"
_SCALE = {"B": 0, "字": 0, "个": 0, "K": 10, "M": 20, "G": 30, "T": 40}
_NUMERALS = {"单": 1, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5}


@dataclass(slots=True)
class _Case:
    """What one sentence says for its own questions."""

    levels: int | None = None
    spans: list[tuple[str, int]] = field(default_factory=list)


def recognise_table_levels(text: str) -> Recognition | None:
    """Sizes of page tables, of one level and of several, for a space or for the parts that are used; None: another problem."""
    if not patterns.search("页表|页目录", text):
        return None
    account = Account(text)
    account.pass_over(
        r"按字节(?:进行)?编址(?:的)?|字节编址",
        r"[(,]?(?:除(?:了)?(?:顶级|顶层|最外层|外层|最高级)(?:页表)?(?:之?外|以外)?,?(?:其余|其他)?(?:各级)?(?:页表)?(?:均|都)?(?:恰|恰好|刚好|正好)?占(?:满)?(?:一|1)个?页(?:面)?|(?:顶级|顶层|外层|最高级)(?:页表)?(?:也)?(?:不超过|不大于|占(?:用)?(?:不超过)?)(?:一|1)个?页(?:面)?)[)]?",
        r"(?:要求|规定|限定|使得?|让|且|并|,|能|为了|希望)*(?:任意?|每)?(?:一)?(?:级|张|个|层)?(?:的)?(?:页表|表)(?:的)?(?:信息|大小|长度|内容)?(?:都|均|也|必须|应该?|恰好?|刚好|正好|只|仅|能够?|能|可以?|不得|不能|不|要|全部|占用?满?(?=一|1))*(?:放|占|超过|大于|装|塞|存|控制|占用?满?)?(?:用|满|入|进|在|到)*(?:一|1)个?(?:页面|页框|页)(?!表|目)(?:之?内|中|里)?(?:大小)?",
        r"(?:且|并|要求|规定|限定|,|\(|其中)*(?:每(?:一)?(?:级|张|个|层)|各级|所有)(?:的)?页表(?:的大小)?(?:都|均|也)?(?:恰好|恰|只能|只|不得|不能|不|必须|正好|刚好|能)*(?:占用?满?|超过|大于|放在|存放在|放进|放入)(?:一|1)(?:个)?页(?:面|框)?(?:之?内|中|里)?\)?",
        r"[(,]?(?:页目录|顶级页表|外层页表)(?:表)?(?:也)?(?:只)?占(?:用)?(?:一|1)个?(?:页面|页框|页)[)]?",
    )
    facts = _facts(account)
    cases, common = _schemes(account)
    asked = account.ask(_QUESTIONS, _KNOWN, _ABOUT)
    account.pass_over(
        r"若(?:采用|使用|用|要|是|改用|换成|改成)?|如果(?:采用|使用|用)?|改用|换成|改为|改成|采用|均|都|各|每(?:个|张)?|分别|依次|其中|其余|从高到低|自高位起|多级|至少|最多|最大|整个|进程|从高位到低位",
        r"(?:只|仅)(?:使用|用|占用?)(?:了|到)?(?=\s*\ue000)|(?:和|与|及|、)(?=\ue000)|共|连续",
    )
    account.finish(_FOREIGN, rf"{_KNOWN}|页|地址|空间|内存|主存")
    if not asked:
        return None
    spans_used = {id(case) for case in cases.values() if case.spans}
    names: list[list[Any]] = []
    for place, name in asked:
        if name == "stored pages":  # of what was asked before
            if not names or names[-1][0] not in ("table bytes", "entries"):
                return None
            name = "table pages"
        case = cases.get(account.sentence_at(place), _Case())
        levels = case.levels or common
        spans = case.spans
        if name in ("page bits", "offset bits", "page size", "pages", "fan out", "levels") and spans:
            return None
        spans_used.discard(id(case))
        many = levels is not None and levels > 1
        if name.startswith("all") or name in ("directory entries", "inner entries", "both entries"):
            if not many:
                return None
        elif name in ("entries", "table pages", "table bytes"):
            if many or spans:
                return None  # of which table
        elif spans or (many and name == "page bits"):
            return None
        if spans and not name.startswith("all"):
            return None
        names += (
            [["directory entries", levels, []], ["inner entries", levels, []]]
            if name == "both entries"
            else [[name, levels, [list(span) for span in spans]]]
        )
    if spans_used or len({str(name) for name in names}) < len(names):
        return None
    if "page size" in (name for name, _, _ in names) and patterns.search(_SIZED[1][0] + r"[^,;。?]{0,8}\d", text):
        return None  # told and asked
    solution = solve_table_levels({"tables asked": names, "tables": facts})  # what does not follow is no problem of this kind
    del solution
    return Recognition(
        parameters={"tables asked": names, "tables": facts},
        understood=(
            ("逻辑地址", f"{facts['width']} 位"),
            ("页面", size(facts["page"])),
            *((("页表项", f"{facts['entry']} B"),) if "entry" in facts else ()),
            *((("页表", f"{common} 级"),) if common else ()),
            *(
                ("使用的空间", "，".join(f"{'低端' if end == 'low' else '高端'} {size(amount)}" for end, amount in case.spans))
                for case in cases.values()
                if case.spans
            ),
        ),
    )


def _facts(account: Account) -> dict[str, int]:
    """The width of an address, its fields, the sizes of a page, of an entry and of the space.

    Raises:
        StayOut: a figure is of nothing that is known, or figures contradict each other.
    """
    facts: dict[str, int] = {}

    def tell(name: str, value: int) -> None:
        if facts.setdefault(name, value) != value:
            stay_out(f"{name}: {facts[name]} and {value}")

    matches = list(patterns.finditer(_BITS, account.rest))
    for match in matches:
        behind = patterns.match(r"的?(?:为|是|作为)?", account.text[match.end() :])
        after = match.end() + (behind.end() if behind else 0)
        if patterns.search(r"(?:物理|实|主存|内存)(?:地址)?(?:为|是|长度|共|有)*\s*$", account.text[: match.start()]) or patterns.match(
            r"(?:物理|实)地址", account.text[after:]
        ):
            stay_out("a physical address")
        nearest = next((name for pattern, name in _FIELDS if patterns.match(pattern, account.text[after:])), None)
        nearest = nearest or account.near(*match.span(), _FIELDS)
        if nearest is None:
            stay_out(f"bits of what: {match[0]}")
        tell(nearest, int(match["bits"]))
    for match in matches:
        account.strike(*match.span())
    _spans_first = r"(?:最?低|最?高)(?:地址)?(?:端|部|地址|处)|开始|起"
    for match in list(patterns.finditer(rf"{_SIZE}|{_POWER}", account.rest)):
        start, end = account.clause_at(match.start())
        if patterns.search(_spans_first, account.text[start : match.start()]) and not patterns.search(
            "页表项|页面大小", account.text[start:end]
        ):
            continue  # a part of the space that is used
        nearest = account.near(*match.span(), _SIZED)
        behind = patterns.match(
            r"(?:的|大小的)?(?P<name>页表项|表项|页面|页(?!表|目|内)|(?:逻辑|虚拟)?(?:地址)?空间)", account.text[match.end() :]
        )
        if behind is not None:
            nearest = next(name for pattern, name in _SIZED if patterns.search(pattern, behind["name"]))
        if nearest is None:
            stay_out(f"a size of what: {match[0]}")
        tell(nearest, _amount(match))
        account.strike(*match.span())
    for match in account.take_all(rf"(?:{_LOGICAL})(?:地址)?(?:空间)(?:的)?(?:大小|容量)?(?:为|是|有|共)*\s*{_COUNT}"):
        power = patterns.search(r"\^\s*(\d+)", match["count"])
        tell("pages", 1 << int(power[1]) if power else int(match["count"].rstrip("K ")) * (1024 if "K" in match["count"] else 1))
    return _completed(facts)


def _amount(match: Any) -> int:
    if match["power"]:
        return 1 << int(match["power"])
    return int(match["amount"]) << _SCALE[match["unit"][0].upper()]


def _exponent(value: int, what: str) -> int:
    if value < 1 or value & (value - 1):
        stay_out(f"{what} that is no power of two: {value}")
    return value.bit_length() - 1


def _completed(facts: dict[str, int]) -> dict[str, int]:
    """With the width, the page and what is between them.

    Raises:
        StayOut: one of them does not follow, or they contradict each other.
    """
    machine = facts.pop("machine", None)
    if machine is not None and not {"width", "space", "pages"} & facts.keys():
        facts["width"] = machine
    if "offset" not in facts and "page" in facts:
        facts["offset"] = _exponent(facts["page"], "a page")
    if "offset" not in facts and {"width", "directory", "inner"} <= facts.keys():
        facts["offset"] = facts["width"] - facts["directory"] - facts["inner"]
    if not 6 <= facts.get("offset", 0) <= 26:
        stay_out("no page")
    if facts.setdefault("page", 1 << facts["offset"]) != 1 << facts["offset"]:
        stay_out("a page and its offset")
    if "space" in facts:
        bits = _exponent(facts["space"], "a space")
        if facts.setdefault("width", bits) != bits:
            stay_out("a space and its addresses")
    if "pages" in facts:
        bits = _exponent(facts.pop("pages"), "pages") + facts["offset"]
        if facts.setdefault("width", bits) != bits:
            stay_out("pages and addresses")
    if {"directory", "inner"} <= facts.keys():
        bits = facts["directory"] + facts["inner"] + facts["offset"]
        if facts.setdefault("width", bits) != bits:
            stay_out("fields that are not the address")
    elif "inner" in facts:
        if facts.setdefault("width", facts["inner"] + facts["offset"]) != facts["inner"] + facts["offset"] or "directory" in facts:
            stay_out("fields that are not the address")
        facts.pop("inner")
    elif "directory" in facts:
        facts["inner"] = facts.get("width", 0) - facts["offset"] - facts["directory"]
    if not facts["offset"] < facts.get("width", 0) <= 64 or facts.get("inner", 1) < 1:
        stay_out("no addresses")
    if "entry" in facts and not 1 <= facts["entry"] <= 64:
        stay_out("no entry")
    return facts


def _schemes(account: Account) -> tuple[dict[int, _Case], int | None]:
    """What each sentence says of the levels and of the parts that are used, and the levels that are told before anything is asked."""
    cases: dict[int, _Case] = {}
    common: int | None = None
    asking = next((match.start() for match in patterns.finditer(r"多少|几(?!乎)|多大|什么|求", account.text)), len(account.text))
    first = account.sentence_at(asking)
    scheme = patterns.finditer(
        r"(?:若|如果)?(?:只|仅)?(?:改|换)?(?:用|成|为|采用|使用)*(?<!第)(?P<levels>[单一二两三四五])级(?:的)?(?:分?页)(?:表)?(?:结构|机制|方式|系统)*(?!\s*(?:各|有|中|的表项|需|共|占|多|号|\(含|\(包|,?它))",
        account.rest,
    )
    for match in list(scheme):
        levels = _NUMERALS[match["levels"]]
        sentence = account.sentence_at(match.start())
        if patterns.search(r"每[个张]?$|[张个]$|[和与及、]$", account.text[max(0, match.start() - 3) : match.start()]):
            continue  # `each second-level table`
        account.strike(*match.span())
        if sentence < first or (sentence == first and sentence not in cases and not patterns.search("若|如果|改|换|只|仅", match[0])):
            if common not in (None, levels):
                stay_out(f"levels: {common} and {levels}")
            common = levels
        else:
            case = cases.setdefault(sentence, _Case())
            if case.levels not in (None, levels):
                stay_out("two schemes in one sentence")
            case.levels = levels
    for match in account.take_all(
        rf"(?:从|由)?(?:{_LOGICAL}?地址)?(?P<end>最?低(?:地址)?端?(?:地址)?|最?高(?:地址)?端?(?:地址)?|0)(?:开始|向下|向上|起|的|地址|往下|往上|部分|处)*(?:的)?(?:连续)?(?:的)?\s*{_SIZE}(?:的)?(?:连续)?(?:{_LOGICAL})?(?:地址)?(?:空间)?"
    ):
        case = cases.setdefault(account.sentence_at(match.start()), _Case())
        case.spans.append(("high" if "高" in match["end"] else "low", int(match["amount"]) << _SCALE[match["unit"][0].upper()]))
    account.pass_over(
        r"(?:若|如果)?(?:某|一个|该)?(?:进程|程序)?(?:的)?(?:整个|全部)?(?:逻辑|虚拟)?地址空间(?:被)?(?:全部|都|完全)(?:被)?(?:使用|用满|用上|占满)"
    )
    return cases, common


def solve_table_levels(parameters: Parameters) -> Solution:
    """Each thing that is asked, with its working."""
    facts: dict[str, int] = dict(parameters["tables"])
    answers, steps = [], []
    for name, levels, spans in parameters["tables asked"]:
        said, working = _answer(name, facts, levels, [(str(end), int(amount)) for end, amount in spans])
        answers.append(said)
        steps.append(working)
    bare = [patterns.sub(r"^[^\d]*(?=\d)", "", one) for one in answers]
    return Solution(
        answer="；".join(answers),
        also=(bare[0], bare[0].split(" ")[0]) if len(bare) == 1 else ("；".join(bare),),
        steps=paragraphs(*dict.fromkeys(steps)),
        conventions=("按字节编址，1 KB = 1024 B",),
    )


def _entry(facts: dict[str, int]) -> int:
    return facts["entry"] if "entry" in facts else stay_out("no entry is told")


def _widths(facts: dict[str, int], levels: int) -> list[int]:
    """The bits of each level, the highest first: the fields that are told, or else lower tables that fill a page each.

    Raises:
        StayOut: so many levels do not make the page number.
    """
    number = facts["width"] - facts["offset"]
    if "directory" in facts:
        return [facts["directory"], facts["inner"]] if levels == 2 else stay_out("fields of two levels")
    each = _exponent(facts["page"] // _entry(facts), "the entries of a page")
    top = number - (levels - 1) * each
    return [top, *[each] * (levels - 1)] if 0 < top <= each else stay_out("levels that do not fit")


def _tables(facts: dict[str, int], widths: list[int], spans: list[tuple[str, int]]) -> list[int]:
    """How many tables of each level there are."""
    number = sum(widths)
    ranges = []
    for end, amount in spans:
        pages = -(-amount // facts["page"])
        if pages > 1 << number:
            stay_out("more than the space")
        ranges.append((0, pages) if end == "low" else ((1 << number) - pages, 1 << number))
    if not ranges:
        ranges = [(0, 1 << number)]
    if len(ranges) > 1 and sorted(ranges)[0][1] > sorted(ranges)[1][0]:
        stay_out("parts that overlap")
    counts = []
    for level in range(len(widths)):
        below = sum(widths[level:])
        counts.append(
            len({index for low, high in ranges for index in range(low >> below, ((high - 1) >> below) + 1)}) if below <= number else 1
        )
    return counts


def _answer(name: str, facts: dict[str, int], levels: int | None, spans: list[tuple[str, int]]) -> tuple[str, str]:
    number = facts["width"] - facts["offset"]
    page = f"页内偏移 {facts['offset']} 位，页号 {facts['width']} − {facts['offset']} = {number} 位。"
    if name == "pages":
        return f"{1 << number} 页", f"{page}共 $2^{{{number}}}$ = {1 << number} 页。"
    if name == "page size":
        return (
            f"页面大小 {size(facts['page'])}",
            f"页内偏移 {facts['offset']} 位，页面大小为 $2^{{{facts['offset']}}}$ B，即 {size(facts['page'])}。",
        )
    if name in ("page bits", "offset bits"):
        return (f"页号 {number} 位" if name == "page bits" else f"页内偏移 {facts['offset']} 位"), page
    if name == "entries":
        return f"页表 {1 << number} 项", f"{page}每页一项，共 $2^{{{number}}}$ = {1 << number} 项。"
    if name in ("table bytes", "table pages"):
        total = (1 << number) * _entry(facts)
        whole = -(-total // facts["page"])
        told = f"{page}页表占 $2^{{{number}}}$ × {facts['entry']} B，即 {size(total)}。"
        return (
            (f"页表占 {size(total)}", told)
            if name == "table bytes"
            else (f"{whole} 页", f"{told}折合 {total}/{facts['page']} = {whole} 页。")
        )
    if name == "fan out":
        count = facts["page"] // _entry(facts)
        return f"每页 {count} 项", f"一页可放 {facts['page']}/{facts['entry']} = {count} 个页表项。"
    if name == "levels":
        each = _exponent(facts["page"] // _entry(facts), "the entries of a page")
        if levels is not None or each < 1:
            stay_out("levels that are told")
        count = -(-number // each)
        return (
            f"{count} 级",
            f"{page}一页可放 {facts['page']}/{facts['entry']} = {1 << each} 个页表项，每级 {each} 位，需 ⌈{number}/{each}⌉ = {count} 级。",
        )
    widths = _widths(facts, levels or 0)
    split = f"{page}各级页号依次占 {'、'.join(map(str, widths))} 位。"
    if name in ("directory entries", "inner entries"):
        if name == "inner entries" and len(widths) != 2:
            stay_out("which inner table")
        bits = widths[0] if name == "directory entries" else widths[1]
        label = ("页目录" if len(widths) == 2 else "顶级页表") if name == "directory entries" else "每张二级页表"
        return f"{label} {1 << bits} 项", f"{split}{label} $2^{{{bits}}}$ = {1 << bits} 项。"
    counts = _tables(facts, widths, spans)
    listed = "，".join(f"第 {at} 级 {count} 张" for at, count in enumerate(counts, 1))
    if name == "all pages":
        if any(_entry(facts) << bits > facts["page"] for bits in widths):
            stay_out("tables longer than a page")
        return f"{sum(counts)} 页", f"{split}用到的页表：{listed}，每张占一页，共 {' + '.join(map(str, counts))} = {sum(counts)} 页。"
    total = sum(count * (_entry(facts) << bits) for count, bits in zip(counts, widths, strict=True))
    terms = " + ".join(f"{count} × {_entry(facts) << bits}" for count, bits in zip(counts, widths, strict=True))
    return f"共占 {size(total)}", f"{split}页表：{listed}，共 {terms} = {total} B，即 {size(total)}。"
