"""Any way gone in several manners, read clause by clause: what a run is called and what happens on it are words of the text's own."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

from engine.generators import patterns
from engine.generators.civil._problems.equations import Equations
from engine.generators.civil._problems.relations import recognition
from engine.generators.civil._problems.wording import is_talk
from engine.generators.civil._travel.amounts import in_some_unit, units_told
from engine.generators.civil._travel.journeys.pieces import refuse_other_units
from engine.generators.civil._travel.runs.clause import METRE, NUMBER, Clause
from engine.generators.civil._travel.runs.run import WAY, value_of_any
from engine.generators.civil._travel.runs.telling import Teller
from engine.generators.civil._travel.runs.words import GO, OPEN
from engine.generators.civil._travel.spoken import as_written
from engine.generators.kind import Recognition
from engine.generators.reading import StayOut, stay_out

# Where more is on the way than somebody who goes it, or it is no way from one place to another.
_OTHER_SORTS = (
    r"相遇|遇[到见上]|碰[面到上头]|会合|追|赶上|超过|迎面|对面|相向|相对|同向|反向|背向|环|[\d每几少跑转绕一两]圈|跑道|操场|桥|隧道|山洞|车[长身头尾]|电梯|扶梯|台阶|级|"
    r"队[伍首尾]|排头|每隔|间隔|顺|逆|静水|水[流速]|流速|风速|漂|坡|[上下]山|同时|先后|领先|落后|中途下|\d号|第[一二三四]天|往返于|来回|次|绕|红灯|时[针钟]|分针|人[、和与]"
)
_SHARES = {"times": "倍", "percent": "%", "share": ""}


def read_runs(text: str) -> Recognition | None:
    """A way gone once or several times.

    Raises:
        StayOut: a clause is not understood.
    """
    plain = one_wording(as_written(text))
    if found := patterns.search(_OTHER_SORTS, plain):
        stay_out(found[0])
    if len(places := set(patterns.findall("[从到至往]([甲乙丙丁A-H])(?![A-Za-z车船人])", plain))) > 2:
        stay_out(f"a third place: {places}")
    in_miles = patterns.search(r"\d里", plain) is not None and "米" not in plain
    if in_miles:  # only told of in this unit: one is as good as another
        plain = _rates(patterns.sub(r"(?<=[\d少几])里", "千米", plain))
    refuse_other_units(plain)
    teller = Teller(plain)
    for piece in patterns.findall(r"[^,;。?!:\n]+[,;。?!:\n]*", plain):
        words = patterns.sub(r"[,;。?!:\n]+$", "", piece).strip()
        if words and not (is_talk(words) and not patterns.search(r"\d|多少", words)):
            teller.read(Clause(words, piece[len(words) :].strip()[:1]))
    if not teller.asks:
        stay_out("nothing asked")
    equations = teller.runs.equations()
    scales = (WAY, *teller.scales)
    units = units_told(plain)
    if units.get("speed") == "千米/分钟" and "千米/分钟" not in plain:
        units["speed"] = "千米/小时"
    answers = []
    for place, (above, below, what) in enumerate(teller.asks):
        kind, _, unit = what.partition(":")
        if kind == "apart" and teller.apart is not None:
            one, other = (value_of_any(equations, each, scales) for each in teller.apart)
            answers.append((place, *in_some_unit(abs(one - other), "length", units.get("length", ""))))
            continue
        value = value_of_any(equations, above(), scales, below() if below else None)
        answers.append((place, *_shown(value, kind, unit or units.get(kind, ""))))
    _check(teller, equations, scales)
    lines, working = teller.lines, equations.in_words()
    if in_miles:
        answers = [(place, value, unit.replace("千米", "里")) for place, value, unit in answers]
        lines = [line.replace("千米", "里") for line in lines]
    if not any("第2段" in line for line in working):
        working = [line.replace("第1段", "") for line in working]
    return recognition(lines, answers, {}, working=working)


def _shown(value: Fraction, kind: str, unit: str) -> tuple[Fraction | str, str]:
    if kind == "with-rests":
        unit, go, rest = unit.split("@")
        value += max(ceil(value / Fraction(go)) - 1, 0) * Fraction(rest)
        kind = "time"
    if kind == "clock":
        hours, minutes = divmod(value / 60, 60)
        if minutes.denominator != 1 or hours >= 24:
            stay_out("at which second")
        return f"{int(hours)} 时 {int(minutes)} 分" if minutes else f"{int(hours)} 时", ""
    if kind in _SHARES:
        return value * (100 if kind == "percent" else 1), _SHARES[kind]
    return in_some_unit(value, kind, unit)


def _check(teller: Teller, equations: Equations, scales: tuple[str, ...]) -> None:
    """No part is shorter than nothing.

    Raises:
        StayOut: one is.
    """
    for part in (part for run in teller.runs.runs for part in run.parts):
        for term in (part.way, part.time):
            try:
                equations.value(term, scales)
            except StayOut as objection:
                if "positive" in str(objection) or "contradicts" in str(objection):
                    raise


_BY_THE_LETTER = r"(?![A-Za-z\d、和与]|[地港城镇村站市县校点岸]|码头|[车船队轮艇])"
_IN_SHORT = (
    # Two places that are only two letters.
    (rf"(?<![A-Za-z\d])AB(?=相距|距离|全程|路程|{NUMBER}{METRE}|[,。?]|$)", "A、B两地"),
    (rf"(?<=[从到往至])([AB]){_BY_THE_LETTER}", r"\1地"),
    (rf"(?<![A-Za-z\d])([AB])(?=到[AB]{_BY_THE_LETTER}|到[AB]地)", r"\1地"),
    (rf"(?<=[两二]地)(?={NUMBER}{METRE}(?!/))", "相距"),
    (r"(从[^,;。到\d]{1,5}到[^,;。\d]{1,4}?)(?=去时)", r"\1,"),
    # What is asked in so few words that the quantity is told by half.
    (r"(?<=静水|顺[水流风]|逆[水流风])的?速(?=多少|[,。?是为\d]|$)", "速度"),
    (r"(?<=全程|往返|来回)的?平均(?=多少[,。?]*$|[,。?]|$)", "平均速度"),
)


def one_wording(plain: str) -> str:
    plain = patterns.sub(r"\s+", "", plain)
    for pattern, said in _IN_SHORT if not patterns.search("(?<![A-Za-z])[C-Z](?![A-Za-z])", plain) else ():
        plain = patterns.sub(pattern, said, plain)
    if stated := patterns.search(r"\((?:速度)?(?:单位)?(?:都|均)?(?:是|为)?:?(千米/小时|米/秒|米/分钟)\)", plain):
        plain = patterns.sub(r"(速度?(?:为|是)?)(\d+(?:\.\d+)?)(?![\d.千米])", rf"\1\2{stated[1]}", plain.replace(stated[0], ""))
    plain = patterns.sub(r"(?<=[小时米钟秒])则", ",", plain)
    plain = patterns.sub(r"骑(?:着|上|了)?(?:一辆)?(?:共享)?(?:自行车|单车|脚踏车)", "骑车", plain)
    plain = patterns.sub(r"(?<=[行走骑跑开驶])到达|抵达|赶到|走到|开到|骑到|跑到", "到达", plain)
    plain = patterns.sub(r"时速(?:是|为)?(\d+(?:\.\d+)?)(?!千米|米|\d)", r"速度\1千米/小时", plain)
    plain = patterns.sub(r"(?:多少|几)千米每小时|时速(?:是|为)?(?:多少|几)(?:千米)?(?![/里千米])", "多少千米/小时", plain)
    plain = patterns.sub(r"平均时速", "平均速度", plain)
    if (patterns.search("上山", plain) and patterns.search("下山", plain)) or (
        patterns.search("到山顶", plain) and patterns.search("下山", plain)
    ):
        plain = patterns.sub("上下山", "往返", plain)
        plain = patterns.sub(
            "(?:沿|按)?(?:原路)?下山", "返回", patterns.sub("上山", "去", plain).replace("去时", "去").replace("去", "去时")
        )
    plain = patterns.sub("来回(?=[^于,]{0,6}(?:共|平均|用|要))", "往返", plain)
    plain = patterns.sub(r"\((?:填)?(?:多少|几)分之(?:多少|几)\)", "", plain)
    plain = patterns.sub(r"(?:多少|几)分之(?:多少|几)", "几分之几", plain)
    # What comes after so long, or so far, is a clause of its own.
    plain = patterns.sub(r"(\d(?:小时|分钟|秒|千米|米))(后|时)(?=[^,;。?！!到回相追才能])", r"\1\2,", plain)
    plain = patterns.sub(r"(\d小时)(\d+)分(?!钟|之)", r"\1\2分钟", plain)
    return _rates(plain)


def _rates(plain: str) -> str:
    plain = patterns.sub(
        rf"(?:平均)?每(小时|分钟|秒)(?:能|要|应|可|会)?(?:{GO}|{OPEN}{{1,2}}?)?(?:了)?(?:多少|几)(千米|米)", r"速度多少\2/\1", plain
    )
    return patterns.sub(rf"每(小时|分钟|秒)(?:能|可)?(?:{GO}|{OPEN}{{1,2}})?(\d+(?:\.\d+)?)(千米|米)", r"\2\3/\1", plain)
