"""What a problem tells and asks, with the place of each: quantities that change from one question to the next are kept apart.

A text is cut into units, each a question with what is told for it. What is told before the first question, or without a condition, holds for
all; what a later question supposes ("若改用 GBN，窗口为 7，…？", "(2) 速率提高到 100 Mbps 时 …") holds for that one and takes the place of what
was told. In a clause that asks, nothing may be left unread; elsewhere only what could change an answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, ClassVar

from engine.generators import patterns
from engine.generators.clauses import Role, passing_over
from engine.generators.cn import _units as units
from engine.generators.cn._clauses import Problem
from engine.generators.cn._told_words import (
    ASKED_NEXT,
    BLANK_UNIT,
    CHANGE,
    CONDITION,
    COUNTED,
    DANGER,
    DEMANDED,
    ELIDED,
    IGNORED,
    JOINS,
    LEFT_NOUN,
    LISTED_NOUN,
    LISTING,
    NO_QUESTION,
    NOUN,
    NUMBER_LEFT,
    ONLY_ASKS,
    ORDINARY,
    TOPIC,
    UNCHANGED,
)
from engine.generators.patterns import caseless
from engine.generators.reading import stay_out

_CLAUSE = re.compile(r"[,;。?!\n]")
_SENTENCE = re.compile(r"[;。?!\n]|(?<![A-Za-z0-9^])\((?=[1-6一二三四五]\)\s*\S)")
_NUMBERED = re.compile(
    r"(?<![A-Za-z0-9^])\(([1-6一二三四五])\)\s*(?=\S)|(?:^|\n)\s*([1-6])(?:[.、)]\s*|\s+)(?=[^\W\d])|第([一二三四])问|(?<=\s)([1-6])\)\s*(?=[^\W\d])|(?<![A-Za-z0-9])\(([a-d])\)\s*(?=[^\W\d])"
)
_CONDITIONAL = re.compile(
    r"若|要是|如果|假如|假设|假定|要使|要想|为使|想|改|换|提高|提升|降低|降到|增|减|升|变|另|而|仍|采用|使用|用|当|取|时|再过|再经"
)
_LATER_CONDITION = re.compile(
    r"(?<=[,;。?!\n])\s*(?:那么?|但|而|又|再)?(?:若|如果|假如|要是|要使|要想|为使|改[为成用]|换成|(?<=再)(?:经过?|过)\d+个?RTT|(?:达到|增长到|涨到|升到)\d+)"
)
_ASKING = re.compile(
    r"多少|几|求|问|(?<!任)何|什么|啥|哪|计算|算|试|写出|给出|列出|确定|画出|指出|指明|说出|判断|还是(?=通过|收到|超时|3)|\?|\(\s*\)|是否|能否|怎|咋|多[大长久远快高宽]|告诉|表示出来|写出来|换算成|化成"
)
_ONLY_NAMES = re.compile(
    r"(?:各|每|所有|一?个|分?片|数据报|的|其|它|那么?|则|请|问|求|计算|此时|这时|分别|\s)*\|(?:各|分别|的|值|大小|字段|\s)*"
)
_INTERROGATIVE = re.compile(r"多少|几|什么|啥|(?<!任)何|哪|多[大长久远快高宽]|是否|能否|有没有|能不能|会不会|够不够|吗")
_LEADS_TO_BLANK = re.compile(
    r"(?:最?接近(?:的|于)?是?|为|是|有|需|需要|得|等于|达到?|约|应|取|用|要|至少|最[大小多少高低远短长]|在)\s*(?:\(\s*\)|_+)?\s*$"
)
_ASKING_WORDS = re.compile(r"(?:总共|一共|共)?(?:需要?|要|用|花|得|共|约|大约|是|为|有)*(?:多少|多久|多长|几)")
# A clause with one of these wants what it names.
_DEMANDS = re.compile(r"(?<![要需请追征])求(?!解|助|教|救|大|各|指|帮|和)|写出|给出(?!的|了)|列出|计算(?!机|题|器|公式|[的得时])|画出|指出")
_WANTED = re.compile(
    r"^(?:出|一下|下)?(?!.*(?:下列|以下|下面|如下|各题|本题|过程|步骤|答案|结果|思路|:$))[^:]*?(?:[率值比度离帧窗码号速宽积余]|长度|时间|延迟|位数|偏移|序列|数据|信息|比特|地址|报文|门限|cwnd|ssthresh)",
    re.IGNORECASE,
)
_HELP = re.compile(r".*(?:怎么[算求做来写]|咋[算求做]).*")
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


@dataclass(slots=True)
class Unit:
    """What is asked together, in order, and what holds for it."""

    asked: list[str]
    known: dict[str, Any] = field(default_factory=dict)
    text: str = ""
    own: str = ""  # without the question before it, which an elided one rests on


class Told(Problem):
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

    def units(self, override: bool = True) -> list[Unit]:
        """The questions, each with the facts that hold for it.

        Raises:
            StayOut: a fact has two values, and no condition says which holds when.
        """
        if not self.goals:
            return []
        for place, name in self.goals:
            start, end = self.clause_at(place)
            if sum(start <= other < end and same == name for other, same in self.goals) > 1 and patterns.search(
                "、|和|与", self.text[start:end]
            ):
                stay_out(f"{name} is asked of two things")
        cuts = sorted(
            {0, *(mark.end() for mark in _SENTENCE.finditer(self.text)), *self._numbered}
            | {
                mark.start()
                for mark in _LATER_CONDITION.finditer(self.text)
                if any(self._sentence_start(mark.start()) <= place < mark.start() for place, _ in self.goals)
            }
        )
        pieces = [(start, end) for start, end in zip(cuts, [*cuts[1:], len(self.text)], strict=True) if end > start]
        groups: list[tuple[int, int, list[str]]] = []
        left_out: set[int] = set()
        begun: int | None = None
        for start, end in pieces:
            here = [name for place, name in self.goals if start <= place < end]
            if begun is None:
                begun = start
            elided = not here and groups and ELIDED.search(self.text[start:end]) and self._facts(begun, end)
            if here or elided:
                if not here:
                    left_out.add(len(groups))
                groups.append((begun, end, list(dict.fromkeys(here or groups[-1][2]))))
                begun = None
        for start, end, names in groups:
            for name in names:
                # "cwnd 多少,再过 5 轮 cwnd 多少" asks two things of one name; two ways of doing it are told apart by their own names.
                places = [place for place, other in self.goals if other == name and start <= place < end]
                between = self._facts(places[0], places[-1]) if len(places) > 1 else []
                if between and not any(fact.name.startswith("method ") for fact in between):
                    stay_out(f"{name} is asked twice")
        shared: dict[str, Any] = {}
        if begun is not None:
            self._add(shared, self._facts(begun, len(self.text)))
        first = groups[0]
        # What stands before the first question or its number holds for all of them.
        own = next((mark for mark in self._numbered if first[0] <= mark < first[1]), None)
        if own is not None:
            self._add(shared, self._facts(0, own))
            groups[0] = (own, first[1], first[2])
        several = len(groups) > 1
        found: list[Unit] = []
        for number, (start, end, asked) in enumerate(groups):
            text = self.text[groups[number - 1][0] if number in left_out else start : end]
            numbered = any(start <= mark < end for mark in self._numbered)
            local = several and (number > 0 or numbered) and (numbered or number in left_out or _CONDITIONAL.search(text) is not None)
            facts = self._facts(start, end)
            known = dict(shared)
            if local:
                mine: dict[str, Any] = {}
                self._add(mine, facts)
                if not override and any(name in shared and shared[name] != value for name, value in mine.items()):
                    stay_out("a changed condition")
                known |= mine
            else:
                self._add(shared, facts)
                known = dict(shared)
            found.append(Unit(asked, known, text, self.text[start:end]))
        merged: list[Unit] = []
        if not any(fact.place < self.goals[0][0] for fact in self.told):
            found[0].known = shared | found[0].known  # the question came first, and all that is told after it
        for unit in found:
            if merged and merged[-1].known == unit.known:
                left = self.rest[self.text.find(unit.own) :][: len(unit.own)]
                if set(unit.asked) & set(merged[-1].asked) and patterns.search("若|如果|假如|要使|倘若", left):
                    stay_out("the same is asked under a condition that was not understood")
                merged[-1].asked += [name for name in unit.asked if name not in merged[-1].asked]
                merged[-1].text += unit.text
                merged[-1].own += unit.own
            else:
                merged.append(unit)
        return merged

    def _sentence_start(self, place: int) -> int:
        return max((mark.end() for mark in _SENTENCE.finditer(self.text, 0, place)), default=0)

    def _facts(self, start: int, end: int) -> list[Fact]:
        return [fact for fact in self.told if start <= fact.place < end]

    @staticmethod
    def _add(known: dict[str, Any], facts: Sequence[Fact]) -> None:
        for fact in facts:
            if known.setdefault(fact.name, fact.value) != fact.value:
                stay_out(f"{fact.name}: {known[fact.name]} and {fact.value}")

    # --- what is left

    def done(self, harmless: str = "", danger: str = "(?!)", least: Sequence[str] = (), most: Sequence[str] = ()) -> None:
        """Look at what is left: nothing in a clause that asks, nothing dangerous elsewhere.

        `harmless`: words of the kind that change nothing; `danger`: more that the kind does not pass over; `least`: what has a lower
        bound only, so that nobody asks how much it is at most; `most`: what has an upper bound only.

        Raises:
            StayOut: something is left that could change an answer.
        """
        self.refuse(
            r"证明|为什么|为啥|为何|区别|联系|定义|概念|什么是|原理|优缺点|优点|缺点|特点|简述|论述|谈谈|原因|举例|编程|代码|说法|正确的是|错误的是|不正确|如下?图|下图|见图|图中|图示|示意图|若干"
        )
        if found := COUNTED.search(self.rest):
            stay_out(f"counted: {self.rest[found.start() : found.end() + 10]}")
        for place, name in self.goals:
            start, end = self.clause_at(place)
            if name in least and patterns.search("至多|最多", self.text[start:end]):
                stay_out(f"{name} at most?")
            if name in most and patterns.search("最少", self.text[start:end]):
                stay_out(f"{name} at least?")
        # Of each numbered item something is told or asked, or it is a question that was not understood.
        places = [place for place, _ in self.goals] + [fact.place for fact in self.told]
        for start, end in pairwise([*self._numbered, len(self.text)]):
            if self.goals and not any(start <= place < end for place in places):
                stay_out(f"also asks: {self.text[start:end]}")
        self.take_spans([unit.span(1) for unit in patterns.finditer(r"多少\s*([smBb]|[kKMG]b(?:it)?|MSS|KB)(?![A-Za-z/])", self.text)])
        vocabulary = passing_over(f"{harmless} {self.ordinary}")
        for clause in patterns.finditer(r"[^,;。?!\n]+", self.rest):
            left = vocabulary(clause[0])
            residue = patterns.sub(r"[^\w%]+", "", left.replace("\ue000", ""))
            # "不会算前几轮总共发了多少：…" is a title; the question itself follows.
            title = clause[0].partition(":")[0] if ":" in clause[0] else ""
            if title and not patterns.search(r"\d", self.text[clause.start() : clause.start() + len(title)]) and not TOPIC.search(title):
                left = vocabulary(clause[0][len(title) :])
                residue = patterns.sub(r"[^\w%]+", "", left.replace("\ue000", ""))
            asks = bool(_INTERROGATIVE.search(self.text[clause.start() : clause.end()]))
            goal = any(clause.start() <= place < clause.end() for place, _ in self.goals)
            if asks and not goal and patterns.search(r"多少|几|什么|啥|(?<!任)何|哪|多[大长久远快高]", clause[0]):
                bare = patterns.sub(
                    r"(?:多少|几|什么|啥|何)(?:个|台|位|片|bit|比特|字节|ms|毫秒|秒|米|kbps|Mbps|帧|轮|次|种)?|多[大长久远快高宽]|\ue000",
                    "",
                    left,
                )
                if patterns.sub(r"[^\w%]+", "", bare) or not self._right_after_goal(clause.start()):
                    stay_out(f"also asks: {self.text[clause.start() : clause.end()]}")
            told = any(clause.start() <= fact.place < clause.end() for fact in self.told)
            said = self.text[clause.start() : clause.end()]
            following = self.clause_at(clause.end() + 1) if clause.end() + 1 < len(self.text) else (0, 0)
            goal_next = any(following[0] <= place < following[1] for place, _ in self.goals)
            if not goal and not told and (verb := _DEMANDS.search(said)) and not goal_next and _WANTED.search(said[verb.end() :]):
                stay_out(f"also demands: {said}")
            if not goal and not told and "\ue000" in clause[0] and patterns.search(r"呢\s*$", clause[0]):
                stay_out(f"asks the same of something else: {self.text[clause.start() : clause.end()]}")
            if not goal and not told and (found := CHANGE.search(clause[0])):
                stay_out(f"{found[0]} in {clause[0]}")
            if not residue:
                if goal:
                    self._nothing_listed_beside(clause)
                continue
            if found := NUMBER_LEFT.search(residue):
                stay_out(f"{found[0]} in {residue}")
            if "\ue000" not in clause[0] and not goal and not TOPIC.search(clause[0]) and not caseless(danger).search(clause[0]):
                if found := CONDITION.search(clause[0]):
                    stay_out(f"{found[0]} in {residue}")
                continue
            if found := DANGER.search(residue) or caseless(danger).search(residue):
                stay_out(f"{found[0]} in {residue}")
            if goal:
                self._nothing_listed_beside(clause)
            if goal and (len(residue) > 8 or NOUN.search(residue)):
                stay_out(f"in a question: {residue}")
            if len(residue) > 30:
                stay_out(residue)

    def _nothing_listed_beside(self, clause: re.Match[str]) -> None:
        """In "余数、整帧" each of the things listed must have been understood."""
        ends = [
            clause.start(),
            *(
                mark.end()
                for mark in patterns.finditer(r"、|和|与|以?及|还有|跟", self.text[: clause.end()])
                if mark.start() >= clause.start()
            ),
        ]
        for start, end in zip(ends, [*ends[1:], clause.end()], strict=True):
            item = self.rest[start:end]
            asked = any(start <= place < end for place, _ in self.goals)
            if len(ends) > 1 and not asked and (LISTED_NOUN if "\ue000" not in item else LEFT_NOUN).search(item):
                stay_out(f"also listed: {item}")

    def _right_after_goal(self, start: int) -> bool:
        """A clause that only asks, what for stands before it ("，到底是多少呢"), or is left out as before ("窗口为 7，则为多少")."""
        before_start, before_end = self.clause_at(start - 1) if start else (0, 0)
        end = self.clause_at(start)[1]
        clause = patterns.sub(r"[\s()_]", "", self.text[start:end])
        if _HELP.fullmatch(clause):
            return True
        told_before = any(before_start <= fact.place < before_end for fact in self.told)
        asked_before = any(before_start <= place <= before_end for place, _ in self.goals)
        if ONLY_ASKS.fullmatch(clause):
            return told_before or asked_before
        left = patterns.sub(r"[\s()_\ue000]", "", self.rest[start:end])
        told_here = any(start <= fact.place < end for fact in self.told)
        return ONLY_ASKS.fullmatch(left) is not None and (told_here or asked_before)
