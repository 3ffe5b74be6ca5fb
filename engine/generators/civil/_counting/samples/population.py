"""What there is to draw from: so many of each sort, told in any order, in one place or in several."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from engine.generators import patterns
from engine.generators.civil._counting.common_parts import common_end
from engine.generators.civil._counting.samples.words import HEAD_NOUN, THING, UNIT, N
from engine.generators.reading import stay_out, to_int


@dataclass
class Population:
    """Cells of things that nothing tells apart.

    Attributes:
        tags: what each cell may be called, the first its name.
        noun: what all of them are (`球`, `职工`): it tells nothing.
        left: what stands between the counts and was not made use of.
    """

    tags: list[list[str]] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)
    noun: str = ""
    left: str = ""
    sorts: list[str] = field(default_factory=list)  # the sort of each cell: what `of one sort` means
    alike: list[bool] = field(default_factory=list)  # whether those of a cell are told apart by nothing
    places: list[str] = field(default_factory=list)  # the place of each cell, where there are several

    @property
    def names(self) -> list[str]:
        """One name for each cell."""
        return [each[0] for each in self.tags]

    def cells(self, tag: str) -> list[int]:
        """The cells that a tag speaks of."""
        return [place for place, tags in enumerate(self.tags) if tag in tags]

    def groups(self) -> list[list[int]]:
        """The cells of each sort."""
        return [[place for place, sort in enumerate(self.sorts) if sort == one] for one in dict.fromkeys(self.sorts)]


@dataclass
class _Entry:
    start: int
    end: int
    count: int
    name: str
    unit: str
    at: int = 0  # where its number stands


_NAME_AFTER = r"(?P<name>\d+(?:元|角|分|瓦|克|号)[^\d\ue000,;。?!、:()\n]{0,6}?|[^\d\ue000,;。?!、:()\n]{0,16}?)"
_NAME_END = r"(?=[,;。、:()\n\ue000]|(?<=[男女生性球])\d+(?:名|个|位)|[和与及跟]\s*(?:\d|[一二两三四五六七八九])|(?:当中|之中|中|里面|里|的[\u4e00-\u9fff]{0,22}中)?(?:,|(?<=里面)\d|(?<=人里)\d|\ue000|其中|有|任|随|选|抽|取|摸|拿|挑)|$)"
_NAME_BEFORE = r"(?P<name>[^\d\ue000,;。?!、:()\n和与及]{1,10}?)(?:共计|共有|总共|一共|共|分别|各有)?(?:有|为|是|占|:)?"
_EACH = rf"(?P<list>[^\d\ue000,;。?!:()\n]{{1,8}}?(?:[、和及][^\d\ue000,;。?!:()\n各分]{{1,8}}?)+?)(?:{N}(?:种|个|类)[\u4e00-\u9fff]{{0,4}}?)?(?P<noun>的?[\u4e00-\u9fff]{{0,3}})?各(?:有|装|放)?(?P<n>{N}){UNIT}"
_LISTED = rf"(?P<list>[^\d\ue000,;。?!:()\n]{{1,8}}?(?:[、和及][^\d\ue000,;。?!:()\n分]{{1,8}}?)+?)(?:这)?(?:{N}(?:种|个|类)[\u4e00-\u9fff]{{0,5}}?)?(?:的)?(?:数量|个数|人数)?(?:分别|依次)(?:有|为|是|装有)*(?P<numbers>\d+{UNIT}?(?:[、和,]\d+{UNIT}?)+)"
_UNNAMED = rf"(?P<k>{N})种(?:不同的?)?(?:颜色|花色|口味|型号|类型|品种|口味)?(?:不同)?的?(?P<noun>[\u4e00-\u9fff]{{0,4}}?)(?:,)?(?:每种(?:颜色|花色)?的?(?:球|卡片)?(?:都|均|各)*|各|都各)(?:有)?(?P<n>{N}){UNIT}"
_OF_PLACES = rf"(?P<k>{N})个(?:不同的?)?(?P<noun>部门|科室|处室|单位|班级?|小?组|车间|学校|公司)(?:人数|员工|职工)?(?:分别|依次)(?:有|是|为)?(?P<numbers>\d+{UNIT}?(?:[、,和与]\s?\d+{UNIT}?)+)"
_INSIDE = r"其中|包括|分别|包含|含有|当中|里有|中有|中,|中$|:$|:|里(?:装|放)有|里面?(?=\d)"
_CONTAINER = r"(?:[盒袋箱批筐副]|[个只口](?:不透明|布|密封|纸|黑)?的?(?:口袋|盒|箱|袋|抽屉|罐|筐|单位|部门|班|小?组|科室|办公室|公司|学校))(?:$|中|里|内|子|产品|共|有|装)"
_COLOURED = "[红黄蓝白黑绿紫橙灰男女]"
_ONE_SIGN = "[红黄蓝白黑绿紫橙灰粉青棕金银男女老甲乙丙丁A-Z]"
_PLACES = r"(?:部门|科室|小?组|班级?|单位|公司|企业|学校|车间|袋子?|盒子?|箱子?|口袋|抽屉|办公室|村|社区|队|年级|地区|县|乡镇?|学院|厂|工厂|支部|分公司|处室|机关|窗口|医院)(?:中|里|内)?"
_OPPOSITES = {"次品": ("正品", "合格品"), "正品": ("次品",), "合格品": ("不合格品", "次品"), "不合格品": ("合格品",)}
"""What those that are left may be called where the others are a sort of two."""
_SIMPLE = r"^(?:且|而|其中|另外|另|有|是|为|的|由|共|装有|放有|大小(?:完全)?相同的|完全相同的|质地(?:完全)?相同的|不同的|各?不同的)+"


def _core(name: str, noun: str) -> str:
    name = patterns.sub(r"(?<=.)(?:组成|构成|混合)$", "", name)
    whole = core = patterns.sub(_SIMPLE, "", name)
    if noun and core.endswith(noun) and core != noun:
        core = core.removesuffix(noun)
    core = patterns.sub(rf"(?<=.)(?:{HEAD_NOUN})$", "", core)
    core = core.removesuffix("的") or name
    return core if len(core) > 1 or patterns.fullmatch(_ONE_SIGN, core) else whole


def _common_noun(names: list[str]) -> str:
    """What all names end with."""
    ending = common_end(names) if len(names) > 1 else ""
    # `原装计算机`, `组装计算机`: a word is not cut in two.
    while len(ending) > 2 and any(len(name) == len(ending) + 1 and not patterns.fullmatch(_ONE_SIGN, name[0]) for name in names):
        ending = ending[1:]
    return ending if all(len(name) > len(ending) for name in names) else ending[1:]


def _own_name(name: str) -> str:
    """The name without what tells where the things are: `袋中有红球`."""
    return (
        patterns.sub(
            r"^.*(?:[中里内]|其中)(?:共|装|放)?(?:有|着)|^(?:其中|共有|装有|放有|有)|^某[^有]{1,8}(?:现|共|拥)?有(?![奖色效机声关])|^[^有]{1,6}(?:现|共)有(?![奖色效机声关])",
            "",
            name,
        )
        or name
    )


def _entries(text: str) -> tuple[list[_Entry], list[tuple[int, int]]]:
    """Every count of something, with its name behind or before it; and where it is said how many places there are."""
    found: list[_Entry] = []
    places: list[tuple[int, int]] = []
    place = 0
    while True:
        after = patterns.compiled(rf"(?<![\d第每一二三四五六七八九十./])(?P<n>{N})(?P<u>{UNIT}){_NAME_AFTER}{_NAME_END}").search(
            text, place
        )
        before = patterns.compiled(rf"{_NAME_BEFORE}(?P<n>\d+|{N}(?=人|名|个))(?P<u>{UNIT}|人)(?:人)?(?=[,;。、:()\n]|和|$|\ue000)").search(
            text, place
        )
        if after is None and before is None:
            return found, places
        named = after is not None and patterns.sub(r"^(?:人|的|中|里)+$", "", after["name"])
        if (
            before is not None
            and (after is None or before.start() <= after.start())
            and not (named and after is not None and after.start() == before.start("n"))
        ):
            if found and "共" in before[0]:
                stay_out("several sorts together")
            own = _own_name(before["name"])
            start = before.start("n") - len(own) if text[: before.start("n")].endswith(own) else before.start()
            found.append(_Entry(start, before.end(), to_int(before["n"]), own, before["u"], before.start("n")))
            place = before.end()
            continue
        assert after is not None
        if to_int(after["n"]) == 1 and patterns.match(rf"{_CONTAINER}|.[^\d,;。?有]{{2,8}}?共?有\d", text[after.start("u") :]):
            place = after.start("u") + 1
            continue
        if patterns.fullmatch(_PLACES, after["name"]) or (not after["name"] and after["u"] in "组家所间"):
            place = after.end()
            places.append((after.start(), after.end()))
            continue
        found.append(_Entry(after.start(), after.end(), to_int(after["n"]), after["name"], after["u"], after.start("n")))
        place = max(after.end(), place + 1)


def _lists(text: str) -> tuple[list[_Entry], str]:
    """`红、黄、蓝球各 4 个`, `甲、乙、丙三种分别有 3、4、5 个`, `三种颜色的球各 4 个`; and the text without them."""
    entries: list[_Entry] = []
    for pattern in (_UNNAMED, _OF_PLACES, _LISTED, _EACH):
        found = patterns.search(pattern, text)
        if found is None:
            continue
        if pattern is _UNNAMED:
            entries = [
                _Entry(found.start(), found.end(), to_int(found["n"]), f"第{place}种", "") for place in range(1, to_int(found["k"]) + 1)
            ]
        elif pattern is _OF_PLACES:
            numbers = [to_int(each) for each in patterns.findall(r"\d+", found["numbers"])]
            if len(numbers) != to_int(found["k"]):
                stay_out("how many places")
            entries = [
                _Entry(found.start(), found.end(), number, f"第{place}个{found['noun']}", "") for place, number in enumerate(numbers, 1)
            ]
        else:
            names = [each for each in patterns.split("[、和及]", patterns.sub(_SIMPLE, "", found["list"].split("有")[-1])) if each]
            names[-1] = patterns.sub(rf"(?<=.)(?:{N}(?:种|个|类).*|这.*)$", "", names[-1])
            if pattern is _EACH:
                numbers = [to_int(found["n"])] * len(names)
            else:
                numbers = [to_int(each) for each in patterns.findall(r"\d+", found["numbers"])]
            if len(numbers) != len(names) or len(set(names)) != len(names):
                stay_out("names and numbers")
            entries = [_Entry(found.start(), found.end(), count, name, "") for name, count in zip(names, numbers, strict=True)]
        start = found.start() + (found["list"].rfind("有") + 1 if pattern in (_LISTED, _EACH) else 0)
        return entries, text[:start] + "\ue000" * (found.end() - start) + text[found.end() :]
    return entries, text


def _headed(text: str, entries: list[_Entry]) -> tuple[list[str], list[tuple[int, int]]]:
    """The place that each entry belongs to, where sorts come again: what stands before the first of each."""
    places: list[str] = []
    spans: list[tuple[int, int]] = []
    seen: set[str] = set()
    current, last = "", 0
    for entry in entries:
        gap = text[last : entry.start]
        head = patterns.sub(r"[,;。:、()\s]|(?:中|里|内)?(?:共|装|放)?(?:有|由|为|是)+$", "", gap)
        head = patterns.sub(r"^(?:其中|另外|而|且|现|从)+|(?:部分|中|里)+$", "", head)
        if head and (entry.name in seen or not current):
            if patterns.search("[先再又拿取放走加卖坏后]", head):
                stay_out("not a place")
            current = head[-6:]
            spans.append((last + gap.rfind(current[0]), entry.start))
            seen = set()
        if entry.name in seen or not current:
            stay_out("which place")
        seen.add(entry.name)
        places.append(current)
        last = entry.end
    return places, spans


def read_population(text: str) -> Population:
    """The sorts told in a text.

    Raises:
        StayOut: what is told does not add up.
    """
    listed, rest = _lists(text)
    entries, places_told = _entries(rest)
    covered = rest
    for start, end in places_told:
        covered = covered[:start] + "\ue000" * (end - start) + covered[end:]
    for entry in entries:
        covered = covered[: entry.start] + "\ue000" * (entry.end - entry.start) + covered[entry.end :]
    # `红、黄、绿三种颜色的球，其中红球 2 个……`: how many sorts there are, and no sort.
    if len(entries) > 2 and entries[0].unit == "种" and entries[0].count == len(entries) - 1:
        entries = entries[1:]
    # `将这 8 张牌背面朝上`: all of them together, and no sort.
    these = [each for each in entries if rest[max(0, each.at - 1) : each.at] == "这"]
    for each in these if len(entries) > 2 else []:
        if each.count != sum(other.count for other in entries if other is not each):
            stay_out("which are these")
        entries = [other for other in entries if other is not each]
    if any(each.unit == "种" and patterns.search("颜色|花色|型号|口味|类型", each.name) for each in entries):
        stay_out("how many sorts, or a sort")
    if any(
        patterns.search(
            "被(?!选为|评为|邀请|推荐|抽)|[涂染换变改]成|确定|固定|弃权|请假|退出|不(?:能|计|算)|迟到|缺席|只能|必须|[取拿借]走|坏了(?!的)|离开|除外|^(?:依次|先后|轮流|各自|每人)$",
            each.name,
        )
        for each in entries
    ):
        stay_out("some become others")
    if any(
        patterns.search(
            "(?:恰好?有?|正好有?|刚好有?|至[少多]有?|最[少多]有?|除去|去掉|扣除|剔除|除了)(?:其中的?)?$",
            rest[max(0, each.at - 7) : each.at],
        )
        for each in entries
    ):
        stay_out("a condition, no sort")
    population = Population(left=covered)
    remainder = 0
    if listed:
        total = sum(each.count for each in listed)
        if any(each.count != total and each.count != len(listed) for each in entries) or len(entries) > 2:
            stay_out("other counts")
        entries = listed
    elif len(entries) > 1:
        first, others = entries[0], entries[1:]
        between = rest[first.at : others[0].end]
        inner = sum(each.count for each in others)
        # `36 人，四种血型的人数分别是……`
        if (
            len(others) > 2
            and others[0].count == len(others) - 1
            and patterns.search("^种|分别|人数|数量", others[0].unit + others[0].name)
        ):
            others = others[1:]
            inner = sum(each.count for each in others)
        generic = not first.name or patterns.fullmatch(rf"(?:大小相同的|相同的|不同的|的)*{THING}(?:中|里)?", first.name) is not None
        generic = generic or all(each.name.endswith(first.name) for each in others)
        if first.count == inner and len(others) > 1 and (generic or patterns.search(_INSIDE, between)):
            entries = others
        elif first.count == inner and len(others) > 1 and not patterns.search(f"^.?{_COLOURED}", patterns.sub(_SIMPLE, "", first.name)):
            stay_out("all of them, or a sort")
        elif patterns.search(_INSIDE, between) and inner < first.count:
            entries, remainder = others, first.count - inner
            if len(others) > 1:
                stay_out("some of no sort")
    if not entries:
        return population
    noun = _common_noun([each.name for each in entries]) if len(entries) > 1 else ""
    cores = [_core(each.name, noun) for each in entries]
    if any(patterns.search("[两二三四]种", each.name) for each in entries):
        stay_out("sorts within a sort")
    if len(entries) == 1 and not remainder and not cores[0]:
        cores = ["全部"]
    if any(not core for core in cores):
        stay_out("a sort without a name")
    again = [name for name, count in Counter(cores).items() if count > 1]
    population.noun = patterns.sub("^的", "", noun)
    places: list[str] = []
    if again:
        places, spans = _headed(rest, [_Entry(e.start, e.end, e.count, core, e.unit) for e, core in zip(entries, cores, strict=True)])
        for start, end in spans:
            covered = covered[:start] + "\ue000" * (end - start) + covered[end:]
        population.left = covered
    for number, (entry, core) in enumerate(zip(entries, cores, strict=True)):
        name = f"{places[number]}{core}" if places else core
        plain = patterns.sub(r"(?<=.)(?:组成|构成|混合)$", "", entry.name)
        tags = [name, plain, core, patterns.sub(_SIMPLE, "", plain)]
        if places:
            tags += [places[number]]
        population.tags.append(list(dict.fromkeys(tag for tag in tags if tag)))
        population.counts.append(entry.count)
        population.sorts.append(core)
    population.places = places
    if remainder:
        population.tags.append(["其他", "其余", *_OPPOSITES.get(cores[0], ())])
        population.counts.append(remainder)
        population.sorts.append("其他")
    if len(entries) == 1 and not remainder:
        population.tags[0] = ["全部"]
        population.noun = entries[0].name
    return population


_HALVES = re.compile(
    rf"(?P<places>[^,;。?\d、]{{1,4}}(?:[、,和][^,;。?\d、和]{{1,4}}?)*?)(?P<k>{N})个(?P<what>科室|部门|小?组|班级?|车间|单位|处室|队)(?:都|均|各)有(?P<n>\d+)名(?P<noun>[\u4e00-\u9fff]{{2}}),?(?:且|并且|而且|其中)?(?:都|均|各)?(?:是|为)?男女(?:各半|各占一半|人数相等|各一半)"
)


def halves(text: str) -> str:
    """`甲、乙两个科室各有 4 名职员，且都是男女各半` with each place's own numbers."""
    found = _HALVES.search(text)
    if found is None:
        return text
    places = [each for each in patterns.split("[、,和]", patterns.sub("^.*有", "", found["places"])) if each]
    number = int(found["n"])
    if len(places) != to_int(found["k"]) or number % 2:
        stay_out("halves")
    told = "，".join(f"{place}{found['what']}有{number // 2}名男{found['noun']}、{number // 2}名女{found['noun']}" for place in places)
    return text[: found.start()] + told.replace("，", ",") + text[found.end() :]


def split_off(population: Population, name: str, tag: str | None) -> int:
    """The cell of somebody told by name, taken out of the cell of his sort.

    Raises:
        StayOut: of which sort he is is not said.
    """
    of = population.cells(tag) if tag else list(range(len(population.tags)))
    of = [place for place in of if population.counts[place] > 1 or population.names[place] == "全部"] or of
    if len(of) != 1 or population.counts[of[0]] < 1:
        stay_out("of which sort is he")
    population.counts[of[0]] -= 1
    own = population.tags[of[0]]
    population.tags.append([name, *([] if own == ["全部"] else own)])
    population.counts.append(1)
    population.sorts.append(population.sorts[of[0]])
    if population.places:
        population.places.append(population.places[of[0]])
    return len(population.tags) - 1
