"""Solutions read clause by clause, in whatever words and order.

Masses and strengths may both be unknown, so that what is told are equations between products.
"""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._mixture.solutions.events import change, mix, pour_out, repeat, swap, times_of
from engine.generators.civil._mixture.solutions.story import Story
from engine.generators.civil._mixture.solutions.told import ask_of_parts, describe
from engine.generators.civil._mixture.solutions.wording import plain_solutions
from engine.generators.civil._mixture.solutions.words import LEXICON
from engine.generators.civil._problems.equations import Term, constant
from engine.generators.civil._problems.mentions import Clause, Mention
from engine.generators.civil._problems.relations import Answer, recognition
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import StayOut, stay_out

_GRAMS = {"毫克": Fraction(1, 1000), "克": Fraction(1), "斤": Fraction(500), "千克": Fraction(1000), "吨": Fraction(1000000)}
_EVENTS = ("add", "out", "evaporate", "mix", "fill", "swap")
_DOSE_ASKED = r"(?:增加|加入|倒入|蒸发|添加|放入|兑入|注入|加|倒出|取出|交换)(?:掉|了|进去|进)?的"


def read_solutions(text: str) -> Recognition | None:
    """What happens to solutions, in whatever words and order.

    Raises:
        StayOut: a clause is not understood.
    """
    plain = plain_solutions(text)
    if found := patterns.search(r"[\d一二两三四五六]份", plain):
        stay_out(f"parts: {found[0]}")
    story = Story()
    units = patterns.findall(r"\d(千克|毫克|毫升|克|升|吨|斤)", plain)
    asked = patterns.findall(r"多少(千克|毫克|毫升|克|升|吨|斤)", plain)
    if len(set(units)) > 1:
        stay_out("units")
    plain = patterns.sub("第([二三四])次", _without_ordinal, plain)
    ordinals = patterns.findall("第([一二三四])次", plain)
    if ordinals and sorted(set(ordinals), key="一二三四".find) != list("一二三四"[: len(set(ordinals))]):
        stay_out("what was before")
    story.unit = asked[0] if asked else units[0] if units else "克"
    clauses = _joined(LEXICON.clauses(plain))
    for place, clause in enumerate(clauses):
        story.later = {each.kind for one in clauses[place + 1 :] for each in one.mentions}
        _take(story, clause)
    if not story.asks or story.goal is not None or story.carried:
        stay_out("nothing asked, or nothing done")
    scales = sorted({name for solution in story.solutions.values() for product in solution.mass for name in product})
    answers: list[Answer] = []
    for place, (what, above, below, unit) in enumerate(story.asks):
        value = story.equations.value(above, scales, below)
        if what == "ratio":
            answers.append((place, f"{value.numerator}:{value.denominator}", ""))
            continue
        if what == "strength":
            value *= 100
            if value > 100:
                stay_out("a strength")
        answers.append((place, value, unit))
        story.lines += _worked(story, above, below, what, scales)
    return recognition(story.lines, answers, {}, working=story.equations.in_words())


def _without_ordinal(ordinal: re.Match[str]) -> str:
    """`第二次再加……`: what was done before may be told without its number."""
    before = ordinal.string[: ordinal.start()]
    number = "零一二三四".find(ordinal[1])
    told = set(patterns.findall("第([一二三四])次", before))
    done = len(patterns.findall("加|倒|蒸发|取|舀|兑", before))
    return ordinal[0] if told or done < number - 1 else ""


def _worked(story: Story, above: Term, below: Term, what: str, scales: list[str]) -> list[str]:
    del scales
    if what != "strength":
        return []
    try:
        solute, mass = (story.equations.value(each) for each in (above, below))
    except StayOut:
        return []
    return [f"溶质 {decimal(solute, 4)}，溶液 {decimal(mass, 4)}"]


def _joined(clauses: list[Clause]) -> list[Clause]:
    """Clauses; one that only names vessels belongs to the next."""
    found: list[Clause] = []
    pending: list[Mention] = []
    for clause in clauses:
        if clause and all(each.kind in ("name", "other", "liquid") for each in clause.mentions) and clause.ends[:1] in (",", ":"):
            pending += [each for each in clause.mentions if each.kind != "liquid"]
            continue
        if found and clause and all(each.kind == "ratio" for each in clause.mentions) and found[-1].has("ratio"):
            found[-1].mentions += clause.mentions
            continue
        if clause:
            clause.mentions = pending + clause.mentions
            pending = []
            clause.order = list(clause.mentions)
            found.append(clause)
    if pending:
        stay_out("names without anything told")
    return found


def _take(story: Story, clause: Clause) -> None:
    asks = clause.has("ask", "ask-mass", "ask-strength", "ask-ratio")
    if "?" in clause.ends and not asks and not (story.asks and clause.has("strength", "same") and clause.has("become", "strength-word")):
        stay_out(f"also asks: {clause.text}")
    if clause.has("ask", "ask-mass") and story.last_dose is not None and not clause.has("mass", "strength-word"):
        asks_again = not clause.has("again") and clause.has("add", "evaporate", "out", "swap") and not story.dose_told
        if (patterns.search(_DOSE_ASKED, clause.text) and not story.dose_told) or asks_again:
            mention = clause.take("ask-mass", "ask")
            story.asks.append(("mass", story.last_dose, constant(1), (mention.unit if mention else "") or story.unit))
            clause.mentions = []
            return
    if all(each.kind == "add" and each.text.startswith("溶解") for each in clause.mentions):
        return  # what was added dissolves
    if clause.has("ask", "ask-mass") and story.swapped and clause.has("each") and not clause.has("name", "add", "swap"):
        stay_out("which amount of each")
    parts = _parts(story, clause)
    if len(parts) > 1:
        for part in parts:
            _take(story, part)
        return
    if ask_of_parts(story, clause):
        return
    kinds = [each.kind for each in clause.mentions if each.kind in _EVENTS]
    if kinds == ["mix", "add"] and not _ask_of(clause):
        at = next(place for place, each in enumerate(clause.mentions) if each.kind == "add")
        for mentions, ends in ((clause.mentions[:at], ","), (clause.mentions[at:], clause.ends)):
            piece = Clause(clause.text, mentions, ends)
            _take(story, piece)
        return
    _before_the_event(story, clause)
    events = [each for each in clause.mentions if each.kind in _EVENTS]
    if clause.has("rest", "before") and not clause.has("ask", "ask-mass", "ask-strength"):
        clause.take_all("before")
    if (repeated := clause.take("repeat")) is not None:
        _repeat(story, repeated, more=clause.take("again") is not None)
        if not clause:
            return
    if clause.has("mix") and story.swapped and all(each.kind in ("mix", "times-word") for each in clause.mentions):
        return  # stirred, after some has been poured over
    if clause.has("mix") and len(story.solutions) == 1 and (story.mixed or story.changed):
        if all(each.kind in ("mix", "times-word", "again") for each in clause.mentions):
            return  # when: `第二次混合时`
        if not clause.has("mass", "name", "water", "solute", "become", "ratio", *(_EVENTS[:3])):
            clause.take_all("mix")  # `混合后溶液的浓度`
            events = [each for each in events if each.kind != "mix"]
    if events:
        story.log.append(Clause(clause.text, clause.mentions, ","))
    if clause.has("swap"):
        swap(story, clause)
    elif clause.has("mix") and not clause.has("add"):
        mix(story, clause)
    elif clause.has("out") and not _ask_of(clause):
        pour_out(story, clause)
    elif events:
        change(story, clause)
    else:
        describe(story, clause)
    clause.take_all(
        "strength-word",
        "liquid",
        "again",
        "water",
        "times-word",
        "before",
        "weaker",
        "all",
        "each",
        "solute",
        "become",
        "mix",
        "name",
        "other",
        "some",
        "full",
        "rest",
    )
    if clause:
        stay_out(f"{clause.mentions[0].text} in {clause.text}")


def _repeat(story: Story, repeated: Mention, more: bool) -> None:
    """What was done is done so often in all, or so often once `more`."""
    done = ["".join(each.kind for each in clause.mentions) for clause in story.log]
    if story.rounds or not done or len(set(done)) != len(done):
        repeat(story, repeated, more)
        return
    for _ in range(times_of(repeated) - (not more)):
        for clause in list(story.log[: len(done)]):
            _take(story, Clause(clause.text, clause.mentions, ","))
    del story.log[len(done) :]


def _before_the_event(story: Story, clause: Clause) -> None:
    """What stands before something is done tells of what it is done to: `含盐 5% 的 400 克盐水加入……`."""
    at = next((place for place, each in enumerate(clause.mentions) if each.kind in (*_EVENTS, "become")), None)
    if at is None or not at:
        return
    head = Clause(clause.text, clause.mentions[:at], "")
    head.order = list(head.mentions)
    kind = clause.mentions[at].kind
    if not head.has("strength") and not (kind == "mix" and head.has("mass")):
        return
    if head.has("ask", "ask-mass", "ask-strength") or (story.solutions and kind in ("add", "become")):
        return
    parts = len(clause.all("strength")) == 2 and story.later & {"ask-mass"} and "water" in story.later
    if kind == "become" and not (head.has("mass") and head.has("liquid", "name")) and len(head.all("strength")) < 2 and not parts:
        return
    names = [each for each in head.mentions if each.kind == "name"]
    if kind == "mix" and story.solutions and not head.has("strength") and len(head.all("mass")) == len(names) > 1:
        return  # so much of each is taken
    parts_told = head.take_all("ratio") if kind == "mix" and len(head.all("strength")) > 1 and not names else []
    clause.mentions = [*(names if kind == "mix" else []), *parts_told, *clause.mentions[at:]]
    describe(story, head)
    head.take_all("strength-word", "liquid", "before", "all", "each", "some", "full", "again", "times-word", "same")
    if head:
        stay_out(f"{head.mentions[0].text} in {clause.text}")


def _parts(story: Story, clause: Clause) -> list[Clause]:
    """`加同样多的水浓度 12%`: what is done, and how strong it is then."""
    kinds = [each.kind for each in clause.mentions]
    at = kinds.index("become") if "become" in kinds else 0
    if "out" in kinds[:at] and "add" in kinds[:at] and "strength" in kinds[at:] and "mix" not in kinds and "strength" not in kinds[:at]:
        return _cut(clause, at)
    if _pours_and_adds(kinds):
        return _cut(clause, kinds.index("add"))
    if "become" in kinds or "strength-word" not in kinds:
        return [clause]
    at = kinds.index("strength-word")
    before = kinds[:at]
    if not (set(before) & {"add", "evaporate"} and "water" in before) or "strength" in before or "strength" not in kinds[at:]:
        return [clause]
    if not story.solutions:
        story.begin("溶液")
    return _cut(clause, at)


def _pours_and_adds(kinds: list[str]) -> bool:
    """`倒出 60 克再加 60 克水`: an amount each."""
    if "out" not in kinds or "add" not in kinds[kinds.index("out") :]:
        return False
    first, at = kinds.index("out"), kinds.index("add")
    after = kinds[at:]
    amounts = {"mass", "share", "some", "same", "ask-mass"}
    return (
        first < at
        and bool(amounts & set(kinds[:at]))
        and bool(amounts & set(after))
        and bool({"water", "solute"} & set(after))
        and not {"name", "strength", "mix", "become", "out"} & set(after)
        and kinds.count("out") == kinds.count("add") == 1
    )


def _cut(clause: Clause, at: int) -> list[Clause]:
    return [Clause(clause.text, clause.mentions[:at], ","), Clause(clause.text, clause.mentions[at:], clause.ends)]


def _ask_of(clause: Clause) -> bool:
    return clause.has("ask-mass", "ask")
