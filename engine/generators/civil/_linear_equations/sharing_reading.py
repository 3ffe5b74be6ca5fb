"""So much for each leaves some over, more for each is not enough (`盈亏`): how many share, and how much there is."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._linear_equations.answering import answered, unknowns_are_possible
from engine.generators.civil._linear_equations.wording import clauses_of
from engine.generators.civil._problems.relations import Quantity, Relations, number, times, total, unknown
from engine.generators.civil._problems.relations_working import Wording
from engine.generators.civil._problems.wording import COUNTERS, SUSPECT
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out

_SHARERS, _STOCK = "份数", "总数"
_NUMBER = r"\d+(?:\.\d+)?"
_UNIT = rf"(?:{COUNTERS[3:-1]}|人|名|位|棵|元|只|头|本|吨|千克|页|间|辆|条|组|户|桌)"
_EACH = re.compile(
    rf"(?:如果|若|假如|要是|当|改为|改成)?(?:给|让)?每(?P<sharer>{_UNIT})(?P<noun>[^\d,;。?!每]{{0,6}}?)(?P<does>[^\d,;。?!每]{{0,4}})(?P<per>{_NUMBER})(?P<unit>{_UNIT})?(?P<what>[^\d,;。?!每]{{0,4}}?)"
    r"(?P<rest>(?:则|就|那么|,)?[^每]*)"
)
_OVER = rf"(?:正好|刚好|恰好|会|要|还|则|就|那么|将)*(?:多出?|余下?|剩余?下?|剩|盈|富余|空出?|空着)了?(?P<over>{_NUMBER})(?P<over_unit>{_UNIT})?[^\d,;。?!]{{0,6}}"
_SHORT = rf"(?:会|要|还|则|就|那么|将)*(?:少|缺|差|不够|不足|亏|缺少)了?(?P<short>{_NUMBER})(?P<short_unit>{_UNIT})?[^\d,;。?!]{{0,6}}"
_LEFT_OUT = rf"(?:会|还|则|就|那么|将)*有(?P<out>{_NUMBER})(?P<out_unit>{_UNIT})[^\d,;。?!]{{0,4}}(?:没|不能|无|坐不下|住不下|上不了|剩)[^\d,;。?!]{{0,8}}"
_EVEN = r"(?:会|则|就|那么|将)*(?:正好|刚好|恰好)[^\d,;。?!]{0,8}"
_REST = re.compile(rf"(?:{_OVER}|{_SHORT}|{_LEFT_OUT}|(?P<even>{_EVEN}))")
_STORY = re.compile(rf"{SUSPECT}|\d|每")
_GIVEN = re.compile(
    r"(?:某?[\u4e00-\u9fff]{0,4}?)(?:把|将|用)?(?:一[批些堆箱]|若干[\u4e00-\u9fff]?)(?P<what>[^\d,;。?!]{1,4}?)(?:平均)?(?:分|发|送|奖)?给(?:一些|若干|某)?[^\d,;。?!]{1,6}"
)
_ASKED = re.compile(rf"(?P<before>[^\d,;。?!]*?)多少(?P<unit>{_UNIT})?(?P<after>[^\d,;。?!]*)")


def read_sharing(text: str) -> Recognition | None:
    """How many share, and how much there is, from two ways to share it.

    Raises:
        StayOut: a clause is not understood, or the numbers do not come out whole.
    """
    clauses = clauses_of(text)
    relations = Relations()
    sharer = noun = stock_unit = what = ""
    ways = 0
    asked: list[tuple[list[str], list[Quantity], str]] = []
    place = 0
    while place < len(clauses):
        clause = clauses[place]
        place += 1
        if (way := _EACH.fullmatch(clause)) is not None:
            rest = way["rest"].lstrip("则就那么,")
            if not rest and place < len(clauses):
                rest = clauses[place]
                place += 1
            left = _REST.fullmatch(rest) or stay_out(f"what is left: {rest}")
            if sharer and sharer != way["sharer"]:
                stay_out("shared by others")
            sharer, noun = way["sharer"], noun or way["noun"]
            per = Fraction(way["per"])
            relations.equal(unknown(_STOCK), total(times(per, unknown(_SHARERS)), number(_left_over(left, per, sharer))))
            stock_unit = stock_unit or way["unit"] or left["over_unit"] or left["short_unit"] or ""
            ways += 1
        elif (asking := _ASKED.fullmatch(clause)) is not None:
            asked.append(_what(asking, sharer, noun, stock_unit, what))
        elif (given := _GIVEN.fullmatch(clause)) is not None:
            what = given["what"]
        elif _STORY.search(patterns.sub("^(?:一|某|有|将|把)+|一[批些个群]|各?若干", "", clause)):
            stay_out(f"not read: {clause}")
    if ways != 2 or not asked:
        return None if not ways else stay_out("not two ways")
    unknowns_are_possible(relations, "人")
    return answered(
        relations,
        asked,
        Wording(name=lambda name: name, unit=lambda name: (Fraction(1), sharer if name == _SHARERS else stock_unit)),
    )


def _left_over(left: re.Match[str], per: Fraction, sharer: str) -> Fraction:
    """What is left; less than nothing where it is not enough. Sharers left without (`空出 2 间`) lack so much for each."""
    if left["even"] is not None:
        return Fraction(0)
    if left["out"] is not None:
        return Fraction(left["out"])
    over, unit = left["over"] or left["short"], left["over_unit"] or left["short_unit"]
    sign = 1 if left["over"] is not None else -1
    return Fraction(over) * (-per * sign if unit == sharer and unit not in ("人", "名", "位", "个") else sign)


def someone_in(said: str) -> bool:
    """Whether people are spoken of."""
    return patterns.search("人|学生|小朋友|同学|孩子|员工|职工|村民|志愿者", said) is not None


def _what(asking: re.Match[str], sharer: str, noun: str, stock_unit: str, what: str) -> tuple[list[str], list[Quantity], str]:
    """Sharers or stock, told apart by the unit or by what they are called.

    Raises:
        StayOut: neither.
    """
    said, unit = asking["before"] + asking["after"], asking["unit"] or ""
    if patterns.search("每|多(?!少)|少|比", said):
        stay_out(f"asks: {said}")
    people = {"人", "名", "位"}
    same = unit == sharer or {unit, sharer} <= people
    if same and unit != stock_unit and (stock_unit not in people or sharer not in people):
        return [_SHARERS], [unknown(_SHARERS)], unit
    if not unit and what and what in said and not someone_in(said):
        return [_STOCK], [unknown(_STOCK)], stock_unit
    if unit == stock_unit and not same:
        return [_STOCK], [unknown(_STOCK)], unit
    if noun and noun in said:
        return [_SHARERS], [unknown(_SHARERS)], unit or sharer
    someone = someone_in(said)
    if someone and sharer in {*people, "个"} and (unit or "人") in {*people, "个"} and stock_unit not in {*people, "个"}:
        return [_SHARERS], [unknown(_SHARERS)], unit or "人"
    if unit in people and sharer == "个" and stock_unit not in people:
        return [_SHARERS], [unknown(_SHARERS)], unit
    stay_out(f"asks for which: {said}")
