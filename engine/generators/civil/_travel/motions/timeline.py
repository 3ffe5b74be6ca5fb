"""Several that start when and where they may, and meet or overtake each other one after the other: when each thing happens is an unknown.

So are told: three cars of which the first meets the second and then the third, those who start later and catch up, clocks that say when
somebody leaves, a dog that runs to and fro until the others meet, and one who walks, runs and rides the same way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import Term, constant, less, plus, product_of, scaled, symbol
from engine.generators.civil._problems.mentions import Clause, Lexicon, Mention
from engine.generators.civil._problems.reduced import named_of_any_sort
from engine.generators.civil._problems.relations import Answer, recognition
from engine.generators.civil._travel.motions.moves import tell_speeds
from engine.generators.civil._travel.motions.reading import units_told
from engine.generators.civil._travel.motions.trip import LAP, WAY, Trip, names_of, quantity, shown
from engine.generators.civil._travel.motions.words import WORDS
from engine.generators.civil._travel.words import LENGTHS, SORTS, TIMES, VOCABULARY
from engine.generators.kind import Recognition
from engine.generators.reading import StayOut, stay_out

_RUNNER = r"(?:小|猎|军|信|导盲)?(?:狗|犬|苍蝇|鸽子|鸽|蜜蜂|小鸟|燕子|通讯员)"
_MODES = (r"步行|走路|走", r"跑步", r"骑自行车|骑车|骑行|骑", r"开车|驾车|坐车|乘车")
_LEXICON = Lexicon(
    (
        (
            "clock",
            r"(?:于|在)?(?P<unit>上午|早上|早晨|清晨|中午|下午|晚上)?(?P<value>\d{1,2}(?:点|时|:)(?:半|一刻|整|\d{1,2}分?|00)?)(?!\d*(?:间|长|速))",
        ),
        ("than", r"比(?=[甲乙丙丁])"),
        ("then", r"(?:又|再)?经过(?=\d+(?:\.\d+)?(?:/\d+)?(?:分钟|小时|秒))"),
        ("all", r"(?:姐弟|兄妹|兄弟|姐妹|父子|师徒)(?:两人?|二人)?(?:出游|出行)?"),
        ("chase", r"(?:出发)?(?:去|开始|来)?追(?:赶)?(?:他|她|它|[甲乙](?!上)|(?=[,。;]|$))"),
        ("", r"各自|自驾游?|决定|开车|驾车|前往|散步|沿(?=湖|河)|湖边|一?固定点|先走一步"),
        ("clockwise", r"(?:按|沿|以)?(?:着)?顺时针(?:方向)?"),
        ("counter", r"(?:按|沿|以)?(?:着)?逆时针(?:方向)?"),
        ("meets-whom", r"遇到|遇见|遇上|碰到|碰上|碰见|相遇到"),
        ("behind", r"(?:从)?(?:后面)?(?:追上|赶上|追及|追到)(?:了)?"),
        ("later", r"(?<=比[甲乙丙丁])(?:晚|迟|后)(?:出发)?(?=\d|多少)"),
        ("first", r"(?<=比[甲乙丙丁])(?:早|先|提前)(?:出发)?(?=\d|多少)"),
        ("first-of-all", r"最先|最早|首先"),
        ("in-turn", r"先后|依次|陆续|分别"),
        ("apart-speeds", r"(?:的)?(?:时速|速度)(?:之)?(?:相差|差)(?:为|是)?"),
        ("ask-length", r"(?:飞|跑|行|走|骑|开|行驶|飞行)?(?:了)?的?(?:总)?(?:路程|距离)(?:为|是)?多少"),
        ("name", r"(?P<value>[甲乙丙丁])"),
        *WORDS,
    )
)


@dataclass(slots=True)
class _Story:
    """Who starts when and where, what has happened, and what is asked."""

    trip: Trip
    starts: dict[str, Term] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    turning: dict[str, str] = field(default_factory=dict)
    pairs: list[tuple[str, str]] = field(default_factory=list)
    last: Term | None = None
    subject: str = ""
    legs: dict[str, Term] = field(default_factory=dict)
    between: bool = False  # the last two that are asked about: the difference of their speeds
    modes: bool = False
    told_apart: bool = False  # when each starts is told, or is to be found

    def start(self, who: str) -> Term:
        """When somebody starts."""
        return self.starts.setdefault(who, {} if not self.starts or not self.told_apart else symbol(f"{who}的出发时刻"))

    def leg(self, who: str) -> Term:
        """How long one needs for the whole way."""
        if who not in self.legs:
            self.legs[who] = symbol(f"{who}走完全程的时间")
            self.trip.equations.equal(product_of(self.trip.speed(who), self.legs[who]), symbol(WAY))
        return self.legs[who]


def read_timelines(text: str) -> Recognition | None:
    """Several that meet one after the other.

    Raises:
        StayOut: a clause is not understood.
    """
    plain, called, modes = _one_wording(text)
    if found := patterns.search(
        "顺水|逆水|水流|桥|隧道|车长|车身|电梯|扶梯|休息|停留|故障|加速|减速|提速|平均速度|每隔|迟到|队伍|上坡|下坡", plain
    ):
        stay_out(found[0])
    everyone = [each for each in "甲乙丙丁" if patterns.search(rf"{each}(?!地|城|站|、乙两[地城站])", plain)]
    if len(everyone) < 2:
        return None
    story = _Story(Trip(everyone), modes=modes)
    story.told_apart = patterns.search(r"比[甲乙丙丁](?:车)?(?:晚|早|先|迟|后|提前)|\d点|先出发|后出发|最先|先后", plain) is not None
    story.trip.round = patterns.search("环形|湖|周长|跑道|一圈", plain) is not None
    clauses = [clause for clause in _LEXICON.clauses(plain) if clause]
    for clause in _joined(clauses, modes):
        _take(story, clause)
    trip = story.trip
    if not trip.asks:
        stay_out("nothing asked")
    units = units_told(plain)
    answers: list[Answer] = []
    for place, (above, below, asked) in enumerate(trip.asks):
        kind, _, unit = asked.partition(":")
        unit = unit or units.get(kind, "")
        try:
            value = trip.value(above, below or None)
        except StayOut:
            if not story.between:
                raise
            value = trip.value(scaled(above, -1))
        answers.append((place, _measured(value, kind, unit), unit))
    return recognition(trip.lines, answers, called, working=trip.equations.in_words())


def _measured(value: Fraction, kind: str, unit: str) -> Fraction:
    if not unit:
        stay_out("in which unit")
    if kind == "speed":
        length, _, time = unit.partition("/")
        return value * TIMES[time] / LENGTHS[length]
    return value / (TIMES if kind == "time" else LENGTHS)[unit]


def _one_wording(text: str) -> tuple[str, dict[str, str], bool]:
    """Those who move as 甲, 乙, 丙 and 丁; a runner between others is 丁; ways of going are those who go."""
    plain, called = named_of_any_sort(VOCABULARY.plain(text), SORTS)
    plain = patterns.sub(r"\s+", "", plain)
    modes = False
    if not patterns.search("[甲乙](?!地|城|站|、乙两)", plain):
        told = [mode for mode in _MODES if patterns.search(mode, plain)]
        if len(told) < 2:
            return plain, called, False
        modes = True
        plain = patterns.sub("[甲乙](?=地|城|站|、乙)|(?<=[A甲]、)乙", lambda place: {"甲": "A", "乙": "B"}[place[0]], plain)
        for sign, mode in zip("甲乙丙丁", told, strict=False):
            if found := patterns.search(mode, plain):
                called[sign] = found[0]
            plain = patterns.sub(mode, sign, plain)
    elif "丁" not in plain and len(patterns.findall(_RUNNER, plain)) > 1:
        plain = patterns.sub(rf"(?:[甲乙]的|[甲乙]带(?:着|的)?)?(?:[一1]只|那只|这只)?{_RUNNER}", "丁", plain)
        plain = patterns.sub(
            r"(?:^|(?<=[,;。]))(?:然后|接着)?丁?[^,;。\d多]*?(?:飞向|转去|返回|折返|掉头|回头|往返|跑来跑去|飞来飞去|来回|再飞|再跑|又去)[^,;。\d多]*(?=[,;。])[,;。]?",
            "",
            plain,
        )
        plain = patterns.sub(
            r"直到[^,;。\d]{0,8}?(?P<how>相遇|追上)[^,;。\d多]*",
            lambda end: f"甲、乙{end['how']}" if patterns.search("相向|相对|迎面", plain) else "乙追上甲",
            plain,
        )
    letters = list(dict.fromkeys(patterns.findall(r"(?<![A-Za-z])([A-Z])(?=市|地|城|镇|村)", plain)))
    if len(letters) == 2 and not set(letters) & {"A", "B"}:
        plain = patterns.sub(r"(?<![A-Za-z])[A-Z](?=市|地|城|镇|村)", lambda place: "AB"[letters.index(place[0])], plain)
    plain = plain.replace("两座城市", "两地")
    plain = patterns.sub(
        r"[甲A](?:、|和|与)[乙B][两2二]?(?:座)?(?:地|城市|城|站|村|镇)(?:之间)?(?:的)?(?=相距|距离|路程|长|全长)", "全程", plain
    )
    return plain, called, modes


def _joined(clauses: list[Clause], modes: bool) -> list[Clause]:
    """Clauses; one that says only when or who belongs to the next."""
    found: list[Clause] = []
    pending: list[Mention] = []
    for clause in clauses:
        clause.mentions = pending + clause.mentions
        pending = []
        kinds = {each.kind for each in clause.mentions}
        if clause.ends[:1] in (",", "") and kinds <= {"time", "then", "after", "name", "if", "each"} and not kinds <= {"name"}:
            pending = clause.mentions
            continue
        if modes and "name" in kinds and not kinds & {"time", "ask-time", "speed", "than", "ratio", "ask-speed", "speed-word", "times"}:
            if clause.ends[:1] != ",":
                stay_out("how long that takes")
            pending = clause.mentions
            continue
        clause.order = list(clause.mentions)
        found.append(clause)
    if pending:
        stay_out("when what")
    return found


def _take(story: _Story, clause: Clause) -> None:
    trip = story.trip
    if "?" in clause.ends and not any(each.kind.startswith("ask") for each in clause.mentions):
        stay_out(f"also asks: {clause.text}")
    clause.take_all("if", "in-turn")
    if clause.take("round") or (clause.has("laps") and clause.has("length") and clause.take("laps")):
        trip.round = True
        if (told := clause.take("length")) is not None:
            trip.equations.equal(symbol(LAP), quantity(told))
            trip.lines.append(f"一圈 {shown(told)}")
        elif (asked := clause.take("ask-length")) is not None:
            trip.asks.append((symbol(LAP), {}, f"length:{asked.unit}"))
        clause.take_all("apart", "whole")
    if clause.has("chase"):
        _chases(story, clause)
    elif clause.has("meet", "meets-whom", "catch", "behind"):
        _happens(story, clause)
    elif clause.has("apart-speeds") and (asked := clause.take("ask-speed", "ask")) is not None:
        names = names_of(clause) or trip.everyone
        if len(names) != 2:
            stay_out("whose speeds")
        story.between = True
        trip.asks.append((less(trip.speed(names[0]), trip.speed(names[1])), {}, f"speed:{asked.unit or _unit(asked)}"))
        clause.take_all("apart-speeds", "name", "all")
    elif clause.has("than") and clause.has("first", "later"):
        _before(story, clause)
    elif clause.has("ask-speed") or (clause.has("ask") and clause.has("speed-word")):
        _ask_speed(trip, clause)
    elif clause.has("ask-length"):
        _ask_length(story, clause)
    elif story.modes and clause.has("time", "ask-time") and not clause.has("speed"):
        _goes_all_the_way(story, clause)
    else:
        if clause.has("than") and clause.has("percent") and not clause.has("speed-word"):
            clause.mentions.append(Mention("speed-word", "速度"))
        tell_speeds(trip, clause)
        _sets_out(story, clause)
    clause.take_all(
        "name",
        "all",
        "each",
        "then",
        "after",
        "start",
        "same-time",
        "whole",
        "apart",
        "place",
        "first-of-all",
        "speed-word",
        "same-place",
        "opposite",
        "along",
    )
    if clause:
        stay_out(f"{clause.mentions[0].text} in {clause.text}")


def _unit(mention: Mention) -> str:
    unit = patterns.search(r"(?:千米|米)/(?:小时|分钟|秒)", mention.text)
    return unit[0] if unit else ""


def _sets_out(story: _Story, clause: Clause) -> None:
    """Where somebody begins, when, and which way; and how far it is."""
    trip, names = story.trip, names_of(clause)
    places = [each.value for each in clause.all("place")]
    clocks = clause.take_all("clock")
    if clocks:
        if len(clocks) != 1 or len(names) != 1 or not clause.has("start"):
            stay_out("what happens when")
        told = constant(_seconds(clocks[0]))
        if names[0] in story.starts:
            stay_out("starts twice")
        story.starts[names[0]] = told
        trip.lines.append(f"{names[0]} {clocks[0].text}出发")
    if (way := [each.kind for each in clause.mentions if each.kind in ("clockwise", "counter")]) and names:
        for name in names:
            story.turning[name] = way[0]
        clause.take_all("clockwise", "counter")
    if len(names) == 1:
        trip.subject = names[0]
    lengths = clause.take_all("length")
    if lengths:
        if len(lengths) != 1 or trip.way_unit or clause.has("time") or not clause.has("apart", "whole", "place"):
            stay_out("how far what is")
        trip.equations.equal(symbol(WAY), quantity(lengths[0]))
        trip.way_unit = "told"
        trip.lines.append(f"全程 {shown(lengths[0])}")
    elif len(places) == len(names) == 2:
        story.places.update(zip(names, places, strict=True))
    elif places and names and places[0] in "AB" and not story.modes:
        for name in names:
            story.places[name] = places[0]
    elif len(places) == 2 and not names and clause.has("start"):
        for name, place in zip(trip.everyone, places, strict=False):
            story.places[name] = place
    if names and len(names) == 1 and clause.has("first-of-all"):
        story.starts.setdefault(names[0], {})
    if clause.has("time"):
        stay_out("how long what takes")


def _seconds(clock: Mention) -> int:
    hours, minutes = patterns.split("[点时:]", clock.value.removesuffix("分"))[:2]
    said = {"": 0, "半": 30, "一刻": 15, "整": 0}
    hour = int(hours) + (12 if clock.unit in ("下午", "晚上") and int(hours) < 12 else 0)
    return hour * 3600 + 60 * (said[minutes] if minutes in said else int(minutes))


def _chases(story: _Story, clause: Clause) -> None:
    """Somebody sets out after another who has gone so far, or so long, before."""
    clause.take("chase")
    trip, names = story.trip, names_of(clause)
    lengths, times = clause.take_all("length"), clause.take_all("time")
    after = names[-1] if names else stay_out("who follows")
    others = [each for each in trip.everyone if each not in (after, "丁")]
    if len(others) != 1 or len(lengths) + len(times) != 1 or after in story.starts or not clause.has("after"):
        stay_out("who follows whom")
    begins = story.start(others[0])
    story.starts[after] = plus(begins, quantity(times[0])) if times else symbol(f"{after}的出发时刻")
    if "丁" in trip.everyone:
        story.starts["丁"] = story.starts[after]
    if lengths:
        trip.equations.equal(product_of(trip.speed(others[0]), less(story.starts[after], begins)), quantity(lengths[0]))
    trip.lines.append(f"{others[0]}先走 {shown((lengths or times)[0])}，{after}去追")


def _before(story: _Story, clause: Clause) -> None:
    """One starts, or arrives, so long before or after another."""
    trip, names = story.trip, names_of(clause)
    told, way = clause.take("time"), clause.take("first", "later")
    clause.take_all("than", "first", "later")
    if told is None or way is None or len(names) != 2 or clause.has("time", "ask-time", "length", "speed"):
        stay_out("before what")
    apart = scaled(quantity(told), -1 if way.kind == "first" else 1)
    if clause.take("arrive"):
        one, other = (plus(story.start(name), story.leg(name)) for name in names)
        trip.equations.equal(less(one, other), apart)
        trip.lines.append(f"{names[0]}比{names[1]}{'早' if way.kind == 'first' else '晚'}到 {shown(told)}")
        return
    other = story.start(names[1])
    if names[0] in story.starts:
        trip.equations.equal(less(story.starts[names[0]], other), apart)
    story.starts.setdefault(names[0], plus(other, apart))
    trip.lines.append(f"{names[0]}比{names[1]}{'早' if way.kind == 'first' else '晚'}出发 {shown(told)}")


def _goes_all_the_way(story: _Story, clause: Clause) -> None:
    """The whole way this way and back that way takes so long."""
    names = [each.value for each in clause.take_all("name")]
    told, asked = clause.take_all("time"), clause.take("ask-time")
    clause.take_all("all-in-all", "back-trip", "turns", "round-trip", "arrive")
    if not names or len(told) + (asked is not None) != 1 or clause.has("length", "percent", "times"):
        stay_out("which way")
    spent = plus(*(story.leg(name) for name in names))
    if told:
        story.trip.equations.equal(spent, quantity(told[0]))
        story.trip.lines.append(f"{'、'.join(names)}各走一个全程共 {shown(told[0])}")
    elif asked is not None:
        story.trip.asks.append((spent, {}, f"time:{asked.unit}"))


def _ask_speed(trip: Trip, clause: Clause) -> None:
    names, asked = names_of(clause), clause.take("ask-speed", "ask")
    if len(names) != 1 or asked is None or clause.has("time", "length", "speed"):
        stay_out("whose speed")
    unit = asked.unit if "/" in asked.unit else _unit(asked)
    trip.asks.append((trip.speed(names[0]), {}, f"speed:{unit}"))


def _ask_length(story: _Story, clause: Clause) -> None:
    trip, names, asked = story.trip, names_of(clause), clause.take("ask-length")
    assert asked is not None
    clause.take_all("all-in-all")
    if names == ["丁"] and story.last is not None:
        trip.asks.append((product_of(trip.speed("丁"), less(story.last, story.start("丁"))), {}, f"length:{asked.unit}"))
    elif not names and clause.has("apart", "whole", "place") and not trip.round:
        trip.asks.append((symbol(WAY), {}, f"length:{asked.unit}"))
    else:
        stay_out("how far what is")


def _happens(story: _Story, clause: Clause) -> None:
    """Those who meet, or one who overtakes another, once or one after the other."""
    items: list[Mention] = clause.mentions
    clause.mentions = []
    segment: list[Mention] = []
    place = 0
    while place < len(items):
        each = items[place]
        place += 1
        if each.kind not in ("meet", "meets-whom", "catch", "behind"):
            segment.append(each)
            continue
        others: list[str] = []
        told_before = len([one for one in segment if one.kind == "name"])
        if (each.kind != "meet" or told_before < 2) and place < len(items) and items[place].kind == "name":
            others = [items[place].value]
            place += 1
        _event(story, segment, others, each.kind in ("catch", "behind"))
        segment = []
    if any(one.kind.startswith("ask") or one.value for one in segment):
        _take(story, Clause(clause.text, segment, clause.ends))


def _event(story: _Story, segment: Sequence[Mention], others: list[str], catches: bool) -> None:
    trip = story.trip
    names = [one.value for one in segment if one.kind == "name"] + others
    names = list(dict.fromkeys(names))
    kinds = {one.kind for one in segment}
    told = [one for one in segment if one.kind == "time"]
    asked = [one for one in segment if one.kind == "ask-time"]
    nth = [one.value for one in segment if one.kind == "nth"]
    if extra := kinds - {"name", "time", "ask-time", "nth", "then", "after", "start", "if", "all", "each", "same-time", "need"}:
        stay_out(f"{extra.pop()} when they meet")
    if len(names) == 1 and story.subject and story.subject not in names:
        names = [story.subject, *names]
    if not names and len(trip.everyone) == 2:
        names = list(trip.everyone)
    if len(names) != 2 or len(told) + len(asked) > 1 or len(nth) > 1:
        stay_out("who meets whom")
    one, other = names
    story.subject = one
    happens = trip.new("t")
    if told or asked:
        if catches and "start" in kinds:
            since = story.start(one)
        elif story.last is not None and not asked and kinds & {"then", "after"}:
            since = story.last
        elif story.last is None and story.start(one) == story.start(other):
            since = story.start(one)
        else:
            stay_out("since when")
        happens = plus(since, quantity(told[0])) if told else happens
        if asked:
            trip.asks.append((less(happens, since), {}, f"time:{asked[0].unit}"))
    way = product_of(trip.speed(one), less(happens, story.start(one)))
    its = product_of(trip.speed(other), less(happens, story.start(other)))
    pair = (min(one, other), max(one, other))
    if catches:
        if story.places.get(one, "A") != story.places.get(other, "A") or trip.round:
            stay_out("who is ahead")
        trip.equations.equal(way, its)
        trip.lines.append(f"{one}追上{other}")
    else:
        number = "零一二三四五六".find(nth[0]) if nth and not nth[0].isdigit() else int(nth[0]) if nth else 1
        opposed = (story.turning.get(one) != story.turning.get(other)) if trip.round else story.places.get(one) != story.places.get(other)
        if not opposed or number < 1 or (number > 1 and not trip.round) or (pair in story.pairs and not nth):
            stay_out("which meeting")
        trip.equations.equal(plus(way, its), scaled(symbol(LAP if trip.round else WAY), number))
        trip.lines.append(f"{one}与{other}{f'第{number}次' if trip.round else ''}相遇")
    story.pairs.append(pair)
    story.last = happens
