"""Reading problems about circular queues: what front and rear point to, what is given, and which of the rest is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from engine.generators import patterns
from engine.generators.ds._asking import take_asked
from engine.generators.ds._circular_queue.pointing import Pointing, pointing_of
from engine.generators.ds._circular_queue.questions import ASKED, QUESTIONS
from engine.generators.ds._circular_queue.wording import AND, case_texts, one_wording
from engine.generators.ds._clauses import every_part_asked, opened
from engine.generators.ds._inquiring import inquire
from engine.generators.ds._settling import settle
from engine.generators.kind import Missing, Recognition
from engine.generators.patterns import caseless
from engine.generators.reading import INTEGER, Reading, StayOut, stay_out, to_int

_SET = r"(?:的?当前|的?现在|目前|此时|现在)?(?:的?(?:值|下标|位置))?(?:当前|现在|此时)?(?:分别)?都?\s*(?:=|==|为|是|等于|在|指[在到着](?:下标)?)\s*"
_SPACE = r"(?:存储|储存)?(?:单元|空间|位置|元素空间|格子?|空?位)"
_OWN = """
那种写法 写法 依次执行 执行 这个 下 循环 队列 队 元素 元素个数 存放 存储 存 保存 顺序存储 存储于 存放在 放在 存于 下标 当前 某时刻 某一时刻 时刻 存储结构 实现 表示 长 头尾指针 队头队尾指针 指针 变量 队头 队尾 循环存储 循环队列 环形队列 依次 此时 各 一维 一维数组 数组 顺序 数据 容量 大小 长度 设 两个 变量 和 队中
设成 该设成 就是队头元素的位置 一样 循环用的 用的 同时 队头元素 队尾元素 本身 空间 存储空间 作 作为 当 当作 开 开了 作队列 队列中 用来 初始 分别 元素 存储循环队列 存放循环队列 变成 变为 变成了 应 应为 值 的值 操作 之后 是多少 入队 出队 里 有 连续 先 再 共 位置 头 尾 头指针 尾指针 非空 非空时 现 现在 下 采用 办法 总共 个 顺序队列 队列元素 开始 编号 存放元素 最后 整数 逻辑
"""


def _capacity(reading: Reading) -> int | None:
    capacity = reading.take_one(
        (
            rf"(?:存储空间|空间|容量|数组长度|数组大小|大小|长度|最大容量|队列长度|数组的大小|数组容量)(?:的?大小)?(?:\s*(?:maxsize|[mn]))?\s*(?:为|是|=|只有|有)?\s*(?P<value>{INTEGER})(?:个(?:数据)?(?:元素|单元|位置|空间))?(?!\s*[,、]\s*队头)(?=的|[,;。:()\s]|$|front|rear|现|数组|个)",
            rf"(?<![\d下后前上])(?P<value>{INTEGER})个(?:单元|位置|存储单元|空间|格子?)的?",
            r"(?:循环队列|数组)的?长(?P<value>\d+)(?=[,;。])",
            rf"(?:长度|大小|容量|长)为?(?P<value>{INTEGER})的(?:一维)?(?:数组|循环队列|环形队列)?",
            rf"(?<![A-Za-z])(?:(?:m|n|maxsize|MAXSIZE|size)\s*=|maxsize\s)\s*(?P<value>{INTEGER})",
            r"(?<![A-Za-z])(?:数组)?\s*(?!front|rear|len|count|size|length|max)[A-Za-z]{2,8}(?P<value>\d{1,4})(?=表示|存放|存储|作|的循环|实现|里|中|循环|[,。;]|当|存)",
            rf"可以?(?:存放|容纳|存|放)(?P<value>{INTEGER})个(?:数据)?元素的(?:一维)?(?:数组|顺序表|存储空间)",
            r"(?:数组|[QAqa])(?:\[|\()?(?P<value>\d+)(?:\]|\))?(?=存放|存储|作|的循环|实现|里|中|循环|[,。;]|当|存)",
        ),
        to_int,
    )
    from_one = reading.take_one(r"[A-Za-z]*\s*\(?的?(?:(?:下标|序号|编号)(?:范围)?[为是从]*)?下标一起至(?P<value>\d+)", to_int)
    if from_one is not None:
        if capacity not in (None, from_one):
            stay_out("two capacities")
        return from_one
    last_index = reading.take_one(r"[A-Za-z]*\(?的?(?:(?:下标|序号|编号|位置|单元)(?:范围)?[为是从]*)?下标零起至(?P<value>\d+)", to_int)
    if last_index is not None:
        if capacity not in (None, last_index, last_index + 1):
            stay_out("two capacities")
        if capacity == last_index:
            stay_out("two capacities")
        capacity = last_index + 1
    return capacity


_UNTIL_FULL, _UNTIL_EMPTY = "f", "e"


def told_operations(reading: Reading) -> list[tuple[int, str]]:
    """Where the text tells insertions `+` and removals `-`, or that it goes on until the queue is full or empty, in order; taken.

    Raises:
        StayOut: there are too many to tell.
    """
    found = reading.take_all(
        rf"(?:若|当|再|又|然后|接着|先|从(?:队列|队)[中里]?|并|后|经过|依次|连续|连着|进行|经|了)*(?:(?P<remove>删除|删去|删掉?|取出|取走|出队|退队|移出|移除|弹出|出列|出)|(?P<insert>加入|插入|入队|进队|添加|添入|存入|放入|放进|压入|追加|入列|入|进|加))了?(?P<count>{INTEGER})[个次](?:元素|数据)?(?:(?:入队|出队|进队)(?!了?\d|了?[一二两三四五六七八九十]))?之?后?"
        rf"|(?:再|又|然后|接着|先)*(?P<other>{INTEGER})(?:个(?:元素)?|次)(?:(?P<taken>出队|删除)|(?P<added>入队|进队|插入))(?:操作)?之?后?"
    )
    told = []
    for match in reading.take_all(
        r"(?:若|当|再|又|然后|接着|连续|不断|一直|继续|持续|依次|反复|地)*(?:(?P<insert>入队|进队|插入|存入|加入)|(?P<remove>出队|退队|删除|取出))新?的?(?:元素|操作|数据)*,?(?:直到|直至|到|至)(?:队列?)?(?:恰好|刚好|正好|已|变)?(?:(?P<full>为?满)|(?P<empty>为?空))(?:了|为止|时|的时候|后|之后)*"
    ):
        if (match["insert"] is None) != (match["full"] is None):
            stay_out("until it is full, or empty")
        told.append((match.start(), _UNTIL_FULL if match["insert"] else _UNTIL_EMPTY))
    for match in found:
        count = to_int(match["count"] or match["other"])
        if count > 1000:
            stay_out("so many operations")
        told.append((match.start(), ("-" if match["remove"] or match["taken"] else "+") * count))
    return sorted(told)


@dataclass(frozen=True, slots=True)
class _Told:
    """The numbers a text tells."""

    capacity: int | None
    front: int | None
    rear: int | None
    held: int | None


def _indices(reading: Reading) -> tuple[int | None, int | None]:
    both = reading.take(rf"front{AND}rear{_SET}(?P<one>\d+){AND}(?P<two>\d+)")
    swapped = reading.take(rf"rear{AND}front{_SET}(?P<one>\d+){AND}(?P<two>\d+)") if both is None else None
    same = reading.take(r"front\s*==?\s*rear\s*==?\s*(?P<value>\d+)") if both is None and swapped is None else None
    front = reading.take_one(
        (rf"(?<![A-Za-z])f(?:ront)?{_SET}(?P<value>\d+)(?!\d|\s*[,、和]\s*\d)", r"(?<![A-Za-z])front\s*从?\s*(?P<value>\d+)(?:开始)?"),
        to_int,
    )
    rear = reading.take_one(
        (rf"(?<![A-Za-z])r(?:ear)?{_SET}(?P<value>\d+)(?!\d|\s*[,、和]\s*\d)", r"(?<![A-Za-z])rear\s*从?\s*(?P<value>\d+)(?:开始)?"),
        to_int,
    )
    for match, names in ((both, ("one", "two")), (swapped, ("two", "one")), (same, ("value", "value"))):
        if match:
            if front is not None or rear is not None:
                stay_out("front and rear twice")
            front, rear = int(match[names[0]]), int(match[names[1]])
    return front, rear


def _held(reading: Reading) -> int | None:
    held = reading.take_one(
        (
            r"(?<![A-Za-z])(?:qu?e?u?e?len|quelen|qlen|len(?:gth)?|count|size)\s*(?:=|为|是)\s*(?P<value>\d+)",
            rf"(?:当前|现在|现有|目前|队中|队里|里面|里|已经?|共|有|存|含|放|装|了)+\s*(?P<value>{INTEGER})\s*个(?:数据)?元素了?(?!的循环|的队列|的空间|的一维|的数组|的顺序)",
            r"(?:队列|元素)的?(?:当前)?(?:长度|长|个数|数目)(?:为|是|=)?(?P<value>\d+)(?=[,;。])(?=.*(?:队头|rear|front))",
            rf"(?<=[,;。、且和])(?:当前|现在?|此时)(?P<value>{INTEGER})个元素",
            rf"队列?[中里]现?有(?P<value>{INTEGER})个(?:数据)?(?:元素)?(?!单元|位置)",
            r"元素的?(?:个数|数目)(?:为|是|=)\s*(?P<value>\d+)(?=\s*[,;。])",
        ),
        to_int,
    )
    if held is None and reading.has(rf"{INTEGER}个(?:单元|位置|空间|格子?)|下标[零一]起至|数组长度|容量|(?<![A-Za-z])[mn]\s*=\s*\d"):
        # Where the array's size is told apart, a bare length is the queue's.
        held = reading.take_one(
            r"(?<=[,;。、且和])(?:当前|现在?|此时|队列的?)*(?:长度|长)(?:为|是|=)?\s*(?P<value>\d+)(?!个?(?:单元|位置|的))", to_int
        )
    return held


_STATE = r"(?:front\s*(?:==?|为|是)\s*\d+\s*(?:,|、|和|且|\s)*rear\s*(?:==?|为|是)\s*\d+|rear\s*(?:==?|为|是)\s*\d+\s*(?:,|、|和|且|\s)*front\s*(?:==?|为|是)\s*\d+)(?!\d)"
_MARKED = rf"[,;。?\s]*(?:(?:\(\d\)|(?<=[有,;。:\s])\d(?=\s*(?:front|rear))|[A-Da-d]\)|情况\d:?|[和与及或;且])\s*|(?:又|而|那么|那|再)?(?:若|如果|当|设|改为|变为|换成)是?)+\s*{_STATE}\s*(?:的?时候?|的话|的?情况下?)?(?:呢|又是多少|又如何|又有多少个?)?"


def _only(state: str, match: re.Match[str]) -> str:
    return f",{state}," if state in match[0] else ""


# An earlier moment, at which the queue was empty; and what happened since then, of which only the pointers are told.
_BEGUN_EMPTY = re.compile(
    r"(?:设|若|假设|已知)?在?(?:某一?个?时刻|某时|初始(?:时|状态)?|开始时?|起初),?该?(?:循环)?队列为?空(?:状态)?,?(?:且|并且|而)?(?:此时)?,?\s*"
    r"(?:front\s*(?:和|与|、|=)\s*rear|rear\s*(?:和|与|、|=)\s*front|头尾指针)\s*的?值?[均都]?(?:为|是|等于|=)\s*\d+\s*[,。;]",
    re.IGNORECASE,
)
_SOME_OPERATIONS = re.compile(
    r"[又再在]?(?:经过|执行|进行|做)了?(?:若干|一系列|多|几)次?的?(?:入队|进队|插入)?[和与、及]?(?:出队|退队|删除)?(?:操作|运算)(?:之?后|以后)?,?"
)


@every_part_asked
def recognise(text: str) -> Recognition | None:
    """A problem about one circular queue, perhaps with several states of it; None where something needed is missing."""
    text = patterns.sub(r"(front|rear|队[头尾]指针)(?:现在|此时|分别|各|又)*在(?:哪里?|哪儿|什么位置|哪个位置)", r"\1是多少", text)
    text = _BEGUN_EMPTY.sub("", _SOME_OPERATIONS.sub("", text) if _BEGUN_EMPTY.search(text) else text)
    plain = one_wording(text)
    states = list(caseless(_STATE).finditer(plain))
    if len(states) < 2 or len(caseless(_MARKED).findall(plain)) < len(states) - 1:
        return _one_or_several(text, plain)
    found = []
    for state in states:
        one = caseless(_MARKED).sub(partial(_only, state[0]), plain)
        for other in states:
            one = one if other[0] == state[0] else one.replace(other[0], "")
        one = patterns.sub(
            r"(?:在|这|那|以上|上述|下列|以下|下面|分别|对于?)*(?:[两二三2-3]|几|各)种(?:不同的?)?(?:情况|情形|状态)[下时]*(?:,|各自|分别|各)*",
            "",
            one,
        )
        found.append(_recognised(text, one))
    if len({str(one.parameters["asked"]) for one in found if one is not None}) > 1:
        stay_out("other things asked of another state")
    return _cases(found)


def _cases(found: Sequence[Recognition | None]) -> Recognition | None:
    """Several states of a queue; None where one of them was not understood."""
    cases = [one for one in found if one is not None and not one.missing]
    if len(cases) < len(found):
        return None
    return Recognition(
        parameters={"asked": [each for one in cases for each in one.parameters["asked"]], "cases": [one.parameters for one in cases]},
        understood=tuple(dict.fromkeys(told for one in cases for told in one.understood)),
    )


def _one_or_several(text: str, plain: str) -> Recognition | None:
    """One state of the queue; where that is not understood, a state for each of the questions that tell their own."""
    try:
        if (one := _recognised(text, plain)) is not None:
            return one
        refusal = None
    except StayOut as stayed:
        refusal = stayed
    texts = case_texts(plain)
    found = None if len(texts) < 2 else _cases([_recognised(text, each) for each in texts])
    if found is None and refusal is not None:
        raise refusal
    return found


def _recognised(text: str, plain: str) -> Recognition | None:
    reading = opened(plain)
    named = reading.take_all(r"(?:循环|环形|环状)的?(?:顺序)?队列|循环存储|循环(?:使用|利用|用)|循环数组")
    reading.take_all(
        r"(?:队列|队)?[中的]*(?:元素)?的?(?:个数|数目|长度)?的?(?:计算)?公式[是为:用]*\s*\(\s*rear\s*-\s*front\s*\+\s*(?:maxsize|[mn]|\d+)\s*\)\s*(?:%|mod)\s*(?:maxsize|[mn]|\d+)"
        r"|(?:其|它的?|rear的?|指针)?(?:移动|变化|修改|前进)时?(?:按|由|用|语句|通过)*\s*rear\s*=\s*\(\s*rear\s*\+\s*1\s*\)\s*(?:mod|%)\s*(?:[mn]|maxsize|\d+)\s*(?:进行|移动|修改|前进|实现)*"
    )
    sacrificed = reading.take_all(r"(?:队列)?中?(?:最多|至多)只?(?:能|可以?)?(?:容纳|存放?|放)下?\s*[MmNn]\s*-\s*1\s*个(?:元素|数据)?")
    sacrificed += reading.take_all(
        rf"(?:采用|用|约定|规定|以|若|如果|要|通过)*(?:牺牲|少用|空出|浪费|保留|留出?|空|闲置|空闲|空着)[掉了出着]?[一1]个?(?:数组|元素|空闲|空|存储)?的?(?:{_SPACE}|单元|不用)(?:不用|不存)?的?(?:方法|办法|方式|策略|法)?,?(?:来|以|去|用来|用于)?(?!判断(?:队列?)?[空满]的?(?:条件|表达))(?:区分|区别|判断|判别|判定)?开?(?:队列?)?的?(?:队?空|队?满)?(?!的?条件)(?:和|与|还是|、|或)*的?(?:队?满|队?空)?的?(?:方法|办法|方式|状态|情况|策略)?"
    )
    whole = reading.take_all(
        r"而?(?:不|没有?)(?:牺牲|浪费|空出|少用)(?:任何|一个)?(?:存储)?(?:单元|空间|位置)|(?:用|设|采用|另设|增设|借助)+(?:一个)?(?:计数器|计数变量|元素个数)(?:\s*(?:count|size|len(?:gth)?|num))?来?(?:记录|表示|统计|保存)?(?:队列)?中?的?(?:元素)?的?(?:个数|数目|数)?来?(?:区分|判断)?(?:队?空|队?满|和|与)*"
    )
    tag = reading.take(
        r"(?:用|设|采用|另设|增设|借助|设置)+(?:一个)?(?:标志位?|标记)?\s*tag\s*(?:标志位?|标记)?来?(?:标记|区分|表示|记录|判断)?(?:最近一次|最后一次|上一次)?(?:操作)?是?(?P<last>入队|出队|队满|队空|和|还是|或|与)*\s*\(?(?:\s*,?\s*tag\s*=\s*(?P<value>[01]))?\)?"
    ) or reading.take(r",?\s*tag\s*=\s*(?P<value>[01])")
    tag_value = tag["value"] if tag is not None else None
    if tag is not None:
        if tag_value is None and (later := reading.take(r"[且,、]?\s*tag\s*=\s*(?P<value>[01])")):
            tag_value = later["value"]
        reading.take_all(
            r"\(?(?:表示|即|说明)?(?:最近|上|最后|刚才|前)的?一次(?:操作)?(?:是|为|执行的是)?(?:入队|出队|插入|删除)(?:操作)?\)?"
        )
    empties = reading.take_all(
        r"当?\s*front\s*==?\s*rear\s*(?:==?\s*\d+)?\s*时?,?(?:表示|为|则|是|即)+(?:队列?)?为?空|队列?空的?(?:条件|标志)[是为]\s*front\s*==?\s*rear"
    )
    if same := next((found for match in empties if (found := patterns.search(r"=\s*(\d+)", match[0]))), None):
        same_value: int | None = int(same[1])
    else:
        same_value = None
    initial = reading.take(
        r"(?:若|且|要求|,|如果|规定|约定|想让|希望|使|让|空队列|首次|初始){0,4}(?:(?:第\s*[1一]|首)个?(?:进入|进|入)(?:队列?)?的?(?:元素|数据)?|首次入队的?元素)(?:要|应该?|正好)*(?:存储|存放|落|放|存|保存)[在到于]\s*[A-Za-z]*\s*(?:数组)?(?:下标)?为?\s*\(?(?P<at>\d+)\)?号?的?(?:处|位置|单元|中|里|下标)*"
    )
    vague = reading.take_all(
        r"[已现]?经过?了?(?:若干次?|一系列|多次|许多次|一些|一段时间)的?(?:正常的?)?(?:入队|进队|插入)[和与、及]?(?:出队|退队|删除)(?:操作|运算)?(?:之?后)?"
    )
    if vague:
        reading.take_all(r"(?:初始(?:时|状态)?|初态|开始时?|起初)[为是时]?,?\s*front\s*==?\s*rear\s*==?\s*\d+")
    start_empty = bool(
        reading.take_all(
            r"(?:初始(?:时|状态|化)?|初态|开始时?|起初|最初)(?:为|是|时|,|队列)*为?空?(?=\s*front\s*==?\s*rear)|(?:初始(?:时|状态)?|起初|开始时?)(?:队列?)?为空"
        )
    )
    operations = told_operations(reading)
    most = reading.take(rf"(?:最多|至多)(?:同时)?(?:能|可以?)?(?:存放?|放|容纳|装|有)下?(?P<value>{INTEGER})个(?:数据)?(?:元素)?")
    held = _held(reading)
    if held is not None:
        reading.take_all(
            r"没有?(?:单独的?)?(?:队头指针|头指针|front|队尾指针|尾指针|rear)|(?:不|没有?)(?:用|设|要|使用|保留|单设|再设)(?:队头指针|头指针|front|队尾指针|尾指针|rear)|[只仅](?:用|记|设|保存|记录|保留|有)+(?:队?头(?:元素)?的?(?:位置|下标|指针)|front)(?:和|与|、|及|以及)?(?=(?:队列?)?中?的?(?:元素|长度|计数|length|count|size|len))|[用由以](?=front|rear)|[只仅](?:用|记|设|保存|记录|保留)[着了下]?(?:队?尾(?:元素)?的?(?:位置|下标|指针)|rear)(?:和|与|、|及|以及)(?:队列?)?中?的?(?:元素个数|元素的?个数|长度|计数|(?<![A-Za-z])(?:length|count|size|len|quelen|num)(?![A-Za-z]))"
        )
        reading.take_all(
            r"[和,、]?(?<![A-Za-z])(?:length|count|size)(?![A-Za-z])(?:为|是|表示|记录?|存|保存|统计|代表)?(?:当前)?(?:队列?)?中?的?(?:元素)?的?(?:长度|个数)?"
        )
    reading.take_all(
        r"\(?(?:注意|即|也就是|指)?[,是]*(?:rear)?(?:队尾元素)?(?:本身|自己|自身)?,?而?不是(?:指向|它)?(?:队尾(?:元素)?)?的?[下后]面?一个?(?:空闲?)?的?(?:位置|单元|空位)\)?"
    )
    pointing = pointing_of(reading)
    filled = reading.take_all(
        r"(?:当|若|则|时|此时|已知|,)*队列?(?:已|正好|刚好)*为?满(?!没|不|了没)了?(?:时|的时候|的情况下|状态)?(?!的?(?:条件|表达|标志|判|公式))"
    )
    reading.take_all(r"(?:(?:队列?)?[不非]为?空的?(?:时候|时)?)|(?<![A-Za-z])(?:初始(?:时|状态)?|初值)")
    asked = [(each.name, each.match.start()) for each in take_asked(reading, ASKED) if each.name != "length" or _is_asked(each.match)]
    for name, at in asked:
        if name in ("head", "tail") and patterns.search(
            r"(?:表示|指示|指向|指着|记录|代表)(?:着|的是|当前|循环|队列|中|的)*$", reading.text[:at]
        ):
            stay_out("where an index points")
    if held is not None and not operations:
        asked = [each for each in asked if each[0] != "length"]
    reading.take_all(r"队?列?为?空(?!间|位|单|闲)(?:队列?)?时?")
    indices = [at for name in ("front", "rear") for at in _asked_for(reading.text, name)] + [at for _, at in _asked_in_a_list(reading.text)]
    asked += [(name, at) for at, name in inquire(reading, QUESTIONS, [*(at for _, at in asked), *indices], only_asking=True)]
    if {name for name, _ in asked} & {"empty-condition", "full-condition"}:
        reading.take_all(r"[中里]?,?(?:哪个|哪一项|哪项)?是?正确的是(?:哪个|哪项)?(?=[\s()。:]*$)|(?:下列|以下)?(?:判断|判定)(?=\ue000)")
    reading.refuse(r"链|双端|溢出|头结点|标志|若干|假溢|约瑟夫|算法|入队(?!\ue000)|进队|插入|删除")
    capacity = _capacity(reading)
    front, rear = _indices(reading)
    if front is None and (
        head := reading.take(r"(?<!尾)队头(?:元素)?(?:现在|当前)?(?:在|位于|存放在|处于)(?:数组)?的?(?:下标|位置)?\s*(?P<at>\d+)")
    ):
        front = int(head["at"])
        if pointing.front_before:
            stay_out("where front points")
    if same_value is not None and front is None and rear is None:
        front = rear = same_value
        start_empty = True
    mentioned = [name for name in ("front", "rear") if reading.take_all(rf"(?<![A-Za-z]){name}(?![A-Za-z])(?:的值|的)?(?:应该?|就|会|又)?")]
    wanted = [(name, place) for name in ("front", "rear") for place in _asked_for(reading.text, name)]
    wanted += _asked_in_a_list(reading.text)
    if not asked and not wanted:
        values = {"front": front, "rear": rear}
        wanted = [(name, len(text)) for name in mentioned if initial is not None or values[name] is None]
    asked = sorted([*asked, *wanted], key=lambda each: each[1])
    reading.take_all(r"\(?(?:数组)?的?(?:最大)?(?:长度?|大小|容量)?\s*(?:为|是|=)?\s*(?<![A-Za-z])maxsize(?![A-Za-z])\)?")
    reading.take_all(
        r"\(?(?:数组)?下标[均都]?从0(?:开始|起)(?:编号)?\)?|下标[零一]起|均按\s*i\s*=\s*\(i\+1\)\s*%\s*[mnMN]\s*(?:前进|移动|增加)|(?:一维)?数组\s*[A-Za-z]*|(?<![A-Za-z])[AQ](?:[mn]|maxsize)(?![A-Za-z])|(?<![A-Za-z0-9])[AQaqSs](?![A-Za-z0-9])|(?<![A-Za-z])(?:data|elem|base|queue|cq|sq|[mnMN]|count|length|len|size|num|quelen)(?![A-Za-z])|也?就是(?:队头|队尾)(?:元素)?的?(?:位置|下标)|[只仅](?=设|用|有|保留)"
    )
    settle(reading, _OWN, refused="指向|指示|指着")
    if not named and not patterns.search("队", reading.text):
        return None
    if most is not None:
        if held is not None or capacity is not None or operations:
            stay_out("the most, and more")
        held = to_int(most["value"])
    told = _Told(capacity, front, rear, held)
    return _problem(
        told,
        pointing,
        operations,
        asked,
        {
            "base": 1 if patterns.search("下标一起|下标[均都]?从1", reading.text) else 0,
            "sacrificed": bool(sacrificed),
            "whole": bool(whole) or tag is not None,
            "full": bool(filled) or most is not None or (tag_value == "1" and front is not None and front == rear),
            "empty": start_empty and not vague,
            "vague": bool(vague),
            "initial": initial is not None,
            "first_at": int(initial["at"]) if initial is not None else 0,
            "order": ["rear", "front"]
            if patterns.search(rf"rear(?:{AND}|\s+)front(?!.*front(?:{AND}|\s+)rear)", plain, re.IGNORECASE)
            else ["front", "rear"],
            "letters": "fr" if patterns.search(r"指针(?:分别|依次)?[为是用]?\s*f(?![A-Za-z])", text) else "",
            "symbol": next(
                iter(patterns.findall(r"(?<![A-Za-z])(?:[AQ](?=[mnMN](?![A-Za-z])))?([Mm]ax[Ss]ize|MAXSIZE|[mnMN])(?![A-Za-z])", text)), ""
            ),
            "choices": patterns.search(r"(?:\(\s*\)|正确的是)\s*[。.:]?\s*$", text) is not None,
        },
    )


def _is_asked(match: re.Match[str]) -> bool:
    """Whether the number of elements is asked where it is mentioned."""
    text = match.string
    before = patterns.split(r"[。;?!\n]", text[: match.start()])[-1][-16:]
    after = text[match.end() :]
    return (
        patterns.search("多少|几", match[0]) is not None
        or patterns.search(r"求|计算|问|则|写出|算", before) is not None
        or patterns.match(r"\s*(?:是|应该?|要)?怎么(?:算|求|计算)", after) is not None
        or patterns.match(r"\s*(?:各|分别|应|将|会|该|变|变化|又|现在)*(?:成|为|是|等于|有|=|:)*\s*(?:多少|几|\?|\(\s*\)|[。]?\s*$)", after)
        is not None
    )


def _asked_for(text: str, name: str) -> list[int]:
    """Where a mention of an index asks for its value."""
    other = "rear" if name == "front" else "front"
    tail = r"的?(?:初始|当前)?(?:值|下标|位置)?(?:各|分别|应该?|会|将|要|此时|又|就|现在|初值|该|依次)*[设置取]?(?:是|为|成|等于|=|变为|变成|变|取)*了?\s*(?:多少|几|什么|\?|\(\s*\)|(?<=[为是=])(?=[,。;])|[。?]?\s*$|(?<![A-Za-z])指[向到在](?:哪|几|什么))"
    forms = (
        rf"(?<![A-Za-z]){name}\s*\)?(?:(?:{AND}|\s+){other}\s*\)?)?{tail}",
        rf"(?<![A-Za-z]){other}(?:{AND}|\s+){name}\s*\)?{tail}",
        rf"求(?:此时|现在|当前)?的?(?:{other}{AND})?{name}(?:的值)?[。?,]?\s*$",
    )
    return [match.start() for pattern in forms for match in caseless(pattern).finditer(text)][:3]


def _asked_in_a_list(text: str) -> list[tuple[str, int]]:
    """The indices in a list of things asked: `求此时front、rear的值以及元素个数`."""
    found = []
    for asking in patterns.finditer(r"(?:求(?!出队)|写出|给出|计算|算出|试问|(?<![访])问)(?P<list>[^。;?!\n]*)", text):
        for match in caseless(r"(?<![A-Za-z])(?P<name>front|rear)(?![A-Za-z])").finditer(asking["list"]):
            after = asking["list"][match.end() :]
            told = caseless(
                rf"\s*(?:{AND}(?:front|rear))?的?(?:当前|现在)?值?(?:分别|都)?\s*(?:==?|为|是|等于|在)\s*\d|\s*(?:\(|始终|总是|均|都)*指(?!针)|\s*(?:==|<|>|[-+%])"
            )
            if not told.match(after) and not patterns.search(r"(?:若|当|如果|[-+(=])\s*$", asking["list"][: match.start()]):
                found.append((match["name"].lower(), asking.start("list") + match.start()))
    return found


def _problem(
    told: _Told, pointing: Pointing, operations: list[tuple[int, str]], found: list[tuple[str, int]], flags: dict[str, Any]
) -> Recognition | None:
    asked = list(dict.fromkeys(name for name, _ in found))
    capacity = told.capacity
    for value in (told.front, told.rear):
        if (
            value is not None
            and capacity is not None
            and not flags["base"] <= value <= capacity - 1 + flags["base"]
            and not (value == 0 and flags["base"])
        ):
            stay_out("an index outside")
    if capacity is not None and not 2 <= capacity <= 10**6:
        return None
    if flags["initial"]:
        if (
            pointing.rear_is_last is None
            or operations
            or told.front is not None
            or told.rear is not None
            or not {"front", "rear"} & set(asked)
        ):
            return None
        asked, found = ["initial"], [("initial", 0)]
    if not asked:
        return None
    if operations and all(place < operations[-1][0] for _, place in found):
        stay_out("operations of which nothing is asked")
    parameters: dict[str, Any] = {
        "capacity": capacity,
        "front": told.front,
        "rear": told.rear,
        "held": told.held,
        "front_before": pointing.front_before,
        "rear_is_last": pointing.rear_is_last,
        "operations": "".join(told_ for _, told_ in operations),
        "asked": [[name, sum(len(told_) for at, told_ in operations if at < place)] for name, place in _once(found)],
        **flags,
    }
    shown = tuple(
        (name, str(value))
        for name, value in (("容量", capacity), ("front", told.front), ("rear", told.rear), ("元素个数", told.held))
        if value is not None
    )
    meaning = (
        ("front 的含义", "队头元素的前一个位置" if pointing.front_before else "队头元素"),
        ("rear 的含义", "队尾元素" if pointing.rear_is_last else "队尾元素的下一个位置"),
    )
    if capacity is None and not flags["symbol"] and "capacity" not in asked and asked == ["length"]:
        if told.front is None or told.rear is None or told.front == told.rear:
            return None
        return Recognition(
            parameters=parameters, understood=(*shown, *meaning), missing=(Missing("capacity", "数组的容量是多少？", "数组长度为{}"),)
        )
    return Recognition(parameters=parameters, understood=(*shown, *meaning))


def _once(found: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Each thing asked at its last place: an earlier mention only announces it."""
    last = dict(found)
    return sorted(last.items(), key=lambda each: each[1])
