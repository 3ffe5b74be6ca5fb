"""Cutting what is told of sets into descriptions with their numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.generators import patterns
from engine.generators.civil._inclusion_exclusion.wording import UNIT

_VALUE = r"(?:(?<![\d./第])\d+(?:\.\d+)?%?(?![\d/%])|(?<!\d)\d+/\d+|多少%?|一半)"
_NUMBER = re.compile(
    rf"(?:(?:恰好|正好|刚好|分别)?(?:共|一共|总共|约)?(?:有|为|是|达到?|占(?:总人数|总数|全部|全班|全体)?(?:的)?|占比)*)(?P<value>{_VALUE})(?P<unit>{UNIT})"
)


@dataclass
class Statement:
    """A description with its number, or two descriptions and how their numbers compare."""

    description: str
    value: str
    unit: str
    bound: str = ""
    together: bool = False  # `一共` stands before the number
    other: str = ""  # `description` has `value` times as many as `other`, or (with `more`) so many more
    more: bool = False
    plus: int = 0  # and so many more than that

    @property
    def asked(self) -> bool:
        return self.value.startswith("多少")


def _related(clause: str) -> list[Statement] | None:
    """`甲的人数与乙的人数一样多`, `甲是乙的 2 倍多 3 人`, `甲与乙的人数之比为 2:3`: none of it a number of its own."""
    people = r"(?:的)?(?:人数|数量|人)?"
    if even := patterns.fullmatch(
        rf"(?:且|而|若|如果|已知)?(?P<one>[^\d]+?){people}(?:与|和|跟|同|等于)(?P<other>[^\d和与]+?){people}(?:也|正好|恰好|刚好)?(?:一样多|同样多|相同|相等)?",
        clause,
    ):
        if not patterns.search("一样多|同样多|相同$|相等$|等于", clause) or patterns.search("种相同|天相同", clause):
            return None
        return [Statement(even["one"], "1", "", other=even["other"])]
    if times := patterns.fullmatch(
        rf"(?:且|而|若|如果|已知)?(?P<one>[^\d]+?){people}(?:是|为|等于|恰好是|正好是|比)(?P<other>[^\d]+?){people}的(?:(?P<times>\d+)倍|(?P<half>一半))(?:还)?(?P<sign>多|少)(?:了)?(?P<plus>\d+){UNIT}",
        clause,
    ):
        plus = int(times["plus"]) * (1 if times["sign"] == "多" else -1)
        return [Statement(times["one"], times["times"] or "1/2", "", other=times["other"], plus=plus)]
    if more := patterns.fullmatch(
        rf"(?:且|而|若|如果|已知)?(?P<one>[^\d]+?){people}比(?P<other>[^\d]+?){people}(?P<sign>多)(?P<k>一|1|两|2)倍", clause
    ):
        return [Statement(more["one"], str({"一": 1, "1": 1, "两": 2, "2": 2}[more["k"]] + 1), "", other=more["other"])]
    if ratio := patterns.fullmatch(
        rf"(?:且|而|若|如果|已知)?(?P<one>[^\d]+?){people}(?:与|和|跟)(?P<other>[^\d和与]+?){people}(?:的|之)*比(?:例)?(?:是|为)?(?P<a>\d+)[:/](?P<b>\d+)",
        clause,
    ):
        return [Statement(ratio["one"], f"{ratio['a']}/{ratio['b']}", "", other=ratio["other"])]
    return None


def statements_of(text: str) -> tuple[list[Statement], list[str]]:
    """Descriptions with their numbers, and the clauses without a number."""
    found: list[Statement] = []
    rest: list[str] = []
    for clause in patterns.split(r"(?:[,;。?!:\n]|\.{2,})+", text):
        clause = patterns.sub(r"^\d\)|^\s*(?:那|则|那么|问|求|请问)+", "", clause.strip()).strip("()、")
        if not clause:
            continue
        if (related := _related(clause)) is not None:
            found += related
            continue
        relation = (
            patterns.fullmatch(
                r"(?P<one>[^\d]+?)(?:人数)?(?:是|为|等于|占|恰好是|正好是)(?P<other>[^\d]+?)(?:人数)?的(?:(?P<half>一半)|(?P<times>\d+(?:\.\d+)?)倍|(?P<share>\d+/\d+|\d+%))",
                clause,
            )
            if not patterns.search("总|全体|全部", clause)
            else None
        )
        if relation:
            value = "1/2" if relation["half"] else relation["times"] or relation["share"]
            found.append(Statement(relation["one"], value, "", other=relation["other"]))
            continue
        compared = patterns.fullmatch(
            rf"(?P<one>[^\d]+?)(?:人数)?比(?P<other>[^\d]+?)(?:人数)?(?P<sign>多|少)(?:了|出)?(?P<value>\d+|多少){UNIT}", clause
        )
        if compared:
            one, other = (compared["one"], compared["other"])
            if compared["sign"] == "少":
                one, other = other, one
            found.append(Statement(one, compared["value"], "", other=other, more=True))
            continue
        clause = patterns.sub(
            r"(?:至少|最少|至多|最多)(?=(?:要|会|应|能|可能|可以)?(?:有|为|是)?多少)",
            lambda match: "↓" if "少" in match[0] else "↑",
            clause,
        )
        clause = patterns.sub(r"(?<=有)(?:至少)(?=多少)", "↓", clause)
        if ellipsis := patterns.fullmatch(r"(?P<what>[^\d多少]{2,20}?)(?:的)?(?:人数)?(?:又(?:有|是))?呢", clause):
            clause = ellipsis["what"] + "的有多少人"
        numbers = list(_NUMBER.finditer(clause))
        if patterns.fullmatch(r"(?:那|则)?(?:最多|至多|最少|至少)呢", clause) and found:
            clause = "同上" + ("↑" if "多" in clause[:4] else "↓") + "有多少人"
            numbers = list(_NUMBER.finditer(clause))
        if numbers and found and (clause.startswith("同上") or patterns.fullmatch(rf"[↓↑]有多少{UNIT}?", clause)):
            clause = clause.replace("同上", found[-1].description) if "同上" in clause else found[-1].description + clause
            numbers = list(_NUMBER.finditer(clause))
        if not numbers:
            rest.append(clause)
            continue
        ahead = not clause[: numbers[0].start()].translate({ord(sign): None for sign in "↓↑有还其中已知经现又也"}) and bool(
            clause[numbers[-1].end() :]
        )
        for place, number in enumerate(numbers):
            if ahead:
                end = numbers[place + 1].start() if place + 1 < len(numbers) else len(clause)
                description = clause[number.end() : end]
                if place == 0:
                    description = patterns.sub("有|还|其中|已知|已经|现|又|也", "", clause[: number.start()]) + description
            else:
                description = clause[numbers[place - 1].end() if place else 0 : number.start()]
                if place + 1 == len(numbers):
                    description += clause[number.end() :]
            bound = "least" if "↓" in description else "most" if "↑" in description else ""
            description = patterns.sub(r"[↓↑]|要|(?<!都)会(?=$)", "", description).strip("、和而 ")
            if "占" in number[0].partition(number["value"])[0] and number["value"] == "多少":
                description += "占"
            if (
                bound
                and number["value"].startswith("多少")
                and patterns.fullmatch("(?:的|人|又|会|可能)*", description)
                and found
                and found[-1].asked
            ):
                description = found[-1].description  # `最多有多少人、最少有多少人`
            together = "共" in number[0].partition(number["value"])[0]
            found.append(Statement(description + ("共" if together else ""), number["value"], number["unit"], bound, together))
    return found, rest
