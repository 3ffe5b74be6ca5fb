"""What grows, or fades, evenly while equal heads use it up (`牛吃草`): cattle on grass, pumps in a leaking ship, counters with a queue.

Heads × what each uses × time = what there was + growth × time. The things are called as the text calls them; closed are the words of what
grows, of what is done when nothing is left, and of every change, with which the reader stays silent.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil, floor

from engine.generators import patterns
from engine.generators.civil._problems.relations import Answer, Quantity, Relations, minus, number, recognition, times, total, unknown
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out, to_int

_TIME = r"(?:小时|分钟|秒|天|日|周|星期|月|年)"
_SECONDS = {"秒": 1, "分钟": 60, "小时": 3600}
_ONE_NAME = {"日": "天", "星期": "周"}
_FIGURE = r"\d+(?:\.\d+)?"
_HEAD = r"(?:[万亿]?[头只匹台个名位人条艘辆部口间道]|(?=抽水机|水泵|检票口|窗口|收银台|入口))"
_EVEN = "均匀|匀速|等速|等量|固定|恒定|不变|稳定|相同|一样|相等|一定|同样多|平均"
_GROWS = r"又?会?(?:带来|流入|有新的?)|生长|长[出草高大]|增[加长]|来|流[入进]|注入|涌|渗|漏|出水口|进[水入了]|淤积|沉积|到达|新到|新增|加入排|再生|恢复|产生|送[来入]|入库"
_FADES = "减少|枯萎|枯死|损耗|腐烂|变质|风干"
_EITHER = re.compile("漏|出水口")
"""It may take from what there was, or bring more: the numbers say which."""
_EVENLY = re.compile(rf"(?:{_EVEN}|每{_TIME}|新|不断|不停)")
_LASTS = re.compile(
    "永远?[^,;。]{0,2}(?:[吃用采][不]完)?|不断繁衍|不被?[^,;。]{0,6}(?:枯竭|吃完|采完|开采完|抽干)|不间断|吃不完|用不完|一直|长期|始终|不枯竭"
)
_DONE = re.compile(
    r"降[至到](?:安全|警戒)?水位|降[至到]安全线|耗尽|处理完|[吃抽运用卖排采挖清售割耗](?:完|尽|光|空|干)|完成|消失|没有?[^,;。\d]{0,6}(?:排队|人|等)|[不无][再需]?[^,;。\d]{0,3}(?:排队|人|等)|供|够|维持|排空|清空|干涸|(?<=[\d少])头牛吃|满"
)
_SAID_EVEN = re.compile(
    rf"每{_HEAD}[^,;。\d多]{{0,14}}(?:{_EVEN})(?:多|的)?|(?:假设|假定|设|已知|若)?每(?:头|只|台|个|人)[^,;。\d多]{{0,4}}每{_TIME}[^,;。\d多]{{0,14}}(?:{_EVEN})(?:多|的)?"
)
_IDIOMS = re.compile(
    rf"不再有?[^\d,;。多]{{0,3}}(?:人|排队)?|没有?[^,;。\d多]{{0,6}}(?:排队|人|等候?)了?|无[需人]|充满后|再次充满|但(?=早|之?前|在|开)|提货|船只|轮船|减少(?=以|的)|不(?:断|停|变|间断|被|会|用|枯竭|需要?等候?)|又(?=会?(?:带来|有|流入|增加))|前若干{_TIME}|若干"
    rf"|(?:开|售|检|放|始|到|来|营|工)[^,;。\d多]{{0,2}}前|第一个|至少|最[多少]|另(?=有)|(?:以|之|随|今)后|(?<=\ue000)后|(?<=[来始门票放馆业])后|每(?={_TIME})|原[有来]|[只仅](?=打?[开用靠需要])|因?(?:天气|气候)[^,;。\d]{{0,8}}|同(?=时|样|一)|相同|相对|新(?=来|增|长|的|到)"
)  # fmt: skip
_CHANGES = re.compile(
    r"[不没无未非除只仅但每另再先后剩余残丢停离退提升降比倍%半替换改坏又雨旱冬荒死卖买加增减调撤派关仍]|还(?![需要])|轮(?!船)|(?<=\ue000)[大小新旧老]|然后|接着|部分|公顷|亩|[大小新旧][型号]|[甲乙丙丁A-Z]|其中|工作效率"
)
_NOBODY = re.compile(
    "(?:无人|没有人)(?:吸|使?用|开采|抽)[^,;。\\d]{0,4}|(?:如果|若)?(?:仅|只)靠[^,;。\\d]{0,6}出水口?(?:出水|漏水|放水)?|(?:都|均)不开[^,;。\\d]{0,4}"
)
_GROWS_NOT = re.compile("不(?:再|但|仅)?(?:生长|长)|停止(?:了)?(?:生长|长)|非但不长|不(?:但|仅)没(?:有)?(?:生长|长)")
_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:点钟?|时|:)(?:(?P<minute>\d{1,2})分?钟?)?(?!间)")
_OPENS = re.compile(r"^[^,;。\d人]{0,4}(?:开(?:门|馆|始|放)|营业|检票|入场|售票)")
_FIRST_CAME = re.compile(r"(?:几|多少)[点时](?:(?:几|多少)分钟?)?")
_COUNTED = re.compile("(?<=[开用设放派供增为])[设放启了着]?(?P<value>[一两二三四五六七八九十])(?=[个台名条头道处只])")
_AS_MUCH = re.compile(
    r"(?:已知|如果|若|假设)?(?:每|1|一)头牛(?:一天|每天|1天)?的?吃草量?(?:等于|相当于|是)(?P<sheep>\d+)只羊(?:一天|每天|1天)?的?(?:吃草量?)?"
)
_ALL_THERE_ARE = re.compile(
    rf"[共总]?共?有(?P<all>\d+{_HEAD})(?=[^\d]{{1,8}}?[,;。][^\d,;。]{{0,3}}(?P=all)[^,;。]{{0,6}}(?:全部|都|同时))"
)
_FIGURES = re.compile(
    rf"(?P<each>每{_TIME}[^,;。\d每]{{0,6}}?)?(?P<value>{_FIGURE}|多少)(?:(?P<time>{_TIME}|时间)|(?P<unit>{_HEAD}|[吨升]))"
)
_FLOWS = (
    (
        "uses",
        re.compile(
            rf"(?:(?:每[一1]?|一|1){_HEAD}[^,;。\d每]{{0,8}}?(?:每|1)(?P<its_time>{_TIME})|(?:平均)?每(?P<time>{_TIME})每[一1]?{_HEAD}[^,;。\d每]{{0,8}}?)[^,;。\d]{{0,8}}?(?P<value>{_FIGURE})(?P<unit>[\u4e00-\u9fff])[^,;。\d多]{{0,10}}"
        ),
    ),
    (
        "grows",
        re.compile(
            rf"(?:平均)?每(?P<time>{_TIME})(?:平均)?(?=[^,;。]*(?:{_GROWS}))[^,;。\d每]{{0,12}}?(?P<value>{_FIGURE})(?P<unit>[\u4e00-\u9fff])[^,;。\d多]{{0,14}}"
        ),
    ),
    (
        "there",
        re.compile(
            rf"(?:已经?|原来?|原先|就|本来)*(?:有|存有?|积了?|聚集了?)(?P<value>{_FIGURE})(?P<unit>[\u4e00-\u9fff])(?=[^,;。]*(?:排队|等[候待]|水$|草|货|库存))[^,;。\d多]{{0,10}}"
        ),
    ),
)
_ASKED = (
    ("first", re.compile("第[一1][个位名][^,;。?]*多少点[^,;。?]*|第[一1][个位名][^,;。?]*时间[^,;。?]*多少")),
    ("balance", re.compile(rf"最?多?[^,;。\d]{{0,4}}?多少(?P<unit>{_HEAD})")),
    ("growth", re.compile(rf"每{_TIME}新?(?:生长|长出|长)[^,;。\d]{{0,4}}多少(?P<unit>{_HEAD})[^,;。\d]{{0,3}}?吃[一1]?{_TIME}")),
    ("there", re.compile(r"(?:原有?|原来|这[批些堆]|共|总共|一共)[^,;。\d]{0,12}多少(?P<unit>[吨人名升])")),
)


@dataclass(slots=True)
class _Said:
    """What a text tells and asks, with its times as they are told.

    Attributes:
        situations: where, how many heads, how long and in which unit; None for what is asked.
        flows: what each head uses, what comes and what was there (`uses`, `grows`, `there`), and the unit of time.
        asks: where, what (`balance`, `growth`, `there`, `first`) and in which unit.
        unit: of what is used, where it is told.
        heads: the units of heads.
    """

    situations: list[tuple[int, Fraction | None, Fraction | None, str]] = field(default_factory=list)
    flows: dict[str, tuple[Fraction, str]] = field(default_factory=dict)
    asks: list[tuple[int, str, str]] = field(default_factory=list)
    unit: str = ""
    heads: set[str] = field(default_factory=set)


def read_grazing(text: str) -> Recognition | None:
    """How long so many heads take, how many heads it takes, how many it feeds for ever, or what there was; None where nothing grows.

    Raises:
        StayOut: something else is told, or the numbers are not possible.
    """
    plain = _COUNTED.sub(lambda found: found[0].replace(found["value"], str(to_int(found["value"]))), Story(text).text)
    if "牛" in plain and "羊" in plain:
        plain = _in_sheep(plain)
    plain = patterns.sub(rf"几(?={_TIME}|{_HEAD})", "多少", _ALL_THERE_ARE.sub("", plain))
    clauses = [clause for clause in patterns.split("[,;。?!:()\n]", plain) if clause not in ("", "多少")]
    growing = _growing(clauses)
    if not growing and not patterns.search("[牛羊马].*草|草.*[牛羊马]", plain):
        return None
    fades = any(patterns.search(_FADES, clause) for clause in growing)
    if fades and any(patterns.search(_GROWS, _GROWS_NOT.sub("", clause)) for clause in growing):
        stay_out("grows and fades")
    if not _DONE.search(plain):
        stay_out("nothing is used up")
    opening = _opening(clauses)
    said = _Said()
    pending: list[re.Match[str]] = []
    for place, clause in enumerate(clauses):
        left = _NOBODY.sub("0台", _SAID_EVEN.sub("", _GROWS_NOT.sub("", clause)))
        if opening is not None:
            left = _CLOCK.sub(
                lambda found: "" if _minutes(found) == opening else f"{_minutes(found) - opening}分钟", _FIRST_CAME.sub("多少点", left)
            )
        left = _asks(_flows(left, said), clauses[max(place - 1, 0) : place + 1], place, said)
        if clause in growing and not patterns.search(r"\d|多少", left):
            left = patterns.sub(rf"每{_TIME}|{_EVEN}|{_GROWS}|{_FADES}|新|仍有", "", left)
        for found in list(_FIGURES.finditer(left)):
            pending.append(found)
            left = left.replace(found[0], "\ue000", 1)
            if len(pending) == 2:
                said.situations.append((place, *_situation(pending, said)))
                pending = []
        if bound := _CHANGES.search(_DONE.sub("", _IDIOMS.sub("", _LASTS.sub("", left)))) or patterns.search(r"\d|多少|几", left):
            stay_out(f"{bound[0]} in {clause}")
    if pending:
        stay_out("not told in pairs")
    either = patterns.search(_EITHER.pattern, plain) is not None
    return _found(said, fades=fades, either=either, opening=opening, least=patterns.search("至少|最少", plain) is not None)


def _growing(clauses: Sequence[str]) -> list[str]:
    """The clauses that tell of growth, or of fading."""
    return [
        clause for clause in clauses if (_EVENLY.search(clause) or _EITHER.search(clause)) and patterns.search(f"{_GROWS}|{_FADES}", clause)
    ]


def comes_evenly(text: str) -> bool:
    """Whether a clause without figures says that something flows in, or that people come, at an even rate: no plain work is done then."""
    return any(
        patterns.search("流入|涌[入进出]|渗|漏|来排队|进水", clause) and patterns.search(f"{_EVEN}|不断", clause)
        for clause in patterns.split("[,，;；。?？!！\n]", text)
        if not patterns.search(r"\d|完", clause)
    )


def _in_sheep(plain: str) -> str:
    """Cattle as so many sheep, where the text says how many eat as much as one.

    Raises:
        StayOut: it does not, or cattle are asked for.
    """
    found = _AS_MUCH.search(plain) or stay_out("heads of two sorts")
    if patterns.search("多少头", plain):
        stay_out("asks for cattle")
    plain = patterns.sub(
        rf"({_FIGURE})头牛", lambda cattle: f"{decimal(Fraction(cattle[1]) * int(found['sheep']))}只羊", plain.replace(found[0], "")
    )
    return patterns.sub(r"(\d+)只羊[和与、](\d+)只羊", lambda both: f"{int(both[1]) + int(both[2])}只羊", plain)


def _opening(clauses: Sequence[str]) -> int | None:
    """When the counters open, in minutes of the day; None where no clock is read."""
    clocks = [(clause, found) for clause in clauses for found in _CLOCK.finditer(clause)]
    opens = {_minutes(found) for clause, found in clocks if _OPENS.search(clause[found.end() :])}
    return None if not clocks else opens.pop() if len(opens) == 1 else stay_out("when it opens")


def _minutes(clock: re.Match[str]) -> int:
    return int(clock["hour"]) * 60 + int(clock["minute"] or 0)


def _flows(clause: str, said: _Said) -> str:
    """The clause without what it tells of a head's use, of what comes and of what was there.

    Raises:
        StayOut: in several units, or twice.
    """
    for name, pattern in _FLOWS:
        found = pattern.search(clause)
        if found is None or "多少" in found[0]:
            continue
        unit = "人" if found["unit"] in "人名位" else found["unit"]
        if said.unit not in ("", unit) or name in said.flows:
            stay_out(f"told twice, or in other units: {found[0]}")
        said.unit = unit
        said.flows[name] = Fraction(found["value"]), found.groupdict().get("time") or found.groupdict().get("its_time") or ""
        clause = clause.replace(found[0], "")
    return clause


def _asks(clause: str, around: Sequence[str], place: int, said: _Said) -> str:
    """The clause without what it asks besides the time or the heads of a situation."""
    for what, pattern in _ASKED:
        found = pattern.search(clause)
        if found is None or (what == "balance" and not _LASTS.search(",".join(around))):
            continue
        unit = found.groupdict().get("unit") or ""
        said.asks.append((place, what, unit))
        if unit and what != "there":
            said.heads.add(unit)
        return clause.replace(found[0], "")
    return clause


def _situation(figures: Sequence[re.Match[str]], said: _Said) -> tuple[Fraction | None, Fraction | None, str]:
    """The heads, the time and its unit, of two figures of which one is a time.

    Raises:
        StayOut: it is otherwise, or both are asked.
    """
    times_told = [figure for figure in figures if figure["time"]]
    heads = [figure for figure in figures if not figure["time"]]
    if len(times_told) != 1 or all(figure["value"] == "多少" for figure in figures):
        stay_out("not told in pairs")
    if heads[0]["value"] != "0":
        said.heads.add(("每" if heads[0]["each"] else "") + heads[0]["unit"])
    first, second = (None if figure["value"] == "多少" else Fraction(figure["value"]) for figure in (heads[0], times_told[0]))
    return first, second, _ONE_NAME.get(times_told[0]["time"], times_told[0]["time"])


def _found(said: _Said, *, fades: bool, either: bool, opening: int | None, least: bool) -> Recognition:
    """What follows from the situations.

    Raises:
        StayOut: nothing does, or less than nothing.
    """
    told = [each for each in said.situations if each[1] is not None and each[2] is not None]
    asked = [each for each in said.situations if each not in told]
    units = [each[3] for each in [*asked, *told] if each[3] != "时间"] + [
        _ONE_NAME.get(unit, unit) for _, unit in said.flows.values() if unit
    ]
    heads_unit, *others = {unit for unit in said.heads if unit not in ("", "的")} or {""}
    by_flow = heads_unit.startswith("每")
    if (
        (not told and len(said.flows) < len(_FLOWS))
        or not (asked or said.asks)
        or others
        or (len(set(units)) > 1 and not set(units) <= _SECONDS.keys())
    ):
        stay_out("units, or nothing asked")
    base = units[0]

    def in_base(value: Fraction, unit: str) -> Fraction:
        return value if unit in ("", base) else value * _SECONDS[unit] / _SECONDS[base]

    def flow(name: str, otherwise: Quantity) -> Quantity:
        value, unit = said.flows.get(name, (None, ""))
        return otherwise if value is None else number(value / in_base(Fraction(1), unit))

    uses = flow("uses", unknown("每份") if said.flows else number(1))
    grows, there = flow("grows", unknown("新增")), flow("there", unknown("原有"))
    if by_flow and said.flows:
        stay_out("flows of two sorts")
    relations, lines = Relations(), []
    for _, heads, time, unit in told:
        assert heads is not None and time is not None
        spent = in_base(time, unit)
        relations.equal(times(heads * spent, uses), total(there, times(spent, grows)))
        lines.append(
            f"{decimal(heads)} × {decimal(spent)} = 原有量 {'−' if fades else '+'} {decimal(spent)} × 每{base}{'减少' if fades else '新增'}"
        )
    answers: list[Answer] = []
    for place, heads, time, unit in asked:
        if heads is None:
            spent = in_base(time or Fraction(0), unit)
            value = relations.ratio(total(grows, times(1 / spent, there)), uses)
            if value is not None and value.denominator > 1 and not by_flow:
                value = Fraction(ceil(value)) if least else stay_out("a part of a head")
            answers.append((place, _possible(value), heads_unit.removeprefix("每") or "个"))
        else:
            answers.append((place, _possible(relations.ratio(there, minus(times(heads, uses), grows))), base))
    for place, what, unit in said.asks:
        if what == "there":
            if not (by_flow or said.flows):
                stay_out("in which unit")
            answers.append((place, _possible(relations.value(there)), unit))
        elif what in ("balance", "growth"):
            answers.append((place, Fraction(floor(_possible(relations.ratio(grows, uses)))), heads_unit))
        else:
            before = _possible(relations.ratio(there, grows))
            came = (opening or stay_out("when it opens")) - before * _SECONDS[base] / 60
            if came <= 0 or came.denominator > 1:
                stay_out("when the first came")
            answers.append((place, f"{came // 60}点{came % 60}分" if came % 60 else f"{came // 60}点", ""))
    rate, start = relations.ratio(grows, uses), relations.ratio(there, uses)
    if rate is None or start is None or start <= 0 or rate == 0 or (not either and (rate > 0) == fades):
        stay_out("numbers")
    fades = rate < 0
    lines.append(f"以每个每{base}用去的为 1 份：每{base}{'减少' if fades else '新增'} {decimal(abs(rate))} 份，原有 {decimal(start)} 份")
    return recognition(lines, answers, {})


def _possible(value: Fraction | None) -> Fraction:
    return value if value is not None and value > 0 else stay_out("numbers")
