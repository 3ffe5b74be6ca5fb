"""What a page, a file or an online judge leaves around and within a problem's text: signs that nobody sees, pictures, page numbers, places
to answer in.
"""

from __future__ import annotations

import html
import re

from engine.generators import patterns

# Room that nobody leaves on purpose; patterns that look across blanks would be slow on it.
_ROOM = re.compile(r"([ \t\u3000\xa0]{16})[ \t\u3000\xa0]+")
_EMPTY_LINES = re.compile(r"(?:[ \t\u3000\xa0]{0,16}\n){5,}")
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"))
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,6}|#[xX][0-9A-Fa-f]{1,5});")
# What a text of one line has for its line ends where it was copied out of a data file; `\\neq` and `\\nu` are LaTeX's.
_LINE_END_WRITTEN = re.compile(r"\\r?\\n(?![a-z])|\\n(?![a-z])")
_QUOTED_LINES = re.compile(r"(?m)^[ \t]*>[ \t]?")
# A picture, a remark or a page's number between two parts of a sentence, or behind one. What a picture shows is not in the text: whatever
# needs it is not read.
_APART = re.compile(
    r"(?P<stop>[。？！；：?!;:）)]?)[ \t]*(?:"
    r"\s*<!--.{0,200}?-->\s*|"
    r"\s*!\[[^\]\n]{0,80}\]\([^()\n]{1,300}\)(?:\{[^{}\n]{0,60}\})?\s*|"
    r"\s*<img\b[^<>]{0,400}>\s*|"
    r"\n\s*(?:[—–-]{1,3}\s*\d{1,3}\s*[—–-]{1,3}|第\s*\d{1,3}\s*页(?:\s*[,，]?\s*[(（]?\s*共\s*\d{1,3}\s*页\s*[)）]?)?|-{2,}\s*[Pp]age\s*\d{1,3}\s*-{2,})[ \t]*(?:\n\s*|$)"
    r")",
    re.DOTALL,
)
# What an online judge puts for the answer: a place to choose, or one to write in.
_CHOOSING = re.compile(r"\{\{\s*(?:select|multiselect)\([^(){}]{0,12}\)\s*\}\}")
_WRITING_IN = re.compile(r"\{\{\s*(?:input|textarea)\([^(){}]{0,12}\)\s*\}\}")
_HEADING_OF_OPTIONS = re.compile(r"(?mi)^[ \t]*#{1,6}[ \t]*(?:choices|options|选项|备选答案|备选项)[ \t]*[:：]?[ \t]*$")
# A form's sort of question, and its star where an answer is due.
_SORT_IN_BRACKETS = re.compile(r"[\[【](?:单选|多选|填空|判断|单项选择|多项选择|不定项选择)题?[\]】][ \t]*\*?(?=[ \t]*(?:\n|$))")
# A quiz of a classroom's app: each option's letter on a line of its own below it, and a button behind the last.
_LETTERS_BELOW = re.compile(
    r"\n[ \t]*(?![A-D][.、．:：\s])(?P<A>[^\n]{1,60})\n\s*A[ \t]*\n\s*(?P<B>[^\n]{1,60})\n\s*B[ \t]*\n\s*(?P<C>[^\n]{1,60})\n\s*C[ \t]*\n\s*(?P<D>[^\n]{1,60})\n\s*D[ \t]*(?:\n\s*提交[ \t]*)?\s*$"
)
_QUIZ_HEADING = re.compile(r"^\s*(?:单选题|单项选择题)\s*\n\s*\d{1,2}\s*分\s*\n")
_CALLED = re.compile(r"^\s*(?:@[^\s@]{1,20}\s+)+")


def without_page(text: str) -> str:
    """The text without what stood around it where it was copied from; the parts of a sentence that it stood between are joined."""
    text = text.translate(_UNSEEN).replace("\r\n", "\n").replace("\r", "\n")
    text = _EMPTY_LINES.sub("\n\n\n\n", _ROOM.sub(r"\1", text))
    text = _ENTITY.sub(lambda entity: html.unescape(entity[0]).replace("\u2003", " ").replace("\u2002", " "), text)
    if "\n" not in text:
        text = _LINE_END_WRITTEN.sub("\n", text)
    lines = [line for line in text.split("\n") if line.strip()]
    if all(line.lstrip().startswith(">") for line in lines):
        text = _QUOTED_LINES.sub("", text)
    text = _SORT_IN_BRACKETS.sub("", _CALLED.sub("", text))
    if _LETTERS_BELOW.search(text):
        text = _LETTERS_BELOW.sub(r"\nA. \g<A>\nB. \g<B>\nC. \g<C>\nD. \g<D>", _QUIZ_HEADING.sub("", text))
    text = _HEADING_OF_OPTIONS.sub("", _WRITING_IN.sub("____", _CHOOSING.sub("", text)))
    text = _APART.sub(_joined, text)
    text = patterns.sub(
        r"(?<=[，。；：？！])[ \xa0](?=[\u4e00-\u9fffA-Za-z0-9])", "", text
    )  # a full stop of full width has its space in it
    # A letter in italics; `+*EF*-` multiplies.
    return patterns.sub(
        r"(?:(?<=[\u4e00-\u9fff\s，。、；：（(])|^)\*([A-Za-z][A-Za-z0-9]{0,2})\*(?=[\u4e00-\u9fff\s，。、；：）)]|$)", r"\1", text
    )


def _joined(found: re.Match[str]) -> str:
    """What stands for something between lines: nothing within a sentence, a line's end behind one or before an item."""
    below = found.string[found.end() : found.end() + 4]
    return f"{found['stop']}\n" if found["stop"] or patterns.match(r"\s*(?:[(（]?[A-E1-9①-⑨][)）.．、]|[-*•])", below) else ""
