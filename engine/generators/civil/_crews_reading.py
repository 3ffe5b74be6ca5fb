"""Work read clause by clause: who works, for how long, how much is done by then, in whatever words and order."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._crews_story import ONE_CREW, WHOLE, Story
from engine.generators.civil._crews_words import LEXICON
from engine.generators.civil._equations import Term, constant, less, plus, product_of, scaled, symbol
from engine.generators.civil._mentions import Clause, Mention
from engine.generators.civil._reduced import named_of_any_sort
from engine.generators.civil._relations import Answer, recognition
from engine.generators.civil._work_words import SORTS, VOCABULARY
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import StayOut, stay_out

_UNITS = {"日": "天", "个月": "月"}
_NAMES = ("name", "all", "alone", "together", "if", "first", "then", "rest", "need", "plan", "still", "in-all")
_FAMILY_NAMES = r"(?<![\u4e00-\u9fff])[赵钱孙李周吴郑王张刘陈](?=[、,和与]|[^\u4e00-\u9fff]|合作|单独|做|三人|两人)"
_LEFT_OVER = ("name", "all", "alone", "together", "first", "then", "rest", "need", "plan", "still", "if", "done", "in-all", "work")


def read_crews(text: str) -> Recognition | None:
    """Who does how much of a work in which time.

    Raises:
        StayOut: a clause is not understood.
    """
    plain, called = named_of_any_sort(_one_wording(VOCABULARY.plain(_capitals(text))), SORTS)
    if not called and not patterns.search("[甲乙]", plain):
        found = list(dict.fromkeys(patterns.findall(_FAMILY_NAMES, plain)))
        if 2 <= len(found) <= 4:
            called = dict(zip("甲乙丙丁", found, strict=False))
            for sign, name in called.items():
                plain = patterns.sub(rf"(?<![\u4e00-\u9fff]){name}(?![\u4e00-\u9fff]*{name}[\u4e00-\u9fff])", sign, plain)
    everyone = [each for each in "甲乙丙丁" if each in plain]
    story = Story(everyone or [ONE_CREW])
    units = {_UNITS.get(each, each) for each in patterns.findall(r"[\d少几]个?(天|日|小时|分钟|周|月)", plain)}
    if len(units) > 1:
        stay_out("units")
    story.unit = units.pop() if units else "天"
    clauses = _joined(LEXICON.clauses(plain))
    _emptying(story, clauses, called)
    for clause in clauses:
        _take(story, clause)
    if not story.finished:
        stay_out("work that nobody finishes")
    if not story.asks:
        stay_out("nothing asked")
    scales = [WHOLE, *(f"{each}的效率" for each in story.everyone)]
    answers: list[Answer] = []
    for place, (above, below, unit, what) in enumerate(story.asks):
        if what == "order":
            answers.append((place, "、".join(called.get(each, each) for each in story.order), ""))
            continue
        value = story.equations.value(above, scales, below)
        if what == "share":
            value *= 100
        answers.append((place, value, unit))
    return recognition([*story.lines, *_own(story, scales)], answers, called)


def _own(story: Story, scales: list[str]) -> list[str]:
    """What each does in a unit of time, where the whole is 1 or an amount."""
    told = []
    for who in story.everyone:
        try:
            rate = story.equations.value(story.rate(who), scales[:1] if story.amounts else scales, symbol(WHOLE))
        except StayOut:
            continue
        told.append(f"{who}每{story.unit}完成总量的 {rate}")
    return told


def _emptying(story: Story, clauses: list[Clause], called: dict[str, str]) -> None:
    """Those of whom it is told that they empty what others fill; where all of them empty it, that is the work."""
    both = any(each.kind == "done" for clause in clauses for each in clause.mentions)
    for clause in clauses:
        if not clause.has("empty"):
            continue
        names = [each.value for each in clause.all("name")]
        if both and len(names) != 1:
            stay_out("who empties")
        if both:
            story.emptying.add(names[0])
            continue
        clause.mentions = [Mention("done", each.text) if each.kind == "empty" else each for each in clause.mentions]
    if any(patterns.search("排|出水|放水", name) and sign not in story.emptying for sign, name in called.items()) and any(
        patterns.search("进|注", name) for name in called.values()
    ):
        stay_out("who empties")


def _capitals(text: str) -> str:
    """Letters that name somebody, all of one sort: `A、B 和 c`."""
    if not patterns.search(r"(?<![A-Za-z])[ABCD](?![A-Za-z])", text):
        return text
    return patterns.sub(r"(?<![A-Za-z\d])[abcd](?![A-Za-z])", lambda letter: letter[0].upper(), text)


def _one_wording(plain: str) -> str:
    """Rows of numbers with the unit each; colons of ratios as such."""
    plain = patterns.sub(r"(?<=\d):(?=\d)", "∶", plain)
    plain = patterns.sub(r":(?=\s*多少)", "", plain)
    plain = patterns.sub(
        r"([甲乙丙丁A-D]、[甲乙丙丁A-D])或(?:者)?([甲乙丙丁A-D]、[甲乙丙丁A-D])(合作[^,;。]{0,8}?\d+(?:天|小时|分钟)[^,;。]{0,3})(?=[,;。])",
        r"\1\3,\2\3",
        plain,
    )
    plain = patterns.sub(r"(?<=[\d少]),(?=(?:天|小时|分钟)(?:可|能|就|完成))", "", plain)
    return patterns.sub(
        r"(\d+(?:\.\d+)?)(?=(?:[、和,与]\d+(?:\.\d+)?)*[、和,与]\d+(?:\.\d+)?(天|小时|分钟|日|月|个|件|米|页))", r"\1\2", plain
    )


def _joined(clauses: list[Clause]) -> list[Clause]:
    """Clauses; one that only says who works belongs to the next, unless that names others."""
    found: list[Clause] = []
    pending: list[Mention] = []
    for clause in clauses:
        if not clause:
            continue
        if clause.has("than") and clause.has("done", "amount") and any(each.kind == "together" for each in pending):
            together = Clause("一起做完", [*pending, Mention("done", "完成")], "")
            found.append(together)
            pending = []
        if clause.has("name", "all") and pending and any(each.kind in ("name", "all") for each in pending):
            others = [each.value for each in clause.all("name")]
            before = [each.value for each in pending if each.kind == "name"]
            if before and others and before != others and not set(others) <= set(before):
                stay_out("who works")
            pending = [each for each in pending if each.kind not in ("name", "all")]
        told_of_each = clause.has("alone") and not clause.has("rest", "then", "still") and clause.has("done")
        if (
            told_of_each
            and patterns.search("[甲乙丙丁]或(?:者)?[甲乙丙丁]", clause.text)
            and all(each.kind in (*_NAMES, "done", "work") for each in clause.mentions)
        ):
            pending = [each for each in clause.mentions if each.kind == "if"]
            continue
        only_who = (
            all(each.kind in ((*_NAMES, "done", "work") if told_of_each else _NAMES) for each in clause.mentions)
            and "。" not in clause.ends
            and "?" not in clause.ends
        )
        clause.mentions = pending + clause.mentions
        pending = []
        if only_who:
            pending = clause.mentions
            continue
        clause.order = list(clause.mentions)
        if found:
            found[-1].next = clause
        found.append(clause)
    if pending and any(each.kind not in ("if", "then", "first", "need") for each in pending):
        last = Clause("", pending, "")
        found.append(last)
    return found


def _who(story: Story, clause: Clause) -> list[str]:
    """Those whom a clause names; `两队` are those that there are."""
    names = list(dict.fromkeys(each.value for each in clause.take_all("name")))
    counted = clause.take_all("all")
    for each in counted:
        number = "零一二三四".find(each.value.replace("两", "二")) if each.value and not each.value.isdigit() else int(each.value or 0)
        if number and number not in (len(names) or len(story.everyone), len(story.present) or -1):
            stay_out("how many work")
        if number and not names and number != len(story.everyone):
            return list(story.present)
    if names:
        return names
    return list(story.everyone) if counted else []


def _take(story: Story, clause: Clause) -> None:
    if "?" in clause.ends and not any(each.kind.startswith("ask") for each in clause.mentions):
        stay_out(f"also asks: {clause.text}")
    if clause.has("ask") and clause.has("need", "done", "plan") and not clause.has("amount", "pay", "money"):
        clause.mentions = [Mention("ask-time", each.text) if each.kind == "ask" else each for each in clause.mentions]
    if clause.has("heads", "ask-heads", "money", "ask-money", "ask", "ask-ratio"):
        stay_out("heads or money")
    if clause.has("if") and not (clause.has("plan") and not clause.has("time", "name")):
        clause.take_all("if")
        if not story.finished:
            stay_out("work that nobody finishes")
        story.next_factors = {}
    if clause.take("equal-spells") is not None:
        if story.finished or len(story.spells) < 1:
            stay_out("as long as what")
        story.same_time = True
    elif clause.has("pay"):
        _pay(story, clause)
    elif clause.has("ask-order"):
        _ask_order(story, clause)
    elif clause.has("middle"):
        _met_off_the_middle(story, clause)
    elif clause.has("ask-amount", "ask-share"):
        _ask_amount(story, clause)
    elif (
        clause.has("than")
        and not clause.has("plan")
        and (clause.has("time", "ask-time") or (clause.has("percent") and patterns.search("时间", clause.text)))
    ):
        _times_apart(story, clause)
    elif clause.has("than") and clause.has("amount") and not clause.has("time"):
        _amounts_apart(story, clause)
    elif clause.has("rate") or (clause.has("ratio") and not clause.has("time")) or clause.has("times"):
        _rates(story, clause)
    elif clause.has("per") and clause.has("amount"):
        _per_day(story, clause)
    elif len(clause.all("time")) == 2 and len(clause.all("name")) == 2 and clause.has("equal", "same"):
        _equal_work(story, clause)
    elif clause.has("leave"):
        _leaves(story, clause)
    elif clause.has("away"):
        _away(story, clause)
    elif clause.has("earlier", "later"):
        _beside_the_plan(story, clause)
    elif clause.has("amount") and not clause.has("time", "ask-time", "some"):
        _whole(story, clause)
    elif clause.has("time", "ask-time", "some", "done", "share", "percent", "empty"):
        _spell(story, clause)
    clause.take_all(*_LEFT_OVER)
    if clause:
        stay_out(f"{clause.mentions[0].text} in {clause.text}")


def _time(story: Story, mention: Mention) -> Term:
    return constant(mention.value)


def _rates(story: Story, clause: Clause) -> None:
    """How fast one is beside others, or beside before."""
    clause.take_all("rate", "work")
    ratio, times = clause.take("ratio"), clause.take("times")
    percent, share = clause.take("percent"), clause.take("share")
    than, up, down = clause.take("than"), clause.take("up"), clause.take("down")
    same = clause.take("same", "equal")
    planned = clause.take("plan")
    names = _who(story, clause)
    if ratio is not None:
        parts = [Fraction(each) for each in patterns.split(r"\s*[∶:比]\s*", ratio.value)]
        names = names or story.everyone
        if len(names) != len(parts):
            stay_out("a ratio of whom")
        for name, part in zip(names[1:], parts[1:], strict=True):
            story.equations.equal(scaled(story.rate(name), parts[0]), scaled(story.rate(names[0]), part))
        story.lines.append(f"{'、'.join(names)}的效率比 {':'.join(map(str, parts))}")
        return
    value = (
        Fraction(times.value)
        if times
        else story.part(percent.value, True)
        if percent
        else story.part(share.value, False)
        if share
        else None
    )
    if value is None:
        if same is None:
            stay_out("how fast")
        names = names or story.everyone
        for name in names[1:]:
            story.equations.equal(story.rate(name), story.rate(names[0]))
        return
    factor = value if up is None and down is None else 1 + value if up is not None else 1 - value
    if times is not None and up is not None:
        factor = 1 + value if than is not None else value
    if factor <= 0:
        stay_out("how fast")
    if len(names) == 2 and (than is not None or (up is None and down is None)):
        story.equations.equal(story.rate(names[0]), scaled(story.rate(names[1]), factor))
        story.lines.append(f"{names[0]}的效率是{names[1]}的 {decimal(factor, 4)} 倍")
        return
    if up is None and down is None and not (times and planned):
        stay_out("how fast beside whom")
    if len(names) > 1 and than is not None:
        stay_out("faster than whom")
    factors = story.next_factors if story.finished else story.factors
    for name in names or [""]:
        factors[name] = factors.get(name, Fraction(1)) * factor
    story.lines.append(f"{'、'.join(names)}效率变为 {decimal(factor, 4)} 倍")


def _per_day(story: Story, clause: Clause) -> None:
    """So much in a unit of time."""
    story.amounts = True
    clause.take_all("per")
    amount = clause.take("amount")
    than, up, down = clause.take("than"), clause.take("up"), clause.take("down")
    names = _who(story, clause)
    assert amount is not None
    if (names and names[0] in story.per_day) or (not names and ONE_CREW in story.per_day):
        stay_out("two rates of one")
    if than is not None:
        if len(names) != 2 or (up is None) == (down is None):
            stay_out("more than whom")
        more = constant(Fraction(amount.value) * (1 if up is not None else -1))
        story.equations.equal(story.rate(names[0]), plus(story.rate(names[1]), more))
        return
    if up is not None or down is not None or clause.has("time", "ask-time"):
        stay_out("more than when")
    who = names or (story.everyone if len(story.everyone) == 1 else stay_out("who makes so much"))
    if len(who) > 1:
        stay_out("who makes so much")
    story.per_day.add(who[0])
    story.equations.equal(story.rate(who[0]), constant(amount.value))
    story.lines.append(f"{who[0]}每{story.unit} {amount.value} {amount.unit}")


def _equal_work(story: Story, clause: Clause) -> None:
    """What one does in so many days another does in so many."""
    names, times = [each.value for each in clause.take_all("name")], clause.take_all("time")
    clause.take_all("equal", "same", "work")
    story.equations.equal(scaled(story.rate(names[0]), times[0].value), scaled(story.rate(names[1]), times[1].value))
    story.lines.append(f"{names[0]} {times[0].value} {story.unit}的工作量等于{names[1]} {times[1].value} {story.unit}的")


def _times_apart(story: Story, clause: Clause) -> None:
    """How much longer some need for the whole than others: told, told in per cent, or asked."""
    at = next(place for place, each in enumerate(clause.mentions) if each.kind == "than")
    one, other = (
        list(dict.fromkeys(each.value for each in side if each.kind == "name")) for side in (clause.mentions[:at], clause.mentions[at:])
    )
    clause.take("than")
    up, down = clause.take("up", "later"), clause.take("down", "earlier")
    told, asked, percent = clause.take("time"), clause.take("ask-time"), clause.take("percent")
    clause.take_all("time", "need", "done", "alone", "name", "all", "together")
    if not one or not other or (up is None) == (down is None):
        stay_out("longer than whom")
    if percent is not None:
        longer = 1 + story.part(percent.value, True) * (1 if up is not None else -1)
        story.equations.equal(story.own_time(one), scaled(story.own_time(other), longer))
        story.lines.append(f"{'、'.join(one)}的用时是{'、'.join(other)}的 {decimal(longer, 4)} 倍")
        return
    longer_by = less(story.own_time(one), story.own_time(other))
    longer_by = longer_by if up is not None else scaled(longer_by, -1)
    if told is not None:
        story.equations.equal(longer_by, constant(told.value))
        story.lines.append(f"{'、'.join(one)}比{'、'.join(other)}{'多' if up else '少'}用 {told.value} {story.unit}")
    elif asked is not None:
        story.ask(longer_by, story.unit, "time")


def _ask_order(story: Story, clause: Clause) -> None:
    """Who is the fastest, the next, ..."""
    asked = clause.take("ask-order")
    clause.take_all("rate")
    names = _who(story, clause) or story.everyone
    assert asked is not None
    scales = [WHOLE, *(f"{each}的效率" for each in story.everyone)]
    values = {name: story.equations.value(story.rate(name), scales, story.rate(names[0])) for name in names}
    if len(set(values.values())) != len(names):
        stay_out("who is faster")
    falling = patterns.search("高到低|快到慢|大到小", asked.text) is not None
    story.order = sorted(names, key=lambda name: values[name], reverse=falling)
    story.ask({}, "", "order")


def _met_off_the_middle(story: Story, clause: Clause) -> None:
    """Working from both ends they meet so far from the middle: the faster has done twice as much more."""
    apart = clause.take("middle")
    clause.take_all("name", "all", "together", "done")
    assert apart is not None
    if len(story.everyone) != 2:
        stay_out("who meets")
    time = story.new("t")
    story.add(story.everyone, time, "从两端合作")
    story.finish()
    one, other = story.everyone
    faster = story.equations.value(story.rate(one), [WHOLE], story.rate(other)) > 1
    more = less(story.done_by(one), story.done_by(other))
    story.equations.equal(more if faster else scaled(more, -1), constant(2 * Fraction(apart.value)))
    story.amounts = True
    story.lines.append(
        f"在离中点 {apart.value} {apart.unit} 处会合，多做的一方比另一方多 {decimal(2 * Fraction(apart.value))} {apart.unit}"
    )


def _amounts_apart(story: Story, clause: Clause) -> None:
    """How much more one has made than another by the end."""
    clause.take("than")
    amount, up, down = clause.take("amount"), clause.take("up"), clause.take("down")
    names = _who(story, clause)
    assert amount is not None
    if len(names) != 2 or (up is None) == (down is None) or not story.spells:
        stay_out("more than whom")
    if not story.finished:
        story.finish()
    more = Fraction(amount.value) * (1 if up is not None else -1)
    story.equations.equal(less(story.done_by(names[0]), story.done_by(names[1])), constant(more))
    story.amounts = True
    story.lines.append(f"{names[0]}比{names[1]}{'多' if up else '少'}做 {amount.value} {amount.unit}")


def _ask_amount(story: Story, clause: Clause) -> None:
    """How much there is, how much somebody made, which share is done or left."""
    mention = clause.take("ask-amount", "ask-share")
    assert mention is not None
    if clause.has("time", "ask-time", "amount", "per"):
        stay_out("what is asked")
    names = _who(story, clause)
    rest = clause.take("rest", "still") is not None
    if mention.kind == "ask-share":
        if names or not story.spells or story.finished:
            stay_out("which share")
        done = plus(*(each.done for each in story.spells))
        story.ask(less(symbol(WHOLE), done) if rest else done, "%", "share", symbol(WHOLE))
        story.finished = True
        return
    if names:
        if len(names) > 1 or not story.spells:
            stay_out("who made what")
        story.ask(story.done_by(names[0]), mention.unit, "amount")
    elif rest:
        stay_out("how much is left")
    else:
        story.ask(symbol(WHOLE), mention.unit, "amount")


def _pay(story: Story, clause: Clause) -> None:
    """Everybody is paid by what he did; how many times as much one gets is asked."""
    asked = clause.take("ask-times")
    names = [each.value for each in clause.take_all("name")]
    clause.take_all("pay", "all", "work", "equal")
    if asked is None:
        if clause.has("time", "percent", "share", "amount", "ratio"):
            stay_out("how they are paid")
        clause.take_all("done", "up")
        return
    if len(names) != 2 or not story.finished:
        stay_out("who is paid")
    story.ask(story.done_by(names[0]), "倍", "times", story.done_by(names[1]))


def _whole(story: Story, clause: Clause) -> None:
    """How much there is to be done."""
    amount = clause.take("amount")
    assert amount is not None
    if clause.has("per", "than", "rest", "still", "amount", "share") or clause.has("name"):
        stay_out("how much of what")
    story.equations.equal(symbol(WHOLE), constant(amount.value))
    story.amounts = True
    story.lines.append(f"总量 {amount.value} {amount.unit}")
    clause.take_all("in-all", "work")


def _leaves(story: Story, clause: Clause) -> None:
    clause.take("leave")
    order = [each.kind for each in clause.mentions if each.kind in ("time", "name", "all", "together", "some")]
    if "time" in order and ("together" in order or order.index("time") < order.index("name") if "name" in order else False):
        # `两人合作 2 天后，甲离开`
        before = order.index("time")
        at = next(place for place, each in enumerate(clause.mentions) if each.kind == "time")
        del before
        spell = Clause(clause.text, clause.mentions[: at + 1], "")
        spell.mentions.append(Mention("then", "后"))
        clause.mentions = clause.mentions[at + 1 :]
        _spell(story, spell)
    names = _who(story, clause)
    times = clause.take_all("time")
    if len(names) != 1 or clause.has("time", "ask-time", "share", "some"):
        stay_out("who leaves")
    if times:  # `甲先做 2 天后退出`
        story.add(names, constant(times[0].value), f"{names[0]}做 {times[0].value} {story.unit}")
        if len(times) > 1:
            stay_out("who leaves when")
        story.present = []
        return
    if names[0] not in story.present or story.finished:
        stay_out("who leaves")
    story.present.remove(names[0])


def _away(story: Story, clause: Clause) -> None:
    """All of the work rests for a time, and goes on after it; or one of them does nothing for a time."""
    clause.take("away")
    told, asked = clause.take("time"), clause.take("ask-time")
    clause.take_all("some", "rest", "leave")
    names = [each.value for each in clause.take_all("name")]
    clause.take_all("all")
    if clause.has("ask-time", "time") or len(names) > 1:
        stay_out("who rests")
    if not names:
        if told is None or story.finished:
            stay_out("who rests")
        story.add([], constant(told.value), f"停工 {told.value} {story.unit}")
        return
    if asked is not None:
        story.ask(story.away.get(names[0]) or stay_out("who rests"), story.unit, "time")
        return
    if story.finished:
        if story.spells and not clause.has("together", "if") and not story.was_together:
            stay_out("when who rests")
        story.add(story.everyone, story.new("t"), "合作")
    time = constant(told.value) if told is not None else story.new("t")
    story.is_away(names[0], time)
    story.lines.append(f"{names[0]}休息 {told.value if told else '若干'} {story.unit}")


def _planned(story: Story) -> Term:
    if story.plan is None:
        story.plan = story.new("计划")
        crew = {each: Fraction(1) for each in story.everyone}
        story.equations.equal(product_of(story.rates(crew), story.plan), symbol(WHOLE))
    return story.plan


def _beside_the_plan(story: Story, clause: Clause) -> None:
    """How much sooner or later than planned the work is done."""
    sooner = clause.take("earlier") is not None
    clause.take_all("later", "than", "plan", "done")
    told, asked = clause.take("time"), clause.take("ask-time")
    if clause.has("name", "amount", "up", "down") or (told is None) == (asked is None):
        stay_out("sooner than what")
    if not story.finished:
        if story.spells[-1].time == constant(0):
            stay_out("who finishes")
        story.add(story.present or story.everyone, story.new("t"), "继续做完")
        story.finish()
    elif not story.spells:
        stay_out("when it is done")
    apart = less(_planned(story), story.total) if sooner else less(story.total, _planned(story))
    if told is not None:
        story.equations.equal(apart, constant(told.value))
        story.lines.append(f"比计划{'提前' if sooner else '推迟'} {told.value} {story.unit}")
    else:
        story.ask(apart, story.unit, "time")


def _spell(story: Story, clause: Clause) -> None:
    """Somebody works for a time, or until a share or all of it is done; the time may be asked."""
    if clause.has("than", "per", "times", "ratio", "up", "down", "equal"):
        stay_out(f"compared: {clause.text}")
    order = "".join({"name": "n", "all": "n", "time": "t", "ask-time": "t"}.get(each.kind, "") for each in clause.mentions)
    times = clause.all("time")
    if clause.has("plan"):
        _by_plan(story, clause)
        return
    if len(times) > 1:
        _several(story, clause, order)
        return
    names = _who(story, clause)
    together, alone = clause.take("together") is not None, clause.take("alone") is not None
    told, asked, some = clause.take("time"), clause.take("ask-time"), clause.take("some")
    empties = clause.take("empty") is not None
    done, rest = clause.take("done") is not None or empties, clause.take("rest") is not None
    if joins := clause.take("join") is not None:
        if story.finished or not names or set(names) & set(story.present):
            stay_out("who joins")
        names = [*story.present, *names]
    goes_on = clause.has("then", "first", "still") or (
        not done and clause.next is not None and clause.next.has("then", "rest", "still", "leave") and not clause.next.has("if")
    )
    in_all = clause.take("in-all") is not None
    share = clause.take("share", "percent")
    amount = clause.take("amount")
    if len(names) > 1 and alone and not joins:
        stay_out("alone or together")
    if told is not None and not names and not story.finished and story.away and not rest:
        story.finish()
        story.equations.equal(story.total, constant(told.value))
        story.lines.append(f"一共 {told.value} {story.unit}")
        return
    if asked is not None and not names and not together and story.spells:
        _ask_time(story, in_all, done or clause.has("need"), rest or clause.has("still", "then"))
        return
    if in_all and told is not None:
        _took_in_all(story, told, names)
        return
    if in_all and asked is None:
        stay_out("in all of what")
    open_before = not story.finished
    who = names or (story.everyone if together or len(story.everyone) == 1 else story.present if open_before else stay_out("who works"))
    if together and not names and story.present and open_before and len(story.present) > 1:
        who = story.present
    if share is not None and asked is None and told is None and not done:
        stay_out("a share of what")
    time = constant(told.value) if told is not None else story.new("t")
    said = f"{'、'.join(who)}{'合作' if len(who) > 1 else ''} {told.value + ' ' + story.unit if told else '若干' + story.unit}"
    before = story.rest if open_before else symbol(WHOLE)
    spell = story.add(who, time, said + (f"，完成{'余下的' if rest else ''} {share.text}" if share else ""))
    if told is None:
        story.asked_last = time
    if share is not None:
        part = story.part(share.value, share.kind == "percent")
        story.equations.equal(spell.done, scaled(before if rest else symbol(WHOLE), part))
        if rest and not open_before:
            stay_out("left of what")
        ends = part == 1
    elif amount is not None:
        story.equations.equal(spell.done, constant(amount.value))
        story.amounts = True
        ends = False
    else:
        ends = done or (not goes_on and not open_before and some is None and (told is not None or asked is not None)) or asked is not None
        ends = ends or (open_before and told is not None and rest and not clause.has("then"))
    if share is not None and not goes_on and not open_before and patterns.search("[。?]", clause.ends):
        ends = False
        story.finished = True  # only a share is spoken of
    if empties and (len(who) > 1 or open_before or not ends or asked is not None):
        stay_out("who empties")
    if ends:
        story.finish(-1 if empties else 1)
    if asked is not None:
        if in_all:
            story.ask(story.total, story.unit, "time")
        else:
            story.ask(time, story.unit, "time")
        story.finished = True
    del some


def _took_in_all(story: Story, told: Mention, names: list[str]) -> None:
    if names or not story.spells:
        stay_out("who took so long")
    if not story.finished:
        stay_out("in all of what")
    story.equations.equal(story.total, constant(told.value))
    story.lines.append(f"一共 {told.value} {story.unit}")


def _ask_time(story: Story, in_all: bool, done: bool, rest: bool) -> None:
    """How long it took, or still takes."""
    if not story.finished:
        story.add(story.present or stay_out("who goes on"), story.new("t"), "继续做完")
        story.asked_last = story.spells[-1].time
        story.finish()
        if not in_all and not rest and not done:
            stay_out("how long what takes")
        story.ask(story.total if in_all else story.asked_last, story.unit, "time")
        return
    if in_all or len(story.spells) == 1:
        story.ask(story.total, story.unit, "time")
    elif story.asked_last is not None and not done:
        story.ask(story.asked_last, story.unit, "time")
    else:
        stay_out("how long what takes")


def _by_plan(story: Story, clause: Clause) -> None:
    """What was planned, told or asked; or the work is done when it was planned to be."""
    clause.take_all("plan", "need", "done", "work", "still", "in-all")
    told, asked = clause.take("time"), clause.take("ask-time")
    names = _who(story, clause)
    if clause.has("amount", "share", "percent", "some") or len(names) > 1:
        stay_out("what was planned")
    if told is not None:
        if story.plan is not None:
            stay_out("two plans")
        story.equations.equal(_planned(story), constant(told.value))
        story.lines.append(f"计划 {told.value} {story.unit}")
    elif asked is not None:
        story.ask(_planned(story), story.unit, "time")
    elif not story.finished:
        story.add(story.present or story.everyone, story.new("t"), "按计划完成")
        story.finish()
        story.equations.equal(story.total, _planned(story))


def _several(story: Story, clause: Clause, order: str) -> None:
    """Several times in one clause: of everybody alone, or one after the other."""
    times = clause.take_all("time")
    alone = clause.take("alone") is not None
    done = clause.take("done") is not None
    share = clause.take("share", "percent")
    if clause.has("ask-time", "share", "percent", "some", "amount"):
        stay_out("several times")
    names = [each.value for each in clause.all("name")]
    if patterns.fullmatch("n+t+", order) and len(names) == len(times):
        clause.take_all("name", "all")
        if not (alone or patterns.search("分别|各", clause.text)):
            stay_out("whose time")
        for name, told in zip(names, times, strict=True):
            story.add([name], constant(told.value), f"{name}单独 {told.value} {story.unit}")
            story.finish()
        return
    if not patterns.fullmatch("(?:nt){2,}", order):
        stay_out("whose time")
    clause.take_all("name", "all")
    ends = done or (story.finished and not clause.has("first", "then"))
    if share is not None:
        if not story.finished:
            stay_out("a share of what")
        for name, told in zip(names, times, strict=True):
            story.add([name], constant(told.value), f"{name} {told.value} {story.unit}")
        part = story.part(share.value, share.kind == "percent")
        story.equations.equal(plus(*(each.done for each in story.spells)), scaled(symbol(WHOLE), part))
        story.lines.append(f"共完成 {part}")
        story.finished = True
        return
    one_after_other = clause.has("first", "then") or not story.finished
    for name, told in zip(names, times, strict=True):
        story.add([name], constant(told.value), f"{name} {told.value} {story.unit}")
        if not one_after_other:
            story.finish()
    if one_after_other and ends:
        story.finish()
