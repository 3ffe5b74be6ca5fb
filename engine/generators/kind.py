"""What a kind of generated question is: the few types that a kind's module fills in. Composing, finding and solving are elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from engine.drawings.model import Drawing
from engine.generators.chance import Chance

Parameters: TypeAlias = Mapping[str, Any]
"""Everything a question or a problem is about, as JSON values. A generated question's has `task`: a word for what is asked."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A wrong option, got by really running a procedure that people run by mistake.

    Attributes:
        text: the option, in the same form and unit as the right one.
        why: the misconception in a few words, shown to the one who chose it.
    """

    text: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Generated:
    """A question as its writer hands it over, before the options are chosen and shuffled.

    Attributes:
        point: a knowledge point of the exam, one of the kind's `points`.
        stem: Markdown, with every convention stated that changes the answer.
        right: the right option.
        wrong: at least three after those equal to the right one or to each other are dropped; likeliest first. More than three
            let the options be chosen so that the right one is not always the largest or the smallest.
        steps: Markdown as a person would work it on paper; its last line names `right` word for word, and no letter.
        parameters: see `Parameters`.
        drawing: one that teaches; shown with the explanation, never with the question.
    """

    point: str
    stem: str
    right: str
    wrong: Sequence[Wrong]
    steps: str
    parameters: Parameters
    drawing: Drawing | None = None


Writer: TypeAlias = Callable[[Chance, int], Generated | None]
"""(chance, difficulty 1 | 2 | 3) -> a question, or None: these numbers make a poor one, draw others."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A parameter that a problem does not state.

    Attributes:
        name: its key in `Parameters`.
        ask: the question to the person, in Chinese.
        form: a phrase that the recogniser reads, with `{}` for the reply: `分配 {} 个页框`.
    """

    name: str
    ask: str
    form: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """A problem as understood.

    Attributes:
        parameters: what `solve` takes; without the missing ones.
        understood: (name, value) in Chinese, shown before the answer so that a misreading is seen at once.
        missing: what must be asked for; empty when the problem can be solved.
        others: what the kind's other readers made of the same text; what follows from them must come to the same (`agreement`).
    """

    parameters: Parameters
    understood: tuple[tuple[str, str], ...]
    missing: tuple[Missing, ...] = ()
    others: tuple[Parameters, ...] = ()

    @property
    def confident(self) -> bool:
        """Everything is known and nothing in the text was left unread."""
        return not self.missing

    def telling(self, more: Parameters) -> Recognition:
        """With further parameters, in the other readings too."""
        others = tuple({**each, **more} for each in self.others)
        return replace(self, parameters={**self.parameters, **more}, others=others)


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """A problem solved.

    Attributes:
        answer: what was asked, short, with its unit: `9 次`.
        steps: the working, Markdown.
        conventions: those that differ between textbooks, each a sentence.
        answer_alone: whether `answer` is one of several that are right, so that it is told where there are no options for `fits`.
        also: the same answer in other words (another unit, a sum, a fraction): a pasted option may say it so.
        drawing: one that teaches.
        roughly: a statistic, whose options are often rounded, or ranges: the one that is nearest by far, or holds it, says it.
        fits: for a question that only its options make one ("which of these can be ..."): whether an option is the one looked for;
            raises `StayOut` for an option that cannot be read.
            Without options there is then no answer, with them the fitting option is it.
        several: whether all the options that fit are asked for ("which of these are ..."), be it one or more.
        among: where the options have to be seen together (which completes a row of numbers best): the place of the one looked for and the
            working, or None. With options it is asked where `answer` is none of them, and before `fits`.
    """

    answer: str
    steps: str
    fits: Callable[[str], bool] | None = None
    several: bool = False
    among: Callable[[Sequence[str]], tuple[int, str] | None] | None = None
    answer_alone: bool = False
    roughly: bool = False
    also: tuple[str, ...] = ()
    conventions: tuple[str, ...] = ()
    drawing: Drawing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Solver:
    """How problems of a kind are read and solved.

    Attributes:
        hint: a regular expression; a text in which it is not found (upper and lower case alike) is not of this kind. Cheap, and wide.
        recognise: strict reading; None or `StayOut` when anything in the text is not understood.
        solve: from the parameters of a confident recognition, with the simulator that the questions use.
    """

    hint: str
    recognise: Callable[[str], Recognition | None]
    solve: Callable[[Parameters], Solution]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of question that is computed.

    Attributes:
        name: its module's name with `-` for `_`; part of every id, never changed.
        title: shown to people.
        points: the knowledge points its questions belong to.
        versions: writers by version number. A writer whose questions would change gets a new number beside the old one, which
            stays, so that old ids keep their questions.
        solver: None where problems of the kind cannot be read safely.
    """

    name: str
    title: str
    points: tuple[str, ...]
    versions: Mapping[int, Writer]
    solver: Solver | None = None

    @property
    def version(self) -> int:
        """The newest version, used for new questions."""
        return max(self.versions)
