"""Reading one thing tried so many times, each time with the same chance: how many times it comes out.

Two numbers and a chance are told, whatever the story: what is tried (`命中`, `成活`, `下雨`, `正面`) is told with its chance and again where the chance
of so many is asked; both must speak of the same.
"""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.civil._counting.chance_words import CHANCE_WORD
from engine.generators.civil._counting.samples.reading import only_talks
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out, to_int, to_share

_N = r"(?:\d+|[一二两三四五六七八九十]+)"
_SHARE = r"(?P<p>(?<![\d.])0?\.\d+|(?<![\d.])\d{1,2}(?:\.\d+)?%|(?<![\d/])\d{1,2}/\d{1,2})(?![\d/])"
_UNIT = r"(?:次|发|枪|天|棵|株|粒|道题|道|题|件|个|局|人|瓶|枚|支|台|颗|户|名|位|轮|箭|球|场|年|日|盏|张|份|批|组|种子|路口)"
_ASKED = rf"(?:的)?{CHANCE_WORD}(?:有|是|为|约为|约是|=)?(?:(?:多少|几)(?:分之(?:多少|几))?%?)?(?:来着)?[,;。?:]*$"
_TOLD = re.compile(
    rf"(?P<what>[^,;。?\d]{{0,12}}(?:10环|\d点)?[^,;。?\d]{{0,10}}?)(?:的)?(?P<rate>{CHANCE_WORD}|率)(?:都|均|各|分别|大约|约|恒)*(?:为|是|有|达到|达|等于)?{_SHARE}"
)
_OTHER = re.compile(
    r"放回|条件下|直到|为止|停止|袋|第[一二三四五六七\d](?:次|局|天|个|发)|期望|轮流|比分|胜制|[甲乙丙]|两人|各(?!次|天|局|个)|接连|依次|交替|相邻|连[中胜]|连续(?:命中|击中|[两二三四2-4](?!天[之中内里]*,?(?:恰|正好|刚好|至[少多]|最[少多])))|[中内里]连续[两二三四2-4]|(?:恰好?|正好|刚好|至[少多]|最[少多]|有)[^,;。]{0,3}连续|骰|除|若|如果|平均|倍|不独立|加倍|影响下"
)
_COIN = re.compile(
    rf"(?:将|把|同时|先后|连续|重复|独立地?|随机|抛掷|投掷|抛|掷|扔|投|,)*(?P<n>{_N})(?:枚|个)(?:质地|材质|完全)?(?:均匀|公正|公平|相同|一样|普通|、|的)*硬币(?:同时|先后|连续|重复|独立|各|地)*(?:抛掷|投掷|抛|掷|扔|投)?(?:了|出)?(?P<m>{_N})?次?"
)
_COUNT_FIRST = re.compile(rf"(?:抛掷|投掷|抛|掷|扔|投)了?(?P<n>{_N})次(?=(?:一枚|1枚)?(?:均匀的?)?硬币)")
_SIDES = re.compile(
    r"(?P<up>[一两二三四1-4])(?:个|枚|次)?正(?:面)?(?:朝上|向上)?[、,]?(?P<down>[一两二三四1-4])(?:个|枚|次)?反(?:面)?(?:朝上|向上)?"
)
_IDLE = re.compile(
    r"其中|在|那么|则|问|恰好?|正好|刚好|有且(?:只|仅)有|只有|仅有|共有|一共|总共|会|能够?|出现|朝上|向上|面|的|是|为|有|中|里|这|那|他|她|它|们|该|名|位|射击|射箭|投篮|试验|测试|投掷|抛掷|抛|掷|次|天|接下来|未来|结果|至少|最少|不少于|至多|最多|不超过|不多于|都|全部?|均|了|被|以上|环|能|可以|得到|情况|事件|目标|靶心?|树苗|种子|零件|产品|电话|客户|硬币|每|共|选手|职工|士兵|运动员|途中|上班|下班|连抽|抽|种植|连续|独立|射|打"
)
_HITS = ("中命击靶", "活", "芽", "雨", "正", "反", "合格", "良", "对", "胜赢", "成功", "愈效", "通过", "达", "进", "红", "奖", "接", "开")


def _same(told: str, asked: str) -> bool:
    """Whether both speak of the same outcome."""
    pairs = {told[place : place + 2] for place in range(len(told) - 1)}
    if any(pair in asked for pair in pairs if not patterns.search("[的每是为会能]|次(?!品)|[^残]次", pair)):
        return True
    return any(any(sign in told for sign in signs) and any(sign in asked for sign in signs) for signs in _HITS)


def _numbers(text: str, among: bool = False) -> list[tuple[int, int]]:
    """Every number that counts tries or outcomes, with its place."""
    found = []
    for match in patterns.finditer(
        rf"(?<![第每\d.某同])(?P<n>{_N})(?:{_UNIT})", patterns.sub(r"10环|\d点", lambda each: "#" * len(each[0]), text)
    ):
        one = patterns.fullmatch("[一1](?:次|个|名|位|人|场|批|组|枚|轮|年)", match[0]) is not None
        if one and not (
            among and patterns.search("(?:至[少多]|最[少多]|恰好?|正好|只|仅|不超过|不少于)[^,;。]{0,3}$", text[: match.start()])
        ):
            continue
        found.append((match.start(), to_int(match["n"])))
    return found


def _how_often(event: str, told: list[int]) -> tuple[int, list[int]]:
    """How often it is tried, and the numbers of times that are asked for.

    Raises:
        StayOut: not told, or in several ways.
    """
    mine = _numbers(event, among=True)
    negated = patterns.search("不(?!少|超|多|低|受)|没|未(?!来)", event) is not None
    if patterns.search("都|全|均", event) is not None:
        said = {*told, *(number for _, number in mine)}
        if len(said) != 1:
            stay_out("how often")
        tries = said.pop()
        return tries, [0 if negated else tries]
    if not mine or negated:
        stay_out("how many of them")
    place, number = mine[-1]
    said = {*told, *(each for _, each in mine[:-1])}
    if len(said) != 1:
        stay_out("how often")
    tries = said.pop()
    how = event[max(0, place - 6) : place]
    if patterns.search("至少|最少|不少于|不低于", how) or patterns.search("以上(?!的)?", event[place:]):
        return tries, list(range(number, tries + 1))
    if patterns.search("至多|最多|不超过|不多于", how):
        return tries, list(range(number + 1))
    return tries, [number]


def read_repeated(text: str) -> Recognition | None:
    """The chance that what is tried so many times comes out so often.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    if not story.has(CHANCE_WORD):
        return None
    plain = patterns.sub(
        r"""[“”"'《》()]|(?:各|每)次[^,;。\d]{0,6}的?结果(?:之间)?(?:相互独立|互不影响|互相独立)?(?=[,;。])|相互独立|互相独立|互不影响|彼此独立|是否[^,;。]{1,6}(?:相互)?(?:独立|没有影响)""",
        "",
        story.rest,
    )
    question = patterns.search(_ASKED, plain)
    if question is None:
        return None
    body = _COUNT_FIRST.sub(r"抛\g<n>枚", plain[: question.start()]).replace("枚一枚", "枚").replace("枚1枚", "枚")
    if suspect := _OTHER.search(body):
        stay_out(suspect[0])
    coin = _COIN.search(body)
    told = list(_TOLD.finditer(body))
    tries: int | None = None
    if coin is not None:
        if told:
            stay_out("coins and more")
        first, second = to_int(coin["n"]), to_int(coin["m"]) if coin["m"] else 1
        if min(first, second) != 1:
            stay_out("coins, or times")
        if max(first, second) > 1:
            tries = max(first, second)
        start, end = coin.span()
        name, chance = "正面" if "正" in body[end:] else "反面", to_share("1/2")
        if "正" in body[end:] and "反" in body[end:] and (sides := _SIDES.search(body, end)) is not None:
            # `一正一反` tells every coin.
            up, down = to_int(sides["up"]), to_int(sides["down"])
            if up + down != max(first, second):
                stay_out("some of the coins")
            body = f"{body[: sides.start()]}恰{up}次正{body[sides.end() :]}"
        if "正" in body[end:] and "反" in body[end:]:
            stay_out("both sides")
    else:
        if len(told) != 1:
            return None
        name, chance = told[0]["what"] + told[0]["rate"], to_share(told[0]["p"])
        start, end = told[0].start(), told[0].end()
        if patterns.search("不(?!受|同)|没|未|失败", name):
            stay_out("a chance of failing")
    clauses = [each for each in patterns.split(r"[,;。?:\n]", body[end:]) if each.strip()]
    if not clauses:
        return None
    event, before = clauses[-1], body[:start] + "," + body[end : body.rindex(clauses[-1])]
    counted = [number for _, number in _numbers(before + (told[0][0] if told else ""))] + ([tries] if tries else [])
    if told and (split := patterns.search(rf"{_N}$", body[:start])) and (more := _numbers(split[0] + told[0][0])):
        counted += [number for _, number in more]  # `接下来的 4 天中每天下雨的概率`
        before = before.replace(body[:start], body[: split.start()], 1)
    if coin is not None and not counted and not _numbers(event, among=True):  # one coin, thrown once
        if not patterns.search("[正反]", event) or patterns.search("不|没|未|都|全", event):
            stay_out("which side")
        tries, fits = 1, [1]
    else:
        tries, fits = _how_often(event, counted)
    if not _same(name, event) or not (coin is not None or tries > 1) or tries > 20 or not all(0 <= each <= tries for each in fits):
        stay_out("of something else")
    left = patterns.sub(rf"{_N}{_UNIT}|10环|\d点", "", event)
    left = _IDLE.sub("", left)
    for sign in name:
        left = left.replace(sign, "")
    if len(patterns.sub(r"[\s\ue000中命击活芽雨]", "", left)) > 2:
        stay_out(f"{left} in {event}")
    for clause in patterns.split(r"[,;。?:\n]", before):
        if clause.strip() and not only_talks(clause) and patterns.search(r"[\d一二两三四五六七八九十]|不|没|各|只|另|最", clause):
            story_left = _IDLE.sub("", patterns.sub(rf"{_N}{_UNIT}", "", clause))
            if patterns.search(r"[\d一二两三四五六七八九十百千不没无未非除只仅各另再先前后剩余损坏最]", story_left) or len(story_left) > 16:
                stay_out(f"{story_left} in {clause}")
    return Recognition(
        parameters={"task": "trials", "names": ["每次"], "chances": [str(chance)], "times": [tries], "wanted": [["sum", [0], fits]]},
        understood=(("每次的概率", decimal(chance, 4)), ("次数", str(tries)), ("求", event.strip())),
    )
