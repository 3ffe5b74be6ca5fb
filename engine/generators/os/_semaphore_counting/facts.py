"""What holds for a semaphore's value after an operation that has blocked or woken somebody, and its first value for a critical section."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.os._topic import Topic
from engine.generators.reading import stay_out

_S = r"(?:(?:记录型|整型|互斥)*信号量\s*(?:S|s)?|(?<![A-Za-z])[Ss](?![A-Za-z]))"
_P = r"(?:P|wait)\s*(?:\(\s*[Ss]\s*\))?(?:操作|原语)*"
_V = r"(?:V|signal)\s*(?:\(\s*[Ss]\s*\))?(?:操作|原语)*"
_VALUE = rf"(?:则|那么|此时|这时|后|时|,)*(?:{_S})?(?:的)?(?:当前)?(?:值)(?:应该?|应当|一定|必|必定|可能)*(?:是|为|满足)?(?:几|多少)?"
_FORMS = (
    (
        "blocked",
        rf"(?:当|若|如果)?(?:一|某)?一?个?进程(?:因|由于|因为)?(?:在)?(?:{_S})?(?:上)?(?:执行|做|调用)(?:了)?(?:{_P})(?:而|后|时)?(?:被|就被|则被)?(?:阻塞|封锁|挂起|进入等待(?:状态)?)(?:之?后|时)?,?{_VALUE}",
    ),
    (
        "woken",
        rf"(?:当|若|如果)?(?:一|某)?一?个?进程(?:在)?(?:{_S})?(?:上)?(?:执行|做|调用)(?:了)?(?:{_V}),?(?:从而|而|并|后)?(?:唤醒|释放)(?:了)?(?:另一?个?|一个)?(?:等待|阻塞)?(?:的)?进程,?(?:则)?(?:执行|做)?(?:完)?(?:{_V})?\s*(?:之?后)?,?{_VALUE}",
    ),
    (
        "first",
        rf"(?:使用|利用|采用|用)(?:P\s*[、,，/]?\s*V|wait\s*[、,，/]\s*signal)(?:操作|原语)*(?:来)?(?:管理|实现|控制)(?:对)?(?:互斥)?(?:访问|使用)?(?:临界区|临界资源|互斥)(?:的)?(?:访问|使用)?(?:时)?,?(?:{_S})?(?:的)?(?:初值|初始值)(?:一般)?(?:应该?|应当|通常)?(?:被)?(?:定义|设置?|取|置)?(?:是|为)?(?:几|多少)?",
    ),
    (
        "first",
        r"(?:用|采用|使用|设置|利用)?(?:互斥)?信号量\s*(?P<mutex>mutex|S)(?:来|用于|用来)?(?:实现|保证|控制)(?:对)?(?:缓冲区|缓冲池|临界资源|临界区|共享(?:数据|变量|缓冲区)?)?(?:的)?互斥(?:地)?(?:访问|使用|操作|进入)?"
        r"[,，;。]?\s*(?:则|那么)?(?P=mutex)(?:的)?(?:初值|初始值)(?:应该?|应当|通常)?(?:设置?|取|置)?(?:是|为)?(?:几|多少)?",
    ),
)
_SIGNS = {"blocked": "<", "woken": "≤"}
_SAID = {"blocked": "小于 0", "woken": "小于或等于 0", "first": "1"}


def _amounts(text: str) -> Recognition | None:
    """`S is -2: how many of R are free, and how many processes wait`; None: another problem."""
    reading = Topic(text)
    value = reading.take_one(
        rf"(?:若|如果|当|设|已知)?(?:{_S})(?:的)?(?:当前)?(?:值)(?:为|是|=)\s*(?P<value>-?\s*\d{{1,2}})(?!\d)",
        lambda said: int(said.replace(" ", "")),
    )
    asked = reading.ask(
        (
            (
                r"(?:则)?(?:此时|当前)?(?:资源)?R?(?:的)?可用(?:资源)?(?:的)?(?:数量?|个数|数目)(?:和|与|、|及)(?:正在)?等待(?:资源|使用)?R?(?:的)?进程(?:数|个数|数目)(?:分别|各)*(?:为|是)?(?:多少|几|\(\s*\))?",
                "amounts",
            ),
        )
    )
    if value is None or not asked:
        return None
    reading.finish_knowing("在 操作系统 中 P V 操作 一般 设 记录型 信号量 进程 资源 R S 表示 则 当 系统 某")
    return Recognition(
        parameters={"task": "facts", "fact": "amounts", "value": value},
        understood=(("信号量的值", str(value)), ("问", "可用资源数和等待的进程数")),
    )


def recognise_facts(text: str) -> Recognition | None:
    """One of these facts asked for; None: another problem."""
    amounts = _amounts(text)
    if amounts is not None:
        return amounts
    reading = Topic(patterns.sub(r"[(（]\s*[)）]", "", text))
    found = [name for name, pattern in _FORMS if reading.take_all(pattern)]
    if len(found) != 1 or patterns.search(r"\d", text):
        return None
    reading.finish_knowing(
        "在 操作系统 中 P V 操作 一般 设 记录型 信号量 进程 同步 互斥 机制 则 当 定义 生产者 消费者 生产者消费者 生产者-消费者 问题 读者 写者 经典"
    )
    return Recognition(
        parameters={"task": "facts", "fact": found[0]},
        understood=(
            (
                "问",
                {"blocked": "P 操作使进程阻塞之后的值", "woken": "V 操作唤醒进程之后的值", "first": "管理临界区的信号量的初值"}[found[0]],
            ),
        ),
    )


def _compared(option: str) -> str:
    """The comparison with 0 that an option states.

    Raises:
        StayOut: it states something else.
    """
    plain = patterns.sub(r"\s|S|s|值|必|应", "", option)
    for sign, words in (
        ("≤", r"(?:小于(?:或)?等于|不大于|≤|<=|非正)0?"),
        ("≥", r"(?:大于(?:或)?等于|不小于|≥|>=|非负)0?"),
        ("<", r"(?:小于|<|负)0?"),
        (">", r"(?:大于|>|正)0?"),
        ("=", r"(?:等于|=)?0"),
    ):
        if patterns.fullmatch(words, plain):
            return sign
    return stay_out(option)


def solve_facts(parameters: Parameters) -> Solution:
    """P takes one away and blocks below 0; V adds one and wakes somebody where the value is not above 0 then."""
    fact = str(parameters["fact"])
    if fact == "amounts":
        value = int(parameters["value"])
        free, waiting = max(0, value), max(0, -value)
        return Solution(
            answer=f"可用 {free} 个，等待 {waiting} 个",
            also=(f"{free}、{waiting}", f"{free}，{waiting}", f"{free} 和 {waiting}"),
            steps=f"值不小于 0 时是可用的资源数；小于 0 时没有可用的资源，绝对值是等待的进程数。现为 {value}：可用 {free} 个，等待 {waiting} 个。",
            conventions=("信号量为记录型，值为负时绝对值是等待的进程数",),
        )
    if fact == "first":
        return Solution(answer="1", steps="临界区同时只许一个进程进入，互斥信号量的初值为 1。")
    why = (
        "P 操作先把 S 减 1，减后 S < 0 时进程才被阻塞，所以此时 S < 0。"
        if fact == "blocked"
        else "V 操作先把 S 加 1，加后 S ≤ 0 说明仍有（或原有）进程在等待，才唤醒一个，所以此时 S ≤ 0。"
    )
    return Solution(
        answer=_SAID[fact],
        fits=lambda option: _compared(option) == _SIGNS[fact],
        answer_alone=True,
        steps=why,
        conventions=("信号量为记录型，值为负时绝对值是等待的进程数",),
    )
