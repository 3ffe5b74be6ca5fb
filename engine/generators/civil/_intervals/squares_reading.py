"""Reading people in squares and things around polygons: what is told and asked of side, layers, outermost, innermost and all.

Every square that is possible is tried (`solving`): what is asked must come out the same in all that fit what is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import gcd
from typing import Any

from engine.generators import patterns
from engine.generators.civil._intervals.rows_reading import SPACINGS
from engine.generators.civil._intervals.words import DECIMAL, ITEM, LENGTH, OPEN, N, Told, metres, take_sides, whole
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out

_NUM = rf"(?P<n>{N}|多少)(?P<item>{ITEM})?"
_IS = r"(?:的)?(?:人数|个数|数量|总数|棵数|盆数|学生|人|队员)?(?:一?共|总共|恰好|正好|刚好|均|都|各|分别|全部|整个|站|摆|放|有|是|为|排|栽|种|需要?|用|了|要|应|应该|可以?|能|安排)*"
_OUTER = r"(?:最?外(?:面|边)?的?(?:一)?(?:层|圈)(?:的?一(?:圈|层))?|最外(?:面|边)?|外围|四周)"
_INNER = r"(?:最?(?:里|内)(?:面|边)?的?(?:一)?(?:层|圈)(?:的?一(?:圈|层))?|最(?:里|内)(?:面|边)?)"
_EACH_SIDE = r"(?:的)?(?:每(?:一)?(?:条)?(?:边|行|列|排)|各边)"
_ALL = r"(?:(?:这个|整个|该|这支|原来的?|原来|原)?(?:实心|空心|正方形)?(?:的)?(?:方阵|方队|队列|队伍|花坛|棋子阵)?(?:中|里)?)"

_ONE_ROW = r"(?:(?:一|1)(?:横)?行(?:和|与|及|、)?(?:一|1)(?:竖)?列|横竖各(?:一|1)?(?:排|行)|(?:横|竖|纵)(?:、|和|与)?(?:竖|横|纵)(?:各)?(?:一|1)(?:排|行|列)|(?:一|1)(?:横)(?:排|行)(?:和|与|及|、)?(?:一|1)(?:竖|纵)(?:排|行|列)|行和列各(?:一|1)(?:行|列|排)?|行数?列数?各(?:一|1)|(?:横|行|纵|列)(?:向)?(?:和|、|与)?(?:纵|列|横|行)(?:向)?各(?:增加|减少|去掉)?(?:一|1)(?:排|行|列))"
_FACTS: tuple[tuple[str, str], ...] = (
    ("less-row", rf"(?:如果|若)?(?:要)?(?:使|让|把|将)?{_ALL}?(?:减少|去掉|撤去|撤掉|去除)(?:横竖各(?:一|1)(?:排|行)|{_ONE_ROW})(?:后)?,?(?:人数|则|就|要|会|需要|需|将|共|可以)*(?:减少|少|去掉|剩余|减)(?:了)?{_NUM}"),
    ("more-row", rf"(?:如果|若)?(?:要)?(?:使|让|把|将)?{_ALL}?(?:(?:每行每列|横竖|纵横)(?:(?:两|2)个方向)?各(?:再)?(?:增加|加|添)(?:一|1)(?:排|行|层|人|名|盆)|(?:再)?(?:增加|加|添)(?:上)?{_ONE_ROW}|{_ONE_ROW}都?增加)(?:后)?,?(?:人数|则|就|要|会|还|需要|需|将|共)*(?:增加|增|添|再来|再加|加|多)(?:了)?{_NUM}"),
    ("lacks", rf"(?:如果|若)?(?:要)?(?:使|让|把|将)?{_ALL}?(?:(?:每行每列|横竖|纵横)(?:(?:两|2)个方向)?各(?:再)?(?:增加|加|添)(?:一|1)(?:排|行|层|人|名|盆)|(?:再)?(?:增加|加|添)(?:上)?{_ONE_ROW})(?:后)?,?(?:人数|则|就|会|还|又)*(?:缺少|缺|少|差|不足)(?:了)?{_NUM}"),
    ("left-over", rf"(?:排成|组成|站成|摆成){OPEN}{{0,6}}(?:方[阵队]|正方形),?(?:后|结果|还|则|就|会)*(?:多余?|余下?|剩下?|余)(?:了|出)?{_NUM}(?:棋子|学生|同学|战士|花)?"),
    ("outside-more", rf"(?:如果|若)?(?:在)?(?:它|方阵|其)?(?:的)?(?:最)?(?:外(?:面|边|层|围)?)(?:的)?(?:四周)?(?:再)?(?:增加|加|添|围|摆|站|排)(?:上)?(?:一|1)(?:层|圈),?(?:则|就|要|会|还|需要|需|将|共|应)*(?:再)?(?:增加|增|添|加|用|要)?(?:了)?{_NUM}"),
    ("outside-more", rf"(?:如果|若)?(?:在)?{_ALL}?(?:的)?最?外(?:面|围)?再?(?:增加|加|添)(?:一|1)(?:层|圈),(?P<gap>[^。;增加]*?),?(?:需要?|要)(?:再)?(?:增加|增|加){_NUM}"),
    ("from-all", rf"(?:从|无论)?(?:前|左|东)[、,]?(?:后|右|西)[、,]?(?:左|前|南)[、,]?(?:右|后|北)(?:四?个?(?:方向|面))?(?:去|来|开始)?数?,?(?P<who>{OPEN}{{0,4}}?)(?:都|均)(?:是|排|站|在|为)*第(?P<n>{N})(?:个|位|名)?"),
    ("inner-side", rf"{_INNER}{_EACH_SIDE}{_IS}{_NUM}"),
    ("inner", rf"{_INNER}{_IS}{_NUM}"),
    ("outer-side", rf"(?:{_OUTER})?{_EACH_SIDE}{_IS}{_NUM}"),
    ("outer", rf"{_OUTER}{_IS}{_NUM}"),
    ("outer-side", r"(?P<n>\d+)行(?P=n)列的?"),
    ("layers", rf"(?P<n>{N}|多少)层"),
    ("outer", rf"{_OUTER}(?:还)?(?:需要?|要|站|摆|用)+{_NUM}"),
)  # fmt: skip


_OTHERWISE = r"(?:如果|若|现在?|后来|现要)?(?:要)?(?:把它|将其|把这些[^,;。]{1,3})?(?:改(?:为|成|排成|站成|摆成)|重新[排摆]成)"


def read_square(text: str) -> Recognition | None:
    """A square of people or things, full or hollow.

    Raises:
        StayOut: something is not understood.
    """
    halves = patterns.split(_OTHERWISE, Told(text).text)
    if len(halves) == 2:
        before, after = _read_square(Told(halves[0]), asks=False), _read_square(Told(halves[1]), asks=True)
        if before is None or after is None or any(name in ("all", "left-over") for name, _ in after.parameters["facts"]):
            stay_out("arranged otherwise")
        return Recognition(
            parameters={**after.parameters, "first": before.parameters},
            understood=(*before.understood[:-1], ("然后", "改成另一种方阵，总数不变"), *after.understood),
        )
    return _read_square(Told(text), asks=True) if len(halves) == 1 else None


def _read_square(told: Told, asks: bool) -> Recognition | None:
    """What is told of one square; `asks`: and asked."""
    if not asks:
        told.rest = told.rest.removesuffix("多少")
    if not told.has("方阵|方队|正方形(?:的)?队|正方形.{0,12}各增加|排成(?:一个)?(?:实心|空心)?正方形"):
        return None
    told.refuse("三角|长方|[排站]成一队|重排|平均|[长宽]为|边长|厘米|米|梯形|六边")
    hollow, solid = told.has("空心|中空"), told.has("实心")
    if hollow and solid:
        stay_out("full and hollow")
    facts: list[tuple[str, int]] = []
    asked: list[tuple[int, str, str]] = []
    item = ""
    for name, pattern in _FACTS:
        for match in told.take_all(pattern):
            named = match.groupdict().get("item") or ""
            item = item or named
            if match["n"] == "多少":
                asked.append((match.start(), name, named))
            else:
                facts.append((name, whole(match["n"])))
    for match in told.take_all(
        rf"(?P<first>{_IS})(?P<n>多少)(?:(?P<item>{ITEM})(?:学生|同学|花|人|棋子|队员)?|(?P<noun>[\u4e00-\u9fff]{{2,4}})(?=[,;。?]|$))"
    ):
        if match["noun"] and told.text.count(match["noun"]) < 2:
            stay_out(f"how many {match['noun']}")
        item = item or match["item"] or "人"
        asked.append((match.start(), "all", match["item"] or "人"))
    for match in told.take_all(rf"(?P<n>{DECIMAL})(?P<item>{ITEM})(?!一)"):
        item = item or match["item"]
        facts.append(("all", int(match["n"])))
    told.take_all(r"空心|中空(?:的)?|实心")
    told.take_all(r"正方形(?:的)?(?:方阵|队列|队形|方队|队伍)?|方阵|方队|队列|(?:恰好|刚好|正好)|总人数")
    told.refuse("外(?!国|语|地|校)|其中|[男女]|[穿戴拿举]|甲|乙")
    told.close(r"一些|训练|表演|一队|全体|原来?(?:共)?|参加|团体操|这个|里|横|四周|做操|排成|列队|整个")
    if not facts or bool(asked) != asks:
        stay_out("what is told and asked")
    asked = asked or [(0, "all", item)]
    if any(name in ("left-over", "lacks") for name, _ in facts) and not {"left-over", "lacks"} <= {name for name, _ in facts}:
        stay_out("left over only once")
    if any(name == "layers" for name, *_ in (*facts, *((one, 0) for _, one, _ in asked))) or any(
        name in ("inner", "inner-side") for name, _ in facts
    ):
        hollow = hollow or not solid
    called = {
        "less-row": "去掉一行一列少", "more-row": "增加一行一列多", "lacks": "增加一行一列缺", "left-over": "排成方阵余", "outside-more": "外面再加一层增加",
        "from-all": "从四面数都是第", "inner-side": "最内层每边", "inner": "最内层", "outer-side": "最外层每边", "outer": "最外层", "layers": "层数", "all": "总数",
    }  # fmt: skip
    units = {"layers": "层"}
    asked.sort()
    changed = [match for match in ("less-row", "more-row", "lacks", "outside-more") if match in dict(facts)]
    if changed and (
        patterns.search("现在|现有|如今|这时|此时|目前|[后时](?=有|共|一共)", told.text)
        or (patterns.search(r"[少多加减]了\d", told.text) and "原" not in told.text)
    ):
        stay_out("before or after the change")
    return Recognition(
        parameters={
            "task": "square",
            "first": None,
            "hollow": hollow,
            "facts": [list(fact) for fact in facts],
            "asked": [name for _, name, _ in asked],
            "units": [units.get(name, named or item or "个") for _, name, named in asked],
        },
        understood=(
            ("方阵", "空心" if hollow else "实心"),
            *((called[name], str(value)) for name, value in facts),
            ("问", "、".join(called[name] for _, name, _ in asked)),
        ),
    )


_SHAPES: Mapping[str, int] = {"三角": 3, "正方": 4, "长方": 4, "矩": 4, "四边": 4, "五边": 5, "六边": 6, "七边": 7, "八边": 8}
_SHAPE = r"(?:等边|正)?(?P<shape>三角|正方|长方|矩|四边|五边|六边|七边|八边)形"
_CORNERS = rf"(?:(?:并且|且|而且|其中|要求)?(?:在)?(?:{N}|每一?)?(?:个)?(?:顶点|顶角|角)(?:上|处|的位置)?(?:上)?(?:都|均|各|也|要|需要?|必须|应|分别|可以)*(?:有|要|需)?{OPEN}{{0,4}}?(?:一|1)?{ITEM}?{OPEN}{{0,2}})(?=[,;。?)]|$)"
_NO_CORNERS = rf"(?:{N})?(?:个)?(?:顶点|顶角|角)(?:上|处)?(?:都|均)?不(?:用|需要?)?{OPEN}{{0,4}}"


def read_polygon(text: str) -> Recognition | None:
    """Things around a polygon: so many on each side, or so far apart on sides of such lengths.

    Raises:
        StayOut: something is not understood.
    """
    told = Told(text)
    shapes = told.take_all(rf"(?:围成|摆成|排成)?{_SHAPE}")
    if not shapes or len({_SHAPES[match["shape"]] for match in shapes}) != 1 or told.has("方阵|实心|空心|层"):
        return None
    corners = _SHAPES[shapes[0]["shape"]]
    square = shapes[0]["shape"] == "正方"
    oblong = shapes[0]["shape"] in ("长方", "矩")
    if told.take_all(_NO_CORNERS):
        stay_out("no things at the corners")
    at_corners = bool(told.take_all(_CORNERS))
    sides = _sides(told, corners, square, oblong)
    number = f"(?:{corners}|{'零一二三四五六七八'[corners]})"
    told.take_all(
        rf"{number}(?:条|个)?边上|在?(?:每(?:条|个)边上|各边)(?=[\ue000\u4e00-\u9fff]{{1,8}},)|周围|四周|周边|一周|一圈|围成|(?<!每)(?<!每条)边上|(?:{number}(?:条|个)?|(?<![每条个三四五六两]))边(?:上)?(?=上?(?:每隔|均匀|等距|植|种|栽|摆|插))"
    )
    if not at_corners:
        stay_out("nothing is said of the corners")
    if take_sides(told) == 2:
        stay_out("on both sides")
    parameters: dict[str, Any] = {"task": "polygon", "corners": corners}
    if sides is None:
        each = told.only(
            rf"(?:最外)?每(?:一)?(?:条)?边(?:上)?(?:\ue000|都|均|各|要|应|共|有|可)*{OPEN}{{0,3}}?(?:了|有)?(?P<n>{N}|多少)(?P<item>{ITEM})"
        )
        total = told.only(rf"(?:四周|一?共|总共|需要?|要|用|有|可以?)*{OPEN}{{0,3}}?(?P<n>{DECIMAL}|多少)(?P<item>{ITEM})")
        if each is None or total is None or (each["n"] == "多少") == (total["n"] == "多少"):
            stay_out("sides of so many")
        parameters |= {
            "each": None if each["n"] == "多少" else whole(each["n"]),
            "total": None if total["n"] == "多少" else whole(total["n"]),
        }
        unit = total["item"]
        known = ("每边", each["n"]), ("一共", total["n"])
    else:
        gap = told.only(*SPACINGS)
        least = told.take(r"至少|最少|最小")
        told.take_all(
            rf"(?:相邻|每)?(?:的)?(?:两|2){ITEM}{OPEN}{{0,3}}?(?:之?间)?(?:的)?(?:距离|间隔|间距|间隔距离)(?:都|均|要|应)*(?:相等|相同|一样)"
        )
        asked = told.only(rf"多少(?P<item>{ITEM})")
        if asked is None or (gap is None) == (least is None):
            stay_out("how far apart")
        if any(each.denominator != 1 for each in sides):
            stay_out("sides that are no whole metres")
        spacing = metres(gap["s"], gap["su"]) if gap else gcd(*(int(each) for each in sides))
        parameters |= {"sides": [str(each) for each in sides], "spacing": str(spacing), "least": least is not None}
        unit = asked["item"]
        known = (
            ("各边", "、".join(f"{float(each):g} 米" for each in sides)),
            ("间距", f"{float(spacing):g} 米" if gap else "相等，棵数最少"),
        )
    told.close(r"地块|周围|四周|上(?!坡|山|楼)|恰好|长|四边上")
    return Recognition(parameters={**parameters, "unit": unit}, understood=(("边数", str(corners)), *known, ("角上", "都有")))


def _sides(told: Told, corners: int, square: bool, oblong: bool) -> list[Any] | None:
    """The lengths of all sides; None: none is told."""
    if oblong:
        found = told.take(rf"长(?:为|是)?(?P<a>{DECIMAL})(?P<au>{LENGTH}),?(?:、|和)?宽(?:为|是)?(?P<b>{DECIMAL})(?P<bu>{LENGTH})(?:的)?")
        return [metres(found["a"], found["au"]), metres(found["b"], found["bu"])] * 2 if found else None
    if square and (found := told.take(rf"边长(?:为|是)?(?P<a>{DECIMAL})(?P<au>{LENGTH})(?:的)?")):
        return [metres(found["a"], found["au"])] * 4
    row = told.take(
        rf"(?:{N}(?:条|个)?)?(?:边长|边的?长度?|边|边长度)(?:的?长度?)?(?:分别)?(?:为|是|长)*(?P<row>{DECIMAL}(?:{LENGTH})?(?:[、,和]{DECIMAL}(?:{LENGTH})?){{1,8}})(?:的)?"
    )
    if row is None:
        return None
    values = list(patterns.finditer(rf"(?P<n>{DECIMAL})(?P<u>{LENGTH})?", row["row"]))
    unit = values[-1]["u"]
    if unit is None or len(values) != corners or any(each["u"] not in (None, unit) for each in values):
        stay_out("lengths of sides")
    return [metres(each["n"], unit) for each in values]


def read_two_polygons(text: str) -> Recognition | None:
    """The same things around a triangle, then around a square: so many fewer on each side.

    Raises:
        StayOut: something is not understood.
    """
    told = Told(text)
    shapes = list(patterns.finditer(rf"围成(?:一个|了)?{_SHAPE}", told.text))
    if len(shapes) != 2:
        return None
    one, other = (_SHAPES[match["shape"]] for match in shapes)
    fewer = told.take(
        rf"(?:如果|若|已知)?{_SHAPE.replace('shape', 'less')}(?:的)?每(?:条)?边(?:上)?(?:的{OPEN}{{0,4}})?比{_SHAPE.replace('shape', 'more')}(?:的)?每(?:条)?边(?:上)?(?:的{OPEN}{{0,4}})?(?:少用?|少)(?:了)?(?P<n>{N})(?P<item>{ITEM})"
    )
    if fewer is None or one == other or {_SHAPES[fewer["less"]], _SHAPES[fewer["more"]]} != {one, other}:
        stay_out("two shapes")
    told.take_all(r"(?:先|再|后来|又|改)*(?:用)?(?:全部)?(?:的)?(?:先|再|后来|又|改)*围成(?:一个|了)?(?:等边|正)?(?:三角|正方|五边|六边)形")
    told.take_all(r"(?:也|都|恰好|正好|刚好)+(?:全部)?用完")
    asked = told.only(rf"(?:一?共|总共|有|是)*多少(?P<item>{ITEM})")
    if asked is None or asked["item"] != fewer["item"] or told.has("角硬币|元"):
        stay_out("how many")
    told.close(r"五分(?=硬币)|后来|硬币|节省|全部|先")
    many, few = (one, other) if _SHAPES[fewer["more"]] == one else (other, one)
    return Recognition(
        parameters={"task": "two-polygons", "more": many, "less": few, "fewer": whole(fewer["n"]), "unit": asked["item"]},
        understood=(("围成", f"{many} 边形和 {few} 边形，都正好用完"), ("每边少", f"{fewer['n']} {asked['item']}")),
    )
