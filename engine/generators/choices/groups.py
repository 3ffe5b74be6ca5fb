"""Options for several blanks, as papers for the software qualification have them: `(3) A. 8 B. 14 C. 16 D. 26 (4) A. …`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from typing import TypeAlias

from engine.generators import patterns
from engine.generators.choices.choosing import letters_of, same_answer
from engine.generators.choices.options import OPTION_LETTERS, split_options
from engine.generators.kind import Solution
from engine.generators.quantities import same

_LABEL = re.compile(
    r"(?:(?<=^)|(?<=[\s。?:;.,)]))\(\s*(?P<number>\d{1,3})\s*\)\s*(?:处?应?填(?:入)?(?:的是)?\s*(?:\(\s*\)\s*)?[。.?]?\s*(?:选项\s*)?)?(?=[(]?A\s*[.、:)]?\s*\S)"
)
Groups: TypeAlias = Sequence[tuple[str, Sequence[str]]]
"""The number of each blank and its options."""
_MOST = 3  # blanks: with four options each 64 ways to fill them


def split_groups(text: str) -> tuple[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """The stem, its numbered blanks unnumbered, and the options of each blank by its number; no options where there are none of this kind."""
    labels = list(_LABEL.finditer(text))
    while labels:
        ends = [*(label.start() for label in labels[1:]), len(text)]
        groups = []
        for label, end in zip(labels, ends, strict=True):
            rest, options = split_options(text[label.end() : end])
            groups.append((label["number"], options if not rest.strip() else ()))
        numbers = [int(number) for number, _ in groups]
        if all(options for _, options in groups) and numbers == list(range(numbers[0], numbers[0] + len(numbers))):
            break
        labels = labels[1:]
    if not labels or len(labels) > _MOST:
        return text, ()
    stem = text[: labels[0].start()].rstrip()
    for number, _ in groups:
        stem = patterns.sub(rf"\(\s*{number}\s*\)", "( )", stem)
    if len(groups) == 1 and len(groups[0][0]) > 1:
        # The other blanks of the text, whose options are not here.
        near = "|".join(str(number) for number in range(numbers[0] - 2, numbers[0] + 3))
        stem = patterns.sub(rf"(?<=[为是用])\s*\(\s*(?:{near})\s*\)(?=\s*[,;。、]|\s*[A-Za-z\u3400-\u9fff])", "( )", stem)
    return stem, tuple(groups)


def with_letters_of_groups(groups: Groups, solution: Solution) -> tuple[Solution, str] | None:
    """The solution and the letters that say it, each with its blank's number: `(3) D (4) D`; None where not exactly one choice says it."""
    numbers = [number for number, _ in groups]
    ways = list(product(*([(letter, option) for letter, option in zip(OPTION_LETTERS, options, strict=False)] for _, options in groups)))
    rows = ["，".join(option for _, option in way) for way in ways]
    if solution.among is not None and (chosen := solution.among(rows)) is not None:
        place, steps = chosen
        return replace(solution, answer=rows[place], also=(), steps=steps), _told(numbers, [letter for letter, _ in ways[place]])
    parts = _parts(solution)
    if len(parts) == len(groups):
        letters = [letters_of(options, part) for (_, options), part in zip(groups, parts, strict=True)]
        if all(len(found) == 1 for found in letters):
            return solution, _told(numbers, [found[0] for found in letters])
    wordings = (solution.answer, *solution.also)
    for agrees in (same_answer, same):
        found = [way for way, row in zip(ways, rows, strict=True) if any(agrees(row, said) for said in wordings)]
        if len(found) == 1:
            return solution, _told(numbers, [letter for letter, _ in found[0]])
    return None


def letters_of_one_part(groups: Groups, text: str, solution: Solution) -> list[str]:
    """The letters that say one part of an answer, where the one group of options is for one of a text's numbered blanks."""
    parts = _parts(solution)
    if len(groups) != 1 or len(parts) < 2:
        return []
    text = patterns.sub("[①-⑨]", lambda mark: f"({ord(mark[0]) - ord('①') + 1})", text)
    numbers = list(dict.fromkeys(patterns.findall(r"\(\s*(\d{1,3})\s*\)", unicodedata.normalize("NFKC", text))))
    if len(numbers) != len(parts) or groups[0][0] not in numbers:
        return []
    return letters_of(groups[0][1], parts[numbers.index(groups[0][0])])


def _parts(solution: Solution) -> list[tuple[str, ...]]:
    """Each part of an answer in all its wordings."""
    rows = [patterns.split("[，；]", wording) for wording in (solution.answer, *solution.also)]
    return list(zip(*(row for row in rows if len(row) == len(rows[0])), strict=True))


def _told(numbers: Sequence[str], letters: Sequence[str]) -> str:
    return " ".join(f"({number}) {letter}" for number, letter in zip(numbers, letters, strict=True))
