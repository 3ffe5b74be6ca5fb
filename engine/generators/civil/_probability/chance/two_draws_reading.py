"""Reading one number drawn of each of two lists, and how the two compare or what they add up to."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from engine.generators import patterns
from engine.generators.civil._counting.chance_words import WORDS, asked_chance, opened
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out

_LIST = r"(?:集合)?(?:[A-Z]=?)?(?:(?P<low{0}>\d)(?:到|至|~|-)(?P<high{0}>\d{{1,2}})(?:这?\d+个数(?:字)?)?|(?P<row{0}>-?\d{{1,2}}(?:[、,]\s?-?\d{{1,2}}){{1,9}}))(?:这?[一二两三四五六七八九\d]+个数(?:字)?)?"
_DRAW = r"(?:中|里)(?:随机|任意|任)(?:地)?(?:选取|抽取|选|取|抽)(?:出)?(?:一|1)个数(?:字)?(?:记|作)?(?:为|是|作)"
_EVENTS: tuple[tuple[str, Callable[[int, int, int], bool]], ...] = (
    (r"(?P<x>[a-z])(?:>|大于)(?P<y>[a-z])", lambda x, y, _: x > y),
    (r"(?P<x>[a-z])(?:<|小于)(?P<y>[a-z])", lambda x, y, _: x < y),
    (r"(?P<x>[a-z])(?:≥|不小于|大于等于|大于或等于)(?P<y>[a-z])", lambda x, y, _: x >= y),
    (r"(?P<x>[a-z])(?:≤|不大于|小于等于|小于或等于)(?P<y>[a-z])", lambda x, y, _: x <= y),
    (r"(?P<x>[a-z])(?:=|等于)(?P<y>[a-z])", lambda x, y, _: x == y),
    (r"(?P<x>[a-z])\+(?P<y>[a-z])(?:为|是)偶数", lambda x, y, _: (x + y) % 2 == 0),
    (r"(?P<x>[a-z])\+(?P<y>[a-z])(?:为|是)奇数", lambda x, y, _: (x + y) % 2 == 1),
    (r"(?P<x>[a-z])\+(?P<y>[a-z])(?:=|等于|为|是)(?P<k>\d+)", lambda x, y, k: x + y == k),
    (r"(?P<x>[a-z])(?P<y>[a-z])(?:为|是)偶数", lambda x, y, _: x * y % 2 == 0),
    (r"(?P<x>[a-z])(?P<y>[a-z])(?:为|是)奇数", lambda x, y, _: x * y % 2 == 1),
)


def read_two_draws(text: str) -> Recognition | None:
    """The chance of something for two numbers, each drawn of a list of its own.

    Raises:
        StayOut: something is not understood.
    """
    story = opened(text)
    drawn = story.take(
        rf"(?:若|设|如果)?(?:从|在){_LIST.format(1)}{_DRAW}(?P<a>[a-z]),?(?:再)?(?:从|在){_LIST.format(2)}{_DRAW}(?P<b>[a-z])(?=[,;。])"
    )
    if drawn is None or drawn["a"] == drawn["b"]:
        return None
    event = next(
        ((found, holds) for pattern, holds in _EVENTS if (found := story.take(rf"(?:则|那么|使|求|,)*{pattern}(?=的?概率|的可能)"))), None
    )
    if event is None:
        return None
    asked_chance(story)
    story.finish(WORDS + " 集合")
    lists = []
    for place in (1, 2):
        if drawn[f"row{place}"]:
            lists.append([int(each) for each in patterns.findall(r"-?\d+", drawn[f"row{place}"])])
        else:
            lists.append(list(range(int(drawn[f"low{place}"]), int(drawn[f"high{place}"]) + 1)))
    found, holds = event
    if {found["x"], found["y"]} != {drawn["a"], drawn["b"]} or any(len(set(each)) != len(each) for each in lists):
        stay_out("which numbers")
    number = int(found["k"]) if "k" in found.groupdict() else 0
    turned = found["x"] == drawn["b"]
    pairs = list(itertools.product(*lists))
    good = sum(holds(y, x, number) if turned else holds(x, y, number) for x, y in pairs)
    return Recognition(
        parameters={"task": "fair", "good": good, "all": len(pairs)},
        understood=(
            (drawn["a"], "、".join(map(str, lists[0]))),
            (drawn["b"], "、".join(map(str, lists[1]))),
            ("求", patterns.sub("^[则那么使求,]+", "", found[0]) + "的概率"),
        ),
    )
