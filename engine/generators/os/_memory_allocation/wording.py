"""Papers' ways of telling of dynamic partitions in the words that the readers know, and the end of a free area that is given."""

from __future__ import annotations

import re
from dataclasses import replace

from engine.generators import patterns
from engine.generators.alternatives import first_reading
from engine.generators.kind import Recognition
from engine.generators.os._memory_allocation.inquiry import placed
from engine.generators.os._memory_allocation.reading import recognise as recognise_story
from engine.generators.reading import INTEGER, close_up, to_int

_PART = r"(?:部分|一?端|半部分|端部分)"
_LOW = re.compile(
    rf"[,(]?(?:每次)?(?:分配时?)?(?:总是|都|均)?(?:采用|采取|先|是)?(?:分配|截取|划分|使用|取|切出)?(?:从)?(?:所选)?(?:空闲(?:分)?[区块])?(?:的)?(?:前{_PART}|低(?:地)?址{_PART}?|小地址{_PART})(?:\((?:即)?(?:小|低)地址{_PART}?\))?(?:进行)?(?:分配|划分)?(?:的)?(?:方案|方式|方法|策略)?\)?(?=[,。;)]|$)"
)
_HIGH = re.compile(
    rf"[,(]?(?:若|如果|每次)?(?:分配时?)?(?:总是|都|均)?(?:采用|采取|先|是)?(?:分配|截取|划分|使用|取|切出)?(?:从)?(?:所选)?(?:空闲(?:分)?[区块])?(?:的)?(?:后半{_PART}|后部分|高(?:地)?址{_PART}?|大地址{_PART})(?:\((?:即)?(?:大|高)地址{_PART}?\))?(?:开始)?(?:进行)?(?:分配|划分)?(?:的)?(?:方案|方式|方法|策略)?\)?(?=[,。;)]|$)"
)
_FIT = r"(?:循环首次|首次|最先|最佳|最优|最坏|最差|邻近|下次)"
_FITS = rf"{_FIT}(?:适应|适配|匹配)?(?:分配)?(?:算法)?"
_THEN_OTHERS = re.compile(
    rf"(?:若|如果)?(?:采用|使用|用|按)(?P<first>{_FITS})(?:时|的话)?[,，]?(?P<question>[^,，;；。?？]{{4,30}})[;；。?？,，]\s*(?:那么)?(?:若|如果)?(?:采用|使用|用|按|改用|换成)?(?P<others>{_FITS}(?:\s*[、,，和与及]\s*{_FITS}){{0,2}})(?:时|的话)?呢\s*[?？。]?"
)


_NAMES_FIRST = re.compile(
    r"(?P<who>个(?:作业|进程|程序|用户))\s*[A-Z]\d?(?:\s*[,、和]?\s*[A-Z]\d?){1,6}\s*[,:]?\s*(?=(?:它们|其|各|分别|依次|每个)*(?:各自?|分别|依次)(?:申请|需要?|要求?|请求))"
)
# `采用( )算法可将它们全部装入`, where no algorithm is named: each of the three of the books is tried.
_WHICH_OF_ALL = re.compile(
    r"[,。;]?\s*(?:则|那么|此时)?(?:试问|问)?(?:内存|主存)?(?:分配(?:时)?)?(?:应当?|应该|需|要|必须)?(?:采用|选用|使用|用)(?:的)?\s*(?:\(\s*\)|多少|几|什么|何种|哪一?种|哪一?个)\s*(?:分配)?(?:算法|策略)\s*,?\s*"
    r"(?:才能?|就能?|便)?(?:可以?|能够?)?(?:将|把|使)?(?:这|上述|这些|它们|其)*(?:[三四五六]|\d)?个?(?:作业|进程|程序|请求)*(?:全部|都|均)(?:能|可以?)?(?:得到)?(?:地)?(?:装入|满足|分配|调入|装下)(?:到)?(?:内存|主存)?(?:中)?\s*[。?]?\s*$"
)


# An exercise in programming whose data are a story of their own.
_PROGRAM = re.compile(
    r"^\s*(?:请|试)?用(?:C|C\+\+|Java|高级|某种|一种|语言|或|和|、|程序设计|\s){2,12}(?:分别)?(?:编写程序)?(?:实现|模拟|编程)[^。]{0,60}(?:alloc|free|分配)[^。]{0,30}(?:回收|释放|free)[^。]{0,12}。"
)
_MANAGED = re.compile(
    r"(?:其中,?)?空闲分区(?:通过|用|采用|由)空闲分区(?:链|表)?(?:\(?(?:链|表)\)?)?(?:来)?(?:进行)?(?:管理|组织)[,。;]|(?:在)?(?:进行)?(?:内存)?分配时,?(?:系统)?(?:总是|优先)(?:使用|分配|取)空闲(?:分)?区(?:的)?低(?:地址)?端(?:的)?(?:空间|部分)?[,。;]"
)
_SHOWN = re.compile(
    r"(?:请|试)?分别(?:采用|用)(?P<which>[^。]{4,30}?)(?:算法)?进行(?:内存)?(?:块|空间)?的?分配(?:和|与)回收,?(?:并|同时)?(?:要求)?(?:显示|给出|写出)(?:出)?(?:内存)?(?:块|空间)?(?:的)?(?:每次)?(?:分配(?:和|与)回收)?(?:之?后)?(?:的)?(?:空闲(?:内存)?分区(?:链|表)?)的?情况"
)


def _without_the_program(text: str) -> str:
    """An exercise in programming asking for the free areas that its data leave."""
    if not _PROGRAM.search(text):
        return text
    return _SHOWN.sub(r"采用\g<which>算法,最后空闲区各有哪些", _MANAGED.sub("", _PROGRAM.sub("", text)))


def _which_of_all(text: str) -> str:
    """The text asking which of the books' algorithms can meet every request, where it names none."""
    if patterns.search(_FIT, text):
        return text
    return _WHICH_OF_ALL.sub("。分别采用首次适应、最佳适应、最坏适应算法,哪种算法能满足全部请求?", _NAMES_FIRST.sub(r"\g<who>", text))


def usual_words(text: str) -> str:
    """The text with what papers add to it said as usual, or gone where it says what holds anyway."""
    text = close_up(text)
    # `(1) 12K; (2) 10K`: the numbers of the requests.
    if len(patterns.findall(r"\(\s*\d\s*\)\s*\d+\s*[KM]", text)) > 1:
        text = patterns.sub(r"[;,、]?\s*\(\s*\d\s*\)\s*(?=\d+\s*[KM]B?(?![A-Za-z]))", "、", text)
        text = patterns.sub(r"(?<=[:为是])\s*、", "", text)
    # Segments asked for one after another, and which holes are found for them.
    if "空闲" in text and patterns.search(r"连续的?段请求", text):
        text = patterns.sub(r"(?:一个)?交换系统", "", patterns.sub(r"(?:对于|若有)?连续的?段请求", "作业依次请求", text))
        text = patterns.sub(r"将?(?:找出|选中|使用|取出)(?=哪[些个几])", "分配", text)
        text = patterns.sub(
            r"(?P<hole>哪[些个几]个?(?:空闲)?(?:区|分区))\?\s*(?:如果|若)?使用(?P<fits>(?:(?:最佳|最差|最坏|下次|首次|循环首次)(?:适配|适应|匹配)?(?:算法)?\s*[、,和与]?\s*){1,3})呢",
            r"\g<hole>?使用\g<fits>呢",
            text,
        )
    text = _which_of_all(_drawn(_without_the_program(text)))
    text = _memory_as_a_whole(text)
    text = _THEN_OTHERS.sub(
        lambda found: f"分别采用{found['first']}、{found['others']}{'' if '算法' in found['others'] else '算法'}时,{found['question']}?",
        text,
    )
    # Where the user's area begins is how much the system holds below it.
    if area := patterns.search(
        r"(?:内存|主存)?用户区(?:的)?(?:大小|容量)(?:为|是)?\s*(?P<size>\d+)\s*(?P<unit>[KM])B?[,，](?:且|其)?(?:用户区)?(?:的)?(?:起始地址|始址|首址)(?:为|是)?\s*(?P<at>\d+)\s*(?P=unit)B?(?=[,，。;])",
        text,
    ):
        whole = int(area["size"]) + int(area["at"])
        text = f"{text[: area.start()]}内存{whole}{area['unit']},操作系统占低端{area['at']}{area['unit']}{text[area.end() :]}"
        text = patterns.sub(
            rf"(?:操作)?系统占用?(?:了)?(?:主存|内存)?(?:的)?低(?:地)?址(?:部分|端)?(?:的)?\s*{area['at']}\s*[KM]B?[,。;]|(?:且|并)?初始时?用户区(?:的)?{area['size']}\s*[KM]B?(?:的)?空间(?:全部|都|均)?(?:是|为)?空闲的?(?=[,，。;])",
            "",
            text,
        )
    # `申请18K的主存空间`, `主存为512K,且始址为0`.
    text = patterns.sub(r"[,(]?(?:且|其)?(?:始址|起始地址|首址)(?:为|是|从)0(?:开始)?\)?(?=[,。;])", "", text)
    text = patterns.sub(
        r"(?<=空闲块|空闲区|闲分区)\s*\((?:请|要求)?(?:指出|写出|给出|注明|标明)?(?:其)?(?:大小|长度)(?:及|和|与|、)(?:其)?(?:始址|起始地址|首址)\)",
        "",
        text,
    )
    text = patterns.sub(r"(?:含有|有)(?:如下|下列|以下)(?:顺序)?的空闲(?P<kind>分?区|块)", r"空闲\g<kind>依次有", text)
    text = patterns.sub(
        r"(?:现)?有?(?:如下|下列)?(?:请求|申请)分配(?:存储|内存|主存)?空间(?:的)?(?:序列|请求)(?:为|是)?", "现依次申请", text
    )
    # `初始时用户区的512K空间空闲`, where memory has been told.
    text = patterns.sub(
        r"(?P<begin>初始时?|开始时|起初)(?:整个)?(?:用户区|内存|主存)?(?:的)?(?P<size>\d+)\s*[KM]B?(?:的)?(?:空间|内存|主存)?(?:全部|均|都|全)*(?:为|是)?空闲",
        lambda found: f"{found['begin']}全部空闲" if len(patterns.findall(rf"(?<!\d){found['size']}(?!\d)", text)) > 1 else found[0],
        text,
    )
    text = patterns.sub(
        r"最后(?:得到|剩下|形成|剩余)?的?空闲(?:分)?区的(?:首地址|始址|起始地址)(?:和|与|及)(?:大小|长度)(?:各|分别)?(?:为|是)(?:多少|什么)",
        "最后的空闲分区有哪些",
        text,
    )
    return patterns.sub(r"若,+(?=对)", "", patterns.sub(r"。\s*,", "。", _LOW.sub("", text)))


_HELD_HIGH = re.compile(
    r"(?P<lead>(?:内存|主存)(?:空间)?(?:的)?(?:总)?(?:大小|容量)?(?:为|是|有|共)*)\s*(?P<whole>\d+)\s*(?P<unit>[KM])B?[,，。;\s]*(?:其中)?(?:最)?(?:高端|高地址(?:部分|端)?|高址(?:部分|端)?)(?:的)?\s*(?P<system>\d+)\s*(?P=unit)B?(?:用来|用于|被用来|空间)*(?:存放|装入|驻留|给|分配给|由|被|为|是)?操作系统(?:占用|使用|区)?"
)


def _memory_as_a_whole(text: str) -> str:
    """The text with the user's area in the place of all memory where the system holds its high end, and the drawing of what is held at last
    asked in words."""
    text = patterns.sub(
        r"(?:采用|使用)(?:可变|动态)(?:式)?分区(?:分配|存储|管理)*(?:方式|方法|技术)?(?:来)?(?:对?(?:内存|主存)(?:进行)?管理|管理(?:内存|主存))?(?=[,，。;])",
        "",
        text,
    )
    text = _HELD_HIGH.sub(lambda told: f"可用{told['lead']}{int(told['whole']) - int(told['system'])}{told['unit']}", text)
    text = patterns.sub(
        r"(?:在)?(?:内存)?(?:进行)?分配(?:内存|主存)?时[,，]?(?:系统)?(?:总是|优先|先)使用空闲(?:分)?[区块](?:的)?(?:低端|低地址(?:部分|端)?)(?:的)?(?:空间|部分)?[,，。;]",
        "",
        text,
    )
    text = patterns.sub(r"(?<=作业|进程)l(?=申请|释放|请求|归还)", "1", text)
    return patterns.sub(
        r"(?:请|试)?(?:分别)?(?:用|以)?画?图?(?:示|表示|画出|给出)*(?:出)?(?:使用|采用|用|按)(?P<fits>(?:循环首次|首次|最先|最佳|最优|最坏|最差)适应(?:算法)?(?:\s*[、,，和与及]\s*(?:循环首次|首次|最先|最佳|最优|最坏|最差)适应(?:算法)?){0,2})(?:进行|时|来)*(?:内存|主存)?(?:的)?(?:分配和回收|分配与回收|分配及回收|分配、回收|分配)(?:之?后|过程)?(?:内存|主存|空闲区)?(?:的)?(?:实际|最终|最后)?(?:使用|分配|占用)?(?:情况|状态|布局)",
        r"分别采用\g<fits>,求最后的空闲分区",
        text,
    )


def recognise_in_usual_words(text: str) -> Recognition | None:
    """Stories of requests and releases, and requests placed in areas, as papers put them; None: another problem."""
    usual, numbered = numbered_areas(usual_words(text))
    if (high := high_end(usual)) is not None:
        return high
    if usual == text:
        return None
    seen = first_reading(recognise_story, placed)(_without_the_base(usual) if _HIGH.search(usual) else usual)
    if seen is None or not numbered:
        return seen
    return seen.telling({"ordinal": True}) if "lengths" in seen.parameters and seen.confident else None


def _drawn(text: str) -> str:
    """The text asking in which areas the requests are placed, where it wants that drawn; a figure of the areas that it tells itself is gone."""
    found = patterns.search(
        r"(?:请|试|并)?画出(?:每一?步|各步|每次)?(?:的)?(?:内存|主存)?(?:的)?分配(?:情况|过程|结果)(?:的)?(?:示意)?图?", text
    )
    if found is None:
        return text
    told = patterns.findall(r"(?<![A-Za-z0-9])[A-Z]\d?\s*\(\s*\d+\s*[KM]B?\s*\)", text[: found.start()])
    if len(told) < 3:
        return text
    rest = patterns.sub(rf"(?m)^\s*(?:\(空\)|空|{'|'.join(re.escape(one) for one in told)})\s*$", "", text[found.end() :])
    if patterns.search(r"\w", rest):
        return text
    return patterns.sub(r"\s*[,，]?\s*如(?:下|右)?图(?:所示)?", "", text[: found.start()]) + "各分配到哪个空闲区?"


def numbered_areas(text: str) -> tuple[str, bool]:
    """The text without the numbers 1, 2, … of its free areas, and whether it had them."""
    found = patterns.search(
        rf"(?:假设|设|现)?有?(?:编号|序号|区号)(?:分别|依次)?为\s*(?P<list>1\s*(?:[、,]\s*\d{{1,2}}\s*)+)(?:号)?(?:的)?(?P<count>{INTEGER})个(?=空闲)",
        text,
    )
    if found is None:
        return text, False
    numbers = [int(number) for number in patterns.findall(r"\d+", found["list"])]
    if numbers != list(range(1, to_int(found["count"]) + 1)):
        return text, False
    return text[: found.start()] + f"有{found['count']}个" + text[found.end() :], True


def high_end(text: str) -> Recognition | None:
    """A story of requests and releases in which the high end of a free area is given; None: another problem."""
    marks = list(_HIGH.finditer(text))
    if len(marks) != 1 or _LOW.search(text):
        return None
    text = text[: marks[0].start()] + text[marks[0].end() :]
    seen = recognise_story(_without_the_base(text))
    if seen is None or "events" not in seen.parameters or not seen.confident:
        return None
    seen = seen.telling({"high": True})
    return replace(seen, understood=(*seen.understood, ("分配", "取空闲区的高地址部分")))


def _without_the_base(text: str) -> str:
    """The text with the user's area counted from 0: what the system holds below it changes no size."""
    system = patterns.search(
        r"(?:操作系统|系统)占用?(?:了)?(?:主存|内存)?(?:的)?低(?:地)?址(?:部分|端)?(?:的)?\s*(?P<size>\d+)\s*[KM]B?[,。;]", text
    )
    start = patterns.search(r"[,。;]?(?:且|其)?用户区(?:的)?(?:始址|起始地址|首址)(?:为|是)?\s*(?P<at>\d+)\s*[KM]B?", text)
    if system is None or patterns.search("始址|起始地址|首址", patterns.sub(re.escape(start[0]) if start else "(?!)", "", text)):
        return text
    if start is not None and start["at"] != system["size"]:
        return text
    for found in sorted((one for one in (system, start) if one is not None), key=lambda one: -one.start()):
        text = text[: found.start()] + ("。" if found is start else "") + text[found.end() :]
    return patterns.sub(r"。\s*[,。]", "。", text)
