"""Words of computer networks that mean the same as a usual one; see `engine/generators/wording.py`."""

from __future__ import annotations

from engine.generators.wording import Usual

_ADDRESSES = r"子网|掩码|IP\s*地址|地址块|网段"
_FRAGMENTS = r"MTU|片偏移|最大传[输送]单元"
_ALONE = r"\A(?![\s\S]*(?:TCP|UDP|传输层|运输层|应用层))[\s\S]*(?:MTU|片偏移|最大传[输送]单元)"
"""A datagram of which nothing but its own header is spoken of."""
_CHECKED = r"CRC|循环冗余|生成多项式|生成式"

USUAL_WORDS: tuple[Usual, ...] = (
    # --- whatever the problem is about
    Usual("数列", "序列"),
    Usual("(?<!所)有可能", "可能"),
    Usual("每一个", "每个"),
    Usual("历经", "经过"),
    Usual("以后", "之后"),
    Usual(r"(?<![计核口手推估验])(?:试|请|帮忙|帮我|麻烦)?算(?:一下|一算|算)(?=\s*[^\s,。?;!:呀吧呢谢了我这那该本下以])", "求"),
    Usual(r"(?:是|为)(?:怎么样|怎样|什么样)的?(?=\s*(?:[?。;,]|$))", "是什么"),
    Usual(r"(?<=[\u4e00-\u9fff])(?<![该应会将要又是为])如何(?=\s*(?:[?。;]|$))", "是什么"),
    Usual("至多", "最多"),
    Usual(r"几(?=个?\s*(?:字节|比特|bit|毫秒|微秒|[mμ]s(?![A-Za-z])|[kM]bps))", "多少"),
    Usual("(?<![之中期时])间距(?!离)", "距离"),
    Usual(r"(?:均|都)?(?:可以?)?忽略不计", "不计"),
    Usual(r"(?<!必)(?<!无)须(?!知|要)", "需要"),
    Usual(r"(?<![于不])等于(?=\s*\d)", "为"),
    Usual(r"(?<=\d)\s*K\s*字节", "KB"),
    Usual(r"(?<=\d)\s*M\s*字节", "MB"),
    # --- windows and frames
    Usual(r"接收[方端]的?窗口", "接收窗口"),
    Usual(r"发送[方端]的?窗口", "发送窗口"),
    Usual(r"窗口的?值", "窗口大小", r"滑动窗口|GBN|SR|[后回]退|选择重传"),
    Usual(r"(?<![给对将为])帧编号(?=的(?:比特|位|长)|位|字段|长)", "帧序号"),
    Usual(r"(?:冲突|碰撞)窗口|争用时间|竞争期", "争用期"),
    Usual("重发(?![送器])", "重传"),
    Usual(r"有效载荷|净?载荷部分|净荷", "数据部分", "MTU|片偏移|CSMA|最短帧|最小帧|填充|以太网帧"),
    Usual("线路交换", "电路交换"),
    Usual(r"数据包|(?<![数应丢打])包(?=头|首部|长|大小|的?交换|拆装)", "分组", "存储-?转发|分组交换|包交换"),
    Usual(r"(?<=首部|头部|额外|协议)(?:代价|费用)", "开销"),
    Usual("调制速率|传码率|符号速?率", "码元速率"),
    Usual("传信率|数据信号速率", "数据传输速率"),
    # --- congestion
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
    Usual("转发表", "路由表", "距离向量|RIP|邻居"),
    Usual(r"距离矢量|(?<![A-Za-z])D-?V(?=算法|路由|协议|报文|表|为)", "距离向量"),
    # --- addresses
    Usual("子网络", "子网"),
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
    Usual("分段", "分片", _FRAGMENTS),
    Usual("数据字段", "数据部分", _FRAGMENTS),
    # --- checks and codes
    Usual(r"(?<=\d)\s*bits?(?![A-Za-z/])", "位", _CHECKED),
    Usual("生成式", "生成多项式", _CHECKED),
    Usual(r"(?<!码片)码序列(?!号)", "码片序列", "CDMA|码分"),
    # --- the same once more in brackets
    Usual(r"([\u4e00-\u9fff]{2,8})\s*\((?:即|简称|又称|也称|也叫|又叫)?\s*\1\)", r"\1"),
)
