"""What a drawing is: plain data with a title, words for those who cannot see it, and the name of the template that draws it.

A new sort of drawing is a dataclass here or in a module of its own, and `templates/<template>.typ` with `#let draw(data) = ...`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import asdict, dataclass
from typing import Any, ClassVar, Literal, TypeAlias

Tone: TypeAlias = Literal["plain", "new", "good", "bad", "quiet"]
"""How something is set off: plain; new (blue: just put there); good (green); bad (red: a miss, a failure); quiet (grey)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing(ABC):
    """Base of all drawings. Texts are data: whatever they hold is shown as it is, never read as markup."""

    template: ClassVar[str]

    title: str
    note: str = ""

    @property
    @abstractmethod
    def alt(self) -> str:
        """The drawing in words, one line."""

    def data(self) -> dict[str, Any]:
        """What the template is given, as JSON values."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of a grid."""

    text: str
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a grid with what it is called."""

    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid(Drawing):
    """A table over time (page frames, registers, buckets) or a matrix.

    Attributes:
        columns: the heading of each column.
        rows: each as long as `columns`.
        corner: the heading of the labels.
        wrap: more columns than this are continued below.
    """

    template: ClassVar[str] = "grid"

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    corner: str = ""
    wrap: int = 12

    @property
    def alt(self) -> str:
        """Row by row."""
        return f"{self.title}：" + "；".join(f"{row.label}：{' '.join(cell.text or '-' for cell in row.cells)}" for row in self.rows)


@dataclass(frozen=True, slots=True)
class Span:
    """A bar on a Gantt chart's lane, from `start` to `end`; the same label always has the same colour."""

    label: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Lane:
    """One line of a Gantt chart: a processor, a device, a pipeline stage."""

    label: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happens at a moment: an arrival, a deadline."""

    label: str
    at: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Gantt(Drawing):
    """Who occupies what and when (甘特图). `unit` names the time's unit."""

    template: ClassVar[str] = "gantt"

    lanes: tuple[Lane, ...]
    marks: tuple[Mark, ...] = ()
    unit: str = ""

    @property
    def alt(self) -> str:
        """Lane by lane."""
        lanes = ("，".join(f"{span.label} {span.start:g}～{span.end:g}" for span in lane.spans) for lane in self.lanes)
        return f"{self.title}：" + "；".join(f"{lane.label} {spans}".strip() for lane, spans in zip(self.lanes, lanes, strict=True))


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of an address space: what is there, how long it is."""

    label: str
    length: float
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoryMap(Drawing):
    """Regions of memory from low addresses (top) to high. `addresses`: shown at the edges, one more than there are regions, or none."""

    template: ClassVar[str] = "memory_map"

    regions: tuple[Region, ...]
    addresses: tuple[str, ...] = ()

    @property
    def alt(self) -> str:
        """Region by region."""
        return f"{self.title}：" + "，".join(region.label for region in self.regions)


@dataclass(frozen=True, slots=True)
class Field:
    """Some bits of an address or an instruction."""

    label: str
    bits: int
    value: str = ""
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields(Drawing):
    """A word divided into fields, high bits on the left: an address, an instruction, a header."""

    template: ClassVar[str] = "fields"

    words: tuple[tuple[str, tuple[Field, ...]], ...]

    @property
    def alt(self) -> str:
        """Word by word."""
        words = (
            f"{name} " + "，".join(f"{field.label} {field.bits} 位{' ' + field.value if field.value else ''}" for field in fields)
            for name, fields in self.words
        )
        return f"{self.title}：" + "；".join(words)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart."""

    label: str
    value: float
    shown: str
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars(Drawing):
    """Values side by side, to compare."""

    template: ClassVar[str] = "bars"

    bars: tuple[Bar, ...]

    @property
    def alt(self) -> str:
        """Bar by bar."""
        return f"{self.title}：" + "，".join(f"{bar.label} {bar.shown}" for bar in self.bars)
