"""Problems of addresses read by what they mention: a block and how it is divided, and what is asked of it, or which option is of the sort looked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.generators import patterns
from engine.generators.clauses import Clauses
from engine.generators.cn._addresses import route_reading
from engine.generators.cn._addresses.blocks import Block, address_told, dotted, prefix_of, written_in_full
from engine.generators.cn._addresses.rest import rest_of
from engine.generators.cn._addresses.settling import settled
from engine.generators.cn._addresses.subnet_words import SHORTENED, USABLE, widths
from engine.generators.cn._addresses.words import LEXICON
from engine.generators.cn._clauses import TALK, Problem
from engine.generators.cn._mentions import Clause, Mention
from engine.generators.kind import Recognition
from engine.generators.pasted.normalising import normalise
from engine.generators.patterns import caseless
from engine.generators.reading import StayOut, close_up, stay_out, to_int

_QUICK = r"\d\.\d|掩码|子网|[A-E]类|(?:多播|组播|单播|私网|私有|公网|回送|环回|源|目[的标]|主机)(?:IP)?地址"
_SORTS = frozenset({"multicast", "unicast", "private", "public", "loopback", "limited", "source", "destination", "usable"})
_ASKED = {
    "ask mask": "mask",
    "ask first": "first",
    "ask last": "last",
    "ask range": "range",
    "ask hosts": "hosts",
    "ask subnets": "subnets",
    "ask broadcast": "broadcast",
    "ask network": "network",
    "ask host part": "host part",
    "ask block": "block",
    "class c parts": "class c",
    "ask address class": "class",
}


def opened(text: str) -> str:
    """A text in one spelling, its headings gone."""
    text = widths(written_in_full(normalise(text)))
    for short, full in (*Problem.shortened, *SHORTENED):
        text = caseless(short).sub(full, text)
    text = close_up(text)
    for heading in (*Clauses.headings, *TALK):
        text = caseless(heading).sub(" ", text)
    text = patterns.sub(r"\s*\(\s*(\d{0,2})\s*\)\s*", r"(\1)", text)
    return patterns.sub(r"\s*:\s*(?=\d{1,3}\.\d|/\s?\d)", "为", text)


@dataclass(slots=True)
class _Facts:
    """What the clauses tell of one network, and what they ask."""

    blocks: list[tuple[int, int]]
    addresses: list[int]
    masks: set[int]
    classful: str | None
    parts: int | None
    need: int | None
    borrowed: int | None
    kth: int | None


# Not the subnet that is told, but one beside it.
_BESIDE = r"(?:上|前|下|(?<!最)后)一个?(?:相邻的?)?(?:子网|网段)|相邻的?(?:子网|网段)"


def recognise(text: str) -> Recognition | None:
    """One network and what is asked, or the sort of address that is looked for among options; None where not all that is mentioned fits in."""
    if not patterns.search(_QUICK, text) or patterns.search(_BESIDE, text):
        return None
    plain = opened(text)
    clauses = LEXICON.read(plain)
    mentions = [mention for clause in clauses for mention in clause.mentions]
    if not any(clause.asks for clause in clauses) or any(mention.kind == "ask other" for mention in mentions):
        return None
    if any(mention.kind == "ask rest" for mention in mentions):
        facts = _facts([mention for mention in mentions if mention.kind != "kth"])
        return rest_of(mentions, facts.blocks, facts.parts) if not facts.addresses and not facts.masks else None
    facts = _facts(mentions)
    found = _sort_looked_for(clauses, mentions, facts)
    if found is not None and not found.parameters["sorts"] and _of_routes(text):
        return None  # which address a block holds: read there
    return found if found is not None else _asked_of_network(plain, clauses, mentions, facts)


def _of_routes(text: str) -> bool:
    try:
        return route_reading.recognise(text) is not None
    except StayOut:
        return False


def _one(values: Sequence[int]) -> int | None:
    if len(set(values)) > 1:
        stay_out(f"several values: {values}")
    return values[0] if values else None


def _prefix(mask: str) -> int:
    try:
        return prefix_of(address_told(mask))
    except ValueError:
        stay_out(mask)


def _facts(mentions: Sequence[Mention]) -> _Facts:
    def values(kind: str) -> list[int]:
        return [to_int(mention["value"]) for mention in mentions if mention.kind == kind]

    blocks = [(address_told(mention["ip"]), int(mention["prefix"])) for mention in mentions if mention.kind == "block"]
    if any(prefix > 32 for _, prefix in blocks):
        stay_out("a prefix that is none")
    masks = {_prefix(mention["value"]) for mention in mentions if mention.kind == "mask"} | set(values("prefix"))
    letters = {mention["value"].upper() for mention in mentions if mention.kind == "class"}
    needs = [mention for mention in mentions if mention.kind == "need"]
    largest = [to_int(mention["value"]) for mention in needs if patterns.search("最大|主机最多", mention.text)]
    counts = [to_int(mention["value"]) for mention in needs]
    if largest and max(counts) != max(largest):
        stay_out("more than the largest")
    return _Facts(
        blocks=list(dict.fromkeys(blocks)),
        addresses=list(dict.fromkeys(address_told(mention["ip"]) for mention in mentions if mention.kind == "ip")),
        masks=masks,
        classful=letters.pop() if len(letters) == 1 else None,
        parts=_one([value for value in values("parts") if value > 1]),
        need=max(largest) if largest else _one(counts),
        borrowed=_one(values("borrowed")),
        kth=_one(values("kth")),
    )


def _sort_looked_for(clauses: Sequence[Clause], mentions: Sequence[Mention], facts: _Facts) -> Recognition | None:
    """Which option is an address of some sort, or of some network, or is not."""
    kinds = {mention.kind for mention in mentions}
    asking = [clause for clause in clauses if clause.asks]
    looked = [mention for clause in asking for mention in clause.mentions]
    sorts = {mention.kind for mention in looked if mention.kind in _SORTS}
    if any(mention.kind == "give" for mention in looked) and any(mention.kind == "host" for mention in looked):
        sorts.add("usable")
    among = "among" in kinds or any(mention.kind == "blank" and mention.text.startswith("哪") for mention in looked)
    within = {"in", "not in", "same"} & kinds
    parts_named = {"ask network", "ask broadcast"} & {mention.kind for mention in looked}
    negations = [mention for mention in mentions if mention.kind in ("not", "not in", "invalid")]
    if not (among or within or negations or "usable" in sorts or sorts) or len(negations) > 1:
        return None
    if kinds & {"need", "borrowed", "range", "broadcast told", "each"}:
        return None
    if {mention.kind for mention in mentions if mention.kind.startswith("ask")} - {
        "ask network",
        "ask broadcast",
    } or "class c parts" in kinds:
        return None
    if parts_named and not (among or within or negations):
        return None
    container = ""
    host = ""
    masks = set(facts.masks)
    if len(facts.blocks) == 1 and not facts.addresses and not masks:
        container = f"{dotted(facts.blocks[0][0])}/{facts.blocks[0][1]}"
    elif len(facts.addresses) == 1 and len(masks) == 1 and not facts.blocks:
        container = f"{dotted(facts.addresses[0])}/{masks.pop()}"
    elif len(facts.addresses) == 1 and facts.classful and not masks and not facts.blocks:
        container = f"{dotted(facts.addresses[0])}/{ {'A': 8, 'B': 16, 'C': 24}.get(facts.classful, 0) }"
    elif facts.blocks or facts.addresses or len(masks) > 1:
        return None
    letter = facts.classful if not container and any(mention.kind == "class" for mention in looked) else None
    if not container and facts.classful and letter is None:
        return None
    if "same" in kinds:
        if not container or facts.parts:
            return None
        host = container.partition("/")[0]
    parts = facts.parts
    if (parts or facts.kth) and not container:
        return None
    if "these parts" in kinds and parts is None:
        return None
    if parts and facts.kth is None and sorts - {"usable"}:
        return None
    if not sorts and not within and not parts_named and letter is None and "invalid" not in kinds:
        return None
    if within and not container and letter is None and not sorts and not parts_named:
        return None
    if letter and sorts - {"usable", "unicast", "private"}:
        return None
    return Recognition(
        parameters={
            "task": "sort of address",
            "sorts": sorted(
                sorts
                | ({"network"} if "ask network" in parts_named else set())
                | ({"broadcast"} if "ask broadcast" in parts_named else set())
            ),
            "container": container,
            "host": host,
            "mask": masks.pop() if masks else None,
            "class": letter or "",
            "parts": parts or 0,
            "kth": facts.kth or 0,
            "negative": bool(negations),
            "internet": "internet" in kinds,
        },
        understood=(
            *((("网络", container),) if container else ()),
            *((("划分", f"{parts} 个子网"),) if parts else ()),
            ("求", ("不" if negations else "") + "符合要求的地址"),
        ),
    )


def _asked_of_network(plain: str, clauses: Sequence[Clause], mentions: Sequence[Mention], facts: _Facts) -> Recognition | None:
    """What is asked of a block, or of the parts that it is divided into."""
    kinds = {mention.kind for mention in mentions}
    if patterns.search(
        r"(?:还|另外?|再|外)(?:各)?(?:需要?|要|须|应|加|有|留|分)[^,。;?]{0,8}(?:路由器|网关|接口|地址|服务器|打印机|设备)", plain
    ):
        stay_out("something beside the hosts needs addresses")
    if patterns.search(r"(?:最[大小]|最后一个?|第[一二三]个?|广播|网络)[^,;。?]{0,8}地址的?主机(?:号|部分)", plain):
        stay_out("the host part of another address")
    if patterns.search(r"(?:路由器|网关|接口|服务器|打印机|交换机)[^,。;?]{0,6}(?:占|用[去掉了第]|使用第)", plain):
        stay_out("something beside the hosts has addresses")
    if facts.classful in ("D", "E"):
        return None
    if kinds & (_SORTS - {"usable"} | {"not", "not in", "invalid", "same", "among", "these parts"}):
        return None
    asked: list[str] = []
    default = goes_on = False
    named_before: list[Mention] = []
    before = ""
    for clause in clauses:
        named = [mention for mention in clause.mentions if mention.kind in _ASKED or mention.kind == "ask default mask"]
        only = bool(named) and len(named) == len(clause.mentions)
        # `the mask of each, how much is it`: what is asked for stands in the clause before.
        wanted = named or named_before if clause.asks else named if goes_on and only else []
        if clause.asks and not wanted:
            return None
        spoken = before + clause.text
        before = clause.text
        default |= any(mention.kind == "ask default mask" for mention in wanted)
        asked += [_end_of_block(mention, spoken) for mention in wanted]
        goes_on = bool(asked) and (clause.asks or only)
        named_before = [] if wanted else named
    asked = list(dict.fromkeys(asked))
    ranges = [mention for mention in mentions if mention.kind == "range"]
    if ranges:
        return _of_range(ranges, asked, facts, kinds)
    if not asked or default or (kinds & {"broadcast told", "in", "give"} and "class" not in asked):
        return None
    if "class" in asked or ({"host part"} & set(asked) and facts.parts is None and facts.need is None):
        return _in_table(asked, facts)
    return settled(
        plain,
        blocks=facts.blocks,
        masks=facts.masks,
        addresses=facts.addresses,
        classful=facts.classful,
        need=facts.need,
        parts=facts.parts,
        borrowed=facts.borrowed,
        kth=facts.kth,
        asked=asked,
    ) or _mask_that_does(asked, facts)


def _end_of_block(mention: Mention, spoken: str) -> str:
    """What a mention asks for: the first and the last address are those of hosts only where the clause, or the one before, speaks of hosts."""
    name = _ASKED.get(mention.kind, "mask")
    if name in ("first", "last") and not patterns.search(rf"{USABLE}|主机|分配|使用|配置|机器|计算机|电脑", spoken):
        return {"first": "lowest", "last": "highest"}[name]
    return name


def _in_table(asked: Sequence[str], facts: _Facts) -> Recognition | None:
    """An address with its mask, and everything that a table asks of it."""
    names = {"host part": "host number"}
    alone = list(asked) == ["class"] and len(facts.addresses) == 1 and not facts.blocks
    if alone and not facts.masks and 1 <= facts.addresses[0] >> 24 <= 254 and facts.addresses[0] >> 24 != 127:
        facts.masks.add(24)  # of no account
        asked = ("class",)
    if facts.parts or facts.need or facts.borrowed or facts.kth or facts.classful:
        return None
    if len(facts.addresses) == 1 and len(facts.masks) == 1 and not facts.blocks:
        address, prefix = facts.addresses[0], min(facts.masks)
    elif len(facts.blocks) == 1 and not facts.addresses and not facts.masks:
        address, prefix = facts.blocks[0]
    else:
        return None
    if (len(asked) < 2 and not alone) or set(asked) - {"class", "network", "broadcast", "host part", "first", "last", "range"}:
        return None
    if not 8 <= prefix <= 30 or not (alone or 1 <= address >> 24 <= 223):
        return None
    return Recognition(
        parameters={"task": "table", "address": dotted(address), "prefix": prefix, "asked": [names.get(name, name) for name in asked]},
        understood=(("地址", dotted(address)), ("前缀", f"/{prefix}")),
    )


def _of_range(ranges: Sequence[Mention], asked: Sequence[str], facts: _Facts, kinds: set[str]) -> Recognition | None:
    """The block that the addresses from one to another are."""
    if (
        len(ranges) != 1
        or not asked
        or set(asked) - {"block", "mask", "prefix"}
        or kinds & {"block", "ip", "mask", "prefix", "parts", "need", "kth"}
    ):
        return None
    first, last = address_told(ranges[0]["a"]), address_told(ranges[0]["b"])
    prefix = 32 - (first ^ last).bit_length()
    block = Block(first, prefix)
    # Up to the last network, or to the last address.
    if first >= last or block.network != first or block.broadcast not in (last, last | 255) or facts.classful not in (None, "C"):
        return None
    return Recognition(
        parameters={"address": dotted(first), "prefix": prefix, "bits": 0, "asked": list(asked)},
        understood=(("地址", f"{dotted(first)}～{dotted(last)}"),),
    )


def _mask_that_does(asked: Sequence[str], facts: _Facts) -> Recognition | None:
    """A mask for so many subnets of so many hosts each, which there may not be: the options say."""
    prefix = facts.blocks[0][1] if len(facts.blocks) == 1 else {"A": 8, "B": 16, "C": 24}.get(facts.classful or "")
    letter = {8: "A", 16: "B", 24: "C"}.get(prefix or 0)
    if list(asked) != ["mask"] or letter is None or facts.parts is None or facts.need is None or facts.kth or facts.masks or facts.borrowed:
        return None
    if facts.classful not in (None, letter):
        return None
    return Recognition(
        parameters={"task": "mask that does", "class": letter, "parts": facts.parts, "need": facts.need},
        understood=(("网络", f"{letter} 类"), ("子网", f"{facts.parts} 个"), ("每个子网", f"{facts.need} 台主机")),
    )
