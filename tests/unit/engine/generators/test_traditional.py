from engine.generators.normalising import normalise
from engine.generators.traditional import in_simplified


def test_a_text_in_traditional_characters_is_read_in_simplified_ones_and_in_the_mainlands_terms() -> None:
    assert (
        in_simplified("匯流排的時脈頻率為100MHz,每個週期傳送32位元資料,頻寬是多少")
        == "总线的时钟频率为100MHz,每个周期传送32位数据,带宽是多少"
    )
    assert in_simplified("主記憶體與快取記憶體的區塊有4位元組") == "主存与Cache的区块有4字节"
    assert "數" not in normalise("已知補數為10110101,寫出對應的真值與原碼各為多少")


def test_a_name_alone_is_left() -> None:
    assert in_simplified("陳華和張三比赛") == "陳華和張三比赛"
