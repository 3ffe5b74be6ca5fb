"""Forms of rows: what is put into a row, what stays together in it, who sits on which seats, whose turn it is."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.civil._counting.combinatorics.words import PERSON
from engine.generators.civil._counting.cues import N
from engine.generators.civil._counting.forms import Form, Made, Told
from engine.generators.civil._counting.names import SHORT_NAMES
from engine.generators.reading import stay_out, to_int

_MUST = r"(?:必须|一定|要求|要|得|都|均|须|应|需|只能)*"
_NOT = r"(?:都|也|且|均|又)*不(?:能|得|许|可以?|准|允许)?(?:同时|都|一起|连着)?"
_PAIR = r"(?:夫妻|夫妇|情侣|恋人|双胞胎|父子|母子|母女|父女|姐妹|兄弟|姐弟|兄妹|师徒|搭档)"
_NEAR = r"(?:坐|站|挨|排|连)?(?:在?一起|相邻|相连|挨在一起|挨着坐?|紧挨着|一块儿?|连排|连续(?:演出|表演|发言|出场))(?:而坐|坐)?"
_RING = r"(?:围(?:着|坐|成|在)*|(?:站|坐|排)(?:成|在)?)(?:一|1)?(?:张|个)?大?(?:圆桌|桌子|圆圈|圈|篝火)(?:旁|边|周围|前)?(?:而?坐下?|就座)?"
_ROW = r"(?:站|坐|排)(?:成|在)?(?:一|1)?(?:排|列|行)"
_TURNED = r"\(?(?:若|如果)?(?:经过?)?(?:旋转|转动|转一圈)(?:之?后)?(?:能?相同|能?重合(?:的)?)?的?(?:坐法|排法)?(?:只)?(?:算|视为|看作|为|是)*(?:作|是)?(?:同?一种|相同|一样)?(?:坐法|排法)?的?\)?"
"""That turning changes nothing is meant where nobody says otherwise."""


def _inserted(told: Told) -> Made:
    old, new = told.number("old"), told.number("new")
    return "inserted", [old, new, bool(told.said("apart"))], (("原有", str(old)), ("插入", str(new)))


_INSERTED = Form(
    "inserted",
    {
        "old": rf"(?:已|原)(?:经|来|有|排好|定好|固定|安排|排|定|的|了|共)*(?P<n>{N})个[\u4e00-\u9fff]{{0,3}}?节目|(?:节目单|节目表|晚会)(?:上|中|里)?(?:共|原|已)*有(?P<n2>{N})个[\u4e00-\u9fff]{{0,3}}?节目",
        "new": rf"(?:再|又|要|需|现|临时|决定)*(?:插|加|添|增)(?:入|加|进去|进|上|了|去)*(?P<n>{N})个(?:新|不同)?的?(?:节目)?",
        "kept": rf"(?:若|如果|要求|且|保持|,)*(?:原来|原有|原定|原|这些|这|它们)*(?:有)?的?(?:{N}个)?(?:节目)?的?(?:相对|先后|固定)*(?:顺序|次序|位置)(?:都|保持)*(?:不变|不动|不改变|固定)",
    },
    _inserted,
    may={"apart": r"(?:新|新加的|加入的|插入的)?(?:[两2三3]个)?(?:新)?(?:节目)?(?:互|都|也)?不(?:能|可)?(?:相邻|连排|连续)"},
    other="圆|男|女|选",
    idle="演出前|临时",
)


def _partly_alike(told: Told) -> Made | None:
    alike, different = ([to_int(each["n"]) for each in told.every[name]] for name in ("alike", "different"))
    if not alike or not different:
        return None
    understood = (("相同的", "、".join(map(str, alike))), ("互不相同的", "、".join(map(str, different))))
    return "partly_alike", [alike, sum(different)], understood


_SO_MANY = rf"(?P<n>{N})[个只本张盆面盏枚颗支块把朵棵株幅双件]"
_SORT = r"的[\u4e00-\u9fff]{1,4}?(?=[和与及排摆挂放插站在]|[^\u4e00-\u9fffA-Za-z\d])[、,和与及]*"
_PARTLY_ALIKE = Form(
    "partly_alike",
    {"row": r"(?:在[\u4e00-\u9fff]{1,4}[上里])?(?:排|摆|挂|放|插|站)(?:成|在|放)?[一1](?:排|列|行)"},
    _partly_alike,
    every={"alike": rf"{_SO_MANY}(?:完全)?(?:相同|一样){_SORT}", "different": rf"{_SO_MANY}(?:各|互)*不(?:相)?同{_SORT}"},
    other="相邻|挨|连|两端|首|尾|左|右|中间|隔|选|取|分|至[少多]|不(?!同|相同)|圆|圈|第|其余|相间",
)


def _lamps(told: Told) -> Made:
    row, put = told.number("row"), told.number("put")
    lit = patterns.search("打开|开启|亮", told.get("put", "how")) is not None
    if lit and told.get("apart", "bare"):
        stay_out("which of them are apart")
    out = row - put if lit else put
    ends = not told.said("ends")
    return (
        "gaps_filled",
        [row - out, out, ends],
        (("灯", f"{row} 盏，关 {out} 盏"), ("条件", f"关的不相邻{'' if ends else '，两端不关'}")),
    )


_OFF = r"(?:关掉?|熄灭?|关闭|灭)(?:掉)?"
_ENDS = r"(?:首尾|两端|两头|头尾|最?两边|最外侧)的?(?:[两2]盏)?的?(?:路?灯)?"
_LAMPS = Form(
    "lamps",
    {
        "row": rf"(?<![第每其])(?P<n>{N})(?:盏|个|只)[\u4e00-\u9fff]{{0,3}}?灯",
        "put": rf"(?:计划|决定|打算|只|仅)*(?P<how>关|熄|灭|打开|开启|点亮)(?:掉|闭|灭|上|了)*(?:其中的?)?(?P<n>{N})(?:盏|个|只)(?:路?灯)?",
        "apart": rf"(?:任[意何])?相邻的?(?:[两2]盏)?的?(?:路?灯)?(?:中)?(?:{_NOT}{_OFF}|至少有?[一1]盏是?(?:开启|打开|点亮|亮)[的着]?)|{_NOT}{_OFF}(?:任[意何])?相邻的?(?:[两2]盏)?的?(?:路?灯)?|{_OFF}的?(?:路?灯)?(?:中)?(?:任[意何][两2]盏)?(?:都|均|之间|互|两两|彼此)*{_NOT}(?:相邻|挨着|紧挨)|(?<=,)(?P<bare>(?:互相?|彼此)?不(?:能|得|可以?)?相邻)(?=[,;。?])",
    },
    _lamps,
    may={"ends": rf"(?:规定|要求)?{_ENDS}(?:{_NOT}{_OFF}|{_MUST}(?:保持)?(?:亮|开)着?)的?|{_NOT}{_OFF}{_ENDS}"},
    other="颜色|闪|三盏|连续|围成|圆|圈|环形|头一|末|最前|最后",
    idle="照明|不影响(?:行路|行车|行人)?安全",
)


def _days_apart(told: Told) -> Made:
    days, chosen = told.number("days"), told.number("chosen")
    apart = told.number("apart")
    if apart != (2 if told.get("apart", "any") else chosen) or (told.get("apart", "run") and apart != 2):
        stay_out("which days are apart")  # `3 天不连续`: not all of them, or no two
    return "gaps_filled", [days - chosen, chosen, True], (("天数", f"{days} 天选 {chosen} 天"), ("条件", "选的天不相邻"))


_DAYS_APART = Form(
    "days_apart",
    {
        "days": rf"(?:在|从)?(?:下周|本周|一周|某周|连续)?的?(?P<n>{N})天(?:时间)?(?:之?内|中|里)",
        "chosen": rf"(?:选择?|挑选?|安排)(?:其中)?(?:的)?(?P<n>{N})天[^,;。\d不没未除每各]{{0,10}}?(?=[,;。])",
        "apart": rf"(?:若|如果|且|规定)?(?:要求)?[^,;。\d]{{0,4}}?的?(?P<any>任[意何])?(?:这)?(?P<n>{N})天(?:都|均|互|两两|彼此)*{_NOT}(?:相连|相邻|(?P<run>连续)|挨着|连在一起)",
    },
    _days_apart,
    other="第|周[一二三四五六日]|星期|[每各另再又最首末]|循环|轮",
    idle="计划|决定|打算|由于|自来水公司|不足|至[春夏秋冬旱雨]季",
)


def _together(told: Told) -> Made | None:
    """Pairs that each stay together."""
    pairs = told.number("pairs")
    if not 2 <= pairs <= 9 or "每" not in told.said("near") + told.text:
        return None
    if told.said("people") and told.number("people") != 2 * pairs:
        stay_out("how many of them")
    ring = bool(told.get("line", "ring"))
    return "blocks", [[2] * pairs, ring], (("对数", str(pairs)), ("坐法", "围成一圈" if ring else "一排"), ("条件", "每对相邻"))


_PAIRS_TOGETHER = Form(
    "pairs_together",
    {
        "pairs": rf"(?<![第每])(?P<n>{N})(?:对[\u4e00-\u9fff]{{0,4}}?{_PAIR}|个家庭(?:各派|每家|各有)?[\u4e00-\u9fff]{{0,8}}?[两2]人)",
        "line": rf"(?P<ring>{_RING})|{_ROW}",
        "near": rf"(?:要求|且|,)*(?:每(?:一)?对|每家|每个家庭|同一家庭)?的?{_PAIR}?(?:两人|二人)?{_MUST}{_NEAR}",
    },
    _together,
    may={"turned": _TURNED, "people": rf"(?<![第\d])(?P<n>{N})个?人"},
    other=r"男女|对面|正对|分开|孩子们|单身|老人|主持|司仪|客人|(?:和|与|及|、|还有|外加)(?:另外?)?[一两三1-3](?:个|名|位)(?!家庭)|不(?:能)?(?:坐在一起|相邻|挨)",
    idle="聚餐|吃饭|拍照|照相",
)


def _round(told: Told) -> Made | None:
    people, who = told.number("people"), told.get("close", "who")
    certain = 1 if not who else len(patterns.findall(r"小.|老.|[甲乙丙丁戊己庚A-Z]", who)) if patterns.fullmatch(SHORT_NAMES, who) else 2
    if not 1 <= certain < people <= 12 or certain > 4 or (who and certain < 2):
        return None
    return "blocks", [[certain] + [1] * (people - certain), True], (("围坐", f"{people} 人"), ("条件", told.said("close") or "没有"))


_ROUND = Form(
    "round",
    {"people": rf"(?P<n>{N}){PERSON}{_RING}"},
    _round,
    may={
        "turned": _TURNED,
        "close": rf"(?:其中|若|要求)*,?(?P<who>{SHORT_NAMES}|小两口|夫妻(?:两人|俩)?|一对(?:夫妻|情侣|双胞胎)|两口子|(?:某|指定的?)?[两2](?:个|名|位)?(?:人|同学|领导))(?:[两三]个?人)?{_MUST}{_NEAR}",
    },
    other="男|女|不(?!同)|对面|左|右|翻转|编号|号座|主位|固定",
    idle=r"(?<=种)不同|开会|吃饭",
)


def _of_groups(told: Told) -> Made | None:
    """Groups of told sizes that each stay together in a row."""
    count = told.number("groups")
    sizes = [to_int(each) for each in patterns.findall(N, told.get("sizes", "list"))]
    sizes = sizes or [to_int(told.get("sizes", "n") or told.get("sizes", "n2"))] * count
    if len(sizes) != count or not 2 <= count <= 10 or max(sizes) > 8:
        stay_out("how many of each")
    return "blocks", [sizes, False], (("各组人数", "、".join(map(str, sizes))), ("条件", "同组相邻"))


_GROUP = r"(?:部门|班级?|单位|科室|学校|年级|小组|组|公司|家庭|代表队|队|社团|学院|车间)"
_MEMBER = r"(?:节目|人|代表|选手|学生|员工|同学|队员)"
_SEND = r"(?:各|都|要|需)*(?:派出?|选派|出|表演|准备|有|选送|报)?(?:了)?"
_GROUPS_TOGETHER = Form(
    "groups_together",
    {
        "groups": rf"(?P<n>{N})(?:个|所|家|支)(?:不同的?)?{_GROUP}的?",
        "sizes": rf"每(?:个|所|家|支)?{_GROUP}?{_SEND}(?P<n>{N})(?:个|名|位)?{_MEMBER}?|各{_SEND}(?P<n2>{N})(?:个|名|位){_MEMBER}|(?:分别|各){_SEND}(?P<list>{N}(?:名|个|位)?(?:[、,和]{N}(?:名|个|位)?)+){_MEMBER}",
        "near": rf"(?:要求|且|若|,)*(?:来自)?(?:同一?个?|每个?|各){_GROUP}的?(?:\d个?|[两三]个?)?(?:参赛)?{_MEMBER}?的?(?:比赛|出场|发言|表演|演讲)?(?:顺序|次序)?{_MUST}{_NEAR}",
    },
    _of_groups,
    other="圆|围|第[一二三]|两端|男女|至少|不相邻",
    idle=r"为了?加强[^,;。\d]{2,12}|参加|并?(?:站|排)成一(?:列|排|行)|不同的?(?:参赛|出场|比赛|发言|演出)?|参赛|技能大赛",
)


def _each_his_own(told: Told) -> Made | None:
    places, people = told.number("rooms"), told.number("people")
    return (
        ("choose", [places, people, True], (("房间", str(places)), ("人", str(people)), ("条件", "每人一间")))
        if people <= places <= 40
        else None
    )


_LODGED = Form(
    "lodged",
    {
        "rooms": rf"(?P<n>{N})(?:个|间)(?:不同的?)?(?:房间|客房|单间|办公室|宿舍)",
        "people": rf"(?<![第\d])(?P<n>{N})(?:{PERSON}|(?:名|位)[\u4e00-\u9fff]{{2}})",
        "each": r"每(?:人|名|位)(?P<gap>[\u4e00-\u9fff]{0,3}?)(?:各|只|都|单独)*(?:住|用|安排|分配)?(?:一|1)(?:个|间)(?:房间?|办公室)?(?=[,;。])",
    },
    _each_his_own,
    other="至少|至多|不能|必须|要求|男|女|层|相邻|甲|两人一间|2人",
)


def _mixed_pairs(told: Told) -> Made:
    men, women, pairs = (told.number(each) for each in ("men", "women", "pairs"))
    if not men == women == pairs:
        stay_out("not all in pairs")
    return "choose", [men, men, True], (("男女", f"各 {men} 人"), ("组成", f"{men} 对，每对一男一女"))


_MIXED = Form(
    "mixed_pairs",
    {
        "men": rf"(?P<n>{N})(?:名|个|位)男(?:队员|选手|运动员|生|同学|士|演员|舞者)?",
        "women": rf"(?P<n>{N})(?:名|个|位)女(?:队员|选手|运动员|生|同学|士|演员|舞者)?",
        "pairs": rf"(?:组|分|搭|编|配|结)成(?P<n>{N})(?:个|对|支|组)(?:混双|混合双打)?(?:队伍?|组合|组|搭档|舞伴)?",
        "mixed": r"(?:混合双打|混双)(?:比赛)?|每(?:队|组|对)(?:有|由)?(?:一|1)男(?:一|1)女(?:组成)?|男女各?(?:一|1)(?:名|人)(?:组成)?(?:一(?:队|组|对))?",
    },
    _mixed_pairs,
    other="至少|至多|不能|必须|选出|选派|挑选|第[一二三]|甲|站|坐",
)

_NAMES = r"(?P<names>[甲乙丙丁戊A-E](?:[、和与]?[甲乙丙丁戊A-E]){1,4}|小[\u4e00-\u9fff](?:[、和]小[\u4e00-\u9fff]){1,4})"
_DUTY = r"(?:值班|值日|值勤|轮班|上班|加班|巡逻|守夜|坐班|值守)"


def _turns(told: Told) -> Made:
    count = len(patterns.findall(r"[甲乙丙丁戊A-E]|小[\u4e00-\u9fff]", told.get("people", "names")))
    days, share = told.get("span", "days"), told.number("each")
    if told.get("span", "low2"):
        number = (
            "一二三四五六日".index(told.get("span", "high2").replace("天", "日")) - "一二三四五六日".index(told.get("span", "low2")) + 1
        )
    else:
        number = to_int(days) if days else int(told.get("span", "high")) - int(told.get("span", "low")) + 1
    if told.get("people") and told.number("people") != count:
        stay_out("how many people")
    if told.get("span", "m2") not in ("", told.get("span", "m")) or share * count != number or not 2 <= share <= 4 or number > 14:
        stay_out("how many days each")
    return "turns_apart", [[share] * count], (("人数", f"{count} 人，每人 {share} 天"), ("条件", "同一人不连续"))


_TURNS = Form(
    "turns",
    {
        "apart": rf"(?:要求|规定|但|且|并且|,)*(?:每人|同一个?人|任[何意]一?个?人|每个?人|都|均)*的?(?:值班)?(?:都|均)?不(?:能|可以?|得|允许|会)?(?:有人)?(?:连续|连着|相邻|在连续|在相邻)的?(?:安排)?(?:{_DUTY})?(?:[两2](?:天|晚))?(?:{_DUTY})?(?=[,;。?]|$|问|则|的)",
        "people": rf"{_NAMES}(?:这|共)?(?:(?P<n>{N})(?:名|个|位)?(?:人|[\u4e00-\u9fff]{{2}}(?=在|于|负责|被|轮|值|,)))?",
        "span": r"(?:在|于|从)?(?:(?P<m>\d{1,2})月)?(?P<low>\d{1,2})(?:日|号)?(?:至|到|~|-|—)+(?:(?P<m2>\d{1,2})月)?(?P<high>\d{1,2})(?:日|号)(?:期间)?|(?:在|于)?(?:未来|接下来|今后|连续|国庆|春节|假期)*的?(?P<days>\d+|[一二两三四五六七八九十]+)天(?:假期|长假)?(?:内|里|中|假期|时间|的?夜?班)*|(?:在|从)?(?:周|星期)(?P<low2>[一二三四五六])(?:到|至)(?:周|星期)(?P<high2>[一二三四五六日天])",
        "each": rf"(?:要求|规定|其中|且|并且|,)*(?:每人|每个人|每名[\u4e00-\u9fff]{{2}}|各|每位[\u4e00-\u9fff]{{2}})(?:都|均|各|恰好?|正好)*(?:需要?|要|安排)?(?:{_DUTY}|值)?(?P<n>{N})(?:天|个?夜?班){_DUTY}?",
    },
    _turns,
    may={"daily": r"(?:且|要求|规定|,)*每(?:天|晚)(?:只|仅|安排|有|由|恰好|需要?|要|且)*(?:一|1)(?:个|名|位)?人(?:值班|值日|值勤|上班)?"},
    other="至少|至多|最多|不能在|只能|必须(?!不)|若|如果",
    idle="轮流|放假|(?:被)?安排|负责",
)


def _families(told: Told) -> Made:
    count, size = told.number("families"), told.number("families", "size")
    seats = [to_int(each["n"]) for each in told.every["rows"]]
    if len(seats) != 2 or not 2 <= count <= 4 or not 2 <= size <= 5 or max(seats) > 12:
        stay_out("how many")
    understood = (("家庭", f"{count} 个，每家 {size} 人"), ("座位", "、".join(f"{each} 个" for each in seats)))
    return "families_in_rows", [count, size, seats], understood


_FAMILIES = Form(
    "families_in_rows",
    {
        "families": rf"(?P<n>{N})个(?P<size>{N})口之家",
        "near": r"(?:同一(?:个)?家庭(?:的)?(?:成员|人)?|每家(?:人)?|每个家庭(?:的)?(?:成员)?)(?:都|均|只能|必须|要|应|需|被|安排)*(?:坐)?在同一排(?:座位)?(?:上)?(?:且|并且|,)?(?:相邻|挨着|连着)(?:而坐|就坐|就座|坐|的座位)?",
    },
    _families,
    every={
        "two": r"(?:他们)?(?:被)?(?:安排)?(?:坐)?在(?:两|2)排(?:相对)?的?座位(?:上)?",
        "rows": rf"(?:其中|另|,)*(?:一|另一?|1|前|后)排(?:有)?(?P<n>{N})个?座位?",
    },
    other="至少|至多|两端|父母|孩子坐|中间",
)


def _two_rows(told: Told) -> Made:
    people, each, ordered = told.number("people"), told.get("each"), bool(told.said("sorted"))
    if people % 2 or not 4 <= people <= 16 or (each and 2 * to_int(each) != people):
        stay_out("how many in a row")
    return "two_rows", [people // 2, ordered], (("人数", str(people)), ("条件", f"后排比前面的人高{'，每排按高矮' if ordered else ''}"))


_WHO = r"(?:的)?(?:每个?)?(?:人|同学|员工|队员|学生|职工)?"
_TWO_ROWS = Form(
    "two_rows",
    {
        "people": rf"(?P<n>{N})(?:名|个|位)?(?:身高|高矮)(?:都|均|各|互|两两)*不(?:相)?(?:同|等|一样)的?(?P<gap>[\u4e00-\u9fff]{{1,4}}?)(?=站|排|,|要|分)",
        "rows": r"(?:要)?(?:站|排|分)成?(?:前后)?[两2](?:排|行)",
        "taller": rf"(?:要求|规定|并?且|使得?|,)*(?:(?:每(?:一)?|同(?:一)?)列(?:的|中|里)?(?:的)?(?P<column>后(?:面一)?排){_WHO}|后(?:面一)?排{_WHO})(?:都|均)?(?:要|必须)?(?:比|高于)(?(column)(?:其|他|自己)?(?:前面|前排|前边)|(?:(?:其|他|自己|所对应的?|对应的?)(?:正)?(?:前面|前排|前边|前方)|前面))(?:的)?(?:那个?)?(?:人|同学|员工|队员|学生|职工)(?:要)?高?",
    },
    _two_rows,
    may={
        "each": rf"每(?:排|行)(?P<n>{N})人",
        "sorted": r"(?:要求|规定|并?且|,)*(?:每|各|同一)(?:一)?排(?:的)?(?:人|同学)?(?:都|均)?(?:从左(?:到|至|往)右|由左(?:到|至|往)右)(?:身高)?(?:都|均|依次|按)*(?:由|从)?(?:身高)?(?:由|从)?(?:高到[矮低]|[低矮]到高|递增|递减|增高|降低|变高|变矮|升高)(?:的顺序|依次|排列|站|排)*",
    },
    other="相邻|男|女|左端|右端|两端|中间|第|至少|不能|三排",
    idle="照相|拍照|合影|留念",
)

ROW_FORMS = (
    _TWO_ROWS,
    _INSERTED,
    _PARTLY_ALIKE,
    _LAMPS,
    _DAYS_APART,
    _PAIRS_TOGETHER,
    _ROUND,
    _GROUPS_TOGETHER,
    _LODGED,
    _MIXED,
    _TURNS,
    _FAMILIES,
)
