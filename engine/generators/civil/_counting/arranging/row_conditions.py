"""Conditions on a row: who is beside whom, who is where."""

from __future__ import annotations

from itertools import pairwise

from engine.generators import patterns
from engine.generators.civil._counting.arranging.scene import PERSONS, Scene
from engine.generators.civil._counting.arranging.told import PEOPLE, Condition, Told
from engine.generators.civil._counting.arranging.words import (
    ALL,
    EACH,
    END,
    EXACT,
    LEAST,
    MOST,
    MUST,
    NEAR,
    NOT,
    OPEN,
    SAME,
    K,
    M,
    N,
    Text,
)
from engine.generators.reading import stay_out

_ENDS = r"(?:首尾两端|(?:最)?两[端头边侧](?:的?位置)?|首尾|排头(?:和|或|与|或者)排尾|[最]?左端?(?:和|或|与|或者)[最]?右端?(?:的?位置)?)"
_FIRST = r"(?:排头|队[首头]|最左[端边侧面]?|左端|最前[面边端]?(?:[\ue100-\ue1ff])?|首位|开[头场])"
_LAST = r"(?:排尾|队尾|最右[端边侧面]?|右端|最后(?:面|[\ue100-\ue1ff])?|末[位尾端]|压轴|结尾)"
_MIDDLE = r"(?:正中[间央]?|最中间|中间(?:位置)?|中央)"
_SPOT = rf"(?:{_ENDS}|(?:前|最后|后){N}(?!分钟|天)|{_FIRST}|{_LAST}|{_MIDDLE}|{K})"
_WHERE = rf"{_SPOT}(?:(?:[、或和]|或者)*{_SPOT})*"
_AT = r"(?:被|安排|站|排|坐|放|摆|列|发言|出场|表演|出现|位于|处于)*(?:在|于|到)?(?:队伍的?|这排的?|整排的?)?"


def _where(scene: Scene, said: str, text: Text) -> list[int]:
    """The spots of a row that are meant."""
    size = scene.total
    found: list[int] = []
    for each in patterns.finditer(rf"(?P<side>前|最后|后){N}|{_ENDS}|{_FIRST}|{_LAST}|{_MIDDLE}|{K}", said):
        word = each[0]
        if each["side"]:
            many = text.number(word[-1])
            found += range(many) if each["side"] == "前" else range(size - many, size)
        elif patterns.fullmatch(K, word):
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


class OfRow(Told):
    """Who stands beside whom, before whom, and at which place."""

    def _each_sort(self, start: int, end: int) -> list[Condition] | None:
        """`同类节目必须相连`, `同一部门的人不能相邻`: of every sort."""
        nouns = [each.noun for each in self.scene.sorts]
        found = self.text.take(
            rf"(?:要求|规定|且|{OPEN}{{2}}(?=要求|同))*(?:{EACH}(?:个|种(?!类)|类(?!型|别))?|同一?(?:个|种(?!类)|类(?!型|别))?|相同的?)(?P<what>类型?|种类|类别|种|{OPEN}{{2}})?的?(?P<gap>{OPEN}{{0,4}}?)(?P<how>(?:{MUST}|{ALL}|{NOT})*)(?:安排|排|站|坐|放|摆)?(?:在)?(?P<near>{NEAR})(?:演出|出场|表演|展出)?(?={END}|$)",
            start,
            end,
        )
        if found is None:
            return None
        what = found["what"] or "类"
        of_all = {nouns[0][at:] for at in range(len(nouns[0]))} if len(nouns) > 1 else set()
        if len(nouns) < 2 or not (what[0] in "类种" or all(noun.endswith(what) or f"{what}的" in noun for noun in nouns)):
            stay_out("of which sort")
        if found["gap"] and not any(found["gap"].endswith(each) for each in of_all if all(noun.endswith(each) for noun in nouns)):
            stay_out("of what sort")
        far = patterns.search("不|没|未|避免|禁止", found["how"]) is not None
        return [["far" if far else "near", cells] for cells in self.scene.of_sort if sum(self.scene.cells[cell][1] for cell in cells) > 1]

    def _alternate(self, start: int, end: int) -> list[Condition] | None:
        found = self.text.take(rf"(?P<a>{self.one})[、和与]?(?P<b>{self.one})(?:{MUST})?(?:相间|交替|间隔)(?:排列|站|排|坐)?", start, end)
        if found is None:
            return None
        groups = self.groups(found["a"] + found["b"])
        if sum(self.scene.cells[cell][1] for group in groups for cell in group) != self.scene.total:
            stay_out("others among them")
        return [["alternate", groups]]

    def _between(self, start: int, end: int) -> list[Condition] | None:
        found = self.text.take(
            rf"(?P<m>{self.one})(?:{MUST})?{_AT}(?P<a>{self.one})[、和与](?P<b>{self.one}){PEOPLE}(?:的)?(?:之间|中间)", start, end
        )
        if found is None:
            return None
        return [["between", [*self.single(found["a"]), *self.single(found["m"]), *self.single(found["b"])]]]

    def _gap(self, start: int, end: int) -> list[Condition] | None:
        found = self.text.take(
            rf"(?P<a>{self.one})[、,和与及跟]?(?P<b>{self.one}){PEOPLE}(?:之间|中间)?(?:{MUST})?(?:{EXACT})?(?:间隔|相隔|隔|有|站|夹)(?:着|了)?(?:{EXACT})?(?P<n>{N})(?:人)?",
            start,
            end,
        )
        if found is None:
            return None
        if self.text.unit(found["n"]) not in PERSONS + "个":
            stay_out("a gap of what")
        return [["gap", self.single(found["a"]), self.single(found["b"]), self.text.number(found["n"])]]

    def _near(self, start: int, end: int) -> list[Condition] | None:
        verb = r"(?:安排|排|站|坐|放|摆)?(?:在)?"
        each = self.text.take(
            rf"(?P<a>{self.one})(?P<how>{NOT}|{MUST})?{verb}(?:和|与|跟|同)(?P<b>{self.one}(?:[、和与及]{self.one})+)(?P<how2>(?:{MUST}|{ALL}|{NOT})*){verb}(?P<near>{NEAR})",
            start,
            end,
        )
        if each is not None:
            how = (each["how"] or "") + each["how2"]
            one, others = self.single(each["a"]), self.groups(each["b"])
            if any(len(other) != 1 or self.scene.cells[other[0]][1] != 1 for other in others):
                stay_out("beside a sort")
            negated = patterns.search(r"不|没|未", how) is not None
            if negated and patterns.search(r"不(?:能|可以|可|得)*(?:都|全|均|同时)", how):
                stay_out("not both")
            if not negated and not patterns.search(ALL, how):
                stay_out("all together, or one beside each")
            return [["far" if negated else "near", [*one, *other]] for other in others]
        found = self.text.take(
            rf"(?P<a>{self.one})(?:{MUST})?(?P<how>{NOT}|{MUST})?{verb}(?:和|与|跟|同)(?P<b>{self.one}){PEOPLE}(?P<how2>{NOT}|{MUST})?{verb}(?P<near>{NEAR})",
            start,
            end,
        ) or self.text.take(
            rf"(?P<any>任[意何]?(?:两|{N})(?:个|名|位|人)?)?(?P<who>{self.many}){PEOPLE}[中里]?(?:的?{OPEN}{{0,3}}[顺次]序)?(?P<how>(?:{MUST}|{ALL}|{NOT}|{EXACT}|互|任[意何]?[两2二{N[1:-1]}](?:人|{OPEN})?|彼此|两两|安排|排|站|坐|放|摆|{SAME})*)(?:在)?(?P<near>{NEAR})",
            start,
            end,
        )
        if found is None:
            found = self.text.take(
                rf"任[意何]?(?:两|{N})(?:{OPEN})?(?P<who>{self.one})(?:之间)?(?:都|均)?(?P<how>{NOT})(?P<near>{NEAR})", start, end
            )
        if found is None:
            return None
        told = found.groupdict()
        who = told.get("who") or (told["a"] + told["b"])
        how = (told.get("any") or "") + (told.get("how") or "") + (told.get("how2") or "")
        cells = self.cells(who)
        number = sum(self.scene.cells[cell][1] for cell in cells)
        if number < 2:
            stay_out("beside whom")
        groups = self.groups(who)
        if len(groups) > 1 and any(sum(self.scene.cells[cell][1] for cell in group) > 1 for group in groups):
            stay_out("sorts beside each other")
        if "不" in how or "避免" in how or "禁止" in how or "没" in how or "未" in how:
            of_a_sort = len(groups) == 1 and len(groups[0]) < number and not patterns.search("都|全|均|同时", how)
            if patterns.search(r"不(?:能|可以|可|得|要)*(?:都|全|均|同时)", how):
                return [["not", [["near", cells]]]]
            if number > 2 and not of_a_sort and not patterns.search(r"互|任|两两|彼此|都不|均不|[两二2]", how + found[0][len(who) :]):
                stay_out("not all together, or none beside another")
            return [["far", cells]]
        return [["near", cells]]

    def _order(self, start: int, end: int) -> list[Condition] | None:
        side = r"(?:的)?(?P<side>左|右|前|后|之前|之后)(?:[边面侧方])?(?:的位置)?"
        found = self.text.take(
            rf"(?P<a>{self.one})(?:{MUST})?(?P<not>{NOT})?{_AT}(?P<b>{self.one}){side}(?:发言|出场|表演|站|到|演出)?", start, end
        )
        if found is None:
            return None
        one, other = self.single(found["a"]), self.single(found["b"])
        if len(one) != 1 or len(other) != 1:
            stay_out("whose order")
        before = ("左" in found["side"] or "前" in found["side"]) != bool(found["not"])
        return [["before", [*one, *other] if before else [*other, *one]]]

    def _order_kept(self, start: int, end: int) -> list[Condition] | None:
        """`甲乙丙三人顺序固定`: they stand in one order, whichever that is."""
        found = self.text.take(
            rf"(?P<who>{M}(?:[、,和与及]?{M})+){PEOPLE}(?:的)?(?:相对|先后|左右|前后|排列)*[顺次]序(?:必须|要求|要|已经?)?(?:保持)?(?:固定|一定|确定|不变)(?:不变)?(?={END})",
            start,
            end,
        )
        if found is None:
            return None
        cells = self.single(found["who"])
        if any(self.told.count(name) > 1 for name in patterns.findall(M, found["who"])):
            stay_out("which order of them")
        return [["before", [one, other]] for one, other in pairwise(cells)]

    def _subject(self, at: int) -> str:
        """Whom a clause without a subject speaks of: who was told last before it."""
        before = list(patterns.finditer(self.many, self.told[:at]))
        return before[-1][0] if before else stay_out("who")

    def _at(self, start: int, end: int) -> list[Condition] | None:
        """Who is at certain places of the row, or is not."""
        place = rf"{_AT}(?P<where>{_WHERE})(?:(?:的)?位置)?(?:上)?(?:去|发言|出场|表演|进行)?"
        some = self.text.take(
            rf"(?P<who>{self.many}){PEOPLE}(?:当中|中|里)?(?P<how>{LEAST}|{MOST}|{EXACT})有?(?P<n>{N})(?:人)?{place}", start, end
        )
        if some is not None:
            cells, number = self.single(some["who"]), self.text.number(some["n"])
            numbers = (
                range(number, len(cells) + 1)
                if patterns.search(LEAST, some["how"])
                else range(number + 1)
                if patterns.search(MOST, some["how"])
                else [number]
            )
            return [["count", cells, _where(self.scene, some["where"], self.text), list(numbers)]]
        also = rf"(?P<also>(?:,?(?:也|又|且|并且|而且|和|或)*(?:{NOT})?{_AT}(?:{_WHERE}))*)"
        found = (
            self.text.take(rf"(?P<who>{self.many})(?P<people>{PEOPLE})(?P<how>(?:{MUST}|{NOT}|{ALL}|{EXACT}|只)*){place}{also}", start, end)
            or self.text.take(
                rf"(?P<where>{_ENDS})(?P<how>(?:{MUST}|{NOT}|{ALL})*)(?:站|排|坐|是|为|安排|放)(?P<who2>{self.one})", start, end
            )
            or self.text.take(
                rf"(?:(?<![^,;。?!:()\n且但])|(?<=要求|其中|规定))(?P<where>{_FIRST}|{_LAST}|{_MIDDLE}|{K})(?P<gap>{OPEN}{{0,3}}?)(?P<how>(?:{MUST}|{NOT})*)(?:安排)?(?:站|排|坐|是|为)(?P<who2>{self.one})(?={END}|$)",
                start,
                end,
            )
            or self.text.take(rf"(?:但|且|也|又|而且|并且)(?P<how>(?:{MUST}|{NOT}|{ALL}|{EXACT}|只)*){place}{also}", start, end)
        )
        if found is None:
            return None
        told = found.groupdict()
        who = told.get("who") or told.get("who2") or self._subject(found.start())
        how, also_told = told["how"] or "", told.get("also") or ""
        if told.get("who") and patterns.search(rf"(?![求定果若且但而中的是有让使把将因为知现则名个位]){OPEN}$", self.told[: found.start()]):
            stay_out(f"some of them only: {who}")
        cells, spots = self.cells(who), _where(self.scene, told["where"], self.text)
        number = sum(self.scene.cells[cell][1] for cell in cells)
        negated = patterns.search(r"不|没|未|避免|禁止", how) is not None
        if also_told:
            if not negated or not patterns.search("也不|又不|不|或|和", also_told):
                stay_out("here and there")
            spots = sorted({*spots, *_where(self.scene, also_told, self.text)})
        if negated:
            if number > 1 and len(spots) > 1 and patterns.search(r"不(?:能|可以|可|得)*(?:都|全|均|同时)", how):
                all_there = len(spots) if told.get("who2") else number
                if all_there > min(number, len(spots)):
                    stay_out("never all of them")
                return [["not", [["count", cells, spots, [all_there]]]]]
            return [["count", cells, spots, [0]]]
        if told.get("who2"):
            return [["count", cells, spots, [len(spots)]]]
        if number > len(spots):
            stay_out("more than there are places")
        return [["count", cells, spots, [number]]]
