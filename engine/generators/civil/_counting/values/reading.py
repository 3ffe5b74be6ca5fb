"""Reading numbers that come by chance: dice, numbers drawn from a row of them, one from each of two sets; what is asked is read by its words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from engine.generators import patterns
from engine.generators.civil._counting.chance_words import CHANCE_WORD, in_runs
from engine.generators.civil._counting.combinatorics.words import ASKED as WAYS_ASKED
from engine.generators.civil._counting.combinatorics.words import WAY
from engine.generators.civil._counting.samples.reading import only_talks
from engine.generators.civil._counting.values.events import Events, N
from engine.generators.civil._problems.background import only_introduces
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out, to_int

_TAKEN = "\ue000"
_LIST = r"\d{1,3}(?:[、,]\d{1,3}){1,11}"
_RANGE = r"(?P<low>\d{1,2})(?:号)?(?:到|至|~|-|—)(?P<high>\d{1,3})"
_ASKED_CHANCE = rf"(?:的)?{CHANCE_WORD}(?:有|是|为|约为)?(?:多少(?:分之多少)?%?)?[,;。?:.]*$"
_THROW = r"(?:抛掷|投掷|抛|掷|扔|投)"
_FACES = re.compile(
    rf"\(?(?:它们?的?|其|每个|骰子的?)*(?:[六四6481八]|各)?(?:个)?面(?:上)?(?:的点数)?(?:分别|依次)*(?:标有|刻着|写有|标着|刻有|写着|有)(?:数字|点数)?(?:(?P<list>{_LIST})|{_RANGE})(?:这?[六四八468]个)?(?:数字?|字样|点|的正方体|点数)*(?:的)?\)?|刻着(?P<list2>{_LIST})(?:字样)?的?"
)
_DICE = re.compile(
    rf"(?:将|把|现|若|某?同学|小[\u4e00-\u9fff]|同时|先后|连续|随机|重复|地|任意|一次性|一块|一起|{_THROW}|出|了)*(?:(?P<t1>{N})次)?(?:地|{_THROW})*(?P<n>{N})(?:枚|颗|个|粒)(?:质地|材质|大小|完全|形状|、)*(?:均匀|相同|普通|一样|公平|公正|的|、)*(?:正(?:六面|方)体(?:方块)?的?)*(?:骰子|色子|正四面体|正八面体|正方体(?:玩具)?)(?:先后|连续|同时|各|重复|随机|地|一块|一起|,)*(?:{_THROW})*(?:了|出)*(?:(?P<t2>{N})次)?"
)
_TAKE_WORD = r"(?:抽取|选取|摸取|取|抽|选|摸|挑|拿)"
_FROM_TWO = re.compile(
    rf"从(?:集合)?[A-Z]?=?(?P<one>{_LIST})(?:中|里)?(?:任意|随机|任)*{_TAKE_WORD}(?:出|取)?(?:一|1)个(?:数)?(?:记)?(?:为|作为|作)?(?P<a>[a-z])?,(?:再)?从(?:集合)?[A-Z]?=?(?P<other>{_LIST})(?:中|里)?(?:任意|随机|任)*{_TAKE_WORD}(?:出|取)?(?:一|1)个(?:数)?(?:记)?(?:为|作为|作)?(?P<b>[a-z])?"
)
_TWO_SETS = re.compile(
    rf"(?:已知|设)?集合A=(?P<one>{_LIST}),(?:集合)?B=(?P<other>{_LIST}),从A[,、和]?B中各(?:任意|随机|任)*{_TAKE_WORD}(?:出|取)?(?:一|1)个(?:数|元素)?"
)
_THING = r"(?:自然数|正整数|整数|数字|数|卡片|卡|小球|乒乓球|球|号码|签|线段|木棒|小棒|木棍|纸片|牌|书|座位|房间|奖券|参观券|票)"
_UNIT = r"(?:个|张|条|根|枚|支|本|间|只|件)"
_ROW = re.compile(
    rf"(?:(?P<size>{N}){_UNIT}(?:大小|完全|形状|质地|、)*(?:相同的?|一样的?|均匀的?|不同的?)*{_THING}(?:上)?,?)?(?:它们的?|上面|上|其)?(?:编号|标号|号码|长度?)?(?:分别|依次)*(?:标有|写有|写着|标着|印有|编号为?|标号为?|标上|写上|标号|编上)?(?:数字|号码)?(?:分别|依次)*(?:是|为)?从?(?:(?P<list>\d{{1,3}}(?:厘米|米)?(?:[、,]\d{{1,3}}(?:厘米|米)?){{2,11}})|{_RANGE})(?:厘米|米)?(?:这|的|共|号)*(?:(?P<size2>{N}){_UNIT})?(?:大小|完全|形状|质地|、)*(?:相同的?|一样的?|均匀的?|不同的?)*(?:{_THING})?"
)
_DRAW = re.compile(
    rf"(?P<each>(?:每次|一次)(?:从中)?(?:任意|随机|任)*{_TAKE_WORD}(?:出)?(?:一|1){_UNIT}(?:{_THING})?,?[^,;。]{{0,10}},?(?:连续|共|再|一共|先后)*{_TAKE_WORD}?(?P<n2>[两二三23])次)|(?:一共|共|连续)*{_TAKE_WORD}(?P<n3>[两二三23])次,每次(?:从中|只)?(?:任意|随机|任)*{_TAKE_WORD}(?:出)?(?:一|1){_UNIT}(?:{_THING})?|(?:从中|现|要|再|从)*(?:任意|随机|任|随便|一次性?|同时|先后|依次|不放回地?|有放回地?|无放回地?|连续|地|中)*{_TAKE_WORD}(?:出|取)?(?:了)?(?P<n>{N})(?:{_UNIT}|次|数)(?:不同的?)?(?:{_THING})?"
)
_THEN_ANOTHER = re.compile(
    rf"(?:先|某人|从中|现)*(?:任意|随机|任)*{_TAKE_WORD}(?:出)?(?:一|1){_UNIT}(?:{_THING})?,?(?:记下[^,;。]{{0,4}},?)?(?P<back>(?:然后|再|后)*放回(?:袋中|盒中|去)?(?:后|摇匀|,)*|不放回,?)?,?(?:再|又|然后)(?:从中)?(?:任意|随机|任)*{_TAKE_WORD}(?:出)?(?:一|1){_UNIT}(?:{_THING})?"
)
_BACK = r"(?:取|抽|摸|记)?(?:出)?(?:数字|号码)?后?(?:再)?(?P<no>不再?|无)?(?:有)?放回(?:地|去|袋中|盒中)?(?:摇匀)?"
_LETTERS = r"(?:将|把)?(?:第一次|第1次|先后|两次|依次|分别|所得的?|朝上的?|向上的?|点数|数字|得到的?|的|两个数|这两个数|为|,)*(?:分别|依次)?(?:记|记作|设)(?:为|作)?(?P<a>[a-z])[、,和](?P<b>[a-z])(?:[、,](?P<c>[a-z]))?"
_IDLE = r"参加活动|一种彩票|某|口袋|袋子?|盒子?|箱子?|抽屉|桌面|里面|里|中|有|装有|放有|放着|现|不透明|一个|1个|的|从|这些|这|在|上|背面|正面|朝下|朝上|洗匀|打乱|混合均匀|充分|搅匀|后|,|大小|完全|相同|质地|均匀|除|外|形状|颜色|一样|将|把|它们|他|她|小[\u4e00-\u9fff]|某人|同学|如图|观察|向上|面|点数|数字|编号|分别|写|标|自然数|卡片|球|数|随机|任意|然后|并|计算|下列|事件|求|问|先后|顺序|按|不计|甲|乙|两人|依次|各|每次|一次|掷|抛掷|骰子|那么|则|根|木棒|线段|长度|\s|\ue000|。|:|;"
_OTHER = r"已知|条件下|若|如果|硬币|直到|为止|期望|轮流|公平|红|白|黑|黄|蓝|绿|函数|方程|直线|点\(|坐标|不等式|向量"


@dataclass
class _Source:
    domains: list[list[int]]
    take: int
    how: str
    text: str
    letters: list[str] = field(default_factory=list)
    told: str = ""


def _numbers(found: re.Match[str], key: str = "list") -> list[int]:
    groups = found.groupdict()
    if groups.get(key):
        return [int(each) for each in patterns.findall(r"\d+", groups[key] or "")]
    return list(range(int(groups["low"] or 0), int(groups["high"] or 0) + 1))


def _dice(text: str) -> _Source | None:
    faces = _FACES.search(text)
    domain = list(range(1, 7))
    if faces is not None:
        domain = _numbers(faces, "list2") if faces["list2"] else _numbers(faces)
        text = text[: faces.start()] + text[faces.end() :]
    found = _DICE.search(text)
    if found is None:
        return None
    if faces is None and not patterns.search("骰子|色子", found[0]):
        return None
    if patterns.search("四面体", found[0]) and len(domain) != 4:
        stay_out("its faces")
    times = [to_int(each) for each in (found["n"], found["t1"], found["t2"]) if each]
    rest = text[: found.start()] + _TAKEN + text[found.end() :]
    if again := patterns.search(rf"^[^,;。]*{_TAKEN},?(?:连续|先后|共)*{_THROW}(?:了)?(?P<t>{N})次", rest):
        times.append(to_int(again["t"]))
        rest = rest[: again.start()] + _TAKEN + rest[again.end() :]
    several = list({each for each in times if each > 1})
    if len(several) > 1 or max(times) > 4:
        stay_out("dice and times")
    count = several[0] if several else 1
    return _Source([domain] * count, count, "each", rest, told=f"{count} 个（次）骰子")


def _sets(text: str) -> _Source | None:
    found = _FROM_TWO.search(text) or _TWO_SETS.search(text)
    if found is None:
        return None
    groups = found.groupdict()
    letters = [groups["a"], groups["b"]] if groups.get("a") and groups.get("b") else []
    domains = [_numbers(found, "one"), _numbers(found, "other")]
    told = " 与 ".join("、".join(map(str, each)) for each in domains)
    return _Source(domains, 2, "each", text[: found.start()] + _TAKEN + text[found.end() :], [str(each) for each in letters], told)


def _row(text: str) -> _Source | None:
    found = _ROW.search(text)
    if found is None:
        return None
    numbers = _numbers(found)
    sizes = {to_int(each) for each in (found["size"], found["size2"]) if each}
    if len(set(numbers)) != len(numbers) or sizes - {len(numbers)} or not 3 <= len(numbers) <= 100:
        return None
    text = text[: found.start()] + _TAKEN + text[found.end() :]
    back = list(patterns.finditer(_BACK, text))
    replaced = any(not each["no"] for each in back)
    if replaced and any(each["no"] for each in back):
        stay_out("put back or not")
    ordered = patterns.search("先后|依次|逐个|第[一二12][张个次]", text) is not None
    draw = _THEN_ANOTHER.search(text)
    if draw is not None:
        count, ordered = 2, True
    else:
        draw = _DRAW.search(text)
        if draw is None:
            return None
        count = to_int(draw["n2"] or draw["n3"] or draw["n"])
        ordered = ordered or bool(draw["n2"] or draw["n3"])
    text = text[: draw.start()] + _TAKEN + text[draw.end() :]
    text = patterns.sub(_BACK, "", text)
    if not 1 <= count <= 5 or (count > len(numbers) and not replaced):
        return None
    domains = [numbers] * (count if replaced else 1)
    told = "、".join(map(str, numbers)) if len(numbers) < 12 else f"{numbers[0]}～{numbers[-1]}"
    return _Source(
        domains,
        count,
        "each" if replaced else "ordered" if ordered else "together",
        text,
        told=f"{told}，取 {count} 个{'，有放回' if replaced else ''}",
    )


_DOTS = r"1[,、]\s*2[,、](?:\s*3[,、])?\s*[…。.]+[,、]?\s*(?:到)?(?=\d)"


def _as_drawn(text: str) -> str:
    """Fields that each show a number, people with numbers on their shirts, numerator and denominator: as numbers drawn."""
    text = patterns.sub(
        r"(?:有)?(?P<n>[两三23])个(?P<what>刮奖区|区域|窗口|转盘|格子),每个(?P=what)(?:都)?会?(?:呈现|显示|出现)(?P<low>\d)(?:—+|-+|~|到|至)(?P<high>\d)这\d+个数字中的任意(?:一|1)个(?:数字)?",
        r"从\g<low>到\g<high>的数字中有放回地抽取\g<n>个数字",
        text,
    )
    text = patterns.sub(r",(?:若|如果)?每个数字(?:被)?(?:呈现|显示|出现)的(?:机会|可能性?)(?:均等|相等|相同|一样)", "", text)
    text = patterns.sub(
        r"(?:某[\u4e00-\u9fff]{1,3}队)?(?P<n>\d{1,2})(?:个|名)(?:人|队员|运动员|球员|学生|选手)的(?:球衣|比赛)?(?:号码|编号)(?:分别|依次)?(?:是|为)从?(?P<low>\d{1,2})(?:到|至|~)(?P<high>\d{1,2})(?:的)?(?:连续)?(?:的)?(?:自然数|整数)",
        r"从\g<low>到\g<high>的\g<n>个自然数",
        text,
    )
    text = patterns.sub(r"(?<=\d)个人(?=参加|,)", "个数", patterns.sub("球衣(?=号码|编号)|选出的人中(?=至少)", "", text))
    text = patterns.sub(
        r"(?:将|把)?(?:自然数|正整数|整数|数字|数)(?P<low>\d{1,2})(?:到|至|~|-|—)(?P<high>\d{1,3})(?:分别|依次)*写在(?:完全相同的?|大小相同的?)?(?P<n>\d{1,3})张(?:完全相同的?)?卡片上",
        r"\g<n>张卡片上写有\g<low>到\g<high>",
        text,
    )
    return patterns.sub(r"(?:分别|依次)(?:作为|作|当作|做)(?:一个分数的)?分子(?:和|、|与)?分母", "", text)


_GIVEN = re.compile(
    r"(?P<lead>^|[,;。])(?:若|如果)?(?:已知|(?=在[^,;。]{3,20}(?:条件|前提|情况)下))(?:在)?(?P<given>[^,;。]{3,18}?)(?:的(?:条件|前提|情况)下)?,(?=[^,;。]{2,24}$)"
)
"""What is known of the numbers when the chance of something more is asked."""


def _prized(text: str) -> str:
    """`如果……则可获奖，则……获奖概率` as the chance of what wins."""
    prize = r"(?:中奖|获奖|得奖|获胜|胜出|赢)(?:\d+元)?"
    text = patterns.sub(r"\(第(?:一|1)次[取摸抽]出的球(?:看过编号后)?放回(?:袋中)?\)", ",放回", text)
    return patterns.sub(
        rf"(?:如果|若|当)(?P<e>[^,;。]{{4,40}}?)(?:时)?,?(?:则|就|即|便)?(?:可以?|能|算|称|会)*{prize},?[。;]?(?:则|那么|问|求)*(?:某|该|一位|抽奖)*(?:位|个)?(?:顾客|人|参加者|选手)?[^,;。]{{0,6}}{prize}(?:的)?(?P<c>{CHANCE_WORD})",
        r"\g<e>的\g<c>",
        text,
    )


def _read(story: Story, asks_chance: bool) -> Recognition | None:
    text = patterns.sub("连(?=[掷抛投扔])", "连续", patterns.sub("[“”\"'《》{}]", "", story.rest))
    text = patterns.sub(r"\s+|[啊呀呢吗哦]*(?:宝子|家人|大佬|各位|同学|朋友)们?[。?!]*$", "", text)
    if asks_chance:
        text = _prized(
            _as_drawn(patterns.sub(r"购物满\d+元(?:的顾客)?(?:均|都)?(?:可以?|即可)抽奖(?:一|1)次[。,]|满足抽奖条件的", "", text))
        )
    text = patterns.sub(r"\((?:结果|答案|请?用|精确|cm|厘米|单位)[^()]*\)", "", in_runs(text))
    text = patterns.sub("[()]", ",", text) if asks_chance else text
    if asks_chance and (talk := patterns.search(r"(?<=[率性]),[^,;。?]*$", text)) and only_talks(talk[0]):
        text = text[: talk.start()]
    question = patterns.search(_ASKED_CHANCE, text) if asks_chance else next(reversed(list(patterns.finditer(WAYS_ASKED, text))), None)
    if question is None or (asks_chance and patterns.search(CHANCE_WORD, text[: question.start()])):
        return None
    after = patterns.sub(rf"{WAY}|[^\u4e00-\u9fff\d]|的|共|有", "", text[question.end() :])
    if not asks_chance and (not patterns.search("种|法|情况", question[0]) or (after and not only_talks(after))):
        return None
    body = text[: question.start()].rstrip(",;。?:")
    known = _GIVEN.search(body) if asks_chance else None
    if known is not None:
        body = body[: known.start()] + known["lead"] + body[known.end() :]
    if suspect := patterns.search(_OTHER, body):
        stay_out(suspect[0])
    source = _sets(body) or _dice(body) or _row(body)
    if source is None:
        return None
    rest = source.text
    if named := patterns.search(_LETTERS, rest):
        source.letters = [named["a"], named["b"], *([named["c"]] if named["c"] else [])]
        rest = rest[: named.start()] + rest[named.end() :]
        if len(source.letters) != source.take:
            stay_out("letters")
        if source.how == "together":
            source.how = "ordered"
    clauses = list(patterns.split(r"[,;。?:]", rest))
    event = clauses[-1]
    if not event.replace(_TAKEN, "").strip() and len(clauses) > 1:
        return None
    before = clauses[:-1]
    if _TAKEN in event:
        head, event = event.rsplit(_TAKEN, 1)
        before.append(head)
    for clause in before:
        left = patterns.sub(_IDLE, "", clause)
        if left and not only_talks(clause) and not only_introduces(clause):
            stay_out(f"{left} in {clause}")
    events = Events(source.take, source.letters)
    wanted = events.of(event)
    given = events.of(known["given"]) if known is not None else []
    if source.how == "together" and patterns.search(r"item|rising|falling|fraction|arithmetic', True", str(wanted)):
        if not asks_chance:
            stay_out("in order or not")
        source.how = "ordered"
    if len(source.domains) == 1 and source.take * (2 if len(source.domains[0]) > 40 else 1) > 4 and source.how == "ordered":
        source.how, wanted = _by_symmetry(wanted, source)
    return Recognition(
        parameters={
            "task": "values",
            "how": source.how,
            "domains": source.domains,
            "take": source.take,
            "given": given,
            "wanted": wanted,
        },
        understood=(
            ("数", source.told),
            *((("已知", known["given"]),) if known is not None else ()),
            ("求", event.replace(_TAKEN, "").strip() + ("的概率" if asks_chance else "的取法")),
        ),
    )


def _by_symmetry(wanted: list[Any], source: _Source) -> tuple[str, list[Any]]:
    """Of many numbers drawn in order, which are small or large makes no difference to their order: as many numbers as are drawn will do."""
    if wanted in ([["rising"]], [["falling"]]):
        source.domains = [list(range(1, source.take + 1))]
        return "ordered", wanted
    return source.how, wanted


def read_values_chance(text: str) -> Recognition | None:
    """The chance that something holds for numbers that come by chance.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(patterns.sub(_DOTS, "1到", text))
    return _read(story, True) if story.has(CHANCE_WORD) and story.has("数|号|三角形|骰|面体|集合") else None


def read_values_count(text: str) -> Recognition | None:
    """In how many ways numbers can be chosen so that something holds.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(patterns.sub(_DOTS, "1到", text))
    story.refuse(f"{CHANCE_WORD}|骰|硬币|组成|位数")
    return _read(story, False) if story.has("数|号|三角形") else None


__all__ = ["WAY", "read_values_chance", "read_values_count"]
