"""Reading what comes round every so many days, and leaves of a calendar whose dates add up to so much."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, stay_out, to_int

_DAYS = "一二三四五六日"
_WEEK = r"(?:星期|周|礼拜)"
_DATE = r"(?:(?P<year>(?:19|20)\d\d)年的?)?(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]"
_WORDS = """
同时 他两 相遇 恰好 碰面 碰到 遇见 见面 下次 下一次 再次 再 第一次 都 会 在 去 到 站点 快递员 补货 图书馆 健身房 敬老院 超市 一次 值班 夜班 值 值夜班 上次 上一次 他俩 三人 两人 他们 三个 一起 同一天 同 是 的 那么 如果 则 请问 几 后 之后 经过 至少 要 需要 过 一起碰到 服务 志愿者 跑步 打球 游泳 今天 这天 某天 有一天 当天 甲 乙 丙 丁 每次 正好 设备 检修 停机 运转 工厂 某 次 第 开始 进城 城里 城 进货 今日 三名 两名 三位 名 位 日 号 以后 再过 一天 问 路线 公交车 班 发车 出车 出海 船 港口 渔船 医生 护士 阿姨 浇水 浇 浇花 花 打扫 大扫除 换水 喂 补 轮休 休假 盘点 仓库 公司 两家 同日 家
"""


_OTHER = r"\d|多少|几|[除另改休停半倍倒]|不(?!同)|提前|推迟|顺序|约定|例外|中途|最后|规定第|重[新来做]|抄错|增加|失败|占用|限定|额外|如遇|因病|请假|生病"
"""What may not be left of a problem of rounds once its rounds, days and questions are read."""


def read_cycle(text: str) -> Recognition | None:
    """Several come every so many days and met on a day: when they all come again.

    Raises:
        StayOut: something is not understood.
    """
    text = patterns.sub(r"[(（][^()（）]{0,6}每隔[^()（）]*[)）]", "", text)
    if not patterns.search("(?:休息|休|轮休)(?:[2-9两二三四五六]|[1-9]\\d)天", text):
        # One day of rest after so many: it comes round every so many and one.
        text = patterns.sub(
            rf"每(?:隔|工作|连续工作|上班|干|上)({INTEGER})天(?:班)?(?:后|就|要|可以?|,)*(?:休息|轮休|休)(?:一|1)天",
            lambda match: f"每{to_int(match[1]) + 1}天轮休一次",
            text,
        )
        text = patterns.sub("(?:又|再次?|会)?(?:在)?(?:同一天|同时|一起)休息", "同时轮休", text)
    story = Story(text)
    if not story.has("每|隔"):
        return None
    story.refuse(
        r"自然月|(?:个月|月份?|\d天)之?[内里中]|工作日|休息|一共(?!几)|共有|除了|不(?:去|来|上班|包括)|周末|闰|次数|多少次|最多|或|第[三四五六2-9]次|一半|平均|每天"
    )
    each = story.take_all(
        rf"每(?P<skip>间?隔)?(?:了)?(?P<value>{INTEGER})(?:天|日)(?:就|都|要|会|能|去|到|来|跑|打|值|做|游|上|轮|浇|换|发|补|进|巡|出)*(?:[^\d\ue000,;。每隔、]{{0,10}}?(?P<once>(?:一|1)(?:次|回|趟|遍|个?班|个?夜班|次夜班|次班)))?"
    )
    if len(each) < 2 or not (any(match["once"] for match in each) or story.has("相遇|碰|遇见|遇到|见面|同时")):
        return None
    asks: list[tuple[int, str]] = []
    for what, pattern in (
        (
            "date",
            r"(?:几|多少)月(?:份)?(?:的)?(?:几|多少)(?:日|号)|哪(?:一|1)?[天日]|什么日期|什么日子|(?:日期|时间)(?:是|为|在)?多少(?!天)",
        ),
        ("weekday", rf"{_WEEK}(?:几|多少)"),
        (
            "days",
            r"(?:最少|至少|要|需要?|应)*(?:再|又)?(?:过|经过|隔)?多少天(?:[之以]?后)?|(?:至少|最少)(?:要|需要?|应|再|经过|过|隔)+多少(?=[?。]|$)",
        ),
    ):
        asks += [(match.start(), what) for match in story.take_all(pattern)]
    if not asks and (bare := story.take(r"(?:下一?次|再次|再一次)(?P<gap>[^,;。?\d]{0,14}?)(?:在|是|为)?多少(?=[?。]|$)")):
        asks.append((bare.start(), "date"))
    met = story.take(
        rf"{_DATE}(?:\(?(?P<also>{_WEEK}[一二三四五六日天])\)?)?(?:(?:正好|恰好)?(?:是|为)?{_WEEK}(?P<also2>[一二三四五六日天]))?|(?:是|在|为)?(?:正好)?{_WEEK}(?P<weekday>[一二三四五六日天])"
    )
    if not asks or len({what for _, what in asks}) != len(asks):
        return None
    story.take_all("轮休")
    story.refuse(rf"{_WEEK}[一二三四五六日天]|{_OTHER}")
    everybody(story.text, len(each))
    if asks[0][1] == "days" and not _says_what_for(story.text, asks[0][0]):
        stay_out("so many days until what")
    periods = [to_int(match["value"]) + (1 if match["skip"] else 0) for match in each]
    understood = [("周期", "、".join(f"{period} 天" for period in periods))]
    parameters: dict[str, object] = {"task": "cycle", "periods": periods}
    found = [_asked(parameters, understood, met, what) for _, what in sorted(asks)]
    if len(found) == 1 or None in found:
        return found[0] if len(found) == 1 else None
    return Recognition(
        parameters={"task": "several", "questions": [each.parameters for each in found if each]},
        understood=tuple(dict.fromkeys(pair for each in found if each for pair in each.understood)),
    )


def _says_what_for(text: str, place: int) -> bool:
    """Whether it is said, around where a number of days is asked for, that all are to meet again."""
    start = max(text.rfind(mark, 0, place) for mark in ",;。?!\n") + 1
    before = text[max(text.rfind(mark, 0, max(start - 1, 0)) for mark in ",;。?!\n") + 1 : start]
    again = patterns.search("下一?次|再次|再一次|又", before) is not None
    return (
        again
        or patterns.search(r"[再又](?!过|经|隔)|相遇|[碰遇聚]|会[合面]|见面|同[时一]|一起|都|下一?次|第[二2]次", text[start:]) is not None
    )


def everybody(text: str, count: int) -> None:
    """Give up where not everybody who is named comes in rounds, or only some of them are to meet."""
    named = len(set(patterns.findall("[甲乙丙丁]", text)))
    said = patterns.search(r"(?P<number>[二两三四五])(?:个?人|名|位|种)", text)
    if (named and named != count) or (said and to_int(said["number"]) != count):
        stay_out("somebody comes how often?")
    everybody = set(patterns.findall("[甲乙丙丁]", text))
    if any(
        0 < len(set(patterns.findall("[甲乙丙丁]", clause))) < len(everybody)
        for clause in patterns.split("[,;。?]", text)
        if not patterns.search("每|隔", clause)
    ):
        stay_out("only some of them meet")


def _asked(parameters: dict[str, object], understood: list[tuple[str, str]], met: re.Match[str] | None, what: str) -> Recognition | None:
    if what == "days":
        return Recognition(parameters={**parameters, "asked": "days"}, understood=(*understood, ("求", "多少天后")))
    if met is None:
        return None
    if what == "weekday":
        day = met["weekday"] or met["also2"] or (met["also"] or "")[-1:]
        if not day:
            return None
        return Recognition(
            parameters={**parameters, "asked": "weekday", "start": 6 if day == "天" else _DAYS.index(day)},
            understood=(*understood, ("求", "星期几")),
        )
    if not met["month"]:
        return None
    return Recognition(
        parameters={**parameters, "asked": "date", "start": [int(met["year"] or 0), int(met["month"]), int(met["day"])]},
        understood=(*understood, ("上次", f"{met['month']} 月 {met['day']} 日"), ("求", "下一次的日期")),
    )


def read_repeats(text: str) -> Recognition | None:
    """One thing that comes round: the date of its n-th time from that of an earlier one.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    story.refuse("周末|工作日|闰|甲|乙")
    period = story.take(
        rf"每(?:运转|工作|运行|使用|跑|连续)*(?P<on>{INTEGER})天(?:后)?(?:就|要|需)?(?:停机|停|休息|检修|停运|停机检修|维护|保养|停产|停工)+(?P<off>{INTEGER})天|每(?P<skip>间?隔)?(?P<every>{INTEGER})天(?:就|要|需)?(?:[^\d\ue000,;。每隔、]{{0,8}}?)(?:一|1)(?:次|回|趟|遍)"
    )
    story.take_all(r"\((?:检修|休息|停机|保养)(?:日|当天)+(?:当天)?不(?:运转|工作|生产)\)")
    start = story.take(rf"第(?:一|1)次(?P<gap>[^\d\ue000,;。]{{0,8}}?)(?:是|在|为)?{_DATE}") or story.take(
        rf"{_DATE}(?P<gap>[^\d\ue000,;。]{{0,4}}?)第(?:一|1)次(?P<gap2>[\u4e00-\u9fff]{{0,4}})"
    )
    asked = story.take(
        r"第(?P<to>[二三四五六七八九十]+|\d+)次(?P<gap>[^\d\ue000,;。]{0,8}?)(?:是|在|为)?(?:(?P<date>(?:几|多少)月(?:份)?(?:几|多少)(?:日|号)))"
    )
    if not (period and start and asked):
        return None
    story.finish(_WORDS)
    length = to_int(period["on"]) + to_int(period["off"]) if period["on"] else to_int(period["every"]) + (1 if period["skip"] else 0)
    times = to_int(asked["to"]) - 1
    return Recognition(
        parameters={
            "task": "cycle",
            "periods": [length * times],
            "asked": "date",
            "start": [int(start["year"] or 0), int(start["month"]), int(start["day"])],
            "each": length,
        },
        understood=(("周期", f"{length} 天"), ("求", f"第 {times + 1} 次的日期")),
    )


def read_leaves(text: str) -> Recognition | None:
    """So many days in a row whose dates add up to so much: which they are, or what day it is after them.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    if not story.has("日历|台历|挂历|月历|号数|日期"):
        return None
    story.refuse(r"星期[一二三四五六日]|周[一二三四五六日]|相邻|列|行|竖|横|框|方框|对角|积|乘")
    story.rest = story.text = patterns.sub(r"\((\d{1,2})天连续的?日期\)", "", patterns.sub("连着|一连", "连续", story.rest))
    story.take_all(rf"(?:连续)?(?:撕去?|撕下|翻过?去?)(?:了|掉)?(?:连续)?(?:的)?{INTEGER}(?:页|张|天)(?:的)?(?:日期|日历)?(?=,)")
    pages = story.take(
        rf"(?P<value>{INTEGER})(?:页|张|天|个(?=日期)|个连续(?:的)?(?:日期|日子)(?:的)?)(?P<gap>[^\d\ue000]{{0,14}}?)(?:日期|日历|号数|数字|台历)(?:数|的数字|号码|上的数字)?(?:的)?(?:相加|加起来|之和|总和|和|加在一起|的和)(?:正好|恰好|恰|一共|刚好)?(?:是|为|等于|得)?(?P<sum>\d{{2,3}})"
    )
    asked = story.take(
        r"(?:(?:他|她)?回(?:家|来|到单位)(?:的)?(?:这|那)(?:一|1)?天(?:\(撕下最后(?:一|1)张\))?(?=是|为|几|多)|翻完(?:后|之后)?|此时|现在|这时|今天|回来(?:上班)?(?:的)?(?:那天|这天|当天)?|上班(?:的)?(?:那天|这天|当天))(?:的)?(?:台历|日历)?(?:上)?(?:显示|看到)?(?:的)?(?:日期)?(?:应该)?(?:是|为)?(?:几|多少)[号日]|(?P<first>(?:(?:他|她)?(?:回来)?(?:撕|翻)(?:下|过)?(?:的)?第一[张页]|第一天|出差(?:的)?第一天|开始|首日|出发(?:那天|当天)?|(?:最早|最小)(?:的)?(?:一天|一页|日期|那天)?|第一页))(?:是|为)?(?:几|多少)[号日]|(?P<last>(?:其中|,)*(?:最后(?:一|1)?(?:天|页|张)|最后(?:撕去?|撕下|翻过去?)的?(?:那|一|1)?(?:天|页|张)|(?:最大|最晚)(?:的)?(?:一天|一页|日期|那天)?))(?:是|为)?(?:几|多少)[号日]"
    )
    story.take_all(
        rf"(?:没翻的|连续|没有翻的|这)?(?:的)?(?P<v>{INTEGER})(?:页|张|天)(?:没翻|日历|台历)?(?:一起翻过去|一起翻(?:过去)?|(?:年)?假)?"
    )
    same_month = bool(story.take(r"(?:且)?(?:都|全)?在同一个?月(?:内|里)?|(?:且)?没有?跨月|同月"))
    if not pages or not asked:
        return None
    if story.has(r"\d"):
        stay_out("another number")
    story.finish(
        _WORDS
        + " 休年假 休假 年假 回来后 回来 把 台历上 假期里 没翻 一起 翻过去 翻 日历 台历 这 页 出差 几天 没 日期数 连续 家 一本 数 相加 等于 同一个月 翻开 出去 旅游 办公室 撕 上"
    )
    return Recognition(
        parameters={
            "task": "leaves",
            "days": to_int(pages["value"]),
            "sum": int(pages["sum"]),
            "same": same_month,
            "asked": "first" if asked["first"] else "last" if asked["last"] or "撕下最后" in asked[0] else "next",
        },
        understood=(("连续的天数", pages["value"]), ("日期之和", pages["sum"])),
    )


def read_years(text: str) -> Recognition | None:
    """How many leap years there are from one year to another, or which year next has the same calendar.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    if story.has("闰年"):
        span = story.take(r"(?:从)?(?:公元)?(?P<low>[12]\d{3})年?(?:到|至|~|-|—)(?:公元)?(?P<high>[12]\d{3})年(?:之间|间|期间)?")
        asked = story.take(r"(?:公历中?|一?共|总共|里|中|,)*(?:有)?多少个闰年|闰年(?:一?共)?有多少个?")
        story.take_all(r"\(?(?:含|包括|包含)(?:首尾|头尾|两端|这两年)(?:年份|两年)?\)?|首尾(?:两年|年份)?(?:都|均)?(?:算|包括|计)(?:在内)?")
        if not span or not asked:
            return None
        story.finish(_WORDS + " 公历 中 按照 公历规则 年份 之间")
        return Recognition(
            parameters={"task": "leap-years", "low": int(span["low"]), "high": int(span["high"])},
            understood=(("年份", f"{span['low']}～{span['high']}"), ("求", "闰年的个数")),
        )
    same = story.take(r"(?:日历|年历|挂历)[^,;。?]{0,20}?(?:完全)?(?:一样|相同|重复使用|通用)|(?:能|可以)(?:重复|再次|继续)使用")
    year = story.take(r"(?<!\d)(?P<year>[12]\d{3})年")
    if not same or not year or not patterns.search("哪一?年|多少年", story.text):
        return None
    story.take_all(
        r"\((?:每一天对应星期几|日期与星期)[^()]{0,12}\)|(?:请?问)?(?:求)?(?:后面|之后|以后|接下来|往后)?(?:的)?(?:最近|最早|下)?(?:的)?(?:是)?(?:哪|多少)一?年(?:的)?(?:日历)?|最近的?一?年?|下一个?"
    )
    story.finish(_WORDS + " 日历 年历 挂历 和 与 后面 完全 哪一年 年 的 最近 可以")
    return Recognition(
        parameters={"task": "same-calendar", "year": int(year["year"])},
        understood=(("年份", year["year"]), ("求", "下一个日历完全相同的年份")),
    )


def read_leap_birthdays(text: str) -> Recognition | None:
    """How many birthdays somebody born on the 29th of February has had by a year or a day.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    born = story.take(
        r"(?:是|出?生?于|在)*(?P<year>(?:19|20)\d\d)年的?2月29[日号](?:这天|那天)?(?:出生|生日|生人|生)?(?:的)?|(?P<year2>(?:19|20)\d\d)年出生于2月29[日号]"
    )
    until = story.take(
        r"(?:截?[至到](?:了)?)(?P<year>(?:19|20)\d\d)年(?:的)?(?:(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]|底|年底|末)?(?:为?止|时|这天|那天|年底)?"
    )
    asked = story.take(
        r"(?:一?共|总共|能|可以|已经|只)*(?:过|庆祝|有)(?:了|过)?(?:多少|几)(?:个|次|回)(?:真正的?)?(?:2月29[日号]?(?:的)?)?生日"
    )
    if not born or not until or not asked:
        return None
    first = story.take(r"\(?(?:出生|生下来)(?:的)?(?:当天|那天|那次|当年|当日)(?:的)?(?P<no>不)?(?:算|计|包括|计算|计入)(?:在内|入)?\)?")
    story.take_all(r"\(?(?:只|按)?(?:在)?(?:阳历|公历)?2月29[日号]才?(?:过|算)(?:生日)?\)?|真正的?|阳历|公历")
    story.finish(_WORDS + " 某人 出生 生日 她 他 为止 出生于 生于 人 外婆 外公 奶奶 爷爷 妈妈 爸爸 说")
    year = int(born["year"] or born["year2"])
    end = [int(until["year"]), int(until["month"] or 12), int(until["day"] or 31)]
    counted = bool(first) and first["no"] is None if first else False
    return Recognition(
        parameters={"task": "leap-birthdays", "year": year, "end": end, "first": counted},
        understood=(("出生", f"{year} 年 2 月 29 日"), ("截至", f"{until['year']} 年"), ("求", "生日的次数")),
    )


_SHAPES = (
    (r"(?:[同某]一?个?(?:竖)?列|竖列|竖着|上下)(?:里|中|上)?(?:相邻|连续)?的?(?P<n>[三3四4])个", 7),
    (r"2[×x*]2(?:的)?(?:方框|正方形|方格)?[^,;。?\d]{0,6}?(?P<n>[四4])个", 0),
    (r"(?:同一?(?:横)?行|横行|横着|左右)(?:里|中|上)?(?:相邻|连续)?的?(?P<n>[三3四4])个", 1),
)


def read_shape(text: str) -> Recognition | None:
    """Dates one below or beside the other on a calendar that add up to so much: the largest, the smallest, the middle one.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    if not story.has("日历|月历|挂历|台历"):
        return None
    for pattern, apart in _SHAPES:
        step = apart
        if shape := story.take(pattern + r"(?:相邻)?(?:的)?(?:日期|数字?|数)?"):
            break
    else:
        return None
    total = story.take(r"(?:的)?(?:之和|总和|的?和|加起来|相加)(?:恰好|正好)?(?:是|为|等于|得)?(?P<sum>\d{2,3})")
    asked = story.take(
        r"(?:其中)?(?:(?P<most>最大|最晚|最下面|最后)|(?P<least>最小|最早|最上面|第一)|(?P<middle>中间|居中))(?:的)?(?:那个?|一个)?(?:日期|数|一天)?(?:是|为)?(?:几|多少)[号日]?|(?P<all>(?:这|那)?[三3四4](?:天|个日期|个数|日)(?:分别|各)(?:是|为)?(?:几|多少)[号日]?)"
    )
    story.take_all(r"\(上下相邻[^()]{0,6}差7\)|\(?(?:上下)?(?:相邻|两个)?(?:数|日期)?(?:相)?差7\)?")
    if not total or not asked:
        return None
    story.finish(_WORDS + " 某月 上 方框 框住 框 中 用 一个 四个 数 日历 里 相邻 的 日期 其中 那个 最大 数 翻阅 小明 发现 三个 的数")
    return Recognition(
        parameters={
            "task": "shape",
            "count": to_int(shape["n"]),
            "step": step,
            "sum": int(total["sum"]),
            "asked": "most" if asked["most"] else "least" if asked["least"] else "middle" if asked["middle"] else "all",
        },
        understood=(("相邻的日期", f"{shape['n']} 个，相差 {step}"), ("和", total["sum"])),
    )
