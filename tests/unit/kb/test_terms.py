from hypothesis import given, settings
from hypothesis import strategies as st

from kb.terms import normalise, terms


def test_a_chinese_word_is_found_whole_by_its_parts_and_by_pairs_of_characters() -> None:
    found = terms("二进制信号量")
    assert {"二进制", "进制", "信号量", "信号"} <= set(found)
    assert {"制信", "号量"} <= set(found)


def test_technical_terms_stay_whole() -> None:
    assert {"c++", "c#", "b+", "i/o", "csma/cd", "802.11"} <= set(terms("C++、C#、B+树、I/O、CSMA/CD、802.11"))
    assert {"tcp/ip", "tcp", "ip"} <= set(terms("TCP/IP协议"))


def test_a_power_and_an_order_of_growth_are_one_term_however_they_are_written() -> None:
    assert "2^10" in terms("2^10") and "2^10" in terms("$2^{10}$")
    for text in ("O(n^2)", "O(n²)", "$O(n^2)$", "Ｏ（n^2）", "$O( n^{2} )$"):
        assert "o(n2)" in terms(text), text
    assert "o(nlogn)" in terms("$O(n \\log n)$")


def test_full_width_and_case_make_no_difference() -> None:
    assert sorted(terms("ＴＣＰ／ＩＰ")) == sorted(terms("tcp/ip"))


def test_nothing_searchable_gives_no_terms() -> None:
    assert terms("") == terms("？！……") == terms(" \n\t") == []


def test_control_characters_and_lone_surrogates_separate_words() -> None:
    assert terms("page\x00table\ud800") == ["page", "table"]


@settings(max_examples=60)
@given(st.text(st.characters(), max_size=60))
def test_any_text_has_encodable_terms(text: str) -> None:
    for term in terms(text):
        assert term
        term.encode("utf-8")
    normalise(text).encode("utf-8")
