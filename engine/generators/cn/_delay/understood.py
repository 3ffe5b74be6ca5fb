"""What was understood of a problem about delays, with the parameter that is missing; and the quantity that makes two delays equal."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from engine.generators.cn import _units as units
from engine.generators.cn._delay.inverse import understood_inverse
from engine.generators.kind import Missing, Recognition
from engine.generators.quantities import decimal


def equal_quantity(asked: list[str], known: dict[str, Any], delay: Fraction | None, segments: Sequence[Any]) -> dict[str, Any] | None:
    """The rate, the length or the distance with which sending takes as long as propagation."""
    asked = [name for name in asked if name in ("rate", "length", "distance")]
    length = known.get("packet") or known.get("message")
    if len(asked) != 1 or segments or known.get("links", 1) != 1 or (known.get("packet") and known.get("message")) or known.get("header"):
        return None
    wanted = asked[0]
    given = {"rate": known.get("rate"), "length": length, "distance": known.get("distance"), "speed": known.get("speed")}
    if wanted == "distance":
        delay = given["length"] / given["rate"] if given["length"] and given["rate"] else None
    if given[wanted] is not None or delay is None or (wanted == "distance" and given["speed"] is None):
        return None
    if wanted != "distance" and (given["length"] if wanted == "rate" else given["rate"]) is None:
        return None
    return {
        "task": f"equal-{wanted}",
        "asked": asked,
        "delay": str(delay),
        **{name: str(value) for name, value in given.items() if value is not None},
    }


def understood(told: list[dict[str, Any]]) -> Recognition | None:
    """The recognition of the units, each said in Chinese."""
    said: list[tuple[str, str]] = []
    missing: list[Missing] = []
    for one in told:
        if one["task"] == "inverse":
            said += understood_inverse(one)
            continue
        if one["task"].startswith("equal"):
            said += [("条件", "发送时延等于传播时延"), ("传播时延", units.show_time(Fraction(one["delay"]), 6))]
            continue
        if one["task"] == "bottleneck":
            said.append(("各段速率", "、".join(units.show_rate(Fraction(rate)) for rate in one["rates"])))
            continue
        if one["task"] == "queued":
            said += [
                ("空闲时的时延", units.show_time(Fraction(one["idle"]), 6)),
                ("利用率", f"{decimal(Fraction(one['share']) * 100)}%"),
            ]
            continue
        if one["task"] == "simple":
            one = one["known"] | {"count": 1, "links": 1, "rates": []}
        shows = (
            ("rate", "速率", units.show_rate),
            ("message", "数据", units.show_length),
            ("length", "长度", units.show_length),
            ("packet", "分组", units.show_length),
            ("propagation", "传播时延", lambda value: units.show_time(value, 6)),
        )
        for name, label, show in shows:
            if one.get(name) is not None and name not in one.get("beside", ()):
                said.append((label, show(Fraction(one[name]))))
        if one["count"] > 1:
            said.append(("分组数", f"{one['count']} 个"))
        if one["links"] > 1:
            said.append(("链路", f"{one['links']} 段"))
        if one["rates"]:
            said.append(("各段速率", "、".join(units.show_rate(Fraction(rate)) for rate in one["rates"])))
    if len(told) == 1 and told[0]["task"] == "total":
        one = told[0]
        if one["propagation"] is None and not one["propagations"]:
            return None
        wanted = (
            ("rate", "数据传输速率是多少（写上单位）？", "数据传输速率 {}", one["rate"] or one["rates"]),
            ("length", "发送的数据有多长（写上单位）？", "数据长度 {}", one["message"] or one["packet"]),
        )
        missing = [Missing(name, ask, form) for name, ask, form, value in wanted if not value]
        if len(missing) > 1 or (missing and (len(one["methods"]) > 1 or Fraction(one["extra"]))):
            return None
    return Recognition(parameters={"units": told}, understood=tuple(dict.fromkeys(said)), missing=tuple(missing))
