"""Network problems read by their parts: the quantities of the family, its ordinary words and what chats shorten."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar

from engine.generators import clauses, patterns
from engine.generators.cn import _units as units
from engine.generators.pasted.normalising import normalise
from engine.generators.patterns import caseless
from engine.generators.reading import stay_out

# What a chat shortens, and the full wording.
_SHORTENED = (
    (r"(?<=[\u3400-\u9fff]) +(?=[\u3400-\u9fff])", ","),
    (r"\(\s*\)\s*(?=(?:台|个|位|种|比特|条|次|字节|片|帧|轮)(?![A-Za-z])|个\s?(?:IP|TCP|UDP|RTT|MSS|MAC)(?![A-Za-z]))", "多少"),
    (r"(?<=[需要过费用])\s*\(\s*\)\s*(?:的)?时间(?![片段])", "多长时间"),
    (r"俩(?:个)?", "两个"),
    (r"(?:时延|延时)", "延迟"),
    (r"(?<=\d)\s*[×xX*·]\s*10\s*\^?\s*(?=\d{1,2}\s*(?:bits?|bps|b/s|Bytes?|B(?![A-Za-z])|m/s|米|Hz|字节|比特|位|公里|km))", "×10^"),
    (r"(?<![\d.])10([5-9])(?=\s*(?:m/s|米/秒|米每秒))", r"10^\1"),
    (r"(\d)\s*[Mm]bits?(?![A-Za-z/])", r"\1Mbit"),
    (r"兆比特(?:/秒|每秒)", "Mbps"),
    (r"千比特(?:/秒|每秒)", "kbps"),
    (r"(?<=\d)\s*千字节", "KB"),
    (r"(?<=\d)\s*兆字节", "MB"),
    (r"(?<=\d)\s*兆(?=的?(?:以太网|带宽|链路|网|信道))", "Mbps"),
    (r"(?<=\d)个?多?(?<!多)公里", "km"),
    (r"一来一回|一去一回|(?<!一)来回", "往返"),
    (r"(?<![A-Za-z])T1\s*(?:线路|链路|干线)?\s*\((?=1\.5\d*\s*M)", "(带宽"),
)

# What people say around a problem, of nothing in it.
TALK = (
    r"(?:大佬们?|老师|同学们?|各位)?(?:这|该|此)(?:一)?(?:道)?题(?:目)?(?:应该?|到底)?选(?:哪一?个|啥|什么|几)(?:呀|啊|呢)?[::,]?",
    r"\(?(?:来个人|谁|有人)(?:能|来|给)?(?:秒了?|做|解|讲)(?:一下|了|它|吧)*\)?(?=[,;。?!\n)]|$)",
    r"(?<=[,;。?!\n])\s*(?:我)?(?:纠结|卡在|不确定)[^,;。?!\n\d]*(?=[,;。?!\n]|$)",
    r"(?<=[,;。?!\n])[^,;。?!\n\d]{0,12}我(?:懂|会|知道)(?:但|但是|可是|就是)?[^,;。?!\n\d]{0,10}我?(?:不会|不懂|不熟|搞不懂|老错)[^,;。?!\n\d]*(?=[,;。?!\n]|$)",
)

# `R=1.5Mbps`, `d_prop = 10 ms`: the unit says what the letter stands for.
_SYMBOL = rf"(?<=[\u4e00-\u9fff])\s?(?-i:[a-zA-Z])\s?(?=(?:为|是)\s?(?:{units.RATE}|{units.TIME}|{units.DISTANCE}|{units.SPEED}|{units.LENGTH}))|(?<![A-Za-z0-9_/×])(?-i:[A-Za-z])(?:_?(?:prop|trans|p|t|f))?\s*=\s*(?=(?:{units.RATE}|{units.TIME}|{units.DISTANCE}|{units.SPEED}|{units.LENGTH}))"

# `100M` is a rate next to these words, where no frequency is spoken of.
_SHORT_RATES = (
    (
        r"((?:带宽|速率|速度|网速|数据率|传输率|链路|信道|以太网|线路)(?:都|均|各|分别|是|为|有|=|:|约|\s)*\d+(?:\.\d+)?)\s*([kKMG])b?(?![A-Za-z\d×*/比\^])",
        r"\1\2bps",
    ),
    (
        r"(?<=[换改升]成|改为|升到|提到|高到|换到)(\s*\d+(?:\.\d+)?\s*(?-i:[kMG]))b?(?=\s*(?:$|[,;。?!还以的呢时后,]|带宽|网))",
        r"\1bps",
    ),
    (r"(?<=\d)(\s*(?-i:[kKMG]))b?(?=的?(?:以太网|快速以太网|链路|带宽|信道|网|局域网|线路|总线网|速率))", r"\1bps"),
)

# A question that wants words, or one that a picture belongs to.
_NOT_A_COMPUTATION = (
    r"证明|为什么|为何|何故|区别|联系|定义|概念|什么是|原理|优缺点|优点|缺点|特点|简述|论述|谈谈|原因|举例|编程|编写|代码|叙述|说法|正确的是|错误的是|不正确|"
    r"适用|改进|优化|推导|如下?图|下图|见图|图中|图示|示意图"
)

# What a clause may hold that only asks ("是多少字节呢"), the thing asked standing before it.
_ASKING_ONLY = re.compile(
    r"(?:多少|几|什么|何)(?:个|台|位|片|bit|比特|字节|ms|毫秒|秒|米|kbps|Mbps|帧|轮)?|[是为呢啊呀吗各分别有要得值应该请问求算出?\s]|等于|到底|大约|结果|答案"
)

ORDINARY = """
某网络 网络 网络中 计算机网络 计网 局域网 广域网 互联网 因特网 以太网 通信网络 通信 通信系统 数据通信 网络层 数据链路层 链路层 物理层 传输层 运输层 应用层 协议 该协议 网络协议 谢希仁 自顶向下 网工 软考 网规
主机 主机甲 主机乙 主机A 主机B 甲 乙 丙 双方 通信双方 收发双方 收发两端 两端 两台主机 两主机 两台 主机之间 两站 两站点 任意两站 任意两个 两个站点 两个 两点 两端 两者 二者 源主机 目的主机 源站 目的站 源 目的 终端 客户端 服务器 站点 结点 节点 站 发送方 接收方 发送端 接收端 发端 收端 对方 对端 用户
发送 传输 传送 接收 收到 接收到 发出 发到 发往 送到 送达 到达 传到 传给 发给 收 发 送 传 数据 信息 消息 链路 信道 线路 媒体 介质 传输介质 传输媒体 电缆 光纤 光缆 双绞线 铜缆 铜线 信号 电信号 光信号 电磁波
路由器 交换机 集线器 网卡 网段 接口 端口 转发 相连 互连 直连 连接 互联 之间 间 一条 一段 一根 一个 一次 某条 该 其 每条 所有 各 中间 途中 途经 经由 从 到 向 由 至
教科书 真题改编 改编 变形 例题变形 课本例题 单项选择 试题 网络作业 作业题 作业 这道 考试题 考研群里 计算一下 求一下 帮算下 帮忙算 帮忙看 能帮 算算看 看看 算错 算错了 我算的 和我算的 和答案 对不上 答案 得出 计算器 按计算器 按出来 算得 我算出来 对不对 取整 取整即可 即可 即 其值 的话 那 请 麻烦 再 一下
"""


def thousands_joined(text: str) -> str:
    """`36,504 km` without its comma."""
    return caseless(r"(?<![\d,.])(\d{1,3}),(\d{3})(?=\s*(?:km|公里|千米|m/s|米/秒))").sub(r"\1\2", text)


def speeds_written_out(text: str) -> str:
    """`每公里 5 μs` and `5 μs/km` as speeds in m/s."""

    def speed(match: re.Match[str]) -> str:
        time = units.seconds(match["time"])
        metres = 1000 if match["unit"].lower() in ("km", "公里", "千米") else 1
        if not time:
            return match[0]
        per_second = metres / time
        return f"传播速度{per_second}m/s" if per_second.denominator < 100 else match[0]

    text = caseless(
        rf"(?:(?:单程|单向|信号)?(?:的)?(?:传播)?(?:时延|延迟|延时)(?:按|为|是)?)?(?:按)?(?:每|1)\s*(?P<unit>公里|km|千米|米|m)(?:的)?(?:(?:传播)?(?:时延|延迟|延时))?(?:约|为|是|要|需|需要|传播|按|走|花|用)*\s*(?P<time>{units.TIME})"
    ).sub(speed, text)
    text = thousands_joined(text)
    text = caseless(r"(?<=\d)\s*[×xX*]\s*1(0{5,8})(?=\s*(?:m|米)(?:/|每))").sub(lambda match: f"×10^{len(match[1])}", text)
    return caseless(rf"(?P<time>{units.TIME})\s*(?:/|每)\s*(?P<unit>km|公里|千米|m(?![A-Za-z])|米)").sub(speed, text)


class Problem(clauses.Clauses):
    """A network problem's text. `short_rates`: whether `100M` next to 带宽 or 链路 is a rate."""

    shortened: ClassVar[Sequence[tuple[str, str]]] = _SHORTENED
    headings: ClassVar[Sequence[str]] = (*clauses.Clauses.headings, *TALK)
    suspect: ClassVar[re.Pattern[str]] = re.compile(
        clauses.SUSPECT.pattern.replace("[页", "[坏负失残虚假误包报丢跳播广噪波网掩缀段头首尾退忙冲突碰撞页", 1)
    )
    ordinary: ClassVar[str] = clauses.ORDINARY + ORDINARY

    def __init__(self, text: str, short_rates: bool = True) -> None:
        if short_rates and not patterns.search(r"hz|赫", text, re.IGNORECASE):
            for short, full in _SHORT_RATES:
                text = caseless(short).sub(full, text)
        self._asked_at: list[int] = []
        super().__init__(caseless(_SYMBOL).sub("", units.without_restatements(normalise(text))))
        self.take_all(r"(?:单项选择|选择题?|第)\s*\d{1,2}\s*[.、题](?!\d)|(?:卷)?第\d{1,2}题")

    def asked(self, words: Sequence[tuple[str, str]]) -> list[str]:
        """As `Clauses.asked`; where the patterns matched is kept for `finish`."""
        before = self.rest
        names = super().asked(words)
        self._asked_at = [place for place, (old, new) in enumerate(zip(before, self.rest, strict=True)) if old != new]
        return names

    def finish(self, harmless: str = "", story: bool = False) -> None:
        """Look at what is left; a question for words, one that rests on a picture, and one that also asks for something else are given up.

        Raises:
            StayOut: something is left that could change the answer.
        """
        self.refuse(_NOT_A_COMPUTATION)
        for clause in patterns.finditer(r"[^,;。?!\n]+", self.rest) if self._asked_at else ():
            asks = patterns.search("多少|几|什么|何", clause[0])
            if asks and not any(clause.start() <= place < clause.end() for place in self._asked_at) and _ASKING_ONLY.sub("", clause[0]):
                stay_out(f"also asks: {clause[0].strip()}")
        super().finish(harmless, story)

    def drop_names(self) -> None:
        """Take the letters that stand for hosts: `主机 A 向主机 B`, `H1 发送`, `A、B 之间`."""
        self.take_all(
            r"(?<![A-Za-z0-9=])(?-i:[A-EHRS]\d)\s*(?:和|与|到|至|、|-+|—+)\s*(?-i:[A-EHRS]\d)(?![A-Za-z0-9=])|(?:连接|链路|从|由)\s*(?-i:[A-EHRS])\s*(?:和|与|到|至|-+|—+)\s*(?-i:[A-EHRS])(?![A-Za-z0-9=])"
        )
        place = r"(?:主机|站点?|结点|节点|路由器|交换机|服务器|计算机)\s?[1-9](?![\d.])(?!\s?(?:个|台|次|段|条|跳|种|、\d))"
        self.take_all(rf"{place}(?:\s*(?:和|与|、|到|至|向|->|→|-)\s*{place})?")
        self.take_all(
            r"(?:主机|站点?|结点|节点|路由器|交换机|服务器|集线器)\s*[A-Z]\d?(?:\s*(?:和|与|、|到|至|向|->|→|-)\s*(?:主机|站点?|结点|节点)?\s*[A-Z]\d?)?(?![A-Za-z0-9])|"
            r"(?<![A-Za-z0-9=/×^])(?<!\d\s)(?-i:[A-EHRSX]\d?)(?=\s*(?:始终|一直|总|已|最[迟晚早多长]|至少|检测|通告|告知|转发|进行|分片|先|再|把|将|每|立即|总是|处|端|向|到|至|给|发|和|与|跟|、|->|→|两|之间|间|收|的|开始|经|要|可以|能|连续|采用|使用|,|。|$))(?:\s*(?:和|与|跟|、|到|至|->|→)\s*(?-i:[A-EHRSX]\d?)(?![A-Za-z0-9]))?|"
            r"(?<=[到向至给和与往])\s*(?-i:[A-EHRSX]\d?)(?![A-Za-z0-9=])"
        )
