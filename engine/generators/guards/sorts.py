"""Whether an answer is of the sort that is asked for: who is not answered with days, and how much money is not, either.

A reader knows the course of things and looks at what is told; what is asked of it may be something else than what is usually asked: one that only
knows how long a work takes answers "12 天" to "最后一天是谁做".
"""

from __future__ import annotations

from engine.generators import patterns

_UNITS = {
    "time": "天|小时|分钟|秒钟?|星期(?![一二三四五六日天])|周(?!长|[一二三四五六日天])|个月",
    "money": "[万亿]?元|块钱|角钱",
    "length": "千米|公里|厘米|毫米|分米|米",
    "weight": "千克|公斤|[万亿]?吨|克",
}
_PER = r"(?![/每高宽深长])"  # `米/秒` is a speed
_ONLY_AMOUNT = r"\s*(?:约\s*)?\d[\d./]*\s*(?:个?月|[天周分秒人个次米圈件]|小时|分钟|千米|公里)(?:\(约[^()]*\)|（约[^（）]*）)?\s*"
_WHO_OF_THEM = r"(?:是|由|该|轮到|归|属于)(?:谁|哪一?(?:个|位|名|支|家)?(?:人|队|组|班|厂|车间|管|工人|师傅))|(?:^|[,;。])[^,;。?]{0,8}?谁(?=[^,;。?]{0,8}[?])"
_WHO = r"(?<![无不论管任])谁(?![先后]?都|会|能|知道|懂|来?帮|有空)"
_PAY = "报酬|酬金|工资|工钱|奖金"
_PAID = rf"{_PAY}|劳务费|工程款|\d\s*元"
_GETS = "应?得到?|分得|分到|拿到?|领到?"
_MONEY_OF_PAY = (
    rf"(?:{_GETS})(?:{_PAY}|钱)?(?:多少|几)(?:元|钱|报酬|工资)?(?=[?,;。]|$)|多少(?:元|钱)|几元|(?:{_PAY})[^,;。?\d]{{0,6}}(?:多少|几)"
)
_MONEY = rf"(?:{_GETS}|挣得?|{_PAY}|酬)(?:的?(?:{_PAY}|钱))?(?:是|为|共)?多少(?=[?。]|$)"
_EACH = r"(?:加|加入|需|需要|要|用|取|买|有)[^,;。?\d各]{1,5}[和与及、][^,;。?\d各]{1,5}各(?:需|要|加|有|用|买|取)*(?:多少|几)|[甲乙丙丁][、和与]?[甲乙丙丁][^,;。?]{0,6}各(?![自取加倒拿出放])[^,;。?\d]{1,4}?(?:多少|几)(?=[^,;。?]{0,4}[?。]|$)|(?:[,;]|^)各(?!取|加|倒|拿|出|放)[^,;。?\d]{1,2}(?:多少|几)[^,;。?]{0,2}[?。]"


def amount_for_who_or_pay(text: str, answer: str) -> str | None:
    """The question who it is, or how much money somebody gets, of a normalised text whose answer only tells how much of something else; None where
    there is none.
    """
    return _amount_for_who(text, answer) or _no_money_for_pay(text, answer)


def _amount_for_who(text: str, answer: str) -> str | None:
    """The question who it is, where an answer only tells how much."""
    asked = patterns.search(_WHO_OF_THEM, text)
    only_amounts = all(patterns.fullmatch(_ONLY_AMOUNT, part) for part in patterns.split("[；;，、]", answer))
    return asked[0] if asked is not None and only_amounts else None


def _no_money_for_pay(text: str, answer: str) -> str | None:
    """The question for money where some is paid, and an answer has none."""
    asked = patterns.search(_MONEY_OF_PAY, text) if patterns.search(_PAID, text) else None
    return asked[0] if asked is not None and patterns.fullmatch(_ONLY_AMOUNT, answer) else None


_BALANCE = r"[顺逆]差(?:额)?(?:分别|各)?(?:是|为|有|达)?(?:多少|几)"


def fall_for_balance(text: str, answer: str) -> str | None:
    """The question how great a surplus or a deficit is, where an answer tells a fall: there is none, but the contrary; None where it is not so."""
    asked = patterns.search(_BALANCE, text)
    return asked[0] if asked is not None and patterns.search(r"(?:^|；)\s*(?:下降|减少|-|−)\s*\d", answer) else None


def other_sort_answered(text: str, answer: str) -> str | None:
    """The only question of a normalised text, where it asks who, how many each or in a unit, and the answer is a figure, a single one or in
    another unit; None where there is none.

    For problems of everyday things: a page may be called 3, and 几周期 asks for no weeks.
    """
    questions = [each for each in patterns.split(r"(?<=[。?;\n])", text) if patterns.search("多少|几|谁|[?]", each)]
    if len(questions) != 1 or patterns.search(r"[A-Za-z甲乙丙丁]|；", answer):
        return None
    question = questions[0].rstrip("。?;\n ")
    question = question[question.rfind(",") + 1 :]
    if patterns.search(_WHO, question) and not patterns.search("多少|几", question) and patterns.match(r"\d", answer):
        return question
    if patterns.search(_EACH, questions[0]) and len(patterns.findall(r"\d+(?:\.\d+)?", patterns.sub("（[^（）]*）", "", answer))) == 1:
        return question
    asked, said = _unit_asked(question), _units_of(answer)
    return question if asked is not None and said and asked not in said else None


def _unit_asked(question: str) -> str | None:
    """The sort of unit that a question asks for; None where it does not say."""
    if patterns.search(_MONEY, question):
        return "money"
    if "每" in question:
        return None  # of one by another
    asked = patterns.findall(r"(?:多少|几)个?([\u4e00-\u9fff]{1,3}[/每]?)", question)
    return next((name for name, units in _UNITS.items() if asked and patterns.match(f"(?:{units}){_PER}", asked[-1])), None)


def _units_of(answer: str) -> set[str]:
    """The sorts of units behind the figures of an answer; `count` for another one."""
    found = set()
    for unit in patterns.findall(r"\d\s*([\u4e00-\u9fff]{1,3}[/每]?)", answer):
        found.add(next((name for name, units in _UNITS.items() if patterns.match(f"(?:{units}){_PER}", unit)), "count"))
    return found
