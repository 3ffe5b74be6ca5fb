"""Reading any problem of a paged memory's sizes and addresses: what is told and what is asked are things in units, in whatever order; see `words`.

What a page table says and the logical addresses are taken first; all other figures must be amounts of a thing that is known, and everything
that is asked must follow from them by the relations of `relations`.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field, replace

from engine.generators import patterns
from engine.generators.os._addressing.addresses import BARE_PAIRS, AddressInquiry, take_asides
from engine.generators.os._addressing.page_frames_reading import HEXADECIMAL
from engine.generators.os._addressing.page_table_wording import FITTED, usual, with_width_used
from engine.generators.os._addressing.spelling import of_one_segment, plain, words_as_bytes
from engine.generators.os._paging.addresses import Translation, marked_hexadecimal, take_translation
from engine.generators.os._paging.asides import ASIDES, COUNTED, REFUSED
from engine.generators.os._paging.used import take_touched, take_used
from engine.generators.os._paging.words import DERIVED, FIELDS, NATURAL, QUANTITIES, Token, fits, linked, owner_of, tokens
from engine.generators.reading import stay_out

_END = re.compile(r"[,;。?!\n:]")
_ASKS = re.compile(
    r"多少|几(?!乎)|什么|哪|何(?!时)|多[大长]|(?<![要需])求(?!助|教|救|大|解|指|帮|问|分页|页式|分段|段页)|计算(?!机|题)|写出|给出|指出|转[换化成为]|变[换成为]|化[成为]|换[算成为]|映射[成为到]|(?<![提想学疑])问(?!题|号|了|我|的|过|大佬|老师|同学)|怎样|怎么样|如何处理|说明|位数|个数|是否|会不会|咋"
)


@dataclass(slots=True)
class Read:
    """What was read of the sizes: quantities told, and (place, question) asked."""

    told: dict[str, int] = field(default_factory=dict)
    asked: list[tuple[int, str]] = field(default_factory=list)
    fitted: bool = False
    """Whether no table may be longer than a page."""
    touched: list[int] = field(default_factory=list)
    """Addresses of which is asked how many tables they use."""
    words: bool = False
    """Whether sizes are told in words, each with an address."""

    def tell(self, name: str, value: int) -> None:
        """A quantity as it is told; `StayOut` where it was told otherwise before."""
        if self.told.setdefault(name, value) != value:
            stay_out(f"{name}: {self.told[name]} and {value}")


_AND = r"(?:的)?(?:大小|容量|长度|位数|个数)?\s*(?:和|与|及|以及|、|加上?|连同)\s*(?:全部|所有|整个|各级)?(?:的)?"
_PARTS = {
    "physical": "address physical",
    "page number": "address page",
    "offset": "address offset",
    "frame number": "address frame",
    "starts": "address starts",
    "outcome": "address outcome",
    "fault": "address fault",
    "directory number": "address directory",
    "inner number": "address inner",
}
"""What may be asked of an address, by the thing that a clause names."""
_OF_ADDRESSES = frozenset({"physical", "page number", "offset", "frame number", "starts", "directory number", "inner number"})


def paging(text: str) -> tuple[AddressInquiry, Read, Translation | None] | None:
    """The text's quantities, questions and page table; None: no problem of a paged memory.

    Raises:
        StayOut: something in it was not understood.
    """
    if not patterns.search("页|块号", text):
        return None
    # That there is a TLB, of which nothing more is told, changes no address.
    text = patterns.sub(
        r"(?:(?<=[,;。，；])|^|(?<=系统))(?:系统)?(?:中)?(?:还)?(?:具有|设有|配有|有|采用|使用)(?:了)?(?:快表|TLB)(?:\((?:TLB|快表)\))?(?:[,，][^,;。，；\d]*(?:其中|快表|里|中))?(?=[,;。，；])",
        "",
        text,
    )
    text = patterns.sub(r"[,，]\s*选哪个(?=\s*[?？]?\s*$)", ",物理地址是多少", text)
    text = patterns.sub(r"[,，](?=(?:分别|各)(?:是|为)(?:多少|几))", "", text)  # of what stands before it
    text = patterns.sub(r"(?<=的)((?:物理|实)地址)\s*[。.]?\s*$", r"\1是多少", text)
    text, words = words_as_bytes(plain(of_one_segment(with_width_used(usual(text)))))
    reading = AddressInquiry(marked_hexadecimal(text))
    reading.refuse(BARE_PAIRS)
    reading.refuse(rf"(?:物理|实|主存|内存|绝对)地址(?:分别|依次)?(?:为|是|=|:)*\s*(?:{HEXADECIMAL}|\d+(?!\s*(?:\d|个|位|bit)))")
    reading.refuse(r"(?:偏移|位移)(?:量|地址)?(?:为|是|=)\s*\d(?!\d*\s*(?:位|bit))")
    take_asides(reading)
    used = take_used(reading)
    touched = take_touched(reading)
    fitted = reading.take_all(FITTED)
    for aside in ASIDES:
        reading.take_all(aside)
    reading.refuse(REFUSED)
    read = Read(fitted=bool(fitted), touched=touched, words=words)
    if fitted and all(patterns.search("内层|二级", match[0]) for match in fitted):
        read.tell("inner only", 1)
    if touched:
        read.asked.append((reading.questions[-1][0], "touched"))
    if used is not None:
        read.tell("used low", used[0][0])
        read.tell("used high", used[0][1])
        read.asked += used[1]
    for fields in reading.take_all(
        r"(?<![\d.A-Za-z])(?P<a>\d{1,2})\s*[+|/-]\s*(?P<b>\d{1,2})\s*[+|/-]\s*(?P<c>\d{1,2})(?:位)?(?![\d.A-Za-z]|\s*[+|/-])(?:的)?(?:划分)?"
    ):
        for name, group in (("directory bits", "a"), ("inner bits", "b"), ("offset bits", "c")):
            read.tell(name, int(fields[group]))
    _take_levels(reading, read)
    for size in reading.take_all(
        r"(?:页面|页|块)(?:的)?(?:大小|长度|长)(?:为|是|=|:)*\s*(?P<value>\d{2,6})(?=[,;。\s])(?!\s*(?:\d|[KMG]?B|个?字|位))"
    ):
        read.tell("page", int(size["value"]))
    translation = take_translation(reading)
    reading.take_all(COUNTED)
    carried: list[str] = []
    start = 0
    for end in [*(mark.start() for mark in _END.finditer(reading.rest)), len(reading.rest)]:
        _read_clause(reading, start, end, read, carried, translation)
        start = end + 1
    return reading, read, translation


def _take_levels(reading: AddressInquiry, read: Read) -> None:
    """The widths of the levels where they are told together, and that an entry takes whole bytes."""
    if reading.take_all(
        r"\(?(?:若|且|并)?(?:按|以)整(?:数)?(?:个)?字节(?:存放|存储|计算?|对齐)(?:(?:每个|每一个|各)?(?:页)?表项?)?\)?|\(?(?:每个)?(?:页)?表项(?:的长度)?(?:取|按|占|为)整数?个?字节(?:计|计算)?\)?|(?:向上)?取整(?:到|为|成)整?(?:数个?)?字节(?:后)?"
    ):
        read.tell("whole bytes", 1)
    if "级" not in reading.text and reading.take_all(
        r"(?:且|若)?页表(?:只|仅|恰好|正好|刚好)?(?:占用?|占据)(?:了)?(?:1|一)个?(?:页面|页)(?!表|目录|框)"
    ):
        read.tell("table pages", 1)
    widths: list[int] = []
    if row := reading.take(
        r"(?:其中)?(?:各级|三级|两级|四级)(?:页表)?(?:的)?(?:页号|索引|页表索引|页表号)?(?:字段)?(?:的位数)?(?:从高到低)?(?:分别|依次)(?:占|为|是|用)*\s*(?P<list>\d{1,2}\s*位?(?:\s*(?:、|,|和|与)\s*\d{1,2}\s*位?){1,4})"
    ):
        widths = [int(part) for part in patterns.findall(r"\d+", row["list"])]
    elif (
        each := reading.take(
            r"(?:其中)?每(?:一)?(?:级|个级别|层)(?:页表)?(?:的)?(?:页号|索引|页表索引)?(?:都|均|各)?(?:占|用|为|是|有)?\s*(?P<bits>\d{1,2})\s*(?:个)?(?:位|bit)(?:的)?(?:索引|页号)?"
        )
    ) and (told := patterns.search(r"([二两三四五2345])\s*级", reading.text)):
        widths = [int(each["bits"])] * ("一二三四五".find(told[1].replace("两", "二")) + 1 or int(told[1]))
    if len(widths) > 1:
        read.tell("levels", len(widths))
        read.tell("directory bits", widths[0])
        read.tell("inner bits", widths[-1])
        read.tell("page bits", sum(widths))


def _read_clause(reading: AddressInquiry, start: int, end: int, read: Read, carried: list[str], translation: Translation | None) -> None:
    text = reading.rest
    row = _settled(reading, read, tokens(text, start, end), start)
    if not row:
        return
    stop = reading.text[end : end + 1]
    asks = bool(_ASKS.search(reading.text, start, end)) or stop == "?"
    if asks and patterns.search(r"各级|每一?级|各字段|各部分", reading.rest[start:end]):
        if not patterns.search(r"各级页(?:表)?号[^,;。]{0,6}(?:多少|几)位", reading.rest[start:end]):
            stay_out("what each level has")
        read.asked.append((start, "split"))
        reading.questions.append((start, end))
        reading.asked_at.append((start, "split"))
        reading.take_spans([(start, end)])
        return
    used: list[Token] = []
    again: list[str] = []
    paired = _paired(text, row)
    for token in row:
        if token in paired:
            read.tell(QUANTITIES[paired[token].name, token.name], token.value)
            used += [token, paired[token]]
        elif token.sort == "amount" or (token.sort == "ask" and token.name):
            names = _quantities(text, token, row, carried, used)
            for name in dict.fromkeys(names):
                if token.sort == "ask":
                    # Of things joined by `and` each may have a unit of its own: `逻辑地址位数和物理地址位数`.
                    if any(start <= place < end and other == name for place, other in read.asked):
                        again.append(name)
                    else:
                        read.asked.append((token.start, name))
                else:  # `a valid, a dirty and a used bit, 1 bit each`
                    read.tell(name, token.value * (names.count(name) if name == "control" else 1))
            used.append(token)
    if asks:
        _ask_of_things(text, start, end, row, used, read, translation)
    _refuse_passed_over(reading, row, again + [name for place, name in read.asked if start <= place < end], start, end)
    things = [token for token in row if token.sort == "thing"]
    for token in things:
        if token.name in carried:
            carried.remove(token.name)
        carried.insert(0, token.name)
    reading.take_spans(
        [(token.start, token.end) for token in row if token in used or token.sort == "thing" or (asks and token.sort == "ask")]
    )
    if asks and any(start <= place < end for place, _ in read.asked):
        place = next(place for place, _ in read.asked if start <= place < end)
        reading.asked_at.append((place, ""))
        reading.questions.append((start, end))


def _refuse_passed_over(reading: AddressInquiry, row: list[Token], asked: list[str], start: int, end: int) -> None:
    """Give up where a clause asks for more than was understood of it.

    Raises:
        StayOut: it does.
    """
    questions = [token for token in row if token.sort == "ask"]
    units = [token for token in questions if token.name]
    verb = patterns.search(
        r"(?<![要需])求(?!助|教|救|大|解|指|帮|问|分页|页式|分段|段页)|写出|给出|指出|计算(?!机|题)|算出", reading.text[start:end]
    )
    wants = units or questions or (verb and any(token.sort == "thing" for token in row) and "\ue000" not in reading.rest[start:end])
    if (wants and not asked) or len(units) > len(asked):
        stay_out(f"also asks: {reading.text[start:end]}")


def _settled(reading: AddressInquiry, read: Read, row: list[Token], start: int) -> list[Token]:
    """The tokens of a clause, where names that mean two things are those of what the text speaks of."""
    text, found = reading.text, []
    # `If an inverted table is used, how many entries has the page table?`
    sentence = max(text.rfind(mark, 0, start) for mark in ";。?!\n")
    inverted = patterns.search("(?:反置|倒置|倒排|反向)页?表", text[sentence + 1 : start])
    several = bool(patterns.search(r"[二两三四五2345]级|多级|页目录|外层|顶[级层]", text))
    both = any(token.name == "inner table" for token in row)
    for token, behind in itertools.zip_longest(row, row[1:]):
        if token.name == "table" and inverted:
            token = replace(token, name="inverted")
        elif token.name == "table" and several and patterns.match("一级", text[token.start : token.end]):
            token = (
                replace(token, name="directory")
                if both or not patterns.search("(?:若|如果|采用|使用)[^,;。]{0,4}$", text[: token.start])
                else token
            )
        # `Two-level tables are used. How long is a two-level table?`: one of the inner ones.
        elif (
            (token.name, token.value) == ("levels", 2)
            and behind is not None
            and behind.name == "table"
            and behind.start <= token.end + 1
            and (read.told.get("levels") == 2 or patterns.search(r"(?:每个?|每张|多少[个张]|几[个张]|各|\d位)$", text[: token.start]))
        ):
            found.append(Token("thing", "inner table", token.start, behind.end))
            continue
        nothing = token.sort == "thing" and not token.name
        if not nothing and not (found and token.start < found[-1].end):
            found.append(token)
        elif nothing:
            reading.take_spans([(token.start, token.end)])
    return found


def _quantities(text: str, amount: Token, row: list[Token], carried: list[str], used: list[Token]) -> list[str]:
    """The quantities that an amount or a question in a unit is of.

    Raises:
        StayOut: of nothing that is known.
    """
    if amount.name in DERIVED:
        return [amount.name]
    owner = owner_of(text, amount, row, carried)
    if owner is None and amount.name == "bits" and amount.sort == "amount" and not any(token.sort == "thing" for token in row):
        return ["machine"]
    if owner is None and (amount.sort, amount.name) == ("ask", "pages") and not patterns.search("进程|作业|程序|页表", text):
        return ["pages"]  # of the space: nothing else is told of
    if owner is None:
        stay_out(f"{amount.name} of what: {text[amount.start : amount.end]}")
    if amount.field and (owner if isinstance(owner, str) else owner.name) not in FIELDS:
        stay_out(f"bits of which nobody knows the use: {text[amount.start : amount.end]}")
    if isinstance(owner, str):
        return [QUANTITIES[owner, amount.name]]
    used.append(owner)
    joined = _joined(text, owner, row, amount.name)
    if len(joined) > 1:
        if amount.sort == "amount" and not patterns.search("均|都|各", text[joined[-1].end : amount.start]):
            return [QUANTITIES[owner.name, amount.name]]
        used += joined
        if {token.name for token in joined} == {"directory", "table"} or {token.name for token in joined} == {"directory", "inner table"}:
            stay_out("the tables of all levels together")
        return [QUANTITIES[token.name, amount.name] for token in joined]
    return [QUANTITIES[owner.name, amount.name]]


def _paired(text: str, row: list[Token]) -> dict[Token, Token]:
    """The amounts that follow as many things joined by `and`, each with its own: `逻辑空间和主存分别为 64KB 和 32KB`."""
    amounts = [token for token in row if token.sort == "amount"]
    if len(amounts) < 2 or len({token.name for token in amounts}) > 1:
        return {}
    if any(patterns.fullmatch(r"\s*(?:和|与|及|、)\s*", text[one.end : other.start]) is None for one, other in itertools.pairwise(amounts)):
        return {}
    before = [token for token in row if token.sort == "thing" and token.end <= amounts[0].start and fits(token.name, amounts[0].name)]
    if len(before) < len(amounts):
        return {}
    things = before[-len(amounts) :]
    joined = all(patterns.fullmatch(_AND, text[one.end : other.start]) for one, other in itertools.pairwise(things))
    return dict(zip(amounts, things, strict=True)) if joined and linked(text[things[-1].end : amounts[0].start]) else {}


def _joined(text: str, owner: Token, row: list[Token], unit: str) -> list[Token]:
    """The things that an `and` joins to one, it included, each having such a unit."""
    things = [token for token in row if token.sort == "thing" and fits(token.name, unit)]
    at = things.index(owner)
    first = last = at
    while first and patterns.fullmatch(_AND, text[things[first - 1].end : things[first].start]):
        first -= 1
    while last + 1 < len(things) and patterns.fullmatch(_AND, text[things[last].end : things[last + 1].start]):
        last += 1
    return things[first : last + 1]


def _ask_of_things(
    text: str, start: int, end: int, row: list[Token], used: list[Token], read: Read, translation: Translation | None
) -> None:
    """What a clause asks of things without a unit: the size of a page, the parts of an address, where it is in memory.

    Raises:
        StayOut: it asks for a part of an address, and there is none.
    """
    bare = next((token for token in row if token.sort == "ask" and not token.name), None)
    if bare is not None and patterns.match("[个张条]", text[bare.end :]):
        stay_out(f"how many of what: {text[start:end]}")
    measured = any(token.sort in ("ask", "amount") and token.name and (token.sort, token.name) != ("amount", "levels") for token in row)
    for token in row:
        if token.sort != "thing" or token in used:
            continue
        if token.name in _PARTS and translation is not None:
            read.asked.append((token.start, _PARTS[token.name]))
            used.append(token)
        elif token.name == "format" and not measured and patterns.search("写出|给出|画出|说明|什么|怎样|如何", text[start:end]):
            read.asked.append((token.start, "format"))
            used.append(token)
        elif bare is not None and token.name in _OF_ADDRESSES and not measured:
            stay_out(f"a part of no address: {token.name}")
    sized = [token for token in row if token.sort == "thing" and token.name in NATURAL and token not in used]
    if not sized or any(token.sort == "amount" and token.name != "levels" for token in row):
        return
    # `Find the number of entries and the size of the table`.
    wanted = [token for token in sized if patterns.match(r"的?总?(?:大小|容量|长度|尺寸)", text[token.end :])] if bare is None else []
    if bare is not None and not measured and not any(token in used for token in row if token.name not in ("levels", "table")):
        before = [token for token in row if token.sort == "thing" and token.end <= bare.start]
        last = before[-1] if before else sized[0]
        if (
            (last.name == "inner table" and ("长度" in text[start:end] or text[last.start] not in "每一各"))
            or last not in sized
            or (last.end <= bare.start and not linked(text[last.end : bare.start]))
        ):
            stay_out(f"how large is what: {text[row[0].start : bare.start]}")
        wanted = [last]
    for token in wanted:
        for each in _joined(text, token, row, NATURAL[token.name]):
            if each not in used:
                read.asked.append((each.start, QUANTITIES[each.name, NATURAL[each.name]]))
                used.append(each)
