"""Reading rows of pushes and pops: what they put out, and which of them are legal."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.ds._settling import settle
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.reading import INTEGER, Reading, stay_out

_WORDED = r"(?P<words>(?:(?:push|pop|(?:入栈|出栈)(?!的?(?:序列|顺序|次序|元素)))(?:\(?[A-Za-z0-9]?\)?)?\s*[,、;→]?\s*){4,40})"
NAME = r"[A-Za-z]\d{0,2}|\d{1,2}"
LIST = rf"(?:{NAME})(?:\s*(?:,|、|->|→|\s)\s*(?:{NAME})){{1,15}}|[A-Za-z]{{3,12}}|(?<!\d)\d{{3,9}}(?!\d)"
OWN = """
人 同学 学生 球 小球 只用一个栈 用一个栈 一个栈 合法不 不合法 联用 队列与栈联用 顺序执行 按序 操作串 操作序列 行 行不行 呢 还有 还 列全 写全 有些 S 栈S 单端 哪些 取值 种情况 情况 打头 种出来的次序 次序 出来 全部 排列 得到 能否 站 号 辆 节 车 辆车 调度 右侧 从右侧 左侧 从左侧 时 至少 初态 初始和结束栈都空 都空 结束 合法的 只能 一定 必然 相对次序 相对 随时出栈 直到元素都出栈 可以吗 若要 最后 个 起初 全 秒 序号 给定 已知部分
停留 可以停留 停 任何时候 栈 元素 队列 数据 数据元素 这些 个元素 依次 顺序 次序 序列 栈的 容量 种 入栈 出栈 操作 操作序列 经过 经 得到 初态 初始 空 为空 空栈 交替 交替进行 可交替进行 可以交替进行 随时 任意 任何时刻 时刻 都 所有 所有可能 可能 不同 不同的 互不相同 各不相同 合法 一共 可以 可 时 则 其 该栈 个数 总数 数目 允许 输入 输入序列 输出 输出序列 输入顺序 输出顺序 过程 过程中 期间 中间 中途 只 仅 一个栈 这个栈 元素们 数字 字母 字符 边进边出 可以边进边出 可进可出 进出 进 出 最后 得 用 通过 里 表示 代表 记 分别 用来 足够大 足够 大小 不限 容量不限 情况 列车 火车 车厢 编号 的 顺序地
"""


def names_of(text: str) -> tuple[str, ...]:
    """The elements of a list.

    Raises:
        StayOut: one comes twice.
    """
    parts = [part for part in patterns.split(r"\s*(?:,|、|->|→|\s)\s*", text) if part]
    names = tuple(parts) if len(parts) > 1 else tuple(text)
    if len(set(names)) != len(names):
        stay_out("an element twice")
    return names


def read_operations(reading: Reading) -> Recognition | None:
    """The output of a row of pushes and pops; None where there is none.

    Raises:
        StayOut: more is popped than there is, or what is pushed is not said.
    """
    defined = reading.take(
        r"[用设若以]?\s*(?P<one>[A-Z])\s*[和、与,]?\s*(?:(?P<two>[A-Z])\s*(?:分别)?)?(?:表示|代表|记|为)(?:一次)?(?:元素)?(?P<first>入栈|出栈)(?:操作)?[,、和与及;]*用?(?P<other>[A-Z])?\s*(?:表示|代表|为)?(?:一次)?(?:元素)?(?P<second>入栈|出栈)(?:操作)?"
    )
    row = None
    if defined is not None:
        letters = (defined["one"].upper(), (defined["two"] or defined["other"] or "").upper())
        if defined["first"] == defined["second"] or not all(letters) or letters[0] == letters[1]:
            stay_out("which letter is a push")
        push = letters[0] if defined["first"] == "入栈" else letters[1]
        pop = letters[1] if push == letters[0] else letters[0]
        rows = (
            [match[0] for match in reading.take_all(rf"(?<![A-Za-z])[{push}{pop}]{{4,}}(?![A-Za-z])")]
            if reading.has("合法|非法|可以实现")
            else []
        )
        if rows or patterns.search(r"(?:合法|不合法|非法)的?(?:操作)?(?:序列)?的?[是有为]?[\s()。?]*$", reading.text):
            return _legal_rows(reading, rows, push, pop)
        found = reading.take(rf"(?<![A-Za-z])(?P<row>[{push}{pop}](?:[\s,、]*[{push}{pop}]){{3,}})(?![A-Za-z])")
        if found is None:
            return None
        row = ["+" if letter == push else "-" for letter in patterns.sub(r"[^A-Z]", "", found["row"].upper())]
    elif found := reading.take(r"(?<![A-Za-z])(?P<row>I[IO]{3,}|S[SX]{3,})(?![A-Za-z])"):
        # The usual letters, which people do not explain: in and out, or 严蔚敏's S and X.
        row = ["+" if letter in "IS" else "-" for letter in found["row"].upper()]
    elif (named := _named_operations(reading)) is not None:
        return named
    elif found := reading.take(_WORDED):
        row = [
            "+" if word.lower() in ("push", "入栈") else "-"
            for word in patterns.findall("push|pop|入栈|出栈", found["words"], re.IGNORECASE)
        ]
        if patterns.search(r"(?:push|入栈)\(?[A-Za-z0-9]", found["words"], re.IGNORECASE):
            stay_out("pushes that name their elements")
    if row is None:
        return None
    pushes = reading.take_one(
        (
            rf"(?:元素|数据元素|序列)?\s*(?P<value>{LIST})\s*这?(?:{INTEGER}个(?:元素|数|字母|数字)?)?\s*(?:按(?:顺序|次序)|顺序|依次|先后)*地?入栈",
            rf"(?:入栈|输入)的?(?:数据)?(?:元素)?的?(?:序列|顺序|次序)?\s*(?:依次|分别|为|是|:|=)*\s*(?P<value>{LIST})",
        ),
        names_of,
    )
    ends = _ends(reading)
    reading.take_all(r"待(?=\ue000)|(?:下列|以下)(?=待|\ue000|元素|数据)|的?操作(?:完成|结束)?(?:之?后)?")
    reading.take_all(r"(?:得到|产生)?的?(?:输出|出栈)的?(?:元素)?(?:序列|顺序|次序|结果)|栈\s*S|S(?![A-Za-z0-9])")
    settle(reading, OWN)
    if pushes is None or row.count("+") > len(pushes):
        return None
    stack, out, waiting = [], [], list(pushes)
    for operation in row:
        if operation == "+":
            stack.append(waiting.pop(0))
        elif not stack:
            stay_out("a pop of nothing")
        else:
            out.append(stack.pop())
    if ends and not stack:
        stay_out("an empty stack has no top")
    return Recognition(
        parameters={
            "task": "output",
            "pushes": list(pushes),
            "row": "".join(row),
            "output": out,
            "left": stack,
            **({"ends": ends} if ends else {}),
        },
        understood=(("入栈顺序", listed(pushes)), ("操作", "".join("进" if sign == "+" else "出" for sign in row))),
    )


def _ends(reading: Reading) -> list[str]:
    """Whether the top or the bottom of the stack is asked for, taken."""
    whole = r"(?:此时|最后|现在|当前|,)*(?:栈S?[中里内]?的?)?[从自]?栈底(?:元素)?[到至往向]栈顶的?(?:元素|内容|数据)?(?:依次|分别|各)*[是为有]?(?:什么|多少|哪些|几)?"
    return reading.take_words(
        (
            (whole, "all"),
            (r"(?:此时|最后|现在|当前|,)*(?:栈S?的?)?栈顶的?(?:元素)?(?:分别|各)*[是为]?(?:什么|多少|几|谁|哪个)?", "top"),
            (r"[和与、及]?栈底的?(?:元素)?(?:分别|各)*[是为]?(?:什么|多少|几|谁|哪个)?", "bottom"),
        )
    )


def _named_operations(reading: Reading) -> Recognition | None:
    """The output of operations whose pushes name their elements: `push(1) push(2) pop`; None where there are none."""
    found = reading.take(
        r"(?P<row>(?:(?:push|入栈)\s*\(?\s*(?:[A-Za-z0-9]{1,3})\s*\)?|(?:pop|出栈(?!\s*(?:什么|序列|顺序|次序|结果|的|元素|为|是|情况)))\s*(?:\(\s*\))?)(?:\s*[,、;→]?\s*(?:(?:push|入栈)\s*\(?\s*(?:[A-Za-z0-9]{1,3})\s*\)?|(?:pop|出栈(?!\s*(?:什么|序列|顺序|次序|结果|的|元素|为|是|情况)))\s*(?:\(\s*\))?)){3,40})"
    )
    if found is None or not patterns.search(r"(?:push|入栈)\s*\(?\s*[A-Za-z0-9]", found["row"], re.IGNORECASE):
        return None
    stack: list[str] = []
    out: list[str] = []
    row, most = "", 0
    for sign, name in patterns.findall(
        r"(push|入栈|pop|出栈)(?:(?<!pop)(?<!出栈)\s*\(?\s*([A-Za-z0-9]{1,3}))?", found["row"], re.IGNORECASE
    ):
        if sign.lower() in ("push", "入栈"):
            stack.append(name)
            row += "+"
        elif stack:
            out.append(stack.pop())
            row += "-"
        else:
            stay_out("a pop of nothing")
        most = max(most, len(stack))
    ends = _ends(reading)
    if ends and not stack:
        stay_out("an empty stack has no top")
    deepest = bool(
        reading.take_all(r"栈[中里内]?的?(?:最多|最深)时?[有存]?(?:多少|几)?个?(?:元素)?|栈的?(?:容量)?至少[为是要]?(?:多少|几|多大)?")
    )
    reading.take_all(r"(?:得到)?的?(?:输出|出栈)的?(?:元素)?(?:序列|顺序|次序|结果)?")
    settle(reading, OWN)
    return Recognition(
        parameters={
            "task": "output",
            "pushes": [*out, *stack],
            "row": row,
            "output": out,
            "left": stack,
            **({"most": most} if deepest else {}),
            **({"ends": ends} if ends else {}),
        },
        understood=(("操作", "".join("进" if sign == "+" else "出" for sign in row)), ("出栈", listed(out))),
    )


def _legal_rows(reading: Reading, rows: list[str], push: str, pop: str) -> Recognition | None:
    """Which rows of pushes and pops can be run, from an empty stack to an empty one; the rows may be pasted options."""
    asked = reading.take(
        r"[中里的,]*(?:哪个|哪些|哪几个|哪一个)?[是为]?(?:(?P<no>不|非)?(?:可能)?是?合法的?)(?:操作)?(?:序列)?的?[是有为]?(?:哪(?:个|些|几个|一个))?"
    )
    reading.take_all(
        r"栈?的?(?:初态|终态|初始|结束|开始)(?:状态)?[和与及、]?(?:终态|结束|最终)?(?:状态)?时?栈?[均都]?为?空|下列|以下|操作序列"
    )
    settle(reading, OWN)
    if asked is None:
        return None
    shown = (("操作", f"{push} 进栈，{pop} 出栈"), ("求", f"{'不' if asked['no'] else ''}合法的操作序列"))
    return Recognition(
        parameters={
            "task": "rows",
            "rows": [row.upper() for row in rows],
            "push": push,
            "pop": pop,
            "legal": not asked["no"],
            "several": patterns.search("哪些|哪几", reading.text) is not None,
        },
        understood=shown,
    )
