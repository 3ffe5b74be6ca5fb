"""What a statistical material tells: of which thing, of which period, a value, a rate of growth, an increase, a share, or how one of them differs.

Sentence by sentence and clause by clause. A clause says of what it is in the words before its figure; one that says nothing goes on with the
thing before. What stands behind `其中` is a part of the thing before it. Clauses without figures are what the rest of their sentence is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._statistics.cues import FALL, RATE_WORD, RISE
from engine.generators.civil._statistics.material.cues import FIGURE, SINCE, scale, tails
from engine.generators.civil._statistics.material.named import Named
from engine.generators.civil._statistics.material.names import Thing, Told, clean, core, nearest, place_of
from engine.generators.civil._statistics.material.periods import SIGN, SOME_YEAR, Period, bare
from engine.generators.civil._statistics.material.rows import evened, names_of_row
from engine.generators.reading import stay_out

_PLAIN = patterns.sub(r"[?]P<.*?>", "", FIGURE.pattern)
_INSIDE = re.compile(r"^(?:其中|在?其中)(?:,|:)?")
_AMONG = re.compile(
    rf"^(?:(?:在|从)(?P<name>[^\d,;{SIGN[1:-1]}]{{2,24}}?)(?:中|内|里)(?:,|$)?|(?P<of>[^\d,;{SIGN[1:-1]}]{{2,24}})(?:当中|之中|里面|中|里)(?:的|(?=[^,;部央心国小东西]))(?=[^,;]{{1,16}}\d)"
    rf"|(?P<lone>[^\d,;{SIGN[1:-1]}]{{2,24}}?)(?:当中|之中|里面|(?<![高初集期空年途其城])中|(?<![公英])里)$)"
)
_OF_THESE = re.compile(
    "^(?:在|从)?(?:(?:这|此|上述|该)(?:一?部分|[一些]?类|些|批)?(?:之?人(?:员|群)?|者|企业|产品|学生)?|后者|此)(?:当中|之中|里面|中|里)(?:的|,|$|(?=[^部央心国小东西]))"
)
"""`在这部分中`: of what was told last."""
_BY = re.compile(r"^(?P<name>[^\d]*?)(?:分(?!布)|按照?|从(?!事))[^\d]{1,16}(?:看|分|来看|划分|计算|统计)?$")
_LIST = re.compile(
    rf"(?P<names>[^\d,;]{{2,}}?)?(?P<cue>(?:{SINCE})?分别[^\d,;]{{0,12}}?)(?P<figures>{FIGURE.pattern.replace('?P<', '?P<first_')}(?:[、和与及,]+(?:以及)?(?:同比)?(?:{RISE}|{FALL})?了?{_PLAIN})+)"
)
_VALUE_THEN = re.compile(rf"(?:比|较)(?={SIGN}的$)")
"""`较 2015 年的 9.8 万件增长`: how much it was then."""
_OF_PLAN = re.compile(r"(?P<name>[^,;]*?)(?:已|共)?完成了?(?P<plan>[^\d,;]*?(?:目标|计划|任务|预算)数?)的")
_WITHIN = re.compile(r"[,:]?在(?P<name>[^\d,;]{2,24}?)(?:中|里)(?:所|的)?")
_NEW = re.compile(r"^(?:全[年国市省])?(?:一?年)?(?:新增|净增加?|新增加)(?P<name>[^\d,;]{0,20})$")
_TURNED = re.compile(
    rf"(?P<name>[^\d,;]*?)(?:同比)?(?:{RATE_WORD})(?:由|从)(?P<then>{SIGN})?(?:的|同期)*(?P<before>{RISE}|{FALL})?(?P<rate>\d+(?:\.\d+)?)%"
    rf"(?:转|变|转变|提高|提升|回升|加快|回落|放缓|下降|上升)?(?:为|到|至|成)(?:同比)?(?P<after>{RISE}|{FALL})?(?P<rate_after>\d+(?:\.\d+)?)%"
)
_GROWN_TO = re.compile(rf"(?P<how>(?:{RISE}|{FALL}|变化|发展|变)?(?:到|至|为))(?P<when>{SIGN})的?")
_TIMES = re.compile(
    rf"(?:[仅约]?是|相当于|达到?|为)(?P<then>{SIGN})?(?:的|同期)*(?P<other>[^\d,;{SIGN[1:-1]}]*?)的(?P<about>近|约|大约|超过|将近|不到)?$"
)
_PART_BEHIND = re.compile(
    rf"(?:的人?)?(?P<is>是|为|属于|来自)?(?P<part>(?!{RISE}|{FALL}|左右|上下|的?增|以[上下])[^\d,;]{{2,16}}?)(?:的人?)?$"
)
_PASSED = re.compile(r"(?:首次|首度|历史性地?|一举|再次|继续)?(?:突破|迈上|跨越|跃上|站上|登上|超过|突破了)[^\d,;]{2,14}$")
_FLAT = re.compile(rf"(?P<lead>.*?)(?:{SINCE})(?:基本)?持平|(?P<same>.*?)(?:与|同|和)(?P<since>{SIGN})(?:基本)?持平")
_BINDS = re.compile(r"(?<![分])若(?!干)|假[设如定]|如果|剔除|虚增|误|重复|漏|调整(?:前|后|口径)")
_PART_OF_YEAR = re.compile(r"\s*(?:\d{1,2}(?:月?\s?[-—~]\s?\d{1,2})?月|[上下]半年|前[一二三四\d]|[一二三四]季度)")
_OF_EACH = re.compile(r"占(?P<wholes>[^占\d,;]*?[和与及、][^占\d,;]*?)的?(?:比重|比例|份额)")
_ANOTHER_YEAR = re.compile(r"\s*(?:(?:19|20)\d\d年|上年|去年)(?!同期)")
_SORTS = re.compile("(?:大?类|行业|领域|门类|品种|产业|部门|省|地区|国家|季度|月|城市|方面|百分)")
_COUNTED = re.compile(r"(?P<what>[^\d,;:。的中]{2,20}?)(?=实现|完成|共|的|中|合计|总|$)")


class Material(Named):
    """Things and facts of a material, read in order."""

    __slots__ = ()

    def read(self, text: str) -> None:
        """Takes in a material."""
        text = evened(text)
        paragraph: tuple[Period, Period] | None = None  # told at its beginning, and what stood then
        begins = True
        for told in patterns.findall(r"[^。?!\n]+[。?!\n]*", text):
            sentence = told.rstrip("。?!\n")
            self.parent, self.scope, self.main, self.head, self.group, self.span = None, "", None, None, [], None
            self.among, self.unsure, self.fresh = False, False, True
            # A part of the year is told for its sentence, and for the paragraph that begins with it.
            holds = paragraph is not None and paragraph[1] == self.standing
            self.calendar.now, self.calendar.this_year = paragraph[0] if paragraph and holds else self.standing, self.standing.year
            self.sentence += 1
            for place, piece in enumerate(patterns.split(r"[()]", sentence)):
                kept = self.subject, self.parent, self.last, self.scope, self.calendar.now
                ended = False
                for clause in patterns.findall("[^,;:]+[,;:]?", piece):
                    if ended and _ANOTHER_YEAR.match(clause):
                        self.parent = None  # `其中……4992 张；2023 年末有……`
                    ended = clause.endswith(";")
                    if clause.strip(",;: "):
                        self._clause(clause.strip(",;: "))
                    if begins and _PART_OF_YEAR.match(sentence):
                        paragraph = self.calendar.now, self.standing
                    begins = False
                    if clause.endswith(";"):
                        self.head, self.fresh = None, True
                if place % 2:
                    self.subject, self.parent, self.last, self.scope, self.calendar.now = kept
            if self.main is not None and (self.main.parent is None or self.before is None):
                self.before = self.main
            if told.endswith("\n"):
                paragraph, begins = None, True

    def _clause(self, clause: str) -> None:
        if _BINDS.search(clause):
            self.bound.append(clause)
            self.subject, self.last = None, ""
            return
        spoken, this_year = self.calendar.now, self.calendar.this_year
        clause = self.calendar.marked(clause)
        if patterns.fullmatch(rf"{SIGN}(?:间|期间)?", clause):
            self.span = self.calendar.of(clause[0])
        beside = patterns.match(rf"(?:而|其|(?:与|同)(?=.*相比))?({SIGN})(?:的|同期)*(?:同比)?(?:{RATE_WORD}|为|{RISE}|{FALL}|是)", clause)
        if beside is not None and self.calendar.of(beside[1]) > spoken:
            beside = None  # the next year
        if beside is not None and self.subject is not None and self.calendar.of(beside[1]) != spoken:
            self.calendar.now = self.calendar.of(beside[1])
        if self.calendar.now != spoken:
            if beside is not None and self.subject is not None:
                self.base, self.last = None, ""
                self._said(clause)  # `2019 年增速为 9.1%`: beside what is spoken of
                self.calendar.now, self.calendar.this_year = spoken, this_year
                return
            if self.calendar.dated or self.standing == Period(SOME_YEAR):
                self.standing = self.calendar.now
        self._said(clause)

    def _said(self, clause: str) -> None:
        fresh, self.fresh = self.fresh, False
        if (inside := _INSIDE.match(clause)) is not None:
            over = self.subject or self.before
            # A part of it, or its fellow; or of what was not understood.
            self.unsure = over is not None and ((fresh and self.is_part(over)) or not self._is_told(over))
            self.parent, self.among = over, False
            clause = clause[inside.end() :]
        elif (same := _OF_THESE.match(clause)) is not None:
            self.parent, self.among, self.unsure = self.subject, True, self.subject is None
            clause = clause[same.end() :]
        elif (among := _AMONG.match(clause)) is not None and not patterns.search("增长|下降", among[0]):
            name = next(filter(None, (among["name"], among["of"], among["lone"])))
            parent = self.narrowed(name) or (self.narrowed(name.removesuffix("企业")) if name.endswith("企业") else None)
            if parent is not None or not among["of"] or len(name) > 3:  # `高中`, `集中` speak of nothing
                self.parent, self.scope, self.among, self.unsure = parent, name, True, parent is None
                clause = clause[among.end() :]
        if not clause:
            return
        if not FIGURE.search(clause):
            self._without_figure(clause)
            return
        if (rows := _LIST.search(clause)) is not None:
            self._listed(rows)
            self.aside = ""
            return
        self.aside = ""
        clause = _GROWN_TO.sub(r"\g<when>\g<how>", clause)
        if (turned := _TURNED.fullmatch(clause)) is not None:
            self._turned(turned)
            return
        end = 0
        for figure in FIGURE.finditer(clause):
            if figure["class"] or (
                figure["unit"] in ("个", "项", "种")
                and (patterns.search("的$", clause[: figure.start()]) or _SORTS.match(clause, figure.end()))
            ):
                continue  # `以上`, or how many there are of what is told
            self._figure(clause[end : figure.start()], figure, clause[figure.end() :])
            end = figure.end()

    def _without_figure(self, clause: str) -> None:
        if (passed := _PASSED.search(clause)) is not None and (thing := self._thing(clause[: passed.start()])) is not None:
            self.subject, self.last = thing, ""  # `全年进出口额首次突破四千亿美元，达到……`
            self.head, self.main = self.head or thing, self.main or thing
            return
        self.aside = clean(bare(clause))
        if self.sentence < 3 and not patterns.search("据|显示|调查|发布|统计|表明", clause):
            self.topic += self.aside[:30]
        if (flat := _FLAT.fullmatch(clause)) is not None:
            thing = self._thing(flat["lead"] or flat["same"] or "")
            last = self.facts[-1] if self.facts else None
            if (
                last is not None
                and last.thing is thing
                and last.kind in ("share", "rate")
                and not clean(bare(flat["lead"] or flat["same"] or ""))
            ):
                self._tell(f"{last.kind}-change", thing, Fraction(0), self._since(clause))  # `占……的 3%，与上年持平`
                return
            if thing is not None and not patterns.search(rf"(?:{RATE_WORD})$", clean(bare(flat["lead"] or flat["same"] or ""))):
                self._tell("rate", thing, Fraction(0), self._since(clause))
            return
        if (by := _BY.match(bare(clause))) is not None and patterns.search("增长|增速|速度|环比", clause):
            self.scope = "环比" if "环比" in clause else self.scope
            return
        if by is not None:
            named = nearest(self.things, clean(by["name"])) if by["name"] else []
            self.parent, self.scope = named[0] if len(named) == 1 else self.main or self.before, ""
            return
        self.scope += clean(bare(clause))

    def _turned(self, turned: re.Match[str]) -> None:
        """Two rates: `增速由上年同期的下降 2% 转为增长 3%`."""
        thing = self._thing(turned["name"])
        if thing is None:
            return
        now = self.calendar.now
        then = self.calendar.of(turned["then"]) if turned["then"] else now.years_before(1)
        for period, way, value in ((then, turned["before"], turned["rate"]), (now, turned["after"], turned["rate_after"])):
            self.calendar.now = period
            falls = patterns.fullmatch(FALL, way or "") is not None
            self._tell("rate", thing, Fraction(value) * (-1 if falls else 1), period.years_before(1))
        self.calendar.now = now

    def _since(self, cue: str) -> Period | None:
        """The period that a rate is since; None where it is one that has no dates (`比开业时`, `比上月` of a year)."""
        if "环比" in cue or "环比" in self.scope:
            return self.calendar.now.just_before()
        if "同比" in cue:
            return self.calendar.now.years_before(1)
        signs = patterns.findall(rf"(?:[比较与和同跟由从]|相比|较于?|[高低快慢]于)({SIGN})", cue)
        if signs:
            since = self.calendar.of(signs[-1])
            return since if since < self.calendar.now else None
        if self.base == self.calendar.now:
            return None
        return self.base if self.base is not None and self.base < self.calendar.now else self.calendar.now.years_before(1)

    def _figure(self, lead: str, figure: re.Match[str], behind: str) -> None:
        if figure["unit"]:
            lead = _VALUE_THEN.sub("由", lead)
        if figure["percent"] and (plan := _OF_PLAN.fullmatch(lead)) is not None:
            self._of_plan(plan, Fraction(figure["value"]) / 100)
            return
        said, cues, groups = tails(lead)
        counted = _COUNTED.match(behind) if figure["unit"] and not cues and not clean(place_of(clean(bare(said)))[1]) else None
        whole = _WITHIN.fullmatch(bare(said)) if "share" in cues else None
        said = "" if whole else said
        if figure["times"] and self._multiple(lead, figure):
            return
        if figure["percent"] and not cues - {"fill"} and self._share_behind(said, figure, behind):
            return
        thing = self._thing(counted["what"]) if counted else self._thing(said, figure["unit"] or "")
        if thing is None:
            return
        if (new := _NEW.match(bare(said).strip())) is not None and figure["unit"]:
            grown = self._thing(new["name"]) if new["name"] else self.subject
            if grown is None:
                return
            grown.unit = grown.unit or figure["unit"]
            self._tell("more", grown, Fraction(figure["value"]) * scale(figure["unit"]), self._since(lead))
            thing = self._thing("新增" + (new["name"] or grown.own)) or grown
        if "reach" in cues and thing is self.subject and thing.own.startswith("新增"):
            thing = next((each for each in self.things if each.own == thing.own.removeprefix("新增")), thing)
        value = Fraction(figure["value"])
        named = counted is not None or clean(bare(said)) != ""
        self.base = None if named else self.base
        if "since" in cues and patterns.search(SIGN, lead) and "环比" not in lead:
            self.base = self._since(lead) or self.calendar.now
        sign = -1 if "down" in cues and "up" not in cues else 1
        since = self._since(lead)
        kind = self._kind(figure, cues, named)
        if "fallrate" in cues and kind == "rate-change" and self._grows(thing):
            stay_out("how much it falls, of what grows")
        if "fallrate" in cues:
            sign = -sign if kind == "rate-change" else -1
        then = self.calendar.now
        if "from" in cues:
            self.base = self.calendar.now = self.calendar.of(groups["then"]) if "then" in groups else then.years_before(1)
        besides = kind in ("rate", "more") and "gap" in cues  # `比开业时`, `比甲市`: no growth since the year before
        summed = self.calendar.now.months == 12 and not cues & {"since"} and patterns.search(rf"(?<!全年)累计(?:{RISE}|{FALL})", lead)
        if kind == "" or besides or summed or "real" in cues or ("环比" in lead and self.calendar.now.months == 12):
            self.last, self.calendar.now = "", then
            self.subject = thing  # what speaks of it again speaks of this one
            return
        other: Thing | None = None
        if kind == "share":
            other = self._whole(whole["name"] if whole else groups.get("whole", ""), thing)
            if other is None:
                self.subject, self.last, self.calendar.now = thing, "", then
                return
            value /= 100
            named_whole = whole is not None or groups.get("whole", "") != ""
            if (
                (len(core(thing.own)) < 4 or (named_whole and thing.parent is None and not thing.scope))
                and other.own not in thing.own + thing.context
                and not patterns.search("[省市县区国]", other.own)
            ):
                thing.scope += other.own
            thing.unit = thing.unit or other.unit
            other.unit = other.unit or thing.unit
        if kind == "rate-gap":
            other = self._beside(groups.get("beside", ""), thing)
            sign = -1 if patterns.search("低[于出]|慢[于出]|[低慢]$|少", groups["gap"]) else 1
            if other is None:
                self.calendar.now = then
                return
        if kind == "rate" and figure["times"]:
            value *= 100
        if kind in ("value", "more"):
            value *= scale(figure["unit"] or "%")
            if kind == "value" and (thing.number, self.calendar.now) in self.rounded:
                self.facts = [
                    each for each in self.facts if each.kind != "value" or each.thing is not thing or each.period != self.calendar.now
                ]
                self.rounded.discard((thing.number, self.calendar.now))
            if kind == "value" and patterns.search("突破|超过?$", lead):
                self.rounded.add((thing.number, self.calendar.now))
            if kind == "value" and self._conflicts(thing, value):
                thing = self._new(thing.own, thing.place)
            thing.unit = thing.unit or figure["unit"] or "%"
            if kind == "value" and named and thing not in self.group:
                self.group = []
        alike = self.group if not named and patterns.search("[均都]", lead) and thing in self.group else [thing]
        for each in alike:
            self._tell(kind, each, sign * value if kind not in ("value", "share") else value, since, other)
        self.calendar.now = then

    def _share_behind(self, said: str, figure: re.Match[str], behind: str) -> bool:
        """Takes in `职工医保参保人员的 25% 是退休人员`, `其中 25% 使用手机支付`; whether it was that."""
        found = _PART_BEHIND.fullmatch(bare(behind))
        said = clean(bare(said))
        if found is None or (not found["is"] and (said or not self.among)):
            return False
        whole = self.narrowed(said) if said else None if self.unsure else self.parent
        self.subject, self.last = None, ""
        if whole is None:
            return True
        parent, self.parent = self.parent, whole
        part = self._thing(found["part"])
        self.parent = parent
        if part is not None and part is not whole:
            part.unit, whole.unit = part.unit or whole.unit, whole.unit or part.unit
            self._tell("share", part, Fraction(figure["value"]) / 100, self.calendar.now, whole)
        return True

    def _grows(self, thing: Thing) -> bool:
        return any(
            each.kind == "rate" and each.thing is thing and each.period == self.calendar.now and each.value >= 0 for each in self.facts
        )

    def _multiple(self, lead: str, figure: re.Match[str]) -> bool:
        """Takes in `是 2003 年保有量的 7.2 倍`; whether it was that, or only about so."""
        found = _TIMES.search(lead)
        if found is None:
            return False
        thing = self._thing(lead[: found.start()])
        if thing is None or found["about"]:
            return True
        subject = self.subject, self.last
        other = self._thing(found["other"]) if clean(bare(found["other"])) else thing
        self.subject, self.last = subject
        then = self.calendar.of(found["then"]) if found["then"] else self.calendar.now
        if other is not None and (other is not thing or then != self.calendar.now):
            self._tell("multiple", thing, Fraction(figure["value"]), then, other)
        return True

    def _of_plan(self, plan: re.Match[str], part: Fraction) -> None:
        """Takes in `完成年度目标的 107.2%`: of what was to be reached."""
        thing = self._thing(plan["name"])
        if thing is None:
            return
        planned = self._thing(plan["plan"])
        if planned is not None and planned is not thing:
            self._tell("multiple", thing, part, self.calendar.now, planned)
            planned.unit = planned.unit or thing.unit
        self.subject, self.last = thing, ""

    def _conflicts(self, thing: Thing, value: Fraction) -> bool:
        return any(
            fact.kind == "value" and fact.thing is thing and fact.period == self.calendar.now and fact.value != value for fact in self.facts
        )

    def _kind(self, figure: re.Match[str], cues: set[str], named: bool) -> str:
        moves = bool(cues & {"up", "down"})
        if figure["points"]:
            if "gap" in cues:
                return "rate-gap" if self.last in ("rate", "rate-change") or cues & {"rate", "fallrate"} else ""
            if cues & {"rate", "fallrate"} or (not named and self.last in ("rate", "rate-change") and "share" not in cues):
                return "rate-change"
            if "share" in cues or (not named and self.last in ("share", "share-change")):
                return "share-change"
            of_rate = not named and self.last == "value" and self.subject is not None and self.subject.unit == "%"
            return "more" if of_rate and moves else ""  # `利润率为 6%，比上年下降 0.6 个百分点`
        if figure["percent"] or figure["times"]:
            if "share" in cues:
                return "share" if figure["percent"] else ""
            if "to" in cues and not named:
                return self.last if self.last in ("share", "value", "rate") else ""
            if cues & {"rate", "fallrate"} or moves:
                return "" if "to" in cues else "rate"
            return "value" if named and figure["percent"] else ""
        if cues & {"to", "from"} or ("reach" in cues and not moves):
            return "value"
        if "more" in cues or moves:
            return "more"
        told = any(each.kind == "value" and each.thing is self.subject and each.period == self.calendar.now for each in self.facts)
        return "value" if named or self.last in ("", "rate", "share") or (self.last == "value" and not told) else ""

    def _listed(self, rows: re.Match[str]) -> None:
        figures = list(FIGURE.finditer(rows["figures"]))
        if "占" in rows[0] and (of := _OF_EACH.search(rows["names"] or rows["cue"])) is not None:
            self._shares_of_each(of["wholes"], figures)
            return
        before, _, behind = ((rows["names"] or "") + rows["cue"]).partition("分别")
        noun, cues, groups = tails(behind)
        said, more, its = tails(before)
        cues, groups = cues | more, {**its, **groups}
        said, noun = clean(bare(said)), clean(bare(noun))
        if self._year_by_year(rows, said, figures, cues):
            return
        names = names_of_row(said or self.aside, noun, len(figures))
        if names:
            known = len(self.things)
            self.group = [thing for name in names if (thing := self._of_row(name, names[-1])) is not None]
            first = self.group[0].own if self.group else ""
            for thing in self.group[1:]:
                if thing.number > known and not thing.scope and len(core(thing.own)) < 5 < len(core(first)):
                    thing.scope = first  # `企业营业收入和利润总额`
        elif not said and len(self.group) != len(figures):
            told = list(
                dict.fromkeys(fact.thing.number for fact in self.facts if fact.kind == "value" and fact.thing.sentence == self.sentence)
            )
            if len(told) < len(figures):  # what the sentences before told, too
                told = list(dict.fromkeys(fact.thing.number for fact in self.facts if fact.kind == "value"))
            self.group = [self.things[number] for number in told[-len(figures) :]]
        if len(self.group) != len(figures) or "real" in cues or (said and not names):
            self.subject, self.last = None, ""
            return
        for thing, figure, sign in zip(self.group, figures, _ways(rows["figures"], figures, cues), strict=True):
            kind = self._kind(figure, cues, named=True)
            value = Fraction(figure["value"]) * sign
            if kind == "share":
                other = self._whole(groups.get("whole", ""), thing)
                if other is not None:
                    thing.scope += "" if thing.parent else other.own
                    thing.unit = thing.unit or other.unit
                    other.unit = other.unit or thing.unit
                    self._tell("share", thing, value / 100, self.calendar.now, other)
            elif kind in ("value", "more"):
                thing.unit = thing.unit or figure["unit"] or "%"
                self._tell(kind, thing, value * scale(figure["unit"] or "%"), self._since(rows["cue"]))
            elif kind in ("rate", "rate-change") and "fallrate" not in cues:
                self._tell(kind, thing, value, self._since((rows["names"] or "") + rows["cue"]))

    def _year_by_year(self, rows: re.Match[str], said: str, figures: list[re.Match[str]], cues: set[str]) -> bool:
        """Takes in `2018—2020 年产量分别为……`: one figure for every year; whether it was that."""
        told = [self.calendar.of(sign) for sign in patterns.findall(SIGN, (rows["names"] or "") + rows["cue"].partition("分别")[0])]
        told = told or ([self.span] if self.span else [])
        periods = [Period(year) for year in range(told[0].year, told[0].until + 1)] if len(told) == 1 and told[0].until else told
        if (
            len(periods) < 2
            or len(periods) != len(figures)
            or any(period.until for period in periods)
            or patterns.search("比|较", rows["cue"])
        ):
            return False
        thing = self._thing(said, figures[0]["unit"] or "")
        kinds = {self._kind(figure, cues, named=True) for figure in figures}
        if thing is None or len(kinds) > 1 or not kinds <= {"value", "rate"} or "real" in cues:
            return False
        now = self.calendar.now
        for period, figure, sign in zip(periods, figures, _ways(rows["figures"], figures, cues), strict=True):
            self.calendar.now = period
            value = Fraction(figure["value"])
            if kinds == {"value"}:
                thing.unit = thing.unit or figure["unit"] or "%"
                value *= scale(figure["unit"] or "%")
            self._tell(kinds.copy().pop(), thing, sign * value if kinds == {"rate"} else value, period.years_before(1))
        self.calendar.now = now
        return True

    def _shares_of_each(self, said: str, figures: list[re.Match[str]]) -> None:
        """`占全国企业数和投资额的比重为 3% 和 4%`: what was told last, each of its own whole."""
        wholes = names_of_row(clean(bare(said)), "", len(figures))
        told = list(
            dict.fromkeys(fact.thing.number for fact in self.facts if fact.kind == "value" and fact.thing.sentence == self.sentence)
        )
        if len(wholes) != len(figures) or len(told) < len(figures):
            return
        for number, name, figure in zip(told[-len(figures) :], wholes, figures, strict=True):
            found = nearest(self.things, name)
            if len(found) == 1 and figure["percent"]:
                self._tell("share", self.things[number], Fraction(figure["value"]) / 100, self.calendar.now, found[0])

    def _of_row(self, name: str, last: str) -> Thing | None:
        """One thing of a row, whose noun may stand behind the last only."""
        for start in range(1, len(last)):
            key = core(name + last[start:])
            if any(core(thing.own) == key for thing in self.things):
                return self._thing(name + last[start:])
        return self._thing(name)

    def _tell(self, kind: str, thing: Thing, value: Fraction, since: Period | None, other: Thing | None = None) -> None:
        if since is None:
            if kind in ("rate", "more", "rate-change", "share-change"):
                self.subject, self.last = thing, ""
                return
            since = self.calendar.now.years_before(1)
        self.facts.append(Told(kind, thing, self.calendar.now, value, since, other))
        self.subject, self.last = thing, kind
        self.head = self.head or thing
        if self.main is None or (self.main.unit[-1:] in ("家", "个", "户", "所") and thing.own.startswith(self.main.own)):
            self.main = thing


def _ways(text: str, figures: Sequence[re.Match[str]], cues: set[str]) -> list[int]:
    """Which way each figure of a row goes: `分别增长 5%、3% 和下降 2%`; one that does not say goes as the one before."""
    ways: list[int] = []
    end, way = 0, -1 if "down" in cues else 1
    for figure in figures:
        said = text[end : figure.start()]
        way = -1 if patterns.search(FALL, said) else 1 if patterns.search(RISE, said) else way
        ways.append(way)
        end = figure.end()
    return ways
