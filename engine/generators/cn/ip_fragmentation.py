"""IPv4 fragmentation: lengths, offsets and the MF flag, each fragment as large as it can be, hop by hop.

After RFC 791: every fragment carries the header again; the data of all but the last fragment is the largest multiple of 8 bytes that
fits; the offset counts 8 bytes; MF is 0 in the fragment that holds the original datagram's end only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from engine.drawings.model import Drawing, MemoryMap, Region
from engine.generators.chance import Chance
from engine.generators.cn import _fragment_reading
from engine.generators.kind import Generated, Kind, Missing, Parameters, Recognition, Solution, Solver, Wrong
from engine.generators.markdown import paragraphs, table
from engine.generators.reading import Reading, StayOut, to_int

POINT = "cn.network.fragmentation"


@dataclass(frozen=True, slots=True)
class Fragment:
    """A datagram or a part of one: data bytes, where they begin in the original data (bytes), whether more follow."""

    data: int
    start: int = 0
    more: bool = False
    header: int = 20

    @property
    def total(self) -> int:
        """The total length field."""
        return self.header + self.data

    @property
    def offset(self) -> int:
        """The fragment offset field."""
        return self.start // 8


def fragments(datagram: Fragment, mtu: int) -> list[Fragment]:
    """What a router sends on a link of that MTU (bytes, header included).

    Raises:
        ValueError: not even 8 bytes of data fit.
    """
    if datagram.total <= mtu:
        return [datagram]
    room = (mtu - datagram.header) // 8 * 8
    if room <= 0:
        raise ValueError("the MTU leaves no room for data")
    parts = []
    start = 0
    while datagram.header + datagram.data - start > mtu:
        parts.append(Fragment(room, datagram.start + start, True, datagram.header))
        start += room
    parts.append(Fragment(datagram.data - start, datagram.start + start, datagram.more, datagram.header))
    return parts


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    mtu = chance.choice((420, 500, 512, 576, 600, 620, 660, 700, 780, 800, 820, 900, 996, 1000, 1020, 1100, 1200, 1280, 1400, 1492, 1500))
    total = chance.between(mtu + 200, 4 * mtu + 300, 10)
    parts = fragments(Fragment(total - 20), mtu)
    if len(parts) < 2 or not 16 <= parts[-1].data <= parts[0].data:
        return None
    if difficulty == 1:
        return chance.choice((_count, _last, _last))(total, mtu, parts)
    if difficulty == 2:
        return _chosen(chance, total, mtu, parts)
    return _twice(chance, total, mtu)


def _opening(total: int, mtu: int) -> str:
    return f"一个总长度为 {total} B 的 IPv4 数据报（首部长 20 B，无选项）要通过 MTU 为 {mtu} B 的链路，需要分片，且每个分片尽可能大"


def _rows(parts: Sequence[Fragment]) -> str:
    header = ("分片", "数据", "总长度", "片偏移", "MF")
    return table(header, [(n, f"{part.data} B", f"{part.total} B", part.offset, int(part.more)) for n, part in enumerate(parts, 1)])


def _room(mtu: int) -> str:
    room = (mtu - 20) // 8 * 8
    rest = "正好是 8 的倍数" if mtu - 20 == room else f"取不超过它的最大的 8 的倍数 {room}"
    return f"每片最多装数据 {mtu} − 20 = {mtu - 20} B，{rest}。"


def _unrounded(total: int, mtu: int) -> list[int]:
    """Data of each fragment where nobody thinks of multiples of 8."""
    return [min(mtu - 20, total - 20 - start) for start in range(0, total - 20, mtu - 20)]


def _no_header(total: int, mtu: int) -> list[int]:
    """Data of each fragment where the MTU is taken for data."""
    return [min(mtu // 8 * 8, total - 20 - start) for start in range(0, total - 20, mtu // 8 * 8)]


def _count(total: int, mtu: int, parts: Sequence[Fragment]) -> Generated:
    """How much data the first fragments hold, with how many fragments there are."""
    count, first = len(parts), parts[0].data

    def text(number: int, size: int) -> str:
        return f"{number} 个、{size} B"

    wrong = [
        Wrong(text(len(_unrounded(total, mtu)), mtu - 20), "数据长度没有取 8 的倍数")
        if first != mtu - 20
        else Wrong(text(count, first - 8), "8 的倍数取得小了一个"),
        Wrong(text(len(_no_header(total, mtu)), mtu // 8 * 8), "没有扣除首部"),
        Wrong(text(count, mtu), "把 MTU 当成了数据长度"),
        Wrong(text(count + 1, first), "分片多算了一个"),
        Wrong(text(count - 1, first), "分片少算了一个"),
        Wrong(text(count, first + 20), "把首部也算进了数据"),
    ]
    return Generated(
        point=POINT,
        stem=f"{_opening(total, mtu)}，则分片的个数和第 1 个分片的数据部分长度分别为",
        right=text(count, first),
        wrong=wrong,
        steps=paragraphs(_room(mtu), _rows(parts), f"共 {text(count, first)}"),
        parameters={"task": "count", "total": total, "mtu": mtu},
        drawing=_drawing(parts),
    )


def _last(total: int, mtu: int, parts: Sequence[Fragment]) -> Generated:
    last = parts[-1]

    def text(size: int) -> str:
        return f"{size} B"

    wrong = [
        (last.data, "没有加上首部"),
        (_unrounded(total, mtu)[-1] + 20, "其余各片的数据长度没有取 8 的倍数"),
        (_no_header(total, mtu)[-1] + 20, "其余各片没有扣除首部"),
        (last.total + 20, "把原首部也算进了数据"),
        (total - (len(parts) - 1) * mtu, "其余各片都按 MTU 计算"),
        (last.total + 8, "其余各片少装了 8 B"),
        (last.total - 8, "其余各片多装了 8 B"),
        (last.total + 40, "首部多加了两次"),
    ]
    return Generated(
        point=POINT,
        stem=f"{_opening(total, mtu)}，则最后一个分片的总长度为",
        right=text(last.total),
        wrong=[Wrong(text(size), why) for size, why in wrong if size > 20],
        steps=paragraphs(_room(mtu), _rows(parts), f"最后一片的数据为 {last.data} B，加上首部，总长度为 {text(last.total)}"),
        parameters={"task": "last", "total": total, "mtu": mtu},
        drawing=_drawing(parts),
    )


def _fields(total: int, offset: int, more: bool) -> str:
    return f"{total} B，{offset}，{int(more)}"


def _chosen(chance: Chance, total: int, mtu: int, parts: Sequence[Fragment]) -> Generated | None:
    """Length, offset and MF of one fragment."""
    number = chance.between(2, len(parts))
    part = parts[number - 1]
    return Generated(
        point=POINT,
        stem=f"{_opening(total, mtu)}，则第 {number} 个分片的总长度、片偏移字段和 MF 标志位的值分别为",
        right=_fields(part.total, part.offset, part.more),
        wrong=_wrong_fields(part, _unrounded(total, mtu), number),
        steps=paragraphs(_room(mtu), _rows(parts), f"第 {number} 个分片的三个值分别为 {_fields(part.total, part.offset, part.more)}"),
        parameters={"task": "fields", "total": total, "mtu": mtu, "number": number},
        drawing=_drawing(parts),
    )


def _wrong_fields(part: Fragment, unrounded: Sequence[int], number: int) -> list[Wrong]:
    total, offset, more = part.total, part.offset, part.more
    wrong = [
        Wrong(_fields(total, offset, not more), "MF 的含义弄反了，MF 为 1 表示后面还有分片"),
        Wrong(_fields(total, part.start, more), "片偏移没有除以 8"),
        Wrong(_fields(part.data, offset, more), "总长度没有包括首部"),
        Wrong(_fields(total, offset + part.data // 8, more), "片偏移取成了下一片的"),
        Wrong(_fields(part.data, offset, not more), "总长度没有包括首部，MF 也弄反了"),
        Wrong(_fields(total, part.start, not more), "片偏移没有除以 8，MF 也弄反了"),
    ]
    if 0 < number <= len(unrounded) and unrounded[number - 1] + 20 != total:
        start = sum(unrounded[: number - 1])
        wrong.insert(1, Wrong(_fields(unrounded[number - 1] + 20, start // 8, more), "数据长度没有取 8 的倍数"))
    return wrong


def _twice(chance: Chance, total: int, mtu: int) -> Generated | None:
    """A fragment is fragmented again."""
    first = fragments(Fragment(total - 20), mtu)
    smaller = chance.choice((220, 256, 260, 276, 300, 320, 340, 356, 380, 400, 420))
    if len(first) < 2 or smaller >= mtu - 60:
        return None
    number = chance.between(1, len(first))
    again = fragments(first[number - 1], smaller)
    if len(again) < 2 or again[-1].data < 16:
        return None
    last = again[-1]
    fresh = fragments(Fragment(first[number - 1].data), smaller)[-1]
    wrong = _wrong_fields(last, (), 0)
    if fresh.offset != last.offset:
        wrong.insert(0, Wrong(_fields(last.total, fresh.offset, last.more), "片偏移从这一片的开头算起，没有相对原数据报"))
        wrong.insert(3, Wrong(_fields(last.total, fresh.offset, not last.more), "片偏移没有相对原数据报，MF 也弄反了"))
    return Generated(
        point=POINT,
        stem=(
            f"{_opening(total, mtu)}。其中第 {number} 个分片后来又要通过 MTU 为 {smaller} B 的链路，再次分片，也是每片尽可能大。"
            "再次分片所得的最后一片，其总长度、片偏移字段和 MF 标志位的值分别为"
        ),
        right=_fields(last.total, last.offset, last.more),
        wrong=wrong,
        steps=paragraphs(
            "**第一次分片**",
            _room(mtu),
            _rows(first),
            f"**第 {number} 片再次分片**",
            _room(smaller),
            _rows(again),
            f"片偏移总是相对原数据报；只有含原数据报末尾的一片 MF 为 0。三个值分别为 {_fields(last.total, last.offset, last.more)}",
        ),
        parameters={"task": "twice", "total": total, "mtu": mtu, "smaller": smaller, "number": number},
        drawing=_drawing(again),
    )


def _drawing(parts: Sequence[Fragment]) -> Drawing:
    return MemoryMap(
        title="数据部分怎样分开",
        note="左边是在原数据中的字节位置；每片前面另加 20 B 首部",
        regions=tuple(
            Region(f"数据 {part.data} B，偏移 {part.offset}，MF {int(part.more)}", part.data, "new" if part.more else "good")
            for part in parts
        ),
        addresses=(*(str(part.start) for part in parts), str(parts[-1].start + parts[-1].data)),
    )


# --- solver ------------------------------------------------------------------------------------------------------------------------

_OF = r"(?:均|约|为|是|=|:|等于|有|\s)*"
_B = r"\s*(?:B|字节|bytes?)(?![A-Za-z/])"
_DATAGRAM = r"(?:IP(?:v4)?)?(?:数据报|分组|数据包|IP包|报文)"
_ASKED = (
    (
        r"(?:应|要|需要?)?(?:划)?(?:分|划分)?(?:成|为)?(?:多少|几)个?(?:短些?)?(?:的)?(?:数据报)?(?:分)?片|分片(?:的)?(?:个)?数(?!据)目?|片数",
        "count",
    ),
    (r"(?:各|每个?)?(?:数据报)?(?:分)?片?(?:的)?(?:数据(?:字段|部分)?)(?:的)?(?:长度)(?:各)?", "data"),
    (r"(?:各|每个?)?(?:分)?片?(?:的)?总长度(?:字段)?(?:的值)?", "total"),
    (r"(?:片)?偏移(?:字段)?(?:量)?(?:的值)?|段偏移|片位移", "offset"),
    (r"MF(?:标志位?)?(?:的值)?(?:应?为?(?:何|什么)(?:数)?值?)?", "more"),
)


def _recognise_position(reading: Reading) -> Recognition | None:
    """A fragment's offset field is given: which bytes of the original data it carries."""
    reading.refuse(r"MTU|DF|标识|IPv6|TCP|UDP|TTL|重组|丢失|选项|从1(?:开始|数|编号)|数据报片\d")
    offset = reading.take_one(
        rf"(?:片偏移|偏移|段偏移|片位移)(?:量)?(?:字段)?(?:的)?(?:值)?{_OF}(?P<value>\d{{1,4}})(?![\d.]|{_B})", to_int
    )
    header = reading.take_one(
        rf"(?:IP)?(?:首部|头部|报头|IP头)(?:的)?(?:长度?|固定长度)?(?:字段)?{_OF}(?P<value>\d+)(?:{_B}|(?![\dA-Za-z.]))", to_int
    )
    total = reading.take_one(
        rf"(?:该?(?:分)?片(?:的)?|分组(?:的)?)?总长度?(?:字段)?(?:的)?(?:值)?{_OF}(?P<value>\d+)(?:{_B}|(?![\dA-Za-z.]))", to_int
    )
    data = reading.take_one(rf"(?:该?(?:分)?片(?:的)?)?数据(?:部分|字段)?(?:的)?长度?{_OF}(?P<value>\d+){_B}", to_int)
    reading.take_all(r"\(?(?:字节)?(?:序号|编号)?(?:都)?从0(?:开始)?(?:编号|数|计|算)?\)?")
    asked = reading.take_words(
        (
            (r"(?:第一|首)个?(?:数据)?字节|起始字节|首字节", "first"),
            (r"(?:最后一|最末|末)个?(?:数据)?字节|末字节|结束字节", "last"),
        )
    )
    reading.finish(
        "IP 分片 片 这片 该片 数据 原数据报 原始数据报 数据报 原来 中 序号 编号 字节 字节号 位置 某个 某 数据部分 字段 是第 号 各 收到的 收到 里面 里 编"
    )
    if offset is None or not asked or (total is None and data is None and "last" in asked):
        return None
    header = 20 if header is None else header
    if header % 4 or not 20 <= header <= 60 or offset > 8191 or (data is not None and total is not None and data + header != total):
        return None
    if data is None and total is not None:
        data = total - header
    if data is not None and not 0 < data <= 65_515 - offset * 8:
        return None
    return Recognition(
        parameters={"task": "position", "offset": offset, "data": data, "header": header, "asked": asked},
        understood=(("片偏移", str(offset)), *((("数据", f"{data} B（首部 {header} B）"),) if data is not None else ())),
    )


def _recognise(text: str) -> Recognition | None:
    reading = Reading(text)
    if re.search(r"偏移(?:量)?(?:字段)?(?:的)?(?:值)?(?:为|是|=|:|\s)*\d", reading.text):
        return _recognise_position(reading)
    reading.refuse(
        r"DF|标识|IPv6|TCP|UDP|TTL|校验|重组|丢失|再次|又|依次经过|两个网络|以太网|传输层|运输层|MSS|ICMP|加密|选项(?<!无选项)|第二个网络|Ping"
    )
    header = reading.take_one(
        rf"(?:固定)?(?:使用固定)?(?:IP)?(?:首部|头部|报头|报文头|IP头)(?:的)?(?:长度?|固定长度)?{_OF}(?P<value>\d+)(?:{_B}|(?![\dA-Za-z.]))|(?:使用)?固定(?:长度的?)?首部(?:\((?P<fixed>20){_B}\))?",
        lambda value: to_int(value) if value else 20,
    )
    reading.take_all(r"现在经过一个网络(?:传送|传输)")
    reading.take_all(r"无选项|不含选项|没有选项")
    data = reading.take_one(rf"(?:数据报(?:的)?)?数据(?:部分|字段)?(?:的)?(?:长度?)?{_OF}(?P<value>\d+){_B}(?:长)?", to_int)
    mtu = reading.take_one(
        (
            rf"(?:,?但?(?:此|该)网络(?:能够)?传送的)?(?:最大(?:传[输送])(?:单元|单位)(?:\(?MTU\)?)?|MTU){_OF}(?P<value>\d+)(?!\d)(?:{_B})?",
            rf"(?:分片|数据报片|每片)(?:的)?(?:总)?(?:长度|最大长度)(?:不能|不|不得)(?:超过|大于){_OF}(?P<value>\d+){_B}",
        ),
        to_int,
    )
    total = reading.take_one(
        (
            rf"(?:{_DATAGRAM}(?:的)?)?总长度?(?:字段)?{_OF}(?P<value>\d+){_B}",
            rf"(?:{_DATAGRAM})(?:的)?(?:长度|大小|长){_OF}(?P<value>\d+){_B}",
            rf"(?P<value>\d+){_B}(?:长|大小)?的?{_DATAGRAM}",
            rf"(?:长度|大小|长)(?:为|是)(?P<value>\d+){_B}的?(?=IP|数据报|分组|数据包)",
        ),
        to_int,
    )
    reading.take_all(r"(?:且|并且|按)?(?:每个?|各)?(?:分)?片?(?:都|均|要|应)?尽(?:可能|量)(?:大|长)(?:的|地)?(?:分片|划分|片)?")
    number = reading.take_one(r"第(?P<value>\d|[一二两三四五六七八九])个?(?:IP)?(?:数据报)?(?:分)?片", to_int)
    last = reading.take(r"最后(?:的)?(?:一)?(?:个)?(?:数据报)?(?:分)?片")
    if number is not None and last is not None:
        return None
    asked = reading.take_words(_ASKED)
    reading.refuse(r"(?:和|与|、|及)长度|长度(?:和|与|、|及)")  # of the data, or with the header?
    reading.finish(
        "IP IPv4 数据报 数据报片 分片 片 分组 数据包 路由器 转发 链路 网络 通过 经过 向 传输 传送 发送 划分 划分成 首部 总长度 需要 进行了 字节 部分 字段 标志 标志位 值 各 一个 长度 各个 每个 每片 "
        "最大 数据 主机 到 达 应 划 时 的值"
    )
    if not asked or (data is not None and total is not None and data + (header or 20) != total):
        return None
    header = 20 if header is None else header
    if header % 4 or not 20 <= header <= 60:
        return None
    if data is None and total is not None:
        data = total - header
    parameters: dict[str, object] = {"header": header, "asked": asked, "number": -1 if last else number}
    understood = [("首部", f"{header} B")]
    missing = []
    if data is None:
        missing.append(Missing("total", "数据报的总长度是多少字节？", "数据报总长度为 {} B"))
    elif not 0 < data <= 65_515:
        return None
    else:
        parameters["data"] = data
        understood.append(("数据报", f"总长度 {data + header} B，数据 {data} B"))
    if mtu is None:
        missing.append(Missing("mtu", "链路的 MTU 是多少字节？", "MTU 为 {} B"))
    elif mtu < header + 8:
        return None
    else:
        parameters["mtu"] = mtu
        understood.append(("MTU", f"{mtu} B"))
    if data is not None and mtu is not None:
        count = len(fragments(Fragment(data, header=header), mtu))
        if count < 2 or count > 50 or (number is not None and not 1 <= number <= count):
            return None
        if (number is not None or last is not None) and "count" in asked and (len(asked) < 2 or re.search("[各每]", reading.text)):
            return None
    return Recognition(parameters=parameters, understood=tuple(understood), missing=tuple(missing))


def _recognise_either(text: str) -> Recognition | None:
    """By parts, or by the phrases of the classics; where both understand, they must understand the same."""
    text = _fragment_reading.written_out(text)
    found: list[Recognition] = []
    for recognise in (_fragment_reading.recognise, _recognise):
        try:
            seen = recognise(text)
        except StayOut:
            continue
        if seen is not None:
            found.append(seen)
    if len(found) == 2 and any(
        found[0].parameters.get(name) != found[1].parameters.get(name) for name in ("data", "mtu", "header", "number")
    ):
        return None
    return found[0] if found else None


def _solve_original(parameters: Parameters) -> Solution:
    """The original datagram's length, from its last fragment."""
    data = parameters["offset"] * 8 + parameters["data"]
    whole = data if parameters["asked"] == ["data"] else data + parameters["header"]
    return Solution(
        answer=f"{whole} B",
        also=(f"{whole} 字节",),
        steps=paragraphs(
            f"最后一片的数据从第 {parameters['offset']} × 8 = {parameters['offset'] * 8} 字节开始，长 {parameters['data']} B，原来的数据共 {data} B。",
            f"加上首部 {parameters['header']} B，总长度为 {data + parameters['header']} B。",
        ),
        conventions=("片偏移以 8 B 为单位",),
    )


def _solve(parameters: Parameters) -> Solution:
    if parameters.get("task") == "original":
        return _solve_original(parameters)
    if parameters.get("task") == "position":
        first = parameters["offset"] * 8
        last_byte = first + (parameters["data"] or 1) - 1
        answer = "，".join(f"第一个字节 {first}" if name == "first" else f"最后一个字节 {last_byte}" for name in parameters["asked"])
        return Solution(
            answer=answer,
            steps=paragraphs(
                f"片偏移以 8 B 为单位，数据从 {parameters['offset']} × 8 = {first} 开始。",
                *((f"数据 {parameters['data']} B，最后一个字节为 {first} + {parameters['data']} − 1 = {last_byte}。",) if "last" in parameters["asked"] else ()),
            ),
            conventions=("字节从 0 开始编号",),
        )  # fmt: skip
    header, mtu = parameters["header"], parameters["mtu"]
    parts = fragments(Fragment(parameters["data"], header=header), mtu)
    before = _rows(parts)
    if "second" in parameters:
        # All fragments, or only the first, go on over a link of a smaller MTU.
        going = parts if parameters["all"] else parts[:1]
        parts, mtu = [piece for part in going for piece in fragments(part, parameters["second"])], parameters["second"]
    number = parameters["number"]
    asked = parts if number is None else [parts[number if number < 0 else number - 1]]
    shown = {
        "count": ("分片", [f"{len(parts)} 个"]),
        "data": ("数据长度", [f"{part.data} B" for part in asked]),
        "total": ("总长度", [f"{part.total} B" for part in asked]),
        "offset": ("片偏移", [str(part.offset) for part in asked]),
        "more": ("MF", [str(int(part.more)) for part in asked]),
    }
    answer = "，".join(f"{shown[name][0]} {'、'.join(shown[name][1])}" for name in parameters["asked"])
    if parameters.get("count"):
        answer = f"分片 {len(parts)} 个，{answer}"
    values = [shown[name][1] for name in parameters["asked"] if name != "count"]
    by_fragment = "；".join("/".join(row).replace(" B", "") for row in zip(*values, strict=True)) if values else ""
    room = (mtu - header) // 8 * 8
    return Solution(
        answer=answer,
        also=(by_fragment,) if len(values) > 1 else (),
        steps=paragraphs(
            *(
                (f"先按 MTU {parameters['mtu']} B 分片：", before, "再经过第二段链路：" if parameters["all"] else "其中第一片再分片：")
                if "second" in parameters
                else ()
            ),
            f"每片最多装数据 {mtu} − {header} = {mtu - header} B，取 8 的倍数，为 {room} B。",
            _rows(parts),
            f"{answer}。",
        ),
        conventions=(
            *(("UDP 首部 8 B 也是 IP 数据报的数据",) if parameters.get("udp") else ()),
            f"首部 {header} B，各片的首部一样长",
            "除最后一片外每片尽可能大",
            "片偏移以 8 B 为单位",
        ),
        drawing=_drawing(parts),
    )


KIND = Kind(
    name="ip-fragmentation",
    title="IP 分片",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(hint=r"MTU|最大传|分片|数据报片|片偏移", recognise=_recognise_either, solve=_solve),
)
