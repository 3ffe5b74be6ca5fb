"""Spells of work as clauses tell them: somebody works for a time, comes, leaves, rests, or is done when it was planned."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.civil._problems.equations import constant, less, plus, scaled, symbol
from engine.generators.civil._problems.mentions import Mention
from engine.generators.civil._travel.journeys.pieces import Piece
from engine.generators.civil._work_rate.labour.job import CREW, HAND, WHOLE, Job, Spell
from engine.generators.civil._work_rate.labour.told import part_of_it
from engine.generators.reading import stay_out


def come_or_leave(job: Job, piece: Piece) -> None:
    """Some come, or leave."""
    if found := piece.take("[v]*(H)"):
        if job.heads_asked is None or job.open or not job.spells:
            stay_out("how many come")
        job.asks.append((job.heads_asked, {}, "amount:人"))
        piece.drop("vij")
    counted = next((each for each in piece.mentions if each.kind == "amount" and each.unit in ("台", "辆", "部", "条", "个")), None)
    if job.heads is not None and counted is not None and patterns.search("[XI]u", piece.signs):
        piece.mentions[piece.mentions.index(counted)] = Mention("heads", counted.text, counted.value)
    if found := piece.take("X(h)|(h)[ijk]*L") or piece.take("L(h)"):
        job.heads = less(job.heads or stay_out("how many work"), constant(found[0].value))
        job.lines.append(f"减少 {found[0].text}")
    elif found := piece.take("I(h)"):
        job.heads = plus(job.heads or stay_out("how many work"), constant(found[0].value))
        job.lines.append(f"增加 {found[0].text}")
    if not piece.has("L"):
        return
    names = piece.names() or job.subject
    told = piece.take("(n)[gf]*(t)L") or piece.take("(n)[gf]*(t)[kf]*L")
    if told:
        _spell(job, [told[0].value], told[1])
        names = [told[0].value]
    piece.drop("Ln")
    if not job.open:
        stay_out("who leaves")
    for name in names:
        if name not in job.present:
            stay_out("who leaves")
        job.present.remove(name)
    job.lines.append(f"{'、'.join(names)}离开")


def be_away(job: Job, piece: Piece) -> None:
    """Somebody does nothing for a time."""
    while found := piece.take("(n?)(n?)[fj]*R[v]*([tsT])"):
        told = found[-1]
        names = [each.value for each in found[:-1]] or job.subject
        if not names and not job.everyone:
            names = [CREW]
        counted = [spell for spell in job.spells if spell.counted]
        if job.open and counted and set(job.present) != set(counted[-1].rates) and job.present:
            job.add(list(job.present), job.new(), f"{'、'.join(job.present)}一起做")
        if job.open and job.present and set(names) >= set(job.present) and told.kind == "time":
            job.spells.append(Spell({}, job.duration(told)))  # nobody works
            job.lines.append(f"停 {told.text}")
            continue
        if len(names) == 2 and told.kind == "time":
            if not job.open:
                stay_out("who rests when")
            for each in names:
                job.is_away(each, job.duration(told))
            job.lines.append(f"{'、'.join(names)}休息 {told.text}")
            continue
        if len(names) != 1:
            stay_out("who rests")
        who = names[0]
        if told.kind == "ask-time":
            if who not in job.away and job.spells:
                time = job.new()
                job.is_away(who, time)
            job.asks.append((job.away.get(who) or stay_out("who rests"), {}, f"time:{told.unit}"))
            if job.open:
                job.close()
            continue
        if not job.open:
            if job.spells and job.cases and not piece.has("g"):
                stay_out("who rests when")
            job.add(list(job.everyone), job.new(), "一起做")
        job.is_away(who, job.duration(told) if told.kind == "time" else job.new())
        job.lines.append(f"{who}休息 {told.text}")


def beside_the_plan(job: Job, piece: Piece) -> None:
    """How much sooner or later than planned, or just in time."""
    if piece.has("D") and not job.open and not piece.names() and job.case_rate is None and job.heads is None and job.pending is None:
        piece.drop("D")
        return
    job_pending = job.pending is not None and piece.has("DelP")
    if job_pending:
        job.open, job.present, job.pending = True, job.pending or [], None
    if piece.drop("B"):
        if job.last_total is None:
            stay_out("as before when")
        if not job.spells or not job.open:
            job.add(list(job.everyone), job.new(), "合作")
        job.equations.equal(job.total, job.last_total)
    if found := piece.take("P[vd]*(t)") or piece.take("a[vd]*(t)[d]*$"):
        job.equations.equal(job.plan(), job.duration(found[0]))
        job.plan_heads = job.heads
        job.lines.append(f"计划 {found[0].text}")
        return
    if found := piece.take("P[vd]*(T)") or piece.take("a[vd]*(T)d?") or piece.take("D?P(T)"):
        job.asks.append((job.plan(), {}, f"time:{found[0].unit}"))
        return
    if not job.open and (found := piece.take("^(n)[ov]*(?:a[v]*)?(P)d?$")):
        job.equations.equal(job.own_time([found[0].value]), job.plan())
        job.lines.append(f"{found[0].value}要{found[1].text}")
        return
    found = piece.take("([el])([tT])d?")
    if found is None and not piece.has("D"):
        return
    done = not job.open and bool(job.spells) and not piece.names() and job.closed_at == job.factors
    if done and found:
        pass  # the work that has just been asked about
    elif not job.open:
        names = who_works(job, piece)
        if not names:
            stay_out("who is in time")
        job.add(names, job.new(), f"{'、'.join(names)}做完")
    elif job.spells and not (job.last_time is not None and piece.has("n")):
        names = piece.names() or job.present or who_works(job, piece)
        job.add(names, job.new(), f"{'、'.join(names)}做完")
    piece.drop("nNgodDr")
    if not (done and found):
        job.close()
    if not found:
        job.equations.equal(job.total, job.plan())
        job.lines.append("按期完成")
        return
    way, told = found
    apart = less(job.total, job.plan())
    sooner = way.kind == "sooner"
    if told.kind == "time":
        job.equations.equal(scaled(apart, -1) if sooner else apart, job.duration(told))
        job.lines.append(f"比计划{'提前' if sooner else '推迟'} {told.text}")
    else:
        job.asks.append((scaled(apart, -1) if sooner else apart, {}, f"time:{told.unit}"))


def _spell(job: Job, names: list[str], told: Mention | None) -> None:
    time = job.duration(told) if told is not None and told.kind == "time" else job.new()
    job.add(names, time, f"{'、'.join(names)}{'合作' if len(names) > 1 else ''} {told.text if told else '若干时间'}")


def work(job: Job, piece: Piece, following: str) -> None:
    """Somebody works for a time, or until a share or all of it is done."""
    signs = piece.signs
    if not piece.has("ts/%dh") or piece.has("T"):
        if piece.has("J") or (piece.has("r") and (piece.names() or piece.has("gN"))):
            _goes_on(job, piece)
        elif piece.has("gN") and job.open and not piece.has("dvRL"):
            job.present = who_works(job, piece)
        elif piece.names() and not piece.has("ts/%h"):
            alone = len(piece.names()) == 1 and (
                (piece.has("o") and "由" in piece.text) or patterns.search("后,?由?[甲乙丙丁]独[做干修]", piece.text) is not None
            )
            goes_on = piece.has("j") and patterns.search("继续|接着|接替|接手|改由|转由", piece.text)
            if job.open and (alone or goes_on) and not piece.has("LRT"):
                job.present = piece.names()  # `由乙继续做`
            job.subject = piece.names()
        return
    if piece.has("r") and piece.has("d") and not piece.has("ts/%uhO") and piece.names() and job.open:
        _goes_on(job, piece)
        return
    finishing = job.pending is not None and piece.has("t") and not piece.has("nNgoO")
    if finishing:
        job.open, job.present, job.pending = True, job.pending or [], None
    if found := piece.take("(h)[gv]*"):
        if job.everyone:
            stay_out("hands beside those who have names")
        job.heads = constant(found[0].value)
        if job.open:
            stay_out("how many work")
        job.lines.append(found[0].text)
    if piece.drop("J"):
        joined = [each for each in piece.names() if each not in job.present]
        piece.mentions = [each for each in piece.mentions if each.kind != "name"]
        piece.mentions = [*(Mention("name", each, each) for each in [*job.present, *joined]), *piece.mentions]
    if patterns.fullmatch("[aN]*n{2,}[aNgovd]*t{2,}[dv]*", signs) and signs.count("n") == signs.count("t"):
        names, times = piece.names(), [each for each in piece.mentions if each.kind == "time"]
        for name, its in zip(names, times, strict=True):
            _spell(job, [name], its)
            job.close()
        piece.drop("nNtdogv")
        return
    if patterns.fullmatch("[aNi]*(?:n[g]*vt){2,}", signs) and len(set(piece.names())) == signs.count("n"):
        while found := piece.take("(n)[gv]*(t)"):
            _spell(job, [found[0].value], found[1])
            job.close()
        return
    if patterns.search("n[govf]*t.*n[govf]*t", signs) and not piece.has("o"):
        while found := piece.take("(n)[govf]*(t)"):
            _spell(job, [found[0].value], found[1])
        _closes(job, piece, following, several=True)
        return
    if (found := piece.take("O[vd]*(t)")) and not piece.names():
        job.settle()
        if job.open:
            if all(set(spell.time) <= {()} for spell in job.spells) and job.present:
                job.add(list(job.present), job.new(), "继续做完")
            job.close()
        job.equations.equal(job.total, job.duration(found[0]))
        job.lines.append(f"一共 {found[0].text}")
        return
    if job.open and job.away and not piece.has("nNgorfk") and (found := piece.take("[vd]*(t)[vd]*")):
        job.close()
        job.equations.equal(job.total, job.duration(found[0]))
        job.lines.append(f"一共 {found[0].text}")
        return
    if (
        not job.open
        and patterns.fullmatch("nv?t", signs)
        and len(job.spells) > 1
        and any(piece.names()[0] in spell.rates and len(spell.rates) > 1 for spell in job.spells)
        and not set(following[:3]) & set("rjk~")
        and patterns.search("[作做干工修产入]了", piece.text)
    ):
        found = piece.take("(n)v?(t)") or []
        job.equations.equal(job.took(found[0].value), job.duration(found[1]))
        job.lines.append(f"{found[0].value}一共做了 {found[1].text}")
        return
    names = who_works(job, piece)
    told = piece.take("([ts])")
    share = piece.take("([/%])")
    amount = piece.take("d?(u)")
    if not names:
        if not (told or share or amount):
            return
        stay_out("who works")
    if piece.has("o") and len(names) > 1 and not told:
        stay_out("alone or together")
    if told is None and share is None and amount is None and not piece.has("d"):
        return
    if piece.has("E") and job.both_ways:
        job.empties = True
        piece.mentions = [Mention("done", each.text) if each.kind == "empty" else each for each in piece.mentions]
    elif piece.has("E"):
        job.emptying |= set(names)
        piece.drop("E")
        piece.mentions.append(Mention("done", "放完"))
    left = job.left if job.open else symbol(WHOLE)
    if (
        share
        and not told
        and job.open
        and not piece.has("k")
        and not piece.names()
        and all(set(spell.time) <= {()} for spell in job.spells)
    ):
        job.equations.equal(job.done, scaled(symbol(WHOLE), part_of_it(share[0])))
        job.open = "r" in job.later
        piece.drop("dw")
        return
    if share and not told and job.open and piece.has("k") and not piece.names():
        share_done = job.done  # `完成 50% 时` counts from the beginning
        _spell(job, names, None)
        job.equations.equal(plus(share_done, job.spells[-1].done), scaled(symbol(WHOLE), part_of_it(share[0])))
        piece.drop("dkr")
        return
    _spell(job, names, told[0] if told else None)
    job.subject = names
    if share:
        whole = left if piece.has("r") else symbol(WHOLE)
        job.equations.equal(job.spells[-1].done, scaled(whole, part_of_it(share[0])))
        piece.drop("dr")
        if not piece.has("k") and not set(job.later) & set("rjk~L"):
            job.open = False
        return
    if amount:
        job.equations.equal(job.spells[-1].done, constant(amount[0].value))
        if piece.has("O") or (not job.open and not set(following) & set("rjk~")):
            job.equations.equal(symbol(WHOLE), constant(amount[0].value))
            job.close()
        elif piece.has("d"):
            job.close()
        piece.drop("dO")
        return
    if finishing:
        piece.drop("drv")
        job.close()
        return
    _closes(job, piece, following)


def _closes(job: Job, piece: Piece, following: str, several: bool = False) -> None:
    """Whether the work is done with that."""
    goes_on = piece.has("fkj") and not piece.has("rd")
    leads = (
        len(job.spells) == 1
        and bool(set(following[:4]) & set("rjkL~J"))
        and not piece.has("o")
        and not (piece.has("v") and "需" in piece.text)
    )
    if piece.has("d") and not piece.has("f"):
        done = True
    elif piece.has("r"):
        done = not leads
    else:
        done = not goes_on and not leads and (len(job.spells) == 1 or several)
    piece.drop("dr")
    if done:
        job.close()


def _goes_on(job: Job, piece: Piece) -> None:
    """The rest is done by some."""
    names = piece.names() or ([*job.present] if piece.has("J") else who_works(job, piece))
    if piece.drop("J"):
        names = list(dict.fromkeys([*job.present, *names]))
    if not names or not job.open:
        stay_out("who goes on")
    if piece.has("T"):
        return
    job.present = names
    if piece.drop("r") or piece.has("d"):
        piece.drop("d")
        job.pending = names


def who_works(job: Job, piece: Piece) -> list[str]:
    """Those who are named, or spoken of."""
    names = piece.names()
    if len(names) == 1 and piece.has("g") and job.open:
        return list(dict.fromkeys([*job.present, *names]))  # `再同时开乙管`: together with those who are at work
    if names:
        return names
    counted = [each for each in piece.mentions if each.kind == "all"]
    if counted or piece.has("g"):
        value = counted[0].value if counted else ""
        number = "零一二三四".find(value.replace("两", "二")) if value and not value.isdigit() else int(value or 0)
        if number and number == len(job.present):
            return list(job.present)
        if number in (0, len(job.everyone)) and job.everyone:
            return list(job.everyone)
        stay_out("how many work")
    if job.open and job.present:
        return list(job.present)
    if job.heads is not None:
        return [HAND]
    if not job.everyone:
        return [CREW]
    return []
