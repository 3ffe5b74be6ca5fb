"""Solving the worst case: groups, cards, choices, calendars, numbers, votes, boxes, locks, different amounts."""

from __future__ import annotations

import re
from collections import Counter

from engine.generators import patterns
from engine.generators.alternatives import but_not
from engine.generators.civil._problems.several import each_question
from engine.generators.civil._problems.story import in_turn, one_reading
from engine.generators.civil._problems.unread import IN_WORST_CASES
from engine.generators.civil._worst_case import simulator as worst
from engine.generators.civil._worst_case.amounts_reading import read_amounts
from engine.generators.civil._worst_case.choosers_reading import read_choosers
from engine.generators.civil._worst_case.draws_reading import read_draws
from engine.generators.civil._worst_case.other_reading import (
    read_boxes,
    read_locks,
    read_most_sharers,
    read_needed,
    read_papers,
    read_sharers,
    read_votes,
)
from engine.generators.civil._worst_case.pairs import in_single_things
from engine.generators.civil._worst_case.reading import read_guarantee
from engine.generators.civil._worst_case.sorts_reading import read_sure
from engine.generators.civil._worst_case.sums import extreme_of_row
from engine.generators.civil._worst_case.sums_reading import read_alike_amounts, read_filled_alike, read_sums
from engine.generators.civil._worst_case.sure_reading import read_free_sure
from engine.generators.civil._worst_case.totals import with_last_sort
from engine.generators.kind import Parameters, Recognition, Solution, Solver
from engine.generators.markdown import paragraphs
from engine.generators.reading import stay_out


def _solved(parameters: Parameters) -> Solution:
    task = parameters["task"]
    conventions: list[str] = []
    if task == "votes":
        value = worst.sure_votes(parameters["total"], parameters["counted"], parameters["own"])
        left = parameters["total"] - sum(parameters["counted"])
        if value > left:
            stay_out("cannot be sure")
        rival = max(votes for place, votes in enumerate(parameters["counted"]) if place != parameters["own"])
        own = parameters["counted"][parameters["own"]]
        return Solution(
            answer=f"{value} 票",
            also=(str(value),),
            steps=paragraphs(
                f"还剩 {left} 票。最不利：没得到的全给票最多的对手（已有 {rival} 票）。",
                f"再得 {value} 票时 {own} + {value} = {own + value}，对手最多 {rival} + {left - value} = {rival + left - value}，少一票就不能保证。",
            ),
            conventions=("票数必须比每个对手都多",),
        )
    if task == "locks":
        count = parameters["count"]
        value = count * (count - 1) // 2
        return Solution(
            answer=f"{value} 次",
            steps=f"第一把钥匙最多试 {count - 1} 次（前面都不对，剩下的一把不用试），以后每把少 1 次：从 {count - 1} 加到 1，一共 {value} 次。",
            conventions=("只剩一把锁时不用再试",),
        )
    if task == "choices":
        ways, wanted = parameters["ways"], parameters["wanted"]
        value = ways * (wanted - 1) + 1
        steps = [
            f"不同的选法有 {ways} 种。最不利：每种选法各有 {wanted - 1} 人，{ways} × {wanted - 1} = {value - 1}。",
            f"再多 1 人：{value - 1} + 1 = {value}。",
        ]
    elif task == "numbers":
        high, aim, number = parameters["high"], parameters["aim"], parameters["number"]
        value = worst.sure_of_numbers(high, aim, number)
        reason = {
            "difference": f"相差 {number} 的数连成一串一串，每串隔一个取一个，最多取 {value - 1} 个仍没有两个数相差 {number}。",
            "sum": f"和为 {number} 的数两两配对，每对至多取一个，加上配不成对的，最多取 {value - 1} 个仍不满足。",
            "times": f"把每个数与它的 {number} 倍、{number * number} 倍……连成一串，每串隔一个取一个，最多取 {value - 1} 个仍不满足。",
            "modulo": f"按除以 {number} 的余数分成 {number} 类，每类取一个，取 {value - 1} 个仍不满足。",
            "coprime": f"全取偶数有 {value - 1} 个，两两不互质；再多取一个就有相邻的两个数，相邻的数互质。",
            "multiple": f"取较大的一半 {value - 1} 个，互相没有倍数关系。",
        }[aim]
        steps = [f"最不利：{reason}", f"再取 1 个：{value - 1} + 1 = {value}。"]
    elif task == "linked":
        copies, run = parameters["copies"], parameters["run"]
        value = worst.sure_of_linked(parameters["high"], copies, run)
        steps = [
            f"最不利：编号每连着取 {run - 1} 个就空 1 个，最多取 {(value - 1) // copies} 个编号，各 {copies} 张全取出，共 {value - 1} 张。",
            f"再取 1 张：{value - 1} + 1 = {value}。",
        ]
    elif task == "amounts":
        total, count, place = parameters["total"], parameters["count"], parameters["place"]
        value = worst.amount_within(
            total,
            count,
            place,
            parameters["low"],
            least=parameters["least"],
            fixed=dict(parameters.get("fixed", ())),
            top=parameters.get("top"),
        )
        how = "尽量小" if parameters["least"] else "尽量大"
        others = (
            "其余的尽量大（互不相同，依次少 1）"
            if parameters["least"]
            else f"排在前面的尽量小（依次多 1），后面的取最小的 {parameters['low']} 起"
        )
        steps = [
            f"要使第 {place} 多的{how}，{others}，总和为 {total}。",
            f"第 {place} 多的{'最少' if parameters['least'] else '最多'} {value}。",
        ]
    elif task == "alike-amounts":
        things, most = parameters["things"], parameters["most"]
        each = sum(range(1, most + 1))
        value = worst.fullest_at_least(things, each)
        steps = [
            f"要得到同样多的人尽量少，各种数目的人就尽量均匀：1 到 {most} 各一人共分 {each}，{things} ÷ {each} ≈ {things / each:.2f}。"
            if things % each
            else f"要得到同样多的人尽量少，各种数目的人就尽量均匀：1 到 {most} 各一人共分 {each}，{things} ÷ {each} = {value}。",
            f"所以至少有 {value} 人得到的一样多。",
        ]
    elif task == "row-sum":
        total, lows, highs, place = (parameters[name] for name in ("total", "lows", "highs", "place"))
        told = {"least": parameters["least"], "times": parameters.get("times")}
        value, row = extreme_of_row(total, lows, highs, place, **told)
        if parameters["free"] and value != extreme_of_row(total, [low - (low == 1) for low in lows], highs, place, **told)[0]:
            # Whoever takes part has something: that nobody has nothing is meant where things are given out.
            conventions.append("每份至少为 1")
        steps = [
            f"要使第 {place} 大的尽量{'小' if parameters['least'] else '大'}，其余的在条件允许的范围内尽量{'大' if parameters['least'] else '小'}（互不相同），总和为 {total}。",
            f"可以取 {'、'.join(map(str, row))}，和为 {' + '.join(map(str, row))} = {total}，再{'小' if parameters['least'] else '大'}就凑不成。",
        ]
    elif task == "most-alone":
        total, count = parameters["total"], parameters["count"]
        value = worst.most_alone(total, count)
        steps = [
            f"要使它尽量少，其余 {count - 1} 份就尽量多，都只比它少 1：设它为 x，x + {count - 1} × (x − 1) ≥ {total}。",
            f"{count}x ≥ {total + count - 1}，x 最小为 {value}。",
        ]
    elif task == "most-sharers":
        value, low = parameters["count"], parameters["low"]
        used = sum(range(low, low + value))
        steps = [
            f"要人最多，每人就尽量少：依次 {low}、{low + 1}、{low + 2}……",
            f"{value} 人至少要 {used} 个，{value + 1} 人至少要 {used + low + value} 个，超过 {parameters['total']}。",
        ]
    elif task == "sharers":
        things, each = parameters["things"], parameters["each"]
        value = (things - 1) // (each - 1)
        steps = [
            f"若每人至多 {each - 1} 个，最多发出人数的 {each - 1} 倍；要总有一人至少 {each} 个，须人数 × {each - 1} < {things}。",
            f"人数最多 {value}。",
        ]
    elif task == "boxes":
        value = worst.fullest_at_least(parameters["things"], parameters["boxes"])
        steps = [f"平均每个 {parameters['things']} ÷ {parameters['boxes']}，有余数就加 1：必有一个至少 {value} 个。"]
    else:
        counts, wanted = parameters["counts"], parameters.get("wanted", 0)
        others = parameters.get("others", 0)
        also_others = f"，加上 {others} 张王" if others else ""
        if task == "same":
            value = worst.sure_of_one_colour(counts, wanted) + others
            parts = [min(count, wanted - 1) for count in counts]
            shown = (
                " + ".join(map(str, parts)) if len(parts) < 8 else " + ".join(f"{many} × {each}" for each, many in Counter(parts).items())
            )
            steps = [
                f"最不利：每种只取到 {wanted - 1} 个，不够的全取出：{shown} = {sum(parts)}{also_others}。",
                f"再取 1 个：{value - 1} + 1 = {value}。",
            ]
        elif task == "pairs":
            value = worst.sure_of_pairs(counts, wanted)
            steps = [
                f"最不利：已有 {wanted - 1} 双，另外每种颜色各多出 1 只，共 {value - 1} 只。",
                f"再取 1 只：{value - 1} + 1 = {value}。",
            ]
        elif task == "pairs-apart":
            value = worst.sure_of_pairs_apart(counts, wanted)
            steps = [
                f"最不利：最多的 {wanted - 1} 种全取出，其余每种各 1 只，共 {value - 1} 只。",
                f"再取 1 只：{value - 1} + 1 = {value}。",
            ]
        elif task == "of-each":
            least = parameters["least"]
            short = max(sum(counts) - count + each - 1 for count, each in zip(counts, least, strict=True) if each)
            value = short + 1
            steps = [
                f"最不利：要求的各种里有一种只差 1 个，其余的全取出，最多 {short} 个仍不满足。",
                f"再取 1 个：{short} + 1 = {value}。",
            ]
        elif task == "certain-all":
            value = worst.sure_of_all_certain(counts, parameters["colours"])
            steps = [f"最不利：除其中最少的一种外全取出，{value - 1} 个。", f"再取 1 个：{value - 1} + 1 = {value}。"]
        elif task == "certain":
            value = worst.sure_of_certain_colour(counts, parameters["colour"], wanted) + others
            rest = value - wanted
            steps = [
                f"最不利：先把其他的全取出，{rest} 个{'，含王' if others else ''}。",
                f"再取 {wanted} 个：{rest} + {wanted} = {value}。",
            ]
        else:
            value = worst.sure_of_colours(counts, wanted) + others
            steps = [
                f"最不利：先把最多的 {wanted - 1} 种全取出，{value - 1 - others} 个{also_others}。",
                f"再取 1 个：{value - 1} + 1 = {value}。",
            ]
    unit = parameters.get("unit") or ""
    return Solution(
        answer=f"{value} {unit}".strip(),
        also=(str(value), *(f"{value} {unit}" for unit in ("个", "只", "根", "张", "枚", "颗", "块", "人", "名", "位"))),
        steps=paragraphs(*steps),
        conventions=(
            *conventions,
            *(() if parameters.get("same_colour", True) else ("同色的两只算一双",)),
            *(("一副扑克牌有大小王，共 54 张",) if parameters.get("whole_pack") else ()),
        ),
    )


def _solve(parameters: Parameters) -> Solution:
    try:
        if parameters["task"] != "several":
            return _solved(parameters)
        # `保证有 3 个……？保证有两种呢？` counts in one unit.
        unit = next((question["unit"] for question in parameters["questions"] if question.get("unit")), "")
        each = [_solved({**question, "unit": question.get("unit") or unit}) for question in parameters["questions"]]
    except ValueError:
        stay_out("never")
    return Solution(
        answer="；".join(one.answer for one in each),
        also=("；".join(one.answer.split()[0] for one in each),),
        steps=paragraphs(*(one.steps for one in each)),
        conventions=tuple(dict.fromkeys(convention for one in each for convention in one.conventions)),
    )


_CHANGED = re.compile(
    "坏[了的掉]|空心|除外|去掉(?:一|其中)|分辨|作废|(?:可以?|可能|允许)(?:有)?(?:并列|相同|重复)|(?<!不)(?<!不再)放回|已经(?:确定|取|拿|摸)|(?:事先|自己)[拿取]走"
)
"""What makes other things of those told, or of how they are taken."""

_UNHEARD = re.compile(
    r"其中[^,;。\d]{1,8}有\d+[\u4e00-\u9fff](?:是|为)[^,;。]{1,6}的(?=[,;。])|不完全(?:相同|一样)|(?:保证|确保)[^。?;]{0,12}(?:剩下|余下|剩余)|(?:保证|确保)[^,;。?]{0,8}(?:恰好?|刚好|正好)有?(?:\d|[一两二三四五])|(?:保证|确保|必|一定)[^,;。?]{0,8}[两二三四2-4]种[^,;。?]{0,6}各(?:有|至少)*[\d两三四五]"
    # at best; what none of the sorts told has more than once
    r"|(?:至少|最少)[^,;。?]{0,8}(?:多少|几)[^,;。?]{0,8}可能(?!性)|[红黑]桃[\s\S]*(?:点数|数字|字母)[^,;。?]{0,4}(?:相同|一样|相等)|(?:红|黄|蓝|白|黑|绿)[\s\S]*(?:编号|号码|数字)[^,;。?]{0,4}(?:相同|一样|相等)"
)
"""What is to be sure, as nobody reads it."""

_YEAR = r"(?:在|于)?(?:19|20)\d\d年(?:度)?(?![\d至到~-])"
_WHOLE_PACK = r"([一1][副幅](?:完整的?)?扑克牌?)(?:共计?|一?共有|有)*54张(?:牌)?\((?:包含|包括|含|有|其中有)(?:两张)?大小(?:两张)?王\)"

_read = in_turn(
    one_reading(
        read_most_sharers, read_guarantee, read_papers, read_votes, read_boxes, read_locks, read_amounts, read_needed, read_sharers
    ),
    one_reading(each_question(read_sure), read_choosers),
    one_reading(each_question(read_sums), read_alike_amounts, read_filled_alike),
    each_question(read_draws),
    each_question(read_free_sure),
)


def _recognise(text: str) -> Recognition | None:
    """As the readers, of things that stay as they are told."""
    if found := _CHANGED.search(text) or _UNHEARD.search(text):
        stay_out(f"changed: {found[0]}")
    if len(patterns.findall(_YEAR, text)) == 1:  # when it was changes nothing
        text = patterns.sub(_YEAR, "", text)
    return _read(in_single_things(with_last_sort(patterns.sub(_WHOLE_PACK, r"\1", text))))


SOLVER = Solver(
    hint=r"数量不[等同]|不同数量|最小值|保证|确保|稳|总有|必有|至少|无论|最少|一定|钥匙|都不(?:相)?同|不(?:相)?同的?(?:正)?整数|各不相同|互不相同|不一样|不相同|互不|比其他|数不同|相异|得分不同|彼此",
    recognise=but_not(IN_WORST_CASES)(_recognise),
    solve=_solve,
)
