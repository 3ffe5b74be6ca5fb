"""Conditions on places: how many each gets, who goes where."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.civil._counting.arranging.scene import PERSONS, of_persons
from engine.generators.civil._counting.arranging.told import PEOPLE, Condition, Told
from engine.generators.civil._counting.arranging.words import (
    ALL,
    EACH,
    END,
    EXACT,
    LEAST,
    MOST,
    MUST,
    NOT,
    OPEN,
    UNITS,
    N,
)
from engine.generators.reading import stay_out

_GOES = rf"(?:{OPEN}|分别|被){{0,6}}?"


class OfPlaces(Told):
    """How many go to a place, and who."""

    def _inside(self) -> list[int]:
        return list(range(len(self.scene.lows) - (1 if self.scene.out else 0)))

    def _place(self) -> str:
        noun = self.scene.place_noun
        words = "|".join(re.escape(each) for each in dict.fromkeys((noun, noun[-2:], noun[:2], noun[-1:], noun[:1])) if each)
        return rf"[{UNITS}]?(?:{words})?" if noun else r"(?:处|组|份|堆|队|人)"

    def _unequal(self, start: int, end: int) -> list[Condition] | None:
        """So many to one, so many to another, and nobody says to which: `一份 1 本，一份 2 本，一份 3 本`."""
        one = rf"{N}(?:得到?|分到?|拿到?|有)?{N}"
        found = self.text.search(rf"(?:其中)?{one}(?:[、,]{one})+", start, end)
        if found is None:
            return None
        pairs = [patterns.findall(N, each[0]) for each in patterns.finditer(one, found[0])]
        units = {self.scene.place_unit, "人" if self.scene.place_unit in PERSONS else self.scene.place_unit}
        if any(self.text.number(which) != 1 or self.text.unit(which) not in units for which, _ in pairs):
            return None
        sizes = [self.text.number(many) for _, many in pairs]
        if len(sizes) != len(self._inside()) or sum(sizes) != (self.scene.take or self.scene.total):
            stay_out("so many to whom")
        self.text.mark(found)
        self.scene.sizes, self.scene.settled = sizes, True
        return []

    def _each_place(self, start: int, end: int) -> list[Condition] | None:
        """So many to each of the places."""
        scene = self.scene
        found = self.text.take(
            rf"(?:保证|使得?)?(?:{EACH})(?P<place>{self._place()})(?:{OPEN}{{0,2}}?)(?:都|均)?(?:{MUST})*(?P<how>{LEAST}|{MOST}|{EXACT}|都|均|只|)(?P<gap2>{OPEN}{{0,4}}?)(?P<n>{N})(?P<gap>{OPEN}{{0,4}}?)(?:[、,]?(?:也|且|但)?(?P<how3>{MOST}|{LEAST})(?P<gap3>{OPEN}{{0,4}}?)(?P<n3>{N})(?P<gap4>{OPEN}{{0,4}}))?(?=[,;。?!()\ue000]|$)",
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
            rf"(?:{EACH})?{self._place()}(?:都|均)(?:{MUST})?(?:有|去)(?:{OPEN}{{0,2}})|(?:{NOT})(?:有|允许|出现)*空(?:{OPEN})?|(?:{EACH})?{self._place()}(?:都|均)?不(?:能|可|得|为|是)*(?:为)?空",
            start,
            end,
        )
        if found is not None:
            for place in self._inside():
                scene.lows[place] = max(scene.lows[place], 1)
            scene.settled = True
            return []
        found = self.text.take(
            rf"(?:{EACH}{self._place()})?(?:可以|允许|可)(?:有)?的?(?:{self._place()})?(?:为|是)?空(?:{OPEN})?|(?:{EACH})(?:人|{OPEN}{{0,2}})(?:可以|可)?任[选意](?:{OPEN}{{0,2}}?)(?:其中)?",
            start,
            end,
        )
        if found is not None:
            scene.free = scene.settled = True
            return []
        return None

    def _composed(self, start: int, end: int) -> list[Condition] | None:
        """`每组由 1 名教师和 2 名学生组成`: so many of each sort at every place."""
        scene = self.scene
        item = rf"{N}(?:{'|'.join(word for sort in range(len(scene.sorts)) for word in scene.words_of(sort)) or '(?!)'})"
        found = self.text.search(
            rf"(?:{EACH}){self._place()}(?:都|均)?(?:{MUST})?(?:由|有|安排|包括|分到|派|分配|分派|去|需要?|得到)*(?P<list>{item}(?:[、,和与及]{item})+)(?:组成|构成)?(?={END}|$)",
            start,
            end,
        )
        if found is None or len(scene.sorts) < 2:
            return None
        told: list[Condition] = []
        for each in patterns.finditer(rf"(?P<n>{N})(?P<who>[^、,和与及{N[1:-1]}]+)", found["list"]):
            cells, number = self.cells(each["who"]), self.text.number(each["n"])
            told += [["count", cells, [place], [number]] for place in self._inside()]
        every = sum(self.text.number(sign) for sign in patterns.findall(N, found["list"]))
        scene.lows[: len(self._inside())] = scene.highs[: len(self._inside())] = [every] * len(self._inside())
        scene.settled = True
        self.text.mark(found)
        return told

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
            rf"(?:且)?(?:{EACH})(?:[人名个位]|{OPEN}{{0,2}}?)(?:{mover})?(?:都|均)?(?:只|仅|恰好?|限|必须|能够?|可以?|要|需|须|且|被)*(?:分配|分派|安排|派|分|去|到|值|参加|担任|选择?|报名?|从事|负责|住|进|入|往|在|于|放|装)+(?:且(?:只|仅)[^\ue000-\ue3ff]{{1,3}})?(?:其中)?(?:的)?(?P<n>{N})(?P<gap>{OPEN}{{0,4}})(?=[,;。?!()\ue000]|$)",
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
        found = self.text.search(
            rf"(?P<p>{place})(?:{self._place()})?(?:{MUST})?(?P<how>{LEAST}|{MOST}|{EXACT}|)(?:有|去|要|需|安排|派|分|得)*(?P<n>{N})(?:人)?",
            start,
            end,
        )
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
        one = rf"(?:(?P<kind>同(?!时)一?|相同的?|不同(?!时)的?)(?:个|所|间|组|天|家|处|项|辆|班|队|种|支)?(?:{re.escape(self.scene.place_noun)}|{OPEN}{{1,3}}?)?)"
        found = self.text.take(
            rf"(?P<who>{self.one}(?:{self.sep}{self.one})+){PEOPLE}(?P<how>(?:{NOT}|{MUST}|{ALL}|{EXACT})*){same}{one}(?={OPEN}{{0,3}}(?:[,;。?!的\ue000]|$))",
            start,
            end,
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
            rf"(?P<who>{self.many}){PEOPLE}(?P<how>(?:{NOT}|{MUST}|{ALL}|只)*){_GOES}(?P<where>{place}(?:(?:[、和与或]|或者){place})*)(?:{re.escape(self.scene.place_noun)})?(?:值班|工作)?",
            start,
            end,
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
