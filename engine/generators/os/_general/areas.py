"""A memory that is given out and given back piece by piece, told in whatever words: each amount is a request or a release by the verb that stands
nearest, and whose it is by the name beside it.
"""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.os._general.account import Account, Asked
from engine.generators.reading import stay_out

_FIT = r"(?:适应|适配|匹配|适合|拟合|分配)"
_POLICIES = (
    (rf"(?:循环首次|下次|邻近|下一次)(?:最先)?{_FIT}(?:算法|法)?(?:\(?NF\)?)?|next\s*-?\s*fit|(?<![A-Za-z])NF(?![A-Za-z])", "next"),
    (rf"(?:首次|最先|最早|第一次)(?:首次)?{_FIT}(?:算法|法)?(?:\(?FF\)?)?|first\s*-?\s*fit|(?<![A-Za-z])FF(?![A-Za-z])", "first"),
    (rf"(?:最佳|最优){_FIT}(?:算法|法)?(?:\(?BF\)?)?|best\s*-?\s*fit|(?<![A-Za-z])BF(?![A-Za-z])", "best"),
    (rf"(?:最坏|最差){_FIT}(?:算法|法)?(?:\(?WF\)?)?|worst\s*-?\s*fit|(?<![A-Za-z])WF(?![A-Za-z])", "worst"),
)
_NAMES = {"first": "首次适应", "best": "最佳适应", "worst": "最坏适应", "next": "循环首次适应"}
_AMOUNT = r"(?<![\d.A-Za-z])(?P<amount>\d+)\s*(?P<unit>[KMG]B?|B|字节)?(?![\d.A-Za-z%])"
_NAME = r"(?P<name>(?:作业|进程|任务|程序|用户|J|P)\s*(?:[A-Za-z](?![A-Za-z])\d?|\d+|[一二三四五六七八九])(?!\s*[KMG]B?)|(?<![A-Za-z\d])(?![KMG]B?(?![A-Za-z\d]))[A-Z]\d?(?![A-Za-z\d]))(?:号)?(?:作业|进程)?"
_GIVE = r"(?:申请|请求|分配|需要|要求|装入|占用|占|要|进入|到达|得到|获得|alloc(?:ate)?)"
_FREE = r"(?:释放|归还|退还|收回|回收|撤离|撤出|离开|结束|完成|退出|终止|运行完|free)"
_MEMORY = r"(?:内存|主存|用户区|存储(?:器|空间|区)|可用空间|用户空间|空间|分区)"
_HOLE = r"(?:空闲|自由|可用)(?:的)?(?:内存|存储)?(?:分区|区域?|块|空间)"
_QUESTIONS = (
    Asked(name="largest", needs=(rf"最大(?:的)?(?:连续)?(?:{_HOLE}|连续空间)(?:的)?(?:大小|长度|容量)?|{_HOLE}(?:中)?(?:的)?最大(?:者)?(?:的)?(?:大小|长度|容量)?",), unless="始址|起始|首址|最小"),
    Asked(name="smallest", needs=(rf"最小(?:的)?(?:{_HOLE})(?:的)?(?:大小|长度|容量)?",), unless="始址|起始|首址|最大"),
    Asked(name="count", needs=(rf"(?:多少|几)(?:个|块)?(?:{_HOLE})|(?:{_HOLE})(?:的)?(?:个数|数目|数量|块数)",), unless="始址|起始|首址|大小"),
    Asked(
        name="holes",
        needs=(
            _HOLE,
            r"哪[些几]|(?:分布|情况|状态|列表)|(?:链|表)(?:的)?(?:内容|状态|情况)|各(?:是|为)?(?:多少|多大)|(?:大小|长度)(?:和|与|及|、)(?:始址|起始地址|首址|起始)|(?:始址|起始地址|首址|起始)(?:和|与|及|、)(?:大小|长度)",
        ),
        unless="最大|最小",
    ),
)  # fmt: skip
_ABOUT = (
    r"(?:分别)?(?:指出|给出|写出|说明)?(?:其|它们?的)?(?:大小|长度|尺寸)?(?:及|和|与|、)?(?:起?始(?:地)?址?|首址|位置)(?:和|与|及|、)?(?:大小|长度)?|各|的|内存|主存|系统|最后|最终|此时|之后|后|操作|完成|执行|上述|以上|这些|全部|所有"
    r"|\ue000|链|表|是|有|存在|剩余|剩下|还|里|中|情况|分布|结束|时|作业|进程|用|采用|使用|算法|当前"
)
_KNOWN = r"碎片|作业|页|段|交换|紧凑|利用率"
_FOREIGN = r"伙伴|固定分区|页|段|紧凑|拼接|移动|覆盖|对换|碎片|高地址|大地址|后半|等待|时刻|分钟|优先|利用率|对齐|整数倍|单位分配|最小分区|头部|控制信息|低端的?保留|操作系统占|系统占用|已占|已分配|已用|被占|如图|不能满足|失败|阈值|剩余部分小于|不再分割"


def recognise_areas(text: str) -> Recognition | None:
    """The free areas after a row of requests and releases in a memory that was free; None: another problem."""
    account = Account(text)
    policies = account.take_words(_POLICIES)
    if not policies:
        return None
    if len(policies) > 1 and not patterns.search("分别|各|[两二三]种|[两二三]个算法", text):
        return None
    account.refuse(_FOREIGN)
    total, unit, base = _memory(account)
    if total is None:
        return None
    account.take_all(
        r"[(]?(?:以|按)?[^,;。()]{0,12}(?:地址)?(?:自增|递增|从小到大|由低到高|从低到高)(?:的)?(?:次序|顺序)?[^,;。()]{0,6}[)]?",
        r"[(]?(?:分配)?(?:时)?(?:总是|均|都)?(?:从|截取|取|优先使用|使用)[^,;。()]{0,8}(?:低地址|低端|小地址|前半|链首|表头|起始)(?:部分|端|一?端|处)?(?:\(小?地址部分\)|\(低地址部分\))?[^,;。()]{0,8}[)]?",
        r"(?:最佳|首次|最坏)?(?:的)?含义(?:是|:|为)[^。]*",
        r"(?:且|并)?(?:释放|回收)(?:后|时)?(?:与|和|要|会|将|立即|相邻|的|空闲|区|分区|块|邻接)*合并(?:相邻)?(?:的)?(?:空闲区|空闲块|分区)?|相邻(?:的)?空闲(?:区|块|分区)(?:要|会|自动|立即)*合并",
        r"动态(?=分区|分配|存储)|(?:初始|最初|开始|起初)(?:时|状态)?(?:下)?(?:[^,;。]{0,16})?(?:全部?|都|均|为|是|整个|一整?块)*(?:空闲?|未分配)(?:的|区|块|分区)*|全(?:部)?空(?:闲)?(?:的)?|(?:为|是)?初始空闲",
        r"(?<=[。;:,\s])[1-9][.、](?=[采用若])",
    )
    if len(account.parts) > 2 and _steps_numbered(account):
        pass
    elif len(account.parts) > 1 and len(policies) > 1:
        stay_out("parts of their own")
    events, unit_of_events = _events(account)
    asked = [name for _, name in account.ask(_QUESTIONS, _KNOWN, _ABOUT)]
    account.pass_over(
        r"依次|先后|随后|然后|接着|之后|最后|以后|再|又|先|分别|(?:作业|进程)(?:序列|到来|到达)?|如下|若(?:采用|使用|用)?|如果|(?:内存|主存)?(?:操作|请求)序列|(?:按|以)(?:次序|顺序)|每次|动态|可变|后|各"
    )
    account.finish(_FOREIGN, rf"{_KNOWN}|{_HOLE}|{_MEMORY}|{_GIVE}|{_FREE}|分区|区|作业|进程|地址|合并|空闲")
    if not asked or len(set(asked)) < len(asked) or len(events) < 2:
        return None
    if {unit, unit_of_events} - {"", None} != {unit or unit_of_events}:
        return None
    if any(policy == "next" for policy in policies):
        return None  # textbooks go on from the rest of an area or from behind it
    _possible(events)
    return Recognition(
        parameters={
            "algorithms": policies,
            "algorithm": policies[0],
            "total": total,
            "base": base,
            "unit": (unit or unit_of_events or "").removesuffix("B") + "B" if (unit or unit_of_events) else "",
            "events": [list(event) for event in events],
            "asked": asked,
        },
        understood=(
            ("内存", f"{base}～{total} {unit or ''}".strip()),
            ("算法", "、".join(_NAMES[policy] for policy in policies)),
            ("操作", listed((f"{name} 申请 {amount}" if amount else f"{name} 释放" for name, amount in events), "，")),
        ),
    )


def _memory(account: Account) -> tuple[int | None, str | None, int]:
    """The end of the memory, the unit, and its first address."""
    reach = account.take(r"(?<![\d.])(?P<low>\d+)\s*[KMG]?B?\s*(?:到|至|~|-)\s*(?P<high>\d+)\s*(?P<unit>[KMG]B?|B|字节)(?=[^,;。]{0,8}空)")
    if reach is not None:
        return int(reach["high"]), reach["unit"].upper(), int(reach["low"])
    found = account.take(
        rf"(?:{_MEMORY})(?:的)?(?:大小|容量|总量|空间|区)*(?:共|为|是|有|=|:|总共|一共|约)*\s*{_AMOUNT.replace('?(?![', '(?![', 1)}(?!\s*(?:给|的?作业))"
    ) or account.take(rf"{_AMOUNT.replace('?(?![', '(?![', 1)}(?:的)?(?:可用|连续|空闲|用户)*(?:的)?{_MEMORY}")
    if found is None:
        return None, None, 0
    said = account.take(r"[(,]?(?:且|其)?(?:始址|起始地址|首址|首地址|起始)(?:为|是|从)?\s*(?P<base>\d+)(?:开始)?[)]?")
    account.take_all(rf"{int(found['amount'])}\s*{found['unit']}(?=(?:的)?(?:空间|内存|主存)?(?:全|都|均|为|是|空))")
    return int(found["amount"]) + (int(said["base"]) if said else 0), found["unit"].upper(), int(said["base"]) if said else 0


def _steps_numbered(account: Account) -> bool:
    """Whether what is numbered are the requests and releases, one each."""
    ends = [*account.parts[1:], len(account.text)]
    return all(
        patterns.search(rf"{_GIVE}|{_FREE}", account.text[start:end], re.IGNORECASE)
        and "多少" not in account.text[start:end].split("。")[0]
        for start, end in zip(account.parts, ends, strict=True)
    )


def _events(account: Account) -> tuple[list[tuple[str, int]], str | None]:
    """The requests and releases in their order, and their unit.

    Raises:
        StayOut: an amount of which it is not clear what it is.
    """
    found: list[tuple[int, str, int, bool]] = []
    units: set[str] = set()
    amount = _AMOUNT
    for match in account.take_all(
        rf"(?:{_NAME})?\s*(?:又|再|先|,|则|被|也|到来|到达)*\s*(?P<verb>{_GIVE}|{_FREE})(?:了|其|得|掉|大小|内存|主存|空间|为|的|\(|长度|所占)*\s*{amount}(?:的)?(?:内存|主存|空间|大小|区)*",
        rf"(?P<verb>{_GIVE}|{_FREE})(?:了|其|给)*\s*(?:{_NAME})\s*\(?\s*{amount}\)?",
        rf"(?:{_NAME})\s*\(\s*{amount}\s*\)\s*(?P<verb>{_GIVE}|{_FREE})",
    ):
        free = patterns.fullmatch(_FREE, match["verb"], re.IGNORECASE) is not None
        if match["unit"]:
            units.add(match["unit"].upper())
        found.append((match.start(), _plain(match["name"]), int(match["amount"]), free))
    for match in account.take_all(
        rf"(?P<names>{_NAME}(?:\s*(?:、|,|和|与|及)\s*(?:作业|进程)?\s*[A-Z\d]+)*)\s*(?:又|再|先|都|均|被|则|相继|依次|运行|用完|使用完毕?|运行完毕?|完毕)*(?:{_FREE})(?:其|所占|占用|内存|空间|主存|的|了|掉)*",
        rf"(?:{_FREE})(?:了|掉)?\s*(?P<names>{_NAME}(?:\s*(?:、|和|与|及)\s*(?:作业|进程)?\s*[A-Z\d]+)*)(?:所占|占用|内存|空间|主存|的)*",
    ):
        for at, name in enumerate(patterns.findall(r"(?:作业|进程|任务|程序|用户)?\s*(?:[A-Z]\d?|\d+)", match["names"])):
            found.append((match.start() + at, _plain(name), 0, True))
    if len({unit.removesuffix("B") for unit in units}) > 1:
        stay_out(f"units {units}")
    events: list[tuple[str, int]] = []
    held: dict[str, int] = {}
    for number, (_, name, size, free) in enumerate(sorted(found)):
        if not free:
            called = name or f"#{size}" + ("" if f"#{size}" not in held else f"·{number}")
            if called in held:
                stay_out(f"{called} asks twice")
            held[called] = size
            events.append((called, size))
            continue
        mine = [called for called, of in held.items() if (called == name if name else of == size)]
        if len(mine) != 1 or (size and held[mine[0]] != size):
            stay_out(f"which one is given back: {name} {size}")
        held.pop(mine[0])
        events.append((mine[0], 0))
    return events, (next(iter(units)) if units else None)


def _plain(name: str | None) -> str:
    return patterns.sub(r"作业|进程|任务|程序|用户|\s", "", name or "").upper()


def _possible(events: list[tuple[str, int]]) -> None:
    if not any(amount for _, amount in events) or not all(0 <= amount <= 1 << 30 for _, amount in events):
        stay_out("no requests")
