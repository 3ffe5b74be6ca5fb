"""The words of journeys, read by mentions: who moves, from where, which way, how fast, how long, and what happens on the way."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.civil._problems.mentions import Lexicon
from engine.generators.civil._problems.reduced import named_of_any_sort
from engine.generators.civil._travel.spoken import as_written
from engine.generators.civil._travel.words import SORTS

_N = r"\d+(?:\.\d+)?(?:/\d+)?"
_LENGTH = r"(?:千米|米)"
_TIME = r"(?:小时|分钟|秒|天)"
_GO = (
    r"(?:前往|开往|驶往|赶往|骑着?(?:自行车|摩托车|电动车|单车)|骑自行车|骑摩托车|骑车|开着?车|驾车|乘车|乘坐?汽车|坐车|步行|行驶|行走|行进|前进|前行|航行|飞行|骑行|跑步|散步|"
    r"清扫|行|走|跑|骑|开|驶|飞|游)"
)
_STOP = r"(?:休息|停留|停车|停下来?|逗留|停(?![在靠])|耽搁|耽误|修车)"
_BACK = r"(?:原路|原速|原速度|各自|立即|立刻|马上|随即|都|按|沿|又|再|以|向|并|就)*"

WORDS = (
    ("", r"(?:假设|设|途中|若)*(?:他们|两人|二人|[两2]车|各自|的|甲、乙)*(?:行驶|行走)?(?:速度|方向|绕行方向)(?:的)?(?:大小)?(?:都|均|始终|一直)?(?:保持)?不变|(?:都|均)?(?:保持)?匀速(?!直线)|(?:且|并)(?:都|均)?(?:保持)?各自(?:的)?速度|(?:如果)?(?:不计|忽略)(?:转向|转身|掉头)(?:的)?(?:所用的?)?时间|触壁后"),
    ("ask-speed", rf"(?:(?:平均)?(?:速度|时速))?多少(?P<unit>{_LENGTH}/{_TIME})|(?:平均)?每(?P<unit2>{_TIME})(?:能|要|应|至少|需)*{_GO}?(?:了)?多少(?P<value2>{_LENGTH})"),
    ("speed", rf"(?P<value>{_N})(?P<unit>{_LENGTH}/{_TIME})"),
    ("time", rf"(?P<value>{_N}(?:小时|分钟|分)(?:又|零)?{_N}(?:分钟|分|秒))(?P<unit>)"),
    ("time", rf"(?P<value>{_N})(?:个)?(?P<unit>{_TIME})"),
    ("clock", r"(?:于|在)?(?P<unit>上午|早上|早晨|清晨|中午|下午|晚上|当天)*(?P<value>\d{1,2}(?:点|时|:)(?:半|一刻|整|\d{1,2}分?|00)?)(?:钟|整)?(?!\d*(?:间|长|速))"),
    ("ask-clock", r"(?:上午|下午|早上|晚上)?(?:多少|几)(?:点|时刻)(?:钟)?|(?:在)?多少时间(?=从|出发)|在多少(?=从|出发)"),
    ("ask-time", rf"(?:多少|几)(?P<unit>{_TIME})|多少时间|(?:所?需|用)?的?时间(?:是|为)?多少|用时(?:是|为)?多少"),
    ("some-time", r"若干(?:小时|分钟|天)|(?:一)?段时间|一会儿?"),
    ("length", rf"(?P<value>{_N})(?P<unit>{_LENGTH})"),
    ("ask-length", rf"(?:多少|几)(?P<unit>{_LENGTH})|多少(?:路程|距离|路)"),
    ("ask-count", r"(?:共|一共|总共|能|会)*(?:迎面)?(?:相遇)?(?:了)?(?:多少|几)次"),
    ("ask-home", r"还(?:需|要|得|需要)(?:再)?(?:走|跑|行|游)多少米(?:才能|才|可以|能|可)*回到(?:出发点|起点|原地)"),
    ("ask-laps", r"(?:了)?(?:多少|几)圈"),
    ("percent", rf"(?P<value>{_N})%"),
    ("ask-times", r"多少倍"),
    ("times", rf"(?P<value>{_N})倍"),
    ("share", r"(?P<value>\d+/\d+)"),
    ("half", r"一半"),
    ("ask-ratio", r"(?:之?比(?:值|例)?|∶|:)(?:为|是)?多少"),
    ("ratio", r"(?:(?:之?比(?:例|值)?)(?:分别)?(?:为|是)?)?(?P<value>\d+(?:\.\d+)?\s*[∶:]\s*\d+(?:\.\d+)?)"),
    ("nth", r"第(?P<value>[一二三四五六七八九十1-9])次(?:迎面)?"),
    ("again", r"再次|又一次|再一次"),
    ("other-end", r"(?:对方|彼此)的?(?:起点|出发点|出发地|出发的地方|起始地)?|另一(?:端|头)"),
    ("meeting-place", r"(?:[两2]次)?(?:相遇|追上(?:[甲乙](?=的))?)(?:点|地点|处|的地点|的地方|位置)(?:之间)?"),
    ("arc", r"(?:的)?弧形距离"),
    ("half-way-round", r"(?:圆形|圆)?(?:体育场|跑道|操场|广场|湖|圆)?(?:的)?直径的?两(?:端|点)"),
    ("meet", r"(?:迎面|首次|途中|在途中)?(?:相遇|碰面|碰头|会合|见面|遇上|遇到|遇见|碰到|碰上)(?:了)?(?:一次)?"),
    ("catch", r"(?:首次)?(?:追上|赶上|追及|追到|超过|超越)(?:了)?(?:一次)?"),
    ("chase", r"(?:去)?追(?:赶)?(?=甲|乙|丙|他|她|[,。;?]|$)"),
    ("rest", rf"(?:在)?(?:途中|中途|中间|路上)?(?:因[^,;。\d]{{0,6}}?|加油|装货|卸货|吃饭|装卸货物)?{_STOP}(?:了)?"),
    ("turn", rf"{_BACK}(?:掉头|调头|折返|返回|往回(?:返|走|开)|回返|返身|折回|原路回)(?:而行)?(?![AB])"),
    ("exchange", r"(?:以)?对方的?(?:速度|速率)"),
    ("arrive", r"(?:到达|抵达|到|走到|驶到|行到|跑到|骑到|开到|回到|返回(?:到)?(?=[AB])|至(?=[AB])|赶到)(?:了)?(?!对面)"),
    ("start", r"(?:再)?(?:出发(?![点地])|动身|启程|开出|起跑|驶出|开始)"),
    ("shuttle", r"(?:如此|如是|这样|不断|不停|连续|来回|往返)+(?:地|往返|来回)*(?:运动|跑步|行驶|游泳|游|跑|走)?|往返于(?:[AB、两2地]+)之间"),
    ("ring", r"(?:环形|圆形|环行|环湖|椭圆形)(?:的)?(?:跑道|公路|小路|操场|路线|广场|公园|赛道|路|湖|水池)?|跑道|操场|沿湖边?|绕湖|湖边|环湖"),
    ("lap", r"(?:一圈|[一1]周|周长|全长(?=\d+(?:\.\d+)?米的环))(?:长)?"),
    ("towards", r"(?:相向|相对|迎面|对面|对向|面对面)(?:而行|开出|驶来|行驶|开来|走来|出发|行进|行|走|开)*|对开"),
    ("away", r"(?:背向|相背|反向|反方向|相反(?:的)?方向|背对背|方向相反)(?:而行|而驰|行驶|出发|行|走)*"),
    ("along", r"(?:同向|同方向|同一方向|相同方向|方向相同)(?:而行|行驶|出发|行|走|跑|前进)*"),
    ("clockwise", r"(?:按|沿|以)?(?:着)?顺时针(?:方向)?"),
    ("counter", r"(?:按|沿|以)?(?:着)?逆时针(?:方向)?"),
    ("middle", r"(?:全程|路程|两地|AB|A、B)?(?:的)?中点(?:处)?"),
    ("same-time", r"同时"),
    ("same-place", r"(?:从)?(?:(?:某|同)(?:一)?(?:个)?(?:地(?:点)?|点|起点|处|固定点)|同地)"),
    ("end", r"(?:离|距(?:离)?)?(?<!从)终点|目的地"),
    ("home", r"(?:原来的?|自己的?)?(?:起点|出发点|出发地|原地)"),
    ("earlier", r"提前"),
    ("first", r"先|早"),
    ("later", r"(?:晚|迟)(?:出发)?"),
    ("than", r"比(?=[甲乙丙丁原])"),
    ("apart", r"(?:相距|相隔|相差|间隔|间距|距离|距|离)(?:为|是|还有|有)?"),
    ("fast", r"快|多(?!少)|高(?!铁)|提高(?:了)?|增加(?:了)?|加快(?:了)?"),
    ("slow", r"慢|少|降低(?:了)?|减少(?:了)?|减慢(?:了)?|低"),
    ("behind", r"(?:的)?(?:正)?(?P<value>后|前)(?:面|方)(?:的)?(?:相距)?(?=\d)"),
    ("ahead", r"(?:的)?(?:前面|前方|前)(?=\d)|(?:领先|落后)(?=\d|多少)"),
    ("still", r"还(?:差|剩|有|要|需)?"),
    ("equal", r"等于|相等|相同|一样|同样(?:的)?"),
    ("speed-word", r"(?:行驶|行走|平均)?(?:的)?(?:速度|时速|车速|速率)(?:分别)?"),
    ("continue", r"(?:各自|都|均|以原速度?|按原速度?|仍|按?照?原来的?速度)*继续(?:以原速度?|按原速度?|各自|向前)*(?:向前)?(?:行驶|前进|前行|行走|行进|走|跑|行|骑行)?|(?:各自)?前行|(?:各自)?(?:以|按)原(?:来的?)?速度(?:继续)?(?:行驶|前进|前行)?"),
    ("after", r"(?:之|以)?后(?![面方])"),
    ("when", r"(?:的)?时(?:候)?(?=[,;。?甲乙丙丁两2他]|$)"),
    ("then", r"再|又|接着|然后"),
    ("whole", r"全程|总路程|单程|(?:A、B|AB|[两2]地)?(?:[两2]地)?(?:之间)?(?:的)?路程|全长"),
    ("name", r"(?P<value>[甲乙丙丁])"),
    ("all", r"[两2二](?:人|车|船|列|辆|艘|队|位|者|列车|辆车|列火车|名|个人|(?:名|位)?(?:同学|运动员|选手))+|他们|双方"),
    ("three", r"(?:三|3)(?:人|车|船|者|辆车)(?:都|均)?"),
    ("both-places", r"(?:A、B|B、A)(?:[两2二](?:个|座)?)?(?:地(?:点)?|城市?|车站|火车站|站|码头|港口?|镇|村|点|市|县|校|岸)*(?:之?间)?"),
    ("place", r"(?P<value>[ABC](?![A-Za-z\d]))(?:车站|火车站|港口|城市|地|城|站|码头|港|镇|村|点|市|县)?(?:处)?"),
    ("each", r"都|均(?!速)|各(?!自)|分别|各自"),
    ("if", r"如果|若(?!干)|假如|假设|要使|要想"),
    ("ask", r"多少|几(?!何)"),
    ("go", rf"(?:匀速)?{_GO}(?:了|着|完)?"),
    ("", r"两?(?:列|辆|名|位|艘|架)?(?:火车|汽车|列车|轿车|车手|运动员|骑车|自行车|摩托车)|练习|(?:在)?(?:笔直的?|平直的?|同一条|一条)*(?:公路|马路|道路|直路|路|铁路|轨道)上|停在|停靠在|[两2](?:个|座)?(?:地|车站|站|城市?|市|镇|村|点|端|码头|港口?)(?:之?间)?|从|由|沿|向|朝|往|用了?|需要?|要|花|经过|经|过|了|每|以|按|的|在|沿着?|同?一?条?(?:公路|道路|路线|铁路|路|马路)(?:上)?|之间|之|处|不停|途中|当|单独|必须|执行|任务|比赛|赛跑|竞走|进行|他|她|正|那|每人|先后|觅食|之后|车|地|此时|这时|恰好|正好|刚好|至少|从两端|弧形|那么|共|一共"),
)  # fmt: skip
LEXICON = Lexicon(WORDS)

_PLACE = "车站|火车站|港口|城市|地|城|站|港|镇|村|码头|市|校|岸|点|县|厂|山|岛"


def plain_journey(text: str) -> tuple[str, dict[str, str]]:
    """The opened text with those who move named 甲, 乙, ... and the places A, B, ...; what each was called."""
    plain = as_written(text)
    plain = patterns.sub(
        r"(?<![\d:∶比])(\d{1,2}):([0-5]\d)(?=分别|出发|从|第|两|相|时|,|甲|乙|到|同|起|一|客|货|他|再|自|$)", r"\1点\2分", plain
    )
    plain = patterns.sub(r"(?<=\d):(?=\d+(?!\d*[点分]))", "∶", plain)
    plain = patterns.sub(r"((?:追上|赶上)\w{0,3}?需要)多少(?=[。?]*$)", r"\1多少时间", plain)
    plain = patterns.sub(r"乙的(?:工作单位|单位|公司|家|学校)", "B地", plain)
    plain = patterns.sub(r"甲的(?:工作单位|单位|公司|家|学校)", "A地", plain)
    plain = patterns.sub(r"(?:对方|彼此)的?(?:工作单位|单位|公司|学校)", "对方出发点", plain)
    plain = patterns.sub(r"[“”\"]", "", plain)
    plain = patterns.sub(r"(?:某[高学]校)?(?:的)?两(?:个)?校区|各自(?:的)?校区", "两地", plain)
    plain = patterns.sub(r"(?:对方|彼此)的?校区", "对方出发点", plain)
    if not patterns.search("[甲乙]", plain):
        plain = patterns.sub(
            r"(?:汽车|轿车|货车|客车|小车|车)([AB])(?![A-Za-z、和与])", lambda who: {"A": "甲车", "B": "乙车"}[who[1]], plain
        )
    plain = patterns.sub(r"(?:从)?两车相距\d+(?:\.\d+)?千米处?(?:开始|起|时起),", "", plain)
    plain = patterns.sub(
        r"(^|[,;。])([^,;。甲乙丙]*)([甲乙丙])(车|人)?([^,;。甲乙丙]*?)以([甲乙丙])(?:车)?(?:的?速度)?的?(\d+(?:\.\d+)?|\d+/\d+)(倍)?的?(?:速度|车速)",
        r"\1\3的速度是\6的速度的\7\8,\2\3\4\5",
        plain,
    )
    plain = patterns.sub(r"(?:的)?(?:一点|某点|起点|点)A(?:点|处)?(?=[同背相反])", "同一地点", plain)
    if "同一地点" in plain and not patterns.search("(?<![A-Za-z])B", plain):
        plain = patterns.sub(r"(?:与|离|距)A点(?:沿(?:着)?跑道(?:上)?)?的?最短(?:距离|路程)", "离出发点多少米", plain)
        plain = patterns.sub("离出发点多少米(?:是|为)?多少", "离出发点多少米", plain)
    gap, ring = patterns.search(r"从相距(\d+)米的(?:位置|两点|两处|地方)", plain), patterns.search(r"(\d+)米的?(?:环形|圆形)", plain)
    if gap and ring and 2 * int(gap[1]) == int(ring[1]):
        plain = plain.replace(gap[0], "从直径的两端")
    plain = patterns.sub(
        r"绕(?:着)?(?:西湖|[\u4e00-\u9fff]?湖|水池|池塘|操场|公园|广场|花坛)(?:匀速)?(?=走|跑|行|背|同|相|反|[一1]圈|[一1]周)",
        "绕湖",
        plain,
    )
    plain = plain.replace("高速公路", "公路")
    manner = "(?:慢走|快走|走路|步行|慢跑|跑步|骑自行车|骑车)"
    plain = patterns.sub(rf",?(?:围绕|绕|沿)?(?:着)?(?:跑道)?分别{manner}(?:[。、,和]+{manner})+", "", plain)
    plain = patterns.sub(
        r"到(?:A、?B|全程)?(?:两地)?(?:的)?中点的(?:路程|距离)是(?:A、?B|全程)?(?:两地)?(?:的)?(?:全长|全程|距离)?的?(\d+/\d+)",
        r"离中点全程的\1",
        plain,
    )
    plain = patterns.sub(r"(小时|分钟|秒|千米|米)多少$", r"多少\1", plain)
    if not patterns.search("环形|圆形|跑道|直径", plain):
        plain = patterns.sub(r"从(?:[\u4e00-\u9fff]{1,4}的)?两(?:端|头)(?=[同相出对]|,)", "从A、B两地", plain)
    plain = patterns.sub(r"已经?(?:开出|驶出)(?:了)?(?=\d)", "已行驶", plain)
    plain = patterns.sub(r"从出发到(?=第|首次|相遇)", "从出发", plain)
    plain = patterns.sub(
        r"([甲乙丙])(?:车|船)?每(小时|分钟|秒)钟?比([甲乙丙])(?:车|船)?(?:每\2钟?)?(多|少)(?:行驶|走|行|跑|游|骑)?(\d+(?:\.\d+)?)(千米|米)",
        lambda m: f"{m[1]}比{m[3]}{'快' if m[4] == '多' else '慢'}{m[5]}{m[6]}/{m[2]}",
        plain,
    )
    if patterns.search("兄妹|姐弟", plain):
        for elder, younger in (("兄", "妹"), ("姐", "弟")):
            if f"{elder}{younger}" in plain:
                plain = patterns.sub(
                    f"{younger}{younger}", younger, patterns.sub(f"{elder}{younger}[二两2]人|{elder}{younger}(?=同|从|分)", "两人", plain)
                )
                plain = patterns.sub(younger, "乙", patterns.sub(f"哥哥|姐姐|{elder}", "甲", plain))
    if patterns.search(f"[甲乙][、和与]?[甲乙](?:两|二|2)?(?:个)?(?:{_PLACE})", plain):
        plain = patterns.sub(r"从甲(?=开往|驶往|前往|开到|到|去)", "从甲地", plain)
    plain = patterns.sub(r"触壁后(?:原路)?返回,", "", plain)
    plain = patterns.sub(r"(?<=[,;。])(\d{1,2}点\d{0,2}分?)([甲乙])(?=到达)", r"\2\1", plain)
    plain = patterns.sub(r"(?:现在)?(?:三者|三人)(?=同时从)", "三人", plain)
    plain = patterns.sub(r"(?<=\d时\d{2})分钟(?!后)|(?<=\d时\d)分钟(?!后)", "分", plain)
    plain = patterns.sub(r"(\d+)(?:个)?小时零?(\d+)分(?!钟|之)", r"\1小时\2分钟", plain)
    plain = patterns.sub(
        r"(?<![A-Za-z])([P-S])(?=[、,和与][P-S](?![A-Za-z])|[地点城站镇])|(?<=[P-S][、,和与])([P-S])(?![A-Za-z])", _abc, plain
    )
    if patterns.search(rf"[甲乙](?:{_PLACE})|[甲乙]两(?:{_PLACE})|甲[、和与]乙(?:两|二|2)?(?:个)?(?:{_PLACE})", plain):
        plain = patterns.sub(rf"甲(?:{_PLACE})?[、和与到至]?乙(?=(?:两|二|2)?(?:个)?(?:{_PLACE}))", "A、B", plain)
        plain = patterns.sub(rf"甲(?=(?:{_PLACE}))", "A", plain)
        plain = patterns.sub(rf"乙(?=(?:{_PLACE}))", "B", plain)
        plain = patterns.sub(rf"丙(?=(?:{_PLACE}))", "C", plain)
    plain = _cardinal(plain)
    plain = patterns.sub(r"(?<![A-Za-z])A[、和与,]?B(?![A-Za-z])", "A、B", plain)
    plain = patterns.sub(
        r"(?<![A-Za-z])([AB])(?=(?:小)?(?:车|船|队|同学|列车|先生))",
        lambda who: {"A": "甲", "B": "乙"}[who[1]] if not patterns.search("甲|乙", plain) else who[1],
        plain,
    )
    if not patterns.search("[甲乙]", plain) and patterns.search("(?<![A-Za-z])A、B(?:两|二|2)(?:个)?(?:人|车|船|列)", plain):
        plain = plain.replace("A", "甲").replace("B", "乙")
    if patterns.search(r"(?<![A-Za-z])C[、和与]D(?:[两2二](?:个)?)?[地点城镇站]", plain) and not patterns.search(
        "(?<![A-Za-z])[AB](?![A-Za-z])", plain
    ):
        plain = patterns.sub("(?<![A-Za-z])[CD](?![A-Za-z])", lambda sign: {"C": "A", "D": "B"}[sign[0]], plain)
    plain = patterns.sub(r"按?从A(?:地)?(?:到|往|向)B(?:地)?的?方向(?=同向)", "", plain)
    plain = patterns.sub(r"平均每(小时|分钟|秒)(?:行驶|行|走|跑|骑)?(\d+(?:\.\d+)?)(千米|米)", r"\2\3/\1", plain)
    plain = patterns.sub(r"(?<=多少)[。,?:()]*多少$|(?<=\?)[:(]*多少$|:(?=多少$)", "", plain)
    plain = patterns.sub(r"(?:处)?的(?<![A-Za-z])[CDE](?:点|处)(?=第|首|相|$|,)", "处", plain)
    return named_of_any_sort(plain, (r"行人|骑车人", r"拖拉机|汽车|客车|货车|卡车|摩托车", *SORTS))


def _abc(place: re.Match[str]) -> str:
    letters = sorted(set(patterns.findall(r"(?<![A-Za-z])[P-S](?![A-Za-z])", place.string)))
    sign = place[1] or place[2]
    return (
        "ABCD"[letters.index(sign)] if sign in letters and not patterns.search("(?<![A-Za-z])[ABC](?=[地点城站镇])", place.string) else sign
    )


def _cardinal(plain: str) -> str:
    """`东、西两镇` and `东镇` as A and B."""
    for first, second in (("东", "西"), ("南", "北")):
        found = patterns.search(rf"{first}(?P<kind>{_PLACE})?[、和与]?{second}(?:两|二|2)?(?:个)?(?P<kind2>{_PLACE})", plain)
        if found is None or patterns.search("(?<![A-Za-z])[AB](?![A-Za-z])", plain):
            continue
        plain = patterns.sub(rf"{first}(?:{_PLACE})?[、和与]?{second}(?=(?:两|二|2)?(?:个)?(?:{_PLACE}))", "A、B", plain)
        plain = patterns.sub(rf"{first}(?=(?:{_PLACE}))", "A", plain)
        plain = patterns.sub(rf"{second}(?=(?:{_PLACE}))", "B", plain)
    return plain
