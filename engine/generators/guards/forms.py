"""Whether an answer to a problem of computing has the form that is asked for: how many is no table, the low bits of a code are not all of it.

A reader knows what its kind is about and says that: the code of a number, the table after an update, how wide a field is. A question for a part of it,
for how many there are, or for the value in the field is easily taken for the whole. What is told there has another form than what is asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.generators import patterns


@dataclass(frozen=True, slots=True)
class _Form:
    """What may be asked, and what is no answer to it.

    Attributes:
        asked: what asks for it in the text; the answer's patterns may name its groups as `(?P=name)`.
        wrong: in an answer to something else.
        right: in an answer that has it, whatever else it has.
        beside: in a text that asks for the other thing, too.
    """

    asked: str
    wrong: str = ""
    right: str = "(?!)"
    beside: str = "(?!)"


_END = r"\s*[?。]?\s*$"
_FORMS = (
    # `机器码中 1 的个数`: a digit that is counted is no number
    _Form(r"(?:多少|几)个?\s?[01](?=[?,;。]|$|的)|(?<![\d.位])[01]\s?的(?:个数|数目|位数)", right=r"(?<![\d.])\d+ 个"),
    # how many there are: no range, no row, no mean, no way
    _Form(r"(?:几|多少)(?:个|种)?(?:可能的?|不同的?)*(?:取?值|可能)", wrong="[～~]", right=r"\d [个种]"),
    _Form(
        r"有(?:几|多少)[个条项](?=\s*(?:[?。]|$))|^[^?]*(?<![哪出到])(?:几|多少)[个条项](?=\?\s*$)",
        right=r"^\d+$|个数 \d|(?<![\d./])\d+ ?[\u4e00-\u9fff]",
    ),
    _Form(r"括号(?:几|多少)[对个]|(?:几|多少)[对个]括号", right=r"\d+ [对个]"),
    _Form(r"(?:长度|位数|次数|个数|条数)(?:[是为]?(?:多少|几)|各|分别|[是为]?\?)", right=r"\d|[不无没]|溢出|越界"),
    # one of a row, or of the rows of a table
    _Form(
        r"(?:最后|最先|第一|首先)(?:一)?[个次条]?(?:被)?[^,;。?根]{0,8}"
        r"(?:谁|哪一?[个条页]|几号|(?:页|结点|节点|顶点|元素|边|关键字|值|数|字符)\s*[?。]|(?<=个)[是为]?\?)",
        wrong=r"(?:次序|淘汰|序|next(?:val)?)[^，；]*?[\w)]+(?:, [\w(]+){2,}",
        beside=r"淘汰(?:序列|次序|顺序|哪些|了?哪)|(?:次序|顺序|序列)(?:[是为]|怎|如何|\?)|依次(?=[是为淘选加访])|哪些|哪几",
    ),
    _Form(
        r"最[大小长短多少高低早晚快慢]的?(?!短|长|小)[^,;。?径离短]{1,8}(?:[是为]?(?:哪一?[个条项]|谁|多少|几号?))?\?",
        wrong=r"\d+(?:、\d+){2,}",
    ),
    _Form(r"是哪一?[个项条]\s*\?", wrong="：[^；]*；[^；]*：[^；]*；[^；]*："),
    # a part of a code, or what is made of it: not the code
    _Form(
        r"[高低]\s?\d+\s?位|第\s?[一二三四1-4]\s?个?字节|[高低]字节|(?:最后|最末|末|最高|最低)一?位|"
        r"[前后]\s?[两二三四2-8]\s?个?(?:位|字节)|(?:左移|右移|取反|加1|减1)[^,;。?]{0,4}后",
        wrong="^[0-9A-F]{8}H$",
    ),
    _Form(
        r"(?:余数|校验码|冗余码|帧|码字|编码|补码|原码|反码)的?(?:最后|最末|末|最高|最低)一?位\s*(?:[是为](?:多少|几|什么)?)?\s*\?",
        wrong="^[01]{2,}$",
    ),
    _Form(rf"之和(?:[是为](?:多少|几))?{_END}", wrong="[01]{5,}"),
    # the top table of several levels is no longer than a page
    _Form(r"[外顶高][层级]页表[^?]*\?\s*占(?:几|多少)个?页", wrong=r"(?<!\d)\d{2,} 页"),
    # digits of another system of notation
    _Form(rf"(?<![用以为位])的?二进制(?:值|数|表示|形式)?{_END}", wrong=r"^[^\d]*\d*[2-9]\d*$"),
    _Form(rf"的?十进制(?:值|数|表示|形式)?{_END}", wrong=r"^[^\d]*[01]{3,}$"),
    _Form("(?P<what>阶码|尾数|余数|商)(?:字段)?的?十六进制", wrong="(?P=what)[^，；]{0,3} [01]{4,}"),
    # how long something takes: not how long a frame is
    _Form(rf"(?:时间|时延|多久)(?:[是为](?:多少|多长))?{_END}", wrong=r"^(?:\d+ bit = )?\d+(?:\.\d+)? (?:[KMG]?B|bit)$"),
    # `x 的真值？`
    _Form(r"(?:^|[,;。?])\s*(?P<name>[a-zA-Z])\s*的?真值\s*(?:[是为]多少)?\?", right="真值|(?<![A-Za-z+-])(?P=name) ?="),
)
# `组号 3 位` says how wide the field is, and `第 4 组` which one.
_WHICH_PLACE = r"第 \d+ [组行块]"
_WIDTH = r"(?:行号|组号|块内地址|块内偏移|标记) \d+ 位"
_WIDTH_ASKED = r"位(?![于置])|(?:长度|宽度|划分|结构|格式|字段)"


def other_form_answered(text: str, answer: str) -> str | None:
    """What a normalised text of computing asks for, where its answer has another form; None where it has not."""
    if patterns.search(_WHICH_PLACE, answer) and (width := patterns.search(_WIDTH, answer)) and not patterns.search(_WIDTH_ASKED, text):
        return width[0]
    for form in _FORMS:
        asked = patterns.search(form.asked, text)
        if (
            asked is not None
            and patterns.search(_named(form.wrong, asked), answer)
            and not patterns.search(_named(form.right, asked), answer)
            and not patterns.search(form.beside, text)
        ):
            return asked[0]
    return None


def _named(pattern: str, asked: re.Match[str]) -> str:
    """A pattern with what was asked in the place of its name."""
    for name, said in asked.groupdict().items():
        pattern = pattern.replace(f"(?P={name})", said or "")
    return pattern
