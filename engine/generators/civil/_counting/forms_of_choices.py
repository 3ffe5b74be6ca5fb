"""Forms of choices: routes, menus, purchases, teams of the same make, pairs of shoes, things put away one after the other."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.civil._counting.assigning.words import PERSON, PLACE
from engine.generators.civil._counting.cues import N
from engine.generators.civil._counting.forms import Form, Made, Told
from engine.generators.reading import stay_out, to_int

_TOWN = r"[\u4e00-\u9fffA-Z]{1,8}?"
_MEANS = r"(?:条|种|班|趟|列|次|路|架)"


def _routes(told: Told) -> Made | None:
    ways = [
        [leg["a"], leg["b"], to_int(number)] for leg in told.every["legs"] for number in patterns.findall(rf"({N}){_MEANS}", leg["list"])
    ]
    start, end = told.get("goal", "a"), told.get("goal", "b")
    towns = {str(town) for way in ways for town in way[:2]}
    if not ways or not {start, end} <= towns or len(towns) > 6:
        return None
    told_ways = "；".join(f"{one}到{other} {number} 种" for one, other, number in ways)
    return "routes", [ways, start, end], (("路线", told_ways), ("求", f"从{start}到{end}"))


_ROUTES = Form(
    "routes",
    {
        "goal": rf"(?:则|那么|某人|小[\u4e00-\u9fff]|要|,|问)*从(?P<a>{_TOWN})到(?P<b>{_TOWN})(?:的)?(?:一?共|总共)?(?:可以|能)?(?:有)?(?:多少(?:种|条)(?:不同)?(?:的)?[\u4e00-\u9fff]{{0,5}}|(?:不同的?)?(?:路线|走法|乘车法|出行选择|方法|方式)(?:一?共)?(?:有)?(?:多少)?(?:种|条)?)(?=[?。:]|$)"
    },
    _routes,
    every={
        "legs": rf"(?:某市|,|又|且)*从(?P<a>{_TOWN})到(?P<b>{_TOWN})(?:每天|每日|分别|共|可乘|可以?坐|有)+(?:[\u4e00-\u9fff]{{0,4}}?)(?P<list>(?:{N}{_MEANS}(?:不同的?)?[\u4e00-\u9fff]{{0,5}}?[、,和])*{N}{_MEANS}(?:不同的?)?(?:[\u4e00-\u9fff]{{0,5}}?))(?=[,;。])"
    },
    other="不(?!同)|返回|往返|至少|最多|必须|如果|若|下图|如图",
    asks="(?=.|$)",
    opened=lambda text: patterns.sub("(?<=[\u4e00-\u9fff])(?:可以?)?直[接达](?=到)", "", text),
)

_DISH = r"(?:种|个|件|条|道|款|双|顶|套)"
_CLOTHES = "衣|裤|裙|鞋|帽|衫|外套|领带|围巾"


def _menu(told: Told) -> Made | None:
    kinds = {
        patterns.sub("^(?:菜单|有|和|他|她)+", "", each["name"] or each["name2"]): int(each["n"] or each["n2"])
        for each in told.every["offers"]
    }
    if len(kinds) < 2 or len(kinds) != len(told.every["offers"]):
        return None
    if any(sum(patterns.search(f"[{worn}]", name) is not None for name in kinds) > 1 for worn in ("裤裙", "鞋", "帽", "衣衫套")):
        return None  # one or the other of them is worn
    rest = told.text
    takes: dict[str, int] = {}
    for name in kinds:
        if chosen := patterns.search(
            rf"{re.escape(name)}(?:要|需|任)?(?:选|点|取|挑)(?P<n>{N})|(?:选|点|取|挑)(?P<n2>{N}){_DISH}?{re.escape(name)}", rest
        ):
            takes[name] = to_int(chosen["n"] or chosen["n2"])
    short = "[、,]?".join(rf"一(?:个|份|种)?{re.escape(name[0])}菜?" for name in kinds)
    if not takes and (
        told.said("each")
        or patterns.search(short, rest)
        or (patterns.search("搭配|配[成出套]|穿法|装束", rest) and all(patterns.search(_CLOTHES, name) for name in kinds))
    ):
        takes = dict.fromkeys(kinds, 1)
    if set(takes) != set(kinds):
        return None
    return (
        "menu",
        [list(kinds.values()), [takes[name] for name in kinds]],
        tuple((name, f"{kinds[name]} 选 {takes[name]}") for name in kinds),
    )


_MENU = Form(
    "menu",
    {"of": r"(?=.*(?:菜|餐|汤|衣|裤|裙|鞋|帽|衫|款|搭配|配))"},
    _menu,
    may={"each": rf"(?:每人)?(?:各|每种|每样|分别)(?:选|取|穿|拿|点|挑)?(?:一|1){_DISH}|(?:一|1)套"},
    every={
        "chosen": rf"(?:要|需|任)?(?:选|点|取|挑)(?P<n>{N}){_DISH}?",
        "offers": rf"(?P<name>[\u4e00-\u9fff]{{1,4}}?)(?:有)?(?P<n>\d+){_DISH}(?=[、,;。\n])|(?P<n2>\d+){_DISH}(?:不同的)?(?P<name2>[上外大毛]?衣|衬衫|[长短]?裤子?|[长短]?裙子?|[皮布]?鞋子?|帽子?|领带|围巾)(?=[和、,;。])",
    },
    other="至少|至多|不能|必须|相邻|顺序|或者|男|女|可戴|不戴|不穿|可以不|可不|只穿|只配|只能|一样|其一|选其|同时|成套|票|课|[卖丢坏送借掉]|[两二三四2-9](?:个|名|位)?人",
    idle="套餐要求|要求|搭配[成出]?",
)


def _some_kinds(told: Told) -> Made:
    number, low = told.number("kinds"), told.number("least")
    high = told.number("most") if told.said("most") else number
    names = patterns.findall("[A-Z甲乙丙丁]", told.get("kinds", "names"))
    if (names and len(names) != number) or not 1 <= low <= high <= number <= 12:
        stay_out("how many kinds")
    return "some_kinds", [number, low, high], (("种类", str(number)), ("每人", f"{low}～{high} 种"))


_DO = r"(?:订阅?|选修?|买|报|参加|借|学)"
_SOME_KINDS = Form(
    "some_kinds",
    {
        "kinds": rf"(?P<names>[A-Z甲乙丙丁](?:[、,]?[A-Z甲乙丙丁])+)?(?:这)?(?P<n>{N})(?:种|门|项|本|样)(?:不同的?)?[\u4e00-\u9fff]{{1,6}}?(?=[,;。中])",
        "least": rf"(?:要求|,)*(?:每(?:个|名|位)?[\u4e00-\u9fff]{{1,3}}?)?(?:至少|最少)(?:要)?{_DO}(?P<n>{N})(?:种|门|项|本|样)",
    },
    _some_kinds,
    may={"most": rf"[,、]?(?:但|且)?(?:至多|最多)(?:能|可以)?{_DO}(?P<n>{N})(?:种|门|项|本|样)"},
    other="相同|完全一样|才能保证|一定有|不同种类的人",
    asks=rf"(?:每(?:个|名|位)?[\u4e00-\u9fff]{{1,3}}?)?(?:一?共)?有?多少种(?:不同的?)?(?:的)?(?:{_DO}[\u4e00-\u9fff]{{0,2}})?(?:方式|方法|法|情况|选择)?",
)

_BUY = r"(?:购买|购进|购置|选购|购|买|挑选|选)"
_U = r"(?:件|个|条|双|副|本|支|盒|张|只|台|套|袋|瓶|份|把|块|束|箱|枚|顶|盆|棵|包|斤|杯)"
_THING = r"[\u4e00-\u9fff]{1,5}?"


def _purchases(told: Told) -> Made | None:
    names: list[str] = []
    prices: list[int] = []
    for each in told.every["prices"]:
        names.append(each["name"] or each["name2"] or each["name3"])
        prices.append(int(each["price"] or each["price2"] or each["price3"]))
    if len(set(names)) != len(names) or not 2 <= len(names) <= 3:
        return None
    low: list[int] = [0] * len(names)
    high: list[int | None] = [None] * len(names)
    how, said = "", [f"{name} {price} 元" for name, price in zip(names, prices, strict=True)]
    for match in told.every["some"]:
        name = next((each for each in names if match["name"].startswith(each)), "")
        how = match["how"] or how or stay_out("at least")
        if not name:
            stay_out("of what")
        if how in ("至多", "最多"):
            high[names.index(name)] = to_int(match["n"])
        else:
            low[names.index(name)] = to_int(match["n"])
        said.append(f"{how} {to_int(match['n'])} {name}")
    if told.said("each"):
        if any(low):
            stay_out("at least how many")
        low = [told.number("each")] * len(names)
        said.append(f"每种至少 {low[0]}")
    elif not any(low) and not all(high):
        stay_out("whether some of each are bought")
    money, exactly = told.number("limit", "sum"), bool(told.get("limit", "all") or told.get("limit", "all2"))
    understood = (("条件", "；".join(said)), ("钱数", f"{'恰好' if exactly else '不超过'} {money} 元"), ("求", "买法"))
    return "purchases", [prices, low, high, money, exactly], understood


_PURCHASES = Form(
    "purchases",
    {
        "limit": r"(?:预算|总价|总费用|花费|总花费|费用|总共|一共|共)*(?:花费)?(?:不(?:能|得|可以?)?(?:超过|多于|大于)|至多|最多(?:花)?|上限(?:为|是)?|(?P<all>恰好|正好|刚好)(?:花完?|用完?|花费)?(?:了)?)(?P<sum>\d+)元|(?:将|把)?(?P<sum2>\d+)元(?:钱)?(?P<all2>(?:恰好|正好|刚好|全部)(?:全部)?(?:花|用)(?:完|光|掉))"
    },
    _purchases,
    may={
        "each": rf"(?:且|并且|要求|,)*(?:每种|两种|各)(?:[\u4e00-\u9fff]{{0,4}}?)(?:都)?(?:要|应|需)*(?:至少|最少)(?:要|应)?{_BUY}?(?P<n>{N}){_U}?"
    },
    every={
        "prices": rf"(?:^|(?<=[,;。、和]))(?:已知|其中|且|若)?(?:(?P<name>{_THING})的?(?:单价|价格|售价|每{_U}的?(?:价格|售价)?)(?:分别)?(?:为|是)?(?P<price>\d+)元(?:/{_U}|1?{_U})?|(?P<name2>{_THING})(?P<price2>\d+)元(?:/|每|1){_U}|每{_U}(?P<name3>{_THING})(?P<price3>\d+)元)(?=[,;。、和]|$)",
        "some": rf"(?:并且|而且|且|和|、|,|如果|若|要求)*(?P<how>至少|最少|不少于|至多|最多)?(?:要|应|需)?{_BUY}?(?P<n>{N}){_U}(?P<name>[\u4e00-\u9fff]{{1,6}})",
    },
    other="折|优惠|赠|送1|利润|偶数|奇数|倍|比|总件数|运费|找零|退",
    asks=rf"(?:则|那么|问|,)*(?:一?共)?(?:可以?|能)?(?:有)?(?:多少种)?(?:不同的?)?的?{_BUY}(?:方式|方案|方法|法|的方式)(?:一?共)?(?:有)?(?:多少种?)?|{_BUY}(?:时)?(?:一?共)?有多少种(?:不同的?)?(?:方式|方案|方法|选择)",
)
_IN_TURN = Form(
    "taken_in_turn",
    {
        "things": rf"(?:从|有|现有)*(?P<n>{N})(?:名|个|位|人|本|只|件|张|盆|支|台|份|颗|枚|块|把)(?:各不相同|互不相同|不同)的?[\u4e00-\u9fff]{{1,3}}?(?:中|里)?(?=[,;。选取任拿挑])"
    },
    lambda told: _in_turn(told),
    every={
        "steps": rf"(?:先|再|然后|又|并|,|从剩下的?(?:[\u4e00-\u9fff]{{1,3}})?中|任意?|随机)*(?:选|取|拿|挑)(?:出)?(?P<n>{N})(?:名|个|位|人|本|只|件|张|盆|支|台|份|颗|枚|块|把)(?:[\u4e00-\u9fff]{{1,2}})?,?(?:放|装)(?:入|进|到)(?:在)?(?P<where>第(?:[一二三四]|\d)个|另(?:外)?一?个|[甲乙丙A-C])[\u4e00-\u9fff]{{1,3}}?(?:里|中)?(?=[,;。?]|问|则|共|$)"
    },
    other="至少|至多|最多|必须|相同的(?!方法)|若|如果|放回",
)


def _in_turn(told: Told) -> Made | None:
    steps, count = told.every["steps"], told.number("things")
    takes = [to_int(each["n"]) for each in steps]
    if len(steps) < 2 or len({each["where"] for each in steps}) != len(steps):
        return None
    if sum(takes) > count or count > 30:
        stay_out("more than there are")
    return "taken_in_turn", [count, takes], (("共", f"{count} 个"), ("依次取", "、".join(map(str, takes))))


PAIRS_TAKEN = {
    "pairs": rf"(?:有|从|在)*(?P<n>{N})(?:双|对|副)(?:各?不(?:相)?同的?|不同颜色的?)(?:鞋子?|手套|袜子|筷子)?(?:中|里)?",
    "take": rf"(?:任意|随机|任)?(?:取出?|抽取?|拿出?|摸出?|选出?)(?P<n>{N})(?:只|个|根)(?:鞋|手套|袜子)?",
    "event": r"(?P<none>(?:没有|都不|不能|无)(?:任何)?(?:两只)?(?:一双)?(?:配成|成|能配成)?(?:一)?(?:双|对)?(?:的)?|(?:四只|\d只)?(?:都)?不成[双对])|(?P<some>至少(?:能)?(?:有|配成|配|凑成)*(?:一|1)(?:双|对)|(?:恰好|恰|正好)(?:能)?(?:配成|成|是|凑成|有)*(?P<exact>一|1)(?:双|对)(?:配对的?|成双|成对|(?:是|为)?(?:同色|颜色(?:相同|一样))的?)?|(?:能)?(?:配成|成|凑成|是)(?:一|1)(?:双|对))",
}
"""The cues of some taken of so many pairs, in counts as in chances."""


def pairs_taken(told: Told) -> Made | None:
    """How many pairs, how many taken, and whether no pair, exactly one or at least one is among them."""
    pairs, take, some = told.number("pairs"), told.number("take"), told.get("event", "some")
    if patterns.search(rf"{re.escape(told.said('event'))}(?:是|为|[红白黑黄蓝])", told.text) or not 2 <= take <= 2 * pairs <= 40:
        return None
    if patterns.search("色", told.said("event")) and not patterns.search("不(?:相)?同颜色|颜色(?:各|都|均)*不", told.text):
        stay_out("of which colours the pairs are")
    what = "none" if not some else "exact" if told.get("event", "exact") else "some"
    if what == "some" and "至少" not in some and take != 2:
        stay_out("how many pairs")
    asked = {"none": "没有成双", "exact": "恰有一双", "some": "至少一双"}[what]
    return "pairs_taken", [pairs, take, what], (("双数", str(pairs)), ("取", str(take)), ("求", asked))


def _covering(told: Told) -> Made:
    names, people = told.get("who", "names"), told.get("who")
    count = to_int(people) if people else len(patterns.split("[、和与]", names))
    things, take, again = told.number("things"), told.number("take"), told.get("all")
    if (
        (names and len(patterns.split("[、和与]", names)) != count)
        or (again and to_int(again) != things)
        or not take < things <= count * take
    ):
        stay_out("who chooses of what")
    return "covering", [count, things, take], (("几家各选", f"{count} 家，{things} 种里各选 {take} 种"), ("条件", "每种都有人选"))


_COVERING = Form(
    "covering",
    {
        "who": rf"(?P<names>[甲乙丙丁A-D](?:[、和与][甲乙丙丁A-D]){{1,3}})?(?<!第)(?P<n>[两二三四2-4])(?:个|名|位)?(?:{PERSON}|{PLACE}|单位|家庭)",
        "all": rf"(?:已知|且|并且|要求|,)*(?:这|上述|所有)*(?:的)?(?P<n>{N})(?:种|门|类|项|本)[\u4e00-\u9fff]{{0,4}}?(?:都|均)(?:要|必须)?(?:至少)?(?:有|被)(?:人|部门|科室|单位|{PERSON})?(?:订阅|选择|订购|选修|选中|选|订|报名)(?:了|到|过)?",
        "things": rf"(?:从|有|现有|的|共|提供|这)*(?P<n>{N})(?:种|门|类|项|本)(?:不同的?)?(?P<gap>[\u4e00-\u9fff]{{1,4}}?)(?:中|里|可供选择|供选择)?(?=[,;。选任订各挑])",
        "take": rf"(?:分别|各自|每(?:个|名|位)?(?:人|部门|科室|单位)|都|各|要|均)*(?:任意|任)?(?:选择?|订阅?|挑选?|选修|订购)(?:了)?(?P<n>{N})(?:种|门|类|项|本)(?:订阅|选修|学习|阅读)?",
    },
    _covering,
    other=r"至少(?:有)?[一1](?:种|门)|相同|不同的?(?:报纸|期刊|课程)|恰|不选|必选|重复|概率|已知(?!这|上述|所有|\d)|(?:甲|乙|丙|[A-D])(?:部门|科室|单位|人)?(?:选|订|已|没|未|只|不|必)",
    idle="(?:每|[两二三])(?:个|名|位)?(?:人|部门|科室|单位)的?|各自?|分别|阅览室|甲|乙",
)
_PAIRS = Form("pairs_taken", PAIRS_TAKEN, pairs_taken, idle="混放|鞋柜")


def _posts(told: Told) -> Made:
    total, takes = told.number("of"), [to_int(each["n"] or each["n2"]) for each in told.every["posts"]]
    names = [each["what"] or each["what2"] for each in told.every["posts"]]
    if len(takes) < 2 or len(set(names)) != len(names) or sum(takes) > total:
        stay_out("which posts")
    return (
        "taken_in_turn",
        [total, takes],
        (("共", f"{total} 人"), ("选", "、".join(f"{name} {n}" for name, n in zip(names, takes, strict=True)))),
    )


_POST = r"(?:正|副)?[\u4e00-\u9fff]{0,2}(?:长|主任|书记|主席|主持人|经理|[委队组成干]员|班子成员|记录员|秘书|裁判|督导)"
_POSTS = Form(
    "posts",
    {
        "of": rf"(?:要|拟|需|现)*(?:从|有)(?P<n>{N})(?:名|个|位)(?:候选人|{PERSON})(?:中|,)",
        "take": rf"(?:推选|评选|选举|选拔|选聘|选派|选|推举)(?:出)?(?={N}|{_POST}{N})",
    },
    _posts,
    every={
        "posts": rf"(?P<n>{N})(?:名|个|位)(?P<what>{_POST})(?:[、,和与及]|(?=[,;。问则]|$))|(?P<what2>{_POST})(?P<n2>{N})(?:名|人)(?:[、,和与及]|(?=[,;。问则]|$))"
    },
    other="男|女|其中|至少|至多|不|必须|只|甲|小[\u4e00-\u9fff]|各|分别|老[王李张刘赵]|(?<=[和、])\\d+名[^,;。]{1,4}中",
)
CHOICE_FORMS = (_POSTS, _COVERING, _ROUTES, _MENU, _SOME_KINDS, _PURCHASES, _IN_TURN, _PAIRS)
