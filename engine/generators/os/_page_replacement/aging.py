"""Aging: counters shifted to the right at every tick with the page's reference bit coming in from the left."""

from __future__ import annotations

from collections.abc import Sequence

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.os._topic import Topic
from engine.generators.reading import INTEGER, stay_out, to_int

_WORDS = "一台 小型 计算机 系统 某 有 个 页框 页面 页 在 第一个 第1个 时钟周期 周期 时钟 时钟滴答 滴答 时 R位 R 访问位 是 为 其他 其余 随后 后续 的 中 这个 值 该 依次 分别 如果 若 使用 采用 带有 带 位 计数器 老化 算法 老化算法 最后 一个 最后一个 后 之后 给出 求 各 请 假设 则 计算 初始 初值 均为 0 都 全部 初始值 到"


def recognise_aging(text: str) -> Recognition | None:
    """The bits of each tick and the counters asked for; None: another problem."""
    if "老化" not in text:
        return None
    reading = Topic(text)
    rows = reading.take(
        r"(?<!\d)[01]{2,8}(?!\d)(?:[^\d,;。]{0,3}\([^()]{0,30}\))?[^01\d]{1,36}?(?P<rest>[01]{2,8}(?:\s*[、,]\s*(?:和|与|及)?\s*[01]{2,8})+)(?!\d)"
    )
    if rows is None:
        return None
    bits = list(patterns.findall(r"(?<![\d])[01]{2,8}(?![\d])", patterns.sub(r"\([^()]*\)", "", rows[0])))
    said = patterns.search(
        r"\((?:页面?|页框)?\s*0\s*(?:是|为|:)\s*([01])\s*[,、]\s*其[他余](?:页面?|各页)?(?:是|为|都是|均为)\s*([01])\)", rows[0]
    )
    width = reading.take_one(rf"(?P<value>{INTEGER})\s*位(?:的)?计数器", to_int)
    count = reading.take_one(rf"(?P<value>{INTEGER})\s*个(?:页框|页面|页帧|物理块)", to_int)
    reading.take_all(r"\(?页(?:面|框)?\s*0\s*[~～-]\s*(?:页(?:面|框)?)?\s*\d\)?")
    one = None
    found = reading.take_all(
        r"(?:第)?(?:页(?:面|框)?\s*(?P<page>\d)|(?P<number>\d)\s*号页面?)(?:的)?计数器(?:的)?(?:值|内容)(?:是|为)?(?:多少|几|什么)?"
    )
    reading.questions += [match.span() for match in found]
    if found:
        one = [int(match["page"] or match["number"]) for match in found]
    asked = reading.ask(
        (
            (
                r"(?:给出|求|写出)?[^,;。?]{0,12}?(?:(?:\d|[二三四五六七八])个|各(?:个|页)?(?:的)?|所有(?:的)?)计数器(?:的)?(?:值|内容)(?:各|分别)?(?:是|为)?(?:多少|什么|几)?",
                "all",
            ),
            (r"(?:应|则|将|会)*(?:淘汰|换出|置换)(?:的)?(?:是)?(?:哪一?个?页面?|哪页|几号页面?)", "evicted"),
        )
    )
    reading.finish(_WORDS)
    pages = len(bits[0])
    if width is None or any(len(row) != pages for row in bits) or count not in (None, pages) or not (one or asked):
        return None
    if said is not None and bits[0] != said[1] + said[2] * (pages - 1):
        stay_out("the order of the bits")
    if not 2 <= width <= 32 or (one and any(page >= pages for page in one)):
        return None
    return Recognition(
        parameters={"state": "aging", "bits": bits, "width": width, "pages": one or [], "asked": asked},
        understood=(("每个周期的 R 位（页 0 起）", listed(bits, "、")), ("计数器", f"{width} 位")),
    )


def _counters(bits: Sequence[str], width: int) -> list[str]:
    counters = ["0" * width] * len(bits[0])
    for row in bits:
        counters = [(bit + counter)[:width] for bit, counter in zip(row, counters, strict=True)]
    return counters


def solve_aging(parameters: Parameters) -> Solution:
    """The counters after the last tick."""
    bits, width = [str(row) for row in parameters["bits"]], int(parameters["width"])
    counters = _counters(bits, width)
    said, also = [], []
    for page in parameters["pages"]:
        said.append(f"页 {page} 的计数器为 {counters[page]}")
        also.append(counters[page])
    if "all" in parameters["asked"]:
        said.append("、".join(f"页 {page}：{counter}" for page, counter in enumerate(counters)))
        also.append(listed(counters, "、"))
    if "evicted" in parameters["asked"]:
        if counters.count(min(counters)) > 1:
            stay_out("two counters alike")
        said.append(f"淘汰页 {counters.index(min(counters))}")
        also.append(f"页 {counters.index(min(counters))}")
    return Solution(
        answer="；".join(said),
        also=("；".join(also),),
        steps=paragraphs(
            "每个周期计数器右移一位，把该页的 R 位放入最高位；计数器开始为 0。",
            *(
                f"页 {page}：R 位依次为 {listed([row[page] for row in bits], '、')}，计数器为 {counter}。"
                for page, counter in enumerate(counters)
            ),
        ),
        conventions=("R 位从左起依次属于页 0、页 1……",),
    )
