"""What a text says of a stack or a queue, by mentions: what waits outside, what is in it, what is done in which order, what has left it."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.generators import patterns
from engine.generators.ds._clauses import opened
from engine.generators.ds._mentions import Mention, clauses_of, mentions, names_in, sorts
from engine.generators.ds._stack_sequence.wording import with_lost_blank
from engine.generators.reading import INTEGER, stay_out, to_int

NAME = r"(?<![A-Za-z0-9])(?:[A-Za-z]\d{0,2}|\d{1,2})(?![A-Za-z0-9])"
_SEPARATOR = r"\s*(?:,|、|->|→|;|\s|(?<=[A-Za-z0-9 ])和)\s*"
_NAMES = rf"\(?{NAME}(?:{_SEPARATOR}{NAME}){{2,15}}\)?|(?<![A-Za-z0-9])(?:(?![A-Za-z]*([A-Za-z])[A-Za-z]*\1)[A-Za-z]{{3,12}}|(?!\d*(\d)\d*\2)\d{{3,9}})(?![A-Za-z0-9])"
_TUPLE = rf"\(\s*{NAME}(?:\s*[,、]\s*{NAME}){{2,9}}\s*\)"
_CALLED = r"(?:\s*\(\s*[A-Za-z]?\s*,?\s*[A-Za-z]?\s*\))?"
_PUSH = r"push|[进入压][sS]?栈|压[入进]堆?栈|[进放送存]入(?:一个|该|此|空|初始为空的|这个|到)*堆?栈S?中?|进过[该此]?栈|通过(?:一个|该|此)*堆?栈|推入堆?栈?|(?:压入|输入)"
_POP = r"pop|[出退弹]栈|弹出栈?|(?:离开|移出)堆?栈|输出"
_ENQ = r"[进入]队(?!列?[头尾])列?(?:[qQ]u?)?|(?:进入|放入|送入)(?:一个|该|此)*(?:队列?(?:[qQ]u?)?|[qQ](?![A-Za-z0-9]))|[进入][qQ](?![A-Za-z0-9])|enqueue"
_DEQ = r"[出退离]队列?|dequeue"
_ARGUMENT = r"\s*\(?\s*(?:[sSqQ]\s*,\s*)?(?:[A-Za-z]\d?|\d{1,2})(?![A-Za-z0-9])\s*\)?"
_IN = rf"(?:{_PUSH.removesuffix('|(?:压入|输入)')}|{_ENQ})"
_OUT = rf"(?:pop|[出退弹]栈|{_DEQ})(?:\s*\([^()]{{0,5}}\))?"
_THEN = r"\s*(?:[,、;→和]|->)?\s*"
_OPERATION = rf"(?:{_IN}|{_OUT})(?:操作|一次)?(?!的?(?:序列|顺序|次序)|操作)"
_ROW = rf"{_OPERATION}(?:{_THEN}{_OPERATION}){{3,40}}|[进入出](?:{_THEN}[进入出]){{4,40}}(?![A-Za-z\u4e00-\u9fff]?[栈队])"
_NAMED = rf"(?:{_IN}{_ARGUMENT}|{_OUT})(?:{_THEN}(?:{_IN}{_ARGUMENT}|{_OUT}(?:(?=[^的])|$))){{2,40}}"

_LEXICON = (
    (
        "usual",
        rf"在?(?:整个)?(?:{_PUSH})(?:和(?:{_POP}))?的?(?:操作)?的?(?:过程中?|期间|之?后|时|前),?(?:会|可|也|随时|都|均|允许|可以|能|能够|有|的|一些|部分|任何|任意|时刻|元素|若干)*被?(?:{_POP})栈?(?:操作)?(?=[,。;?!\n(]|$)|"
        rf"(?:元素)?(?:{_PUSH})后?,?(?:可以?|能)?(?:停留|等待)[^,;。]{{0,10}}(?=[,。;])|(?:栈中|栈内)?的?元素(?:可以?|能够?|允许)(?:随时|任意|在任何时刻)*(?:{_POP})(?=[,。;]|$)|"
        rf"(?:可以?|允许|能)?在?(?:任[何意]|随)(?:时刻?|地)[都均]?(?:可以?|能)?(?:{_POP})|(?:{_PUSH})、?[和与]?(?:{_POP})(?:操作)?(?:可以?|允许)(?:任意)?(?:交替|穿插|交叉)(?:进行)?|"
        rf"的?(?:所有|全部)?元素都?只?(?:进出|[进出](?:{_PUSH})?)?一次|(?:堆?栈[sS]?|队列[qQ]?)?的?(?:容量|大小|空间)?[都均]?(?:足够大?|不限|无限[大制]?)|直到(?:所有|全部)?(?:元素)?(?:都|全部)?(?:{_POP})(?:为止)?|"
        rf"当?(?:一个|每个)?元素(?:从(?:堆?栈[sS]?)[中里]?)?(?:{_POP}|出来)后(?:即|立即|就|便|马上|随即)*(?:{_ENQ})|在?(?:第\s*{INTEGER}\s*个元素)?{NAME}(?:{_PUSH})之?前,?(?:栈中|栈内)?的?元素(?:可以?|能够?|允许)(?:{_POP})",
    ),
    ("usual", rf"\(?(?:包括|含)(?:中间|中途|先前|前面)已?(?:{_POP}|{_DEQ})的元素\)?"),
    (
        "empty",
        r"(?:堆?栈[sS]?|队列[qQ]?)?的?[和与]?(?:堆?栈[sS]?|队列[qQ]?)?的?(?:初始|起始|初|开始)(?:时|状态|态)?[都均]?[为是]?空的?|(?:初始化?[为是]?)?空(?=的?(?:栈|队|堆栈))",
    ),
    (
        "usual",
        rf"[用以设]?\s*(?:{_PUSH})\s*\(\s*[A-Za-z]\s*\)\s*(?:表示|代表)[A-Za-z]?(?:{_PUSH})\s*,\s*[用以]?(?:{_POP})\s*\(\s*[A-Za-z]?\s*\)\s*(?:表示|代表)[A-Za-z]?(?:{_POP})",
    ),
    ("rows", rf"{_TUPLE}(?:\s*[,、;和]?\s*{_TUPLE})+"),
    ("named", _NAMED),
    ("row", _ROW),
    (
        "room",
        rf"(?:最多|只能|至多|仅)(?:能|可以?)?够?(?:同时)?(?:容纳|存放?|放|装|有)(?P<room>{INTEGER})个(?:元素)?|(?:堆?栈[sS]?)?的?(?:最大)?(?:容量|大小|深度)(?:为|是|=)*(?P<size>{INTEGER})(?!\d)(?:个元素)?",
    ),
    ("least", r"应?(?:至少|最少|最小|不小于|不能?小于)(?:的|应该|应|需要|需|要)*"),
    ("most", r"最多|最大"),
    ("capacity", r"(?:容量|深度|大小|存储空间|存储单元数?|空间)数?"),
    ("upward", r"[从由自]?栈底(?:元素)?[到至往向]栈顶(?:元素)?"),
    ("downward", r"[从由自]?栈顶(?:元素)?[到至往向]栈底(?:元素)?"),
    ("along", r"[从由自]?队[头首][到至往向]队尾"),
    ("top", r"栈顶的?(?:元素)?的?值?"),
    ("bottom", r"栈底的?(?:元素)?的?值?"),
    ("front", r"队[头首]的?(?:元素)?的?值?"),
    ("rear", r"队尾的?(?:元素)?的?值?"),
    (
        "operations",
        r"(?:push|pop|[进入出]栈|[IOSX])?[和与、及]?(?:push|pop|[进入出]栈)?的?操作的?(?:序列|过程|步骤|顺序|次序)|栈操作(?=是|为|$)",
    ),
    (
        "left",
        r"(?:堆?栈|队列?)[SQsq]?[中内里](?:当前|现有|剩余?|余下|还|的|剩下)*(?:元素|数据)?的?(?:内容|情况|状态)?(?=(?:依次|分别|从|自|由)*(?:为|是|有(?!多少|几))|[\s,。?]*$|从|由)",
    ),
    ("number", r"(?:元素)?的?(?:个数|数目)|(?:有|剩|剩余)?(?:多少|几)个(?:元素|数据)"),
    (
        "place",
        rf"第\s*(?P<nth>{INTEGER})\s*[个位]?|(?P<first>最先|首先|最早|首个)|(?P<last>最[后末](?:一?个)?(?=(?:{_POP})|的?元素|是|为))",
    ),
    (
        "times",
        rf"(?:连续|接连)?(?:进行|执行|做|作|经过|完成)?了?(?P<times>{INTEGER})次(?:操作)?|(?<=[栈队出退弹])(?P<few>{INTEGER})个(?:元素)?",
    ),
    ("count", rf"[共这有的]*(?P<count>{INTEGER})个(?:不同的?|互不相同的?)?(?:元素|数据元素|数据|数字?|整数|字符|字母|人|学生|同学|小?球)"),
    (
        "never",
        r"不(?:可能|能够?|可以?|会|合法|正确|可能得到|可得到)的?|(?:无法|得不到|做不到|非法|错误|不属于)的?|(?:不是)(?=[^,;。]{0,6}(?:可能|合法|输出|出栈))",
    ),
    ("could", r"有?可能的?|合法的?|能够?(?:得到|实现)?|可以(?:得到|实现)?|正确的?"),
    ("push", rf"(?:{_PUSH})(?:(?<=栈)S(?![A-Za-z0-9]))?{_CALLED}"),
    ("enq", _ENQ),
    ("deq", _DEQ),
    ("pop", rf"(?:{_POP}){_CALLED}"),
    ("all", r"(?:全部|所有|剩余的?|其余的?|剩下的?)的?(?:元素)?(?:都|均|全部)?"),
    ("order", r"(?:元素)?的?(?:序\s?列|顺序|次序|排列)"),
    ("list", _NAMES),
    ("name", NAME),
    ("which", r"\(\s*\)|_+|哪一?(?:个|项|种|些|几个)?|什么|多少|几个?|谁"),
    ("whether", r"是否|能否|能不能|吗"),
    ("stack", r"(?:堆?栈|(?<=栈)S|S栈|栈S)(?:[sS](?![A-Za-z0-9]))?|(?<![A-Za-z])[sS](?![A-Za-z0-9])"),
    ("queue", r"队列?(?:[qQ]u?(?![A-Za-z0-9]))?|(?<![A-Za-z])[qQ]u?(?![A-Za-z0-9])"),
)
_OWN = """
个 只 利用 借助 一次 一个 某 设有 现有 今有 从左至右 从左到右 由左至右 由左到右 自左至右 连续 先 再 又 待 初始 中 会有 会 被 依次进行 此 时刻 元素 操作 操作后 操作完成后 完成后 之后 得到 产生 得出 变成 状态 值 的值 结果 即 也即 所有 那么 则 顺序 依次顺序 按顺序 按此顺序 排列 其 该 它 它的 问 请问 若干 一系列 一系列操作 经过一系列 初态 假定 存储 结构 存储结构 顺序存储 进行操作 进行 各 选项 给出 下述 如下 四个 以上 过程 实现 得 合法 紧接着 因此 因此在 作 以后 接着 元素值 变量 x 情况
"""
_LOST = (
    "不会 不懂 没懂 最后结果 不会做 能 能够 可能 可以 可 总 整个 几 几个 多少 多少个 什么 哪 哪个 哪一个 哪些 谁 有 是什么 是多少 为多少"
)


@dataclass
class Told:
    """What a text says.

    Attributes:
        waiting: what is to enter, in that order; None where it is not told.
        within: what is inside at the beginning, the first to have entered first.
        events: what is done: `+name` and `-`; None where nothing is.
        left_as: sequences told of what leaves.
        given: (place from 0, element) of the sequence that leaves.
        asked: the asking clauses.
        queue: whether it is a queue that is spoken of, not a stack.
        implied: whether that everything leaves is only meant.
    """

    waiting: tuple[str, ...] | None = None
    within: tuple[str, ...] = ()
    events: list[str] = field(default_factory=list)
    worked: bool = False
    left_as: list[tuple[str, ...]] = field(default_factory=list)
    given: list[tuple[int, str]] = field(default_factory=list)
    room: int | None = None
    asked: list[list[Mention]] = field(default_factory=list)
    queue: bool = False
    implied: bool = False


_ENTERS, _LEAVES = {"push", "enq"}, {"pop", "deq"}
_TARGETS = {"top", "bottom", "front", "rear", "left", "upward", "downward", "along", "capacity", "operations", "number"}


def _plain(text: str) -> str:
    """The text with ranges of elements written out, and insertions into a queue called by their name."""
    text = with_lost_blank(text)
    if "队" in text and "栈" not in text:
        text = patterns.sub(r"[在向往]?(?:初始)?为?空的?队列[中里]?(?:依次|先后)?(?:插入|加入)(?:元素)?", "空队列入队", text)
        text = patterns.sub(r"(?:插入|加入)(?=元素|数据|[A-Za-z0-9])", "入队", text)
        text = patterns.sub(r"删除(?:操作|元素)?(?:运算)?", "出队", text)
    text = patterns.sub(r"(?<=[A-Za-z])(?=[₀-₉])", "", text)
    text = patterns.sub(
        r"(?<![A-Za-z0-9])([A-Za-z])(\d)\s*(?:~|-|到|至|\.{2,3}|…)\s*\1(\d)(?![0-9])",
        lambda found: ",".join(f"{found[1]}{number}" for number in range(int(found[2]), int(found[3]) + 1)),
        text,
    )
    text = patterns.sub(r"(?<=栈顶)一次(?=存放|[入进压])", "依次", text)  # a slip that is common
    return patterns.sub(
        r"(?<![A-Za-z0-9])([A-Za-z])\s*(?:~|到|至|\.{2,3}|…)\s*([A-Za-z])(?![A-Za-z0-9])",
        lambda found: ",".join(map(chr, range(ord(found[1]), ord(found[2]) + 1))) if 1 < ord(found[2]) - ord(found[1]) < 12 else found[0],
        text,
    )


def told(text: str) -> Told:
    """What the text says, all of it.

    Raises:
        StayOut: something of it is not understood.
    """
    found = mentions(opened(_plain(text)).rest, _LEXICON, _OWN, _LOST)
    said = Told()
    kinds = sorts(found)
    said.queue = bool(kinds & {"enq", "deq", "front", "rear", "along"}) and not kinds & {"push", "pop", "top", "bottom", "stack"}
    clauses = clauses_of(found)
    role = ""
    for number, clause in enumerate(clauses):
        role = _clause(said, clause, number == len(clauses) - 1, role)
    if said.waiting is not None and len(set(said.waiting)) != len(said.waiting):
        stay_out("an element twice")
    return said


def _asks(clause: list[Mention], last: bool) -> bool:
    kinds = sorts(clause)
    if "rows" in kinds and kinds & {"never", "could"}:
        return True
    return bool("which" in kinds or "whether" in kinds or last or ("number" in kinds and not kinds & {"list"})) and bool(kinds)


def _role(clause: list[Mention], place: int, role: str) -> str:
    """Whether a list enters, leaves, or is inside."""
    before = [mention.sort for mention in clause[:place]]
    behind = [mention.sort for mention in clause[place + 1 :]]
    if "upward" in before or "along" in before:
        return "within"
    if "downward" in before:
        stay_out("told from the top")
    told_before = [sort for sort in before if sort in _ENTERS | _LEAVES]
    told_behind = next((sort for sort in behind if sort in _ENTERS | _LEAVES), "")
    if told_before and ("order" in before or not told_behind):
        return told_before[-1]
    return told_behind or role


def _clause(said: Told, clause: list[Mention], last: bool, role: str) -> str:
    """Take what one clause tells into account; the role that a list of the next clause has."""
    kinds = sorts(clause)
    for mention in clause:
        if mention.sort == "room":
            figure = patterns.search(INTEGER, mention.text)
            said.room = to_int(figure[0]) if figure else stay_out("room")
        elif mention.sort == "rows":
            said.left_as += [names_in(row) for row in patterns.findall(_TUPLE, mention.text)]
        elif mention.sort == "usual" and (later := patterns.search(rf"({NAME})(?:{_PUSH})之?前", mention.text)):
            said.waiting = (*(said.waiting or ()), later[1])
    if "most" in kinds and "count" in kinds and not _asks(clause, last):
        stay_out("at most so many of what")
    counted = [to_int(patterns.findall(INTEGER, mention.text)[0]) for mention in clause if mention.sort == "count"]
    asks = _asks(clause, last)
    lists = [(place, mention) for place, mention in enumerate(clause) if mention.sort == "list"]
    for place, mention in lists:
        names = names_in(mention.text)
        what = _role(clause, place, role)
        if counted and counted[0] != len(names):
            stay_out("another number of elements")
        if what == "within":
            said.within = names
        elif what in _LEAVES:
            said.left_as.append(names)
        elif (what in _ENTERS and kinds & {"order"}) or (not said.events and what in _ENTERS and said.waiting is None and not said.worked):
            if said.waiting not in (None, names):
                stay_out("two rows of elements")
            said.waiting = names
        elif what in _ENTERS:
            _flush(said)
            said.events += [f"+{name}" for name in names]
        elif said.waiting in (None, names):
            said.waiting = names
        else:
            stay_out("what a row of elements is")
    _done(said, clause, asks, bool(lists))
    place_names = [mention for mention in clause if mention.sort == "name"]
    places = [mention for mention in clause if mention.sort == "place"]
    if places and place_names:
        if len(places) != 1 or len(place_names) != 1 or kinds & {"never"}:
            stay_out("elements at places")
        said.given.append((place_of(places[0]), place_names[0].text))
    elif len(place_names) > 1 or (place_names and (not kinds & _ENTERS or kinds & (_LEAVES | {"which", "order"}))):
        stay_out("an element alone")
    elif place_names and not said.within:
        _flush(said)
        said.events.append(f"+{place_names[0].text}")
    elif place_names:
        said.waiting = (*(said.waiting or ()), place_names[0].text)
    elif asks:
        said.asked.append(clause)
    if "never" in kinds and not asks:
        stay_out("what cannot be")
    moved = [sort for sort in (mention.sort for mention in clause) if sort in _ENTERS | _LEAVES]
    return moved[-1] if moved and not lists and ("order" in kinds or len(set(moved)) == 1) else ""


def _flush(said: Told) -> None:
    """What waited has entered, as something is done after it."""
    if said.waiting and not said.worked and not said.events:
        said.events = [f"+{name}" for name in said.waiting]
    said.worked = True


def _done(said: Told, clause: list[Mention], asks: bool, lists: bool) -> None:
    """The operations of a clause."""
    kinds = sorts(clause)
    for mention in clause:
        if mention.sort == "named":
            for operation in patterns.finditer(rf"(?P<in>{_IN}{_ARGUMENT})|{_OUT}", mention.text, 2):
                if operation["in"]:
                    name = patterns.findall(
                        r"[A-Za-z]\d?(?![A-Za-z])|\d{1,2}", patterns.sub(rf"{_IN}\s*\(?\s*(?:[sSqQ]\s*,)?", "", operation["in"], flags=2)
                    )
                    said.events.append(f"+{name[0]}")
                else:
                    said.events.append("-")
            said.worked = True
        elif mention.sort == "row":
            waiting = list(said.waiting or ())
            for operation in patterns.finditer(rf"(?P<in>{_IN}|[进入](?![栈队]))|{_OUT}|出", mention.text, 2):
                if operation["in"]:
                    said.events.append(f"+{waiting.pop(0)}" if waiting else stay_out("nothing left to enter"))
                else:
                    said.events.append("-")
            said.worked = True
    if kinds & {"named", "row"}:
        return
    if any(mention.sort == "times" for mention in clause) and not kinds & _LEAVES:
        stay_out("how often what is done")
    if asks and kinds & {"order", "could", "place", "whether"}:
        return
    for place, mention in enumerate(clause):
        beside = {each.sort: each for each in clause[max(place - 1, 0) : place + 2]}
        if mention.sort in _LEAVES and "times" in beside:
            _flush(said)
            said.events += ["-"] * to_int(patterns.findall(INTEGER, beside["times"].text)[0])
        elif mention.sort in _LEAVES and "all" in beside and not kinds & {"could", "order"} and not asks:
            _flush(said)
            said.events.append("-*")
        elif mention.sort in _ENTERS and "all" in beside:
            _flush(said)
        elif mention.sort in _LEAVES and not asks and not lists and not kinds & {"order", "could", "place"}:
            if not kinds <= {mention.sort, "stack", "queue"}:
                stay_out("what leaves")
            # Behind elements that enter one by one, one leaves; behind a row of them, all do.
            said.implied = said.implied or not said.worked
            entered_one_by_one = said.worked
            _flush(said)
            said.events.append("-" if entered_one_by_one else "-*")


def place_of(mention: Mention) -> int:
    """The place from 0 that a mention speaks of; -1 for the last."""
    if mention.text.startswith("第") and (figure := patterns.search(INTEGER, mention.text.removeprefix("第"))):
        return to_int(figure[0]) - 1
    return 0 if patterns.match("最先|首|最早", mention.text) else -1
