"""Reading problems about circular queues: what front and rear point to, what is given, and which of the rest is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.generators.ds._clauses import finish, opened
from engine.generators.kind import Missing, Recognition
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

_SET = r"(?:的?当前|的?现在|目前|此时|现在)?(?:的?(?:值|下标|位置))?(?:当前|现在|此时)?(?:分别)?(?:都)?\s*(?:=|==|为|是|等于|在|指(?:在|到|着)(?:下标)?)\s*"
_AND = r"\s*(?:和|与|、|,|跟|及)\s*"
_HEAD = r"(?:队列?)?(?:的)?(?:队头|队首|头部?|首)"
_TAIL = r"(?:队列?)?(?:的)?(?:队尾|尾部?|末)"
_POINTS = r"(?:始终|总是|一直|均|都|\()?(?:指向|指示|指着|指到|指的是|指在|指|表示)(?:的是)?(?:当前|着|了)?"
_FIRST = rf"{_HEAD}(?:的)?(?:数据)?(?:元素|结点)?"
_LAST = rf"{_TAIL}(?:的)?(?:数据)?(?:元素|结点)?"
_ITSELF = r"(?:(?:所在)?(?:的)?(?:当前|实际|真实)?(?:位置|单元)|本身|自己)?(?!的?(?:前|上|下|后|之))"
_BEFORE = r"(?:所在位置)?(?:的|之)?(?:前(?:面)?(?:的)?(?:那)?(?:一)?个?|上一个?)(?:位置|单元|空位|格子?)?"
_NEXT = r"(?:所在位置)?(?:的|之)?(?:(?:下|后|下面|后面|后边)(?:的)?(?:那)?(?:一)?个?)(?:空|空闲|可用|待插入)?(?:的)?(?:位置|单元|空位|格子?|元素位置|元素的位置|元素)?"
_SPACE = r"(?:存储|储存)?(?:单元|空间|位置|元素空间|格子?)"
_OWN = """
循环 队列 队 元素 元素个数 存放 存储 存 保存 顺序存储 存储于 存放在 放在 存于 下标 当前 某时刻 某一时刻 时刻 存储结构 实现 表示 长 头尾指针 队头队尾指针 指针 变量 队头 队尾 循环存储 循环队列 环形队列 依次 此时 各 一维 一维数组 数组 顺序 数据 容量 大小 长度 设 两个 变量 和 队中
设成 该设成 就是队头元素的位置 一样 循环用的 用的 同时 队头元素 队尾元素 本身 空间 存储空间 作 作为 当 当作 开 开了 作队列 队列中 用来 初始 分别 元素 存储循环队列 存放循环队列 变成 变为 变成了 应 应为 值 的值 操作 之后 是多少 入队 出队 里 有 连续 先 再 共 位置 头 尾 头指针 尾指针 非空 非空时 现 现在 下 采用 办法 总共 个 顺序队列 队列元素 开始 编号 存放元素 最后 整数 逻辑
"""


@dataclass(frozen=True, slots=True)
class Pointing:
    """What the indices point to as stated; None where it is not."""

    front_before: bool | None
    rear_is_last: bool | None


def _renamed(text: str) -> str:
    """The text with index ranges and the names of the two indices written in one way."""
    # Before reading: an index range is not an ellipsis.
    text = re.sub(r"(?<!\d)0\s*(?:\.{2,3}|…+|~|-+|—+|至|到|:)\s*(\d+)(?:[\])]|(?!\d))", r"下标零起至\1。", text)
    text = re.sub(r"(?<!\d)0\s*(?:\.{2,3}|…+|~|-|至|到|:)\s*(?:m|n|maxsize|M|N)\s*-\s*1", "。", text, flags=re.IGNORECASE)
    text = re.sub(r"队首", "队头", text)
    for name, word in (("front", "(?:队头|头)"), ("rear", "(?:队尾|尾)")):
        text = re.sub(
            rf"{name}(?:分别)?(?:为|是|作为|表示|指)?{word}(?:部)?(?:指针|指示器|游标)|{word}(?:部)?(?:指针|指示器|游标)(?:为|是)?\s*\(?{name}\)?(?!\s*=)|{word}(?:部)?(?:指针|指示器|游标)(?=\s*{name})|{word}(?:部)?(?:指针|指示器|游标)",
            f"{name}",
            text,
            flags=re.IGNORECASE,
        )
        text = re.sub(rf"{name}\s*{name}", name, text, flags=re.IGNORECASE)
    return re.sub(
        rf"front{_AND}rear(?:分别|依次|各)*(?:为|是|作为|表示|指)(?:队列的?)?(?:队头|头)(?:指针)?[和与、]?(?:rear|队尾指针|尾指针)|(?:头尾|首尾|队头队尾|队头、队尾)指针(?:分别)?(?:为|是)?(?=\s*front)",
        "front和rear",
        text,
    )


def _pointing(reading: Reading) -> Pointing:
    before: set[bool] = set()
    last: set[bool] = set()
    for match in reading.take_all(
        rf"(?:front{_AND}rear|rear{_AND}front)?(?:分别|依次){_POINTS}{_FIRST}(?P<before>{_BEFORE})?(?:和|与|、|及){_LAST}(?P<next>{_NEXT})?(?!的|后|之|下|前)"
    ):
        if not match[0].startswith(("front", "rear")) or match[0].startswith("rear"):
            stay_out("which points where")
        before.add(bool(match["before"]))
        last.add(not match["next"])
    if reading.take(
        rf"(?<=\d)\s*(?:就是|即|也就是|正是|指向|指着){_LAST}(?:所在)?(?:的)?(?:数组)?(?:下标|位置|单元)?(?!的?[上下前后所位])"
    ) or reading.take(
        rf"rear(?:就是|即|也就是|记录|记着?|保存|存|给出)(?:的)?(?:是)?{_LAST}(?:所在)?(?:的)?(?:数组)?(?:下标|位置|单元)(?!的?[上下前后])"
    ):
        last.add(True)
    for match in reading.take_all(rf"front\(?{_POINTS}{_FIRST}(?:(?P<before>{_BEFORE})|{_ITSELF})\)?"):
        before.add(bool(match["before"]))
    for match in reading.take_all(
        rf"rear\(?{_POINTS}(?:{_LAST}(?:(?P<next>{_NEXT})|{_ITSELF})|(?P<free>(?:下一个?)(?:空|空闲|可用|可以?(?:存放|插入)?|待(?:插入|存放)|要(?:插入|存放|放|入队))(?:的)?(?:元素)?(?:的)?(?:位置|单元|空位|格子?)?))\)?"
    ):
        last.add(not (match["next"] or match["free"]))
    if len(before) > 1 or len(last) > 1:
        stay_out("an index points to two places")
    return Pointing(next(iter(before), None), next(iter(last), None))


def _capacity(reading: Reading) -> int | None:
    capacity = reading.take_one(
        (
            rf"(?:存储空间|空间|容量|数组长度|数组大小|大小|长度|最大容量|队列长度|数组的大小|数组容量)(?:的?大小)?(?:\s*(?:maxsize|[mn]))?\s*(?:为|是|=|只有|有)?\s*(?P<value>{INTEGER})(?:个(?:数据)?(?:元素|单元|位置|空间))?(?!\s*[,、]\s*队头)(?=的|[,;。:()\s]|$|front|rear|现|数组|个)",
            rf"(?<!\d)(?P<value>{INTEGER})个(?:单元|位置|存储单元|空间|格子?)(?:的)?",
            rf"(?:长度|大小|容量|长)为?(?P<value>{INTEGER})的(?:一维)?(?:数组|循环队列|环形队列)?",
            rf"(?<![A-Za-z])(?:m|n|maxsize|MAXSIZE|size)\s*=\s*(?P<value>{INTEGER})",
            r"(?:数组|[QAqa])(?:\[|\()?(?P<value>\d+)(?:\]|\))?(?=存放|存储|作|的循环|实现|里|中|循环)",
        ),
        to_int,
    )
    last_index = reading.take_one(
        r"[A-Za-z]*\(?(?:的)?(?:(?:下标|序号|编号|位置|单元)(?:范围)?(?:为|是|从)*)?下标零起至(?P<value>\d+)", to_int
    )
    if last_index is not None:
        if capacity not in (None, last_index, last_index + 1):
            stay_out("two capacities")
        if capacity == last_index:
            stay_out("two capacities")
        capacity = last_index + 1
    return capacity


def told_operations(reading: Reading) -> str:
    """The insertions `+` and removals `-` that the text tells, in order; taken.

    Raises:
        StayOut: there are too many to tell.
    """
    found = reading.take_all(
        rf"(?:若|当|再|又|然后|接着|先|从(?:队列|队)(?:中|里)?|并|后|经过|依次|连续|连着|进行|经|了)*(?:(?P<remove>删除|删去|取出|出队|退队|移出|出列|出)|(?P<insert>加入|插入|入队|进队|添加|存入|入列|入|进))(?:了)?(?P<count>{INTEGER})(?:个|次)(?:元素|数据)?(?:(?:入队|出队|进队)(?!了?\d|了?[一二两三四五六七八九十]))?(?:之)?后?"
        rf"|(?:再|又|然后|接着|先)*(?P<other>{INTEGER})(?:个(?:元素)?|次)(?:(?P<taken>出队|删除)|(?P<added>入队|进队|插入))(?:操作)?(?:之)?后?"
    )
    told = ""
    for match in found:
        count = to_int(match["count"] or match["other"])
        if count > 1000:
            stay_out("so many operations")
        told += ("-" if match["remove"] or match["taken"] else "+") * count
    return told


def recognise(text: str) -> Recognition | None:
    """A problem about one circular queue; None where something needed is missing."""
    reading = opened(_renamed(text))
    named = reading.take_all(r"(?:循环|环形|环状)(?:的)?(?:顺序)?队列|循环存储|循环(?:使用|利用|用)|循环数组")
    sacrificed = reading.take_all(
        rf"(?:采用|用|约定|规定|以|若|如果|要|通过)*(?:牺牲|少用|空出|浪费|留出?|空|闲置|空闲|空着)(?:掉|了|出|着)?(?:一|1)个?(?:数组|元素|空闲|空)?(?:的)?(?:{_SPACE}|不用)(?:不用|不存)?(?:的)?(?:方法|办法|方式|策略|法)?(?:,)?(?:来|以|去|用来|用于)?(?:区分|区别|判断|判别|判定)?(?:开)?(?:队列?)?(?:的)?(?:队?空|队?满)?(?:和|与|还是|、|或)*(?:的)?(?:队?满|队?空)?(?:的)?(?:方法|办法|方式|状态|情况)?"
    )
    reading.take_all(
        r"(?:当)?\s*front\s*==?\s*rear\s*(?:时)?(?:,)?(?:表示|为|则|是|即)*(?:队列?)?(?:为)?空|队(?:列)?空(?:的)?(?:条件|标志)(?:是|为)\s*front\s*==?\s*rear"
    )
    initial = reading.take(
        r"(?:若|且|要求|,|如果|规定|约定|想让|希望|使|让)*(?:第\s*[1一]|首)个?(?:进入|进|入)(?:队列?)?(?:的)?(?:元素|数据)?(?:要|应该?|正好)*(?:存储|存放|放|存|保存|落)(?:在|到|于)\s*[A-Za-z]*\s*\(?0\)?(?:号)?(?:处|位置|单元|中|里|下标)*"
    )
    reading.take_all(
        r"(?:已|现)?经过?(?:了)?(?:若干次?|一系列|多次|许多次|一些|一段时间)的?(?:入队|进队)(?:和|与|、|及)?(?:出队|退队)(?:操作|运算)?(?:之?后)?"
    )
    operations = told_operations(reading)
    held = reading.take_one(
        (
            r"(?<![A-Za-z])(?:qu?e?u?e?len|quelen|qlen|len(?:gth)?|count|size)\s*(?:=|为|是)\s*(?P<value>\d+)",
            rf"(?:当前|现在|目前|队中|里面|里|已经?|共|有|存|含|放|装|了)+(?P<value>{INTEGER})个(?:数据)?元素(?:了)?(?!的循环|的队列|的空间)",
            r"(?:队列|元素)(?:的)?(?:当前)?(?:长度|长|个数|数目)(?:为|是|=)?(?P<value>\d+)(?=[,;。])(?=.*(?:队头|rear|front))",
        ),
        to_int,
    )
    if held is None and reading.has(rf"{INTEGER}个(?:单元|位置|空间|格子?)|下标零起至|数组长度|容量|(?<![A-Za-z])[mn]\s*=\s*\d"):
        # Where the array's size is told apart, a bare length is the queue's.
        held = reading.take_one(
            r"(?<=[,;。、且和])(?:当前|现在?|此时|队列的?)*(?:长度|长)(?:为|是|=)?\s*(?P<value>\d+)(?!个?(?:单元|位置|的))", to_int
        )
    reading.take_all(
        r"(?:不|没有?)(?:用|设|要|使用|保留|单设|再设)(?:队头指针|头指针|front)|(?:只|仅)(?:用|记|设|保存|记录|保留)(?:着|了|下)?(?:队?尾(?:元素)?(?:的)?(?:位置|下标|指针)|rear)(?:和|与|、|及|以及)(?:队列?)?(?:中)?(?:的)?(?:元素个数|元素的?个数|长度|计数|(?<![A-Za-z])(?:length|count|size|len|quelen|num)(?![A-Za-z]))"
        if held is not None
        else r"(?!)"
    )
    reading.take_all(
        r"(?:和)?(?:队列?)?(?:元素)?(?:长度|个数)?(?<![A-Za-z])(?:length|count|size)(?![A-Za-z])(?:个数|表示(?:队列)?长度)?"
        if held is not None
        else r"(?!)"
    )
    pointing = _pointing(reading)
    full = reading.take_all(
        r"队(?:列)?(?:已)?满(?:了)?(?:时|的时候|的情况下)?|(?:队列)?(?:最多|至多)(?:能|可以?|只能|同时)*(?:存放?|放|容纳|装|有)(?:多少|几)?个?(?:元素)?"
    )
    reading.take_all(
        r"(?:(?:队列?)?(?:不|非)(?:为)?空(?:的)?(?:时候|时)?)|(?:初始(?:时|状态)?)?(?:队列?)?(?:为|是)?空(?!间)(?:队列?)?(?:的)?(?:时)?|初始(?:时|状态)?|初值"
    )
    if not full:
        reading.refuse(r"最多|至多")
    reading.refuse(
        r"链|双端|tag|标志|计数|溢出|满|头结点|入队|进队|出队(?!\ue000)|插入|删除" if not initial else r"链|双端|tag|标志|溢出|满"
    )
    capacity = _capacity(reading)
    reading.take_all(r"(?:也)?就是(?:队头|队尾)(?:元素)?的?(?:位置|下标)")
    both = reading.take(rf"front{_AND}rear{_SET}(?P<one>\d+){_AND}(?P<two>\d+)")
    swapped = reading.take(rf"rear{_AND}front{_SET}(?P<one>\d+){_AND}(?P<two>\d+)") if both is None else None
    same = reading.take(r"front\s*==?\s*rear\s*==?\s*(?P<value>\d+)") if both is None and swapped is None else None
    front = reading.take_one((rf"(?<![A-Za-z])f(?:ront)?{_SET}(?P<value>\d+)", r"(?<![A-Za-z])front(?P<value>\d+)"), to_int)
    rear = reading.take_one((rf"(?<![A-Za-z])r(?:ear)?{_SET}(?P<value>\d+)", r"(?<![A-Za-z])rear(?P<value>\d+)"), to_int)
    for match, names in ((both, ("one", "two")), (swapped, ("two", "one")), (same, ("value", "value"))):
        if match:
            if front is not None or rear is not None:
                stay_out("front and rear twice")
            front, rear = int(match[names[0]]), int(match[names[1]])
    counted = reading.take_all(
        r"(?:队列|其|表|队)?(?:中|里|内|的)*(?:共有|含有|有|存有|当前|实际)*(?:元素)(?:的)?(?:个数|数目|数量|总数|数)|(?:多少|几)个?(?:元素|数据元素)|(?:有|存|装|放)(?:了)?(?:多少|几)个(?!单元|位置)(?:元素)?|元素(?:共)?有?(?:多少|几)个|队列?(?:中|的)?(?:当前|实际)?(?:长度|长)(?!度?\s*\d)|\(\s*\)个元素"
    )
    first_asked = reading.take_all(
        r"(?:队头|第一个)(?:元素)?(?:的|所在的?|在(?:数组)?(?:中)?(?:的)?)*(?:存储|数组)?(?:的)?(?:位置|下标)|队头(?:元素)?(?:在|位于|存在|放在|存放在)(?:数组)?(?:中)?(?:的)?(?:哪(?:个|一个|里|儿)?|什么|几号)(?:下标|位置|单元|地方)?(?:上|处|里)?"
    )
    asked_front, asked_rear = (bool(reading.take_all(rf"(?<![A-Za-z]){name}(?![A-Za-z])(?:的值|的)?")) for name in ("front", "rear"))
    reading.take_all(
        r"(?:一维)?数组\s*[A-Za-z]*|(?<![A-Za-z0-9])[AQaqSs](?![A-Za-z0-9])|(?<![A-Za-z])(?:data|elem|base|queue|cq|sq)(?![A-Za-z])"
    )
    reading.take_all(r"(?:只|仅)(?=设|用|有|保留)")
    finish(reading, _OWN)
    if not named:
        return None
    return _problem(
        capacity,
        front,
        rear,
        held,
        pointing,
        operations,
        bool(counted) or re.search("最多|多少个|几个", reading.text) is not None if full else bool(counted),
        bool(first_asked),
        asked_front,
        asked_rear,
        bool(full),
        bool(sacrificed),
        initial is not None,
    )


def _problem(
    capacity: int | None,
    front: int | None,
    rear: int | None,
    held: int | None,
    pointing: Pointing,
    operations: str,
    counted: bool,
    first_asked: bool,
    asked_front: bool,
    asked_rear: bool,
    full: bool,
    sacrificed: bool,
    initial: bool,
) -> Recognition | None:
    rear_is_last, front_before = bool(pointing.rear_is_last), bool(pointing.front_before)
    indices = {"front": front, "rear": rear}
    for value in (front, rear):
        if value is not None and capacity is not None and value >= capacity:
            stay_out("an index outside")
    if capacity is not None and not 2 <= capacity <= 10**6:
        return None
    told = tuple((name, str(value)) for name, value in (("容量", capacity), *indices.items()) if value is not None)
    meaning = (
        *((("front 的含义", "队头元素的前一个位置"),) if front_before else ()),
        ("rear 的含义", "队尾元素" if rear_is_last else "队尾元素的下一个位置"),
    )
    base = {"capacity": capacity, "rear_is_last": rear_is_last, **({"front_before": True} if front_before else {})}
    if initial:
        if (
            capacity is None
            or pointing.rear_is_last is None
            or operations
            or counted
            or first_asked
            or not (asked_front or asked_rear)
            or front is not None
            or rear is not None
        ):
            return None
        return Recognition(parameters={"task": "initial", **base}, understood=(*told, *meaning, ("求", "初始的 front 和 rear")))
    if full:
        if not sacrificed or operations or capacity is None or first_asked or rear is not None or held is not None or asked_front:
            return None
        if asked_rear and front is None:
            stay_out("where the queue begins decides")
        return Recognition(
            parameters={"task": "full", **base, "front": front, "asked_rear": asked_rear, "asked_count": counted or not asked_rear},
            understood=(*told, *meaning, ("队满", "牺牲一个单元")),
        )
    if first_asked or held is not None:
        wanted = [name for name, asked in (("first", first_asked), ("front", asked_front), ("rear", asked_rear)) if asked]
        if len(wanted) != 1 or operations or counted or (wanted != ["rear"] and front_before):
            return None
        given = rear if wanted != ["rear"] else front
        other = front if wanted != ["rear"] else rear
        if capacity is None or held is None or given is None or other is not None or pointing.rear_is_last is None:
            stay_out("what rear points to decides")
        if not 1 <= held <= capacity:
            stay_out("an index outside")
        if wanted == ["rear"]:
            return Recognition(
                parameters={"task": "rear", **base, "held": held, "front": front},
                understood=(("元素个数", str(held)), *told, *meaning),
            )
        return Recognition(
            parameters={"task": "first", "capacity": capacity, "held": held, "rear": rear, "rear_is_last": rear_is_last},
            understood=(("容量", str(capacity)), ("元素个数", str(held)), ("rear", str(rear)), *meaning[-1:]),
        )
    if front is None or rear is None:
        return None
    if operations or asked_front or asked_rear:
        if not operations or not (asked_front or asked_rear) or counted or capacity is None:
            return None
        _possible(capacity, (rear - front + int(rear_is_last) - int(front_before)) % capacity, operations)
        return Recognition(
            parameters={"task": "moved", "capacity": capacity, "front": front, "rear": rear, "operations": operations},
            understood=(*told, ("操作", "、".join("入队" if operation == "+" else "出队" for operation in operations))),
        )
    if not counted or front == rear:
        return None  # full or empty, which cannot be told
    parameters = {"front": front, "rear": rear, "stated": pointing.rear_is_last is not None, **base}
    if capacity is None:
        del parameters["capacity"]
        return Recognition(
            parameters=parameters, understood=(*told, *meaning), missing=(Missing("capacity", "数组的容量是多少？", "数组长度为{}"),)
        )
    shift = int(rear_is_last) - int(front_before)
    if shift and (rear - front + shift) % capacity == 0:
        return None  # full or empty, which cannot be told
    return Recognition(parameters=parameters, understood=(*told, *meaning))


def _possible(capacity: int, held: int, operations: str) -> None:
    """Raises:
    StayOut: an element leaves an empty queue or enters a full one.
    """
    for operation in operations if held else "":
        held += 1 if operation == "+" else -1
        if not 0 <= held <= capacity:
            stay_out("more than there is")
