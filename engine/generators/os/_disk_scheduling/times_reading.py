"""Reading problems about how long a disk takes, what it holds, and interleaved sectors: see `times`."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.os._clauses import SIZE, TIME, to_bytes, to_nanoseconds
from engine.generators.os._scenery import SCENERY
from engine.generators.os._topic import Topic
from engine.generators.quantities import decimal
from engine.generators.reading import DECIMAL, INTEGER, to_int

_IS = r"(?:时间|平均|约|大约|均|都|各|需要?|要|花费?|得|为|是|用|的|有|含有?|包含|共|分为|分成|划分为|=|:|\s)*"
_SPEED = r"(?<!每秒)(?<!每秒钟)(?<!每秒旋转)(?<!每秒转)(?P<value>\d{3,6})\s*(?:转/分钟?|转每分钟?|rpm|r/min|r/m(?!in)|RPM|转(?!/秒))"
_WORDS = (
    "磁盘 磁盘组 该磁盘组 试计算 计算 硬盘 软盘 一块 盘 磁道 每磁道 每道 扇区 扇区数 转速 旋转 旋转速度 一圈 平均 寻道 寻道时间 启动时间 忽略 传输 传输率 传输速率 数据传输率 最大 读 读取 访问 存取 写 随机 一个 扇区的 时间 平均旋转延迟 旋转延迟 延迟 则 某 假设 设 那 每个 数据 控制器 总 所需 总计 耗时 "
    "毫秒 大概 大约 不变 从 到 提高 到 由 而 减为 约 降为 多选一 这个 块 要 柱面 磁头 移动 记录面 盘面 面 容量 线性块号 块号 对应 编号 按 都从0开始 号 各 逻辑 相邻 之间 物理 连续 文件 依次 存放 在 顺序 处理 程序 每 出 后 刚好 起点 处理完 全部 需要 优化 排列 最短 单缓冲 共有 转 内容 想 读完 的 记录 上 "
)


def recognise_times(text: str) -> Recognition | None:
    """The time of an access, its parts, or the rate of transfer; None: another problem."""
    reading = Topic(patterns.sub(r"(?<=时间)\s*\(\s*(?:ms|毫秒)\s*\)", "", text))
    # How many sides and tracks there are changes no time.
    reading.take_all(
        rf"(?:某|假设|设)?(?:磁盘|硬盘|磁盘组)?(?:驱动器)?(?:中|共)?有\s*{INTEGER}\s*个?(?:盘面|(?:数据)?记录面|磁头|盘片)|每(?:个)?(?:盘面|记录面|面)(?:有|上有|共有)?\s*{INTEGER}\s*个?(?:磁道|柱面)(?=[,;。])"
    )
    reading.refuse(r"FCFS|SSTF|SCAN|先来先服务|电梯|请求|处理.{0,8}ms|Cache|缓冲|记录面|盘片(?!的?(?:转|旋转))")
    reading.refuse(r"(?:求|计算|问)(?:该)?(?:磁盘|硬盘)?(?:的)?(?:总)?(?:存储)?容量|容量(?:是|为|有)*(?:多少|多大)")  # asks more than times
    binary = reading.take_all(r"\(?(?:其中|这里|注)?:?M\s*=\s*10\s*\^\s*6[,，]?(?:K(?:按|=|为)?10\s*\^\s*3(?:算|计)?)?\)?")
    change = reading.take(
        r"转速(?:由|从)(?P<first>\d+)(?:转|rpm)?(?:/分钟?)?(?:提高|增加|升|变)*(?:到|为|至)(?P<second>\d+)(?:转|rpm)(?:/分钟?)?"
    )
    per_second = reading.take_one(
        (
            r"(?:以)?(?:旋转)?(?:转速|速度)?(?:为|是)?每秒(?:钟)?(?:旋转|转)?(?:为|是)?\s*(?P<value>\d+)\s*(?:转|圈|周)(?:的速度|的转速)?(?:旋转)?",
            r"(?:旋转)?(?:转速|速度)?(?:为|是)?(?P<value>\d+)\s*(?:转/秒|转每秒|r/s|rps)",
        ),
        int,
    )
    speed = None if change else reading.take_one((rf"(?:旋转)?(?:转速|速度)?{_IS}{_SPEED}(?:的)?",), int)
    revolution = reading.take_one(rf"(?:磁盘)?(?:旋?转)(?:一|1)(?:圈|周){_IS}(?P<value>{TIME})", to_nanoseconds)
    sectors = reading.take_one(
        rf"(?<!同一)(?<!同一磁)(?<!同一条磁)(?<!同一个磁)(?:每一|每|一)?(?:个|条)?(?:磁)?道{_IS}(?P<value>{INTEGER})\s*个?扇区", to_int
    )
    # Sectors in a row cost one seek and one wait, sectors anywhere cost both each.
    together = r"(?:(?:连续)?(?:存放|存储|存|放)在)?(?:同一|一个|1个)(?:个|条)?磁道(?:上)?(?:的)?(?:连续)?(?:的)?|连续(?:存放)?的?|相邻的?"
    many = reading.take(
        rf"(?:文件|数据)?(?P<before>{together})?(?:随机)?(?:读取?|访问|存取|读出)?(?P<apart>随机(?:地)?(?:读取?|访问|存取)?|(?:分散|随机|不连续|不相邻)(?:存放|分布)?(?:的|在)?)?\s*(?<![\d.每])(?!一个|1个|0)(?P<count>{INTEGER})\s*个?(?P<after>连续的?|相邻的?)?(?P<apart_after>(?:随机|不相邻|不连续|分散|随机分布)的?)?扇区(?:里|中|上)?(?!的?大小)(?=[,;。?!一总共要需花]|的)"
    )
    if many is not None and patterns.search(
        r"每(?:个|条)?(?:磁)?道\S{0,6}$|一道$|(?:分为|划分为|分成|共|有|含)$", reading.text[: many.start()]
    ):
        return None
    if many is not None and bool(many["before"] or many["after"]) == bool(many["apart"] or many["apart_after"]):
        return None  # how they lie is not said
    reading.take_all(r"\(?只寻道(?:一|1)次[、,]?(?:等(?:一|1)次旋转|旋转等待(?:一|1)次)?\)?")
    track = reading.take_one(rf"每(?:个|条)?(?:磁)?道(?:存放|容量|可存|存储|能存|有|为|是)*\s*(?P<value>{SIZE})", to_bytes)
    linear = reading.take(
        rf"寻道时间\s*=\s*(?P<each>{DECIMAL})\s*ms\s*[×*]\s*(?:移动的?)?(?:柱面|磁道)数\s*\+\s*(?:启动时间)?\s*(?P<start>{DECIMAL})\s*ms"
    )
    moved = reading.take(r"(?:磁头)?(?:由|从)第?(?P<first>\d+)号?(?:柱面|磁道)(?:移动?|运动)?(?:到|至)第?(?P<second>\d+)号?(?:柱面|磁道)")
    latency = reading.take_one(rf"(?:平均)?旋转(?:的)?(?:延迟|等待)(?:时间)?{_IS}(?P<value>{TIME})", to_nanoseconds)
    seek = reading.take_one(rf"(?:平均)?(?:寻道|寻找|查找)(?:时间)?(?:的)?(?:均值|平均值)?(?:不变)?{_IS}(?P<value>{TIME})", to_nanoseconds)
    moving = reading.take_one(
        rf"(?:传输|传送|读出|读取)(?:一个?|每个?|1个)?(?:数据)?(?:块|扇区)?(?:的)?(?:数据)?(?:的)?(?:时间)?{_IS}(?P<value>{TIME})",
        to_nanoseconds,
    )
    extra = reading.take_one(rf"(?:磁盘)?控制器(?:的)?(?:延迟|时间|开销){_IS}(?P<value>{TIME})", to_nanoseconds)
    block = reading.take_one(
        (
            rf"(?:一个)?(?P<value>{SIZE})(?:大小)?(?:的)?(?:数据)?(?:块|扇区)",
            *(
                [
                    rf"(?:每个?)?扇区(?:大小|长度|容量)?(?:为|是|=|:|可|能|有|包括|包含|记录|存储|存放|存)*(?P<value>{SIZE})(?:的)?(?:数据|信息)?"
                ]
            ),
        ),
        to_bytes,
    )
    if sectors:
        block = None  # a sector is a share of the turn, however much it holds
    rate = reading.take(rf"(?:数据)?传输(?:速)?率{_IS}(?P<value>{DECIMAL})\s*(?P<unit>[KM])B/s")
    ignored = bool(reading.take_all(r"\(?(?:忽略|不计|不考虑)(?:数据)?传输(?:时间)?\)?|传输(?:时间)?(?:忽略|不计|忽略不计)"))
    if reading.has("平均寻址时间"):  # to the place, and no further
        ignored = True
    reading.take_all(
        r"(?:别的|其[他它]|其余)(?:的)?(?:延迟|时间|开销|等待)(?:都|均)?(?:可以?)?(?:不算|不计|忽略不计|忽略|不考虑|不管)|启动时间(?:忽略|不计|忽略不计)|(?:忽略|不计|不考虑)(?:其他|启动|控制器|启停)(?:的)?(?:时间|开销|延迟)?|\(?(?:磁盘)?控制器(?:的)?(?:延迟|时间|开销)(?:可)?(?:不管|不计|忽略(?:不计)?|不考虑)\)?"
    )
    asked = reading.ask(
        (
            (r"(?:最大)?(?:的)?(?:数据)?传输(?:速)?率(?:是|为)?(?:多少|几)?(?:\s*[KM]B/s)?", "rate"),
            (r"(?:平均)?旋转(?:的)?(?:延迟|等待)(?:时间)?(?:平均)?(?:各|分别)?(?:是|为|要)?(?:多少|几)?(?:毫秒|ms)?", "latency"),
            (
                r"(?:传送?|传输)(?:一个)?扇区(?:的)?(?:数据)?(?:的)?(?:时间)?(?:所)?(?:需|需要|要|用|花|是|为)*(?:多少|多长|多久|几)?(?:时间|ms|毫秒)?|(?:读|传送?|传输)?(?:一个)?扇区的(?:数据)?传输(?:时间)?(?:是|为)?(?:多少)?|传输时间(?:是|为)?(?:多少)?",
                "transfer",
            ),
            (
                r"(?:读取?|访问|读出|读完)(?:完)?(?:一个|一条|1个|整个|整条|某个)+磁道(?:上)?(?:的)?(?:全部|所有)?(?:数据|内容|信息)?(?:所需|的|需要?|要|平均|大约|约)*(?:时间)?(?:是|为|约)*(?:多少|多久|几)?(?:ms|毫秒)?",
                "track",
            ),
            (r"(?:磁盘)?旋?转一(?:圈|周)(?:的时间|要|需)+(?:多少|多久)", "revolution"),
            (
                r"(?:随机)?(?:读取?|访问|存取|写)(?:一个)?(?:\ue000+)?(?:扇区|这个块|该块|块|(?<=\ue000))(?:所需|的|要|需要?|总计|大概|平均|花费?|存取|访问|读取|寻址|\ue000|约)*(?:时间|耗时|多久|多长时间|多少)?(?:是|为|从约几减为约几|从约减为约)*(?:多少|多久)?|平均(?:存取|访问|寻址)时间(?:约)?(?:是|为)?(?:多少|几)?|(?:读完?|读取|访问|存取|全部读完)?(?:这些|它们|该文件|文件)?(?:一共|总共|共)?(?:需要?|要|花费?|用)(?:的)?(?:多少|多久|多长)(?:时间|ms|毫秒)?|(?:一共|总共)(?:多少|几)(?:ms|毫秒)?",
                "access",
            ),
        )
    )
    reading.finish_knowing(_WORDS)
    if not asked or (many is not None and asked != ["access"]):
        return None
    parameters: dict[str, object] = {"times": "access", "asked": asked}
    if many is not None:
        parameters["count"] = to_int(many["count"])
        parameters["together"] = not (many["apart"] or many["apart_after"])
    understood = []
    if change:
        speeds = [Fraction(60_000, int(change[name])) for name in ("first", "second")]
    elif per_second is not None:
        if speed is not None or per_second == 0:
            return None
        speeds = [Fraction(1000, per_second)]
    elif speed is not None:
        speeds = [Fraction(60_000, speed)]
    else:
        speeds = []
    if revolution is not None:
        if speeds:
            return None
        speeds = [revolution / 1_000_000]
    if speeds:
        parameters["revolutions_ms"] = [str(one) for one in speeds]
        understood.append(("旋转一圈", "，".join(f"{decimal(one, 3)} ms" for one in speeds)))
    if linear:
        if not moved or seek is not None:
            return None
        seek = (Fraction(linear["each"]) * abs(int(moved["second"]) - int(moved["first"])) + Fraction(linear["start"])) * 1_000_000
    elif moved:
        return None
    if seek is not None:
        parameters["seek_ms"] = str(seek / 1_000_000)
        understood.append(("寻道", f"{decimal(seek / 1_000_000, 3)} ms"))
    if latency is not None:
        parameters["latency_ms"] = str(latency / 1_000_000)
    if sectors is not None:
        parameters["sectors"] = sectors
    if extra is not None:
        parameters["extra_ms"] = str(extra / 1_000_000)
    if ignored:
        parameters["no_transfer"] = True
    if (block is None) != (rate is None):
        return None
    if rate and block is not None:
        scale = (1000 if rate["unit"] == "K" else 1_000_000) if binary else (1024 if rate["unit"] == "K" else 1 << 20)
        size = block * 1000 // 1024 if binary and block % 1024 == 0 else block
        parameters["transfer_ms"] = str(Fraction(size) / (Fraction(rate["value"]) * scale) * 1000)
    if moving is not None:
        if rate or ignored or sectors is not None:
            return None
        parameters["transfer_ms"] = str(moving / 1_000_000)
    if ("rate" in asked) != (track is not None):
        return None
    if track is not None:
        parameters["track_bytes"] = track
    if "track" in asked and (seek is None or len(speeds) != 1 or asked != ["track"] or many is not None):
        return None
    if "access" in asked and (seek is None or not (ignored or sectors or rate or moving is not None)):
        return None
    if not {"access", "track"} & set(asked) and seek is not None:
        return None
    return Recognition(parameters=parameters, understood=tuple(understood) or (("磁盘", "见题"),))


def recognise_interleaving(text: str) -> Recognition | None:
    """Records read and processed one after another as the disk turns; None: another problem."""
    reading = Topic(text)
    if not reading.has("处理") or not reading.has("记录|扇区|物理块|数据块"):
        return None
    block = r"(?:大小|长度)?(?:相等|相同|等长)?(?:的)?(?:扇区|物理块|盘块|物理记录|块)"
    sectors = reading.take_one(
        (
            rf"每(?:个|条)?(?:磁)?(?:道|磁道)(?:上)?(?:被)?(?:划分成|分成|划分为|划分|成)*{_IS}(?P<value>{INTEGER})\s*个?{block}",
            rf"(?:盘面|磁道)(?:上)?(?:共)?(?:被)?(?:有|分成|分为|划分为|划分成)(?P<value>{INTEGER})\s*个?{block}",
        ),
        to_int,
    )
    revolution = reading.take_one(
        rf"(?:磁盘|盘片)?(?:的)?(?:(?:旋?转)(?:一|1)(?:圈|周)|每转(?:一|1)?(?:圈|周)?|旋转周期|(?:旋转)?速度(?=[^,;。]{{0,12}}/))(?:的)?{_IS}(?P<value>{TIME})(?:\s*/\s*(?:圈|周|转))?",
        to_nanoseconds,
    )
    work = reading.take_one(
        (
            rf"(?:每)?(?:读出?|读取)?(?:完|出)?(?:一个|一条|1个)?(?:记录|扇区|块|物理块)?(?:的)?(?:内容|数据)?(?:之?后)?,?(?:处理程序|程序|CPU|主机|系统)?(?:还)?(?:处理)?(?:需要?|要|再|必须|用|花|花费|得)+\s*(?P<value>{TIME})(?:的时间)?(?:来|进行|对其|对它|对该记录|时间)*(?:加以)?处理(?:完(?=才|之?后))?",
            rf"(?:处理程序|程序|CPU|系统)?(?:对)?(?:其|每个记录)?(?:的)?(?:处理|加工)(?:每一个|每一条|一个|每个|每条|一条)?(?:记录|扇区|块)?(?:的)?(?:内容|数据)?(?:的)?(?:时间)?{_IS}(?P<value>{TIME})",
        ),
        to_nanoseconds,
    )
    records = reading.take_one(rf"(?:文件的|该文件|共)?(?:有|含)?(?P<value>(?!一|1(?!\d)){INTEGER})\s*[个条](?:逻辑)?记录", to_int)
    if sectors is None or revolution is None or work is None or records not in (None, sectors):
        return None
    reading.take_all(
        r"(?:依次|顺序|按序|按顺序)?(?:地)?(?:存放|存储|分布|存|放|记录|安排)*(?:在|于)?(?:同一(?:个)?(?:条)?磁道(?:的|上)*)?(?:(?:各|第)?(?:扇区|物理块|块)?(?:第)?\d+\s*(?:~|-|到|至)\s*(?:第)?\d+(?:号)?(?:个)?(?:扇区|物理块|块)?)(?:上|中|里)?|[A-Z]\s*[、,]\s*[A-Z]\s*[、,](?:\s*[A-Z]\s*[、,])*\s*(?:\.{2,}|…+)?\s*[、,]?\s*[A-Z](?![A-Za-z])|[A-Z]\d?\s*(?:~|-|到|至)\s*[A-Z]\d*(?=依次|顺序|按序|按顺序|,|存|、|的|分|\ue000)"
    )
    reading.take_all(
        r"(?:开始|初始|此刻|刚好|恰好)*(?:时)?(?:,)?(?:读写)?磁头(?:正|刚好|恰好|开始时|初始时|当前)*(?:位于|处于|在|处在|转到|移到)(?:第)?(?:首个|第一个|\d+号?|[A-Z]\d?|记录|扇区|物理块|块|逻辑|的)*(?:起点|开始处|起始处|开头|首部|始端|起始位置|开始位置|处|上方)+|\(?(?:采用|使用|用)?单缓冲(?:区)?(?:方式)?,?(?:处理完才能读下一个)?\)?|\d+号扇区|\d+[个条](?:逻辑)?记录"
        r"|(?:之后|然后|此后)(?:才|方)(?:能|可|可以)?(?:读|读取|读出)(?:取)?(?:下一个|下一条|后一个)(?:记录)?|(?<=\ue000)(?:才|方)(?:能|可|可以)(?:再)?(?:读|读取|读出)(?:取)?(?:下一个|下一条|后一个)(?:记录)?|按\s*[A-Z]\d?\s*(?:~|-|到|至)\s*[A-Z]\d?(?:的)?(?:顺序|次序)(?:存放)?(?:时)?|(?:且|而|只有)?(?:处理|加工)完(?:一个|毕|成|当前)?(?:记录)?(?:之?后)?(?:才|方)?(?:能|可|可以|再)+(?:读|读取|读出)(?:取)?(?:下一个|下一条|后一个)?(?:记录)?|(?:且|在)?(?:处理|加工)(?:期间|时|过程中)(?:磁盘|盘片)?(?:继续|仍在|不停|仍然|照常)*(?:地)?(?:旋转|转动|转)|(?:处理程序|程序|系统)?(?:顺序|依次|按顺序|按次序)(?:地)?(?:读出|读取|读)?(?:并)?(?:处理|访问)(?:这些|该|各|各个|全部)?记录(?!的?(?:最长|最短|总|时间))"
    )
    many = r"(?:多少|多长|多久|几)"
    done = r"(?:(?:顺序)?(?:处理|读取|读出|读|访问)(?:并处理)?完?(?:毕|成)?(?:全部|所有)?(?:这|该)?(?:文件|些)?(?:的)?(?:\d+[个条])?(?:\ue000|的)*(?:记录)?)"
    how_long = rf"(?:总共|一共|共|所|最短|最长|至少|最少|需要?|要|花费?|用|的|总|为|是)*(?:时间(?:是|为|总共|共)*{many}?(?:\s*ms)?|{many}(?:\s*ms|时间|毫秒)?)"
    asked = reading.ask(
        (
            (
                rf"(?:若|如果)?(?:对|把|将)?(?:记录|信息|信息的|它们|文件)*(?:的)?(?:存放|存储|分布)?(?:位置)?(?:进行|加以|做|经|采用|按)?(?:最优|优化|交错|交叉|调整)(?:地)?(?:排列|分布|存放|编排|安排)*(?:之?后|时|的话|,|则|那么|,|使|能|缩短|处理时间|最短)*(?:{done})?(?:这)?(?:\d+[个条])?(?:\ue000)*{how_long}",
                "best",
            ),
            (
                r"(?:若|如果)?(?:对)?(?:记录|信息)?(?:的)?(?:进行|做)?(?:最优|优化)(?:地|化)?(?:排列|分布|存放|编排|安排)(?:之?后)?呢",
                "best",
            ),
            (rf"{done}{how_long}", "plain"),
            (
                r"(?:逻辑上)?(?:相邻的?)?(?:两个)?(?:逻辑)?(?:扇区|记录)?(?:之间)?(?:至少)?(?:应|要|需)?间隔(?:多少|几)个(?:物理)?扇区",
                "gap",
            ),
        )
    )
    reading.take_all(
        r"(?:记录的?)?(?:安排|存放|排列)(?:的)?(?:顺序|次序)(?:如下(?:表)?(?:所示)?|为|是|:)*(?:物理块|扇区)\s*\d+\s*~\s*\d+\s*[,;]?(?:对应)?(?:逻辑)?记录\s*[A-Z]\d?\s*~\s*[A-Z]\d*"
    )
    reading.take_all(r"(?:逻辑)?(?:记录)?(?<![A-Za-z])[A-Z]\d?(?:\s*(?:~|-|到|至)\s*[A-Z]\d*)?(?![A-Za-z\d])")  # the records' names
    reading.take_all(r"(?:要想|想要?)?连续读完逻辑相邻的扇区而不多转整圈|逻辑上相邻的两个扇区之间至少应?")
    reading.finish_knowing(_WORDS + SCENERY + " 起始处 起始 初始 正 位于 顺序存放 顺序放 的话 读出 读 再 放 顺序 依次存放 开头 ")
    if not asked:
        return None
    return Recognition(
        parameters={
            "times": "interleaving",
            "sectors": sectors,
            "revolution_ms": str(revolution / 1_000_000),
            "work_ms": str(work / 1_000_000),
            "asked": asked,
        },
        understood=(
            ("扇区", f"每道 {sectors} 个"),
            ("旋转一圈", f"{decimal(revolution / 1_000_000, 3)} ms"),
            ("处理", f"{decimal(work / 1_000_000, 3)} ms"),
        ),
    )
