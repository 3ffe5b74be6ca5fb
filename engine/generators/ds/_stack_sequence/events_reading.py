"""Reading what is done to a stack or a queue, one thing after the other: what leaves it, what is left, and which rows of operations are legal."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from engine.generators import patterns
from engine.generators.ds._clauses import every_part_asked, opened
from engine.generators.ds._mentions import END, Mention, clauses_of, mentions, names_in, sorts
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.reading import INTEGER, stay_out, to_int

_NAME = r"(?<![A-Za-z0-9])(?:[A-Za-z]\d{0,2}|\d{1,2})(?![A-Za-z0-9])"
_NAMES = rf"\(?{_NAME}(?:\s*(?:[,、;→]|->|\s)\s*{_NAME}){{2,15}}\)?|(?<![A-Za-z0-9])(?:(?![A-Za-z]*([A-Za-z])[A-Za-z]*\1)[A-Za-z]{{3,12}}|(?!\d*(\d)\d*\2)\d{{3,9}})(?![A-Za-z0-9])"
_IN = r"(?:push|[进入压]栈|压[入进]栈|[放存]入栈中?|入队列?|进队列?|enqueue)"
_OUT = r"(?:pop|[出退弹]栈|弹出|[出退离]队列?|dequeue)"
_ARGUMENT = r"\s*\(?\s*(?:[sSqQ]\s*,\s*)?(?:[A-Za-z]\d?|\d{1,2})(?![A-Za-z0-9])\s*\)?"
_BARE = r"(?:\s*\((?:\s*[A-Za-z]\s*(?:,\s*[A-Za-z])?)?\s*\))?"
_NEXT = r"\s*(?:[,、;→和]|->)?\s*"
# A word that leaves, unless what is asked is the row in which they leave; `pop 顺序执行` is done.
_LEFT = rf"(?:(?:pop|dequeue){_BARE}|{_OUT}{_BARE}(?!\s*的?(?:序列|次序|顺序(?!执行|进行|完成))))"
_NAMED = rf"(?:{_IN}{_ARGUMENT}|{_LEFT})(?:{_NEXT}(?:{_IN}{_ARGUMENT}|{_LEFT}(?!的))){{2,40}}"
_ROW = rf"(?:push|pop)(?:{_NEXT}(?:push|pop){_BARE}){{3,40}}|(?!p){_IN}(?:操作)?(?:{_NEXT}(?!p)(?:{_IN}|{_LEFT})(?:操作)?(?!的)){{3,40}}|[进出](?:\s*[、,]\s*[进出]){{3,40}}(?![栈队])"
_STACK = r"(?:堆?栈|(?<![A-Za-z])S(?![A-Za-z0-9]))(?:\s*S(?![A-Za-z0-9]))?"
_QUEUE = r"(?:队列(?:\s*Q)?|(?<![A-Za-z])Q(?![A-Za-z0-9]))"
_LEXICON = (
    (
        "signs",
        rf"[设用若]?\s*[A-Z]\s*(?:表示|代表)(?:一次)?{_IN}(?:操作)?\s*[,、和]?\s*用?\s*[A-Z]\s*(?:表示|代表)(?:一次)?{_OUT}(?:操作)?|[用以]?\s*[A-Z]\s*[和、与]\s*[A-Z]\s*分别(?:表示|代表){_IN}[和、与]{_OUT}(?:操作)?",
    ),
    ("legal", r"(?:中)?(?:哪些|哪几个|哪个)?是?(?:不|非)?合法的?(?:操作)?(?:序列)?(?:是|有)?(?:哪几个|哪些)?"),
    ("named", _NAMED),
    ("row", _ROW),
    ("letters", r"(?<![A-Za-z])(?:[IO]{4,40}|[SX]{4,40})(?![A-Za-z])"),
    ("usual", rf"可以执行的操作序列称为合法序列|\(?(?:包括|含)中间(?:已)?{_OUT}的元素\)?|操作(?:序列|串|结束|完成)?(?:之?后)?"),
    (
        "empty",
        rf"(?:{_STACK}|{_QUEUE})?的?(?:初始|初|开始|终|结束|初始和结束)*(?:和终态|状态|态|时)*(?:栈)?[均都]?(?:为|是)?空的?(?:{_STACK}|{_QUEUE})?",
    ),
    ("upward", r"栈[里中内]还?剩下?|[从由]?栈底(?:元素)?[到至]栈顶的?(?:元素)?"),
    ("top", r"栈顶的?(?:元素)?的?值?"),
    ("bottom", r"栈底的?(?:元素)?"),
    ("front", r"队[头首]的?(?:元素)?"),
    ("rear", r"队尾的?(?:元素)?"),
    ("deepest", r"栈?最多时?(?:几个|多少个)(?:元素)?"),
    ("times", rf"(?<=[栈队出退弹]){INTEGER}[次个](?:元素)?|(?:进行|作|做)了?{INTEGER}次(?:操作)?"),
    ("all", r"全部|所有(?:元素)?"),
    ("push", rf"{_IN}{_BARE}|输入"),
    ("pop", rf"{_OUT}{_BARE}|输出"),
    ("order", r"的?(?:序列|顺序|次序)"),
    ("list", _NAMES),
    ("number", rf"{INTEGER}个(?:元素|字母|数据)"),
    ("name", _NAME),
    ("which", r"\(\s*\)|_+|什么|多少|哪个|谁"),
    ("stack", _STACK),
    ("queue", _QUEUE),
)
_OWN = "个 一个 设 先 再 又 元素 将 把 依次 按此 顺序 开始 时 之后 后 然后 接着 此时 对 执行 进行 得到 为 是 待 下列 现 则 在 中 里 有 若 经过 当前 值 字母 共 组成 连续 的 从"
_LOST = "什么 多少 几 几个 多少个 哪 哪个 哪些 谁 是什么 是多少 为多少 序列 次序 可能 能 能够 可以"
_SHOWN = ("top", "bottom", "front", "rear", "upward")


@dataclass
class _Done:
    """What has been done so far.

    Attributes:
        inside: what is in the stack or the queue, the first to have entered first.
        out: what has left.
        row: the operations, `+` and `-`.
        waiting: what is to enter, in that order, where only operations are told.
        one_by_one: whether the last to enter came alone.
    """

    queue: bool
    inside: list[str] = field(default_factory=list)
    out: list[str] = field(default_factory=list)
    row: str = ""
    most: int = 0
    waiting: list[str] = field(default_factory=list)
    one_by_one: bool = False
    implied: bool = False

    def enter(self, names: tuple[str, ...]) -> None:
        """Elements that enter one after the other."""
        self.inside += names
        self.row += "+" * len(names)
        self.one_by_one = len(names) == 1
        self.most = max(self.most, len(self.inside))

    def leave(self, times: int) -> None:
        """So many elements that leave."""
        for _ in range(times):
            if not self.inside:
                stay_out("nothing inside")
            self.out.append(self.inside.pop(0 if self.queue else -1))
            self.row += "-"


@every_part_asked
def recognise(text: str) -> Recognition | None:
    """What is so after operations that are told; None where it is something else."""
    if not patterns.search(r"栈|队列|[进入出退]队", text):
        return None
    found = mentions(opened(_plain(text)).rest, _LEXICON, _OWN, _LOST)
    said = sorts(found)
    if "legal" in said:
        return _legal_rows(found, said)
    queue = "队" in text and "栈" not in text
    done = _Done(queue)
    clauses = clauses_of(found)
    asked: list[str] = []
    rows = [mention for mention in found if mention.sort in ("row", "letters", "named")]
    if len(rows) > 1:
        stay_out("two rows of operations")
    if rows and rows[0].sort != "named":
        lists = [names_in(mention.text) for mention in found if mention.sort == "list"]
        if len(lists) != 1:
            return None
        done.waiting = list(lists[0])
        _run(done, rows[0], found)
    for number, clause in enumerate(clauses):
        asked += _clause(done, clause, number == len(clauses) - 1, rows)
    pushes = [*done.out, *done.inside, *done.waiting]
    if len(set(pushes)) != len(pushes) or not done.row:
        return None
    asked = list(dict.fromkeys(asked)) or (["output"] if rows else [])
    if not asked or (not done.inside and set(asked) & set(_SHOWN)) or (done.implied and asked != ["output"]):
        stay_out("what is asked, or nothing is left")
    return _of_rows(done, asked, rows[0].sort == "named") if rows and not queue else _worked(done, asked)


def _plain(text: str) -> str:
    """The text with ranges of elements written out, and insertions into a queue called by their name."""
    if "队" in text and "栈" not in text:
        text = patterns.sub(r"在空队列中?(?:依次)?插入(?:元素)?", "空队列入队", text)
        text = patterns.sub(r"插入(?=元素|[A-Za-z0-9])", "入队", text)
        text = patterns.sub(r"删除(?:操作|元素)?", "出队", text)
    return patterns.sub(r"(?<=[A-Za-z])(?=[₀-₉])", "", text)


def _run(done: _Done, row: Mention, found: list[Mention]) -> None:
    """Take what a row of operations does into account; a row of letters means what the text says, or what is usual."""
    names = [mention.text for mention in found if mention.sort == "signs"]
    letters = (
        patterns.findall(r"(?<![A-Za-z])[A-Z](?![A-Za-z])", names[0].upper())
        if names
        else ["I", "O"]
        if "O" in row.text.upper()
        else ["S", "X"]
    )
    enters = letters[0] if not names or patterns.search("[进入压]", names[0]) else letters[1]
    for operation in patterns.findall(rf"{_IN}|{_OUT}|[进出IOSXiosx]", row.text, 2):
        if (
            (operation.upper() == enters)
            if len(operation) == 1 and operation.isascii()
            else patterns.match("push|[进入压放存]|enq", operation.lower())
        ):
            done.enter((done.waiting.pop(0) if done.waiting else stay_out("nothing left to enter"),))
        else:
            done.leave(1)


def _clause(done: _Done, clause: list[Mention], last: bool, rows: list[Mention]) -> list[str]:
    """Take what one clause says is done into account; what it asks then."""
    here = sorts(clause)
    shown = [name for name in (*_SHOWN, "deepest") if name in here]
    output = "pop" in here and "order" in here and not here & {"list", "name", "times"}
    asked = shown or (["output"] if output else [])
    for mention in clause:
        if mention.sort == "named":
            _named(done, mention)
        elif mention.sort in ("list", "name") and not rows:
            if asked:
                stay_out("done where something is asked")
            done.enter(names_in(mention.text) if mention.sort == "list" else (mention.text,))
    times = [to_int(patterns.findall(INTEGER, mention.text)[0]) for mention in clause if mention.sort == "times"]
    if times and (rows or "pop" not in here):
        stay_out("how often what is done")
    if rows or "pop" not in here or output:
        return asked
    if (here & {"list", "name"} and "push" not in here) or (shown and not times and "all" not in here):
        stay_out("what leaves")
    if "all" in here and "push" not in here:
        done.leave(len(done.inside))
    elif times:
        done.leave(times[0])
    else:
        done.implied = done.implied or not done.one_by_one
        done.leave(1 if done.one_by_one else len(done.inside))
    return asked or (["output"] if last and "which" in here else [])


def _named(done: _Done, row: Mention) -> None:
    """Take operations into account whose pushes name their elements."""
    for operation in patterns.finditer(rf"(?P<enters>{_IN}){_ARGUMENT}|{_OUT}", row.text, 2):
        if operation["enters"] is None:
            done.leave(1)
        else:
            argument = patterns.sub(rf"{_IN}\s*\(?\s*(?:[sSqQ]\s*,)?", "", operation[0], flags=2)
            done.enter((patterns.findall(r"[A-Za-z]\d?(?![A-Za-z])|\d{1,2}", argument)[0],))


def _of_rows(done: _Done, asked: list[str], named: bool) -> Recognition:
    """What a row of operations of a stack puts out, or leaves."""
    pushes = [*done.out, *done.inside] if named else [*done.out, *done.inside, *done.waiting]
    ends = [{"upward": "all"}.get(name, name) for name in asked if name in _SHOWN]
    parameters: dict[str, Any] = {"task": "output", "pushes": pushes, "row": done.row, "output": done.out, "left": done.inside}
    parameters |= {"most": done.most} if "deepest" in asked else {}
    parameters |= {"ends": ends} if ends else {}
    operations = "".join("进" if sign == "+" else "出" for sign in done.row)
    return Recognition(parameters=parameters, understood=(("操作", operations), ("出栈", listed(done.out))))


def _worked(done: _Done, asked: list[str]) -> Recognition | None:
    """What is so after single operations, of a stack or of a queue."""
    if any((name in ("front", "rear")) != done.queue for name in asked if name in _SHOWN):
        stay_out("of a stack or of a queue")
    return Recognition(
        parameters={
            "task": "worked",
            "queue": done.queue,
            "inside": done.inside,
            "out": done.out,
            "most": done.most,
            "asked": [["capacity" if name == "deepest" else name] for name in asked],
        },
        understood=(("结构", "队列" if done.queue else "栈"), ("操作", "".join("进" if sign == "+" else "出" for sign in done.row))),
    )


def _legal_rows(found: list[Mention], said: set[str]) -> Recognition | None:
    """Which rows of pushes and pops can be run, from an empty stack to an empty one; the rows may be pasted options."""
    if not said <= {"signs", "legal", "letters", "empty", "usual", "stack", "which", "order", END} or "signs" not in said:
        return None
    signs = next(mention.text for mention in found if mention.sort == "signs").upper()
    push, pop = patterns.findall(r"(?<![A-Za-z])[A-Z](?![A-Za-z])", signs)[:2]
    if not patterns.search("[进入压]", signs.partition(pop)[0] + signs):
        stay_out("which letter is a push")
    asked = next(mention.text for mention in found if mention.sort == "legal")
    denied = patterns.search("不|非", asked) is not None
    return Recognition(
        parameters={
            "task": "rows",
            "rows": [mention.text.upper() for mention in found if mention.sort == "letters"],
            "push": push,
            "pop": pop,
            "legal": not denied,
            "several": patterns.search("哪些|哪几", asked) is not None,
        },
        understood=(("操作", f"{push} 进栈，{pop} 出栈"), ("求", f"{'不' if denied else ''}合法的操作序列")),
    )
