"""Bodies with a length that pass each other: trains, bridges, poles, walkers beside the line, columns and their messengers."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import Equations, Term, less, plus, product_of, scaled, symbol
from engine.generators.civil._problems.mentions import Lexicon, Mention
from engine.generators.civil._problems.reduced import opened
from engine.generators.civil._problems.relations import Answer, recognition
from engine.generators.civil._travel.amounts import in_unit, units_told
from engine.generators.civil._travel.itineraries.wording import one_wording
from engine.generators.civil._travel.journeys.pieces import Piece, quantity, refuse_other_units, shown
from engine.generators.civil._travel.naming import cast_of
from engine.generators.kind import Recognition
from engine.generators.reading import StayOut, stay_out

_N = r"\d+(?:\.\d+)?(?:/\d+)?"
_LENGTH, _TIME = r"(?:千米|米)", r"(?:小时|分钟|秒)"
_TRAIN = r"(?:客车|货车|快车|慢车|动车|高铁|[甲乙](?:列?车|火车)?|火车|列车|地铁|快(?=[、和]慢)|队伍|队列|车队|方队)"
_PERSON = r"(?:行人|骑车人|骑自行车的?人|通讯员|通信员|传令兵|联络员|[小老](?![学时组队区型路汽客货])[\u4e00-\u9fff](?:老师)?|[王李张刘陈赵]老师|老师|某人)"
_FIXED = r"(?:(?:铁路)?(?:大)?桥梁?|隧道|山洞|涵洞|站台)"
_POLE = r"(?:电线杆|电杆|路灯|路标|信号灯|大树|标杆|站在(?:铁)?(?:路|道|轨)?边[^,;。\d]{0,6}(?:人|工人))"
_LEXICON = Lexicon(
    (
        ("ask-speed", rf"(?:(?:速度|时速))?多少(?P<unit>{_LENGTH}/{_TIME})|(?:平均)?每(?P<unit2>{_TIME})(?:行驶|行|走)?多少(?P<value2>{_LENGTH})"),
        ("than", r"比(?=甲|乙|快车|慢车|客车|货车)"),
        ("faster", r"(?:的?速度)?(?:快|多|提高|高)(?=\d)"),
        ("slower", r"(?:的?速度)?(?:慢|少|低)(?=\d)"),
        ("speed", rf"(?P<value>{_N})(?P<unit>{_LENGTH}/{_TIME})"),
        ("time", rf"(?P<value>{_N}(?:分钟|分){_N}秒)(?P<unit>)"),
        ("time", rf"(?P<value>{_N})(?P<unit>{_TIME})"),
        ("ask-time", rf"(?:多少|几)(?P<unit>{_TIME})|多少时间|(?:所?需|用)?的?时间(?:是|为)?多少"),
        ("length", rf"(?P<value>{_N})(?P<unit>{_LENGTH})"),
        ("ask-length", rf"(?:多少|几)(?P<unit>{_LENGTH})"),
        ("times", rf"(?P<value>{_N})倍"),
        ("ratio", r"(?:(?:之?比(?:例|值)?)(?:分别)?(?:为|是)?)(?P<value>\d+(?:\.\d+)?\s*[∶:]\s*\d+(?:\.\d+)?)"),
        ("factor", rf"(?:火车|列车)?(?:的)?(?:速度|车速)(?P<unit>增加|提高|提升|加快|降低|减少|下降)(?:了)?(?P<value>{_N})%"),
        ("factor", rf"(?:通过时)?(?:的)?(?:速度|车速)(?:变)?(?:为|是|成)(?:原来|原速度?|原来速度)的?(?P<value>一半|{_N}倍|{_N})"),
        ("within", rf"(?:完全|全部|整列(?:火车|列车)?)(?:都)?在(?:{_FIXED})(?:上|里|内|中)(?:行驶|运行)?(?:的)?"),
        ("seen", r"(?:坐)?在(?P<value>快车|慢车|客车|货车|甲车|乙车|[甲乙])上的?(?:人|乘客|旅客|某乘客)?(?:看?见|看到|发现|测得|从看到)?"),
        ("part", r"(?:从)?(?:两车)?(?:车头)?相遇(?:时)?(?:到|至)(?:车尾)?(?:两车尾)?(?:完全)?(?:相离|错开|离开|相错)|(?:从)?两?(?:个)?车头(?:相遇|相接|遇上)到两?(?:个)?车尾(?:相离|离开)|(?:完全)?错车(?:而过)?|会车|交错而过|(?:从)?(?:两车)?(?:车头)?相遇(?:时)?(?:到|至)(?:两车)?(?:车尾)?(?:全部|完全)?(?:错开|离开|相离|分离)|(?:完全|全部)错开"),
        ("overtake", r"超车(?=时间|用|需|共|要)"),
        ("behind", r"(?:从)?(?:他们|他|它|其)?(?:的)?(?:背后|身后|后面)(?:开过来|开来|驶来|追来)?"),
        ("towards", r"(?:相向|迎面|相对|对面|对向)(?:而行|而来|开来|驶来|行驶|行进|行走|开出|行)*"),
        ("along", r"(?:同向|同方向|同一方向|同时向[东南西北])(?:而行|行驶|行进|行走|行)*"),
        ("overtake", r"(?:从(?:后面|身后|背后))?(?:完全)?(?:追上(?:并|并且|到)?(?:完全)?超过|超过|追上)(?!队|排)(?:了)?"),
        ("pass", r"(?:从)?(?:旁边|身边|身旁|窗前|窗外|面前|车旁)?(?:完全)?(?:开过|驶过|经过|通过|穿过|穿越|超过|追上并超过|掠过|走过|越过|过(?=一|[0-9]|这|某|该|长|大?桥|隧道|山洞|电))(?:去)?(?:时|的时候)?"),
        ("to-head", r"(?:从(?:队尾|排尾))?(?:赶|追|跑|走)?(?:步行)?(?:到|至|赶到|跑到)(?:了)?(?:队头|队首|排头|队伍前面|队伍最前面)"),
        ("to-tail", r"(?:从(?:队头|队首|排头))?(?:立即|马上|又|再|然后|随即|以同样的速度|原速|按原速度?)*(?:返回|跑回|回到|赶回|跑步到|跑到|回)(?:到)?(?:了)?(?:队尾|排尾)"),
        ("back-to-head", r"(?:立即|马上|又|再|然后|随即|以同样的速度|原速|按原速度?)*(?:跑回|返回|回到|赶回)(?:到)?(?:队头|队首|排头)"),
        ("waits", r"(?:花|用)(?=\d+分钟(?:传|交|办|讲))"),
        ("long", r"(?:车身|队伍|车)?(?:的)?(?:全|总)?长(?:度)?(?:分别)?(?:为|是)?|身长"),
        ("speed-word", r"(?:行驶|行军|行进|行走)?(?:的)?(?:速度|时速|车速)(?:分别)?"),
        ("differ", r"(?:相差|之差|差)(?:为|是)?"),
        ("in-all", r"一?共(?:用(?:了)?|需)?|全过程(?:中)?|往返"),
        ("seen-one", r"整列(?P<value>快车|慢车|客车|货车|甲车|乙车)"),
        ("pole", _POLE),
        ("fixed", rf"(?:一?座|第?[一二三]?个|一?条|某)?(?P<value>{_FIXED})"),
        ("person", rf"(?:一(?:位|名|个)?)?(?P<value>{_PERSON})"),
        ("train", rf"(?:一?列|某|这列|该)?(?P<value>{_TRAIN})"),
        ("each", r"都|均(?!速)|各|分别"),
        ("all", r"[两2](?:列)?(?:火车|列车|车|人)|他们"),
        ("ask", r"多少"),
        ("if", r"如果|若(?!干)|假设|已知"),
        ("", r"(?:分别)?从(?:东西|南北)[两2](?:站|城|地)|(?:在)?(?:两条)?(?:互相)?平行的?(?:轨道|铁轨|铁路|钢轨)上?|它们|[()]"),
        ("", r"(?:以|用|按)?(?:同样|不变|相同)的?(?:的)?速度|(?:匀速)?前进|赶|队尾的|在队首的|队首的|所?花费的?|根|座|条|个|完全(?=通过|过)|于|铁路旁(?:的)?(?:一条)?(?:平行)?(?:的)?小路上|沿(?:着)?铁(?:路|道)(?:线)?(?:旁)?(?:边)?(?:的)?(?:小路)?|(?:在)?平行(?:的)?轨道上|(?:从)?(?:两)?(?:个)?车头[^,;。\d]{0,6}车尾[^,;。\d]{0,6}?(?=用|共|需|要|的时间|经过|多少|,|$)|传达(?:首长|完)?(?:命令|指示)|组织学生|排成(?:队)?|步行去郊游|红星小学|有|与|和|一|以|的|用了?|需要?|要|经过|从|时|这时|此时|那么|则|每|行驶|步行|行走|行军|行|走|跑步|跑|开|驶|途中|在|为|是|匀速|列|过(?!去)|立即|马上|所|后|再|又|保持不变|不变|离开|上|某|乘客"),
    )
)  # fmt: skip
_SIGNS = {
    "ask-speed": "V", "speed": "v", "time": "t", "ask-time": "T", "length": "l", "ask-length": "L", "times": "*", "ratio": "q", "factor": "c", "within": "i",
    "seen": "s", "part": "P", "behind": "b", "towards": "w", "along": "g", "pass": "p", "overtake": "e", "to-head": "h", "to-tail": "r", "back-to-head": "k",
    "waits": "W", "long": "G", "speed-word": "S", "differ": "D", "in-all": "O", "seen-one": "y", "pole": "o", "fixed": "F", "person": "n",
    "train": "N", "each": "_", "all": "A", "ask": "?", "if": "f",
    "than": ">", "faster": "+", "slower": "-",
}  # fmt: skip


@dataclass(slots=True)
class _Line:
    """What is told of those who pass each other."""

    equations: Equations = field(default_factory=Equations)
    trains: list[str] = field(default_factory=list)
    persons: list[str] = field(default_factory=list)
    way: str = ""
    last: str = ""
    bridge: Term | None = None
    asks: list[tuple[Term, str]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    errand: Term = field(default_factory=dict)  # how long a messenger is under way
    legs: int = 0
    fresh: int = 0
    factor: Fraction = Fraction(1)  # how many times as fast as at first
    kept: list[Mention] = field(default_factory=list)

    def new(self) -> Term:
        """An unknown."""
        self.fresh += 1
        return symbol(f"t{self.fresh:02d}")

    def value(self, asked: Term) -> Fraction:
        """What follows, whatever scale is left open."""
        return self.equations.value(asked, [f"{each}的速度" for each in (*self.trains, *self.persons)])


def _length(train: str) -> Term:
    return symbol(f"{train}的长度")


def _speed(who: str) -> Term:
    return symbol(f"{who}的速度")


def read_bodies(text: str) -> Recognition | None:
    """How long bodies take to pass each other, as the text calls them or by the names that all readers know.

    Raises:
        StayOut: a clause is not understood.
    """
    plain = patterns.sub(r"\s+", "", opened(text))
    try:
        return _bodies(plain)
    except StayOut:
        cast = cast_of(one_wording(plain))
        if cast is None or len(cast.movers) < 2 or not patterns.search("[长错超]", plain):
            raise
        return _bodies(one_wording(cast.plain))


def _bodies(plain: str) -> Recognition | None:
    plain = patterns.sub(r"(?<=\d):(?=\d)", "∶", plain)
    plain = patterns.sub(r"(?<=多少)[。,?:()]*多少$|(?<=\?)[:(]*多少$|:(?=多少$)", "", plain)
    plain = patterns.sub(r"(小时|分钟|秒|千米|米)多少$", r"多少\1", plain)
    plain = patterns.sub(r"(?<=需要)多少$|(?<=[桥洞道]用)多少$", "多少时间", plain)
    plain = patterns.sub(r"途经[^,;。\d]{2,14}[,;。]", ",", plain)
    plain = patterns.sub(
        r"([^,;。]*?的?(?:速度|时间|长度))(?:以及|和|及)([^,;。]*?的?(?:速度|时间|长度))(?:各|分别)?(?:是|为)?多少(?=[。?;,]|$)",
        r"\1多少,\2多少",
        plain,
    )
    if found := patterns.search(r"(?:小[\u4e00-\u9fff]|乘客|他|她|旅客)(?:本人)?(?:通过|穿过|经过)(?:这座|该)?(?:大?桥|隧道|山洞)", plain):
        stay_out(f"a point of the train: {found[0]}")
    if patterns.search(r"(?:车长|车速|长度|速度)的(?:和|差|积|比)", plain):
        stay_out("two of them taken together")
    plain = _trains_named(plain)
    if not patterns.search("[甲乙]", plain):
        plain = patterns.sub(r"(?:另一列)?(?:高铁|动车|火车)?(?:列车|火车)([AB])(?:车)?", lambda who: {"A": "甲", "B": "乙"}[who[1]], plain)
    plain = patterns.sub(r"([甲乙])(?:列车|火车|车)", r"\1", plain)
    plain = patterns.sub(r"[甲乙]在前,[甲乙]在后,", "", plain)
    plain = patterns.sub(
        r"从?([甲乙])头(?:遇到|追上|接触)(?:到)?[甲乙]尾(?:再)?到\1尾(?:完全)?(?:离开|超过)[甲乙]头", "两车头相遇到两车尾相离", plain
    )
    plain = patterns.sub(r"快[、和]?慢(?:两|2)(?:列)?(?:火|列)?车", "快车、慢车", plain)
    plain = patterns.sub(r"排成(?:一?长?队|队列|队伍)", "队伍", plain)
    if patterns.search("环|跑道|相距|追及|汽笛|提速|减速|休息", plain):
        stay_out("another problem")
    refuse_other_units(plain)
    line = _Line()
    names = patterns.findall(_TRAIN, plain)
    line.trains = list(
        dict.fromkeys("火车" if name in ("列车", "地铁") else "队伍" if name in ("队列", "方队") else name for name in names)
    )
    line.persons = list(dict.fromkeys(patterns.findall(_PERSON, plain)))
    if len(line.persons) == 1:
        plain = patterns.sub("(?<=[过从])[他她](?!们|[的身])", line.persons[0], plain)
    if "火车" in line.trains and len(line.trains) > 1:
        stay_out("which train")
    for clause in _LEXICON.clauses(plain):
        _read(line, Piece(clause.mentions, clause.text, _SIGNS), clause.ends)
    if not line.asks:
        stay_out("nothing asked")
    units = units_told(plain)
    if not patterns.search(r"[\d少](?:小时|分钟)(?!后)", plain):
        units["time"] = "秒"  # whatever the speed is told in
    answers: list[Answer] = [(place, *_measured(line.value(asked), what, units)) for place, (asked, what) in enumerate(line.asks)]
    return recognition(line.lines, answers, {}, working=line.equations.in_words())


def _trains_named(plain: str) -> str:
    """Two trains of which each is only `one` or `the other`, or both are told of together, named 甲 and 乙."""
    if patterns.search("[甲乙]|快车|慢车|客车|货车", plain):
        return plain
    each = r"(?:其中)?(?:另(?:外)?)?[一1]列(?:火车|列车|动车|高铁|地铁|车)?(?=[长每速车以身时的])"
    if len(patterns.findall(each, plain)) == 2:
        names = iter("甲乙")
        plain = patterns.sub(each, lambda _: next(names) + "车", plain)
        return patterns.sub("[两2]列(?:火车|列车|动车|高铁|地铁|车)", "两车", plain)
    return patterns.sub("[两2]列(?:火车|列车|动车|高铁|地铁|车)", "甲车、乙车", plain)


def _measured(value: Fraction, what: str, units: dict[str, str]) -> tuple[Fraction, str]:
    kind, _, unit = what.partition(":")
    return in_unit(value, kind, unit or units.get(kind, ""))


def _name(mention: Mention) -> str:
    return {"列车": "火车", "地铁": "火车", "队列": "队伍", "方队": "队伍"}.get(mention.value, mention.value)


def _read(line: _Line, piece: Piece, ends: str) -> None:
    if not piece.mentions:
        return
    if "?" in ends and not piece.has("TLV?"):
        stay_out(f"also asks: {piece.text}")
    if not piece.has("lv") or piece.has("tTF"):  # else it is told between, how long the train is, how fast
        piece.mentions = [*line.kept, *piece.mentions]
        line.kept = []
    also_asks = piece.has("TL") and not piece.has("v")
    if set(piece.signs) <= set("NsnyFopPf") and ends[:1] == "," and piece.has("Pps"):
        line.kept = piece.mentions  # how long it takes is told next
        return
    while found := piece.take("(c)"):
        told, more = found[0], -1 if found[0].unit[:1] in ("降", "减", "下") else 1
        line.factor = (
            1 + more * Fraction(told.value) / 100
            if told.unit
            else Fraction(1, 2)
            if told.value == "一半"
            else Fraction(told.value.rstrip("倍"))
        )
        line.lines.append(told.text)
    if piece.has("e"):
        line.way = "along"
        piece.mentions = [Mention("pass", each.text) if each.kind == "overtake" else each for each in piece.mentions]
    named = [_name(each) for each in piece.mentions if each.kind in ("train", "person")]
    if piece.has("P") and piece.has("w") and not piece.has("tT") and ends[:1] == ",":
        piece.drop("P")  # how long that takes is told later
    for sign, way in (("w", "towards"), ("g", "along"), ("b", "along")):
        if piece.drop(sign):
            line.way = way
    _tell(line, piece)
    if piece.has("pF") and not piece.has("tTL?VhrkP") and ends[:1] in (",", "(", "。", ";", ":"):
        line.kept = [each for each in piece.mentions if each.kind in ("train", "person", "fixed", "pole", "pass", "seen")]
        piece.mentions = [each for each in piece.mentions if each not in line.kept]
    _pass(line, piece)
    _errand(line, piece)
    _ask(line, piece)
    if named:
        line.last = named[0]
    if piece.has("S") and ("?" in ends or also_asks):
        stay_out("how fast is asked, too")
    if left := [
        each
        for each in piece.mentions
        if each.kind not in ("train", "person", "each", "all", "if", "speed-word", "long", "in-all", "fixed", "seen-one")
    ]:
        stay_out(f"{left[0].text} in {piece.text}")


def _one(line: _Line) -> str:
    """The only train, or the one spoken of last."""
    if len(line.trains) == 1:
        return line.trains[0]
    return line.last if line.last in line.trains else stay_out("which train")


def _tell(line: _Line, piece: Piece) -> None:
    """How long and how fast they are."""
    if found := piece.take("(N)(N)[_GA]*(l)(l)"):
        for each, told in zip(found[:2], found[2:], strict=True):
            line.equations.equal(_length(_name(each)), quantity(told))
            line.lines.append(f"{_name(each)}长 {shown(told)}")
    while found := piece.take("(N)G(l)") or piece.take("(N)(l)G") or (piece.take("^G(l)") if line.trains else None):
        who = _name(found[0]) if len(found) == 2 else _one(line)
        line.equations.equal(_length(who), quantity(found[-1]))
        line.last = who
        line.lines.append(f"{who}长 {shown(found[-1])}")
    if (found := piece.take("FG?(l)")) or (found := piece.take("G?(l)G?F") if piece.has("F") else None):
        line.bridge = quantity(found[0])
        line.lines.append(f"桥长 {shown(found[0])}")
        piece.mentions.append(Mention("fixed", "桥", "桥"))
    if piece.has("F") and line.bridge is None and piece.has("p"):
        line.bridge = symbol("桥长")
    if found := piece.take("(N)(N)S?(q)"):
        one, other = (Fraction(each) for each in patterns.split(r"\s*[∶:]\s*", found[2].value))
        line.equations.equal(scaled(_speed(_name(found[0])), other), scaled(_speed(_name(found[1])), one))
        line.lines.append(f"{_name(found[0])}、{_name(found[1])}的速度比 {found[2].value}")
    for sign, told_of in (("G_(l)(?!l)", _length), ("_S?(v)(?!v)", _speed)):
        if len(line.trains) == 2 and (found := piece.take(sign)):
            for train in line.trains:
                line.equations.equal(told_of(train), quantity(found[0]))
            line.lines.append(f"都是 {shown(found[0])}")
    if found := piece.take("(N)(N)[S_]*(v)(v)"):
        for each, told in zip(found[:2], found[2:], strict=True):
            _tell_speed(line, _name(each), told)
    while found := piece.take("(N)S?>(N)S?([+-])(v)"):
        faster, slower = (_name(each) for each in found[:2])
        more = quantity(found[3])
        line.equations.equal(_speed(faster), plus(_speed(slower), scaled(more, 1 if found[2].kind == "faster" else -1)))
        line.lines.append(f"{faster}比{slower}{found[2].text} {shown(found[3])}")
    while found := piece.take("([Nn])[S_]*(v)"):
        _tell_speed(line, _name(found[0]), found[1])
    if found := piece.take("S(v)(n)"):
        _tell_speed(line, _name(found[1]), found[0])
        piece.mentions.append(found[1])
    if found := piece.take("(v)(v)"):
        for train, told in zip(line.trains, found, strict=False):
            _tell_speed(line, train, told)
    if found := piece.take("S?(v)"):
        _tell_speed(line, line.last or _one(line), found[0])
    if found := piece.take("(n)?(\\*)S?(?=.*)") if piece.has("*") else None:
        runner = next((_name(each) for each in found if each.kind == "person"), line.persons[0] if len(line.persons) == 1 else "")
        if not runner or len(line.trains) != 1:
            stay_out("how fast who is")
        line.equations.equal(_speed(runner), scaled(_speed(line.trains[0]), Fraction(found[-1].value)))
        line.lines.append(f"{runner}的速度是{line.trains[0]}的 {found[-1].value} 倍")


def _tell_speed(line: _Line, who: str, told: Mention) -> None:
    line.equations.equal(_speed(who), quantity(told))
    line.lines.append(f"{who}的速度 {shown(told)}")


def _pass(line: _Line, piece: Piece) -> None:
    """One passes another in a time."""
    if not piece.has("tT") or not piece.has("iPpsFo") or piece.has("hrk"):
        return
    told = piece.take("([tT])")
    assert told is not None
    time = quantity(told[0]) if told[0].kind == "time" else line.new()
    if told[0].kind == "ask-time":
        line.asks.append((time, f"time:{told[0].unit}"))
    trains = [_name(each) for each in piece.mentions if each.kind == "train"]
    persons = list(dict.fromkeys(each.value for each in piece.mentions if each.kind == "person"))
    if line.factor != 1 and not piece.has("Fo"):
        stay_out("how fast")
    seen = piece.take("(s)")
    if seen is not None:
        other = next(
            (
                each.value[:1] if each.value[:1] in "甲乙" else each.value
                for each in piece.mentions
                if each.kind in ("seen-one", "train") and each.value != seen[0].value
            ),
            "",
        )
        watcher = seen[0].value[:1] if seen[0].value[:1] in "甲乙" else seen[0].value
        other = other or next((each for each in line.trains if each != watcher), "")
        _relative(line, other, watcher, time, _length(other))
    elif piece.has("i"):
        line.equations.equal(
            product_of(scaled(_speed(_one(line)), line.factor), time), less(line.bridge or stay_out("which bridge"), _length(_one(line)))
        )
        line.lines.append("完全在桥上：路程 = 桥长 − 车长")
    elif piece.has("F"):
        train = trains[0] if trains else _one(line)
        line.equations.equal(
            product_of(scaled(_speed(train), line.factor), time), plus(line.bridge or stay_out("which bridge"), _length(train))
        )
        line.lines.append("过桥：路程 = 桥长 + 车长")
    elif piece.has("o"):
        train = trains[0] if trains else _one(line)
        line.equations.equal(product_of(scaled(_speed(train), line.factor), time), _length(train))
        line.lines.append("经过一点：路程 = 车长")
    elif persons and len(persons) == 1:
        train = trains[0] if trains else _one(line)
        _relative(line, train, persons[0], time, _length(train))
    elif len(line.trains) == 2:
        one, other = line.trains
        _relative(line, one, other, time, plus(_length(one), _length(other)))
    else:
        stay_out("who passes whom")
    piece.drop("ipPoF")


def _relative(line: _Line, one: str, other: str, time: Term, way: Term) -> None:
    """Two pass at the sum or the difference of their speeds."""
    if not one or not other or line.way not in ("towards", "along"):
        stay_out("which way they go")
    if line.way == "towards":
        speed = plus(_speed(one), _speed(other))
    else:
        speed = less(_speed(one), _speed(other))
        if other in line.trains and one in line.trains:
            try:
                faster = line.value(_speed(one)) > line.value(_speed(other))
            except StayOut:
                faster = not one.startswith("慢")
            speed = speed if faster else scaled(speed, -1)
    line.equations.equal(product_of(speed, time), way)
    line.lines.append(f"{one}与{other}：速度{'和' if line.way == 'towards' else '差'} × 时间 = 路程")


def _errand(line: _Line, piece: Piece) -> None:
    """A messenger goes along a column to its head, and back to its tail."""
    if piece.has("hrk"):
        runner = line.persons[0] if len(line.persons) == 1 else stay_out("who runs")
        column = line.trains[0] if len(line.trains) == 1 else stay_out("which column")
        for sign, towards in (("h", False), ("k", False), ("r", True)):
            if not piece.drop(sign):
                continue
            time = line.new()
            speed = plus(_speed(runner), _speed(column)) if towards else less(_speed(runner), _speed(column))
            line.equations.equal(product_of(speed, time), _length(column))
            line.errand = plus(line.errand, time)
            line.legs += 1
            line.lines.append(f"{runner}{'回队尾' if towards else '到队头'}")
            if (told := piece.take("^[nNO]*([tT])")) and line.legs == 1 and not piece.has("hrk"):
                line.equations.equal(time, quantity(told[0])) if told[0].kind == "time" else line.asks.append(
                    (time, f"time:{told[0].unit}")
                )
    if found := piece.take("W(t)"):
        line.errand = plus(line.errand, quantity(found[0]))
    if line.legs and (found := piece.take("[OnA]*([tT])")):
        if found[0].kind == "time":
            line.equations.equal(line.errand, quantity(found[0]))
            line.lines.append(f"共 {shown(found[0])}")
        else:
            line.asks.append((line.errand, f"time:{found[0].unit}"))


def _ask(line: _Line, piece: Piece) -> None:
    """What is asked."""
    if found := piece.take("[NA]*S?D([V?])"):
        if len(line.trains) != 2:
            stay_out("the difference of what")
        one, other = line.trains
        try:
            more = line.value(_speed(one)) > line.value(_speed(other))
        except StayOut:
            more = False
        line.asks.append((less(_speed(one), _speed(other)) if more else less(_speed(other), _speed(one)), f"speed:{_unit(found[0])}"))
    if found := piece.take("(N)(N)[A_]*S_?([V?])"):
        for each in found[:2]:
            line.asks.append((_speed(_name(each)), f"speed:{_unit(found[2])}"))
    if found := piece.take("(N)?S_?N?G_?(\\?)"):
        who = _name(found[0]) if len(found) == 2 else _one(line)
        line.asks += [(_speed(who), "speed:"), (_length(who), "length:")]
    if found := piece.take("(N)?G_?S_?(\\?)"):
        who = _name(found[0]) if len(found) == 2 else _one(line)
        line.asks += [(_length(who), "length:"), (_speed(who), "speed:")]
    if found := piece.take("F_?G?_?([L?])"):
        if line.bridge is None or set(line.bridge) <= {()}:
            stay_out("which bridge")
        line.asks.append((line.bridge, f"length:{found[0].unit}"))
    elif found := piece.take("(N)?G([L?])"):
        who = _name(found[0]) if len(found) == 2 else _one(line)
        line.asks.append((_length(who), f"length:{found[-1].unit}"))
    if found := piece.take("([Nn])?S?([V?])"):
        who = _name(found[0]) if len(found) == 2 else _one(line)
        line.asks.append((_speed(who), f"speed:{_unit(found[-1])}"))


def _unit(asked: Mention) -> str:
    return asked.unit if "/" in asked.unit else f"{asked.value}/{asked.unit}" if asked.unit else ""
