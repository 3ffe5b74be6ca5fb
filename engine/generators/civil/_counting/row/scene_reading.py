"""Reading orders of people and things by the words of each clause: who stands there, where, beside whom, before whom.

A clause becomes a row of signs, as for drawings; what a row of signs says is found by its shape, and nothing in it may be left over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from engine.generators import patterns
from engine.generators.civil._counting.chance_words import CHANCE_WORD
from engine.generators.civil._counting.combinatorics.words import ASKED as WAYS_ASKED
from engine.generators.civil._counting.combinatorics.words import WAY
from engine.generators.civil._counting.row.scene_words import (
    ENDS,
    IDLE_PATTERN,
    LIST,
    NAME,
    OTHER,
    RING,
    SAME_SORT,
    SCENE,
    SIGNS,
    UNIT,
    rota,
    seats,
    some_there,
    visits,
    without_purpose,
)
from engine.generators.civil._counting.samples.population import Population, read_population, split_off
from engine.generators.civil._counting.samples.reading import only_talks, pass_background
from engine.generators.civil._counting.samples.words import N
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out, to_int

_ALIKE = "(?:完全)?(?:相同|一样|同样)的"
_DIFFERENT = "(?:各|互|完全)*不(?:相)?同的"


@dataclass
class _Sign:
    sign: str
    labels: list[int] = field(default_factory=list)
    number: int = 0
    spots: list[Any] = field(default_factory=list)
    person: bool = False


def _labels(population: Population) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for tags in population.tags:
        for tag in tags:
            if tag != "全部":
                found[tag] = population.cells(tag)
                if tag[:1] in "男女" and len(tag) < 5:
                    found.setdefault(tag[:1], population.cells(tag))
    return found


class _Conditions:
    """The conditions that clauses put on an order."""

    def __init__(self, population: Population) -> None:
        self.population = population
        self.labels = _labels(population)
        names = "|".join(map(re.escape, sorted(self.labels, key=len, reverse=True)))
        noun = rf"(?:{re.escape(population.noun)})?" if population.noun else ""
        self._sort = re.compile(
            rf"(?:(?P<n>{N}){UNIT}(?:不同的)?)?(?P<name>{names}){noun}(?:生|性|士|同学|教师|老师|学生|职工|演员|选手|节目|类节目|类书|书|车|节目)?"
            if names
            else "(?!)"
        )
        self._last: list[_Sign] = []
        self._count = re.compile(rf"(?P<n>{N})(?:个|名|位)?(?:人|者|节目|同学|同志)?")

    def _signs(self, clause: str) -> list[_Sign]:
        signs: list[_Sign] = []
        place = last_end = 0
        while place < len(clause):
            if clause[place] in "、和与及跟, \ue000":
                place += 1
                continue
            found = self._sign(clause, place)
            if found is None:
                idle = IDLE_PATTERN.match(clause, place)
                if idle is None:
                    count = self._count.match(clause, place)
                    # `甲、乙两人`: as many as there are names before.
                    before = 0
                    for sign in reversed(signs):
                        if sign.sign != "S":
                            break
                        before += sum(self.population.counts[label] for label in sign.labels)
                    if count is None or to_int(count["n"]) != before:
                        stay_out(f"{clause[place:]} in {clause}")
                    place = count.end()
                    continue
                place = idle.end()
                continue
            sign, end = found
            # `男生甲` is he, and no boys.
            if signs and sign.person and signs[-1].sign == "S" and not signs[-1].person and set(sign.labels) < set(signs[-1].labels):
                if place != last_end:
                    stay_out("of the sort, or he")
                signs.pop()
            place = last_end = end
            signs.append(sign)
        return signs

    def _sign(self, clause: str, place: int) -> tuple[_Sign, int] | None:
        if match := patterns.compiled(SAME_SORT).match(clause, place):
            return _Sign("G"), match.end()
        if match := self._sort.match(clause, place):
            labels = self.labels[match["name"]]
            person = sum(self.population.counts[label] for label in labels) == 1
            number = to_int(match["n"]) if match["n"] else 0
            whole = sum(self.population.counts[label] for label in labels)
            if number and number not in (whole, 2 if "任" in clause else whole) and not patterns.search(r"[恰正刚只仅]", clause[:place]):
                stay_out("how many of them")
            return _Sign("S", labels, number, person=person), match.end()
        if match := patterns.compiled(dict(SIGNS)["B"]).match(clause, place):
            return _Sign("B", number=to_int(match["value"])), match.end()
        for pattern, spots in ENDS:
            if match := patterns.compiled(pattern).match(clause, place):
                return _Sign("P", spots=spots), match.end()
        for sign, pattern in SIGNS:
            match = patterns.compiled(pattern).match(clause, place)
            if match is not None and match[0]:
                number = to_int(match["value"]) if sign == "B" else 0
                return _Sign(sign, number=number), match.end()
        return None

    def of(self, clause: str) -> list[list[Any]]:
        """What a clause says.

        Raises:
            StayOut: not understood.
        """
        signs = self._signs(clause)
        signs = self._carried(signs)
        found: list[list[Any]] = []
        while signs:
            code = "".join(sign.sign for sign in signs)
            for shape, build in _SHAPES:
                match = patterns.match(shape, code)
                if match is not None and match[0] and (conditions := build(self, match[0], signs[: match.end()])) is not None:
                    found += conditions
                    self._last = [sign for sign in signs[: match.end()] if sign.sign == "S"]
                    signs = signs[match.end() :]
                    signs = self._carried(signs)
                    break
            else:
                stay_out(f"signs {code}")
        return found

    def _carried(self, signs: list[_Sign]) -> list[_Sign]:
        """`甲不在中间，也不与乙相邻`: the second is said of him as well."""
        code = "".join(sign.sign for sign in signs)
        if patterns.match("[OV]?[MZ]+P", code):
            return [*self._last, *signs]
        if patterns.match("V?[ZH]S[XRr](?!S)", code) and len(self._last) == 1 and self._last[0].person:
            return [*self._last, *[sign for sign in signs if sign.sign != "V"]]
        return signs

    # --- shapes ----------------------------------------------------------------------------------------------------------------

    def beside(self, code: str, signs: Sequence[_Sign]) -> list[list[Any]] | None:
        sorts = [sign for sign in signs if sign.sign == "S"]
        labels = sorted({label for sign in sorts for label in sign.labels})
        size = sum(self.population.counts[label] for label in labels)
        if size < 2:
            return None
        if not all(sign.person for sign in sorts) and len(sorts) > 1:
            # `男生、女生分别排在一起`
            return [["together", sign.labels] for sign in sorts] if not patterns.search("[ZMH]", code) else None
        if "E" in code and len(sorts) == 1 and 1 < sorts[0].number < size:
            return [["runs", labels, [sorts[0].number, *[1] * (size - sorts[0].number)]]]
        if "H" in code:
            return [["not-together", labels]]
        if "M" in code or ("Z" in code and (size == 2 or len(sorts) == 1)):
            return [["apart", labels]]
        return None if "Z" in code else [["together", labels]]

    def placed(self, code: str, signs: Sequence[_Sign]) -> list[list[Any]] | None:
        """`甲不在排头也不在排尾`, `甲只能在排头或排尾`, `女生不站两端`."""
        sorts = [sign for sign in signs if sign.sign == "S"]
        spots = [spot for sign in signs if sign.sign == "P" for spot in sign.spots]
        labels = sorted({label for sign in sorts for label in sign.labels})
        size = sum(self.population.counts[label] for label in labels)
        if patterns.search("[ZMH]", code):
            never = [["never-at", labels, spots]]
            return [["not", never]] if "HZ" in code else None if "H" in code else never
        if size == 1:
            return [["at", labels, spots]] if code.count("P") == 1 or "O" in code or len(spots) == 2 else None
        return [["held-by", labels, spots]] if code.count("P") == 1 and size >= len(spots) == 2 else None

    def held(self, code: str, signs: Sequence[_Sign]) -> list[list[Any]] | None:
        """`两端都是男生`, `两端不能是女生`, `排头是甲`."""
        spots = [spot for sign in signs if sign.sign == "P" for spot in sign.spots]
        sorts = [sign for sign in signs if sign.sign == "S"]
        labels = sorted({label for sign in sorts for label in sign.labels})
        if patterns.search("[ZM]", code):
            return [["never-at", labels, spots]]
        if "E" in code:
            return None
        return [["held-by", labels, spots]]

    def ordered(self, code: str, signs: Sequence[_Sign]) -> list[list[Any]] | None:
        one, other = (sign for sign in signs if sign.sign == "S")
        if not one.person or not other.person:
            return None
        pair = [one.labels[0], other.labels[0]]
        return [["order", pair if "R" in code else pair[::-1]]] if "Z" not in code else [["order", pair[::-1] if "R" in code else pair]]

    def fixed(self, code: str, signs: Sequence[_Sign]) -> list[list[Any]] | None:
        sorts = [sign for sign in signs if sign.sign == "S"]
        return [["order", [sign.labels[0] for sign in sorts]]] if all(sign.person for sign in sorts) and len(sorts) > 1 else None

    def between(self, code: str, signs: Sequence[_Sign]) -> list[list[Any]] | None:
        one, other = (sign for sign in signs if sign.sign == "S")
        number = next(sign.number for sign in signs if sign.sign == "B")
        return [["between", [one.labels[0], other.labels[0]], [number]]] if one.person and other.person else None

    def amid(self, code: str, signs: Sequence[_Sign]) -> list[list[Any]] | None:
        """`甲在乙和丙之间`, next to them or not."""
        return [["amid", [sign.labels[0] for sign in signs[:3]]]] if all(sign.person for sign in signs[:3]) else None

    def each_sort(self, code: str, signs: Sequence[_Sign]) -> list[list[Any]] | None:
        """`同一科目的书都不相邻`: so of every sort."""
        sorts = [[label] for label, count in enumerate(self.population.counts) if count > 1]
        if not sorts:
            stay_out("which sorts")
        return [["apart" if patterns.search("[ZM]", code) else "together", sort] for sort in sorts]

    def in_turn(self, code: str, signs: Sequence[_Sign]) -> list[list[Any]] | None:
        if len(self.population.counts) != 2:
            stay_out("sorts in turn")
        return [["alternate", [0, 1]]]


_Build = Callable[[_Conditions, str, Sequence[_Sign]], list[list[Any]] | None]
_SHAPES: tuple[tuple[str, _Build], ...] = (
    (r"S*T", _Conditions.in_turn),
    (r"SSB", _Conditions.between),
    (r"SSSW", _Conditions.amid),
    (r"S+F", _Conditions.fixed),
    (r"SZ?S[Rr]", _Conditions.ordered),
    (r"G[MZ]?X", _Conditions.each_sort),
    (r"E?S+[MHZ]?X(?!S)|S[ZH]SX|S[ZH]?XS", _Conditions.beside),
    (r"S+[MZH]*P(?:[OV]?[MZ]*P)*", _Conditions.placed),
    (r"P+[ZM]*S", _Conditions.held),
)


def _scene(text: str) -> tuple[Population, str, str] | None:
    """Who stands in the row, the words of the scene, and what comes after."""
    found = patterns.search(SCENE, text)
    if found is None:
        return None
    head = text[: found.start()]
    listed = patterns.search(
        rf"(?P<names>{LIST})(?:等|这|共|一共)?(?:(?P<n>{N})(?:名|个|位)?(?:(?![选挑抽中取派])[\u4e00-\u9fff]){{0,6}}?)?$",
        head.rstrip(",在"),
    )
    others = patterns.search(
        rf"(?P<names>{NAME}(?:[、,和与及跟]?{NAME})*)(?:和|与|及|以及|还有|跟|同|、)(?:另外?|其他|其余|别的)的?(?P<n>{N})(?:名|个|位)?[\u4e00-\u9fff]{{0,4}}?$",
        head.rstrip(","),
    )
    population = Population()
    if others is not None or (listed is not None and len(patterns.findall(NAME, listed["names"])) > 1):
        match = others or listed
        assert match is not None
        names = patterns.findall(NAME, match["names"])
        if len(set(names)) != len(names):
            stay_out("a name twice")
        size = to_int(match["n"]) if match["n"] else 0
        size = size + len(names) if others is not None else size or len(names)
        if size < len(names):
            stay_out("names and number")
        population.tags = [[name] for name in names]
        population.counts = [1] * len(names)
        if size > len(names):
            population.tags.append(["全部"])
            population.counts.append(size - len(names))
        population.sorts = [tags[0] for tags in population.tags]
        pass_background(head[: match.start()])
        return population, found[0], without_purpose(text[found.end() :])
    told, alike = head, len(patterns.findall(_ALIKE, head))
    head = patterns.sub(_ALIKE, "", head)
    population = read_population(
        patterns.sub(
            r"(?<=\d)[个名位本](?=人)|各?不同的|和(?:他|她)们[^,;。?\d]{0,6}的(?=\d)|(?<=[\u4e00-\u9fff])中(?=有\d)",
            lambda match: "、" if match[0].startswith("和") else match[0] if match[0] == "中" else "" if "不同" in match[0] else "名",
            head,
        )
        + ","
    )
    if not population.counts:
        return None
    whole = alike == len(population.counts)
    not_apart = [name for name in population.names if whole or patterns.search(_ALIKE + re.escape(name), told)]
    differing = [name for name, count in zip(population.names, population.counts, strict=True) if name not in not_apart and count > 1]
    if alike and (len(not_apart) != alike or not all(patterns.search(_DIFFERENT + re.escape(name), told) for name in differing)):
        return None
    population.alike = [name in not_apart or name == "空位" for name in population.names]
    pass_background(population.left)
    return population, found[0], without_purpose(text[found.end() :])


_SPECIFIC = re.compile(
    rf"(?:指定|特定|某|确定|其中某)的?(?P<n>{N})(?:个|名|本|位|件|盆|张|辆|面|幅)(?:特定|指定|确定)?的?(?:人|书|同学|节目|学生|员工|选手|[\u4e00-\u9fff]{1, 2}(?=摆|放|排|站|坐|在一起|相邻|必须|都|不))?"
)


def _specific(tail: str, population: Population) -> str:
    """`指定的三本书`: so many of them, whoever they are; told by names that nobody has."""
    found = _SPECIFIC.search(tail)
    if found is None:
        return tail
    if _SPECIFIC.search(tail, found.end()) or not 2 <= to_int(found["n"]) <= 6:
        stay_out("certain ones twice")
    names = [f"指定{sign}" for sign in "①②③④⑤⑥"[: to_int(found["n"])]]
    for name in names:
        split_off(population, name, None)
    return tail[: found.start()] + "、".join(names) + tail[found.end() :]


def _read(story: Story, asks_chance: bool) -> Recognition | None:
    as_told = visits(rota(some_there(story.rest)))
    story.rest = seats(as_told)
    story.refuse(OTHER if story.rest == as_told else OTHER.replace("空位|", "", 1))
    text = patterns.sub("[“”\"'《》]", "", story.rest)
    text = patterns.sub(rf"^\s*\d{{1,2}}[.、,]?(?={NAME}[、,])", "", text)
    text = patterns.sub(
        r"\((?:但|可以|允许)?(?:不一定(?:要)?(?:相邻|紧?挨着?|紧邻|挨在一起|在一起)|可以不相邻|可以不挨着|不要求相邻|彼此挨在一起|挨在一起|可以相邻也可以不相邻)\)",
        "",
        text,
    )
    scene = _scene(text)
    if scene is None:
        return None
    population, words, tail = scene
    ring = patterns.search(RING, words) is not None
    # `10 个节目，其中 3 个舞蹈` may be told after the scene.
    if (
        len(population.counts) == 1
        and (
            inner := patterns.search(
                rf",?其中(?:有)?(?P<list>{N}{UNIT}[^,;。?\d]{{1,6}}(?:[,、和]{N}{UNIT}[^,;。?\d]{{1,6}})*)(?=[,;。?])", tail
            )
        )
        and not patterns.search("相邻|必|不|在|要|挨|端", inner[0])
    ):
        population = read_population(f"{population.counts[0]}个,其中{inner['list']},")
        tail = tail[: inner.start()] + tail[inner.end() :]
    names = [name for name in dict.fromkeys(patterns.findall(NAME, tail)) if not any(name in tags for tags in population.tags)]
    for name in names:
        split_off(
            population,
            name,
            next(
                (
                    tags[0]
                    for tags, count in zip(population.tags, population.counts, strict=True)
                    if count > 1 and patterns.search(rf"{re.escape(tags[0])}(?:生|性|同学|职工)?{name}", tail)
                ),
                None,
            ),
        )
    asked = (
        rf"(?:的)?{CHANCE_WORD}(?:有|是|为|约为)?(?:多少(?:分之多少)?%?)?[,;。?:]*"
        if asks_chance
        else rf"(?:{WAYS_ASKED})|(?:的)?(?:不同的?)?(?:[^\W\d的]{{1,2}}[法案式])(?:共|则)?(?:有)?多少种?"
    )
    question = patterns.search(asked, tail)
    if question is None or (asks_chance and patterns.search(CHANCE_WORD, tail[question.end() :])):
        return None
    after = patterns.sub(rf"{WAY}|不同|的|种|[\u4e00-\u9fff]{{0,3}}(?:顺序|次序|方式|序列|安排)|多少", "", tail[question.end() :])
    if patterns.search(r"[\u4e00-\u9fff]{2}", after) and not only_talks(after):
        stay_out("more is asked")
    tail = patterns.sub(r"(?:一?共|总共|则|那么|问|可以|可|能|会|不同的?)+$", "", tail[: question.start()])
    size = sum(population.counts)
    if not 2 <= size <= 12:
        return None
    tail = _specific(tail, population)
    conditions = _Conditions(population)
    given: list[list[Any]] = []
    wanted: list[list[Any]] = []
    clauses = [each.strip() for each in patterns.split(r"[,;。?!:\n()]+", tail) if each.strip()]
    for clause in clauses:
        if only_talks(clause):
            continue
        found = conditions.of(clause)
        (given if asks_chance and patterns.search("要求|规定|必须|已知", clause) else wanted).extend(found)
    if asks_chance and not wanted:
        stay_out("no event")
    if (
        not asks_chance
        and not wanted
        and (len(population.counts) > 1 and not all(count == 1 for count in population.counts))
        and not any(population.alike)
    ):
        stay_out("sorts without a condition")
    if ring and any(each[0] not in ("together", "apart", "not-together", "runs") for each in [*given, *wanted]):
        stay_out("ends of a ring")
    names_told = [tags[0] for tags in population.tags]
    return Recognition(
        parameters={
            "task": "row-pattern",
            "names": names_told,
            "counts": population.counts,
            "alike": [*population.alike, *[False] * (len(names_told) - len(population.alike))],
            "ring": ring,
            "given": given,
            "wanted": wanted,
        },
        understood=(
            (
                "围成一圈" if ring else "排成一排",
                "、".join(f"{name} {count}" if count > 1 else name for name, count in zip(names_told, population.counts, strict=True)),
            ),
            ("要求", "；".join(clauses) or "没有"),
        ),
    )


def read_scene_chance(text: str) -> Recognition | None:
    """The chance that something holds in a random order.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    return _read(story, True) if story.has(CHANCE_WORD) else None


def read_scene_ways(text: str) -> Recognition | None:
    """In how many orders everything holds.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    story.refuse(CHANCE_WORD)
    return _read(story, False)
