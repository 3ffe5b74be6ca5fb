"""Whether an answer passes a question of its text over: taken out, the question is missed by nobody.

An answer to less than what is asked is wrong, whichever reader gave it. So every sentence that asks, and every clause that adds a question
("并求……", "(2)……", "另外……"), is taken out once, as long as something else is still asked: if the answer stays the same to the letter and does not
speak of what the sentence asks about, nobody had listened to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from engine.generators import patterns

ASKS = re.compile(
    r"回答(?![下以问如各完我出上这一,。?:]|\s*\()|多少|几(?![乎何])|哪|什么|谁|啥|(?<!要)(?<!需)(?<![大小盘问源该个的有无新出各些条次]请)求(?!助|教|救|解|大|问|职|分页|页式|调页|分段|段)|写出|(?<![表图])给出(?!了)|列出|指出|(?<!特[殊别])说明(?!\s*:)|(?<!标准)(?<!价格)(?<!口径)计算(?!机|中[,心]|型|密集|\s*\d+\s*(?:ms|毫秒|秒|s(?![A-Za-z])|min|分))|(?:分别|再|并|请|也|各)说(?:说|一下|下)|判断|是否(?![^,;。?!]{1,12}的(?:信息|标志|标记|状态))|能否|以及|[?]"
)
_ADDS = re.compile(
    r"(?:(?<=[,;。?!\n])|^)\s*(?:\(\s*[2-9]\s*\)|并(?:且|请|试)?(?:求|写|指|说|计|给|判|确|算|列)|以及|再(?:求|问|算|写|给|计算|请)|另外?|"
    r"同时(?:请|试)?(?:求|写|给|指|说|计算|问|算)|还有(?!\d)|顺便|另求|它的|最后(?:剩|还|求|问)|与原来|如果|若(?!干)|假如|要是)"
)
_A_FIGURE = re.compile(r"\d%|\d[万亿]*(?:元|吨|人|家|户|辆|台|件)|百分点")  # a report's sentence tells: `甲以及乙分别增长 3% 和 4%`
_ASKS_A_VALUE = re.compile(r"多少|几(?![乎何级])|哪|什么|谁|啥|是否|能否")
_ASKS_FOR = re.compile(ASKS.pattern.removesuffix("|[?]"))
# The last of what is asked: "……各是多少以及平均值", "根是谁和叶结点有几个".
_JOINED = re.compile(
    r"(?:以及|及其?|还有|和|(?<!参)与|(?<=几[次个页片条位]) )(?!答案|书上|别人|收集|没有?|不|无)(?P<what>[^,;。?!()\n和与及\da-zA-Z]{2,12})(?=[;。?!\n]|$)"
)
# One of several things that are asked for together: "读一个扇区的传输时间和平均旋转延迟各是多少", "求平均CPI、MIPS、执行时间".
_TOGETHER = re.compile(
    r"(?P<all>[^,;。?!:\n多几]{4,60}?)(?:各|分别|依次)(?:自)?(?:都)?(?:是|为|占|需|要|有|等于)*(?:多|几|什么|\(\s*\))|"
    r"(?<![请需要追恳征])求(?!助|教|救|解|职)(?:出|其)?(?P<listed>[^,;。?!:\n多几]{4,60})(?=[;。?!\n]|$)"
)
_NO_QUESTION = re.compile(
    "什么结果|发生什么|出现什么|什么情况|什么问题|[啥谁]也|什么[也都]|经过几(?:天|小时|分钟)(?:之?后)?,$|互不|无关|[呢吧]\\?"
)
_JOINS = re.compile("、|以及|及其?|和|与")
_A_THING = r"[^\d]{0,30}[\u4e00-\u9fff]{2}[^\d]{0,4}(?:\([^()]{0,16}\))?"
_CLAUSE = re.compile(r"[^,;。?!\n]+[,;?]?")
_TO_BE_FILLED_IN = re.compile(r"(?<=[为是约需有达到成得共:=])\s?(?:多少|\( \))")
_END = re.compile(r"[。?!;\n]+")
# What asks for no other value: the working, a drawing, decimals, the way, the same once more in other words.
NO_VALUE = re.compile(
    r"过程|步骤|理由|为什么|原因|思路|办法|画|图|分析|依据|解释|确认|说法|怎[么样]|如何|要求说明\w由|(?:列|写)出(?:所有|全部)可能|保留|精确|取整|有效数字|构造|思想|求最近的?一[年次天]|(?:数学|应用|行测)题[?]?\s*$|^\s*(?:不是的话(?:应该)?(?:是|等于)?(?:多少|几)|也就是|就是说|即)|[:：]\s*$|^\s*(?:请|试)?(?:通过|用)计算(?:来|加以|予以)?说明\s*[。;!]?\s*$"
)
_WORDS_OF_ASKING = re.compile(
    r"问号处?|填[入写]?|请问|试问|分别|各自|一个|应该|结果|答案|最终|多少|几|哪些|哪个|哪|什么|谁|啥|求|写|给|列|指|说明|计算|判断|是否|能否|出|来|请|试|问|为|是|的|呢|吗|该|取|[微毫纳]?秒|分钟|字节|\d"
)
# `What is the new table? Give the line and the delay`: the second sentence says what of the table is wanted.
_A_TABLE = re.compile(r"表(?:是什么|是怎样的|如何|怎样)[?,]?\s*$")
_ITS_COLUMNS = re.compile(r"\s*(?:请|要求|并|分别|在表中)*(?:给出|写出|列出|注明|标明|指明)")
_A_COLUMN = re.compile(r"(?:延迟|时延|代价|距离|开销|线路|下一跳)\s*[。?;]?$")  # of a routing table
_PIECE = re.compile(r"[\u4e00-\u9fff]{2}")
_WORD = re.compile(r"[A-Za-z]{2,}")
_PARTS = re.compile(r"[；;]|，(?=[^\d，]*[\u4e00-\u9fff])")
_ANY_PART = re.compile(r"[；;，、,（]")  # `最短路径长度 15（a→b→e）` says the length and the way
_IN_ANOTHER_UNIT = re.compile(r"（(?:约 ?)?[\d.]+ ?[KMGT]?B）")  # `12533760 B（11.95 MB）` says one thing
# Asks for no value, or points at one that is told.
_WHETHER = re.compile("是否|能否|可否|吗|会不会|能不能|是不是|[还这]是|错在|呢|[^?]\\?.*还是")
_NUMBERED = re.compile(r"(?:(?<=[,;。?!:\s])|(?<=[\u4e00-\u9fff)])|^)\((\d)\)(?=\s*[^\s\d,;)])")
_LABELLED = re.compile(r"(?:[\u4e00-\u9fff]{2}|\[[^\]]+\][补反原移] =).*\d")
_ASKING_PIECES = frozenset(
    [
        "多少",
        "几个",
        "哪个",
        "哪些",
        "什么",
        "是否",
        "能否",
        "写出",
        "给出",
        "列出",
        "指出",
        "说明",
        "计算",
        "判断",
        "分别",
        "结果",
        "请问",
        "试求",
        "答案",
        "请写",
        "请给",
        "求出",
        "是多",
        "为多",
        "各是",
        "各为",
    ]
)
# Words that an answer says where a question says another of the same row.
_ALIKE = (
    ("前缀", "/"),
    ("代价", "造价", "费用", "总价", "成本", "花费", "总权", "总长", "权值"),
    ("有错", "出错", "差错", "无误", "错误", "问题", "越界"),
    ("空闲", "始址"),
    ("现象", "异常"),
    ("哪条路", "路线", "路径", "怎么走", "走法", "经过", "途经", "途径", "沿途", "经由", "→"),
    ("延迟", "距离", "代价", "开销", "里程", "公里", "千米", "多远", "多长", "长度"),
    ("型旋转", "型）"),
    ("矩阵", "行："),
    ("前缀长度", "/"),
    ("位数", " 位"),
    ("编码后", "发送"),
    ("关键字几", "数值", "关键字", "冠军"),
    ("值", "值为"),
    ("的和", "的差", "结果", "机器数"),
    ("带宽", "传输率", "传输速率"),
    ("输出线路", "下一跳", "路由表", "（"),
    ("请指出", " 包含 ", "互不包含"),
    ("TAG", "Tag", "标记"),
    ("SET", "Set", "组号"),
    ("WORD", "Word", "块内"),
    ("起始地址", "首地址", "始址"),
    ("+y]补", "-y]补", "结果 0", "结果 1"),
    ("错在", "出错"),
    ("物理块", "页框", "块号"),
    ("或亏", "或赔", "或盈", "还是亏", "还是赔", "赚 ", "亏 "),
)


def question_passed_over(text: str, answer: str, answer_to: Callable[[str], str | None]) -> str | None:
    """The question of a normalised text that its answer says nothing to; None where there is no such.

    `answer_to`: the answer to another text, by the same kind.
    """
    parts = patterns.search(r"\(1\)[\s\S]*\(2\)", text)
    told = len(_ANY_PART.split(_IN_ANOTHER_UNIT.sub("", answer)))
    # With fewer things told than are asked in so many sentences, the word that an answer has of a question may be another question's.
    short = _told_apart(answer) < _asked_by_itself(text)
    for start, end in _questions(text, alone=told == 1):
        # What stands before numbered questions only says what they are about: `求各对顶点的最短路径。(1)写出……(2)写出……`.
        if parts is not None and end <= parts.start() and patterns.match(r"\s*\(1\)|[\s:]*$", text[end : parts.end()]):
            continue
        question, rest = text[start:end], text[:start] + text[end:]
        asked = bare(question)
        if (
            not (
                ASKS.search(question)
                or _JOINED.match(text, start)
                or _TO_BE_FILLED_IN.search(question)
                or patterns.search("(?:求|计算|写出|给出)出?$", text[:start])
            )
            or NO_VALUE.search(question.strip("\n "))
            or len(asked) < 2
            or (_A_FIGURE.search(question) and {asks[0] for asks in ASKS.finditer(question)} == {"以及"})
            or not (ASKS.search(rest) or _TO_BE_FILLED_IN.search(rest))
            or text.startswith("不对", end)
            or _of_one_table(text, start, end)
        ):
            continue
        by_another = short and question.endswith("?") and not _WHETHER.search(question)
        if (by_another or not speaks_of(answer, question)) and (
            not_missed(rest, answer, answer_to) or _named_otherwise(question, rest, answer, answer_to)
        ):
            return question
    for asked_together in (_clauses(text), *_things(text)):
        for start, end in asked_together if short or len(asked_together) > told else ():
            one = text[start:end]
            if (
                NO_VALUE.search(one)
                or len(bare(one)) < 2
                or (speaks_of(answer, one) and not (short and one.endswith("?") and not _WHETHER.search(one)))
            ):
                continue
            if not_missed(text[:start] + text[end:], answer, answer_to):
                return one
    return None


def _told_apart(answer: str) -> int:
    """How many questions an answer may be to: its groups, or the things of its only group; the ways told in brackets, what comes `依次`."""
    beside = len(patterns.findall("（[^（）]*→", answer)) + (answer.count("、") if "依次" in answer else 0)
    return len(patterns.split("[；;]" if "；" in answer else "，", answer)) + beside


def _asked_by_itself(text: str) -> int:
    """How many questions of a text end in a question mark and ask for a value."""
    last_clauses = [patterns.split(r"[,。;!\n]", question)[-1] for question in text.split("?")[:-1]]
    return sum(1 for clause in last_clauses if len(bare(clause)) > 1 and not _WHETHER.search(clause) and not NO_VALUE.search(clause))


def bare(question: str) -> str:
    """What a question asks, without words of asking."""
    return _WORDS_OF_ASKING.sub("", patterns.sub(r"[^\w]", "", question))


def not_missed(rest: str, answer: str, answer_to: Callable[[str], str | None]) -> bool:
    """Whether the answer to a text without one of its questions is the answer to the whole."""
    without = answer_to(rest)
    return without is not None and _unmarked(without) == _unmarked(answer)


def _named_otherwise(question: str, rest: str, answer: str, answer_to: Callable[[str], str | None]) -> bool:
    """Whether the answer to a text without a question that has no word in common with it tells the same figures under other names."""
    words = {bare(question)[place : place + 2] for place in range(len(bare(question)) - 1)}
    if any(word in rest for word in words) or (without := answer_to(rest)) is None:
        return False
    one, other = (patterns.sub(r"[\u4e00-\u9fff ]+(?=\d)|[；，]", "", each) for each in (without, answer))
    return one == other and len(patterns.findall(r"[\d.]+", one)) > 1


def _unmarked(answer: str) -> str:
    """An answer without the marks between its parts, which change with the number of questions."""
    return patterns.sub("[；;，,、]", "", answer)


def said_twice(answer: str) -> str | None:
    """What an answer says twice, word for word, and nothing else: the second time something was asked under a condition that was passed over."""
    parts = [part.strip() for part in _PARTS.split(answer)]
    return parts[0] if len(parts) > 1 and len(set(parts)) == 1 and _LABELLED.search(parts[0]) else None


def fewer_said(text: str, answer: str) -> bool:
    """Whether a normalised text asks more numbered questions `(1)……(2)……`, or has more clauses to be filled in, than its answer has parts;
    or several questions, and its answer a single part.
    """
    blanks = _filled_in(text)
    if len(blanks) > len(_ANY_PART.split(answer)):
        return True
    # A row such as `5, 2, 3, 1, 8` is one thing.
    if len(_ANY_PART.split(patterns.sub(r"(?<=\w), (?=\w)", " ", answer))) == 1 and _several_questions(text, answer):
        return True
    numbers = list(_NUMBERED.finditer(text))
    if not numbers or [int(mark[1]) for mark in numbers] != list(range(1, len(numbers) + 1)):
        return False
    ends = [*(mark.start() for mark in numbers[1:]), len(text)]
    questions = [text[mark.end() : end] for mark, end in zip(numbers, ends, strict=True)]
    # `试求:(1)每件的利润;(2)利润率`: all that is numbered is asked for.
    seek = patterns.search(r"(?:试求|请求|分别求|求|计算)[^,;。?!]{0,4}[:,;]?\s*$", text[: numbers[0].start()]) is not None
    # Where nothing else asks, what is numbered is asked for: `表示成IEEE754短浮点数:(1)符号位(2)阶码`.
    asks = (ASKS.search(text), _TO_BE_FILLED_IN.search(text), patterns.search(r"\(\s*\)", text))
    seek = seek or (not any(asks) and all(len(question) < 24 for question in questions))
    asking = sum(
        ((seek or bool(ASKS.search(question))) and not NO_VALUE.search(question.strip("\n ")))
        or patterns.search(r"(?:时间|时延|率|数|量|度|址|大小|之?比|值)\s*[:=]\s*[。;]?\s*$", question) is not None
        for question in questions
    )
    return asking > len(_ANY_PART.split(answer))


def _several_questions(text: str, answer: str) -> bool:
    """Whether a text has several sentences that end in a question mark, one of which its answer does not speak of.

    An address out of bounds answers both where it is and whether all is well.
    """
    asked = [
        question
        for question in text.split("?")[:-1]
        if patterns.search(r"[\u4e00-\u9fff]{2}", question)
        and not question.lstrip().startswith(("还是", "什么是"))
        and not patterns.search(r"[\d,=]\s*$", question)  # a number looked for, in its place
        and not NO_VALUE.search(question.strip("\n "))
    ]
    bare = [patterns.sub(r"\d+(?:\.\d+)?\s*[A-Za-z%]+", "", question) for question in asked]  # a unit that both have says nothing
    return len(asked) > 1 and "越界" not in answer and not all(speaks_of(answer, question) for question in bare)


def _of_one_table(text: str, start: int, end: int) -> bool:
    """Whether a question is what a table is, or one of the columns that the next sentence says are wanted of it."""
    if _A_TABLE.search(text[start:end]) and _ITS_COLUMNS.match(text, end):
        return True
    before = max((mark.end() for mark in _END.finditer(text, 0, start)), default=0)
    return bool(_ITS_COLUMNS.match(text, before) and _A_TABLE.search(text[:before]) and _A_COLUMN.search(text[start:end]))


def speaks_of(answer: str, question: str) -> bool:
    """Whether an answer has a word of the question, or one that means the same."""
    if patterns.search("率", question) and not patterns.search(r"率|%|/|\d\.\d|比", answer):
        return False  # 缺页 9 次 says nothing of 缺页率
    answer = patterns.sub("(?:千米|公里|米)/", "", answer)  # a speed says nothing of a way
    pieces = {question[place : place + 2] for place in range(len(question) - 1)} - _ASKING_PIECES
    if any(piece in answer for piece in pieces if _PIECE.fullmatch(piece)) or set(_WORD.findall(question)) & set(_WORD.findall(answer)):
        return True
    return any(any(word in question for word in row) and any(word in answer for word in row) for row in _ALIKE)


def _questions(text: str, alone: bool) -> Iterator[tuple[int, int]]:
    """The sentences of a text, and the ends of sentences from a clause on that adds something or asks, or from a word on that joins one more thing.

    `alone`: the answer says one thing only, so that the first of two may be what is missed, too.
    """
    filled_in = _filled_in(text)
    start = 0
    for end in [*(mark.end() for mark in _END.finditer(text)), len(text)]:
        if end > start:
            yield start, end
            yield from ((mark.start(), end) for mark in _ADDS.finditer(text, start, end) if mark.start() > start)
            yield from (clause for clause in filled_in if start < clause[0] < end)
            last = text.rfind(",", start, end)
            if (
                last > start
                and (
                    (_ASKS_A_VALUE.search(text, start, last) and _ASKS_FOR.search(text, last, end))
                    or (ASKS.search(text, start, last) and _ASKS_A_VALUE.search(text, last, end))
                )
                and text.count(")", last, end) == text.count("(", last, end)
            ):
                yield last, end
            joined = _JOINED.search(text, max(last, start), end)
            if joined is not None and (asks := list(ASKS.finditer(text, start, joined.start()))):
                yield joined.start(), joined.end("what")
                if alone and joined.start("what") - asks[-1].end() > 2:  # `求两码头的距离和船速`: nor is the first of the two to be missed
                    yield asks[-1].end(), joined.start("what")
        start = end


def _things(text: str) -> Iterator[list[tuple[int, int]]]:
    """What sentences ask for together, each thing with the word that joins it to the next, or the last to the one before."""
    for found in _TOGETHER.finditer(text):
        start, end = found.span("all" if found["all"] else "listed")
        joins = list(_JOINS.finditer(text, start, end))
        things = []
        for mark in joins:
            things.append((start, mark.end()))
            start = mark.end()
        if joins:
            things.append((joins[-1].start(), end))
            yield [thing for thing in things if patterns.fullmatch(_A_THING, text[slice(*thing)])]


def _clauses(text: str) -> list[tuple[int, int]]:
    """The clauses that each ask for a value, behind the first figure: a text may begin with what it asks in the end."""
    first = patterns.search(r"\d", text)
    found = []
    for mark in _CLAUSE.finditer(text, first.start() if first else 0):
        asks = _TO_BE_FILLED_IN.search(mark[0]) or _ASKS_A_VALUE.search(mark[0])
        if mark[0][-1] == "?" and not asks:  # `执行时间?`, but not the end of `m 至少取多少时,系统不会死锁?`
            sentence = max((end.end() for end in _END.finditer(text, 0, mark.start())), default=0)
            asks = None if _ASKS_A_VALUE.search(text, sentence, mark.start()) else _END.search(mark[0])
        if asks and not _NO_QUESTION.search(mark[0]) and mark[0].count("(") == mark[0].count(")"):
            found.append((mark.start(), mark.end()))
    return found


def _filled_in(text: str) -> list[tuple[int, int]]:
    """The clauses of a text that each have something to be filled in, where there are several: `位长为多少m,帧长是多少bit`."""
    clauses = [(mark.start(), mark.end()) for mark in _CLAUSE.finditer(text)]
    asking = [clause for clause in clauses if _TO_BE_FILLED_IN.search(text, *clause)]
    return asking if len(asking) > 1 else []
