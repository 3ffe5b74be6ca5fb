"""Reading problems about KMP: the arrays of a pattern, the comparisons of a matching, and where a mismatch leads."""

from __future__ import annotations

import re
from typing import Any

from engine.generators import patterns
from engine.generators.ds._asking import Asked, take_asked
from engine.generators.ds._clauses import every_part_asked, opened
from engine.generators.ds._inquiring import Question, inquire
from engine.generators.ds._settling import settle
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

_STRING = r"(?<![A-Za-z0-9])(?:[A-Za-z]{3,24}|[01]{5,24})(?![A-Za-z0-9])"
_NOT_PATTERNS = re.compile(r"next(?:val)?|kmp|pmt?|bm|bf|dist|pattern|text|ASCII", re.IGNORECASE)
_PLACE = r"(?:位序|下标|数组下标|位置|编号|序号|字符|字符串|串|数组|索引)+[都均也]?"
_ZERO = (
    r"(?:首|第一|第1|开头)个?字符的?(?:下标|位序|编号|序号|位置)[记计算]?(?:为|是|=|从|作)\s*0(?:开始)?",
    rf"{_PLACE}从0(?=[),;。]|$)",
    rf"(?:{_PLACE})?(?<!值)(?<!组)(?<!next)(?<!nextval)从0(?:开始|计|算|起|数|编号|编)(?:编号|计数|编|号|起|的)*",
    rf"{_PLACE}从?0(?:开始|计|算|起|编)(?:编号|计数|编|号|的)*",
    r"(?:next|nextval)?\s*\(?0\)?\s*==?\s*-1",
    r"(?:首|第一|第1|开头)(?:项|值|位|元素|个|的)*(?:是|为|取|=|记)*\s*-1",
    r"(?:next|nextval)?(?:数组|值)?[从以]-1(?:开始|开头|打头|起)",
    r"-1(?:开头|打头|起始|开始)的?(?:那种|版本|写法)?",
)
_ONE = (
    r"\(?从第\s*1\s*个(?:字符)?(?:开始)?[数计算]?起?\)?",
    r"数组从1(?:开始)?(?:标号|编号)",
    r"(?:首|第一|第1|开头)个?字符的?(?:下标|位序|编号|序号|位置)[记计算]?(?:为|是|=|从|作)\s*1(?!\d)(?:开始)?",
    rf"{_PLACE}从1(?=[),;。]|$)",
    r"(?<![A-Za-z0-9从=])1(?:开始|起)(?:编号|计|数)?",
    r"(?<![A-Za-z])next\s*\(?2\)?\s*==?\s*1(?!\d)",
    r"(?:next\s*\(?1\)?\s*=\s*nextval|nextval\s*\(?1\)?\s*=\s*next)\s*\(?1\)?\s*==?\s*0(?!\d)",
    rf"(?:{_PLACE})?(?<!值)(?<!组)(?<!next)(?<!nextval)从1(?:开始|计|算|起|数|编号|编|标号|标)(?:编号|计数|编|号|起|的)*",
    rf"{_PLACE}从?1(?:开始|计|算|起|编)(?:编号|计数|编|号|的)*",
    r"(?:next|nextval)?\s*\(?1\)?\s*==?\s*0(?!\d)",
    r"(?:首|第一|第1|开头)(?:项|值|位|元素|个|的)*(?:是|为|取|=|记)*\s*0(?!\d)",
)
_BF = r"(?:朴素|简单|暴力|蛮力|(?<![A-Za-z])(?:BF|Brute-?Force)(?![A-Za-z]))的?(?:\(?BF\)?)?(?:模式|字符串|串)?(?:匹配)?(?:算法|方法|法)?(?:\(?BF\)?)?"
_COMPARED = r"(?:需要?|要|共|一共|总共|各|分别|了){0,4}比较了?(?:多少|几)个字符|字符的?比较(?:一共|总共|共|了){1,2}(?:多少|几)次|(?:KMP|BF|next|nextval)?(?:算法)?各?(?:要|需要?|用)(?:多少|几)次(?=[,。?;]|$)|(?:单个|单)?的?字符(?:间|之间)?的?比较的?总?次数|(?:一共|总共|共|各|需要?|要|进行|做|经过|得|才){0,4}(?:单个|单)?(?:字符)?(?:间|之间)?的?(?:比较|比对|比)了?的?(?:多少|几)[次回](?:字符)?|比较的?总?次数|(?:一共|总共|共|需要?|要)*比较了?(?:单个)?字符了?(?:多少|几)[次回]|(?:一共|总共|共|需要?|要|进行|做|经过|得|了){0,4}(?:多少|几)[次回]的?(?:单个)?字符(?:间|之间)?的?(?:比较|比对)"
_RESUMED = rf"(?:若|当|如果|匹配时|匹配到|在|模式串|的|T|P|到|比较到)*第\s*(?P<place>{INTEGER})\s*[个位]?(?:字符|位置)?(?:\(?(?:位序|字符)?从1(?:数|开始|起|计|算)(?:编号|起)?\)?)?[处时上]?(?:发生|出现|匹配)?了?(?:失配|匹配失败|不匹配|不相等|不等)[时了后]?,?(?:则|那么|那|主串的?|指针|i|j|不动|不变|不回溯|保持|从|由|就|应|会|退|回|到|跳|滑|移|动|,|接下来|下次|下一次|下一步|此时|应该?|要|拿|用|让|将|由|T|P|模式串|的|比较的是|匹配)*第(?:几|多少)[个位](?:字符|位置)?(?:和|与|去|开始|继续|再|同|主串|当前|的|字符|位置|失配|进行|处|那个|i|比较?|匹配|对齐|接着|重新|比|起)*"
_FAILED_AT = rf"(?:在|当|若|如果)*(?:模式串)?(?<![A-Za-z])[PpTt]\[?(?P<index>\d+)\]?(?:字符)?(?:\(?(?:位序|下标)?从1(?:数|开始|起|计|算)(?:编号|起)?\)?)?[与和跟同]主串的?(?:当前|对应|某个|第\s*i\s*个)?(?:字符)?(?:发生|出现|比较)?时?(?:失配|匹配失败|不匹配|不相等|不等)[时后]?|(?:在|当|若|如果|模式串|中|的)*(?:第\s*)?j\s*=\s*(?P<place>{INTEGER})\s*(?:个字符|处|时|个)*(?:发生|出现|匹配)?了?(?:失配|匹配失败|不匹配|不等)[时后]?"
_GOES_TO = r"(?:则|那么|,)?(?:下一次|下次|接下来|下一个)(?:参加|参与|进行|用来|要|应|会)*(?:比较|匹配)的?(?:字符)?(?:应该?|应当|将|会)?[是为]?(?:模式串|[PpTt])?[中的]*第?(?:几|多少)[个号位](?:字符)?|(?:则|那么|,)?(?:指针)?j?(?:应该?|要|会|需)*(?:回退|退回|回溯|跳|滑)到(?:哪里|哪儿|哪|几|多少|第几个?)(?:字符|位置)?|(?:则|那么|,)?(?:模式串)?的?(?:下一次|下次|接下来|此时|滑动后|应该?|要|会)(?:模式串)?(?:应该?|要|会|用|拿|让|将|退|回|到|滑动|后|,|的| ){0,6}(?:第(?:几|多少)个(?:字符)?(?:和|与|去|同|主串|当前|的|字符|比较|继续|位置|比){0,8}|j\s*(?:变成|变为|应为|等于|=|取|退到|回到|为){1,2}\s*(?:next)?\s*(?:\(?\[?\d+\]?\)?)?\s*=?\s*(?:多少|几|\?)?)"
_ASKED = (
    (
        r"在?第[一1][趟次](?:匹配)?(?:失败|失配|不匹配)?时?,?是?(?:发生)?在?(?:模式串)?的?第(?:几|多少)[个位](?:字符)?(?:处|发生|出现)?(?:失配|不匹配|匹配失败)?",
        "first-failed",
    ),
    (
        r"(?:失配|失败)之?后,?(?:模式串)?的?(?:应该?|要|将|需|下一步|下一次)*[从用拿以]?第(?:几|多少)[个位](?:字符)?(?:起|开始|继续|与|和|主串|当前|的|字符|比较|匹配|对齐|再|进行|去|失配|处|位置)*",
        "then",
    ),
    (_RESUMED, "resumed"),
    (_FAILED_AT, "failed"),
    (
        rf"(?:在|当|若|如果|模式串|中|的)*第\s*(?P<place>{INTEGER})\s*[个位](?:字符)?(?:[与和跟同]主串的?(?:当前|对应|某个|相应|第\s*i\s*个)?(?:字符)?)?(?:比较)?[处时]?(?:发生|出现)?了?(?:失配|匹配失败|不匹配|不等|不相等)[时后]?(?:\(?(?:位序|字符)?从1(?:数|开始|起|计|算)(?:编号|起)?\)?)?",
        "failed",
    ),
    (_GOES_TO, "goes"),
    (r"(?:模式串)?(?:相当于)?向?右[滑移]动?了?(?:多少|几)(?:位|个字符|个位置)", "shift"),
    (
        r"当?(?:第一次|首次)?(?:出现|发生|遇到|字符)?的?(?:失配|不匹配|不相等|匹配失败)(?:时|的时候)?(?:出现|发生|是)?[在于]?(?:[,()\ue000]|时|此时)*\s*i\s*=\s*(?:(?P<both>j)\s*=\s*)?(?P<i>\d+)(?:\s*[,、和]?\s*j\s*=\s*(?P<j>\d+))?[时处]?",
        "mismatch",
    ),
    (
        r"(?P<of>nextval|next)(?:\s*\(?j\)?)?(?:数组|值)?[中里]?的?(?:值|取值|元素)?(?:为|是|等于)?\s*(?P<zero>0)\s*的?(?:位置|下标|位序|j)[有是]?(?:哪些|哪几个)?",
        "where",
    ),
    (
        r"(?<![A-Za-z])(?P<of>nextval|next)\s*\(?\[?(?P<at>\d{1,2})\]?\)?(?:表示|是指|即|指的是|是)[^,。;?!\d]{0,6}(?:[PTpt]\[?\d+\]?)?(?:失配|匹配失败)[时后]?[^,。;?!\d]{0,14},?(?:那么|则)?(?:其|它的?)?(?:值|数值)[是为]?(?:多少|几)?",
        "value",
    ),
    (
        r"也?(?:就是)?求?(?<![A-Za-z])(?P<of>nextval|next)\s*\(?(?P<at>[2-9]|1\d)\)?(?!\s*[=\d]\s*\d)(?:的?值)?\s*(?:(?:是|为|等于|=)*\s*(?:多少|几|\?))?",
        "value",
    ),
    (
        r"(?<![A-Za-z])(?P<of>nextval|next)(?:数组|函数)?[的中里]*第\s*(?P<places>\d{1,2}(?:\s*[个位项]?\s*[和与、]\s*第?\s*\d{1,2})*)\s*[个位项]的?(?:元素|字符)?的?值?(?:各|分别)*[是为]?(?:多少|几)?",
        "values",
    ),
    (rf"(?:最坏的?(?:情况)?下?)(?:需要?|要)?的?(?:{_COMPARED})", "worst"),
    (rf"(?:{_COMPARED})", "compared"),
    (r"(?:一共|总共|共|需要?|要|经过|进行|了)*(?:多少|几)趟(?:匹配|比较)?|第几趟(?:匹配)?成功|(?:匹配)?趟数[是为]?(?:多少)?", "rounds"),
    (
        r"(?:模式串|[PpTt](?=从|在))?[在从]?(?:主串|[SsTt](?=的|中))?[的中]?第(?:几|多少)个(?:位置|字符)(?:处|起|开始)?(?:匹配)?成功(?:\(从(?P<from>[01])(?:开始)?[计数起]?\))?(?P<from2>(?!))?(?P<from3>(?!))?",
        "position",
    ),
    (
        r"(?:匹配)?成功时?的?,?(?:模式串|[PpTt](?=在))?在?(?:主串|[SsTt](?=中|里|的))?[中里]?的?(?:起始|开始)?(?:位置|位序|下标)(?:\(从(?P<from>[01])(?:开始)?[计数起]\))?[是为]?(?:多少|几)?(?:第(?:几|多少)个(?:字符|位置)?)?(?:\(从(?P<from2>[01])(?:开始)?[计数起]\))?|(?:模式串|[PpTt])?在(?:主串|[SsTt])[中里]?的?(?:起始|开始|首次出现的?)?(?:位置|位序)[是为在]?(?:主串)?的?(?:第(?:几|多少)个(?:字符|位置)?)?(?:多少|几)?(?:\(从(?P<from3>[01])(?:开始)?[计数起]\))?",
        "position",
    ),
    (r"(?<![A-Za-z])next\s*val(?:\s*\(\s*j\s*\)|\s*j)?(?![A-Za-z])\s*(?:数组|函数|值|表)*(?!\s*\d)", "nextval"),
    (r"(?:改进|优化|修正)[后过]?的?next(?![A-Za-z])(?:数组|函数|值|表)*(?!\s*\d)", "nextval"),
    (r"(?<![A-Za-z])next(?:\s*\(\s*j\s*\)|\s*j)?(?![A-Za-z])\s*(?:数组|函数|值|表)*(?!\s*[\d=])", "next"),
    (r"(?<![A-Za-z])PMT?(?![A-Za-z])(?:表|数组|值)*|部分匹配[值表]+|(?<!最长)前缀(?:表|函数)值?", "partial"),
)
_OWN = """
每一位 每位 各位 每一个 每个值 每一项 各项 二进制 二进制串 文本 里找 当 接着 从头 头 从头匹配 每个 不一样 朴素 朴素模式匹配 暴力 简单匹配 普通 一般 次数 各 标准答案 标准 全 就全 是不是 每个字符都不一样 都不一样 不一样 字符都不一样 改进 分别用 长为 串长 长度 最坏 最坏情况 最坏情况下 平均 位置 有哪些 趟 几趟 位序是 成功时 时位置 滑动 滑动后 后 变成 相当于 向右 右移 位 模式 继续 应 退回 回到 未 用 才 起 计 从1计 书上 那 求出 给出 匹配算法
模式串 模式 字符串 串 子串 主串 目标串 数组 函数 函数值 值 值序列 序列 算法 匹配 模式匹配 KMP 位序 的是 修正 改进 优化后 写法 约定 规定 版本 教材 课本 严蔚敏 定义 改进后 优化 手算 手工 下标 对应 每个字符 各字符 字符 过程 匹配过程 主串与模式串 开始 试 next nextval
找 查找 搜索 搜 去匹配 来匹配 直到 直至 匹配完 匹配到 匹配到成功 找到 找到为止 次字符 字符比较 那种 那个 的那种 当前字符 处 表 数组值 全部 成功 匹配成功 到匹配成功为止 为止 第一次 单个 单个字符 单字符 次数 总 求得 i j 发生 出现 时 下次 下一次 未改进 没改进 不改进 未优化 i和j i,j 指针 与 字符间 之间 字符之间 比较 位 前缀 后缀 最长 相等 前后缀 长度 最长相等前后缀长度 最长相等前后缀 公共 部分匹配 部分匹配值 各前缀 每个前缀 数组和 两个 都写 都要 顺序 按顺序
"""


_GOES = (
    Question(
        name="goes",
        key=r"(?:应该?|要|需|会|将|接着|继续|改|模式串|的|用|拿|从|由|让|向右|滑动?|移动?|退|回|到|至|指针|j|是|为){0,8}第?(?:几|多少)[个位号](?:字符|位置)?",
        also="比|滑|移|退|回|匹配",
    ),
)


_BORDER = (
    Question(name="border", key=r"最长的?(?:相等|公共|相同)的?真?(?:前后缀|前缀和后缀|前缀后缀)的?(?:长度)?", unless="各|每|前缀的"),
)


@every_part_asked
def recognise(text: str) -> Recognition | None:
    """A pattern and what is asked of it; None where it is something else."""
    text = patterns.sub(r"(?<![A-Za-z])nextvar(?![A-Za-z])", "nextval", text)  # as some books misprint it
    text = patterns.sub(r"改进后?的\s*KMP(?:\s*算法)?", "nextval数组的KMP算法", text)
    text = patterns.sub(r"\(?j\s*=\s*[01]\s*(?:\.{2,}|~|…+|到|至)\s*\d+\)?", "", text)
    text = patterns.sub(r"从第\s*[1一]\s*个(?:字符)?(?:开始)?[数计算]起?|从第\s*[1一]\s*个(?:字符)?[数计算]?起", "从1开始", text)
    text = patterns.sub(r"(?<=[标序号置引均都])自(?=\s*[01]\s*(?:起|开始|编))", "从", text)
    # `Compared as far as i = j = 5, S[i] ≠ T[j] was found for the first time` is the first mismatch.
    text = patterns.sub(
        r"(?:匹配|比较|进行|比)*[到至]?\s*(i\s*=\s*(?:j\s*=\s*)?\d+(?:\s*[,、]?\s*j\s*=\s*\d+)?)\s*[时处]?,?\s*(?:首次|第一次|第1次)(?:发现|出现|遇到|有)?\s*(?:字符)?(?:不等|不匹配|不相等|失配|[sS]\[?i\]?\s*(?:≠|!=|<>)\s*[tTpP]\[?j\]?)",
        r"第一次失配时 \1",
        text,
    )
    reading = opened(patterns.sub(r"(next(?:val)?)\s*\(?\s*[01]\s*(?:\.{2,}|~|…+|-)\s*(?:\d+|[a-z](?:-1)?)\)?", r"\1数组", text))
    if (worst := _worst_case(reading)) is not None:
        return worst
    reading.refuse("滑动的?最[长大远]")  # how far it slides: for `slides`
    reading.take_all(r"\(?[sS]\[?i\]?\s*(?:≠|!=|<>)\s*[tTpP]\[?j\]?\)?|[sStTpP]i\s*≠\s*[tTpP]j")
    reading.take_all(r"[A-Za-z]{3,24}\s*,?(?:不对|写错了|打错了|说错了|错了),?\s*(?:应该)?[是为](?=\s*[A-Za-z]{3})")
    naive = [match.start() for match in reading.take_all(_BF)]
    length = reading.take_one(rf"(?:长度|长)[为是]?(?P<value>{INTEGER})(?:个字符)?的", to_int)
    reading.take_all(
        r"\(?(?:使用|用|采用)?(?:普通|原始|一般)?的?next(?:数组)?,?\s*而?(?:不是用?|非|不用|不使用|不采用|不利用)nextval(?:数组)?\)?|\(?(?:使用|用|采用)?(?:未|没有?|不)(?:改进|优化|修正)[过前]?的?\)?的?(?=[,;)。]|next|$)"
    )
    reading.take_all(r"(?:在|我的?|写的?)*代码[里中]的?|\(?next[没未不]有?(?:改进|优化)过?的(?:那种|那个|版本)?,?(?:不是nextval)?\)?")
    reading.take_all(r"是不是就?[全都]部?[是为]?\s*-?\d(?!\d)")
    asked = take_asked(reading, _ASKED)
    names = {each.name for each in asked}
    if "failed" in names and not names & {"goes", "resumed", "shift", "value"}:
        found = inquire(reading, _GOES, [each.match.start() for each in asked if each.name != "failed"])
        later = [at for at, _ in found if all(at > each.match.start() for each in asked if each.name == "failed")]
        if later:
            goes = re.compile(r"").match(reading.text, later[0])
            assert goes is not None
            asked.append(Asked("goes", goes))
            names.add("goes")
    reading.refuse(
        r"[少多](?:比较|比)了?(?:多少|几)|节省|相差|差了?(?:多少|几)|循环节|之和|区分|第\s*[\d二三四五六七八九十]|第一(?!次|项|位|个|值)|某个?值|最大|最小|作用|左移|加1|减1|加一|减一"
    )
    if "nextval" not in names and not any(each.match.groupdict().get("of") == "nextval" for each in asked):
        reading.refuse(r"改进|优化|修正")
    zero = [match for pattern in _ZERO for match in reading.take_all(pattern)]
    one = [match for pattern in _ONE for match in reading.take_all(pattern)]
    if (
        (zero and one)
        or reading.has(r"0\s*==?\s*0|1\s*==?\s*-1")
        or any(patterns.match(r"(?:next|数组).*从0", match[0], re.IGNORECASE) for match in zero)
    ):
        stay_out("which numbering")
    strings = _strings(reading)
    if strings is None:
        return None
    pattern, main = strings
    settle(reading, _OWN)
    if length is not None and length != len(pattern):
        return None
    if patterns.search(r"(?<![A-Za-z])[A-Za-z]\s*[和与、]\s*[A-Za-z](?![A-Za-z])\s*的?\s*(?:各自)?的?next", reading.text, re.IGNORECASE):
        stay_out("the arrays of both strings")
    tasks = _tasks(asked, naive, bool(zero), bool(one), main)
    if not tasks and main is None and inquire(reading, _BORDER):
        tasks = [["border"]]
    if not tasks:
        return None
    shown = (("主串", main), ("模式串", pattern)) if main is not None else (("模式串", pattern),)
    return Recognition(
        parameters={"pattern": pattern, "text": main, "asked": tasks, "from_zero": bool(zero) if zero or one else None}, understood=shown
    )


def _tasks(asked: list[Asked], naive: list[int], zero: bool, one: bool, main: str | None) -> list[list[Any]]:
    """What is asked, in order.

    Raises:
        StayOut: something does not hang together: a matching without a text, a text of which nothing is asked.
    """
    tasks: list[list[Any]] = []
    matched = any(each.name in ("compared", "rounds", "position", "mismatch", "first-failed", "then") for each in asked)
    if matched != (main is not None) and not (main is not None and asked and all(each.name in ("next", "nextval") for each in asked)):
        stay_out("a text and no matching, or the other way round")
    arrays = [each for each in asked if each.name in ("next", "nextval")]
    place: int | None = None
    for each in asked:
        match = each.match
        if each.name == "resumed":
            place = to_int(match["place"])
            tasks.append(["resumed", place])
        elif each.name == "failed":
            index = match.groupdict().get("index")
            by_index = index is not None or patterns.search(r"j\s*=", match[0]) is not None
            place = (to_int(match["place"]) if index is None else int(index)) + (1 if zero and by_index else 0)
        elif each.name == "goes":
            goes = "resumed-index" if zero else "resumed"
            tasks.append([goes, place] if place is not None else stay_out("from where it goes"))
        elif each.name == "shift":
            tasks.append(["shift", place] if place is not None else stay_out("from where it shifts"))
        elif each.name == "mismatch":
            if len({array.name for array in arrays}) > 1:
                stay_out("by which array it goes on")
            way = arrays[0].name if arrays else "next"
            tasks.append(["mismatch", int(match["i"]), int(match["j"] or (match["i"] if match["both"] else -1)), way])
        elif each.name == "where":
            tasks.append(["where", match["of"].lower()] if one and not zero else stay_out("from where it is counted"))
        elif each.name == "value":
            at = int(match["at"])
            if place is not None and at == place - (1 if zero else 0):
                if not any(task[0].startswith("resumed") for task in tasks):
                    tasks.append(["resumed-index" if zero else "resumed", place])
                continue
            tasks.append(
                ["value", match["of"].lower(), at, int(zero)]
                if one != zero
                else stay_out("one value of next, and from where it is counted")
            )
        elif each.name == "values":
            if not one or zero:
                stay_out("values of next, and from where it is counted")
            tasks += [["value", match["of"].lower(), int(at), 0] for at in patterns.findall(r"\d+", match["places"])]
        elif each.name in ("compared", "rounds"):
            tasks += [[each.name, way] for way in _ways(each, arrays, naive)]
            # `用next比较几次,用nextval呢`
            tasks += [
                [each.name, array.name]
                for array in arrays
                if array.match.start() > match.end()
                and patterns.match(
                    r"(?:数组)?(?:匹配|的话|时)?(?:呢|[又则]?(?:是|要|需要?|得)*(?:比较)?(?:多少|几)次)",
                    array.match.string[array.match.end() :],
                )
            ]
        elif each.name == "position":
            base = next((value for name in ("from", "from2", "from3") if (value := match[name])), None)
            tasks.append(["position", int(base) if base else 1])
        elif each.name in ("first-failed", "then"):
            if zero or not any(other.name == "first-failed" for other in asked):
                stay_out("which mismatch, or from where it is counted")
            tasks.append([each.name])
        elif each.name == "worst":
            stay_out("the worst case of given strings")
        elif not matched or _itself_asked(match):
            tasks.append([each.name])
    kept: list[list[Any]] = []
    for task in tasks:
        if task not in kept:
            kept.append(task)
    names = [task[0] for task in kept]
    if {"resumed", "resumed-index", "shift", "value", "where"} & set(names) and not any(
        each.name in ("next", "nextval")
        and (
            _itself_asked(each.match)
            or patterns.match(
                r"\s*的?(?:各|全部|所有|每个)*(?:元素|项)?的?值?(?:依次|分别|各)*[是为]?(?:多少|什么)",
                each.match.string[each.match.end() :],
            )
        )
        for each in asked
    ):
        kept = [task for task in kept if task[0] not in ("next", "nextval")]
    if "compared" in names and asked and len(patterns.findall("(?:多少|几)次", asked[0].match.string)) > names.count("compared"):
        stay_out("comparisons of another way")
    if "partial" in names and len(kept) > 1:
        stay_out("which table")
    if (
        any(patterns.search("失配", each.match.string) and each.name != "value" for each in asked)
        and not any(each.name == "value" for each in asked)
        and not {"resumed", "resumed-index", "shift", "mismatch", "first-failed"} & set(names)
    ):
        stay_out("a mismatch of which nothing is asked")
    return kept


def _itself_asked(match: re.Match[str]) -> bool:
    """Whether an array that a matching uses is asked for, too."""
    before = patterns.split(r"[,。;?!\n]", match.string[: match.start()])[-1]
    if patterns.match(
        r"\s*的?(?:各|全部|所有|每个)*(?:元素|项|内容|函数)?的?值?(?:依次|分别|各)*[是为]\s*(?:多少|什么|\(\s*\))",
        match.string[match.end() :],
    ):
        return True
    return (
        patterns.search(r"(?:写出|给出|列出|计算|确定|求出?|问)(?!.*(?:用|按|照|根据|基于|利用|匹配))[^,。;?!]{0,16}$", before) is not None
    )


def _ways(each: Asked, arrays: list[Asked], naive: list[int]) -> list[str]:
    """By which ways a number of comparisons is asked: the nearest named before it; several where they stand in one list."""
    at = each.match.start()
    named = [(array.match.start(), array.name) for array in arrays if array.match.start() < at] + [
        (place, "naive") for place in naive if place < at
    ]
    if not named:
        named = [(array.match.start(), array.name) for array in arrays]
        return [named[0][1]] if len(named) == 1 else ["next"] if not named else stay_out("by which array")
    named.sort()
    clause = max((mark.end() for mark in patterns.finditer(r"[;。?!\n]|\(\d\)", each.match.string[:at])), default=0)
    here = [name for place, name in named if place >= clause]
    kmp = patterns.search("KMP", each.match.string[clause : each.match.end()], re.IGNORECASE)
    if not here and kmp:
        return ["next"]
    if kmp and here == ["naive"] and patterns.search("分别|各", each.match.string[clause : each.match.end()]):
        return ["naive", "next"] if each.match.string.upper().find("KMP", clause) > named[-1][0] else ["next", "naive"]
    if kmp and here == ["naive"] and each.match.string.upper().rfind("KMP", 0, each.match.end()) > named[-1][0]:
        return ["next"]
    return list(dict.fromkeys(here)) if here else [named[-1][1]]


def _worst_case(reading: Reading) -> Recognition | None:
    """The most comparisons of the naive matching of lengths n and m; None where that is not asked."""
    if not patterns.search(_BF, reading.text, re.IGNORECASE) or not patterns.search("最坏|最多", reading.text):
        return None
    found = patterns.search(
        r"长度?[为是]?\s*(?:n\s*=\s*)?(\d+)\s*的?(?:主串|目标串).*?长度?[为是]?\s*(?:m\s*=\s*)?(\d+)\s*的?(?:模式串|子串)|n\s*=\s*(\d+).*?m\s*=\s*(\d+)|(?:主串|目标串)的?长度?[为是]?\s*(?:n\s*=\s*)?(\d+).*?(?:模式串|子串)的?长度?[为是]?\s*(?:m\s*=\s*)?(\d+)",
        reading.text,
    )
    if found is None:
        return None
    lengths = [int(each) for each in found.groups() if each]
    if (
        patterns.search("趟|KMP|next|平均|最好", reading.text, re.IGNORECASE)
        or len(set(patterns.findall(r"\d+", reading.text)) - {str(each) for each in lengths}) > 0
    ):
        return None
    reading.take_all(re.escape(found[0]) + "|" + _BF + r"|最坏的?(?:情况)?下?|" + _COMPARED + r"|找|(?:模式|子)串|主串|中")
    settle(reading, _OWN)
    if lengths[1] > lengths[0]:
        return None
    return Recognition(
        parameters={"lengths": lengths, "asked": [["worst"]]}, understood=(("主串长", str(lengths[0])), ("模式串长", str(lengths[1])))
    )


def _strings(reading: Reading) -> tuple[str, str | None] | None:
    """(the pattern, the text it is looked for in), taken; None where there is no string.

    Raises:
        StayOut: two strings of which one cannot be told from the other.
    """
    found = [match for match in patterns.finditer(_STRING, reading.rest) if not _NOT_PATTERNS.fullmatch(match[0])]
    told = list(dict.fromkeys(match[0] for match in found))
    if not told:
        return None
    if len(told) > 2:
        stay_out("three strings")
    sought: set[str] = set()
    mains: set[str] = set()
    for match in found:
        before = patterns.split(r"[,;。?!\n]", reading.rest[: match.start()])[-1][-14:]
        words = patterns.findall(r"模式|子串|pattern|主串|目标|文本|正文|[中里][^,;。]{0,8}?(?:查找|找|搜)", before)
        if words:
            (sought if patterns.match("模式|子串|pattern|[中里]", words[-1]) else mains).add(match[0])
    if len(told) == 2 and not (sought or mains):
        # Nothing but letters tells them apart: S is the text, P or T the pattern.
        for match in found:
            letter = patterns.search(r"(?<![A-Za-z])([SsPpTt])\s*(?:=|为|是|:)?\s*$", reading.rest[: match.start()])
            if letter:
                (mains if letter[1] in "Ss" else sought).add(match[0])
    reading.take_all("|".join(rf"(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9])" for name in told))
    reading.take_all(r"(?<![A-Za-z])(?:[pPtTsS]|pattern|text)(?![A-Za-z0-9])\s*串?(?:=|为|是)?")
    if len(told) == 1:
        return (told[0], None) if not mains else None
    if len(sought) == 1 and not sought & mains:
        pattern = sought.pop()
    elif len(mains) == 1 and not sought:
        pattern = next(name for name in told if name not in mains)
    else:
        stay_out("which string is the pattern")
    main = next(name for name in told if name != pattern)
    if len(main) < len(pattern):
        stay_out("a pattern longer than the text")
    return pattern, main
