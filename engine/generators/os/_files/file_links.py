"""Files that are linked and deleted in turn: the reference counts of those that are left.

A hard link is a name of the same index node: every one counts, and deleting a name counts one down. A symbolic link is a file of its own;
its count is 1. Some books copy the target's count into it at first, so that only where both say the same an answer is given.
"""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.os._topic import Topic
from engine.generators.reading import stay_out

_NAME = r"(?<![A-Za-z\d])[A-Z]\d?(?![A-Za-z\d])"
_WORDS = "文件 当前 引用计数值 引用计数 计数 值 先 再 又 然后 接着 最后 此时 这时 则 和 与 的 分别 各 建立 创建 设 系统 中 有 一个 依次 执行 下列 操作 目录 下 为 是 "


def recognise_link_story(text: str) -> Recognition | None:
    """Such a problem as understood; None: another one."""
    if not patterns.search("符号链接|软链接|硬链接", text) or not patterns.search("引用计数|链接计数", text):
        return None
    reading = Topic(patterns.sub(r"(?:符号链接|软链接)\s*\(\s*(?:软链接|符号链接)\s*\)", "符号链接", text))
    count = r"(?:的)?(?:当前|此时|现在)?(?:的)?(?:引用|链接)计数(?:值)?"
    first = reading.take(rf"(?:设)?(?:文件)?\s?(?P<name>{_NAME}){count}(?:为|是|=)\s*(?P<value>\d+)(?!\d)")
    steps: list[tuple[int, list[str]]] = []
    for match in reading.take_all(
        rf"(?:先|再|又|然后|接着|最后|并)*(?:为|给|对)?(?:文件)?\s?(?P<lead>{_NAME})?(?:建立|创建)(?:了)?(?:文件)?\s?(?P<target>{_NAME})?(?:的)?(?:一个)?(?P<kind>硬链接|符号链接|软链接)(?:文件)?\s?(?P<new>{_NAME})"
    ):
        target = match["target"] or match["lead"]
        if target is None:
            return None
        steps.append((match.start(), ["hard" if match["kind"] == "硬链接" else "soft", target.upper(), match["new"].upper()]))
    for match in reading.take_all(rf"(?:先|再|又|然后|接着|最后|并)*(?:删除|删去|删掉)(?:了)?(?:文件)?\s?(?P<name>{_NAME})"):
        steps.append((match.start(), ["delete", match["name"].upper()]))
    asked = reading.take(
        rf"(?:此时|这时|则|那么|,)*(?:文件)?\s?(?P<names>{_NAME}(?:\s*[、,和与及]\s*(?:文件)?\s?{_NAME}){{0,3}}){count}(?:分别|各)?(?:是|为)?(?:多少|几)?"
    )
    if first is None or asked is None or not steps:
        return None
    reading.questions.append(asked.span())
    reading.finish_knowing(_WORDS)
    names = [name.upper() for name in patterns.findall(_NAME, asked["names"])]
    return Recognition(
        parameters={
            "layout": "link story",
            "first": [first["name"].upper(), int(first["value"])],
            "steps": [step for _, step in sorted(steps)],
            "asked": names,
        },
        understood=(
            ("起初", f"{first['name'].upper()} 的引用计数 {first['value']}"),
            ("操作", "，".join(_said(step) for _, step in sorted(steps))),
            ("所问", listed(names, "、")),
        ),
    )


def _said(step: list[str]) -> str:
    if step[0] == "delete":
        return f"删除 {step[1]}"
    return f"建立 {step[1]} 的{'硬' if step[0] == 'hard' else '符号'}链接 {step[2]}"


def solve_link_story(parameters: Parameters) -> Solution:
    """Each step counted."""
    first, value = parameters["first"]
    nodes, counts, soft = {first: 0}, {0: int(value)}, {}
    lines = [f"起初 {first} 的引用计数为 {value}。"]
    for step in parameters["steps"]:
        if step[1] not in nodes:
            stay_out(f"no such file: {step[1]}")
        node = nodes[step[1]]
        if step[0] == "delete":
            del nodes[step[1]]
            counts[node] -= 1
            lines.append(f"删除 {step[1]}：它所指的索引结点的引用计数减 1，为 {counts[node]}。")
            continue
        if step[2] in nodes:
            stay_out(f"a name twice: {step[2]}")
        if step[0] == "hard":
            nodes[step[2]] = node
            counts[node] += 1
            lines.append(f"建立硬链接 {step[2]}：与 {step[1]} 是同一索引结点，引用计数加 1，为 {counts[node]}。")
        else:
            nodes[step[2]] = len(counts)
            soft[len(counts)] = counts[node]
            counts[len(counts)] = 1
            lines.append(f"建立符号链接 {step[2]}：是另一个文件，引用计数为 1，{step[1]} 的不变。")
    values = []
    for name in parameters["asked"]:
        if name not in nodes:
            stay_out(f"deleted: {name}")
        if soft.get(nodes[name], 1) != 1:
            stay_out("whether a symbolic link copies the count")
        values.append(counts[nodes[name]])
    return Solution(
        answer="，".join(f"{name} 的引用计数 {value}" for name, value in zip(parameters["asked"], values, strict=True)),
        also=(listed(values, "、"), listed(values, "，")),
        steps=paragraphs(*lines),
        conventions=("符号链接不改变目标文件的引用计数",),
    )
