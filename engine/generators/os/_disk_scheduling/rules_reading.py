"""Reading what a disk-scheduling problem says beside its lists: whether the way back counts, and how many requests there are."""

from __future__ import annotations

import re

from engine.generators.os._topic import Topic
from engine.generators.patterns import caseless
from engine.generators.reading import INTEGER, stay_out, to_int

TRACK = r"(?:磁道|柱面|道)"
ALGORITHM_WORDS = (
    (r"N-?步|N-?STEP|F-?SCAN", "unknown"),
    (
        r"(?:循环扫描|C-?SCAN)(?:算法|调度)?\s*\(C-?LOOK\s*(?=[,)])|(?:循环扫描|C-?SCAN)(?:调度)?(?:算法)?\s*[(,]?\s*(?:即|也叫|又称)?C-?LOOK\)?|(?:循环|单向|C-?)LOOK|CLOOK|LOOK\s*(?:型|版)?的?(?:C-?SCAN|循环扫描)",
        "C-LOOK",
    ),
    (r"(?:C-?SCAN|循环扫描|单向扫描)(?:\s*[,(]?\s*(?:C-?SCAN|循环扫描)\s*\)?)?(?:算法\s*\(C-?SCAN\))?", "C-SCAN"),
    (r"(?:电梯|SCAN|扫描)(?:算法|调度)?\s*\(LOOK\)|LOOK", "LOOK"),
    (r"(?:双向)?扫描(?=算法|法|调度|\(|,|、|和|与|的|磁盘)|SCAN|电梯(?:调度)?(?:算法|法|调度|策略)?", "SCAN"),
    (
        r"最短(?:寻道|寻找|查找|查询)(?:时间)?(?:优先)?|最短寻道|SSTF|SSF|最近(?:距离|磁道|柱面|请求)?优先|距离最近优先|最近邻|最短距离优先|(?:下一个)?最(?:邻近|接近|近)(?:的)?(?:柱面|磁道|请求)(?:优先)?(?=[,;。)(:、和\s]|算法|调度|法|$)",
        "SSTF",
    ),
    (
        r"先来先服务|先到先服务|FCFS|(?<![按以])FIFO(?!\s*(?:的)?(?:请求|等待)?队列)|[按以](?:照)?FIFO(?!(?:的)?(?:顺序|次序|方式)?(?:到达|排列|排队|列出|给出|请求))(?!\s*(?:的)?(?:请求|等待)?队列)",
        "FCFS",
    ),
)
"""What the algorithms are called; the longer name before the shorter that it holds."""

_BACK = r"(?:磁头)?(?:直接|快速|立即|空)?(?:返回|回程|回扫|回返|跳回|折回|回来|跳动|跳|回到(?:起点|另一端|最小号|0号?)|快速返回|跳转)(?:的|时的?|途中的?|过程的?|过程|那段|这段|那一段|这一段|一段|行程|距离|移动(?:量|距离)?|路程|磁道数|部分|到[^,;。)]{1,8}(?=[也都不需要应得不计忽]))*"
_ARM = r"(?:存取臂|移动臂|磁头臂|磁臂|磁头|移臂)"
_TERMS = tuple(
    (re.compile(pattern), usual)
    for pattern, usual in (
        (r"(?<=[0-9])[oO](?=\s?(?:磁|当前|若|如|请|移|假|设))", "。"),  # a full stop as scanning reads it
        (rf"{_ARM}?(?:共|总共)?(?:需|要)?移动(?:的|过的?)?(?:{TRACK})(?:的)?总(?:量|数)", "移动总量"),
        (rf"{_ARM}(?:总共|一共|共)?(?:需要?|所需|要)?移动的(?:总)?距离", "移动距离"),
        (rf"{_ARM}(?:的)?移动(?:的)?(?:次序|顺序|序列)", "移动次序"),
        (r"(?<=编号)(?:从|由)(?:外(?:向|到|往)[里内]|[里内](?:向|到|往)外)(?:依次)?(?=[为是:]?\s*0)", ""),
        (
            r"[,;]?(?:且|并且?)?(?:磁头)?移动到(?:端点)?\s*(?P<end>\d+)\s*[、,和及]\s*从\s*(?P=end)\s*(?:回到|返回到?|跳回)\s*(?P<begin>\d+)\s*的(?:距离|移动)(?:均|都)?(?:要)?计入(?:总)?(?:移动|寻道)?(?:的)?(?:量|距离)?",
            r",磁头移动到\g<end>号磁道后返回\g<begin>号磁道,返回的距离计入移动量",
        ),
        (r"(?<=移动量)(?:分别)?是哪一?[项组](?=[?。])|(?<=移动距离)(?:分别)?是哪一?[项组](?=[?。])", "是多少"),
        (r"平均寻道(?:升序|长庋|长废)", "平均寻道长度"),
        (r"(?:为|要)(?:了)?完成(?:上述|以上|这些|全部|所有)(?:的)?请求,?", ""),
        (r"(?<=\d)号磁盘(?=上)", "号磁道"),
        (rf"{_ARM}?由[外里内]向[里内外]移动\s*\((?P<way>向{TRACK}号?(?:增大|增加|减小|减少)的方向)\)的?(?=电梯|扫描|SCAN)", r"\g<way>的"),
        (rf"{_ARM}?由[外里内]向[里内外]移动\s*\((?P<way>向{TRACK}号?(?:增大|增加|减小|减少)的方向)\)", r"\g<way>移动"),
    )
)


def disk_spelling(text: str) -> str:
    """The text with what papers and scanning make of the readers' terms put back."""
    for pattern, usual in _TERMS:
        text = pattern.sub(usual, text)
    return text


def way_back_is_free(reading: Topic) -> bool:
    """Whether the way back of a circular scan is said not to count."""
    free = reading.take_all(
        rf"\(?(?:并且|并|且|其中|假设|设)?{_BACK}(?:也|都|均)?(?:不(?:计|算|计算|统计|记|考虑)(?:在内|入|进去)?|忽略不计|忽略)(?:总?(?:移动|寻道)?(?:的)?(?:量|距离|长度|数|磁道数|柱面数))?\)?"
        rf"|\(?(?:不计|不算|忽略|不考虑){_BACK}(?:的)?(?:移动|距离|路程|行程)?\)?"
    )
    counted = reading.take_all(
        rf"\(?(?:并且|并|且|其中|假设|设)?{_BACK}(?:也|都|均|需要?|要|应|得)*(?:计入|计算在内|计算|算(?:在内|上|入|进去|作移动|移动)?)(?:总?(?:移动|寻道)?(?:的)?(?:量|距离|长度|数|磁道数|柱面数))?(?:在?内)?\)?"
        rf"|\(?(?:计入|包括|包含|含|算上|要算){_BACK}(?:的)?(?:移动|距离|路程|行程)?(?:在内)?\)?"
    )
    if free and counted:
        stay_out("a way back that counts and does not")
    return bool(free)


_ONE_WAY = (
    rf"\(?(?:即|也就是)?(?:磁头)?(?P<only>(?:只|仅|总是|都|均)+(?:在|向|朝|沿|往)着?)(?:{TRACK}(?:编?号)?(?:的)?)?(?:逐渐)?(?:增大|增加|变大|递增|减小|减少|变小|递减)(?:的)?(?:这?一个?|单)?(?:方向|一侧)(?:上|单向)*"
    r"(?P<serve>(?:移动时?|运动时?|扫描时?|才|提供|进行|为|,)*(?:服务|响应|处理|扫描)(?:请求)?)"
)


def take_one_way(reading: Topic) -> None:
    """The rule of a circular scan, told beside its name: requests are served in one direction alone (which stays to be read), not on the way back."""
    found = caseless(_ONE_WAY).search(reading.rest)
    if found:
        reading.take_spans([found.span("only"), found.span("serve")])
    reading.take_all(
        rf"(?:并且?|且)?(?:在)?{_BACK}(?:途中|过程中|时|的路上|中)*(?:也|都)?(?:不再?|没有?)(?:提供|进行|为)?(?:任何)?(?:服务|响应|处理|扫描)(?:任何)?(?:请求)?"
    )


def check_count(reading: Topic, count: int) -> None:
    """How many requests there are, where it is said beside their list."""
    said = reading.take_all(
        rf"(?:共|一共|总共|有|下列|如下|以下|这)*(?<![\d第.下每某各另哪上])(?!一)(?P<value>{INTEGER})\s*[个条次](?:对?磁盘|磁道|柱面|磁盘块|访问|读写|I/O|等待|待处理|未完成|服务|的|到来|来自|不同|进程)*(?:请求(?!的?(?:队列|序列|次序|顺序|方|者))|访问(?=[:,;。]))|请求(?:共|有)*(?P<other>\d+)\s*个(?=[:,;。])"
    )
    if any(to_int(match["value"] or match["other"]) != count for match in said):
        stay_out("another number of requests")
