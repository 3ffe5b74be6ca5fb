"""What a problem tells and asks, with the place of each: quantities that change from one question to the next are kept apart.

A text is cut into units, each a question with what is told for it. What is told before the first question, or without a condition, holds for
all; what a later question supposes ("若改用 GBN，窗口为 7，…？", "(2) 速率提高到 100 Mbps 时 …") holds for that one and takes the place of what
was told. In a clause that asks, nothing may be left unread; elsewhere only what could change an answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from engine.generators import patterns
from engine.generators.clauses import passing_over
from engine.generators.cn._told.telling import Fact, Telling
from engine.generators.cn._told.words import (
    BLANK_BEFORE_UNIT,
    CHANGE,
    CONDITION,
    COUNTED,
    DANGER,
    ELIDED,
    LEFT_NOUN,
    LISTED_NOUN,
    NOUN,
    NUMBER_LEFT,
    ONLY_ASKS,
    TOPIC,
)
from engine.generators.patterns import caseless
from engine.generators.reading import stay_out

_SENTENCE = re.compile(r"[;。?!\n]|(?<![A-Za-z0-9^])\((?=[1-6一二三四五]\)\s*\S)")
_CONDITIONAL = re.compile(
    r"若|要是|如果|假如|假设|假定|要使|要想|为使|想|改|换|提高|提升|降低|降到|增|减|升|变|另|而|仍|采用|使用|用|当|取|时|再过|再经"
)
_LATER_CONDITION = re.compile(
    r"(?<=[,;。?!\n])\s*(?:那么?|但|而|又|再)?(?:若|如果|假如|要是|要使|要想|为使|改[为成用]|换成|(?<=再)(?:经过?|过)\d+个?RTT|(?:达到|增长到|涨到|升到)\d+)"
)
_INTERROGATIVE = re.compile(r"多少|几|什么|啥|(?<!任)何|哪|多[大长久远快高宽]|是否|能否|有没有|能不能|会不会|够不够|吗")
# A clause with one of these wants what it names.
_DEMANDS = re.compile(r"(?<![要需请追征])求(?!解|助|教|救|大|各|指|帮|和)|写出|给出(?!的|了)|列出|计算(?!机|题|器|公式|[的得时])|画出|指出")
_WANTED = re.compile(
    r"^(?:出|一下|下)?(?!.*(?:下列|以下|下面|如下|各题|本题|过程|步骤|答案|结果|思路|:$))[^:]*?(?:[率值比度离帧窗码号速宽积余]|长度|时间|延迟|位数|偏移|序列|数据|信息|比特|地址|报文|门限|cwnd|ssthresh)",
    re.IGNORECASE,
)
_AND_MORE = re.compile(r"\s*(?:以?及|和|与|还有|并且?求?|同时)")
_ENDS_WANTED = re.compile(
    r"(?:时间|延迟|利用率|速率|效率|吞吐[量率]|长度?|窗口|距离|(?<![那这])[个位片帧]数|数目|余数|校验码|比特串|序列|偏移量?|cwnd|ssthresh|门限|信噪比|带宽|范围|地址)(?:等于|分别|各|是|为|有)*\s*$",
    re.IGNORECASE,
)
_HELP = re.compile(r".*(?:怎么[算求做来写]|咋[算求做]).*")


@dataclass(slots=True)
class Unit:
    """What is asked together, in order, and what holds for it."""

    asked: list[str]
    known: dict[str, Any] = field(default_factory=dict)
    text: str = ""
    own: str = ""  # without the question before it, which an elided one rests on


class Told(Telling):
    """A network problem cut into its questions, each with what is told for it, and with nothing left that could change an answer."""

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
        self.take_spans([unit.span(1) for unit in caseless(BLANK_BEFORE_UNIT).finditer(self.text)])
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
            # `the total time, and how many bits …`: the first of the two is asked as well.
            if not goal and not told and goal_next and _AND_MORE.match(self.text, following[0]) and _ENDS_WANTED.search(said):
                stay_out(f"also asks: {said}")
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
                for mark in patterns.finditer(r"、|(?<![之总])和|与|以?及|还有|跟", self.text[: clause.end()])
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
