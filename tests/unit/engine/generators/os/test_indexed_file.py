"""Index nodes against trees that are really built, textbook classics, and sentences as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import NeedsParameter, Solved, solve_text
from engine.generators.os._files.index_node import Node

from ..every_kind import right_option, sample


def laid_out(node: Node, limit: int) -> list[tuple[int, ...]]:
    """The way from the node to each of the first `limit` data blocks: the index blocks passed, by number of creation."""
    ways: list[tuple[int, ...]] = []
    created = 0

    def fill(depth: int, path: tuple[int, ...]) -> None:
        nonlocal created
        if len(ways) >= limit:
            return
        if depth == 0:
            ways.append(path)
            return
        created += 1
        own = created
        for _ in range(node.fan_out):
            fill(depth - 1, (*path, own))

    for level, count in enumerate(node.addresses):
        for _ in range(count):
            fill(level, ())
    return ways


def test_unix_of_the_textbooks() -> None:
    # Bach, The Design of the UNIX Operating System: ten direct blocks, one single, double and triple indirect, 1 KB blocks, 4-byte numbers.
    node = Node((10, 1, 1, 1), 1024, 4)
    assert [reach * 1024 for reach in node.blocks()] == [10 * 2**10, 256 * 2**10, 64 * 2**20, 16 * 2**30]


def test_tang() -> None:
    # Tang, Computer Operating Systems: the same node with 4 KB blocks: 40 KB, 4 MB, 4 GB, 4 TB.
    node = Node((10, 1, 1, 1), 4096, 4)
    assert [reach * 4096 for reach in node.blocks()] == [40 * 2**10, 4 * 2**20, 4 * 2**30, 4 * 2**40]


@settings(max_examples=40)
@given(st.tuples(*[st.integers(0, 3)] * 3), st.sampled_from((2, 3, 4)), st.integers(1, 60))
def test_simulator_agrees_with_the_tree(counts: tuple[int, int, int], fan_out: int, limit: int) -> None:
    node = Node((*counts, 1), fan_out * 4, 4)
    ways = laid_out(node, limit)
    assert len(laid_out(node, 10**4)) == sum(node.blocks())
    limit = min(limit, len(ways))
    assert node.index_blocks(limit) == len({index for way in ways for index in way})
    assert [node.level_of(block) for block in range(limit)] == [len(way) for way in ways]


def test_keys_agree_with_arithmetic() -> None:
    for composed in sample("indexed-file"):
        asked = composed.parameters
        block, n = asked["block"], asked["block"] // asked["entry"]
        direct, single, double, triple = asked["addresses"]
        shown = right_option(composed)
        if asked["task"].startswith("largest"):
            total = block * (direct + single * n + double * n * n + triple * n * n * n)
            assert float(shown.removesuffix(" KB")) * 1024 == total
        elif asked["task"] == "reads":
            reads = 0
            for offset in asked["offsets"]:
                number = offset // block
                reads += 1 if number < direct else 2 if number < direct + single * n else 3
            assert shown == f"{reads} 次"
        elif asked["task"] == "entries":
            first, second = (int(part.strip("第项 ")) for part in shown.split("、"))
            assert (
                (direct + single * n + first * n + second) * block
                <= asked["offset"]
                < (direct + single * n + first * n + second + 1) * block
            )
        else:
            ways = laid_out(Node((direct, single, double, triple), block, asked["entry"]), -(-asked["length"] // block))
            assert shown == f"{len({index for way in ways for index in way})} 个"


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "i结点前10个地址直接寻址，第11、12、13个依次为一次、二次、三次间接寻址。盘块1KB，盘块号4B，i结点已在内存，读偏移量300000处的数据需启动磁盘几次？",
            "3 次",
        ),
        ("直接地址8个、一次间址和二次间址各1个，盘块1KB，每个盘块号4字节，一个大小为300KB的文件，除数据块外还要占用多少个索引块", "3 个"),
        (
            "混合索引（直接地址10个，一级、二级间接地址各1个），块1KB，地址项长4B，访问文件第200号逻辑块（从0开始编号），应通过哪一级索引找到？",
            "一级间接索引",
        ),
        ("inode已在内存，12个直接块、1个一级间接块，块大小4K，块号4B，读第5000字节要访问几次磁盘", "1 次"),
        ("第0～9项为直接地址，第10项为一次间接，第11项为二次间接，盘块1KB、地址4B，最大文件是多大", "65802 KB"),
        ("文件的索引表有13项，前10项直接，第11项一级间接，第12项二级间接，第13项三级间接，盘块1KB，盘块号4B，文件最大长度", "16843018 KB"),
        ("某inode含6个直接块、2个一级间接块，块大小1KB，指针2B，求文件最大尺寸", "1030 KB"),
        ("UNIX系统中i节点有8个直接指针、2个一次间接指针、1个二次间接指针，每块512字节，指针占4字节，最大文件长度是多少KB", "8324 KB"),
        ("某文件的inode共有12个地址项，其中10个直接，1个一级间接，1个二级间接，块大小1KB，每个块号4B，文件最大多大", "65802 KB"),
        (
            "索引结点有10个直接地址项，1个一级间接、1个二级间接、1个三级间接地址项，磁盘块1KB，每个地址项4B，求文件最大长度",
            "16843018 KB",
        ),
        (
            "某文件系统的inode中有12个直接地址、1个一级间接地址和1个二级间接地址，块大小为4KB，地址占4字节，单个文件最大是多少？",
            "4198448 KB",
        ),
        ("混合索引：直接地址项8个，一级间接地址项2个，磁盘块大小为512B，每个地址项占2B，最大文件长度是多少", "260 KB"),
        (
            "设文件索引节点中有7个地址项，其中4个地址项是直接地址索引，2个地址项是一级间接地址索引，1个地址项是二级间接地址索引，每个地址项大小为4字节。若磁盘索引块和磁盘数据块大小均为256字节，则可表示的单个文件最大长度是",
            "1057 KB",
        ),
        ("文件采用多级索引，10个直接索引，1个一级间接索引，盘块大小1KB，盘块号占4B，问文件最大为多少", "266 KB"),
        ("请问索引结点有13个直接地址和1个二级间接地址，块大小2KB，每个地址8字节，最大文件大小？", "131098 KB"),
        ("i节点有5个直接地址项，一级间接地址项3个，磁盘块4K，每个地址项占8B，文件最大长度多少", "6164 KB"),
        ("磁盘块大小为1 KB，地址项占4 B，有10个直接地址项和1个三级间接地址项，则文件最大长度是多少", "16777226 KB"),
        ("FAT文件系统簇大小4KB，表项2B，文件最大长度多少", "256 MB"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "索引表有13项，前10项直接，第11项一级间接，第12项二级间接，盘块1KB，盘块号4B，文件最大长度",
        "索引节点有13个地址项，10个直接、1个一级间接、1个二级间接，地址项4B，块大小1KB，文件最大多大",
        "索引结点有10个直接地址项，1个一级间接地址项，磁盘块1KB，每个地址项4B，访问偏移量 300000 需要读盘几次",
        "索引结点有10个直接地址项，1个一级间接地址项，磁盘块1KB，每个地址项4B，文件长度字段32位，文件最大长度多少",
        "索引结点有10个直接地址项，1个一级间接地址项，磁盘块1KB，每个地址项4B，磁盘容量为100MB，文件最大长度多少",
        "索引结点中有10个直接地址项，1个四级间接地址项，磁盘块1KB，每个地址项4B，文件最大长度多少",
        "混合索引的优点是什么",
        "10个直接、1个一级间接地址，块1KB，地址4B，读偏移20000处的数据要访问几次磁盘",
        "索引结点在内存，10个直接、1个一级间接地址，块1KB，块号4B，读偏移20000处的数据，间接块已在缓存，访问几次磁盘",
        "10个直接、1个一级间接地址，块1KB，地址4B，第10号逻辑块应通过哪一级索引找到",
        "索引结点有10个直接地址项，1个一级间接地址项，磁盘块1KB，每个地址项4B，求文件最大长度和索引块个数",
        "索引结点有10个直接地址项，若干个一级间接地址项，磁盘块1KB，每个地址项4B，求文件最大长度",
        "索引结点有10个直接地址项，1个一级间接地址项，每块1000B，每个地址项4B，求文件最大长度",
        "索引结点的地址项如图所示，磁盘块1KB，地址项4B，有一级间接，求文件最大长度",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert solve_text(text, "408") is None


def test_solver_asks_for_the_entry() -> None:
    asked = solve_text("索引结点有10个直接地址项，1个一级间接地址项，磁盘块大小为1KB，求文件最大长度", "408")
    assert isinstance(asked, NeedsParameter)
    solved = solve_text(asked.completed("4B"), "408")
    assert isinstance(solved, Solved)
    assert solved.answer == "266 KB"


def test_options_in_other_words() -> None:
    text = "索引结点有10个直接地址项，1个一级间接地址项，磁盘块1KB，每个地址项4B，文件最大长度为 A. 266KB B. 256KB C. 10KB D. 1MB"
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved)
    assert solved.option == "A"
    text = "索引结点有10个直接地址项，1个一级间接地址项，磁盘块1KB，每个地址项4B，文件最大长度为 A. 10KB+256KB B. 10MB+256KB C. 10KB D. 1MB"
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved)
    assert solved.option == "A"


def test_own_questions_are_solved_as_keyed() -> None:
    answered = 0
    for composed in sample("indexed-file"):
        solved = solve_text(composed.question.stem, "408")
        if isinstance(solved, Solved):
            answered += 1
            assert right_option(composed) in solved.answer, composed.question.stem
    assert answered
