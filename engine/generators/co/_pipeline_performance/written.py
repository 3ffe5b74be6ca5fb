"""Pipelines as papers write them, in the wording that the readers know: `t取指 = 2ns`, `取指令(2Δt)、分析(1Δt)`, a superscalar of degree 4."""

from __future__ import annotations

import re
from collections.abc import Callable

from engine.generators import patterns
from engine.generators.kind import Recognition

_SPAN = r"\d*(?:\.\d+)?\s?(?:[△Δ∆▲]\s?t|t[△Δ∆▲]?|ns|ps|μs|us|ms)(?![A-Za-z])"
_NAME = r"(?:取指令?|取值|分析指令|分析|指令译码|译码|取操作数|取数|执行指令|执行|运算|访存|写回结果|写回|写结果|存结果|送结果|保存结果|[\u4e00-\u9fff]{2,6})"
# `t取指 = 2ns, t分析 = 2ns, t执行 = 1ns`: without one clock for all.
_NAMED_TIMES = re.compile(rf"(?<![A-Za-z])t\s?_?\s?(?P<name>{_NAME})\s?=\s?(?P<span>{_SPAN})")
_BRACKETED = re.compile(rf"(?:{_NAME}\s?\(\s?{_SPAN}\s?\)\s?[、,和与及]*\s?){{3,8}}(?:组成|构成)?")
_ONE = re.compile(rf"(?P<name>{_NAME})\s?\(\s?(?P<span>{_SPAN})\s?\)")
_COMMON = {"分析指令": "分析", "执行指令": "执行", "写回结果": "写回", "保存结果": "写回", "存结果": "写回", "送结果": "写回"}
_DEGREE = re.compile(
    r"(?:度为|度数?为)\s?(?P<n>\d|[二两三四五六八])\s?的\s?(?:指令级)?超标量(?:处理机|流水线|结构|处理器|机)*|(?P<m>\d|[二两三四五六八])\s?度(?:的)?超标量(?:流水线|处理机|结构)?"
)


def written_plainly(read: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """A reader of pipelines in such wording."""
    return lambda text: read(_plain(text))


# A diagram of stages against time tells nothing that the figures do not.
_DIAGRAM = re.compile(
    r"(?:\(\s?\d\s?\)|(?<=[;。\n])\s*\d\s?[.、)])?\s*(?:请|试|并|分别)*画出?(?:[^,;。?!\n\d]|\d+\s?条){0,24}(?:时空图|时空关系图|周期流程图?)(?:示意图?)?(?:[,;。:]|(?=\n|$))"
)


def _plain(text: str) -> str:
    text = _DIAGRAM.sub(lambda asked: asked[0][:3] if asked[0].endswith(",") and asked[0].startswith("(") else "", text)
    text = (
        patterns.sub(r"取[值址](?=\s?[、,和(=]|指令|译码|分析|时间|\s?\d)", "取指", text)
        if patterns.search("译码|分析|执行", text)
        else text
    )
    text = patterns.sub(r"(?<=写回)寄存器(?:堆|组)(?=\s?[(、,和等五5]|[三四五六3-6]个)", "", text)
    text = patterns.sub(r"(?:没有|无|不(?:发生|存在|考虑|出现|会有|产生))(?:任何)?(?:流水线)?(?:的)?停顿(?=[,。;下时]|$)", "没有冲突", text)
    text = patterns.sub(r"一段(?=(?:包含|含有?|由|有)?\s?\d+\s?条(?:指令)?)", "", text)
    text = _stage_by_stage(_drawn(text))
    text = patterns.sub(
        r"(?<=吞吐率)\s?\(?(?:即)?单位时间(?:内|里)?[^()]{2,24}\)?(?=$|[,。;为是]|TP)|(?<=[率)])\s?TP(?=[为是=\s])", "", text
    )
    # Each of the parts that carry out an instruction is a stage.
    text = patterns.sub(r"(?<=\d)\s?个子?部件(?:来)?(?:完成|实现|组成|构成)(?=[,。;])", "段组成", text)
    text = patterns.sub(r"(?<=[每各])个?子部件(?=[的均都])", "段", text)
    text = patterns.sub(r"(?<=段)的?工作周期(?=[均都为])|(?<=段)的工作时间(?=[均都为])", "的时间", text)
    text = patterns.sub(r"(?:常规|普通|一般)的?标量(?=流水线)", "", text)
    named = [(match["name"], match["span"]) for match in _NAMED_TIMES.finditer(text)]
    if len(named) > 1:
        text = _NAMED_TIMES.sub(lambda match: match["span"], text)
        text = patterns.sub(r"(?:且|并且)?(?:这)?(?:[三四五六]|\d)\s?个?部分的?(?:执行)?时间(?=分别)", "各段时间", text)
        if len({span for _, span in named}) > 1 and not patterns.search(r"插入|间隔|另加|额外", text):
            # Each part takes its own time: the first instruction takes their sum.
            text = patterns.sub(r"(?=[,。;](?:则|那么|若|问|求|连续)?[^,。;]{0,24}(?:全部|共|需|时间))", ",按瓶颈段流水", text, count=1)
    text = patterns.sub(r"[送写]回(?:运算|执行)?结果|送回(?=[、,和以4四])", "写回", text)
    text = patterns.sub(r"\((?:每|各)段(?:之)?后(?:都|均)?(?:要|需|有)?(?:再)?(?:加(?:上)?|经过|有)?(?:一次|一个)?\)", "", text)
    text = patterns.sub(
        r"(?:若|如果)?不(?:采用|使用|用)流水线[、,]?(?:时)?(?:则)?每条指令(?:的)?(?:顺序)?(?:执行|处理)?(?:的)?(?:用时|时间|耗时|延迟)?(?:为|是|等于|取)各段(?:的)?(?:组合)?(?:逻辑)?(?:的)?(?:延迟|时间|用时)(?:时间)?之和,?(?:则|求|那么)?",
        "相对于不用流水线的",
        text,
    )
    text = patterns.sub(
        r"(?<=[令务])(?:全部)?(?:执行|处理|运行)?(?:完毕|完成|完)?(?:总共|一共|共)?(?:需要?|用)\s?(?:\(\s?\)|多少)(?=\s*[。?]?\s*$)",
        "共需多少时间",
        text,
    )
    text = _BRACKETED.sub(_listed, text)
    text = _DEGREE.sub(lambda match: f"每个时钟周期可同时发射{match['n'] or match['m']}条指令的流水线,没有冲突,", text)
    return patterns.sub(r",?\s?(?:并|且|它们)*分别(?:用|由|采用)\s?\d\s?个子?部件?(?:来)?完成", "", text)


_NUMBERED_STAGES = re.compile(
    rf"第\s?(?P<which>\d(?:\s?[、,和]\s?(?:第\s?)?\d)*)\s?(?:流水)?段(?:的)?(?:所需|执行)?(?:的)?时间(?:均|都|分别|各)*(?:为|是)\s?(?P<spans>{_SPAN}(?:\s?[、,和]\s?{_SPAN})*)"
)


# A drawing made of text: `→Δt→2Δt→3Δt→`.
_DRAWN = re.compile(r"(?:\s*→\s*(?:[△Δ∆▲]\s?\d*|\d*\s?[△Δ∆▲])\s?t){3,8}\s*(?:→)?")


def _drawn(text: str) -> str:
    """Stages drawn as a row of arrows, as a list."""
    row = _DRAWN.search(text)
    if row is None or not patterns.search("图", text):
        return text
    spans = [f"{number}△t" for number in patterns.findall(r"→\s*[△Δ∆▲]?\s?(\d*)", row[0].rstrip("→ \n"))]
    text = text[: row.start()] + text[row.end() :]
    return patterns.sub(
        r"[,]?(?:各段)?(?:所)?(?:需要?)?(?:的)?时间(?:如下?图)?(?:所示|如图所示|见下?图)",
        f",各段时间分别为{'、'.join(spans)}",
        text,
        count=1,
    )


def _stage_by_stage(text: str) -> str:
    """`第1、3段所需时间为Δt, 第2段为2Δt` as one list, where every stage has its time."""
    found = list(_NUMBERED_STAGES.finditer(text))
    times: dict[int, str] = {}
    for match in found:
        which = [int(one) for one in patterns.findall(r"\d", match["which"])]
        spans = patterns.findall(_SPAN, match["spans"])
        if len(spans) not in (1, len(which)):
            return text
        times |= dict(zip(which, spans * len(which) if len(spans) == 1 else spans, strict=False))
    if len(found) < 2 or sorted(times) != list(range(1, len(times) + 1)):
        return text
    listed = f"各段时间分别为{'、'.join(times[number] for number in sorted(times))}"
    return text[: found[0].start()] + listed + text[found[-1].end() :]


def _listed(row: re.Match[str]) -> str:
    """Names with their times in brackets as a list of names and a list of times."""
    found = _ONE.findall(row[0])
    names = "、".join(_COMMON.get(plain := patterns.sub("^[和与及]", "", name), plain) for name, _ in found)
    return f"{names}组成,各段时间分别为{'、'.join(span for _, span in found)},"
