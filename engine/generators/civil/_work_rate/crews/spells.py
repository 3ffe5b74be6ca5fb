"""Spells of work: somebody works for a time, leaves or rests, or until all or a share of it is done; as planned, sooner or later."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import Term, constant, less, plus, product_of, scaled, symbol
from engine.generators.civil._problems.mentions import Clause, Mention
from engine.generators.civil._work_rate.crews.story import WHOLE, Story
from engine.generators.civil._work_rate.crews.told import named
from engine.generators.reading import stay_out


def _time(story: Story, mention: Mention) -> Term:
    return constant(mention.value)


def leave(story: Story, clause: Clause) -> None:
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
        work_for(story, spell)
    names = named(story, clause)
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


def rest(story: Story, clause: Clause) -> None:
    """All of the work rests for a time, and goes on after it; or one of them does nothing for a time."""
    at = next(place for place, each in enumerate(clause.mentions) if each.kind == "away")
    if any(each.kind == "time" for each in clause.mentions[:at]) and any(each.kind == "time" for each in clause.mentions[at:]):
        work_for(story, Clause(clause.text, [*clause.mentions[:at], Mention("then", "后")], ""))
        clause.mentions = clause.mentions[at:]
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
    if not story.finished and clause.take("together"):
        story.add(story.everyone, story.new("t"), "合作")
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


def beside_the_plan(story: Story, clause: Clause) -> None:
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


def work_for(story: Story, clause: Clause) -> None:
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
    names = named(story, clause)
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
    if asked is not None and names and clause.has("still") and story.finished and not rest:
        if story.asked_last is None or not story.spells or set(story.spells[-1].who) != set(names):
            stay_out("after what")
        clause.take_all("still", "then", "need")
        story.ask(story.asked_last, story.unit, "time")
        return
    if asked is not None and len(names) == 1 and names[0] in story.alone_told and story.finished and not story.next_factors:
        if alone or together or rest or len(story.spells) < 2 or not any(names[0] in each.who for each in story.spells):
            stay_out("told already")
        clause.take_all("if", "need", "still") if not clause.has("still", "then") else stay_out("after what")
        story.ask(story.took(names[0]), story.unit, "time")
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
    if all(set(each.time) <= {()} for each in story.spells):
        stay_out("how long what takes")
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
    names = named(story, clause)
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
