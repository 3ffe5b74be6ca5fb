"""The one error of loading: a file could not be taken. Warnings about what was read all the same travel in `Document.warnings`."""

from __future__ import annotations

NOTHING_TAKEN = "这个文件没有入库，已有的资料不受影响。"


class LoadingFailed(Exception):
    """A file could not be read. Displayed to the user as it is, in Chinese.

    Attributes:
        happened: what went wrong, one sentence.
        next_step: what the person can do about it, one sentence.
        reason: both, with what was kept between them; also `str(error)`.
    """

    def __init__(self, happened: str, next_step: str) -> None:
        self.happened = happened
        self.next_step = next_step
        self.reason = f"{happened}{NOTHING_TAKEN}{next_step}"
        super().__init__(self.reason)
