"""A text as readers take it: one spelling of every mark, nothing of Markdown or LaTeX, long figures in one piece."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from engine.generators import patterns
from engine.generators.typesetting import with_words_closed, without_latex, without_markup

# What is to be filled in, as papers mark it: `(请作答此空)`, or the blank's number where a figure would stand: `至少需要(2)片`.
_BLANK = re.compile(
    r"\(\s*请作答此空\s*\)|(?<=[\u3400-\u9fff])(?<![求问算下列面题答])\s?\(\s*[1-9]\d?\s*\)\s?"
    r"(?=(?:[KMG]?(?:B|bit|bps|Hz)(?:/s)?|[nmμ]?s|MIPS|%|位|片|个|条|根|次|块|字节|[兆千]字节|兆条指令/秒|倍)[,。;、?\s])|"
    r"(?<=[为是约需要用有到达成得共])\s?\(\s*[1-9]\d?\s*\)\s?(?=[,。;?]|$|[KM]?个|[KMG]B(?![A-Za-z]))"
)
# The same with a comma before it, on a line of its own, or before a unit of its own: `为,\n(22)\nbit/s`.
_NUMBERED_BLANK = re.compile(
    r"(?<=[为是送需])[,，]?\s{0,2}\(\s?\d{1,2}\s?\)(?P<space>\s{0,2})"
    r"(?=(?P<unit>[KMGkmn]?(?:bps|b/s|bit/s|Hz|B|s|Baud)|[μ%]s?|个|位|字节|比特|波特|次|台|种|条|帧)?\s?(?:[,，。;；.]|$|\n))"
)
_TIMES_SIGNS = {ord(sign): "×" for sign in "✕✖⨯╳"} | {ord("⁄"): "/"}
_ARC = re.compile(r"<\s*([A-Za-z]\d{0,2}|\d{1,2})\s*,\s*([A-Za-z]\d{0,2}|\d{1,2})\s*(?:,\s*(\d+)\s*)?>")

# A full stop typed as a point: `数据为 101110.采用……`; behind one or two signs it may count an item.
_POINT_AS_STOP = re.compile(r"(?<=[0-9A-Za-z+^/()]{3})\.(?= ?[\u4e00-\u9fff])")
# Markdown's table without the bars at its edges.
_OPEN_TABLE = re.compile(r"(?m)^(?!\s*\|)[^|\n]+(?:\|[^|\n]*)+\n\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+(?:\n(?!\s*\|)[^|\n]+(?:\|[^|\n]*)+)+")


@lru_cache(maxsize=512)  # every reader of a text begins with it
def normalise(text: str) -> str:
    """NFKC, Markdown's and LaTeX's marks gone, punctuation made one, runs of spaces made one; line ends stay."""
    text = without_markup(text)
    text = patterns.sub(r"^\s*(?:[1-9]\d?\s*[.、．]\s*)?【[^】=:：]{1,24}】", "", text)  # a heading: where the problem is from
    text = patterns.sub(r"【[^【】\n]{0,40}(?:考试|真题|国考|省考|联考|统考|行测)[^【】\n]{0,20}】", "", text)  # or behind it
    text = patterns.sub(r"(?m)^\s*【(?:例题?|练习?题?|题|真题|典型)[^】=:：]{0,12}】", "", text)  # and further down, before a question
    text = _OPEN_TABLE.sub(lambda rows: "\n".join(f"|{row.strip().strip('|')}|" for row in rows[0].split("\n")), text)
    text = patterns.sub(r"(?<=[\d)])[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+", r"^\g<0>", text)  # 10⁶ is 10^6: NFKC alone would make it 106
    # ① before words counts sub-questions; NFKC alone would make it a figure of the problem, or glue it to the one behind it.
    text = patterns.sub(
        r"(?<![^\s,，;；。:：?？!！、求问答])[①-⑨](?=\s?[\u3400-\u9fff\dA-Za-z])(?!\s?[到至和与])",
        lambda mark: f"({ord(mark[0]) - ord('①') + 1}){' ' if mark.string[mark.end()].isascii() else ''}",
        text,
    )
    for number in range(2, 10):  # `①符号位②阶码`: the next of a row, glued to the one before
        if f"({number - 1})" in text:
            mark = chr(ord("①") + number - 1)
            text = patterns.sub(
                rf"(?<=[\u3400-\u9fff)）A-Za-z])(?<![第与和比跟由从在对到至及]){mark}(?=[\u3400-\u9fff])(?![到至和与])",
                f" ({number})",
                text,
            )
    text = patterns.sub(r"(?<!第)[①-⑨](?=\d)", lambda mark: f" ({ord(mark[0]) - ord('①') + 1}) ", text)  # before a figure: not a part of it
    text = unicodedata.normalize("NFKC", text).translate(_TIMES_SIGNS)
    text = patterns.sub(r"(?<=\d)(\s?)us(?![A-Za-z])", r"\1μs", text)
    text = patterns.sub(r"(?<=[\u4e00-\u9fff])\.(?=\s|$|[\u4e00-\u9fff])", "。", text)  # a full stop typed as a point
    text = _BLANK.sub("( )", text)
    text = patterns.sub(r"(?<=\d)([,、]\s*)_{2,}", r"\1( )", text)  # the next of a row is to be filled in
    # `__bold__` is Markdown, unless what stands between is how much or which: `第__行第__列`.
    text = patterns.sub(r"(?<!_)__(?![\s_个次条行列位台页块级层组和与及])([^_\s,，。;；、:：]{2,30})__(?!_)", r"\1", text)
    # A blank asks: `为____ns`, `分别是____、____`, `____%`.
    text = patterns.sub(r"(?:_{2,}\s*[、,，和与及]\s*)+(?=_{2,})", "", text)
    text = patterns.sub(
        r"(?: ?_{3,}(?!_) ?|(?<=[为是有]) ?_(?=[次个页位])|(?<=[为是=:：有需得])__(?!_|[^_\n]{1,30}__))(?!次方)(?P<share>[%％])?",
        lambda blank: "百分之多少" if blank["share"] else "多少",
        text,
    )
    text = patterns.sub(
        r"(?<![A-Za-z0-9])_{2,}(?![A-Za-z0-9])|_{4,}", "( )", text
    )  # what is to be filled in; a Latin name may hold underscores
    text = without_latex(text)
    text = patterns.sub(r"(?<![\d.^])(2|10)\s*的\s*(\d{1,3})\s*次[方幂]", r"\1^\2", text)
    text = _NUMBERED_BLANK.sub(lambda blank: "( )" if blank["unit"] else "( )" + blank["space"], text)
    text = patterns.sub(r"\\[,;! ]|\\quad", " ", text)
    text = patterns.sub(r"(?<=[A-E\d])\\(?=[.)])", "", text)  # `A\\.`: Markdown's way to keep a list from becoming one
    # An arc's brackets say its direction, and without them `<1,2>50` would be read as 1 and 250.
    if len(_ARC.findall(text)) > 2 or patterns.search(
        "[弧边图网]|DAG|AO[EV]|拓扑|顶点|最短(?:的)?(?:路|距离)|生成树|Dijkstra", text, re.IGNORECASE
    ):
        # A name or a weight before the bracket must not run into the tail: `a1<1,2>=5`.
        text = _ARC.sub(
            lambda arc: f"{' ' if patterns.search('[A-Za-z0-9]$', arc.string[: arc.start()][-1:]) else ''}{arc[1]}→{arc[2]} {arc[3] or ''}",
            text,
        )
    text = patterns.sub(r"(?<=[A-Za-z0-9])\s*-+>\s*(?=[A-Za-z0-9])", "→", text)
    # `T1<T2<T3` is an order, not a bracket.
    text = patterns.sub(
        r"(?<![A-Za-z0-9])([A-Za-z]\d)((?:\s*<\s*[A-Za-z]\d)+)(?![A-Za-z0-9]|\s*[,>])", lambda row: row[0].replace("<", "小于"), text
    )
    # `x<y<z`, `x > y`: an order of single letters; `E<v,w>` and `a->b` are none.
    text = patterns.sub(
        r"(?<![A-Za-z0-9<>_-])([A-Za-z])((?:\s*[<>]\s*[A-Za-z])+)(?![A-Za-z0-9_]|\s*>|\s*,\s*[A-Za-z0-9]{1,3}\s*>)",
        lambda row: row[0].replace("<", "小于").replace(">", "大于"),
        text,
    )
    # `[[0,1],[2,0]]` are rows, which the brackets alone keep apart.
    text = patterns.sub(
        r"\[\s*(\[[^\[\]\n]{3,60}\](?:\s*[,;]\s*\[[^\[\]\n]{3,60}\])+)\s*\]",
        lambda rows: " / ".join(row.strip("[] ").replace(",", " ") for row in patterns.split(r"\]\s*[,;]\s*\[", rows[1])) + " ",
        text,
    )
    # An address of two numbers stays one: `[2, 300]`.
    if "地址" in text:
        text = patterns.sub(r"\[\s*(\d{1,3})\s*[,，]\s*(\d{1,6}(?:\s*(?:KB?|B))?)\s*\]", r"(\1,\2)", text)
    # `a[0][31]` and `int a[64][16]`: without the brackets the two figures would be one. Elsewhere readers know them glued.
    if patterns.search("cache|高速缓|缓存", text, re.IGNORECASE):
        text = patterns.sub(r"(?<=[A-Za-z0-9])\]\s?\[(?=\s?[A-Za-z0-9])", " ", text)
    text = text.replace("$", "").replace("**", "").replace("`", "").replace("µ", "μ").replace("–", "-").replace("−", "-")
    text = text.translate({ord(mark): None for mark in "“”‘’\"'《》【】「」[]<>{}_"} | {ord("．"): ".", ord("‚"): ","})
    text = _POINT_AS_STOP.sub("。", with_words_closed(patterns.sub(r"[ \t\u3000\xa0]+", " ", text)))
    # The number of a blank, as papers with an answer sheet have it: `校验码是 (19)` before the options.
    text = patterns.sub(r"(?<=[\u4e00-\u9fff])\s*\(\s*[1-9]\d?\s*\)\s*(?=[。.,:]?\s*\n?\s*\(?A\s*[).、:])", "( )", text)
    text = _superscripts_put_back(patterns.sub(r"[ \t\u3000\xa0]+", " ", text).strip())
    if _FIRST_OPTION.search(text):  # from a paper
        text = patterns.sub(r"[^\n]+", _without_stray_spaces, text)
    return _table_before_options(_grouped_digits_joined(text))


# `12 000 个`, `1 250 B`: behind a word and before a unit, never in a row of numbers.
_THOUSANDS = re.compile(
    r"(?<=[\u3400-\u9fff=≈(:])(?P<space> ?)(?P<figure>[1-9]\d{0,2}(?: \d{3})+)(?![\d.,]|, ?\d| \d)"
    r"(?= ?(?:(?:[KMGkm]?(?:i?B|bit|b)(?:/s)?|[KMGk]?bps|k?m(?:/s)?|[KMG]?Hz|[nmμ]s|MIPS|r/min|rpm)(?![A-Za-z])|"
    r"字节|比特|位|个|条|次|人|元|万|亿|件|台|米|千米|公里|转|页|块|帧|册|名|户|辆|吨|千克|平方|分钟|毫秒|微秒|纳秒))"
)
_HEXADECIMAL = re.compile(r"(?<![\w.])[0-9A-F]{4}(?: [0-9A-F]{4})+H(?![\w])")


_TABLE_AT_END = re.compile(r"\n\s*(?P<table>\|[^\n]*\|(?: ?\n ?\|[^\n]*\|)+)\s*$")
_FIRST_OPTION = re.compile(r"\n\s*(?:[-*+] ?)?\(?A\s*[.、:)]")


def _table_before_options(text: str) -> str:
    """The text with a table that was pasted behind the options where it belongs: behind the stem."""
    table, option = _TABLE_AT_END.search(text), _FIRST_OPTION.search(text)
    if table is None or option is None or option.start() > table.start():
        return text
    return f"{text[: option.start()]}\n{table['table']}\n{text[option.start() : table.start()].lstrip()}"


def _grouped_digits_joined(text: str) -> str:
    """The text with the spaces gone that only make long figures readable."""
    text = _THOUSANDS.sub(lambda found: found["space"] + found["figure"].replace(" ", ""), text)
    return _HEXADECIMAL.sub(lambda figure: figure[0].replace(" ", ""), text)


_FLAT_SPEED = re.compile(r"(?<=\d)( ?[×xX*] ?)10([58])(?= ?(?:km|m|米|公里|千米)(?:/|每)(?:s|秒))")


def _superscripts_put_back(text: str) -> str:
    """A text whose superscripts were lost in copying, as the speed of a signal shows (`2×108 m/s`), with those of its powers of ten: `107 bit`."""
    if not _FLAT_SPEED.search(text):
        return text
    text = _FLAT_SPEED.sub(r"\g<1>10^\2", text)
    return patterns.sub(r"(?<![\d.^])10([2-9])(?= ?(?:bits?|bps|b/s|B|字节|比特|位)(?![A-Za-z]))", r"10^\1", text)


def _without_stray_spaces(line: re.Match[str]) -> str:
    """A line of sentences without the one or two spaces that scanning or copying left between its characters; where spaces part
    the sentences of a chat or the cells of a table there are more of them, or no full stop.
    """
    text = line[0]
    spaces = patterns.findall(r"(?<=[\u3400-\u9fff]) +(?=[\u3400-\u9fff])", text)
    if (
        not 1 <= len(spaces) <= 2
        or len(text) < 40
        or "。" not in text
        or len(patterns.findall(r"[,。;?]", text)) < 2
        or patterns.search("[我啊呀咋吗嘛]", text)
    ):
        return text
    return patterns.sub(r"(?<=[\u3400-\u9fff]) +(?=[\u3400-\u9fff])", "", text)
