"""Reading problems about delays by their parts: rates, lengths, distances and times, each with the role its clause gives it."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import Any

from engine.generators import patterns
from engine.generators.cn import _units as units
from engine.generators.cn._delay.facts import (
    CHARACTERS,
    NODES,
    equal_delays,
    from_start_to_end,
    note_cut_through,
    prefixes_told,
    roles,
    segments_told,
    written_out,
)
from engine.generators.cn._delay.inverse import inverse
from engine.generators.cn._delay.overhead_reading import overhead
from engine.generators.cn._delay.understood import equal_quantity, understood
from engine.generators.cn._delay.words import ASKED, HARMLESS, IGNORE, IGNORED_AFTER, REFUSED, RELEASED
from engine.generators.cn._told.told import Told, Unit
from engine.generators.kind import Recognition
from engine.generators.reading import DECIMAL, INTEGER, to_int, to_share

# Of several links, or of a figure that is lost, how many there are is not told.
_LINKS_NOT_COUNTED = r"(?:所有|各|每(?:一)?(?:段|条)|各段|各条|全部)(?:的)?(?:链路|线路)|[上下左右如附题]图|图(?:中|所示)"


def recognise(text: str) -> Recognition | None:
    """The parameters of the kind's `solve`; None or `StayOut` where a quantity or a word is not understood."""
    written = from_start_to_end(written_out(text))
    if patterns.search("效率|有效数据|百分", written) and patterns.search(
        "首部|头|首尾|额外开销|额外的开销|UDP[^。]*TCP|TCP[^。]*UDP", written
    ):
        return overhead(Told(written))
    problem = Told(written)
    characters = bool(problem.take_all(patterns.sub(r"([()])", r"\\\1", CHARACTERS)))
    note_cut_through(problem)
    problem.refuse(REFUSED)
    problem.refuse(r"(?:处理|排队|等待|往返)(?:的)?(?:延迟|时间)(?:各|分别)?(?:是|为|有)?(?:多少|多长|几|多大)")
    problem.find(
        "share", rf"利用率(?:U)?(?:达到|达|为|是|有|到|=)*(?P<value>{DECIMAL}%|0\.\d+)(?:时)?", lambda match: to_share(match["value"])
    )
    problem.take_all(r"(?:公式)?D\s*=\s*D_?0\s*/\s*\(1-U\)")
    prefixes = prefixes_told(problem)
    problem.take_all(r"\(\s*(?:10|2)\^\d+(?:\s*B)?\s*\)")
    problem.take_all(r"(?<![A-Za-z\d])[xkdbpshnLN]\s*=\s*(?=\d)|(?<=[汉\u4e00-\u9fff])[xkdbpsh]\s*=\s*(?=\d)")
    problem.find("routers", rf"(?P<value>{INTEGER})\s*(?:个|台|次){NODES}(?:转发)?", lambda match: to_int(match["value"]))
    problem.find("routers", r"(?:经过?|通过|中间有|隔着?)(?:路由器|交换机)(?:转发)?", lambda _: 1)
    methods = [
        (match.start(), name)
        for pattern, name in ((r"电路交换", "circuit"), (r"报文交换", "message"), (r"(?:数据报)?分组交换", "packet"))
        for match in problem.take_all(pattern + r"(?:方式|网络|网|技术|时)?")
    ]
    # `报文交换整个传，和切成 1000 B 的分组传`: the second way is packet switching, though nobody says so.
    if methods and "packet" not in {name for _, name in methods} and (cut := _CUT_AND_SENT.search(problem.text)):
        methods.append((cut.start(), "packet"))
    for place, name in methods:
        problem.note(f"method {name}", True, place)
    stored = bool(
        problem.take_all(
            r"存储[-—]*转发(?:的)?(?:方式|技术)?|先收全再转发|收全(?:了|后)?再(?:转发|发)|(?:全部|完整)?(?:收到|接收)(?:完)?(?:后)?(?:才|再)转发"
        )
    )
    problem.drop_names()
    problem.take_all(r"(?<![\d.])1个(?=大小|长|报文|文件|分组|数据|\d)")
    problem.take_all(RELEASED)
    ignored = "".join(match[0] for pattern in (IGNORE, IGNORED_AFTER) for match in problem.take_all(pattern))
    left_out = problem.take_ignored()
    ignored += left_out
    if patterns.search("其[他它余]|一切", left_out) or problem.take_all(
        r"(?:忽略|不计|不考虑|不管)(?:其[他它余]|别的)(?:的)?(?:延迟|时间|因素|开销|一切)?"
    ):
        ignored += "其余"
    equal = equal_delays(problem)
    segments = segments_told(problem)
    each = problem.has(
        rf"(?:每(?:一)?(?:段|条|跳|个)|各(?:段|条|跳|个)?|所有)(?:链路|路由器)?[^。;]{{0,24}}?(?:{units.TIME}|{units.DISTANCE})|(?:均|都|各)(?:为|是|长|=)*(?:{units.TIME}|{units.DISTANCE})"
    )
    each_router = problem.has(r"每(?:个|台)(?:路由器|结点|节点|交换机)?|(?:处理|排队)[^,。;]{0,8}(?:每|各)|各(?:路由器|结点|节点)")
    problem.take_all(r"每(?=\d*段|条|跳|一?段|一条|台)|每?(?:各|每)(?:段|条|跳|台)(?:链路)?的?")
    problem.find(
        "links",
        rf"(?P<value>{INTEGER})\s*(?:段|条|跳)(?:的)?(?:相同的?|串联的?)?(?:链路|线路)?(?=[^\u7ebf]|$)",
        lambda match: to_int(match["value"]),
    )
    problem.find(
        "count",
        rf"(?P<value>(?<![\d.]){INTEGER})\s*个(?:相同的?|等长的?)?(?:数据)?(?:分组|包)(?!交换)",
        lambda match: to_int(match["value"]),
    )
    problem.find(
        "count",
        rf"(?!一个|1个)(?P<value>(?<![\d.]){INTEGER})\s*个(?=(?:长度?(?:为)?)?\s*\d+(?:\.\d+)?\s*(?:[kM]?(?:b|B|bits?)|字节|比特)(?:长|大小)?的(?:分组|包))",
        lambda match: to_int(match["value"]),
    )
    problem.find("count", r"(?:共|总共|一共)(?P<value>\d+)个(?:分组|包)?(?=[,。;]|$)", lambda match: int(match["value"]))
    problem.find(
        "setup trips",
        rf"(?:先)?(?:花|用|需|需要|要|经过)?(?:了)?(?P<value>{INTEGER})次RTT(?:用于|来|用来|的)?(?:时间)?(?:建立连接|握手|建立)?",
        lambda match: to_int(match["value"]),
    )
    problem.find(
        "product told",
        rf"(?:延迟[-—]?带宽|带宽[-—]?延迟)[之的]?(?:乘积|积)(?:\((?:即)?(?:单向|单程)?(?:传播)?延迟(?:与|×|和|乘)(?:以)?带宽(?:的)?(?:乘积|积)?\))?(?:各|均|都|为|是|=|:)*(?P<value>{units.LENGTH})",
        lambda match: units.bits(match["value"]),
    )
    problem.tell(roles(prefixes))
    asked = problem.ask(ASKED)
    problem.take_all(
        r"(?:数据|信号|电磁波|光|光信号|电信号)?(?:在)?(?:媒体|介质|光纤|电缆|链路|信道|铜线)?(?:上|中|里)?的?(?:传播)?(?:速率|速度)|(?:数据)?(?:传输|发送)(?:速率|速度|率)|(?:发送|传输|传播|排队|处理|总|端到端)(?:延迟|时间)|数据率|(?:传输)?(?:距离|带宽)|RTT|往返(?:时间|延迟)?"
    )
    problem.done(HARMLESS, least=("total", "sending"))
    if not asked:
        return None
    told = []
    found = [part for unit in problem.units() for part in _of_one_sort(unit)]
    texts = [unit.own for unit in found]
    if stored and len(found) == 1 and {name for _, name in methods} == {"circuit"}:
        return None  # two ways of switching, one of them not named
    if len(found) == 1 and found[0].asked == ["total"] and len({name for _, name in methods}) < 2:
        start, end = problem.clause_at(problem.goals[-1][0])
        if patterns.search("各(?:需|用|要|是|为|花|多)|分别", problem.text[start:end]):
            return None  # two of something, of which one was read
    rates = problem.values("rate")
    for unit in found[1:]:
        if (
            "rate" not in unit.known
            and len(rates) == 1
            and not segments
            and any("rate" in other.known for other in found[: found.index(unit)])
        ):
            unit.known["rate"] = rates[0]  # told with an earlier question, and no other since
    for unit in found:
        mine = [name for _, name in sorted(methods) if name in _methods(unit.own)]
        if not mine and patterns.search("存储-?转发", unit.own) and len(found) > 1:
            mine = ["packet"]
        if not mine:
            mine = [name for _, name in sorted(methods) if not any(name in _methods(text) for text in texts)] or [
                name for _, name in sorted(methods)
            ]
        context = {
            "methods": list(dict.fromkeys(mine)),
            "stored": stored,
            "ignored": ignored,
            "each": each,
            "each_router": each_router,
            "equal": equal,
            "text": problem.text,
            "segments": segments,
        }
        told.append(parameters_of(unit, context))
    if any(one is None for one in told):
        return None
    return understood([one | {"characters": characters} for one in told if one is not None])


# Without one of these a time that is asked is that of sending.
_ARRIVES = re.compile("传播|距离|相距|相隔|往返|RTT|端到端|总[时延]|到达|收|送达|路由器|交换机|卫星|链路长", re.IGNORECASE)
_CUT_AND_SENT = re.compile(r"(?:切|拆|分|划分)(?:成|为)[^,。;?()]{0,16}(?:分组|包)")


_OF_A_LINK = frozenset({"product", "product bytes", "ratio", "bit time", "bit length", "first bit"})
_OF_A_WAY = frozenset({"total", "difference", "pieces"})


def _of_one_sort(unit: Unit) -> list[Unit]:
    """A question's parts: what is asked of a link, its product or its bits, and what is asked of the whole way."""
    if not (_OF_A_LINK & set(unit.asked) and _OF_A_WAY & set(unit.asked)):
        return [unit]
    parts: list[list[str]] = [[]]
    sort: frozenset[str] | None = None
    for name in unit.asked:
        of = _OF_A_LINK if name in _OF_A_LINK else _OF_A_WAY if name in _OF_A_WAY else sort
        if sort is not None and of is not sort:
            parts.append([])
        parts[-1].append(name)
        sort = of
    return [replace(unit, asked=asked, known=dict(unit.known)) for asked in parts]


def _methods(text: str) -> list[str]:
    named = [name for pattern, name in (("电路交换", "circuit"), ("报文交换", "message"), ("分组交换", "packet")) if pattern in text]
    return [*named, "packet"] if named and "packet" not in named and _CUT_AND_SENT.search(text) else named


def parameters_of(unit: Unit, context: dict[str, Any]) -> dict[str, Any] | None:
    """A question's parameters; None where what is told does not fit together."""
    known = {name: value for name, value in unit.known.items() if not name.startswith("method ")}
    asked = list(unit.asked)
    if any(known.get(name, 1) <= 0 for name in ("rate", "source rate", "speed", "message", "packet", "links", "count")) or any(
        rate <= 0 for rate, _ in context["segments"]
    ):
        return None
    segments, methods, equal = context["segments"], context["methods"], context["equal"]
    if (
        "product told" in known
        and "rate" in known
        and known.keys() & {"links", "routers"}
        and not known.keys() & {"distance", "propagation"}
    ):
        known["propagation"] = known.pop("product told") / known["rate"]
        context = context | {"each": True}
    if "sending told" in known or "product told" in known:
        return inverse(known, asked, methods, segments)
    for both, names in (("both", ["sending", "propagation"]), ("both reversed", ["propagation", "sending"])):
        if both in asked:
            place = asked.index(both)
            asked[place : place + 1] = names
    asked = list(dict.fromkeys(asked))
    for name, value in (
        ("rate", known.get("rate") or segments),
        ("distance", known.get("distance")),
        ("length", known.get("message") or known.get("packet")),
        ("propagation", known.get("propagation")),
    ):
        if name in asked and (value or (not equal and name in ("rate", "distance", "length"))):
            asked.remove(name)
    if "bottleneck" in asked:
        if not segments or set(asked) - {"bottleneck", "total"} or set(known) - {"message", "links"} or set(methods) - {"packet"}:
            return None
        if "total" in asked and "message" not in known:
            return None
        length = known.get("message")
        return {
            "task": "bottleneck",
            "asked": asked,
            "rates": [str(rate) for rate, _ in segments],
            "message": None if length is None else str(length),
        }
    if "idle" in known or "share" in known:
        if {"idle", "share"} <= set(known) and set(asked) <= {"total", "queued"} and asked and 0 <= known["share"] < 1:
            return {"task": "queued", "idle": str(known["idle"]), "share": str(known["share"]), "asked": ["queued"]}
        return None
    delay = known.get("propagation")
    if "round_trip" in known:
        if delay is not None and 2 * delay != known["round_trip"]:
            return None
        delay = known["round_trip"] / 2
    distance, speed = known.get("distance"), known.get("speed")
    if delay is not None and (distance is not None or (speed is not None and "bit length" not in asked)):
        return None
    if distance is not None and speed is not None:
        delay = distance / speed
    if equal:
        if known.keys() & {"routers", "processing", "queueing", "setup", "header", "count"}:
            return None
        return equal_quantity(asked, known, delay, segments)
    if not asked:
        return None
    links, routers = known.get("links"), known.get("routers")
    if links is not None and routers is not None and links != routers + 1:
        return None
    several = len(segments) or (links if links is not None else routers + 1 if routers is not None else 1)
    if (segments and (links or routers is not None) and several != (links or (routers or 0) + 1)) or not 1 <= several <= 50:
        return None
    if several == 1 and links is None and patterns.search(_LINKS_NOT_COUNTED, context["text"]):
        return None
    rate, header, payload, count = known.get("rate"), known.get("header"), known.get("payload"), known.get("count")
    message, packet = known.get("message"), known.get("packet")
    told: dict[str, Any] = {"asked": asked, "links": several, "methods": methods, "rates": [str(one) for one, _ in segments]}
    simple = set(_OF_A_LINK)
    if set(asked) & simple:
        if "ratio" in asked and asked != ["ratio"]:
            asked = ["ratio"] if set(asked) <= {"ratio", "sending", "propagation"} else asked
            told["asked"] = asked
        if (
            several > 1
            or header
            or count
            or known.keys() & {"processing", "queueing", "setup", "routers", "payload"}
            or not set(asked) <= simple | {"sending", "propagation"}
        ):
            return None
        numbers = {"rate": rate, "propagation": delay, "speed": speed, "distance": distance, "length": message or packet}
        kilometres = patterns.search(r"多少\s*(?:km|公里|千米)", unit.text) is not None
        return told | {
            "task": "simple",
            "kilometres": kilometres,
            "known": {name: str(value) for name, value in numbers.items() if value is not None},
        }
    # The packets: how many, and how long with their headers.
    if payload is not None:
        if packet is not None and packet != payload + (header or 0):
            return None
        packet = payload + (header or 0)
    elif header is not None and packet is not None:
        if patterns.search(r"(?:其中|含|包括|包含|里面)[^,。;]{0,6}(?:首部|头)|(?:包含|含|包括|计算?)在内|已(?:包)?含", context["text"]):
            payload = packet - header
        elif patterns.search(
            r"(?:另|再|还)?(?:加|外加|另有)(?:上)?[^,。;\d]{0,8}(?:首部|头)|首部另(?:算|计|加)|不(?:含|包括)(?:首部|头)", context["text"]
        ):
            payload, packet = packet, packet + header
        else:
            return None
    elif header is not None:
        return None
    if packet is not None and message is not None and message != packet:
        room = payload if payload is not None else packet
        pieces = message / room if room > 0 else Fraction(0)
        if pieces < 1 or pieces.denominator != 1 or count not in (None, pieces) or pieces > 20_000:
            return None
        count = int(pieces)
    elif count is None:
        count = 1
    if packet is None and count > 1 and message is not None and patterns.search(r"(?:分|切|拆)(?:成|为)", context["text"]):
        packet = message / count
    if packet is None and count > 1 and asked != ["propagation"]:
        return None
    several_methods = [name for name in methods if name in ("circuit", "message", "packet")]
    if count > 1 and several == 1 and header is None and message is not None and patterns.search("连着发|连续发", context["text"]):
        count, packet = 1, None
    if (several > 1 or count > 1) and not (
        several_methods
        or context["stored"]
        or routers is not None
        or (several > 1 and packet is not None and "分组" in context["text"])
        or (several == 1 and header is not None)  # one after the other over one link
    ):
        return None
    if (
        several_methods == ["message"]
        and packet is not None
        and message is not None
        and packet != message
        and len(told["methods"]) == 1
        and "报文交换" in unit.text
    ):
        count, packet = 1, message
    extra = sum(Fraction(known.get(name, 0)) for name in ("processing", "queueing"))
    ignores = "传播" in context["ignored"] or (
        "其余" in context["ignored"] and delay is None and distance is None and "whole propagation" not in known
    )
    if ignores and (delay is not None or distance is not None):
        return None
    only_sent = asked == ["total"] and several == 1 and not _ARRIVES.search(context["text"])
    if delay is None and (ignores or only_sent or set(asked) <= {"sending", "pieces"}):
        delay = Fraction(0)
    if segments and "whole propagation" in known:
        if delay not in (None, 0) or any(two is not None for _, two in segments):
            return None
        segments = [(one, known["whole propagation"] if number == 0 else Fraction(0)) for number, (one, _) in enumerate(segments)]
    elif "whole propagation" in known:
        if several < 2 or delay is not None:
            return None
        delay, context = known["whole propagation"] / several, context | {"each": True}
    if segments:
        unlike = [segment for segment in segments if segment[1] is None]
        if rate is not None or delay not in (None, 0) or len(unlike) not in (0, several) or (unlike and not ignores):
            return None
    elif several > 1 and delay and not context["each"]:
        return None
    if header is not None and packet is None:
        return None
    if extra and (
        several_methods == ["circuit"]
        or "total" not in asked
        or (several == 1 and routers is None)
        or (several > 2 and not context["each_router"] and not context["each"])
        or count > 1
    ):
        return None
    if "setup" in known and "circuit" not in methods and not _methods(context["text"]).count("circuit"):
        return None
    if "circuit" in methods and "setup" not in known and set(asked) & {"total", "difference"}:
        return None
    if "setup trips" in known and ("round_trip" not in known or several > 1):
        return None
    if several > 1 and set(asked) - {"total", "difference", "pieces"}:
        return None
    if "difference" in asked and len(several_methods) != 2:
        return None
    if "source rate" in known and (several > 1 or count > 1 or asked != ["total"]):
        return None
    if asked == ["propagation"]:
        told["beside"] = [name for name, value in (("message", message or packet), ("rate", rate)) if value is None]
        message, rate = message or packet or Fraction(1), rate or Fraction(1)
    told |= {
        "task": "total",
        "rate": None if rate is None else str(rate),
        "propagation": None if delay is None else str(delay),
        "propagations": [str(two or 0) for _, two in segments],
        "message": None if message is None else str(message),
        "packet": None if packet is None else str(packet),
        "count": count,
        "setup": str(known.get("setup", 0)),
        "connecting": str(known.get("setup trips", 0) * known.get("round_trip", 0)),
        "extra": str(extra * (several - 1)),
        "source rate": str(known["source rate"]) if "source rate" in known else None,
    }
    return told
