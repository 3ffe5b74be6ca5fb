"""KMP: questions about the arrays next and nextval of a pattern, and about the matching they drive.

How they are worked out is said in `_kmp_next.simulator`.
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.generators.alternatives import first_reading
from engine.generators.chance import Chance
from engine.generators.ds._kmp_next.reading import recognise
from engine.generators.ds._kmp_next.simulator import (
    Comparison,
    array_table,
    drawing_of,
    explained,
    match,
    naive_comparisons,
    next_of,
    nextval_of,
    shown,
)
from engine.generators.ds._kmp_next.slides import slides, solve_slide
from engine.generators.ds._kmp_next.solving import solve
from engine.generators.ds._parts_alone import solving_parts_alone, with_parts_alone
from engine.generators.kind import Generated, Kind, Solver, Wrong
from engine.generators.markdown import paragraphs, table
from engine.generators.variations import solving_variations, with_variations

POINT = "ds.search.string-kmp"


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _array(chance, "next")
    if difficulty == 2:
        return _array(chance, "nextval") if chance.one_in(2) else _mismatch(chance)
    return _comparisons(chance)


def _pattern(chance: Chance, least: int, most: int) -> str:
    signs = chance.choice(("ab", "abc", "aabc", "xy", "cd", "mn", "pq", "st", "uv", "xyz"))
    length = chance.between(least, most)
    pattern = "".join(chance.choice(signs) for _ in range(chance.between(2, 3)))
    while len(pattern) < length:
        if chance.one_in(2):
            pattern += pattern[: chance.between(1, min(len(pattern), 4))]
        else:
            pattern += chance.choice(signs)
    return pattern[:length]


def _lengths(pattern: str) -> list[int]:
    """The longest common prefix and suffix of each prefix itself (部分匹配值)."""
    lengths = next_of(pattern + "#")
    return [value - 1 for value in lengths[1:]]


def _array(chance: Chance, name: str) -> Generated | None:
    pattern = _pattern(chance, 6, 8) if name == "next" else _pattern(chance, 7, 9)
    jumps, better = next_of(pattern), nextval_of(pattern)
    if max(jumps) < 3 or len(set(pattern)) < 2 or jumps == better:
        return None
    from_zero = name == "nextval" and chance.one_in(2)
    less = 1 if from_zero else 0
    right = [value - less for value in (jumps if name == "next" else better)]
    lengths = _lengths(pattern)
    candidates: list[tuple[Sequence[int], str]] = []
    if name == "next":
        candidates.append(([value - 1 for value in jumps], "按位序从 0 开始的约定，各值都少了 1"))
        candidates.append((lengths, "写成了部分匹配值，没有右移加 1"))
        candidates.append((better, "写成了 nextval 数组"))
        candidates.append(([value + 1 for value in lengths], "相等前后缀把当前字符也算了进去"))
        candidates.append(([0, *(value if value > 1 else 0 for value in jumps[1:])], "没有相等前后缀时写成了 0"))
    else:
        candidates.append(([value - less for value in jumps], "写成了 next 数组，没有修正"))
        candidates.append(([value - 1 for value in better] if not from_zero else better, "位序起点弄错，各值差了 1"))
        once = [jumps[value - 1] if value and pattern[j] == pattern[value - 1] else value for j, value in enumerate(jumps)]
        candidates.append(([value - less for value in once], "字符相等时只退一次 next，没有用已修正的值"))
        zeroed = [0 if value and pattern[j] == pattern[value - 1] else value for j, value in enumerate(jumps)]
        candidates.append(([value - less for value in zeroed], "字符相等时一律改成了最小值"))
        opposite = [
            value if value and pattern[j] == pattern[value - 1] else (jumps[value - 1] if value else 0) for j, value in enumerate(jumps)
        ]
        candidates.append(([value - less for value in opposite], "判断弄反：字符不等时反而修正"))
    for position in range(len(pattern) - 1, 2, -1):
        for delta in (1, -1):
            if right[position] + delta >= -less:
                changed = list(right)
                changed[position] += delta
                candidates.append((changed, f"第 {position + 1} 个字符处的值算错"))
    convention = f"位序从 0 开始，{name}[0] = −1" if from_zero else f"位序从 1 开始，{name}[1] = 0"
    named: dict[str, Sequence[int]] = {"next[j]": jumps}
    if name == "nextval":
        named["nextval[j]"] = better
    rule = "若 p[j] 与 p[next[j]] 相同，则 nextval[j] = nextval[next[j]]，否则 nextval[j] = next[j]。" if name == "nextval" else ""
    steps = paragraphs(
        "位序从 1 开始，先求 next：next[1] 是 0，next[2] 是 1，其余为前面子串的最长相等前后缀长度加 1。",
        explained(pattern),
        array_table(pattern, named),
        rule,
        "改成位序从 0 开始，各值减 1。" if from_zero else "",
        f"{name} 数组为 {shown(right)}。",
    )
    return Generated(
        point=POINT,
        stem=f"模式串 p = `{pattern}` 的 KMP 算法 {name} 数组（{convention}）为",
        right=shown(right),
        wrong=[Wrong(shown(values), why) for values, why in candidates],
        steps=steps,
        parameters={"task": name, "pattern": pattern, **({"from_zero": from_zero} if name == "nextval" else {})},
        drawing=drawing_of(pattern, named),
    )


def _planted(chance: Chance, pattern: str) -> str:
    """A text in which the pattern is almost there, more than once, before it is there."""
    text = pattern[: chance.between(2, len(pattern) - 1)]
    for _ in range(chance.between(1, 2)):
        text += pattern[: chance.between(1, len(pattern) - 1)]
    return text + pattern


def _mismatch(chance: Chance) -> Generated | None:
    """After the first mismatch: where i and j go on, counted from 0 as 408 asked in 2015."""
    pattern = _pattern(chance, 5, 7)
    text = _planted(chance, pattern)
    jumps = next_of(pattern)
    comparisons, _ = match(text, pattern, jumps)
    first = next((comparison for comparison in comparisons if not comparison.equal), None)
    if first is None or first.j < 4 or jumps[first.j - 1] < 2 or len(text) > 20:
        return None
    i, j = first.i - 1, first.j - 1
    new = jumps[first.j - 1] - 1

    def pair(at: int, on: int) -> str:
        return f"i = {at}，j = {on}"

    wrong = [
        Wrong(pair(i - j + 1, 0), "按朴素匹配回溯了 i"),
        Wrong(pair(i, 0), "j 直接回到了开头"),
        Wrong(pair(i, new + 1), "用了位序从 1 开始的 next 值"),
        Wrong(pair(i + 1, new), "i 多前进了一位"),
        Wrong(pair(i - 1, new), "i 退回了一位"),
        Wrong(pair(i, j), "j 没有移动"),
        Wrong(pair(i, max(new - 1, 0)), "最长相等前后缀少看了一个字符"),
    ]
    prefix = pattern[:j]
    return Generated(
        point=POINT,
        stem=(
            f"主串 s = `{text}`，模式串 t = `{pattern}`，下标都从 0 开始。用 KMP 算法匹配，第一次出现失配（s[i] ≠ t[j]）时 i = {i}，j = {j}，"
            "则下一次开始比较时 i 和 j 的值是"
        ),
        right=pair(i, new),
        wrong=wrong,
        steps=paragraphs(
            f"KMP 失配时 i 不回溯，j 退到 next[{j}]。",
            f"t[{j}] 前面的子串 {prefix} 的最长相等前后缀为 {pattern[:new]}，长度为 {new}，下标从 0 开始时 next[{j}] 就是 {new}。",
            f"下一次比较时 {pair(i, new)}。",
        ),
        parameters={"task": "mismatch", "text": text, "pattern": pattern, "i": i, "j": j},
    )


def _comparisons(chance: Chance) -> Generated | None:
    pattern = _pattern(chance, 4, 6)
    text = _planted(chance, pattern)
    use_nextval = chance.one_in(2)
    jumps = nextval_of(pattern) if use_nextval else next_of(pattern)
    other = next_of(pattern) if use_nextval else nextval_of(pattern)
    comparisons, found = match(text, pattern, jumps)
    right = len(comparisons)
    missed = sum(not comparison.equal for comparison in comparisons)
    if missed < 2 or not found or len(text) > 20:
        return None
    counts = [
        (len(match(text, pattern, other)[0]), "用的是 next 数组" if use_nextval else "用的是 nextval 数组"),
        (naive_comparisons(text, pattern), "按朴素匹配每次从头比较"),
        (right - missed, "没有数失配的那几次比较"),
        (len(text), "以为每个字符恰好比较一次"),
        (found + len(pattern) - 1, "以为主串的每个字符只比较一次"),
        (right + 1, "多数了一次比较"),
        (right - 1, "漏数了一次比较"),
        (right + 2, "多数了两次比较"),
        (right - 2, "漏数了两次比较"),
    ]
    name = "nextval" if use_nextval else "next"
    rows: list[tuple[int, str, str]] = []
    attempt: list[Comparison] = []
    for number, comparison in enumerate(comparisons):
        attempt.append(comparison)
        if not comparison.equal or number == right - 1:
            result = (
                "匹配成功" if comparison.equal else f"在 i = {comparison.i}、j = {comparison.j} 处失配，j 退到 {jumps[comparison.j - 1]}"
            )
            rows.append((len(attempt), f"从 i = {attempt[0].i}、j = {attempt[0].j} 起", result))
            attempt = []
    total = " + ".join(str(row[0]) for row in rows)
    return Generated(
        point=POINT,
        stem=(
            f"主串 s = `{text}`，模式串 p = `{pattern}`，用 KMP 算法并使用 {name} 数组进行匹配，直到第一次匹配成功，则单个字符的比较次数为"
        ),
        right=f"{right} 次",
        wrong=[Wrong(f"{count} 次", why) for count, why in counts if count > 0],
        steps=paragraphs(
            f"位序从 1 开始，{name} 数组为 {shown(jumps)}；退到 0 表示主串前进一位、模式串从头开始。",
            table(("比较次数", "开始", "结果"), rows),
            f"共比较 {total} = {right}，即 {right} 次。",
        ),
        parameters={"task": "comparisons", "text": text, "pattern": pattern, "nextval": use_nextval},
        drawing=drawing_of(pattern, {f"{name}[j]": jumps}),
    )


KIND = Kind(
    name="kmp-next",
    title="KMP 的 next 数组",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"前后缀|next|KMP|模式串|模式匹配|朴素|(?<![A-Za-z])BF(?![A-Za-z])|部分匹配|(?<![A-Za-z])PM(?![A-Za-z])",
        recognise=with_variations(with_parts_alone(first_reading(slides, recognise))),
        solve=solving_variations(solving_parts_alone(lambda told: solve_slide(told) if told.get("task") == "slide" else solve(told))),
    ),
)
