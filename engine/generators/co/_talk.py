"""What people say beside a problem: what they got, what somebody else got, how the result is to be rounded."""

from __future__ import annotations

import re

from engine.generators.reading import compiled, normalise

_WHO = r"(?:我|本人|俺|咱|室友|舍友|同桌|同学|朋友|群友|别人|有人|网友|他|她|学长|学姐|师兄|师姐|书上|书后|课本|题解|答案|标准答案|参考答案|标答|解析|网上|题库|群里|AI|GPT|chatgpt)"
_GOT = r"(?:算|画|数|选|做|猜|蒙|求|代|填|写|得|觉得|感觉|认为|以为|懵|给|说|怀疑)"

_TALK = (
    # "我tag算的17位", "算出来2%和题解不一样", "我同学一个算320一个算730": what was got, in a clause that asks nothing.
    rf"(?<![^,;。?!:\n~()\s])\s*(?:但是?|可是?|不过|为啥|然而|结果|怎么|反正|明明)?{_WHO}(?:的)?(?:[^,;。?!:\n()多几哪谁何么若如设]{{0,12}}?){_GOT}(?:[^,;。?!:\n()多几哪谁何么若如设]{{0,28}})(?=[,;。?!~\n)]|$)",
    r"(?<![^,;。?!:\n~(])\s*(?:算|做|求)(?:出来?|的|得|完|了)+(?:是|为|成)*\s*[\d.]+\s*(?:%|[A-Za-z/]{1,5}|位|个|片|条|根)?(?:都|也|总|老|却|就|,)?(?:和|跟|与)(?:题解|答案|标答|书上|解析)(?:上)?(?:的)?(?:总是|都|就是)?(?:不一样|不同|对不上|不符|不一致)",
    # "阶码减127之后我就懵了", "我怎么看两个都像溢出"
    r"(?<![^,;。?!:\n~(])[^,;。?!:\n~()多几若如设]{0,16}(?:我|俺)(?:就|都|又|也|还|是|一直|真|老|总)*(?:懵|晕|不会|不懂|搞混|卡住|蒙|糊涂|分不清|忘)[^,;。?!:\n~()多几]{0,10}(?=[,;。?!~\n)]|$)",
    r"(?:怎么|咋)看(?:[一二两三四]个|都|哪个)*都?像[^,;。?!:\n]{0,8}(?=[,;。?!~\n)]|$)",
    r"(?<![^,;。?!:\n~(\s])\s*(?:这|那|该)?(?:不是|是不是|就是)?(?:真题|408|原题|例题|书上的?)?(?:改编?|改的)(?:的)?(?:吗|题)?(?:我|还是|不会|做不|来|,)*(?=[,;。?!~\n)]|$)",
    r"\((?:改编|选|节选|摘|来源|源)自?[^()\d]{0,16}\)|\([^()\d]{0,10}(?:改编|真题|例题)\)",
    r"(?:面试题|笔试题|板书|例|判断题|选择题|填空题?|计算题|综合题|思考题|讨论题|随堂测验|小测)\s*[:：]\s*|(?<![^\s])例\s*\d{0,2}(?:[.\-]\d{1,2})*\s*(?:[.,、:]|\s)\s*(?!\d)",
)

_NOTE = re.compile(r"\(([^()]{1,60})\)")
_NOTE_WORDS = re.compile(
    r"计?算?(?:结果|答案|最后|小数)|均|都|各|请|可|分别|需|要|用|以|为|单位|是|写成?|表示|给出|保留|精确|取|四舍五入|至|到|小数点后面?|[一二两三四1-6]\s*位|有效|数字|小数|整数|百分数|百分比|的|即可|就行|就好|形式|那种|计|分数|近似|值|约|部分|"
    r"(?<![A-Za-z\d])(?:[KMG]i?B/s|[KMG]?b(?:it)?/s|[KMG]?bps|[MGk]?Hz|MIPS|[nmμup]?s|[KMG]i?B|%|B|Kbit|位|字节|秒|毫秒|微秒|纳秒|片|条|根|个|次)(?![A-Za-z\d])|[,、;\s]|和|与|或"
)


def without_talk(text: str) -> str:
    """A text without what somebody got and without notes about rounding and units; figures of the problem stay."""
    text = normalise(text)
    for talk in _TALK:
        text = compiled(talk).sub(" ", text)
    # A counted question glued to its verb: "求①每秒…②…".
    text = re.sub(r"(?<=[求问算:])\s*1(?=[A-Za-z]?[\u4e00-\u9fff][^;。]{0,80}\(2\))", "(1) ", text)
    # `①符号位②阶码`: the second of a counted list stands apart from the first.
    if re.search(r"\(1\)[^()]*(?:\([^()\d][^()]*\)[^()]*)*\(2\)", text):
        text = re.sub(r"(?<=[\u4e00-\u9fffA-Za-z)])(?=\([1-9]\)[\u4e00-\u9fffA-Z])", " ", text)
    return _BLANK.sub("多少", _NOTE.sub(_noted, text))


# Where a blank stood: `需 ns，共 片`.
_BLANK = re.compile(
    r"(?<=[为是需要用花得占应到成约有共])\s*%(?=\s*[,;。~、(]|\s*$)|(?<==)\s*(?=(?:[KMG]B|[MGk]?Hz|[nmμ]s|H|位)\s*(?:[,;。]|$))|(?<=[为是需要用花得占应到成约有共])\s*(?=(?:[KMG]i?B/s|[KMG]?b(?:it)?/s|[KMG]?bps|[MGk]?Hz|MIPS|[nmμup]?s|[KMG]i?B|B|H|位|字节|秒|毫秒|微秒|纳秒|片|条|根|个周期|个时钟周期|次|组|行|块)\s*(?:[,;。~、(]|和|与|$))|(?<=第)\s*(?=(?:组|行|位|片|块|号)(?![\d一二三四五六七八九十]))|(?<=[为是约=])\s*(?=[,;。~、]|$|和(?!其|它))"
)


_THOUSAND = re.compile(r"1?\s*[KMG](?:i?B|b|bit|bps|B/s|b/s)?\s*=\s*(?:10\^?[369]|2\^?[123]0|1000|1024)\s*[Bb]?(?:it)?(?:/s)?")


def _noted(note: re.Match[str]) -> str:
    """A note of rounding or units gone; what it says K or M to be is kept."""
    said = _THOUSAND.search(note[1])
    rest = _THOUSAND.sub("", note[1])
    if re.search("小数|保留|精确|四舍五入|取整|取[一二两三四1-4]位|那种|为单位|整数|百分", rest) and not _NOTE_WORDS.sub("", rest):
        return f",{said[0]}," if said else " "
    return note[0]
