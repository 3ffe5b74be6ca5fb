"""A text as readers take it: one spelling of every mark, nothing of Markdown or LaTeX, long figures in one piece."""

from __future__ import annotations

import re
import unicodedata

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
_TIMES_BRACKETS = {
    "langle": "<",
    "rangle": ">",
    "infty": "∞",
    "pm": "±",
    "lceil": "⌈",
    "rceil": "⌉",
    "lfloor": "⌊",
    "rfloor": "⌋",
    "log": "log",
    "bmod": " mod ",
    "mod": " mod ",
    "left": "",
    "right": "",
}
_BRACKET = re.compile(rf"\\({'|'.join(sorted(_BRACKETS, key=len, reverse=True))})(?![A-Za-z])")
_SUBSCRIPT = re.compile(r"(?<=[A-Za-z])_(?:\{(\d{1,3})\}|(\d)(?!\d))")


def _without_latex(text: str) -> str:
    """LaTeX's environments, brackets and relations as plain signs, and figures below a letter behind it: `v_{10}` is v10."""
    if "\\begin{" in text:
        text = re.sub(r"\\(?:begin|end)\{(?:aligned|align\*?|gathered|cases|array|equation\*?)\}(?:\{[^{}]{0,20}\})?", " ", text)
        text = re.sub(r"\\\\|(?<!\\)&", " ", text).replace("{}", "")
    text = _BRACKET.sub(lambda sign: _BRACKETS[sign[1]], text)
    return _SUBSCRIPT.sub(lambda below: below[1] or below[2], text)


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


def _without_stray_spaces(line: re.Match[str]) -> str:
    """A line of sentences without the one or two spaces that scanning or copying left between its characters; where spaces part
    the sentences of a chat or the cells of a table there are more of them, or no full stop.
    """
    text = line[0]
    spaces = re.findall(r"(?<=[\u3400-\u9fff]) +(?=[\u3400-\u9fff])", text)
    if (
        not 1 <= len(spaces) <= 2
        or len(text) < 40
        or "。" not in text
        or len(re.findall(r"[,。;?]", text)) < 2
        or re.search("[我啊呀咋吗嘛]", text)
    ):
        return text
    return re.sub(r"(?<=[\u3400-\u9fff]) +(?=[\u3400-\u9fff])", "", text)
