"""What is to be filled in, as papers mark it, in one spelling: `多少` or `百分之多少` where a figure is asked, `( )` elsewhere."""

from __future__ import annotations

import re

from engine.generators import patterns

# What is to be filled in, as papers mark it: `(请作答此空)`, or the blank's number where a figure would stand: `至少需要(2)片`.
_BLANK = re.compile(
    r"\(\s*请作答此空\s*\)|(?<=[为是约需要有达到成得共:=])\s?【\s*\d{0,2}\s*】|(?<=[\u3400-\u9fff])\s?【\s{1,6}】|(?<=[\u3400-\u9fff])(?<![求问算下列面题答号移量])\s?\(\s*[1-9]\d?\s*\)\s?"
    r"(?=(?:[KMG]?(?:B|bit|bps|Hz)(?:/s)?|[nmμ]?s|MIPS|%|位|片|个|条|根|次|块|字节|[兆千]字节|兆条指令/秒|倍)[,。;、?\s]|(?:位|个|比特)(?:冗余|校验|检验|附加|监督))|"
    r"(?<=[为是约需要用有到达成得共])\s?\(\s*[1-9]\d{0,2}\s*\)\s?(?=[,。;?、(]|$|[△Δ]t|[KM]?个|[KMG]B(?![A-Za-z]))|"
    # Two figures count a blank of a paper with an answer sheet: `产生(24)次缺页中断`, `当(49)时不会`.
    r"(?<=[为是约需要用有到达成得共生行经过发当])\s?\(\s*[1-9]\d\s*\)\s?(?=[次个位块页时条台](?:[\u3400-\u9fff]))"
)
# The same with a comma before it, on a line of its own, or before a unit of its own: `为,\n(22)\nbit/s`.
_NUMBERED_BLANK = re.compile(
    r"(?<=[为是送需])[,，]?\s{0,2}\(\s?\d{1,2}\s?\)(?P<space>\s{0,2})"
    r"(?=(?P<unit>[KMGkmn]?(?:bps|b/s|bit/s|Hz|B|s|Baud)|[μ%]s?|个|位|字节|比特|波特|次|台|种|条|帧)?\s?(?:[,，。;；.]|$|\n))"
)
# The number of a blank, as papers with an answer sheet have it: `校验码是 (19)` before the options.
_BEFORE_OPTIONS = re.compile(r"(?<=[\u4e00-\u9fff])\s*\(\s*[1-9]\d?\s*\)\s*(?=[。.,:]?\s*\n?\s*\(?A\s*[).、:])")

# The number of a blank before its own options, on a line of its own.
_GROUP = re.compile(r"(?m)^\s*\(\s*[1-9]\d?\s*\)\s*\(?A\s*[).、:]")

# The only one of a text, among words: `序列 (47) 是不可能的出栈序列`.
_AMONG_WORDS = re.compile(r"(?<=[\u4e00-\u9fff,。、])\s*\(\s*[1-9]\d\s*\)\s*(?=[\u4e00-\u9fff])")
_FIRST_OPTION = re.compile(r"\n\s*\(?A\s*[).、:]")


def with_lines_named(text: str) -> str:
    """A text in which a line to be filled in asks: `为____ns`, `分别是____、____`, `____%`."""
    text = patterns.sub(r"_{1,}\s?\(\s?\d{1,2}\s?\)\s?_{1,}", "____", text)  # a line with the blank's number on it
    text = patterns.sub(r"_{3,}\s?\d{1,2}\s?_{3,}", "____", text)
    # A line that was lost in copying left its room: `校验码是      位`.
    text = patterns.sub(
        r"(?<=[为是有])[ \t\u3000\xa0]{4,}(?=(?:个|位|种|次|条|块|台|字节|[KMG]?(?:bps|b/s|B|Hz)(?![A-Za-z])|%)?[。,，?？;；])", "( )", text
    )
    text = patterns.sub(
        r"(?<=[\u4e00-\u9fff])[ \t\u3000\xa0]{2,}(?=(?:千克|公斤|毫升|千米|公里|小时|分钟|[克升吨元天个件折米人]|[%％])(?:[。．.,，;；?？、]|水[。．.?？]?|的?[。．.]?\s*$|\n))",
        "( )",
        text,
    )
    text = patterns.sub(r"(?<=[为是有])\s?[—–―]{2,}\s?(?=[,，。;；·.]|$)", "____", text)  # a line made of dashes
    text = patterns.sub(r"\(\s*\?\s*\)", "( )", _BLANK.sub("( )", text))
    text = patterns.sub(r"(?<=\d)([,、]\s*)_{2,}", r"\1( )", text)  # the next of a row is to be filled in
    # `__bold__` is Markdown, unless what stands between is how much or which: `第__行第__列`.
    text = patterns.sub(r"(?<!_)__(?![\s_个次条行列位台页块级层组和与及])([^_\s,，。;；、:：]{2,30})__(?!_)", r"\1", text)
    text = patterns.sub(r"(?:_{2,}\s*[、,，和与及]\s*)+(?=_{2,})", "", text)
    text = patterns.sub(
        r"(?: ?_{3,}(?!_) ?|(?<=[为是有]) ?_(?=[次个页位])|(?<=[为是=:：有需得])__(?!_|[^_\n]{1,30}__))(?!次方)(?P<share>[%％])?",
        lambda blank: "百分之多少" if blank["share"] else "多少",
        text,
    )
    return patterns.sub(r"(?<![A-Za-z0-9])_{2,}(?![A-Za-z0-9])|_{4,}", "( )", text)  # a Latin name may hold underscores


def with_numbers_emptied(text: str) -> str:
    """A text in which a blank's number in brackets is gone: it is no figure of the problem."""
    return _NUMBERED_BLANK.sub(lambda blank: "( )" if blank["unit"] else "( )" + blank["space"], text)


def with_numbers_before_options_emptied(text: str) -> str:
    """The same before the options, which only a text without Markdown's marks shows."""
    if len(_GROUP.findall(text)) < 2:
        text = _BEFORE_OPTIONS.sub("( )", text)
    if _FIRST_OPTION.search(text) and not patterns.search(r"\(\s*\)|多少|几", text) and len(_AMONG_WORDS.findall(text)) == 1:
        text = _AMONG_WORDS.sub("( )", text)
    return text
