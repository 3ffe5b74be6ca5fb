"""A linked file whose blocks are told one by one, and an index area that names nothing but blocks of data."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.os._clauses import SIZE, to_bytes
from engine.generators.os._topic import Topic
from engine.generators.quantities import size
from engine.generators.reading import INTEGER, to_int

_BLOCK = r"(?:磁?盘块|物理块|磁盘物理块|块|簇|逻辑记录)"
_WORDS = "设 有 某 一个 文件 为 是 链接 链接文件 串联 串联文件 顺序 采用 隐式链接 隐式 显式链接 分配 结构 方式 组织 存储 由 个 逻辑记录 逻辑块 组成 每个 与 和 的 大小 磁盘块 盘块 物理块 相等 相同 均 都 为 并 且 依次 分别 存放 存储 放 在 号 上 中 磁盘 若 要 如果 存取 访问 读取 读 写 该 处 信息 数据 则 应该 应 那么 一 记录 字节 长度 逻辑 占用 已知 目录 目录项 FCB 在内存 内存 现 现在 需要 "


def recognise_chained(text: str) -> Recognition | None:
    """In which block of a linked file a byte is, or how many blocks are read on the way; None: another problem."""
    if not patterns.search("链接|串联", text) or "FAT" in text.upper():
        return None
    reading = Topic(text)
    reading.refuse(r"插入|删除|索引|指针|链接字|硬链接|符号链接|软链接|添加|修改|双向")
    blocks = reading.take(
        rf"(?:依次|分别|顺序)?(?:存放|存储|放|占用?|位于|保存)(?:在|于|了)?(?:磁盘)?(?:的)?(?:第)?\s*(?P<list>\d+(?:\s*(?:、|,|和|→)\s*(?:第)?\d+){{2,}})\s*号?(?:磁盘)?(?:的)?(?:{_BLOCK})?(?:上|中|里)?"
    )
    count = reading.take_one(
        rf"(?:由|包含|分成|共有?)\s*(?P<value>{INTEGER})\s*个(?:逻辑记录|逻辑块|记录|物理块|磁?盘块|块)(?:组成)?", to_int
    )
    byte = reading.take_one(r"(?:该?文件)?(?:的)?第\s*(?P<value>\d+)\s*(?:个)?(?:逻辑)?字节(?:处)?", int)
    length = reading.take_one(
        rf"(?:每个?|一个)?{_BLOCK}?(?:的)?(?:大小|长度|长)?(?:和|与)?(?:{_BLOCK})?(?:的)?(?:大小|长度|长)?(?:相等|相同|一致)?,?(?:均|都|各|也)*(?:为|是)?\s*(?P<value>{SIZE})",
        to_bytes,
    )
    asked = reading.ask(
        (
            (r"(?:应该?|需要?|要)?(?:先)?(?:访问|读取|读|存取)?(?:的)?(?:是)?(?:第)?(?:几|多少|哪一?个?|哪)号?(?:个)?(?:磁盘物理块|磁?盘块|物理块|块)(?:中|上|号)?|(?:在|位于)(?:第)?(?:哪一?个?|几号?)(?:磁盘物理块|磁?盘块|物理块|块)", "block"),
            (r"(?:共|一共|需要?|要)*(?:进行|启动|访问|读)?(?:磁盘)?(?:几|多少)次(?:磁盘)?(?:I/O|访盘|读盘|读|启动磁盘|访问)?(?:操作)?", "reads"),
        )
    )  # fmt: skip
    reading.finish_knowing(_WORDS)
    if blocks is None or length is None or byte is None or not asked or not byte % length:
        return None
    numbers = [int(one) for one in patterns.findall(r"\d+", blocks["list"])]
    if len(set(numbers)) != len(numbers) or byte > length * len(numbers) or (count is not None and count != len(numbers)):
        return None
    return Recognition(
        parameters={"layout": "chained", "blocks": numbers, "length": length, "byte": byte, "asked": asked},
        understood=(("盘块", listed(numbers, "、")), ("每块", size(length)), ("逻辑字节", str(byte))),
    )


def solve_chained(parameters: Parameters) -> Solution:
    """The block that many lengths from the beginning; all before it are read for their links."""
    blocks, length, byte = [int(one) for one in parameters["blocks"]], int(parameters["length"]), int(parameters["byte"])
    index, rest = divmod(byte, length)
    said = {"block": f"{blocks[index]} 号块", "reads": f"{index + 1} 次"}
    asked = list(dict.fromkeys(parameters["asked"]))
    return Solution(
        answer="，".join(said[one] for one in asked),
        also=({"block": (str(blocks[index]), f"{blocks[index]}号"), "reads": (str(index + 1),)}[asked[0]]) if len(asked) == 1 else (),
        steps=paragraphs(
            f"{byte} ÷ {length} = {index} 余 {rest}，在文件的第 {index + 1} 块，即 {blocks[index]} 号块。",
            *([f"链接结构要从第 1 块起依次读到这一块，共读 {index + 1} 次。"] if "reads" in asked else []),
        ),
        conventions=("盘块的大小都用来存放数据，不计其中的链接指针",),
    )
