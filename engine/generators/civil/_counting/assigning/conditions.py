"""What is said of who goes where: a clause becomes a row of signs, and what a row says is found by its shape."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from engine.generators import patterns
from engine.generators.civil._counting.assigning.scene import Scene
from engine.generators.civil._counting.assigning.words import IDLE, NAME, PERSON, PLACE, UNIT, N
from engine.generators.reading import stay_out, to_int

_IDLE = re.compile("|".join(sorted(IDLE.split(), key=len, reverse=True)))
_EACH_UNIT = r"(?:个|名|位|所|家|座|间|处|项|条|支|辆|门|台|只|栋|节|层|户|类|种|场|期|道|封|本|件|张)?"
_SIGNS: tuple[tuple[str, str], ...] = (
    (
        "D",
        r"(?:各|互|都|均)*不(?:相同|同(?!意)|一样)|不(?:在|去|到|能|可以?|得|想|愿意?|分到|分配|安排|派往|选|被|会|是|都|进)*(?:同一?|一)(?:起|个|所|家|座|处|天|间|项)?|(?:不同|不一样)的?(?=[\u4e00-\u9fff])|分开",
    ),
    ("E", r"(?:同一?|相同的?|一样的)(?:个|所|家|座|处|天|间|项|条|门|支)?|一起(?!去)|(?<=在)一(?:个)?(?=组|队)"),
    ("L", r"(?:人数|数量|份数|个数)?(?:也|都|均)*(?:至少|最少|不(?:能|得|应|可)?(?:少于|低于|小于)|起码|大于等于)"),
    ("M", r"(?:人数|数量|份数|个数)?(?:也|都|均)*(?:至多|最多|不(?:能|得|应|可)?(?:超过|多于|高于|大于)|小于等于)"),
    (
        "X",
        r"(?:恰好?|正好|刚好|有且(?:只|仅)有|只(?:有|能有?|需|要)|仅有?)(?=有|\d|[一二两三四五六七八九十]|(?:安排|派|去|分|接)(?:了|到|出|入|给|配|收|待|纳)*[\d一二两三四五六七八九十])",
    ),
    (
        "B",
        r"不(?:能|可以?|得|许|允许)?(?:没有|缺|无)(?:人|工作人员|志愿者)?|(?:不(?:能|可以?|允许|许|得)?|没|没有|无|未)(?:有|为)?空(?:着|缺)?(?:的)?|非空",
    ),
    (
        "C",
        r"(?:可以?|允许)(?:有)?(?:的|有的|某些|部分)?[\u4e00-\u9fff]{0,3}?(?:为|是)?(?:空(?:着)?|(?:没有|分不到|得不到)[\u4e00-\u9fff]{0,3}|一[个本]?(?:也|都)?(?:没有|不分|分不到))(?:的)?|人数不限|不限人数|不限数量|没有限制",
    ),
    ("0", r"为空|空着|是空的|空(?=盒|箱|篮|抽)"),
    ("Y", r"(?:都|均)?只(?:能|愿意?|想|肯|可以?|会)(?=[^\d一二两三四五六七八九十])"),
    (
        "W",
        r"(?:都|均)?(?:必须|一定要?|只(?:能|愿意?|想|肯|可以?|会)?|须|固定|非)(?=[^\d一二两三四五六七八九十])|(?:想|要求|希望|愿意|申请)(?=去|到|在|参|住|分|选)",
    ),
    (
        "Z",
        r"(?:都|均|也)?(?:明确|坚决|表示|主动|坚持|绝|要求|希望|打算|提出)*(?:不(?:能|想|愿意?|可以?|可|得|会|宜|擅长|适合|允许|参加|需要|要|安排|分配|被|希望|喜欢)*|没有|不得|拒绝)",
    ),
    ("J", r"参赛|入选|当选|出席|上场|被?(?:选中|选上|录用|录取)|参加(?=[,;。且]|$)|去(?=[,;。且]|$)|(?<=[不须定能])选(?=[,;。且]|$)"),
    ("H", rf"有(?:人|{PERSON})(?!\d)"),
    ("O", r"或者?"),
    ("A", r"都|均|各|互|两两"),
)


@dataclass
class Sign:
    """A word that matters, whom or what it speaks of, its number."""

    sign: str
    who: list[int] = field(default_factory=list)
    number: int = 0


class Conditions:
    """The conditions that clauses put on a scene, in terms of what is counted."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.called = list(scene.called)
        self.cells: list[str] = []
        self.counts: list[int] = []
        self.lows = [0] * scene.places
        self.highs = [scene.movers] * scene.places
        self.told: list[list[Any]] = []
        self.bounded = False
        self.sizes: list[int] | None = None
        self.empty: int | None = None
        self.free = scene.freely
        self.each = False  # whether the clause before spoke of each place
        for name in scene.names:
            self.cell(name, 1)
        for name, count in scene.subsets.items():
            self.cell(name, count)

    def cell(self, name: str, count: int) -> int:
        """The number of those called so."""
        if name not in self.cells:
            self.cells.append(name)
            self.counts.append(count)
            if sum(self.counts) > self.scene.movers:
                stay_out("more than there are")
        return self.cells.index(name)

    def spot(self, name: str) -> int:
        """The number of a place, told now by its name.

        Raises:
            StayOut: there are no more places.
        """
        if name not in self.called:
            if self.scene.called or len(self.called) >= self.scene.places or self.scene.unnamed:
                stay_out(f"which place: {name}")
            self.called.append(name)
        return self.called.index(name)

    def spot_at(self, number: int) -> int:
        """`第一所学校`: the place of a number, where the places have no other names.

        Raises:
            StayOut: there is no such place.
        """
        if number > self.scene.places or self.scene.unnamed or (self.called and not self.called[0].startswith("第")):
            stay_out("which place")
        if not self.called:
            self.called = [f"第{place + 1}个" for place in range(self.scene.places)]
        return number - 1

    # --- words ---------------------------------------------------------------------------------------------------------------------

    def signs(self, clause: str) -> list[Sign]:
        """The words of a clause that matter, in their order.

        Raises:
            StayOut: a word that is neither of them nor idle.
        """
        place_noun = self.scene.place
        ends = [re.escape(place_noun[start:]) for start in range(len(place_noun))] if place_noun else []
        suffix = "|".join([*ends, PLACE, "部", "科"])
        names = "|".join(map(re.escape, sorted(self.called, key=len, reverse=True)))
        called = re.compile(rf"(?:第)?(?P<name>{names})(?:{suffix})?(?!\w?[、和]?\d+个)" if names else "(?!)")
        # `甲部门` among three that nobody has named before.
        lettered = re.compile(rf"(?P<name>[甲乙丙丁戊A-F])(?:{'|'.join(ends)})" if ends else "(?!)")
        groups = "|".join(map(re.escape, sorted(self.scene.subsets, key=len, reverse=True)))
        subset = re.compile(groups or "(?!)")
        of_persons = patterns.search(rf"(?:{PERSON})$", place_noun) is not None
        alike_noun = f"[{re.escape(self.scene.mover)}]{{1,{len(self.scene.mover)}}}" if self.scene.mover else "(?!)"
        each = re.compile(
            rf"(?:任[何意]一?|每(?:一)?|各(?=[\u4e00-\u9fff])){_EACH_UNIT}(?:{suffix}{'|人|名|位' if of_persons else ''})(?:里面|里|中)?{f'|每{self.scene.unit}' if self.scene.unit else ''}"
        )
        mover = re.escape(self.scene.mover) if self.scene.mover else "(?!)"
        each_mover = re.compile(
            rf"(?:每|一)(?:一)?(?:{UNIT})?(?:{mover}|{PERSON}|书|球|人)?(?=[^\d]{{0,3}}(?:只|限|去|到|在|参|都|仅|可|能|分|选|安|要|必|负|承|值|住|放|报|\d|一))"
        )
        number = re.compile(rf"(?P<n>{N})(?P<of>(?:{UNIT})?(?:{mover}|{PERSON}|人|[\u4e00-\u9fff]?{alike_noun}$)?)")
        kind = re.compile(rf"(?:这|那)?(?:{suffix})")
        if "天" not in place_noun and "日" not in place_noun:
            clause = patterns.sub("每天|每日|当天|当日", "", clause)
        signs: list[Sign] = []
        at = 0
        while at < len(clause):
            if clause[at] in "、和与及跟, \ue000":
                at += 1
                continue
            match = called.match(clause, at)
            ordinal = patterns.compiled(rf"第(?P<n>[一二三四五六1-6]){_EACH_UNIT}(?:{suffix})?").match(clause, at)
            if match is None and ordinal is not None and not self.scene.called:
                signs.append(Sign("Q", [self.spot_at(to_int(ordinal["n"]))]))
                match = ordinal
            elif match is not None:
                signs.append(Sign("Q", [self.called.index(match["name"])]))
            elif not self.scene.called and (match := lettered.match(clause, at)) is not None:
                signs.append(Sign("Q", [self.spot(match["name"])]))
            elif (match := patterns.compiled(r"(?:剩余|其余|剩下|余下)的?").match(clause, at)) is not None:
                signs.append(Sign("R"))
            elif (match := patterns.compiled(NAME).match(clause, at)) is not None:
                signs.append(Sign("S", [self.cell(match[0], 1)]))
                match = patterns.compiled(rf"{re.escape(match[0])}(?:{PERSON})?(?![\u4e00-\u9fff]?(?:等|共))").match(clause, at) or match
            elif (match := patterns.compiled(rf"(?:{PERSON})(?={NAME})").match(clause, at)) is not None:
                pass
            elif (match := subset.match(clause, at)) is not None:
                signs.append(Sign("G", [self.cells.index(match[0])]))
            elif (match := each.match(clause, at)) is not None:
                signs.append(Sign("K"))
            elif (
                (match := each_mover.match(clause, at)) is not None
                and not of_persons
                and match[0] not in ("一", "每")
                and (not signs or match[0][0] == "每")
            ):
                signs.append(Sign("I"))
            else:
                for sign, pattern in _SIGNS:
                    match = patterns.compiled(pattern).match(clause, at)
                    if match is not None and match[0]:
                        if sign != "J" or any(each.sign == "S" for each in signs):  # `每个社团至少有一人参加`
                            signs.append(Sign(sign))
                        break
                else:
                    match = self._rest(clause, at, signs, number, kind)
            assert match is not None
            at = match.end()
        return signs

    def _rest(self, clause: str, at: int, signs: list[Sign], number: re.Pattern[str], kind: re.Pattern[str]) -> re.Match[str]:
        match = number.match(clause, at)
        if match is not None:
            before = "".join(each.sign for each in signs)
            people = len(before) - len(before.rstrip("S"))
            if not people or to_int(match["n"]) != people:
                signs.append(Sign("N", number=to_int(match["n"])))
            return match
        match = (
            _IDLE.match(clause, at)
            or kind.match(clause, at)
            or (re.compile(re.escape(self.scene.mover)).match(clause, at) if self.scene.mover else None)
        )
        if match is not None:
            return match
        code = "".join(each.sign for each in signs)
        new = patterns.compiled(rf"(?P<name>[\u4e00-\u9fff]{{2,4}}?)(?:{PLACE}|市|县)?$").match(clause, at)
        if new is None or not patterns.search("^S+[ZW]$", code):
            stay_out(f"{clause[at:]} in {clause}")
        signs.append(Sign("Q", [self.spot(new["name"])]))
        return new

    # --- what a row of signs says ----------------------------------------------------------------------------------------------------

    def settle(self, clause: str) -> bool:
        """Heed what a clause says; whether it says anything.

        Raises:
            StayOut: not understood.
        """
        if self._of_named(clause):
            return True
        if sizes := self._sizes(clause):
            self.sizes, self.bounded = sizes, True
            return True
        signs = self.signs(clause)
        told = False
        code = "".join(sign.sign for sign in signs)
        if self.each and patterns.fullmatch("[LM]N", code):  # `每人不少于 4 份，也不多于 9 份`
            signs.insert(0, Sign("K"))
        self.each = code.startswith("K")
        while signs:
            code = "".join(sign.sign for sign in signs)
            for shape, put in _SHAPES:
                match = patterns.match(shape, code)
                if match is not None and match[0] and put(self, match[0], signs[: match.end()]):
                    who = [sign for sign in signs[: match.end()] if sign.sign == "S"]
                    signs, told = signs[match.end() :], True
                    if who and signs and signs[0].sign in "ZWY":  # `甲必须参赛且不担任四辩`
                        signs = [*who, *signs]
                    break
            else:
                stay_out(f"signs {code}")
        return told

    def _of_named(self, clause: str) -> bool:
        """`综合部 1 人、业务部 2 人`: how many go to each of all places, told by names."""
        one = rf"(?P<name>(?!其[中余他])[\u4e00-\u9fffA-F]{{1,6}}?)(?:各|需要?|要|安排|分配|分到|分|去)*(?P<n>\d+|[一二两三四五六七八九])(?:{UNIT})?(?:人|{PERSON})?"
        plain = patterns.sub("^(?:其中|要求|规定|且)+", "", clause)
        if (
            self.scene.called
            or self.scene.unnamed
            or patterns.fullmatch(
                rf"{one.replace('?P<name>', '?:').replace('?P<n>', '?:')}(?:[、,和与]{one.replace('?P<name>', '?:').replace('?P<n>', '?:')})+",
                plain,
            )
            is None
        ):
            return False
        found = [patterns.fullmatch(one, each) for each in patterns.split("[、,和与]", plain)]
        told = {each["name"]: to_int(each["n"]) for each in found if each}
        if not len(told) == len(found) == self.scene.places or sum(told.values()) != (self.scene.take or self.scene.movers):
            return False
        if any(patterns.search(f"{NAME}|[至最每各恰只]|{PERSON}$", name) for name in told):
            return False
        for name, number in told.items():
            at = self.spot(name)
            self.lows[at] = self.highs[at] = number
        self.bounded = True
        return True

    def _sizes(self, clause: str) -> list[int] | None:
        """`一人 1 本、一人 2 本、一人 3 本`, `其中 1 组 2 人，另外两组各 3 人`: the numbers, in whatever order."""
        who = rf"(?:其中|另外?|其余|有|,|、|和)*(?P<many>[一1两2二三3四4])(?:个|名|位|所)?(?:{PERSON}|组|堆|份|人|队|所|处|{PLACE})(?:各|得|分|有|分到|得到|是|为)*(?P<n>\d+|[一二两三四五六七八九])(?:{UNIT}|人)(?:{PERSON}|书)?(?=[,;。、?]|$|另|其|一)"
        found = list(patterns.finditer(who, clause))
        if not found or patterns.sub(who, "", clause).strip("、,和 "):
            return None
        sizes = [to_int(each["n"]) for each in found for _ in range(to_int(each["many"]))]
        return sizes if len(sizes) == self.scene.places and sum(sizes) == (self.scene.take or self.scene.movers) else None

    def _at(self, cells: Sequence[int], places: Sequence[int], numbers: Sequence[int]) -> None:
        self.told.append(["count", list(cells), [list(places), list(numbers)]])

    def bound(self, code: str, signs: Sequence[Sign]) -> bool:
        """Each place, or those told, gets so many."""
        number = next((sign.number for sign in signs if sign.sign == "N"), 1)
        spots = [each for sign in signs if sign.sign == "Q" for each in sign.who] or list(range(self.scene.places))
        if "K" in code and "Q" in code:
            return False
        for spot in spots:
            if "M" in code or ("L" not in code and "H" not in code and "B" not in code):
                self.highs[spot] = min(self.highs[spot], number)
            if "M" not in code:
                self.lows[spot] = max(self.lows[spot], number)
        self.bounded = True
        return True

    def between(self, code: str, signs: Sequence[Sign]) -> bool:
        """`每个至少 1 人至多 2 人`."""
        low, high = (sign.number for sign in signs if sign.sign == "N")
        for spot in range(self.scene.places):
            self.lows[spot], self.highs[spot] = max(self.lows[spot], low), min(self.highs[spot], high)
        self.bounded = True
        return low <= high

    def of_sort(self, code: str, signs: Sequence[Sign]) -> bool:
        """`每班至少有 1 名老员工`."""
        number = next((sign.number for sign in signs if sign.sign == "N"), 1)
        cells = [each for sign in signs if sign.sign == "G" for each in sign.who]
        spots = [each for sign in signs if sign.sign == "Q" for each in sign.who] or list(range(self.scene.places))
        numbers = range(number + 1) if "M" in code else range(number, self.scene.movers + 1) if "L" in code or "N" not in code else [number]
        for spot in spots:
            self._at(cells, [spot], list(numbers))
        return True

    def where(self, code: str, signs: Sequence[Sign]) -> bool:
        """Somebody is, or is not, at one of some places."""
        who = [each for sign in signs if sign.sign in "SG" for each in sign.who]
        spots = [each for sign in signs if sign.sign == "Q" for each in sign.who]
        if "Z" not in code and len(spots) > 1 and "O" not in code:
            return False
        if "Y" in code and self.scene.take:  # he need not be chosen
            spots = [*spots, self.scene.places]
        for each in who:
            self._at([each], spots, [0] if "Z" in code else [self.counts[each]])
        return True

    def held(self, code: str, signs: Sequence[Sign]) -> bool:
        """A place does not want somebody."""
        if code.count("Z") != 1:
            return False
        return self.where("SZQ", signs)

    def some_where(self, code: str, signs: Sequence[Sign]) -> bool:
        """`其中两位老人不能去丁中心`: so many that nobody names."""
        number = signs[0].number
        if not 1 <= number < self.scene.movers:
            return False
        cell = self.cell(f"其中{number}个", number)
        spots = [each for sign in signs if sign.sign == "Q" for each in sign.who]
        self._at([cell], spots, [0] if "Z" in code else [number])
        return True

    def same(self, code: str, signs: Sequence[Sign]) -> bool:
        """Together in one place, or not."""
        who = [each for sign in signs if sign.sign == "S" for each in sign.who]
        if "D" in code or "Z" in code:
            if len(who) != 2 and "A" not in code:
                return False
            self.told.append(["apart", who, []])
        else:
            self.told.append(["together", who, []])
        return True

    def everybody(self, code: str, signs: Sequence[Sign]) -> bool:
        """`两人在同一组`, `三人各不相同`, where they are all there are."""
        if signs[0].number != self.scene.movers or (self.scene.movers > 2 and "D" in code and "A" not in code):
            return False
        who = [self.cell(self.cells[number] if number < len(self.cells) else f"第{number + 1}人", 1) for number in range(self.scene.movers)]
        self.told.append(["apart" if "D" in code else "together", who, []])
        return True

    def chosen(self, code: str, signs: Sequence[Sign]) -> bool:
        """`甲必须参加`: somebody is among those chosen, or is not."""
        if not self.scene.take:
            return False
        for each in (one for sign in signs if sign.sign == "S" for one in sign.who):
            self._at([each], [self.scene.places], [1] if "Z" in code else [0])
        return True

    def one_each(self, code: str, signs: Sequence[Sign]) -> bool:
        """`每人只去一个`: nothing new."""
        only = patterns.search("[WYX]", code) is not None or "L" not in code
        return only and all(sign.number == 1 for sign in signs if sign.sign == "N")

    def alone(self, code: str, signs: Sequence[Sign]) -> bool:
        """`甲乙两人各住一间`: each in one of his own."""
        if signs[-1].number != 1:
            return False
        self.told.append(["apart", [each for sign in signs if sign.sign == "S" for each in sign.who], []])
        return True

    def empties(self, code: str, signs: Sequence[Sign]) -> bool:
        """`恰有一个空盒`."""
        self.empty = next(sign.number for sign in signs if sign.sign == "N")
        self.bounded = True
        return True

    def the_rest(self, code: str, signs: Sequence[Sign]) -> bool:
        """`剩余的分到丙部门`: nothing new where all the others have their numbers."""
        spots = [each for sign in signs if sign.sign == "Q" for each in sign.who]
        return all(self.lows[place] == self.highs[place] for place in range(self.scene.places) if place not in spots)

    def may_be_empty(self, code: str, signs: Sequence[Sign]) -> bool:
        """Nothing is wanted of any place."""
        self.free = True
        return True


_Put = Callable[[Conditions, str, Sequence[Sign]], bool]
_SHAPES: tuple[tuple[str, _Put], ...] = (
    (r"[KQ]*C|C[K]?", Conditions.may_be_empty),
    (r"R[AWY]?Q", Conditions.the_rest),
    (r"X?N0|X?NK?0", Conditions.empties),
    (r"KA?LNMN", Conditions.between),
    (r"KA?[LMX]*NG|Q+A?[LMX]*NG|KA?G", Conditions.of_sort),
    (r"KA?W?[LMX]*N|KA?[HB]|B|Q+A?[LMX]*N(?!G)|Q+A[HB]|X?NQ(?![QOZ])", Conditions.bound),
    (r"SS+[AXWY]*[ED]|SS+A?ZE", Conditions.same),
    (r"NA?[ED]", Conditions.everybody),
    (r"[SG]+A?[WY]?A?Q+(?:OQ)*|[SG]+A?ZA?Q+(?:OQ)*", Conditions.where),
    (r"QZ[SG]+", Conditions.held),
    (r"NZQ+(?:OQ)*|N[WY]Q(?:OQ)*", Conditions.some_where),
    (r"S+A?[WYZ]J", Conditions.chosen),
    (r"SS+AN", Conditions.alone),
    (r"I(?:L?N[WYX]+N|X?[WY]?[LMX]?(?:N|K)?)|N[WY]N", Conditions.one_each),
)
