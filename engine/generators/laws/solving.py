"""Working out what a text asks of a topic, and telling how."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise, product
from typing import Any

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.laws.reading import Scene, scenes_of
from engine.generators.laws.topic import Facts, Law, Quantity, Topic, restored, stored
from engine.generators.markdown import paragraphs
from engine.generators.pasted.normalising import normalise
from engine.generators.patterns import caseless
from engine.generators.reading import StayOut, stay_out

# Not a computation, or more than one.
_WORDS_WANTED = re.compile(
    r"证明|为什么|为何|为啥|区别|优缺点|缺点|原理|简述|论述|谈谈|说说看法|举例|编程|(?<!段)代码|程序实现|画出|画图|示意图|连接图|连线图|最小(?:的)?(?:数据)?(?:传输率|带宽|吞吐率)|最少(?:还)?(?:能|可以?|有|设计|安排)*(?:多少|几)(?:条|种)|如图|下图|见图|图中|图示|推导|一定(?:更|越|就)|列表比较|哪[个种台]更"
)


def recogniser(topic: Topic) -> Callable[[str], Recognition | None]:
    """A recogniser of the topic's problems."""

    def recognise(text: str) -> Recognition | None:
        plain = patterns.sub(r"\(\s*\)(?!;)|(?<=[\u3400-\u9fff])\s?\(\s*\)(?=;)", "多少", normalise(patterns.sub(r"_{2,}", "多少", text)))
        plain = topic.prepared(patterns.sub(r"for\s*\([^()]*\)", lambda loop: patterns.sub("[;,]", " ", loop[0]), plain))
        if not caseless(topic.about).search(plain):
            return None
        if caseless(topic.guard).search(plain):
            return None
        if found := _WORDS_WANTED.search(plain):
            stay_out(found[0])
        scenes = scenes_of(topic, plain)
        if topic.repeats:
            scenes = [
                scene
                for before, scene in zip([None, *scenes], scenes, strict=False)
                if before is None or (before.asked, before.facts) != (scene.asked, scene.facts)
            ]
        marked = {name: 1 for name, pattern in topic.marks if caseless(pattern).search(plain)}
        for scene in scenes:
            scene.facts = marked | scene.facts
        scenes = _with_what_is_told_last(topic, scenes)
        if (asking := _missing(topic, scenes)) is not None:
            return asking
        for scene in scenes:
            _worked(topic, scene)
        if any(one.asked == other.asked and one.facts == other.facts for one, other in pairwise(scenes)):
            stay_out("the same twice: something was not understood")
        for before, scene in pairwise(scenes):
            # What is only said to hold is told as 1.
            changed = {name for name, value in scene.facts.items() if before.facts.get(name) != value and value != 1}
            if changed and changed <= topic.idle and not changed & _worked(topic, scene)[1]:
                stay_out(f"changed for nothing: {changed}")
        told = {name for scene in scenes for name in scene.facts}
        used = {name for scene in scenes for name in _worked(topic, scene)[1]}
        if spare := told - used - topic.idle - set(marked):
            stay_out(f"told for nothing: {spare}")
        parameters = {
            "task": topic.name,
            "scenes": [
                {"facts": {name: stored(value) for name, value in scene.facts.items()}, "asked": scene.asked, "unit": scene.unit}
                for scene in scenes
            ],
        }
        understood = [
            (topic.shown[name].label, topic.shown[name].show(value)) for name, value in scenes[0].facts.items() if name in topic.shown
        ]
        for before, scene in pairwise(scenes):
            understood += [
                (f"然后{topic.shown[name].label}", topic.shown[name].show(value))
                for name, value in scene.facts.items()
                if before.facts.get(name) != value and name in topic.shown
            ]
        understood.append(("求", "；".join("、".join(topic.shown[name].label or "所问" for name in scene.asked) for scene in scenes)))
        return Recognition(parameters=parameters, understood=tuple(understood))

    return recognise


def _missing(topic: Topic, scenes: Sequence[Scene]) -> Recognition | None:
    """A question back where one thing that is not told is all that is missing."""
    if not topic.missing or all(_works(topic, scene.facts, scene.asked) for scene in scenes):
        return None
    for missing, value in topic.missing:
        if all(missing.name not in scene.facts and _works(topic, {**scene.facts, missing.name: value}, scene.asked) for scene in scenes):
            facts = scenes[0].facts
            understood = [(topic.shown[name].label, topic.shown[name].show(facts[name])) for name in facts if name in topic.shown]
            return Recognition(parameters={"task": topic.name}, understood=tuple(understood), missing=(missing,))
    return None


def _works(topic: Topic, facts: Facts, asked: Sequence[str]) -> bool:
    try:
        _worked(topic, Scene(facts, list(asked)))
    except StayOut:
        return False
    return True


def _with_what_is_told_last(topic: Topic, scenes: Sequence[Scene]) -> list[Scene]:
    """The scenes without a question that only what stands behind it lets answer: `……是多少？假设每个字符共占 10 位。`."""
    kept = []
    for number, scene in enumerate(scenes):
        later = scenes[number + 1] if number + 1 < len(scenes) else None
        if later is not None and later.asked_before and set(scene.facts) < set(later.facts):
            try:
                _worked(topic, scene)
            except StayOut:
                if all(later.facts[name] == value for name, value in scene.facts.items()):
                    continue
        kept.append(scene)
    return kept


def solver(topics: Sequence[Topic]) -> Callable[[Parameters], Solution | None]:
    """Solves what the topics' recognisers read; None for another task."""
    by_name = {topic.name: topic for topic in topics}

    def solve(parameters: Parameters) -> Solution | None:
        topic = by_name.get(parameters.get("task", ""))
        return None if topic is None else _solution(topic, parameters["scenes"])

    return solve


def _solution(topic: Topic, scenes: Sequence[Mapping[str, Any]]) -> Solution:
    answers, lines, conventions, also = [], [], list(topic.conventions), []
    forms_of_scenes: list[list[str]] = []
    for number, told in enumerate(scenes, 1):
        scene = Scene({name: restored(value) for name, value in told["facts"].items()}, list(told["asked"]), told["unit"])
        known, _, laws = _worked(topic, scene)
        if len(scenes) > 1:
            lines.append(f"（{number}）")
        lines += [line for law in laws if (line := topic.called(_line(topic, law, known), known)) and line not in lines]
        conventions += [law.convention for law in laws if law.convention and law.convention not in conventions]
        shown = [topic.shown[name] for name in scene.asked]
        forms_of_scenes.append([shown[0].show(known[scene.asked[0]]), *shown[0].others(known[scene.asked[0]])])
        told_all = (f"{one.label} {_shown(one, known[name], scene.unit)}".strip() for one, name in zip(shown, scene.asked, strict=True))
        answers.append(topic.called("，".join(told_all), known))
        if len(scenes) == 1 and len(shown) == 1:
            alone = _shown(shown[0], known[scene.asked[0]], scene.unit)
            answers = [topic.called(f"{shown[0].label} {alone}" if shown[0].named else alone, known)]
            also = [shown[0].show(known[scene.asked[0]]), *shown[0].others(known[scene.asked[0]])]
        elif len(scenes) == 1 and len(shown) < 4:
            # Every value in each of its wordings, as pasted options have them side by side.
            forms = [
                list(dict.fromkeys((one.show(known[name]), *one.others(known[name]))))[: 24 if len(shown) == 2 else 5]
                for one, name in zip(shown, scene.asked, strict=True)
            ]
            also = ["，".join(chosen) for chosen in product(*forms)]
    if 1 < len(scenes) <= 3 and all(len(told["asked"]) == 1 for told in scenes):
        also = [
            "，".join(chosen) for chosen in product(*(dict.fromkeys(each[: 24 if len(scenes) == 2 else 8]) for each in forms_of_scenes))
        ]
    answer = "；".join(answers)
    return Solution(answer=answer, steps=paragraphs(*lines, answer), also=tuple(also), conventions=tuple(dict.fromkeys(conventions)))


def _shown(quantity: Quantity, value: Any, unit: str) -> str:
    """A value in the unit that was asked for, where it has one."""
    shown = quantity.show(value)
    if not unit or shown.endswith(f" {unit}"):
        return shown
    return next((other for other in quantity.others(value) if other.endswith(f" {unit}")), shown)


def _line(topic: Topic, law: Law, known: Facts) -> str:
    if not law.words:
        return ""
    told = "、".join(f"{topic.shown[name].label} {topic.shown[name].show(known[name])}" for name in law.needs if name in topic.shown)
    result = f"，得 {topic.shown[law.gives].show(known[law.gives])}" if law.gives in topic.shown else ""
    return f"{law.words}{'：' if told else ''}{told}{result}。"


def _worked(topic: Topic, scene: Scene) -> tuple[Facts, set[str], list[Law]]:
    """All that was worked out, which told facts were used, and the laws in their order.

    Raises:
        StayOut: something asked cannot be worked out, or was told.
    """
    known: Facts = topic.combine(scene.facts) | scene.facts
    used: set[str] = set()
    laws: list[Law] = []

    def find(name: str, on_the_way: frozenset[str]) -> bool:
        if name in known:
            if name in scene.facts:
                used.add(name)
            return True
        for law in topic.laws:
            if law.gives != name or name in on_the_way:
                continue
            before = (dict(known), set(used), list(laws))
            if all(find(need, on_the_way | {name}) for need in law.needs):
                value = law.compute(*(known[need] for need in law.needs))
                if value is not None:
                    known[name] = value
                    laws.append(law)
                    return True
            known.clear()
            known.update(before[0])
            used.clear()
            used.update(before[1])
            laws[:] = before[2]
        return False

    for name in scene.asked:
        if name in scene.facts or not find(name, frozenset()):
            stay_out(f"not worked out: {name}")
    topic.check(known)
    return known, used, laws


def worked(topic: Topic, facts: Facts, name: str) -> Any:
    """One quantity worked out; None where it cannot be."""
    if name in facts:
        return facts[name]
    try:
        return _worked(topic, Scene(facts, [name]))[0][name]
    except StayOut:
        return None
