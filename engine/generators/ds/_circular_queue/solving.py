"""Answers about circular queues: what was asked, from what is told of front, rear, the number of elements and the operations."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

from engine.generators import patterns
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import stay_out


class _Queue:
    """A queue as told: its state before the operations is `front`, `rear` and `held`, each None where it is not known."""

    def __init__(self, told: Parameters, operations: str) -> None:
        self.told = told
        self.size: int = told["capacity"]
        self.base: int = told["base"]
        self.before, self.last = bool(told["front_before"]), bool(told["rear_is_last"])
        self.shift = int(self.last) - int(self.before)
        self.room = self.size - 1 if told["sacrificed"] else self.size
        self.front, self.rear = told["front"], told["rear"]
        self.held = self._held()
        if self.held is not None and not 0 <= self.held <= self.room:
            stay_out("more than there is room for")
        known = told["rear_is_last"] is not None or told["full"]  # what rear points to decides
        if self.front is None and self.rear is not None and self.held is not None and known:
            self.front = self._index(self.rear - self.held + self.shift)
        if self.rear is None and self.front is not None and self.held is not None and known:
            self.rear = self._index(self.front + self.held - self.shift)
        self.begun = (self.front, self.rear, self.held)
        self._run(operations)

    def _index(self, value: int) -> int:
        return (value - self.base) % self.size + self.base

    def _held(self) -> int | None:
        told = self.told
        if (
            None not in (told["held"], self.front, self.rear)
            and told["held"] % self.size != (self.rear - self.front + self.shift) % self.size
        ):
            stay_out("another number of elements")
        if told["full"]:
            if not (told["sacrificed"] or told["whole"]):
                stay_out("when it is full")
            if told["held"] not in (None, self.room):
                stay_out("full with another number")
            return int(self.room)
        if told["held"] is not None:
            return int(told["held"])
        if told["empty"]:
            return 0
        if self.front is None or self.rear is None:
            return None
        held = (self.rear - self.front + self.shift) % self.size
        if held == 0 and not told["sacrificed"]:
            return None  # full or empty, which cannot be told
        return int(held)

    def _run(self, operations: str) -> None:
        for operation in operations:
            if operation in "fe":
                self._run_until(operation)
            elif operation == "+":
                self.rear = None if self.rear is None else self._index(self.rear + 1)
            else:
                self.front = None if self.front is None else self._index(self.front + 1)
            if self.held is not None and operation in "+-":
                self.held += 1 if operation == "+" else -1
                if not 0 <= self.held <= self.room:
                    stay_out("more than there is, or than there is room for")

    def _run_until(self, end: str) -> None:
        """Elements go in until the queue is full (`f`), or out until it is empty."""
        if self.held is None or (end == "f" and not (self.told["sacrificed"] or self.told["whole"])):
            stay_out("when it is full")
        self._run("+" * (self.room - self.held) if end == "f" else "-" * self.held)

    def value(self, what: str) -> int:
        """The value asked for.

        Raises:
            StayOut: it does not follow from what is told.
        """
        found: int | None = None
        if what == "length":
            found = self.held
        elif what in ("front", "rear"):
            found = self.front if what == "front" else self.rear
        elif what == "head":
            found = None if self.front is None else self._index(self.front + int(self.before))
        elif what == "tail":
            if self.rear is not None:
                found = self._index(self.rear - int(not self.last))
            elif self.front is not None and self.held:
                found = self._index(self.front + int(self.before) + self.held - 1)
        elif what == "next":
            found = None if self.rear is None and not self.held else self._index(self.value("tail") + 1)
            if self.held == 0 or found is None:
                found = None if self.rear is None else self._index(self.rear + int(self.last))
        elif what == "most":
            if not (self.told["sacrificed"] or self.told["whole"]):
                stay_out("whether a place is left empty")
            found = self.room
        elif what == "free":
            if not (self.told["sacrificed"] or self.told["whole"]) or self.held is None:
                stay_out("whether a place is left empty")
            found = self.room - self.held
        return stay_out(f"{what} does not follow") if found is None else found

    def steps(self) -> str:
        """How the values follow."""
        size, lines = self.size, []
        front, rear, held = self.begun
        extra = {1: " + 1", 0: "", -1: " − 1"}[self.shift]
        if (
            self.told["front"] is not None
            and self.told["rear"] is not None
            and held is not None
            and not self.told["empty"]
            and not self.told["full"]
        ):
            value = rear - front + self.shift + size
            lines.append(
                f"元素个数 = (rear − front{extra} + {size}) mod {size}。{rear} − {front}{extra} + {size} = {value}，对 {size} 取余得 {held}。"
            )
        elif self.told["rear"] is None and rear is not None:
            lines.append(f"从 front = {front} 起放 {held} 个元素，对 {size} 取余，rear 为 {rear}。")
        elif self.told["front"] is None and front is not None:
            lines.append(f"从 rear = {rear} 往回数 {held} 个元素，对 {size} 取余，front 为 {front}，队头元素在位置 {self.value('head')}。")
        elif self.rear is None and self.front is not None and self.held:
            lines.append(
                f"队头元素在位置 {self.value('head')}，共 {self.held} 个元素，队尾元素在其后 {self.held - 1} 个位置，对 {size} 取余。"
            )
        if self.told["sacrificed"]:
            lines.append(f"牺牲一个单元，最多放 {size} − 1 = {size - 1} 个元素。")
        if operations := self.told["operations"]:
            inserted, removed = operations.count("+"), operations.count("-")
            if inserted or removed:
                lines.append(f"入队 {inserted} 个，rear 加 {inserted}；出队 {removed} 个，front 加 {removed}；都对 {size} 取余。")
            if set(operations) & set("fe"):
                lines.append(f"队满时有 {self.room} 个元素，队空时没有。")
            if self.front is not None and self.rear is not None:
                lines.append(f"最后 front = {self.front}，rear = {self.rear}。")
        return paragraphs(*lines) if lines else f"数组有 {size} 个单元。"


def _symbols(told: Parameters) -> tuple[str, str, str]:
    """The signs of front, rear and the capacity in formulas."""
    front, rear = ("f", "r") if told["letters"] else ("front", "rear")
    return front, rear, str(told["capacity"] or told["symbol"] or "m")


def _formula(told: Parameters, what: str) -> tuple[str, Callable[[dict[str, int]], int]]:
    """A formula asked for, and its value for front, rear, length and the capacity."""
    front, rear, size = _symbols(told)
    shift = int(bool(told["rear_is_last"])) - int(bool(told["front_before"]))
    if what == "length-formula":
        extra = {1: "+1", 0: "", -1: "-1"}[shift]
        return f"({rear}-{front}{extra}+{size})%{size}", lambda v: (v["rear"] - v["front"] + shift) % v["m"]
    if what == "head-formula":
        if told["rear_is_last"] is None:
            stay_out("what rear points to decides")
        extra = "+1" if told["rear_is_last"] else ""
        return f"({rear}-length{extra}+{size})%{size}", lambda v: (v["rear"] - v["length"] + int(bool(told["rear_is_last"]))) % v["m"]
    if shift == 1:
        empty = f"({rear}+1)%{size}=={front}"
        full = f"({rear}+2)%{size}=={front}"
        return (
            (empty, lambda v: int((v["rear"] + 1) % v["m"] == v["front"]))
            if what == "empty-condition"
            else (full, lambda v: int((v["rear"] + 2) % v["m"] == v["front"]))
        )
    if shift == -1:
        stay_out("an unusual pair of meanings")
    if what == "empty-condition":
        return f"{front}=={rear}", lambda v: int(v["front"] == v["rear"])
    if not told["sacrificed"]:
        stay_out("when it is full")
    return f"({rear}+1)%{size}=={front}", lambda v: int((v["rear"] + 1) % v["m"] == v["front"])


_NAMES = {
    "front": "front",
    "f": "front",
    "end1": "front",
    "end2": "rear",
    "rear": "rear",
    "r": "rear",
    "length": "length",
    "len": "length",
    "count": "length",
    "size": "length",
}
_ALLOWED = (
    ast.Expression,
    ast.BinOp,
    ast.Add,
    ast.Sub,
    ast.Mod,
    ast.Mult,
    ast.Name,
    ast.Load,
    ast.Constant,
    ast.Compare,
    ast.Eq,
    ast.UnaryOp,
    ast.USub,
)


def _option_value(option: str, values: dict[str, int]) -> int:
    """The value of an option's formula.

    Raises:
        StayOut: not a formula of front, rear, length and the capacity.
    """
    text = patterns.sub(
        r"(?<![=!<>])=(?!=)", "==", option.replace("%", " % ").replace("mod", "%").replace("MOD", "%").replace("−", "-").replace("＝", "=")
    )
    try:
        tree = ast.parse(patterns.sub(r"->|\.", "_", text).strip(" 。;；"), mode="eval")
    except SyntaxError:
        stay_out("an option that is no formula")
    for node in ast.walk(tree):
        if not isinstance(node, _ALLOWED):
            stay_out("an option that is no formula")
        if isinstance(node, ast.Name):
            name = node.id.split("_")[-1].lower()
            node.id = _NAMES.get(name, "m" if name in ("m", "n", "maxsize", "q") else "")
            if not node.id:
                stay_out("an unknown name")
    try:
        # Only sums, remainders and comparisons of whole numbers are left.
        return int(eval(compile(tree, "option", "eval"), {"__builtins__": {}}, values))
    except ZeroDivisionError:
        stay_out("divided by zero")


def _written_otherwise(formula: str) -> list[str]:
    """The same formula as books write it: of a record, with one sign for equality, with `mod`."""
    found = [formula]
    if "==" in formula:
        left, _, right = formula.partition("==")
        found.append(f"{right}=={left}")
    found += [
        patterns.sub(r"(?<![A-Za-z])(front|rear)(?![A-Za-z])", rf"{record}\1", each)
        for each in found
        for record in ("Q.", "q.", "sq.", "Q->", "q->")
    ]
    found += [each.replace("==", "=") for each in found]
    return [*found, *(each.replace("%", " mod ") for each in found), *(each.replace("%", "MOD") for each in found)]


def _by_formula(told: Parameters, what: str) -> Solution:
    formula, true = _formula(told, what)
    size = told["capacity"]
    grids = [
        {"m": m, "front": front, "rear": rear, "length": length}
        for m in ((size,) if size else (5, 7))
        for front in range(0, m, max(1, m // 7))
        for rear in range(0, m, max(1, m // 7))
        for length in range(0, m, max(1, m // 5))
    ]

    def fits(option: str) -> bool:
        return all(_option_value(option, dict(values)) == true(values) for values in grids)

    meaning = f"front 指向队头元素{'的前一个位置' if told['front_before'] else ''}，rear 指向队尾元素{'本身' if told['rear_is_last'] else '的下一个位置'}"
    return Solution(
        answer=formula,
        steps=f"{meaning}，下标对 {_symbols(told)[2]} 取余：{formula}。",
        also=tuple(_written_otherwise(formula)),
        fits=fits if told["choices"] else None,
        conventions=(meaning,),
    )


def _both_conditions(told: Parameters) -> Solution:
    """Which of the options tells when the queue is empty and when it is full."""
    empty, full = _by_formula(told, "empty-condition"), _by_formula(told, "full-condition")

    def fits(option: str) -> bool:
        said = patterns.fullmatch(r"\s*队?空\s*[:：]?(?P<empty>[^;；]+)[;；,，]\s*队?满\s*[:：]?(?P<full>.+)", option)
        if said is None or empty.fits is None or full.fits is None:
            stay_out("an option that is no pair of conditions")
        return empty.fits(said["empty"].strip()) and full.fits(said["full"].strip())

    return Solution(answer="", steps=f"队空：{empty.answer}；队满：{full.answer}。", fits=fits, conventions=empty.conventions)


def solve(told: Parameters) -> Solution:
    """What was asked of a queue, or of several states of it."""
    if "cases" in told:
        return _of_cases([solve(case) for case in told["cases"]])
    after: dict[str, int] = dict(told["asked"])
    asked = list(after)
    formulas = [what for what in asked if what.endswith(("formula", "condition"))]
    if formulas and len(asked) == 1:
        return _by_formula(told, formulas[0])
    if set(asked) == {"empty-condition", "full-condition"} and told["choices"]:
        return _both_conditions(told)
    if "initial" in asked:
        return _initial(told)
    if asked[0] == "capacity" and told["full"] and told["sacrificed"] and told["held"] is not None and told["capacity"] is None:
        told = {**told, "capacity": told["held"] + 1}
    if asked == ["length"] and told["capacity"] is None and told["symbol"] and told["front"] is None and told["rear"] is None:
        return _by_formula(told, "length-formula")
    if asked == ["head"] and told["capacity"] is None and told["symbol"] and told["front"] is None and told["rear"] is None:
        return _by_formula(told, "head-formula")
    if told["capacity"] is None:
        stay_out("the size of the array")
    if asked == ["length"] and _cannot_be_told(told):
        return Solution(
            answer=f"0 或 {told['capacity']}",
            steps=f"front = rear 时队列可能空，也可能满，只凭两个指针分不清：元素个数为 0 或 {told['capacity']}。",
            also=(f"0或{told['capacity']}", f"{told['capacity']}或0", f"{told['capacity']} 或 0"),
            conventions=("若牺牲一个单元区分队空和队满，则只能是 0",),
        )
    queues = {count: _Queue(told, told["operations"][:count]) for count in after.values()}
    queue = _Queue(told, told["operations"])
    values = {what: _formula(told, what)[0] if what in formulas else _value(queues[after[what]], what) for what in asked}
    named = {
        "front": "front = {}",
        "rear": "rear = {}",
        "most": "元素个数 {}",
        "capacity": "容量 {}",
        "free": "还能入队 {} 个",
        "tail": "队尾元素在位置 {}",
        "next": "新元素插入位置 {}",
    }
    if {"front", "rear"} <= set(values):
        order = sorted(("front", "rear"), key=list(told.get("order", ("front", "rear"))).index)
        values = {**{what: values[what] for what in order}, **{what: value for what, value in values.items() if what not in order}}
    if told["full"] and "rear" in values and "length" not in values and told["sacrificed"]:
        values["most"] = str(queue.room)
    if len(values) > 1:
        named |= {"length": "元素个数 {}"}
    sentences = [
        named.get(what, "队头元素在位置 {}" if what == "head" else "{} 个元素" if what == "length" else "{}").format(value)
        for what, value in values.items()
    ]
    if list(values) == ["rear"] and told["held"] is not None and not told["operations"]:
        sentences = [values["rear"]]
    if list(values) == ["length"] and told["full"]:
        sentences = [f"元素个数 {values['length']}"]
    return Solution(
        answer="，".join(sentences) if not formulas and len(values) < 4 else "；".join(sentences),
        steps=queue.steps(),
        also=_also(values, asked),
        conventions=_conventions(told, queue),
    )


def _of_cases(told: list[Solution]) -> Solution:
    values = [(each.also or (each.answer,))[0] for each in told]
    return Solution(
        answer="；".join(each.answer for each in told),
        steps=paragraphs(*dict.fromkeys(each.steps for each in told)),
        also=("；".join(values), "，".join(values)),
        conventions=tuple(dict.fromkeys(convention for each in told for convention in each.conventions)),
    )


def _cannot_be_told(told: Parameters) -> bool:
    """Whether front and rear are alike after many operations, and nothing says whether the queue is full or empty."""
    return bool(
        told["vague"]
        and told["front"] is not None
        and told["front"] == told["rear"]
        and told["held"] is None
        and not (told["operations"] or told["sacrificed"] or told["whole"] or told["full"] or told["empty"] or told["rear_is_last"])
    )


def _value(queue: _Queue, what: str) -> str:
    if what == "capacity":
        return str(queue.size)
    if what == "state":
        if not (queue.told["sacrificed"] or queue.told["whole"]):
            stay_out("when it is full")
        held = queue.value("length")
        return "空" if held == 0 else "满" if held == queue.room else "不空也不满"
    if what in ("is-full", "is-empty"):
        held = queue.value("length")
        if what == "is-full" and not (queue.told["sacrificed"] or queue.told["whole"]):
            stay_out("when it is full")
        yes = held == (queue.room if what == "is-full" else 0)
        return f"{'是' if yes else '不是'}{'满' if what == 'is-full' else '空'}的"
    return str(queue.value(what))


def _also(values: dict[str, str], asked: list[str]) -> tuple[str, ...]:
    if list(values) in (["length"], ["most"]):
        value = next(iter(values.values()))
        return value, f"{value} 个", f"{value}个"
    if len(values) == 1:
        what, value = next(iter(values.items()))
        return value, f"{what} = {value}", f"{what}={value}"
    asked_values = [values[what] for what in asked if what in values]
    orders = [asked_values, list(values.values()), list(reversed(asked_values))] if set(asked) == {"front", "rear"} else [asked_values]
    also = [joint.join(order) for order in orders for joint in (", ", ",", "和", "、")]
    if set(asked) == {"front", "rear"}:
        also = [f"rear = {values['rear']}，front = {values['front']}", f"front = {values['front']}，rear = {values['rear']}", *also[:8]]
    return tuple(also)


def _conventions(told: Parameters, queue: _Queue) -> tuple[str, ...]:
    stated = "按题意" if told["rear_is_last"] is not None else "题目没有说明，按常用约定"
    return (
        f"front 指向队头元素{'的前一个位置' if queue.before else ''}",
        f"{stated}，rear 指向队尾元素{'本身' if queue.last else '的下一个位置'}",
        f"下标从 {queue.base} 到 {queue.size - 1 + queue.base}",
        *(("牺牲一个单元区分队空和队满",) if told["sacrificed"] else ()),
    )


def _initial(told: Parameters) -> Solution:
    """front and rear of an empty queue whose first element is to come to a stated place."""
    first: int = told.get("first_at", 0)
    size, base = told["capacity"], told.get("base", 0)
    if size is not None and not base <= first <= size - 1 + base:
        stay_out("no such place")
    if first > base:
        before = str(first - 1)
    else:
        before = str(size - 1 + base) if size is not None else (told["symbol"] or "n") + ("" if base else "-1")
    front = before if told["front_before"] else str(first)
    rear = before if told["rear_is_last"] else str(first)
    way = "入队时 rear 先加 1 再放元素" if told["rear_is_last"] else "入队时先放元素，rear 再加 1"
    values: list[Any] = [front, rear]
    return Solution(
        answer=f"front = {front}，rear = {rear}",
        steps=f"{way}，下标循环；要使第一个元素放在 {first} 处，rear 开始为 {rear}。入队不改变 front，front 开始为 {front}。",
        also=tuple(joint.join(values) for joint in (", ", ",", "和", "、")),
        conventions=(f"下标从 {base} 起，循环使用",),
    )
