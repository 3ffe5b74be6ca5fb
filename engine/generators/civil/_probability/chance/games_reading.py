"""Reading times that anybody may come at, and the first good one drawn at a place."""

from __future__ import annotations

from fractions import Fraction
from math import comb

from engine.generators import patterns
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, stay_out, to_int

CHANCE = r"(?P<value>0?\.\d+|\d{1,2}(?:\.\d+)?%|\d+/\d+)"
ASKED = r"(?:的)?(?:概率|可能性|几率|机率)(?:是|为|有)?(?:多少%?|(?=[\s()。?:,]|$))"
WORDS = """
袋中 袋子 口袋 盒子 盒中 箱子 箱中 袋 一个 不透明 不透明的 布袋 装有 有 放有 大小 质地 形状 颜色 完全 相同 大小相同 都 均 球 小球 的球 一次 只有 从 从中 中 任意 任取 取出 取到 摸出 抽出 取 摸 抽 随机 这些球 这些 其中 个 个球 恰好 恰有 的 概率 结果 独立 相互 互不影响 相互独立 互相独立 彼此 之间 各次 各局 每次 每局 比赛 射击 射手 某射手 某人 投篮 命中 命中率 目标 同一目标 向 对 一次 运动员 一名 他 连续 现 两人 三人 同时 各 各自 分别 独立地 独立 甲 乙 丙 密码 一份密码 破译 解 题 一道题 此题
进行 乒乓球 羽毛球 围棋 象棋 台球 网球 排球 比赛 采用 赛制 制 局 三局两胜 五局三胜 没有平局 先胜 最终 最后 获胜 取胜 胜 赢 约定 约好 会面 见面 相见 某地 在 中午 上午 下午 点 之间 先到 先到的人 先到者 等候 等待 等 分钟 过时 即 离去 离开 就 任意时刻 任一时刻 时刻 到达 等可能 等可能的 一小时 小时 两人能 能 会到 车站 图书馆 公园 公园门口 咖啡馆 同一段 内
抛掷 掷 投掷 抛 骰子 两枚 均匀 质地均匀 的骰子 硬币 枚 朝上 点数 之和 向上 正面 反面 面 朝上的 出现 单位 某单位 职工 代表 参加 选出 选 班 某班 学生 同学 产品 件 次品 正品 一批 检验 检查 抽查 抽取 奖券 张 彩票 灯泡
"""


def share(text: str) -> Fraction:
    value = Fraction(text.rstrip("%")) / (100 if text.endswith("%") else 1) if "/" not in text else Fraction(text)
    if not 0 < value < 1:
        stay_out("no chance")
    return value


BAD = r"漏|失败|故障|失效|损坏|不合格|不及格|未|没有?|不(?!超过|少于|同|大于|小于)|迟到|脱靶|淘汰|发生事故|落空|不中"
"""Words of an event that turn it into its contrary."""


def _minutes(text: str) -> int:
    if "刻钟" in text:
        return 15
    if "半小时" in text:
        return 30
    match = patterns.match(r"(\d+(?:\.\d+)?|[一二两三四五六七八九十]+)", text)
    if match is None:
        stay_out(text)
    number = Fraction(match[1]) if match[1][0].isdigit() else Fraction(to_int(match[1]))
    value = number * (60 if "小时" in text else 1)
    return int(value) if value.denominator == 1 else stay_out(text)


def read_meeting(text: str) -> Recognition | None:
    story = Story(text)
    if not story.has("等") or not story.has("见|会面|相遇|碰"):
        return None
    story.refuse(r"丙|三人|甲.{0,12}等.{0,20}乙.{0,12}等|迟|先后次序|甲先到|乙先到")
    span = story.take(
        r"(?:中午|上午|下午|晚上|早上|早晨)?(?P<a>\d{1,2}|[一二三四五六七八九十]+)(?:点|时|:00)(?:整)?(?:到|至|~|-|—|和)(?:中午|上午|下午|晚上)?(?P<b>\d{1,2}|[一二三四五六七八九十]+)(?:点|时|:00)(?:整)?(?P<half>半)?(?:之间)?(?:的)?(?:任(?:意|一|何)时[刻间])?(?:来到|到达|到)?(?:见面地点|约定地点)?"
    )
    length = story.take_all(
        r"(?:在)?(?:这|同)?(?:一段|段)?(?P<value>\d+(?:\.\d+)?小时|\d+分钟|一小时|一个小时)(?:之?内)(?:的)?(?:任(?:意|一|何)时刻)?(?:是)?(?:等可能)?(?:到达)?"
    )
    wait = story.take(
        r"(?:(?:并)?(?:约定|商定)?(?:第一人|先(?:到|来)的?(?:人|一方|者)?|早到的?人?|每人)(?:到达后)?,?)?(?:最多|只|会|需|要)*(?:等候|等待|等|停留)(?:另一(?:个人?|人|方)|对方|后到者)?(?:最多)?(?P<value>\d+分钟|半小时|\d+(?:\.\d+)?小时|一刻钟)(?:不见(?:第二人|另一人|对方)(?:来|到)?)?"
    )
    asked = story.take(
        rf"(?:两人|他们|他俩|甲乙|二人|两个人)?(?:能|可以|能够)?(?:会面|见面|见到面|见到|相见|相遇|碰上面|碰面|碰到|见上面|见上|见着|遇上|遇到|碰头|碰上)(?:对方)?{ASKED}"
    )
    if not wait or not asked or not (span or length):
        return None
    story.take_all(
        r"(?:过时|超时|等不到|否则|之后|然后|过后|若等不到)(?:就|即|便|则)?(?:自行)?(?:离开|离去|走)(?:了)?|(?:就)?可以(?:离开|离去)|他们都在|都在|(?:就|即|便)(?:可)?离(?:开|去)|(?:两人)?在?这一小时[里中]任[何意一]时刻(?:到达)?(?:都)?(?:是)?|等可能(?:的)?|任意时刻|任一时刻|随机(?:地)?(?:到达)?|(?:约定|约好)(?:在|于)?"
    )
    story.finish(
        WORDS
        + " 假设 两位 2位 网友 门口 碰头 两人 这一小时内 随机 各自 独立 到 的 是 今天 明天 晚 早 地点 某地 广场 校门口 食堂 地铁站 两个人 相约 见面"
    )
    windows = {_minutes(match["value"].replace("一个小时", "1小时").replace("一小时", "1小时")) for match in length}
    if span:
        start, end = to_int(span["a"]), to_int(span["b"])
        if end < start or (end == start and not span["half"]):
            end += 12
        windows.add((end - start) * 60 + (30 if span["half"] else 0))
    if len(windows) != 1:
        stay_out("windows")
    window, waits = windows.pop(), _minutes(wait["value"])
    if not 0 < waits < window:
        return None
    return Recognition(
        parameters={"task": "meeting", "window": window, "wait": waits},
        understood=(("时间段", f"{window} 分钟"), ("等", f"{waits} 分钟"), ("求", "见到面的概率")),
    )


def read_first(text: str) -> Recognition | None:
    """Drawn one by one and kept: the first good one at a place."""
    story = Story(text)
    whole = story.take(rf"(?:有|共有)?(?P<value>{INTEGER})(?P<unit>把|件|张|个|只)(?:外观相同的?)?(?P<thing>钥匙|产品|奖券|彩票|灯泡|零件)")
    good = story.take(
        rf"(?:其中)?(?:只|仅)?有?(?P<value>{INTEGER})(?:把|件|张|个|只)(?:钥匙)?(?:(?:能|可以?)打?开(?:这[扇把])?(?:门锁|房门|门|锁)|是次品|次品|有奖(?:的)?|是坏的|能开(?:门|锁))"
    )
    kept = story.take(
        r"(?:逐[把件张个]|依次|逐一|一[把件张个]一[把件张个]地|每次(?:任取|取)一[把件张个]|随机)*(?:任取|试|取出|抽取|抽|开)*,?(?:取|抽|试)?(?:出|过)?(?:后)?(?:不(?:再)?放回|不重复)|(?:用过|试过|打不开)(?:后)?的?(?:钥匙)?(?:就)?(?:不再(?:使用|试|用)|不放回|放在一边|扔掉|拿开)"
    )
    within = story.take(
        rf"(?:在)?(?:前)?(?:至多|最多|不超过)?(?<!第)(?P<k>{INTEGER})次(?:以内|之内|内)?(?:\(含\))?(?:就|便|能|可以)*(?:能)?(?:把)?(?:打开|取到次品|抽到有奖的|抽中|试开成功|开门|试对|开锁)(?:门锁|门|锁)?{ASKED}"
    )
    if within and not patterns.search("内|至多|最多|不超过", within[0]):
        stay_out("within how many")
    asked = (
        None
        if within
        else story.take(
            rf"(?P<early>(?:恰好|恰|刚好|正好)?)(?:在)?第(?P<place>{INTEGER})次(?P<only>才第一次|才|第一次|恰好|首次)?(?:第一次)?(?:能)?(?:打开(?:门锁|门|锁)?|取到次品|抽到有奖的|抽中|取出次品|试开成功){ASKED}"
        )
    )
    if not (whole and good and kept and (asked or within)):
        return None
    if within:
        story.take_all(r"(?:他|她)?(?:逐一|逐个|逐[把件张个]|依次|一[把件张个]一[把件张个]地?)(?:地)?(?:任取|试开|试|取出|抽取|开)?")
        story.finish(WORDS + " 把 钥匙 逐 任取 后 门锁 门 锁 能 他 她 某人 家门")
        total, wanted, tries = to_int(whole["value"]), to_int(good["value"]), to_int(within["k"])
        if not 0 < wanted < total or not 1 <= tries <= total:
            return None
        return Recognition(
            parameters={"task": "fair", "good": comb(total, tries) - comb(total - wanted, tries), "all": comb(total, tries)},
            understood=(("一共", str(total)), ("其中", str(wanted)), ("求", f"{tries} 次以内取到")),
        )
    assert asked is not None
    if not asked["only"] and not asked["early"] and to_int(good["value"]) > 1:
        stay_out("the first, or any")
    story.take_all(r"(?:他|她)?(?:逐一|逐个|逐[把件张个]|依次|一[把件张个]一[把件张个]地?)(?:地)?(?:任取|试开|试|取出|抽取|开)?")
    story.finish(WORDS + " 把 钥匙 逐 任取 后 门锁 门 锁 能 他 她 某人 家门")
    total, wanted, place = to_int(whole["value"]), to_int(good["value"]), to_int(asked["place"])
    if not 0 < wanted < total or not 1 <= place <= total - wanted + 1:
        return None
    return Recognition(
        parameters={"task": "first", "good": wanted, "bad": total - wanted, "place": place},
        understood=(("一共", str(total)), ("其中", str(wanted)), ("求", f"第 {place} 次才第一次取到")),
    )
