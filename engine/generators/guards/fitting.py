"""Whether an answer is of the sort that is asked: somebody for who, money for how much somebody gets.

A reader that only knows how long a work takes answers "12 天" to "最后一天是谁做".
"""

from __future__ import annotations

from engine.generators import patterns

_WHO = r"(?:是|由|该|轮到|归|属于)(?:谁|哪一?(?:个|位|名|支|家)?(?:人|队|组|班|厂|车间|管|工人|师傅))|(?:^|[,;。])[^,;。?]{0,8}?谁(?=[^,;。?]{0,8}[?])"
_ONLY_AMOUNTS = r"\s*(?:约\s*)?\d[\d./]*\s*(?:个?月|[天周分秒人个次米圈件]|小时|分钟|千米|公里)(?:\(约[^()]*\)|（约[^（）]*）)?\s*"
_MONEY = r"(?:应|可|能|该|各|共|分)?(?:分得|得到?|拿到?|领到?|分到)(?:报酬|工资|工钱|奖金|钱)?(?:多少|几)(?:元|钱|报酬|工资)?(?=[?,;。]|$)|多少(?:元|钱)|几元|(?:报酬|工资|工钱|奖金)[^,;。?\d]{0,6}(?:多少|几)"
_PAID = r"报酬|工资|工钱|酬金|奖金|劳务费|工程款|\d\s*元"


def amount_for_who(text: str, answer: str) -> str | None:
    """The question who it is, of a normalised text whose answer only tells how much; None where there is none."""
    asked = patterns.search(_WHO, text)
    if asked is None or not all(patterns.fullmatch(_ONLY_AMOUNTS, part) for part in patterns.split("[；;，、]", answer)):
        return None
    return asked[0]


def no_money_for_pay(text: str, answer: str) -> str | None:
    """The question for money of a normalised text whose answer has none; None where there is none."""
    asked = patterns.search(_MONEY, text) if patterns.search(_PAID, text) else None
    return asked[0] if asked is not None and patterns.fullmatch(_ONLY_AMOUNTS, answer) else None
