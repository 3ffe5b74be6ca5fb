"""Reading counts of people on seats, groups that stay together in a row, pairs of shoes, and matches within groups."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.civil._counting.combinatorics.words import ASKED as _ASKED
from engine.generators.civil._counting.combinatorics.words import PERSON as _PERSON
from engine.generators.civil._counting.combinatorics.words import WORDS as _WORDS
from engine.generators.civil._counting.combinatorics.words import asked_ways as _asked
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, stay_out, to_int

_SEAT = r"(?:(?:空)?(?:座位|椅子|凳子|车位|停车位|位置|位子)|空位|空椅)"


def read_seated(text: str) -> Recognition | None:
    """So many people on more seats, each seat another place, and nothing else asked of them.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    story.refuse("概率|相邻|挨|隔|至少|至多|圆|围|不能|必须|两端|连|左右|男|女|排座位.*排座位|甲|每")
    seats = story.take(rf"(?:一排|排成一排的|并排的|剩下?|还有|有)*(?P<n>{INTEGER})(?:个|把|张)(?:不同的)?{_SEAT}(?:排成一排|上)?")
    people = story.take(rf"(?<![第\d])(?P<n>{INTEGER})(?:{_PERSON}|辆(?:不同的?)?(?:车|汽车|轿车))")
    if not seats or not people:
        return None
    story.take_all(
        r"(?:去|来|随便|任意|要|入|就)*(?:坐|停|就座|入座)(?:下|进|在|到|去|好)*(?:这)?(?:里|上)?|(?:每人|一人|每辆)(?:只)?(?:坐|占|停)?(?:一|1)个(?:座位?|车位)?"
    )
    _asked(story)
    story.finish(_WORDS + " 座位 坐 停车场 停 车 里 一排 看电影 电影院 会议室 教室 人")
    places, count = to_int(seats["n"]), to_int(people["n"])
    if not 1 <= count <= places <= 30:
        return None
    return Recognition(
        parameters={"task": "plain", "total": places, "take": count, "ordered": True},
        understood=(("座位", str(places)), ("人", str(count))),
    )


def read_blocks(text: str) -> Recognition | None:
    """So many groups of as many each in a row, every group together.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    story.rest = story.text = patterns.sub(
        "(?:在)?(?:以下|下列)?(?:的)?哪个?范围(?:之)?内", "多少", patterns.sub("为(?:了)?加强[^,;。\\d]{2,12},", "", story.text)
    )
    story.refuse("概率|圆|围|不能|第[一二三]|两端|男女|至少|不相邻")
    group = r"(?:部门|班级?|单位|科室|学校|年级|小组|组|公司|家庭|代表队|队|社团|学院|车间)"
    groups = story.take(rf"(?P<n>{INTEGER})(?:个|所|家|支)(?:不同的?)?{group}(?:的)?")
    each = story.take(
        rf"每(?:个|所|家|支)?{group}?(?:都|各|要|需)*(?:出|派出?|选派|表演|准备|有|选送|报)?(?:了)?(?P<n>{INTEGER})(?:个|名|位)?(?:节目|人|代表|选手|学生|员工|同学|队员)?|各(?:派出?|出|有|选派|表演)?(?P<n2>{INTEGER})(?:个|名|位)(?:节目|人|代表|选手|学生|员工|同学)"
    )
    near = story.take(
        rf"(?:要求|且|若|,)*(?:来自)?(?:同一?个?|每个?|各){group}(?:的)?(?:\d个?|[两三]个?)?(?:参赛)?(?:节目|人|代表|选手|学生|员工|同学|队员)?(?:的)?(?:比赛|出场|发言|表演|演讲)?(?:顺序|次序)?(?:都|必须|要|得|一定|应|需)*(?:相邻|相连|挨着|连排|排在一起|站在一起|坐在一起|连续(?:演出|表演|发言|出场)|挨在一起|在一起)"
    )
    sizes = (
        None
        if each or not groups
        else story.take(
            rf"分别(?:各)?(?:出|派出?|选派|表演|准备|有|选送|报)(?:了)?(?P<list>{INTEGER}(?:[、,和]{INTEGER})+)(?:个|名|位)(?:节目|人|代表|选手|学生|员工|同学|队员)(?:参加比赛|参赛|参加)?"
        )
    )
    if not groups or not (each or sizes) or not near:
        return None
    story.take_all(r"(?:站|排|坐)(?:成)?(?:一|1)?(?:排|列|行)(?:照相|合影|拍照)?|(?:一|1)排")
    _asked(story)
    story.finish(_WORDS + " 元旦 晚会 文艺 演出 节目 发言 依次 顺序 排成 一排 合影 拍照 照相")
    if sizes:
        told = [to_int(one) for one in patterns.split("[、,和]", sizes["list"])]
        if len(told) != to_int(groups["n"]) or max(told) > 8:
            stay_out("how many of each")
        return Recognition(
            parameters={"task": "blocks", "groups": len(told), "size": 0, "sizes": told},
            understood=(("各组人数", "、".join(map(str, told))), ("条件", "同组相邻")),
        )
    assert each is not None
    count, size = to_int(groups["n"]), to_int(each["n"] or each["n2"])
    if not (2 <= count <= 10 and 2 <= size <= 6):
        return None
    return Recognition(
        parameters={"task": "blocks", "groups": count, "size": size},
        understood=(("组数", str(count)), ("每组", str(size)), ("条件", "同组相邻")),
    )


def pairs_of(story: Story) -> tuple[int, int, str] | None:
    """How many different pairs there are, how many single ones are taken, and whether `none`, `exact` one or `some` pair is among them.

    Raises:
        StayOut: how many pairs is not said.
    """
    pairs = story.take(rf"(?:有|从|在)*(?P<n>{INTEGER})(?:双|对|副)(?:各?不(?:相)?同的?|不同颜色的?)(?:鞋子?|手套|袜子|筷子)?(?:中|里)?")
    take = story.take(rf"(?:任意|随机|任)?(?:取出?|抽取?|拿出?|摸出?|选出?)(?P<n>{INTEGER})(?:只|个|根)(?:鞋|手套|袜子)?")
    event = story.take(
        r"(?P<none>(?:没有|都不|不能|无)(?:任何)?(?:两只)?(?:一双)?(?:配成|成|能配成)?(?:一)?(?:双|对)?(?:的)?|(?:四只|\d只)?(?:都)?不成[双对])|(?P<some>至少(?:能)?(?:有|配成|配|凑成)*(?:一|1)(?:双|对)|(?:恰好|恰|正好)(?:能)?(?:配成|成|是|凑成|有)*(?P<exact>一|1)(?:双|对)(?:配对的?|成双)?|(?:能)?(?:配成|成|凑成|是)(?:一|1)(?:双|对))"
    )
    if not pairs or not take or not event or patterns.search(rf"{re.escape(event[0])}(?:是|为|[红白黑黄蓝])", story.text):
        return None
    taken = to_int(take["n"])
    if event["some"] and "至少" not in event["some"] and not event["exact"] and taken != 2:
        stay_out("how many pairs")
    return to_int(pairs["n"]), taken, "none" if event["none"] else "exact" if event["exact"] else "some"


def read_shoes(text: str) -> Recognition | None:
    """Ways of taking some of so many pairs with exactly one pair, none, or at least one among them."""
    story = Story(text)
    story.refuse("概率|可能性|几率")
    found = pairs_of(story)
    if found is None or story.take(rf"(?:的)?(?:{_ASKED})") is None:
        return None
    story.finish(_WORDS + " 鞋 手套 袜子 鞋柜 混 放 的 取法 拿法")
    pairs, taken, what = found
    if not 2 <= taken <= 2 * pairs <= 40:
        return None
    return Recognition(
        parameters={"task": "pairs", "pairs": pairs, "take": taken, "what": what},
        understood=(("双数", str(pairs)), ("取", str(taken)), ("求", {"none": "没有成双", "exact": "恰有一双", "some": "至少一双"}[what])),
    )


def read_group_matches(text: str) -> Recognition | None:
    """Matches where everybody plays everybody within so many equal groups.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(patterns.sub(r"先(?:在)?(?=(?:小)?组内|各组|每组|进行)", "", text))
    if not story.has("单循环") or not story.has("组"):
        return None
    story.refuse("概率|主客场|双循环|淘汰|出线|晋级|决赛|冠军|前[一二两三四1-4]名|[甲乙]")
    teams = story.take(rf"(?<![第\d])(?P<n>{INTEGER})(?:名|支|个|位)(?P<gap>[\u4e00-\u9fff]{{0,3}}?)(?:选手|球队|队伍|队|运动员|人|棋手)")
    groups = story.take(rf"(?:平均)?(?:分成|分为|编为|分)(?P<n>{INTEGER})个?(?:小)?组")
    if not teams or not groups:
        return None
    count, in_groups = to_int(teams["n"]), to_int(groups["n"])
    each = story.take(rf"每(?:个)?(?:小)?组(?:有|各)?(?P<n>{INTEGER})(?:支|个|名)?(?:球)?(?:队|人|选手)?")
    if count % in_groups or (each and to_int(each["n"]) != count // in_groups):
        stay_out("unequal groups")
    asked = story.take(r"(?:那么|则|,)*(?:一?共|总共|共需|需要?|要)*(?:进行|打|安排|赛|比赛)*(?:了)?多少场(?:比赛)?")
    if not asked:
        return None
    story.take_all(
        r"(?:每|各)?(?:小)?组(?:内|里)?(?:先)?(?:都|再)?(?:进行|采用|打)?单循环(?:赛|比赛|制)?|单循环(?:赛|比赛|制)?|(?:小)?组内"
    )
    story.finish(_WORDS + " 比赛 参加 进行 采用 打 足球 篮球 排球 每组 赛制")
    size = count // in_groups
    return Recognition(
        parameters={"task": "group-matches", "groups": in_groups, "size": size},
        understood=(("组数", str(in_groups)), ("每组", str(size)), ("赛制", "组内单循环")),
    )


def read_lodged(text: str) -> Recognition | None:
    """So many people to more rooms, each a room of his own.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    story.refuse("概率|至少|至多|不能|必须|要求|男|女|层|相邻|甲|两人一间|2人")
    rooms = story.take(rf"(?:现|共|有|预定了?)*(?P<n>{INTEGER})(?:个|间)(?:不同的?)?(?:房间|客房|单间|办公室|宿舍)")
    people = story.take(rf"(?<![第\d])(?P<n>{INTEGER})(?:{_PERSON}|(?:名|位)[\u4e00-\u9fff]{{2}})")
    each = story.take(
        r"(?:且|,)*每(?:人|名|位)(?P<gap>[\u4e00-\u9fff]{0,3}?)(?:各|只|都|单独)*(?:住|用|安排|分配)?(?:一|1)(?:个|间)(?:房间?|办公室)?(?=[,;。])"
    )
    if not (rooms and people and each):
        return None
    _asked(story)
    story.finish(_WORDS + " 单位 邀请 安排 住宿 入住 他们 现要 专家 每人")
    places, count = to_int(rooms["n"]), to_int(people["n"])
    if not 1 <= count <= places <= 40:
        return None
    return Recognition(
        parameters={"task": "plain", "total": places, "take": count, "ordered": True},
        understood=(("房间", str(places)), ("人", str(count)), ("条件", "每人一间")),
    )


def read_mixed_pairs(text: str) -> Recognition | None:
    """So many men and as many women in pairs of one each.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    story.refuse("概率|至少|至多|不能|必须|选出|选派|挑选|第[一二三]|甲|站|坐")
    men = story.take(rf"(?P<n>{INTEGER})(?:名|个|位)男(?:队员|选手|运动员|生|同学|士|演员|舞者)?")
    women = story.take(rf"(?P<n>{INTEGER})(?:名|个|位)女(?:队员|选手|运动员|生|同学|士|演员|舞者)?")
    pairs = story.take(
        rf"(?:现)?(?:要|需)?(?:组成|分成|搭成|编成|配成|结成)(?P<n>{INTEGER})(?:个|对|支|组)(?:混双|混合双打)?(?:队伍?|组合|组|搭档|舞伴)?"
    )
    mixed = story.take(
        r"(?:参加|进行|去)?(?P<gap>[\u4e00-\u9fff]{0,6}?)(?:的)?(?:混合双打|混双)(?:比赛)?|每(?:队|组|对)(?:有|由)?(?:一|1)男(?:一|1)女(?:组成)?|男女(?:各)?(?:一|1)(?:名|人)(?:组成)?(?:一(?:队|组|对))?"
    )
    if not (men and women and pairs and mixed):
        return None
    _asked(story)
    story.finish(_WORDS + " 国家 羽毛球 乒乓球 网球 队 参加 世界杯 比赛 队员 组队 和 的")
    count = to_int(pairs["n"])
    if not to_int(men["n"]) == to_int(women["n"]) == count:
        stay_out("not all in pairs")
    return Recognition(
        parameters={"task": "plain", "total": count, "take": count, "ordered": True},
        understood=(("男女", f"各 {count} 人"), ("组成", f"{count} 对，每对一男一女")),
    )


def read_chosen_row(text: str) -> Recognition | None:
    """So many chosen and put in a row, nothing else asked of them.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    story.refuse("概率|圆|围|相邻|必须|不能|至少|男|女|甲|两端|排[头尾首]")
    chosen = story.take(
        rf"(?:从|在)(?P<n>{INTEGER}){_PERSON}(?:中|里|当中)(?:任意|随机|任)?(?:选取?|挑选?|选出|选派|抽取?|抽出|挑出)(?P<k>{INTEGER})(?:{_PERSON}|个)(?:,)?(?:去|来|再|并)*(?:站|排)成?(?:一|1)?(?:排|列|行|队)(?:照相|合影|拍照|留念)*"
    )
    chosen = chosen or story.take(
        rf"(?:有|现有|从)*(?P<n>{INTEGER})(?:个|名|种|本|张|面|盆|枚)不同(?:颜色)?的?(?P<gap>[\u4e00-\u9fff]{{1,4}}?)(?:[A-Z](?:[、,]?[A-Z])*)?(?:中|,)+(?:现)?(?:从中|中)?(?:任意|随机|任)?(?:选取?|挑选?|选出|取出?|抽取?|抽出|挑出)(?P<k>{INTEGER})(?:个|名|种|本|张|面|盆|枚)(?P<gap2>[\u4e00-\u9fff]{{0,3}}?)(?:,)?(?:进行|来|再|并|按顺序|挂|摆|放)*(?:排列|(?:站|排|摆|挂)(?:成|在)(?:一|1)(?:排|列|行))"
    )
    if not chosen:
        return None
    _asked(story)
    story.finish(_WORDS + " 字母 元素 球 书 旗 花 排列")
    total, take = to_int(chosen["n"]), to_int(chosen["k"])
    if not 1 <= take <= total <= 30:
        return None
    return Recognition(
        parameters={"task": "plain", "total": total, "take": take, "ordered": True},
        understood=(("一共", str(total)), ("选出并排成一排", str(take))),
    )


BLOCK_READERS = (
    read_lodged,
    read_mixed_pairs,
    read_chosen_row,
    read_seated,
    read_blocks,
    read_shoes,
    read_group_matches,
)
