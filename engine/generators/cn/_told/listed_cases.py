"""One question for several listed cases: "在下列情况下利用率是多少：（1）停止等待；（2）窗口为 4" is read once for every case."""

from __future__ import annotations

import re
from collections.abc import Callable

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.pasted.normalising import normalise
from engine.generators.reading import StayOut

_INTRODUCED = re.compile(
    r"(?P<ask>(?:试|请|求|计算|问|写出|给出|则|那么|(?:对于?|针对)(?=下列|以下|下述|下面|如下))[^。;\n?]*?(?:下列|以下|下述|如下|下面|下列各|这)(?:各|几|两|三|四)?(?:个|种)?(?:情况|情形|条件|方式|协议|方案|方法)(?:下|中|时)?[^。:\n?]*?)(?P<end>[:。?]+)\s*(?=\(?[1a一]\s*[).、])"
)
_ITEM = re.compile(r"(?:^|(?<=[\s;。,:?]))\(?(?:[1-5a-d]|[一二三四])\s*[).、]\s*(?=\S)")
_WHERE = re.compile(
    r"(?:在|对于?|针对|采用|使用|分别)*(?:下列|以下|下述|如下|下面|这)(?:各|几|两|三|四)?(?:个|种)?(?:情况|情形|条件|方式|协议|方案|方法)(?:下|中|时)?(?:,)?"
)
_ASKS = re.compile(r"多少|几|什么|何|哪|求|计算|\?")


# `分别求：（1）停等协议；（2）窗口为 7 的 GBN 协议 的信道利用率`: the question stands behind the last case.
_BEHIND = re.compile(
    r"(?:试|请|分别|各|求出?|计算|写出|给出)*(?:分别|各)(?:求出?|计算|写出|给出)?[^,。;?\n]{0,10}?[:,]?\s*(?P<items>\(?1\s*[).、]\s*[^。?\n]+?)(?:的|时的?|下的?|情况下的?|各自的)\s*(?P<ask>(?:最[大小高低]|平均|实际|有效|信道|链路|极限|数据|传输|总|发送|传播|端到端|的)*(?:利用率|速率|吞吐[量率]|时延|延迟|时间|帧长|窗口|容量))(?:分别|各)?(?:是|为|有)?(?:多少|多大)?[。?]?\s*$"
)


# `分别求停止等待、窗口为 7、窗口为 127 时的信道利用率`: the same in one row.
_CASE = r"[^,。;?\n、:]*?(?:停止?-?等|窗口|GBN|(?<![A-Za-z])SR(?![A-Za-z])|后退|回退|选择(?:性)?重)[^,。;?\n、:]*?"
_IN_ROW = re.compile(
    rf"(?:试|请)?(?:分别|各)(?:求出?|计算|算算|算出?|写出|给出|求一下|算一下)(?:采用|使用|在)?(?P<items>{_CASE}(?:[、,]{_CASE})*(?:、|和|与|以及|,){_CASE})(?:这[两三四]种情况)?(?:时|下|情况下|条件下)(?:的)?(?P<ask>(?:最[大小高低]|平均|实际|有效|信道|链路|极限|数据|传输)*(?:利用率|吞吐[量率]|传输速率|效率))(?:分别|各)?(?:是|为)?(?:多少|多大)?(?:\([^()]*\))?[。?]?\s*$"
)


def _in_row(text: str) -> list[str]:
    match = _IN_ROW.search(text)
    if match is None:
        return []
    items = [item.strip() for item in patterns.split(r"、|,|以及|和|与", match["items"])]
    if not all(patterns.fullmatch(_CASE, item) for item in items) or any(_ASKS.search(item) for item in items):
        return []
    return [f"{text[: match.start()]}若采用{item},求{match['ask']}?" for item in items]


def _behind(text: str) -> list[str]:
    match = _BEHIND.search(text)
    if match is None:
        return _in_row(text)
    marks = list(_ITEM.finditer(match["items"]))
    if len(marks) < 2:
        return []
    ends = [mark.start() for mark in marks[1:]] + [len(match["items"])]
    items = [match["items"][mark.end() : end].strip(" \n;,、和与") for mark, end in zip(marks, ends, strict=True)]
    if not all(items) or any(_ASKS.search(item) or item.endswith(match["ask"]) for item in items):
        return []
    return [f"{text[: match.start()]}若采用{item},求{match['ask']}?" for item in items]


def _texts(text: str) -> list[str]:
    """The text once for each case; empty where it lists none."""
    match = _INTRODUCED.search(text)
    if match is None:
        return _behind(text)
    rest = text[match.end() :]
    marks = list(_ITEM.finditer(rest))
    if len(marks) < 2 or marks[0].start() > 1:
        return []
    items = [
        rest[mark.end() : marks[number + 1].start() if number + 1 < len(marks) else len(rest)].strip(" \n;。,.")
        for number, mark in enumerate(marks)
    ]
    if not all(items) or any(_ASKS.search(item) for item in items):
        return []
    question = patterns.sub(r"(?:分别|各)(?:自)?", "", _WHERE.sub("", match["ask"])).strip(" ,:")
    return [f"{text[: match.start()]}若{item},{question}?" for item in items]


def each_case(recognise: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """A reader that also understands listed cases, each with its own answer."""

    def read(text: str) -> Recognition | None:
        texts = _texts(normalise(text))
        if not texts:
            return recognise(text)
        try:
            found = [recognise(one) for one in texts]
        except StayOut:
            return recognise(text)
        seen = [one for one in found if one is not None and not one.missing and "units" in one.parameters]
        if len(seen) != len(texts):
            return recognise(text)
        return Recognition(
            parameters={"units": [unit for one in seen for unit in one.parameters["units"]]},
            understood=tuple(dict.fromkeys(pair for one in seen for pair in one.understood)),
        )

    return read
