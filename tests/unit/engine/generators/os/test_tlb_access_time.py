"""Effective access time against a hundred accesses counted one by one, textbook classics, and sentences as people type them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import NeedsParameter, Solved, solve_text
from engine.generators.os.tlb_access_time import cases, mean
from engine.generators.quantities import same

from ..every_kind import right_option, sample


def counted(memory: int, tlb: int, hit_percent: int, levels: int = 1, parallel: bool = False) -> Fraction:
    """The mean over a hundred accesses of which `hit_percent` hit, adding up one memory access at a time."""
    spent = 0
    for access in range(100):
        hit = access < hit_percent
        if not parallel or hit:
            spent += tlb
        if not hit:
            for _ in range(levels):
                spent += memory
        spent += memory
    return Fraction(spent, 100)


@pytest.mark.parametrize(
    ("memory", "tlb", "hit", "expected"),
    [
        # Silberschatz, Galvin and Gagne, Operating System Concepts: effective memory-access time with a TLB.
        (100, 20, 80, 140),
        (100, 20, 98, 122),
        (10, 0, 80, 12),
        # Tang, Computer Operating Systems: effective access time with an associative register.
        (100, 20, 50, 170),
        (100, 20, 90, 130),
    ],
)
def test_textbook_classics(memory: int, tlb: int, hit: int, expected: int) -> None:
    assert mean(cases(Fraction(memory), Fraction(tlb), Fraction(hit, 100))) == expected


@settings(max_examples=60)
@given(st.integers(1, 300), st.integers(0, 60), st.integers(0, 100), st.integers(1, 4), st.booleans())
def test_simulator_agrees_with_counting(memory: int, tlb: int, hit: int, levels: int, parallel: bool) -> None:
    assert mean(cases(Fraction(memory), Fraction(tlb), Fraction(hit, 100), levels, parallel)) == counted(memory, tlb, hit, levels, parallel)


def test_keys_agree_with_counting() -> None:
    for composed in sample("tlb-access-time"):
        asked = composed.parameters
        shown = right_option(composed)
        if asked["task"] == "hit-ratio":
            hit = float(shown.removesuffix("%"))
            assert hit == int(hit)
            assert counted(asked["memory_ns"], asked["tlb_ns"], int(hit), asked["levels"]) == asked["wanted_ns"]
            continue
        expected = counted(asked["memory_ns"], asked["tlb_ns"], asked["hit_percent"], asked.get("levels", 1), asked["task"] == "parallel")
        if asked["task"] == "faults":
            rate = Fraction(asked["fault_rate"])
            expected = (1 - rate) * expected + rate * asked["service_ns"]
        assert abs(Fraction(shown.removesuffix(" ns")) - expected) <= Fraction(1, 2) * (asked["task"] == "faults")


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("快表命中率85%，访问快表10ns，访问内存100ns，若快表不命中要访问两次内存，求平均访问时间", "125 ns"),
        ("页表放内存，一次访存120ns，联想寄存器查找8ns，命中率90%，平均要多少ns", "140 ns"),
        ("某系统一级页表，TLB未命中率10%，查TLB 10ns，访存100ns，求有效访问时间", "120 ns"),
        ("不用快表时存取一个数据需访问内存两次共600ns，采用快表后命中率80%，快表的查找时间忽略不计，求平均存取时间", "360 ns"),
        ("TLB命中率98%，查TLB 5ns，内存访问80ns，三级页表都在内存，先查TLB，没命中再逐级查三级页表，求EAT", "89.8 ns"),
        ("TLB命中率90%，访问TLB要10ns，访问内存要100ns，假设不会发生缺页，平均访存时间是多少ns", "120 ns"),
        ("访问内存需要100ns，访问快表需要20ns，要使有效访问时间为140ns，命中率应为多少", "80%"),
        ("访问内存100ns，访问快表20ns，命中率80%，不用快表时的访问时间是多少", "200 ns"),
        ("查一次联想寄存器20纳秒、访存一次要100纳秒，八成能在快表里找到，平均取一个数要多久呀", "140 ns"),
        (
            "页表放在主存里，一次主存存取要0.2微秒。(1)不设快表时存取一个数据要多少时间？(2)若增设快表，命中率为75%，快表时间忽略不计，平均存取时间是多少",
            "0.4 μs，0.25 μs",
        ),
        ("两级页表、不缺页，TLB检索5ns，百分之九十五命中，每次访存80ns，先查TLB没中再查页表，平均取数时间", "93 ns"),
        ("地址变换时快表和内存里的页表同时查找，快表8ns，访存90ns，miss率20%，EAT？", "114.4 ns"),
        ("访问内存需要100ns，访问快表需要20ns，快表命中率80%，求有效访问时间", "140 ns"),
        ("某分页系统，TLB命中率为98%，查一次TLB需20ns，访问一次内存需100ns，则平均访问时间是多少？", "122 ns"),
        ("设内存访问时间为100ns，快表的查找时间为20ns，命中率为90%，页表放在内存中，那么有效访问时间EAT是多少", "130 ns"),
        ("页表在内存中，存取一次内存需 1μs，快表命中率85%，忽略快表查找时间，平均存取时间为多少", "1.15 μs"),
        ("采用二级页表，访存时间150ns，快表查询时间10ns，命中率0.9，有效访问时间？", "190 ns"),
        ("先查快表，若未命中则再查页表。TLB访问时间为10ns，内存访问时间为80ns，TLB命中率为75%，请问有效访问时间", "110 ns"),
        ("查快表和查页表同时进行，查快表10ns，访问内存80ns，命中率75%，平均访问时间", "107.5 ns"),
        ("联想寄存器查找时间为5ns，主存存取时间为60ns，命中率95%，帮我算下有效存取时间", "68 ns"),
        ("三级页表，TLB 命中率 99%，TLB 查找 1 ns，访问内存 100 ns，有效访存时间多少", "104 ns"),
        ("内存访问时间为100ns，缺页处理平均为8ms，缺页率为0.001，不考虑快表和查页表，平均有效访问时间约为多少", "8099.9 ns"),
        (
            "快表10ns，内存100ns，缺页处理8ms，页表在内存。TLB命中、TLB未命中但页在内存、页不在内存各要多少时间",
            "110 ns；210 ns；8000220 ns",
        ),
        ("TLB有64个表项，页面4KB，TLB覆盖范围是多大", "256 KB"),
        ("采用二级页表且无TLB，内存访问周期为120ns，存取一个数据要多少时间？加上TLB（20ns，命中率95%）后呢？", "360 ns，152 ns"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "快表命中率85%，访问快表10ns，访问内存100ns，若快表不命中要访问三次内存，求平均访问时间",
        "TLB命中率90%，未命中率20%，查TLB 10ns，访存100ns，求有效访问时间",
        "没有快表时访问一个数据要两次访存共400ns；二级页表，命中率95%，快表时间忽略，EAT多少",
        "访问内存100ns，TLB查找20ns，命中率80%，未命中时还要更新TLB 10ns，EAT是多少",
        "没有快表时访问一个数据要三次访存共600ns，加入快表后命中率90%，快表时间忽略，EAT多少",
        "访问内存100ns，快表20ns，命中率80%，缺页率1%，缺页处理10ms，有效访问时间",
        "访问内存需要100ns，访问快表需要20ns，要使有效访问时间为100ns，命中率应为多少",
        "访问内存需要100ns，访问快表需要20ns，命中率80%，要使有效访问时间为140ns，命中率应为多少",
        "段页式系统，访问内存需要100ns，访问快表需要20ns，快表命中率80%，求有效访问时间",
        "为什么快表能提高有效访问时间",
        "访问内存100ns，访问快表20ns，命中率80%，更新快表需要5ns，有效访问时间",
        "访问内存100ns，访问快表20ns，前50次全部未命中，之后命中率80%，有效访问时间",
        "两个进程，访问内存100ns，访问快表20ns，命中率80%，有效访问时间",
        "快表命中率80%，访问快表20ns，访问内存100ns，页表不在内存中，有效访问时间",
        "TLB 有 16 项，命中率 80%，访问内存100ns，访问快表20ns，求有效访问时间",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert solve_text(text, "408") is None


def test_a_cache_is_of_another_kind() -> None:
    solved = solve_text("访问内存需要100ns，Cache访问20ns，命中率80%，求平均访问时间", "408")
    assert isinstance(solved, Solved)
    assert solved.kind.name == "cache-mapping"


def test_solver_asks_for_what_is_missing() -> None:
    asked = solve_text("访问内存需要100ns，快表命中率80%，求有效访问时间", "408")
    assert isinstance(asked, NeedsParameter)
    assert [missing.name for missing in asked.missing] == ["tlb_ns"]
    for reply, answer in (("20ns", "140 ns"), ("忽略快表查找时间", "120 ns")):
        solved = solve_text(asked.completed(reply), "408")
        assert isinstance(solved, Solved)
        assert solved.answer == answer


def test_own_questions_are_solved_as_keyed() -> None:
    answered = 0
    for composed in sample("tlb-access-time"):
        solved = solve_text(composed.question.stem, "408")
        if isinstance(solved, Solved):
            answered += 1
            assert same(solved.answer, right_option(composed)), composed.question.stem
    assert answered
