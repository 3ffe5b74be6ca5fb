from engine.generators.choices.groups import split_groups, with_letters_of_groups
from engine.generators.kind import Solution
from engine.generators.solving import Solved, solve_text

TEXT = "最大吞吐率为(3);执行100条指令需(4)ns。\n(3) A、1/9 B、1/3 C、1/2 D、1\n(4) A. 300 B. 306 C. 309 D. 900"


def test_options_of_several_blanks_are_split_by_their_numbers() -> None:
    stem, groups = split_groups(TEXT)
    assert stem == "最大吞吐率为( );执行100条指令需( )ns。"
    assert groups == (("3", ("1/9", "1/3", "1/2", "1")), ("4", ("300", "306", "309", "900")))


def test_options_without_numbers_are_no_groups() -> None:
    text = "(1) 求吞吐率\nA. 1 B. 2 C. 3 D. 4"
    assert split_groups(text) == (text, ())
    assert split_groups("(3) A. 1 B. 2 C. 3 D. 4 (5) A. 1 B. 2 C. 3 D. 4")[1] == (("5", ("1", "2", "3", "4")),)


def test_each_part_of_an_answer_has_its_letter() -> None:
    groups = (("1", ("10", "20", "30", "40")), ("2", ("1:2", "5:2", "4:1", "3")))
    told = with_letters_of_groups(groups, Solution(answer="时间 30 ns，加速比 2.5", steps="…"))
    assert told is not None and told[1] == "(1) C (2) B"
    assert with_letters_of_groups(groups, Solution(answer="时间 31 ns，加速比 2.5", steps="…")) is None


def test_a_problem_with_two_blanks_is_answered_with_both_letters() -> None:
    solved = solve_text(
        "指令的执行分为取指、分析、执行三步,t取指=4ns,t分析=3ns,t执行=4ns。按顺序方式执行完200条指令需要(7)ns,按流水线方式执行完200条指令需要(8)ns。\n"
        "(7)A.2000 B.2200 C.2400 D.2600\n(8)A.800 B.804 C.807 D.811",
        "408",
    )
    assert isinstance(solved, Solved) and solved.option == "(7) B (8) C"
