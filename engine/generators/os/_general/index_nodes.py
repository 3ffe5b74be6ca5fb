"""An index node and the files that it reaches, told in whatever words: how many addresses of each level, the size of a block and of an address, and a
place in the file or its length.
"""

from __future__ import annotations

import re
from typing import Any

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.os._files.index_node import Node
from engine.generators.os._general.account import NUMBER, Account, Asked
from engine.generators.quantities import size
from engine.generators.reading import stay_out, to_int

_LEVEL_NAMES = ("直接", "一级间接", "二级间接", "三级间接")
_SIGNS = "\ue010\ue011\ue012\ue013"
_ANY = rf"[{_SIGNS}]"
_KIND = r"(?:地址|索引|寻址|指针|引用|方式|间址)"
_ITEM = r"(?:磁盘)?(?:地址项|地址指针|块指针|索引项|索引指针|地址|指针|表项|表目|项|块)"
_ONE = r"(?:(?:[一二三123]|单|双|两)(?:级|次|重)?)"
_LISTED = re.compile(
    rf"(?<![哪几多第每\d]){_ONE}(?:\s*(?:、|和|与|及|以及|,|\s)?\s*{_ONE})*(?:间接|间址)(?:{_KIND}|盘块|块|项|表)*|直接(?={_KIND}|盘块|块|项|[,;、。和与及]|个|各|有|\d|\ue000|$)(?:{_KIND}|盘块|块|项)*"
)
_IS = r"(?:为|是|作为|用作|用于|用来|采用|使用|存放|指向|的|均|都|分别|类型|:|\s)*"
_SIZE = r"(?<![\d.A-Za-z])(?P<amount>\d+(?:\.\d+)?)\s*(?P<unit>[KMGT]i?B|[KMG]字节|[KMG](?![A-Za-z])|B(?![A-Za-z])|个?字节|bit|个?(?:二进制)?位)"
_SIZES = (
    (r"(?:盘块|磁盘块|物理块|块)(?:的)?(?:编)?号|(?:盘块|磁盘块|块)?(?:的)?(?:地址项|地址|指针|索引项|索引指针|表项)|每项", "entry"),
    (r"(?:磁盘|物理|数据|索引|盘)*块(?!号|的?编号|的?地址|指针)|簇|扇区", "block"),
    (r"文件", "file"),
)
_INODE = r"(?:索引结点|索引节点|i\s?-?\s?结点|i\s?-?\s?节点|i-?node|FCB|文件控制块|目录项)"
_MANY = r"(?:多少|几)"
_QUESTIONS = (
    Asked(name="largest", needs=(r"文件|长度|大小|容量|尺寸", r"最大|最长|最多|至多|上限"), unless=r"块数|多少(?:个)?块|逻辑块"),
    Asked(name="reads", needs=(rf"{_MANY}次(?!间)", r"盘|I/O|读|访问"), unless=r"间接|间址"),
    Asked(name="reads", needs=(r"(?:访问|读|启动)(?:取)?(?:磁盘|盘)?(?:的)?次数",)),
    Asked(name="level", needs=(r"哪(?:一)?(?:种|级|类|次)|几(?:次|级)|什么|何种|如何|多少(?:次|级)?", r"间接|间址|寻址|索引(?!块)|方式|级(?=地址)"), unless="块"),
    Asked(name="index-blocks", needs=(r"(?:索引|间接)(?:地址|索引|磁盘|盘)*块", rf"{_MANY}\s*(?:个|块)"), unless=r"(?:包括|含|连同|和|与|及)(?:数据|索引|间接)|数据块(?:和|与|及|、|加)"),
    Asked(name="index-blocks", needs=(r"除(?:了)?数据块(?:之?外|以外)", rf"{_MANY}\s*(?:个|块)"), unless="结点|节点|inode"),
    Asked(
        name="total-blocks",
        needs=(r"(?:包括|含|连同|算上|计入|加上)(?:数据块|索引块|间接块|和|与|及|、|在内)+|数据块(?:和|与|及|、|加|加上)(?:索引|间接)(?:地址)?块|(?:索引|间接)(?:地址)?块(?:和|与|及|、|加|加上)数据块", rf"(?:总共|一共|共)?(?:占用?|需要?)?{_MANY}\s*(?:个|块)(?:磁盘块|盘块|物理块|块)?"),
        unless="结点|节点|inode",
    ),
    Asked(name="inside", needs=(r"块内(?:的)?(?:偏移量?|位移量?|地址)",)),
    Asked(name="block", needs=(r"(?:逻辑)?块(?:号)?", rf"第?{_MANY}|哪(?:一)?(?:个|块)"), unless=r"间接|索引|共|需|占|数据块(?:数|个数)"),
    Asked(name="level", needs=(r"(?:采用|使用|需要?|可|应该?|由|通过|分别)*(?:的是)?多少(?:寻址|索引|访问)?$",), unless=r"读|盘|次|块|I/O|最|文件[^的]{0,4}(?:大|长)"),
)  # fmt: skip
_ABOUT = (
    r"文件(?:系统)?|\ue000|一个|单个|该|系统|数据|字节|偏移量?|位于|属于|对应|所在|它|其|这|那个?|某个?|进程|用户|在|处|位置|访问|读取?|要|需|用|通过|采用|来|中|里|从|到|磁盘|逻辑|块号"
    r"|表示|支持|存储|存放|能够?|可以?|允许|达到|为多少[KMG]?B?|(?:为|是)?多少\s*[KMGT]?(?:B|字节)?|理论上|长度|大小|容量|尺寸|长|采取|方式|地址|寻址|管理|下|则|内|最后|那|不|超过|共|得到|(?<=\d)号|号|时|上|I/O|操作|启动|是|(?:[KMGT]B|[KMG]?字节|B)(?=$)|占用|需要|分配|用户|信息|(?:用|以)[KMG]?B(?:为单位)?(?:表示)?|应|不能"
)
_KNOWN = _ANY + r"|索引块|数据块|目录|位示图|FAT|柱面|磁道|缓冲|记录"
_FOREIGN = r"FAT|位示图|位图|链接|连续分配|B\+?树|扇区|柱面|缓存|缓冲|目录(?!项)|记录|限制|硬链接|软链接|删除|插入|共享|首次打开|四级|四次|磁盘空间|磁盘容量|每秒|ms|毫秒|写回|修改|追加|写入"
_POWERS = {"K": 1, "M": 2, "G": 3, "T": 4}


def recognise_index_node(text: str) -> Recognition | None:
    """The largest file, the level and the reads of a place, the index blocks of a file; None: another problem."""
    account = Account(_with_signs(patterns.sub(r"(?<=第)(\d{1,3}) (\d{3})(?=\s*(?:B|字节))", r"\1\2", text)))
    if not account.has(_ANY):
        return None
    _uncounted(account)
    limit = _limit(account)
    places = _places(account)
    resident, absent = _where_the_node_is(account)
    addresses = _addresses(account)
    sizes = _sizes(account)
    if len(account.parts) > 1 and (
        patterns.search(
            rf"\d\s*(?:[KMG]|B|字节)|块号(?:为|是)?\s*\d|偏移[^,;。]{{0,6}}\d|最后|末尾|{_SIGNS[0]}", account.text[account.parts[0] :]
        )
    ):
        stay_out("parts of their own")
    block, entry = sizes.get("block"), sizes.get("entry")
    if "fan" in sizes and block:
        entry = entry or block // sizes["fan"]
    if places and places[-1] == ("last", 0):
        if "file" not in sizes:
            return None
        places[-1] = ("offset", sizes["file"] - 1)
    asked = account.ask(_QUESTIONS, _KNOWN, _ABOUT)
    account.pass_over(
        rf"{_ANY}+",
        r"每(?:个|一|块|张)?(?=[^,;。]{0,6}\ue000)|各(?:个|占)?|均|都|分别|依次|若(?=[^,;。]{0,16}\ue000)|如果(?=[^,;。]{0,16}\ue000)|混合|多级|[一二三]级(?:混合)?索引(?:结构|方式|分配)?|组成|单个",
        r"(?:其中|共|总共|包含|包括|含|有)+(?=\s*\ue000)|(?:磁盘)?索引块(?:和|与)(?:磁盘)?数据块(?:的)?(?:大小)?|要?读出?|最多",
    )
    account.finish(_FOREIGN, rf"{_KNOWN}|{_INODE}|文件|块|索引|间接|直接|地址|指针|访问|磁盘")
    names = [name for _, name in asked]
    if len(set(names)) < len(names) or (len(places) > 1 and len(names) > 1):
        return None  # the same once more, of something else
    if not names or block is None or entry is None or block & (block - 1) or not 128 <= block <= 1 << 20 or entry not in (1, 2, 3, 4, 8):
        return None
    if limit is not None:
        if names != ["largest"] or not any(addresses[limit + 1 :]):
            return None
        addresses = [count if level <= limit else 0 for level, count in enumerate(addresses)]
    if "inside" in names:
        names = ["place" if name == "block" else name for name in names if name != "inside"]
        if "place" not in names:
            return None
    of_places = {"reads", "level", "place", "block"} & set(names)
    if bool(of_places) != bool(places) or bool({"index-blocks", "total-blocks"} & set(names)) != ("file" in sizes and not of_places):
        return None
    if "file" in sizes and of_places and any(kind != "offset" or value >= sizes["file"] for kind, value in places):
        return None
    if "reads" in names and resident == absent:
        return None
    if {"place", "block"} & set(names) and any(kind != "offset" for kind, _ in places):
        return None
    if any(kind == "number" for kind, _ in places) and "从0" not in text and ("number", 0) not in places:
        direct, single, double, triple = addresses
        node = Node((direct, single, double, triple), block, entry)
        if any(kind == "number" and node.level_of(value) != node.level_of(value - 1) for kind, value in places):
            return None  # whether they are counted from 0 or from 1
    case: dict[str, Any] = {"addresses": addresses, "block": block, "entry": entry, "places": [list(place) for place in places]}
    if absent:
        case["absent"] = True
    if {"index-blocks", "total-blocks"} & set(names):
        case["length"] = sizes["file"]
    return Recognition(
        parameters={"cases": [{**case, "asked": [name]} for name in names]},
        understood=(
            ("地址项", "，".join(f"{_LEVEL_NAMES[level]} {count} 个" for level, count in enumerate(addresses) if count)),
            ("磁盘块", size(block)),
            ("每个地址项", f"{entry} B"),
            *((("字节偏移" if kind == "offset" else "逻辑块号"), str(value)) for kind, value in places),
            *((("文件", size(sizes["file"])),) if "file" in sizes else ()),
            *((("索引结点", "不在内存" if absent else "已在内存"),) if "reads" in names else ()),
        ),
    )


def _with_signs(text: str) -> str:
    """The text with one sign for each level that it names: `一级、二级和三级间接地址` is three of them."""

    def signs(found: re.Match[str]) -> str:
        if found[0].startswith("直接"):
            return _SIGNS[0]
        numbers = patterns.findall(r"[一二三123单双两]", found[0])
        return "".join(_SIGNS[{"单": 1, "双": 2, "两": 2, "一": 1, "二": 2, "三": 3}.get(each) or int(each)] for each in numbers)

    text = patterns.sub(r"(?<=直接)(?:、|和|与)(?=[一二三]级)", "地址、", text)
    return _LISTED.sub(signs, text)


def _uncounted(account: Account) -> None:
    """What is said of counting from 0, and of units."""
    account.take_all(
        r"\(?(?:逻辑)?(?:块号|编号|块|均|都|设)*从0(?:开始)?(?:编号|计数|算|计|起|数)?\)?",
        r"\(?(?:索引块|间接块)(?:也)?(?:要)?(?:算|计入|计)(?:在内)?[,，]?(?:无|没有)(?:任何)?缓存\)?",
        r"\(?(?:别的|其他|其余|其它)(?:的)?(?:块|内容|信息|磁盘块|数据|部分)?(?:都|均|全)?(?:还|尚)?(?:不在|未(?:装入|读入|调入))(?:内存|主存)?(?:中)?\)?|\(?(?:无|没有|不考虑)(?:任何)?缓[存冲]\)?",
    )


def _limit(account: Account) -> int | None:
    """The highest level that may be used, where that is said."""
    found = account.take(rf"(?:若|如果|当)?(?:仅|只)(?:使用|用|采用|有|考虑)(?:到)?(?P<signs>{_ANY}(?:和|与|及|、)?{_ANY}?)(?:时)?")
    if found is not None:
        return max(_SIGNS.index(sign) for sign in found["signs"] if sign in _SIGNS)
    found = account.take(rf"(?:若|如果|当)?(?:不|没有?)(?:使用|用|采用|启用)(?P<signs>{_ANY})(?:时)?")
    return _SIGNS.index(found["signs"]) - 1 if found is not None else None


def _places(account: Account) -> list[tuple[str, int]]:
    account.refuse(r"\d\s*(?:B|字节)?(?:处)?(?:开始)?\s*(?:到|至|~|-)\s*第?\s*\d+\s*(?:B(?![A-Za-z])|字节|号|处)")
    found = [
        (match.start(), "offset", int(match["a"]))
        for match in account.take_all(
            r"(?:字节)?(?:偏移(?:量|地址|位置)?|位移(?:量)?|位置)(?:\(?(?:offset|字节)\)?)?(?:为|是|=|:)?(?:第)?\s*(?P<a>\d+)\s*(?:B(?![A-Za-z])|字节|号)?(?:处|的)?(?:那个)?(?:字节)?",
            r"第\s*(?P<a>\d+)\s*(?:个|号)?(?:B(?![A-Za-z])|字节)(?:处|的)?(?:数据)?",
        )
    ]
    found += [
        (match.start() + at, "number", int(number))
        for match in account.take_all(
            r"(?:逻辑)?块号(?:分别)?(?:为|是|=)?\s*(?P<b>\d+(?:\s*(?:、|,|和|与|及)\s*\d+)*)(?!\s*[KMB位\d.])(?:的)?(?:信息|数据块|数据|块)?",
            r"第?\s*(?P<b>\d+)\s*号(?:逻辑)?块",
        )
        for at, number in enumerate(patterns.findall(r"\d+", match["b"]))
    ]
    found += [(match.start(), "last", 0) for match in account.take_all(r"(?:文件)?(?:的)?(?:最后|末尾|最末)(?:的)?(?:一个|1个)?字节")]
    return [(kind, value) for _, kind, value in sorted(found)]


def _where_the_node_is(account: Account) -> tuple[bool, bool]:
    """Whether the node is said to be in memory, and whether it is said not to be.

    Raises:
        StayOut: both, or something else is there.
    """
    absent = account.take_all(
        rf"{_INODE}(?:也|尚|还|都|均)*(?:不在|未(?:被)?(?:读入|装入|调入|在))(?:内存|主存)(?:中|里)?",
        rf"{_INODE}(?:也)?(?:需要?|要|须)(?:先)?(?:从磁盘)?(?:读|读入|访问)(?:一次|1次)?(?:磁盘)?",
    )
    resident = account.take_all(
        rf"(?:且|若|假设|假定|设)?\(?(?:该|其|文件|设|假设|假定|若|的|且)*{_INODE}(?:已经?|均|都|全|一直|常驻|事先|先|被|放|存|读|调|装|载|入|到|进|在|于|驻留)+(?:内存|主存)(?:中|里|内)?\)?"
    )
    account.refuse(r"(?:内存|主存)")
    return bool(resident), bool(absent)


def _addresses(account: Account) -> list[int]:
    """How many addresses of each level.

    Raises:
        StayOut: two figures for one level, or a total that they do not make.
    """
    counts: dict[int, int] = {}

    def tell(sign: str, count: int) -> None:
        level = _SIGNS.index(sign)
        if counts.setdefault(level, count) != count:
            stay_out(f"level {level}: {counts[level]} and {count}")

    total = None
    name = r"(?:i?_?addr|第)?\s*\(?"
    several = rf"(?P<sign>{_ANY})"
    for match in account.take_all(
        rf"(?:其中)?(?:{name}(?P<a>\d{{1,2}})\)?\s*(?:项|号|个)?\s*(?:~|-{{1,2}}|到|至)\s*{name}(?P<b>\d{{1,2}})\)?)\s*(?:号|个)?(?:{_ITEM})?{_IS}{several}(?:{_ITEM})?"
    ):
        tell(match["sign"], int(match["b"]) - int(match["a"]) + 1)
    for match in account.take_all(rf"(?:其中)?(?:最?前面?|前面的)(?P<a>{NUMBER})\s*(?:个|项)?(?:{_ITEM})?{_IS}{several}(?:{_ITEM})?"):
        tell(match["sign"], to_int(match["a"]))
    rows = account.take_all(
        rf"(?P<list>i?_?addr\s*\(?\d{{1,2}}\)?(?:\s*(?:和|与|、|及)\s*i?_?addr\s*\(?\d{{1,2}}\)?)*)\s*{_IS}{several}(?:{_ITEM})?",
        rf"第(?P<list>{NUMBER})\s*(?:个|项|号)?(?:{_ITEM})?{_IS}{several}(?:{_ITEM})?",
    )
    if counts:  # counted by their numbers
        rows += account.take_all(
            rf"(?<![\d.])(?P<list>\d{{1,2}})\s*(?:项|号)?{_IS}{several}(?:{_ITEM})?",
            rf"(?:最后|末尾|末)(?P<list>(?:一|1)个|(?:一|1)项)?(?:{_ITEM})?{_IS}{several}(?:{_ITEM})?",
        )
    for match in rows:
        listed = match["list"] or ""
        tell(match["sign"], max(1, len(patterns.findall(r"addr", listed, re.IGNORECASE))))
    for match in account.take_all(
        rf"(?<![\d.第])(?P<a>{NUMBER})\s*(?:个|项|块|条)\s*(?:{_ITEM})?{_IS}{several}(?:{_ITEM})?",
    ):
        tell(match["sign"], to_int(match["a"]))
    for match in account.take_all(
        rf"(?P<signs>{_ANY}(?:\s*(?:、|和|与|及|,)?\s*{_ANY})*)(?:{_ITEM})?\s*(?:各|均|都|分别)+(?:有|为|是|占|设|含|用)*\s*(?P<a>{NUMBER})\s*(?:个|项)?(?:{_ITEM})?"
    ):
        for sign in match["signs"]:
            if sign in _SIGNS:
                tell(sign, to_int(match["a"]))
    for match in account.take_all(
        rf"(?P<sign>{_ANY})(?:{_ITEM})?(?:有|为|是|数|占|共|设|:|=|数目|个数)*\s*(?P<a>{NUMBER})\s*(?:个|项)(?:{_ITEM})?",
    ):
        tell(match["sign"], to_int(match["a"]))
    for match in account.take_all(
        rf"(?:共|总共|一共|有|包含|包括|设有|含|具有)*\s*(?<![\d.])(?P<a>{NUMBER})\s*(?:个)?(?:磁盘)?(?:地址项|地址指针|块指针|索引项|索引指针|地址|指针|表项)(?:\(?\s*i?_?addr\s*\(?0\)?\s*(?:~|-{{1,2}}|到|至)\s*i?_?addr\s*\(?\d+\)?\s*\)?)?"
    ):
        total = to_int(match["a"])
    for match in account.take_all(rf"(?:其余|剩余|剩下|余下)(?:的)?(?:各|{_ITEM})*{_IS}{several}(?:{_ITEM})?"):
        if total is None:
            stay_out("the rest of what")
        tell(match["sign"], total - sum(counts.values()))
    if not counts and total == 13 and {sign for sign in account.text if sign in _SIGNS} == set(_SIGNS):
        return [10, 1, 1, 1]
    if not counts or any(not 0 <= count <= 100 for count in counts.values()) or (total is not None and total != sum(counts.values())):
        stay_out(f"addresses: {counts} of {total}")
    if any(_SIGNS.index(sign) not in counts for sign in account.rest if sign in _SIGNS):
        stay_out("a level of which it is not said how many")
    return [counts.get(level, 0) for level in range(4)]


def _sizes(account: Account) -> dict[str, int]:
    """The sizes of a block, of an address and of a file.

    Raises:
        StayOut: a size of nothing that is known, or two of one thing.
    """
    found: dict[str, int] = {}
    for match in account.take_all(
        rf"(?:每个?|一个)(?:索引|间接|磁盘|盘)*块(?:可以?|能够?)?(?:存放|存|放|装|容纳|含|有|下|记录)+\s*(?P<value>{NUMBER})\s*个(?:盘块号|块号|地址项|地址|索引项|表项|指针)"
    ):
        found["fan"] = to_int(match["value"])
    matches = list(patterns.finditer(_SIZE, account.rest, re.IGNORECASE))
    for match in matches:
        name = account.near(*match.span(), _SIZES)
        behind = patterns.match(
            r"(?:的|大小的|长的)?(?:一个)?(?P<file>文件)|(?:的)?(?P<block>(?:磁盘|盘|物理)?块)(?!号)", account.text[match.end() :]
        )
        if behind is not None:
            name = "file" if behind["file"] else "block"
        if name is None:
            stay_out(f"a size of what: {match[0]}")
        amount = _bytes(match["amount"], match["unit"])
        if found.setdefault(name, amount) != amount:
            stay_out(f"{name}: {found[name]} and {amount}")
    for match in matches:
        account.strike(*match.span())
    return found


def _bytes(amount: str, unit: str) -> int:
    power = 1024 ** _POWERS.get(unit[0].upper(), 0)
    bits = "位" in unit or unit.lower() == "bit"
    whole, _, part = amount.partition(".")
    scale: int = 10 ** len(part) * (8 if bits else 1)
    value = int(whole + part) * power
    return int(value // scale) if not value % scale else stay_out(f"a part of a byte: {amount}{unit}")
