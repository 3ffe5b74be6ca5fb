"""When both ends of a TCP connection are closed: the one that asks first waits twice the longest life of a segment after the other's FIN."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.cn import _units as units
from engine.generators.cn._mentions import Lexicon, Mention
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.pasted.normalising import normalise
from engine.generators.quantities import decimal
from engine.generators.reading import close_up, stay_out

_NAME = r"(?:(?:主机|客户端?|客户机|服务器)?\s?(?:[A-Z](?![A-Za-z])|[甲乙](?!方))|客户端|客户机|客户|服务器)"
_TIME = rf"(?P<value>{units.TIME})"
_IS = r"(?:均|都|假定|设)?(?:为|是|等于|=|约)*\s*"
_FIN = r"(?:FIN(?:\s*=\s*1)?(?:报文段|报文|段|分节|位)?|(?:连接)?(?:释放|断开|关闭)(?:连接)?(?:的)?(?:请求)?(?:报文段|报文|段)?)"
_CLOSED = r"(?:进入)?CLOSED(?:状态)?|(?:连接)?(?:彻底|完全|真正)关闭(?:连接)?"
_LEXICON = Lexicon(
    (
        ("trip", rf"(?:通信|TCP)?(?:的)?往返(?:时间|延迟|时延)(?:\(?RTT\)?)?{_IS}{_TIME}|RTT{_IS}{_TIME.replace('value', 'value2')}"),
        (
            "life",
            rf"(?:最长|最大)?(?:的)?(?:报文段|报文|分段|段)?(?:的)?(?:最长|最大)?(?:寿命|生存时间|生存期|生命期)(?:\(?MSL\)?)?{_IS}{_TIME}|MSL{_IS}{_TIME.replace('value', 'value2')}",
        ),
        (
            "at once",
            rf"(?:且|若|假设|设)?(?:{_NAME})?(?:在)?(?:收到(?:该|对方的)?{_FIN})?(?:后|时)?,?(?:已经?|也)?(?:没有|无)(?:其他|任何|待|更多)?(?:需要?|要)?(?:再)?(?:发送?|传送?|传输)?(?:的)?数据(?:需要?|要)?(?:再)?(?:发送?|传送?|传输)?(?:了)?"
            rf"|(?:{_NAME})?(?:收到{_FIN}后)?(?:立即|马上|即)(?:发送|发出|回送)(?:自己的)?(?:确认和)?FIN(?:报文段|报文|段)?|数据(?:传输|传送|发送)(?:结束|完毕|完成)(?:后)?",
        ),
        (
            "from there",
            rf"(?:若|则)?从\s*(?P<from>{_NAME})\s*收到\s*(?:{_NAME}|对方)?(?:发来|发送)?的?FIN(?:报文段|报文|段)?(?:的?时刻?)?(?:算起|开始|起|到|至)+",
        ),
        (
            "start",
            rf"(?:若|则)?(?:从|自)\s*(?P<who>{_NAME})\s*(?:主动|首先|先)?(?:向\s*(?:{_NAME}|对方)\s*)?(?:发出|发送|发)(?:第一个)?{_FIN}(?:的?时刻?)?(?:算起|开始|起|到|至)+",
        ),
        (
            "start",
            rf"(?P<who>{_NAME})\s*(?:主动|首先|先|率先)?(?:地)?(?:向\s*(?:{_NAME}|对方)\s*)?(?:请求|要求|提出|发起|发出|发送|主动)+(?:的)?(?:TCP)?(?:连接)?(?:的)?{_FIN}",
        ),
        ("start", rf"(?P<who>{_NAME})\s*(?:主动|首先|先|率先)+(?:地)?(?:{_FIN})"),
        ("both", rf"(?P<one>{_NAME})\s*(?:和|与|、)\s*(?P<other>{_NAME})\s*(?:都|均|分别)?{_CLOSED}"),
        ("closed", rf"(?P<who>{_NAME})\s*{_CLOSED}"),
        ("closed", _CLOSED),
        ("at least", r"至少|最短|最少|最快"),
        (
            "ask",
            r"(?:所?需要?|要|经过|经历|用)*(?:的)?(?:至少|最短|最少)?(?:的)?(?:时间|多长时间|多久|多少时间)(?:至少|最短)?(?:分别|各)?(?:为|是|约)*(?:多少|多长)?|多少(?:时间|ms|毫秒|s|秒)",
        ),
        ("", rf"(?:{_NAME})\s*(?:和|与|、)\s*(?:{_NAME})\s*(?:之间)?(?:已|已经)?(?:建立|维持|有)?(?:了|着)?(?:一个|一条)?(?:的)?TCP连接"),
        ("", rf"(?:{_NAME})\s*向\s*(?:{_NAME})\s*(?:发起|建立)(?:了)?(?:一个|一条)?TCP连接(?!(?:的)?(?:释放|断开|关闭))"),
    ),
    "TCP 连接 一个 一条 已建立 已经建立 建立 通信 之间 客户 服务器 主机 若 则 从 时刻 所需 需要 为 分别 至少 状态 的 与 和 到 至 时间 约 约为 约是 忽略 报文段 两端",
    story=6,
)


def _who(name: str) -> str:
    return patterns.sub(r"\s|(?:主机|客户端|客户机|客户|服务器)(?=\s?[A-Z甲乙])", "", name)


def recognise(text: str) -> Recognition | None:
    """The times of an end's being closed; None where it is something else.

    Raises:
        StayOut: not all of the text is understood.
    """
    if not patterns.search(r"MSL|最长报文段?寿命|报文段?的?(?:最长|最大)(?:寿命|生存)", text) or not patterns.search("CLOSED|关闭", text):
        return None
    told = patterns.sub(r"(\d+)\s*(?:min(?![A-Za-z])|分钟)", lambda minutes: f"{60 * int(minutes[1])}s", close_up(normalise(text)))
    clauses = _LEXICON.read(told)
    found = [mention for clause in clauses for mention in clause.mentions]
    trips = {units.seconds(mention["value"] or mention["value2"]) for mention in found if mention.kind == "trip"}
    lives = {units.seconds(mention["value"] or mention["value2"]) for mention in found if mention.kind == "life"}
    first = {_who(mention["who"]) for mention in found if mention.kind == "start"}
    there = [mention for mention in found if mention.kind == "from there"]
    asked = _asked(found)
    if len(lives) != 1 or len(first) != 1 or not asked or not any(mention.kind == "ask" or mention.kind == "at least" for mention in found):
        return None
    initiator = first.pop()
    tasks = [["first" if who in ("", initiator) else "second", bool(there)] for who in asked]
    if there and (len(tasks) > 1 or tasks[0][0] != "first" or _who(there[0]["from"]) != initiator):
        stay_out("from when")
    if not there and len(trips) != 1:
        return None
    return Recognition(
        parameters={
            "task": "closing",
            "trip": str(trips.pop()) if trips else None,
            "life": str(lives.pop()),
            "asked": tasks,
        },
        understood=(("先发出 FIN 的一方", initiator), ("求", "进入 CLOSED 状态的最短时间")),
    )


def _asked(found: list[Mention]) -> list[str]:
    """The ends whose closing is asked for; empty for the one that asks first."""
    asked: list[str] = []
    for mention in found:
        if mention.kind == "both":
            asked += [_who(mention["one"]), _who(mention["other"])]
        elif mention.kind == "closed":
            asked.append(_who(mention["who"]))
    if "" in asked and len(asked) > 1:
        stay_out("which end")
    return asked


def solve(parameters: Parameters) -> Solution:
    """The shortest times."""
    life = Fraction(parameters["life"])
    trip = Fraction(parameters["trip"] or 0)
    answers, steps = [], []
    for who, from_there in parameters["asked"]:
        if who == "second":
            value, how = (
                trip * Fraction(3, 2),
                f"FIN 过去、对方的 FIN 回来、最后的确认过去，1.5 个 RTT：{units.show_time(trip * Fraction(3, 2))}",
            )
        elif from_there:
            value, how = 2 * life, f"发出最后的确认后等 2MSL：{units.show_time(2 * life)}"
        else:
            value = trip + 2 * life
            how = f"一个 RTT 后收到对方的 FIN，发出确认再等 2MSL：{units.show_time(trip)} + 2 × {units.show_time(life)} = {units.show_time(value)}"
        answers.append(units.show_time(value))
        steps.append(f"{how}。")
    milli = [f"{decimal(Fraction(_seconds) * 1000)} ms" for _seconds in _values(parameters)]
    return Solution(
        answer="；".join(answers),
        steps=paragraphs(*steps),
        also=("，".join(milli), "；".join(milli), ", ".join(milli), *(milli if len(milli) == 1 else ())),
        conventions=("收到 FIN 的一方没有数据要发，立即发出自己的 FIN",),
    )


def _values(parameters: Parameters) -> list[Fraction]:
    life, trip = Fraction(parameters["life"]), Fraction(parameters["trip"] or 0)
    return [trip * Fraction(3, 2) if who == "second" else 2 * life + (0 if from_there else trip) for who, from_there in parameters["asked"]]
