"""One traveller statement by statement: the same way twice (there and back, as planned and as it was), or one way in several legs."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.reduced import N, Vocabulary, parse
from engine.generators.civil._problems.relations import Answer, recognition
from engine.generators.civil._travel.journey import Units
from engine.generators.civil._travel.words import MEASURES
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_MOVES = r"(?:前进|前行|行驶|行走|行进|骑行|骑车|步行|航行|飞行|跑步|开车|驾车|驾驶|乘车|坐车|行|走|跑|骑|飞|开|驶|爬)"
_WORDS = Vocabulary(
    words=(
        *MEASURES,
        (r"(?:往返|来回|全程|整个行程|上下山|去回|一来一回)?(?:全程)?(?:的)?平均(?:时速|速度|车速|速率)|均速", "均"),
        (r"往返|来回|一来一回|上下山", "往返"),
        (r"(?:沿|按|从)?(?:原路)?(?:返回|回来|回程|返程|下山|回家|回去|往回走|返航|逆风|原路返回)(?:时|的时候|途中)?", "回"),
        (r"(?:原计划|原定|计划|预计|预定|规定|平时|平常|通常|本来|原来|原先|原)(?:的)?(?:速度|时间|车速)?(?:是|为)?", "原"),
        (r"(?:结果)?(?:实际(?:上)?)|现在|今天|结果|改为|如果|若|要是|假如|改用|改以", "实"),
        (r"(?:去的时候|去时|去程|上山|前往|去|顺风)(?:时)?", "去"),
        (r"(?:提前|提早|早到|早)(?:了)?(?:到达?|到校)?", "早"),
        (r"(?:迟到|晚到|晚|推迟|延迟|迟)(?:了)?", "迟"),
        (r"快(?!车)(?:了)?", "快"),
        (r"慢(?!车)(?:了)?", "慢"),
        (rf"多(?!少)(?:{_MOVES}|用)?(?:了)?", "多"),
        (rf"(?<!多)(?:少(?:{_MOVES}|用)?|节约|节省|缩短)(?:了)?", "少"),
        (r"照(?:这样|此)(?:的?速度)?(?:计算|算|行驶)?|(?:用|以|按)?(?:同样|相同|这样)的?速度", "照"),
        (r"(?:提高|加快|增加|提升)(?:了)?", "高"),
        (r"(?:降低|减慢|减少|减缓|下降)(?:了)?", "低"),
        (r"倍", "倍"),
        (r"%", "%"),
        (r"比", "比"),
        (r"(?:剩下|余下|其余|剩余)(?:的)?(?:路程|路|路段|一段路?)?|(?<=[,;。])后(?=\d)", "余"),
        (r"先|(?<!提)前(?=\d)|第[一1]段|开始", "先"),
        (r"再|又|接着|然后|随后|第[二三23]段|后来|之后|最后", "再"),
        (r"(?:两地|全程|路程|总路程|单程|全长|距离)*(?:之间)?(?:的)?(?:相距|距离|全长|全程|路程|总路程|单程|距)(?:为|是|共|有|长)*", "距"),
        (r"(?:的)?(?:车速|时速|速度|速)(?:为|是)?", "速"),
        (r"共|一共|总共|总", "共"),
        (r"[一1](?:辆|架|列|艘|位|个|名)(?=[\u4e00-\u9fff]{0,4}?(?:车|机|船|人))(?!人的)", ""),
        (r"多少|几", "?"),
        (rf"{_MOVES}(?:完|了|着|过)*(?:全程|完)?|需要?|要|用了?|花了?|经过|到达|抵达|赶到|到|完|开往|驶往|往|只|仅", ""),
        (r"(?:老|小)[王李张刘赵陈明红刚华强林周吴孙杨亮军丽芳]|某人|他|她|它|[一某这那]?(?:辆|架|列|艘|位|个)?(?:小|大|小轿|出租|公共)?(?:汽车|轿车|客车|货车|卡车|飞机|火车|列车|摩托车|自行车|车|人)", ""),
        (r"[AB甲乙](?:地|城|市|站|村|镇|港)?|[两二](?:地|城|市|站|村|镇)|学校|公司|单位|家(?:里)?|图书馆|公园|山顶|山脚|车站|机场|目的地|终点|县城|城|乡下|上学|上班", ""),
        (r"、|和|与|及|以|从|由|在|按|每|这|那|内|时|就|可以?|才|能|的|上|平均|匀速|公路|路|间|一条|一段|同样|途中", ""),
    ),
    changes=(
        (r"\s+", ""),
        (r"[以用按]一定的?速度", ""),
        (r"(?:绕|沿|围绕?)(?:着)?[\u4e00-\u9fff]{1,6}?(?:匀速|步行|慢跑|走|跑|骑|行)+(?:了)?[一1]圈", ""),
        (rf"(?:比(?:原?计划|原来|去时|平时))?每(小时|分钟|秒)(?:比(?:原?计划|原来|去时|平时))?(多|少){_MOVES}?(\d+(?:\.\d+)?)(千米|米)", r"\2\3\4/\1"),
        (r"(\d+(?:\.\d+)?)(千米|米)(?:/|每)(时|分)(?!钟)", lambda m: f"{m[1]}{m[2]}/{ {'时': '小时', '分': '分钟'}[m[3]] }"),
    ),
)  # fmt: skip
_LABELS = r"(?P<label>[原实去回先再余照]*)"
_STATEMENTS = (
    ("way", rf"距(?P<value>{N})L|(?P<value2>{N})L距"),
    ("speed", rf"{_LABELS}速?(?P<value>{N})v速?(?P<label3>[去回])?"),
    ("time", rf"{_LABELS}(?P<value>{N})t"),
    ("way", rf"共(?P<value>{N})L"),
    ("total-time", rf"往返?共?(?P<value>{N})t|共(?P<value2>{N})t"),
    ("length", rf"{_LABELS}(?P<value>{N})L"),
    ("faster", rf"{_LABELS}速?(?:比[原去])?速?(?P<way>快|慢|多|少)(?P<value>{N})v(?:比[原去])?"),
    ("factor", rf"{_LABELS}速?(?:比[原去])?速?(?P<way>高|低|快|慢)(?P<value>{N})(?P<percent>%?)"),
    ("differs", rf"(?P<one>[去回])比(?P<two>[去回])(?P<way>多|少)用?(?P<value>{N})t"),
    ("sooner", rf"{_LABELS}(?:比[原去])?(?P<way>早|迟|快|慢|多|少)(?P<value>{N})t(?:比原)?"),
    ("ask-sooner", rf"{_LABELS}(?:比[原去])?(?P<way>早|迟|快|慢|多|少)\?t(?P<unit>[hmsd]?)"),
    ("ask-speed", rf"{_LABELS}速?\?v(?P<unit>[km][hms])|(?P<label2>[原实去回先再余照]*)速\?"),
    ("ask-time", rf"{_LABELS}\?t(?P<unit>[hmsd]?)"),
    ("ask-total", r"(?:往返|共)+\?t(?P<unit>[hmsd]?)"),
    ("ask-mean", r"均(?:\?v(?P<unit>[km][hms])|\?)"),
    ("ask-way", r"(?:共|距)+\?L?(?P<unit>[km]?)"),
    ("ask-length", rf"{_LABELS}\?L(?P<unit>[km]?)"),
    ("word", r"(?:[原实去回先再余照共距速]|往返)+(?=[,。;]|$)"),
)  # fmt: skip


@dataclass(slots=True)
class _Trip:
    """One way: how far, how fast, how long, as far as known."""

    way: Fraction | None = None
    speed: Fraction | None = None
    time: Fraction | None = None

    def settle(self) -> bool:
        """Works out the third from two; whether it did."""
        known = (self.way is not None, self.speed is not None, self.time is not None)
        if sum(known) != 2:
            return False
        if self.way is None:
            self.way = (self.speed or 0) * (self.time or Fraction(0))
        elif self.speed is None:
            self.speed = self.way / (self.time or stay_out("no time"))
        else:
            self.time = self.way / (self.speed or stay_out("no speed"))
        return True


@dataclass(slots=True)
class _Trips:
    trips: dict[str, _Trip] = field(default_factory=dict)
    now: str = ""
    way: Fraction | None = None
    total: Fraction | None = None
    difference: Fraction | None = None
    faster: Fraction | None = None
    factor: Fraction | None = None
    asks: list[tuple[int, str, str, str | None]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    def trip(self, labels: str) -> _Trip:
        """The trip spoken of."""
        if labels:
            self.now = labels[-1]
            if self.now == "再":
                self.now = f"再{sum(1 for name in self.trips if name.startswith('再'))}"
        elif not self.trips and not self.now:
            self.now = "去"
        return self.trips.setdefault(self.now, _Trip())

    def other(self, labels: str) -> None:
        """Something is told beside the first trip: it is of the second."""
        if labels:
            self.trip(labels)
        if not self.trips or (len(self.trips) == 1 and self.now in self.trips and self.trips[self.now] != _Trip()):
            self.now = "实" if "原" in self.trips else "回" if labels == "" and "回" in self.trips else "实"
            self.trips.setdefault(self.now, _Trip())


def _put(trip: _Trip, what: str, value: Fraction) -> None:
    if getattr(trip, what) is not None:
        stay_out(f"two of one: {what}")
    setattr(trip, what, value)


def read_trips(text: str) -> Recognition | None:
    """The same way twice, or one way in legs; None where two move, or a stream carries."""
    plain = _WORDS.plain(text)
    if patterns.search(
        "相遇|追|相向|背向|反向|同向|碰|[船艇舟]|静水|水流|水速|风速|[大铁]桥|米的桥|隧道|山洞|环|休息|停|故障|堵|[甲乙][^地城市站村镇港、和两二]",
        plain,
    ):
        return None
    found = _Trips()
    for name, match in parse(_WORDS.reduce(plain), _STATEMENTS):
        groups = match.groupdict()
        value = groups.get("value") or groups.get("value2") or "0"
        labels, unit = groups.get("label3") or groups.get("label") or groups.get("label2") or "", groups.get("unit") or None
        if name == "way":
            found.way = Fraction(value) if found.way is None else stay_out("two ways")
        elif name == "length" and not labels and not found.trips and found.way is None:
            found.way = Fraction(value)
        elif name in ("speed", "time", "length"):
            _put(found.trip(labels), {"length": "way"}.get(name, name), Fraction(value))
        elif name == "differs":
            if groups["one"] == groups["two"] or found.difference is not None:
                stay_out("which takes longer")
            for each in "去回":
                found.trips.setdefault(each, _Trip())
            found.difference = Fraction(value) * (1 if (groups["way"] == "多") == (groups["one"] == "回") else -1)
            if list(found.trips) != ["去", "回"]:
                stay_out("how many trips")
        elif name == "total-time":
            found.total = Fraction(value) if found.total is None else stay_out("two times")
        elif name in ("faster", "factor", "sooner"):
            sign = 1 if groups["way"] in ("多", "高", "迟") or groups["way"] == ("慢" if name == "sooner" else "快") else -1
            found.other(labels)
            if getattr(found, {"sooner": "difference"}.get(name, name)) is not None:
                stay_out(f"two of one: {name}")
            if name == "factor":
                if not groups["percent"] and "/" not in value:
                    stay_out("by how much")
                found.factor = 1 + sign * Fraction(value) / (100 if groups["percent"] else 1)
            elif name == "faster":
                found.faster = sign * Fraction(value)
            else:
                found.difference = sign * Fraction(value)
        elif name.startswith("ask"):
            if labels or name in ("ask-speed", "ask-time", "ask-length"):
                found.trip(labels)
            found.asks.append((match.start(), name.removeprefix("ask-"), groups.get("way") or found.now, unit))
        elif patterns.search("[原实去回先再余照]", match[0]):
            found.trip(patterns.sub("[^原实去回先再余照]", "", match[0]))
    if len(found.trips) > 2 and found.trips.get("去") == _Trip():
        del found.trips["去"]  # only that somebody sets out
    legs = any(name[0] in "先再余" for name in found.trips)
    if legs and (found.trips.keys() & {"原", "实", "回"} or (found.factor, found.faster, found.difference) != (None, None, None)):
        stay_out("legs of which way")
    if "照" in found.trips:
        _settle_alike(found)
    elif legs:
        _settle_legs(found)
    elif len(found.trips) == 1:
        _settle_once(found)
    else:
        _settle_twice(found)
    units = Units(plain)
    answers: list[Answer] = [(place, *_answer(found, what, about, unit, units, legs=legs)) for place, what, about, unit in found.asks]
    for name, trip in found.trips.items():
        told = [
            f"路程 {decimal(trip.way / 1000, 4)} 千米" if trip.way is not None else "",
            f"速度 {decimal(trip.speed * 36 / 10, 4)} 千米/小时" if trip.speed is not None else "",
            f"时间 {decimal(trip.time / 3600, 4)} 小时" if trip.time is not None else "",
        ]
        found.lines.append(
            {"原": "计划", "实": "实际", "去": "去程", "回": "回程", "先": "前一段", "余": "余下", "照": "以同样的速度"}.get(name, "再")
            + "："
            + "，".join(each for each in told if each)
        )
    return recognition(found.lines, answers, {})


def _settle_alike(found: _Trips) -> None:
    """Another way at the same speed."""
    if len(found.trips) != 2 or (found.factor, found.faster, found.difference, found.total) != (None, None, None, None):
        stay_out("at the same speed as what")
    one, other = found.trips.values()
    if one.way is None:
        one.way, found.way = found.way, None
    one.settle()
    if found.way is not None or other.speed is not None:
        stay_out("which way")
    other.speed = one.speed
    other.settle()


def _settle_once(found: _Trips) -> None:
    """One way, how fast and how long: any two of them."""
    (only,) = found.trips.values()
    if (found.factor, found.faster, found.difference) != (None, None, None) or "回" in found.trips or "实" in found.trips:
        stay_out("compared with what")
    for what, told in (("way", found.way), ("time", found.total)):
        if told is not None:
            _put(only, what, told)
    if not only.settle():
        stay_out("how many trips")
    found.way, found.total = only.way, only.time


def _settle_legs(found: _Trips) -> None:
    legs = list(found.trips.values())
    if len(legs) < 2:
        stay_out("one leg")
    for _ in range(3):
        for leg in legs:
            leg.settle()
        open_ones = [leg for leg in legs if leg.way is None]
        if found.way is not None and len(open_ones) == 1:
            open_ones[0].way = found.way - sum((leg.way or Fraction(0) for leg in legs), Fraction(0))
        timeless = [leg for leg in legs if leg.time is None]
        if found.total is not None and len(timeless) == 1:
            timeless[0].time = found.total - sum((leg.time or Fraction(0) for leg in legs), Fraction(0))
    ways, times = [leg.way for leg in legs], [leg.time for leg in legs]
    if None not in ways:
        way = sum((each or Fraction(0) for each in ways), Fraction(0))
        if found.way not in (None, way):
            stay_out("legs do not make the way")
        found.way = way
    if None not in times:
        time = sum((each or Fraction(0) for each in times), Fraction(0))
        if found.total not in (None, time):
            stay_out("legs do not take the time")
        found.total = time


def _settle_twice(found: _Trips) -> None:
    names = list(found.trips)
    if len(names) != 2:
        stay_out("how many trips")
    one, other = (found.trips[name] for name in names)
    for _ in range(3):
        ways = {each for each in (found.way, one.way, other.way) if each is not None}
        if len(ways) > 1:
            stay_out("two ways")
        if ways:
            found.way = one.way = other.way = ways.pop()
        if found.faster is not None and one.speed is not None and other.speed is None:
            other.speed = one.speed + found.faster
        if found.factor is not None and one.speed is not None and other.speed is None:
            other.speed = one.speed * found.factor
        if found.difference is not None and one.time is not None and other.time is None:
            other.time = one.time + found.difference
        one.settle()
        other.settle()
    if found.way is None and one.speed and other.speed:
        # Neither way nor times, but how they differ or add up.
        if found.difference is not None and one.speed != other.speed:
            found.way = found.difference / (1 / other.speed - 1 / one.speed)
        elif found.total is not None:
            found.way = found.total / (1 / one.speed + 1 / other.speed)
    elif found.way is None and found.faster is not None and one.time and other.time and one.time != other.time:
        one.speed = found.faster * other.time / (one.time - other.time)
        found.way = one.speed * one.time
    elif found.factor is not None and found.difference is not None and one.time is None and found.factor != 1:
        one.time = found.difference / (1 / found.factor - 1)
        other.time = one.time + found.difference
    if found.way is not None:
        one.way = other.way = found.way
        one.settle()
        other.settle()
    for name, told, of in (("faster", found.faster, "speed"), ("difference", found.difference, "time")):
        first, second = getattr(one, of), getattr(other, of)
        if told is not None and first is not None and second is not None and second - first != told:
            stay_out(f"what is told contradicts itself: {name}")
    if found.factor is not None and one.speed is not None and other.speed != one.speed * found.factor:
        stay_out("what is told contradicts itself: factor")
    if one.time is not None and other.time is not None:
        if found.total not in (None, one.time + other.time):
            stay_out("what is told contradicts itself: total")
        found.total = one.time + other.time


def _answer(found: _Trips, what: str, about: str, unit: str | None, units: Units, *, legs: bool) -> tuple[Fraction, str]:
    def positive(value: Fraction | None) -> Fraction:
        return value if value is not None and value > 0 else stay_out("not determined")

    if what == "way":
        return units.of_length(positive(found.way), unit)
    if what == "total":
        return units.of_time(positive(found.total), unit)
    if what == "mean":
        return units.of_speed(positive(found.way) * (1 if legs or len(found.trips) == 1 else 2) / positive(found.total), unit)
    if what == "sooner":
        one, other = (positive(trip.time) for trip in found.trips.values())
        return units.of_time(positive((one - other) * (1 if about in ("早", "快", "少") else -1)), unit)
    trip = found.trips.get(about) or stay_out("which trip")
    if what == "speed":
        return units.of_speed(positive(trip.speed), unit)
    return units.of_time(positive(trip.time), unit) if what == "time" else units.of_length(positive(trip.way), unit)
