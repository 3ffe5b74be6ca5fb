"""Time division: what a line must carry for so many channels, by their rates or by the bits of a frame, and how many stations share a bus.

As in Xie Xiren, 计算机网络 (信道复用技术; T1 and E1): a frame holds a sample of each channel; statistical multiplexing counts only channels that are busy.
"""

from __future__ import annotations

from fractions import Fraction

from engine.generators.clauses import Role
from engine.generators.cn import _units as units
from engine.generators.laws.topic import Law, Quantity, Told, Topic, counted, whole
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER

_CHANNEL = r"(?:(?:条|个|路)(?:独立的?|用户的?|话音|语音|模拟|数字|低速|输入|信源|PCM|电话|时隙)*(?:子?信道|信号|话路|线路|话音|语音|用户|终端|电话|信源|数据源)|路)"
_IS = r"(?:都|均|各|约|分别|大约|的|速率|数据率|为|是|有|需要?|=|:)*"
_SHARE = r"(?P<value>\d+(?:\.\d+)?)\s*%"


def _percent(share: Fraction) -> str:
    return f"{decimal(share * 100)}%"


TIME_DIVISION = Topic(
    name="time division",
    about=r"时分|TDM|(?<![A-Za-z])[TE]1(?!\d)|PCM|复用",
    guard=r"CDMA|码分|波分|WDM|载波聚合|(?<!统)计费|帧中继|误码|信噪比|电平|(?<!脉码)(?<!编码)调制|统计[\s\S]*同步(?![位码])",
    marks=(("statistical", "统计|异步时分|STDM"),),
    told=(
        Told("busy", rf"(?:若|如果|假定|假设)?(?:每个?|各)?(?:子)?(?:信道|用户|终端|线路)?(?:平均)?(?:具?有|只有|仅有)?\s*{_SHARE}\s*(?:的)?(?:时间)?(?:处于)?(?:是)?(?:忙|工作|活动|传送数据|发送数据|有数据(?:要)?(?:发送|传输)?)(?:状态|碌)?", lambda match: Fraction(match["value"]) / 100),
        Told("overhead", rf"(?:复用|集合)?(?:线路|信道)?(?:的)?(?:控制|额外|同步)?(?:的)?开销(?:占|为|是|约|了|线路|带宽|的)*\s*{_SHARE}", lambda match: Fraction(match["value"]) / 100),
        Told("extra", rf"(?:每一?帧)?(?:再|另外?|还|外)*(?:加上?|附加|增加|有|包含|插入)(?:了)?\s*(?P<value>{INTEGER})\s*(?:个)?(?:位|比特|bit)?(?:的)?(?:帧)?(?:同步|定时|成帧|控制|开销)(?:位|比特|码|信号)?", whole),
        Told("frame", r"(?:(?:每一?(?:个)?帧|一个?帧)(?:的)?(?:长度)?(?:内|中)?(?:共|含|包含|有|传送?|传输|发送|为|是|长)*|(?<=s),?(?:共|含|包含|传送?|传输|发送)+)\s*(?P<value>\d+)\s*(?:个)?(?:位|比特|bits?)(?!同步|定时)(?:数据)?", whole),
        Told("payload", r"(?:每个)?时[隙间片](?:的)?(?:长度)?(?:为|是)?(?:发送|传输|传送)\s*(?P<value>\d+)\s*(?:位|比特|bits?)(?:数据)?(?:所需)?(?:的)?时间(?:加上?|与|和)(?:一个)?端到端(?:的)?(?:传播)?(?:延迟|时延)(?:之和)?", whole),
        Told("wanted", r"(?:每个?)?(?:站点?|结点|用户)?(?:的)?吞吐[量率](?:要?达到|为|是|至少)*\s*(?P<value>\d+(?:\.\d+)?(?:/\d+)?)\s*M(?:bps|b/s|bit/s)", lambda match: Fraction(match["value"]) * 10**6),
        Told("samples", r"(?:采样|抽样|取样)(?:频率|速率|率)(?:为|是)*\s*(?P<value>\d+)\s*(?:次/秒|次每秒|次/s|Hz|样本/秒)|每秒(?:采样|抽样|取样|传送|发送|传输)?\s*(?P<other>\d+)\s*(?:次(?:采样|抽样)?|帧|个样本)", lambda match: int(match["value"] or match["other"])),
        Told("samples", r"(?:采样|抽样|取样)(?:频率|速率|率)(?:为|是)*\s*(?P<value>\d+)\s*kHz", lambda match: 1000 * int(match["value"])),
        Told("bits", rf"(?:每个?(?:{_CHANNEL}|样本|样值|采样值?|话路|信道|时隙)|(?:一个?)?(?:样本|样值|时隙))(?:的)?(?:每次|每个样本)?(?:用|采用|占用?|为|是|有|编码?为?|编成)*\s*(?P<value>{INTEGER})\s*(?:个)?(?:位|比特|bits?)(?:二进制)?(?:编码|表示|码|进行编码)?", whole),
        Told("bits", r"(?:量化)(?:为|成|等级|级数|级|是|有)*\s*(?P<value>128|256)\s*(?:个)?(?:量化)?(?:等级|级)?", lambda match: int(match["value"]).bit_length() - 1),
        Told("count", rf"(?:把|将|有|共|由|支持|容纳|传送|传输|复用|含)*\s*(?P<value>{INTEGER})\s*{_CHANNEL}(?:话音|语音|信号|电话)*(?:,?每路)?(?=[,的按采进时复共通\s。]|$|\ue000)", whole),
        Told("count", rf"(?P<value>{INTEGER})\s*个(?=\ue000|\s*\d[\d.]*\s*k?(?:bps|b/s|bit/s))", whole),
    ),
    passed=(
        r"(?:每个)?站点?(?:都)?被?分配(?:到)?(?:一个)?(?:周期(?:内|中)的?)?(?:一个)?(?:固定的?)?时隙(?:用于|用来)?(?:发送数据)?",
        r"改?(?:按|采用|使用|用|进行|通过)?(?:同步|统计|异步)?(?:的)?(?:时分(?:多路)?复用|时分多路|TDM)(?:\(TDM\))?(?:的)?(?:方式|技术|方法|情况下?|系统)*(?:复用|传输|传送)?(?:在|到)?(?:一条|同一条|1条)?(?:线路|信道|总线|链路)?(?:上)?(?:传输|传送)?",
        r"(?:若|如果|假定|假设)?(?:忽略|不考虑|不计)(?:TDM)?(?:的)?(?:控制|额外|同步)?开销|(?<![A-Za-z])[TE]1(?:标准|系统|载波|线路|信道|链路)?|\(?(?:其中|信号)?(?:用|有)?\d+个(?:信道|时隙)(?:作|用作|用于|传送)(?:帧同步|信令|同步|控制)[^,;。?]{0,8}\)?",
    ),
    roles=(
        Role(name="period", quantity=units.TIME, read=units.seconds, before=r"(?:采样|抽样|取样|帧)(?:周期|间隔|长)|每一?帧(?:的)?(?:时间|持续|长度)*|(?:帧长|每|周期)"),
        Role(name="speed", quantity=units.SPEED, read=units.metres_per_second, alone=True),
        Role(name="distance", quantity=units.DISTANCE, read=units.metres, before="长度?|距离"),
        Role(name="each", quantity=units.RATE, read=units.bits_per_second, after=r"(?:的)?(?:子?信道|线路|终端|用户|数据源|信号)", before=r"每(?:一|个|条|路)*(?:子?信道|线路|终端|用户|话路|信号)?(?:的)?(?:数据)?(?:传输)?(?:速率|率)"),
        Role(name="rate", quantity=units.RATE, read=units.bits_per_second, before=r"带宽|总线(?:的)?(?:速率|带宽)"),
    ),
    asks=(
        (rf"(?:每(?:一|个|条|路)*(?:话音|语音|子)?(?:信道|话路|用户|子信道|电话|时隙)(?:的)?(?:数据)?(?:传输)?(?:速率|速度|率|带宽)){_IS}(?:多少|多大)?", "channel"),
        (r"每一?(?:个)?帧(?:共|一共|总共|有|含|包含|的长度|长)*(?:为|是)?(?:多少|几)(?:个)?(?:位|比特|bit)", "frame"),
        (rf"(?:同步|统计|情况下|复用|线路|信道|链路|总线|系统|合成|总的?|该|其|最终|所需|需要|至少|最小|公共|集合|数据|传输|的|,|则|对于)*(?:数据(?:传输)?(?:速率|率)|传输速率|(?:总)?速率|带宽|数据率){_IS}(?:应该?|至少)?{_IS}(?:多少|多大)?", "line"),
        (r"(?:该|此)?(?:局域网|系统|网络|总线)?(?:最多|至多)?(?:可以?|能够?)?(?:容纳|支持|有|接|连接)(?:的)?(?:多少|几)(?:个)?(?:站点?|结点|用户)|(?:最多)?(?:可以?|能)?(?:容纳|支持)(?:的)?(?:站点?|结点|用户)(?:个)?数", "stations"),
    ),
    laws=(
        Law("samples", ("period",), lambda period: 1 / period, "每秒的帧数为 1 ÷ 帧的时间"),
        Law("frame", ("count", "bits", "extra"), lambda count, bits, extra: count * bits + extra, "一帧的位数为路数 × 每路的位数 + 附加的位数"),
        Law("frame", ("count", "bits"), lambda count, bits: count * bits, "一帧的位数为路数 × 每路的位数"),
        Law("line", ("frame", "samples"), lambda frame, samples: frame * samples, "线路的速率为一帧的位数 × 每秒的帧数"),
        Law("line", ("count", "each", "busy", "overhead", "statistical"), lambda count, each, busy, overhead, _: count * each * busy / (1 - overhead), "只算忙的时间，开销占去一部分：各路速率之和 × 忙的比例 ÷ (1 − 开销)"),
        Law("line", ("count", "each", "busy", "statistical"), lambda count, each, busy, _: count * each * busy, "只算忙的时间：各路速率之和 × 忙的比例"),
        Law("line", ("count", "each"), lambda count, each: count * each, "同步时分复用，线路的速率为各路速率之和"),
        Law("channel", ("bits", "samples"), lambda bits, samples: bits * samples, "每路的速率为每次的位数 × 每秒的次数"),
        Law("channel", ("frame", "samples", "count"), lambda frame, samples, count: None if frame % count else frame // count * samples, "每路的速率为一帧中每路的位数 × 每秒的帧数"),
        Law("slot", ("payload", "rate", "distance", "speed"), lambda payload, rate, distance, speed: payload / rate + distance / speed, "时隙为发送时间 + 传播时延"),
        Law("stations", ("payload", "wanted", "slot"), lambda payload, wanted, slot: int(payload / wanted / slot), "每站一个周期发一次，周期为数据量 ÷ 吞吐量；站数为周期 ÷ 时隙"),
    ),
    shown={
        "count": Quantity("路数", counted("路")),
        "each": Quantity("每路速率", units.show_rate),
        "busy": Quantity("忙的时间", _percent),
        "overhead": Quantity("开销", _percent),
        "extra": Quantity("每帧附加", counted("位")),
        "bits": Quantity("每路每帧", counted("位")),
        "frame": Quantity("每帧", counted("位")),
        "samples": Quantity("每秒", counted("帧")),
        "period": Quantity("帧的时间", units.show_time),
        "payload": Quantity("时隙发送", counted("位")),
        "wanted": Quantity("每站吞吐量", units.show_rate),
        "rate": Quantity("速率", units.show_rate),
        "distance": Quantity("距离", lambda value: f"{decimal(value)} m"),
        "speed": Quantity("传播速度", lambda value: f"{decimal(value / 10**6)} m/μs"),
        "slot": Quantity("时隙", units.show_time),
        "line": Quantity("线路速率", lambda value: units.show_rate(value, 3)),
        "channel": Quantity("每路速率", units.show_rate),
        "stations": Quantity("站点", counted("个")),
    },
    words=" 线路 信道 子信道 话路 话音 语音 电话 局域网 总线 总线型 站点 站 用户 终端 复用 多路复用 多路 时分 时分复用 同步 统计 TDM PCM 帧 采样 编码 介质 访问 控制 固定 周期 时隙 数据率 带宽 脉码调制 载波 标准 分配 发送 使用 传播 信号 吞吐量 达到 端到端 容纳 美国 北美 欧洲 中国 话音信道",
    idle=frozenset({"period", "samples"}),
)  # fmt: skip
