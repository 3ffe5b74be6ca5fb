"""Address translation against a memory that is really laid out, textbook classics, and sentences as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import NeedsParameter, Solved, solve_text
from engine.generators.os._addressing.translation import split, translate, translate_segment

from ..every_kind import right_option, sample


def place_in_memory(address: int, page_size: int, frames: dict[int, int]) -> int | None:
    """Write the process byte by byte into memory and look where the byte of that address is."""
    memory: dict[int, int] = {}
    for page, frame in frames.items():
        for i in range(page_size):
            memory[frame * page_size + i] = page * page_size + i
    return next((where for where, byte in memory.items() if byte == address), None)


def test_silberschatz_paging() -> None:
    # Silberschatz, Operating System Concepts: 4-byte pages, pages 0 to 3 in frames 5, 6, 1, 2; logical 0, 3, 4, 13 are at 20, 23, 24, 9.
    frames = {0: 5, 1: 6, 2: 1, 3: 2}
    assert [translate(address, 4, frames).physical for address in (0, 3, 4, 13)] == [20, 23, 24, 9]


def test_silberschatz_segments() -> None:
    # The same book's segment table: byte 53 of segment 2 is at 4353, 852 of segment 3 at 4052, 1222 of segment 0 is out of bounds.
    segments = [(1400, 1000), (6300, 400), (4300, 400), (3200, 1100), (4700, 1000)]
    assert [translate_segment(*address, segments) for address in ((2, 53), (3, 852), (0, 1222))] == [4353, 4052, None]


def test_two_levels_of_x86() -> None:
    # Intel's 10-10-12 split, with the address of Tanenbaum's example of a two-level table: 0x00403004 is entry 1, entry 3, offset 4.
    assert split(0x00403004, (10, 10, 12)) == (1, 3, 4)


@settings(max_examples=30)
@given(st.sampled_from((4, 16, 64)), st.lists(st.integers(0, 20), min_size=1, max_size=5, unique=True), st.data())
def test_simulator_agrees_with_memory(page_size: int, frames: list[int], data: st.DataObject) -> None:
    table = dict(enumerate(frames))
    address = data.draw(st.integers(0, page_size * (len(frames) + 1) - 1))
    assert translate(address, page_size, table).physical == place_in_memory(address, page_size, table)


def test_keys_agree_with_bit_strings() -> None:
    for composed in sample("address-translation"):
        asked = composed.parameters
        shown = right_option(composed)
        if asked["task"] == "decimal":
            width = asked["page_size"].bit_length() - 1
            bits = f"{asked['address']:032b}"
            assert int(shown) == int(f"{asked['frames'][int(bits[:-width], 2)]:b}" + bits[-width:], 2)
        elif asked["task"] == "hexadecimal":
            width = asked["page_size"].bit_length() - 1
            bits = f"{asked['address']:016b}"
            assert int(shown[:-1], 16) == int(f"{dict(asked['frames'])[int(bits[:-width], 2)]:b}" + bits[-width:], 2)
        elif asked["task"] == "segment":
            base, length = asked["segments"][asked["segment"]]
            assert int(shown) == range(base, base + length)[asked["offset"]]
        elif asked["task"] == "two-levels-physical":
            low = asked["bits"][2]
            assert int(shown[:-1], 16) == int(f"{asked['frame']:b}" + f"{asked['address']:032b}"[-low:], 2)
        elif asked["task"] == "two-levels-entry":
            assert int(shown[:-1], 16) == asked["base"] + 4 * int(f"{asked['address']:032b}"[: asked["bits"][0]], 2)
        else:
            width = asked["page_size"].bit_length() - 1
            bits = f"{asked['offset']:032b}"
            assert int(shown) == int(f"{asked['tables'][asked['segment']][int(bits[:-width], 2)]:b}" + bits[-width:], 2)


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("段表：段0基址100长度50，逻辑地址(0,30)对应的物理地址", "130"),
        ("页面大小为4KB，页号0、1、2对应块号2、4、1，逻辑地址ABC（十六进制）对应的物理地址是多少", "2ABCH"),
        (
            "某作业的段表\n段号 基址 段长\n0 500 300\n1 2000 150\n2 900 80\n求逻辑地址（1，149）、（2，95）的物理地址",
            "2149；越界",
        ),
        ("分段系统，第0段始址1000、段长200，第1段始址5000、段长90，逻辑地址（段号1，段内位移88）转成内存地址是多少", "5088"),
        (
            "两级页表，页目录号10位+页号10位+页内偏移12位，虚拟地址00803004H的页目录号、页号、页内偏移分别是？",
            "页目录号 2，页号 3，页内偏移 4（4H）",
        ),
        ("进程的逻辑地址空间最多有32个页面，每页4KB，内存512KB，逻辑地址和物理地址各需要多少位？", "逻辑地址 17 位，物理地址 19 位"),
        ("页面大小4KB，逻辑地址9000落在第几页，页内偏移是多少", "页号 2，页内偏移 808"),
        ("页大小为4096B，虚页2装在页框6，逻辑地址9000的物理地址是", "25384"),
        ("页面大小1KB，页面0在3号块，页面1在7号块，页面2在5号块，逻辑地址2100的物理地址是多少", "5172"),
        ("分页系统页长2KB，逻辑地址5000，页号2存放在物理块9，求物理地址", "19336"),
        ("页大小4KB，页表：0→5H，1→AH，2→CH，虚拟地址1ABCH对应的物理地址是", "AABCH"),
        ("虚拟地址16位，页大小256字节，页号1CH对应页框号A3H，页号1DH对应页框号2FH，虚地址1D08H的物理地址", "2F08H"),
        ("页号与块号对应关系为0-3，1-7，2-4，页面大小1KB，逻辑地址1030变成物理地址是多少？", "7174"),
        ("页面大小1KB，第0、1、2页分别放在第4、10、3号物理块，有效位均为1，逻辑地址1100对应的物理地址", "10316"),
        ("页面大小为1KB，页号0、1、2、3对应块号2、4、1、6，逻辑地址2500对应的物理地址是多少？", "1476"),
        ("某分页系统页面大小为1KB，第0、1、2、3页依次存放在第10、12、25、7号物理块中，逻辑地址 3100 对应的物理地址是多少", "7196"),
        ("页面大小4KB，页表 0→5，1→6，2→8，求逻辑地址 0x1234 的物理地址", "6234H"),
        (
            "页面大小 2KB\n\n| 页号 | 页框号 |\n| --- | --- |\n| 0 | 3 |\n| 1 | 7 |\n| 2 | 5 |\n\n逻辑地址 4100 转换为物理地址是多少",
            "10244",
        ),
        ("页长1024B，逻辑地址为2500，求页号和页内偏移", "页号 2，页内偏移 452"),
        ("页面大小为 512 B，页号 0,1,2 对应的页框号为 9,4,7，虚拟地址 1030 的物理地址？", "3590"),
        ("已知页面大小1K\n页号 块号\n0 4\n1 7\n2 3\n求逻辑地址1500对应的物理地址", "7644"),
        ("老师好，页面大小为4KB，页号0,1,2分别对应页框8,3,6，求逻辑地址 1A2BH 对应的物理地址，谢谢", "3A2BH"),
        ("页面大小1KB，页号0-3对应块号5、8、4、1，逻辑地址2100，求物理地址", "4148"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "页面大小4KB，页号与页框号为0-15，1-8H，逻辑地址1234H，求物理地址",
        "页面大小1KB，页1有效位0，页号0、1、2对应块号4、10、3，逻辑地址1100对应的物理地址",
        "页面大小1KB，页0在块4，页1在外存，逻辑地址1100对应的物理地址",
        "虚拟地址12位，页大小1KB，页号0、1、5对应块号4、10、3，虚拟地址5200的物理地址",
        "页面大小为1KB，页号0、1、2对应块号2、4、1，逻辑地址5000对应的物理地址是多少",
        "页面大小为1KB，页表如图所示，逻辑地址2500对应的物理地址是多少，TLB命中",
        "段表：段0基址100长度50，段1在外存，逻辑地址(0,30)对应的物理地址",
        "32位逻辑地址分页目录号10位、页号10位、页内偏移11位，逻辑地址00C05123H的页目录号是多少",
        "逻辑地址空间64页，每页2KB，物理地址多少位",
        "页面大小为1KB，按字编址，字长16位，页号0、1、2对应块号2、4、1，逻辑地址500对应的物理地址",
        "二级页表，页面大小4KB，逻辑地址0x00403004对应的物理地址",
        "页面大小为1KB，页号0、1、2对应块号2、4，逻辑地址500对应的物理地址是多少",
        "页面大小为1KB，页号0、1、2对应块号2、4、1，第1页的有效位为0，逻辑地址1500对应的物理地址是多少",
        "什么是逻辑地址和物理地址的区别",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert solve_text(text, "408") is None


def test_solver_asks_for_the_page() -> None:
    asked = solve_text("页号0、1、2、3对应块号2、4、1、6，逻辑地址2500对应的物理地址是多少？", "408")
    assert isinstance(asked, NeedsParameter)
    solved = solve_text(asked.completed("1KB"), "408")
    assert isinstance(solved, Solved)
    assert solved.answer == "1476"


def test_pasted_options() -> None:
    text = "页面大小为1KB，页号0、1、2、3对应块号2、4、1、6，逻辑地址2500的物理地址为 A. 1476 B. 2500 C. 452 D. 3524"
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved)
    assert solved.option == "A"


def test_figures_that_end_like_laughter_are_read_whole() -> None:
    """`233` is laughter in chats; 1233 is an address."""
    solved = solve_text("页面大小为 512 B，页号 0、1、2、3 对应页框号 11、15、14、6，逻辑地址 1233（十进制）对应的物理地址为多少？", "408")
    assert isinstance(solved, Solved)
    assert solved.answer.startswith("7377")


def test_own_questions_are_solved_as_keyed() -> None:
    answered = 0
    for composed in sample("address-translation"):
        solved = solve_text(composed.question.stem, "408")
        if isinstance(solved, Solved):
            answered += 1
            assert right_option(composed).lstrip("0") in solved.answer, composed.question.stem
    assert answered
