"""Conditions on an arrangement: who is beside whom, who is where, how many of a sort, whatever they are called."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from engine.generators import patterns
from engine.generators.civil._counting.arranging.scene import PERSONS, Scene, of_persons
from engine.generators.civil._counting.arranging.words import (
    ALL,
    DIFFERENT,
    EACH,
    EXACT,
    LEAST,
    MOST,
    MUST,
    NEAR,
    NOT,
    SAME,
    UNITS,
    K,
    N,
    O,
    Text,
)
from engine.generators.reading import stay_out

Condition = list[Any]

_ENDS = r"(?:首尾两端|(?:最)?两[端头边侧](?:的?位置)?|首尾|排头(?:和|或|与|或者)排尾|[最]?左端?(?:和|或|与|或者)[最]?右端?(?:的?位置)?)"
_FIRST = r"(?:排头|队[首头]|最左[端边侧面]?|左端|最前[面边端]?(?:[\ue100-\ue1ff])?|首位|开[头场])"
_LAST = r"(?:排尾|队尾|最右[端边侧面]?|右端|最后(?:面|[\ue100-\ue1ff])?|末[位尾]|压轴|结尾)"
_MIDDLE = r"(?:正中[间央]?|最中间|中间(?:位置)?|中央)"
_WHERE = rf"(?:{_ENDS}|{_FIRST}|{_LAST}|{_MIDDLE}|{K}(?:[、或和]|或者)*)+"
_AT = r"(?:被|安排|站|排|坐|放|摆|列|发言|出场|表演|出现|位于|处于)*(?:在|于|到)?(?:队伍的?|这排的?|整排的?)?"
_GOES = rf"(?:{O}|分别|被){{0,6}}?"
_CHOSEN = r"(?:被|能)?(?:选中|选上|入选|当选|选派|派去|选出|选到|选|参加|参与|在内|在列|派出|抽中|抽到|取到|摸到|去|上场|出战|出席|到场)(?:的)?"
_PEOPLE = rf"(?:这|等)?(?:[两二三]|{N})?(?:人|个|位|名|者)?(?:之间|彼此)?"
_COUNTED = rf"(?:{LEAST}|{MOST}|{EXACT})"


def _where(scene: Scene, said: str) -> list[int]:
    """The spots of a row that are meant."""
    size = scene.total
    found: list[int] = []
    for each in patterns.finditer(rf"{_ENDS}|{_FIRST}|{_LAST}|{_MIDDLE}|{K}", said):
        word = each[0]
        if patterns.fullmatch(K, word):
            found.append(ord(word) - 0xE300 - 1)
        elif patterns.fullmatch(_ENDS, word):
            found += [0, size - 1]
        elif patterns.fullmatch(_FIRST, word):
            found.append(0)
        elif patterns.fullmatch(_LAST, word):
            found.append(size - 1)
        else:
            found.append(size // 2 if size % 2 else stay_out("no middle"))
    if any(not 0 <= spot < size for spot in found) or not found:
        stay_out("no such place")
    return sorted(set(found))


class Conditions:
    """The conditions that a part of a text tells, each taken from it."""

    def __init__(self, text: Text, scene: Scene) -> None:
        self.text, self.scene = text, scene
        self.one = scene.who()
        self.many = rf"{self.one}(?:[、,和与及跟同]?{self.one})*"
        self.taken = list(range(len(scene.lows) - 1))
        self.told = text.rest

    def cells(self, said: str) -> list[int]:
        """The cells of everybody in a list."""
        return [cell for group in self.groups(said) for cell in group]

    def groups(self, said: str) -> list[list[int]]:
        """The cells of each item in a list."""
        return [self.scene.cells_called(each[0], self.text) for each in patterns.finditer(self.one, said)]

    def single(self, said: str) -> list[int]:
        """The cells of a list in which everybody is one."""
        cells = self.cells(said)
        return cells if all(self.scene.cells[cell][1] == 1 for cell in cells) else stay_out(f"not single: {said}")

    def found(self, start: int, end: int) -> list[Condition]:
        """The conditions told between two places, in the order in which the rules find them."""
        scene = self.scene
        rules = {
            "choice": (self._composition, self._every_sort, self._both_sorts, self._named_count, self._more, self._count_of, self._together_chosen, self._chosen, self._of_one_sort),
            "row": (self._alternate, self._between, self._gap, self._near, self._order, self._at),
            "ring": (self._gap, self._near),
            "places": (self._each_place, self._each_one, self._sizes, self._same_place, self._goes, *(self._taken_rules if scene.take else ()), *self._day_rules),
            "groups": (self._each_place, self._each_one, self._sizes, self._same_place),
        }[self.scene.shape]
        conditions: list[Condition] = []
        for rule in rules:
            for _ in range(8):
                length = len(self.text.rest)
                found = rule(start, end)
                if found is None:
                    break
                conditions += found
                assert len(self.text.rest) == length
        return conditions

    # --- choices -------------------------------------------------------------------------------------------------------------------

    def _numbers(self, how: str, number: int) -> list[int]:
        most = self.scene.take
        if patterns.search(LEAST, how):
            return list(range(number, most + 1))
        if patterns.search(MOST, how):
            return list(range(number + 1))
        return [number]

    def _both_sorts(self, start: int, end: int) -> list[Condition] | None:
        found = self.text.take(
            rf"(?:既有|有)(?P<a>{self.one})(?:,)?(?:又|也|且|并且)?有(?P<b>{self.one})|(?P<who>{self.one}(?:[、,和与及跟]?{self.one})+)(?:两[种类]|[三]种)?{O}{{0,2}}?(?:{MUST}|{ALL}|各)*(?:有人?|参加|入选|(?:{LEAST})各?(?:有|选|派|取)?(?P<n>{N})(?:人|{O})?)(?=[,;。?!的\ue000]|$)",
            start,
            end,
        )
        if found is None:
            return None
        groups = self.groups(found["a"] + found["b"]) if found["a"] else self.groups(found["who"])
        if found["a"] is None and not patterns.search(rf"{ALL}|各|{MUST}", found[0]):
            stay_out("which of them")
        least = self.text.number(found["n"]) if found["n"] else 1
        if found["a"] is None and any(self.scene.cells[cell][1] == 1 for group in groups for cell in group) and found["n"]:
            stay_out("so many of one")
        return [["count", group, self.taken, list(range(least, self.scene.take + 1))] for group in groups]

    def _named_count(self, start: int, end: int) -> list[Condition] | None:
        """Of those told by name, so many."""
        found = self.text.take(
            rf"(?P<who>{self.one}(?:[、,和与及跟]?{self.one})+){_PEOPLE}[中里]?(?:(?P<how>{_COUNTED})(?:要|需)?(?:有)?(?P<n>{N})(?:人)?|(?P<not>(?:{NOT})同时|同时(?:{NOT})|(?:{NOT}){ALL})|(?P<none>{NOT}))(?:{_CHOSEN})",
            start,
            end,
        )
        if found is None:
            return None
        cells = self.single(found["who"])
        if found["n"]:
            return [["count", cells, self.taken, self._numbers(found["how"], self.text.number(found["n"]))]]
        if found["not"]:
            if patterns.match(rf"(?:都|均|全都|全)不", found["not"]):
                return [["count", cells, self.taken, [0]]]
            return [["count", cells, self.taken, list(range(len(cells)))]]
        if patterns.match(r"不|没|未", found["none"]):
            stay_out("not both, or neither")
        return [["count", cells, self.taken, [0]]]

    def _count_of(self, start: int, end: int) -> list[Condition] | None:
        """So many of a sort."""
        found = self.text.take(
            rf"(?P<how>{_COUNTED})(?:有|是|选|派|取|包含|含|要)*(?P<n>{N})(?:人)?(?:是|为|会)?(?P<gap>(?:{SAME}的)?)(?P<who>{self.one})(?:{_CHOSEN})?|(?P<who2>{self.one})(?:的)?(?:{O}{{1,2}}数)?(?:{MUST})?(?P<how2>{_COUNTED})(?:有|是|选|派|取|占|为|要)*(?P<n2>{N})(?:人)?(?:{_CHOSEN})?",
            start,
            end,
        )
        if found is None:
            return None
        number = self.text.number(found["n"] or found["n2"])
        return [["count", self.cells(found["who"] or found["who2"]), self.taken, self._numbers(found["how"] or found["how2"], number)]]

    def _together_chosen(self, start: int, end: int) -> list[Condition] | None:
        """All of them, or all of what is taken are of them."""
        found = self.text.take(rf"(?P<who>{self.one}(?:[、,和与及跟]?{self.one})+){_PEOPLE}(?:{MUST})?(?:{ALL})(?:{MUST})?(?:{_CHOSEN})", start, end)
        if found is not None:
            cells = self.single(found["who"])
            return [["count", cells, self.taken, [len(cells)]]]
        found = self.text.take(rf"(?:{EXACT})?(?P<not>不)?(?:全部|全都|全|都|均)(?:不)?(?:是|为)(?P<who>{self.one})", start, end)
        if found is None:
            return None
        if "不" in found[0]:
            if not patterns.match(r"(?:都|均|全都)不", found[0]):
                stay_out("not all")
            return [["count", self.cells(found["who"]), self.taken, [0]]]
        return [["count", self.cells(found["who"]), self.taken, [self.scene.take]]]

    def _chosen(self, start: int, end: int) -> list[Condition] | None:
        """One who must be taken, or must not."""
        none = self.text.take(rf"(?<!有)没有(?:{_CHOSEN})?(?P<who>{self.one})", start, end)
        if none is not None:
            return [["count", self.cells(none["who"]), self.taken, [0]]]
        found = self.text.take(rf"(?P<who>{self.one})(?:{O}{{0,2}}?)(?P<how>{MUST}|{NOT}|被)(?:{_CHOSEN})", start, end)
        if found is None:
            return None
        cells = self.cells(found["who"])
        if patterns.fullmatch(NOT, found["how"]):
            return [["count", cells, self.taken, [0]]]
        if any(self.scene.cells[cell][1] != 1 for cell in cells):
            stay_out("all of a sort")
        return [["count", cells, self.taken, [len(cells)]]]

    def _of_one_sort(self, start: int, end: int) -> list[Condition] | None:
        """All of one sort, or of different sorts."""
        if len(self.scene.sorts) < 2:
            return None
        found = self.text.take(
            rf"(?:来自|属于|是|为)?(?:(?P<how>{SAME}|{DIFFERENT})的?(?P<what>{O}{{1,3}}?)(?=的|[,;。?!\ue000]|$)|(?P<what2>{O}{{2}})(?:都|均|各|也)?(?P<how2>{SAME}|{DIFFERENT}))(?:的)?",
            start,
            end,
        )
        if found is None:
            return None
        what, how = found["what"] or found["what2"], found["how"] or found["how2"]
        nouns = [each.noun for each in self.scene.sorts]
        tells = (
            (what == "性别" and all(patterns.search("[男女]", noun) for noun in nouns))
            or (what in ("颜色", "色") and all(patterns.search("[红黄蓝绿白黑紫橙灰粉]", noun) for noun in nouns))
            or all(noun.endswith(what) for noun in nouns)
        )
        if not tells:
            stay_out(f"of one {what}")
        groups, take = self.scene.of_sort, self.scene.take
        if patterns.fullmatch(SAME, how):
            return [["sorts", groups, 0, [1]]]
        if take > 2 and not patterns.match("各|互|两两|彼此", how):
            stay_out("not all alike, or all different")
        return [["sorts", groups, 0, [take]]]

    def _composition(self, start: int, end: int) -> list[Condition] | None:
        """`2 男 1 女`, `男、女各 2 人`: so many of each, together what is taken."""
        each_so_many = self.text.search(rf"(?P<who>{self.one}(?:[、,和与及跟]?{self.one})+){O}{{0,2}}(?:{MUST})?各(?:有|选|派|取)?(?P<n>{N})(?:人)?", start, end)
        if each_so_many is not None:
            number, groups = self.text.number(each_so_many["n"]), self.groups(each_so_many["who"])
            if number * len(groups) != self.scene.take:
                stay_out("so many, or more")
            self.text.mark(each_so_many)
            return [["count", group, self.taken, [number]] for group in groups]
        item = rf"(?:{N}{self.one})"
        found = self.text.search(rf"(?:{EXACT})?(?:有|为|是)?{item}(?:[、,和与及]?{item})+", start, end)
        if found is None:
            return None
        pairs = list(patterns.finditer(rf"(?P<n>{N})(?P<who>{self.one})", found[0]))
        if patterns.search(rf"(?:{LEAST}|{MOST})[要有选]?$", self.text.rest[: found.start()]):
            return None
        if sum(self.text.number(each["n"]) for each in pairs) != self.scene.take:
            stay_out("so many, or more")
        self.text.mark(found)
        return [["count", self.cells(each["who"]), self.taken, [self.text.number(each["n"])]] for each in pairs]

    def _every_sort(self, start: int, end: int) -> list[Condition] | None:
        """So many of every sort: `三种颜色各 1 个`, `每种至少 1 个`."""
        if len(self.scene.sorts) < 2:
            return None
        found = self.text.search(
            rf"(?:(?P<all>{N})|{EACH})种?(?P<gap>{O}{{0,4}}?)(?:的)?{O}?(?:都|均)?(?P<each>各)?(?P<how>{_COUNTED}|)(?P<each2>各)?(?:有|选|取)?(?P<n>{N})(?=[,;。?!的\ue000]|$)", start, end
        )
        if found is None or (found["all"] and not (found["each"] or found["each2"])):
            return None
        if found["all"] and (self.text.unit(found["all"]) != "种" or self.text.number(found["all"]) != len(self.scene.sorts)):
            return None
        self.text.mark(found)
        number = self.text.number(found["n"])
        if not found["how"] and number * len(self.scene.sorts) != self.scene.take:
            stay_out("so many, or more")
        return [["count", group, self.taken, self._numbers(found["how"], number)] for group in self.scene.of_sort]

    def _more(self, start: int, end: int) -> list[Condition] | None:
        found = self.text.take(rf"(?P<a>{self.one})(?:的)?(?:{O}?数量?)?(?:比(?P<b>{self.one})(?:的)?(?:{O}?数量?)?(?P<how>多|少)|(?P<how2>多于|少于|不少于|不多于)(?P<b2>{self.one})(?:的)?(?:{O}?数量?)?)(?![\ue100-\ue1ff])", start, end)
        if found is None:
            return None
        one, other, how = self.cells(found["a"]), self.cells(found["b"] or found["b2"]), found["how"] or found["how2"]
        if "少" in how:
            return [["more", one, other, 0, True]] if "不" in how else [["more", other, one, 0, False]]
        return [["more", other, one, 0, True]] if "不" in how else [["more", one, other, 0, False]]

    # --- rows ----------------------------------------------------------------------------------------------------------------------

    def _alternate(self, start: int, end: int) -> list[Condition] | None:
        found = self.text.take(rf"(?P<a>{self.one})[、和与]?(?P<b>{self.one})(?:{MUST})?(?:相间|交替|间隔)(?:排列|站|排|坐)?", start, end)
        if found is None:
            return None
        groups = self.groups(found["a"] + found["b"])
        if sum(self.scene.cells[cell][1] for group in groups for cell in group) != self.scene.total:
            stay_out("others among them")
        return [["alternate", groups]]

    def _between(self, start: int, end: int) -> list[Condition] | None:
        found = self.text.take(rf"(?P<m>{self.one})(?:{MUST})?{_AT}(?P<a>{self.one})[、和与](?P<b>{self.one}){_PEOPLE}(?:的)?(?:之间|中间)", start, end)
        if found is None:
            return None
        return [["between", [*self.single(found["a"]), *self.single(found["m"]), *self.single(found["b"])]]]

    def _gap(self, start: int, end: int) -> list[Condition] | None:
        found = self.text.take(
            rf"(?P<a>{self.one})[、,和与及跟]?(?P<b>{self.one}){_PEOPLE}(?:之间|中间)?(?:{MUST})?(?:{EXACT})?(?:间隔|相隔|隔|有|站|夹)(?:着|了)?(?:{EXACT})?(?P<n>{N})(?:人)?", start, end
        )
        if found is None:
            return None
        if self.text.unit(found["n"]) not in PERSONS + "个":
            stay_out("a gap of what")
        return [["gap", self.single(found["a"]), self.single(found["b"]), self.text.number(found["n"])]]

    def _near(self, start: int, end: int) -> list[Condition] | None:
        verb = r"(?:安排|排|站|坐|放|摆)?(?:在)?"
        found = self.text.take(
            rf"(?P<a>{self.one})(?:{MUST})?(?P<how>{NOT}|{MUST})?{verb}(?:和|与|跟|同)(?P<b>{self.one}){_PEOPLE}(?P<how2>{NOT}|{MUST})?{verb}(?P<near>{NEAR})", start, end
        ) or self.text.take(
            rf"(?P<who>{self.many}){_PEOPLE}(?P<how>(?:{MUST}|{ALL}|{NOT}|{EXACT}|互|任[意何]?[两2二{N[1:-1]}](?:人|{O})?|彼此|两两|安排|排|站|坐|放|摆|{SAME})*)(?:在)?(?P<near>{NEAR})", start, end
        )
        if found is None:
            found = self.text.take(rf"任[意何]?(?:两|{N})(?:{O})?(?P<who>{self.one})(?:之间)?(?:都|均)?(?P<how>{NOT})(?P<near>{NEAR})", start, end)
        if found is None:
            return None
        told = found.groupdict()
        who = told.get("who") or (told["a"] + told["b"])
        how = (told.get("how") or "") + (told.get("how2") or "")
        cells = self.cells(who)
        number = sum(self.scene.cells[cell][1] for cell in cells)
        if number < 2:
            stay_out("beside whom")
        groups = self.groups(who)
        if len(groups) > 1 and any(sum(self.scene.cells[cell][1] for cell in group) > 1 for group in groups):
            stay_out("sorts beside each other")
        if "不" in how or "避免" in how or "禁止" in how or "没" in how or "未" in how:
            if number > 2 and not patterns.search(r"互|任|两两|彼此|都不|均不|[两二2]", how + found[0][len(who) :]):
                stay_out("not all together, or none beside another")
            if patterns.search(r"不(?:能|可以|可|得|要)*(?:都|全|均|同时)", how):
                return [["not", [["near", cells]]]] if number == 2 else stay_out("not all together")
            return [["far", cells]]
        return [["near", cells]]

    def _order(self, start: int, end: int) -> list[Condition] | None:
        side = r"(?:的)?(?P<side>左|右|前|后|之前|之后)(?:[边面侧方])?(?:的位置)?"
        found = self.text.take(rf"(?P<a>{self.one})(?:{MUST})?(?P<not>{NOT})?{_AT}(?P<b>{self.one}){side}(?:发言|出场|表演|站|到|演出)?", start, end)
        if found is None:
            return None
        one, other = self.single(found["a"]), self.single(found["b"])
        if len(one) != 1 or len(other) != 1:
            stay_out("whose order")
        before = ("左" in found["side"] or "前" in found["side"]) != bool(found["not"])
        return [["before", [*one, *other] if before else [*other, *one]]]

    def _subject(self, at: int) -> str:
        """Whom a clause without a subject speaks of: who was told last before it."""
        before = list(patterns.finditer(self.many, self.told[:at]))
        return before[-1][0] if before else stay_out("who")

    def _at(self, start: int, end: int) -> list[Condition] | None:
        """Who is at certain places of the row, or is not."""
        place = rf"{_AT}(?P<where>{_WHERE})(?:(?:的)?位置)?(?:上)?(?:发言|出场|表演)?"
        also = rf"(?P<also>(?:,?(?:也|又|且|并且|而且|和|或)*(?:{NOT})?{_AT}(?:{_WHERE}))*)"
        found = (
            self.text.take(rf"(?P<who>{self.many})(?P<people>{_PEOPLE})(?P<how>(?:{MUST}|{NOT}|{ALL}|{EXACT}|只)*){place}{also}", start, end)
            or self.text.take(rf"(?P<where>{_ENDS})(?P<how>(?:{MUST}|{NOT}|{ALL})*)(?:站|排|坐|是|为|安排|放)(?P<who2>{self.one})", start, end)
            or self.text.take(rf"(?:但|且|也|又|而且|并且)(?P<how>(?:{MUST}|{NOT}|{ALL}|{EXACT}|只)*){place}{also}", start, end)
        )
        if found is None:
            return None
        told = found.groupdict()
        who = told.get("who") or told.get("who2") or self._subject(found.start())
        how, also_told = told["how"] or "", told.get("also") or ""
        cells, spots = self.cells(who), _where(self.scene, told["where"])
        number = sum(self.scene.cells[cell][1] for cell in cells)
        negated = patterns.search(r"不|没|未|避免|禁止", how) is not None
        if also_told:
            if not negated or not patterns.search("也不|又不|不|或|和", also_told):
                stay_out("here and there")
            spots = sorted({*spots, *_where(self.scene, also_told)})
        if negated:
            if number > 1 and len(spots) > 1 and patterns.search(r"不(?:能|可以|可|得)*(?:都|全|均|同时)", how):
                stay_out("not both at the ends")
            return [["count", cells, spots, [0]]]
        if told.get("who2"):
            return [["count", cells, spots, [len(spots)]]]
        if number > len(spots):
            stay_out("more than there are places")
        return [["count", cells, spots, [number]]]

    # --- places --------------------------------------------------------------------------------------------------------------------

    @property
    def _taken_rules(self) -> tuple[Callable[[int, int], list[Condition] | None], ...]:
        return (self._named_count, self._together_chosen, self._chosen)

    @property
    def _day_rules(self) -> tuple[Callable[[int, int], list[Condition] | None], ...]:
        places = self.scene.places
        of_days = bool(places) and places[0].startswith("周") and len(places) == self.scene.total
        return (self._between, self._gap, self._near, self._order) if of_days else ()

    def _inside(self) -> list[int]:
        return list(range(len(self.scene.lows) - (1 if self.scene.out else 0)))

    def _place(self) -> str:
        noun = self.scene.place_noun
        words = "|".join(re.escape(each) for each in dict.fromkeys((noun, noun[-2:], noun[:2], noun[-1:], noun[:1])) if each)
        return rf"[{UNITS}]?(?:{words})?" if noun else r"(?:处|组|份|堆|队|人)"

    def _each_place(self, start: int, end: int) -> list[Condition] | None:
        """So many to each of the places."""
        scene = self.scene
        found = self.text.take(
            rf"(?:保证|使得?)?(?:{EACH})(?P<place>{self._place()})(?:{O}{{0,2}}?)(?:都|均)?(?:{MUST})*(?P<how>{LEAST}|{MOST}|{EXACT}|都|均|只|)(?P<gap2>{O}{{0,4}}?)(?P<n>{N})(?P<gap>{O}{{0,4}}?)(?:[、,]?(?:也|且|但)?(?P<how3>{MOST}|{LEAST})(?P<gap3>{O}{{0,4}}?)(?P<n3>{N})(?P<gap4>{O}{{0,4}}))?(?=[,;。?!()\ue000]|$)",
            start,
            end,
        )
        if found is not None and self._is_place(found["place"]):
            number = self.text.number(found["n"])
            least, most = patterns.search(LEAST, found["how"]), patterns.search(MOST, found["how"])
            for place in self._inside():
                if not most:
                    scene.lows[place] = max(scene.lows[place], number)
                if not least:
                    scene.highs[place] = min(scene.highs[place], number)
            if found["n3"]:
                for place in self._inside():
                    if patterns.search(MOST, found["how3"]):
                        scene.highs[place] = self.text.number(found["n3"])
                    else:
                        scene.lows[place] = self.text.number(found["n3"])
            scene.settled = True
            return []
        if found is not None:
            return self._one_each(found)
        found = self.text.take(
            rf"(?:{EACH})?{self._place()}(?:都|均)(?:{MUST})?(?:有|去)(?:{O}{{0,2}})|(?:{NOT})(?:有|允许|出现)*空(?:{O})?|(?:{EACH})?{self._place()}(?:都|均)?不(?:能|可|得|为|是)*(?:为)?空", start, end
        )
        if found is not None:
            for place in self._inside():
                scene.lows[place] = max(scene.lows[place], 1)
            scene.settled = True
            return []
        found = self.text.take(rf"(?:{EACH}{self._place()})?(?:可以|允许|可)(?:有)?的?(?:{self._place()})?(?:为|是)?空(?:{O})?|(?:{EACH})(?:人|{O}{{0,2}})(?:可以|可)?任[选意](?:{O}{{0,2}}?)(?:其中)?", start, end)
        if found is not None:
            scene.free = scene.settled = True
            return []
        return None

    def _is_place(self, said: str) -> bool:
        noun, unit = self.scene.place_noun, said[:1]
        if unit and unit == self.scene.place_unit != self.scene.unit and unit not in PERSONS:
            return True
        word = patterns.sub(rf"^[{UNITS}](?=.)", "", said)
        if not word:
            return not of_persons(self.scene) or self.scene.shape == "groups" or said not in ("人", "名", "位")
        if word in ("人", "名", "位"):
            return not of_persons(self.scene)
        own = self.scene.noun or self.scene.sorts[0].noun
        return bool(noun) and (noun.endswith(word) or word in noun) and not own.endswith(word)

    def _one_each(self, found: re.Match[str]) -> list[Condition]:
        """Everybody goes to one place: that is what an arrangement is."""
        if self.text.number(found["n"]) != 1 or patterns.search(rf"{LEAST}|{MOST}", found["how"]):
            stay_out("several places for one")
        self.scene.settled = True
        return []

    def _each_one(self, start: int, end: int) -> list[Condition] | None:
        """Everybody goes to just one place."""
        mover = re.escape((self.scene.noun or self.scene.sorts[0].noun)[-2:])
        found = self.text.take(
            rf"(?:且)?(?:{EACH})(?:[人名个位]|{O}{{0,2}}?)(?:{mover})?(?:都|均)?(?:只|仅|恰好?|限|必须|能够?|可以?|要|需|须|且|被)*(?:分配|分派|安排|派|分|去|到|值|参加|担任|选择?|报名?|从事|负责|住|进|入|往|在|于|放|装)+(?:且(?:只|仅)[^\ue000-\ue3ff]{{1,3}})?(?:其中)?(?:的)?(?P<n>{N})(?P<gap>{O}{{0,4}})(?=[,;。?!()\ue000]|$)",
            start,
            end,
        )
        if found is None:
            return None
        if self.text.number(found["n"]) != 1:
            stay_out("several places for one")
        self.scene.settled = True
        return []

    def _sizes(self, start: int, end: int) -> list[Condition] | None:
        """So many to each place by its name."""
        names = [each for each in self.scene.places if not each.isdigit()]
        if not names:
            return None
        place = "(?:" + "|".join(self._name(each) for each in names) + ")"
        found = self.text.search(rf"(?P<p>{place})(?:{self._place()})?(?:{MUST})?(?P<how>{LEAST}|{MOST}|{EXACT}|)(?:有|去|要|需|安排|派|分|得)*(?P<n>{N})(?:人)?", start, end)
        if found is None:
            return None
        self.text.mark(found)
        at = next(number for number, each in enumerate(self.scene.places) if patterns.fullmatch(self._name(each), found["p"]))
        number = self.text.number(found["n"])
        if not patterns.search(MOST, found["how"]):
            self.scene.lows[at] = number
        if not patterns.search(LEAST, found["how"]):
            self.scene.highs[at] = number
        self.scene.settled = True
        return []

    def _name(self, place: str) -> str:
        """How a place stands in the text: by its sign, or as it is written."""
        return chr(0xE200 + self.text.names.index(place)) if place in self.text.names else re.escape(place)

    def _same_place(self, start: int, end: int) -> list[Condition] | None:
        same = r"(?:在|到|去|分[到在]|安排[到在]|被分[到在]|派[到往]|住|进|为|是|选择?|坐|乘坐?|参加)*"
        one = rf"(?:(?P<kind>同一?|相同的?|不同的?)(?:个|所|间|组|天|家|处|项|辆|班|队|种|支)?(?:{re.escape(self.scene.place_noun)}|{O}{{1,3}}?)?)"
        found = self.text.take(
            rf"(?P<who>{self.one}(?:[、,和与及跟]?{self.one})+){_PEOPLE}(?P<how>(?:{NOT}|{MUST}|{ALL}|{EXACT})*){same}{one}(?={O}{{0,3}}(?:[,;。?!的\ue000]|$))", start, end
        )
        if found is None:
            return None
        cells = self.single(found["who"])
        negated = patterns.search(r"不|没|未|避免|禁止", found["how"]) is not None
        if negated and len(cells) > 2:
            stay_out("not all, or none")
        if found["kind"].startswith("不同"):
            return [["same" if negated else "apart", cells]]
        return [["apart" if negated else "same", cells]]

    def _goes(self, start: int, end: int) -> list[Condition] | None:
        """Who must go where, or must not."""
        names = [each for each in self.scene.places if not each.isdigit()]
        if not names:
            return None
        place = "(?:" + "|".join(self._name(each) for each in names) + ")"
        found = self.text.take(
            rf"(?P<who>{self.many}){_PEOPLE}(?P<how>(?:{NOT}|{MUST}|{ALL}|只)*){_GOES}(?P<where>{place}(?:(?:[、和与或]|或者){place})*)(?:{re.escape(self.scene.place_noun)})?(?:值班|工作)?", start, end
        )
        if found is None:
            return None
        cells = self.cells(found["who"])
        spots = [number for number, each in enumerate(self.scene.places) if patterns.search(self._name(each), found["where"])]
        if patterns.search(r"不|没|未|避免|禁止", found["how"]):
            if len(cells) > 1 and patterns.search(r"同时|不(?:能|可|得)*(?:都|全|均)", found["how"]):
                stay_out("not both")
            return [["count", cells, spots, [0]]]
        number = sum(self.scene.cells[cell][1] for cell in cells)
        if self.scene.take and "只" in found["how"]:  # where he goes if he goes at all
            others = [place for place in self._inside() if place not in spots]
            return [["count", cells, others, [0]]]
        return [["count", cells, spots, [number]]]
