"""Speeds, times and lengths that are told of the parts of a run."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import Term, constant, plus, scaled, symbol
from engine.generators.civil._travel.runs.clause import METRE, NUMBER, SPEED, TIME, Clause, share_of, value_of
from engine.generators.civil._travel.runs.run import MORNING, WAY, Made, Part, Run, Runs
from engine.generators.civil._travel.runs.words import CLOCK, GO, PACE, THEN
from engine.generators.reading import stay_out


class Parts:
    """What is told of the run that is spoken of."""

    def __init__(self, plain: str) -> None:
        self.runs = Runs()
        self.asks: list[tuple[Made, Made | None, str]] = []
        self.lines: list[str] = []
        self.then = False
        self.introducing = False  # whether nothing was told yet but of those compared
        self.fresh = False  # whether this clause began a run
        self.marked = False  # whether a word of this sentence says of which run it is
        self.compared = False  # whether it told how one thing compares with another
        self.names: list[str] = []
        self.start, self.end = "", ""
        self.plain = plain
        self.halves: list[bool] = []  # whether morning or afternoon is told of a time
        self.apart: tuple[Term, Term] | None = None  # two ways whose difference is asked for
        self.unsaid: Part | None = None  # gone at a speed of which is said only that it is the same all the time
        self.days: dict[str, Run] = {}
        self.seen = ""  # the text before this clause
        self.named: dict[str, Run] = {}  # what goes the way, or how, by its name
        self.turns = [
            word
            for word in patterns.findall(r"([^\d\W]{2,4}?)(?:之|以)?前", plain)
            for word in [word[-2:]]
            if patterns.search(f"{word}(?:之|以)?后", plain)
        ]
        self._name_places(plain)

    def _name_places(self, plain: str) -> None:
        found = patterns.search(
            rf"从([^,;。?\d]{{1,8}}?)(?:里|出发|{GO}|乘车|开车|骑车|,)*(?:到达?|去往?|前往|开往|驶往|赶往|运货到|至)([^,;。?\d的]{{1,8}}?)(?=[,;。?的]|送|取|运|上[班学]|需|用|要|共|有|每|以|相?距|行|走|全程|,|$)",
            plain,
        )
        if found is None:
            return
        for place in found.groups():
            if patterns.search("[经过先]", place):
                stay_out(f"by way of: {place}")
            for length in range(len(place), 0, -1):  # what of it comes again is its name
                if plain.count(place[:length]) > 1 and (length > 1 or place[0] in "甲乙家"):
                    place = place[:length]
                    break
            self.names.append(place[0] if place[0].isascii() else place)
        self.start, self.end = self.names[-2:]

    @property
    def scales(self) -> tuple[str, ...]:
        """Unknowns that may be anything where the answer does not depend on them."""
        return tuple(f"{run.title}第1段的速度" for run in self.runs.runs if run is self.runs.base)

    def _new(self) -> None:
        if not self.runs.current.untold or self.runs.current is self.runs.base:
            self.runs.new()
        self.fresh, self.then = True, False

    def _part(self, what: str) -> Part:
        """The part of which a speed or a time is told: the last one, the next one, or the only one of another run."""
        run = self.runs.current
        if self.then:
            self.then = False
            if run.last.bounded or run.last.timed:
                return run.next_part()
            if not run.last.untold:
                stay_out("where a part ends")
        told = run.last.paced if what == "speed" else (run.last.timed or run.totalled)
        if told:
            if run.last.bounded or len(run.parts) > 1:
                stay_out("told twice of a part")
            self._new()
            return self.runs.current.last
        return run.last

    def _section(self, clause: Clause) -> None:
        """A share of the way, or what is left of it."""
        run = self.runs.current
        if clause.take(THEN):
            self.then = True
        if found := clause.take(
            r"(前|后|另|剩下的?|余下的?)一?半(?:的?(?:路程|路|距离)|程)?(?!段|的?时间)|(前|后)(?:一)?半(?:段|程)(?!的?时间)(?:路程?)?|(?:走|行|行驶|跑|骑)(?:了|到)?一半(?:路程?|的路程)?(?:时|后)?"
        ):
            first = (found[1] or found[2] or "前")[0] == "前"
            if first == any(part.bounded for part in run.parts) or (first and not run.last.untold and run.last.bounded):
                stay_out("which half")
            part = run.last if first else run.next_part()
            part.bounded, self.then = True, first
            self.runs.tell(scaled(part.way, 2), symbol(WAY))
            self.then = False
            if found[0][0] in "走行跑骑":
                self.then = True
        elif found := clause.take(r"(前|后|另|剩下的?|余下的?)一?半段?的?(?:时间|用时)(?:里|内|中)?"):
            first = found[1][0] == "前"
            if first != run.untold and first != (not any(part.bounded for part in run.parts)):
                stay_out("which half")
            part = run.last if first else run.next_part()
            part.bounded = True
            self.then = False
            self.runs.later(lambda: scaled(part.time, 2), lambda: run.time)
        elif found := clause.take(r"(?:剩下|余下|剩余|其余)的?(?:路程|路|距离|路段)?(?=[^\d]|$)(?!\d)"):
            if not run.last.bounded and not run.last.timed:
                stay_out("what is left of what")
            self.then = False
            run.next_part()

    def _told(self, clause: Clause) -> None:
        """Speeds, lengths and times that are told."""
        run = self.runs.current
        if found := clause.take(rf"分别以({SPEED})[和与、]({SPEED})的?(?:平均)?(?:速度)?在[两2][种段个]?[^\d,·]{{0,6}}(?:路段|路)上?{GO}"):
            if not run.untold:
                stay_out("told twice of a part")
            for speed in found.groups():
                part = run.next_part()
                part.paced = part.bounded = True
                self.runs.tell(part.speed, constant(value_of(speed)))
                self._line(part.sign, "的速度", speed)
        if len(run.parts) == 2 and (found := clause.take(rf"({TIME})(?:恰好|正好|刚好)?(?:走|行|行驶|跑)完(?:了)?全程")):
            run.totalled = True
            self._whole_time(run, constant(value_of(found[1])))
            self._line(run.title, "共用", found[1])
        if found := clause.take(rf"(?:往返|来回)(?:全程)?的?平均(?:{PACE})(?:是|为)?({SPEED})"):
            both = self._there_and_back() or stay_out("there and back")
            value = value_of(found[1])
            self._both_times(both, scaled(symbol(WAY), 2 / value))
            self._line("往返", "的平均速度", found[1])
        if found := clause.take(rf"全程的?平均(?:{PACE})?(?:才能?|能|要|可以)*(?:到|达到?|为|是)?({SPEED})"):
            self._whole_time(run, scaled(symbol(WAY), 1 / value_of(found[1])))
            self._line("全程", "的平均速度", found[1])
        while found := clause.take(rf"(?:以|用|按|是|为|变|的|{PACE})*({SPEED})(?:的?(?:{PACE}))?"):
            part = self._part("speed")
            run = self.runs.current
            part.paced = True
            value = value_of(found[1])
            self.runs.tell(part.speed, constant(value))
            self._line(part.sign, "的速度", found[1])
        if clause.take(rf"(?:以|用)(?:一定|某一?)的?(?:平均)?(?:{PACE})"):
            self.unsaid = self._part("speed")
            self.unsaid.paced = True
        self._cycle(clause)
        self._clocks(clause)
        if found := clause.take(rf"(提前|早|晚|迟|推迟)(?:了)?({TIME})(?:就|便|才)?(?:出发|动身|离开)"):
            if run.start or self.named:
                stay_out("who starts sooner")
            run.start = constant(value_of(found[2]) * (-1 if found[1] in ("提前", "早") else 1))
            self._line(run.title, f"{found[1]}出发", found[2])
        self._lengths(clause)
        while found := clause.take(
            rf"(?:中途|途中|路上)?(?:停(?:车|留|下)?|休息|逗留|耽误|耽搁|等[车人]|堵车|修车|[^{'·'},\d]{{0,3}}停)(?:了|用了|共)?({TIME})"
        ):
            value = value_of(found[1])
            if self.named:
                stay_out("who rests")
            run.rests.append(constant(value))
            self._line(run.title, "途中停", found[1])
        while found := clause.take(rf"(往返|来回)?(?:一共|总共|共|全程共?)(?:要|需要?|用|花|行驶|走)*(?:了|时)*({TIME})"):
            value, runs = value_of(found[2]), self.runs.runs
            if found[1] or clause.has(r"往返|来回") or ((runs := self._there_and_back()) and not run.totalled):
                clause.take(r"往返|来回")
                both = self._there_and_back() or stay_out("there and back")
                self._both_times(both, constant(value))
                self._line("往返", "共用", found[2])
                continue
            runs = self.runs.runs
            if len([each for each in runs if each is not self.runs.base]) > 1 or run.totalled:
                stay_out("the time of what")
            run.totalled = True
            self._whole_time(run, constant(value))
            self._line(run.title, "共用", found[2])
        while found := clause.take(
            rf"(?P<verb>(?:{GO}|要|需要?|只|仅|用|花费?|经|过|了|时|,|完)*)({TIME})(?P<after>后?)(?=(?P<to>的?(?:时间|路程))?)"
        ):
            if (
                not found["verb"]
                and not found["after"]
                and not clause.has(r"·(?:时间|就|便|才|即|可以?|能)*(?:到|走完|行完|跑完)")
                and not self._named(clause)
            ):
                stay_out(f"what takes {found[2]}")
            part = self._part("time")
            part.timed = True
            value = value_of(found[2])
            self.runs.tell(part.time, constant(value))
            self._line(part.sign, "的时间", found[2])
            if found["after"]:
                self.then = True

    def _cycle(self, clause: Clause) -> None:
        """So long one goes, so long one rests, over and over."""
        run = self.runs.current
        if found := clause.take(rf"每(?:连续)?{GO}({TIME})(?:后|就)?$"):
            run.go = value_of(found[1])
        elif run.go is not None and run.pause is None and (found := clause.take(rf"^(?:就|要|需|再)*(?:休息|停)({TIME})$")):
            run.pause = value_of(found[1])
            self._line(run.title, f"每走 {run.go / 60} 分钟停", found[1])
        if run.go is not None and run.pause is not None and (found := clause.take(rf"(?:共|一共|总共|用|花|了)+({TIME})")):
            if run.last.timed or len(run.parts) > 1:
                stay_out("told twice of a part")
            run.last.timed = True
            self.runs.tell(run.last.time, constant(run.going(value_of(found[1]))))
            self._line(run.title, "连休息共用", found[1])

    def _clocks(self, clause: Clause) -> None:
        """When one starts or arrives, by the clock."""
        run = self.runs.current
        while found := clause.take(
            rf"(?:于|在)?{CLOCK}(?:钟)?(?P<start>[^\d,·]{{0,6}}?(?:出发|动身|开出|启程))?(?P<end>[^\d,·]{{0,4}}?到达?)?"
        ):
            hour = int(found["hour"])
            if found["half"] in ("下午", "晚上", "傍晚") and hour < 12:
                hour += 12
            minute = (
                30
                if found["minute"] == "半"
                else int("".join(each for each in found["minute"] or found["colon"] or "" if each.isdigit()) or 0)
            )
            self.halves.append(bool(found["half"]))
            time = constant(3600 * hour + 60 * minute)
            if found["start"] and not found["end"] and len(self.runs.runs) == 1:
                self.runs.tell(symbol(MORNING), time)
            elif found["end"] and not found["start"]:
                self._ends_at(run, time)
                run.totalled = True
            else:
                stay_out(f"when what happens: {clause.text}")
            self._line(run.title, "出发于" if found["start"] else "到达于", f"{hour} 时 {minute} 分")
        if len(set(self.halves)) > 1:
            stay_out("morning or afternoon")

    def _ends_at(self, run: Run, time: Term) -> None:
        self.runs.later(lambda: plus(symbol(MORNING), run.end), lambda: time)

    def _there_and_back(self) -> list[Run]:
        """The way there and the way back, where the text has just these."""
        back = [run for run in self.runs.runs if run.back]
        there = [run for run in self.runs.runs if run.back is False] or [
            run for run in self.runs.runs if run.back is None and run not in self.named.values() and run is not self.runs.base
        ]
        return [*there, *back] if len(back) == len(there) == 1 else []

    def _both_times(self, both: list[Run], time: Term) -> None:
        self.runs.later(lambda: plus(both[0].time, both[1].time), lambda: time)

    def _whole_time(self, run: Run, time: Term) -> None:
        self.runs.later(lambda: run.time, lambda: time)

    def _named(self, clause: Clause) -> bool:
        return bool(patterns.search(rf"{GO}", clause.text))

    def _lengths(self, clause: Clause) -> None:
        runs, run = self.runs, self.runs.current
        ends = "|".join(name for name in ("目的地", "终点", self.end) if name)
        if found := clause.take(
            rf"(?:在|到|行至)?(?:距离?|离)(?:{ends})[地镇村城市]?(?:还有|还剩|还差|有|只有)?({NUMBER}{METRE})(?:处|的地方|时)?"
        ):
            value, part = value_of(found[1]), run.last
            if part.bounded or part.timed:
                stay_out("where that is")
            part.bounded, self.then = True, True
            runs.tell(plus(*(each.way for each in run.parts), constant(value)), symbol(WAY))
            self._line(run.title, f"在离终点 {found[1]}处变化", "")
        if self.start and (
            found := clause.take(rf"(?:在|到|行至)?(?:距离?|离)(?:{self.start}|起点)[地镇村城市]?({NUMBER}{METRE})(?:处|的地方|时)?")
        ):
            value, part = value_of(found[1]), run.last
            if part.bounded or part.timed or len(run.parts) > 1:
                stay_out("where that is")
            part.bounded, self.then = True, True
            runs.tell(part.way, constant(value))
            self._line(run.title, f"在离起点 {found[1]}处变化", "")
        if found := clause.take(rf"(?:行驶|行|走|跑|骑|开)?(?:了|完)?(?:全程|全部路程|总路程|路程)的({NUMBER}%|\d+/\d+)(?:后|时|处)?"):
            share, part = share_of(found[1]) or Fraction(0), run.last
            if part.bounded or not 0 < share < 1:
                stay_out("where that is")
            part.bounded = part.open = True
            self.then = found[0][-1] in "后时处"
            runs.tell(part.way, scaled(symbol(WAY), share))
            self._line(run.title, f"行了全程的 {found[1]}", "")
        if found := clause.take(
            rf"(?:全程|全长|总路程|单程|路程|相距|距离|路长|外)(?:共|有|是|为|长)*({NUMBER}{METRE})|({NUMBER}{METRE})(?:之|以)?外的?|(?:从[^,\d·]{{2,14}}|[^,\d·从]{{1,6}}到[^,\d·]{{1,5}})(?<![走行跑骑开驶了过])({NUMBER}{METRE})$"
        ):
            value = value_of(found[1] or found[2] or found[3])
            runs.tell(symbol(WAY), constant(value))
            self._line("全程", "", found[1] or found[2] or found[3])
        if found := clause.take(rf"(?:剩下|余下|剩余|其余|最后)的?({NUMBER}{METRE})(?:的?路程?)?"):
            value = value_of(found[1])
            self.then = False
            part = run.next_part()
            part.bounded = True
            runs.tell(part.way, constant(value))
            self._line(part.sign, "的路程", found[1])
        if found := clause.take(rf"(?:一共|总共|共){GO}(?:了|完)*({NUMBER}{METRE})(?:的?路程?)?$"):
            runs.tell(symbol(WAY), constant(value_of(found[1])))
            self._line("全程", "", found[1])
        if found := clause.take(rf"{GO}(?:了|完|出)*({NUMBER}{METRE})(?:的?路程?)?(后|时|处)?"):
            value = value_of(found[1])
            if self.then:
                self.then = False
                run.next_part()
            part = run.last
            if part.bounded:
                stay_out("where that is")
            part.bounded = True
            part.open = not clause.has("到|完")
            if found[2] or clause.end == ",":
                self.then = bool(found[2])
            runs.tell(part.way, constant(value))
            self._line(part.sign, "的路程", found[1])

    def _line(self, who: str, what: str, value: str) -> None:
        shown = patterns.sub(r"(?<=[\d])(?=[\u4e00-\u9fff])", " ", value)
        self.lines.append(f"{who}{what} {shown}".strip())
