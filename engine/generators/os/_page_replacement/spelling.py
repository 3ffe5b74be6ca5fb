"""Replacement problems in one wording: frames that are called pages, names of the reference string, algorithms that stand in a numbered list."""

from __future__ import annotations

import re
from collections.abc import Callable

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.pasted.normalising import normalise

_FRAMES = r"(?:页框|页帧|物理块|物理页面?|物理帧|内存块|主存块|存储块|帧|块)"
_COUNT = r"(?<![\d.])(?P<count>\d{1,2}|[两二三四五六七八])\s*"
_EMPTY = r"(?:初始|开始|最初|起始|一开始)(?:时|状态)?(?:下)?(?:均|都|全)?(?:为)?空(?:闲)?的?"
_ALGORITHM = r"(?:FIFO|LRU|OPT|CLOCK|先进先出|最近最|最久|最佳|最优|理想|时钟|简单|改进)"
_TERMS = tuple(
    (re.compile(pattern), usual)
    for pattern, usual in (
        (r"线程独占(?=\s*\d+\s*个)", "进程分得"),
        # `P1、P2、P3`: pages by a letter and their numbers.
        (r"(?<![A-Za-z\d])P(?=\d{1,2}\s*(?:[、,，]|和|与|→|-|\s)\s*P\d|\d{1,2}(?=\s*[。,，;；]|$))(?<=[、,，和与→为是:：\-\s]P)", ""),
        (r"(?<=系统)(?:只|仅)(?=(?:分配)?给(?:该|某|此|这个)?(?:作业|进程|程序))", ""),
        (r"(?<=[,，。;；若果是])(?:只|仅)(?=(?:分配)?(?:给|为)(?:该|某|此|这个)?(?:作业|进程|程序)?(?:分配|\s?\d))", ""),
        (r"(?:考虑|设|有)?(?:一个)?\d{2,5}\s*个?字的程序的(?:下述|下列|如下)?(?=(?:内存|主存)?(?:访问|引用))", "程序的"),
        (r"该程序可用(?:内存|主存)为", "分配给该程序的内存为"),
        (r"(?:给出|写出)该(?:访问|引用)串的页面走向", "给出页面走向"),
        (r"主存工作块|内存工作块|工作块(?=[,，。;])", "主存块"),
        (r"(?<=驻留集)(?:的大小)?固定(?=为)", ""),
        (
            r"\(?(?:均)?(?:包?含|包括|计入)(?:最初|开始|前)(?:的)?(?:装入的)?\s*(\d)\s*次(?:缺页)?(?=\)|[,;。?]|$)\)?",
            r"(包括最初的\1次装入)",
        ),
        (r"(?:接受了)?(?:一个)?(?:共|有|共有)\s*\d{1,2}\s*页\s*\(\s*(?:页号)?(?:为)?0\s*[~～-]\s*\d{1,2}\s*\)的(?=作业|进程|程序)", ""),
        # `分配 3 个页面`: of memory, where no page of the program is counted so.
        (
            rf"分配(?:到|得到?|了|给(?:该|每个|某|此|这个)?(?:进程|作业|程序|用户(?:进程)?)|(?:的)?(?:内存|主存|物理)(?:空间)?(?:为|有)?)?\s*{_COUNT}个(?:物理|内存|主存)?页面?(?!框|帧|号)(?=[,。;、)的]|时|\s*$)",
            r"分配\g<count>个页框",
        ),
        (rf"(?:假设|设|若|有|现有)*{_COUNT}个{_EMPTY}{_FRAMES}", r"分配\g<count>个页框,初始为空"),
        (rf"(?<=分配){_COUNT}个{_EMPTY}{_FRAMES}", r"\g<count>个页框,初始为空"),
        (r"(?<=引用|访问|请求|页面|页号)字符串|(?<=引用)串号(?=[为是:])", "串"),
        # Whose pages they are changes nothing.
        (
            r"(?:其|它|该程序|程序)?(?:依次)?(?:所|要|需)?(?:访问)?的?(?:操作数|指令|数据|代码|地址|字)(?:和(?:操作数|指令|数据))?所在的?页(?:面|号)(?:的)?(?=序列|走向|次序|顺序|[:为是])",
            "页面访问",
        ),
        (r"(?<=程序|进程|作业)的一段程序|一段(?=程序)|(?<=执行)这段(?=程序)|(?<=运行)这段(?=程序)", ""),
        (
            r"\(?(?:程序|代码)(?:本身|自身)?的?(?:存储|存放|占用(?:的空间)?|所占(?:的)?(?:空间|页面?|存储))?(?:不计|不计算?在内|忽略不计)\)?",
            "",
        ),
        (r"(?<=所需|所用)页面的(?=走向|序列)", "页面"),
        (r"(?<=所有)(?:内存|主存)(?=开始|最初|初始|起初)", "页框"),
        (r"凡第一次用到的?页面?都?(?:要)?(?:产生|发生|引起|算)(?:作|为)?一次缺页(?:中断)?", "首次装入也计为缺页"),
    )
)
_LISTED = re.compile(rf"(?:(?<=^)|(?<=[\s,;。:])) ?(?P<mark>\()?(?P<number>[1-5])\s*(?(mark)\)|[.、)])\s*(?={_ALGORITHM})", re.IGNORECASE)
_BESIDE = re.compile(
    r"(?P<name>FIFO|LRU|OPT|CLOCK)(?:算法)?\s*\((?:即)?(?P<chinese>[\u3400-\u9fff]{4,12}?)(?:页面)?(?:置换|淘汰|替换)?(?:算法)?\)",
    re.IGNORECASE,
)
_SAME = {"FIFO": "先进先出|先入先出", "LRU": "最近最|最久未", "OPT": "最佳|最优|理想", "CLOCK": "时钟"}


def page_spelling(text: str) -> str:
    """The text, normalised, in the wording that the readers of replacement know."""
    text = normalise(text)
    numbers = [int(mark["number"]) for mark in _LISTED.finditer(text)]
    if len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)):
        text = _LISTED.sub(lambda mark: "、" if mark["number"] != "1" else "", text)
    # The first algorithm that is named is taken in place of no other.
    text = patterns.sub(rf"^(?P<told>(?:(?!{_ALGORITHM})[\s\S])*?)(?:分别)?换用(?=[^,;。?\d]{{0,4}}{_ALGORITHM})", r"\g<told>采用", text)
    text = _BESIDE.sub(lambda both: both["name"] if patterns.search(_SAME[both["name"].upper()], both["chinese"]) else both[0], text)
    for pattern, usual in _TERMS:
        text = pattern.sub(usual, text)
    return text


def page_spelled(recogniser: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """A recogniser that reads the text in `page_spelling`."""

    def recognise(text: str) -> Recognition | None:
        return recogniser(page_spelling(text))

    return recognise
