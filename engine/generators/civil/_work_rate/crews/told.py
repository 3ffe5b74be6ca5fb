"""What a clause tells of those who work: how fast each is beside another, how much there is, who did how much."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import constant, less, plus, scaled, symbol
from engine.generators.civil._problems.mentions import Clause
from engine.generators.civil._work_rate.crews.story import ONE_CREW, WHOLE, Story
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out


def named(story: Story, clause: Clause) -> list[str]:
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


def compare(story: Story, clause: Clause) -> None:
    """How fast one is beside others, or beside before."""
    clause.take_all("rate", "work")
    ratio, times = clause.take("ratio"), clause.take("times")
    percent, share = clause.take("percent"), clause.take("share")
    than, up, down = clause.take("than"), clause.take("up"), clause.take("down")
    same = clause.take("same", "equal")
    planned = clause.take("plan")
    names = named(story, clause)
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


def tell_per_day(story: Story, clause: Clause) -> None:
    """So much in a unit of time."""
    story.amounts = True
    clause.take_all("per")
    amount = clause.take("amount")
    than, up, down = clause.take("than"), clause.take("up"), clause.take("down")
    names = named(story, clause)
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


def tell_equal_work(story: Story, clause: Clause) -> None:
    """What one does in so many days another does in so many."""
    names, times = [each.value for each in clause.take_all("name")], clause.take_all("time")
    clause.take_all("equal", "same", "work")
    story.equations.equal(scaled(story.rate(names[0]), times[0].value), scaled(story.rate(names[1]), times[1].value))
    story.lines.append(f"{names[0]} {times[0].value} {story.unit}的工作量等于{names[1]} {times[1].value} {story.unit}的")


def tell_times_apart(story: Story, clause: Clause) -> None:
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


def ask_order(story: Story, clause: Clause) -> None:
    """Who is the fastest, the next, ..."""
    asked = clause.take("ask-order")
    clause.take_all("rate")
    names = named(story, clause) or story.everyone
    assert asked is not None
    scales = [WHOLE, *(f"{each}的效率" for each in story.everyone)]
    values = {name: story.equations.value(story.rate(name), scales, story.rate(names[0])) for name in names}
    if len(set(values.values())) != len(names):
        stay_out("who is faster")
    falling = patterns.search("高到低|快到慢|大到小", asked.text) is not None
    story.order = sorted(names, key=lambda name: values[name], reverse=falling)
    story.ask({}, "", "order")


def meet_off_the_middle(story: Story, clause: Clause) -> None:
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


def tell_amounts_apart(story: Story, clause: Clause) -> None:
    """How much more one has made than another by the end."""
    clause.take("than")
    amount, up, down = clause.take("amount"), clause.take("up"), clause.take("down")
    names = named(story, clause)
    assert amount is not None
    if len(names) != 2 or (up is None) == (down is None) or not story.spells:
        stay_out("more than whom")
    if not story.finished:
        story.finish()
    more = Fraction(amount.value) * (1 if up is not None else -1)
    story.equations.equal(less(story.done_by(names[0]), story.done_by(names[1])), constant(more))
    story.amounts = True
    story.lines.append(f"{names[0]}比{names[1]}{'多' if up else '少'}做 {amount.value} {amount.unit}")


def ask_amount(story: Story, clause: Clause) -> None:
    """How much there is, how much somebody made, which share is done or left."""
    mention = clause.take("ask-amount", "ask-share")
    assert mention is not None
    if clause.has("time", "ask-time", "amount", "per"):
        stay_out("what is asked")
    names = named(story, clause)
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


def pay(story: Story, clause: Clause) -> None:
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


def tell_whole(story: Story, clause: Clause) -> None:
    """How much there is to be done."""
    amount = clause.take("amount")
    assert amount is not None
    if clause.has("per", "than", "rest", "still", "amount", "share") or clause.has("name"):
        stay_out("how much of what")
    story.equations.equal(symbol(WHOLE), constant(amount.value))
    story.amounts = True
    story.lines.append(f"总量 {amount.value} {amount.unit}")
    clause.take_all("in-all", "work")
