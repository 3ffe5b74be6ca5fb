"""Work read clause by clause: who works, for how long, how much is done by then, in whatever words and order."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.civil._problems.equations import symbol
from engine.generators.civil._problems.mentions import Clause, Mention
from engine.generators.civil._problems.reduced import named_of_any_sort
from engine.generators.civil._problems.relations import Answer, recognition
from engine.generators.civil._work_rate.crews.spells import beside_the_plan, leave, rest, work_for
from engine.generators.civil._work_rate.crews.story import ONE_CREW, WHOLE, Story
from engine.generators.civil._work_rate.crews.told import (
    ask_amount,
    ask_order,
    compare,
    meet_off_the_middle,
    pay,
    tell_amounts_apart,
    tell_equal_work,
    tell_per_day,
    tell_times_apart,
    tell_whole,
)
from engine.generators.civil._work_rate.crews.words import LEXICON
from engine.generators.civil._work_rate.words import SORTS, VOCABULARY
from engine.generators.kind import Recognition
from engine.generators.reading import StayOut, stay_out

_UNITS = {"日": "天", "个月": "月"}
_NAMES = ("name", "all", "alone", "together", "if", "first", "then", "rest", "need", "plan", "still", "in-all")
_FAMILY_NAMES = r"(?<![\u4e00-\u9fff])[赵钱孙李周吴郑王张刘陈](?=[、,和与]|[^\u4e00-\u9fff]|合作|单独|做|三人|两人)"
_YOUNG_OR_OLD = r"(?:小|老)(?![时组队型学区车管池])[\u4e00-\u9fff]"
_LEFT_OVER = ("name", "all", "alone", "together", "first", "then", "rest", "need", "plan", "still", "if", "done", "in-all", "work")


def read_crews(text: str) -> Recognition | None:
    """Who does how much of a work in which time.

    Raises:
        StayOut: a clause is not understood.
    """
    plain, called = named_of_any_sort(_one_wording(VOCABULARY.plain(_capitals(text))), (*SORTS, _YOUNG_OR_OLD))
    if not called and not patterns.search("[甲乙]", plain):
        found = list(dict.fromkeys(patterns.findall(_FAMILY_NAMES, plain)))
        if 2 <= len(found) <= 4:
            called = dict(zip("甲乙丙丁", found, strict=False))
            for sign, name in called.items():
                plain = patterns.sub(rf"(?<![\u4e00-\u9fff]){name}(?![\u4e00-\u9fff]*{name}[\u4e00-\u9fff])", sign, plain)
    everyone = [each for each in "甲乙丙丁" if each in plain]
    story = Story(everyone or [ONE_CREW])
    units = {_UNITS.get(each, each) for each in patterns.findall(r"(?:[\d少几]个?|每)(天|日|小时|分钟|周|月)", plain)}
    if len(units) > 1:
        stay_out("units")
    story.unit = units.pop() if units else "天"
    clauses = _joined(LEXICON.clauses(plain))
    _emptying(story, clauses, called)
    for clause in clauses:
        _take(story, clause)
    if not story.finished:
        stay_out("work that nobody finishes")
    if not story.asks:
        stay_out("nothing asked")
    scales = [WHOLE, *(f"{each}的效率" for each in story.everyone)]
    answers: list[Answer] = []
    for place, (above, below, unit, what) in enumerate(story.asks):
        if what == "order":
            answers.append((place, "、".join(called.get(each, each) for each in story.order), ""))
            continue
        value = story.equations.value(above, scales, below)
        if what == "share":
            value *= 100
        answers.append((place, value, unit))
    return recognition([*story.lines, *_own(story, scales)], answers, called, working=story.equations.in_words())


def _own(story: Story, scales: list[str]) -> list[str]:
    """What each does in a unit of time, where the whole is 1 or an amount."""
    told = []
    for who in story.everyone:
        try:
            rate = story.equations.value(story.rate(who), scales[:1] if story.amounts else scales, symbol(WHOLE))
        except StayOut:
            continue
        told.append(f"{who}每{story.unit}完成总量的 {rate}")
    return told


def _emptying(story: Story, clauses: list[Clause], called: dict[str, str]) -> None:
    """Those of whom it is told that they empty what others fill; where all of them empty it, that is the work."""
    both = any(each.kind == "done" for clause in clauses for each in clause.mentions)
    for clause in clauses:
        if not clause.has("empty"):
            continue
        names = [each.value for each in clause.all("name")]
        if both and len(names) != 1:
            stay_out("who empties")
        if both:
            story.emptying.add(names[0])
            continue
        clause.mentions = [Mention("done", each.text) if each.kind == "empty" else each for each in clause.mentions]
    if any(patterns.search("排|出水|放水", name) and sign not in story.emptying for sign, name in called.items()) and any(
        patterns.search("进|注", name) for name in called.values()
    ):
        stay_out("who empties")


def _capitals(text: str) -> str:
    """Letters that name somebody, all of one sort: `A、B 和 c`."""
    if not patterns.search(r"(?<![A-Za-z])[ABCD](?![A-Za-z])", text):
        return text
    return patterns.sub(r"(?<![A-Za-z\d])[abcd](?![A-Za-z])", lambda letter: letter[0].upper(), text)


def _one_wording(plain: str) -> str:
    """Rows of numbers with the unit each; colons of ratios as such."""
    plain = patterns.sub(r"(?<=\d):(?=\d)", "∶", plain)
    plain = patterns.sub(r":(?=\s*多少)", "", plain)
    plain = patterns.sub(
        r"([甲乙丙丁A-D]、[甲乙丙丁A-D])或(?:者)?([甲乙丙丁A-D]、[甲乙丙丁A-D])(合作[^,;。]{0,8}?\d+(?:天|小时|分钟)[^,;。]{0,3})(?=[,;。])",
        r"\1\3,\2\3",
        plain,
    )
    plain = patterns.sub(r"(?<=[\d少]),(?=(?:天|小时|分钟)(?:可|能|就|完成))", "", plain)
    return patterns.sub(
        r"(\d+(?:\.\d+)?)(?=(?:[、和,与]\d+(?:\.\d+)?)*[、和,与]\d+(?:\.\d+)?(天|小时|分钟|日|月|个|件|米|页))", r"\1\2", plain
    )


def _parts(clause: Clause) -> list[Clause]:
    """`甲先做 4 天后改由两队一起做`: who goes on is told in the same clause."""
    at = next((place for place, each in enumerate(clause.mentions) if each.kind == "then"), 0)
    before, after = clause.mentions[:at], [each for each in clause.mentions[at + 1 :] if each.kind != "then"]
    if (
        [each.kind for each in before if each.kind in ("time", "ask-time", "some")] != ["time"]
        or not any(each.kind == "name" for each in before)
        or not any(each.kind == "together" for each in after)
        or any(each.kind not in ("name", "all", "together", "done", "work") for each in after)
    ):
        return [clause]
    return [Clause(clause.text, [*before, clause.mentions[at]], ","), Clause(clause.text, after, clause.ends)]


def _joined(clauses: list[Clause]) -> list[Clause]:
    """Clauses; one that only says who works belongs to the next, unless that names others."""
    found: list[Clause] = []
    pending: list[Mention] = []
    for clause in [part for each in clauses for part in _parts(each)]:
        if not clause:
            continue
        if clause.has("than") and clause.has("done", "amount") and any(each.kind == "together" for each in pending):
            together = Clause("一起做完", [*pending, Mention("done", "完成")], "")
            found.append(together)
            pending = []
        if clause.has("name", "all") and pending and any(each.kind in ("name", "all") for each in pending):
            others = [each.value for each in clause.all("name")]
            before = [each.value for each in pending if each.kind == "name"]
            if before and others and before != others and not set(others) <= set(before):
                stay_out("who works")
            pending = [each for each in pending if each.kind not in ("name", "all")]
        told_of_each = clause.has("alone") and not clause.has("rest", "then", "still") and clause.has("done")
        if (
            told_of_each
            and patterns.search("[甲乙丙丁]或(?:者)?[甲乙丙丁]", clause.text)
            and all(each.kind in (*_NAMES, "done", "work") for each in clause.mentions)
        ):
            pending = [each for each in clause.mentions if each.kind == "if"]
            continue
        only_who = (
            all(each.kind in ((*_NAMES, "done", "work") if told_of_each else _NAMES) for each in clause.mentions)
            and "。" not in clause.ends
            and "?" not in clause.ends
        )
        kept = (
            [each for each in pending if each.kind in ("together", "all", "name")] if clause.has("rate") and not clause.has("time") else []
        )
        clause.mentions = pending + clause.mentions
        pending = kept if any(each.kind == "together" for each in kept) else []
        if only_who:
            pending = clause.mentions
            continue
        clause.order = list(clause.mentions)
        if found:
            found[-1].next = clause
        found.append(clause)
    if pending and any(each.kind not in ("if", "then", "first", "need") for each in pending):
        last = Clause("", pending, "")
        found.append(last)
    return found


def _take(story: Story, clause: Clause) -> None:
    if "?" in clause.ends and not any(each.kind.startswith("ask") for each in clause.mentions):
        stay_out(f"also asks: {clause.text}")
    if clause.has("ask") and clause.has("need", "done", "plan") and not clause.has("amount", "pay", "money"):
        clause.mentions = [Mention("ask-time", each.text) if each.kind == "ask" else each for each in clause.mentions]
    if clause.has("heads", "ask-heads", "money", "ask-money", "ask", "ask-ratio"):
        stay_out("heads or money")
    if clause.has("if") and not (clause.has("plan") and not clause.has("time", "name")):
        clause.take_all("if")
        if not story.finished:
            stay_out("work that nobody finishes")
        story.next_factors = {}
    if clause.take("equal-spells") is not None:
        if story.finished or len(story.spells) < 1:
            stay_out("as long as what")
        story.same_time = True
    elif clause.has("pay"):
        pay(story, clause)
    elif clause.has("ask-order"):
        ask_order(story, clause)
    elif clause.has("middle"):
        meet_off_the_middle(story, clause)
    elif clause.has("ask-amount", "ask-share"):
        ask_amount(story, clause)
    elif (
        clause.has("than")
        and not clause.has("plan")
        and (clause.has("time", "ask-time") or (clause.has("percent") and patterns.search("时间", clause.text)))
    ):
        tell_times_apart(story, clause)
    elif clause.has("than") and clause.has("amount") and not clause.has("time"):
        tell_amounts_apart(story, clause)
    elif clause.has("rate") or (clause.has("ratio") and not clause.has("time")) or clause.has("times"):
        compare(story, clause)
    elif clause.has("per") and clause.has("amount"):
        tell_per_day(story, clause)
    elif len(clause.all("time")) == 2 and len(clause.all("name")) == 2 and clause.has("equal", "same"):
        tell_equal_work(story, clause)
    elif clause.has("leave"):
        leave(story, clause)
    elif clause.has("away"):
        rest(story, clause)
    elif clause.has("earlier", "later"):
        beside_the_plan(story, clause)
    elif clause.has("amount") and not clause.has("time", "ask-time", "some"):
        tell_whole(story, clause)
    elif clause.has("time", "ask-time", "some", "done", "share", "percent", "empty"):
        work_for(story, clause)
    clause.take_all(*_LEFT_OVER)
    if clause:
        stay_out(f"{clause.mentions[0].text} in {clause.text}")
