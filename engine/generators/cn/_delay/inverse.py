"""One link the other way round: what its sending time, its propagation delay or its delay-bandwidth product say of length, rate and distance."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from engine.generators.cn import _units as units
from engine.generators.cn._told.relations import Relation, derive
from engine.generators.quantities import decimal

_RELATIONS = (
    Relation("rate", ("length", "sending"), lambda length, time: length / time, "速率为 {length} ÷ {sending}，即 {rate}。"),
    Relation("length", ("rate", "sending"), lambda rate, time: rate * time, "长度为 {rate} × {sending}，即 {length}。"),
    Relation("sending", ("length", "rate"), lambda length, rate: length / rate, "发送时延为 {length} ÷ {rate}，即 {sending}。"),
    Relation("propagation", ("distance", "speed"), lambda distance, speed: distance / speed, "传播时延为 {distance} ÷ {speed}，即 {propagation}。"),
    Relation("distance", ("propagation", "speed"), lambda time, speed: time * speed, "距离为 {propagation} × {speed}，即 {distance}。"),
    Relation("speed", ("distance", "propagation"), lambda distance, time: distance / time, "传播速率为 {distance} ÷ {propagation}，即 {speed}。"),
    Relation("product", ("rate", "propagation"), lambda rate, time: rate * time, "时延带宽积为 {rate} × {propagation}，即 {product}。"),
    Relation("propagation", ("product", "rate"), lambda product, rate: product / rate, "传播时延为 {product} ÷ {rate}，即 {propagation}。"),
    Relation("rate", ("product", "propagation"), lambda product, time: product / time, "速率为 {product} ÷ {propagation}，即 {rate}。"),
)  # fmt: skip
_SHOWN: dict[str, Callable[[Fraction], str]] = {
    "rate": lambda value: units.show_rate(value, 4),
    "length": units.show_length,
    "sending": lambda value: units.show_time(value, 6),
    "propagation": lambda value: units.show_time(value, 6),
    "distance": lambda value: f"{decimal(value / 1000, 4)} km",
    "speed": lambda value: f"{decimal(value / 10**6, 4)} m/μs",
    "product": lambda value: f"{decimal(value)} bit",
}
_LABELS = {
    "rate": "速率",
    "length": "长度",
    "sending": "发送时延",
    "propagation": "传播时延",
    "distance": "距离",
    "speed": "传播速率",
    "product": "时延带宽积",
}
_TOLD = {"sending told": "sending", "product told": "product", "message": "length", "packet": "length"}


def inverse(known: Mapping[str, Any], asked: Sequence[str], methods: Sequence[str], segments: Sequence[Any]) -> dict[str, Any] | None:
    """The parameters of such a question; None where more than one link, or anything else, matters."""
    if methods or segments or set(known) - {*_TOLD, "rate", "distance", "speed", "propagation", "links"} or known.get("links", 1) != 1:
        return None
    if {"message", "packet"} <= set(known):
        return None
    told = {_TOLD.get(name, name): value for name, value in known.items() if name != "links"}
    wanted = [name for name in asked if name not in told]
    if not wanted or not set(wanted) <= set(_LABELS) or any(value <= 0 for value in told.values()):
        return None
    return {"task": "inverse", "asked": wanted, "known": {name: str(value) for name, value in told.items()}}


def understood_inverse(one: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What was told."""
    return [(_LABELS[name], _SHOWN[name](Fraction(value))) for name, value in one["known"].items()]


def answers_inverse(one: Mapping[str, Any], steps: list[str]) -> list[tuple[str, tuple[str, ...]]]:
    """(label, the answer and other wordings) for each thing asked.

    Raises:
        StayOut: it does not follow.
    """
    known = {name: Fraction(value) for name, value in one["known"].items()}
    found: list[tuple[str, tuple[str, ...]]] = []
    for name in one["asked"]:
        value, why = derive(known, _RELATIONS, name, _SHOWN)
        steps += [step for step in why if step not in steps]
        others: dict[str, tuple[str, ...]] = {
            "rate": (f"{decimal(value / 1000, 4)} kbps", f"{decimal(value)} bps"),
            "length": (f"{decimal(value)} bit", f"{decimal(value / 8, 3)} B"),
            "distance": (f"{decimal(value, 3)} m",),
            "speed": (f"{decimal(value)} m/s",),
            "propagation": (f"{decimal(value * 1000, 6)} ms", f"{decimal(value * 10**6, 6)} μs"),
            "sending": (f"{decimal(value * 1000, 6)} ms", f"{decimal(value * 10**6, 6)} μs"),
        }
        found.append((_LABELS[name], (_SHOWN[name](value), *others.get(name, ()))))
    return found
