"""Reading CSMA/CD problems by their parts: rate, speed, distance, delays and frame, each with the role its clause gives it."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from engine.generators.clauses import Role
from engine.generators.cn import _units as units
from engine.generators.cn._clauses import speeds_written_out
from engine.generators.cn._told import Told, Unit
from engine.generators.kind import Missing, Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, compiled, normalise, stay_out, to_int

_REFUSED = (
    r"CSMA/?CA|重传|利用率|效率|吞吐|首部|有效数据传输|全双工|确认帧|有效数据|ACK|帧间|时隙ALOHA|令牌|RTS|CTS|干扰信号长|阻塞信号|强化|无线|路由器|网桥|交换机|"
    r"(?:每|两).{0,3}(?:次|帧)(?:之间)?间隔|半速|每隔|未知(?!数)|填充|前导码(?:为|是|占|有|\d)|平均"
)
_SHORTEST = r"(?:最[短小低](?:的)?(?:有效|数据|以太网|以太|MAC|合法)*帧(?:的)?(?:长度|长)?|帧(?:的)?(?:最[短小低](?:的)?长度?|长(?:度)?(?:的)?(?:下限|最小值)))"
_HUB = r"(?:集线器|Hub|中继器|转发器|中继|放大器)"
_LESS = r"(?:减少|缩短|减小|变短|降低|缩小|少)"
_MORE = r"(?:增加|增大|加长|变长|加大|增长|延长)"
_FRAME_CHANGED = rf"(?:{_SHORTEST}|帧长(?:度)?)(?:要|被|需要?)?(?P<change>{_LESS}|{_MORE})(?:了)?\s*(?P<value>{units.LENGTH})"
_DETECTED = r"(?:(?:从[^。;?,\d]{0,16})?(?:两机|两台主机|两个?站点?|双方|甲乙|甲和乙|两个结点|两个节点|两方|都|二者)(?:均|都)?(?:检测|发现|知道|察觉)(?:到|了)?(?:发生)?(?:了)?(?:冲突|碰撞)(?:为止|时|的时间|时刻止|时刻|止)*)"
_ENOUGH = r"(?:能否|能不能|是否|可不可以|可以不可以|够不够|会不会|还)*(?:能|可以|足够|够)?(?:够|长)?(?:用来|用于)?(?:保证|确保|满足|可靠)*(?:一定)?(?:能)?(?:地)?(?:检测|发现)(?:到|出)?(?:所有|可能的)?(?:冲突|碰撞)(?:吗|么|不)?|(?:是否|能否|能不能)(?:满足|符合)(?:要求|最短帧长(?:的)?要求)"
_ASKED = (
    (r"(?:争用期|2\s*τ|往返(?:传播)?(?:时间|延迟)|这段时间)(?:内|里)(?:能|可以?|可|一共|共|最多)*(?:发送?|传送?|传输)(?:出|完)?(?:多少|几)(?:个)?(?:比特|bit|位|字节|B)|(?:争用期|往返(?:传播)?(?:时间|延迟))(?:内|里)(?:能|可以?)?(?:发送?|传)(?:的)?(?:比特|位|bit)数", "frame"),
    (r"(?:距离|电缆|长度|总线)?(?:的)?(?:至少|最少|应该?|要|需要?)*(?:增加|减少|缩短|延长|增大|减小)(?:或者?|还是)(?:增加|减少|缩短|延长|增大|减小)(?:了)?(?:多少|几)?米?", "distance"),
    (r"(?:距离|电缆|长度|总线)?(?:的)?(?:至少|最少|应|要|需要?)*(?:减少|缩短|减小|缩小)(?:了)?(?:多少|几)米?", "shorter"),
    (r"争用期|(?:碰撞|冲突)(?:窗口|域时间|检测时间)|(?:最[长多迟晚])?(?:检测|发现|知道)(?:到|出)?(?:碰撞|冲突)(?:的)?(?:最长|最坏|最大|最多|最迟|最晚)?(?:需要?|要|得)?(?:的)?(?:多长时间|多久|时间)|(?:最长|最多|最迟|最晚|最坏)(?:情况下?)?[^,。;?]{0,10}?(?:多久|多长时间|多少时间|时间)(?:才)?(?:能)?(?:检测|发现|知道)(?:到)?(?:了)?(?:冲突|碰撞)|往返(?:的)?(?:传播)?(?:延迟|时间)|来回(?:的)?(?:传播)?(?:延迟|时间)", "round_trip"),
    (r"(?<!发送)(?<!传输)(?:单向|单程|端到端|最大)*(?:的)?(?:传播)?延迟(?:最[大多长])?|(?:单向|单程|端到端)(?:的)?(?:传播)?时间|传播(?:一遍|完)?(?:的|所需)?时间", "delay"),
    (r"(?:信号|电磁波)?(?:的)?传播(?:速度|速率)", "speed"),
    (r"(?:最[高大]|允许|可以?|能)*(?:的)?(?:数据|信道|网络)?(?:传输|发送)?(?:的)?(?:速率|数据率|传输率|带宽)(?:最[高大]|上限|的上限|的最大值)?(?:可以|能)?(?:到|达到)?", "rate"),
    (r"(?:帧)?(?:最短|最小|至少|最少)(?:应该?|要|得|该|需要?)*(?:有|是|为)?多长", "frame"),
    (r"(?:理论上)?(?:可以|能)?(?:相距|距离|间隔)?(?:的)?最(?:远|大|长)(?:的)?(?:允许|可以|能)?(?:两个?)?(?:个)?(?:站点?|结点|节点|主机|电缆|总线|网络|网段|覆盖|传输|网线|线缆)*(?:之间|间)?(?:的)?(?:相距|距离|长度|跨度|范围|间距|隔|直径)|(?:任意|最远的?)?两(?:个)?(?:站点?|结点|节点|主机|台)(?:之间|间)?(?:的)?最(?:大|远)(?:距离|间距|间隔)|最远(?:能|可以)?(?:隔|离|相距|拉)?(?:多远|多少米?|几米)|(?:最多|最远|最大|最长|至多)(?:可以|能)?(?:相)?(?:距|隔|拉|做)?(?:到|离)?(?:多远|多长|多少米|多少|几米)|(?:站点?|结点|节点|主机|站|电缆|总线|网络|线缆|网线|缆)(?:之间|间)?(?:的)?(?:最大|最远|最长)?(?:总)?(?:距离|长度|跨度|长)(?:最[长大远多])?(?:不能?|不得|不应)?(?:超过|大于)?|最长(?:允许)?(?:几|多少)米|最[长远大](?:的)?(?:网段|电缆段)(?:是|为)?(?:多少|几)?米?|(?:帧)?(?:网段|电缆段)(?:的)?最[大长](?:长度)?|(?:相距|相隔|隔|距离)?(?:多远|多长)(?=$|[,。?;])|距离(?:最[远大])?|最[大长](?:的)?(?:网络|网段)?(?:覆盖|跨)(?:距|度|距离|范围)?|最长(?:的)?(?:一段)?(?:电缆|总线|线缆)|(?:电缆|总线|线|网线)(?:最长|最多)?(?:能|可以?)?(?:有|拉|做|铺|到)?多长", "distance"),
    (_SHORTEST, "frame"),
    (r"(?:数据)?帧(?:的)?(?:长度?|长)?(?:应|要|得)?(?:至少|最少|最短|最小|不能?少于|不得?小于|不能?短于)|(?:至少|最少|最短|最小)(?:要|得|需要?)?(?:发送)?(?:多长|多少(?:字节|位|bit|比特))|帧长(?:应|要)?(?:为|是)?(?=多少|几)", "frame"),
)  # fmt: skip
_TIMES_ASKED = (
    (r"最短(?:需要?|要)?(?:经过)?(?:多少|多长|多久)?(?:时间)?(?:和|与|、|以及|,)*最长(?:需要?|要)?(?:经过)?(?:多少|多长|多久)(?:时间)?", "both times"),
    (r"最短(?:时间)?(?:和|与|、|以及)最长(?:时间)?(?:分别|各)?(?:需要?|要|是)?(?:经过?|用)?(?:多长时间|多久|多少时间|时间|多少)?|最短(?:和|与|、)?最长(?:各|分别)?", "both times"),
    (r"最(?:短|早|快)(?:需要?|要|是|在)?(?:经过?|用|过)?(?:多长时间|多久|多少时间|时间|多少|几|(?=\s*(?:\(\s*\))?\s*(?:μs|us|ms|微秒|毫秒)?\s*(?:$|[,;。(])))(?!帧)|最快多久", "earliest"),
    (r"最[长多晚迟](?:需要?|要|是|在)?(?:经过?|用|过)?(?:多长时间|多久|多少时间|时间|多少|(?=\s*(?:\(\s*\))?\s*(?:μs|us|ms|微秒|毫秒)?\s*(?:$|[,;。(])))|最长(?:呢|是)", "latest"),
)  # fmt: skip
_BACKOFF_ASKED = (
    (r"(?<![A-Za-z])[kr]\s*∈\s*\??", "range"),
    (r"(?:退避|等待)(?:的)?时间(?:的)?(?:最大值|上限|最[大长多](?:为|是)?)(?!(?:为|是|要|需)*\s*(?:多少|几)?\s*个)|最[大长](?:的)?(?:退避|等待)(?:的)?时间", "wait"),
    (r"最[大长](?:的)?退避(?:时间)?(?:是)?(?:多少|多久)?", "wait"),
    (r"(?:从)?0(?:到|~|至|-)(?:几|多少)(?:之间|里|中)?(?:随机)?(?:选|取|选取|抽)?", "range"),
    (r"(?:随机数)?(?:k|r)?(?:的)?(?:可能)?(?:取值|值)?(?:的)?(?:上限|最大值?|最大(?:能|可以)?取(?:到)?|最大取值)(?:是|为)?(?=多少|几|$|[?。])|(?:k|r|随机数)(?:的)?(?:取值)?(?:最大|最多)(?:能|可以|可)?(?:取)?(?:到)?(?:是|为)?(?:多少|几)", "most"),
    (r"(?:从)?(?:多大|什么|哪个?|何种|哪些|怎样)?(?:的)?(?:范围|集合|区间|数(?:字)?(?:里|中))(?:里|中|内|是)?(?:取|选|选取|选择|抽)?|k(?:的)?(?:取值)?(?:的)?(?:可以|可能)?(?:取)?(?:哪些|什么|的)?(?:值|取值)|(?:随机数|r|k)(?:的)?(?:可能)?(?:取值|值)?(?:范围|集合|有哪些)|(?:可能|可以)?(?:的)?(?:取值|退避值|随机数)(?:有)?(?:多少|几)(?:个|种)", "range"),
    (r"(?:最多|最长|最久)(?:要|会|需要?)?(?:等待?|退避|推迟)(?:的)?(?:多久|多长时间|多少时间|多少(?:μs|us|微秒|ms)|时间)", "wait"),
    (r"(?:退避|等待|推迟)(?:的)?时间最[多大长](?:可?能?|会|要|需)?(?:为|是)?\s*(?:\(\s*\))?\s*个(?:争用期|时隙)", "slots"),
    (r"(?:最[多大长])(?:的)?(?:可能)?(?:要|需要?|会|能)?(?:退避|等待|等|推迟|延迟)(?:的)?(?:多少|几)个?(?:争用期|时隙|时间片|基本退避时间)|(?:最[多大长])(?:的)?(?:要|需要?)?(?:等待?|退避)?(?:多少|几)个(?:争用期|时隙)", "slots"),
    (r"(?:对应|即)?(?:是)?多少(?:微秒|μs|us)|最[多大长](?:的)?(?:可能)?(?:要|需要?|会)?(?:的)?(?:退避|等待|等|推迟|延迟)?(?:的)?(?:时间|多久|多长时间|多少(?:μs|us|微秒|ms))|(?:退避|等待|推迟)(?:的)?(?:时间)?(?:最[长大多])(?:的)?(?:时间)?", "wait"),
)  # fmt: skip
HARMLESS = (
    "两机 网卡 网段 含载波延伸 载波延伸 波 在电缆中 规定为 定为 规定 一个电缆段 电缆段 另有 单向各引入 各引入 引入 两台 最远时 共享总线 半双工 升级 信号 转发器 起 经过 时 路上 全长 全程 一路 合适 局域网 以太网 快速以太网 千兆以太网 传统以太网 标准以太网 经典以太网 基带 总线 总线型 总线网 总线局域网 介质访问控制 介质访问控制协议 访问控制 介质访问控制方法 半双工 完整 最远 相距最远 任意 任意两站 两站 两个 两个站点 两站点 两台 两端 一台 站 "
    "最短 最小 最大 最长 帧 帧长 数据帧 帧长度 冲突域 网络中 实现 一根 完整的 的距离 距离 长度 电缆 网线 总长 规定 要求 最短帧 以太网帧 数据 传输介质 产生 会 延迟 每个 互连 相连 连接 单程 单向 传播 速率 速度 时刻 从 开始 发送数据 为止 最 检测 能 多远 冲突 碰撞 "
    "该网络 若 则 变为 变化 改变 距离至少 至少 需要 应 b m 里 保证 不能 不得 不超过 超过 相距 站点 按 计算 长 最多 首先 端 引入 隔 拉 一段 上 跑 过程 网段 内 采用 使用 实际 工作 字节 通过 经过 理论上 检测到 检测冲突 冲突检测 碰撞检测 发现冲突 正常工作 允许 同轴电缆 粗缆 细缆 "
    "发生冲突 发生碰撞 可靠 可靠地 正确 及时 共享 共享信道 信道 发送过程中 一个冲突域 一个冲突域内 时长 载波监听 多点接入 多路访问 有效 合法 有效帧 合法帧 介质 争用期 一遍 一次 由于 其 都 各站 各站点 站间 站点间 换算 换算成 相当于 即 电缆长度 线缆 总线长度 信号 工作站 最坏情况 最坏情况下 最坏 端到端 甲 乙 当中 长为 不变 长度不变 间隔"
)


_WAITS = r"(?:站点?|[A-Z甲乙]|需要?|需|要|应当?|会|将|则|该|其|再|还)*(?:推迟|延迟|延后|等待?|退避|等候)(?:的)?(?:时间)?(?:是|为|应)*(?:多久|多长(?:的)?时间|多少(?:时间|μs|微秒|us|ms|毫秒)?|时间|(?=$|[?。]))(?:后)?"


def _written_out(text: str) -> str:
    """`100BASE-T` says the rate, `每公里 5 μs` the speed, `光速的 2/3` too."""
    text = normalise(text)
    if not compiled(units.RATE).search(text):
        text = compiled(r"(?<![\dA-Za-z])(10|100|1000)\s*BASE-?(?:T|TX|FX|5|2|F)\d?(?![A-Za-z\d])").sub(r"\1Mbps", text)
        text = re.sub(r"千兆(?=以太网|网)", "1Gbps", text)
        text = re.sub(r"百兆(?=以太网|网)", "100Mbps", text)
    return units.speeds_in_words(speeds_written_out(text))


def recognise(text: str) -> Recognition | None:
    """The parameters of the kind's `solve`; None or `StayOut` where a quantity or a word is not understood."""
    problem = Told(_written_out(text))
    if problem.has("放弃") and not re.search(r"[0-9]", problem.text) and problem.has(r"以太网|CSMA/?CD"):
        return _given_up(problem)
    if problem.has("填充|(?:差|补|缺)(?:多少|几)(?:个)?字节"):
        return _padded(problem)
    if (scaled := _scaled(problem)) is not None:
        return scaled
    one_number = (
        rf"(?:恰好|刚好|正好)?(?:选到|选取|选中|取到|取|选|抽到)(?:随机数)?(?:[rk]|随机数)?(?:\s*(?:=|为|是))?\s*(?P<value>{INTEGER})的概率"
    )
    if problem.has("概率") and not problem.has(one_number):
        return _same_choice(problem)
    waits = problem.has(r"退避|(?<!\d)\d+次(?:冲突|碰撞)后|第\s*(?:\d+|[一二三四五六七八九十]+)\s*次(?:冲突|碰撞)")
    if waits:
        problem.find("one of", one_number, lambda match: to_int(match["value"]))
        problem.take_all(
            r"第(?=\d+次重传)|(?<=次)重传(?=前|时|之前)|(?<!次)(?:再|才|后|进行|开始|尝试|重新|去|该帧|的)*重(?:传|发)(?:前|时|之前|该帧|数据|帧)*(?!\d|[多几])"
        )
    problem.refuse(_REFUSED)
    problem.drop_names()
    problem.take_ignored()
    problem.take_all(
        r"\(?(?:不(?:考虑|计|算|管)|忽略)(?:不计)?(?:其他|其它|所有|任何|以太网帧|物理层|协议|中继器|集线器|站点|主机|处理|转发|设备|等|中继|信号|各|的|和|与|、|及)*(?:前导码|前同步码|延迟|开销|时间|因素|处理)(?:等)?(?:因素|影响|延迟|时间)?\)?|"
        r"(?:其他|其它|中继器|集线器|设备|处理|转发|的|和|与|、)*(?:延迟|时间|开销)(?:都|均|可|先|就|暂)*(?:忽略|不计|不考虑|忽略不计|不管|不算)|(?:只|仅)(?:算|考虑|计)传播延迟(?:的话)?|"
        r"(?:不用|不采用|不使用|没有|无|不考虑)(?:载波(?:延伸|扩展)|帧突发)|(?:中间)?(?:也)?(?:没有|无|不经过?|不含|不存在|未使用|不使用|未采用)(?:任何|其他)?(?:的)?(?:物理层)?(?:的)?(?:中继器|中继设备|集线器|中继|放大器|转发器)(?:(?:和|、|或)(?:中继器|中继设备|集线器))?|(?:发送过程中)?其他(?:主机|站|站点)(?:都)?不发(?:送)?(?:数据)?|CSMA/?CD(?:\(载波[^)]*\))?|载波监听多点接入/?碰撞检测"
    )
    if waits:
        return _backoff(problem)
    problem.refuse("随机")
    if (started := _started(problem)) is not None:
        return started
    both_detect = problem.take_all(_DETECTED)
    for match in problem.take_all(_FRAME_CHANGED):
        longer = re.fullmatch(_MORE, match["change"]) is not None
        problem.note("more" if longer else "less", units.bits(match["value"]), match.start())
    problem.find("hubs", rf"(?P<value>{INTEGER})\s*(?:个|台)(?:相同的?)?(?={_HUB})", lambda match: to_int(match["value"]))
    for match in problem.take_all(
        rf"(?:若|如果)?(?:把|将)?(?:{_SHORTEST}|最[小短]帧|帧长(?:度)?)(?:由|从)?(?P<old>{units.LENGTH})?(?P<change>{_LESS}|{_MORE}|降|改|变)(?:到|为|至|成)\s*(?P<value>{units.LENGTH})"
    ):
        problem.note("frame to", (units.bits(match["old"]) if match["old"] else None, units.bits(match["value"])), match.start())
    has_hub = problem.has(_HUB)
    problem.tell(_roles())
    problem.take_all(r"2\s*τ|τ")
    if problem.has(
        r"(?:能否|能不能|是否|可不可以|够不够)[^,。;?]{0,16}(?:冲突|碰撞|要求)|(?:检测|发现)(?:到|出)?(?:冲突|碰撞)(?:吗|么|不)"
    ):
        problem.ask(((_ENOUGH, "enough"),))
    asked = problem.ask((*_TIMES_ASKED, *_ASKED) if both_detect else _ASKED)
    problem.take_all(
        rf"(?:每个|单个|该|此)?{_HUB}|再生比特流(?:的)?(?:过程中?)?|(?:至少|最多|最少|多少|几)?(?:个)?(?:字节|比特|bits?|位|bytes?|米|us|μs|Mbps|Mb/s)(?![A-Za-z])|发生(?:了)?(?:冲突|碰撞)|(?:信号|电磁波|电信号)?(?:的)?传播(?:速度|速率|延迟)|传输速[率度]|(?:(?:为了?|才|要|必须|能够?|可以|保证|确保|使|得|让|发送方|站点?)*(?:检测|发现)(?:到)?(?:所有|任何)?(?:碰撞|冲突))"
    )
    problem.done(HARMLESS, least=("frame",))
    if not asked:
        return None
    if both_detect and not {"earliest", "latest", "both times"} & set(asked):
        return None
    every_hub = re.search(rf"(?:每个|各个?|若干|多个|每台){_HUB}|{_HUB}.{{0,4}}(?:每个|各)", problem.text, re.IGNORECASE)
    told = []
    for unit in problem.units():
        told.append(_unit(unit, problem.text, has_hub, every_hub is not None, bool(both_detect)))
    if any(one is None for one in told):
        return None
    return _result([one for one in told if one is not None])


def _roles() -> tuple[Role, ...]:
    return (
        Role(name="speed", quantity=units.SPEED, read=units.metres_per_second, before=r"(?:传播|传输)?(?:的)?(?:速率|速度)", alone=True),
        Role(name="rate", quantity=units.RATE, read=units.bits_per_second, before=r"(?:数据|信道)?(?:传输|发送)?(?:速率|速度|率)|带宽", alone=True),
        Role(name="shorter by", quantity=units.DISTANCE, read=units.metres, before=rf"(?:距离|电缆|长度|总线)(?:长度)?(?:要|被|可以)?(?:{_LESS}|{_MORE})(?:了)?"),
        Role(name="distance", quantity=units.DISTANCE, read=units.metres, before=r"距离|相距|总?长度?|跨度|相隔|间隔|隔", alone=True),
        Role(name="frame", quantity=units.LENGTH, read=units.bits, before=_SHORTEST + "|帧长|帧", after=f"的?(?:{_SHORTEST}|帧)", alone=True),
        Role(name="round_trip", quantity=units.TIME, read=units.seconds, before=r"争用期(?:长度)?|往返(?:的)?(?:传播)?(?:延迟|时间)?|RTT|(?:碰撞|冲突)窗口|来回|2\s*τ", after="的?(?:争用期|往返)"),
        Role(name="delay", quantity=units.TIME, read=units.seconds, before=r"(?:信号)?(?:要|需要?)?走(?:完|一遍|过)?(?:要|需要?|用)?|(?:端到端|单程|单向)(?:的)?(?:最大)?(?:传播)?(?:延迟|时间)|(?:端到端|单程|单向)(?:传播)?|传播(?:延迟|时间)|(?<![2\d])τ|(?<!处理)(?<!转发)(?<!排队)延迟", after="的?(?:单程|单向|端到端)?传播延迟"),
        Role(name="repeater", quantity=units.TIME, read=units.seconds, before=rf"{_HUB}[^,。;双往来回总共各]{{0,12}}?(?:产生|引入|带来|增加|造成|的|处理|转发|延迟|有|会|再生比特流)+(?:过程中?|时)?|再生比特流(?:的)?(?:过程中?)?(?:会|产生|引入)*|(?:每个|单个|单向各|各|每台)(?:的)?(?:耽误|耽搁|延误|引入|增加|产生|带来|加|中继器|集线器)*(?:的)?(?:延迟)?"),
    )  # fmt: skip


def _unit(unit: Unit, text: str, has_hub: bool, every_hub: bool, both_detect: bool) -> dict[str, Any] | None:
    known, asked = dict(unit.known), list(unit.asked)
    if "both times" in asked:
        place = asked.index("both times")
        asked[place : place + 1] = ["earliest", "latest"]
        asked = list(dict.fromkeys(asked))
    # What is asked and told both is only spoken of, unless the question changes a condition.
    changed = len(asked) == 1 and re.search("改|换|提|降|增|减|升|变", unit.text) is not None
    asked = [name for name in asked if name not in known or changed or (name == "frame" and "enough" in asked)]
    if "shorter by" in known and set(asked) == {"frame", "shorter"}:
        asked = ["frame"]
    if ("less" in known or "more" in known) and set(asked) <= {"frame", "distance", "shorter"}:
        asked = [name for name in asked if name != "frame"]
    if not asked:
        return None
    repeater, hubs = known.get("repeater"), known.get("hubs")
    if (repeater is None) != (not has_hub) or (hubs is not None and repeater is None):
        return None
    if repeater is not None and hubs is None and every_hub:
        return None
    repeating = (hubs or 1) * repeater if repeater is not None else Fraction(0)
    numbers: dict[str, Fraction] = {
        name: known[name] for name in ("rate", "speed", "distance", "frame", "round_trip", "delay") if name in known
    }
    if "enough" in asked and "frame" not in known:
        return None
    if any(value <= 0 for value in numbers.values()):
        return None
    if repeating:
        if "round_trip" in known or ("delay" in known and ("distance" in known or "speed" in known)):
            return None
        if "delay" in known:
            if re.search(r"另|额外|再加|还有|还要加", text):
                numbers["propagation"] = numbers.pop("delay")
            else:
                return None  # with the repeaters, or without?
    told: dict[str, Any] = {
        "asked": asked,
        "known": {name: str(value) for name, value in numbers.items() if name not in asked or (name == "frame" and "enough" in asked)},
        "repeating": str(repeating),
        "bytes": "字节" in unit.text[-40:],
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
    if "change" in told and (set(told["known"]) - {"rate", "speed"} or re.search("至多|最多", unit.text)):
        return None
    if "change" in told and ("shorter" in asked or "distance" in asked or "frame" in asked):
        if len(asked) > 1 or (told["change"][0] == "shorter by") != (asked == ["frame"]):
            return None
        if asked == ["shorter"] and told["change"][0] == "more":
            return None
    elif "change" in told or "shorter" in asked:
        return None
    if {"earliest", "latest"} & set(asked) and not both_detect:
        return None
    return told


def _result(told: list[dict[str, Any]]) -> Recognition:
    shows: dict[str, tuple[str, Callable[[Fraction], str]]] = {
        "rate": ("速率", units.show_rate),
        "speed": ("传播速度", lambda value: f"{decimal(value / 10**6)} m/μs"),
        "distance": ("距离", lambda value: f"{decimal(value)} m"),
        "frame": ("最短帧长", units.show_length),
        "round_trip": ("争用期", units.show_time),
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


def _padded(problem: Told) -> Recognition | None:
    """How many bytes fill a frame that is too short."""
    data = problem.take(r"(?:数据(?:部分|字段)?|IP数据报|净荷)(?:只有|长|为|是|有|的长度|\s)*(?P<value>\d+)\s*(?:B|字节)")
    frame = (
        problem.take(r"(?P<value>\d+)\s*(?:B|字节)的(?:以太网)?帧|帧长(?:为|是|只有)*(?P<other>\d+)\s*(?:B|字节)") if data is None else None
    )
    problem.take_all(
        r"\(?(?:首部|头部|帧头)\s*14\s*(?:B|字节)|[、,和]?\s*(?:FCS|尾部|CRC)(?:为|是)?\s*4\s*(?:B|字节)\)?|\(?从目的MAC算到FCS\)?|最[短小]帧(?:长)?(?:为|是)?64\s*(?:B|字节)"
    )
    problem.ask(((r"(?:需要?|要|应)?(?:填充|补|差|缺)(?:多少|几)(?:个)?字节(?:才|到)?|填充(?:字段|字节)?(?:的)?(?:长度|数)?", "padding"),))
    problem.take_all(r"(?:才|到|满足|达到)*(?:最短帧长|合法长度)(?:的要求)?|(?:才)?(?:能)?(?:满足|达到)")
    problem.done(HARMLESS + " 要发一个 发一个 只有 部分 数据部分 满足 才 一个 某站 首部")
    given = data or frame
    if given is None or not problem.goals:
        return None
    length = int(given["value"] or given.groupdict().get("other") or 0)
    least = 46 if data is not None else 64
    if not 0 < length < least:
        return None
    return Recognition(
        parameters={"units": [{"padding": least - length, "least": least, "length": length}]},
        understood=(("数据" if data is not None else "帧长", f"{length} B"),),
    )


def _scaled(problem: Told) -> Recognition | None:
    """Rate, frame and distance in proportion: two change or stay, the third is asked."""
    if not re.search(r"(?:变为|是|为|到|成)原来|原来的(?:多少|几)", problem.text):
        return None
    for change in compiled(
        rf"(?:由|从)?(?P<old>{units.RATE})(?:提高|升级|升|增加|改|换|变|降低|降|增大|提升)(?:到|至|为|成)了?(?P<new>{units.RATE})"
    ).finditer(problem.text):
        times = units.bits_per_second(change["new"]) / units.bits_per_second(change["old"])
        problem.rest = problem.rest[: change.start()] + f"变为{times}倍".ljust(len(change[0])) + problem.rest[change.end() :]
    if compiled(units.RATE).search(problem.rest):
        return None
    names = (
        ("rate", r"(?:数据)?(?:传输)?(?:速率|数据率|带宽)"),
        ("frame", _SHORTEST),
        ("distance", r"(?:允许的)?(?:最[远大长](?:的)?)?(?:距离|电缆长度|总线长度|长度)"),
    )
    factors: dict[str, Fraction] = {}
    for name, words in names:
        match = problem.take(
            rf"{words}(?:若|也|都|则|将|的)*(?:(?P<same>不变|保持不变|相同|仍(?:然)?(?:为|是)\s*\d+\s*(?:B|字节|bit|比特|m|米|km))|(?P<twice>翻倍|加倍|增加一倍|提高一倍|翻一番)|(?P<half>减半|(?:减少|降为|缩短|缩短为|减为|降低|缩短到|缩小)(?:了)?(?:原来的)?一半)|(?:提高|增加|变|扩大|降低|缩短|减少|增大)(?:到|为|成)(?:原来的)?\s*(?:(?P<times>\d+|[两三四五十])倍|(?P<above>\d)/(?P<below>\d)))"
        )
        if match is not None:
            factors[name] = (
                Fraction(1)
                if match["same"]
                else Fraction(2)
                if match["twice"]
                else Fraction(1, 2)
                if match["half"]
                else Fraction(to_int(match["times"]))
                if match["times"]
                else Fraction(int(match["above"]), int(match["below"]))
            )
    problem.take_all("CSMA/?CD")
    asking = r"(?:应|要|会|将|则|需|能|可以|的)*(?:变为|是|为|变成|减为|增为|变|缩短到|提高到)?原来的(?=\s*(?:多少|几|\(|_|[。?;]|$))"
    problem.ask(tuple((words + asking, name) for name, words in names if name not in factors))
    wanted = list(dict.fromkeys(name for _, name in problem.goals))
    if re.search(r"(?:其[他它余]|别的)(?:的)?(?:条件|参数|因素)?(?:都|均|保持)*不变", problem.text):
        factors |= {name: Fraction(1) for name, _ in names if name not in (*factors, *wanted)}
    if len(wanted) != 1 or len(factors) != 2:
        return None
    problem.done(HARMLESS + " 而 若 变为 原来的 倍 允许的 允许")
    if not problem.goals:
        return None
    return Recognition(
        parameters={"units": [{"scale": wanted[0], "factors": {name: str(value) for name, value in factors.items()}}]},
        understood=tuple((name, f"{value} 倍") for name, value in factors.items()),
    )


def _same_choice(problem: Told) -> Recognition | None:
    """Two stations choose the same random number after a collision."""
    problem.refuse(r"成功|三个?站|[3-9]个?站|k次内|前\d+次|至少")
    problem.take_all(r"第i次重传尝试的冲突概率为2\^-\(i-1\)|求前两次…*算了")
    top = problem.take(r"\{?0\s*[,、~到至-]\s*(?P<top>\d+)\}?(?:的)?(?:中|里|之间)?(?:随机数)?")
    number = problem.take(rf"第(?P<value>{INTEGER})次(?:冲突|碰撞|退避|重传)(?:后|之后|时)?")
    problem.ask(
        (
            (
                r"(?:它们|两站|取到|选到)?(?:再次|又|仍|取到|选到|再)*(?:发生)?(?:冲突|碰撞|相同|一样|同一个数)(?:的)?(?:概率|可能性)",
                "chance",
            ),
        )
    )
    problem.drop_names()
    problem.take_all(r"(?:二进制)?(?:指数)?退避(?:算法)?|两(?:个)?站(?:点)?|从冲突后开始|同时发送|随机数|冲突|重传")
    problem.tell((Role(name="rate", quantity=units.RATE, read=units.bits_per_second, before="速率", alone=True),))
    problem.done(HARMLESS + " 都 从 中 取 各 选 再次 它们 直接问 承上知识点 知识点 连续 各取 取到 第一次 两")
    if not problem.goals or (top is None and number is None):
        return None
    choices = int(top["top"]) + 1 if top is not None else 2 ** min(to_int(number["value"]) if number else 1, 10)
    if top is not None and number is not None and choices != 2 ** min(to_int(number["value"]), 10):
        return None
    return Recognition(parameters={"units": [{"choices": choices}]}, understood=(("随机数", f"0～{choices - 1}"),))


def _given_up(problem: Told) -> Recognition | None:
    """After how many collisions Ethernet gives a frame up."""
    problem.ask(
        (
            (
                r"(?:最多)?(?:重传|冲突|碰撞|重试|尝试)(?:了)?(?:到)?(?:多少|几)次(?:还|仍|都|后|就)*(?:失败|不成功|没成功|冲突)?(?:后|就|时)*",
                "tries",
            ),
        )
    )
    problem.take_all(
        r"(?:就|才|会|便)*(?:丢弃|放弃)(?:该帧|发送|重传|重发)?|(?:并)?向(?:上层|高层|上级)(?:协议)?(?:报错|报告(?:错误|差错)?)|(?:还|仍|都)*(?:失败|不成功)|CSMA/?CD"
    )
    problem.done(HARMLESS)
    return Recognition(parameters={"units": [{"tries": True}]}, understood=(("问", "冲突多少次后放弃"),)) if problem.goals else None


def _started(problem: Told) -> Recognition | None:
    """Two stations begin at told times: when each of them notices the collision."""
    begin = r"(?:站点?|主机|结点|节点)?(?:都|也|又|先|在|于|当|时刻)*(?:t\s*=\s*)?(?P<time>0(?![.\d])(?:\s*时刻?)?|{})(?:时刻?|后)?(?:也|又)?(?:开始)?(?:发送|发)(?:数据|帧)?"
    matches = list(compiled(rf"(?P<who>(?-i:[AB])|甲|乙){begin.format(units.TIME)}").finditer(problem.text))
    if len(matches) != 2 or not matches[0]["time"].startswith("0") or matches[0]["who"] == matches[1]["who"]:
        return None
    problem.take_spans([match.span() for match in matches])
    first, second = matches[0]["who"], matches[1]["who"]
    when = r"(?:在|于|会|要)?(?:什么时候|何时|什么时刻|多久(?:之?后)?|几时|哪个时刻|经过多久|经过多长时间)?(?:能|才|会)?(?:检测|发现|知道)(?:到)?(?:发生)?(?:了)?(?:冲突|碰撞)(?:的时刻|的时间)?"
    later = units.seconds(matches[1]["time"])
    problem.ask(
        (
            (rf"{first}(?:站)?(?:{when}|呢)", "first"),
            (rf"{second}(?:站)?(?:{when}|呢)", "second"),
            (rf"(?:{first}(?:、|和){second}|两站|双方)(?:分别|各|各自)?{when}", "each"),
        )
    )
    problem.tell(_roles())
    asked = [name for _, name in problem.goals]
    if "each" in asked:
        asked = ["first", "second"]
    problem.drop_names()
    problem.take_all(r"(?:发生)?(?:冲突|碰撞)")
    problem.done(HARMLESS + " t 什么时候 何时")
    facts = {fact.name: fact.value for fact in problem.told}
    delay = facts.get("delay") or (facts["distance"] / facts["speed"] if {"distance", "speed"} <= set(facts) else None)
    if delay is None or not 0 <= later < delay or not asked:
        return None
    return Recognition(
        parameters={"units": [{"begun": [first, second], "asked": asked, "later": str(later), "delay": str(delay)}]},
        understood=(("单向时延", units.show_time(delay)), (f"{second} 开始发送", units.show_time(later))),
    )


def _backoff(problem: Told) -> Recognition | None:
    """Binary exponential backoff: which random numbers after so many collisions, and how long the wait is at most."""
    problem.refuse("概率|帧长|距离|放弃|平均")
    problem.find(
        "collisions",
        rf"(?:第|\ue000|连续|已经?|发生|经历|经过|遭遇|遇到|了|都|又|冲突|碰撞)+(?:了)?(?P<value>{INTEGER})次(?:的)?(?:发生)?(?:冲突|碰撞|重传)?(?:后|之后|时|前)?|(?:冲突|碰撞)(?:了)?(?P<other>\d+|[一二三四五六七八九十]+)次",
        lambda match: to_int(match["value"] or match["other"]),
    )
    problem.find("collisions", rf"(?<![\d.第]){INTEGER}次(?:冲突|碰撞)(?:之?后|时)", lambda match: to_int(re.split("次", match[0])[0]))
    problem.find(
        "chosen",
        r"(?:随机(?:整)?数|(?<![A-Za-z])[rkRK](?![A-Za-z])|(?:选|取|抽)(?:到|中|得|出|取|择)(?:的)?|倍数)(?:随机|整|数|值|恰好|恰|正好|正|刚好|的|了|选|取|到|中|得|为|是|=|:|\(|\)|[rkRK](?![A-Za-z])|\s)*(?P<value>\d{1,4})(?![\d.]|\s*(?:次|个站|~|到|至|-|、|,\s*\d))",
        lambda match: int(match["value"]),
    )
    problem.tell((
        Role(name="slot", quantity=units.TIME, read=units.seconds, before=r"争用期(?:2τ)?|基本退避时间|时隙|往返(?:传播)?(?:延迟|时间)|2\s*τ"),
        Role(name="rate", quantity=units.RATE, read=units.bits_per_second, before=r"速率|带宽", alone=True),
    ))  # fmt: skip
    asked = problem.ask(_BACKOFF_ASKED)
    if problem.values("one of"):
        places = [fact.place for fact in problem.told if fact.name == "one of"]
        problem.goals = sorted([*problem.goals, *((place, "chance of one") for place in places)])
        asked = [name for _, name in problem.goals]
    if problem.values("chosen"):
        asked = problem.ask(((_WAITS, "chosen wait"),))
    problem.take_all(
        r"(?:截断)?二进制指数(?:类型)?(?:的)?退避(?:算法)?|指数退避(?:算法)?|退避(?:算法|时间)?|2\s*τ|(?:冲突|碰撞)(?:了)?|随机(?:数)?|争用期|(?<![A-Za-z])[kr](?![A-Za-z])"
    )
    problem.done(HARMLESS + " 选取 选 取 等待 数 整数 站点 帧 从 里 下次 下一次 重发 再次 发送 之前 时 重传 倍数")
    told = []
    for unit in problem.units():
        collisions = unit.known.get("collisions")
        if collisions is None and unit.asked != ["chosen wait"]:
            return None
        if collisions is not None and not 1 <= collisions <= 15:
            return None
        slot = unit.known.get("slot")
        if slot is None and unit.known.get("rate") in (10**7, 10**8):
            slot = Fraction(512) / unit.known["rate"]
        if {"wait", "chosen wait"} & set(unit.asked) and slot is None:
            return None
        chosen = unit.known.get("chosen")
        if (chosen is not None) != ("chosen wait" in unit.asked) or (chosen or 0) > 2 ** min(collisions or 10, 10) - 1:
            return None
        if "chance of one" in unit.asked and (collisions is None or unit.known["one of"] > 2 ** min(collisions, 10) - 1):
            return None
        told.append({"backoff": collisions, "asked": unit.asked, "slot": None if slot is None else str(slot), "chosen": chosen})
    if not told or not asked:
        stay_out("nothing asked")
    return Recognition(
        parameters={"units": told},
        understood=tuple(("冲突", f"第 {one['backoff']} 次") for one in told if one["backoff"]) or (("取到", f"{told[0]['chosen']}"),),
    )
