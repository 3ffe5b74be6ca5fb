"""Reading a choice of some from things or people of one or more sorts, and what must hold (or may happen) for those chosen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from engine.generators import patterns
from engine.generators.civil._counting.row.scene_words import SHORT_NAME as NAME
from engine.generators.civil._counting.selection.sorts import (
    NUMBER,
    SORTS,
    TAIL,
    TAKE,
    UNIT,
    key,
    of_each_sort,
    one_of_each_sort,
    told_one_by_one,
)
from engine.generators.civil._problems.story import Story
from engine.generators.reading import stay_out, to_int

_OFFICE = r"(?:正、?副[\u4e00-\u9fff]{1,3}|(?:正|副)?(?:班长|组长|队长|社长|会长|主席|书记|主任|经理|处长|科长|局长|院长|秘书长?|会计|出纳|主持人?|记录员?|领队|翻译|司机|导游|体委|[学习体育文艺生活劳动宣传组织卫生纪律]{2}委员|委员))"
_IDLE = """
某 单位 部门 公司 学校 班 班级 袋子 袋 盒子 盒 箱子 箱 里 中 装有 装着 放有 有 共有 一共 其中 其余 都 是 从 从中 任意 随机 闭眼 现 现在 一次 同时 一次性 大小 相同 质地 形状 完全 颜色 的 去 参加 活动 比赛 培训 会议 开会 组成 代表 队 小组 支援 值班 服务 调研 出差 演讲 下乡 座谈 学习 名 个 位 人 件 只 求 要 要求 则 若 如果 问 抽签 上台 表演 检查 检验 产品 一批 这 这些 他们 她们 球 小球 不放回 恰好 正好 结果 抽到 取到 摸到 被 闺蜜 和 我 种 选法 方法 方案 不同 多少 概率 可能性 职工 员工 同学 学生 支部 出席 顾客 抽奖 奖 参赛 医疗队 一支 出 来 到 再 那 至 里面 一个 不透明 志愿者 选手 候选 干部 工作 项目 委员会 领队 班委 当 开 会 晚会 党员 大会 打扫 卫生 报告 出来 它们 外观 一样 均匀 搅匀 充分 混合 后
"""

_EITHER = rf"(?P<one>{SORTS})(?:{TAIL})(?P<or>或者?(?:是|为)?(?P<other>{SORTS})(?:{TAIL}))"


@dataclass
class Selection:
    """`take` chosen from `groups`; each event allows certain numbers of a group or of named ones among those chosen."""

    groups: dict[str, int]
    take: int
    events: list[list[Any]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    roles: bool = False
    replaced: bool = False
    told: list[str] = field(default_factory=list)


def _twos(text: str) -> str:
    """The same number as it is written otherwise."""
    return {"2": "[两二]", "两": "[2二]", "二": "[2两]", "3": "三", "三": "3", "4": "四", "四": "4"}.get(text, text)


def read_selection(story: Story) -> Selection | None:
    """Groups, number taken, roles, and conditions; all taken from the story.

    Raises:
        StayOut: something is not understood.
    """
    story.take_all(
        r"(?:,|且|\()*(?:每人|一人|同一人|每个人|任何人|任一人)?(?:不能|不得|不可|不可以)(?:同时)?(?:兼任|兼职|身兼)(?:其他|两|2|多|数)?(?:个)?(?:职务?|职位|岗)?\)?|(?:,|且|\()*(?:每人|一人)(?:最多|只能|至多|只)?(?:担任|任|兼任)(?:一|1)(?:个|项|种)?(?:职务?|职位)\)?"
    )
    story.take_all(
        r"(?:选出|抽出|取出)的?[两二三四五2-5](?:个|名)?人中|(?:选派|派出|抽调)的(?=(?:[两二三四五2-5])(?:个|名)?人)|(?<=要求)团中"
    )
    story.take_all(
        r"(?:来|去|,)*(?:组成|成立|组建)(?:了)?(?:一|1)?(?:个|支)?(?:新的)?(?:小组|队伍|代表队|队|委员会|工作组|调研组|医疗队|小分队|评委会|团队|专家组|领导小组)"
    )
    story.refuse(
        r"站|排成|排队|围|分给|分配|分到|分成|若干|编号|骰|硬币|先后顺序|轮流|直到|为止|第[一二三四\d]次|加入|再放入|倍|平均|条件下|已知.{0,12}(?:中|到)|和为|之和|偶数|奇数|整除|倍数|会.{1,3}语|既会|就不|则不|去了|才能|那么.{0,4}不|排列|座位|对夫妻|夫妻|双(?!打)|混双|从.{2,8}袋.{2,20}从"
    )
    story.rest, story.text = told_one_by_one(story.rest), told_one_by_one(story.text)
    # `其中女生 3 名`: the number first, as everywhere else.
    story.rest = patterns.sub(
        rf"(?<=,其中)(?P<name>{SORTS}(?:{TAIL}))(?:有)?(?P<n>\d+)(?P<unit>{UNIT})(?=[,;。])", r"\g<n>\g<unit>\g<name>", story.rest
    )
    groups: dict[str, int] = {}

    def add(name: str, value: str) -> None:
        if key(name) in groups:
            stay_out("a sort twice")
        groups[key(name)] = to_int(value)

    story.take_all(
        r"(?:它们|这些球|这些小?球|球|这些)?(?:的)?(?:大小、?和?(?:形状|质地|材质)?(?:都|完全|均)*相同的?(?=红|白|黑|黄|蓝|小?球|[\d\ue000]|,|。)|除了?颜色(?:不同)?(?:之|以)?外,?(?:其余|其他|其它)?(?:都|完全|均)*(?:相同|一样|没有(?:任何)?(?:其他)?区别|无差别)|大小、?(?:形状|质地)?(?:都|完全|均)*(?:相同|一样))"
    )
    verb = patterns.search(
        rf"(?:{TAKE})(?:了|出|取)?(?:{NUMBER}|{SORTS}(?:{TAIL})(?:、{SORTS}(?:{TAIL}))?各?{NUMBER}{UNIT}|(?:(?:一|1)(?:名|个|位))?{_OFFICE})|各(?:选|派|抽|取)",
        story.rest,
    )
    head = story.rest[: verb.start()] if verb else story.rest
    number_first = rf"(?P<value>{NUMBER}){UNIT}?(?:大小相同的|是|为)?(?P<name>{SORTS})(?:{TAIL})"
    name_first = rf"(?P<name>{SORTS})(?:{TAIL})(?:有|共|各)?(?P<value>\d+){UNIT}?(?:人)?"
    one, other = [patterns.search(each, head) for each in (number_first, name_first)]
    pattern = number_first if one and (not other or one.start() <= other.start()) else name_first
    whole_by_trade = r"(?:(?:中|里|当中|之中),?(?:其中)?(?:共|恰好?)?有|,其中(?:有)?)\d"  # `8 名工人中有 3 名女工`
    for match in patterns.finditer(pattern, head):
        if not patterns.match(whole_by_trade, head[match.end() :]):
            add(match["name"], match["value"])
    if groups:
        story.rest = (
            patterns.sub(
                pattern, lambda match: match[0] if patterns.match(whole_by_trade, head[match.end() :]) else "\ue000" * len(match[0]), head
            )
            + story.rest[len(head) :]
        )
    before = story.rest[: verb.start()] if verb else story.rest
    whole = patterns.search(
        rf"(?:在|从|有|共有|共|现有|某[\u4e00-\u9fff]{{1,4}}?有?)*(?<![第选取出抽摸挑派\d])(?![一二三四五六]年级|[一二三四五六]班|一个|1个|一名|一批|一次|一盒|一袋|一箱|一盘|一筐)(?P<value>{NUMBER})(?:{UNIT})?(?P<name>[\u4e00-\u9fff]{{0,5}}?)(?:中|里面|里|当中|之中)?(?=$|[,。;、]|(?:任意?|随机|中|里|,|现)*(?:其中|有|只有|\ue000))",
        before,
    )
    if whole:
        story.rest = before[: whole.start()] + "\ue000" * len(whole[0]) + story.rest[whole.end() :]
    if groups and whole:
        total = to_int(whole["value"])
        if len(groups) == 1:
            ((name, count),) = groups.items()
            if not 0 < count < total:
                return None
            groups["次品" if name == "正品" else "正品" if name == "次品" else "无奖" if name == "有奖" else "其他"] = total - count
        elif total != sum(groups.values()):
            stay_out("total")
    elif whole:
        groups["全部"] = to_int(whole["value"])
    if not groups:
        return None
    joined = _one_of_two_sorts(story, groups)
    story.take_all(r"(?:其余|其他|剩下)(?:的)?(?:都|均|全)?(?:没有?奖|不中奖|无奖|不能中奖)(?=[,。;])")
    story.take_all(r"(?:其余|其他|剩下)(?:的)?(?:都|均|全)?(?:是|为)[\u4e00-\u9fff]{1,4}(?=[,。;])")
    each_sort = of_each_sort(story, groups)
    offices = None if each_sort else _offices(story)
    take = (
        None
        if offices or (each_sort and each_sort[1])
        else story.take(
            rf"(?:从(?:中|袋中|里面|袋子里|盒中|这批产品中|他们中|这些人中|箱中|盒子里|中)?)*(?:任意|随机|任|一次性?|同时|要|想|需要?|打算|决定)*(?P<each>(?:不放回地?|有放回地?|依次|逐个|先后|连续|无放回地?)*)(?:从中)?(?:任意|随机|任)?(?:地)?{TAKE}(?:了|出|取)?(?P<value>{NUMBER})(?P<unit>{UNIT}|人|次)?(?:小)?(?:球|产品|人|代表|同学|学生|职工|员工|志愿者|书|菜)?(?!男|女)"
        )
    )
    back = story.take(
        r"(?:每次)?(?:取|摸|抽)(?:出)?(?:(?:一|1)个?球?)?后?(?:再)?(?P<not>不|不再)?放回(?:袋中|去)?|(?P<not2>不|无)放回|有放回|(?:记下颜色)?(?:后|再)放回"
    )
    if take is None and each_sort is None and not offices:
        return None
    number = to_int(take["value"]) if take else sum(each_sort[0].values()) if each_sort else offices or 0
    said = take["value"] if take else str(number)
    each = ((take["each"] or "") if take else "") + (back[0] if back else "")
    replaced = bool(patterns.search("放回", each)) and not patterns.search("不|无", each)
    if take and take["unit"] == "次" and not back and not patterns.search("放回", each):
        return None
    one_each = one_of_each_sort(story, groups, number)
    story.take_all(
        rf"(?:取到|取出|摸到|摸出|选出|抽到|抽出|所取|这|它们|则)(?:的)?(?:{said}|{_twos(said)})(?:{UNIT}|人|(?=球))(?:小)?(?:球|人|产品|同学)?(?=[\u4e00-\u9fff])|(?<=[,。?\ue000])(?:{said}|{_twos(said)})(?:{UNIT}|人|次|(?=球))(?:小)?(?:球|人|产品)?(?=颜色|都|全|均|中|恰|性别|同)"
    )
    story.take_all(rf"(?<=\ue000)(?:、|等)+|{NAME}(?:、{NAME})*等(?=\ue000)")
    selection = Selection(groups, number, replaced=replaced)
    if one_each:
        selection.events += [["count", place, one_each[0]] for place in range(len(groups))]
        selection.told.append(one_each[1])
    if each_sort:
        if sum(each_sort[0].values()) != number:
            stay_out("not all told")
        names = list(groups)
        selection.events += [["count", names.index(name), [value]] for name, value in each_sort[0].items()]
        selection.told += [f"{name} {value} 个" for name, value in each_sort[0].items()]
    selection.roles = bool(offices)
    _roles(story, selection)
    certain = _of_certain_sort(story, groups)
    _named(story, selection)
    _of_groups(story, selection)
    if certain:
        _settle_certain(selection, *certain)
    if joined:
        first, both = joined
        selection.groups = {both if name == first else name: count for name, count in selection.groups.items()}
        selection.told = [told.replace(first, both) for told in selection.told]
    if number < 1 or (not replaced and number > sum(groups.values())):
        return None
    return selection


def _one_of_two_sorts(story: Story, groups: dict[str, int]) -> tuple[str, str] | None:
    """`至少一个是白球或黑球`: both sorts are one from here on, by the name of the first; that name, and what to call both.

    Raises:
        StayOut: one of them is also spoken of alone, or three are.
    """
    found = patterns.search(_EITHER, story.rest)
    if found is None:
        return None
    one, other = key(found["one"]), key(found["other"])
    left = story.rest[: found.start()] + story.rest[found.end() :]
    if one == other or not {one, other} <= set(groups) or len(groups) < 3 or patterns.search(rf"或|{found['one']}|{found['other']}", left):
        stay_out(f"one sort or the other: {found[0]}")
    groups[one] += groups.pop(other)
    story.rest, story.text = story.rest.replace(found["or"], ""), story.text.replace(found["or"], "")
    return one, f"{one}或{other}"


def _offices(story: Story) -> int | None:
    """`选出班长、学习委员各 1 名`: how many different offices there are for those chosen.

    Raises:
        StayOut: an office twice.
    """
    found = story.take(
        rf"(?:从中|现|要|需|打算|,)*{TAKE}(?:了)?(?:(?:一|1)(?:名|个|位))?(?P<all>{_OFFICE}(?:[、和及,]?(?:(?:一|1)(?:名|个|位))?{_OFFICE})*)(?:各?(?:一|1)(?:名|人|位|个))?"
    )
    if found is None:
        return None
    names = patterns.findall(_OFFICE, found["all"])
    if len(set(names)) != len(names):
        stay_out("an office twice")
    return sum(2 if patterns.match("正、?副", name) else 1 for name in names)


def _of_certain_sort(story: Story, groups: dict[str, int]) -> tuple[str, bool] | None:
    """`女员工小李必须参加`: of which sort somebody is who must, or must not, be chosen."""
    if len(groups) < 2:
        return None
    found = story.take(
        rf"(?:其中|要求|但|且|若|,)*(?P<sort>{SORTS})(?:{TAIL})(?:中的?)?(?P<name>{NAME}|某(?:一)?人)(?P<how>必须|一定要?|必|要|不能|不得|不可|不)(?:去|入选|参加|当选|被?选中|被?选上|被?选|在内|上场|参赛)"
    )
    if found is None:
        return None
    if len(patterns.findall(NAME, story.text)) > story.text.count(found["name"]) and not found["name"].startswith("某"):
        stay_out("somebody else too")
    return key(found["sort"]), not found["how"].startswith("不")


def _settle_certain(selection: Selection, sort: str, chosen: bool) -> None:
    """Take the one who must be chosen (or must not) out of his sort.

    Raises:
        StayOut: no such sort.
    """
    if sort not in selection.groups or selection.names or selection.groups[sort] < 1:
        stay_out("of which sort is he")
    place = list(selection.groups).index(sort)
    selection.groups[sort] -= 1
    selection.told.append(f"{sort}中 1 人{'必须' if chosen else '不能'}入选（已除去）")
    if not chosen:
        return
    selection.take -= 1
    for event in selection.events:
        if event[0] != "count":
            stay_out("a condition of another kind")
        if event[1] == place:
            event[2] = [value - 1 for value in event[2] if value >= 1]


def _roles(story: Story, selection: Selection) -> None:
    roles = story.take(
        rf"(?:分别)?(?:担任|做|当|负责|参加|从事|承担|完成)(?P<number>{NUMBER})(?:个|种|项|门)(?:各?不同的?)(?:职务|岗位|任务|工作|职位|角色|项目|活动|学科竞赛|竞赛)|(?:分别)?(?:担任|当|做|任)(?P<roles>(?:正、?副[\u4e00-\u9fff]{{1,3}}|[\u4e00-\u9fff]{{1,5}})(?:[、和及](?:正、?副)?[\u4e00-\u9fff]{{1,5}}){{0,4}})(?=[,;。?\ue000]|{NUMBER}|有)"
    )
    if roles is None:
        return
    said = roles["number"]
    number = (
        to_int(said) if said else (2 if patterns.search("正、?副", roles["roles"]) else len(patterns.split("[、和及]", roles["roles"])))
    )
    if number != selection.take:
        stay_out("roles")
    selection.roles = True


def _named(story: Story, selection: Selection) -> None:
    """`甲必须去`, `甲、乙都被抽中`, `甲乙不能同时参加`, `甲乙至少一人`."""
    if len(selection.groups) == 1 and (
        certain := story.take(
            r"(?:其中|要求|且|,)*(?:必须|一定要?|必)(?:要)?(?:有|选|包括|包含|点)(?P<name>(?:唯一的?(?:一(?:名|位))?)?[\u4e00-\u9fff]{2,5})(?=[,;。])"
        )
    ):
        sort = patterns.fullmatch(f"{SORTS}{TAIL}", certain["name"]) is not None and not certain["name"].startswith("唯一")
        if sort or patterns.search(r"(?<!唯)一|[二三四五六七八九十两]", certain["name"]):
            stay_out("which must be among them")
        selection.names.append(certain["name"])
        selection.events.append(["named", [0], [1]])
        selection.told.append(certain[0].strip(","))
    chosen = r"(?:去|入选|参加|当选|被?选中|被?选上|被?选到|被?抽中|被?抽到|在内|被?选|在其中|上|到场|选|上场|参赛)"
    names = rf"(?P<names>(?:{NAME}|我(?:和|跟)?(?:我)?(?:闺蜜|朋友|同桌|室友)|我)(?:[、和与跟,及]?{NAME})*)"
    for match in story.take_all(
        rf"(?:其中|要求|但|且|若|,)*{names}(?:这)?(?:[两二三2-4])?(?:个|名|位)?(?:人|同学)?(?P<how>(?:必须|一定要?|要|都|均|也|同时|不能|不可以?|不得|不|没|至少|至多|最多|恰好?|正好|只|能|必|应|会|有且仅有|有且只有|中|有|去|选|派|一起|全部?)*)(?P<n>[一1](?:个|名|位)?(?:人)?)?(?P<again>(?:都|必须|要|能)*)(?:{chosen}|(?<=人)(?=[,。;?]))"
    ):
        text = match["names"]
        found = patterns.findall(NAME, text) if not text.startswith("我") else (["我"] if text == "我" else ["我", "友"])
        if len(set(found)) != len(found) or any(name in selection.names for name in found):
            stay_out("a name twice")
        how = (match["how"] or "") + (match["again"] or "")
        count = len(found)
        no = bool(patterns.search("不|没", how))
        if match["n"]:
            allowed = (
                range(1, count + 1)
                if "至少" in how
                else range(2)
                if patterns.search("至多|最多", how)
                else range(1, 2)
                if patterns.search("恰|正好|只|有且", how)
                else None
            )
            if allowed is None or no:
                stay_out("how many of them")
        elif no:
            if count > 1 and patterns.search("不(?:能|可以?|得)?(?:同时|都|一起)|同时", how) and not patterns.search("都不|均不|都没", how):
                allowed = range(count)
            elif count == 1 or patterns.search("都不|均不|都没", how):
                allowed = range(1)
            else:
                stay_out("not all, or none")
        elif patterns.search("至少|至多|最多|恰|只", how):
            stay_out("how many of them")
        else:
            allowed = range(count, count + 1)
        if allowed is None:
            stay_out("how many of them")
        start = len(selection.names)
        selection.names += found
        selection.events.append(["named", list(range(start, start + count)), list(allowed)])
        selection.told.append(match[0].strip(","))


def _of_groups(story: Story, selection: Selection) -> None:
    names, number = list(selection.groups), selection.take

    def place(text: str) -> int:
        found = key(text)
        return names.index(found) if found in names else stay_out(f"no {text}")

    sort = rf"(?:是)?(?P<sort>{SORTS})(?:{TAIL})"
    for match in story.take_all(
        rf"(?P<how>恰好?|正好|刚好|至少|最少|不少于|至多|最多|不超过|有且仅有|有且只有|只|仅)(?:要|应)?(?:有|选到|选中|选出|选|包含|包括|含|抽到|抽中|抽出|取到|取出|摸到|摸出|拿到|出现)*(?P<value>{NUMBER}){UNIT}?(?:是)?(?P<sort>{SORTS})(?:{TAIL})"
    ):
        value = to_int(match["value"])
        allowed = (
            range(value, number + 1)
            if match["how"] in ("至少", "最少", "不少于")
            else range(value + 1)
            if match["how"] in ("至多", "最多", "不超过")
            else range(value, value + 1)
        )
        selection.events.append(["count", place(match["sort"]), list(allowed)])
        selection.told.append(match[0])
    for match in story.take_all(
        rf"(?P<sort>{SORTS})(?:{TAIL})(?P<how>至少|最少|至多|最多|恰好|正好|不少于|不超过)(?:得|要|应|必须)*(?:有|选|出)*(?P<value>{NUMBER})(?:{UNIT}|人)"
    ):
        value = to_int(match["value"])
        allowed = (
            range(value, number + 1)
            if "少" in match["how"]
            else range(value + 1)
            if patterns.search("多|超", match["how"])
            else range(value, value + 1)
        )
        selection.events.append(["count", place(match["sort"]), list(allowed)])
        selection.told.append(match[0])
    exact = story.take_all(rf"(?:是|选|要求|其中|需要?|包括|有|要|,)*(?P<value>{NUMBER}){UNIT}?(?P<sort>{SORTS})(?:{TAIL})")
    if exact:
        total = sum(event[2][0] for event in selection.events if event[0] == "count" and len(event[2]) == 1)
        for match in exact:
            total += to_int(match["value"])
            selection.events.append(["count", place(match["sort"]), [to_int(match["value"])]])
            selection.told.append(match[0])
        if total != number:
            stay_out("not all told")
    for match in story.take_all(rf"(?:都|全部?|均)(?:部)?(?:是|为)?(?P<no>不是)?(?P<sort>{SORTS})(?:{TAIL})(?![,、]?女?(?:都|均|各|要))"):
        if match["no"]:
            stay_out("not all")
        selection.events.append(["count", place(match["sort"]), [number]])
        selection.told.append(match[0])
    for match in story.take_all(rf"(?:没有|无|不(?:含|包括|能有|是))(?:一个)?(?P<sort>{SORTS})(?:{TAIL})"):
        selection.events.append(["count", place(match["sort"]), [0]])
        selection.told.append(match[0])
    for match in story.take_all(rf"(?P<a>{SORTS})(?:{TAIL})比(?P<b>{SORTS})(?:{TAIL})(?P<how>多|少)(?![\d一二两三])"):
        one, other = place(match["a"]), place(match["b"])
        selection.events.append(["more", [one, other] if match["how"] == "多" else [other, one], []])
        selection.told.append(match[0])
    if both := story.take(
        r"(?:必须|要|既要)?(?:有男有女|有女有男|男女都要有|男女都有|男女兼有|男女搭配|男女混合)(?:参加)?|(?:男、?女(?:生|职工|员工|同学|医生|教师|老师|干部|队员|志愿者|运动员|代表|选手)?(?:都|均)(?:要|必须|至少|不少于)*(?:有|参加)?(?:至少)?(?:(?:1|一)(?:名|人|位|个))?(?:参加)?|既要?有?男[\u4e00-\u9fff]{0,4}?(?:,)?[又也]要?有?女(?:志愿者|快递员|干部|党员|教师|老师|生|同学|员工|职工|队员|选手|代表|医生|护士|专家|[\u4e00-\u9fff]{0,2})|(?:至少)?男(?:生|职工|员工|同学)?、?(?:和)?女(?:生|职工|员工|同学)?(?:各|都|均)(?:要|必须)?(?:至少)?(?:要)?(?:有|选)?(?:1|一)(?:名|人|位|个)|(?:两|每|各)(?:种|类)(?:人|球|书|颜色)?(?:都|均)(?:要|至少)*有(?:(?:1|一)[个名本])?)"
    ):
        if len(names) != 2 or (patterns.search("[各]", both[0]) and "至少" not in both[0] and number != 2):
            stay_out("both")
        for each in range(2):
            selection.events.append(["count", each, list(range(1, number + 1))])
        selection.told.append(both[0])
    if number == 2 and (
        pair := story.take(
            rf"(?:选派的|选出的|抽调的|抽到的|所选|派出的)?(?:2人|两人|2名|两名)?(?:恰好|恰|正好|刚好)?(?:是|为|有)?(?:一|1)(?:名|个|位)?(?P<a>{SORTS})(?:{TAIL})(?:和|、)?(?:一|1)(?:名|个|位)?(?P<b>{SORTS})(?:{TAIL})"
        )
    ):
        if place(pair["a"]) == place(pair["b"]):
            stay_out("a sort twice")
        selection.events += [["count", place(pair["a"]), [1]], ["count", place(pair["b"]), [1]]]
        selection.told.append(pair[0])
    if alike := story.take(
        r"(?:颜色|性别)?(?:都|是|恰好)?(?P<how>颜色(?:都|恰好|正好)?(?:相同|一样)|同色|是?同一种?颜色|性别相同|同性别?|颜色(?:各?不相?同|互不相同|不一样|各异)|异色)(?:的)?"
    ):
        different = bool(patterns.search("不|异", alike["how"]))
        if any(not patterns.match("男|女" if "性" in alike["how"] else "[红黄蓝白黑绿紫橙灰粉]", name) for name in names):
            stay_out("alike in what")
        if different and number > 2 and not patterns.search("各|互", alike["how"]):
            stay_out("which are different")
        if number < 2:
            stay_out("one only")
        selection.events.append(["different" if different else "same", 0, []])
        selection.told.append(alike[0])
    if (
        number == 1
        and not selection.events
        and (
            either := story.take(
                rf"(?:是|为|取到|摸到|抽到|取出|抽中|中|得到)*(?:的)?(?:是|为)?(?P<a>{SORTS})(?:{TAIL})(?:或者?|、)(?:是)?(?P<b>{SORTS})(?:{TAIL})(?:之一)?(?=的|概率|\ue000)"
            )
        )
    ):
        fine = {place(either["a"]), place(either["b"])}
        selection.events += [["count", each, [0]] for each in range(len(names)) if each not in fine]
        selection.told.append(either[0])
        if len(fine) < 2 or len(fine) == len(names):
            stay_out("which of them")
    one_only = number == 1 and not selection.events
    if one_only and story.has("或|、(?=[红白黑黄蓝绿])"):
        stay_out("this or that")
    if one_only and (single := story.take(rf"(?:是|为|取到|摸到|抽到|取出|抽中|中)?(?:的)?(?:是|为)?(?:1|一)?{UNIT}?{sort}")):
        selection.events.append(["count", place(single["sort"]), [1]])
        selection.told.append(single[0])


def finish_selection(story: Story, words: str = "") -> None:
    """Look at what is left of a selection.

    Raises:
        StayOut: something could change the answer.
    """
    story.finish(_IDLE + words)


def refuse_half_read(text: str, named: bool) -> None:
    """Leave alone what the events of a selection do not say: people told by name whom nobody read, and either of two things missing.

    Raises:
        StayOut: such words are there.
    """
    if not named and patterns.search(r"[张王李赵刘陈杨周吴孙]某(?![种些个地的])", text):
        stay_out("somebody told by name")
    if patterns.search(r"或者?(?:不|没有?|无)|有[^,;。?]{1,6}(?:但|而)(?:是)?没有", text):
        stay_out("one or the other")
    refuse_others_uncounted(text)


def refuse_others_uncounted(text: str) -> None:
    """Leave alone what has others besides the sorts that are counted, and no total: `3 张一等奖，其余都是谢谢参与`.

    Raises:
        StayOut: such words are there.
    """
    if patterns.search(r"(?:其余|其他|其它|剩下|剩余)的?(?:全部?|都|均)?(?:是|为)", text) and not patterns.search("共|总", text):
        stay_out("how many the others are")
