"""What a pasted replacement problem asks, computed by the simulators."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from engine.generators import patterns
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.os._page_replacement.bits import solve_by_bits
from engine.generators.os._page_replacement.replacement import ALGORITHMS, Access, Page, drawing_of, faults, replacements, working_of
from engine.generators.os._page_replacement.states import solve_state
from engine.generators.quantities import decimal, is_exact
from engine.generators.reading import stay_out


def solve(parameters: Parameters) -> Solution:
    if "state" in parameters:
        if parameters["state"] == "bits":
            return solve_by_bits(parameters) or stay_out("several pages with the same bits")
        return solve_state(parameters)
    references: list[Page] = list(parameters["references"])
    many = len(parameters["algorithms"]) * len(parameters["frames"]) > 1
    answers, workings, counts = [], [], []
    shares: list[Fraction] = []
    drawing = None
    also: tuple[str, ...] = ()
    each = [task for task in parameters["asked"] if task not in ("belady", "difference", "compare")] or ["faults"]
    for algorithm in parameters["algorithms"]:
        for frames in parameters["frames"]:
            # What was loaded before is no access of the string.
            loaded = list(parameters.get("loaded", ()))
            trace = ALGORITHMS[algorithm]([*loaded, *references], frames)[len(loaded) :]
            name = "，".join(
                part
                for part, shown in ((algorithm, len(parameters["algorithms"]) > 1), (_frames(frames), len(parameters["frames"]) > 1))
                if shown
            )
            answer = "，".join(
                _answer(task, trace, parameters["count_initial"])
                for task in each
                if task not in ("next", "nth", "which", "at") and not (many and task == "string")
            )
            if "at" in parameters["asked"]:
                gone_at = [access.evicted for access in trace if access.page == parameters["at"] and access.evicted is not None]
                if len(gone_at) != 1:
                    stay_out("no single access that throws a page out")
                answer = "，".join(part for part in (answer, f"淘汰 {gone_at[0]}") if part)
                also = (str(gone_at[0]),)
            if "nth" in parameters["asked"]:
                answer = "，".join(part for part in (answer, _nth(trace, *parameters["nth"])) if part)
            if "next" in parameters["asked"]:
                longer = ALGORITHMS[algorithm]([*references, parameters["next"]], frames)
                gone = longer[-1].evicted
                answer += ("；" if answer else "") + f"再访问 {parameters['next']} 时" + ("不淘汰" if gone is None else f"淘汰 {gone}")
                also = (str(gone), f"{gone} 号页", f"页面 {gone}") if gone is not None and parameters["asked"] == ["next"] else ()
            answers.append(f"{name}：{answer}" if many else answer)
            total = f"访问 {len(references)} 次，缺页 {faults(trace)} 次，其中淘汰页面 {replacements(trace)} 次。"
            if {"rate", "hit-rate"} & set(each):
                counted = faults(trace) if parameters["count_initial"] else replacements(trace)
                total += _share("缺页率", counted, len(references)) if "rate" in each else ""
                total += _share("命中率", len(references) - counted, len(references)) if "hit-rate" in each else ""
            workings.append(paragraphs(f"**{name}**" if many else "", working_of(algorithm, trace), total))
            drawing = drawing or drawing_of(algorithm, frames, trace)
            share = Fraction(faults(trace) if parameters["count_initial"] else replacements(trace), len(references))
            shares.append(share)
            counts.append((name, faults(trace) if parameters["count_initial"] else replacements(trace)))
    if many and "string" in parameters["asked"]:  # the same for all
        answers.insert(0, _answer("string", trace, True))
    if "difference" in parameters["asked"]:
        (one, first), (other, second) = counts
        said = f"少 {second - first} 次" if first < second else f"多 {first - second} 次" if first > second else "一样多，差 0 次"
        answers = [f"{one} 比 {other} {said}（{one} {first} 次，{other} {second} 次）"]
    if "belady" in parameters["asked"]:
        (few, first), (more, second) = sorted(zip(parameters["frames"], (count for _, count in counts), strict=True))
        answers.append(f"{'出现' if second > first else '没有出现'} Belady 现象")
        workings.append(f"页框从 {few} 个增加到 {more} 个，缺页从 {first} 次变为 {second} 次。")
    if "which" in parameters["asked"]:
        least = min(count for _, count in counts)
        answers.append("、".join(name for name, count in counts if count == least) + " 缺页最少")
    if many and each == ["faults"]:
        also = tuple(mark.join(f"{count}{unit}" for _, count in counts) for mark in ("，", "；", "、") for unit in ("", " 次"))
        if "belady" in parameters["asked"]:
            happens = [count for _, count in counts] != sorted((count for _, count in counts), reverse=True)
            also = tuple(f"{said}，{word}" for said in also for word in (("是", "出现", "有") if happens else ("否", "不是", "没有")))
        elif parameters["asked"] != ["faults"]:
            also = ()
    if each == ["rate"]:  # as options round it
        also = tuple(
            mark.join(f"{decimal(share * 100, digits)}%" for share in shares) for digits in (0, 1, 2) for mark in ("、", "，", "；", ", ")
        )
    conventions = ["页框初始为空", "最初装入的几次也计为缺页" if parameters["count_initial"] else "按题意，最初装入的几次不计为缺页"]
    if "replacements" in parameters["asked"]:
        conventions.append("置换次数不含装入空页框的几次")
    if "OPT" in parameters["algorithms"]:
        conventions.append("OPT 中几个页都不再访问时，淘汰最先调入的，这不影响缺页次数")
    if "CLOCK" in parameters["algorithms"]:
        conventions.append("CLOCK 在调入和命中时把访问位置 1，指针只在缺页时移动，装入后指向下一个页框")
    compared = dict(zip(parameters["algorithms"], (count for _, count in counts), strict=True)) if "compare" in parameters["asked"] else {}
    return Solution(
        answer="；".join(answers),
        also=also,
        steps=paragraphs(*workings),
        conventions=tuple(conventions),
        drawing=drawing,
        fits=(lambda option: _holds(option, compared)) if compared else None,
        answer_alone=bool(compared),
    )


_RELATIONS = {"<": int.__lt__, ">": int.__gt__, "=": int.__eq__, "≤": int.__le__, "≥": int.__ge__}


def _holds(option: str, counts: Mapping[str, int]) -> bool:
    """Whether an option such as `OPT < LRU = FIFO` says what is so."""
    parts = [part.strip() for part in patterns.split(r"(<=|>=|==|[≺≻<>=≤≥])", option.strip(" 。."))]
    names = [next((name for name in counts if name.startswith(part.upper()[:3])), None) for part in parts[::2]]
    if len(parts) < 3 or None in names or any(len(part) < 3 for part in parts[::2]):
        stay_out(f"no comparison: {option}")
    signs = [{"<=": "≤", ">=": "≥", "==": "=", "≺": "<", "≻": ">"}.get(sign, sign) for sign in parts[1::2]]
    values = [counts[str(name)] for name in names]
    return all(_RELATIONS[sign](one, other) for sign, (one, other) in zip(signs, pairwise(values), strict=True))


def _share(name: str, part: int, whole: int) -> str:
    share = Fraction(part, whole) * 100
    return f"{name} {part}/{whole} {'=' if is_exact(share) else '≈'} {decimal(share)}%。"


def _frames(count: int) -> str:
    """`三个页框`: a case is named in words, so that the figures of the answer are what is asked."""
    return f"{'零一二三四五六七八九十'[count]}个页框" if count <= 10 else f"{count} 个页框"


def _nth(trace: Sequence[Access], number: int, what: str) -> str:
    """The page that the n-th fault, or the n-th replacement, throws out."""
    chosen = [access for access in trace if access.fault and (what == "fault" or access.evicted is not None)]
    if number > len(chosen) or chosen[number - 1].evicted is None:
        stay_out("no page goes out then")
    return f"淘汰 {chosen[number - 1].evicted}"


def _answer(task: str, trace: Sequence[Access], count_initial: bool) -> str:
    number, total = (faults(trace) if count_initial else replacements(trace)), len(trace)
    if task == "faults":
        return f"缺页 {number} 次"
    if task == "string":
        return "页面访问串 " + listed((access.page for access in trace), "、")
    if task == "rate":
        share = Fraction(number, total)
        return f"缺页率 {decimal(share * 100)}%"
    if task == "replacements":
        return f"置换 {replacements(trace)} 次"
    if task == "first-evicted":
        return "最先淘汰 " + str(next((access.evicted for access in trace if access.evicted is not None), "无"))
    if task == "final":
        pages = [page for page in trace[-1].slots if page is not None]
        return "内存中的页 " + listed(pages if trace[-1].bits else sorted(pages), "、")
    if task == "stack":
        return "栈顶到栈底 " + listed(reversed(trace[-1].order), "、")
    if task == "evicted":
        return "依次淘汰 " + (listed(access.evicted for access in trace if access.evicted is not None) or "无")
    if task == "hits":
        return f"命中 {total - number} 次"
    share = Fraction(total - number, total)
    return f"命中率 {decimal(share * 100)}%"
