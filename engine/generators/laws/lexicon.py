"""What a text tells and asks of a topic, read word by word: a `Lexicon` names its things and its measures, and a figure belongs to the thing
whose measure it can be.

A clause becomes a row of tokens: things (`主存`, `块内地址`), figures with their unit, words that ask, and what joins them. A figure goes to the
thing before it, else to the one behind it, else to the one the text was speaking of; a question is about the things before it, all of them where
they are joined. So `每块 16 字`, `块长为 16 个字` and `由 16 个字组成的块` are the same. In a clause that tells or asks, no word may be left that is
not an ordinary one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from engine.generators import clauses, patterns
from engine.generators.laws.clauses import Clauses
from engine.generators.laws.words import COMMON
from engine.generators.patterns import caseless
from engine.generators.reading import stay_out

TAKEN = "\ue000"
_SEPARATOR = re.compile(r"[,;。?!:\n]")
_ASK = r"(?:多少|多大|多(?=[久长])|几(?!乎)|什么|(?<!如)何(?!时)|如何(?=\s*$)|哪)"
_BEFORE_ASK = r"(?:总共|一共|共计|至少|最少|最多|分别|各|应该|应当|应|共|可以|能够|可|能|会|需要|需|要|有|占用|占|用|是|为|取|等于|约|得|含|包含|包括|分为|分成|划分为|划分成|容纳|存放|装入|装|长|设|配|以)*"
_JOIN = re.compile(r"、|和|与|及|以及|及其|跟|还有|并(?!行|联|发)")
_WANT = re.compile(r"(?<!要)求(?!助|教|解)|(?<!测)试(?!题)|计算(?!机)|写出|给出|指出|确定|(?<![访询])问|设计|画出|说明|算出|列出")
_RESPECTIVELY = re.compile(r"分别|依次|各(?!种)")


@dataclass(frozen=True, slots=True)
class Measure:
    """What can be told of a thing, or asked.

    Attributes:
        name: in `Lexicon.told` and `Lexicon.asked`.
        figure: the pattern of a value with its unit.
        read: of the matched text, its value.
        asked: the unit as it stands behind `多少`; also what names the measure (`位数`).
        named: the words that name it without a figure: `位数`, `行数`.
    """

    name: str
    figure: str
    read: Callable[[str], Any]
    asked: str = r"(?!)"
    named: str = r"(?!)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """See the module.

    Attributes:
        things: (pattern, name), the longer wording first; name "" says nothing.
        told: (thing or "", measure) -> quantity of the topic.
        asked: (thing or "", measure or "") -> quantity of the topic.
        questions: (pattern, quantity) for what is asked in a phrase of its own.
        words: harmless words, separated by spaces.
    """

    things: Sequence[tuple[str, str]]
    measures: Sequence[Measure]
    told: Mapping[tuple[str, str], str]
    asked: Mapping[tuple[str, str], str]
    questions: Sequence[tuple[str, str]] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # thing, value, ask, named, question, join, want, each, of
    name: str
    start: int
    end: int
    value: Any = None


@dataclass(slots=True)
class _Read:
    facts: dict[str, Any] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    of: list[str] = field(default_factory=list)  # the things spoken of, the last first
    row: list[str] = field(default_factory=list)  # those joined at the end of the clause before

    def tell(self, quantity: str, value: Any) -> None:
        if self.facts.setdefault(quantity, value) != value:
            stay_out(f"{quantity} twice: {self.facts[quantity]} and {value}")

    def ask(self, quantity: str) -> None:
        if quantity not in self.asked:
            self.asked.append(quantity)


def read_words(lexicon: Lexicon, reading: Clauses, before: Collection[str] = ()) -> tuple[dict[str, Any], list[str]]:
    """What a text tells and asks; all of it is taken.

    `before`: what was told earlier: it is not asked.

    Raises:
        StayOut: a figure or a question belongs to nothing, or a clause with one of them says more.
    """
    told = _Read()
    vocabulary = clauses.passing_over(COMMON + reading.ordinary + lexicon.words)
    text, start = reading.rest, 0
    spans: list[tuple[int, int]] = []
    asking = False
    for mark in [*_SEPARATOR.finditer(text), None]:
        end = mark.start() if mark else len(text)
        if text[start:end].replace(TAKEN, "").strip():
            tokens = _tokens(lexicon, text, start, end)
            wants = any(token.kind == "want" for token in tokens)
            speaks = _clause(lexicon, told, tokens, text, text[start:end], wants=wants or asking)
            asking = (wants or asking) if mark and mark[0] in ":,;" else False
            if speaks:
                spans += [(token.start, token.end) for token in tokens]
                spans += [match.span() for match in patterns.finditer(r"\([\sA-Za-z、,]+\)", text[: end + 1]) if match.start() >= start]
                _nothing_more(text, start, end, tokens, vocabulary)
                if any(token.kind in ("ask", "question") for token in tokens):
                    reading.mark_asked([(token.start, token.end) for token in tokens])
        else:
            asking = asking and mark is not None and mark[0] in ":,;"
        start = end + 1
    reading.take_spans(spans)
    for quantity in told.asked:
        if quantity in told.facts or quantity in before:
            stay_out(f"told and asked: {quantity}")
    return told.facts, told.asked


def _nothing_more(text: str, start: int, end: int, tokens: Sequence[_Token], vocabulary: Callable[[str], str]) -> None:
    """Give up where a clause that tells or asks holds a word that could be a thing of its own, a condition or a figure.

    Raises:
        StayOut: it does.
    """
    covered = {place for token in tokens for place in range(token.start, token.end)}
    left = "".join(" " if place in covered else text[place] for place in range(start, end))
    plain = vocabulary(patterns.sub(r"\([\sA-Za-z、,]*\)", lambda brackets: " " * len(brackets[0]), left))
    kinds = {token.start: token.kind for token in tokens}
    asks = any(kind in ("ask", "question") for kind in kinds.values())
    for rest in patterns.finditer(rf"[^\s{TAKEN}()/·~'-]+", plain):
        place = start + rest.end()
        while place < end and text[place] in " 的":
            place += 1
        following = kinds.get(place)
        touching = kinds.get(start + rest.end())
        if (
            touching is not None
            or (asks and following in ("ask", "named", "question"))
            or patterns.search(r"[0-9A-Za-zα-ωΑ-Ω%零〇一二两三四五六七八九十百千万亿]", rest[0])
            or clauses.SUSPECT.search(rest[0])
        ):
            stay_out(f"{rest[0]} in {text[start:end]}")


def _tokens(lexicon: Lexicon, text: str, start: int, end: int) -> list[_Token]:
    found: list[_Token] = []
    place = start
    while place < end:
        token = _token(lexicon, text, place, end)
        if token is None:
            place += 1
            continue
        found.append(token)
        place = token.end
    return _without_other_names(text, found)


def _token(lexicon: Lexicon, text: str, place: int, end: int) -> _Token | None:
    for pattern, name in lexicon.questions:
        if (match := caseless(pattern).match(text, place, end)) and match[0]:
            return _Token("question", name, place, match.end())
    for measure in lexicon.measures:
        if match := caseless(measure.figure).match(text, place, end):
            return _Token("value", measure.name, place, match.end(), measure.read(match[0]))
    if match := caseless(_BEFORE_ASK + _ASK).match(text, place, end):
        for measure in lexicon.measures:
            if unit := caseless(rf"\s*(?:个|条|的)?(?:{measure.asked})").match(text, match.end(), end):
                return _Token("ask", measure.name, place, unit.end())
        return _Token("ask", "", place, match.end())
    for measure in lexicon.measures:
        if match := caseless(measure.named).match(text, place, end):
            return _Token("named", measure.name, place, match.end())
    for pattern, name in lexicon.things:
        if match := caseless(pattern).match(text, place, end):
            return _Token("thing", name, place, match.end()) if name else None
    for kind, words in (("join", _JOIN), ("want", _WANT), ("each", _RESPECTIVELY)):
        if match := words.match(text, place, end):
            return _Token(kind, "", place, match.end())
    return None


def _without_other_names(text: str, tokens: Sequence[_Token]) -> list[_Token]:
    """Without what stands in brackets behind a thing and names it once more: `块大小(Cache Line)`, `Tag(主存标记)`."""
    kept: list[_Token] = []
    for token in tokens:
        last = next((other for other in reversed(kept) if other.kind != "alias"), None)
        opening = text.rfind("(", last.end, token.start) if last is not None else -1
        if (
            token.kind == "thing"
            and last is not None
            and last.kind in ("thing", "named")
            and opening >= 0
            and not text[last.end : opening].strip()
        ):
            token = _Token("alias", "", token.start, token.end)
        kept.append(token)
    return [token for token in kept if token.kind != "alias" or token.end > token.start]


def _clause(lexicon: Lexicon, told: _Read, tokens: Sequence[_Token], text: str, clause: str, *, wants: bool) -> bool:
    """Whether a clause tells or asks anything; what it does is noted."""
    run: list[_Token] = []  # the things since the last figure or question
    speaks = False
    used = False
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if token.kind == "thing":
            if used:
                run, used = [], False
            run.append(token)
        elif token.kind in ("join", "named") and not used:
            run.append(token)
        elif token.kind == "question":
            _alone(tokens, place)
            told.ask(token.name)
            speaks = True
        elif token.kind == "value":
            group, place = _group(tokens, place, "value")
            _tell(lexicon, told, run, group, tokens[place + 1 :], text)
            speaks = used = True
        elif token.kind == "ask":
            _ask(lexicon, told, run, token, tokens, place, text, clause)
            speaks = used = True
        place += 1
    if wants and not any(token.kind in ("ask", "question") for token in tokens):
        speaks = _wanted(lexicon, told, tokens, text, speaks=speaks) or speaks
    names = [token.name for token in tokens if token.kind == "thing"]
    told.of = [*reversed(names), *(name for name in told.of if name not in names)]
    if names:
        told.row = _joined([token for token in tokens if token.kind in ("thing", "join", "each")])
    return speaks


def _alone(tokens: Sequence[_Token], place: int) -> None:
    """Give up where what a phrase of its own asks is joined with something else that would be passed over.

    Raises:
        StayOut: it is.
    """
    for step in (-1, 1):
        near, far = place + step, place + 2 * step
        if 0 <= near < len(tokens) and tokens[near].kind == "join" and 0 <= far < len(tokens) and tokens[far].kind in ("thing", "named"):
            stay_out(f"also asks: {tokens[far].name}")


def _wanted(lexicon: Lexicon, told: _Read, tokens: Sequence[_Token], text: str, *, speaks: bool) -> bool:
    """Whether a clause without a word like `多少` wants something: `求标记的位数`, `求完成 30 条指令的时间`; it is noted."""
    last = max((place for place, token in enumerate(tokens) if token.kind == "value"), default=-1)
    rest = [token for token in tokens[last + 1 :] if token.kind in ("thing", "join", "named")]
    quantities = _items(lexicon, rest, "", text)
    if quantities is None:
        if speaks or not any(token.kind in ("thing", "named") for token in rest):
            return False  # `设计一个 64K×8 位的存储器`
        named = next((token.name for token in reversed(rest) if token.kind == "named"), "")
        if any(token.kind == "thing" for token in rest) or not told.of:
            stay_out(f"asked of {[token.name for token in rest]}")
        quantities = [_asked(lexicon, told.of[0], named)]
    for quantity in quantities:
        told.ask(quantity)
    return True


def _items(lexicon: Lexicon, run: Sequence[_Token], measure: str, text: str) -> list[str] | None:
    """The quantity of each item of a list that asks; None where one of them is not known, or there is none."""
    items: list[list[_Token]] = [[]]
    for token in run:
        if token.kind == "join":
            items.append([])
            continue
        last = next((other for other in reversed(items[-1]) if other.kind == "thing"), None)
        # Two that touch are a row whose marks were lost: `块内地址标记`.
        if (
            token.kind == "thing"
            and last is not None
            and text[last.end : token.start].strip() in ("", '""')
            and not text[last.end : token.start].isspace()
            and all((one.name, measure) in lexicon.asked for one in (last, token))
        ):
            items.append([])
        items[-1].append(token)
    items = [item for item in items if item]
    named = [[token.name for token in item if token.kind == "named"] for item in items]
    quantities = []
    for item, own in zip(items, named, strict=True):
        thing = next((token.name for token in reversed(item) if token.kind == "thing"), "")
        ways = [(thing, measure)] if measure else []
        ways += [(thing, own[-1])] if own else []
        ways += [(thing, "")] if thing else []
        ways += [(thing, named[-1][-1])] if named[-1] and thing else []
        ways += [("", own[-1])] if own and len(items) > 1 else []
        quantity = next((lexicon.asked[way] for way in ways if way in lexicon.asked), None)
        if quantity is None:
            return None
        quantities.append(quantity)
    return quantities or None


def _group(tokens: Sequence[_Token], place: int, kind: str) -> tuple[list[_Token], int]:
    """The figures of one measure that are joined, from one on, and the place of the last."""
    group = [tokens[place]]
    while (
        place + 2 < len(tokens)
        and tokens[place + 1].kind == "join"
        and tokens[place + 2].kind == kind
        and tokens[place + 2].name == group[0].name
    ):
        place += 2
        group.append(tokens[place])
    return group, place


def _joined(run: Sequence[_Token], *, touching: bool = True) -> list[str]:
    """The things at the end of a run that are joined with each other; `touching`: also those that nothing parts."""
    names: list[str] = []
    previous: _Token | None = None
    for token in reversed(run):
        if token.kind == "thing":
            # Two that touch are a row whose marks were lost: `块内地址标记`.
            if previous is not None and previous.kind != "join" and not (touching and previous.start == token.end):
                break
            names.insert(0, token.name)
        previous = token
    return names


def _tell(lexicon: Lexicon, told: _Read, run: Sequence[_Token], group: Sequence[_Token], behind: Sequence[_Token], text: str) -> None:
    measure = group[0].name
    things = [token.name for token in run if token.kind == "thing"]
    joined = _joined(run, touching=False)
    if len(group) > 1:
        if len(joined) != len(group):
            stay_out(f"{len(group)} figures for {joined}")
        for thing, token in zip(joined, group, strict=True):
            told.tell(lexicon.told.get((thing, measure)) or stay_out(f"{measure} of {thing}"), token.value)
        return
    if len(joined) > 1 and all((thing, measure) in lexicon.told for thing in joined):
        for thing in joined:  # both of them
            told.tell(lexicon.told[thing, measure], group[0].value)
        return
    following = next((token for token in behind[:1] if token.kind == "thing"), None)
    behind_it = [following.name] if following is not None else []
    candidates = [*reversed(things), *behind_it, *([] if things else told.of[:3]), ""]
    # `有 20 位地址`, but `字长为 32 位`.
    last = next((token for token in reversed(run) if token.kind == "thing"), None)
    touched = last is not None and patterns.fullmatch(r"[\s为是=:]*", text[last.end : group[0].start])
    if following is not None and following.start == group[0].end and not touched:
        candidates = [*behind_it, *candidates]
    possible = [quantity for thing in candidates if (quantity := lexicon.told.get((thing, measure)))]
    if not possible:
        stay_out(f"a figure of nothing: {measure} of {candidates}")
    # What has a figure already gives the next one away: `用 16K×1 位的芯片组成 64K×8 位的存储器`.
    open_ = [quantity for quantity in possible if told.facts.get(quantity, group[0].value) == group[0].value]
    told.tell((open_ or possible)[0], group[0].value)


def _ask(
    lexicon: Lexicon, told: _Read, run: Sequence[_Token], token: _Token, tokens: Sequence[_Token], place: int, text: str, clause: str
) -> None:
    named = [other.name for other in tokens if other.kind == "named"]
    measure = token.name or (named[-1] if named else "")
    things = [one.name for one in run if one.kind == "thing"]
    row = told.row if not things and patterns.search("各|分别", clause) else []
    together = "共" in text[token.start : token.end] or "sum" in named
    if (
        len(_joined([one for one in run if one.kind != "named"], touching=False)) > 1
        and together
        and not patterns.search("各|分别", clause)
    ):
        # `地址线和数据线总共多少根` asks for one number.
        for quantity in _items(lexicon, run, "sum", text) or stay_out(f"asked of {things} together"):
            told.ask(quantity)
        return
    if not things and not row and sum((thing, measure) in lexicon.asked for thing in told.row) > 1:
        stay_out(f"asked of which of {told.row}")
    for quantities in (
        _items(lexicon, run, token.name, text) if things or token.name else None,
        [_asked(lexicon, thing, measure) for thing in row],
    ):
        if quantities:
            for quantity in quantities:
                told.ask(quantity)
            return
    if len(_joined(run, touching=False)) > 1:
        stay_out(f"asked of {things}: {measure}")
    rest = [other for other in tokens[place + 1 :] if other.kind != "named"]
    behind = rest[0].name if rest and rest[0].kind == "thing" else None
    others = told.of[:2] if not things and behind is None and not patterns.search("总|一共", clause) else []
    for name in [*([behind] if behind else []), *reversed(things), *others, *([] if behind else [""])]:
        if found := lexicon.asked.get((name, measure)):
            told.ask(found)
            return
    stay_out(f"asked of nothing: {measure}")


def _asked(lexicon: Lexicon, thing: str, measure: str) -> str:
    return lexicon.asked.get((thing, measure)) or stay_out(f"asked of {thing}: {measure}")
