"""What kind of arrangement a problem tells: some are taken, all stand in a row, everybody goes to a place."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.civil._counting.arranging.scene import (
    CONTAINER,
    DIFFERS,
    PERSONS,
    Scene,
    Sort,
    composed,
    cut,
    fill_cells,
    listed,
    of_persons,
    persons_of,
    take_lists,
    told_of,
    told_sorts,
)
from engine.generators.civil._counting.arranging.words import (
    DIFFERENT,
    EACH,
    END,
    EXACT,
    LEAST,
    LISTED,
    MOST,
    OPEN,
    RING,
    SEL,
    TAKEN,
    UNITS,
    M,
    N,
    Text,
)
from engine.generators.reading import stay_out

_TAKES = rf"(?:任|随机|任意|只|再|要|需|分别|现|各)*{SEL}{OPEN}{{0,2}}?"


def _choice(text: Text) -> Scene | None:
    """Some are taken out of all, perhaps for posts of their own."""
    places = rf"(?!{OPEN}{{0,6}}[到去入进给往赴于]{OPEN}{{0,4}}?(?:{LISTED})?(?:这)?{N})"
    found = text.search(rf"从[^;。?!]{{0,40}}?(?:[中里内]面?|当中|之中)?,?{OPEN}{{0,6}}?(?P<take>{_TAKES}(?P<k>{N})){places}")
    found = found or text.search(rf"(?P<take>{_TAKES}(?:了|其中)?(?P<k>{N})){places}")
    if found is None:
        return None
    lead = text.rest[max(0, found.start("take") - 4) : found.start("take")]
    if patterns.search(rf"(?:{LEAST}|{MOST}|{EXACT}|{EACH})$|各|分别", lead + found["take"]):
        return None
    sorts = told_sorts(text, found.start("k"))
    total, sorts, noun, unit = composed(sorts)
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
    role = rf"(?:{OPEN}|{M}){{1,6}}?"
    roles = patterns.compiled(
        rf"(?:人)?{OPEN}{{0,4}},?(?P<each>分别|各自)(?P<gap>担任|出任|从事|负责|承担|充当|前往|参加|派往|派到|去往|[当做任去到]|{OPEN}{{2}})(?P<roles>{role}(?:[、和与及,]{role})+)(?P<n>(?:这)?{N}(?:{DIFFERENT}的?)?{OPEN}{{0,4}})?(?={END}|$)"
    ).match(text.rest, found.end())
    jobs = patterns.compiled(
        rf"(?:人)?,?(?:分别|各自|去)?(?:担任|从事|承担|负责|做|干|完成)(?P<n>{N})(?:{DIFFERENT}的?)?(?P<gap>{OPEN}{{0,5}})(?={END}|$)"
    ).match(text.rest, found.end())
    if roles is None and jobs is not None and text.number(jobs["n"]) == take:
        scene.shape, scene.places = "places", [str(number) for number in range(1, take + 1)]
        text.mark(jobs)
    if roles is not None:
        posts = [text.shown(each) for each in patterns.split("[、和与及,]", roles["roles"])]
        if (
            len(posts) == take
            and ("," not in roles["roles"] or roles["n"])
            and (not roles["n"] or text.number(patterns.findall(N, roles["n"])[0]) == take)
        ):
            scene.shape, scene.places = "places", posts
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
    posts = text.search(rf"{SEL}(?:出|取|拔|举)?(?P<roles>(?:{OPEN}|{M}){{1,6}}?(?:[、和与及](?:{OPEN}|{M}){{1,6}}?)+)各(?P<n>{N})(?:人)?")
    if posts is not None and text.number(posts["n"]) == 1:
        told = [each for each in told_sorts(text, posts.start("n")) if each.place < posts.start()]
        total, sorts, noun, unit = composed(told)
        names = [text.shown(each) for each in patterns.split("[、和与及]", posts["roles"])]
        probe = Scene("choice", sorts, total, noun, unit)
        if len(names) > total or any(patterns.search(probe.who(), name) for name in names):
            return None
        scene = Scene("places", sorts, total, noun, unit, len(names), names)
        text.mark(posts)
        scene.lows, scene.highs, scene.settled = [1] * len(names) + [0], [1] * len(names) + [total], True
    else:
        each = text.search(
            rf"(?:从(?P<gap>[^,;。?!]*?)[里中内]?)?(?:{EACH}人|{EACH}种)?(?:各|分别)(?:任意?|随机)?(?P<gap2>{OPEN}{{0,2}})(?P<n>{N})(?:人)?"
        )
        if each is None or not patterns.search(SEL, text.rest[each.start("n") - 3 : each.start("n")]):
            return None
        total, sorts, noun, unit = composed([one for one in told_sorts(text, each.start("n")) if one.place < each.start("n")])
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


_STAND = (
    r"(?:重新|随机|任意|任|一起|要|需|将|被|全部|都)*(?:[排站坐摆放列挂围种]|安排|排列|就座|入座)?(?:队|列)?(?:成|为|在|作|到|上)*(?:了)?"
)


def _of_the_row(text: Text, at: int) -> list[Sort]:
    """Who is told before a row, and which parts of them behind it; all behind it where nobody is told before."""
    told = told_sorts(text, len(text.rest))
    before = [each for each in told if each.place < at]
    return [*before, *(each for each in told if each.place > at and each.part and each.noun)] if before else told


def _row(text: Text, asked: str) -> Scene | None:
    """All of them (or some that are taken) in a row, a ring, or one after the other."""
    ring = text.search(rf"(?P<stand>{_STAND})(?P<gap>{OPEN}{{0,4}}?)(?P<ring>{RING})(?:而坐|桌旁?|就座)?")
    row = (
        None
        if ring
        else text.search(rf"(?P<stand>{_STAND})(?:\ue001[^,;。?!\ue000-\ue3ff]?[排列行队线路]?(?:纵队)?)|(?P<queue>排成?队|列队|站队)")
    )
    if ring is None and row is None:
        orders = patterns.search(r"[顺次]序|排法|编排|排列|节目[单表]|站位|座次", asked) or (
            asked.count("种") and text.search("节目[单表]")
        )
        if text.search(rf"{_TAKES}{N}") or text.search("(?:周|星期)[一二三四五六日天]"):
            return None
        if not orders:
            return None
        total, sorts, noun, unit = composed(told_sorts(text, len(text.rest)))
    else:
        here = ring or row
        assert here is not None
        seats = patterns.compiled(rf"(?:共|一共|共计)?有?(?P<n>{N})(?!人|{OPEN}{{0,4}}[人员生者])").match(text.rest, here.end())
        if seats is not None:
            text.mark(seats)
        total, sorts, noun, unit = composed(_of_the_row(text, here.start()) or listed(text, []))
        text.mark(here)
        if seats is not None and text.number(seats["n"]) != total:
            stay_out("seats in a row")
    scene = Scene("ring" if ring else "row", sorts, total, noun, unit)
    scene.in_time = ring is None and row is None
    for each in sorts:
        if each.place >= 0:
            text.take(rf"(?:共有?|有|含|包括|其中)?(?:这)?{text.rest[each.place]}(?:人|的)?")
    for sign in patterns.findall(N, text.rest):
        if text.number(sign) == total and text.unit(sign) in ("", "人", unit):
            text.take(rf"(?:这|共)?{sign}(?:人)?(?={OPEN}{{0,4}}(?:{_STAND}\ue000|,|的))")
    scene.places = [f"第{number}" for number in range(1, total + 1)]
    scene.lows, scene.highs, scene.settled = [1] * total, [1] * total, True
    return scene


_GO = r"(?:到|去|往|入|进|给|至|于|参加|报名|选择|住|乘|坐|担任|负责|从事)"
_DAYS = "一二三四五六日"


def _recurring(text: Text, word: str) -> str:
    """As much of a word as stands elsewhere too, best behind `每`: the rest tells what is done there."""
    for each in patterns.finditer(rf"(?:{EACH})[{UNITS}]?(?P<noun>{OPEN}{{1,4}})", text.rest):
        for length in range(len(each["noun"]), 1, -1):
            if each["noun"][:length] in word:
                return each["noun"][:length]
    for length in range(len(word), 0, -1):
        if text.rest.count(word[:length]) > 1:
            return word[:length]
    return word


def _places(text: Text, chance: bool) -> Scene | None:
    """Everybody goes to some place, or everything is given to somebody."""
    text.take(rf"同{OPEN}{{1,3}}的(?={M})")
    weeks = patterns.finditer(rf"(?P<n>{N})的?(?:值班表|班表|日程)?", text.rest)
    if week := next((each for each in weeks if text.unit(each["n"]) == "周" and text.number(each["n"]) == 1), None):
        text.mark(week)
        text.rest = (
            text.rest[: week.start()] + "周一至周日" + text.rest[week.start() + 5 :] if week.end() - week.start() >= 5 else text.rest
        )
    days = text.search(r"(?:周|星期)(?P<a>[一二三四五六])[到至~-](?:周|星期)?(?P<b>[一二三四五六日天])(?:这?\S?天)?")
    groups = (
        text.search(rf"(?P<even>平均|均匀|等分)?(?:地)?(?:分|编|划分|组|拆)(?:成|为|作)(?P<m>{N})(?P<noun>小?组|堆|份|队|批|部分)?")
        if not days
        else None
    )
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
            rf"{_GO}{OPEN}{{0,3}}?(?P<names>{LISTED})(?:这|共|等)?(?P<m>{N})(?P<noun>{OPEN}{{0,6}})",
            rf"{_GO}(?:了)?(?:其他|这)?(?P<names>){OPEN}{{0,3}}?(?P<m>{N})(?:{DIFFERENT}的?)?(?P<noun>{OPEN}{{1,8}})",
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
        here, noun, number = found, _recurring(text, cut(found["noun"])), text.number(found["m"])
        names_told = [text.names[each] for each in text.listed(found["names"])] if found["names"] else []
        if names_told and len(names_told) != number:
            stay_out("which places")
    chosen = text.search(rf"{_TAKES}(?P<k>{N})(?:人)?", 0, here.start())
    told = [each for each in told_sorts(text, here.start()) if chosen is None or each.place != chosen.start("k")]
    total, sorts, noun_of_all, unit = composed([each for each in told if each.count > 1] or told or listed(text, names_told))
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
    how = told_of(scene, text)
    scene.alike = how == "alike"
    places_differ = bool(names_told) or DIFFERS.search(here[0]) is not None or unit_of_place in PERSONS
    text.mark(here)
    for sort in sorts:
        if sort.place >= 0:
            text.take(rf"(?:共有?|有|含|包括|其中)?(?:这)?{text.rest[sort.place]}(?:人|的)?")
    taken = scene.take or total
    scene.lows, scene.highs = [0] * number, [taken] * number
    if scene.take:
        scene.lows.append(total - taken)
        scene.highs.append(total - taken)
    if not chance and not scene.unnamed and not places_differ and patterns.search(CONTAINER, noun):
        stay_out("places that may be alike")
    if not how and not of_persons(scene):
        stay_out("things that may be alike")
    return scene


def _take_again(scene: Scene, text: Text) -> None:
    """Numbers that only repeat what is known: `两名女生` of two, `三个球` of what was taken."""
    for each in list(patterns.finditer(rf"(?:这|那|所)?(?P<n>{N})", text.rest)):
        value, unit = text.number(each["n"]), text.unit(each["n"])
        lead = text.rest[max(0, each.start() - 6) : each.start()]
        if patterns.search(rf"(?:{LEAST}|{MOST}|{EXACT}|{EACH}|(?:{SEL})|[只仅各有出取任意某另]){OPEN}?$", lead) and not patterns.search(
            "[出到中]的$", lead
        ):
            continue
        follows = text.rest[each.end() :]
        sorts = [number for number in range(len(scene.sorts)) if any(patterns.match(word, follows) for word in scene.words_of(number))]
        if scene.shape in ("row", "ring"):
            known = len(scene.sorts) > 1 and any(scene.sorts[number].count == value > 1 for number in sorts)
        else:
            known = (
                scene.take > 0
                and (scene.shape == "choice" or patterns.search(r"[出到中]的$", lead) is not None)
                and value == scene.take
                and unit in (scene.unit, "人", "个", "")
            )
            known = known and (not sorts or patterns.match(rf"{OPEN}{{0,4}}(?:颜色|性别|都|均|全)", follows) is not None)
        if known:
            text.mark(each)


def scene_of(text: Text, asked: str, *, chance: bool = False) -> Scene:
    """The scene of a problem; `asked`: the question.

    Raises:
        StayOut: it is none that is read here.
    """
    row = _row(text, asked)
    scene = row or _of_each(text) or _choice(text) or _places(text, chance) or stay_out("no scene")
    fill_cells(scene, text, persons_of(text, scene.places))
    if scene.of_each:
        scene.base = [["count", group, [0], [scene.of_each]] for group in scene.of_sort]
    take_lists(scene, text)
    _take_again(scene, text)
    scene.same = [cell for sort, cells in zip(scene.sorts, scene.of_sort, strict=True) if sort.noun == "空位" for cell in cells]
    if scene.shape in ("row", "ring") and not scene.same and not of_persons(scene) and len(scene.of_name) < scene.total:
        how = told_of(scene, text)
        scene.alike = how == "alike"
        if not how and not scene.in_time and not all("节目" in noun for noun in (scene.noun, *(sort.noun for sort in scene.sorts)) if noun):
            stay_out("alike in a row")
        if scene.alike and (scene.of_name or scene.shape == "ring" or len(scene.sorts) < 2):
            stay_out("alike, and told apart")
    if scene.shape == "choice" and not of_persons(scene) and told_of(scene, text) == "alike":
        stay_out("alike in a choice")
    return scene
