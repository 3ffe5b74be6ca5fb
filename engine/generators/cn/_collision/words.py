"""The words of CSMA/CD problems, and which quantity their clauses give which role."""

from __future__ import annotations

from engine.generators.clauses import Role
from engine.generators.cn import _units as units

LESS = r"(?:减少|缩短|减小|变短|降低|缩小|少)"
MORE = r"(?:增加|增大|加长|变长|加大|增长|延长)"
HUB = r"(?:集线器|Hub|中继器|转发器|重发器|中继|放大器)"
SHORTEST = r"(?:最[短小低](?:的)?(?:有效|数据|以太网|以太|MAC|合法)*帧(?:的)?(?:长度|长)?|帧(?:的)?(?:最[短小低](?:的)?长度?|长(?:度)?(?:的)?(?:下限|最小值)))"
UNLIKE = r"交换机|网桥|路由器|(?:接口|端口|网卡|适配器|收发器|主机|站点?|设备)(?:的)?(?:接口|检测|反应|响应)?(?:的)?(?:时延|延迟|延时)(?:为|是|有|=)?\s*\d"
"""What lies between the stations, or takes time, beside the cable and its repeaters."""
HARMLESS = (
    "两机 网卡 网段 含载波延伸 载波延伸 波 在电缆中 规定为 定为 规定 一个电缆段 电缆段 另有 单向各引入 各引入 引入 两台 最远时 共享总线 半双工 升级 信号 转发器 起 经过 时 路上 全长 全程 一路 合适 局域网 以太网 快速以太网 千兆以太网 传统以太网 标准以太网 经典以太网 基带 总线 总线型 总线网 总线局域网 介质访问控制 介质访问控制协议 访问控制 介质访问控制方法 半双工 完整 最远 相距最远 任意 任意两站 两站 两个 两个站点 两站点 两台 两端 一台 站 "
    "最短 最小 最大 最长 帧 帧长 数据帧 帧长度 冲突域 网络中 实现 一根 完整的 的距离 距离 长度 电缆 网线 总长 规定 要求 最短帧 以太网帧 数据 传输介质 产生 会 延迟 每个 互连 相连 连接 单程 单向 传播 速率 速度 时刻 从 开始 发送数据 为止 最 检测 能 多远 冲突 碰撞 "
    "该网络 若 则 变为 变化 改变 距离至少 至少 需要 应 b m 里 保证 不能 不得 不超过 超过 相距 站点 按 计算 长 最多 首先 端 引入 隔 拉 一段 上 跑 过程 网段 内 采用 使用 实际 工作 字节 通过 经过 理论上 检测到 检测冲突 冲突检测 碰撞检测 发现冲突 正常工作 允许 同轴电缆 粗缆 细缆 "
    "发生冲突 发生碰撞 可靠 可靠地 正确 及时 共享 共享式 共享信道 信道 发送过程中 一个冲突域 一个冲突域内 时长 载波监听 多点接入 多路访问 有效 合法 有效帧 合法帧 介质 争用期 一遍 一次 由于 其 都 各站 各站点 站间 站点间 换算 换算成 相当于 即 电缆长度 线缆 总线长度 信号 工作站 最坏情况 最坏情况下 最坏 端到端 甲 乙 当中 长为 不变 长度不变 间隔"
)


def roles() -> tuple[Role, ...]:
    """What the quantities of a problem may be."""
    return (
        Role(name="speed", quantity=units.SPEED, read=units.metres_per_second, before=r"(?:传播|传输)?(?:的)?(?:速率|速度)", alone=True),
        Role(name="rate", quantity=units.RATE, read=units.bits_per_second, before=r"(?:(?:数据|信道)?(?:传输|发送)?(?:速率|速度|率)|带宽)(?:(?:降|提高|升)(?:为|到|至))?", alone=True),
        Role(name="shorter by", quantity=units.DISTANCE, read=units.metres, before=rf"(?:距离|电缆|长度|总线)(?:长度)?(?:要|被|可以)?(?:{LESS}|{MORE})(?:了)?"),
        Role(name="distance", quantity=units.DISTANCE, read=units.metres, before=r"距离|相距|总?长度?|跨度|相隔|间隔|隔", alone=True),
        Role(name="frame", quantity=units.LENGTH, read=units.bits, before=SHORTEST + "|帧长|帧", after=f"的?(?:{SHORTEST}|帧)", alone=True),
        Role(name="round_trip", quantity=units.TIME, read=units.seconds, before=r"争用期(?:长度)?|往返(?:的)?(?:传播)?(?:延迟|时间)?|RTT|(?:碰撞|冲突)窗口|来回|2\s*τ", after="的?(?:争用期|往返)"),
        Role(name="delay", quantity=units.TIME, read=units.seconds, before=r"(?:信号)?(?:要|需要?)?走(?:完|一遍|过)?(?:要|需要?|用)?|(?:端到端|单程|单向)(?:的)?(?:最大)?(?:传播)?(?:延迟|时间)|(?:端到端|单程|单向)(?:传播)?|传播(?:延迟|时间)|(?<![2\d])τ|(?<!处理)(?<!转发)(?<!排队)延迟", after="的?(?:单程|单向|端到端)?传播延迟"),
        Role(name="repeater both ways", quantity=units.TIME, read=units.seconds, before=rf"(?:每个|每台|各)?(?:的)?{HUB}(?:的)?(?:产生|引入|带来|会|增加|造成)*(?:双向|往返|来回)(?:的)?(?:共|总共|一共)?(?:产生|引入|增加)?(?:的)?(?:总)?(?:延迟|时间)?(?:共|总共|一共|为|是)*"),
        Role(name="repeater", quantity=units.TIME, read=units.seconds, before=rf"{HUB}[^,。;双往来回总共各]{{0,12}}?(?:产生|引入|带来|增加|造成|的|处理|转发|延迟|有|会|再生比特流)+(?:过程中?|时)?|再生比特流(?:的)?(?:过程中?)?(?:会|产生|引入)*|(?:每个|单个|单向各|各|每台)(?:的)?(?:耽误|耽搁|延误|引入|增加|产生|带来|加|中继器|集线器|转发器|放大器|Hub|单向|单程|会)*(?:的)?(?:延迟)?"),
    )  # fmt: skip
