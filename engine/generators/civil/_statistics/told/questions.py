"""What the questions of a short text ask: which relation of which things, of which period, since when, in which unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from engine.generators import patterns
from engine.generators.civil._statistics.cues import MORE_WORD, RATE_WORD, SHARE_WORD
from engine.generators.civil._statistics.material.periods import Period
from engine.generators.civil._statistics.told.asked import ALL_TOLD, Asked, all_told, part_and_whole, way_of, year_of_the_most
from engine.generators.civil._statistics.told.increases import increases_apart
from engine.generators.civil._statistics.told.marks import ANY, FIGURE, Q, T
from engine.generators.civil._statistics.told.statements import Statements
from engine.generators.civil._statistics.told.things import key_of
from engine.generators.civil._statistics.told.words import DOWN, SINCE, UP
from engine.generators.reading import stay_out

_DIRECTION = re.compile(
    rf"(?:到底|究竟)?是?(?:{UP}|多|高)(?:了|出)?[,、/]?(?:还是|或者?|是)[,]?(?:{DOWN}|少|低)(?:了)?(?:[,]?(?:变化|变动|变)?了?(?=.*{Q}))?(?:呢|吗)?"
)
_ASIDE = r"^(?:(?:而且|而|且|那么|那|则|请问|请|试问|试求|试|求出|求|问题?|计算|我想问一?下?|想问|想知道|已知|可知|结果|根据(?:上述|以上)?(?:材料|资料)?|表示|说明|:|,|算一?算|即)+)"
_YEARLY = re.compile(r"(?P<name>.*?)(?:的)?(?:年平均|平均每年|每年平均|年均)(?:的)?(?:复合)?(?P<rest>.*)")
_RANGE = re.compile(rf"(?:从|由|在)?(?P<one>{T})(?:-|到|至|~|—)+(?P<other>{T})(?:间|期间|之间|这.年)?,?")
_SPAN = re.compile(r"(?:这|过去|该|此|期间)+[两三四五六七八九十\d]?年(?:间|里|来|内|中|之间|时间)?(?:的|,)?")
_OF_TIMES = re.compile(
    r"(?P<lead>.*?)(?:平均每个?(?P<each>月份?|季度?)的?|(?P<each2>[月季])(?:平均|均)|(?P<all>[四4]个季度|(?:12|6|十二|六)个月)的?平均)(?P<name>.*)"
)
_REFERS = re.compile(r"(?:这一?|该|此|这个|上述)(?:平均(?:数|值)?|比重|占比|比例|指标|数值|数)")


@dataclass(slots=True)
class Reader:
    """Reads the questions behind what was told."""

    told: Statements
    asked: list[Asked] = field(default_factory=list)
    period: Period | None = None
    since: Period | None = None
    goes_on: str = ""
    before: str = ""  # what stands between the figure before and this question
    lead: str = ""  # of the question that is read
    restores: Period | None = None  # what is asked is to become as it was then

    def sentence(self) -> None:
        """A sentence begins: what it is compared with was said for the one before."""
        self.since, self.before = None, ""

    def date(self, clause: str) -> bool:
        """Takes in a clause that only says of when, or since when, something is asked; whether it does."""
        clause = patterns.sub(_ASIDE, "", clause)
        if (back := patterns.fullmatch(rf"(?:{T}|想要?|要|计划|为了?|打算)*(?:恢复|回)到(?P<then>{T})的?(?:水平)?", clause)) is not None:
            self.restores = self.told.marks.period(back["then"])
            return True
        if (since := patterns.fullmatch(rf"{SINCE}", clause)) is not None:
            self.since = self.told.marks.period(since["since"])
            return True
        if patterns.fullmatch(r"同比", clause):
            self.since = None
            return True
        if patterns.fullmatch(rf"(?:在|到|截[至止]到?)?{T}(?:间|期间|的|里)*", clause):
            period = self.told.marks.period(patterns.findall(T, clause)[0])
            self.since = Period(period.year) if period.until else self.since
            self.period = Period(period.until) if period.until else period
            return True
        return False

    def condition(self, clause: str) -> bool:
        """Takes in that what was last goes on: `若保持这一增速不变`; whether it says that."""
        found = patterns.search(
            rf"^(?:如果|若|假如|假设|假定|要是|倘若|按照?|照|以|仍|之后|以后|此后|今后|未来|接下来)(?!干)[^{Q[1:-1]}]{{0,30}}?(?:(?P<rate>增长速度|增速|增长率|增幅|速度|降幅|降速|涨幅)|(?P<more>增长?量|增加量|增长额|增加额|增加的?数量))",
            clause,
        )
        if (
            found is None
            or patterns.search(FIGURE, clause)
            or not patterns.search("不变|保持|按|照|同|相等|一样|一致|这个|这一|此|该", clause)
        ):
            return False
        if patterns.search("[多少几倍半翻]|一半", clause):
            stay_out(f"a condition: {clause}")
        if patterns.search("这个|这一|此|该|这样", clause) and self.asked and self.asked[-1].what.startswith("yearly"):
            clause += "年均"
        self.goes_on = ("more" if found["more"] else "rate") + ("-yearly" if "年均" in clause else "")
        for sign in patterns.findall(T, clause):
            if self.told.marks.period(sign).until:
                self.goes_on = self.goes_on.removesuffix("-yearly") + "-yearly"
        return True

    def ask(self, clause: str) -> None:
        """Takes in a clause that asks.

        Raises:
            StayOut: it is not understood.
        """
        clause = patterns.sub(_ASIDE, "", clause)
        found = list(patterns.finditer(Q, clause))
        end = 0
        for place, sign in enumerate(found):
            behind = clause[sign.end() : found[place + 1].start()] if place + 1 < len(found) else clause[sign.end() :]
            lead = clause[end : sign.start()]
            if place + 1 < len(found):
                cut = patterns.match(r"[、,]?(?:和|与|及|以及|,|、)?", behind)
                end = sign.end() + (cut.end() if cut else 0)
                behind = ""
            self._one(patterns.sub(_ASIDE, "", lead), self.told.marks.asks[sign[0]].unit, behind.strip(",。;:() "))

    def most(self, clause: str) -> bool:
        """Takes in `哪一年的同比增速最快`; whether it is that."""
        asked = year_of_the_most(clause)
        if asked is None:
            return False
        asked.subject, asked.topic = self.told.subject, self.told.topic
        self.asked.append(asked)
        return True

    def _several(self, lead: str, unit: str) -> bool:
        """Takes in `2022 年、2023 年的增速分别是`: one question each; whether there are several."""
        if (each := patterns.search("分别|依次|各(?=是|为|有|占|$)", lead)) is None:
            return False
        before, behind = lead[: each.start()], lead[each.end() :]
        if (every := ALL_TOLD.fullmatch(before + behind)) is not None:
            for key in all_told(every["count"], self.told.book.facts):
                self._one(f"{key}的{every['of']}", unit, "")
            return True
        row = patterns.search(rf"{T}(?:[、和与及]+{T})+", before)
        if row is not None:
            for sign in patterns.findall(T, row[0]):
                self._one(before[: row.start()] + sign + before[row.end() :] + behind, unit, "")
            return True
        said = patterns.match(rf"(?:{T}|[,的])*", before)
        head = said[0] if said else ""
        names = [name for name in patterns.split("、|和|与|及|以及", before[len(head) :]) if name]
        if len(names) < 2 or any(patterns.search(f"占|比|{T}", name) for name in names):
            stay_out("which of them")
        for name in names:
            self._one(head + name + behind, unit, "")
        return True

    def _one(self, lead: str, unit: str, behind: str) -> None:
        if not behind and self._several(lead, unit):
            return
        lead = patterns.sub(
            "又(?=是|为|占|有|相当)|将(?=达|是|为|会)|预计|预期|估计|(?<=[\ue200-\ue5ff])[要会]|(?:大概|应该|能够?|可以?|会)(?=是|达|有|为|[多]|$)",
            "",
            lead,
        )
        behind = patterns.sub(r"^(?:左右|呢|啊|呀|吗|嘛|了|的|钱|才对|才够|合适)+|(?:呢|啊|呀|吗|了)+$", "", behind)
        asked = Asked("", [], unit=unit, subject=self.told.subject, topic=self.told.topic, restores=self.restores)
        self.restores = None
        lead = self._range(lead, asked)
        direction = _DIRECTION.search(lead + "")
        if direction is not None:
            lead, asked.direction = lead[: direction.start()] + "变化", True
        lead = patterns.sub(
            rf"(?P<since>{SINCE.replace('(?P<since>', '(?:')}|同比)(?P<way>多|少)(?!多|少|增|减)[\u4e00-\u9fff]{{1,2}}(?P<fill>了?约?)$",
            lambda found: f"{found['since']}{'增加' if found['way'] == '多' else '减少'}{found['fill']}",
            lead,
        )
        lead = patterns.sub(
            rf"(?:(?<={T})|^)[^,{Q[1:-1]}\ue200-\ue5ff占比是为]{{0,8}}?(?:一共|总共|共)有(?=[\u4e00-\u9fff]{{2}})", "", lead
        )
        whole_lead = lead
        name, cues, since, _ = self.told.peeled(lead)
        way = way_of(lead)
        periods = [self.told.marks.period(sign) for sign in patterns.findall(T, patterns.sub(SINCE, "", name))]
        if since is None and (early := patterns.search(SINCE, name)) is not None:
            since = self.told.marks.period(early["since"])
            name = name[: early.start()] + name[early.end() :]
            periods = [self.told.marks.period(sign) for sign in patterns.findall(T, name)]
        if since is not None and patterns.search(SINCE, lead) is None and patterns.search("同比", lead) is not None:
            since = None  # since the year before what is asked for
        since = since or self.since
        asked.since, asked.way = since, way
        asked.period = periods[-1] if periods else self.period
        self._of_all_the_year(lead, asked)
        if behind and not self._behind(behind, asked, name):
            stay_out(f"behind the question: {behind}")
        self.lead = whole_lead
        reading = self._read(name, whole_lead, cues, asked, unit, since)
        if reading and any(patterns.match(r"(?:这)?[两二三四五六七八九十\d](?:个?[年月天]|个?季度)", key_of(each)) for each in asked.names):
            reading = self._over_all(asked)
        if not reading:
            stay_out(f"a question that is not understood: {patterns.sub(ANY, '#', lead)}")
        if asked.period is not None and asked.period.until:
            stay_out("of several years")
        asked.names = [patterns.sub(T, "", each) for each in asked.names]
        asked.then = bool(self.asked) and self.asked[-1].what.startswith("most-") and asked.period is None
        asked.goes_on = self.goes_on
        if asked.names and _REFERS.fullmatch(key_of(asked.names[0])) and self.asked:
            asked.names = list(self.asked[-1].names)
        self.asked.append(asked)
        if asked.period is not None:
            self.period = asked.period

    def _over_all(self, asked: Asked) -> bool:
        """`两年合计增长`: from the first period that is told of to the last."""
        told = sorted({each for fact in self.told.book.facts for each in (fact.period, fact.since)})
        name = patterns.sub(r"^(?:这)?[两二三四五六七八九十\d]年(?:间|来|里)?(?:合计|累计|一共|总共|共)?", "", key_of(asked.names[0]))
        if not patterns.search("合计|累计|一共|总共|共", self.lead):
            return False
        years = patterns.search("[两二三四五六七八九十]", asked.names[0])
        if (
            asked.what not in ("rate", "more", "move")
            or years is None
            or asked.since is not None
            or len({(each.first, each.last) for each in told}) != 1
        ):
            return False
        if told[-1].year - told[0].year != " 一二三四五六七八九十".replace("二", "二").find({"两": "二"}.get(years[0], years[0])):
            return False
        asked.names, asked.since, asked.period = [name], told[0], told[-1]
        return True

    def _of_all_the_year(self, lead: str, asked: Asked) -> None:
        """`全年`, where parts of the year were told: all of it, not the part told last."""
        told = [fact.period for fact in self.told.book.facts] if "全年" in lead and "占" not in lead else []
        if any(each.months < 12 for each in told) and (asked.period is None or asked.period.months < 12):
            asked.period = Period(asked.period.year if asked.period is not None else max(each.year for each in told))
            if asked.since is not None and asked.since.year < asked.period.year:
                asked.since = Period(asked.since.year)

    def _placed_other(self, one: str, other: str) -> str:
        """`乙市` behind `甲市的产量比`: that of the other place."""
        here = next((place for place in self.told.places if key_of(one).startswith(place)), "")
        return key_of(other) + key_of(one).removeprefix(here) if here and key_of(other) in self.told.places else other

    def _range(self, lead: str, asked: Asked) -> str:
        """A lead without the years from one to another that it says."""
        if (found := _RANGE.search(lead)) is not None:
            asked.since, asked.period = self.told.marks.period(found["one"]), self.told.marks.period(found["other"])
            self.since, self.period = asked.since, asked.period
            return lead[: found.start()] + lead[found.end() :]
        for sign in patterns.findall(T, lead):
            period = self.told.marks.period(sign)
            if period.until:
                self.since, self.period = Period(period.year), Period(period.until)
                return patterns.sub(rf"(?:从|由|在)?{sign}(?:间|期间|之间|这.年|的|,)*", "", lead)
        return lead

    def _behind(self, behind: str, asked: Asked, name: str) -> bool:
        if (
            back := patterns.fullmatch(
                rf",?(?:才|就|方|便)?(?:能够?|可以?|会)?(?:恢复|回升?|达)到的?(?P<then>{T})的?[^\ue200-\uebff]{{0,10}}", behind
            )
        ) is not None:
            asked.restores = self.told.marks.period(back["then"])
            return True
        if patterns.search(ANY, behind):
            return False
        if (
            asked.unit
            and asked.unit not in ("%", "倍", "点", "百分点", "分数", "成")
            and patterns.fullmatch(r"[\u4e00-\u9fff]{1,6}", behind)
            and not patterns.search(rf"{UP}|{DOWN}|比|占|才|就|还|能|每", behind)
        ):
            asked.noun = behind
            return True
        return False

    def _read(self, name: str, lead: str, cues: set[str], asked: Asked, unit: str, since: Period | None) -> bool:
        if "again" in cues:
            return False
        if patterns.fullmatch(
            r"(?:[他她它]|最后|现在|这时|还|仍|就)*(?:剩余|剩下|余下|剩|余)(?:的|了|有)?", patterns.sub("(?:约|是|为|了|有)+$", "", lead)
        ):
            asked.what, asked.names = "value", ["剩下的"]
            return unit not in ("倍", "百分点")
        if patterns.search("最初|原来|原有|起初|一开始|本来", lead) and not self.told.dated and cues <= {"fill"}:
            asked.what, asked.names = "value", ["原有的"]
            return unit not in ("倍", "百分点", "%")
        plain = patterns.sub(rf"{T}", "", name)
        if (
            found := patterns.fullmatch(
                rf"(?P<part>.*?)(?:对(?P<whole>.+?)(?:{UP})?量?的?)?贡献率",
                patterns.sub(T, "", patterns.sub(r"(?:是|为|约|有|达到?|的)+$", "", lead)),
            )
        ) is not None:
            asked.what, asked.names = "contribution", [found["part"], patterns.sub("(?:增长|增加|增产)$", "", found["whole"] or "")]
            if not key_of(found["part"]) and self.asked and self.asked[-1].what == "pull":
                asked.names = list(self.asked[-1].names)
            return True
        if (found := patterns.fullmatch(r"(?P<part>.*?)(?:拉动|带动)了?(?P<whole>.+?)", plain)) is not None and cues & {"up"}:
            asked.what, asked.names = "pull", [found["part"], found["whole"]]
            return unit in ("百分点", "点", "%")
        if (found := _OF_TIMES.fullmatch(patterns.sub(T, "", self._unfilled(lead)))) is not None and cues <= {"fill"}:
            asked.period = asked.period if patterns.search(T, lead) else None
            asked.what, asked.way = "mean-of-times", (found["each"] or found["each2"] or found["all"].partition("个")[2])[0]
            asked.names = [patterns.sub("上半年|下半年|全年|[四4]个季度|[上下]?半?年", "", found["lead"]) + found["name"]]
            return unit not in ("%", "倍", "百分点")
        if (found := _YEARLY.fullmatch(plain + self._said(lead, name))) is not None:
            return self._yearly(found, asked, unit, cues)
        if (
            (
                found := patterns.fullmatch(
                    r"(?P<one>.*?)(?:恰好|正好|约)?(?:是|为|相当于|等于|达到了?)(?P<rest>[^是为占]*?)的?",
                    patterns.sub("(?:约|大约)$", "", self._unfilled(lead)),
                )
            )
            is not None
            and unit in ("倍", "%", "分数", "成", "点")
            and not cues & {"up", "down", "rate", "fallrate", "share", "more"}
            and "占" not in name
            and key_of(found["one"] + found["rest"])
            and (key_of(found["rest"]) or patterns.search(T, found["rest"]))
        ):
            return self._ratio(found["one"], found["rest"], asked)
        if (
            unit == "度"
            and (found := patterns.fullmatch("(?P<part>.*?)(?:所?对应)?的?(?:扇形)?的?圆心角(?:是|为|约|的|度数)*", lead)) is not None
        ):
            asked.what, asked.names = "angle", [found["part"], ""]
            return True
        moves = bool(cues & {"up", "down", "change"}) or asked.way in ("变化", "变动", "变") or asked.direction
        if (
            of_time := patterns.fullmatch(
                rf"(?P<part>[^占{T[1:-1]}]*{T}[^占{T[1:-1]}]*?)占(?P<whole>{T}|全年|当年)(?P<of>[^占{T[1:-1]}]*?)(?:的|{SHARE_WORD})*",
                patterns.sub("(?:约|是|为|有|达到?|的)+$", "", lead),
            )
        ) is not None and not moves:
            whole = patterns.search(T, of_time["whole"])
            asked.what, asked.names = "share-of-time", [patterns.sub(T, "", of_time["part"]), of_time["of"]]
            asked.period = self.told.marks.period(patterns.findall(T, of_time["part"])[-1])
            asked.other = self.told.marks.period(whole[0]) if whole else Period(asked.period.year)
            return unit in ("", "%", "点", "分数")
        if patterns.search(r"占|(?:比重|份额|占比|比例)", name) or ("share" in cues and not patterns.search("中签|利润", name)):
            return self._share(plain + "增量" * ("more" in cues), cues, asked, unit, since, moves)
        if cues & {"rate", "fallrate"} or patterns.search(f"(?:{RATE_WORD})", plain):
            return self._rate(plain, cues, asked, unit, since, moves)
        if "more" in cues:
            asked.what, asked.names = "more", [plain]
            return unit not in ("%", "倍", "百分点")
        if moves and since is None and (beside := patterns.fullmatch(r"(?P<one>.*?)(?:比|较)(?P<other>[^比较]+)", plain)) is not None:
            per = patterns.search("每(?:[公]?顷|亩|人|户|件|家|台|吨|平方米)$", beside["other"])
            other = beside["other"][: per.start()] if per else beside["other"]
            asked.what, asked.names = "differ", [beside["one"], self._placed_other(beside["one"], other)]
            before = self.asked[-1] if self.asked and key_of(other) == "其" and not key_of(beside["one"]) else None
            if before is not None and before.what == "value" and before.period is not None and before.period < self.told.now:
                asked.what, asked.names, asked.since, asked.period = "more", before.names, before.period, self.told.now
                return unit not in ("%", "倍", "百分点")
            if (grown := increases_apart(lead, asked.names, unit)) is not None:
                asked.what, (asked.way, asked.names) = "increases-differ", grown
                return not per
            if per:
                asked.unit += "/" + per[0][1:]
            return unit != "百分点"
        if (over := patterns.fullmatch(r"(?P<one>.+?)(?:与|和|同)(?P<other>.+?)(?:之|的)比", self._unfilled(plain))) is not None:
            asked.what, asked.names, asked.unit = "ratio", [over["one"], over["other"]], "比"
            return not unit
        if (
            beside := patterns.fullmatch(
                r"(?P<one>.+?)(?:与|和|同)(?P<other>.+?)(?:相差|之差|的差)", self._unfilled(patterns.sub(T, "", lead))
            )
        ) is not None:
            asked.what, asked.names, asked.way = "differ", [beside["one"], beside["other"]], "差"
            return unit != "百分点"
        if (moves or since is not None or asked.way in ("变化", "变动")) and key_of(plain).endswith("率") and unit in ("", "百分点", "点"):
            asked.what, asked.names, asked.way = "quotient-change", [plain], asked.way or "变化"
            return True
        if moves:
            asked.names = [plain]
            asked.what = "rate" if unit in ("%", "倍", "分数", "成", "点") else "more" if unit and unit != "百分点" else "move"
            if not key_of(plain) and self.asked and unit not in ("百分点", "点"):
                asked.names = list(self.asked[-1].names)
                return len(asked.names) == 1 or not self.asked[-1].what.startswith("share")
            if unit in ("百分点", "点") and not key_of(plain) and self.asked and self.asked[-1].what.startswith("share"):
                asked.what, asked.names = "share-change", list(self.asked[-1].names)
                return True
            return unit != "百分点"
        if since is not None or "since" in cues:
            asked.what, asked.names, asked.way = "move", [plain], asked.way or "变化"
            return unit not in ("百分点",)
        asked.what, asked.names = "value", [plain]
        return unit not in ("倍", "百分点", "分数", "成") and not cues - {"fill", "to"}

    def _unfilled(self, lead: str) -> str:
        return patterns.sub(r"(?:约|大约|大概|有|共|约为|了|:)+$", "", lead)

    def _said(self, lead: str, name: str) -> str:
        """What was taken for words of a figure behind the name."""
        return patterns.sub(f"{SINCE}|{T}", "", lead[len(name) :]) if lead.startswith(name) else patterns.sub(f"{SINCE}|{T}", "", lead)

    def _yearly(self, found: re.Match[str], asked: Asked, unit: str, cues: set[str]) -> bool:
        rest = patterns.sub(rf"(?:{RATE_WORD}|{MORE_WORD}|{UP}|{DOWN}|了|约|为|是|的|多|少)+$", "", found["rest"])
        tail = found["rest"][len(rest) :]
        asked.names = [_SPAN.sub("", found["name"]) + rest]
        asked.since, asked.period = self.since, self.period if self.since is not None else None
        more = patterns.search(MORE_WORD, tail) or (
            unit not in ("%", "", "点", "百分点", "倍") and patterns.search(f"{UP}|{DOWN}|多", tail)
        )
        if not tail and not cues & {"rate", "up", "down", "more"}:
            return False
        asked.what = "yearly-more" if more else "yearly"
        return unit != "倍"

    def _ratio(self, one: str, rest: str, asked: Asked) -> bool:
        then = patterns.search(T, rest)
        other = patterns.sub(T, "", rest)
        other = self._placed_other(one, other)  # `乙市人均消费是甲市的多少倍`
        if patterns.search("几|多", other):
            return False
        periods = [self.told.marks.period(sign) for sign in patterns.findall(T, one)]
        asked.period = periods[-1] if periods else self.period if asked.period is None or then is not None else asked.period
        asked.other = self.told.marks.period(then[0]) if then is not None else None
        asked.what = "ratio"
        asked.names = [patterns.sub(T, "", one)] + ([other] if key_of(patterns.sub("同期|水平", "", other)) else [])
        return asked.other is not None or len(asked.names) > 1

    def _share(self, plain: str, cues: set[str], asked: Asked, unit: str, since: Period | None, moves: bool) -> bool:
        if unit not in ("", "%", "百分点", "点", "分数", "成"):
            return False
        if (
            (beside := patterns.fullmatch(rf"(?P<first>.+?(?:{SHARE_WORD}))(?:比|较)(?P<second>.+?)(?:的?(?:{SHARE_WORD}))?", plain))
            is not None
            and moves
            and since is None
        ):
            part, whole = part_and_whole(patterns.sub(f"的?(?:{SHARE_WORD})$", "", beside["first"]))
            asked.what, asked.names = "shares-differ", [part, whole, patterns.sub("占.*$", "", beside["second"])]
            return True
        if (
            grown := patterns.fullmatch(rf"(?P<part>.+?)(?:{MORE_WORD})占(?P<whole>.+?)(?:{MORE_WORD})的?(?:{SHARE_WORD})?", plain)
        ) is not None:
            asked.what, asked.names = "contribution", [grown["part"], grown["whole"]]
            return not moves and since is None
        stem = patterns.sub(f"(?:所?占)?的?(?:{SHARE_WORD})(?:的|同比|,)*$", "", plain)
        part, whole = part_and_whole(stem)
        asked.names = [part, whole]
        if not key_of(part) and self.asked and self.asked[-1].what.startswith("share"):
            asked.names = list(self.asked[-1].names)
        changes = moves or since is not None or unit in ("百分点", "点")
        asked.what = "share-change" if changes else "share"
        if changes and not unit:
            asked.way = asked.way or "变化"
        if asked.what == "share-change" and unit in ("%", "分数", "成"):
            return False
        return not (asked.what == "share" and "since" in cues)

    def _rate(self, plain: str, cues: set[str], asked: Asked, unit: str, since: Period | None, moves: bool) -> bool:
        beside = patterns.fullmatch(
            rf"(?P<one>.+?)的?(?:同比)?(?:{RATE_WORD})(?:比|较|[高低快慢]于)(?P<other>[^比较]+?)(?:的?(?:同比)?(?:{RATE_WORD}))?", plain
        )
        if beside is not None and since is None:
            asked.what, asked.names = "rates-differ", [beside["one"], beside["other"]]
            return unit in ("百分点", "点", "%", "")
        stem = patterns.sub(rf"的?(?:同比|环比)?(?:{RATE_WORD})(?:同比|环比)?$", "", plain)
        asked.names = [patterns.sub("的?这?[两二三四五六七八九十]年(?:累计|合计|总|共)", "", stem) if asked.since is not None else stem]
        if (
            unit in ("百分点",)
            or patterns.search(rf"(?:{RATE_WORD})(?:的)?(?:{SINCE})(?:约|变化)?$", self.lead)
            or (moves and (since is not None or "since" in cues))
            or (since is not None and "rate" in cues and moves)
        ):
            asked.what = "rate-change"
            return unit in ("百分点", "点", "")
        asked.what = "rate"
        if patterns.search("变[动化](?:的?幅度|率)", self.lead):
            asked.way = "变化"
        asked.way = "下降" if "fallrate" in cues else asked.way if asked.way in ("变化", "变动") else ""
        return unit in ("%", "", "点", "倍")
