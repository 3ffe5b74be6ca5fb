"""One thing for each of another, and what is made up of two: means, what is taken in, what is gained."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._statistics.material.periods import SOME_YEAR, Period
from engine.generators.civil._statistics.told.book import Book
from engine.generators.civil._statistics.told.things import (
    Thing,
    core_of,
    fit,
    measure_of,
    nearest,
)
from engine.generators.civil._statistics.told.units import of_one_sort, plain_unit
from engine.generators.reading import stay_out

ONE = Fraction(1)
_MONEY = ("元", "美元", "欧元", "港元", "日元", "英镑")
_COUNTER = r"(?:万|百)?(?:个|家|人次|人|名|位|户|台|辆|件|吨|亩|公顷|所|张|间|班|趟|座|平方米|千克|公斤|套|部|场|本|只|头|棵|元|单|笔|艘次|艘|车|天|月|年|季度)"
_EACH = r"(?:平均)?每"
ALL_OF = "全(?:公司|企业|年级|[校班厂国省市县区镇乡村州])"


@dataclass(frozen=True, slots=True)
class Meaning:
    """A sum of things, or one sum over another; `mean`: how a mean that is told as a thing is made up."""

    above: tuple[tuple[Fraction, Thing], ...]
    below: tuple[tuple[Fraction, Thing], ...] = ()
    unit: str = ""
    per: str = ""
    per_asked: str = ""
    mean: Meaning | None = None
    named: str = ""
    by: Thing | None = None  # a price that it is multiplied by


def just(thing: Thing) -> Meaning:
    return Meaning(((ONE, thing),), unit=thing.unit)


@dataclass(slots=True)
class Means:
    """Names that are made up of several things that a text told."""

    book: Book
    quotients: dict[str, tuple[str, str]] = field(default_factory=dict)
    differences: dict[str, tuple[str, str]] = field(default_factory=dict)
    now: Period = field(default_factory=lambda: Period(SOME_YEAR))
    topic: str = ""
    subject: Thing | None = None
    used: list[Thing] = field(default_factory=list)
    places: tuple[str, ...] = ()
    made: list[str] = field(default_factory=list)  # names that are made up of several things
    rates: list[str] = field(default_factory=list)  # names of rates of what is so among all, like `合格率`

    def _over(self, above: Thing, below: Thing, per_asked: str = "") -> Meaning:
        self.made.append(above.name)
        if above is below:
            stay_out("over itself")
        self.used += [above, below]
        return Meaning(((ONE, above),), ((ONE, below),), above.unit, below.unit, per_asked)

    def _product(self, key: str) -> Meaning | None:
        """What is taken in, where a price and how many pay it are all that is told."""
        prices = [thing for thing in self.book.things if patterns.search("价格?$", thing.key)]
        counts = [thing for thing in self.book.things if patterns.search("(?:人[数次]|[客销流量]量|数量|人次数)$", thing.key)]
        if not patterns.search("(?:收入|销售额|营业额|票房|总额)$", key) or len(prices) != 1 or len(counts) != 1 or not self._of_one():
            return None
        return Meaning(((ONE, counts[0]),), by=prices[0])

    def _gain(self, key: str) -> Meaning | None:
        """`利润`, where what is taken in and what it costs is all that is told."""
        taken = [thing for thing in self.book.things if patterns.search("(?:收入|销售额|营业额)$", thing.key)]
        costs = [thing for thing in self.book.things if patterns.search("(?:成本|支出)$", thing.key)]
        if not key.endswith("利润") or len(taken) != 1 or len(costs) != 1 or not self._of_one():
            return None
        return Meaning(((ONE, taken[0]), (-ONE, costs[0])), unit=taken[0].unit)

    def _of_one(self) -> bool:
        """Whether only two things are told of, both of the same firm or product."""
        letters = [patterns.findall("[甲乙丙丁A-Z]", thing.key) for thing in self.book.things]
        return len(letters) == 2 and letters[0] == letters[1]

    def _both(self, key: str) -> Meaning | None:
        """`进出口总额`, where only 进口 and 出口 are told."""
        parts = [nearest(self.book.things, key.replace("进出口", side, 1), self.topic) for side in ("进口", "出口")]
        if "进出口" not in key or any(len(each) != 1 for each in parts):
            return None
        return Meaning(tuple((ONE, each[0]) for each in parts), unit=parts[0][0].unit)

    def _mean(self, key: str, unit: str, noun: str, but: Thing | None = None) -> Meaning | None:
        """One thing for each of another: the only pair of things that the name can be."""
        things = [thing for thing in self.book.things if thing is not but]
        here = next((place for place in self.places if key.startswith(place)), "")
        if here:
            things, key = [thing for thing in things if thing.key.startswith(here)], key.removeprefix(here)
        pairs: dict[tuple[int, int], tuple[Thing, Thing, str]] = {}
        for lead, counter, counted, amount in _ways(key):
            for below in self._counted(things, lead, counter, counted):
                for above in self._amounts(things, lead, amount + noun, unit, below):
                    pairs[above.number, below.number] = (above, below, counter)
        if not pairs:
            return None
        if len(pairs) > 1:
            stay_out("a mean of what")
        above, below, counter = next(iter(pairs.values()))
        return replace(self._over(above, below, counter), named=key)

    def _mean_of_groups(self, key: str) -> Meaning | None:
        """`人均产值` of all, where that of every group is told, and how many each has."""
        key = patterns.sub(f"^{ALL_OF}的?", "", key)
        means = [thing for thing in self.book.things if thing.key.endswith(key) and thing.key != key]
        if not patterns.match("人均|平均", key) or len(means) < 2:
            return None
        counts = []
        for mean in means:
            own = mean.key.removesuffix(key)
            of_it = [each for each in self.book.things if each.key == own + "人数" or (each.key == own and plain_unit(each.unit) == "人")]
            counts += of_it if len(of_it) == 1 else stay_out(f"how many: {own}")
        sizes = [self.book.value_told(each, max(self.book.told_in(each))) or stay_out("how many") for each in counts]
        self.made.append(key)
        below = tuple((ONE, each) for each in counts)
        return Meaning(tuple(zip(sizes, means, strict=True)), below, means[0].unit, counts[0].unit, named=key)

    def _counted(self, things: list[Thing], lead: str, counter: str, counted: str) -> list[Thing]:
        """What a mean is over: by its name, by the unit it is counted in, or by the one character that only its name has."""
        if plain_unit(counter) != "元":
            things = [thing for thing in things if plain_unit(thing.unit) not in _MONEY and measure_of(thing.key) != "额"]
        if counted == "面积":
            found = [thing for thing in things if plain_unit(thing.unit) in ("亩", "平方米") or (not thing.unit and "面积" in thing.key)]
            named = [thing for thing in found if lead and fit(thing, lead + "面积", self.topic) is not None]
            return found if len(found) == 1 else named if len(named) == 1 else []
        if counted:
            found = nearest(things, lead + counted, self.topic) or nearest(things, counted, self.topic)
            if not found and len(counted) == 1:
                found = [thing for thing in things if counted in thing.key]
            found = found or [thing for thing in things if thing.unit and plain_unit(thing.unit) == counted]
            if counter:
                found = [thing for thing in found if of_one_sort(thing.unit, counter)] or found
            return found if len(found) == 1 else []
        found = [thing for thing in things if thing.unit and plain_unit(thing.unit) == plain_unit(counter)]
        if not found and plain_unit(counter) in ("人", "人次"):
            found = [thing for thing in things if plain_unit(thing.unit) in ("人", "人次")] or [
                thing for thing in things if not plain_unit(thing.unit) and patterns.search("人|员工|职工|游客", thing.key)
            ]
        if not found and not any(thing.unit for thing in things):
            found = [thing for thing in things if counter in thing.key]
        if len(found) > 1 and lead:
            found = [thing for thing in found if fit(thing, lead, self.topic) is not None]
        return found if len(found) == 1 else []

    def _amounts(self, things: list[Thing], lead: str, amount: str, unit: str, below: Thing) -> list[Thing]:
        sort = [thing for thing in things if thing is not below and (not unit or of_one_sort(thing.unit, unit))]
        bare = patterns.sub("^(?:拥有|有|次|产生的?|产出?|收获|花费?|对应|创造|实现|完成)+", "", amount)
        if len(bare) > 1 and (found := nearest(sort, lead + bare, self.topic) or nearest(sort, bare, self.topic)):
            return found
        if bare and len(things) == 2 and len(sort) == 1 and any(sign in sort[0].key for sign in core_of(bare)):
            return sort  # `创收` for `收入`: there is nothing else
        if (
            len(things) == 2
            and len(sort) == 1
            and patterns.search("消费|花费|创收", bare)
            and patterns.search("收入|消费|花费", sort[0].key)
        ):
            return sort  # what tourists spend is what is earned from them
        if not unit:
            return []
        named = [thing for thing in sort if lead and fit(thing, lead, self.topic) is not None]
        return named or ([thing for thing in sort if thing.unit] if len(sort) == 1 else [])


def _ways(key: str) -> list[tuple[str, str, str, str]]:
    """The ways to read a mean: (what stands before, the unit counted in, what is counted, what is divided)."""
    ways: list[tuple[str, str, str, str]] = []
    if (found := patterns.search("单位面积|单产|亩产", key)) is not None:
        lead, behind = patterns.sub("平均$", "", key[: found.start()]), key[found.end() :]
        ways.append((lead, "", "面积", patterns.sub("^的?(?:平均)?(?:的)?", "", behind) if len(behind) > 1 else "产量"))
    if (found := patterns.search("单价|均价|平均价格?", key)) is not None:
        return ways
    if (found := patterns.search(f"{_EACH}(?P<counter>{_COUNTER})?", key)) is not None:
        lead, behind = key[: found.start()], key[found.end() :]
        lead = patterns.sub("平均$", "", lead)
        behind = patterns.sub("平均", "", behind)
        ways += [(lead, found["counter"] or "", behind[:cut], behind[cut:]) for cut in range(len(behind) + 1) if found["counter"] or cut]
    if (found := patterns.search("单位(?!面积)", key)) is not None and found.start() != len(key) - 2:
        lead, behind = key[: found.start()], key[found.end() :]
        ways += [("", "", lead, behind)] if lead else []
        ways += [(lead, "", behind[:cut], behind[cut:]) for cut in range(2, len(behind) - 1)]
    if (found := patterns.search("(?P<counted>[\u4e00-\u9fff])均(?=[\u4e00-\u9fff])", key)) is not None and found[
        "counted"
    ] not in "平年月日":
        lead, behind = key[: found.start()], key[found.end() :]
        counted = found["counted"]
        ways.append((lead, counted, "", behind) if counted in "人户" else (lead, "", counted, behind))
    return ways
