"""Problems about memories in the words that their readers know."""

from __future__ import annotations

from engine.generators.co._written import writing_plainly

written_plainly = writing_plainly(
    # The unit of the options.
    (r"\((?:单位)(?:为|是|:)?\s?(?:bits?/s|b/s|B/s|ns|位|根|片)\)", ""),
    (r"存储体(?=由\s?(?:\d|[二四八])\s?个(?:存储)?模块(?:组成|构成))", "存储器"),
    (r"存书(?=多少|\d)", "存储"),
    (
        r"(?P<address>\d+\s*位地址(?:线)?)(?:和|与|、)\s*(?P<data>\d+\s*位)数据(?:线)?(?:宽度)?的(?=存储器|主存|内存)",
        r"\g<address>和\g<data>字长的",
    ),
    (r"需要(?:有)?地址(?:线)?(?:的)?(?P<many>多少|几)位(?:来)?(?P<act>做|作|用作|用于)(?=芯片选择|片选)", r"需要\g<many>位地址\g<act>"),
)
"""A reader of memories that is given such wording."""
