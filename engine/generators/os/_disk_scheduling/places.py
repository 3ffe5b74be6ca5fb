"""Where a block lies on a disk, which block lies at a place, and what a disk holds: read by what each number counts.

Blocks are numbered along a track, then over the surfaces of a cylinder, then from cylinder to cylinder (Tanenbaum, Modern Operating
Systems; Tang, Computer Operating Systems).
"""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.os._clauses import SIZE, TIME, to_bytes
from engine.generators.os._scenery import SCENERY
from engine.generators.os._storage_measures import sizes
from engine.generators.os._topic import Topic
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, stay_out, to_int

_HAS = r"(?:上|中|都|均|各|共|总共|划分|分|为|成|有|含有?|包含|包括|由|是|=|:|\s)*"
_N = rf"(?P<value>{INTEGER})\s*个?(?:条)?"
_SIDES = r"(?:记录面|盘面|磁头|有效面|数据面|存储面|面(?!积))"
_CYLINDER = r"(?:柱面|磁道|道)"
_SECTOR = r"(?:扇区|扇段|物理块|盘块|磁盘块|物理记录)"
_COUNTS = (
    ("heads", rf"{_N}{_SIDES}(?:\((?:{_SIDES}|编号)*(?:号)?(?:为|从)?\s*0~\d+\))?|每个?柱面{_HAS}(?P<other>{INTEGER})\s*个?(?:条)?磁道|{_SIDES}数{_HAS}(?P<third>{INTEGER})"),
    ("cylinders", rf"{_N}柱面(?:\((?:编号)?0~\d+\))?|每个?(?:记录|盘)?(?:面|片){_HAS}(?P<other>{INTEGER})\s*个?(?:条)?{_CYLINDER}|柱面数{_HAS}(?P<third>{INTEGER})"),
    ("sectors", rf"每个?(?:条)?(?:磁)?道{_HAS}(?P<value>{INTEGER})\s*个?{_SECTOR}(?:\((?:编号)?0~\d+\))?|(?:每)?磁?道(?:的)?扇区数{_HAS}(?P<other>{INTEGER})(?P<third>(?!))?"),
)  # fmt: skip
_PLACE = re.compile(
    r"(?:\(\s*)?(?P<c>\d+)\s*号?(?:柱面|磁道)(?:上)?(?:的)?[,、]?\s*(?P<h>\d+)\s*号?(?:盘面|磁头|记录面|磁道)(?:下|上)?(?:的)?[,、]?\s*(?P<s>\d+)\s*号?扇区(?:\s*\))?"
    r"|(?:柱面|磁道)号?(?:为|是|=)?\s*(?P<c2>\d+)[,、]\s*(?:盘面|磁头|记录面)号?(?:为|是|=)?\s*(?P<h2>\d+)[,、]\s*扇区号?(?:为|是|=)?\s*(?P<s2>\d+)"
    r"|(?:物理地址|磁盘地址|地址)?(?:为|是)?\(\s*(?P<c3>\d+)\s*[,、]\s*(?P<h3>\d+)\s*[,、]\s*(?P<s3>\d+)\s*\)"
)
_TRIPLE = r"[(<]?\s*(?:柱面|磁道)号?\s*[,、]\s*(?:磁头|盘面|记录面)号?\s*(?:[,、]|和|与)\s*扇区号?\s*[)>]?"
_WHAT = r"(?:逻辑|物理|数据|磁盘|线性)*(?:记录|块|簇)"
_QUESTIONS = (
    (
        r"(?:下|后)一?个?(?:逻辑|磁盘|物理)*(?:块|记录|盘块)(?:应|应该|将|会)?(?:被)?(?:存放|放|存储)?(?:在|于)?(?:的)?(?:位置|地址)?(?:是|为)?(?:几|多少|哪里|何处|什么)",
        "next",
    ),
    (
        r"(?:磁盘|硬盘|该|盘|组)*(?:的)?(?:总)?(?:存储)?容量(?:是|为|共|有)*(?:约)?(?:多少|多大|几)?(?:\s*\(?(?:用|以|单位:?)?[KMG]?(?:B|字节)(?:表示|为单位)?\)?)?",
        "capacity",
    ),
    (
        r"(?:这)?(?:3|三)个字段(?:的)?(?:名称)?(?:各|分别)?(?:是|格式)?什么[,?]|(?:对于该磁盘)?[,]?各字段(?:至少)?(?:各|需|占|要|用|为)*(?:多少|几)个?(?:二进制)?位|(?:磁盘地址(?:中)?的?)?柱面号?、(?:磁头|盘面)号?(?:、|和)扇区号?(?:字段)?(?:至少)?(?:各|分别|需|要|占|用)+(?:多少|几)个?(?:二进制)?位|(?:表示)?(?:该)?(?:磁盘)?(?:的)?(?:一个)?扇区(?:的)?地址(?:至少)?(?:需|要|占|用)+(?:多少|几)个?(?:二进制)?位",
        "bits",
    ),
    (
        rf"(?:存放|保存|存储|放)?(?:了|着|的)*(?:是)?(?:该)?(?:文件)?(?:的)?第?(?:多少|几)(?:个|号)?{_WHAT}|(?:对应|存放)?(?:的)?{_WHAT}号(?:是|为)?(?:多少|几)",
        "number",
    ),
    (
        rf"(?:对应的?|所在的?|的|其|在)*(?:磁盘)?(?:(?:物理地址|磁盘地址)(?:{_TRIPLE})?(?:分别|各)?(?:格式)?(?:是|为|应)*(?:多少|几|什么)|{_TRIPLE}(?:分别|各)?(?:是|为|应)*(?:多少|几|什么)?)",
        "place",
    ),
)
_WORDS = (
    "磁盘 硬盘 软盘 磁盘组 磁盘驱动器 文件 文件A 该文件 某文件 柱面 磁头 盘面 记录面 扇区 磁道 每个 每 各 逻辑记录 逻辑块 盘块 块 记录 簇 大小 一致 相同 相等 以 顺序结构 顺序 结构 的形式 形式 连续 连续存放 存放 存放在 存储 在 上 中 有 共 "
    "编号 均 从0开始 号 磁盘地址 物理地址 地址 则 对应 对应的 该 总 容量 试 计算 问 一个 下 位置 采用 单位 按 次序 长度 与 和 一块 转速 平均 寻道 时间 用 表示 由低到高 依次 其中"
)


def recognise_places(text: str) -> Recognition | None:
    """Such a problem as understood; None: another one."""
    reading = Topic(patterns.sub(r"(?<![A-Za-z])(?:CHS|C/H/S)(?![A-Za-z])", "", text))
    reading.refuse(r"(?:求|和|与|及|、)(?:平均)?旋转(?:延迟|等待)|备用|留作|保留|预留|引导|系统区|损坏|替换|校验|不连续|最后一个|另一")
    # How long it takes is another question.
    reading.take_all(
        rf"(?:磁盘|盘片)?(?:的)?(?:旋转)?(?:转速|速度){_HAS}\d{{3,6}}\s*(?:转/分钟?|转每分钟?|rpm|r/min|转)|(?:平均)?(?:寻道|寻找)(?:时间)?{_HAS}{TIME}|(?:每个扇区)?包含数据(?:及|和|与)地址信息[,，]地址信息分为\s*3\s*个字段"
    )
    reading.take_all(rf"{INTEGER}个(?:双面)?(?:盘片|磁盘片)(?=\s*\(?\s*(?:共)?\d+\s*个?{_SIDES}|[,、;])")
    places = [_numbers(match) for match in reading.take_all(_PLACE.pattern)]
    counts: dict[str, int] = {}
    for name, pattern in _COUNTS:
        told = {to_int(match["value"] or match["other"] or match["third"]) for match in reading.take_all(pattern)}
        if len(told) > 1:
            return None
        if told:
            counts[name] = told.pop()
    sector = reading.take_one(
        rf"(?:每个?)?扇区(?:的)?(?:大小|容量|可|能|记录|存储|存放|存)*{_HAS}(?P<value>{SIZE})(?:的)?(?:数据|信息)?", to_bytes
    )
    cluster = (
        reading.take_one((rf"每个?簇{_HAS}{_N}扇区", rf"(?:簇|盘块|块)(?:的)?大小(?:为|是)\s*(?P<value>{INTEGER})\s*个?扇区"), to_int) or 1
    )
    held = reading.take_one(rf"(?:文件)?(?:[A-Z])?{_HAS}(?P<value>{INTEGER})\s*个(?:逻辑|物理)?(?:记录|块)(?=[,，。])", to_int)
    first = bool(
        reading.take_all(rf"(?:文件)?(?:的)?(?:第)?\s*0\s*(?:个|号)?{_WHAT}(?:存放)?(?:在|于)?(?:磁盘)?(?:的)?(?:地址)?(?=\ue000)")
    )
    along = reading.take_all(
        rf"(?:块号|簇号|编号)?(?:按|依)?(?:照)?{_TRIPLE}(?:的)?(?:次序|顺序|由高到低|排列)+(?:编号|连续编号)?|(?:物理地址|磁盘地址)(?:用|的?格式为|以|表示为|形式为)+{_TRIPLE}(?:的)?(?:形式)?(?:表示)?"
    )
    number = reading.take_one(
        (
            r"(?:线性)?(?:逻辑)?(?:块|簇)号(?:\([^()]{0,30}\))?(?:为)?\s*(?P<value>\d+)",
            r"第?\s*(?P<value>\d+)\s*(?:号|个)?(?:逻辑|磁盘|物理)*(?:块|记录|簇)(?=的|对应|存|在)",
        ),
        int,
    )
    zero = bool(reading.take_all(r"\(?(?:编号|号)?(?:均|都)?从\s?0(?:开始)?(?:编号|计数)?\)?")) or any(0 in place for place in places)
    reading.take_all(rf"{_WHAT}(?:的)?(?:大小|长度)(?:与|和|跟|等于)扇区(?:的)?(?:大小)?(?:一致|相同|相等)?|一个扇区一?块")
    asked = reading.ask(_QUESTIONS)
    reading.finish_knowing(SCENERY + _WORDS, danger="跳|隔|斜|交叉|再|又", ordinary_questions=False)
    located = {"next", "number", "place"} & set(asked)
    if (
        not {"heads", "sectors"} <= counts.keys()
        or not asked
        or len(located) > 1
        or (located and not zero)
        or ("capacity" in asked and (sector is None or "cylinders" not in counts))
        or ("bits" in asked and "cylinders" not in counts)
        or ("place" in asked) != (number is not None)
    ):
        return None
    start = 0
    if located and (first or len(places) > 1):
        if not first or "place" in asked or len(places) != 2:
            return None
        start = _number(places[0], counts)
        places = places[1:]
    if bool({"next", "number"} & located) != bool(places) or len(places) > 1 or (along and "next" in asked):
        return None
    parameters: dict[str, object] = {"times": "places", **counts, "asked": asked, "cluster": cluster, "start": start}
    if sector:
        parameters["sector_bytes"] = sector
    if number is not None:
        parameters["number"] = number
    if places:
        place = places[0]
        if held is not None and not 0 <= _number(place, counts) - start < held:
            return None
        parameters["place"] = list(place)
    return Recognition(
        parameters=parameters,
        understood=(
            ("磁盘", "，".join(f"{counts[name]} {unit}" for name, unit in (("cylinders", "个柱面"), ("heads", "个盘面"), ("sectors", "个扇区/道")) if name in counts)),
            *((("位置", _shown(places[0])),) if places else ()),
            *((("号", str(number)),) if number is not None else ()),
        ),
    )  # fmt: skip


def _numbers(match: re.Match[str]) -> tuple[int, int, int]:
    found = [match[name + ending] for ending in ("", "2", "3") for name in "chs" if match[name + ending]]
    return int(found[0]), int(found[1]), int(found[2])


def _number(place: tuple[int, int, int], counts: dict[str, int]) -> int:
    """The number of the sector at a place.

    Raises:
        StayOut: there is no such place.
    """
    cylinder, head, sector = place
    if head >= counts["heads"] or sector >= counts["sectors"] or cylinder >= counts.get("cylinders", cylinder + 1):
        stay_out("a place beyond the disk")
    return (cylinder * counts["heads"] + head) * counts["sectors"] + sector


def _place(number: int, counts: dict[str, int]) -> tuple[int, int, int]:
    track, sector = divmod(number, counts["sectors"])
    cylinder, head = divmod(track, counts["heads"])
    if cylinder >= counts.get("cylinders", cylinder + 1):
        stay_out("a block beyond the disk")
    return cylinder, head, sector


def _shown(place: tuple[int, int, int]) -> str:
    return f"柱面 {place[0]}，磁头 {place[1]}，扇区 {place[2]}"


def solve_places(parameters: Parameters) -> Solution:
    """What the disk holds, the place of a number, the number of a place."""
    counts = {name: int(parameters[name]) for name in ("heads", "cylinders", "sectors") if name in parameters}
    heads, sectors, cluster, start = counts["heads"], counts["sectors"], int(parameters["cluster"]), int(parameters["start"])
    said: list[str] = []
    steps: list[str] = []
    also: list[str] = []
    for task in parameters["asked"]:
        if task == "capacity":
            total = heads * counts["cylinders"] * sectors * int(parameters["sector_bytes"])
            said.append(f"{total} B（{decimal(Fraction(total, 1 << 20), 2)} MB）")
            also += sizes(Fraction(total))
            steps.append(f"容量 = {heads} × {counts['cylinders']} × {sectors} × {parameters['sector_bytes']} = {total} B。")
        elif task == "bits":
            bits = [(count - 1).bit_length() for count in (counts["cylinders"], heads, sectors)]
            said.append(f"柱面号 {bits[0]} 位，磁头号（盘面号）{bits[1]} 位，扇区号 {bits[2]} 位")
            steps.append(
                f"{counts['cylinders']} 个柱面要 {bits[0]} 位，{heads} 个盘面（磁头）要 {bits[1]} 位，每道 {sectors} 个扇区要 {bits[2]} 位：$n$ 位能区别 $2^n$ 个。"
            )
        elif task == "place":
            number = int(parameters["number"]) * cluster
            if cluster > 1:
                steps.append(f"第一个扇区是第 {parameters['number']} × {cluster} = {number} 个扇区（从 0 起）。")
            place = _place(number, counts)
            said.append(_shown(place))
            also += [f"({place[0]},{place[1]},{place[2]})", f"{place[0]}、{place[1]}、{place[2]}", f"<{place[0]},{place[1]},{place[2]}>"]
            rest = number - place[0] * heads * sectors
            steps.append(
                f"柱面号 ⌊{number}/({heads}×{sectors})⌋ = {place[0]}，余 {rest}；磁头号 ⌊{rest}/{sectors}⌋ = {place[1]}，扇区号 {place[2]}。"
            )
        else:
            cylinder, head, sector = (int(one) for one in parameters["place"])
            number = _number((cylinder, head, sector), counts)
            if task == "next":
                place = _place(number + 1, counts)
                said.append(_shown(place))
                also += [
                    f"{place[0]}号柱面、{place[1]}号{side}{at}{place[2]}号扇区"
                    for side in ("磁头", "盘面")
                    for at in ("下的", "、", "上的")
                ]
                steps.append(
                    f"同一磁道的下一个扇区；磁道用完（每道 {sectors} 个）换下一个磁头，磁头用完（{heads} 个）换下一个柱面：{_shown(place)}。"
                )
                continue
            steps.append(f"扇区的序号 {cylinder} × {heads} × {sectors} + {head} × {sectors} + {sector} = {number}（从 0 起）。")
            if start:
                steps.append(f"文件从第 {start} 个扇区起：{number} − {start} = {number - start}。")
            if number < start or ((number - start) % cluster and cluster > 1):
                stay_out("not where a block begins")
            said.append(f"{(number - start) // cluster}")
            also.append(f"第 {said[-1]} 个")
    return Solution(
        answer="；".join(said),
        also=tuple(also) if len(said) == 1 else (),
        steps=paragraphs(*steps),
        conventions=("各号从 0 开始，先扇区、再磁头、后柱面",),
    )
