"""Which sequences leave a queue that is open at both ends, or a queue helped by a stack: read, and tried out.

Elements enter in a fixed order; each may enter, and leave, at the ends that are open for it (Knuth, The Art of Computer Programming, 2.2.1: an
output-restricted deque takes in at both ends and gives out at one, an input-restricted one the other way round). An element of a queue
that may be put out at once, or be put on a stack first, leaves as if it had passed the stack.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from engine.generators import patterns
from engine.generators.ds._clauses import opened
from engine.generators.ds._settling import settle
from engine.generators.ds._stack_sequence.names import LIST, OWN, names_of
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import listed
from engine.generators.reading import Reading, stay_out

# Where elements may enter and leave; the stack is a queue open at one end only.
_OPEN = {"output": ("both", "one"), "input": ("one", "both"), "both": ("both", "both"), "stack": ("one", "one")}
_NAMES = {
    "output": "输出受限的双端队列（两端可入，一端可出）",
    "input": "输入受限的双端队列（一端可入，两端可出）",
    "both": "双端队列（两端都可入可出）",
    "stack": "队列和栈（队头元素可直接输出，也可先入栈）",
}
_ENTER = r"(?:进入|入队|进队|入|进|插入|输入)(?:操作|元素)?"
_LEAVE = r"(?:出队|退队|出|删除|输出|离开)(?:操作|元素)?"
_MAY = r"(?:都|均|皆|仅|只|许|准|既|也|又|可以?|能够?|允许|进行|做|是|用来|用于|元素)*"
_BOTH = rf"{_MAY}(?:{_ENTER}[、和与,及或]?{_MAY}{_LEAVE}|{_LEAVE}[、和与,及或]?{_MAY}{_ENTER}|进出)(?:均可|都可以?|都行|皆可)?"
_SIDE = r"(?:一端|一头|一侧|一边|某一?端|左端|右端|队头|队尾|其中一端)"
_OTHER = r"(?:另外?一?[端头侧边]|右端|左端|队头|队尾)"
_TWO = r"(?:两端|两头|两侧|两边|左右两端)"
_KINDS = (
    (
        "output",
        rf"输出受限的?(?:双端队列)?|{_SIDE}{_MAY}{_ENTER},?[但而]?在?{_OTHER}{_BOTH}|{_SIDE}{_BOTH},?[但而]?在?{_OTHER}{_MAY}{_ENTER}(?!、|和|出)"
        rf"|{_TWO}{_MAY}{_ENTER},?[但而且]?{_MAY}[从在]?{_SIDE}{_MAY}{_LEAVE}|[只仅]{_MAY}[从在]?{_SIDE}{_MAY}{_LEAVE},?[但而且]?{_TWO}{_MAY}{_ENTER}",
    ),
    (
        "input",
        rf"输入受限的?(?:双端队列)?|{_SIDE}{_MAY}{_LEAVE},?[但而]?在?{_OTHER}{_BOTH}|{_SIDE}{_BOTH},?[但而]?在?{_OTHER}{_MAY}{_LEAVE}(?!、|和|入)"
        rf"|{_TWO}{_MAY}{_LEAVE},?[但而且]?{_MAY}[从在]?{_SIDE}{_MAY}{_ENTER}|[只仅]{_MAY}[从在]?{_SIDE}{_MAY}{_ENTER},?[但而且]?{_TWO}{_MAY}{_LEAVE}",
    ),
    ("both", rf"{_TWO}{_BOTH}"),
)
_STACKED = (
    r"(?:队头元素|元素)?出队[并后且]*(?:直接|立即)?[将把]?(?:该|其|出队)?(?:元素)?输出(?:该|出队|其)?的?(?:元素)?",
    r"(?:队头元素|元素)?出队[并后且]*[将把]?(?:该|其|出队)?的?(?:元素)?(?:压入|入|进|压|存入)栈?[S栈]?中?|[将把]?出队的?元素(?:压入|入|进)栈",
    r"(?:栈顶元素)?(?:出栈|退栈)[并后且]*[将把]?(?:该|其|出栈)?(?:元素)?输出(?:该|出栈|其)?的?(?:元素)?|输出出栈的?元素",
)
_LEFT = r"(?:(?:其|它的?|该|可能|得到|产生|下列|以下|出队|输出|出栈|的)*(?:输出|出队|出栈|元素)?的?(?:序列|次序|顺序))"
_CHOICE = re.compile(
    rf"(?:则|那么|请问|问|下列|下面|以下|哪个|哪一?项|各|,)*{_LEFT}?(?:中|里|,|哪个|哪一?项|哪一个)*(?P<no>不(?:可能|能够?|可以|会)|无法|得不到|做不到|可能|能够?|可以)(?P<no2>不)?"
    rf"(?:得到|是|为|出现|实现|产生|被|作为|有)*的?{_LEFT}?(?:得到)?的?(?:{_LEFT})?[是为]?(?:哪个|哪一?项|哪一个|谁|哪一种)?[\s()。:,?]*$"
)
_OWN_WORDS = """
队列 双端队列 双端 Q S 栈 栈S 队列Q 一个 某 元素 依次 顺序 输入 输入序列 入队 入队序列 入队次序 次序 序列 出队 输出 输出序列 出队序列 初始 为空 空 初始时 时 在 队头 队尾 1 允许 仅 只 进行 操作 下列 以下 三种 3种 2种 两种 端 一端 现有 若 均为 均 可 也 其中 随时 中 仅允许 只允许 该 此 该队列 此队列 一种 几种 受限
"""


def outcomes(pushes: Sequence[str], pops: Sequence[str], entering: str, leaving: str, first_all: bool = False) -> bool:
    """Whether the elements can leave in such an order.

    `entering`, `leaving`: the ends that are open, `one` (the right one) or `both`. `first_all`: nothing leaves before all have entered.
    """
    seen: set[tuple[int, tuple[str, ...], int]] = set()
    states: list[tuple[int, tuple[str, ...], int]] = [(0, (), 0)]
    while states:
        state = states.pop()
        if state in seen:
            continue
        seen.add(state)
        entered, inside, left = state
        if left == len(pops):
            return True
        if entered < len(pushes):
            states.append((entered + 1, (*inside, pushes[entered]), left))
            if entering == "both":
                states.append((entered + 1, (pushes[entered], *inside), left))
        if inside and not (first_all and entered < len(pushes)):
            if inside[-1] == pops[left]:
                states.append((entered, inside[:-1], left + 1))
            if leaving == "both" and inside[0] == pops[left]:
                states.append((entered, inside[1:], left + 1))
    return False


def recognise(text: str) -> Recognition | None:
    """A question of the options that leave such a queue, or that do not; None where it is something else.

    Raises:
        StayOut: something in the text is not understood.
    """
    if "队列" not in text or not patterns.search("双端|端|头|栈", text):
        return None
    text = patterns.sub(r"\(?\s*[1-9]\s*[在为是](?:队头|队首)\s*\)?", "。", text)
    reading = opened(text)
    kinds, wanted = _kinds(reading)
    if not kinds or len(kinds) != len(wanted):
        return None
    pushes = reading.take_one(
        (
            rf"(?:输入|入队|进队)(?:元素)?的?(?:序列|顺序|次序)\s*(?:依次|分别|为|是|:|=)*\s*(?P<value>{LIST})",
            rf"若?以\s*(?P<value>{LIST})\s*(?:作为|为|作)",
            rf"(?:元素)?\s*(?P<value>{LIST})\s*这?(?:\S{{0,3}}个(?:元素|数|字母|数字)?)?\s*(?:按(?:顺序|次序)|顺序|依次|先后)*地?(?:进|入|输入)(?:入|队|列|到|此|该|一个|某|这|个|双端|队列)*",
            rf"(?:元素|Q)中?的?(?:元素)?(?:依次|分别|顺序)*[为是:]\s*(?P<value>{LIST})",
        ),
        names_of,
    )
    first_all = bool(reading.take_all(rf"(?<=\ue000)(?:之?后|完[毕成]?(?:之?后)?),?[再才](?:依次|进行|开始|逐个)*{_LEAVE}"))
    reading.take_all(r"作为(?:一个)?双端队列的?输入(?:序列)?|的?双端队列|每次|依次")
    settle(reading, f"{OWN} {_OWN_WORDS}")
    if pushes is None or not 3 <= len(pushes) <= 8:
        return None
    return Recognition(
        parameters={"task": "queues", "pushes": list(pushes), "kinds": kinds, "wanted": wanted, "first_all": first_all},
        understood=(
            ("入队顺序", listed(pushes)),
            ("容器", "；".join(_NAMES[kind] for kind in kinds)),
            ("求", "、".join("可能" if each else "不可能" for each in dict.fromkeys(wanted)) + "的输出序列"),
            *((("次序", "全部入队后才出队"),) if first_all else ()),
        ),
    )


def _kinds(reading: Reading) -> tuple[list[str], list[bool]]:
    """The queues the text speaks of, and of each whether a sequence it can give out is looked for; taken.

    Raises:
        StayOut: two kinds of queue of which one thing is asked.
    """
    pair = reading.take(
        rf"(?:,|则|那么|既|且)*(?P<one>不?)[能可][够以]?[由从用被]?{_KINDS_WORD}(?:得到|产生|输出)?,?[、但也又而且]*(?P<other>不?)[能可][够以]?[由从用被]?{_KINDS_WORD.replace('kind', 'second')}(?:得到|产生|输出)?的?(?:{_LEFT})?[是为]?(?:哪个|哪一?个|哪一?项)?[\s()。:,?]*$"
    )
    if pair is not None:
        kinds = ["input" if "输入受限" in pair[name] else "output" for name in ("kind", "second")]
        if kinds[0] == kinds[1]:
            stay_out("one kind of queue twice")
        return kinds, [not pair["one"], not pair["other"]]
    ways = [bool(reading.take_all(pattern)) for pattern in _STACKED] if "栈" in reading.text else []
    choice = reading.take(_CHOICE.pattern)
    if choice is None:
        return [], []
    wanted = patterns.search("不|无法", choice[0]) is None
    if all(ways) and ways:
        return ["stack"], [wanted]
    if "栈" in reading.text:
        return [], []
    found = []
    for name, pattern in _KINDS:
        if reading.take_all(pattern):
            found.append(name)
    if len(found) != 1:
        stay_out("which ends are open")
    return found, [wanted]


_KINDS_WORD = r"(?P<kind>输[入出]受限)的?(?:双端)?(?:队列)?"


def solve(parameters: Parameters) -> Solution:
    """Which of the options leaves such a queue, or does not."""
    pushes: list[str] = parameters["pushes"]
    pairs: list[tuple[str, bool]] = list(zip(parameters["kinds"], parameters["wanted"], strict=True))
    first_all: bool = parameters["first_all"]

    def fits(option: str) -> bool:
        names = (
            tuple(patterns.findall(r"[A-Za-z]\d*|\d+", option)) if patterns.search(r"[\s,、→]", option.strip()) else tuple(option.strip())
        )
        if sorted(names) != sorted(pushes):
            stay_out("an option of other elements")
        return all(outcomes(pushes, names, *_OPEN[kind], first_all) == wanted for kind, wanted in pairs)

    steps: dict[str, Any] = {
        "stack": "队头元素直接输出，相当于入栈后立即出栈，所以能输出的就是按队列次序入栈所得的出栈序列。逐个选项模拟，要输出的元素压在栈中别的元素下面时得不到。"
    }
    general = "逐个选项模拟：每个元素从开放的一端入队，要出队的元素必须位于允许出队的一端；夹在别的元素中间而出不来时，这个序列得不到。"
    return Solution(
        answer="",
        steps=steps.get(pairs[0][0], general),
        fits=fits,
        conventions=("队列（和栈）初始为空，每个元素只进出一次" + ("，全部入队之后才出队" if first_all else "，入队和出队可以交替进行"),),
    )
