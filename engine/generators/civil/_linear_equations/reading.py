"""Reading a story told in sums, differences, multiples and shares: every clause tells, asks or is without a number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._linear_equations.answering import answered, unknowns_are_possible
from engine.generators.civil._linear_equations.names import HARMLESS, Names
from engine.generators.civil._linear_equations.questions import Asking, Questions, Value
from engine.generators.civil._linear_equations.statements import Action, Row, Statements
from engine.generators.civil._linear_equations.story import YEARS, Story
from engine.generators.civil._linear_equations.tokens import Token, signs, tokens
from engine.generators.civil._linear_equations.wording import clauses_of
from engine.generators.civil._problems.relations import number, times, unknown
from engine.generators.civil._problems.relations_working import Wording
from engine.generators.civil._problems.wording import SUSPECT, is_talk
from engine.generators.kind import Recognition
from engine.generators.reading import StayOut, stay_out

_PEOPLE = ("人", "名", "位")
_HOW_MANY = re.compile(r"(?<![\d第甲乙丙丁])([两三四])(?![次倍年天月端边头点条成百千万折])(?:个|种|堆|筐|类|位|名)?[\u4e00-\u9fff]")
_WHEN = re.compile("原|现在|这时|此时|后来|如今|今年|去年")
_STILL_NOW = ("现在", "现有", "目前", "如今")
"""Words of the time before what is only supposed, or after what has happened."""
_OPEN = re.compile(rf"{SUSPECT}|每")


def read_story(text: str) -> Recognition | None:
    """A story of things in relations, as it was understood.

    Raises:
        StayOut: a clause is not understood, or what is asked does not follow.
    """
    clauses = clauses_of(text)
    rows = [[_timed(part) for part in _parted(tokens(clause))] for clause in clauses]
    named = [[token.text for token in row if token.sign == "x"] for parts in rows for _, row in parts]
    heads = [row[0].text for parts in rows for _, row in parts if signs(row[:1]) == "x"]
    names = Names([name for row in named for name in row], heads)
    statements = Statements(names)
    questions = Questions(statements)
    acts: list[Action | Asking] = []
    asks: list[int] = []
    last: list[tuple[Action | Asking, bool]] = []
    read = [
        done
        for clause, parts in zip(clauses, rows, strict=True)
        for times_of, row in parts
        for done in _read_part(clause, times_of, row, statements, questions, last)
    ]
    for act, asking in (*read, *last):
        if asking:
            asks.append(len(acts))
        acts.append(act)
    if not asks:
        return None
    things = statements.mentioned
    plain = "".join(clauses)
    if patterns.fullmatch("大数|小数", "".join(things)):
        things = {"大数": 1, "小数": 1}
    elif single := [thing for thing, said in things.items() if said < 2 and not statements.of_all]:
        stay_out(f"told of once: {single}")
    found: list[Recognition] = []
    objection = ""
    for first_is_more in (True, False)[: 1 if "大数" in things and "小数" in things else 2]:
        story = Story(
            tuple(things), _counted(",".join(clauses)), ages=patterns.search("岁|年龄", plain) is not None, first_is_more=first_is_more
        )
        try:
            found.append(_told(story, acts, asks, plain))
        except StayOut as why:
            objection = str(why)
        if not story.differs:
            break
    if len(found) != 1:
        stay_out(objection or "either may be more")
    return found[0]


def _told(story: Story, acts: Sequence[Action | Asking], asks: Sequence[int], plain: str) -> Recognition:
    """A story told from its beginning to its end, and what is asked of it."""
    answers: list[Sequence[Value]] = []
    for place, act in enumerate(acts):
        if place in asks:
            if story.moved and not story.supposed and not _WHEN.search(plain):
                stay_out("asked of when")
            story.close()
            answers.append(act(story) or ())
        else:
            act(story)
    return _recognition(story, answers, fractions="%" not in plain)


def _read_part(
    clause: str, times_of: Row, row: Row, statements: Statements, questions: Questions, last: list[tuple[Action | Asking, bool]]
) -> list[tuple[Action | Asking, bool]]:
    """What a part of a clause does, in order, and whether that asks; `last` gets what is to be asked at the very end.

    Raises:
        StayOut: it is not understood.
    """
    found: list[tuple[Action | Asking, bool]] = [(_time(token), False) for token in times_of]
    row = statements.without_nouns(row)
    said = signs(row)
    if "q" in said and (moving := questions.moving(row)) is not None:
        found.append((moving[0], False))
        last.append((moving[1], True))
    elif "q" in said:
        plainly = all(token.text in _STILL_NOW for token in times_of)
        if plainly:
            found.append((Story.stay_in_time, False))
        found.append((questions.read(row) or stay_out(f"asks: {clause} ({said})"), True))
        if plainly:
            found.append((lambda story: story.at_first(False), False))
    elif patterns.search("[-nfkrelmtdVB+]", said):
        found.append((statements.read(row) or stay_out(f"not read: {clause} ({said})"), False))
    elif any(_OPEN.search(HARMLESS.sub("", token.text)) for token in row if token.sign == "x") and not is_talk(clause):
        stay_out(f"a condition: {clause}")
    for token in times_of:
        if token.sign == "z":
            found.append((questions.read([token]) or stay_out("how many years"), True))
        if token.sign == "P":
            found.append((lambda story: story.at_first(False), False))
    return found


def _timed(row: Row) -> tuple[list[Token], list[Token]]:
    """The words of time of a part, and the rest, in which names that only such a word had parted are one.

    Raises:
        StayOut: it speaks of two times.
    """
    times_of = [token for token in row if token.sign in "yzNPJ"]
    if len([token for token in times_of if token.sign != "J" or token.text == "当"]) > 1:
        stay_out("two times in one clause")
    rest: list[Token] = []
    for token in row:
        if token.sign in "yzNPJ":
            continue
        if token.sign == "x" and rest and rest[-1].sign == "x":
            rest[-1] = Token("x", rest[-1].text + token.text)
        else:
            rest.append(token)
    return times_of, rest


def _parted(row: Row) -> list[list[Token]]:
    """A clause's parts: `……后……`, `……则……`, `转来……、转走……`; what holds `……时` holds at a time of its own."""
    parts: list[list[Token]] = [[]]
    for place, token in enumerate(row):
        following = signs(list(row[place + 1 : place + 2]))
        if token.sign == ";":
            if token.text.startswith("时") and not any(each.sign in "yzNJ" for each in parts[-1]):
                parts[-1].append(Token("J", "当"))
            parts.append([])
        elif token.sign == "c" and following and following in "+-" and any(each.sign in "+-V" for each in parts[-1]):
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _when(story: Story) -> None:
    """`当……时`: at a time that is not told; of things that do not grow older only supposed."""
    if story.ages:
        story.years(unknown(YEARS))
    else:
        story.suppose()


def _time(token: Token) -> Action:
    """When a part of a clause speaks of."""
    if token.sign == "J":
        return _when if token.text == "当" else Story.suppose
    if token.sign == "P":
        return lambda story: story.at_first(True)
    if token.sign == "N":
        return lambda story: story.years({}) if story.ages else None
    if token.sign == "y":
        return lambda story: story.years(number(token.value), passed=True)
    return lambda story: story.years(times(1 if token.unit != "前" else -1, unknown(YEARS)), passed=True)


def _counted(plain: str) -> int | None:
    """How many things there are said to be."""
    said = {"两三四".index(count) + 2 for count in _HOW_MANY.findall(plain)}
    return said.pop() if len(said) == 1 else None


def _recognition(story: Story, asked: Sequence[Sequence[Value]], *, fractions: bool) -> Recognition:
    """The answers, with the unit of what was told.

    Raises:
        StayOut: it does not follow, or cannot be.
    """
    units = list(dict.fromkeys("人" if unit in _PEOPLE else unit for unit in story.units))
    if len(units) > 1:
        stay_out(f"several units: {units}")
    unit = units[0] if units else "岁" if story.ages else ""
    unknowns_are_possible(story.relations, unit)
    queries = []
    for values in asked:
        first = values[0]
        if first.unit not in ("", "年", ":", "倍", "%", unit) and unit and not {first.unit, unit} <= {*_PEOPLE, "个"}:
            stay_out(f"asked in {first.unit}, told in {unit}")
        pair = [first.quantity, first.of] if first.unit in ("倍", "%") else [each.quantity for each in values]
        queries.append(([each.name for each in values], pair, first.unit or unit))
    wording = Wording(name=lambda name: name, unit=lambda name: (Fraction(1), "年" if name == YEARS else unit), fractions=fractions)
    return answered(story.relations, queries, wording)
