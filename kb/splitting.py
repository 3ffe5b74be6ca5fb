"""Sections -> passages: pieces of a book that stand alone, small enough to be embedded whole, whole enough to answer with.

A section that fits stays whole. A longer one is cut between paragraphs where possible, then between lines, sentences and clauses; code,
tables and formulas are cut only between their lines, with the fence or the header repeated. Passages do not overlap: each carries its
headings, the cuts fall between thoughts, and an overlap would be found, shown and cited twice. The lengths are even, since a remainder of
two lines is a poor passage. Reading files is `kb.loading`'s; tokens are estimated, so that no tokeniser is needed.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from kb.loading.blocks import Block, blocks, opens_fence
from kb.loading.inline import PROTECTED
from kb.passages import Passage, Section

DEFAULT_SIZE = 380
"""Estimated tokens of a passage with its place in the book; about 500 Chinese characters. multilingual-e5 reads 512 tokens; of 1,027
passages of two sets of notes the longest came to 425, counted by its own tokeniser."""

_FILL = 0.85
"""How full a passage of a long section is meant to be; the rest is room for cutting at a good place."""
_TINY = 70
"""Estimated tokens; sections below it say too little alone."""

_WIDE = re.compile(r"[\u1100-\uffff]")
_NARROW_WORD = re.compile(r"[A-Za-z0-9\u00c0-\u02ff\u0370-\u10ff]")
_SPACE = re.compile(r"\s")

# What a cut costs, on the scale on which a passage half as long again as intended costs 0.25.
_LINE_END, _SENTENCE_END, _CLAUSE_END, _ANYWHERE = 0.05, 0.15, 0.4, 1.0
_WITHIN_CODE = 0.15
"""Before an indented line or a closing brace; a function is best kept whole."""
_AFTER_INTRODUCTION = 0.5
"""After a line that announces what follows: `代码如下：`, a heading, a bold line."""
_INTRODUCTION = re.compile(r"[:：][ \t]*$|^[ \t>]*(?:#{1,6}[ \t].*|\*\*[^*\n]+\*\*[ \t]*)$")

_STEP = 16
"""Characters that a cut is at least away from the one before, but at a line's end: finer cuts take time and gain nothing."""
_ANY = re.compile(rf".{{{_STEP}}}", re.DOTALL)
_CUTS = (
    (re.compile(r"\n"), _LINE_END),
    (re.compile(r"[。！？；…]+[”’」』）)\]]*[ ]*|[.!?;][)\]\"']*\s+"), _SENTENCE_END),
    (re.compile(r"[，、：]|[,:]?[ ]+"), _CLAUSE_END),
    (_ANY, _ANYWHERE),
)
_ATOM = re.compile(rf"{PROTECTED}|\[[^\[\]\n]*\]\([^()\n]*\)|https?://[!-~]+", re.DOTALL)
"""Formulas, code, links and addresses within a line are not cut."""
_INSEPARABLE = re.compile(r"[\u0300-\u036f\u200d\ufe0e\ufe0f\udc00-\udfff]|(?<=\u200d).", re.DOTALL)
"""Accents, variation selectors, what a joiner joins, and the second halves of surrogate pairs: never the first character of a passage."""


def tokens(text: str) -> int:
    """Tokens of `text` for multilingual-e5, estimated without its tokeniser.

    0.75 for a wide character, 0.4 for a letter or digit, 1 for other signs, fitted by least squares on 347 stretches of 400 characters of
    Chinese notes with code and formulas: actual / estimated is .98 in the median, 1.19 at the 99th percentile, 1.27 at most.
    """
    wide = len(_WIDE.findall(text))
    narrow = len(_NARROW_WORD.findall(text))
    signs = len(text) - wide - narrow - len(_SPACE.findall(text))
    return -(-(15 * wide + 8 * narrow + 20 * signs) // 20)


@dataclass(frozen=True, slots=True)
class _Unit:
    """What is not cut any further, with the white space that follows it.

    Attributes:
        cost: of a cut right after it.
        tokens: estimated.
    """

    text: str
    cost: float
    tokens: int
    page: int | None


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Sections that are cut as one: what one heading holds, on however many pages."""

    path: tuple[str, ...]
    anchor: str | None
    parts: tuple[tuple[str, int | None], ...]

    @property
    def tokens(self) -> int:
        return sum(tokens(text) for text, _ in self.parts)


def split(sections: Iterable[Section], size: int = DEFAULT_SIZE) -> list[Passage]:
    """The passages of a book, in reading order, numbered from 0.

    A section with an anchor is never joined with another heading's text. Small neighbours without one are, when they stand under the same
    heading on the same page; their own headings then stand in the text, in bold. Sections without text yield nothing.

    Args:
        size: estimated tokens of `Passage.searchable`, at least 64. A passage is longer only where a single line of code, a row or the
            header of a table, or a formula is, or where the place in the book takes more than half of it.

    Raises:
        ValueError: `size` is below 64.
    """
    if size < 64:
        raise ValueError(f"size must be at least 64, not {size}")
    passages: list[Passage] = []
    for stretch in _joined(_stretches(sections), size // 2):
        room = max(size - tokens("".join(stretch.path) + ">" * len(stretch.path)), size // 2)
        for text, page in _pieces(stretch, room):
            passages.append(Passage(stretch.path, text, len(passages), page, stretch.anchor))
    return passages


def _stretches(sections: Iterable[Section]) -> Iterator[_Stretch]:
    for (path, anchor), group in groupby(sections, key=lambda section: (section.path, section.anchor)):
        parts = tuple((section.text.strip("\n"), section.page) for section in group if section.text.strip())
        if parts:
            yield _Stretch(path, anchor, parts)


def _joined(stretches: Iterable[_Stretch], most: int) -> Iterator[_Stretch]:
    """The stretches, tiny neighbours under one heading made one of at most `most` tokens."""
    run: list[_Stretch] = []
    base: tuple[str, ...] = ()
    for stretch in stretches:
        if run:
            # The first may be the heading's own introduction, or the first of its parts.
            common = run[0].path if stretch.path[:-1] == run[0].path and len(run) == 1 else base
            fits = sum(member.tokens for member in run) + stretch.tokens <= most
            if fits and _is_tiny(stretch) and stretch.path[:-1] == common and common and _same_page(run[-1], stretch):
                run.append(stretch)
                base = common
                continue
            yield _union(run, base)
            run = []
        if _is_tiny(stretch):
            run, base = [stretch], stretch.path[:-1]
        else:
            yield stretch
    if run:
        yield _union(run, base)


def _is_tiny(stretch: _Stretch) -> bool:
    return stretch.anchor is None and stretch.tokens < _TINY


def _same_page(a: _Stretch, b: _Stretch) -> bool:
    return a.parts[-1][1] == b.parts[0][1]


def _union(run: Sequence[_Stretch], base: tuple[str, ...]) -> _Stretch:
    if len(run) == 1:
        return run[0]
    parts = [
        (text if stretch.path == base or index else f"**{stretch.path[-1]}**\n\n{text}", page)
        for stretch in run
        for index, (text, page) in enumerate(stretch.parts)
    ]
    return _Stretch(base, None, tuple(parts))


def _pieces(stretch: _Stretch, room: int) -> Iterator[tuple[str, int | None]]:
    """The texts of the passages of a stretch, and the page on which each begins."""
    units: list[_Unit] = []
    for text, page in stretch.parts:
        for block in blocks(text):
            units += _units(block, page, room)
    for group in _packed(units, room):
        text = "".join(unit.text for unit in group).strip("\n").rstrip()
        if text:
            yield text, group[0].page


def _units(block: Block, page: int | None, room: int) -> list[_Unit]:
    """The units of a block; the last one ends with the blank line that follows the block."""
    whole = block.text
    if tokens(whole) <= room or block.kind in ("formula", "heading", "rule"):
        units = [_unit(whole, 0.0, page)]
    elif block.kind == "text":
        units = [_unit(text, cost, page) for text, cost in _cut(whole, room)]
    else:
        units = [_unit(text, 0.0, page) for text in _repeating(block, room)]
        units = [replace(unit, text=unit.text + "\n\n") for unit in units]
    announces = _INTRODUCTION.search(whole[whole.rfind("\n") + 1 :])
    return [*units[:-1], replace(units[-1], text=units[-1].text.rstrip("\n") + "\n\n", cost=_AFTER_INTRODUCTION if announces else 0.0)]


def _unit(text: str, cost: float, page: int | None) -> _Unit:
    return _Unit(text, cost, tokens(text), page)


def _repeating(block: Block, room: int) -> Iterator[str]:
    """A fence or table that is too long, cut between lines; the fence's marks or the table's header stand in each piece."""
    if block.kind == "fence":
        head, body, foot = block.lines[:1], block.lines[1:-1], block.lines[-1:]
    else:
        head, body, foot = block.lines[:2], block.lines[2:], ()
    if not body or tokens("".join(foot)) > room // 2:
        yield block.text
        return
    units = [
        _unit(line, _WITHIN_CODE if following.startswith((" ", "\t", "}")) else _LINE_END, None)
        for line, following in zip(body, (*body[1:], ""), strict=True)
    ]
    repeated = head
    if tokens("".join(head + foot)) > room // 2:
        # A header that leaves no room is said once, as if it were a line; a fence's marks alone open a fence as well.
        units.insert(0, _unit("\n".join(head), _AFTER_INTRODUCTION, None))
        repeated = foot
    for number, group in enumerate(_packed(units, room - tokens("".join(repeated + foot)))):
        opening = repeated if number or repeated is head else ()
        yield "\n".join((*opening, *(unit.text for unit in group), *foot))


def _cut(text: str, room: int) -> list[tuple[str, float]]:
    """`text` cut as finely as `room` makes necessary, and what a further cut after each part costs. The parts make up the text."""
    forbidden = bytearray(len(text) + 1)
    edges: list[int] = []
    for match in _ATOM.finditer(text):
        start, end = match.span()
        forbidden[start + 1 : end] = b"\x01" * (end - start - 1)
        if end - start > _STEP:
            edges += (start, end)
    for match in _INSEPARABLE.finditer(text):
        forbidden[match.start()] = 1
    costs: dict[int, float] = {len(text): 0.0}
    for pattern, cost in _CUTS:
        start = 0
        for end in sorted(costs):
            if tokens(text[start:end]) > room:
                ends = [match.end() for match in pattern.finditer(text, start, end - 1)]
                if pattern is _ANY:
                    ends = sorted({*ends, *edges[bisect_right(edges, start) : bisect_left(edges, end)]})
                last = start
                for position in ends:
                    if forbidden[position] or (position - last < _STEP and cost > _LINE_END) or _begins_with_fence(text, position):
                        continue
                    costs[position] = cost
                    last = position
            start = end
    positions = [0, *sorted(costs)]
    return [(text[start:end], costs[end]) for start, end in pairwise(positions)]


def _begins_with_fence(text: str, position: int) -> bool:
    """True if what follows would be read as an opening fence if it stood at the beginning of a line."""
    return opens_fence(text[position : position + 80].partition("\n")[0])


def _packed(units: Sequence[_Unit], room: int) -> Iterator[Sequence[_Unit]]:
    """The units in groups of at most `room` tokens (one unit may be longer).

    Of all ways, the one with the least sum of what its cuts cost and of how far, squared, each group is off the mean; found by dynamic
    programming over the last cut, as TeX breaks paragraphs into lines (Knuth and Plass, 1981).
    """
    total = sum(unit.tokens for unit in units)
    if total <= room:
        if units:
            yield units
        return
    ideal = total / -(-total // int(_FILL * room))
    best = [0.0] + [float("inf")] * len(units)
    last_cut = [0] * (len(units) + 1)
    for end in range(1, len(units) + 1):
        cost = units[end - 1].cost if end < len(units) else 0.0
        length = 0
        for start in range(end - 1, -1, -1):
            length += units[start].tokens
            if length > room and start < end - 1:
                break
            price = best[start] + cost + ((length - ideal) / ideal) ** 2
            if price < best[end]:
                best[end], last_cut[end] = price, start
    cuts = [len(units)]
    while cuts[-1]:
        cuts.append(last_cut[cuts[-1]])
    for start, end in pairwise(reversed(cuts)):
        yield units[start:end]
