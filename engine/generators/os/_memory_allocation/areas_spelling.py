"""Free areas told by their ends, by numbers, or by what each request gets, in the words that the readers of dynamic partitions know."""

from __future__ import annotations

import itertools

from engine.generators import patterns

_RANGE = (
    r"(?:(?:起始)?地址)?(?:从)?\s*(?<![\dA-Za-z.])(?P<from>\d{1,5})\s*(?P<one>[KM]?)B?\s*(?:~|～|-|—|到|至)\s*(?P<to>\d{1,5})\s*(?P<two>[KM])B?"
    r"(?![A-Za-z])(?:处|之间|的)?(?:区域|内存|部分)?\s*(?:为|是|被|:|\()?\s*(?P<state>[^,;。\d\n]{1,12}(?:(?<=作业|进程)\d(?!\d))?)\)?"
)
_REQUESTS = r"(?P<size>\d+\s*[KM]?B?)\s*(?:的)?(?:请求|作业|进程|申请)?(?:被)?(?:分配|分|装|放)(?:到|在|入|给|进)(?:了)?(?:大小为|大小是)?\s*(?:多少|几|_{2,}|\(\s*\))\s*(?:[KM]?B)?(?:的)?(?:空闲)?(?:分区|区|块)?"


def areas_spelling(text: str) -> str:
    """The text with its free areas by their starts and lengths, and with one question for what its requests get."""
    return _numbered(_each_request(_by_ends(_in_rows(_usual(_left_over(text))))))


def _left_over(text: str) -> str:
    """The text in which areas that are left are not taken for areas that were chosen: `最后还剩下哪几个空闲分区`, `说说最后剩的空闲区`."""
    return patterns.sub(
        r"(?:各|还|会|分别|都){0,3}剩(?:下|余)?(?:的|有|是|了)?哪(?:些|几个)(?:空闲)?(?:的)?(?:分区|区|块)|"
        r"(?:分别|再|请|各|也){1,2}说(?:说|一下|下)(?:最后|最终|各自|各|还){0,3}剩(?:下|余)?的(?:空闲)?(?:分区|区|块)(?:有哪些|是哪些)?",
        "剩余的空闲区各有哪些",
        text,
    )


def _in_rows(text: str) -> str:
    """A table of starts and lengths as pairs, where an area is given back beside it."""
    if not patterns.search("释放|回收|归还", text):
        return text
    start, length = r"(?:始址|起址|首址|起始地址|首地址)", r"(?:长度|大小|长)"
    return patterns.sub(
        rf"(?m)^[ |]*{start}[ |]+{length}[ |]*\n(?P<rows>(?:[ |]*\d+\s*[KM]?B?[ |]+\d+\s*[KM]?B?[ |]*(?:\n|$)){{2,8}})",
        lambda table: (
            "、".join(f"({one},{other})" for one, other in patterns.findall(r"(\d+\s*[KM]?B?)[ |]+(\d+\s*[KM]?B?)", table["rows"])) + "。\n"
        ),
        text,
    )


def _usual(text: str) -> str:
    """The text with the names of its requests before their sizes gone, and the system's part of the memory as usual."""
    names = r"J\s?1\s*(?:[,，、]\s*J\s?\d\s*){1,6}(?:(?:和|与|及)\s*J\s?\d)?|J\s?1\s*(?:和|与)\s*J\s?2"
    text = patterns.sub(
        rf"(?:现)?有(?:[二两三四五六]|\d)个作业\s*(?:{names})\s*[,，]?\s*(?:它们|其|各作业)?(?:分别|各自?|依次)?(?:所)?需要?(?:的)?(?:主存|内存)?(?:空间)?(?:的)?(?:量|大小|容量)?(?:各|分别|依次)*(?:为|是)?\s*(?=\d)",
        "现有作业依次申请",
        text,
    )
    text = patterns.sub(
        r"(?P<which>哪一?种)(?:分配)?(?:算法)?(?:能够?|可以?)(?:将|把)?J\s?1\s*(?:到|至|~|～|-)\s*J\s?\d(?:个)?(?:作业)?(?:全部|都)(?:装入|放入)(?:主存|内存)?",
        r"\g<which>算法能满足全部请求",
        text,
    )
    text = patterns.sub(r"(?:按|以)?(?:从)?J\s?1\s*(?:到|至|~|～|-)\s*J\s?\d\s*(?:的)?(?:次序|顺序)(?:依次)?", "", text)
    text = patterns.sub(
        r"(?:问)?(?:能否|能不能|是否能够?|可否|能)(?:将|把)?(?:这|上述)?(?:[二两三四五六]|\d)?个?作业(?:依次)?(?:全部|都)(?:装入|放入)(?:主存|内存)?(?:中)?(?:吗|呢)?",
        "能否都满足",
        text,
    )
    text = patterns.sub(
        r"(?:分配后)?(?:该|这个)空闲(?:分)?区(?:还)?剩(?:余|下)?(?:的)?(?:大小)?(?:是|为)?(?:多少|多大)", "所选分区剩余多少", text
    )
    text = patterns.sub(
        r"(?P<memory>内存|主存|用户区)(?:的)?(?:地址)?从\s*0\s*K?B?\s*到\s*(?P<size>\d+\s*[KM])B?(?:全|都|均|全部)?(?:是|为)?空闲?(?=[,;。])",
        r"\g<memory>共\g<size>B,初始全空",
        text,
    )
    text = patterns.sub(r"(?P<memory>内存|主存)(?:总量|总容量)(?:为|是|有)?(?=\s*\d)", r"\g<memory>容量为", text)
    if not patterns.search(r"用户区(?:有|为|共|大小|容量)*\s*\d", text):
        text = patterns.sub(r"(?:OS|(?:操作)?系统)占用?(?:了)?(?:最)?低(?:的|地?址)?(?:端|部分)?(?:的)?\s*(?=\d)", "操作系统占低端", text)
    return patterns.sub(r"(?:此时|这时)?(?:内存|主存)(?:中|里)?最大的空闲(?P<kind>分?区)", r"最大空闲\g<kind>", text)


def _by_ends(text: str) -> str:
    """`0~30K 系统占用，30K~60K 空闲，……`: every part of the memory, of which the free ones count."""
    if not patterns.search("空闲|未(?:分配|用)", text):
        return text
    rows = list(patterns.finditer(_RANGE, text))
    if len(rows) < 3 or any(not row["state"].strip() for row in rows):
        return text
    ends = [(int(row["from"]), int(row["to"])) for row in rows]
    given_back = ends[-1] in ends[:-1] and patterns.search("结束|完成|释放|回收|归还", text[rows[-1].start("state") :].split("。")[0])
    if given_back:
        rows, ends = rows[:-1], ends[:-1]
    units = {row["two"] for row in rows} | {row["one"] for row in rows if row["one"]}
    if len(units) != 1 or any(one >= other for one, other in ends) or any(one[1] != other[0] for one, other in itertools.pairwise(ends)):
        return text
    if any("\n" not in (gap := text[one.end() : other.start()]) and gap.strip(" ,;、。") for one, other in itertools.pairwise(rows)):
        return text
    unit = units.pop()
    free = [
        (start, end)
        for (start, end), row in zip(ends, rows, strict=True)
        if patterns.search("空闲|未分配|未用", row["state"]) and not patterns.search("不|非|无", row["state"])
    ]
    if not 1 < len(free) < len(rows):
        return text
    told = "、".join(f"({start}{unit},{end - start}{unit})" for start, end in free)
    before = patterns.sub(
        r"(?:设|假设|已知)?(?:某时刻)?(?:内存|主存)(?:的)?(?:(?:分配|使用|占用)(?:的)?情况|布局)(?:如下|为|是|:)*$",
        "",
        text[: rows[0].start()].rstrip(" ,:"),
    )
    heading = "空闲区链为(起址,大小)" if given_back else "空闲分区首地址及大小依次为"
    return f"{before}{heading}:{told}。{text[rows[-1].end() :].lstrip(',;。 ')}"


def _each_request(text: str) -> str:
    """`12K 分配到大小为__的空闲块，10K 分配到__，9K 分配到__`: where each of the requests goes, in their order."""
    asked = list(patterns.finditer(_REQUESTS, text))
    if len(asked) < 2:
        return text
    if any(patterns.sub(r"[,，;；、\s]|则|而", "", text[one.end() : other.start()]) for one, other in itertools.pairwise(asked)):
        return text
    sizes = [patterns.sub(r"\D", "", each["size"]) for each in asked]
    row = r"\D{1,6}".join(rf"(?<!\d){size}(?!\d)" for size in sizes)
    if patterns.search(row + r"(?!\s*[KMB]*\s*(?:[、,，和与及]\s*)+\d)", text[: asked[0].start()]) is None:
        return text
    return f"{text[: asked[0].start()]}各请求依次分配到哪个空闲区?{text[asked[-1].end() :].lstrip('。?')}"


def _numbered(text: str) -> str:
    """`1、2、3 号空闲分区，大小分别为……`: they are counted from the first; `几号分区` asks which."""
    found = patterns.search(
        r"(?:现)?有?(?P<list>1\s*[、,]\s*2(?:\s*[、,]\s*\d){0,6})\s*(?:号|#)(?P<what>空闲(?:分)?[区块])[,，]?(?:其)?(?:的)?大小(?:分别|依次)*(?:为|是)?\s*(?=\d)",
        text,
    )
    if found is None:
        return text
    numbers = [int(part) for part in patterns.findall(r"\d", found["list"])]
    sizes = patterns.match(r"\d+\s*[KM]?B?(?:\s*(?:[、,，]|和)\s*\d+\s*[KM]?B?)*", text[found.end() :])
    if sizes is None or numbers != list(range(1, len(numbers) + 1)) or len(patterns.findall(r"\d+", sizes[0])) != len(numbers):
        return text
    text = f"{text[: found.start()]}{found['what']}大小依次为{text[found.end() :]}"
    return patterns.sub(r"(?:分别)?(?:装入|分配到|分到|放入|放在)(?:了)?(?:第)?几号(?:空闲)?(?:分区|区|块)", "依次分配到第几个空闲区", text)
