"""Who moves and between which places, each by one sign: 甲, 乙, 丙, 丁 for those who move, A, B, C for the places, whatever a text calls them.

`甲、乙两车从甲、乙两地` speaks of two vehicles and of two places; `小张从家去学校` of one person and two places; `一辆客车……另一辆` of two. A vehicle
that somebody rides or drives is no mover of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from engine.generators import patterns

MOVERS, PLACES = "甲乙丙丁", "ABCD"
_MOVER, _PLACE = 0xE100, 0xE200  # private signs while names are still being looked for
_SUFFIX = r"(?:火车站|汽车站|车站|港口|口岸|码头|城市|县城|景点|小区|校区|营地|村庄|地点|地|城|站(?![在着立到])|港|镇|村|市|校|岸|点(?![\d钟整半])|县|厂|山|岛|区|处)"
_LETTER = r"甲乙丙丁东西南北A-HM-S"
_TWO = r"(?:[两二2三3](?:个|座|处)?)"
_NOUNS = (
    r"(?:自己|各自)?(?:的)?(?:家|学校|公司|单位|图书馆|公园|火车站|汽车站|车站|飞机场|机场|县城|市区|城里|体育馆|少年宫|电影院|超市|网点|乡镇|书店|工厂|邮局|医院|办公室|宿舍|教室|食堂|博物馆|会场|营地|基地|驻地|"
    r"训练基地|指挥部|山顶|山脚|敬老院|展览馆|科技馆|动物园|植物园|剧院|游泳馆|农场|果园|仓库|商场|养老院|码头|景区|度假村|目的地|姥姥家|外婆家|奶奶家|北京|上海|广州|深圳|天津|重庆|南京|杭州|武汉|成都|西安|长沙|郑州|济南|"
    r"青岛|沈阳|大连|合肥|福州|厦门|南昌|昆明|贵阳|太原|苏州|无锡|宁波)"
)
_WAY_TO = r"(?:出发|步行|骑车|开车|乘车|坐车|跑步|走|跑|骑|开|驾车|同时|匀速|,)*(?:到达?|去往?|开往|驶往|驶向|前往|往|走向|赶往|至|飞往|回|跑向|送往)(?:\d+(?:\.\d+)?千米以?外的)?"
_RIDDEN = r"(?:自行车|电动车|电瓶车|摩托车|单车|山地车|小?汽车|小?轿车|私家车|公交车|公共汽车|出租车|面包车|越野车|大巴车?|校车|班车|地铁|火车|动车|高铁|飞机|马|船|快艇|汽艇|拖拉机|车)"
_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹苏潘葛范彭鲁韦马方任袁柳史唐费薛雷贺汤罗郝安常于傅齐康伍余顾孟黄萧尹姚邵汪毛米戴宋熊董梁杜阮蓝季贾江郭林钟徐邱高夏蔡田胡万卢丁邓洪石崔龚程陆段侯武刘龙叶黎白"
_SORTS = (
    r"(?<![小老])[甲乙丙丁](?:号|某|同学|学生|运动员|选手|师傅|人(?!的?速)|列车|火车|客车|货车|汽车|轿车|卡车|轮船|快艇|货轮|客轮|车|船|艇|队|班|机)?",
    r"(?<![A-Za-z])[A-H](?:号)?(?:列车|火车|车|船|队|舰|艇|机|同学|先生|选手)",
    rf"(?:小|老|阿)[{_SURNAMES}明红刚强军丽芳亮伟杰勇静平兰东文光英玲燕鹏超涛](?:同学)?|[{_SURNAMES}](?:先生|女士|师傅|老师|经理|某|教授|主任|工程师|[强明华红亮丽军刚伟芳平三四五力勇杰涛芸宁])|(?<![大较最偏])小(?![时学组区路河船车汽轿客狗鸟镇村岛孩朋数于山桥型道店货偷巴面中写麦木心伙男女队班湖溪])[\u4e00-\u9fff](?:同学)?",
    r"快车|慢车|中车|客车|货车|(?:大|小|重型)?卡车|(?:小|大)?轿车|大客车|小客车|公共汽车|公交车|摩托车|面包车|拖拉机|三轮车|救护车|警车|消防车|洒水车|赛车|校车|巴士|动车|高铁|普通列车|特快列车|(?:大)?汽车|自行车|"
    r"客轮|货轮|轮船|客船|货船|渔船|快艇|汽艇|游艇|帆船|渡轮|游轮|巡逻艇|走私船|救生艇|"
    r"骑车人|骑车者|骑自行车的人|步行者|步行人|行人|通讯员|通信员|联络员|骑手|快递员|外卖员|邮递员|司机|同事|警察|小偷|民警|逃犯|"
    r"哥哥|弟弟|姐姐|妹妹|爸爸|妈妈|父亲|母亲|爷爷|奶奶|叔叔|儿子|女儿|孙子|老师|男孩|女孩|男生|女生|兔子|乌龟|猎狗|猎犬|野兔|狐狸|狗|猎豹|羚羊|蜗牛|"
    r"(?:一队|一支)?(?:学生|少先队员|部队|战士)?(?:的)?队伍|一队(?:学生|战士|少先队员)|大部队|先头部队|甲队|乙队|红队|蓝队",
)
_ONE_AND_OTHER = r"(?:(?:其中)?(?<!另)[一1]|第[一1])(?:辆|艘|列|条|个人?|人|名|位|架|只)(?:[\u4e00-\u9fff]{0,2}(?:车|船|轮|艇|机))?(?=从|以|由|在|每|的速度|的时速|往|向|开往|驶往|\d|先)"
_ANOTHER = r"(?:另(?:外)?[一1]?|第[二2])(?:辆|艘|列|条|个人?|人|名|位|架|只)(?:[\u4e00-\u9fff]{0,2}(?:车|船|轮|艇|机))?(?=从|以|由|在|每|的速度|的时速|则|往|向|开往|驶往|\d|也|后)"
_CROWD = re.compile(r"([两二2三3])(?:辆|列|艘|条|架)(?:[^,;。\d]{0,4}的)?(?:[\u4e00-\u9fff]{0,2}?(?:车|船|渡轮|轮|艇|舰|飞机))")
_COMMON = "汽车|火车|列车|轮船|自行车|摩托车|公共汽车|公交车"


@dataclass(slots=True)
class Cast:
    """A text with signs for names, and what each was called."""

    plain: str
    movers: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    unnamed: int = 0  # so many of those who move, the first ones, have no names

    @property
    def called(self) -> dict[str, str]:
        """What those who move are called, by sign, where it is no sign itself."""
        return {sign: name for sign, name in zip(MOVERS, self.movers, strict=False) if not name.startswith(sign)}


def cast_of(plain: str) -> Cast | None:
    """The text with signs for movers and places; None where there are more of them than signs, or none that moves."""
    text = patterns.sub(rf"(?<![A-Za-z])([{'A-HM-S'}])([A-HM-S])(?![A-Za-z])", r"\1、\2", plain)
    text, places = _with_places(text)
    text = patterns.sub(rf"(?:骑|乘坐?|坐|开|驾驶?|搭乘?|改乘|换乘|改骑|换骑)(?:着|了|上)?(?:一辆|1辆)?{_RIDDEN}", _riding, text)
    text, movers = _with_movers(text)
    unnamed = sum(patterns.search(f"[{chr(_MOVER + order)}]", text) is None for order in range(len(movers)))
    if len(movers) > len(MOVERS) or len(places) > len(PLACES):
        return None
    for order in range(len(movers)):
        text = text.replace(chr(_MOVER + order), MOVERS[order])
    for order in range(len(places)):
        text = text.replace(chr(_PLACE + order), f"{PLACES[order]}地")
    text = patterns.sub(
        r"(?<=[A-D])地(?=[、和与][A-D]地)|(?<=[、和与][A-D])地(?=两地)",
        "",
        patterns.sub(r"([A-D])地([、和与])([A-D])地", r"\1\2\3两地", text),
    )
    text = patterns.sub(r"([A-D][、和与][A-D]两地)两地", r"\1", text)
    text = patterns.sub(r"([A-D])[和与]([A-D])(?=两地)", r"\1、\2", text)
    text = patterns.sub(r"[甲乙丙丁]的?(?=A地(?:到|离|距|和|与)B地|[AB]、[AB]两地)", "", text)
    return Cast(text, movers, places, unnamed)


def _riding(match: re.Match[str]) -> str:
    return "骑车" if match[0][0] == "骑" or "骑" in match[0][:2] else "乘车"


def _with_places(text: str) -> tuple[str, list[str]]:
    """The text with signs for its places, in the order in which they come."""
    keys: list[str] = []

    def sign(key: str) -> str:
        if key not in keys:
            keys.append(key)
        return chr(_PLACE + keys.index(key))

    def several(match: re.Match[str]) -> str:
        return "、".join(sign(each) for each in patterns.findall(f"[{_LETTER}]", match[1])) + "两地"

    # A letter with the word for a place, and in rows of which the last has it.
    text = patterns.sub(rf"((?:[{_LETTER}]{_SUFFIX}?[、和与,]?){{1,3}}[{_LETTER}])(?={_TWO}{_SUFFIX}){_TWO}{_SUFFIX}", several, text)
    text = patterns.sub(rf"((?:[{_LETTER}][、和与]?){{1,3}}[{_LETTER}])(?=[两二2三3]?(?:地|港|站|城|镇|村)){_SUFFIX}", several, text)
    text = patterns.sub(rf"([{_LETTER}])(?:{_SUFFIX})(?![上下]?[游午])", lambda match: sign(match[1]), text)
    letters = {key for key in keys if patterns.fullmatch(f"[{_LETTER}]", key)}
    for key in patterns.findall(
        r"(?<![A-Za-z])([A-HM-S])(?![A-Za-z]|河|江|湖|国|型|类|楼|座|级|卷|号|列车|火车|车|船|队|舰|艇|机|同学|先生|选手|[、和与][A-H](?:两|二|2)?(?:列|辆|艘|人|车|船|队))",
        text,
    ):
        text = patterns.sub(rf"(?<![A-Za-z]){key}(?![A-Za-z]|号|列车|火车|车|船|队|舰|艇|机)", lambda match: sign(match[0]), text)
        letters.add(key)
    for key in letters:  # `从甲到乙` where 甲 is a place and nobody of that name moves
        if key in MOVERS and not patterns.search(rf"{key}(?:车|船|人|队|每|的速|以|比|先|和|与|、)", text):
            text = text.replace(key, sign(key))
    nouns = [
        noun
        for pair in patterns.findall(
            rf"(?:从)?({_NOUNS})(?:里|中|门口)?{_WAY_TO}({_NOUNS})|({_NOUNS})(?:和|与|、|到|离|距(?:离)?)({_NOUNS})", text
        )
        for noun in pair
        if noun
    ]
    nouns += [
        noun
        for noun in patterns.findall(rf"(?:从|离开|离|距(?:离)?|回到?|到达?)({_NOUNS})(?=出发|去|到|[,;。]|还?有?\d|的|走|步|骑|跑)", text)
        if noun
    ]
    for noun in dict.fromkeys(sorted(nouns, key=len, reverse=True)):
        bare = patterns.sub("^(?:自己|各自)的?", "", noun)
        pattern = (
            rf"(?<=从|到|去|回|离|距|开|往|向)(?:自己|各自)?的?{bare}(?:里|中|门口)?(?![的][^,;。]{{0,4}}人|长|庭|人)|{bare}(?=到|离|距|和学|与学)"
            if len(bare) == 1
            else rf"{bare}(?:里|门口)?"
        )
        if patterns.search(pattern, text):
            text = patterns.sub(pattern, sign(bare), text)
    order = sorted(range(len(keys)), key=lambda place: text.find(chr(_PLACE + place)))
    renamed = {chr(_PLACE + old): chr(_PLACE + 64 + new) for new, old in enumerate(order)}
    text = "".join(renamed.get(each, each) for each in text)
    text = "".join(chr(ord(each) - 64) if _PLACE + 64 <= ord(each) < _PLACE + 128 else each for each in text)
    return text, [keys[old] for old in order]


def _with_movers(text: str) -> tuple[str, list[str]]:
    """The text with signs for those who move, in the order in which they come."""
    text = patterns.sub(r"快[、和,]?中[、和,]?慢(?:三|3)(?:辆|列)?(?:汽|火|列)?车", "快车、中车、慢车三车", text)
    text = patterns.sub(r"快[、和,]?慢(?:两|二|2)(?:辆|列)?(?:汽|火|列)?车", "快车、慢车两车", text)
    text = patterns.sub(r"兄弟(?:两|二|2|俩)?人?", "哥哥、弟弟两人", text) if patterns.search("哥哥|弟弟", text) else text
    text = patterns.sub(r"(?:姐弟|姊弟)(?:两|二|2|俩)?人?", "姐姐、弟弟两人", text) if patterns.search("姐姐|弟弟", text) else text
    text = patterns.sub(r"(?:兄妹)(?:两|二|2|俩)?人?", "哥哥、妹妹两人", text) if patterns.search("哥哥|妹妹", text) else text
    text = patterns.sub(r"父子(?:两|二|2|俩)?人?", "父亲、儿子两人", text) if patterns.search("父亲|儿子", text) else text
    text = patterns.sub(r"(?<![A-Za-z])([A-H])[、和与]([A-H])(?=(?:两|二|2)(?:列|辆|艘|个?人|名|车|船|队))", r"\1车、\2车", text)
    text = patterns.sub(r"(?:自行车|汽车|摩托车|越野)(?=比?赛|大赛|运动员|选手|手)", "", text)
    crowd = _CROWD.search(text)
    text = patterns.sub(rf"(?<=[两二2三3])(?:{_COMMON})", "车", _CROWD.sub(lambda match: f"{match[1]}车", text))
    found = [name for sort in _SORTS for name in patterns.findall(sort, text)]
    movers: dict[str, str] = {}  # every way of saying it, and the one it is known by
    for name in dict.fromkeys(found):
        key = _bare_name(name)
        movers.setdefault(name, key)
    known = list(dict.fromkeys(movers.values()))
    pair = crowd is not None or patterns.search("[两二2](?:个?人|位|名|车|船|只)", text) is not None
    if len(known) < 2 and patterns.search(_ANOTHER, text):
        return patterns.sub(_ANOTHER, chr(_MOVER + 1), patterns.sub(_ONE_AND_OTHER, chr(_MOVER), text)), ["甲", "乙"]
    if not known:
        return text, ["甲", "乙"] if pair else ["甲"]
    if len(known) == 1 and pair and known[0] not in MOVERS:  # two of a sort that have no names, and one more
        return patterns.sub(rf"(?:[一1这那该](?:辆|列|艘|条|名|位|架|个|只))?{'|'.join(map(re.escape, movers))}", chr(_MOVER + 2), text), [
            "甲",
            "乙",
            known[0],
        ]
    first = {key: min(text.find(name) for name, its in movers.items() if its == key) for key in known}
    known.sort(key=lambda key: first[key])
    for name in sorted(movers, key=len, reverse=True):
        sign = chr(_MOVER + known.index(movers[name]))
        text = patterns.sub(rf"(?:[一1这那该](?:辆|列|艘|条|名|位|架|个|只))?{re.escape(name)}", sign, text)
    return text, known


def _bare_name(name: str) -> str:
    """`甲车` and `甲` are the same; `A 车` is A; `小张同学` is 小张."""
    if name[0] in "甲乙丙丁" and name not in ("甲板",):
        return name[0]
    if name[0].isascii():
        return name[0]
    if "队伍" in name or name.startswith("一队"):
        return "队伍"
    return {"骑车者": "骑车人", "骑自行车的人": "骑车人", "步行人": "步行者", "爸爸": "父亲", "妈妈": "母亲"}.get(
        name, name.removesuffix("同学")
    )
