"""Cache mapping against bit strings cut up and caches written another way, textbook classics, and sentences as people type them."""

from __future__ import annotations

from collections import OrderedDict
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import NeedsParameter, Solved, solve_text
from engine.generators.co._cache_mapping.simulator import Cache, hits, run

from ..every_kind import right_option, sample
from ..solving_checks import own_questions_solved


def reference_hits(blocks: list[int], sets: int, ways: int) -> int:
    """Hits by reuse distance: a block is found if fewer than `ways` other blocks of its set came since its last use."""
    found = 0
    for now, block in enumerate(blocks):
        earlier = [place for place in range(now) if blocks[place] == block]
        if earlier:
            between = {other for other in blocks[earlier[-1] + 1 : now] if other % sets == block % sets}
            found += len(between) < ways
    return found


def cut(address: int, cache: Cache) -> tuple[int, int, int]:
    """Tag, set and offset, cut from the address's bit string."""
    bits = f"{address:0{cache.address}b}"
    offset = len(bin(cache.block - 1)) - 2
    index = (len(bin(cache.sets - 1)) - 2) if cache.sets > 1 else 0
    tag = bits[: len(bits) - offset - index]
    middle = bits[len(tag) : len(tag) + index]
    return int(tag, 2), int(middle or "0", 2), int(bits[len(tag) + index :], 2)


def test_textbook_classics() -> None:
    # Patterson and Hennessy: 16 KiB of data, 4-word blocks, 32-bit addresses, direct: 18-bit tags, 147 Kibit in all.
    cache = Cache(32, 16 * 1024, 16, 1)
    assert (cache.tag_bits, cache.set_bits, cache.offset_bits) == (18, 10, 4)
    assert cache.total_bits(1) == 147 * 1024
    # Patterson and Hennessy: four one-word blocks, accesses 0 8 0 6 8: no hit directly mapped, one two-way, two fully associative.
    assert [hits(run((0, 8, 0, 6, 8), sets, ways)) for sets, ways in ((4, 1), (2, 2), (1, 4))] == [0, 1, 2]
    # 408, 2009: 16 lines, two-way, 32-byte blocks: byte 129 of main memory goes to set 4.
    assert 129 // 32 % Cache(20, 16 * 32, 32, 2).sets == 4


@settings(max_examples=80)
@given(st.lists(st.integers(0, 20), max_size=24), st.sampled_from([1, 2, 4, 8]), st.integers(1, 4))
def test_simulator_agrees_with_reuse_distance(blocks: list[int], sets: int, ways: int) -> None:
    assert hits(run(blocks, sets, ways)) == reference_hits(blocks, sets, ways)


def test_fifo_keeps_the_order_of_loading() -> None:
    queue: OrderedDict[int, None] = OrderedDict()
    found = 0
    for block in (1, 2, 1, 3, 1, 2):
        found += block in queue
        if block not in queue:
            if len(queue) == 2:
                queue.popitem(last=False)
            queue[block] = None
    assert hits(run((1, 2, 1, 3, 1, 2), 1, 2, lru=False)) == found


def test_keys_agree_with_reference() -> None:
    for composed in sample("cache-mapping"):
        asked = composed.parameters
        shown = right_option(composed)
        if asked["task"] in ("hits", "hit-rate"):
            blocks = asked.get("blocks") or [address // asked["block"] for address in asked["addresses"]]
            found = reference_hits(blocks, asked["sets"], asked["ways"])
            if asked["task"] == "hits":
                assert shown == f"{found} 次"
            else:
                assert abs(Fraction(shown.removesuffix("%")) - Fraction(found * 100, len(blocks))) <= Fraction(1, 20)
            continue
        cache = Cache(asked["address_bits"], asked["data"], asked["block"], asked["ways"])
        largest_tag, _, _ = cut((1 << cache.address) - 1, cache)
        if asked["task"] == "tag":
            assert shown == f"{len(bin(largest_tag)) - 2} 位"
        elif asked["task"] == "set":
            assert shown.split()[1] == str(cut(asked["address"], cache)[1])
        else:
            bits = sum(8 * cache.block + len(bin(largest_tag)) - 2 + asked["extra"] for _ in range(cache.data // cache.block))
            assert Fraction(shown.split()[0]) * 1024 == bits


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "主存地址32位，按字节编址，Cache数据区大小16KB，块大小16B，直接映射，求标记、行号、块内地址各多少位",
            "标记 18 位，行号 10 位，块内地址 4 位",
        ),
        (
            "某计算机主存容量256MB，Cache容量64KB，主存块大小64B，4路组相联，按字节编址，主存地址中标记字段几位？",
            "标记 14 位",
        ),
        ("主存地址空间大小为1MB，按字节编址，Cache为4KB，块长32B，采用2路组相联映射，则组号占几位", "组号 6 位"),
        ("全相联映射的Cache，主存地址 24 位，块大小 32 字节，按字节编址，标记占多少位", "标记 19 位"),
        ("8KB的Cache，主存1MB，每块16B，直接映射，主存地址如何划分？", "标记 7 位，行号 9 位，块内地址 4 位"),
        ("老师，高速缓存容量32KB，块大小为64字节，八路组相联，主存物理地址36位，Tag多少位", "标记 24 位"),
        (
            "Cache采用组相联映射，每组4行，Cache容量16KB，主存块大小32B，主存地址28位，求地址各字段位数",
            "标记 16 位，组号 7 位，块内地址 5 位",
        ),
        (
            "按字节编址，主存地址长度20位，cache大小2KB，cache块大小16B，两路组相联，请问块内地址、组号、标记各几位",
            "块内地址 4 位，组号 6 位，标记 10 位",
        ),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.kind.name == "cache-mapping"
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "主存地址32位，按字编址，Cache 16KB，块大小16B，直接映射，标记几位",
        "主存地址32位，Cache 16KB，块大小16B，直接映射，Cache总容量多少位",
        "主存地址32位，Cache 16KB，块大小16B，组相联映射，标记几位",
        "虚拟地址32位，Cache 16KB，块大小16B，直接映射，标记几位",
        "主存地址32位，Cache 16KB，块大小16B，直接映射，命中率90%，平均访问时间",
        "主存地址32位，Cache 16KB，块大小4个字，字长32位，直接映射，标记几位",
        "主存地址32位，Cache 15KB，块大小16B，直接映射，标记几位",
        "主存地址32位，两级Cache，L1 16KB，L2 256KB，块大小16B，直接映射，标记几位",
        "为什么全相联映射的标记最长",
        "直接映射和全相联映射，主存地址32位，Cache 16KB，块大小16B，标记几位",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert solve_text(text, "408") is None


def test_solver_asks_for_what_is_missing() -> None:
    asked = solve_text("主存地址32位，按字节编址，Cache容量16KB，直接映射，标记几位", "408")
    assert isinstance(asked, NeedsParameter)
    assert [missing.name for missing in asked.missing] == ["block"]
    solved = solve_text(asked.completed("16B"), "408")
    assert isinstance(solved, Solved)
    assert solved.answer.startswith("标记 18 位")


def test_pasted_options_that_do_not_agree_mean_silence() -> None:
    assert solve_text("主存地址32位，Cache容量16KB，块大小16B，直接映射，标记位数为（  ） A.14 B.15 C.16 D.17", "408") is None


def test_own_questions_are_solved_as_keyed() -> None:
    assert own_questions_solved("cache-mapping") > 60
