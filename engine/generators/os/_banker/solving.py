"""What a pasted problem of the banker's algorithm asks, computed by the simulator."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from engine.generators import patterns
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.os._banker.safety import (
    State,
    Vector,
    drawing_of,
    first_safe,
    fits,
    follow,
    granted,
    minus,
    needs_text,
    order_text,
    plus,
    safe_orders,
    turns_text,
    vector_of,
    verdict,
)
from engine.generators.reading import stay_out

_REFUSED = ("不能", "不能满足", "不可以", "不能分配", "不可以分配", "否", "不允许", "不能，系统将进入不安全状态")


def _stated(state: str) -> tuple[str, ...]:
    return (state, f"{state}状态", f"处于{state}状态", f"系统{state}", f"系统处于{state}状态", f"是{state}的")


def solve(parameters: Parameters) -> Solution:
    if "trial" in parameters:
        return _solve_trial(parameters)
    state = State(
        tuple(parameters["names"]),
        tuple(tuple(row) for row in parameters["greatest"]),
        tuple(tuple(row) for row in parameters["held"]),
        tuple(parameters["free"]),
    )
    asked = list(parameters["asked"])
    if not state.names:
        return Solution(answer=vector_of(state.free), steps=f"可用资源（总数 − 各进程已分配之和）：{vector_of(state.free)}。")
    steps = [f"尚需资源（最大需求 − 已分配）：{needs_text(state)}。"]
    if asked == ["least"]:
        return _solve_least(state, steps[0])
    if asked in (["which-request"], ["unsafe-request"], ["not-a-sequence"]) or (asked == ["statement"] and "requests" not in parameters):
        return _solve_choice(state, asked[0], steps)
    requests = [(int(number), tuple(wanted)) for number, wanted in parameters.get("requests", ())]
    if asked == ["statement"]:
        return _solve_claims(state, requests[0], steps)
    if asked == ["disposition"]:
        return _solve_disposition(state, requests[0], steps)
    if asked == ["granted"]:
        return _solve_granted(state, requests, steps)
    said: list[str] = []
    also: tuple[str, ...] = ()
    drawing = None
    conventions: list[str] = []
    orders = list(safe_orders(state))
    for task in asked:
        if task == "total":
            sums = tuple(sum(column) for column in zip(state.free, *state.held, strict=True))
            said.append(f"资源总数 {vector_of(sums)}")
            steps.append(f"资源总数（可用 + 各进程已分配之和）：{vector_of(sums)}。")
        elif task == "free":
            said.append(f"Available = {vector_of(state.free)}")
            steps.append(f"可用资源（总数 − 各进程已分配之和）：{vector_of(state.free)}。")
        elif task == "need":
            said.append(f"Need：{needs_text(state)}")
        elif task in ("safe", "deadlock"):
            said.append(_verdict_text(state, task, steps))
            also = _stated("安全" if orders else "不安全") + tuple(_sequences(state, orders)) if task == "safe" else ()
            also += () if orders else ("不存在", "不存在安全序列", "没有安全序列", "无安全序列", "无")
            if orders:
                drawing = drawing or drawing_of(state, orders[0])
                conventions.append(
                    f"安全序列共有 {len(orders)} 个，这里每次取最靠前的可完成的进程" if len(orders) > 1 else "安全序列只有这一个"
                )
        elif task == "all":
            said.append("；".join(order_text(state, order) for order in orders) if orders else "没有安全序列，系统不安全")
            if len(orders) > 12:
                stay_out("too many sequences to list")
        elif task.startswith("from:"):
            begun = [order for order in orders if state.names[order[0]] == task.removeprefix("from:")]
            said.append(
                f"以 {task.removeprefix('from:')} 开头的安全序列如 {order_text(state, begun[0])}" if begun else "没有这样的安全序列"
            )
        elif task.startswith("most:"):
            said.append(_most(state, task.removeprefix("most:"), steps))
        elif task.startswith("supposed:"):
            free = tuple(int(amount) for amount in patterns.findall(r"\d+", task))
            said.append(f"可用为 {vector_of(free)} 时{_verdict_text(replace(state, free=free), 'safe', steps)}")
        elif task == "count":
            said.append(
                f"共 {len(orders)} 个安全序列"
                + (f"（{'；'.join(order_text(state, order) for order in orders)}）" if 0 < len(orders) <= 6 else "")
            )
            also = (str(len(orders)), f"{len(orders)} 个", f"{len(orders)} 种")
            steps.append(f"逐个尝试各种次序，安全序列有 {len(orders)} 个。")
        elif task == "first":
            ready = [name for name, need in zip(state.names, state.needs, strict=True) if fits(need, state.free)]
            if len(ready) != 1:
                stay_out("not one that can finish first")
            said.append(f"第一个能完成的是 {ready[0]}")
        elif task == "stuck":
            stuck = _stuck(state)
            said.append(f"{'、'.join(stuck)} 可能无法完成" if stuck else "都能完成")
        elif task == "grant":
            alone = len(asked) == 1 and len(requests) == 1
            for text, more in _granting(state, requests, parameters.get("in_turn"), steps):
                said.append(text)
                also = more if alone else ()
        else:
            stay_out(f"unknown {task}")
    if requests and also == () and len(asked) == 1 and len(requests) == 1:
        also = _REFUSED
    return Solution(
        answer="；".join(said),
        also=also if len(said) == 1 else (),
        steps=paragraphs(*steps),
        conventions=tuple(dict.fromkeys(conventions)),
        drawing=drawing,
    )


def _sequences(state: State, orders: Sequence[Sequence[int]]) -> list[str]:
    return [listed((state.names[number] for number in one), separator) for one in orders for separator in ("", " ", ",", "、", "→", "->")]


def _stuck(state: State) -> list[str]:
    """Those that never get what they need, the others finished."""
    free, remaining = state.free, list(range(len(state.names)))
    while ready := [number for number in remaining if fits(state.needs[number], free)]:
        remaining.remove(ready[0])
        free = plus(free, state.held[ready[0]])
    return [state.names[number] for number in remaining]


def _verdict_text(state: State, task: str, steps: list[str]) -> str:
    order = first_safe(state)
    safe, unsafe = ("没有死锁，推进序列如", "有死锁") if task == "deadlock" else ("安全，安全序列如", "不安全")
    if order is None:
        stuck = _stuck(state)
        finished = [name for name in state.names if name not in stuck]
        done = f"{'、'.join(finished)} 可以完成，此后" if finished else ""
        steps.append(f"{done}{'、'.join(stuck)} 都得不到满足，{'处于死锁' if task == 'deadlock' else '找不到安全序列'}。")
        return unsafe
    steps.append(turns_text(state, order))
    return f"{safe} {order_text(state, order)}"


def _granting(
    state: State, requests: Sequence[tuple[int, Vector]], in_turn: bool | None, steps: list[str]
) -> list[tuple[str, tuple[str, ...]]]:
    """The verdict on each request, with other wordings; `in_turn`: each after the granted ones before it, None: not said."""
    if first_safe(state) is None and any(verdict(state, number, wanted) not in ("free", "need") for number, wanted in requests):
        stay_out("a request in an unsafe state")  # one that cannot be met at all is refused in any state
    answers: list[tuple[str, tuple[str, ...]]] = []
    now = state
    beside: list[str] = []
    for number, wanted in requests:
        name = state.names[number]
        # Where it is not said, each comes after the granted ones before it, as most books' examples go on.
        before = state if in_turn is False else now
        why = verdict(before, number, wanted)
        if in_turn is None and (why == "ok") != (alone := verdict(state, number, wanted) == "ok"):
            beside.append(f"{name} {'能' if alone else '不能'}满足")
        if why == "ok":
            after = granted(before, number, wanted)
            order = first_safe(after)
            assert order is not None
            steps.append(
                f"{name} 请求 {vector_of(wanted)}：不超过它的尚需和可用。试分配后可用 {vector_of(after.free)}，尚需：{needs_text(after)}。"
            )
            steps.append(turns_text(after, order))
            text = f"能满足，安全序列如 {order_text(after, order)}"
            answers.append(
                (text, (*_sequences(after, list(safe_orders(after))), "能", "可以", "能满足", "可以满足", "能分配", "可以分配", "允许"))
            )
            now = granted(now, number, wanted) if verdict(now, number, wanted) == "ok" else now
            continue
        if why == "need":
            reason = f"超过它尚需的 {vector_of(before.needs[number])}，请求出错"
        elif why == "free":
            reason = f"超过可用的 {vector_of(before.free)}，{name} 必须等待"
        else:
            after = granted(before, number, wanted)
            reason = f"试分配后可用 {vector_of(after.free)}，{'、'.join(_stuck(after))} 都得不到满足，找不到安全序列，不能分配"
        steps.append(f"{name} 请求 {vector_of(wanted)}：{reason}。")
        answers.append(("不能满足（会进入不安全状态）" if why == "unsafe" else "不能满足", _REFUSED))
    if beside:
        answers[-1] = (f"{answers[-1][0]}（若各个请求单独考虑：{'，'.join(beside)}）", answers[-1][1])
    if len(answers) > 1:
        return [(f"{state.names[number]} {text}", also) for (number, _), (text, also) in zip(requests, answers, strict=True)]
    return answers


def _most(state: State, name: str, steps: list[str]) -> str:
    """The most units of one type that a process can get at once."""
    if name not in state.names or len(state.free) != 1 or first_safe(state) is None:
        stay_out("not one type, or nobody of that name")
    number = state.names.index(name)
    most = max(amount for amount in range(state.free[0] + 1) if not amount or verdict(state, number, (amount,)) == "ok")
    steps.append(f"给 {name} {most} 个后仍有安全序列，再多 1 个就超过尚需、可用，或找不到安全序列。")
    return f"{name} 最多 {most} 个"


def _solve_choice(state: State, task: str, steps: list[str]) -> Solution:
    """Which request can be granted, or which statement about the state is right."""

    def outcome(option: str) -> str:
        match = patterns.fullmatch(
            r"(?:进程)?\s*([A-Z]\d?|[甲乙丙丁])\s*(?:的)?(?:再|又|现|提出)*(?:申请|请求|要)(?:再)?\s*\(?\s*(\d+(?:\s*[,、 ]\s*\d+)*)\s*\)?\s*(?:个|台|单位)?(?:资源)?",
            option.strip(),
        )
        if match is None or match[1] not in state.names:
            stay_out(f"no request: {option}")
        wanted = tuple(int(number) for number in patterns.findall(r"\d+", match[2]))
        if len(wanted) != len(state.free):
            stay_out(f"no request: {option}")
        return verdict(state, state.names.index(match[1]), wanted)

    def holds(option: str) -> bool:
        if patterns.search("不安全|(?:不存在|没有|无)安全序列", option):
            if patterns.search("(?<!不)存在(?!.*不安全)", option):
                stay_out(f"no statement: {option}")
            return first_safe(state) is None
        if patterns.search("多个|不唯一|不止一个", option) and not patterns.search(r"[A-Z]\d", option):
            return len(list(safe_orders(state))) > 1
        if "唯一" in option and len(list(safe_orders(state))) != 1:
            return False
        names = patterns.findall("|".join(sorted(map(re.escape, state.names), key=len, reverse=True)), option)
        if "安全" not in option or sorted(names) != sorted(state.names):
            stay_out(f"no statement: {option}")
        return follow(state, [state.names.index(name) for name in names])[1] is None

    order = first_safe(state)
    steps.append("找不到安全序列，系统不安全。" if order is None else turns_text(state, order))
    return Solution(
        answer="",
        fits={
            "which-request": lambda option: outcome(option) == "ok",
            "unsafe-request": lambda option: outcome(option) == "unsafe",
            "statement": holds,
            "not-a-sequence": lambda option: not holds("安全" + option),
        }[task],
        steps=paragraphs(*steps),
    )


_REASONS = {
    "ok": "试分配后有安全序列，立即分配",
    "need": "超过它尚需的资源，请求出错",
    "free": "超过可用的资源，必须等待",
    "unsafe": "试分配后找不到安全序列，不予分配",
}
_SAYS_WAIT = r"(?:系统|进程|\w\d?)?(?:必须|应当?|只能|需要?|要)(?:阻塞)?等待"
_SAYS_NO = r"(?:系统)?(?:不应当?|不能|不可(?:以)?|不得|不予|不可能|拒绝)(?:立即|马上|给予|予以)?(?:分配|满足|同意|批准)(?:资源|给它|该请求|其请求|这一请求|它)*"
_SAYS_YES = r"(?:系统)?(?:可以?|能够?|应当?|应该|可)(?:立即|马上|给予|予以)?(?:分配|满足|同意|批准)(?:资源|给它|该请求|其请求|这一请求|它)*"
_NOW = r"(?:系统)?(?:在)?(?:T0时刻|此时|当前|现在|原来|目前|分配前)?(?:的)?(?:系统|状态)?(?:是|处于)*(?P<not>不)?安全(?:状态|的)*"
_AFTER = r"(?:系统)?(?:试?分配|满足(?:该请求)?)(?:之)?后(?:系统)?(?:将|会|仍然?|依然|还|就)*(?:是|进入|处于|变为|变得)*(?P<not>不)?安全(?:状态|的)*"
_LACKING = r"(?:系统)?(?:中)?(?:剩余|可用|空闲)(?:的)?(?:资源|磁带机|打印机|设备)(?:数)?(?:不足|不够)"


def _solve_claims(state: State, request: tuple[int, Vector], steps: list[str]) -> Solution:
    """Which option is right in all it says of the state now, of the state after a request, and of what becomes of the request."""
    number, wanted = request
    why = verdict(state, number, wanted)
    safe = first_safe(state) is not None

    def holds(claim: str) -> bool:
        if said := patterns.fullmatch(_AFTER, claim):
            return why == ("unsafe" if said["not"] else "ok")
        if said := patterns.fullmatch(_NOW, claim):
            return safe != bool(said["not"])
        for pattern, true in (
            (_LACKING, why == "free"),
            (_SAYS_WAIT, why in ("free", "unsafe")),
            (_SAYS_NO, why != "ok"),
            (_SAYS_YES, why == "ok"),
        ):
            if patterns.fullmatch(pattern, claim):
                return true
        stay_out(f"no claim: {claim}")

    def fits_option(option: str) -> bool:
        claims = [
            patterns.sub(r"^(?:但是?|因此|所以|故|因而|而|且|并且|则|于是)+|\s", "", claim)
            for claim in patterns.split("[,，;；。]", option)
        ]
        held = [holds(claim) for claim in claims if claim]  # each is looked at, so that an unknown one is never passed over
        return bool(held) and all(held)

    steps.append("找不到安全序列，当前状态不安全。" if not safe else "当前状态有安全序列，是安全的。")
    steps.append(f"{state.names[number]} 请求 {vector_of(wanted)}，可用 {vector_of(state.free)}：{_REASONS[why]}。")
    return Solution(answer="", fits=fits_option, steps=paragraphs(*steps))


def _solve_disposition(state: State, request: tuple[int, Vector], steps: list[str]) -> Solution:
    """Which option says what becomes of a request, with the right reason or a safe sequence."""
    number, wanted = request
    why = verdict(state, number, wanted)
    after = granted(state, number, wanted) if why in ("ok", "unsafe") else state

    def fits_option(option: str) -> bool:
        if patterns.search("不能|不予|不可|不应|不允许|不给|不分配|不满足|拒绝|等待|阻塞|出错|错误", option):
            if patterns.search("不安全", option):
                return why == "unsafe"
            if patterns.search("(?:超过|大于|超出)[^,，]*(?:最大|需求|Need|宣布|声明)|出错|错误", option):
                return why == "need"
            if patterns.search("(?:超过|大于|超出|不足|不够)", option):
                return why == "free"
            if "死锁" in option:
                stay_out(f"no reason: {option}")
            return why in ("free", "unsafe")
        if not patterns.search("分配|满足|允许|可以|能|同意|批准|给", option):
            stay_out(f"no disposition: {option}")
        if why != "ok" or patterns.search("足够|充足|不超过", option):
            return False  # enough is free: not the reason
        names = patterns.findall("|".join(sorted(map(re.escape, state.names), key=len, reverse=True)), option)
        if sorted(names) == sorted(state.names):
            return follow(after, [state.names.index(name) for name in names])[1] is None
        return "不安全" not in option

    steps.append(f"{state.names[number]} 请求 {vector_of(wanted)}，可用 {vector_of(state.free)}：{_REASONS[why]}。")
    if why == "ok" and (order := first_safe(after)) is not None:
        steps.append(turns_text(after, order))
    name = state.names[number]
    done = {
        "ok": f"立即分配给 {name}",
        "need": f"请求出错（超过 {name} 尚需的资源）",
        "free": f"{name} 等待（请求超过可用资源）",
        "unsafe": f"不予分配，{name} 等待（分配后系统不安全）",
    }
    return Solution(answer=done[why], answer_alone=True, fits=fits_option, steps=paragraphs(*steps))


def _solve_granted(state: State, requests: Sequence[tuple[int, Vector]], steps: list[str]) -> Solution:
    """Which of several requests are granted, each dealt with after those before it."""
    if first_safe(state) is None:
        stay_out("requests in an unsafe state")
    granted_to: list[str] = []
    refused: list[str] = []
    for number, wanted in requests:
        why = verdict(state, number, wanted)
        steps.append(f"{state.names[number]} 请求 {vector_of(wanted)}，可用 {vector_of(state.free)}：{_REASONS[why]}。")
        (granted_to if why == "ok" else refused).append(f"{state.names[number]} 的 {vector_of(wanted)}")
        if why == "ok":
            state = granted(state, number, wanted)
    said = f"满足 {'、'.join(granted_to)}" if granted_to else "都不满足"
    return Solution(answer=said + (f"；不满足 {'、'.join(refused)}" if granted_to and refused else ""), steps=paragraphs(*steps))


def _solve_trial(parameters: Parameters) -> Solution:
    """One request against the need of its process and what is free."""
    need, free, request = (tuple(parameters["trial"][name]) for name in ("need", "free", "request"))
    steps = [f"Request {vector_of(request)}，Need {vector_of(need)}，Available {vector_of(free)}。"]
    if parameters["asked"] == ["verdict"]:
        kind = "出错" if not fits(request, need) else "等待" if not fits(request, free) else "试分配"
        words = {
            "出错": ("出错|错误|最大需求", "Request 超过 Need，请求出错。"),
            "等待": ("等待|阻塞", "Request 不超过 Need，但超过 Available，进程等待。"),
            "试分配": ("试", "Request 不超过 Need 和 Available，试分配后做安全性检查。"),
        }
        steps.append(words[kind][1])
        return Solution(answer="", fits=lambda option: bool(patterns.search(words[kind][0], option)), steps=paragraphs(*steps))
    if not fits(request, need) or not fits(request, free):
        stay_out("a request that is not tried")
    values = {"free": ("剩余", minus(free, request)), "need": ("Need", minus(need, request))}
    steps += [f"试分配后 {values[task][0]} = {vector_of(values[task][1])}。" for task in parameters["asked"]]
    return Solution(
        answer="；".join(f"{values[task][0]} {vector_of(values[task][1])}" for task in parameters["asked"]), steps=paragraphs(*steps)
    )


def _solve_least(state: State, working: str) -> Solution:
    """The fewest free resources of one type with which the state is safe."""
    free = 0
    while (order := first_safe(replace(state, free=(free,)))) is None:
        free += 1
    safe = replace(state, free=(free,))
    return Solution(
        answer=f"{free} 个",
        steps=paragraphs(
            working, f"可用 {free - 1} 个时找不到安全序列，{free} 个时有：" if free else "可用 0 个时就有：", turns_text(safe, order)
        ),
        drawing=drawing_of(safe, order),
    )
