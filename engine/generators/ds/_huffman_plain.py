"""Problems about Huffman trees in the words of books and papers, put into those that the reading knows."""

from __future__ import annotations

from engine.generators import patterns

_PLAIN = (
    (r"[,。;]?\s*(?:不需要|不必|不用|无需|不要求)(?:再)?(?:画|写)出(?:来|这棵|该|此|相应的?)?(?:哈夫曼|赫夫曼|霍夫曼)?树?(?=[,。;]|$)", ""),
    (r"(?:请)?(?:填写|完成|填)(?:如下|下列|下面|以下)?(?:的)?表格?,?", ""),
    (r"(?:字母|字符)在(?:该|此)?(?:电文|报文|文本|文件)(?:中)?(?:的)?出现(?:的)?(频率|概率|次数|频度)", r"出现\1"),
    (r"(?:同时|并)?(?:求|计算)(?:出)?(?:相应|对应|该|此|这棵|其|它)(?:的)?(?:哈夫曼|赫夫曼|霍夫曼)树?的带权路径长度", "求带权路径长度"),
    (r"(?:求|计算)(?:出)?(?:该|此|这棵)?(?:树)?的?WPL(?:值)?", "求WPL"),
)
# What is to be made or drawn, which the working shows; asked for itself where nothing else is.
TREE = r"(?:请|试|并|,)*(?:画|给|写|构造|建立|构建|生成)(?:出)?(?:相应|对应|一棵|该|此|这棵|其|的)*(?:哈夫曼|赫夫曼|霍夫曼|最优二叉)树(?:的)?(?:构造|生成|建立)?(?:的)?(?:过程|形态|图)?(?!的)(?=[\s,;。?及并]|和|与|$)"
DESIGN = r"(?:请|试|并|,|为|给|对)*(?:这|各|它们?的?|这些|上述|该|此|每个?|所有)*(?:\d{1,2}|[一二三四五六七八九十]{1,2})?(?:个)?(?:字母|字符|符号)?(?:设计|写出|给出|求出?|求得|确定|及|和)(?:这|各|它们?的?|这些|上述|该|此|每个?|所有|的|相应|对应|一套|一种|一组|出|其|\d{1,2}|[一二三四五六七八九十]{1,2}|个|字母|字符|符号){0,8}(?:哈夫曼|赫夫曼|霍夫曼)编码(?:方案)?(?![树的长总后])|(?:以及|及|和)(?:这)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})个(?:字母|字符|符号)的(?:哈夫曼|赫夫曼|霍夫曼)编码(?![树的长总后])"
"""Asks for a code of all signs, whichever."""

BUILT = r"(?:请|试|并|,)*(?:构造|建立)(?:出)?(?:一套|一种|一组|相应的?|对应的?|其)?(?:哈夫曼|赫夫曼|霍夫曼)编码(?![树的长总后])"
"""Says that a code is made."""


def plain_wording(text: str) -> str:
    """The text in the words that the reading knows."""
    for pattern, known in _PLAIN:
        text = patterns.sub(pattern, known, text)
    return text
