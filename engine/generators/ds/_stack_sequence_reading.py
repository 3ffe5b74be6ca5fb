"""Reading problems about stacks: what is pushed in which order, what is known of the pops, and what is asked."""

from __future__ import annotations

import re
from typing import Any

from engine.generators.ds._asking import pass_claims
from engine.generators.ds._clauses import finish, opened
from engine.generators.ds._stack_operations_reading import LIST, NAME, OWN, names_of, read_operations
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.reading import INTEGER, Reading, compiled, stay_out, to_int

# People's words for the two operations, made one before reading.
_ONE_WORD = (
    (
        r"(?:开进|开入|驶入|驶进|进入|进|通过|经过)(?:一个|一条)?(?:死胡同|尽头线|栈(?:形|式|型|结构)?(?:的)?(?:调度站|轨道|车站|站台|车库|缓冲轨|停车场|铁轨))",
        "入栈",
    ),
    (
        r"(?:开|驶|拉)出(?:来|去)?(?=\s*[A-Za-z0-9]|的?(?:顺序|序列|次序))|倒着(?:开)?出来|再倒(?:着)?出来|(?:出|离)站(?=[的次顺序排列方]|\s*[A-Za-z0-9])",
        "出栈",
    ),
    (
        r"进栈|压栈|压入栈|压进栈|压入|推入|入栈|(?:依次|顺序|先后)(?:进入|通过|经过)(?:一个)?(?:初始为空的?|空的?)?栈(?!的)|进入栈|放进栈|塞进栈|进站(?:调度|(?=[的次顺序有,]))",
        "入栈",
    ),
    (r"(?<=[个位])(?:被)?(?:最先|先)?(?:出来|弹出来|出去)的?(?=是|为)", "出栈"),
    (r"(?<=顺序|依次)进(?:去)?(?=[,。; ]|$)", "入栈"),
    (r"出来(?:的)?(?:顺序|序列|次序)?(?=是|为)", "出栈序列"),
    (r"出队(?=的?(?:顺序|序列|次序))", "出栈"),
    (r"退栈|弹栈|弹出|吐出|出栈(?!序)|(?<=[可能个先])出来|(?<=先|能)出(?=吗|$|的)", "出栈"),
    (r"输出(?:序列)?(?:的)?(?=第|元素|序列|顺序)|输出", "出栈"),
    (r"(?<![出入])输入(?:序列|顺序|元素)?", "入栈序列"),
)
_SEQUENCE = rf"(?<![A-Za-z0-9])(?P<value>{LIST})(?![A-Za-z0-9])"
_WAY = r"(?:依次|顺序|先后|按(?:照)?(?:此|这个|该)?(?:顺序|次序|序)|按序|逐个|分别|的|地|从小到大|按编号){0,3}"
_IN = r"入栈(?:S)?(?:栈)?"
_OUT = r"(?:出栈|出队|输出)"
_PLACE = rf"(?:第\s*(?P<nth>[in])\s*(?:个|位)|第\s*(?P<number>{INTEGER})\s*(?:个|位)?|(?P<first>首个|最先|首先|最早|第一)|(?P<last>最[后末](?:一个|1个)?)|(?<![A-Za-z])[pPaAbB]\s*(?P<index>\d|n|i)(?![A-Za-z0-9]))"
_BEHIND = rf"(?:被)?{_OUT}?(?:的)?(?:元素|数据|车厢?|数)?(?:\s*[pPaA]\d)?"
_CHOICE = (
    r"(?:下列|下面|以下|则|那么)?(?:各|的|哪个|哪一个|哪项|选项|序列|出栈|中){0,6}(?P<no>不)?(?:可能|能够?|可以|(?:是)?合法)(?:的)?(?:是|作?为|得到|有|出现)?(?:的)?(?:合法)?(?:的)?(?:其|它的?|该栈的?|栈的)?出栈(?:的)?(?:序列|顺序|次序)(?:的)?(?:是|有|为)?(?:哪个|哪一个|哪项)?"
    r"|(?:下列|下面|以下)?(?:各)?(?:的)?出栈(?:的)?(?:序列|顺序|次序)(?:中)?(?:,)?(?:哪个|哪一个|哪项)?(?P<never>不)?(?:可能|能够?|合法)(?:得到|出现|实现)?(?:的)?(?:是|为)?(?:哪个|哪一个|哪项)?"
)

_LISTED = r"有哪(?:些|几[种个])(?:可能|不同|合法|的){0,3}(?:出栈)?(?:序列|顺序|次序|排列)|(?:所有|全部)?(?:可能|合法|不同|的){0,3}出栈(?:序列|顺序|次序)(?:都|分别|各)?(?:有|是)(?:哪些|哪(?:几)?[种个])|(?:能|可以|可能)?(?:得到|产生|有|出现)?(?:的)?哪(?:些|几[种个])(?:可能|合法|不同|的){0,3}出栈(?:序列|顺序|次序)(?:,|。|\?)?(?:请)?(?:全部|都)?(?:列出(?:来)?|写出(?:来)?)?|(?:列出|写出)(?:全部|所有)(?:可能|合法|不同|的){0,3}出栈(?:序列|顺序|次序)|出栈(?:序列|顺序|次序)(?:全部|都)(?:列出|写出)(?:来)?"


def _place(match: re.Match[str]) -> Any:
    """The place in the pop sequence from 0; −1 for the last, `i` for the i-th."""
    groups = match.groupdict()
    if index := groups.get("index") or groups.get("nth"):
        return -1 if index == "n" else "i" if index == "i" else int(index) - 1
    return to_int(groups["number"]) - 1 if groups["number"] else -1 if groups["last"] else 0


def _told_places(reading: Reading) -> dict[str, list[Any]]:
    """What is said of single places of the pop sequence, taken: given, asked whether, asked which, and asked how many."""
    lead = r"(?:若|且|已知|如果|要求|剩下的|剩余的|则|那么|那|问|此时|,){0,3}(?:出栈(?:序列|顺序)?(?:的|中|里)?)?"
    maybe: list[Any] = []
    before: list[Any] = []
    for match in reading.take_all(
        rf"(?P<firsts>(?:{NAME})(?:\s*[、,和 ]\s*(?:{NAME})){{0,3}})\s*(?P<could>可能|能不能|能否|有没有可能|可以|能)(?:都)?(?:比|在)\s*(?P<later>{NAME})\s*(?:之)?(?:更)?(?:先|早|前)(?:面)?(?:被)?(?:出栈|出来|出)?(?:吗|么|不)?"
    ):
        maybe.append(["before", re.findall(NAME, match["firsts"]), match["later"]])
    for pattern in (
        rf"{lead}{_PLACE}{_BEHIND}(?:有没有可能|可不可能|能不能|可能不可能|能否)(?:是|为)\s*(?P<name>{NAME})(?![A-Za-z0-9])",
        rf"{lead}{_PLACE}{_BEHIND}(?:可能|可以|能)(?:是|为)\s*(?P<name>{NAME})(?![A-Za-z0-9])\s*(?:吗|么|不)",
    ):
        maybe += [["at", _place(match), match["name"]] for match in reading.take_all(pattern)]
    many = [
        _place(match)
        for match in reading.take_all(
            rf"{lead}{_PLACE}{_BEHIND}(?:的)?(?:可能)?(?:的)?(?:取值|值|情况)?(?:可能)?(?:的)?(?:取值)?(?:一共|共|总共)?(?:有)?(?:(?:多少|几)(?:个|种)(?:可能|取值|情况)?|个数)(?:(?:\()?用\s*n\s*表示\)?)?"
        )
    ]
    places: list[Any] = []
    for pattern in (
        rf"{lead}{_PLACE}{_BEHIND}(?:一定|必然|必定|必|只能|应该?)(?:是|为)(?:什么|哪个|谁|多少|几)?",
        rf"{lead}{_PLACE}{_BEHIND}(?:有)?可能(?:是|为|有|的)?(?:的)?(?:元素)?(?:是|有)?(?:哪些|哪个|哪几个|什么|谁|几)(?:元素)?(?:\(?列全\)?)?",
        rf"{lead}(?:可能)?{_PLACE}{_BEHIND}(?:可能)?(?:是|为|有)(?:哪些|哪几个|谁|几|多少|什么|哪个)(?:元素)?",
        rf"则?可能的\s*{_PLACE}\s*(?:有|是|为)(?:哪些)?",
        rf"{lead}{_PLACE}{_BEHIND}(?:是|为)(?=\s*(?:\(\s*\)|[。?]?\s*$))",
    ):
        places += [_place(match) for match in reading.take_all(pattern)]
    given = [
        [number, name]
        for match in reading.take_all(
            rf"{lead}(?:前|头)(?P<many>{INTEGER})个(?:{_OUT})?(?:的)?(?:元素)?(?:依次|分别|是|为)+\s*(?P<value>{LIST})"
        )
        for number, name in enumerate(_first(match["value"], to_int(match["many"])))
    ]
    for pattern in (
        rf"{lead}{_PLACE}{_BEHIND}(?:是|为|=)\s*(?:元素)?(?P<name>n-1|n|{NAME})(?![A-Za-z0-9]|\s*(?:或|吗|、(?!第)|,\s*[A-Za-z0-9](?![A-Za-z0-9]*\s*(?:是|为|=|第|可能))))(?:的)?",
        rf"、\s*(?P<name>{NAME})\s*(?:是|排|在)?{_PLACE}(?:被)?(?:{_OUT})?",
        rf"(?:,|若|且)?(?<![A-Za-z0-9、])(?:元素)?(?P<name>{NAME})\s*(?:是|排|在)?{_PLACE}(?:被)?(?:{_OUT})?(?:的)?(?!序列|顺序|元素)(?:情况下)?",
        rf"(?:以|让)?\s*(?:元素)?(?<![A-Za-z0-9])(?P<name>{NAME})\s*(?:作为|为|作)?(?P<side>开头|打头|为首|起头|结尾|收尾)(?:的)?",
    ):
        for match in reading.take_all(pattern):
            side = match.groupdict().get("side")
            given.append([(-1 if side in ("结尾", "收尾") else 0) if side else _place(match), match["name"]])
    return {"given": given, "maybe": maybe, "places": places, "many": many, "before": before}


def _first(text: str, many: int) -> tuple[str, ...]:
    names = names_of(text)
    if len(names) != many:
        stay_out("another number of elements")
    return names


def _plain(text: str) -> str:
    """The text with one word for each operation, ranges of elements written out, and `1, 2, …, n` as one word."""
    text = re.sub(
        r"(?<![A-Za-z0-9])(?:[pPaAbB]\s*1\s*[,、 ]?\s*[pPaAbB]\s*2\s*[,、 ]?\s*(?:[pPaAbB]\s*3\s*[,、 ]?\s*)?(?:…+|\.{2,}|⋯+)\s*[,、 ]?\s*[pPaAbB]\s*(?:n|\d+))",
        "某序列",
        text,
    )
    text = re.sub(
        r"(?<![A-Za-z0-9])1\s*[,、 ]\s*2\s*[,、 ]?\s*(?:3\s*[,、 ]?\s*)?(?:…+|\.{2,}|⋯+)\s*[,、 ]?\s*n(?![A-Za-z0-9-])", "一至恩", text
    )
    for pattern, word in _ONE_WORD:
        text = re.sub(pattern, word, text)
    text = re.sub(r"入栈(?:序列)?入栈", "入栈", text)
    text = re.sub(
        r"(?<![A-Za-z0-9])([a-zA-Z])\s*(?:~|到|至|-|\.{2,}|…+)\s*([a-zA-Z])(?=\s*(?:这|按|顺序|依次|先后|入栈|\S{0,3}个))",
        lambda match: ",".join(map(chr, range(ord(match[1]), ord(match[2]) + 1))) if 2 <= ord(match[2]) - ord(match[1]) < 12 else match[0],
        text,
    )
    return re.sub(
        r"(?<![A-Za-z0-9.])([1-9])\s*(?:~|到|至|-|\.{2,}|…+)\s*([4-9])(?![0-9.])(?=\s*(?:这|按|顺序|依次|先后|入栈|,|号?\S{0,2}个))",
        lambda match: ",".join(map(str, range(int(match[1]), int(match[2]) + 1))) if int(match[1]) + 2 <= int(match[2]) else match[0],
        text,
    )


def recognise(text: str) -> Recognition | None:
    """A stack's elements and what is asked of the pop sequences; None where it is something else."""
    if not re.search(r"栈|死胡同|尽头线|push.*pop|车厢.*(?:进站|调度)", text, re.IGNORECASE):
        return None
    reading = opened(_plain(text))
    pass_claims(reading)
    if (
        re.search(
            r"表示|代表|push\W+(?:push|pop)|push\s*\(?\w|(?<![A-Za-z])(?:[IO]{4,}|[SX]{4,})(?![A-Za-z])|(?:入栈|出栈)[,、]\s*(?:入栈|出栈)[,、]",
            reading.text,
            re.IGNORECASE,
        )
        and (row := read_operations(reading)) is not None
    ):
        return row
    reading.take_all(
        r"\(?(?:其中)?(?:入栈|出栈|进|出)(?:操作)?(?:、|和|与|,)(?:入栈|出栈|出|进)(?:操作)?(?:可以?|可)?(?:以)?(?:任意|随意)?(?:交替|交叉)(?:进行)?\)?|(?:元素)?(?:可以?)?(?:在)?(?:任何|任意)?(?:时刻|随时)(?:都|均|即)?(?:可以?)?(?:出栈|入栈)|(?:可以?)?随时(?:可以?)?出栈|元素互不相同(?!的)|(?:期间|中间|过程中|途中)?(?:入栈|出栈|进出)(?:操作|过程)?(?:可以?|能|允许|均可)?(?:任意|随意|随时)?(?:地)?(?:穿插|交叉|交错|交替)(?:着)?(?:进行)?|(?:可以?|允许|能)?边(?:进|入)(?:栈)?边出(?:栈)?|(?:允许)?入栈、?出栈(?:可)?交替进行|\(?n\s*(?:≥|>=|>)\s*\d\)?|直到(?:所有)?元素(?:全部|都)出栈"
    )
    symbolic = bool(reading.take_all(r"(?:元素|序列)?(?:为|是)?一至恩(?:个)?(?:元素)?"))
    instance = reading.take_one(r"(?:若|当|如果|设|取|那么)*\s*n\s*=\s*(?P<value>\d+)(?:\s*时)?", to_int) if symbolic else None
    reading.take_all(r"(?:某序列)(?:是|为)?(?:一至恩)?(?:的)?")
    bound = reading.take(
        rf"(?:栈)?(?:S)?(?:的)?(?:容量|大小|深度)(?:只有|仅有|仅为|最大为|最多为|限制为|限为|仅|为|是|=)*(?P<size>{INTEGER})(?:个元素)?(?:的)?|(?:栈)?(?:中|里)?(?:最多|只能|至多)(?:同时)?(?:只)?(?:能|可以?)?(?:够)?(?:同时)?(?:容纳|容|存放?|放|保存|存|装|有)(?:得?下)?(?P<room>{INTEGER})个(?:元素)?"
    )
    in_a_row = reading.take_one(
        rf"(?:但|且|,)*(?:不允许|不能|不得|不可以?|禁止)连续(?:进行)?(?P<value>{INTEGER})次(?:及以上)?(?:地)?(?:进行|做|执行)?(?:{_OUT})(?:操作)?",
        to_int,
    )
    choice_words = rf"(?:{_CHOICE})(?=[\s()。:,?]*$)"
    choice = (
        None
        if reading.has("多少|几[种个]|个数|总数|数目") or reading.has(rf"{_PLACE}.{{0,9}}可能的?\s*(?:[pPaA]\s*n|第)")
        else reading.take(choice_words)
    )
    if choice is None:
        other = reading.take(
            r"\(\s*\)\s*(?P<no>不)?(?:可能)?(?P<never>不)?是(?:其|它的|该栈的)?(?:可能的|合法的)?出栈(?:序列|顺序|次序)[。.]?\s*$"
        )
        choice = other
    told = _told_places(reading)
    pushes, candidates = _lists(reading)
    capacity = reading.take_all(
        r"栈?(?:S)?的?(?:容量|大小|深度)(?:至少|最小|最少)(?:应该?|需要?|要|可以|得|应当)*(?:有|设|取|开)?(?:是|为)?(?:多少|几|多大)?|(?:至少|最少)需要?多大的栈|栈(?:S)?(?:至少|最[少小])(?:需要?|要|应该?|得)?(?:有|为|是)?(?:多大|多深|几层)|(?<![A-Za-z栈])S的?(?:容量|大小)(?:至少|最小|最少)(?:应该?|需要?|要|得)*(?:是|为)?(?:多少|几|多大)?|栈(?:S)?(?:至少|最少)(?:要|需要?|应)?(?:能)?(?:容纳|存放)(?:多少|几)个(?:元素)?|(?:中间|过程中|期间)?栈(?:中|里|内)(?:同时)?最多(?:时)?(?:有|存)?(?:多少|几)个(?:元素)?|栈?(?:至少|最[少小])(?:应该?|要|需要?|得)?(?:有)?(?:多少|几)个(?:存储)?(?:单元|空间|位置)|(?:栈)?(?:这个)?(?:容量)?(?:至少|最少)(?:得|要|需要?|应)?(?:多大|多深)"
    )
    legal = (
        bool(
            reading.take_all(
                r"(?:这个|该|此|这样的?|,)?(?:出栈)?(?:序列|顺序|次序|排列)?(?:是否|是不是|合不合法|合法吗|是否合法|可能吗|能否|能不能|有没有可能|可不可能|行不行|可行吗|可不可以|可以吗|能吗|判断|对吗|对不对|能够|能|可以|可能|合法|行){1,3}(?:是)?(?:合法|可能|可行|正确|成立|出现|实现|得到|为|的|作为|出来){0,3}(?:出栈)?(?:序列|顺序|次序)?(?:\s*吗|\s*呢|\s*么|不)?|(?<=\ue000)\s*(?:吗|呢|行不行)"
            )
        )
        if candidates
        else False
    )
    if capacity and legal and re.search(r"(?:合法|可能|可以|可行|行|能)(?:吗|么|不)|是否(?:合法|可能|可行)|合不合法", reading.text):
        stay_out("whether it is possible, and the capacity")
    if candidates:
        reading.take_all(r"为什么")
        reading.take_all(r"(?:哪个|哪些|哪几个|哪一个)(?:是)?(?:合法|可能|不可能|能得到|得到)?(?:的)?")
    carriages = reading.take_one(rf"(?<![\d第])(?P<value>{INTEGER})(?:节|辆|列)(?:车厢|火车|列车|皮车|车)?", to_int)
    count = reading.take_one(
        (
            rf"(?:n\s*=\s*)?(?P<value>{INTEGER})个(?:各?不相同|互?不同|不同|互异|互不相同)?的?(?:元素|数据|数|字母|数字)(?:都|按)?(?:依次|顺序|按(?:一定)?顺序|先后|按固定顺序)*{_IN}",
            rf"n\s*=\s*(?P<value>{INTEGER})",
            rf"(?<![\d第前])(?!一个)(?P<value>{INTEGER})个(?:不同的?|互不相同的?)*(?:元素|字母|数字|字符)(?!出栈的)",
        ),
        to_int,
    )
    count = carriages if count is None else count
    order = reading.take(
        r"(?P<one>[A-Za-z0-9])\s*[,、和]?\s*(?P<other>[A-Za-z0-9])\s*的?(?:相对|出栈)?(?:相对)?(?:次序|顺序|先后)(?:呢|如何|是什么|怎样)?"
    )
    listing = bool(reading.take_all(_LISTED))
    counted = reading.take_all(
        r"(?:能|可能|可以|会|的|所有|全部|不同|合法|这样|这种|一共|总共|共|有|得到|产生|出现|出){0,6}(?:出栈)?(?:序列|顺序|次序|排列|结果|情况)?(?:的)?(?:一共|总共|共|有|能有|会有|可以有|能出|为|是){0,3}(?:(?:多少|几)(?:种|个)|个数|总数|数目|种数)(?:可能|不同|情况|合法|的){0,3}(?:出栈)?(?:来)?(?:的)?(?:序列|顺序|次序|排列|情况|方式|方案)?"
    )
    if re.search(r"(?:容量|大小|深度)(?:都|各)?(?:为|是|=)?\s*[A-Za-z](?![A-Za-z0-9])", reading.text):
        stay_out("a capacity without a figure")
    reading.refuse(
        r"双端|共享|循环|两个栈|双栈|不(?!同|相同|限|可能)|第[一二三四五六七八九\d]|最先|首先出|两栈|S1|概率|若干|已(?!知)|满|队头|队尾|证明|算法"
    )
    reading.take_all(
        r"(?:在)?(?:所有|全部)(?:可能|合法)?(?:的)?(?:出栈)?(?:序列|顺序|次序)(?:中|里)?|栈\s*S|队列\s*Q|(?:一个|每个|各)?(?:元素)?(?:从)?(?:栈\s*S?)?(?:出栈|出来)后(?:即|立即|就|马上|随即)?(?:进入|入|进)队列?\s*Q?|(?:初态|初始(?:状态)?|开始时?)(?:均|都)?为?空|容量足够大?|(?:可以|可)?随时出栈|S(?![A-Za-z0-9])"
    )
    finish(reading, OWN)
    if bound is not None and re.match(r"\s*(?:个元素)?\s*呢", reading.text[bound.end() :]):
        stay_out("with a bound, and without")
    room = to_int(bound["size"] or bound["room"]) if bound is not None else None
    if in_a_row is not None and choice is None:
        stay_out("how many pops in a row")
    if pushes is None and count is not None:
        pushes = tuple(str(number) for number in range(1, count + 1)) if not (candidates or choice) else None
        named = False
    else:
        named = pushes is not None
    if count is not None and pushes is not None and len(pushes) != count:
        return None
    return _recognised(
        pushes,
        candidates,
        told,
        room,
        in_a_row,
        choice,
        named=named,
        symbolic=symbolic,
        legal=legal,
        capacity=bool(capacity),
        counted=len(counted),
        listing=listing,
        order=order,
        instance=instance,
    )


def _lists(reading: Reading) -> tuple[tuple[str, ...] | None, list[tuple[str, ...]]]:
    """(what is pushed, the sequences that could be popped), taken.

    Raises:
        StayOut: two different push sequences.
    """
    before = rf"入栈(?:的)?(?:元素)?(?:的)?(?:序列|顺序|次序)?\s*(?:依次|分别|为|是|:|=|元素)*\s*{_SEQUENCE}"
    after = rf"(?:{INTEGER}(?:个|节|辆)(?:不同的?)?(?:元素|字母|数字|数|车厢|车)|元素|数据元素|序列|以|按照?|将|把|编号|车厢|字母|数字)*(?:为)?\s*{_SEQUENCE}\s*(?:号)?(?:这)?(?:{INTEGER}(?:个|辆|节)(?:元素|数|字母|数字|车|车厢)?)?(?:的)?(?:车厢)?\s*(?:从(?:左|右)侧)?{_WAY}\s*{_IN}"
    pushed = [names_of(match["value"]) for match in reading.take_all(after)]
    pushed += [names_of(match["value"]) for match in reading.take_all(before)]
    if not pushed:
        pushed = [
            names_of(match["value"]) for match in reading.take_all(rf"(?:车厢|火车|列车)(?:编号|号)?(?:为|是)?\s*{_SEQUENCE}(?=\s*[,;。])")
        ]
    if any(names != pushed[0] for names in pushed):
        stay_out("two push sequences")
    reading.take_all(r"(?:出栈)(?:的)?(?:序列|顺序|次序|元素)?(?:为|是|:|=)*(?=\s*[A-Za-z0-9])")
    candidates: list[tuple[int, tuple[str, ...]]] = []
    for match in compiled(_SEQUENCE).finditer(reading.rest):
        parts = [part for part in re.split(r"\s*(?:,|、|->|→|\s)\s*", match["value"]) if part]
        groups = [tuple(part) for part in parts] if len(parts) > 1 and all(len(part) >= 3 for part in parts) else [names_of(match["value"])]
        if pushed and all(sorted(names) == sorted(pushed[0]) for names in groups):
            candidates += [(match.start(), names) for names in groups]
    found = [names for _, names in sorted(candidates)]
    for match in list(compiled(_SEQUENCE).finditer(reading.rest)):
        if match.start() in [place for place, _ in candidates]:
            reading.take(
                rf"(?:序列|排列|顺序|次序)?\s*(?:以|按)?\s*{re.escape(match['value'])}\s*(?:的|这个|这样的)*(?:顺序|次序|序列)?\s*(?:出栈)?(?:的)?(?:顺序|次序|序列)?"
            )
    return (pushed[0] if pushed else None), found


def _recognised(
    pushes: tuple[str, ...] | None,
    candidates: list[tuple[str, ...]],
    told: dict[str, list[Any]],
    room: int | None,
    in_a_row: int | None,
    choice: re.Match[str] | None,
    *,
    named: bool,
    symbolic: bool,
    legal: bool,
    capacity: bool,
    counted: int,
    listing: bool,
    order: re.Match[str] | None,
    instance: int | None,
) -> Recognition | None:
    limited = () if room is None else (("栈的容量", str(room)),)
    conditions = told["given"]
    asked: list[list[Any]] = [["maybe", *each] for each in told["maybe"]]
    asked += [["places", place] for place in told["places"]] + [["many", place] for place in told["many"]]
    if symbolic:
        if (
            candidates
            or choice is not None
            or capacity
            or room is not None
            or pushes is not None
            or counted
            or len(conditions) != 1
            or not asked
        ):
            return None
        return Recognition(
            parameters={"task": "symbolic", "given": conditions[0], "asked": asked, "instance": instance},
            understood=(("入栈顺序", "1, 2, …, n"), ("已知", f"{place_name(conditions[0][0])}是 {conditions[0][1]}")),
        )
    if (
        pushes is None
        or len(pushes) < (3 if named else 1)
        or any(place == "i" for place, _ in conditions)
        or any(task[1] == "i" for task in asked)
    ):
        return None
    understood = ((("入栈顺序", listed(pushes)) if named else ("元素个数", str(len(pushes)))), *limited)
    base = {"pushes": list(pushes), **({} if room is None else {"room": room})}
    if choice is not None:
        groups = choice.groupdict()
        if candidates or asked or conditions or counted or capacity or len(pushes) > 26 or not named:
            return None
        possible = not (groups["no"] or groups["never"])
        return Recognition(
            parameters={"task": "choice", **base, "possible": possible, **({"row": in_a_row} if in_a_row is not None else {})},
            understood=(*understood, ("求", f"{'可能' if possible else '不可能'}的出栈序列")),
        )
    if order is not None:
        asked.append(["order", order["one"], order["other"]])
    if listing:
        if pushes is None or len(pushes) > 4 or not named:
            return None
        asked.append(["list"])
    if counted > 1 and conditions:
        stay_out("how many of all, or of some")
    if counted and not told["many"]:
        asked.insert(0, ["count"])
    if capacity:
        if len(candidates) != 1 or room is not None:
            return None
        asked.append(["capacity", list(candidates[0])])
    elif candidates:
        if not legal or conditions:
            return None
        asked += [["legal", list(names)] for names in candidates]
    names = [name for _, name in conditions] + [name for task in asked for name in _mentioned(task)]
    places = [place for place, _ in conditions] + [task[1] for task in asked if task[0] in ("places", "many")]
    if any(name not in pushes for name in names) or any(not -len(pushes) <= place < len(pushes) for place in places):
        stay_out("no such place or element")
    if len({place % len(pushes) for place, _ in conditions}) != len(conditions):
        stay_out("two elements at one place")
    limit = (
        30
        if asked == [["count"]] and not conditions and room is None
        else 20
        if asked == [["count"]] and not conditions
        else 26
        if all(task[0] in ("legal", "capacity") for task in asked)
        else 10
    )
    if not asked or len(pushes) > limit:
        return None
    if conditions:
        told_as = "，".join(f"{place_name(place)}是 {name}" for place, name in conditions)
        understood = (*understood, ("已知", told_as))
    return Recognition(parameters={"task": "asked", **base, "given": conditions, "asked": asked}, understood=understood)


def _mentioned(task: list[Any]) -> list[str]:
    """The elements that a thing asked names."""
    if task[0] == "maybe":
        return [task[3]] if task[1] == "at" else [*task[2], task[3]]
    return [task[1], task[2]] if task[0] == "order" else []


def place_name(place: Any) -> str:
    """A place of the pop sequence in words; −1 is the last."""
    return "最后一个" if place == -1 else f"第 {place} 个" if place == "i" else f"第 {place + 1} 个"
