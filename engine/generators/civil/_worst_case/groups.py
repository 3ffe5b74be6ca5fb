"""Reading how many there are of each sort: names with numbers, so many of each, plenty of all, so many with one number."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.civil._problems.story import Story
from engine.generators.civil._worst_case.special_reading import LEAST as _LEAST
from engine.generators.civil._worst_case.special_reading import NUMERAL as _NUMERAL
from engine.generators.civil._worst_case.special_reading import SURE as _SURE
from engine.generators.reading import INTEGER, stay_out, to_int

MEASURE = r"(?:个|只|根|张|枚|颗|块|粒|支|双|副|次|辆|台|人|名|位|件|本|朵|份|条|瓶|袋|顶|盒|包|封|杯|片|户|票)"
COLOURS = "红黄蓝白黑绿紫橙灰粉棕青金银"
_NAME = rf"(?:[{COLOURS}]色?(?:的)?(?:[\u4e00-\u9fff]{{1,3}}?)?|(?:[A-D]类?)?[\u4e00-\u9fff]{{1,12}}?|[A-D](?:类|型|种)?)"


def groups_of(story: Story) -> dict[str, int]:
    """How many there are of each sort, taken; sorts of which nobody says how many have plenty.

    Raises:
        StayOut: a sort comes twice.
    """
    found: dict[str, int] = {}

    def add(name: str, value: str) -> None:
        key = _key(name)
        if key in found or patterns.search("[不相]同颜色", name):
            stay_out("a sort twice, or none")
        found[key] = to_int(value)

    value = rf"(?:\d+){MEASURE}?"
    if alike := story.take(
        rf"(?:共?有|装有|放着|放有|里有)?(?P<total>\d+){MEASURE}(?P<gap>[^,;。?\d]{{0,16}}?),?(?:其中)?每(?P<n>\d+|[二三四五六七八九十]){MEASURE}(?:[\u4e00-\u9fff]{{0,2}}?)(?:编上?|写上?|标上?|印上?|涂上?|染上?|是|为|贴上?)*(?:了|有|着|成)?(?:一个)?(?:相同|同样|同一种?|一样)的?(?:号码|编号|数字|颜色|标号)"
    ):
        each_, whole_ = to_int(alike["n"]), int(alike["total"])
        if whole_ % each_:
            stay_out("how many of each")
        return {f"第{place + 1}种": each_ for place in range(whole_ // each_)}
    if plenty := story.take(
        rf"(?P<names>[{COLOURS}]色?(?:小?球|袜子|筷子|珠子)?(?:[、和][{COLOURS}]色?(?:小?球|袜子|筷子|珠子)?)+)(?:[\u4e00-\u9fff]{{0,4}}?)(?:各|都)(?:有)?(?:若干|很多|足够多|许多|好多)(?:个|只|根)?"
    ):
        return dict.fromkeys(patterns.findall(f"[{COLOURS}]", plenty["names"]), 999)
    if listed := story.take(
        rf"(?P<names>(?:[^,;。?!:\d\ue000、]{{1,14}}[、和与])*[^,;。?!:\d\ue000、]{{1,14}}?)[,]?(?:数量|人数|个数)?(?:分别|依次|各)(?:有|是|为)*(?:职工|员工|学生|党员|干部)?(?P<values>{value}(?:[、,和与 ]+{value})+)"
    ):
        values = patterns.findall(r"\d+", listed["values"])
        names = [patterns.sub(r"^.*(?:有|是|装|放|报名|参加|包括|会上)", "", name) for name in patterns.split("[、和与,]", listed["names"])]
        kinds = patterns.search(
            rf"(?P<n>{INTEGER})(?:个|种|类|门)(?:不同的?)?(?:颜色|专业|课程|品种|口味|类|[省市县](?=[,、])|[\u4e00-\u9fff]{{2}})",
            story.text,
        )
        colours = patterns.findall(f"[{COLOURS}]", listed["names"])
        if len(colours) == len(values):
            names = colours
        elif len(grades := patterns.findall("[一二三四](?:级|等品?|类)", listed["names"])) == len(values):
            names = grades
        elif len(names) != len(values) or not all(names):
            if not kinds or to_int(kinds["n"]) != len(values):
                stay_out("names and numbers")
            names = [f"第{place + 1}种" for place in range(len(values))]
            # What stands before the numbers tells no names: it is looked at as all else.
            start, end = listed.span("names")
            story.rest = story.rest[:start] + listed["names"] + story.rest[end:]
        if kinds and to_int(kinds["n"]) == len(values):
            story.take(re.escape(kinds[0]))
            story.take(rf"{kinds['n']}(?=\ue000)")
        for name, each in zip(names, values, strict=True):
            add(name, each)
    elif each := story.take(
        rf"(?P<names>[{COLOURS}](?:色)?(?:[、和与,]?[{COLOURS}]色?)+)(?:(?P<kinds>[二两三四五六七])(?:种|色)(?:不同的?)?(?:颜色)?)?(?:的)?(?P<gap>[\u4e00-\u9fff]{{0,4}}?)(?:各|每种(?:颜色)?(?:都|各)?|都)(?:有)?(?P<value>\d+|[一二三四五六七八九十]+){MEASURE}"
    ):
        names = patterns.findall(f"[{COLOURS}]", each["names"])
        if each["kinds"] and to_int(each["kinds"]) != len(names):
            stay_out("colours")
        for name in names:
            add(name, each["value"])
    elif each := story.take(
        rf"(?P<kinds>{_NUMERAL})(?:种|类|个)(?:不同)?(?:的)?(?:颜色|口味|品种|款式|牌子|品牌|专业)?(?:的)?(?P<gap>[\u4e00-\u9fff]{{0,4}}?),?(?:各|每种(?:颜色|口味)?(?:都|各)?)(?:有)?(?P<value>\d+|[一二三四五六七八九十]+){MEASURE}"
    ):
        for place in range(to_int(each["kinds"])):
            add(f"第{place + 1}种", each["value"])
    else:
        _in_a_row(story, add)
    if not found:
        many = story.take(
            rf"(?P<names>[{COLOURS}]色?(?:[、和]?[{COLOURS}]色?)+)?(?P<kinds>{_NUMERAL})种(?:不同)?(?:的)?颜色(?:的)?(?P<gap>[\u4e00-\u9fff]{{0,3}}?),?(?:每种(?:颜色)?(?:的)?(?:球)?)?(?:各|都|有)?(?:有)?(?:很多|足够多|若干|许多|无数)(?:只|个|根|双)?"
        )
        if many and many["names"] and len(patterns.findall(f"[{COLOURS}]", many["names"])) != to_int(many["kinds"]):
            stay_out("colours")
        many = many or (
            None
            if patterns.search("各|每种|分别", story.text)
            else story.take(
                rf"(?:很多|足够多|若干|许多|好多)(?:只|个|根|双)?(?P<gap>[\u4e00-\u9fff]{{0,4}}?)(?P<kinds>{_NUMERAL})种颜色(?:的)?"
            )
        )
        if many:
            found = {f"第{place + 1}种": 999 for place in range(to_int(many["kinds"]))}
    before = patterns.split(_SURE, story.text)[0]
    before = patterns.sub(
        rf"(?:想|要|取出?|拿出?|摸出?)[^,;。\d]{{0,12}}?{_NUMERAL}(?:双|副)", "", before
    )  # what is wanted, not what there is
    if found and patterns.search(r"[\d一二两三四五六七八九十](?:双|副)", patterns.split(_LEAST, before)[0]):
        # A pair is two things: what is taken is counted one by one.
        if patterns.search(r"\d(?:只|根|个|支)", before) or not patterns.search("多少(?:只|根|支|个)", story.text):
            stay_out("pairs or single ones")
        found = {name: count if count == 999 else 2 * count for name, count in found.items()}
    values = list(found.values())
    if len(values) > 2 and values[0] == sum(values[1:]) and patterns.search(rf"共有?{values[0]}(?!\d)", before):
        stay_out("the total read as a sort")
    total = [
        int(match["n"])
        for match in patterns.finditer(
            r"(?:共有?|有|总共|收到|,|^)(?P<n>\d+)(?:名|个|人|位|根|只|枚|份)(?:简历|学生|学员|毕业生|求职者|大学生|球|应聘者|人)", before
        )
    ]
    if total and found and 999 not in found.values() and any(each not in (sum(found.values()), *found.values()) for each in total):
        stay_out("the total")
    if total:
        story.take_all(r"(?:共有?|有|总共|收到)?(?<!\d)\d+(?:名|个|人|位|根|只|枚|份)(?:简历|学生|学员|毕业生|求职者|大学生|球|应聘者|人)")
    return found


def _in_a_row(story: Story, add: object) -> None:
    """`黑球 15 个、白球 12 个` or `15 个黑球、12 个白球`."""
    assert callable(add)
    question = patterns.search("至少|至多|最多|最少|起码|保证|确保|多少", story.rest)
    head = story.rest[: question.start()] if question else story.rest
    names_first = patterns.search(rf"(?:{_NAME}(?:有|共|各)?\d+{MEASURE}?[、,和与;]?){{2,}}", head)
    numbers_first = patterns.search(rf"(?:\d+{MEASURE}{_NAME}[、,和与;]?){{1,}}\d+{MEASURE}[\u4e00-\u9fff]{{1,4}}", head)
    lead = patterns.search(rf"\d+{MEASURE}", head)
    colour = patterns.search(f"[{COLOURS}](?:色|[\\u4e00-\\u9fff])", head)
    number_leads = numbers_first is not None and (
        names_first is None or (lead is not None and colour is not None and lead.end() == colour.start())
    )
    run = numbers_first if number_leads else names_first
    if run is None:
        return
    pattern = (
        rf"(?P<value>\d+){MEASURE}(?P<name>[{COLOURS}]色?[\u4e00-\u9fff]{{0,3}}|[\u4e00-\u9fff]{{1,6}}?)(?=[、,和与;]|\d|$)"
        if number_leads
        else rf"(?P<name>[{COLOURS}]色?(?:的)?[\u4e00-\u9fff]{{0,3}}?|(?:[A-D]类?)?[\u4e00-\u9fff]{{1,12}}?|[A-D](?:类|型|种)?)(?:有|共|各)?(?P<value>\d+){MEASURE}?(?=[、,和与;\u4e00-\u9fff]|$)"
    )
    got = list(patterns.finditer(pattern, run[0]))
    if len(got) < 2:
        return
    if any(patterns.search("每|任[选取意]|选择|可以?[在从选]", match["name"]) for match in got):
        stay_out("what each of them chooses")
    for match in got:
        add(patterns.sub(r"^.*(?:有|是|装|放|其中|[里中]着?)(?=.)", "", match["name"]), match["value"])
    place = story.rest.index(run[0])
    story.rest = story.rest[:place] + "\ue000" * len(run[0]) + story.rest[place + len(run[0]) :]


def _key(name: str) -> str:
    if letter := patterns.search("[A-D]", name):
        return letter[0]
    colour = patterns.search(f"[{COLOURS}]", name)
    return colour[0] if colour else patterns.sub(r"(?:类|专业|系|班|课|味)?(?:的)?(?:学生|毕业生|人|球|糖)?$", "", name) or name
