"""Contiguous allocation: first, best, worst and next fit over requests and releases.

After Knuth, The Art of Computer Programming, volume 1, section 2.5, and Silberschatz, Operating System Concepts (contiguous memory
allocation): a request takes the low end of the hole chosen; neighbouring holes merge on release; of equal holes the lowest.
Next fit begins to look where the last allocation ended, and goes round.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from engine.drawings.model import Drawing, MemoryMap, Region
from engine.generators.chance import Chance
from engine.generators.kind import Generated, Kind, Missing, Parameters, Recognition, Solution, Solver, Wrong
from engine.generators.markdown import listed, paragraphs, table
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

POINT = "os.memory.contiguous"


@dataclass(frozen=True, slots=True)
class Hole:
    """A free stretch."""

    start: int
    length: int

    @property
    def end(self) -> int:
        """The address behind it."""
        return self.start + self.length


@dataclass(frozen=True, slots=True)
class Event:
    """A request (positive size) or the release of what an earlier request of that name got (size 0), if it got any."""

    name: str
    size: int = 0


@dataclass(frozen=True, slots=True)
class Moment:
    """Memory after an event.

    Attributes:
        place: where the request was put; None: it failed; for a release where it had been.
        holes: by address.
        doubtful: next fit had to begin inside a hole that has grown backwards; textbooks do not say whether it takes its low end.
    """

    event: Event
    place: int | None
    holes: tuple[Hole, ...]
    doubtful: bool = False

    @property
    def largest(self) -> int:
        """The largest hole's length; 0 where there is none."""
        return max((hole.length for hole in self.holes), default=0)


def merged(holes: Sequence[Hole]) -> tuple[Hole, ...]:
    """The holes by address, neighbours made one."""
    result: list[Hole] = []
    for hole in sorted(holes, key=lambda hole: hole.start):
        if result and result[-1].end == hole.start:
            result[-1] = Hole(result[-1].start, result[-1].length + hole.length)
        else:
            result.append(hole)
    return tuple(result)


def allocate(algorithm: str, holes: Sequence[Hole], events: Sequence[Event], *, merging: bool = True) -> list[Moment]:
    """Memory over time. `algorithm`: first, best, worst or next; `merging` false is the mistake of not joining neighbours."""
    free = tuple(sorted(holes, key=lambda hole: hole.start))
    held: dict[str, Hole] = {}
    rover = 0
    moments = []
    for event in events:
        if not event.size:
            given = held.pop(event.name, Hole(0, 0))
            if not given.length:  # what was never given is not given back
                moments.append(Moment(event, None, free))
                continue
            free = merged((*free, given)) if merging else tuple(sorted((*free, given), key=lambda hole: hole.start))
            moments.append(Moment(event, given.start, free))
            continue
        doubtful = algorithm == "next" and any(hole.start < rover < hole.end for hole in free)
        fitting = [hole for hole in free if hole.length >= event.size]
        if not fitting:
            moments.append(Moment(event, None, free, doubtful))
            continue
        if algorithm == "best":
            chosen = min(fitting, key=lambda hole: (hole.length, hole.start))
        elif algorithm == "worst":
            chosen = min(fitting, key=lambda hole: (-hole.length, hole.start))
        elif algorithm == "next":
            chosen = min(fitting, key=lambda hole: (hole.end <= rover, hole.start))
        else:
            chosen = fitting[0]
        held[event.name] = Hole(chosen.start, event.size)
        rover = chosen.start + event.size
        rest = Hole(rover, chosen.length - event.size)
        free = tuple(hole for hole in (*(hole for hole in free if hole != chosen), rest) if hole.length)
        free = tuple(sorted(free, key=lambda hole: hole.start))
        moments.append(Moment(event, chosen.start, free, doubtful))
    return moments


NAMES = {"first": "首次适应", "best": "最佳适应", "worst": "最坏适应", "next": "循环首次适应（邻近适应）"}
_SHORT = {"first": "首次适应", "best": "最佳适应", "worst": "最坏适应", "next": "循环首次适应"}


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _place(chance, chance.choice(("first", "best", "worst")))
    if difficulty == 2:
        return _largest(chance, chance.choice(("first", "best", "worst")))
    return _place_after(chance) if chance.one_in(2) else _failing(chance)


def _holes(chance: Chance, count: int) -> list[Hole]:
    at, holes = chance.between(20, 100, 10), []
    lengths = chance.sample(range(30, 300, 10), count)
    for length in lengths:
        holes.append(Hole(at, length))
        at += length + chance.between(30, 120, 10)
    return holes


def _place(chance: Chance, algorithm: str) -> Generated | None:
    """Where the last of three requests is put."""
    holes = _holes(chance, 5)
    sizes = [chance.between(20, 180, 5) for _ in range(3)]
    events = [Event(f"P{number}", size) for number, size in enumerate(sizes, 1)]
    moments = allocate(algorithm, holes, events)
    if any(moment.place is None for moment in moments):
        return None
    right = moments[-1].place
    wrong = [
        (allocate(other, holes, events)[-1].place, f"做成了{_SHORT[other]}")
        for other in ("first", "best", "worst", "next")
        if other != algorithm
    ]
    wrong.append((allocate(algorithm, holes, events[-1:])[-1].place, "没有扣除前面的分配"))
    fitted = next((hole for hole in holes if hole.length >= sizes[-1] and hole.start != right), None)
    if fitted is not None:
        wrong.append((fitted.start, "没有更新分配后的空闲区"))
    last = moments[-1].holes
    wrong.append((next((hole.start for hole in last if hole.start > (right or 0)), None), "把分配后的剩余部分当成了分到的地址"))
    chosen = next(hole for hole in (*moments[1].holes,) if hole.start == right)
    wrong.append((chosen.end - sizes[-1], "从空闲区的高端分配"))
    wrong += [(hole.start, "选错了空闲区") for hole in moments[1].holes if hole.length >= sizes[-1]]
    return Generated(
        point=POINT,
        stem=(
            f"某系统采用动态分区分配，当前空闲区如下（单位 KB）。\n\n{table(('始址', *(str(hole.start) for hole in holes)), [('大小', *(hole.length for hole in holes))])}\n\n"
            f"采用{NAMES[algorithm]}算法，从所选空闲区的低地址端分配，依次为 P1、P2、P3 分配 {listed(sizes, '、')} KB，则 P3 分到的始址为"
        ),
        right=f"{right} KB",
        wrong=[Wrong(f"{value} KB", why) for value, why in wrong if value is not None],
        steps=paragraphs(_working(moments), f"P3 分到的始址为 {right} KB"),
        parameters={"task": "place", "algorithm": algorithm, "holes": [[hole.start, hole.length] for hole in holes], "sizes": sizes},
        drawing=_drawing(algorithm, moments, max(hole.end for hole in holes)),
    )


def _script(chance: Chance, total: int, *, releases: int) -> list[Event] | None:
    """Requests and releases from an empty memory."""
    events: list[Event] = []
    live: list[str] = []
    count = 0
    pattern = [1, 1, 1, 0, 1, 0, 1, 1, 0, 1] if releases > 2 else [1, 1, 1, 0, 1, 1, 0, 1]
    for request in pattern:
        if request or len(live) < 2:
            count += 1
            events.append(Event(f"P{count}", chance.between(total // 20, total // 4)))
            live.append(f"P{count}")
        else:
            leaving = live.pop(chance.below(len(live) - 1))
            events.append(Event(leaving))
    return events


def _told(events: Sequence[Event]) -> str:
    return listed((f"{event.name} 申请 {event.size} MB" if event.size else f"{event.name} 释放" for event in events), "，")


def _largest(chance: Chance, algorithm: str) -> Generated | None:
    """The largest hole after requests and releases (a question the national exam asked in 2010 in much this form)."""
    total = chance.between(50, 120, 5)
    events = _script(chance, total, releases=2)
    if events is None:
        return None
    space = [Hole(0, total)]
    moments = allocate(algorithm, space, events)
    if any(moment.place is None for moment in moments) or len(moments[-1].holes) < 3:
        return None
    right = moments[-1].largest
    wrong = [
        (allocate(other, space, events)[-1].largest, f"做成了{_SHORT[other]}")
        for other in ("first", "best", "worst", "next")
        if other != algorithm
    ]
    wrong.append((allocate(algorithm, space, events, merging=False)[-1].largest, "释放后没有合并相邻的空闲区"))
    wrong.append((sum(hole.length for hole in moments[-1].holes), "算成了全部空闲区之和"))
    wrong.append((moments[-2].largest, "漏做了最后一次分配"))
    wrong += [(hole.length, "不是最大的空闲区") for hole in moments[-1].holes]
    wrong.append((right + 1, "减法多算了 1 MB"))
    wrong.append((right - 1, "减法少算了 1 MB"))
    return Generated(
        point=POINT,
        stem=(
            f"某系统的用户区为 {total} MB，初始全部空闲，采用动态分区分配和{NAMES[algorithm]}算法，从所选空闲区的低地址端分配，释放时合并相邻空闲区。"
            f"依次发生：{_told(events)}。此时最大空闲区的大小为"
        ),
        right=f"{right} MB",
        wrong=[Wrong(f"{value} MB", why) for value, why in wrong if value > 0],
        steps=paragraphs(_working(moments), f"最大空闲区为 {right} MB"),
        parameters={"task": "largest", "algorithm": algorithm, "total": total, "events": [[event.name, event.size] for event in events]},
        drawing=_drawing(algorithm, moments, total),
    )


def _place_after(chance: Chance) -> Generated | None:
    """Where the last request goes after several releases; next fit included."""
    algorithm = chance.choice(("next", "next", "best", "worst", "first"))
    total = chance.between(100, 200, 10)
    events = _script(chance, total, releases=3)
    if events is None:
        return None
    space = [Hole(0, total)]
    moments = allocate(algorithm, space, events)
    if any(moment.place is None or moment.doubtful for moment in moments):
        return None
    name, right = events[-1].name, moments[-1].place
    wrong = [
        (allocate(other, space, events)[-1].place, f"做成了{_SHORT[other]}")
        for other in ("first", "best", "worst", "next")
        if other != algorithm
    ]
    wrong.append((allocate(algorithm, space, events, merging=False)[-1].place, "释放后没有合并相邻的空闲区"))
    wrong += [(hole.start, "选错了空闲区") for hole in moments[-2].holes if hole.length >= events[-1].size]
    chosen = next(hole for hole in moments[-2].holes if hole.start == right)
    wrong.append((chosen.end - events[-1].size, "从空闲区的高端分配"))
    wrong += [(hole.start, "选了放不下的空闲区") for hole in moments[-2].holes]
    wrong.append(((right or 0) + events[-1].size, "把分配后的剩余部分当成了分到的地址"))
    rule = "，查找总是从上次分配的分区之后开始，到末尾后回到开头" if algorithm == "next" else ""
    return Generated(
        point=POINT,
        stem=(
            f"某系统的用户区为 {total} MB，地址从 0 开始，初始全部空闲，采用动态分区分配和{NAMES[algorithm]}算法{rule}，从所选空闲区的低地址端分配，释放时合并相邻空闲区。"
            f"依次发生：{_told(events)}。则 {name} 分到的始址为"
        ),
        right=f"{right} MB",
        wrong=[Wrong(f"{value} MB", why) for value, why in wrong if value is not None],
        steps=paragraphs(_working(moments), f"{name} 分到的始址为 {right} MB"),
        parameters={
            "task": "place-after",
            "algorithm": algorithm,
            "total": total,
            "events": [[event.name, event.size] for event in events],
        },
        drawing=_drawing(algorithm, moments, total),
    )


def _failing(chance: Chance) -> Generated | None:
    """Which algorithm alone satisfies (or fails) a list of requests."""
    holes = _holes(chance, 4)
    sizes = [chance.between(30, 200, 10) for _ in range(4)]
    events = [Event(f"P{number}", size) for number, size in enumerate(sizes, 1)]
    failed = {name: [m.event.name for m in allocate(name, holes, events) if m.place is None] for name in ("first", "best", "worst", "next")}
    good = [name for name, names in failed.items() if not names]
    if len(good) not in (1, 3):
        return None
    wanted = len(good) == 1
    answer = good[0] if wanted else next(name for name, names in failed.items() if names)
    texts = {"first": "首次适应算法", "best": "最佳适应算法", "worst": "最坏适应算法", "next": "邻近适应算法"}

    def why(name: str) -> str:
        return f"{'、'.join(failed[name])} 得不到满足" if failed[name] else "各个请求都能满足"

    lines = []
    for name, text in texts.items():
        moments = allocate(name, holes, events)
        placed = "，".join(f"{m.event.name} {'放不下' if m.place is None else f'在 {m.place}'}" for m in moments)
        lines.append(f"- {text}：{placed}")
    return Generated(
        point=POINT,
        stem=(
            f"某系统采用动态分区分配，当前空闲区如下（单位 KB）。\n\n{table(('始址', *(str(hole.start) for hole in holes)), [('大小', *(hole.length for hole in holes))])}\n\n"
            f"依次有 P1～P4 申请 {listed(sizes, '、')} KB，从所选空闲区的低地址端分配，邻近适应从第一个空闲区开始找起。"
            f"下列算法中，唯一{'能满足全部请求' if wanted else '不能满足全部请求'}的是"
        ),
        right=texts[answer],
        wrong=[Wrong(text, why(name)) for name, text in texts.items() if name != answer],
        steps=paragraphs("各算法分配的始址（KB）：", "\n".join(lines), f"唯一{'能' if wanted else '不能'}满足全部请求的是{texts[answer]}"),
        parameters={"task": "compare", "holes": [[hole.start, hole.length] for hole in holes], "sizes": sizes},
        drawing=None,
    )


# --- working and drawing -----------------------------------------------------------------------------------------------------------


def _working(moments: Sequence[Moment], unit: str = "") -> str:
    rows = []
    for moment in moments:
        event = moment.event
        what = f"{event.name} 申请 {event.size}{unit}" if event.size else f"{event.name} 释放"
        place = "放不下" if moment.place is None else f"始址 {moment.place}" if event.size else ""
        rows.append((what, place, "，".join(f"{hole.start}～{hole.end}（{hole.length}）" for hole in moment.holes) or "无"))
    return table(("事件", "分配", "之后的空闲区：起～止（大小）"), rows)


def _drawing(algorithm: str, moments: Sequence[Moment], total: int) -> Drawing:
    held: dict[str, Hole] = {}
    for moment in moments:
        if not moment.event.size:
            held.pop(moment.event.name, None)
        elif moment.place is not None:
            held[moment.event.name] = Hole(moment.place, moment.event.size)
    pieces = [(hole.start, hole.length, f"空闲 {hole.length}", "good") for hole in moments[-1].holes]
    pieces += [(hole.start, hole.length, f"{name} {hole.length}", "new") for name, hole in held.items()]
    regions, edges, at = [], [], 0
    for start, length, label, tone in sorted(pieces):
        if start > at:
            regions.append(Region("已占用", start - at, "quiet"))
            edges.append(str(at))
        regions.append(Region(label, length, "good" if tone == "good" else "new"))
        edges.append(str(start))
        at = start + length
    if at < total:
        regions.append(Region("已占用", total - at, "quiet"))
        edges.append(str(at))
        at = total
    return MemoryMap(title=f"{_SHORT[algorithm]}：最后的内存", regions=tuple(regions), addresses=(*edges, str(at)))


# --- solver ------------------------------------------------------------------------------------------------------------------------

_UNIT = r"(?:KB|MB|GB|K|M)(?![A-Za-z])"
_SIZES = rf"\d+\s*(?:{_UNIT})?(?:\s*(?:、|,|和|及|与|,\s*和)\s*\d+\s*(?:{_UNIT})?)+"
_APART = 1 << 32
"""Between the start addresses of holes whose own addresses are not given: far enough never to be neighbours."""


def _sizes(text: str) -> tuple[list[int], set[str]]:
    """The numbers of a list, and their units without B."""
    return [int(number) for number in re.findall(r"\d+", text)], {
        unit.upper().rstrip("B") for unit in re.findall(_UNIT, text, re.IGNORECASE)
    }


def _recognise_places(text: str) -> Recognition | None:
    """Holes listed by size and requests that come one after another: where each goes. None: another problem."""
    reading = Reading(text)
    algorithms = _algorithms(reading)
    reading.take_all(
        r"(?:按|依)?(?:照)?(?:地址|始址)(?:的)?(?:递增|从小到大|从低到高|由低到高|由小到大|从低到高)(?:的)?(?:次序|顺序|排列|排序)*|(?:按照?)?(?:从|由)低(?:地)?址(?:到|向|至)高(?:地)?址(?:的)?(?:次序|顺序|排列)*"
    )
    reading.take_all(
        r"(?:邻近|相邻)(?:的)?(?:情况|空闲区|分区|空闲分区)?(?:均|都)?不(?:需要?|用|做|进行|可|能)?(?:考虑)?合并|不(?:考虑|进行|做)?合并(?:相邻)?(?:的)?(?:空闲)?(?:分)?区?"
    )
    hole = r"(?:空闲|可用)(?:的)?(?:内存|主存)?(?:分区|区域|区|块|空间)?"
    holes = reading.take(
        rf"(?:{hole}(?:链表?|表|队列)?|(?:内存|主存)(?:中|里)?(?:有|的)*\d*个?{hole}|(?:分区|空间))(?:的)?(?:大小|容量|长度)?(?:\ue000|,|:|排列|依次|分别|按序|顺序|大小|容量|的|为|是|有)*(?P<value>{_SIZES})(?:的)?(?:{hole})?"
    )
    if holes is None:
        return None
    reading.refuse(r"伙伴|固定分区|页|段|紧凑|拼接|移动|碎片|高地址端|高端|如图|释放|回收|归还|撤离|结束|完成")
    lengths, units = _sizes(holes["value"])
    asking = r"(?:申请|请求|分配|需要|要求)"
    names = reading.take(
        r"(?:作业|进程|程序)\s*(?P<value>[A-Z]\d?(?:\s*[,、和]\s*[A-Z]\d?)+)(?=(?:又|想|要|先后|依次|分别|各|顺序|提出)*(?:申请|请求|需要|要求))"
    )
    requests = reading.take(
        rf"(?:(?:进程|作业|程序|用户|现|现在|来了?|到来|有|又|要|若|如果|先后|依次|分别|陆续|顺序|按顺序|提出|各)*{asking}(?:了|分配)?(?:的)?(?:内存|主存|空间)?(?:的)?(?:大小|量|序列)?(?:先后|依次|分别)*(?:为|是|:)?\s*(?P<value>{_SIZES}))(?:的)?(?:内存|主存|空间)*"
    )
    if requests is None:
        requests = reading.take(
            rf"(?:(?:某|一个|一|有|新|若|如果|现|现在|来)*(?:进程|作业|程序|用户)?(?:又|要|想|需)*{asking}(?:了|分配|一块|一个)*(?:内存|主存|空间)?(?:大小)?(?:为|是)?\s*(?P<value>\d+\s*(?:{_UNIT})))(?:的)?(?:大小的?)?(?:内存|主存|空间)*"
        )
    if requests is None:
        return None
    wanted, units_wanted = _sizes(requests["value"])
    if names is not None and len(re.findall(r"[A-Z]\d?", names["value"], re.IGNORECASE)) != len(wanted):
        return None
    said = reading.take_one(rf"(?P<value>{INTEGER})\s*个(?={hole}|\ue000)", to_int)
    times = reading.take_one(
        rf"(?:这|各)?(?P<value>{INTEGER})\s*(?:次|个)(?:申请|请求|作业|进程)?(?=(?:申请|请求)?(?:各|分别)*(?:会|应|被|应该|将)*(?:分|放|装|选))",
        to_int,
    )
    if said not in (None, len(lengths)) or times not in (None, len(wanted)):
        return None
    which = r"(?:哪(?:些|个|一个|几个|一)?|多大(?:的)?|第几(?:个)?)(?:空闲)?(?:分区|区域|区|块|空间)?(?:里|中|上)?"
    asked = reading.take_words(
        (
            (
                rf"(?:各|分别|依次|应该?|会|将|被|它们?)*(?:分配?|放|装|占)(?:到|在|给|入|用|进|去)*(?:了)?{which}|(?:应该?|会|将|要)*(?:选择?|选中|选取|挑选?|使用|占用|用)(?:的)?(?:是)?(?:了)?{which}|(?:各|分别)?(?:分配|装入|放置)(?:的)?(?:结果|情况|位置)",
                "places",
            ),
            (
                r"(?:分配(?:完|之?后)?)?(?:,)?(?:还|会|该分区|分区)*(?:剩下?|剩余|余下)(?:的)?(?:空间|大小|部分|空闲区?)?(?:是|为|有)?(?:多少|多大)",
                "left",
            ),
            (
                r"(?:此时|这时|最后|最终|分配(?:完)?(?:之?后)?)?(?:,)?(?:剩余|剩下)?(?:的)?(?:各)?(?:空闲|可用)(?:的)?(?:分区|区|块)(?:的)?(?:大小)?(?:依次|分别|还)*(?:为|是|有|剩)*(?:哪些|多少|多大|什么|怎样|如何)|(?:此时|最后|分配后)?(?:的)?(?:空闲|可用)(?:分区|区|块)(?:表|链)?(?:的)?(?:情况|分布|大小|状态)",
                "holes",
            ),
        )
    )
    reading.finish(
        "法 进行 机 基于 存储管理 存储 计算机 系统 采用 动态分区 可变分区 分区 分配 分配算法 算法 内存 主存 依次 顺序 先后 次序 如下 作业 进程 用户 空间 管理 空闲 分区管理 链表 表 方式 动态 用户区 申请 请求 空闲区 空闲分区 它们 各 当前 排列 按顺序 策略"
    )
    if len(algorithms) != 1 or not asked or len(units | units_wanted) > 1 or not 2 <= len(lengths) <= 12 or len(wanted) > 10:
        return None
    if "left" in asked and len(wanted) > 1:
        return None
    if any(not 1 <= length < 1 << 24 for length in (*lengths, *wanted)):
        return None
    unit = next(iter(units | units_wanted), "")
    return Recognition(
        parameters={"algorithm": algorithms[0], "lengths": lengths, "requests": wanted, "asked": asked, "unit": unit and unit + "B"},
        understood=(
            ("算法", _SHORT[algorithms[0]]),
            ("空闲区", listed(lengths, "、") + (f"（{unit}B，地址由低到高）" if unit else "（地址由低到高）")),
            ("申请", listed(wanted, "、")),
        ),
    )


def _algorithms(reading: Reading) -> list[str]:
    fit = r"(?:\s*|-)FIT"
    return reading.take_words(
        (
            (rf"(?:循环首次适应|邻近适应|下次适应|循环最先适应|NEXT{fit})(?:\(NEXT{fit}\)|\(邻近适应\)|\(循环首次适应\))?", "next"),
            (rf"(?:首次适应|最先适应|首次适配|首次匹配|FIRST{fit})(?:\(FIRST{fit}\))?", "first"),
            (rf"(?:最佳适应|最优适应|最佳适配|最佳匹配|BEST{fit})(?:\(BEST{fit}\))?", "best"),
            (rf"(?:最坏适应|最差适应|最坏适配|最坏匹配|WORST{fit})(?:\(WORST{fit}\))?", "worst"),
        )
    )


def _recognise(text: str) -> Recognition | None:
    return _recognise_places(text) or _recognise_largest(text)


def _recognise_largest(text: str) -> Recognition | None:
    """All of memory free, then requests and releases: the largest hole in the end."""
    reading = Reading(text)
    reading.refuse(r"伙伴|固定分区|页|段|紧凑|拼接|移动|碎片|高地址|高端|表头|如图")
    algorithms = _algorithms(reading)
    reading.take_all(
        r"(?:从|在)?(?:所选)?(?:空闲区|空闲分区)?(?:的)?低(?:地址)?(?:端|部分)?(?:开始)?分配|(?:释放|回收)时?合并相邻(?:的)?空闲(?:分)?区|(?:初始|开始|起初)(?:时|状态)?(?:全部|均|都|全)?(?:为)?(?:空闲|空)|地址从0开始|分配(?:和|与)(?:释放|回收)(?:空间)?(?:的)?(?:顺序|次序|过程|序列|操作)"
    )
    units: set[str] = set()
    total_match = reading.take(
        rf"(?:内存|主存|用户区|存储器|内存空间|主存空间|用户空间|可用内存|可用空间|空间)(?:的)?(?:空间)?(?:总)?(?:容量|大小)?(?:为|是|有|共|=|:)*\s*(?P<value>\d+)(?!\d)\s*(?P<unit>{_UNIT})?(?:的?空间)?"
    ) or reading.take(
        rf"(?P<value>\d+)\s*(?P<unit>{_UNIT})(?:的)?(?:连续)?(?:的)?(?:可用|空闲)?(?:的)?(?:用户)?(?:内存|主存|用户区|用户空间|可用空间)(?:空间)?"
    )
    events: list[Event] = []
    found: list[tuple[int, Event]] = []
    who = r"(?P<who>(?:作业|进程|任务|程序)?\s*(?:P|J|T|A|B|C|D|E|F|G|H)?\d{0,2})"
    for match in reading.take_all(
        rf"(?:依次|先后|顺序|陆续)(?:申请|请求|分配)(?:内存|主存|空间)?(?:大小)?(?:为|了)?\s*(?P<value>{_SIZES})(?:的?(?:内存|主存|空间))?"
    ):
        lengths, list_units = _sizes(match["value"])
        units |= list_units
        found += [(match.start() + number, Event(f"#{length}", length)) for number, length in enumerate(lengths)]
    for match in reading.take_all(
        rf"{who}(?:又|再)?(?:申请|请求|分配|要求)(?:分配)?(?:内存|主存|空间|得?到)?\s*(?P<size>\d+)\s*(?P<unit>{_UNIT})(?:的?(?:内存|空间))?"
    ):
        name = _name(match["who"])
        units.add(match["unit"].upper())
        found.append((match.start(), Event(name or f"#{match['size']}", int(match["size"]))))
    for match in reading.take_all(
        rf"(?:{who}(?:释放|归还|回收|撤离|运行结束|完成|结束)(?:内存|主存|空间|其)?(?:占用的?)?(?:空间|内存)?(?:\s*(?P<size>\d+)\s*(?P<unit>{_UNIT}))?(?:的?(?:内存|空间))?)"
    ):
        name = _name(match["who"])
        if not name and not match["size"]:
            stay_out("a release of nobody knows what")
        if match["unit"]:
            units.add(match["unit"].upper())
        found.append((match.start(), Event(name or f"#{match['size']}", 0)))
        if name and match["size"] and not any(event.name == name and event.size == int(match["size"]) for _, event in found):
            stay_out("a release of another size")
    events = [event for _, event in sorted(found, key=lambda item: item[0])]
    asked = reading.take_words(
        (
            (
                r"(?:此时|则|之后|这时|最后)?(?:主存|内存)?(?:中|里)?(?:的)?最大(?:的)?(?:可用)?(?:的)?空闲(?:分)?(?:区|块|空间|分区)(?:的)?(?:大小|容量|长度)?(?:是|为)?(?:多少\s*(?:MB|KB|M|K)(?![A-Za-z]))?",
                "largest",
            ),
        )
    )
    reading.finish(
        "是多少MB 法 进行 一次 机 基于 存储管理 存储 计算机 系统 采用 动态分区 可变分区 分区 分配 分配算法 算法 内存 主存 依次 顺序 序列 如下 的顺序 操作 作业 进程 用户 发生 先后 分配和释放 释放 申请 空间 管理 空闲 分区管理 方式 请求 大小 动态 用户区 释放的顺序 分配与释放 和释放 全空闲 全部空闲 全空 都空闲 最开始"
    )
    if asked != ["largest"] or len(algorithms) != 1 or not events:
        return None
    if total_match is not None and total_match["unit"]:
        units.add(total_match["unit"].upper())
    normal = {unit.rstrip("B") for unit in units}
    if len(normal) > 1:
        return None
    seen: set[str] = set()
    live: set[str] = set()
    for event in events:
        if event.size:
            if event.name in seen:
                return None  # two requests that a release could mean
            seen.add(event.name)
            live.add(event.name)
        elif event.name not in live:
            return None
        else:
            live.remove(event.name)
    if any(event.name.startswith("#") for event in events) != all(event.name.startswith("#") for event in events):
        return None
    unit = (normal.pop() if normal else "") + "B"
    parameters: dict[str, object] = {"algorithm": algorithms[0], "events": [[event.name, event.size] for event in events], "unit": unit}
    told = "，".join(f"{_called(event)}申请 {event.size}" if event.size else f"{_called(event)}释放" for event in events)
    understood = [("算法", _SHORT[algorithms[0]]), ("操作", told)]
    if total_match is None:
        return Recognition(
            parameters=parameters,
            understood=tuple(understood),
            missing=(Missing("total", "用户区（内存）一共多大？", "内存大小为 {}"),),
        )
    parameters["total"] = int(total_match["value"])
    understood.insert(0, ("内存", f"{total_match['value']} {unit}"))
    return Recognition(parameters=parameters, understood=tuple(understood))


def _name(who: str) -> str:
    """`A` of `作业A`, so that `A` alone means the same."""
    return re.sub(r"^(?:作业|进程|任务|程序)\s*(?=\S)", "", who.strip())


def _called(event: Event) -> str:
    return (
        f"{event.name.removeprefix('#')} 的那块"
        if event.name.startswith("#") and not event.size
        else ""
        if event.name.startswith("#")
        else f"{event.name} "
    )


def _solve_places(parameters: Parameters) -> Solution:
    lengths, algorithm, unit = list(parameters["lengths"]), parameters["algorithm"], parameters["unit"]
    holes = [Hole(number * _APART, length) for number, length in enumerate(lengths)]
    before: Sequence[Hole] = holes
    alike = len(set(lengths)) < len(lengths)
    shown_unit = f" {unit}" if unit else ""

    def named(hole: Hole) -> str:
        original = lengths[hole.start // _APART]
        number = f"第 {hole.start // _APART + 1} 个，" if alike else ""
        rest = f"{original}{shown_unit} 分区剩下的" if hole.length != original else ""
        return f"{hole.length}{shown_unit} 的空闲区" + (f"（{number}{rest}）".replace("，）", "）") if number or rest else "")

    answers, rows, remainder = [], [], 0
    conventions = ["空闲区按列出的次序地址由低到高，互不相邻", "分配后剩下的部分留在原处仍可分配"]
    for number, moment in enumerate(
        allocate(algorithm, holes, [Event(f"#{i}", length) for i, length in enumerate(parameters["requests"])])
    ):
        if moment.place is None:
            told = "放不下，等待"
            if "放不下的申请等待，后面的照常分配" not in conventions:
                conventions.append("放不下的申请等待，后面的照常分配")
        else:
            hole = next(hole for hole in before if hole.start == moment.place)
            told = named(hole)
            remainder = hole.length - moment.event.size
            if algorithm in ("best", "worst") and [other.length for other in before].count(hole.length) > 1:
                conventions.append("大小相同的空闲区取地址低的")
        if moment.place is None and "left" in parameters["asked"]:
            stay_out("nothing is left of a hole that is not given")
        answers.append(f"{moment.event.size}{shown_unit}：{told}" if len(parameters["requests"]) > 1 else told)
        rows.append((f"{number + 1}. 申请 {moment.event.size}", told, "、".join(str(hole.length) for hole in moment.holes) or "无"))
        before = moment.holes
    parts = []
    if "places" in parameters["asked"]:
        parts.append("；".join(answers))
    if "left" in parameters["asked"]:
        parts.append(f"剩 {remainder}{shown_unit}")
    if "holes" in parameters["asked"]:
        parts.append(f"空闲区 {'、'.join(str(hole.length) for hole in before) or '无'}{shown_unit}")
    return Solution(
        answer="，".join(parts),
        steps=table(("事件", "分配", "之后的空闲区大小（地址由低到高）"), rows),
        conventions=tuple(dict.fromkeys(conventions)),
    )


def _solve(parameters: Parameters) -> Solution:
    if "lengths" in parameters:
        return _solve_places(parameters)
    events = [Event(re.sub(r"^#", "占 ", name), size) for name, size in parameters["events"]]
    total, algorithm, unit = int(parameters["total"]), parameters["algorithm"], parameters["unit"]
    moments = allocate(algorithm, [Hole(0, total)], events)
    if any(moment.place is None or moment.doubtful for moment in moments):
        stay_out("a request that cannot be met, or a place in doubt")
    return Solution(
        answer=f"{moments[-1].largest} {unit}",
        steps=paragraphs(_working(moments), f"最大空闲区为 {moments[-1].largest} {unit}。"),
        conventions=("初始全部空闲，从所选空闲区的低地址端分配，释放时合并相邻空闲区",),
        drawing=_drawing(algorithm, moments, total),
    )


KIND = Kind(
    name="memory-allocation",
    title="动态分区分配",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(hint=r"适应|适配|匹配|fit", recognise=_recognise, solve=_solve),
)
