"""Who goes and where to: how many there are of both, what they are called, and what they are told by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from engine.generators import patterns
from engine.generators.civil._counting.assigning.words import ALIKE, APART, FREELY, FUNGIBLE, GIVE, GO, NAME, PERSON, PLACE, SEND, UNIT, N
from engine.generators.reading import StayOut, stay_out, to_int

TAKEN = "\ue000"
_ONE = r"(?!其中|要求|其他|其余)[^\d\ue000\s,;。?!:()、和与及每各到去往在给由将把有从等这分安派]{1,9}"
_LIST = rf"(?:[甲乙丙丁戊己]{{2,6}}|[A-F]{{2,6}}|{_ONE}(?:[、和与]{_ONE}){{1,6}})"
_ADJECTIVE = rf"(?:{ALIKE}|{APART}|[\u4e00-\u9fff]{{0,4}}?)"
_END = r"(?=[,;。?!()\ue000]|$|里|中|内|上|去|来|进行|开展|从事|做|担任|参加|支教|工作|服务|值|实习|讲|任|调研|检查|听课|问|共|则|有|巡|审|帮|驻|宣|慰|走访|义|执|督|挂|锻|蹲|指导|参观|学习|处理|办理|使用)"
_BEFORE = r"(?<![第每各\d十])"


@dataclass
class Scene:
    """People or things, and the places they go to."""

    movers: int
    alike: bool | None
    mover: str
    names: list[str]
    places: int
    called: list[str]
    place: str
    unit: str = ""
    unnamed: bool = False
    apart: bool = False  # whether the places are told apart by what is said of them
    evenly: bool = False
    told_apart: bool = False  # whether the things are said to be different
    wholly: bool = False  # whether all of them are given away
    take: int = 0  # how many of them are chosen; 0 where all go
    freely: bool = False
    one_each: bool = False  # `分别`: one to each place
    sizes: list[int] = field(default_factory=list)  # of each place, where the scene tells them
    subsets: dict[str, int] = field(default_factory=dict)
    rest: str = ""


def names_in(text: str) -> list[str]:
    """The names of a list: `甲、乙和丙`, `ABC`."""
    listed = [each for each in patterns.split("[、,和与及]", text) if each]
    tail = listed[-1][1:] if listed else ""
    if len(listed) > 2 and tail and all(len(each) == 1 for each in listed[:-1]):  # `一、二、三、四辩`
        listed = [*(each + tail for each in listed[:-1]), listed[-1]]
    if len(listed) == 1 and patterns.fullmatch(r"[甲乙丙丁戊己]{2,6}|[A-F]{2,6}", listed[0]):
        return list(listed[0])
    return listed


def _blank(text: str, found: re.Match[str], keep: tuple[str, ...] = ()) -> str:
    """The text with what matched taken, but for the groups that are kept."""
    signs = list(text)
    spans = [found.span(name) for name in keep if found[name]]
    for place in range(*found.span()):
        if not any(start <= place < end for start, end in spans):
            signs[place] = TAKEN
    return "".join(signs)


_TO = rf"(?:{GIVE}(?:给|到|至|与)|(?<!分)给|{GIVE}(?=给)|(?:{SEND}|{GIVE})(?:到|入|进|往|去|在|至|给|于|回)+(?:了)?|{GO}(?:到|入|进|往|去|在|给)*)"
_NOUN = rf"(?P<called>(?:{APART})?(?P<alike2>{ALIKE})?[\u4e00-\u9fff]{{0,6}}?(?:{PLACE}|{PERSON}))"


def _overlapping(shape: str, text: str) -> Iterator[re.Match[str]]:
    """Every match, also where it begins within another."""
    pattern, start = patterns.compiled(shape), 0
    while (found := pattern.search(text, start)) is not None:
        yield found
        start = found.start() + 1


_LATER = (
    # Whoever is given something, whatever they are called; names behind what they are: `三个村庄甲、乙、丙`.
    rf"(?P<verb>{GIVE}给?)(?P<gap>[\u4e00-\u9fff]{{0,4}}?)(?:这)?{_BEFORE}(?P<m>{N})(?:{UNIT})(?P<called>(?:{APART})?(?P<alike2>{ALIKE})?[\u4e00-\u9fff]{{1,6}}?)(?=[,;。?!()]|$)",
)


def _places(text: str) -> tuple[Scene, str] | None:
    """The places, in a scene that knows nothing else yet, and the text without them."""
    scene = Scene(0, None, "", [], 0, [], "")
    split = patterns.search(
        rf"(?P<even>平均地?|均匀地?|随机平均)?(?:地)?(?:分|编|组|划分|拆)(?:成|为|作)(?:了)?(?:(?P<names>{_LIST})(?:这|等)?)?(?P<even2>人数|数量)?(?:相等的|相同的|一样多的)?(?:(?P<m>{N})个?)?(?:人数相[等同]的|数量相等的|不同的)?(?P<what>小组|工作组|(?:[\u4e00-\u9fff]{{1,3}}?(?=组))?组|堆|份|队|批|部分|小队|团队|班)(?!内|员|里|长)",
        text,
    )
    if split is not None and (split["m"] or split["names"]):
        names = names_in(split["names"]) if split["names"] else []
        number = to_int(split["m"]) if split["m"] else len(names)
        if names and len(names) != number:
            stay_out("which groups")
        scene.places, scene.called, scene.place = number, names, split["what"]
        scene.unnamed = not names
        scene.evenly = bool(split["even"] or split["even2"])
        return scene, _blank(text, split)
    listed = rf"(?P<names>{_LIST})(?:这|等|共)?"
    shapes = (
        rf"(?P<verb>{_TO})(?P<gap>[\u4e00-\u9fff]{{0,6}}?)(?:这|其他|下面|下属)?(?:的)?{listed}(?P<m>{N})(?:{UNIT})?{_NOUN}{_END}",
        rf"(?P<verb>{_TO})(?P<gap>[\u4e00-\u9fff]{{0,6}}?)(?:这|其他|下面|下属)?(?:的)?{_BEFORE}(?P<m>{N})(?:{UNIT})?{_NOUN}(?:\((?:分别(?:为|是))?(?P<names>{_LIST})\)|(?P<names2>[甲乙丙丁戊A-F](?:[、和][甲乙丙丁戊A-F]){{1,5}}))?{_END}",
        rf"(?P<verb>{_TO})(?P<gap>)(?P<names>{_LIST})(?P<m>)(?:{_NOUN})?{_END}",
        rf"(?P<verb>)(?P<gap>){listed}(?P<m>{N})(?:{UNIT})?(?P<called>(?:{APART})?(?P<alike2>{ALIKE})?(?!人|名|位)[\u4e00-\u9fff]{{0,4}}?{PLACE}){_END}",
        rf"(?P<verb>)(?P<gap>){_BEFORE}(?P<m>{N})(?:{UNIT})?(?P<called>(?:{APART})?(?P<alike2>{ALIKE})?(?!人|名|位)[\u4e00-\u9fff]{{0,4}}?{PLACE})(?:\((?:分别(?:为|是))?(?P<names>{_LIST})\))?(?P<names2>(?:[甲乙丙丁戊]|[A-F])(?:[、,和](?:[甲乙丙丁戊]|[A-F])){{1,5}})?(?:可以?|能)?(?:参加|选择|去)?{_END}",
    )
    for shape in (*shapes, *_LATER):
        for found in _overlapping(shape, text):
            groups = found.groupdict()
            called = patterns.sub(rf"^(?:{APART}|{ALIKE})", "", groups.get("called") or "")
            of_persons = patterns.fullmatch(rf"[\u4e00-\u9fff]{{0,4}}?(?:{PERSON})", called) is not None and not patterns.search(
                rf"(?:{PLACE})$", called
            )
            if of_persons and not patterns.match(rf"{GIVE}|给", found["verb"]):
                continue
            if patterns.search(
                rf"至少|至多|最多|最少|不超过|恰|只|每|各(?!个)|其中|{SEND}|{GIVE}|{PERSON}", found["gap"]
            ) or patterns.search(
                r"(?:至少|至多|最多|最少|不超过|恰好?|只|每(?:个|名|位)?人?|各)$",
                text[max(0, found.start() - 4) : found.start()] + found["gap"],
            ):
                continue
            listed_names = names_in(groups.get("names") or groups.get("names2") or "")
            names = [patterns.sub(rf"(?<=.){re.escape(called)}$", "", each) for each in listed_names]
            if any(patterns.search("不|必须|只|要|会|也|都", each) for each in names):
                continue
            number = to_int(found["m"]) if found["m"] else len(names)
            if names and (len(names) != number or len(set(names)) != len(names)):
                continue
            if not 2 <= number <= 8:
                continue
            scene.places, scene.called, scene.place = number, names, called
            scene.unnamed = bool(groups.get("alike2"))
            scene.apart = bool(names) or of_persons or patterns.search(APART, groups.get("called") or "") is not None
            if unit := patterns.search(rf"{N}(?P<unit>[户家所班组间座村项条门辆])", found[0]):
                scene.unit = unit["unit"]
            return scene, _blank(text, found, ("gap",))
    return None


_LISTED = rf"(?P<names>{NAME}(?:[、,和与]?{NAME})+)"
_CHOSEN = r"(?:选派|选出|选取|选拔|挑选|抽调|抽出|抽取|派出|任选|挑出|选定|安排|选|派|抽|挑)"


def _number(text: str | None) -> int:
    try:
        return to_int(text) if text else 0
    except StayOut:
        return 0


def _movers(scene: Scene, text: str) -> str | None:
    """Put who goes into the scene; the text without them, or nothing where it is not told."""
    chosen = patterns.search(
        rf"(?:现|要|需|拟|计划|准备)*从?(?:某[\u4e00-\u9fff]{{1,6}}?的)?(?:{_LISTED}(?:等|这|共)?)?{_BEFORE}(?P<n>{N})(?:{UNIT})?(?P<adj>{_ADJECTIVE})(?P<noun>[\u4e00-\u9fff]{{0,6}}?(?:{PERSON}|[书本球盆花]+))(?:\((?P<names2>{NAME}(?:[、,和与]?{NAME})+)\))?(?:中|里|当中)?,?(?:现|要|需要?|拟|随机|任意|任|将|准备|计划)*{_CHOSEN}(?P<k>{N})(?:{UNIT})?(?P<noun2>(?:{PERSON})?)",
        text,
    )
    if chosen is not None:
        names = patterns.findall(NAME, chosen["names"] or chosen["names2"] or "")
        scene.movers, scene.take, scene.names, scene.mover, scene.alike = (
            to_int(chosen["n"]),
            to_int(chosen["k"]),
            names,
            chosen["noun"],
            False,
        )
        return _blank(text, chosen)
    shapes = (
        rf"{_BEFORE}(?P<n>{N})(?:{UNIT})?(?P<adj>{_ADJECTIVE})(?P<noun>[\u4e00-\u9fff]{{0,6}}?(?:{PERSON}))\((?:分别(?:为|是))?{_LISTED}\)",
        rf"{_LISTED}(?:等|这|共)*(?P<n>{N})(?:{UNIT})?(?P<adj>)(?P<noun>{PERSON})",
        rf"{_LISTED}(?:是|为|都是|均为)(?P<n>)(?P<adj>)(?P<noun>[\u4e00-\u9fff]{{0,3}}{PERSON})",
        rf"{_BEFORE}(?P<n>{N})(?:{UNIT})?(?P<adj>{_ADJECTIVE})(?P<names>)(?P<noun>[\u4e00-\u9fff]{{0,6}}?(?:{PERSON}))(?!{PLACE}|[\u4e00-\u9fff]{{0,3}}(?:名额|指标)|的)",
        rf"(?P<adj>(?:{ALIKE}|一批新的)?{ALIKE})(?P<names>)(?P<noun>[\u4e00-\u9fff]{{1,4}}?)(?:一?共|总共)?{_BEFORE}(?P<n>{N}){UNIT}",
        rf"{_BEFORE}(?P<n>{N}){UNIT}(?P<adj>{_ADJECTIVE})(?P<names>)(?P<noun>[\u4e00-\u9fffA-Za-z]{{1,6}}?)(?:\((?P<listed>{_LIST})\))?(?=[,;。?(]|\ue000|全部|全|都|随机|任意|平均|均匀|分|放|发|送|装|投|要|将|分别|准备|重新|安排|给|捐|赠|奖)",
        rf"{_LISTED}(?P<n>)(?P<adj>)(?P<noun>)",
    )
    to_persons = patterns.search(rf"(?:{PERSON})$", scene.place) is not None
    for number, shape in enumerate(shapes):
        if to_persons and number < 4:
            continue
        # Whoever is told with the largest number is all of them.
        for found in sorted(patterns.finditer(shape, text), key=lambda each: -_number(each["n"])):
            names = patterns.findall(NAME, found["names"] or "")
            if names and set(names) & set(scene.called):
                continue
            count = to_int(found["n"]) if found["n"] else len(names)
            if (
                number == 1
                and patterns.search(r"(?:若|如果|其中|且|要求|但|规定|,)$", text[: found.start()])
                and (
                    patterns.search(
                        rf"{_BEFORE}(?!{found['n']})(?P<n>{N})(?:{UNIT})?[\u4e00-\u9fff]{{0,4}}(?:{PERSON})", text[: found.start()]
                    )
                )
            ):
                continue  # a condition on some of them
            if not 2 <= count <= 40 or len(set(names)) != len(names) or len(names) > count:
                continue
            if patterns.search(
                r"(?:至少|至多|最多|最少|不超过|不少于|恰好?|其中有?|另外?|其余|每|各)$", text[max(0, found.start() - 4) : found.start()]
            ):
                continue
            groups = found.groupdict()
            if patterns.search("至[少多]|最[少多]|过的|多少|[不都]", found["noun"]):
                continue
            if groups.get("listed") and len(names_in(groups["listed"])) != count:
                continue
            scene.movers, scene.names, scene.mover = count, names, found["noun"]
            said = found["adj"] or ""
            scene.told_apart = patterns.search(APART, said) is not None and number > 2
            if patterns.search(APART, said) or number < 4 or number == 6 or groups.get("listed"):
                scene.alike = False
            if patterns.search(f"(?:{ALIKE})", patterns.sub(APART, "", said)):
                if scene.alike is False:
                    stay_out("alike or not")
                scene.alike = True
            if scene.alike is None and (names or patterns.search(r"[名位](?!额)|信件?$", (found["n"] and found[0]) or "")):  # persons
                scene.alike = False
            if scene.alike is None and patterns.search(FUNGIBLE, scene.mover):
                scene.alike = True
            return _blank(text, found)
    return None


def _tasks(text: str) -> tuple[Scene, str] | None:
    """Places that only clauses tell: `2 人参加计算机培训，1 人参加英语培训`."""
    one = rf"(?:其中|另外?|有|安排|需要?|派|、|和|,)*(?P<n>{N})(?:名|个|位)?(?:人|{PERSON})(?:分别)?{GO}(?:到|往|去|在)?(?P<task>[^\d\ue000\s,;。?!:()、和与]{{1,8}}?)(?=[,;。、和]|$)"
    found = list(patterns.finditer(one, text))
    if len(found) < 2 or len({each["task"] for each in found}) != len(found):
        return None
    scene = Scene(0, None, "", [], len(found), [each["task"] for each in found], "")
    scene.sizes = [to_int(each["n"]) for each in found]
    for each in found:
        text = _blank(text, each)
    return scene, text


_DAYS = "一二三四五六日"
_WEEK = re.compile(
    r"(?:在|于|从)?(?:本)?周(?P<first>[一二三四五六])(?:到|至|~|-|—)周?(?P<last>[二三四五六日])(?:这)?(?:[四五六七4-7]天)?(?:的)?(?:中午|晚上|期间)?"
)
_ONE_DAY = re.compile(
    r"(?:,|且|要求|并且)*(?:每(?:个)?人(?:只|各|都|分别)?(?:值班|值日|值|安排|轮值)?(?:一|1)[天次]|每(?:一)?天(?:只|都|各)?(?:安排|由|有)?(?:一|1)(?:个)?(?:名|位)?(?:人|同学|员工|工作人员|医生|老师|学生|护士)?(?:值班|值日|轮值)?)(?:且|,)?(?:互)?(?:不(?:能)?重复)?(?=[,;。])"
)


def _days(text: str) -> tuple[Scene, str] | None:
    """The days of a week, one of them for each."""
    text = patterns.sub("星期天|周天", "周日", patterns.sub("礼拜|星期(?!天)", "周", text))
    week = _WEEK.search(text)
    if week is None or not _ONE_DAY.search(text):
        return None
    names = [f"周{day}" for day in _DAYS[_DAYS.index(week["first"]) : _DAYS.index(week["last"]) + 1]]
    scene = Scene(0, None, "", [], len(names), names, "")
    scene.one_each = True
    return scene, _ONE_DAY.sub(",", _blank(text, week))


_AMONG = re.compile(
    rf"\((?:其中)?(?:包括|包含|有|含)(?P<a>{NAME}(?:[、,和与]?{NAME})*)\)|\((?P<b>{NAME}(?:[、,和与]?{NAME})*)(?:都|均)?(?:在其中|在内)\)|(?:包括|包含|含)(?P<c>{NAME}(?:[、,和与]?{NAME})*)(?:在内)?的?(?={N})"
)
_SHARE = re.compile(rf"(?P<m>{N})(?:{UNIT})?(?P<who>{PERSON})(?:来)?{FREELY}(?:分|领|抢)(?P<n>{N})(?={UNIT})")  # `五个孩子分 12 个气球`


def scene_of(text: str) -> Scene | None:
    """Who goes and where to, as a text tells it; `rest` is what remains of it."""
    told = [name for found in _AMONG.finditer(text) for name in patterns.findall(NAME, found[0])]
    text = _AMONG.sub("", text)
    if (share := _SHARE.search(text)) is not None:
        text = f"{text[: share.start()]}将{_turned(text[share.start('n') :], share['m'] + '个' + share['who'])}"
    scene = _scene(text)
    if scene is not None and told:
        scene.names = list(dict.fromkeys([*scene.names, *told]))
    return scene


def _turned(things: str, persons: str) -> str:
    head, mark, rest = things.partition(",")
    return f"{head}分给{persons}{mark}{rest}"


def _scene(text: str) -> Scene | None:
    for find in (_days, _tasks, _places):
        found = find(text)
        if found is None:
            continue
        scene, rest = found
        left = _movers(scene, rest)
        if left is None:
            continue
        scene.rest = left
        scene.freely = patterns.search(r"任选|任意|随机|自由|随意|各自|等可能|都可以|限[报选]|信箱|邮[筒箱局]", text) is not None
        scene.wholly = patterns.search("全部", text) is not None
        scene.one_each = scene.one_each or patterns.search("分别", text) is not None
        return scene
    return None


__all__ = ["FREELY", "TAKEN", "Scene", "names_in", "scene_of"]
