"""Records read and processed one after another as the disk turns: how long all take as they lie and at best, and how far apart they should be."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, gcd

from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.os._clauses import TIME, to_nanoseconds
from engine.generators.os._scenery import SCENERY
from engine.generators.os._topic import Topic
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, stay_out, to_int

_IS = r"(?:时间|平均|约|大约|均|都|各|需要?|要|花费?|得|为|是|用|的|有|含有?|包含|共|分为|分成|划分为|=|:|\s)*"
_WORDS = (
    "磁盘 磁盘组 该磁盘组 试计算 计算 硬盘 软盘 一块 盘 磁道 每磁道 每道 扇区 扇区数 转速 旋转 旋转速度 一圈 平均 寻道 寻道时间 启动时间 忽略 传输 传输率 传输速率 数据传输率 最大 读 读取 访问 存取 写 随机 一个 扇区的 时间 平均旋转延迟 旋转延迟 延迟 则 某 假设 设 那 每个 数据 控制器 总 所需 总计 耗时 "
    "毫秒 大概 大约 不变 从 到 提高 到 由 而 减为 约 降为 多选一 这个 块 要 柱面 磁头 移动 记录面 盘面 面 容量 线性块号 块号 对应 编号 按 都从0开始 号 各 逻辑 相邻 之间 物理 连续 文件 依次 存放 在 顺序 处理 程序 每 出 后 刚好 起点 处理完 全部 需要 优化 排列 最短 单缓冲 共有 转 内容 想 读完 的 记录 上 "
)


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
        r"(?:开始|初始|此刻|刚好|恰好)*(?:时)?(?:,)?(?:读写)?磁头(?:正|刚好|恰好|开始时|初始时|当前|现在)*(?:位于|处于|在|处在|转到|移到)(?:第)?(?:首个|第一个|\d+号?|[A-Z]\d?|记录|扇区|物理块|块|逻辑|的)*(?:起点|始点|开始处|起始处|开头|首部|始端|起始位置|开始位置|位置|处|上方)+|\(?(?:采用|使用|用)?单缓冲(?:区)?(?:方式)?,?(?:处理完才能读下一个)?\)?|\d+号扇区|\d+[个条](?:逻辑)?记录"
        r"|(?:之后|然后|此后)(?:才|方)(?:能|可|可以)?(?:读|读取|读出)(?:取)?(?:下一个|下一条|后一个)(?:记录)?|(?<=\ue000)(?:才|方)(?:能|可|可以)(?:再)?(?:读|读取|读出)(?:取)?(?:下一个|下一条|后一个)(?:记录)?|然后(?:再)?(?:顺序)?读(?:取)?下一个记录(?:并处理)?,?(?:直到|直至)(?:处理|读)完(?:这些|全部|所有)?记录|按\s*[A-Z]\d?\s*(?:~|-|到|至)\s*[A-Z]\d?(?:的)?(?:顺序|次序)(?:存放)?(?:时)?|(?:且|而|只有)?(?:处理|加工)完(?:一个|毕|成|当前)?(?:记录)?(?:之?后)?(?:才|方)?(?:能|可|可以|再)+(?:读|读取|读出)(?:取)?(?:下一个|下一条|后一个)?(?:记录)?|(?:且|在)?(?:处理|加工)(?:期间|时|过程中)(?:磁盘|盘片)?(?:继续|仍在|不停|仍然|照常)*(?:地)?(?:旋转|转动|转)|(?:处理程序|程序|系统)?(?:顺序|依次|按顺序|按次序)(?:地)?(?:读出|读取|读)?(?:并)?(?:处理|访问)(?:这些|该|各|各个|全部)?记录(?!的?(?:最长|最短|总|时间))"
    )
    many = r"(?:多少|多长|多久|几)"
    done = r"(?:(?:顺序)?(?:处理|读取|读出|读|访问)(?:并处理)?完?(?:毕|成)?(?:全部|所有)?(?:这|该)?(?:文件|些)?(?:的)?(?:\d+[个条])?(?:\ue000|的)*(?:记录)?)"
    how_long = rf"(?:总共|一共|共|所|最短|最长|至少|最少|需要?|要|花费?|用|的|总|为|是|了)*(?:时间(?:是|为|总共|共)*{many}?(?:\s*ms)?|{many}(?:\s*ms|时间|毫秒)?)"
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


def solve_interleaving(parameters: Parameters) -> Solution:
    """How long all records take as they lie and at best, and how far apart they should be."""
    sectors, revolution, work = int(parameters["sectors"]), Fraction(parameters["revolution_ms"]), Fraction(parameters["work_ms"])
    one = revolution / sectors
    gap = ceil(work / one)
    said, steps = [], [f"读一个扇区 {decimal(revolution, 4)}/{sectors} = {decimal(one, 4)} ms，处理 {decimal(work, 4)} ms。"]
    for task in parameters["asked"]:
        if task == "gap":
            said.append(f"间隔 {gap} 个扇区")
            steps.append(f"处理时转过 {decimal(work, 4)}/{decimal(one, 4)} 个扇区，至少间隔 ⌈{decimal(work / one, 4)}⌉ = {gap} 个。")
        elif task == "plain":
            each = one + ceil(work / revolution) * revolution
            total = (sectors - 1) * each + one + work
            said.append(f"{decimal(total, 4)} ms")
            steps.append(
                f"顺序存放：处理完时下一个扇区已转过，要再等到它转回来。前 {sectors - 1} 个各 {decimal(each, 4)} ms，最后一个 {decimal(one + work, 4)} ms，共 {said[-1]}。"
            )
        else:
            if gcd(1 + gap, sectors) != 1:
                stay_out("an interleaving that meets itself")
            each = one * (1 + gap)
            total = (sectors - 1) * each + one + work
            said.append(f"{decimal(total, 4)} ms")
            steps.append(
                f"优化后相邻的记录间隔 {gap} 个扇区，处理完正好（或最快）转到下一个：前 {sectors - 1} 个各 {decimal(each, 4)} ms，最后一个 {decimal(one + work, 4)} ms，共 {said[-1]}。"
            )
    return Solution(
        answer="；".join(said), steps=paragraphs(*steps), conventions=("从第一个记录的扇区起点开始，单缓冲，处理完才能读下一个",)
    )
