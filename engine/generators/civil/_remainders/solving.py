"""Solving problems of remainders by the one congruence that says the same as all."""

from __future__ import annotations

from engine.generators.civil._remainders.reading import numbers_in_words, read_remainders
from engine.generators.civil._remainders.simulator import fitting, together
from engine.generators.kind import Parameters, Recognition, Solution, Solver
from engine.generators.markdown import paragraphs
from engine.generators.reading import stay_out


def _recognise(text: str) -> Recognition | None:
    """As `read_remainders`, the classic's figures in words too, where a number follows.

    Raises:
        StayOut: none does, or several; or as the reader.
    """
    seen = read_remainders(numbers_in_words(text))
    if seen is not None:
        _solve(seen.parameters)
    return seen


def _solve(parameters: Parameters) -> Solution:
    """The number asked for, or how many there are.

    Raises:
        StayOut: there is none, or more than one where one is meant.
    """
    congruences = [(divisor, remainder) for divisor, remainder in parameters["congruences"]]
    step, least = together(congruences)
    high = parameters["high"]
    numbers = fitting(congruences, parameters["low"], high if high is not None else parameters["low"] + 2 * step)
    ask = parameters["ask"]
    if not numbers or (ask == "only" and (high is None or len(numbers) != 1)):
        stay_out("no single number")
    if ask == "least" and high is None and parameters["low"] == 1 and numbers[0] < max(divisor for divisor, _ in congruences):
        stay_out("a number less than what it is divided by")  # some take 1 for divided by 4 with 1 left, most do not
    found = len(numbers) if ask == "count" else numbers[-1] if ask == "greatest" else numbers[0]
    answer = f"{found} {parameters['unit']}".strip()
    where = f"从 {parameters['low']} 到 {high} 的有" if high is not None else "从小到大是"
    shown = "、".join(str(number) for number in numbers[:4]) + ("……" if len(numbers) > 4 or high is None else "")
    return Solution(
        answer=answer,
        also=(str(found),) if parameters["unit"] else (),
        steps=paragraphs(
            f"除数的最小公倍数是 {step}，满足全部条件的数每隔 {step} 出现一个，其中最小的{'自然数' if least == 0 else '正整数'}是 {least or step}，可写成 {step}n + {least}。",
            f"{where} {shown}" + (f"，最后一个是 {numbers[-1]}，共 {len(numbers)} 个。" if high is not None and len(numbers) > 1 else "。"),
            f"所以答案是 {answer}。",
        ),
    )


SOLVER = Solver(hint=r"余|除|整除|倍数|剩|多\s*\d|少\s*\d", recognise=_recognise, solve=_solve)
