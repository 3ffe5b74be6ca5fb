"""Forms of lots drawn in turn and kept, of boxes by lot, of a last digit tried, of lights and buses met at any time, and of parts connected."""

from __future__ import annotations

from fractions import Fraction
from math import comb, prod

from engine.generators import patterns
from engine.generators.civil._counting.chance_words import CHANCE_WORD
from engine.generators.civil._counting.cues import N
from engine.generators.civil._counting.forms import Form, Made, Told
from engine.generators.civil._probability.chance.forms import BY_TURNS, fair
from engine.generators.civil._probability.chance.games_reading import BAD
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out, to_int, to_share

_GOOD = r"(?:有奖|中奖券?|一等奖|次品|废品|坏的?|不合格品?|不合格的|正品|合格品|能(?:打)?开(?:门|锁)的?|已坏的?|过期的?)"
_FIND = r"(?:抽查|抽|取|摸|测|检测|检验|检|查|找)"
CHANCE = r"(?:(?<![\d.])0?\.\d+|(?<![\d.])\d{1,2}(?:\.\d+)?%|(?<![\d/])\d{1,2}/\d{1,2}(?![\d/]))"
_PART, _PART_NOUN = r"(?<![A-Za-z])[A-Ca-c甲乙丙](?![A-Za-z])", r"(?:电子)?(?:元件|部件|开关|零件|器件|模块)?"
_BOX = r"(?:箱子?|盒子?|袋子?|口袋|罐子?|抽屉|坛子?|桶)"
_GOT = r"(?:取|摸|抽)?(?:出|到|得|中)*(?:的)?(?:球)?(?:恰好?)?(?:是|为)?(?P<x{}>[红白黑黄蓝绿])球"
_ASKED = rf"(?=的?{CHANCE_WORD})"
_FOUND = r"(?:试对|拨对|打开|按对|拨通|解锁|猜对|成功|输对)"
_WINNING = r"(?:有奖|中奖|次品|奖券|好签|红球|上签|能中奖|有奖的?)"
_DRAWS = r"(?:能|抽|取)*(?:抽中|抽到|中奖|抽取到|取到|摸到)(?:有奖|奖|奖券|次品|好签|红球|有奖的?|上签)*的?(?:奖?券)?"
_FAIR = "每个位置（每次）机会相等，概率都是 {}/{}。"


def _digit(told: Told) -> Made | None:
    if not told.get("tries", "k") and not patterns.search("不超过|至多|最多|内", told.said("tries")):
        return None
    count = 1 if told.get("tries", "k") else told.number("tries")
    return fair(count, 10, _FAIR.format(count, 10), ("可能的数字", "10 个"), ("求", told.said("tries") + "的概率"))


def _lot(told: Told) -> Made | None:
    total, good = told.number("whole"), told.number("whole", "good")
    if told.get("who", "k"):
        if to_int(told.get("who", "k")) > total:
            return None
    elif {told.get("order", "one"), told.get("order", "two")} != {"甲", "乙"}:
        return None
    if not 0 < good < total:
        return None
    return fair(good, total, _FAIR.format(good, total), ("一共", str(total)), ("中奖的", str(good)), ("求", told.said("who") + "的概率"))


def _period(good: int, whole: int, asked: str) -> Made | None:
    how = f"到达的时刻在 {whole} 的周期里等可能，符合的占 {good}：{good}/{whole}。"
    return fair(good, whole, how, ("一个周期", str(whole)), ("其中", str(good)), ("求", asked)) if 0 < good < whole else None


def _lights(told: Told) -> Made | None:
    seconds = {each["c"]: int(each["n"]) for each in told.every["lights"]}
    colour, whole = told.get("asked", "c"), sum(seconds.values())
    if len(seconds) < 2 or len(seconds) != len(told.every["lights"]) or colour not in seconds:
        return None
    return _period(whole - seconds[colour] if told.get("asked", "not") else seconds[colour], whole, told.said("asked"))


def _bus(told: Told) -> Made | None:
    whole, limit = told.number("every"), told.number("asked")
    return _period(whole - limit if told.get("asked", "more") else limit, whole, told.said("asked"))


def _circuit(told: Told) -> Made:
    parts, one = told.number("parts"), told.get("told", "one")
    chances = [Fraction(to_share(each)) for each in patterns.findall(CHANCE, told.get("told", "values") or one)] * (parts if one else 1)
    if len(chances) != parts or not 2 <= parts <= 8 or patterns.search("并联.*串联|串联.*并联|混联", told.text):
        stay_out("how many parts, connected how")
    if patterns.search(BAD, told.get("told", "about") + told.get("told", "about2")):
        chances = [1 - each for each in chances]
    shown = [decimal(each, 4) for each in chances]
    if told.get("how", "how") == "并联":
        value = 1 - prod((1 - each for each in chances), start=Fraction(1))
        how = "互不影响，用 1 减去一个也不发生：1 − " + "".join(f"(1 − {each})" for each in shown) + "。"
    else:
        value, how = prod(chances, start=Fraction(1)), "互不影响：" + " × ".join(shown) + "。"
    asked = ("求", told.get("how", "how") + "时工作的概率")
    return fair(value.numerator, value.denominator, how, ("各自工作的概率", "、".join(shown)), asked)


def _kept(told: Told) -> Made | None:
    """Drawn one by one and kept: the first of a sort, or the last of it, comes at a place."""
    whole, good, place = told.number("whole"), told.number("good"), told.number("turn", "k")
    first, sort = bool(told.get("turn", "first")), told.get("good", "what")
    what, number = told.get("turn", "what") or told.get("turn", "what2"), told.get("turn", "n")
    if what and what != "奖" and what[:2] != sort[:2] and not ("奖" in what and "奖" in sort):
        stay_out("of which sort")
    if not first and number and to_int(number) != good:
        stay_out("not all of them")
    if not 1 <= good < whole or not (1 if first else good) <= place <= (whole - good + 1 if first else whole):
        return None
    left = whole - place if first else place - 1
    ways, every = comb(left, good - 1), comb(whole, good)
    where = (
        f"第一个在第 {place} 位，其余 {good - 1} 个在后 {left} 位"
        if first
        else f"最后一个在第 {place} 位，其余 {good - 1} 个在前 {left} 位"
    )
    how = f"{good} 个的位置一共 C({whole}, {good}) = {every} 种；{where}：{ways} 种。"
    asked = f"第 {place} 次才{'第一次取到' if first else '取完'}的概率"
    return fair(ways, every, how, ("共有", f"{whole} 个，其中 {good} 个{sort}"), ("求", asked))


def _mixed_circuit(told: Told) -> Made:
    chances = [Fraction(to_share(each)) for each in patterns.findall(CHANCE, told.get("told", "list"))]
    place = [told.get("built", each).lower() for each in "abc"]
    order = [each.lower() for each in patterns.findall(_PART, told.get("told", "names"))] or ["a", "b", "c"]
    hows = told.get("built", "how"), told.get("built", "how2")
    if hows[0] == hows[1] or sorted(order) != sorted(place) or len(set(place)) != 3:
        stay_out("whose chances")
    a, b, c = (chances[order.index(each)] for each in place)
    if hows[0] == "并联":
        both = 1 - (1 - a) * (1 - b)
        value, how = both * c, f"并联部分 1 − (1 − {a}) × (1 − {b}) = {both}，再与第三个串联：{both} × {c} = {both * c}。"
    else:
        both = a * b
        value = 1 - (1 - both) * (1 - c)
        how = f"串联部分 {a} × {b} = {both}，再与第三个并联：1 − (1 − {both}) × (1 − {c}) = {value}。"
    own = "、".join(f"{name} {decimal(chance, 4)}" for name, chance in zip(place, (a, b, c), strict=True))
    way = f"{place[0]}、{place[1]} {hows[0]}，再与 {place[2]} {hows[1]}"
    return fair(value.numerator, value.denominator, how, ("各自工作的概率", own), ("连法", way))


def _box_by_lot(told: Told) -> Made | None:
    boxes = told.every["boxes"]
    if len(boxes) < 2 or len({frozenset((box["x"], box["y"])) for box in boxes}) != 1 or boxes[0]["x"] == boxes[0]["y"]:
        return None
    names, colour, who = [box["who"] for box in boxes], told.get("asked", "x") or told.get("asked", "x2"), told.get("asked", "who")
    if len(set(names)) != len(names) or (who and who not in names) or colour not in (boxes[0]["x"], boxes[0]["y"]):
        stay_out("which box")
    chances = [Fraction(to_int(box["n"] if box["x"] == colour else box["m"]), to_int(box["n"]) + to_int(box["m"])) for box in boxes]
    value = sum(chances, Fraction(0)) / len(chances)
    how = f"每个箱子被选中的概率是 1/{len(chances)}，全概率：({' + '.join(map(str, chances))}) ÷ {len(chances)} = {value}。"
    if who:
        own = chances[names.index(who)] / len(chances)
        how += f"\n\n其中来自{who}的是 {own}，({own}) ÷ ({value}) = {own / value}。"
        value = own / value
    inside = "；".join(f"{box['who']} {box['n']} {box['x']} {box['m']} {box['y']}" for box in boxes)
    asked = f"取到{colour}球" + (f"时来自{who}箱的概率" if who else "的概率")
    return fair(value.numerator, value.denominator, how, ("各箱", inside), ("取法", "先等可能地选一个箱子，再取一球"), ("求", asked))


_PARTS = r"(?:元件|部件|电子元件|零件|灯泡|开关)"
LOT_FORMS = (
    Form(
        "digit",
        {
            "forgotten": r"(?:忘了?|忘记了?|记不清|不记得)(?:了)?(?:最后)?(?:的)?(?:一位|1位|末位|一个)?(?:数字)?|(?:最后|末)(?:一|1)位(?:数字)?(?:忘了|忘记了?|记不清了?|想不起来了?|不记得了?)",
            "tries": rf"(?:不超过|至多|最多|在)?(?P<n>{N})次(?:以内|之内|内|就|恰好|以下)?{_FOUND}|第(?P<k>{N})次(?:才|恰好|就)*{_FOUND}",
        },
        _digit,
        every={
            "how": r"(?:最后|末)?(?:一|1)?位?(?:的)?(?:数字)?\(?0(?:到|至|~|-|—)9\)?|(?:最后|末)(?:一|1)位的?(?:数字)?|\(?(?:只)?(?:记得|知道)?前面(?:几位)?\)?|\(?不(?:重复(?:试)?|会?重复)\)?|随便试|(?:随机|随意|任意|随便)(?:地)?(?:试|按|拨号?|输入?|拨打)"
        },
    ),
    Form(
        "lot",
        {
            "whole": rf"(?P<n>\d+)(?:张|个|件|支|条|根|只)(?:奖券|彩票|签|产品|球|零件|奖票|抽奖券)?(?:中|里)?,?(?:其中)?(?:只)?有(?P<good>{N})(?:张|个|件|支|条|根|只)(?:是|为)?{_WINNING}(?:奖?券)?",
            "who": rf"第(?P<k>{N})(?:个|位|次|名)(?P<gap>[\u4e00-\u9fff]{{0,4}}?){_DRAWS}|(?P<name>[甲乙]){_DRAWS}",
        },
        _lot,
        may={"order": r"(?P<one>[甲乙])先(?:抽|取|摸)(?:一|1)?(?:张|个)?,?(?P<two>[甲乙])(?:再|后)(?:抽|取|摸)?(?:一|1)?(?:张|个)?"},
        every={
            "turns": r"(?:顾客|大家|他们|\d+人|每人|每位)?(?:依次|轮流|逐个|按顺序)(?:不放回地?)?(?:抽取|抽|取|摸)?(?:一|1)?(?:张|次|个)?(?:且|,)*(?:不放回|抽后不放回)?|不放回(?:地)?|每人(?:抽|取)?(?:一|1)张"
        },
        other="有放回|(?<!不)放回|已知|条件下|都|才|首次|第一次.{0,6}第二次|恰好|不重复|若|骰|硬币",
    ),
    Form(
        "lights",
        {"asked": rf"(?:恰好|恰|正好)*(?:遇到|看到|遇见|碰到|亮|是)*(?:的)?(?:是)?(?P<not>不是|非)?(?P<c>红|绿|黄)灯{_ASKED}"},
        _lights,
        every={"lights": r"(?P<c>红|绿|黄)灯(?:亮)?(?:时间)?(?:为|是)?(?P<n>\d+)秒(?:钟)?"},
        idle=r"(?:随机|任意)(?:地)?(?:到达|来到|到)?|(?:任意|任一)时刻",
    ),
    Form(
        "bus",
        {
            "every": r"每(?:隔)?(?P<n>\d+)分钟(?:就|会|都)?(?:有|来|发|开出?)?(?:一|1)(?:班|辆|趟|次)(?:车|公交车|地铁|列车)?",
            "asked": rf"(?:候车|等车|等候|等待)(?:的)?(?:时间)?(?:不(?:超过|多于)|(?:少于|小于|低于)|(?P<more>超过|大于|多于))(?P<n>\d+)分钟{_ASKED}",
        },
        _bus,
        idle=r"公交车?|(?:随机|任意)(?:地)?(?:到站|到达|来到|到)?(?:车站|站台|路口)?|(?:任意|任一)时刻",
    ),
    Form(
        "circuit",
        {
            "told": rf"(?P<about>[^,;。?\d]{{0,30}}?)(?:概率|率|可靠度|可靠性)(?:依次|分别|都|均)*(?:为|是)?(?:分别|依次)?\s*(?P<values>{CHANCE}(?:\s*[、,和与]\s*{CHANCE}){{1,4}})|(?:每个|各个?|它们)(?P<about2>[^,;。?\d]{{0,16}}?)(?:概率|率|可靠度|可靠性)(?:都|均|分别)*(?:为|是)?\s*(?P<one>{CHANCE})",
            "parts": rf"由?(?P<n>{N})个(?:独立的?)?{_PARTS}",
            "how": r"(?P<how>并联|串联)(?:而成|组成|构成)?",
            "asked": rf"(?:该|这个|整个)?(?:仪器|系统|电路|设备|线路)(?:能够?|可以)?(?:正常)?(?:工作|通电|运行|接通){_ASKED}",
        },
        _circuit,
        every={"of": r"并联|串联|(?:若|如果)?(?:把|将)?(?:它们)?改为|(?:且)?(?:是否正常工作)?(?:相互独立|互不影响)"},
    ),
    Form(
        "kept",
        {
            "turn": rf"(?:恰好?|正好|刚好|问|求|则|那么|能够)*(?:到|在)?第(?P<k>{N})(?:次|个|位|张|件|名)(?:抽取?|取|检[测验查]|测试?)?的?(?:顾客|人|产品|奖券)?(?:时)?,?(?:(?:才|恰好?|正好|刚好)*(?P<first>首次|才|第一次|首个|第一个)(?:首次|第一次)?(?:能)?{_FIND}(?:到|出|中)?(?P<what>{_GOOD}|奖)?(?:\((?:即|也就是)?[^()]*\))?|(?:才|恰好?|正好|刚好)*(?:把)?{_FIND}?(?:出|到|完)?(?P<last>所有|全部|最后(?:一|1){BY_TURNS}|(?P<n>{N}){BY_TURNS})的?(?P<what2>{_GOOD})(?:都|全部|全|均)*(?:被)?{_FIND}?(?:出来?|到|完)?)(?=的?(?:概率|可能性))",
            "kept": r"(?:每次|逐[一个件张次]|依次|一[个件张把只](?:接|一|又)?一?[个件张把只](?:地)?|随机|陆续|顾客)*(?:地|来|只)?(?:从中)?(?:抽取|抽查|抽检|检验|检测|检查|抽|取出|取|摸出|摸|测试|测|试)*(?:一|1)?(?:个|件|张|把|只)?(?:产品|奖券|零件|钥匙|球)?(?:出来)?(?:且|,|并)?\(?(?:每次)?(?:检测|检验|取|抽|测|试)?(?:出|完)?(?:之?后|过的)?(?:均|都)?(?:不再?|无)放回(?:去)?\)?(?:地)?(?:抽取|抽|取|检验|检测|逐[一个件]检[测验])?",
            "whole": rf"(?:一?共|总共|装|放)?(?:有)?(?<![第每只])(?P<n>{N}){BY_TURNS}(?:外观|形状|完全|大小|相同|一样|的)*(?:产品|奖券|零件|钥匙|灯泡|电池|彩票|券|球|样品|药品|罐头)",
            "good": rf"(?:其中)?(?:恰|只|仅|混)?(?:有|含有|含)?(?P<n>{N}){BY_TURNS}(?:是|为|有)?(?P<what>{_GOOD})",
        },
        _kept,
        other="已知|如果|若|至[少多]|最[少多]|或|先放|[甲乙丙]|前[两二三四五\\d]次(?!都|均|抽)",
        idle="产品|奖券|抽奖箱?|次品|正品|检[测验查]",
    ),
    Form(
        "mixed_circuit",
        {
            "built": rf"{_PART_NOUN}(?P<a>{_PART})(?:和|与|、|跟){_PART_NOUN}(?P<b>{_PART})(?:先)?(?P<how>并联|串联)(?:起来)?(?:之?后)?,?(?:再|又|然后)?(?:与|和|跟|同)?{_PART_NOUN}(?P<c>{_PART})(?P<how2>并联|串联)",
            "told": rf"(?:{_PART_NOUN}(?P<names>{_PART}(?:[、,和与]{_PART_NOUN}{_PART}){{2}})(?:三个)?{_PART_NOUN})?(?:能够?|可以)?(?:正常)?(?:工作|运行)?的?(?:概率|可能性|可靠[度性])(?:依次|分别)+(?:为|是)?(?P<list>{CHANCE}(?:[、,和与]+{CHANCE}){{2}})",
            "asked": r"(?:求|问|则|那么)*(?:该|这个|整个)?[\u4e00-\u9fff]{0,4}(?:锁|系统|电路|仪器|设备|线路|装置|机器)(?:能够?|可以)?(?:正常)?(?:工作|运行|接通|运转|使用|打开)(?=的?(?:概率|可能性))",
        },
        _mixed_circuit,
        every={
            "of": rf"(?:由)?(?:[三3]个)?{_PART_NOUN}(?:组成|构成)|(?:且|并且|各|三个|元件|是否|能否|工作|正常|之间|的)*(?:彼此|相互|互相|互)(?:独立|不影响)|由[三3]个{_PART_NOUN}"
        },
    ),
    Form(
        "box_by_lot",
        {
            "lot": rf"(?:现|先|若|如果)*(?:随机|任意|任|等可能)(?:地)?(?:先)?(?:选定|选取|选择|选中|选出|选|取|挑选?|抽取?)(?:出|中)?(?:(?:一|1)个{_BOX}|(?:[两二三]个{_BOX}(?:中)?)?(?:的)?(?:一|1)个{_BOX}?)(?:\((?:选中|选到|取到)?[两二三](?:个)?{_BOX}的?(?:机会|可能性|概率)(?:都|均)?(?:相同|相等|一样|均等)\))?",
            "draw": rf"(?:,|再|然后|并|接着)*(?:从)(?:该|这个|选中的?|其|此|这一)?{_BOX}?(?:子)?(?:中|里|内)?(?:再)?(?:随机|任意?|摸)*(?:地)?(?:取出?|摸出?|抽取?|摸取)(?:出)?(?:一|1)?(?:个|只)?球",
            "asked": rf"(?:若|如果|已经|已知|知道|现|在)*{_GOT.format('')}的?(?:(?:条件|前提|情况)下)?,?(?:则|那么?|求|问|时)*(?:它|该球|这个?球|此球)?(?:是|恰好?)*(?:出|来)?自(?:于)?(?P<who>[甲乙丙丁]|[A-D]|[1-4一二三]号)(?:号)?{_BOX}(?=的?(?:概率|可能性))|(?:求|问|则|那么|,)*{_GOT.format('2')}(?=的?(?:概率|可能性))",
        },
        _box_by_lot,
        every={
            "boxes": rf"(?P<who>[甲乙丙丁]|[A-D]|[1-4一二三]号)(?:号)?{_BOX}(?:中|里|内)?(?:装|放|共)?(?:有)?(?P<n>{N})(?:个|只)(?P<x>[红白黑黄蓝绿])球(?:[、,和]|以及)?(?P<m>{N})(?:个|只)(?P<y>[红白黑黄蓝绿])球"
        },
        other="放入|放回|各[取摸抽]|两[个只]球|[2两]个球|再放",
    ),
)
