"""What clauses tell of those who work beside the work itself: how fast each is, how much there is, who takes turns."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import Term, constant, less, plus, product_of, scaled, symbol
from engine.generators.civil._problems.mentions import Mention
from engine.generators.civil._travel.journeys.pieces import Piece
from engine.generators.civil._work_rate.labour.job import CREW, UNITS, WHOLE, Job
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out


def compare(job: Job, piece: Piece) -> None:
    """How fast one is beside others."""
    while found := piece.take("(n)(n)(n)?(n)?[NgW=]*(q)"):
        names, ratio = [each.value for each in found[:-1]], found[-1]
        _ratio(job, names, ratio)
    if (found := piece.take("N?W(q)")) is not None:
        _ratio(job, list(job.everyone), found[0])
    while found := piece.take("(n)W?=?(n)W([*/%])") or piece.take("(n)W=?(n)W?([*/%])"):
        one, other, told = found
        job.equations.equal(symbol(f"{one.value}的效率"), scaled(symbol(f"{other.value}的效率"), part_of_it(told)))
        job.lines.append(f"{one.value}的效率是{other.value}的 {decimal(part_of_it(told), 4)} 倍")
    while found := piece.take("(n)W*>(n)W*([+-])([*/%])"):
        one, other, sign, told = found
        factor = 1 + part_of_it(told) * (1 if sign.kind == "up" else -1)
        job.equations.equal(symbol(f"{one.value}的效率"), scaled(symbol(f"{other.value}的效率"), factor))
        job.lines.append(f"{one.value}的效率是{other.value}的 {decimal(factor, 4)} 倍")
    while found := piece.take("(n)(n)N?W=") or piece.take("(n)W=(n)W"):
        job.equations.equal(symbol(f"{found[0].value}的效率"), symbol(f"{found[1].value}的效率"))
        job.lines.append(f"{found[0].value}、{found[1].value}的效率相同")
    while found := piece.take("(n)(t)w?=?(n)(t)w?=?") if piece.has("=") else None:
        one, its, other, others = found
        job.equations.equal(
            product_of(symbol(f"{one.value}的效率"), job.duration(its)), product_of(symbol(f"{other.value}的效率"), job.duration(others))
        )
        job.lines.append(f"{one.value} {its.text}的工作量等于{other.value} {others.text}的")
    if found := piece.take("(n)?(n)?[govd]*>(n)(n)?[govd]*([+\\-el])[vd]*([tT])"):
        way, told = found[-2:]
        named, at = [each.value for each in found[:-2]], piece.text.find("比")
        after = [each for each in named if piece.text.find(each, at) > at]
        first = [each for each in named if each not in after] or job.subject
        second = [each for each in after if each not in first]
        if not first or not second or job.open:
            stay_out("longer than whom")
        job.subject = first
        apart = scaled(less(job.own_time(first), job.own_time(second)), 1 if way.kind in ("up", "overdue") else -1)
        if told.kind == "time":
            job.equations.equal(apart, job.duration(told))
            job.lines.append(f"{'、'.join(first)}比{'、'.join(second)}{way.text.removesuffix('用')}用 {told.text}")
        else:
            job.asks.append((apart, {}, f"time:{told.unit}"))


def meet_off_the_middle(job: Job, piece: Piece) -> None:
    """Two that work from both ends have met so far from the middle: the faster has done twice as much more."""
    found = piece.take("(0)")
    if not found or len(job.everyone) != 2:
        stay_out("who meets")
    told = found[0]
    if not job.open:
        job.add(list(job.everyone), job.new(), "从两端同时做")
    job.close()
    one, other = job.everyone
    rates = [symbol(f"{each}的效率") for each in (one, other)]
    ahead = job.value(rates[0], rates[1])
    more = less(job.done_by(one), job.done_by(other))
    if ahead == 1:
        stay_out("who is faster")
    job.equations.equal(scaled(more, 1 if ahead > 1 else -1), constant(2 * Fraction(told.value)))
    job.thing = told.unit
    job.lines.append(told.text)


def _ratio(job: Job, names: list[str], ratio: Mention) -> None:
    parts = [Fraction(each) for each in patterns.split(r"\s*[∶:]\s*", ratio.value)]
    if len(names) != len(parts):
        stay_out("a ratio of whom")
    for name, part in zip(names[1:], parts[1:], strict=True):
        job.equations.equal(scaled(symbol(f"{name}的效率"), parts[0]), scaled(symbol(f"{names[0]}的效率"), part))
    job.lines.append(f"{'、'.join(names)}的效率比 {ratio.value}")


def tell_amounts(job: Job, piece: Piece) -> None:
    """How much there is, how much somebody does in a day, how much more one did than another."""
    if found := piece.take("^[OidvN6]*(M)$"):
        if job.money is not None:
            stay_out("paid for what")
        job.money = Fraction(found[0].value)
        job.lines.append(f"共 {found[0].text}")
    while found := piece.take("(n)[gv]*>(n)[v]*p[v]*([+-])[v]*(u)") or piece.take("(n)[gv]*p[v]*>(n)[v]*([+-])[v]*(u)"):
        one, other, sign, told = found
        more = _per(job, piece, told)
        job.equations.equal(
            less(symbol(f"{one.value}的效率"), symbol(f"{other.value}的效率")), scaled(more, 1 if sign.kind == "up" else -1)
        )
        job.lines.append(f"{one.value}每{job.unit}比{other.value}{sign.text} {told.text}")
    while found := piece.take("(n)[gov]*p[gv]*(u)"):
        job.equations.equal(symbol(f"{found[0].value}的效率"), _per(job, piece, found[1]))
        job.lines.append(f"{found[0].value}每{job.unit} {found[1].text}")
    if found := piece.take("p>?a?([+-])[v]*(u)"):
        if job.everyone:
            stay_out("more than whom")
        job.crew_used = True
        job.case_rate = plus(symbol(f"{CREW}的效率"), scaled(_per(job, piece, found[1]), 1 if found[0].kind == "up" else -1))
    if found := piece.take("p>?a?([+-])[v]*([%/])") if not job.everyone and not job.open else None:
        factor = 1 + part_of_it(found[1]) * (1 if found[0].kind == "up" else -1)
        job.crew_used = True
        job.case_rate = scaled(symbol(f"{CREW}的效率"), factor)
        job.lines.append(f"实际每{job.unit}是计划的 {decimal(factor, 4)} 倍")
    if found := piece.take("(a?)[v]*p[v]*(u)"):
        told = found[-1]
        if job.everyone:
            names = job.present if job.open else job.subject
            if len(names) != 1:
                stay_out("who makes so much")
            job.equations.equal(symbol(f"{names[0]}的效率"), _per(job, piece, told))
        elif len(found) == 2 or job.rates_told == 1:
            job.crew_used = True
            job.equations.equal(symbol(f"{CREW}的效率"), _per(job, piece, told))
        else:
            job.case_rate = _per(job, piece, told)
        job.lines.append(f"每{job.unit} {told.text}")
    if found := piece.take("(n)[gv]*>(n)[v]*([+-])[v]*(u)"):
        one, other, sign, told = found
        if job.open:
            job.close()
        elif not job.spells:
            names = [one.value, other.value]
            job.add(names, job.new(), "一起做完")
            job.close()
        more = less(job.done_by(one.value), job.done_by(other.value))
        job.equations.equal(scaled(more, 1 if sign.kind == "up" else -1), constant(told.value))
        job.lines.append(f"{one.value}比{other.value}{sign.text} {told.text}")
    rate = job.case_rate
    if found := piece.take("[~]?([r+])(u)") if rate is not None and not job.open and not piece.has("n>p") else None:
        # The work that is not done by then, or is done beside it.
        more = scaled(constant(found[1].value), 1 if found[0].kind == "remainder" else -1)
        if job.spells:
            job.equations.told[job.closed_by] = plus(job.equations.told[job.closed_by], more)
        elif rate is not None:
            job.equations.equal(plus(product_of(rate, job.plan()), more), symbol(WHOLE))
        job.lines.append(f"{found[0].text}{found[1].text}")
    if found := piece.take("[wO]+(u)") or (piece.take("^v*(u)$") if not job.spells else None):
        job.equations.equal(symbol(WHOLE), constant(found[0].value))
        job.whole_told = found[0].text
        job.lines.append(f"总量 {found[0].text}")


def _per(job: Job, piece: Piece, told: Mention) -> Term:
    """An amount in the problem's unit of time."""
    unit = next((each for each in patterns.findall("每(天|日|小时|分钟|周|月)", piece.text)), "")
    value = Fraction(told.value)
    if job.mixed and unit == "小时":
        value /= 60
    elif UNITS.get(unit, unit) != job.unit:
        stay_out("units")
    job.thing = told.unit
    return constant(value)


def take_turns(job: Job, piece: Piece) -> None:
    """They take turns."""
    if told := piece.take("(z)"):
        job.turn_time = job.duration(told[0])[()]
    if job.open and piece.has("y"):
        if (
            any(len(spell.rates) != 1 or set(spell.time) != {()} for spell in job.spells)
            or len({spell.time[()] for spell in job.spells}) != 1
        ):
            stay_out("in which order")
        job.turn_time = job.spells[0].time[()]
        job.turns = list(dict.fromkeys(name for spell in job.spells for name in spell.rates))
        job.spells, job.open = [], False
        piece.drop("nNtgj")
    while found := piece.take("(y)"):
        order = list(found[0].value) or job.turns or (piece.names() if "依次" in found[0].text else []) or stay_out("in which order")
        period = next(
            (size for size in range(1, len(order) + 1) if all(order[place] == order[place % size] for place in range(len(order)))), 0
        )
        order = order[:period]
        if len(set(order)) != len(order) or len(order) < 2 or (job.turns and job.turns != order and found[0].value):
            stay_out("in which order")
        job.turns = order
        if job.turn_time is None and (told := piece.take("[v]*(t)$")):
            job.turn_time = job.duration(told[0])[()]
        piece.drop("nN")
        job.open = False
        job.lines.append(f"按{'、'.join(order)}的次序轮流")


def tell_changes(job: Job, piece: Piece) -> None:
    """Somebody works faster or slower from now on, or in the case that begins."""
    while found := piece.take("(n)?(N)?W([+-])([*/%])") or piece.take("(N)W([+-])([*/%])"):
        sign, told = found[-2:]
        names = [each.value for each in found[:-2] if each.kind == "name"] or [""]
        if names == [""] and piece.has("n"):
            stay_out("who works faster")  # `乙单独做时效率提高……`: not everybody
        factor = 1 + part_of_it(told) * (1 if sign.kind == "up" else -1)
        if factor <= 0:
            stay_out("how fast")
        for name in names:
            job.factors[name] = job.factors.get(name, Fraction(1)) * factor
        job.lines.append(f"{'、'.join(names) or '效率'}变为 {decimal(factor, 4)} 倍")


def part_of_it(mention: Mention) -> Fraction:
    if mention.value in ("一半", "半数"):
        return Fraction(1, 2)
    return Fraction(mention.value) / (100 if mention.kind == "percent" else 1)
