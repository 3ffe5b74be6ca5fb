"""A host of an Ethernet that sends its next frame when the one before is acknowledged: reading it, and its effective rate."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from engine.generators.clauses import Role
from engine.generators.cn import _units as units
from engine.generators.cn._collision.simulator import micro
from engine.generators.cn._told.told import Told
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

DATA, ANSWER, PAYLOAD = "data frame", "answer frame", "payload"
SHOWN = {DATA: "数据帧", ANSWER: "确认帧", PAYLOAD: "每帧的数据"}
ASKED = (
    r"(?:主机)?(?:甲|(?-i:A))?(?:的)?(?:实际)?(?:最大|平均)?有效(?:的)?(?:数据)?(?:传输|发送)?(?:速率|速度|率|吞吐[量率])",
    "effective",
)
_OVERHEAD = 18 * 8
_LONGEST = 1518 * 8  # bits of an Ethernet frame
_ACKNOWLEDGED = r"(?:确认|应答|ACK)(?:帧)?"
_HOST = r"(?:主机|站点?|结点|节点)?(?:甲|乙|对方|接收方|发送方|(?-i:[AB]))?"
_STORY = (
    r"(?:若|如果|假设|设)?(?:该)?(?:网络|传输)?(?:中|上)?(?:不存在|没有|不发生|不考虑|无)(?:任何)?(?:冲突|碰撞)(?:(?:与|和|、|及|或)(?:无|没有)?(?:传输)?(?:差错|错误))?|无差错",
    rf"{_HOST}每?(?:成功)?(?:收到|接收到?|收完)(?:一个|一)(?:数据)?帧(?:以?后|就|便|,)*(?:立即|马上)?(?:就|便)?(?:(?:向|给){_HOST})?(?:以|用|发送|回送|返回|回复|发)?(?:一个|一)?",
    rf"{_HOST}(?:只有|必须|要)?(?:收到|接到|等到)(?:该|此|这个|对方的?)?{_ACKNOWLEDGED}(?:以?后|,)*(?:方可|方能|才能?|才可以?|再|可以?)(?:发送?|传)(?:下一个|下一)(?:数据)?帧",
    r"(?:总是?|一直)(?:以|用|发送)(?:标准的?)?|标准的?",
    r"\(?(?:另有)?(?:\d+\s*(?:B|字节))?(?:的)?前导码(?:不计|不算|忽略)\)?",
)


def take_exchange(problem: Told) -> bool:
    """Take what the text tells of frames and their acknowledgements; whether it asks for the effective rate with them."""
    waits = r"(?:收到|接到|等到)(?:该|此|这个|对方的?)?(?:确认|应答|ACK)[^,。;]{0,6}?,?(?:方可|方能|才|再)"
    if not (problem.has(ASKED[0]) and problem.has(waits)):
        return False
    problem.take_all(r"\(?(?:说明|注)?:?(?:其中)?有效数据(?:是)?指[^()。;]{2,30}\)?")
    longest = problem.has(r"标准的?最[长大]的?(?:以太网)?(?:数据)?帧")
    for pattern in _STORY:
        problem.take_all(pattern)
    problem.tell(
        (
            Role(
                name=ANSWER,
                quantity=units.LENGTH,
                read=units.bits,
                before=rf"{_ACKNOWLEDGED}(?:的)?(?:长度?|大小)?",
                after=rf"(?:长)?的?{_ACKNOWLEDGED}",
            ),
            Role(
                name=PAYLOAD,
                quantity=units.LENGTH,
                read=units.bits,
                before="(?:每个?帧)?(?:的)?(?:其中)?(?:有效)?数据(?:部分|字段)?|净荷|载荷",
                after="(?:的)?(?:有效)?(?:数据(?!帧)|载荷|净荷)",
            ),
            Role(
                name=DATA,
                quantity=units.LENGTH,
                read=units.bits,
                before="(?:最[长大]的?)?(?:以太网|MAC)?(?:数据)?帧(?:的)?长?度?|发送?长?",
                after="(?:长)?的?(?:最长)?(?:以太网)?(?:数据)?帧",
            ),
        )
    )
    if longest and not problem.values(DATA):
        problem.note(DATA, Fraction(_LONGEST), 0)
    problem.take_all(rf"{_ACKNOWLEDGED}|(?:最[长大]的?)(?:以太网)?(?:数据)?帧")
    return True


def known_of(known: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """The lengths of the exchange among what is told.

    Raises:
        StayOut: a length is missing, or the data are longer than their frame.
    """
    if not {DATA, ANSWER} <= set(known):
        stay_out("a frame's length is not told")
    found = {name: known[name] for name in SHOWN if name in known}
    if found.get(PAYLOAD, Fraction(0)) >= found[DATA] or found[DATA] <= _OVERHEAD:
        stay_out("no frame for the data")
    return found


def effective_rate(known: Mapping[str, Fraction], delay: Fraction) -> tuple[str, list[str], str | None]:
    """The rate of the data as shown, its working, and the convention it rests on."""
    rate, sending, answering = known["rate"], known[DATA] / known["rate"], known[ANSWER] / known["rate"]
    payload = known.get(PAYLOAD, known[DATA] - _OVERHEAD)
    cycle = sending + answering + 2 * delay
    through = payload / cycle
    exact = (through / 10**6 * 100).denominator == 1
    shown = f"{'' if exact else '约 '}{decimal(through / 10**6, 2 if through >= 10**6 else 3)} Mbps"
    return (
        shown,
        [
            f"发送数据帧用 {decimal(known[DATA])} bit ÷ {units.show_rate(rate)}，即 {micro(sending)} μs；确认帧用 {micro(answering)} μs。",
            f"一个周期为 {micro(sending)} + {micro(answering)} + 2 × {micro(delay)} = {micro(cycle)} μs，其间送到 {decimal(payload / 8)} B 数据。",
            f"有效数据传输速率为 {decimal(payload)} bit ÷ {micro(cycle)} μs，{shown}。",
        ],
        None if PAYLOAD in known else "以太网帧的首部和尾部共 18 B，不算有效数据",
    )
