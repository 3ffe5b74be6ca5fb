"""Solving work problems: every reader tells relations; those that understand a text must say the same."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.alternatives import but_not
from engine.generators.civil._problems.heeded import ON_THE_WAY, each_by_itself, heeding
from engine.generators.civil._problems.reached import by_how_much, stay_out_of_reached
from engine.generators.civil._problems.relations import solution
from engine.generators.civil._problems.story import in_turn, one_reading
from engine.generators.civil._problems.unread import IN_WORK
from engine.generators.civil._work_rate.cases import read_portions, read_turns
from engine.generators.civil._work_rate.crews.reading import read_crews
from engine.generators.civil._work_rate.grazing import comes_evenly, read_grazing
from engine.generators.civil._work_rate.labour.reading import read_labour
from engine.generators.civil._work_rate.labour.two_works import read_two_works_at_once
from engine.generators.civil._work_rate.pools import read_pool
from engine.generators.civil._work_rate.statements import read_work
from engine.generators.civil._work_rate.wording import one_wording
from engine.generators.kind import Recognition, Solver
from engine.generators.reading import stay_out

_READ = in_turn(
    one_reading(read_work, read_turns, read_portions),
    one_reading(read_labour, read_two_works_at_once),
    read_crews,
)


_SO_MUCH_TAKES = (
    r"(?P<one>[甲乙丙丁A-D]|(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,3}?)[队组厂]?(?:工作|做|干)?(?P<time>[\d.一二两三四五六七八九十半]+个?(?:天|小时|分钟))(?:里|内)?(?:能|可)?(?:完成|做|干)?的(?:工作量|任务量?|量|活儿?|工作),?"
    r"(?P<other>[甲乙丙丁A-D]|[\u4e00-\u9fff]{2,3}?)[队组厂]?(?:需要?|要|得)?(?:做|干|用)?(?P<its>[\d.一二两三四五六七八九十半]+个?(?:天|小时|分钟))(?:才?能?(?:做完|干完|完成))?(?=[,;。])"
)
"""`甲 2 天的量乙要做 3 天`: one work that both could do."""


_SO_MUCH_IS = (
    r"(?P<one>[甲乙丙丁A-D])[队组厂]?(?:单独)?(?:工作|做|干)?(?P<time>[\d.一二两三四五六七八九十半]+个?(?:天|小时|分钟))(?:里|内)?(?:能|可)?(?:完成|做|干)的(?:工作量|任务量?|量|活儿?|工作)?"
    r"(?:恰好|正好|刚好|就)?(?:是|等于|相当于|抵)(?P<other>[甲乙丙丁A-D])[队组厂]?(?:单独)?(?:工作|做|干)?(?P<its>[\d.一二两三四五六七八九十半]+个?(?:天|小时|分钟))(?:里|内)?(?:能|可)?(?:完成|做|干)的(?:工作量|任务量?|量|活儿?|工作)?(?=[,;。])"
)
"""`甲 6 天完成的量是乙 8 天完成的`: both do as much."""

_TWICE_OVER = r"(?:做|完成|干)(?:了|完)?(?:[两二三四五六七八九十]|[2-9])(?:份|项|件|批|条)?(?:同样|相同|一样|这样)的"
"""So many works like the one that is told: the times are those of one."""

_IN_WHAT_IS_TO_COME = (
    r"(?:若|如果|现在?)?(?:想|要)?在(?:接下来|之后|随后|后面|此后)的?(?P<time>\d+(?:天|小时))(?:里|内|之内)?,?"
    r"把(?:剩余|剩下|余下)的?(?:部分|工程|任务|工作)?(?:全部)?(?P<done>[修做干挖建][完好]|完成)"
)
"""`在接下来的 30 天里把剩余部分修完`: of the rest, not of all."""


def _recognise(text: str) -> Recognition | None:
    """As all readers together say.

    Raises:
        StayOut: something is not understood.
    """
    if patterns.search("轮[流班换]|交替", text) and (found := patterns.search("合作时[^,;。]*\\d", text)):
        stay_out(found[0])  # those who take turns never work together
    if found := patterns.search("水流|水速|漂流|[顺逆]水|航行", text):
        stay_out(found[0])  # whoever goes with a stream does no work
    if found := patterns.search(_TWICE_OVER, text):
        stay_out(f"more than one work: {found[0]}")
    if comes_evenly(text):
        stay_out("something comes meanwhile")
    if (pool := read_pool(text)) is not None:
        return pool
    text = by_how_much(patterns.sub(_IN_WHAT_IS_TO_COME, r"剩下的要在\g<time>内\g<done>", one_wording(text)))
    stay_out_of_reached(text)
    text = patterns.sub(_SO_MUCH_IS, r"\g<one>\g<time>的工作量等于\g<other>\g<its>的工作量", text)
    text = patterns.sub(_SO_MUCH_TAKES, r"\g<one>\g<time>的工作量等于\g<other>\g<its>的工作量", text)
    return _READ(patterns.sub("总工期(?:为|是)?(?=多少|几)", "一共用", text))


SOLVER = Solver(
    hint=r"单独|效率|天|小时|日|分钟|周|星期|月|年|全长|工",
    recognise=but_not(IN_WORK)(each_by_itself(in_turn(read_grazing, heeding(_recognise, solution, ON_THE_WAY)), solution)),
    solve=solution,
)
