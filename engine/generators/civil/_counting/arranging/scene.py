"""Who or what is arranged, and where: read from numbers and the words beside them, whatever those words are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from engine.generators import patterns
from engine.generators.civil._counting.arranging.words import (
    DIFFERENT,
    EACH,
    END,
    EXACT,
    LEAST,
    LISTED,
    MOST,
    OPEN,
    SAME,
    TAKEN,
    M,
    N,
    Text,
)
from engine.generators.reading import stay_out

_STOP = r"[中里内到去往在参排站坐选抽取派给来进成轮随按将把被从由与和及跟需要至恰是为有能可以分组]"
PERSONS = "名位人"
_PERSON = r"(?:[人员生者师]|同学|同事|朋友|职工|代表|选手|干部|嘉宾|领导|孩子|家长|专家|护士|教授|乘客|顾客)$|^人"
_ABOUT_PERSONS = "性生的人者员士方职工同志"
CONTAINER = r"[盒箱袋筐盘桶篮碗笼罐抽屉信封格包]"
_SHARES = r"名额|指标"
DIFFERS = re.compile(DIFFERENT)


@dataclass
class Sort:
    """Things of one sort, with what they are called and whether they are a part of all that were told before."""

    noun: str
    count: int
    unit: str
    place: int
    part: bool = False
    listed: bool = False  # whether it stands in one list with the one before
    again: bool = False  # whether it only repeats what was told: `从这 8 人中`


@dataclass
class Scene:
    """Cells of things, and the places they go to."""

    shape: str
    sorts: list[Sort]
    total: int
    noun: str
    unit: str
    take: int = 0
    places: list[str] = field(default_factory=list)
    place_noun: str = ""
    place_unit: str = ""
    lows: list[int] = field(default_factory=list)
    highs: list[int] = field(default_factory=list)
    alike: bool = False
    same: list[int] = field(default_factory=list)  # cells of what nothing tells apart among others
    unnamed: bool = False
    empty: int | None = None
    in_time: bool = False  # one after the other, not side by side
    of_each: int = 0  # so many are taken of each sort
    sizes: list[int] | None = None
    free: bool = False  # whether a place may be empty
    settled: bool = False  # whether it is told how many may go to a place
    base: list[Any] = field(default_factory=list)
    cells: list[tuple[str, int]] = field(default_factory=list)
    of_name: dict[int, int] = field(default_factory=dict)
    of_sort: list[list[int]] = field(default_factory=list)

    @property
    def out(self) -> bool:
        """Whether some are left over."""
        return self.take > 0

    def words_of(self, sort: int) -> list[str]:
        """What a sort may be called: its noun, or what tells it from the others."""
        noun = self.sorts[sort].noun
        others = [each.noun for number, each in enumerate(self.sorts) if number != sort and each.noun != f"非{noun}"]
        said = {noun} | {noun[start:] for start in range(1, len(noun) - 1)}
        own = [sign for sign in noun if not any(sign in other for other in others)]
        words = [re.escape(each) for each in said if each and not any(other.endswith(each) for other in others)]
        if others and own and len(noun) <= 6:
            words.append(rf"{re.escape(own[0])}[{_ABOUT_PERSONS}]{{0,3}}" if len(own) == 1 else re.escape("".join(own)))
            if len(own) > 1 and "".join(own) not in noun:
                words.pop()
        return words

    def who(self) -> str:
        """A pattern for anybody or anything that a condition can speak of, one or a sort."""
        words = sorted({word for sort in range(len(self.sorts)) for word in self.words_of(sort)}, key=len, reverse=True)
        sorts = "|".join(words) or "(?!)"
        return rf"(?:(?:{sorts})?{M}|{sorts})"

    def cells_called(self, said: str, text: Text) -> list[int]:
        """The cells of one item that `who` matched."""
        if patterns.search(M, said):
            name = ord(said[-1]) - 0xE200
            if name not in self.of_name:
                stay_out(f"who: {text.names[name]}")
            return [self.of_name[name]]
        fits = [sort for sort in range(len(self.sorts)) if any(patterns.fullmatch(word, said) for word in self.words_of(sort))]
        if len(fits) != 1:
            stay_out(f"which sort: {said}")
        return self.of_sort[fits[0]]


def cut(word: str) -> str:
    """An open word up to where something else begins."""
    first = word[:1]
    found = patterns.search(_STOP, word[1:] if first in "会能" else word)
    return word[: found.start() + (1 if first in "会能" else 0)] if found else word


def _noun(text: Text, at: int) -> str:
    """What is counted by the number at a place: the word behind it, or the one before where that is the way of the whole list."""
    after = patterns.compiled(rf"(?:的|是|{DIFFERENT}的?|{SAME}的?)*({OPEN}*)").match(text.rest, at + 1)
    noun = cut(after[1]) if after else ""
    inner = rf"(?:(?![中里内选抽取挑派摸拿从]){OPEN})"
    lists = patterns.finditer(rf"{OPEN}{N}(?:{inner}{{0,6}}{N}|[、和与及]{inner}{{1,6}}{N})+人?(?={END}|$|[中里内])", text.rest)
    backwards = any(each.start() <= at < each.end() for each in lists)
    if noun and not backwards:
        longer = (noun[:length] for length in range(len(noun), 1, -1) if text.rest.count(noun[:length]) > 1)
        return next(longer, noun) if len(noun) > 2 else noun
    before = patterns.compiled(rf"({OPEN}*)$").search(text.rest[:at])
    word = patterns.sub(r"(?:共|有|是|为|各|和|与|及|以及|约|分别)+$", "", before[1]) if before else ""
    return patterns.split(r"有|是|为|的|和|与|中|里|现|从", word)[-1]


def told_sorts(text: Text, end: int) -> list[Sort]:
    """What is told of how many there are, up to a place in the text."""
    found: list[Sort] = []
    for each in patterns.finditer(N, text.rest[:end]):
        at = each.start()
        lead = text.rest[max(0, at - 5) : at]
        if text.unit(each[0]) == "职" or patterns.search(
            rf"(?:{LEAST}|{MOST}|{EXACT}|{EACH}|只|仅|任[意何]?|最[后前]|第|[在是为于站去坐]前)(?:有|选|派|的)?$|{EACH}{OPEN}{{1,3}}$", lead
        ):
            continue
        if (
            text.number(each[0]) == 1
            and patterns.match(rf"{OPEN}{{1,8}}?(?:[里中内上共有由装]|,)", text.rest[at + 1 :])
            and patterns.search(N, text.rest[at + 1 : end])
            and patterns.search(rf"(?:^|{END}|在)(?:有|从)?$", text.rest[:at])
        ):
            text.mark(each)  # `一个袋子里`
            continue
        if (names := patterns.search(rf"{LISTED}$", text.rest[:at])) and found and len(text.listed(names[0])) == text.number(each[0]):
            continue  # `甲、乙两人`
        if text.unit(each[0]) in "次天日周月年" and text.unit(each[0]):
            continue
        between = patterns.split(r"[;。?!]", text.rest[found[0].place + 1 : at])[-1] if found else ""
        part = bool(found) and patterns.search(rf"其中|包括|含有?|^{OPEN}*[里中](?:,|恰?有)", between) is not None
        again = patterns.search(r"(?:这|这些|上述|以上|从|共|一共|共计)$", text.rest[:at]) is not None
        besides = patterns.search(rf"(?P<names>{LISTED})[和与及、,]?(?:另外|其他|其余|另)的?$", text.rest[:at])
        if besides is not None and not found:
            found.append(Sort(_noun(text, at), text.number(each[0]) + len(text.listed(besides["names"])), text.unit(each[0]), at))
            text.mark(besides)
            continue
        if found and _told_before(found, text, at):
            continue
        in_list = bool(found) and patterns.search("[,;。:(]", text.rest[found[-1].place + 1 : at]) is None
        found.append(Sort(_noun(text, at), text.number(each[0]), text.unit(each[0]), at, part, in_list, again))
    return found


def _told_before(found: list[Sort], text: Text, at: int) -> bool:
    """Whether a number only repeats a sort that was told, or all of them."""
    noun, count = _noun(text, at), text.number(text.rest[at])
    if any(noun == each.noun and count == each.count and count > 1 for each in found):
        return True
    return len(found) > 1 and bool(noun) and count == sum(each.count for each in found) and all(each.noun.endswith(noun) for each in found)


def listed(text: Text, places: list[str]) -> list[Sort]:
    """Those who are only told by their names."""
    lists = [each[0] for each in patterns.finditer(LISTED, text.rest)]
    most = max((text.listed(each) for each in lists), key=len, default=[])
    if len(most) < 3 or any(text.names[each] in places for each in most):
        stay_out("nobody is told")
    return [Sort("", len(most), "人", -1)]


_PAIRS = {"男": "女", "女": "男", "正品": "次品", "次品": "正品", "好": "坏", "坏": "好", "优": "次"}


def _opposite(parts: list[Sort]) -> str:
    """What the others are called where the part is one of a pair of opposites."""
    if len(parts) == 1:
        for word, other in _PAIRS.items():
            if word in parts[0].noun:
                return parts[0].noun.replace(word, other)
    return ""


def composed(sorts: list[Sort]) -> tuple[int, list[Sort], str, str]:
    """The total, the sorts that make it up, and what all are called (with their unit).

    Raises:
        StayOut: the numbers do not go together.
    """
    if not sorts:
        stay_out("nobody is told")
    first, rest = sorts[0], sorts[1:]
    while rest and not rest[-1].part and (rest[-1].again or (rest[-1].noun in ("", "人") and first.noun)):
        again = rest.pop()
        if again.count not in (first.count, first.count + sum(each.count for each in rest)):
            stay_out("so many, or as many again")
    if not rest:
        return first.count, [first], first.noun, first.unit
    if first.noun and len(rest) == 1 and rest[0].noun != first.noun and rest[0].noun.endswith(first.noun):
        rest[0].part = True
    parted = len(rest) > 1 and sum(each.count for each in rest) == first.count and not rest[0].listed
    parted = parted and not any(each.part for each in rest)
    if parted and not all(each.noun.endswith(first.noun) or any(word in each.noun for word in _PAIRS) for each in rest):
        stay_out("parts of the first, or beside it")
    if all(each.part for each in rest) or parted:
        left = first.count - sum(each.count for each in rest)
        if left < 0 or (left and len(rest) > 1):
            stay_out("more than all, or parts that may be of each other")
        others = [Sort(_opposite(rest) or f"非{rest[0].noun}", left, first.unit, -1)] if left else []
        return first.count, [*rest, *others], first.noun, first.unit
    if any(each.part for each in rest):
        stay_out("part of what")
    total = sum(each.count for each in (first, *rest))
    if len({"人" if each.unit in PERSONS else each.unit for each in (first, *rest)} - {""}) > 1:
        stay_out("other units")
    nouns = [each.noun for each in (first, *rest)]
    if len(set(nouns)) != len(nouns) or not all(nouns):
        stay_out("sorts of one name")
    return total, [first, *rest], "", first.unit


def take_lists(scene: Scene, text: Text) -> None:
    """Names that only tell who is among all: `甲、乙等 6 人`, `(含甲、乙)`."""
    text.take(rf"\((?:其中)?(?:含有?|包括|分别为|为|即)?{LISTED}(?:[两二三]人|{N}人?)?(?:在内)?\)")
    text.take(rf"(?:包括|含)?{LISTED}(?:[两二三]人|{N}人?)?(?:在内|(?:都|均)?在其中)(?:的)?")
    text.take(rf"(?<![必须要定])(?:其中)?(?:包括|含有?|有){LISTED}(?={END}|$)")
    text.take(rf"同{OPEN}{{1,3}}的(?={M})")
    text.take(rf"(?:{N}人?|每人)?(?:均)?不(?:能|得|可)?兼任?(?:{N}|其他)?职?务?")
    for each in list(patterns.finditer(rf"{LISTED}(?P<etc>等|这|共|等这)?(?={TAKEN})", text.rest)):
        if each["etc"] or len(text.listed(each[0])) == scene.total:
            text.mark(each)
    if (
        scene.noun
        and (every := text.search(rf"(?<={re.escape(scene.noun)}){LISTED}(?={END})"))
        and len(text.listed(every[0])) == scene.total
    ):
        text.mark(every)
    if all(sort.place < 0 for sort in scene.sorts):
        for each in list(patterns.finditer(LISTED, text.rest)):
            if len(text.listed(each[0])) == scene.total:
                text.mark(each)
                return


def fill_cells(scene: Scene, text: Text, persons: list[int]) -> None:
    """One cell for everybody told by name, one for the others of each sort."""
    scene.of_sort = [[] for _ in scene.sorts]
    told: dict[int, int] = {}
    for name in persons:
        sign = chr(0xE200 + name)
        fits = [
            sort
            for sort in range(len(scene.sorts))
            if any(
                patterns.search(
                    rf"{word}(?:{LISTED}[、,和与及]?)?{sign}|{word}{N}?\((?:含|包括|其中)?(?:{LISTED}[、和与])?{sign}", text.rest
                )
                or (
                    scene.sorts[sort].place >= 0
                    and patterns.search(rf"{text.rest[scene.sorts[sort].place]}{word}\((?:含|包括)?[^)]*{sign}", text.rest)
                )
                for word in scene.words_of(sort)
            )
        ]
        if len(scene.sorts) == 1:
            fits = [0]
        if len(fits) == 1:
            told[name] = fits[0]
        else:
            stay_out("somebody of no sort")
    left = [each.count for each in scene.sorts]
    for name in persons:
        scene.of_name[name] = len(scene.cells)
        scene.of_sort[told[name]].append(len(scene.cells))
        left[told[name]] -= 1
        scene.cells.append((text.names[name], 1))
    for sort, count in enumerate(left):
        if count < 0:
            stay_out("more names than there are")
        if count:
            scene.of_sort[sort].append(len(scene.cells))
            scene.cells.append((scene.sorts[sort].noun or scene.noun or "其余", count))


def of_persons(scene: Scene) -> bool:
    """Whether those who are arranged are persons: nobody is like another."""
    nouns = [scene.noun, *(each.noun for each in scene.sorts)]
    return scene.unit in PERSONS or all(patterns.search(_PERSON, noun) for noun in nouns if noun)


def told_of(scene: Scene, text: Text) -> str:
    """Whether the things are told to be alike or to differ; empty where neither is said."""
    noun = scene.noun or scene.sorts[0].noun
    if patterns.search(_SHARES, noun):
        return "alike"
    said = ""
    for sort in scene.sorts:
        if sort.place < 0:
            continue
        for shape, start in (
            (rf"(?P<gap>{OPEN}{{0,6}}?)(?:完全|都|均|各|也)*(?P<how>{DIFFERENT}|{SAME})的?", sort.place + 1),
            (rf"(?P<how>{DIFFERENT}|{SAME})的?(?P<gap>{OPEN}{{0,6}})$", 0),
        ):
            pattern = patterns.compiled(shape)
            found = pattern.match(text.rest, start) if start else pattern.search(text.rest, max(0, sort.place - 14), sort.place)
            if found is not None:
                text.mark(found)
                before, said = said, "differ" if DIFFERS.fullmatch(found["how"]) else "alike"
                if before not in ("", said):
                    stay_out("some are alike, others differ")
    return said


def persons_of(text: Text, not_persons: list[str]) -> list[int]:
    """The names that stand for those who are arranged."""
    return [number for number, name in enumerate(text.names) if name not in not_persons and chr(0xE200 + number) in text.rest]
