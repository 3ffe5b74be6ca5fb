"""Words of a question that always matter, questions that an answer cannot answer, and what is asked beside another thing."""

import pytest

from engine.generators.guards.beside import request_passed_over
from engine.generators.guards.weighty import no_answer_to_it, weighty_word_passed_over


@pytest.mark.parametrize(
    ("text", "answer", "passed_over"),
    [
        ("单精度能表示的最小规格化数的阶码是?", "2^(-126) ", True),
        ("机器数41200000H的阶码是?", "阶码 130", False),
        ("加速以后节省了多少秒?", "40 s", True),
        ("队列清空后front是多少?", "front = 3", True),
        ("划分成8个子网,一共能容纳多少台主机?", "每个子网 30 台", True),
        ("划分成8个子网,每个子网一共能容纳多少台主机?", "每个子网 30 台", False),
        ("最后一个片的偏移是多少?", "偏移 0", True),
    ],
)
def test_a_word_that_always_matters_changes_the_answer_or_is_in_it(text: str, answer: str, passed_over: bool) -> None:
    assert (weighty_word_passed_over(text, answer, lambda _: answer) is not None) is passed_over
    assert weighty_word_passed_over(text, answer, lambda _: "another") is None or answer.startswith("每")


@pytest.mark.parametrize(
    ("text", "answer", "passed_over"),
    [
        ("度为1的结点有哪些?", "度为 1 的结点 2 个", True),
        ("度为1的结点有几个?", "度为 1 的结点 2 个", False),
        ("会用到三级索引吗,共占几块?", "303 块", True),
        ("会用到三级索引吗,共占几块?", "不会，303 块", False),
        ("double 型的机器数?float呢?", "40400000H", True),
        ("空闲区共多少?最大的多大?", "8 MB", True),
        ("空闲区共多少?最大的多大?", "共 20 MB；8 MB", False),
        ("哪种算法缺页最少?各多少?", "FIFO：；LRU：；LRU 缺页最少", True),
    ],
)
def test_an_answer_can_be_one_to_the_question(text: str, answer: str, passed_over: bool) -> None:
    assert (no_answer_to_it(text, answer, lambda _: None) is not None) is passed_over


@pytest.mark.parametrize(
    ("text", "answer", "passed_over"),
    [
        ("磁头在50,请求10、90,移动道数,平均寻道?", "共移动 120 个磁道", True),
        ("A=80H,B=01H,A-B溢出与否,CF是?", "CF=0", True),
        ("A=80H,B=01H,A-B溢出与否,CF是?", "溢出，CF=0", False),
        ("地址10.1.12.77/29的网络、广播、可用范围", "广播地址 10.1.12.79，10.1.12.73～10.1.12.78", True),
        ("x=0.1001,y=0.1110,求x÷y的商和余数。", "商 0.1010，余数 0.0100", False),
        ("周期200ns,不考虑缺页,求平均访问时间。", "240 ns", False),
    ],
)
def test_what_is_asked_beside_another_thing_is_answered(text: str, answer: str, passed_over: bool) -> None:
    assert (request_passed_over(text, answer, lambda _: answer) is not None) is passed_over
    assert request_passed_over(text, answer, lambda _: None) is None
