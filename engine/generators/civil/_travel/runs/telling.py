"""What the clauses tell of the runs of a way, and what they ask."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.civil._problems.equations import plus, scaled, symbol
from engine.generators.civil._travel.runs.clause import METRE, Clause
from engine.generators.civil._travel.runs.comparing import Comparing
from engine.generators.civil._travel.runs.run import MORNING, WAY, Part, Run
from engine.generators.civil._travel.runs.words import BACK, BREAK, FILLER, GO, PACE, THERE, USUAL
from engine.generators.reading import stay_out


class Teller(Comparing):
    """Reads clauses."""

    def read(self, clause: Clause) -> None:
        """One clause.

        Raises:
            StayOut: something in it has no meaning here.
        """
        self.fresh, self.compared = False, False
        asked = clause.has("多少|几")
        self._scenario(clause)
        if self.then and not self.fresh and not clause.has(BREAK) and (self.runs.current.last.bounded or self.runs.current.last.timed):
            self.runs.current.next_part()
            self.then = False
        self._section(clause)
        while self._multiple(clause) or self._difference(clause):
            self.compared = True
        if not self.compared:
            self._by_name(clause)
        self._punctual(clause)
        self._usual(clause)
        self._told(clause)
        if asked:
            self._ask(clause)
        self._remember(clause)
        self._places(clause)
        if asked:
            self._no_strangers(clause.left)
        self.seen += clause.text + ","
        clause.finish(self.names)
        self.marked = self.marked and clause.end == ","
        if asked and len(self.asks) == 0:
            stay_out(f"what is asked: {clause.text}")

    def _ask(self, clause: Clause) -> None:
        both = self._there_and_back() if "平均" in clause.text and not patterns.search(rf"{BACK}|{THERE}", clause.text) else []
        if (both or clause.has(r"往返|全程的?平均|全程[^,]{0,8}平均")) and (
            found := clause.take(
                rf"(?:往返|来回|全程)*[^·,\d]{{0,6}}?(?:平均)?(?:{PACE})(?:是|为)?(?:多少|几)(?P<unit>{METRE}(?:/(?:小时|分钟|秒))?)?"
            )
        ):
            runs = both or [run for run in self.runs.runs if run is not self.runs.base or not run.untold]
            if len(runs) > 2 or (not both and len(runs) == 2):
                stay_out("the mean of what")
            self.asks.append(
                (
                    lambda: scaled(symbol(WAY), len(runs)),
                    lambda: plus(*(run.time for run in runs)),
                    f"speed:{found['unit'] if '/' in (found['unit'] or '') else ''}",
                )
            )
            return
        if found := clause.take(r"(?:多少|几)[点时](?:钟|(?:多少|几)分)?[^\d,·]{0,3}到达?"):
            run = self.runs.current
            if len([each for each in self.runs.runs if not each.untold]) > 1 and not self.fresh:
                stay_out("when who arrives")
            run.asked = True
            self.asks.append((lambda: plus(symbol(MORNING), run.end), None, "clock:"))
            return
        if clause.take(r"(?:这)?[两2](?:种|段|个)路段?的?(?:里程|路程|长度|距离)数?(?:之差|相差|差)(?:是|为)?多少"):
            parts = self.runs.current.parts
            if len(parts) != 2 or len(self.runs.runs) != 1:
                stay_out("which two parts")
            self.apart = (parts[0].way, parts[1].way)
            self.asks.append((lambda: parts[0].way, None, "apart:"))
            return
        pair = self._there_and_back()
        if pair and (
            found := clause.take(
                r"往返(?:一次|一趟)?(?:一共|总共|共)?(?:要|需要?|用|花)*(?:了)?(?:的?时间)?(?:是|为)?多少(?P<unit>小时|分钟|秒|时间)"
            )
        ):
            unit = found["unit"].replace("时间", "")
            self.asks.append((lambda: plus(pair[0].time, pair[1].time), None, f"time:{unit}"))
            return
        if clause.has(rf"{GO}(?:了|出)?多少(?:千米|米|路)|[剩余还][^,]{{0,4}}多少") and not clause.has(rf"(?:{PACE}).{{0,4}}多少"):
            stay_out("how far")
        if found := clause.take(
            r"(?:(?:相距|距离|路程|全程|全长|长|远|有|是|为|共)(?:是|为|有|共|长)*)多少(?P<unit>千米|米)(?!/)|(?:有)?多少(?:距离|路程|远)|(?:距离|相距|路程|[全单]程|全长)(?:是|为|有)?多少(?!千米|米)|(?<![·走行])多少(?P<unit2>千米|米)(?!/)$"
        ):
            if patterns.search("[丙丁]", clause.text) or not (self.start or clause.has("家|到|离|距|从|地|两|路|全")):
                stay_out("how far from where")
            clause.take(r"(?:的)?(?:距离|路程|全程|相距)(?=·|$)")
            self.asks.append((lambda: symbol(WAY), None, f"length:{found['unit'] or found['unit2'] or ''}"))
        elif found := clause.take(
            rf"(?:平均)?(?:应|应该|以|用|怎样|的)*(?:{PACE})?(?:应|应该|要|需)*(?:是|为|达到)?多少(?P<unit>{METRE}/(?:小时|分钟|秒))|(?:平均)?(?:应|以|怎样|什么样|的)*(?:{PACE})(?:行进|行驶|前进|行走)?(?:是|为)?多少"
        ):
            what = self._asked(clause, True)
            self._ask_speed(clause, what, found.groupdict().get("unit") or "")
        elif found := clause.take(
            r"(?:所?需要?|所?用|要|花费?|走|行驶?|共|一共|总共|得)*(?:了)?(?:的?时间)?(?:是|为)?多少(?P<unit>小时|分钟|秒|时间)(?:才?能?(?:到达?|走完))?|(?:用时|时间)(?:是|为)?多少(?P<unit2>小时|分钟|秒)?"
        ):
            what = self._asked(clause, False)
            run = self._run_of(what) if what is not None else self.runs.current
            run.asked = True
            unit = (found["unit"] or found["unit2"] or "").replace("时间", "")
            if run.go is not None and run.pause is not None:
                go, pause = run.go, run.pause
                self.asks.append((lambda: run.last.time, None, f"with-rests:{unit}@{go}@{pause}"))
                return
            if len(run.parts) > 1 and not patterns.search("共|全程", clause.text):
                stay_out("how long for what")
            self.asks.append((lambda: run.time, None, f"time:{unit}"))

    def _ask_speed(self, clause: Clause, what: Part | Run | None, unit: str) -> None:
        run = self.runs.current if what is None else self._run_of(what)
        run.asked = True
        part = what if isinstance(what, Part) else run.last
        if what is part or len(run.parts) == 1:
            self.asks.append((lambda: part.speed, None, f"speed:{unit}"))
        elif "平均" in clause.text:
            self.asks.append((lambda: symbol(WAY), lambda: run.time, f"speed:{unit}"))
        else:
            stay_out("which speed")

    def _asked(self, clause: Clause, speed: bool) -> Part | Run | None:
        """Of which run something is asked; None where it is the current one.

        Raises:
            StayOut: it could be another.
        """
        if speed and self.unsaid is not None and "平均" not in clause.text:
            return self.unsaid
        if self.marked or self.fresh or (self.runs.current.back and patterns.search(BACK, clause.text)):
            return None
        if patterns.search(USUAL, clause.text):
            return self.runs.plan()
        runs = [run for run in self.runs.runs if not run.untold or run is self.runs.current]
        parts = sum(len(run.parts) for run in runs)
        last = runs[0].last if len(runs) == 1 else None
        if speed and last is not None and parts == 2 and not last.paced and patterns.search("后一?半|剩|余", clause.text):
            last.paced = True  # how fast the rest must be gone
            return last
        if parts == 1 or (len(runs) == 1 and patterns.search("平均|共|整个|全程", clause.text)):
            return None
        said = "".join(patterns.sub(FILLER, "", each) for each in clause.words)
        for name in self.names:
            said = said.replace(name, "")
        said = patterns.sub(r"[从到离距去的]", "", said)
        if said and self._known(said):
            return self._reference(said, speed)
        return stay_out("of which one")
