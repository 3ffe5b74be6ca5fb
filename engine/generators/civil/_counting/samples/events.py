"""What is to hold for those drawn, read by its words: how many of which sort, all, none, alike, different, which turn.

A clause becomes a row of signs (`至少有 2 名女生` is `least`, `number`, `sort`); what a row says is found by its shape, and nothing in it may be left over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from engine.generators import patterns
from engine.generators.civil._counting.samples.population import Population, split_off
from engine.generators.civil._counting.samples.words import FILLER, PERSON_NAME, SELECTED, THING, UNIT, N
from engine.generators.reading import stay_out, to_int

LAST = -1
"""The turn of the last."""
_CHINESE = "零一二三四五六七八九十"
_SIGNS: tuple[tuple[str, str], ...] = (
    ("T", rf"第(?P<value>{N})(?:次|个|只|张|件|名|位|球|回|支|枚|颗|瓶|盒|块|粒|本)(?:才|恰好)?"),
    ("T", r"最后(?:一|1)(?:次|个|只|张|件|名|位)(?:取出的?|摸出的?|抽出的?)?(?P<value>)"),
    ("J", r"(?:的)?(?:比重|比例|占比|人数|数量)?(?:不(?:得|能|应)?(?:低于|少于)|至少(?:占|有)?)(?:一半|半数|50%)"),
    ("L", r"至少|最少|不(?:得|能|可|应)?(?:少于|低于|小于)|起码|大于等于"),
    ("M", r"至多|最多|不(?:得|能|可|应)?(?:多于|超过|高于|大于)|小于等于"),
    ("G", r"多于|超过|大于"),
    ("F", r"少于|不足|不到|小于"),
    ("X", r"恰好?|正好|刚好|只|仅|有且(?:只|仅)有?"),
    (
        "D",
        r"(?:颜色|种类|品种|性别|型号|类型|价格|花色|单位|面值|血型|来自)?(?:都|全部?|均|完全|各|互|两两)*(?:不(?:相)?同|不一样|各异|互异|异)(?:的)?(?:一?[种个类]|色|颜色|性别|种类|品种|科目|部门|科室|处室|单位|班级|小组|车间|学校|公司)?(?:的)?",
    ),
    (
        "E",
        r"(?:颜色|种类|品种|性别|型号|类型|价格|花色|单位|面值|血型)?(?:都|全|均|完全)*(?:来自|是|为|属于|具有|拥有)?(?:(?:相同|一样|一致)的?(?:种类|颜色|品种|类型|花色)|相同|一样|一致|同一?(?:[种个类]|色|血型|价格|颜色|性别|种类|品种|型|花色|价格|单位|部门|班级|班|科室|年级|组)*|同)(?:的)?",
    ),
    ("Z", r"没有|不(?:是|含有?|包括|能|被|会|参加|入选|得|可以?|允许|去|选)|未(?:被)?|无|不"),
    (
        "K",
        r"每(?:一)?(?:个|支|名|种|类|所|家)?(?:部门|科室|小组|组|单位|班级|班|车间|学校|队|办公室|年级|处室|公司|医院|箱子?|袋子?|盒子?|颜色|品种|种类|科目|科)(?:都|均)?",
    ),
    ("H", r"(?:包?含)?有(?=[^\d一二两三四五六七八九十])"),
    ("A", r"全部?(?:都|均)?|都|均|皆|每[个名位件次张只](?:都|均)?"),
    ("B", r"各"),
    ("W", r"既"),
    ("V", r"又|也"),
    ("O", r"或者?"),
    ("Q", r"比"),
    ("+", r"更?多"),
    ("-", r"更?少"),
    ("R", r"另外?|其余|其他|剩下|另"),
    ("U", r"一起|同时"),
)


@dataclass
class Sign:
    """A word that matters: what it is, the cells it speaks of, its number."""

    sign: str
    cells: list[int] = field(default_factory=list)
    number: int = 0
    person: bool = False
    unit: str = ""


def aliases(population: Population) -> dict[str, list[int]]:
    """The cells that each word for a sort speaks of."""
    found: dict[str, list[int]] = {}
    for tags in population.tags:
        for tag in tags:
            found[tag] = population.cells(tag)
            for shorter in {tag[:1]} if tag[:1] in "男女" and len(tag) < 6 else set():
                found.setdefault(
                    shorter, [place for place, each in enumerate(population.tags) if any(one.startswith(shorter) for one in each)]
                )
    return {alias: cells for alias, cells in found.items() if alias and len(alias) < 20}


def persons_told(text: str, population: Population) -> None:
    """Take those told by name out of their sorts, so that conditions can speak of them.

    Raises:
        StayOut: of which sort somebody is is not said.
    """
    told = {tag for tags in population.tags for tag in tags}
    for name in dict.fromkeys(patterns.findall(PERSON_NAME, text)):
        if name in told:
            continue
        sort = None
        for alias, cells in sorted(aliases(population).items(), key=lambda each: -len(each[0])):
            if patterns.fullmatch(PERSON_NAME, alias):
                continue
            if patterns.search(rf"{re.escape(alias)}(?:职工|员工|同学|同志|生|性)?(?:代表)?{name}", text) and len(cells) == 1:
                sort = alias
                break
        split_off(population, name, sort)


def signs_of(clause: str, population: Population, more: str = "(?!)") -> list[Sign]:
    """The words of a clause that matter, in their order.

    Raises:
        StayOut: a word that is neither of them nor idle.
    """
    named = aliases(population)
    beginnings = [re.escape(population.noun[:end]) for end in range(len(population.noun), 0, -1)]
    noun = rf"(?:{'|'.join(beginnings)})?" if population.noun else ""
    nouns = r"(?:职工|员工|职员|同学|学生|同志|教师|老师|医生|护士|干部|选手|队员|志愿者|代表|人员|生|性|士|的)?"
    sorts = "|".join(rf"{re.escape(alias)}" for alias in sorted(named, key=len, reverse=True))
    sort = re.compile(rf"(?P<alias>{sorts})(?:{nouns}{noun})(?:球|小球)?" if sorts else r"(?!)")
    number = re.compile(rf"(?P<value>{N})(?P<unit>{UNIT}|次)?(?:的)?(?!\d)")
    filler = re.compile(rf"{SELECTED}|{FILLER}|{more}|{re.escape(population.noun) if population.noun else '(?!)'}")
    thing = re.compile(THING)
    signs: list[Sign] = []
    place = 0
    while place < len(clause):
        if clause[place] in "、和与及跟,\ue000 ":
            place += 1
            continue
        if clause[place] in "不非未无" and (match := sort.match(clause, place)) is not None:  # `不合格品` is a sort
            signs.append(Sign("S", named[match["alias"]]))
            place = match.end()
            continue
        for sign, pattern in _SIGNS:
            match = patterns.compiled(pattern).match(clause, place)
            if match is None or not match[0]:
                continue
            if sign == "E" and match[0] == "同" and clause.startswith(("同学", "同志", "同事", "同时"), place):
                continue
            signs.append(Sign(sign, number=(to_int(match["value"]) if match["value"] else LAST) if sign == "T" else 0))
            break
        else:
            match = sort.match(clause, place)
            if match is not None:
                cells = named[match["alias"]]
                person = patterns.fullmatch(PERSON_NAME, match["alias"]) is not None
                signs.append(Sign("S", cells, person=person))
            elif (match := number.match(clause, place)) is not None and match["value"]:
                signs.append(Sign("N", number=to_int(match["value"]), unit=match["unit"] or ""))
            elif (match := filler.match(clause, place) or thing.match(clause, place)) is None or not match[0]:
                stay_out(f"{clause[place:]} in {clause}")
        assert match is not None
        place = match.end()
    return signs


def _allowed(how: str, number: int, take: int) -> list[int]:
    ranges = {
        "L": range(number, take + 1),
        "M": range(number + 1),
        "G": range(number + 1, take + 1),
        "F": range(number),
    }
    return list(ranges.get(how, range(number, number + 1)))


def _union(signs: Sequence[Sign]) -> list[int]:
    return sorted({cell for sign in signs for cell in sign.cells})


class Events:
    """The conditions that clauses put on a drawing."""

    def __init__(self, population: Population, take: int, more: str = "") -> None:
        self.population, self.take, self.more = population, take, more or "(?!)"

    def of(self, clause: str) -> list[list[Any]]:
        """What a clause says.

        Raises:
            StayOut: not understood.
        """
        said = "|".join(
            {str(self.take), *([_CHINESE[self.take], "两" if self.take == 2 else _CHINESE[self.take]] if self.take < 11 else [])}
        )
        clause = patterns.sub(rf"(?:这|所)?(?<![\d十])(?:{said})(?:{UNIT})(?:{THING})?(?:当中|之中|中|里)", "", clause)
        found: list[list[Any]] = []
        if (sorts := self._of_every_sort(clause)) is not None:
            return sorts
        signs = signs_of(clause, self.population, self.more)
        code = "".join(sign.sign for sign in signs)
        if patterns.fullmatch("W?HS(?:V?HS)*", code) and not any(sign.person for sign in signs):  # `有男有女`
            return [["count", sign.cells, list(range(1, self.take + 1))] for sign in signs if sign.sign == "S"]
        signs = [sign for sign in signs if sign.sign != "H"]
        while signs:
            taken, conditions = self._first(signs)
            found += conditions
            signs = signs[taken:]
        return found

    def _of_every_sort(self, clause: str) -> list[list[Any]] | None:
        """`三种颜色各一个`, `两类都有`: so many of every sort.

        Raises:
            StayOut: there are not so many sorts.
        """
        said = patterns.fullmatch(
            rf"(?:\ue000|{FILLER}|恰好?|正好|刚好)*(?:(?P<k>[两二三四五2-5])(?:种|类|个)(?:不同的?)?|每种|各种)(?:颜色|花色|口味|类型|品种|类别|科目|种类)?(?:的)?(?:{THING}|小?球)?(?:都|均|全|要|必须)*(?:(?P<all>有|取到|摸到|选到|抽到|取出|包含|选出)(?:了)?|(?:恰好?|有|取|摸|选|抽|是|为)*各(?:恰好?|有|取|摸|选|抽|占)*(?P<n>[一二两三\d]){UNIT}(?:{THING})?)(?:至少一个)?",
            clause,
        )
        groups = self.population.groups()
        if said is None or (said["all"] and not patterns.search("都|均|全", clause)) or "至少" in clause:
            return None
        if len(groups) < 2 or (said["k"] and to_int(said["k"]) != len(groups)):
            stay_out("how many sorts")
        if said["all"]:
            return [["count", cells, list(range(1, self.take + 1))] for cells in groups]
        return [["count", cells, [to_int(said["n"])]] for cells in groups]

    def _first(self, signs: Sequence[Sign]) -> tuple[int, list[list[Any]]]:
        """How many signs the first condition takes, and what it says.

        Raises:
            StayOut: it is no condition that is known.
        """
        code = "".join(sign.sign for sign in signs)
        for shape, build in _SHAPES:
            match = patterns.match(shape, code)
            if match is None or not match[0]:
                continue
            conditions = build(self, match, [signs[place] for place in range(match.end())])
            if conditions is not None:
                return match.end(), conditions
        stay_out(f"signs {code}")

    # --- shapes: each gets its signs and gives conditions, or None where it is not that after all -----------------------------

    def each_of_several(self, match: re.Match[str], signs: Sequence[Sign]) -> list[list[Any]] | None:
        sorts = [sign for sign in signs if sign.sign == "S"]
        numbers = [sign.number for sign in signs if sign.sign == "N"]
        if len(sorts) < 2 or len({tuple(each.cells) for each in sorts}) != len(sorts):
            return None
        if any(each.person for each in sorts) and any(sign.sign in "LMGFN" for sign in signs):  # one of them, that is
            return None
        how = next((sign.sign for sign in signs if sign.sign in "LMGFX"), "L" if not numbers else "X")
        number = numbers[-1] if numbers else 1
        return [["count", each.cells, _allowed(how, number, self.take)] for each in sorts]

    def counted(self, match: re.Match[str], signs: Sequence[Sign]) -> list[list[Any]] | None:
        """So many of a sort, or of some taken together."""
        sorts = [sign for sign in signs if sign.sign == "S"]
        numbers = [sign.number for sign in signs if sign.sign == "N"]
        how = next((sign.sign for sign in signs if sign.sign in "LMGFX"), "X")
        if len(sorts) > 1 and not all(each.person for each in sorts):
            return None
        if len(numbers) > 1 and numbers[0] != len(sorts):
            return None
        return [["count", _union(sorts), _allowed(how, numbers[-1], self.take)]]

    def one_number_or_other(self, match: re.Match[str], signs: Sequence[Sign]) -> list[list[Any]] | None:
        """`2 个或 3 个白球`."""
        return [["count", signs[3].cells, sorted({signs[0].number, signs[2].number})]]

    def all_from_place(self, match: re.Match[str], signs: Sequence[Sign]) -> list[list[Any]] | None:
        """`甲袋中摸出的 2 个球都是红球`: nothing else of that place."""
        place, sort = (sign for sign in signs if sign.sign == "S")
        if not set(place.cells) & set(sort.cells) or place.person or sort.person:
            stay_out("all of them from there")
        numbers = [["count", place.cells, [sign.number]] for sign in signs if sign.sign == "N"]
        return [*numbers, ["count", [cell for cell in place.cells if cell not in sort.cells], [0]]]

    def of_each_place(self, match: re.Match[str], signs: Sequence[Sign]) -> list[list[Any]] | None:
        population = self.population
        kinds = [population.cells(place) for place in dict.fromkeys(population.places)] or population.groups()
        how = next((sign.sign for sign in signs if sign.sign in "LMGFX"), "X")
        number = next((sign.number for sign in signs if sign.sign == "N"), 0)
        if len(kinds) < 2:
            stay_out("which places")
        return [["count", cells, _allowed(how, number, self.take) if number else list(range(1, self.take + 1))] for cells in kinds]

    def half(self, match: re.Match[str], signs: Sequence[Sign]) -> list[list[Any]] | None:
        return [["count", signs[0].cells, [each for each in range(self.take + 1) if 2 * each >= self.take]]]

    def none(self, match: re.Match[str], signs: Sequence[Sign]) -> list[list[Any]] | None:
        sorts = [sign for sign in signs if sign.sign == "S"]
        several = len(sorts) > 1 and "A" not in match[0]
        return None if several else [["count", _union(sorts), [0]]]

    def not_one(self, match: re.Match[str], signs: Sequence[Sign]) -> list[list[Any]] | None:
        """`一个白球也没有`."""
        return [["count", signs[1].cells, [0]]] if signs[0].number == 1 and patterns.search("[VA]", match[0]) else None

    def not_together(self, match: re.Match[str], signs: Sequence[Sign]) -> list[list[Any]] | None:
        sorts = [sign for sign in signs if sign.sign == "S"]
        if len(sorts) < 2 or not all(each.person for each in sorts):
            return None
        return [["count", _union(sorts), list(range(len(sorts)))]]

    def all_of(self, match: re.Match[str], signs: Sequence[Sign]) -> list[list[Any]] | None:
        sorts = [sign for sign in signs if sign.sign == "S"]
        numbers = [sign.number for sign in signs if sign.sign == "N"]
        if any(each.person for each in sorts) or len(sorts) > 1 or any(each not in (self.take,) for each in numbers):
            return None
        return [["count", sorts[0].cells, [self.take]]]

    def not_all(self, match: re.Match[str], signs: Sequence[Sign]) -> list[list[Any]] | None:
        sorts = [sign for sign in signs if sign.sign == "S"]
        return [["count", sorts[0].cells, list(range(self.take))]] if len(sorts) == 1 and not sorts[0].person else None

    def persons_chosen(self, match: re.Match[str], signs: Sequence[Sign]) -> list[list[Any]] | None:
        sorts = [sign for sign in signs if sign.sign == "S"]
        numbers = [sign.number for sign in signs if sign.sign == "N"]
        if not all(each.person for each in sorts) or any(each != len(sorts) for each in numbers):
            return None
        return [["count", each.cells, [1]] for each in sorts]

    def one_alone(self, match: re.Match[str], signs: Sequence[Sign]) -> list[list[Any]] | None:
        """`取到的是红球或白球`, where only one is drawn; any number of them for `含有`."""
        sorts = [sign for sign in signs if sign.sign == "S"]
        if self.take != 1 or (len(sorts) > 1 and "O" not in match[0]) or any(sign.number != 1 for sign in signs if sign.sign == "N"):
            return None
        return [["count", _union(sorts), [1]]]

    def alike(self, match: re.Match[str], signs: Sequence[Sign]) -> list[list[Any]] | None:
        numbers = [sign.number for sign in signs if sign.sign == "N"]
        how = next((sign.sign for sign in signs if sign.sign in "LMGFX"), "")
        groups = self.population.groups()
        if len(groups) < 2 or self.take < 2 or (numbers and numbers[0] > self.take):
            stay_out("alike in what")
        if "Z" in match[0]:
            return [["alike", groups, list(range(self.take))]] if not numbers or numbers[0] == self.take else None
        if not numbers or numbers[0] == self.take:
            return [["alike", groups, [self.take]]]
        if how == "L":
            return [["alike", groups, list(range(numbers[0], self.take + 1))]]
        # `恰有 2 张相同` of four could leave the other two alike as well.
        return [["alike", groups, [numbers[0]]]] if how == "X" and 2 * numbers[0] > self.take else None

    def different(self, match: re.Match[str], signs: Sequence[Sign]) -> list[list[Any]] | None:
        numbers = [sign.number for sign in signs if sign.sign == "N"]
        groups = self.population.groups()
        if (
            len(groups) < 2
            or self.take < 2
            or any(each != self.take for each in numbers)
            or (self.take > 2 and not patterns.search("A|B", match[0]) and not numbers and self.take != 2)
        ):
            return None
        return [["alike", groups, [1]]]

    def turn(self, match: re.Match[str], signs: Sequence[Sign]) -> list[list[Any]] | None:
        sorts = [sign for sign in signs if sign.sign == "S"]
        cells = sorts[0].cells
        if "Z" in match[0]:
            cells = [place for place in range(len(self.population.tags)) if place not in cells]
        turns = [self.take if sign.number == LAST else sign.number for sign in signs if sign.sign == "T"]
        return [["turn", number, cells] for number in turns] if all(1 <= each <= self.take for each in turns) else None

    def compared(self, match: re.Match[str], signs: Sequence[Sign]) -> list[list[Any]] | None:
        one, other = (sign.cells for sign in signs if sign.sign == "S")
        code = match[0]
        if code in ("SQS+", "SGS"):
            return [["more", one, other, False]]
        if code in ("SQS-", "SFS"):
            return [["more", other, one, False]]
        return [["more", one, other, True]] if code == "SLS" else [["more", other, one, True]]

    def told_together(self, match: re.Match[str], signs: Sequence[Sign]) -> list[list[Any]] | None:
        """`2 个红球、1 个白球`: all of them, one after the other."""
        numbers = [sign.number for sign in signs if sign.sign == "N"]
        sorts = [sign for sign in signs if sign.sign == "S"]
        if len(numbers) != len(sorts):
            return None
        return [["count", sort.cells, [number]] for number, sort in zip(numbers, sorts, strict=True)]


_SHAPES: tuple[tuple[str, Any], ...] = (
    (r"SN?AS", Events.all_from_place),
    (r"SQS[+-]|S[GFLM]S(?!.*N)", Events.compared),
    (r"SJ", Events.half),
    (r"KB?[LMGFX]?N|KA?[LMX]N|K$", Events.of_each_place),
    (r"T[VA]?Z?A?S|STT*(?!S)", Events.turn),
    (r"W?S(?:VS)+", Events.each_of_several),
    (r"WS(?:S)+", Events.each_of_several),
    (r"SS+[AB](?=$)|SS+A?B[LMGF]?X?N|SS+A?[LMGF]B?X?N(?=$)|SS+BN|[L]?B?N?BSS+|[LMGFX]SS+BN|SS+[LMX]?BN", Events.each_of_several),
    (r"SS+N?X?[LMGFX]N", Events.counted),
    (r"X?NS(?:X?NS)+|X?SN(?:SN)+", Events.told_together),
    (r"[LMGFX]+NA?S|S[LMGFX]+N", Events.counted),
    (r"SS+N?(?:ZU|ZA|UZ|ZAU)", Events.not_together),
    (r"X?N?ZAS|X?N?ZES", Events.not_all),
    (r"NSV?A?Z(?!S)", Events.not_one),
    (r"X?N?AZS|ZN?S(?!S)|SZ(?!U|A)|SS+N?AZ|N?AZS", Events.none),
    (r"SS+N?A?U?(?=$)|SA?(?=$)|SA(?=S)", Events.persons_chosen),
    (r"X?N?AS(?!S)|SA(?=$)", Events.all_of),
    (r"[LMGFX]*N?A?E|X?N?ZA?E", Events.alike),
    (r"X?N?A?B?D", Events.different),
    (r"NONS", Events.one_number_or_other),
    (r"X?NS|SN", Events.counted),
    (r"N?S(?:O?S)*", Events.one_alone),
)
