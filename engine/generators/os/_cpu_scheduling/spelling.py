"""Scheduling problems in one spelling: short forms of jobs with the words for what each number is, one word for a slice."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.os._cpu_scheduling.table_reading import table_in_lines
from engine.generators.os._cpu_scheduling.terms import ARRIVAL, BURST, PRIORITY, UNIT
from engine.generators.os._tables.flat_tables import columns_in_cells, without_captions

_IN = rf"(?:\s*[/(]\s*(?:单位:?)?{UNIT}\s*\)?)?"
_COLUMNS = (
    r"(?:进程|作业|任务)(?:名|号|编号|名称|ID)?|名称|编号",
    rf"(?:{ARRIVAL}|到达|提交|进入){_IN}",
    rf"(?:{BURST}|运行|服务|执行|(?:所需|需要)(?:的)?(?:处理器|处理机|CPU)?时间|(?:处理器|处理机)时间|时长|CPU时间){_IN}",
    rf"{PRIORITY}{_IN}",
)

_TERMS = tuple(
    (re.compile(pattern), usual)
    for pattern, usual in (
        (r"(?:同步|同时)抵达", "同时到达"),
        (r"(?:考虑|对于?|有)?(?:下面|下列|以下|如下)(?:的)?(?:一组)?(?=进程|作业)(进程|作业)(?:的)?集合", r"下列\1"),
        (r"抵达", "到达"),
        (r"单道(?:方式|式)?(?:串行)?(?:地|方式)?(?=执行|运行)", "单道"),
        (
            r"(?:^|(?<=[。;；,，\n]))(?:当|在|从)?(?:第一个|首个)(?:作业|进程)(?:进入|到达)(?:系统|输入井)?(?:之?后|时)?(?:就|便|即)?(?:立即)?开始(?:进行)?(?:作业|进程)?调度[。;；,，]",
            "",
        ),
        (r"[Gg]antt\s*图", "甘特图"),
        (r"(?<=算法|策略)时[,，](?=(?:各)?(?:进程|作业)?(?:的)?(?:调度|执行|运行)?(?:的)?甘特图)", "时"),
        (r"用一?个?(?:执行|运行)时间图(?:描述|表示|说明)(?=在?采用)", "用甘特图表示"),
        # What each figure is, in the readers' words.
        (
            r"(?:到达|提交|进入|到来|来到|就绪|创建)(?:的)?(?:系统)?(?:的)?(?:输入井|后备队列|就绪队列|计算中心|机房|系统)?(?:中)?(?:的)?(?=时间|时刻)",
            "到达",
        ),
        (r"(?:被)?(?:提交|送|投)(?:到|给|入)(?:系统|输入井|后备队列)|(?:进入|到达)(?:输入井|后备队列|计算中心|机房)", "到达系统"),
        (r"(?<=执行|运行|服务|处理|计算)(?:所)?(?:需要?|要)?(?:的)?(?:CPU)?的(?=时间|时长)", ""),
        (r"(?:需要?|要|所需)(?:占用|使用)(?:CPU|处理[机器])(?:的)?(?=时间|时长)", "运行"),
        (
            r"第\s?([一二三四五六1-6])\s?[个道](作业|进程|任务)(?=[,，]?\s?(?:在|于)?\s?\d|[,，]?\s?(?:在|于)?(?:时刻|到达|提交|需|要|运行|执行))",
            r"\2\1",
        ),
        (r"(?<![\u3400-\u9fff])[今现](?=有[两三四五六2-9]\s?[个道])", ""),
        (r"(?<=[、,]) +(?=[A-Z\d])|(?<=[A-Z\d]) +(?=和 ?\d)|(?<=\d和) +(?=\d)", ""),
        (r"(?:几乎|差不多)(?=同时)", ""),
        (
            r"(?:因|因为|由于)?(?:到达)?(?:时间)?相差(?:的)?(?:时间)?(?:很|极|非常)[短小](?:的)?[,，]?(?:可以?)?(?:视为|看作|认为|当作)(?:是)?(?=同时)",
            "",
        ),
        (r"(?:设|假设|假定)?(?:它们|其)?依次进入就绪队列[,，](?=同时)", ""),
        (r"几乎同时(?:到达|进入)(?:一个|某个?)?(?:计算中心|系统|就绪队列)?", "同时到达"),
        (r"(?<=优先级|优先数|优先权)(?:由)?外部(?:设定|给定|指定|设置|确定)(?=为|是|分别)", ""),
        (r"同时进入就绪队列", "同时到达"),
        (r"同时(?:在|于)?\s?(?:t\s?=\s?0|时刻\s?0|0\s?时刻)(?:时)?(?=到达|提交|进入)", "同时"),
        (r"(?<=\d)[,，、]和(?=\s?\d)", "、"),
        (r"(?<=调度|队列|算法)[(（](?:MFQ|MLFQ|FB|FCFS|SJF|RR)[)）](?=调度|算法)|(?<=反馈队列)[(（](?:MFQ|MLFQ|FB)[)）]", ""),
        (r"(?<=同时到达)[(（]\s?(?:时刻\s?0|0\s?时刻|t\s?=\s?0)\s?[)）]", ""),
        (r"(?:运行时间|服务时间)(?:与|和|及)优先[数级权](?:分别)?(?:为|是|如下)?[:：](?=(?:作业|进程)?\s?\w{1,2}\s?运行时间)", ""),
        (r"(?<=周转时间)\s?[TW](?![A-Za-z\d])", ""),
        (r"(?<![A-Za-z\d/])([A-H])((?:/[A-H]){2,7})(?![A-Za-z\d/])", lambda run: (run[1] + run[2]).replace("/", "、")),
        (r"(?:处理器|处理机)时间", "CPU时间"),
        (r"(?:进程|上下文|作业)?切换(?:不花|不占|不耗|不用|不需要?|无需)(?:费|用)?(?:时间|开销)", ""),
        (r"(?<=个)流程(?=[、,，。;的都同在\sA-Z])", "进程"),
        (r"(?:CPU\s?)?量子(?=[为是=]|大小)", "时间片"),
        (r"循环调度(?=\)|算法|策略|下)", "时间片轮转"),
        (r"(?<![A-Za-z])RRS(?![A-Za-z])", "RR"),
        (r"(?<=[(（])(?:RR|时间片轮转)[,，]?\s*(?=时间片)", ""),
        (r"[Bb]urst\s?[Tt]imes?", "运行时间"),
        (r"[Aa]rrival\s?[Tt]imes?", "到达时间"),
        (r"(?<=个|道)(?:待运行|等待运行|待执行|要运行|要执行)的?(?=作业|进程|任务)", ""),
        (r"平均(?:进程|作业)周转时间", "平均周转时间"),
        (
            r"[,(]?(?:进程|作业|上下文)?(?:切换|调度)(?:的)?(?:开销|时间)(?:可以?)?(?:不考虑|不计|忽略)\)?|[,(]?(?:忽略|不计|不考虑)(?:进行)?(?:进程)?(?:调度|切换)等?(?:所)?(?:花费|需要?|用)?的?(?:时间|开销)\)?",
            "",
        ),
        (r"对(?:于)?(?:下列|以下|下面)(?:的)?(?:每一?种|各种|各)(?:调度)?算法[,，]", "对下列算法,"),
        (r"(?:在)?(?:一台|单个)(?:处理机|处理器|CPU)上(?:按)?单道(?:方式)?(?:执行|运行)", "单道运行"),
    )
)
_TOGETHER = re.compile("同时(?:到达|提交|进入)")
# With all there at first, the order of the least mean turnaround is that of the shortest first.
_BEST = re.compile(
    r"(?:讨论|问|试问|说明)?(?:应)?(?:采用|使用|用)(?:哪一?种|什么)(?:作业)?(?:调度)?算法(?:和|及|、|,)?(?:以)?(?:哪一?种|什么(?:样的)?)?(?:运行|执行)?(?:次序|顺序)?(?:,)?(?:将|会|可以?|能)*使(?:得)?平均周转时间最[短小][。?;,]?|(?:则)?(?:使)?平均周转时间最[短小](?:的)?(?:作业|进程)?(?:执行|运行|调度)(?:的)?(?:序列|次序|顺序)(?:是|为)?(?:多少|几|什么)?"
)

_LATER = re.compile(
    r"[(（]?(?:即|也就是)?(?:后面|后|下)(?:的|一个|每?一?个)*(?:作业|进程|任务)?(?:依次|都|均)*比前(?:面)?(?:的)?(?:一个)?(?:的)?(?:作业|进程|任务)?(?:的)?(?:都)?(?:迟到|晚到|迟|晚|推迟)(?:达)?\s*(?P<gap>\d+|[一两二三])\s*个?(?P<unit>时间单位|单位时间|ms|s|min|分钟|秒|毫秒|小时)(?:到达)?[)）]?"
)


def _one_after_another(text: str) -> str:
    """Each job told to come so much later than the one before, as arrival times in a row."""
    later = _LATER.search(text)
    rows = patterns.findall(r"(?m)^[ |]*(?:作业|进程|任务|[A-HJPT])?\s?\w{1,2}[ |]+\d+[ms]*(?:[ |]+\d+)?[ |]*$", text)
    if later is None or not 2 <= len(rows) <= 9 or patterns.search(r"(?:到达|提交)(?:时间|时刻)[ |]", text):
        return text
    gap = "零一二三".find(later["gap"].replace("两", "二"))
    gap = gap if gap > 0 else int(later["gap"])
    times = "、".join(str(gap * place) for place in range(len(rows)))
    text = f"{text[: later.start()]},到达时间分别为{times}{text[later.end() :]}"
    return patterns.sub(
        r"(?:作业|进程)(?:的)?(?:到达|到来|提交)(?:的)?(?:时间|时刻)?(?:是|为)?按(?:照)?(?:作业|进程)?(?:的)?编号(?:的)?(?:顺序|次序)(?:进行|到达)?(?:的)?[,，]",
        "",
        text,
    )


_ALIKE = re.compile(
    rf"(?:每一?个|各个?)(?:作业|进程|任务)(?:的)?(?:所需|需要)?(?:的)?(?:{BURST})(?:均|都|各)?(?:为|是)\s*(?P<value>\d+(?:\.\d+)?\s*(?:{UNIT})?)(?=[,，。;；])"
)


def _with_every_burst(text: str) -> str:
    """`4个作业同时到达，每个作业的运行时间均为2h` with the time of each in a row."""
    count = patterns.search(r"(?<![第\d.])(?P<count>[2-9]|[两三四五六七八九])\s*[个道](?:批处理)?(?:作业|进程|任务)", text)
    if count is None or (alike := _ALIKE.search(text)) is None or not _TOGETHER.search(text):
        return text
    number = "零一二三四五六七八九".find(count["count"].replace("两", "二"))
    times = "、".join([alike["value"]] * (number if number > 0 else int(count["count"])))
    return f"{text[: alike.start()]}运行时间分别为{times}{text[alike.end() :]}"


_LIST = r"(?:(?<![A-Za-z])[A-Z]\d?\s?[、,，和]?\s?){2,6}"
# Those that are made one after another before anybody runs are all there at first.
_MADE = re.compile(
    r"(?:(?:若|如果|当|设|假设)?(?:当前|此时|初始)?(?:时)?(?:系统中)?\s?(?:各级|所有|(?:R?Q\d\s?[、,，和]?\s?)+)(?:就绪)?(?:队列)?(?:均|都)?为空(?:时)?[,，]?)?"
    rf"(?:系统)?(?:进程)?\s?(?P<first>{_LIST})?(?:依次|先后|相继)(?:创建(?:了)?(?:(?:[两三四五]|\d)个)?进程|(?:进入|到达)(?:了)?\s?(?:就绪队列|R?Q[01](?!\d)|第?[1一]级(?:就绪)?队列))"
    rf"\s?(?P<second>{_LIST})?(?:之?后)?[,，]?(?:即|就|便|立即)?(?:开始)?(?:进行)?(?:进程)?(?:调度)?(?=[,，。;；需要运])"
)


def _there_at_once(made: re.Match[str]) -> str:
    if made["first"] and made["second"]:
        return made[0]
    return f"{(made['first'] or made['second'] or '进程').strip('、,，和 ')}同时到达"


def _bursts_beside(text: str) -> str:
    """`A(5ms)、B(10ms)、C(15ms)`, one figure beside each name of those that are there at once: how long they run."""
    one = rf"(?<![A-Za-z\d])([A-HJPT-Z]\d?)\s?\(\s?(\d+\s?(?:{UNIT})?)\s?\)"
    run = patterns.search(rf"{one}(?:\s?[、,，和]\s?{one}){{1,7}}", text)
    if run is None or patterns.search(r"运行时间|服务时间|执行时间", text):
        return text
    found = patterns.findall(one, run[0])
    return f"{text[: run.start()]}{'、'.join(name for name, _ in found)}运行时间分别为{'、'.join(value for _, value in found)},{text[run.end() :]}"


def _with_every_name(text: str) -> str:
    """`J1,...,J5` with all the names from the first to the last."""
    return patterns.sub(
        r"(?<![A-Za-z\d])([A-Z])(\d)\s*[,，、]?\s*(?:\.{2,}|…+)\s*[,，、]?\s*\1(\d)(?!\d)",
        lambda run: "、".join(f"{run[1]}{number}" for number in range(int(run[2]), int(run[3]) + 1)) if run[2] < run[3] else run[0],
        text,
    )


_ENGLISH = (
    (r"Process(?:es)?(?:\s?(?:ID|No\.?|Name))?|Job(?:s)?(?:\s?(?:ID|No\.?|Name))?|Task(?:\s?(?:ID|Name))?|PID", "进程"),
    (r"(?:Arrival|Submit|Submission|Arrive)(?:\s?Time)?|AT", "到达时间"),
    (r"(?:(?:CPU\s?)?Burst|Service|Run(?:ning)?|Execution|Processing|CPU)(?:\s?Time)?|Time\s?(?:unit\s?)?required|BT", "运行时间"),
    (r"Priority(?:\s?Number)?", "优先数"),
)


def _with_english_headings(text: str) -> str:
    """A table's headings in Chinese where a line consists of English ones alone."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if patterns.search(r"[\u3400-\u9fff\d]", line) or not patterns.search(r"[A-Za-z]", line):
            continue
        rest, said = line, 0
        for pattern, usual in _ENGLISH:
            rest, found = re.subn(rf"(?<![A-Za-z])(?:{pattern})(?![A-Za-z])", usual, rest, flags=re.IGNORECASE)
            said += found
        if said > 1 and not patterns.search(r"[A-Za-z]{2,}", patterns.sub(r"\((?:ms|s|min)\)", "", rest)):
            lines[at] = rest
    return "\n".join(lines)


_HOURS = r"(?<![\d.:])(?P<hours>\d+(?:\.\d+)?)\s?(?:小时|h(?![A-Za-z]))(?:\s?(?P<minutes>\d{1,2})\s?(?:分钟|分(?!别|为|成|之)|min))?"


def _in_minutes(text: str) -> str:
    """The text with its hours in minutes, where it tells both: `2小时`, `1小时30分` and `25分钟`."""
    if not patterns.search(r"\d\s?(?:分钟|min(?![A-Za-z]))|小时\s?\d{1,2}\s?分", text):
        return text

    def minutes(told: re.Match[str]) -> str:
        value = Fraction(told["hours"]) * 60 + int(told["minutes"] or 0)
        return f"{value}分钟" if value.denominator == 1 else told[0]

    return patterns.sub(_HOURS, minutes, text)


def spelled_out(text: str) -> str:
    """Jobs written in short forms with the words for what each number is: `A0到5`, `P1(0到达,9) P2(1,3)`, `作业1(8:00,70分钟)`."""
    text = patterns.sub(r"(?m)(?:^|(?<=[。;,]))\s*表\s?\d{1,2}(?:[.-]\d{1,2})?\s?(?:中)?(?=给出|列出|是)", "下表", _in_minutes(text))
    text = patterns.sub(
        r"(?<![\d:])\d{1,2}:\d{2}(?: +\d{1,2}:\d{2})+(?![\d:])(?=\s?(?:到达|提交|进入|到来))", lambda row: "、".join(row[0].split()), text
    )
    # `SJF（非抢占）和SRTF（抢占式）`: what they are anyway.
    if patterns.search(r"SRTF|SRTN|最短剩余", text) and patterns.search(r"SJF|SPF|短(?:作业|进程)优先", text):
        text = patterns.sub(r"(?<=SJF|SPF)\s?[(]?\s?非抢占(?:式)?(?:的)?(?:算法)?\s?[)]?|非抢占(?:式)?(?:的)?\s?(?=SJF|SPF)", "", text)
        text = patterns.sub(
            r"(?<=SRTF|SRTN)\s?[(]?\s?抢占(?:式)?(?:的)?(?:算法)?\s?[)]?|(?<!非)抢占(?:式)?(?:的)?\s?(?=SRTF|SRTN)", "", text
        )
    text = patterns.sub(
        r"(?P<who>(?<![A-Za-z\d])[A-Z]\d?|(?:作业|进程|任务)\s?\d)\s+(?P<at>\d{1,2}:\d{2})\s?(?:到达|提交|到来|进入|到)(?=\s?[、,，])[、,，]?",
        r"\g<who>在\g<at>到达,",
        text,
    )
    text = table_in_lines(columns_in_cells(without_captions(_with_english_headings(_with_every_name(text))), _COLUMNS))
    if patterns.search(r"\n\s*\|.*\|\s*\n|\n\S+(?: \S+)+\n\S+(?: \S+)+\n", text):
        # What is called a picture stands here as a table.
        text = patterns.sub(r"(?<=如)?(?:下|上)图(?:所示)?(?=\s*[:：。,，]?\s*\n)", "下表", text, count=1)
    for pattern, usual in _TERMS:
        text = pattern.sub(usual, text)
    text = _with_every_burst(_one_after_another(text))
    if _TOGETHER.search(text):
        text = _bursts_beside(text)
        text = _BEST.sub("按短作业优先调度,求运行次序。", text)
    text = patterns.sub(
        r"(?<![A-Za-z\d])([PJ])(1)\s*(?:~|～|-|至|到)\s*\1?(\d)(?![\d:])(?=\s*(?:的|都|同时|在|于|依次|先后|进程|,|，|到达))",
        lambda run: "、".join(f"{run[1]}{number}" for number in range(1, int(run[3]) + 1)),
        text,
    )
    # `作业A到E`, all of them by their first and last.
    text = patterns.sub(
        r"(?<=作业|进程|任务)\s?([A-H])\s*(?:~|～|-|至|到)\s*([B-J])(?![A-Za-z\d达])",
        lambda run: "、".join(chr(code) for code in range(ord(run[1]), ord(run[2]) + 1)) if run[1] < run[2] else run[0],
        text,
    )
    text = patterns.sub(
        r"平均(?:进程|作业)(?=(?:带权)?周转|等待)|(?:在|到达|进入)?(?:某|一)个?计算中心(?=[,，。;的])",
        lambda one: "平均" if one[0][0] == "平" else patterns.sub("(?:某|一)个?计算中心", "", one[0]),
        text,
    )
    text = patterns.sub(r"(?<=优先级|优先数|优先权)\s*[(（](?:由)?外部(?:设定|给定|指定|设置)(?:的)?[)）]", "", text)
    # `按10、6、2、4、8的次序运行`: as they are listed anyway.
    if ran := patterns.search(
        r"[(（](?:按照?|以)\s*(?:次序|顺序)?\s*(\d+(?:\s*[、,，和]\s*\d+){2,6})\s*的?(?:次序|顺序)?(?:运行|执行)?[)）]", text
    ):
        numbers = patterns.findall(r"\d+", ran[1])
        if any(
            patterns.findall(r"\d+", row[0]) == numbers
            for row in patterns.finditer(r"\d+(?:\s*[、,，和]\s*\d+)+", patterns.sub(UNIT, "", text[: ran.start()]))
        ):
            text = text[: ran.start()] + text[ran.end() :]
    # `作业1、2、3`: the word before the first is that of all.
    text = patterns.sub(
        r"(作业|进程)\s*(1)((?:\s*[、,，和]\s*\d){1,5})(?![\d:：.])",
        lambda run: (
            "、".join(f"{run[1]}{digit}" for digit in patterns.findall(r"\d", run[2] + run[3]))
            if [*patterns.findall(r"\d", run[2] + run[3])]
            == [str(number) for number in range(1, len(patterns.findall(r"\d", run[2] + run[3])) + 1)]
            else run[0]
        ),
        text,
    )
    if not patterns.search(r"(?:到达|提交|进入)(?:系统|就绪队列)?(?:的)?(?:时间|时刻)|时刻(?:到达|进入)", text):
        text = _MADE.sub(_there_at_once, text)
    text = patterns.sub(r"(?<=时间|时刻)[ \t]+(?=[(（](?:单位)?[:：]?(?:小时|分钟|分|秒|毫秒|ms|s|h|min)[)）])", "", text)
    text = patterns.sub(r"(?<![\d./])\d+(?:\.\d+)?(?:\s?/\s?\d+(?:\.\d+)?){2,7}(?![\d/])", lambda row: row[0].replace("/", "、"), text)
    text = patterns.sub(r"\s*(?:CPU|计算)\s*密集型?(?:的)?\s*(?=进程|作业|任务)", "", text)
    text = patterns.sub(r"时间配额(?=[为是=:：]\s*\d)|时间量(?=[为是=:：]\s*\d)", "时间片", text)
    text = patterns.sub(r"[(（]?(?:相对时间)?[,，]?\s*(?:时间)?单位(?:为|是|:|：)\s*[\"“”']*时间配额[\"“”']*[)）]?", "", text)
    # The least mean there can be is that of the shortest first.
    if not patterns.search(r"先来先|短作业|短进程|轮转|响应比|优先|FCFS|SJF|RR|算法", text):
        text = patterns.sub(
            r"平均周转时间最(?:短|小)(?:可以?|能|应|达到|可达|会)*(?:是|为)?(?=多少|几)|最(?:短|小)(?:的)?(?:可能)?平均周转时间(?:可以?|能|应)*(?:是|为)?(?=多少|几|$|[?？。])",
            "按短作业优先调度,平均周转时间是",
            text,
        )
    text = patterns.sub(
        r"(?:在)?(?:时刻\s*0|0\s*时刻|第0时刻)\s*(?:时)?(?:同时)?有\s*(?=(?:[两三四五六]|\d)\s*[个道](?:批处理)?(?:作业|进程|任务))",
        "同时到达",
        text,
    )
    text = patterns.sub(r"(?<=[:：,，。;；])\s*(?=(?:进程|作业)名?\s+(?:到达|提交))", "\n", text)
    if len(labels := patterns.findall(r"(?<![A-Za-z\d])([TtSs])\s?\d\s*=\s*\d", text)) > 1 and len(set(labels)) == 1:
        text = patterns.sub(r"(?<![A-Za-z\d])[TtSs]\s?\d\s*=\s*(?=\d)", "", text)
    for listing in patterns.finditer(
        r"[(（]?(?:均|都)?(?:按照?|以)\s*([A-Za-z])(\d?)\s*(?:到|至|~|-|→)\s*([A-Za-z])(\d?)\s*(?:的)?(?:先后)?(?:次序|顺序|先后)(?:到达|排列|排队)?[)）]?",
        text,
    ):
        if (listing[1], int(listing[2] or 0)) < (listing[3], int(listing[4] or 0)):
            text = text.replace(listing[0], "依次" if "到达" in listing[0] else "")
    text = patterns.sub(r"\d{1,2}[:：]\d\d(?:起|开始)(?:陆续|依次|先后)?(?:到达|有|来)(?:了)?", "有", text)
    if (
        run := patterns.search(r"(?:按照?|以)((?:[PJ]?\d[、,，]?){2,8}|(?:[A-H][、,，]){2,6}[A-H])(?:的)?(?:顺序|次序|先后)", text)
    ) and patterns.findall(r"[A-H]|\d", run[1]) == sorted(patterns.findall(r"[A-H]|\d", run[1])):
        text = text.replace(run[0], "依次")
    if patterns.search(r"\d{1,2}[:：]\d{2}|\d\s*(?:分钟|min)", text):
        text = patterns.sub(
            r"(\d+(?:\.\d+)?)\s*个?(?:小时|h(?![A-Za-z]))",
            lambda match: f"{int(Fraction(match[1]) * 60)}分钟" if (Fraction(match[1]) * 60).denominator == 1 else match[0],
            text,
        )
    text = patterns.sub(r"(?<=[:：;；,，。\s])([1-9])号(?=\s*[:：]?\s*\d+(?:[:：]\d\d)?\s*[、,，])", r"作业\1 ", text)
    name = r"(?<![A-Za-z\d])(?:[A-HJPTX-Z]\d{0,2}|(?:作业|进程)\s*\d)"
    text = patterns.sub(r"(?<![A-Za-z\d])([A-H])(\d+)到(\d+)(?=[\s,;，；(（。]|$)", r"\1在\2时刻到达,运行\3;", text)
    text = patterns.sub(rf"(?<=\d)(\s*{UNIT}\s*)到达?\s+(?=\d+\s*{UNIT}(?:\s|[,，;；。]))", r"\1到达,运行", text)
    text = patterns.sub(
        r"(?<![A-Za-z\d])([A-HJPT]\d?|\d)\s*\(\s*到(?:达)?\s*(\d+)\s*[,，]\s*(?:需要?|跑|要|运行|服务)\s*(\d+)\s*(?:[,，]\s*优(?:先数|先级)?\s*(\d+))?\s*\)",
        lambda match: (
            f"{'P' + match[1] if match[1].isdigit() else match[1]}在{match[2]}时刻到达,运行{match[3]}"
            + (f",优先数{match[4]};" if match[4] else ";")
        ),
        text,
    )
    pair = rf"({name})\s*\(\s*(\d+(?::\d\d)?)\s*(?:时刻)?(?:到达|到)?\s*[,，、]\s*(?:运行|要|服务)?\s*(\d+)\s*(ms|分钟|min|s)?\s*\)"
    explained = patterns.search(
        r"(?:括号|前面|前者|第一个数)\S{0,6}(?:到达|提交)|\(\s*\d+\s*(?:时刻)?(?:到达|到)|\(\s*\d{1,2}:\d\d\s*[,，]", text
    )
    if explained and len(patterns.findall(pair, text)) > 1:
        text = patterns.sub(pair, r"\1在\2时刻到达,运行\3\4;", text)
        text = patterns.sub(
            r"\(?(?:括号(?:里|内|中)?|前面)(?:的)?(?:分别)?(?:是|为)?(?:到达|提交)(?:时间|时刻)?[、,，]?(?:和|后面是|后者是)?(?:时长|服务时间|运行时间|服务|运行)(?:时间)?\)?",
            "",
            text,
        )
    if patterns.search(r"(?m)^ ?\S*[号名程业务]?\s+(?:到达|提交|进入)\S*\s+\S*(?:运行|服务|执行)\S* ?$", text):
        return text  # a table's rows stay as they are
    text = patterns.sub(
        rf"({name}\s+\d{{1,2}}:\d\d)(?:到达|提交|到)?\s*[,，、]?\s*(?:(?:需要?|要)?(?:运行|执行|服务|跑)|需要?|要)?\s*(\d+\s*(?:分钟|min))",
        r"\1到达,运行\2",
        text,
    )
    return patterns.sub(rf"({name})\s*到达\s*(\d+)\s*[、,]?\s*运行\s*(\d+)", r"\1在\2时刻到达,运行\3", text)
