"""What a name in a question means: a thing, several together, what is left of a whole, or one thing for each of another."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.civil._problems.relations import total
from engine.generators.civil._statistics.told.marks import ANY
from engine.generators.civil._statistics.told.means import ALL_OF, ONE, Meaning, Means, just
from engine.generators.civil._statistics.told.things import (
    FREE,
    Thing,
    core_of,
    fit,
    is_within,
    key_of,
    nearest,
    of_one_scope,
    of_the_only,
    said_in,
)
from engine.generators.civil._statistics.told.units import of_one_sort, plain_unit
from engine.generators.reading import StayOut, stay_out

_OF_A_SORT = re.compile("[男女]|城镇|农村|乡村|第[一二三]产业|[一-龥]岁|老年|新能源")
"""Says which of all are meant: `全校男生` are no whole."""
_TOGETHER = r"(?:的)?(?:之和|总和|合计|总计|的和|加起来|加总|一共|总共|共计|两者|二者|三者)(?:数量|总?额|总?量)?(?:的)?(?:之和|总和|合计|总计|的和)?$"


class Meanings(Means):
    """The meanings of names among what a text told."""

    __slots__ = ()

    def of(self, name: str, unit: str = "", noun: str = "") -> Meaning:
        """What a name means; `unit`: that it is wanted in; `noun`: what stands behind the unit.

        Raises:
            StayOut: nothing that was told, or one of several things.
        """
        key = key_of(name)
        if not key or key in ("其", "它", "这一", "该"):
            if noun and (found := self._near(noun, unit)) is not None:
                return found
            return self._spoken_of(unit)
        if key == "原有":
            wholes = [thing for thing in self.book.things if thing.children and thing.parent is None]
            return just(wholes[0]) if len(wholes) == 1 else stay_out("how much at first")
        if key == "剩下":
            kin = [
                thing
                for thing in self.book.things
                if thing.parent is None and not thing.children and any(f.thing is thing for f in self.book.facts)
            ]
            if kin:
                stay_out("what is left without what")
            left = [thing for thing in self.book.things if thing.key.startswith("剩下") and not thing.children]
            if not left and len(wholes := [thing for thing in self.book.things if thing.children]) == 1:
                whole = wholes[0]
                rest = self.book.new("剩下的", None, whole.unit)
                self.book.equal(
                    self.book.at(whole, self.now),
                    total(self.book.at(rest, self.now), *(self.book.at(each, self.now) for each in whole.children)),
                )
                left = [rest]
            return just(left[0]) if len(left) == 1 else stay_out("what is left")
        for told, (above, below) in self.quotients.items():
            if key.endswith(told):
                lead = key.removesuffix(told)
                return self._over(self._of_quotient(lead, above), self._of_quotient(lead, below))
        trade = {"顺差": ("出口", "进口"), "逆差": ("进口", "出口")}
        for told, (one, other) in (*self.differences.items(), *trade.items()):
            if key.endswith(told):
                lead = key.removesuffix(told)
                first, second = self._of_quotient(lead, one), self._of_quotient(lead, other)
                return Meaning(((ONE, first), (-ONE, second)), unit=first.unit)
        if (all_of := self._of_all(name)) is not None:
            return all_of
        exact = [thing for thing in self._among(unit) if fit(thing, name, self.topic) in ((0, 0), (1, 0))]
        exact = of_one_scope(exact, name) if len(exact) > 1 else exact
        if len(exact) > 1:
            stay_out(f"several named {key}")
        if exact:
            return self._told(exact[0], key)
        if (together := self._together(key)) is not None:
            return together
        if (mean := self._mean_of_groups(key) or self._mean(key, unit, noun)) is not None:
            return mean
        if noun and (found := self._near(key + noun, unit)) is not None:
            return found
        found = self._near(key, unit)
        if found is not None:
            return found
        spoken = {fact.thing.number: fact.thing for fact in self.book.facts}
        if len(spoken) == 1 and of_the_only(only := next(iter(spoken.values())), key):
            self.used.append(only)
            return just(only)
        if (made := self._product(key) or self._both(key) or self._gain(key)) is not None:
            self.made.append(key)
            return made
        if (industries := self._industries(name)) is not None:
            return industries
        if (share := self._rate_of(key)) is not None:
            self.rates.append(key)
            return share
        stay_out(f"no thing named {key}")

    def _industries(self, name: str) -> Meaning | None:
        """`地区生产总值`, where the value added of the three industries is told and it is not: all of it."""
        if patterns.fullmatch("(?:地区|国内)?生产总值|(?:地区)?GDP", patterns.sub(f"{ANY}|的$", "", name)) is None:
            return None
        told = [[thing for thing in self.book.things if patterns.search(f"第{each}产业", thing.name)] for each in "一二三"]
        if any(len(each) != 1 or patterns.search("第.产业(?:增加值)?$", each[0].key) is None for each in told):
            return None
        parts = [each[0] for each in told]
        if not any(thing.key.endswith("增加值") for thing in parts) or any(plain_unit(thing.unit) != "元" for thing in parts):
            return None
        if any(thing.parent is not None for thing in parts) or any(patterns.search("生产总值|GDP", each.name) for each in self.book.things):
            return None
        self.used += parts
        return Meaning(tuple((ONE, thing) for thing in parts), unit=parts[0].unit)

    def _rate_of(self, key: str) -> Meaning | None:
        """`合格率`, where those that are so are told, and one thing more: all of them."""
        found = patterns.fullmatch(r"(?P<so>[\u4e00-\u9fff]{2,4})率", key)
        if found is None:
            return None
        words = {"正确": "正确|对", "命中": "命中|中", "及格": "及格"}.get(found["so"], found["so"])
        parts = [thing for thing in self.book.things if patterns.search(words, thing.key) and not patterns.search("[不未没非]", thing.key)]
        others = [thing for thing in self.book.things if patterns.search(f"[不未没非](?:{words})", thing.key)]
        wholes = [thing for thing in self.book.things if thing not in parts and thing not in others]
        if (
            len(self.book.things) != 2
            or not of_one_sort(self.book.things[0].unit, self.book.things[1].unit)
            or patterns.search("[不未没非]", key)
        ):
            return None
        if len(parts) == 1 and len(wholes) == 1 and not patterns.search("[不未没错坏次废]", wholes[0].key):
            return self._over(parts[0], wholes[0])
        if len(parts) == len(others) == 1:
            return Meaning(((ONE, parts[0]),), ((ONE, parts[0]), (ONE, others[0])), parts[0].unit, parts[0].unit)
        if len(others) == len(wholes) == 1:
            return Meaning(((ONE, wholes[0]), (-ONE, others[0])), ((ONE, wholes[0]),), wholes[0].unit, wholes[0].unit)
        return None

    def _of_all(self, name: str) -> Meaning | None:
        """`全校人数` where `男生 720 人，占全校的 60%` is told: the whole, not its part.

        Raises:
            StayOut: the part is all that is told of such a thing, and it is not what the whole is made of.
        """
        found = patterns.match(ALL_OF, patterns.sub(ANY, "", name))
        if found is None:
            return None
        own = {fact.thing.number for fact in self.book.facts}
        wholes = [
            thing
            for thing in self.book.things
            if thing.children and thing.number not in own and patterns.sub(ANY, "", thing.name).lstrip("的占").startswith(found[0])
        ]
        if len(wholes) != 1 or any(patterns.sub(ANY, "", thing.name) == patterns.sub(ANY, "", name) for thing in self.book.things):
            return None
        rest = FREE.sub("", patterns.sub(f"^{ALL_OF}", "", patterns.sub(ANY, "", name)))
        if _OF_A_SORT.search(rest):
            return None
        if not all(FREE.sub("", thing.key).endswith(rest) for thing in wholes[0].children):
            stay_out(f"no thing named {name}")
        self.used.append(wholes[0])
        return just(wholes[0])

    def exactly(self, key: str) -> Meaning | None:
        """What is told by just this name."""
        found = [thing for thing in self.book.things if fit(thing, key) in ((0, 0), (1, 0))]
        return just(found[0]) if len(found) == 1 else None

    def _told(self, thing: Thing, key: str) -> Meaning:
        self.used.append(thing)
        mean = None
        if patterns.search("均|每|单产|单价|亩产", key):
            mean = self._mean(key, "", "", but=thing)
        return Meaning(((ONE, thing),), unit=thing.unit, mean=mean)

    def _among(self, unit: str) -> list[Thing]:
        if not unit or unit in ("%", "倍", "点", "百分点", "分数", "成"):
            return self.book.things
        return [thing for thing in self.book.things if of_one_sort(thing.unit, unit)]

    def _near(self, name: str, unit: str = "") -> Meaning | None:
        found = nearest(self._among(unit), name, self.topic)
        found = of_one_scope(found, name) if len(found) > 1 else found
        if len(found) > 1:
            stay_out(f"several named {name}")
        if found:
            self.used.append(found[0])
            return just(found[0])
        other = self.book.other_of_pair(key_of(name), self.book.things) or self.book.third_of_three(key_of(name), self.book.things)
        return just(other) if other is not None else None

    def _thing(self, name: str) -> Thing:
        found = nearest(self.book.things, name, self.topic)
        if len(found) != 1:
            stay_out(f"no thing named {name}")
        self.used.append(found[0])
        return found[0]

    def _of_quotient(self, lead: str, name: str) -> Thing:
        """What a quotient was said to be made of: `业务收入` may be short for `快递业务收入`."""
        found = nearest(self.book.things, lead + name, self.topic) or nearest(self.book.things, name, self.topic)
        if not found:
            key = key_of(name)
            found = [thing for thing in self.book.things if thing.key.endswith(key)]
            found = found or [thing for thing in self.book.things if is_within(core_of(key), thing.key)]
        if len(found) != 1:
            stay_out(f"no thing named {name}")
        self.used.append(found[0])
        return found[0]

    def _spoken_of(self, unit: str) -> Meaning:
        """What a question means that names nothing: the only thing told, or the last one."""
        told = {fact.thing.number: fact.thing for fact in self.book.facts if not unit or unit == "%" or of_one_sort(fact.thing.unit, unit)}
        if len(told) == 1:
            return just(next(iter(told.values())))
        if self.subject is not None:
            return just(self.subject)
        stay_out("of what")

    def _together(self, key: str) -> Meaning | None:
        if patterns.search("[都均各既]|同时", key):
            return None
        found = self._sum(key)
        if found is not None:
            self.made.append(key)
        return found

    def _sum(self, key: str) -> Meaning | None:
        bare = patterns.sub("^([两二三四五六][个种家项].+)总[额量数]$", r"\1", patterns.sub(_TOGETHER, "", key))
        names = [each for each in patterns.split("和|与|及|、|以及|加上", bare) if each]
        if bare == key and len(names) < 2 and not patterns.fullmatch("[两二三四五六]者|[两二三四五六][个项种家笔类].{0,3}", bare):
            return None
        if not bare or patterns.fullmatch("[两二三四五六]者|[两二三四五六][个项种家笔类].{0,3}", bare):
            tops = [thing for thing in self.book.things if thing.parent is None]
            if bare and len(tops) != " 一二三四五六".find(bare[0].replace("两", "二")):
                stay_out("the sum of what")
            if len(tops) < 2 or len({plain_unit(thing.unit) for thing in tops}) > 1:
                stay_out("the sum of what")
            return Meaning(tuple((ONE, thing) for thing in tops), unit=tops[0].unit)
        if len(names) < 2:
            both = patterns.fullmatch(
                "(?:[两二三四五六]者|[两二三四五六][个种类家项](?:公司|企业|部门|地区|城市|产品)?)的?(?P<of>.+)", bare
            )
            tops = [thing for thing in self.book.things if thing.parent is None]
            if both is not None and not any(core_of(thing.key).endswith(core_of(both["of"])) for thing in tops):
                return None
            if both is None or len(tops) != " 一二三四五六".find(both[0][0].replace("两", "二")):
                return None
            return Meaning(tuple((ONE, thing) for thing in tops), unit=tops[0].unit)
        things: list[Thing] = []
        for name in names:
            found = nearest(self.book.things, name, self.topic) or next(
                (
                    near
                    for start in range(1, len(names[-1]) - 1)
                    if (near := nearest(self.book.things, name + names[-1][start:], self.topic))
                ),
                [],
            )
            if len(found) != 1:
                stay_out(f"no thing named {name}")
            things.append(found[0])
        if len(set(map(id, things))) != len(things) or any(not of_one_sort(thing.unit, things[0].unit) for thing in things):
            stay_out("the sum of what")
        if any(each in (thing.parent, thing.parent and thing.parent.parent) for thing in things for each in things):
            stay_out("a part with its whole")
        self.used += things
        return Meaning(tuple((ONE, thing) for thing in things), unit=things[0].unit)

    # --- parts ---------------------------------------------------------------------------------------------------------------------

    def part_and_whole(self, part: str, whole: str) -> tuple[Meaning, Meaning]:
        """What a part and its whole are; a whole that is not named is what the part was told to be a part of.

        Raises:
            StayOut: it is not clear.
        """
        bare = key_of(whole)
        if not key_of(part) and not bare and len(self.book.things) == 2:
            all_of_it = [thing for thing in self.book.things if patterns.search("整体|总体|全部|总额|总量", thing.key)]
            if len(all_of_it) == 1:
                return just(next(thing for thing in self.book.things if thing is not all_of_it[0])), just(all_of_it[0])
        of = self.of(part)
        if bare.startswith("其") and len(bare) > 1 and not of.below:
            core = core_of(bare[1:].removeprefix("总"))
            wholes = [
                thing for thing in self.book.things if all(thing is not each for _, each in of.above) and core_of(thing.key).endswith(core)
            ]
            wholes = [
                thing for thing in wholes if thing is of.above[0][1].parent or core_of(of.above[0][1].key).endswith(core_of(thing.key))
            ]
            if len(wholes) == 1:
                return of, just(wholes[0])
        if not bare or patterns.fullmatch(
            r"(?:全部|总体|总量|总额|总数|整体|其|全年|总|总花销|全[国省市县区校班厂])+(?:人数|学生|的)?", bare
        ):
            return of, self._whole_of(of, bare)
        try:
            found = self.of(whole)
        except StayOut:
            parent = of.above[0][1].parent
            if parent is None or not (
                said_in(bare, parent.key + parent.above + self.topic) or (len(bare) == 1 and parent.key.endswith(bare))
            ):
                raise
            return of, self._whole_of(of, bare)
        if found == of:
            stay_out("a share of itself")
        return of, found

    def _whole_of(self, part: Meaning, said: str) -> Meaning:
        thing = part.above[0][1]
        if part.below:
            stay_out("a share of a mean")
        parents = {id(each.parent): each.parent for _, each in part.above}
        parent = thing.parent if len(parents) == 1 else None
        if parent is not None:
            chain = [parent]
            while chain[-1].parent is not None:
                chain.append(chain[-1].parent)
            if not said:
                return just(parent)
            bare = "" if patterns.match("全|所有|总|整", said) else FREE.sub("", said)
            return just(next((each for each in chain if bare and said_in(bare, each.key)), chain[-1]))
        tops = [each for each in self.book.things if each.parent is None and all(each is not other for _, other in part.above)]
        tops = [each for each in tops if of_one_sort(each.unit, thing.unit)]
        ends = [each for each in tops if core_of(each.key) in thing.key or patterns.search("总|全|整体", each.name)]
        if len(ends) == 1 and ends[0].number != thing.number:
            return just(ends[0])
        if patterns.match(ALL_OF, said) and len(self.book.things) == len(part.above) + 1 == 2 and len(tops) == 1:
            both = [each.key.replace("女", "男") for each in (thing, tops[0])]
            moves = any(fact.kind not in ("value", "differ", "multiple", "ratio") for fact in self.book.facts)
            if thing.key != tops[0].key and both[0] == both[1] and not moves:
                return Meaning(((ONE, thing), (ONE, tops[0])), unit=thing.unit)  # men and women are all there are
        stay_out("a share of what")
