"""How much one file may cost. `load` checks size and pages itself; time and memory are watched from outside, by `kb.loading.process`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from kb.loading.errors import LoadingFailed

Bound: TypeAlias = Literal["seconds", "pages", "memory_mb", "file_mb"]

MEGABYTE = 1024 * 1024

_UNITS: dict[Bound, str] = {"seconds": "秒", "pages": "页", "memory_mb": "MB", "file_mb": "MB"}


@dataclass(frozen=True, slots=True)
class LoadingLimits:
    """The bounds of reading one file. A message about a bound names its setting as `loading.<field>`.

    Attributes:
        seconds: wall-clock time of the child process.
        pages: pages of a PDF, slides of a PPTX.
        memory_mb: resident memory of the child process; also what a DOCX or PPTX may declare as its unpacked size.
        file_mb: size of the file on disk; also of the text that comes out of it.
    """

    seconds: float = 300
    pages: int = 3000
    memory_mb: int = 1500
    file_mb: int = 200

    def exceeded(self, bound: Bound, happened: str) -> LoadingFailed:
        """The error for a bound that was passed; `happened` is a clause without a full stop, such as `这份 PDF 有 4000 页`."""
        value = f"{getattr(self, bound):g} {_UNITS[bound]}"
        return LoadingFailed(
            f"{happened}，超过了上限 {value}。",
            f"可以把文件拆小再传；机器够用的话，也可以调大设置 loading.{bound}。",
        )


DEFAULT_LIMITS = LoadingLimits()
