"""Reading things in a row: how long it is, how far from one to the next, how many there are, at which ends and on how many sides."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._intervals.words import (
    DECIMAL,
    ITEM,
    LENGTH,
    OPEN,
    N,
    Told,
    metres,
    take_ends,
    take_round,
    take_sides,
    whole,
)
from engine.generators.kind import Missing, Recognition
from engine.generators.reading import stay_out

_NEXT = rf"(?:(?:平均)?(?:每侧|各侧)?(?:每)?(?:相邻|前后相邻|邻近|前后)(?:的)?(?:每)?(?:两|2)|(?:平均)?每(?:相邻)?(?:两|2)){ITEM}?(?:[路街][灯]|{OPEN}{{0,6}}?)(?:之?间)?(?:的)?"
_APART = r"(?:平均)?(?:(?:距离|间距|间隔|路程|相距|相隔|隔|距)(?:都|均|也|为|是|约|相等|有|应|应该|要|相距|保持)*|(?:都|均)?(?:相距|相隔|间隔|隔))"
_GAP = rf"(?P<s>{DECIMAL})(?P<su>{LENGTH})"
_ONE = rf"(?:就|都|均|各|便|要|应|再|设有?|有)*{OPEN}{{0,7}}?(?:一|1)(?:{ITEM}|站|起(?=,))"  # the family's words make 一块 one 一起
SPACINGS = (
    rf"(?:每间?隔|每|间隔|相隔){_GAP}(?:的距离)?,?{_ONE}",
    rf"{_NEXT}{_APART}{_GAP}",
    rf"(?:间距|株距|间隔|树距|灯距)(?:都|均|为|是|约|应|要|定|保持)*{_GAP}",
    rf"{OPEN}{{1,3}}[与和]{OPEN}{{1,3}}之间的?(?:距离|间隔|间距)(?:都|均|为|是|相距)*{_GAP}",
    rf"(?:按|以)?(?:每隔)?{_GAP}(?:的)?(?:间距|间隔|株距)",
)
"""How far it is from one to the next."""
_ASKS_SPACING = (
    rf"{_NEXT}{_APART}多少(?P<u>{LENGTH}|距离|长)?",
    rf"(?:每间?隔|每){OPEN}{{0,2}}多少(?P<u>{LENGTH}){_ONE}",
    rf"(?:间距|株距|间隔)(?:应|应该|要|该|的?长度)*多少(?P<u>{LENGTH})?",
)
_COUNTED = rf"(?P<c>{DECIMAL})(?P<item>{ITEM}|(?:车?站))(?!一组|为一)"
_ASKS_COUNT = rf"多少(?P<item>{ITEM}|车?站)(?!米|{LENGTH})"
_LENGTHS = (
    rf"(?:共(?:有|长)?|长(?:度)?|全长|总长|相距|相隔|距离|距|周长|全程|路程|长约|之间有)(?:都|均|为|是|共|约|有|达|分别)*(?P<l>{DECIMAL})(?P<lu>{LENGTH})(?:长)?",
    rf"(?P<l>{DECIMAL})(?P<lu>{LENGTH})(?:长)?的(?!{LENGTH})",
    rf"(?P<l>{DECIMAL})(?P<lu>{LENGTH})长",
)
_ASKS_LENGTH = rf"(?:(?:全长|总长|周长|长度?|距离|相距|路程)(?:共|有|应|要)*)?多少(?P<u>{LENGTH}|距离|长)(?!/)(?:长)?|(?:全长|周长|长度|总长|距离|路程)多少"
_FIRST_TO_LAST = rf"从?第(?:1|一){ITEM}{OPEN}{{0,4}}?(?:到|至|和|与)(?:最后(?:一|1)?{ITEM}|第(?P<last>{N}){ITEM}){OPEN}{{0,4}}?(?:之间)?的?"
_BUILDINGS = r"(?:两|2|二)(?:座|幢|栋|个)?[^,;。\d两2]{0,3}?(?:楼房|楼|建筑物?|房子|馆)(?![层梯上下])(?:之?间)?"
_TREES_BETWEEN = rf"(?:(?:又|再)?在?每?(?:相邻)?(?:的)?(?:两|2)(?:{ITEM}){OPEN}{{0,5}}?(?:之)?间,?(?:再|又|还|都|均|要|需|等距地?|各|\ue000)*(?!相|距|间|隔|的){OPEN}{{1,3}}?)(?P<between>{N})(?P<item>{ITEM})(?P<what>{OPEN}{{0,4}}?)(?=[,;。?)]|$)"
_OTHERS_UNIT = r"间隔|空"


def read_row(text: str) -> Recognition | None:
    """One row: two of length, spacing and count are told, the third is asked.

    Raises:
        StayOut: something is not understood.
    """
    told = Told(text)
    if not told.has("隔|距|间"):
        return None
    asks_spacing = told.only(*_ASKS_SPACING)
    gap = told.only(*SPACINGS)
    between = told.only(_TREES_BETWEEN)
    first = told.only(_FIRST_TO_LAST)
    ends, closed, sides = take_ends(told), take_round(told), take_sides(told)
    buildings = bool(told.take_all(_BUILDINGS))
    if told.has(r"角|顶点|[三四五六]边|边长|宽") or (told.has("方形|边形") and not told.has("周长")):
        stay_out("a polygon")
    asks_count = told.only(_ASKS_COUNT)
    length = told.only(*_LENGTHS)
    asks_length = None if asks_spacing or asks_count else told.only(_ASKS_LENGTH)
    count = None if asks_count else told.only(_COUNTED)
    if first is not None:
        if closed or ends not in (None, "both"):
            stay_out("from first to last of a row with other ends")
        ends = "both"
        if first["last"] and count is not None and whole(first["last"]) != int(count["c"]):
            stay_out("not all of them")
    if closed and (ends is not None or sides == 2):
        stay_out("a closed row with ends or sides")
    if told.has("每(?:侧|旁)"):  # so many on each side, or as far apart on each
        of_each = patterns.search(rf"每(?:侧|旁)[^,;。?]*?(?:\d+|多少)(?:{ITEM})", told.text) is not None
        sides = 1 if of_each else sides
        told.take_all("每(?:侧|旁)")
    row = {
        "length": None if length is None else metres(length["l"], length["lu"]),
        "spacing": None if gap is None else metres(gap["s"], gap["su"]),
        "count": None
        if count is None and not (first and first["last"])
        else Fraction(count["c"] if count else whole(first["last"]) if first else 0),
    }
    asked = [name for name, ask in (("length", asks_length), ("spacing", asks_spacing), ("count", asks_count)) if ask is not None]
    if len(asked) != 1 or row[asked[0]] is not None or sum(value is None for value in row.values()) != 1:
        stay_out(f"asked: {asked}, told: {row}")
    if between is not None and (asked != ["count"] or asks_count is None or asks_count["item"] != between["item"]):
        stay_out("others between them")
    if between is not None and asks_count is not None:
        clause = next(each for each in patterns.split("[,;。?]", told.text) if asks_count[0] in each)
        if len(between["what"]) < 2 or between["what"][:2] not in clause or patterns.search("[和与、及]", clause):
            stay_out("of which are asked")
    told.close(r"大?桥|站台|周长|之间|间(?!隔)|设有?")
    item = next((found["item"] for found in (asks_count, count) if found is not None), "个").removeprefix("车").replace("站", "个")
    found_unit = asks_length or asks_spacing
    unit = found_unit.groupdict().get("u") if found_unit is not None else item
    parameters = {
        "task": "row",
        **{name: None if value is None else str(value) for name, value in row.items()},
        "asked": asked[0],
        "sides": sides,
        "between": None if between is None else whole(between["between"]),
        "unit": unit if unit in ("千米", "分米", "厘米", "米") or asked == ["count"] else "米",
        "buildings": buildings and ends is None,
    }
    said = {"both": "两端都有", "one": "只有一端有", "none": "两端都没有", "closed": "首尾相接，没有两端"}
    stops = patterns.search(r"多少(?:个)?车?站|\d个?车?站", told.text) is not None
    ends = "closed" if closed else ends or ("none" if buildings else "both" if stops else None)
    understood = [
        (name, f"{float(value):g} {sign}".strip())
        for name, value, sign in (
            ("长度", row["length"], "米"),
            ("间距", row["spacing"], "米"),
            ("数目", row["count"], item),
        )
        if value is not None
    ]
    understood.append(("两侧", "是" if sides == 2 else "否"))
    if between is not None:
        understood.append(("每两个之间再种", f"{whole(between['between'])} {between['item']}"))
    if ends is None:
        return Recognition(
            parameters=parameters,
            understood=tuple(understood),
            missing=(Missing("ends", "两端都有、只有一端有，还是两端都没有？", "两端{}"),),
        )
    return Recognition(parameters={**parameters, "ends": ends}, understood=(*understood, ("两端", said[ends])))


_AGAIN = r"(?:现在?|后来|之后|计划|为[^,;。\d]{0,10},?|因[^,;。\d]{0,10},?)*(?:要|需要|准备|决定|计划|打算)*(?:将|把)?(?:间距|距离|间隔|它们)?(?:全部|都)?(?:由[^,;。]*?)?(?:调整|改|增加|缩短|缩小|扩大|变|换)(?:成|为|到|种|栽|用)?"
_CHANGED = (
    rf"(?:如果|若|要是|假如)?{_AGAIN}(?:了)?(?:每间?隔|每|间隔|相距|相隔){_GAP}(?:的距离)?(?:,?{_ONE})?",
    rf"(?:如果|若|要是|假如)?{_AGAIN}{_GAP}(?:的?(?:间距|间隔))?",
)
_STAY = (
    r"(?:不(?:需要?|用|必|须|动|被)*(?:再|要|重新)*(?:移动|移栽|挪动|拔掉|拆除|移|挪|拔|拆|动)|原地不动|不动|保留(?:不动|下来)?"
    r"|(?:仍|还)?(?:可以?)?(?:留|保留)?在?原(?:来的?)?(?:地|位置|处)(?:不动?)?)"
)
_EXCEPT_ENDS = rf"除(?:了)?(?:首尾|(?:两|2)(?:端|头))的?(?:(?:两|2){ITEM})?(?:{OPEN}{{0,4}}?)?(?:不(?:需要?|用|必|须)?(?:移动|动|移))?(?:以?外|之外)?,?(?:中间|中途|途中|其间)?(?:还|另外?)?"


_FEWER = ("减少", "拆除", "少装")


def read_respaced(text: str) -> Recognition | None:
    """A row whose spacing is changed: how many stay where they are, or how many there will be.

    Raises:
        StayOut: something is not understood.
    """
    told = Told(text)
    if not told.has("改|增加到|缩短到|缩小到|扩大到|调整|变"):
        return None
    new = told.only(*_CHANGED)
    if new is None:
        return None
    old = told.only(*SPACINGS)
    without_ends = told.take(_EXCEPT_ENDS) is not None
    told.take_all(r"(?:两|2)(?:端|头)的?(?:两|2)?[^,;。\d]?(?:均|都)?不(?:需要?|必|用)?(?:移动|动)(?=[,;。)])") if told.has(_STAY) else None
    staying = told.only(
        rf"(?P<stay>{_STAY})的?{OPEN}{{0,6}}?(?:一?共|总共)?(?:有|是)?多少(?P<item>{ITEM})(?:{OPEN}{{0,4}}?(?=[,;。?]|$))?",
        rf"多少(?P<item>{ITEM}){OPEN}{{0,4}}?(?:可以?|能够?|会|是)?(?P<stay>{_STAY})的?",
    )
    counting = (
        None
        if staying
        else told.only(rf"(?<![还再另])(?:一?共|总共|则|现在|需要?|要|应|应该|可以?)+(?:栽|种|植|安装|装|立|埋|插|摆)?多少(?P<item>{ITEM})")
    )
    ends, closed, sides = take_ends(told), take_round(told), take_sides(told)
    length = told.only(*_LENGTHS)
    count = told.only(_COUNTED)
    change = (
        None
        if staying or counting
        else told.only(
            rf"(?:一?共|总共|可以?|能|需要?|要|还)*(?P<way>减少|增加|拆除|少装|多装|补栽|补种|再栽|再种)(?:了)?多少(?P<item>{ITEM})"
        )
    )
    asked = staying or counting or change
    if old is None or asked is None or (length is None) == (count is None) or (closed and (ends or without_ends)):
        stay_out("what is changed")
    if without_ends and ends is None:
        ends = "both"
    if told.has(r"角|顶点|边长|宽"):
        stay_out("a polygon")
    told.close(r"周长|原来|原计划|原有|原先|原|移动|之间|中途|中间(?:的)?|后(?=来)|重新|现在|现")
    parameters = {
        "task": "respaced",
        "length": None if length is None else str(metres(length["l"], length["lu"])),
        "count": None if count is None else int(count["c"]),
        "old": str(metres(old["s"], old["su"])),
        "new": str(metres(new["s"], new["su"])),
        "asked": "staying" if staying else "count" if counting else "fewer" if change and change["way"] in _FEWER else "more",
        "sides": sides,
        "without_ends": without_ends,
        "unit": asked["item"],
    }
    understood = (
        ("原来的间距", f"{old['s']} {old['su']}"),
        ("现在的间距", f"{new['s']} {new['su']}"),
        ("长度", f"{length['l']} {length['lu']}")
        if length is not None
        else ("原来的数目", f"{count['c'] if count else ''} {asked['item']}"),
        ("问", ("不移动的" if staying else "现在的" if counting else "增减的") + "数目" + ("（不算两端）" if without_ends else "")),
    )
    if closed:
        ends = "closed"
    if ends is None:
        missing = (Missing("ends", "两端都有、只有一端有，还是两端都没有？", "两端{}"),)
        return Recognition(parameters=parameters, understood=understood, missing=missing)
    return Recognition(parameters={**parameters, "ends": ends}, understood=understood)
