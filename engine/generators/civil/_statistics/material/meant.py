"""What the names in a question about a statistical material mean, and the values of it."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.relations import Quantity, total
from engine.generators.civil._statistics.material.asking import SPOKEN_OF, Question
from engine.generators.civil._statistics.material.cues import scale
from engine.generators.civil._statistics.material.ledger import Ledger
from engine.generators.civil._statistics.material.names import Thing, clean, core, nearest
from engine.generators.civil._statistics.material.periods import Period
from engine.generators.civil._statistics.values import FALLS
from engine.generators.reading import StayOut, stay_out

Value = tuple[Fraction | str, str]
"""What is asked and its unit; a change says which way, too (`下降|3`)."""
_JOINT = r"、|以及|和|与|及"
_TOGETHER = r"(?:的)?(?:之和|总和|合计|总计|的和|加总|总共|共计)(?:数量|总?额|总?量)?$"

_BESIDE_THOSE = (
    r"(?!除)(?P<part>[^除]+?)(?:[两二三四五六](?:地|者|省|市|国|类|项|大?地区|个[\u4e00-\u9fff]{1,2}))?(?:之外|以外)的?"
    r"(?:其[他余它]的?)?(?:[\u4e00-\u9fff]{0,4}?(?:地区|省份|国家|产区)的?)?(?P<whole>[^除]{2,})"
)
"""`黄河流域、长江流域两地之外的产区棉花产量`."""


def _measured_otherwise(one: Thing, other: Thing) -> bool:
    """Whether two things are told in units of two sorts."""
    bare = [patterns.sub("^[万亿千百]+", "", each.unit) for each in (one, other)]
    return all(bare) and bare[0] != bare[1] and ("元" in bare) != (bare[0] == bare[1])


class Meant:
    """The values of things as a question names them."""

    def __init__(self, ledger: Ledger, question: Question) -> None:
        self.ledger, self.question = ledger, question
        self.used: list[Thing] = []
        self.told_mean = False  # whether a mean that is asked for is told as one

    def things(self, name: str, period: Period | None = None, like: Thing | None = None) -> list[Thing]:
        """The things whose sum a name is.

        Raises:
            StayOut: none is, or more than one may be meant.
        """
        if name == SPOKEN_OF:
            told = {fact.thing.number: fact.thing for fact in self.ledger.material.facts}
            if len(told) != 1:
                stay_out("of what")
            self.used += told.values()
            return list(told.values())
        together = patterns.sub(_TOGETHER, "", clean(name))
        names = [each for each in patterns.split(_JOINT, together) if each]
        found = self._one(name, period)
        if found is not None and like is not None and _measured_otherwise(found, like):
            found = None  # `外出农民工月均收入比本地农民工高`: not how many of them there are
            self.used.pop()
            names = names[:1]
        without = patterns.search("除.*外|之外|以外", name)
        if found is not None and (len(names) < 2 or without or patterns.search(_JOINT, found.full)):
            return [found]
        if without:
            stay_out(f"without what: {name}")
        if len(names) > 1:
            return self._row(together, names, period)
        if (each := patterns.fullmatch("这?(?P<count>[两三四五六])[类种个家大次](?P<noun>.{2,})", together)) is not None:
            noun = core(each["noun"])
            rows = [thing for thing in self.ledger.material.things if core(thing.own).endswith(noun) and core(thing.own) != noun]
            if len(rows) == " 一两三四五六".find(each["count"]):  # `三类企业收入总额`
                self.used += rows
                return rows
        if like is not None and not patterns.match("全部|全体|所有", name):
            for tail in range(2, len(like.own)):
                found = self._one(name + like.own[-tail:], period)
                if found is not None and found is not like and not _measured_otherwise(found, like):
                    return [found]
            for longer in (like.own, self.question.names[0]):
                for head in range(len(longer) - 1, 1, -1):  # `财产险收入与赔付`
                    if (found := self._one(longer[:head] + name, period)) is not None and found is not like:
                        return [found]
        stay_out(f"no thing named {name}")

    def _row(self, together: str, names: list[str], period: Period | None) -> list[Thing]:
        """The things of a row; `居民服务和其他服务业` may be one of them."""
        pieces = patterns.split("、", together)
        if 1 < len(pieces) < len(names):
            try:
                return [self._of_row(each, pieces[-1], period) for each in pieces]
            except StayOut:
                pass
        return [self._of_row(each, names[-1], period) for each in names]

    def _of_row(self, name: str, last: str, period: Period | None) -> Thing:
        """One of a row, whose noun may stand behind the last only."""
        if (found := self._one(name, period)) is not None:
            return found
        for start in range(1, len(last) - 1):
            if (found := self._one(name + last[start:], period)) is not None:
                return found
        stay_out(f"no thing named {name}")

    def _one(self, name: str, period: Period | None) -> Thing | None:
        ledger = self.ledger
        found = nearest(ledger.material.things, name)
        if len(found) > 1 and period is not None:
            dated = [thing for thing in found if period in ledger.periods(thing)]
            found = dated or found
        if len(found) > 1:
            stay_out(f"several named {name}")
        if found:
            self.used.append(found[0])
            return found[0]
        if (beside := patterns.fullmatch(_BESIDE_THOSE, name)) is not None:
            name = f"除{beside['part']}以外的{beside['whole']}"
        if (
            without := patterns.fullmatch(r"(?P<lead>.*?)除(?:了)?(?P<part>.+?)(?:以外|之外|外)的?(?:其[他余它]的?)?(?P<whole>.*)", name)
        ) is not None:
            lead = without["lead"] if without["whole"] else patterns.sub("(?:当中|之中|中|里面|里)$", "", without["lead"])
            wholes = nearest(ledger.material.things, lead + without["whole"]) if lead + without["whole"] else []
            if len(wholes) == 1:
                parts = self.things(without["part"], period, wholes[0])
                rest = wholes[0]
                for part in parts:
                    rest = ledger.less(rest, part)
                self.used.append(rest)
                return rest
            return None
        other = ledger.other_part(name) or ledger.sum_of_parts(name) or ledger.whole_of_table(patterns.sub(_TOGETHER, "", name))
        if other is None and ledger.material.topic:
            about = nearest(ledger.material.things, name, ledger.material.topic)
            other = about[0] if len(about) == 1 else None
        if other is None and len(alike := ledger.material.alike(name)) == 1:
            other = alike[0]
        if other is not None:
            self.used.append(other)
        return other

    def quantity(self, things: list[Thing], period: Period) -> Quantity:
        """The sum of things in a period."""
        for thing in things:
            self.ledger.complete(thing, period)
        return total(*(self.ledger.at(thing, period) for thing in things))

    def ratio(self, one: Quantity, other: Quantity) -> Fraction:
        """How many times the second the first is.

        Raises:
            StayOut: what is told leaves it open.
        """
        value = self.ledger.relations.ratio(one, other)
        return value if value is not None else stay_out("not determined")

    def growth(self, things: list[Thing], period: Period, since: Period) -> Fraction:
        """In per cent."""
        return (self.ratio(self.quantity(things, period), self.quantity(things, since)) - 1) * 100

    def value(self, quantity: Quantity) -> Fraction:
        """The value of a quantity.

        Raises:
            StayOut: what is told leaves it open.
        """
        value = self.ledger.relations.value(quantity)
        return value if value is not None else stay_out("not determined")

    def period(self, things: list[Thing]) -> Period:
        """The period asked for; where the question says none, the last one that is told of the things."""
        if self.question.period is not None:
            return self.question.period
        told = [max(periods) for thing in things if (periods := self.ledger.periods(thing))]
        return max(told) if told else stay_out("when")

    def since(self, period: Period) -> Period:
        """What is compared with."""
        since = self.question.since
        if since is None:
            return period.years_before(1)
        if since == period:
            stay_out("since when")
        return since

    def amount(self, value: Fraction, things: list[Thing]) -> tuple[Fraction, str]:
        """A value in the unit asked for, or that of the things.

        Raises:
            StayOut: the units are of other things.
        """
        told = next((thing.unit for thing in things if thing.unit), "")
        unit = self.question.unit or told
        if not told:
            told = unit
        if told == "%" and unit in ("%", "百分点", ""):
            return value, "个百分点" if unit == "百分点" else "%"
        if patterns.sub("^[万亿千百]+", "", unit) != patterns.sub("^[万亿千百]+", "", told) and patterns.sub("^[万亿千百]+", "", unit):
            stay_out("another unit")
        if not patterns.sub("^[万亿千百]+", "", unit):
            unit += patterns.sub("^[万亿千百]+", "", told)
        return value / scale(unit), unit

    def changed(self, value: Fraction, unit: str) -> Value:
        """A change, said in the direction that is asked for."""
        way = self.question.way
        if self.question.direction:
            return ("上升" if value > 0 else "下降" if value < 0 else "不变"), ""
        if not value:
            return "不变", ""
        falls = FALLS.fullmatch(way) is not None or way in ("慢", "放缓", "降幅", "跌幅", "少", "低", "减少量")
        if way and not patterns.search("变|高低|差", way) and (value < 0) == falls:
            return abs(value), unit
        if way == "差":
            return abs(value), unit
        if way == "高低":
            return f"{'高' if value > 0 else '低'}|{abs(value)}", unit
        return f"{'上升' if value > 0 else '下降'}|{abs(value)}", unit
