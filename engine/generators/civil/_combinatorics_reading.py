"""Reading counts of ways: rows with conditions, choosing, equal and different things shared out, derangements, digits, pairs."""

from __future__ import annotations

import re

from engine.generators.civil._combinatorics import shared
from engine.generators.civil._story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, stay_out, to_int

_WAY = r"(?:排法|站法|坐法|排队方法|排队方式|排列方法|排列方式|排列|选法|挑选方法|选择方法|选派方法|选派方案|安排方法|安排方案|安排方式|分法|分配方法|分配方案|分配方式|放法|轮岗方案|装法|排队法|轮换方案|坐的方法|方法|方案|方式|情况|可能|可能性|结果|组合|搭配|走法|摆法|派法|拿法|顺序|演出顺序|次序|安排|选择|节目单|站队方式)"
_ASKED = (
    rf"(?:一?共|总共|则|那么|问|可以|可|能)*(?:有|会有|组成|得到)*(?:多少)(?:种|个)?(?:不同的?)?(?:的)?(?:满足条件的|符合条件的|符合要求的|满足要求的)?{_WAY}?|"
    rf"(?:不同的?|符合条件的|符合要求的|满足条件的|共有的?|所有)*(?:的)?{_WAY}(?:一?共|总共|共计)?(?:有)?多少(?:种|个)?"
)
_PERSON = r"(?:名|个|位)?(?:不同的?)?(?:人|同学|学生|职工|员工|小朋友|朋友|运动员|志愿者|代表|演员|选手|教师|老师|医生|护士|家长|成员|干部|歌手|实习生|大学生|党员|科长|专家|游客|工人|战士|孩子|队员|旅客)"
_NAME = r"(?:小[A-Z]|[甲乙丙丁戊ABCDE]|小[\u4e00-\u9fffA-Z]|老[王李张刘])"
_LISTED = rf"{_NAME}(?:[、和与跟,及]?{_NAME}){{0,3}}"
_WORDS = """
某单位 某班 某医院 某校 某学校 某公司 某局 某部门 单位 班 人 站 站成 排 排成 一排 一列 照相 拍照 合影 留念 要求 其中 若 如果 两人 三人 两个人 三个人 共 则 从 中 从中 组成 代表 参加 活动 比赛 会议 培训 值班 去 将 把 现 现在 他们 同学 学生 们 队 小组 一支 支援 出席 男 女 名 个 位 年终 不同 顺序 安排 工作 服务 志愿者 现有 有 排队 毕业 春游 文艺 晚会 演出 节目 节目单 节目表 一张 任意 可任意安排 再 成 同时 问 种 方法 方案 的 座位 椅子
选 选出 选派 挑选 抽调 抽取 派 派出 完全相同 相同 一样 完全一样 分给 分到 分配 分配给 发给 放入 放进 装进 给 所 乡村 小学 学校 部门 科室 盒子 盒 箱子 抽屉 小球 球 电脑 图书 书 文件 苹果 糖 糖果 全部 都 每 每所 至少 一台 原定 原有 原来 想 需要 需 要 岗位 任务
"""


def _count(text: str) -> int:
    return to_int(text)


def _asked(story: Story) -> None:
    """The question, taken.

    Raises:
        StayOut: no number of ways is asked.
    """
    if story.take(_ASKED) is None:
        stay_out("no ways asked")
    story.take_all(rf"(?:不同的)?{_WAY}(?=[,;。?]|$)")


def _row(text: str) -> Recognition | None:
    """So many in a row, with conditions on some of them."""
    story = Story(text)
    story.refuse(r"概率|圆|环|围|[两二]排|前后排|数字|偶数|奇数|选出|选派|至少|至多|相间|交替|身高|高矮|空位|空座|座位.{0,4}多")
    people = story.take(
        rf"(?:有|共)?(?P<value>{INTEGER}){_PERSON}[^\d\ue000,;。?]{{0,6}}?(?:站|排|坐)(?:成|在|到)?(?:了)?(?:一|1)?(?:排|列|行|队|条直线)(?:照相|拍照|合影|留念|看电影|就座)*"
    )
    listed = None
    if people is None:
        listed = story.take(
            rf"(?P<names>{_NAME}(?:[、和,]{_NAME}){{2,6}})(?P<value>{INTEGER})?{_PERSON}?(?:站|排|坐)(?:成|在)?(?:一|1)?(?:排|列|行|队)(?:照相|拍照|合影|留念)*"
        )
    match = people or listed
    if match is None:
        return None
    _asked(story)
    count = _count(match["value"]) if match["value"] else len(re.findall(_NAME, listed["names"])) if listed else 0
    if listed and len(re.findall(_NAME, listed["names"])) != count:
        stay_out("names and number")
    conditions: list[list[object]] = []
    names: list[str] = []

    def numbers(text_: str) -> list[int]:
        found = re.findall(_NAME, text_)
        for name in found:
            if name not in names:
                names.append(name)
        return [names.index(name) for name in found]

    who = rf"(?P<who>{_LISTED})(?:(?:这)?(?:[两二三四]|[2-4])(?:个|位|名)?(?:人|同学|同志)?)?"
    for found in story.take_all(
        rf"(?:其中|要求|且|若)*,?{who}(?P<how>必须|一定要?|要求|要|应该?|都|不能?|不可以?|不可|互不|均不|都不|不得|彼此不|两两不|不想|不愿|坚决不)*(?:彼此|互相|两两)?(?P<not>不)?(?:挨着|相邻|排在一起|站在一起|挨在一起|靠在一起|坐在一起|紧挨着|连在一起|挨着站)(?:\(彼此挨在一起\))?"
    ):
        places = numbers(found["who"])
        apart = "不" in (found[0])
        if len(places) < 2:
            return None
        if apart and len(places) > 2 and not re.search("互不|两两|彼此", found[0]):
            return None  # "不相邻" of three may mean that they are not all together
        conditions.append(["apart" if apart else "together", places])
    for found in story.take_all(
        rf"{who}(?:必须|一定要?|要|应|只能|都)*(?:站在?|排在?|在|坐在?)(?:最)?(?P<where>两端|排头|第一个?|最前面?|排尾|最后|末尾|正中间?|中间|最中间|首位|末位|左端|右端|最左边?|最右边?)(?:的?位置)?"
    ):
        if re.search(r"不", story.text[max(0, story.text.find(found[0]) - 2) : story.text.find(found[0])]):
            stay_out("not where")
        for place in numbers(found["who"]):
            conditions.append(["at", [place], found["where"]])
    for found in story.take_all(
        rf"{who}(?:既)?(?:不能?|不可以?|不得|都不能?|均不|不想|不愿)(?:站在?|排在?|在|坐在?)?(?:最)?(?P<where>两端|两头|排头|第一个?|最前面?|排尾|最后|末尾|正中间?|中间|首位|末位|左端|右端|最左边?|最右边?)(?:的?位置)?(?:(?:,)?(?:也不能?|又不能?|或|和)(?:站在?|排在?|在)?(?P<also>排尾|末尾|最后|排头|右端|最右边?))?"
    ):
        for place in numbers(found["who"]):
            conditions.append(["not-at", [place], found["where"]])
            if found["also"]:
                conditions.append(["not-at", [place], found["also"]])
    for found in story.take_all(
        rf"(?P<a>{_NAME})(?:必须|一定要?|要|总)?(?:站在?|排在?|在)(?P<b>{_NAME})(?:的)?(?P<side>左边|左侧|右边|右侧|前面?|后面?)(?:\(不一定相邻\))?"
    ):
        a, b = numbers(found["a"])[0], numbers(found["b"])[0]
        conditions.append(["order", [a, b] if re.search("左|前", found["side"]) else [b, a]])
    story.take_all("不一定相邻|可以不相邻")
    story.finish(_WORDS)
    if not names and not conditions and not re.search("随意|任意|共有|一共|多少", story.text):
        return None
    if (
        len(names) > count
        or not 2 <= count <= 12
        or (count > 7 and (len(conditions) != 1 or conditions[0][0] not in ("together", "apart")))
    ):
        return None
    if any(each[0] == "at" and str(each[2]) in ("正中间", "正中", "中间", "最中间") and count % 2 == 0 for each in conditions):
        stay_out("no middle")
    words = {"together": "相邻", "apart": "不相邻", "at": "在", "not-at": "不在", "order": "在前（左）"}
    told = "；".join(
        "、".join(names[place] for place in each[1]) + words[str(each[0])] + str(each[2] if len(each) > 2 else "")
        for each in conditions
        if isinstance(each[1], list)
    )
    return Recognition(
        parameters={"task": "row", "people": count, "conditions": conditions},
        understood=(("站成一排", f"{count} 人"), ("条件", told or "没有")),
    )


def _circle(text: str) -> Recognition | None:
    """Round a table, where turning changes nothing, as the text must say."""
    story = Story(text)
    if not re.search(r"(?:转一圈|旋转|转动)[^,;。]{0,8}(?:算|视为|看作|为)?(?:一样|相同|同一种)", story.text):
        return None
    story.refuse("概率|男|女|不|对面|左|右|翻转")
    story.take(r"\(?(?:经过?)?(?:转一圈|旋转|转动)(?:后)?(?:能重合的)?(?:算|视为|看作|为|是)*(?:一样|相同|同一种)(?:的)?\)?")
    people = story.take(
        rf"(?P<value>{INTEGER}){_PERSON}(?:围|坐)(?:着|成|在|坐)*(?:一|1)?(?:张|圈|个)?(?:圆桌|圆圈|圈)(?:旁|边|周围|而坐|坐|吃饭|开会|就座|坐下|坐成一圈)*"
    )
    close = story.take(
        rf"(?:其中|若|要求)*,?(?P<who>{_LISTED}|小两口|夫妻(?:两人|俩)?|一对(?:夫妻|情侣|双胞胎)|两口子)(?:两人|两个人)?(?:必须|一定|要|得|需)*(?:坐在?|排在|挨着)?(?:相邻|挨着|一起|一块|在一起|挨在一起)(?:坐)?"
    )
    _asked(story)
    story.finish(_WORDS)
    if not people:
        return None
    count = _count(people["value"])
    certain = 1 if close is None else len(re.findall(_NAME, close["who"])) if re.fullmatch(_LISTED, close["who"]) else 2
    if close and certain < 2:
        return None
    if not 1 <= certain < count <= 12 or certain > 4:
        return None
    return Recognition(
        parameters={"task": "circle", "people": count, "certain": certain},
        understood=(("围坐", f"{count} 人"), ("条件", f"{certain} 人相邻" if close else "没有")),
    )


_HOW = rf"(?:要求|但|其中|且|并且|若)*,?(?:任意|任何|所有)?(?:的)?(?:(?P<again>{INTEGER})(?:个|名|位|本|盆))?(?P<name>男生|女生|男|女|舞蹈|歌唱|小品|相声|[\u4e00-\u9fff]{{1,3}}?)(?:类)?(?:节目|书)?(?:之间)?(?P<how>必须|一定要?|要|都|都要|都不能?|不能?|互不|均不|不得|两两不|不可以?|不允许)*(?P<not>不)?(?:相邻|排在一起|站在一起|连在一起|挨在一起|连续演出|连排|放在一起|坐在一起|挨着)"


def _sorts(text: str) -> Recognition | None:
    """A row of two sorts, of which one stands together or apart."""
    story = Story(text)
    story.refuse(r"概率|圆|环|围|选|偶数|奇数|甲|乙|至少|至多|身高|相同的")
    sorts = story.take_all(
        rf"(?:有|再安排|安排|加入|和|插入|添加)*(?P<value>{INTEGER})(?:名|个|位|本|辆|盆|件)(?:不同的?)?(?P<name>男生|女生|男|女|[\u4e00-\u9fff]{{1,3}}?(?:节目|书|车|花|老师|教师|学生|歌手|演员|职工|类)|舞蹈|歌唱|小品|相声)(?=[、,和与。;站排坐进]|$)(?:节目)?"
    )
    if len(sorts) != 2:
        return None
    how = story.take(_HOW)
    total = story.take(
        rf"(?:若|如果|这|将这|把这)*(?P<value>{INTEGER})(?:个|名|本)(?:节目|人|书)?的?(?:顺序)?(?:可)?(?:任意)?(?:安排|排列)?"
    )
    if not how or (how["again"] and to_int(how["again"]) > 2 and to_int(how["again"]) not in {to_int(match["value"]) for match in sorts}):
        return None
    _asked(story)
    story.finish(
        _WORDS + " 歌唱 舞蹈 站 排成 节目 表 排 原定 现要 安排 再 书架 摆放 放在 语文 数学 英语 不同 的 男生 女生 那么 站成 一排 就座"
    )
    counts = {match["name"].removesuffix("节目"): _count(match["value"]) for match in sorts}
    name = how["name"].removesuffix("节目")
    key = next((each for each in counts if each.startswith(name) or name.endswith(each) or name.startswith(each)), None)
    if key is None or len(counts) != 2:
        return None
    everybody, some = sum(counts.values()), counts[key]
    if total and _count(total["value"]) != everybody:
        stay_out("total")
    apart = "不" in how[0]
    if everybody > 14 or (apart and some > everybody - some + 1):
        return None
    return Recognition(
        parameters={"task": "apart" if apart else "together", "people": everybody, "certain": some},
        understood=(("一共", str(everybody)), ("条件", f"{some} 个{key}{'互不相邻' if apart else '相邻'}")),
    )


def _some(text: str) -> Recognition | None:
    """Different things in a row, of which some stand together or apart."""
    story = Story(text)
    story.refuse(r"概率|圆|环|围|甲|乙|至少|至多|相同的")
    row = story.take(
        rf"(?:有)?(?P<value>{INTEGER})(?P<unit>本|盆|辆|幅|个|件)(?:互?不(?:相)?同的?)(?P<gap>[\u4e00-\u9fff]{{1,3}}?)(?:在[\u4e00-\u9fff]{{1,4}}?)?(?:摆放?|放|排|停)(?:成|在)?(?:了)?(?:一|1)?(?:排|列|行)"
    )
    some = story.take(
        rf"其中(?:的)?(?P<value>{INTEGER})(?:本|盆|辆|幅|个|件)(?P<gap>[\u4e00-\u9fff]{{1,4}}?)(?P<how>必须|一定要?|要|都|任何|任意|[两2]本|[两2]个|[两2]盆|不能?|都不能?|互不|均不|不得|两两不|不可以?|全部)+(?P<not>不)?(?:相邻|摆在一起|放在一起|排在一起|挨在一起)"
    )
    if not row or not some:
        return None
    _asked(story)
    story.finish(_WORDS + " 书架上 摆")
    everybody, certain = _count(row["value"]), _count(some["value"])
    apart = "不" in some[0]
    if not 1 < certain < everybody <= 14 or (apart and certain > everybody - certain + 1):
        return None
    return Recognition(
        parameters={"task": "apart" if apart else "together", "people": everybody, "certain": certain},
        understood=(("一共", str(everybody)), ("条件", f"{certain} 个{'互不相邻' if apart else '在一起'}")),
    )


_SEX = r"(?:生|职工|员工|同学|士|干部|医生|教师|老师|队员|性|党员|同志|学生|演员|选手|志愿者|工)?"


def _choose(text: str) -> Recognition | None:
    """So many of men and women (or two other sorts), with a condition on how many of each."""
    story = Story(text)
    story.refuse(r"概率|站|排|担任|正副|队长|职务|班长|分配|分别|若干|放|甲|乙|或|倍|会.{1,4}语")
    men = story.take(rf"男{_SEX}(?:有)?(?P<a>{INTEGER})(?:名|人|个|位)|(?<![少有好恰])(?P<b>{INTEGER})(?:名|个|位)男{_SEX}")
    women = story.take(rf"女{_SEX}(?:有)?(?P<a>{INTEGER})(?:名|人|个|位)|(?<![少有好恰多])(?P<b>{INTEGER})(?:名|个|位)女{_SEX}")
    take = story.take(
        rf"(?:从(?:中|他们中|这些人中|里面|这\d+人中)?(?:任意)?)?(?:任意|随机|任)?(?:选出?|挑选?出?|抽调|抽取|选取|选派|派出?|推选|抽出)(?P<value>{INTEGER})(?:名|个|位)?(?:人|代表|同学|学生|职工|员工|志愿者|干部|医生)?"
    )
    story.take(r"(?:去)?(?:参加|组成|前往|支援)(?:一个)?[\u4e00-\u9fff]{2,6}?(?=,|。|要求|\ue000)")
    need = story.take(
        rf"(?:要求|其中|且|必须|既)*,?(?P<how>至少|最少|恰好?|正好|刚好|至多|最多|不少于|不超过)(?:要|有|选|包含|包括|含)*(?P<value>{INTEGER})(?:名|个|位)?(?P<who>女|男){_SEX}(?:参加)?"
    )
    exact = story.take_all(rf"(?:选|要求|其中|需要?|包括)?(?P<value>{INTEGER})(?:名|个|位)(?P<who>男|女){_SEX}") if not need else []
    both = story.take(
        rf"(?:要求)?(?:男女{_SEX}(?:都|均)(?:要|必须|至少)?(?:有|参加)|既有?要?有?男{_SEX}[又也]有?要?有?女{_SEX}|男女(?:都|均)有|(?:至少)?男女(?:各|都)(?:至少)?(?:有)?1(?:名|人))"
    )
    if not (men and women and take):
        return None
    _asked(story)
    story.finish(_WORDS + " 分成 医疗队 医院 方法")
    numbers = {"男": _count(men["a"] or men["b"]), "女": _count(women["a"] or women["b"])}
    size = _count(take["value"])
    if size > sum(numbers.values()) or size < 1 or sum(bool(each) for each in (need, both, exact)) != 1:
        stay_out("numbers")
    if both:
        wanted = {"how": "both", "who": "女", "number": 1}
        words = "男女都有"
    elif exact:
        counts = {each["who"]: _count(each["value"]) for each in exact}
        if len(exact) != len(counts) or sum(counts.values()) != size or len(counts) != 2:
            stay_out("numbers")
        wanted = {"how": "exactly", "who": "女", "number": counts["女"]}
        words = f"{counts['男']} 男 {counts['女']} 女"
    else:
        assert need is not None
        number = _count(need["value"])
        how = (
            "at-least"
            if need["how"] in ("至少", "最少", "不少于")
            else "at-most"
            if need["how"] in ("至多", "最多", "不超过")
            else "exactly"
        )
        if number < 1 or number > min(size, numbers[need["who"]]):
            stay_out("numbers")
        wanted = {"how": how, "who": need["who"], "number": number}
        words = f"{need['how']} {number} 名{need['who']}的"
    other = numbers["男" if wanted["who"] == "女" else "女"]
    fits = [each for each in range(min(size, numbers[str(wanted["who"])]) + 1) if size - each <= other and _fits(each, size, wanted)]
    if not fits:
        return None
    return Recognition(
        parameters={
            "task": "choose",
            "wanted": numbers[str(wanted["who"])],
            "others": other,
            "take": size,
            "fits": fits,
            "who": wanted["who"],
            "least": wanted["number"] if wanted["how"] == "at-least" else None,
        },
        understood=(("男", f"{numbers['男']} 人"), ("女", f"{numbers['女']} 人"), ("选出", f"{size} 人"), ("条件", words)),
    )


def _fits(each: int, size: int, wanted: dict[str, object]) -> bool:
    number = int(str(wanted["number"]))
    return {"at-least": each >= number, "at-most": each <= number, "exactly": each == number, "both": 1 <= each <= size - 1}[
        str(wanted["how"])
    ]


def _plain(text: str) -> Recognition | None:
    """So many of so many, in order or not, certain ones in or out."""
    story = Story(text)
    story.refuse(r"概率|相邻|站|坐|男|女|相同|若干|每个?人?至少|数字|偶|奇|或者?|倍|各|分配|不同时|至少|至多|恰")
    take = story.take(
        rf"从(?P<all>{INTEGER})(?:{_PERSON}|(?:名|个|位)(?P<gap>[\u4e00-\u9fff]{{1,5}}?))(?:当?中|里)?,?(?:任意|随机|任)?(?:选出?|挑选?出?|抽调|抽取|选取|选派|派出?|推选|抽出)(?P<value>{INTEGER})(?:名|个|位)?(?:人|代表|同学|学生|职工|员工|志愿者)?"
    )
    if not take:
        return None
    roles = story.take(
        r"(?:分别|依次|来)*(?:担任|做|当|任)(?P<roles>(?:正、?副(?:班长|组长|队长|主任|科长)|[\u4e00-\u9fff]{2,5}(?:[、和][\u4e00-\u9fff]{2,5}){1,3})(?:各?(?:一|1)(?:名|人))?)|(?:分别)(?:参加|负责|从事|去|承担)(?P<tasks>[^\d\ue000,;。?]{2,14}?)(?P<number>[二两三四]|[2-4])(?:个|项|种|份)?(?:不同的?)?(?:工作|地方|岗位|任务|城市|比赛|活动|学校)?"
    )
    inside = story.take_all(rf"(?P<who>{_NAME})(?:必须|一定|要|必)(?:入选|参加|被选中|去|在内|选上|当选)")
    outside = story.take_all(rf"(?P<who>{_NAME})(?:不能|不可以|不|一定不)(?:入选|参加|被选中|去|在内)")
    story.take(r"(?:去)?(?:参加|组成|前往|支援)[\u4e00-\u9fff]{2,6}?(?=,|。|\ue000)")
    _asked(story)
    story.finish(_WORDS)
    total, size = _count(take["all"]), _count(take["value"])
    names = [each["who"] for each in (*inside, *outside)]
    if len(set(names)) != len(names) or size > total:
        return None
    if roles:
        if names:
            return None
        number = (
            {"二": 2, "两": 2, "三": 3, "四": 4}.get(
                roles["number"] or "", int(roles["number"]) if (roles["number"] or "").isdigit() else 0
            )
            or len(re.findall(r"正、?副", roles["roles"] or "")) * 2
            or len(re.split("[、和]", roles["roles"] or ""))
        )
        if number != size:
            stay_out("roles")
    total, size = total - len(names), size - len(inside)
    if not 0 <= size <= total:
        return None
    return Recognition(
        parameters={"task": "plain", "total": total, "take": size, "ordered": bool(roles)},
        understood=(("可选", f"{total} 人"), ("选出", f"{size} 人"), ("次序", "有关" if roles else "无关")),
    )


def _share(text: str) -> Recognition | None:
    """Equal things into different boxes."""
    story = Story(text)
    story.refuse(r"概率|不同的(?:球|小球|书|文件|苹果|图书)|至多|最多|不超过|相同的(?:盒子|箱子|袋子)|顺序|编号|分别(?:有|放)|若干")
    unit = r"(?:个|份|本|台|块|张|支|颗|枚|件|根|粒|只|套|名额|盒|箱|瓶)"
    holder = r"(?:人|盒子|部门|班级|班|小朋友|单位|学校|小学|箱子|抽屉|科室|孩子|学生|社区|村|乡镇|同学|员工|职工|家庭|老师|城市|县|中学|车间|街道)"
    boxes = story.take(
        rf"(?:把|将|现将|现把|有)?(?P<things>{INTEGER})(?:个|份|本|台|块|张|支|颗|枚|件|根|粒|只|套|盒|箱|瓶)?(?:(?:完全)?(?:相同|一样)的?(?P<gap>[\u4e00-\u9fff]{{1,5}}?)|(?P<quota>(?:[\u4e00-\u9fff]{{0,5}})?(?:名额|指标)))(?:,)?(?:全部|都)?(?:分给|放入|放进|放到|分到|分配给|分配到|发给|分发给|送给|装入|装进|投入|捐给|赠给|放|分|装|给)(?:到|在)?(?P<boxes>{INTEGER})(?:个|名|位|所|家)(?:不同的?)?(?P<gap2>[\u4e00-\u9fff]{{0,3}}?){holder}(?:里|中)?"
    )
    if boxes is None:
        return None
    least = story.take(
        rf"(?:要求|并且|且|若|保证|使得|其中|,)*(?:每(?:个|名|位|所|家)?)(?P<gap>[\u4e00-\u9fff]{{0,2}}?)(?:{holder}|盒|箱)(?:里|中)?(?:都|均|要|必须)*(?:至少|最少|不少于)(?:要|能|都)?(?:有|放|分|发|得|分到|分得|得到|拿到|获得|放入|装)*(?P<value>{INTEGER}){unit}?(?:[球书苹果糖文件电脑]{{1,2}}|名额)?|(?:每(?:个|名|位|所|家)?)(?:{holder}|盒)(?:里|中)?(?:都|均)(?:有|不能?为?空|不空)(?P<some>)|(?:不允许有|没有|不能有)空(?:盒|的)子?(?P<some2>)"
    )
    empty = story.take(r"(?:允许|可以?)(?:有)?(?:盒子|的|有些|部分)?(?:为)?空(?:盒)?子?(?:的)?")
    _asked(story)
    story.finish(_WORDS)
    if bool(least) == bool(empty):
        return None
    things, holders = _count(boxes["things"]), _count(boxes["boxes"])
    at_least = (
        0 if empty else 1 if least and (least["some"] is not None or least["some2"] is not None) else _count(least["value"]) if least else 0
    )
    if empty and "不同" not in boxes[0]:
        return None
    if holders < 2 or shared(things, holders, at_least) == 0:
        return None
    return Recognition(
        parameters={"task": "shared", "things": things, "boxes": holders, "least": at_least},
        understood=(("相同的东西", f"{things} 份"), ("分给", f"{holders} 个"), ("每个至少", f"{at_least} 份")),
    )


def _post(text: str) -> Recognition | None:
    """Different people or things to different places, at least one to each, or anywhere."""
    story = Story(text)
    story.refuse(r"概率|相同|一样|男|女|至多|相邻|甲(?!、乙)|不能|若干|顺序")
    send = story.take(
        rf"(?:把|将|安排|现将|现把|有|选派|派)?(?P<people>{INTEGER})(?:{_PERSON}|(?:个|本|封|件)(?:各不相同|不同)的?(?:小球|球|书|图书|玩具|礼物|信|文件|奖品))(?:全部|都)?(?:,)?(?:分配|分派|分|安排|派|派往|放|分给|放入|放进|分到|分配给|安排到|分配到|分别)*(?:到|去|入|在|给)?(?P<places>{INTEGER})(?:个|所|名|位|家)(?:不同的?)?(?:[\u4e00-\u9fff]{{0,2}})?(?:社区|学校|单位|部门|城市|地方|村|场馆|岗位|盒子|班级|班|小学|中学|医院|路口|项目|小朋友|人|乡镇|车间|展区|箱子|科室|信箱|抽屉|地区)(?:里|中)?(?:去|进行)?(?:服务|支教|工作|实习|锻炼|参加)?"
    )
    if not send:
        return None
    least = story.take(
        r"(?:要求|且|并且|若|其中|,)*每(?:个|所|名|位|家)?(?:[\u4e00-\u9fff]{0,2})?(?:社区|学校|单位|部门|城市|地方|村|场馆|岗位|盒子|盒|班级|班|小学|中学|医院|路口|项目|小朋友|人|乡镇|车间|展区|箱子|科室)(?:里|中)?(?:都|必须|要)*(?:至少|最少)(?:要)?(?:有|分到?|安排|分配|放|去|得到?|派)*(?:一|1)(?:名|个|位|人|本|件|封)(?:[\u4e00-\u9fff]{0,3}?)(?=[,;。?]|$)|(?:都|均)(?:有人|不空|非空)"
    )
    free = story.take(r"(?:可以|允许)(?:有)?(?:空|没有人|不分配)(?:的)?")
    once = story.take_all(
        r"每(?:人|名|个|位)(?:志愿者|学生|人|同学|教师|医生)?(?:只能|只|都|恰好?|仅|必须)*(?:去|到|分到|分配到|参加|服务|安排)(?:一|1)(?:个|所)?(?:地方|社区|学校|单位|岗位|项目|城市)?"
    )
    _asked(story)
    del once
    story.finish(_WORDS)
    if bool(least) == bool(free):
        return None
    people, places = _count(send["people"]), _count(send["places"])
    if (least and people < places) or people > 12:
        return None
    return Recognition(
        parameters={"task": "posted", "people": people, "places": places, "least": bool(least)},
        understood=(("不同的人或物", str(people)), ("去处", str(places)), ("条件", "每处至少一个" if least else "随意")),
    )


def _derange(text: str) -> Recognition | None:
    """Everybody somewhere else."""
    story = Story(text)
    story.refuse(r"概率|恰好?有|恰|至少|至多|其中[一二两三1-9]|只有")
    condition = story.take(
        r"(?:规定|要求|若|如果|且|并且)*,?(?:每(?:个|名|位)?人|每封信|每(?:个|名|位)?[\u4e00-\u9fff]{2,4}|任何人|所有人|大家)?(?:都|均|全)?(?:不能|不得|不可以?|没有|没|不|都没有?)(?:留在|在|拿到?|坐|抽到|装对|放对|装入|去|取到|回到|拿回|贴对|对上|尝|吃)(?:了)?(?:自己|原来|本人|本|对应|各自|原先|相应)?(?:的|所)?(?:原来的?)?(?:自己)?(?:的|所在的?)?(?:科室|岗位|贺卡|座位|信封|帽子|部门|礼物|位置|单位|卡片|原座位|作业本?|岗|做的菜|菜|盒子|标签|锁)?"
    )
    condition = condition or story.take(
        r"(?:恰好|正好)?(?:全部?|都)(?:装|放|拿|坐|贴|送|发|投)错(?:了)?(?:信封)?|每人(?:都)?(?:拿|抽|收|取)到?(?:的)?(?:都)?(?:一|1)张(?:不是自己的|别人的|其他人的)(?:贺卡|卡片)?|没有(?:一|1)(?:封信?|个人?|人)(?:装|放|拿|坐|贴)对|(?:一|1)(?:封|个)(?:也|都)没(?:有)?(?:装|放|拿|贴)对"
    )
    if condition is None:
        return None
    number = story.take(
        rf"(?P<value>{INTEGER})(?:个|名|位|封|张|人|家|对)(?:不同的?)?(?:科室|人|同学|学生|信|贺卡|员工|职工|部门|朋友|小朋友|单位|科长|教师|厨师|编号|司机)?"
    )
    _asked(story)
    story.take_all(
        rf"(?:与之对应的)?{INTEGER}(?:个|张|顶)(?:信封|座位|贺卡|帽子|椅子)|(?:每科室|每个?科室|各科室)(?:仍)?(?:为)?(?:一|1)名?科长|每人(?:一|写|拿|各)[^\d,;。]{{0,6}}|调整|互换|轮岗|交换|重新(?:坐|安排)"
    )
    story.finish(
        _WORDS
        + " 科室 的科长 年终 轮岗 每科室 仍为 一名 科长 贺卡 送给 礼物 座位 原来 信封 装入 装 信 交换 重新 互相 相互 放在一起 各写 写 然后 再 拿 各拿 岗位 帽子"
    )
    if not number:
        return None
    count = _count(number["value"])
    if not 2 <= count <= 10:
        return None
    return Recognition(parameters={"task": "derange", "count": count}, understood=(("人数", str(count)), ("条件", "都不在自己的位置")))


def _digits(text: str) -> Recognition | None:
    """Numbers of so many of the given digits."""
    story = Story(text)
    story.refuse(r"概率|相邻|之和|可以重复|允许重复|能重复|从小到大|第几|恰|至少|至多|大于|小于|夹")
    given = story.take(
        r"(?:用|由|从)?(?:数字)?(?P<digits>\d(?:[、,]\d){2,9}|0-\d|1-\d|0到\d|1到\d|0~\d|1~\d)(?:这)?(?P<many>[二三四五六七八九十]|\d{1,2})?(?:个)?(?:不同的?)?(?:数字|数)?(?:中)?(?:任?取[出]?(?P<pick>[三四五六])个(?:不同的?)?数字?)?"
    )
    asked = story.take(
        r"(?:可以|可|能|能够|共|一共)*(?:组成|排成|构成|写出)(?:多少个?)?(?:的)?(?P<unique>(?:没有|无|不含|数字不)(?:重复|相同)(?:数字)?的?|各位数字(?:互不相同|不重复)的?|数字(?:互不相同|不重复)的?)?(?P<length>[二两三四五六]|[2-6])位(?:数)?(?:的)?(?P<sort>偶数|奇数|能被5整除的数|5的倍数|数)?(?:有|共有)?(?:多少个?)?"
    )
    if not given or not asked:
        return None
    unique = asked["unique"] or story.take(
        r"(?:数字)?(?:不(?:能|允许|可)?重复|没有重复数字?|无重复数字?|每个数字只(?:能)?用(?:一|1)次|各(?:数)?位数字(?:互不相同|不同))"
    )
    story.take_all(r"其中|(?:的)?个数|多少个?|共有?")
    sort = asked["sort"] or "数"
    story.finish("用 由 可以 能 组成 多少 个 数字 的 没有 重复 这 不 有 共 问")
    if not unique:
        return None
    text_ = given["digits"]
    if re.fullmatch(r"\d[-到~]\d", text_):
        digits = list(range(int(text_[0]), int(text_[-1]) + 1))
    else:
        digits = [int(each) for each in re.findall(r"\d", text_)]
    length = {"二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6}.get(asked["length"], 0) or int(asked["length"])
    if given["many"] and to_int(given["many"]) != len(digits):
        stay_out("how many digits")
    if len(set(digits)) != len(digits) or length > len(digits) or (given["pick"] and to_int(given["pick"]) != length):
        return None
    kind = "even" if sort == "偶数" else "odd" if sort == "奇数" else "five" if "5" in sort else "all"
    return Recognition(
        parameters={"task": "digits", "digits": digits, "length": length, "kind": kind},
        understood=(
            ("数字", "、".join(map(str, digits))),
            ("求", f"没有重复数字的 {length} 位{ {'even': '偶数', 'odd': '奇数', 'five': '5 的倍数', 'all': '数'}[kind] }"),
        ),
    )


def _pairs(text: str) -> Recognition | None:
    """Everybody with everybody once: shaking hands, matches, tickets."""
    story = Story(text)
    story.refuse(r"概率|淘汰|分组|小组赛|已经|每人.{0,3}[2-9]次|决赛|甲|乙")
    number = story.take(
        rf"(?P<value>{INTEGER})(?:个|名|位|支)?(?P<who>人|同学|代表|朋友|球队|队|选手|车站|站|城市|运动员|足球队|篮球队|排球队|同事|与会者|棋手|专家)"
    )
    how = story.take(
        r"(?:每)?(?:两|2|任意两|任意2)(?:个)?(?:人|队|支球队|支队|名选手|位代表|选手)?(?:之间)?(?:都|各|互相|彼此|要|只|仅)*(?P<hands>握(?:了)?(?:一|1)?次?手|握手(?:一|1)次|互相握手|赛(?:一|1)场|比赛(?:一|1)场|打(?:一|1)场|比(?:一|1)场|通(?:一|1)次电话|下(?:一|1)盘(?:棋)?)(?P<once>(?:一|1)次)?|(?P<round>单循环(?:赛|比赛)?)|(?P<double>双循环(?:赛|比赛)?)|(?P<cards>(?:每人|互相|彼此|相互)(?:都)?(?:给其他(?:每)?人|之间)?(?:互)?(?:送|赠送|寄)(?:一|1)?张?(?:贺卡|名片|照片)?)"
    )
    asked = story.take(
        r"(?:一?共|总共|则|要|需要?|应)*(?:握(?:了)?手?|进行|比赛|要?赛|打|安排|举行|通|要?送|送出|下)*(?:了)?多少(?:次|场|盘|张|局)(?:手|比赛|电话|贺卡|棋|握手)?"
    )
    if not number or not how or not asked:
        return None
    story.finish(
        _WORDS
        + " 握手 聚会 参加 球队 比赛 循环赛 单循环 进行 采用 每 互相 之间 赛制 足球 篮球 排球 乒乓球 联赛 一次 见面 同学聚会 贺卡 一张 一场"
    )
    count = _count(number["value"])
    ordered = bool(how["double"] or how["cards"])
    if count < 2:
        return None
    return Recognition(
        parameters={"task": "plain", "total": count, "take": 2, "ordered": ordered, "unit": True},
        understood=(("人（队）数", str(count)), ("两两", "各一次" if not ordered else "有来有往")),
    )


READERS = (
    _row,
    _circle,
    _sorts,
    _some,
    _choose,
    _plain,
    _share,
    _post,
    _derange,
    _digits,
    _pairs,
)
