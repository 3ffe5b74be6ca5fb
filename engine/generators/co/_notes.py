"""What stands beside a problem of this family: headings, blanks, and notes of how the result is to be rounded."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.pasted.normalising import normalise
from engine.generators.patterns import caseless

# What heads a problem: `例 3.`, `板书：`.
_HEADING = r"^\s*\(\d{1,2}[-.]\d{1,2}(?:[-.]\d{1,3})?\)\s*(?=[^\s\d])|^\s*\((?:填空|选择|单选|计算|综合|简答|应用|思考|分析)题?\)\s*|^\s*\(本(?:小)?题(?:共|满分)?\s*\d{1,2}\s*分\)\s*|(?:面试题|笔试题|板书|例|判断题|选择题|填空题?|计算题|综合题|思考题|讨论题|随堂测验|小测)\s*[:：]\s*|(?<![^\s])例\s*\d{0,2}(?:[.\-]\d{1,2})*\s*(?:[.,、:]|\s)\s*(?!\d)"

_NOTE = re.compile(r"\(([^()]{1,60})\)")
_NOTE_WORDS = re.compile(
    r"计?算?(?:结果|答案|最后|小数)|均|都|各|请|可|分别|需|要|用|以|为|单位|是|写成?|表示|给出|保留|精确|取|四舍五入|至|到|小数点后面?|[一二两三四1-6]\s*位|有效|数字|小数|整数|百分数|百分比|的|即可|就行|就好|形式|那种|计|分数|近似|值|约|部分|"
    r"(?<![A-Za-z\d])(?:[KMG]i?B/s|[KMG]?b(?:it)?/s|[KMG]?bps|[MGk]?Hz|MIPS|[nmμup]?s|[KMG]i?B|%|B|Kbit|位|字节|秒|毫秒|微秒|纳秒|片|条|根|个|次)(?![A-Za-z\d])|[,、;\s]|和|与|或"
)


def without_notes(text: str) -> str:
    """A text without headings and without notes about rounding and units; words of asking stand where a blank was."""
    text = caseless(_HEADING).sub(" ", normalise(text))
    text = (
        patterns.sub("全工(?=双|同步|串行)双?", "全双工", text).replace("存贮", "存储").replace("指令字节固定", "指令字长固定")
    )  # slips of the keyboard; an older word
    text = patterns.sub(r"(?<=\d)\s?为(?=\s?(?:ASCII|数据|起始|校验|停止|奇偶))", "位", text)
    # A counted question glued to its verb: "求①每秒…②…".
    text = patterns.sub(r"(?<=[求问算:])\s*1(?=[A-Za-z]?[\u4e00-\u9fff][^;。]{0,80}\(2\))", "(1) ", text)
    # `(1)符号位(2)阶码`: the second of a counted list stands apart from the first.
    if patterns.search(r"\(1\)[^()]*(?:\([^()\d][^()]*\)[^()]*)*\(2\)", text):
        text = patterns.sub(r"(?<=[\u4e00-\u9fffA-Za-z)])(?=\([1-9]\)[\u4e00-\u9fffA-Z])", " ", text)
    text = patterns.sub(r"寻址线", "地址线", text.replace("存储体芯片", "存储芯片"))
    text = patterns.sub(r"需要多少(?:个)?这样的芯片", "需要多少片这样的芯片", text)
    text = patterns.sub(r"(?<=[。?!;])\s*\(\s*\)\s*[。.]?\s*$", "", text)  # the bracket for the letter
    text = _ASKED_BELOW.sub("", text)
    text = patterns.sub(r"(?<=[用由])\s?(?:存储)?容量(?:为|是)?(?=\s*\d+\s*[KMG]?\s*[×xX*]\s*\d)", "", text)
    text = _LETTERS_FOR_NOUGHTS.sub(lambda code: code[0].replace("O", "0"), text)
    text = patterns.sub(r"\(\s*\)\s*一(?=[片个位条])", "( )", text)
    text = _TIMES_POWER.sub(lambda found: str(int(found[1]) << int(found[2])), text)
    text = _POWER_OF_TWO.sub(lambda found: str(1 << int(found[1])), text)
    text = patterns.sub(r"(2\s?\^\s?\(?[-+]?\s?[01]{2,8}\)?)\s?[•·∙⋅]\s?(?=[-+(]?\s?[-+]?[01]\.)", r"\1×", text)
    text = patterns.sub(r"(速率|带宽|传输率)\s?[A-Z]\s?(?=(?:为|是|=)\s*(?:\(\s*\)|多少|$))", r"\1", text)
    text = _BLANK_BEFORE_UNIT.sub("多少", text)
    text = patterns.sub(r"(?<=[少共应多需]有)\s*(?=[。]?\s*$)", "多少位" if "字段" in text else "多少", text)
    return _SAME_BLANKS.sub(r"\g<first>", _BLANK.sub("多少", _NOTE.sub(_noted, text)))


# `请问：(1)若采用……` asks only further on.
_ASKED_BELOW = re.compile(r"(?<![\u3400-\u9fff])(?:请问|试问|问)\s*[:,]?\s*(?=(?:\(\s*[1-9]\s*\)\s*)?(?:若|如果|当(?!前)|假设|在|采用))")
# `2×2^20 B/s` in figures.
_TIMES_POWER = re.compile(r"(?<![\d.])(\d{1,4})\s*[×*]\s*2\s*\^\s*([123]0)\s*(?=(?:B|b|bit|字节)(?:/s|ps)?(?![A-Za-z]))")
# `AOOOOH`: an address scanned badly.
_LETTERS_FOR_NOUGHTS = re.compile(r"(?<![0-9A-Za-z])(?=[0-9A-F]{0,7}O)[0-9A-FO]{4,8}H(?![A-Za-z0-9])")
# `2^32 字节` in figures.
_POWER_OF_TWO = re.compile(
    r"(?<![\d.×*xX^=/A-Za-z])(?<!=\s)2\s*\^\s*(\d{1,2})\s*(?=(?:个)?(?:字节|B(?![A-Za-z/])|字(?!长)|存储单元|单元|主存块|内存块|块|行))"
)
_BLANK_BEFORE_UNIT = re.compile(
    r"(?<=[\u3400-\u9fff])\s?\(\s*\)\s?(?=(?:位|片|波特|根|条|次|个|组|行|块|倍|字节|[KMG]i?B(?:/s)?|[MGK]bps|[MG]?Hz|[nmμ]?s|MIPS|%)(?:[,。;、?\s]|$))"
)

# A blank for each of what is asked before them: `A 和 B 的带宽各是多少 Mb/s 和多少 Mb/s`.
_SAME_BLANKS = re.compile(
    r"(?<=[是为需要用有])\s*(?P<first>(?:多少|\(\s*\))\s*(?P<unit>[A-Za-z/%μ]{0,6}|位|片|根|条|个|次))(?:\s*(?:、|,|和|与)\s*(?:多少|\(\s*\))\s*(?P=unit)){1,3}(?![\w/])"
)


# Where a blank stood: `需 ns，共 片`.
_BLANK = re.compile(
    r"(?<=[为是需要用花得占应到成约有共])\s*%(?=\s*[,;。~、(]|\s*$)|(?<==)\s*(?=(?:[KMG]B|[MGk]?Hz|[nmμ]s|H|位)\s*(?:[,;。]|$))|(?<=[为是需要用花得占应到成约有共])\s*(?=(?:[KMG]i?B/s|[KMG]?b(?:it)?/s|[KMG]?bps|[MGk]?Hz|MIPS|[nmμup]?s|[KMG]i?B|B|H|波特|位|字节|秒|毫秒|微秒|纳秒|片|条|根|个周期|个时钟周期|次|组|行|块)\s*(?:[,;。~、(]|和|与|$))|(?<=第)\s*(?=(?:组|行|位|片|块|号)(?![\d一二三四五六七八九十]))|(?<=[为是约=])\s*(?=[,;。~、]|$|和(?!其|它))"
)


_THOUSAND = re.compile(r"1?\s*[KMG](?:i?B|b|bit|bps|B/s|b/s)?\s*=\s*(?:10\^?[369]|2\^?[123]0|1000|1024)\s*[Bb]?(?:it)?(?:/s)?")


def _noted(note: re.Match[str]) -> str:
    """A note of rounding or units gone; what it says K or M to be is kept."""
    said = _THOUSAND.search(note[1])
    rest = _THOUSAND.sub("", note[1])
    if patterns.search("小数|保留|精确|四舍五入|取整|取[一二两三四1-4]位|那种|为单位|整数|百分", rest) and not _NOTE_WORDS.sub("", rest):
        return f",{said[0]}," if said else " "
    return note[0]
