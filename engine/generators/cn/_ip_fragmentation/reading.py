"""Reading problems about IP fragments by their parts: lengths with their roles, which fragment, which of its fields."""

from __future__ import annotations

from typing import Any

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.cn._ip_fragmentation.words import DATAGRAM, TRANSPORT, written_out
from engine.generators.cn._told.told import Told, Unit
from engine.generators.kind import Missing, Recognition
from engine.generators.pasted.normalising import normalise
from engine.generators.patterns import caseless
from engine.generators.reading import INTEGER, stay_out, to_int

_REFUSED = r"(?:本身|自身|自己)(?:已|就|也)*是(?:一个)?(?:分)?片|已(?:经)?(?:被)?分过片|占(?:原|总|全部)|之[和比差]|几分之|尽(?:量|可能)(?:的|地)?(?:小|短|少|均匀|平均)|平均分|等分|不(?:允许|能|可以|可)分片|禁止分片|IPv6|重传|MSS|加密|隧道|VPN|GRE|校验和|TTL|路径MTU|效率|以太网帧长|802\.3|FDDI|令牌|PPP|巨型|比例|标识(?:字段)?(?:的)?(?:值)?(?:为|是|=|各)|(?:三|3|四)个网络|从1开始|选项不复制|如何处理|什么问题|速率|以太网之外|非以太网|前[两三四23]个?(?:分)?片|每片加密|百分|(?:字段|偏移量?|标志|标识|首部)(?:的)?(?:位数|比特数)|占(?:几|多少)个?(?:位|比特)|第[一二三1-3]个?(?:分)?片(?:之?外|以外)|第[二三四2-4]个?(?:分)?片(?:及?以后|之后|起|开始)|后[面几]+个?(?:分)?片|中间(?:一)?个?(?:分)?片的|最[大小]的?(?:片)?偏移|(?:首部|头部|报头)(?:的)?长度?(?:字段)?(?:的值)?(?:各|分别|应|都|均)*(?:是|为|有)?(?:多少|几|什么|多长)"
_BYTES = r"(?<![\d.A-Za-z])\d{1,3}(?: \d{3})+(?=\s*(?:B|字节))\s*(?:B|字节|bytes?)(?![A-Za-z/])|(?<![\d.A-Za-z])\d+\s*(?:B|个?字节|bytes?)(?![A-Za-z/])"
_FRAGMENT = r"(?:IP)?(?:数据报|分组|报文)?(?:分片|片|分段)"
_SELECTORS = (
    ("full", rf"除(?:了)?最后(?:的)?(?:一)?个?{_FRAGMENT}(?:之?外|以外)?(?:的)?(?:,)?(?:其余|其他)?(?:的)?(?:每|各)?(?:个)?{_FRAGMENT}?"),
    ("last", rf"最后(?:的)?(?:那)?(?:一)?个?{_FRAGMENT}|(?:最后|末尾)(?:的)?那个?{_FRAGMENT}|最末(?:一)?{_FRAGMENT}|末(?:尾)?(?:一)?{_FRAGMENT}|尾{_FRAGMENT}|最后一个(?=的)"),
    ("first", rf"(?:第一|第1|首)个?{_FRAGMENT}|首{_FRAGMENT}"),
    ("nth", rf"(?:倒数)?第\s*(?P<value>{INTEGER})\s*个?{_FRAGMENT}|(?<![\d分])片(?P<other>\d)(?!\d)"),
    ("each", rf"(?:各|每|所有|每一|每1|这些|它们)(?:一)?(?:个)?(?:的)?{_FRAGMENT}|(?:各|分别|每)(?=(?:片)?偏移|总长|数据|MF|的|是|多|为)"),
)  # fmt: skip
_ASKED = (
    (r"该片的位置是什么", "which"),
    (r"(?:所有|全部|各)?(?:分?片)?(?:的)?(?:IP)?首部(?:一共|总共|共|总计|合计)(?:有|占|是)?多少(?:个)?(?:字节|B)|首部(?:的)?总(?:字节数|长度?)", "headers"),
    (r"(?:第[一二]个?)?(?:局域网|网络|网)?(?:总共|一共|共|要|应)*向(?:其)?(?:上层|高层|下层)(?:总共|一共|共|要)*(?:传送|传输|交付|发送|上交|传)(?:了)?多少(?:个)?字节(?:的)?(?:数据)?(?:\([^()]*首部[^()]*\))?", "bytes"),
    (r"(?:因)?(?:全部|所有|各)?(?:分)?片?(?:的)?(?:首部)?(?:带来)?(?:的)?(?:首部)?(?:总)?(?:开销|首部总(?:长|共)?)(?:\(?所有首部(?:字节)?(?:的)?(?:总)?(?:数|和)?\)?)?", "headers"),
    (r"(?<!首部)(?<!头部)(?<!数据)(?:一共|总共|共|总)(?:要)?(?:向[^,。;?\d]{0,8})?(?:在[^,。;?\d]{0,6}上)?(?:发出去?|发送|传送|传|传输|交付)?(?:了)?(?:多少|几)(?:个)?字节(?:的)?(?:数据)?(?:\([^()]*首部[^()]*\))?|(?:网上|线路上|上)?(?:实际)?(?:看到|传|发送|传输)?(?:的)?(?:IP包|IP数据报|IP层)?(?:的)?总字节数(?:\([^()]*首部[^()]*\))?", "bytes"),
    (r"(?:会|要|能|一共|共|总共|将)*(?:发出|转发|送出)(?:了)?(?:多少|几)个(?:IP)?(?:数据报)?(?:分)?片", "sent"),
    (r"(?:应当?|要|会|需要?|可以?|能|得|共|一共|总共|被|再|需|把它|它)*(?:划|拆|切)?(?:分|划分|拆|切|变)(?:成|为|出|片|割成)?(?:了)?(?:多少|几)个?(?:短些?|较短|更短)?(?:的)?(?:IP)?(?:数据报|分组)?(?:分)?片?|(?:收到|看到|产生|有|共|得到)?(?:多少|几)个?(?:IP)?(?:数据报)?(?:分)?片(?:啊|呢)?|(?:分片|片)(?:的)?(?:个)?数(?!据)目?|片数(?!据)|(?:分)?片(?:有)?(?:几|多少)个", "count"),
    (r"(?:每片|每个分片|(?:分)?片)?(?:中|里)?(?:的)?(?:数据)?(?:部分)?(?:最多|最大)(?:能|可以?|可)?(?:携带|装|放|容纳|承载|传送?|带)(?:多少|几)(?:个)?(?:字节|B)?(?:的)?(?:数据)?|每片(?:最大|最多)(?:的)?数据(?:长度|量)?", "room"),
    (r"(?:数据)?(?:的)?字节(?:序号|编号)?(?:的)?范围", "both bytes"),
    (r"(?:从|是|对应)*(?:原(?:来的?|始)?(?:IP)?(?:数据报|分组)?(?:的)?(?:数据部分|数据)?(?:中|里|内)?的?)?第(?:几|多少)个?(?:数据)?字节(?:处)?(?:开始|起)", "first byte"),
    (r"第(?:多少|几)(?:个|号)?(?:字节)?(?:到|至|~|-)第?(?:多少|几)(?:个|号)?字节", "both bytes"),
    (r"(?:数据)?(?:起始|开始)(?:字节)?(?:和|与|、)(?:结束|终止|末尾)(?:字节)?(?:的)?(?:编号|序号|位置)?", "both bytes"),
    (r"(?:第一个?|首个?)(?:和|与|、|以及|/)(?:最后一?个?|末)(?:数据)?字节(?:的)?(?:序号|编号|位置)?|首(?:字节)?(?:和|与|、)末(?:字节)?(?:的)?(?:编号|序号)?|起止(?:字节)?(?:的)?(?:编号|序号|位置)?|(?:第一个?|首)(?:数据)?字节(?:和|与|、)(?:最后一个|末)(?:数据)?字节", "both bytes"),
    (r"(?:第一个?|首个?|起始)(?:数据)?字节(?:的)?(?:序号|编号|位置)?", "first byte"),
    (r"(?:最后一?个?|末(?:尾)?)(?:数据)?字节(?:的)?(?:序号|编号|位置)?", "last byte"),
    (r"(?:下一|(?<!最)后一|后面(?:的)?(?:那)?一|紧(?:跟|接)着?(?:其|它)?(?:之?后|后面|的)*(?:那)?(?:一)?)(?:个)?(?:分)?片,?(?:的|其|它的)?(?:片)?偏移(?:量)?(?:字段)?(?:的值|值)?(?:应)?(?:填)?", "next offset"),
    (r"(?:原始|原来(?:那个)?的?|原|初始|整个|重组后|(?:没有?|未|被)分片(?:之?前)?(?:的)?|分片之?前(?:的)?|完整)+(?:的)?(?:没分片的|未分片的)?(?:IP)?(?:数据报|分组|数据包|报文)?(?:\([^()]*\))?(?:的)?(?:数据部分|数据(?!报|包))(?:的)?(?:总)?(?:长度?|大小|(?:有|是|为)?多[长大]|(?:一共|总共|共)?(?:有|是|为)?多少(?:个)?字节)", "original data"),
    (r"(?:原始|原来(?:那个)?的?|原|初始|整个|重组后|完整)+(?:的)?(?:那个)?(?:(?:没有?|未|被)分片(?:之?前)?的?|分片之?前的?)?(?:IP)?(?:数据报|分组|数据包|报文)?(?:\([^()。;?]{0,14}\))?(?:的)?(?:总长(?:度)?|长度?|大小|多长|(?:一共|总共|共)?(?:有|是|为)?多少(?:个)?字节)", "original total"),
    (r"(?:各|每一?个?)?(?:数据报)?(?:分)?片?(?:的)?(?:所)?(?:携)?(?:带)?(?:的)?数据(?:字段|部分|区|载荷)?(?:的)?(?:长度|长|大小|字节数)|(?:数据(?:字段|部分)?)(?:各|分别)?(?:有)?(?:多长|多少(?:个)?字节|多大)|(?:携)?带(?:了)?多少(?:字节)?(?:的)?数据|数据部分(?:分别|各)?(?:是|为|有)?(?=多少|多长|多大)", "data"),
    (r"(?:各|每一?个?)?(?:分片|片)的(?:IP)?数据报的?长度", "total"),
    (r"(?:各|每一?个?)?(?:分)?片?(?:的)?(?:IP)?总长(?:度)?(?:字段)?(?:的值)?|(?:多长|长度)(?:啊|呢)?\((?:含|包括|连)(?:IP)?首部\)|(?:含|包括|连)首部(?:的)?(?:多长|长度)", "total"),
    (r"(?:各|每一?个?)?(?:数据报)?(?:分)?片?(?:的)?长度(?:各|分别)?(?:为|是)?(?=多少|几|、|和|与|,|及|以及|\?|$|各|分别)", "length"),
    (r"(?:(?:片|段)?偏移|(?<![A-Za-z])offset)(?:字段)?(?:量)?(?:字段)?(?:的值|值)?(?:所)?(?:对应|换算成?|折合成?|表示|相当于)?(?:的|为|成|到)*(?:第)?字节(?:序号|编号|值|位置|数|偏移量?|地址)", "start"),
    (r"(?:(?:片|段)?偏移|(?<![A-Za-z])offset)(?:字段)?(?:量)?(?:字段)?(?:的值|值)?|片位移", "offset"),
    (r"(?:MF|M\s*F)(?:标志位?|位|字段)?(?:的值)?(?:应?为?(?:何|什么)(?:数)?值?)?|(?:更多分片|标志)(?:位|字段)?(?:MF)?", "more"),
)  # fmt: skip
HARMLESS = (
    "下面的 由两个局域网 连接起来 两个局域网 第二个局域网 所能 最长 上层 其上层 传到 成为 后成为 加 加上 因此 必须进行 在路由器必须进行 过 序号 第多少字节开始 R1 R2 主机 传 网上 实际 看到 要不要 同一个 我懂 单位 对应 填表 继续 走到 到第一跳 第一跳 该片 再次 再次分片后 等 分为 的片 再次分片 后 进入 经 两次分片 碰上 遇到 IP IPv4 数据报 分组 数据包 包 路由器 链路 网络 经过 通过 进入 转发 首部 头部 固定首部 固定 总长度 长度 数据 部分 字段 标志 标志位 值 各 各个 每个 每片 应 应当 划分 划分成 划分为 分成 分为 变成 几 片 原则 最大 传送 传输 发送 "
    "先 再次 再 又 转到 转 先过 再过 过 中间 收到 一共收到 走 的 没选项 里面 第二个 第二个网络 第二个网络中 第一分片 这个第一分片 均 按 分片 网络中 被 分片 进行 使用 采用 现 现要 途经 到 大小 里 其中 字节 传 单元 最大传输单元 最大传送单元 要 后 用户 以太网 首 尽可能 长 装 各片 它 段 链路上 网 送 过 尾 含 包括 包含 时 IP首部 头 走 拆 切 下一 上 超过 不能 能够 能 需要 多大 给 那 才 怎么 怎么分 怎么切 "
    "何值 为何值 各为何值 依次 依次为 依次是 分别 出去 抓包 看到 会 ping 命令 ping命令 交给 IP层 网络层 传输层 下层 下层网络 向下层 数据帧 帧 数据部分 从0编 从0算 从0编号 从0开始编号 从0开始 编号 起 在原数据报中 原数据报中 在原数据中 原数据中 原数据 原数据报 原数据报数据部分 的第几个字节 第几个 第几个字节 该片 该分片 这片 这个片 这个分片 "
    "已知 据此 目的主机 同一标识 同一 标识 三个片 若 则 一个 带 携带 不带选项 无选项 最小 最短 某个 某分片 某 片中 中 下一个 下一跳 出口 接口 到达 达到 全部 填 装入 加上 加 TCP UDP ICMP 用户数据报 报文段 报文 层 总长 共 多长 个 片段 位 8字节单位 以8字节为单位 8B为单位 单位 无 没有 允许 协议 首部长度 总 重组 重组后 数目 分片数目 除 外 之间 多少字节 带来 因首部 因首部带来的 连同 字节数 问 老师问 IHL R A B H"
)


def _to_bytes(text: str) -> int:
    return int(patterns.sub(r"\D", "", text))


def _roles() -> tuple[Role, ...]:
    return (
        Role(name="mtu", quantity=_BYTES, read=_to_bytes, before=r"MTU|最大(?:传[输送])?(?:单元|单位)|(?:能够?|可以?|最多)?(?:传送|传输|承载|允许)?的?(?:最大)?(?:数据报|帧)?(?:的)?(?:总)?长度?(?:不能|不得|不)?(?:超过|大于)|最大(?:数据)?(?:长度|字段)|(?:片|段)长?(?:最多|不超过)|(?:每(?:个)?(?:数据报|分)?片)(?:的)?(?:总)?长(?:度)?(?:不|不能)超过|(?:帧|数据字段|数据部分)[^,。;\d]{0,8}?(?:最多|最大|至多|只能|只有)(?:只能|能|可以?|可)?(?:装|放|容纳|承载|带|传)?(?:的)?(?:数据字段|数据部分|数据|长度)?(?:的)?(?:长度)?(?:为|是)?", after=r"的?MTU"),
        Role(name="room", quantity=_BYTES, read=_to_bytes, before=r"每(?:一)?个?(?:分)?片(?:的)?数据(?:部分|字段)?(?:的)?(?:长度?|大小)?(?:最多|最大|至多|不(?:能|得|应)?(?:超过|大于))(?:为|是)?"),
        Role(name="transport header", quantity=_BYTES, read=_to_bytes, before=rf"{TRANSPORT}(?:的)?(?:固定)?(?:首部|头部|报头|头)(?:长度?)?", after=rf"的?{TRANSPORT}(?:首部|头部|头)"),
        Role(name="header", quantity=_BYTES, read=_to_bytes, before=r"(?:IP)?(?:固定)?(?:的)?(?:首部|头部|报头|报文头|IP头|头)(?:长度?|固定长度|字段)?|(?:每片|各片)(?:的)?(?:首部|头)(?:都|均)?", after=r"的?(?:IP)?(?:固定)?(?:首部|头部|头)"),
        Role(name="segment", quantity=_BYTES, read=_to_bytes, before=rf"{TRANSPORT}(?:报文段?|段|数据报|用户数据报)?(?:的)?(?:总长(?:度)?|总共|长度?\(含(?:UDP|TCP)?(?:首部|头部)\))(?:为|是)?|TCP(?:报文)?段(?:的)?(?:长度?)(?:为|是)?(?=\d)", after=rf"长?的?(?:一个)?{TRANSPORT}(?:报文段?|段)(?!的?数据|首部|头)"),
        Role(name="payload", quantity=_BYTES, read=_to_bytes, before=rf"{TRANSPORT}(?:报文段?|段|用户数据报|数据报)?(?:的|发|含|里|中|有|携带|承载|带|:|装了?)*(?:数据)?(?:字段|部分)?(?:的)?(?:长度?)?|(?:应用(?:层)?|用户)数据", after=rf"的?{TRANSPORT}(?:用户)?(?:数据(?!报)|报文数据)"),
        Role(name="total", quantity=_BYTES, read=_to_bytes, before=rf"总(?:共)?长(?:度)?(?:字段)?(?:的值)?|总共|{DATAGRAM}(?:的)?(?:总)?(?:长度?|大小)?|{_FRAGMENT}(?:的)?(?:长度?|大小)", after=rf"(?:长|大小)?的?(?:一个)?{DATAGRAM}"),
        Role(name="data", quantity=_BYTES, read=_to_bytes, before=r"数据(?:部分|字段|区)?(?:的)?(?:长度?|大小)?|载荷|净荷|携带", after="的?(?:应用)?数据(?!报|包)"),
    )  # fmt: skip


_BOTH_TIMES = (
    r"(?P<told>.*?[,。;])(?P<again>(?:其中|后来|然后|随后|接着)?(?:,)?(?:的)?第一个?分片(?:又|再|还|后来|接着|随后|要|需要?)*(?:经过|通过|进入)[^。;?]*?)(?P<end>[。;])\s*"
    r"(?:\(1\)|1[.、)])?\s*第一次(?:分片)?(?:之?后)?(?P<first>[^。;?]*[。;?])\s*(?:\(2\)|2[.、)])?\s*(?:再次|第二次)(?:对第一个?分片)?(?:再|又)?(?:次)?(?:分片)?(?:之?后)?(?P<second>[^。;?]*[。;?]?)\s*"
)


def recognise(text: str) -> Recognition | None:
    """The parameters of the kind's `solve`; None or `StayOut` where a quantity or a word is not understood."""
    if both := patterns.fullmatch(_BOTH_TIMES, normalise(text)):
        # What is asked of the first time knows nothing of the second link.
        parts = [_recognise(f"{both['told']}分片{both['first']}"), _recognise(f"{both['told']}{both['again']}。{both['second']}")]
        seen = [part for part in parts if part is not None and not part.missing]
        if len(seen) < len(parts):
            return None
        return Recognition(
            parameters={"units": [unit for part in seen for unit in part.parameters["units"]]},
            understood=tuple(dict.fromkeys(pair for part in seen for pair in part.understood)),
        )
    return _recognise(text)


def _recognise(text: str) -> Recognition | None:
    in_bits = patterns.search(r"多少(?:个)?(?:bits?|比特|位)", text) is not None
    problem = Told(written_out(patterns.sub(r"多少(?:个)?(?:bits?|比特|位)", "多少字节", text)), short_rates=False)
    if (
        word := problem.take(
            r"(?:标志\s*(?:\+|和|与|及)\s*片偏移|标志及片偏移)(?:字段)?(?:(?:共)?16位)?(?:的值)?(?:是|为|=|\s)*0x(?P<value>[0-9A-Fa-f]{4})"
        )
    ) is not None:
        return _flags(problem, int(word["value"], 16))
    # The fewest fragments are the largest.
    problem.take_all(
        r"(?:按|使|让)?(?:尽(?:量|可能)(?:的|地)?少(?:的|地)?(?:分片|片)(?:数)?|(?:分片|片)(?:的)?(?:数目?|个数|数量)(?:要)?(?:尽(?:量|可能)(?:的|地)?|最)少)(?:的)?(?:原则)?"
    )
    problem.refuse(_REFUSED)
    problem.drop_names()
    problem.find("df", r"DF(?:标志)?(?:位)?\s*(?:=|为|位为|置|被置为|是)*\s*(?P<value>[01])", lambda match: int(match["value"]))
    problem.take_all(
        r"(?:且|并且|按|要求|都|均|若|每个?|各|的|R|路由器|进行|在)*(?:分)?片?(?:时)?(?:尽(?:可能|量))(?:的|地)?(?:大|长|多装)(?:的)?(?:原则)?(?:进行)?(?:分片|划分|地分片|分)?|(?:无|没有?|不含|不带)选项(?:字段)?|允许分片|\((?:固定|无选项)?\)|(?:以)?8(?:B|个?字节)(?:为单位|单位)|\(?带选项,?每片都复制(?:全部)?选项\)?"
    )
    problem.refuse("选项")
    if problem.has(r"(?:最后|末).{0,4}片") and problem.has("原"):
        problem.take_all(r"(?:被)?(?:分|划分)(?:成|为)(?:了)?\d(?:个)?(?:分)?片")
    problem.take_all(r"两次分片")
    problem.find("start byte", r"从第?(?P<value>\d+)号?(?:个)?(?:B|字节)(?:处)?(?:开始|起)", lambda match: int(match["value"]))
    transports = [match[0].upper() for match in caseless(TRANSPORT).finditer(problem.text)]
    ethernet = bool(problem.take_all(r"(?:走|经过?|通过|用|使用)?(?:在)?(?:一个)?以太网(?:链路)?(?:上|中|来|进行)*(?:传送|传输|传)?"))
    problem.refuse(
        r"(?:第\s*(?:[2-9二三四五]|1\d)\s*个?|最后一个?)(?:分)?片(?:后来|随后|之后|接着)*(?:又|再|继续)(?!为|是|多|少)"
    )  # only the first is cut once more
    twice = problem.take(
        r"(?:(?:其中|这个|该|被分片后)?(?:的)?(?:第一个?|首个?|1号?|第\s*1\s*个?)(?:数据报)?(?:分)?片)(?:后来|随后|之后|又|再|接着|继续|然后|要|需要?)*(?:进入|经过|通过|到|遇到|到达|过)"
    )
    if twice is not None:
        problem.refuse(r"(?:第一次|首次)分(?:片)?[^。?;]{0,16}(?:多少|几)")  # what is asked of both times
    whole_way = twice is None and bool(
        problem.take_all(
            r"(?:中间|中途|途中)?(?:的)?(?:路由器)?(?:都)?不(?:进行)?重组|(?:到|到达)(?:了)?(?:目的主机|终点|目的地|接收方|主机B)|目的主机"
        )
    )
    problem.take_all(
        r"(?:被)?分片后(?=第)|(?:先后|依次)(?:经过|穿过|通过)(?:两个)?(?:网络|链路)?|(?:两个)?网络(?=MTU)|(?:,)?MTU(?:依次|分别)(?:为|是)(?=\d)"
    )
    if (
        pair := problem.take(
            r"(?:MTU(?:依次|分别)?(?:为|是)?)?(?P<first>\d{3,5})(?:B|字节)?(?:和|、|与)(?:MTU=?)?(?P<second>\d{3,5})(?:B|字节)(?:的)?(?:两[段条个])?(?:链路|网络)?(?=[,。;的]|$)"
        )
        if whole_way or problem.has("依次|先后|两[个段条]?(?:网络|链路)")
        else None
    ):
        problem.note("mtu", int(pair["first"]), pair.start())
        problem.note("mtu", int(pair["second"]), pair.start() + 1)
    listed = problem.take_all(
        r"\(?偏移(?:量|字段)?(?:为|=|是)?(?P<offset>\d+)\s*[,、]\s*MF(?:为|=|是)?(?P<more>[01])\s*[,、]\s*总长(?:度)?(?:为|=|是)?(?P<total>\d+)(?:B|字节)?\)?"
    )
    if listed:
        problem.take_all(r"(?:同一标识的)?[两三四五2-9]个(?:分)?片")
    problem.find(
        "offset",
        r"(?:片|段)?偏移(?:字段)?(?:量)?(?:字段)?(?:的)?(?:值)?(?:为|是|=|:|\s)*(?P<value>\d{1,4})(?![\d.])(?!\s*(?:B|字节))",
        lambda match: int(match["value"]),
    )
    problem.find("more", r"MF(?:标志位?|位)?(?:为|是|=|:|\s)*(?P<value>[01])(?!\d)", lambda match: int(match["value"]))
    problem.tell(_roles())
    problem.take_all(r"(?:使用|采用)?(?:固定|标准)(?:长度的?)?(?:首部|头部)")
    problem.take_all(
        r"(?:是|在|于|位于)*(?:其|它的?|该片的?|这片的?)?(?:数据)?(?:是|在|于|位于)*(?:原|原来的?|原始)(?:IP)?(?:数据报|分组)?(?:的)?(?:数据部分|数据)?(?:中|里|内)*(?:的)?(?:第几个?(?:数据)?(?:字节)?)?(?=[是为的,?。(;]|$|编号|序号|位置|多少)(?<=[几个节中里内分的])"
    )
    problem.ask(_ASKED)
    _select(problem, twice is not None)
    problem.take_all(rf"{_FRAGMENT}|MTU|片偏移|MF|总长度|{TRANSPORT}(?:首部|数据报)?|(?:这个|该)?第一分片|各为何值|为何值|何值")
    problem.done(HARMLESS)
    if not problem.goals:
        return None
    context = {
        "transports": sorted(set(transports)),
        "ethernet": ethernet,
        "twice": twice is not None,
        "whole": whole_way,
        "listed": [[int(match["offset"]), int(match["more"]), int(match["total"])] for match in listed],
        "text": problem.text,
        "bits": in_bits,
    }
    mtus = [fact for fact in sorted(problem.told, key=lambda fact: fact.place) if fact.name == "mtu"]
    if (
        len({fact.value for fact in mtus}) > 1
        and (twice is not None or whole_way or patterns.search("依次|先后|再|R ?[–—-]|[–—-] ?R", problem.text))
        and len(mtus) == 2
    ):
        context["hops"] = [fact.value for fact in mtus]
        problem.forget("mtu")
    told = [_unit(unit, context) for unit in problem.units()]
    if any(one is None for one in told):
        return None
    return _result([one for one in told if one is not None])


def _flags(problem: Told, word: int) -> Recognition | None:
    """The 16 bits of flags and offset, taken apart."""
    problem.ask(((r"MF(?:位|标志)?", "MF"), (r"DF(?:位|标志)?", "DF"), (r"片偏移(?:字段)?(?:的值|值)?", "offset")))
    problem.done(HARMLESS)
    asked = [name for _, name in problem.goals]
    if not asked:
        return None
    return Recognition(parameters={"units": [{"task": "flags", "word": word, "asked": asked}]}, understood=(("字段", f"0x{word:04X}"),))


def _select(problem: Told, twice: bool) -> None:
    """Each thing asked of a fragment with the fragment of which it is asked: the one last named in its sentence."""
    named: list[tuple[int, str]] = []
    covered = problem.text
    for kind, pattern in _SELECTORS:
        for match in caseless(pattern).finditer(covered):
            if kind == "nth":
                if match[0].startswith("倒数"):
                    stay_out(match[0])
                number = to_int(match["value"] or match["other"])
                named.append((match.start(), f"{number}"))
            else:
                named.append((match.start(), "each" if kind == "first" and twice else kind))
            covered = covered[: match.start()] + " " * len(match[0]) + covered[match.end() :]
            problem.take_spans([match.span()])
    goals = []
    for place, name in problem.goals:
        if name in ("length", "data", "total", "offset", "start", "more", "first byte", "last byte", "both bytes"):
            start = max((mark.end() for mark in patterns.finditer(r"[。;?!\n]", problem.text[:place])), default=0)
            before = [(at, kind) for at, kind in sorted(named) if start <= at <= place]
            if not before and start and problem.text[start - 1] == "?":
                # `最后一片的长度是多少？片偏移是多少？`: the next question of the same item speaks of the same fragment.
                item = max((mark.end() for mark in patterns.finditer(r"[。;!\n]", problem.text[:place])), default=0)
                before = [(at, kind) for at, kind in sorted(named) if item <= at <= place]
            name = f"{name}@{_joined(problem.text, before) if before else 'none'}"
        goals.append((place, name))
    problem.goals = goals


def _joined(text: str, before: list[tuple[int, str]]) -> str:
    """The fragments named last: "第一片和第三片" are two."""
    found = [before[-1][1]]
    for (first, kind), (second, _) in zip(reversed(before[:-1]), reversed(before), strict=False):
        if patterns.fullmatch(rf"(?:{_FRAGMENT}|[第一二三四五六七八九十\d首末最后个各每])*(?:和|与|、|以?及)", text[first:second]) is None:
            break
        found.insert(0, kind)
    return "+".join(found)


def _unit(unit: Unit, context: dict[str, Any]) -> dict[str, Any] | None:
    known, asked = dict(unit.known), list(dict.fromkeys(unit.asked))
    header = known.get("header", 20)
    if header % 4 or not 20 <= header <= 60:
        return None
    fields = {name.partition("@")[0] for name in asked}
    if context["bits"] and "bytes" not in fields:
        return None
    if context["listed"]:
        if known.get("df") == 1 or not fields <= {"original total", "original data"} or {"mtu", "total", "data"} & set(known):
            return None
        return _from_list(context["listed"], header, asked)
    if "room" in known:
        if "mtu" in known:
            return None
        known["mtu"] = known.pop("room") + header
    total, data = known.get("total"), known.get("data")
    if total is not None and data is not None and data + header != total:
        return None
    if "start byte" in known:
        if known["start byte"] % 8 or not fields <= {"offset"} or known.keys() & {"mtu", "offset"}:
            return None
        return {"task": "offset of", "start": known["start byte"], "asked": ["offset"]}
    if known.get("df") == 1 and asked != ["sent"]:
        return None
    if "offset" in known:
        return _one_fragment(unit, known, asked, header, context)
    if "more" in known or fields & {"first byte", "last byte", "both bytes", "original total", "original data", "next offset"}:
        return None
    if (transport := _transported(known, context)) is not None:
        if data is not None or (total is not None and total != transport + header):
            return None
        data = transport
    elif "transport header" in known or "payload" in known or "segment" in known:
        return None
    if data is None and total is not None:
        data = total - header
    hops = context.get("hops") or ([known["mtu"]] if "mtu" in known else [1500] if context["ethernet"] else [])
    if context["twice"] and len(hops) != 2:
        return None
    if known.get("df") == 1:
        if asked != ["sent"] or data is None or not hops or data + header <= hops[0]:
            return None
        return {"task": "df", "asked": asked, "data": data, "header": header, "hops": hops}
    asked = ["count" if name == "sent" else name for name in asked]
    if data is not None and not 0 < data <= 65_515:
        return None
    if any(mtu < header + 8 for mtu in hops) or (len(hops) == 2 and hops[0] <= hops[1]):
        return None
    several = [name for name in asked if "@" in name]
    # "长度" alone may be meant with the header or without: both are said.
    asked = list(
        dict.fromkeys(
            part for name in asked for part in ([f"total@{name[7:]}", f"data@{name[7:]}"] if name.startswith("length@") else [name])
        )
    )
    if any(name.endswith("@none") for name in several):
        # Without a fragment named, a field is asked of each, unless there is only one to speak of.
        asked = [name.replace("@none", "@each") for name in asked]
    if context["bits"] and not set(asked) <= {"bytes", "count"}:
        return None
    return {
        "task": "fragments",
        "bits": context["bits"],
        "asked": asked,
        "data": data,
        "header": header,
        "hops": hops,
        "first only": context["twice"],
        "transport": next(iter(context["transports"]), None) if transport is not None else None,
        "assumed": "mtu" not in known and "hops" not in context and bool(hops),
    }


def _transported(known: dict[str, Any], context: dict[str, Any]) -> int | None:
    """Bytes that UDP, TCP or ICMP hands to IP; None where none of them is spoken of."""
    if "segment" in known:
        return int(known["segment"])
    if len(context["transports"]) != 1:
        return None
    payload = known.get("payload", known.get("data") if "total" not in known else None)
    if payload is None:
        return None
    known.pop("data", None)
    default = {"UDP": 8, "ICMP": 8}.get(context["transports"][0])
    header = known.get("transport header", default)
    if header is None or (default is not None and header != default):
        stay_out("a transport header")
    return int(payload + header)


def _one_fragment(unit: Unit, known: dict[str, Any], asked: list[str], header: int, context: dict[str, Any]) -> dict[str, Any] | None:
    """One fragment is told: where its data lie, how long the original was, or what the next says."""
    offset, more = known["offset"], known.get("more")
    data = known.get("data", known["total"] - header if "total" in known else None)
    if (
        "mtu" in known
        and data is not None
        and more is not None
        and "hops" not in context
        and not known.keys() & {"payload", "segment", "transport header"}
    ):
        if any(name.partition("@")[0] not in ("count", "total", "data", "offset", "more") for name in asked):
            return None
        return {
            "task": "fragments", "asked": [name.replace("@none", "@each") for name in asked], "data": data, "header": header, "hops": [known["mtu"]], "first only": False, "transport": None, "assumed": False,
            "offset": offset, "more": bool(more),
        }  # fmt: skip
    if known.keys() & {"mtu", "payload", "segment", "transport header"} or "hops" in context or (data is not None and data <= 0):
        return None
    names = [name.partition("@")[0] for name in asked]
    if "which" in names:
        if more is None:
            return None
        place = {"task": "which", "offset": offset, "more": bool(more), "data": data, "asked": ["which"]}
        others = [name for name in asked if name != "which"]
        if not others:
            return place
        beside = _one_fragment(unit, known, others, header, context)
        return beside and {"task": "both", "parts": [beside, place], "offset": offset, "data": data, "asked": asked}
    if set(names) <= {"original total", "original data"}:
        if (
            more == 1
            or offset == 0
            or data is None
            or not (more == 0 or patterns.search("最后", unit.text) or patterns.search("最后", context["text"]))
        ):
            return None
        return {"task": "original", "offset": offset, "data": data, "header": header, "asked": names}
    if set(names) <= {"first byte", "last byte", "both bytes"}:
        if data is None and names != ["first byte"]:
            return None
        return {
            "task": "position",
            "offset": offset,
            "data": data,
            "asked": ["first byte", "last byte"] if "both bytes" in names else names,
        }
    first, rest = [name for name in names if name in ("original total", "original data")], [name for name in names if "byte" in name]
    if first and rest and len(first) + len(rest) == len(names):
        parts = [_one_fragment(unit, known, part, header, context) for part in (first, rest)]
        ordered = parts if names[0] in first else parts[::-1]
        return None if None in parts else {"task": "both", "parts": ordered, "offset": offset, "data": data, "asked": asked}
    if "next offset" in names and len(names) > 1:
        others = [name for name in asked if not name.startswith("next offset")]
        if names[0] != "next offset" and names[-1] != "next offset":
            return None
        both = [_one_fragment(unit, known, part, header, context) for part in (others, ["next offset"])]
        ordered = both if names[-1] == "next offset" else both[::-1]
        return None if None in both else {"task": "both", "parts": ordered, "offset": offset, "data": data, "asked": asked}
    if names == ["next offset"]:
        if data is None or data % 8 or more == 0:
            return None
        return {"task": "next", "offset": offset, "data": data, "asked": names}
    return None


def _from_list(listed: list[list[int]], header: int, asked: list[str]) -> dict[str, Any] | None:
    """All fragments are told: they must follow one another."""
    end = 0
    for number, (offset, more, total) in enumerate(sorted(listed)):
        if offset * 8 != end or (more == 0) != (number == len(listed) - 1):
            return None
        end = offset * 8 + total - header
    offset, _, total = sorted(listed)[-1]
    return {"task": "original", "offset": offset, "data": total - header, "header": header, "asked": asked}


def _result(told: list[dict[str, Any]]) -> Recognition:
    understood: list[tuple[str, str]] = []
    missing: list[Missing] = []
    for one in told:
        if one["task"] == "fragments":
            understood.append(("首部", f"{one['header']} B"))
            if one["data"] is not None:
                understood.append(("数据报", f"总长度 {one['data'] + one['header']} B，数据 {one['data']} B"))
            understood += [("MTU", f"{mtu} B") for mtu in one["hops"]]
            if one["first only"]:
                understood.append(("第一片再经过", f"MTU {one['hops'][1]} B"))
            if len(told) == 1:
                if one["data"] is None and one["asked"] != ["room"]:
                    missing.append(Missing("total", "数据报的总长度是多少字节？", "数据报总长度为 {} B"))
                if not one["hops"]:
                    missing.append(Missing("mtu", "链路的 MTU 是多少字节？", "MTU 为 {} B"))
        elif one["task"] == "df":
            understood += [("数据报", f"DF = 1，总长度 {one['data'] + one['header']} B"), *(("MTU", f"{mtu} B") for mtu in one["hops"])]
        elif one["task"] == "offset of":
            understood.append(("分片", f"数据从第 {one['start']} 字节开始"))
        elif "offset" in one:
            understood.append(("分片", f"片偏移 {one['offset']}" + (f"，数据 {one['data']} B" if one["data"] is not None else "")))
    if len(missing) > 1:
        stay_out("neither length nor MTU")
    return Recognition(parameters={"units": told}, understood=tuple(dict.fromkeys(understood)), missing=tuple(missing))
