"""Problems of a channel's limits read by what they mention, in any order and in several questions: the facts, then what is asked of them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from engine.generators import patterns
from engine.generators.clauses import Clauses
from engine.generators.cn import _units as units
from engine.generators.cn._clauses import TALK, Problem
from engine.generators.cn._mentions import Clause, Mention
from engine.generators.cn._nyquist_shannon.reading import NAMED_LEVELS, baud_of, parameters_of, together, watts
from engine.generators.cn._nyquist_shannon.rounding import LOGARITHM, digits_wanted
from engine.generators.cn._nyquist_shannon.text import written_out
from engine.generators.cn._nyquist_shannon.words import LEXICON
from engine.generators.cn._told.told import Unit
from engine.generators.kind import Recognition
from engine.generators.patterns import caseless
from engine.generators.reading import close_up, stay_out, to_int, to_share

_TOPIC = r"Hz|波特|码元|Baud|信噪|噪声|S/N|QAM|PSK|ASK|采样|量化|奈奎|奈氏|香农|电平|相位"
_REFUSED = r"带通(?![滤虑]波器)|误码|延迟|分组|CDMA|码片|脉冲(?!编码)|滚降|时分|频分|复用|奇偶|起始位|停止位|字符|编码效率|倍频|单边带|归零|传播|距离|调频|时隙|帧|衰落|文件|如图|4B|矛盾|无论|跳变"
_NEW = {"new bandwidth": "bandwidth", "new decibels": "decibels", "new ratio": "ratio"}
_ALIKE = ({"levels", "bits"}, {"ratio", "decibels"}, {"baud", "period"})  # one takes the other's place


@dataclass(slots=True)
class _Question:
    asked: list[str] = field(default_factory=list)
    told: dict[str, Any] = field(default_factory=dict)
    new: dict[str, Any] = field(default_factory=dict)
    text: str = ""


def recognise(text: str) -> Recognition | None:
    """The parameters of the kind's `solve`; None where not all that is mentioned fits together."""
    if not patterns.search(_TOPIC, text) or patterns.search(_REFUSED, text) or caseless(LOGARITHM).search(text):
        return None
    plain = _opened(text)
    sampled = patterns.search("采样|抽样|取样|PCM|量化|样本", plain) is not None
    questions = _questions(LEXICON.read(plain), sampled)
    if not questions:
        return None
    context: dict[str, Any] = {
        "plain": False,
        "several": len(questions) > 1,
        "noiseless": any("noiseless" in question.told for question in questions),
        "nyquist": bool(patterns.search("奈(?:奎斯特|氏)", plain)) and not sampled,
        "shannon": "香农" in plain,
        "sampled": sampled,
        "noisy": False,
        "line": any("manchester" in question.told for question in questions),
        "four_five": False,
        "band": False,
        "least": False,
        "change": None,
        "logarithms": [],
        "digits": digits_wanted(plain),
    }
    known: dict[str, Any] = {}
    told: list[dict[str, Any]] = []
    compared = False
    for question in questions:
        known = _with(known, question.told)
        known.pop("manchester", None)
        context["noisy"] = "噪声" in plain and "noiseless" not in known and not {"ratio", "decibels", "signal"} & set(known)
        asked = list(dict.fromkeys(question.asked))
        if "times" in asked:
            if len(questions) > 1 or set(asked) - {"times", "rate"} or not question.new:
                return None
            compared = True
            both = (known, _with(known, question.new))
            found = [parameters_of(Unit(["rate"], dict(facts), plain, plain), context, plain) for facts in both]
        elif question.new:
            return None
        elif "per symbol" in asked:
            if len(questions) > 1 or len(asked) > 1:
                return None
            found = [parameters_of(Unit(["bits"], dict(known), question.text, question.text), context, plain)]
        else:
            asked = [name for name in asked if name not in known] or asked
            found = [parameters_of(Unit(asked, dict(known), question.text, question.text), context, plain)]
        for one in found:
            if one is None:
                return None
            told.append(one)
    recognised = together(told)
    if recognised.missing:
        return None
    if compared or any("per symbol" in question.asked for question in questions):
        return replace(recognised, parameters={**recognised.parameters, "times": True})
    return recognised


def _opened(text: str) -> str:
    # `4个相位,每个相位4种振幅` is one grid of points.
    text = patterns.sub(r"(?<=相[位移])\s*[,、;]\s*(?=(?:且|并且|而)?(?:每|各))", "", written_out(text))
    for short, full in Problem.shortened:
        text = caseless(short).sub(full, text)
    text = close_up(units.without_restatements(text))
    for heading in (*Clauses.headings, *TALK):
        if not caseless(heading).search("。 (1) 求。\n(2) 求。"):
            text = caseless(heading).sub(" ", text)
    return text


def _with(known: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    """What is known with what is told besides, which takes the place of what says the same otherwise."""
    if "noiseless" in more or {"ratio", "decibels"} & set(more):
        # Noise that is left out for once, or comes in.
        gone = ("ratio", "decibels", "signal", "noise") if "noiseless" in more else ("noiseless",)
        known = {name: value for name, value in known.items() if name not in gone}
    replaced = {name for alike in _ALIKE for name in alike if alike & set(more)}
    return {name: value for name, value in known.items() if name not in replaced} | more


def _questions(clauses: list[Clause], sampled: bool) -> list[_Question]:
    """What is asked together with what is told before it; empty where something asked is not understood."""
    found: list[_Question] = []
    current = _Question()
    named: list[str] = []  # in the clause before: `the largest rate, how much is it`
    for clause in clauses:
        if current.asked and any(
            not mention.kind.startswith("ask") and mention.kind not in ("blank", "number") for mention in clause.mentions
        ):
            found.append(current)
            current = _Question()
        asks = [mention.kind.removeprefix("ask ") for mention in clause.mentions if mention.kind.startswith("ask ")]
        for mention in clause.mentions:
            _take(mention, current, sampled)
        if clause.asks:
            asks = asks or named
            if not asks or "other" in asks:
                stay_out(f"asks: {clause.text}")
            current.asked += [name for each in asks for name in each.split(", ")]
            named = []
        else:
            named = asks
        current.text += clause.text + ","
    if not current.asked:
        return [] if current.told or current.new else found
    return [*found, current]


def _take(mention: Mention, question: _Question, sampled: bool) -> None:
    """A mention as what it tells."""
    text = mention["value"] or mention["value2"] or mention["value3"]
    kind = mention.kind
    value: Fraction | int | None = None
    if kind in ("bandwidth", "new bandwidth", "top", "sampling"):
        value = units.hertz(text)
    elif kind in ("decibels", "new decibels", "ratio", "new ratio"):
        value = Fraction(text.strip())
    elif kind in ("signal", "noise"):
        value = watts(text)
    elif kind == "grid":
        kind, value = "levels", to_int(mention["phases"]) * to_int(mention["amplitudes"])
    elif kind == "preset":
        kind, value = "levels", to_int(mention["value"] or mention["after"])
    elif kind == "named levels":
        kind, value = "levels", NAMED_LEVELS[text.lower()]
    elif kind == "levels":
        kind, value = "sample levels" if sampled else "levels", to_int(text)
    elif kind in ("bits", "samples bits", "amplitudes"):
        value = to_int(text)
    elif kind == "period":
        value = units.seconds(text)
    elif kind == "rate":
        value = units.bits_per_second(text)
    elif kind == "baud":
        value = baud_of(text)
    elif kind == "share":
        value = to_share("50%" if text == "一半" else text.rstrip("倍"))
    elif kind in ("noiseless", "manchester"):
        value = True
    if value is None:
        return
    place = question.new if kind in _NEW else question.told
    name = _NEW.get(kind, kind)
    if place.setdefault(name, value) != value:
        stay_out(f"{name}: {place[name]} and {value}")
