"""Reading an arrangement: the question, the scene, the conditions; every number and every closed word has to be taken by one of them."""

from __future__ import annotations

from typing import Any

from engine.generators import patterns
from engine.generators.civil._counting.arranging.conditions import Conditions
from engine.generators.civil._counting.arranging.retelling import as_rows
from engine.generators.civil._counting.arranging.scene import Scene
from engine.generators.civil._counting.arranging.settings import scene_of
from engine.generators.civil._counting.arranging.words import CHANCE, DIFFERENT, OPEN, TAKEN, Text, closed_left, encoded, with_open_names
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out

_DONE = rf"(?:[顺次]序的?(?:选择|安排)|{OPEN}?法|方法|方案|方式|办法|顺序|次序|排序|排布|情况|可能|结果|组合|安排|搭配|选择)"
_WAYS = (
    rf"(?:(?:{DIFFERENT})的?(?P<gap>{OPEN}{{0,6}}?)(?:{_DONE})?|{OPEN}法)?(?:一?共|总共|总|最多)?(?:可以?|会|能|应)*(?:有)?(?:一?共)?多少(?:种|套)(?:可能的?|{DIFFERENT}的?)?(?P<gap2>{OPEN}{{0,6}}?)(?:{_DONE}|(?=[,;。?!]|$))"
    rf"|(?:一?共|总共)?有?多少(?:{DIFFERENT}的?)?(?P<gap4>{OPEN}{{0,3}}?)(?:方[法案式]|{OPEN}法)"
    rf"|(?:{DIFFERENT}的?)?(?P<gap3>{OPEN}{{0,4}}?)(?:{_DONE})的?(?:总数|种数|个数)?(?:一?共|总共|有|是|为)*多少(?=[?。,]|$)"
)
_ASKED_CHANCE = rf"的?{CHANCE}(?:有|是|为|约为|约|等于)*(?:多少(?:分之多少)?%?|多大)?(?=[?。,;%\s]|$)"
_KNOWN = r"已知|前提下|条件下|如果已|若已"
# What is asked for is no number of ways, or what is done is none of what is read here.
_OTHERWISE = r"(?<!不)放回|胜(?!任|利)|负(?!责)|[\d每第各首前一两二三四五七]局|局[制中胜后数]|骰|硬币|期望|方差|命中率|\d%|握手|循环|淘汰|数字|位数|整除|奇数|偶数|号码|编号|身高|至少需?要(?:多少|几)|才能|保证|密码|字母|涂|染|路线|最短|台阶|每两|两两(?!之间)?(?:握|比|通|互)|分数|角形|点数|配对|对夫妇|成双|手套|袜|鞋|钥匙|插入|原有|原来|依次抽|先后抽|第.次|轮流抽|重复|之和|两次|多次|各次|独立"
# What is asked of another arrangement than the one that was understood.
_NOT_OF = {"choice": r"接力|[排站坐放摆挂分发]法|[顺次]序|分[组配]|排列", "row": r"[选取分]法", "ring": r"[选取分]法"}
# One thing holds only where another does.
_IMPLIES = r"(?:若(?!干)|如果|要是|假如|一旦)[^,;。?多少]{2,16},?(?:则|那么|就)(?![^,;。]*(?:多少|概率|可能性|几率))"
_SPACED = {"choice": "取出一些", "row": "排成一排", "ring": "围成一圈", "places": "分到各处", "groups": "分成几组"}


def _opened(said: str) -> Text:
    story = Story(said)
    as_told, story.rest = story.rest, as_rows(story.rest)
    story.refuse(_OTHERWISE if story.rest != as_told else rf"空(?:车|座|泊)?位|空座|空车|{_OTHERWISE}")
    story.refuse(_IMPLIES)
    rest = patterns.sub(
        r",?(?:它们|这些球?|球)?除了?颜色(?:不同)?(?:之|以)?外,?(?:它们|其[他余])?(?:都|均|完全|全|质地)*(?:相同|一样)",
        "",
        story.rest.replace(TAKEN, ""),
    )
    text = encoded(patterns.sub("成[1一]个?(?=圆?圈)", "成", rest))  # a ring is none of the things
    with_open_names(text)
    return text


def _told(before: str, after: str, text: Text) -> str:
    """What has been taken of a text, as a person would read it."""
    pieces, at = [], 0
    signs = [old if new == TAKEN and old != TAKEN else "\n" for old, new in zip(before, after, strict=True)]
    del at
    pieces = [text.shown(each) for each in patterns.split("\n+", "".join(signs)) if each]
    return "".join(pieces)


def _conditions(text: Text, scene: Scene, start: int, end: int) -> tuple[list[Any], list[str]]:
    before = text.rest
    found = Conditions(text, scene).found(start, end)
    told = [_told(before[start:end], text.rest[start:end], text)]
    return found, [each for each in told if each]


def _settled(text: Text, scene: Scene) -> None:
    if left := closed_left(text, scene.shape):
        stay_out(left)
    if not scene.settled:
        stay_out("how many may go to a place")
    if scene.shape == "places" and scene.places[0].startswith("周") and len(scene.places) == scene.total:
        scene.lows, scene.highs = [1] * scene.total, [1] * scene.total
    if scene.shape == "places" and not scene.free and all(low == 0 for low in scene.lows) and len(scene.places) >= scene.total:
        stay_out("how many may go to a place")
    if scene.shape in ("places", "groups") and sum(scene.lows) > scene.total:
        stay_out("more places than there are to fill")


def _parameters(scene: Scene) -> dict[str, Any]:
    return {
        "task": "arranging",
        "shape": scene.shape,
        "names": [name for name, _ in scene.cells],
        "counts": [count for _, count in scene.cells],
        "lows": scene.lows,
        "highs": scene.highs,
        "alike": scene.alike,
        "same": scene.same,
        "unnamed": scene.unnamed,
        "out": scene.out and scene.shape != "choice",
        "sizes": scene.sizes,
        "empty": scene.empty,
        "base": [],
        "given": [],
        "wanted": [],
    }


def _understood(scene: Scene, told: list[str]) -> tuple[tuple[str, str], ...]:
    what = (
        "、".join(f"{each.noun or '共'} {each.count}" for each in scene.sorts)
        if len(scene.sorts) > 1
        else f"{scene.noun} {scene.total}".strip()
    )
    how = _SPACED[scene.shape]
    if scene.shape == "choice":
        how = f"取出 {scene.take}"
    elif scene.shape in ("places", "groups"):
        named = "、".join(scene.places) if not scene.places[0].isdigit() else ""
        how = f"{f'选出 {scene.take}，' if scene.take else ''}{'分成' if scene.unnamed else '去'} {len(scene.places)} 处" + (
            f"（{named}）" if named else ""
        )
    return (("有", what + ("（相同）" if scene.alike else "")), ("安排", how), ("条件", "；".join(told) or "没有别的"))


def read_arranging(text: str) -> Recognition | None:
    """A count of arrangements.

    Raises:
        StayOut: something of it is not understood.
    """
    coded = _opened(text)
    if patterns.search(CHANCE, coded.rest):
        return None
    question = coded.search(_WAYS)
    if question is None or coded.search("多少", question.end()):
        return None
    asked = patterns.split("[,;。?!]", coded.rest[: question.start()])[-1] + patterns.split("[,;。?!]", coded.rest[question.start() :])[0]
    coded.mark(question)
    scene = scene_of(coded, asked)
    if patterns.search(_NOT_OF.get(scene.shape, "(?!)"), coded.shown(asked)) or (scene.shape == "choice" and "接力" in text):
        stay_out(f"asked otherwise: {coded.shown(asked)}")
    conditions, told = _conditions(coded, scene, 0, len(coded.rest))
    _settled(coded, scene)
    return Recognition(parameters={**_parameters(scene), "base": [*scene.base, *conditions]}, understood=_understood(scene, told))


def read_arranging_chance(text: str) -> Recognition | None:
    """A chance of an arrangement, each being as likely as another.

    Raises:
        StayOut: something of it is not understood.
    """
    coded = _opened(text)
    question = coded.search(_ASKED_CHANCE)
    if question is None or len(patterns.findall(CHANCE, coded.rest)) != 1:
        return None
    start = max(coded.rest.rfind(sign, 0, question.start()) for sign in ",;。?!") + 1
    while start and patterns.match("且|并且|而且|又|同时", coded.rest[start:]):
        start = max(coded.rest.rfind(sign, 0, start - 1) for sign in ",;。?!") + 1
    coded.mark(question)
    scene = scene_of(coded, "", chance=True)
    wanted, told = _conditions(coded, scene, start, len(coded.rest))
    clauses = coded.rest[:start]
    base, told_before = _conditions(coded, scene, 0, start)
    parameters = _parameters(scene)
    if base and not wanted and not patterns.search(_KNOWN, clauses):
        wanted, base = base, []
    if base and patterns.search(_KNOWN, clauses):
        coded.take(r"(?:在)?已知|(?:的)?(?:前提|条件|情况)下")
        parameters |= {"given": base, "wanted": wanted}
    elif base and not patterns.search("要求|规定|必须", clauses):
        stay_out("what is asked for, and what is known")
    else:
        parameters |= {"base": base, "wanted": wanted}
    parameters["base"] = [*scene.base, *parameters["base"]]
    if not wanted:
        stay_out("the chance of what")
    _settled(coded, scene)
    return Recognition(parameters=parameters, understood=_understood(scene, [*told_before, *told]))
