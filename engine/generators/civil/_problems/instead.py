"""Another question in a few words (`坐成圆圈呢？`, `四位数呢？`, `没有限制呢？`) whose words stand instead of some that were told, not beside them."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.reading import stay_out

_ROW = r"(?:坐|站|排)(?:成|在)?(?:一|1)?(?:横|竖)?(?:排|列|行)"
_CIRCLE = r"(?:围坐?|坐|站|排)(?:成|在)?(?:一|1)?(?:个)?(?:圆圈|圆桌|圈|圆)(?:而坐|坐|站)?"
_PLACES = r"[一二两三四五六七八九\d]位(?=[数偶奇])"
_FREE = r"(?:没有?(?:任何)?(?:限制|要求|条件)|无(?:任何)?(?:限制|要求)|不(?:加|作|受)?(?:任何)?(?:限制?|要求)|(?:可以?|允许)(?:有)?(?:的)?(?:空|不分|不放|没有?|一个(?:也|都)不)[^,;。?]{0,6}|随[意便](?:分|放)?)"
_LIMITS = r"至少|最少|不(?:能|得|可|许|允许)?(?:为|是|有)?空|非空|不少于|都(?:要|得|能)?有|每[^,;。]{1,4}(?:都|要)"
_SHARED_OUT = r"分成|分给|分到|分为|放[进入到]|装[进入]|排成|围成|坐成|站成"
_FIGURE = r"\d+|[一二两三四五六七八九十]"


def instead(head: str, first: str, part: str) -> tuple[str, str] | None:
    """What is told, and the question, where the words of an elided question stand for others of what is told; None where they stand beside it.

    Args:
        head: what is told to all questions.
        first: the first question.
        part: the elided question without `呢`.

    Raises:
        StayOut: it is not clear which words they stand for.
    """
    part = patterns.sub(r"^(?:那么?|则|而|又|如果|若|要是|假如|换成|改成|改为|换为)+,?", "", part.strip())
    for here, there in ((_ROW, _CIRCLE), (_CIRCLE, _ROW)):
        if patterns.fullmatch(here, part):
            changed = [patterns.sub(there, part, each) for each in (head, first)]
            return (changed[0], changed[1]) if changed != [head, first] else stay_out(f"instead of what: {part}")
    if (places := patterns.match(_PLACES, part)) and patterns.search(_PLACES, head + first):
        if not patterns.fullmatch(rf"{_PLACES}(?:偶|奇)?数", part):
            stay_out(f"instead of what: {part}")
        changed = [patterns.sub(_PLACES, places[0], each) for each in (head, first)]
        kind = part.removeprefix(places[0])
        if patterns.search("[偶奇]数", head + first) is not None or kind != "数":
            stay_out(f"of which sort: {part}")
        return changed[0], changed[1]
    clauses = patterns.split("(?<=[,;。])", head)
    if patterns.fullmatch(_FREE, part):
        kept = [clause for clause in clauses if not patterns.search(_LIMITS, clause)]
        if len(kept) != len(clauses) - 1 or patterns.search(_LIMITS, first):
            stay_out(f"without which condition: {part}")
        return "".join(kept).rstrip(",;。"), first
    alike = [place for place, clause in enumerate(clauses) if _shape(clause) == _shape(part)]
    if alike and patterns.search(_FIGURE, part):
        clauses[alike[-1]] = part + patterns.sub("[^,;。]", "", clauses[alike[-1]])
        return "".join(clauses), first
    if (own := patterns.match(_SHARED_OUT, part)) and patterns.search(_SHARED_OUT, head + first) and own[0] not in head + first:
        stay_out(f"instead of what: {part}")
    return None


def _shape(clause: str) -> str:
    """A clause with its figures left open."""
    return patterns.sub(_FIGURE, "#", clause.strip(" ,;。"))
