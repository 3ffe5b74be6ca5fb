"""The closed words of arrangements, and a text in which numbers, ordinals and single persons are one sign each.

What something or somebody is called is open: no list of nouns or verbs is kept here. What is kept are the words that change what is counted;
every one of them has to be taken by a rule, or the problem is left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from engine.generators import patterns
from engine.generators.civil._counting.names import NAME
from engine.generators.reading import StayOut, to_int

TAKEN = "\ue000"
N = "[\ue100-\ue1ff]"
"""A number with its unit."""
M = "[\ue200-\ue2ff]"
"""Somebody or something told by name."""
K = "[\ue300-\ue33f]"
"""An ordinal."""
END = r"[,;。?!:()\n]"
OPEN = "[^\ue000-\ue33f,;。?!:()、\n不没未无非只仅恰都均各每再又还若如除另最至或且第其]"
"""A sign of an open word."""
LISTED = rf"{M}(?:[、,和与及跟同]?{M})*"

NOT = r"(?:(?:都|均|绝|又|也|则|一律|均都)?(?:不(?:能够?|可以?|得|允许|许|准|想要?|愿意?|肯|会|要|宜|希望|适合|方便)*|(?<!有)没有|没能|没|未能|未|避免|禁止|拒绝))"
MUST = r"(?:必须|只能|只可以?|一定要?|必定|必然|须|应当?|务必|总是|固定|得(?=[在到站坐排去])|要求|都要|也要|需要?|要)"
LEAST = r"(?:至少(?:要|需|应|得|须|能)?|最少(?:要)?|不(?:能|得|可)?(?:少|低)于)"
MOST = r"(?:至多(?:只?能|可以?)?|最多(?:只?能|可以?)?|不(?:能|得|可)?(?:超过|多于|高于)|顶多)"
EXACT = r"(?:(?:恰|正|刚)好?|有且(?:只|仅)|只(?=有)|仅(?=有))"
ALL = r"(?:全部|全都|全|都|均|同时)"
EACH = r"(?:每一?|各(?!不|自|种各|异))"
DIFFERENT = r"(?:(?:互|各|都|均|彼此|完全|两两)*不(?:完全)?相?同|各异|互异|不一样|有区别|有差别)"
SAME = r"(?:(?:完全|一模)?(?:相同|一样)|同样|同一)"
NEAR = r"(?:相邻|[紧相]*挨[着在]?(?:一起|一块)?|紧邻|相连|[连靠站坐排摆放种]在一起|一起|捆绑|相靠|邻座|连续|连排|毗邻)"
CHANCE = r"(?:概率|可能性|几率|机率)"
SEL = r"(?:(?<![候入当竞人推评])选(?![手项修题])|抽(?!屉|签)|取(?!消|得|胜)|挑|派(?!出所)|摸(?!底)|拿|抓|借(?!书证)|找)"

ROW = r"(?:一|1)(?:横|竖|长|条直)?(?:排|列|行|队|字形?|线|路纵队|路)(?!业|为)"
RING = r"圆桌|一?圈|圆形|环形|圆环"

_NUMERAL = r"(?:\d+|[一二两三四五六七八九十百]+)"
UNITS = "人名个位种本份张件台辆条支枝根颗粒只双对副把盏盆棵株朵封首场次间户家所座组项道题门节届天日周瓶杯盘碗块片枚幅篇部页章发局盒袋箱筐桶罐包束类款样堆队班期层级处点站村镇岗行列排艘架匹头笔则格字串段面国县市乡区路样卷册峰羽尾剂滴帖幢栋扇口顶竿锭管宗辑期垄畦壶坛碟串束捆轴方尊柄盒筒板版席桌床座眼只员"
_NO_NUMBER = re.compile(
    r"两[端头边侧两者]|(?<=同)一|一(?:般|样|定|起|共|直|致|线|下子?|些|旦|律|同|切|边|旁|向|时|贯|度|会儿|方面|模一样|把手|级|体|带|并|齐|遍|点儿)|统一|唯一|万一|第一时间|之一|逐一|单一|专一|[两三]用|十分|三八|五一(?=劳|节|假|期)|百[货合姓度]|千[万米克]|三角|十字|两[极岸侧旁]|[二三四]手|一等|二等|三等|四等|七夕|八[卦宝]|九寨|三明治|三亚|百分|一味|一心"
)
_ORDINAL = re.compile(rf"第({_NUMERAL})(?:个|位|名|场|次|天|棒|局|排|号|辆|道|站|届|门|节|项|首|幅|盏|盆|件|本|张)?")
_NUMBER = re.compile(rf"(?<![\d./%]){_NUMERAL}(?![\d./%])")
_OPEN = re.compile(
    r"空位|列车|组成[^,;。?!\ue000-\ue3ff]{1,5}?[队组](?=[,;。]|$)|比赛|比武|对比|小组(?!长)|组成|组织|组建|组委|组合|(?<=[项工业党支课题])组|某小组|分得|分配|分派|分管|分发|分公司|获得|得到|得出|得知|排班|重(?:要|点|庆|阳|大|症)|体重|同(?:学|事|志|伴|仁|乡|窗)|学校|高校|单位|岗位|座位|部位|单独|平时|其中|其余|其他|报名|排练|排球|队员|队伍|队友|球队|车队|部队|团队|队长|小组长|组长|班长|成员|组成|成绩|分别|分公司|分局|分管|"
    r"部分|分钟|分配|分派|前往|前来|之前|之后|目前|先进|先生|优先|后勤|后卫|前锋|中锋|中卫|中学|中心|高中|初中|小学|大学|大小|主任|任务|责任|任职|任教|担任|随行|随从|连队|连锁|各地|各界|各自|各项|每天|每人|其|"
    r"大小相同|质地|均匀|对方|面试|上班|下班|上午|下午|上课|下乡|下基层|下沉|线上|线下|以上|同时|如图|如下|又红|再生|如果|全国|全市|全县|全省|全体|全部|全科|安全|健全|全程|正式|副食|副[校部处局科班组队]长|未来|无人机|无线|非遗|非常|只要|异常|复习|都市|首都|均匀|"
    r"公平|平台|平板|平原|和平|平衡|水平|内科|外科|国内|室内|市内|内容|内部|外出|外地|外语|外卖|国外|户外|外国|对外|多媒体|多功能|多肉|多才|少年|少先|减排|增值|增强|快递|快餐|慢跑|轮滑|轮船|轮胎|轮值|轮岗|圆满|半决赛|小时|顺利|顺序|次序|依次|法律|法规|法院|司法|执法|书法|魔法|互联网|交互|和谐|及时|以及|还是"
)


@dataclass
class Number:
    """A number as told: how many, of what unit, and whether it is written with one."""

    value: int
    unit: str


@dataclass
class Text:
    """A text of which rules take what they understand; what is taken is a sign that nothing matches."""

    rest: str
    numbers: list[Number] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    def number(self, sign: str) -> int:
        """The value of a number's sign."""
        return self.numbers[ord(sign) - 0xE100].value

    def unit(self, sign: str) -> str:
        """The unit of a number's sign."""
        return self.numbers[ord(sign) - 0xE100].unit

    def listed(self, signs: str) -> list[int]:
        """The names of a list, by their places among all names."""
        return [ord(each) - 0xE200 for each in patterns.findall(M, signs)]

    def shown(self, part: str) -> str:
        """A part as a person would read it."""
        part = patterns.sub(N, lambda each: f"{self.number(each[0])}{self.unit(each[0])}", part)
        part = patterns.sub(M, lambda each: self.names[ord(each[0]) - 0xE200], part)
        return patterns.sub(K, lambda each: f"第{ord(each[0]) - 0xE300}", part).replace(TAKEN, "")

    def search(self, pattern: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """A match in what is left, not taken."""
        return patterns.compiled(pattern).search(self.rest, start, len(self.rest) if end is None else end)

    def take(self, pattern: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """A match, taken but for its groups `gap…` and its punctuation."""
        found = self.search(pattern, start, end)
        if found is not None:
            self.mark(found)
        return found

    def mark(self, found: re.Match[str]) -> None:
        """Take what matched."""
        kept = [found.span(name) for name in found.groupdict() if name.startswith("gap")]
        signs = list(self.rest)
        for place in range(*found.span()):
            if signs[place] not in ",;。?!:()\n" and not any(start <= place < end for start, end in kept):
                signs[place] = TAKEN
        self.rest = "".join(signs)


def encoded(text: str) -> Text:
    """A text with its numbers, ordinals and names as single signs."""
    coded = Text("")
    text = patterns.sub(r"[“”\"'《》 ]", "", text)
    text = patterns.sub(rf"一次性?(?={SEL}|任|随机)", "", text)
    text = patterns.sub(r"(?:[种个]数|[方办]法数)(?=多少)", "", text)
    text = patterns.sub(r"\(?(?:不一定|不要求|未必|可以不)要?(?:相邻|紧?挨着|紧邻|相连)\)?", "", text)
    text = patterns.sub(r"(?:围着?|围绕着?)?(?:一|1)?张?圆(?:形(?:会议|餐)?)?桌旁?边?", "圆桌", text)
    text = patterns.sub(r"前排(?=一排)|每(?:支|个)(?:参赛)?(?:队伍?|小组)(?=由|有多少)", "", text)
    text = patterns.sub(
        r"有?[\d二两三四五六七八九十]+个(?:部门|单位|科室|班级?|小组|支部),(?:一|总)?共(?=有)", "", text
    )  # where they come from
    text = patterns.sub(r"^求?解?一道(?:排列组合|概率)题?", "", text)
    if patterns.search(r"任意(?:安排|排列|编排)", text):  # what there was before is no more fixed than what comes
        text = patterns.sub(r"(?:现要|现|又)*再(?=安排|增加|加)", "", patterns.sub(r"原[定有]+(?=\d|[一二两三四五六七八九十])", "有", text))
    if not patterns.search(r"第|先后|依次|逐|每次|轮流", text):
        text = patterns.sub(r"\(?不放回地?\)?", "", text)  # of what is taken together
    text = patterns.sub(r"正副(?=[\u4e00-\u9fff、]{1,12}各)", "正、副", text)
    text = patterns.sub(r"(?<=[选抽取摸拿挑派])两(?=[,。?]|$)", "两个", text)
    text = patterns.sub(r"[某本此这]次|(?:一|1)次(?=会议|活动|比武)", "某", text)

    def ordinal(match: re.Match[str]) -> str:
        try:
            value = to_int(match[1])
        except StayOut:
            return match[0]
        return chr(0xE300 + value) if value < 60 else match[0]

    def name(match: re.Match[str]) -> str:
        if match[0].endswith("某") and match.string[match.end() : match.end() + 1] in set("日天次处地年月个"):
            return match[0]
        if match[0] not in coded.names:
            coded.names.append(match[0])
        return chr(0xE200 + coded.names.index(match[0]))

    text = _ORDINAL.sub(ordinal, patterns.sub(rf"(?:{ROW})", lambda each: each[0].replace("一", "\ue001").replace("1", "\ue001"), text))
    keep = [span for each in _NO_NUMBER.finditer(text) for span in range(*each.span())]
    parts, at = [], 0
    for match in _NUMBER.finditer(text):
        after = text[match.end() : match.end() + 1]
        if match.start() in keep or len(coded.numbers) > 200:
            continue
        unit = after if after and after in UNITS and text[match.end() : match.end() + 2] not in ("位数", "点数", "面体") else ""
        if not unit and not match[0].isdigit() and not patterns.match(r"[\u4e00-\u9fff]", after or " "):
            continue
        if text[max(0, match.start() - 2) : match.start()].endswith(("星期", "周", "礼拜")):
            continue
        try:
            value = to_int(match[0])
        except StayOut:
            continue
        coded.numbers.append(Number(value, unit))
        parts += [text[at : match.start()], chr(0xE100 + len(coded.numbers) - 1)]
        at = match.end() + len(unit)
    coded.rest = patterns.sub(rf"(?<!{N})(?!小[分组队区学时镇巷店品说朋两]){NAME}(?!级|种|类)", name, "".join([*parts, text[at:]]))
    return coded


# What is closed: whatever of these no rule has taken may change the answer.
_CLOSED = re.compile(
    rf"{N}|{M}|{K}|\ue001|[0-9A-Za-z%]|[一二两三四五六七八九十百半双几]|不|没|未|无|非|只|仅|恰|都|均|各|每|再|又|还|先|后|前|原|剩|余|另|除|外|至|最|超|足|以[上下内前后]|平均|分别|依次|轮|同|若|如|改|比|倍|多|少|差|快|慢|增|减|返|往|"
    r"成|折|邻|挨|隔|之?间|中间|端|首|末|尾|左|右|连|续|序|次|放回|异|重复|全|必|须|能|可|允许|得|应|禁|或|且|自己|对|副|正|互|换|排|列|队|圈|圆|环|桌|奇|偶|质数|整除|倍数|位数|数字|之?和为|之积|积|大于|小于|等于|最大|最小|重|若干|些|高于|更|"
    r"旁|边|紧|夹|头|概率|可能|几率|冠军|亚军|季军|名次|已(?!知)|组|堆|(?<![方办书司律院语做说用])法(?![官院律规治庭])|循环|淘汰|票价|握|相|编号|号码|牌|骰|硬币|配|空|满|完|共|只有|仅有|包括|含|除了|例|选|挑|抽|取|摸|派|分|给|到|去|进|入|住"
)
_IDLE = (
    r"(?<=[序〇])的选择|(?<=照)相|除了?颜色(?:不同)?(?:之|以)?外,?(?:它们|其[他余])?(?:都|均|完全|全)*(?:相同|一样)|要求|规定|现在?|准备|计划|打算|将|把|被|随机地?|任意地?|随意地?|由于|因为|为了|如果|假如|假设|若(?!干)|已知|并且|而且|且|但是?|而|其中|则|那么|于是|所以|因此|请?问|求|试|会|可以?|能够?|进行|完成|参加|参与|前往|去往|到达|"
    r"一共|共有|总共|共|全部|所有|都|均|全|有|是|为|的|在|中|里|内|上|不同(?:的)?(?=\ue000)|互不影响|相互独立|这|该|某|"
    r"人(?=\ue000|$)|他们|她们|它们|大小相同|形状相同|质地相同|质地均匀|除(?:了)?颜色外(?:其[他余])?(?:均|都|完全)*(?:相同|一样)?|排练|成立|符合(?:上述|以上|条件|要求|题意)*|满足(?:上述|以上|条件|要求|题意)*|以上要求|这样|如此|方案|方法|方式|办法|情况"
)
_OF_A_CHOICE = rf"|组成{OPEN}{{0,8}}|不(?:能|得|可)?兼任?(?:其他)?职务?|挑选|被选中|选中|入选|当选|选上|被选|被抽中|抽中|抽到|选派|选取|选出|抽取|抽出|取出|取到|摸到|拿到|派出|选|抽|取|摸|拿|派|去|到|进|入|出|来|得到"
_OF_A_ROW = r"|的选择|排序(?=\ue000)|先后|依次|逐[个一]|座次|安排|站|坐|排|放|摆|队|列|组成|成|到|去|合影|进"
_OF_PLACES = r"|分配|分派|安排|选派|派|去|到|给|进|入|住|分别|分|放|选|来|出|至(?=\ue000)|排(?=\ue000)|排列|挑选|各自|包括"
IDLE = {"choice": _OF_A_CHOICE, "row": _OF_A_ROW, "ring": _OF_A_ROW, "places": _OF_PLACES, "groups": _OF_PLACES}


def closed_left(text: Text, shape: str) -> str | None:
    """The first closed word that nobody has taken, with its clause; None where there is none. `shape`: of what arrangement."""
    idle = patterns.compiled(_IDLE + IDLE[shape])
    for clause in patterns.split(END, text.rest):
        if TAKEN in clause and (joined := patterns.search(rf"[和与及]{OPEN}{{1,12}}$", clause)):
            return f"also {text.shown(joined[0])}"
        left = _OPEN.sub("〇", clause)
        if found := _CLOSED.search(idle.sub("〇", left)):
            return f"{text.shown(found[0])} in {text.shown(clause)}"
    return None


_LEADS = r"(?:其中|要求|规定|但是?|且|并且|而且|若|如果|已知|则|那么|问|为了|由于|因为?|而|又|另外|同时|现|,)*"
_SOMEBODY = rf"(?:(?![某本此人员名位者生们他她其每各任何该这那求案件是有从把将要想会能被也还须应且])(?:{OPEN})){{2,4}}?"
_DOES = rf"(?=(?:[两二三]|{N})?(?:人|个)?(?:之间|彼此)?(?:{NOT}|必须|只能|一定|固定|恰好?|在(?!内)|站(?!成)|排(?!成)|坐(?!成)|相邻|挨|互不|要(?=[在站排与和坐去跟])|当中|至少|都|均|之间|相隔|与|和|跟))"
_OBJECT = r"(?=(?:[两二三]人)?(?:的?[左右前后][边面侧方]?|相邻|挨|之[前后间]|不相邻|站|排|坐|不))"


def with_open_names(text: Text) -> None:
    """Words that stand where only somebody can stand, as names: `罗教练不站两端`, `班长在老贺的左边`."""
    found: list[str] = []
    counted_out: list[str] = []  # everybody there is, each by name
    subject = patterns.compiled(
        rf"(?:(?<=[,;。?!:\n(])|^|(?<=其中|要求|规定|并且|而且|如果|已知)|(?<=[但且若则]))(?P<a>{_SOMEBODY})(?:(?:[、和与跟](?P<b>{_SOMEBODY}))?){_DOES}"
    )
    for each in subject.finditer(text.rest):
        found += [word for word in (each["a"], each["b"]) if word]
    for each in patterns.finditer(rf"(?:包括|含有?|其中有?)(?P<list>{_SOMEBODY}(?:[、和与及]{_SOMEBODY})+)(?=在内|等|[)])", text.rest):
        found += patterns.split("[、和与及]", each["list"])
    for each in patterns.finditer(
        rf"(?:^|(?<=[,;。由有是]))(?P<list>{OPEN}{{1,6}}?(?:、{OPEN}{{1,6}}?){{2,}})(?=(?:这|等|共)?(?P<n>{N}))", text.rest
    ):
        listed = each["list"].split("、")
        if len(listed) == text.number(each["n"]) and text.unit(each["n"]) != "种":
            counted_out += listed
    for each in patterns.finditer(rf"必须(?:包含|含|有|选)(?P<a>{_SOMEBODY})(?=[,;。?!]|$)", text.rest):
        if "人" not in each["a"]:
            counted_out.append(each["a"])
    for each in patterns.finditer(rf"(?<=[在与和跟、])(?P<a>{_SOMEBODY}){_OBJECT}", text.rest):
        found.append(each["a"])
    counted = [
        patterns.sub(rf"^(?:的|{DIFFERENT}的?|{SAME}的?)*", "", each)
        for each in patterns.findall(rf"{N}([^,;。?!:()、]{{1,8}})", text.rest)
    ]
    found = [word for word in found if not any(word != other and word.startswith(other) for other in found)]
    for word in sorted({*found, *counted_out}, key=len, reverse=True):
        if word in counted_out:
            text.names.append(word)
            text.rest = text.rest.replace(word, chr(0xE200 + len(text.names) - 1))
            continue
        if patterns.search(rf"[排站坐选抽取派分队端边侧位头尾序邻间左右前后最首末中个种次天]|{_CLOSED.pattern}", word):
            continue
        if all(sign in "".join(counted) for sign in word):
            continue  # `男女`
        if any(word in noun or noun.startswith(word) for noun in counted) or patterns.search(rf"{re.escape(word)}{N}", text.rest):
            continue
        if len(text.names) > 60:
            return
        text.names.append(word)
        text.rest = text.rest.replace(word, chr(0xE200 + len(text.names) - 1))
