"""How many of a stack's outputs are identifiers: the elements are signs, and an identifier does not begin with a digit."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.ds._stack_sequence.stacks import pop_sequences
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import INTEGER, stay_out, to_int

_TEXT = re.compile(
    rf"(?:设|已知|若|假设)?(?:一个|有一个)?(?:栈S?的?(?:初始状态|初态)[为是]空|初始时?为?空的?栈S?|栈S?(?:初始)?为?空)?[,。;]?[若当现将把用以]*(?:字符)?(?:序列|串|字符串)?(?P<signs>[A-Za-z0-9_]{{3,6}})"
    rf"(?:依次|作为|顺序|为|是)*(?:栈S?的)?(?:输入|入栈|进栈|压栈|通过(?:该|此|一个)?栈)(?:时|后|序列)*,?则?(?:栈的)?(?:输出(?:序列)?的?)?(?:长度[为是](?P<long>{INTEGER})的?)?,?(?:且|并且|而且)?(?:的|输出|序列|中)*"
    rf"(?:可|能|可以|能够)?(?:用作|用做|作为|作|做|用来作|用于|成为|是)为?(?:合法的?)?(?:C|c|C\+\+)(?:语言)?的?(?:变量名|标识符)的?(?:输出)?(?:序列|字符串|串)?的?(?:个数|数目)?(?:一共|共|总共)?[有是为]?(?:\(\)|多少|几)?[个种]?[。?()]*"
)


def recognise(text: str) -> Recognition | None:
    """Signs pushed in order, of whose outputs the identifiers are counted; None where that is not all that the text says."""
    found = _TEXT.fullmatch(patterns.sub(r"\s+", "", text))
    if found is None:
        return None
    signs = found["signs"]
    if len(set(signs)) != len(signs) or (found["long"] and to_int(found["long"]) != len(signs)):
        stay_out("outputs of another length")
    return Recognition(
        parameters={"task": "identifiers", "pushes": list(signs)},
        understood=(("入栈顺序", "、".join(signs)), ("求", f"长度为 {len(signs)}、可作 C 语言标识符的输出有几个")),
    )


def solve(parameters: Parameters) -> Solution:
    """The outputs that begin with no digit."""
    outputs = sorted("".join(names) for names in pop_sequences(parameters["pushes"], None))
    named = [output for output in outputs if not output[0].isdigit()]
    return Solution(
        answer=f"{len(named)} 个",
        steps=paragraphs(
            f"全部输出序列：{'、'.join(outputs)}。",
            f"标识符由字母、数字、下划线组成，不能以数字开头：{'、'.join(named) or '没有'}，共 {len(named)} 个。",
        ),
        also=(str(len(named)),),
        conventions=("所有字符都入栈并出栈一次",),
    )
