"""Reading orders in a row: who stands there, and which conditions hold for some of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from engine.generators import patterns
from engine.generators.civil._problems.story import Story
from engine.generators.reading import INTEGER, stay_out, to_int

NAME = r"(?:小(?!组|区|学|时|品|朋|孩|伙|路|巷)[A-Z\u4e00-\u9fff]|老[王李张刘赵周陈]|[甲乙丙丁戊己庚]|(?<![A-Za-z])[A-H](?![A-Za-z]))"
NAMES = rf"{NAME}(?:[、和与跟,及]?{NAME})*"
PERSON = r"(?:发言人|发言者|演讲者|主持人|汇报人|负责人|人|同学|同事|学生|职工|员工|小朋友|朋友|运动员|志愿者|代表|演员|选手|教师|老师|医生|护士|家长|成员|干部|歌手|实习生|大学生|党员|科长|专家|游客|工人|战士|孩子|队员|旅客|嘉宾|领导|客人|乘客|观众|男生|女生|男同学|女同学)"
_UNIT = r"(?:名|个|位|本|盆|辆|幅|件|张|面|支|首|种|头|只)"
_LINE = r"(?:决出(?:了)?第[一1](?:名)?(?:到|至|~)第[\u4e00-\u9fff\d](?:名)?(?:的)?(?:名次)?|依次发言|先后发言|发言|出场|上台|依次演讲|演讲|站|排|坐|摆|放|停|插|挂|列|摆放|排列|合影|照相|拍照)(?:成|在|到|了|着)*(?:一|1)?(?:个)?(?:排|列|行|队|条直线|横排|纵队|排座位)?"
_NEAR = r"(?:相邻|挨着|挨在一起|排在一起|站在一起|坐在一起|放在一起|摆在一起|靠在一起|连在一起|紧挨着?|紧挨在一起|在一起|连排|连续(?:演出|表演|出场)?|站一起|坐一起|排一起|放一起|挨一起|捆绑在一起|贴在一起)"
_MUST = r"(?:固定|必须|恰好|恰|正好|刚好|一定要?|要求|要|应该?|需要?|得|都|全部?|均|总|只能|须)"
_NO = r"(?:都不能?|均不能?|不能|不可以?|不得|不允许|不想|不愿意?|坚决不|互不|两两(?:都)?不|两两互不|彼此(?:都)?不|各不|都不|均不|不许|不准|不|不要|没有)"
_PLACE = r"(?:两端|两头|两边|排头|队首|第一(?:个|位)?|最前面?|排尾|队尾|最后(?:一个|一位)?|末尾|正中间?|正中央|最中间|中间|首位|末位|左端|右端|最左边?|最右边?|最左端|最右端|第[二三四五六2-6](?:个|位)?)(?:发言|出场|演讲|上台)?"
_STAND = r"(?:站在?|排在?|在|是|获得?|得|坐在?|放在?|安排在|排在了?|上场)?"
_IDLE = """
按顺序 按次序 按先后顺序 会议 安排 领导 发言 顺序 先后 晚会上 歌舞 魔术 站 站成 排 排成 一排 一列 照相 拍照 合影 留念 坐成 坐 摆成 摆放 要求 其中 若 如果 两人 三人 两个人 三个人 四人 两 三 共 则 活动 现在 他们 她们 队 男 女 顺序 次序 安排 排队 毕业 毕业照 春游 晚会 演出 节目 节目单 节目表 一张 任意 可任意安排 种 方法 方案 的 座位 椅子 书架 书架上 阳台 之间 都 且 并且 还 也 这 那 中 人 书 花 车 停车场 随机 随意 顺次 依次 出场 表演 学校 单位 公司 联欢 文艺 同学 一起 人们 全家 一家 办业务 原定 现要 再安 再 看电影 就座 开会 不同 位置
"""


@dataclass
class Row:
    """A row of `size`; the conditions speak of persons (numbers from 0) or of the places of a sort."""

    size: int
    conditions: list[list[object]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    sorts: dict[str, int] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)


def read_row(story: Story) -> Row | None:
    """Who stands in the row and the conditions, taken; the question is left to the reader of the kind.

    Raises:
        StayOut: a condition is not understood.
    """
    if not story.has(r"排|站|坐|摆|放|列|停|照|影|出场|节目|发言|演讲"):
        return None
    story.refuse(
        r"圆|环形|圈|围|[两二2]排|前后排|数字|偶数|奇数|选出|选派|选[\d一二三两]|挑|至少|至多|身高|高矮|空位|空座|空椅|相同的|一样的|轮流|放回|袋|盒|箱|骰|信封|张卡片|字母|车票"
    )
    story.rest = patterns.sub(r"的?(?:发言|出场|演讲|排列|表演|演出)?(?:顺序|次序)(?=(?:必须|要|不能|不)?相邻|不能相连)", "", story.rest)
    story.rest = patterns.sub(
        rf"({NAMES})(?:这)?(?:[三四五3-5])?(?:个|名|位)?(?:人|同学|同事)?(?:中|之中|当中|之间)(?:的)?(?:任意|任何|每)(?:两|2)(?:个|名|位)?(?:人|者)?(?=都|均|不|互|必)",
        r"\1任意两人",
        story.rest,
    )
    story.rest = _numbers_first(
        patterns.sub(
            r"(?<=[甲乙丙丁])节目",
            "",
            patterns.sub(r"(?:一场)?有?(\d+)个节目的(?:演出|晚会|节目单|联欢会)", r"\1个节目排成一排", story.rest),
        )
    )
    row = _who(story)
    if row is None:
        return None
    _conditions(story, row)
    if len(row.names) > row.size:
        return None
    return row


def _numbers_first(text: str) -> str:
    """`共有 7 个节目，其中歌唱节目 4 个，舞蹈节目 3 个` as `4 个歌唱节目、3 个舞蹈节目`, where the total agrees."""
    one = rf"(?P<name>[\u4e00-\u9fff]{{1,3}}?)(?P<kind>类?节目|书|同学|学生|生|老师|花|车)(?:有|各|为|是)?(?P<n>\d+)(?P<unit>{_UNIT})"
    found = patterns.search(
        rf"(?:共有?|有)?(?P<total>\d+){_UNIT}(?P<kind0>[\u4e00-\u9fff]{{0,4}}),?(?:其中|包括|分别是|有)?(?:有)?(?P<list>{one.replace('?P<name>', '').replace('?P<kind>', '').replace('?P<n>', '').replace('?P<unit>', '')}(?:[、,和]{one.replace('?P<name>', '').replace('?P<kind>', '').replace('?P<n>', '').replace('?P<unit>', '')})+)",
        text,
    )
    if found is None:
        return text
    parts = list(patterns.finditer(one, found["list"]))
    if sum(int(part["n"]) for part in parts) != int(found["total"]):
        return text
    listed = "、".join(f"{part['n']}{part['unit']}{part['name']}{part['kind']}" for part in parts)
    return text.replace(
        found[0], f"有{listed}排成一排" if "节目" in found["list"] and not patterns.search("排成|站成|安排", text) else f"有{listed}"
    )


def _who(story: Story) -> Row | None:
    besides = story.take(
        rf"(?P<names>{NAME}(?:[、和,]?{NAME})*)(?:和|与|及|以及|还有|跟|同)(?:另外?|其他|其余|别的)的?(?P<n>{INTEGER}){_UNIT}?{PERSON}?(?:一起|共同|共)?(?P<gap>[^\d\ue000;。?]{{0,8}}?)(?:{_LINE}|就座|入座|排队)(?:照相|拍照|合影|留念|看电影|就座)*"
    )
    if besides:
        names = patterns.findall(NAME, besides["names"])
        if len(set(names)) != len(names):
            stay_out("a name twice")
        size = len(names) + to_int(besides["n"])
        seats = story.take(rf"(?:前排|一排|一行|这排|一列)*(?:一共|共)?(?:有)?(?P<n>{INTEGER})个(?:座位|位置|位子|座)")
        if seats and to_int(seats["n"]) != size:
            stay_out("more seats than people")
        return Row(size, names=names)
    sorts: dict[str, int] = {}
    pattern = rf"(?<![\d第])(?P<value>{INTEGER}){_UNIT}(?:各?不(?:相)?同的?)?(?P<name>男|女|[\u4e00-\u9fff]{{1,4}}?)(?:性|士|生|同学|教师|老师|学生|职工|演员|选手|节目|类节目|书|车)?(?:组成)?(?=[、,和与及]?(?:再加|加上|还有|再|现要|现|要|安排|加入|插入|另有|将)*{INTEGER}{_UNIT}|[、,]?(?:一起|共同|随机|要|现在?|全部|总共|共|任意|随意|按顺序|混合|现要|将)*{_LINE}|[,。]|全)"
    found = [
        match
        for match in patterns.finditer(pattern, story.rest)
        if not patterns.match("是|为|在|不|被|要|人|已|请|位置|座|空", match["name"])
        # `一个工作小组` is who they are, none of those in the row.
        and not patterns.search("有|由|共", match["name"])
        and not (
            patterns.match("[一1]个", match[0])
            and patterns.search("组$|队$|班$|班级$|单位$|部门$|团$|家庭$|公司$|学校$|社团$", match["name"])
        )
    ]
    found = [
        match
        for match in found
        if not patterns.search(PERSON + "$", match["name"]) or patterns.search("男|女|老师|学生|家长|教师", match["name"])
    ]
    if len(found) >= 2:
        for match in found:
            name = match["name"]
            if name in sorts:
                stay_out("a sort twice")
            sorts[name] = to_int(match["value"])
            story.take(re.escape(match[0]))
        total = story.take(
            rf"(?:若|如果|这|将这|把这|共|一共)*(?P<value>{INTEGER})(?:个|名|本)(?:节目|人|书|同学)(?:的)?(?:顺序)?(?:可)?(?:任意)?(?:安排|排列)?(?={_LINE}|,|的)"
        )
        if total and to_int(total["value"]) != sum(sorts.values()):
            stay_out("total")
        story.take(_LINE)
        return Row(sum(sorts.values()), sorts=sorts)
    listed = story.take(
        rf"(?P<names>{NAME}(?:[、和,]?{NAME}){{2,7}})(?:(?:这|共|一共)?(?P<value>{INTEGER}){_UNIT}?{PERSON}?)?(?P<gap>[^\d\ue000,;。?]{{0,6}}?){_LINE}"
    )
    if listed:
        names = patterns.findall(NAME, listed["names"])
        if len(set(names)) != len(names) or (listed["value"] and to_int(listed["value"]) != len(names)):
            stay_out("names and number")
        return Row(len(names), names=names)
    people = story.take(
        rf"(?:有|共|共有|现有|安排|让)?(?<![第\d])(?![一1](?![\d十百]))(?P<value>{INTEGER}){_UNIT}?(?:各?不(?:相)?同的?)?(?P<who>{PERSON}|[\u4e00-\u9fff]{{1,3}}?)(?P<gap>[^\d\ue000;。?]{{0,8}}?){_LINE}(?:照相|拍照|合影|留念|看电影|就座)*"
    )
    if people is None:
        return None
    return Row(to_int(people["value"]))


def _conditions(story: Story, row: Row) -> None:
    def persons(text: str) -> list[int] | None:
        found = patterns.findall(NAME, text)
        rest = patterns.sub(
            rf"{NAME}|[、和与跟,及]|任意两人|(?:这)?(?:[两二三四五]|[2-5])?(?:个|位|名)?(?:人|同学|同志)?|两位|其中|要求|已知|规定|若|但|且|要是|如果|的|，",
            "",
            text,
        )
        if not found or rest:
            return None
        for name in found:
            if name not in row.names:
                row.names.append(name)
        return [row.names.index(name) for name in found]

    def sort(text: str) -> str | None:
        plain = patterns.sub(
            r"其中|要求|任意|任何|所有|全部|同一?类?|但|且|并且|若|如果|这|每|的|之间|节目|类|书|花|车|要是|老师(?=老师)|,", "", text
        )
        number = patterns.match(rf"(?P<n>{INTEGER}){_UNIT}?", plain)
        name = plain[number.end() :] if number else plain
        name = patterns.sub("生$|同学$|学生$", "", name) or name
        key = next((each for each in row.sorts if each and (each.startswith(name) or name.startswith(each))), None) if name else None
        if key is None:
            return None
        if number and to_int(number["n"]) not in (row.sorts[key], 2):
            stay_out("how many of them")
        return key

    who = rf"(?P<who>{NAMES}(?:任意两人|(?:这)?(?:[两二三四五]|[2-5])(?:个|位|名)?(?:人|同学|同志)?)?|(?:(?<=[,;。?!\ue000(])|^)[^,;。?!\ue000]{{1,14}}?)"
    if story.take(r"(?:男女|男生女生|男生和女生|男女生)(?:必须|要|要求)?(?:相间|交替|间隔|交叉)(?:排列|站|排|而站|而坐|出场)?"):
        if len(row.sorts) != 2:
            stay_out("sorts in turn")
        row.conditions.append(["alternate", list(row.sorts.values())])
        row.told.append("相间")
    for found in story.take_all(
        rf"(?P<a>{NAME})(?:和|与|、)?(?P<b>{NAME})(?:两人)?(?:之间|中间)(?:要|必须|恰好?|正好|刚好|只)*(?:有|隔着?|间隔|站|夹着?)(?P<n>{INTEGER})(?:个|名|位)?(?:人|同学|其他人)?"
    ):
        row.conditions.append(["between", persons(f"{found['a']}、{found['b']}") or [], to_int(found["n"])])
        row.told.append(found[0])
    for found in story.take_all(
        rf"(?P<a>{NAME})(?:必须|一定要?|要|总|恰好)?(?:站在?|排在?|安排在|在)(?P<b>{NAME})(?:的)?(?P<side>左边|左侧|左面|右边|右侧|右面|前面?|后面?|之前|之后)(?:的?位置)?(?:发言|出场|演讲|上台|到达|表演)?(?:\(?不一定相邻\)?|\(不?要求相邻\))?"
    ):
        pair = persons(f"{found['a']}、{found['b']}") or []
        row.conditions.append(["order", pair if patterns.search("左|前", found["side"]) else pair[::-1]])
        row.told.append(found[0])
    story.rest = patterns.sub(
        r"(?:合影|照相|拍照|排队|排列|站队|留念)时(?=[^,;。\ue000]{1,8}(?:不?(?:相邻|挨|站在一起)|互不|必须|不能))", ",", story.rest
    )
    for found in story.take_all(
        rf"(?<![\ue000]){who}(?P<how>(?:{_MUST}|{_NO})*)(?:彼此|互相|两两)?(?P<not>不)?{_NEAR}(?:\([^()]{{0,8}}\))?"
    ):
        apart = bool(patterns.search(r"不|没有", found["how"] or "")) or found["not"] is not None
        places = persons(found["who"])
        if places is None:
            key = sort(found["who"])
            if key is None:
                if patterns.fullmatch(r"(?:其中|要求)*(?:某|的)?(?:[两二2])(?:个|名|位)(?:特定|指定)?(?:的)?(?:人|同学)?", found["who"]):
                    places = persons("甲乙")
                else:
                    stay_out(f"who: {found['who']}")
            else:
                row.conditions.append(["sort-apart" if apart else "sort-together", key])
                row.told.append(found[0])
                continue
        if places is None or len(places) < 2:
            stay_out("who is beside whom")
        if apart and len(places) > 2 and not patterns.search("互不|两两|彼此|任意两", found[0]):
            stay_out("not all together, or no two")
        row.conditions.append(["apart" if apart else "together", places])
        row.told.append(found[0])
    for found in story.take_all(
        rf"{who}(?:既)?(?P<no>(?:{_NO})?)(?P<must>(?:{_MUST})*)(?:被)?{_STAND}(?:在)?(?P<where>{_PLACE})(?:的?位置)?(?P<more>(?:,)?(?:也不能?|又不能?|或|和|、){_STAND}(?P<also>{_PLACE}))?(?:表演|出场|演出)?"
    ):
        if not found["no"] and not found["must"] and not patterns.search(r"站|排在|排(?=第|最|首|尾|排)|坐|在|放", found[0]):
            stay_out(f"where: {found[0]}")
        places = persons(found["who"])
        kind = "not-at" if found["no"] else "at"
        if places is None and (key := sort(found["who"])) is not None and not found["also"]:
            row.conditions.append([f"sort-{kind}", key, found["where"]])
            row.told.append(found[0])
            continue
        if places is None:
            stay_out(f"who stands {found['where']}")
        if found["also"] and kind == "at":
            stay_out("here or there")
        if len(places) > 1 and kind == "at" and found["where"] not in ("两端", "两头", "两边"):
            stay_out("two in one place")
        for place in places:
            row.conditions.append([kind, [place], found["where"]])
            if found["also"]:
                row.conditions.append([kind, [place], found["also"]])
        row.told.append(found[0])
    for found in story.take_all(
        rf"(?P<names>{NAMES})(?:[两三四]人)?(?:的)?(?:从左到右|从前到后|左右|前后|先后|出场)?(?:的)?(?:顺序|次序)(?:一定|固定|不变|已定|确定)"
    ):
        row.conditions.append(["order", persons(found["names"]) or []])
        row.told.append(found[0])
    story.take_all(r"\(?不一定相邻\)?|可以不相邻|\(?不?要求相邻\)?")


def refuse_half_row(text: str) -> None:
    """Leave alone rows in which more is said than the conditions read here can say.

    Raises:
        StayOut: such words are there.
    """
    amid = rf"{NAME}[^,;。?]{{0,3}}在{NAME}[^,;。?]{{0,3}}{NAME}(?:[^,;。?]{{0,2}})(?:之间|中间)"
    if patterns.search(
        rf"{amid}|男女(?:生|同学|学生)?(?:各|都|均|互|彼此|都?各?自)*(?:不|不能|不得)相邻|不(?:全部?|都|完全)(?:相邻|挨|站在一起|在一起|排在一起)|[男女](?:生|同学|员工|职工|教师|老师|演员|队员|孩)[甲乙丙丁A-D](?![组班])",
        text,
    ):
        stay_out("more is said of the row")


def finish_row(story: Story, words: str = "") -> None:
    """Look at what is left of a row.

    Raises:
        StayOut: something could change the answer.
    """
    story.finish(_IDLE + words)
