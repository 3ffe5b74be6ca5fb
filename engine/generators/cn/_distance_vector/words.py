"""The words and names of problems of distance vectors, and their texts made ready for reading."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.cn._distance_vector.rip_reading import ROUTER, Advertising, capitals
from engine.generators.cn._distance_vector.shapes import one_shape
from engine.generators.pasted.normalising import normalise

NUMBER = r"(?:\d{1,4}|∞|inf)"
NUMBERS = rf"{NUMBER}(?:\s*(?:,|、|和|与|及|/|\s)\s*{NUMBER})+"
NAMES = rf"{ROUTER}(?:(?:\s*(?:、|,|和|与|及|以及|/)\s*|\s+)(?:邻居|路由器)?{ROUTER})+"
# Where the list of neighbours ends, the next clause may begin with the router's own name: `邻居为 P、Q，K 到它们……`.
_NEIGHBOURS = rf"{ROUTER}(?:\s*(?:、|和|与|及|以及|/)\s*(?:邻居|路由器)?{ROUTER}|\s*,\s*(?:邻居|路由器)?{ROUTER}(?!\s*(?:到|与|测|的|已|自己|和它|去|刚|收)))+"
WAY = r"(?:距离|延迟|时延|代价|开销|费用|度量|成本|权值?|权重|跳数|路径长度)"
GOES = r"(?:邻居|相邻|直接|直连|路由器|目的地?|网络|结点|节点|终点|的)*"
IS = (
    r"(?:之间|的|链路|直连|直接|最短|最小|当前|现有)*" + WAY + r"?(?:的?值)?(?:分别|依次|各|都|均|等于|为|是|=|:|有|要|需|约|测得|实测|\s)*"
)


class Network(Advertising):
    """A problem of a whole network, which may be said to converge or to lose a link."""

    refused = (
        r"链路状态|OSPF|BGP|Dijkstra|迪杰|如图|见图|(?:(?<!未)(?<!没有)(?:采用|使用)(?:了)?)(?:水平分割|毒性)|毒性逆转(?=后|时)|环路|坏消息"
    )


FAR = 1 << 20
"""Stands for an infinite distance."""


def read(text: str, topic: type[Advertising] = Advertising) -> Advertising:
    """The problem, 它们 written out where the neighbours were listed just before."""
    text = patterns.sub(r"(?<![A-Za-z])(?:c|cost|w)\s*\(\s*([A-Za-z]\d?)\s*,\s*([A-Za-z]\d?)\s*\)", r"\1到\2的代价", text)
    text = _in_words(text)
    text = patterns.sub(r"(?<=[和与、及])(?:出口|输出线路)(?:路由器)?(?=\s*[)。?;]|\s*$)", "下一跳", text)
    text = _neighbours_first(text)
    # What a picture shows is not needed where the neighbours and their vectors are told.
    text = patterns.sub(
        r"(?:考虑|设|有|对于?)?如(?:下|右|上)?图\s*(?:\d+(?:[-.]\d+)?)?\s*(?:所示|中)?的?(?:一个)?(?=(?:通信)?(?:子网|网络|拓扑))", "", text
    )
    text = patterns.sub(r"(?:各自|相应|对应)?的?(?:转发|中转|经由|经过)的?(?:结点|节点|路由器)(?=[。?；;,，]|\s*$)", "下一跳", text)
    text = patterns.sub(r"(?<=\d)\s*(?:ms|毫秒)(?![A-Za-z])", "", text)
    # `C 节点路由器收到 B 节点的距离向量`, `到 B 的延迟代价`: one word says it.
    text = patterns.sub(r"(?<![A-Za-z0-9])([A-Z]\d?)\s*(?:节点|结点|站点)(?:路由器)?(?![一二三四五])", r"\1", text)
    text = patterns.sub(r"(?:延迟|时延|距离|链路)(?=代价|开销|权值|度量)", "", text)
    text = patterns.sub(r"(?<=R\d)\s*(?:…+|\.{2,})\s*(?=R\d)", "~", one_shape(capitals(normalise(text))))
    if listed := patterns.search(rf"(?:邻居|相邻路由器|相邻结点)(?:路由器)?(?:只|仅|分别|有|是|为|:|\s)*(?P<names>{_NEIGHBOURS})", text):
        names = "、".join(names_in(listed["names"]))
        text = text[: listed.end()] + patterns.sub(
            r"它们|他们|她们|这?[两二三四五]个?(?:邻居|者)|各个?邻居(?!的?向量)|这些邻居|邻居们", names, text[listed.end() :]
        )
    return topic(text)


def _in_words(text: str) -> str:
    """`Dx(y)` as the distance from x to y; a list of them behind `距离向量` only says its order."""
    one = r"(?<![A-Za-z])[Dd]\s*_?\s*\{?([A-Za-z])\}?\s*\(\s*([A-Za-z])\s*\)"
    row = rf"{one}(?:\s*,\s*{one})+"
    text = patterns.sub(
        rf"((?:距离)?[向矢]量)\s*(?:D\s*_?[A-Za-z]\s*)?(?:=|为|是|:)*\s*[(\[]\s*{row}\s*[)\]]",
        lambda found: found[1] if len({found[number] for number in (2, 4)}) == 1 else found[0],
        text,
    )
    return patterns.sub(rf"{one}", r"\1到\2的距离", text)


def _neighbours_first(text: str) -> str:
    """`C 与 B、D、E 相邻` as `C 的邻居为 B、D、E`, where it is said of one router only."""
    said = rf"(?P<own>{ROUTER})\s*(?:与|和|跟)\s*(?P<names>{NAMES})\s*(?:都|均|直接)*(?:相邻|为邻|邻接)"
    found = list(patterns.finditer(said, text))
    if len(found) != 1 or found[0]["own"] in names_in(found[0]["names"]):
        return text
    return f"{text[: found[0].start()]}{found[0]['own']}的邻居为{'、'.join(names_in(found[0]['names']))}{text[found[0].end() :]}"


def value_of(text: str) -> int:
    """A distance as told; `FAR` for infinity."""
    return int(text) if text.isdigit() else FAR


def names_in(text: str) -> list[str]:
    """The routers named in a text."""
    return patterns.findall(r"(?<![A-Za-z0-9])[A-Z]\d{0,2}(?![A-Za-z0-9])", text)
