"""What a clause says, as a pattern over the signs of its tokens, and what it does to the story."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TypeAlias

from engine.generators import patterns
from engine.generators.civil._linear_equations.names import WHOLE, Names
from engine.generators.civil._linear_equations.story import Story
from engine.generators.civil._linear_equations.tokens import Token, form_of, signs
from engine.generators.civil._problems.relations import Quantity, number, times, total
from engine.generators.reading import stay_out

Row: TypeAlias = Sequence[Token]
Action: TypeAlias = Callable[[Story], None]
"""What a clause does to a story."""

TERM = "x(?:o?[fk])?"
SIDE = f"{TERM}(?:c?{TERM})*(?:o?s)?"
_SEVERAL_PARTS = re.compile("(?=.*x.*x)(?=.*[fk])[^s]*$")
"""`甲的 2 倍和乙的 3 倍` without a word that adds them up."""
_OF = re.compile("o(?:[fkds]|[ml]|x|ti?q|i?q)")


class Statements:
    """The forms of what is told; the names of the text are known.

    Attributes:
        mentioned: how many clauses speak of each thing, in the order of the text.
        of_all: whether something is told of all things together.
    """

    def __init__(self, names: Names) -> None:
        self._names = names
        self.mentioned: dict[str, int] = {}
        self._subject: Row = ()
        self.of_all = False
        self._left: str | None = None
        self._forms: tuple[tuple[re.Pattern[str], Callable[..., Action]], ...] = tuple(
            (re.compile(pattern), form)
            for pattern, form in (
                (rf"(?P<one>{SIDE})?t(?P<other>{SIDE})o?(?P<factor>[fk])?(?P<way>[ml])(?P<by>[nfk])", self._compared),
                (rf"(?P<one>{SIDE})?i(?P<other>{TERM}(?:c?{TERM})*o?s)o?(?P<factor>[fk])(?:(?P<way>[ml])(?P<by>n))?", self._equal),
                (r"(?P<one>x(?:cx)*)?i(?P<other>x(?:cx)+)o?(?P<factor>[fk])(?:(?P<way>[ml])(?P<by>n))?", self._equal),
                (rf"(?P<one>{SIDE})?i(?P<other>{SIDE})(?:(?P<way>[ml])(?P<by>n))?", self._equal),
                (rf"(?P<one>{SIDE})?i(?P<other>x)o(?P<factor>[fk])(?P<way>[ml])(?P<by>n)", self._equal),
                (r"(?P<one>x)(?P<way>M)(?P<by>[nfk])", self._multiplied),
                (r"(?P<source>x)o?x?o?(?P<by>f)B(?P<aim>x)x?", self._move),
                (r"(?P<every>x(?:c?x)*)o?(?P<ratio>r)", self._in_ratio),
                (r"(?P<every>x(?:c?x)*)?[NT]?(?:[ic])?e", self._alike),
                (rf"(?P<one>{TERM})c(?P<other>{TERM})e", self._equal),
                (r"(?:(?P<one>x)(?:c?(?P<other>x))?)?i?di?(?P<by>n)", self._apart),
                (r"F?(?P<source>x)x?V(?P<by>n)x?B(?P<aim>x)x?", self._move),
                (r"(?P<source>x)[VB](?P<aim>x)(?P<by>n)x?", self._move),
                (r"F(?P<source>x)V(?P<by>n)x?|(?P<source2>x)V(?P<by2>n)x?", self._take),
                (r"B(?P<aim>x)x?", self._put),
                (r"(?P<one>x)u(?P<way>[-+])(?P<by>[nf])", self._more_than_before),
                (r"(?P<one>x)?(?P<way>[-+V])(?P<by>[nf])x?", self._change),
                (r"(?P<way>[-+])(?P<by>n)o?(?P<one>x)", self._change),
                (r"(?P<way>[-+])(?P<one>x)(?P<by>n)", self._change),
                (r"si?(?P<by>n)", self._all_told),
                (rf"(?:x[i+])?(?P<one>{SIDE})i?T?i?(?P<by>n)", self._told),
                (r"[iT]*(?P<by>n)o?(?P<one>x)", self._told),
                (rf"[iT]+(?P<one>{SIDE})i?T?i?(?P<by>n)", self._told),
                (r"(?:x[i+]?)?Ti?(?P<by>n)x?|(?:x[i+]?)?T[i+]?x(?P<by2>n)", self._all_told),
            )
        )

    def read(self, row: Row) -> Action | None:
        """What a clause tells; None where no form fits it.

        Raises:
            StayOut: it speaks of something in a way that is not understood.
        """
        return form_of(row, self._forms)

    def without_nouns(self, row: Sequence[Token]) -> list[Token]:
        """A row without the names that only say what is counted, or where: `粮` of `甲仓有粮 30 吨`, `学校` of `学校有男生 30 人`."""
        said = signs(row)
        found: list[Token] = []
        for place, token in enumerate(row):
            before = (
                "x" in said[:place]
                and said[place - 1] in "iTqnegV-+"
                and patterns.fullmatch("[nq]?", said[place + 1 : place + 2]) is not None
            )
            after = place == 0 and patterns.fullmatch(r"[iT+]+x(?:c?x)*[sTi+]*[nqg]+x?", said[place + 1 :]) is not None
            if token.sign != "x" or not self._names.is_noun(
                token.text, beside_another=before or after or (place > 0 and said[place - 1] in "nqT+")
            ):
                found.append(token)
        left = signs(found) + "."
        return [
            token
            for place, token in enumerate(found)
            if token.sign != "o" or (place and left[place - 1] in "xfk" and _OF.match(left, place))
        ]

    def things(self, *row: Token) -> tuple[str, ...]:
        """The things that names mean, noted as spoken of."""
        found = tuple(thing for token in row for thing in self._names.of(token.text))
        for thing in dict.fromkeys(found):
            if thing == WHOLE:
                self.of_all = True
            else:
                self.mentioned[thing] = self.mentioned.get(thing, 0) + 1
        return found

    def side(self, row: Row | None) -> Callable[[Story], Quantity]:
        """The sum of what is named, each with its share or multiple; of what was spoken of before where nothing is named."""
        row = row or self._subject or stay_out("of what")
        self._subject = [token for token in row if token.sign == "x"][:1] if len(row) < 3 else ()
        terms: list[tuple[Fraction, tuple[str, ...]]] = []
        for token in row:
            if token.sign == "x":
                terms.append((Fraction(1), self.things(token)))
            elif token.sign in "fk":
                terms[-1] = terms[-1][0] * token.value, terms[-1][1]
        return lambda story: total(*(times(factor, story.now(thing)) for factor, things in terms for thing in things))

    def _one(self, row: Row | None) -> str:
        things = self.things(*(row or self._subject or stay_out("of what")))
        if len(things) != 1:
            stay_out("several things where one is meant")
        if row:
            self._subject = row
        return things[0]

    # --- forms ---------------------------------------------------------------------------------------------------------------------

    def _compared(self, other: Row, way: Row, by: Row, one: Row | None = None, factor: Row | None = None) -> Action:
        """`甲比乙多 5`, `甲比乙的 2 倍少 5`, `甲比乙多 1/4`."""
        left = self.side(one)
        kept = self._subject
        scale = factor[0].value if factor else Fraction(1)
        if factor and len(other) > 1 and "s" not in signs(other):
            stay_out("a multiple of which")
        right = self.side(other)
        self._subject = kept
        told, sign = by[0], 1 if way[0].sign == "m" else -1
        if factor and told.sign != "n":
            stay_out("a share of a multiple")

        def act(story: Story) -> None:
            base = times(scale, right(story))
            more = number(told.value) if told.sign == "n" else times(told.value, base)
            self._unit(story, told)
            story.relations.equal(left(story), total(base, times(sign, more)))

        return act

    def _equal(
        self, other: Row, one: Row | None = None, way: Row | None = None, by: Row | None = None, factor: Row | None = None
    ) -> Action:
        """`甲是乙的 3 倍`, `甲的 1/3 等于乙的 1/4`, `甲是乙的 3 倍多 5`."""
        if not any(token.sign in "fk" for token in [*other, *(one or ()), *(factor or ())]) and by is None:
            stay_out("one thing is another")
        if any(_SEVERAL_PARTS.search(signs(each)) for each in (one or (), other)):
            stay_out("parts that nobody adds up")
        left = self.side(one)
        kept = self._subject
        right = self.side(other)
        scale = factor[0].value if factor else Fraction(1)
        self._subject = kept

        def act(story: Story) -> None:
            more: Quantity = {}
            if by and way:
                self._unit(story, by[0])
                more = times(1 if way[0].sign == "m" else -1, number(by[0].value))
            story.relations.equal(left(story), total(times(scale, right(story)), more))

        return act

    def _in_ratio(self, every: Row, ratio: Row) -> Action:
        """`甲与乙的比是 3:5`."""
        named = self.things(*(token for token in every if token.sign == "x"))
        parts = ratio[0].ratio
        if 0 in parts:
            stay_out("a ratio with nothing")

        def act(story: Story) -> None:
            things = story.things if named == (WHOLE,) else named
            if len(things) != len(parts) or WHOLE in things:
                stay_out("a ratio of what")
            for thing, part in zip(things[1:], parts[1:], strict=True):
                story.relations.equal(times(parts[0], story.now(thing)), times(part, story.now(things[0])))

        return act

    def _alike(self, every: Row = ()) -> Action:
        """`甲和乙相等`, `两仓相等`, `相等`."""
        named = self.things(*(token for token in every if token.sign == "x")) or (WHOLE,)

        def act(story: Story) -> None:
            things = story.things if named == (WHOLE,) else named
            if WHOLE in things or len(things) < 2 or (named == (WHOLE,) and len(things) != 2 and not story.complete()):
                stay_out("what is alike")
            for thing in things[1:]:
                story.relations.equal(story.now(thing), story.now(things[0]))

        return act

    def _apart(self, by: Row, one: Row | None = None, other: Row | None = None) -> Action:
        """`甲、乙相差 30`, `差是 10`: which is more the rest tells."""
        named = self.things(*(one or ()), *(other or ()))

        def act(story: Story) -> None:
            things = story.things if named in ((), (WHOLE,)) else named
            if len(things) != 2 or WHOLE in things:
                stay_out("what differs")
            self._unit(story, by[0])
            story.relations.equal(story.now(things[0]), total(story.now(things[1]), number(story.differ() * by[0].value)))

        return act

    def _more_than_before(self, one: Row, way: Row, by: Row) -> Action:
        """`男员工比去年减少 6%`, `总数比去年增加 3 人`."""
        things = self.things(*one)
        if len(things) != 1:
            stay_out("several things where one is meant")
        told, sign = by[0], 1 if way[0].sign == "+" else -1

        def act(story: Story) -> None:
            if told.sign == "f" and things[0] != WHOLE:
                story.scale(things[0], 1 + sign * told.value)
                return
            self._unit(story, told)
            story.at_first(True)
            before = story.now(things[0])
            story.at_first(False)
            more = times(told.value, before) if told.sign == "f" else number(told.value)
            if things[0] == WHOLE:
                story.later(lambda: story.relations.equal(story.now(WHOLE), total(before, times(sign, more))))
            else:
                story.change(things[0], times(sign, more))

        return act

    def _told(self, one: Row, by: Row) -> Action:
        """`甲、乙共 30`, `甲 30`."""
        left = self.side(one)

        def act(story: Story) -> None:
            self._unit(story, by[0])
            story.relations.equal(left(story), number(by[0].value))

        return act

    def _all_told(self, by: Row) -> Action:
        """`共 30`."""
        self.of_all = True

        def act(story: Story) -> None:
            self._unit(story, by[0])
            story.relations.equal(story.now(WHOLE), number(by[0].value))

        return act

    def _move(self, source: Row, by: Row, aim: Row) -> Action:
        """`从甲运 30 到乙`, `甲给乙 30`, `把甲的 1/4 给乙`."""
        start, end = self._one(source), self._one(aim)

        def act(story: Story) -> None:
            self._unit(story, by[0])
            moved = self._share_of(story, start, by[0])
            story.change(start, times(-1, moved))
            story.change(end, moved)

        self._subject = ()
        return act

    @staticmethod
    def _share_of(story: Story, thing: str, by: Token) -> Quantity:
        return times(by.value, story.now(thing)) if by.sign == "f" else number(by.value)

    def _multiplied(self, one: Row, way: Row, by: Row) -> Action:
        """`丙的个数乘以 2`, `丁除以 3`."""
        thing = self._one(one)
        factor = by[0].value if way[0].text.endswith("乘以") else 1 / by[0].value
        return lambda story: story.scale(thing, factor)

    def _take(self, source: Row, by: Row) -> Action:
        """`从甲取出 30`, which may be put into another next."""
        thing = self._one(source)
        self._left = str(by[0].value)

        def act(story: Story) -> None:
            self._unit(story, by[0])
            story.change(thing, number(-by[0].value))

        return act

    def _put(self, aim: Row) -> Action:
        """`放入乙`: what was taken out of another just now."""
        thing = self._one(aim)
        if self._left is None:
            stay_out("puts what")
        put, self._left = Fraction(self._left), None
        return lambda story: story.change(thing, number(put))

    def _change(self, way: Row, by: Row, one: Row | None = None) -> Action:
        """`甲卖出 30`, `转来 4 名女生`, `男生减少 20%`."""
        thing = self._one(one)
        sign = 1 if way[0].sign == "+" else -1
        told = by[0]
        if way[0].sign == "V":
            self._left = str(told.value)

        def act(story: Story) -> None:
            if told.sign == "f":
                story.scale(thing, 1 + sign * told.value)
                return
            self._unit(story, told)
            story.change(thing, number(sign * told.value))

        return act

    @staticmethod
    def _unit(story: Story, told: Token) -> None:
        if told.unit:
            story.units.append(told.unit)
