"""Buying and selling against trying and adding up, textbook classics, and sentences as people type them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from engine.generators import NeedsParameter, Solved, solve_text
from engine.generators.civil.profit import best_price, charge, discount, sale, two_parts

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone, own_questions_solved


def test_textbook_classics() -> None:
    # Marked up by 50% and sold for eight tenths: the gain is 20% of the cost, not 30%.
    assert sale(100, 50, 8)[2] == 20
    assert charge(15, 10, Fraction(2), Fraction(3)) == 35
    # Seven tenths sold at 50% above cost, the rest at eight tenths of that: 41%.
    assert two_parts(50, Fraction(7, 10), 8) == 41
    # Cost 100, price 120, 300 sold, 20 more for each yuan less: nothing is gained by lowering beyond 2.5 yuan.
    assert best_price(100, 120, 300, 20)[1] == max((price - 100) * (300 + (120 - price) * 20) for price in range(100, 140))
    assert [discount(8), discount(Fraction(17, 2))] == ["八折", "八五折"]


def test_keys_agree_with_trying() -> None:
    for composed in sample("profit"):
        asked, option = composed.parameters, right_option(composed)
        shown = Fraction(option.rstrip("%").split()[0])
        task = asked["task"]
        if task in ("profit", "rate"):
            cost = Fraction(asked.get("cost", 1000))
            price = cost + cost / 100 * asked["markup"]
            paid = price - price / 10 * (10 - Fraction(asked["tenths"]))
            assert shown == (paid - cost if task == "profit" else (paid / cost - 1) * 100)
        elif task in ("cost", "marked"):
            solutions = [
                (cost, marked)
                for marked in range(1, 1200)
                for cost in [Fraction(marked * asked["high"], 10) - asked["gain"]]
                if Fraction(marked * asked["low"], 10) - cost == asked["less"]
            ]
            assert len(solutions) == 1
            assert shown == solutions[0][task == "marked"]
        elif task == "steps":
            bill, used = Fraction(str(asked["bill"])), 0
            while bill > 0:
                bill -= Fraction(asked["low"] if used < asked["limit"] else asked["high"])
                used += 1
            assert bill == 0
            assert shown == used
        elif task in ("parts", "discount"):
            pieces = 100
            outlay = pieces * 10
            price = Fraction(10 * (100 + asked["markup"]), 100)
            full = int(Fraction(asked["share"]) * pieces)
            tenths = shown if task == "discount" else Fraction(asked["tenths"])
            income = sum(price if piece < full else price * tenths / 10 for piece in range(pieces))
            assert (income - outlay) * 100 / outlay == (Fraction(asked["rate"]) if task == "discount" else shown)
        else:
            tried = {
                price: (price - asked["cost"]) * (asked["sold"] + (asked["price"] - price) * asked["more"])
                for price in range(asked["cost"], asked["price"] * 2)
            }
            most = max(tried.values())
            assert shown == (most if task == "best-profit" else next(price for price, earned in tried.items() if earned == most))
            assert list(tried.values()).count(most) == 1


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("某商品按定价打八折出售仍获利20%，定价是进价的百分之几", "150%"),
        ("某商品进价为200元，按50%的利润率定价，再打八折出售，每件获利多少元？", "40 元"),
        ("一件商品成本100元，按成本的40%的利润定价，打九折出售，利润是多少元", "26 元"),
        ("某商品在进价的基础上提高50%定价，后来按定价的八折出售，利润率是多少", "20%"),
        ("国考真题：某商品按30%的利润率定价，按定价的9折销售，求利润率", "17%"),
        ("某种商品每件进价80元，加价25%后标价，按标价的九五折出售，每件能赚多少元", "15 元"),
        ("老师这题怎么做：进价是150元的衣服，按60%的利润率定价，打7.5折卖，售价是多少", "180 元"),
        ("一件商品进价120元，按35%的利润率定价，定价是多少元", "162 元"),
        ("商品按进价提高100%定价，打六折出售，利润率为多少", "20%"),
        ("某商店一件衬衫进价60元，按45%的利润率定价，八五折出售，可获利多少元", "13.95 元"),
        ("某商品打八折出售获利20元，打七折亏10元，进价是多少元", "220 元"),
        ("某商品成本200元，按成本加价50%定价，后因滞销打七折销售，卖出一件盈利多少元？", "10 元"),
        ("一件衣服进价100元，售价150元，利润率是多少？", "50%"),
        ("一种商品按定价打八折出售可获利20%，该商品定价为300元，则成本是多少元？", "200 元"),
        ("某商店将进价为80元的商品提高40%标价，再打九折卖出，利润率为多少？", "26%"),
        ("某商品打九折出售，每件获利15元，打八折出售每件亏损5元，这种商品的成本是多少元？", "165 元"),
        ("一批商品按50%的利润定价，卖出一半后打八折销售剩下的，最终的利润率是多少", "35%"),
        ("某种商品进价60元，按80元出售每天卖200件，价格每上涨1元销量减少5件，定价多少元时利润最大", "90 元"),
        ("某商品进价200元，按50%的利润率定价，打八折后又优惠10元，每件获利多少元", "30 元"),
        ("某商品进价降低10%，售价不变，利润率提高12个百分点，原来利润率是多少", "8%"),
        ("某商品进价200元，按50%的利润率定价，先涨价10%再打八折出售，获利多少元", "64 元"),
        ("某商品进价200元，按50%的利润率定价，卖出一半后打八折卖完，总利润率是多少", "35%"),
        ("某书店每本进价25元，售价40元，卖出一半后打七五折，全部售完共获利1000元，一共进了多少本？", "100 本"),
        ("某商品每件成本40元，售价为x元时每天销量为(200-2x)件，售价定为多少元时每天利润最大？", "70 元"),
        ("某商品连续两次降价10%后价格为81元，原价是多少元", "100 元"),
        ("一批商品按25%的利润定价，售出80%后剩下的打折出售，全部售完后获得的利润比预期少了20%，剩下的打了几折", "8 折"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    assert answer_of("profit", text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "某商品进价200元，标价300元，打八折出售，再满200减20，获利多少",
        "甲商品进价200元，乙商品进价100元，都按50%的利润率定价，打八折出售，获利多少元",
        "某商品进价200元，按50%的利润率定价，打八折出售，另付运费5元，获利多少元",
        "某商品进价200元，按售价的50%的利润率定价，打八折出售，获利多少元",
        "一批商品按50%的利润率定价，打八折出售，获利多少元",
        "利润率和成本利润率有什么区别",
        "某商品进价100元，按进价加价40%标价，先打八五折，再参加店庆满减活动，卖出可获利多少元",
        "商品标价240元，仍可获得20%的利润，进价是多少元",
        "两件衣服都卖120元，一件赚20%，另一件亏了一些，最后赚了还是亏了多少元",
        "某商品打九折出售，每件获利15元，打八折出售每件亏损一些，成本是多少元",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert left_alone("profit", text)


def test_solver_asks_for_the_cost() -> None:
    asked = solve_text("某商品按50%的利润率定价，再打八折出售，每件获利多少元", "civil")
    assert isinstance(asked, NeedsParameter)
    solved = solve_text(asked.completed("300"), "civil")
    assert isinstance(solved, Solved)
    assert solved.answer == "60 元"


def test_own_questions_are_solved_as_keyed() -> None:
    assert own_questions_solved("profit") >= 15
