"""Which run a clause speaks of, and whether it speaks of anything else."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.civil._problems.equations import constant
from engine.generators.civil._travel.runs.clause import SPEED, TAKEN, WITHOUT_WEIGHT, Clause, value_of
from engine.generators.civil._travel.runs.parts import Parts
from engine.generators.civil._travel.runs.run import Part, Run
from engine.generators.civil._travel.runs.words import AMOUNT, BACK, BREAK, DAY, FILLER, FUNCTION, IF, OTHER_WAY, PACE, THERE, USUAL
from engine.generators.reading import stay_out


class Scenes(Parts):
    """Changes from run to run as the text does."""

    def _places(self, clause: Clause) -> None:
        """No third place.

        Raises:
            StayOut: there is one, or another way.
        """
        if found := patterns.search(OTHER_WAY, clause.text):
            stay_out(f"another way: {found[0]}")
        if not self.start:
            return
        known = [*self.names, "目的地", "终点", "对岸", "达", "了", "时", "后", "一半", "半路", "中点", "单位", "公司", "校", "家"]
        for place in patterns.findall(r"(?:到|前往|去往|往(?!返)|经过?|从|距离?|离)([\u4e00-\u9fff]{1,6})", clause.left):
            if not any(place.startswith(each) or each.startswith(place) for each in known) and not any(
                each in place for each in self.names
            ):
                stay_out(f"where is {place}")

    def _no_strangers(self, said: str) -> None:
        """Whatever a question, or a comparison, speaks of was spoken of before.

        Raises:
            StayOut: it was not.
        """
        left = WITHOUT_WEIGHT.sub(TAKEN, said)
        if not self.start:
            left = patterns.sub(r"(?:从)?[\u4e00-\u9fff]{1,4}[到离距和与][\u4e00-\u9fff]{1,4}(?=的|$|·)", TAKEN, left)
        for word in patterns.split(f"{TAKEN}|{FILLER}|[,:()]", left):
            place = 0
            while word and place < len(word):
                for length in range(min(6, len(word) - place), 1, -1):
                    if word[place : place + length] in self.seen:
                        place += length
                        break
                else:
                    if word[place] not in FUNCTION and word[place] not in "".join(self.names) + "".join(self.named):
                        stay_out(f"who or what is {word}")
                    place += 1

    def _remember(self, clause: Clause) -> None:
        if not self.compared:
            run = self.runs.current
            run.last.words.append(patterns.sub(rf"{AMOUNT}", "", clause.text))
        if clause.take(BREAK):
            self.then = True

    def _scenario(self, clause: Clause) -> None:
        run = self.runs.current
        if clause.take(IF) or (not clause.has(rf"比[^,]*(?:{DAY})") and clause.take(DAY)):
            day = clause.take(DAY) or (patterns.search(DAY, clause.text))
            if day and day[0].startswith("实际") and self._in_fact():
                self.marked = True
            elif day and day[0] in self.days and not patterns.search(IF, clause.text):
                self.runs.current, self.marked = self.days[day[0]], True
            else:
                self._new()
                self.marked = True
                if day:
                    self.days[day[0]] = self.runs.current
        for word in self.turns:  # before and after something that changed
            if clause.take(f"{word}(?:之|以)?前"):
                if not run.untold:
                    stay_out(f"before {word}")
            elif clause.take(f"{word}(?:之|以)?后"):
                self._new()
        if (found := patterns.search(BACK, clause.left)) and not clause.has(rf"[比是为于][^,]*(?:{BACK})"):
            if run.untold and not self.names and len(self.runs.runs) == 1:
                stay_out("back from where")
            clause.take(BACK)
            known = next((each for each in self.runs.runs if each.back), None)
            if known is not None:
                self.runs.current, self.marked = known, True
            elif any(part.bounded for part in run.parts[-1:]) or (run.untold and run is not self.runs.base and not self.names):
                stay_out(f"back from the way: {found[0]}")
            else:
                self.runs.new()
                self.fresh, self.then = True, False
                if run.back is None:
                    run.back = False
                self.runs.current.back = True
        elif clause.has(THERE) and not clause.has(rf"[比是为于][^,]*(?:{THERE})"):
            clause.take(THERE)
            known = next((each for each in self.runs.runs if each.back is False), None)
            if known is not None:
                self.runs.current, self.marked = known, True
            elif run.untold:
                run.back = False
            else:
                stay_out("which way")

    def _in_fact(self) -> bool:
        """Whether the run told of is the one that really is, told besides the plan alone."""
        runs = self.runs
        supposed = patterns.search("若|如果|假如|假设|要是", self.plain) is not None
        return len(runs.runs) == 2 and runs.base not in (None, runs.current) and not runs.current.untold and not supposed

    def _by_name(self, clause: Clause) -> None:
        """Whom, or which manner of going, a clause names."""
        names = [name for name in self.named if name in clause.text]
        if not names:
            return
        run = self.named[names[0]]
        if len(names) > 1:
            stay_out(f"which of two: {clause.text} {names}")
        current = self.runs.current
        if len(current.parts) > 1 or current.last.bounded or (self.fresh and current.back is None):
            if current.last.paced:
                stay_out(f"how fast: {clause.text}")
            part = current.last
            part.paced = True
            self.runs.tell(part.speed, run.last.speed)
            return
        if current.back and current.untold:
            run.back = True
            self.runs.runs.remove(current)
        elif (
            current.untold
            and current not in self.named.values()
            and run.back is None
            and any(each.back for each in self.runs.runs) is False
            and clause.has("从")
        ):
            run.back = False
        self.runs.current, self.marked = run, True

    def _usual(self, clause: Clause) -> None:
        if found := clause.take(rf"(?:{USUAL})(?:的?(?:{PACE}))?(?:是|为)({SPEED})"):
            first, value = self.runs.plan().parts[0], value_of(found[1])
            if first.paced:
                stay_out("told twice of a part")
            first.paced = True
            self.runs.tell(first.speed, constant(value))
            self._line("原来", "的速度", found[1])
        if clause.has(r"原(?:来)?的?(?:车速|速度|时速)(?:是|为)?多少"):
            clause.take("原(?:来)?的?")
            self.runs.current, self.marked = self.runs.plan(), True
            return
        found = clause.take(USUAL)
        if found is None:
            return
        runs = self.runs
        if "速" in found[0] or found[0].endswith("原"):
            part = self._part("speed")
            self._same_speed(part, runs.plan())
            return
        self.marked = True
        if runs.base is not None:
            runs.current = runs.base
        elif runs.current.untold:
            runs.base = runs.current
        else:
            self._new()
            runs.base = runs.current

    def _same_speed(self, part: Part, base: Run) -> None:
        part.paced = True
        self.runs.tell(part.speed, base.parts[0].speed)

    def _punctual(self, clause: Clause) -> None:
        if clause.take(r"(?:正好|恰好|刚好|就能?|可以?|能够?)*(?:准时|准点|按时|正点)(?:到达?)?"):
            run = self.runs.current
            if self.runs.base is None:
                self.runs.base = run
            elif run is not self.runs.base:
                base = self.runs.base
                self.runs.later(lambda: run.end, lambda: base.end)
