"""Reading by parts, the questions too: what is asked is found by the words it must hold, in whatever order they stand.

A `Topic` finds a question by one long pattern, which a new writer's word order misses. An `Inquiry` looks at each clause that asks, item by
item (`the number of faults and their rate`), and asks of each item which `Question` it is: one whose `key` stands in the item and whose
`also` stand in the clause. What is then left of a clause that asks may hold only ordinary words: there a noun that nobody knows is refused.

Values keep their places, so that `if the hit ratio rises to 95%, what then?` is computed with what is told for it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.os._clauses import ORDINARY
from engine.generators.os._topic import Topic
from engine.generators.patterns import caseless
from engine.generators.reading import any_of, stay_out

TAKEN = "\ue000"
_END = re.compile(r"[,;。?!:\n()]")
_ASKS = re.compile(
    r"多少|几(?!乎|天|道题|个小时|遍)|多[大长久高快远]|哪|什么(?!的)|啥|何|谁|是否|能否|可否|会不会|能不能|有没有|有无|怎样|怎么样|如何|"
    r"(?<![要需])求(?!助|教|救|大|解|指|帮|问)|要求出|计算(?!机|题|时)|算出|算一?下|写出|(?<!CPU)(?<!程序)(?<!进程)(?<!指令)(?<!题目)给出(?!了|的)|列出|画出|确定|判断|指出|试问|(?<![提想学疑])问(?!题|号|了|我|的|过|大佬|老师|同学)|回答|分别(?:是|为)"
)
_MARK = re.compile(r"多少|几(?!乎)|多[大长久高快远]|哪|什么|啥|何|谁|是否|能否|可否|会不会|能不能|有没有|有无|怎样|怎么样|如何|吗|么(?=$)")
_VERB = re.compile(r"(?<![要需])求(?!助|教|救|大|解|指|帮|问)|要求出|计算(?!机|题|时)|算出|写出|给出|列出")
_AND = re.compile(r"(?:以及|还有|和|与|及|、|跟|并且?|/(?!\s*\d)|(?<=多少)(?:而|同时))")
_WHAT_IF = re.compile(r"(?:若|如果|要是|假如|改[为成用]|换[为成用]|变[为成]).*呢\s*$")
_UNIT = r"(?:(?<=多少)|(?<=几))\s*个?(?:[KMGT]?B|[KMG]?字节|[mnuμ]?s|毫秒|微秒|纳秒|秒|bits?)(?![A-Za-z])"
"""The unit an answer is wanted in: every answer states its own."""
_STRANGE = re.compile(
    r"(?<!也)(?<!就)不算(?!在内|查|入|作|缺|首|初|第|最初)|实际(?:上)?(?:只|仅)[^,;。]{0,6}其中|例外|其中的(?=\d)|(?:要|得|须)(?:重来|倒过来)|抄错|加倍|与通常"
)
"""Conditions that no quantity bears."""
_CHANGES = re.compile(
    r"若|如果|假如|假设|当|改|变|换|提高|降|增|减|升|扩|缩|另|而|则|呢|时|后|第[一二三123]种|方案|情况|分别|前|原来|\(\d\)|从|由|到"
)
_MERE = (
    "百分之多少 百分之几 百分之 多少 几 多大 多长 多久 多高 多快 求 计算 算出 算 写出 给出 列出 确定 判断 指出 问 试问 回答 各 分别 依次 为 是 等于 约 大约 需要 需 要 应 应该 至少 最少 最多 至多 "
    "得 到 达 达到 能 可 可以 有 共 一共 总共 将 会 此时 这时 则 那么 的 了 呢 吗 时 时候 情况 下 中 里 内 上 其 它 该 此 请 试 又 再 还 就 才 也 都 均 而 并 且 和 与 及 以及 或 相应 对应 各自 变 变为 变成 成 于 用 以 按 在 对 从 每 所 个 最终 最后 结果 如果 若"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing that may be asked.

    Attributes:
        key: what must stand in the item that asks for it.
        also: what must stand in the clause besides, each anywhere.
        unless: what must not stand in the item.
    """

    name: str
    key: str
    also: tuple[str, ...] = ()
    unless: str = r"(?!)"


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: its place, whether it asks, and the mark that ends it."""

    start: int
    end: int
    asks: bool
    stop: str


class Inquiry(Topic):
    """A text whose questions are found by their words; see the module."""

    spaced: ClassVar[bool] = True
    """Whether a space between two ideographs parts clauses, as in a chat; it does not where tables may stand."""

    def __init__(self, text: str) -> None:
        if self.spaced and "\n" not in text:
            text = patterns.sub(r"(?<=[\u3400-\u9fff])[ \u3000]+(?=[\u3400-\u9fff])", ",", text)
        super().__init__(text)
        self.told: dict[str, list[tuple[int, Any]]] = {}

    # --- what is told -----------------------------------------------------------------------------------------------------------------

    def tell(self, name: str, place: int, value: Any) -> None:
        """A value of a quantity, told at a place."""
        if (place, value) not in self.told.setdefault(name, []):
            self.told[name].append((place, value))
            self.told[name].sort(key=lambda item: item[0])

    def tell_roles(self, roles: Sequence[Role]) -> None:
        """Every quantity that plays one of the roles."""
        for role, match in self.take_roles(roles):
            self.tell(role.name, match.start(), role.read(match[0]))

    def tell_each(self, name: str, patterns: str | Sequence[str], read: Callable[[str], Any]) -> None:
        """Every value that the group `value` of the patterns holds."""
        for pattern in [patterns] if isinstance(patterns, str) else patterns:
            for match in self.take_all(pattern):
                self.tell(name, match.start("value"), read(match["value"]))

    def known(self, name: str) -> Any:
        """The only value of a quantity; None where none is told.

        Raises:
            StayOut: two are told.
        """
        values = list(dict.fromkeys(value for _, value in self.told.get(name, ())))
        if len(values) > 1:
            stay_out(f"{name}: {values}")
        return values[0] if values else None

    def value_for(self, name: str, place: int) -> Any:
        """A quantity's value for what is asked at a place: the last one told before its clause ends, or the first told at all.

        Raises:
            StayOut: two are told, and nothing says that the second is another case.
        """
        told = self.told.get(name, [])
        if not told:
            return None
        end = next((clause.end for clause in self.clauses() if clause.start <= place <= clause.end), place)
        for (_, one), (at, other) in itertools.pairwise(told):
            before = self.text[max(0, self.text.rfind("。", 0, at)) : at + 24]
            if one != other and not _CHANGES.search(before):
                stay_out(f"{name}: {one} and {other}")
        earlier = [value for at, value in told if at <= end]
        return earlier[-1] if earlier else told[0][1]

    # --- what is asked ----------------------------------------------------------------------------------------------------------------

    def clauses(self) -> list[Clause]:
        """The clauses of the text."""
        found: list[Clause] = []
        start, listing = 0, False
        for end in [*(mark.start() for mark in _END.finditer(self.text)), len(self.text)]:
            clause = self.text[start:end]
            stop = self.text[end : end + 1]
            asks = bool(_ASKS.search(clause)) or (stop == "?" and bool(clause.strip()))
            # `Find: the first; the second`: what follows is asked as well, until something is told.
            if not asks and listing and clause.strip() and not patterns.search(r"\d", patterns.sub(r"^\s*\(?\d\)", "", clause)):
                asks = True
            if clause.strip():
                listing = asks and stop in (",", ";", ":", "\n", "(", ")", "、") and (listing or not _MARK.search(clause) or stop != ",")
            found.append(Clause(start, end, asks, stop))
            start = end + 1
        # `How many faults, the fault rate`: a bare noun at the end of a chat asks as what stands before it does.
        last = len(found)
        while (
            last
            and not found[last - 1].asks
            and not patterns.search(r"[^\u3400-\u9fff\s]", self.text[found[last - 1].start : found[last - 1].end])
        ):
            last -= 1
        if last and found[last - 1].asks and found[last - 1].stop in (",", "?"):
            found[last:] = [Clause(one.start, one.end, bool(self.text[one.start : one.end].strip()), one.stop) for one in found[last:]]
        # `The number of faults (first loads count) is how many`: the words before the brackets belong to what follows them.
        for number, one in enumerate(found):
            if one.stop == "(" and not one.asks:
                closing = next((later for later in range(number + 1, len(found)) if found[later].stop == ")"), None)
                tail = found[closing + 1] if closing is not None and closing + 1 < len(found) else None
                if tail is not None and (tail.asks or (tail.stop == "?" and not self.text[tail.start : tail.end].strip())):
                    found[number] = Clause(one.start, one.end, True, one.stop)
        return found

    def inquire(self, questions: Sequence[Question]) -> list[tuple[int, str]]:
        """(place, name) of everything asked, in its order; taken. Where no clause asks, the last that names something does."""
        if strange := _STRANGE.search(self.text):
            stay_out(f"a condition: {strange[0]}")
        self.take_all(_UNIT)
        asking = [clause for clause in self.clauses() if clause.asks]
        found = self._inquired(asking, questions)
        if not found:
            # A table may stand behind the words that ask.
            worded = [clause for clause in self.clauses() if patterns.search(r"[\u3400-\u9fff]", self.rest[clause.start : clause.end])]
            found = self._inquired(worded[-3:], questions)
        return sorted(found)

    def _inquired(self, clauses: Sequence[Clause], questions: Sequence[Question]) -> list[tuple[int, str]]:
        found: list[tuple[int, str]] = []
        for clause in clauses:
            whole = self.text[clause.start : clause.end] + ("?" if clause.stop == "?" else "")
            start = clause.start
            later: list[str] = []  # taken when every item has been looked at
            ends = [(mark.start(), mark.end()) for mark in _AND.finditer(self.rest, clause.start, clause.end)]
            for end, following in [*ends, (clause.end, clause.end)]:
                for question in questions:
                    key = caseless(question.key).search(self.rest, start, end)
                    if (
                        key is None
                        or caseless(question.unless).search(self.text, start, end)
                        or not all(caseless(word).search(whole) for word in question.also)
                    ):
                        continue
                    self.take_spans([key.span()])
                    later += question.also
                    self.questions.append(key.span())
                    self.asked_at.append((key.start(), question.name))
                    found.append((key.start(), question.name))
                    break
                start = following
            for word in dict.fromkeys(later):
                self.take_spans([match.span() for match in caseless(word).finditer(self.rest, clause.start, clause.end)])
        return found

    def finish(self, harmless: str = "", story: bool = False, danger: str = "", ordinary_questions: bool = True) -> None:
        """As `Topic.finish`; and a clause that asks may hold only ordinary words besides.

        Raises:
            StayOut: something is left that could change the answer.
        """
        words = any_of(tuple((harmless + " " + ORDINARY + " " + _MERE).split()))
        plain = any_of(tuple((ORDINARY + " " + _MERE).split()))
        for clause in self.clauses():
            if clause.asks and any(clause.start <= place < clause.end for place, _ in self.asked_at):
                left = words.sub(" ", self.rest[clause.start : clause.end])
                if noun := patterns.search(r"[^\W\d_\ue000]{2,}", left):
                    stay_out(f"also asks: {noun[0]}")
                self._refuse_passed_over(clause)
            # `And with the single indirect ones?` is a question of its own, whichever of its words are known.
            # `How many frames does it take?`: whichever of its words are known, nobody has taken what it asks.
            elif (
                patterns.search("多少|几(?![乎点])", self.rest[clause.start : clause.end])
                and patterns.search(r"[^\W\d_\ue000]{2,}", plain.sub(" ", self.rest[clause.start : clause.end]))
            ) or (clause.stop == "?" and _WHAT_IF.search(self.text[clause.start : clause.end])):
                stay_out(f"also asks: {self.text[clause.start : clause.end]}")
        super().finish(harmless + " 百分之多少 百分之几 百分之", story, danger, ordinary_questions)

    def _refuse_passed_over(self, clause: Clause) -> None:
        """Give up where one item of a clause that asks was understood and another was not.

        Raises:
            StayOut: one asks for something that no question was found for.
        """
        plain = any_of(tuple((ORDINARY + " " + _MERE).split()))
        places = [place for place, _ in self.asked_at if clause.start <= place < clause.end]
        start = clause.start
        for end, following in [
            *((mark.start(), mark.end()) for mark in _AND.finditer(self.text, clause.start, clause.end)),
            (clause.end, clause.end),
        ]:
            if not any(start <= place < end for place in places) and (
                TAKEN not in self.rest[start:end] or _MARK.search(self.text, start, end)
            ):
                content = patterns.sub(r"[^\w%]+", "", plain.sub(" ", self.rest[start:end]).replace(TAKEN, ""))
                unit = _MARK.search(self.text, start, end) and patterns.search(_UNIT, self.text[start:end])
                asks = _MARK.search(self.rest, start, end) or _VERB.search(self.rest, start, end) or min(places) < start
                if unit or (asks and len(content) > 1):
                    stay_out(f"also asks: {self.text[start:end]}")
            start = following
