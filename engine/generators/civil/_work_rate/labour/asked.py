"""What is asked of a work: how long it takes, how long somebody works, how much there is."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.civil._problems.equations import Term, less, scaled, symbol
from engine.generators.civil._travel.journeys.pieces import Piece
from engine.generators.civil._work_rate.labour.job import WHOLE, Job
from engine.generators.civil._work_rate.labour.spells import who_works
from engine.generators.reading import stay_out

_HOW_LONG = r"(?:则|那么|问|又|再)*(?:需要?|要|得|用)(?:的?时间)?(?:是|为)?多少(?:天|小时|分钟|时间)(?:(?:才|就|可以?|能)*(?:完成|做完|完工|修完|干完))?"
"""Behind `剩下的由两人合作`: how long that takes."""


def ask_of_work(job: Job, piece: Piece) -> None:
    """What is asked."""
    if piece.has("m"):
        _ask_pay(job, piece)
        return
    if piece.has("9") and job.turns:
        piece.drop("9")
        job.asks.append(({}, {}, "turn:"))
        return
    if found := piece.take("(n)6=?(n)6?([YQ])"):
        job.settle()
        if job.open or not job.spells:
            stay_out("who finishes")
        job.asks.append((job.done_by(found[0].value), job.done_by(found[1].value), "times:" if found[2].kind == "ask-times" else "ratio:"))
        return
    if piece.take("W?>a?W?[v]*(\\+)[v]*(?:\\$)") and job.plan_used and job.spells and not job.open:
        job.asks.append((less(job.plan(), job.total), job.total, "share:"))
        return
    if found := piece.take("(n)(n)W?(Q)"):
        job.asks.append((symbol(f"{found[0].value}的效率"), symbol(f"{found[1].value}的效率"), "ratio:"))
    if found := piece.take("(n)W?=?(n)W?(Y)"):
        job.asks.append((symbol(f"{found[0].value}的效率"), symbol(f"{found[1].value}的效率"), "times:"))
    if found := piece.take("(n)[v]*p[v]*(U)"):
        job.asks.append(
            (symbol(f"{found[0].value}的效率") if not job.mixed else _in_unit(job, piece, found[0].value), {}, f"amount:{found[1].unit}")
        )
        return
    if found := piece.take("[wO]*[vd]*(U)"):
        if piece.names() and len(piece.names()) == 1 and job.spells:
            job.asks.append((job.done_by(piece.names()[0]), {}, f"amount:{found[0].unit}"))
        elif piece.has("rnp") or job.open:
            stay_out("how much of what")
        else:
            job.asks.append((symbol(WHOLE), {}, f"amount:{found[0].unit}"))
        piece.drop("nOwd")
        return
    if not piece.has("T"):
        return
    if job.both_ways and piece.drop("E"):
        job.empties = True
    elif job.everyone and set(job.everyone) <= job.emptying:
        piece.drop("E")  # all of them empty it, which is the work
    asked = (piece.take("(T)") or stay_out("how long what takes"))[0]
    what = f"time:{asked.unit}"
    names = piece.names()
    if patterns.search("各|分别", piece.text) and not piece.has("o") and (len(names) > 1 or piece.has("N")):
        job.settle()
        if job.open or not job.spells or "了" not in piece.text:
            stay_out("each how long")
        for name in names or job.everyone:
            job.asks.append((job.took(name), {}, what))
        piece.drop("nNgodrO~jv")
        return
    if piece.has("o") and patterns.search("各|分别", piece.text) and not piece.has("~rO") and (len(names) > 1 or piece.has("N")):
        if job.open:
            stay_out("who finishes first")
        for name in names or job.everyone:
            job.asks.append((job.own_time([name]), {}, what))
        piece.drop("nNgodrO~jv")
        return
    if job.pending is not None:
        of_the_rest = piece.has("~") or (not names and patterns.fullmatch(_HOW_LONG, piece.text))
        if of_the_rest and (not names or names == job.pending) and not piece.has("O"):
            job.present, job.pending = job.pending, None
        else:
            job.settle()
    if not job.open and piece.has("~"):
        stay_out("after what")
    if job.turns:
        job.asks.append(({}, {}, f"turns:{names[0] if len(names) == 1 and not piece.has('o') else ''}"))
        piece.drop("nNgdOv")
        return
    if piece.has("f"):
        stay_out("when who works")
    asked_of = names or (list(job.everyone) if piece.has("g") and piece.has("N") and not piece.has("O") else [])
    together = [spell for spell in job.spells if spell.counted and set(spell.rates) == set(asked_of)]
    if not job.open and len(asked_of) > 1 and len(job.spells) > 1 and len(together) == 1 and "了" in piece.text:
        job.asks.append((together[0].time, {}, what))
        piece.drop("nNgdOv")
        return
    if job.open and len(names) == 1 and piece.has("O") and len(job.present) > 1 and names[0] in job.present:
        job.add(list(job.present), job.new(), f"{'、'.join(job.present)}继续做完")
        job.close()
        job.asks.append((job.took(names[0]), {}, what))
        piece.drop("nNgodrO~jv")
        return
    if not job.open and len(names) == 1 and not piece.has("o") and job.last_time is not None and list(job.spells[-1].rates) == names:
        job.asks.append((job.took(names[0]), {}, what))
        piece.drop("nNgodrO~jv")
        return
    if job.open:
        who = names or who_works(job, piece)
        if piece.drop("J"):
            who = list(dict.fromkeys([*job.present, *names]))
        if len(names) == 1 and set(names) < set(job.present) and "了" in piece.text and not piece.has("or"):
            # `乙加入，乙做了几天`: he is one of those who do the rest.
            job.add(list(job.present), job.new(), f"{'、'.join(job.present)}继续做完")
            job.close()
            job.asks.append((job.took(names[0]), {}, what))
            piece.drop("nNgodrO~jv")
            return
        if (
            names
            and not piece.has("rdg~v")
            and len(names) == 1
            and any(names[0] in spell.rates for spell in job.spells)
            and job.present != names
        ):
            stay_out("how long who works")
        job.add(who, job.new(), f"{'、'.join(who)}继续做完")
        last = job.spells[-1].time
        job.close()
        whole = piece.has("O") or (not piece.has("~r") and not names and patterns.search("实际|这|该|整|全部", piece.text) is not None)
        if not whole and not piece.has("~rnNgj") and len(job.spells) > 1:
            stay_out("how long what takes")
        job.asks.append((job.total if whole else last, {}, what))
        piece.drop("nNgodrO~jv")
        return
    if piece.has("o") or (
        names and not (piece.has("O") and job.spells) and (len(names) > 1 or not job.away) and not _worked_for(job, piece, names)
    ):
        who = names or who_works(job, piece) or stay_out("who works")
        if piece.has("~r"):
            stay_out("after what")
        job.add(who, job.new(), f"{'、'.join(who)}做完")
        job.close()
        job.asks.append((job.total, {}, what))
    elif names:
        job.asks.append((job.took(names[0]), {}, what))
    elif piece.has("gN") and not (job.last_time is not None and not piece.has("d")):
        who = who_works(job, piece)
        job.add(who, job.new(), f"{'、'.join(who)}合作做完")
        job.close()
        job.asks.append((job.total, {}, what))
    elif job.spells and job.last_time is not None:
        job.asks.append((job.total if piece.has("O") or len(job.spells) == 1 or not piece.has("~") else job.last_time, {}, what))
    elif job.factors or job.case_rate is not None or (job.heads is not None and not job.open):
        who = who_works(job, piece) or list(job.everyone)
        job.add(who, job.new(), "做完")
        job.close()
        job.asks.append((job.total, {}, what))
    else:
        stay_out("how long what takes")
    piece.drop("nNgodrO~jv")


def _ask_pay(job: Job, piece: Piece) -> None:
    """What each gets who is paid for what he did."""
    job.settle()
    if job.open or not job.spells:
        stay_out("who finishes")
    piece.drop("m6")
    for name in piece.names() or job.everyone:
        job.asks.append((job.done_by(name), symbol(WHOLE), "pay:"))
    piece.drop("nNgv_")


def _worked_for(job: Job, piece: Piece, names: list[str]) -> bool:
    """Whether it is asked how long somebody worked at it, not how long he would need for all of it."""
    told = bool(job.spells) and job.last_time is not None and any(names[0] in spell.rates for spell in job.spells)
    return (
        told
        and len(names) == 1
        and not piece.has("o")
        and (len(job.spells) > 1 or piece.has("O"))
        and patterns.search("了|共|投入|工作时间|参与|实际", piece.text) is not None
    )


def _in_unit(job: Job, piece: Piece, who: str) -> Term:
    """The rate of somebody by the hour or the minute."""
    return scaled(symbol(f"{who}的效率"), 60 if "每小时" in piece.text else 1)
