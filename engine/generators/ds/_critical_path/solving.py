"""Answers about networks of activities: what was asked, from the times worked out in `schedules`."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from typing import Any

from engine.drawings.model import Tone
from engine.generators import patterns
from engine.generators.ds._critical_path.schedules import length_of, order_of, paths, schedule
from engine.generators.ds._graphs.weighted import Arc, drawn
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed, paragraphs, table
from engine.generators.reading import stay_out

_MEANING = {
    "all-ve": "最早发生",
    "all-vl": "最迟发生",
    "ve": "最早发生",
    "vl": "最迟发生",
    "e": "最早开始",
    "l": "最迟开始",
    "all-e": "最早开始",
    "all-l": "最迟开始",
    "all-slack": "时间余量",
    "slack": "时间余量",
    "length": "工期",
}


def _renumbered(graph: Parameters) -> tuple[list[str], list[Arc], dict[int, int]]:
    """(names, arcs) with the events in a topological order, the start first and the end last, and where each event went.

    Raises:
        StayOut: a cycle, or more than one start or end.
    """
    names, arcs = list(graph["names"]), [tuple(arc) for arc in graph["arcs"]]
    count = len(names)
    order = order_of(count, arcs)
    if order is None:
        stay_out("a cycle")
    entering, leaving = {end for _, end, _ in arcs}, {start for start, _, _ in arcs}
    sources, sinks = [v for v in range(count) if v not in entering], [v for v in range(count) if v not in leaving]
    if len(sources) != 1 or len(sinks) != 1:
        stay_out("one start, one end")
    order = [vertex for vertex in order if vertex not in sinks] + sinks
    place = {vertex: number for number, vertex in enumerate(order)}
    return [names[vertex] for vertex in order], [(place[start], place[end], duration) for start, end, duration in arcs], place


class _Network:
    """An AOE network with its times."""

    def __init__(self, parameters: Parameters, change: Sequence[Any] | None) -> None:
        graph = parameters["graph"]
        arcs = [tuple(arc) for arc in graph["arcs"]]
        if change is not None:
            arcs = [_changed(arc, change) if f"{arc[0]}>{arc[1]}" == change[0] else arc for arc in arcs]
        self.told_names: list[str] = list(graph["names"])
        self.names, self.arcs, self.place = _renumbered({"names": graph["names"], "arcs": arcs})
        self.times = schedule(len(self.names), self.arcs)
        self.length = self.times.length
        self.ways = [way for way in paths(len(self.names), self.arcs) if length_of(way, self.arcs) == self.length]
        labels = {tuple(self.place[end] for end in ends): name for name, ends in parameters.get("activities", {}).items()}
        self.activities = [str(labels.get(arc[:2], f"{self.names[arc[0]]}→{self.names[arc[1]]}")) for arc in self.arcs]
        # Activities are told in the order of the text where they have names, otherwise in that of the arcs.
        self.order = (
            sorted(range(len(self.arcs)), key=lambda number: list(labels.values()).index(self.activities[number]))
            if labels
            else list(range(len(self.arcs)))
        )
        self.critical = [self.activities[number] for number in self.times.critical]

    def tell(self, what: str, of: Any) -> str:
        """The answer to one thing asked."""
        if what == "length":
            return str(self.length)
        if what == "path":
            return "；".join("→".join(self.names[vertex] for vertex in way) for way in self.ways) + f"（长度 {self.length}）"
        if what == "path-activities":
            names = {arc[:2]: name for arc, name in zip(self.arcs, self.activities, strict=True)}
            return "；".join("→".join(names[step] for step in itertools.pairwise(way)) for way in self.ways)
        if what == "critical":
            return "、".join(self.critical)
        if what == "non-critical":
            return "、".join(self.activities[number] for number in self.order if self.activities[number] not in self.critical)
        if what == "critical-events":
            return "、".join(
                name
                for name in self.told_names
                if self._event("ve", self.told_names.index(name)) == self._event("vl", self.told_names.index(name))
            )
        if what == "number-of-paths":
            return f"{len(self.ways)} 条"
        if what == "number-of-critical":
            return f"{len(self.critical)} 个"
        if what in ("all-ve", "all-vl"):
            return "，".join(f"{name}: {self._event(what[4:], number)}" for number, name in enumerate(self.told_names))
        if what in ("ve", "vl"):
            return str(self._event(what, of))
        if what in ("all-e", "all-l", "all-slack"):
            return "，".join(f"{self.activities[number]}: {self._activity(what[4:], number)}" for number in self.order)
        ends = tuple(self.place[int(end)] for end in of.split(">"))
        return str(self._activity(what, next(number for number, arc in enumerate(self.arcs) if arc[:2] == ends)))

    def _event(self, what: str, number: int) -> int:
        return (self.times.vl if what == "vl" else self.times.ve)[self.place[number]]

    def _activity(self, what: str, number: int) -> int:
        early, late = self.times.e[number], self.times.l[number]
        return {"e": early, "l": late, "slack": late - early}[what]

    def working(self) -> str:
        rows = (("ve", *self.times.ve), ("vl", *self.times.vl))
        activities = [
            (name, self._activity("e", number), self._activity("l", number), self._activity("slack", number))
            for number, name in enumerate(self.activities)
        ]
        return paragraphs(
            table(("事件", *self.names), rows),
            table(("活动", "e", "l", "l − e"), activities),
            f"关键活动（l − e 为 0）：{'、'.join(self.critical)}。",
        )


class _Table:
    """A table of activities with those before them: the longest chain decides."""

    def __init__(self, parameters: Parameters, change: Sequence[Any] | None) -> None:
        rows = [(name, list(before), days) for name, before, days in parameters["table"]]
        if change is not None:
            rows = [(name, before, _changed((0, 0, days), change)[2] if name == change[0] else days) for name, before, days in rows]
        self.rows = rows
        days_of = {name: days for name, _, days in rows}
        early: dict[str, int] = {}
        while len(early) < len(rows):
            ready = [row for row in rows if row[0] not in early and all(name in early for name in row[1])]
            if not ready:
                stay_out("a cycle")
            for name, before, _ in ready:
                early[name] = max((early[each] + days_of[each] for each in before), default=0)
        self.length = max(early[name] + days for name, _, days in rows)
        late: dict[str, int] = {}
        for name, _, days in sorted(rows, key=lambda row: -early[row[0]]):
            late[name] = min((late[row[0]] for row in rows if name in row[1]), default=self.length) - days
        self.early, self.late = early, late
        self.critical = [name for name, _, _ in rows if early[name] == late[name]]
        self.ways = self._ways(days_of)

    def _ways(self, days_of: Mapping[str, int]) -> list[list[str]]:
        """The chains of critical activities as long as the project."""
        open_ = [[name] for name, before, _ in self.rows if name in self.critical and not before]
        found = []
        while open_:
            way = open_.pop()
            if sum(days_of[name] for name in way) == self.length:
                found.append(way)
            open_ += [[*way, name] for name, before, _ in self.rows if name in self.critical and way[-1] in before]
        return sorted(found)

    def tell(self, what: str, of: Any) -> str:
        """The answer to one thing asked."""
        values = {"e": self.early, "l": self.late, "slack": {name: self.late[name] - self.early[name] for name in self.early}}
        if what in values:
            return str(values[what][of])
        if what.startswith("all-") and what[4:] in values:
            return "，".join(f"{name}: {values[what[4:]][name]}" for name, _, _ in self.rows)
        if what == "length":
            return str(self.length)
        if what == "path":
            return "；".join("→".join(way) for way in self.ways)
        if what == "critical":
            return "、".join(self.critical)
        if what == "number-of-paths":
            return f"{len(self.ways)} 条"
        if what == "number-of-critical":
            return f"{len(self.critical)} 个"
        stay_out("events of a table")

    def working(self) -> str:
        return table(("活动", "最早开始", "最迟开始"), [(name, self.early[name], self.late[name]) for name, _, _ in self.rows])


def _changed(arc: Arc, change: Sequence[Any]) -> Arc:
    """The arc with its changed duration.

    Raises:
        StayOut: less than nothing.
    """
    _, how, value = change
    duration = value if how == "to" else arc[2] + value
    return (arc[0], arc[1], duration) if duration >= 0 else stay_out("a duration below 0")


def _hastened(parameters: Parameters, ways: Sequence[Sequence[int]], place: Mapping[int, int], told: str) -> Solution:
    """Which of the pasted sets of activities has one on every critical path."""
    graph = parameters["graph"]
    own = {name.lower(): number for number, name in enumerate(graph["names"])}
    ends = {name.lower(): (place[start], place[end]) for name, (start, end) in parameters.get("activities", {}).items()}
    steps_of = [set(itertools.pairwise(way)) for way in ways]
    critical = set().union(*steps_of)

    def fits(option: str) -> bool:
        named = patterns.findall(r"[a-z]\d{0,2}", option.lower())
        if not ends:
            pairs = patterns.findall(r"([a-z]\d{0,2}|\d{1,2})\s*(?:→|,|-+|—+)?\s*([a-z]\d{0,2}|\d{1,2})", option.lower())
            arcs = {f"{one}>{other}": (place[own[one]], place[own[other]]) for one, other in pairs if one in own and other in own}
            return all_fit(list(arcs.values())) if len(arcs) == len(pairs) > 0 else stay_out("an option of other activities")
        if not named or any(name not in ends for name in named):
            stay_out("an option of other activities")
        return all_fit([ends[name] for name in named])

    def all_fit(chosen: Sequence[tuple[int, int]]) -> bool:
        return all(each in critical for each in chosen) and all(any(each in steps for each in chosen) for steps in steps_of)

    return Solution(answer="", steps=f"{told}\n\n要缩短工期，每条关键路径上都要有一个活动加快。", fits=fits)


def solve(parameters: Parameters) -> Solution:
    """What was asked of a network or of a table of activities."""
    made = _Table if "table" in parameters else _Network
    plain = made(parameters, None)
    if parameters.get("hastened"):
        assert isinstance(plain, _Network)
        return _hastened(parameters, plain.ways, plain.place, plain.working())
    if "chosen" in parameters:
        assert isinstance(plain, _Network)
        return _chosen(parameters, plain)
    tasks = parameters["asked"]
    answers, workings = [], []
    for what, of, change in tasks:
        network = plain if change is None else made(parameters, change)
        if what == "path-change":
            same = plain.tell("path", None).partition("（")[0] == network.tell("path", None).partition("（")[0]
            answers.append(f"关键路径{'不变，仍为' if same else '改变，变为'} {network.tell('path', None)}")
        elif what == "difference":
            by = network.length - plain.length
            answers.append(
                f"0（工期不变，仍为 {plain.length}）"
                if by == 0
                else f"{'延长' if by > 0 else '缩短'} {abs(by)}（{plain.length} 变为 {network.length}）"
            )
        else:
            answers.append(network.tell(what, of))
        workings += [plain.working(), network.working()]
    values = list(answers)
    if len(answers) > 1:
        answers = [f"{_MEANING.get(task[0], '')} {answer}".strip() for task, answer in zip(tasks, answers, strict=True)]
    return Solution(
        answer="；".join(answers),
        also=(*_also(tasks, values), *(_by_activities(plain) if [task[0] for task in tasks] == ["path"] else ())),
        steps=paragraphs(*dict.fromkeys(workings)),
        conventions=("没有前驱的活动在时刻 0 开始" if "table" in parameters else "开始事件的最早发生时间为 0",),
        drawing=_drawing(plain) if isinstance(plain, _Network) else None,
    )


def _chosen(parameters: Parameters, network: _Network) -> Solution:
    """Which of the pasted activities is critical, or is not."""
    own = {name.lower(): name for name in network.activities}
    if not parameters.get("activities"):
        own |= {patterns.sub(r"\W", "", name).lower(): name for name in network.activities}

    def fits(option: str) -> bool:
        name = own.get(patterns.sub(r"\W", "", option).lower())
        return bool((name in network.critical) == parameters["chosen"]) if name is not None else stay_out("an option of another activity")

    return Solution(answer="", steps=network.working(), fits=fits, drawing=_drawing(network))


def _by_activities(network: _Network | _Table) -> tuple[str, ...]:
    """The one critical path as options tell it by its activities."""
    if not isinstance(network, _Network) or len(network.ways) != 1 or any("→" in name for name in network.activities):
        return ()
    names = network.tell("path-activities", None).split("→")
    return tuple(mark.join(names) for mark in (",", "，", "、", "→", "-", ""))


def _also(tasks: Sequence[Sequence[Any]], values: Sequence[str]) -> tuple[str, ...]:
    """Other wordings of the answer: with units, without names."""
    if len(values) > 1:
        return "，".join(values), "和".join(values), "；".join(values)
    bare = patterns.sub(r"（.*", "", values[0])
    figures = patterns.sub(r"(?:^|(?<=，))[^:，]+: ", "", values[0]) if str(tasks[0][0]).startswith("all-") else bare
    number = patterns.sub(r"\D", "", bare) if tasks[0][0] == "difference" else bare
    return (bare, figures, listed(figures.split("，")), number, *(f"{number}{unit}" for unit in ("天", " 天", "周", " 周", "小时")))


def _drawing(network: _Network) -> Any:
    chosen: dict[tuple[int, int], Tone] = {network.arcs[number][:2]: "bad" for number in network.times.critical}
    return drawn("关键活动（粗线）", network.arcs, network.names, directed=True, chosen=chosen)
