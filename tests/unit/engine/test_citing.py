"""A written answer is held to its sources."""

from hypothesis import given
from hypothesis import strategies as st

from engine.asking.citing import UNCONFIRMED, checked, cited_numbers

PAGING = "操作系统 > 内存管理 > 分页\n页面大小为 4 KB 时，页内偏移占 12 位；快表 TLB 缓存最近用过的页表项。"
DEADLOCK = "操作系统 > 进程管理 > 死锁\n死锁的四个必要条件：互斥、请求并保持、不可剥夺、循环等待。"


def test_a_supported_claim_stays_as_it_is() -> None:
    answer = "页面 4 KB 时页内偏移是 12 位[1]。死锁要满足互斥等四个必要条件 [2]。"
    assert checked(answer, [PAGING, DEADLOCK]) == answer


def test_a_citation_that_is_not_among_the_passages_is_removed() -> None:
    assert checked("快表缓存页表项[1][7]。死锁有必要条件[9]。", [PAGING]) == "快表缓存页表项[1]。死锁有必要条件。"
    assert checked("快表缓存页表项[0]。", [PAGING]) == "快表缓存页表项。"


def test_a_number_that_the_passage_does_not_hold_is_marked() -> None:
    assert checked("页内偏移占 13 位[1]。快表缓存页表项[1]。", [PAGING]) == f"页内偏移占 13 位[1]{UNCONFIRMED}。快表缓存页表项[1]。"
    assert checked("页面 4 KB 时偏移 2 位[1]。", [PAGING]).endswith(f"[1]{UNCONFIRMED}。")  # 2 is not 12


def test_a_term_that_the_passage_does_not_hold_is_marked() -> None:
    assert checked("这叫 LRU 置换[1]。", [PAGING]) == f"这叫 LRU 置换[1]{UNCONFIRMED}。"
    assert checked("Tlb 缓存页表项[1]。", [PAGING]) == "Tlb 缓存页表项[1]。"


def test_a_claim_about_something_else_is_marked() -> None:
    assert UNCONFIRMED in checked("银行家会拒绝不安全的贷款申请[1]。", [PAGING])


def test_the_number_of_a_list_item_is_no_claim() -> None:
    assert checked("1. 快表缓存页表项[1]\n2. 死锁要循环等待[2]", [PAGING, DEADLOCK]) == "1. 快表缓存页表项[1]\n2. 死锁要循环等待[2]"


def test_an_element_in_code_is_no_citation() -> None:
    for text in ("读 `a[3]` 就是页表项[1]。", "```c\nx = a[9];\n```\n快表缓存页表项[1]。"):
        assert checked(text, [PAGING, DEADLOCK]).replace(UNCONFIRMED, "") == text
        assert cited_numbers(text) == {1}


@given(st.text(alphabet="页表12[]。\n死锁 A.", max_size=80))
def test_no_citation_outside_the_passages_survives(text: str) -> None:
    assert cited_numbers(checked(text, [PAGING, DEADLOCK])) <= {1, 2}


@given(st.text(alphabet="页表12。\n死锁 A.，；", max_size=80))
def test_text_without_citations_is_left_alone(text: str) -> None:
    assert checked(text, [PAGING]) == text
