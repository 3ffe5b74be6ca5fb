"""Words of people and things in a row, and what is a row though it does not say so: visits one after the other, a rota."""

from __future__ import annotations

import re
from typing import Any

from engine.generators import patterns
from engine.generators.civil._counting.samples.words import N
from engine.generators.reading import stay_out, to_int

NAME = r"(?:[赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严金魏陶姜谢邹苏潘范彭鲁马苗方任袁柳唐薛雷贺汤罗郝安常于傅康余元顾孟黄尹姚邵汪毛戴宋庞熊纪舒董梁杜阮蓝江童郭梅林钟徐邱骆高夏蔡田樊胡凌霍万柯卢莫房丁邓洪石崔龚程陆刘叶白丘侯曾肖邢](?:医生|老师|经理|师傅|教授|主任|某|警官|法官|科长|处长|局长|书记|护士|律师|校长)|班长|组长(?!会)|队长|团支书|小(?!组|区|学|时|品|朋|孩|伙|路|巷|球|麦)[A-Z\u4e00-\u9fff]|老[王李张刘赵周陈](?!师)|[甲乙丙丁戊己庚]|(?<![A-Za-z])[A-H](?![A-Za-z])|[\u4e00-\u9fff]某(?![种些个地]))"
SHORT_NAME = r"(?:小(?!组|区|学|时|品|朋|孩|伙|路|巷)[A-Z\u4e00-\u9fff]|老[王李张刘赵周陈]|[甲乙丙丁戊己庚]|(?<![A-Za-z])[A-H](?![A-Za-z]))"
"""The names that are read where no list of family names is wanted."""
SHORT_NAMES = rf"{SHORT_NAME}(?:[、和与跟,及]?{SHORT_NAME})*"
LIST = rf"{NAME}(?:[、,和与及跟]?{NAME})+"
UNIT = r"(?:名|个|位|本|盆|辆|幅|件|张|面|支|首|种|头|只|棵|株|盏|根|把|人)"
SCENE = r"(?:随机|任意|随意|全部|一起|共同|要|现要?|将|被|按顺序|按次序|依次|先后|轮流|都|准备|打算|她们|他们|它们|,)*(?:排队(?:合影留念|照相留念|照相|拍照|合影|买票|上车|入场|办理业务|进场|领取|登机|检票)+|(?:在[^,;。?\d]{1,8}(?:上|前|里|中|旁|内))?(?:围着?[^,;。?\d]{0,6}?(?:圆桌|篝火|桌子|火堆|一圈|成一圈)(?:旁边?|周围|四周|边上?)?[^,;。?\d]{0,4}?(?:坐|就座|就餐|讨论|开会)?|(?:围|坐|站|排)(?:成|坐成|坐在|在)?(?:一|1)?(?:个)?(?:圆圈|圈|圆桌|环形|圆)(?:旁|周围|边)?|(?:并排|随机|任意)?(?:排|站|坐|摆|放|停|插|挂|种|摆放|排列|陈列|排队|排练|站队)(?:成|在|到|于|了|着|放)*(?:书架上?|阳台上?)?(?:的)?(?:同一层上?)?(?:一|1)?(?:个)?(?:横排|竖排|纵队|纵列|直列|排|列|行|队|条直线|直线)(?:上)?(?:进行)?(?:合影留念|合影|照相|拍照|留念|照|拍合照|拍毕业照|看电影|听课|座位)*|(?:合影留念|合影|照相|拍照)(?:留念)?|(?:依次|先后|按顺序|轮流|按次序|顺序)+(?:上台|登台|进行|做|作|表演|演出|汇报|发言|演讲|出场|面试|报告|展示|答辩|参观|考察|走访|检查)+(?:[^,;。?\d甲乙丙小不]{0,8}(?=[,;。?]))?|(?:上台|登台|进行)?(?:演讲|发言|出场|汇报|表演|演出)(?=的?(?:顺序|次序|先后))|(?:随机|任意|随意)?(?:地)?(?:并排)?(?:摆放|排放|放|摆|排)(?:到|在|上)(?:一个)?书架(?:上)?(?:的)?(?:同一层)?(?:上)?|(?:就座|入座|坐下)))"
RING = r"圆桌|篝火|火堆|圈|环形|圆"
ENDS: tuple[tuple[str, list[Any]], ...] = (
    (r"首尾两端|两端|两头|两边|首尾(?:两个?)?(?:位置)?|排头和排尾|最左和最右|头尾|两侧", [0, -1]),
    (r"排头|队首|队头|最前面?|第[一1](?:个|位|名|场|天)?|首位|首个|最左[端边侧面]?|左端|最先|开头|开场", [0]),
    (r"排尾|队尾|最后(?:面|一个|一位|一名)?|末位|末尾|最右[端边侧面]?|右端|压轴|压台|结尾|倒数第[一1](?:个|位)?", [-1]),
    (r"倒数第[二2](?:个|位)?", [-2]),
    (r"正中间|最中间|正中央?|中间(?:位置)?|中央", ["middle"]),
    (r"第[二2](?:个|位|名)?", [1]),
    (r"第[三3](?:个|位|名)?", [2]),
    (r"第[四4](?:个|位|名)?", [3]),
    (r"第[五5](?:个|位|名)?", [4]),
    (r"第[六6](?:个|位|名)?", [5]),
)
SAME_SORT = (
    r"(?:同一?|相同的?)(?:种|类|个)?(?:科目|学科|类型|颜色|性别|单位|部门|家庭|班级|班|科室|学校|国家|品种|种类|组|科|类|种)(?:的)?(?:人|书|同学|学生|选手|节目|球|职工|员工|代表|领导|车|老师)*(?!的?"
    + NAME
    + ")"
)
SIGNS: tuple[tuple[str, str], ...] = (
    ("T", r"(?:男女|老师和学生|师生)?(?:相间|交替|间隔|交叉)(?:排列|站|排|而站|而坐|出场|就座|坐)?"),
    (
        "B",
        rf"(?:之间|中间|间)(?:要|必须|恰好?|正好|刚好|只|能|都)*(?:间隔|相隔|隔|有|站|夹着?|隔着)(?:着|了)?(?P<value>{N})(?:个|名|位)?(?:人|同学|其他人|节目|其他同学)?",
    ),
    ("W", r"之间(?=$|且|并且|而且|的|站|位置|,)"),
    ("R", r"(?:的)?(?:左边|左侧|左面|前面|前边|前方|前|之前|以前|左)(?=位置|[,;。?的且并\ue000]|站|出场|发言|演讲|表演|上台|$|概率)"),
    ("r", r"(?:的)?(?:右边|右侧|右面|后面|后边|后方|后|之后|以后|右)(?=位置|[,;。?的且并\ue000]|站|出场|发言|演讲|表演|上台|$|概率)"),
    ("M", r"互不|两两(?:都|均)?不|任[意何]两[个名本位人者]*(?:都|均)?不|彼此(?:都)?不|各不|都不|均不|两两(?:之间)?(?:都)?不"),
    ("H", r"不(?:能|可以?|得|会|要)?(?:全部?|都|全都)|不(?:能)?同时"),
    ("Z", r"不(?:能|可以?|得|允许|想|愿意?|肯|许|准|要|会|是|站|坐|在|排在)*|没有|避免|禁止|严禁"),
    (
        "X",
        r"(?:站|排|坐|放|摆|排列|演出|停|种)?(?:在)?(?:相邻|挨着|挨在一起|紧挨着?|紧邻|连在一起|靠在一起|在一起|一起|连续(?:演出|表演|出场|发言|摆放)?|连排|相连|捆绑|毗邻)(?:的)?(?:位置)?(?:站|坐|排|摆)?",
    ),
    ("F", r"(?:从[左前]到[右后]的?|先后|左右|前后|相对)?(?:的)?(?:出场|发言)?(?:顺序|次序)(?:一定|固定|不变|已定|确定|保持不变)"),
    ("E", r"(?:恰好?|正好|刚好)(?:有|(?=[\d一二两三四五]))|有且(?:只|仅)有|只有|仅有"),
    ("O", r"或者?"),
    ("V", r"又|也"),
)
IDLE = "队伍的?|队列的?|而|都|发言人|发言者|其中|要求|规定|已知|并且|而且|且|但是|但|若|如果|假如|必须|一定要?|固定|应该?|需要?|需|要|得|总是|总|都|均|全部|全|只能|只|须|能|可以|可|希望|想|把|将|被|安排在|安排|站在|站|排在|排成|排|坐在|坐|放在|摆在|放|摆|停在|位于|处于|出场|上台|登台|演讲|发言|表演|演出|汇报|报告|展示|是|为|在|的|位置上?|位|座位|之间|两人|二人|三人|他们|她们|它们|这|那|们|人|同学|同志|老师|职工|员工|节目|书|名|个|本|则|那么|问|求|同部门|同一部门|一对|夫妻|恰好?|正好|刚好|顺序|次序|时|中|上|与|和|以及|还|任意|任何|所有|全体|彼此|互相|一排|一列|时候|所以|因此|一名|一个|一位|不一定相邻|不要求相邻|可以不相邻|共|一共|随机|一家|有|由|留|给|开始|进行|成|一|照相时?|拍照时?|合影时?|排队时?|站队时?|分别"
IDLE_PATTERN = re.compile("|".join(sorted(IDLE.split("|"), key=len, reverse=True)))
OTHER = r"选(?!手|调|修)|挑|抽|至少|至多|最多|最少|身高|高矮|高低|体重|年龄|空位|空座|空椅|空车位|放回|袋中|盒|骰|信封|卡片|字母|车票|数字|偶数|奇数|分[成到给配为]|前后两排|两排|2排|前排|后排|两列|第[二三]排|颜色不同|值班|(?<!小)周[一二三四五六日](?!人)|星期|天|楼层|房间|插入|插进|添加|添进|加入|保持|轮换|编号|号码|座号|对号|原来的|交换|调整|对夫妻|对夫妇|对双胞胎|家庭|几何|命中|满意"


def visits(text: str) -> str:
    """`需要走访 6 户甲、乙、……，问走访顺序有多少种` is a row; what is done in that order says nothing more."""
    asked = patterns.search(r"(?P<what>[\u4e00-\u9fff]{2})(?:的)?(?:顺序|次序)(?:一?共|总共)?(?:有)?多少种", text)
    if asked is None or patterns.search("站|排[成队列]|坐|围", text):
        return text
    done = asked["what"]
    scene = patterns.search(
        rf"(?P<n>{N})(?:个|户|家|名|位|处)[\u4e00-\u9fff]{{1,5}}?(?={NAME}(?:[、,和与]?{NAME}))(?P<names>{NAME}(?:[、,和与]?{NAME})+)",
        text,
    )
    if scene is None or done not in text[: scene.start()]:
        return text
    head = text[: scene.start()]
    names = patterns.findall(NAME, scene["names"])
    if to_int(scene["n"]) != len(names) or patterns.search(r"\d", head):
        return text
    tail = patterns.sub(rf"(?:的)?{done}(?:的)?(?:顺序|次序)?|(?<=在){done}(?=之)", "", text[scene.end() : asked.start()])
    return f"{scene['names']}{len(names)}人排成一排{tail}共有多少种排法?"


_SEATS = re.compile(
    rf"(?:现|有|一排|共|某排|的|并排|,)*(?P<n>{N})(?:个|把|张)(?:相同的|并排的|空的?|连续的)*(?P<what>座位|椅子|凳子|泊车位|车位|停车位|泊位|位置|位子)(?:连成|排成|并成|站成|排|摆成)*(?:一|1)?(?:排|行|列)?(?=[,;。坐停])"
)
_SITTERS = re.compile(
    rf"(?:现|在|有|安排|让|把|将|若|如果|,)*(?<![第\d])(?P<k>{N})(?:名|个|位|辆)?(?:不同的?)?(?P<who>人|同学|学生|乘客|观众|客人|员工|职工|领导|嘉宾|代表|朋友|老师|车|汽车|轿车|小汽车)(?:要|去|来|随机|分别|全部|都)*(?:就座|就坐|入座|坐下|坐到|坐在|坐|停放|停入|停|停在)(?:这|其中|这些)*(?:座位|椅子|车位|里|上|中|好)*"
)


# `停车场有一排 9 个车位`: where they are says nothing.
_WHERE = re.compile(
    rf"(?:^|(?<=[,;。]))某?[\u4e00-\u9fff]{{0,6}}?(?:第[一二三]排|前排)?(?:有一排|一排有|共有|设有|有)(?={N}(?:个|把|张)(?:相同的|并排的|空的?|连续的)*(?:座位|椅子|凳子|泊车位|车位|停车位|泊位|位置|位子))"
)
_CAME = re.compile(
    rf"(?:先后|陆续|现在?|又)*(?:开?来|驶入|开进|进来)了?(?P<k>{N})(?P<who>辆)(?:不同的?)?(?:小?汽车|轿车|车)(?:,)?(?:停(?:好|放|完|车)?(?:之?后|时)?)?"
)
_WHO = "嘉宾|代表|朋友|老师|人|同学|学生|乘客|观众|客人|员工|职工|领导|小?汽车|轿车|车"


def seats(text: str) -> str:
    """`6 个座位一排，3 人就座` as a row of people and empty places, which nothing tells apart.

    Raises:
        StayOut: more sit down than there are places.
    """
    text = _WHERE.sub("", text)
    places = _SEATS.search(text)
    if places is None:
        return text
    rest = text[: places.start()] + text[places.end() :]
    people = _SITTERS.search(rest) or _CAME.search(rest)
    if people is None:
        return text
    count, sitting = to_int(places["n"]), to_int(people["k"])
    if not 0 < sitting < count:
        stay_out("who sits")
    who = "人" if people["who"] not in ("车", "汽车", "轿车", "小汽车", "辆") else "车"
    tail = rest[: people.start()] + rest[people.end() :]
    tail = patterns.sub(r"空(?:座位|椅子?|车位|位置|位子|座)", "空位", tail)
    both = r"(?:每(?:个)?(?:人|辆车)?(?:的)?)?(?:左右(?:两边|两侧|两旁)?|两边|两侧|两旁)(?:都|均|必须)*(?:要|必须)?(?:有|是|为)空位"
    tail = patterns.sub(both, f"{who}互不相邻,{who}不在两端", tail)
    empty = patterns.search(
        rf"(?:且|要求|,)*(?:剩下|剩余|余下|其余)?的?(?:(?P<n>{N})个)?空位(?:恰好|正好|刚好|全部|都|要|必须|全)*(?:连在一起|相连|相邻|连成一片|挨在一起|在一起)",
        tail,
    )
    if empty is not None:
        if empty["n"] and to_int(empty["n"]) != count - sitting:
            stay_out("how many are empty")
        tail = tail.replace(empty[0], ",空位相邻", 1)
    tail = patterns.sub(
        rf"任[意何](?:[两2])(?:个|位|名|辆)?(?:{_WHO})之间(?:都|均|至少|必须|要)*有(?:一个|1个)?空位", f"{who}互不相邻", tail
    )
    tail = patterns.sub(
        r"(?:任[何意]|每)?(?:[两2]|"
        + str(sitting)
        + r")(?:个|辆)?(?:人|车)(?:都|均|互|两两)*不(?:能)?(?:坐|停)?(?:在)?相邻(?:的)?(?:位置|座位|车位)?",
        f"{who}互不相邻",
        tail,
    )
    unit = "名" if who == "人" else "辆"
    return f"{sitting}{unit}{who}、{count - sitting}个空位排成一排,{tail.lstrip(',')}"


_SOME_THERE = re.compile(
    rf"(?P<who>{NAME}(?:[、,和与及]?{NAME})+)(?:[两二三]个?人)?(?:当中|之中|中)?(?:至少|最少)有?(?:一|1)(?:个|名|位)?人?(?:要|必须)?(?:站|坐|排)?在(?=(?:队伍)?(?:的)?(?:首尾|两端|两头|排头|排尾|两边))"
)


def some_there(text: str) -> str:
    """`甲、乙中至少有一人在两端`: not both of them elsewhere."""
    return _SOME_THERE.sub(r"\g<who>不全不在", text)


_DAYS = "一二三四五六日"
_ROTA = re.compile(
    r"(?:在|于)?(?:星期|周)(?P<first>[一二三四五六])(?:到|至|~|-|—)(?:星期|周)?(?P<last>[二三四五六日天])(?:的)?(?:轮流|依次)?(?:值班|值日|值守|轮值|坐班)?"
)
_EACH_DAY = re.compile(
    r"(?:,|且|要求)*(?:每(?:个)?人(?:只|各|都|分别)?(?:值班|值|值日|安排|轮值)?(?:一|1)天|每(?:一)?天(?:只|都|各)?(?:安排|由|有)?(?:一|1)(?:个)?(?:名|位)?(?:人|同学|员工|工作人员|医生|老师|学生)?(?:值班|值日|轮值)?)(?=[,;。])"
)

_WEEK = re.compile(r"(?:要|来|轮流)*(?:排|安排|编排|制定|负责|排出)(?:一周|一个星期|1周)(?:七天|7天)?的?(?:值班表|值班|值日表|值日)")


def rota(text: str) -> str:
    """`5 人周一至周五值班，每人一天` is a row of five; the days are its places.

    Raises:
        StayOut: the days are not as many as the people.
    """
    if _EACH_DAY.search(text):
        text = _WEEK.sub("周一至周日值班", text)
        text = patterns.sub("(?:这张|该|这份)?(?:值班表|值日表)(?=(?:一?共)?有?多少种)", "", text)
    found = _ROTA.search(text)
    if found is None or not _EACH_DAY.search(text):
        return text
    head, tail = text[: found.start()], text[found.end() :]
    first, last = _DAYS.index(found["first"]), _DAYS.index(found["last"].replace("天", "日"))
    told = patterns.findall(rf"({N})(?:名|位|个|人)", head)
    people = to_int(told[-1]) if told else len(set(patterns.findall(NAME, head)))
    if people != last - first + 1:
        stay_out("people and days")
    for place in range(first, last + 1):
        day = _DAYS[place].replace("日", "[日天]")
        tail = patterns.sub(rf"(?:星期|周){day}", f"第{_DAYS[place - first]}个", tail)
    return _EACH_DAY.sub(",", f"{head}排成一排{tail}")


# What they stand there for: a verb and what it is done to, which says nothing of anybody's place.
_PURPOSE = re.compile(
    r"(?:来|去|等待?|准备|进行|参加|领|买|做|打|上|登|乘|坐|看|听|接受|办理?|照|拍|合|进|入|取|交|测|候|检)(?![^,;。?]*(?:至[少多]|最|相|顺序|次序|先后|方式|方法|[站排坐摆]法))[^\d,;。?!:()甲乙丙丁不没必须只第左右前后中端首尾头末邻挨老小之若如男女且的法种]{1,7}(?=[,;。])"
)


def without_purpose(tail: str) -> str:
    """What follows a scene, without what they stand there for."""
    found = _PURPOSE.match(tail)
    return tail[found.end() :] if found else tail
