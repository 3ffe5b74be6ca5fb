"""Whether an answer is of the sort that is asked for: who is not answered with days, and how much money is not, either.

A reader knows the course of things and looks at what is told; what is asked of it may be something else than what is usually asked: one that only
knows how long a work takes answers "12 天" to "最后一天是谁做".
"""

from __future__ import annotations

from engine.generators import patterns

_UNITS = {
    "time": "天|小时|分钟|秒钟?|星期(?![一二三四五六日天])|周(?!长|[一二三四五六日天])|个月",
    "money": "[万亿]?元|块钱|角钱",
    "length": "千米|公里|厘米|毫米|分米|米",
    "weight": "千克|公斤|[万亿]?吨|克",
}
_PER = r"(?![/每高宽深长])"  # `米/秒` is a speed
_ONLY_AMOUNT = r"\s*(?:约\s*)?\d[\d./]*\s*(?:个?月|[天周分秒人个次米圈件]|小时|分钟|千米|公里)(?:\(约[^()]*\)|（约[^（）]*）)?\s*"
_WHO_OF_THEM = r"(?:是|由|该|轮到|归|属于)(?:谁|哪一?(?:个|位|名|支|家)?(?:人|队|组|班|厂|车间|管|工人|师傅))|(?:^|[,;。])[^,;。?]{0,8}?谁(?=[^,;。?]{0,8}[?])"
_WHO = r"(?<![无不论管任])谁(?![先后]?都|会|能|知道|懂|来?帮|有空)"
_PAY = "报酬|酬金|工资|工钱|奖金"
_PAID = rf"{_PAY}|劳务费|工程款|\d\s*元"
_GETS = "应?得到?|分得|分到|拿到?|领到?"
_MONEY_OF_PAY = (
    rf"(?:{_GETS})(?:{_PAY}|钱)?(?:多少|几)(?:元|钱|报酬|工资)?(?=[?,;。]|$)|多少(?:元|钱)|几元|(?:{_PAY})[^,;。?\d]{{0,6}}(?:多少|几)"
)
_MONEY = rf"(?:{_GETS}|挣得?|{_PAY}|酬)(?:的?(?:{_PAY}|钱))?(?:是|为|共)?多少(?=[?。]|$)"
_EACH = r"[甲乙丙丁][、和与]?[甲乙丙丁][^,;。?]{0,6}各(?![自取加倒拿出放])[^,;。?\d]{1,4}?(?:多少|几)(?=[^,;。?]{0,4}[?。]|$)|(?:[,;]|^)各(?!取|加|倒|拿|出|放)[^,;。?\d]{1,2}(?:多少|几)[^,;。?]{0,2}[?。]"


# In a computer a digit is no number: `机器码中 1 的个数` asks how many of them there are.
_BITS_COUNTED = r"(?:多少|几)个?\s?[01](?=[?,;。]|$|的)|(?<![\d.位])[01]\s?的(?:个数|数目|位数)"
_COUNT_OF_BITS = r"(?<![\d.])\d+ 个"
# `组号 3 位` says how wide the field is, and `第 4 组` which one.
_WHICH_PLACE = r"第 \d+ [组行块]"
_WIDTH = r"(?:行号|组号|块内地址|块内偏移|标记) \d+ 位"
_WIDTH_ASKED = r"位(?![于置])|(?:长度|宽度|划分|结构|格式|字段)"
_HOW_MANY_VALUES = r"(?:几|多少)(?:个|种)?(?:可能的?|不同的?)*(?:取?值|可能)"
# A row or a mean is no count: `下一跳为 R2 的有几个` is not answered with the table.
_COUNTED_OF_ROW = r"(?:有(?:几|多少)[个条项](?=\s*(?:[?。]|$))|^[^?]*(?<![哪出到])(?:几|多少)[个条项](?=\?\s*$))"
_COUNT = r"^\d+$|个数 \d|(?<![\d.])\d+ ?[个条项名种组块台次对位门棵页片层趟步轮级]"
# `10、6、0` is no largest one, and a table no single row of it.
_SUPERLATIVE = r"最[大小长短多少高低早晚快慢]的?(?!短|长|小)[^,;。?径离短]{1,8}(?:[是为]?(?:哪一?[个条项]|谁|多少|几号?))?\?"
_LIST = r"\d+(?:、\d+){2,}"
_WHICH_ROW = r"是哪一?[个项条]\s*\?"
_TABLE = r"：[^；]*；[^；]*：[^；]*；[^；]*："
# Which system of notation is asked for, and digits of another.
_IN_BINARY = r"(?<![用以为位])的?二进制(?:值|数|表示|形式)?\s*[?。]?\s*$"
_IN_DECIMAL = r"的?十进制(?:值|数|表示|形式)?\s*[?。]?\s*$"
_IN_HEXADECIMAL = r"(?P<what>阶码|尾数|余数|商)(?:字段)?的?十六进制"
# How long something takes is no length of a frame, and a sum is no row of bits.
_TIME_ASKED = r"(?:时间|时延|多久)(?:[是为](?:多少|多长))?\s*\?\s*$"
_ONLY_LENGTH = r"(?:\d+ bit = )?\d+(?:\.\d+)? (?:[KMG]?B|bit)"
_SUM_ASKED = r"之和(?:[是为](?:多少|几))?\s*\?\s*$"
_PART_OF_CODE = r"[高低]\s?\d+\s?位|第\s?[一二三四1-4]\s?个?字节|[高低]字节|(?:最后|最末|末|最高|最低)一?位|[前后]\s?[两二三四2-8]\s?个?(?:位|字节)|(?:左移|右移|取反|加1|减1)[^,;。?]{0,4}后"
_WHOLE_CODE = "[0-9A-F]{8}H"
_LAST_OF_BITS = r"(?:余数|校验码|冗余码|帧|码字|编码|补码|原码|反码)的?(?:最后|最末|末|最高|最低)一?位\s*(?:[是为](?:多少|几|什么)?)?\s*\?"
# `最后淘汰的页` is one of a row, and no row.
_ONE_OF_ROW = (
    r"(?:最后|最先|第一|首先)(?:一)?[个次条]?(?:被)?[^,;。?根]{0,8}(?:谁|哪一?[个条页]|几号|(?:页|结点|节点|顶点|元素|边|关键字|值|数|字符)\s*[?。]|(?<=个)[是为]?\?)"
)
_ROW = r"(?:次序|淘汰|序|next(?:val)?)[^，；]*?[\w)]+(?:, [\w(]+){2,}"
_ROW_ASKED = "淘汰(?:序列|次序|顺序|哪些|了?哪)|(?:次序|顺序|序列)(?:[是为]|怎|如何|\\?)|依次(?=[是为淘选加访])|哪些|哪几"
# `x 的真值？`
_VALUE_OF = r"(?:^|[,;。?])\s*(?P<name>[a-zA-Z])\s*的?真值\s*(?:[是为]多少)?\?"
_SIZE_ASKED = r"(?:长度|位数|次数|个数|条数)(?:[是为]?(?:多少|几)|各|分别|[是为]?\?)"
_PAIRS_OF_BRACKETS = r"括号(?:几|多少)[对个]|(?:几|多少)[对个]括号"


def other_sort_of_figure(text: str, answer: str) -> str | None:
    """What a normalised text of computing asks for, where its answer is of another sort; None where it is not: a number for how many ones it
    has, the width of a field for its value, a range for how many values, a table for how many of its rows, a whole code for a part of it.
    """
    bits = patterns.search(_BITS_COUNTED, text)
    if bits is not None and not patterns.search(_COUNT_OF_BITS, answer):
        return bits[0]
    if patterns.search(_WHICH_PLACE, answer) and (width := patterns.search(_WIDTH, answer)) and not patterns.search(_WIDTH_ASKED, text):
        return width[0]
    values = patterns.search(_HOW_MANY_VALUES, text)
    if values is not None and patterns.search("[～~]", answer) and not patterns.search(r"\d [个种]", answer):
        return values[0]
    counted = patterns.search(_COUNTED_OF_ROW, text)
    if counted is not None and not patterns.search(_COUNT, answer):
        return counted[0]
    part = patterns.search(_PART_OF_CODE, text)
    if part is not None and patterns.fullmatch(_WHOLE_CODE, answer):
        return part[0]
    one = patterns.search(_ONE_OF_ROW, text)
    if one is not None and patterns.search(_ROW, answer) and not patterns.search(_ROW_ASKED, text):
        return one[0]
    value = patterns.search(_VALUE_OF, text)
    if value is not None and "真值" not in answer and not patterns.search(rf"(?<![A-Za-z+-]){value['name']} ?=", answer):
        return value[0]
    size = patterns.search(_SIZE_ASKED, text)
    if size is not None and not patterns.search(r"\d|[不无没]|溢出|越界", answer):
        return size[0]
    last = patterns.search(_LAST_OF_BITS, text)
    if last is not None and patterns.fullmatch("[01]{2,}", answer):
        return last[0]
    superlative = patterns.search(_SUPERLATIVE, text)
    if superlative is not None and patterns.search(_LIST, answer):
        return superlative[0]
    row = patterns.search(_WHICH_ROW, text)
    if row is not None and patterns.search(_TABLE, answer):
        return row[0]
    notation = patterns.search(_IN_BINARY, text)
    if notation is not None and patterns.fullmatch(r"[^\d]*\d*[2-9]\d*", answer):
        return notation[0]
    notation = patterns.search(_IN_DECIMAL, text)
    if notation is not None and patterns.fullmatch(r"[^\d]*[01]{3,}", answer):
        return notation[0]
    time = patterns.search(_TIME_ASKED, text)
    if time is not None and patterns.fullmatch(_ONLY_LENGTH, answer):
        return time[0]
    together = patterns.search(_SUM_ASKED, text)
    if together is not None and patterns.search("[01]{5,}", answer):
        return together[0]
    hexadecimal = patterns.search(_IN_HEXADECIMAL, text)
    if hexadecimal is not None and patterns.search(rf"{hexadecimal['what']}[^，；]{{0,3}} [01]{{4,}}", answer):
        return hexadecimal[0]
    brackets = patterns.search(_PAIRS_OF_BRACKETS, text)
    return brackets[0] if brackets is not None and not patterns.search(r"\d+ [对个]", answer) else None


def amount_for_who_or_pay(text: str, answer: str) -> str | None:
    """The question who it is, or how much money somebody gets, of a normalised text whose answer only tells how much of something else; None where
    there is none.
    """
    return _amount_for_who(text, answer) or _no_money_for_pay(text, answer)


def _amount_for_who(text: str, answer: str) -> str | None:
    """The question who it is, where an answer only tells how much."""
    asked = patterns.search(_WHO_OF_THEM, text)
    only_amounts = all(patterns.fullmatch(_ONLY_AMOUNT, part) for part in patterns.split("[；;，、]", answer))
    return asked[0] if asked is not None and only_amounts else None


def _no_money_for_pay(text: str, answer: str) -> str | None:
    """The question for money where some is paid, and an answer has none."""
    asked = patterns.search(_MONEY_OF_PAY, text) if patterns.search(_PAID, text) else None
    return asked[0] if asked is not None and patterns.fullmatch(_ONLY_AMOUNT, answer) else None


def other_sort_answered(text: str, answer: str) -> str | None:
    """The only question of a normalised text, where it asks who, how many each or in a unit, and the answer is a figure, a single one or in
    another unit; None where there is none.

    For problems of everyday things: a page may be called 3, and 几周期 asks for no weeks.
    """
    questions = [each for each in patterns.split(r"(?<=[。?;\n])", text) if patterns.search("多少|几|谁|[?]", each)]
    if len(questions) != 1 or patterns.search(r"[A-Za-z甲乙丙丁]|；", answer):
        return None
    question = questions[0].rstrip("。?;\n ")
    question = question[question.rfind(",") + 1 :]
    if patterns.search(_WHO, question) and not patterns.search("多少|几", question) and patterns.match(r"\d", answer):
        return question
    if patterns.search(_EACH, questions[0]) and len(patterns.findall(r"\d+(?:\.\d+)?", patterns.sub("（[^（）]*）", "", answer))) == 1:
        return question
    asked, said = _unit_asked(question), _units_of(answer)
    return question if asked is not None and said and asked not in said else None


def _unit_asked(question: str) -> str | None:
    """The sort of unit that a question asks for; None where it does not say."""
    if patterns.search(_MONEY, question):
        return "money"
    if "每" in question:
        return None  # of one by another
    asked = patterns.findall(r"(?:多少|几)个?([\u4e00-\u9fff]{1,3}[/每]?)", question)
    return next((name for name, units in _UNITS.items() if asked and patterns.match(f"(?:{units}){_PER}", asked[-1])), None)


def _units_of(answer: str) -> set[str]:
    """The sorts of units behind the figures of an answer; `count` for another one."""
    found = set()
    for unit in patterns.findall(r"\d\s*([\u4e00-\u9fff]{1,3}[/每]?)", answer):
        found.add(next((name for name, units in _UNITS.items() if patterns.match(f"(?:{units}){_PER}", unit)), "count"))
    return found
