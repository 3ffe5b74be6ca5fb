"""Whether an answer passes over what a question makes of a quantity: how much more than another, what per cent, half of it.

"出栈序列有几种？比容量不限时少几种？" asks for a difference, not for the quantity once more, and "以4结尾的有几种？以1结尾的比它多几种？" is not
answered with both numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from engine.generators import patterns

# A ratio (`信噪比`, `性能之比`) is no comparison, and `比……至少多少` asks for a bound.
_THAN = "(?<![噪之对占性相])比(?![值例特较率重]|顺序|串行)[^,;。?比]{1,24}?"
_MORE = "(?<![至最提升增降加减])(?:多|少|大|小|高|低|晚|早|快|慢|长|短)了?出?(?=多少|几)"
_CHANGED = "(?:改|换)(?:成|为|用)[^;。?]{1,20}?"
# (what makes another quantity of one, what stays if it is not heeded)
_MADE_OF_IT = (
    (rf"{_THAN}(?={_MORE})", "比别处的"),
    (rf"(?P<changed>{_CHANGED}){_MORE}(?=(?:多少|几)[^倍,;。?]{{0,3}}(?:[?。]|$))", r"\g<changed>是"),
    (r"的(?:一半|[两三]倍)(?=[是为]?(?:多少|几)|呢|[?。]|$)", ""),
    (r"(?:(?<!\d)年均|(?<!\d)年平均|平均每年|每年平均)(?=[^,;。?]{0,4}[增减降涨])", ""),
    (r"(?:的)?最[低高](?:\d+位|字节|有效位)(?=[是为])", ""),
)
_TOLD_YEARLY = r"[^,;。?!\n]*(?:年均|年平均|平均每年|每年平均)[^,;。?!\n]{0,8}\d[^,;。?!\n]*(?=[,;。!])"
"""A clause that tells a mean of years."""
_SHARE = r"占总[^,;。?]{1,10}(?:多少|几成)(?=\s*(?:[?。]|$))|百分之(?:多少|几)|几分之几|百分比(?:是|为)?多少"
# What is to be told as a difference, and not as how many times as much.
_DIFFERENCE = f"(?:{_THAN}|{_CHANGED}){_MORE}(?!几倍|多少倍)"
_TOLD_AS_ONE = "比|倍|[多少大小高低晚早快慢长短差省]了?出? ?[0-9]|上升|下降|增|减|提高|降低|相差|节省|一样|相同|相等|同样"
# A difference that names no other side: how much greater it became, how far both are apart.
_BECAME = r"变[多少大小高低长短快慢]了?(?:多少|几)"
_APART = r"(?:两者|二者|它们|前后)(?:之间)?的?(?:相差|之差|差值?)|差(?:多少|几)(?=[位个次道项块片页条行组])"
# What a pipeline saves (`比顺序执行少用多少`); how many times as fast it is (`比串行快多少倍`) is the speedup itself.
_SAVED = r"比(?:顺序|串行|非流水)[^,;。?]{0,8}?(?:节省|节约|少|省)(?:用|花)?了?(?:多少|几)(?!倍)"
_RATIO = r"(?:与|和|跟|同)[^,;。?\d]{1,12}(?:之比|的比值?)(?=(?:各|分别|约)?[是为]?\s*(?:多少|几|什么|\(\s*\)|[?。]|$))"
_TOLD_AS_RATIO = r"[%:∶倍]|\d ?/ ?\d|(?<![速噪缩利])比"
_FIGURE = r"\d+(?:\.\d+)?"
_NO_COUNT = 10  # smaller figures of a text number its things, and are a difference of any two by chance


def comparison_passed_over(text: str, answer: str, answer_to: Callable[[str], str | None]) -> str | None:
    """What a question of a normalised text makes of a quantity that the answer tells plain, or of both sides; None where nothing.

    `answer_to`: the answer to another text, by the same kind.
    """
    for pattern, plain in _MADE_OF_IT:
        made = patterns.search(pattern, text)
        if made is not None and (yearly := patterns.sub(_TOLD_YEARLY, "", text)) != text and answer_to(yearly) == answer:
            made = patterns.search(pattern, yearly)  # what is told by the year is told of something else
        if made is not None and answer_to(patterns.sub(pattern, plain, text)) == answer:
            return made[0]
    compared = patterns.search(_THAN + _MORE, text)
    if compared is not None:
        quantity = text[: compared.start()] + text[compared.end() :]  # `比容量不限时少几种` -> `几种`
        parts = patterns.split("[；;，]", answer)
        if answer_to(quantity) == answer or (len(parts) > 1 and len({part.strip() for part in parts}) == 1):
            return compared[0]
    shares = patterns.findall(_SHARE, text)
    if shares and not patterns.search(r"[%‰]|\d ?/ ?\d|成|比|(?<!\d)0\.\d", answer) and text.count("?") > 0:
        return str(shares[0])
    return _nothing_made_of_both(text, answer) or _both_sides_told(text, answer, answer_to)


def side_told(text: str, answer: str, answer_to: Callable[[str], str | None]) -> str | None:
    """The comparison in a normalised text of computing that is answered with one of its sides; None where there is none.

    Not for everyday things, where a difference is easily as much as one of the sides.

    `answer_to`: the answer to another text, by the same kind.
    """
    asked = patterns.search(_THAN + _MORE, text)
    return asked[0] if asked is not None and any(answer_to(side) == answer for side in _sides(text)) else None


def _sides(text: str) -> Iterator[str]:
    """A text that asks for the one side of its comparison, and for the other: `有效访问时间比无TLB少多少` -> `有效访问时间是多少`, `无TLB是多少`."""
    asked = patterns.search(rf"(?P<one>[^,;。?]*?)(?P<than>{_THAN}){_MORE}(?=多少|几)", text)
    if asked is None:
        return
    other = asked["than"].removeprefix("比")
    for side in (asked["one"], other, f"{asked['one']}的{other}"):
        yield f"{text[: asked.start()]}{side}是{text[asked.end() :]}"


def _nothing_made_of_both(text: str, answer: str) -> str | None:
    """How far two things are apart, or their ratio, that a text asks for, where its answer tells the two; None where it tells that."""
    saved = patterns.search(_SAVED, text)
    if saved is not None and not patterns.search(_TOLD_AS_ONE, answer):
        return saved[0]
    became = patterns.search(_BECAME, text)
    if became is not None and not patterns.search(_TOLD_AS_ONE, answer):
        return became[0]
    apart = patterns.search(_APART, text)
    if apart is not None and len(patterns.split("[；;，]", answer)) > 1 and not patterns.search("差|多|少", answer):
        return apart[0]
    ratio = patterns.search(_RATIO, text)
    return ratio[0] if ratio is not None and not patterns.search(_TOLD_AS_RATIO, answer) else None


def _both_sides_told(text: str, answer: str, answer_to: Callable[[str], str | None]) -> str | None:
    """The comparison of a text that its answer does not make: it tells both sides, or one of them; None where there is none."""
    asked = patterns.search(_DIFFERENCE, text)
    if asked is None or patterns.search(_TOLD_AS_ONE, answer):
        return None
    if not patterns.search("[0-9一二两三四五六七八九十半]", answer):
        return asked[0]
    if _difference_among(text, answer):
        return None
    # Several figures, none of them a difference: the sides of the comparison.
    names = [patterns.sub(r"\d[\s\S]*", "", part) for part in patterns.split("，", answer)]
    if (
        (len(names) > 1 and all(name.strip() for name in names))
        or patterns.search("[;；]", answer)
        or answer_to(patterns.sub(_DIFFERENCE, "", text)) == answer
    ):
        return asked[0]
    return None


def _difference_among(text: str, answer: str) -> bool:
    """Whether the last figure of several in an answer is the difference of another and one that is told: `40 亿元；3.2 亿元` of 36.8 told."""
    if not patterns.search(r"(?:^|[；;，、])\s*(?:约\s*)?\d[^；;，、]*$", answer):
        return False  # the last figure has a name: it is a side itself
    *others, last = map(Fraction, patterns.findall(_FIGURE, answer) or ["0"])
    told = [figure for figure in map(Fraction, patterns.findall(_FIGURE, text)) if figure >= _NO_COUNT]
    return any(abs(one - other) == last for one in others for other in (*others, *told))
