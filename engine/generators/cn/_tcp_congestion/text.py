"""The text of a problem about TCP's congestion window: its words, sizes and what every such problem may tell."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.cn import _units as units
from engine.generators.cn._told.told import Told
from engine.generators.pasted.normalising import normalise
from engine.generators.patterns import caseless
from engine.generators.reading import INTEGER, close_up, to_int

REFUSED = (
    r"CUBIC|BBR|Vegas|NewReno|SACK|AIMD参数|每(?:收到)?(?:一|两|2)个?(?:ACK|确认)|延迟确认|每(?:两|2)个?(?:报文)?段.{0,4}确认|丢包率|概率|有效载荷|序号|确认号|三次握手|挥手|如图|见图|没发上来|(?<!不)(?<!不再)加3|(?<![3三])[2两]个(?:重复|冗余)|"
    r"才增加|往返时间不|变成了原来|误码|原因"
)
EVENT = r"(?:(?P<timeout>超时)|(?P<duplicates>3ACK))"
SIZE = r"(?P<value>\d+)\s*(?P<unit>KB|K字节|字节|B|个?\s*MSS|个?(?:TCP)?(?:最大)?(?:报文)?段(?:长度?)?(?!\d))?(?![A-Za-z\d.%])"
COUNTED_FROM_EVENT = r"(?:之后|此后|以后|其后|随后)[^,;。?\d]{0,4}第\d+(?:轮|个?RTT)"
"""`…时发生超时，之后第 5 轮`: not the fifth of all."""
SENT_IN_ALL = r"(?:发送|传送|传输|上传|下载|发|传)(?:完|出|了|一个|这|长|大小为|共)*(?P<n>\d+)\s*KB(?:的)?(?:数据|文件|报文|内容)?,?(?:一共|总共|共|至少|最少|需要?|要|用|花|得|经过|还)+"
"""`发送 100 KB 文件共需几个 RTT`: as much in all, not a window of that size."""
IS = (
    r"(?:大小|尺寸|值|均|都|分别|约|变为|设为|置为|设成|设定|设置|初始化|固定|始终|一直|只有|当前|目前|现在|已|的|在|为|是|有|=|:|等于|\s)*"
)
UNITS = {"KB": "KB", "K字节": "KB", "B": "B", "字节": "B"}
FINE = r"(?:所有|全部|期间|内|里|都|均|全|的|发送(?!窗口)|传输|报文|数据|TCP|段|均被|被|得到|收到|肯定|成功(?!后)|正常|确认|应答|没有?再?(?:丢失|丢包|超时)|无(?:丢失|丢包|超时)|不再?(?:丢失|丢包|超时|发生超时|出现丢失|出现超时|发生丢失)|没问题|顺利|了)+"
HARMLESS = (
    "效应 具有 情况下的 发起 开辟 需经过 固定的 即为 线路 字节 乘法减小 再次进入慢开始 再次进入慢开始过程 从此时起 接着 突发传输 网络超时 收到全部确认后 KB 两边 两者 都是 传完 起步 加法增大 窗口行为 写出 记录 怎么算 前几个RTT 前几个 前几 进 进快恢复 满窗口 满 还在 又 表 TCP 连接 所需 无拥塞 固定 初始值 那 那轮 通信 双方 报文段 建立 连接建立 已建立 建立连接 连接建立后 刚建立 新建 MSS 段 TCP段 最大 最大段长 长度 发送 发送方 发端 拥塞 网络 窗口 当 时 时刻 发生 检测到 没有拥塞 没有 线路 总是 以 该连接 使用 采用 算法 "
    "开始 继续 后 此后 之后 初始 变为 各 新 新的 大小 数据 接收 接收方 收到 足够大 单位 均 接收窗口 从 起 轮 再 这时 此时 当前 各变为 变 确认 一条 上 才能 第一个 完全 发完 一直 到 增长 降 位 为单位 全部 成功 降到 每次 会 报文 "
    "起步 设得 非常大 很大 设 差错 没有差错 不考虑 发送窗口 大 足够 首次 第一次 达到 涨到 涨 增大 增加 上升 重新 经过 需要 经历 先 至少 最少 一次 一个 内 发出 个 几 哪 拥塞避免 慢开始 阶段 进入 快恢复 快重传 按教材 教材 立即 变成 变多少 下一轮 再下一轮 下 情况下 未 未出现 出现 发送超时 成功时刻 "
    "每个 每收到 每 有 一 数据段 都 对每个数据段进行确认 对 进行 忽略 段传输延迟 甲 乙 主机 给出 两 次 问题 重复 连续 正处于 正 处于 这一轮 逐段确认 逐段 个段 所有段 已确认 到第 结束 最早 多久之后 发现 自己 麻烦列一下 列 出来 写出 列出 涨到时 填两个数 填 两个数 原 原来 是从 还是从 还是 前 一共 总共 共 出去 发 固定为 增至 初始值增至 且 速率 链路 带宽 的链路 稳定 锯齿 线性变化 线性 变化 之间 平均 接上题 上题 接着 紧接着 变化情况 关系 表 曲线 初值 增长到 涨回"
)


def _each_round(match: re.Match[str]) -> str:
    return f"第{to_int(match[1])}轮" if match[0].startswith("第") else match[0]


def _milliseconds_as_rounds(text: str) -> str:
    """`经过 500 ms 后` where a round trip takes 100 ms."""
    trips = {match[1] for match in caseless(r"(?:RTT|往返(?:时间|时延|延迟))(?:\(RTT\))?(?:为|是|=)*\s*(\d+)\s*ms").finditer(text)}
    if len(trips) != 1 or not (trip := int(trips.pop())):
        return text

    def rounds(match: re.Match[str]) -> str:
        time = int(match[1])
        return f"经过{time // trip}个RTT" if time and time % trip == 0 else match[0]

    return caseless(r"经过\s*(\d+)\s*ms(?=之?后)").sub(rounds, text)


def written_out(text: str) -> str:
    """One word for each thing: `cwnd`, `ssthresh`, `第5轮`, `3ACK`, `超时`."""
    text = close_up(normalise(text))
    # `65535 字节,即 64 K 字节`: the same size in another unit.
    text = caseless(
        r"(?<=字节|KB|\dB)\s*[,(]\s*(?:也?即|也?就是|等于|=)\s*\d+\s*(?:[×*]\s*1024\s*(?:×\s*8\s*)?|K\s*)(?:B|字节|比特|bit)\)?(?=[,。;])"
    ).sub("", text)
    text = patterns.sub(r"(?:而|并且|且)?(?:传输)?(?:信道|链路|线路)(?:上)?(?:不产生|没有|无|不会?出现)(?:任何)?差错(?=[,。;])", "", text)
    text = caseless(r"(?<=[需要过费用])\s*\(\s*\)\s*(?:的)?时间").sub("多长时间", text)
    if patterns.search(r"在\s*t\s*时刻", text):  # a moment t, read as a figure by who scanned it
        text = patterns.sub(r"从\s*1\s*时刻起", "从t时刻起", text)
    text = caseless(r"每(?:经过|过|隔)?(?:一|1)?个?(?=RTT|往返|轮|传输轮)").sub("每", text)
    text = patterns.sub(r"第(\d{1,3})次(?=呢)", r"第\1次传输", text)
    text = _milliseconds_as_rounds(text)
    if not caseless(r"超时|timeout|冗余|重复(?:的)?(?:ACK|确认)").search(text):  # congestion that is noticed is a timeout
        text = patterns.sub(
            r"(?<!没有)(?<!未)(?<!不)(?<!不会)(?<!无)(?:出\s?现|发生|检测到|遇到)(?:了)?(?:网络)?拥塞(?!控制|避免|窗口)", "发生超时", text
        )
    text = patterns.sub(
        r"(?:发送方|主机)?(?:便|就|于是)?(?:判断|认为|断定|判定)(?:为|是)?(?:网络)?(?:出现|发生)?(?:了)?拥塞(?=[,。;])", "", text
    )
    swaps = (
        (rf"第\s*({INTEGER})\s*(到|至|~|-)\s*第?\s*({INTEGER})\s*轮次?", r"第\1轮次\2第\3轮次"),
        (r"(?:时间)?(?:超时(?:事件|重传)?|timeout|重传定时器超时|计时器超时|定时器超时|重传超时)", "超时"),
        (
            r"(?:连续)?(?:的)?(?:收到|收到了|来了|遇到|出现)?(?:连续)?(?:的)?(?:3|三)个?(?:连续)?(?:的)?(?:冗余|重复)(?:的)?(?:ACK|确认)(?:报文段?|报文)?|3-?ACK|3\s?dup\s?ACK|(?:遇到|收到)?(?:3|三)次(?:重复|冗余)(?:的)?(?:ACK|确认)",
            "3ACK",
        ),
        (r"(?:发送端|发送方|源端|源主机|主机)?(?:检测|发现|察觉|得知)(?:出|到)(?:了|有)?(?=超时|3ACK)", "发生"),
        (r"(?:拥塞窗口|拥塞窗|cwnd)(?:\(?cwnd\)?)?(?:的)?(?:大小|尺寸|值|长度)?", "cwnd"),
        (rf"(?:接下来|之后|此后|随后|后面)*(?:的)?({INTEGER})次(?:突发(?:性)?)(?:传输|发送)", r"之后\1个RTT"),
        (
            rf"(?:接下来|之后|此后|随后|后面|后续|接着)(?:的)?({INTEGER})次(?:的)?(?:数据)?(?:的)?(?:传输|发送)(?=(?:都|全|全部|均)?成功)",
            r"之后\1个RTT",
        ),
        (rf"第({INTEGER})次(?:传输|发送)?(到|至|~|-)第?({INTEGER})次(?:的)?(?:传输|发送)(?:的?各次)?", r"第\1轮\2第\3轮"),
        (r"(?:慢开始|慢启动|拥塞避免|拥塞)?(?:的)?(?:门限|阈值|阀值|ssthresh)(?:值)?(?:\(?ssthresh\)?)?", "ssthresh"),
        (r"慢启动", "慢开始"),
        (r"(?<![A-Za-z])RTT(?![A-Za-z])", "RTT"),
        (r"的?时候", "时"),
        (r"个?分组(?:的)?(?:大小|长度)(?=时|的|后|,)", "个MSS"),
        (r"(?:往返|RTT)次数", "RTT个数"),
        (r"被置为", "为"),
        (r"(?:传输)?轮次|传输轮|往返时间\(?RTT\)?|往返时延|往返延迟|往返时间|往返", "RTT"),
        (r"(?<![下这那])(\d|[一二两三四五六七八九十几多少])\s*个?\s*(?:传输)?轮(?!次)", r"\1个RTT"),
    )
    for pattern, word in swaps:
        text = caseless(pattern).sub(word, text)
    text = caseless(rf"第\s*({INTEGER}|几)\s*(?:个|次)?\s*(?:RTT|传输|轮)").sub(
        lambda match: f"第{match[1] if match[1] == '几' else to_int(match[1])}轮", text
    )
    # `第6、第13和第16轮`: each of them a round.
    text = caseless(
        rf"第?({INTEGER})(?=(?:\s*(?:、|,|和|与|及|以及)\s*第?{INTEGER}(?:轮)?)*\s*(?:、|,|和|与|及|以及)\s*第{INTEGER}轮)"
    ).sub(_each_round, text)
    text = caseless(rf"第({INTEGER})(?:到|至|~|-)第?({INTEGER})轮").sub(
        lambda match: f"第{to_int(match[1])}轮到第{to_int(match[2])}轮", text
    )
    text = caseless(r"第\d+轮(?:次)?(?:时)?呢").sub(
        lambda match: match[0][:-1] + (patterns.findall("cwnd|ssthresh", match.string[: match.start()])[-1:] or [""])[0] + "是多少", text
    )
    text = caseless(r"\(\s*\)\s*(?=个?(?:RTT|MSS))").sub("多少", text)
    text = caseless(_CONVENTION).sub("", _told_otherwise(text))
    return caseless(
        r"(?<![\d.A-Za-z])((?<=[再过])一|[二两三四五六七八九十]{1,3}|十[一二三四五六七八九])(?=个?(?:RTT|MSS|最大段|最大报文段))"
    ).sub(lambda match: str(to_int(match[1])), text)


# What the simulator does anyway, said once more.
_CONVENTION = (
    r"\(?(?:慢开始)?(?:阶段)?(?:翻倍|加倍|增长)?(?:之?后)?,?(?:若|如果|一旦)?(?:翻倍后)?(?:将)?(?:会)?(?:超过|超出|大于)(?:了)?ssthresh,?(?:时|则|就|便)*(?:直接)?(?:取|等于|置为|设为|按)(?:为)?ssthresh(?:计)?\)?|"
    r"\((?:cwnd)?(?:=|为|达到|到)?(?:\d+|ssthresh)?(?:之?后|时起|以后)?,?每(?:过)?(?:一|1)?个?RTT(?:cwnd)?(?:线性)?(?:加|增加|增长|增大)\s*1(?:个)?(?:MSS|报文段)?\)|"
    r"\(?不(?:含|包括|计|考虑|算)(?:TCP)?(?:连接)?(?:的)?建立(?:连接)?(?:的)?(?:时间|RTT|过程)?\)?|"
    r"(?<=[,。;])(?:若|假如|如果)?从(?:建立连接|连接建立)(?:成功)?(?:之?后)?的?第1轮(?:开始|起)(?:算|计|计算|数|计数)起?,|"
    r",?(?:cwnd)?(?:每过一?个?|每经过一?个?|每一?个?)RTT(?:cwnd)?(?:更新|调整|变化|改变)一次|"
    r"\((?:快恢复后?|进入快恢复后?|收到3ACK后)?,?cwnd(?:直接)?(?:取|等于|置为|设为|从)(?:新的?|减半后的?)?ssthresh(?:值)?(?:开始)?(?:,?(?:不加3|不考虑加3|忽略窗口膨胀))?\)"
)
_HALVED = r"(?:直接)?从减半后的?(?:值)?(?:开始)?,?(?:直接)?(?:进入|开始|执行)?拥塞避免(?:阶段)?"
_SMOOTH = r"(?:网络|状况|情况|线路|良好|正常|稳定|各|所有|全部|TCP|报文|段|的|是|均|都|传输|发送|成功|未|没有|无|不|再|丢失|丢包|发生|出现|有|,|、|且|并|顺利|到达)+"
_ALL_KNOWN = r"(?:TCP)?(?:报文)?段?(?:都|全部|均|也)*(?:得到|收到|被)(?:了)?(?:肯定)?(?:的)?(?:应答|确认)(?:时|之?后|以后)?"
_AFTER_ALL = re.compile(
    rf"(?:此后|随后|接下来|之后|然后|接着|后来)(?:的)?(?:,)?(?:一连|连续|接连|在)*(?:经过)?(?P<count>\d+|{INTEGER})个RTT(?:时间)?(?:内|里|中)?{_SMOOTH}[。,;]?(?:那么|则)?(?:当|等|在)?第(?P<last>\d+)轮(?:时间)?(?:内|里|中)?(?:发送|发出)的(?:所有|全部)?(?:的)?{_ALL_KNOWN}"
)
_THAT_ROUND = re.compile(
    r"(?:在)?(?:该|此|这一?个?)(?:RTT|轮)(?:次)?(?:的)?(?:末尾?|结束时|中|时|内|里)?(?:,)?(?=(?:检测到|发生|出现|遇到|发现)(?:了)?超时)"
)
_KEPT = re.compile(
    r"(?:(?:乙|接收方|接收端|对方)?(?:端)?的?(?:接收)?缓存)?(?:使|让)?(?:其|乙|乙方|它)?(?:的)?通告(?:的)?(?:接收)?窗口(?:恒|始终|一直|总是?|保持)*(?:为|是|=)\s*(\d+)\s*KB"
)
_WHOLE = re.compile(
    r"(?:首次|第一次|才)*能?够?(?:首次|第一次)?以(?:整个|完整的?|全部)?(?:大小为)?\s*(\d+)\s*KB(?:大小)?的?(?:整个)?(?:发送|接收)?窗口(?:来)?发送(?:数据)?"
)


def _told_otherwise(text: str) -> str:
    """Rare wordings as the usual ones: losses of none, the round spoken of before, a window that is advertised and one that is filled."""
    text = caseless(r"\(\s*cwnd\s*(?:=|为|是)\s*1\s*(?:MSS|KB|个?报文段)?\s*(?:时|的|那轮)*(?:为|是|算作?|记为|即)*第1轮(?:次)?\)").sub(
        "", text
    )
    text = caseless(r"(?<=cwnd)(?:已)?增至").sub("增大到", text)
    text = caseless(
        r"(?:每个?)(?:TCP)?(?:报文)?段(?:长度?|大小)?(?:均|都)?(?:为|是|长)\s*(\d+)\s*(KB|B|字节)\(?(?:等于|即|也就是|=)(?:一个|1个)?MSS\)?"
    ).sub(r"MSS=\1\2", text)
    text = _AFTER_ALL.sub(
        lambda match: (
            f"如果接下来的{match['count']}个RTT时间内的段的传输都是成功的,那么"
            if to_int(match["count"]) == int(match["last"])
            else match[0]
        ),
        text,
    )

    def round_before(match: re.Match[str]) -> str:
        rounds = patterns.findall(r"第(\d+)轮", match.string[: match.start()])
        return f"第{rounds[-1]}轮" if rounds else match[0]

    text = _THAT_ROUND.sub(round_before, text)
    text = caseless(
        r"\(?(?:且|并且)?(?:接收|收)到的数据(?:都|总|能|可以?|会)*(?:被)?(?:及时|立即|马上)(?:地)?(?:被)?(?:取走|读走|交付)\)?"
    ).sub("", text)
    text = _KEPT.sub(r"接收窗口始终为\1KB", text)
    told = set(patterns.findall(r"接收窗口(?:\(?rwnd\)?)?(?:大小|始终|恒|一直|固定|总是|为|是|=|\s)*(\d+)\s*KB", text))
    text = _WHOLE.sub(lambda match: "发送第一个完全窗口" if told == {match[1]} else match[0], text)
    text = caseless(r"(?<=\d)(\s*(?:ms|s|μs))(?=RTT)").sub(r"\1的", text)
    # `恢复到 32KB 的拥塞窗口`: the window first.
    text = caseless(r"(恢复|回|涨回|增长|增大|达)到(?:了)?\s*(\d+\s*(?:KB|MSS|B|字节|个(?:报文)?段))(?:大小)?的?cwnd").sub(
        r"cwnd\1到\2", text
    )
    return caseless(r"从\s*(\d+)\s*KB的cwnd(?:开始|起)(?:发送)?").sub(r"cwnd初始值为\1KB,", text)


def size(match: re.Match[str]) -> tuple[int, str]:
    """A size with its unit: KB, B, MSS or none."""
    unit = patterns.sub(r"\s|个", "", match["unit"] or "").upper()
    return int(match["value"]), UNITS.get(unit, "MSS" if unit else "")


class _Windows(Told):
    """A window that grows from 8 KB to 32 KB needs both sizes."""

    drops_former = False


def begin(text: str) -> Told:
    """The text with what every such problem may say read: algorithm, segment size, receive window, round trip."""
    problem = _Windows(text, short_rates=False)
    problem.refuse(REFUSED)
    problem.drop_names()
    if patterns.search("超时|Tahoe", text):
        problem.refuse(rf"窗口{_HALVED}")  # of a timeout or of Tahoe something else is true
    problem.take_all(rf"\((?:Reno,)?窗口{_HALVED}\)")
    problem.take_all(
        r"\(?(?:忽略|不考虑|不计)[^,。;()]{0,12}(?:膨胀|加3|\+3)\)?|\(?(?:不加3|窗口不加3)\)?|\(?cwnd(?:按|从|以|取)?(?:减半后|新ssthresh)的?(?:值)?(?:开始)?,?(?:直接)?(?:进入|开始|执行)拥塞避免(?:阶段)?\)?|\(?(?:单位|都)(?:均)?(?:为|是|以)?(?:MSS|报文段|个?MSS)(?:为单位)?\)?|\(?以(?:MSS|报文段)(?:的个数)?为单位\)?|\(?(?:报文段|MSS)\)"
    )
    problem.take_all(
        r"(?:且)?(?:接收方的?)?(?:接收窗口|rwnd)(?:总是|始终|一直)?(?:足够|很|非常)大|不考虑接收窗口(?:的)?(?:限制)?|(?:接收方)?(?:接收)?缓存(?:足够|很)大|(?:发送方|甲)?(?:一直|总)?(?:有)?足够多的?数据(?:要|需要)?(?:发送)?|(?:并)?一直有数据(?:要)?(?:发送)?|发送窗口(?:只)?(?:由|取决于)cwnd(?:决定)?|不(?:考虑|计|存在|出|发生|出现)?(?:差错|丢包|丢失)|(?:且|并且)?(?:没有?|未)(?:出现|发生)?(?:差错|丢包|丢失|拥塞)|无(?:差错|丢包|丢失|拥塞)|(?:此后|之后)?不再(?:发生|出现)?(?:丢失|丢包)|(?:网络)?(?:一直|始终)?(?:不|没有?|未)(?:会|再)?(?:发生|出现)?(?:任何)?(?:网络)?拥塞|(?:一直)?(?:都)?没丢(?:包|失)?|不丢(?:包)?|连着(?=不|,|发)|cwnd不受接收限制"
    )
    problem.take_all(
        r"\(?(?:从[^,。;()]{0,6}开始,)?(?:慢开始)?(?:增长)?到ssthresh时?(?:不(?:超过|越过)ssthresh|取ssthresh|就?(?:加法增大|线性增长|加1))\)?|\(只算发送(?:轮数|个?RTT)?[^()]*\)|(?:按|都)?(?:向下取整|下取整)|\(奇数\)|\(?第1轮(?:时|用|的|发送时|窗口|cwnd|\s)*(?:,)?(?:cwnd)?(?:为|是|=|等于)*1(?!\d)(?:个)?\s*(?:MSS|报文段|KB)?\)?"
    )
    for match in problem.take_all(r"(?:TCP)?-?\s*(?P<name>Tahoe|Reno)(?:算法|版本)?|(?P<recovery>快(?:速)?恢复)(?:算法)?"):
        problem.note("algorithm", "Tahoe" if (match["name"] or "").lower() == "tahoe" else "Reno", match.start())
    problem.take_all(r"\(?(?:含|包括|包含|使用|采用|执行|带)?快(?:速)?重传(?:算法)?(?:和|与|、|及)?")
    problem.take_all(
        r"\((?:即)?(?:ssthresh(?:减半|(?:变为|置为|设为)(?:cwnd的)?(?:当前cwnd的)?一半)[,、]?)(?:且|并)?(?:cwnd(?:置为|设为|变为|等于|从)(?:新的?)?(?:ssthresh)(?:开始)?(?:值)?)?\)"
    )
    problem.take_all(r"(?<![A-Za-z])(?:主机)?(?-i:[AB])(?=在|的|最多|能|向|一共|和|与)")
    problem.take_all(r"(?:且|并且|一直|始终|都)?(?:不超过|未超过|没有?超过|未达到|没有?达到|小于|低于)ssthresh")
    problem.take_all(r"(?:重新)?(?:从)?慢开始(?:重来|重新开始|从头(?:开始|来))|(?:重新|从头)(?:开始|进入|执行)慢开始(?:过程|阶段)?")
    problem.take_all(r"(?:从|在)?(?<![A-Za-z])t(?:时刻)?起?(?![A-Za-z])")
    problem.find(
        "mss",
        rf"(?:MSS|最大(?:报文)?段(?:的)?(?:长度?|大小)?)(?:\(?MSS\)?|\ue000)*{IS}{SIZE}(?:大小)?(?:的)?(?:段)?|以(?:大小为)?(?P<other>\d+)\s*(?P<kb>KB|B|字节)(?:大小|长度?)?的(?:最大)?(?:TCP)?(?:报文)?段长?(?:度)?(?:\(?MSS\)?)?(?:发送)?(?:TCP)?段?",
        lambda match: (int(match["other"]), UNITS[match["kb"].upper()]) if match["other"] else size(match),
    )
    if not patterns.search("取走|存入", text):
        problem.find("receive", rf"(?:开辟|分配|提供|设置)?(?:了)?(?:的)?接收缓存(?:大小)?{IS}{SIZE}", size)
    problem.find("receive", rf"(?:接收窗口|rwnd|通告窗口)(?:\(?rwnd\)?)?(?:通告)?{IS}{SIZE}", size)
    problem.tell((Role(name="trip", quantity=units.TIME, read=units.seconds, before=r"RTT", after=r"(?:的)?RTT"),))
    return problem
