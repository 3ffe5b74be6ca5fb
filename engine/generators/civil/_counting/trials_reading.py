"""Reading tries with their chances: who has which chance, how often each tries, what is asked."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from engine.generators import patterns
from engine.generators.civil._counting.chance_words import CHANCE_WORD
from engine.generators.civil._counting.samples.reading import only_talks
from engine.generators.civil._counting.samples.words import N
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out, to_int, to_share

_NAME = r"(?:小(?!组|区|学|时|品|朋|孩|伙|球)[\u4e00-\u9fff]|老[王李张刘赵周陈](?!师)|[甲乙丙丁](?:[队方组班](?!人))?|(?<![A-Za-z])[A-D](?![A-Za-z])(?:[队方])?|[\u4e00-\u9fff]某(?![种些个]))"
_P = r"(?P<p>0?\.\d+|\d{1,2}(?:\.\d+)?%|\d{1,2}/\d{1,2})"
_ASKED = rf"(?:的)?{CHANCE_WORD}(?:有|是|为|约为)?(?:多少(?:分之多少)?%?)?"
_RATE = rf"(?:{CHANCE_WORD}|胜率|命中率|把握)"
_HIT = r"(?:命中(?:目标|靶心|10环|十环)?|投中|投进|射中|击中(?:目标|敌机)?|打中|中靶|罚中|罚进|破译(?:出来|成功)?|译出(?:密码)?|解出(?:来)?|解决|做出|做对|答对|通过|合格|及格|达标|成功|录取|录用|正常工作|遇到红灯|遇红灯|下雨|有雨|成活|发芽|治愈|准时到达|获奖|中奖|考上|过关|完成)"
_HIT_GROUPS = (
    "命中投射击打靶罚",
    "破译解做答",
    "通过合格及达标成功关",
    "录用取考",
    "正常",
    "红灯",
    "雨",
    "活",
    "芽",
    "愈",
    "准时",
    "奖",
    "完",
)
_NOT = r"(?:都)?(?:没有?|未能?|不能?|没能)(?:被)?"
_IDLE = "单打|双打|男单|女单|决赛|半决赛|友谊赛|[\u4e00-\u9fff]球赛|打|一场|赛|举行|进行|一场|比赛|采取|采用|采|制|乒乓球|羽毛球|排球|围棋|象棋|台球|网球|篮球|每局|各局|每场|场次|之间|相互|互相|彼此|独立|互不影响|没有影响|不影响|结果|的|在|地|两人|双方|两队|两个|篮球|运动员|选手|站|罚球线上|投球|射击|投篮|其中|现在|现|如果|若|且|并且|没有平局|不存在平局|无平局|有|这样|一个|问题|假设|规定|任何一方|比分|得到|这|是|为|和|与|对|同一|目标|同时|向|进行射击|各自|分别|能|最终|最后|则|那么|问|都|均|一次|各|共|总|球|发|人|比|他们|参加|考试|测试|面试|某|次|已知|一份|密码|去|独立地|一道|题|难题|数学|是否|每次|每人|各次|恰|剩余|结束后|后|时|已经|结束|目前|所有|可能|当|会"
_IDLE_PATTERN = re.compile(
    "|".join(
        (r"[两二三四2-4](?:名|位|个|支)[\u4e00-\u9fff]{0,3}(?:员|手|人|生|者|队|队伍)", *sorted(_IDLE.split("|"), key=len, reverse=True))
    )
)
_SIGNS: tuple[tuple[str, str], ...] = (
    ("L", r"至少|最少|不少于|不低于|起码"),
    ("M", r"至多|最多|不超过|不多于"),
    ("X", r"恰好?有?|正好有?|刚好有?|有且(?:只|仅)有|只有|仅有?|只"),
    ("Q", r"比"),
    ("+", r"多(?!少)"),
    ("E", r"(?:次数|个数|球数)?(?:相同|相等|一样多?)"),
    ("Z", _NOT),
    ("H", rf"(?:被)?{_HIT}"),
    ("A", r"都|均|全部?"),
)


def _group(word: str) -> int:
    return next((place for place, signs in enumerate(_HIT_GROUPS) if any(sign in word for sign in signs)), -1)


def _left(text: str) -> None:
    """Give up where something is left that is neither idle nor talk."""
    for clause in patterns.split(r"[,;。?!:\n()]+", text):
        plain = clause.replace("\ue000", "")
        if only_talks(plain):
            continue
        left = patterns.sub(r"[\s、]", "", _IDLE_PATTERN.sub("", plain))
        if left:
            stay_out(f"{left} in {plain}")


# --- tries ---------------------------------------------------------------------------------------------------------------------------


def _chances(story: Story) -> tuple[list[str], list[Fraction], set[int]] | None:
    """Who has which chance, and of what; taken."""
    what = rf"(?P<gap>(?:(?!{_HIT}|命中)[^,;。?\d]){{0,12}}?)(?P<hit>{_HIT}|命中)?(?P<gap2>(?:(?!{_HIT}|命中)[^,;。?\d]){{0,6}}?)(?P<rate>{_RATE})(?:都|均|分别|各|依次)*(?:为|是)?"
    more = r"(?:0?\.\d+|\d{1,2}(?:\.\d+)?%|\d{1,2}/\d{1,2})"
    names: list[str] = []
    chances: list[Fraction] = []
    groups: set[int] = set()
    if listed := story.take(
        rf"(?P<who>{_NAME}(?:[、,和与]?{_NAME})+)(?:等)?(?:[两二三四](?:人|名|个|位))?(?P<gap0>[^,;。?\d]{{0,8}}?){what}(?P<all>{more}(?:[、,和与]{more})+)"
    ):
        names = patterns.findall(_NAME, listed["who"])
        chances = [to_share(each) for each in patterns.findall(more, listed["all"])]
        told = [listed]
    elif unnamed := story.take(
        rf"(?P<n>[两二三四2-4])(?:个|名|位)?(?:人|门(?:火?炮|课|科目)|射手|元件|选手|部件|信号灯|路口|地)(?P<gap0>[^;。?\d]{{0,16}}?){what}(?P<all>{more}(?:[、,和与]{more})+)"
    ):
        chances = [to_share(each) for each in patterns.findall(more, unnamed["all"])]
        names = [f"第{place}个" for place in range(1, to_int(unnamed["n"]) + 1)]
        before = patterns.search(r"(?P<names>[甲乙丙丁](?:[、和与,]?[甲乙丙丁])+)\ue000*$", story.text[: story.text.find(unnamed[0])])
        if before and len(called := patterns.findall("[甲乙丙丁]", before["names"])) == len(names):
            names = called
        told = [unnamed]
    else:
        told = story.take_all(rf"(?P<who>{_NAME}){what}{_P}")
        names = [each["who"] for each in told]
        chances = [to_share(each["p"]) for each in told]
    if not names or len(names) != len(chances) or len(set(names)) != len(names) or not all(0 < each < 1 for each in chances):
        return None
    for each in told:
        word = each["hit"] or each["rate"]
        if patterns.search(r"不|没|未|失败|故障|脱|差|次品", each[0]):
            stay_out("a chance of failing")
        if _group(word) < 0:
            stay_out("a chance of what")
        groups.add(_group(word))
    return names, chances, groups


def _times(story: Story, names: list[str]) -> list[int]:
    """How often each tries; taken."""
    name = "|".join(map(re.escape, names))
    verb = r"(?:投球|投篮|投|射击|射|打靶|打|罚球|罚|尝试|发射|进行)(?:了)?"
    counts = [0] * len(names)
    for match in story.take_all(rf"(?P<who>{name})(?:独立|连续|共|各)*{verb}(?P<n>{N})(?:次|发|球|枪|个)(?:球|子弹)?"):
        counts[names.index(match["who"])] = to_int(match["n"])
    if every := story.take(
        rf"(?:现在?|若|如果|且|,)*(?:每人|两人|双方|二人|三人|各人|他们)?(?:独立|连续|共|各|都|均|分别)*{verb}(?P<n>{N})(?:次|发|球|枪|个)(?:球|子弹)?"
    ):
        if any(counts):
            stay_out("how often")
        counts = [to_int(every["n"])] * len(names)
    if any(counts) and not all(counts):
        stay_out("how often")
    return counts if any(counts) else [1] * len(names)


def _signs(clause: str, names: list[str]) -> list[tuple[str, Any]]:
    name = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))
    number = re.compile(rf"(?P<n>{N})(?:次|球|个|人|发|枪|名|位|门|题|道|种|处)?(?:球|人)?")
    signs: list[tuple[str, Any]] = []
    place = 0
    while place < len(clause):
        if clause[place] in "、和与,\ue000 ":
            place += 1
            continue
        if match := name.match(clause, place):
            signs.append(("P", names.index(match[0])))
        else:
            for sign, pattern in _SIGNS:
                match = patterns.compiled(pattern).match(clause, place)
                if match is not None and match[0]:
                    signs.append((sign, match[0]))
                    break
            else:
                match = number.match(clause, place)
                if match is not None:
                    signs.append(("N", to_int(match["n"])))
                else:
                    match = _IDLE_PATTERN.match(clause, place) or patterns.compiled("目标|敌机|密码|靶|篮|球|中|里|这份|该|题").match(
                        clause, place
                    )
                    if match is None:
                        stay_out(f"{clause[place:]} in {clause}")
        assert match is not None
        place = match.end()
    return signs


def _wanted(signs: list[tuple[str, Any]], times: list[int], groups: set[int]) -> list[list[Any]]:
    """What the tries are to come to.

    Raises:
        StayOut: not understood.
    """
    everybody = list(range(len(times)))
    found: list[list[Any]] = []
    hits = [value for sign, value in signs if sign == "H"]
    if not hits or any(_group(each) not in groups for each in hits):
        stay_out("of something else")
    while signs:
        code = "".join(sign for sign, _ in signs)
        match = None
        for shape in (
            r"PQP\+N?H(?:N)?",
            r"PPA?HE|HE|PPEH",
            r"[LMX]NZ?H|[LMX]PPNH|P+N?[LMX]NH",
            r"P+[LMX]?H?[LMX]?N|P+[LMX]?N?H",
            r"P+A?Z?H",
            r"P+A?HZ",
            r"A?Z?H",
        ):
            match = patterns.match(shape, code)
            if match is not None and match[0]:
                break
        else:
            stay_out(f"signs {code}")
        assert match is not None
        part, taken = match[0], signs[: match.end()]
        if part[-1] in "LMXN" and "H" not in part:
            stay_out(f"signs {code}")
        signs = signs[match.end() :]
        who = [value for sign, value in taken if sign == "P"]
        numbers = [value for sign, value in taken if sign == "N"]
        how = next((sign for sign, _ in taken if sign in "LMX"), "")
        if "Q" in part:
            step = numbers[0] if numbers else None
            found.append(["lead", who, [step] if step is not None else list(range(1, max(times) + 1))])
        elif "E" in part:
            if len(times) != 2:
                stay_out("which are equal")
            found.append(["even", [0, 1], []])
        elif numbers and not ("P" in part and len(who) > 1 and numbers[-1] == len(who) and not how):
            number, among = numbers[-1], who or everybody
            if not who and len(times) > 1 and max(times) > 1 and number != 0:
                stay_out("whose hits")
            most = sum(times[each] for each in among)
            allowed = range(number, most + 1) if how == "L" else range(number + 1) if how == "M" else range(number, number + 1)
            fits = [most - each for each in allowed] if "Z" in part else list(allowed)
            found.append(["sum", among, fits])
        elif "Z" in part:
            if (len(who) != 1 and "A" not in part and who) or (max(times) > 1 and "A" not in part):
                stay_out("none of them, or not all")
            found += [["sum", [each], [0]] for each in who or everybody]
        elif who or "A" in part:
            if max(times) > 1 and len(who) == 1 and "A" not in part:
                stay_out("how often")
            found += [["sum", [each], [times[each]]] for each in who or everybody]
        else:
            # `密码被破译`, `目标被击中`
            found.append(["sum", everybody, list(range(1, sum(times) + 1))])
    return found


_MORE_WINS = (
    r"(?:规定|则)*(?P<hit>中靶|命中|投中|射中|打中|投进)的?(?:次数|数量|数|个数)?较?多(?:的人|者|的)?为?(?:获胜|胜出|胜|赢)(?=[,;。])"
)


def read_trials(text: str) -> Recognition | None:
    """So many tries of one or several, each with a chance of its own.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    story.refuse(
        r"放回|条件下|已知.{0,12}(?:中|出)|不独立|平均|期望|局|第[一二三四\d]次|直到|为止|停止|骰|硬币|袋|倍|如果[^,]{0,8}则|反之|否则"
    )
    if rule := story.take(_MORE_WINS):
        story.rest = patterns.sub(
            r"(?P<one>[甲乙])(?:战胜|胜过|赢|打败|击败)了?(?P<other>[甲乙])", rf"\g<one>比\g<other>多{rule['hit']}", story.rest
        )
    told = _chances(story)
    if told is None:
        return None
    names, chances, groups = told
    times = _times(story, names)
    question = patterns.search(_ASKED + r"[.。?]*$", story.rest)
    if question is None or patterns.search(CHANCE_WORD, story.rest[: question.start()]):
        return None
    body = story.rest[: question.start()]
    last = patterns.split(r"[,;。?]", body.rstrip(","))[-1]
    before = body[: body.rindex(last)] if last else body
    pieces = [patterns.sub(rf"^(?:这|他们|她们)?[两二三23]人(?:中)?(?=(?:{_HIT})?的?(?:次数|个数)|一?共|总共|合计)", "", last)]
    # `甲命中而乙没有命中` may be told in two clauses.
    while (more := patterns.search(rf"([^,;。?\ue000]*(?:{_HIT})[^,;。?\ue000]*)[,]$", before)) and not patterns.search(
        "独立|影响|每次|各", more[1]
    ):
        pieces.insert(0, more[1])
        before = before[: more.start()]
    wanted = _wanted([sign for piece in pieces for sign in _signs(patterns.sub("[而但]", "", piece), names)], times, groups)
    _left(patterns.sub("|".join(map(re.escape, names)), "", before))
    if not wanted or (len(times) == 1 and times == [1]):
        return None
    return Recognition(
        parameters={"task": "trials", "names": names, "chances": [str(each) for each in chances], "times": times, "wanted": wanted},
        understood=(
            ("每次的概率", "、".join(f"{name} {decimal(chance, 4)}" for name, chance in zip(names, chances, strict=True))),
            *((("次数", "、".join(map(str, times))),) if max(times) > 1 else ()),
            ("求", "，".join(pieces)),
        ),
    )
