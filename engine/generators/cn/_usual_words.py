"""Words of computer networks that mean the same as a usual one; see `engine/generators/wording.py`."""

from __future__ import annotations

from engine.generators.common_words import PLAIN
from engine.generators.wording import Usual

_ADDRESSES = r"子网|掩码|IP\s*地址|地址块|网段"
_FRAGMENTS = r"MTU|片偏移|最大传[输送]单元"
_ALONE = r"\A(?![\s\S]*(?:TCP|UDP|传输层|运输层|应用层))[\s\S]*(?:MTU|片偏移|最大传[输送]单元)"
"""A datagram of which nothing but its own header is spoken of."""
_CHECKED = r"CRC|循环冗余|生成多项式|生成式"

USUAL_WORDS: tuple[Usual, ...] = (
    *PLAIN,
    # --- whatever the problem is about
    Usual("至多", "最多"),
    # A term's English beside it in brackets: `掩码(mask)`.
    Usual(r"(?<=[\u4e00-\u9fff])\((?-i:[a-z]{4,}(?:[ -][a-z]{3,}){0,3})\)", ""),
    Usual(r"几(?=个?\s*(?:字节|比特|bit|毫秒|微秒|[mμ]s(?![A-Za-z])|[kM]bps))", "多少"),
    Usual("(?<![之中期时])间距(?!离)", "距离"),
    Usual(r"(?<=\d)\s*K\s*字节", "KB"),
    Usual(r"(?<=\d)\s*M\s*字节", "MB"),
    Usual(r"往返(?:时延|时间|延迟)", "RTT", r"(?:建立|连接|握手)[^。]{0,20}\d\s*个?往返"),
    # --- windows and frames
    Usual("滑窗", "滑动窗口"),
    Usual("缆线|线缆", "电缆"),
    Usual("传播时间", "传播时延"),
    Usual(r"CSMA/C[SO0](?![A-Za-z])", "CSMA/CD"),
    Usual(
        r"(?<![\dA-Za-z])(10{1,3})\s?BASE-?(?:TX?|F)(?![A-Za-z0-9])(?:的?以太网|网络)?", r"\1Mbps以太网", "曼彻斯特|CSMA|最[短小]帧|争用期"
    ),
    Usual(r"接收[方端]的?窗口", "接收窗口"),
    Usual(r"发送[方端]的?窗口", "发送窗口"),
    Usual(r"窗口的?值", "窗口大小", r"滑动窗口|GBN|SR|[后回]退|选择重传"),
    Usual(r"(?<![给对将为])帧编号(?=的(?:比特|位|长)|位|字段|长)", "帧序号"),
    Usual(r"(?:冲突|碰撞)窗口|争用时间|竞争期", "争用期"),
    Usual("重发(?![送器])", "重传"),
    Usual(r"有效载荷|净?载荷部分|净荷", "数据部分", "MTU|片偏移|CSMA|最短帧|最小帧|填充|以太网帧"),
    Usual("线路交换", "电路交换"),
    Usual(r"(?<=拆装时间)(和|与|、|及)(?:链路)?传输(延迟|时延)", r"\1传播\2"),
    Usual(r"\((\d)段链路\)", r"(共\1段链路)"),
    Usual(r"数据包|(?<![数应丢打])包(?=头|首部|长|大小|的?交换|拆装)", "分组", "存储-?转发|分组交换|包交换"),
    Usual(r"(?<=首部|头部|额外|协议)(?:代价|费用)", "开销"),
    Usual("调制速率|传码率|符号速?率", "码元速率"),
    Usual("传信率|数据信号速率", "数据传输速率"),
    Usual(r"\((?:功率比|比值)?,?(?:而?非|不是)(?:分贝|dB)(?:值|数)?\)", "", "信噪比|S/N"),
    # --- congestion
    Usual(r",?每(?:经?过)?一?个?(?:轮次|RTT)(?:窗口)?更新一次(?=[,。;)])", "", "拥塞|cwnd"),
    Usual(
        r"\(?慢(?:开始|启动)(?:阶段)?(?:翻倍|加倍)后?若?(?:超过|大于)(?:ssthresh|门限|阈值)(?:时)?,?(?:则|就)?取(?:ssthresh|门限|阈值)\)?",
        "",
    ),
    Usual("拥塞回避", "拥塞避免"),
    Usual("慢起动", "慢启动"),
    Usual("(?:传输|传送|发送|往返)轮次", "轮次"),
    Usual(r"(?:出现|产生)了?超时|发生了超时", "发生超时", "拥塞|cwnd|ssthresh|慢开始|慢启动"),
    Usual(r"最大报文段(?:长度?)?(?:\s*\(\s*MSS\s*\)|\s*MSS)?", "MSS"),
    # --- routes
    Usual(r"下一站(?:路由器?|结点)?|下一个?路由器(?!的)", "下一跳"),
    Usual(r"目的网(?!络)", "目的网络"),
    Usual(r"目标(?=网络?|地址|IP)", "目的"),
    Usual(r"(?:选路|路由选择|路由转发)表", "路由表"),
    Usual(r"路由信息(?=\s*\n)", "下一跳", "掩码"),
    Usual(r"默认(?:路由)?\s+0\.0\.0\.0(?!\s*[/\d]|\s+0\.0)", "默认"),
    Usual(r"试?指出路由器\s*([A-Z]?\d?)\s*(?:根据其?路由表,?)?(?:将|会|应|该)*(?:如何|怎样|怎么)(?:处理|转发)", r"路由器\1如何转发"),
    Usual(r"(?:将|会|应|该)*(?:如何|怎样|怎么)处理(?=这|该|它|各|上述)", "如何转发"),
    Usual("转发表", "路由表", "距离向量|RIP|邻居"),
    Usual(r"距离矢量|(?<![A-Za-z])D-?V(?=算法|路由|协议|报文|表|为)", "距离向量"),
    # --- addresses
    Usual("子网络", "子网"),
    Usual(r"网络地址(?=(?:和|与|、)主机(?:号|地址)各占?(?:几|多少)位)", "网络号"),
    Usual(r"(?<=每个子网)(?:最多)?(?:要求|需求|需要)(?:有|容纳|支持)?(?=\s*\d)", "需要"),
    Usual(r"(?:但|而)(?=每个子网)", ""),
    Usual(
        r"(?:一个)?C类网络(?:地址)?\s*((?:19[2-9]|2[01]\d|22[0-3])(?:\.\d{1,3}){2}\.0)(?![\d./])(?=[,。;](?:[^,。;?]{0,6})每个子网需要)",
        r"网络\1/24",
    ),
    Usual(r"(?<=最[小大]地址)以?及(?=最)", "和"),
    Usual(r"能够?分配的(?=\s*(?:IP|主机|地址))", "可分配的"),
    Usual(r"(?<=台)设备", "主机", _ADDRESSES),
    Usual("(?:网络|IP)掩码", "子网掩码"),
    Usual(r"(?<!受限)(?:直接|定向)广播地址", "广播地址"),
    Usual(r"计算机(?!网络|学院|系|科学|专业|教室|机房|组成|实验|部|中心|楼|班|公司|考研|统考|技术|工程|类|等级|本|学)", "主机", _ADDRESSES),
    Usual(
        r"(?:(?<![划等])分(?:成|为)|划为|切分成?|分割(?:成|为))(?=\s*(?:\d+|[一二三四五六七八九十两]+|若干|多少|几)\s*个)",
        "划分成",
        _ADDRESSES,
    ),
    # --- fragments
    Usual(r"最大传[输送]单元(?:\s*\(\s*MTU\s*\)|\s*MTU)?", "MTU"),
    Usual(r"首部长(?!度)", "首部长度"),
    Usual(r"IP\s*首部", "首部", _ALONE),
    Usual(r"(?<=数据报),(?=(?:其)?(?:总)?长度?(?:为|是)?\s*\d)", "", _FRAGMENTS),
    Usual("分段", "分片", _FRAGMENTS),
    Usual("数据字段", "数据部分", _FRAGMENTS),
    Usual(r"报头|包头|(?<!首)头部", "首部", _FRAGMENTS),
    # --- checks and codes
    Usual("数据序列", "序列", rf"{_CHECKED}|CDMA|码分"),
    Usual("信噪功率比", "信噪比"),
    Usual("无噪(?!声|音)", "无噪声"),
    Usual("有噪(?!声|音)", "有噪声"),
    Usual(r"(?<=\d)\s*bits?(?![A-Za-z/])", "位", _CHECKED),
    Usual("生成式", "生成多项式", _CHECKED),
    Usual(r"(?<!码片)码序列(?!号)", "码片序列", "CDMA|码分"),
    # --- the same once more in brackets
)
