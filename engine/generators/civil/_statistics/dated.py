"""Which year clauses without one are of: what is asked behind a heading, figures behind a remark about another year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from engine.generators import patterns
from engine.generators.civil._statistics.figures import Figures
from engine.generators.reading import stay_out

_COMPARED = re.compile(r"(?:则|那么|请?问|求)*(?:与|和|跟|同|比|较|相比|相较)于?⟦-?\d+⟧(?:同期)?(?:相比|比较|比|来说)?")


def headed(clauses: Iterable[str]) -> Iterator[str]:
    """The clauses, a question with the year in front of it: `2019 年，受疫情影响，产量是多少`."""
    head = ""
    for clause in clauses:
        asking = patterns.search("多少|几", clause) is not None
        if head and asking and ("⟦" not in clause or _COMPARED.fullmatch(head)):
            clause = head + clause
        if patterns.fullmatch(r"⟦(?:19|20)\d\d⟧", clause) or _COMPARED.fullmatch(clause):
            head = clause
        elif asking or patterns.search(r"\d", clause):
            head = ""  # but for what sets the scene
        yield clause


class Dated:
    """The year that figures without one are of: a rate of an earlier year told beside (`2019 年增速为 5%`) is no change of it."""

    def __init__(self) -> None:
        self._main: int | None = None
        self._aside = False

    def told(self, figures: Figures, clause: str, before: int) -> None:
        """A clause was taken in; `before`: how many values were told before it.

        Raises:
            StayOut: it tells a value that may be of either year.
        """
        if values := figures.valued[before:]:
            if self._aside and "⟦" not in clause:
                stay_out(f"of which year: {clause}")
            self._main, self._aside = values[-1][1], False
        elif self._main is not None and "⟦" in clause and figures.spoken < self._main:
            self._aside = True

    def ended(self, figures: Figures) -> None:
        """A sentence ends."""
        if self._aside and self._main is not None:
            figures.year = figures.spoken = self._main
        self._main, self._aside = None, False
