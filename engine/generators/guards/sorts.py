"""Whether an answer is of the sort that is asked for: who is not answered with days, and how much money is not, either.

A reader knows the course of things and looks at what is told; what is asked of it may be something else than what is usually asked.
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
_MONEY_ASKED = (
    r"(?:应?得到?|分得|分到|拿到?|领到?|挣得?|酬金?|工资|工钱)(?:的?(?:报酬|酬金|工资|工钱|钱|奖金))?(?:是|为|共)?多少(?=[?。]|$)"
)
_WHO = r"(?<![无不论管任])谁(?![先后]?都|会|能|知道|懂|来?帮|有空)"
_EACH = r"[甲乙丙丁][、和与]?[甲乙丙丁][^,;。?]{0,6}各(?![自取加倒拿出放])[^,;。?\d]{1,4}?(?:多少|几)(?=[^,;。?]{0,4}[?。]|$)|(?:[,;]|^)各(?!取|加|倒|拿|出|放)[^,;。?\d]{1,2}(?:多少|几)[^,;。?]{0,2}[?。]"


def _units_of(answer: str) -> set[str]:
    """The sorts of units behind the figures of an answer; `count` for another one."""
    found = set()
    for unit in patterns.findall(r"\d\s*([\u4e00-\u9fff]{1,3}[/每]?)", answer):
        found.add(next((name for name, units in _UNITS.items() if patterns.match(f"(?:{units}){_PER}", unit)), "count"))
    return found


def _asked_of(question: str) -> str | None:
    """The sort of unit that a question asks for; None where it does not say."""
    if patterns.search(_MONEY_ASKED, question):
        return "money"
    if "每" in question:
        return None  # of one by another
    asked = patterns.findall(r"(?:多少|几)个?([\u4e00-\u9fff]{1,3}[/每]?)", question)
    return next((name for name, units in _UNITS.items() if asked and patterns.match(f"(?:{units}){_PER}", asked[-1])), None)


def other_sort_answered(text: str, answer: str) -> str | None:
    """The question of a normalised text whose answer is of another sort than it asks for; None where there is none."""
    questions = [each for each in patterns.split(r"(?<=[。?;\n])", text) if patterns.search("多少|几|谁|[?]", each)]
    if len(questions) != 1 or patterns.search(r"[A-Za-z甲乙丙丁]|；", answer):
        return None
    question = questions[0].rstrip("。?;\n ")
    question = question[question.rfind(",") + 1 :]
    if patterns.search(_WHO, question) and not patterns.search("多少|几", question) and patterns.match(r"\d", answer):
        return question
    if patterns.search(_EACH, questions[0]) and len(patterns.findall(r"\d+(?:\.\d+)?", patterns.sub("（[^（）]*）", "", answer))) == 1:
        return question
    asked, said = _asked_of(question), _units_of(answer)
    return question if asked is not None and said and asked not in said else None
