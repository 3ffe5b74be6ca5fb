"""Circular queues: the number of elements and the places of front and rear, under the three usual conventions.

After Yan Weimin (数据结构, 循环队列) `front` is the index of the first element and `rear` the index behind the last one; papers also let
`rear` be the index of the last element itself, and keep a slot empty, a count or a flag to tell full from empty.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.drawings.model import Cell, Grid, Row
from engine.generators.chance import Chance
from engine.generators.kind import Generated, Kind, Missing, Parameters, Recognition, Solution, Solver, Wrong
from engine.generators.markdown import paragraphs, table
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

POINT = "ds.stack.queue"


@dataclass(frozen=True, slots=True)
class State:
    """Indices after an operation; `name` is the operation."""

    name: str
    front: int
    rear: int


def length(capacity: int, front: int, rear: int, rear_is_last: bool = False) -> int:
    """The number of elements of a queue in `A[0..capacity-1]`.

    With `rear` behind the last element it is `(rear - front + capacity) % capacity`, which for `front == rear` means empty.
    """
    if rear_is_last:
        return (rear - front + 1 + capacity) % capacity
    return (rear - front + capacity) % capacity


def after(capacity: int, front: int, rear: int, operations: str) -> list[State]:
    """The states while operations run: `+` is an element entering, `-` one leaving."""
    trace = [State("开始", front, rear)]
    for operation in operations:
        if operation == "+":
            rear = (rear + 1) % capacity
        else:
            front = (front + 1) % capacity
        trace.append(State("入队" if operation == "+" else "出队", front, rear))
    return trace


def _near(right: int, capacity: int) -> list[Wrong]:
    counts = [(right + 1, "多数了一个位置"), (right - 1, "少数了一个位置"), (right + 2, "多数了两个位置"), (right - 2, "少数了两个位置")]
    return [Wrong(f"{count} 个", why) for count, why in counts if 0 <= count <= capacity]


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _length(chance)
    if difficulty == 2:
        return _length_to_rear(chance) if chance.one_in(3) else _operations(chance)
    return _initial(chance) if chance.one_in(3) else _last(chance)


def _formula(capacity: int, front: int, rear: int) -> str:
    return f"(rear − front + {capacity}) mod {capacity}，即 {rear} − {front} + {capacity} = {rear - front + capacity}，对 {capacity} 取余得 {length(capacity, front, rear)}"


def _drawing(capacity: int, front: int, rear: int, held: int) -> Grid | None:
    if capacity > 24:
        return None
    used = {(front + number) % capacity for number in range(held)}
    cells = tuple(Cell("●" if index in used else "", "new" if index in used else "plain") for index in range(capacity))
    marks = tuple(Cell(("F" if index == front else "") + ("R" if index == rear else "")) for index in range(capacity))
    return Grid(
        title=f"循环队列：front={front}，rear={rear}，{held} 个元素",
        columns=tuple(str(index) for index in range(capacity)),
        rows=(Row("元素", cells), Row("指针", marks)),
        corner="下标",
        note="F：front，R：rear；下标走到头后回到 0。",
    )


def _length(chance: Chance) -> Generated | None:
    capacity = chance.between(15, 60)
    front, rear = chance.below(capacity), chance.below(capacity)
    if front - rear < 3:
        return None
    right = length(capacity, front, rear)
    wrong = [
        Wrong(f"{front - rear} 个", "用 front 减 rear，减反了"),
        Wrong(f"{(rear - front + capacity + 1) % capacity} 个", "把 rear 当成指向队尾元素，多加了 1"),
        Wrong(f"{(rear - front + capacity - 1) % capacity} 个", "取模时用了容量减 1，少算了一个"),
        Wrong(f"{(rear + front) % capacity} 个", "把两个下标加起来取模"),
        *_near(right, capacity),
    ]
    return Generated(
        point=POINT,
        stem=(
            f"某循环队列存放在数组 A[0..{capacity - 1}] 中，front 指向队头元素，rear 指向队尾元素的下一个位置。"
            f"若当前 front = {front}，rear = {rear}，则队列中元素的个数为"
        ),
        right=f"{right} 个",
        wrong=wrong,
        steps=paragraphs(f"元素个数为 {_formula(capacity, front, rear)}。", f"队列中有 {right} 个元素。"),
        parameters={"task": "length", "capacity": capacity, "front": front, "rear": rear},
        drawing=_drawing(capacity, front, rear, right),
    )


def _pair(front: int, rear: int) -> str:
    return f"front = {front}，rear = {rear}"


def _operations(chance: Chance) -> Generated | None:
    capacity = chance.between(6, 20)
    front = chance.below(capacity)
    held = chance.between(2, capacity - 4)
    rear = (front + held) % capacity
    enters, leaves = chance.between(2, 5), chance.between(2, 4)
    if leaves > held or held + enters > capacity - 1:
        return None
    operations = "-" * leaves + "+" * enters
    trace = after(capacity, front, rear, operations)
    last = trace[-1]
    if last.front >= front and last.rear >= rear:
        return None  # nothing wraps round
    one_less, one_more = capacity - 1, capacity + 1
    wrong = [
        Wrong(_pair((front + leaves) % one_less, (rear + enters) % one_less), "取模用了最大下标，而不是容量"),
        Wrong(_pair((front + enters) % capacity, (rear + leaves) % capacity), "入队动了 front，出队动了 rear"),
        Wrong(_pair((front + leaves) % one_more, (rear + enters) % one_more), "取模用了容量加 1"),
        Wrong(_pair((front - leaves) % capacity, (rear + enters) % capacity), "出队时 front 往回退"),
        Wrong(_pair((front + leaves) % capacity, (rear + enters + 1) % capacity), "入队多移了一个位置"),
        Wrong(_pair((front + leaves) % capacity, (rear + enters - 1) % capacity), "入队少移了一个位置"),
    ]
    rows = [(state.name, state.front, state.rear) for state in trace]
    return Generated(
        point=POINT,
        stem=(
            f"某循环队列存放在数组 A[0..{capacity - 1}] 中，front 指向队头元素，rear 指向队尾元素的下一个位置，当前 front = {front}，rear = {rear}。"
            f"依次出队 {leaves} 个元素、再入队 {enters} 个元素后，front 和 rear 的值为"
        ),
        right=_pair(last.front, last.rear),
        wrong=wrong,
        steps=paragraphs(
            f"出队时 front 加 1、入队时 rear 加 1，结果都对 {capacity} 取余：",
            table(("操作", "front", "rear"), rows),
            f"所以 {_pair(last.front, last.rear)}。",
        ),
        parameters={"task": "operations", "capacity": capacity, "front": front, "rear": rear, "leaves": leaves, "enters": enters},
        drawing=_drawing(capacity, last.front, last.rear, held - leaves + enters),
    )


def _length_to_rear(chance: Chance) -> Generated | None:
    capacity, held = chance.between(12, 50), chance.between(5, 40)
    front = chance.below(capacity)
    if held >= capacity or front + held < capacity + 2:
        return None
    rear = (front + held) % capacity
    numbers = [
        ((front + held - 1) % capacity, "求成了队尾元素自己的位置"),
        ((front + held) % (capacity - 1), "取模用了最大下标，而不是容量"),
        ((front + held + 1) % capacity, "多移了一个位置"),
        ((front - held) % capacity, "从 front 往回数"),
        ((front + held) % (capacity + 1), "取模用了容量加 1"),
        (rear + 2, "多数了两个位置"),
        (abs(rear - 2), "少数了两个位置"),
    ]
    return Generated(
        point=POINT,
        stem=(
            f"某循环队列存放在数组 A[0..{capacity - 1}] 中，front 指向队头元素，rear 指向队尾元素的下一个位置。"
            f"若队列中有 {held} 个元素且 front = {front}，则 rear 的值为"
        ),
        right=str(rear),
        wrong=[Wrong(str(number), why) for number, why in numbers],
        steps=paragraphs(
            f"从 front 起向后数 {held} 个位置：{front} + {held} = {front + held}，对 {capacity} 取余。", f"rear 的值为 {rear}。"
        ),
        parameters={"task": "rear", "capacity": capacity, "front": front, "held": held},
        drawing=_drawing(capacity, front, rear, held),
    )


def _last(chance: Chance) -> Generated | None:
    """`rear` is the index of the last element, and elements go and come before the count is asked."""
    capacity = chance.between(15, 60)
    front, rear = chance.below(capacity), chance.below(capacity)
    leaves, enters = chance.between(2, 6), chance.between(2, 6)
    held = length(capacity, front, rear, rear_is_last=True)
    right = held - leaves + enters
    if rear >= front or held <= leaves + 1 or right >= capacity - 1 or leaves == enters:
        return None
    wrong = [
        Wrong(f"{right - 1} 个", "把 rear 当成指向队尾的下一个位置，少了 1"),
        Wrong(f"{held} 个", "没有算上后来的出队和入队"),
        Wrong(f"{held + leaves - enters} 个", "把入队和出队的个数弄反了"),
        Wrong(f"{abs(front - rear - 1 - leaves + enters)} 个", "用 front 减 rear，减反了"),
        *_near(right, capacity),
    ]
    return Generated(
        point=POINT,
        stem=(
            f"某循环队列存放在数组 A[0..{capacity - 1}] 中，非空时 front 指向队头元素，rear 指向队尾元素。当前 front = {front}，rear = {rear}，"
            f"再出队 {leaves} 个元素、入队 {enters} 个元素（未溢出）后，队列中元素的个数为"
        ),
        right=f"{right} 个",
        wrong=wrong,
        steps=paragraphs(
            f"rear 指向队尾元素本身，所以要加 1：{rear} − {front} + 1 + {capacity} = {rear - front + 1 + capacity}，对 {capacity} 取余，原有 {held} 个元素。",
            f"出队 {leaves} 个、入队 {enters} 个后有 {held} − {leaves} + {enters} = {right} 个元素，即 {right} 个。",
        ),
        parameters={"task": "last", "capacity": capacity, "front": front, "rear": rear, "leaves": leaves, "enters": enters},
    )


def _initial(chance: Chance) -> Generated | None:
    """Where front and rear must stand so that the first element goes to a given slot."""
    capacity, slot = chance.between(20, 100), chance.below(16)
    rear_is_last = chance.one_in(2)
    if slot >= capacity:
        return None
    front, rear = slot, ((slot - 1) % capacity if rear_is_last else slot)
    meaning = "rear 指向队尾元素" if rear_is_last else "rear 指向队尾元素的下一个位置"
    pairs = [
        ((slot, slot), "把 rear 当成指向下一个空位" if rear_is_last else ""),
        ((slot, (slot - 1) % capacity), "把 rear 当成指向队尾元素本身"),
        (((slot - 1) % capacity, slot), "front 和 rear 弄反了"),
        (((slot - 1) % capacity, (slot - 1) % capacity), "以为入队时两个指针都要加 1"),
        ((slot, (slot + 1) % capacity), "写成了第一个元素入队之后的 rear"),
        (((slot + 1) % capacity, slot), "把 front 移到了第一个元素之后"),
    ]
    wrong = [Wrong(_pair(*pair), why) for pair, why in pairs if pair != (front, rear)]
    reason = (
        "入队时 rear 先加 1 再写入，所以 rear 应是前一个位置"
        if rear_is_last
        else "入队时先写入 rear 所指的位置再加 1，所以 rear 就是这个位置"
    )
    return Generated(
        point=POINT,
        stem=(
            f"某循环队列存放在数组 A[0..{capacity - 1}] 中，非空时 front 指向队头元素，{meaning}。初始为空，要求第一个入队的元素存放在 A[{slot}]，"
            "则初始时 front 和 rear 的值为"
        ),
        right=_pair(front, rear),
        wrong=wrong,
        steps=paragraphs(
            f"第一个元素入队后是队头，front 不因入队而变，所以 front 初始就指向 {slot}。", f"{reason}。", f"初始时 {_pair(front, rear)}。"
        ),
        parameters={"task": "initial", "capacity": capacity, "slot": slot, "rear_is_last": rear_is_last},
    )


# --- solving -----------------------------------------------------------------------------------------------------------------------

_SET = r"(?:的?当前值|的?值)?(?:分别)?\s*(?:=|为|是|等于)\s*"


def _recognise(text: str) -> Recognition | None:
    # Before reading: an index range is not an ellipsis.
    text = re.sub(r"(?<!\d)0\s*(?:\.{2,3}|…+|~|-|至|到)\s*(\d+)(?:\]|(?!\d))", r"下标零起至\1。", text)
    text = re.sub(r"(?<!\d)0\s*(?:\.{2,3}|…+|~|-|至|到)\s*(?:m|n|maxsize)\s*-\s*1", "。", text, flags=re.IGNORECASE)
    reading = Reading(text)
    operations = _told_operations(reading)
    held_count = reading.take_one(
        r"(?<![A-Za-z])(?:qu?e?u?e?len|quelen|qlen|len(?:gth)?|count|size)\s*(?:=|为|是)\s*(?P<value>\d+)", to_int
    )
    if held_count is None:
        held_count = reading.take_one(r"队列(?:的)?(?:当前)?(?:长度|长)(?:为|是|=)?(?P<value>\d+)(?=[,;。])(?=.*(?:队头|队首))", to_int)
    pointers_asked = reading.take_all(
        r"(?:则|此时|这时|那么)?(?:front\s*(?:和|与|、|,)\s*rear|rear\s*(?:和|与|、|,)\s*front)(?:的)?(?:值)?(?:各|分别|各自)*(?:是|为|等于|变成|变为)*(?:多少|几|什么)"
    )
    first_asked = reading.take_all(
        r"(?:则|那么)?(?:队头|队首|第一个)(?:元素)?(?:的|所在的?|在(?:数组)?(?:中)?(?:的)?)?(?:存储)?(?:位置|下标)(?:是|为|在)?(?:多少|几|哪里|哪)?|(?:则|那么)?(?:队头|队首)元素在(?:哪|什么位置|哪个位置)"
    )
    reading.refuse(r"链|双端|初始|最多|tag|标志|计数|size|length|溢出|满|空(?!间)|头结点|入队|进队|出队|插入|删除|牺牲")
    named = reading.take_all(r"循环(?:顺序)?队列|环形队列|循环存储|循环(?:使用|利用)|循环数组")
    capacity = reading.take_one(
        (
            rf"(?:存储空间|空间|容量|数组长度|数组大小|大小|长度|最大容量|队列长度|数组的大小)(?:的?大小)?(?:\s*[mn])?\s*(?:为|是|=)\s*(?P<value>{INTEGER})(?:个(?:元素|单元|位置))?",
            rf"(?:长度|大小|容量)为?(?P<value>{INTEGER})的(?:一维)?(?:数组|循环队列)",
            rf"(?<![A-Za-z])m(?:axsize)?\s*=\s*(?P<value>{INTEGER})",
        ),
        to_int,
    )
    last_index = reading.take_one(r"[A-Za-z]?(?:的)?(?:下标(?:范围)?(?:为|是|从)?)?下标零起至(?P<value>\d+)", to_int)
    if last_index is not None:
        if capacity is not None and capacity != last_index + 1:
            stay_out("two capacities")
        capacity = last_index + 1
    both = reading.take(
        rf"(?:头尾指针|队头队尾指针|指针)?\s*front\s*(?:和|与|、|,)\s*rear{_SET}(?P<one>\d+)\s*(?:和|与|、|,)\s*(?P<two>\d+)"
    )
    front = reading.take_one(
        (rf"(?:队头|队首|头)?(?:指针)?\s*f(?:ront)?{_SET}(?P<value>\d+)", rf"(?:队头|队首|头)指针{_SET}(?P<value>\d+)"), to_int
    )
    rear = reading.take_one((rf"(?:队尾|尾)?(?:指针)?\s*r(?:ear)?{_SET}(?P<value>\d+)", rf"(?:队尾|尾)指针{_SET}(?P<value>\d+)"), to_int)
    if both:
        if front is not None or rear is not None:
            stay_out("front and rear twice")
        front, rear = int(both["one"]), int(both["two"])
    next_slot = reading.take_all(
        r"(?:rear|队尾指针|尾指针)(?:始终|总是)?指(?:向|示|着|到)?(?:队尾)(?:元素)?(?:的|后)?(?:下一个?|后一个?|下一)(?:位置|单元|空位|元素的位置)"
    )
    at_last = reading.take_all(
        r"(?:rear|队尾指针|尾指针)(?:始终|总是)?指(?:向|示|着|到)?(?:队尾)(?:元素)?(?:所在)?(?:的?(?:当前)?位置|本身)?(?!的|后|之|下|前)"
    )
    both_at = reading.take(
        r"(?:且|,|和|其中)?\s*front(?:和|与|、)rear分别指(?:向|示)(?:队头|队首)(?:元素)?(?:和|与|、)队尾(?:元素)?(?P<next>的(?:下一个?|后一个?)(?:位置|单元))?(?!的|后|之|下|前)"
    )
    reading.take_all(
        r"(?:front|队头指针|头指针)(?:始终|总是)?指(?:向|示|着|到)?(?:队头|队首)(?:元素)?(?:所在)?(?:的?(?:当前)?位置|本身)?(?!的|后|之|下|前)"
    )
    rear_is_last = bool(at_last) or (both_at is not None and not both_at["next"])
    if rear_is_last and (next_slot or (both_at is not None and both_at["next"])):
        stay_out("rear points to two places")
    asked = reading.take_all(
        r"(?:队列|其|表|队)?(?:中|里|内)?(?:的|共有|含有|有|存有|当前)*(?:元素)(?:的)?(?:个数|数目|数量|总数|数)|(?:多少|几)个?(?:元素|数据元素)|元素(?:共)?有(?:多少|几)个|队列(?:的)?(?:长度|长)(?!度?\s*\d)"
    )
    reading.take_all(r"(?:一维)?数组\s*[A-Z]?|(?<![A-Za-z0-9])[AQ](?![A-Za-z0-9])")
    reading.finish(
        "循环 队列 队 元素 存放 存储 存 保存 顺序存储 存储于 存放在 放在 存于 下标 当前 某时刻 某一时刻 时刻 存储结构 实现 表示 长 头尾指针 指针 值 数据元素 变量 队头 队尾 循环存储 依次 此时 各"
    )
    if held_count is not None or first_asked:
        return (
            _first(capacity, held_count, rear, rear_is_last, bool(next_slot))
            if _only(named, first_asked, front, operations, asked, pointers_asked)
            else None
        )
    if operations or pointers_asked:
        if not (operations and pointers_asked) or asked or capacity is None or front is None or rear is None:
            return None
        return _moved(capacity, front, rear, rear_is_last, operations)
    if not named or not asked or front is None or rear is None:
        return None
    understood: tuple[tuple[str, str], ...] = (
        ("front", str(front)),
        ("rear", str(rear)),
        ("rear 的含义", "队尾元素" if rear_is_last else "队尾元素的下一个位置"),
    )
    parameters = {
        "front": front,
        "rear": rear,
        "rear_is_last": rear_is_last,
        "stated": rear_is_last or bool(next_slot) or both_at is not None,
    }
    if capacity is None:
        return Recognition(
            parameters=parameters, understood=understood, missing=(Missing("capacity", "数组的容量是多少？", "数组长度为{}"),)
        )
    if not (2 <= capacity <= 10**6 and front < capacity and rear < capacity):
        return None
    if rear_is_last and (rear + 1) % capacity == front:
        return None  # full or empty, which cannot be told
    return Recognition(parameters={**parameters, "capacity": capacity}, understood=(("容量", str(capacity)), *understood))


def _told_operations(reading: Reading) -> str:
    """The insertions `+` and removals `-` that the text tells, in order; taken."""
    found = reading.take_all(
        rf"(?:若|当|再|又|然后|接着|先|从(?:队列|队)(?:中|里)?|并|后|经过|依次|连续)*(?:(?P<remove>删除|删去|取出|出队|退队|移出)|(?P<insert>加入|插入|入队|进队|添加|存入))(?:了)?(?P<count>{INTEGER})个(?:元素|数据)?(?:入队|出队|进队)?(?:之)?后?"
    )
    if any(to_int(match["count"]) > 1000 for match in found):
        stay_out("so many operations")
    return "".join(("-" if match["remove"] else "+") * to_int(match["count"]) for match in found)


def _moved(capacity: int, front: int, rear: int, rear_is_last: bool, operations: str) -> Recognition:
    """Where front and rear are after operations."""
    if not (2 <= capacity <= 10**6 and front < capacity and rear < capacity):
        stay_out("an index outside")
    held = length(capacity, front, rear, rear_is_last)
    for operation in operations if held % capacity else "":
        held += 1 if operation == "+" else -1
        if not 0 <= held <= capacity:
            stay_out("more than there is")
    return Recognition(
        parameters={"task": "moved", "capacity": capacity, "front": front, "rear": rear, "operations": operations},
        understood=(
            ("容量", str(capacity)),
            ("front", str(front)),
            ("rear", str(rear)),
            ("操作", "、".join("入队" if operation == "+" else "出队" for operation in operations)),
        ),
    )


def _only(named: object, first_asked: object, front: int | None, operations: str, asked: object, pointers_asked: object) -> bool:
    """Whether the first element's place is all that is asked."""
    return bool(named) and bool(first_asked) and front is None and not operations and not asked and not pointers_asked


def _first(capacity: int | None, held: int | None, rear: int | None, rear_is_last: bool, next_slot: bool) -> Recognition:
    """Where the first element is, of a queue that keeps its rear and its length."""
    if capacity is None or held is None or rear is None or rear_is_last == next_slot:
        stay_out("what rear points to decides")
    if not (2 <= capacity <= 10**6 and rear < capacity and 1 <= held <= capacity):
        stay_out("an index outside")
    return Recognition(
        parameters={"task": "first", "capacity": capacity, "held": held, "rear": rear, "rear_is_last": rear_is_last},
        understood=(
            ("容量", str(capacity)),
            ("元素个数", str(held)),
            ("rear", str(rear)),
            ("rear 的含义", "队尾元素" if rear_is_last else "队尾元素的下一个位置"),
        ),
    )


def _solve(parameters: Parameters) -> Solution:
    if parameters.get("task") == "moved":
        states = after(parameters["capacity"], parameters["front"], parameters["rear"], parameters["operations"])
        rows = [(state.name, state.front, state.rear) for state in states]
        return Solution(
            answer=f"rear = {states[-1].rear}，front = {states[-1].front}",
            steps=paragraphs(
                f"入队 rear 加 1，出队 front 加 1，都对 {parameters['capacity']} 取余：", table(("操作", "front", "rear"), rows)
            ),
            conventions=("入队只移动 rear，出队只移动 front，都加 1",),
        )
    if parameters.get("task") == "first":
        capacity, held, rear = parameters["capacity"], parameters["held"], parameters["rear"]
        more = 1 if parameters["rear_is_last"] else 0
        value = rear - held + more + capacity
        return Solution(
            answer=f"队头元素在位置 {value % capacity}",
            steps=f"队头位置 = (rear − 元素个数{' + 1' if more else ''} + {capacity}) mod {capacity}。{rear} − {held}{' + 1' if more else ''} + {capacity} = {value}，对 {capacity} 取余得 {value % capacity}。",
            also=(str(value % capacity),),
            conventions=(f"下标从 0 到 {capacity - 1}", f"rear 指向队尾元素{'本身' if more else '的下一个位置'}"),
        )
    capacity, front, rear = parameters["capacity"], parameters["front"], parameters["rear"]
    last = parameters["rear_is_last"]
    held = length(capacity, front, rear, last)
    extra = " + 1" if last else ""
    value = rear - front + capacity + int(last)
    stated = "按题意" if parameters["stated"] else "题目没有说明，按常用约定"
    return Solution(
        answer=f"{held} 个元素",
        steps=f"元素个数 = (rear − front{extra} + {capacity}) mod {capacity}。{rear} − {front}{extra} + {capacity} = {value}，对 {capacity} 取余得 {held}。",
        conventions=(
            "front 指向队头元素",
            f"{stated}，rear 指向队尾元素{'本身' if last else '的下一个位置'}",
            *(() if last else ("front 与 rear 相等表示队空",)),
        ),
        drawing=_drawing(capacity, front, rear, held),
    )


KIND = Kind(
    name="circular-queue",
    title="循环队列",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(hint=r"循环队列|环形队列|队列.*循环|循环.*队列|front.*rear|rear.*front", recognise=_recognise, solve=_solve),
)
