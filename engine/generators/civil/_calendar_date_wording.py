"""One wording for days: `昨天的后天` as the day that it is, feasts as their dates."""

from __future__ import annotations

from engine.generators.civil import _patterns as patterns

RELATIVE = {
    "大前天": -3,
    "前天": -2,
    "昨天": -1,
    "昨日": -1,
    "今天": 0,
    "今日": 0,
    "当天": 0,
    "明天": 1,
    "明日": 1,
    "后天": 2,
    "大后天": 3,
}
"""Days by name, and how many days after today they are."""

_FEAST = r"(?:端午|中秋|清明|重阳|春节|元宵|七夕|除夕|冬至|母亲|父亲|感恩)节?"


def plain_days(text: str) -> str:
    """`昨天的后天` as the one day that it is; a feast whose date is told as that date."""
    for _ in range(3):
        text = patterns.compiled(r"(大前天|前天|昨天|今天|明天|大后天|后天)的(大前天|前天|昨天|明天|大后天|后天)").sub(
            lambda match: next(
                (name for name, days in RELATIVE.items() if days == RELATIVE[match[1]] + RELATIVE[match[2]] and name[-1] == "天"),
                match[0],
            ),
            text,
        )
    for feast in list(patterns.every(rf"(?P<name>{_FEAST})(?:是|为|在|\()?(?P<date>\d{{1,2}}月\d{{1,2}}[日号])\)?", text)):
        text = text.replace(feast[0], feast["date"]).replace(feast["name"], feast["date"])
    return text
