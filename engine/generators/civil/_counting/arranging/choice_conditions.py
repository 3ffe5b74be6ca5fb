"""Conditions on what is taken: how many of whom."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.civil._counting.arranging.told import PEOPLE, Condition, Told
from engine.generators.civil._counting.arranging.words import (
    ALL,
    DIFFERENT,
    EACH,
    EXACT,
    LEAST,
    MOST,
    MUST,
    NOT,
    OPEN,
    SAME,
    N,
)
from engine.generators.reading import stay_out

_CHOSEN = r"(?:被|能)?(?:选中|选上|入选|当选|选派|派去|选出|选到|选|参加|参与|在内|在列|派出|抽中|抽到|取到|摸到|去|上场|出战|出席|到场|挑中|挑上)(?:的)?"
_COUNTED = rf"(?:{LEAST}|{MOST}|{EXACT})"


class OfChoice(Told):
    """How many of a sort are among what is taken, and who is."""

    def _numbers(self, how: str, number: int) -> list[int]:
        most = self.scene.take
        if patterns.search(LEAST, how):
            return list(range(number, most + 1))
        if patterns.search(MOST, how):
            return list(range(number + 1))
        return [number]

    def _both_sorts(self, start: int, end: int) -> list[Condition] | None:
        found = self.text.take(
            rf"(?:既有|有)(?P<a>{self.one})(?:,)?(?:又|也|且|并且)?有(?P<b>{self.one})|(?P<who>{self.one}(?:{self.sep}{self.one})+)(?:两[种类]|[三]种)?{OPEN}{{0,2}}?(?:{MUST}|{ALL}|各)*(?:有人?|参加|入选|(?:{LEAST})各?(?:有|选|派|取)?(?P<n>{N})(?:人|{OPEN})?)(?=[,;。?!的\ue000]|$)",
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
            rf"(?P<who>{self.one}(?:{self.sep}{self.one})+){PEOPLE}[中里]?(?:(?P<how>{_COUNTED})(?:要|需)?(?:有)?(?P<n>{N})(?:人)?|(?P<not>(?:{NOT})同时|同时(?:{NOT})|(?:{NOT}){ALL})|(?P<none>{NOT}))(?:{_CHOSEN})",
            start,
            end,
        )
        if found is None:
            return None
        cells = self.single(found["who"])
        if found["n"]:
            return [["count", cells, self.taken, self._numbers(found["how"], self.text.number(found["n"]))]]
        if found["not"]:
            if patterns.match(r"(?:都|均|全都|全)不", found["not"]):
                return [["count", cells, self.taken, [0]]]
            return [["count", cells, self.taken, list(range(len(cells)))]]
        if patterns.match(r"不|没|未", found["none"]):
            stay_out("not both, or neither")
        return [["count", cells, self.taken, [0]]]

    def _both_or_neither(self, start: int, end: int) -> list[Condition] | None:
        """`要么都参加，要么都不参加`."""
        found = self.text.take(
            rf"(?P<who>{self.one}(?:{self.sep}{self.one})+){PEOPLE}(?:要么|或者?|只能)?(?:都|同时|一起|均)(?:被)?(?P<v>{_CHOSEN}),?(?:要么|或者?)(?:都|均|同时)不(?:被)?(?P=v)",
            start,
            end,
        )
        if found is None:
            return None
        cells = self.single(found["who"])
        return [["count", cells, self.taken, [0, len(cells)]]]

    def _count_of(self, start: int, end: int) -> list[Condition] | None:
        """So many of a sort."""
        found = self.text.take(
            rf"(?P<how>{_COUNTED})(?:有|是|选|派|取|包含|含|要)*(?P<n>{N})(?:人)?(?:是|为|会)?(?P<gap>(?:{SAME}的)?)(?P<who>{self.one})(?:{_CHOSEN})?|(?P<who2>{self.one})(?:的)?(?:{OPEN}{{1,2}}数)?(?:{MUST})?(?P<how2>{_COUNTED})(?:有|是|选|派|取|占|为|要)*(?P<n2>{N})(?:人)?(?:{_CHOSEN})?",
            start,
            end,
        )
        if found is None:
            return None
        number = self.text.number(found["n"] or found["n2"])
        return [["count", self.cells(found["who"] or found["who2"]), self.taken, self._numbers(found["how"] or found["how2"], number)]]

    def _together_chosen(self, start: int, end: int) -> list[Condition] | None:
        """All of them, or all of what is taken are of them."""
        found = self.text.take(
            rf"(?P<who>{self.one}(?:{self.sep}{self.one})+){PEOPLE}(?:{MUST})?(?:{ALL})(?:{MUST})?(?:{_CHOSEN})", start, end
        )
        if found is not None:
            cells = self.single(found["who"])
            return [["count", cells, self.taken, [len(cells)]]]
        found = self.text.take(rf"(?:{EXACT})?(?P<not>不)?(?:全部|全都|全|都|均)(?:不)?(?:是|为)?(?P<who>{self.one})", start, end)
        if found is None:
            return None
        if "不" in found[0]:
            if not patterns.match(r"(?:都|均|全都)不", found[0]):
                stay_out("not all")
            return [["count", self.cells(found["who"]), self.taken, [0]]]
        return [["count", self.cells(found["who"]), self.taken, [self.scene.take]]]

    def _chosen(self, start: int, end: int) -> list[Condition] | None:
        """One who must be taken, or must not."""
        forced = self.text.take(rf"(?:{MUST})(?:包含|含|有|选|拿|取)(?P<who>{self.one})(?=[,;。?!]|$)", start, end)
        if forced is not None:
            cells = self.single(forced["who"])
            return [["count", cells, self.taken, [len(cells)]]]
        none = self.text.take(rf"(?<!有)没有(?:{_CHOSEN})?(?P<who>{self.one})", start, end)
        if none is not None:
            return [["count", self.cells(none["who"]), self.taken, [0]]]
        found = self.text.take(rf"(?P<who>{self.one})(?:{OPEN}{{0,2}}?)(?P<how>{MUST}|{NOT}|被)(?:{_CHOSEN})", start, end)
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
        colours = self.text.take("(?P<same>同色|同性别?)|(?P<other>异色|异性)", start, end)
        if colours is not None:
            if (colours["other"] and self.scene.take > 2) or not all(
                patterns.search("[红黄蓝绿白黑男女]", each.noun) for each in self.scene.sorts
            ):
                stay_out("of one colour")
            return [["sorts", self.scene.of_sort, 0, [1 if colours["same"] else 2]]]
        found = self.text.take(
            rf"(?:来自|属于|是|为)?(?:(?P<how>{SAME}|{DIFFERENT})的?(?P<what>{OPEN}{{1,3}}?)(?=的|[,;。?!\ue000]|$)|(?P<what2>{OPEN}{{2}})(?P<how2>{SAME}|{DIFFERENT}))(?:的)?",
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
            or what in ("种", "类", "种类", "类型", "品种", "科目", "学科")
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

    def _one_taken(self, start: int, end: int) -> list[Condition] | None:
        """Of what sort the only one is that is taken: `拿出的是咖啡`, `摸到红球`."""
        if self.scene.take != 1:
            return None
        found = self.text.take(
            rf"(?:取|摸|抽|拿|选|挑|派)[出到中走]?(?:来)?(?:的)?(?:{N})?(?:{OPEN}{{0,2}}?)(?P<not>不)?(?:恰好|正好)?(?:是|为|来自)?(?P<who>{self.one})(?=的?(?:[,;。?!\ue000]|$))",
            start,
            end,
        )
        if found is None:
            return None
        return [["count", self.cells(found["who"]), [0], [0 if found["not"] else 1]]]

    def _composition(self, start: int, end: int) -> list[Condition] | None:
        """`2 男 1 女`, `男、女各 2 人`: so many of each, together what is taken."""
        each_so_many = self.text.search(
            rf"(?P<who>{self.one}(?:{self.sep}{self.one})+){OPEN}{{0,2}}(?:{MUST})?各(?:有|选|派|取)?(?P<n>{N})(?:人)?", start, end
        )
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
            rf"(?:(?P<all>{N})|{EACH})种?(?P<gap>{OPEN}{{0,4}}?)(?:的)?{OPEN}?(?:都|均)?(?P<each>各)?(?P<how>{_COUNTED}|)(?P<each2>各)?(?:有|选|取)?(?P<n>{N})(?=[,;。?!的\ue000]|$)",
            start,
            end,
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
        by = self.text.take(rf"(?P<a>{self.one})比(?P<b>{self.one})(?:恰好?|正好)?(?P<how>多|少)(?P<n>{N})(?:人)?", start, end)
        if by is not None:
            one, other = (by["a"], by["b"]) if by["how"] == "多" else (by["b"], by["a"])
            return [["differ", self.cells(one), self.cells(other), 0, self.text.number(by["n"])]]
        found = self.text.take(
            rf"(?:其中)?(?P<a>{self.one})(?:的)?(?:{OPEN}?数量?)?(?:比(?P<b>{self.one})(?:的)?(?:{OPEN}?数量?)?(?P<how>多|少)|(?P<how2>多于|少于|不(?:能|得|可)?(?:少于|多于))(?P<b2>{self.one})(?:的)?(?:{OPEN}?数量?)?)(?![\ue100-\ue1ff])",
            start,
            end,
        )
        if found is None:
            return None
        one, other, how = self.cells(found["a"]), self.cells(found["b"] or found["b2"]), found["how"] or found["how2"]
        if "少" in how:
            return [["more", one, other, 0, True]] if "不" in how else [["more", other, one, 0, False]]
        return [["more", other, one, 0, True]] if "不" in how else [["more", one, other, 0, False]]
