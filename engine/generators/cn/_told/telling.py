"""The facts that a problem tells and the questions that it asks, with the place of each in the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.cn import _units as units
from engine.generators.cn._clauses import Problem
from engine.generators.cn._told.words import (
    ASKED_NEXT,
    BLANK_UNIT,
    DEMANDED,
    IGNORED,
    JOINS,
    LISTING,
    NO_QUESTION,
    ORDINARY,
    UNCHANGED,
    UNIT_IN_BRACKETS,
)
from engine.generators.patterns import caseless
from engine.generators.reading import stay_out

_CLAUSE = re.compile(r"[,;。?!\n]")
_NUMBERED = re.compile(
    r"(?<![A-Za-z0-9^])\(([1-6一二三四五])\)\s*(?=\S)|(?:^|\n)\s*([1-6])(?:[.、)]\s*|\s+)(?=[^\W\d])|第([一二三四])问|(?<=\s)([1-6])\)\s*(?=[^\W\d])|(?<![A-Za-z0-9])\(([a-d])\)\s*(?=[^\W\d])"
)
_ASKING = re.compile(
    r"多少|几|求|问|(?<!任)何|什么|啥|哪|计算|算|试|写出|给出|列出|确定|画出|指出|指明|说出|判断|还是(?=通过|收到|超时|3)|\?|\(\s*\)|是否|能否|怎|咋|多[大长久远快高宽]|告诉|表示出来|写出来|换算成|化成"
)
_ONLY_NAMES = re.compile(
    r"(?:各|每|所有|一?个|分?片|数据报|的|其|它|那么?|则|请|问|求|计算|此时|这时|分别|\s)*\|(?:各|分别|的|值|大小|字段|\s)*"
)
_LEADS_TO_BLANK = re.compile(
    r"(?:最?接近(?:的|于)?是?|为|是|有|需|需要|得|等于|达到?|约|应|取|用|要|至少|最[大小多少高低远短长]|在)\s*(?:\(\s*\)|_+)?\s*$"
)
_ASKING_WORDS = re.compile(r"(?:总共|一共|共)?(?:需要?|要|用|花|得|共|约|大约|是|为|有)*(?:多少|多久|多长|几)")
_ANSWERED = re.compile(
    r"(?:分别|依次|各|均|都|为|是|取|有|约|大约|=|:|到|了|\s|(?:提高|提升|升高|上升|增加|增大|扩大|加大|加长|降低|下降|降|减少|减小|缩短|变|改|换|升)(?:到|至|为|成))*\ue000"
)
# The former value of "10 Mbps 提高到 100 Mbps" is history.
_QUANTITY = "|".join((units.RATE, units.DISTANCE, units.LENGTH, units.TIME, units.FREQUENCY))
_FORMER = caseless(
    rf"(?:原来的?|原先的?|由|从)?(?:{_QUANTITY})(?:提高|提升|升级|升|调整|增加|增大|加大|扩大|降低|降|减少|减小|缩短|改|变|换|增长)(?:到|至|为|成)了?(?={_QUANTITY})"
)


@dataclass(frozen=True, slots=True)
class Fact:
    """A quantity told, and where."""

    name: str
    value: Any
    place: int


class Telling(Problem):
    """A network problem whose facts and questions keep their places."""

    ordinary: ClassVar[str] = Problem.ordinary + ORDINARY
    drops_former: ClassVar[bool] = True
    """Whether `10 Mbps` of `10 Mbps 提高到 100 Mbps` is only history."""

    def __init__(self, text: str, short_rates: bool = True) -> None:
        super().__init__(text, short_rates)
        self.told: list[Fact] = []
        self.goals: list[tuple[int, str]] = []
        self._numbered = [mark.start() for mark in _NUMBERED.finditer(self.text)]
        if len(self._numbered) < 2:
            self._numbered = []
        for mark in _NUMBERED.finditer(self.text):
            self.take_spans([mark.span()])
        for former in _FORMER.finditer(self.rest) if self.drops_former else ():
            self.take_spans([former.span()])
        self.take_all(UNCHANGED)
        self.take_all(UNIT_IN_BRACKETS)
        self.take_all(r"\s*(?<![A-Za-z])A\s*[.、]\s*\S+\s+B\s*[.、]\s*\S+\s+C\s*[.、]\s*\S+(?:\s+D\s*[.、]\s*\S+)?\s*$")
        self.take_all(
            r"(?:结果|答案)?(?:请)?(?:均|都)?(?:用|按)?(?:四舍五入)?,?(?:精确到|保留到?|取到?)(?:小数点?)?(?:后)?(?:面)?(?:[一二两三四1-4]位)?(?:有效)?(?:小数|数字|整数|百分位|十分位)(?![\w])|(?<=[,(])(?:[一二两三四1-4])位小数(?=[,)。?;]|$)|(?:时间|结果)(?:算|用|按|写)(?:成)?(?:ms|us|μs|s|毫秒|微秒|秒)(?![A-Za-z])|\(?精确到0\.0*1%?\)?|四舍五入|取整(?:即可|就行)?"
        )

    # --- facts

    def note(self, name: str, value: Any, place: int) -> None:
        """Add what the text tells at a place."""
        self.told.append(Fact(name, value, place))

    def find(self, name: str, pattern: str, read: Callable[[re.Match[str]], Any] = bool) -> bool:
        """Every match of a pattern is such a fact; whether there was one."""
        matches = self.take_all(pattern)
        for match in matches:
            self.note(name, read(match), match.start())
        return bool(matches)

    def tell(self, roles: Sequence[Role]) -> None:
        """As `assign`, but a role may have several values, each at its place."""
        for role, match in self.take_roles(roles):
            self.note(role.name, role.read(match[0]), match.start())

    def take_prefixes(self) -> None:
        """Take what the text says of k, M and G, where it is what the units take them for.

        Raises:
            StayOut: they are something else there.
        """
        base = self.thousand()
        if base == 1024 or (base == 1000 and patterns.search(r"\d\s*[Kk]i?B", self.text)):
            stay_out(f"a prefix is {base}")

    def take_ignored(self) -> str:
        """What the text says is left out ("忽略首部和处理时间"), in its own words; all of it taken."""
        return "，".join(match["what"] for pattern in IGNORED for match in self.take_all(pattern))

    def values(self, name: str) -> list[Any]:
        """All values told of a name, each once."""
        found: list[Any] = []
        for fact in self.told:
            if fact.name == name and fact.value not in found:
                found.append(fact.value)
        return found

    def forget(self, name: str) -> None:
        """Drop the facts of a name."""
        self.told = [fact for fact in self.told if fact.name != name]

    # --- questions

    def clause_at(self, place: int) -> tuple[int, int]:
        """Where the clause around a place begins and ends."""
        start = max((mark.end() for mark in _CLAUSE.finditer(self.text, 0, place)), default=0)
        stop = _CLAUSE.search(self.text, place)
        end = stop.start() if stop else len(self.text)
        # `(1) 传播时延 (2) 发送时延`: items without a comma between them.
        return max([start, *(mark for mark in self._numbered if mark <= place)]), min(
            [end, *(mark for mark in self._numbered if mark > place)]
        )

    def _asks_at(self, start: int, end: int) -> bool:
        clause = self.text[start:end]
        after = self.text[end : end + 1]
        if _ASKING.search(clause) or after == "?" or BLANK_UNIT.search(clause):
            return True
        # "所需时间分别为（1M=10^6）": a remark behind the blank.
        remark = patterns.search(r"\([^()]*\)[。.]?\s*$", self.text)
        if remark is not None and start < remark.start() <= end and _LEADS_TO_BLANK.search(self.text[start : remark.start()]):
            return True
        if any(start <= mark < end for mark in self._numbered) and not patterns.search(r"\d", _NUMBERED.sub("", clause)):
            return True
        if self._ends_item(start, end):
            return True
        return after in ("", "。", "\n", ";") and bool(_LEADS_TO_BLANK.search(clause) or not self.text[end:].strip("。;\n ()"))

    def _ends_item(self, start: int, end: int) -> bool:
        """A clause that ends one of the items of `试求：(1) …；(2) …`."""
        if not self._numbered or start < self._numbered[0] or not DEMANDED.search(self.text[: self._numbered[0]]):
            return False
        until = min((mark for mark in self._numbered if mark >= end), default=len(self.text))
        return not self.text[end:until].strip(" ;。\n")

    def ask(self, words: Sequence[tuple[str, str]]) -> list[str]:
        """The names of what is asked, in order; `words`: (pattern, name), the longer wording first; a name may hold
        `{group}` of its pattern. A name told right behind its mention
        ("利用率为 50%") is not asked."""
        before = self.rest
        found: list[tuple[int, int, str]] = []
        titles: list[tuple[int, int, str]] = []
        mentioned: list[tuple[int, int, str]] = []
        for pattern, form in words:
            for match in self.take_all(pattern):
                name = form.format(**match.groupdict()) if "{" in form else form
                start, end = self.clause_at(match.end() - 1)
                answered = _ANSWERED.match(before, match.end())
                if answered is not None and patterns.match(r"[-+]?[\d一二两三四五六七八九十百千]", self.text[answered.end() - 1 :]):
                    continue
                if self._asks_at(start, end) or self._listed(start, end) or ASKED_NEXT.match(self.text, end):
                    found.append((max(start, match.start()), match.end(), name))
                elif before[match.end() : match.end() + 1] == ":":
                    titles.append((match.start(), match.end(), name))
                else:
                    mentioned.append((max(start, match.start()), match.end(), name))
        for first, last, name in sorted(mentioned, reverse=True):
            # "各片的数据长度,总长度,片偏移是多少?": what leads up to a question is asked, too.
            start, end = self.clause_at(last - 1)
            follows = any(self.clause_at(other)[0] == end + 1 for other, _, _ in found)
            if follows and self.text[end : end + 1] == "," and _ONLY_NAMES.fullmatch(self.text[start:first] + "|" + self.text[last:end]):
                found.append((first, last, name))
        # "求发送时延要几秒": the words of asking belong to what stands before them.
        found = found or titles
        ends = {end for _, end, _ in found}
        goals = set(self.goals)
        for start, _, name in found:
            attached = any(end <= start and JOINS.fullmatch(self.text, end, start) for end in ends)
            if not (attached and _ASKING_WORDS.match(self.text, start)):
                goals.add((start, name))
        self.goals = sorted(goals)
        return [name for _, name in self.goals]

    def _listed(self, start: int, end: int) -> bool:
        """A clause in a list of things asked: "求发送时延，传播时延，总时延", "分成几片，各片的长度"."""
        if patterns.search(r"\d", _NUMBERED.sub("", self.text[start:end])) or NO_QUESTION.search(self.text[start:end]):
            return False
        while start > 0:
            start, end = self.clause_at(start - 1)
            clause = self.text[start:end]
            if LISTING.search(clause) or (clause and self._asks_at(start, end)):
                return True
            if patterns.search(r"\d", _NUMBERED.sub("", clause)) or NO_QUESTION.search(clause):
                return False
        return False
