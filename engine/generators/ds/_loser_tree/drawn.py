"""Loser trees that are to be drawn: of the first records of the runs, and after the winner has been put out."""

from __future__ import annotations

from collections.abc import Sequence

from engine.generators import patterns
from engine.generators.ds._clauses import count_of, opened
from engine.generators.ds._settling import settle
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.reading import INTEGER, stay_out, to_int, to_ints

_OWN = """
败者树 归并 多路归并 归并段 顺串 段 路 每个 各 记录 关键字 第一个 第二个 首 开始 时 的 对 相应 有 一个 进入 输出 全局 赢者 冠军 优胜者 重构 调整 进行 后 需对 需 此 该 初始 从 中
"""
_RUNS = r"(?:归并段|顺串|有序段|段)"
_LIST = r"\(?\d+(?:\s*[,、 ]\s*\d+){2,}\)?"
_FIRST = rf"(?:每个|各|各个)?{_RUNS}?的?(?:第[一1]个|首个?|当前)(?:记录)?的?(?:关键字|记录)?值?(?:分别|依次|各)*[为是:]\s*(?P<keys>{_LIST})"
_SECOND = rf"[而且,]*(?:每个|各|各个)?{_RUNS}?的?(?:第[二2]个|下一个|后继)(?:记录)?的?(?:关键字|记录)?值?(?:分别|依次|各)*[为是:]\s*(?P<keys>{_LIST})"
_DRAWN = r"(?:请|试|并|要求)*[画写给]出(?P<of>[^,;。?]{0,40}?)败者树"
_OUT = r"从?[该此]?(?:败者树)?中?(?:输出|选出|取走)了?(?:第[一1]个|一个)?(?:全局)?(?:赢者|冠军|优胜者|胜者|最小记录)"


def recognise(text: str) -> Recognition | None:
    """The first keys of runs, those behind them, and trees to be drawn; None where that is not asked."""
    if not patterns.search(r"[画写给]出[^,;。?]{0,40}败者树", text):
        return None
    reading = opened(text)
    first, second = reading.take(_FIRST), reading.take(_SECOND)
    drawn = reading.take_all(_DRAWN)
    if first is None or not drawn:
        return None
    after = any(patterns.search("输出|重构|调整", match["of"]) for match in drawn)
    before = any(not patterns.search("输出|重构|调整", match["of"]) for match in drawn)
    reading.take_all(r"\(并?有?相应的?(?:一个)?记录进入(?:败者树)?\)")
    reading.take_all(_OUT)
    ways = reading.take_one(rf"(?P<value>{INTEGER})\s*路", to_int)
    runs = count_of(reading, f"(?:初始|有序)?{_RUNS}")
    settle(reading, _OWN)
    keys = list(to_ints(first["keys"]))
    following = None if second is None else list(to_ints(second["keys"]))
    if any(each not in (None, len(keys)) for each in (ways, runs)) or not 3 <= len(keys) <= 10:
        stay_out("another number of runs")
    if (after and following is None) or (following is not None and len(following) != len(keys)):
        stay_out("what comes in")
    now = list(keys)
    if following is not None:
        least = min(range(len(keys)), key=keys.__getitem__)
        now[least] = following[least]
    if len(set(keys)) != len(keys) or len(set(now)) != len(now):
        stay_out("equal keys")
    stages = [*([keys] if before else []), *([now] if after else [])]
    return Recognition(
        parameters={"task": "drawn", "stages": stages, "after": after},
        understood=(
            ("各段的第一个记录", listed(keys)),
            *((("输出后进入的记录", str(now[least])),) if after and following is not None else ()),
            ("求", "败者树"),
        ),
    )


def told(keys: Sequence[int], tree: Sequence[int]) -> str:
    """The nodes with the keys that lost there."""
    return "，".join(f"ls[{node}] = {keys[run]}" for node, run in enumerate(tree))
