"""Reading problems about TCP's congestion window: its course by rounds, windows given as a table, what may still be sent, throughput."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

from engine.generators import patterns
from engine.generators.cn._tcp_congestion.cases_reading import recognise_left, recognise_table, recognise_throughput
from engine.generators.cn._tcp_congestion.text import (
    COUNTED_FROM_EVENT,
    EVENT,
    FINE,
    HARMLESS,
    IS,
    SENT_IN_ALL,
    SIZE,
    begin,
    size,
    written_out,
)
from engine.generators.cn._told.told import Told, Unit
from engine.generators.kind import Missing, Recognition
from engine.generators.reading import StayOut, stay_out


def recognise(text: str) -> Recognition | None:
    """The parameters of the kind's `solve`; None or `StayOut` where a quantity or a word is not understood."""
    written = written_out(text)
    readers: tuple[Callable[[str], Recognition | None], ...] = (
        recognise_table,
        recognise_left,
        recognise_throughput,
        _recognise_course,
    )
    why: StayOut | None = None
    for reader in readers:
        try:
            if (seen := reader(written)) is not None:
                return seen
        except StayOut as given_up:
            why = given_up
    if why is not None:
        raise why
    return None


_ROUND = r"(?:在)?第\d+轮(?:次)?(?:发送|传输)?(?:时|的|中|里)*"
_ROUNDS = rf"(?P<rounds>{_ROUND}(?:\s*(?:、|和|与|,|及|以及)\s*{_ROUND})+)"
_COURSE_ASKED = (
    (rf"{_ROUNDS}(?:,)?(?:的)?(?:发送方)?(?:的)?(?:cwnd|窗口)(?:大小)?(?:的)?(?:值)?", "window@{rounds}"),
    (rf"{_ROUNDS}(?:,)?(?:的)?(?:发送方)?(?:的)?ssthresh(?:的)?(?:值)?", "threshold@{rounds}"),
    (r"第(?P<n>\d+)个?(?:TCP)?(?:报文)?段(?:是|会|将)?(?:在)?(?:哪一?轮|第几轮)(?:次)?(?:被)?(?:发送|发出|传输|传送)?(?:出去|的)?", "segment@{n}"),
    (r"前(?P<n>\d+)个?(?:RTT|轮)(?:的)?(?:各)?(?:轮)?(?:的)?(?:cwnd|窗口)(?:大小|的变化|序列)?", "list@1+{n}"),
    (r"第(?P<n>\d+)轮(?:次)?(?:时|发送时|的|中|里)*(?:,)?(?:甲)?(?:的)?发送窗口", "sent@{n}"),
    (r"(?:传完|发完|发送完|传送完|传输完)(?P<n>\d+)\s*(?:KB|个(?:报文)?段|MSS)(?:的)?(?:数据|文件)?(?:需要?|要|共|得|至少|用)*(?:多少|几)个?RTT", "until@{n}"),
    (r"第(?P<n>\d+)轮(?:到|至|~|-)第?(?P<m>\d+)(?:轮)?(?:次)?(?:传输|发送)?(?:时|过程中)?(?:的)?(?:各|每)?(?:轮)?(?:的)?(?:各)?(?:个)?cwnd|cwnd(?:在)?(?:从)?第(?P<n2>\d+)轮(?:到|至|~|-)第?(?P<m2>\d+)轮(?:的)?(?:变化|值)?(?:情况)?", "list@{n}+{m}+{n2}+{m2}"),
    (r"前(?P<n>\d+)个?(?:RTT|轮)(?:内|里|中|次)?(?:一共|总共|共|总计|合计)?(?:能|可以|可)?(?:发送?|传送?|传输)(?:了|出|出去)*(?:的)?(?:多少|几|报文段总数)(?:个|KB)?(?:TCP)?(?:报文)?(?:段|数据)?", "sum@{n}"),
    (r"(?:从)?(?:连接建立)?(?:后|起)?到第(?P<n>\d+)轮(?:结束)?(?:\([^()]*确认[^()]*\))?(?:为止)?(?:一共|总共|共)(?:发送|发)(?:了|出)*(?:多少|几)(?:KB|个)?(?:数据|段|报文段)?", "sum@{n}"),
    (r"第(?P<n>\d+)轮(?:次)?(?:时|发送时|发送|发完时?|的|中|里)*(?:,)?(?:的)?(?:发送方)?(?:ssthresh和cwnd|cwnd和ssthresh)", "both@{n}"),
    (r"第(?P<n>\d+)轮(?:次)?(?:时|发送时|发送|发完时?|的|中|里)*(?:,)?(?:的)?(?:发送方)?(?:的)?ssthresh", "threshold@{n}"),
    (r"第(?P<n>\d+)轮(?:次)?(?:时|发送时|发送|发完时?|的|中|里|开始时)*(?:,)?(?:的)?(?:发送方)?(?:的)?cwnd|cwnd(?:在)?第(?P<n2>\d+)轮(?:时|的值)?", "window@{n}+{n2}"),
    (r"(?:在)?第几轮(?:时)?(?:,)?(?:cwnd|发送窗口)?(?:能|可以)?(?:首次|第一次|才)*(?:达到|到达|增长到|涨到|到)?|cwnd(?:在)?第几轮", "which"),
    (r"(?:需要?|要|共|再|又|经过|经历|先|还需|还要|用|得|过|至少)*(?<!前)(?:多少|几)个?(?:成功的?)?RTT|RTT(?:的)?(?:个数|数目|数)", "count"),
    (r"(?:所|最多)?需(?:要)?的?最[长大]的?(?:时间|(?:多长|多少)时间)|最[长多](?:需要?|要|经过|花)?(?:多长时间|多久|多少时间)|最长(?:的)?时间", "longest"),
    (r"(?:所需|所?需要|需经过)的?(?:总)?时间(?:至少|最少)?|(?:至少|最早|最快)?(?:需要?|要|经过|花|用|得|共|过)*(?:多长时间|多久(?:之后)?|多少时间|多少(?:ms|毫秒))", "time"),
    (r"再下一(?:轮|个RTT)(?:的)?(?:cwnd)?", "next@2"),
    (r"下一(?:轮|个RTT)(?:的)?(?:cwnd|窗口)?(?=是|为|=|多少|\?|等|?$|[,。;])".replace("|?$", ""), "next@1"),
    (r"(?:新的?|此时的?|这时的?|当时的?)?ssthresh(?:的)?(?:新值)?(?:和|与|、|以及|,)(?:新的?)?cwnd(?:的)?(?:值)?", "threshold and window"),
    (r"cwnd(?:的)?(?:值)?(?:和|与|、|以及|,)(?:新的?)?ssthresh(?:的)?(?:值)?", "window and threshold"),
    (r"(?:[两二三四2-4]|各|每|历|这几)次(?:拥塞|调整|变化|改变|事件|丢失|发生|之|以|后)*(?:的)?ssthresh(?:的)?(?:新值|值)?", "thresholds"),
    (r"(?:新的?|此时的?|这时的?|当时的?)?ssthresh(?:的)?(?:新值|值)?", "threshold"),
    (r"(?:甲)?(?:的)?发送窗口(?:大小|的大小)?", "sent"),
    (r"(?:实际)?(?:上)?(?:最多)?(?:能|可以?)(?:够)?发(?:送)?(?:出去?)?(?:多少|几)(?:个)?(?:报文段|段|MSS|KB|字节)?", "sent"),
    (r"(?:此时|这时|之后|那)?(?:的)?(?:新的?)?(?:cwnd|(?<!接收)(?<!发送)窗口)(?:的)?(?:大小|值)?(?:会|将|应)?", "window"),
)  # fmt: skip


_ALL_ASKED = (
    (rf"{SENT_IN_ALL}(?:多少|几)个?RTT", "until@{n}"),
    (rf"{SENT_IN_ALL}(?:(?:多少|几)个?(?:ms|毫秒)|多长时间|多久|多少时间)", "until time@{n}"),
)

_IN_BYTES = {
    "KB": r"(?:多少|几)个?(?:KB|千字节)|KB(?:为单位|表示)",
    "B": r"(?:多少|几)个?(?:字节|B(?![A-Za-z]))|(?:字节|B)(?:为单位|表示)",
}


def _note_events(problem: Told) -> None:
    """What happens, when or at which window; each of them an `event` fact: (kind, round or None, window or None)."""

    def kind(match: re.Match[str]) -> str:
        return "timeout" if match["timeout"] else "duplicates"

    problem.take_all(r"(?:此后|之后|后来)?(?:未|不再?|没有?再?|无)(?:再)?(?:发生|出现|有)*(?:发送)?超时(?:的情况下)?")
    forms = (
        rf"(?:在)?第(?P<round>\d+)轮(?:次)?(?:时|(?:发送|传输)后|发送的(?:报文)?段|发送|传输|的(?:报文)?段|发的(?:报文)?段|,|检测到|发生|收到|引起了?|网络|出现|又|后|结束|了|时候|中)*{EVENT}",
        rf"{EVENT}(?:发生)?(?:在|于)第(?P<round>\d+)轮",
        rf"(?:当|在)?(?:原|当前)?cwnd(?:从\d+(?!\d))?(?:都|均|上升|增大|增加|增长|达到|涨|升|到|了|是|设为|置为|为|在|=|:|等于|至|\s)*(?<!\d)(?P<value>\d+)\s*(?P<unit>KB|B|个?\s*MSS|个?(?:报文)?段)?(?:大小)?(?:的)?(?:时|那轮|那时)*,?(?:候)?(?:,)?(?:若|又|连续两次出问题:先|网络|发生|检测到|出现|收到|了|遇到|先|就|突然)*{EVENT}",
        rf"(?:上升|增大|增加|增长|涨|升)(?:到|至)(?:了)?(?P<value>\d+)\s*(?P<unit>KB|B|个?\s*MSS|个?(?:报文)?段)?(?:的)?(?:时|那轮|那时)*,?(?:候)?(?:,)?(?:网络|发生|检测到|出现|收到|了|就)*{EVENT}",
        rf"(?:在)?(?:某|t)?(?:时刻)?(?:发生|收到|检测到|出现)*{EVENT}(?:时|发生时|后)*(?:的)?,?(?:刻)?(?:的)?(?:当前)?cwnd(?:为|是|=|等于)*(?P<value>\d+)\s*(?P<unit>KB|B|个?\s*MSS|个?(?:报文)?段)?",
    )
    found: list[tuple[int, tuple[str, int | None, Any]]] = []
    for pattern in forms:
        for match in problem.take_all(pattern):
            groups = match.groupdict()
            when = int(groups["round"]) if groups.get("round") else None
            found.append((match.start(), (kind(match), when, None if when is not None else size(match))))
    for number, (place, event) in enumerate(sorted(found, key=lambda each: each[0])):
        problem.note(f"event {number}", event, place)
    for match in problem.take_all(
        rf"(?:紧接着|随即|接着|随后|马上|立刻)(?:\([^()]*(?:未增长|没有?增长|不变)[^()]*\))?(?:又|再)*(?:发生|收到)*{EVENT}"
    ):
        problem.note("again", kind(match), match.start())
    for match in problem.take_all(rf"(?:收到|发生|检测到|出现)*{EVENT}(?:时|之?后)?"):
        problem.note("bare", kind(match), match.start())


def _recognise_course(text: str) -> Recognition | None:
    """The window's course: rounds, events, and what is asked of them."""
    problem = begin(text)
    problem.refuse("吞吐|带宽|如何|结束时|还(?:可以?|能)[^,。;?]{0,6}发|(?:尚未|未被?|没有?)(?:得到|收到)?确认")
    if patterns.search(r"缓存[^。;]{0,20}(?:不被?取走|不取走)|(?:不被?取走|不取走)", text):
        return _recognise_buffer(problem)
    reach = r"(?:恢复到|恢复为|重新达到|回到|涨回|再次达到|增长到|增大到|达到|到达|到)"
    problem.find("target of", rf"(?:cwnd)?{reach}(?:这个|该|此时的?)?(?:新的?)?ssthresh", lambda _: "threshold")
    problem.find("target of", rf"{reach}(?:发生)?超时(?:时刻|发生时|时|前|之前)(?:的)?cwnd", lambda _: "window")
    _note_events(problem)
    for pattern in (
        rf"(?:初始(?:的)?cwnd|cwnd(?:的)?(?:初始值?|初值|起始值?)|cwnd(?:由|从)|发送窗口(?:由|从)|开始时cwnd)(?:设|初始值)*{IS}{SIZE}(?:个)?(?:开始|起步|起)?",
        rf"从(?:cwnd{IS})?{SIZE}(?:开始|起步|涨|增|起)(?!,慢)",
        rf"cwnd{IS}(?P<value>1)(?P<unit>\s*MSS)?(?:开始|起步)",
    ):
        problem.find("start", pattern, size)
    problem.find("threshold", rf"(?:初始)?ssthresh(?:的)?(?:初始值?|初值|一开始|开始|初始)?{IS}{SIZE}(?:个)?", size)
    problem.take_all(r"ssthresh(?:设得|设置得|设)?(?:足够|非常|很|特别)大")
    problem.find(
        "shift",
        rf"(?:若|如果)?(?:再|之后|此后|接着|然后|接下来|以后|随后|后面?|又|的|过|经)*(?:,)?(?:经过|经历|过)?(?:了)?(?:这)?(?<!前)(?<!第)(?<!\d)(?P<value>\d+)个?RTT(?:时间)?(?:内|后|之后|以后|里|的)*(?:\(?(?:{FINE})\)?)?",
        lambda match: int(match["value"]),
    )
    problem.take_all(
        r"(?:当|等)?(?:这|第)?(?:些|\d+)?个?(?:RTT|轮)?(?:时间)?(?:内|里|中)?(?:发送)?的?(?:所有|全部)?(?:的)?(?:TCP)?(?:报文)?段?(?:都|全部|均)*(?:得到|收到|被)(?:了)?(?:肯定)?(?:应答|确认)(?:时|后|之后)?|(?:此后|之后|后面|其余)?(?:都|一直|全部|发送)*(?:成功|正常|没问题|顺利)(?!的RTT)(?:确认)?|这一轮(?:全部)?\d*个?(?:报文)?段(?:都|全部)?(?:被|得到)?确认|(?:一个|1个)?RTT(?:里|内|中)?(?:的)?所有段(?:都|全部)?(?:被|得到)?确认"
    )
    for match in problem.take_all(
        r"\((?:其中|即|也就是)?第(?P<n>\d+)轮(?:次)?(?:时)?(?:的?cwnd)?(?:时)?(?:重新)?(?:是|为|=|置为?|降为|降到|变为|从)(?P<value>\d+)\)"
    ):
        problem.note("given", (int(match["n"]), int(match["value"])), match.start())
    problem.ask(_ALL_ASKED)
    problem.refuse(SENT_IN_ALL)
    problem.find(
        "target", rf"(?:达到|增长到|增大到|涨到|涨回|增至|上升到|升到|到达|到|发(?:送|出)?(?:一个)?)(?:了)?{SIZE}(?:个)?(?:段)?", size
    )
    problem.find(
        "full",
        r"(?:第一次|首次)?(?:才)?(?:能|可以)?(?:一次)?(?:性)?发满(?:这|整)?个?(?:\d+\s*KB(?:的)?)?(?:接收)?窗口|(?:才)?(?:能|可以)?(?:首次)?(?:发送|发出|发)(?:出)?(?:第一个|一个|首个)?(?:完全|满|完整|满的|完整的)(?:的)?(?:一个)?(?:接收)?窗口(?:的数据)?(?:\(\d+KB\))?",
    )
    problem.find("at", rf"(?:当前)?cwnd{IS}{SIZE}(?:时)?", size)
    problem.ask(((r"(?:在)?(?:超时后|之后|此后)?处于慢开始(?:阶段)?的(?:总)?时间", "slow time"),))
    for match in problem.take_all(r"(?:处于|正处于|还?在)?(?P<name>拥塞避免|慢开始)阶段|(?:正)?处于(?P<other>慢开始|拥塞避免)"):
        problem.note("phase", match["name"] or match["other"], match.start())
    for place in [fact.place for fact in problem.told if fact.name == "target"]:
        # "cwnd 重新达到 18 KB" says what must be reached, and asks nothing.
        if reaching := patterns.search(r"(?:cwnd|窗口)(?:重新|首次|第一次|能|可以|才|会|再)*$", problem.rest[:place]):
            problem.take_spans([reaching.span()])
    asked = problem.ask(_COURSE_ASKED)
    for left in patterns.finditer(r"第\d+轮", problem.rest):
        start, end = problem.clause_at(left.start())
        around = (start, problem.clause_at(end + 1)[1] if problem.text[end : end + 1] == "," else end)
        if any(around[0] <= place < around[1] for place, _ in problem.goals) and not patterns.search(
            "从第|为止|起", problem.text[start:end]
        ):
            stay_out(f"also asks of {left[0]}")
    problem.take_all(r"拥塞(?:控制|避免)(?:算法|阶段)?|慢开始(?:算法|阶段)?|(?:从)?第\d+轮(?:发送)?(?:之?后)?|RTT")
    if problem.has("各(?:次|轮)"):
        stay_out("each round, of which nothing was understood")
    problem.done(HARMLESS)
    if not asked:
        return None
    # "cwnd 涨到 12 KB 需要几个 RTT" speaks of the window, and asks for the round trips.
    shifts = [fact.place for fact in problem.told if fact.name == "shift"]
    if any(fact.name == "bare" and shifts and min(shifts) < fact.place for fact in problem.told) and problem.values("at"):
        stay_out("a loss that is noticed some rounds after the window that is told")
    growing = [place for place, name in problem.goals if name in ("count", "time", "longest", "which")]
    problem.goals = [
        (place, name)
        for place, name in problem.goals
        if name not in ("window", "sent") or not any(problem.clause_at(place) == problem.clause_at(other) for other in growing)
    ]
    both = len(problem.values("algorithm")) == 2 and patterns.search("两边|两者|分别|各自|二者|各", text) is not None
    if both:
        algorithms = problem.values("algorithm")
        problem.forget("algorithm")
        told = [_course(replace(unit, known=unit.known | {"algorithm": name}), problem) for name in algorithms for unit in problem.units()]
    else:
        told = [_course(unit, problem) for unit in _going_on(problem.units())]
    if (
        not both
        and "超时" in problem.text
        and any(patterns.match(r"\s*再?经?过?\d+个?RTT", unit.own) and "window" in unit.asked for unit in problem.units()[1:])
    ):
        stay_out("which round is the first after the timeout?")
    if any(one is None for one in told):
        return None
    found = [one for one in told if one is not None]
    missing = (Missing("mss", "最大段长 MSS 是多少 KB？", "MSS={}KB"),) if any(one.pop("unknown") for one in found) else ()
    return Recognition(parameters={"courses": found}, understood=understood(found), missing=missing)


def _going_on(units: list[Unit]) -> list[Unit]:
    """The questions, a later round's with what happened before it: `若第 9 轮超时，…？(3) 之后一直正常，第 15 轮的 cwnd 是多少`."""
    for before, unit in pairwise(units):
        happened = {name: value for name, value in before.known.items() if name.startswith("event ")}
        rounds = [int(number) for name in unit.asked for number in patterns.findall(r"@(\d+)", name)]
        if (
            happened
            and rounds
            and not any(name.startswith(("event ", "bare", "again")) for name in unit.known)
            and not patterns.search("若|如果|假如|假设|没有?(?:发生|出现)|未(?:发生|出现)", unit.own)
            and all(when is not None and min(rounds) > when for _, when, _ in happened.values())
        ):
            unit.known |= happened
    return units


def _recognise_buffer(problem: Told) -> Recognition | None:
    """The receiver keeps all it gets: its window shrinks to nothing as the sender's grows."""
    problem.find("threshold", rf"(?:初始)?ssthresh(?:的)?(?:初始值?|初值|初始)?{IS}{SIZE}", size)
    problem.find(
        "buffer",
        r"(?:分配)?(?P<value>\d+)\s*(?P<unit>KB)(?:的)?(?:接收)?缓存|(?:接收)?缓存(?:为|共|有|=)*(?P<other>\d+)\s*KB",
        lambda match: (int(match["value"] or match["other"]), "KB"),
    )
    problem.find("shift", r"(?:经过|过|经)?(?P<value>\d+)个?RTT(?:后|之后)?", lambda match: int(match["value"]))
    problem.find("start", rf"(?:初始cwnd|cwnd(?:的)?初始值?){IS}{SIZE}", size)
    problem.take_all(
        r"(?:若|且)?(?:乙)?(?:收到的)?(?:数据)?(?:全部)?(?:都)?存入缓存|(?:不被?|应用(?:程序)?不)取走(?:数据)?|(?:未|没有?|不)(?:出现|发生)?(?:发送)?超时(?:的情况下)?|忽略段?传输延迟"
    )
    problem.ask(((r"(?:甲)?(?:的)?发送窗口(?:大小|的大小)?", "sent"),))
    problem.take_all(r"拥塞控制|从连接建立成功时刻起|RTT")
    problem.done(HARMLESS + " 为该连接 分配 缓存 全部 存入 乙 收到的数据 向")
    facts = {fact.name: fact.value for fact in problem.told}
    mss = facts.get("mss")
    if (
        "receive" in facts
        or mss is None
        or mss[1] != "KB"
        or mss[0] <= 0
        or "buffer" not in facts
        or "shift" not in facts
        or not problem.goals
    ):
        return None
    threshold = facts.get("threshold", (10**6 * mss[0], "KB"))
    if any(value[0] % mss[0] for value in (threshold, facts["buffer"])) or facts.get("start", mss) != mss:
        return None
    return Recognition(
        parameters={
            "task": "buffer",
            "mss": mss[0],
            "threshold": threshold[0] // mss[0],
            "buffer": facts["buffer"][0] // mss[0],
            "shift": facts["shift"],
        },
        understood=(("缓存", f"{facts['buffer'][0]} KB"), ("MSS", f"{mss[0]} KB"), ("问", f"{facts['shift']} 个 RTT 后")),
    )


def _course(unit: Unit, problem: Told) -> dict[str, Any] | None:
    known, asked = dict(unit.known), []
    for name in unit.asked:
        if name in ("threshold and window", "window and threshold"):
            asked += name.split(" and ")
        elif "@" in name and "轮" in name:
            asked += [f"{name.partition('@')[0]}@{number}" for number in patterns.findall(r"\d+", name)]
        elif name.startswith("both@"):
            asked += [f"threshold@{name[5:]}", f"window@{name[5:]}+None"]
        else:
            asked.append(name)
    if any(name.startswith("until") for name in asked) and patterns.search("之后再|再发|再传|超时|重复", unit.text):
        return None  # from which moment on
    both = {"threshold and window", "window and threshold"} & set(unit.asked)
    if both and {"threshold", "window"} & set(unit.asked) and "shift" in known:
        stay_out("the same is asked of two moments")
    asked = list(dict.fromkeys(asked))
    events = [known[name] for name in sorted(known) if name.startswith("event ")]
    if events and patterns.search(COUNTED_FROM_EVENT, problem.text):
        stay_out("counted from which moment")
    again = known.get("again") if len(events) == 1 else None
    if "again" in known and again is None:
        return None
    if "bare" in known:
        if events and known["bare"] not in {kind for kind, _, _ in events}:
            return None
        if not events and "at" not in known:
            return None
        events = events or [(known["bare"], None, known.pop("at"))]
    mss = known.get("mss")
    sizes = {name: known[name] for name in ("start", "threshold", "target", "receive", "at") if name in known}
    scales = {unit_ for _, unit_ in (*sizes.values(), *(at for _, _, at in events if at is not None))}
    told_in = scales - {"", "MSS"}
    if len(told_in) > 1:
        return None
    kb, unknown, shown = None, False, next(iter(told_in), None)
    if shown is None and mss is not None and mss[1] in ("KB", "B") and patterns.search(_IN_BYTES[mss[1]], unit.text):
        kb, shown = mss[0], mss[1]  # told in segments, asked in bytes
    elif shown is not None:
        if mss is None and shown == "KB" and scales == {"KB"}:
            mss, unknown = (1, "KB"), True
        if mss is None or mss[1] != shown or ("" in scales and mss[0] != 1):
            return None
        kb = mss[0]
    elif patterns.search(f"{_IN_BYTES['KB']}|{_IN_BYTES['B']}", unit.text):
        return None  # asked in bytes, told in segments of no told size
    if kb is not None and kb <= 0:
        return None

    def segments(size: tuple[int, str]) -> int:
        value, of = size
        if of in ("MSS", "") and (of or mss != (1, "KB")):
            return value if value > 0 else stay_out("nothing")
        return value // (kb or 1) if value > 0 and value % (kb or 1) == 0 else stay_out("no whole segments")

    down = {name: segments(size) for name, size in sizes.items()}
    happened = [{"kind": kind, "when": when, "at": None if at is None else segments(at)} for kind, when, at in events]
    if any(each["at"] is not None and each["at"] < 4 for each in happened) or max([*down.values(), 0]) > 2000:
        return None
    algorithms = problem.values("algorithm")
    if len(algorithms) == 2 and "algorithm" not in known:
        return None
    algorithm = known.get("algorithm", algorithms[0] if len(algorithms) == 1 else None)
    if down.get("at") == 1 and "start" not in down and not any(each["at"] is not None for each in happened):
        down["start"] = down.pop("at")
    if "slow time" in asked:
        if "target" in down or "target of" in known:
            return None
        known["target of"] = "threshold"
        asked = ["time" if name == "slow time" else name for name in asked]
    if known.get("target of") == "threshold" and not happened and "threshold" in down and "target" not in down:
        down["target"] = down["threshold"]
        known.pop("target of")
    if "target of" in known:
        if "target" in down or len(happened) != 1 or happened[0]["at"] is None:
            return None
        down["target"] = happened[0]["at"] // (2 if known["target of"] == "threshold" else 1)
    if unknown and set(asked) <= {"threshold", "window", "sent"} and "shift" not in known:
        # Half a window, or the smaller of two, is the same whatever a segment holds.
        kinds = {each["kind"] for each in happened}
        unknown = not (kinds <= {"duplicates"} and algorithm != "Tahoe") and asked != ["threshold"]
    if "full" in known:
        if "receive" not in down:
            return None
        down["target"] = down.pop("receive")
    slowest = "longest" in asked
    if slowest:  # never in slow start
        if {"threshold", "at"} & set(down) or happened or "start" not in down or "phase" in known:
            return None
        down["threshold"] = down["start"]
        asked = ["time" if name == "longest" else name for name in asked]
    # `至少`: what is fastest is slow start all the way.
    fastest = {"time", "count"} & set(asked) and not happened and "threshold" not in down and patterns.search("至少|最少|最短", unit.text)
    one: dict[str, Any] = {
        "asked": asked, "events": happened, "again": again, "start": down.get("start"), "threshold": down.get("threshold"), "target": down.get("target"), "receive": down.get("receive"),
        "at": down.get("at"), "shift": known.get("shift"), "phase": known.get("phase"), "recovery": algorithm != "Tahoe", "kb": kb, "in": shown or "MSS", "trip": str(known["trip"]) if "trip" in known else None,
        "given": known.get("given"), "unknown": unknown, "slowest": slowest, "free": bool(fastest or patterns.search(r"足够大|非常大|很大|特别大|没有?拥塞|无拥塞|不拥塞|慢开始(?=阶段|过程|算法|期间|时|方式)|(?:在|处于|采用|使用|按照?|用|执行|遵循)慢开始", problem.text)),
    }  # fmt: skip
    return one


def understood(found: list[dict[str, Any]]) -> tuple[tuple[str, str], ...]:
    """What was told of the courses."""
    said: list[tuple[str, str]] = []
    for one in found:
        unit, scale = f" {one['in']}", one["kb"] or 1
        for name, label in (
            ("start", "初始拥塞窗口"),
            ("threshold", "慢开始门限"),
            ("at", "拥塞窗口"),
            ("target", "增长到"),
            ("receive", "接收窗口"),
        ):
            if one[name] is not None and not (name == "threshold" and one["slowest"]):
                said.append((label, f"{one[name] * scale}{unit}"))
        if one["slowest"]:
            said.append(("增长", "最慢：一直处于拥塞避免，每个 RTT 加 1 个 MSS"))
        for event in one["events"]:
            place = f"拥塞窗口为 {event['at'] * scale}{unit} 时" if event["at"] is not None else f"第 {event['when']} 轮"
            said.append(("事件", f"{place}{'超时' if event['kind'] == 'timeout' else '收到 3 个重复确认'}"))
        for name in one["asked"]:
            if name.startswith("until"):
                said.append(("共发送", f"{name.partition('@')[2]} {one['in']}"))
        if one["shift"] is not None:
            said.append(("问", f"之后经过 {one['shift']} 个 RTT"))
    return tuple(dict.fromkeys(said)) or (("问", "拥塞窗口"),)
