"""Work as stretches of time in which somebody works, and what follows from them: times, heads, amounts."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.relations import Answer, Quantity, Relations, minus, number, times, total, unknown
from engine.generators.quantities import decimal, is_exact
from engine.generators.reading import stay_out


@dataclass(slots=True)
class Stretch:
    """Some people (each with how often) work for a time; None: it is asked."""

    place: int
    who: dict[str, Fraction]
    time: Fraction | None
    share: Fraction | None = None
    follows: bool = False
    opens: bool = False
    empties: bool = False
    whole: bool = False
    alone: bool = False
    to_the_end: bool = False
    more: bool = False
    counted: bool = False
    left: Fraction | None = None


@dataclass(slots=True)
class Told:
    """What the statements say besides relations of rates."""

    reduced: str
    everyone: list[str]
    relations: Relations = field(default_factory=Relations)
    lines: list[str] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)
    asks: list[tuple[int, str, str]] = field(default_factory=list)
    units: set[str] = field(default_factory=set)
    amounts: bool = False
    absent: dict[str, Fraction | None] = field(default_factory=dict)
    total: Fraction | None = None
    comings: list[tuple[int, str, bool]] = field(default_factory=list)
    more_heads: list[tuple[int, Fraction]] = field(default_factory=list)
    subject: str = ""
    named_last: str = ""
    together: str = ""
    rest_next: bool = False
    then_who: dict[str, Fraction] = field(default_factory=dict)
    heads_now: Fraction | None = None
    somehow: bool = False
    somewho: dict[str, Fraction] = field(default_factory=dict)
    somehow_at: int = -1  # where in the text it begins that nobody says how long
    equal_spells: bool = False  # those who finish take as long as all before them
    more_made: tuple[str, str, Fraction] | None = None
    earlier: list[tuple[str, str, Fraction]] = field(default_factory=list)
    behind: tuple[str, str, Fraction] | None = None
    rates_told: int = 0
    pay: dict[str, Fraction] = field(default_factory=dict)
    pay_in_ten_thousands: bool = False
    last_lines: list[str] = field(default_factory=list)
    by_heads: list[tuple[int, Fraction | None, Fraction | None, Fraction | None]] = field(default_factory=list)

    def say(self, one: Quantity, other: Quantity, line: str) -> None:
        """A relation, and how it is told."""
        self.relations.equal(one, other)
        self.lines.append(line)


def people(who: str | None) -> dict[str, Fraction]:
    """Everybody named, once each."""
    return {each: Fraction(1) for each in patterns.findall("[甲乙丙丁原实]", who or "")}


def rate_of(who: dict[str, Fraction]) -> dict[str, Fraction]:
    """What they do together in a unit of time."""
    return total(*(times(often, unknown(each)) for each, often in who.items()))


def part_of(value: str, percent: str | None) -> Fraction:
    """A share, told as a fraction or in per cent."""
    return Fraction(value) / (100 if percent else 1)


class Answers:
    """What is asked, in order, from the relations."""

    def __init__(self, told: Told, unit: str, amount: str) -> None:
        self.told, self.unit, self.amount = told, unit, amount
        self.found: list[Answer] = []
        self.durations: dict[str, Fraction] = {}
        self.open_work: list[Stretch] | None = None
        self.spent: list[tuple[dict[str, Fraction], Fraction]] = []
        self.works_asked = 0

    def certain(self, above: Quantity, below: Quantity) -> Fraction:
        """A ratio that the relations determine and that is positive.

        Raises:
            StayOut: it is not.
        """
        value = self.told.relations.ratio(above, below)
        return value if value is not None and value > 0 else stay_out("not determined")

    def all(self, sequences: list[list[Stretch]]) -> list[Answer]:
        """Every answer, with its place in the text."""
        told, whole = self.told, unknown("W")
        if told.somehow:
            self._left_early(sequences)
        elif told.absent or told.total is not None:
            self._with_absence(sequences)
        else:
            for sequence in sequences:
                if all(stretch.who and stretch.time is not None and not stretch.counted for stretch in sequence):
                    self._relation(sequence)
            for sequence in sequences:
                if sequence[-1].counted:
                    self._share_done(sequence)
                elif any(not stretch.who or stretch.time is None for stretch in sequence):
                    self._time_or_heads(sequence)
        if told.more_made is not None:
            who, other, more = told.more_made
            factor = self.certain(unknown(who), unknown(other))
            if factor <= 1 or len(told.everyone) != 2:
                stay_out("who makes more")
            told.say(times((factor - 1) / (factor + 1), whole), number(more), f"合作完成时{who}比{other}多做 {decimal(more)}")
        if told.behind is not None:
            who, other, left = told.behind
            if len(told.everyone) != 2 or who == other:
                stay_out("who is behind whom")
            slower = self.certain(unknown(other), unknown(who))
            told.say(times(1 - slower, whole), number(left), f"{who}完成时{other}还差 {decimal(left)}")
        self._by_heads()
        for who, other, sooner in told.earlier:
            one, two = (told.relations.value(unknown(each)) for each in (who, other))
            if one is None or two is None or one <= 0 or two <= 0:
                stay_out("sooner by what rates")
            told.say(times(1 / two - 1 / one, whole), number(sooner), f"总量 ÷ {decimal(two)} − 总量 ÷ {decimal(one)} = {decimal(sooner)}")
        for place, what, about in told.asks:
            if what == "rate":
                self.found.append((place, self.certain(rate_of(people(about)), number(1)), self.amount))
            elif what == "whole":
                self.found.append((place, self.certain(whole, number(1)), self.amount))
            elif what == "differ":
                *both, way = about.split("|")
                spent = [self.certain(whole, rate_of(people(each))) for each in both]
                value = (spent[0] - spent[1]) * (1 if way in "多迟" else -1)
                self.found.append((place, value if value > 0 else stay_out("numbers"), self.unit))
            elif what == "made":
                earlier = [value for at, value, its in self.found if its == self.unit and at < place and isinstance(value, Fraction)]
                if len(earlier) != 1 or len(told.stretches) != 1 or about not in told.stretches[0].who:
                    stay_out("for how long")
                self.found.append((place, earlier[0] * self.certain(rate_of(people(about)), number(1)), self.amount))
            elif what == "sooner":
                planned, actual = (self.durations.get(each) or self.certain(whole, unknown(each)) for each in "原实")
                value = (planned - actual) * (1 if about == "前" else -1)
                self.found.append((place, value if value > 0 else stay_out("numbers"), self.unit))
            elif what == "pay":
                self.found.append((place, self._pay(), "万元" if told.pay_in_ten_thousands else "元"))
            elif what in ("done-share", "left-share"):
                continue
            elif not any(at >= place - 12 and its == "人" for at, _, its in self.found) and what != "absent":
                stay_out(what)
        return self.found

    def _pay(self) -> Fraction:
        """What all who work are paid for the one work that is asked about.

        Raises:
            StayOut: which work, or what somebody is paid, is not told.
        """
        together = people(self.told.together)
        if self.open_work is not None and self.works_asked == 0 and all(each.time is not None for each in self.open_work[:-1]):
            done = [(each.who, each.time or Fraction(0)) for each in self.open_work[:-1]]
            left = minus(times(self._goal(self.open_work), unknown("W")), total(*(self._done(each) for each in self.open_work[:-1])))
            self.spent = [*done, (self.open_work[-1].who, self.certain(left, rate_of(self.open_work[-1].who)))]
        elif self.works_asked == 0 and together and set(together) == set(self.told.everyone):
            self.spent = [(together, self.certain(unknown("W"), rate_of(together)))]
        elif self.works_asked != 1:
            stay_out("paid for which work")
        if not self.spent or not all(set(who) <= self.told.pay.keys() for who, _ in self.spent):
            stay_out("paid how much")
        parts = [(self.told.pay[each], time) for who, time in self.spent for each in who]
        value = sum((rate * time for rate, time in parts), Fraction(0))
        terms = " + ".join(f"{decimal(rate, 4)} × {_exact(time)}" for rate, time in parts)
        self.told.last_lines.append(f"费用 = {terms} = {_exact(value)}")
        return value

    def _by_heads(self) -> None:
        """What so many make in so long, one who works making always the same."""
        one = unknown("n")
        for _, count, time, made in self.told.by_heads:
            if count is not None and time is not None and made is not None:
                self.told.say(
                    times(count * time, one), number(made), f"{decimal(count)} 人（台）{decimal(time)}{self.unit}做 {decimal(made)}"
                )
        for place, count, time, made in self.told.by_heads:
            if made is None:
                self.found.append((place, self.certain(times((count or 0) * (time or Fraction(0)), one), number(1)), self.amount))
            elif count is None:
                value = self.certain(number(made), times(time or Fraction(0), one))
                self.found.append((place, value if value.denominator == 1 else stay_out("people"), "人"))
            elif time is None:
                self.found.append((place, self.certain(number(made), times(count, one)), self.unit))

    def _share_done(self, sequence: list[Stretch]) -> None:
        """What share of the whole is done, or left, after all these stretches."""
        if any(stretch.share is not None or not stretch.who for stretch in sequence):
            stay_out("who has done what")
        place, what = next((at, what) for at, what, _ in self.told.asks if what.endswith("-share") and at > sequence[-1].place)
        share = self.certain(total(*(self._done(stretch) for stretch in sequence)), unknown("W"))
        if share >= 1:
            stay_out("more than everything")
        self.found.append((place, str(1 - share if what == "left-share" else share), ""))

    def _goal(self, sequence: list[Stretch]) -> Fraction:
        shares = [stretch.share for stretch in sequence]
        if any(share is not None for share in shares[:-1]) and len(sequence) > 1:
            # The first part is told as a share, the rest is what is left.
            return Fraction(1)
        return shares[-1] if shares[-1] is not None else Fraction(1)

    def _done(self, stretch: Stretch) -> Quantity:
        if stretch.time is None:
            stay_out("a time")
        return times(-stretch.time if stretch.empties and len(self.told.everyone) > 1 else stretch.time, rate_of(stretch.who))

    def _relation(self, sequence: list[Stretch]) -> None:
        told, whole = self.told, unknown("W")
        for part in [[stretch] for stretch in sequence[:-1] if stretch.share is not None] + [sequence]:
            goal = self._goal(part)
            left = part[-1].left or Fraction(0)
            parts = " + ".join(f"{decimal(stretch.time or 0, 4)} × {_together(stretch.who)}" for stretch in part)
            told.say(
                total(*(self._done(stretch) for stretch in part), number(left)),
                times(goal, whole),
                f"{parts}{f' + {decimal(left)}' if left else ''} = {'' if goal == 1 else f'{goal} × '}总量",
            )
        if len(sequence) == 1 and len(sequence[0].who) == 1 and sequence[0].time is not None and not left and self._goal(sequence) == 1:
            self.durations[next(iter(sequence[0].who))] = sequence[0].time

    def _time_or_heads(self, sequence: list[Stretch]) -> None:
        whole = unknown("W")
        asking = sequence[0]
        if len(sequence) == 1 and asking.time is None and asking.whole and asking.who:
            # `甲一共做了几天`: of a work told before in which the end is open.
            if self.open_work is not None:
                self.found.append((asking.place, self._in_all(self.open_work, asking.who), self.unit))
                return
            if len(asking.who) == 1 and not asking.alone and len(self.told.everyone) > 1:
                stay_out("in all of which work")
        if len(sequence) == 1 and asking.time is None and len(asking.who) == 1 and set(asking.who) <= self.durations.keys() - {"n"}:
            # Whose own time is told is asked for a time in the work told last.
            if self.open_work is None or asking.alone:
                stay_out("told already")
            if asking.more:
                # `还要几天` counts from where those who finish it began.
                if asking.who != self.open_work[-1].who or asking.time is not None:
                    stay_out("how much longer")
                earlier = sum(
                    (stretch.time or Fraction(0) for stretch in self.open_work[:-1] if set(asking.who) <= set(stretch.who)), Fraction(0)
                )
                self.found.append((asking.place, self._in_all(self.open_work, asking.who) - earlier, self.unit))
                return
            self.found.append((asking.place, self._in_all(self.open_work, asking.who), self.unit))
            return
        if sequence[-1].to_the_end:
            if self.open_work is not None:
                stay_out("two works")
            self.open_work = sequence
            return
        open_ones = [stretch for stretch in sequence if not stretch.who or stretch.time is None]
        if len(open_ones) != 1:
            stay_out("two things asked of one piece of work")
        (asked,) = open_ones
        for stretch in sequence:
            if stretch.share is not None and stretch is not asked and stretch.time is not None:
                self.told.relations.equal(self._done(stretch), times(stretch.share, whole))
        left = minus(times(self._goal(sequence), whole), total(*(self._done(stretch) for stretch in sequence if stretch is not asked)))
        if asked.more and len(sequence) == 1:
            stay_out("what has been done before?")
        if asked.time is None and asked.who:
            value = self.certain(left, rate_of(asked.who))
            if asked.whole and len(sequence) > 1:
                value += sum((stretch.time or Fraction(0) for stretch in sequence if stretch is not asked), Fraction(0))
            elif not asked.whole and len(sequence) > 1 and not asked.follows:
                stay_out("left or in all")
            self.found.append((asked.place, value, self.unit))
            self.works_asked += 1
            last = value - (sum((each.time or Fraction(0) for each in sequence if each is not asked), Fraction(0)) if asked.whole else 0)
            self.spent = [(each.who, last if each is asked else each.time or Fraction(0)) for each in sequence]
            if len(sequence) == 1 and len(asked.who) == 1:
                self.durations[next(iter(asked.who))] = value
            return
        heads = [what for _, what, _ in self.told.asks if what in ("heads", "more-heads")]
        if asked.time is None or len(heads) != 1:
            stay_out("who works")
        value = self.certain(left, times(asked.time, unknown("n")))
        if heads == ["more-heads"]:
            before = [stretch.who["n"] for stretch in self.told.stretches if "n" in stretch.who]
            value -= before[-1] if before else stay_out("more than whom")
        self.found.append((asked.place, value if value > 0 and value.denominator == 1 else stay_out("people"), "人"))

    def _left_early(self, sequences: list[list[Stretch]]) -> None:
        """All work together for a while, one leaves, the others finish: how long it took in all is told, how long the one worked is asked."""
        told, whole = self.told, unknown("W")
        asked: list[Stretch] = []
        last: list[Stretch] = []
        for sequence in sequences:
            if len(sequence) > 1:
                if sequence[-1].place > told.somehow_at or any(stretch.time is None for stretch in sequence):
                    stay_out("what comes after what")
                self._relation(sequence)
            elif sequence[0].time is None:
                asked.append(sequence[0])
            elif told.total is None and sequence[0].follows:
                last.append(sequence[0])
            else:
                self._relation(sequence)
        if told.total is None:
            self._then_alone(asked, last)
            return
        gone = [who for _, who, joins in told.comings if not joins]
        if told.total is None or len(asked) != 1 or len(told.comings) != len(gone) or len(gone) > 1:
            stay_out("who leaves when")
        then = {each: often for each, often in told.somewho.items() if each not in gone} if gone else told.then_who
        if not then or (told.then_who and told.then_who != then) or set(told.somewho) | set(then) != set(told.everyone):
            stay_out("who works from the start")
        first = self.certain(minus(whole, times(told.total, rate_of(then))), minus(rate_of(told.somewho), rate_of(then)))
        if set(asked[0].who) == set(told.everyone) and not set(told.somewho) - set(then) < set(told.everyone):
            stay_out("how long together")
        # Who is asked for works before, or after, or all the time.
        spans = {
            frozenset(told.somewho): first,
            frozenset(set(told.somewho) - set(then)): first,
            frozenset(set(then) - set(told.somewho)): told.total - first,
        }
        value = spans.get(frozenset(asked[0].who))
        if value is None or not 0 < value < told.total:
            stay_out("numbers")
        self.found.append((asked[0].place, value, self.unit))

    def _then_alone(self, asked: list[Stretch], last: list[Stretch]) -> None:
        """Some work together for a while, then others, for a told time, to the end: how long the first, or somebody, worked."""
        told = self.told
        gone = {who for _, who, joins in told.comings if not joins}
        if told.equal_spells:
            if len(asked) != 1 or last or told.comings or not told.then_who:
                stay_out("who works from the start")
            each_spell = self.certain(unknown("W"), total(rate_of(told.somewho), rate_of(told.then_who)))
            self.found.append((asked[0].place, 2 * each_spell if asked[0].whole else each_spell, self.unit))
            return
        if len(asked) != 1 or len(last) != 1 or any(joins for _, _, joins in told.comings) or last[0].share is not None:
            stay_out("who works from the start")
        then = last[0].who or {each: often for each, often in told.somewho.items() if each not in gone}
        if not then or gone & set(then) or (gone and set(told.somewho) - gone != set(then)) or last[0].time is None:
            stay_out("who leaves when")
        first = self.certain(minus(unknown("W"), times(last[0].time, rate_of(then))), rate_of(told.somewho))
        who = frozenset(asked[0].who)
        if asked[0].whole and (not who or who == set(told.everyone)):
            self.found.append((asked[0].place, first + last[0].time, self.unit))
            return
        if asked[0].alone or not who or not who <= set(told.somewho):
            stay_out("how long who works")
        if who <= set(then) and who != set(told.somewho):
            first += last[0].time
        elif who & set(then) and who != set(told.somewho):
            stay_out("how long who works")
        self.found.append((asked[0].place, first, self.unit))

    def _in_all(self, sequence: list[Stretch], who: dict[str, Fraction]) -> Fraction:
        """How long somebody works in all in a work whose last stretch goes to the end."""
        if any(stretch.time is None for stretch in sequence[:-1]) or len(who) != 1:
            stay_out("who works how long")
        left = minus(times(self._goal(sequence), unknown("W")), total(*(self._done(stretch) for stretch in sequence[:-1])))
        last = self.certain(left, rate_of(sequence[-1].who))
        (name,) = who
        spent = sum((stretch.time or Fraction(0) for stretch in sequence[:-1] if name in stretch.who), Fraction(0))
        return spent + (last if name in sequence[-1].who else Fraction(0))

    def _with_absence(self, sequences: list[list[Stretch]]) -> None:
        """Everybody works from the start to the end but for their days away."""
        told, whole = self.told, unknown("W")
        asked: list[Stretch] = []
        for sequence in sequences:
            if len(sequence) > 1:
                stay_out("one after the other and away")
            if sequence[0].time is not None:
                self._relation(sequence)
            else:
                asked.append(sequence[0])
        everyone = {each: Fraction(1) for each in told.everyone}
        away = total(*(times(days, unknown(who)) for who, days in told.absent.items() if days is not None))
        unknown_away = [who for who, days in told.absent.items() if days is None]
        if (
            told.total is None
            and len(asked) == 1
            and not unknown_away
            and told.absent
            and (asked[0].whole or not asked[0].who or set(asked[0].who) == set(everyone))
        ):
            self.found.append((asked[0].place, self.certain(total(whole, away), rate_of(everyone)), self.unit))
        elif told.total is not None and not asked and len(unknown_away) == 1:
            value = self.certain(minus(minus(times(told.total, rate_of(everyone)), away), whole), unknown(unknown_away[0]))
            self.found.append((0, value, self.unit))
        else:
            stay_out("away")


def _exact(value: Fraction) -> str:
    """A decimal where that is exact, or a fraction."""
    return decimal(value, 4) if is_exact(value, 4) else str(value)


def _together(who: dict[str, Fraction]) -> str:
    names = [each if often == 1 else f"{decimal(often)} 人" if each == "n" else f"{decimal(often)}{each}" for each, often in who.items()]
    return names[0] if len(names) == 1 else f"({' + '.join(names)})"
