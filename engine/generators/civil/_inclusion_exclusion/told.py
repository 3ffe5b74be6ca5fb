"""How many are said of what: each number of a text with the words beside it, whatever these words are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from engine.generators import patterns
from engine.generators.civil._counting.common_parts import common_end
from engine.generators.reading import stay_out

UNIT = r"(?:个|名|位|户|家|份|种|本|篇|册|批次?|道(?:题)?|件|套|棵|盆|条|只|台|辆|部|张|盏|人次?|平方(?:厘米|分米|米|千米))"
_VALUE = r"(?:(?<![\d./])\d+(?:\.\d+)?%?(?![\d/%.])|(?<!\d)\d+/\d+|多少%?|一半)"
_LEAD = r"(?:(?:的(?:数量|份数|个数)|(?:的)?(?:人数|户数|面积|比例|比重))?(?:恰好|正好|刚好|分别|总?共|一共|大约|约|经|各|就|也|又|还|会|只)*(?:占(?:总人数|总数|全部|全班|全体|[^,;。\d]{0,6}总[人户数体]{1,2})?(?:的)?|有|为|是|达到?|等于)*)"
_NUMBER = re.compile(rf"(?P<lead>{_LEAD})(?P<value>{_VALUE})(?P<unit>{UNIT}?)(?P<of>的?)")
CLASSIFIER = "[样项种次科门者类组个道份本部块地岗处关座款家张支条报刊课团社套场级人位方点天题期]"
_IDLE = r"(?:其中|已知|而|且|还|也|有|另外?|现|经|又|那么?|则|问|在|如果|若|结果|调查|显示|发现|得知|知道|,)"
_MORE = rf"(?P<sign>多|少)(?:了|出)?(?P<more>\d+){UNIT}"


@dataclass
class Told:
    """What has a number: `about` (a description), the number or 多少, and what it is compared with."""

    about: str
    value: str
    unit: str = ""
    bound: str = ""  # least, most
    each: bool = False  # `各有 5 人`
    other: str = ""  # `about` is `value` times `other`, and `plus` more
    plus: int = 0
    difference: bool = False  # `about` is `value` more than `other`
    ahead: bool = False  # the number stands before what it counts
    topic: str = ""  # `在第一次考试中`, a clause before
    within: str = ""  # of whom: `会英语的人中，有 10 人会日语`

    @property
    def asked(self) -> bool:
        """Whether this is a question."""
        return self.value.startswith("多少")

    @property
    def share(self) -> bool:
        """Whether the number is a share of all."""
        return not self.other and ("%" in self.value or "/" in self.value or self.value == "一半")


def told_of(text: str) -> tuple[list[Told], list[str], list[int]]:
    """What is told and asked, in order, the clauses without a number, and how many numbers stand before each."""
    told: list[Told] = []
    rest: list[str] = []
    places: list[int] = []
    topic = ""
    # `既会英语，又会日语的有 5 人`: one description.
    text = patterns.sub(
        r"(?:(?<=[,;。?!:\n])|^)(?P<first>[^,;。?!:\n\d]{2,20}),(?=(?:又|也|但|却|且|并|同时)[^,;。]*(?:\d|多少))",
        lambda match: (
            match[0] if "多少" in match[0] or patterns.search("^(?:每|所有|至)|[中里]$", match["first"]) else match["first"] + "·"
        ),
        text,
    )
    for clause in (each for each in patterns.split(r"(?:[,;。?!\n]|:(?!\d))+|\.{2,}", text) if each.strip("()、 ")):
        clause = clause.strip("()、 ")
        clause = patterns.sub(
            r"(?:至少|最少|至多|最多)(?=(?:要|会|应|能|可能|可以|又|就|占[^,;。\d]{0,6}?的?|有|为|是)*多少)",
            lambda match: "↓" if "少" in match[0] else "↑",
            clause,
        )
        if related := _related(clause):
            related.topic = topic
            told.append(related)
            topic = ""
            continue
        if not patterns.search(_VALUE, clause):
            if patterns.fullmatch(r"(?:那|则)?(?:最多|至多|最少|至少)呢", clause) and told and told[-1].asked:
                told.append(replace(told[-1], bound="most" if "多" in clause else "least"))
            elif patterns.fullmatch(r"(?:那|则)?[^,;。\d]{2,16}呢", clause) and told and told[-1].asked:
                told.append(Told(clause.removesuffix("呢"), "多少", told[-1].unit))
            elif patterns.search(r"(?:中|里|[上面]|方面|当中)$", clause):
                topic = clause
            else:
                rest.append(clause)
                places.append(len(told))
            continue
        told += _numbered(clause, topic, told)
        topic = ""
    return told, rest, places


def _numbered(clause: str, topic: str, before: list[Told]) -> list[Told]:
    """The numbers of a clause, each with its description."""
    # `100 人中 62 人看过`: of how many, and how many of them.
    if parted := patterns.match(
        rf"(?P<all>[^\d]*(?P<n>\d+){UNIT}?[^\d,]{{0,8}}?)(?:当?中|里)(?:面)?,?(?P<some>.*(?:\d|多少|一半).*)$", clause
    ):
        some = _numbered(parted["some"], topic, before)
        # `这 17 人中`: told before.
        return some if any(each.value == parted["n"] for each in before) else [*_numbered(parted["all"], "", before), *some]
    numbers = list(_NUMBER.finditer(clause))
    if not numbers:
        stay_out(f"no number of things: {clause}")
    found: list[Told] = []
    first = patterns.sub(rf"^{_IDLE}+", "", clause[: numbers[0].start()].strip("↓↑"))
    ahead = not first and bool(clause[numbers[-1].end() :].strip("的人呢啊"))
    for place, number in enumerate(numbers):
        behind = clause[number.end() : numbers[place + 1].start() if place + 1 < len(numbers) else len(clause)]
        if ahead:
            about = clause[: number.start()] + behind if place == 0 else behind
        else:
            about = clause[numbers[place - 1].end() if place else 0 : number.start()]
            if number["of"] and patterns.search("%|/", number["value"]) and len(behind) > 4:
                about = behind  # `单位有 80% 的员工会英语`
            elif place + 1 == len(numbers) and len(behind) > 1:
                about += "·" + behind
        bound = "least" if "↓" in about + number["lead"] else "most" if "↑" in about + number["lead"] else ""
        about = patterns.sub(rf"^{_IDLE}+", "", patterns.sub("[↓↑]", "", about)).strip("·、和而")
        if bound and not patterns.sub(r"的|人|会|可能|又|·|、|[有是]", "", about) and (last := (found or before)[-1:]) and last[0].asked:
            about = last[0].about  # `最多有多少人，最少有多少人`
        found.append(
            Told(
                about + ("共" if "共" in number["lead"] else ""),
                number["value"] + ("%" if "占" in number["lead"] and number["value"] == "多少" and not number["unit"] else ""),
                number["unit"] or (behind if len(behind) == 1 and behind not in "的呢啊吗呀" else ""),
                bound,
                each=patterns.search("各", number["lead"]) is not None,
                ahead=ahead,
                topic=topic if place == 0 else "",
            )
        )
    return found


def _related(clause: str) -> Told | None:
    """How two numbers compare, neither of them told: `甲的人数与乙的一样多`, `甲是乙的 2 倍多 3 人`, `甲比乙多 5 人`."""
    one = rf"{_IDLE}*(?P<one>[^\d,;]+?)(?:的)?(?:人|人数|数量)?"
    other = r"(?P<other>[^\d,;]+?)(?:的)?(?:人|人数|数量)?"
    if match := patterns.fullmatch(rf"{one}(?:与|和|跟|同|等于){other}(?:恰好|正好|刚好|也)?(?:一样多|同样多|相同|相等)", clause):
        return Told(match["one"], "1", other=match["other"])
    if match := patterns.fullmatch(
        rf"{one}(?:恰好|正好|刚好)?(?:是|为|等于|占){other}的(?:(?P<times>\d+(?:\.\d+)?)倍|(?P<half>一半)|(?P<share>\d+/\d+|\d+%))(?:还?{_MORE})?",
        clause,
    ):
        if patterns.search("^总|总[人数户体]|全[部体班校]|多少", match["other"]):
            return None
        plus = int(match["more"]) * (1 if match["sign"] == "多" else -1) if match["more"] else 0
        return Told(match["one"], "1/2" if match["half"] else match["times"] or match["share"], other=match["other"], plus=plus)
    if match := patterns.fullmatch(rf"{one}比{other}多(?P<times>\d+|一|两)倍", clause):
        return Told(match["one"], str(_number(match["times"]) + 1), other=match["other"])
    if match := patterns.fullmatch(rf"{one}比{other}(?P<sign>多|少)(?:了|出)?(?P<value>\d+|多少)(?P<unit>{UNIT}?)", clause):
        pair = (match["one"], match["other"]) if match["sign"] == "多" else (match["other"], match["one"])
        return Told(pair[0], match["value"], match["unit"], other=pair[1], difference=True)
    if match := patterns.fullmatch(rf"{one}(?:与|和|跟){other}(?:的|之)*比(?:例)?(?:是|为)?(?P<a>\d+)[:/](?P<b>\d+)", clause):
        return Told(match["one"], f"{match['a']}/{match['b']}", other=match["other"])
    if match := patterns.fullmatch(
        r"(?:在)?(?P<base>[^\d,;]+?)(?:的)?(?:人|人群|[\u4e00-\u9fff]{2})?(?:当?中|里)·?(?:有)?(?P<share>\d+%|\d+/\d+|一半)(?:的)?(?:人)?(?:也|又|还|同时)(?P<two>[^\d,;]+)",
        clause,
    ):
        share = "1/2" if match["share"] == "一半" else match["share"]
        return Told(match["two"], share, other=match["base"], within=match["base"])
    # `参加甲而没参加乙的人中有一半参加丙`: a part of them, as its words say that combine sets
    if match := patterns.fullmatch(
        r"(?:在)?(?P<base>[^\d,;]*(?:但|只|仅|不|未|没|既)[^\d,;]*?)的(?:人|人群|[\u4e00-\u9fff]{2})(?:当?中|里)·?(?:有)?(?P<share>\d+%|\d+/\d+|一半)(?:的)?(?:人)?(?P<two>[^\d,;]{2,})",
        clause,
    ):
        share = "1/2" if match["share"] == "一半" else match["share"]
        return Told(match["two"], share, other=match["base"], within=match["base"])
    return None


def _number(text: str) -> int:
    return {"一": 1, "两": 2}.get(text) or int(text)


def listed(text: str) -> str:
    """`甲、乙、丙的分别有 3、4、5 人` with each number beside its name."""

    value = rf"\d+(?:\.\d+)?%?{UNIT}?"
    values = rf"(?P<values>{value}(?:[、,和与 ]+{value})+)"

    def beside(match: re.Match[str]) -> str:
        numbers = patterns.findall(rf"\d+(?:\.\d+)?%?{UNIT}?", match["values"])
        head = patterns.sub(r"(?:的)?(?:人数|户数|数量|面积)?(?:分别|依次|各|有|是|为|占)*$", "", match["head"])
        head = patterns.sub(r"(?:这)?(?<!第)[两三四][\u4e00-\u9fff]{1,5}$", "", head)
        names = patterns.split(r"[、和与及,]", head)
        if len(names) != len(numbers):
            # The names stand in the clause before.
            before = patterns.search(r"[^,;。?!:\d]*[、和与][^,;。?!:\d]*$", text[: match.start()].rstrip(",;。:"))
            names = (
                patterns.split(r"[、和与及,]", patterns.sub(r"(?:这)?(?<!第)[两三四][\u4e00-\u9fff]{1,6}$", "", before[0]))
                if before
                else []
            )
        row = patterns.search(rf"([两三四])个?{CLASSIFIER}", match["head"]) or patterns.search(rf"([两三四])个?{CLASSIFIER}", text)
        if (len(names) != len(numbers) or not all(names)) and row and len(numbers) == " 一两三四".index(row[1]):
            names = [f"第{'一二三四'[place]}样" for place in range(len(numbers))]  # nobody names them
        if len(names) != len(numbers) or not all(names):
            return match[0]
        return "".join(f"{name}的有{number}," for name, number in zip(_shared(names, text), numbers, strict=True))

    def ahead(match: re.Match[str]) -> str:
        numbers = patterns.findall(rf"\d+(?:\.\d+)?%?{UNIT}?", match["values"])
        names = patterns.split(r"[、和与及]", match["names"])
        if len(names) != len(numbers):
            return match[0]
        return "".join(f"{name}的有{number}," for name, number in zip(_shared(names, text), numbers, strict=True))

    text = patterns.sub(
        rf"(?:有)?{values}(?:[\u4e00-\u9fff]{{0,3}})分别(?P<names>[^,;。\d]+?(?:[、和与][^,;。\d]+)+)(?=[,;。])", ahead, text
    )
    return patterns.sub(rf"(?P<head>[^,;。?!:\d]*)(?:(?<=分别)|(?<=依次)|(?<=[是为有]))(?:有|是|为|占)*{values}", beside, text)


def _shared(names: list[str], text: str) -> list[str]:
    """The names of a row with what stands before the first and behind the last of them given to all."""
    first, last = names[0], names[-1]
    others = [*names[1:-1], last]
    core = max(
        (
            first[place:]
            for place in range(len(first))
            if text.count(first[place:]) > 1 and not any(first[place:] in each for each in others)
        ),
        key=len,
        default="",
    )
    if len(names) > 2 or not core:
        lengths = {len(each) for each in names[1:-1]}
        core = first[-min(lengths) :] if len(lengths) == 1 and len(first) > min(lengths) and core in ("", first) else core or first
    tail = max(
        (
            last[:place]
            for place in range(1, len(last) + 1)
            if text.count(last[:place]) > 1 and not any(last[:place] in each for each in names[:-1])
        ),
        key=len,
        default="",
    )
    if not tail:
        behind = common_end([first, *names[1:-1]]) if len(names) > 2 else ""
        tail = last[: last.index(behind) + len(behind)] if behind and behind in last else last
    begin, end = first.removesuffix(core), patterns.sub(rf"^(?:这)?[两三四]个?{CLASSIFIER}", "", last.removeprefix(tail))
    return [begin + each + end for each in (core, *names[1:-1], tail)]


_SAME_UNIT = {"名": "人", "位": "人", "道题": "道", "家": "户", "批次": "批", "人次": "次"}


def minded_units(units: Iterable[str]) -> None:
    """Give up where numbers are of different things: 70 people and 60 portions.

    Raises:
        StayOut: they are.
    """
    kinds = {_SAME_UNIT.get(unit, unit) for unit in units if unit}
    if len(kinds - {"个"}) > 1 or {"个", "户"} <= kinds:
        stay_out(f"units: {kinds}")
