"""Problems read by their quantities and their questions, against computations of another make; what is nearly the same is left alone."""

from __future__ import annotations

import re
from collections import OrderedDict, deque
from fractions import Fraction

import pytest

from engine.generators.os._inquiry import Inquiry, Question
from engine.generators.os._memory_allocation.partition_schemes import Buddies
from engine.generators.os._tlb_access_time.memory_access import access_times

from ..solving_checks import answer_of, left_alone


def _numbers(text: str) -> list[Fraction]:
    return [Fraction(number) for number in re.findall(r"\d+(?:\.\d+)?", text)]


@pytest.mark.parametrize(("memory", "tlb", "hit", "levels"), [(100, 10, 90, 1), (120, 6, 98, 3), (80, 5, 75, 2)])
def test_mean_time_both_ways_round(memory: int, tlb: int, hit: int, levels: int) -> None:
    # A hundred accesses one by one.
    accesses = [tlb + memory * (1 if number < hit else levels + 1) for number in range(100)]
    mean = Fraction(sum(accesses), 100)
    told = f"访问内存需{memory}ns，查TLB需{tlb}ns，采用{'一二三'[levels - 1]}级页表，先查TLB，未命中再查页表"
    shown = float(mean)
    assert _numbers(answer_of("tlb-access-time", f"{told}，TLB命中率为{hit}%，平均访问时间是多少？")) == [mean]
    assert _numbers(answer_of("tlb-access-time", f"{told}。要使平均访问时间不超过{shown:g}ns，TLB的命中率至少应为多少？")) == [hit]
    without = f"系统采用{'一二三'[levels - 1]}级页表，访问内存需{memory}ns，没有快表时存取一个数据需要多长时间？"
    assert _numbers(answer_of("tlb-access-time", without)) == [memory * (levels + 1)]


def test_a_row_of_accesses_from_an_empty_tlb() -> None:
    found = access_times([3, 1, 3, 1, 2], {1}, Fraction(80), Fraction(5), Fraction(1000))
    assert [int(time) for _, time in found] == [165, 5 + 80 + 1000 + 5 + 80, 85, 85, 165]
    assert [way for way, _ in found] == ["快表未命中", "缺页", "快表命中", "快表命中", "快表未命中"]


@pytest.mark.parametrize(
    ("bits", "page", "entry", "used"), [(32, 4096, 4, 12 << 20), (32, 4096, 4, 18 << 20), (39, 8192, 8, 9 << 20), (30, 2048, 4, 5 << 20)]
)
def test_tables_of_a_process_by_counting(bits: int, page: int, entry: int, used: int) -> None:
    each = page // entry
    tables = [set(range(-(-used // page)))]
    while len(tables[-1]) > 1 or len(tables) == 1 or (1 << bits) // page > each ** (len(tables) - 1):
        tables.append({number // each for number in tables[-1]})
    levels = len(tables) - 1
    text = (
        f"虚拟地址{bits}位，页面大小{page // 1024}KB，页表项{entry}B，采用{'一二三四'[levels - 1]}级页表，每张页表不超过一页。"
        f"某进程只使用了从地址0开始的{used >> 20}MB，其各级页表共占多少个页框？"
    )
    assert _numbers(answer_of("multilevel-page-table", text)) == [sum(len(level) for level in tables[1:])]


def test_which_segment_address_is_beyond() -> None:
    text = "段表如下（段号/段长/基址）：\n0 600 2190\n1 140 3300\n2 1000 900\n下列逻辑地址中会产生越界中断的是\nA. (0,599)\nB. (1,140)\nC. (2,999)\nD. (1,139)"
    assert "(1,140)" in answer_of("address-translation", text)


@pytest.mark.parametrize(("algorithm", "number"), [("FIFO", 5), ("LRU", 5), ("LRU", 6)])
def test_the_page_of_the_nth_fault(algorithm: str, number: int) -> None:
    references = [7, 0, 1, 2, 0, 3, 0, 4, 2, 3]
    held: OrderedDict[int, None] = OrderedDict()
    gone: deque[int | None] = deque()
    for page in references:
        if page in held:
            if algorithm == "LRU":
                held.move_to_end(page)
            continue
        gone.append(held.popitem(last=False)[0] if len(held) == 3 else None)
        held[page] = None
    text = f"采用{algorithm}算法，3个页框，初始为空，页面访问序列为{','.join(map(str, references))}，第{number}次缺页时淘汰的页是哪一页？"
    assert answer_of("page-replacement", text) == f"淘汰 {gone[number - 1]}"


@pytest.mark.parametrize(("disk", "cluster", "step"), [(40, 4, 4), (120, 8, 8)])
def test_the_width_and_size_of_an_allocation_table(disk: int, cluster: int, step: int) -> None:
    clusters = (disk << 30) // (cluster << 10)
    width = next(bits for bits in range(step, 64, step) if 2**bits >= clusters)
    of = "半字节（4位）" if step == 4 else "字节"
    text = f"磁盘容量为{disk}GB，采用FAT管理，盘块大小为{cluster}KB，FAT表项的位数取{of}的整数倍。（1）每个FAT表项至少占多少位？（2）FAT占多少空间？"
    answer = answer_of("indexed-file", text)
    assert _numbers(answer)[0] == width
    assert _numbers(answer)[1] == Fraction(clusters * width, 8 << 20)


def test_places_of_buddies_against_a_map_of_units() -> None:
    units = [""] * 16
    memory = Buddies(16)
    for name, size in (("A", 3), ("B", 1), ("C", 4)):
        block = memory.request(name, size)
        start = next(
            at for at in range(0, 16, block) if not any(units[at : at + block])
        )  # the lowest aligned place: as every smaller hole is taken first, it is the buddies' too
        units[start : start + block] = [name] * block
        assert memory.held[name] == (start, block)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("tlb-access-time", "访问内存100ns，查TLB10ns，TLB命中率90%，未命中时还要再查一次快表，平均访问时间是多少？"),
        ("tlb-access-time", "访问内存100ns，查TLB10ns，TLB命中率90%，缺页率1%，缺页处理8ms，平均访问时间是多少？"),
        ("tlb-access-time", "访问内存100ns，查TLB10ns，TLB命中率90%，求平均访问时间和平均访问时间的方差。"),
        ("multilevel-page-table", "逻辑地址32位，页面4KB，页表项4B，采用二级页表，求页目录项数和页表的命中率。"),
        ("page-replacement", "FIFO，3个页框，访问序列1,2,3,4,1,2,5，求缺页次数和平均缺页处理时间。"),
        ("page-replacement", "LRU，3个页框，页框中已有页面1和2，访问序列3,4,1,2,5,3，求缺页次数。"),
        ("indexed-file", "索引结点有10个直接地址和1个一级间接地址，盘块1KB，地址4B，一级间接地址最多能管多大的文件？"),
        ("memory-allocation", "空闲分区按大小递增为4KB、10KB、20KB，申请8KB、9KB，首次适应各分到哪个分区？"),
    ],
)
def test_what_is_nearly_the_same_is_left_alone(name: str, text: str) -> None:
    assert left_alone(name, text)


def test_a_question_joined_to_another_is_not_passed_over() -> None:
    reading = Inquiry("求缺页次数和置换开销")
    assert reading.inquire((Question(name="faults", key="缺页次数"),)) == [(1, "faults")]
    with pytest.raises(Exception, match="also asks"):
        reading.finish("置换 开销")


def test_a_clause_that_asks_how_many_is_heard_whatever_its_words() -> None:
    reading = Inquiry("页表占多大内存?需要几个页框存放")
    assert reading.inquire((Question(name="size", key="页表占多大内存"),)) == [(0, "size")]
    with pytest.raises(Exception, match="also asks"):
        reading.finish("页表 页框 存放 内存")


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("tlb-access-time", "没有TLB时，三级页表的系统读一条数据要访存几次？访存80ns，共多久？", ("4 次", "320 ns")),
        ("multilevel-page-table", "地址空间2GB，页面4KB，每个页表项4B，则页表占用多大内存？需要几个连续页框来存", ("2 MB", "512 页")),
        ("semaphore-counting", "某信号量当前值为-4，又执行了3次V、1次P，问其值是多少？队列里还有几个？", ("-2", "等待的进程 2 个")),
        (
            "indexed-file",
            "盘块4KB，盘块号4B，索引结点含12个直接地址、1个一级间接、1个二级间接地址。若只使用直接地址，文件最大多大？若使用到一级间接呢？",
            ("48 KB", "4144 KB"),
        ),
        (
            "memory-allocation",
            "空闲分区：100KB、450KB、250KB（地址递增），进程A 212KB、B 112KB先后申请，首次适应的结果是什么，剩下的空闲区有哪些？",
            ("450 KB、238 KB", "空闲区 100"),
        ),
    ],
)
def test_every_question_is_answered(name: str, text: str, said: tuple[str, ...]) -> None:
    answer = answer_of(name, text)
    assert all(part in answer for part in said)


@pytest.mark.parametrize(
    "rule",
    [
        "新到达的进程先于刚用完时间片的进程进入就绪队列尾部",
        "若时间片用完时恰有新进程到达，则新到达者排在被剥夺者之前",
        "若新进程到达与时间片用完同时发生，则新到达进程先进入就绪队列",
        "若某进程时间片用完的同时有新进程到达，则新进程排在前面",
    ],
)
def test_the_rule_of_the_ready_queue_in_any_words(rule: str) -> None:
    text = f"四个进程到达时间与运行时间(ms)为P1(0,5)、P2(1,3)、P3(2,4)、P4(4,2)。采用时间片2ms的轮转调度，{rule}。求平均周转时间。"
    assert answer_of("cpu-scheduling", text) == "平均周转时间 41/4 = 10.25 ms"
