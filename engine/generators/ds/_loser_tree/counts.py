"""Comparisons that a loser tree takes, and choosing without one: of one choice, of building, of merging all records."""

from __future__ import annotations

from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import stay_out


def comparisons_told(parameters: Parameters) -> Solution:
    """Comparisons with a loser tree and without, of one choice or of merging all records."""
    answers: list[tuple[str, str]] = []
    steps: list[str] = []
    totals: list[int] = []
    many: list[int] = parameters.get("passes", [1] * len(parameters["ways"]))
    written = f"({parameters['records'] + 1} − 1)" if parameters.get("minus_one") else str(parameters.get("records", ""))
    if set(parameters["asked"]) == {"plain", "saved"}:
        stay_out("saved by what")
    for task in parameters["asked"]:
        for ways, passes in zip(parameters["ways"], many, strict=True):
            levels = (ways - 1).bit_length()
            if task in ("compared", "plain") and "records" in parameters:
                each, how = (
                    (levels, f"每个记录比较 ⌈log₂{ways}⌉，即 {levels} 次")
                    if task == "compared"
                    else (ways - 1, f"每个记录比较 {ways} − 1 = {ways - 1} 次")
                )
                total = parameters["records"] * each * passes
                totals.append(total)
                shown = f"{written} × {each}" + (f" × {passes}" if passes > 1 else "")
                steps.append(
                    f"{ways} 路{'，归并 ' + str(passes) + ' 趟' if passes > 1 else ''}，{'用败者树' if task == 'compared' else '直接选'}{how}：{shown} = {total}。"
                )
                name = (
                    f"{ways} 路 "
                    if len(many) > 1
                    else "直接选 "
                    if task == "plain"
                    else "用败者树 "
                    if "plain" in parameters["asked"]
                    else ""
                )
                answers.append((f"{name}{total} 次", str(total)))
            elif task == "compared":
                answers.append((f"用败者树 {levels} 次" if len(parameters["asked"]) > 1 else f"{levels} 次", str(levels)))
                steps.append(f"用败者树从叶到根每层比较一次，⌈log₂{ways}⌉ 为 {levels}。")
            elif task in ("plain", "build"):
                answers.append((f"{'直接选' if task == 'plain' else '建树'} {ways - 1} 次", str(ways - 1)))
                steps.append(f"{ways} 个关键字{'直接选最小' if task == 'plain' else '建树'}，比较 {ways} − 1 = {ways - 1} 次。")
            elif task == "ways":
                answers.append((f"{ways} 路", str(ways)))
                steps.append(f"{ways} 路归并的败者树有 {ways} − 1 = {ways - 1} 个记录败者的结点。")
            elif task in ("inner", "with-winner"):
                value = ways - 1 if task == "inner" else ways
                answers.append((f"{'败者结点' if task == 'inner' else '加上冠军共'} {value} 个", str(value)))
                steps.append(f"{ways} 个叶结点有 {ways} − 1 = {ways - 1} 个记录败者的结点，加上冠军共 {ways} 个。")
            elif task == "height":
                answers.append((f"高度 {levels}", str(levels)))
                steps.append(f"不含冠军结点，{ways} 个叶结点的败者树高 ⌈log₂{ways}⌉，为 {levels}。")
            elif task == "saved":
                saved = (ways - 1 - levels) * (parameters["records"] * passes if "records" in parameters else 1)
                answers.append((f"少 {saved} 次", str(saved)))
                steps.append(f"直接选每次比较 {ways} − 1 = {ways - 1} 次，败者树 {levels} 次，相差 {saved} 次。")
    if "same" in parameters["asked"]:
        same = len(set(totals)) == 1 and len(totals) > 1
        answers.append(("相同" if same else "不相同", "相同" if same else "不同"))
    return Solution(
        answer="；".join(answer for answer, _ in answers),
        steps=paragraphs(*dict.fromkeys(steps)),
        also=("；".join(value for _, value in answers), ", ".join(value for _, value in answers), "、".join(value for _, value in answers)),
        conventions=("建树的比较不计",) if "records" in parameters else ("建树时逐对比较",) if "build" in parameters["asked"] else (),
    )
