"""Circular queues: the number of elements and the places of front and rear, under the three usual conventions.

After Yan Weimin (数据结构, 循环队列) `front` is the index of the first element and `rear` the index behind the last one; papers also let
`rear` be the index of the last element itself, and keep a slot empty, a count or a flag to tell full from empty.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.drawings.model import Cell, Grid, Row
from engine.generators.alternatives import but_not, first_reading
from engine.generators.chance import Chance
from engine.generators.ds._circular_queue.formulas import formulas, solve_formula
from engine.generators.ds._circular_queue.reading import recognise
from engine.generators.ds._circular_queue.solving import solve
from engine.generators.kind import Generated, Kind, Solver, Wrong
from engine.generators.markdown import paragraphs, table
from engine.generators.variations import solving_variations, with_variations

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


# Room that is used for something else.
_UNREAD = r"其中[有的]?[一二两三四五六七八九\d]个(?:存储)?(?:单元|空间|位置)|损坏|[清排出腾]空(?!间)|[退取拿弹移撤删][走掉去](?!了?[一二两三四五六七八九十\d])|[丢扔][弃掉]|退出|插队|加塞|离[开队]|(?:全部|全都?|所有|都)[^,;。?]{0,4}(?:出队|离开|走)|出队(?:全部|所有|完)"

KIND = Kind(
    name="circular-queue",
    title="循环队列",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"环形数组|循环缓冲|循环队列|环形缓冲|队列|Q\(1|环形队列|队列.*循环|循环.*队列|front.*rear|rear.*front",
        recognise=but_not(_UNREAD)(with_variations(first_reading(recognise, formulas))),
        solve=solving_variations(lambda told: solve_formula(told) if told.get("task") == "formula" else solve(told)),
    ),
)
