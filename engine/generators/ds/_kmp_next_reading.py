"""Reading problems about KMP: the arrays of a pattern, the comparisons of a matching, and where a mismatch leads."""

from __future__ import annotations

import re
from typing import Any

from engine.generators.ds._clauses import finish, opened
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

_STRING = r"(?<![A-Za-z0-9])[A-Za-z]{3,24}(?![A-Za-z0-9])"
_NOT_PATTERNS = re.compile(r"next(?:val)?|kmp|pmt?|bm|bf|dist|pattern|text|ASCII", re.IGNORECASE)
_PLACE = r"(?:位序|下标|数组下标|位置|编号|序号|字符|字符串|串|数组|索引)+(?:都|均|也)?"
_ZERO = (
    r"(?<!值)(?<!组)(?<!next)(?<!nextval)从0(?:开始|计|算|起|数|编号|编)(?:编号|计数|编|号|的)*",
    rf"{_PLACE}从?0(?:开始|计|算|起|编)(?:编号|计数|编|号|的)*",
    r"(?:next|nextval)?\s*\(?0\)?\s*==?\s*-1",
    r"(?:首|第一|第1|开头)(?:项|值|位|元素|个|的)*(?:是|为|取|=|记)*\s*-1",
    r"(?:next|nextval)?(?:数组|值)?(?:从|以)-1(?:开始|开头|打头|起)",
    r"-1(?:开头|打头|起始|开始)(?:的)?(?:那种|版本|写法)?",
)
_ONE = (
    r"(?<![A-Za-z])next\s*\(?2\)?\s*==?\s*1(?!\d)",
    r"(?:next\s*\(?1\)?\s*=\s*nextval|nextval\s*\(?1\)?\s*=\s*next)\s*\(?1\)?\s*==?\s*0(?!\d)",
    r"(?<!值)(?<!组)(?<!next)(?<!nextval)从1(?:开始|计|算|起|数|编号|编)(?:编号|计数|编|号|的)*",
    rf"{_PLACE}从?1(?:开始|计|算|起|编)(?:编号|计数|编|号|的)*",
    r"(?:next|nextval)?\s*\(?1\)?\s*==?\s*0(?!\d)",
    r"(?:首|第一|第1|开头)(?:项|值|位|元素|个|的)*(?:是|为|取|=|记)*\s*0(?!\d)",
)
_OWN = """
模式串 模式 字符串 串 子串 主串 目标串 数组 函数 函数值 值 值序列 序列 算法 匹配 模式匹配 KMP 位序 的是 修正 改进 优化后 写法 约定 规定 版本 教材 课本 严蔚敏 定义 改进后 优化 手算 手工 下标 对应 每个字符 各字符 字符 过程 匹配过程 主串与模式串 开始 试 next nextval
找 查找 搜索 搜 去匹配 来匹配 直到 直至 匹配完 匹配到 匹配到成功 找到 找到为止 次字符 字符比较 那种 那个 的那种 当前字符 处 表 数组值 全部 成功 匹配成功 到匹配成功为止 为止 第一次 单个 单个字符 单字符 次数 总 求得 i j 发生 出现 时 下次 下一次 未改进 没改进 不改进 未优化 i和j i,j 指针 与 字符间 之间 字符之间 比较 位 前缀 后缀 最长 相等 前后缀 长度 最长相等前后缀长度 最长相等前后缀 公共 部分匹配 部分匹配值 各前缀 每个前缀 数组和 两个 都写 都要 顺序 按顺序
"""


def recognise(text: str) -> Recognition | None:
    """A pattern and what is asked of it; None where it is something else."""
    reading = opened(text)
    reading.take_all(r"\(?[sS]\[?i\]?\s*(?:≠|!=|<>)\s*[tTpP]\[?j\]?\)?|[sStTpP]i\s*≠\s*[tTpP]j")
    reading.take_all(r"[A-Za-z]{3,24}\s*,?(?:不对|写错了|打错了|说错了|错了),?\s*(?:应该)?(?:是|为)(?=\s*[A-Za-z]{3})")
    reading.take_all(r"\(?(?:用)?(?:普通|原始|一般)?(?:的)?next(?:数组)?,?\s*(?:不是|而不是|而非|不用)nextval(?:数组)?\)?")
    resumed = reading.take(
        rf"(?:若|当|如果|匹配时|匹配到|在|模式串|的|T|P)*第\s*(?P<place>{INTEGER})\s*个?(?:字符|位置)?(?:\(?(?:位序|字符)?从1(?:数|开始|起|计|算)(?:编号|起)?\)?)?(?:处|时|上)?(?:发生|出现|匹配)?(?:了)?(?:失配|匹配失败|不匹配|不相等|不等)(?:时|了|后)?,?(?:则|那么|那|主串(?:的)?|指针|i|j|不动|不变|不回溯|保持|应|会|退|回|到|跳|滑|移|动|,|接下来|下次|下一次|下一步|此时|应该?|要|拿|用|让|将|由|T|P|模式串|的|比较的是|匹配)*第(?:几|多少)个(?:字符|位置)?(?:和|与|去|开始|继续|再|同|主串|当前|的|字符|位置|失配|进行|处|那个|i|比较?|匹配|对齐|接着|重新)*"
    )
    value_at = reading.take_all(
        r"(?:也)?(?:就是)?(?:求)?(?<![A-Za-z])next\s*\(?(?P<at>[2-9]|1\d)\)?(?!\s*[=\d])(?:的?值)?(?:(?:是|为|等于)?(?:多少|几))?"
    )
    length = reading.take_one(rf"(?:长度|长)(?:为|是)?(?P<value>{INTEGER})(?:个字符)?的", to_int)
    reading.take_all(r"\(?(?:使用|用|采用)?(?:未|没有?|不)(?:改进|优化|修正)(?:过|前)?(?:的)?\)?(?:的)?(?=[,;)。]|next|$)")
    compared = reading.take_all(
        r"(?:单个|单)?(?:的)?字符(?:间|之间)?(?:的)?比较(?:的)?(?:总)?次数|(?:一共|总共|共|需要?|要|进行|做|经过|得)*(?:单个|单)?(?:字符)?(?:间|之间)?(?:的)?(?:比较|比对|比)(?:了)?(?:的)?(?:多少|几)(?:次|回)|比较(?:的)?(?:总)?次数|(?:一共|总共|共|需要?|要)*比较(?:了)?(?:单个)?字符(?:了)?(?:多少|几)(?:次|回)|(?:一共|总共|共|需要?|要|进行|做|经过|得|了)*(?:多少|几)(?:次|回)(?:的)?(?:单个)?字符(?:间|之间)?(?:的)?(?:比较|比对)"
    )
    mismatch = reading.take(
        r"(?:当)?(?:第一次|首次)?(?:出现|发生|遇到)?(?:的)?失配(?:时|的时候)?(?:[,()\ue000]|时|此时)*\s*i\s*=\s*(?:(?P<both>j)\s*=\s*)?(?P<i>\d+)(?:\s*[,、和]?\s*j\s*=\s*(?P<j>\d+))?(?:时|处)?"
    )
    reading.refuse(
        r"朴素|BF|暴力|滑动|循环节|之和|区分|第\s*[\d二三四五六七八九十]|第一(?!次|项|位|个|值)|某个?值|最大|最小|作用|长度为|长为|右移|左移|加1|减1|加一|减一"
    )
    tasks = reading.take_words(
        (
            (r"(?<![A-Za-z])next\s*val(?:\s*\(\s*j\s*\)|\s*j)?(?![A-Za-z])\s*(?:数组|函数|值|表)*(?!\s*\d)", "nextval"),
            (r"(?:改进|优化|修正)(?:后|过)?(?:的)?next(?![A-Za-z])(?:数组|函数|值|表)*(?!\s*\d)", "nextval"),
            (r"(?<![A-Za-z])next(?:\s*\(\s*j\s*\)|\s*j)?(?![A-Za-z])\s*(?:数组|函数|值|表)*(?!\s*[\d=])", "next"),
            (r"(?<![A-Za-z])PMT?(?![A-Za-z])(?:表|数组|值)*|部分匹配(?:值|表)+", "partial"),
        )
    )
    if "nextval" not in tasks:
        reading.refuse(r"改进|优化|修正")
    zero = [match for pattern in _ZERO for match in reading.take_all(pattern)]
    one = [match for pattern in _ONE for match in reading.take_all(pattern)]
    if (
        (zero and one)
        or reading.has(r"0\s*==?\s*0|1\s*==?\s*-1")
        or any(re.match(r"(?:next|数组).*从0", match[0], re.IGNORECASE) for match in zero)
    ):
        stay_out("which numbering")
    strings = _strings(reading)
    if strings is None:
        return None
    pattern, main = strings
    finish(reading, _OWN)
    if length is not None and length != len(pattern):
        return None
    if value_at:
        asked_at = {int(match["at"]) for match in value_at}
        if resumed is None and (not one or zero or compared or mismatch is not None or main is not None or tasks):
            stay_out("one value of next, and from where it is counted")
        if len(asked_at) != 1 or (resumed is not None and asked_at != {to_int(resumed["place"])}):
            stay_out("values of next")
        if resumed is None:
            place = asked_at.pop()
            return Recognition(
                parameters={"task": "resumed", "pattern": pattern, "place": place},
                understood=(("模式串", pattern), ("求", f"next[{place}]（位序从 1 开始）")),
            )
    if resumed is not None:
        if compared or mismatch is not None or main is not None or "nextval" in tasks or zero:
            return None
        return Recognition(
            parameters={"task": "resumed", "pattern": pattern, "place": to_int(resumed["place"])},
            understood=(("模式串", pattern), ("失配", f"第 {to_int(resumed['place'])} 个字符")),
        )
    if mismatch is not None:
        return _mismatch(
            pattern, main, int(mismatch["i"]), int(mismatch["j"] or (mismatch["i"] if mismatch["both"] else -1)), bool(compared)
        )
    if compared:
        if main is None or "partial" in tasks:
            return None
        use = "nextval" if "nextval" in tasks else "next"
        return Recognition(
            parameters={"task": "comparisons", "pattern": pattern, "text": main, "nextval": use == "nextval"},
            understood=(("主串", main), ("模式串", pattern), ("所用数组", use)),
        )
    if main is not None or not tasks or (len(tasks) > 1 and "partial" in tasks) or re.search("失配|比较", reading.text):
        return None
    parameters: dict[str, Any] = {"pattern": pattern, "tasks": tasks, "from_zero": bool(zero) if zero or one else None}
    shown = "、".join({"partial": "部分匹配值"}.get(task, task) for task in tasks)
    return Recognition(parameters=parameters, understood=(("模式串", pattern), ("求", shown)))


def _strings(reading: Reading) -> tuple[str, str | None] | None:
    """(the pattern, the text it is looked for in), taken; None where there is no string.

    Raises:
        StayOut: two strings of which one cannot be told from the other.
    """
    found = [match for match in re.finditer(_STRING, reading.rest) if not _NOT_PATTERNS.fullmatch(match[0])]
    told = list(dict.fromkeys(match[0] for match in found))
    if not told:
        return None
    if len(told) > 2:
        stay_out("three strings")
    patterns: set[str] = set()
    mains: set[str] = set()
    for match in found:
        before = re.split(r"[,;。?!\n]", reading.rest[: match.start()])[-1][-14:]
        words = re.findall(r"模式|子串|pattern|主串|目标|文本|正文|中(?:查找|找|搜)", before)
        if words:
            (patterns if re.match("模式|子串|pattern|中", words[-1]) else mains).add(match[0])
    if len(told) == 2 and not (patterns or mains):
        # Nothing but letters tells them apart: S is the text, P or T the pattern.
        for match in found:
            letter = re.search(r"(?<![A-Za-z])([SsPpTt])\s*(?:=|为|是|:)?\s*$", reading.rest[: match.start()])
            if letter:
                (mains if letter[1] in "Ss" else patterns).add(match[0])
    reading.take_all("|".join(rf"(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9])" for name in told))
    reading.take_all(r"(?<![A-Za-z])(?:[pPtTsS]|pattern|text)(?![A-Za-z0-9])\s*(?:串)?(?:=|为|是)?")
    if len(told) == 1:
        return (told[0], None) if not mains else None
    if len(patterns) == 1 and not patterns & mains:
        pattern = patterns.pop()
    elif len(mains) == 1 and not patterns:
        pattern = next(name for name in told if name not in mains)
    else:
        stay_out("which string is the pattern")
    main = next(name for name in told if name != pattern)
    if len(main) < len(pattern):
        stay_out("a pattern longer than the text")
    return pattern, main


def _mismatch(pattern: str, main: str | None, i: int, j: int, counted: bool) -> Recognition | None:
    if main is None or j < 0 or counted:
        return None
    return Recognition(
        parameters={"task": "mismatch", "pattern": pattern, "text": main, "i": i, "j": j},
        understood=(("主串", main), ("模式串", pattern), ("失配", f"i = {i}，j = {j}")),
    )
