"""Answers about Huffman trees without weights: nodes of a tree with n leaves, and how many codes of a bounded length are left."""

from __future__ import annotations

from engine.generators.kind import Parameters, Solution

_TITLES = {"total": "结点总数", "inner": "非叶结点", "ones": "度为 1 的结点", "nulls": "空指针"}
_RULES = {
    "total": ("2{n} − 1", "{n} 个叶结点要合并 {n} − 1 次，每次多一个结点"),
    "inner": ("{n} − 1", "每次合并多一个非叶结点，共合并 {n} − 1 次"),
    "ones": ("0", "非叶结点都有两个孩子"),
    "nulls": ("2{n}", "2{n} − 1 个结点有 2(2{n} − 1) 个指针，其中 2{n} − 2 个不空"),
}


def solve_bounds(parameters: Parameters) -> Solution:
    """What was asked of leaves told by a letter, or of the codes left."""
    if parameters["task"] == "spare":
        longest, codes = parameters["longest"], parameters["codes"]
        used = " + ".join(f"2^{longest - len(code)}" for code in codes)
        value = 2**longest - sum(2 ** (longest - len(code)) for code in codes)
        return Solution(
            answer=f"{value} 个",
            steps=f"长度为 {longest} 的编码共 2^{longest} = {2**longest} 个，已有的编码是前缀，占去 {used} 个，还剩 {value} 个。",
            also=(str(value),),
        )
    letter, number = parameters["letter"], parameters["value"]
    answers, values, steps = [], [], []
    for name in parameters["asked"]:
        formula, why = (part.format(n=letter) for part in _RULES[name])
        counted = {"total": 2 * (number or 0) - 1, "inner": (number or 0) - 1, "ones": 0, "nulls": 2 * (number or 0)}[name]
        shown = formula if number is None else str(counted)
        answers.append(f"{_TITLES[name]} {shown} 个")
        values.append(shown)
        steps.append(f"{_TITLES[name]}：{why}，共 {formula} 个{'' if number is None else f'，{letter} = {number} 时为 {counted} 个'}。")
    return Solution(
        answer="；".join(answers),
        steps="\n\n".join(steps),
        also=(
            "；".join(values),
            "，".join(values),
            *(value.replace(" ", "").replace("−", "-") for value in values[:1] if len(values) == 1),
        ),
    )
