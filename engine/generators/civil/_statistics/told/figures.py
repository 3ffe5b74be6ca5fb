"""Reading one figure of a short text by the words that run up to it."""

from __future__ import annotations

import re
from dataclasses import replace

from engine.generators import patterns
from engine.generators.civil._statistics.cues import RATE_WORD, SHARE_WORD
from engine.generators.civil._statistics.material.periods import Period
from engine.generators.civil._statistics.told.marks import ANY, FIGURE, Figure, T
from engine.generators.civil._statistics.told.spoken import Spoken
from engine.generators.civil._statistics.told.things import Thing, core_of, key_of
from engine.generators.civil._statistics.told.units import of_one_sort, plain_unit, size_of
from engine.generators.civil._statistics.told.words import DOWN, FALL_RATE, SINCE, UP
from engine.generators.reading import stay_out

ROW = re.compile(
    rf"(?P<names>[^{FIGURE[1:-1]},]*?)(?:分别|依次|各)(?P<cue>(?:{SINCE}|[^{FIGURE[1:-1]}、])*?)(?P<figures>{FIGURE}(?:(?:、|和|与|及|以及)(?:{UP}|{DOWN})?了?{FIGURE})+)"
)
"""`A、B 分别为 3、5`."""
_MORE_DONE = re.compile(rf"(?P<since>{SINCE.replace('(?P<since>', '(?:')}|同比)(?P<way>多|少)(?!多|少)[\u4e00-\u9fff]{{1,2}}?了?$")
_DONE = re.compile(
    r"(?P<part>[^的占比是为增减升降涨跌]{2,8}?)(?:(?P<of>剩余|剩下|余下|其余|其中|全部|总数)(?:的(?:[^的]{1,4}的)?)|了(?:全部的|总数的|它的)?)"
)


class Figures(Spoken):
    """Reads figures."""

    __slots__ = ()

    def _figure(self, lead: str, figure: Figure, behind: str, end: int, length: int) -> int:
        """Takes in a figure; how far the clause is read."""
        lead = _MORE_DONE.sub(lambda found: f"{found['since']}{'增加' if found['way'] == '多' else '减少'}", lead)
        if figure.sort == "rate" and not behind and self._done(lead, figure):
            return end
        if behind and figure.sort in ("amount", "rate") and self._behind(lead, figure, behind):
            return length
        if figure.sort in ("times", "rate") and self._multiple(lead, figure):
            return end
        if figure.sort == "amount":
            self.units.add(figure.unit)
        name, cues, since, then = self.peeled(lead)
        if "change" in cues:
            stay_out("changes, but how")
        if figure.unit in ("元", "") and "again" in cues and since is None:
            stay_out("once more")
        if "from" in cues:
            self._from(name, figure, then)
            return end
        if "占" in name and figure.sort == "rate":
            part, _, whole = name.rpartition("占")
            self._share(part, whole, figure)
            return end
        if (
            figure.sort == "rate"
            and not key_of(self._bare(name))
            and not cues & {"up", "down", "rate", "fallrate", "since", "more", "from"}
        ):
            self._dates(name)
            if "to" in cues and self.last == "share" and self.subject is not None:
                self.now = self.marks.period(then) if then else self.now
                self.tell("share", self.subject, figure.value, None, self._shared(self.subject))
                return end
            if self.last == "rate" and self.subject is not None and "to" not in cues:
                self.tell("rate", self.subject, figure.value, self.now.years_before(1))
                return end
        if figure.sort == "points":
            self._points(name, cues, figure, since)
            return end
        if "share" in cues and figure.sort == "rate":
            if cues & {"up", "down", "since"}:
                stay_out("a share that grows")
            self._share(name, "", figure)
            return end
        moves = cues & {"up", "down"}
        sign = -1 if "down" in cues or "fallrate" in cues else 1
        if moves and since is None and (beside := patterns.fullmatch(r"(?P<one>.*?)(?:比|较)(?P<other>[^比较]+)", name)) is not None:
            self._beside(beside["one"], beside["other"], sign, figure)
            return end
        if "again" in cues and since is None and not patterns.search(T, lead):
            stay_out("once more")
        if "to" in cues and then:
            name += then
        said = self._dates(name)
        if figure.sort == "rate" or figure.sort == "times":
            if cues & {"rate", "fallrate"} or moves:
                if "to" in cues or (figure.sort == "times" and "to" in cues):
                    stay_out("grown to a rate")
                thing = self.thing(patterns.sub(f"的?(?:{RATE_WORD})$", "", said))
                self.tell("rate", thing, sign * figure.value, self._since(since))
                return end
            if self.parent is not None and figure.sort == "rate" and key_of(said):
                thing = self.thing(said, part=True)
                self.tell("share", thing, figure.value, None, thing.parent or stay_out("of what"))
                return end
            if figure.sort == "rate" and self.last == "share" and key_of(said) and self.subject is not None:
                self.parent = self._shared(self.subject)
                thing = self.thing(said, part=True)
                self.tell("share", thing, figure.value, None, self.parent)
                return end
            stay_out(f"a rate of what: {said}")
        if (moves and "to" not in cues) or "more" in cues:
            thing = self.thing(said, unit=figure.unit)
            thing.unit = thing.unit or figure.unit
            self.tell("more", thing, sign * figure.value, self._since(since))
            return end
        if since is not None:
            stay_out("compared, but how")
        self._value(said, figure, cues)
        return end

    def _value(self, said: str, figure: Figure, cues: set[str]) -> None:
        thing = self.thing(said, unit=figure.unit, new=True)
        told = self.book.value_told(thing, self.now)
        if told is not None and told != figure.value:
            if key_of(said) == thing.key and not cues & {"to"}:
                stay_out("told twice")
            if "to" in cues and not self.dated:
                stay_out("from what to what")
        per = patterns.search("人均|平均每人", thing.key)
        if per is not None and not key_of(said) and plain_unit(figure.unit) == "人" and not of_one_sort(thing.unit, "人"):
            thing = self._new(thing.key[: per.start()] + "人数", figure.unit)  # `第一车间人均产值 8 万元，共 50 人`
        thing.unit = thing.unit or figure.unit
        if not of_one_sort(thing.unit, figure.unit):
            stay_out("two units")
        self.tell("value", thing, figure.value)

    def _row(self, row: re.Match[str]) -> None:
        """Takes in figures of several years, or of several things: `A、B 分别为 3 吨、5 吨`."""
        figures = [self.marks.figures[sign] for sign in patterns.findall(FIGURE, row["figures"])]
        unit = figures[-1].unit
        figures = [
            replace(each, unit=unit, value=each.value * size_of(unit)) if each.sort == "amount" and not each.unit else each
            for each in figures
        ]
        cue = row["cue"]
        before = row["names"]
        signs = patterns.findall(T, patterns.sub(SINCE, "", before))
        periods = [self.marks.period(sign) for sign in signs]
        if len(periods) == 1 and periods[0].until:
            periods = [Period(year) for year in range(periods[0].year, periods[0].until + 1)]
        elif len(periods) == 1 and 1 < periods[0].months == len(figures) and patterns.search("月", cue + before) is None:
            whole = periods[0]
            periods = [Period(whole.year, month, month) for month in range(whole.first, whole.last + 1)]
        elif not periods and 1 < self.now.months == len(figures) and not patterns.search("[、和与]", before):
            periods = [Period(self.now.year, month, month) for month in range(self.now.first, self.now.last + 1)]  # `1—3 月，……分别为`
        if len(periods) == len(figures):
            name = patterns.sub(f"{T}(?:[、和与及至到~-]*)", "", before)
            for period, figure in zip(periods, figures, strict=True):
                self.now = period
                self._figure(name + cue, figure, "", 0, 0)
            self.now = periods[-1]
            return
        said = self._dates(before).rpartition("|")[2]
        names = [each for each in patterns.split("、|和|与|及|以及", key_of(said)) if each]
        if not names:
            told = self.rows if len(self.rows) == len(figures) else self._last_told(len(figures))
            shares = {fact.thing.number for fact in self.book.facts if fact.kind == "share"}
            names = [thing.name + "占比" * (figures[0].sort == "points" and thing.number in shares) for thing in told]
        if len(names) != len(figures):
            stay_out("a row of another length")
        if len(names[-1]) > len(names[0]) and len({len(each) for each in names[:-1]}) == 1:
            tail = names[-1][len(names[0]) :]
            names = [*(each if each.endswith(tail) else each + tail for each in names[:-1]), names[-1]]
        rows: list[Thing] = []
        for name, figure, sign in zip(names, figures, patterns.split(FIGURE, row["figures"]), strict=False):
            way = patterns.search(f"{UP}|{DOWN}", sign)
            self._figure(name + (way[0] if way else cue), figure, "", 0, 0)
            rows.append(self.subject or stay_out("a row"))
        self.rows = rows

    def _last_told(self, count: int) -> list[Thing]:
        """So many things that the sentence told last, each once."""
        last = [fact.thing for fact in self.book.facts[self.facts_before :]][-count:]
        return last if len({thing.number for thing in last}) == count else []

    def _done(self, lead: str, figure: Figure) -> bool:
        """Takes in which part was read, sold, spent: `第一天看了 25%`, `卖出其中的 40%`, `第二天看了剩下的 40%`; whether it was that."""
        found = _DONE.fullmatch(lead)
        if found is None:
            return False
        if found["of"] and found["of"] not in ("其中", "全部", "总数", "它", "其"):
            whole: Thing | None = self._remainder("")
        else:
            tops = [each for each in self.book.things if each.parent is None]
            whole = self.parent or (tops[0] if len(tops) == 1 else None)
        if whole is None:
            return False
        said = self._dates(found["part"])
        parent, self.parent = self.parent, whole
        thing = self.thing(said, part=True)
        self.parent = parent
        if thing is whole or thing.parent is not whole:
            stay_out("a part of what")
        self.tell("share", thing, figure.value, None, whole)
        return True

    def _behind(self, lead: str, figure: Figure, behind: str) -> bool:
        """Takes in what is named behind its figure: `有 40 名学生`, `其中 36 人参加了`, `60% 的人使用`; whether it was that."""
        behind = patterns.sub("[,。]$", "", behind)
        if patterns.search(rf"{ANY}|^(?:左右|上下|以|增|减|的?(?:速度|幅度|增速))|比|占|{UP}|{DOWN}", behind.replace("比赛", "")):
            return False
        said = self._dates(patterns.sub(r"(?:约|共|一共|总共|就|共有|有|是|了)*$", "", lead))
        is_of = patterns.match("(?:的?(?:人|都)?(?:是|为|属于))", behind)
        name = key_of(behind[is_of.end() :] if is_of else behind)
        if not name:
            return False
        if figure.sort == "amount":
            if self.parent is not None and not key_of(said):
                thing = self.thing(name, part=True, unit=figure.unit)
            elif is_of and behind.endswith("的") and key_of(said):
                thing = self.thing(name + key_of(said), unit=figure.unit, new=True)  # `总产量 16 万吨是水稻的`
            elif is_of and not key_of(said):
                thing = self.thing(name, unit=figure.unit, new=True)
            elif is_of:
                return False
            else:
                thing = self.thing(said + behind, unit=figure.unit, new=True)
            thing.unit = thing.unit or figure.unit
            self.tell("value", thing, figure.value)
            return True
        whole = self.parent
        part = behind
        if (
            of := patterns.fullmatch(r"(?P<verb>[^的]{0,4}?)(?P<left>剩余|剩下|余下|其余|原有|全部|总)的?(?P<what>[^的]{0,6})的", said)
        ) is not None:
            if of["left"] in ("剩余", "剩下", "余下", "其余"):
                whole = self._remainder("")
            else:
                whole = self.main if self.main is not None else self._new(of["left"] + of["what"], "")
        elif key_of(said):
            whole = self.named(said.removesuffix("的"))
            if whole is None:
                return False
        elif (of := patterns.match("的(?:人员?|学生|员工|职工|受访者|企业|居民|家庭|用户)", behind)) is not None:
            part = behind[of.end() :]
            whole = whole or self.main
        if whole is None:
            return False
        part = patterns.sub("^(?:是|为|属于|同时|还|又|也)+", "", part)
        self.parent = whole
        thing = self.thing(part, part=True)
        self.tell("share", thing, figure.value, None, whole)
        self.subject = thing
        return True

    def _from(self, name: str, figure: Figure, then: str) -> None:
        """The first of two figures: `由去年的 40 人增加到 50 人`."""
        before = self.marks.period(then) if then else None
        said = self._dates(name)
        if figure.sort not in ("amount", "rate"):
            stay_out("from what")
        share = "占" in said or patterns.search(f"(?:{SHARE_WORD})$", said)
        if figure.sort == "rate":
            if not share:
                stay_out("a rate that changes")
            self.then_share(said, figure, before)
            return
        thing = self.thing(said, unit=figure.unit, new=True)
        thing.unit = thing.unit or figure.unit
        now = self.now
        self.now = before or now.years_before(1)
        self.tell("value", thing, figure.value)
        self.now = now
        self.since = before

    def then_share(self, said: str, figure: Figure, before: Period | None) -> None:
        """A share that was another one before."""
        part, _, whole = patterns.sub(f"的?(?:{SHARE_WORD})$", "", said).rpartition("占")
        now = self.now
        self.now = before or now.years_before(1)
        self._share(part, whole, figure)
        self.now = now

    def _share(self, part: str, whole: str, figure: Figure) -> None:
        part = self._dates(part)
        whole = patterns.sub(f"(?:的)?(?:{SHARE_WORD})?(?:的)?$", "", self._dates(whole))
        before = self.subject
        thing = self.thing(part, part=True)
        if patterns.fullmatch("全[国省市县区球]|我国|世界|国内|全社会", key_of(whole)):
            key = key_of(whole) + core_of(thing.key)
            of = next((each for each in self.book.things if each.key == key), None) or self._suffixed(thing) or self._new(key, thing.unit)
        elif key_of(whole):
            of = self.named(whole, other=thing) or self._new(whole, "")
        else:
            of = thing.parent or (self._shared(before) if self.last == "share" and before is not thing else None) or self._main_but(thing)
        if of is thing:
            stay_out("a share of itself")
        above: Thing | None = of
        while above is not None:
            if above is thing:
                stay_out("a part of its part")
            above = above.parent
        if thing.parent is None:
            thing.parent = of
            of.children.append(thing)
        thing.unit, of.unit = thing.unit or of.unit, of.unit or thing.unit
        self.tell("share", thing, figure.value, None, of)

    def _multiple(self, lead: str, figure: Figure) -> bool:
        """Takes in `是乙公司的 1.5 倍`, `相当于前年的 120%`; whether it was that."""
        found = patterns.fullmatch(
            rf"(?P<one>.*?)(?:恰好|正好|仅|约)?(?:是|为|相当于|等于|达到)(?P<then>{T})?(?:的|同期)*(?P<other>[^是为占比]*?)(?:的|(?<={T})|(?<=[公企]司)|(?<=[县市区厂店]))",
            lead,
        )
        if found is None:
            return False
        thing = self.thing(self._dates(found["one"]))
        subject = self.subject
        then = self.marks.period(found["then"]) if found["then"] else self.now
        again = key_of(found["other"]) in ("", thing.key if then != self.now else "")
        other = thing if again else self.named(found["other"], other=thing) or self._new(found["other"], thing.unit)
        if other is thing and then == self.now:
            stay_out("a multiple of itself")
        self.subject = subject or thing
        other.unit, thing.unit = other.unit or thing.unit, thing.unit or other.unit
        self.tell("multiple", thing, figure.value, then, other)
        return True

    def _beside(self, one: str, other: str, sign: int, figure: Figure) -> None:
        """Takes in how a thing differs from another: `比乙公司多 25%`."""
        rate = patterns.search(f"(?:{RATE_WORD})$", other) or patterns.search(f"(?:{RATE_WORD})$", one)
        if rate:
            stay_out("rates compared")
        thing = self.thing(self._dates(one))
        subject = self.subject
        beside = self.named(other, other=thing) or self._new(other, thing.unit)
        self.subject = subject
        if beside is thing:
            stay_out("compared with itself")
        thing.unit = thing.unit or (figure.unit if figure.sort == "amount" else "")
        beside.unit = beside.unit or thing.unit
        thing.unit = thing.unit or beside.unit
        self.tell("differ" if figure.sort == "amount" else "ratio", thing, sign * figure.value, None, beside)

    def _points(self, name: str, cues: set[str], figure: Figure, since: Period | None) -> None:
        sign = -1 if "down" in cues else 1
        beside = patterns.fullmatch(r"(?P<one>.*?)(?:比|较|[高低快慢]于)(?P<other>[^比较]+)", name)
        if beside is not None and since is None:
            stay_out("rates compared")
        said = self._dates(name)
        if "fallrate" in cues or patterns.search(f"(?:{FALL_RATE})$", said):
            stay_out("how much it falls")
        spoken = patterns.sub(f"的?(?:{RATE_WORD}|{SHARE_WORD})$", "", said)
        if "rate" in cues or patterns.search(f"(?:{RATE_WORD})$", said) or (self.last in ("rate", "rate-change") and not key_of(said)):
            self.tell("rate-change", self.thing(spoken), sign * figure.value, self._since(since))
        elif "share" in cues or "占" in said or (self.last in ("share", "share-change") and not key_of(said)):
            self.tell("share-change", self.thing(spoken.partition("占")[0]), sign * figure.value, self._since(since))
        else:
            stay_out("points of what")

    def _value_of(self, thing: Thing, figure: Figure) -> None:
        if figure.sort == "amount":
            self.tell("value", thing, figure.value)
            thing.unit = thing.unit or figure.unit
        elif figure.sort == "rate" and thing.parent is not None:
            self.tell("share", thing, figure.value, None, thing.parent)
        else:
            stay_out("what figure")
