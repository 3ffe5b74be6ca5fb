"""Reading people and things that go to places: the scene first, then every clause by what it says of who goes where."""

from __future__ import annotations

import re
from typing import Any

from engine.generators import patterns
from engine.generators.civil._counting.assigning.conditions import Conditions
from engine.generators.civil._counting.assigning.scene import FREELY, TAKEN, Scene, scene_of
from engine.generators.civil._counting.assigning.words import GIVE, GO, PLACE, SEND, UNIT, WORK, N
from engine.generators.civil._counting.chance_words import CHANCE_WORD
from engine.generators.civil._counting.combinatorics.words import ASKED as WAYS_ASKED
from engine.generators.civil._counting.combinatorics.words import WAY
from engine.generators.civil._counting.samples.reading import only_talks, pass_background
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import StayOut, stay_out, to_int

_OTHER = r"相邻|顺序|先后|依次|排成|站成|排列|圆|轮流|倍|奇数|偶数|放回|若干|对夫妻|对夫妇|优先|命中|扑克|骰|硬币|停靠|下车|电梯|连续|对角|编号|号码|标号|之和|位数|[男女]"
# What is said of it behind the question, or beside it: that nobody's share is fixed, that only the groups are asked for.
_REMARK = (
    r"\((?:[\u4e00-\u9fff]{1,4}各不(?:相)?同,?)?谁[^,;。()]{1,6}不(?:一)?定\)|(?:,去做[^,;。.]{0,8}的事)?[.…]*只问分组(?:\(不分配任务\))?"
)
_EQUAL = r"(?:,|\()?(?:且|并且)?(?:每|各|两|三)(?:个|名|位)?[^,;。?\d()]{0,12}(?:可能性|概率|机会)(?:都|均)?(?:相同|相等|均等|一样)\)?"
_ASKED_CHANCE = rf"(?:的)?{CHANCE_WORD}(?:有|是|为|约为)?(?:多少(?:分之多少)?%?)?[,;。?:]*$"
_ASKED_WAYS = rf"(?:{WAYS_ASKED})|(?:不同的?)?(?:[\u4e00-\u9fff]{{1,3}}?[法案式])(?:的)?(?:种数|种类数|总数|数)?(?:一?共|总共|则)?(?:有|为|是)?多少种?"
_NAMED = re.compile("[甲乙丙丁戊]|小[王李张刘赵]")
_RULE = re.compile("不能|不得|必须|只能|要|应|规定|已知|若|如果|假设|只去|只参加|仅")
_AROUND = rf"{FREELY}|{SEND}(?:到|入|进|往|去|在|至|给)*|{GIVE}(?:给|到|至)*|{GO}|{WORK}|各(?=\ue000)|各(?:个)?(?:{PLACE})$|同时|某[天日]|晚上|早上|其中|每人|[一1]个|[一1]所|[一1]天|两天|新招聘|新进|新录用|了|本单位|下属|不同的?$"


def _is_scene(clause: str) -> bool:
    """Whether a clause says nothing more than who goes where.

    Raises:
        StayOut: something else is said.
    """
    left = patterns.sub(
        rf"同一?{UNIT}?{PLACE}?", lambda match: stay_out("told within the scene") if match[0] else "", clause.replace(TAKEN, "")
    )
    pass_background(patterns.sub(_AROUND, "", left))
    return True


_RUN = rf"(?:{PLACE})?(?:的)?(?:编号|标号)(?:分别)?(?:为|是)?(?:(?P<row>1(?:[、,]\d){{1,6}})|1(?:到|至|~|-|—)(?P<high>\d))(?:号)?(?:的)?"
_BY_NUMBER = rf"(?:,)?(?:若|要求|且|并|使得?)*(?:每|各)(?:{UNIT})?(?:{PLACE})?(?:里|中)?[\u4e00-\u9fff]{{0,8}}?(?:不(?:能|得)?(?:小于|少于|低于)|大于等于)(?:其|它的?|该|所在|盒子?的?|相应的?|对应的?)*(?:编号|标号)(?:数)?"


def _numbered(text: str) -> tuple[str, list[int]]:
    """`编号为 1、2、3 的盒子，每个盒子里的球数不小于其编号`: the text without that, and the fewest in each."""
    run, bound = patterns.search(_RUN, text), patterns.search(_BY_NUMBER, text)
    if run is None or bound is None:
        return text, []
    numbers = list(range(1, int(run["high"]) + 1)) if run["high"] else [int(each) for each in patterns.findall(r"\d", run["row"])]
    plain = text.replace(bound[0], "").replace(run[0], run[0][: run[0].find("编")].rstrip("的") if "盒" not in run[0] else "")
    if numbers != list(range(1, len(numbers) + 1)):
        stay_out("which numbers")
    if not patterns.search(rf"{len(numbers)}个|{'零一二三四五六七'[len(numbers)]}个", plain):
        plain = patterns.sub(r"(?<=入|进|到|给|在)(?=盒|箱|袋)", f"{len(numbers)}个", plain)
    return plain, numbers


def _by_numbers(text: str) -> str:
    """`编号 1 到 5 的球放入编号 1 到 3 的盒子，其中 1、2 号球不在同一个盒子`: those of certain numbers by names."""
    if patterns.search(_BY_NUMBER, text) or not patterns.search("编号|标号", text):
        return text
    plain = patterns.sub(
        r"(?:编号|标号)(?:分别)?(?:为|是)?(?:1(?:[、,]\d){2,7}|1(?:到|至|~|-|—)\d)(?:号)?的(?=[\d一二两三四五六七八]个)|(?<=个)(?:编号|标号)(?:分别)?(?:为|是)?(?:1(?:[、,]\d){1,7}|1(?:到|至|~|-|—)\d)(?:号)?的(?=[盒箱袋抽])",
        "不同的",
        text,
    )
    plain = patterns.sub("(?<=个)不同的(?=[盒箱袋抽])", "不同的", patterns.sub("不同的(?=[\\d一二两三四五六七八]个)", "", plain))

    def named(found: re.Match[str]) -> str:
        return "、".join(f"小{chr(64 + int(each))}" for each in patterns.findall(r"\d", found["row"]))

    return patterns.sub(
        r"(?:编号|标号)(?:分别)?(?:为|是)?(?P<row>\d(?:[、,和]\d)*)(?:号)?的(?:[两三二2-4])?(?:个)?(?:小?球|书|卡片|人|同学)?", named, plain
    )


_INTRODUCES = re.compile(r"\d|[甲乙丙丁戊A-Z]|不|每|各|至[少多]|最[少多]|必须|只|相同|一样|[两二三四五六七八九十][个名位所]|其中|男|女")


def _settle(conditions: Conditions, clauses: list[str], begun: bool = False) -> list[str]:
    """Heed clauses; those that told something. `begun`: whether the scene has been told."""
    told: list[str] = []
    for clause in clauses:
        plain = clause.replace(TAKEN, "").strip()
        begun = begun or TAKEN in clause
        if not plain or only_talks(plain) or (not begun and not _INTRODUCES.search(plain)):
            continue
        if TAKEN in clause:
            if left := patterns.search(rf"从[^{TAKEN}]{{0,8}}?\d+(?:名|位|个)[^{TAKEN}]*[和与、](?={TAKEN})", clause):
                stay_out(f"others among them: {left[0]}")
            try:
                _is_scene(clause)
                continue
            except StayOut:
                if left := patterns.search(rf"\d+(?:{UNIT})[^{TAKEN}\d]*[选派抽挑][^{TAKEN}\d]*(?={TAKEN})", clause):
                    stay_out(f"chosen of others: {left[0]}")
                plain = patterns.sub(rf"^.*{TAKEN}", "", clause)
        try:
            if conditions.settle(plain):
                told.append(plain)
            elif not patterns.fullmatch(r"[\u4e00-\u9fff]*", plain):
                stay_out(f"nothing told by {plain}")
        except StayOut as objection:
            if patterns.search(r"\d|[甲乙丙丁戊]|每|各|至[少多]|必须|不|只|恰|正好|刚好|[二两三四五六]人", plain):
                raise
            try:
                _is_scene(plain)
            except StayOut:
                raise objection from None
    return told


_ALL_OF_THEM = re.compile(
    r"(?:其余|其他|剩下|余下)(?:的)?(?:[一两二三四五六](?:名|个|位)?)?(?:人|同学|志愿者|员工)?(?:均|都)*(?:能|可以?|能够)(?:从事|担任|参加|去|承担|做|胜任)*(?:这|全部|所有)?(?:[两二三四五六]|任何一)(?:项|个|种)(?:工作|岗位|任务|职务)?(?=[,;。])"
)


def _by_order(scene: Scene) -> str:
    """`前两项工作`: the places of that number, in the order in which they are told; and without who may do everything."""
    rest = _ALL_OF_THEM.sub("", scene.rest)
    if not scene.called:
        return rest

    def named(found: re.Match[str]) -> str:
        count = to_int(found["n"])
        return "或".join(scene.called[:count] if found["end"] == "前" else scene.called[-count:])

    return patterns.sub(r"(?P<end>[前后])(?P<n>[两二三])(?:项|个|种)(?:工作|岗位|任务|职务)?(?=[,;。])", named, rest)


_LEGS = "第一棒、第二棒、第三棒、第四棒"


def _relay(text: str) -> str:
    """`挑 4 人跑接力`: each of them one leg."""
    run = patterns.search(r"(?<=[人名])(?:去|来|组队)?(?:跑|参加)(?:男子|女子)?(?:4[×x*]\d+米|[四4]人)?(?:的)?接力(?:赛|跑|比赛)?", text)
    if run is None or not patterns.search(
        "[选挑派抽](?:出|派)?[四4](?:个|名|位)?(?:人|运动员|队员|选手|同学)?$", text[: run.start()].rstrip("名")
    ):
        return text
    legs = patterns.sub("(?:跑|担任)(?=第[一二三四]棒)", "担任", text[run.end() :])
    return f"{text[: run.start()]}分别担任{_LEGS}{legs}"


_PORTION = rf"(?:(?![每各至最恰其另])[^\d\s,;。?!:()、和与及每各至最恰一二两三四五六七八九十]){{1,4}}(?:得|分得|分到|拿)?(?:{N}){UNIT}"
_PORTIONS = re.compile(rf"(?<=给)(?P<list>{_PORTION}(?:[、,和与]{_PORTION})+)(?=[,;。?]|$|有|共|一共|问|的)")


def _portions(text: str) -> str:
    """`分给甲 3 本、乙 2 本`: who gets some, and then how many each of them gets.

    Raises:
        StayOut: what somebody gets is not told in the same way as the rest.
    """
    told = _PORTIONS.search(text)
    if told is None:
        return text
    names, shares = [], []
    for each in patterns.split("[、,和与]", told["list"]):
        found = patterns.fullmatch(rf"(?P<name>.+?)(?:得|分得|分到|拿)?(?P<n>{N})(?:{UNIT})", each) or stay_out("whose share")
        names.append(found["name"])
        shares.append(f"{found['name']}恰有{to_int(found['n'])}")
    return f"{text[: told.start()]}{'、'.join(names)},{','.join(shares)}{text[told.end() :]}"


def _read(story: Story, asks_chance: bool) -> Recognition | None:
    text = patterns.sub("[“”\"'《》]", "", story.rest)
    text = patterns.sub("(?<=[\u4e00-\u9fff])(?:并且|而且|且)(?=每(?:人|名|位|个))", ",", text)
    if asks_chance:
        text = patterns.sub(_EQUAL, "", text)
    text = patterns.sub(
        rf"没有(?:任何)?(?:一|1)?(?:个|所|家|处)(?P<p>{PLACE})(?:落空|空着|是空的|轮空|没有?人)", r"每个\g<p>都有人", _relay(text)
    )
    text = patterns.sub(r"\((?:结果|答案|请?用)[^()]*\)\s*$", "", text)
    text = patterns.sub(rf"\s+(?=[,;。?!:])|(?<=[,;。?!:])\s+|{_REMARK}", "", text)
    with_numbers, text = text, _by_numbers(text)
    text, numbers = _numbered(text)
    text = _portions(text)
    question = next(reversed(list(patterns.finditer(_ASKED_CHANCE if asks_chance else _ASKED_WAYS, text))), None)
    if question is not None and not asks_chance and not patterns.search("种|[法案式]|情况|可能|组合|结果", question[0]):
        return None
    if question is None or (asks_chance and patterns.search(CHANCE_WORD, text[: question.start()])):
        return None
    after = patterns.sub(rf"{WAY}|[\u4e00-\u9fff]法(?=[?。]|$)|不同|的|种|多少|是", "", text[question.end() :])
    if patterns.search(r"[\u4e00-\u9fff]{2}|\d", after) and not only_talks(after):
        stay_out("more is asked")
    if patterns.search(rf"{_OTHER}|多少种", text[: question.start()]):
        stay_out("another model")
    body = patterns.sub(r"(?:一?共|总共|则|那么|问|可以|可|能|会|不同的?|该?[\u4e00-\u9fff]{0,4}的)+$", "", text[: question.start()]) + ","
    scene = scene_of(body)
    if scene is None:
        return None
    if set(scene.names) & set(scene.called):
        return None
    if scene.alike is None and text != with_numbers:
        scene.alike = False
    if scene.alike is None and patterns.search(r"\([\u4e00-\u9fff]{1,4}各不(?:相)?同", story.rest):
        scene.alike = False
    if any(patterns.search(rf"(?:{N})(?:{UNIT})$", each) for each in scene.called):
        stay_out("somebody called by what he gets")
    scene.rest = _by_order(scene)
    conditions = Conditions(scene)
    clauses = [each.strip() for each in patterns.split(r"[,;。?!:\n()]+", scene.rest) if each.strip()]
    last: list[str] = []
    if asks_chance:  # the last clause, with what goes on with it, is what happens; all before is how it is done
        clauses = [each for each in clauses if not only_talks(each)]
        start = len(clauses) - 1
        persons = "|".join(map(re.escape, scene.names)) or "(?!)"
        told_of = rf"{persons}|(?:{_NAMED.pattern})(?!(?:{re.escape(scene.place) or '(?!)'}))"
        if any(patterns.search(told_of, each) and TAKEN not in each and not _RULE.search(each) for each in clauses[:-1]):
            stay_out("a rule, or what happens")
        while start > 0 and patterns.match("且|而|但|并且", clauses[start]):
            start -= 1
        clauses, last = clauses[:start], clauses[start:]
        if not last or TAKEN in last[0] or scene.alike:
            return None
    told = _settle(conditions, clauses)
    if numbers:
        if len(numbers) != scene.places or conditions.bounded or scene.called:
            stay_out("numbered places")
        conditions.lows, conditions.bounded = numbers, True
        told.append("每处不少于它的编号")
    _complete(conditions)
    base: dict[str, Any] = {
        "lows": list(conditions.lows),
        "highs": list(conditions.highs),
        "empty": conditions.empty,
        "sizes": conditions.sizes,
    }
    given = list(conditions.told)
    if asks_chance:
        wanted = _settle(conditions, last, begun=True)
        if not wanted:
            stay_out("no event")
        told += wanted
    parameters = _parameters(conditions)
    if asks_chance:
        parameters |= {"task": "assigning-chance", "given": given, "base": base}
        if scene.take:
            parameters["base"]["lows"] = [*base["lows"], scene.movers - scene.take]
            parameters["base"]["highs"] = [*base["highs"], scene.movers - scene.take]
    return Recognition(
        parameters=parameters,
        understood=(
            (
                "谁",
                f"{scene.movers} {scene.mover or '人'}"
                + ("（相同）" if scene.alike else "")
                + (f"，选 {scene.take}" if scene.take else "")
                + (f"（{'、'.join(scene.names)}）" if scene.names else ""),
            ),
            (
                "去处",
                f"{scene.places} {scene.place}"
                + (f"（{'、'.join(conditions.called)}）" if conditions.called else "")
                + ("，没有区别" if scene.unnamed else ""),
            ),
            ("要求", "；".join(told) or ("每处一个" if conditions.highs == [1] * scene.places else "没有")),
        ),
    )


def _complete(conditions: Conditions) -> None:
    """What the scene means by itself: even groups, one to each place.

    Raises:
        StayOut: how many go to each place is not said.
    """
    scene = conditions.scene
    going = scene.take or scene.movers
    places = range(scene.places)
    if scene.sizes:
        conditions.lows, conditions.highs, conditions.bounded = list(scene.sizes), list(scene.sizes), True
        scene.take = scene.take or (sum(scene.sizes) if sum(scene.sizes) < scene.movers else 0)
    elif scene.evenly and not conditions.bounded:
        if going % scene.places:
            stay_out("not even")
        for spot in places:
            conditions.lows[spot] = conditions.highs[spot] = going // scene.places
        conditions.bounded = True
    elif not conditions.bounded and going == scene.places and (scene.take or scene.one_each) and not scene.freely:
        conditions.lows, conditions.highs, conditions.bounded = [1] * scene.places, [1] * scene.places, True
    if scene.alike and conditions.free and not scene.apart and patterns.search("盒|箱|袋|篮|筐|抽屉|杯|碗", scene.place):
        stay_out("places that may be alike")
    if not conditions.bounded and scene.told_apart and (scene.apart or scene.wholly):
        conditions.free = True  # `5 本不同的书全部送给 6 位同学`, `3 个不同的球放入 4 个不同的盒子`
    if not conditions.bounded and not conditions.free and (scene.unnamed or scene.take or not scene.alike):
        stay_out("how many each")


def _parameters(conditions: Conditions) -> dict[str, Any]:
    scene = conditions.scene
    counts = list(conditions.counts)
    others = scene.movers - sum(counts)
    if others:
        counts.append(others)
    lows, highs = list(conditions.lows), list(conditions.highs)
    if scene.take:
        lows.append(scene.movers - scene.take)
        highs.append(scene.movers - scene.take)
    if sum(lows) > scene.movers or sum(highs) < scene.movers:
        stay_out("more than there are")
    if scene.alike and (conditions.told or len(counts) > 1):
        stay_out("alike, yet told apart")
    parameters: dict[str, Any] = {
        "task": "assigning",
        "counts": counts,
        "alike": bool(scene.alike),
        "unnamed": scene.unnamed,
        "lows": lows,
        "highs": highs,
        "conditions": conditions.told,
        "out": bool(scene.take),
        "sizes": conditions.sizes,
        "empty": conditions.empty,
    }
    readings = []
    if scene.alike is None:
        readings = [["互不相同", {"alike": False}], ["看作相同", {"alike": True}]]
    elif not conditions.bounded and not conditions.free:
        readings = [["有的可以一个也没有", {}], ["每处至少一个", {"lows": [1] * scene.places}]]
    if readings:  # the options say which is meant
        parameters["readings"] = [[f"这里的{scene.mover or scene.place}{said}" if "相" in said else said, more] for said, more in readings]
    return parameters


def read_assigning(text: str) -> Recognition | None:
    """In how many ways they can go to the places.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    story.refuse(CHANCE_WORD)
    return _read(story, False)


def read_assigning_chance(text: str) -> Recognition | None:
    """The chance of how they go to the places.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    return _read(story, True) if story.has(CHANCE_WORD) else None
