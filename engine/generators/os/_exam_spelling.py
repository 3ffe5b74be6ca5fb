"""Papers' and books' ways of setting a problem brought into the wording that the readers know: English names behind Chinese ones, rows of
numbers cut short with dots, notes on brackets, and figures that the text gives in rows.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.os._tables.address_tables import address_tables_spelling
from engine.generators.os._tables.page_rows import page_rows_spelling
from engine.generators.pasted.normalising import normalise

_GLOSS_WORDS = (
    "page|pages|paging|paged|size|frame|frames|offset|displacement|logical|physical|virtual|effective|linear|address|addresses|space|segment|segments|segmentation|"
    "table|number|memory|main|cache|partition|partitions|variable|fixed|dynamic|demand|length|entry|block|system|process|processes|job|program|access|time|average|"
    "hit|ratio|rate|fault|faults|miss|interrupt|register|base|limit|value|initial|count|counter|semaphore|mutual|exclusion|critical|section|resource|resources|"
    "replacement|algorithm|algorithms|policy|reference|string|sequence|working|set|window|translation|lookaside|buffer|level|directory|storage|management|unit|bit|byte|bytes|of|the|in|and"
)
# `页长(Page Size)`: the same once more in English, no condition.
_GLOSS = re.compile(rf"(?<=[\u3400-\u9fff])\s*\((?:{_GLOSS_WORDS})(?:[ -](?:{_GLOSS_WORDS})){{0,4}}\)", re.IGNORECASE)
# `(mooc) 某系统……`: where the problem is from.
_SOURCE = re.compile(r"^\s*\(\s*[A-Za-z]{2,8}\s*\)\s*(?=[\u3400-\u9fff])")
_KILO = re.compile(r"(?<![\d.])(\d{1,4})\s*K(B?)\s*\(\s*(?:即|=)?\s*(\d+)\s*(?:B|字节)?\s*\)")
# `64K 个页面` is a number of pages, and no size.
_KILO_COUNT = re.compile(r"(?<![\d.])(\d{1,4})\s*K(?=\s*个\s*(?:页面|页框|页|物理块|块|表项|页表项|项))")
# `块号为0、1、2、…、31`: no more than that they count from 0.
_COUNTED = re.compile(
    r"[,(]?\s*(?:其)?(?:物理)?(?:块|页|页框|帧|分区)(?:的)?(?:编)?号(?:依次|分别)?(?:为|是)\s*0\s*[、,]\s*1\s*(?:[、,]\s*\d+\s*){0,6}[、,]?\s*(?:…+|\.{2,6})\s*[、,]?\s*(?P<last>\d+)\)?"
)
_BRACKETS = re.compile(
    r"\((?P<page>\d{1,3})\s*,\s*(?P<offset>\d{1,6})\)\s*\((?:其中,?)?方括号(?:内|中|里)?的?第(?:一|1)个?(?:元素|数字?|分量)?(?:为|是|表示)页号,"
    r"第(?:二|2)个?(?:元素|数字?|分量)?(?:为|是|表示)页内(?:地址|偏移量?|位移量?)(?:,(?:均|都)?(?:为|是|用)?十进制数?)?\)"
)
_FIGURE = re.compile(
    r"[,(]?\s*(?:其|具体)?(?:情况|内容|关系)?(?:如|见)(?:下|上|右|左)?图(?:\s*\d+(?:[.-]\d+)?)?(?:所示)?\)?|(?:有|考虑)(?=下图)|(?:下|右|上)图(?:所示)?(?:的|中)?(?:所示的?)?"
)
# Every answer gives its working and the reasons.
_WORKING = re.compile(
    r"[,。;?]?[ \t]*(?:并|均)?(?:要求|请|需)(?:写出|说明|给出|列出)(?:简要|具体|详细|必要|主要)?的?(?:计算|分析|求解|推导|变换|转换)?(?:\w由|过程|步骤|依据)(?=[。;?!\n]|$)"
)
_ROWS = re.compile(r"(?m)^[ |]*\d+[ |]+(?:\d+|[xX×\-—])[^\n\u3400-\u9fff]*\n[ |]*\d+[ |]+(?:\d+|[xX×\-—])")


def exam_spelling(text: str) -> str:
    """The text, normalised, without what only the setting of a paper adds."""
    text = _SOURCE.sub("", normalise(text))
    text = _GLOSS.sub("", text)
    text = _KILO.sub(lambda found: f"{found[1]}K{found[2]}" if int(found[1]) * 1024 == int(found[3]) else found[0], text)
    # `150ns (10^-9s)`: what the unit is.
    text = patterns.sub(r"(?<=s)\s*\(\s*(?:1ns=|1us=)?10\s*\^\s*-\s*\d{1,2}\s*s\s*\)", "", text)
    text = _in_the_usual_terms(with_runs(with_items_numbered(text)))
    text = _KILO_COUNT.sub(lambda found: str(int(found[1]) * 1024), text)
    text = _COUNTED.sub(lambda found: "" if patterns.search(rf"(?<!\d){int(found['last']) + 1}(?!\d)", text) else found[0], text)
    text = _BRACKETS.sub(r"(\g<page>,\g<offset>)", text)
    text = page_rows_spelling(address_tables_spelling(_WORKING.sub("", text)))
    # A figure of which the text gives the rows is no figure that is missing.
    return _FIGURE.sub("", text) if _ROWS.search(text) else text


_LETTERED = re.compile(
    r"(?:(?<=[\s,;。?:])|^|(?<=\d)(?=\()|(?<=[\u3400-\u9fff])(?=\())\(?(?P<letter>[a-h])(?:\)|[.、](?=\s?(?:[\d\u3400-\u9fff]|[A-Z]-?[A-Z])))\s*"
)
_NUMBERED_LINE = re.compile(r"(?m)^[ \t]*(?P<number>[1-9])[.、][ \t]*(?=[A-Z\u3400-\u9fff])")


def with_items_numbered(text: str) -> str:
    """The text with `(a) … (b) … (c) …`, or `a. …` and so on, as items with numbers; as it is where the letters do not follow each other.

    So are lines with `1. …`, `2. …`.
    """
    lines = list(_NUMBERED_LINE.finditer(text))
    if len(lines) > 1 and [int(line["number"]) for line in lines] == list(range(1, len(lines) + 1)):
        text = _NUMBERED_LINE.sub(r"(\g<number>)", text)
    found = list(_LETTERED.finditer(text))
    if len(found) < 2 or [mark["letter"] for mark in found] != list("abcdefgh"[: len(found)]):
        return text
    return _LETTERED.sub(lambda mark: f"({'abcdefgh'.index(mark['letter']) + 1})", text)


_RUN = re.compile(
    r"(?<![A-Za-z\d])([A-Z])\s?(\d{1,2})\s*[,，、]\s*\1\s?(\d{1,2})\s*(?:[,，、]\s*\1\s?\d{1,2}\s*)?[,，、]?\s*(?:…+|\.{2,6})\s*[,，、]?\s*\1\s?(\d{1,3})(?!\d)"
)


_RUN_ON = re.compile(r"(?<![A-Za-z\d])([A-Z])(\d{1,2})~\1(\d{1,3})\s?[,，、和]\s?\1\s?(\d{1,3})(?!\d)")


def with_runs(text: str) -> str:
    """The text with `R0,R1,…,R8` written as a range."""
    text = _RUN.sub(lambda run: f"{run[1]}{run[2]}~{run[1]}{run[4]}" if int(run[3]) == int(run[2]) + 1 else run[0], text)
    text = patterns.sub(
        r"(?<=号为)\s*0\s*[,，、]\s*1\s*[,，、](?:\s*2\s*[,，、])?\s*(?:…+|\.{2,6})\s*[,，、]?\s*(\d{1,6})(?!\d)", r"0~\1", text
    )
    return _RUN_ON.sub(lambda run: f"{run[1]}{run[2]}~{run[1]}{run[4]}" if int(run[4]) == int(run[3]) + 1 else run[0], text)


def without_named_figure(text: str) -> str:
    """The text without `如下图所示` and the like, for a text that gives what the figure shows."""
    return _FIGURE.sub("", text)


_TERMS = tuple(
    (re.compile(pattern), usual)
    for pattern, usual in (
        (r"页面(?:映像|变换|映射|对照)表|页(?:映像|变换|映射)表(?!项)", "页表"),
        (r"(?:页面?|缺页)错误(?=服务|处理|率|中断|次数|的)|(?<=次)(?:的)?页面?错误|页面?错误(?=数)", "缺页"),
        (r"(?:页面|内存)帧(?!号|表)", "页框"),
        (r"\(?(?:页面)?(?:引用|参考|访问)字符串\)?(?=\s*[:：])", "页面引用串"),
        (r"(?:引用|参考|访问)字符串", "引用串"),
        (r"按需(?=分?页)", "请求"),
        (r"预先?(?=分配(?:给|了|\d))", ""),
        (r"(?<=次)\s?(?:内存|主存)访问(?:会|就|将|中)?(?:生成|产生|引发|引起|出现|有|发生)(?=[一1]次缺页)", "访问发生"),
        (r"平均(?=(?:内存|主存)访问时间(?:为|是)\s*\d[^。]{0,60}有效)|(?<=。)平均(?=(?:内存|主存)访问时间(?:为|是)\s*\d)", ""),
        (r"10\s*\^\s*(?P<power>[3-7])(?=\s*次)", lambda found: str(10 ** int(found["power"]))),
        (r"(?<![\d×*.])10\s*\^\s*(?P<power>[3-9])(?=\s*(?:ns|μs|us|ms)(?![A-Za-z]))", lambda found: str(10 ** int(found["power"]))),
        # What everybody does with one of the things: one at a time.
        (
            r"(?:,|且)?(?:任[一何]|每个?)进程(?:在)?(?:任[一何意]|每一)?(?:时刻|时候)?(?:最多|至多)?(?:只能|只|仅能?)?(?:使用|占用|申请|用)\s*(?:1|一)\s*[台个][^,。;]{0,6}(?=[,。;])",
            "",
        ),
        (r"[,。;]?(?:则)?(?:相应|对应)?(?:的)?信号量S?的取值范围(?:为|是)-?\(?[\dn+\-() ]{1,12}\)?\s*[~～到至]\s*\d+(?=[,;。])", ""),
        # A drawing, which every answer has where there is one.
        (
            r"(?:试)?借助(?:于)?(?:地址)?(?:变换|转换)图\s*(?:\((?:即)?要求画出[^()]{0,12}图\))?|[,;。]?(?:并|要求|请|试)+画出(?:相应的?)?(?:地址)?(?:变换|转换)(?:过程|机构)?的?(?:示意)?图(?=[,。;]|$)",
            "",
        ),
        (r"(?<!\d)n个(?=(?:并发)?进程(?:共享|共用|竞争|使用))|(?<=控制)n个(?=进程)", "多个"),
        (r"(?<=走向为|走向是|序列为|序列是|问串为|用串为)\s*[A-Zωσ]\s*=\s*(?=\d)", ""),
        (r"(?:主存|内存)(?:的)?容量(?:为|是)?\s*M\s*=\s*(?=\d{1,2}(?![\d.]|\s*[KMG]B?))", "物理块数为"),
        (
            r"当?某?一?个?进程因(?:为)?(?:在)?(?:记录型)?(?:信号量\s*S\s*上)?(?:执行|做)\s*P\s*(?:\(\s*S\s*\))?(?:操作|原语)?(?:在信号量S上)?而?被?阻塞(?:之?后|时)[,，]?",
            "",
        ),
        (r"(?<=表的)近似(?=大小)", ""),
        (
            r"(?:某|设)?(?:用户的?|作业的?|进程的?)?编程(?:地址)?空间(?:有|共|为|包含)*\s*(?P<pages>\d+)\s*个?页面?(?=[,。;])",
            r"系统的逻辑地址空间有\g<pages>页",
        ),
        (
            r"由\s*(?P<high>\d{1,2})\s*位(?:的)?页号\s*[,、和与]\s*(?P<low>\d{1,2})\s*位(?:的)?页内(?P<what>地址|偏移量?|位移量?)(?:组成|构成)",
            r"中页号占\g<high>位,页内\g<what>占\g<low>位",
        ),
        (r"页码(?=[\s|]*\d)", "页号"),
        (r"\(?(?:其中)?无(?:物理)?块号(?:者|的)?(?:表示|说明)(?:其|该页)?尚?(?:未|不)(?:装入|调入|在)?(?:内存|主存)(?:中)?\)?", ""),
        (r"(?<=[,，])如何得到(?=其?(?:相应的?|对应的?)?物理地址)", "求"),
        (r"(?:虚拟?|逻辑)地址空间最[大多](?:可?有|为|是)?(?:多少|几)个?页", "逻辑地址空间有多少页"),
        (r"(?P<memory>(?:主存|内存)(?:的)?(?:容量)?(?:为|是)\s*\d+\s*[KMG]B),(?=虚页)", r"\g<memory>。"),
        (
            r"(?:当|若|如果)?用\s*(?P<bytes>\d{1,2})\s*个?(?:字节|B)(?:来)?表示(?:一个)?(?:物理)?(?:页号|块号|页框号|页表项)(?:时)?(?=[,。;])",
            r"每个页表项占\g<bytes>字节",
        ),
        # `每个页表项为48位`: whole bytes.
        (
            r"(?P<entry>页表项(?:的)?(?:大小|长度)?(?:各|均|都)?(?:为|是|占|=)+)\s*(?P<bits>16|24|32|40|48|64)\s*(?:位|bits?)(?![A-Za-z])",
            lambda found: f"{found['entry']}{int(found['bits']) // 8}B",
        ),
        (
            r"(?:假设|设|有)?(?:物理)?(?:内存|主存)(?:中)?有\s*(?P<count>\d{1,2})\s*个(?:初始|初始时|开始时)?(?:均|都)?(?:为)?空(?:闲)?的(?:页框|页帧|物理块)",
            lambda found: f"分配{found['count']}个页框,初始为空",
        ),
        (r"动态(?=(?:分?页式|分页))", ""),
        # The fields of an address of two levels, from the highest on.
        (
            r"(?:(?:虚|逻辑|虚拟)?地址)?(?:的|中)?(?:前|高|最高)\s*(?P<one>\d{1,2})\s*位(?:是|为|用作|作为|用于|表示|指定)+(?:第)?一级页表(?:的)?(?:的?索引|页号|表?项)?,(?:接着|随后|其后|接下来|之后|后|次|中间)(?:的)?\s*(?P<two>\d{1,2})\s*位(?:是|为|用作|作为|用于|用来|表示|指定)+(?:第)?二级页表(?:的)?(?:索引|页号|表?项)?(?=[,。;])",
            r"一级页号占\g<one>位,二级页号占\g<two>位,其余为页内偏移量",
        ),
        (
            r"(?<=[,。;])(?:又)?(?:因为|由于)?(?:所有|各级|每个|每级)(?:的)?页表(?:都|均)?(?:必须|需要?|要|只能)?(?:包含|存放|放)在(?:一|1)(?:个)?页(?:面)?(?:之?中|内)?,(?:所以|因此|故)?(?:需|要)?(?:使用|采用)多级页表",
            "采用多级页表,每个页表不超过一页",
        ),
        (r"(?:起始地址|始址)\s*\((?P<register>(?:重定位|基址)寄存器)(?:的)?内容\)", r"\g<register>的内容"),
        (r"(?:(?<=^)|(?<=[,。;]))进程\s?[A-Z](?=的(?:页面|访问|引用))", "进程"),
        (r"(?<=作业|进程|程序)\s?[A-Z](?=的(?:页|段)表)", ""),
        # The name of the only job.
        (r"(?<=某作业|某进程|某程序|户作业|个作业|个进程)\s?(?!P操|V操)[A-Z](?![A-Za-z0-9])(?=的|在|被|有|分)", ""),
        # Hexadecimal addresses that only a note says to be so.
        (
            r"(?<=地址)\s*(?P<list>[0-9A-F]{3,8}(?:\s*(?:和|与|、|,)\s*[0-9A-F]{3,8}){0,3})\s*\((?:十六进制|16进制|Hex)(?:数)?\)",
            lambda found: patterns.sub(r"[0-9A-F]{3,8}", lambda one: one[0] + "H", found["list"]),
        ),
        # One entry a page: where only the fields of the address are asked, as good as the number of pages.
        (
            r"(?:系统)?(?:的|中)?[,，]?页表(?:中)?(?:包括|包含|共|含|有|的)*\s*(?P<pages>\d{2,6})\s*个?(?:页表|表)?项[,;。]\s*(?:其中)?(?:每个?(?:页)?表项(?:占|为)\s*\d+\s*(?:位|B)\s*(?:\(其中(?:有)?[一1]位(?:是|为)有效位\)|[,]其中(?:有)?[一1]位(?:是|为)有效位)?[,;。])?"
            r"(?=\s*每(?:个)?页(?:面)?(?:的)?(?:大小)?(?:为|是|有)?\s*\d+\s*[KMG]?\s*个?(?:B|字节)[,;。?][^。]{0,16}逻辑地址(?:(?!页表)[^。]){0,24}页号(?:(?!页表)[^。]){0,8}页内(?:地址|偏移量?|位移量?)(?:(?!页表)[^。]){0,12}[。?]?\s*$)",
            r"系统的逻辑地址空间有\g<pages>页,",
        ),
        (r"每段(?:的)?最大(?:长度)?为\s*\d+\s*[KMG]B[,。;](?=[^。]{0,12}纯?页式)", ""),
    )
)


_FRAMES_THERE = re.compile(
    r"(?:物理)?(?:内存|主存)(?:中|里)?(?:共|只|仅)?有\s*(?P<count>\d{1,2})\s*个(?:空闲的?|可用的?)?(?:物理块|页框|页帧|内存块|主存块|空闲块|块)(?:可用|可?供(?:其|它|该进程|该程序|程序|进程)?使用)?(?=[,。;])"
)


def _in_the_usual_terms(text: str) -> str:
    """The text with its terms as most books have them, and without asides that change nothing."""
    for pattern, usual in _TERMS:
        text = pattern.sub(usual, text)
    if (
        patterns.search("缺页|置换|淘汰|工作集|页表|变换表|逻辑地址", text)
        and "信号量" not in text
        and len(set(patterns.findall(r"进程\s?([A-Z])(?![A-Za-z0-9(]|\s*操作)", text))) == 1
    ):
        text = patterns.sub(r"进程\s?[A-Z](?![A-Za-z0-9(]|\s*操作)", "进程", text)  # the name of the only one
    if (
        patterns.search("页表|段表|逻辑地址|虚拟地址", text)
        and "信号量" not in text
        and len(names := set(patterns.findall(r"进程\s?([A-Z]\d)(?!\d)", text))) == 1
    ):
        text = patterns.sub(
            rf"(?:进程\s?)?(?<![A-Za-z\d]){names.pop()}(?=\s?(?:的|要|需|在|访问|对|所|若|发出|执行|有|共|中))", "进程", text
        )
    if "缺页" in text:
        text = patterns.sub(r"(FIFO|LRU|OPT)\s*(?:页面)?调度(?=算法)", r"\1置换", text)
        text = patterns.sub(r"缺页率(?:为|是|用)\s*p\s*(?:表示)?[,，](?=(?:若|如果|为|则|问))", "", text)
        text = patterns.sub(r"(?:因|由于)缺页(?:而)?(?:使|使得|导致|引起)(?=(?:系统)?性能)", "", text)
        text = patterns.sub(r"缺页率(?:p)?(?:应|必须|需|要)*满足(?:什么|怎样的|何种)条件", "缺页率最大为多少", text)
        text = patterns.sub(r"(?<=被)替换(?=的?页|[,，。;；的])|替换(?=出去?的?页)", "置换", text)
        # What is written back takes so much more.
        text = patterns.sub(
            r"(?<![\d.])(?P<read>\d+)(?P<between>\s*ms[,;。](?:而|但)?(?:若|如果|当)?[^,;。\d]{0,12}已(?:经)?被?修改过?(?:时)?[,，]?(?:则)?[^,;。\d]{0,16}?)(?:还(?:需要?|要|得)(?:再)?(?:增加|加上?|花费?)?|(?:需要?|要|得)(?:再)?(?:增加|加上?))(?:写回)?(?:的)?(?:磁盘)?(?:时间)?(?P<more>\d+)(?=\s*ms)",
            lambda told: f"{told['read']}{told['between']}需要{int(told['read']) + int(told['more'])}",
            text,
        )
        text = patterns.sub(
            r"(?:若|如果|当)?(?:有)?(?:一个)?被置换的页(?:面)?(?P<what>未|没有?|已经?)被?修改过?(?:时)?[,，]?(?:则)?处理(?:一个|一次|1次)?缺页(?:中断)?(?:的时间|时间)?(?:需要?|花费|要|用|为)*(?=\s*\d)",
            lambda told: f"被置换的页{'未' if told['what'][0] != '已' else '已'}修改时",
            text,
        )
    if patterns.search("置换|淘汰", text):
        text = _frames_of_words(text)
        text = patterns.sub(
            r"(?:将|把)(?P<name>(?:FIFO|LRU|OPT|CLOCK)(?:页面)?(?:置换)?(?:算法)?)(?:应)?用(?:到|于|在)(?=\s*\d+\s*个(?:页框|物理块|页帧))",
            r"采用\g<name>,有",
            text,
        )
        text = patterns.sub(r"(?<=页框|理块|页帧)\s*(?:和|、|与|,)\s*\d+\s*个(?:虚拟?)?页面?(?=的(?:系统|计算机|进程)|上[,，])", "", text)
    if patterns.search("置换|淘汰", text):  # the only interrupts there are those of missing pages
        text = patterns.sub(r"(?<=产生|发生|引起)中断(?=的?(?:总)?次数|(?:多少|几)次)", "缺页中断", text)
        text = patterns.sub(
            r"(?:进程|作业|程序)在(?:内存|主存)(?:中|里)?(?:共|只|固定|一共)*(?:占有?|占用|有|拥有)\s*(?P<count>\d{1,2}|[二三四五六])\s*个?(?:页面?|块)(?=\s*\()",
            r"进程分配\g<count>个物理块",
            text,
        )
    # Where pages are replaced, the frames of memory are those that are given.
    return _FRAMES_THERE.sub(r"分配\g<count>个物理块", text) if patterns.search("置换|淘汰|缺页", text) else text


def _frames_of_words(text: str) -> str:
    """The text with `程序可用内存为200个字` as so many frames, pages being told in words too."""
    page = patterns.search(r"页面?(?:的)?(?:大小|长度)?(?:为|是)\s*(\d+)\s*个?字(?!节)", text)
    room = patterns.search(
        r"(?:(?:该)?(?:程序|进程|作业)(?:的)?)?(?:可(?:以)?(?:使)?用|可得到|分得|分配到?)(?:的)?(?:内存|主存)(?:空间|容量)?(?:为|是|有)?\s*(\d+)\s*个?字(?!节)(?:的?(?:内存|主存))?",
        text,
    )
    if page is None or room is None or int(room[1]) % int(page[1]) or int(room[1]) == int(page[1]):
        return text
    text = text.replace(room[0], f"分配{int(room[1]) // int(page[1])}个页框")
    return patterns.sub(r"(?:某|设|一个)*(?:程序|进程|作业)(?:的)?(?:大小|长度|长)(?:为|是)\s*\d+\s*个?字[,，。;]", "", text)


def spelled(recogniser: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """A recogniser that reads the text in `exam_spelling`."""

    def recognise(text: str) -> Recognition | None:
        return recogniser(exam_spelling(text))

    return recognise
