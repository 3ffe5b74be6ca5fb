"""Reading CSMA/CD problems by their parts: rate, speed, distance, delays and frame, each with the role its clause gives it."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from engine.generators import patterns
from engine.generators.cn import _units as units
from engine.generators.cn._clauses import speeds_written_out
from engine.generators.cn._collision.backoff_reading import backoff
from engine.generators.cn._collision.cases_reading import given_up, padded, same_choice, scaled, standard_shortest, started
from engine.generators.cn._collision.exchange import ASKED as EFFECTIVE
from engine.generators.cn._collision.exchange import SHOWN as LENGTHS
from engine.generators.cn._collision.exchange import known_of, take_exchange
from engine.generators.cn._collision.words import HARMLESS, HUB, LESS, MORE, SHORTEST, UNLIKE, roles
from engine.generators.cn._told.told import Told, Unit
from engine.generators.cn._windows.frame_times import frame_times
from engine.generators.kind import Missing, Recognition
from engine.generators.pasted.normalising import normalise
from engine.generators.patterns import caseless
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, stay_out, to_int

_REFUSED = (
    r"CSMA/?CA|重传|利用率|效率|吞吐|首部|有效数据传输|全双工|确认帧|有效数据|ACK|帧间|时隙ALOHA|令牌|RTS|CTS|干扰信号长|阻塞信号|强化|无线|路由器|网桥|交换机|"
    r"(?:每|两).{0,3}(?:次|帧)(?:之间)?间隔|半速|每隔|未知(?!数)|填充|前导码(?:为|是|占|有|\d)|平均"
)
_FRAME_CHANGED = rf"(?:{SHORTEST}|帧长(?:度)?)(?:要|被|需要?)?(?P<change>{LESS}|{MORE})(?:了)?\s*(?P<value>{units.LENGTH})"
_DETECTED = r"(?:(?:从[^。;?,\d]{0,16})?(?:两机|两台主机|两个?站点?|双方|甲乙|甲和乙|两个结点|两个节点|两方|都|二者)(?:均|都)?(?:检测|发现|知道|察觉)(?:到|了)?(?:发生)?(?:了)?(?:冲突|碰撞)(?:为止|时|的时间|时刻止|时刻|止)*)"
_ENOUGH = r"(?:能否|能不能|是否|可不可以|可以不可以|够不够|会不会|还)*(?:能|可以|足够|够)?(?:够|长)?(?:用来|用于)?(?:保证|确保|满足|可靠)*(?:一定)?(?:能)?(?:地)?(?:检测|发现)(?:到|出)?(?:所有|可能的)?(?:冲突|碰撞)(?:吗|么|不)?|(?:是否|能否|能不能)(?:满足|符合)(?:要求|最短帧长(?:的)?要求)"
_ASKED = (
    (r"(?:争用期|2\s*τ|往返(?:传播)?(?:时间|延迟)|这段时间)(?:内|里)?(?:(?:主机|站)?[AB甲乙\ue000])*(?:能|可以?|可|一共|共|最多|已经?)*(?:发送?|传送?|传输)(?:出|完|了)?(?:多少|几)(?:个)?(?:比特|bit|位|字节|B)|(?:争用期|往返(?:传播)?(?:时间|延迟))(?:内|里)(?:能|可以?)?(?:发送?|传)(?:的)?(?:比特|位|bit)数", "frame"),
    (r"(?:距离|电缆|长度|总线)?(?:的)?(?:至少|最少|应该?|要|需要?)*(?:增加|减少|缩短|延长|增大|减小)(?:或者?|还是)(?:增加|减少|缩短|延长|增大|减小)(?:了)?(?:多少|几)?米?", "distance"),
    (r"(?:距离|电缆|长度|总线)?(?:的)?(?:至少|最少|应|要|需要?)*(?:减少|缩短|减小|缩小)(?:了)?(?:多少|几)米?", "shorter"),
    (r"从(?:开始)?发送(?:数据|帧)?(?:时刻)?(?:起|开始)?,?到(?:能|可以|其)?(?:检测|发现)(?:到)?(?:冲突|碰撞)(?:为止)?,?(?:最[长迟晚多]|最坏)(?:情况下?)?(?:需要?|要)?(?:经过)?(?:多少时间|多久|多长时间|时间)|争用期|(?:该)?(?:碰撞|冲突)的最[大长](?:检测)?时间|(?:碰撞|冲突)(?:窗口|域时间|检测时间|时间片|时间槽|时槽)|(?:最[长多迟晚])?(?:检测|发现|知道)(?:到|出)?(?:碰撞|冲突)(?:的)?(?:最长|最坏|最大|最多|最迟|最晚)?(?:需要?|要|得)?(?:的)?(?:多长时间|多久|时间)|(?:最长|最多|最迟|最晚|最坏)(?:情况下?)?[^,。;?]{0,10}?(?:多久|多长时间|多少时间|时间)(?:才)?(?:能)?(?:检测|发现|知道)(?:到)?(?:了)?(?:冲突|碰撞)|往返(?:的)?(?:传播)?(?:延迟|时间)|来回(?:的)?(?:传播)?(?:延迟|时间)", "round_trip"),
    (r"(?<!发送)(?<!传输)(?:单向|单程|端到端|最大)*(?:的)?(?:传播)?延迟(?:最[大多长])?|(?:单向|单程|端到端)(?:的)?(?:传播)?时间|传播(?:一遍|完)?(?:的|所需)?时间", "delay"),
    (r"(?:信号|电磁波)?(?:的)?传播(?:速度|速率)", "speed"),
    (r"(?:最[高大]|允许|可以?|能)*(?:的)?(?:数据|信道|网络)?(?:传输|发送)?(?:的)?(?:速率|数据率|传输率|带宽)(?:最[高大]|上限|的上限|的最大值)?(?:可以|能)?(?:到|达到)?", "rate"),
    (r"(?:帧)?(?:最短|最小|至少|最少)(?:应该?|要|得|该|需要?)*(?:有|是|为)?多长", "frame"),
    (r"(?:理论上)?(?:可以|能)?(?:相距|距离|间隔)?(?:的)?最(?:远|大|长)(?:的)?(?:允许|可以|能)?(?:两个?)?(?:个)?(?:站点?|结点|节点|主机|电缆|总线|网络|网段|覆盖|传输|网线|线缆)*(?:之间|间)?(?:的)?(?:相距|距离|长度|跨度|范围|间距|隔|直径)|(?:任意|最远的?)?两(?:个)?(?:站点?|结点|节点|主机|台)(?:之间|间)?(?:的)?最(?:大|远)(?:距离|间距|间隔)|最远(?:能|可以)?(?:隔|离|相距|拉)?(?:多远|多少米?|几米)|(?:最多|最远|最大|最长|至多)(?:可以|能)?(?:相)?(?:距|隔|拉|做)?(?:到|离)?(?:多远|多长|多少米|多少|几米)|(?:站点?|结点|节点|主机|站|电缆|总线|网络|线缆|网线|缆)(?:之间|间)?(?:的)?(?:最大|最远|最长)?(?:总)?(?:距离|长度|跨度|长)(?:最[长大远多])?(?:不能?|不得|不应)?(?:超过|大于)?|最长(?:允许)?(?:几|多少)米|最[长远大](?:的)?(?:网段|电缆段)(?:是|为)?(?:多少|几)?米?|(?:帧)?(?:网段|电缆段)(?:的)?最[大长](?:长度)?|(?:相距|相隔|隔|距离)?(?:多远|多长)(?=$|[,。?;])|距离(?:最[远大])?|最[大长](?:的)?(?:网络|网段)?(?:覆盖|跨)(?:距|度|距离|范围)?|最长(?:的)?(?:一段)?(?:电缆|总线|线缆)|(?:电缆|总线|线|网线)(?:最长|最多)?(?:能|可以?)?(?:有|拉|做|铺|到)?多长", "distance"),
    (rf"{SHORTEST}(?:应该?|要|需要?|必须|至少|可以?|相应地?)*(?:{LESS}|{MORE})(?:了)?(?=多少|几|\s*\()", "frame"),
    (SHORTEST, "frame"),
    (r"(?:数据)?帧(?:的)?(?:长度?|长)?(?:应|要|得)?(?:至少|最少|最短|最小|不能?少于|不得?小于|不能?短于)|(?:至少|最少|最短|最小)(?:要|得|需要?)?(?:发送)?(?:多长|多少(?:字节|位|bit|比特))|帧长(?:应|要)?(?:为|是)?(?=多少|几)", "frame"),
)  # fmt: skip
_TIMES_ASKED = (
    (r"最短(?:需要?|要)?(?:经过)?(?:多少|多长|多久)?(?:时间)?(?:和|与|、|以及|,)*最长(?:需要?|要)?(?:经过)?(?:多少|多长|多久)(?:时间)?", "both times"),
    (r"最短(?:时间)?(?:和|与|、|以及)最长(?:时间)?(?:分别|各)?(?:需要?|要|是)?(?:经过?|用)?(?:多长时间|多久|多少时间|时间|多少)?|最短(?:和|与|、)?最长(?:各|分别)?", "both times"),
    (r"最(?:短|早|快)(?:需要?|要|是|在)?(?:经过?|用|过)?(?:多长时间|多久|多少时间|时间|多少|几|(?=\s*(?:\(\s*\))?\s*(?:μs|us|ms|微秒|毫秒)?\s*(?:$|[,;。(])))(?!帧)|最快多久", "earliest"),
    (r"最[长多晚迟](?:需要?|要|是|在)?(?:经过?|用|过)?(?:多长时间|多久|多少时间|时间|多少|(?=\s*(?:\(\s*\))?\s*(?:μs|us|ms|微秒|毫秒)?\s*(?:$|[,;。(])))|最长(?:呢|是)", "latest"),
)  # fmt: skip


def _written_out(text: str) -> str:
    """`100BASE-T` says the rate, `每公里 5 μs` the speed, `光速的 2/3` too."""
    text = patterns.sub(r"(?<=指数)后退|(?<=指数型)后退|(?<=二进制)后退", "退避", normalise(text))
    text = caseless(r"(?<![A-Za-z])Ethernet(?:网络?)?(?![A-Za-z])").sub("以太网", text)
    # `t=0 甲开始发送` as `甲在 t=0 时开始发送`.
    text = caseless(
        rf"(?<![A-Za-z])t\s*=\s*(0(?![.\d])|{units.TIME})(?:时刻?)?,?\s*(甲|乙|(?-i:[AB])(?![A-Za-z]))(?:站)?(?=(?:也|又|才)?(?:开始)?发)"
    ).sub(r"\2在t=\1时", text)
    if not caseless(units.RATE).search(text):
        text = caseless(r"(?<![\dA-Za-z])(10|100|1000)\s*BASE-?(?:T|TX|FX|5|2|F)\d?(?![A-Za-z\d])").sub(r"\1Mbps", text)
        text = caseless(r"(?<![\dA-Za-z])(10|100)\s*M(?=以太网|的?(?:半双工|共享式)?以太网|局域网|网)").sub(r"\1Mbps", text)
        text = patterns.sub(r"千兆(?=以太网|网)", "1Gbps", text)
        text = patterns.sub(r"百兆(?=以太网|网)", "100Mbps", text)
    text = patterns.sub(r"(?:记为)?[ik]\s*,\s*[ik]\s*=\s*1\s*,\s*2\s*(?:,\s*3\s*)?,?\s*(?:…+|\.{2,})", "", text)
    text = patterns.sub(r"0\s*(?:~|到|至|-|、|,)\s*\(\s*\)", "0到多少", text)
    # Before the k-th retransmission there have been k collisions.
    text = patterns.sub(
        rf"(?:并|正|又|便|就)*(?:准备|打算|将要|即将|正要|要)(?:进行|开始|做|尝试)?(?:它的)?第\s*({INTEGER})\s*次(?:的)?(?:重传|重发|重新发送)",
        r"发生第\1次冲突后",
        text,
    )
    if patterns.search("指数(?:后|回)退|指数退避|退避算法", text):
        text = patterns.sub(r"指数(?:后|回)退", "指数退避", text)
        text = patterns.sub(r"争用(?:时间片|窗口|时隙|周期)|时间槽|时间片", "争用期", text)
        text = patterns.sub(
            r"最[小短](?:和|与|、)最[大长](?:的)?(?:等待|退避|推迟)?(?:的)?(?:时间|时延)(?:分别|各)?(?:是|为)?", "最短和最长等待时间", text
        )
    text = patterns.sub(r"最[小短](?:的)?时间片(?:的)?(?:长度|大小|长)?", "争用期", text)
    text = caseless(r"单总线\s*(?:LAN|局域网)(?![A-Za-z])").sub("总线局域网", text)
    text = patterns.sub(
        r"(?:如|若|如果)?只考虑(?:数据)?帧而(?:忽略|不考虑)(?:其[它他])?(?:的)?一切(?:其[它他])?(?:的)?因素[,。]?", "", text
    )
    text = caseless(r"最[小短](?:的)?(?:有效)?(?:数据包|数据帧|分组|帧|包)(?:的)?(?:大小|尺寸)").sub("最短帧长", text)
    return units.speeds_in_words(speeds_written_out(_star_written_out(text)))


_STAR = caseless(
    rf"(?:各|每个|任意|所有|任一|最远的?)?(?:站点?|主机|计算机|工作站|结点|节点|设备|终端|用户|机器|电脑)(?:到|与|和|至|距|离){HUB}(?:之间)?(?:的)?(?:最[长大远])?(?:的)?(?:距离|长度|网线|电缆)(?:最[长大远])?(?:均|都|不超过|为|是|=)*(?P<way>{units.DISTANCE})"
)


_SOME_NUMBER = r"(?:随机(?:整)?数|(?<![A-Za-z])[rk](?![A-Za-z]))"
_ONE_NUMBER = (
    rf"(?:(?:恰好|刚好|正好)?(?:选择?到?|选取|选中|取到?|抽到|抽取)(?:的|了|到)*(?:{_SOME_NUMBER}(?:的)?(?:取?值)?)*|{_SOME_NUMBER}(?:的)?(?:取?值)?)"
    rf"(?:恰好|刚好|正好)?(?:\s*(?:=|为|是|等于|取))?\s*(?P<value>{INTEGER})的(?:概率|可能性)"
)


def _star_written_out(text: str) -> str:
    """Stations round one hub: the farthest two are twice as far apart as each is from the hub."""
    match = _STAR.search(text)
    if match is None:
        return text
    if caseless(rf"(?:两|2|多|几|[三四五\d])(?:个|台){HUB}").search(text):
        stay_out("which of the hubs?")
    text = f"{text[: match.start()]}最远的两站相距{decimal(2 * units.metres(match['way']))}m{text[match.end() :]}"
    if caseless(rf"{HUB}[^。;]{{0,20}}(?:延迟|时延|延时)").search(text):
        return text  # the hub is still needed
    return caseless(
        rf"(?:使用|用|通过|由|经|采用)?(?:一个|1个|一台|1台)?{HUB}(?:来)?(?:连接|互连|互联)(?:所有|各个?|全部|多台|若干)*(?:的)?(?:站点?|主机|计算机|工作站|结点|节点)*(?:的)?(?:星形|星型)?(?:以太网|网络|局域网)?|以{HUB}为中心(?:的)?"
    ).sub("", text)


def recognise(text: str) -> Recognition | None:
    """The parameters of the kind's `solve`; None or `StayOut` where a quantity or a word is not understood."""
    problem = Told(_written_out(text))
    if problem.has("放弃") and not patterns.search(r"[0-9]", problem.text) and problem.has(r"以太网|CSMA/?CD"):
        return given_up(problem)
    if problem.has("填充|(?:差|补|缺)(?:多少|几)(?:个)?字节"):
        return padded(problem)
    if (seen := standard_shortest(Told(problem.text))) is not None:
        return seen
    if (seen := frame_times(problem)) is not None or (seen := scaled(problem)) is not None:
        return seen
    if problem.has("概率") and not problem.has(_ONE_NUMBER):
        return same_choice(problem)
    waits = problem.has(r"退避|(?<!\d)\d+次(?:冲突|碰撞)后|次重传(?:之?前|时)|第\s*(?:\d+|[一二三四五六七八九十]+)\s*次(?:冲突|碰撞)")
    if waits:
        if problem.find("one of", _ONE_NUMBER, lambda match: to_int(match["value"])):
            problem.refuse(r"都|均|同时|前\s*\d|[大小多少高低]于|以[上下内]|不[是为等]|至[少多]|[两二三2-9]\s*个?站")
        problem.take_all(
            r"第(?=\d+次重传)|(?<=次)重传(?=前|时|之前)|(?<!次)(?:再|才|后|进行|开始|尝试|重新|去|该帧|的)*重(?:传|发)(?:前|时|之前|该帧|数据|帧)*(?!\d|[多几])"
        )
    exchange = not waits and take_exchange(problem)
    if exchange:
        problem.ask((EFFECTIVE,))
    problem.refuse(_REFUSED)
    problem.refuse(r"帧的?最[大长](?:的)?长度?(?:是|为|有)?(?:多少|几|多长|多大)|取整")
    problem.refuse(UNLIKE)
    problem.drop_names()
    problem.take_ignored()
    problem.take_all(
        r"\(?(?:不(?:考虑|计|算|管)|忽略)(?:不计)?(?:其他|其它|所有|任何|以太网帧|物理层|协议|中继器|集线器|站点|主机|处理|转发|设备|等|中继|信号|各|的|和|与|、|及)*(?:前导码|前同步码|延迟|开销|时间|因素|处理)(?:等)?(?:因素|影响|延迟|时间)?\)?|"
        r"(?:其他|其它|中继器|集线器|设备|处理|转发|的|和|与|、)*(?:延迟|时间|开销)(?:都|均|可|先|就|暂)*(?:忽略|不计|不考虑|忽略不计|不管|不算)|(?:只|仅)(?:算|考虑|计)传播延迟(?:的话)?|"
        r"(?:不用|不采用|不使用|没有|无|不考虑)(?:载波(?:延伸|扩展)|帧突发)|(?:中间)?(?:也)?(?:没有|无|不经过?|不含|不存在|未使用|不使用|未采用)(?:任何|其他)?(?:的)?(?:物理层)?(?:的)?(?:中继器|中继设备|集线器|中继|放大器|转发器|重发器)(?:(?:和|、|或)(?:中继器|中继设备|集线器))?|\(?(?:假设|若)?(?:(?:主机|站)?[甲乙\ue000]*(?:和|与|、)?(?:主机|站)?[甲乙\ue000]*(?:在)?发送(?:数据)?(?:的)?过程中)?,?其他(?:主机|站|站点)(?:都)?不发(?:送)?(?:数据)?|CSMA/?CD(?:\(载波[^)]*\))?|载波监听多点接入/?碰撞检测"
    )
    if waits:
        return backoff(problem)
    problem.refuse("随机")
    if (seen := started(problem)) is not None:
        return seen
    both_detect = problem.take_all(_DETECTED)
    for match in problem.take_all(_FRAME_CHANGED):
        longer = patterns.fullmatch(MORE, match["change"]) is not None
        problem.note("more" if longer else "less", units.bits(match["value"]), match.start())
    problem.find("hubs", rf"(?P<value>{INTEGER})\s*(?:个|台)(?:相同的?)?(?={HUB})", lambda match: to_int(match["value"]))
    for match in problem.take_all(
        rf"(?:若|如果)?(?:把|将)?(?:{SHORTEST}|最[小短]帧|帧长(?:度)?)(?:由|从)?(?P<old>{units.LENGTH})?(?P<change>{LESS}|{MORE}|降|改|变)(?:到|为|至|成)\s*(?P<value>{units.LENGTH})"
    ):
        problem.note("frame to", (units.bits(match["old"]) if match["old"] else None, units.bits(match["value"])), match.start())
    has_hub = problem.has(HUB)
    # How long the frames are that are sent says nothing of the shortest that may be.
    if problem.has(rf"{SHORTEST}(?:应该?|要|需要?|必须|至少|可以?|为|是)*(?:多少|多长|多大|几|\(\s*\))") and not problem.has(
        "能否|能不能|是否|够不够"
    ):
        problem.take_all(rf"(?<![短小低])(?<!有效)数据帧(?:的)?长度?(?:为|是|=)?\s*{units.LENGTH}(?=[,。;])")
    problem.tell(roles())
    problem.take_all(r"2\s*τ|τ")
    if problem.has(
        r"(?:能否|能不能|是否|可不可以|够不够)[^,。;?]{0,16}(?:冲突|碰撞|要求)|(?:检测|发现)(?:到|出)?(?:冲突|碰撞)(?:吗|么|不)"
    ):
        problem.ask(((_ENOUGH, "enough"),))
    asked = problem.ask((*_TIMES_ASKED, *_ASKED) if both_detect else _ASKED)
    problem.take_all(
        rf"(?:每个|单个|该|此)?{HUB}|再生比特流(?:的)?(?:过程中?)?|(?:至少|最多|最少|多少|几)?(?:个)?(?:字节|比特|bits?|位|bytes?|米|us|μs|Mbps|Mb/s)(?![A-Za-z])|发生(?:了)?(?:冲突|碰撞)|(?:信号|电磁波|电信号)?(?:的)?传播(?:速度|速率|延迟)|传输速[率度]|(?:(?:为了?|才|要|必须|能够?|可以|保证|确保|使|得|让|发送方|站点?)*(?:检测|发现)(?:到)?(?:所有|任何)?(?:碰撞|冲突))"
    )
    problem.done(HARMLESS, least=("frame",))
    if not asked:
        return None
    if both_detect and not {"earliest", "latest", "both times"} & set(asked):
        return None
    every_hub = patterns.search(rf"(?:每个|各个?|若干|多个|每台){HUB}|{HUB}.{{0,4}}(?:每个|各)", problem.text, re.IGNORECASE)
    told = []
    for unit in problem.units():
        told.append(parameters_of(unit, problem.text, has_hub, every_hub is not None, bool(both_detect)))
    if any(one is None for one in told):
        return None
    return together([one for one in told if one is not None])


def parameters_of(unit: Unit, text: str, has_hub: bool, every_hub: bool, both_detect: bool) -> dict[str, Any] | None:
    """A question's parameters; None where what is told does not fit together."""
    known, asked = dict(unit.known), list(unit.asked)
    if "both times" in asked:
        place = asked.index("both times")
        asked[place : place + 1] = ["earliest", "latest"]
        asked = list(dict.fromkeys(asked))
    # What is asked and told both is only spoken of, unless the question changes a condition.
    changed = len(asked) == 1 and patterns.search("改|换|提|降|增|减|升|变", unit.text) is not None
    asked = [name for name in asked if name not in known or changed or (name == "frame" and "enough" in asked)]
    if "shorter by" in known and "frame" in asked and set(asked) <= {"frame", "shorter", "distance"}:
        asked = ["frame"]
    if ("less" in known or "more" in known) and set(asked) <= {"frame", "distance", "shorter"}:
        asked = [name for name in asked if name != "frame"]
    if not asked:
        return None
    repeater, hubs = known.get("repeater"), known.get("hubs")
    if "repeater both ways" in known:
        if repeater is not None:
            return None
        repeater = known["repeater both ways"] / 2
    if (repeater is None) != (not has_hub) or (hubs is not None and repeater is None):
        return None
    if repeater is not None and hubs is None and every_hub:
        return None
    repeating = (hubs or 1) * repeater if repeater is not None else Fraction(0)
    numbers: dict[str, Fraction] = {
        name: known[name] for name in ("rate", "speed", "distance", "frame", "round_trip", "delay") if name in known
    }
    if "effective" in asked:
        if not {"rate"} <= set(known):
            return None
        numbers |= known_of(known)
    if "enough" in asked and "frame" not in known:
        return None
    if any(value <= 0 for value in numbers.values()):
        return None
    if repeating:
        if "round_trip" in known or ("delay" in known and ("distance" in known or "speed" in known)):
            return None
        if "delay" in known:
            if patterns.search(r"另|额外|再加|还有|还要加", text):
                numbers["propagation"] = numbers.pop("delay")
            else:
                return None  # with the repeaters, or without?
    told: dict[str, Any] = {
        "asked": asked,
        "known": {name: str(value) for name, value in numbers.items() if name not in asked or (name == "frame" and "enough" in asked)},
        "repeating": str(repeating),
        "bytes": "字节" in unit.text[-40:],
        "blank": patterns.search(r"\(\s*\)\s*(?:字节|B)\s*[。?]?\s*$", unit.text) is not None,
    }
    if "frame to" in known:
        old, new = known["frame to"]
        old = numbers.get("frame") if old is None else old
        if old is None or old == new or ("less" in known or "more" in known):
            return None
        told["known"].pop("frame", None)
        known["less" if new < old else "more"] = abs(old - new)
    for name in ("less", "more", "shorter by"):
        if name in known:
            told["change"] = [name, str(known[name])]
    if told.get("change", [""])[0] == "shorter by" and patterns.search(rf"(?:距离|间隔|电缆|长度|总线)[^,。;\d]{{0,6}}?{MORE}", unit.text):
        if patterns.search(rf"(?:距离|间隔|电缆|长度|总线)[^,。;\d]{{0,6}}?(?<![至多最]){LESS}", unit.text):
            return None
        told["change"][0] = "longer by"
    if "change" in told and (set(told["known"]) - {"rate", "speed"} or patterns.search("至多|最多", unit.text)):
        return None
    if "change" in told and ("shorter" in asked or "distance" in asked or "frame" in asked):
        if len(asked) > 1 or (told["change"][0] in ("shorter by", "longer by")) != (asked == ["frame"]):
            return None
        if asked == ["shorter"] and told["change"][0] == "more":
            return None
    elif "change" in told or "shorter" in asked:
        return None
    if {"earliest", "latest"} & set(asked) and not both_detect:
        return None
    return told


def together(told: list[dict[str, Any]]) -> Recognition:
    """The recognition of the questions' parameters."""
    shows: dict[str, tuple[str, Callable[[Fraction], str]]] = {
        "rate": ("速率", units.show_rate),
        "speed": ("传播速度", lambda value: f"{decimal(value / 10**6)} m/μs"),
        "distance": ("距离", lambda value: f"{decimal(value)} m"),
        "frame": ("最短帧长", units.show_length),
        "round_trip": ("争用期", units.show_time),
        **{name: (label, units.show_length) for name, label in LENGTHS.items()},
        "delay": ("单向时延", units.show_time),
        "propagation": ("单向传播时延", units.show_time),
    }
    understood: list[tuple[str, str]] = []
    for one in told:
        for name, value in one["known"].items():
            if name in one["asked"]:
                continue
            label, show = shows[name]
            if (label, show(Fraction(value))) not in understood:
                understood.append((label, show(Fraction(value))))
        if Fraction(one["repeating"]):
            understood.append(("集线器的时延", f"单向共 {units.show_time(Fraction(one['repeating']), 6)}"))
    missing: tuple[Missing, ...] = ()
    if len(told) == 1:
        missing = _missing(told[0])
    return Recognition(parameters={"units": told}, understood=tuple(dict.fromkeys(understood)), missing=missing)


_QUESTIONS = (
    ("rate", "数据传输速率是多少（写上单位）？", "数据传输速率 {}"),
    ("frame", "最短帧长是多少（写上单位）？", "最短帧长 {}"),
    ("speed", "信号传播速率是多少（写上单位）？", "信号传播速率 {}"),
    ("distance", "最远的两站相距多远（写上单位）？", "最远距离 {}"),
)


def _missing(one: dict[str, Any]) -> tuple[Missing, ...]:
    """The one quantity without which the question cannot be answered."""
    known = set(one["known"])
    delay = bool(known & {"delay", "round_trip", "propagation"})
    needs = {
        "frame": {"rate"} | (set() if delay else {"speed", "distance"}),
        "round_trip": set() if delay or {"frame", "rate"} <= known else {"speed", "distance"},
        "distance": {"speed"} | (set() if delay else {"rate", "frame"}),
        "delay": set() if delay or {"speed", "distance"} <= known else {"rate", "frame"},
        "shorter": {"rate", "speed"},
    }
    if len(one["asked"]) != 1 or one["asked"][0] not in needs or ("change" in one and one["asked"][0] != "shorter"):
        return ()
    lacking = needs[one["asked"][0]] - known
    if len(lacking) != 1:
        return ()
    return tuple(Missing(name, ask, form) for name, ask, form in _QUESTIONS if name in lacking)
