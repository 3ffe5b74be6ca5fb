"""The event asked must be told in the words of the event whose chances are told: `失灵` says nothing of `报警` that a reader could know.

Told that alarms fail with 0.1 and asked whether one of them rings, a reader that does not know that these are contraries takes one for the other.
"""

from __future__ import annotations

from collections.abc import Callable

from engine.generators import patterns
from engine.generators.civil._counting.chance_words import CHANCE_WORD
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out

_TASKS = ("independent", "trials")
_P = r"(?:0?\.\d+|\d{1,2}(?:\.\d+)?%|\d{1,2}/\d{1,2}|[\d一二两三四五六七八九十]+分之[\d一二三四五六七八九十]+)"
_TOLD = rf"(?P<what>[^,;。?]{{1,30}}?)(?:{CHANCE_WORD}|率|把握|可能)[^,;。?\d]{{0,6}}[,:]?{_P}"
# Words for the same: what hits, what is solved, what passes.
_SAME = (
    (r"投[中进]|射[中进]|击中|打[中进]|罚[中进]|命中|中靶|中目标|中的(?=次|概)|(?<![投射打罚])进(?=[一二两三四\d个了]|球)", "中"),
    (r"绿灯", "红灯"),
    (r"破译|译出|解出|解决|解开|做出|做对|答对|猜对|攻克", "解"),
    (r"脱靶|(?<=[没未不])中", "没中"),
    (r"及格|合格|达标|过关|通过|合格品|正品", "过"),
)
_QUANTITY = r"(?:至少|最少|至多|最多|恰好?|正好|刚好|都|均|全部?|只有|仅有?|不少于|不超过|[一二两三四五六七八九十\d]+)"
# Who it is and how many of them: no word for the event.
_IDLE = r"[的、和与]|分别|依次|各自?|其中|恰好?|至少|至多|发生|独立|[甲乙丙丁A-D]|每(?:次|人|个|台|道题)|[一二两三四五六七八九十\d]+(?:[名位个台辆门次道架件](?:人|车|题)?|人)|事件"
_FOUND_OUT = rf"^(?:(?!{_QUANTITY}).)*?(?P<not>没有?|未能?|没能|不)被"


def _canonical(text: str) -> str:
    for pattern, word in _SAME:
        text = patterns.sub(pattern, word, text)
    return patterns.sub(_IDLE, "", text)


def in_the_same_words(read: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """A reader that says nothing where the event asked is none of those whose chances are told."""

    def reading(text: str) -> Recognition | None:
        found = read(text)
        if found is None or found.parameters.get("task") not in _TASKS:
            return found
        if any(each[0] != "sum" for each in found.parameters.get("wanted", ())):  # who has more of them
            return found
        told = "，".join(match["what"] for match in patterns.finditer(_TOLD, text))
        asked = patterns.search(rf"(?P<what>[^,;。?]*){CHANCE_WORD}[^,;。?]*[?。]?\s*$", text)
        if not told or asked is None:
            return found
        if patterns.search(_FOUND_OUT, asked["what"]):
            stay_out("what all of them did not do, or one of them")
        one, other = _canonical(told), _canonical(asked["what"])
        if ("成功" in one and patterns.search("中|解|过|成", other)) or patterns.search("(?:视为|算作?|认为|判定为)成功", text):
            return found
        if not any(sign in one and sign in other for sign in "中解过") and not any(
            other[place : place + 2] in one for place in range(len(other) - 1)
        ):
            stay_out(f"{asked['what']} where {told} is told")
        return found

    return reading
