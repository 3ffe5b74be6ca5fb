"""How the C library keeps memory, for processes that stay."""

from __future__ import annotations

import contextlib
import ctypes

_M_ARENA_MAX = -8
"""From glibc's malloc.h."""


def use_few_arenas() -> None:
    """Tell glibc to share its heaps between threads: each thread's own would keep what it once needed, 60 MB in all. Elsewhere nothing happens."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").mallopt(_M_ARENA_MAX, 2)
