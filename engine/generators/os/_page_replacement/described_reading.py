"""Reading replacement problems whose reference string is told in words: so many different pages, and then the same again, forwards or backwards."""

from __future__ import annotations

from engine.generators.kind import Recognition
from engine.generators.os._inquiry import Inquiry, Question
from engine.generators.os._page_replacement.inquiry import ALGORITHMS
from engine.generators.os._page_replacement.reading import read_frames
from engine.generators.reading import INTEGER, to_int

_FAULT = r"(?:缺页|页面失效|页故障)(?:中断|异常|错误)?"
_WORDS = "系统 进程 程序 某 一个 使用 采用 页面 页面置换 置换 替换 淘汰 策略 算法 页框 页帧 物理块 内存 主存 初始 初始时 时 没有 加载 装入 任何页面 任何 为空 均 都 空 首先 先 按 某种 顺序 依次 访问 引用 然后 随后 接着 再次 再 总共 一共 共 会 将 发生 产生 多少 次 它 有 的 "


def recognise_described(text: str) -> Recognition | None:
    """`n different pages, then the same in the opposite order`; None: another problem."""
    reading = Inquiry(text)
    row = reading.take(
        rf"(?:首先|先)?(?:按)?(?:某种|某一|一定)?(?:的)?(?:顺序|次序)?(?:地)?(?:依次)?(?:访问|引用)(?:了)?\s*(?P<count>{INTEGER})\s*个(?:互不相同|不同|互异|各不相同)(?:的)?页(?:面)?"
        rf"[,，;。]?(?:然后|接着|随后|之后|再)*(?:以|按)(?:照)?(?:完全)?(?P<way>相反|逆|倒|相同|同样|原来?)(?:的)?(?:顺序|次序|序)?(?:地)?(?:再次|再|重新|又)*(?:依次)?(?:访问|引用)(?:了)?(?:一遍|一次)?"
        rf"(?:这|相同的|同样的|上述|前面的)*\s*(?P<again>{INTEGER})?\s*个?(?:相同|同样)?(?:的)?(?:页(?:面)?)?(?:一遍|一次)?"
    )
    if row is None:
        return None
    count = to_int(row["count"])
    if row["again"] and to_int(row["again"]) != count:
        return None
    algorithms = reading.take_words(ALGORITHMS)
    frames = read_frames(reading, len(algorithms))
    reading.take_all(
        r"(?:初始|开始|起初)(?:时)?(?:均|都|全)?(?:为|是)?(?:空(?:的)?|没有(?:加载|装入|调入)(?:任何)?页面?)|(?:均|都)(?:为)?空"
    )
    asked = [
        name
        for _, name in reading.inquire((Question(name="faults", key=rf"(?:多少|几)次{_FAULT}|{_FAULT}(?:的)?(?:总)?(?:次数|总数|数)?"),))
    ]
    reading.finish(_WORDS)
    if not algorithms or not frames or not asked or not 2 <= count <= 400 or any(not 1 <= one <= 20 for one in frames):
        return None
    forwards = list(range(1, count + 1))
    references = forwards + (forwards if row["way"] in ("相同", "同样", "原", "原来") else forwards[::-1])
    return Recognition(
        parameters={"algorithms": algorithms, "references": references, "asked": ["faults"], "count_initial": True, "frames": list(frames)},
        understood=(
            ("页框数", "、".join(map(str, frames))),
            ("算法", "、".join(algorithms)),
            ("访问", f"{count} 个不同的页，再按{'相同' if references[count] == 1 else '相反'}的次序访问一遍"),
        ),
    )
