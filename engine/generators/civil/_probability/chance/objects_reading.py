"""Reading chances of lots drawn in turn, of places taken by chance, of groups by lot."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.civil._counting.chance_words import NAME as _NAME
from engine.generators.civil._counting.chance_words import NUMBER as _NUMBER
from engine.generators.civil._counting.chance_words import WORDS as _WORDS
from engine.generators.civil._counting.chance_words import asked_chance as _asked
from engine.generators.civil._counting.chance_words import opened as _opened
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, stay_out, to_int


def _apart(text: str) -> Recognition | None:
    """So many people each at one of so many equally likely places: all at different ones, or at least two at one."""
    story = _opened(text)
    story.refuse("骰|硬币|放回|恰(?!好?\\d门|好?[三四]门|好?每)")
    floors = story.take(
        r"(?:从)?(?:第)?(?P<low>\d+)(?:楼|层)?(?:到|至|~|-)(?:第)?(?P<high>\d+)(?:楼|层)(?:的)?(?:每(?:一)?层|任(?:意)?一层)?"
    )
    places = (
        None
        if floors
        else story.take(
            rf"(?P<n>{_NUMBER})(?:个|间|节|所|家|层|门|种)(?:不同的?)?(?:选修课|课程|课|项目|岗位|车厢|房间|盒子|邮箱|信箱|出口|路口|窗口|部门|城市|景点|教室|楼层|科室)"
        )
    )
    months = None if floors or places else story.take(r"(?:出生|生日)(?:的)?(?:月份|在同一个?月|在不同的?月)|月份")
    people = story.take(rf"(?P<n>{_NUMBER})(?:个|名|位|封)?(?:人|乘客|同学|学生|朋友|旅客|游客|信|小球|球|员工)")
    event = story.take(
        r"(?P<event>(?P<onto>(?:恰好|恰|正好)?(?:(?:每|各)(?:个|间|节|所|家|门|种)?|\d+(?:个|间|节|所|家|门)|[两三四]门)(?:[\u4e00-\u9fff]{1,4}?)(?:都|均|中都)有(?:人|球|信|学生|同学)[\u4e00-\u9fff]{0,2}|没有空(?:盒|房间?|的)子?))"
    ) or story.take(
        r"(?:\d封信|[三四五两]封信|\d个球|全|都|各自|投入|放入|放进|投进|人|\d个?人|[三四五]个?人|他们|每个?人|没有|任意|,)*(?P<event>(?:在|去|到|进|住|下|选|出生)*(?:不同(?:的)?(?:楼层|楼|层|车厢|房间|盒子|信箱|邮箱|邮筒|出口|月份?|窗口|部门|城市|景点|教室|科室)?|各不相同|互不相同|没有两人(?:在)?(?:同一|同)(?:层|个|月|间|节)[\u4e00-\u9fff]{0,2})|至少(?:有)?(?:两|2|二)(?:个)?人(?:的)?(?:生日|出生)?(?:在|进|去|下|选|住)?同(?:一)?(?:个)?(?:楼层|层|车厢|房间|盒子|出口|月份?|窗口|部门|城市|景点|教室|科室))(?:下|出生|住|生日|下电梯|离开)?(?:电梯)?"
    )
    if not people or not event or not (floors or places or months):
        return None
    _asked(story)
    story.take_all(r"\(?(?:选择)?(?:互不影响|相互独立)\)?|各?(?:从中)?任?选(?:其中)?(?:的)?(?:一|1)(?:门|个)(?:课)?")
    story.take_all(
        r"(?:在)?每(?:一)?(?:层|间|个)(?:楼)?(?:都)?(?:可能)?(?:下|离开|进|选)?(?:是)?(?:\(?(?:等可能(?:的)?)\)?)?|等可能(?:地|的)?|\(等可能\)|随机"
    )
    story.finish(_WORDS + " 出生 生日 月份 楼层 车厢 房间 乘客 乘电梯 进入 选择 一个 一层 一节 同学 朋友 假设")
    count = to_int(people["n"])
    room = int(floors["high"]) - int(floors["low"]) + 1 if floors else to_int(places["n"]) if places else 12
    if not 2 <= count <= 12 or room < 2:
        return None
    if event.groupdict().get("onto"):
        if not places:
            return None
        return Recognition(
            parameters={"task": "onto", "people": count, "places": room},
            understood=(("人数", str(count)), ("去处", str(room)), ("求", "每处都有人的概率")),
        )
    return Recognition(
        parameters={"task": "apart", "people": count, "places": room, "same": "至少" in event["event"]},
        understood=(
            ("人数", str(count)),
            ("可能的位置", str(room)),
            ("求", "至少两人相同的概率" if "至少" in event["event"] else "各不相同的概率"),
        ),
    )


_GROUP = r"(?:小?组|小?队|宿舍|寝室|房间|班级|班|考场|部门|科室|车)"


def _same_group(text: str) -> Recognition | None:
    """Two certain ones in one group where all are divided at random into equal groups.

    Raises:
        StayOut: something is not understood.
    """
    story = _opened(text)
    if rows := patterns.search(
        rf"({INTEGER})排(?:座位|座椅|座)?,?(?:,)?每排(?:有)?({INTEGER})(?:个|把|张)?(?:座位|座|椅子|位子|位置)", story.text
    ):
        # Places in rows: who sits where is drawn as groups are.
        parts, each_row = to_int(rows[1]), to_int(rows[2])
        seats = patterns.sub(r"\((?:不坐|不在|每人)[^()]{0,8}\)", "", story.text.replace(rows[0], f"{parts * each_row}人平均分成{parts}组"))
        seats = patterns.sub("(?:随机|任意)?(?:就座|入座|就坐|坐下|落座)", "", seats)
        seats = patterns.sub(r",(?:他们|两人|二人)?(?=(?:恰好|正好)?(?:坐|在))", "", seats)
        story.rest = story.text = patterns.sub("(?:恰好|正好)?坐?在?(?:同一|一)排", "在同一组", seats)
    story.refuse("至少|条件下|已知|若|恰(?:好)?(?:有|只)|只有")
    # `(甲、乙均在其中)` says only that they are two of them.
    story.take_all(
        rf"\(?(?:其中)?(?:包括|包含|含有?){_NAME}[、和与]?{_NAME}(?:两人|2人|在内)?\)?|\(?(?:其中)?{_NAME}[、和与]?{_NAME}(?:两人|2人|两名同学)?(?:均|都|也)?(?:在其中|在内|是其中(?:的)?(?:两|2)(?:人|名|位))\)?"
    )
    people = story.take(
        rf"(?P<n>{INTEGER})(?:个|名|位|支)?(?:人|同学|学生|学员|选手|员工|职工|球队|队伍|队员|运动员|队|志愿者|新生|大学生|战士|游客|乒乓球选手|干部|成员|代表|党员|教师|老师|考生|医生|新人|朋友|小朋友|棋手)"
    )
    groups = story.take(
        rf"(?:被|将|要|随机|任意|平均|等可能地?)*(?:分成|分为|编成|组成|分配到|安排到|分到|分|住进)(?P<n>{INTEGER})(?:个|间|辆)?{_GROUP}(?:参加比赛)?"
    )
    event = story.take(
        rf"(?P<who>{_NAME}[、和与]?{_NAME}|(?:其中)?(?:最强|实力最强|水平最高|最好|年龄最大|最高|指定|特定|某)的?(?:两|2)(?:个|名|位|支)(?:种子)?(?:人|球队|队伍|队|选手|同学|学生|学员)|(?:两|2)(?:个|名|位|支)种子(?:球?队|选手))(?:两人|两队|2人|两名同学)?(?:恰好|恰|正好|刚好|被|会|(?P<no>不|没有?))*(?:分|编)?(?:配|派)?(?:在|到)?(?:(?P<apart>不同的?)|同一?(?:个|间|辆)?|一(?:个|间|辆)?){_GROUP}(?:里|中|内)?"
    )
    if not people or not groups or not event:
        return None
    if len(set(patterns.findall(_NAME, story.text))) != (2 if patterns.match(_NAME, event["who"]) else 0):
        return None
    if event["no"] and event["apart"]:
        stay_out("not apart")
    each = story.take(rf"每(?:个|间|辆)?{_GROUP}(?:有|各|住|坐)?(?P<n>{INTEGER})(?:个|名|位|支)?(?:人|队)?")
    count, parts = to_int(people["n"]), to_int(groups["n"])
    even = each is not None or patterns.search("平均", story.text)
    if not even or parts < 2 or count % parts or (each and to_int(each["n"]) * parts != count) or count == parts:
        return None
    _asked(story)
    story.finish(_WORDS + " 随机 平均 分组 每组 分 组 同学 比赛 抽签")
    return Recognition(
        parameters={
            "task": "fair",
            "good": count - count // parts if event["no"] or event["apart"] else count // parts - 1,
            "all": count - 1,
        },
        understood=(("人数", str(count)), ("每组", str(count // parts)), ("求", event[0] + "的概率")),
    )


OBJECT_READERS = (_same_group, _apart)
