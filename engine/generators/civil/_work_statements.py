"""Work problems statement by statement: who works how long, what that makes, how fast one is beside another; then what follows.

Every stretch of work is a relation: the sum of everybody's rate times the time is a share of the whole. The whole is 1 where no amount is told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators.civil._reduced import N, named, parse
from engine.generators.civil._relations import Answer, Quantity, Relations, minus, number, recognition, times, total, unknown
from engine.generators.civil._work_words import SORTS, VOCABULARY
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_WHO = r"(?P<who>[甲乙丙丁](?:、?[甲乙丙丁])*|[原实])"
_TIME = rf"(?P<value>{N}|\?|某)(?P<unit>[dhmwMt])"
_SHARE = rf"(?:全)?(?P<share>{N})(?P<percent>%)?(?![\d./unhdmwM%])"
_LINK = r"(?P<pre>[余再/后共,]*)"
_STATEMENTS = (
    ("stretch", rf"{_LINK}{_WHO}?(?P<flags>[先再独合余毕效后共,]*?)(?P<done1>[毕空]?)(?P<flags2>共?),?{_TIME}(?P<after>后?)(?P<done>[毕空]?)"),
    ("stretch", rf"{_LINK}{_WHO}?(?P<flags>[先再独合余后]*){_TIME}(?P<after>后?)(?P<done>毕?)[余全]?{_SHARE}"),
    ("stretch", rf"{_LINK}{_WHO}?(?P<flags>[先再独合余后]*)(?P<done>毕?)[余全]?{_SHARE}需?{_TIME}(?P<after>后?)"),
    ("list", rf"/?(?P<names>[甲乙丙丁](?:、?[甲乙丙丁]){{1,3}})独?毕?独?t?(?P<values>{N}[dhmwM]?(?:[、,]?{N}[dhmwM]?){{1,3}})[毕空]?"),
    ("heads", rf"{_LINK}原?(?P<count>{N}|\?)n合?,?{_TIME}(?P<after>后?)(?P<done>[毕空]?)(?:[余全]?{_SHARE})?"),
    ("heads", rf"{_LINK}(?P<done>毕){_SHARE}(?P<count>{N}|\?)n合?{_TIME}(?P<after>后?)"),
    ("share-done", rf"(?:合|共)?毕(?:全)?{_SHARE}"),
    ("earlier", rf"(?P<who>[甲乙])比(?P<other>[甲乙])(?P<way>前|迟)(?P<value>{N})(?P<unit>[dhmw])毕?"),
    ("equal-work", r"甲、乙(?:2|独|合)?(?:同样|同|多)+(?:※)?(?=[,。;])|甲、乙(?:毕)?同(?:样)?多?(?=[,。;])"),
    ("ask-each", r"(?:每|甲、乙|各)+\?u"),
    ("faster", rf"{_WHO}每?[dhmw]?效?比(?P<other>[甲乙丙丁原])效?(?P<more>[高低多少])(?P<value>{N})(?P<percent>%)?"),
    ("own-faster", rf"(?P<who>实?)效(?P<more>[高低])(?P<value>{N})(?P<percent>%)?"),
    ("multiple", rf"(?P<who>[甲乙丙丁])效(?P<other>[甲乙丙丁](?:、?[甲乙丙丁])*)效?(?P<value>{N})(?P<percent>%|倍)?(?![\d∶dhmnu])"),
    ("ratio", rf"(?P<names>[甲乙丙丁](?:、?[甲乙丙丁]){{1,3}})效∶?(?P<values>{N}(?:∶{N}){{1,3}})"),
    ("same-work", rf"(?P<one>[甲乙丙丁])独?(?P<value>{N})(?P<unit>[dhmw])=(?P<other>[甲乙丙丁])独?(?P<value2>{N})(?P<unit2>[dhmw])"),
    ("rate", rf"{_WHO}?每(?P<unit>[dhmwM])毕?(?P<value>{N}|\?)u毕?"),
    ("rate-more", rf"{_WHO}?每(?P<unit>[dhmwM])比?(?P<other>[甲乙丙丁原]?)(?:每[dhmw])?(?P<more>[多少])(?P<value>{N})u"),
    ("whole", rf"总?(?:共)?(?P<value>{N})u"),
    ("ask-whole", r"(?:总(?:共)?|共)\?u"),
    ("ask-made", rf"{_WHO}共?毕?\?u"),
    ("total-time", rf"共+合?(?P<value>{N})(?P<unit>[dhmw])后?毕?"),
    ("total-time", rf"(?P<value>{N})(?P<unit>[dhmw])后?毕(?=.*息\?)"),
    ("sooner", rf"(?P<who>实?)(?P<way>[前迟])(?P<value>{N}|\?)(?P<unit>[dhmw])毕?"),
    ("absent", rf"(?P<who>[甲乙丙丁])息(?P<value>{N}|\?)(?P<unit>[dhmw])"),
    ("leaves", r"(?P<who>[甲乙丙丁])走"),
    ("joins", r"(?P<who>[甲乙丙丁])来合?"),
    ("more-heads", rf"[再/后]*(?:来|高|多)(?P<value>{N})n来?"),
    ("more-heads", rf"[再/后]*(?P<value>{N})n来"),
    ("fewer-heads", rf"[再/后,]*走(?P<value>{N})n"),
    ("rest", rf"(?P<pre>[余再后,]*)(?P<who>[甲乙丙丁](?:、?[甲乙丙丁])*)?(?P<flags>[合独]+)(?P<done>毕?)(?=[,。;]|共)"),
    ("ask-heads", r"(?P<more>[高多来]?)\?n"),
    ("word", r"余[甲乙丙丁]独?(?=[,。;])|[合余再毕后实/]+(?=[,。;]|$)|/|[甲乙丙丁、]+合?(?=[,。;])|[1-4]合(?=[,。;])|[1-4](?=合)|合(?=合)"),
)  # fmt: skip
_UNITS = {"d": "天", "h": "小时", "m": "分钟", "w": "周", "M": "个月"}
_AMOUNT = r"\d(?:\.\d+)?(个|件|页|套|棵|份|块|本|道|辆|包|米|千米|吨|万字|字|平方米|立方米|亩|升|张|篇|台|双|只|顶|条)"

@dataclass(slots=True)
class _Stretch:
    """Some people (each with how often) work for a time; None: it is asked."""

    place: int
    who: dict[str, Fraction]
    time: Fraction | None
    share: Fraction | None = None
    follows: bool = False
    opens: bool = False
    empties: bool = False
    whole: bool = False
    alone: bool = False
    to_the_end: bool = False


@dataclass(slots=True)
class _Told:
    """What the statements say besides relations of rates."""

    reduced: str
    everyone: list[str]
    relations: Relations = field(default_factory=Relations)
    lines: list[str] = field(default_factory=list)
    stretches: list[_Stretch] = field(default_factory=list)
    asks: list[tuple[int, str, str]] = field(default_factory=list)
    units: set[str] = field(default_factory=set)
    amounts: bool = False
    absent: dict[str, Fraction | None] = field(default_factory=dict)
    total: Fraction | None = None
    comings: list[tuple[int, str, bool]] = field(default_factory=list)
    more_heads: list[tuple[int, Fraction]] = field(default_factory=list)
    subject: str = ""
    somehow: bool = False
    somewho: dict[str, Fraction] = field(default_factory=dict)
    earlier: list[tuple[str, str, Fraction]] = field(default_factory=list)

    def say(self, one: Quantity, other: Quantity, line: str) -> None:
        self.relations.equal(one, other)
        self.lines.append(line)


def _people(who: str | None) -> dict[str, Fraction]:
    return {each: Fraction(1) for each in re.findall("[甲乙丙丁原实]", who or "")}


def _rate(who: dict[str, Fraction]) -> dict[str, Fraction]:
    return total(*(times(often, unknown(each)) for each, often in who.items()))


def _part(value: str, percent: str | None) -> Fraction:
    return Fraction(value) / (100 if percent else 1)


def _stretch(told: _Told, name: str, match: re.Match[str]) -> None:
    groups = match.groupdict()
    told.units.add(groups["unit"])
    flags = (groups.get("flags") or "") + (groups.get("flags2") or "")
    pre = groups["pre"] or ""
    if groups["value"] == "某":
        told.somehow = True
        told.somewho = _people(groups.get("who")) or {each: Fraction(1) for each in told.everyone}
        return
    time = None if groups["value"] == "?" else Fraction(groups["value"])
    who: dict[str, Fraction] = {}
    if name == "heads":
        if groups["count"] == "?":
            told.asks.append((match.start(), "heads", ""))
        else:
            who = {"n": Fraction(groups["count"])}
    else:
        who = _people(groups["who"])
        if groups["who"] in ("原", "实"):
            told.subject = groups["who"]
        if not who and "合" in flags:
            who = {each: Fraction(1) for each in told.everyone}
        if not who and told.stretches and "n" in told.stretches[-1].who and groups["after"]:
            who = dict(told.stretches[-1].who)
        if not who and told.subject and "共" not in pre + flags:
            who = {told.subject: Fraction(1)}
        if len(who) > 1 and "独" in flags:
            stay_out("alone or together")
        if len(who) > 1 and not re.search("[合毕空]", flags + (groups.get("done") or "") + (groups.get("done1") or "")) and "先" not in flags:
            stay_out("each or together")
    share = _part(groups["share"], groups["percent"]) if groups.get("share") else None
    if share is not None and not 0 < share <= 1:
        stay_out("a share")
    told.stretches.append(
        _Stretch(
            place=match.start(),
            who=who,
            time=time,
            share=None if share is None or re.search(r"余[^,。;]*$", match[0][: match.start("share") - match.start()]) else share,
            follows=bool(re.search("[余再后]", pre + flags)),
            opens="先" in flags or bool(groups["after"]),
            empties="空" in ((groups.get("done") or "") + (groups.get("done1") or "")),
            whole="共" in pre + flags,
            alone="独" in flags,
        )
    )  # fmt: skip


def _beside(told: _Told, name: str, groups: dict[str, str | None]) -> None:
    """One's rate beside another's."""
    value = groups.get("value") or "0"
    if name in ("faster", "own-faster"):
        who, other = groups["who"] or "实", groups.get("other") or "原"
        more = _part(value, groups["percent"])
        if not groups["percent"] and "/" not in value:
            stay_out("by how much")
        factor = 1 + more if groups["more"] in ("高", "多") else 1 - more
        if len(who) != 1 or factor <= 0:
            stay_out("who")
        told.subject = who if who == "实" else told.subject
        told.say(unknown(who), times(factor, unknown(other)), f"{who}的效率 = {decimal(factor, 4)} × {other}的效率")
    elif name == "multiple":
        factor, others = _part(value, "%" if groups["percent"] == "%" else None), _people(groups["other"])
        told.say(unknown(str(groups["who"])), times(factor, _rate(others)), f"{groups['who']}的效率 = {decimal(factor, 4)} × {' + '.join(others)}的效率")
    elif name == "ratio":
        names, parts = list(_people(groups["names"])), str(groups["values"]).split("∶")
        if len(names) != len(parts):
            stay_out("whose ratio")
        for each, part in zip(names[1:], parts[1:], strict=True):
            told.relations.equal(times(Fraction(parts[0]), unknown(each)), times(Fraction(part), unknown(names[0])))
        told.lines.append(f"效率之比 {'、'.join(names)} 为 {':'.join(parts)}")
    elif name == "same-work":
        told.units |= {str(groups["unit"]), str(groups["unit2"])}
        one, other = str(groups["one"]), str(groups["other"])
        told.say(
            times(Fraction(value), unknown(one)),
            times(Fraction(str(groups["value2"])), unknown(other)),
            f"{value} × {one} = {groups['value2']} × {other}",
        )
    else:
        who = groups["who"] or told.subject or ("实" if name == "rate-more" else stay_out("whose rate"))
        told.subject = who if who in ("原", "实") else told.subject
        told.units.add(str(groups["unit"]))
        told.amounts = True
        if name == "rate":
            told.say(_rate(_people(who)), number(value), f"{who}每{_UNITS[str(groups['unit'])]}做 {value}")
        else:
            other = groups["other"] or "原"
            if len(who) != 1 or who == other:
                stay_out("who")
            more = Fraction(value) * (1 if groups["more"] == "多" else -1)
            told.say(unknown(who), total(unknown(other), number(more)), f"{who} = {other} {'+' if more > 0 else '−'} {value}")


def _read(reduced: str) -> _Told:
    told = _Told(reduced, [each for each in "甲乙丙丁" if each in reduced])
    for name, match in parse(reduced, _STATEMENTS):
        groups = match.groupdict()
        place, who = match.start(), groups.get("who") or ""
        asked = groups.get("value") == "?"
        if name in ("stretch", "heads"):
            _stretch(told, name, match)
        elif name == "list":
            names, values = list(_people(groups["names"])), re.findall(rf"({N})([dhmwM]?)", groups["values"])
            if len(names) != len(values) or not values[-1][1]:
                stay_out("whose time")
            for each, (value, unit) in zip(names, values, strict=True):
                told.units.add(unit or values[-1][1])
                told.stretches.append(_Stretch(place, {each: Fraction(1)}, Fraction(value)))
        elif name == "share-done":
            if not told.stretches or told.stretches[-1].share is not None:
                stay_out("a share of what")
            told.stretches[-1].share = _part(groups["share"], groups["percent"])
        elif name == "earlier":
            told.units.add(groups["unit"])
            told.earlier.append((who, groups["other"], Fraction(groups["value"]) * (1 if groups["way"] == "前" else -1)))
        elif name == "ask-each":
            told.asks.append((place, "whole", ""))
        elif name == "rate" and asked:
            told.units.add(groups["unit"])
            told.asks.append((place, "rate", who or told.subject))
        elif name in ("faster", "own-faster", "multiple", "ratio", "same-work", "rate", "rate-more"):
            _beside(told, name, groups)
        elif name == "whole":
            told.amounts = True
            told.say(unknown("W"), number(groups["value"]), f"总量 = {groups['value']}")
        elif name == "total-time":
            if told.total is not None:
                stay_out("two totals")
            told.units.add(groups["unit"])
            told.total = Fraction(groups["value"])
        elif name == "absent":
            told.units.add(groups["unit"])
            if who in told.absent:
                stay_out("away twice")
            told.absent[who] = None if asked else Fraction(groups["value"])
            if asked:
                told.asks.append((place, "absent", who))
        elif name == "sooner":
            told.units.add(groups["unit"])
            told.asks.append((place, "sooner", groups["way"])) if asked else stay_out("sooner by what is told")
        elif name in ("leaves", "joins"):
            told.comings.append((place, who, name == "joins"))
        elif name in ("more-heads", "fewer-heads"):
            told.more_heads.append((place, Fraction(groups["value"]) * (1 if name == "more-heads" else -1)))
        elif name == "rest":
            # Work without a time goes on to the end, if something was done before; otherwise it only names who works.
            if told.stretches and told.stretches[-1].opens:
                people = _people(who) or {each: Fraction(1) for each in told.everyone}
                if len(people) > 1 and "独" in groups["flags"]:
                    stay_out("alone or together")
                told.stretches.append(_Stretch(place, people, None, follows=True, to_the_end=True))
        elif name.startswith("ask-"):
            told.asks.append((place, "more-heads" if groups.get("more") else name.removeprefix("ask-"), who))
    return told


def _sequences(told: _Told) -> list[list[_Stretch]]:
    """Stretches one after the other that together make the whole, or a told share of it."""
    result: list[list[_Stretch]] = []
    for index, stretch in enumerate(told.stretches):
        last = told.stretches[index - 1] if index else None
        since = last.place if last else -1
        between = told.reduced[max(since, 0) : stretch.place]
        for _, who, joins in (event for event in told.comings if not told.somehow and since < event[0] < stretch.place):
            if last is None or joins == (who in last.who):
                stay_out("who comes or goes")
            present = {each: often for each, often in last.who.items() if each != who} | ({who: Fraction(1)} if joins else {})
            if stretch.who and stretch.who != present and set(stretch.who) != set(told.everyone):
                stay_out("who works")
            stretch.who, stretch.follows = present, True
        for _, more in (event for event in told.more_heads if since < event[0] < stretch.place):
            if last is None or "n" not in last.who:
                stay_out("more than whom")
            stretch.who, stretch.follows = {"n": last.who["n"] + more}, True
        if stretch.follows and not stretch.who and last is not None and "n" in last.who and stretch.time is None:
            stretch.who = dict(last.who)
        new_case = "/" in between or "/" in told.reduced[stretch.place : stretch.place + 2]
        if (stretch.follows or (result and result[-1][-1].opens)) and result and not (new_case and not stretch.follows):
            result[-1].append(stretch)
        elif stretch.follows and not new_case:
            stay_out("what came before")
        else:
            result.append([stretch])
    return result


class _Answers:
    """What is asked, in order, from the relations."""

    def __init__(self, told: _Told, unit: str, amount: str) -> None:
        self.told, self.unit, self.amount = told, unit, amount
        self.found: list[Answer] = []
        self.durations: dict[str, Fraction] = {}
        self.open_work: list[_Stretch] | None = None

    def certain(self, above: Quantity, below: Quantity) -> Fraction:
        value = self.told.relations.ratio(above, below)
        return value if value is not None and value > 0 else stay_out("not determined")

    def all(self, sequences: list[list[_Stretch]]) -> list[Answer]:
        told, whole = self.told, unknown("W")
        if told.somehow:
            self._left_early(sequences)
        elif told.absent or told.total is not None:
            self._with_absence(sequences)
        else:
            for sequence in sequences:
                if all(stretch.who and stretch.time is not None for stretch in sequence):
                    self._relation(sequence)
            for sequence in sequences:
                if any(not stretch.who or stretch.time is None for stretch in sequence):
                    self._time_or_heads(sequence)
        for who, other, sooner in told.earlier:
            one, two = (told.relations.value(unknown(each)) for each in (who, other))
            if one is None or two is None or one <= 0 or two <= 0:
                stay_out("sooner by what rates")
            told.say(times(1 / two - 1 / one, whole), number(sooner), f"总量 ÷ {decimal(two)} − 总量 ÷ {decimal(one)} = {decimal(sooner)}")
        for place, what, about in told.asks:
            if what == "rate":
                self.found.append((place, self.certain(_rate(_people(about)), number(1)), self.amount))
            elif what == "whole":
                self.found.append((place, self.certain(whole, number(1)), self.amount))
            elif what == "made":
                earlier = [value for at, value, its in self.found if its == self.unit and at < place and isinstance(value, Fraction)]
                if len(earlier) != 1 or len(told.stretches) != 1 or about not in told.stretches[0].who:
                    stay_out("for how long")
                self.found.append((place, earlier[0] * self.certain(_rate(_people(about)), number(1)), self.amount))
            elif what == "sooner":
                if not {"原", "实"} <= self.durations.keys():
                    stay_out("sooner than what")
                value = (self.durations["原"] - self.durations["实"]) * (1 if about == "前" else -1)
                self.found.append((place, value if value > 0 else stay_out("numbers"), self.unit))
            elif not any(at >= place - 12 and its == "人" for at, _, its in self.found) and what != "absent":
                stay_out(what)
        return self.found

    def _goal(self, sequence: list[_Stretch]) -> Fraction:
        shares = [stretch.share for stretch in sequence]
        if any(share is not None for share in shares[:-1]) and len(sequence) > 1:
            # The first part is told as a share, the rest is what is left.
            return Fraction(1)
        return shares[-1] if shares[-1] is not None else Fraction(1)

    def _done(self, stretch: _Stretch) -> Quantity:
        if stretch.time is None:
            stay_out("a time")
        return times(-stretch.time if stretch.empties and len(self.told.everyone) > 1 else stretch.time, _rate(stretch.who))

    def _relation(self, sequence: list[_Stretch]) -> None:
        told, whole = self.told, unknown("W")
        for part in [[stretch] for stretch in sequence[:-1] if stretch.share is not None] + [sequence]:
            goal = self._goal(part)
            parts = " + ".join(f"{decimal(stretch.time or 0, 4)} × {_together(stretch.who)}" for stretch in part)
            told.say(total(*(self._done(stretch) for stretch in part)), times(goal, whole), f"{parts} = {'' if goal == 1 else f'{goal} × '}总量")
        if len(sequence) == 1 and len(sequence[0].who) == 1 and sequence[0].time is not None:
            self.durations[next(iter(sequence[0].who))] = sequence[0].time

    def _time_or_heads(self, sequence: list[_Stretch]) -> None:
        whole = unknown("W")
        asking = sequence[0]
        if len(sequence) == 1 and asking.time is None and asking.whole and asking.who:
            # `甲一共做了几天`: of a work told before in which the end is open.
            if self.open_work is not None:
                self.found.append((asking.place, self._in_all(self.open_work, asking.who), self.unit))
                return
            if len(asking.who) == 1 and not asking.alone and len(self.told.everyone) > 1:
                stay_out("in all of which work")
        if len(sequence) == 1 and asking.time is None and len(asking.who) == 1 and set(asking.who) <= self.durations.keys():
            # Whose own time is told is asked for a time in the work told last.
            if self.open_work is None or asking.alone:
                stay_out("told already")
            self.found.append((asking.place, self._in_all(self.open_work, asking.who), self.unit))
            return
        if sequence[-1].to_the_end:
            if self.open_work is not None:
                stay_out("two works")
            self.open_work = sequence
            return
        open_ones = [stretch for stretch in sequence if not stretch.who or stretch.time is None]
        if len(open_ones) != 1:
            stay_out("two things asked of one piece of work")
        (asked,) = open_ones
        for stretch in sequence:
            if stretch.share is not None and stretch is not asked and stretch.time is not None:
                self.told.relations.equal(self._done(stretch), times(stretch.share, whole))
        left = minus(times(self._goal(sequence), whole), total(*(self._done(stretch) for stretch in sequence if stretch is not asked)))
        if asked.time is None and asked.who:
            value = self.certain(left, _rate(asked.who))
            if asked.whole and len(sequence) > 1:
                value += sum((stretch.time or Fraction(0) for stretch in sequence if stretch is not asked), Fraction(0))
            elif not asked.whole and len(sequence) > 1 and not asked.follows:
                stay_out("left or in all")
            self.found.append((asked.place, value, self.unit))
            if len(sequence) == 1 and len(asked.who) == 1:
                self.durations[next(iter(asked.who))] = value
            return
        heads = [what for _, what, _ in self.told.asks if what in ("heads", "more-heads")]
        if asked.time is None or len(heads) != 1:
            stay_out("who works")
        value = self.certain(left, times(asked.time, unknown("n")))
        if heads == ["more-heads"]:
            before = [stretch.who["n"] for stretch in self.told.stretches if "n" in stretch.who]
            value -= before[-1] if before else stay_out("more than whom")
        self.found.append((asked.place, value if value > 0 and value.denominator == 1 else stay_out("people"), "人"))

    def _left_early(self, sequences: list[list[_Stretch]]) -> None:
        """All work together for a while, one leaves, the others finish: how long it took in all is told, how long the one worked is asked."""
        told, whole = self.told, unknown("W")
        asked: list[_Stretch] = []
        for sequence in sequences:
            if len(sequence) == 1 and sequence[0].time is not None:
                self._relation(sequence)
            elif len(sequence) == 1:
                asked.append(sequence[0])
            else:
                stay_out("what comes after what")
        gone = [who for _, who, joins in told.comings if not joins]
        if told.total is None or len(gone) != 1 or len(asked) != 1 or set(asked[0].who) not in ({gone[0]}, set(told.everyone)) or len(told.comings) != 1:
            stay_out("who leaves when")
        if set(told.somewho) != set(told.everyone):
            stay_out("who works from the start")
        others = {each: Fraction(1) for each in told.everyone if each != gone[0]}
        value = self.certain(minus(whole, times(told.total, _rate(others))), unknown(gone[0]))
        self.found.append((asked[0].place, value if value < told.total else stay_out("numbers"), self.unit))

    def _in_all(self, sequence: list[_Stretch], who: dict[str, Fraction]) -> Fraction:
        """How long somebody works in all in a work whose last stretch goes to the end."""
        if any(stretch.time is None for stretch in sequence[:-1]) or len(who) != 1:
            stay_out("who works how long")
        left = minus(times(self._goal(sequence), unknown("W")), total(*(self._done(stretch) for stretch in sequence[:-1])))
        last = self.certain(left, _rate(sequence[-1].who))
        (name,) = who
        spent = sum((stretch.time or Fraction(0) for stretch in sequence[:-1] if name in stretch.who), Fraction(0))
        return spent + (last if name in sequence[-1].who else Fraction(0))

    def _with_absence(self, sequences: list[list[_Stretch]]) -> None:
        """Everybody works from the start to the end but for their days away."""
        told, whole = self.told, unknown("W")
        asked: list[_Stretch] = []
        for sequence in sequences:
            if len(sequence) > 1:
                stay_out("one after the other and away")
            if sequence[0].time is not None:
                self._relation(sequence)
            else:
                asked.append(sequence[0])
        everyone = {each: Fraction(1) for each in told.everyone}
        away = total(*(times(days, unknown(who)) for who, days in told.absent.items() if days is not None))
        unknown_away = [who for who, days in told.absent.items() if days is None]
        if told.total is None and len(asked) == 1 and not unknown_away and told.absent and (asked[0].whole or not asked[0].who or set(asked[0].who) == set(everyone)):
            self.found.append((asked[0].place, self.certain(total(whole, away), _rate(everyone)), self.unit))
        elif told.total is not None and not asked and len(unknown_away) == 1:
            value = self.certain(minus(minus(times(told.total, _rate(everyone)), away), whole), unknown(unknown_away[0]))
            self.found.append((0, value, self.unit))
        else:
            stay_out("away")


def _together(who: dict[str, Fraction]) -> str:
    names = [each if often == 1 else f"{decimal(often)} 人" if each == "n" else f"{decimal(often)}{each}" for each, often in who.items()]
    return names[0] if len(names) == 1 else f"({' + '.join(names)})"


def read_work(text: str) -> Recognition | None:
    """The problem as relations of rates; None where somebody takes turns or what is worked on grows."""
    plain, called = named(VOCABULARY.plain(text), SORTS)
    reduced = VOCABULARY.reduce(plain)
    if re.search("[轮长永尽]", reduced):
        return None
    told = _read(reduced)
    told.units.discard("t")
    if len(told.units) > 1:
        stay_out("units")
    amount = re.search(_AMOUNT, plain)
    if not told.amounts:
        told.relations.equal(unknown("W"), number(1))
    answers = _Answers(told, _UNITS[told.units.pop()] if told.units else "", amount[1] if amount else "份").all(_sequences(told))
    if any(stretch.empties for stretch in told.stretches) and not re.search("池|缸|箱|水|库", plain):
        stay_out("who empties")
    return recognition(told.lines, answers, called)
