"""Reading chances: choices, rows, numbers drawn, independent tries, dice and coins, places by lot, two causes."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators.civil import _patterns as patterns
from engine.generators.civil._chance_games_reading import BAD as _BAD
from engine.generators.civil._chance_games_reading import read_first, read_match, read_meeting, read_tries
from engine.generators.civil._counting_reading import numbers_of, read_digits
from engine.generators.civil._row_reading import finish_row, read_row
from engine.generators.civil._selection_reading import finish_selection, read_selection
from engine.generators.civil._story import Story
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, stay_out, to_int

_CHANCE_WORD = r"(?:概率|可能性|几率|机率)"
_ASKED = rf"(?:的)?{_CHANCE_WORD}(?:有|是|为|约为)?(?:多少分之多少|多少分之几|多少%?|(?=[\s()。?:,]|$))"
_VALUE = r"(?:0?\.\d+|\d{1,2}(?:\.\d+)?%|\d+/\d+)"
_NUMBER = r"(?:\d+|[一二两三四五六七八九十]+)"
_NAME = r"(?:[甲乙丙丁戊]|小[\u4e00-\u9fff])"


def _opened(text: str) -> Story:
    text = patterns.sub(r"1[,、]\s*2[,、](?:\s*3[,、])?\s*(?:…+|\.{2,})[,、]?\s*(?:到)?(?=\d)", "1到", text)
    story = Story(text)
    # Two who draw one each and keep it draw two together.
    story.rest = story.text = patterns.sub(
        r"([两二三])人(?:先后|依次|轮流)?各?(?:随机)?(?:抽取?|摸|取)(?:一|1)(张|个)\(?不放回\)?", r"从中抽\1\2", story.rest
    ) if patterns.search("恰|都|至少", story.rest) else story.rest
    story.rest = patterns.sub(r"(恰好?有?|至少有?)([一两1-3])人(?:中|抽中|抽到|摸到)(?=一等奖|有奖|红)", r"\1\2张", story.rest)
    if not story.has(_CHANCE_WORD):
        stay_out("no chance asked")
    story.refuse("不独立|期望|方差")
    return story


def _asked(story: Story) -> None:
    if story.take(_ASKED) is None:
        stay_out("no chance asked")
    if story.has(_CHANCE_WORD):
        stay_out("another chance")


def _select(text: str) -> Recognition | None:
    story = _opened(text)
    selection = read_selection(story)
    if selection is None or selection.roles or not selection.events:
        return None
    _asked(story)
    finish_selection(story)
    return Recognition(
        parameters={
            "task": "select",
            "groups": selection.groups,
            "take": selection.take,
            "names": selection.names,
            "events": selection.events,
            "replaced": selection.replaced,
        },
        understood=(
            *selection.groups.items(),  # type: ignore[arg-type]
            ("取", f"{selection.take} 个{'，有放回' if selection.replaced else ''}"),
            ("求", "；".join(selection.told) + "的概率"),
        ),
    )


def _row(text: str) -> Recognition | None:
    story = _opened(text)
    row = read_row(story)
    if row is None or not row.conditions:
        return None
    _asked(story)
    finish_row(story)
    return Recognition(
        parameters={"task": "row", "size": row.size, "conditions": row.conditions, "sorts": row.sorts},
        understood=(("随机排成一排", f"{row.size} 个"), ("求", "；".join(row.told) + "的概率")),
    )


def _sum(text: str) -> Recognition | None:
    """So many different numbers of a range, their sum."""
    story = _opened(text)
    found = numbers_of(story)
    if found is None:
        return None
    _asked(story)
    story.finish(_WORDS)
    parameters = found[1]
    return Recognition(
        parameters={"task": "numbers", **parameters},
        understood=(("范围", f"{parameters['low']}～{parameters['high']}"), ("取", f"{parameters['take']} 个"), ("求", f"和为{parameters['sum']}的概率")),
    )


_WORDS = """
卡片 十张 张 里 中 抽 一张 一个 数 数字 它们 号码 球 小球 编号 的 是 随机 任意 从 袋中 盒中 写有 分别 标有 有 这 上 面 取到 抽到 所 取出 选出 大小 相同 完全 十 自然数 整数 求 那么 则 两 三 四 个 次 枚 颗 同时 抛掷 掷 扔 骰子 硬币 质地 均匀 质地均匀 朝上 向上 点数 出现 得到 先后 连续 一次 人 他们 两人 三人 各 一起 独立 独立地 相互独立 互不影响 彼此 之间 结果 名 位 编辑 审阅 稿件 一份 依次 各自 射击 投篮 投 一次 目标 同一 同一目标 向 密码 破译 题 一道题 此题 该题 电梯 楼 层 每层 等可能 可能 下 电梯里 乘 顾客 奖券 抽奖 盒内 盒子 商场 举行 不放回 且 第 有奖 中奖 随便 试 手机 最后 一位 忘 忘了 只 记得 前面 一个病 检测 检出 阳性 患者 健康人 人群 某地 某种 疾病 某病 检查 产品 工厂 生产 线 生产线 来自 甲 乙 丙 机器 车间 总 产量 某厂 取 件 恰 恰为 取一件 这件 设 同一处 处 错误 这处 被 率 命中率 概率 命中 飞机 敌机 系统 元件 考试 面试 比赛 参加 通过 门 最终 两个 每 各有 独立完成 任务 能
"""


def _single(text: str) -> Recognition | None:
    """One number of 1 to n: a multiple of this or that, odd, a prime, larger than so much."""
    story = _opened(text)
    story.refuse(r"依次|放回|骰|[两二三2-9](?:个|张)(?:数|卡片|球)|之和|和为|组成")
    span = story.take(r"(?:在|从)?(?:标有|写有|编号(?:为)?)?(?:数字)?(?<!\d)(?P<low>\d)(?:到|至|~|-|—)(?P<high>\d{1,3})(?:这)?(?:\d+|[一二三四五六七八九十]+)?(?:个|张)?(?:连续的?)?(?:自然数|正整数|整数|数字|数|卡片|号码|小?球|的)*(?:中|里|里面|当中|之中)?")
    if span is None or (count := re.search(r"\d[到至~—-]\d{1,3}(?:这)?(?P<n>\d+|[一二三四五六七八九十]+)(?:个|张)", story.text)) and to_int(count["n"]) != int(span["high"]) - int(span["low"]) + 1:
        return None
    story.take(r"(?:任意|随机|任|随便)?(?:抽取?|取出?|选出?|摸出?|抽出)(?:一|1)(?:个|张)(?:数|卡片|球)?")
    event = story.take(rf"(?:抽到|取到|得到|摸到|它|这个数|该数|数字|编号|的数|号码|卡片上的|所取的|是|恰好|为|能|被)*(?P<event>[^,;。?]{{2,24}}?)(?={_ASKED})")
    if event is None:
        return None
    wanted = _wanted(event["event"])
    story.rest = story.rest.replace(event["event"], "\ue000" * len(event["event"]))
    _asked(story)
    story.finish(_WORDS)
    return Recognition(
        parameters={"task": "single", "low": int(span["low"]), "high": int(span["high"]), "wanted": wanted},
        understood=(("范围", f"{span['low']}～{span['high']}"), ("求", event["event"] + "的概率")),
    )


def _wanted(text: str) -> list[list[object]]:
    """What a number must be, as alternatives of properties that all hold.

    Raises:
        StayOut: not understood.
    """
    alternatives: list[list[object]] = []
    if patterns.search("不|没|除", text):
        stay_out(text)
    for part in patterns.split("或者?", text):
        found = []
        for each in patterns.split("且|并且|又|同时", part):
            if match := patterns.fullmatch(r"(?:既|又|是|能|被|的数|数)*(\d+)(?:的倍数|整除)(?:的数)?", each):
                found.append(["multiple", int(match[1])])
            elif match := patterns.fullmatch(r"(?:既|又|是)*(奇数|偶数|质数|素数|合数|完全平方数|平方数|单数|双数)", each):
                found.append([match[1].replace("素", "质").replace("单", "奇").replace("双", "偶").replace("完全", ""), 0])
            elif match := patterns.fullmatch(r"(?:是|比)?(大于|小于|不小于|不大于|超过)(\d+)(?:的数)?", each):
                found.append([match[1].replace("超过", "大于"), int(match[2])])
            else:
                stay_out(each)
        alternatives.append(found)
    return alternatives


def _independent(text: str) -> Recognition | None:
    """Several who try once each, each with a chance of his own."""
    story = _opened(text)
    if story.has("骰|硬币|局|放回|袋|已知.{0,16}求|条件下|连续|[两二三2-9]次(?!品)|直到|阳性|次品率|占|产量|关系|若|如果.{0,8}(?:中|对|过)|来自"):
        return None
    values = rf"{_VALUE}(?:\s*(?:[、,和与]|,?和)\s*{_VALUE}){{1,4}}"
    told = story.take(rf"(?P<gap>[^,;。?\d]{{0,30}}?)(?:概率|率|可能性)(?:都|均)?(?:依次|分别)?(?:为|是)?(?:分别|依次)?\s*(?P<values>{values})")
    names: list[str] = []
    chances: list[Fraction] = []
    about = ""
    if told:
        chances = [_fraction(each) for each in re.findall(_VALUE, told["values"])]
        before = story.text[: told.start("values")]
        names = [each for each in dict.fromkeys(re.findall(_NAME, before))]
        said = re.search(rf"(?P<n>{_NUMBER})(?:名|个|位|台|道|门)(?!小时)", before)
        if names and len(names) != len(chances):
            stay_out("whose chances")
        if not names and (said is None or to_int(said["n"]) != len(chances)):
            stay_out("how many try")
        if not names and said:
            story.take(rf"(?:由)?{said['n']}(?:名|个|位|台|道|门)")
        about = told["gap"]
    else:
        each = story.take_all(rf"(?P<who>{_NAME})(?P<gap>[^,;。?\d甲乙丙]{{0,12}}?)(?:(?:概率|率|可能性)(?:为|是)?|是|为)\s*(?P<value>{_VALUE})")
        if len(each) < 2:
            return None
        names, chances = [match["who"] for match in each], [_fraction(match["value"]) for match in each]
        about = each[0]["gap"]
        if len(set(names)) != len(names):
            stay_out("a name twice")
    if len(set(re.findall(_NAME, story.text))) not in (0, len(names)):
        stay_out("somebody's chance is not told")
    question = story.take(rf"(?:^|(?<=[,;。?]))(?:且|则|那么|求|问|,)*(?P<event>[^,;。?]{{2,30}}?){_ASKED}")
    if question is None:
        return None
    event = question["event"]
    numbers = _how_many(event, names, len(chances))
    told_bad = patterns.search(_BAD, about) is not None
    if isinstance(numbers, str):
        stay_out(numbers)
    kind, fits = numbers
    asked_bad = kind == "pattern" or patterns.search(_BAD, patterns.sub(r"没有?人|无人|互不|都不|都没有?|均不|均没|都未|均未|不是都|不都", "", event)) is not None
    if kind != "pattern" and asked_bad != told_bad:
        chances = [1 - each for each in chances]
    elif kind == "pattern" and told_bad:
        stay_out("which way")
    story.take_all(r"(?:且|两人|三人|他们|各人|是否命中|射击|命中与否|之间|结果|互相)*(?:互不影响|相互独立|互相独立|彼此独立)(?:地)?|独立地?")
    story.take_all(r"各?(?:打|射|开|投)(?:了)?(?:一|1)(?:枪|发|次|箭|球)|各?射击(?:一|1)次|各投(?:篮)?(?:一|1)次")
    if story.has(_CHANCE_WORD):
        story.take_all(rf"(?:的)?{_CHANCE_WORD}")
    story.finish(_WORDS)
    return Recognition(
        parameters={"task": "independent", "chances": [str(each) for each in chances], "kind": kind, "fits": fits},
        understood=(("各自的概率", "、".join(decimal(each, 4) for each in chances)), ("求", f"{event}的概率")),
    )


def _how_many(event: str, names: list[str], size: int) -> tuple[str, list[int]] | str:
    """How many of them it happens to (`count`), or to whom it does and to whom not (`pattern`)."""
    named = re.findall(_NAME, event)
    nobody = patterns.search(r"没有一?个?人|无人|(?:都|均|全)(?:没有?|不|未)|没有?一个|一个也没", event)
    number = patterns.search(rf"(?P<how>至少|最少|至多|最多|恰好?|正好|刚好|只|仅|有且仅有|有且只有)(?:被|有|进|投进|中|是)*(?P<n>{_NUMBER})(?:个|名|位|人|台|道|门|次)?", event)
    if named and len(set(named)) < size or patterns.search(r"[甲乙丙].{0,6}(?:而|但|且|,).{0,4}[乙丙甲]", event):
        if patterns.search(r"^只有|^仅有|^只", event) and len(named) == 1:
            return "pattern", [int(name == named[0]) for name in names]
        if len(named) == size and len(set(named)) == size:
            parts = [event[event.index(name) : event.index(named[place + 1]) if place + 1 < size else len(event)] for place, name in enumerate(named)]
            return "pattern", [int(patterns.search(_BAD, parts[named.index(name)]) is None) for name in names]
        return "some of them"
    if patterns.search("不都|不全|不是都", event):
        return "not all"
    if number:
        value = to_int(number["n"])
        if value > size or nobody:
            return "how many"
        if number["how"] in ("至少", "最少"):
            return "count", list(range(value, size + 1))
        if number["how"] in ("至多", "最多"):
            return "count", list(range(value + 1))
        return "count", [value]
    if nobody:
        if patterns.search("没有一?个?人|无人|没有?一个|一个也没", event):
            return "count", [0]
        return "count", [0]
    if patterns.search("都|均|同时|全部|全", event):
        return "count", [size]
    if patterns.search(r"(?:目标|密码|题|飞机|敌机|靶|问题|任务).{0,3}(?:能|可以)?被|被(?:击中|破译|解出|译出|击落|解决|打中)|密码能?被?破译|译出来", event):
        return ("count", [0]) if patterns.search(r"(?:没有?|未|不能?)被|没有?(?:击中|破译|译出)", event) else ("count", list(range(1, size + 1)))
    return "how many"


def _fraction(text: str) -> Fraction:
    value = Fraction(text.rstrip("%")) / (100 if text.endswith("%") else 1)
    return value if 0 < value < 1 else stay_out("no chance")


_COMPARED = (
    (r"(?:不小于|不少于|大于等于|大于或等于|至少(?:为|是)?|不低于)", "least"),
    (r"(?:不大于|不超过|小于等于|小于或等于|至多(?:为|是)?)", "most"),
    (r"(?:大于|超过|比)", "more"),
    (r"(?:小于|低于)", "less"),
    (r"(?:恰好|正好)?(?:等于|为|是|得)?", "equal"),
)


def _dice(text: str) -> Recognition | None:
    story = _opened(text)
    if not story.has("骰"):
        return None
    story.refuse(r"条件下|已知|第[一二三四\d]次|为止|直到|不均匀|方程|甲|乙")
    thrown = story.take(rf"(?P<count>{INTEGER})(?:枚|颗|个|粒)(?:质地)?(?:均匀)?(?:的)?(?:普通)?(?:正方体)?骰子?(?:(?:同时|连续|先后|抛|掷|投|扔)*(?P<times>{INTEGER})次)?") or story.take(rf"骰子?(?:连续|先后)*(?:抛掷|掷|投|扔|投掷)?(?P<times>{INTEGER})次|(?:连续|先后|连)(?:抛掷|掷|投|扔|投掷)(?P<times2>{INTEGER})次骰子")
    if thrown is None:
        return None
    groups = thrown.groupdict()
    times = groups.get("times") or groups.get("times2")
    count = to_int(groups.get("count") or "1") * to_int(times or "1")
    if not 1 <= count <= 4:
        return None
    need: list[object] | None = None
    for pattern, kind in _COMPARED:
        if found := story.take(rf"(?:点数|数字|朝上|向上|的|一面|面|两次|两枚|[两二三]个|所得|出现|得到)*(?:之和|的和|和|加起来|相加|总和|总点数)(?:的)?(?:结果)?{pattern}(?P<value>\d+)(?!的倍数)"):
            need = [f"sum-{kind}", int(found["value"])]
            break
    if need is None and (found := story.take(r"(?:点数|数字|朝上|向上|的)*(?:之和|的和|和|加起来|相加|总和|总点数)(?:为|是)?(?:(?P<what>奇数|偶数|质数)|(?P<m>\d)的倍数)")):
        need = ["sum-multiple", int(found["m"])] if found["m"] else [{"奇数": "sum-odd", "偶数": "sum-even", "质数": "sum-prime"}[found["what"]], 0]
    if need is None and (found := story.take(r"(?:点数|数字|朝上|的)*(?:之差|的差|差)(?:的绝对值)?(?:恰好)?(?:为|是|等于)(?P<value>\d)")):
        need = ["difference", int(found["value"])]
    if need is None and (found := story.take(r"(?:点数|数字|朝上|的)*(?:之积|的积|积|乘积)(?:为|是|等于)(?:(?P<value>\d+)|(?P<what>奇数|偶数))")):
        need = ["product-odd" if found["what"] == "奇数" else "product-even" if found["what"] else "product", int(found["value"] or 0)]
    if need is None and (found := story.take(rf"(?P<how>至少|恰好?|正好|刚好|最少)(?:有|出现)*(?P<n>{_NUMBER})(?:个|枚|颗|次)(?:骰子)?(?:的)?(?:点数)?(?:出现|朝上)?(?:是|为|掷出|出现)?(?P<value>[1-6六五四三二一])(?:点)?(?:朝上)?")):
        value = to_int(found["value"])
        least = to_int(found["n"])
        need = ["count", value, list(range(least, count + 1)) if "少" in found["how"] else [least]]
    if need is None and (found := story.take(r"(?:点数|朝上|都|均|的|各不|互)*(?P<how>不相同|不同|不一样|各不相同|互不相同|相同|一样|相等)")):
        need = ["different" if "不" in found[0] else "same", 0]
    if need is None and count == 1 and (found := story.take(r"(?:点数)?(?:是|为|大于|小于|不小于|不大于)*(?:奇数|偶数|质数|\d(?:点|的倍数)?)(?=的?概率)")):
        stay_out("one die")
    if need is None:
        return None
    _asked(story)
    story.finish(_WORDS)
    return Recognition(parameters={"task": "dice", "count": count, "need": need}, understood=(("骰子", f"{count} 次"), ("求", str(need[0]))))


def _coins(text: str) -> Recognition | None:
    story = _opened(text)
    if not story.has("硬币"):
        return None
    story.refuse(r"条件下|已知|第[一二三四\d]|连续.{0,4}[正反]|为止|直到|不均匀|骰")
    thrown = story.take(rf"(?P<count>{INTEGER})枚(?:质地)?(?:均匀)?(?:的)?硬币(?:(?:同时|连续|先后|连|抛掷|抛|掷|投|扔)*(?P<times>{INTEGER})次)?") or story.take(
        rf"(?:连续|先后|连)?(?:抛掷|抛|掷|投|扔)(?:了)?(?P<count>{INTEGER})(?:次|枚)(?:均匀的?)?硬币"
    ) or story.take(rf"硬币(?:连续|先后|连|抛掷|抛|掷|投|扔)*(?P<count>{INTEGER})次")
    asked = story.take(
        rf"(?P<how>恰好?|正好|刚好|至少|最少|至多|最多|全部?|都|均)(?:是|为|出现|有)*(?P<value>{_NUMBER})?(?:枚|次|个)?(?:是|出现|为)?(?P<side>正面|反面)(?:朝上|向上)?(?:(?P<value2>{_NUMBER})次)?"
    ) or story.take(rf"(?:出现)?(?P<value>{_NUMBER})(?:枚|次|个)(?P<side>正面|反面)(?:朝上|向上)?(?:,?(?P<value2>{_NUMBER})(?:枚|次|个)(?:正面|反面)(?:朝上|向上)?)?")
    if thrown is None or asked is None:
        return None
    times = thrown.groupdict().get("times")
    count = to_int(thrown["count"]) * (to_int(times) if times else 1)
    if (times and to_int(thrown["count"]) != 1) or not 1 <= count <= 12:
        return None
    _asked(story)
    story.finish(_WORDS)
    how = asked.groupdict().get("how") or "恰"
    said = asked["value"] or asked["value2"]
    if patterns.search("全|都|均", how):
        fits = [count]
    elif said is None or to_int(said) > count:
        return None
    else:
        hits = to_int(said)
        if "how" not in asked.groupdict() and asked["value2"] and hits + to_int(asked["value2"]) != count:
            return None
        fits = list(range(hits, count + 1)) if "少" in how else list(range(hits + 1)) if "多" in how else [hits]
    return Recognition(
        parameters={"task": "tries", "chance": "1/2", "times": count, "fits": fits}, understood=(("抛硬币", f"{count} 次"), ("求", asked[0]))
    )


def _lots(text: str) -> Recognition | None:
    """The k-th to draw, of so many lots with so many good ones, without putting back; a forgotten digit found within k tries."""
    story = _opened(text)
    if forgotten := story.take(r"(?:忘了?|忘记了?|记不清|不记得)(?:了)?(?:最后)?(?:的)?(?:一位|1位|末位|一个)?(?:数字)?|(?:最后|末)(?:一|1)位(?:数字)?(?:忘了|忘记了?|记不清了?|想不起来了?|不记得了?)"):
        del forgotten
        story.take_all(r"(?:最后|末)?(?:一|1)?位?(?:的)?(?:数字)?\(?0(?:到|至|~|-|—)9\)?|\(?(?:只)?(?:记得|知道)?(?:前面)?(?:几位)?\)?|\(?不(?:重复(?:试)?|会?重复)\)?|随便试|随机(?:试|按|拨)")
        tries = story.take(rf"(?:不超过|至多|最多|在)?(?P<n>{_NUMBER})次(?:以内|之内|内|就|恰好|以下)?(?:试对|拨对|打开|按对|拨通|解锁|猜对|成功|输对)|第(?P<k>{_NUMBER})次(?:才|恰好|就)*(?:试对|拨对|打开|按对|拨通|解锁|猜对|成功|输对)")
        if tries is None or not (tries["k"] or patterns.search("不超过|至多|最多|内", tries[0])):
            return None
        _asked(story)
        story.finish(_WORDS)
        count = to_int(tries["n"]) if tries["n"] else 1
        return Recognition(parameters={"task": "fair", "good": count, "all": 10}, understood=(("可能的数字", "10 个"), ("求", tries[0] + "的概率")))
    story.refuse("有放回|(?<!不)放回|已知|条件下|都|才|首次|第一次.{0,6}第二次|恰好|不重复|若|骰|硬币")
    whole = story.take(rf"(?P<n>\d+)(?:张|个|件|支|条|根|只)(?:奖券|彩票|签|产品|球|零件|奖票|抽奖券)?(?:中|里)?(?:,)?(?:其中)?(?:只)?有(?P<good>{_NUMBER})(?:张|个|件|支|条|根|只)(?:是|为)?(?:有奖|中奖|次品|奖券|好签|红球|上签|能中奖|有奖的?)(?:奖?券)?")
    who = story.take(rf"第(?P<k>{_NUMBER})(?:个|位|次|名)(?P<gap>[\u4e00-\u9fff]{{0,4}}?)(?:能|抽|取)*(?:抽中|抽到|中奖|抽取到|取到|摸到)(?:有奖|奖|奖券|次品|好签|红球|有奖的?|上签)*(?:的)?(?:奖?券)?")
    if not whole or not who:
        return None
    story.take_all(r"(?:顾客|大家|他们|\d+人|每人|每位)?(?:依次|轮流|逐个|按顺序)(?:不放回地?)?(?:抽取|抽|取|摸)?(?:一|1)?(?:张|次|个)?(?:且|,)*(?:不放回|抽后不放回)?|不放回(?:地)?|每人(?:抽|取)?(?:一|1)张")
    _asked(story)
    story.finish(_WORDS)
    total, good = to_int(whole["n"]), to_int(whole["good"])
    if not 0 < good < total or to_int(who["k"]) > total:
        return None
    return Recognition(parameters={"task": "fair", "good": good, "all": total}, understood=(("一共", str(total)), ("中奖的", str(good)), ("求", who[0] + "的概率")))


def _apart(text: str) -> Recognition | None:
    """So many people each at one of so many equally likely places: all at different ones, or at least two at one."""
    story = _opened(text)
    story.refuse("骰|硬币|放回|恰")
    floors = story.take(r"(?:从)?(?:第)?(?P<low>\d+)(?:楼|层)?(?:到|至|~|-)(?:第)?(?P<high>\d+)(?:楼|层)(?:的)?(?:每(?:一)?层|任(?:意)?一层)?")
    places = None if floors else story.take(rf"(?P<n>{_NUMBER})(?:个|间|节|所|家|层)(?:不同的?)?(?:车厢|房间|盒子|邮箱|信箱|出口|路口|窗口|部门|城市|景点|教室|楼层|科室)")
    months = None if floors or places else story.take(r"(?:出生|生日)(?:的)?(?:月份|在同一个?月|在不同的?月)|月份")
    people = story.take(rf"(?P<n>{_NUMBER})(?:个|名|位|封)?(?:人|乘客|同学|学生|朋友|旅客|游客|信|小球|球|员工)")
    event = story.take(r"(?:全|都|各自|人|\d个?人|[三四五]个?人|他们|每个?人|没有|任意|,)*(?P<event>(?:在|去|到|进|住|下|选|出生)*(?:不同(?:的)?(?:楼层|楼|层|车厢|房间|盒子|出口|月份?|窗口|部门|城市|景点|教室|科室)?|各不相同|互不相同|没有两人(?:在)?(?:同一|同)(?:层|个|月|间|节)[\u4e00-\u9fff]{0,2})|至少(?:有)?(?:两|2|二)(?:个)?人(?:的)?(?:生日|出生)?(?:在|进|去|下|选|住)?同(?:一)?(?:个)?(?:楼层|层|车厢|房间|盒子|出口|月份?|窗口|部门|城市|景点|教室|科室))(?:下|出生|住|生日|下电梯|离开)?(?:电梯)?")
    if not people or not event or not (floors or places or months):
        return None
    _asked(story)
    story.take_all(r"(?:在)?每(?:一)?(?:层|间|个)(?:楼)?(?:都)?(?:可能)?(?:下|离开|进|选)?(?:是)?(?:\(?(?:等可能(?:的)?)\)?)?|等可能(?:地|的)?|\(等可能\)|随机")
    story.finish(_WORDS + " 出生 生日 月份 楼层 车厢 房间 乘客 乘电梯 进入 选择 一个 一层 一节 同学 朋友 假设")
    count = to_int(people["n"])
    room = int(floors["high"]) - int(floors["low"]) + 1 if floors else to_int(places["n"]) if places else 12
    if not 2 <= count <= 12 or room < 2:
        return None
    return Recognition(
        parameters={"task": "apart", "people": count, "places": room, "same": "至少" in event["event"]},
        understood=(("人数", str(count)), ("可能的位置", str(room)), ("求", "至少两人相同的概率" if "至少" in event["event"] else "各不相同的概率")),
    )


def _causes(text: str) -> Recognition | None:
    """Two or three causes with their shares, and how often each has the result: how often the result comes, and which cause it had."""
    story = _opened(text)
    values = rf"{_VALUE}(?:\s*(?:[、,和与])\s*{_VALUE}){{1,2}}"
    if ill := story.take(rf"(?:发病率|患病率|患病的?概率|感染率|发病的?概率|患病的?比例)(?:为|是|约为|约)?(?P<p>{_VALUE})"):
        hit = story.take(rf"(?:患者|病人|患病者|患病的人|感染者|患病)[^,;。?\d]{{0,14}}?(?P<p>{_VALUE})")
        false = story.take(rf"(?:健康人|未患病者|没病的人|不患病的人|健康者|正常人|没有患病的人|未患病的人|误检率|误诊率)[^,;。?\d]{{0,14}}?(?P<p>{_VALUE})")
        if not hit or not false or patterns.search("阴性", text):
            return None
        if not patterns.search("阳性", hit[0]) or not (patterns.search("阳性|误", false[0])):
            stay_out("positive")
        shares = [_fraction(ill["p"]), 1 - _fraction(ill["p"])]
        rates = [_fraction(hit["p"]), _fraction(false["p"])]
        names = ["患病", "健康"]
        total = rf"(?:检出|检测(?:结果)?(?:为|呈)?|结果(?:为|呈)|呈)?阳性的(?:总)?{_CHANCE_WORD}"
        which = rf"(?:检出|检测(?:结果)?(?:为|呈)?|结果(?:为|呈)|呈)?阳性(?:的人|者|的)?,?(?:时)?(?:他|这人|此人)?(?:真的?|确实|实际)?(?:患病|有病|得病|患有[\u4e00-\u9fff]{{0,3}}|患者)(?:的)?{_CHANCE_WORD}"
    else:
        one = story.take(rf"(?P<names>[甲乙丙A-C](?:[、和]?[甲乙丙A-C]){{1,2}})(?P<gap>[^;。?\d]{{0,24}}?)(?:分别|各|依次)?(?:占|为|是)(?:总?产量的?|全厂的?|总数的?)?(?:分别)?(?P<values>{values})")
        two = story.take(rf"(?:次品率|废品率|不合格率|不良率)(?:依次|分别)?(?:为|是)?(?:分别|依次)?(?P<values>{values})")
        if not one or not two:
            return None
        names = re.findall("[甲乙丙A-C]", one["names"])
        shares, rates = [[_fraction(each) for each in re.findall(_VALUE, match["values"])] for match in (one, two)]
        if not len(names) == len(shares) == len(rates) or sum(shares) != 1:
            stay_out("shares")
        total = rf"(?:取到|抽到|恰为|是|为|恰好是|恰是)*(?:次品|废品|不合格品?)的{_CHANCE_WORD}"
        which = rf"(?:它|这件|该|此)?(?:产品|次品)?(?:是)?(?:来自|由|是)(?P<who>[甲乙丙A-C])(?:线|厂|车间|机器|生产线|工厂)?(?:生产|加工)?(?:的)?{_CHANCE_WORD}"
    asked: list[tuple[int, list[object]]] = []
    given = patterns.search("(?:是|为|恰为|发现是?|恰好是)(?:一件)?(?:次品|废品|不合格)[,。]|阳性", story.text)
    for pattern, kind in ((which, "which"), (total, "total")):
        for match in story.take_all(pattern + r"(?:是|为)?(?:多少)?"):
            if kind == "which" and not given:
                stay_out("given what")
            who = names.index(match["who"]) if kind == "which" and match.groupdict().get("who") else 0
            asked.append((match.start(), [kind, who]))
    if not asked:
        return None
    story.take_all(r"(?:随机|任意|从中|现)*(?:抽|取)(?:取)?(?:出)?(?:一|1)件(?:产品)?(?:恰为|恰好是|是|为|发现是?)*(?:次品)?|顺便(?:问)?(?:下)?|检出阳性(?:的)?(?:人)?")
    if story.has(_CHANCE_WORD):
        story.take_all(_CHANCE_WORD + "(?:为|是)?")
    story.finish(_WORDS)
    return Recognition(
        parameters={"task": "causes", "shares": [str(each) for each in shares], "rates": [str(each) for each in rates], "asked": [each for _, each in sorted(asked)], "names": names},
        understood=(("各占", "、".join(decimal(each * 100, 2) + "%" for each in shares)), ("各自出现的概率", "、".join(decimal(each * 100, 2) + "%" for each in rates))),
    )


def _round(text: str) -> Recognition | None:
    """Some certain ones side by side round a table, seats at random."""
    story = _opened(text)
    people = story.take(rf"(?P<n>{INTEGER})(?:个|名|位)?(?:人|同学|朋友|代表)(?:随机)?(?:围|坐)(?:成|着|坐|在)*(?:一|1)?(?:张|个)?(?:圆桌|圆圈|圈)(?:旁|边|周围)?(?:坐|而坐|就座|开会|吃饭|坐下)*")
    near = story.take(rf"(?P<who>{_NAME}(?:[、和与跟,]?{_NAME})+)(?:[两三]人)?(?:恰好|正好|刚好|恰|坐|要)*(?:相邻|挨着坐?|挨在一起|坐在一起)(?:而坐|坐)?")
    if not people or not near:
        return None
    _asked(story)
    story.finish(_WORDS + " 开会 座位 随机 坐 圆桌 就座 入座")
    count, together = to_int(people["n"]), len(re.findall(_NAME, near["who"]))
    if not 2 <= together < count <= 12:
        return None
    return Recognition(parameters={"task": "round", "people": count, "together": together}, understood=(("围坐", f"{count} 人"), ("求", near[0] + "的概率")))


def _circuit(text: str) -> Recognition | None:
    """Parts in parallel (one suffices) or in series (all are needed)."""
    story = _opened(text)
    how = patterns.search("并联|串联", story.text)
    if how is None or patterns.search("并联.*串联|串联.*并联|混联", story.text):
        return None
    told = story.take(rf"(?P<gap>[^,;。?\d]{{0,30}}?)(?:概率|率|可靠度|可靠性)(?:依次|分别|都|均)*(?:为|是)?(?:分别|依次)?\s*(?P<values>{_VALUE}(?:\s*[、,和与]\s*{_VALUE}){{1,4}})")
    if told is None:
        return None
    chances = [_fraction(each) for each in re.findall(_VALUE, told["values"])]
    said = patterns.search(rf"(?P<n>{_NUMBER})个(?:独立的?)?(?:元件|部件|电子元件|零件|灯泡|开关)", story.text)
    if said is None or to_int(said["n"]) != len(chances):
        stay_out("how many parts")
    if patterns.search(_BAD, told["gap"]):
        chances = [1 - each for each in chances]
    asked = story.take(rf"(?:该|这个|整个)?(?:仪器|系统|电路|设备|线路)(?:能够?|可以)?(?P<bad>不能|不|出故障|发生故障|失效)?(?:正常)?(?:工作|通电|运行|接通)?{_ASKED}")
    if asked is None or asked["bad"]:
        return None
    story.take_all(rf"{_NUMBER}个(?:独立的?)?(?:元件|部件|电子元件|零件|灯泡|开关)|并联|串联|(?:若|如果)?(?:把|将)?(?:它们)?改为|(?:且)?(?:是否正常工作)?(?:相互独立|互不影响)|由|而成|组成|构成")
    story.finish(_WORDS + " 仪器 系统 电路 设备 元件 正常 工作")
    fits = list(range(1, len(chances) + 1)) if how[0] == "并联" else [len(chances)]
    return Recognition(
        parameters={"task": "independent", "chances": [str(each) for each in chances], "kind": "count", "fits": fits},
        understood=(("各自工作的概率", "、".join(decimal(each, 4) for each in chances)), ("求", how[0] + "时工作的概率")),
    )


def _pairs(text: str) -> Recognition | None:
    """Some taken of so many different pairs: at least one pair among them, or none."""
    story = _opened(text)
    pairs = story.take(rf"(?:有|从|在)*(?P<n>{INTEGER})(?:双|对|副)(?:各?不(?:相)?同的?|不同颜色的?)(?:鞋子?|手套|袜子|筷子)?(?:中|里)?")
    take = story.take(rf"(?:任意|随机|任)?(?:取出?|抽取?|拿出?|摸出?|选出?)(?P<n>{INTEGER})(?:只|个|根)(?:鞋|手套|袜子)?")
    event = story.take(r"(?P<none>(?:没有|都不|不能|无)(?:任何)?(?:两只)?(?:一双)?(?:配成|成|能配成)?(?:一)?(?:双|对)?(?:的)?|(?:四只|\d只)?(?:都)?不成[双对])|(?P<some>至少(?:能)?(?:有|配成|配|凑成)*(?:一|1)(?:双|对)|(?:恰好|恰|正好)(?:能)?(?:配成|成|是|凑成|有)*(?P<exact>一|1)(?:双|对)|(?:能)?(?:配成|成|凑成|是)(?:一|1)(?:双|对))")
    if not pairs or not take or not event:
        return None
    _asked(story)
    story.finish(_WORDS + " 鞋 手套 袜子 鞋柜 混 放 的")
    count, taken = to_int(pairs["n"]), to_int(take["n"])
    if event["some"] and "至少" not in event["some"] and not event["exact"] and taken != 2:
        stay_out("how many pairs")
    return Recognition(
        parameters={"task": "pairs", "pairs": count, "take": taken, "what": "none" if event["none"] else "exact" if event["exact"] else "some"},
        understood=(("双数", str(count)), ("取", str(taken)), ("求", event[0] + "的概率")),
    )


def _children(text: str) -> Recognition | None:
    """Two (or three) children, boys and girls equally likely, at least one of them known."""
    story = _opened(text)
    family = story.take(rf"(?:家里|家庭|夫妇|某家|一家)?(?:里)?(?:有|生了?)(?P<n>[两二三23])个(?:小孩|孩子)(?:的家庭)?")
    known = story.take(r"(?:且|,)*(?:已知)?(?:其中)?(?:至少有|至少|有)(?:一|1)个(?:孩子)?(?:是)?(?P<sex>女孩|男孩)")
    asked = story.take(r"(?:那么|则|,)*(?:(?:两|2|三|3)个(?:孩子)?)?(?:都是|全是|均为|都为)(?P<sex>女孩|男孩)")
    if not family or not known or not asked or "至少" not in known[0] and "其中" not in known[0]:
        return None
    story.take_all(r"\(?男女等可能\)?|\(?生男生女(?:的)?(?:概率|可能性)?(?:相等|相同|等可能)\)?|已知|另一个(?:也)?")
    _asked(story)
    story.finish(_WORDS + " 家里 家庭 孩子 那么")
    if known["sex"] != asked["sex"]:
        return None
    return Recognition(
        parameters={"task": "children", "n": {"三": 3, "3": 3}.get(family["n"], 2)}, understood=(("孩子", family["n"]), ("已知", known["sex"] + "至少一个"), ("求", "都是的概率"))
    )


def _digits(text: str) -> Recognition | None:
    """A number laid of some digits at random: even, a multiple, larger than so much."""
    _opened(text)
    if not patterns.search("[两二三四]位数", text):
        return None
    plain = patterns.sub(r"(?:张)?(?:卡片)?(?:上)?(?:分别)?(?:写着|写有|标有|标着)", "", patterns.sub(r"^\s*(?:有)?\d张卡片上?(?:分别)?(?:写着|写有|标有|标着)", "用", text))
    plain = patterns.sub(r"(?:从中)?(?:随机|任意|任)(?:地)?(?:抽取?|取出?|取)[2345二两三四]张?(?:个)?(?:数字)?(?:不放回)?(?:,)?(?=排成|组成|构成)", "", plain)
    plain = patterns.sub(r"(?:,)?(?:则|那么)?(?:这个|该|此|所得)(?:的)?[两二三四]位数(?:是|为)?", "", plain)
    event = patterns.search(rf"(?P<event>(?:是|为)?(?:偶数|奇数|能被[2-9]整除|[2-9]的倍数)|(?:大于|小于)\d+)(?:的)?{_CHANCE_WORD}", plain)
    if event is None:
        return None
    base = plain[: event.start()].rstrip(",。?")
    if patterns.search("重复|放回|概率", base):
        return None
    wanted = event["event"].lstrip("是为")
    whole = read_digits(f"{base}没有重复数字,一共多少个?")
    sort = f"其中{wanted}有多少个" if not patterns.search("大于|小于", wanted) else f"{wanted}的有多少个"
    some = read_digits(f"{base}没有重复数字,{sort}?")
    if whole is None or some is None:
        return None
    return Recognition(
        parameters={"task": "digits", "whole": dict(whole.parameters), "some": dict(some.parameters)}, understood=(*whole.understood[:1], ("求", wanted + "的概率"))
    )


READERS = (
    _round,
    _circuit,
    _pairs,
    _children,
    _digits,
    _select,
    _row,
    _sum,
    _single,
    _independent,
    _dice,
    _coins,
    _lots,
    _apart,
    _causes,
    read_tries,
    read_match,
    read_meeting,
    read_first,
)
