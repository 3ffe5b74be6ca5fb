"""Reading what must be sure: groups of things, cards, numbers, choices and calendars, and for each question what is to be guaranteed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import combinations
from math import comb
from typing import Any

from engine.generators import patterns
from engine.generators.civil._problems.story import Story
from engine.generators.civil._worst_case.groups import COLOURS, MEASURE, groups_of
from engine.generators.civil._worst_case.special_reading import CALENDAR, of_calendar, of_cards, of_linked, of_numbers, of_scores
from engine.generators.civil._worst_case.special_reading import LEAST as _LEAST
from engine.generators.civil._worst_case.special_reading import NUMERAL as _NUMERAL
from engine.generators.civil._worst_case.special_reading import SURE as _SURE
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, stay_out, to_int

_SPAN = r"(?:在|从)?(?<!\d)1(?:到|至|~|-|—)\d+"
_WORDS = """
券 奖券 抽奖箱 抽奖 布袋 袋子 口袋 盒子 箱子 抽屉 袋 盒 箱 筐 篮子 篓 里 中 装有 装着 放着 放有 混放 混在一起 混放在一起 放在一起 混装 混一起 混杂 混杂地 达到要求 达到 球 小球 玻璃球 筷子 袜子 手套 卡片 棋子 糖 糖果 大小 质地 形状 完全 相同 颜色 的 各 每种 闭眼 闭着眼睛 蒙眼 摸黑 黑灯瞎火 从中 任意 随意 随便 随机 一次 盲取 库存 清单 零件 类 A类 B类 C类 D类 类别 被评优 评优 被评为优秀 选优秀 优秀 摸 取 拿 抽 抓 摸出 取出 拿出 抽出 点 找
至少 最少 才 才能 能 要 保证 确保 一定 必 必有 有 其中 里面 都有 都 会 培训 机构 学员 报名 应聘 前来 前来应聘 招聘会 找到 工作 求职 应届生 招 专业 人数 分别 问 那么 求 最不利 最不利构造 构造 原则 抽屉原理 保证问题 扑克 牌 一副 完整 学校 学生 课程 开设 每名 所选 完全一样 总数 为 杂志 订 报纸 每人 选票 投票 候选 数 自然数 整数 任取 必有 加起来 班 同学 生日 出生
外 年度 评优 进行 参加 种类 苹果 盘子 放进 放入 不同 花色 点数 大小王 含 这些 它们 形状 材质 全部 只有 如果 使得 使 无论 怎样 怎么 如何 不管 不论 总 一个 吧 一下 一堆 一些 数量 种 门 选修 必修 月 年 同
"""


_SOME_OF = r"(?P<all>\d+)(?P<unit>[张个件只枚])(?!人)[^,;。\d的]{1,6}?[中里],?(?:只|仅|一?共|总共)?有(?P<some>\d+)(?P=unit)(?P<sort>有奖|中奖|[一二三]等奖|次品|废品|坏的?|[\u4e00-\u9fff]{1,3}(?:球|券|奖))(?=[,;。])"
_FEW_OF = rf"(?P<all>\d+)(?P<unit>{MEASURE})[^,;。\d的]{{1,6}}?[中里],?(?:只|仅|总?共|一共)?有(?P<some>\d+)(?P=unit)(?P<sort>[\u4e00-\u9fff]{{1,4}})(?=[,，;；。]\s*(?:那么|则|问|请问|至少|最少|要))"


def _two_sorts(match: re.Match[str]) -> str:
    """`100 张奖券中有 3 张有奖`: of the one sort, and the rest."""
    rest = int(match["all"]) - int(match["some"])
    if rest < 1:
        stay_out("more than all")
    return f"有{match['sort'].removeprefix('有')}{match['some']}{match['unit']}、空的{rest}{match['unit']}"


_MOST_FIRST = r"(?:最多|至多)(?:能|可以?)?(借|选|订|买|报|参加|拿|取)?(?:阅)?(\d|[一二两三四])(本|种|门|个|项|份),?(?:但|且|也)?(?:最少|至少)(?:要|得)?(?:借|选|订|买|报|参加|拿|取)?(?:阅)?(\d|[一二两三四])(?:本|种|门|个|项|份)"


def read_guarantee(text: str) -> Recognition | None:
    """One or more questions how many must be taken to be sure.

    Raises:
        StayOut: something is not understood.
    """
    text = patterns.sub(_FEW_OF, _two_sorts, patterns.sub(_SOME_OF, _two_sorts, text))
    text = patterns.sub(r"(每人至少[^,，;；。]{1,8}[,，])至多(?=(?:能|可以?)?(?:选|借|订|去|买|报|参加))", r"\1最多", text)
    text = patterns.sub(
        r"(?:去)?(?:游览?|参观)(?:[\u4e00-\u9fff]{2,5}?[、和与])+[\u4e00-\u9fff]{2,5}?(?=[三四五六](?:地|处)[,，])", "去", text
    )
    text = patterns.sub(
        r"去((?:[\u4e00-\u9fff]{2,5}、){1,4}[\u4e00-\u9fff]{2,5})(?:参观|游览|旅游|学习)(?=[,，])",
        lambda match: f"去{'零一二三四五六'[match[1].count('、') + 1]}个地方",
        text,
    )
    text = patterns.sub(r"(参加|选择?|订阅?|报名?|借|买)且[只仅](?:能)?(?:参加|选择?|订阅?|报名?|借|买)(?:其中)?的?", r"\1", text)
    # `最多借 2 本，最少借 1 本`: the least first.
    text = patterns.sub(
        r"(?:买书|订报|借书|购书|订阅)?的?情况(?:是|为)?[:,]?(?:有|可以)?(?:只)?(?:买|订|借)?(?:了)?一(本|种|份)的?[、,](?:也)?(?:有)?(?:买|订|借)?(?:了)?两(?:本|种|份)的?[、,]?(?:也|还)?(?:有)?(?:买|订|借)?(?:了)?三(?:本|种|份)的?",
        "每人选1种或2种或3种",
        text,
    )
    text = patterns.sub(
        r"(每(?:人|位|名|个)[\u4e00-\u9fff]{0,3}?)(?:都|可以?|必须|只能|要|需要?|能)*从(?:这)?(\d+|[三四五六七八九十])(种|门|项|个|本|类)(?:不同的)?([\u4e00-\u9fff]{1,5}?)(?:中|里)(?=任|选|领|借|订|报|挑|参)",
        r"共\2\3\4,\1",
        text,
    )
    text = patterns.sub(
        r"((?:任选|选|领取|借|订|报)\d?[一二两三四]?(?:种|门|项|个|本|类))不同的(?:领取|参加|阅读|学习)?(?=[,。;])", r"\1", text
    )
    text = patterns.sub(r"[一1]付(?=扑克|牌)", "一副", patterns.sub(r"[一1]只(?=口袋|布袋|盒|箱|袋)", "一个", text))
    if "本" not in text or patterns.search("不同(?:类|种|的)|[种类]不同", text):
        text = patterns.sub(_MOST_FIRST, r"至少\1\4\3,最多\1\2\3", text)
    story = Story(
        patterns.sub(
            r"1[,、]\s*2[,、]\s*3[,、]\s*(?:4[,、]\s*)?(?:5[,、]\s*)?(?:…+|⋯+|\.{2,})[,、]?\s*(?:到)?(?=\d)|1[、,]2[、,]3(?:…+|\.{2,})到?(?=\d)",
            "1到",
            text,
        )
    )
    if not story.has(f"{_SURE}|{_LEAST}"):
        return None
    story.take_all(
        r"(?:每次|一次|依次)?(?:摸|取|拿|抽)(?:出|取)?(?:一|1)(?:个|只|张|根)球?,?(?:且)?(?:摸|取)?(?:后|出后)?不(?:再)?放回(?:去)?|不放回(?:地)?"
    )
    story.take_all(r"又(?=至少|需|要|得)")
    story.take_all(
        r"(?:在)?(?:不(?:许|能|准|可)?(?:用眼睛)?看(?:颜色|球|着(?=[拿取摸抽]))?(?:的情况下)?|看不[见清到](?:颜色)?(?:的情况下)?|不考虑(?:取的)?(?:先后)?顺序|不透明的?|(?:闭(?:着|上)?|蒙(?:着|上|住)?)眼睛?|(?:光线|屋里|房间)?(?:很|太)?(?:黑暗|昏暗|暗|黑)(?:中|里)?|停电了?)(?:,)?(?=[,。;任随]|从|至少|摸|取|拿|一次|$)"
    )
    story.take_all(r"(?:手套)?(?:不(?:区)?分|不考虑)左右手?")
    story.refuse(rf"(?:\d|{_NUMERAL}){MEASURE}[、,和][^,。\d]{{0,2}}[{COLOURS}]色?球?[、和与]?[{COLOURS}]色?球?(?:一?共|总共|合计)\d")
    story.refuse(
        r"又(?!要|怕|至少|需|得)|增加|加入|后来|减少|坏|丢|另有|请假|还剩|已|(?<!必须)且(?!只能|最低|最高|都是|均为)|并且|而且|至多|没有\d|放回|依次|概率|先(?!生)|拿走|已经|[拿取摸抽]走|先[拿取摸抽]|别的|规定第|不得超|运气|最有利|第\d+[次个]|期望|平均每|弃权|左|右|大小两|每次|尺码|型号|公平|[甲乙丙]得|得票|票数|统计|当选|钥匙"
    )
    if patterns.search(
        r"[\u4e00-\u9fff](?:分给|分配给|发给|送给|奖给|分发给|放进|放入|飞进|飞回|装进|放到|放在)(?:了)?(?!一个|1个)[\d一二三四五六七八九十]+(?:个|名|位|只|间)",
        story.text,
    ):
        stay_out("things shared out")
    _remarks(story)
    asked = [sentence for sentence in patterns.split(r"[?。;]", story.text) if patterns.search("多少", sentence)]
    if not asked:
        return None
    if any(patterns.search(r"[总必定]有.*(?:至少|最少)(?:能|会|可以?)*(?:分配?|得|拿|获|领)[取到得]*多少", sentence) for sentence in asked):
        stay_out("how many one of them gets")
    offer = _offer(story)
    groups = {} if patterns.search(_SPAN + "|(?:得分|分数|成绩)(?:相同|一样)", story.text) else groups_of(story)
    questions = [_question(sentence, story, groups, offer) for sentence in _completed(asked, story.text)]
    if any({**one, "unit": ""} == {**other, "unit": ""} for one, other in combinations(questions, 2)):
        stay_out("two questions read as one")
    story.take_all(
        rf"{_LEAST}?(?:应该?|需要?|要|得|有|为|是|取|摸|拿|抽|点到|选|抓)*(?:出|到)?多少{MEASURE}?(?:[\u4e00-\u9fff]{{0,4}}?(?=[,;。?才就]|$))?"
    )
    story.finish(_WORDS)
    parameters = questions[0] if len(questions) == 1 else {"task": "several", "questions": questions}
    known = (
        "，".join(f"{name} {count}" for name, count in groups.items())
        if groups
        else "，".join(dict.fromkeys(_among(question) for question in questions))
    )
    return Recognition(parameters=parameters, understood=(("已知", known), ("求", "；".join(str(each["told"]) for each in questions))))


def _completed(asked: list[str], text: str) -> list[str]:
    """The questions, `要保证有两种花色呢？` too."""
    more = [each for each in patterns.split(r"[?。;]", text) if patterns.fullmatch(rf"[^多少]*{_SURE}[^多少]*呢", each.strip())]
    if more and any(each in asked for each in more):
        stay_out("questions")
    return [*asked, *(each.strip().removesuffix("呢") for each in more)]


def _among(question: dict[str, Any]) -> str:
    """What is chosen from, where the text names no groups of its own."""
    if "boxes" in question:
        return f"{question['things']} 个分到 {question['boxes']} 类"
    if "ways" in question:
        return f"不同的情况 {question['ways']} 种"
    if "high" in question:
        return f"1～{question['high']}"
    counts = question["counts"]
    each = f"各 {counts[0]}" if len(set(counts)) == 1 else "、".join(map(str, counts))
    return f"{len(counts)} 种，{each}" + (f"，另有 {question['others']}" if question.get("others") else "")


_EACH_PAIR = r"\(每双(?:都|要|的)*(?:颜色(?:相同|一样)|同色),(?:但|而)?不同双(?:之间)?(?:颜色)?可以?(?:不同色|不同|不一样|不相同)\)|\(?每(?:双|副|对)(?:手套|袜子|筷子|鞋)?(?:内|中|里|都|要求)*的?(?:两|2)(?:只|根|个)(?:手套|袜子|筷子)?颜色(?:必须|要|都)*(?:相同|一样),?(?:但|而)?(?:两双|各双|不同双|双与双|几双)(?:手套|袜子|筷子)?(?:之间|间)?的?(?:颜色)?(?:可以?)?(?:不同|不一样|不相同)\)?"


def _remarks(story: Story) -> None:
    story.rest, story.text = (patterns.sub(_EACH_PAIR, "(每双同色)", each) for each in (story.rest, story.text))
    story.take_all(
        r"\(?(?:它们|这些[\u4e00-\u9fff]{0,2}|[球筷棋糖][子]?)?(?:的)?(?:除了?颜色(?:不同)?(?:之|以)?外,?(?:其余|其他)?(?:都|完全|均)*(?:相同|一样|无差别|没有(?:任何)?区别)|(?<!牌)(?<!牌的)大小(?:、|和)?(?:形状|质地|材质|手感)?(?:都|完全|均)*(?:相同|一样)|仅颜色不同|只有颜色不同|形状大小(?:都|完全)*(?:相同|一样))\)?"
    )
    story.take_all(
        r"(?:每人|每名[\u4e00-\u9fff]{2}|每个[\u4e00-\u9fff]{1,2})(?:只能?|仅)(?:报|选|参加|属于)(?:了)?(?:其中)?(?:一|1)(?:门|个|项|类|种)(?:[\u4e00-\u9fff]{2})?"
    )
    story.take_all(
        r"\(同色(?:的)?(?:两|2)只(?:算|为)(?:一|1)双,?(?:两双)?(?:不要求同色)?\)|\((?:同一)?(?:种)?(?:两只|同色)[^()\d]{0,12}\)|\(即至少(?:出现|有)[^()]{0,8}\)"
    )


def _offer(story: Story) -> dict[str, int] | None:
    """Everybody chooses so many of so many: the number of different choices."""
    chosen = story.take(
        rf"(?:每人|每个人|每位[\u4e00-\u9fff]{{1,3}}?|每名[\u4e00-\u9fff]{{1,3}}?|每个[\u4e00-\u9fff]{{2,3}}?|各)(?:都|可以?|必须|只能|须|需|要|恰好|正好|刚好|只|从中|从这?\d+[种门个位名本][\u4e00-\u9fff]{{0,3}}中|从|任意|任|可|限|最少|至多|最多|且|在|(?P<least>至少))*(?:选择?出?|订阅?|选订|选修|参加|购买|买|挑选|借|报|拿|选去|去|游览|选报|报名|取|订购|任选)(?:其中的?|了|恰好|不同的)*(?P<value>{_NUMERAL})(?:种|门|项|个|本|类|人|样|块|件|位|名|处|地)(?P<or>(?:[、,]?或者?|[、,])(?P<value2>{_NUMERAL})(?:种|门|项|个|本|样))?(?P<or2>[、,]?或者?(?P<value3>{_NUMERAL})(?:种|门|项|个|本|样))?"
    ) or story.take(
        r"(?:每人|每个人|每位[\u4e00-\u9fff]{1,3}|每名[\u4e00-\u9fff]{1,3})(?:可以?|能)?(?:订|选|买|报|参加)(?P<names>[A-Z甲乙丙丁](?:[、,]?[A-Z甲乙丙丁])+)(?P<kinds>[二两三四])种(?P<gap>[\u4e00-\u9fff]{1,3}?)(?:中)?的(?P<value>一)种(?P<or>[、,]?(?P<value2>[二两三])种)?(?P<or2>[、,]?或者?(?P<value3>[二两三四])种)?"
    )
    if chosen is None:
        dishes = story.take(
            rf"(?:有)?(?P<a>{_NUMERAL})种(?P<one>[\u4e00-\u9fff]{{1,3}})[、,和及]?(?P<b>{_NUMERAL})种(?P<two>[\u4e00-\u9fff]{{1,3}})(?=[,。;])"
        )
        each = dishes and story.take(
            rf"每人(?:各|都|可以|只能|任|必须|要)*(?:选|点|打|买|拿)(?:一|1)(?:种|个|份|样)?{dishes['one']}(?:、|和|,)?(?:一|1)(?:种|个|份|样)?{dishes['two']}"
        )
        return {"kinds": 0, "ways": to_int(dishes["a"]) * to_int(dishes["b"])} if dishes and each else None
    story.take(
        r"(?:[\u4e00-\u9fff]{0,8}?有)?[^,;。?\d\ue000]{1,24}(?=[两三四五]类[,。])|[\u4e00-\u9fff]{0,10}?(?:开设了?|提供|出版|设有|有)?[\u4e00-\u9fff]{1,6}(?:、[\u4e00-\u9fff]{1,6})+(?:和[\u4e00-\u9fff]{1,6})?(?=[两三四五六](?:类|种|门|项)[\u4e00-\u9fff]{0,4}[,。;])"
    )
    most = story.take(
        rf"[,、](?:且|并且|但)?(?:最多|至多|不超过)(?:能)?(?:选择?|订阅?|选修|参加|购买|买|挑选|借|报|拿|去|游览|参观)?(?P<n>{_NUMERAL})(?:种|门|项|个|本|份|处|地)(?:游览|参观)?"
    )
    letters = story.take(
        rf"(?:可去|可选|有|从|开设|提供)?(?P<names>[A-Z甲乙丙丁](?:[、,]?[A-Z甲乙丙丁])+)(?=(?P<n>{_NUMERAL})(?:种|门|项|本|份|个))"
    )
    if letters and len(patterns.findall("[A-Z甲乙丙丁]", letters["names"])) != to_int(letters["n"]):
        stay_out("names")
    groups = chosen.groupdict()
    numbers = [to_int(groups[name]) for name in ("value", "value2", "value3") if groups.get(name)]
    if groups.get("kinds"):
        kinds = to_int(groups["kinds"])
        if len(patterns.findall("[A-Z甲乙丙丁]", groups["names"])) != kinds:
            stay_out("names")
    elif letters:
        kinds = to_int(letters["n"])
        story.take(rf"{_NUMERAL}(?:种|门|项|本|份|个)(?P<gap>[\u4e00-\u9fff]{{0,5}}?)(?=,|。|,每)")
    else:
        offered = story.take(
            rf"(?:从|在|有|开设|提供|开|共)*(?<!任选)(?<!有)(?P<value>{INTEGER})(?:种|门|项|个|类|名|位|样|地(?=,)|处(?=,))(?:不同的?)?(?P<gap>[\u4e00-\u9fff]{{0,6}}?)(?=中|里|可|供|,|任|[\ue000]|。)"
        )
        if offered is None:
            return None
        kinds = to_int(offered["value"])
    if groups.get("least"):
        if len(numbers) > 1:
            stay_out("how many")
        numbers = list(range(numbers[0], (to_int(most["n"]) if most else kinds) + 1))
    elif most:
        stay_out("how many")
    if (
        "至多" in chosen[0]
        or "最多" in chosen[0]
        or not all(1 <= number <= kinds for number in numbers)
        or len(set(numbers)) != len(numbers)
    ):
        stay_out("choices")
    for match in story.take_all(rf"(?:任意?|要|需|可|可以)?选(?:修|报)?(?P<n>{_NUMERAL})(?:种|门|项|个|本)(?=[,。;()]|$)"):
        if [to_int(match["n"])] != numbers:
            stay_out("how many")
    things = patterns.search("[件个只块颗支根粒]$", patterns.sub(r"(?:其中)?的$", "", chosen[0])) is not None and patterns.search(
        rf"(?!一样)(?:{INTEGER})(?:种|类|样)", story.text
    )
    different = patterns.search(
        r"不同的?(?:种类|品种)?|各?不(?:相)?同|每种(?:最多|至多|只)", chosen[0] + story.text[story.text.find(chosen[0]) :][:30]
    )
    again = (things and not different) or story.take(
        r"\(?(?:可以|允许|可)(?:选)?(?:同类|重复|相同|同一?种|选同一?[种类]|选相同)(?:的)?(?:选)?\)?"
    )
    ways = sum(comb(kinds + number - 1 if again else kinds, number) for number in numbers)
    return {"kinds": kinds, "ways": ways, **({"each": numbers[0]} if len(numbers) == 1 else {})}


def _question(sentence: str, story: Story, groups: Mapping[str, int], offer: Mapping[str, int] | None) -> dict[str, object]:
    """What one question is about.

    Raises:
        StayOut: not understood.
    """
    text = story.text
    unit = found[1] if (found := patterns.search(rf"多少({MEASURE})", sentence)) else ""
    unit = {"名": "名", "位": "位"}.get(unit, unit)

    def take(pattern: str) -> None:
        story.take_all(pattern)

    if patterns.search("得分相同|分数相同|成绩相同|得分一样|分数一样", sentence):
        return of_scores(sentence, story, unit)
    sure = bool(patterns.search(_SURE, sentence)) or bool(patterns.search(_SURE, text))
    for pattern, boxes, what in CALENDAR:
        if patterns.search(pattern, sentence):
            return of_calendar(sentence, story, boxes, what, unit, pattern)
    people = patterns.search(
        r"(?<!多少)(?P<n>\d+)(?:个|名|位)?(?:人|学生|同学|员工|小朋友|职工|孩子|顾客|党员|干部|学员|代表|居民|选手|教师|老师|会员|读者)",
        text,
    )
    if (
        offer
        and people
        and not patterns.search(_SURE, sentence)
        and patterns.search(
            rf"{_LEAST}(?:会|将)?有多少(?:个|名|位)?[\u4e00-\u9fff]{{0,12}}?(?:完全)?(?:相同|一样|一致)|(?:完全)(?:相同|一样|一致)的[\u4e00-\u9fff]{{0,6}}?{_LEAST}(?:会|将)?有?多少(?:名|人|个|位)",
            sentence,
        )
    ):
        take(rf"{_LEAST}(?:会|将)?有?多少(?:个|名|位)?(?:人|学生|同学)?|(?:完全)?(?:相同|一样|一致)(?:的)?")
        take(
            rf"(?:共)?(?:有)?{people['n']}(?:个|名|位)?(?:人|学生|同学|员工|小朋友|职工|孩子|顾客|党员|干部|学员|代表|居民|选手|教师|老师|会员|读者)"
        )
        return {"task": "boxes", "things": int(people["n"]), "boxes": offer["ways"], "unit": unit or "人", "told": "至少多少人相同"}
    if not sure:
        stay_out("not to be sure of")
    take(_SURE)
    if patterns.search("编号(?:恰好|正好)?(?:相连|连续)|编号相邻", sentence):
        return of_linked(sentence, story, unit)
    if patterns.search(_SPAN, text):
        return of_numbers(sentence, story, unit)
    same = rf"(?P<n>{_NUMERAL})(?:{MEASURE}|个?人)?(?:找到工作的)?(?P<who>[\u4e00-\u9fff]{{0,8}}?)(?:完全|都|全|是)*(?:(?<!不)同一?(?:种|个|门|类|款)?(?:颜色|专业|色|花色|点数|课程|口味|品种|款式|牌子)|相同|一样|一致|(?:颜色|花色|点数|专业类别|专业|号码|编号|口味|品种|类别|种类|类型|品牌|生肖)(?:都|完全)?(?:相同|一样)|(?<!不)同种|(?<!不)同款|(?<!不)同类|(?<!不)同级别?|(?<!不)同等级?|一模一样|同一[门类种个级])"
    if patterns.search(r"(?:自然数|整数|正整数)", sentence):
        if found := patterns.search(rf"(?P<m>{_NUMERAL})个?(?:数|自然数|整数)?除以(?P<n>\d+)(?:的|所得的?)?余数(?:都)?相同", sentence):
            story.take_all(rf"有?{_NUMERAL}个?(?:数|自然数|整数)?除以\d+(?:的|所得的?)?余数(?:都)?相同")
            return {
                "task": "choices",
                "ways": int(found["n"]),
                "wanted": to_int(found["m"]),
                "kinds": int(found["n"]),
                "unit": unit or "个",
                "told": found[0],
            }
        if found := patterns.search(r"(?:两|2)个?(?:数|自然数)?(?:之差|的差|差)(?:是|为|能被)(?P<n>\d+)(?:的倍数|整除)", sentence):
            story.take_all(r"(?:有|存在)?(?:两|2)个?(?:数|自然数)?(?:之差|的差|差)(?:是|为|能被)\d+(?:的倍数|整除)")
            divisor = int(found["n"])
            return {"task": "choices", "ways": divisor, "wanted": 2, "kinds": divisor, "unit": unit or "个", "told": found[0]}
    if patterns.search("扑克|副牌|张牌|纸牌", text):
        return of_cards(sentence, story, unit, same)
    if offer:
        aim = patterns.search(same, sentence) or patterns.search(same, text)
        if aim is None:
            stay_out("what is sure")
        of = patterns.search(rf"相同的(?P<n>{_NUMERAL})(?:位|名|种|门|本|个)", sentence)
        if of and to_int(of["n"]) != offer.get("each"):
            stay_out("alike in how many")
        take(same + rf"(?:的)?(?:{_NUMERAL}(?:位|名|种|门|本|个)(?:候选人|课程?|报纸|书|杂志)?)?")
        take("不少于(?=\ue000)")
        return {"task": "choices", "ways": offer["ways"], "wanted": to_int(aim["n"]), "kinds": offer["kinds"], "unit": unit, "told": aim[0]}
    # Without sorts told, so many pairs of different colours are pairs none of which is like another.
    apart = "" if groups else "不同颜色|"
    pairs = (
        None
        if groups
        else patterns.search(
            rf"(?P<n>{_NUMERAL})(?:双|副|对)(?P<gap>{apart}不同|完全不同|各不相同|颜色(?:各)?不同)的?(?:袜子|手套|筷子|鞋)", text
        )
    )
    if pairs:
        if len(patterns.findall(rf"{_NUMERAL}(?:双|副|对)", patterns.split(_SURE, text)[0])) > 1:
            stay_out("pairs and groups")
        if not patterns.search(r"(?:凑成|有|配成|得到|是|拿到|取到|成)(?:一|1)(?:双|副|对)", sentence):
            stay_out("which pair")
        count = to_int(pairs["n"])
        if (whole := patterns.search(r"共(\d+)只", text)) and int(whole[1]) != 2 * count:
            stay_out("how many")
        take(
            rf"{_NUMERAL}(?:双|副|对)(?:不同颜色|不同|完全不同|各不相同|颜色(?:各)?不同)的?(?:袜子|手套|筷子|鞋)|\(?共\d+只\)?|(?:凑成|有|配成|成)?(?:一|1)(?:双|副|对)(?:来)?|混(?:放)?在一起"
        )
        return {"task": "same", "counts": [2] * count, "wanted": 2, "unit": unit, "told": "成一双"}
    if len(groups) < 2 or min(groups.values()) < 1:
        stay_out("groups")
    return _of_groups(sentence, story, groups, unit, same)


def _aim(sentence: str) -> str:
    """The clause that says what is to be sure."""
    start = patterns.search(r"保证|确保|必有|必定|必然|一定(?!要)|肯定|无论|不管|不论|总有|才能|能有", sentence)
    if start is None:
        return sentence
    clause = patterns.split("[,;]", sentence[start.start() :])[0]
    return clause if len(clause) > 6 or start.start() == 0 else sentence[start.start() :]


def _of_groups(sentence: str, story: Story, groups: Mapping[str, int], unit: str, same: str) -> dict[str, object]:
    counts, names = list(groups.values()), list(groups)
    plenty = max(counts) == 999
    aim = _aim(sentence)
    if patterns.search(rf"(?:颜色(?:各)?不同|不同颜色)的?{_NUMERAL}(?:双|对|副)", sentence):
        # `取出颜色不同的两双筷子，至少要……才能保证达到要求`
        turned = [
            patterns.sub(rf"(颜色(?:各)?不同|不同颜色)的?({_NUMERAL})(双|对|副)的?", r"\2\3不同颜色的", told)
            for told in (story.rest, story.text, sentence)
        ]
        story.rest, story.text, sentence = turned
        aim = sentence
    # `两双不同的筷子`, of wood and of bamboo
    other = rf"({_NUMERAL}双)不同(?:种类?|材质|类型|品种)?的(?=筷子|袜子)"
    if patterns.search(other, sentence):
        turned = [patterns.sub(other, r"\1不同颜色的", told) for told in (story.rest, story.text, sentence)]
        story.rest, story.text, sentence = turned
        aim = sentence
    base = {"counts": counts, "unit": unit}
    if pair := patterns.search(
        rf"(?:有|凑出|凑够|凑齐|出|凑成|得到|拿到|凑|取到|配出|配成|配|组成)(?P<how>至少)?(?P<n>{_NUMERAL})(?:双|对|副)(?P<what>[^,;?。]{{0,8}})",
        aim,
    ):
        wanted = to_int(pair["n"])
        told = aim + "".join(match[0] for match in patterns.finditer(r"\([^()]*\)", story.text))
        if wanted > 1 and patterns.search("不同颜色|颜色不同|不同色", patterns.sub("不要求|不同也可", "", told)):
            if not patterns.search("每双同色|每双颜色相同|同色", told) and not patterns.search("筷|袜|不(?:区)?分左右", story.text):
                stay_out("what is a pair")
            story.take_all(
                rf"(?:有|凑出|凑够|凑齐|出|凑成|得到|拿到|凑|取到|配出|配成|配|组成)(?:至少)?{_NUMERAL}(?:双|对)(?:不同颜色|颜色(?:各)?不同|不同色)的?(?:袜子|筷子|手套)?|\(?每双(?:都)?(?:同色|颜色相同)\)?"
            )
            return {**base, "task": "pairs-apart", "wanted": wanted, "told": f"{wanted} 双不同颜色"}
        if not patterns.search(r"同色|颜色相同|相同颜色|同一种颜色|颜色一样", told) and not patterns.search("袜|筷|手套", story.text):
            stay_out("what is a pair")
        alike = patterns.search(r"同色|颜色相同|相同颜色|同一种颜色|颜色一样|同一颜色", told)
        if patterns.search(rf"[{COLOURS}]", aim):
            stay_out("a pair of which colour")
        told_sides = patterns.search("不(?:区)?分左右|不考虑左右", story.text)
        if not alike and (wanted > 1 or ("手套" in story.text and not told_sides)):
            stay_out("what is a pair")
        if wanted > 1 and not patterns.search("每双|算(?:为)?(?:一|1)双|不要求", told):
            stay_out("all of one colour, or each pair of one")
        story.take_all(
            rf"(?:有|凑出|凑够|凑齐|出|凑成|得到|拿到|凑|取到|配出|配成|配|组成)(?:至少)?{_NUMERAL}(?:双|对|副)(?:颜色相同的?|同色的?)?(?:袜子|筷子|手套)?|\(?每双(?:都)?(?:同色|颜色相同)\)?|同色|颜色相同"
        )
        return {**base, "task": "pairs", "wanted": wanted, "told": f"{wanted} 双", "same_colour": bool(alike)}
    of_one = rf"(?:某|有|同|其中)(?:一|1)?个?(?P<who>处室|部门|班级?|科室|专业|单位|年级|小组|组|学院|系|科|队)(?:的|里|中)?(?:有|至少|不少于)*(?P<n>{_NUMERAL})(?:人|名|位)(?P<more>[\u4e00-\u9fff]{{0,4}}?)(?=[,;。]|$)"
    if found := patterns.search(of_one, aim):
        same = of_one
    of_place = rf"(?P<n>{_NUMERAL})(?:个|名)?人(?P<who>)来自同一个?(?P<place>省份?|市|县)(?=[,;。?]|$)"
    if not found and (found := patterns.search(of_place, aim)):
        if not patterns.search(rf"{len(counts)}个{found['place'][0]}", story.text):
            stay_out("from the same what")
        story.take(rf"(?:共有?|有){sum(counts)}人(?:报名|参加)?(?=[,;。])")
        same = of_place
    if found := found or patterns.search(same, aim):
        wanted = to_int(found["n"])
        if not 2 <= wanted <= max(counts) or patterns.search("不", found["who"] or ""):
            stay_out("numbers")
        story.take_all(same)
        story.take_all("不少于(?=\ue000)")
        story.take_all(rf"(?:的)?(?:{_NUMERAL}{MEASURE})?(?:同色|颜色(?:都)?相同|同专业|专业相同)(?:的)?")
        return {**base, "task": "same", "wanted": wanted, "told": found[0]}
    every = patterns.search(
        rf"(?P<n>{_NUMERAL})(?:种|类|个(?=品牌|颜色|专业|口味|班级))(?:不同)?(?:的)?(?:颜色|口味|专业|品种|类型|品牌|牌子)?(?:的)?(?P<gap>[^,;?。\d]{{0,6}}?)(?:都|齐|全|各|有|出现|$|,)|(?:每种|各种|所有|全部|各)(?:颜色|色|口味|专业|种类|规格|型号)?(?:的)?(?P<gap2>[^,;?。\d]{{0,3}}?)(?:都|齐|至少|各|均)|(?P<most>{_NUMERAL})(?:种|类|{MEASURE}(?=不同颜色))(?:不同)?(?:的)?颜色|(?P<most2>{_NUMERAL}){MEASURE}[\u4e00-\u9fff]{{0,3}}颜色不(?:相)?同",
        aim,
    )
    certain = [
        name
        for name in names
        if not name.startswith("第") and patterns.search(re.escape(name), patterns.sub(rf"^.*?(?={_SURE}|要)", "", aim))
    ]
    if certain and not every:
        if len(certain) == 1:
            number = patterns.search(
                rf"(?P<n>{_NUMERAL}){MEASURE}(?:是)?{certain[0]}|{certain[0]}(?:色)?(?:的)?[\u4e00-\u9fff]{{0,2}}?(?:至少)?(?:有)?(?P<n2>{_NUMERAL}){MEASURE}",
                aim,
            )
            wanted = to_int(number["n"] or number["n2"]) if number else 1
            if not 1 <= wanted <= groups[certain[0]] or plenty or patterns.search("没有|不", patterns.sub("不管|不论", "", aim)):
                stay_out("numbers")
            story.take_all(rf"(?:{_NUMERAL}{MEASURE})?(?:有|是|到)?{certain[0]}(?:色)?(?:的)?(?:球|棋子|筷子|袜子|卡片|糖|牌)?")
            return {**base, "task": "certain", "colour": names.index(certain[0]), "wanted": wanted, "told": f"{wanted} 个{certain[0]}"}
        if patterns.search("都有|都|各", aim) and not patterns.search(
            rf"[2-9二两三四五六七八九]{MEASURE}", patterns.sub(r"多少.", "", aim)
        ):
            places = [names.index(name) for name in certain]
            for name in certain:
                story.take_all(f"{name}(?:色)?(?:球|棋子|筷子)?")
            return {**base, "task": "certain-all", "colours": places, "told": "、".join(certain) + "都有"}
        stay_out("which colours")
    if every:
        said = every["n"] or every["most"] or every["most2"]
        kinds = to_int(said) if said else len(counts)
        if (
            not 2 <= kinds <= len(counts)
            or plenty
            or patterns.search(rf"各(?:有)?[2-9两三四五]{MEASURE}|至少(?:有)?[2-9两三四五六七八九]{MEASURE}", aim)
        ):
            stay_out("numbers")
        if not said and certain:
            stay_out("which colours")
        story.take_all(
            rf"(?:{_NUMERAL}){MEASURE}(?:不同颜色的?[球糖]?|[球糖]?颜色不(?:相)?同)|(?:{_NUMERAL})(?:种|类|个(?=品牌|颜色|专业|口味|班级))(?:不同)?(?:的)?(?:颜色|口味|专业|品牌)?(?:的)?(?:[球糖]|袜子|筷子)?(?:都)?|(?:每种|各种|所有|全部)(?:颜色)?(?:的)?[球糖]?|各(?:有)?(?:一|1){MEASURE}|(?:一|1){MEASURE}"
        )
        return {**base, "task": "kinds", "wanted": kinds, "told": f"{kinds} 种"}
    stay_out("what is sure")
