"""How one run, or its speed, compares with another."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.civil._problems.equations import Term, constant, less, plus, scaled
from engine.generators.civil._travel.runs.clause import METRE, NUMBER, Clause, share_of, value_of
from engine.generators.civil._travel.runs.run import Made, Part, Run
from engine.generators.civil._travel.runs.scenes import Scenes
from engine.generators.civil._travel.runs.words import AMOUNT, BACK, FILLER, HOW, MATTER_OF_COURSE, PACE, SPAN, THERE, UP, USUAL, VERB
from engine.generators.reading import stay_out


class Comparing(Scenes):
    """Reads comparisons."""

    def _reference(self, said: str, speed: bool) -> Part | Run | None:
        """What a word of the text refers to; None where it is left out.

        Raises:
            StayOut: nothing, or more than one thing.
        """
        runs = self.runs
        word = patterns.sub(FILLER, "", said)
        if patterns.fullmatch(rf"(?:{USUAL})(?:用|到达?)?", word):
            return runs.plan()
        for pattern, back in ((THERE, False), (BACK, True)):
            if patterns.fullmatch(rf"(?:{pattern})", word):
                known = [run for run in runs.runs if run.back is back] or ([runs.runs[0]] if back is False else [])
                return known[0] if len(known) == 1 else stay_out(f"which run is {word}")
        if not word:
            return None
        best: list[tuple[int, int, Run, Part]] = []
        for run in runs.runs:
            if self.introducing and run.untold and run not in self.named.values():
                continue
            for part in run.parts:
                for length in range(len(word), 0, -1):
                    places = [at for at in range(len(word) - length + 1) if any(word[at : at + length] in each for each in part.words)]
                    if places and (length > 1 or word in "甲乙丙AB"):
                        best.append((places[-1] + length, length, run, part))
                        break
        if best:
            most = max(each[:2] for each in best)
            fit = [each for each in best if each[:2] == most]
            if len(fit) == 1:
                return fit[0][3] if speed else fit[0][2]
            stay_out(f"which one is {word}")
        return self._unknown(word)

    def _subject(self, said: str, speed: bool, than: bool) -> Part | Run | None:
        """What is compared; None where it is the current run."""
        word = patterns.sub(FILLER, "", said)
        if not than or not word or self.fresh:
            return None
        if not self.introducing:
            self._no_strangers(word)
        if self._known(said) or (self.introducing and self._name_in(word)):
            return self._reference(said, speed)
        return None

    def _name_in(self, word: str) -> str:
        """The part of a word, as near its end as can be, that comes again elsewhere in the text."""
        for end in range(len(word), 0, -1):
            for start in range(end):
                part = word[start:end]
                if (len(part) > 1 or part in "甲乙丙丁") and self.plain.count(part) > 1 and not MATTER_OF_COURSE.fullmatch(part):
                    return part
        return ""

    def _unknown(self, word: str) -> Part | Run | None:
        """Something that nothing was told of yet: it goes the way, too."""
        name = self._name_in(word) or (word if self.introducing and 1 < len(word) < 5 else "")
        if not name or len(self.named) > 3:
            stay_out(f"who is {word}")
        run = Run(name)
        run.last.words.append(name)
        self.named[name] = run
        self.introducing = True
        self.runs.runs.append(run)
        return run

    def _dimension(self, found: str, amount: str, clause: Clause) -> str:
        if patterns.search("/(?:小时|分钟|秒)", amount.replace("1/", "")) and patterns.search(METRE, amount):
            return "speed"
        if patterns.search("小时|分钟|秒|时间", amount):
            return "time"
        if patterns.search(METRE, amount):
            rate = clause.take(r"每(?:小时|分钟|秒)")
            return f"speed/{rate[0][1:]}" if rate else stay_out("farther")
        said = clause.text
        paced, timed = patterns.search(PACE, said), patterns.search(rf"{SPAN}|[用花]|到|提前|[早晚迟]|缩短|节", said)
        if bool(paced) == bool(timed):
            return "speed" if paced and patterns.search(PACE, found) else stay_out("faster or sooner")
        return "speed" if paced else "time"

    def _difference(self, clause: Clause) -> bool:
        """So much faster, slower, sooner or later than something that is said or goes without saying."""
        self.introducing = not any(not run.untold for run in self.runs.runs if run not in self.named.values())
        found = patterns.search(rf"(?P<left>[^比·]*)比(?P<right>[^·\d比]*?){HOW}{VERB}(?:[:]?){AMOUNT}", clause.left)
        than = found is not None
        if found is None:
            found = patterns.search(
                rf"(?P<left>[^·]*?){HOW}(?P<right>){VERB}{AMOUNT}(?!·*的?(?:就|便|才)?(?:出发|动身|离开|开始|走))", clause.left
            )
        if found is None or (
            not than and patterns.search(r"走|行(?!驶)", found["verb"]) and patterns.search("小时|分钟|秒", found["amount"])
        ):
            return False
        what = self._dimension(found["how"] + found["left"] + found["right"], found["amount"], clause)
        if than and patterns.match(r"·*的?(?:就|便|才)?(?:出发|动身|离开|开始)", clause.left[found.end() :]):
            stay_out("who starts sooner")
        self._blank(clause, found, than)
        unit = ""
        if what.startswith("speed/"):
            what, unit = "speed", what[6:]
        speed = what == "speed"
        if speed and found["how"] in ("早", "晚", "迟", "提前", "推迟", "缩短", "节省", "节约", "延长"):
            stay_out(f"sooner by a speed: {clause.text}")
        up = bool(patterns.fullmatch(UP, found["how"]))
        if not speed and found["how"] in ("快", "加快", "提高", "提升"):
            up = False
        if not speed and found["how"] in ("慢", "减慢", "降低"):
            up = found["how"] != "降低"
        reference = self._reference(found["right"], speed) if than else None
        one = self._subject(found["left"], speed, than)
        if speed:
            other_part = self._first_of(reference) if reference else self._paced_before()
            part = self._first_of(one) if one else self._unpaced()
            if part is other_part:
                stay_out("than itself")
            self._relate(lambda: part.speed, lambda: other_part.speed, found["amount"], up, unit, "speed")
            part.paced = True
            self._run_of(part).compared = self._run_of(other_part).compared = True
        else:
            other = self._run_of(reference) if reference else self._timed_before(found["how"])
            run = self._run_of(one) if one else self.runs.current
            if run is other:
                stay_out("than itself")
            arrives = found["how"] in ("提前", "早", "晚", "迟", "推迟")
            if arrives and patterns.search("倍|%|/", found["amount"]):
                arrives = False
            self._relate(
                lambda: run.end if arrives else run.time, lambda: other.end if arrives else other.time, found["amount"], up, "", "time"
            )
            run.totalled = run.totalled or "多少" not in found["amount"]
            run.compared = other.compared = True
        self.lines.append(clause.text)
        return True

    def _known(self, said: str) -> bool:
        word = patterns.sub(FILLER, "", said)
        told = [run for run in self.runs.runs if not (self.introducing and run.untold and run not in self.named.values())]
        return any(
            word[at : at + 2] in each for run in told for part in run.parts for each in part.words for at in range(len(word) - 1)
        ) or word in ("甲", "乙", "丙")

    def _blank(self, clause: Clause, found: re.Match[str], than: bool) -> None:
        start = found.start("right") - 1 if than else found.start("how")
        clause.left = clause.left[:start] + "·" + clause.left[found.end() :]
        clause.take(r"(?<=·)的?(?:到达?|时间|路程|赶到)*")
        clause.take(rf"(?:将|把)?(?:{PACE})(?:再|都)?(?=·)")

    def _relate(self, one: Made, other: Made, amount: str, up: bool, unit: str, kind: str) -> None:
        sign = 1 if up else -1
        if patterns.match("多少|几", amount):
            if patterns.search("倍", amount):
                stay_out("how many times more")

            def above() -> Term:
                return scaled(less(one(), other()), sign)

            asked = patterns.search(rf"{METRE}(?:/(?:小时|分钟|秒))?|小时|分钟|秒", amount)
            if asked is not None:
                self.asks.append((above, None, f"{kind}:{asked[0]}{'/' + unit if unit and '/' not in asked[0] else ''}"))
            elif amount == "多少时间":
                self.asks.append((above, None, "time:"))
            else:
                self.asks.append((above, other, "percent" if "%" in amount else "share"))
            return
        share = share_of(amount)
        if share is not None:
            factor = 1 + sign * share
            if share > 1 and amount.endswith("倍"):
                stay_out("two ways to say so many times")
            if factor <= 0:
                stay_out("less than nothing")
            self.runs.later(one, lambda: scaled(other(), factor))
            return
        value = value_of(amount + ("/" + unit if unit else ""))
        self.runs.later(one, lambda: plus(other(), constant(sign * value)))

    def _multiple(self, clause: Clause) -> bool:
        """The one is so many times, or such a part of, the other."""
        found = patterns.search(
            rf"(?P<left>[^·比]*?)(?P<is>是|为|等于|相当于|只有|只是|只需|只要|仅是|仅为|仅有|(?:提高|提升|增加|加快|降低|减少|降|减|变)(?:到|至|为|成))(?P<right>[^·\d比]*?)的?(?:{PACE}|{SPAN})?的?(?P<amount>{NUMBER}(?:倍|%)|\d+/\d+(?!\d|{METRE}|小时|分)|一半|多少倍|几分之几|多少%)",
            clause.left,
        )
        if found is None:
            return False
        self.introducing = not any(not run.untold for run in self.runs.runs if run not in self.named.values())
        said = found["left"] + found[0][len(found["left"]) :]
        paced, timed = patterns.search(PACE, said), patterns.search(SPAN, said)
        if bool(paced) == bool(timed):
            stay_out("a part of what")
        speed = bool(paced)
        clause.left = clause.left[: found.start("is")] + "·" + clause.left[found.end() :]
        clause.take(rf"的?(?:{PACE}|{SPAN})(?=·)")
        reference = self._reference(found["right"], speed)
        one = self._subject(found["left"], speed, True)
        if speed:
            other_part = self._first_of(reference) if reference else self._paced_before()
            part = self._first_of(one) if one else self._unpaced()
            part.paced = True
            pair: tuple[Made, Made] = (lambda: part.speed), (lambda: other_part.speed)
            self._run_of(part).compared = self._run_of(other_part).compared = True
            same = part is other_part
        else:
            other = self._run_of(reference) if reference else self._timed_before("")
            run = self._run_of(one) if one else self.runs.current
            pair = (lambda: run.time), (lambda: other.time)
            run.totalled, same = True, run is other
            run.compared = other.compared = True
        if same:
            stay_out("than itself")
        if patterns.match("多少|几", found["amount"]):
            self.asks.append((pair[0], pair[1], "times" if "倍" in found["amount"] else "percent" if "%" in found["amount"] else "share"))
        else:
            factor = share_of(found["amount"]) or 1
            self.runs.later(pair[0], lambda: scaled(pair[1](), factor))
        self.lines.append(clause.text)
        return True

    def _first_of(self, what: Part | Run) -> Part:
        if isinstance(what, Part):
            return what
        return what.parts[0] if len(what.parts) == 1 or what is self.runs.base else stay_out("which part")

    def _run_of(self, what: Part | Run) -> Run:
        return what if isinstance(what, Run) else next(run for run in self.runs.runs if what in run.parts)

    def _unpaced(self) -> Part:
        part = self._part("speed")
        return part if not part.paced else stay_out("told twice")

    def _paced_before(self) -> Part:
        """With what a speed is compared that is told to be higher or lower: before, as planned, on the way there."""
        runs, run = self.runs, self.runs.current
        if (self.then and run.last.bounded) or len(run.parts) > 1:
            part = run.last if self.then else run.parts[-2]
            if runs.base is None or part.paced:
                return part if part.paced else stay_out("faster than what")
            return runs.base.parts[0]
        if runs.base is not None and runs.base is not run:
            return runs.base.parts[0]
        others = [each for each in runs.runs if each is not run]
        if len(others) == 1 and len(others[0].parts) == 1:
            return others[0].last
        if not others and run.untold:
            return runs.plan().parts[0]
        return stay_out("faster than what")

    def _timed_before(self, how: str) -> Run:
        runs, run = self.runs, self.runs.current
        if how in ("提前", "早", "晚", "迟", "推迟") or runs.base is not None:
            return runs.plan()
        others = [each for each in runs.runs if each is not run]
        return others[0] if len(others) == 1 else stay_out("sooner than what")
