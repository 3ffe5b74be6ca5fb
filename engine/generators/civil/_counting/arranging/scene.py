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
    RING,
    SAME,
    SEL,
    TAKEN,
    UNITS,
    M,
    N,
    O,
    Text,
    with_open_names,
)
from engine.generators.reading import stay_out

_STOP = r"[中里内到去往在参排站坐选抽取派给来进成轮随按将把被从由与和及跟需要至恰是为有能可以分组]"
PERSONS = "名位人"
_PERSON = r"[人员生者师]$|^人"
_ABOUT_PERSONS = "性生的人者员士方职工同志"
_CONTAINER = r"[盒箱袋筐盘桶篮碗笼罐抽屉信封格包]"
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
    unnamed: bool = False
    empty: int | None = None
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
        others = [each.noun for number, each in enumerate(self.sorts) if number != sort]
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


def _cut(word: str) -> str:
    """An open word up to where something else begins."""
    first = word[:1]
    found = patterns.search(_STOP, word[1:] if first in "会能" else word)
    return word[: found.start() + (1 if first in "会能" else 0)] if found else word


def _noun(text: Text, at: int) -> str:
    """What is counted by the number at a place: the word behind it, or the one before where that is the way of the whole list."""
    after = patterns.compiled(rf"(?:的|是|{DIFFERENT}的?|{SAME}的?)*({O}*)").match(text.rest, at + 1)
    noun = _cut(after[1]) if after else ""
    lists = patterns.compiled(rf"{O}{N}(?:{O}{{0,6}}{N})+人?(?={END}|$|[中里内])").search(text.rest[max(0, at - 40) : at + 40])
    backwards = lists is not None and text.rest[at] in lists[0]
    if noun and not backwards:
        longer = (noun[:length] for length in range(len(noun), 1, -1) if text.rest.count(noun[:length]) > 1)
        return next(longer, noun) if len(noun) > 2 else noun
    before = patterns.compiled(rf"({O}*)$").search(text.rest[:at])
    word = patterns.sub(r"(?:共|有|是|为|各|和|与|及|以及|约|分别)+$", "", before[1]) if before else ""
    return patterns.split(r"有|是|为|的|和|与|中|里|现|从", word)[-1]


def _sorts(text: Text, end: int) -> list[Sort]:
    """What is told of how many there are, up to a place in the text."""
    found: list[Sort] = []
    for each in patterns.finditer(N, text.rest[:end]):
        at = each.start()
        lead = text.rest[max(0, at - 5) : at]
        if patterns.search(rf"(?:{LEAST}|{MOST}|{EXACT}|{EACH}|只|仅)(?:有|选|派|的)?$|{EACH}{O}{{1,3}}$", lead):
            continue
        if text.number(each[0]) == 1 and patterns.match(rf"{O}{{1,8}}?(?:[里中内上共有由装]|,)", text.rest[at + 1 :]) and patterns.search(N, text.rest[at + 1 : end]):
            if patterns.search(rf"(?:^|{END}|在)(?:有|从)?$", text.rest[:at]):
                text.mark(each)  # `一个袋子里`
                continue
        if (names := patterns.search(rf"{LISTED}$", text.rest[:at])) and found and len(text.listed(names[0])) == text.number(each[0]):
            continue  # `甲、乙两人`
        if text.unit(each[0]) in "次天日周月年" and text.unit(each[0]):
            continue
        between = patterns.split(r"[;。?!]", text.rest[found[0].place + 1 : at])[-1] if found else ""
        part = bool(found) and patterns.search(rf"其中|包括|含有?|^{O}*[里中](?:,|恰?有)", between) is not None
        again = patterns.search(r"(?:这|这些|上述|以上)$", text.rest[:at]) is not None
        found.append(Sort(_noun(text, at), text.number(each[0]), text.unit(each[0]), at, part, again))
    return found


def _listed(text: Text, places: list[str]) -> list[Sort]:
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


def _composed(sorts: list[Sort]) -> tuple[int, list[Sort], str, str]:
    """The total, the sorts that make it up, and what all are called (with their unit).

    Raises:
        StayOut: the numbers do not go together.
    """
    if not sorts:
        stay_out("nobody is told")
    first, rest = sorts[0], sorts[1:]
    while rest and not rest[-1].part and (rest[-1].again or rest[-1].noun in ("", first.noun)):
        again = rest.pop()
        if again.count not in (first.count, first.count + sum(each.count for each in rest)):
            stay_out("so many, or as many again")
    if not rest:
        return first.count, [first], first.noun, first.unit
    if first.noun and len(rest) == 1 and rest[0].noun != first.noun and rest[0].noun.endswith(first.noun):
        rest[0].part = True
    if all(each.part for each in rest) or (len(rest) > 1 and sum(each.count for each in rest) == first.count):
        left = first.count - sum(each.count for each in rest)
        if left < 0 or (left and len(rest) > 1):
            stay_out("more than all, or parts that may be of each other")
        others = [Sort(_opposite(rest) or "其余", left, first.unit, -1)] if left else []
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


def _take_lists(scene: Scene, text: Text) -> None:
    """Names that only tell who is among all: `甲、乙等 6 人`, `(含甲、乙)`."""
    text.take(rf"\((?:其中)?(?:含有?|包括|分别为|为|即)?{LISTED}(?:[两二三]人|{N}人?)?(?:在内)?\)")
    text.take(rf"(?:包括|含)?{LISTED}(?:[两二三]人|{N}人?)?(?:在内|(?:都|均)?在其中)(?:的)?")
    text.take(rf"(?:其中)?(?:包括|含有?|有){LISTED}(?={END}|$)")
    for each in list(patterns.finditer(rf"{LISTED}(?P<etc>等|这|共|等这)?(?={TAKEN})", text.rest)):
        if each["etc"] or len(text.listed(each[0])) == scene.total:
            text.mark(each)
    if all(sort.place < 0 for sort in scene.sorts):
        for each in list(patterns.finditer(LISTED, text.rest)):
            if len(text.listed(each[0])) == scene.total:
                text.mark(each)
                return


def _fill_cells(scene: Scene, text: Text, persons: list[int]) -> None:
    """One cell for everybody told by name, one for the others of each sort."""
    scene.of_sort = [[] for _ in scene.sorts]
    told: dict[int, int] = {}
    for name in persons:
        sign = chr(0xE200 + name)
        fits = [
            sort
            for sort in range(len(scene.sorts))
            if any(
                patterns.search(rf"{word}{sign}|{word}{N}?\((?:含|包括|其中)?(?:{LISTED}[、和与])?{sign}", text.rest)
                or (0 <= scene.sorts[sort].place and patterns.search(rf"{text.rest[scene.sorts[sort].place]}{word}\((?:含|包括)?[^)]*{sign}", text.rest))
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


def _told_of(scene: Scene, text: Text) -> str:
    """Whether the things are told to be alike or to differ; empty where neither is said."""
    noun = scene.noun or scene.sorts[0].noun
    if patterns.search(_SHARES, noun):
        return "alike"
    said = ""
    for sort in scene.sorts:
        if sort.place < 0:
            continue
        for shape, start in ((rf"(?P<gap>{O}{{0,6}}?)(?:完全|都|均|各|也)*(?P<how>{DIFFERENT}|{SAME})的?", sort.place + 1), (rf"(?P<how>{DIFFERENT}|{SAME})的?(?P<gap>{O}{{0,6}})$", 0)):
            pattern = patterns.compiled(shape)
            found = pattern.match(text.rest, start) if start else pattern.search(text.rest, max(0, sort.place - 14), sort.place)
            if found is not None:
                text.mark(found)
                said = "differ" if DIFFERS.fullmatch(found["how"]) else "alike"
    return said


def _persons_of(text: Text, not_persons: list[str]) -> list[int]:
    """The names that stand for those who are arranged."""
    return [number for number, name in enumerate(text.names) if name not in not_persons and chr(0xE200 + number) in text.rest]


_TAKES = rf"(?:任|随机|任意|只|再|要|需|分别|现|各)*{SEL}{O}{{0,2}}?"


def _choice(text: Text) -> Scene | None:
    """Some are taken out of all, perhaps for posts of their own."""
    places = rf"(?!{O}{{0,6}}[到去入进给往赴于]{O}{{0,4}}?(?:{LISTED})?(?:这)?{N})"
    found = text.search(rf"从[^;。?!]{{0,40}}?(?:[中里内]面?|当中|之中)?,?{O}{{0,6}}?(?P<take>{_TAKES}(?P<k>{N})){places}")
    found = found or text.search(rf"(?P<take>{_TAKES}(?:了|其中)?(?P<k>{N})){places}")
    if found is None:
        return None
    lead = text.rest[max(0, found.start("take") - 4) : found.start("take")]
    if patterns.search(rf"(?:{LEAST}|{MOST}|{EXACT}|{EACH})$|各|分别", lead + found["take"]):
        return None
    sorts = _sorts(text, found.start("k"))
    total, sorts, noun, unit = _composed(sorts)
    take = text.number(found["k"])
    probe = Scene("choice", sorts, total, noun, unit)
    item = rf"{N}(?:{'|'.join(word for sort in range(len(sorts)) for word in probe.words_of(sort)) or '(?!)'})"
    if not of_persons(probe):
        text.take(rf"{M}(?=(?:要|想|现|准备|打算|决定|可以|需|将)*(?:闭着眼|从|随机|随意|任意|任|(?:{SEL})))|(?<=[给送]){M}")
    parts = patterns.compiled(rf"{item}(?:[、,和与及]?{item})+").match(text.rest, found.start("k"))
    if parts is not None:
        take = sum(text.number(each) for each in patterns.findall(N, parts[0]))
    if not 0 < take < total:
        return None
    scene = Scene("choice", sorts, total, noun, unit, take)
    signs = [text.rest[each.place] for each in sorts if each.place >= 0]
    role = rf"(?:{O}|{M}){{1,6}}?"
    roles = patterns.compiled(
        rf"(?:人)?{O}{{0,4}},?(?P<each>分别|各自)(?P<gap>担任|出任|从事|负责|承担|充当|前往|参加|派往|派到|去往|[当做任去到]|{O}{{2}})(?P<roles>{role}(?:[、和与及]{role})+)(?P<n>(?:这)?{N}{O}{{0,4}})?(?={END}|$)"
    ).match(text.rest, found.end())
    if roles is not None:
        listed = [text.shown(each) for each in patterns.split("[、和与及]", roles["roles"])]
        if len(listed) == take and (not roles["n"] or text.number(patterns.findall(N, roles["n"])[0]) == take):
            scene.shape, scene.places = "places", listed
            signs_of_roles = list(text.rest)
            for name in ("each", "roles", "n"):
                if roles[name]:
                    for place in range(*roles.span(name)):
                        signs_of_roles[place] = TAKEN
            text.rest = "".join(signs_of_roles)
    for sign in {*signs, *(sign for sign in patterns.findall(N, text.rest[: found.start("k")]))}:
        text.take(rf"(?:共有?|有|含|包括|其中)?(?:这)?{sign}(?:人|的)?")
    text.take(rf"从[^;。?!\ue100-\ue1ff]{{0,0}}|从(?:这|他们|她们|它们|其)?(?=[^;。?!]{{0,40}}{found['k']})")
    if parts is None:
        text.take(_TAKES + found["k"] + "(?:人)?")
    else:
        text.take(rf"{_TAKES}(?={found['k']})")
    if scene.shape == "places":
        scene.lows, scene.highs, scene.settled = [1] * take + [0], [1] * take + [total], True
    else:
        scene.lows, scene.highs, scene.settled = [take, 0], [take, total - take], True
    return scene


def _of_each(text: Text) -> Scene | None:
    """So many of each sort, or some for named posts: `各选 2 名`, `选组长、副组长各 1 名`."""
    posts = text.search(rf"{SEL}(?:出|取|拔|举)?(?P<roles>(?:{O}|{M}){{1,6}}?(?:[、和与及](?:{O}|{M}){{1,6}}?)+)各(?P<n>{N})(?:人)?")
    if posts is not None and text.number(posts["n"]) == 1:
        told = [each for each in _sorts(text, posts.start("n")) if each.place < posts.start()]
        total, sorts, noun, unit = _composed(told)
        names = [text.shown(each) for each in patterns.split("[、和与及]", posts["roles"])]
        probe = Scene("choice", sorts, total, noun, unit)
        if len(names) > total or any(patterns.search(probe.who(), name) for name in names):
            return None
        scene = Scene("places", sorts, total, noun, unit, len(names), names)
        text.mark(posts)
        scene.lows, scene.highs, scene.settled = [1] * len(names) + [0], [1] * len(names) + [total], True
    else:
        each = text.search(rf"(?:从(?P<gap>[^,;。?!]*?)[里中内]?)?(?:{EACH}人|{EACH}种)?(?:各|分别)(?:任意?|随机)?(?P<gap2>{O}{{0,2}})(?P<n>{N})(?:人)?")
        if each is None or not patterns.search(SEL, text.rest[each.start("n") - 3 : each.start("n")]):
            return None
        total, sorts, noun, unit = _composed([one for one in _sorts(text, each.start("n")) if one.place < each.start("n")])
        if len(sorts) < 2 or noun:
            return None
        number = text.number(each["n"])
        scene = Scene("choice", sorts, total, noun, unit, number * len(sorts))
        scene.lows, scene.highs, scene.settled = [scene.take, 0], [scene.take, total - scene.take], True
        scene.of_each = number
        text.mark(each)
        text.take(rf"{SEL}(?:出|取)?(?=\ue000)")
    for sort in scene.sorts:
        if sort.place >= 0:
            text.take(rf"(?:共有?|有|含|包括|其中)?(?:这)?{text.rest[sort.place]}(?:人|的)?")
    text.take(r"从(?:这|中)?")
    return scene


_STAND = r"(?:重新|随机|任意|任|一起|要|需|将|被|全部|都)*(?:[排站坐摆放列挂围种]|安排|排列|就座|入座)?(?:队|列)?(?:成|为|在|作|到|上)*(?:了)?"


def _row(text: Text, asked: str) -> Scene | None:
    """All of them (or some that are taken) in a row, a ring, or one after the other."""
    ring = text.search(rf"(?P<stand>{_STAND})(?P<gap>{O}{{0,4}}?)(?P<ring>{RING})(?:而坐|桌旁?|就座)?")
    row = None if ring else text.search(rf"(?P<stand>{_STAND})(?:\ue001[^,;。?!\ue000-\ue3ff]?[排列行队线路]?(?:纵队)?)|(?P<queue>排成?队|列队|站队)")
    if ring is None and row is None:
        orders = patterns.search(r"[顺次]序", asked)
        if not orders:
            return None
        total, sorts, noun, unit = _composed(_sorts(text, len(text.rest)))
    else:
        here = ring or row
        assert here is not None
        total, sorts, noun, unit = _composed(_sorts(text, here.start()) or _sorts(text, len(text.rest)) or _listed(text, []))
        text.mark(here)
    scene = Scene("ring" if ring else "row", sorts, total, noun, unit)
    for each in sorts:
        if each.place >= 0:
            text.take(rf"(?:共有?|有|含|包括|其中)?(?:这)?{text.rest[each.place]}(?:人|的)?")
    for sign in patterns.findall(N, text.rest):
        if text.number(sign) == total and text.unit(sign) in ("", "人", unit):
            text.take(rf"(?:这|共)?{sign}(?:人)?(?={O}{{0,4}}(?:{_STAND}\ue000|,|的))")
    scene.places = [f"第{number}" for number in range(1, total + 1)]
    scene.lows, scene.highs, scene.settled = [1] * total, [1] * total, True
    return scene


_GO = r"(?:到|去|往|入|进|给|至|于|参加|报名|选择|住|乘|坐|担任|负责|从事)"
_DAYS = "一二三四五六日"


def _recurring(text: Text, word: str) -> str:
    """As much of a word as stands elsewhere too, best behind `每`: the rest tells what is done there."""
    for each in patterns.finditer(rf"(?:{EACH})[{UNITS}]?(?P<noun>{O}{{1,4}})", text.rest):
        for length in range(len(each["noun"]), 1, -1):
            if each["noun"][:length] in word:
                return each["noun"][:length]
    for length in range(len(word), 0, -1):
        if text.rest.count(word[:length]) > 1:
            return word[:length]
    return word


def _places(text: Text, chance: bool) -> Scene | None:
    """Everybody goes to some place, or everything is given to somebody."""
    days = text.search(r"(?:周|星期)(?P<a>[一二三四五六])[到至~-](?:周|星期)?(?P<b>[一二三四五六日天])(?:这?\S?天)?")
    groups = text.search(rf"(?P<even>平均|均匀|等分)?(?:地)?(?:分|编|划分|组|拆)(?:成|为|作)(?P<m>{N})(?P<noun>小?组|堆|份|队|批|部分)?") if not days else None
    if groups is not None and not (groups["noun"] or text.unit(groups["m"]) in "组堆份队批班"):
        groups = None
    if days is not None:
        names = ["周" + sign for sign in _DAYS[_DAYS.index(days["a"]) : _DAYS.index(days["b"].replace("天", "日")) + 1]]
        here, noun, number, names_told = days, "天", len(names), names
    elif groups is not None:
        here, noun, number, names_told = groups, groups["noun"] or text.unit(groups["m"]), text.number(groups["m"]), []
    else:
        found = None
        for shape in (
            rf"{_GO}{O}{{0,3}}?(?P<names>{LISTED})(?:这|共|等)?(?P<m>{N})(?P<noun>{O}{{0,6}})",
            rf"{_GO}(?:了)?(?:其他|这)?(?P<names>){O}{{0,3}}?(?P<m>{N})(?:{DIFFERENT}的?)?(?P<noun>{O}{{1,8}})",
        ):
            for each in patterns.finditer(shape, text.rest):
                before = text.rest[max(0, each.start() - 4) : each.start()]
                if patterns.search(rf"{LEAST}|{MOST}|{EXACT}|{EACH}|[只仅]$", before) or not 2 <= text.number(each["m"]) <= 8:
                    continue
                found = each
                break
            if found:
                break
        if found is None:
            return None
        here, noun, number = found, _recurring(text, _cut(found["noun"])), text.number(found["m"])
        names_told = [text.names[each] for each in text.listed(found["names"])] if found["names"] else []
        if names_told and len(names_told) != number:
            stay_out("which places")
    chosen = text.search(rf"{_TAKES}(?P<k>{N})(?:人)?", 0, here.start())
    told = [each for each in _sorts(text, here.start()) if chosen is None or each.place != chosen.start("k")]
    total, sorts, noun_of_all, unit = _composed([each for each in told if each.count > 1] or told or _listed(text, names_told))
    scene = Scene("groups" if groups else "places", sorts, total, noun_of_all, unit)
    if chosen is not None:
        scene.take = text.number(chosen["k"])
        if not 0 < scene.take < total:
            stay_out("as many as are taken")
        text.take(r"从(?:这|中)?")
        text.mark(chosen)
    scene.places, scene.place_noun, scene.unnamed = names_told or [str(each) for each in range(1, number + 1)], noun, groups is not None
    if groups is not None and groups["even"]:
        if total % number:
            stay_out("not in equal groups")
        scene.sizes, scene.settled = [total // number] * number, True
    unit_of_place = text.unit(here["m"]) if not days else "天"
    scene.place_unit = unit_of_place
    told = _told_of(scene, text)
    scene.alike = told == "alike"
    places_differ = bool(names_told) or DIFFERS.search(here[0]) is not None or unit_of_place in PERSONS
    text.mark(here)
    for each in sorts:
        if each.place >= 0:
            text.take(rf"(?:共有?|有|含|包括|其中)?(?:这)?{text.rest[each.place]}(?:人|的)?")
    taken = scene.take or total
    scene.lows, scene.highs = [0] * number, [taken] * number
    if scene.take:
        scene.lows.append(total - taken)
        scene.highs.append(total - taken)
    if not chance and not scene.unnamed and not places_differ and patterns.search(_CONTAINER, noun):
        stay_out("places that may be alike")
    if not told and not of_persons(scene):
        stay_out("things that may be alike")
    return scene


def _take_again(scene: Scene, text: Text) -> None:
    """Numbers that only repeat what is known: `两名女生` of two, `三个球` of what was taken."""
    for each in list(patterns.finditer(rf"(?:这|那|所)?(?P<n>{N})", text.rest)):
        value, unit = text.number(each["n"]), text.unit(each["n"])
        lead = text.rest[max(0, each.start() - 6) : each.start()]
        if patterns.search(rf"(?:{LEAST}|{MOST}|{EXACT}|{EACH}|(?:{SEL})|[只仅各有出取任意某另]){O}?$", lead):
            continue
        follows = text.rest[each.end() :]
        if scene.shape in ("row", "ring"):
            if any(each_sort.count == value > 1 and any(patterns.match(word, follows) for word in scene.words_of(number)) for number, each_sort in enumerate(scene.sorts) if len(scene.sorts) > 1):
                text.mark(each)
        elif scene.shape == "choice" and value == scene.take and unit in (scene.unit, "人", "个", ""):
            if not any(patterns.match(word, follows) for number in range(len(scene.sorts)) for word in scene.words_of(number)) or patterns.match(rf"{O}{{0,4}}(?:颜色|性别|都|均|全)", follows):
                text.mark(each)


def scene_of(text: Text, asked: str, *, chance: bool = False) -> Scene:
    """The scene of a problem; `asked`: the question.

    Raises:
        StayOut: it is none that is read here.
    """
    with_open_names(text)
    row = _row(text, asked)
    scene = row or _of_each(text) or _choice(text) or _places(text, chance) or stay_out("no scene")
    _fill_cells(scene, text, _persons_of(text, scene.places))
    if scene.of_each:
        scene.base = [["count", group, [0], [scene.of_each]] for group in scene.of_sort]
    _take_lists(scene, text)
    _take_again(scene, text)
    if scene.shape in ("row", "ring") and not of_persons(scene) and _told_of(scene, text) != "differ" and len(scene.of_name) < scene.total:
        stay_out("alike in a row")
    if scene.shape == "choice" and not of_persons(scene) and _told_of(scene, text) == "alike":
        stay_out("alike in a choice")
    return scene
