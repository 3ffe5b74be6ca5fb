"""Random problems in words of their own, solved and compared with a computation of another kind: a wrong answer fails, a silent one is counted."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from fractions import Fraction

import pytest

from engine.generators.solving import Solved, solve_text

Problem = tuple[str, list[str]]
"""A text, and the figures that its answer must show, in their order."""


def _figures(answer: str) -> list[str]:
    return re.findall(r"\d+(?:\.\d+)?", answer)


# --- replacement ------------------------------------------------------------------------------------------------------------------


def _faults(pages: list[int], frames: int, policy: str) -> tuple[int, int]:
    """Faults and replacements, by looking at the past and the future at every fault."""
    held: list[int] = []
    loaded: dict[int, int] = {}
    faults = out = 0
    for now, page in enumerate(pages):
        if page in held:
            continue
        faults += 1
        if len(held) == frames:
            out += 1
            if policy == "FIFO":
                gone = min(held, key=lambda one: loaded[one])
            elif policy == "LRU":
                gone = min(held, key=lambda one: max(at for at in range(now) if pages[at] == one))
            else:
                gone = max(held, key=lambda one: next((at for at in range(now, len(pages)) if pages[at] == one), 10**6))
            held.remove(gone)
        held.append(page)
        loaded[page] = now
    return faults, out


def _replacement(chance: random.Random) -> Problem:
    pages = [chance.randrange(1, 7) for _ in range(chance.randrange(9, 16))]
    frames = chance.randrange(3, 5)
    policies = chance.sample(["FIFO", "LRU", "OPT"], chance.choice((1, 1, 2)))
    name = {
        "FIFO": chance.choice(["FIFO", "先进先出"]),
        "LRU": chance.choice(["LRU", "最近最久未使用"]),
        "OPT": chance.choice(["OPT", "最佳置换"]),
    }
    row = chance.choice([", ", ",", "、", " "]).join(map(str, pages))
    opening = chance.choice(
        [
            f"小赵养的爬虫任务拿到{frames}个物理块",
            f"给绘图程序腾出{frames}个页框",
            f"一台教学机上某线程独占{frames}个页框",
            f"内存里为日志服务划了{frames}块",
        ]
    )
    empty = chance.choice(["，刚开始都是空的", "，初始均为空", "（起初为空）", "，最初没有装入任何页面"])
    string = chance.choice([f"，它先后碰到的页面号是{row}", f"。页面走向：{row}", f"，页面引用串为{row}", f"，依次要用到的页为 {row}"])
    by = "和".join(name[one] for one in policies) + chance.choice(["算法", "", "淘汰算法", "页面置换算法"])
    what = chance.choice(["faults", "faults", "replacements", "both"])
    asked = {
        "faults": chance.choice(["缺页多少次", "一共产生几次缺页中断", "缺页次数是多少"]),
        "replacements": chance.choice(["页面置换了多少次", "淘汰页面几次", "置换次数为多少"]),
        "both": chance.choice(["缺页次数和置换次数各是多少", "缺页几次、淘汰几次"]),
    }[what]
    text = f"{opening}{empty}{string}。{'分别' if len(policies) > 1 else ''}{chance.choice(['采用', '用', '换用'])}{by}，{asked}？"
    found = []
    for policy in policies:
        faults, out = _faults(pages, frames, policy)
        found += {"faults": [faults], "replacements": [out], "both": [faults, out]}[what]
    return text, [str(one) for one in found]


# --- times ------------------------------------------------------------------------------------------------------------------------


def _times(chance: random.Random) -> Problem:
    memory, tlb, levels = chance.randrange(40, 200, 10), chance.randrange(1, 20), chance.choice((1, 1, 2, 3))
    hit = Fraction(chance.choice((75, 80, 85, 90, 95, 98)), 100)
    told = [
        chance.choice([f"查一回快表花{tlb}ns", f"快表检索要{tlb}ns", f"TLB 查找耗 {tlb} ns"]),
        chance.choice([f"摸一次内存花{memory}ns", f"访问内存要{memory}ns", f"主存存取一个字要 {memory} ns"]),
    ]
    chance.shuffle(told)
    shown = f"{int(hit * 100)}%"
    share = chance.choice([f"快表命中率{shown}", f"TLB 的命中率有 {shown}", f"{int((1 - hit) * 100)}%的访问在快表里未命中"])
    way = {1: chance.choice(["一级页表", "单级页表"]), 2: "二级页表", 3: "三级页表"}[levels] + chance.choice(["放在内存里", "常驻内存"])
    order = chance.choice(["先查快表，未命中再查页表", "先查TLB，不命中才去查页表"])
    ends = tlb + memory, tlb + (levels + 1) * memory
    mean = hit * ends[0] + (1 - hit) * ends[1]
    opening = chance.choice(["阿黄组装的小机器，", "某嵌入式板卡上，", "", "课堂演示用的分页系统中，"])
    what = chance.choice(["mean", "mean", "bare", "needed"])
    if what == "needed":
        text = f"{opening}{'，'.join(told)}，{way}，{order}。要使平均访问时间不超过{float(mean):g}ns，命中率至少是多少？"
        return text, [f"{float(hit * 100):g}"]
    asked = chance.choice(["有效访问时间是多少", "平均访存时间为多少ns", "求平均有效访问时间"])
    text = f"{opening}{'，'.join(told)}，{share}，{way}，{order}，{asked}？"
    if what == "mean":
        return text, [f"{float(mean):g}"]
    return text + chance.choice(["要是没有快表呢？", "如果不用快表呢？"]), [f"{float(mean):g}", str((levels + 1) * memory)]


# --- index nodes --------------------------------------------------------------------------------------------------------------------


def _index(chance: random.Random) -> Problem:
    counts = [chance.randrange(4, 13), chance.randrange(1, 3), chance.randrange(0, 2), 0]
    block, entry = chance.choice((512, 1024, 2048, 4096)), chance.choice((2, 4, 8))
    names = ["直接", chance.choice(["一级间接", "一次间接"]), chance.choice(["二级间接", "二次间接"])]
    thing = chance.choice(["地址项", "指针", "地址"])
    parts = [f"{count}个{name}{thing}" for count, name in zip(counts, names, strict=False) if count]
    opening = chance.choice(["老周写的玩具文件系统", "相机存储卡的文件系统", "某UNIX类系统"])
    size = f"{block}B" if block < 1024 else f"{block // 1024}KB"
    text = f"{opening}的索引结点里有{'、'.join(parts)}，{chance.choice(['盘块', '磁盘块', '每个磁盘块'])}{size}，{chance.choice(['每个盘块号占', '块号用', '一个块号长'])}{entry}B"
    fan = block // entry
    reach = [count * fan**level for level, count in enumerate(counts)]

    def level_of(number: int) -> int:
        for level, count in enumerate(reach):
            if number < count:
                return level
            number -= count
        return -1

    what = chance.choice(["largest", "reads", "block", "index"])
    if what == "largest":
        total = sum(reach) * block
        return text + f"，{chance.choice(['一个文件最大多大', '单个文件的最大长度是多少', '文件最长能有多少KB'])}？", [
            str(total // 1024) if not total % 1024 else f"{total / 1024:.10g}"
        ]
    place = chance.randrange(sum(reach) * block)
    if what == "reads":
        text += f"。索引结点已在内存，要读文件中第{place}字节处的数据，需要访问磁盘几次？"
        return text, [str(level_of(place // block) + 1)]
    if what == "block":
        return text + f"。文件中偏移量为{place}的字节在第几个逻辑块（从0开始）？", [str(place // block), str(place % block)]
    count = -(-place // block) or 1
    needed = 0
    seen = set()
    for number in range(min(count, 3000)):
        level = level_of(number)
        inside = number - sum(reach[:level])
        for depth in range(1, level + 1):
            seen.add((level, depth, inside // fan**depth))
    needed = len(seen)
    if count > 3000:
        return _index(chance)
    return (
        text
        + f"。一个{count * block // 1024 if not count * block % 1024 else 0 or count * block}{'KB' if not count * block % 1024 else 'B'}的文件除数据块外要用多少个索引块？",
        [str(needed)],
    )


# --- areas ---------------------------------------------------------------------------------------------------------------------------


def _areas(chance: random.Random) -> Problem:
    total = chance.randrange(60, 200, 10)
    policy = chance.choice(["首次适应", "最佳适应", "最坏适应"])
    cells: list[str | None] = [None] * total
    held: dict[str, int] = {}
    steps = []
    letters = iter("ABCDEFGH")
    for _ in range(chance.randrange(4, 8)):
        if held and chance.random() < 0.4:
            name = chance.choice(sorted(held))
            cells = [None if cell == name else cell for cell in cells]
            del held[name]
            steps.append(chance.choice([f"{name}释放", f"{name}用完归还", f"释放{name}"]))
            continue
        name = next(letters)
        size = chance.randrange(5, 40)
        holes = _holes(cells)
        fitting = [hole for hole in holes if hole[1] >= size]
        if not fitting:
            break
        chosen = {
            "首次适应": fitting[0],
            "最佳适应": min(fitting, key=lambda hole: (hole[1], hole[0])),
            "最坏适应": min(fitting, key=lambda hole: (-hole[1], hole[0])),
        }[policy]
        for at in range(chosen[0], chosen[0] + size):
            cells[at] = name
        held[name] = size
        steps.append(chance.choice([f"{name}申请{size}KB", f"{name}要{size}KB", f"为{name}分配{size}KB"]))
    if len(steps) < 2:
        return _areas(chance)
    holes = _holes(cells)
    opening = chance.choice(
        [f"仓储机器人的内存共{total}KB，初始全空", f"内存用户区{total}KB，开始时全部空闲", f"可用内存{total}KB（起初为空）"]
    )
    text = f"{opening}，按{policy}算法管理。依次：{'，'.join(steps)}。"
    if chance.random() < 0.5:
        return text + "此时最大空闲区多大？", [str(max((hole[1] for hole in holes), default=0))]
    return text + "最后有哪些空闲区（起始地址和大小）？", [str(figure) for hole in holes for figure in hole]


def _holes(cells: list[str | None]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(cells):
        end = at
        while end < len(cells) and cells[end] is None:
            end += 1
        if end > at:
            found.append((at, end - at))
        at = max(end, at + 1)
    return found


# --- tables --------------------------------------------------------------------------------------------------------------------------


def _tables(chance: random.Random) -> Problem:
    offset, entry = chance.choice((10, 11, 12, 13)), chance.choice((2, 4, 8))
    each = offset - entry.bit_length() + 1
    width = offset + each + chance.randrange(2, each + 1)
    page = f"{1 << (offset - 10)}KB"
    told = [
        chance.choice([f"逻辑地址{width}位", f"虚拟地址长{width}位", f"{width}位逻辑地址"]),
        chance.choice([f"页面{page}", f"页长{page}", f"一页{page}"]),
        chance.choice([f"页表项{entry}B", f"每个页表项占{entry}字节"]),
    ]
    chance.shuffle(told)
    opening = chance.choice(["小钱的模拟器按字节编址，", "某教学系统按字节编址，", ""])
    text = opening + "，".join(told)
    number = width - offset
    what = chance.choice(["table", "pages", "levels", "directory", "parts"])
    if what == "table":
        total = (1 << number) * entry
        shown = total / 1024 if total < 1 << 20 else total / (1 << 20)
        return text + "，采用单级页表，页表占多大内存？", [f"{shown:g}"]
    if what == "pages":
        return text + "，逻辑空间共有多少页？", [str(1 << number)]
    if what == "levels":
        return text + "，每级页表都不超过一页，需要几级页表？", [str(-(-number // each))]
    if what == "directory":
        return text + "，采用二级页表，页目录有多少个表项？", [str(1 << (number - each))]
    low, high = chance.randrange(1, 9), chance.randrange(1, 4)
    if (low + high) << 20 > 1 << width:
        return _tables(chance)
    used = set(range((low << 20) >> offset)) | set(range((1 << number) - ((high << 20) >> offset), 1 << number))
    leaves = {one >> each for one in used}
    text += f"，采用二级页表（页目录占一页），某进程只使用最低端的{low}MB和最高端的{high}MB，它的页表（含页目录）共占多少个页面？"
    return text, [str(1 + len(leaves))]


_KINDS: dict[str, tuple[Callable[[random.Random], Problem], int]] = {
    "replacement": (_replacement, 60),
    "times": (_times, 60),
    "index nodes": (_index, 60),
    "areas": (_areas, 60),
    "tables": (_tables, 60),
}


@pytest.mark.parametrize("name", list(_KINDS))
def test_random_problems_are_solved_or_left(name: str) -> None:
    """None of them wrong, and most of them solved."""
    write, least = _KINDS[name]
    chance = random.Random(f"{name} 1")
    solved, number = 0, 60
    for _ in range(number):
        text, right = write(chance)
        found = solve_text(text, "408")
        if not isinstance(found, Solved):
            continue
        solved += 1
        answer = _figures(found.answer)
        assert answer == right, f"{text}\n{found.answer}, not {right}"
    assert solved * 100 >= least * number
