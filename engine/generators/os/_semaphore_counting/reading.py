"""Reading problems about the value of one semaphore as a story: what is told of it and what is done to it in their order, and what is
asked at which point of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.os._scenery import SCENERY
from engine.generators.os._semaphore_counting.wording import in_usual_words
from engine.generators.os._topic import Topic, with_values
from engine.generators.reading import INTEGER, stay_out, to_int

_NUMBER = r"(?:[-负]\s*)?(?:\d+|[零一二三四五六七八九十]+)(?!\s*(?:次|个|台|种|类|条|件|份|辆|位|人|般|定|律|直|旦|开始|\d|\.\d|[A-Za-z]))"
_NAME = r"(?:mutex|sem\w{0,4}|S\d?|K|s)"
_THE = r"(?:该|此|这个?|某|互斥|记录型|计数|计数型|资源|同步)*(?:信号量|信号灯|互斥量)"
_P, _V = r"(?:P|wait|down)", r"(?:V|signal|up|release)"
_OPERATION = rf"(?<![A-Za-z])(?P<operation>{_P}|{_V})(?![A-Za-z\d])(?:\s*操作|原语)*(?:\(\s*\w{{1,6}}\s*\))?(?:操作|原语)?"
_UNIT = r"(?:个|台|份|套|辆|名|位|张|间|条|把|块)"
_THING = r"(?:同类|相同的?|该类?|同一类|这类|这种|某类|临界|互斥|共享|独占)*(?:的)?(?:资源|打印机|设备|磁带机|缓冲区|车位|座位|停车位|扫描仪|绘图仪|投影仪|充电桩|服务器|端口|通道|工位|泊位|桌位|包间|球场|球台|席位|磁带机|光驱|信道|许可|令牌|卡位|场地|跑道|显卡|实验台|仪器|许可证|连接|机器|机位|坑位|窗口|试衣间|柜台|床位|电脑)"
_WHO = r"(?:(?:并发|用户|合作|互斥|的)*(?:执行)?(?:的)?(?:进程|线程)|人|车辆|汽车|辆|车|学生|顾客|读者|用户|客户|任务|作业)"
_WAIT = r"(?:排队等待|排队等候|等候|等待|阻塞|被阻塞|排队|等着|在等|等(?=的|着|它|该|这|资源)|睡眠|挂起|被挂起|卡住|堵)(?:态|状态)?"
_STATE = r"(?:正在|正|在|处于|被|已|已经|仍|还)*"
_MANY = r"(?:多少|几)"
_DONE = r"(?:又|再|就|也|都|先后|连续|依次|陆续|相继|接着|继续|然后|分别|总共|一共|共|对其|对它|上|来|去|执行|做|进行|调用|发出|出现|发生|被)*(?:了|过|完)?"


@dataclass(frozen=True, slots=True)
class _Part:
    """Something told, done or asked at a place of the text."""

    place: int
    name: str
    value: int = 0
    who: str = ""


def _signed(text: str) -> int:
    text = text.replace(" ", "")
    return (-1 if text[0] in "-负" else 1) * to_int(text.lstrip("-负"))


def recognise(text: str) -> Recognition | None:
    """A problem about the value of one semaphore as understood; None where it is another problem."""
    if "empty" in text and not patterns.search("full|生产者|消费者|缓冲|产品", text):
        text = patterns.sub(r"(?<![A-Za-z])empty(?![A-Za-z])", "S", text)
    text = patterns.sub(r"(?<=[A-Za-z])\.(?:value|count|L)(?![A-Za-z])", "", text)
    text = patterns.sub(r"(?<=[值为是])[A-Za-z]\s*=\s*(?=-?\d)", "", text)
    text = in_usual_words(text)
    # A letter right behind the count that is asked: `进程数N`.
    text = patterns.sub(r"(?<=数)[MNmn](?=\s*(?:[、,，和与及?？]|分别|各|是|为|$))", "", text)
    # `P1执行了8次P(S)，P2做了6次V(S)`: who it was does not matter where only the value is asked.
    if not patterns.search("谁|哪|阻塞|等待|唤醒|临界区", text):
        named = r"(?:进程)?(?<![A-Za-z\d])P\d\s*(?:循环|反复|连续|一共|共)*(?=(?:执行|做|进行|调用)了?\s*\d+\s*次)"
        if patterns.search(named, text):
            text = patterns.sub(rf"{named}|(?:两个)?进程P1\s*[、,，和]\s*P2(?=共用|共享|使用|$)", "进程", text)
    letters = set("mn") - set(patterns.findall(r"(?:信号量|互斥量)\s*([mn])(?![A-Za-z])", text))
    reading = Topic(with_values(text, "".join(sorted(letters))) if letters else text)
    reading.rest = patterns.sub(
        rf"(?:因为?|由于)(?:在)?(?:等待|等|申请|请求|得不到|拿不到|申请不到)(?:着)?(?:该|此|这个)?(?:资源|信号量\s*{_NAME}|信号量|{_NAME}(?![A-Za-z]))?(?:而|就|被|才)*(?={_WAIT})",
        "",
        reading.rest,
    )
    reading.take_all(
        r"用AND型/整型信号量不考虑|(?:不考虑|不是|非)(?:AND型|整型|信号量集)(?:信号量)?|只?看记录型(?:信号量)?|(?:采用|使用|用)?记录型(?:信号量)?(?:机制)?|(?:用|采用|使用)?(?:信号量)?(?:机制)?(?:来)?实现(?:互斥)?(?:访问|管理|使用)?"
    )
    reading.refuse(
        r"去掉|去除|剔除|删除|while|begin|semaphore\s+\w|\bif\b|生产者|消费者|写者|哲学家|empty|full|初值分别|[两2]个信号量|信号量集|整型|管程|S1|S2|失败|忙等|(?:请求|申请)(?:进入|使用)?[,，]其中|若干次?(?:V|signal)|撤销|占用2|未执行|忘|[PV]操作(?:一|每)次(?=[减加释申使让])|一次(?:释放|申请)[两二三四五2-9]|[两二]个进程共用一个资源|每个进程(?:各|都)?(?:做|执行)[两二三2-9]次"
    )
    names = {
        match[1].lower()
        for match in patterns.finditer(rf"(?:{_THE})\s*(mutex|[A-Za-z]\w{{0,5}})(?!\w)", reading.rest, re.ASCII | re.IGNORECASE)
    } - {"p", "v"}
    if len(names) > 1:
        return None
    own = re.escape(next(iter(names), "S"))
    it = rf"(?:(?:{_THE}\s*)?(?:{_NAME}|{own})(?![A-Za-z\d])|{_THE})"
    in_turn = _in_turn(reading)
    explained = _explained(reading)
    parts = [*in_turn, *_first(reading, it), *_counted(reading), *_done(reading), *_told(reading, it), *_asked(reading, it)]
    if not any(part.name in ("initial", "resources") for part in parts) and patterns.search("mutex|互斥(?!量)", text, re.IGNORECASE):
        parts.append(_Part(0, "resources", 1))  # mutual exclusion: one at a time
    for match in reading.take_all(
        r"(?:经过|执行|进行|做|反复)?(?:了)?(?:若干|多|数|一些|一系列|几)(?:次)?(?:的)?(?:PV|P\s*、\s*V|P/V|P,V|P和V|P操作[和、]V)(?:操作)?(?:之?后)?"
    ):
        parts.append(_Part(match.start(), "unknown"))
    reading.take_all(
        rf"(?:经过|执行|进行|做|反复)?(?:了)?(?:若干|多|数|一些|一系列)?(?:次)?(?:的)?(?:PV|P\s*、\s*V|P/V|P,V)(?:操作)?(?:之?后)?|(?<![A-Za-z\d])(?:{own}|{_NAME})(?![A-Za-z\d])"
    )
    parts += [
        _Part(place, f"?{name}")
        for place, name in reading.ask_in_clauses(
            (
                (r"等待|阻塞|排队|睡眠|挂起|等着|等候|在[^,]{0,5}等", "waiting"),
                (r"可用|剩余|空闲|(?:还|尚)(?:有|剩)[^,;。?]{0,6}(?:资源|打印机|设备|座|车位|空|台)", "free"),
                (
                    r"(?:已|已经|正在|正)(?:被)?(?:分配|使用|占用|访问|获得|执行|用)|分配出去|占用着|在座|就座|坐着|在里面|在用|上机|停着|在临界区|临界区(?:中|内|里)",
                    "using",
                ),
                (r"初始?值", "initial"),
                (r"信号量[^,;]{0,8}(?:值|为|是|变)|(?<![A-Za-z])(?:S|mutex)(?![A-Za-z])[^,;]{0,8}(?:值|为|是|变|等于)", "value"),
            )
        )
    ]
    # `And how many after that?`: what was asked before, once more.
    for match in reading.take_all(rf"(?:则|那么|此时|,)*还有{_MANY}{_UNIT}?(?:{_WHO})?(?=[?。;]|$)"):
        if earlier := [part for part in parts if part.name.startswith("?") and part.place < match.start()]:
            reading.questions.append(match.span())
            parts.append(_Part(match.start(), max(earlier, key=lambda part: part.place).name))
    firsts = {part.value for part in parts if part.name == "initial"}
    if len(firsts) == 1:
        # Whatever there are as many of as the first value, the semaphore counts.
        reading.take_all(rf"(?:共|总共|一共)?(?:有|设有|配有|装有){next(iter(firsts))}\s*{_UNIT}(?!\d)")
    reading.take_all(r"表示(?:啥|什么)(?:意思|含义)?")
    reading.take_all(
        rf"(?:且|并|也|都|均|还|尚)*(?:没|没有|无|不|未)(?:人|有|{_WHO}|任何)*(?:再)?(?:释放|归还|离开|走|做|来|完成|结束|用完|退出)(?:过|的|了|使用)*(?:它|资源|打印机|设备)?(?=[,;。?!时]|$)"
    )
    reading.finish_knowing(
        SCENERY
        + "多次 若干 操作 之后 进入临界区 进入 临界区 表示 信号量 信号灯 互斥量 记录型 计数 互斥 资源 进程 并发 执行 P V 关联 相关联 与某资源 某资源 对应 程序段 代码 代码段 共享 共用 同时 每次 控制 管理 初值 当前值 值 分别 各 访问 同一 临界资源 同一段 "
        "队列 等待队列 先进先出 FIFO 另 另外 后 则 时刻 某时刻 每个 使用 一个 个 独占 设备 打印机 靠 它 某 现在 此刻 现 停车场 门口 门外 里面 阅览室 且 全 全都 先 再 又 进去 都 开始 由 从 顺序 次序 最终 最后 一段 让 分配 若 某一资源 要 有人 三者 操作序列 "
        "执行序列 序列 车位 辆 申请 请求 释放 归还 试图 想 中 上 初始 初始化 通过 剩 剩余 任意时刻 变化 允许 需要 程序 其 是 里 了 还有 变 累计 到 对 就 下 的 用来 被 正 可用 数目 停 满 已满 表示啥 没人 ",
        ordinary_questions=False,
    )
    return _understood(_recalled(parts, reading.rest), explained)


def _recalled(parts: Sequence[_Part], text: str) -> list[_Part]:
    """The parts without operations that a later sentence only speaks of again (`(1) 五次wait之后S的值`); what it asks stands where they were done."""

    def sentence(part: _Part) -> int:
        return len(patterns.findall(r"[。;?!\n]", text[: part.place]))

    kept: list[_Part] = []
    done: list[_Part] = []
    recalled: _Part | None = None
    for part in sorted(parts, key=lambda part: part.place):
        if part.name in ("P", "V") and part.value > 1:
            again = patterns.search(r"(?:又|再|接着|继续|然后|随后|另)[^,;。?!\n\ue000]{0,4}$", text[: part.place])
            earlier = [
                one for one in done if (one.name, one.value) == (part.name, part.value) and sentence(one) < sentence(part) and not again
            ]
            if len(earlier) > 1:
                stay_out("which of the operations")
            if earlier:
                recalled = earlier[0]
                continue
            done.append(part)
        if part.name in ("P", "V"):
            recalled = None
        kept.append(_Part(recalled.place, part.name, part.value, part.who) if recalled and part.name.startswith("?") else part)
    return sorted(kept, key=lambda part: part.place)


def _explained(reading: Topic) -> bool:
    """Whether letters stand for the counts asked: `M for those free, N for those waiting; M and N?`. The letters are taken."""
    defined = reading.take_all(r"(?:若|用|以|设|其中)?(?<![A-Za-z])(?P<letter>[ABMNXYab])\s*(?:表示|代表|是指|指|为(?=可用|等待))")
    named = reading.take(
        r"(?:则|问|那么)?(?P<first>[ABMNXYab])\s*(?:,|、|和|与|及)\s*(?P<second>[ABMNXYab])(?:的?值?)(?:分别|各|依次)*(?:是|为|等于|=)*(?:多少|几)?(?:\s*[、,和]\s*几)?"
    )
    if not defined and not named:
        return False
    if named is None:
        return False  # letters that nothing is asked of
    if [match["letter"].upper() for match in defined] != [named["first"].upper(), named["second"].upper()]:
        stay_out("letters that are not explained in the order asked")
    reading.questions.append(named.span())
    return True


def _first(reading: Topic, it: str) -> list[_Part]:
    """The value at first, and a change from it that is told."""
    parts: list[_Part] = []
    for match in reading.take_all(
        rf"(?:{it}(?:的)?)?(?:值)?(?:由|从)\s*(?P<first>-?\d+)\s*(?:变为|变成|变到|降到|减到|降为|减为|减少到|到)\s*(?P<second>-?\d+)(?!\d|\s*(?:次|个))"
    ):
        parts += [_Part(match.start(), "initial", int(match["first"])), _Part(match.start() + 1, "current", int(match["second"]))]
    for match in reading.take_all(
        rf"(?:{it}(?:的)?)?(?:初值|初始值|初始化(?:值)?|初始(?:时)?|起始值|原值|一开始)(?:{it})?(?:被)?(?:设置?|定|置|赋|取)?(?:的值)?(?:为|是|成|=|:|等于|\s)*(?P<value>{_NUMBER})"
        rf"|{it}(?:的值)?(?:由|从)(?P<other>\d+)开始"
    ):
        parts.append(_Part(match.start(), "initial", _signed(match["value"] or match["other"])))
    return parts


def _done(reading: Topic) -> list[_Part]:
    """P and V operations in their order."""
    parts = [
        _Part(match.start(), "unknown")
        for match in reading.take_all(r"(?:来了?|执行了?|做了?|进行了?|经过)*(?:若干|多|数|一些)次?(?:的)?P(?:操作)?(?!\s*[、,/]?V)")
    ]
    reading.take_all(r"(?:且|而)?每个进程(?:每次)?(?:都)?(?:只)?(?:使用|用|需要?|申请|占用|请求|访问)+(?:1|一)(?:个|台)(?:资源|设备)?")

    # What everybody does before and after is no operation of the story.
    turn = r"[^,;。()\d\ue000]{0,12}"
    reading.take_all(
        rf"(?:每[个辆位名台]?)?{turn}(?:进入|进场|入场|驶入|使用|申请|占用|进|来|取得|获得)[^,;。()\d\ue000]{{0,8}}?(?:先|须|要|都|应|需)*(?:执行|做|进行|调用){_OPERATION},?(?:而|且|并)?{turn}(?:退出|离开|出场|释放|用完|归还|驶离|出|结束|使用完)[^,;。()\d\ue000]{{0,8}}?(?:要|都|应|需|再)*(?:执行|做|进行|调用){_OPERATION.replace('<operation>', '<afterwards>')}"
    )

    def sign(operation: str) -> str:
        return "P" if patterns.fullmatch(_P, operation, re.IGNORECASE) else "V"

    reading.take_all(
        rf"(?:(?:其)?间|期间|此间)?(?:且|并|而)?(?:都|也|还|均|尚)?(?:没|没有|不|无|未)(?:{_WHO}|有|任何|一个|其他|再|做|执行|进行|调用|发生|出现)*(?:过)?(?:一次|任何)?{_OPERATION}(?:过)?"
    )
    for match in reading.take_all(r"(?<![A-Za-z])[PV](?:\(\w+\))?(?:[\s,、→]*[PV](?:\(\w+\))?){3,}(?![A-Za-z])"):
        operations = patterns.findall(r"[PV](?=[\s,、→(PV]|$)", match[0].upper())
        parts += [_Part(match.start() + number, operation, 1) for number, operation in enumerate(operations)]
    for match in reading.take_all(
        rf"(?:进程)?\s*(?<![对量上A-Za-z])(?P<who>(?!S|K|MUTEX|P操作|V操作|P\(|V\()[A-HJ-Z]\d?|甲|乙|丙|丁)(?:先|又|再|接着|然后|也|随后|首先|则|来|对S|进程)*(?:执行|做|调用|发出|进行)+(?:了|完)?(?:一次)?{_OPERATION}"
    ):
        parts.append(_Part(match.start(), sign(match["operation"]), 1, match["who"].upper()))
    for pattern in (
        rf"(?<![\d.])(?P<count>{INTEGER})\s*{_UNIT}?{_WHO}(?:各自?|都|均|分别|每个)+(?:申请|请求|需要?|要)(?:了)?(?:1|一)\s*{_UNIT}?(?:{_THING})?(?:,|且|并|而)*(?:都|均|各)?(?:已经?|先后|依次)*(?:执行|做|进行|调用)(?:了|过)?(?:[一1]次)?{_OPERATION}",
        rf"(?:最多)?(?:又|再|接着|然后|有|来了?|由)*(?<![\d.])(?P<count>{INTEGER})\s*{_UNIT}?{_WHO}(?:对(?:同一个?|该|此|它|其|S)*(?:信号量)?|\ue000|\(|\)|先后|依次|都|分别|陆续|相继|又|再|连续|全)*(?:各自?|都)?(?:来|执行|做|进行|调用|发出)*(?:了|过)?(?:[一1]次)?{_OPERATION}(?:[一1]次)?",
        rf"(?<![\d.])(?P<count>{INTEGER})\s*{_UNIT}[^,;。?!\d\ue000]{{0,12}}?(?:执行|做|进行|调用|发出)(?:了|过)?(?:[一1]次)?{_OPERATION}",
        rf"{_OPERATION}(?:一共|总共|共|也|就|被)*(?:执行|做|进行|调用|来)+(?:了|过)?(?:一共|总共|共)?(?P<count>{INTEGER})\s*(?:次|遍|回)",
        rf"{_OPERATION}了(?P<count>{INTEGER})\s*(?:次|遍|回)",
        rf"(?<![\d.])(?P<count>{INTEGER})\s*(?:次|遍|回|个)(?:的)?{_OPERATION}",
        rf"{_OPERATION}{_DONE}(?P<count>{INTEGER})\s*(?:次|遍|回)",
        rf"(?:执行|做|进行|调用|发出|来|者|程|了){_DONE}(?:[一1]次)?{_OPERATION}(?!\s*(?:、|和|,)\s*[PV](?![A-Za-z]))",
    ):
        for match in reading.take_all(pattern):
            count = match.groupdict().get("count")
            parts.append(_Part(match.start(), sign(match["operation"]), to_int(count) if count else 1, "" if count else "?"))
    return parts


_ENTER = r"(?:同时)?(?:进入|访问|使用|执行|进去|进来|进(?!程)|跑|待|通过(?!信号|互斥|P|V|执行|对|使用|mutex|S(?![A-Za-z])))(?:在)?(?:该|此|这个|这段|某段|某个?|同一段|同一个?|一个|一段)?(?:程序段|临界区|代码段?|互斥段|互斥区|临界段|的?阅览室)?"


def _told(reading: Topic, it: str) -> list[_Part]:
    """Values and counts that are told."""
    parts: list[_Part] = []

    def take(name: str, *patterns: str, sign: int = 1) -> None:
        for pattern in patterns:
            for match in reading.take_all(pattern):
                value = match.groupdict().get("value") or match.groupdict().get("room")
                parts.append(_Part(match.start(), name, sign * _signed(value) if value else 0))

    reading.take_all(rf"(?:且|并|而|也|此时|这时)*(?:没有?|无)(?:任何|其他)?(?:{_WHO}){_STATE}(?:在)?{_WAIT}(?:中|着|它|该资源|状态|队列)*")
    take(
        "V",
        rf"(?:又|再|接着|然后)?(?:开走|离开|走|释放|归还|用完|出去|驶离|驶出|离场|开出)(?:了)?(?P<value>{INTEGER})\s*{_UNIT}(?:{_WHO})?(?:{_THING})?(?:之?后)?",
        rf"(?:又|再|接着|然后|随后|期间|其间|先后|陆续|有|共)*(?P<value>{INTEGER})\s*{_UNIT}(?:{_WHO})(?:先后|陆续|相继|依次|用完|使用完)*(?:离开|驶离|驶出|离场|开走|开出|出场|走|释放|归还|退出)(?:了|该|资源|临界区|停车场|它)*(?=[,;。?]|之?后|$)",
    )
    take(
        "P",
        rf"(?:先后|依次|陆续|又|再|接着|然后|随后|早上|上午|共)*(?:来|到)了?(?P<value>{INTEGER})\s*{_UNIT}(?:{_WHO})(?=[,;。?]|$|后)",
        rf"(?:先后|依次|陆续|又|再|接着|然后|随后|早上|上午|有|共)+(?P<value>{INTEGER})\s*{_UNIT}(?:{_WHO})(?:先后|依次|陆续)*(?:来|开来|驶入|到来|进场|要进|前来|想要?)+(?:停车|停|进场|停放|使用|用|停车场)*(?:了)?(?:\(含[^()]{{0,12}}\))?(?=[,;。?]|$)",
        rf"(?:又|再|接着|然后|早上|上午)+(?:来|开来|进来|驶入)(?:了)?(?P<value>{INTEGER})\s*{_UNIT}(?:{_WHO})?(?:之?后)?",
    )
    take(
        "waiting",
        rf"(?:有|共有|还有|另有)?(?:另外?)?(?P<value>{INTEGER})\s*{_UNIT}?(?:{_WHO})?{_STATE}(?:在)?(?:{it}上)?{_WAIT}(?:中|状态|队列|着|它|该资源|资源|进入)*(?!的?进程(?:数|有几))",
        rf"{_WAIT}(?:队列)?(?:中|里|着|了)*(?:的)?(?:{_WHO})?(?:有|共有|是|为)(?P<value>{INTEGER})\s*{_UNIT}(?:{_WHO})?",
        r"(?:其中)?(?P<value>[一1])个被阻塞",
    )
    take(
        "using",
        rf"(?:有|共有)?(?<![被由供让\d])(?P<value>{INTEGER})\s*{_UNIT}?(?:{_WHO})?{_STATE}(?:占用|使用|占有|用着|用|持有|占着|访问|打印|上机|获得)(?:着|了|中|它|该资源|资源|临界资源|数据库|打印机|设备|连接)*(?=[,;。]|$)",
        rf"(?:已|现已|现|已经)?(?:有|共有)?(?P<value>{INTEGER})\s*{_UNIT}?(?:{_WHO})?{_STATE}(?:在)?(?:临界区|里面|其中|阅览室)(?:内|中|里)?",
    )
    take("full", r"(?:已经?|都|全)*(?:停|坐|占|装|用)?满(?:了)?(?=[,;。且])|(?:已经?|都|全)*(?:停|坐|占|装|用)满(?:了)?")
    take(
        "resources",
        rf"(?:每次|同时|一次|任一时刻|任何时刻|该代码段|该程序段|程序段|每一?时刻)*(?<!两)(?:有|同时)*(?:最多|至多|只|仅|允许|能|可以?|让|放|容纳|容许|准许)(?:最多|至多|只|仅|允许|能|可以?|让|放|有|同时|容纳|容许|准许)*(?P<value>{INTEGER})\s*{_UNIT}?(?:{_WHO})?(?:{_ENTER})|(?:最多|至多)(?:能)?容(?:纳)?(?P<room>{INTEGER}){_UNIT}?(?:{_WHO})?(?:{_ENTER})",
        rf"(?:最多|至多)?(?:允许|可以?|能)*(?:同时)(?:{_ENTER})的?(?:最大|最多)?(?:的)?(?:{_WHO})(?:个)?(?:数|数量|数目)?(?:最多|上限)?(?:为|是|=|:|有)+(?P<value>{INTEGER})\s*个?",
        rf"(?:共享|共用|竞争|使用|有|抢|用|访问)?(?:了)?(?:系统中的?)?(?P<value>{INTEGER})\s*{_UNIT}(?:数量的?)?{_THING}",
        rf"(?:有|含|含有|共有|共享|配有|设有){_THING}(?:共|总共|一共)?(?P<value>{INTEGER})\s*{_UNIT}",
        rf"(?:某类)?{_THING}(?:共|总共|一共|共有|有)+(?P<value>{INTEGER})\s*{_UNIT}",
        rf"(?P<value>[一1])(?={_THING}(?:的)?互斥)",
        rf"(?:对)?(?:同)?(?<![某每另哪任\d])(?P<value>[一1]){_UNIT}?(?:{_THING}|临界区)",
    )
    take(
        "P",
        rf"(?:又|再|接着|然后|现|现在|随后)*(?:有|来了?)*(?P<value>{INTEGER})\s*{_UNIT}(?:{_WHO})(?:先后|依次|同时|陆续|相继|都|全部?|均|一起|又|再|也|各)+(?:来|要|想|提出|发出|到来)*(?:了)?(?:申请|请求|来用|使用|要用)(?:了)?(?:使用|打印|进入|访问|占用|{_THING}|临界区|该|它|一台|一个)*(?=[,;。且并而时?]|$|后)",
    )
    take(
        "processes",
        rf"(?:有|由|被|共有|一共有|现在)*(?P<value>{INTEGER})\s*{_UNIT}(?:{_WHO})(?:全|都|全都)?(?:来|要)?(?:申请|请求)(?:{_THING}|它)?(?=[,且并而时])",
        rf"(?:有|由|被|共有|一共有|最多有)*(?P<value>{INTEGER})\s*{_UNIT}(?:{_WHO})(?!在|正)",
    )
    take(
        "current",
        rf"{it}(?:的值)?(?:由|从)(?P<value>-\s*\d+)开始",
        rf"(?:{it}(?:的)?)?(?:当前|现在|目前|此时|此刻|这时|后来|某时刻|某一时刻|现)(?:的)?(?:值)?(?:{it})?(?:的)?(?:值)?(?:已经?)?(?:变)?(?:为|是|成|到|=|:|等于|\s)*(?P<value>{_NUMBER})",
        rf"{it}(?:的)?(?:当前|现在|目前|此时|这时)?(?:的)?(?:值)?(?:已经?)?(?:变|降|减)?(?:为|是|成|到|=|:|等于|\s)+(?P<value>{_NUMBER})",
        rf"(?:操作)?(?:之)?后(?:的)?(?:{it})?(?:的)?值?(?:变)?(?:为|是|成|到|=)+(?P<value>{_NUMBER})|值变(?:为|成)(?P<other>{_NUMBER})",
        rf"(?:{it}|值|变成|变为|减到|降到|表示)(?:是|为|=|了|成)*\s*(?P<value>-\s*\d+)(?!\s*(?:到|~))",
    )
    return parts


def _in_turn(reading: Topic) -> list[_Part]:
    """`A、B、C and D do P in turn`: one operation of each."""
    parts = []
    for match in reading.take_all(
        rf"(?:进程)?(?P<names>(?<![A-Za-z\d])(?:[A-HJ-RT-Z]\d?|甲|乙|丙|丁)(?:\s*[、,和]\s*(?:[A-HJ-RT-Z]\d?|甲|乙|丙|丁))+)(?:这?(?:[两三四五六]|\d)个(?:并发)?进程)?(?:先后|依次|相继|陆续|都|分别|各)*(?:对[^,;。\d]{{0,8}}(?:S|信号量)?\s*\w{{0,5}}?)?(?:先后|依次|相继|陆续|都|分别|各)*(?:执行|做|进行|调用)(?:了|过)?(?:[一1]次)?{_OPERATION}"
    ):
        sign = "P" if patterns.fullmatch(_P, match["operation"], re.IGNORECASE) else "V"
        names = patterns.findall(r"[A-Z]\d?|[甲乙丙丁]", match["names"].upper())
        parts += [_Part(match.start() + number, sign, 1, name) for number, name in enumerate(names)]
    return parts


def _counted(reading: Topic) -> list[_Part]:
    """How often P or V was done, where that is asked."""
    parts: list[_Part] = []
    for operation, letter in ((_P, "P"), (_V, "V")):
        one = rf"(?<![A-Za-z])(?:{operation})(?![A-Za-z\d])(?:\s*操作|原语)*(?:\(\s*\w{{1,6}}\s*\))?(?:操作|原语)?"
        done = r"(?:一共|总共|共|已经?|又|应|应该|需要?|要|就|则|它|期间|其间|被|对(?:其|它|S))*(?:执行|做|进行|调用|完成|经历|发生|施加|经过)(?:过|了)*(?:一共|总共|共)?"
        least = r"(?P<least>至少|最少|起码)"
        for match in reading.take_all(
            rf"(?:{least})?(?:{done})?(?:{least.replace('least', 'fewest')})?{_MANY}次(?:的)?{one}|{one}(?:的)?(?:{least.replace('least', 'lowest')})?(?:{done})?(?:{least.replace('least', 'few')})?(?:{done})?{_MANY}次|{one}(?:的)?(?:执行)?(?:总)?次数(?:是|为|有)?{_MANY}?(?:次)?"
        ):
            reading.questions.append(match.span())
            lower = any(match[name] for name in ("least", "fewest", "lowest", "few"))
            parts.append(_Part(match.start(), f"?{'least-' if lower else ''}{letter}"))
    return parts


def _asked(reading: Topic, it: str) -> list[_Part]:
    """What is asked and where; the longer wording first."""
    parts: list[_Part] = []
    number = rf"(?:数目|数量|数|个数|{_UNIT}数|(?:共|累计)?(?:有|是|为)?{_MANY}{_UNIT}?(?:{_WHO})?)"
    for name, pattern in (
        (
            "initial",
            rf"{it}?(?:的)?(?:初值|初始值)(?:{it})?(?:应该|应当?|原来|最初|一般|通常|可|需|要)*(?:被)?(?:设置?|置|定|取|赋)*(?:是|为|成|等于|=)*(?:{_MANY}|(?=\?))|(?:求|问){it}?(?:的)?(?:初值|初始值)|{it}?(?:的)?(?:初值|初始值)(?=(?:和|与|及|、|以及)(?:其|它的|值的)?(?:变化|取值|可能)?(?:的)?范围)",
        ),
        (
            "impossible",
            r"(?:下列|以下|下面)?(?:哪一?个|哪项|哪种)?(?:取)?值?(?:是)?(?:不可能|不会|绝不会)(?:出现|取到|取得|取|是|有)?(?:的)?(?:值|数)?(?:的)?(?:是)?|不可能的(?:取?值)?(?:是)?",
        ),
        (
            "range",
            r"(?:取值|变化|值的?|数值|可能)(?:的)?(?:变化)?(?:取值)?(?:的)?范围(?:是|为)?(?:什么|多少|多大|几)?|(?:可能)?(?:的)?(?:最大值?|最小值?)(?:和|与|、|及|以及|跟|,)?(?:可能)?(?:的)?(?:最大|最小)值?(?:各|分别)?(?:是|为)?(?:多少|几)?|(?:在)?什么范围",
        ),
        ("least", rf"(?:{it})?(?:的)?(?:可能)?(?:取|达到)?(?:的)?最小(?:的)?(?:取)?值?(?:能|会|可)*(?:到|为|是|取)?(?:{_MANY})?"),
        ("greatest", rf"(?:{it})?(?:的)?(?:可能)?(?:取|达到)?(?:的)?最大(?:的)?(?:取)?值?(?:能|会|可)*(?:到|为|是|取)?(?:{_MANY})?"),
        ("passed", rf"(?:已|已经|成功)(?:通过|完成)(?:了)?P操作(?:的)?(?:进程)?(?:累计|总共|一共|共)?{number}"),
        (
            "using",
            rf"(?:正在|正|在|处于)+(?:用|使用|占用|上机|占着|里面|临界区)(?:它|资源|中|里|内)?的?(?:进程|人|车)?(?:数|的?个数)(?:是|为)?{_MANY}?|处于临界区(?:中|内|里)?的(?:进程)?(?=(?:和|与|、))",
        ),
        ("woken", rf"(?:一?共|总共)?(?:会)?唤醒(?:了)?{_MANY}{_UNIT}?(?:进程)?"),
        (
            "fate",
            r"(?:该|这个?|此|执行的)?进程(?:会|将)?(?:怎么样|如何|怎样|处于什么状态|会不会(?:被)?阻塞|是否(?:被)?阻塞|(?:被)?阻塞(?:吗|还是继续执行))",
        ),
        ("holder", r"(?:此时|现在|这时)?(?:谁|哪个进程|哪一个进程)(?:正)?(?:在|占着|占用|进入了?)(?:了)?(?:临界区|资源|它)(?:里|中|内)?"),
        (
            "queue",
            r"(?:谁|哪些进程|哪个进程|哪几个进程|哪一个进程)(?:正)?(?:在|被|处于)*(?:阻塞|等待|排队)(?:队列)?(?:中|里|状态|着|态)*|(?:等待|阻塞)队列(?:中|里)?(?:的)?(?:是|有)?(?:谁|哪些进程|哪个进程|哪几个进程)",
        ),
        ("blocked", r"(?:处于)?(?:阻塞|等待)(?:态|状态)?的进程(?:分别)?(?:是|为)几?(?=[,;。?!]|$)"),
        ("queue", r"(?:在)?(?:S|信号量)?(?:的)?等待队列中(?:的)?(?:进程)?,?从队首到队尾依次(?:是|为)几?"),
        (
            "waiting",
            rf"(?:阻塞|等待)队列(?:中|里|上)?(?:还|有|正)*(?:等着|等待|等|排着|有)(?:的)?{_MANY}{_UNIT}?(?:{_WHO})?|(?:有没有|是否有|有无){_WHO}{_STATE}(?:在)?(?:{it}上)?{_WAIT}(?:着|中)?|有{_WHO}{_STATE}(?:在)?(?:{it}上)?{_WAIT}(?:着|中)?(?:吗|么)|(?:有|则|那么|此时|现在|表示|说明)*{_MANY}{_UNIT}?(?:{_WHO})?(?:因|由于)?(?:申请)?(?:该|此|这个)?(?:资源)?(?:而)?{_STATE}(?:在)?(?:{it}(?:的)?|其|它|该资源)?(?:上|里|中)?{_STATE}{_WAIT}(?:队列)?(?:着|了|上|中|里)?(?:的)?(?:{_WHO})?(?:该资源|资源)?"
            rf"|{_STATE}{_WAIT}(?:队列)?(?:着|了)?(?:{it}|(?:该|此|这个)?资源)?(?:上|中|里)?(?:的)?(?:{_WHO})?(?:共)?(?:有|是|为)?{_MANY}{_UNIT}?(?:{_WHO})?"
            rf"|{_STATE}{_WAIT}(?:队列)?(?:进入(?:该|相关)?临界区|(?:使用)?(?:该|此|这)?(?:资源|打印机|设备)|在(?:该信号量|{it}|其)上|{it})?(?:上|中|里|着)?(?:的)?(?:{_WHO})?(?:的)?(?:个)?(?:数(?:目|量)?|长度)(?:有|是|为)?(?:{_MANY}{_UNIT}?)?|(?:在)?{_WAIT}(?:的)?(?:{_WHO})?(?:共)?有{_MANY}{_UNIT}",
        ),
        ("waiting", rf"(?<!就绪)队列(?:中|里|上)?(?:还|共|有|剩|是|的)*{_MANY}{_UNIT}?(?:{_WHO})?(?=[,;。?!]|$)"),
        (
            "free",
            rf"(?:可用|剩余|空闲|能用)(?:的)?(?:该类)?(?:{_THING}(?:的)?|(?=台数|个数))(?:(?:个|台)?数(?:目|量)?|(?:还)?(?:有|是|剩)?{_MANY}{_UNIT}?)|(?:该|此|这类|该类)?{_THING}(?:的)?(?:可用|剩余|空闲)(?:的)?(?:个数|台数|数目|数量|数)"
            rf"|还有{_MANY}{_UNIT}?(?=(?:可用|空闲)?(?:的)?{_THING}|可用|空闲|能用|没人用|可以用)|(?:还剩|剩下?|空闲着?)(?:着|了|下)?{_MANY}{_UNIT}?(?:可用|空闲)?(?:的)?{_THING}?(?:可用|能用|没人用|空着|可以用)?|{_MANY}{_UNIT}(?:可用|空闲)(?:的)?{_THING}?|{_THING}(?:还剩|还有|剩){_MANY}{_UNIT}(?:可用|能用|空闲)?",
        ),
        (
            "using",
            rf"(?:正在)?(?:被)(?:占用|使用|占有)(?:着)?(?:的)?{_THING}(?:的)?(?:(?:个|台)?数(?:目|量)?|(?:有|是)?{_MANY}{_UNIT}?)|(?:正在|正|已)?(?:占用|使用|占有|持有|获得|得到|用着)(?:了|着)?(?:该|此|这类|该类)?{_THING}?(?:的)?进程(?:的)?(?:数(?:目|量)?|(?:共)?(?:有|是|为)?{_MANY}个?)|{_MANY}个进程(?:正在|正|已经?)?(?:占用|使用|占有|持有|获得|用)(?:着|了)?(?:该|此)?{_THING}?"
            rf"|临界区(?:里|中|内)?(?:的)?(?:进程)?(?:有|是)?{_MANY}{_UNIT}?(?:进程)?|{_MANY}{_UNIT}?(?:进程)?(?:正)?在临界区(?:里|中|内)?|停了{_MANY}辆(?:车)?",
        ),
        (
            "value",
            rf"(?:其|它)(?:的)?(?:当前|现在|此时)?(?:数)?值(?:应|会|将|又|现在)*(?:是|为|等于|变成|变为)+{_MANY}|(?<=后)呢(?=[?,。]|$)",
        ),
        (
            "value",
            rf"(?:当前|现在|此时|这时|最后|最终|目前)*(?:的)?{it}(?:的)?(?:数)?值?(?=(?:和|与|及|、|以及)[^,;。?!]{{0,24}}(?:各|分别|多少|几|\?|$))|(?:{it}(?:的)?)?(?:当前|现在|此时|这时|最后|最终|目前)+(?:的)?(?:{it})?(?:的)?(?:数)?值(?:是|为|等于|变成|变为|成了)*{_MANY}?|{it}(?:的)?(?:数)?值(?!(?:为|是|=|:)*\s*-?\s*\d)(?:应|会|将)?(?:该)?(?:是|为|等于|变成|变为|成了|又)*{_MANY}?|"
            rf"(?<![A-Za-z]){it}(?:现在|此时|这时|最后|最终|目前|应该|应当?)*(?:\s|变成|变为|变|是|为|等于|成|=)*(?:了)?(?:{_MANY}|(?=\?))|(?<=[后,\ue000])(?:又|那么|再|则|数?值|S的值)*(?:变成|变为|变|是|为)(?:了)?{_MANY}|{it}变{_MANY}",
        ),
    ):
        for match in reading.take_all(pattern):
            reading.questions.append(match.span())
            parts.append(_Part(match.start(), f"?{name}"))
            if patterns.match(rf"{_MANY}个?(?=[,;。?!(\n]|$)", reading.rest[match.end() :]):  # `临界区里几个等着几个`
                stay_out("two questions in one")
    return parts


def _understood(parts: Sequence[_Part], explained: bool) -> Recognition | None:
    story: list[_Part] = []
    # How many use it changes no value: told last, it holds from the beginning.
    for part in sorted(parts, key=lambda part: (part.name != "processes", part.place)):
        # Asked twice at one point of the story: once.
        since = [
            earlier.name for earlier in story[max((at for at, one in enumerate(story) if not one.name.startswith("?")), default=-1) + 1 :]
        ]
        if part.name not in since or not part.name.startswith("?"):
            story.append(part)
    asked = [part.name for part in story if part.name.startswith("?")]
    if not asked or (explained and len(asked) != 2):
        return None
    shown = {
        "initial": "初值",
        "resources": "资源数",
        "processes": "进程数",
        "current": "值变为",
        "waiting": "等待的进程",
        "using": "使用的进程",
    }
    told = [
        f"{shown.get(part.name, part.name)} {part.value}"
        for part in story
        if not part.name.startswith("?") and part.name not in ("full", "unknown")
    ]
    return Recognition(
        parameters={"story": [[part.name, part.value, part.who] for part in story]}, understood=(("题设", "，".join(told) or "无"),)
    )
