"""Reading problems about stacks: what is pushed in which order, what is known of the pops, and what is asked."""

from __future__ import annotations

import re
from typing import Any

from engine.generators import patterns
from engine.generators.ds._clauses import every_part_asked, opened
from engine.generators.ds._inquiring import Question, inquire
from engine.generators.ds._settling import settle
from engine.generators.ds._stack_sequence.asked import Told, recognised
from engine.generators.ds._stack_sequence.claims import SEVERAL_PLACES
from engine.generators.ds._stack_sequence.names import LIST, NAME, OWN, names_of
from engine.generators.ds._stack_sequence.wording import STORY, plain
from engine.generators.kind import Recognition
from engine.generators.patterns import caseless
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

_SEQUENCE = rf"(?<![A-Za-z0-9])(?P<value>{LIST})(?![A-Za-z0-9])"
_WAY = r"(?:依次|顺序|先后|按照?(?:此|这个|该)?(?:顺序|次序|序)|按序|逐个|分别|的|地|从小到大|按编号){0,3}"
_IN = r"入栈S?栈?"
_OUT = r"(?:出栈|出队|输出)"
_PLACE = rf"(?:第\s*(?P<nth>[ink])\s*[个位]|第\s*(?P<number>{INTEGER})\s*[个位]?|(?P<first>首个|最先|首先|最早|第一)|(?P<last>最[后末](?:一个|1个)?)|(?<![A-Za-z])[pPaAbB]\s*(?P<index>\d|n|i)(?![A-Za-z0-9]))"
_BEHIND = rf"被?{_OUT}?的?(?:元素|数据|车厢?|数)?(?:\s*[pPaA]\d)?"
_CHOICE = (
    r"(?:下列|下面|以下)?(?:各|四个|选项|的|中|里)*(?:哪一?[个项种]|哪个选项)的?(?:出栈)?的?(?:序列|顺序|次序)?是?(?:不可能|得不到|不能得到|无法得到|不合法|做不到|实现不了|不能实现|无法实现|可能|能得到|可以得到|合法|能实现|可以实现)(?:得到|出现|实现)?的?(?:出栈)?(?:序列|顺序|次序)?[呢啊呀]?|"
    r"(?:下列|下面|以下|则|那么)?(?:各|的|哪个|哪一个|哪项|选项|序列|出栈|中){0,6}(?P<no>不)?(?:可能|能够?|可以|是?合法)的?(?:是|作?为|得到|有|出现)?的?(?:合法)?的?(?:其|它的?|该栈的?|栈的)?出栈的?(?:序列|顺序|次序)的?[是有为]?(?:哪个|哪一个|哪项)?"
    r"|(?:下列|下面|以下)?各?的?出栈的?(?:序列|顺序|次序)中?,?(?:哪个|哪一个|哪项)?(?P<never>不)?(?:可能|能够?|合法)(?:得到|出现|实现)?的?[是为]?(?:哪个|哪一个|哪项)?"
)

_LISTED = r"(?<=\ue000),?(?:它们|又)?(?:分别|各)[是为](?:什么|哪些|哪几[种个])|(?<=的)(?:次序|序列|顺序|排列)(?:都|分别|各)?[有是](?:哪些|哪几[种个])|(?:写出|列出|给出|求出?)(?:所有|全部)的?(?:[\ue000的]|可能|合法|不同|这样)*出栈(?:序列|顺序|次序)|(?:所有|全部)的?(?:满足|符合)?(?:条件|要求)?(?:可能|合法|不同|这样|的){0,3}出栈(?:序列|顺序|次序)(?=\s*(?:[。?!]|$))(?!.*(?:多少|几))|有哪(?:些|几[种个])(?:可能|不同|合法|的){0,3}(?:出栈)?(?:序列|顺序|次序|排列)|(?:所有|全部)?(?:可能|合法|不同|的){0,3}出栈(?:序列|顺序|次序)(?:都|分别|各)?[有是](?:哪些|哪几?[种个])|(?:能|可以|可能)?(?:得到|产生|有|出现)?的?哪(?:些|几[种个])(?:可能|合法|不同|的){0,3}出栈(?:序列|顺序|次序)(?:,|。|\?)?请?(?:全部|都)?(?:列出来?|写出来?)?|(?:列出|写出)(?:全部|所有)(?:可能|合法|不同|的){0,3}出栈(?:序列|顺序|次序)|出栈(?:序列|顺序|次序)(?:全部|都)(?:列出|写出)来?"


def _place(match: re.Match[str]) -> Any:
    """The place in the pop sequence from 0; −1 for the last, `i` for the i-th."""
    groups = match.groupdict()
    if index := groups.get("index") or groups.get("nth"):
        return -1 if index == "n" else index if index in ("i", "k") else int(index) - 1
    return to_int(groups["number"]) - 1 if groups.get("number") else -1 if groups["last"] else 0


def _told_places(reading: Reading) -> dict[str, list[tuple[int, Any]]]:
    """What is said of single places of the pop sequence, taken: given, asked whether, asked which, and asked how many."""
    lead = r"(?:若|且|已知|如果|要求|剩下的|剩余的|则|那么|那|问|此时|,){0,3}(?:出栈(?:序列|顺序)?[的中里]?)?"
    maybe: list[tuple[int, list[Any]]] = []
    for match in reading.take_all(
        rf"(?P<firsts>(?:{NAME})(?:\s*[、,和 ]\s*(?:{NAME})){{0,3}})\s*(?P<could>可能|能不能|能否|有没有可能|可以|能)都?[比在]\s*(?P<later>{NAME})\s*之?更?[先早前]面?被?(?:出栈|出来|出)?[吗么不]?"
    ):
        maybe.append((match.start(), ["before", patterns.findall(NAME, match["firsts"]), match["later"]]))
    for pattern in (
        rf"{lead}{_PLACE}{_BEHIND}(?:有没有可能|可不可能|能不能|可能不可能|能否)[是为]\s*(?P<name>{NAME})(?![A-Za-z0-9])",
        rf"{lead}{_PLACE}{_BEHIND}(?:可能|可以|能)[是为]\s*(?P<name>{NAME})(?![A-Za-z0-9])\s*[吗么不]",
    ):
        maybe += [(match.start(), ["at", _place(match), match["name"]]) for match in reading.take_all(pattern)]
    named = [
        (match.start(), [_place(match), match["name"]])
        for match in reading.take_all(
            rf"(?:其中|若|且|元素)*(?<![A-Za-z0-9、])(?<![0-9A-Za-z][ ,、])(?P<name>{NAME})\s*(?:是|排在?|在)?{_PLACE}被?{_OUT}的?(?:元素)?(?!序列|顺序|次序|可能|不)"
        )
    ]
    many = [
        (match.start(), _place(match))
        for match in reading.take_all(
            rf"{lead}{_PLACE}{_BEHIND}的?(?:可能)?的?(?:取值|值|情况)?(?:可能)?的?(?:取值)?(?:一共|共|总共)?有?(?:(?:多少|几)[个种](?:可能|取值|情况)?|个数)(?:(?:\()?用\s*n\s*表示\)?)?"
        )
    ]
    never = [
        (match.start(), _place(match))
        for match in reading.take_all(
            rf"{lead}{_PLACE}{_BEHIND}不可能(?:是|为|出现)?的?(?:元素)?[是为有]?(?:哪些|哪几个|哪一?个|谁|什么|几|多少)?(?:元素)?"
        )
    ]
    places: list[tuple[int, Any]] = []
    for pattern in (
        rf"{lead}{_PLACE}{_BEHIND}(?:一定|必然|必定|必|只能|应该?)[是为](?:什么|哪个|谁|多少|几)?",
        rf"{lead}{_PLACE}{_BEHIND}有?可能[是为有的]?的?(?:元素)?[是有]?(?:哪些|哪个|哪几个|什么|谁|几)(?:元素)?(?:\(?列全\)?)?",
        rf"{lead}(?:可能)?{_PLACE}{_BEHIND}(?:可能)?(?:是|为|有|等于|=)(?:哪些|哪几个|谁|几|多少|什么|哪个)(?:元素)?",
        rf"则?可能的\s*{_PLACE}\s*[有是为](?:哪些)?",
        rf"{lead}{_PLACE}{_BEHIND}\s*(?:\(\s*1\s*(?:≤|<=|<)\s*i\s*(?:≤|<=|<)\s*n\s*\))?\s*(?:应该?|则|就|将)?(?:是|为|等于|=)(?=\s*(?:\(\s*\)|[。?]?\s*$))",
    ):
        places += [(match.start(), _place(match)) for match in reading.take_all(pattern)]
    claimed = [
        (match.start(), _place(match))
        for match in reading.take_all(rf"{lead}{_PLACE}{_BEHIND}的取?值(?:[是为](?:多少|几))?(?=\s*(?:\(\s*\))?[\s。:?]*$)")
    ]
    places += claimed
    given = named + [
        (match.start(), [number, name])
        for match in reading.take_all(rf"{lead}[前头](?P<many>{INTEGER})个(?:{_OUT})?的?(?:元素)?(?:依次|分别|是|为)+\s*(?P<value>{LIST})")
        for number, name in enumerate(_first(match["value"], to_int(match["many"])))
    ]
    given += [
        (match.start(), [number, name])
        for match in reading.take_all(
            rf"[以让]\s*(?P<value>(?:{NAME})(?:\s*(?:,|、|\s)\s*(?:{NAME})){{1,5}})\s*(?:(?:作为|为|作)?(?:开头|打头|起头|为首)|(?:最先|首先)(?:依次|先后)?{_OUT})的?"
        )
        for number, name in enumerate(names_of(match["value"]))
    ]
    for pattern in (
        rf"{lead}{_PLACE}{_BEHIND}(?:必须|须|要)?(?:是|为|=)\s*(?:元素)?(?P<name>n-1|n|{NAME})(?![A-Za-z0-9]|\s*(?:或|吗|、(?!第)|,\s*[A-Za-z0-9](?![A-Za-z0-9]*\s*(?:是|为|=|第|可能))))的?",
        rf"[以让]\s*(?:元素)?(?<![A-Za-z0-9])(?P<name>{NAME})\s*(?:作为|作|为|是)(?P<last>最[后末](?:一个)?)(?:出栈)?的?(?:元素)?的?",
        rf"、\s*(?P<name>{NAME})\s*[是排在]?{_PLACE}被?(?:{_OUT})?",
        rf"[,若且]?(?<![A-Za-z0-9、])(?:元素)?(?P<name>{NAME})\s*[是排在]?{_PLACE}被?(?:{_OUT})?的?(?!序列|顺序|元素)(?:情况下)?",
        rf"[以让]?\s*(?:元素)?(?<![A-Za-z0-9])(?P<name>{NAME})\s*(?:作为|为|作)?(?P<side>开头|打头|为首|起头|结尾|收尾)的?",
    ):
        for match in reading.take_all(pattern):
            side = match.groupdict().get("side")
            given.append((match.start(), [(-1 if side in ("结尾", "收尾") else 0) if side else _place(match), match["name"]]))
    before = [
        (match.start(), ["before", match["later"], match["first"]] if match["after"] else ["before", match["first"], match["later"]])
        for match in reading.take_all(
            rf"(?:要求|规定|必须|且|已知|若|如果|限定|只要求|约定|其中|满足|,)*(?:元素)?(?<![A-Za-z0-9])(?P<first>{NAME})\s*(?:必须|一定|要|总是|总|都|应)*(?:在|比|先于|早于)\s*(?:元素)?(?P<later>{NAME})\s*之?更?(?:[先早前]面?|(?P<after>后|晚)面?)?被?(?:出栈|出来|出)(?!吗|么|不)"
        )
    ]
    return {"given": given, "before": before, "maybe": maybe, "places": places, "many": many, "never": never, "claimed": claimed}


def _first(text: str, many: int) -> tuple[str, ...]:
    names = names_of(text)
    if len(names) != many:
        stay_out("another number of elements")
    return names


_ROW_ASKED = r"(?:请|试|并|可能|能|可以|若|如果|的话|则|那么|应该?|且){0,4}(?:写出|给出|列出)(?:相应|对应|其|具体|得到|该|此|实现|序列|的){0,4}(?:入栈|出栈|[IOSX]|进|出|和|与|、|/|,)*(?:操作|进出)的?(?:序列|顺序|次序|步骤|过程|串)|(?:相应|对应|其|所需|所用)的?(?:[A-Z]\s*[和、与]\s*[A-Z]的?)?(?:操作|进出)的?(?:串|序列|过程)(?:应该?)?[是为]?(?:什么|怎样|怎么样)?"


_SIGNS = r"\(?(?:其中)?入栈(?:操作)?[记用写以][作为成]?\s*(?P<push>[A-Z])(?:表示)?\s*[,、和;]?\s*(?:出栈|出站)(?:操作)?[记用写以][作为成]?\s*(?P<pop>[A-Z])(?:表示)?\)?"


def _letters(text: str) -> tuple[str, str]:
    """The signs that the text uses for a push and a pop."""
    found = patterns.search(
        r"(?P<push>[A-Z])\s*(?:表示|代表|为)(?:一次)?入栈[^。;?]{0,8}?(?P<pop>[A-Z])\s*(?:表示|代表|为)(?:一次)?出栈", text
    )
    if found is None:
        found = patterns.search(r"(?P<push>[A-Z])\s*[和、与]\s*(?P<pop>[A-Z])\s*分别(?:表示|代表|为)入栈[和、与]出栈", text)
    if found is None:
        found = patterns.search(_SIGNS, text)
    return ("进", "出") if found is None else (found["push"], found["pop"])


_ALL_FIRST = r"(?:,|后|让|将|把|若|如果)*(?:全部|所有|这些|它们)的?(?:元素)?(?:都|全部|依次|均)*(?:入栈)(?:完[毕成]?)?(?:之?后|,)*(?:再|然后|才|接着)(?:开始|依次|逐个|全部|顺序|一次性|将其)*地?出栈"

# A clause of nothing but these says only how every stack works.
_USUAL = (
    r"(?:(?<=[,;。:(\n])|^)(?:(?:但|且|并且|允许|其间|期间|过程|途中|中间|之间|每个|各个?|每次|只|进行|[都均也](?=可|能|允许)|各|元素|可以?|能够?|随时|任意|任何|时候?|时刻|交替|交叉|穿插|在|中|里|后|前|之|即可|(?:等待|停留)(?:一会儿?|若干时间|一段时间)?(?:后?再)?|入栈|出栈|进出栈?|进|出|退|和|与|、|或|及|操作|一次|地|的)"
    r"|直到(?:所有|全部)?(?:元素)?(?:全部|都|均)?(?:入栈|出栈)(?:为止|且栈变?为?空)?)+(?=[,;。)]|$)"
)


_CAPACITY = (
    Question(
        name="capacity",
        key=r"栈[^,;。?\d\ue000]{0,8}(?:最多|最大)[^,;。?\d\ue000]{0,8}(?:多少|几)个?|栈[^,;。?\d\ue000]{0,4}(?:最小|最少|至少)的?(?:容量|深度|大小)|栈[^,;。?\d\ue000]{0,3}(?:容量|深度|大小)[^,;。?\d\ue000]{0,3}(?:最小|至少|最少)|(?:最多|至少|最少|最小)[^,;。?\d\ue000]{0,6}(?:多大|多深)才?(?:够用?|行)?",
    ),
)


@every_part_asked
def recognise(text: str) -> Recognition | None:
    """A stack's elements and what is asked of the pop sequences; None where it is something else."""
    if not STORY.search(text) and not patterns.search(
        r"栈|死胡同|尽头线|压入.*弹出|后进先出|先进后出|push.*pop|车厢.*(?:进站|调度)", text, re.IGNORECASE
    ):
        return None
    if patterns.search(
        r"(?:输入|[入进压]栈)(?:元素)?的?(?:序列|顺序|次序)?[是为]\s*[pPaA]\s*1\s*[,、][^。;]{0,24}(?:\.{2,}|…|⋯)[^。;A-Za-z]{0,4}[pPaA]\s*n(?![A-Za-z])",
        text,
    ):
        stay_out("what is pushed is not known")
    plainly = plain(text)
    # `The first element pushed`: 1, where the elements are not named.
    told_text = patterns.sub(rf"第\s*({INTEGER})\s*个入栈的(?:那个)?元素", lambda match: f" {to_int(match[1])} ", plainly)
    reading = opened(told_text)
    reading.refuse(
        r"(?:第一个|首个|最先|是谁|出来的)[^,;。?!()]{0,8}(?:不限|随便|随意|无所谓)"
    )  # a condition taken back for the next question
    reading.take_all(
        r"\(?(?:其中)?(?:入栈|出栈|进|出)(?:操作)?[、和与,](?:入栈|出栈|出|进)(?:操作)?(?:可以?|可)?以?(?:任意|随意)?(?:交替|交叉)(?:进行)?\)?|(?:元素)?(?:可以?)?在?(?:任何|任意)?(?:时刻|随时)[都均即]?(?:可以?)?(?:出栈|入栈)|(?:可以?)?随时(?:可以?)?出栈|元素互不相同(?!的)|(?:期间|中间|过程中|途中)?(?:入栈|出栈|进出)(?:操作|过程)?(?:可以?|能|允许|均可)?(?:任意|随意|随时)?地?(?:穿插|交叉|交错|交替)着?(?:进行)?|(?:可以?|允许|能)?边[进入]栈?边出栈?|(?:允许)?入栈、?出栈可?交替进行|\(?n\s*(?:≥|>=|>)\s*\d\)?|(?:出栈)?(?:序列|顺序|次序)就?是?唯一(?:的|确定)?|(?:每次|一次)只(?:能|允许|可)有?[一1]个(?:元素|车厢?)?(?:入栈|进|出栈|出)[或和、]?(?:入栈|进|出栈|出)?|直到(?:所有)?元素(?:全部|都)出栈"
    )
    reading.take_all(
        r"[用以]?\s*[A-Z]\s*(?:表示|代表|记)(?:一次)?入栈(?:操作)?\s*[,、和]?\s*[用以]?\s*[A-Z]\s*(?:表示|代表|记)(?:一次)?出栈(?:操作)?"
    )
    all_first = reading.take_all(_ALL_FIRST)
    reading.take_all(_USUAL)
    symbolic = bool(reading.take_all(r"(?:元素|序列)?[为是]?一至恩个?(?:元素)?"))
    if symbolic:
        reading.take_all(r"(?<![A-Za-z0-9])n个(?:互?不相?同的?)?(?:元素|数)?的?")
    instance = reading.take_one(r"(?:若|当|如果|设|取|那么)*\s*n\s*=\s*(?P<value>\d+)(?:\s*时)?", to_int) if symbolic else None
    reading.take_all(r"(?:某序列)[是为]?(?:一至恩)?的?")
    bounds = reading.take_all(
        rf"\(?(?:且|但|要求|规定|约定|限定|,)*栈S?[中里内]在?(?:任何|任意|同一)?(?:时刻|时)?的?(?:同时)?(?:存放|存|有|放)?的?(?:元素)?(?:个数|数目|总数)?[都均]?(?:不[能得可]?(?:超过|多于|大于)|≤|<=)(?P<most>{INTEGER})个?(?:元素)?\)?|栈?S?的?(?:最大)?(?:容量|大小|深度|长度)被?(?:限制)?(?:只有|仅有|仅为|最大为|最多为|限制为|限为|仅|为|是|=)*(?P<size>{INTEGER})(?:个元素)?的?|栈?[中里]?(?:最多|只能|至多)(?:同时)?只?(?:能|可以?)?够?(?:同时)?(?:容纳|容|存放?|放|保存|存|装|有)(?:得?下)?(?P<room>{INTEGER})个(?:元素)?"
    )
    bound = bounds[0] if bounds else None
    in_a_row = reading.take_one(
        rf"[但且,]*(?:不允许|不能|不得|不可以?|禁止)连续(?:进行)?(?P<value>{INTEGER})次(?:及以上)?地?(?:进行|做|执行)?(?:{_OUT})(?:操作)?",
        to_int,
    )
    choice_words = rf"(?:{_CHOICE})(?=[\s()。:,?啊呀呢]*$)"
    choice = (
        None
        if reading.has(
            "(?:写出|列出|给出|求出)[^。;?!]*(?:所有|全部)|是否|能否|能不能|是不是|可不可能|(?:合法|可能|可以)[吗么不]|多少|几[种个]|个数|总数|数目"
        )
        or reading.has(rf"{_PLACE}.{{0,9}}可能的?\s*(?:[pPaA]\s*n|第)")
        else reading.take(choice_words)
    )
    if choice is None:
        other = reading.take(
            r"\(\s*\)\s*(?P<no>不)?(?:可能)?(?P<never>不)?是(?:其|它的|该栈的)?(?:可能的|合法的)?出栈(?:序列|顺序|次序)[。.]?\s*$"
        )
        choice = other
    several = reading.take(SEVERAL_PLACES)
    told = _told_places(reading)
    pushes, candidates = _lists(reading)
    capacity = reading.take_all(
        r"(?:该|此|这|条|个|调车线|调度站|轨道|侧轨|站台|胡同|死胡同|支线|筒|栈|缓冲区)*[应需要的]*(?:至少|最少)(?:应该?|需要?|要|得|能够?|可以|可){0,3}(?:停放?|停得下|容纳|存放?|放|装)下?(?:多少|几|\(\s*\))[节个辆只]?(?:车厢?|元素|盘子)?|栈?\s*S?\s*的?(?:容量|大小|深度)(?:至少|最小|最少)(?:应该?|需要?|要|可以|得|应当)*[有设取开]?[是为]?(?:能够?|可以?)?(?:存放?|容纳|放|装)?下?(?:多少|几|多大)?(?:(?<=[少几])个(?:元素)?)?|(?:至少|最少)需要?多大的栈|栈S?(?:至少|最[少小])(?:需要?|要|应该?|得)?[有为是]?(?:多大|多深|几层)|(?<![A-Za-z栈])S的?(?:容量|大小)(?:至少|最小|最少)(?:应该?|需要?|要|得)*[是为]?(?:多少|几|多大)?|栈S?(?:至少|最少)(?:要|需要?|应)?能?(?:容纳|存放)(?:多少|几)个(?:元素)?|(?:中间|过程中|期间)?栈[中里内](?:同时)?最多时?(?:同时)?(?:存在|有|存放?|放)?[着有]?(?:多少|几)个(?:元素|数据)?|栈?(?:至少|最[少小])(?:应该?|要|需要?|得)?有?(?:多少|几)个(?:存储)?(?:单元|空间|位置)|栈?(?:这个)?(?:容量)?(?:至少|最少)(?:得|要|需要?|应)?(?:多大|多深)"
    )
    if candidates and not capacity:
        capacity = [match for at, _ in inquire(reading, _CAPACITY, only_asking=True) if (match := re.compile("").match(reading.text, at))]
    legal = (
        reading.take_all(
            r"(?:这个|该|此|这样的?|,)?(?:出栈)?(?:序列|顺序|次序|排列)?还?(?:是否|是不是|合不合法|合法吗|是否合法|可能吗|能否|能不能|有没有可能|可不可能|行不行|可行吗|可不可以|可以吗|能吗|判断|对吗|对不对|能够|能|可以|可能|合法|行){1,3}是?(?:一个|一种)?(?:合法|可能|可行|正确|成立|出现|实现|得到|为|的|作为|出来){0,3}(?:一个)?(?:出栈)?(?:序列|顺序|次序)?(?:\s*吗|\s*呢|\s*么|不)?|(?<=\ue000)\s*(?:吗|呢|行不行)"
        )
        if candidates
        else []
    )
    if candidates:
        reading.take_all(r"为什么")
        reading.take_all(r"(?:哪个|哪些|哪几个|哪一个)是?(?:合法|可能|不可能|能得到|得到)?的?")
    if candidates:
        reading.take_all(_SIGNS)
    rows = reading.take_all(_ROW_ASKED) if candidates else []
    carriages = reading.take_one(
        rf"(?<![\d第])(?!一[列辆节只])(?P<value>{INTEGER})[节辆列只张本枚块](?:车厢|火车|列车|皮车|车|盘子|碟子|书|盒子|子弹|卡片)?", to_int
    )
    count = reading.take_one(
        (
            rf"(?:n\s*=\s*)?(?P<value>{INTEGER})个(?:各?不相同|互?不同|不同|互异|互不相同)?的?(?:元素|数据|数|字母|数字)[都按]?(?:依次|顺序|按(?:一定)?顺序|先后|按固定顺序)*{_IN}",
            rf"n\s*=\s*(?P<value>{INTEGER})",
            rf"(?<![\d第前])(?!一个)(?P<value>{INTEGER})个(?:不同的?|互不相同的?)*(?:元素|字母|数字?|整数|字符|人|同学|学生|小?球|盘子|盒子)(?!出栈的(?!顺序|次序|序列))",
        ),
        to_int,
    )
    count = carriages if count is None else count
    order = reading.take(
        rf"(?P<one>(?<![A-Za-z0-9])(?:{NAME}))\s*[,、和与]\s*(?P<other>{NAME})\s*这?(?:两个?|2个)?(?:元素)?的?(?:出栈)?的?(?:先后)?(?:次序|顺序)(?:关系)?是?(?:怎样|怎么样|如何|什么)的?|(?P<one2>[A-Za-z0-9])\s*[,、和]?\s*(?P<other2>[A-Za-z0-9])\s*的?(?:相对|出栈)?(?:相对)?(?:次序|顺序|先后)(?:呢|如何|是什么|怎样)?"
    )
    listing = reading.take_all(_LISTED)
    only = reading.take_all(
        r"(?:写出|给出|列出|求出?|问)(?:这个|该|此|这|其|唯一的?|对应的?)*(?:出栈)的?(?:序列|顺序|次序)[是为]?(?:什么)?|(?:分别|逐一|全部|都|并)*[写列](?:出来|出|下来)(?=[。,;?!]|$)|(?:出栈)(?:序列|顺序|次序)(?:只能|一定|必然|必定|必|应该|应)[是为](?:什么|多少|怎样)?"
    )
    if told["given"]:
        only += reading.take_all(r"则?[该其]?(?:出栈)(?:序列|顺序|次序)(?:只能)?[是为](?=\s*(?:\(\s*\))?[\s。?:]*$)")
    counted = reading.take_all(
        r"(?:能|可能|可以|会|的|所有|全部|不同|合法|这样|这种|一共|总共|共|有|得到|产生|出现|出){0,6}(?:出栈)?(?:序列|顺序|次序|排列|结果|情况)?的?(?:一共|总共|共|有|能有|会有|可以有|能出|为|是){0,3}(?:(?:多少|(?<!哪)几)(?:种|个(?!元素|数据))|个数|总数|数目|种数)(?:可能|不同|情况|合法|的){0,3}(?:出栈)?来?的?(?:序列|顺序|次序|排列|情况|方式|方案)?"
    )
    if counted:
        listing += reading.take_all(r"(?<=\ue000),?(?:它们|又)?(?:分别|各)[是为](?:什么|哪些|哪几[种个])")
    if patterns.search(r"(?:容量|大小|深度)[都各]?(?:为|是|=)?\s*[A-Za-z](?![A-Za-z0-9])", reading.text):
        stay_out("a capacity without a figure")
    reading.refuse(
        r"双端|共享|循环|两个栈|双栈|不(?!同|相同|限|可能)|第[一二三四五六七八九\d]|最先|首先出|两栈|S2|概率|若干|已(?!知)|满(?!足|意)|队头|队尾|证明|算法"
    )
    reading.take_all(
        r"在?(?:所有|全部)(?:可能|合法)?的?(?:出栈)?(?:序列|顺序|次序)[中里]?|栈\s*S|队列\s*Q|(?:一个|每个|各)?(?:元素)?从?(?:栈\s*S?)?(?:出栈|出来)后(?:即|立即|就|马上|随即)?(?:进入|入|进)队列?\s*Q?|(?:初态|初始(?:状态)?|开始时?)[均都]?为?空|容量足够大?|(?:可以|可)?随时出栈|S(?![A-Za-z0-9])"
    )
    settle(reading, OWN)
    varied = bound is not None and patterns.match(r"\s*(?:个元素)?\s*呢", reading.text[bound.end() :]) is not None
    room = _room(bounds)
    if in_a_row is not None and choice is None:
        stay_out("how many pops in a row")
    if pushes is None and count is not None:
        pushes = tuple(str(number) for number in range(1, count + 1)) if not (candidates or choice) else None
        named = False
    else:
        named = pushes is not None
    if named and told_text != plainly:
        stay_out("which element is pushed then")
    if count is not None and pushes is not None and len(pushes) != count:
        return None
    if all_first:
        if pushes is None or choice is not None or candidates or bounds or any(told[name] for name in ("given", "before")):
            stay_out("all in first, and more")
        told["given"] = [(all_first[0].start(), [place, name]) for place, name in enumerate(reversed(pushes))]
    asked = [
        *((at, ["maybe", *each]) for at, each in told["maybe"]),
        *((at, [name, place]) for name in ("places", "many", "never") for at, place in told[name]),
        *(
            (match.start(), ["order", match["one"] or match["one2"], match["other"] or match["other2"]])
            for match in ([order] if order is not None else [])
        ),
        *((match.start(), ["list"]) for match in listing),
        *((match.start(), ["only"]) for match in only),
        *((match.start(), ["count"]) for match in counted if not told["many"]),
        *((match.start(), ["capacity"]) for match in capacity),
        *((match.start(), ["legal"]) for match in legal),
        *((match.start(), ["row", *_letters(reading.text)]) for match in rows),
    ]
    if several is not None:
        asked.append(
            (several.start(), ["several", [int(number) - 1 for number in patterns.findall(r"\d+", several["places"])], not several["no"]])
        )
    if varied and bound is not None:
        if [task for _, task in asked] != [["count"]] or asked[0][0] > bound.start():
            stay_out("with a bound, and without")
        asked.append((bound.end(), ["count"]))
    if all_first and not asked:
        asked = [(len(reading.text), ["only"])]
    return recognised(
        Told(
            text=reading.text,
            pushes=pushes,
            named=named,
            candidates=candidates,
            given=[*told["given"], *told["before"]],
            asked=sorted(asked, key=lambda each: each[0]),
            room=None if room is None or bound is None else (bound.start(), room),
            in_a_row=in_a_row,
            choice=None if choice is None else patterns.search("不|无法", choice[0]) is None,
            symbolic=symbolic,
            instance=instance,
            claims=bool(told["claimed"]),
        )
    )


def _room(bounds: list[re.Match[str]]) -> int | None:
    """How many elements there is room for.

    Raises:
        StayOut: two bounds.
    """
    rooms = {to_int(match["size"] or match["room"] or match["most"]) for match in bounds}
    if len(rooms) > 1:
        stay_out("two bounds")
    return rooms.pop() if rooms else None


_ROLE = {"入栈": "push", "出栈": "pop"}
_BETWEEN = r"(?:这|号|个|只|张|本|块|元素|字母|数字|字符|数|整数|数据|车厢?|节|辆|火车|列车|盘子|依次|顺序|先后|次序|序列|序|从左到右|自左向右|逐个|逐一|分别|按|照|此|该|编号|从小到大|的|地|,(?=依次|先后|顺序|按|从|分别|逐|入栈)|为|是|\s|[一二三四五六七八九十\d](?=[个辆节只张本条列块位]))*"


def _lists(reading: Reading) -> tuple[tuple[str, ...] | None, list[tuple[int, tuple[str, ...]]]]:
    """(what is pushed, the sequences that could be popped), taken: each list is what the nearest word says.

    Raises:
        StayOut: two different push sequences.
    """
    pushed: list[tuple[str, ...]] = []
    others: list[re.Match[str]] = []
    for match in caseless(_SEQUENCE).finditer(reading.rest):
        role = _role_of(reading.rest, match)
        if role == "push":
            pushed.append(names_of(match["value"]))
            reading.take_spans([match.span()])
        else:
            others.append(match)
    if not pushed and others and patterns.search("栈|车", reading.text):
        # The list that stands first, of which nothing is said: `the elements are a, b, c, d`.
        first = others[0]
        if _role_of(reading.rest, first) is None and (
            patterns.match(
                r"\s*(?:经过?(?:该|这个|一个|此)?栈)?(?:能否|能不能|可否|能|可以)?(?:得到|变成|变为|产生|转换成|排成|得出)",
                reading.rest[first.end() :],
            )
            or patterns.search(
                r"(?:元素|字母|数字|数据|字符|车厢|火车|列车|车|序列|编号)(?:编号|号|分别|依次|的|为|是|有|:|=|\s)*$",
                reading.rest[: first.start()],
            )
        ):
            pushed.append(names_of(first["value"]))
            reading.take_spans([first.span()])
            others = others[1:]
    if any(names != pushed[0] for names in pushed):
        stay_out("two push sequences")
    found: list[tuple[int, tuple[str, ...]]] = []
    for match in others:
        parts = [part for part in patterns.split(r"\s*(?:,|、|->|→|\s)\s*", match["value"]) if part]
        groups = [tuple(part) for part in parts] if len(parts) > 1 and all(len(part) >= 3 for part in parts) else [names_of(match["value"])]
        if pushed and all(sorted(names) == sorted(pushed[0]) for names in groups):
            found += [(match.start(), names) for names in groups]
            reading.take_spans([match.span()])
    return (pushed[0] if pushed else None), found


def _role_of(text: str, match: re.Match[str]) -> str | None:
    """Whether a list is said to be pushed or popped; None where it is not said."""
    before = patterns.split(r"[。;?!\n]", text[: match.start()])[-1]
    after = patterns.split(r"[。;?!\n]", text[match.end() :])[0]
    if told := patterns.search(
        r"(入栈|出栈)(?:到|在|S|栈|的|元素|序列|顺序|次序|排列|过程|结果|依次|分别|先后|可以?|能|应该?|要|想|得到|为|是|:|=|\(|\ue000|\s)*$",
        before,
    ):
        return _ROLE[told[1]]
    if told := patterns.match(rf"{_BETWEEN}的?(?:顺序|次序|方式)?地?(?:进行)?(入栈|出栈)", after):
        return _ROLE[told[1]]
    if patterns.search(r"(?:对于?|给定|设有|现有|已知)(?:一个)?(?:元素|输入)?序列(?:为|是|:|\s)*$", before):
        return None
    if patterns.search(r"(?:得到|形成|产生|变成|排成|序列|顺序|次序|排列)的?(?:序列|顺序|次序|排列)?(?:为|是|:|=|\s)*$", before):
        return "pop"
    if told := patterns.search(r"(入栈|出栈)[^,]{0,8}$", before):
        return _ROLE[told[1]]
    return None
