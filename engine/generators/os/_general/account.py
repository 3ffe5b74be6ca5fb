"""A problem as an account of quantities: what a reader gave a meaning is struck out, and at the end nothing may be left that could change the
answer: no figure, no closed word, no question, no term of another technique.

Names, nouns and verbs are free. The closed words are few: negations, conditions, changes, comparisons, orders, shares. A term of the subject is
free in a clause that tells, but not in one that asks: there each must belong to what was understood to be asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from engine.generators import patterns
from engine.generators.pasted.normalising import normalise
from engine.generators.patterns import caseless
from engine.generators.reading import INTEGER, close_up, stay_out, to_int

TAKEN = "\ue000"
_CLAUSE = re.compile(r"[,;。?!\n:]+")
_SENTENCE = re.compile(r"[;。?!\n]+")
_ASKS = re.compile(
    r"多少|多[大长久高](?!小)|几(?!乎)|哪|什么|啥|谁|何|是否|能否|可否|怎样|怎么|如何|(?<![要需请])求(?![助教救解])|要求出|计算(?!机|题)|算出|写出|给出|列出|画出|指出|确定|(?<![访提想学疑])问(?!题)|[吗么呢](?=\s*(?:[?,。;!\n]|$))"
)
_HOW_MUCH = re.compile("多少|几|多[大长久高]|哪|什么|何|如何|怎")
_CLOSED = re.compile(
    r"不|没|未|无|非|勿|莫|否|(?<![分级类])别|除|若|如果|假如|要是|倘|但|却|改|更换|(?<!置)(?<!替)(?<!页)换(?=[成为用一作上])|变(?!换)|增|减|降|升|提高|加(?!速|载)|乘|倍|半|翻|扩|缩|仅|只|恰|刚好|正好|每|各|均|都|另|再|又|还|先|后|前|首|末|原|余|其他|其它"
    r"|最|之外|以外|至少|至多|最多|最少|超|足|以上|以下|以内|之内|同|相等|分别|依次|比|差|快(?!表)|慢|少|多|重|连续|已|仍|允许|必须|禁止|限制|总是|任意|任何|随机|概率|并行|串行|循环|锁|动态|静态|全局|局部|优先|平均|率|例外|包含|包括|含|(?:记|算|计|视)[作为入]|[也要]算|共享|额外|失败|故障|损坏|反(?![映应复正])|倒|逆|开始|左|右"
)
_COUNTING = re.compile(r"[0-9A-Za-zα-ωΑ-Ω%零〇一二两三四五六七八九十百千万亿]")
_PLAIN = re.compile(
    r"计算机|微机|设计|会计|统计|一(?=[个种台套款位名回趟遍次下]|般|旦)|(?<=某)一|进一步|如下(?:所示)?|以下(?=[数各问信条说])|下列|上述|其中(?=[,:])|(?<![A-Za-z])(?:CPU|OS|UNIX|Unix|Linux|Windows|PC|I/O|inode|FCB|i-?node|i(?=结点|节点))(?![A-Za-z])"
    r"|(?<=进程|作业|程序|用户|系统|文件)\s?[A-Z]\d?(?![A-Za-z0-9])|(?:存储)?管理|变换|转换|多道(?:程序)?|多用户|后援|目前|当前|同学|重点|算法|计划|比如|例如|除此之外|又称|多媒体|分配|(?:的)?前提|已知|分别(?=是|为|求)"
)
_POLITE = re.compile(
    r"(?:请|试|求|问|请问|试问|求出|计算|算出|写出|给出|列出|确定|并|且|则|那么|此时|这时|各|分别|依次|共|总共|一共|总|应|应该|将|会|要|需要?|是|为|有|等于|约|大约|的|了|呢|吗|啊|呀|到底|究竟|又|还|以及|和|与|及|、|至少|最少|最多|多少|几|什么|哪[些个]?|多[大长久]|个|次|\s|[()\ue000])"
)
_SCENE = re.compile(
    r"某个?|一个|一种|该|这个?|那个?|其|操作|系统|计算机|机器|存储器?|管理|方式|方法|方案|采用|使用|利用|引入|策略|机制|技术|结构|组织|形式|虚拟|请求|分页|页式|页面|假设|假定|已知|设|现有|有|考虑|如下|所示|对于|关于|分配|算法|进程|作业|程序"
    r"|运行|执行|访问|读取?|逻辑|物理|地址|空间|变换|转换|过程|加速|加快|查找|情况|题目?|在|的|内|里|中|上|下|时|和|与|及|或|来|用|为|是|被|给|由|从|到|对|把|将|现|今|例如|文件|磁盘|数据|按字节编址|置换|淘汰|替换|风格|类型?|格式|长度|标准|传统|类似|支持|提供"
    r"|练习|习题|考试|真题|期末|复习|例|回答|问题|请|试|下列|以下|关于|背景|场景|实验|设置|配置|参数|信息|进行|需要?|要|会|能|可以?|序列|次序|顺序|走向|给出|写出|求"
)
_MEASURE = re.compile(
    r"第|各级|每一?级|时间|时刻|[率数量号级位次比值]|大小|长度|地址|容量|概率|间隔|速度|带宽|空间|周期|开销|代价|次序|顺序|序列|页面|倍|差|原因|过程图"
)
_OTHER_WORK = re.compile(
    "证明|为什么|为何|区别|联系|概念|原理|优点|缺点|特点|简述|论述|原因|编程|编写|代码|推导|如图|下图|上图|见图|若干|公式|伪|正确的是|错误的是|说法"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One thing that may be asked.

    Attributes:
        needs: patterns, each of which must stand in the item that asks; what they match is given its meaning.
        unless: what must not stand in it.
    """

    name: str
    needs: tuple[str, ...]
    unless: str = r"(?!)"


class Account:
    """A text of which what was understood is struck out; see the module.

    Attributes:
        text: the normalised text.
        rest: the same, with a mark for each character that was given a meaning.
        parts: where its numbered parts begin.
    """

    def __init__(self, text: str) -> None:
        text = normalise(text)
        if not patterns.search("[,;。\n]", text.rstrip("。")):  # typed with spaces for marks
            text = patterns.sub(r"(?<=\d) +(?=[A-Z]\d?[\u3400-\u9fff])", ",", text)
            text = patterns.sub(r"(?<=[\u3400-\u9fff\ue010-\ue013]) +| +(?=[\u3400-\u9fff\ue010-\ue013])", ",", text)
        text = close_up(text)
        text = patterns.sub(r"\(\s*\)|_{2,}", "多少", text)
        # A blank at the end of a clause asks as "how many" does.
        self.text = patterns.sub(r"(?<=[为是有数])\s*(?:\(\s*\)|_{2,})?\s*(?=[,;。?!\n]|$)(?<![于但可就还不总要真若果如]是)", "多少", text)
        self.rest = self.text
        self.parts = [mark.start() for mark in self.take_all(r"(?:^|(?<=[,。;?!:\n ]))\s*(?:\([1-9]\d?\)(?!间)|[①-⑨])")]
        if other := _OTHER_WORK.search(text):
            stay_out(other[0])

    def has(self, pattern: str) -> bool:
        return caseless(pattern).search(self.rest) is not None

    def refuse(self, pattern: str) -> None:
        """Give up where a pattern is in what is left.

        Raises:
            StayOut: it is.
        """
        if found := caseless(pattern).search(self.rest):
            stay_out(found[0])

    def strike(self, start: int, end: int) -> None:
        """What stands there has its meaning."""
        self.rest = self.rest[:start] + TAKEN * (end - start) + self.rest[end:]

    def take(self, pattern: str) -> re.Match[str] | None:
        """The first match, struck out; None where there is none."""
        found = caseless(pattern).search(self.rest)
        if found is not None:
            self.strike(*found.span())
        return found

    def take_all(self, *several: str) -> list[re.Match[str]]:
        """Every match of some patterns, struck out, in the order of the text."""
        found = []
        for pattern in several:
            matches = [match for match in caseless(pattern).finditer(self.rest) if match[0]]
            for match in matches:
                self.strike(*match.span())
            found += matches
        return sorted(found, key=re.Match.start)

    def pass_over(self, *several: str) -> None:
        """Leave out what says nothing where it stands: it makes no clause one that was understood."""
        for pattern in several:
            self.rest = caseless(pattern).sub(lambda found: " " * len(found[0]), self.rest)

    def take_words(self, words: Sequence[tuple[str, str]]) -> list[str]:
        """The names of the patterns found, in their order in the text, all of it struck out; the longer wording stands first."""
        places: dict[str, int] = {}
        for pattern, name in words:
            for match in self.take_all(pattern):
                places[name] = min(match.start(), places.get(name, match.start()))
        return sorted(places, key=places.__getitem__)

    def clauses(self) -> Iterator[tuple[int, int]]:
        """Where each clause stands."""
        start = 0
        for mark in [*_CLAUSE.finditer(self.text), None]:
            end = mark.start() if mark else len(self.text)
            if end > start:
                yield start, end
            start = mark.end() if mark else end

    def clause_at(self, place: int) -> tuple[int, int]:
        """The clause that a place is in."""
        return next(((start, end) for start, end in self.clauses() if start <= place <= end), (place, place))

    def sentence_at(self, place: int) -> int:
        """The number of the sentence that a place is in."""
        return len(_SENTENCE.findall(self.text, 0, place))

    def near(self, start: int, end: int, terms: Sequence[tuple[str, str]], *, wide: bool = False) -> str | None:
        """The term that a figure at a place belongs to: the nearest before it in its clause, else the nearest behind; `wide`: in its sentence.

        What was given its meaning as another figure stands between them.
        """
        marks = _SENTENCE if wide else _CLAUSE
        left = max((mark.end() for mark in marks.finditer(self.text, 0, start)), default=0)
        right = mark.start() if (mark := marks.search(self.text, end)) else len(self.text)
        found: list[tuple[int, int, str]] = []
        for pattern, name in terms:
            for match in caseless(pattern).finditer(self.text, left, right):
                if match.end() <= start:
                    found.append((start - match.end(), -len(match[0]), name))
                elif match.start() >= end:
                    found.append((1000 + match.start() - end, -len(match[0]), name))
        return min(found)[2] if found else None

    def ask(self, questions: Sequence[Asked], terms: str, about: str = r"(?!)") -> list[tuple[int, str]]:
        """(place, name) of everything that is asked, struck out.

        `terms`: the subject's terms; one that stands in a clause that asks must belong to what is asked, or be something `about` which it may be asked.

        Raises:
            StayOut: a clause asks for something else, or for more.
        """
        found: list[tuple[int, str]] = []
        seeking = False
        for start, end in list(self.clauses()):
            clause = self.rest[start:end]
            stop = self.text[end : end + 1]
            asks = _ASKS.search(clause) or stop == "?"
            bare = not _POLITE.sub("", caseless(about).sub("", clause)).strip()
            if asks and bare and not _HOW_MUCH.search(clause):
                seeking = stop in ",:"  # `求:`, `试问,`
                self.strike(start, end)
                continue
            if not asks and not (seeking and clause.strip(TAKEN + " ")):
                seeking = False
                continue
            seeking = seeking and stop in ",:;"
            names = self._items(start, end, questions, terms, about)
            found += names
        if not found:  # `…… 命中率95% 平均有效访问时间`
            start, end = max(self.clauses(), default=(0, 0))
            start = max(start, self.rest.rfind(TAKEN, start, end) + 1)
            if self.rest[start:end].strip() and _which(self.rest[start:end], questions) is not None:
                found = self._items(start, end, questions, terms, about)
        return found

    def _items(self, start: int, end: int, questions: Sequence[Asked], terms: str, about: str) -> list[tuple[int, str]]:
        clause = self.rest[start:end]
        cuts = [0, *(mark.end() for mark in patterns.finditer(r"、|和|与|及|以及|还有|并(?!行)|其中|[, (]", clause)), len(clause)]
        items: list[tuple[int, int]] = []
        place = 0
        for number, cut in enumerate(cuts[1:], 1):
            piece, later = clause[place:cut], clause[cut:]
            if _which(piece, questions) is not None and (number == len(cuts) - 1 or _which(later, questions) is not None):
                items.append((place, cut))
                place = cut
        if place < len(clause):
            if not items:
                items.append((0, len(clause)))
            else:
                items[-1] = (items[-1][0], len(clause))
        found = []
        for first, last in items:
            item = clause[first:last]
            question = _which(item, questions)
            if question is None:
                stay_out(f"also asks: {clause}")
            left = item
            for need in question.needs:
                left = caseless(need).sub("", left)
            left = caseless(about).sub("", left)
            left = _POLITE.sub("", _PLAIN.sub("", left))
            if more := caseless(terms).search(left) or _MEASURE.search(left) or _CLOSED.search(left) or _COUNTING.search(left):
                stay_out(f"also asks: {more[0]} in {clause}")
            found.append((start + first, question.name))
        self.strike(start, end)
        return found

    def finish(self, foreign: str = r"(?!)", terms: str = r"(?!)") -> None:
        """Look at what is left; `foreign`: terms that stand for something this reader does not know.

        A clause of which nothing was understood, but for the first, which says of what the problem is, is a story where no term of the subject (`terms`) stands in it, else the scene where it holds no more
        than words of the scene; else it may be a condition.

        Raises:
            StayOut: a figure, a closed word, a question or such a term is left, or a clause that may be a condition.
        """
        self.refuse(foreign)
        for number, (start, end) in enumerate(self.clauses()):
            for clause in patterns.split(r"[()]", self.rest[start:end]):
                if number == 0 or TAKEN in clause or not caseless(terms).search(clause):
                    continue
                more = _SCENE.sub("", _PLAIN.sub("", caseless(terms).sub(" ", clause)))
                if strange := patterns.search(r"[\u3400-\u9fff]{2,}", more):
                    stay_out(f"{strange[0]} in {clause.strip()}")
        nothing_left(self.rest)


def nothing_left(rest: str, heeded: str = r"(?!)") -> None:
    """Give up where a figure, a closed word or a question is left in a text whose understood parts are marked; `heeded`: the closed words that the
    reader has given their meaning wherever they stand beside what it understood.

    Raises:
        StayOut: one is.
    """
    rest = _PLAIN.sub(" ", patterns.sub(r"(?m)^\s*(?:\(?\d{1,2}\)|\d{1,2}[.、])\s*", "", rest))
    for clause in _CLAUSE.split(rest):
        if TAKEN in clause:
            clause = caseless(heeded).sub(" ", clause)
        left = patterns.sub(r"[^\w%]+", "", clause.replace(TAKEN, " "))
        if found := _COUNTING.search(left) or _CLOSED.search(left) or _ASKS.search(left):
            stay_out(f"{found[0]} in {clause.replace(TAKEN, ' ').strip()}")


_JOINED = re.compile(r"(?:和|与|及|以及|、|还有)(?P<after>[\u3400-\u9fff]{2,})|(?P<before>[\u3400-\u9fff]{2,})(?:和|与|及|以及|、|还有)")


def nothing_asked_besides(rest: str, questions: Sequence[tuple[int, int]]) -> None:
    """Give up where a clause that asks joins a noun that nobody understood to what was asked.

    Raises:
        StayOut: one does.
    """
    for start, _ in questions:
        begin = max((mark.end() for mark in _CLAUSE.finditer(rest, 0, start)), default=0)
        end = mark.start() if (mark := _CLAUSE.search(rest, start)) else len(rest)
        for joined in _JOINED.finditer(rest[begin:end]):
            if _POLITE.sub("", _PLAIN.sub("", joined["after"] or joined["before"])):
                stay_out(f"also asks: {joined[0]}")


def _which(item: str, questions: Sequence[Asked]) -> Asked | None:
    for question in questions:
        if all(caseless(need).search(item) for need in question.needs) and not caseless(question.unless).search(item):
            return question
    return None


_CHANGE = re.compile(r"若|如果|要是|假如|改|换|变|提高|升|降|增|减")


@dataclass(frozen=True, slots=True)
class Told:
    """A quantity that is told, and where."""

    name: str
    place: int
    value: object


def cases(
    account: Account, told: Sequence[Told], asked: Sequence[tuple[int, str]], passing: frozenset[str] = frozenset()
) -> list[tuple[str, dict[str, object]]]:
    """Each thing that is asked, with what holds for it: what a sentence tells otherwise than those before holds for what the sentence asks alone;
    so does what is `passing`.

    Raises:
        StayOut: two figures of one quantity, and it is not said that one takes the other's place.
    """
    base: dict[str, object] = {}
    own: dict[int, dict[str, object]] = {}
    questions = {account.sentence_at(place) for place, _ in asked}
    changed: int | None = None
    for one in sorted(told, key=lambda each: each.place):
        sentence = account.sentence_at(one.place)
        if one.name in passing and sentence in questions:
            own.setdefault(sentence, {})[one.name] = one.value
            continue
        if one.name not in base or base[one.name] == one.value:
            base.setdefault(one.name, one.value)
            continue
        start = max((mark.end() for mark in _SENTENCE.finditer(account.text, 0, one.place)), default=0)
        if sentence not in questions or not _CHANGE.search(account.text, start, one.place):
            stay_out(f"{one.name}: {base[one.name]} and {one.value}")
        if own.setdefault(sentence, {}).setdefault(one.name, one.value) != one.value:
            stay_out(f"{one.name} twice in a sentence")
    found = []
    for place, name in sorted(asked):
        sentence = account.sentence_at(place)
        if sentence in own:
            changed = sentence
        elif changed is not None:
            stay_out("whether the change still holds")
        found.append((name, base | own.get(sentence, {})))
    return found


def to_number(text: str) -> int:
    """`3`, `三`, `两`, `4K`."""
    found = patterns.fullmatch(r"(?P<value>\d+)\s*(?P<kilo>[Kk])?", text.strip())
    if found:
        return int(found["value"]) * (1024 if found["kilo"] else 1)
    return to_int(text.strip())


NUMBER = INTEGER
TIME = r"(?P<amount>\d+(?:\.\d+)?)\s*(?P<unit>ns|μs|us|ms|s|纳秒|微秒|毫秒|秒)(?![A-Za-z])"
_IN_NS = {"ns": 0, "纳秒": 0, "μs": 3, "us": 3, "微秒": 3, "ms": 6, "毫秒": 6, "s": 9, "秒": 9}


def nanoseconds(found: re.Match[str]) -> Fraction:
    """What a match of `TIME` says."""
    scale: int = 10 ** _IN_NS[found["unit"].lower()]
    return Fraction(found["amount"]) * scale
