"""Reading a physical address that is taken apart, or traced back to the logical address by the page table."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.os._addressing.addresses import ADDRESS, LOGICAL, AddressInquiry, take_asides
from engine.generators.os._addressing.page_frames_reading import HEXADECIMAL, number, page_table
from engine.generators.os._addressing.spelling import plain
from engine.generators.os._clauses import SIZE, to_bytes
from engine.generators.os._inquiry import Question
from engine.generators.os._paging.asides import WORDS
from engine.generators.quantities import size

_ASKED = r"多少|几|什么|哪|求|计算|写出|给出|各|试|指出|确定"
_QUESTIONS = (
    Question(
        name="frame",
        key=r"(?:在|落在|位于|属于)*(?:哪|第几)(?:一)?个?(?:号)?(?:物理|内存|主存)?(?:块|页框)|(?:物理)?(?:块|页框)号",
        also=(_ASKED,),
    ),
    Question(name="offset", key=r"(?:块内|页内)(?:偏移(?:量)?|位移(?:量)?|地址)", also=(_ASKED,)),
    Question(name="inverse", key=rf"{LOGICAL}地址(?!空间)", also=(_ASKED,)),
)


def traced_back(text: str) -> Recognition | None:
    """Such a problem as understood; None: another one."""
    text = patterns.sub(r"(?<=对应的)(逻辑|虚拟?)地址(?=\s*$)", r"\1地址是多少", text)
    reading = AddressInquiry(plain(text))
    take_asides(reading)
    physical = reading.take_all(rf"(?:物理|实|内存|主存)地址(?:为|是|=|:)*\s*(?P<value>{ADDRESS})")
    if len(physical) != 1:
        return None
    frames, _ = page_table(reading)
    page = reading.take_one(rf"(?:每个?|一)?(?:页面|页|块)(?:的)?(?:大小|长度|长)?(?:为|是|=|:)*\s*(?P<value>{SIZE})", to_bytes)
    asked = list(dict.fromkeys(name for _, name in reading.inquire(_QUESTIONS)))
    reading.finish(WORDS + "反推 反推题 某次 得到 落在 该地址 页号 块号 块内 偏移 页内 对应")
    if page is None or not asked or ("inverse" in asked and asked != ["inverse"]):
        return None
    address = number(physical[0]["value"])
    if asked == ["inverse"] and address // page not in frames.values():
        return None
    return Recognition(
        parameters={
            "page_size": page,
            "frames": [list(item) for item in sorted(frames.items())],
            "physical": address,
            "asked": asked if asked == ["inverse"] else ["physical split"],
            "hexadecimal": patterns.fullmatch(HEXADECIMAL, physical[0]["value"].strip()) is not None,
        },
        understood=(("页面", size(page)), ("物理地址", str(address))),
    )
