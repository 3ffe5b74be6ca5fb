"""Quantities that determine each other: what is asked is derived from what is told, by whichever of the relations applies."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from engine.generators.reading import stay_out


@dataclass(frozen=True, slots=True)
class Relation:
    """One way to get a quantity from others.

    Attributes:
        gives: the name of what is computed.
        needs: the names of what it is computed from, in the order of `compute`'s arguments.
        step: a sentence for a person, with `{needed}` and `{gives}` filled in by `show`.
    """

    gives: str
    needs: tuple[str, ...]
    compute: Callable[..., Fraction]
    step: str


def derive(
    known: Mapping[str, Fraction], relations: Sequence[Relation], goal: str, show: Mapping[str, Callable[[Fraction], str]]
) -> tuple[Fraction, list[str]]:
    """The goal's value, and the steps that lead to it. What is told of the goal itself is not used.

    Raises:
        StayOut: too little is told, or what is told contradicts itself.
    """
    values = {name: value for name, value in known.items() if name != goal}
    ways: dict[str, Relation] = {}
    told = set(values)
    changed = True
    while changed:
        changed = False
        for relation in relations:
            if not all(name in values for name in relation.needs) or relation.gives in relation.needs:
                continue
            if relation.gives in values and (
                relation.gives not in told or any(_rests_on(name, relation.gives, ways) for name in relation.needs)
            ):
                continue
            try:
                value = relation.compute(*(values[name] for name in relation.needs))
            except ZeroDivisionError:
                stay_out("divided by nothing")
            if relation.gives in values:
                if values[relation.gives] != value:
                    stay_out(f"{relation.gives}: {values[relation.gives]} told, {value} derived")
                continue
            values[relation.gives], ways[relation.gives] = value, relation
            changed = True
    if goal not in values:
        stay_out(f"{goal} does not follow")
    steps: list[str] = []
    _explain(goal, ways, values, show, steps, set())
    return values[goal], steps


def _rests_on(name: str, other: str, ways: Mapping[str, Relation]) -> bool:
    way = ways.get(name)
    return name == other or (way is not None and any(_rests_on(needed, other, ways) for needed in way.needs))


def _explain(
    name: str,
    ways: Mapping[str, Relation],
    values: Mapping[str, Fraction],
    show: Mapping[str, Callable[[Fraction], str]],
    steps: list[str],
    done: set[str],
) -> None:
    way = ways.get(name)
    if way is None or name in done:
        return
    done.add(name)
    for needed in way.needs:
        _explain(needed, ways, values, show, steps, done)
    shown = {each: show[each](values[each]) if each in show else str(values[each]) for each in (*way.needs, name)}
    sentence = way.step.format(**shown)
    if sentence and sentence not in steps:
        steps.append(sentence)
