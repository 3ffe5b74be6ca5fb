"""Solving what a person asks: every kind's recogniser looks at the text, and only a single confident one answers.

A pasted multiple-choice question is read without its options; they are then a check: a computed answer that is none of them
means that the question follows another convention, and nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from engine.drawings.model import Drawing
from engine.generators import patterns, registry
from engine.generators.agreement import come_to_the_same, say_the_same
from engine.generators.choices.approximating import roughly
from engine.generators.choices.choosing import letters_for_blanks, letters_of, widths_of
from engine.generators.choices.groups import Groups, letters_of_one_part, split_groups, with_letters_of_groups
from engine.generators.choices.options import OPTION_LETTERS, split_options, with_unit_asked, without_separators
from engine.generators.choices.ranges import holding
from engine.generators.guards.heeding import unheeded
from engine.generators.guards.passed_over import said_twice
from engine.generators.kind import Kind, Missing, Parameters, Recognition, Solution
from engine.generators.notation import in_notation_asked, rewritten_in_notation_asked
from engine.generators.pasted.normalising import normalise
from engine.generators.pasted.numerals import other_numerals
from engine.generators.pasted.occasion import without_occasion
from engine.generators.pasted.paper import with_blank_for_letter, without_print
from engine.generators.pasted.tables import with_tables_in_bars
from engine.generators.pasted.talk import without_last_lines_of_talk, without_talk
from engine.generators.patterns import caseless
from engine.generators.reading import StayOut
from engine.generators.several import solve_each, together
from engine.generators.unit_asked import in_percent_asked, in_unit_asked
from engine.generators.wording import with_usual_words

_SEVERAL_RIGHT = re.compile(r"(?:^|[(（\[【\n]|\d\s*[.、])\s*(?:多选|多项选择|不定项(?:选择)?)题?|选出所有|所有正确")
_QUESTION_BEHIND = r"[,;。].*(?:哪|多少|几|什么|谁).*\?\s*$"
_LONGEST = 1500  # characters; a longer text is a page, not a problem


@dataclass(frozen=True, slots=True)
class Solved:
    """A problem recognised and solved.

    Attributes:
        understood: (name, value) in Chinese: what the answer rests on.
        option: the letter of the pasted option that says the answer; the letters where several do.
    """

    kind: Kind
    parameters: Parameters
    understood: tuple[tuple[str, str], ...]
    solution: Solution
    option: str | None = None

    @property
    def answer(self) -> str:
        """What was asked, with its unit."""
        return self.solution.answer

    @property
    def drawing(self) -> Drawing | None:
        """A drawing that teaches, where there is one."""
        return self.solution.drawing

    @property
    def markdown(self) -> str:
        """The whole answer as told to a person."""
        asked = "；".join(f"{name}：{value}" for name, value in self.understood)
        option = f"，选 {self.option}" if self.option else ""
        parts = [f"**{self.answer}**{option}", f"我的理解：{asked}", self.solution.steps]
        if self.solution.conventions:
            parts.append("约定：" + "；".join(self.solution.conventions) + "。")
        return "\n\n".join(parts)

    def as_data(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "kind": self.kind.name,
            "parameters": dict(self.parameters),
            "understood": dict(self.understood),
            "answer": self.answer,
            "option": self.option,
            "steps": self.solution.steps,
            "conventions": list(self.solution.conventions),
            "confident": True,
        }


@dataclass(frozen=True, slots=True)
class NeedsParameter:
    """A problem recognised that does not state everything.

    Attributes:
        text: as asked, for `completed`.
        missing: what to ask for, in order.
    """

    kind: Kind
    parameters: Parameters
    understood: tuple[tuple[str, str], ...]
    missing: tuple[Missing, ...]
    text: str

    @property
    def markdown(self) -> str:
        """The question to the person."""
        known = "；".join(f"{name}：{value}" for name, value in self.understood)
        return f"这是一道{self.kind.title}题（{known}）。还差一个条件：{self.missing[0].ask}"

    def completed(self, reply: str) -> str:
        """The problem's text with a person's reply for the first missing parameter worked in: to be solved again."""
        missing = self.missing[0]
        phrase = (
            missing.form.format(reply.strip()) if patterns.fullmatch(r"[\s\d.零一二两三四五六七八九十百A-Za-z%]+", reply) else reply.strip()
        )
        stem, options = split_options(normalise(self.text))
        block = "".join(f"\n{letter}. {option}" for letter, option in zip(OPTION_LETTERS, options, strict=False))
        return f"{stem}。{phrase}。{block}"

    def as_data(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "kind": self.kind.name,
            "parameters": dict(self.parameters),
            "understood": dict(self.understood),
            "missing": [missing.name for missing in self.missing],
            "ask": self.missing[0].ask,
            "answer": None,
            "steps": None,
            "confident": False,
        }


def _as_usual(kind: Kind, text: str) -> str:
    """A text in the usual words of a kind's family."""
    family = registry.family_of(kind.name)
    return with_usual_words(text, family) if family else text


def recognise(kind: Kind, text: str) -> Recognition | None:
    """What a kind makes of a text without options; None where it stays out."""
    text = _as_usual(kind, text)
    if kind.solver is None or not caseless(kind.solver.hint).search(text):
        return None
    try:
        return kind.solver.recognise(text)
    except (StayOut, ZeroDivisionError):  # a figure of 0 where none can be: no problem of this kind
        return None


def _answer(kind: Kind, text: str) -> str | None:
    """What a kind answers to a text without options; None where it stays out or asks back."""
    seen = recognise(kind, text)
    if seen is None or not seen.confident or kind.solver is None:
        return None
    try:
        return kind.solver.solve(seen.parameters).answer
    except (StayOut, ZeroDivisionError):
        return None


def _agree(found: Sequence[tuple[Kind, Recognition]]) -> bool:
    """Whether several kinds' readings of one text come to the same answer."""
    answers = []
    for kind, seen in found:
        if not seen.confident or kind.solver is None:
            return False
        try:
            answers.append(kind.solver.solve(seen.parameters).answer)
        except (StayOut, ZeroDivisionError):
            return False
    return all(say_the_same(answers[0], answer) for answer in answers[1:])


def _answers(kind: Kind, readings: Sequence[Parameters]) -> Iterator[str]:
    """What follows from other readings of a text, where something does."""
    assert kind.solver is not None
    for parameters in readings:
        try:
            yield kind.solver.solve(parameters).answer
        except (StayOut, ZeroDivisionError):
            continue


def solve_text(text: str, exam: str, kinds: Mapping[str, Kind] | None = None) -> Solved | NeedsParameter | None:
    """The solution of a problem in ordinary Chinese, the question that must be asked first, or None: not ours, not sure, or not all of it.

    `kinds`: other kinds than the exam's.
    """
    text = with_tables_in_bars(text)  # whose tags count for nothing
    if len(text) > _LONGEST:
        return None
    stem, groups = split_groups(without_last_lines_of_talk(without_print(normalise(text))))
    stem, options = (stem, groups[0][1]) if len(groups) == 1 else split_options(stem)
    stem = with_blank_for_letter(with_unit_asked(stem, options)) if options else stem
    if any(patterns.search(_QUESTION_BEHIND, option) for option in options):
        return None  # what else is asked behind the options is read by nobody
    stem = without_occasion(without_talk(stem))
    among = registry.kinds(exam) if kinds is None else kinds
    solved = _solve(text, stem, options, exam, among, groups)
    if solved is not None or options or groups:
        return solved

    def of_one(question: str) -> Solved | None:
        found = _solve(question, question, [], exam, among)
        return found if isinstance(found, Solved) else None

    parts = solve_each(stem, of_one)
    if not parts or (len({part.kind.name for part in parts}) == 1 and said_twice("；".join(part.answer for part in parts)) is not None):
        return None
    return _together(parts)


def _together(parts: Sequence[Solved]) -> Solved:
    """The solutions of a text's questions as one."""
    understood = [pair for part in parts for pair in part.understood]
    names = [name for name, _ in dict.fromkeys(understood)]
    return Solved(
        kind=parts[0].kind,
        parameters={"task": "several", "questions": [{"kind": part.kind.name, **part.parameters} for part in parts]},
        understood=tuple(
            dict.fromkeys(
                (f"第 {number} 问，{name}" if names.count(name) > 1 else name, value)
                for number, part in enumerate(parts, 1)
                for name, value in part.understood
            )
        ),
        solution=together([part.solution for part in parts]),
    )


def _solve(
    text: str, stem: str, options: Sequence[str], exam: str, among: Mapping[str, Kind], groups: Groups = ()
) -> Solved | NeedsParameter | None:
    """As `solve_text`, for a text read as one problem; `groups`: the options of its numbered blanks."""
    found: list[tuple[Kind, Recognition]] = []
    for wording in (stem, *other_numerals(stem)):  # the same text, its counts written otherwise, where nobody reads it as it stands
        if found := [(kind, seen) for kind in among.values() if (seen := recognise(kind, wording)) is not None]:
            stem = wording
            break
    if not found or (len(found) > 1 and not _agree(found)):
        return None  # two readings of one text that say different things: at least one is wrong
    kind, seen = found[0]
    stem = _as_usual(kind, stem)
    if not seen.confident:
        asking = NeedsParameter(kind, seen.parameters, seen.understood, seen.missing, text)
        if [missing.name for missing in seen.missing] == ["bits"] and (widths := widths_of(options)):
            # As long as an option: of options of different lengths only one may be right for its own.
            told = [solve_text(asking.completed(str(width)), exam, among) for width in widths]
            solved = [one for one in told if isinstance(one, Solved)]
            return solved[0] if len({one.option for one in solved}) == 1 else None
        return asking
    assert kind.solver is not None
    try:
        solution = kind.solver.solve(seen.parameters)
    except (StayOut, ZeroDivisionError):
        return None
    if any(not come_to_the_same(solution.answer, other) for other in _answers(kind, seen.others)):
        return None
    usual = [_as_usual(kind, option) for option in options]
    several = bool(options) and _SEVERAL_RIGHT.search(text) is not None
    if several and solution.fits is None:
        return None  # which else is right is not looked for
    if solution.fits is not None and (options or not solution.answer_alone):
        if not several and (chosen := _among(solution, options)) is not None:
            return Solved(kind, seen.parameters, seen.understood, *chosen)
        try:
            fitting = [
                (letter, option) for letter, option, said in zip(OPTION_LETTERS, options, usual, strict=False) if solution.fits(said)
            ]
        except StayOut:
            return None
        if len(fitting) != 1 and not (fitting and (several or solution.several)):
            return None
        those = replace(solution, answer="、".join(option for _, option in fitting))
        return Solved(kind, seen.parameters, seen.understood, those, "".join(letter for letter, _ in fitting))
    if unheeded(stem, solution.answer, lambda rest: _answer(kind, rest), exam) is not None:
        return None
    if (in_notation := in_notation_asked(text, solution)) is None:
        return None
    if not options and not groups and (in_notation := rewritten_in_notation_asked(text, in_notation)) is None:
        return None
    solution = in_notation if options or groups else in_percent_asked(text, in_unit_asked(text, in_notation))
    if len(groups) > 1:
        filled = with_letters_of_groups(groups, solution)
        return Solved(kind, seen.parameters, seen.understood, *filled) if filled else None
    wordings = (solution.answer, *solution.also)
    options = without_separators(usual, solution.answer)
    place = holding(options, wordings)
    letters = letters_of(options, wordings) if place is None else [OPTION_LETTERS[place]] if place >= 0 else []
    if options and not letters and place is None:
        letters = letters_of_one_part(groups, text, solution)
    if options and not letters and place is None and solution.roughly:
        letters = roughly(options, wordings, OPTION_LETTERS)
    if options and not letters and (each := letters_for_blanks(stem, options, wordings)):
        return Solved(kind, seen.parameters, seen.understood, solution, each)
    if options and len(letters) != 1:
        chosen = None if letters else _among(solution, options)
        return Solved(kind, seen.parameters, seen.understood, *chosen) if chosen else None
    if letters and letters_of(options, (solution.answer,)) != letters:
        # Another wording of the answer is what the option says: another safe sequence, another unit.
        in_other_words = next((each for each in solution.also if letters_of(options, (each,)) == letters), solution.answer)
        option = options[OPTION_LETTERS.index(letters[0])]
        solution = replace(solution, answer=in_other_words if patterns.fullmatch(r"[\d.]+", option) else option)
    return Solved(kind, seen.parameters, seen.understood, solution, letters[0] if letters else None)


def _among(solution: Solution, options: Sequence[str]) -> tuple[Solution, str] | None:
    """The solution with the option that is the one among all of them, and its letter."""
    try:
        found = solution.among(options) if solution.among is not None and options else None
    except StayOut:  # an option says something else than the others
        return None
    if found is None:
        return None
    place, steps = found
    return replace(solution, answer=options[place], also=(), steps=steps), OPTION_LETTERS[place]
