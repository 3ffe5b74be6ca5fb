"""So many hands at one work, of which some leave or others come: every hand does as much in a day."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import Equations, Term, constant, less, plus, product_of, scaled, symbol
from engine.generators.civil._problems.mentions import Clause, Lexicon, Mention
from engine.generators.civil._problems.reduced import opened
from engine.generators.civil._problems.relations import Answer, recognition
from engine.generators.civil._work_rate.hands.words import WORDS
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out

_N = r"\d+(?:\.\d+)?"
_HAND = r"(?:名|个|位|台|部|辆)?(?:同样的?)?(?:工人|民工|技工|员工|队员|工程师|程序员|人|挖掘机|收割机|抽水机|机器人|机器|机床|拖拉机|设备)"
_WHOLE, _LAST = "总量", "最后一段的时间"
_WORDS = (
    ("", r"(?:假设|假定|如果|设)?(?:每|各)(?:名|个|位|台)?(?:工人|人|机器)?的?(?:工作)?(?:效率|工效)(?:都|均)?(?:保持)?(?:相同|一样|相等|不变)|(?:去|到|支援)(?:了)?(?:其他|别的|另一|另外)[^,;。\d]{0,6}|(?:其余|剩下|剩余|余下)的?(?:工?人|机器)(?:继续|接着)?[^,;。\d多]{0,5}(?=[,;。]|$)|每天(?:的)?工作时间[^,;。\d]{0,4}不变"),
    ("", r"因故|因为?有事|由于[^,;。\d]{1,10}(?=,|有|调|抽)|(?:工作|劳动|施工)?(?:效率|工效)(?:都|均)?(?:保持)?不变"),
    ("some-hands", r"一些|若干|一?部分|有些|几(?=名?工?人)|有人"),
    ("in-all", r"实际(?:上)?(?=需|用|花|多少)"),
    ("out", r"有(?=\d+(?:名|个)?(?:工人|人)(?:离开|请假|退出|调走|调离|被))"),
    ("out", r"被?(?:抽出|抽走|抽掉|抽调|调走|调出|调离|调往|借调|撤走|撤出|离开|请假|退出|走了|走掉|减少|派走|派去|生病|休假)(?:了)?(?:走|出)?|(?:抽|调|撤|走)(?=\d)"),
    ("in", r"(?:需要?|还需要?|应|至少)*(?:再)?(?:增加|增派|加派|增调|调来|增添|补充|加入|派来|又来|新增|来|增)(?:了)?(?=\d|一半|多少|几)"),
    ("on-time", r"(?:按期|如期|按时|准时|按(?:原)?计划|按原定时间|在(?:原)?规定时间内|按原计划时间)"),
    ("heads", rf"(?P<value>{_N}){_HAND}"),
    ("ask-heads", rf"(?:多少|几){_HAND}|(?:多少|几)(?:名|人)|人数(?:为|是)?多少"),
    ("begun", r"(?:动工|开工|施工|工作|修|做|干|生产)(?:了)?(?=\d+天)"),
    *WORDS,
)  # fmt: skip
_LEXICON = Lexicon(_WORDS)


@dataclass(slots=True)
class _Hands:
    """How many are at work, what they have done so far, and what is asked."""

    equations: Equations = field(default_factory=Equations)
    now: Term | None = None
    factor: Fraction = Fraction(1)
    spells: list[tuple[Term, Fraction, Term]] = field(default_factory=list)
    plan: Term | None = None
    goals: int = 0
    asks: list[tuple[Term, str]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    unit: str = ""
    changed: bool = False  # somebody has come or left, or works faster

    @property
    def total(self) -> Term:
        return plus(symbol(_LAST), *(time for _, _, time in self.spells))

    @property
    def done(self) -> Term:
        return plus(*(scaled(product_of(hands, time), factor) for hands, factor, time in self.spells))

    def spell(self, time: Term, said: str) -> None:
        if self.now is None or self.goals:
            stay_out("who works")
        self.spells.append((self.now, self.factor, time))
        self.lines.append(said)


def read_hands(text: str) -> Recognition | None:
    """Some leave or come before the work is done.

    Raises:
        StayOut: a clause is not understood.
    """
    plain = patterns.sub(r"\s+", "", opened(text))
    if patterns.search("[甲乙丙丁]|小时|排队|检票|草|泉|效率比|元|半天|轮流|休息", plain) or not patterns.search(rf"\d{_HAND}", plain):
        return None
    plain = patterns.sub(r"(?<![\d一二两三四五六七八九十第])一半(?=工?人|的工?人)", "1/2", plain)
    work = _Hands()
    units = set(patterns.findall(r"\d(?:个)?(天|月|周|日)", plain))
    if len(units) != 1:
        stay_out("units")
    work.unit = units.pop()
    for clause in _LEXICON.clauses(plain):
        if clause:
            _take(work, clause)
    if work.now is None or len(work.asks) != 1 or not work.spells or not work.changed:
        stay_out("nothing asked, or nobody comes or leaves")
    hands, factor = work.now, work.factor
    last = scaled(product_of(hands, symbol(_LAST)), factor)
    work.equations.equal(plus(work.done, last), symbol(_WHOLE))
    asked, unit = work.asks[0]
    value = work.equations.value(asked, [_WHOLE])
    if unit in ("名", "台") and value.denominator != 1:
        stay_out("parts of a hand")
    answers: list[Answer] = [(0, value, unit)]
    return recognition(work.lines, answers, {}, working=work.equations.in_words())


def _changes(work: _Hands, clause: Clause) -> None:
    """Some leave, or others come."""
    if patterns.search("任务|总量|工作量|工程量|零件", clause.text):
        stay_out("the work itself grows")
    at = next(place for place, each in enumerate(clause.mentions) if each.kind in ("out", "in"))
    if any(each.kind == "time" for each in clause.mentions[:at]):
        told = clause.take("time")
        assert told is not None
        work.spell(constant(told.value), f"先做 {told.value} {work.unit}")
        clause.take("then", "begun")
    work.changed = True
    way = clause.take("out", "in")
    clause.take_all("out", "in")
    heads, share, asked = clause.take("heads"), clause.take("share", "percent"), clause.take("ask-heads")
    if work.now is None or way is None or (heads is None) + (share is None) + (asked is None) != 2:
        stay_out("who comes or leaves")
    if not work.spells and not work.plan:
        stay_out("when")
    if heads is not None:
        moved = constant(heads.value)
    elif share is not None:
        part = Fraction(1, 2) if share.value in ("一半", "半数") else Fraction(share.value) / (100 if share.kind == "percent" else 1)
        moved = scaled(work.now, part)
    else:
        moved = symbol("人数的变化")
        work.asks.append((moved, patterns.findall("[名台人]|$", asked.text if asked else "")[0] or "名"))
    work.now = less(work.now, moved) if way.kind == "out" else plus(work.now, moved)
    work.lines.append(f"{'减少' if way.kind == 'out' else '增加'} {(heads or share or Mention('', '若干')).text}")


def _goal(work: _Hands, clause: Clause) -> bool:
    """When the work is to be done, or is done, or was to be."""
    told, asked = clause.all("time"), clause.all("ask-time")
    if clause.has("earlier", "later") and len(told) + len(asked) == 1 and work.plan is not None:
        apart = less(work.plan, work.total) if clause.has("earlier") else less(work.total, work.plan)
        if told:
            work.equations.equal(apart, constant(told[0].value))
            work.lines.append(f"比计划{'提前' if clause.has('earlier') else '推迟'} {told[0].value} {work.unit}")
        else:
            work.asks.append((apart, work.unit))
    elif clause.has("on-time") and not told and not asked and work.plan is not None:
        work.equations.equal(work.total, work.plan)
        work.lines.append("按期完成")
    elif clause.has("rest", "still") and len(told) + len(asked) == 1 and work.spells:
        if told:
            work.equations.equal(symbol(_LAST), constant(told[0].value))
            work.lines.append(f"余下的做 {told[0].value} {work.unit}")
        else:
            work.asks.append((symbol(_LAST), work.unit))
    elif clause.has("in-all") and len(told) + len(asked) == 1 and work.spells:
        if told:
            work.equations.equal(work.total, constant(told[0].value))
            work.lines.append(f"一共 {told[0].value} {work.unit}")
        else:
            work.asks.append((work.total, work.unit))
    else:
        return False
    work.goals += 1
    clause.take_all("earlier", "later", "on-time", "rest", "still", "in-all", "time", "ask-time", "done", "plan", "than", "need", "then")
    return True


def _take(work: _Hands, clause: Clause) -> None:
    if "?" in clause.ends and not clause.has("ask-heads", "ask-time"):
        stay_out(f"also asks: {clause.text}")
    if clause.has("out", "in"):
        _changes(work, clause)
        if not clause.has("time", "ask-time", "on-time", "in-all", "earlier", "later"):
            clause.take_all("done", "need", "then", "still", "if", "rest")
    elif clause.has("rate") and clause.has("percent", "share", "times") and (clause.has("up") != clause.has("down")):
        told = clause.take("percent", "share", "times")
        assert told is not None
        if patterns.search("[增加来]的", clause.text):
            stay_out("not everybody works faster")
        part = Fraction(told.value) / (100 if told.kind == "percent" else 1)
        work.changed = True
        work.factor *= 1 + part if clause.take("up") else 1 - part
        if not work.spells:
            stay_out("since when")
        clause.take_all("rate", "down", "than", "plan", "if")
        work.lines.append(f"效率变为 {work.factor} 倍")
    elif clause.has("heads") and work.now is None:
        heads, told = clause.take("heads"), clause.take("time")
        assert heads is not None
        work.now = constant(heads.value)
        work.lines.append(f"{heads.text}")
        if told is not None:
            _plans(work, told, clause)
        clause.take_all("plan")
    elif clause.has("heads"):
        stay_out("others")
    elif (
        clause.has("time")
        and work.now is not None
        and work.plan is None
        and not work.spells
        and not clause.has("earlier", "later", "then", "begun")
    ):
        told = clause.take("time")
        assert told is not None
        _plans(work, told, clause)
    elif clause.has("time") and clause.has("then", "begun", "first") and not clause.has("rest", "still", "in-all", "ask-time"):
        told, share = clause.take("time"), clause.take("share", "percent")
        if told is None or (clause.has("done") and share is None):
            stay_out("when it is done")
        work.spell(constant(told.value), f"先做 {told.value} {work.unit}")
        if share is not None:
            _done(work, share)
    elif not _goal(work, clause):
        if clause.has("ask-heads") and work.spells:
            work.now, work.changed = symbol("人数"), True
            clause.take("ask-heads")
            work.asks.append((work.now, "名"))
        elif clause.has("share", "percent") and work.spells and not work.goals:
            share = clause.take("share", "percent")
            assert share is not None
            _done(work, share)
    _goal(work, clause)
    clause.take_all("then", "begun", "first", "work", "need", "if", "done")
    if clause:
        stay_out(f"{clause.mentions[0].text} in {clause.text}")


def _done(work: _Hands, share: Mention) -> None:
    """So much of all is done by then."""
    part = Fraction(1, 2) if share.value in ("一半", "半数") else Fraction(share.value) / (100 if share.kind == "percent" else 1)
    work.equations.equal(work.done, scaled(symbol(_WHOLE), part))
    work.lines.append(f"完成 {share.text}")


def _plans(work: _Hands, told: Mention, clause: Clause) -> None:
    """So many would need so long for all of it."""
    if work.now is None or not clause.has("plan", "done") or work.plan is not None:
        stay_out("how long for what")
    work.plan = constant(told.value)
    work.equations.equal(product_of(work.now, work.plan), symbol(_WHOLE))
    work.lines.append(f"计划 {told.value} {work.unit}")
    clause.take_all("plan", "done", "need", "if")
