"""Vertices that are named by words: letters are put in their place for the reading, and their own names told again.

The words are joined by arrows (`高数→物理→电路`), or by what must come before what (`学离散之前要先学高数`).
"""

from __future__ import annotations

import re

from engine.generators import patterns

_ENDS = r"[\s,;。:?!、()→]"
_WORD = r"[\u4e00-\u9fff]{1,8}"
_ARROW = r"\s*→\s*"
_ROW = re.compile(rf"(?:^|(?<={_ENDS})){_WORD}(?:{_ARROW}{_WORD})+(?=$|{_ENDS})")


def with_letters_for_words(text: str) -> tuple[str, list[str]]:
    """The text with letters for the words that arrows join, and the words in the letters' order; none where there are other names.

    Only words that stand by themselves are names: before and behind each row of arrows comes a mark, or nothing.
    """
    text = patterns.sub(r"(?<=[\u4e00-\u9fff])\s*(?:-+>|—+>|=>|➡|—→)\s*(?=[\u4e00-\u9fff])", "→", text)
    rows = list(_ROW.finditer(text))
    joined = len(patterns.findall(r"(?<=[\u4e00-\u9fff])\s*→\s*(?=[\u4e00-\u9fff])", text))
    told = sum(row[0].count("→") for row in rows)
    if told < 2 or told != joined or text.count("→") != told or patterns.search(r"(?<![A-Za-z])[A-Z](?![A-Za-z])", text):
        return text, []
    names: list[str] = []
    for row in rows:
        names += [word for word in patterns.split(_ARROW, row[0]) if word not in names]
    if len(names) > 12:
        return text, []
    letter = {name: chr(65 + place) for place, name in enumerate(names)}
    # The longest first: one name may be part of another.
    every = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return patterns.sub(every, lambda match: letter[match[0]], text), names


_COURSES = r"[\u4e00-\u9fffA-Za-z+#]{1,8}?(?:\s*(?:、|和|与|及|以及|跟)\s*[\u4e00-\u9fffA-Za-z+#]{1,8}?)*"
_BEFORE = r"(?:先修|先行|前导|前置|先决|预备|前提|前驱|紧前|依赖)(?:课程?|课|任务|工序|活动|条件|要求)*"
_MUST = r"[都均也就才]*(?:必须|需要?|要求?|得|应该?|须)*[都先]*"
_STUDY = r"(?:修|学|上|做|完成|选|读|安装|装|编译|执行|进行)[完过好了]*"
_SAID = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_STUDY}(?P<heads>{_COURSES})(?:之前|以前|前)(?:必须|要|需要?|得|应)?先?{_STUDY}(?P<tails>{_COURSES})",
        rf"先?{_STUDY}(?P<tails>{_COURSES})(?:之后|以后|后)?(?:才能|才可以|才可|再){_STUDY}(?P<heads>{_COURSES})",
        rf"(?P<free>{_COURSES})[都均]?(?:(?:无|没有?|不需要?|不用|不要求)(?:任何)?{_BEFORE}的?|不依赖于?(?:任何|其他|其它|别的)*(?:模块|任务|课程|包|东西|文件)?)",
        rf"(?P<heads>{_COURSES})的?{_BEFORE}[都均]?[是为有:于]\s*(?P<tails>{_COURSES})",
        rf"(?P<heads>{_COURSES})[都均]?(?:需要|需|要求|要|必须|得|须)*(?:先{_STUDY}?|{_BEFORE}于?)(?P<tails>{_COURSES})(?:之后|后|作为?{_BEFORE}|为{_BEFORE})?(?:才能?{_STUDY})?",
        rf"(?P<heads>{_COURSES})[都均]?{_BEFORE}(?P<tails>{_COURSES})",
        rf"(?P<tails>{_COURSES})[都均又也]*[是为](?P<heads>{_COURSES})的?(?:共同)?的?{_BEFORE}",
        rf"(?P<tails>{_COURSES}){_MUST}(?:在|先于|早于)(?P<heads>{_COURSES})(?:之前|以前|前|前面)?(?:{_STUDY})?",
    )
)
_NO_NAME = re.compile(
    r"课程|课|先|哪|几|多少|所有|全部|学期|每|一门|顺序|次序|拓扑|什么|其|它|该|之前|以前|前$|后$|之后|才|必须|要|不|没|可以|再|若|如果|^(?:于|学|修|上|做|选|读|在|对|把|将|需|得|都|均|完成|也|就|而|且|但|想|能)"
)


def with_letters_for_courses(text: str) -> tuple[str, list[str]]:
    """The text with letters for words of which clauses say what must come before what, and the words in the letters' order.

    At least three clauses in a row say so, each whole; what stands elsewhere is no such statement.
    """
    if patterns.search(r"→|(?<![A-Za-z])[A-Z]\d*(?![A-Za-z+#])", text):
        return text, []
    text = patterns.sub(r"(?<=[\u4e00-\u9fff])\s+(?=[A-Za-z])|(?<=[A-Za-z])\s+(?=[\u4e00-\u9fff])", "", text)
    pieces = patterns.split(r"([,;。\n:])", text)
    told: dict[int, tuple[list[str], list[str]]] = {}
    for number in range(0, len(pieces), 2):
        if (found := _statement(pieces[number].strip())) is not None:
            told[number] = found
    names = [name for heads, tails in told.values() for name in (*heads, *tails)]
    names = list(dict.fromkeys(names))
    # One name within another may be the same one, with a word of the sentence before it.
    if len(told) < 3 or not 3 <= len(names) <= 12 or any(one != other and one in other for one in names for other in names):
        return text, []
    letter = {name: chr(65 + place) for place, name in enumerate(names)}
    for number, (heads, tails) in told.items():
        shown = ["、".join(letter[name] for name in group) for group in (heads, tails)]
        pieces[number] = f"{shown[0]}的先修课是{shown[1]}" if tails else f"{shown[0]}无先修课"
    every = "|".join(sorted((re.escape(name) for name in names), key=len, reverse=True))
    rest = [piece if number in told else patterns.sub(every, lambda match: letter[match[0]], piece) for number, piece in enumerate(pieces)]
    return "".join(rest), names


def _statement(clause: str) -> tuple[list[str], list[str]] | None:
    """(what needs, what is needed) of a clause that says only that; nothing is needed of what is free."""
    for pattern in _SAID:
        found = pattern.fullmatch(clause)
        if found is None:
            continue
        groups = found.groupdict()
        heads, tails = (
            patterns.split(r"\s*(?:、|和|与|及|以及|跟)\s*", groups.get(name) or "")
            for name in (("free" if "free" in groups else "heads"), "tails")
        )
        tails = [name for name in tails if name]
        if any(_NO_NAME.search(name) for name in (*heads, *tails)):
            continue
        return heads, tails
    return None
