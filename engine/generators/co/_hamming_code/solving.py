"""Solving problems about Hamming codes; the code itself is in `simulator`."""

from __future__ import annotations

from fractions import Fraction

from engine.generators.co._hamming_code.simulator import check_bits, data_of, encode, flipped, is_check, members, syndrome
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out


def _percent(value: Fraction) -> str:
    return f"{decimal(value * 100, 2)}%"


def _solve_distance(parameters: Parameters) -> Solution:
    far = parameters["far"]
    said = {"distance": f"码距 {far}", "detect": f"最多检测 {far - 1} 位错", "correct": f"最多纠正 {(far - 1) // 2} 位错"}
    if parameters.get("together"):
        # Of all errors that are corrected, more are still to be told apart: d >= e + t + 1 with e > t as large as possible for the largest t.
        right = (far - 1) // 2
        answer = f"纠正 {right} 位同时检测 {far - 1 - right} 位"
        return Solution(
            answer=answer, steps=f"同时检错 e 位、纠错 t 位要求 d ≥ e + t + 1（e ≥ t）：{far} = {far - 1 - right} + {right} + 1。"
        )
    answer = "，".join(said[name] for name in parameters["asked"])
    return Solution(
        answer=answer,
        steps=paragraphs(f"码距 d = {far}：只检错最多 d − 1 = {far - 1} 位，只纠错最多 ⌊(d − 1)/2⌋，即 {(far - 1) // 2} 位。", answer),
        conventions=("检错和纠错分别算，不是同时",),
    )


def _solve_sizes(parameters: Parameters) -> Solution:
    data, double, asked = parameters["data"], parameters["double"], parameters["asked"]
    single = check_bits(data)
    checks = single + double
    total = data + checks
    words = parameters.get("words") or 0
    said = {
        "data": f"信息位 {data} 位" if len(asked) > 1 else f"{data} 位",
        "count": f"校验位 {checks} 位" if len(asked) > 1 else f"{checks} 位",
        "total": f"码字共 {total} 位" if len(asked) > 1 else f"{total} 位",
        "places": f"放在第 {'、'.join(str(1 << place) for place in range(single))} 位",
        "rate": f"编码效率 {_percent(Fraction(data, total))}",
        "share": f"校验位占 {_percent(Fraction(checks, total))}",
        "redundancy": f"冗余率 {_percent(Fraction(checks, data))}",
        "capacity": f"共 {words * total} Kbit",
    }
    answer = "，".join(said[name] for name in asked)
    lines = [
        f"纠正一位错要求 2^k ≥ n + k + 1，n = {data}。",
        f"满足它的最小的 k 是 {single}：2^{single} = {1 << single}，{data} + {single} + 1 = {data + single + 1}。",
    ]
    if double:
        lines.append(f"另加一位总校验位以发现两位错，校验位共 {checks} 位。")
    return Solution(
        answer=answer,
        also=(answer.replace("编码效率", "").replace("约", ""),),
        steps=paragraphs(*lines, answer),
        conventions=("发现两位错、纠正一位错（SEC-DED）：纠一位错的校验位再加一位总校验位",)
        if double
        else ("纠正一位错，不另加区分两位错的总校验位",),
    )


def _solve_received(parameters: Parameters) -> Solution:
    """What was received, one code word after another."""
    solutions = [(each["bits"], solve(each)) for each in parameters["each"]]
    return Solution(
        answer="；".join(f"{bits}：{solution.answer.replace('；', '，')}" for bits, solution in solutions),
        steps=paragraphs(*(f"{bits}：{solution.steps}" for bits, solution in solutions)),
        conventions=tuple(dict.fromkeys(one for _, solution in solutions for one in solution.conventions)),
    )


def _solve_needs(parameters: Parameters) -> Solution:
    """Check bits and lengths, some with one more bit against two errors."""
    data, single = parameters["data"], check_bits(parameters["data"])
    answers = []
    for name, double in parameters["asked"]:
        checks = single + double
        answers.append({"count": f"{checks} 位", "parity": "奇偶校验 1 位"}.get(name, f"码字共 {data + checks} 位"))
    plain = [answer.removeprefix("码字共 ").removeprefix("奇偶校验 ") for answer in answers]
    answer = "；".join(answers) if len(answers) > 1 else plain[0]
    lines = [
        f"纠正一位错要求 2^k ≥ n + k + 1，n = {data}，满足它的最小的 k 是 {single}。",
        *(["另加一位总校验位，就还能发现两位错。"] if any(double for _, double in parameters["asked"]) else []),
        *(["奇偶校验不论数据多长都只要 1 位。"] if ["parity", False] in parameters["asked"] else []),
    ]
    return Solution(
        answer=answer,
        also=("；".join(plain),),
        steps=paragraphs(*lines, answer),
        conventions=("纠正一位错；还要发现两位错时再加一位总校验位",),
    )


def _solve_small(parameters: Parameters) -> Solution:
    """Groups, syndromes, and how much data so many check bits serve."""
    task = parameters["task"]
    if task == "span":
        checks = parameters["checks"]
        low, high = (1 << checks - 1) - checks + 1, (1 << checks) - checks - 1
        return Solution(
            answer=f"{low}～{high} 位",
            also=(f"最少 {low}，最多 {high}",),
            steps=f"2^k ≥ n + k + 1：k = {checks} 时 n 最多 {high}；n = {low - 1} 时 {checks - 1} 位就够了。",
        )
    if task == "checks":
        position = parameters["position"]
        checks = [1 << bit for bit in range(position.bit_length()) if position >> bit & 1]
        answer = f"第 {'、'.join(map(str, checks))} 位" + (f"；{position:b}" if parameters["wrong"] else "")
        return Solution(
            answer=answer,
            also=(
                "、".join(f"H{check}" for check in checks),
                "、".join(f"P{check}" for check in checks),
                "和".join(f"第{check}位" for check in checks),
            )
            if not parameters["wrong"]
            else (),
            steps=f"{position} = {' + '.join(map(str, checks))}，由第 {'、'.join(map(str, checks))} 位的校验位共同校验；它出错时这几组不满足，校正因子为 {position:b}。",
        )
    if task == "members":
        found = [f"第 {'、'.join(map(str, members(parameters['length'], position)))} 位" for position in parameters["positions"]]
        return Solution(
            answer="；".join(found),
            steps=paragraphs(
                *(
                    f"第 {position} 位的校验位校验位号含 {position} 的各位：{said}。"
                    for position, said in zip(parameters["positions"], found, strict=True)
                )
            ),
        )
    wrong = parameters["wrong"]
    answer = f"第 {wrong} 位出错" if wrong else "没有出错"
    return Solution(
        answer=answer + ("；没有出错" if parameters["none"] else ""),
        also=(f"第 {wrong} 位", str(wrong)) if not parameters["none"] else (f"第 {wrong} 位；无错",),
        steps=f"不满足的校验组的编号相加得 {wrong}，{answer}。",
        conventions=("校验结果为 1 表示该组不满足",),
    )


def _solve_flip(parameters: Parameters) -> Solution:
    """A code word with bits inverted on the way, and what the receiver computes."""
    bits, odd, left = parameters["bits"], parameters["odd"], parameters["order"] == "left"
    word = bits if left else bits[::-1]
    made = word if parameters["given"] == "code" else encode(word, odd)
    if parameters["given"] == "code" and syndrome(made, odd):
        stay_out("said to be right, and is not")
    changed = made
    for flip in parameters["flips"]:
        changed = flipped(changed, flip)
    found = syndrome(changed, odd)
    count = sum(is_check(position) for position in range(1, len(made) + 1))

    def shown(text: str) -> str:
        return text if left else text[::-1]

    said = {
        "code": f"编码 {shown(made)}",
        "data": f"信息位 {shown(data_of(made))}",
        "syndrome": f"校验字 {found:0{count}b}",
        "misjudged": f"误判第 {found} 位",
    }
    answer = "；".join(said[name] for name in parameters["asked"] if name != "code" or parameters["given"] == "data")
    return Solution(
        answer=answer,
        steps=paragraphs(f"码字 `{shown(made)}`，翻转后 `{shown(changed)}`。", f"各组校验，不满足的组编号相加得 {found}。"),
        also=(f"{found:0{count}b}",),
    )


def _solve_explained(parameters: Parameters) -> Solution:
    """The code word, the word received with one bit wrong, and what its groups say; position 1 at either end where it is not said."""
    flip, odd = parameters["flip"], parameters["odd"]
    answers, also, steps = [], [], []
    for side in ("left", "right") if parameters["order"] == "both" else (parameters["order"],):
        word = parameters["bits"] if side == "left" else parameters["bits"][::-1]
        made = encode(word, odd)
        changed = flipped(made, flip)
        found = syndrome(changed, odd)
        checks = [position for position in range(len(made), 0, -1) if is_check(position)]
        result = "".join("1" if found & check else "0" for check in checks)
        code, received = (made, changed) if side == "left" else (made[::-1], changed[::-1])
        note = "" if parameters["order"] != "both" else ("第 1 位在左时：" if side == "left" else "第 1 位在右时：")
        answers.append(
            f"{note}海明码 {code}，第 {flip} 位出错时收到 {received}，"
            f"{''.join(f'P{check}' for check in checks)} = {result}，指出第 {found} 位出错，将其取反即得正确的码字"
        )
        also.append(code)
        for check in reversed(checks):
            steps.append(
                f"{note}第 {check} 位的校验组是第 {'、'.join(map(str, members(len(made), check)))} 位，"
                f"收到的码字里{'不满足' if found & check else '满足'}{'奇' if odd else '偶'}校验。"
            )
    return Solution(
        answer="；".join(answers),
        also=tuple(also),
        steps=paragraphs("\n".join(f"{number}. {line}" for number, line in enumerate(steps, 1))),
        conventions=(
            "校验位在编号为 2 的幂的位，其余各位依次放数据",
            *(() if parameters["parity_said"] else ("题目没有说奇偶，按偶校验",)),
        ),
    )


def _solve_many(parameters: Parameters) -> Solution:
    """The code words of several data words."""
    made = [encode(bits, parameters["odd"]) for bits in parameters["words"]]
    shown = made if parameters["order"] == "left" else [code[::-1] for code in made]
    return Solution(
        answer="；".join(shown),
        also=("、".join(shown), "，".join(shown)),
        steps=paragraphs(*(f"{bits} 的海明码为 `{code}`。" for bits, code in zip(parameters["words"], shown, strict=True))),
        conventions=("校验位在编号为 2 的幂的位，其余各位依次放数据，第 1 位在左",) if parameters["order"] == "left" else ("第 1 位在右",),
    )


def solve(parameters: Parameters) -> Solution:
    """The answer, with the same functions as the questions."""
    task = parameters["task"]
    if task == "distance":
        return _solve_distance(parameters)
    if task == "data":
        checks = parameters["checks"]
        right = (1 << checks) - checks - 1
        return Solution(answer=f"{right} 位", steps=f"2^k ≥ n + k + 1，k = {checks} 时 n 最大为 {1 << checks} − {checks} − 1 = {right} 位")
    if task == "apart":
        one, other = parameters["words"]
        places = [str(place) for place, (a, b) in enumerate(zip(one, other, strict=True), 1) if a != b]
        return Solution(
            answer=f"{parameters['far']}",
            steps=f"两个码字对应位不同的位数：从左数第 {'、'.join(places)} 位不同，共 {parameters['far']} 位。"
            if places
            else "两个码字相同。",
        )
    if task == "many":
        return _solve_many(parameters)
    if task == "received":
        return _solve_received(parameters)
    if task == "least" and parameters.get("each"):
        return Solution(
            answer="；".join(f"码距至少 {far}" for far in parameters["each"]),
            also=("；".join(str(far) for far in parameters["each"]),),
            steps="检 e 位错要 d ≥ e + 1，纠 t 位错要 d ≥ 2t + 1。",
        )
    if task == "least":
        return Solution(
            answer=f"码距至少 {parameters['far']}",
            steps="检 e 位错要 d ≥ e + 1，纠 t 位错要 d ≥ 2t + 1，同时检 e 位、纠 t 位（e ≥ t）要 d ≥ e + t + 1。",
        )
    if task == "sizes":
        return _solve_sizes(parameters)
    if task == "needs":
        return _solve_needs(parameters)
    if task in ("span", "checks", "members", "syndrome"):
        return _solve_small(parameters)
    if task == "explain":
        return _solve_explained(parameters)
    if task == "flip":
        return _solve_flip(parameters)
    bits, odd, order = parameters["bits"], parameters["odd"], parameters["order"]
    conventions = ["校验位在编号为 2 的幂的位，其余各位依次放数据"]
    if not parameters["parity_said"]:
        conventions.append("题目没有说奇偶，按偶校验")
    answers, also, steps = [], [], []
    for side in ("left", "right") if order == "both" else (order,):
        code = bits if side == "left" else bits[::-1]
        note = "" if order != "both" else ("第 1 位在左时：" if side == "left" else "第 1 位在右时：")
        if task == "encode":
            made = encode(code, odd)
            shown = made if side == "left" else made[::-1]
            steps.append(
                note
                + "；".join(
                    f"第 {check} 位校验第 {'、'.join(map(str, members(len(made), check)))} 位，为 {made[check - 1]}"
                    for check in range(1, len(made) + 1)
                    if is_check(check)
                )
                + f"。码字 `{shown}`"
            )
            if suggested := parameters.get("suggested"):
                if order == "both":
                    stay_out("left or right")
                answers.append(f"{'是' if shown == suggested else '不是'}，{shown}")
                also.append(shown)
                continue
            checks = "".join(bit for position, bit in enumerate(made, 1) if is_check(position))
            said = {
                "count": f"校验位 {len(checks)} 位",
                "checks": f"校验位 {checks if side == 'left' else checks[::-1]}",
                "code": f"码字 {shown}",
            }
            wanted = parameters.get("wanted") or ["code"]
            if wanted != ["code"]:
                answers.append(note + "，".join(said[name] for name in wanted))
                also.append((checks if side == "left" else checks[::-1]) if wanted == ["checks"] else shown)
                continue
            answers.append(note + shown)
            also.append(shown)
            continue
        wrong = syndrome(code, odd)
        if wrong > len(code):
            stay_out("more than one wrong bit")
        if not wrong:
            answers.append(f"{note}没有出错，数据为 {data_of(code) if side == 'left' else data_of(code)[::-1]}")
            steps.append(f"{note}各组校验都满足，没有出错")
            continue
        fixed = flipped(code, wrong)
        shown, data = (fixed, data_of(fixed)) if side == "left" else (fixed[::-1], data_of(fixed)[::-1])
        failed = [check for check in range(1, len(code) + 1) if is_check(check) and wrong & check]
        steps.append(
            f"{note}不满足的是第 {'、'.join(map(str, failed))} 位的校验组，编号相加得 {wrong}：第 {wrong} 位出错，改正为 `{shown}`"
        )
        asked = parameters.get("asked") or []
        if set(asked) == {"position", "fixed"}:
            answers.append(f"{note}第 {wrong} 位出错，纠正后为 {shown}")
        elif asked == ["position"]:
            answers.append(f"{note}第 {wrong} 位出错")
        elif set(asked) == {"position", "data"}:
            answers.append(f"{note}第 {wrong} 位出错，数据为 {data}")
        elif asked in (["data"], ["fixed"]):
            answers.append(f"{note}{data if asked == ['data'] else shown}")
        else:
            answers.append(f"{note}第 {wrong} 位出错，纠正后为 {shown}，数据为 {data}")
        also += [f"第 {wrong} 位", f"{wrong}", shown, data, f"第 {wrong} 位；{shown}"]
    return Solution(answer="；".join(answers), steps=paragraphs(*steps), also=tuple(also), conventions=tuple(conventions))
