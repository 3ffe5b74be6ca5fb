"""Chances with a form of their own, read by their cues: draws kept until the first or the last is found, a meeting, a box taken by lot, parts connected, a target."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import comb

from engine.generators import patterns
from engine.generators.civil._counting.chance_words import CHANCE_WORD
from engine.generators.civil._counting.cues import Cues, N
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out, to_int, to_share

Counted = tuple[Fraction, list[str]]
_P = r"(?:(?<![\d.])0?\.\d+|(?<![\d.])\d{1,2}(?:\.\d+)?%|(?<![\d/])\d{1,2}/\d{1,2}(?![\d/]))"
_ASKED = rf"(?:的)?{CHANCE_WORD}(?:又)?(?:是|为|有|约为|=)?(?:多少(?:分之多少)?%?)?(?:呢)?[,;。?:=]*$"
_UNIT = r"(?:个|只|件|张|把|支|枚|台|名|位|瓶|盒|颗|根|袋)"


def _opened(text: str) -> Cues:
    story = Cues(text)
    if not story.has(CHANCE_WORD):
        stay_out("no chance asked")
    return story


def _counted(how: str, arguments: list[object], *understood: tuple[str, str]) -> Recognition:
    return Recognition(parameters={"task": "counted", "how": how, "arguments": arguments}, understood=understood)


# --- draws that are kept -------------------------------------------------------------------------------------------------------------

_GOOD = r"(?:有奖|中奖券?|一等奖|次品|废品|坏的?|不合格品?|不合格的|正品|合格品|能(?:打)?开(?:门|锁)的?|已坏的?|过期的?)"
_KEPT = r"(?:每次|逐[一个件张次]|依次|一[个件张把只](?:接|一|又)?一?[个件张把只](?:地)?|随机|陆续|顾客)*(?:地|来|只)?(?:从中)?(?:抽取|抽查|抽检|检验|检测|检查|抽|取出|取|摸出|摸|测试|测|试)*(?:一|1)?(?:个|件|张|把|只)?(?:产品|奖券|零件|钥匙|球)?(?:出来)?(?:且|,|并)?\(?(?:每次)?(?:检测|检验|取|抽|测|试)?(?:出|完)?(?:之?后|过的)?(?:均|都)?(?:不再?|无)放回(?:去)?\)?(?:地)?(?:抽取|抽|取|检验|检测|逐[一个件]检[测验])?"


def read_kept_draws(text: str) -> Recognition | None:
    """Drawn one by one and kept: the first of a sort, or the last of it, comes at a place."""
    story = _opened(text)
    story.refuse("已知|如果|若|至[少多]|最[少多]|或|先放|[甲乙丙]|前[两二三四五\\d]次(?!都|均|抽)")
    turn = rf"第(?P<k>{N})(?:次|个|位|张|件|名)(?:抽取?|取|检[测验查]|测试?)?(?:的)?(?:顾客|人|产品|奖券)?"
    first = story.take(
        rf"(?:恰好?|正好|刚好|问|求|则|那么|能够)*(?:到|在)?{turn}(?:时)?(?:,)?(?:才|恰好?|正好|刚好)*(?P<first>首次|才|第一次|首个|第一个)(?:首次|第一次)?(?:能)?(?:抽|取|摸|测|检|查|抽查|检测|检验|找)(?:到|出|中)?(?P<what>{_GOOD}|奖)?(?:\((?:即|也就是)?[^()]*\))?{_ASKED}"
    )
    last = (
        None
        if first
        else story.take(
            rf"(?:恰好?|正好|刚好|问|求|则|那么|能够?)*(?:在|到)?{turn}(?:时)?(?:,)?(?:才|恰好?|正好|刚好)*(?:把)?(?:找|查|检|测|检测|检验|取|抽)?(?:出|到|完)?(?P<all>所有|全部|最后(?:一|1){_UNIT}|(?P<n>{N}){_UNIT})(?:的)?(?P<what>{_GOOD})(?:都|全部|全|均)*(?:被)?(?:找|查|检|测|检测|检验|取|抽)?(?:出来?|到|完)?{_ASKED}"
        )
    )
    kept = story.take(_KEPT) if patterns.search("不再?放回|无放回", story.rest) else None
    whole = story.number(
        rf"(?:一?共|总共|装|放)?(?:有)?(?<![第每只])(?P<n>{N}){_UNIT}(?:外观|形状|完全|大小|相同|一样|的)*(?:产品|奖券|零件|钥匙|灯泡|电池|彩票|券|球|样品|药品|罐头)"
    )
    good = story.take(rf"(?:其中)?(?:恰|只|仅|混)?(?:有|含有|含)?(?P<n>{N}){_UNIT}(?:是|为|有)?(?P<what>{_GOOD})")
    asked = first or last
    if asked is None or kept is None or whole is None or good is None:
        return None
    number, place = to_int(good["n"]), to_int(asked["k"])
    what = asked["what"] or ""
    if what and what != "奖" and what[:2] != good["what"][:2] and not ("奖" in what and "奖" in good["what"]):
        stay_out("of which sort")
    if last is not None and last["n"] and to_int(last["n"]) != number:
        stay_out("not all of them")
    story.done("箱里|盒里|产品|奖券|商场|抽奖箱?|次品|正品|顾客|检[测验查]")
    if not 1 <= number < whole or not 1 <= place <= whole:
        return None
    understood = (
        ("共有", f"{whole} 个，其中 {number} 个{good['what']}"),
        ("求", f"第 {place} 次才{'第一次取到' if first else '取完'}的概率"),
    )
    return _counted("first-kept" if first else "last-kept", [whole, number, place], *understood)


def first_kept(whole: int, good: int, place: int) -> Counted:
    """The first good one comes at that place."""
    if place > whole - good + 1:
        stay_out("it comes before")
    value = Fraction(comb(whole - place, good - 1), comb(whole, good))
    return value, [
        f"{good} 个的位置一共 C({whole}, {good}) = {comb(whole, good)} 种；第一个在第 {place} 位，其余 {good - 1} 个在后 {whole - place} 位：{comb(whole - place, good - 1)} 种。"
    ]


def last_kept(whole: int, good: int, place: int) -> Counted:
    """The last good one comes at that place."""
    if place < good:
        stay_out("too early")
    value = Fraction(comb(place - 1, good - 1), comb(whole, good))
    return value, [
        f"{good} 个的位置一共 C({whole}, {good}) = {comb(whole, good)} 种；最后一个在第 {place} 位，其余 {good - 1} 个在前 {place - 1} 位：{comb(place - 1, good - 1)} 种。"
    ]


# --- a meeting -----------------------------------------------------------------------------------------------------------------------

_HOURS = r"(?:中午|上午|下午|晚上|早上|早晨|傍晚|凌晨)?"
_MEETS = r"(?:见面|会面|碰头|碰面|相见|相遇|见上面|碰上面|见到面|见到|遇上|遇到|碰上|见着)"


def read_met(text: str) -> Recognition | None:
    """Two who come at any time of an hour or so, the first of whom waits a while."""
    story = _opened(text)
    if not story.has(_MEETS) or not story.has("等"):
        return None
    story.refuse("丙|[三四]人|[三四]位|甲|先后次序|先到的概率|迟到|车|已知")
    span = story.take(
        rf"{_HOURS}(?P<a>\d{{1,2}}|[一二两三四五六七八九十]+)(?:点|时|:00)(?:整)?(?:到|至|~|-|—|和|与){_HOURS}(?P<b>\d{{1,2}}|[一二两三四五六七八九十]+)(?:点|时|:00)(?:整)?(?:之间|间)?"
    )
    wait = story.take(
        rf"(?:先(?:到|来)(?:的|达)?(?:人|者|一方|那位|那个)?)(?:,)?(?:最多|只|至多|会|就|愿意|需|要|将|可)*(?:等候|等待|等)(?:对方|另一人|另一个人|另一方|后到的人|后来的人)?(?:最多)?(?P<n>{N})分钟"
    )
    asked = story.take(
        rf"(?:求|问|则|那么)?(?:两人|他们|他俩|二人|两位[\u4e00-\u9fff]{{2}})?(?:能够?|可以|可能)?(?:顺利|成功)?(?:地)?{_MEETS}{_ASKED}"
    )
    if span is None or wait is None or asked is None:
        return None
    story.take_all(
        r"(?:超过|过了?)?(?:时间|时|期)(?:就|即|便|则|后)?(?:走|离开|离去)(?:人|了)?|等不到(?:对方|人)?(?:就|即|便|则)(?:走|离开|离去)(?:了|人)?|(?:过时|逾时|否则|然后|之后)(?:就|即|便|则|可)*(?:走|离开|离去)(?:人)?|不(?:再)?(?:等|候)(?:了)?"
    )
    story.take_all(
        r"(?:假设|假定|设|且|并且|若|如果)?(?:两人|他们|每人|各人|二人|每个人)?(?:都)?(?:会)?(?:在)?(?:这|该)?(?:一|1)?(?:个)?(?:小时|段时间|时段|期间)?(?:里|内|中)?(?:的)?(?:任[何意一]时[刻间])(?:到达|到|来)?(?:的)?(?:机会|可能性|可能|概率)?(?:都|均|是)*(?:均等|相等|相同|一样|等可能)?(?:的)?(?:到达)?|(?:到达)?(?:是)?等可能(?:的|地)?(?:到达)?|(?:且|并且)?(?:各自|相互|互相|彼此)?(?:独立|互不影响)(?:到达)?|(?:各自)?随机(?:到达)?"
    )
    story.done(
        rf"[两二](?:位|个|名)?[\u4e00-\u9fff]{{0,2}}?(?:人|网友|朋友|同学|同事|好友)|约定|约好|相约|商定|{_MEETS}|[两二]人|到达|都会|门口|如果|假设|假定|先(?:到|来)的人|任意|每人"
    )
    start, end = to_int(span["a"]), to_int(span["b"])
    window, minutes = (end - start if end > start else end + 12 - start) * 60, to_int(wait["n"])
    if not 0 < minutes < window:
        return None
    return Recognition(
        parameters={"task": "meeting", "window": window, "wait": minutes},
        understood=(("时间段", f"{window} 分钟"), ("等", f"{minutes} 分钟"), ("求", "见到面的概率")),
    )


# --- parts connected -----------------------------------------------------------------------------------------------------------------


def read_mixed_circuit(text: str) -> Recognition | None:
    """Two parts connected in one way, and both with a third in the other."""
    story = _opened(text)
    part = r"(?:电子)?(?:元件|部件|开关|零件|器件|模块)?"
    one = r"(?<![A-Za-z])[A-Ca-c甲乙丙](?![A-Za-z])"
    built = story.take(
        rf"{part}(?P<a>{one})(?:和|与|、|跟){part}(?P<b>{one})(?:先)?(?P<how>并联|串联)(?:起来)?(?:之?后)?,?(?:再|又|然后)?(?:与|和|跟|同)?{part}(?P<c>{one})(?P<how2>并联|串联)"
    )
    if built is None or built["how"] == built["how2"] or len({built[name].lower() for name in "abc"}) != 3:
        return None
    told = story.take(
        rf"(?:{part}(?P<names>{one}(?:[、,和与]{part}{one}){{2}})(?:三个)?{part})?(?:能够?|可以)?(?:正常)?(?:工作|运行)?(?:的)?(?:{CHANCE_WORD}|可靠[度性])(?:依次|分别)+(?:为|是)?(?P<list>{_P}(?:[、,和与]+{_P}){{2}})"
    )
    asked = story.take(
        rf"(?:求|问|则|那么)*(?:该|这个|整个)?(?:[\u4e00-\u9fff]{{0,4}}(?:锁|系统|电路|仪器|设备|线路|装置|机器))(?:能够?|可以)?(?:正常)?(?:工作|运行|接通|运转|使用|打开){_ASKED}"
    )
    if told is None or asked is None:
        return None
    chances = [str(Fraction(to_share(each))) for each in patterns.findall(_P, told["list"])]
    order = [each.lower() for each in patterns.findall(one, told["names"])] if told["names"] else ["a", "b", "c"]
    place = [each.lower() for each in (built["a"], built["b"], built["c"])]
    if sorted(order) != sorted(place):
        stay_out("whose chances")
    story.take_all(
        rf"(?:由)?(?:[三3]个)?{part}(?:组成|构成)|(?:且|并且|各|三个|元件|是否|能否|工作|正常|之间|的)*(?:彼此|相互|互相|互)(?:独立|不影响)|由[三3]个{part}"
    )
    story.done("电子|元件|组成|构成|由|[三3]个")
    mine = [chances[order.index(each)] for each in place]
    return _counted(
        "mixed-circuit",
        [mine, built["how"] == "并联"],
        ("各自工作的概率", "、".join(f"{name} {decimal(Fraction(chance), 4)}" for name, chance in zip(place, mine, strict=True))),
        ("连法", f"{place[0]}、{place[1]} {built['how']}，再与 {place[2]} {built['how2']}"),
    )


def mixed_circuit(chances: list[str], parallel_first: bool) -> Counted:
    """Two of three parts connected first, then the third."""
    a, b, c = map(Fraction, chances)
    if parallel_first:
        both = 1 - (1 - a) * (1 - b)
        return both * c, [f"并联部分 1 − (1 − {a}) × (1 − {b}) = {both}，再与第三个串联：{both} × {c} = {both * c}。"]
    both = a * b
    return 1 - (1 - both) * (1 - c), [
        f"串联部分 {a} × {b} = {both}，再与第三个并联：1 − (1 − {both}) × (1 − {c}) = {1 - (1 - both) * (1 - c)}。"
    ]


# --- a box by lot --------------------------------------------------------------------------------------------------------------------

_BOX = r"(?:箱子?|盒子?|袋子?|口袋|罐子?|抽屉|坛子?|桶)"


def read_box_by_lot(text: str) -> Recognition | None:
    """One of some boxes is chosen by lot, and one ball is drawn from it: of which sort it is, or from which box it was."""
    story = _opened(text)
    boxes = story.take_all(
        rf"(?P<who>[甲乙丙丁]|[A-D]|[1-4一二三]号)(?:号)?{_BOX}(?:中|里|内)?(?:装|放|共)?(?:有)?(?P<n>{N})(?:个|只)(?P<x>[红白黑黄蓝绿])球(?:[、,和]|以及)?(?P<m>{N})(?:个|只)(?P<y>[红白黑黄蓝绿])球"
    )
    if len(boxes) < 2 or len({frozenset((box["x"], box["y"])) for box in boxes}) != 1 or boxes[0]["x"] == boxes[0]["y"]:
        return None
    story.refuse("放入|放回|各[取摸抽]|两[个只]球|[2两]个球|再放")
    lot = story.take(
        rf"(?:现|先|若|如果)*(?:随机|任意|任|等可能)(?:地)?(?:先)?(?:选定|选取|选择|选中|选出|选|取|挑选?|抽取?)(?:出|中)?(?:(?:一|1)个{_BOX}|(?:[两二三]个{_BOX}(?:中)?)?(?:的)?(?:一|1)个{_BOX}?)(?:\((?:选中|选到|取到)?[两二三](?:个)?{_BOX}的?(?:机会|可能性|概率)(?:都|均)?(?:相同|相等|一样|均等)\))?"
    )
    draw = story.take(
        rf"(?:,|再|然后|并|接着)*(?:从)(?:该|这个|选中的?|其|此|这一)?{_BOX}?(?:子)?(?:中|里|内)?(?:再)?(?:随机|任意?|摸)*(?:地)?(?:取出?|摸出?|抽取?|摸取)(?:出)?(?:一|1)?(?:个|只)?球"
    )
    if lot is None or draw is None:
        return None
    sign = rf"(?P<x>[{boxes[0]['x']}{boxes[0]['y']}])球"
    got = rf"(?:取|摸|抽)?(?:出|到|得|中)*(?:的)?(?:球)?(?:恰好?)?(?:是|为)?{sign}"
    cause = story.take(
        rf"(?:若|如果|已经|已知|知道|现|在)*{got}(?:的(?:条件|前提|情况)下)?(?:,)?(?:则|那么?|求|问|时)*(?:它|该球|这个?球|此球)?(?:是|恰好?)*(?:出|来)?自(?:于)?(?P<who>[甲乙丙丁]|[A-D]|[1-4一二三]号)(?:号)?{_BOX}{_ASKED}"
    )
    total = None if cause else story.take(rf"(?:求|问|则|那么|,)*{got}{_ASKED}")
    asked = cause or total
    if asked is None:
        return None
    story.done(rf"有|{_BOX}|[甲乙丙]")
    names = [box["who"] for box in boxes]
    rates = [str(Fraction(to_int(box["n"] if box["x"] == asked["x"] else box["m"]), to_int(box["n"]) + to_int(box["m"]))) for box in boxes]
    if len(set(names)) != len(names) or (cause and cause["who"] not in names):
        stay_out("which box")
    which = names.index(cause["who"]) if cause else -1
    told = "；".join(f"{box['who']} {box['n']} {box['x']} {box['m']} {box['y']}" for box in boxes)
    return _counted(
        "box-by-lot",
        [names, rates, which],
        ("各箱", told),
        ("取法", "先等可能地选一个箱子，再取一球"),
        ("求", f"取到{asked['x']}球" + (f"时来自{cause['who']}箱的概率" if cause else "的概率")),
    )


def box_by_lot(names: list[str], rates: list[str], which: int) -> Counted:
    """The whole chance, or the share of one box in it."""
    chances = [Fraction(each) for each in rates]
    total = sum(chances, Fraction(0)) / len(chances)
    steps = [f"每个箱子被选中的概率是 1/{len(chances)}，全概率：({' + '.join(rates)}) ÷ {len(chances)} = {total}。"]
    if which < 0:
        return total, steps
    own = chances[which] / len(chances)
    return own / total, [*steps, f"其中来自{names[which]}的是 {own}，({own}) ÷ ({total}) = {own / total}。"]


TOLD_COUNTED: dict[str, Callable[..., Counted]] = {
    "first-kept": first_kept,
    "last-kept": last_kept,
    "mixed-circuit": mixed_circuit,
    "box-by-lot": box_by_lot,
}
"""What `parameters` of these readings call, by name."""
TOLD_READERS = (read_kept_draws, read_met, read_mixed_circuit, read_box_by_lot)
