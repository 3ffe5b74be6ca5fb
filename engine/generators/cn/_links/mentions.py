"""Problems of links read by what they mention: delays, sliding windows and collisions alike are quantities of a link and what follows from them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from engine.generators import patterns
from engine.generators.clauses import Clauses
from engine.generators.cn import _units as units
from engine.generators.cn._clauses import TALK, Problem, speeds_written_out
from engine.generators.cn._collision import reading as collision_reading
from engine.generators.cn._collision.words import UNLIKE
from engine.generators.cn._delay import reading as delay_reading
from engine.generators.cn._delay.understood import understood
from engine.generators.cn._links.words import LEXICON
from engine.generators.cn._mentions import Clause, Mention
from engine.generators.cn._told.told import Unit
from engine.generators.cn._told.words import COUNTED
from engine.generators.cn._windows import reading as window_reading
from engine.generators.cn._windows.words import SLIDING, STOP_AND_WAIT
from engine.generators.kind import Recognition
from engine.generators.pasted.normalising import normalise
from engine.generators.patterns import caseless
from engine.generators.reading import close_up, stay_out, to_int, to_share

_QUANTITIES = {
    "rate": units.bits_per_second,
    "speed": units.metres_per_second,
    "distance": units.metres,
    "rtt": units.seconds,
    "prop": units.seconds,
    "processing": units.seconds,
    "queueing": units.seconds,
    "sending": units.seconds,
    "frame": units.bits,
    "message": units.bits,
    "length": units.bits,
    "payload": units.bits,
    "header": units.bits,
    "ack": units.bits,
    "share": to_share,
    "less": units.bits,
    "more": units.bits,
    "window": to_int,
    "receive": to_int,
    "bits": to_int,
    "links": to_int,
    "routers": to_int,
    "count": to_int,
}
_NUMBERED = "。 (1) 求窗口。\n(2) 求位数。"
_ONLY_ASKS = re.compile(
    r"(?:又|则|那么?|此时|这时|应该?|至少|最少|最多|需要?|要|为|是|约|各|分别|到底|能|可以?|达到?|时|的|,|\s)*(?:(?:多少|几|多大|多长|什么|\(\s*\d{0,2}\s*\)|_+)\s*(?:个|位|帧|字节|比特|bit|B|ms|毫秒|微秒|μs|秒|米|m|km|%|kbps|Mbps)?)?(?:呢)?[。?]?"
)
_CASES = r"(?:下列|以下|下面|如下|[两三四2-4]种)(?:各?种|几种|[两三四2-4]种)?(?:的)?(?:不同)?(?:的)?(?:情况|情形|条件|协议|方式)"
_COLLISIONS = r"CSMA|(?:冲突|碰撞)|争用期|最[短小](?:有效)?(?:数据)?(?:帧|包)"
_WINDOWS = r"窗口|停止?-?等|GBN|后退|回退|选择(?:性)?重|ARQ|(?<![A-Za-z])SR(?![A-Za-z])|利用率|序号|确认帧"


@dataclass(slots=True)
class Question:
    """What is asked together, with what is told for it alone."""

    asked: list[str] = field(default_factory=list)
    told: dict[str, Any] = field(default_factory=dict)
    text: str = ""
    goes_on: bool = False
    elided: bool = False  # asks the same as the question before


def opened(text: str) -> str:
    """A text in one spelling: units, speeds and rates as everywhere, its headings gone."""
    text = normalise(text)
    for short, full in Problem.shortened:
        text = caseless(short).sub(full, text)
    text = patterns.sub(r"(?<=\d)(\s*)([kKMG])b/?s(?![A-Za-z])", r"\1\2bps", text)  # no bytes a second
    text = close_up(units.speeds_in_words(speeds_written_out(units.without_restatements(text))))
    if not caseless(units.RATE).search(text):
        text = caseless(r"(?<![\dA-Za-z])(\d{1,4})\s*M(?:bit)?(?=的?(?:以太网|网|带宽|链路|信道|局域网|CSMA))").sub(r"\1Mbps", text)
    for heading in (*Clauses.headings, *TALK):
        if not caseless(heading).search(_NUMBERED):  # the numbers of questions stay
            text = caseless(heading).sub(" ", text)
    text = caseless(
        rf"(?:单[程向])?传播(?:时延|延迟|延时|时间)(?P<is>(?:为|是|=|约)*\s*{units.TIME})\s*\((?:即|指)?(?:是)?(?:往返|来回|双程)(?:的)?(?:时延|延迟|时间)?\)"
    ).sub(r"往返传播时延\g<is>", text)
    text = patterns.sub(r"\((?:只|仅|纯|都)?(?:算|含|指|为|包括)*(?:往返|来回)?(?:的)?传播(?:延迟|时间)?\)", "", text)
    return patterns.sub(
        r"\(?(?:其中|在?这里|设|注:?)?,?(?:取)?1?\s?(?:[kKMG]b?(?:ps|it)?)\s*=\s*10\s?\^?\s?[369](?:b(?:ps|it)?)?\)?,?", "", text
    )


def _value(mention: Mention) -> Any:
    text = mention["value"] or mention["value2"]
    return _QUANTITIES[mention.kind](text)


def questions(text: str) -> tuple[dict[str, Any], list[Question]] | None:
    """What is told for all questions, and the questions; None where nothing is asked."""
    clauses = LEXICON.read(text)
    shared: dict[str, Any] = {}
    found: list[Question] = []
    current = Question()
    lead: Question | None = None  # `the utilisation in these cases: (1) … (2) …`
    numbered = sum(clause.has("number") for clause in clauses) > 1
    for clause in clauses:
        if clause.has("number") and (current.asked or current.told) and numbered:
            if lead is None and not found and current.asked and patterns.search(_CASES, current.text):
                lead = current
                _add(shared, current.told)
            elif current.asked or current.elided or lead is not None:
                found.append(current)
            else:
                _add(shared, current.told)
            current = Question()
        elif (current.asked and clause.asks and _tells(clause)) or (current.asked and not clause.asks and _tells(clause)):
            found.append(current)
            current = Question()
        _take(clause, current)
        current.text += clause.text + ","
    if current.asked or current.elided or (lead is not None and current.told):
        found.append(current)
    elif current.told:
        _add(shared, current.told)
    if lead is not None:
        for question in found:
            question.asked = question.asked or list(lead.asked)
    for before, question in pairwise(found):
        if question.elided and not question.asked:
            question.asked, question.goes_on = list(before.asked), True
    if not found or not all(question.asked for question in found):
        return None
    if not numbered:
        _add(shared, found[0].told)
        found[0].told = {}
    return shared, found


def _tells(clause: Clause) -> bool:
    return any(mention.kind in _QUANTITIES or mention.kind.startswith("protocol") for mention in clause.mentions)


def _add(known: dict[str, Any], more: dict[str, Any]) -> None:
    for name, value in more.items():
        if known.setdefault(name, value) != value:
            stay_out(f"{name}: {known[name]} and {value}")


def _take(clause: Clause, question: Question) -> None:
    """A clause's mentions as what it tells and asks."""
    for mention in clause.mentions:
        if mention.kind in _QUANTITIES:
            value = _value(mention)
            if question.told.setdefault(mention.kind, value) != value:
                stay_out(f"{mention.kind}: {question.told[mention.kind]} and {value}")
        elif mention.kind == "both windows":
            question.told["window"] = question.told["receive"] = to_int(mention["value"])
        elif mention.kind.startswith("protocol"):
            name = mention.kind.removeprefix("protocol ")
            if question.told.setdefault("protocol", name) != name:
                stay_out("two protocols")
        elif mention.kind == "equal":
            question.told["equal"] = True
        elif mention.kind == "full":
            question.told["full"] = True
        elif mention.kind == "ignored":
            question.told["ignored"] = question.told.get("ignored", "") + mention.text
        elif mention.kind == "now":
            question.goes_on = True
        elif mention.kind.startswith("ask ") and clause.asks:
            name = mention.kind.removeprefix("ask ")
            if name not in question.asked:
                question.asked.append(name)
    asks = sum(mention.kind.startswith("ask ") for mention in clause.mentions)
    if clause.asks and sum(mention.kind == "number" for mention in clause.mentions) > max(asks, 1):
        stay_out(f"also asks: {clause.text}")
    if clause.asks and not any(mention.kind.startswith("ask ") for mention in clause.mentions):
        left = clause.text
        for mention in clause.mentions:
            left = left.replace(mention.text, "", 1) if mention.kind != "blank" else left
        if (question.asked and _tells(clause)) or not _ONLY_ASKS.fullmatch(left.strip()):
            stay_out(f"asks: {clause.text}")
        question.elided = not question.asked


def _of_each(text: str, topic: str, others: str) -> tuple[str, dict[str, Any], list[Question]] | None:
    if not caseless(topic).search(text) or caseless(others).search(text) or COUNTED.search(text):
        return None
    plain = opened(text)
    found = questions(plain)
    return None if found is None else (plain, *found)


def _known_by(shared: dict[str, Any], found: Sequence[Question], place: int, cumulative: bool) -> dict[str, Any]:
    """What holds for a question: its own, else what all share, else, where it goes on from them, that of those before it."""
    known = dict(shared)
    if cumulative or found[place].goes_on:
        for before in found[:place]:
            known |= before.told
            for name in before.asked:
                known.pop(name, None)
    return known | found[place].told


_IN_WINDOWS = {"rtt": "double", "prop": "single", "ack": "acknowledgement", "message": "frame", "length": "frame", "payload": "payload"}
_ASKED_IN_WINDOWS = {"prop": "propagation", "total": "total", "slot": "cycle"}


def recognise_windows(text: str) -> Recognition | None:
    """Sliding windows over a link."""
    if (
        read := _of_each(
            text, _WINDOWS, r"CSMA|TCP|拥塞|冲突|碰撞|交换机|路由器|网桥|存储-?转发|等待\s*\d|(?:过|隔)\s*\d[^,。;?]{0,6}(?:才|再)"
        )
    ) is None:
        return None
    plain, shared, found = read

    def of(place: int, cumulative: bool) -> dict[str, Any] | None:
        question = found[place]
        known = _known_by(shared, found, place, cumulative)
        ignored = "确认" in known.pop("ignored", "") or "ACK" in known.get("ignored", "")
        if (
            set(known) & {"header", "payload", "processing", "queueing", "links", "routers", "count"}
            or len({"message", "frame", "length"} & set(known)) > 1
        ):
            return None
        told = {_IN_WINDOWS.get(name, name): value for name, value in known.items()}
        asked = [_ASKED_IN_WINDOWS.get(name, name) for name in question.asked]
        if set(asked) - {"utilization", "throughput", "window", "bits", "frame", "rate", "propagation", "distance", "sending", "receive"}:
            return None
        for name in ("bits", "window"):
            if name in asked and name in told and name not in question.told:
                told.pop(name)
        if {"bits", "window"} & set(asked) and "bits" not in question.told and "bits" in told and ("share" in told or "full" in told):
            told.pop("bits")
        if {"bits", "window"} & set(asked) and ("share" in told or "full" in told):
            told.pop("window", None)
        told.pop("ignored", None)
        if {"frame", "bits"} & set(asked) and patterns.search("至多|最多", question.text):
            return None
        protocol = told.get("protocol") or (
            SLIDING
            if "window" in told or {"window", "bits"} & set(asked)
            else STOP_AND_WAIT
            if patterns.search("确认|应答", plain)
            else None
        )
        return window_reading.parameters_of(Unit(asked, told, question.text, question.text), ignored, plain, protocol)

    told = _one_by_one(found, of)
    if told is None:
        return None
    return window_reading.together(told)


_IN_COLLISIONS = {"rtt": "round_trip", "prop": "delay", "length": "frame"}
_ASKED_IN_COLLISIONS = {
    "min frame": "frame",
    "frame": "frame",
    "slot": "round_trip",
    "prop": "delay",
    "distance": "distance",
    "rate": "rate",
    "speed": "speed",
}


def recognise_collisions(text: str) -> Recognition | None:
    """CSMA/CD: the round trip over the cable against the shortest frame."""
    if (
        read := _of_each(
            text, _COLLISIONS, rf"帧的?最[大长](?!传|跨)|退避|重传|全双工|集线器|Hub|令牌|CSMA\s?/\s?CA|窗口|停止?-?等|{UNLIKE}"
        )
    ) is None:
        return None
    plain, shared, found = read

    def of(place: int, cumulative: bool) -> dict[str, Any] | None:
        question = found[place]
        known = _known_by(shared, found, place, cumulative)
        known.pop("ignored", None)
        if set(known) - {"rate", "speed", "distance", "rtt", "prop", "frame", "length", "less", "more"} or {"frame", "length"} <= set(
            known
        ):
            return None
        told = {_IN_COLLISIONS.get(name, name): value for name, value in known.items()}
        asked = [_ASKED_IN_COLLISIONS.get(name, "") for name in question.asked]
        if not all(asked):
            return None
        asked = [name for name in dict.fromkeys(asked) if not (name in told and len(asked) > 1)]
        if {"less", "more"} & set(told):
            told = {name: value for name, value in told.items() if name in ("less", "more", "rate", "speed")}
        return collision_reading.parameters_of(Unit(asked, told, question.text, question.text), plain, False, False, False)

    told = _one_by_one(found, of)
    return None if told is None else collision_reading.together(told)


_IN_DELAYS = {"rtt": "round_trip", "prop": "propagation", "length": "message", "frame": "packet", "sending": "sending told"}
_ASKED_IN_DELAYS = {"prop": "propagation", "frame": "length"}


def recognise_delays(text: str) -> Recognition | None:
    """Sending, propagation and what they sum up to."""
    if (
        read := _of_each(
            text,
            r"时延|延迟|延时|时间|多久|速率|带宽|比特",
            rf"{_COLLISIONS}|{_WINDOWS}|TCP|拥塞|确认|应答|响应|下一个?帧|报文交换|电路交换|利用率|Hz|波特|码元|编码|采样|直通|虚电路|流水|并行|重发|重传",
        )
    ) is None:
        return None
    plain, shared, found = read

    def of(place: int, cumulative: bool) -> dict[str, Any] | None:
        question = found[place]
        known = _known_by(shared, found, place, cumulative)
        ignored = known.pop("ignored", "")
        if set(known) & {"ack", "share", "window", "receive", "bits", "protocol", "equal", "full"} or {"message", "length"} <= set(known):
            return None
        told = {_IN_DELAYS.get(name, name): value for name, value in known.items()}
        asked = [_ASKED_IN_DELAYS.get(name, name) for name in question.asked]
        if set(asked) - {"sending", "propagation", "total", "product", "rate", "length", "distance"}:
            return None
        context = {
            "methods": ["packet"] if "分组交换" in plain else [],
            "stored": bool(patterns.search("存储-?转发", plain)),
            "ignored": ignored,
            "each": bool(patterns.search("每[段条]|各[段条]", plain)),
            "each_router": bool(patterns.search("每[个台]?(?:路由器|结点|节点|交换机)", plain)),
            "equal": False,
            "text": plain,
            "segments": [],
        }
        return delay_reading.parameters_of(Unit(asked, told, question.text, question.text), context)

    told = _one_by_one(found, of)
    return None if told is None else understood([one | {"characters": False} for one in told])


def _one_by_one(found: Sequence[Question], of: Any) -> list[dict[str, Any]] | None:
    """The parameters of each question: with what is its own, or going on from those before it where that is not enough."""
    told = []
    for place in range(len(found)):
        one = of(place, False)
        if (one is None or not _enough(one)) and place:
            one = of(place, True)
        if one is None or not _enough(one):
            return None
        told.append(one)
    return told


def _enough(one: dict[str, Any]) -> bool:
    """Whether what is known of a question's link may do; the solver finds out."""
    known = one.get("known")
    return not isinstance(known, dict) or bool(known)
