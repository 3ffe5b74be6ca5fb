"""A disk told by its parts and times in any order: what it holds, how fast it is, how long reading takes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.laws.topic import Law, Quantity, Told, Topic, about, counted, in_units
from engine.generators.os._clauses import TIME, to_nanoseconds
from engine.generators.os._storage_measures import INTEGER, SIZE, STRANGE, asking, show_size, sizes, to_size, whole_up
from engine.generators.quantities import decimal
from engine.generators.reading import DECIMAL, to_int

_MANY = r"(?:多少|几|多[长久大])"
_UNIT = r"(?:扇区|盘块|磁盘块|物理块|数据块|块|记录|物理记录)"
_TRACK = r"(?:磁道|柱面|道)"
_PLACE = r"(?:为|是|有|共|含|分为|分成|划分为|划分成|被|各|包含|存放|=|:|\s)*"


def _to_seconds(text: str) -> Fraction:
    return to_nanoseconds(text) / 10**9


def _duration(value: Fraction) -> str:
    for unit, power, least in (("s", 0, Fraction(100)), ("ms", 3, Fraction(1, 10**4)), ("μs", 6, Fraction(1, 10**6))):
        if value >= least:
            return f"{decimal(value * 10**power, 2)} {unit}"
    return f"{decimal(value * 10**9, 2)} ns"


def _times(value: Fraction) -> Sequence[str]:
    return (
        *(f"{decimal(value * 1000, digits)} ms" for digits in (3, 2, 1)),
        *in_units(value),
        f"{decimal(value)} s",
        f"{decimal(value * 1000)} 毫秒",
        f"{decimal(value)} 秒",
    )


def _rate(match: re.Match[str]) -> Fraction:
    return Fraction(match["number"]) * {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30}[match["prefix"].upper()]


def _show_rate(value: Fraction) -> str:
    for unit, power in (("MB/s", 20), ("KB/s", 10)):
        if value >= 1 << power and (value * 100 / (1 << power)).denominator == 1:
            return f"{decimal(value / (1 << power))} {unit}"
    return f"{about(value, 2)} B/s"


def _rates(value: Fraction) -> Sequence[str]:
    return (
        f"{decimal(value / 1024)} KB/s",
        f"{decimal(value / 2**20)} MB/s",
        f"{decimal(value / 1000)} KB/s",
        f"{decimal(value / 10**6)} MB/s",
        f"{decimal(value)} B/s",
    )


def _of_whole_sectors(text: str) -> str:
    """`读一个 4KB 的数据块（8个连续扇区）` as data that lie together, where the sectors told are that size."""
    block = patterns.search(
        rf"(?<=[读写取])\s*(?:一|1)个\s*(?P<size>{SIZE})\s*(?:大小)?的(?:数据|文件|磁盘)?块\s*[(（](?:即|占|共|为)?\s*(?P<count>\d+)\s*个连续(?:的)?扇区[)）]",
        text,
    )
    sector = patterns.search(rf"扇区(?:大小|长度|容量|为|是|有)*\s*(?P<size>{SIZE})", text)
    if block is None or sector is None or to_size(block["size"]) != int(block["count"]) * to_size(sector["size"]):
        return text
    return f"{text[: block.start()]}一个{block['size']}的文件,连续存放{text[block.end() :]}"


def _prepared(text: str) -> str:
    """`凌乱存放时间隔 13 个柱面，优化存放时间隔 2 个柱面，两种情况下各需多长时间`: one question for each."""
    text = patterns.sub(r"(?:磁头)?从一个(?:磁道|柱面)移(?:动)?(?:到|至)(?:另一个|相邻的?)(?:磁道|柱面)需要?", "移过每个磁道需要", text)
    text = patterns.sub(
        r"(?:逻辑上)?相邻(?:的)?(?:数据|逻辑)?块(?:之间)?的平均(?:移动)?距离(?:为|降为|是|变为)\s?(\d+)\s?个?(磁道|柱面)",
        r"平均间隔\1个\2",
        text,
    )
    text = patterns.sub(
        r"每块的旋转延迟时间(?:及|和|与)传输时间分别为\s?(\d+)\s?ms\s?[、,和]\s?(\d+)\s?ms", r"旋转延迟\1ms,传输每块\2ms", text
    )
    text = patterns.sub(
        r"(?:如果|若)(?:系统)?对磁盘进行(?:了)?整理[,，]让同一文件的磁盘块尽可能靠拢[,，]从而使(?:得)?(?=平均间隔)", "若", text
    )
    text = patterns.sub(r"随机(?:地)?(?=(?:读取?|访问|存取|写)一个扇区)|(?<=一个)随机(?:的)?(?=扇区)", "", text)  # one lies anywhere
    text = patterns.sub(
        rf"寻道时间\s*=\s*(?P<each>{DECIMAL})\s*ms\s*[×*]\s*(?:移动的?)?(?:柱面|磁道)数\s*\+\s*(?:启动时间)?\s*(?P<start>{DECIMAL})\s*ms",
        r"移过每个柱面\g<each>ms,启动时间\g<start>ms",
        text,
    )
    text = _of_whole_sectors(text)
    text = patterns.sub(
        r"(?P<what>(?<!再)(?<!又)[读写取][^,，。;；?？()再又]{2,30}(?:扇区|块|文件|数据)(?:,连续存放)?[,，]\s*)平均(?:要|需要?|花费?|得花?)多久(?=\s*[?？。]|$)",
        r"\g<what>平均存取时间是多少",
        text,
    )
    text = patterns.sub(r"(?:这时|此时)(?=读取)", "", patterns.sub(r"在磁盘上非连续存放", "分散存放", text))
    # Sizes in powers of ten, where a note says so.
    if note := patterns.search(r"\(?M\s*=\s*10\s*\^\s*6[,，]?(?:K(?:按|=|为)?\s*10\s*\^\s*3(?:算|计)?)?\)?", text):
        text = patterns.sub(
            r"(?<![\d.])(\d+(?:\.\d+)?)\s*([KM])B",
            lambda told: f"{int(Fraction(told[1]) * {'K': 10**3, 'M': 10**6}[told[2]])}B",
            text.replace(note[0], ""),
        )
    gap = r"(?:相邻)?(?:的)?(?:逻辑)?块?(?:的)?(?:平均)?(?:间隔|相隔|间距)(?:为|是|了)?\s*\d+\s*个?(?:柱面|磁道)"
    found = list(patterns.finditer(gap, text))
    asked = patterns.search(
        r"(?:问|求)?(?:在)?(?:这)?(?:两|2)种情况下?[,，]?(?P<what>[^,，。;；?？]{2,40}?)(?:各|分别)(?P<needs>需要?|要|用|花费?)(?:多长|多少)时间[?？。]?",
        text,
    )
    if len(found) != 2 or asked is None or asked.start() < found[1].end():
        return text
    between = text[: found[1].start()]
    before = between[: max(between.rfind(mark) for mark in "。;；,，") + 1]
    between_start = max(before[:-1].rfind(mark) for mark in "。;；,，") + 1
    if patterns.search(r"优化|连续|凌乱|分散|若|如果", before[between_start:]):
        before = before[:between_start]
    rest = text[found[1].end() : asked.start()]
    question = f"{asked['what']}{asked['needs']}多长时间?"
    return f"{before.rstrip('。,，但 ')}{rest.rstrip(',，')},{question}若{found[1][0].replace('为', '')},{question}"


DISK = Topic(
    name="disk asked",
    knowing=True,
    about=r"磁盘|硬盘|软盘|磁道|扇区|柱面",
    refuse=STRANGE,
    guard=r"FCFS|SSTF|SCAN|先来先服务|电梯|最短寻|循环扫描|逻辑记录|记录长|缓冲|Cache|FAT|位示图|位图|索引|目录|处理(?!机|器)|优化(?!存放)|交叉|中断|DMA|内径|外径|直径|密度|故障|RAID|非格式化|盘片(?:的)?(?:外|内)|链接|连续文件|格式化(?:时|容量)|CPU|主频|位/|bpm|dpi|(?<!读)(?<!取)(?<!问)(?<!出)(?<!完)整[个条]磁道",
    told=(
        Told(
            "revolution",
            r"(?:转速|速度|以|旋转)?(?:为|是|每分钟)*\s*(?P<n>\d{3,6})\s*(?:转|r|圈)\s*(?:/|每)?\s*(?:分钟?|min|m)(?:的速度|的转速)?(?:旋转)?|(?P<o>\d{3,6})\s*(?:rpm|转(?=的(?:硬盘|磁盘)))",
            lambda match: Fraction(60, int(match["n"] or match["o"])),
        ),
        Told("revolution", r"每分钟(?:旋转|转)?(?:为|是)?\s*(\d{3,6})\s*(?:转|圈|周|r)", lambda match: Fraction(60, int(match[1]))),
        Told(
            "revolution",
            r"(?:旋转)?(?:转速|速度)?(?:为|是)?每秒(?:钟)?(?:旋转|转)?\s*(?P<n>\d{2,4})\s*(?:转|圈|周)|(?P<o>\d{2,4})\s*(?:转|r|圈)\s*(?:/|每)\s*(?:秒|s)",
            lambda match: Fraction(1, int(match["n"] or match["o"])),
        ),
        Told(
            "sectors",
            rf"(?:每(?:个|条|一)?(?:磁)?道|每(?:个)?柱面的每(?:个)?磁道|盘面|磁道)(?:上)?{_PLACE}(?P<value>{INTEGER})\s*个?(?:扇区|扇段|物理块|盘块|块)",
            lambda match: to_int(match["value"]),
        ),
        Told(
            "surfaces",
            rf"(?P<value>{INTEGER})\s*个?(?:读写|数据)?(?:记录面|盘面|磁头|有效面|面(?!积))|每(?:个)?柱面{_PLACE}(?P<other>{INTEGER})\s*个?(?:条)?磁道",
            lambda match: to_int(match["value"] or match["other"]),
        ),
        Told("surfaces", rf"(?P<value>{INTEGER})\s*(?:个|片)?双面(?:磁盘|盘片|记录)*", lambda match: 2 * to_int(match["value"])),
        Told(
            "moved",
            r"(?:磁头)?(?:由|从)第?(?P<one>\d+)号?(?:柱面|磁道)(?:移动?|运动)?(?:到|至)第?(?P<other>\d+)号?(?:柱面|磁道)",
            lambda match: abs(int(match["other"]) - int(match["one"])),
        ),
        Told(
            "moved",
            rf"(?:平均)?(?:间隔|移动|相隔|跨越|移过|间距为?)(?:了)?\s*(?P<value>{INTEGER})\s*个?{_TRACK}",
            lambda match: to_int(match["value"]),
        ),
        Told(
            "tracks",
            rf"每(?:个|一)?(?:盘|记录)?(?:面|片)(?:上)?{_PLACE}(?P<value>{INTEGER})\s*个?(?:条)?(?:磁道|柱面|道)|(?P<other>{INTEGER})\s*个柱面|(?:软盘|磁盘|硬盘)(?:共)?有(?P<third>{INTEGER})\s*个?(?:条)?磁道",
            lambda match: to_int(match["value"] or match["other"] or match["third"]),
        ),
        Told(
            "spanned",
            rf"(?:连续(?:地)?)?(?:存放|存储|分布|排列)?(?:在|于)?\s*(?P<value>{INTEGER})\s*个?(?:条)?(?:相邻|连续|邻接)(?:的)?{_TRACK}(?:上)?",
            lambda match: to_int(match["value"]),
        ),
        Told(
            "step_free",
            rf"\(?(?:相邻)?{_TRACK}(?:之?间)?(?:的)?(?:寻道|移动)(?:时间)?(?:可以?)?(?:忽略不计|忽略|不计|不考虑)\)?|\(?(?:忽略|不计|不考虑)相邻{_TRACK}(?:之?间)?(?:的)?(?:寻道|移动)(?:时间)?\)?",
            1,
        ),
        Told(
            "together",
            rf"连续(?:地)?(?:存放|存储|分布|排列|的)?(?:在|于)?(?:同一(?:个|条)?{_TRACK}|的)?|(?:存放|存储|存|都)?(?:在|于)?同一(?:个|条)?{_TRACK}(?:上)?(?:的)?",
            1,
        ),
        Told(
            "apart",
            r"随机(?:地)?(?:分布|存放|读取?|访问|存取)?|(?:凌乱|分散|离散|不连续)(?:地)?(?:存放|分布|存储)?(?:在)?(?:磁盘|不同磁道)?(?:上)?",
            1,
        ),
        Told(
            "amount_blocks",
            rf"(?:读取?|读完|传输|传送|写|访问|存取|读出|共|有|由)\s*(?P<value>(?!一|1个|每){INTEGER})\s*个?(?:连续的?|随机的?)?{_UNIT}|(?<=\ue000)\s*(?P<third>\d+)\s*个?(?:不相邻|不连续|随机)(?:的)?{_UNIT}|(?P<other>\d+)\s*个?{_UNIT}(?:(?:组成)?(?:的)?(?:文件|数据)|(?=(?:都|均)?(?:随机|连续|\ue000)))",
            lambda match: to_int(match["value"] or match["other"] or match["third"]),
        ),
        Told("rate", rf"(?P<number>{DECIMAL})\s*(?P<prefix>[KMG]?)B\s*/\s*s|(?!)", _rate),
    ),
    passed=(
        r"\(?(?:忽略|不计|不考虑)(?:其他|其它|启动|控制器|启停|排队|等待)?(?:的)?(?:时间|开销|延迟)(?:忽略)?(?:不计)?\)?|(?:控制器|启动)(?:的)?(?:延迟|时间|开销)(?:可)?(?:忽略不计|不计|忽略|不考虑|不管)|(?:别的|其[他它])(?:的)?(?:延迟|时间|开销)(?:都|均)?(?:不算|不计|忽略)",
        r"旋转(?:延迟|等待)(?:时间)?(?:取|按|为|用)(?:旋转)?(?:平均值|半圈|一半|半周)(?:的)?(?:时间)?(?:计算|算)?",
        r"(?:均|都|编号|,)*从\s?0(?:开始)?(?:编号|计数)?",
    ),
    roles=(
        Role(
            name="seek", quantity=TIME, read=_to_seconds, before=r"(?:平均|最大)?(?:寻道|寻找|查找|定位|移臂|寻址)(?:磁道)?(?:时间|延迟)?"
        ),
        Role(
            name="latency",
            quantity=TIME,
            read=_to_seconds,
            before=r"(?:平均)?(?:旋转|搜索|旋转等待)(?:的)?(?:延迟|等待|延时)?(?:时间)?(?!一|1)|(?:平均)?等待时间|潜伏(?:时间|期)",
        ),
        Role(
            name="revolution",
            quantity=TIME,
            read=_to_seconds,
            before=r"(?:旋转|转)(?:动)?(?:一|1)(?:圈|周|转)(?:的时间)?|旋转周期",
            after=r"(?:/|每|转|旋转)+(?:一)?(?:圈|周)",
        ),
        Role(
            name="per_track",
            quantity=TIME,
            read=_to_seconds,
            before=rf"(?:移动|跨越|经过|移过|越过|移|穿过)(?:臂)?(?:每|过)*(?:一)?(?:个|条)?(?:相邻)?{_TRACK}(?:之间)?(?:的)?(?:平均)?(?:移动)?(?:时间)?|(?:相邻)?{_TRACK}(?:之?间)(?:的)?(?:平均)?移动(?:时间)?",
        ),
        Role(name="controller", quantity=TIME, read=_to_seconds, before=r"(?:磁盘)?控制器的?(?:延迟|延时|时间|开销|处理时间)"),
        Role(name="start", quantity=TIME, read=_to_seconds, before=r"(?:磁臂|磁头|磁盘)?启动(?:时间)?"),
        Role(
            name="each",
            quantity=TIME,
            read=_to_seconds,
            before=rf"(?:传输|传送|读出?|读取|读写)(?:一个|每个?|1个)?{_UNIT}?(?:的)?(?:数据)?(?:时间|速度)?(?:为)?(?:每个?{_UNIT})?",
        ),
        Role(
            name="sector_bytes",
            quantity=SIZE,
            read=to_size,
            before=r"(?:每个?|一个)?扇区(?:的)?(?:大小|长度|容量|可|能|记录|存储|存放|存|有)*",
            after=r"(?:的|大小的|/)*(?:每)?扇区",
        ),
        Role(
            name="track_bytes",
            quantity=SIZE,
            read=to_size,
            before=r"(?:每(?:个|条|一)?(?:磁)?道|磁道)(?:上)?(?:的)?(?:容量|可|能|存放|存储|存|有|记录)*",
            after=r"(?:/|每)(?:磁)?道",
        ),
        Role(
            name="block_bytes",
            quantity=SIZE,
            read=to_size,
            before=r"(?:每个?|一个)?(?:盘块|磁盘块|物理块|数据块|块)(?:的)?(?:大小|长度|长)?",
            after=r"(?:的|大小的)*(?:盘块|磁盘块|物理块|数据块|块)(?!号)",
        ),
        Role(
            name="amount",
            quantity=SIZE,
            read=to_size,
            before=r"(?:文件|数据)(?:的)?(?:大小|长度|长|量)?|(?:读取?|传输|传送|写|读出)",
            after=r"(?:的|大小的|长的)*(?:文件|数据|信息)",
        ),
    ),
    asks=(
        (asking(r"(?:旋转|转)(?:一|1)(?:圈|周)(?:的)?时间|旋转周期"), "revolution"),
        (asking(r"(?:平均)?旋转(?:的)?(?:延迟|等待)(?:时间)?|平均等待时间", 0), "latency"),
        (
            asking(
                rf"(?:读取?|传输|传送|读写|访问)?(?:一个|每个|1个|一|1)扇区(?:数据)?(?:的|所)?(?:需要?|传输|传送|读取)?(?:的)?时间|(?:传输|读取?)(?:一个|1个)?扇区(?:数据)?(?:需要?)?{_MANY}"
            ),
            "sector_time",
        ),
        (
            asking(
                rf"(?:读取?|访问|读出|读完)(?:完)?(?:一|1|整|某)?(?:个|条)磁道(?:上)?(?:的)?(?:全部|所有)?(?:数据|内容|信息)?[^,;。?\d]{{0,8}}(?:时间|{_MANY})"
            ),
            "track",
        ),
        (asking(r"(?:最大|平均)?(?:的)?(?:数据)?(?:传输|传送)(?:速)?率"), "rate"),
        (asking(r"平均(?:存取)?\(?寻址\)?时间"), "addressing"),
        (asking(r"(?:多少|几)个柱面|柱面数"), "cylinders"),
        (asking(r"(?:总)?(?:存储)?容量|(?:能|可以?)存(?:储|放)?(?:多少)(?:个)?(?:字节|信息|数据)"), "capacity"),
        (asking(r"(?:占|占用|需要?|要)[^,;。?\d]{0,4}(?:多少|几)个?扇区"), "sectors_needed"),
        (
            asking(
                rf"(?:总共?|一共|共|全部|传输|传送|读取?|读完|存取|访问|写)[^,;。?]{{0,14}}(?:需要?|要|花费?|用|所需)?(?:的)?(?:平均时间|时间|{_MANY}(?:时间|毫秒|秒|ms)?)|平均(?:存取|访问)时间|(?:需要?|花费?|用)(?:多少|多长)时间"
            ),
            "access",
        ),
    ),
    laws=(
        Law(
            "seek",
            ("moved", "per_track", "start"),
            lambda moved, per_track, start: moved * per_track + start,
            "寻道时间为移过的柱面数乘以移过一个柱面的时间，再加启动时间",
        ),
        Law("seek", ("moved", "per_track"), lambda moved, per_track: moved * per_track, "寻道时间为移过的柱面数乘以移过一个柱面的时间"),
        Law("latency", ("revolution",), lambda revolution: revolution / 2, "平均旋转延迟为转半圈的时间"),
        Law(
            "track_bytes", ("sectors", "sector_bytes"), lambda sectors, sector_bytes: sectors * sector_bytes, "磁道容量为扇区数乘以扇区大小"
        ),
        Law(
            "sector_time",
            ("revolution", "sectors"),
            lambda revolution, sectors: revolution / sectors,
            "一个扇区的时间为转一圈的时间除以扇区数",
        ),
        Law("rate", ("revolution", "track_bytes"), lambda revolution, track: track / revolution, "每转一圈读出一道"),
        Law(
            "capacity",
            ("surfaces", "tracks", "track_bytes"),
            lambda surfaces, tracks, track: surfaces * tracks * track,
            "盘面数、每面磁道数、每道字节数相乘",
        ),
        Law(
            "sectors_needed", ("amount", "sector_bytes"), lambda amount, sector: whole_up(amount / sector), "文件长度除以扇区大小，进一取整"
        ),
        Law(
            "track",
            ("seek", "latency", "revolution"),
            lambda seek, latency, revolution: seek + latency + revolution,
            "寻道、旋转等待，再转一圈读完一道",
        ),
        Law("addressing", ("seek", "latency"), lambda seek, latency: seek + latency, "寻址时间为平均寻道时间与平均旋转延迟之和"),
        Law("cylinders", ("tracks",), lambda tracks: tracks, "柱面数等于每面的磁道数"),
        Law("transfer", ("each",), lambda each: each),
        Law("transfer", ("block_bytes", "rate"), lambda block, rate: block / rate, "传输时间为块长除以传输率"),
        Law(
            "transfer",
            ("revolution", "track_bytes", "block_bytes"),
            lambda revolution, track, block: revolution * block / track if block <= track else None,
            "传输时间为块长占磁道的份额乘以转一圈的时间",
        ),
        Law("transfer", ("sector_time",), lambda sector_time: sector_time),
        Law(
            "access",
            ("seek", "latency", "transfer", "amount_blocks", "apart"),
            lambda seek, latency, transfer, count, apart: (seek + latency + transfer) * count,
            "每块都要寻道、等待、传输",
        ),
        Law(
            "access",
            ("seek", "latency", "revolution", "sectors", "amount_blocks", "spanned", "step_free"),
            lambda seek, latency, revolution, sectors, count, spanned, free: (
                seek + (latency + revolution) * spanned if count == sectors * spanned else None
            ),
            "寻道一次，每条磁道等待一次、转一圈读完",
            "换到相邻磁道后仍要旋转等待",
        ),
        Law(
            "access",
            ("seek", "latency", "transfer", "amount_blocks", "together"),
            lambda seek, latency, transfer, count, together: seek + latency + transfer * count,
            "寻道、等待各一次，再连续传输",
        ),
        Law(
            "access",
            ("seek", "latency", "revolution", "sectors", "sector_bytes", "amount", "together"),
            lambda seek, latency, revolution, sectors, sector, amount, together: (
                seek + latency + revolution * whole_up(amount / sector) / sectors if amount <= sector * sectors else None
            ),
            "寻道、等待各一次，再连续读过它占的扇区（都在一条磁道上）",
        ),
        Law(
            "access",
            ("seek", "latency", "rate", "sector_bytes", "controller"),
            lambda seek, latency, rate, sector, controller: seek + latency + sector / rate + controller,
            "寻道、旋转等待、传输一个扇区与控制器延迟之和",
        ),
        Law(
            "access",
            ("seek", "latency", "rate", "sector_bytes"),
            lambda seek, latency, rate, sector: seek + latency + sector / rate,
            "寻道、旋转等待与传输一个扇区的时间之和",
        ),
        Law(
            "access",
            ("seek", "latency", "rate", "amount"),
            lambda seek, latency, rate, amount: seek + latency + amount / rate,
            "寻道、等待各一次，再传输全部数据",
        ),
        Law(
            "access",
            ("seek", "latency", "transfer"),
            lambda seek, latency, transfer: seek + latency + transfer,
            "寻道、旋转等待与传输时间之和",
        ),
    ),
    shown={
        "revolution": Quantity("转一圈", _duration, _times),
        "latency": Quantity("平均旋转延迟", _duration, _times),
        "sector_time": Quantity("传输时间", _duration, _times),
        "track": Quantity("读一道", _duration, _times),
        "seek": Quantity("寻道", _duration, _times),
        "transfer": Quantity("传输", _duration, _times),
        "each": Quantity("传输一块", _duration, _times),
        "per_track": Quantity("移过一个柱面", _duration),
        "start": Quantity("启动", _duration),
        "controller": Quantity("控制器延迟", _duration),
        "moved": Quantity("移过柱面", counted("个")),
        "access": Quantity("时间", _duration, _times),
        "sectors": Quantity("每道扇区", counted("个")),
        "surfaces": Quantity("盘面", counted("个")),
        "tracks": Quantity("每面磁道", counted("个")),
        "sector_bytes": Quantity("扇区", show_size),
        "track_bytes": Quantity("磁道", show_size),
        "block_bytes": Quantity("块", show_size),
        "amount": Quantity("数据", show_size),
        "amount_blocks": Quantity("块数", counted("块")),
        "rate": Quantity("传输率", _show_rate, _rates),
        "addressing": Quantity("平均寻址时间", _duration, _times),
        "cylinders": Quantity("柱面", counted("个"), lambda value: (str(value),)),
        "spanned": Quantity("磁道", counted("条")),
        "capacity": Quantity("容量", show_size, sizes),
        "sectors_needed": Quantity("扇区", counted("个"), lambda value: (str(value),)),
        "together": Quantity("存放", lambda value: "连续"),
        "apart": Quantity("存放", lambda value: "分散"),
    },
    words=(
        "磁盘 硬盘 软盘 磁盘组 磁道 柱面 扇区 盘面 记录面 盘片 磁头 磁臂 移动臂 旋转 转速 转动 一圈 寻道 寻找 查找 旋转延迟 延迟 等待 传输 传送 传输率 传输速率 传输速度 读取 读 读出 读写 写 访问 存取 文件 数据 信息 块 盘块 物理块 逻辑块 "
        "相邻 逻辑 信息块 存放 优化 优化存放 凌乱 平均 间隔 速度 时间 情况 两种情况 时间 所需 容量 存储 总 大小 字节 一个 某 该 平均 传输 这个 优化后 如果 若 但 则 问 在 下 各 组成 占用 占 长度 长 需要 花 毫秒 分 秒 转 每 转每分 分钟 编号 包含 含 有效 花费 移过 搜索 盘 中 计算 "
    ),
    idle=frozenset(
        ("surfaces", "tracks", "per_track", "moved", "start", "track_bytes", "sector_bytes", "sectors", "seek", "latency", "revolution")
    ),
    prepared=_prepared,
    conventions=("1 KB = 1024 B",),
)
