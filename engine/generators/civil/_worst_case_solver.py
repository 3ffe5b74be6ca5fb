"""Reading and solving the worst case: so many of one sort, of a certain sort, so many sorts; cards, job seekers, votes, choices, boxes."""

from __future__ import annotations

import re
from math import comb

from engine.generators.civil._story import Story, one_reading
from engine.generators.civil._worst_case import fullest_at_least, sure_of_certain_colour, sure_of_colours, sure_of_one_colour, sure_votes
from engine.generators.kind import Parameters, Recognition, Solution, Solver
from engine.generators.markdown import paragraphs
from engine.generators.reading import INTEGER, stay_out, to_int

_MEASURE = r"(?:个|只|根|张|枚|颗|块|粒|支|双|人|名|位|件|本|朵|份|条|瓶|袋|顶)"
_THING = r"(?:小球|玻璃球|乒乓球|弹珠|玻璃珠|球|筷子|卡片|手套|袜子|珠子|棋子|糖果|水果糖|糖|积木|笔|铅笔|彩笔|气球|帽子|花|纽扣|扣子|牌|票|徽章)"
_COLOURS = "红黄蓝白黑绿紫橙灰粉棕青"
_COLOUR = rf"(?P<colour>[{_COLOURS}])(?:颜?色)?"
_WORDS = """
袋中 袋子 袋里 布袋 口袋 口袋里 盒子 盒中 盒子里 箱子 箱子里 抽屉 抽屉里 一个布袋里 装有 装 有 放有 放着 混放 混在一起 球 小球 玻璃球 筷子 卡片 手套 袜子 珠子 棋子 糖果 水果糖 铅笔 彩笔 大小 质地 形状 材质 完全 相同 大小相同 颜色 种颜色 三种颜色 四种颜色 两种颜色 不同颜色 颜色不同 其中 的 色的 每种 各种 若干
闭眼 闭眼拿 蒙眼 闭着 眼睛 闭着眼睛 蒙眼 蒙着眼 不看 摸黑 黑暗中 从中 任意 随意 随机 摸取 摸 取 拿 抽 抓 一次 摸出 取出 拿出 抽出 至少 最少 要 才能 保证 确保 一定 一定有 必须 必定 肯定 无论怎么
招聘会 参加 学生 毕业生 求职者 应聘者 人 专业 类 找到工作 求职 一场 一次 某高校 高校 大学生 分别为 分别有 数量 数量分别为 人数 它们 的数量 同学 学院 一定有 名 扑克 扑克牌 一副 副 牌 完整的 完整 含大小王 大小王 包含
"""
_SURE = r"(?:才能?|就能?|可以|能|能够|要|想|如果要)?(?:够)?(?:绝对|一定)?(?:保证|确保)"
_TAKE = r"(?:取出?|摸出?|拿出?|抽出?|抓出?|摸取|抽取|取|拿|挑出?|买)"
_ASKED = rf"(?:一次|从中|闭着眼睛?|至少|最少|起码|那么|,)*(?:最少|至少|起码)(?:要|需要?|应该?|得|必须|有)*(?:从中|从[袋盒箱口][子袋]?[中里]?)?(?:一次)?(?:任意|随意|随机)?(?:{_TAKE})?(?:了)?多少{_MEASURE}?(?:的)?{_THING}?(?:找到(?:了)?工作)?"


def _groups(story: Story) -> dict[str, int]:
    """How many there are of each sort, taken.

    Raises:
        StayOut: a sort comes twice, or names and numbers do not match.
    """
    counts: dict[str, int] = {}

    def add(name: str, value: str) -> None:
        if name in counts:
            stay_out("a sort twice")
        counts[name] = to_int(value)

    number = rf"(?:\d+|[一二两三四五六七八九十]+){_MEASURE}?"
    listed = story.take(
        rf"(?P<names>[{_COLOURS}]色?(?:[、和与,]?[{_COLOURS}]色?)+)(?:(?P<kinds>[二两三四五六])种(?:不同)?(?:的)?颜色|(?P<kinds2>[二两三四五六])色)?(?:的)?(?P<gap>{_THING})?(?:,)?(?:的)?(?:数量)?(?:分别|各)(?:有|是|为)*(?P<values>{number}(?:[、和与,]{number})+)"
    )
    if listed:
        names, values = re.findall(rf"[{_COLOURS}]", listed["names"]), re.findall(r"\d+|[一二两三四五六七八九十]+", listed["values"])
        kinds = listed["kinds"] or listed["kinds2"]
        if len(names) != len(values) or (kinds and to_int(kinds) != len(names)):
            stay_out("names and numbers")
        for name, value in zip(names, values, strict=True):
            add(name, value)
    each = story.take(
        rf"(?P<colours>[{_COLOURS}][{_COLOURS}色、和与,]*)(?:(?P<kinds>[二两三四五六])(?:种|色)(?:不同的?)?(?:颜色)?)?(?:的)?{_THING}?(?:各|每种(?:颜色)?(?:都|各)?)(?:有)?(?P<value>{INTEGER}){_MEASURE}"
    )
    if each is not None:
        names = re.findall(rf"[{_COLOURS}]", each["colours"])
        if len(set(names)) != len(names) or (each["kinds"] and to_int(each["kinds"]) != len(names)):
            stay_out("colours")
        for name in names:
            add(name, each["value"])
    orders = (
        rf"{_COLOUR}(?:的)?{_THING}?(?:有|各)?(?P<value>\d+|[一二两三四五六七八九十]+){_MEASURE}?(?:{_THING})?",
        rf"(?P<value>\d+|[一二两三四五六七八九十]+){_MEASURE}{_COLOUR}(?:的)?{_THING}?",
    )
    # `12 个红球 10 个蓝球` or `红球 12 个、蓝球 10 个`: whichever comes first in the text.
    first_number, first_colour = (
        re.search(rf"(?:\d+|[一二两三四五六七八九十]+){_MEASURE}(?=[{_COLOURS}])", story.rest),
        re.search(f"[{_COLOURS}]", story.rest),
    )
    number_first = bool(first_number and first_colour and first_number.end() == first_colour.start())
    for pattern in reversed(orders) if number_first else orders:
        for match in story.take_all(pattern):
            add(match["colour"], match["value"])
    if not counts:
        subjects = r"(?P<name>[\u4e00-\u9fff]{2,8}?)(?:类|专业|系|班)?(?:的)?(?:学生|毕业生)?(?:有)?(?P<value>\d+)(?:人|名|位)"
        run = re.compile(r"(?:[\u4e00-\u9fff]{2,10}\d+(?:人|名|位)(?:学生)?[、,和]){1,6}[\u4e00-\u9fff]{2,10}\d+(?:人|名|位)").search(
            story.rest
        )
        if run:
            for match in re.finditer(subjects, run[0]):
                add(
                    re.sub(r"^(?:其中|和|招聘会上有|上有|分别是|有|包括|[\u4e00-\u9fff]*招聘会[\u4e00-\u9fff]*有)", "", match["name"]),
                    match["value"],
                )
            story.rest = story.rest[: run.start()] + "\ue000" * (run.end() - run.start()) + story.rest[run.end() :]
    return counts


def _things(text: str) -> Recognition | None:
    story = Story(text)
    story.refuse(
        r"一副|左|右|放回|依次|扑克|大王|小王|数字|编号|点数|至多|概率|有多少种|平均|最有利|运气|若干(?!只|个,)|投票|选票|每次|先|拿走|已经|两种型号|大小两种|属相|生日"
    )
    story.take_all(
        r"(?:它们|这些[球筷棋][子]?)?(?:的)?(?:除了?颜色(?:不同)?(?:之|以)?外,?(?:其余|其他)?(?:都|完全|均)*(?:相同|一样)|大小(?:、|和)?(?:形状|质地|材质)?(?:都|完全|均)*(?:相同|一样)|仅颜色不同|只有颜色不同)"
    )
    asked = story.take(_ASKED)
    if asked is None:
        return None
    many = story.take(
        rf"(?P<kinds>{INTEGER})种(?:不同)?(?:的)?颜色(?:的)?{_THING},?(?:每种)?(?:各|都)(?:有)?(?:很多|足够多|若干|许多)(?:只|个|根|双)?"
    )
    aim = story.take(
        rf"{_SURE}(?:能)?(?:其中|(?:取|摸|拿|抽)出的?{_THING}?(?:中|里)?|里面|手中|手里)?(?:一定|必|必定|必然)?(?:至少)?(?:有|摸到|取到|拿到|包含)?(?:至少)?(?:有)?(?:"
        rf"(?P<kinds>{INTEGER})种(?:不同的?)?(?:颜色)(?:的)?{_THING}?(?:(?:都|均)?(?:有|摸到|取到|拿到|齐|出现|取到|有了?))?"
        rf"|(?P<all>每种颜色|各种颜色|所有颜色|各色|每种|全部颜色)(?:的)?{_THING}?(?:都|均)?(?:至少)?(?:有|摸到|取到|拿到|各?有?(?:1|一){_MEASURE}|出现)+"
        rf"|(?P<certain>{INTEGER}){_MEASURE}{_COLOUR}(?:的)?{_THING}?"
        rf"|(?P<same>{INTEGER})(?![双对副]){_MEASURE}(?:找到(?:了)?工作的)?(?:{_THING}|人)?(?:的)?(?:是)?(?:颜色|专业|品种|型号)?(?:都|完全|是)*(?:颜色相同|同色|相同|一样|同一?种?颜色|同一?个?专业|相同颜色|同专业|同颜色)(?:的)?{_THING}?"
        rf"|(?:(?:1|一)双|(?:1|一)对)(?P<pair>(?:颜色相同|同色|相同颜色|颜色一样)(?:的)?|)(?:袜子|筷子)?(?P<paired>颜色相同|同色)?"
        rf")"
    )
    if aim is None:
        return None
    counts = dict.fromkeys(map(str, range(to_int(many["kinds"]))), 99) if many else _groups(story)
    total = story.take_all(r"(?:共有|共|总共|一共|有)(?P<value>\d+)(?:名|个|人|位|根|只|枚)(?:学生|毕业生|求职者|大学生|球|人|应聘者)")
    if any(int(match["value"]) != sum(counts.values()) for match in total):
        stay_out("the total")
    story.take_all(rf"[二两三四五六]种(?:不同)?(?:的)?颜色(?:的)?{_THING}?|[{_COLOURS}](?:色)?(?:[、和][{_COLOURS}](?:色)?)+")
    story.finish(_WORDS)
    if len(counts) < 2 or min(counts.values()) < 1:
        return None
    values = list(counts.values())
    if many and (aim["certain"] or not (aim["same"] or aim["pair"] is not None)):
        return None
    understood = (
        [("颜色", f"{len(values)} 种，各有很多")] if many else [("各种", "，".join(f"{sort} {count}" for sort, count in counts.items()))]
    )
    if aim["same"] or aim["pair"] is not None:
        if aim["pair"] is not None and (not (aim["pair"] or aim["paired"]) or not re.search("袜|筷", story.text)):
            return None
        wanted = to_int(aim["same"]) if aim["same"] else 2
        if not 2 <= wanted <= max(values):
            return None
        return Recognition(
            parameters={"task": "same", "counts": values, "wanted": wanted}, understood=(*understood, ("要保证", f"{wanted} 个相同"))
        )
    if aim["certain"]:
        wanted, colour = to_int(aim["certain"]), aim["colour"]
        if colour not in counts or not 1 <= wanted <= counts[colour]:
            return None
        return Recognition(
            parameters={"task": "certain", "counts": values, "colour": list(counts).index(colour), "wanted": wanted},
            understood=(*understood, ("要保证", f"{wanted} 个{colour}色")),
        )
    kinds = to_int(aim["kinds"]) if aim["kinds"] else len(values)
    if not 2 <= kinds <= len(values):
        return None
    return Recognition(
        parameters={"task": "kinds", "counts": values, "wanted": kinds}, understood=(*understood, ("要保证", f"至少 {kinds} 种"))
    )


def _cards(text: str) -> Recognition | None:
    story = Story(text)
    if not story.has("扑克|张牌|副牌"):
        return None
    story.refuse("概率|放回|每次|先|若干|两副|已经|平均|至多|同花顺|对子|黑桃|红桃|梅花|方块|红心|[AJQK]")
    whole = story.take(
        r"54张牌?[,(]?(?:带|含|包括)(?:着)?(?:大小王|两个王|大王小王)\)?|(?:一副)?(?:完整的|完整|整副)扑克牌?(?:\(?(?:共|有)?54张(?:,?[含有包括]*大、?小王)?\)?)?|(?:共|有|,|\()54张(?:,?(?:含|包含|包括|有)?(?:大小王|大、小王))?\)?|(?:含|包含|包括)(?:有)?(?:大小王|大、小王|大王和小王)"
    )
    without = story.take(
        r"(?:去掉|除去|除掉|拿掉|抽掉|不含|没有|不包括|取出|拿走)(?:了)?(?:大小王|大、小王|两张王牌?|大王和小王|王牌?)(?:后)?(?:的)?(?:还有|剩下)?(?:52张)?(?:的)?(?:扑克牌)?|52张(?:扑克)?牌?(?:\([^()]{0,8}\))?"
    )
    story.take_all(r"\(?(?:共)?5[24]张[^\d()]{0,8}\)?|(?:共|有)?5[24]张(?:牌)?|大小王")
    if bool(whole) == bool(without):
        return None
    asked = story.take(_ASKED)
    aim = story.take(
        rf"{_SURE}(?:能)?(?:其中|抽出的牌(?:中|里)?|里面)?(?:一定)?(?:至少)?有?(?:至少)?(?:(?P<same>{INTEGER})张(?:牌)?(?:的)?(?:是)?(?P<what>花色|点数)?(?:都|完全)*(?:是)?(?:相同|一样|(?P<what2>同一?种?花色|同花色|同一?种?点数|相同花色|相同点数|花色相同|点数相同))(?:的)?(?:牌)?|(?P<kinds>[四4])种花色(?:的牌)?(?:都)?(?:有)?|(?P<kinds2>[23二两三])种花色)"
    )
    if not asked or not aim:
        return None
    story.finish(_WORDS)
    jokers = 2 if whole else 0
    if aim["same"]:
        what = (aim["what"] or "") + (aim["what2"] or "")
        suits = "花色" in what
        if suits == ("点数" in what):
            return None
        wanted, counts = to_int(aim["same"]), [13] * 4 if suits else [4] * 13
        if not 2 <= wanted <= counts[0]:
            return None
        return Recognition(
            parameters={"task": "same", "counts": counts, "wanted": wanted, "others": jokers},
            understood=(("牌", f"{52 + jokers} 张"), ("要保证", f"{wanted} 张{'花色' if suits else '点数'}相同")),
        )
    kinds = to_int((aim["kinds"] or aim["kinds2"]).replace("4", "四"))
    return Recognition(
        parameters={"task": "kinds", "counts": [13] * 4, "wanted": kinds, "others": jokers},
        understood=(("牌", f"{52 + jokers} 张"), ("要保证", f"{kinds} 种花色")),
    )


def _votes(text: str) -> Recognition | None:
    story = Story(text)
    if not story.has("票"):
        return None
    story.refuse("两票|2票制|半数|过半|2/3|三分之二|每人投[二两三]|每人可投[二两三]|弃权票?[1-9]|废票|选出[两二三]|前[两二三]名")
    story.take_all(
        r"(?:没有|无|且无|且没有|不能|不)(?:人)?弃权票?|(?:每人|每个人|每名[\u4e00-\u9fff]{1,2})(?:只能|都|各|限)?(?:投|有)?(?:1|一)票|(?:每人|每个人)(?:只能)?(?:选|投)(?:其中)?(?:1|一)(?:人|票|个)"
    )
    story.take_all(
        r"\(?(?:得票|票数)?(?:最多|多)(?:者|的人?)?(?:且没有并列(?:的人)?|的候选人|的)?(?:就)?(?:当选|获胜)\)?|得票最多(?:且没有并列)?(?:的人|者)?当选|\(得票比其他[^()]{1,8}多\)|票多者当选|得票多者当选|票最多的(?:人)?当(?:选)?|\(不能并列\)"
    )
    voters = story.take_all(
        rf"(?P<value>{INTEGER})(?:名|个|位)?(?:同学|学生|人|职工|员工|代表|选民|村民|党员|干部|会员|张选票|张有效票|张票)"
    )
    got = story.take_all(
        rf"(?P<who>[甲乙丙丁戊]|小[\u4e00-\u9fff]|[A-D])(?:已经?)?(?:现)?(?:获得|获|得到?|得了|得票|有)?(?:了)?(?P<value>{INTEGER})(?:票|(?=[乙丙丁,。;、]))"
    )
    left = story.take(
        rf"(?:已经)?(?:统计|计|开|数|唱)(?:了|到|完|出)?(?:前)?(?P<value>{INTEGER})张?(?:选)?票(?:时|后)?|(?:还剩|剩余|还有)(?P<rest>{INTEGER})(?:张)?票(?:未统计|没有?统计|未计)?"
    )
    asked = story.take(
        r"(?P<who>[甲乙丙丁戊]|小[\u4e00-\u9fff]|[A-D])(?:至少|最少)?(?:还|再|要|需要?|必须|得)*(?:至少|最少)?(?:还|再|要|需要?)*(?:得到?|获得|获|拿)?(?:至少)?多少(?:张)?(?:选)?票|(?:至少|最少)(?:还|再|要|需要?)*(?:得到?|获得|获)?多少(?:张)?票"
    )
    if len(voters) > 4 or len(got) < 2 or not asked or not asked["who"]:
        return None
    sure = story.take(rf"(?:就|才|能)*稳(?:当选|赢|了|当)*|{_SURE}(?:能|他)?(?:一定)?(?:当选|获胜|胜出|以最多(?:的)?票数?当选)")
    story.take_all(
        r"(?:从)?(?:[甲乙丙丁戊](?:、|和|,)?){2,5}(?:[二两三四五]|[2-5])?(?:名|位|个)?(?:人|候选人|同学)?(?:中)?|[二两三四五](?:名|位|个)(?:候选人)"
    )
    story.finish(
        _WORDS
        + " 三个候选人 候选 最多的当 某班 投票 选举 班长 选 班长 候选人 计票 计票过程 过程中 中途 到中途 先进 评选 选出 一名 投 已 竞选 主席 得票 统计 时 截至 目前 某一时刻 票 当选 最多 者 在 开票"
    )
    if sure is None:
        return None
    if set(re.findall("[甲乙丙丁戊]", story.text)) - {match["who"] for match in got} and re.search("[甲乙丙丁戊]", got[0]["who"]):
        stay_out("somebody has how many votes?")
    totals = {to_int(match["value"]) for match in voters}
    counted = [to_int(match["value"]) for match in got]
    names = [match["who"] for match in got]
    if left and left["value"] and to_int(left["value"]) != sum(counted):
        stay_out("counted")
    if left and left["rest"]:
        totals.add(sum(counted) + to_int(left["rest"]))
    totals = {value for value in totals if value > 5}
    if len(totals) != 1 or asked["who"] not in names or len(set(names)) != len(names):
        return None
    total = totals.pop()
    if sum(counted) >= total:
        return None
    return Recognition(
        parameters={"task": "votes", "total": total, "counted": counted, "own": names.index(asked["who"])},
        understood=(
            ("总票数", str(total)),
            ("已得", "，".join(f"{name} {value}" for name, value in zip(names, counted, strict=True))),
            ("求", f"{asked['who']}还要多少票"),
        ),
    )


def _choices(text: str) -> Recognition | None:
    """Everybody chooses so many of so many: how many people make sure that so many chose alike."""
    story = Story(text)
    if not story.has("每人|每个|每位|每名|各"):
        return None
    story.refuse("概率|至多|扑克|投票|选票|每次|先|若干|颜色")
    offer = story.take(
        rf"(?:从|在|有)?(?P<value>{INTEGER})(?:种|门|项|个|类)(?:不同的?)?(?P<gap>[\u4e00-\u9fff]{{0,6}}?)(?:中|里|可供选择|供选择|,|可选|任意)"
    )
    choose = story.take(
        rf"(?:每人|每个人|每位[\u4e00-\u9fff]{{1,2}}|每名[\u4e00-\u9fff]{{1,2}}|每个[\u4e00-\u9fff]{{2}}|各)(?:都|可以?|必须|只能|需|要|恰好|从中|任意|任|可|限|最少|(?P<least>至少))*(?:选择?|订阅?|选订|选修|参加|购买|买|挑选|借|报|拿|选报|报名|取|订购)(?:其中的?|了|恰好)?(?P<value>{INTEGER})(?:种|门|项|个|本|类)(?P<or>或(?:者)?(?P<value2>{INTEGER})(?:种|门|项|个))?"
    )
    asked = story.take(
        r"(?:最少|至少|起码)(?:要|需要?|应该?|有)*多少(?:位|名|个)?(?:居民|学生|人|同学|员工|职工|读者|小朋友)?(?:订报|参加|订阅|选课)?"
    )
    aim = story.take(
        rf"{_SURE}(?:其中)?(?:一定|必)?(?:至少)?有(?:至少)?(?P<value>{INTEGER})(?:位|名|个)?(?:居民|学生|人|同学|员工|职工|读者|小朋友)?(?P<gap>[^\d\ue000,;。?]{{0,10}}?)(?:完全)?(?:相同|一样|一致)"
    )
    if not offer or not choose or not asked or not aim:
        return None
    story.finish(
        _WORDS
        + " 某社区 社区 居民 订报 报纸 不同的报纸 选订 的报纸 种类 课程 选修 选的 订的 完全 运动 项目 活动 兴趣班 图书 杂志 的 参加 种 水果 人 选择 选课 情况 订阅 所 选 的课程 不同"
    )
    kinds, wanted = to_int(offer["value"]), to_int(aim["value"])
    number = to_int(choose["value"])
    if choose["least"]:
        ways = sum(comb(kinds, each) for each in range(number, kinds + 1))
    else:
        ways = comb(kinds, number) + (comb(kinds, to_int(choose["value2"])) if choose["or"] else 0)
    if not 1 <= number <= kinds or wanted < 2:
        return None
    return Recognition(
        parameters={"task": "choices", "ways": ways, "wanted": wanted, "kinds": kinds},
        understood=(("选法", f"{kinds} 种里{'至少' if choose['least'] else ''}选 {number} 种，{ways} 种"), ("要保证", f"{wanted} 人相同")),
    )


def _boxes(text: str) -> Recognition | None:
    """Things put into boxes: however they are put, one holds so many."""
    story = Story(text)
    story.refuse("概率|颜色|扑克|投票|保证|确保|最多的|每个(?:抽屉|盒子|笼子)?至少|空")
    put = story.take(
        rf"(?:把|将)?(?P<things>{INTEGER})(?:只|个|本|支|封|颗|块)(?P<gap>[\u4e00-\u9fff]{{1,5}}?)(?:任意|随意|全部|都)?(?:放进|放入|放到|飞进|飞回|装进|装入|投入|投进|分给|关进|分到)(?:了)?(?P<boxes>{INTEGER})(?:个|名|位|只)(?:不同的)?(?P<gap2>[\u4e00-\u9fff]{{1,4}}?)(?:里|中)?(?=,|。|那|总)"
    )
    asked = story.take(
        r"(?:那么|则|不管怎么放|无论怎么放|无论怎样放|不论怎么放|,)*(?:总有|至少有|必有|一定有)(?:1|一)(?:个|名|位|只)(?P<gap>[\u4e00-\u9fff]{1,4}?)(?:里|中)?(?:至少|最少)(?:要)?(?:放|有|飞进|装|分到|得到|放进|放了|飞进了)*多少(?:只|个|本|支|封|颗|块)?"
    )
    if not put or not asked:
        return None
    story.finish(_WORDS + " 鸽子 鸽笼 笼子 苹果 抽屉 书 信箱 信 小朋友 学生 糖 无论怎么放 无论怎样放 不管怎么放 任意放 总有 笔 笔筒 文具盒")
    things, boxes = to_int(put["things"]), to_int(put["boxes"])
    if boxes < 2 or things < 1:
        return None
    return Recognition(
        parameters={"task": "boxes", "things": things, "boxes": boxes},
        understood=(("东西", str(things)), ("抽屉", str(boxes)), ("求", "必有一个至少多少")),
    )


def _locks(text: str) -> Recognition | None:
    """So many keys and as many locks: the most tries until every key is with its lock."""
    story = Story(text)
    locks = story.take(rf"(?P<value>{INTEGER})把锁")
    keys = story.take(rf"(?P<value>{INTEGER})把(?:不同的?)?钥匙")
    asked = story.take(
        r"(?:至少|最多|最坏情况下?)(?:要|需要?|得)?(?:试开?|开|试验)(?:了)?多少次,?(?:才能|就能|能|就)?(?:一定)?(?:保证|确保)?(?:将|把|使)?(?:全部|全|所有)?(?:的)?(?:锁|钥匙)?(?:和(?:锁|钥匙))?(?:都|全部|全)?(?:配上?对|打开|配好|匹配|配上|对上)(?:起来)?(?:钥匙|锁)?"
    )
    if not (locks and keys and asked):
        return None
    story.take_all(
        r"(?:全|都)?(?:混|弄混|搞混|打乱)(?:在一起)?了?|一一对应|(?:每|1|一)把钥匙(?:只能|恰好?能?)(?:打?开)(?:1|一|其中的?一)把锁"
    )
    story.finish(_WORDS + " 钥匙 锁 现 要")
    count = to_int(locks["value"])
    if count < 2 or to_int(keys["value"]) != count:
        return None
    return Recognition(parameters={"task": "locks", "count": count}, understood=(("锁和钥匙", f"各 {count} 把"), ("求", "最多试的次数")))


def _solve(parameters: Parameters) -> Solution:
    task = parameters["task"]
    if task == "votes":
        value = sure_votes(parameters["total"], parameters["counted"], parameters["own"])
        left = parameters["total"] - sum(parameters["counted"])
        if value > left:
            stay_out("cannot be sure")
        rival = max(votes for place, votes in enumerate(parameters["counted"]) if place != parameters["own"])
        own = parameters["counted"][parameters["own"]]
        return Solution(
            answer=f"{value} 票",
            also=(str(value),),
            steps=paragraphs(
                f"还剩 {left} 票。最不利：没得到的全给票最多的对手（已有 {rival} 票）。",
                f"再得 {value} 票时 {own} + {value} = {own + value}，对手最多 {rival} + {left - value} = {rival + left - value}，少一票就不能保证。",
            ),
            conventions=("票数必须比每个对手都多",),
        )
    if task == "locks":
        count = parameters["count"]
        value = count * (count - 1) // 2
        return Solution(
            answer=f"{value} 次",
            steps=f"第一把钥匙最多试 {count - 1} 次（前面都不对，剩下的一把不用试），以后每把少 1 次：从 {count - 1} 加到 1，一共 {value} 次。",
            conventions=("只剩一把锁时不用再试",),
        )
    if task == "choices":
        ways, wanted = parameters["ways"], parameters["wanted"]
        value = ways * (wanted - 1) + 1
        steps = [
            f"不同的选法有 {ways} 种。最不利：每种选法各有 {wanted - 1} 人，{ways} × {wanted - 1} = {value - 1}。",
            f"再多 1 人：{value - 1} + 1 = {value}。",
        ]
    elif task == "boxes":
        value = fullest_at_least(parameters["things"], parameters["boxes"])
        steps = [f"平均每个 {parameters['things']} ÷ {parameters['boxes']}，有余数就加 1：必有一个至少 {value} 个。"]
    else:
        counts, wanted = parameters["counts"], parameters["wanted"]
        others = parameters.get("others", 0)
        also_others = f"，加上 {others} 张王" if others else ""
        if task == "same":
            value = sure_of_one_colour(counts, wanted) + others
            parts = [min(count, wanted - 1) for count in counts]
            shown = " + ".join(map(str, parts)) if len(parts) < 8 else f"{len(parts)} × {parts[0]}"
            steps = [
                f"最不利：每种只取到 {wanted - 1} 个，不够的全取出：{shown} = {sum(parts)}{also_others}。",
                f"再取 1 个：{value - 1} + 1 = {value}。",
            ]
        elif task == "certain":
            value = sure_of_certain_colour(counts, parameters["colour"], wanted)
            rest = value - wanted
            steps = [f"最不利：先把其他颜色全取出，{rest} 个。", f"再取 {wanted} 个：{rest} + {wanted} = {value}。"]
        else:
            value = sure_of_colours(counts, wanted) + others
            steps = [
                f"最不利：先把最多的 {wanted - 1} 种全取出，{value - 1 - others} 个{also_others}。",
                f"再取 1 个：{value - 1} + 1 = {value}。",
            ]
    return Solution(
        answer=f"{value}",
        also=tuple(f"{value} {unit}" for unit in ("个", "只", "根", "张", "枚", "颗", "块", "人", "名", "位")),
        steps=paragraphs(*steps),
    )


SOLVER = Solver(
    hint=r"保证|确保|稳|总有|必有|至少有一个", recognise=one_reading(_things, _cards, _votes, _choices, _boxes, _locks), solve=_solve
)
