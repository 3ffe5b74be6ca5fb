"""Solving profit problems: cost, marked and selling price; two discounts; a lot sold in parts; tariffs in steps; the best price."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.alternatives import but_not
from engine.generators.civil._problems.heeded import IN_PRICES, each_by_itself, heeding
from engine.generators.civil._problems.relations import solution
from engine.generators.civil._problems.story import in_turn, one_reading
from engine.generators.civil._problems.unread import IN_SALES
from engine.generators.civil._profit.best_price_reading import read_best_price
from engine.generators.civil._profit.even_changes_reading import read_even_changes
from engine.generators.civil._profit.ledger.reading import read_ledger
from engine.generators.civil._profit.lots_reading import read_lots
from engine.generators.civil._profit.purchase_discounts_reading import read_purchase_discounts
from engine.generators.civil._profit.revenue_reading import read_revenue
from engine.generators.civil._profit.statements import read_sale
from engine.generators.civil._profit.tariff.standard_reading import read_price_beyond, read_standard
from engine.generators.civil._profit.tariff.statements import read_purchase, read_tariff
from engine.generators.civil._profit.tariff.steps_reading import read_steps
from engine.generators.civil._profit.trades.reading import read_trades
from engine.generators.civil._profit.wording import one_wording
from engine.generators.civil._profit.worth_reading import read_worth
from engine.generators.kind import Recognition, Solver
from engine.generators.reading import stay_out

_BESIDE = re.compile(
    r"(?<![\d.])0\.\d+\s*折|抹零|零头|[若如逢]遇|(?:会员|贵宾|老顾客)[^,，;；。]{0,6}[再另减免]|代金券|红包|积分|另[付缴计](?!算|[^,，;；。]{0,6}费)|提成|补贴|包装费|样品|名义|[涨调]回|运费由"
)
"""What is taken off, or is charged, beside the prices told; who says when it holds is not read."""

_OF_THE_PRICE = r"利润率[(（][^()（）]*(?:对于?|按照?|以|占|除以|[/÷])(?:销售价格?|售价|销售额|定价|标价)"
"""A rate of profit that is none over the cost."""

_DISCOUNTS_APART = r"(?:折|打折|原价|定价|标价)(?:出售|销售|卖出?)?比[^,;。?]{0,8}(?:折|原价|定价|标价)[^,;。?]{0,8}?[多少](?:赚|卖|花|付|得|获利|收入?|亏)?了?(?:多少|几)"
"""`打八折比打七折每件多赚多少`: a difference between two cases."""

_UNDISCOUNTED = r"(?<=[?。])(?:那么?|则)?(?:如果|若|要是|假如)?(?:不打折|没有?打折)(?:的话|销售|出售|卖出?)?(?:时)?,?(?P<what>(?:利润率|盈利率|获利率)|(?:能|可|则|会)*(?:赚|获利|盈利)(?:了)?(?=百分之|多少%|几%))"
"""What is asked of the price without the discount told before."""


def _without_discount(text: str) -> str:
    """The text whose last question is about the marked price, said as the readers know it.

    Raises:
        StayOut: something else is asked of it.
    """
    found = patterns.search(_UNDISCOUNTED, text)
    if found is None:
        asked = patterns.search(r"[?。][^?。]*(?:不打折|没有?打折)[^?。]*[?]", text)
        before = text[: asked.start()] if asked else ""
        if asked and "折" in before and patterns.search(r"多少|几(?!折)", before):
            stay_out(f"of which price: {asked[0]}")
        return text
    rate = found["what"] if "率" in found["what"] else "利润率是"
    return f"{text[: found.start()]}若按定价卖出,{rate}{text[found.end() :]}"


_read_worded = in_turn(
    read_even_changes,
    one_reading(read_sale, read_tariff, read_purchase),
    one_reading(read_standard, read_price_beyond, read_revenue, read_purchase_discounts),
    read_trades,
    read_best_price,
    read_lots,
)


def _in_one_wording(text: str) -> Recognition | None:
    """As the readers of one wording."""
    return _read_worded(patterns.sub(r"(?<=[\u4e00-\u9fff])[.．](?=[\u4e00-\u9fff])", "。", one_wording(text)))


_read = in_turn(read_ledger, _in_one_wording, read_worth, read_steps)


def _recognise(text: str) -> Recognition | None:
    """As the readers, of prices with nothing beside them.

    Raises:
        StayOut: something is charged, or taken off, beside the prices told.
    """
    if found := patterns.search(_DISCOUNTS_APART, text):
        stay_out(f"between two prices: {found[0]}")
    if found := patterns.search(_OF_THE_PRICE, text):
        stay_out(f"another rate of profit: {found[0]}")
    text = _without_discount(
        patterns.sub(r"加价(\s*\d[\d.]*\s*%)\s*后?作为(?=[标定]价)", r"按高出进价\1的价格", text.replace("空调", "电器"))
    )
    if found := _BESIDE.search(one_wording(text)):
        stay_out(f"beside the price: {found[0]}")
    return _read(text)


SOLVER = Solver(
    hint=r"价格|收\d+|车费|打车|进价|成本|利润|获利|盈利|赚|亏|定价|标价|提价|降价|涨价|元|块|售价|收费|费用|水费|电费|打折|折",
    recognise=but_not(IN_SALES)(each_by_itself(heeding(_recognise, solution, IN_PRICES), solution)),
    solve=solution,
)
