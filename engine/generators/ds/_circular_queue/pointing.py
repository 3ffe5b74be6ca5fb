"""What front and rear of a circular queue point to, as a text says it."""

from __future__ import annotations

from dataclasses import dataclass

from engine.generators.ds._circular_queue.wording import AND
from engine.generators.reading import Reading, stay_out

_HEAD = r"(?:(?:循环|环形)?队列?)?\ue000*[中里]?的?(?:队头|队首|头部?|首)"
_TAIL = r"(?:(?:循环|环形)?队列?)?\ue000*[中里]?的?(?:队尾|尾部?|末)"
_POINTS = r"(?:始终|总是|一直|均|都|\()?(?:指向|指示|指着|指到|指的就?是|指在|指(?!针)|表示)(?:的是)?(?:当前|着|了)?"
_FIRST = rf"{_HEAD}的?(?:数据)?(?:元素|结点)?"
_LAST = rf"{_TAIL}的?(?:数据)?(?:元素|结点)?"
_ITSELF = r"(?:(?:所在)?(?:的|那个|这个)?(?:当前|实际|真实)?(?:位置|单元)|本身|自己)?(?!的?[前上下后之])"
_BEFORE = r"(?:所在位置)?[的之]?(?:前面?的?那?一?个?|上一个?)(?:位置|单元|空位|格子?)?"
_NEXT = r"(?:所在位置)?[的之]?(?:(?:下面|后面|后边|下(?!标)|后)的?那?一?个?)(?:空闲|空|可用|待插入)?的?(?:位置|单元|空位|位|格子?|元素位置|元素的位置|元素)?"


@dataclass(frozen=True, slots=True)
class Pointing:
    """What the indices point to as stated; None where it is not."""

    front_before: bool | None
    rear_is_last: bool | None


def pointing_of(reading: Reading) -> Pointing:
    """What the text says of it, taken.

    Raises:
        StayOut: it says two things.
    """
    before: set[bool] = set()
    last: set[bool] = set()
    for match in reading.take_all(
        rf"(?:front{AND}rear|rear{AND}front)?(?:在?(?:队列?)?[不非]为?空的?时,?)?(?:分别|依次)(?:{_POINTS}|是|为|表示){_FIRST}(?P<before>{_BEFORE})?[和与、及]{_LAST}(?P<next>{_NEXT})?的?(?:数组)?(?:下标|位置)?(?!的|后|之|下|前)"
    ):
        if not match[0].startswith(("front", "rear")) or match[0].startswith("rear"):
            stay_out("which points where")
        before.add(bool(match["before"]))
        last.add(not match["next"])
    if reading.take(
        rf"(?<=\d)\s*(?:就是|即|也就是|正是|指向|指着){_LAST}(?:所在)?的?(?:数组)?(?:下标|位置|单元)?(?!的?[上下前后所位])"
    ) or reading.take(
        rf"rear(?:就是|即|也就是|记录|记着?|保存|存|给出)的?是?{_LAST}(?:所在)?的?(?:数组)?(?:下标|位置|单元)(?!的?[上下前后])"
    ):
        last.add(True)
    for match in reading.take_all(rf"front[、,]?\(?(?:{_POINTS}|就?[是为即]){_FIRST}(?:(?P<before>{_BEFORE})|{_ITSELF})的?(?:下标)?\)?"):
        before.add(bool(match["before"]))
    for match in reading.take_all(
        rf"rear[、,]?\(?(?:{_POINTS}|就?[是为即])(?:{_LAST}(?:(?P<next>{_NEXT})|{_ITSELF})|(?P<free>(?:下一个?)(?:空|空闲|可用|可以?(?:存放|插入)?|待(?:插入|存放)|要(?:插入|存放|放|入队)|可插入?|插入)的?(?:元素)?的?(?:位置|单元|空位|位|格子?)?))\)?"
    ):
        last.add(not (match["next"] or match["free"]))
    # `入队时先rear=(rear+1)%n再存入元素` says the same by what is done.
    step = r"(?:指针)?{name}\s*(?:=\s*\(?\s*{name}\s*\+\s*1\s*\)?\s*(?:%|mod)\s*(?:maxsize|[mn]|\d+)|(?:指针)?(?:循环)?先?(?:加|\+)\s*[1一])\s*"
    stored, fetched = (
        r"(?:存入|存放|存|放入|放|写入|送入|赋值|插入)新?的?(?:元素|数据|值)",
        r"(?:取出?|读出?|删除|删)(?:队头)?的?(?:元素|数据|值)",
    )
    for name, done, found, word in (("rear", stored, last, "入队|进队|插入"), ("front", fetched, before, "出队|退队|删除")):
        moved = step.format(name=name)
        for match in reading.take_all(
            rf"(?:,|且|若|设|约定|规定)*(?:{word})(?:元素|操作|运算)?(?:时|的时候)?,?[为是]?(?:(?P<first>先?{moved},?(?:再|后|然后|之后)+{done})|先?{done},?(?:再|后|然后|之后)+{moved})"
        ):
            found.add(match["first"] is not None)
    both = r"\(?(?:front\s*[、和与,]?\s*rear|rear\s*[、和与,]?\s*front|两个?指针|头尾指针|指针)[都均]是?"
    for _ in reading.take_all(
        rf"{both}先(?:取|存|存取|操作|用|取/存|存/取|存取数据|存取元素)+(?:元素|数据)?,?[再后](?:循环)?(?:\+\s*1|加\s*[1一]|后移|移动|前进)(?:取模|取余|循环|一位|\(?模\w+\)?)*的?(?:那种)?\)?"
    ):
        before.add(False)
        last.add(False)
    for _ in reading.take_all(
        rf"{both}先(?:循环)?(?:\+\s*1|加\s*[1一]|后移|移动|前进)(?:取模|取余|循环|一位)*,?[再后](?:取|存|存取|操作|取/存|存/取)+(?:元素|数据)?的?(?:那种)?\)?"
    ):
        before.add(True)
        last.add(True)
    if len(before) > 1 or len(last) > 1:
        stay_out("an index points to two places")
    if before == {True} and not last:  # beside it, rear points to the tail in some books and behind it in others
        stay_out("where rear points")
    return Pointing(next(iter(before), None), next(iter(last), None))
