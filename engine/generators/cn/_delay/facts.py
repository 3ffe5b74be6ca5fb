"""What problems about delays tell: lengths with what K and M are, links one by one, speeds in words, a switch that does not store."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.cn import _units as units
from engine.generators.cn._clauses import speeds_written_out
from engine.generators.cn._delay.words import TIMES
from engine.generators.cn._told.left_unsaid import UnknownPrefix
from engine.generators.cn._told.told import Told
from engine.generators.pasted.normalising import normalise
from engine.generators.patterns import caseless
from engine.generators.reading import stay_out, to_int

CHARACTERS = "(一个字符一字节)"
"""What `written_out` puts behind a length told in characters."""
_PREFIX = {"K": 1, "M": 2, "G": 3}
NODES = r"(?:中间|存储转发)?(?:的)?(?:分组交换(?:结点|节点|设备)|路由器|交换机|交换结点|交换节点|中间结点|中间节点|结点交换机|节点交换机|分组交换机|中继结点|转发结点|转发节点|结点|节点)"


def written_out(text: str) -> str:
    """Speeds told in words, and lengths whose bytes stand in brackets: `1 KB（1024 B）`."""
    text = patterns.sub(r"(?<=\d)\s*千字节", "KB", patterns.sub(r"(?<![\d.])1\s*千(?=\s*(?:=|为|是)\s*10)", "1K", text))
    text = caseless(r"(?<=\d)\s*K\s*\(1K=(1000|1024)(?:B|字节)?\)\s*(?:字节|B)").sub(r"KB(1K=\1)", text)
    # The letters that books give what they ask for: `链路传输延迟 dt`, `当 t=dt 时刻`.
    text = caseless(r"(?<![A-Za-z])t\s*=\s*d_?t(?:ran|rans)?(?![A-Za-z])").sub("t=发送延迟", text)
    text = caseless(r"(?<=[迟延间积])\s*\(?(?-i:d_?\{?(?:t|p|trans|prop)\}?|T|G)\)?(?![A-Za-z0-9]|\s*=)").sub("", text)
    text = caseless(r"(?:从|在)?(?<![A-Za-z])t\s*=\s*0(?![.\d])(?:时刻|时)?(?:起|开始)?(?=开始|发送|向|,|,主机)").sub("", text)
    text = units.speeds_in_words(speeds_written_out(_substituted(normalise(text))))
    text = caseless(r"(?<![\d.])(\d+(?:\.\d+)?)\s*[KMG]B\s*\((?:按)?\s*(?:(\d+(?:\.\d+)?)\s*×\s*)?10\^(\d)\s*(?:B|字节)\)").sub(
        lambda match: f"{match[2] or match[1]}×10^{match[3]}B", text
    )
    text = patterns.sub(
        r"传播(?:时延|延迟)(和|与|跟)发送([^,。;?]{1,16}?)的(?:发送|传输)(?:时延|延迟)(?=(?:恰好|正好)?(?:一样|相等|相同))",
        r"发送\2,传播延迟\1发送延迟",
        text,
    )
    text = patterns.sub(r"(?<![A-Za-z])[TE][13](?=的?(?:链路|线路|干线|信道|载波))", "", text)
    text = patterns.sub(r"(?<![\d.])10的(\d)次(?:方|幂)", r"10^\1", text)
    # A picture of what the words say as well.
    if patterns.search(r"(?:\d|[两三四])(?:段|条)链路|[一二两三\d](?:个|台)(?:路由器|交换机)", text):
        text = patterns.sub(r"(?:在)?(?:如)?(?:下)?图(?:中)?(?:所示)?的?(?=(?:分组交换|存储转发|计算机)?(?:网络|网)中?)", "在", text)
    if not patterns.search(r"\d\s*[kMG]?(?:bps|b/s)", text):
        text = caseless(r"千兆").sub("1Gbps", caseless(r"百兆").sub("100Mbps", text))
    text = caseless(r"(?<![\d.])\d+(?:\.\d+)?\s*[KMG]i?B\s*\((?:即|=|也就是)?\s*(\d+)\s*(?:B|字节)\)").sub(r"\1B", text)
    text = caseless(r"(\d)个RTT").sub(r"\1次RTT", text)
    text = caseless(r"(?<![\d.])1\s*个?(?=比特|bit(?!s))").sub("一个", text)
    if not patterns.search("起始位|停止位|校验位|编码|波特|字符[^。]{0,8}(?:位|bit|比特|字节)", text):
        text = caseless(r"(?<![\d.])(\d+)\s*个?(?:英文|ASCII)?字符").sub(rf"\1B{CHARACTERS}", text)
    if "(bps)" in text:
        text = caseless(r"(?<=\d)M(?![A-Za-z])").sub("Mbps", text.replace("(bps)", ""))
    return caseless(r"(?<=\d)\s*10\^(\d+)(?=\s*(?:bit|B|比特|位|字节))").sub(r"×10^\1", text)


_PLACE = r"(?:结点|节点|主机|站点?|端|路由器)"
_WHOLE_WAY = re.compile(
    r"从(?:开始)?(?:发送|传输|发出)(?:该|这个?|此)?(?:数据|分组|报文|帧|文件)?(?:的)?(?:开始|起|第一个比特)?(?:,)?到(?:对方|接收方|接收端|目的主机|目的结点|终点)(?:将其|把它)?(?:全部|完全|完整|都)?(?:地)?(?:收到|收完|接收完毕?|接收到)(?:全部|所有|整个|完)*(?:的)?(?:数据|分组|报文|帧|文件)?(?:为止)?"
    r"(?P<ignored>\((?:忽略|不计|不考虑)[^()]{2,14}\))?(?:,)?(?:总共|一共|共)?(?:所需|需要?|要|所用|用|花费?)(?:的)?(?:总)?(?:时间|多长时间|多久|多少时间)(?:是|为)?(?:多少|多长)?"
)


def from_start_to_end(text: str) -> str:
    """`From the beginning until the other has all of it`, as the whole time that is asked; `two nodes`, `from one node to another` in few words."""
    text = patterns.sub(rf"(?<![一\d第])(?:两|2)个?{_PLACE}(?:之?间)?(?=(?:的)?(?:直线)?(?:距离|相距|相隔))", "两地", text)
    text = patterns.sub(
        rf"从(?:其中)?(?:一个?|一端的)(?:{_PLACE})(?P<verb>发送|传送|传输|发|传)(?:到|给|至)另一个?(?:端的)?{_PLACE}",
        r"\g<verb>到对方",
        text,
    )
    return _WHOLE_WAY.sub(lambda match: f"{match['ignored'] or ''}总共需要多长时间", text)


_ASSIGNED = r"(?<![A-Za-z0-9/])(?P<letter>[a-zA-Z])\s*=\s*(?P<value>\d+(?:\.\d+)?)(?!\s*[\d.×*^]|\s*(?:[kMGmμu]?(?:bit|b(?:ps|/s)?|B|s|m)(?![A-Za-z]|\s*=)|比特|字节|秒|毫秒|段|个|条))"


def _substituted(text: str) -> str:
    """A problem told in letters, whose values follow: `x 比特的报文，k 段链路，… x=10000，k=5`."""
    values = {match["letter"]: match["value"] for match in patterns.finditer(_ASSIGNED, text)}
    if len(values) < 3:
        return text
    text = patterns.sub(_ASSIGNED, "", text)
    for letter, value in values.items():
        text = patterns.sub(
            rf"(?<![A-Za-z0-9])(?:(?:长度?|时间|延迟|时延|速率|数据率)?为?\s*)?{letter}\s*\(?(?=\s*(?:[kMG]?bit|b(?:ps|/s)|比特|位|字节|B(?![A-Za-z])|s(?![A-Za-z])|秒|ms|段|个|条)(?:/s|每秒)?)((?:\s*(?:[kMG]?bits?(?:/s)?|b(?:ps|/s)|比特(?:/秒|每秒)?|位|字节|B|s|秒|ms|段|个|条)))\)?",
            rf"{value}\1",
            text,
        )
    return text


def prefixes_told(problem: Told) -> dict[str, int]:
    """What K, M and G before bytes and bits stand for, where the text says so: `1MB=2^20B`, `M=10^6`."""
    said: dict[str, int] = {}
    for match in problem.take_all(
        r"\(?(?:其中|设|注:?|注意:?|这里|约定|按)?,?(?:1|一)?\s*(?P<unit>(?-i:[KMGk]))i?(?:B|bits?|b(?:ps)?|字节|bps|位)?\s*(?:=|为|是|等于|按|取)\s*(?:1?×?(?P<base>10|2)\s*\^\s*(?P<power>[369]|[123]0)|(?P<plain>1000|1024)(?P<more>[KM])?)\s*(?:bits?|bps|B|b|字节|位|计算|算|计)*(?:/s)?\)?"
    ):
        letter = match["unit"].upper()
        if match["plain"]:
            base = int(match["plain"])
        else:
            if (int(match["base"]), int(match["power"])) not in ((10, 3 * _PREFIX[letter]), (2, 10 * _PREFIX[letter])):
                stay_out(match[0])
            base = 1000 if match["base"] == "10" else 1024
        if said.setdefault(letter, base) != base:
            stay_out("a prefix of two sizes")
    if said and len(set(said.values())) == 1:
        said = dict.fromkeys(_PREFIX, next(iter(said.values()))) | said
    return said


def roles(prefixes: dict[str, int]) -> tuple[Role, ...]:
    length = rf"(?:{units.NUMBER}\s*(?:bytes?|bits?|[KMG]B|B|个?字节|个?比特|位(?!置)|[kMG](?:bits?|b)))(?![A-Za-z/每])"

    def read(text: str) -> Fraction:
        if found := patterns.fullmatch(r"(.*?)\s*([KkMG])B", text):
            base = prefixes.get(found[2].upper())
            if base is None:
                raise UnknownPrefix("K or M of bytes: 1000 or 1024?")
            return units.number(found[1]) * 8 * Fraction(base) ** _PREFIX[found[2].upper()]
        if found := patterns.fullmatch(r"(.*?)\s*([kKMG])(?:bits?|b)", text):
            return units.number(found[1]) * Fraction(prefixes.get(found[2].upper(), 1000)) ** _PREFIX[found[2].upper()]
        return units.bits(text)

    size = r"(?:长度?|大小|尺寸|总长度?|总大小)"
    return (
        Role(name="speed", quantity=units.SPEED, read=units.metres_per_second, before=r"(?:传播|传输|传送)?(?:的)?(?:速率|速度)|传播速?|光速", alone=True),
        Role(name="source rate", quantity=units.RATE, read=units.bits_per_second, before=r"(?:语音|话音|声音|音频|编码)[^,。;\d]{0,8}", after=r"(?:的)?(?:话音|语音|编码|音频)"),
        Role(name="rate", quantity=units.RATE, read=units.bits_per_second, before=r"(?<![A-Za-z])[RC]\s*=|(?:数据|链路)?(?:传输|发送|传送)?(?:速率|速度)|带宽|数据率|信道|链路", after=r"(?:的)?(?:链路|信道|以太网|带宽|端口|速率)", alone=True),
        Role(name="distance", quantity=units.DISTANCE, read=units.metres, before=r"(?:传输)?距离|相距|长度?|跨度|相?隔|间隔", after=r"长?的?(?:链路|光纤|电缆|线路)?", alone=True),
        Role(name="round_trip", quantity=units.TIME, read=units.seconds, before=r"往返(?:的)?(?:传播)?(?:延迟|时间)?|RTT", after=r"的?(?:RTT|往返)"),
        Role(name="idle", quantity=units.TIME, read=units.seconds, before=r"D_?0|空闲(?:时|状态)?(?:下)?(?:的)?(?:网络)?(?:延迟)?"),
        Role(name="whole propagation", quantity=units.TIME, read=units.seconds, before=r"传播(?:延迟|时间)(?:合计|总共|共|一共|总计|之和)+(?:为|是)?|总(?:的)?传播(?:延迟|时间)"),
        *(Role(name=name, quantity=units.TIME, read=units.seconds, before=before, after=r"的?" + before) for name, before in TIMES),
        Role(name="header", quantity=length, read=read, before=r"(?:首部|头部|分组头|包头|报头|头)(?:部)?(?:(?:和|与|及|以及)(?:相关)?控制信息)?(?:开销|信息)?" + size + "?(?:占)?", after=r"的?(?:首部|头部|分组头|包头|报头|头部?)"),
        Role(name="payload", quantity=length, read=read, before=rf"(?:每个|各)?(?:分组|包)(?:的|中|里)*(?:数据|净荷|载荷)(?:部分|字段)?(?:的)?{size}?|数据部分(?:的)?{size}?", after="的?(?:净荷|载荷)"),
        Role(name="packet", quantity=length, read=read, before=rf"(?:分组|数据包|包|帧)(?:的)?{size}?p?|(?:分|切|拆|划分)(?:成|为)|每个(?:分组|包)?|每组", after=r"(?:长|大小)?的?(?:一个)?(?:数据)?(?:分组|包|帧)(?!交换)"),
        Role(name="message", quantity=length, read=read, before=rf"(?:报文|文件|数据|消息|信息|数据块|数据段|照片|图片|视频|软件|电影)(?:的)?{size}?|发送?(?:一个)?|传(?:送|输)?|共|凑满|攒够|装满|积满|凑够", alone=True, after=r"(?:长|大小)?的?(?:一个)?(?:报文|文件|数据(?!包)|消息|信息|照片|图片|视频)"),
    )  # fmt: skip


def _list(text: str, pattern: str) -> list[str]:
    return [match[0] for match in caseless(pattern).finditer(text)]


def _crossing(problem: Told, distance: Fraction) -> Fraction:
    """How long a signal needs for a link whose length is told, at the one speed of the problem."""
    speeds = {units.metres_per_second(text) for text in _list(problem.text, units.SPEED)}
    return distance / speeds.pop() if len(speeds) == 1 else stay_out("links with lengths, and no speed")


def segments_told(problem: Told) -> list[tuple[Fraction, Fraction | None]]:
    """The links told one by one, "第一段 10 Mbps，传播时延 2 ms；第二段 …": rates and propagation delays, taken."""
    joint = r"\s*(?:、|和|与|,|及|后)?\s*"
    if (
        rates := problem.take(
            rf"(?:(?:依次)?(?:经过|通过)?(?:的)?(?:数据)?(?:传输)?速率(?:分别|各|依次)?|分别|各|依次)(?:为|是)?(?:R1\s*=\s*)?(?P<list>{units.RATE}(?:{joint}(?:R\d\s*=\s*)?{units.RATE})+)(?:的)?(?=[^时]|$)"
        )
    ) is not None:
        times = problem.take(rf"传播延迟(?:分别|各|依次)(?:为|是)?(?P<list>{units.TIME}(?:{joint}{units.TIME})+)")
        told = [units.bits_per_second(text) for text in _list(rates["list"], units.RATE)]
        waits: list[Fraction | None] = [None] * len(told)
        if times is not None:
            waits = [units.seconds(text) for text in _list(times["list"], units.TIME)]
        elif ways := problem.take(
            rf"(?:链路)?(?:的)?(?:长度?|距离)(?:分别|各|依次)(?:为|是)?(?P<list>{units.DISTANCE}(?:{joint}{units.DISTANCE})+)"
        ):
            waits = [_crossing(problem, units.metres(text)) for text in _list(ways["list"], units.DISTANCE)]
        if len(waits) != len(told):
            stay_out("as many delays as links")
        return list(zip(told, waits, strict=True))
    marks = list(
        patterns.finditer(
            r"第(?P<number>[一二三四1-4])(?:段|条|跳|个链路)(?:链路)?|链路\s?(?P<plain>[1-4一二三四])(?![\d.])\s*:?|(?P<front>前)一?(?:段|条|跳|面)(?:链路)?|(?P<back>后)一?(?:段|条|跳|面)(?:链路)?|(?:[AS]|甲|H1|源主机|主机甲|主机A|\ue000)(?:到|至|与|和)(?P<near>路由器|交换机|R)(?:之间)?(?:的)?(?:链路|一段)?|(?P<far>路由器|交换机|R)(?:到|至|与|和)(?:[BD]|乙|H2|目的主机|主机乙|主机B|\ue000)(?:之间)?(?:的)?(?:链路|一段)?",
            problem.rest,
        )
    )
    numbers = [
        1 if mark["front"] or mark["near"] else 2 if mark["back"] or mark["far"] else to_int(mark["number"] or mark["plain"])
        for mark in marks
    ]
    if len(marks) < 2 or numbers != list(range(1, len(marks) + 1)):
        return []
    found: list[tuple[Fraction, Fraction | None]] = []
    for number, mark in enumerate(marks):
        stop = patterns.search(r"[;。?]|传播延迟(?:分别|依次)|路由器|处理|排队|分组|中间", problem.rest[mark.end() :])
        end = mark.end() + stop.start() if stop else len(problem.rest)
        if number + 1 < len(marks):
            end = min(end, marks[number + 1].start())
        piece = problem.rest[mark.end() : end]
        speeds, delays = _list(piece, units.RATE), _list(piece, units.TIME)
        lengths = _list(piece, units.DISTANCE)
        if len(speeds) != 1 or len(delays) + len(lengths) > 1 or (delays and "传播" not in problem.text):
            stay_out("links that are not alike")
        delay = units.seconds(delays[0]) if delays else _crossing(problem, units.metres(lengths[0])) if lengths else None
        found.append((units.bits_per_second(speeds[0]), delay))
        for pattern in (
            units.RATE,
            units.TIME,
            units.DISTANCE,
            r"传播延迟|(?:数据)?(?:传输|发送)?(?:速率|带宽)|(?:距离|长度)(?:为|是)?(?=\ue000)",
        ):
            piece = caseless(pattern).sub(lambda match: "\ue000" * len(match[0]), piece)
        problem.rest = problem.rest[: mark.start()] + "\ue000" * (mark.end() - mark.start()) + piece + problem.rest[end:]
    if all(delay is None for _, delay in found) and (
        times := problem.take(rf"传播延迟(?:分别|各|依次)(?:为|是)?(?P<list>{units.TIME}(?:{joint}{units.TIME})+)")
    ):
        delays = _list(times["list"], units.TIME)
        if len(delays) != len(found):
            stay_out("as many delays as links")
        return [(rate, units.seconds(delay)) for (rate, _), delay in zip(found, delays, strict=True)]
    return found


def note_cut_through(problem: Told) -> None:
    """A switch that looks only at the destination sends on after its six bytes."""
    least = patterns.search(r"(?:转发|引入)[^,。;?]{0,8}(?:延迟|时间)[^,。;?]{0,6}(?:至少|最少|最短|最小)", problem.text)
    if "直通" not in problem.text or not (problem.has(r"(?:目的|目标)(?:MAC|物理)?地址") or ("以太网帧" in problem.text and least)):
        return
    problem.take_all(r"\(cut-?\s?through(?:\s?switching)?\)|(?:当|若)?(?:输出|输入)?端口(?:无|没有|不)排队(?:时|的情况下)?")
    preamble = (
        problem.take(r"\(?(?:不(?:含|包括|计|考虑)|忽略)前导码\)?") is None
        and problem.take(r"\(?(?:含|包括|连同)(?:8B|8字节)?前导码\)?") is not None
    )
    for match in problem.take_all(
        r"直通(?:式|方式)?(?:转发|交换)?|(?:只|仅)?(?:检查|看|读|读取|根据|查看)(?:帧的?)?(?:目的|目标)(?:MAC|物理)?地址(?:后|就|即)*(?:转发)?"
    ):
        problem.note("message", Fraction(112 if preamble else 48), match.start())


def equal_delays(problem: Told) -> bool:
    """Whether sending shall take as long as propagation."""
    name = r"(?:发送|传输|传播)(?:延迟|时间)?"
    return bool(
        problem.take_all(
            rf"(?:使|让|要使|想让)?(?:其|它的?)?(?:发送|传输)延迟(?:恰好|正好|刚好)?(?:与|和|跟|同|等于|=)(?:其)?传播延迟(?:恰好|正好|刚好)?(?:相等|相同|一样大?|一样)?|传播延迟(?:恰好|正好|刚好)?(?:与|和|跟|同|等于|=)(?:其)?(?:发送|传输)延迟(?:恰好|正好|刚好)?(?:相等|相同|一样大?|一样)?|(?:发送|传输)(?:与|和|跟)传播(?:延迟)?(?:恰好|正好|刚好)?(?:相等|相同|一样大?|一样)|{name}(?:和|与){name}(?:相等|相同|一样大?)"
        )
        if patterns.search(r"(?:发送|传输|传播)延迟[^,。;?]{0,8}(?:相等|相同|一样|等于)", problem.rest)
        else []
    )
