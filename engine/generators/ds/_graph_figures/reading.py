"""Figures of a graph of which only numbers are told: its vertices, its edges, their degrees, whether it is connected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from engine.generators import patterns
from engine.generators.ds._blanks import prepared
from engine.generators.ds._clauses import every_part_asked, opened, refuse_dangerous
from engine.generators.ds._mentions import Mention, clauses_of, mentions, sorts
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, stay_out, to_int

_V = r"(?:顶点|结点)"
_E = r"[边弧]"
_MANY = r"(?:多少|几|\(\s*\)|_+)"
_ARE = r"(?:分别|各|均|都|有|为|是|=|:)*"
_LEXICON = (
    (
        "ensure",
        r"(?:若要|要|为了?|为|以|才能?|就能?|一定能|能)?(?:使得?)?(?:无向|图|[A-Z]|它|其|该|这个){0,4}在?(?:保证|确保)了?(?:无向|图|[A-Z]|它|其|该|这个){0,4}(?:在?任何情况下?|一定)+都?[是为]?(?:一个)?(?:连通)[的图]*",
    ),
    ("possible", r"才?(?:可能|有可能|能)够?(?:是|成为|构成|为)(?:一个)?(?P<strong>强)?连通[的图]?"),
    ("complete", r"(?:无向|有向)?完全(?:无向|有向)?图"),
    ("strong", r"强连通的?(?:有向)?图"),
    ("apart", r"(?:无向)?[非不]连通的?(?:无向)?(?:简单)?图|不连通"),
    ("connected", r"(?:无向)?连通的?(?:无向)?(?:简单)?图|[是为]连通的"),
    ("others_less", rf"(?:其余|其他|其它|剩下|剩余)的?{_V}?的?度数?[均都]?(?:小于|<)\s*(?P<less>{INTEGER})"),
    ("others_most", rf"(?:其余|其他|其它|剩下|剩余)的?{_V}?的?度数?[均都]?(?:不超过|不大于|最大为|最多为|≤)\s*{INTEGER}"),
    ("others_are", rf"(?:其余|其他|其它|剩下|剩余)的?{_V}?的?度数?[均都]*[为是]\s*{INTEGER}"),
    (
        "of_degree",
        rf"(?:有|其中|且)*(?<![\d第])(?P<many>{INTEGER})\s*个(?:{_V}的?)?(?:度数?[均都]?[为是]\s*(?P<degree>{INTEGER})(?:的{_V})?|(?P<degree2>{INTEGER})度的?{_V})",
    ),
    ("degree_of", rf"(?:有|其中|且)*度数?[为是]\s*(?P<degree3>{INTEGER})\s*的{_V}的?(?:个数|数)?[有为是]?\s*(?P<many3>{INTEGER})\s*个?"),
    ("each_degree", rf"(?:每个|各个?|所有)的?{_V}的?度数?[均都]*[为是]\s*{INTEGER}"),
    ("sum", rf"(?:所有|全部|各个?|图中)*的?{_V}的?度数?[的之]?总?和{_ARE}\s*{INTEGER}"),
    ("ask_ratio", rf"(?:所有|全部|总)?的?{_E}的?[条总]?数目?的?{_MANY}\s*倍"),
    ("ask_sum", rf"(?:所有|全部|各个?|图中)*的?{_V}的?度数?[的之]总?和{_ARE}(?:{_MANY})?"),
    ("vertices", rf"{INTEGER}\s*个{_V}|{_V}的?[个总]?数目?(?:n|为|是|=)+\s*{INTEGER}(?!\d)|(?<![A-Za-z])n\s*=\s*{INTEGER}"),
    ("edges", rf"{INTEGER}\s*条(?:无向|有向)?{_E}|{_E}的?[条总]?数目?(?:e|为|是|=)+\s*{INTEGER}(?!\d)"),
    (
        "ask_vertices",
        rf"{_MANY}\s*个{_V}|{_V}(?=至少|最少|至多|最多)|(?:图中|其|该图|G|中|它|图)?的?{_V}的?[个总]?数目?{_ARE}(?:{_MANY}个?)?",
    ),
    (
        "ask_edges",
        rf"{_MANY}\s*条(?:无向|有向)?{_E}|{_E}(?=至少|最少|至多|最多)|(?:图中|其|该图|G|中|它|图|所?需要?的?)?的?{_E}的?[条总]?(?:数|数目){_ARE}(?:{_MANY}条?)?",
    ),
    ("least", r"(?:至少|最少)(?:需要?|应|要|得|必须|有|含有?|包含)*|最小值?"),
    ("most", r"(?:至多|最多)(?:能|可以?|有|含有?|包含|会)*|最大值?"),
    ("undirected", r"无向(?:简单)?图"),
    ("directed", r"有向(?:简单)?图"),
    ("graph", r"(?:该|此|这个|一个)?(?:简单)?图(?:[A-Z](?![A-Za-z]))?[中里上]?"),
    ("number", rf"[为是]?{_MANY}[个条]?"),
    ("all", rf"(?:没有|无)(?:别的|其他|其它)的?{_V}"),
    ("name", r"(?<![A-Za-z0-9])[A-Z](?![A-Za-z0-9])"),
)
_OWN = "具有 有 含有 包含 共有 共 一个 中 则 其 在 为 是 的 若 已知 设 假设 如果 当 时 那么 图中 该 此 且 并且 简单 没有自环和重边 无自环 无重边 不含自环 应 应该 需要 需 要 必须 才 求 问 试问 总共 一共 条 个 成为 可能"
_LOST = "多少 几 几个 多少个 最多 最少 至少 至多 最大 最小 次数 数目 个数 只有 仅有 每个 各 不同 其余 其他 一定 保证 确保"
_TOLD = ("vertices", "edges", "sum", "each_degree", "others_less", "others_most", "others_are")


def _last(mention: Mention) -> int:
    return to_int(patterns.findall(INTEGER, mention.text)[-1])


def _pairs(found: Sequence[Mention]) -> list[list[int]]:
    """(how many, of which degree) of the vertices whose degrees are told."""
    pairs = []
    for mention in found:
        if mention.sort == "of_degree":
            many, degree = (to_int(each) for each in patterns.findall(rf"(?<![\d])({INTEGER})(?=\s*个|\s*的|\s*度|$)", mention.text)[:2])
            pairs.append([many, degree])
        elif mention.sort == "degree_of":
            degree, many = (to_int(each) for each in patterns.findall(INTEGER, mention.text)[:2])
            pairs.append([many, degree])
    return pairs


@every_part_asked
def recognise(text: str) -> Recognition | None:
    """What is asked of the numbers of a graph; None where it is something else.

    Raises:
        StayOut: not all of the text is understood.
    """
    reading = opened(
        prepared(patterns.sub(r"(?<=[A-Za-z])\s?=\s?\(?\s?V\s?,\s?E\s?\)?(?![A-Za-z])", "", text))
    )  # `G=(V,E)` says no more than G
    refuse_dangerous(reading)
    reading.refuse(r"树|森林|权|路径|回路|遍历|邻接|拓扑|环图|入度|出度|重边(?!$|[,。;])|平行边|二分图|欧拉|分量|网")
    found = mentions(reading.rest, _LEXICON, _OWN, _LOST)
    said = sorts(found)
    told: dict[str, int] = {}
    for mention in found:
        if mention.sort in _TOLD and told.setdefault(mention.sort, _last(mention)) != _last(mention):
            stay_out("two figures")
    directed = bool(said & {"directed", "strong"}) or any("有向" in mention.text for mention in found)
    undirected = bool(said & {"undirected", "connected", "apart"}) or any("无向" in mention.text for mention in found)
    if directed and undirected:
        stay_out("directed or not")
    asked = _asked(found)
    if any(mention.sort == "ask_ratio" for mention in found):
        if (
            told
            or _pairs(found)
            or [what for what, _ in asked] not in (["sum", "ratio"], ["ratio"])
            or "sum" not in [what for what, _ in asked]
        ):
            stay_out("a ratio of what")
        asked = [["ratio", ""]]
    if (
        not asked
        or not (told or _pairs(found) or asked == [["ratio", ""]])
        or not said & {"graph", "undirected", "directed", "connected", "apart", "strong", "complete"}
    ):
        return None
    pairs = _pairs(found)
    return Recognition(
        parameters={
            "told": told,
            "pairs": pairs,
            "directed": directed if directed or undirected else None,
            "sort": next((sort for sort in ("complete", "strong", "apart", "connected") if sort in said), ""),
            "condition": "ensure" if "ensure" in said else "possible" if "possible" in said else "",
            "strongly": any(mention.sort == "possible" and "强" in mention.text for mention in found),
            "asked": asked,
        },
        understood=(
            ("图", "有向" if directed else "无向" if undirected else "未说有向无向"),
            ("求", "、".join(_SHOWN[what] for what, _ in asked)),
        ),
    )


_SHOWN = {"ratio": "度数之和是边数的几倍", "vertices": "顶点数", "edges": "边数", "sum": "度数之和"}


def _asked(found: list[Mention]) -> list[list[Any]]:
    """(what, bound) of what is asked, the bound that of its clause or of the one before."""
    asked: list[list[Any]] = []
    bound = ""
    for clause in clauses_of(found):
        kinds = sorts(clause)
        bounds = [name for name in ("least", "most") if name in kinds]
        if len(bounds) > 1:
            stay_out("two bounds")
        bound = bounds[0] if bounds else bound
        for mention in clause:
            if mention.sort.startswith("ask_"):
                asked.append([mention.sort.removeprefix("ask_"), bound])
                bound = ""
    if bound:
        stay_out("a bound of what")
    return asked
