"""A text as readers take it: one spelling of every mark, nothing of Markdown or LaTeX, long figures in one piece."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from engine.generators import patterns
from engine.generators.pasted.arrows import with_arrows
from engine.generators.pasted.blanks import with_lines_named, with_numbers_before_options_emptied, with_numbers_emptied
from engine.generators.pasted.characters import simplified, without_spelling
from engine.generators.pasted.lines import unwrapped, without_spaces_beside_figures, without_spaces_between_all
from engine.generators.pasted.mixed_numbers import without_mixed_numbers
from engine.generators.pasted.pages import without_page
from engine.generators.pasted.parts import with_parts_numbered
from engine.generators.pasted.tables import with_tables_in_bars
from engine.generators.pasted.typesetting import with_words_closed, without_latex, without_markup

_ONE_SIGN = {**{ord(sign): "×" for sign in "✕✖⨯╳"}, ord("⋯"): "...", ord("∗"): "*", ord("⁄"): "/"}
# A full stop typed as a point: `数据为 101110.采用……`; behind one or two signs it may count an item.
_POINT_AS_STOP = re.compile(r"(?<=[0-9A-Za-z+^/()]{3})\.(?= ?[\u4e00-\u9fff])")
# The same where options stand, whose letters may be glued to the figure before: `……最小为-64B.若……`.
_POINT_AS_STOP_BESIDE_OPTIONS = re.compile(r"(?<=[0-9A-Za-z+^/()]{3})(?<![A-E])\.(?= ?[\u4e00-\u9fff])")
_GLUED_OPTIONS = re.compile(r"(?:^|[\s。)?])A\.[^\n]{1,80}?B\.[^\n]{1,80}?C\.[^\n]{1,80}?D\.")
# `OPT < LRU < FIFO` compares what stands beside the signs; other angle brackets only enclose.
_COMPARED = re.compile(r"(?:(?<=OPT|LRU)|(?<=FIFO|LOCK|SSTF|SCAN|FCFS|IMAL))\s*([<>])\s*(?=(?:OPT|LRU|FIFO|CLOCK|SSTF|C?-?SCAN|FCFS))")
# Markdown's table without the bars at its edges.
_OPEN_TABLE = re.compile(r"(?m)^(?!\s*\|)[^|\n]+(?:\|[^|\n]*)+\n\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+(?:\n(?!\s*\|)[^|\n]+(?:\|[^|\n]*)+)+")


@lru_cache(maxsize=512)  # every reader of a text begins with it
def normalise(text: str) -> str:
    """NFKC, Markdown's and LaTeX's marks gone, punctuation made one, runs of spaces made one; line ends stay."""
    text = with_parts_numbered(without_page(without_mixed_numbers(with_tables_in_bars(text))))
    text = patterns.sub(r"^\s*[1-9][0-9]?．(?=[ \u3000]*[0-9])", "", text)  # a problem's number: a decimal is not set with this point
    text = without_spaces_beside_figures(unwrapped(without_spaces_between_all(without_markup(simplified(without_spelling(text))))))
    text = _without_headings_in_brackets(text)
    text = _OPEN_TABLE.sub(lambda rows: "\n".join(f"|{row.strip().strip('|')}|" for row in rows[0].split("\n")), text)
    text = patterns.sub(r"(?<=[\d)])[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+", r"^\g<0>", text)  # 10⁶ is 10^6: NFKC alone would make it 106
    text = _circled_numbers_in_brackets(text)
    text = _COMMAS.sub(lambda figure: figure[0].replace(",", ""), text)  # before a full-width comma becomes one, too
    text = unicodedata.normalize("NFKC", text).translate(_ONE_SIGN)
    text = patterns.sub(r"(?<=\d)(\s?)us(?![A-Za-z])", r"\1μs", text)
    text = _COMPARED.sub(lambda sign: "≺" if sign[1] == "<" else "≻", text)
    # A full stop typed as a point.
    text = patterns.sub(r"(?<=[\u4e00-\u9fff])\.(?=\s|$|[\u4e00-\u9fff(]|[A-D][种队组瓶杯桶人])", "。", text)
    text = patterns.sub(r"(?<=\d%|\d[A-Za-z]|[A-Za-z]{2}|__|\.\d)\.(?=\s*(?:\(\s?[1-9一二三四]\s?\)|$|\n))", "。", text)
    text = patterns.sub(r"(?<=\d%)\.(?=[\u4e00-\u9fff])", "。", text)
    text = text.replace("敏感词", "中共")  # as sites write `内存中共有`
    text = with_lines_named(text)
    text = without_latex(text)
    text = patterns.sub(r"(?<=\d)\?(?=t(?![A-Za-z]))", "Δ", text)  # a letter lost in copying: `3?t`
    text = patterns.sub(r"(?<![\d.^])(2|10)\s*的\s*(\d{1,3})\s*次[方幂]", r"\1^\2", text)
    text = patterns.sub(r"(?<=[为是有])\?(?= ?[个位条片次种人台][^\w])", "多少", text)
    text = with_numbers_emptied(text)
    text = patterns.sub(r"\\[,;! ]|\\q?quad", " ", text)
    text = patterns.sub(r"(?<=[A-E\d])\\(?=[.)])", "", text)  # `A\\.`: Markdown's way to keep a list from becoming one
    text = patterns.sub(r"(?<=[<(,])\s?\$\s?([A-Za-z]\d{0,2})\s?\$\s?(?=[,>)])", r"\1", text)  # the ends of an edge, each a formula
    text = _with_brackets_that_mean(with_arrows(text))
    text = patterns.sub(
        r"(?m)^[ \t]*`{3,}[ \t]*(?:text|txt|plain(?:text)?|markdown|md|csv|console)?[ \t]*$", "", text
    )  # a fence and what it holds
    text = text.replace("$", "").replace("**", "").replace("`", "").replace("µ", "μ").replace("–", "-").replace("−", "-")
    marks = "“”‘’\"'《》【】「」[]<>{}" + ("" if "标识符" in text else "_")  # an identifier may hold one
    # `A. >0`: without its mark it would say another value.
    text = patterns.sub(
        r"(?<=[A-E][.、)])\s?(?P<sign>[<>])(?P<equal>=?)\s?(?=-?\d)",
        lambda found: ("小于" if found["sign"] == "<" else "大于") + ("等于" if found["equal"] else ""),
        text,
    )
    text = patterns.sub(r"(?<=[A-Za-z])[“\"](?=[A-Za-z])|(?<=串[A-Za-z])['‘](?=[A-Za-z])", " ", text)  # a name, and what it names
    text = text.translate({ord(mark): None for mark in marks} | {ord("．"): ".", ord("‚"): ","})
    stop = _POINT_AS_STOP_BESIDE_OPTIONS if _GLUED_OPTIONS.search(text) else _POINT_AS_STOP
    text = stop.sub("。", with_words_closed(patterns.sub(r"[ \t\u3000\xa0]+", " ", text)))
    text = with_numbers_before_options_emptied(text)
    text = _LETTER_FOR_ONE.sub("1", text)
    text = _superscripts_put_back(patterns.sub(r"[ \t\u3000\xa0]+", " ", text).strip())
    if _FIRST_OPTION.search(text):  # from a paper
        text = patterns.sub(r"[^\n]+", _without_stray_spaces, text)
    text = patterns.sub(r"\(\s*\n\s*\)", "( )", text)
    text = patterns.sub(
        r"(?<=[KMGkmBb])/ (?=s(?![A-Za-z]))|(?<![A-Za-z])I\s?/ (?=O(?![A-Za-z]))", lambda stroke: stroke[0].replace(" ", ""), text
    )
    return _table_before_options(_grouped_digits_joined(_counts_apart(text)))


def _without_headings_in_brackets(text: str) -> str:
    """A text without what 【】 say of where it is from; only here, because these brackets go with the spelling."""
    text = patterns.sub(r"(?<=[\s。?？)）])【\s*([A-E])\s*】\s*", r" \1. ", text)  # an option's mark
    text = patterns.sub(r"^\s*(?:[1-9]\d?\s*[.、．]\s*)?【[^】=:：]{1,24}】", "", text)  # a heading: where the problem is from
    # A textbook's marks of minutes and section: `[ 10 ] <3.5>`, figures once the brackets are gone.
    text = patterns.sub(r"^\s*(?:\d{1,2}\.\d{1,2}\s*)?\[\s?\d{1,2}\s?\]\s*<\s?\d\.\d{1,2}(?:\s?[,,]\s?\d\.\d{1,2})*\s?>\s*", "", text)
    text = patterns.sub(r"(?m)^[A-E]\.\.(?=\s)", lambda mark: mark[0][:-1], text)  # `A.. 1/9`
    text = patterns.sub(r"\n\s*20\d\d-\d\d-\d\d\s*(?=\n)", "\n", text)  # when a page was put up
    text = patterns.sub(r"【[^【】\n]{0,40}(?:考试|真题|国考|省考|联考|统考|行测)[^【】\n]{0,20}】", "", text)  # or behind it
    text = patterns.sub(
        r"【\s*[^【】\n=:：]{2,18}?(?:大学|学院|科大|研究生院|研究所|计算所|软件所|自动化所|[北南西东]邮|交大|航天部)\s*(?:19|20)\d\d\s*年?[^【】\n=:：]{0,24}】",
        "",
        text,
    )
    return patterns.sub(r"(?m)^\s*【(?:例题?|练习?题?|题|真题|典型)[^】=:：]{0,12}】", "", text)  # and further down, before a question


def _circled_numbers_in_brackets(text: str) -> str:
    """A text in which the circled number that counts a question is one in brackets."""
    # ① before words counts sub-questions; NFKC alone would make it a figure of the problem, or glue it to the one behind it.
    text = patterns.sub(
        r"(?<![^\s,，;；。:：?？!！、求问答设])[①-⑨](?=\s?-?[\u3400-\u9fff\dA-Za-z])(?!\s?[到至和与])",
        lambda mark: f"({ord(mark[0]) - ord('①') + 1}){' ' if mark.string[mark.end()].isascii() else ''}",
        text,
    )
    text = patterns.sub(r"(?<=[一两二12]位)\s*\n+\s*(?=(?:数符|阶符|符号位)[)）])", "", text)  # a line broken within brackets
    # `加速比为 ② 。`: a blank.
    text = patterns.sub(r"(?<=[为是])\s*([①-⑨])\s*(?=[,，;；。])", lambda mark: f"({ord(mark[1]) - ord('①') + 1})", text)
    for number in range(2, 10):  # `①符号位②阶码`: the next of a row, glued to the one before
        if f"({number - 1})" in text:
            mark = chr(ord("①") + number - 1)
            text = patterns.sub(
                rf"(?<=[\u3400-\u9fff)）A-Za-z])(?<![第与和比跟由从在对到至及]){mark}(?=[\u3400-\u9fff])(?![到至和与])",
                f" ({number})",
                text,
            )
    return patterns.sub(r"(?<!第)[①-⑨](?=\d)", lambda mark: f" ({ord(mark[0]) - ord('①') + 1}) ", text)  # before a figure: not a part of it


def _with_brackets_that_mean(text: str) -> str:
    """A text in which what only square brackets keep apart stays apart without them."""
    # `[[0,1],[2,0]]` are rows, which the brackets alone keep apart.
    text = patterns.sub(
        r"\[\s*(\[[^\[\]\n]{3,60}\](?:\s*[,;]\s*\[[^\[\]\n]{3,60}\])+)\s*\]",
        lambda rows: " / ".join(row.strip("[] ").replace(",", " ") for row in patterns.split(r"\]\s*[,;]\s*\[", rows[1])) + " ",
        text,
    )
    # An address of two numbers stays one: `[2, 300]`.
    if "地址" in text:
        text = patterns.sub(r"\[\s*(\d{1,3})\s*[,，]\s*(\d{1,6}(?:\s*(?:KB?|B))?)\s*\]", r"(\1,\2)", text)
        # So does a row of a segment table.
        text = patterns.sub(r"\[\s*(\d{1,2}\s*[,，]\s*(?:\d{1,6}|[-—–]+)\s*[,，]\s*(?:\d{1,6}|[-—–]+))\s*\]", r"(\1)", text)
    # `a[0][31]` and `int a[64][16]`: without the brackets the two figures would be one. Elsewhere readers know them glued.
    if patterns.search("cache|高速缓|缓存|页目录", text, re.IGNORECASE):
        text = patterns.sub(r"(?<=[A-Za-z0-9])\]\s?\[(?=\s?[A-Za-z0-9])", " ", text)
    return text


def _counts_apart(text: str) -> str:
    """A text whose questions `1)……2)……` stand apart where the second is glued to the first."""
    if not patterns.search(r"(?:^|[\s,;。:?!])1\)", text):
        return text
    return patterns.sub(r"(?<=[\u4e00-\u9fff])(?=[2-6]\)\s?[\u4e00-\u9fff])", "\n", text)


_MEASURE = (
    r"(?:(?:[KMGkm]?(?:i?B|bits?|b)(?:/s)?|[KMGk]?bps|k?m(?:/s)?|[KMG]?Hz|[nmμ]s|MIPS|r/min|rpm)(?![A-Za-z])|bytes?|"
    r"字节|比特|位|个|条|次|人|元|万|亿|件|台|米|千米|公里|转|页|块|帧|册|名|户|辆|吨|千克|平方|分钟|毫秒|微秒|纳秒|字符|字|记录|波特|[Bb]aud(?![A-Za-z]))"
)
# `10,000 bit`, `1,200,000 个`: one figure before a unit, none of a row (`分别为 12,300 B`).
_COMMAS = re.compile(
    rf"(?<![\d,，.、])(?<![和与及])(?<!分别为)(?<!分别是)(?<!依次为)(?<!依次是)(?<!各为)(?<![\d,，.、] )(?<!分别为 )(?<!分别是 )[1-9]\d{{0,2}}(?:,\d{{3}})+(?![\d,，.、]|\s?[和与及])(?=[ \u00a0]?{_MEASURE}(?![.．、)）])|[ \u00a0]?\$?[ \u00a0]?(?:bit|byte|bps|km|m/s)(?![A-Za-z]))"
)
# `12 000 个`, `1 250 B`: behind a word and before a unit, never in a row of numbers.
_THOUSANDS = re.compile(
    r"(?<=[\u3400-\u9fff=≈(:])(?P<space> ?)(?P<figure>[1-9]\d{0,2}(?: \d{3})+)(?![\d.,]|, ?\d| \d)"
    rf"(?= ?{_MEASURE})"
)
# `lGbps`, `l0Mbps`, `lkm`: an l read for a one.
_LETTER_FOR_ONE = re.compile(r"(?<![A-Za-z0-9_.\\])l(?=0{0,3} ?(?:[kKMG](?:bps|b/s|bit/s|Hz|B/s|B)|km|ms|μs)(?![A-Za-z]))")
_HEXADECIMAL = re.compile(r"(?<![0-9A-Za-z_.])[0-9A-F]{4}(?: [0-9A-F]{4})+H(?![0-9A-Za-z])")


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
