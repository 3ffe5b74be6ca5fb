"""Reading one process's request against what it may still ask for and what is free."""

from __future__ import annotations

from engine.generators.kind import Recognition
from engine.generators.os._banker.reading import shown
from engine.generators.os._banker.state import vector_of
from engine.generators.os._topic import Topic


def recognise_trial(text: str) -> Recognition | None:
    """One process's request against its need and what is free, without the others; None: another problem."""
    reading = Topic(text)
    vector = r"\(\s*\d+(?:\s*[,、 ]\s*\d+){1,5}\s*\)"
    found = {}
    for name, cue in (
        ("need", r"(?:P\d)?(?:的)?(?:当前)?(?:Need|尚需(?:资源)?|还需要?)"),
        ("free", r"(?:系统)?(?:当前)?(?:剩余|可用)(?:的)?(?:资源)?(?:向量)?(?:Available)?|Available"),
        ("request", r"(?:它|P\d)?(?:提出|发出|申请|请求|又)*(?:Request\d?|请求|申请)"),
    ):
        match = reading.take(rf"(?:{cue})(?:为|是|=|:|\s)*(?P<value>{vector})")
        if match is None:
            return None
        found[name] = vector_of(match["value"])
    if len({len(one) for one in found.values()}) != 1:
        return None
    reading.take_all(r"\(?先?不(?:用)?(?:管|考虑)(?:之后)?(?:安不安全|安全性|是否安全)\)?")
    asked = reading.ask(
        (
            (
                r"(?:系统)?(?:试(?:探性)?分配)?(?:之?后)?(?:的)?(?:剩余|可用|Available)(?:资源)?(?:向量)?(?:变成|变为|是|为)(?:多少|几|什么)",
                "free",
            ),
            (r"(?:P\d|它)?(?:的)?(?:Need|尚需)(?:向量)?(?:变成|变为|是|为)(?:多少|几|什么)", "need"),
            (
                r"(?:按|根据)?(?:银行家算法)?,?(?:系统|银行家算法)(?:应当?|应该|将|会)?(?:如何处理|怎么处理|怎样处理|几)?(?=[,;。?]|$)",
                "verdict",
            ),
        )
    )
    reading.take_all(r"(?<![A-Za-z])P\d(?!\d)")
    reading.finish_knowing("设 进程 系统 试分配 后 它 银行家算法 按 应当 应 的 当前 某时刻 若 ")
    if not asked or ("verdict" in asked and len(asked) > 1):
        return None
    return Recognition(
        parameters={"trial": {name: list(value) for name, value in found.items()}, "asked": asked},
        understood=(("Need", shown(found["need"])), ("可用", shown(found["free"])), ("请求", shown(found["request"]))),
    )
