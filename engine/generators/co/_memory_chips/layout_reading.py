"""Reading how a memory is laid out of chips: how many of each kind, their groups, lines and addresses, the decoder's outputs."""

from __future__ import annotations

import re
from typing import Any

from engine.generators import patterns
from engine.generators.co._memory_chips.layout_solving import solve
from engine.generators.co._memory_chips.words import CHIP, SHAPE, WORDS, shape
from engine.generators.kind import Recognition
from engine.generators.laws.clauses import SIZE, Clauses, to_bytes, to_code
from engine.generators.laws.settling import settle
from engine.generators.laws.words import COMMON
from engine.generators.patterns import caseless
from engine.generators.reading import stay_out, to_int

_ADDRESS = r"(?<![0-9A-Za-z.])(?:0x[0-9A-Fa-f]{3,8}|[0-9A-Fa-f]{4,8}\s?H)(?![0-9A-Za-z])"
_RANGE = rf"(?P<first>{_ADDRESS})\s*(?:~|-|—|到|至)+\s*(?P<last>{_ADDRESS})"
_TYPED = rf"(?P<shape>{SHAPE})(?:的)?(?:位)?(?:S|D|EP|E)?(?P<kind>RAM|ROM|PROM)(?:存储)?{CHIP}?"
_KIND_OF = r"(?:用户(?:程序)?区|系统(?:程序)?区|系统BIOS区?|用户RAM)?(?P<kind>ROM|RAM)(?:区|部分|空间|芯片区)?(?:的)?(?:地址)?(?:范围|空间|区间)?(?:为|是|占|占用|从|安排在|:|,)*"
_REST = r"(?:其余|剩余|余下|剩下|其他)(?:的)?(?:部分|空间|地址|地址空间|单元|区域)*(?:都|均|全|全部)*(?:为|是|作为|用作|分配给|做)?(?P<kind>RAM|ROM)(?:区)?"
_NUMBER = r"(?<![\d.])\d+|[一二两三四五六七八]"


def _areas_said(text: str) -> str:
    """Areas told by their size or in decimal (`最小 4K 为系统程序区，4096～16383 为用户程序区`) as ranges of ROM and RAM."""

    def least(match: re.Match[str]) -> str:
        kind = {"系统": "ROM", "用户": "RAM"}.get(match["kind"]) or match["type"].upper()
        return f"0000H~{(int(match['n']) << 10) - 1:04X}H为{kind}区"

    def decimal(match: re.Match[str]) -> str:
        first, last = int(match["first"]), int(match["last"])
        kind = "ROM" if match["kind"] == "系统" else "RAM"
        return f"{first:04X}H~{last:04X}H为{kind}区" if first < last <= 0xFFFFF else match[0]

    # The range of a type of memory is one of addresses: in bytes only where these are.
    areas = r"(?P<kind>系统|用户)程序区|(?P<type>ROM|RAM)(?:区|空间)?(?=[,;。])"
    if patterns.search(r"字长|[以按][^,;。]{0,6}字(?!节)", text):
        areas = r"(?P<kind>系统|用户)程序区|(?P<type>(?!))"
    text = caseless(
        r"(?:要求)?(?:主存)?(?:的)?(?:最小|最低)(?:的)?\s*(?P<n>\d+)\s*K(?:B)?\s*(?:地址)?(?:空间|区|单元)?(?:为|是|作为?|用作)\s*"
        rf"(?:{areas})"
    ).sub(least, text)
    text = caseless(
        rf"(?P<range>{_RANGE})(?:的)?(?:地址)?(?:空间|区间|范围|区域)?(?:为|是|作为?|用作)(?P<kind>系统|用户)程序(?:区|空间)"
    ).sub(lambda match: f"{match['range']}为{'ROM' if match['kind'] == '系统' else 'RAM'}区", text)
    return caseless(
        r"(?<![\dA-F])(?P<first>\d{1,6})\s*(?:~|-|到|至)\s*(?P<last>\d{3,6})(?![\dA-FH])(?:号)?(?:地址|单元)?(?:范围|空间|区)?(?:为|是|作为?|用作)(?P<kind>系统|用户)程序区"
    ).sub(decimal, text)


_SELECTED = re.compile(
    r"(?:若|当|已知)?(?:某|该|这)一?片(?:芯片)?(?:被)?选中(?:时)?,?(?:的)?\s*(?P<lines>A\d{1,2}\s*A\d{1,2}\s*A\d{1,2})\s*(?:=|为|是)\s*(?P<bits>[01]{3})(?![01B\d]),?(?:则|那么|问)?(?:它|其|该片|这片|该芯片)的?(?=地址范围)"
)


def _by_output(match: re.Match[str]) -> str:
    """The chip that three lines of the address select, as the output of a decoder of these lines."""
    high, middle, low = (int(number) for number in patterns.findall(r"\d+", match["lines"]))
    return f"A{high}A{middle}A{low}译码,Y{int(match['bits'], 2)}对应的" if high == middle + 1 == low + 2 else match[0]


def layout(text: str) -> Recognition | None:
    """The chips of a memory, what is told of addresses and decoding, and what is asked.

    Raises:
        StayOut: something is not understood.
    """
    text = _SELECTED.sub(_by_output, _areas_said(text))
    zero = bool(patterns.search(r"从第?0(?:号)?(?:片|组|块)?(?:开始)?(?:数|编(?!址)|起(?!(?:开始)?编址))", text))
    # `ROM 片 4K×8` says the same as `4K×8 的 ROM 片`.
    text = patterns.sub(
        rf"(?<![A-Za-z])(?P<kind>(?:S|D|EP)?(?:RAM|ROM))(?:芯片|片子?|选用|用|采用|规格|的|:)+(?P<shape>{SHAPE})(?!\s*(?:的)?(?:位)?(?:RAM|ROM|存储器))",
        r"\g<shape>的\g<kind>芯片",
        text,
    )
    text = patterns.sub(r"\([^()]*(?:从第?[01](?:号)?(?:片|组|块|开始|起|数)|Y\d选中)[^()]*\)", "", text)
    # The decoder's own inputs have letters or numbers, too.
    text = patterns.sub(
        r"(?P<what>74LS138|译码器)(?:的)?(?:输入端?)?\s*(?:C\s*[、,]?\s*B\s*[、,]?\s*A|A2\s*[、,]?\s*A1\s*[、,]?\s*A0)\s*(?:分别)?(?:接|连接?|连到)(?:到)?(?=(?:CPU)?(?:的)?(?:地址线)?\s*A\d)",
        r"\g<what>接",
        text,
    )
    text = patterns.sub(
        r"(?:分别)?(?:做|作|接|为)(?:译码)?(?:输入)?(?:端)?\s*C\s*[,、]?\s*B\s*[,、]?\s*A(?![A-Za-z\d])", "作译码输入", text
    )
    reading = Clauses(text)
    reading.take_all(r"若干(?:个|片|块)?|(?:各|每)(?:个|组|片)?(?:芯片)?(?:的)?地址(?:依次|顺序)?(?:连续|相连|衔接)")
    reading.take_all(r"(?:存储器|主存)?(?:的)?(?:起始|首)地址(?:为|是)\s*0+H?(?![0-9A-Za-z])")
    reading.take_all(
        r"(?:存储单元|地址)?(?:从|由)\s*0+H?\s*(?:号)?(?:单元)?(?:起|开始)?(?:连续)?编址|片选(?:信号)?由高位(?:地址)?译码(?:产生)?"
    )
    reading.refuse(
        r"地址位(?![数宽于置])|(?:组织|扩展)方式|刷新|交叉|奇偶|校验|Cache|页|虚|低位(?:地址)?(?:选|作|做|译码)|线选|部分译码|损坏|坏了|已(?:经)?有\s*[\d一二两三四五六七八九]+\s*片|重叠|保留|屏蔽|周期|带宽|字长可变|双字|不连续"
    )
    bytewise = bool(reading.take_all(r"(?:均|都|主存|存储器)?(?:是)?(?:按|以)字节(?:为单位)?(?:编址|寻址)|字节编址"))
    named_word = reading.take(r"(?:按|以)\s*(?P<bits>8|16|32|64)\s*位(?:的)?字(?:为单位)?(?:编址|寻址)")
    wordwise = named_word is not None or bool(
        reading.take_all(r"(?:主存|存储器)?(?:是)?(?:按|以)字(?:\(\d+位\))?(?:为单位)?(?:编址|寻址)|字编址")
    )
    named: list[tuple[int, list[Any]]] = []
    asked_spans: list[tuple[int, int]] = []
    for pattern, name in (
        (
            r"(?:应)?(?:由|用|把|取)?(?:哪些|哪几根|哪几条|哪几位)(?:高位)?(?:地址线?)(?:参与|用于|用作|作为?|做|产生|来|进行|接)*(?:片选|译码)(?:译码)?|(?:片选|译码)(?:译码)?(?:信号)?(?:应)?(?:由|用|使用|采用|接|取)*(?:哪些|哪几根|哪几条|哪几位)(?:高位)?(?:地址线?)(?:产生|译码|来|得到)*",
            "which select",
        ),
        (
            r"片内(?:地址)?(?:线)?(?:应)?(?:是|为|用|接|由)*(?:哪些|哪几根|哪几条|哪几位)(?:地址线?)?",
            "which low",
        ),
    ):
        for match in reading.take_all(pattern):
            asked_spans.append(match.span())
            named.append((match.start(), [name]))
    regions: dict[str, list[int]] = {}

    def put(kind: str, ends: tuple[int, int]) -> None:
        if ends[0] >= ends[1] or regions.setdefault(kind, list(ends)) != list(ends):
            stay_out("regions")

    space = reading.take(rf"(?:主存|存储器|内存|整个|的)*(?:地址)?空间(?:范围)?(?:为|是|:)*\s*{_RANGE}")
    for match in reading.take_all(
        rf"{_KIND_OF}\(?{_RANGE}\)?(?!(?:的)?(?:地址)?(?:空间|区间|范围|区域)?(?:为|是|作为?|分配给|留给|用作|做|给|放)+(?:系统|用户)?(?:程序)?R[OA]M)"
    ):
        put(match["kind"].upper(), (to_code(match["first"]), to_code(match["last"])))
    for match in reading.take_all(
        rf"{_RANGE}\)?(?:的)?(?:地址)?(?:空间|区间|范围|区域|这段|一段)?(?:为|是|作为|分配给|留给|用作|做|给|放)*(?:系统|用户)?(?:程序)?(?P<kind>ROM|RAM)(?:区)?"
    ):
        put(match["kind"].upper(), (to_code(match["first"]), to_code(match["last"])))
    rest = reading.take(_REST)
    top = reading.take(
        r"(?:CPU)?(?:的)?(?:有)?(?:共)?(?:地址(?:总)?线|地址|地址总线)?(?:有|为|是|共|:)*(?:\d+\s*(?:根|条|位)(?:地址(?:总)?线|地址)?)?(?:[,(])?\s*A(?P<high>\d{1,2})\s*(?:~|-|…|到|至)+\s*A0\)?"
    )
    lines: int | None = None
    for match in reading.take_all(
        r"(?:有|共)?(?P<value>\d+)\s*(?:根|条|位)(?:的)?地址(?:总)?线|地址(?:总)?线(?:为|是|有|共)*\s*(?P<other>\d+)\s*(?:根|条|位)"
    ):
        lines = int(match["value"] or match["other"])
    if top:
        lines = int(top["high"]) + 1 if lines in (None, int(top["high"]) + 1) else stay_out("lines")
    reading.take_all(r"数据(?:总)?线(?:为|是)?\s*D(?:7|15|31)\s*(?:~|-|…|到|至)+\s*D0")
    reading.take_all(r"数据(?:总)?线(?:为|是|有|共)*\s*(?:8|16|32)\s*(?:根|条|位)|(?:8|16|32)\s*(?:根|条|位)(?:的)?数据(?:总)?线")
    reading.take_all(
        r"(?:用|由|采用|经|通过)?(?:一片|1片|一个)?(?:74(?:LS|HC)?138|3\s*[-:/]\s*8|三八)(?:译码器)?的?(?:8|八)(?:个|根|条)输出端?(?:分别|依次|各)(?:选通?|选择|选中|控制)(?=\s*(?:8|八)片)"
    )
    decoder = reading.take_all(
        r"(?:用|将|由|对|把|采用|经|通过|接)*(?:CPU)?(?:的)?(?:高|最高)?(?:三位|3位)?(?:地址)?(?:线)?\s*A(?P<a>\d{1,2})\s*(?:[、,~]|到|至)?\s*(?:A\d{1,2}\s*[、,]?\s*)?A(?P<b>\d{1,2})(?:\(A\d{1,2}为(?:最)?高位\))?(?:\s*(?:接|经|作为?|做|送入?|加到|连到|通过|译码|输入))*(?:(?:一片|一个)?(?:74LS138|3\s*[-:/]\s*8译码器|三八译码器|译码器))?(?:的)?(?:输入端?)?(?:译码)?(?:产生|选片|作?片选|形成)*(?:各)?"
    )
    reading.take_all(
        r"(?:用|采用|经|由|通过)?(?:一片|一个)?(?:74LS138|3\s*[-:/]\s*8译码器|三八译码器)(?:对|产生|译码|作片选|来)*|高位地址(?:译码)?(?:作|做|用作|产生)?(?:片选)?(?:信号)?(?:译码)?|(?:产生|作为?|用作)(?:各)?(?:芯片)?(?:的)?片选(?:信号)?"
    )
    chips: dict[str, list[int]] = {}
    for match in reading.take_all(
        rf"(?P<kind>ROM|RAM)(?:芯片|区)?(?:都|均|则)?(?:用|采用|选用|使用|为|是)(?P<shape>{SHAPE})(?:的)?(?:位)?(?:存储)?(?:{CHIP})?(?!(?:S|D|EP|E)?(?:RAM|ROM))"
    ):
        one = [int(value) for value in shape(match["shape"])]
        if chips.setdefault(match["kind"].upper(), one) != one:
            stay_out("two chips")
    for match in reading.take_all(_TYPED):
        one = [int(value) for value in shape(match["shape"])]
        kind = "ROM" if "ROM" in match["kind"].upper() else "RAM"
        if chips.setdefault(kind, one) != one:
            stay_out("two chips")
    sizes: dict[str, int] = {}
    if {"ROM", "RAM"} <= set(chips) and not regions:
        for match in reading.take_all(
            rf"(?P<kind>R[AO]M)(?:区|部分)?(?:的)?(?:容量|大小)?(?:为|是|占|有|各)*\s*(?P<size>{SIZE})|(?P<size2>{SIZE})(?:的)?\s*(?P<kind2>R[AO]M)(?:区|部分)?(?!芯片)"
        ):
            kind = (match["kind"] or match["kind2"]).upper()
            if sizes.setdefault(kind, to_bytes(match["size"] or match["size2"])) != to_bytes(match["size"] or match["size2"]):
                stay_out("two sizes")
    memory: list[int] | None = None
    for match in list(caseless(SHAPE).finditer(reading.rest)):
        one = [int(value) for value in shape(match[0])]
        before, after = reading.rest[: match.start()], reading.rest[match.end() :]
        if patterns.match(rf"(?:的)?(?:位)?(?:存储|半导体)*{CHIP}", after) or (
            patterns.search(r"(?:用|由|采用|选用|使用|\ue000|(?<!一)个|片|芯片(?:为|是)?)\s*$", before)
            and not patterns.search(r"(?:成|(?<!芯片)为|构成|组成)(?:一个)?\s*$", before)
        ):
            kind, place = "", chips
            if place.setdefault(kind, one) != one:
                stay_out("two chips")
        elif patterns.search(
            r"(?:组成|构成|凑成?|做成?|扩展?成|扩展?为|串成|拼成|搭成|成|容量(?:为|是)?|存储器(?:为|是)?)(?:一个|容量为)?\s*$", before
        ) or patterns.match(r"(?:的)?(?:位)?(?:的)?(?:主存|存储器|内存|模块|存储模块)", after):
            if memory not in (None, one):
                stay_out("two memories")
            memory = one
        else:
            stay_out(match[0])
        reading.take_spans([match.span()])
    if named_word and memory is not None and memory[1] != int(named_word["bits"]):
        stay_out("words of another length")
    word = reading.take_one(r"(?:字长|存储字长|每个?字)(?:为|是)?\s*(?P<value>8|16|32|64)\s*位", int)
    total: int | None = None
    if memory is None and not reading.has(rf"{SIZE}(?:的)?\s*RAM区"):
        for match in reading.take_all(
            rf"(?:(?:总)?容量(?:为|是)?|组成|构成)(?:一个)?\s*(?P<value>{SIZE})(?:的)?(?:主存|存储器|RAM区|内存)?|(?P<other>{SIZE})(?:的)?(?:主存|存储器|内存|RAM区)"
        ):
            found = to_bytes(match["value"] or match["other"])
            total = found if total in (None, found) else stay_out("two sizes")
    if memory is None and total is None and rest is not None and not wordwise:
        total = reading.take_one(rf"(?:主存|存储器|内存|整个|的)*地址空间(?:大小)?(?:共|为|是)*\s*(?P<value>{SIZE})", to_bytes)
    each_time = reading.take_one(
        rf"\(?(?:按字(?:访问|存取|读写),?)?每次(?:并行|同时)(?:访问|存取|读写|选中)\s*(?P<value>{_NUMBER})\s*片\)?", to_int
    )
    area = reading.take(rf"(?:一个)?(?P<size>{SIZE})(?:的)?\s*RAM区")
    begin = reading.take(
        rf"(?:从|自)(?:地址)?\s*(?P<a>{_ADDRESS})(?:单元)?(?:处)?(?:起|开始)?(?:连续)?(?:编址|存放|构成|组成)?|(?:存储器|主存)?(?:的)?(?:起始|首)(?:地址)(?:为|是|:)*\s*(?P<b>{_ADDRESS})|地址从\s*(?P<c>{_ADDRESS})(?:单元)?(?:起|开始)(?:编址)?"
    )
    reading.take_all(rf"(?:用|由)?(?P<n>{_NUMBER})\s*片(?=\s*\ue000)")
    zero = zero or bool(
        reading.take_all(
            r"\(?(?:编号)?从第?0(?:号)?(?:片|组|块)?(?:开始)?(?:数起|数|起|编号)?\)?|(?:各组?)?(?:芯片)?(?:按)?(?:地址)?(?:由|从)低(?:地址)?(?:到|至)高(?:地址)?(?:连续)?(?:依次)?(?:编号)?(?:为)?第?0(?:号)?组?[、,](?:第?1(?:号)?组?[、,]*)(?:\.\.|…|等)*|依次(?:编号)?为第?0(?:号)?(?:组|片)?[、,]第?1(?:号)?(?:组|片)?[、,….]*"
        )
    )
    reading.take_all(
        r"(?:按)?(?:各组)?(?:芯片)?(?:地址)?(?:由|从)低(?:地址)?(?:到|至)高(?:地址)?(?:排列|的|排|连续|依次|编号)*|(?:也就是|即)Y\d选中的那片|\(字扩展分组\)|各组芯片(?=\ue000|按|的)"
    )
    parameters: dict[str, Any] = {
        "task": "layout",
        "regions": regions,
        "sizes": sizes,
        "rest": rest["kind"].upper() if rest else "",
        "space": [to_code(space["first"]), to_code(space["last"])] if space else None,
        "lines": lines,
        "chips": chips,
        "memory": memory,
        "bytewise": bytewise,
        "wordwise": wordwise,
        "word": word,
        "total": total or (to_bytes(area["size"]) if area else None),
        "start": to_code(next(begin[name] for name in "abc" if begin[name])) if begin else 0,
        "decoded": [int(decoder[0]["a"]), int(decoder[0]["b"])] if decoder else None,
        "zero": zero,
        **({"each time": each_time} if each_time is not None else {}),
    }
    asked: list[tuple[int, list[Any]]] = named
    which = rf"(?:第\s*(?P<n>{_NUMBER})\s*(?:号)?(?:片|组|块)(?:芯片)?|(?:由)?\s*/?Y(?P<y>[0-7])\s*(?:输出端?)?(?:所)?(?:选中|选通|对应|控制)?(?:的)?)(?:的)?(?:存储)?(?:芯片|片|组|那片|那一片)*(?:\([^()]{{0,24}}\))?(?:的|所|占用?|占据|覆盖|对应)*"
    for match in reading.take_all(
        rf"{which}(?:地址)?(?:范围|空间|区间)(?:\(十六进制\))?(?:是|为)?(?:多少)?|{which.replace('?P<n>', '?:').replace('?P<y>', '?:')}(?:的)?地址(?:是|为)(?:多少)?"
    ):
        if match["n"] is None and match["y"] is None:
            return None
        asked_spans.append(match.span())
        asked.append(
            (
                match.start(),
                [
                    "range",
                    "Y" if match["y"] else "n",
                    int(match["y"]) if match["y"] else to_int(match["n"]),
                    "片" if "片" in match[0].split("的")[0] and "组" not in match[0].split("的")[0] else "",
                ],
            )
        )
    for match in reading.take_all(
        rf"(?:则)?(?:字|主存|存储)?(?:地址)?(?:为)?\s*(?P<at>{_ADDRESS})(?:单元)?(?:所在|对应|所属|落在)(?:的)?(?:那一?组|那一?片|那)?(?:存储)?(?:芯片|片)(?:\(?组\)?)?,?(?:其|的)?(?P<end>最小|最低|首|起始|最大|最高|末)(?:字|字节)?(?:地址)(?:是|为)?(?:多少)?"
    ):
        asked_spans.append(match.span())
        asked.append(
            (
                match.start(),
                [
                    "end",
                    to_code(match["at"]),
                    match["end"] in ("最小", "最低", "首", "起始"),
                    len(patterns.sub(r"^0x|[Hh\s]", "", match["at"])),
                ],
            )
        )
    for pattern, name in (
        (
            r"(?:请)?(?:写出|给出|求出?|指出)?(?P<kind>RAM|ROM)?(?:芯片)?(?:每(?:一)?(?:片|组)|各(?:片|组)|各个?(?=芯片))(?:芯片)?(?P<kind2>RAM|ROM)?(?:芯片)?(?:组)?(?:所占|占用|对应|分配)*(?:的)?(?:存储)?地址(?:空间|范围|区间)+(?:各|分别|依次)*(?:是|为)?(?:多少|什么)?|(?:RAM|ROM)?(?:每(?:一)?(?:片|组)|各(?:片|组)|各个?)(?:芯片)?(?:的)?(?:起始|首)地址(?:和|与|、)(?:末|结束|终止)地址",
            "ranges",
        ),
        (
            r"(?:RAM|ROM)?各片?(?:RAM|ROM)?(?:芯片)?(?:对应|使用|接)(?:的)?(?:译码器?)?(?:的)?输出(?:端)?(?:依次|分别)?(?:是|为)?(?:哪几个|哪些|什么)?|(?:RAM|ROM)各片(?:的)?片选(?:依次|分别)?(?:接|是)(?:哪几个|哪些)(?:译码)?输出(?:端)?",
            "outputs",
        ),
        (
            r"(?:用于|用作|作|做)?片选(?:译码|信号)?(?:所)?(?:用|需要|需)?(?:的)?(?:译码)?[\ue000]*(?:\([^()\d]{0,16}\))?(?:译码)?(?:的)?(?:高位)?(?:地址)?(?:线)?(?:至少|需要?|要|用|有)*(?:几|多少)(?:根|位|条)?(?:地址线)?",
            "select",
        ),
        (
            r"(?:每片|芯片|片内|各芯片|单片)+(?:芯片)?(?:的)?(?:片内)?地址线?(?:需要?|要|有|为|是|应|至少)*(?:几|多少)(?:根|位|条)?|片内地址(?:线)?(?:需要?|有|是|为)*(?:几|多少)?(?:根|位|条)?",
            "chip lines",
        ),
        (r"(?:需要?|要|用|应)*(?:几|多少)(?:位|根|条)(?:高位)?地址线?(?:来)?(?:做|作为?|用作|用于)片选(?:译码|信号)?", "select"),
        (
            r"(?P<kind>RAM|ROM)(?:区|部分)?(?:的)?(?:起始|首|开始)(?:单元)?(?:的)?地址(?!\s*(?:和|与|、|及|[是为=]?\s*[0-9A-F]))(?:是|为)?(?:多少)?",
            "begin",
        ),
        (r"(?:存储器|主存|整个|共|总|CPU|的)*地址线(?:总数)?(?:至少|需要?|要|有|为|是|应|共)*(?:几|多少)(?:根|位|条)", "lines"),
        (
            r"(?:ROM(?:芯片)?(?:和|与|、)RAM(?:芯片)?|RAM(?:芯片)?(?:和|与|、)ROM(?:芯片)?)?(?:芯片)?(?:各|分别)(?:需要?|要|用|是|为)*(?:多少|几)片(?:芯片)?|(?:需要?|用)?ROM(?:芯片)?(?:和|与|、)RAM(?:芯片)?(?:各|分别)?(?:需要?)?(?:多少|几)片|需ROM(?:芯片)?和RAM(?:芯片)?(?:各)?(?:多少|几)片",
            "both",
        ),
        (r"(?:共|总共|分|分为|分成|需要?|要|有|可)*(?:多少|几)组|组数(?:是|为)?(?:多少)?", "groups"),
        (r"每(?:一)?组(?:需要?|要|有|用|含|由)*(?:多少|几)(?:片|个)(?:芯片)?", "wide"),
        (
            r"(?:则)?(?:所需|需要?|需要的|共|总共|一共|要|用|至少|的)*(?P<kind>RAM|ROM)?(?:存储)?(?:(?:芯片|片子)(?:的)?(?:总)?(?:片|个)?|(?:总)?片)数(?:目|量)?(?:是|为)?(?:多少)?|(?:共|总共|一共|需要?|要|用|至少|这样的|该种|的)*(?P<kind2>RAM|ROM)?(?:芯片)?(?:需要?|要)?(?:多少|几)(?:片|块|个(?=芯片))(?:这样的|的|\ue000)*(?P<kind3>RAM|ROM)?(?:存储)?(?:芯片|片)?",
            "chips",
        ),
    ):
        for match in reading.take_all(pattern):
            if patterns.search(r"[多几哪数]", match[0]) or name in ("outputs", "ranges", "begin"):
                groups = match.groupdict()
                if name == "select" and not patterns.search("地址|译码", match[0]):
                    stay_out("lines of chip select")
                before = patterns.split(r"[,;。?]", reading.rest[: match.start()])[-1]
                if name == "lines" and patterns.search("用[于来作]|[做作]|[选片]|译码", before):
                    stay_out("lines for a purpose")
                asked_spans.append(match.span())
                asked.append((match.start(), [name, (groups.get("kind") or groups.get("kind2") or groups.get("kind3") or "").upper()]))
    reading.mark_asked(asked_spans)
    settle(
        reading,
        COMMON
        + WORDS
        + " 若干 组 组成 起始 系统 用户区 系统区 用户 区 主存 连续 编址 编号 第 线 三 高三位 位 3-8译码器 译码 全译码 全部 该区 现 片 芯片组 由 现有 现用 块 扩成 串成 每个 单元 依次 译码器 地址总线 数据总线 字扩展 位扩展 各 十六进制 范围 总线 那片 选中",
    )
    if not asked or (not chips and not decoder):
        return None
    parameters["asked"] = [what for _, what in sorted(asked, key=lambda one: one[0])]
    if any(parameters["asked"].count(what) > 1 for what in parameters["asked"]):
        stay_out("asked twice: one of them is something else")
    solve(parameters)
    return Recognition(
        parameters=parameters,
        understood=(
            *((f"{kind} 芯片".strip(), f"{one[0]}×{one[1]} 位") for kind, one in chips.items()),
            *((("存储器", f"{memory[0]}×{memory[1]} 位"),) if memory else ()),
            *((f"{kind} 区", f"{ends[0]:04X}H～{ends[1]:04X}H") for kind, ends in regions.items()),
            *((("译码器的输入", f"A{decoder[0]['a']}～A{decoder[0]['b']}"),) if decoder else ()),
        ),
    )
