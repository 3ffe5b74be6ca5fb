"""KMP against the definition tried length by length, textbook classics, and sentences as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import Solved, solve_text
from engine.generators.ds._kmp_next.simulator import match, next_of, nextval_of

from ..every_kind import right_option, sample


def by_definition(pattern: str) -> list[int]:
    """1 more than the longest proper prefix of what stands before that is its suffix as well."""
    values = [0]
    for length in range(1, len(pattern)):
        before = pattern[:length]
        values.append(max(k for k in range(length) if before[:k] == before[length - k :]) + 1)
    return values


def stronger(pattern: str) -> list[int]:
    """The furthest position to go on with that has another character; 0: none has."""
    values = []
    for length in range(len(pattern)):
        before = pattern[:length]
        fits = [k for k in range(length) if before[:k] == before[length - k :] and pattern[k] != pattern[length]]
        values.append(max(fits) + 1 if fits else 0)
    return values


@pytest.mark.parametrize(
    ("pattern", "expected", "better"),
    [
        ("abaabcac", [0, 1, 1, 2, 2, 3, 1, 2], [0, 1, 0, 2, 1, 3, 0, 2]),  # Yan Weimin
        ("aaaab", [0, 1, 2, 3, 4], [0, 0, 0, 0, 4]),  # Yan Weimin, where nextval is introduced
        ("abaabaa", [0, 1, 1, 2, 2, 3, 4], [0, 1, 0, 2, 1, 0, 2]),
    ],
)
def test_textbook_classics(pattern: str, expected: list[int], better: list[int]) -> None:
    assert next_of(pattern) == expected
    assert nextval_of(pattern) == better


def test_textbook_matching() -> None:
    # 408 of 2019: abaabaabcabaabc and abaabc are matched with 10 comparisons. 408 of 2015: after i = j = 5, j goes to 2 (from 0).
    comparisons, found = match("abaabaabcabaabc", "abaabc", next_of("abaabc"))
    assert len(comparisons) == 10
    assert found == 4
    assert next_of("abaabc")[5] - 1 == 2


@settings(max_examples=200)
@given(st.text("ab", min_size=1, max_size=12), st.text("ab", max_size=30))
def test_arrays_and_matching_agree_with_definition(pattern: str, text: str) -> None:
    assert next_of(pattern) == by_definition(pattern)
    assert nextval_of(pattern) == stronger(pattern)
    for jumps in (next_of(pattern), nextval_of(pattern)):
        assert match(text, pattern, jumps)[1] == text.find(pattern) + 1


def test_keys_agree_with_reference() -> None:
    for composed in sample("kmp-next"):
        asked, right = composed.parameters, right_option(composed)
        if asked["task"] == "next":
            assert right == ", ".join(str(value) for value in by_definition(asked["pattern"]))
        elif asked["task"] == "nextval":
            assert right == ", ".join(str(value - asked["from_zero"]) for value in stronger(asked["pattern"]))
        elif asked["task"] == "mismatch":
            text, pattern, i, j = (asked[name] for name in ("text", "pattern", "i", "j"))
            assert text[i - j : i] == pattern[:j]
            assert text[i] != pattern[j]
            assert right == f"i = {i}，j = {by_definition(pattern)[j] - 1}"
        else:
            jumps = (stronger if asked["nextval"] else by_definition)(asked["pattern"])
            text, count, state = asked["text"], 0, 0
            for sign in text:
                while state >= 0:
                    count += 1
                    if asked["pattern"][state] == sign:
                        break
                    state = jumps[state] - 1
                state += 1
                if state == len(asked["pattern"]):
                    break
            assert right == f"{count} 次"


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("求模式串abaabcac的next数组", "next：0, 1, 1, 2, 2, 3, 1, 2"),
        ("模式串 aaaab 的 nextval 数组是多少？", "nextval：0, 0, 0, 0, 4"),
        ("字符串 ababaaababaa 的next数组（下标从1开始）", "next：0, 1, 1, 2, 3, 4, 2, 2, 3, 4, 5, 6"),
        ("已知模式串p='abaabcac'，求其next数组，下标从0开始，next[0]=-1", "next：-1, 0, 0, 1, 1, 2, 0, 1"),
        ("请问串 abcabaa 的 next 值和 nextval 值分别是多少", "next：0, 1, 1, 1, 2, 3, 2；nextval：0, 1, 1, 0, 1, 3, 2"),
        ("用KMP算法，T=abaabaa，next[1]=0，写出nextval函数值", "nextval：0, 1, 0, 2, 1, 0, 2"),
        ("KMP算法中模式串 abcaabbabcab 的next数组怎么算", "next：0, 1, 1, 1, 2, 2, 3, 1, 2, 3, 4, 5"),
        ("老师好，这道题不会：求 aabaab 的 next 和 nextval", "next：0, 1, 2, 1, 2, 3；nextval：0, 0, 2, 0, 0, 2"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "串 aabaabaac 和串 aabaac 用KMP匹配需要比较多少次",
        "主串 aabaabaab，模式串 aabaac，用KMP的next数组匹配需要比较多少次",
        "主串 abcabcabdab，模式串 abcabd，KMP匹配，失配时i=j=4，下次i和j是多少",
        "模式串 abaabcac 的 next[6] 是多少",
        "求模式串 abaabcac 的 next 数组中第 5 个值",
        "求模式串 abaabcac 和 aaaab 的 next 数组",
        "next 数组的作用是什么",
        "为什么 nextval 比 next 好，以 abaab 为例",
        "模式串 abaabcac 的部分匹配值 next 是什么",
        "用 next 数组求 abaab 的最小循环节长度",
        "模式串长度为 8，next 数组最后一个值最大是多少 abaabcac",
        "求 abaabcac 的 next 数组之和",
        "失配时 abaabcac 的 next 怎么用",
        "abaabcac 的 next 数组，若字符不区分大小写",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert solve_text(text, "408") is None


def test_pasted_options_are_matched() -> None:
    stem = "模式串 abaabcac 的 next 数组为（  ）。"
    solved = solve_text(stem + "\nA. 0,1,1,2,2,3,1,2\nB. 0,1,0,2,2,3,1,2\nC. 0,1,1,2,2,3,2,1\nD. 0,1,1,1,2,3,1,2", "408")
    assert isinstance(solved, Solved)
    assert solved.option == "A"
    assert solve_text(stem + "\nA. 0,1,1,2,2,3,1,1\nB. 0,1,0,2,2,3,1,2\nC. 0,1,1,2,2,3,2,1\nD. 0,1,1,1,2,3,1,2", "408") is None


def test_own_questions_are_solved_as_keyed() -> None:
    answered = 0
    for composed in sample("kmp-next"):
        solved = solve_text(composed.question.stem, "408")
        if isinstance(solved, Solved):
            answered += 1
            assert right_option(composed) == solved.answer.split("：")[-1], composed.question.stem
    assert answered


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("求长度为6的模式串ababac的next数组，严蔚敏版本", "next：0, 1, 1, 2, 3, 4"),
        ("某串aabaac的nextval，约定下标从1开始", "nextval：0, 0, 2, 0, 0, 3"),
        ("主串 aabaabaac，模式串 aabaac，用KMP的next数组匹配需要比较多少次", "10 次"),
        ("在主串aabaabaabaac里用KMP找子串aabaac，直到匹配成功一共比较了几次字符？", "14 次"),
        ("已知主串S='abcabcabdab'，模式串T='abcabd'，KMP匹配第一次失配时i=j=5，下次匹配时i、j分别是多少", "i = 5，j = 2"),
        # By hand: 6, 2, 1, 6 comparisons from the four places.
        ("主串 aabaabaac，模式串 aabaac，用BF算法匹配需要比较多少次", "15 次"),
        ("采用朴素模式匹配，在长为n=50的主串中找长为m=6的模式串，最坏情况下字符比较次数为多少", "270 次"),
        ("KMP匹配，主串mnmnpmnpmpnmn，模式mnpmp，用next（next[1]=0）共几趟匹配？", "3 趟"),
        ("j=8处失配，模式串abaabcac（从1编号），模式串下一次用第几个字符比较？模式串相当于右移几位？", "第 2 个字符；右移 6 位"),
        ("大佬们，abcabaa的部分匹配值怎么写", "部分匹配值：0, 0, 0, 1, 2, 1, 1"),
        ("模式串ababaa的next，-1开头的那种", "next：-1, 0, 0, 1, 2, 3"),
        ("求ababaa的改进后的next数组，教材是从1开始编号的", "nextval：0, 1, 0, 1, 0, 4"),
    ],
)
def test_other_wordings_1(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "长度为5的模式串ababac的next数组",
        "模式串ababac的next数组，next[1]=-1",
        "模式串ababac的next数组，next[0]=0",
    ],
)
def test_other_near_misses_1(text: str) -> None:
    assert not isinstance(solve_text(text, "408"), Solved)
