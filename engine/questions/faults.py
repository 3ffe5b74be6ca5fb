"""A fault of a file, with its place and what was expected. How faults are found is the business of reading, checking and importing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

Severity: TypeAlias = Literal["fault", "warning"]
Unit: TypeAlias = Literal["行", "段"]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend.

    Attributes:
        path: the file, or the folder when something is missing altogether.
        line: counted from 1: the line of a text file, the row of a table, the paragraph of a document; None for the file as a whole.
        field: the field or column; empty where none is meant.
        message: what is wrong.
        expectation: what should be there instead.
        severity: a `warning` leaves the file usable.
        unit: what `line` counts.
    """

    path: Path
    line: int | None
    field: str
    message: str
    expectation: str
    severity: Severity = "fault"
    unit: Unit = "行"

    @property
    def place(self) -> str:
        """The file's name and the place in it, as shown to a person."""
        return self.path.name if self.line is None else f"{self.path.name} 第 {self.line} {self.unit}"

    def __str__(self) -> str:
        field = f"{self.field}：" if self.field else ""
        return f"{self.place}：{field}{self.message}；应为：{self.expectation}"

    def as_dict(self) -> dict[str, object]:
        """Plain data for `--json`."""
        return {
            "path": self.path.as_posix(),
            "line": self.line,
            "field": self.field,
            "message": self.message,
            "expectation": self.expectation,
            "severity": self.severity,
        }


def listing(faults: Sequence[Fault]) -> str:
    """Every fault on a line of its own, indented, for the message of an error."""
    return "\n".join(f"  {fault}" for fault in faults)
