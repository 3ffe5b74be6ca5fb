"""What the sets are called: what differs between statements that are otherwise alike, and the signs by which each is named again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.generators import patterns
from engine.generators.civil._counting.common_parts import common_beginning, common_end
from engine.generators.reading import stay_out

CLOSED = "一两二三四只仅单恰刚正都均全皆同时共兼齐既又也且并而但却和与及、跟不没未无非错或至最少多以上下任何每哪各中里其前后除另别"
"""Signs that say how sets combine: none of them can stand for a set."""
_LIGHT = "会有是能爱看过了的得在上下参加报名订选修用去到做对人数学生占被为说这那个些喜欢想要可以名位户家"


class Names:
    """The sets by their descriptions, as `会英语`, `会日语`."""

    def __init__(self, described: Sequence[str], text: str) -> None:
        if len(set(described)) != len(described):
            stay_out(f"sets: {described}")
        described, self.verb = _peeled(described, text)
        self.begin, self.end = common_beginning(described), common_end(described)
        if any(len(each) <= len(self.begin) + len(self.end) for each in described):
            self.end = ""
        if any(len(each) <= len(self.begin) for each in described):
            self.begin = ""
        self.cores = tuple(each[len(self.begin) : len(each) - len(self.end)] for each in described)
        if not all(self.cores):
            stay_out(f"sets: {described}")
        self.described = tuple(described)
        self.forms: dict[str, int] = {}
        for place, (core, whole) in enumerate(zip(self.cores, described, strict=True)):
            for form in self._forms_of(core, whole):
                if not any(form in other for other in described if other != whole):
                    self.forms[form] = place
        self.whole_forms = frozenset(self.forms)
        for place, core in enumerate(self.cores):
            verbs = self._verbs_in(core, place, text)
            for start in range(len(core)):
                for stop in range(start + 1, len(core) + 1):
                    if not verbs & set(core[start:stop]):
                        self._abbreviate(core[start:stop], place, start)
        if set(self.forms.values()) != set(range(len(described))):
            stay_out(f"sets: {described}")
        # What the descriptions have besides what tells them apart.
        self.common = set(self.verb + self.begin + self.end) | {sign for core in self.cores for sign in core}

    def _forms_of(self, core: str, whole: str) -> list[str]:
        last, first = self.begin[-1:], self.end[:1]
        forms = [whole, last + core, core + first, last + core + first]
        if last == "第":
            forms.remove(core + first)  # `任何一场` is not the first one
        return [*forms, core] if any(sign not in CLOSED for sign in core) else [form for form in forms if form != core]

    def _verbs_in(self, core: str, place: int, text: str) -> set[str]:
        """Signs of a name that stand elsewhere where a verb does, before another name or behind `都`: they are none of it."""
        others = [each for other, each in enumerate(self.cores) if other != place]
        verbs: set[str] = set()
        for start in range(len(core)):
            for stop in range(start + 1, len(core) + 1):
                piece = core[start:stop]
                if any(piece + other in text for other in others) or any(sign + piece in text for sign in "都均全也没不未"):
                    verbs |= set(piece)
        return verbs | set("职工员学生同人用户居民")

    def _abbreviate(self, piece: str, place: int, start: int) -> None:
        """A piece that no other name has; one sign also where no other name begins with it."""
        if any(sign in CLOSED for sign in piece) or piece in self.forms or piece[0] in "·的了过":
            return
        others = [core for other, core in enumerate(self.cores) if other != place]
        alone = not any(piece in core for core in others) and piece not in self.begin + self.end
        begins = start == 0 and not any(core.startswith(piece) for core in others)
        if not (alone or (begins and len(piece) == 1)):
            return
        if len(piece) == 1 and (piece in _LIGHT) and not (begins and piece not in "会有是能爱看过了的得在人占被为说个些想要"):
            return
        self.forms[piece] = place

    def __len__(self) -> int:
        return len(self.cores)


def _peeled(described: Sequence[str], text: str) -> tuple[Sequence[str], str]:
    """The descriptions without a verb that only the first of them has (`参加书法`, `插花`, `太极`), and that verb."""
    if common_beginning(described):
        return described, ""
    begin, end = common_beginning(described[1:]), common_end(described)
    peeled, verb = list(described), ""
    for place, told in enumerate(described):
        rest = ""
        if place == 0 and len(described) > 2 and begin and begin in told[1:]:
            rest = told[told.index(begin, 1) :]  # `答对第一题`, `第二题`, `第三题`
        elif place == 0 and (
            start := next((at for at in range(1, len(told) - 1) if len(common_beginning([told[at:], described[1]])) > 1), 0)
        ):
            rest = told[start:]  # `参赛者中答对第一题`, `答对第二题`
        else:
            others = [each for each in described if each != told]
            rest = next(
                (
                    told[start:]
                    for start in range(1, len(told) - len(end))
                    if text.count(told[start:].removesuffix(end)) > text.count(told.removesuffix(end))
                    and patterns.search(
                        rf"(?:{re.escape(told[:start])}(?:了|过)?[一两二三四任其这至])|[都均没未不]{re.escape(told[:start])}", text
                    )
                    and not any(told[start:].removesuffix(end) in each for each in others)
                ),
                "",
            )
        if rest:
            verb += told.removesuffix(rest)
            peeled[place] = rest
    return (peeled, verb) if len(set(peeled)) == len(peeled) else (described, "")
