"""A router's table and a neighbour's advertisement as papers print them: two tables, side by side or flattened, behind a text that only points at them.

The tables are put into the text as sentences, which `rip_reading` reads; where the advertisement is blank and the updated distances are told,
only the options can be tried (`inverse`).
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.generators import patterns
from engine.generators.cn._distance_vector import rip_reading
from engine.generators.cn._distance_vector.rip_reading import ROUTER, Advertising, capitals
from engine.generators.kind import Recognition
from engine.generators.pasted.normalising import normalise
from engine.generators.patterns import caseless
from engine.generators.reading import close_up, stay_out

_CELL = r"(?:[\s|,;]+|(?<=\d)(?=直))"
_NETWORK = r"(?:\d{1,3}(?:\.\d{1,3}){3}(?:\s*/\s*\d{1,2})?|(?:N|Net|网络)\s?\d{1,2})"
_BLANK = r"(?:\(\s*[1-9a-h]?\s*\)|[a-h](?![A-Za-z])|多少|[?])"
_FAR = rf"(?:\d{{1,2}}(?![\d.])|{_BLANK})"
_HOP = r"(?:(?:直接(?:交付|相连|连接)?|直连)(?!的)|-{1,3}|R\s?\d|(?-i:[A-Z])\d?(?![A-Za-z0-9]))"
_NETWORK_HEAD = r"目[的标](?:网络?|地)?(?:地址|号)?"
_FAR_HEAD = r"(?:距离|跳数|度量)"
_HOP_HEAD = r"(?:路由|下一跳(?:路由器)?|路径)"
_OWN_ROW = rf"{_NETWORK}{_CELL}\d{{1,2}}{_CELL}{_HOP}"
_TOLD_ROW = rf"{_NETWORK}{_CELL}{_FAR}"
_OWN = rf"{_NETWORK_HEAD}{_CELL}{_FAR_HEAD}{_CELL}{_HOP_HEAD}(?P<rows>(?:{_CELL}{_OWN_ROW}){{2,12}})"
_TOLD = rf"{_NETWORK_HEAD}{_CELL}{_FAR_HEAD}(?P<rows>(?:{_CELL}{_TOLD_ROW}(?!{_CELL}{_HOP})){{2,12}})"
_BESIDE = rf"{_NETWORK_HEAD}{_CELL}{_FAR_HEAD}{_CELL}{_HOP_HEAD}{_CELL}{_NETWORK_HEAD}{_CELL}{_FAR_HEAD}(?P<rows>(?:{_CELL}{_OWN_ROW}(?:{_CELL}{_TOLD_ROW}(?=\s|\||$))?){{2,12}})"
# What points at a table, or names it.
_POINTER = r"(?:(?:如|见)(?:以下|下列|下面|下|右|上|左)?(?:的)?[图表]|(?:以下|下列|下面|下|右|上|左)[图表]|[图表](?=\s*\(?[a-d1-9]))\s*\(?(?:[a-d1-9])?\)?(?:所示|中)?的?(?=\s|,|;|。|\(|报文|$|[\u4e00-\u9fff])"
_NAMES_OF_TABLES = (
    rf"(?m)^\s*(?:[图表]?\s*\(?[a-d12]\)?|[图表]\s*\d|{ROUTER}(?:的?路由表)?(?:\s+{ROUTER}(?:发来的报文)?)?|\(V,\s*D\)报文)\s*$"
)
_COUNTED_BLANKS = r"(?<![\d.])1\s*[、,]?\s*2\s*[、,]?\s*3[\d、, ]*(?=(?:的)?可能)"


@dataclass(frozen=True, slots=True)
class Tables:
    """What two tables say: (network, distance, next hop), and (network, distance or blank)."""

    own: tuple[tuple[str, str, str], ...]
    told: tuple[tuple[str, str], ...]
    stem: str


def _tables(text: str) -> Tables | None:
    """The tables of a text, and the text without them and what points at them."""
    if beside := caseless(_BESIDE).search(text):
        own = caseless(rf"({_NETWORK}){_CELL}(\d{{1,2}}){_CELL}({_HOP})").findall(beside["rows"])
        told = caseless(rf"(?<![\d.])({_NETWORK}){_CELL}({_FAR})(?!{_CELL}{_HOP})").findall(beside["rows"])
        spans = [beside.span()]
    else:
        first, second = caseless(_OWN).search(text), None
        if first is not None:
            second = caseless(_TOLD).search(text, first.end())
        if first is None or second is None:
            return None
        own = caseless(rf"({_NETWORK}){_CELL}(\d{{1,2}}){_CELL}({_HOP})").findall(first["rows"])
        told = caseless(rf"({_NETWORK}){_CELL}({_FAR})").findall(second["rows"])
        spans = [first.span(), second.span()]
    stem = text
    for start, end in reversed(spans):
        stem = f"{stem[:start]}\n{stem[end:].lstrip(' |')}"
    if len({network for network, _, _ in own}) != len(own) or len({network for network, _ in told}) != len(told):
        return None
    stem = caseless(_NAMES_OF_TABLES).sub("", stem)
    stem = caseless(_POINTER).sub("", stem)
    return Tables(tuple(own), tuple(told), patterns.sub(r"\s*\n\s*", "\n", stem).strip())


def _routers(stem: str) -> tuple[str, str] | None:
    """Whose table it is, and who advertises."""
    found = caseless(rf"({ROUTER})(?:已|刚|现在?)*(?:收到|接收到|接到)(?:来自|从|邻居|相邻|路由器|了)*({ROUTER})").search(stem)
    return (found[1], found[2]) if found and found[1] != found[2] else None


def recognise(text: str) -> Recognition | None:
    """As `rip_reading.recognise`, of a text whose two tables may stand behind it."""
    return rip_reading.recognise(spread(text))


def spread(text: str) -> str:
    """The text with its two tables as sentences; the text itself where they are not plain."""
    text = close_up(capitals(normalise(text)))
    tables = _tables(text)
    routers = _routers(tables.stem) if tables else None
    if tables is None or routers is None or any(not far.isdigit() for _, far in tables.told):
        return text
    own, neighbour = routers
    present = ";".join(
        f"{network}距离{far},{'直连' if hop.startswith(('直', '-')) else f'下一跳{hop}'}" for network, far, hop in tables.own
    )
    told = ";".join(f"{network}距离{far}" for network, far in tables.told)
    stem = caseless(rf"{own}(?:当前)?的?(?:原)?路由表(?:为|是)?,").sub("", tables.stem)
    stem = caseless(
        rf"(?:当|若|如果|现)?(?:路由器)?{own}(?:收到|接收到|接到)(?:来自|从|邻居|相邻|路由器|了)*{neighbour}(?:的|发送|发来|发出|传来|通告|广播)*(?:\(?V,\s*D\)?)?\s*(?:路由信息|距离向量|报文|信息|表)*(?:之?后|时)?,?"
    ).sub("", stem)
    return f"{own}的路由表为:{present}。{own}收到{neighbour}发来的报文:{told}。{stem}"


def inverse(text: str) -> Recognition | None:
    """Which of the options the neighbour may have advertised, so that the distances become what is told."""
    text = close_up(capitals(normalise(text)))
    tables = _tables(patterns.sub(r"(?<![\d.])(\d) (?=\d\.\d{1,3}\.\d{1,3}\.\d{1,3}\s)", r"\1", text))
    routers = _routers(tables.stem) if tables else None
    # `①②③④` in the table and in the question: after NFKC they look like figures.
    if (
        tables
        and patterns.search(_COUNTED_BLANKS, tables.stem)
        and [far for _, far in tables.told] == [str(n + 1) for n in range(len(tables.told))]
    ):
        tables = Tables(tables.own, tuple((network, "?") for network, _ in tables.told), patterns.sub(_COUNTED_BLANKS, "", tables.stem))
    if tables is None or routers is None or not any(caseless(_BLANK).fullmatch(far) for _, far in tables.told):
        return None
    own, neighbour = routers
    problem = Advertising(tables.stem)
    result = problem.take(
        rf"(?:{own})?(?:更新后?|新)(?:的)?(?:路由)?(?:表)?(?:中|里)?(?:的)?(?:各|[一二三四五六七八\d]个)?(?:路由)?(?:表项|项)?(?:中|里)?(?:的)?(?:距离|跳数)(?:值)?(?:从上到下|依次|分别|顺序|各|为|是|:)*(?P<list>\d{{1,2}}(?:\s*[、,.]\s*\d{{1,2}})+)"
    )
    if result is None:
        return None
    problem.take_asked(
        rf"(?:那么|则)?,?(?:{_BLANK}\s*[、,和与]?\s*){{0,8}}(?:可能)?的?(?:可能)?的?(?:取值|数值|值|距离)(?:可能)?(?:依次|分别|可能|各|为|是)*(?:多少|什么|哪(?:一|几)?(?:项|组|个))?"
    )
    problem.take_all(rf"\(?V,\s*D\)?|{ROUTER}|(?:一个)?自治系统|RIP|(?:[两二2])个相邻路由器")
    problem.settle()
    wanted = [int(far) for far in patterns.findall(r"\d+", result["list"])]
    if len(wanted) != len(tables.own) or {network for network, _ in tables.told} - {network for network, _, _ in tables.own}:
        stay_out("distances that do not pair")
    return Recognition(
        parameters={
            "task": "rip inverse",
            "present": {network: [int(far), "" if hop.startswith(("直", "-")) else hop] for network, far, hop in tables.own},
            "neighbour": neighbour,
            "told": [[network, int(far) if far.isdigit() else None] for network, far in tables.told],
            "new": wanted,
        },
        understood=(
            ("原路由表", "；".join(f"{network} {far} {hop}" for network, far, hop in tables.own)),
            ("更新后的距离", "、".join(map(str, wanted))),
            ("求", f"{neighbour} 的通告可能是哪一个"),
        ),
    )
