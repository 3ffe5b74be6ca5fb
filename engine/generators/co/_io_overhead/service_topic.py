"""Input and output told by its topic: how often a device is served, what a service costs, and the part of the CPU's time it takes."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.co._io_overhead.devices import device_by_device
from engine.generators.co._io_overhead.stolen_topic import percent, shares
from engine.generators.kind import Missing
from engine.generators.laws.clauses import (
    BITS,
    FREQUENCY,
    NUMBER,
    RATE,
    SHARE,
    SIZE,
    TIME,
    to_bytes,
    to_hertz,
    to_large,
    to_rate,
    to_seconds,
)
from engine.generators.laws.measures import duration, frequency
from engine.generators.laws.topic import Facts, Law, Quantity, Told, Topic, about, counted, in_units, whole
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, stay_out, to_count, to_share

_CYCLES = rf"(?<![\d.A-Za-z^]){INTEGER}\s*(?:个)?(?:CPU)?(?:时钟|机器)?(?:周期|节拍|拍|时钟(?!频率)|T(?![A-Za-z]))"
_CHAR = r"(?:字符|字节|数据|字)"


def _bytes(text: str) -> Fraction:
    """Sizes of devices: K, M, G are powers of 1000 there."""
    prefix = patterns.search("[KMG]", text.upper())
    number = patterns.match(r"[\d.]+", text)
    if prefix is None or number is None:
        return Fraction(to_bytes(text))
    return Fraction(number[0]) * Fraction(1000 ** ("KMG".index(prefix[0]) + 1))


def _many(text: str) -> Fraction:
    """`60`, `2 万`."""
    return to_large(text) if "万" in text and patterns.match(r"\d", text) else Fraction(to_count(text))


def _can(times: tuple[Fraction, Fraction]) -> str:
    ready, cost = times
    return "能" if cost < ready else "不能"


_DEVICE = r"(?:该|此|这个|这件事|这|用于|花在|用在|花|用|在|为|外设|设备|鼠标|硬盘|磁盘|键盘|软盘|打印机|查询|查|中断|处理|服务|DMA|I/O|IO|输入输出|上|的|进行|传送|数据|操作|方式)*"


def _first_way(text: str) -> str:
    """`换成 DMA` before anything is asked tells the way, not a change; K and M that are said to be powers of 1024 are written out."""
    text = patterns.sub(
        r"(?P<told>CPI(?:为|是|=)?\s*(?P<n>\d+(?:\.\d+)?))\s*\((?:即)?[^()\d]{0,20}(?P=n)\s*个(?:时钟)?周期\)", r"\g<told>", text
    )
    # `(4MB/s 与 8KB 中 1M=10^6, 1K=1000)`: the units of what is told already.
    text = patterns.sub(r"\(\s*\d+\s*[KM]B/s\s*(?:和|与|、)\s*\d+\s*[KM]B\s*(?:中|里)(?:的)?,?(?=\s*1?\s*[KM]\s*=)", "(", text)
    text = patterns.sub(r"[,(]?\s*1\s*[KM]B(?:/s)?\s*(?:按|取|=|为)\s*(?:10\^?[36])\s*B?(?:/s)?(?:来)?(?:计算|计|算)?\)?", ",", text)
    text = patterns.sub(r"(?<=[?。,;])\s*1?\s*M\s*就(?:按|取)\s*10\^6(?!\d)", "", text)
    text = patterns.sub(
        r"\(?(?:1?\s*[KMG](?:和|与|、|,|\s)*)+(?:都|均|全)?(?:按|为|是|取|=)\s*(?:10(?:的)?(?:整数)?(?:次)?幂|10\^?[36]|1000|十进制)(?:来)?(?:计算|算|计)?\)?",
        lambda said: ",1K=1000," if "K" in said[0].upper() else "",
        text,
        flags=re.IGNORECASE,
    )
    text = patterns.sub(
        r"每秒(?:钟)?(?:传送?|传输|输入|输出|交换|产生)+\s*(?P<size>\d+(?:\.\d+)?\s*[KM]?B)(?![/A-Za-z])(?:的)?(?:数据)?",
        r"数据传输率为\g<size>/s",
        text,
        flags=re.IGNORECASE,
    )
    # What is in it already.
    text = patterns.sub(r"\((?:已)?(?:(?:含|包括|包含|计入)[^()\d]{1,20}|(?:中断)?(?:响应|处理|服务|和|与|加|、)+)\)", "", text)
    text = patterns.sub(
        r"(?:每当|当)?(?:数据)?缓冲(?:区|寄存器|器)?(?:一)?(?:装|存|收|写)?满(?:了|后|时|就)*(?:发出?|产生|请求|申请|引起|提出)(?:一次)?中断(?:请求)?(?:一次)?",
        "",
        text,
    )
    text = patterns.sub(
        r"(?:为)?(?:了)?(?:保证|确保)?(?:不|避免|防止)(?:会|被|致)?(?:漏掉?|丢失?|错过|遗漏)(?:任何)?(?:用户|鼠标)(?:的)?(?:任何)?(?:移动|动作|操作)",
        "",
        text,
    )
    text = patterns.sub(
        r"(?:假定|假设)?(?:为了?)?进行足够(?:多)?的(?:查询|轮询)(?:次数)?(?:以|来|,)*(?:避免|防止|保证不|不)(?:数据)?(?:的)?丢失(?:数据)?",
        "",
        text,
    )
    said = patterns.search(r"[,(]?(?:按|取)?\s*1?\s*[KM]B?\s*=\s*(?:2\^?[12]0|1024\s*K?)\s*B?\)?", text)
    if said is not None:
        text = text[: said.start()] + "," + text[said.end() :]
        text = patterns.sub(
            r"(?<![\d.])(\d+(?:\.\d+)?)\s*([KM])B",
            lambda match: f"{decimal(Fraction(match[1]) * 1024 ** (1 + 'KM'.index(match[2].upper())))}B",
            text,
            flags=re.IGNORECASE,
        )
    return patterns.sub(
        r"^(?P<told>(?:(?![?多几求占]|中断|查询|轮询|周期|时钟|DMA)[\s\S])*?)(?:若|如果|现)?(?:换成|改成|改用|换用|改为)(?:采用)?(?=DMA|中断|程序查询)",
        r"\g<told>采用",
        text,
    )


OVERHEAD = Topic(
    name="service of a device",
    about=r"中断|查询|轮询|查|DMA|外设|设备|I/?O",
    guard=r"寻道|优先|嵌套|多重中断|屏蔽|向量|通道|Cache|命中|两个设备|两台|多个设备|条(?:总线)|多少台|几台|最多(?:能|可)?(?:接|连|支持)|半满|FIFO|字符间隔|^(?=[\s\S]*\d\s*KB(?![/A-Za-z]))(?![\s\S]*(?:10\^?3|1000|10\^?6))|缓冲区大小|双缓冲|声卡|比特|起始位|停止位|波特|哪种|哪个|重叠|嵌|降为|减少到|增加到|提高到",
    refuse=r"挪用|窃取|总线|带宽|存取周期|空闲|丢弃|重传|比较|两种(?:传送)?方式下?[^。?]{0,40}(?:依次|分别)",
    prepared=lambda text: device_by_device(_first_way(text)),
    told=(
        Told(
            "every",
            rf"(?:每隔?|每)\s*(?P<value>{TIME})(?:就|需要?|要|会|内|必须|至少|才)*(?:产生|发出|提出|引起|请求|来|进行|发生|准备好|准备|送来|查询|查|轮询|中断|触发|启动|申请)+(?:好)?(?:一次|1次|一个|1个)?(?:中断|查询|设备|字节|字符|数据|DMA)*(?:请求)?(?:一次)?",
            lambda match: to_seconds(match["value"]),
        ),
        Told(
            "every",
            rf"每(?:准备好?|产生|输入|输出|传送?|来|得到|采集)(?:一个|1个|一次|好一个)?(?:\d+\s*位(?:的)?)?(?:数据|字符|字|字节)(?:需要?|要|用|花|耗时|时间|为)+\s*(?P<value>{TIME})",
            lambda match: to_seconds(match["value"]),
        ),
        Told("cycles", r"(?:时钟)周期数(?:至少|约)?(?:为|是|=)*\s*(?P<value>\d+)(?!\s*[个条次])", whole),
        Told(
            "hits",
            rf"(?:必须|应|至少)?(?:每秒|1秒|1s|一秒)(?:钟)?(?:内)?(?:要求|CPU|至少|需要?|应|要|必须|得|被|产生|发生|对它|对其|对该设备|对设备|共|会|来|有|大约|约)*(?:查询|查|轮询|访问|中断|采样|扫描)?(?:鼠标|键盘|该设备|设备|外设|它|其)?(?:至少|约|最多|至多)?\s*(?P<value>\d+(?:\.\d+)?\s*万|{INTEGER})\s*次(?:中断|查询|DMA)?(?:请求)?|(?P<other>\d+)\s*次/(?:s|秒)",
            lambda match: _many(match["value"] or match["other"]),
        ),
        Told("hits", rf"采样(?:频率|率)(?:为|是)?\s*(?P<value>{FREQUENCY})", lambda match: to_hertz(match["value"])),
        Told(
            "chars",
            rf"(?:每秒|1秒|一秒|1s)(?:钟)?(?:可|能|可以|会|最多)?(?:产生|传送|传输|输入|输出|打印?|发送|接收|到达|传)?\s*(?P<value>{INTEGER})\s*个?(?:字符|字节)|(?P<other>\d+)\s*(?:个)?(?:字符|字节)(?:/|每)(?:s|秒)",
            whole,
        ),
        Told(
            "chars",
            r"每分钟(?:可|能|打印?|输出|输入|传送?)*\s*(?P<value>\d+)\s*个?(?:字符|字节)",
            lambda match: Fraction(int(match["value"]), 60),
        ),
        Told(
            "each",
            rf"每(?:个|次)?(?:传(?:送|输)?|输入|输出|打印?|接收|来|收到)?(?:一|1)?个?{_CHAR}(?:都|就|均|要|需要?|会|得)*(?:引起|引发|产生|请求|触发|发出|发|来|要)?(?:中断)(?:一次|1次)?(?:请求)?|(?:引起|产生|请求)(?:一|1)次中断|一个{_CHAR}一次中断",
            1,
        ),
        Told("rotations", r"(?:转速)?(?:为|是)?\s*(?P<value>\d+)\s*(?:转/分钟?|rpm|r/min|转每分钟?)", whole),
        Told(
            "sectors",
            r"每(?:转|道|磁道)(?:传(?:送)?|有|含)?\s*(?P<value>\d+)\s*个?扇区|(?<![\d\w])(?:每(?:条)?(?:磁)?道)?(?:划)?分(?:成|为)?\s*(?P<other>\d+)\s*个扇区",
            whole,
        ),
        Told("sector", r"每(?:个)?扇区\s*(?P<value>\d+)\s*(?:B|字节)", whole),
        Told(
            "by_sector",
            r"以扇区为单位(?:进行)?(?:DMA)?(?:传送|传输)?|每次(?:DMA)?(?:传(?:送)?|传输)(?:一|1)个扇区|每(?:个)?扇区(?:产生|引起|发出)?一次(?:DMA|中断)(?:请求)?",
            1,
        ),
        Told(
            "sum",
            rf"(?:(?:中断)?(?:响应|保护现场|保存现场|恢复现场|恢复与返回|恢复|返回|服务|处理|识别|开中断|关中断)(?:程序|时间|中断)*(?:需要?|用|为|占)*\\s*{TIME}[、,和\\s]*){{2,}}",
            lambda match: sum((to_seconds(one[0]) for one in patterns.finditer(TIME, match[0])), Fraction(0)),
        ),
        Told(
            "sum",
            rf"(?:每次)?(?:中断)?(?:服务|处理)(?:程序)?(?:的)?(?:执行|运行)?(?:时间)?(?:需要?|为|是|要|用)*\s*{TIME},(?:且)?(?:中断)?(?:的)?(?:响应|返回|保护现场|恢复现场|保护和恢复现场|其[他它]|开销|和|与|及|、|等)+(?:另外?|还|再)(?:需要?|要|用|花|加)*\s*{TIME}",
            lambda match: sum((to_seconds(one[0]) for one in patterns.finditer(TIME, match[0])), Fraction(0)),
        ),
        Told(
            "active",
            rf"(?:硬盘|磁盘|设备|它)?(?:只有|仅有|平均|大约)?\s*(?P<value>{SHARE})(?:的)?(?:时间)(?:在|是|处于)?(?:工作|传送|传输|忙|活动)|(?:硬盘|磁盘|设备)(?:工作|传送|忙)(?:时间)?(?:占|只占)\s*(?P<other>{SHARE})",
            lambda match: to_share(match["value"] or match["other"]),
        ),
        Told("active", r"(?:当|若|如果)?(?:硬盘|磁盘|设备)\s*100\s*%(?:的)?(?:处于)?(?:忙碌?|工作)(?:状态)?(?:时|的话)?(?=[,;。])", 1),
        Told(
            "sum",
            rf"(?:响应|处理|服务|保护现场|恢复现场|和|与|及|、|中断|的)+(?:合计|共|一共|总共|总计|加起来)(?:需要?|用|花|要|为|占|耗时|时间)*\s*(?P<value>{TIME})",
            lambda match: to_seconds(match["value"]),
        ),
        Told(
            "sum_cycles",
            rf"(?:响应|处理|服务|程序|其[他它]|开销|保护现场|恢复现场|预处理|后处理|启动|结束|和|与|及|、|中断|的|加上?|\+)+(?:合计|共|一共|总共|总计|加起来)(?:需要?|用|花|要|为|占)*\s*(?P<value>{_CYCLES})",
            lambda match: to_count(match["value"]),
        ),
        Told(
            "allowed",
            rf"(?:允许的?)?(?:最长|最大)?(?:中断)?响应(?:延迟|时间)(?:不超过|最长|最大|允许|为|是)*\s*(?P<value>{TIME})|(?:中断)?响应所?(?:能)?允许的?(?:最长|最大)(?:延迟|等待)?(?:时间)?(?:为|是)*\s*(?P<other>{TIME})",
            lambda match: to_seconds(match["value"] or match["other"]),
        ),
    ),
    passed=(
        r"每采?(?:集)?(?:一|1)?个?(?:样本|样点|采样)(?:就|便)?中断(?:一次|1次)|每个?(?:样本|采样)(?:占|为|是)?\s*\d+\s*(?:B|字节|位)|(?<![A-Za-z])A/D(?![A-Za-z])",
        r"(?:若|如果|要是|那)*(?:改为|改成|换成|变为)(?=每|\s*[\d\ue000])|(?<=[\d\ue000B])中断(?:一次|1次)(?=[呢,。])",
        r"(?:中断)?(?:响应|处理)(?:的)?时间(?:都|仍|也|均|保持)?(?:不变|相同|一样)(?=呢|,|。|\?|$)",
        r"(?:且|并|要|为了?|又)*(?:不能|不可|不许|不得|避免)丢(?:失|掉)?(?:任何)?数据",
        r"(?:DMA|CPU|与|和|之间|间|的|对)*(?:不考虑|忽略|不计|没有|无|不存在|不会有?)[^,;。?\d]{0,18}(?:冲突|争用|竞争)(?:主存|内存|总线)?(?:的)?(?:影响|情况)?",
        r"(?:与|和|跟)?(?:主机|CPU|内存|主存)?(?:之间)?(?:进行)?(?:数据)?交换(?:一次|一个)?(?:数据|信息)?|1?\s*M\s*就?(?:按|取)\s*10(?:的6次方|\^6)",
        r"才能?(?:保证|确保)?不(?:致|会|被)?(?:丢失?|遗漏|漏掉?|错过)[^,;。?\d]{0,14}|每准备好(?:一次|一个)?(?:数据)?(?:就|即|便)?(?:发出|产生|提出)(?:一次)?中断(?:请求)?|\(期间[^()\d]{0,16}\)",
        r"才(?:能)?不(?:会)?(?:丢|漏)(?:失|掉)?(?:动作|数据|用户动作)?|(?:以|为|保证|确保|使)?(?:数据)?不(?:被)?(?:丢失|丢|漏|遗漏|错过)(?:数据|任何|动作)*|(?:设备|磁盘|硬盘|外设)?(?:一直|持续|连续|始终|不停)(?:地)?(?:在)?(?:工作|传送|传输|传|读)?|(?:一|1)次中断|每次(?:中断|查询|DMA)?(?:时)?(?:CPU)?|(?:每|一)次",
        r"1?[KM]\s*(?:按|取|=|为)\s*(?:1000|10\^?[36])(?:算|计算|计)?|\(含?(?:全部|所有)(?:的)?开销\)",
        r"\((?:1)?[KM]\s*(?:=|按|为)\s*\d*\^?\d*\)|\(?按\d+(?:\.\d+)?×10\^\d\)?|\(10\^[36]\)",
    ),
    roles=(
        Role(name="hertz", quantity=FREQUENCY, read=to_hertz, alone=True),
        Role(name="rate", quantity=RATE, read=to_rate(1000), alone=True),
        Role(
            name="block",
            quantity=SIZE,
            read=_bytes,
            before=r"块(?:的)?(?:大小|长度|长)?|(?:每次|一次)?(?:DMA)(?:传送?|传输)?|长度|扇区(?:块)?|每传(?:一个)?块",
        ),
        Role(
            name="unit",
            quantity=SIZE,
            read=_bytes,
            before=r"(?:每次|一次|每)?(?:中断|查询)?(?:只|仅|可|能|可以|传送|传输|传|交换|处理|取)+(?:数据)?|缓[冲存](?:寄存)?器?(?:的)?(?:容量|大小)?|单位|端口|字长|宽度|每",
            after=r"(?:的)?(?:数据)?(?:引起|产生|请求|发出|触发|申请|就|时|中断|为单位|一次|缓[冲存](?:寄存器|器|区)?|端口|寄存器)",
        ),
        Role(
            name="bits",
            quantity=BITS,
            read=to_count,
            before=r"(?:每次|一次|每)?(?:中断|查询)?(?:传送|传输|传|交换|取)|宽度|单位|字长|端口|缓冲(?:寄存)?器?|接口(?:里|中)?(?:有)?|寄存器",
            after=r"(?:的)?(?:数据)?(?:缓冲(?:寄存)?器?|端口|寄存器|数据|字|接口|为单位|一次)",
            alone=True,
        ),
        Role(
            name="before",
            quantity=_CYCLES,
            read=to_count,
            before=r"预处理|初始化|启动(?:DMA)?耗?|DMA(?:的)?启动耗?|设置(?:DMA)?|前处理",
            after="(?:的)?(?:用于|用来)?(?:初始化|启动|预处理|设置)",
        ),
        Role(
            name="after",
            quantity=_CYCLES,
            read=to_count,
            before=r"(?:传送|传输)(?:完成|完毕|结束)(?:的)?中断处理|后处理|(?:传送|传输)?结束(?:以?后)(?:的)?(?:中断)?(?:处理)?|结束(?:时)?(?:的)?(?:处理|中断)*(?:处理)?|收尾|完成(?:时|之?后)?(?:的)?(?:中断)?(?:处理|后的处理)?|传送完(?:毕)?(?:后)?(?:的)?(?:中断)?(?:处理)?",
            after="(?:的)?(?:用于|用来)?(?:收尾|后处理|结束处理)",
        ),
        Role(
            name="cycles",
            quantity=_CYCLES,
            read=to_count,
            before=r"每次(?:查询|中断|轮询)?|处理|服务|(?:中断)?(?:响应)?(?:处理|服务)(?:程序)?(?:的)?(?:总)?(?:开销|时间)?|查询|轮询|查一次|开销|总共|耗",
            alone=True,
        ),
        Role(
            name="response",
            quantity=_CYCLES,
            read=to_count,
            before=r"响应(?!(?:与|和|及|、|\+)*(?:中断)?(?:处理|服务))|(?:其他|其它|额外|另外)(?:的)?(?:中断)?开销(?:相当于|约|为)*",
        ),
        Role(
            name="services",
            quantity=rf"(?<![\d.A-Za-z第]){INTEGER}\s*条(?:指令)?",
            read=to_count,
            before=r"服务程序|处理程序|中断程序|子程序|程序|处理|包括|包含|执行|有|(?<=\ue000)(?:需要?|用|要|执行)+",
        ),
        Role(
            name="others",
            quantity=rf"(?<![\d.A-Za-z第]){INTEGER}\s*条(?:指令)?",
            read=to_count,
            before=r"(?:其他|其它|额外|另外|别的|其余|响应)?(?:的)?(?:中断)?开销(?:相当于|等价于|折合|折算成|为|约)*|相当于|折合",
        ),
        Role(name="cpi", quantity=rf"{NUMBER}(?![\d.A-Za-z%/]|\s*[位字个条次])", read=Fraction, before=r"CPI(?:为|是|=|:|\s|取)*"),
        Role(
            name="limit",
            quantity=SHARE,
            read=to_share,
            before=r"(?:(?:CPU)?(?:的)?(?:占用率|占用|开销|时间))?(?:不(?:能|得|可|应)?超过|不(?:能|得)?大于|不高于|至多|最多|小于|低于|不得超过|限制在|控制在|以内)",
        ),
        Role(
            name="spent",
            quantity=TIME,
            read=to_seconds,
            before=r"(?:中断)?(?:处理|服务|查询|轮询|开销|耗时|花费|花|占用|需要?|用|耗|每次|一次|查一次)",
            alone=True,
        ),
    ),
    asks=(
        (
            r"(?:判断|说明)?(?:该|此|这个|这种)?(?:设备|外设|硬盘|磁盘)?(?:是否|能否|能不能|可否|可不可以|可以|能)(?:可以?|能够?)?(?:采用|使用|用)(?:程序)?中断(?:I/O|输入输出)?(?:方式)?(?:传送|传输|进行)?(?:数据)?(?:吗|么)?",
            "possible",
        ),
        (
            r"(?:还)?(?:剩下?|余下?|剩余)(?:了)?(?:的)?(?:多少|百分之几|百分之多少)(?:的)?(?:CPU)?(?:时间)?(?:能|可以?)?(?:用来|用于|来|给)?(?:跑|运行|执行|处理)?(?:用户|其他|别的)?(?:程序|任务)?",
            "left",
        ),
        (
            r"(?:平均)?(?:每秒|1秒|一秒)(?:钟)?(?:内)?(?:至少|最少|应|会|将|要|需|共|产生|发生|发出|发|请求|启动|查询|轮询|访问|检查)*(?:多少|几)次(?:中断|DMA|查询)*(?:结束)?(?:中断)?(?:请求)?|(?:每秒)?(?:中断|查询|DMA)(?:请求)?(?:的)?(?:次数|频率)(?:是|为)?(?:多少)?|每秒(?:至少|要|需要?)*(?:查询|查|轮询|中断)(?:多少|几)次",
            "hits_asked",
        ),
        (
            r"(?:最多|最长|至多)?(?:每?间?隔|每)?(?:多长时间|多久|多少时间)(?:就|至少|要|会|必须)*(?:查询|中断|轮询|来)(?:一次|\ue000+)?|(?:相邻)?(?:两次)?(?:中断|查询)(?:请求)?(?:的|之间)*(?:时间)?间隔(?:最多|最长|至多)?(?:是|为)?(?:多少)?",
            "interval",
        ),
        (
            r"(?:每秒|1秒)(?:钟)?(?:内)?(?:CPU)?(?:用于|花在|花)?(?:该|此|中断|DMA|查询|I/O|处理|数据传送|的|上|设备)*(?:因|占用|共|总)*(?:的)?(?:CPU|处理器)?(?:的)?时间(?:是|为|共)?(?:多少|多长)(?:微秒|毫秒|μs|ms)?",
            "spent_second",
        ),
        (
            rf"(?:CPU|处理器)(?:需要?|要|需用|用|花)*(?:用)?(?:多少|多大)(?:的)?时间(?:的)?(?:比率|比例|百分比)(?:来)?(?:进行|用于|做)\s?(?:该|此)?(?:设备|DMA|I/O|中断)?\s?(?:的)?(?:辅助操作|处理|操作)?(?:\(预处理和后处理\))?|(?:CPU|处理器)?(?:的)?(?:时间)?(?:里|中)?(?:至少|最少|大约)*(?:有)?(?:百分之几|百分之多少|多少比例|几成)(?:的)?(?:时间)?{_DEVICE}|(?:CPU|处理器)?(?:的)?(?:时间)?{_DEVICE}(?:所|会|要|将)*(?:占用?|占去|占据|耗|耗费)(?:用|了|到|去)*(?:整个|全部|总|CPU|处理器|的|用)*(?:时间)?(?:的)?(?:百分比|百分数|比例|比率|比重|百分之几|百分之多少|多少|几成|率|比)?(?:至少|约|大约|最少)?(?:是|为)?(?:多少|百分之几|百分之多少)?\s*%?|(?:CPU|处理器)?(?:的)?(?:用于|花在|用在)(?:I/O|该设备|输入输出|中断|DMA)*(?:上)?(?:的)?时间(?:的)?(?:所占)?(?:百分比|比例|百分之几|占比)|(?:CPU|处理器)?{_DEVICE}(?:所)?(?:要|会)?(?:花费|花|耗费|占用|用)(?:的)?(?:CPU)?时间(?:的)?(?:所占)?(?:比率|比例|百分比|比重|百分之几)(?:是|为)?(?:多少)?|占(?:了)?(?:多少|百分之几)|(?:CPU)?(?:的)?(?:时间)?占比(?:是|为)?(?:多少)?|百分比(?:是|为)?(?:多少)?|(?:CPU)?(?:的)?(?:占比|开销|占用率|比例)(?:是|为)?(?:多少|百分之多少|百分之几|百分比)?",
            "share",
        ),
        (
            r"(?:设备|外设|该)?(?:的)?(?:数据)?(?:最快可以?(?:达到?)?(?:多少)\s*(?:[MK]?B/s)?|(?:最大|最高)?(?:传输率|传输速率|传送速率|速率|速度)(?:最高|最大|至多|最多)(?:为|是|可达|不能超过)*(?:多少)?(?:[MK]?B/s)?)|(?:最大|最高)(?:的)?(?:数据)?(?:传输率|速率)(?!(?:改|变|提高|降低|增加|减少|升|降|为|是|到|达|成|了|=)*\s*[\d\ue000])",
            "rate_asked",
        ),
    ),
    laws=(
        Law("size", ("unit",), lambda unit: unit),
        Law("size", ("block",), lambda block: block),
        Law("size", ("bits",), lambda bits: Fraction(bits, 8)),
        Law("often", ("hits",), lambda hits: hits),
        Law(
            "often",
            ("rotations", "sectors", "by_sector"),
            lambda rotations, sectors, _: rotations * sectors / 60,
            "每秒的次数为每秒的转数 × 每转的扇区数",
        ),
        Law(
            "possible",
            ("often", "cost"),
            lambda often, cost: (1 / often, cost),
            "每秒的次数 × 每次的时间不到 1 秒才可以：用完 CPU 的全部时间就什么也做不了",
        ),
        Law("often", ("every",), lambda every: 1 / every, "每秒的次数为 1 ÷ 间隔"),
        Law("often", ("chars", "each"), lambda chars, _: chars, "每个字符中断一次"),
        Law("often", ("chars", "by_char"), lambda chars, _: chars, "每个字符中断一次"),
        Law("often", ("rate", "size"), lambda rate, size: rate / size, "每秒的次数为数据传输率 ÷ 每次传送的数据量"),
        Law("often", ("rate", "each"), lambda rate, _: rate, "每个字节中断一次"),
        Law("left", ("share",), lambda share: 1 - share if share <= 1 else None, "其余的时间留给用户程序"),
        Law("hits_asked", ("often",), lambda often: often),
        Law("interval", ("often",), lambda often: 1 / often, "间隔为 1 ÷ 每秒的次数"),
        Law("clocks", ("sum_cycles",), lambda clocks: clocks),
        Law("clocks", ("before", "after"), lambda before, after: Fraction(before + after), "每次的周期数为预处理加后处理"),
        Law("clocks", ("response", "cycles"), lambda response, cycles: Fraction(response + cycles), "每次的周期数为响应加处理"),
        Law("clocks", ("cycles",), lambda cycles: cycles),
        Law(
            "clocks", ("services", "others", "cpi"), lambda services, others, cpi: (services + others) * cpi, "每次的周期数为指令条数 × CPI"
        ),
        Law("clocks", ("services", "cpi"), lambda services, cpi: services * cpi, "每次的周期数为指令条数 × CPI"),
        Law("cost", ("sum",), lambda cost: cost),
        Law("cost", ("spent",), lambda cost: cost),
        Law("cost", ("clocks", "hertz"), lambda clocks, hertz: clocks / hertz, "每次的时间为周期数 ÷ 主频"),
        Law("busy", ("active",), lambda active: active),
        Law("busy", (), lambda: Fraction(1)),
        Law(
            "share",
            ("often", "cost", "busy"),
            lambda often, cost, busy: often * cost * busy if often * cost <= 1 else None,
            "占 CPU 时间的比例为每秒的次数 × 每次的时间",
        ),
        Law("spent_second", ("often", "cost", "busy"), lambda often, cost, busy: often * cost * busy, "每秒用去的时间为次数 × 每次的时间"),
        Law(
            "rate_asked",
            ("limit", "size", "cost"),
            lambda limit, size, cost: limit / cost * size,
            "最大传输率为每秒最多的次数 × 每次的数据量",
        ),
        Law("rate_asked", ("size", "cost"), lambda size, cost: size / cost, "CPU 全部用于传送时，传输率为每次的数据量 ÷ 每次的时间"),
    ),
    marks=(("by_char", r"字符设备|每次中断|一个字符|中断"),),
    shown={
        "hertz": Quantity("主频", frequency),
        "rate": Quantity("数据传输率", lambda value: f"{decimal(value)} B/s"),
        "block": Quantity("每次 DMA", counted("B")),
        "unit": Quantity("每次传送", counted("B")),
        "bits": Quantity("每次传送", counted("位")),
        "size": Quantity("每次传送", counted("B")),
        "hits": Quantity("每秒", counted("次")),
        "chars": Quantity("每秒", counted("个字符")),
        "every": Quantity("每隔", duration),
        "often": Quantity("每秒", counted("次")),
        "hits_asked": Quantity("每秒", counted("次")),
        "interval": Quantity("间隔", duration, in_units),
        "clocks": Quantity("每次", counted("个时钟周期")),
        "cycles": Quantity("每次", counted("个时钟周期")),
        "before": Quantity("预处理", counted("个时钟周期")),
        "after": Quantity("后处理", counted("个时钟周期")),
        "cost": Quantity("每次", duration),
        "spent": Quantity("每次", duration),
        "sum": Quantity("每次", duration),
        "active": Quantity("设备工作的时间占", percent),
        "rotations": Quantity("转速", counted("转/分")),
        "sectors": Quantity("每转", counted("个扇区")),
        "possible": Quantity(
            "",
            lambda times: f"{_can(times)}（每 {duration(times[0])} 准备好一次数据，而一次中断要 {duration(times[1])}）",
            lambda times: (_can(times), f"{'' if times[1] < times[0] else '不'}可以"),
        ),
        "share": Quantity("占 CPU 时间的", percent, shares, named=True),
        "left": Quantity("剩下", percent, shares),
        "spent_second": Quantity("每秒用去", duration, in_units),
        "rate_asked": Quantity(
            "最大传输率",
            lambda value: f"{decimal(value / 10**6, 4)} MB/s" if value >= 10**6 else f"{decimal(value / 1000, 4)} KB/s",
            lambda value: (
                f"{decimal(value / 10**6, 3)} MB/s",
                f"{decimal(value / 1000, 2)} KB/s",
                f"{decimal(value, 0)} B/s",
                f"{decimal(value / 1000, 1, keep_zeros=True)} kB/s",
            ),
        ),
        "limit": Quantity("最多占", percent),
        "services": Quantity("服务程序", counted("条指令")),
        "others": Quantity("其他开销相当于", counted("条指令")),
        "cpi": Quantity("CPI", about),
    },
    words=""" 接口里 外设接口 端口 到达 连续 数据率 采用中断方式 干预 CPU干预 中断 中断方式 中断请求 中断处理 中断服务 中断服务程序 中断响应 响应 处理 服务 查询 查询方式 程序查询 程序查询方式 轮询 定时查询 DMA DMA方式 I/O IO 输入输出 外设 外部设备 设备 鼠标 键盘 打印机 硬盘 磁盘 软盘 光盘 U盘 网卡 字符设备 慢速 高速 接口 缓冲 缓冲器 缓存器 数据缓存器 缓冲寄存器 数据缓冲寄存器 数据寄存器 寄存器 端口 字符 字节 块 数据块 扇区 扇区块 主频 时钟频率 时钟周期 周期 开销 总开销 占用率 占用 占 比例 百分比 传输率 转速 转 扇区 传输速率 速率 速度 数据传输率 传 传送 传输 传完 结束 结束时 启动 初始化 收尾 预处理 后处理 每次 每秒 一次 次 提出 请求 发出 产生 引起 花在 用在 花 上面 这上面 动作 查 耗 占去 时 指令 CPI 相当于 条 单位 为单位 控制器 设 方式 允许 最长 延迟 响应延迟 它的 一直工作 工作""",
    idle=frozenset({"each", "allowed", "sector", "unit", "bits", "block"}),
    conventions=("传输率中 1 MB/s = 10^6 B/s",),
    missing=(
        (Missing("hertz", "CPU 的主频是多少（如 500MHz）？", "CPU 主频为 {}"), Fraction(5 * 10**8)),
        (Missing("rate", "数据传输率是多少（如 4MB/s）？", "数据传输率为 {}"), Fraction(4 * 10**6)),
    ),
    check=lambda facts: _plausible(facts),
)


def _plausible(facts: Facts) -> None:
    if "unit" in facts and "block" in facts:
        stay_out("two sizes")
    if "hits" in facts and ("rate" in facts or "every" in facts):
        stay_out("how often in two ways")
    if 0 < facts.get("share", 1) < Fraction(1, 10**6):
        stay_out("next to nothing")
    if "limit" in facts and "share" in facts:
        stay_out("limit")
    if "allowed" in facts and facts["allowed"] >= facts.get("every", facts["allowed"] + 1):
        stay_out("response")
