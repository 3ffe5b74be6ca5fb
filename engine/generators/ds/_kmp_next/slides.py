"""How far a pattern moves when a sign does not match, at one place or at the most, by its `next` or its mended `nextval`."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.ds._clauses import finish, opened
from engine.generators.ds._kmp_next.simulator import array_table, next_of, nextval_of
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import INTEGER, stay_out, to_int

_OWN = "KMP 算法 数组 模式匹配 匹配 模式串 主串 字符 某字符 失配 配对 失去 失去配对 向右 时 使用 串 某 发生 与 中 当 进行 将 会 后 不匹配 不等 S T P 的 和"
_ASKED = r"(?:则|那么)?(?:模式串)?\s*[A-Z]?\s*(?:将|会|可以|能)?(?:向右|往右)?(?:滑动|移动)的?(?:最[长大远]|(?:最[长大远]))的?(?:距离|位数|长度)[是为]?(?:多少)?"

_MISMATCH = rf"(?:当|若|如果)?(?:主串)?[中里]?的?(?:某个?|当前|第i个)?(?:字符)?[与和跟]?(?:模式串)?\s*(?:[A-Z])?\s*[中里]?的?第\s*(?P<place>{INTEGER})\s*个(?:字符|位置)(?:发生|出现)?(?:失配|不匹配|不相等|不等|匹配失败)[时后]?"
_ASKED_AT = r"(?:则|那么|,)?(?:模式串)?\s*[A-Z]?\s*(?:将|会|应该?|需|可以)?(?:向右|往右|右)(?:滑动|移动|移)的?(?:距离|位数|字符数|长度|个数)[是为]?(?:多少)?"


def slides(text: str) -> Recognition | None:
    """A pattern, the array used, and the longest way that it moves; None where that is not asked.

    Raises:
        StayOut: something in the text is not understood.
    """
    most = patterns.search(r"(?:滑动|移动)的?最[长大远]", text) is not None
    if not most and not patterns.search(r"(?:滑动|移动|右移)的?(?:距离|位数|字符数)", text):
        return None
    reading = opened(text)
    pattern = reading.take(r"模式串\s*(?:[A-Za-z]\s*)?(?:=|为|是|:)\s*(?:[A-Za-z]\s*=\s*)?(?P<pattern>[A-Za-z]{3,20})(?![A-Za-z])")
    mended = reading.take_all(r"(?:修正|改进|优化|改良)[过后]?的\s*next(?:数组)?|nextval(?:数组)?")
    plain = reading.take_all(r"(?<![A-Za-z])next(?![A-Za-z])(?:数组)?")
    mismatch = None if most else reading.take(_MISMATCH)
    asked = reading.take(_ASKED if most else _ASKED_AT)
    if not most:
        reading.take_all(r"(?<![A-Za-z])[ST](?![A-Za-z])")
    finish(reading, _OWN)
    if pattern is None or asked is None or not (mended or plain):
        return None
    if mended and plain:
        stay_out("two arrays")
    if not most and (mismatch is None or not 1 <= to_int(mismatch["place"]) <= len(pattern["pattern"])):
        return None
    at = None if mismatch is None else to_int(mismatch["place"])
    return Recognition(
        parameters={"task": "slide", "pattern": pattern["pattern"], "mended": bool(mended), **({} if at is None else {"place": at})},
        understood=(
            ("模式串", pattern["pattern"]),
            ("数组", "修正后的 next" if mended else "next"),
            ("求", "向右滑动的最长距离" if at is None else f"第 {at} 个字符失配时向右滑动的距离"),
        ),
    )


def solve_slide(parameters: Parameters) -> Solution:
    """The greatest of the places less their values."""
    pattern, mended = parameters["pattern"], parameters["mended"]
    values = nextval_of(pattern) if mended else next_of(pattern)
    moved = [place - value for place, value in enumerate(values, 1)]
    name = "nextval" if mended else "next"
    if (place := parameters.get("place")) is not None:
        value = moved[place - 1]
        return Solution(
            answer=str(value),
            steps=paragraphs(
                array_table(pattern, {name: values}), f"{place} − {name}[{place}] = {place} − {values[place - 1]} = {value}。"
            ),
            also=(f"{value} 个字符", f"{value} 位"),
            conventions=("位置从 1 编号，第一个值为 0",),
        )
    return Solution(
        answer=str(max(moved)),
        steps=paragraphs(
            array_table(pattern, {name: values}),
            f"第 j 个字符失配时向右滑动 j − {name}[j]，依次为 {'、'.join(map(str, moved))}，最长 {max(moved)}。",
        ),
        also=(f"{max(moved)} 个字符", f"{max(moved)} 位"),
        conventions=("位置从 1 编号，第一个值为 0",),
    )
