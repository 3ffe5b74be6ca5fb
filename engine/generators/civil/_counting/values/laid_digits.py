"""Reading numbers that are laid of some digits: which digits, how many places, whether a digit may come again, and every condition by its words."""

from __future__ import annotations

import re
from typing import Any

from engine.generators import patterns
from engine.generators.civil._counting.chance_words import CHANCE_WORD
from engine.generators.civil._counting.samples.reading import only_talks
from engine.generators.civil._counting.values.events import Events, N, tokens
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import StayOut, stay_out, to_int

_GIVEN = re.compile(
    rf"(?:在|从|用|由|以|将|把|有|现有)*(?:写有|标有|写着)?(?:数字)?(?P<digits>\d(?:[、,]\s?\d){{1,9}}|0[-~]\d|1[-~]\d|[01](?:到|至)\d|(?<!\d)[0-9]{{4,9}}(?!\d))(?:这|共|的)*(?:(?P<many>{N})个)?(?:不同的?)?(?:数字|数码|数)?(?:中|里)?"
)
_CARDS = re.compile(
    rf"(?:有)?(?P<n>{N})张(?:卡片|纸片)(?:上)?,?(?:分别)?(?:写有|标有|写着|标着)?(?:数字)?(?=\d[、,])|(?:这)?(?:{N})张(?:数字)?卡片(?:中|里)?"
)
_PICK = re.compile(
    rf"(?:从中)?(?:任意|随机|任|每次)*(?:选取|抽取|取|选|抽)(?:出)?(?P<n>{N})(?:个|张)(?:不同的?|不重复的?|互不相同的?)?(?:的)?(?:数字|数|卡片)?(?:不放回)?|每(?P<n2>{N})(?:个)?数?个(?=组成)"
)
_LAID = re.compile(
    r"(?:可以|可|能|能够|一?共|,|并|来|则|组成的|再|按[^,;。]{1,4}顺序)*(?:组成|排成|构成|写出|摆出|拼成|摆成|得到|排列成)(?:一个|1个)?(?:多少个?)?"
)
_LENGTH = re.compile(r"(?P<n>[一两二三四五六七八2-8])位(?:的)?(?P<sort>偶数|奇数|(?:自然|正整|整)?数|密码)?")
_ONCE = re.compile(
    r"(?:各位|数字)?(?:上的?)?(?:数字)?(?:没有|无|不含|不允许|不可以|不能|不得|不可|不)(?:有)?(?:重复|相同)(?:使用|出现)?(?:的)?(?:数字)?(?:的)?|(?:每个?)数字(?:只(?:能)?|恰好?|最多)(?:使?用|出现)(?:一|1)次|各(?:数)?位(?:上的)?数字(?:互不相同|各?不(?:相)?同)(?:的)?|互不相同的|(?<=由)不同(?=数字)"
)
_AGAIN = re.compile(r"(?:数字)?(?:可以?|允许|(?<!不)能)(?:有)?重复(?:使用|出现)?(?:的)?")
_ASKED = re.compile(
    r"(?:这样的|符合条件的|满足条件的|所有)*(?:一?共|总共)?(?:可以|能)?(?:有|是|为)?多少(?:个|种)?(?:不同的|这样的)*(?:数(?![字位])|组合|排法|方法)?|(?<=数)的个数(?:为|是|有)?|(?<=的)个数(?:为|是|有)?"
)
_IDLE = r"试|样|选取|选|数呀|呀|哪些|组合|排列题?|题|数字|共|的|一?共有|可以|能|个|位|数|其中|要求|且|并且|而且|同时|这样|那么|则|和|与|都|为|是|有|在|中|上|里|把|将|用|由|,|\ue000|\s|组成|密码|不同|所有|满足|条件|这|些|成|一组|每|以|问|求|恰好?"
_AT = r"(?:排|放|站|出现)?(?:在)?(?P<at>[个十百千万]位|首位|末位|最高位|两端|奇数位|偶数位|中间)(?:数|上)?"
_PLACE = {"首位": [0], "最高位": [0], "末位": [-1], "两端": [0, -1]}


def _places(at: str, length: int) -> list[int]:
    if at in _PLACE:
        return _PLACE[at]
    if at == "奇数位":
        return list(range(0, length, 2))
    if at == "偶数位":
        return list(range(1, length, 2))
    if at == "中间":
        return [length // 2] if length % 2 else stay_out("which is the middle")
    return [-1 - "个十百千万".index(at[0])]


def _digit_events(clause: str, digits: list[int], length: int) -> tuple[list[Any], str]:
    """What a clause says of certain digits, and what is left of it."""
    found: list[Any] = []
    literal = r"(?:数字)?(?P<d>\d(?:(?:[、,]|和|与)\d)*)"

    def told(text: str) -> list[int]:
        mine = [int(each) for each in patterns.findall(r"\d", text)]
        if not set(mine) <= set(digits):
            stay_out("which digit")
        return mine

    def take(pattern: str) -> re.Match[str] | None:
        nonlocal clause
        match = patterns.search(pattern, clause)
        if match is not None:
            clause = clause[: match.start()] + clause[match.end() :]
        return match

    while match := take(
        rf"(?<!\d){literal}(?:都|均)?(?P<no>不(?:能|得|可|允许)?|不可以?)?(?P<must>必须|只能|一定|要)?{_AT}(?:或(?:者)?(?P<at2>首位|末位|末尾|个位))?"
    ):
        places = _places(match["at"], length) + (_places(match["at2"].replace("末尾", "末位"), length) if match["at2"] else [])
        for digit in told(match["d"]):
            event = ["digit-at", digit, places]
            found.append(["not", event] if match["no"] else event)
    while match := take(r"(?<!\d)(?P<d>\d(?:[、,]\d)*)(?:都|均)?不(?:能|得|可)?(?:与|和)(?P<e>\d)相邻"):
        other = told(match["e"])[0]
        found += [["not", ["beside", [digit, other]]] for digit in told(match["d"])]
    while match := take(
        rf"(?<!\d){literal}(?P<m>(?:必须|都|要|一定)*(?:彼此)?(?:相邻|挨着|排在一起|相连))|{literal.replace('<d>', '<f>')}(?:都|均|互|彼此|两两)*不(?:能|得)?(?:互)?相邻"
    ):
        mine = told(match["d"] or match["f"])
        if len(mine) < 2 or (match["f"] and len(mine) > 2):
            stay_out("which are beside")
        event = ["beside", mine]
        found.append(event if match["d"] else ["not", event])
    if match := take(r"(?:任[何意])?(?:[两三2-3]个)?(?P<k>奇数|偶数)(?:数字)?(?:都|均|两两|互|任[何意][两2]个)*(?P<no>不)(?:能)?相邻"):
        found.append(["not", ["kind-beside", match["k"]]])
    if match := take(rf"(?:有且(?:只|仅)有|恰有?|只有)(?:一|1)个数字(?:重复)?出现(?P<n>{N})次"):
        found.append(["alike", to_int(match["n"])])
    if match := take(rf"(?<!\d){literal}(?:都)?至少(?:都)?(?:各)?(?:出现|用)(?:一|1)次"):
        found += [["valued", [digit], list(range(1, length + 1))] for digit in told(match["d"])]
    if match := take(rf"(?:不)?(?:含|包含|有)(?:有)?数字{literal}"):
        found += [["valued", [digit], [0] if match[0].startswith("不") else list(range(1, length + 1))] for digit in told(match["d"])]
    return found, clause


def _sized(text: str) -> tuple[int, str, str] | None:
    """How many places, which sort of number, and the text without it."""
    found = _LENGTH.search(text)
    if found is None:
        return None
    rest = text[: found.start()] + "\ue000" + text[found.end() :]
    # Said again, it is the same number that is spoken of.
    again = _LENGTH.search(rest)
    if again is not None and again["sort"] in ("偶数", "奇数") and found["sort"] in (None, "数", "自然数", "整数", "正整数"):
        return to_int(found["n"]), again["sort"], rest[: again.start()] + rest[again.end() :]
    return to_int(found["n"]), found["sort"] or "数", rest


def _read(story: Story, asks_chance: bool) -> Recognition | None:
    text = patterns.sub(r"[“”\"'{}()]|\s+", "", story.rest)
    given = _GIVEN.search(text)
    if given is None or not patterns.search("位|组成|排成", text):
        return None
    if asks_chance:
        question = patterns.search(rf"(?:的)?{CHANCE_WORD}(?:有|是|为)?(?:多少)?[,;。?:.]*$", text)
        if question is None:
            return None
        body = text[: question.start()].rstrip(",;。?:")
    else:
        if not patterns.search("多少|个数", text):
            return None
        body = _ASKED.sub(",", text)
    told = given["digits"]
    if len(told) > 3 and told.isdigit():
        digits = [int(each) for each in told]
    elif patterns.fullmatch(r"\d\D+\d", told) and told[1] not in "、,":
        digits = list(range(int(told[0]), int(told[-1]) + 1))
    else:
        digits = [int(each) for each in patterns.findall(r"\d", told)]
    if given["many"] and to_int(given["many"]) != len(digits):
        stay_out("how many digits")
    cards = _CARDS.search(body) is not None
    if len(set(digits)) != len(digits) and not cards:
        stay_out("a digit twice")
    body = body.replace(given[0], "\ue000", 1)
    body = _CARDS.sub("\ue000", body)
    picked = _PICK.search(body)
    body = _PICK.sub("\ue000", body, 1)
    unique, again = _ONCE.search(body), _AGAIN.search(body)
    once = unique is not None or cards or picked is not None
    body = _ONCE.sub("", _AGAIN.sub("", body))
    if unique and again:
        stay_out("once or again")
    sized = _sized(body)
    if sized is not None:
        length, sort, body = sized
    elif picked is not None:
        length, sort = to_int(picked["n"] or picked["n2"]), "数"
    else:
        return None
    if picked is not None and to_int(picked["n"] or picked["n2"]) != length:
        stay_out("how many places")
    body = _LAID.sub("\ue000", body)
    if not 2 <= length <= 7 or (length > len(digits) and not again):
        return None
    given_events: list[Any] = []
    wanted: list[Any] = [["is", ["number"], sort]] if sort in ("偶数", "奇数") else []
    clauses = [each for each in patterns.split(r"[,;。?:\ue000]", body) if each]
    for place, clause in enumerate(clauses):
        events, left = _digit_events(clause, digits, length)
        left = patterns.sub(
            r"^(?:的|这个|该|此|所|数|且|其中|要求|并且|同时|求)+|(?:的)?(?:[两三四五六七八]位数|(?<=的)数)?(?:的)?$", "", left
        )
        if left and patterns.sub(_IDLE, "", left):
            left = patterns.sub(
                r"(?:比)(?P<n>\d{2,7})(?P<how>大|小)", lambda match: ("大于" if match["how"] == "大" else "小于") + match["n"], left
            )
            try:
                if not tokens(left):
                    continue
                events += Events(length, laid=True).of(left)
            except StayOut as objection:
                if only_talks(left):
                    continue
                raise objection
        (wanted if not asks_chance or place == len(clauses) - 1 else given_events).extend(events)
    if asks_chance and not wanted:
        stay_out("no event")
    if 2 in [wanted.count(each) for each in wanted]:
        stay_out("said twice")
    parameters: dict[str, Any] = {
        "task": "values" if asks_chance else "laid",
        "how": "each" if again else "ordered",
        "domains": [digits] * (length if again else 1),
        "take": length,
        "laid": True,
        "given": given_events,
        "wanted": wanted,
    }
    if not once and not again:  # whether a digit may come again is not said: the options may say it
        if asks_chance:
            stay_out("once or again")
        parameters["readings"] = [
            ["每个数字只用一次", {}],
            ["数字可以重复", {"how": "each", "domains": [digits] * length}],
        ]
    return Recognition(
        parameters=parameters,
        understood=(
            ("数字", "、".join(map(str, digits))),
            (
                "求",
                f"{'可以重复' if again else '不重复'}的 {length} 位{sort}"
                + (f"，{'，'.join(clauses)}" if wanted and clauses else "")
                + ("的概率" if asks_chance else ""),
            ),
        ),
    )


def read_laid_count(text: str) -> Recognition | None:
    """How many numbers can be laid.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    story.refuse(f"{CHANCE_WORD}|之和(?:是|为)多少|从小到大|从大到小|第几|夹")
    return _read(story, False)


def read_laid_chance(text: str) -> Recognition | None:
    """The chance that a number laid at random is so.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    return _read(story, True) if story.has(CHANCE_WORD) and story.has("位数|位偶数|位奇数") else None
