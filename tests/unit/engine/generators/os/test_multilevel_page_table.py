"""Page tables against tables that are really filled, textbook classics, and sentences as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import NeedsParameter, Solved, solve_text
from engine.generators.os._addressing.page_tables import Space

from ..every_kind import right_option, sample


def filled(space: Space, pages: int) -> list[int]:
    """The tables of each level that exist after pages 0 to `pages - 1` are entered, the top level first."""
    fan_out, levels, reach = space.page // space.entry, 1, space.page // space.entry
    while reach < 1 << space.page_bits:
        levels, reach = levels + 1, reach * fan_out
    tables: list[set[int]] = [set() for _ in range(levels)]
    for number in range(pages):
        for level in range(levels):
            number //= fan_out
            tables[levels - 1 - level].add(number)
    return [len(level) for level in tables]


@pytest.mark.parametrize(
    ("bits", "page", "entry", "single", "split"),
    [
        # Silberschatz, Operating System Concepts: 32 bits, 4 KB pages, 4-byte entries: 4 MB of table, or two levels of ten bits.
        (32, 4096, 4, 4 * 2**20, (10, 10)),
        # The same section: 64 bits and 4 KB pages need an outer table of 42 bits with two levels; with full tables it is six.
        (64, 4096, 4, 2**54, (2, 10, 10, 10, 10, 10)),
        # x86-64: 48 bits, 8-byte entries: four levels of nine bits.
        (48, 4096, 8, 2**39, (9, 9, 9, 9)),
        # SPARC-like example of Tanenbaum: 30 bits, 1 KB pages.
        (30, 1024, 4, 4 * 2**20, (4, 8, 8)),
    ],
)
def test_textbook_classics(bits: int, page: int, entry: int, single: int, split: tuple[int, ...]) -> None:
    space = Space(bits, page, entry)
    assert space.single == single
    assert space.split() == split


@settings(max_examples=50)
@given(st.integers(12, 24), st.sampled_from((256, 512, 1024)), st.sampled_from((2, 4, 8)), st.data())
def test_simulator_agrees_with_filled_tables(bits: int, page: int, entry: int, data: st.DataObject) -> None:
    space = Space(bits, page, entry)
    pages = data.draw(st.integers(1, min(1 << space.page_bits, 3000)))
    assert list(space.tables(pages)) == filled(space, pages)
    assert space.levels == len(filled(space, 1))
    assert sum(space.split()) == space.page_bits


def test_keys_agree_with_arithmetic() -> None:
    units = {"B": 0, "KB": 10, "MB": 20, "GB": 30, "TB": 40}
    for composed in sample("multilevel-page-table"):
        asked = composed.parameters
        number, unit = right_option(composed).split(" ")
        page, entry = asked["page"], asked["entry"]
        if asked["task"] == "single":
            assert int(number) << units[unit] == 2 ** asked["bits"] // page * entry
        elif asked["task"] == "levels":
            reach, pages = page // entry, 2 ** asked["bits"] // page
            assert reach ** int(number) >= pages > reach ** (int(number) - 1)
        elif asked["task"] == "top":
            assert int(number) * (page // entry) ** (asked["levels"] - 1) * page == 2 ** asked["bits"]
        elif asked["task"] == "reach":
            assert 2 ** int(number) == (page // entry) ** asked["levels"] * page
        else:
            assert int(number) == sum(filled(Space(asked["bits"], page, entry), -(-asked["length"] // page)))


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("某系统采用两级页表，逻辑地址结构为页目录号10位、页表索引10位、页内偏移量12位，则页面大小为多少？", "页面大小 4 KB"),
        ("逻辑地址由页号（10位）和页内偏移（10位）组成，页面大小是多少，最多有多少页？", "页面大小 1 KB，1024 页"),
        ("虚地址空间为2^18页，页面大小2KB，页表项4B，采用二级页表，外层页表至少多少个表项", "外层页表 512 项"),
        ("32位逻辑地址，页面大小4KB，页表项4B，两级页表，外层页表有多少个页表项", "外层页表 1024 项"),
        ("逻辑地址39位，页大小4KB，页表项8B，要求每级页表不超过一个页框，需要几级页表", "3 级"),
        ("32位逻辑地址，页面大小4KB，页表项4B，一级页表占多大空间？", "一级页表占 4 MB"),
        ("某分页系统逻辑地址空间为32位，页面大小为4KB，每个页表项占4字节，请问至少需要几级页表", "2 级"),
        ("虚拟地址48位，页大小4KB，页表项8B，需要采用多少级页表？", "4 级"),
        ("已知逻辑地址长度为20位，页面大小为1KB，页表项占2B，整个页表占用的空间是多少", "一级页表占 2 KB"),
        ("一个32位的虚拟地址空间，页面大小为 8KB，那么页表项的个数是多少", "一级页表共 524288 项"),
        ("采用多级页表，每张页表不超过一页，虚地址64位，页面4KB，页表项4B，求级数", "6 级"),
        ("老师，系统的虚拟地址是40位，页长2KB，页表项长度为4字节，页表需要占多少内存空间", "一级页表占 2 GB"),
        ("32位逻辑地址，页面大小4KB，页表项4B，采用二级页表，页目录号占几位", "页目录号 10 位"),
        ("用户程序大小为100KB，页长4KB，每个表项2字节，它的页表要几项，共占多少字节？", "页表 25 项，页表占 50 B"),
        ("三级页表，页面8KB，页表项8B，每张表恰好占一页，这样最大能支持多大的虚拟地址空间？", "逻辑空间 8 TB"),
        ("虚地址长度42位、页长16KB、每个页表项占四个字节，各级页表都要能放进一个页框，那么至少采用（ ）级页表", "3 级"),
        ("页大小2^12字节，页表项大小4字节，逻辑地址空间2^20页，采用二级页表，页目录表中表项的个数至少是多少", "外层页表 1024 项"),
        ("逻辑地址32位，每页4KB，页内偏移占多少位，页号占几位", "页内偏移 12 位，页号 20 位"),
        ("页面大小为 4 KB，页表项大小为 4 B，逻辑地址 32 位，求页表项数和页表大小", "一级页表共 1048576 项，一级页表占 4 MB"),
        ("32位逻辑地址，页面大小4KB，页表项4B，一级页表占几个页框", "1024 页"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "32位虚拟地址，页表，页目录号10位，页号10位，页内偏移11位，页面多大",
        "64位逻辑地址，页面大小4KB，页表项8B，两级页表，外层页表有多少个页表项",
        "页目录号10位，页号10位，页内偏移12位，求一个进程8MB占几张页表",
        "一级页表，页目录号10位，页号10位，页内偏移12位，页面大小是多少",
        "32位逻辑地址，页面大小4KB，页表项4B，进程占用8MB，二级页表共占多少空间",
        "两级页表，页大小4KB，页表项4B，页表总共占多少空间",
        "某作业长120K，页长2K，采用二级页表，页表项4B，页表占多少字节",
        "32位逻辑地址，页面大小4KB，页表项4B，每张页表不少于一页，至少几级",
        "32位逻辑地址，页面大小4KB，物理内存1GB，页表项至少几位",
        "段页式系统，32位逻辑地址，页面大小4KB，页表项4B，页表多大",
        "反置页表，32位逻辑地址，页面大小4KB，页表项4B，页表多大",
        "32位逻辑地址，按字编址，字长16位，页面大小4KB，页表项4B，页表多大",
        "多级页表有什么优点",
        "32位逻辑地址，页面大小4KB，页表项4B，TLB有64项，页表多大",
        "32位逻辑地址，页面大小4KB，页表项4B，每次访问需要几次访存",
        "32位逻辑地址，页面大小3KB，页表项4B，页表多大",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert solve_text(text, "408") is None


def test_solver_asks_for_the_page() -> None:
    asked = solve_text("32位逻辑地址，页表项4B，一级页表占多大空间？", "408")
    assert isinstance(asked, NeedsParameter)
    solved = solve_text(asked.completed("4KB"), "408")
    assert isinstance(solved, Solved)
    assert solved.answer == "一级页表占 4 MB"


def test_pasted_options() -> None:
    solved = solve_text("32位逻辑地址，页面大小4KB，页表项4B，整个页表的大小为 A. 1MB B. 2MB C. 4MB D. 8MB", "408")
    assert isinstance(solved, Solved)
    assert solved.option == "C"


def test_own_questions_are_solved_as_keyed() -> None:
    answered = 0
    for composed in sample("multilevel-page-table"):
        solved = solve_text(composed.question.stem, "408")
        if isinstance(solved, Solved):
            answered += 1
            assert right_option(composed) in solved.answer, composed.question.stem
    assert answered
