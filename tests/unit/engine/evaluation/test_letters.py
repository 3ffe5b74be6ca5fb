"""Which option a model chose, out of what models really write. None: it chose none, several, or took it back."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.evaluation.letters import read_letter

PAGING = ("分段", "分页", "段页式", "可变分区")
TREES = ("B树", "B+树", "AVL树", "红黑树")
NUMBERS = ("2", "4", "12", "24")
LANGUAGES = ("C语言", "A*算法", "汇编语言", "D触发器")
ENGLISH = ("a page table", "a TLB", "a segment table", "none of them")

SAID = [
    # the letter itself
    ("B", PAGING, "B"),
    ("B.", PAGING, "B"),
    ("b", PAGING, "B"),
    ("（B）", PAGING, "B"),
    ("Ｂ", PAGING, "B"),
    ("**B**", PAGING, "B"),
    ("选项B", PAGING, "B"),
    ("B选项。", PAGING, "B"),
    ("Ⓒ", PAGING, "C"),
    ("B. 分页", PAGING, "B"),
    ("B、分页", PAGING, "B"),
    ("(B) 分页", PAGING, "B"),
    ("B\n因为页的大小固定，所以没有外部碎片。", PAGING, "B"),
    ("B，因为页的大小固定。", PAGING, "B"),
    ("页的大小固定，没有外部碎片。\n\nB", PAGING, "B"),
    # conclusions, Chinese
    ("答案是：**B**", PAGING, "B"),
    ("答案：B", PAGING, "B"),
    ("答案为（C）。", PAGING, "C"),
    ("【答案】D", PAGING, "D"),
    ("[答案] D", PAGING, "D"),
    ("答：选 C。", PAGING, "C"),
    ("选 (C)", PAGING, "C"),
    ("故选Ｄ。", PAGING, "D"),
    ("应该选择 B 选项", PAGING, "B"),
    ("正确答案是 D。", PAGING, "D"),
    ("正确的选项是“A”", PAGING, "A"),
    ("下列说法正确的是 C。", PAGING, "C"),
    ("综上所述，B。", PAGING, "B"),
    ("因此选B因为页的大小固定", PAGING, "B"),
    ("B 和 C 都不对，选 D", PAGING, "D"),
    ("A选项错误，它有外部碎片；C、D 也不对。因此选B。", PAGING, "B"),
    ("选B，A错误，C错误，D错误。", PAGING, "B"),
    ("先看 A：有外部碎片。再看 C：也分段。所以答案应为 B 而不是 A。", PAGING, "B"),
    ("答案是A……等等，重新算一遍：页号应取高位。所以答案是 C。", PAGING, "C"),
    ("答案选B，不选A，若选A则忽略了外部碎片。", PAGING, "B"),
    ("很多同学会选A，但正确答案是B。", PAGING, "B"),
    ("正确答案是B，很多同学误选A。", PAGING, "B"),
    ("答案不是A，也不是 C，答案是 D", PAGING, "D"),
    ("符合题意的是 C", PAGING, "C"),
    ("### 答案\n\nB", PAGING, "B"),
    ("### 解析\n页号 4 位。\n### 结论\n选 **C. 段页式**", PAGING, "C"),
    ("我认为A和B都有道理，但最终选A", PAGING, "A"),
    # thoughts
    ("<think>先假设答案是 A。不对，应该是 C。</think>\n答案：B", PAGING, "B"),
    ("先假设答案是 A。</think>C", PAGING, "C"),
    ("<think>答案大概是 A，再想想", PAGING, None),
    # LaTeX, JSON, English
    ("所以 $\\boxed{B}$", PAGING, "B"),
    ("\\[\\boxed{\\text{C}}\\]", PAGING, "C"),
    ('{"answer": "B"}', PAGING, "B"),
    ('```json\n{"reason": "页的大小固定", "answer": "D"}\n```', PAGING, "D"),
    ('{"答案": "A", "解析": "C 有外部碎片"}', PAGING, "A"),
    ('{"answer": ["C"]}', PAGING, "C"),
    ("The answer is C.", PAGING, "C"),
    ("The correct answer is (D) because pages have one size.", PAGING, "D"),
    ("Answer: B", PAGING, "B"),
    ("ANSWER - a", PAGING, "A"),
    ("I would choose option B.", PAGING, "B"),
    ("The answer is not A, so I'd go with D.", PAGING, "D"),
    ("Option C is correct.", PAGING, "C"),
    # verdicts and guesses
    ("B 正确。", PAGING, "B"),
    ("A 错误；B 正确；C 错误；D 错误。", PAGING, "B"),
    ("A. 错误\nB. 错误\nC. 正确\nD. 错误", PAGING, "C"),
    ("A 正确；B 正确；C 错误；D 正确。所以选 C。", PAGING, "C"),
    ("其中错误的是 C。", PAGING, "C"),
    ("我觉得是 C 吧", PAGING, "C"),
    # only the option's words
    ("分页", PAGING, "B"),
    ("段页式。", PAGING, "C"),
    ("答案是分页", PAGING, "B"),
    ("应当采用可变分区", PAGING, "D"),
    ("答案是B+树", TREES, "B"),
    ("选B树", TREES, "A"),
    ("B+树", TREES, "B"),
    ("答案是 A*算法", LANGUAGES, "B"),
    ("答案是C语言", LANGUAGES, "A"),
    ("D触发器", LANGUAGES, "D"),
    ("12", NUMBERS, "C"),
    ("共需 12 次", NUMBERS, "C"),
    ("The answer is a TLB", ENGLISH, "B"),
    ("a page table", ENGLISH, "A"),
    # none, several, or taken back
    ("", PAGING, None),
    ("   \n", PAGING, None),
    ("我不知道。", PAGING, None),
    ("答案是 B 或 C", PAGING, None),
    ("选AB", PAGING, None),
    ("BC", PAGING, None),
    ("答案：A、C", PAGING, None),
    ("选 A 还是选 B，我不确定。", PAGING, None),
    ('{"answer": ["A", "B"]}', PAGING, None),
    ("A\nB", PAGING, None),
    ("A. 分段\nB. 分页\nC. 段页式\nD. 可变分区", PAGING, None),
    ("不选A", PAGING, None),
    ("答案不是A", PAGING, None),
    ("A 不正确。", PAGING, None),
    ("A选项错误", PAGING, None),
    ("A 正确；B 正确；C 错误；D 正确。", PAGING, None),
    ("答案是 E", PAGING, None),
    ("F", PAGING, None),
    ("分段和分页都可以", PAGING, None),
    ("不是分页", PAGING, None),
    ("CPU 从 A 进程切换到 B 进程", PAGING, None),
    ("Both A and B are correct.", PAGING, None),
    ("The answer is a good question", PAGING, None),
    ("如果选A就错了", PAGING, None),
    ("112", NUMBERS, None),
]


@pytest.mark.parametrize(("text", "options", "letter"), SAID, ids=[repr(text)[:40] for text, _, _ in SAID])
def test_a_choice_is_read_as_a_person_would_read_it(text: str, options: tuple[str, ...], letter: str | None) -> None:
    assert read_letter(text, options) == letter


def test_there_are_enough_cases() -> None:
    assert len(SAID) >= 60


FRAMES = [
    "答案是{}",
    "故选{}。",
    "因此，正确答案为（{}）。",
    "**答案：{}**",
    "The answer is {}.",
    "\\boxed{{{}}}",
    '{{"answer": "{}"}}',
    "{}",
]
REASONING = st.lists(
    st.sampled_from(
        ["页的大小固定。", "段的长度不一。", "先算页号，再查快表。", "外部碎片由此产生。", "We look at the page table first.", "共 12 位。"]
    ),
    max_size=5,
).map("\n".join)


@given(REASONING, st.sampled_from(FRAMES), st.sampled_from("ABCD"), st.booleans())
@settings(max_examples=300)
def test_whatever_reasoning_comes_first_the_conclusion_is_read(reasoning: str, frame: str, letter: str, wide: bool) -> None:
    said = frame.format(chr(ord(letter) + 0xFEE0) if wide else letter)
    assert read_letter(f"{reasoning}\n{said}", PAGING) == letter


@given(st.sampled_from(FRAMES[:3]), st.sampled_from("ABCD"), st.sampled_from("ABCD"))
def test_of_two_conclusions_the_last_counts(frame: str, first: str, last: str) -> None:
    assert read_letter(f"{frame.format(first)}\n等等，算错了。\n{frame.format(last)}", PAGING) == last


@given(st.text(alphabet=st.one_of(st.sampled_from('ABCDEabcd答案是选不错误正确，。、:()*\\{}"\n 项和或'), st.characters()), max_size=80))
@settings(max_examples=500)
def test_any_text_gives_an_option_or_nothing_and_full_width_says_the_same(text: str) -> None:
    letter = read_letter(text, PAGING)
    assert letter in (None, "A", "B", "C", "D")
    assert read_letter(unicodedata.normalize("NFKC", text), PAGING) == letter
