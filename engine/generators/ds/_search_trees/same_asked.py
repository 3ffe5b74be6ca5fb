"""`And of 12?`: what was asked of one key, asked of another in two words."""

from __future__ import annotations

import re

_SAME = re.compile(
    r"(?:结点)?(?<![\d,、.])(?P<first>\d{1,4})(?!\d)(?P<asked>[的是为在][^\d,，。;；?？、\n和与]{1,14})(?P<mark>[,，?？;；]\s*)(?:那么?|还有)?(?:结点)?(?P<second>\d{1,4})呢"
)


_SAME_SEARCH = re.compile(
    r"(?P<verb>查找|搜索)(?P<first>\d{1,4})(?P<asked>[^\d,，。;；?？\n]{2,12})(?P<mark>[,，?？;；]\s*)(?:那么?)?(?:查找|搜索)?(?P<second>\d{1,4})呢"
)


def with_same_asked(text: str) -> str:
    """The text with `and of 12?` written out: `结点10是红的还是黑的，12呢` asks the colour of both."""
    text = _SAME_SEARCH.sub(r"\g<verb>\g<first>\g<asked>\g<mark>\g<verb>\g<second>\g<asked>", text)
    return _SAME.sub(r"\g<first>\g<asked>\g<mark>\g<second>\g<asked>", text)
