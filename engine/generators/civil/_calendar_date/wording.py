"""One wording for days: `昨天的后天` as the day that it is, feasts as their dates."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.reading import to_int

WORDS = """
的 施工 停工 开工 是 为 在 那 那么 则 正好 恰好 恰 刚好 这天 那天 这一天 那一天 日历 公历 翻 看 查 推 推一下 推算 发现 有 只有 仅有 共有 一共 共 且 而 但 又 和 与 即 请问 问 星期 日期 天 出现 出现了 都 他 她 结婚 生日 出生 纪念日 开学 放假 考试 举行 开幕 妈妈 问我 要求 各 从 到 至 起 开始 算起 之后 以后 过 再 号 份 会 应 应该 如果 已知 每天 单位 实行 中 里 月 年 这 该 知道 推出 说 群友们 距离 离 还有 相隔 相差 间隔 隔 中间 一天 周 求 经过 历时 计 共计 计划 项目 期间 工期 按 只 当 其余 其他 均 而且 次 个 数 了 刚 要 得 就
"""
"""Words of problems about dates that change nothing."""

HOLIDAYS = {
    "元旦": (1, 1),
    "情人节": (2, 14),
    "妇女节": (3, 8),
    "三八": (3, 8),
    "植树节": (3, 12),
    "愚人节": (4, 1),
    "劳动节": (5, 1),
    "五一": (5, 1),
    "青年节": (5, 4),
    "五四": (5, 4),
    "儿童节": (6, 1),
    "六一": (6, 1),
    "建党节": (7, 1),
    "七一": (7, 1),
    "建军节": (8, 1),
    "八一": (8, 1),
    "教师节": (9, 10),
    "国庆": (10, 1),
    "十一": (10, 1),
    "平安夜": (12, 24),
    "圣诞": (12, 25),
}
"""Month and day of every holiday with a day of its own."""

RELATIVE = {
    "大前天": -3,
    "前天": -2,
    "昨天": -1,
    "昨日": -1,
    "今天": 0,
    "今日": 0,
    "当天": 0,
    "明天": 1,
    "明日": 1,
    "后天": 2,
    "大后天": 3,
}
"""Days by name, and how many days after today they are."""

INCLUSIVE = r"(?:\(|,)?(?:首尾|头尾|两头|前后|起止|这)(?:[两2]天|两日|日期)?(?:都|均|也)?(?:计算|算|包括|包含|含)(?:在内|进去|上)?(?:\))?|\(?(?:含|包括|包含|算上)(?:首尾|头尾|两头|起止|这[两2]天|当天|首日和末日)(?:[两2]天|日期|日)?(?:在内)?\)?"
"""Both ends of a span are counted."""

HALF = r"\(?(?:算头不算尾|算首不算尾|算尾不算头|算尾不算首|含头不含尾|含首不含尾|不算(?:开始|起始|第一|当)天|首日不(?:计|算)|只算一头|即?两?个?日期?相差的?天数)\)?"
"""One end of a span is counted."""

EXCLUSIVE = r"\(?(?:首尾|头尾|两头|这[两2]天)(?:[两2]天)?(?:都|均)?(?:不算|不计|不含|不包括)(?:在内)?\)?|\(?不(?:算|含|包括|计)(?:首尾|头尾|两头|这[两2]天)(?:[两2]天)?(?:在内)?\)?"
"""Neither end of a span is counted."""

_FEAST = r"(?:端午|中秋|清明|重阳|春节|元宵|七夕|除夕|冬至|母亲|父亲|感恩)节?"


def plain_days(text: str) -> str:
    """`昨天的后天` as the one day that it is; a feast whose date is told as that date.

    `从今天算起,第 100 天` counts today as the first.
    """
    text = patterns.sub(
        r"从?(?:今天|今日)(?:算起|起|开始算),?(?:的)?第(\d+)天",
        lambda match: f"再过{int(match[1]) - 1}天" if int(match[1]) > 1 else match[0],
        text,
    )
    for _ in range(3):
        text = patterns.sub(
            r"(大前天|前天|昨天|今天|明天|大后天|后天)的(大前天|前天|昨天|明天|大后天|后天)",
            lambda match: next(
                (name for name, days in RELATIVE.items() if days == RELATIVE[match[1]] + RELATIVE[match[2]] and name[-1] == "天"),
                match[0],
            ),
            text,
        )
    for feast in list(patterns.finditer(rf"(?P<name>{_FEAST})(?:是|为|在|\()?(?P<date>\d{{1,2}}月\d{{1,2}}[日号])\)?", text)):
        text = text.replace(feast[0], feast["date"]).replace(feast["name"], feast["date"])
    return text


_WEEKDAY = r"(?:星期|周|礼拜)[一二三四五六日天]"
# What happened on a day that is told: `，北京奥运会开幕`.
_EVENT = r"(?<=[一二三四五六日天]),[^\d,;。?!一二三四五六七八九十两每周月年天日号不没若如当轮值]{2,14}(?:举行|开幕|闭幕|成立|诞生|发射|升空|通车|开业|召开|落成|开学)(?=[,。;])"
_POWER = r"(?P<base>[2-9]|10)(?:的(?P<power>\d{1,2})次[方幂]|\^(?P<raised>\d{1,2}))(?=天)"


def usual(text: str) -> str:
    """One wording for what is told of days: powers as figures, `休息日` as Saturday and Sunday, `起……止` as both ends, a blank at the end as what it asks."""
    text = patterns.sub(_POWER, lambda found: str(int(found["base"]) ** int(found["power"] or found["raised"])), text)
    text = patterns.sub(r"\(?注意(?:判断|看|区分)?[^(),;。?]{0,10}闰年[^(),;。?]{0,4}\)?", "", text)
    text = patterns.sub(_EVENT, "", text)
    text = patterns.sub(rf"({_WEEKDAY})(?:的?(?:个|天|次)?数)?多于({_WEEKDAY})(?:的?(?:个|天|次)?数)?", r"\1比\2多", text)
    text = patterns.sub(r"每周六(?=、?(?:和)?周?日|、?周?[日天])", "周六", text)
    text = patterns.sub(r"(?:单位|公司|学校)?(?:实行|执行|采用)?(?:做五休二|上五休二|五休二)(?:的)?(?:工作制|制度|作息)?[,;]?", "", text)
    text = patterns.sub(r"(\d{1,2}月\d{1,2}[日号])不是(?:休息日|周末|双休日)", r"\1不是星期六,\1不是星期日", text)
    text = patterns.sub(
        r"(\d{1,2}月\d{1,2}[日号])起到([^,;。?]{4,16}[日号])(?:为)?止,?(?:总共|一共|共)?(?:有|是)?(?:多少|几)天",
        r"\1到\2首尾都算共有多少天",
        text,
    )
    text = patterns.sub(
        r"(?<![即指])(?:这)?(?<!即这)(?:两个?)(?:日期|日子|天)(?:之间)?(?:相隔|相差|间隔|相距)(?:的)?天数(?:是多少|为多少)?",
        "这两个日期相差多少天",
        text,
    )
    # `那么再过 100 天是` before options.
    return (
        patterns.sub(r"(?<=[天日号])(?:应该|就)?[是为](?:\( \))?[。.]?\s*$", "是星期几?", text) if patterns.search(_WEEKDAY, text) else text
    )


_FIRST_COUNTS = r"(?:连同|包括|包含|含|算上)[^,;。\d]{0,4}(?:当天|当日|首日|这天|那天)(?:在内)?|(?:当天|当日|首日|这天|那天)(?:也)?(?:算作?|计作|为|记作)(?:第(?:1|一)天|在内)"


def _lasting(text: str) -> str:
    """`从 8 月 20 日开始，持续 45 天，最后一天`, `1 月 1 日开始，第 100 天`: the first day is one of them."""
    days = list(patterns.finditer(r"(?:\d{4}年)?\d{1,2}月\d{1,2}[日号]", text))
    spans = list(patterns.finditer(r"(?<![\d第后])(\d{1,3})天", text))
    if (
        len(days) != 1
        or not patterns.search(r"[日号](?:起|开始|这天开始|那天开始)", text)
        or patterns.search("[除不停]|休息|工作日|双休|周末|另|中途|每|星期|周|隔|之后|以后", text)
    ):
        return text
    asked = patterns.search("(?:几|多少)月(?:几|多少)[日号]", text)
    if not asked:
        return text
    year = "平年" if "平年" in text else "闰年" if "闰年" in text else ""
    nth = patterns.search(r"第(\d{2,3}|[一二三四五六七八九十百零]{2,})天", text)
    if nth and not spans:
        return f"{'这一年是' + year + ',' if year else ''}{days[0][0]}再过{to_int(nth[1]) - 1}天是几月几日?"
    if (
        len(spans) == 1
        and patterns.search(r"(?:持续|连续|为期|历时|共|进行|展出|一共)(?:了)?\d{1,3}天", text)
        and patterns.search("最后(?:一|1)天|结束|到", text)
    ):
        return f"{'这一年是' + year + ',' if year else ''}{days[0][0]}再过{int(spans[0][1]) - 1}天是几月几日?"
    return text


def first_day_counts(text: str) -> str:
    """`From a Thursday on, that day included, for 25 days: which day is the last` as so many days after that Thursday.

    Also `the 200th day of 2024` as so many days after its first.
    """
    text = patterns.sub(r"(?<!\d)(\d{4})年(?:的)?第(\d{2,3})天", lambda match: f"{match[1]}年1月1日再过{int(match[2]) - 1}天", text)
    text = _lasting(text)
    days = list(patterns.finditer(r"\d{1,2}月\d{1,2}[日号]", text))
    spans = list(patterns.finditer(r"(?<![\d第后])(\d+)天", text))
    if (
        patterns.search(_FIRST_COUNTS, text)
        and len(days) == len(spans) == 1
        and patterns.search("(?:几|多少)月(?:几|多少)[日号]", text)
        and not patterns.search(r"星期|周|礼拜|[除不停]|休息|工作日|双休|另|中途|每", text)
    ):
        year = patterns.search(r"\d{4}年", text)
        return f"{year[0] if year else ''}{days[0][0]}再过{int(spans[0][1]) - 1}天是几月几日?"
    if not patterns.search(_FIRST_COUNTS, text) or len(list(patterns.finditer(r"(?:星期|周|礼拜)(?:几|多少)", text))) != 1:
        return text
    told = list(patterns.finditer(_WEEKDAY, text))
    lengths = list(patterns.finditer(r"(?<![\d第后])(\d+)天", text))
    if len(told) != 1 or len(lengths) != 1 or not patterns.search("最后[一1]?天|满|第", text):
        return text
    bare = patterns.sub(r"\d{4}年|\d{1,2}月|\d{1,2}[日号]|第1天|最后1天", "", text.replace(lengths[0][0], "", 1))
    if patterns.search(r"\d|[除不停倒反改]|顺序|约定|例外|失败|额外|限定|休息日|工作日|双休|另|中途|每", bare):
        return text
    return f"今天是{told[0][0]},再过{int(lengths[0][1]) - 1}天是星期几?"


def without_confusion(text: str) -> str:
    """Without what somebody says of having lost count (`中间闰年我数晕了`)."""
    return patterns.sub(
        r"(?<=[,;。?!])[^,;。?!\d]{0,8}(?:数晕|晕了|绕晕|算晕|搞混|搞不清|数不清|弄混|数乱|绕糊涂)[^,;。?!\d]{0,4}", "", text
    )


def without_years_between(text: str) -> str:
    """`今年是 2022 年 1 月 30 日……十年前 2012 年 1 月 30 日`: how long ago it was follows from the years."""
    text = patterns.sub(r"(?:\d{1,2}|[一二三四五六七八九十]+)年[前后]的?,?(?=(?:19|20)\d\d年)", "", text)
    return patterns.sub(r"今年(?:是)?(?=(?:19|20)\d\d年\d{1,2}月\d{1,2}[日号],?(?:是)?(?:星期|周))", "", text)


def in_figures(text: str) -> str:
    """Dates in figures: `三月五日` and `3.5 是星期二` as `3月5日`."""
    text = patterns.sub(r"(?<!\d)(\d\d)年(?=的?\d{1,2}月)", r"20\1年", text)
    text = patterns.sub(
        r"(?<![\d零一二三四五六七八九十])([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})[日号])?", _in_digits, text
    )
    text = patterns.sub(r"(\d{1,2}月\d{1,2})(?![日号\d~—\-天])", r"\1日", text)
    text = patterns.sub(r"(?<![\d./])(\d{1,2})\.(\d{1,2})(?=(?:日|号)?(?:是|为|那天|这天)?(?:星期|周))", r"\1月\2日", text)
    return text


def _in_digits(match: re.Match[str]) -> str:
    month = to_int(match[1])
    return f"{month}月" + (f"{to_int(match[2])}日" if match[2] else "")
