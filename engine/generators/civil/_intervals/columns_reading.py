"""Reading columns that march, and saplings that are too many or too few."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.civil._intervals.rows_reading import SPACINGS
from engine.generators.civil._intervals.words import (
    DECIMAL,
    ITEM,
    LENGTH,
    OPEN,
    TIME,
    N,
    Told,
    metres,
    take_ends,
    take_round,
    take_sides,
    whole,
)
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out

_SECONDS = {"秒": 1, "分钟": 60, "小时": 3600}
_FILES = rf"(?:排|站|列|分)?(?:成|为)?(?:了)?(?P<k>(?![一1]){N})(?:路|列|队)(?:纵队|纵列|纵排|长队)?|每(?:排|行)(?:有|站)?(?P<k2>{N})(?:名|位)?人?|每(?P<k3>{N})(?:名|位)?人?(?:站|排)?(?:成|为)?(?:一|1)(?:排|行)"
_HOW_MANY = rf"(?P<c>{DECIMAL})(?P<item>{ITEM})"


def read_column(text: str) -> Recognition | None:
    """A column of people or cars: how long it is, how long it takes to cross a bridge.

    Raises:
        StayOut: something is not understood.
    """
    told = Told(text)
    if not told.has("队|车"):
        return None
    take_speed = told.only(
        rf"(?:以|用)?(?:的)?(?:速度)?(?:为|是)?(?P<v>{DECIMAL})(?P<vu>{LENGTH})/(?P<vt>{TIME})(?:的?速度)?(?:前进|行进)?"
    )
    each = told.only(
        rf"(?:每|平均每|各)(?:一)?(?:辆|节|列)?(?:{OPEN}{{0,2}}车)?(?:身)?(?:的)?长(?:度)?(?:为|是|都|均)*(?P<e>{DECIMAL})(?P<eu>{LENGTH})"
    )
    gap = told.only(
        *SPACINGS[1:],
        rf"(?:前后|相邻|每)?(?:的)?(?:每)?(?:两|2)?(?:排|行|人|{OPEN}{{0,2}}车|辆车)?(?:之?间)?(?:前后)?(?:相距|间隔|相隔|距离)(?:都|均|是|为)*(?P<s>{DECIMAL})(?P<su>{LENGTH})",
    )
    files = told.only(_FILES)
    bridge = told.take(
        rf"(?:要|需要|现在?|现要)?(?:通过|经过|走过|跨过|过)(?:一)?(?:座|条|个)?(?:全?长(?:为|是)?)?(?P<b>{DECIMAL})(?P<bu>{LENGTH})(?:长)?的?(?:大桥|桥梁|桥|隧道|主席台|检阅台)"
    ) or told.take(rf"(?:桥|隧道)(?:全?长)(?:为|是)?(?P<b>{DECIMAL})(?P<bu>{LENGTH})")
    crossing = told.take(
        rf"(?:从?(?:排头|队首|车头|第一辆车的?车头)上桥,?(?:一直)?到(?:排尾|队尾|车尾|最后一辆车的?车尾)(?:离开?|下)桥|(?:队伍|车队|全队|完全|全部|,)*(?:通过|离开|走完|过完)?(?:这座)?(?:大?桥)?),?(?:共|一共|总共|需要?|要|用|得)*多少(?P<u>时间|{TIME})"
    )
    long = (
        None
        if crossing
        else told.take(rf"(?:这(?:支|个|列)|整个|该)?(?:队伍|车队|队列)?(?:共|全|总)?(?:有|长)*多少(?P<u>{LENGTH}|长|距离)(?:长)?")
    )
    number = told.only(_HOW_MANY)
    if (crossing is None) == (long is None) or gap is None or number is None:
        stay_out("a column")
    if (crossing is None) != (take_speed is None) or (crossing is not None and bridge is None) or (bridge is not None and crossing is None):
        stay_out("crossing")
    if take_round(told) or patterns.search("[列路]|左右|横", gap[0]):
        stay_out("a round, or how far the files are apart")
    vehicles = "车" in told.text and number["item"] == "辆"
    if vehicles != (each is not None) and not (vehicles and each is None and told.take("车长不计|车身长度不计|车身长(?:度)?忽略不计")):
        stay_out("how long is each")
    across = next((whole(files[name]) for name in ("k", "k2", "k3") if files[name]), 1) if files else 1
    if int(number["c"]) % across or int(number["c"]) // across < 2:
        stay_out("rows that are not full")
    told.close(
        r"队伍|车队|队列|排(?:成|着)|一队|长队|队|列队|桥|纵队|(?:相邻|前后)?(?:两|2)?(?:排|行)?之间|游行|前进|汽车|通过|接受检阅|组成"
    )
    unit = (crossing or long or {"u": "米"})["u"]
    if crossing is not None and unit == "时间":
        unit = take_speed["vt"] if take_speed is not None else "秒"
    return Recognition(
        parameters={
            "task": "column",
            "rows": int(number["c"]) // across,
            "number": int(number["c"]),
            "files": across,
            "each": "0" if each is None else str(metres(each["e"], each["eu"])),
            "spacing": str(metres(gap["s"], gap["su"])),
            "bridge": None if bridge is None else str(metres(bridge["b"], bridge["bu"])),
            "speed": None if take_speed is None else str(metres(take_speed["v"], take_speed["vu"]) / _SECONDS[take_speed["vt"]]),
            "unit": unit if unit in (*_SECONDS, "千米", "米", "分米", "厘米") else "米",
        },
        understood=(
            ("数目", f"{number['c']} {number['item']}" + (f"，{across} 列" if across > 1 else "")),
            ("间隔", f"{gap['s']} {gap['su']}"),
            *((("每辆长", f"{each['e']} {each['eu']}"),) if each is not None else ()),
            *((("通过", f"{bridge['b']} {bridge['bu']}的桥"), ("速度", f"{take_speed['v']} {take_speed['vu']}/{take_speed['vt']}")) if bridge and take_speed else ()),
        ),
    )  # fmt: skip


def read_seen(text: str) -> Recognition | None:
    """Posts that are seen from a window: how fast, how far.

    Raises:
        StayOut: something is not understood.
    """
    told = Told(text)
    if not told.has("看[到见]|经过|数"):
        return None
    gap = told.only(*SPACINGS)
    seen = told.take(
        rf"(?P<t>{DECIMAL})(?P<tu>{TIME})(?:内|里|时间)?(?:一?共|总共)*(?:看到|看见|数到|数了|经过)(?:了)?(?P<c>{N})(?P<item>{ITEM})"
    )
    asked = told.take(rf"每(?P<per>{TIME})(?:能|可)?(?:行驶|行|走|开|跑)(?:了)?多少(?P<u>千米|米)|速度多少(?P<u2>千米|米)/(?P<per2>{TIME})")
    if take_sides(told) == 2:
        stay_out("on both sides")
    if gap is None or seen is None or asked is None or whole(seen["c"]) < 2:
        stay_out("what is seen")
    told.close(r"乘|坐|火车|汽车|窗外|外")
    return Recognition(
        parameters={
            "task": "seen",
            "count": whole(seen["c"]),
            "spacing": str(metres(gap["s"], gap["su"])),
            "seconds": str(metres(seen["t"], "米") * _SECONDS[seen["tu"]]),
            "unit": f"{asked['u'] or asked['u2']}/{asked['per'] or asked['per2']}",
        },
        understood=(
            ("间距", f"{gap['s']} {gap['su']}"),
            ("看到", f"{seen['t']} {seen['tu']}里 {seen['c']} {seen['item']}"),
            ("问", "速度"),
        ),
    )


def read_surplus(text: str) -> Recognition | None:
    """With one spacing so many are left over, with another so many are missing: how long the road is, how many there are.

    Raises:
        StayOut: something is not understood.
    """
    told = Told(text)
    case = rf"(?:如果|若)?(?:每间?隔|每)(?P<s{{0}}>{DECIMAL})(?P<su{{0}}>{LENGTH}){OPEN}{{{{0,4}}}}?(?:一|1){ITEM}(?:{OPEN}{{{{0,4}}}})?,?(?:{OPEN}{{{{0,3}}}}?到头)?(?:则|就|那么|还|会|,)*(?P<way{{0}}>多余?|剩余?|余下?|剩下|缺少?|少|差)(?:了|出)?(?P<n{{0}}>\d+)(?:{ITEM})(?:树苗|树)?"
    found = told.take(rf"{case.format(1)}[;,。]{case.format(2)}")
    if found is None:
        return None
    sides = take_sides(told)
    roads = told.take(r"(?:两|2)条(?:不相交的?)?(?:路|公路|道路|马路)(?:的)?(?:\(?不相交\)?的?)?")
    told.take_all(rf"\(不相交\)|不相交的?|(?:通往|连接)(?:两|2)(?:个|所|座){OPEN}{{2,5}}?(?=的)")
    several = 1
    relation = told.take(
        rf"(?:已知)?(?:其中)?一条(?:路)?的?(?:长度?)?(?:是|为)另一条(?:路)?的?(?:长度?)?的?(?P<k>{N})倍(?:(?:还)?(?P<way>多|少)(?P<m>{DECIMAL})(?P<mu>{LENGTH}))?"
    )
    if (relation is None) != (roads is None):
        stay_out("two roads")
    if roads is not None:
        several = 2
    ends = take_ends(told)
    if take_round(told) or ends == "one":
        stay_out("ends")
    number = told.only(rf"(?:一?共|总共|有|这批)*(?:树苗)?(?:一?共|总共|有)*多少(?P<item>{ITEM})")
    length = None if number else told.only(rf"(?:长度?|全长)?多少(?P<u>{LENGTH})|长度多少")
    if (number is None) == (length is None) or (length is not None and several > 1):
        stay_out("what is asked")
    told.close(r"运来|一批|到头|植树|树苗|这批|现")
    more = [int(found[f"n{place}"]) * (1 if found[f"way{place}"][0] in "多剩余" else -1) for place in (1, 2)]
    spacings = [metres(found[f"s{place}"], found[f"su{place}"]) for place in (1, 2)]
    return Recognition(
        parameters={
            "task": "surplus",
            "spacings": [str(each) for each in spacings],
            "more": more,
            "rows": sides * several,
            "ends": ends or "both",
            "ends_told": ends is not None,
            "asked": "count" if number else "length",
            "unit": number["item"] if number else (length.groupdict().get("u") if length else None) or "米",
        },
        understood=(
            *(
                (f"每隔 {float(each):g} 米", f"{'多' if left >= 0 else '缺'} {abs(left)} 棵")
                for each, left in zip(spacings, more, strict=True)
            ),
            ("植树的行数", str(sides * several)),
            ("问", "树苗的棵数" if number else "路的长度"),
        ),
    )
