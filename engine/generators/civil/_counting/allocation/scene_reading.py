"""Reading people who each go to one of some places, by the words of each clause: how many each place gets, who may go where, who goes together.

The people and the places may be told in one clause or in several, by number or by name; both the number of ways and a chance may be asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from engine.generators import patterns
from engine.generators.civil._counting.allocation.scene_words import IDLE, NAME, PERSON, PLACE, UNIT
from engine.generators.civil._counting.allocation.simulator import allocations, count_allocations
from engine.generators.civil._counting.chance_words import CHANCE_WORD
from engine.generators.civil._counting.combinatorics.words import ASKED as WAYS_ASKED
from engine.generators.civil._counting.combinatorics.words import WAY
from engine.generators.civil._counting.samples.reading import only_talks, pass_background
from engine.generators.civil._counting.samples.words import N
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Parameters, Recognition
from engine.generators.reading import stay_out, to_int

_IDLE_PATTERN = re.compile("|".join(sorted(IDLE.split(), key=len, reverse=True)))
_ONE_EACH = re.compile(
    rf"(?:并且|且|要求|规定|若|,)*每(?:一)?(?:个|名|位)?(?:{PERSON})?(?:都|均|只能|只|限|仅|必须|要|会|可以?|随机|任意|独立|能|各自)*(?:去|到|在|分到|分配到?|参加|选择?|选报|报名?|进|住|坐|安排|前往|派往|服务|值班|加入|负责|承担)*(?:到|在|去|其中)*(?:的)?(?:一|1){UNIT}?(?:不同的?)?(?:{PLACE})?(?=[,;。?)])"
)
_EQUAL = re.compile(rf"每(?:个|名|位)?(?:{PERSON})?[^,;。?\d]{{0,10}}(?:可能性|概率|机会)(?:都|均)?(?:相同|相等|均等|一样)")
_OTHER = r"男|女|相邻|编号|顺序|先后|依次|排成|圆|轮流|批|倍|奇数|偶数|放回|若干|相同的|一样的|会.{1,3}语|既会|轮岗|上午|下午|连续|对夫妻|对夫妇|空房|优先|命中|获奖|扑克|骰|硬币|不放回|等级|担任|组长|男生|成绩|双人|单人|停靠|下车|电梯"


@dataclass
class _Sign:
    sign: str
    who: list[int] = field(default_factory=list)
    number: int = 0


@dataclass
class _Plan:
    things: int
    places: int
    called: list[str]
    names: list[str]
    lows: list[int]
    highs: list[int]
    allowed: list[list[int]] = field(default_factory=list)
    together: list[list[int]] = field(default_factory=list)
    apart: list[list[int]] = field(default_factory=list)
    bounded: bool = False

    def person(self, name: str) -> int:
        """The number of somebody told by name."""
        if name not in self.names:
            self.names.append(name)
        while len(self.allowed) < len(self.names):
            self.allowed.append(list(range(self.places)))
        if len(self.names) > self.things:
            stay_out("more names than people")
        return self.names.index(name)

    def parameters(self) -> dict[str, Any]:
        """What `allocations` counts."""
        return {
            "things": self.things,
            "alike": False,
            "places": self.places,
            "lows": self.lows,
            "highs": self.highs,
            "allowed": self.allowed,
            "together": self.together,
            "apart": self.apart,
            "unnamed": False,
        }


def _split_names(text: str) -> list[str]:
    return [each for each in patterns.split("[、,和与及]", text) if each]


def _places(text: str) -> tuple[list[str], int, str, tuple[int, int]] | None:
    """The places: their names where they have some, how many, what they are, and where that is said."""
    one = r"[^\d\s,;。?!:()、和与及每各到去往在给中由将把有]{1,5}"
    listed = rf"(?P<names>{one}(?:[、和与]{one}){{1,5}})(?:这|等)?"
    for pattern in (
        rf"{listed}(?P<m>{N})(?:{UNIT})?(?:不同的?)?(?P<what>{PLACE})(?!{PERSON})",
        rf"(?<![每各第\d])(?P<m>{N})(?:{UNIT})?(?:不同的?)?(?P<what>[\u4e00-\u9fff]{{0,2}}?{PLACE})(?!{PERSON})\((?:分别(?:为|是))?(?P<names>{one}(?:[、和与]{one}){{1,5}})\)",
        rf"(?<![每各第\d])(?P<m>{N})(?:{UNIT})?(?:不同的?)?(?P<what>[\u4e00-\u9fff]{{0,2}}?{PLACE})(?!{PERSON})",
        rf"(?:去|到|往|给|参加|在)(?P<names>{one}(?:[、和与]{one}){{1,5}})(?P<what>{PLACE})?(?=[,;。?]|任|进行|工作|实习|支教)",
    ):
        for found in patterns.finditer(pattern, text):
            groups = found.groupdict()
            names = _split_names(groups["names"] or "") if groups.get("names") else []
            number = to_int(groups["m"]) if groups.get("m") else len(names)
            what = groups.get("what") or ""
            names = [name.removesuffix(what) or name for name in names]
            if names and (len(names) != number or len(set(names)) != len(names)):
                continue
            if 2 <= number <= 6:
                return names, number, what, found.span()
    return None


def _people(text: str) -> tuple[list[str], int, tuple[int, int]] | None:
    """The people, by number, by name or both."""
    names = rf"(?P<names>{NAME}(?:[、,和与]?{NAME})+)"
    for pattern in (
        rf"(?<![每各第\d])(?P<n>{N})(?:{UNIT})?(?:各?不同的?)?(?:新进的?|新来的?)?(?P<who>{PERSON})\((?:分别(?:为|是))?{names}\)",
        rf"{names}(?:等|这|共)?(?P<n>{N})(?:{UNIT})?(?P<who>{PERSON})?",
        rf"{names}(?:是|为|都是|均为)(?:新)?(?P<who>[\u4e00-\u9fff]{{0,3}}{PERSON})",
        rf"(?<![每各第\d])(?P<n>{N})(?:{UNIT})?(?:各?不同的?)?(?:新进的?|新来的?)?(?P<who>[\u4e00-\u9fff]{{0,4}}?{PERSON})",
        names,
    ):
        found = patterns.search(pattern, text)
        if found is None:
            continue
        groups = found.groupdict()
        told = patterns.findall(NAME, groups["names"]) if groups.get("names") else []
        number = to_int(groups["n"]) if groups.get("n") else len(told)
        if told and (len(set(told)) != len(told) or number < len(told)):
            continue
        if 2 <= number <= 12:
            return told, number, found.span()
    return None


_SIGNS: tuple[tuple[str, str], ...] = (
    (
        "D",
        r"(?:各|互)?不(?:相同|一样)|不(?:在|去|到|能|可以?|得|想|愿意?|分到|分配|安排|被|会|是)*(?:同一?|一)(?:个|所|家|座|处|天|间)?|(?:不同|不一样)的?(?=[\u4e00-\u9fff])|分开",
    ),
    ("E", r"(?:同一?|相同的?|一样的)(?:个|所|家|座|处|天|间|项|条|门|支)?|一起"),
    ("L", r"至少|最少|不少于|不得少于|不低于|起码"),
    ("M", r"至多|最多|不超过|不多于|不得超过|不得多于"),
    ("X", r"恰好?有|正好有|刚好有|有且(?:只|仅)有"),
    ("Z", r"(?:都|均)?不(?:能|想|愿意?|可以?|得|会|去|到|在|参加|适合|允许|被|分配到?|安排)*|没有"),
    ("O", r"或者?"),
    ("A", r"都|均|各|互"),
)


class _Conditions:
    """The conditions that clauses put on who goes where."""

    def __init__(self, plan: _Plan, what: str) -> None:
        self.plan, self.what = plan, what
        names = "|".join(map(re.escape, sorted(plan.called, key=len, reverse=True)))
        kind = re.escape(what) if what else "(?!)"
        short = rf"{kind}|{PLACE}|处|所|馆|楼|村|校|组|地|天|室"
        self._called = re.compile(rf"(?P<name>{names})(?:{short})?(?!\w{{0,1}}[、和]?\d)" if names else "(?!)")
        self._each = re.compile(rf"(?:每(?:一)?|各)(?:个|所|家|座|处|天|间|支|项|条|门|辆|节)?(?:{short})?")
        self._kind = re.compile(rf"{short}")
        self._number = re.compile(rf"(?P<n>{N})(?:名|个|位|人)?(?:{PERSON})?")
        self._somebody = re.compile(rf"有(?:人|{PERSON})")

    def _signs(self, clause: str) -> list[_Sign]:
        signs: list[_Sign] = []
        place = 0
        while place < len(clause):
            if clause[place] in "、和与及跟, \ue000":
                place += 1
                continue
            if (match := self._called.match(clause, place)) is not None:
                signs.append(_Sign("Q", [self.plan.called.index(match["name"])]))
            elif (match := patterns.compiled(NAME).match(clause, place)) is not None:
                signs.append(_Sign("S", [self.plan.person(match[0])]))
            elif (match := self._each.match(clause, place)) is not None and match[0] not in ("每", "各"):
                signs.append(_Sign("K"))
            elif (match := self._somebody.match(clause, place)) is not None:
                signs.append(_Sign("H"))
            else:
                for sign, pattern in _SIGNS:
                    match = patterns.compiled(pattern).match(clause, place)
                    if match is not None and match[0]:
                        signs.append(_Sign(sign))
                        break
                else:
                    match = _IDLE_PATTERN.match(clause, place) or self._kind.match(clause, place)
                    if match is None:
                        match = self._number.match(clause, place)
                        if match is None:
                            stay_out(f"{clause[place:]} in {clause}")
                        code = "".join(each.sign for each in signs)
                        before = len(code) - len(code.rstrip("S"))
                        if not before or to_int(match["n"]) != before:
                            signs.append(_Sign("N", number=to_int(match["n"])))
            assert match is not None
            place = match.end()
        return signs

    def settle(self, clause: str) -> bool:
        """Put what a clause says into the plan; whether it says anything.

        Raises:
            StayOut: not understood.
        """
        signs = self._signs(clause)
        told = False
        while signs:
            code = "".join(sign.sign for sign in signs)
            for shape, put in _SHAPES:
                match = patterns.match(shape, code)
                if match is not None and match[0] and put(self.plan, match[0], signs[: match.end()]):
                    signs = signs[match.end() :]
                    told = True
                    break
            else:
                stay_out(f"signs {code}")
        return told


def _whom(signs: Sequence[_Sign]) -> list[int]:
    return [each for sign in signs if sign.sign == "S" for each in sign.who]


def _where(signs: Sequence[_Sign]) -> list[int]:
    return [each for sign in signs if sign.sign == "Q" for each in sign.who]


def _bound(plan: _Plan, code: str, signs: Sequence[_Sign]) -> bool:
    number = next((sign.number for sign in signs if sign.sign == "N"), 1)
    spots = _where(signs) or list(range(plan.places))
    if "Q" in code and "H" in code and len(spots) != plan.places:
        return False
    for spot in spots:
        if "M" in code or ("L" not in code and "H" not in code):
            plan.highs[spot] = min(plan.highs[spot], number)
        if "M" not in code:
            plan.lows[spot] = max(plan.lows[spot], number)
    plan.bounded = True
    return True


def _at(plan: _Plan, code: str, signs: Sequence[_Sign]) -> bool:
    who, where = _whom(signs), _where(signs)
    if "Z" in code and len(who) > 1 and "A" not in code and patterns.search("O", code):
        return False
    if "Z" not in code and len(where) > 1 and "O" not in code:
        return False
    for each in who:
        plan.allowed[each] = [spot for spot in plan.allowed[each] if (spot in where) != ("Z" in code)]
    return True


def _everybody(plan: _Plan, code: str, signs: Sequence[_Sign]) -> bool:
    """`两人在同一组`, `三人各不相同`, where they are all there are."""
    if signs[0].number != plan.things or (plan.things > 2 and "D" in code and "A" not in code):
        return False
    for number in range(plan.things - len(plan.names)):
        plan.person(f"第{number + 1}人")
    (plan.apart if "D" in code else plan.together).append(list(range(plan.things)))
    return True


def _same(plan: _Plan, code: str, signs: Sequence[_Sign]) -> bool:
    who = _whom(signs)
    if "D" in code or "Z" in code:
        if len(who) != 2:
            return False
        plan.apart.append(who)
    else:
        plan.together.append(who)
    return True


_Put = Callable[[_Plan, str, Sequence[_Sign]], bool]
_SHAPES: tuple[tuple[str, _Put], ...] = (
    (r"KA?[LMX]*N|KA?H|Q[LM]N|QX?N(?!S)|Q+AH", _bound),
    (r"SS+A?[ED]|SS+A?ZE", _same),
    (r"NA?[ED]", _everybody),
    (r"S+A?Z?Q(?:OQ)*", _at),
)


def _read(story: Story, asks_chance: bool) -> Recognition | None:
    story.refuse(_OTHER)
    text = patterns.sub("[“”\"'《》]", "", story.rest)
    asked = (
        rf"(?:的)?{CHANCE_WORD}(?:有|是|为|约为)?(?:多少(?:分之多少)?%?)?[,;。?:]*$"
        if asks_chance
        else rf"(?:{WAYS_ASKED})|(?:不同的?)?(?:[\u4e00-\u9fff]{{1,3}}?[法案式])(?:共|则)?(?:有)?多少种?"
    )
    text = _EQUAL.sub("", text) if asks_chance else text
    text = patterns.sub("题求解$", "", text)
    question = patterns.search(asked, text)
    if question is None or (asks_chance and patterns.search(CHANCE_WORD, text[: question.start()])):
        return None
    after = patterns.sub(rf"{WAY}|不同|的|种|多少", "", text[question.end() :])
    if patterns.search(r"[\u4e00-\u9fff]{2}", after) and not only_talks(after):
        stay_out("more is asked")
    body = patterns.sub(r"(?:一?共|总共|则|那么|问|可以|可|能|会|不同的?|该?[\u4e00-\u9fff]{0,4}的)+$", "", text[: question.start()]) + ","
    freely = patterns.search(r"任选|任意|随机|自由|随意|各自|等可能|都可以", body) is not None or asks_chance
    apart_each = patterns.search("分别", body) is not None
    one_each = (each := _ONE_EACH.search(body)) is not None and not patterns.search("只|限|仅", each[0])
    body = _ONE_EACH.sub(",", body)
    place = _places(body)
    if place is None:
        return None
    called, places, what, span = place
    rest = body[: span[0]] + "\ue000" + body[span[1] :]
    people = _people(rest)
    if people is None:
        return None
    names, things, span = people
    head, tail = rest[: span[0]], rest[span[1] :]
    if set(names) & set(called):
        return None
    plan = _Plan(things, places, called, [], [0] * places, [things] * places)
    for name in names:
        plan.person(name)
    scene, _, conditions = tail.partition(",")
    if "\ue000" not in head and "\ue000" not in scene:
        more, _, conditions = conditions.partition(",")
        if "\ue000" not in more:
            return None
        scene += more
    if not patterns.search(r"分|派|安排|去|到|参加|选|住|坐|值班|报|进|投|乘", head + scene):
        return None
    scene_left = patterns.sub(rf"同一?{UNIT}?{PLACE}?", lambda match: stay_out("told within the scene") if match[0] else "", scene)
    _Scene(plan).check(head)
    _Scene(plan).check(scene_left)
    reader = _Conditions(plan, what)
    clauses = [each.strip(" \ue000") for each in patterns.split(r"[,;。?!:\n()]+", conditions) if each.strip(" \ue000")]
    required = [each for each in clauses if not only_talks(each)]
    last: list[str] = []
    if asks_chance:  # the last clause, with what goes on with it, is what happens; all before is how it is done
        start = len(required) - 1
        while start > 0 and patterns.match("且|而|但|并且", required[start]):
            start -= 1
        last, required = required[start:], required[:start]
        if not last:
            return None
    if asks_chance and any(
        patterns.search("[甲乙丙丁戊]|小[王李张刘赵]", each)
        and not patterns.search("不能|不得|必须|只能|要|应|规定|已知|若|如果|假设", each)
        for each in required
    ):
        stay_out("a rule, or what happens")
    for clause in required:
        reader.settle(clause)
    if not plan.bounded and not freely and things == places and (apart_each or one_each):
        plan.lows, plan.highs, plan.bounded = [1] * places, [1] * places, True
    base = {
        key: [list(each) if isinstance(each, list) else each for each in value] if isinstance(value, list) else value
        for key, value in plan.parameters().items()
    }
    told = False
    for clause in last:
        told = reader.settle(clause) or told
    if asks_chance and not told:
        stay_out("no event")
    if not asks_chance and not plan.bounded and not freely:
        stay_out("how many each")
    if asks_chance:  # those told by name in the event alone are among those of the base as well
        base["allowed"] = [*base["allowed"], *[list(range(places)) for _ in range(len(plan.allowed) - len(base["allowed"]))]]
    return Recognition(
        parameters={
            "task": "allocation-chance" if asks_chance else "allocation",
            **plan.parameters(),
            **({"base": base} if asks_chance else {}),
        },
        understood=(
            ("人", f"{things}{'（' + '、'.join(names) + '）' if names else ''}"),
            ("去处", f"{places}{'（' + '、'.join(called) + '）' if called else ''}"),
            ("要求", "；".join([*required, *last]) or ("每处一个" if plan.bounded else "没有")),
        ),
    )


class _Scene:
    """What stands around the people and the places: only where they go."""

    def __init__(self, plan: _Plan) -> None:
        self.plan = plan

    def check(self, text: str) -> None:
        """Pass over the words of going somewhere.

        Raises:
            StayOut: something else is said.
        """
        for clause in patterns.split(r"[,;。?!:\n()]+", text):
            left = patterns.sub(
                r"各(?=\ue000|社区|部门|村|校|科室|单位|个?$)|某天|某日|晚上|早上|随机|任意|任选|各自|分别|其中|每人|一个|一所|一天|1天|1个|两天|全部|都",
                "",
                clause.replace("\ue000", ""),
            )
            pass_background(_IDLE_PATTERN.sub("", left))


def allocation_chance(parameters: Parameters) -> tuple[Fraction, list[str]]:
    """The chance that the people go to the places as is asked, each way being as likely as another."""
    every = sum(allocations(parameters["base"]).values())
    value, steps = count_allocations(parameters)
    if not every or not value:
        stay_out("no way at all")
    return Fraction(value, every), [f"一共有 {every} 种等可能的分法。", *steps, f"概率为 {value} ÷ {every} = {Fraction(value, every)}。"]


def read_scene_allocation(text: str) -> Recognition | None:
    """In how many ways people can go to places.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    story.refuse(CHANCE_WORD)
    return _read(story, False)


def read_scene_allocation_chance(text: str) -> Recognition | None:
    """The chance of how people go to places.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    return _read(story, True) if story.has(CHANCE_WORD) else None
