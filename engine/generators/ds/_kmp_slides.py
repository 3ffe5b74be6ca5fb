"""How far a pattern moves at the most when a sign does not match, by its `next` or its mended `nextval`."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.ds._clauses import finish, opened
from engine.generators.ds._kmp import array_table, next_of, nextval_of
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import stay_out

_OWN = "KMP 算法 数组 模式匹配 匹配 模式串 主串 字符 某字符 失配 配对 失去 失去配对 向右 时 使用 串 某 发生 与 中 当 进行 将 会 后 不匹配 不等 S T P 的 和"
_ASKED = r"(?:则|那么)?(?:模式串)?\s*[A-Z]?\s*(?:将|会|可以|能)?(?:向右|往右)?(?:滑动|移动)(?:的)?(?:最(?:长|大|远)|(?:最(?:长|大|远)))(?:的)?(?:距离|位数|长度)(?:是|为)?(?:多少)?"


def slides(text: str) -> Recognition | None:
    """A pattern, the array used, and the longest way that it moves; None where that is not asked.

    Raises:
        StayOut: something in the text is not understood.
    """
    if not patterns.search(r"(?:滑动|移动)(?:的)?最(?:长|大|远)", text):
        return None
    reading = opened(text)
    pattern = reading.take(r"模式串\s*(?:[A-Za-z]\s*)?(?:=|为|是|:)\s*(?P<pattern>[A-Za-z]{3,20})(?![A-Za-z])")
    mended = reading.take_all(r"(?:修正|改进|优化|改良)(?:过|后)?的\s*next(?:数组)?|nextval(?:数组)?")
    plain = reading.take_all(r"(?<![A-Za-z])next(?![A-Za-z])(?:数组)?")
    asked = reading.take(_ASKED)
    finish(reading, _OWN)
    if pattern is None or asked is None or not (mended or plain):
        return None
    if mended and plain:
        stay_out("two arrays")
    return Recognition(
        parameters={"task": "slide", "pattern": pattern["pattern"], "mended": bool(mended)},
        understood=(("模式串", pattern["pattern"]), ("数组", "修正后的 next" if mended else "next"), ("求", "向右滑动的最长距离")),
    )


def solve_slide(parameters: Parameters) -> Solution:
    """The greatest of the places less their values."""
    pattern, mended = parameters["pattern"], parameters["mended"]
    values = nextval_of(pattern) if mended else next_of(pattern)
    moved = [place - value for place, value in enumerate(values, 1)]
    name = "nextval" if mended else "next"
    return Solution(
        answer=str(max(moved)),
        steps=paragraphs(
            array_table(pattern, {name: values}),
            f"第 j 个字符失配时向右滑动 j − {name}[j]，依次为 {'、'.join(map(str, moved))}，最长 {max(moved)}。",
        ),
        also=(f"{max(moved)} 个字符", f"{max(moved)} 位"),
        conventions=("位置从 1 编号，第一个值为 0",),
    )
