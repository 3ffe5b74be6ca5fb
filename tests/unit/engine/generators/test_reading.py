"""Strict reading: what is taken is gone, what is left must be harmless, whatever is not understood ends the reading."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.generators.choices.options import split_options
from engine.generators.pasted.normalising import normalise
from engine.generators.reading import INTEGER, SEQUENCE, Reading, StayOut, to_int, to_ints


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        ("三", 3),
        ("两", 2),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("一百二十八", 128),
        ("一千零二十四", 1024),
        ("二〇四八", 2048),
        ("三百", 300),
    ],
)
def test_numbers(text: str, number: int) -> None:
    assert to_int(text) == number


@pytest.mark.parametrize("text", ["", "十百", "三五百二", "页", "百千"])
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(StayOut):
        to_int(text)


@given(st.integers(0, 9999))
def test_digits_of_any_number_are_read(number: int) -> None:
    assert to_int(str(number)) == number


def test_a_blank_asks() -> None:
    assert normalise("需____ms，分别为____、____，占____%，是2的____次方") == "需多少ms,分别为多少,占百分之多少,是2的( )次方"
    assert normalise("这是__粗体__字") == "这是粗体字"
    assert normalise("地址①10.0.0.1②10.0.0.2") == "地址 (1) 10.0.0.1 (2) 10.0.0.2"


def test_normalising() -> None:
    assert normalise("（３ 个页框），**FIFO**： $7\\times 2$") == "(3 个页框),FIFO: 7× 2"
    assert Reading("TLB 查找 1 ns，共 3 个").text == "TLB查找1 ns,共3个"


def test_what_setting_adds_is_gone() -> None:
    assert normalise(r"耗时$2\mu s$，\(2^{10}\) 位，A\. 30\%") == "耗时2μs, 2^10 位,A. 30%"
    assert normalise("地址为<b>[3, 70]</b>，共 2<sup>8</sup> 页<br>求它") == "地址为(3,70),共 2^8 页\n求它"
    assert normalise("长度为()位\n|编号|选项|\n|-|-|\n|A|8|\n|B|9|\n|C|10|\n|D|11|").endswith("\nA. 8\nB. 9\nC. 10\nD. 11")
    # A table of four things is no list of options.
    assert "|A|6|" in normalise("求平均等待时间\n|作业|运行时间|\n|-|-|\n|A|6|\n|B|2|\n|C|8|\n|D|4|")


def test_sequences_of_all_separators() -> None:
    for text in ("7,0,1,2", "7、0、1、2", "7 0 1 2", "7→0→1→2", "7->0->1->2", "7; 0; 1; 2"):
        match = Reading(f"序列 {text} 结束").take(SEQUENCE)
        assert match is not None
        assert to_ints(match[0]) == (7, 0, 1, 2)


def test_taken_text_is_gone_and_the_rest_harmless() -> None:
    reading = Reading("请问系统给进程分配3个页框，谢谢")
    assert reading.take_one(rf"(?P<value>{INTEGER})个页框", to_int) == 3
    assert not reading.has("页框")
    reading.finish("进程 分配")


@pytest.mark.parametrize(
    "text",
    [
        "分配3个页框，另外还有2个",  # a number nobody took
        "分配3个页框，采用XYZ",  # a Latin word
        "分配3个页框，两个CPU",  # a number in Chinese
        "每次缺页预取下一页，分配3个页框",  # a condition
        "分配3个页框，但是锁定",  # another
        "为什么分配3个页框",  # a question for words
        "比较分配3个页框",  # a comparison
        "分配3个页框，下列叙述正确的是",  # a choice among statements
    ],
)
def test_anything_not_understood_ends_the_reading(text: str) -> None:
    reading = Reading(text)
    reading.take(rf"(?P<value>{INTEGER})个页框")
    with pytest.raises(StayOut):
        reading.finish("分配 CPU")


def test_chatter_of_its_own_is_passed_over() -> None:
    reading = Reading("我室友昨晚发来的哈哈，分配3个页框")
    reading.take(rf"(?P<value>{INTEGER})个页框")
    reading.finish("分配")


def test_two_values_of_one_thing_are_refused() -> None:
    with pytest.raises(StayOut):
        Reading("3个页框，4个页框").take_one(rf"(?P<value>{INTEGER})个页框", to_int)
    assert Reading("3个页框，三个页框").take_one(rf"(?P<value>{INTEGER})个页框", to_int) == 3


def test_words_come_in_the_order_of_the_text() -> None:
    reading = Reading("先进先出（FIFO）和 LRU")
    assert reading.take_words([("LRU", "LRU"), ("FIFO|先进先出", "FIFO")]) == ["FIFO", "LRU"]


@pytest.mark.parametrize("text", ["序列 1,2,3,...", "序列 1、2、3…", "序列 1,2,3等"])
def test_numbers_that_go_on_are_refused(text: str) -> None:
    with pytest.raises(StayOut):
        Reading(text)


@pytest.mark.parametrize(
    "text",
    [
        "| 进程 | 到达 | 运行 |\n| --- | --- | --- |\n| P1 | 0 | 3 |\n| P2 | 1 | 4 |",
        "进程 到达 运行\nP1 0 3\nP2 1 4",
        "| 进程 | P1 | P2 |\n| --- | --- | --- |\n| 到达 | 0 | 1 |\n| 运行 | 3 | 4 |",
    ],
)
def test_tables_with_headings_above_or_beside(text: str) -> None:
    reading = Reading(f"情况如下：\n\n{text}\n\n求平均")
    table = reading.take_table()
    assert table is not None
    columns = table.by_heading([("进程", "name"), ("到达(时间)?", "arrival"), ("运行", "burst")])
    assert columns == {"name": ("P1", "P2"), "arrival": ("0", "1"), "burst": ("3", "4")}
    with pytest.raises(StayOut):
        table.by_heading([("进程", "name")])


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        reading = Reading(text)
        reading.take_table()
        reading.take_all(SEQUENCE)
        reading.finish("页框")
    except StayOut:
        pass
    split_options(text)


def test_the_blank_at_the_end_of_a_row_is_kept() -> None:
    assert normalise("4，4，6，12，30，____") == "4,4,6,12,30,( )"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("每帧 1 250 字节", "每帧 1250 字节"),
        ("含 12 000 个记录", "含 12000 个记录"),
        ("速度为200 000 km/s", "速度为200000 km/s"),
        ("虚拟地址 0184 5A3CH", "虚拟地址 01845A3CH"),
        ("请求 55 58 390 184 个", "请求 55 58 390 184 个"),
        ("60 120 KB\n250 40 KB", "60 120 KB\n250 40 KB"),
        ("访问 45，120 个", "访问 45,120 个"),
    ],
)
def test_spaces_in_long_figures_go_and_rows_stay(text: str, plain: str) -> None:
    assert normalise(text) == plain
