"""Reading chances: choices, rows, numbers drawn, independent tries, dice and coins, places by lot, two causes."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._counting.chance_words import ASKED as _ASKED
from engine.generators.civil._counting.chance_words import CHANCE_WORD as _CHANCE_WORD
from engine.generators.civil._counting.chance_words import NAME as _NAME
from engine.generators.civil._counting.chance_words import NUMBER as _NUMBER
from engine.generators.civil._counting.chance_words import VALUE as _VALUE
from engine.generators.civil._counting.chance_words import WORDS as _WORDS
from engine.generators.civil._counting.chance_words import opened as _opened
from engine.generators.civil._counting.derangement_reading import read_derangement_chance
from engine.generators.civil._probability.chance.causes_reading import CAUSE_READERS, fraction
from engine.generators.civil._probability.chance.games_reading import BAD as _BAD
from engine.generators.civil._probability.chance.games_reading import read_first, read_meeting
from engine.generators.civil._probability.chance.matches_reading import read_match
from engine.generators.civil._probability.chance.objects_reading import OBJECT_READERS
from engine.generators.civil._probability.chance.urns_reading import URN_READERS
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out, to_int

_THING = r"(?:周[一二三四五六日]|星期[一二三四五六日]|[今明后]天|第[一二三四](?:个|次|道|台|关|门|天)?[\u4e00-\u9fff]{0,2}?|[A-D](?:地|市|元件|机器)?)"
"""What each has a chance of its own besides people."""


def _independent(text: str) -> Recognition | None:
    """Several who try once each, each with a chance of his own."""
    story = _opened(text)
    if patterns.search(rf"红灯(?:的)?{_CHANCE_WORD}", story.text):
        story.rest = story.text = patterns.sub("(?:遇到|碰到|遇上|是)绿灯", "没有遇到红灯", story.text)
    green = patterns.search(rf"绿灯(?:的)?{_CHANCE_WORD}[^,。]{{0,10}}\d", story.text) is not None
    story.rest = story.text = patterns.sub(
        r"(?:一路|全程)(?:都|全)?(?:是)?(?:绿灯|畅通)|(?:都|全)(?:是|遇到)绿灯|(?<![处个次口道])(?:一次|一个)?(?:红灯)?(?:都|也)?(?:没有?|不)(?:遇到|碰到)红灯",
        "都遇到绿灯" if green else "都没有遇到红灯",
        story.text,
    )
    if green and story.has("红灯"):
        stay_out("red or green")
    if story.has(
        "骰|硬币|局|放回|袋|已知.{0,16}求|条件下|连续|[两二三2-9]次(?!品)|直到|阳性|次品率|占|产量|关系|若|如果.{0,8}(?:中|对|过)|来自"
    ):
        return None
    values = rf"{_VALUE}(?:(?:\s*(?:[、,和与]|,?和)\s*|\s+){_VALUE}){{1,4}}"
    told = story.take(
        rf"(?P<gap>[^,;。?\d]{{0,30}}?)(?:概率|率|可能性)(?:都|均)?(?:依次|分别)?(?:为|是)?(?:分别|依次)?\s*(?P<values>{values})"
    )
    names: list[str] = []
    chances: list[Fraction] = []
    about = ""
    if told:
        chances = [fraction(each) for each in patterns.findall(_VALUE, told["values"])]
        before = story.text[: told.start("values")]
        names = list(dict.fromkeys(patterns.findall(_NAME, before)))
        before = patterns.sub(r"第[一二三四](?:[、,和]第?[一二三四])+(?:个|道|关|次)?(?:题|路口|关)?", "", before)
        said = patterns.search(rf"(?P<n>{_NUMBER})(?:名|个|位|台|道|门|处|人)(?!小时)", before)
        if len(names) == 1 and said and to_int(said["n"]) == len(chances):
            names = []  # one who passes several places
        if names and len(names) != len(chances):
            stay_out("whose chances")
        if not names and (said is None or to_int(said["n"]) != len(chances)):
            stay_out("how many try")
        if not names and said:
            story.take(rf"(?:由)?{said['n']}(?:名|个|位|台|道|门|人)")
        about = told["gap"]
        story.rest = story.rest[: told.start("gap")] + "\ue000" * len(about) + story.rest[told.end("gap") :]
    else:
        each = story.take_all(
            rf"(?P<who>{_NAME}|{_THING})(?P<gap>[^,;。?\d甲乙丙]{{0,12}}?)(?:(?:概率|率|可能性)(?:为|是)?|是|为)\s*(?P<value>{_VALUE})"
        )
        if len(each) < 2:
            return None
        names, chances = [match["who"] for match in each], [fraction(match["value"]) for match in each]
        about = each[0]["gap"]
        if len(set(names)) != len(names):
            stay_out("a name twice")
    of_places = not any(patterns.fullmatch(_NAME, name) for name in names)  # somebody may pass them
    if len(set(patterns.findall(_NAME, story.text))) not in ((0, 1) if of_places else (0, len(names))):
        stay_out("somebody's chance is not told")
    question = story.take(rf"(?:^|(?<=[,;。?]))(?:且|则|那么|求|问|,)*(?P<event>[^,;。?]{{2,30}}?){_ASKED}")
    if question is None:
        return None
    event = question["event"]
    if patterns.search("(?<!红)绿灯", event) and "红灯" in about:
        stay_out("the contrary of what is told")
    numbers = _how_many(event, names, len(chances))
    told_bad = patterns.search(_BAD, about) is not None
    if isinstance(numbers, str):
        stay_out(numbers)
    kind, fits = numbers
    asked_bad = (
        kind == "pattern"
        or patterns.search(_BAD, patterns.sub(r"没有?人|无人|互不|都不|都没有?|均不|均没|都未|均未|不是都|不都", "", event)) is not None
    )
    if kind != "pattern" and asked_bad != told_bad:
        chances = [1 - each for each in chances]
    elif kind == "pattern" and told_bad:
        stay_out("which way")
    story.take_all(
        r"(?:且|并且|假设|设|两地|[两二三四](?:个|台|名|位|道)?[\u4e00-\u9fff]{0,3})?(?:[两三](?:台|个|名)?[\u4e00-\u9fff]{1,3})?独立(?:运转|运行|工作|作业)|(?:(?:这)?[两三23](?:天|地|处|次))?(?:是否|能否)[\u4e00-\u9fff]{1,6}?(?:互不影响|相互独立|互相独立|彼此独立|相互之间没有影响|互相没有影响)|(?:且|两人|三人|他们|各人|是否命中|射击|命中与否|之间|结果|互相)*(?:互不影响|相互独立|互相独立|彼此独立)(?:地)?|独立地?"
    )
    story.take_all(r"(?<![第\d])[两三四](?:名|个|位)(?:射手|选手|运动员|同学|人|战士|学生|射击运动员|考生|队员)")
    story.take_all(r"(?:在)?(?:某)?(?:一|1)(?:个)?(?:小时|天|年|月|周)(?:之)?内")
    story.take_all(r"各?(?:打|射|开|投)(?:了)?(?:一|1)(?:枪|发|次|箭|球)|各?射击(?:一|1)次|各投(?:篮)?(?:一|1)次")
    if story.has(_CHANCE_WORD):
        story.take_all(rf"(?:的)?{_CHANCE_WORD}")
    # What happens or not, once told with its chance, is no other thing where it is told again.
    again = " ".join(each for each in patterns.split("[的地]", about) if len(each) > 1 and not patterns.search(_BAD, each))
    story.finish(f"{_WORDS} {again} 路口 交通 开车 上班 途中 经过 红绿灯 需经过 会")
    return Recognition(
        parameters={"task": "independent", "chances": [str(each) for each in chances], "kind": kind, "fits": fits},
        understood=(("各自的概率", "、".join(decimal(each, 4) for each in chances)), ("求", f"{event}的概率")),
    )


def _how_many(event: str, names: list[str], size: int) -> tuple[str, list[int]] | str:
    """How many of them it happens to (`count`), or to whom it does and to whom not (`pattern`)."""
    named = patterns.findall(_NAME, event)
    nobody = patterns.search(r"没有一?个?人|无人|(?:都|均|全)(?:没有?|不|未)|没有?一个|一个也没", event)
    number = patterns.search(
        rf"(?P<how>至少|最少|至多|最多|恰好?|正好|刚好|只|仅|有且仅有|有且只有)(?:(?:被|有|进|投进|中|是|遇到|遇上|碰到)*|答对|做对|通过|投中|命中|击中)(?P<n>{_NUMBER})(?:个|名|位|人|台|道|门|次|处|天|场|关|路口|项|封|科)?",
        event,
    )
    if (named and len(set(named)) < size) or patterns.search(r"[甲乙丙].{0,6}(?:而|但|且|,).{0,4}[乙丙甲]", event):
        if patterns.search(r"^只有|^仅有|^只", event) and len(named) == 1:
            return "pattern", [int(name == named[0]) for name in names]
        if len(named) == size and len(set(named)) == size:
            parts = [
                event[event.index(name) : event.index(named[place + 1]) if place + 1 < size else len(event)]
                for place, name in enumerate(named)
            ]
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
    if patterns.search(
        r"(?:目标|密码|题|飞机|敌机|靶|问题|任务).{0,3}(?:能|可以)?被|被(?:击中|破译|解出|译出|击落|解决|打中)|密码能?被?破译|译出来", event
    ):
        return (
            ("count", [0])
            if patterns.search(r"(?:没有?|未|不能?)被|没有?(?:击中|破译|译出)", event)
            else ("count", list(range(1, size + 1)))
        )
    return "how many"


READERS = (
    *OBJECT_READERS,
    *URN_READERS,
    read_derangement_chance,
    _independent,
    *CAUSE_READERS,
    read_match,
    read_meeting,
    read_first,
)
