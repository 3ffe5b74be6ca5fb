"""The same problem once more after a change: `若命中率提高到 98%，平均访问时间又是多少？`, `若改为 4 路组相联呢？`, `若主频加倍`.

What a text says before the change is read as a problem of its own. The change names a figure of it, by the words before the figure or by those
behind it, and says what it becomes; with that figure in its place the text is read again, for the new question, or for the old one where the
change asks nothing of its own. Which figure is meant must be plain, and nothing in the change may be left unread.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.pasted.normalising import normalise
from engine.generators.quantities import decimal
from engine.generators.reading import StayOut, stay_out, to_int

_UNITS = (
    r"[kKMG]?Hz",
    r"(?:[nμumpP]?s(?![A-Za-z])|纳秒|微秒|毫秒|秒)",
    r"%",
    r"(?:[KMG]?i?(?:B|b|bit|字节|位)/s|[KMG]?[Bb]ps|[KMG]?B/秒)",
    r"[KMG]?\s*[×xX*]\s*\d+\s*(?:位|bit|b)?",
    r"(?:[KMG]i?B|字节|B(?![A-Za-z/]))",
    r"(?:位|bit)(?!置)",
    r"(?:个)?(?:总线|CPU|处理器)?(?:的)?(?:时钟)?周期",
    r"(?:条|个)(?:指令|任务)",
    r"次(?!方)",
    r"(?:根|条)(?!指令|流水)",
    r"(?:个)?字(?!节|长)",
    r"(?=\s*(?:$|[,;。?!、()]|则|时|且|而|呢))",
)
_NUMBER = r"(?<![\d.,A-Za-z×^/\-])\d+(?:\.\d+)?(?:\s*[×xX*]\s*10\s*\^\s*\d{1,2}|\s*[万亿])?"
_FIGURE = re.compile("|".join(rf"(?P<figure{place}>{_NUMBER}\s*{unit})" for place, unit in enumerate(_UNITS)))
# Ways that exclude each other: one takes the other's place.
_WAYS = (re.compile(r"全相联(?:映[射像象]|映射)?|直接(?:相联)?(?:映[射像象])|(?:[\d二两四八]|十六)\s*路组?相联(?:映[射像象])?"),)

_IF = r"(?:那么?|而|又|再|现|现在|仍|只|也)*(?:若|如果|假如|倘若|要是|假设|假定|当|设)?(?:现在?|再|只|仅|仍|又|将|把|能|使|让|是|该|此|其|它)*"
_TO = (
    r"(?:也|均|都|变|被|能|可)*(?:改为|改成|改用|改作|变为|变成|换为|换成|换用|调整为|调整到|(?:提高|提升|增加|增大|加大|扩大|扩充|升高|上升|升级|加长|"
    r"降低|下降|减少|减小|缩短|缩小|减低|加宽|增|减|升|降)(?:到|为|至|成)|是|为|取|采用|=)"
)
_WAY_TO = r"(?:改用|改为|改成|改以|换成|换为|换用|采用|变为|变成|使用|用|以)"
_FACTOR = (
    r"(?:也|均|都|变|各)*(?:(?P<half>减半|(?:减少|降低|缩短|下降|缩小|变|降|减|改)(?:到|为|成|了)?(?:原来的?)?(?:一半|1/2|二分之一|50%))"
    r"|(?P<twice>加倍|翻倍|翻一番|(?:增加|提高|扩大|增大|加大|延长)(?:了)?(?:一|1)倍)"
    r"|(?:提高|增加|扩大|增大|延长|变|改)?(?:到|为|成|是)?原来的?\s*(?P<times>\d+(?:\.\d+)?|[两二三四五六八十])\s*倍)"
)
_SAME = r"(?:而|且|但)?(?:其[他它余]|别的|余下|剩下)(?:的)?(?:条件|参数|因素|指标|配置|各段|量|都|均|全|全部|各项)*(?:保持|都|均|全)*(?:不变|相同|一样)"
_NAME = r"(?P<name>[^,;。?!:\d]{2,14}?)"
_WAY = re.compile(
    rf"{_IF}(?:映射方式|映像方式|地址映射|Cache|主存与Cache之间)?{_WAY_TO}(?P<way>[^,;。?!]{{3,12}}?)(?:的)?(?:方式|方法|技术|结构|Cache|时)*"
)
_BY_NAME = re.compile(rf"{_IF}{_NAME}(?:由(?P<old>[^,;。?!由]{{1,16}}?))?{_TO}(?:了)?\s*(?P<value>\d[^,;。?!]{{0,16}}?)(?:时|的话)?")
_BY_VERB = re.compile(rf"{_IF}(?:改为|改成|变为|变成|换成)?{_NAME}(?:了)?\s*(?P<value>\d[^,;。?!]{{0,16}}?)(?:时|的话)?")
_BY_ORDER = re.compile(
    rf"{_IF}第\s*(?P<order>[\d一二三四五六])\s*(?P<name>[段级个的]+)(?:功能段|流水段)?(?:的)?(?:执行|所需|处理|延迟)?(?:的)?(?:时间)?{_TO}\s*(?P<value>\d[^,;。?!]{{0,16}}?)(?:时|的话)?"
)
_LIST = re.compile(rf"{_NUMBER}\s*(?:[nμm]?s)?(?:\s*(?:、|,|和)\s*{_NUMBER}\s*(?:[nμm]?s)?){{2,}}(?<=s)")
_BY_NOUN = re.compile(
    rf"{_IF}{_WAY_TO}\s*(?P<value>\d[^,;。?!的]{{0,14}}?)(?:的|(?=为))(?P<noun>[^\d,;。?!的]{{1,8}}?)(?:时|的话|来组成|来构成|组成|构成)?"
)
_BY_FACTOR = re.compile(rf"{_IF}{_NAME}{_FACTOR}(?:时|的话)?")
_STARTS = re.compile(
    r"(?:^|(?<=[,;。?!\n]))\s*(?:\(\s*[2-6二三四五六]\s*\)|[2-6]\s*[.、)])?\s*(?:那么?|而|又)*(?:若|如果|假如|倘若|要是|现将|现把|改用|改为|当(?=[^,;。]{0,12}(?:改|提高|降|增|减)))"
)
_ASKS = re.compile(r"[?]|多少|几(?![乎何])|什么|哪|(?<!要)求(?!助|教)|(?<!测)试(?!题)|计算(?!机)|是否|能否")
_ELIDED = re.compile(
    r"(?:则|那么?|结果|答案|情况|此时|这时|又|会|将|应|该|就|变|是|为|成|等于|需要?|要|约|各)*(?:呢|如何|怎样|怎么样|(?:是|为|成|要)?(?:多少|几)(?:个|片|位|条|次|倍|根)?(?:呢)?)"
)
_NUMBERED = re.compile(r"^\s*(?:\(\s*[1-6一二三四五六]\s*\)|[1-6]\s*[.、)](?!\d))\s*")
_COPULA = re.compile(r"(?:分别|均|都|各|约|大约|可|能|仅|只|有|为|是|达到?|=|:|\s|的)+$")
_OF = re.compile(r"(?:的)?(?:总)?(?:容量|规格|大小)$|^(?:该|此)")


class _Place(NamedTuple):
    start: int
    end: int
    new: str


def with_changes(recognise: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """A recogniser that reads the last question of a text as the text before it with a figure changed, where it does not read the whole."""

    def recognised(text: str) -> Recognition | None:
        try:
            if (whole := recognise(text)) is not None:
                return whole
            refusal = None
        except StayOut as stayed:
            refusal = stayed
        found = None
        try:
            found = _read(recognise, normalise(text))
        except StayOut as stayed:
            stay_out(f"{refusal} / {stayed}" if refusal else str(stayed))
        if found is None and refusal is not None:
            raise refusal
        return found

    return recognised


def _read(recognise: Callable[[str], Recognition | None], text: str) -> Recognition | None:
    found = _STARTS.search(text, pos=next((match.end() for match in _ASKS.finditer(text)), len(text)))
    if found is None:
        return None
    base, last = text[: found.start()].rstrip(" ,;\n"), text[found.start() :]
    changed, question = _changed(base, last)
    readings = [recognise(base), recognise(changed)]
    if any(one is None or not one.confident for one in readings):
        return None
    first, second = readings
    assert first is not None and second is not None
    if first.parameters == second.parameters:
        stay_out("changed for nothing")
    return Recognition(
        parameters={"task": "variations", "variants": [first.parameters, second.parameters]},
        understood=(*first.understood, ("然后", question)),
    )


def _changed(base: str, last: str) -> tuple[str, str]:
    """The text before a change with the change made and its question put, and the change in words.

    Raises:
        StayOut: the change is not understood.
    """
    last = _NUMBERED.sub("", last.strip().removeprefix(",")).strip(" 。?!;\n")
    if patterns.search(r"[。?!;\n]", last) or _STARTS.search(last, 1):
        stay_out("more than one change")
    if patterns.search(r"其中(?:的|有)?[一两几某]?(?:个|台|条|种|位|部分)|[有对]一[个台条]", last):
        stay_out("a change of some of them")
    clauses = patterns.split(r"\s*,\s*", last)
    places: list[_Place] = []
    rest: list[str] = []
    for clause in clauses:
        if not rest and not _ASKS.search(clause):
            if not patterns.fullmatch(_SAME, clause):
                places += _places(base, patterns.sub(r"(?:呢|又?(?:会|将)?(?:如何|怎样))$", "", clause))
            continue
        rest.append(clause)
    if rest and not places:
        # `若宽度改为 64 位带宽是多少`: no mark between the change and the question.
        places, rest = _without_mark(base, rest)
    if not places or len({place.start for place in places}) != len(places):
        stay_out("no change that is understood")
    told_end = _first_question(base)
    question = ",".join(rest)
    asked = base[told_end:]
    # `百分比又是多少` asks what `占 CPU 时间的百分比是多少` asked.
    short = patterns.sub(r"^(?:则|那么?|此时|这时)|又|将|应|会", "", question).rstrip("呢啊")
    elided = not question or _ELIDED.fullmatch(question) is not None or (len(short) > 3 and asked.rstrip(" 。?!;").endswith(short))
    text = base
    for place in sorted(places, reverse=True):
        if not elided and place.end > told_end:
            stay_out("a figure of the question is changed")
        text = text[: place.start] + place.new + text[place.end :]
    if not elided:
        shift = sum(len(place.new) - (place.end - place.start) for place in places)
        # What the first question tells may hold for the second.
        if any(
            figure not in patterns.findall(r"\d+(?:\.\d+)?", question)
            for figure in patterns.findall(r"\d+(?:\.\d+)?", _NUMBERED.sub("", asked))
        ):
            stay_out("the first question tells a figure")
        text = f"{text[: told_end + shift].rstrip(' ,;:。')}。{question}?"
    return text, last


def _without_mark(base: str, rest: list[str]) -> tuple[list[_Place], list[str]]:
    clause = rest[0]
    for figure in _FIGURE.finditer(clause):
        end = figure.end()
        for extra in patterns.finditer(r"时|的话|则|,|", clause[end:]):
            if extra.start() == 0 and not _ASKS.search(clause[:end]):
                try:
                    return _places(base, clause[:end]), [clause[end + extra.end() :], *rest[1:]]
                except StayOut:
                    break
    stay_out(f"no change: {clause}")


def _first_question(base: str) -> int:
    """Where the clause begins that asks first."""
    asks = _ASKS.search(base)
    if asks is None:
        stay_out("nothing asked before the change")
    starts = [mark.end() for mark in patterns.finditer(r"[,;。?!:\n]", base[: asks.start()])]
    start = starts[-1] if starts else 0
    numbered = patterns.search(r"\(\s*1\s*\)\s*$", base[:start])
    return numbered.start() if numbered else start


def _places(base: str, clause: str) -> list[_Place]:
    """What a clause changes in a text.

    Raises:
        StayOut: it is not understood, or which figure it means is not plain.
    """
    clause = clause.strip()
    if (match := _WAY.fullmatch(clause)) and (ways := [way for way in _WAYS if way.fullmatch(match["way"])]):
        spans = [found.span() for found in ways[0].finditer(base)]
        if len(spans) != 1:
            stay_out(f"which way: {clause}")
        return [_Place(*spans[0], match["way"])]
    if match := _BY_FACTOR.fullmatch(clause):
        names = patterns.split(r"(?:的)?(?:、|和|与|及|以及)", match["name"])
        return [_scaled(base, name, _factor(match)) for name in names]
    if match := _BY_NOUN.fullmatch(clause):
        unit = _unit(match["value"])
        places = [figure for figure in _figures(base, unit) if patterns.match(rf"(?:的)?{re.escape(match['noun'])}", base[figure.end() :])]
        return [_only(base, places, clause, match["value"])]
    if (match := _BY_ORDER.fullmatch(clause)) and not match["name"].strip("段级个的各"):
        return [_of_list(base, to_int(match["order"]), match["value"])]
    if match := _BY_NAME.fullmatch(clause) or _BY_VERB.fullmatch(clause):
        unit = _unit(match["value"])
        figures = _figures(base, unit)
        places = [figure for figure in figures if _is_named(base, figure, match["name"])]
        if not places and unit == "figure0" and len(figures) == 1 and patterns.search("频率|主频|时钟", match["name"]):
            places = figures
        if match.groupdict().get("old") and not all(figure[0].replace(" ", "") == match["old"].replace(" ", "") for figure in places):
            stay_out(f"another figure: {match['old']}")
        return [_only(base, places, clause, match["value"])]
    stay_out(f"no change: {clause}")


def _factor(match: re.Match[str]) -> Fraction:
    if match["half"]:
        return Fraction(1, 2)
    if match["twice"]:
        return Fraction(2)
    return Fraction(match["times"]) if patterns.fullmatch(r"[\d.]+", match["times"]) else Fraction(to_int(match["times"]))


def _scaled(base: str, name: str, factor: Fraction) -> _Place:
    places = [figure for figure in _FIGURE.finditer(base) if _is_named(base, figure, name)]
    if len(places) != 1:
        stay_out(f"which figure: {name}")
    number = patterns.match(r"\d+(?:\.\d+)?(?!\s*[×xX*])", places[0][0])
    if number is None:
        stay_out(f"a part of it: {name}")
    value = Fraction(number[0]) * factor
    return _Place(places[0].start(), places[0].start() + number.end(), decimal(value, 6))


def _of_list(base: str, order: int, value: str) -> _Place:
    """The figure of that number in the one list of times."""
    lists = list(_LIST.finditer(base))
    unit = patterns.fullmatch(r"\d+(?:\.\d+)?\s*(?P<unit>[nμm]?s)", value.strip())
    if len(lists) != 1 or unit is None:
        stay_out(f"which of a list: {value}")
    figures = list(patterns.finditer(r"\d+(?:\.\d+)?(?:\s*(?P<unit>[nμm]?s))?", lists[0][0]))
    if order > len(figures) or any(figure["unit"] not in (None, unit["unit"]) for figure in figures):
        stay_out(f"which of a list: {value}")
    figure = figures[order - 1]
    start = lists[0].start() + figure.start()
    return _Place(start, start + len(figure[0]), value.strip() if figure["unit"] else value.strip().removesuffix(unit["unit"]).strip())


def _unit(value: str) -> str:
    """The group of units of a figure that is all of `value`."""
    for place in range(len(_UNITS)):
        if patterns.fullmatch(rf"{_NUMBER}\s*{_UNITS[place]}", value.strip()):
            return f"figure{place}"
    stay_out(f"no figure: {value}")


def _figures(base: str, unit: str) -> list[re.Match[str]]:
    return [figure for figure in _FIGURE.finditer(base) if figure.lastgroup == unit]


def _is_named(base: str, figure: re.Match[str], name: str) -> bool:
    """Whether the words before a figure, in its clause, are its name."""
    opening = max(base.rfind(mark, 0, figure.start()) for mark in ",;。?!:、\n()") + 1
    before = _COPULA.sub("", base[opening : figure.start()].rstrip())
    name = _COPULA.sub("", name.strip())
    before, name = before.replace("的", ""), name.replace("的", "")
    behind = patterns.match(r"(?:的)?([^\d,;。?!的]{2,6})", base[figure.end() :])
    if behind and _OF.sub("", name) == _OF.sub("", behind[1]) != "":
        return True
    if _OF.sub("", name) in ("块", "行") and _OF.sub("", before).endswith(_OF.sub("", name)):
        return True
    if len(of := _OF.sub("", name)) > 1 and before.endswith(of):
        return True
    if len(name) < 2 or not before:
        return False
    return before.endswith(name) or (len(before) >= 2 and name.endswith(before) and name[: -len(before)] in base)


def _only(base: str, places: list[re.Match[str]], clause: str, value: str) -> _Place:
    if len(places) != 1:
        stay_out(f"which figure of {len(places)}: {clause}")
    if places[0][0].replace(" ", "") == value.replace(" ", ""):
        stay_out(f"no change: {clause}")
    return _Place(places[0].start(), places[0].end(), value)
