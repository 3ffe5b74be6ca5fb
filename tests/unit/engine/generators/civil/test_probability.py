"""Chances against going through every case, textbook classics, and sentences as people type them."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, permutations, product

import pytest

from engine.generators.civil.probability import at_least_one, best_of_three, drawn, first_at, meets, repeated

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone, own_questions_solved


def share(cases: list[bool]) -> Fraction:
    return Fraction(sum(cases), len(cases))


def tree(chances: list[Fraction]) -> list[tuple[tuple[bool, ...], Fraction]]:
    """Every course of independent tries with its chance."""
    courses = product((True, False), repeat=len(chances))
    weighed = []
    for way in courses:
        weight = Fraction(1)
        for hit, win in zip(way, chances, strict=True):
            weight *= win if hit else 1 - win
        weighed.append((way, weight))
    return weighed


def test_textbook_classics() -> None:
    assert drawn(3, 2, 2, 2) == Fraction(3, 10)
    assert repeated(Fraction(3, 5), 3, 2) == Fraction(54, 125)
    assert at_least_one((Fraction(3, 5), Fraction(7, 10))) == Fraction(22, 25)
    assert meets(60, 20) == Fraction(5, 9)  # the meeting problem of every textbook on geometric chances
    assert best_of_three(Fraction(3, 5)) == Fraction(81, 125)
    assert first_at(1, 4, 3) == Fraction(1, 5)  # the third of five keys opens with the same chance as any


def test_keys_agree_with_every_case() -> None:
    for composed in sample("probability"):
        asked, option = composed.parameters, right_option(composed)
        shown = Fraction(option.rstrip("%")) / 100 if option.endswith("%") else Fraction(option)
        task = asked["task"]
        if task in ("balls", "same-colour"):
            balls = "r" * asked["red"] + "w" * asked["white"]
            draws = [sum(balls[one] == "r" for one in each) for each in combinations(range(len(balls)), asked["take"])]
            expected = share([count == asked["reds"] if task == "balls" else count in (0, asked["take"]) for count in draws])
        elif task in ("either", "exactly-one"):
            ways = tree([Fraction(asked["first"]), Fraction(asked["second"])])
            expected = sum((weight for way, weight in ways if (any(way) if task == "either" else sum(way) == 1)), Fraction(0))
        elif task == "tries":
            ways = tree([Fraction(asked["chance"])] * asked["times"])
            expected = sum((weight for way, weight in ways if sum(way) == asked["hits"]), Fraction(0))
            assert abs(shown - expected) <= Fraction(1, 20_000)
            continue
        elif task == "first":
            things = [True] * asked["good"] + [False] * asked["bad"]
            orders = permutations(range(len(things)), asked["place"])
            expected = share([[things[one] for one in way] == [False] * (asked["place"] - 1) + [True] for way in orders])
        elif task in ("match", "led"):
            # All three games are thought played: who has two of them has won.
            ways = [(way, weight) for way, weight in tree([Fraction(asked["win"])] * 3) if task == "match" or way[0]]
            expected = sum((weight for way, weight in ways if sum(way) >= 2), Fraction(0)) / sum(weight for _, weight in ways)
        else:
            window, wait, fine = asked["window"], asked["wait"], 2
            cells = window * fine
            # Cells of a fine grid wholly inside and wholly outside the band of meetings hold the exact area between them.
            inside = sum(max(0, min(cells, one + wait * fine) - max(0, one - wait * fine + 1)) for one in range(cells))
            outside = sum(max(0, min(cells, one + wait * fine + 1) - max(0, one - wait * fine)) for one in range(cells))
            assert Fraction(inside, cells**2) <= shown <= Fraction(outside, cells**2)
            continue
        assert shown == expected, composed.question.id


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("袋中有3个红球和2个白球，从中任取2个，都是红球的概率是多少？", "3/10"),
        ("袋中有3个红球和2个白球，依次取2个，第二个是红球的概率是多少", "3/5"),
        ("6个人随机分成两组，每组3人，甲乙丙分在同一组的概率是多少？", "1/10"),
        ("袋中有4个白球、3个黑球，不放回地依次取2个球，已知第一次是黑球，第二次取到白球的概率是多少？", "2/3"),
        ("袋子里装有红球4个、白球3个，随机摸出2个球，颜色相同的概率为多少", "3/7"),
        ("一个盒子中有5个白球、3个红球，从中任意取出3个，至少有1个红球的概率是多少", "23/28"),
        ("甲、乙两人射击，命中的概率分别为0.6和0.7，至少有一人命中的概率是多少", "22/25"),
        ("国考真题：甲命中率为80%，乙命中率为60%，两人各射击一次，恰有一人命中的概率是多少", "11/25"),
        ("某射手每次射击命中的概率为0.6，连续射击3次，恰好命中2次的概率是多少", "54/125"),
        ("老师，小明投篮命中率是0.8，投篮4次，至少投中3次的概率为多少", "512/625"),
        ("袋中有6个红球、4个白球，任取2个球，一红一白的概率是多少", "8/15"),
        ("甲乙两人独立破译密码，破译的概率分别是1/3和1/4，两人都译出密码的概率是多少", "1/12"),
        ("掷两枚骰子，点数之和为7的概率是多少", "1/6"),
        ("每局甲获胜的概率为0.6，三局两胜制，甲获胜的概率是多少", "81/125"),
        ("甲乙丙三人命中率分别为0.6、0.7、0.8，至少一人命中的概率是多少", "122/125"),
        ("袋中有3个红球、2个白球和1个黑球，从中任取2个，都是红球的概率是多少", "1/5"),
        ("袋中有3个红球和2个白球，有放回地取2次，都是红球的概率是多少", "9/25"),
        ("从5名男生和4名女生中选出3人，至少有1名女生的概率是多少", "37/42"),
        ("一个袋子里有4个红球和6个白球，从中任取3个球，恰好有2个红球的概率是多少？", "3/10"),
        ("某人投篮命中率为0.5，投5次恰好命中3次的概率是多少", "5/16"),
        ("10件产品中有3件次品，从中任取2件，至少有1件次品的概率是多少？", "8/15"),
        ("甲乙两人各投篮一次，甲命中的概率是0.7，乙命中的概率是0.6，求两人都命中的概率", "21/50"),
        ("掷一枚均匀的硬币3次，恰好出现2次正面的概率是多少", "3/8"),
        ("从5男3女中随机选2人，恰好一男一女的概率", "15/28"),
        ("甲、乙两队进行排球比赛，采取五局三胜制，甲队每局获胜的概率为2/3，则甲队最终获胜的概率是多少", "64/81"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    said = answer_of("probability", text)
    assert Fraction(said) == Fraction(answer)


@pytest.mark.parametrize(
    "text",
    [
        "袋中有3个红球和2个白球，先取1个放到一边，再取1个是红球的概率是多少",
        "甲、乙两人命中的概率分别为0.6和0.7，各射击两次，至少有一人命中的概率是多少",
        "甲、乙两人命中的概率分别为0.6和0.7，已知目标被击中，是甲击中的概率是多少",
        "某射手命中率0.6，射击到第一次命中为止，恰好射击3次的概率是多少",
        "某射手每次命中率为0.6，连续射击3次，恰好连续命中2次的概率是多少",
        "甲、乙两人命中的概率分别为60和70，至少有一人命中的概率是多少",
        "袋中有3个红球和若干个白球，任取1个是红球的概率是0.5，白球有几个",
        "一个袋子里有4个红球和若干个白球，从中任取3个球，恰好有2个红球的概率是多少",
        "每次取出1个球观察颜色后放回，袋中有4个红球和6个白球，如果取到红球还要再放入一个红球，两次都取到红球的概率",
        "甲、乙两队比赛，采取五局三胜制，甲队主场获胜的概率为0.6，客场为0.5，则甲队最终获胜的概率是多少",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert left_alone("probability", text)


def test_own_questions_are_solved_as_keyed() -> None:
    assert own_questions_solved("probability") >= 15


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("甲罐有3红2白，乙罐有2红3白，各取一球，颜色相同的概率", "12/25"),
        ("甲袋2红3白，乙袋4红1白，先从甲袋任取一球放入乙袋，再从乙袋任取一球，取出红球的概率是多少", "11/15"),
        ("从一副52张扑克牌中任抽一张，抽到红桃或A的概率是多少？", "4/13"),
        ("某地下雨概率为40%，若下雨则堵车概率80%，不下雨则堵车概率为30%，堵车的概率是多少？", "0.5"),
        ("某人上班要经过3个红绿灯路口，遇到绿灯的概率分别为0.2、0.3、0.5，他一路绿灯的概率是多少？", "0.03"),
        ("6个人随机分成两组，每组3人，甲乙分在同一组的概率是多少？", "2/5"),
        ("甲乙下棋，甲不输的概率0.8，和棋概率0.3，那乙赢的概率", "0.2"),
    ],
)
def test_solver_answers_two_urns_cards_and_causes(text: str, answer: str) -> None:
    assert answer_of("probability", text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "甲厂产品占60%，次品率2%，乙厂产品占40%，次品率3%，任取一件，是甲厂的次品的概率",
        "甲罐有3红2白，乙罐有2红3白，各取两球，颜色相同的概率",
    ],
)
def test_solver_stays_out_of_other_events(text: str) -> None:
    assert left_alone("probability", text)


def test_either_of_two_colours_against_every_ball() -> None:
    balls = "红红黄黄黄绿绿绿绿绿"
    text = "一个不透明袋子里装有2个红球、3个黄球、5个绿球，从中随机摸出一个球，摸到红球或黄球的概率是多少？"
    assert Fraction(answer_of("probability", text)) == share([ball in "红黄" for ball in balls])


def test_a_guess_among_options_against_every_case() -> None:
    text = "一道单选题有4个选项，某考生会做的概率为0.6，不会做时随机猜一个，求他答对该题的概率。"
    assert Fraction(answer_of("probability", text)) == Fraction(6, 10) + Fraction(4, 10) * Fraction(1, 4)
