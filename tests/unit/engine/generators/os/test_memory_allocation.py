"""Contiguous allocation against a memory of single cells, textbook classics, and sentences as people type them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import NeedsParameter, Solved, solve_text
from engine.generators.os._memory_allocation.holes import Event, Hole, allocate

from ..every_kind import right_option, sample


def in_cells(algorithm: str, holes: list[tuple[int, int]], events: list[tuple[str, int]]) -> tuple[list[int | None], list[tuple[int, int]]]:
    """The places given and the holes at the end, with memory as a list of cells that know who holds them."""
    size = max(start + length for start, length in holes)
    cells: list[str | None] = ["system"] * size
    for start, length in holes:
        cells[start : start + length] = [None] * length
    places: list[int | None] = []
    behind = 0

    def runs() -> list[tuple[int, int]]:
        return [(m.start(), m.end() - m.start()) for m in re.finditer("0+", "".join("1" if cell else "0" for cell in cells))]

    for name, wanted in events:
        if not wanted:
            places.append(cells.index(name))
            cells = [None if cell == name else cell for cell in cells]
            continue
        enough = [run for run in runs() if run[1] >= wanted]
        if not enough:
            places.append(None)
            continue
        if algorithm == "best":
            enough.sort(key=lambda run: run[1])
        elif algorithm == "worst":
            enough.sort(key=lambda run: run[1], reverse=True)
        elif algorithm == "next":
            # The hole that the last allocation was cut from is looked at first: whatever of it or behind it is free.
            enough = [run for run in enough if run[0] + run[1] > behind] + enough
        start = enough[0][0]
        cells[start : start + wanted] = [name] * wanted
        behind = start + wanted
        places.append(start)
    return places, runs()


def test_silberschatz_exercise() -> None:
    # Silberschatz, Operating System Concepts, exercises on main memory: holes of 100, 500, 200, 300, 600 KB for 212, 417, 112, 426 KB.
    at, holes = 0, []
    for length in (100, 500, 200, 300, 600):
        holes.append(Hole(at, length))
        at += length + 1000
    events = [Event(name, size) for name, size in zip("abcd", (212, 417, 112, 426), strict=True)]
    starts = {hole.start: hole.length for hole in holes}
    first = [moment.place for moment in allocate("first", holes, events)]
    assert [starts.get(place or -1) for place in first[:2]] == [500, 600]
    assert first[2] == holes[1].start + 212
    assert first[3] is None
    assert [starts.get(moment.place or -1) for moment in allocate("best", holes, events)] == [300, 500, 200, 600]
    assert [moment.place is None for moment in allocate("worst", holes, events)] == [False, False, False, True]


def test_best_fit_of_the_national_exam() -> None:
    # The standing 408 example: 55 MB, best fit; allocate 15, 30, free 15, allocate 8, 6: the largest hole is 9 MB.
    events = [Event("a", 15), Event("b", 30), Event("a"), Event("c", 8), Event("d", 6)]
    assert allocate("best", [Hole(0, 55)], events)[-1].largest == 9


@settings(max_examples=80)
@given(st.sampled_from(("first", "best", "worst", "next")), st.lists(st.integers(1, 12), min_size=1, max_size=8), st.data())
def test_simulator_agrees_with_cells(algorithm: str, sizes: list[int], data: st.DataObject) -> None:
    events: list[tuple[str, int]] = []
    live: list[str] = []
    for number, size in enumerate(sizes):
        trial = [*events, (f"p{number}", size)]
        fits = in_cells(algorithm, [(0, 40)], trial)[0][-1] is not None
        events = trial
        live += [f"p{number}"] if fits else []
        if data.draw(st.booleans()) and live:
            events.append((live.pop(data.draw(st.integers(0, len(live) - 1))), 0))
    moments = allocate(algorithm, [Hole(0, 40)], [Event(*event) for event in events])
    if any(moment.doubtful for moment in moments):
        return
    places, holes = in_cells(algorithm, [(0, 40)], events)
    assert [moment.place for moment in moments] == places
    assert [(hole.start, hole.length) for hole in moments[-1].holes] == holes


def test_keys_agree_with_cells() -> None:
    names = {"首次适应算法": "first", "最佳适应算法": "best", "最坏适应算法": "worst", "邻近适应算法": "next"}
    for composed in sample("memory-allocation"):
        asked = composed.parameters
        shown = right_option(composed)
        if asked["task"] in ("place", "compare"):
            events = [(f"P{number}", size) for number, size in enumerate(asked["sizes"], 1)]
            holes = [(start, length) for start, length in asked["holes"]]
            if asked["task"] == "place":
                assert shown == f"{in_cells(asked['algorithm'], holes, events)[0][-1]} KB"
            else:
                good = {text: None not in in_cells(name, holes, events)[0] for text, name in names.items()}
                assert list(good.values()).count(good[shown]) == 1
                assert good[shown] == ("唯一能" in composed.question.stem)
            continue
        events = [(name, size) for name, size in asked["events"]]
        places, left = in_cells(asked["algorithm"], [(0, asked["total"])], events)
        assert shown == (f"{max(length for _, length in left)} MB" if asked["task"] == "largest" else f"{places[-1]} MB")


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "用最佳适应算法，空闲块大小10MB、4MB、20MB、18MB，依次来了请求12MB、10MB、9MB，分别用哪个空闲块",
            "18 MB、10 MB、20 MB 的空闲区",
        ),
        ("最先适应算法下，空闲区依次为8K、12K、10K、8K，要分配11K，用哪个", "12 KB 的空闲区（第 2 个）"),
        (
            "内存中有5个空闲分区，大小依次为100KB、500KB、200KB、300KB、600KB，进程依次请求212KB、417KB、112KB、426KB，用最佳适应算法，各分配到哪个分区？",
            "300 KB、500 KB、200 KB、600 KB 的空闲区",
        ),
        (
            "空闲区按地址从低到高为20K、15K、40K、60K、10K，作业A、B、C依次申请12K、10K、9K，采用循环首次适应算法，分别装入哪个空闲区",
            "20 KB、15 KB、40 KB 的空闲区",
        ),
        (
            "系统空闲分区大小分别为10KB、4KB、20KB、18KB、7KB，现有进程申请12KB，用最坏适应算法会选中哪个分区，还剩多少？",
            "20 KB 的空闲区，剩 8 KB",
        ),
        ("空闲分区依次为100K、500K、200K，依次申请90K、150K，首次适应，分配后空闲分区大小分别为多少", "空闲区 10、350、200 KB"),
        ("空闲分区依次为100K、500K、100K，申请600K，最佳适应，分到哪个分区", "放不下，等待"),
        (
            "空闲分区有80K、40K、200K（按地址次序），进程按P1(100K)、P2(60K)、P3(70K)的顺序请求内存，最坏适应，哪个进程的请求不能满足？",
            "都能满足",
        ),
        (
            "空闲分区有80K、40K、200K（按地址次序），进程按P1(100K)、P2(90K)、P3(90K)的顺序请求内存，最坏适应，哪个进程的请求不能满足？",
            "P3 不能满足",
        ),
        (
            "用户区256KB，起初全空，首次适应：申请100KB，申请80KB，释放100KB，申请60KB，写出最后有哪些空闲块",
            "始址 60 KB，大小 40 KB；始址 180 KB，大小 76 KB",
        ),
        ("空闲区表：始址10K长20K；始址50K长30K；始址120K长40K。现回收一块起址80K、长40K的分区被释放，合并后空闲区表有几项", "2 项"),
        ("邻近适应（next fit），空闲区依次为40K、60K、30K，A申请20K，B申请50K，C申请25K，分完后各空闲区大小是多少", "空闲区 20、10、5 KB"),
        ("内存大小64MB，全部空闲，依次分配10MB、20MB，释放10MB，分配5MB，首次适应，最大空闲分区多大", "34 MB"),
        (
            "某基于动态分区存储管理的计算机，其主存容量为55MB（初始为空闲），采用最佳适应算法，分配和释放的顺序为：分配15MB，分配30MB，释放15MB，分配8MB，分配6MB，此时主存中最大空闲分区的大小是",
            "9 MB",
        ),
        ("内存大小为55MB，首次适应算法，依次分配15MB、分配30MB、释放15MB、分配8MB、分配6MB，最大空闲分区是多少？", "10 MB"),
        ("用户区100MB，初始为空，最坏适应，作业1申请20MB，作业2申请30MB，作业1释放，作业3申请10MB，最大空闲区多大", "40 MB"),
        ("主存空间为 512KB，采用首次适应算法，依次：P1申请100KB，P2申请200KB，P1释放，P3申请60KB，求此时最大空闲区大小", "212 KB"),
        ("请问动态分区分配，内存共640K，best fit，A申请130K，B申请60K，C申请100K，B释放，最大空闲块大小是多少", "350 KB"),
        (
            "内存256MB，采用最佳适应算法，P1请求50MB，P2请求60MB，P3请求40MB，P2释放，P4请求30MB，此时内存中最大空闲分区的大小为多少",
            "106 MB",
        ),
        ("内存大小为100MB，采用邻近适应算法，A申请30MB，B申请20MB，A释放，C申请10MB，最大空闲区的大小是多少", "40 MB"),
        ("帮忙算一下：内存容量64MB，最佳适应，分配10MB，分配20MB，释放10MB，分配5MB，最大空闲分区大小", "34 MB"),
        ("内存55MB，其中操作系统占5MB，最佳适应，分配15MB，分配30MB，最大空闲分区大小", "5 MB"),
        ("内存55MB，最佳适应，从高地址端分配，分配15MB，分配30MB，最大空闲分区大小", "10 MB"),
        (
            "空闲块40K、15K、60K、25K（地址由低到高），来个20K的作业，FF、BF、WF各选哪个",
            "首次适应：40 KB 的空闲区；最佳适应：25 KB 的空闲区；最坏适应：60 KB 的空闲区",
        ),
        ("伙伴系统总共512KB，依次来了A要70KB、B要35KB、C要80KB，各给多大的块？还剩多少", "A 128 KB，B 64 KB，C 128 KB，剩余 192 KB"),
        ("固定分区，四个分区8K、16K、32K、64K，作业7K、14K、40K、28K各占一个，内部碎片加起来多少", "31 KB"),
        ("回收一个分区，该分区既有上邻空闲区又有下邻空闲区，合并之后空闲分区表的表项数怎么变化", "减 1"),
        ("内存55MB，最佳适应，分配15MB，分配30MB，空闲分区有几个", "1 个空闲区"),
        ("内存100MB。依次分配作业1 30MB，作业2 20MB，释放作业1，再分配作业3 12MB，首次适应，最后最大的空闲分区多大", "50 MB"),
        ("空闲区依次为：A 60KB、B 120KB、C 35KB、D 90KB，最佳适应算法，作业请求80KB，应分配哪个空闲区", "D（90 KB 的空闲区）"),
        ("空闲分区100K,500K,200K,300K,600K，依次请求212K、417K、112K、426K，最佳适应算法，426K分配到哪个分区", "600 KB 的空闲区"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "空闲分区为10KB、4KB、20KB，先申请8KB，再释放4KB，最佳适应分到哪个分区",
        "空闲分区按大小递增为4KB、10KB、20KB，申请8KB，首次适应分到哪个分区",
        "空闲分区为100K、500K、200K，申请80K，从高地址端分配，首次适应，分到哪个分区",
        "有4个空闲分区，依次为100K、500K、200K，申请80K，首次适应，分到哪个分区",
        "空闲分区为100K、500K、200K，申请80M，首次适应，分到哪个分区",
        "内存55MB，采用伙伴系统，分配15MB，分配30MB，最大空闲分区大小",
        "内存55MB，最佳适应，分配15MB，分配30MB，释放15MB，紧凑之后分配8MB，最大空闲分区大小",
        "内存55MB，最佳适应，分配15MB，分配15MB，释放15MB，最大空闲分区大小",
        "内存55MB，最佳适应，分配15MB，分配60MB，最大空闲分区大小",
        "内存55MB，最佳适应，分配15MB，释放20MB，最大空闲分区大小",
        "最佳适应算法为什么容易产生碎片",
        "空闲区为16KB、6KB、25KB，三个进程先后请求13KB、9KB、20KB，各被分到哪个空闲区？",
        "空闲区依次为40K、60K、30K，A申请20K后又释放，B申请50K，首次适应，分到哪个空闲区",
        "内存55MB，最佳适应和最坏适应，分配15MB，分配30MB，最大空闲分区大小",
        "内存空闲区如图，最佳适应，分配15MB，最大空闲分区大小",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert solve_text(text, "408") is None


def test_solver_asks_for_the_total() -> None:
    asked = solve_text("采用最佳适应算法，分配15MB，分配30MB，释放15MB，分配8MB，分配6MB，最大空闲分区大小是多少", "408")
    assert isinstance(asked, NeedsParameter)
    for reply in ("55", "55MB"):
        solved = solve_text(asked.completed(reply), "408")
        assert isinstance(solved, Solved), reply
        assert solved.answer == "9 MB"


def test_own_questions_are_solved_as_keyed() -> None:
    answered = 0
    for composed in sample("memory-allocation"):
        solved = solve_text(composed.question.stem, "408")
        if isinstance(solved, Solved):
            answered += 1
            assert solved.answer == right_option(composed), composed.question.stem
    assert answered
