"""Which of several figures, or which year, is the greatest or the least: by value, rate of growth, increase or share."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.relations import minus
from engine.generators.civil._statistics.asks import Ask
from engine.generators.civil._statistics.figures import Figures
from engine.generators.civil._statistics.names import clean
from engine.generators.reading import stay_out


def candidates(figures: Figures, ask: Ask, year: int, name: str, span: tuple[int, int] | None) -> list[tuple[str, int]]:
    """What is compared: one figure in several years, or several figures in one.

    Raises:
        StayOut: they are measured in different units.
    """
    if "年" in ask.said("which"):
        years = sorted({at for each, at in figures.told if each == name} | {at for each, at in figures.rates if each == name})
        return [(name, at) for at in years if span is None or span[0] <= at <= span[1]]
    stem = clean(ask.said("name"))
    names = [each for each in dict.fromkeys(each for each, _ in figures.told) if each and "+" not in each]
    names = [each for each in names if not patterns.search("总|合计|全[部国省市]", each)] if len(names) > 2 else names
    if stem and len(named := [each for each in names if each.endswith(stem)]) > 1:
        names = named
    if len({figures.units.get(each, "") for each in names}) > 1:
        stay_out("which of what")
    return [(each, year) for each in names]


def measured(figures: Figures, measure: str, name: str, at: int, first: tuple[str, int]) -> Fraction | None:
    """By what figures are compared: how large one is, how fast it has grown or by how much."""
    now, before = figures.at(name, at), figures.at(name, at - 1)
    if measure == "rate":
        return figures.relations.ratio(now, before) if figures.relations.reduced(before) else None
    if measure == "more":
        return figures.relations.value(minus(now, before))
    value = figures.relations.value(now)
    # Shares of one whole are in the order of its parts.
    return figures.relations.ratio(now, figures.at(*first)) if value is None else value


def the_most(figures: Figures, ask: Ask, among: list[tuple[str, int]]) -> tuple[str, int]:
    """(name, year) of the one asked for.

    Raises:
        StayOut: two are equal, or one is not determined.
    """
    found: list[tuple[Fraction, str, int]] = []
    measure = ask.said("measure")
    for name, at in among:
        value = measured(figures, measure, name, at, among[0])
        if value is None and measure in ("rate", "more") and "年" in ask.said("which") and (name, at) == among[0]:
            continue  # how the first year has grown is not told
        found.append((value if value is not None else stay_out("not determined"), name, at))
    least = ask.said("way") in ("低", "慢", "小", "少", "短")
    found.sort(key=lambda each: each[0], reverse=not least)
    if len(found) < 2 or found[0][0] == found[1][0]:
        stay_out("no single one")
    if ask.said("measure") in ("rate", "more") and not least and found[0][0] <= (1 if ask.said("measure") == "rate" else 0):
        stay_out("nothing grows")
    return found[0][1:]
