"""Records put into a file, or taken out of it, where each block holds one: how many blocks are read and written; and how long a linked
file can become.

Linked: the blocks before the place are read one after another; the last of them is written back with its new pointer. A block that is taken
out is read for its pointer, a new one is written. Contiguous: every block on the side that is moved is read and written.
"""

from __future__ import annotations

from typing import Any

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.os._clauses import SIZE, to_bytes
from engine.generators.os._topic import Topic
from engine.generators.quantities import size
from engine.generators.reading import INTEGER, stay_out, to_int

_RECORD = r"(?:逻辑)?(?:记录|块|物理块|盘块|磁盘块|数据块)"
_WORDS = (
    "某 一个 有 文件 文件F 该文件 用户 打开 后 内存 主存 中 的 逻辑记录 记录 物理块 磁盘块 块 盘块 磁盘 结构 方式 分配 采用 文件系统 系统 组成 由 共 存放 存储 目前 现 已 若 如果 要 欲 将 把 一条 条 个 每个 每 从 编号 操作 上述 完成 需要 需 访问 次 则 那么 它 对应于 对应 目录项 目录 已经 在 假设 设 其 顺序 依次 "
    "插入 删除 存储区域 区域 前后 均 都 足够 空闲 空间 磁盘空间 最少 至少 为 作为 到 新 最大 长度 支持 单个 用于 大小 链接 连续 指针 链接指针 其中 和 字节 占 被链接 读写 启动 "
)


def recognise_operation(text: str) -> Recognition | None:
    """Such a problem as understood; None: another one."""
    reading = Topic(text)
    if reading.has("索引|FAT|硬链接|符号链接|缓冲|排序|显式"):
        return None
    linked = reading.take_all(r"(?:采用)?(?:隐式)?(?:链接|链式|链接式|串联)(?:结构|分配|存储)(?:方式)?(?:的)?(?:文件)?")
    contiguous = reading.take_all(r"(?:采用)?(?:连续|顺序)(?:结构|分配|存储)(?:方式)?(?:的)?(?:文件)?")
    if bool(linked) == bool(contiguous):
        return None
    reading.take_all(
        r"(?:该|此|其|对应于?该?)?(?:文件)?(?:的)?(?:目录项|FCB|文件控制块|和|与|、)+(?:都|均)?(?:已经?)?(?:在|读入|调入)(?:了)?(?:内存|主存)(?:中|里)?(?:储器中)?"
    )
    reading.take_all(r"(?:用户)?(?:已)?打开(?:该)?文件(?:之?后)?|文件已(?:经)?打开")
    one = bool(
        reading.take_all(
            rf"(?:其中)?(?:被链接的?)?每个?(?:物理|磁|盘|磁盘|存储)*块(?:只|仅|恰好)?(?:存放|存储|存|放|可存放|包含)(?:了)?(?:一|1)(?:个|条){_RECORD}(?:(?:和|与|及)(?:一|1)个(?:链接)?指针)?"
        )
    )
    reading.take_all(
        r"(?:存放了?)?1(?:\s*[,、]\s*\d+){1,9}(?=\s*(?:等|共|这|\ue000|[两三四五六七八九]|个))|(?:记录|块)?(?:均)?从1开始(?:进行)?(?:编号|计数)"
    )
    both = reading.take_all(
        r"(?:文件)?\s?[A-Z]?(?:的)?(?:存储)?(?:区域|空间)?(?:的)?(?:前后|两端|前面和后面)(?:均|都)?(?:有|留有|存在)(?:足够)?(?:的)?(?:空闲)?(?:的)?(?:磁盘|存储)?(?:空间|块)"
    )
    behind = reading.take_all(
        r"(?:文件)?\s?[A-Z]?(?:的)?(?:存储)?(?:区域|空间)?(?:只有|仅|仅有)(?:后面?|末尾|尾部)(?:有|留有)?(?:足够)?(?:的)?(?:空闲)?(?:的)?(?:磁盘|存储)?(?:空间|块)"
    )
    put = reading.take(
        rf"(?:欲|要|现要|若要|需要)?(?:将|把)?(?:内存中的)?(?:一|1)?(?:个|条)?(?:新)?(?:的)?{_RECORD}?(?:插入|添加|加入)(?:到)?(?:该|此)?(?:文件)?\s?[A-Z]?(?:中)?[,]?(?:作为|成为|为)?(?:其|它)?(?:的)?第\s*(?P<place>{INTEGER})\s*(?:条|个)(?:新)?{_RECORD}?"
    )
    gone = reading.take(
        rf"(?:欲|要|现要|若要|完成|如果要)?(?:将|把)?(?:删除|删去|删掉)(?:该文件的?|文件的?)?(?:{_RECORD})?\s*(?:第)?\s*(?P<place>{INTEGER})\s*(?:号|条|个)?{_RECORD}?"
    )
    count = reading.take_one(
        (
            rf"(?:文件)?\s*[A-Z]?(?:共|总共|目前|现)?(?:由|有|存放了?|包含)*\s*(?<!第)(?!一[个条]|1[个条])(?P<value>{INTEGER})\s*(?:个|条)(?:逻辑)?(?:记录|物理块|磁盘块|盘块|数据块)(?:组成)?",
            rf"(?:共|有|存放)*了?1(?:\s*[,、]\s*\d)*\s*[,、]\s*\d+\s*(?P<value>{INTEGER})\s*(?:个|条)(?:逻辑)?{_RECORD}",
        ),
        to_int,
    )
    block = reading.take_one(rf"(?:每个?)?(?:磁|物理|盘|磁盘)*块(?:的)?(?:大小|长度)?(?:为|是)*\s*(?P<value>{SIZE})", to_bytes)
    pointer = reading.take_one(
        rf"(?:其中)?(?P<value>{SIZE})(?:用于|用来)?(?:存放|存储|表示)?(?:链接)?指针", to_bytes
    ) if reading.has("指针") else None  # fmt: skip
    asked = reading.ask(
        (
            (
                r"(?:该)?(?:文件系统|系统)?(?:所)?(?:支持|允许)?(?:的)?(?:单个)?文件(?:的)?最大(?:长度|大小)?(?:是|为|可达)?(?:多少|几|多大)?|(?:文件)?最大(?:文件)?长度(?:是|为)?(?:多少|几)?",
                "longest",
            ),
            (
                r"(?:完成)?(?:上述|该|此|这个)?(?:\ue000|插入|删除|操作|的)*(?:最少|至少|需要?|要|需|共|总共|则|那么)*(?:访问|读写|启动|存取)(?:磁盘)?(?:的)?(?:磁盘|物理)?(?:块)?(?:多少|几)次(?:磁盘块?|物理块)?|(?:访问|读写|启动)磁盘(?:块)?(?:的)?次数(?:是|为)?(?:多少|几)?|(?:最少|至少|需要?|要|需|共)*(?:多少|几)次(?:磁盘)?(?:I/O|访问|读写)(?:磁盘块?)?",
                "accesses",
            ),
        )
    )
    least = bool(patterns.search("最少|至少", reading.text))
    reading.finish_knowing(_WORDS, danger="I/O")
    if not asked:
        return None
    parameters: dict[str, Any] = {"layout": "operation", "asked": asked, "linked": bool(linked)}
    understood = [("分配", "链接" if linked else "连续")]
    if "accesses" in asked:
        if not one or bool(put) == bool(gone):
            return None
        found = put or gone
        assert found is not None
        place = to_int(found["place"])
        if gone and contiguous:
            return None
        if contiguous and not ((both and least) or behind):
            return None
        if count is None or not 1 < place <= count or (gone and place == count):
            return None
        parameters |= {"place": place, "count": count, "put": put is not None, "both": bool(both)}
        understood += [("记录", f"{count} 条，每块一条"), ("插入" if put else "删除", f"第 {place} 条")]
    elif put or gone:
        return None
    if "longest" in asked:
        if contiguous or block is None or pointer is None or pointer > 8:
            return None
        parameters |= {"block": block, "pointer": pointer}
        understood.append(("盘块", f"{size(block)}，指针 {pointer} B"))
    elif block is not None:
        return None
    return Recognition(parameters=parameters, understood=tuple(understood))


def solve_operation(parameters: Parameters) -> Solution:
    """The accesses counted, and the greatest length."""
    said, steps = [], []
    also: list[tuple[str, ...]] = []
    for task in parameters["asked"]:
        if task == "longest":
            block, pointer = int(parameters["block"]), int(parameters["pointer"])
            total = (1 << 8 * pointer) * (block - pointer)
            said.append(size(total))
            also.append((f"{total} B",))
            steps.append(
                f"指针 {pointer} B，最多 $2^{{{8 * pointer}}}$ 块，每块存数据 {block} − {pointer} = {block - pointer} B，最长 {size(total)}。"
            )
            continue
        place, count = int(parameters["place"]), int(parameters["count"])
        if parameters["linked"]:
            times = place + 1
            if parameters["put"]:
                steps.append(
                    f"依次读前面的 {place - 1} 块，写新块 1 次，改写第 {place - 1} 块的指针 1 次：{place - 1} + 1 + 1 = {times} 次。"
                )
            else:
                steps.append(
                    f"依次读到第 {place} 块（读 {place} 次，得到它的指针），改写第 {place - 1} 块的指针 1 次：{place} + 1 = {times} 次。"
                )
        else:
            moved = min(place - 1, count - place + 1) if parameters["both"] else count - place + 1
            times = 2 * moved + 1
            side = f"前面的 {moved} 块前移" if moved == place - 1 and parameters["both"] else f"后面的 {moved} 块后移"
            steps.append(f"把{side}一块，每块读、写各 1 次，再写新记录 1 次：{moved} × 2 + 1 = {times} 次。")
        said.append(f"访问磁盘 {times} 次")
        also.append((f"{times} 次", str(times)))
    if not said:
        stay_out("nothing asked")
    return Solution(
        answer="；".join(said),
        also=also[0] if len(said) == 1 else (),
        steps=paragraphs(*steps),
        conventions=("目录项（FCB）已在内存，其修改不另计",) if "accesses" in parameters["asked"] else (),
    )
