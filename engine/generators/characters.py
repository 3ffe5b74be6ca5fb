"""Traditional characters as simplified ones, which all readers know."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

# Characters that only traditional texts have, and of which no problem is without one.
_TRADITIONAL = re.compile("[個價們問單圖場塊學對幾後從應數時條樣為無種經與處號見計記設該這過錢長間開關隊題體點]")


def simplified(text: str) -> str:
    """The text in simplified characters; a text in them already stays as it is."""
    return _converter().convert(text) if _TRADITIONAL.search(text) else text


@cache
def _converter() -> OpenCC:
    # Its dictionaries take a twentieth of a second, which most people never need.
    from opencc import OpenCC

    return OpenCC("t2s")
