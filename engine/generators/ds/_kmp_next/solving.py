"""Answers about patterns: their arrays, and matchings of them in a text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from engine.generators.ds._kmp_next.simulator import Comparison, array_table, drawing_of, explained, match, next_of, nextval_of, shown
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import paragraphs, table
from engine.generators.reading import stay_out


def partial_matches(pattern: str) -> list[int]:
    """The partial-match table (PM): of each prefix the length of its longest proper prefix that is also its suffix."""
    return [value - 1 for value in next_of(pattern + pattern[:1])[1:]]


class _Pattern:
    """A pattern, and perhaps a text, with what was asked of them."""

    def __init__(self, parameters: Parameters) -> None:
        self.pattern, self.text = parameters["pattern"], parameters["text"]
        self.stated: bool | None = parameters["from_zero"]
        self.arrays = {"next": next_of(self.pattern), "nextval": nextval_of(self.pattern)}

    def tell(self, task: Sequence[Any]) -> Solution:
        """The answer to one thing asked."""
        what, *rest = task
        if what in self.arrays:
            return self._array(what)
        told: Solution = getattr(self, f"_{what.replace('-', '_')}")(*rest)
        return told

    def _array(self, name: str) -> Solution:
        less = 1 if self.stated else 0
        values = [value - less for value in self.arrays[name]]
        also = [shown(values), *(() if self.stated else ("".join(map(str, values)),))]
        if self.stated is None:
            also.append(shown([value - 1 for value in values]))
        named = {f"{each}[j]": self.arrays[each] for each in ("next", "nextval") if each in (name, "next")}
        return Solution(
            answer=f"{name}：{shown(values)}",
            steps=paragraphs(
                "位序从 1 开始，next[1] 是 0，next[2] 是 1，其余为前面子串的最长相等前后缀长度加 1。",
                explained(self.pattern),
                array_table(self.pattern, named),
                "若 p[j] 与 p[next[j]] 相同，则 nextval[j] 取 nextval[next[j]]，否则取 next[j]。" if name == "nextval" else "",
                "位序从 0 开始时，各值减 1。" if self.stated else "",
            ),
            also=tuple(also),
            conventions=self._numbering(),
            drawing=drawing_of(self.pattern, named),
        )

    def _numbering(self) -> tuple[str, ...]:
        if self.stated is None:
            return "位序从 1 开始，next[1] = 0", "若教材的位序从 0 开始（next[0] = −1），各值减 1"
        return ("位序从 0 开始，next[0] = −1" if self.stated else "位序从 1 开始，next[1] = 0",)

    def _border(self) -> Solution:
        """The length of the longest proper prefix of the whole that is also its suffix."""
        length = partial_matches(self.pattern)[-1]
        common = self.pattern[:length]
        return Solution(
            answer=str(length), steps=f"{self.pattern} 的最长相等前后缀是 {common}，长 {length}。" if length else "没有相等的前后缀。"
        )

    def _partial(self) -> Solution:
        values = partial_matches(self.pattern)
        rows = [(self.pattern[: number + 1], value) for number, value in enumerate(values)]
        return Solution(
            answer=f"部分匹配值：{shown(values)}",
            steps=table(("前缀", "最长相等前后缀的长度"), rows),
            also=(shown(values), "".join(map(str, values))),
        )

    def _resumed_index(self, place: int) -> Solution:
        """The same with indices from 0; `place` counts from 1."""
        values = self.arrays["next"]
        if not 1 < place <= len(values):
            stay_out("no such place, or the pattern's beginning")
        value = values[place - 1] - 1
        return Solution(
            answer=f"next[{place - 1}] = {value}，用下标 {value} 的字符去比",
            steps=paragraphs(
                explained(self.pattern), f"下标从 0 开始，next[{place - 1}] 为 {value}：主串的位置不动，拿下标 {value} 的字符去比。"
            ),
            also=(str(value), f"第 {value} 号字符"),
            conventions=("使用 next 数组", "字符下标从 0 开始，next[0] = −1"),
        )

    def _value(self, name: str, place: int, less: int = 0) -> Solution:
        if not 1 - less < place <= len(self.pattern) - less:
            stay_out("no such place")
        value = self.arrays[name][place - 1 + less] - less
        return Solution(
            answer=f"{name}[{place}] = {value}",
            steps=array_table(self.pattern, {f"{each}[j]": self.arrays[each] for each in ("next", "nextval")}),
            also=(str(value),),
            conventions=self._numbering(),
        )

    def _where(self, name: str) -> Solution:
        places = [place for place, value in enumerate(self.arrays[name], 1) if value == 0]
        return Solution(
            answer=f"位序 {shown(places)}",
            steps=array_table(self.pattern, {f"{each}[j]": self.arrays[each] for each in ("next", "nextval")}),
            also=(shown(places),),
            conventions=self._numbering(),
        )

    def _resumed(self, place: int) -> Solution:
        values = self.arrays["next"]
        if not 1 < place <= len(values) or self.stated:
            stay_out("no such place, or the pattern's beginning")
        value = values[place - 1]
        return Solution(
            answer=f"第 {value} 个字符",
            steps=paragraphs(
                explained(self.pattern), f"位序从 1 开始，next[{place}] 为 {value}：主串的位置不动，拿第 {value} 个字符去比。"
            ),
            also=(str(value), f"next[{place}] = {value}"),
            conventions=("使用 next 数组", "字符从第 1 个数起"),
        )

    def _shift(self, place: int) -> Solution:
        value = place - self.arrays["next"][place - 1]
        return Solution(
            answer=f"右移 {value} 位",
            steps=f"右移的位数为 j − next[j]：{place} − {self.arrays['next'][place - 1]} = {value}。",
            also=(str(value), f"{value} 位"),
        )

    def _run(self, way: str) -> tuple[list[Comparison], int]:
        comparisons, found = _naive_run(self.text, self.pattern) if way == "naive" else match(self.text, self.pattern, self.arrays[way])
        if not found:
            stay_out("the pattern is not in the text")
        return comparisons, found

    def _compared(self, way: str) -> Solution:
        """How often two characters are compared until the pattern is found."""
        comparisons, found = self._run(way)
        missed = [each for each in comparisons if not each.equal]
        equal = f"相等的比较 {sum(each.equal for each in comparisons)} 次，失配的比较 {len(missed)} 次，共 {len(comparisons)} 次。"
        if way == "naive":
            return Solution(
                answer=f"{len(comparisons)} 次",
                steps=paragraphs(f"每趟都从模式串的第 1 个字符比起，失配就右移一位；第 {found} 趟成功。", equal),
                also=(str(len(comparisons)),),
                conventions=("到第一次匹配成功为止", "朴素模式匹配"),
            )
        jumps = self.arrays[way]
        rows = [(f"i = {each.i}、j = {each.j}", f"失配，j 退到 {jumps[each.j - 1]}") for each in missed]
        return Solution(
            answer=f"{len(comparisons)} 次",
            steps=paragraphs(
                f"位序从 1 开始，{way} 数组为 {shown(jumps)}；退到 0 表示主串前进一位、模式串从头开始。失配的比较：",
                table(("位置", "结果"), rows) if rows else "没有失配。",
                equal,
            ),
            also=(str(len(comparisons)),),
            conventions=("到第一次匹配成功为止", f"使用 {way} 数组"),
            drawing=drawing_of(self.pattern, {f"{way}[j]": jumps}),
        )

    def _rounds(self, way: str) -> Solution:
        comparisons, _ = self._run(way)
        value = sum(not each.equal for each in comparisons) + 1
        return Solution(answer=f"{value} 趟", steps=f"每失配一次就开始下一趟：失配 {value - 1} 次，共 {value} 趟。", also=(str(value),))

    def _position(self, base: int) -> Solution:
        _, found = self._run("next")
        value = found - 1 + base
        return Solution(
            answer=f"位置 {value}（从 {base} 计）",
            steps=f"模式串从主串的第 {found} 个字符起匹配成功。",
            also=(str(value), f"第 {value} 个字符"),
        )

    def _first_miss(self) -> Comparison:
        missed = [each for each in match(self.text, self.pattern, self.arrays["next"])[0] if not each.equal]
        if not missed or missed[0].j == 1:
            stay_out("no mismatch, or one at the beginning")
        return missed[0]

    def _first_failed(self) -> Solution:
        """At which character of the pattern the first mismatch is."""
        missed = self._first_miss()
        return Solution(
            answer=f"第 {missed.j} 个字符失配",
            steps=f"主串第 {missed.i} 个字符与模式串第 {missed.j} 个字符不相等，前面的都相等。",
            also=(str(missed.j),),
            conventions=("位序从 1 开始",),
        )

    def _then(self) -> Solution:
        """With which character of the pattern it goes on after the first mismatch."""
        missed = self._first_miss()
        value = self.arrays["next"][missed.j - 1]
        return Solution(
            answer=f"从模式串第 {value} 个字符继续",
            steps=paragraphs(explained(self.pattern), f"next[{missed.j}] 为 {value}：主串的位置不动，拿模式串第 {value} 个字符去比。"),
            also=(str(value),),
            conventions=("使用 next 数组",),
        )

    def _mismatch(self, i: int, j: int, way: str) -> Solution:
        """Where i and j go on after a mismatch; whether they count from 0 or 1 is seen from where it happens."""
        jumps = self.arrays[way]
        missed = [each for each in match(self.text, self.pattern, jumps)[0] if not each.equal]
        bases = [base for base in (0, 1) if any((each.i - 1 + base, each.j - 1 + base) == (i, j) for each in missed)]
        if len(bases) != 1 or self.stated not in (None, bases[0] == 0):
            stay_out("no mismatch there")
        base = bases[0]
        new = jumps[j - base] - 1 + base
        # At the pattern's beginning i goes on, which books write in two ways.
        if jumps[j - base] == 0:
            stay_out("a mismatch at the beginning")
        return Solution(
            answer=f"i = {i}，j = {new}",
            steps=f"KMP 失配时 i 不回溯，j 退到 {way}[{j}]。"
            + (
                f"{self.pattern[: j - base]} 的最长相等前后缀长度为 {new - base}，下标从 {base} 开始时 next[{j}] 就是 {new}。"
                if way == "next"
                else f"下标从 {base} 开始时 nextval[{j}] 是 {new}。"
            ),
            also=(f"{i}, {new}", f"{i}和{new}"),
            conventions=(f"下标从 {base} 开始",),
        )


def _naive_run(text: str, pattern: str) -> tuple[list[Comparison], int]:
    """Every comparison of the naive matching until the pattern is found, and where it begins (from 1; 0: nowhere)."""
    comparisons = []
    for start in range(len(text) - len(pattern) + 1):
        for offset, sign in enumerate(pattern):
            equal = text[start + offset] == sign
            comparisons.append(Comparison(start + offset + 1, offset + 1, equal))
            if not equal:
                break
        else:
            return comparisons, start + 1
    return comparisons, 0


def solve(parameters: Parameters) -> Solution:
    """What was asked of a pattern, or of a pattern and a text."""
    if "lengths" in parameters:
        long, short = parameters["lengths"]
        value = (long - short + 1) * short
        return Solution(
            answer=f"{value} 次",
            steps=f"每趟比较 {short} 次，最多 {long} − {short} + 1 = {long - short + 1} 趟，共 {long - short + 1} × {short} = {value} 次。",
            also=(str(value),),
            conventions=("朴素模式匹配的最坏情况：每趟都比到最后一个字符",),
        )
    pattern = _Pattern(parameters)
    told = [pattern.tell(task) for task in parameters["asked"]]
    if len(told) == 1:
        return told[0]
    bare = [each.also[0] if each.also else each.answer for each in told]
    return Solution(
        answer="；".join(each.answer for each in told),
        steps=paragraphs(*dict.fromkeys(each.steps for each in told)),
        also=("；".join(bare), "，".join(bare)),
        conventions=tuple(dict.fromkeys(convention for each in told for convention in each.conventions)),
        drawing=next((each.drawing for each in told if each.drawing is not None), None),
    )
