"""Lines on a page -> paragraphs. A PDF and a scan know where lines stand, not which of them belong together.

Page numbers and running heads go; a paragraph that runs over a page break is joined, and belongs to the page on which it begins.
"""

from __future__ import annotations

import itertools
import re
import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

CJK = r"\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef"
"""Character ranges, for a regular expression's class, between which Chinese and Japanese set no space; punctuation included."""

_CJK_END, _CJK_START = re.compile(rf"[{CJK}“”‘’…—]$"), re.compile(rf"^[{CJK}“”‘’…—]")
_IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")
_LIST_MARK = re.compile(r"^(?:[•●○■□◆◇▪‣·*▶➢✓-][ \u3000]*\S|[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[A-Ha-h])[)）.．、]|[①-⑳])")
_PAGE_NUMBER = re.compile(
    r"^(?:第[ ]?|page[ ])?[-–—·/~ ]*(?P<number>\d{1,4})[-–—·~ ]*(?:[ ]?页)?(?:[ ]?(?:/|of|，?共)[ ]?\d{1,4}(?:[ ]?页)?)?$", re.IGNORECASE
)
_ROMAN = re.compile(r"^[ivxlc]{1,6}$", re.IGNORECASE)
_NUMBER_AT_EDGE = re.compile(r"^(?P<first>\d{1,4})[ |·]+|[ |·]+(?:第[ ]?)?(?P<last>\d{1,4})(?:[ ]?页)?$")
_LEADERS = re.compile(r"(?:…{2,}|(?:[.·…][ ]?){4,})[ ]?[0-9ivxlc]{1,5}$")

_MARGIN = 0.13
"""Share of a page's height, above and below, in which running heads and page numbers stand."""
_LARGEST_RUNNING_HEAD = 1.35
"""Of the usual height of a line; a scan's lines are not measured more exactly than that."""
_NARROWEST_COLUMN = 12
"""Heights of a line; narrower ones hold titles, lists and cells, whose lines are not joined."""
_WIDEST_INDENT = 3
"""Heights of a line; Chinese paragraphs begin two characters in. What stands further in is centred or set apart."""
_NEIGHBOURS = 6
"""Lines before and after a line that tell how wide its column is."""

_Joint: TypeAlias = Literal["joined", "tight", "apart"]
"""Same paragraph; a line of its own right below, as in a list or code; a paragraph of its own."""
_Column: TypeAlias = tuple[float, float]
"""Left and right edge."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text. Coordinates are PDF points from the lower left corner of the page; any other unit does, so long as y goes up.

    Attributes:
        page: from 1.
        page_height: in the same unit.
    """

    text: str
    page: int
    left: float
    right: float
    bottom: float
    top: float
    page_height: float

    @property
    def height(self) -> float:
        """Of the taller of the line's ends; about 0.9 of the font's size in Chinese."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text that belongs together, and the page on which it begins. `tight`: no gap parts it from the one before, as in a list."""

    text: str
    page: int
    tight: bool = False


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without page numbers, running heads and feet, and entries of a printed table of contents.

    A running head stands outermost in the margin, no larger than the text, and again, word for word or with the page's number in it, in
    the margin of one of the two pages before or after. Titles of slides are larger, and stay.
    """
    margins = [_margins(page) for page in pages]
    numbers = Counter(
        number - line.page for edges in margins for edge in edges for line in edge if (number := _number(line.text)) is not None
    )
    likeliest = numbers.most_common(1)
    # One number on one page proves nothing, unless it is the page's own: it may be a year.
    offset = likeliest[0][0] if likeliest and likeliest[0][1] > 1 else 0
    heights = [line.height for page in pages for line in page]
    largest = _LARGEST_RUNNING_HEAD * statistics.median(heights) if heights else 0.0
    keys = [{_running_key(line, offset) for edge in edges for line in edge if line.height <= largest} for edges in margins]
    kept: list[list[Line]] = []
    for index, page in enumerate(pages):
        repeated = set[str]().union(*keys[max(0, index - 2) : index], *keys[index + 1 : index + 3])
        furniture: set[int] = set()
        for edge in margins[index]:
            # From the outside in: below the first line of text there is no running head, however often a line recurs.
            for line in edge:
                if not (_is_page_number(line, offset) or (line.height <= largest and _running_key(line, offset) in repeated)):
                    break
                furniture.add(id(line))
        kept.append([line for line in page if id(line) not in furniture and not _LEADERS.search(line.text)])
    return kept


def _margins(page: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines in the upper and in the lower margin, each from the outside in."""
    upper = [line for line in page if line.bottom > (1 - _MARGIN) * line.page_height]
    lower = [line for line in page if line.bottom < _MARGIN * line.page_height]
    return sorted(upper, key=lambda line: -line.bottom), sorted(lower, key=lambda line: line.bottom)


def _number(text: str) -> int | None:
    """The page's number, if the line may be one or hold one at an end."""
    alone, at_edge = _PAGE_NUMBER.match(text), _NUMBER_AT_EDGE.search(text)
    if alone:
        return int(alone["number"])
    return int(at_edge["first"] or at_edge["last"]) if at_edge else None


def _running_key(line: Line, offset: int) -> str:
    """What recurs of a running head, the page's number replaced by a mark."""
    text = _NUMBER_AT_EDGE.sub("#", line.text, count=1) if _number(line.text) == line.page + offset else line.text
    return "".join(text.split())


def _is_page_number(line: Line, offset: int) -> bool:
    alone = _PAGE_NUMBER.match(line.text)
    return int(alone["number"]) == line.page + offset if alone else bool(_ROMAN.match(line.text))


def whole_lines(pieces: Iterable[Line]) -> Iterator[Line]:
    """Lines of which parts came as lines of their own: the cells of a table's row, the dots of a table of contents."""
    line: Line | None = None
    for piece in pieces:
        if line is None:
            line = piece
            continue
        overlap = min(line.top, piece.top) - max(line.bottom, piece.bottom)
        if overlap > 0.5 * min(line.height, piece.height) and piece.left >= line.right:
            space = " " if piece.left - line.right > 0.25 * max(line.height, piece.height) else ""
            bottom, top = min(line.bottom, piece.bottom), max(line.top, piece.top)
            line = replace(line, text=line.text + space + piece.text, right=piece.right, bottom=bottom, top=top)
        else:
            yield line
            line = piece
    if line is not None:
        yield line


def paragraphs(lines: Sequence[Line]) -> list[Paragraph]:
    """Lines in reading order, of any number of pages, joined."""
    pitches: dict[int, float] = {}
    for page, group in _by_page(lines).items():
        steps = [a.bottom - b.bottom for a, b in itertools.pairwise(group) if a.bottom - b.bottom > 0.3 * max(a.height, 1)]
        pitches[page] = statistics.median(steps) if steps else 0.0
    found: list[Paragraph] = []
    for index, line in enumerate(lines):
        joint: _Joint = "apart"
        if index:
            columns = _column(lines, index - 1), _column(lines, index)
            joint = _joint(lines[index - 1], line, columns, pitches[line.page])
        if joint == "joined":
            last = found[-1]
            found[-1] = Paragraph(join(last.text, line.text), last.page, last.tight)
        else:
            found.append(Paragraph(line.text, line.page, joint == "tight"))
    return found


def _by_page(lines: Iterable[Line]) -> dict[int, list[Line]]:
    groups: dict[int, list[Line]] = {}
    for line in lines:
        groups.setdefault(line.page, []).append(line)
    return groups


def _joint(above: Line, line: Line, columns: tuple[_Column, _Column], pitch: float) -> _Joint:
    """How `line` follows `above`. `columns` are theirs; `pitch` is the usual distance of two lines on the page."""
    size = max(above.height, line.height, 1)
    (above_left, right), (left, _) = columns
    # The line above ended of its own accord if the next line's first word would have fitted behind it.
    first_word = size if _CJK_START.match(line.text) else 0.55 * size * (len(line.text.split(" ", 1)[0]) + 1)
    above_is_full = above.right + first_word + 0.6 * size >= right and right - above_left > _NARROWEST_COLUMN * size
    same_page = above.page == line.page
    if same_page:
        step = above.bottom - line.bottom
        if step > 1.35 * pitch or _fonts_differ(above, line) or line.left < above.left - _WIDEST_INDENT * size:
            return "apart"
    steps_in = line.left > left + 1.2 * size and (not same_page or line.left > above.left + 1.2 * size)
    if steps_in and not _LIST_MARK.match(above.text):
        # A paragraph fills its first line; code does not.
        return "apart" if above_is_full or line.right > right - 3 * size else "tight"
    if _LIST_MARK.match(line.text):
        return "tight"
    return "joined" if above_is_full else "tight"


def _fonts_differ(above: Line, line: Line) -> bool:
    """True if the sizes of two lines differ clearly; Chinese characters tell exactly, letters without ascenders and punctuation do not."""
    exact = all(_IDEOGRAPH.search(edge) for edge in (above.text[:1] + above.text[-1:], line.text[:1] + line.text[-1:]))
    return max(above.height, line.height) > (1.25 if exact else 1.7) * max(min(above.height, line.height), 1)


def _column(lines: Sequence[Line], index: int) -> _Column:
    """The left and right edge of the column in which a line stands, from its neighbours on the page that overlap it."""
    line = lines[index]
    left, right = line.left, line.right
    for other in lines[max(0, index - _NEIGHBOURS) : index + _NEIGHBOURS + 1]:
        if other.page == line.page and other.left < line.right and other.right > line.left:
            left, right = min(left, other.left), max(right, other.right)
    return left, right


def join(above: str, below: str) -> str:
    """Two lines of a paragraph as one: no space beside Chinese, a word divided at the line's end made whole, otherwise a space."""
    if not above or not below:
        return above + below
    if _CJK_END.search(above) or _CJK_START.search(below):
        return above + below
    if re.search(r"[a-z]-$", above) and re.match(r"[a-z]", below):
        return above[:-1] + below
    return f"{above} {below}"
