"""Reading problems about stacks: what is pushed in which order, what is known of the pops, and what is asked."""

from __future__ import annotations

import re

from engine.generators.ds._clauses import finish, opened
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

# People's words for the two operations, made one before reading.
_ONE_WORD = (
    (
        r"进栈|压栈|压入栈|压进栈|压入|推入|入栈|(?:依次|顺序|先后)(?:进入|通过|经过)(?:一个)?(?:初始为空的?|空的?)?栈(?!的)|进入栈|放进栈|塞进栈",
        "入栈",
    ),
    (
        r"(?:依次|顺序|先后)?(?:开进|开入|驶入|驶进|通过|进入)(?:一个)?栈(?:形|式|型|结构)(?:的)?(?:调度站|轨道|车站|站台|车库|缓冲轨)",
        "顺序入栈",
    ),
    (r"(?<=[个位])(?:被)?(?:最先|先)?(?:出来|弹出来|出去)的?(?=是|为)", "出栈"),
    (r"(?<=顺序|依次)进(?:去)?(?=[,。; ]|$)", "入栈"),
    (r"出来(?:的)?(?:顺序|序列|次序)?(?=是|为)", "出栈序列"),
    (r"退栈|弹栈|弹出|吐出|出栈", "出栈"),
)
_OPERATIONS = r"(?<![A-Za-z])(?P<letters>[A-Z]{4,40})(?![A-Za-z])"
_WORDED = r"(?P<words>(?:(?:push|pop|入栈|出栈)(?:\(?[A-Za-z0-9]?\)?)?\s*[,、;→]?\s*){4,40})"
_OWN = """
栈 元素 队列 数据 数据元素 这些 个元素 依次 顺序 次序 序列 栈的 容量 种 入栈 出栈 操作 操作序列 经过 经 得到 初态 初始 空 为空 空栈 交替 交替进行 可交替进行 可以交替进行 随时 任意 任何时刻 时刻 都 所有 所有可能 可能 不同 不同的 互不相同 各不相同 合法 一共 可以 可 时 则 其 该栈 个数 总数 数目 允许 输入 输入序列 输出 输出序列 输入顺序 输出顺序 过程 过程中 期间 中间 中途 只 仅 一个栈 这个栈 元素们 数字 字母 字符 边进边出 可以边进边出 可进可出 进出 进 出 最后 得 用 通过 里 表示 代表 记 分别 用来 足够大 足够 大小 不限 容量不限 情况 列车 火车 车厢 编号 的 顺序地
"""


def _operations(reading: Reading) -> Recognition | None:
    """The output of a row of pushes and pops; None where there is none.

    Raises:
        StayOut: more is popped than there is, or what is pushed is not said.
    """
    defined = reading.take(
        r"(?:用|设|若|以)?\s*(?P<one>[A-Z])\s*(?:和|、|与|,)?\s*(?:(?P<two>[A-Z])\s*(?:分别)?)?(?:表示|代表|记|为)(?:一次)?(?:元素)?(?P<first>入栈|出栈)(?:操作)?(?:,|、|和|与|及|;)*(?:用)?(?P<other>[A-Z])?\s*(?:表示|代表|为)?(?:一次)?(?:元素)?(?P<second>入栈|出栈)(?:操作)?"
    )
    row = None
    if defined is not None:
        letters = (defined["one"].upper(), (defined["two"] or defined["other"] or "").upper())
        if defined["first"] == defined["second"] or not all(letters) or letters[0] == letters[1]:
            stay_out("which letter is a push")
        push = letters[0] if defined["first"] == "入栈" else letters[1]
        pop = letters[1] if push == letters[0] else letters[0]
        found = reading.take(rf"(?<![A-Za-z])(?P<row>[{push}{pop}](?:[\s,、]*[{push}{pop}]){{3,}})(?![A-Za-z])")
        if found is None:
            return None
        row = ["+" if letter == push else "-" for letter in re.sub(r"[^A-Z]", "", found["row"].upper())]
    elif found := reading.take(_WORDED):
        row = ["+" if word.lower() in ("push", "入栈") else "-" for word in re.findall("push|pop|入栈|出栈", found["words"], re.IGNORECASE)]
        if re.search(r"(?:push|入栈)\(?[A-Za-z0-9]", found["words"], re.IGNORECASE):
            stay_out("pushes that name their elements")
    if row is None:
        return None
    pushes = reading.take_one(
        (
            rf"(?:元素|数据元素|序列)?\s*(?P<value>{_LIST})\s*(?:这)?(?:{INTEGER}个(?:元素|数|字母|数字)?)?\s*(?:按(?:顺序|次序)|顺序|依次|先后)*(?:地)?入栈",
            rf"(?:入栈|输入)(?:的)?(?:元素)?(?:的)?(?:序列|顺序|次序)?\s*(?:依次|分别|为|是|:|=)*\s*(?P<value>{_LIST})",
        ),
        _names,
    )
    reading.take_all(r"(?:得到|产生)?(?:的)?(?:输出|出栈)(?:的)?(?:元素)?(?:序列|顺序|次序|结果)|栈\s*S|S(?![A-Za-z0-9])")
    finish(reading, _OWN)
    if pushes is None or row.count("+") > len(pushes):
        return None
    stack, out, waiting = [], [], list(pushes)
    for operation in row:
        if operation == "+":
            stack.append(waiting.pop(0))
        elif not stack:
            stay_out("a pop of nothing")
        else:
            out.append(stack.pop())
    return Recognition(
        parameters={"task": "output", "pushes": list(pushes), "row": "".join(row), "output": out, "left": stack},
        understood=(("入栈顺序", listed(pushes)), ("操作", "".join("进" if sign == "+" else "出" for sign in row))),
    )


_NAME = r"[A-Za-z]\d{0,2}|\d{1,2}"
_LIST = rf"(?:{_NAME})(?:\s*(?:,|、|->|→|\s)\s*(?:{_NAME})){{1,15}}|[A-Za-z]{{3,12}}|(?<!\d)\d{{3,9}}(?!\d)"


def _names(text: str) -> tuple[str, ...]:
    parts = [part for part in text.replace("->", ",").replace("→", ",").replace("、", ",").replace(" ", ",").split(",") if part]
    names = tuple(parts) if len(parts) > 1 else tuple(text)
    if len(set(names)) != len(names):
        stay_out("an element twice")
    return names


_IN = r"(?:入栈|进栈|压栈|压入|输入)"
_PLACE = r"(?:第(?P<number>[一二三四五六七八九\d])个|(?P<first>首个|最先|首先|第一)|(?P<last>最[后末](?:一个)?))"
_CHOICE = (
    r"(?:下列|下面|以下|则|那么)?(?:各|的|哪个|哪一个|哪项|选项|序列|出栈|中)*(?P<no>不)?(?:可能|能够?|可以|合法)(?:的)?(?:是|作?为|得到|有|出现)?(?:的)?(?:合法)?(?:的)?(?:其|它的?|该栈的?|栈的)?{out}(?:的)?(?:序列|顺序|次序)(?:的)?(?:是|有)?(?:哪个|哪一个|哪项)?"
    r"|(?:下列|下面|以下)?(?:各)?(?:的)?{out}(?:的)?(?:序列|顺序|次序)(?:中)?(?:,)?(?:哪个|哪一个|哪项)?(?P<never>不)?(?:可能|能够?|合法)(?:得到|出现|实现)?(?:的)?(?:是)?(?:哪个|哪一个|哪项)?"
)
_OUT = r"(?:出栈|出队|退栈|弹出|输出)"


def _place(match: re.Match[str]) -> int:
    """The place in the pop sequence from 0; −1 for the last."""
    return to_int(match["number"]) - 1 if match["number"] else -1 if match["last"] else 0


def _first(text: str, many: int) -> tuple[str, ...]:
    names = _names(text)
    if len(names) != many:
        stay_out("another number of elements")
    return names


def _conditions(reading: Reading) -> tuple[list[tuple[int, str]], list[tuple[int, str]], list[int]]:
    """What is said of single places of the pop sequence: (place, element) given, (place, element) asked, places asked; all taken."""
    behind = rf"{_OUT}?(?:的)?(?:元素|数据)?"
    maybe = [
        (_place(match), match["name"])
        for match in reading.take_all(
            rf"(?:剩下的|剩余的|则|那么)*{_PLACE}{behind}(?:有没有可能|可不可能|能不能|可能不可能)(?:是|为)\s*(?P<name>{_NAME})(?![A-Za-z0-9])"
        )
    ]
    maybe += [
        (_place(match), match["name"])
        for match in reading.take_all(rf"(?:剩下的|剩余的|则|那么)*{_PLACE}{behind}可能(?:是|为)\s*(?P<name>{_NAME})(?![A-Za-z0-9])\s*吗")
    ]
    places: list[int] = []
    for pattern in (
        rf"(?:剩下的|剩余的|则|那么)*{_PLACE}{behind}(?:一定|必然|必定|必|只能)(?:是|为)(?:什么|哪个|谁|多少)?",
        rf"(?:剩下的|剩余的|则|那么)*{_PLACE}{behind}(?:有)?可能(?:是|为|有)?(?:的)?(?:哪些|哪个|哪几个|什么|谁)(?:元素)?",
        rf"(?:剩下的|剩余的|则|那么)*(?:可能)?{_PLACE}{behind}(?:可能)?(?:是|为|有)(?:哪些|哪几个)(?:元素)?",
    ):
        places += [_place(match) for match in reading.take_all(pattern)]
    given = [
        (number, name)
        for match in reading.take_all(
            rf"(?:若|且|已知|如果|要求)?(?:{_OUT})?(?:序列)?(?:的)?(?:前|头)(?P<many>{INTEGER})个(?:{_OUT})?(?:的)?(?:元素)?(?:依次|分别|是|为)+\s*(?P<value>{_LIST})"
        )
        for number, name in enumerate(_first(match["value"], to_int(match["many"])))
    ]
    given += [
        (_place(match), match["name"])
        for match in reading.take_all(
            rf"(?:若|且|已知|如果|要求)?{_PLACE}{behind}(?:是|为)\s*(?P<name>{_NAME})(?![A-Za-z0-9]|\s*(?:和|或|吗|、|,\s*[A-Za-z0-9]))"
        )
    ]
    given += [
        (0 if match["side"] == "开头" else -1, match["name"])
        for match in reading.take_all(rf"以(?:元素)?\s*(?P<name>{_NAME})\s*(?:作为|为)?(?P<side>开头|结尾)(?:的)?")
    ]
    given += [
        (_place(match), match["name"])
        for match in reading.take_all(
            rf"(?<![A-Za-z0-9、,])(?:元素)?(?P<name>{_NAME})\s*(?:是)?{_PLACE}(?:被)?{_OUT}(?:的)?(?!是|为|序列|顺序)"
        )
    ]
    given += [
        (_place(match), match["name"])
        for match in reading.take_all(
            rf"(?<![A-Za-z0-9],)(?<=,)(?:元素)?(?P<name>{_NAME})\s*(?:是)?{_PLACE}(?:被)?{_OUT}的(?={_OUT}?(?:序列|次序|顺序))"
        )
    ]
    return given, maybe, places


def recognise(text: str) -> Recognition | None:
    for pattern, word in _ONE_WORD:
        text = re.sub(pattern, word, text)
    text = re.sub(
        r"(?<![A-Za-z0-9])([a-zA-Z])\s*(?:~|到|至|-)\s*([a-zA-Z])(?=\s*(?:这|按|顺序|依次|先后|入栈|\S{0,3}个))",
        lambda match: ",".join(map(chr, range(ord(match[1]), ord(match[2]) + 1))) if 2 <= ord(match[2]) - ord(match[1]) < 12 else match[0],
        text,
    )
    text = re.sub(
        r"(?<![A-Za-z0-9.])([1-9])\s*(?:~|到|至|-)\s*([4-9])(?![0-9.])(?=\s*(?:这|按|顺序|依次|先后|入栈|号?\S{0,2}个))",
        lambda match: ",".join(map(str, range(int(match[1]), int(match[2]) + 1))) if int(match[1]) + 2 <= int(match[2]) else match[0],
        text,
    )
    reading = opened(text)
    if (
        re.search(r"表示|代表|push\W+(?:push|pop)|(?:入栈|出栈)[,、]\s*(?:入栈|出栈)[,、]", reading.text, re.IGNORECASE)
        and (told := _operations(reading)) is not None
    ):
        return told
    reading.take_all(
        r"\(?(?:其中)?(?:入栈|出栈|进|出)(?:操作)?(?:、|和|与|,)(?:入栈|出栈|出|进)(?:操作)?(?:可以?|可)?(?:以)?(?:任意|随意)?(?:交替|交叉)(?:进行)?\)?|(?:元素)?(?:可以?)?(?:在)?(?:任何|任意)?(?:时刻|随时)(?:都|均|即)?(?:可以?)?(?:出栈|入栈)|(?:可以?)?随时(?:可以?)?出栈|元素互不相同(?!的)|(?:期间|中间|过程中|途中)?(?:入栈|出栈|进出)(?:操作|过程)?(?:可以?|能|允许|均可)?(?:任意|随意|随时)?(?:地)?(?:穿插|交叉|交错|交替)(?:着)?(?:进行)?|(?:可以?|允许|能)?边(?:进|入)(?:栈)?边出(?:栈)?"
    )
    given, maybe, places = _conditions(reading)
    if maybe or places:
        reading.take_all(rf"{_OUT}(?:序列|顺序|次序)(?:中|里)?")
    choice = None if reading.has("多少|几[种个]|个数|总数|数目") else reading.take(_CHOICE.format(out=_OUT) + r"(?=[\s()。:,?]*$)")
    legal = reading.take_all(
        r"(?<=[A-Za-z0-9])吗|(?:这个|该|此|这样的?|,)?(?:出栈)?(?:序列|顺序|次序)?(?:是否|是不是|合不合法|合法吗|是否合法|可能吗|能否|能不能|有没有可能|可不可能|行不行|可行吗|可不可以|可以吗|能吗|判断|对吗|对不对)+(?:是)?(?:合法|可能|可行|正确|成立|出现|实现|能?得到|为|的)*(?:吗)?"
    )
    if not legal and not choice and not reading.has("多少|几"):
        legal = (
            reading.take_all(r"(?:能|可以|可能)(?:够)?(?=.{0,24}吗[\s。?]*$)|吗(?=[\s。?]*$)")
            if reading.has(r"(?:能|可以|可能).{0,30}吗[\s。?]*$")
            else []
        )
    bound = reading.take(
        rf"(?:栈)?(?:S)?(?:的)?(?:容量|大小|深度)(?:只有|仅有|仅为|最大为|最多为|限制为|限为|仅|为|是|=)?(?P<size>{INTEGER})(?:个元素)?(?:的)?|(?:栈)?(?:中|里)?(?:最多|只能|至多)(?:同时)?(?:能|可以?)?(?:容纳|存放?|放|存|装|有)(?P<room>{INTEGER})个(?:元素)?"
    )
    row = reading.take_one(
        rf"(?:但|且|,)*(?:不允许|不能|不得|不可以?|禁止)连续(?:进行)?(?P<value>{INTEGER})次(?:及以上)?(?:地)?(?:进行|做|执行)?(?:{_OUT})(?:操作)?",
        to_int,
    )
    if row is not None and not choice:
        stay_out("how many pops in a row")
    reading.refuse(
        r"双端|共享|循环|两个栈|不(?!同|相同|限)|开头|第[一二三四五六七八九\d]|最先|首先出|最后|两栈|S1|概率|若干|已|满|队头|队尾"
    )
    given_order = r"(?:的)?(?:序列|顺序|次序)\s*(?:能|可能|可以)?(?:为|是|:|=)*\s*"
    pushes = reading.take_one(
        (
            rf"(?:{INTEGER}个(?:不同的?)?(?=元素))?(?:元素|数据元素|序列)?\s*(?P<value>{_LIST})\s*(?:这)?(?:{INTEGER}个(?:元素|数|字母|数字)?)?\s*(?:按(?:顺序|次序|此顺序|这个顺序)|顺序|依次|先后)*(?:地)?{_IN}S?(?:栈)?",
            rf"(?:(?<![\d第]){INTEGER}个(?:不同的?)?(?:元素|字符|数|字母|数字))?(?:按照?|以|照)\s*(?P<value>{_LIST})\s*(?:的)?(?:先后)?(?:顺序|次序)(?:依次)?{_IN}S?(?:栈)?",
            rf"(?:元素)?(?:的)?{_IN}{given_order}(?P<value>{_LIST})",
            rf"(?:元素|数据元素)?\s*(?P<value>{_LIST})\s*(?:顺序|依次)(?:通过|进入)(?:一个)?(?:初始为空的)?栈\s*S?",
            rf"(?:依次|顺序)?{_IN}\s*(?:元素)?(?:为|是|:)?\s*(?P<value>{_LIST})",
        ),
        _names,
    )
    pops = reading.take_one(
        (
            rf"(?:{INTEGER}个)?(?:元素)?(?:的)?{_OUT}{given_order}(?P<value>{_LIST})",
            rf"(?:按|以)\s*(?P<value>{_LIST})\s*(?:的)?(?:顺序|次序){_OUT}",
            rf"(?P<value>{_LIST})\s*\ue000*(?:作为|成为|当作|是|为)(?:一个)?(?:合法|可能)?(?:的)?{_OUT}(?:的)?(?:顺序|次序|序列)",
            rf"{_OUT}\s*(?:元素)?(?:为|是|:)?\s*(?P<value>{_LIST})",
            rf"(?P<value>{_LIST})\s*(?:(?:的|这个|这样的)*(?:顺序|次序|序列)?)?{_OUT}(?:的)?(?:顺序|次序|序列)?",
            *((rf"(?:得到|输出|产生)?\s*(?:序列)?\s*(?P<value>{_LIST})",) if legal else ()),
        ),
        _names,
    )
    carriages = reading.take_one(rf"(?<![\d第])(?P<value>{INTEGER})(?:节|辆|列)(?:车厢|火车|列车|车皮|车)?", to_int)
    count = reading.take_one(
        (
            rf"(?:n\s*=\s*)?(?P<value>{INTEGER})个(?:各?不相同|互?不同|不同|互异|互不相同)?的?(?:元素|数据|数|字母|数字)(?:都|按)?(?:依次|顺序|按(?:一定)?顺序|先后)*{_IN}",
            rf"n\s*=\s*(?P<value>{INTEGER})",
        ),
        to_int,
    )
    count = carriages if count is None else count
    asked = reading.take_words(
        (
            (
                r"栈(?:S)?的?(?:容量|大小|深度)(?:至少|最小|最少)(?:应该?|需要?|要|可以|得|应当)*(?:有|设|取|开)?(?:是|为)?(?:多少|几|多大)?|(?:至少|最少)需要?多大的栈|栈(?:S)?(?:至少|最[少小])(?:需要?|要|应该?)?(?:有|为|是)?(?:多大|多深)|(?<![A-Za-z栈])S的?(?:容量|大小)(?:至少|最小|最少)(?:应该?|需要?|要|得)*(?:是|为)?(?:多少|几|多大)?|栈(?:S)?(?:至少|最少)(?:要|需要?|应)?(?:能)?(?:容纳|存放)(?:多少|几)个(?:元素)?",
                "capacity",
            ),
            (
                r"(?:能|可能|可以)*(?:得到|有|产生|的|一共|总共|共|的不同)*(?:多少|几)种(?:可能|不同)*的?(?:出栈|退栈|弹出)(?:序列|顺序|次序)",
                "count",
            ),
            (
                r"(?:可能|不同|合法)*的?(?:出栈|退栈|弹出)(?:序列|顺序|次序)的?(?:一共|总共|共)?(?:有|总数|个数|数目|种数|数)(?:是|为)?(?:有)?(?:多少|几)?[种个]?",
                "count",
            ),
        )
    )
    if not asked and not legal and not choice and not (maybe or places):
        asked = (
            ["count"]
            if reading.take_all(
                r"(?:所有|全部)?(?:可能|不同|合法)*(?:的)?(?:出栈)?(?:序列|顺序|次序|排列|结果)?(?:中|里)?(?:的)?(?:一共|总共|共|有|能有|会有|可能有|可以有|能得到|可得到|能产生|得到)*(?:序列)?(?:有)?(?:多少|几)(?:种|个)(?:可能|不同|情况|排列)*(?:的)?(?:出栈)?(?:序列|顺序|次序|排列|情况)?"
            )
            and re.search("出栈|出来", reading.text)
            else []
        )
    reading.take_all(
        r"(?:在)?(?:所有|全部)(?:可能|合法)?(?:的)?(?:出栈)?(?:序列|顺序|次序)(?:中|里)?|栈\s*S|队列\s*Q|(?:一个)?(?:元素)?(?:从)?(?:栈\s*S?)?(?:出栈|出来)后(?:即|立即|就|马上|随即)?(?:进入|入|进)队列?\s*Q?|(?:初态|初始(?:状态)?|开始时?)(?:均|都)?为?空|容量足够大?|(?:可以|可)?随时出栈|S(?![A-Za-z0-9])"
    )
    finish(reading, _OWN)
    size_of_stack = to_int(bound["size"] or bound["room"]) if bound is not None else None
    if count is not None and pushes is not None and len(pushes) != count:
        return None
    kinds_asked = len(asked) + bool(choice) + bool(legal) + bool(maybe or places)
    if kinds_asked != 1:
        return None
    if given or maybe or places:
        return _partial(pushes, pops, given, maybe, places, asked) if size_of_stack is None else None
    room = {} if size_of_stack is None else {"room": size_of_stack}
    limited = () if size_of_stack is None else (("栈的容量", str(size_of_stack)),)
    if legal or choice:
        if pushes is None or len(pushes) < 3 or (pops is None) != bool(choice) or len(pushes) > 26:
            return None
        if choice:
            possible = not (choice["no"] or choice["never"])
            return Recognition(
                parameters={
                    "task": "choice",
                    "pushes": list(pushes),
                    "possible": possible,
                    **room,
                    **({"row": row} if row is not None else {}),
                },
                understood=(*limited, ("入栈顺序", listed(pushes)), ("求", f"{'可能' if possible else '不可能'}的出栈序列")),
            )
        if pops is None or sorted(pushes) != sorted(pops):
            return None
        return Recognition(
            parameters={"task": "legal", "pushes": list(pushes), "pops": list(pops), **room},
            understood=(*limited, ("入栈顺序", listed(pushes)), ("出栈顺序", listed(pops))),
        )
    if len(asked) != 1 or (count is not None and pushes is not None and len(pushes) != count):
        return None
    if asked == ["capacity"]:
        if size_of_stack is not None:
            return None
        if pushes is None or pops is None or sorted(pushes) != sorted(pops) or len(pushes) < 3:
            return None
        return Recognition(
            parameters={"task": "capacity", "pushes": list(pushes), "pops": list(pops)},
            understood=(("入栈顺序", listed(pushes)), ("出栈顺序", listed(pops))),
        )
    size = len(pushes) if pushes is not None else count
    if size is None or pops is not None or not 1 <= size <= 30:
        return None
    if size_of_stack is not None and size > 12:
        return None
    return Recognition(parameters={"task": "count", "count": size, **room}, understood=(("元素个数", str(size)), *limited))


def _partial(
    pushes: tuple[str, ...] | None,
    pops: tuple[str, ...] | None,
    given: list[tuple[int, str]],
    maybe: list[tuple[int, str]],
    places: list[int],
    asked: list[str],
) -> Recognition | None:
    """A pop sequence of which some places are known."""
    if pushes is None or pops is not None or not 3 <= len(pushes) <= 9 or (asked and asked != ["count"]):
        return None
    numbers = [place for place, _ in (*given, *maybe)] + places
    names = [name for _, name in (*given, *maybe)]
    if any(place >= len(pushes) for place in numbers) or any(name not in pushes for name in names):
        stay_out("no such place or element")
    if asked and (maybe or places):
        return None
    if len({place % len(pushes) for place, _ in given}) != len(given):
        stay_out("two elements at one place")
    told_as = "，".join(f"{place_name(place)}是 {name}" for place, name in given)
    return Recognition(
        parameters={
            "task": "partial",
            "pushes": list(pushes),
            "given": [list(each) for each in given],
            "maybe": [list(each) for each in maybe],
            "places": places,
        },
        understood=(("入栈顺序", listed(pushes)), *((("已知", told_as),) if told_as else ())),
    )


def place_name(place: int) -> str:
    """A place of the pop sequence in words; −1 is the last."""
    return "最后一个" if place == -1 else f"第 {place + 1} 个"
