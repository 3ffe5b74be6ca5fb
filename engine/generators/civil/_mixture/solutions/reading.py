"""Solutions read clause by clause, in whatever words and order.

Masses and strengths may both be unknown, so that what is told are equations between products.
"""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._mixture.solutions.events import change, mix, pour_out, repeat, swap
from engine.generators.civil._mixture.solutions.story import Story
from engine.generators.civil._mixture.solutions.told import describe
from engine.generators.civil._mixture.solutions.words import LEXICON
from engine.generators.civil._problems.equations import Term, constant
from engine.generators.civil._problems.mentions import Clause, Mention
from engine.generators.civil._problems.reduced import opened
from engine.generators.civil._problems.relations import Answer, recognition
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import StayOut, stay_out

_GRAMS = {"毫克": Fraction(1, 1000), "克": Fraction(1), "斤": Fraction(500), "千克": Fraction(1000), "吨": Fraction(1000000)}
_EVENTS = ("add", "out", "evaporate", "mix", "fill", "swap")
_SCENE = re.compile(
    r"^(?:某|小|一位?|在|学校|工厂|老师)(?:(?![甲乙丙丁盐糖液酒水醇酸浓杯瓶桶罐倒加混配含取每各])[\u4e00-\u9fff]){2,14}?(?:(?:模拟|研究|制备|用于?|进行|做|开展)[\u4e00-\u9fff]{0,8})?,(?=[^,;。]*\d)"
)
"""What sets the scene before anything is told."""
_DOSE_ASKED = r"(?:增加|加入|倒入|蒸发|添加|放入|兑入|注入|加|倒出|取出|交换)(?:掉|了|进去|进)?的"


def read_solutions(text: str) -> Recognition | None:
    """What happens to solutions, in whatever words and order.

    Raises:
        StayOut: a clause is not understood.
    """
    plain = _one_wording(opened(text))
    story = Story()
    units = patterns.findall(r"\d(千克|毫克|毫升|克|升|吨|斤)", plain)
    asked = patterns.findall(r"多少(千克|毫克|毫升|克|升|吨|斤)", plain)
    if len(set(units)) > 1:
        stay_out("units")
    ordinals = patterns.findall("第([一二三四])次", plain)
    if ordinals and sorted(set(ordinals), key="一二三四".find) != list("一二三四"[: len(set(ordinals))]):
        stay_out("what was before")
    story.unit = asked[0] if asked else units[0] if units else "克"
    for clause in _joined(LEXICON.clauses(_SCENE.sub("", plain))):
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


def _worked(story: Story, above: Term, below: Term, what: str, scales: list[str]) -> list[str]:
    del scales
    if what != "strength":
        return []
    try:
        solute, mass = (story.equations.value(each) for each in (above, below))
    except StayOut:
        return []
    return [f"溶质 {decimal(solute, 4)}，溶液 {decimal(mass, 4)}"]


def _one_wording(plain: str) -> str:
    """Letters and ordinals that stand for vessels, and amounts called x, in the words that the lexicon has."""
    plain = patterns.sub(r"(?<![A-Za-z\d])[xX](?=千克|毫升|克|升|吨|斤)", "若干", plain)
    plain = patterns.sub(r"(?<![A-Za-z\d])[xX](?:的值)?(?:为|是|等于)?多少", "加入质量多少", plain)
    plain = patterns.sub(r"(?<=\d):(?=\d)", "∶", plain)
    plain = _substances(plain)
    plain = patterns.sub(r"(?:若干|一定|适量|一些)(?:千克|毫升|克|升|吨|斤)", "若干", plain)
    plain = patterns.sub(r"(\d+(?:\.\d+)?)(千克|毫升|克|升|吨|斤)?(?:和|、|与)(?=\d+(?:\.\d+)?(千克|毫升|克|升|吨|斤))", r"\1\2、", plain)
    return patterns.sub(r"\s+", "", plain)


_CONTENT = r"(?:金属)?([金银铜铁锡锌铝镍铅碳硫钾钙磷碘茶钠])的?含量(?:占总?(?:重量|质量|含量|体积|量)的?(?:百分比)?|的百分比|(?=[为是]))"


def _substances(plain: str) -> str:
    """The one substance whose share is told as what is dissolved, the others as what it is dissolved in."""
    found = set(patterns.findall(_CONTENT, plain))
    if len(found) != 1:
        return plain
    (solute,) = found
    plain = patterns.sub(_CONTENT, "浓度", plain)
    return patterns.sub(
        r"((?:加入|放入|掺入|加|熔入)(?:适量|一定量|同样多|相同质量|若干)?的?(?:\d+(?:\.\d+)?(?:千克|克|吨)的?)?)(?:金属)?([金银铜铁锡锌铝镍铅碳硫钾钙磷碘茶钠])(?![\u4e00-\u9fff]*合金)",
        lambda added: f"{added[1]}{'溶质' if added[2] == solute else '溶剂'}",
        plain,
    )


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
    if "?" in clause.ends and not clause.has("ask", "ask-mass", "ask-strength", "ask-ratio"):
        stay_out(f"also asks: {clause.text}")
    if clause.has("ask", "ask-mass") and story.last_dose is not None and not clause.has("mass", "strength-word"):
        asks_again = not clause.has("again") and clause.has("add", "evaporate", "out", "swap") and not story.dose_told
        if (patterns.search(_DOSE_ASKED, clause.text) and not story.dose_told) or asks_again:
            mention = clause.take("ask-mass", "ask")
            story.asks.append(("mass", story.last_dose, constant(1), (mention.unit if mention else "") or story.unit))
            clause.mentions = []
            return
    kinds = [each.kind for each in clause.mentions if each.kind in _EVENTS]
    if kinds == ["mix", "add"] and not _ask_of(clause):
        at = next(place for place, each in enumerate(clause.mentions) if each.kind == "add")
        for part, ends in ((clause.mentions[:at], ","), (clause.mentions[at:], clause.ends)):
            piece = Clause(clause.text, part, ends)
            _take(story, piece)
        return
    _before_the_event(story, clause)
    events = [each for each in clause.mentions if each.kind in _EVENTS]
    if clause.has("rest", "before") and not clause.has("ask", "ask-mass", "ask-strength"):
        clause.take_all("before")
    if (repeated := clause.take("repeat")) is not None:
        repeat(story, repeated)
        if not clause:
            return
    if (
        clause.has("mix")
        and story.mixed
        and len(story.solutions) == 1
        and all(each.kind in ("mix", "times-word", "again") for each in clause.mentions)
    ):
        return  # when: `第二次混合时`
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
    if kind == "become" and not (head.has("mass") and head.has("liquid", "name")):
        return
    names = [each for each in head.mentions if each.kind == "name"]
    clause.mentions = [*(names if kind == "mix" else []), *clause.mentions[at:]]
    describe(story, head)
    head.take_all("strength-word", "liquid", "before", "all", "each", "some", "full", "again", "times-word", "same")
    if head:
        stay_out(f"{head.mentions[0].text} in {clause.text}")


def _ask_of(clause: Clause) -> bool:
    return clause.has("ask-mass", "ask")
