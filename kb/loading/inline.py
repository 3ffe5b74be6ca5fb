"""The text of a block, as it is to be read in a chat: pictures as captions, no HTML tags, no links to files that did not come along.

Code between backticks and formulas are left alone.
"""

from __future__ import annotations

import html
import re

_CODE = r"``(?:[^`\n]|`(?!`)){1,500}``|`[^`\n]{1,500}`"  # bounded: a stray mark must not take a paragraph with it
_FORMULA = (
    r"\$\$[^$]{1,2000}\$\$|\$(?![\s$])(?:\\.|[^$\\\n]){1,500}?(?<!\s)\$(?!\d)|\\\((?:(?!\\\)).){1,500}\\\)|\\\[(?:(?!\\\]).){1,500}\\\]"
)
PROTECTED = rf"\\[\\`$]|{_CODE}|{_FORMULA}"
"""Escapes, code and formulas within a line, as a regular expression: what nobody may change or cut."""

_IN_PARENTHESES = r"\((?P<{}>[^()\n]*+(?:\([^()\n]*+\)[^()\n]*+)*+)\)"  # a picture may lie inside as a megabyte of Base64
_PICTURE = re.compile(
    rf"(?P<keep>{PROTECTED})"
    rf"|!\[(?P<alt>[^\]\n]{{0,300}})\](?:{_IN_PARENTHESES.format('src')}|\[[^\]\n]{{0,99}}\])(?:\{{[^}}\n]*\}})?"
    r"|<img\b(?P<img>[^<>]*)>",
    re.IGNORECASE,
)
_ALT = re.compile(r"\balt[ ]*=[ ]*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')", re.IGNORECASE)
_NO_CAPTION = re.compile(
    r"^(?:[\w.-]*_[\w.-]*|[\w.() -]*\.(?:png|jpe?g|gif|svg|webp|bmp)|(?:image|img|pic|picture|graphic|图片|图像|截图|插图|图)[\s\d._()-]*"
    r"|[\d\s._-]+|[0-9a-f]{8,}|在这里插入图片描述|alt( text)?)$",
    re.IGNORECASE | re.ASCII,
)
"""What editors put in by themselves: file names, `image-20240101`, CSDN's `在这里插入图片描述`."""

_LONGEST_ADDRESS = 200
"""Characters; a longer address carries a program or a session in it, and would be a passage of noise."""
_ATTRIBUTE = r"\s+[\w:@.-]+(?:\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>=`]+))?"
_MARKUP = re.compile(
    rf"(?P<keep>{PROTECTED})"
    rf"|\[(?P<label>(?:[^\[\]\n]|\[[^\[\]\n]{{0,300}}\]){{0,300}})\]{_IN_PARENTHESES.format('url')}"
    rf"|(?P<address>https?://[!-;=?-~]{{{_LONGEST_ADDRESS},}})"
    r"|<(?P<script>su[bp])>(?P<raised>[^<>\n]{1,60})</(?P=script)>"
    r"|<(?P<slash>/?)(?P<tag>div|p|span|u|b|i|s|q|a|em|strong|font|center|br|hr|details|summary|kbd|code|pre|mark|small|big|del|ins|sub|sup"
    r"|table|thead|tbody|tfoot|caption|colgroup|col|tr|td|th|ul|ol|li|dl|dt|dd|blockquote|figure|figcaption|picture|source|iframe|video"
    r"|audio|object|embed|svg|path|section|article|header|footer|main|nav|aside|label|input|button|abbr|cite|h[1-6])"
    rf"(?:{_ATTRIBUTE})*\s*/?>"
    r"|&(?P<entity>[a-z]{2,8}|#\d{1,7}|#x[0-9a-f]{1,6});",
    re.IGNORECASE,
)
_OWN_LINE = re.compile(r"div|p|summary|tr|li|dt|dd|figcaption|blockquote|caption|h[1-6]")
_LOCAL_LINK = re.compile(r"^(?:#|\.{0,2}/|mailto:|[^:\s]+\.(?:md|markdown|html?|pdf|docx?|ipynb|png|jpe?g)\b|[^:\s]+/)", re.IGNORECASE)


def clean(text: str, in_table: bool = False) -> str:
    """`text` without pictures, tags and links that lead nowhere; white space at line ends and around it gone; may become empty.

    Args:
        in_table: keep each row on its line.
    """
    text = _PICTURE.sub(_picture, text)
    text = _MARKUP.sub(lambda match: _markup(match, in_table), text)
    lines = [line.rstrip() for line in text.split("\n")]
    # A line that held nothing but tags is gone, not blank: blank lines would part what belongs together.
    return "\n".join(line for line in lines if line.strip(" \t>|") or line.strip(" \t") == ">")


def _picture(match: re.Match[str]) -> str:
    if match["keep"]:
        return match["keep"]
    alt = match["alt"]
    if alt is None:
        attribute = _ALT.search(match["img"])
        alt = (attribute["double"] or attribute["single"] or "") if attribute else ""
    alt = alt.strip()
    return f"（图：{alt}）" if alt and not _NO_CAPTION.match(alt) else ""


def _markup(match: re.Match[str], in_table: bool) -> str:
    if match["keep"]:
        return match["keep"]
    if match["label"] is not None:
        if not match["label"].strip():
            return ""
        return match["label"] if _LOCAL_LINK.match(match["url"]) or len(match["url"]) > _LONGEST_ADDRESS else match[0]
    if match["address"]:
        return ""
    if match["script"]:
        mark = "^" if match["script"].lower() == "sup" else "_"
        raised = match["raised"].strip()
        if raised.startswith("["):
            return raised  # a footnote
        return f"{mark}{raised}" if raised.isalnum() else f"{mark}({raised})"
    if match["entity"]:
        return html.unescape(match[0]).replace("\xa0", " ")
    tag, closing = match["tag"].lower(), bool(match["slash"])
    if tag in ("code", "kbd"):
        return "`"
    if tag in ("td", "th"):
        return " | " if closing else ""
    if in_table:
        return " " if tag == "br" else ""
    if tag == "br" or (closing and _OWN_LINE.fullmatch(tag)):
        return "\n"
    return "- " if tag == "li" else ""
