"""Whether an answer passes over what a question makes of a quantity: how much more than another, what per cent, half of it; or the first of two cases.

"出栈序列有几种？比容量不限时少几种？" asks for a difference, not for the quantity once more, and "若 rwnd 变为 3 KB 呢？" for the same once more,
not instead.
"""

from __future__ import annotations

from collections.abc import Callable

from engine.generators import patterns

_MORE = "(?<![提升增降加减])(?:多|少|大|小|高|低|晚|早|快|慢|长|短)"
# (what makes another quantity of one, what stays if it is not heeded)
_COMPARED = rf"(?<![噪之对])比(?![例特值]|顺序|串行)[^,;。?比]{{1,24}}?(?<!至){_MORE}[了出]?(?=多少|几)"
_MADE_OF_IT = (
    (rf"(?<![噪之对])比(?![例特值]|顺序|串行)[^,;。?比]{{1,24}}?(?<!至)(?={_MORE}[了出]?(?:多少|几))", "比别处的"),
    (rf"(?P<changed>(?:改|换)(?:成|为|用)[^;。?]{{1,20}}?){_MORE}了?(?=(?:多少|几)[^倍,;。?]{{0,3}}(?:[?。]|$))", r"\g<changed>是"),
    (r"的(?:一半|[两三]倍)(?=[是为]?(?:多少|几)|呢|[?。]|$)", ""),
    (r"(?:(?<!\d)年均|(?<!\d)年平均|平均每年|每年平均)(?=[^,;。?]{0,4}[增减降涨])", ""),
    (r"(?:的)?最[低高](?:\d+位|字节|有效位)(?=[是为])", ""),
)
_SHARE = r"百分之(?:多少|几)|几分之几|百分比(?:是|为)?多少"
_ANOTHER_CASE = r"^\s*(?:那|而|且)?(?:若|如果|假如|再(?:加上|加入)|又|改(?:为|成|用)|换(?:成|为|用)|要是)"
_NUMBER = r"\d+(?:\.\d+)?"


def comparison_passed_over(text: str, answer: str, answer_to: Callable[[str], str | None]) -> str | None:
    """What a question of a normalised text makes of a quantity that the answer tells plain, or the case that it leaves out; None where nothing.

    `answer_to`: the answer to another text, by the same kind.
    """
    for pattern, plain in _MADE_OF_IT:
        made = patterns.search(pattern, text)
        if made is not None and answer_to(patterns.sub(pattern, plain, text)) == answer:
            return made[0]
    compared = patterns.search(_COMPARED, text)
    if compared is not None:
        quantity = text[: compared.start()] + text[compared.end() :]  # `比容量不限时少几种` -> `几种`
        parts = patterns.split("[；;，]", answer)
        if answer_to(quantity) == answer or (len(parts) > 1 and len({part.strip() for part in parts}) == 1):
            return compared[0]
    shares = patterns.findall(_SHARE, text)
    if shares and not patterns.search(r"[%‰/]|成|比|0\.\d", answer) and text.count("?") > 0:
        return str(shares[0])
    return _first_case_lost(text, answer, answer_to)


def _first_case_lost(text: str, answer: str, answer_to: Callable[[str], str | None]) -> str | None:
    """The later case of a question, where the answer to the question before it, asked alone, has figures that the answer to both lacks."""
    first, mark, later = text.partition("?")
    if not mark or not patterns.search(_ANOTHER_CASE, later):
        return None
    alone = answer_to(f"{first}?")
    if alone is None or set(patterns.findall(_NUMBER, alone)) <= set(patterns.findall(_NUMBER, answer)):
        return None
    return later.strip()
