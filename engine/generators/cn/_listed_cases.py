"""One question for several listed cases: "在下列情况下利用率是多少：（1）停止等待；（2）窗口为 4" is read once for every case."""

from __future__ import annotations

import re
from collections.abc import Callable

from engine.generators.kind import Recognition
from engine.generators.reading import StayOut, normalise

_INTRODUCED = re.compile(
    r"(?P<ask>(?:试|请|求|计算|问|写出|给出|则|那么)[^。;\n?]*?(?:下列|以下|下述|如下|下面|下列各|这)(?:各|几|两|三|四)?(?:个|种)?(?:情况|情形|条件|方式|协议|方案|方法)(?:下|中|时)?[^。:\n?]*?)(?P<end>[:。?]+)\s*(?=\(?[1a一]\s*[).、])"
)
_ITEM = re.compile(r"(?:^|(?<=[\s;。,:?]))\(?(?:[1-5a-d]|[一二三四])\s*[).、]\s*(?=\S)")
_WHERE = re.compile(
    r"(?:在|对于?|针对|采用|使用|分别)*(?:下列|以下|下述|如下|下面|这)(?:各|几|两|三|四)?(?:个|种)?(?:情况|情形|条件|方式|协议|方案|方法)(?:下|中|时)?(?:,)?"
)
_ASKS = re.compile(r"多少|几|什么|何|哪|求|计算|\?")


def _texts(text: str) -> list[str]:
    """The text once for each case; empty where it lists none."""
    match = _INTRODUCED.search(text)
    if match is None:
        return []
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
    question = re.sub(r"(?:分别|各)(?:自)?", "", _WHERE.sub("", match["ask"])).strip(" ,:")
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
