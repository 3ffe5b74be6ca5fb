"""Round robin among many processes of which one alone is told: those before and behind it use their slices up as long as it is there."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.os._cpu_scheduling.terms import BURST, UNIT, UNIT_NAMES
from engine.generators.os._topic import Topic
from engine.generators.reading import INTEGER, to_int

_WORDS = (
    "某 系统 采用 使用 时间片轮转 轮转 RR 调度 调度算法 算法 法 进行 CPU 进程 就绪 就绪队列 队列 中 初始 初始时 均 都 处于 态 执行 执行态 运行 运行态 就绪态 结束 前 仅 只 或 等待 一个 该 其 时间 所需 需要 需 所 为 是 的 则 大小 共 共有 有 用户 "
    "时刻 开始 此时 队尾 队首 末尾 队头 最后 排 在 排在 位于 不考虑 不计 忽略 切换 开销 系统开销 直到 其他 其余 "
)
_NAME = r"(?:进程)?\s*(?:(?<![A-Za-z])[A-Z]\d?(?![A-Za-z\d])|进程)"


def recognise_one_of_many(text: str) -> Recognition | None:
    """Such a problem as understood; None: another one."""
    reading = Topic(text)
    if not reading.has("轮转|RR") or reading.has("到达|提交|优先|反馈|I/O|阻塞"):
        return None
    reading.take_all(
        r"(?:在)?(?:不考虑|不计|忽略)(?:进程|系统|调度|切换|上下文|与|和|及|的|、)*(?:切换|开销|时间)+(?:的)?(?:情况下|前提下)?|(?:进程|系统|调度|切换|上下文|和|的|、)*(?:切换|开销)(?:的)?(?:时间|开销)?(?:忽略不计|不计)"
    )
    quantum = reading.take_one(rf"时间片(?:的)?(?:大小|长度|长)?\s*q?(?:为|是|取|=|:|设为|定为)*\s*(?P<value>\d+\s*(?:{UNIT})?)", str)
    count = reading.take_one(
        rf"(?:系统|就绪队列)?(?:中)?(?:共|总共|一共|现)?有?(?P<value>{INTEGER})\s*个(?:用户|就绪)?(?:的)?进程(?!\s*[A-Z])", to_int
    )
    # Each of the others needs at least as much, or never comes to an end.
    least = reading.take_all(
        r"(?:所需|需要)?(?:的)?(?:CPU|运行|执行|服务)*(?:的)?时间(?:是|为)?最(?:短|少|小)|最(?:短|少|小)(?:的)?(?:CPU|运行|执行|服务)*时间|(?:,|且|并且)?(?:其他|其余|别的)(?:各)?(?:进程)?(?:所需)?(?:的)?(?:CPU|运行|执行|服务)*(?:时间)?(?:均|都)?(?:比它|比P|比其|比该进程|较|更)(?:更)?(?:长|多|大)"
    )
    endless = reading.take_all(
        r"(?:,|且|并且)?(?:其他|其余|别的)(?:各)?(?:进程)?(?:所需)?(?:的)?(?:CPU|运行|执行|服务)*(?:时间)?(?:均|都)?(?:足够长|很长|远(?:大于|多于)(?:它|P|该进程)|(?:一直|始终)(?:不会?结束|运行|在运行)|不会(?:先|提前)?结束)"
    )
    place = _place(reading, count)
    burst = reading.take(
        rf"(?:(?:所需|需要|需|要|还需|,)*(?:的)?(?:{BURST}|CPU时间|时间)(?:为|是|=|:|需要?)*|(?:需要?|要|还需)(?:运行|执行|占用CPU)?)\s*(?P<value>\d+)\s*(?P<unit>{UNIT})?"
    )
    asked = reading.ask(
        (
            (rf"(?:则|求|问)*(?:{_NAME})?(?:的)?周转时间(?:是|为)?(?:多少|几)?", "turnaround"),
            (rf"(?:则|求|问)*(?:{_NAME})?(?:的)?等待时间(?:是|为)?(?:多少|几)?", "waiting"),
            (rf"(?:则|求|问)*(?:{_NAME})?(?:的)?(?:首次|第一次)?响应时间(?:是|为)?(?:多少|几)?", "response"),
            (
                rf"(?:则|求|问)*(?:{_NAME})?(?:在)?(?:的)?(?:经过)?(?:多长时间|多久|多少时间)(?:后|才)*(?:能)?(?:运行)?(?:完成|结束)|(?:{_NAME})?(?:的)?(?:完成|结束)(?:时间|时刻)(?:是|为)?(?:多少|几)?",
                "turnaround",
            ),
        )
    )
    reading.take_all(rf"(?:若|如果|其中|设)?(?:的)?{_NAME}")
    reading.finish_knowing(_WORDS, ordinary_questions=False)
    if quantum is None or count is None or place is None or burst is None or not asked or bool(least) == bool(endless):
        return None
    found = patterns.match(r"\d+", quantum)
    assert found is not None
    length, need = int(found[0]), int(burst["value"])
    units = {UNIT_NAMES.get(unit, unit) for unit in (quantum[found.end() :].strip(), burst["unit"] or "") if unit}
    # Whoever needs as much or more uses up every slice but perhaps the last.
    if len(units) > 1 or not 2 <= count <= 1000 or not 1 <= place <= count or not (endless or need % length == 0 or place == 1):
        return None
    return Recognition(
        parameters={"rounds": [count, place, length, need], "unit": next(iter(units), ""), "asked": asked},
        understood=(
            ("进程", f"{count} 个，都已就绪"),
            ("所问的进程", f"排第 {place}，需要 {need}" + ("，其余的都不比它短" if least else "，其余的不会先结束")),
            ("时间片", str(length)),
        ),
    )


def _place(reading: Topic, count: int | None) -> int | None:
    """Where in the queue the process stands; None: not said."""
    said: set[int] = set()
    order = r"(?:位于|处于|排在|排|在)*(?:就绪)?(?:队列)?(?:的|中|最)*"
    for match in reading.take_all(rf"{order}(?P<where>队尾|队首|队头|末尾|尾部|最后一个|最后(?:一位|面)?|第一个|首位)(?:的)?"):
        first = patterns.search("首|头|第一", match["where"])
        if not first and count is None:
            return None
        said.add(1 if first else count or 0)
    for match in reading.take_all(rf"{order}第\s*(?P<place>{INTEGER})\s*(?:个|位)(?:的)?"):
        said.add(to_int(match["place"]))
    return said.pop() if len(said) == 1 else None


def solve_one_of_many(parameters: Parameters) -> Solution:
    """Whole rounds of all before the last slice, and in that round those before it."""
    count, place, quantum, need = map(int, parameters["rounds"])
    unit = f" {parameters['unit']}" if parameters["unit"] else ""
    rounds = -(-need // quantum)
    last = need - (rounds - 1) * quantum
    turnaround = (rounds - 1) * count * quantum + (place - 1) * quantum + last
    said = {
        "turnaround": ("周转时间", turnaround),
        "waiting": ("等待时间", turnaround - need),
        "response": ("响应时间", (place - 1) * quantum),
    }
    names = [said[task] for task in parameters["asked"]]
    return Solution(
        answer="，".join(f"{name} {value}{unit}" for name, value in names),
        also=(f"{names[0][1]}{unit}",) if len(names) == 1 else (),
        steps=paragraphs(
            f"{need}/{quantum} 个时间片，要轮到 {rounds} 次；在它结束之前，其余 {count - 1} 个进程每轮各用满一个时间片。",
            f"前 {rounds - 1} 轮共 {rounds - 1} × {count} × {quantum} = {(rounds - 1) * count * quantum}{unit}，"
            f"最后一轮先轮到前面的 {place - 1} 个，再由它运行 {last}{unit}："
            f"{(rounds - 1) * count * quantum} + {place - 1} × {quantum} + {last} = {turnaround}{unit}。",
            *([f"等待时间为 {turnaround} − {need} = {turnaround - need}{unit}。"] if "waiting" in parameters["asked"] else []),
            *([f"第一次运行之前等 {place - 1} × {quantum} = {(place - 1) * quantum}{unit}。"] if "response" in parameters["asked"] else []),
        ),
        conventions=("不计调度和切换的开销", "从此刻开始计时"),
    )
