"""Escalators: who walks up or down a moving one, how many steps he takes, and how many can be seen when it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.reduced import N, Vocabulary, named_of_any_sort, parse
from engine.generators.civil._problems.relations import Answer, Relations, number, recognition, times, total, unknown
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_STEPS = r"(?:级|个?(?:梯级|台阶|阶梯|阶)|步)"
_GOES = r"(?:行走|走动|步行|行|踏|跨|走|跑|爬|登|迈|下|上)+(?:了|完|过)?"
SORTS = (
    r"女孩|男孩",
    r"哥哥|弟弟|姐姐|妹妹|爸爸|妈妈|父亲|母亲|儿子|女儿",
    r"小(?![孩朋学伙组])[\u4e00-\u9fff]",
    r"老人|小孩|青年|男士|女士|男生|女生",
)
_SECONDS = {"秒": 1, "分钟": 60, "分": 60}


def _pace(match: re.Match[str]) -> str:
    time = Fraction(match["time"] or 1) * _SECONDS[match["unit"]]
    way = patterns.search("向([上下])", match[0])
    return f"{Fraction(match['steps']) / time}v{way[1] if way else ''}"


VOCABULARY = Vocabulary(
    words=(
        (rf"每(?:(?P<time>\d+)个?)?(?P<unit>秒|分钟|分)钟?(?:可以?|能|都)?(?:向[上下])?{_GOES}?(?P<steps>\d+){_STEPS}", _pace),
        (rf"(?:露在外面的?|外露的?|能?看到的?(?:部分)?|可见的?|有|共有|共)*(?:扶梯)?(?:的)?(?:{_STEPS}数?)?(?:有|共有|共|为|是)*(?:多少|几){_STEPS}", "?级"),
        (rf"(\d+){_STEPS}", lambda match: f"{patterns.findall('[0-9]+', match[0])[0]}级"),
        (r"(\d+(?:\.\d+)?)(秒|分钟)", lambda match: f"{Fraction(patterns.findall('[0-9.]+', match[0])[0]) * _SECONDS[patterns.findall('秒|分钟', match[0])[0]]}t"),
        (r"[甲乙]", lambda match: match[0]),
        *(
            (
                rf"(?:自动)?(?:扶梯|电梯)(?:是|以|在|正)*(?:匀速|均匀|不断|恒定|一定)*(?:地)?(?:的)?(?:速度)?{moving}(?:匀速|均匀)*(?:地)?(?:行驶|运行|运动|移动|行走)*(?:着)?|"
                rf"(?:沿着?|在|乘)?(?:[一1](?:部|台|个))?(?:匀速|均匀|不断)*(?:地)?{moving}(?:匀速|移动|运行|行驶|运动)*(?:着)?的(?:自动)?(?:扶梯|电梯)(?:上|中)?",
                sign,
            )
            for moving, sign in (
                ("(?:由下(?:往|向|而|至|到)上|从下(?:往|向|而|到)上|自下(?:往|向|而|至)上|向上|往上|上行|上升)", "升"),
                ("(?:由上(?:往|向|而|至|到)下|从上(?:往|向|而|到)下|自上(?:往|向|而|至)下|向下|往下|下行|下降)", "降"),
            )
        ),
        (r"(?:逆(?:着)?(?:扶梯|电梯)?(?:的)?(?:运行|运动|行驶|行走)?(?:方向)?(?:行走|走)?|反方向)", "逆"),
        (r"(?:顺(?:着)?(?:扶梯|电梯)?(?:的)?(?:运行|运动|行驶|行走)?(?:方向)?(?:行走|走)?)", "顺"),
        *(
            (
                rf"(?:由|从)?(?:扶梯)?(?:的)?{start}(?:走|跑)?(?:往|向|到|走到|至|而)+(?:楼)?{goal}(?:走|跑|行走|爬|走到|走动)*(?:{goal})?|(?:要|往|向|从扶梯|沿(?:着)?(?:扶梯|电梯)?)+{goal[3]}楼?(?:走|跑|行走|爬)?",
                goal[3],
            )
            for start, goal in (
                ("(?:底部|楼下|下面|下层|一楼|下端|底端|底|下)", "(?:上面|上层|上端|顶部|顶端|二楼|楼上|顶|上)"),
                ("(?:顶部|楼上|上面|上层|二楼|上端|顶端|顶|上)", "(?:下面|下层|下端|底部|底端|一楼|楼下|底|下)"),
            )
        ),
        (r"(?:单位时间|每(?:秒|分|分钟))(?:内)?(?:的)?(?:走|爬|跑|行走)(?:的)?(?:扶梯)?(?:的)?(?:级数|步数|台阶数|梯级数)?|(?:行走|步行|走|跑)?(?:的)?速度", "速"),
        (r"倍", "倍"),
        (r"(?:到达|到|走到)(?:了)?(?:楼上|楼下|顶部|底部|顶端|底端|上面|下面|另一端|顶|底)?", "到"),
        (r"[两二三](?:个|位|名)?(?:性急的|顽皮的)?(?:孩子|人|小孩|同学|学生|顾客)(?:们)?", ""),
        (r"(?:当|则)?(?:该|自动|这个|在)?(?:扶梯|电梯)?(?:静止|停止|不动|静止不动|停下)(?:运行|的)?(?:时|的时候)?(?:,)?(?:的)?", "止"),
        (r"用(?:了|时)?|需要?|花了?|经过", "用"),
        (r"商场|自动|扶梯|电梯|行驶的?|上下走动|嫌(?:扶梯|电梯)?(?:走得?)?太慢|于是|在|结果|则|若|如果|已知|女|男|的|而|此时|从|露在外面|外面|那么|可以?|看到|可看|走|跑|匀速|乘|同时|行|其|该", ""),
    ),
    changes=(
        (r"\s+", ""),
        (rf"(?:可|能)?看到的?扶梯(?:的)?{_STEPS}(?:数)?(?:有|是|为)?(?:多少)?[?。]?$", "多少级"),
        (r"(?:扶梯|电梯)(?:露在外面的)?(?:梯级|台阶)(?:数|总数)?(?:有|是|为|共)?多少(?!级|个|阶)", "多少级"),
        (r"[一1]倍(?=[,。])", "1倍"),
        (r"(?:性急|顽皮|调皮|着急|心急)的|嫌[^,;。]{0,10}(?:慢|太慢)(?:,)?", ""),
    ),
)  # fmt: skip
_STATEMENTS = (
    ("moves", "(?P<way>[升降])"),
    ("walks", r"(?P<who>[甲乙])(?P<moving>[升降])?(?P<way>[上下顺逆])到?(?=[,。;])"),
    (
        "takes",
        rf"(?P<who>[甲乙])(?P<moving>[升降])?(?P<way>[上下顺逆])?到?,?(?P<value>{N})级(?:到)?(?P<way2>[上下顺逆])?,?到?(?:用(?P<time>{N})t)?到?",
    ),
    ("lasts", rf"(?P<who>[甲乙])(?:到)?用?(?P<value>{N})t(?:后)?到?"),
    ("pace", rf"(?P<who>[甲乙])(?P<way>[上下顺逆])?速?(?P<value>{N})v(?P<way2>[上下顺逆])?"),
    ("multiple", rf"(?P<who>[甲乙])速(?P<other>[甲乙])速?(?P<value>{N})倍"),
    ("ask", r"止?,?\?级"),
    ("both", r"(?:[甲乙]、?){0,2}(?P<way>[上下])(?=[,。;])"),
    ("word", r"止(?=,)|[甲乙、]+(?=[升降上下])"),
)


@dataclass(slots=True)
class _Walker:
    way: str = ""
    steps: Fraction | None = None
    time: Fraction | None = None
    pace: Fraction | None = None


def read_escalator(text: str) -> Recognition | None:
    """Two who walk on a moving escalator: the steps each takes and those that the escalator brings make up what can be seen."""
    plain = VOCABULARY.plain(text)
    if not patterns.search("扶梯|电梯", plain) or not patterns.search(_STEPS, plain):
        return None
    if patterns.search("休息|停留|折返|往返|加快|减慢|一半时|途中", plain):
        stay_out("not even")
    plain, called = named_of_any_sort(plain, SORTS)
    walkers = {"甲": _Walker(), "乙": _Walker()}
    relations, lines = Relations(), []
    moves, asked = "", None
    for name, match in parse(VOCABULARY.reduce(plain), _STATEMENTS):
        groups = match.groupdict()
        if name == "both":
            for each in walkers.values():
                each.way = each.way or groups["way"]
            continue
        who = walkers.get(groups.get("who") or "", _Walker())
        way = groups.get("way") or groups.get("way2") or ""
        if turned := groups.get("moving") or (way if name == "moves" else ""):
            moves = turned if moves in ("", turned) else stay_out("which way it moves")
        if name == "moves":
            continue
        if way:
            who.way = way if who.way in ("", way) else stay_out("which way he walks")
        if name == "takes":
            who.steps = Fraction(groups["value"]) if who.steps is None else stay_out("how many steps")
            who.time = Fraction(groups["time"]) if groups["time"] else who.time
        elif name == "lasts":
            who.time = Fraction(groups["value"]) if who.time is None else stay_out("how long")
        elif name == "pace":
            who.pace = Fraction(groups["value"]) if who.pace is None else stay_out("how fast")
        elif name == "multiple":
            relations.equal(unknown(f"速{groups['who']}"), times(Fraction(groups["value"]), unknown(f"速{groups['other']}")))
            lines.append(f"{groups['who']}的速度是{groups['other']}的 {groups['value']} 倍")
        elif name == "ask":
            asked = match.start()
    if asked is None:
        stay_out("nothing asked")
    for name, walker in walkers.items():
        if walker.pace is not None and walker.time is not None and walker.steps is None:
            walker.steps = walker.pace * walker.time
        elif walker.pace is not None and walker.steps is not None and walker.time is None:
            walker.time = walker.steps / walker.pace
        if walker.steps is None:
            stay_out("how many steps he takes")
        with_it = walker.way == "顺" or (moves == "升" and walker.way == "上") or (moves == "降" and walker.way == "下")
        against = walker.way == "逆" or (moves == "升" and walker.way == "下") or (moves == "降" and walker.way == "上")
        if with_it == against:
            stay_out("with it or against it")
        lines.append(f"{name}{'顺' if with_it else '逆'}着扶梯走 {decimal(walker.steps)} 级")
        walker.way = "顺" if with_it else "逆"
    return _solved(walkers, relations, lines, asked, called)


def _solved(walkers: dict[str, _Walker], relations: Relations, lines: list[str], asked: int, called: dict[str, str]) -> Recognition:
    """How many steps can be seen.

    Raises:
        StayOut: it is not determined.
    """
    one, other = walkers["甲"], walkers["乙"]
    if one.steps is None or other.steps is None:
        stay_out("how many steps he takes")
    if one.time is not None and other.time is not None:
        spent = one.time / other.time
    else:
        if one.time is not None or other.time is not None:
            stay_out("how long the other takes")
        faster = relations.ratio(unknown("速甲"), unknown("速乙")) or stay_out("how fast they walk")
        spent = one.steps / other.steps / faster
    # visible = steps ± what the escalator brings in the time; the second walker's time is 1.
    found = Relations()
    for walker, time in ((one, spent), (other, Fraction(1))):
        sign = 1 if walker.way == "顺" else -1
        found.equal(unknown("N"), total(number(walker.steps or 0), times(sign * time, unknown("e"))))
    visible, brought = found.value(unknown("N")), found.value(unknown("e"))
    if visible is None or brought is None or visible <= 0 or brought <= 0 or visible.denominator != 1:
        stay_out("numbers")
    lines.append(f"两人所用时间之比 甲:乙 = {spent.numerator}:{spent.denominator}")
    steps = [
        f"{each}走 {decimal(walker.steps or 0)} 级，扶梯{'送' if walker.way == '顺' else '退'} {decimal(brought * time, 4)} 级，可见 {decimal(visible)} 级"
        for (each, walker), time in zip(walkers.items(), (spent, Fraction(1)), strict=True)
    ]
    answers: list[Answer] = [(asked, visible, "级")]
    return recognition(lines, answers, called, working=steps)
