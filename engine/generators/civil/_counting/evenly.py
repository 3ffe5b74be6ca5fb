"""`6 本不同的书平均分给 3 个人`: everybody gets two, which the readers of who goes where know only where it is told."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.reading import stay_out, to_int

_N = r"(?:\d+|[一二两三四五六七八九十]+)"
_EVENLY = (
    rf"(?P<n>{_N})(?P<unit>[本个名位件张支枚颗份盆块台道])(?P<between>[^,;。?\d]{{0,12}}?)(?:平均|均匀)(?:地)?(?P<gives>(?:分配?|发|派|安排|分派|放|装|投)[给到至进入])"
    rf"(?P<names>(?:[甲乙丙丁戊][、和与]?)*)(?P<m>{_N})?(?P<each>个|名|位|所|间)?(?P<apart>不同的)?(?P<who>[\u4e00-\u9fff]{{1,4}}?)(?=[,;。?])"
)


def shared_evenly(text: str) -> str:
    """The text with how many each gets.

    Raises:
        StayOut: they cannot all get as many.
    """
    found = patterns.search(_EVENLY, text)
    if found is None or patterns.search("概率|可能性|几率", text):
        return text
    behind = text[found.end() :]
    if patterns.search(rf"每(?:个|名|位|所|间)?[\u4e00-\u9fff]{{0,4}}?{_N}", behind):
        return text
    number = to_int(found["m"]) if found["m"] else len(patterns.findall("[甲乙丙丁戊]", found["names"]))
    things = to_int(found["n"])
    if number < 2 or things % number:
        stay_out("how many each")
    unit = "人" if found["unit"] in "名位" else found["unit"]
    each = found["who"] if found["who"] == "人" else f"个{found['who']}"
    told = text[found.start("gives") : found.end()]
    return f"{text[: found.start()]}{found['n']}{found['unit']}{found['between']}{told},每{each}{things // number}{unit}{behind}"
