"""Sorts of things or people from which some are chosen: what they are called, told one by one, one or so many of each chosen."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.civil._problems.story import Story
from engine.generators.reading import stay_out, to_int

NUMBER = r"(?:\d+|[一二两三四五六七八九十]+)"
UNIT = r"(?:个|名|位|件|只|枚|张|本|支|把|盏|台|根|颗|双|种|道|部|条|瓶|盒|辆)"
TAKE = r"(?:选择出?|选举出?|推举出?|选出|选取|选派|推选|挑选出?|挑出?|抽调|抽取|抽出|抽查|抽检|抽|选|派出?|取出|任取|取|摸取|摸出|摸|拿出|拿|借阅?|捞出|抓取|抓出?|带|借|买|找)"
SORTS = (
    r"(?:男|女|一等奖|二等奖|三等奖|谢谢参与|党员|非党员|团员|群众|正品|次品|合格品|不合格品|一等品|二等品|三等品|废品|有奖|中奖|无奖|没奖|好|坏|白|红|黑|黄|蓝|绿|紫|橙|粉|灰|老师|教师|学生|医生|护士|内科|外科|语文|数学|英语|物理|化学|历史|文科|理科|科技|文艺|小说|"
    r"干部|工人|老年|青年|中年|专家|甲部门|乙部门|甲组|乙组|甲班|乙班|会计|律师|肉|素|荤|单数|双数|真|假|新|旧|苹果|梨|橘子|香蕉|巧克力|水果|奶|大|小|象棋|围棋|舞蹈|歌唱|相声|小品|选择题|判断题|填空题|中国|外国|本科|硕士|博士|中级|初级|高级|行政|技术|法律|经济)"
)
TAIL = r"(?:色|颜色|生|职工|员工|同学|性|士|干部|队员|代表|志愿者|选手|演员|书|类书|课本|球|小球|乒乓球|玻璃球|棋子|卡片|牌|产品|零件|灯泡|电池|奖券|彩票|糖|菜|节目|题|题目|的|人|人员|医生|教师|老师|学生|部门|组|班|袜子|手机|学历|职称|粽子|粽|馅|口味)*"


def key(name: str) -> str:
    found = patterns.match(SORTS, name)
    plain = found[0] if found else name
    return {
        "正品": "正品",
        "合格品": "正品",
        "不合格品": "次品",
        "废品": "次品",
        "好": "正品",
        "坏": "次品",
        "中奖": "有奖",
        "没奖": "无奖",
        "教师": "老师",
    }.get(plain, plain)


def told_one_by_one(text: str) -> str:
    """`红、黄、蓝三种颜色的球分别为 2 个、3 个、4 个` as `红球2个,黄球3个,蓝球4个`."""
    found = patterns.search(
        rf"(?P<sorts>{SORTS}色?(?:[、和]{SORTS}色?){{1,4}})(?:{NUMBER}种)?(?:不同)?(?:颜色)?(?:的)?(?P<thing>小?球|卡片|袜子|糖果?|手套|筷子)(?:分别|依次|各)+(?:有|为|是)?(?P<counts>\d+{UNIT}?(?:[、,和]\d+{UNIT}?){{1,4}})(?=[,;。]|$)",
        text,
    )
    if found is None:
        return text
    sorts, counts = patterns.findall(SORTS, found["sorts"]), patterns.findall(r"\d+", found["counts"])
    if len(sorts) != len(counts):
        return text
    unit = "张" if found["thing"] == "卡片" else "个"
    told = ",".join(f"{sort}{found['thing']}{count}{unit}" for sort, count in zip(sorts, counts, strict=True))
    return text.replace(found[0], told)


def of_each_sort(story: Story, groups: dict[str, int]) -> tuple[dict[str, int], bool] | None:
    """`男、女职工各 2 人`, `选男生 2 名、女生 1 名`: how many of each sort, and whether these are all that are chosen.

    Raises:
        StayOut: sorts that nobody has told.
    """
    one = rf"(?:{SORTS}(?:{TAIL})(?:要|应|需|选|有)*{NUMBER}{UNIT}|{NUMBER}{UNIT}{SORTS}(?:{TAIL}))"
    found: dict[str, int] = {}
    alone = False
    if alike := story.take(
        rf"(?:其中|要求|且|从中|现要|要|需|,)*(?P<verb>{TAKE})?(?P<a>{SORTS})(?:{TAIL})[、和]?(?P<b>{SORTS})(?:{TAIL})(?:的)?(?:要|应|需|必须|都)*(?:各|分别)(?:选出?|派出?|有|占|要|抽取?|取)*(?P<n>{NUMBER})(?:{UNIT}|人)(?!以上|或)"
    ):
        found = {key(alike["a"]): to_int(alike["n"]), key(alike["b"]): to_int(alike["n"])}
        alone = alike["verb"] is not None
    elif len(groups) == 2 and (alike := story.take(rf"(?:从中|现|要|需)*各(?:选出?|派出?|抽取?|取出?)(?P<n>{NUMBER})(?:{UNIT}|人)")):
        found, alone = dict.fromkeys(groups, to_int(alike["n"])), True
    elif beside := story.take(rf"(?:其中|要求|且|包括|使|,)+(?P<list>{one}(?:[、,和及]{one})+)(?=[,;。?])"):
        for match in patterns.finditer(
            rf"(?P<a>{SORTS})(?:{TAIL})(?:要|应|需|选|有)*(?P<n>{NUMBER}){UNIT}|(?P<m>{NUMBER}){UNIT}(?P<b>{SORTS})(?:{TAIL})",
            beside["list"],
        ):
            name = key(match["a"] or match["b"])
            if name in found:
                stay_out("a sort twice")
            found[name] = to_int(match["n"] or match["m"])
    elif listed := story.take(rf"(?:从中|现|要|需要?|打算|任意|随机|,)*{TAKE}(?P<list>{one}(?:[、,和及]?{one})+)(?:人)?"):
        for match in patterns.finditer(
            rf"(?P<a>{SORTS})(?:{TAIL})(?:要|应|需|选|有)*(?P<n>{NUMBER}){UNIT}|(?P<m>{NUMBER}){UNIT}(?P<b>{SORTS})(?:{TAIL})",
            listed["list"],
        ):
            name = key(match["a"] or match["b"])
            if name in found:
                stay_out("a sort twice")
            found[name] = to_int(match["n"] or match["m"])
        alone = True
    if not found:
        return None
    if len(found) < 2 or any(name not in groups for name in found):
        stay_out("which sorts")
    return found, alone


def one_of_each_sort(story: Story, groups: dict[str, int], number: int) -> tuple[list[int], str] | None:
    """`三种颜色各有 1 个`, `每种颜色至少一个`: how many of every sort are allowed, and the words for it.

    Raises:
        StayOut: so many sorts have not been told, or one of each is not everything chosen.
    """
    found = (
        story.take(
            rf"(?:这|所有|全部)?(?:每|(?P<n>{NUMBER}))种(?:不同的?)?(?:颜色|品种|类型|类|口味|奖|政治面貌|学历|职称|身份|等级|级别)?(?:的)?(?:小?球|糖|卡片|书|产品|奖券)?(?:恰好|恰|正好|刚好|都|均|中|至少|各|要)*(?:有|摸出|取出|抽到|取到|摸到|取|选|出现)*(?:至少)?(?:有)?(?:一|1)(?:{UNIT}|人)"
        )
        if len(groups) > 2
        else None
    )
    if found is None:
        return None
    if (found["n"] and to_int(found["n"]) != len(groups)) or not patterns.search("各|每|都|均", found[0]):
        stay_out("one of how many sorts")
    if "至少" in found[0]:
        return list(range(1, number + 1)), found[0]
    return ([1], found[0]) if number == len(groups) else stay_out("one of each is not everything")
