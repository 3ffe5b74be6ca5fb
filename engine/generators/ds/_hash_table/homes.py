"""Answers about the keys of an address, the probes of synonyms and the number of chains, whatever is done about collisions."""

from __future__ import annotations

from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed


def homes(parameters: Parameters) -> Solution:
    """The keys that go to the address."""
    divisor, factor, addend, at = (parameters[name] for name in ("divisor", "factor", "addend", "at"))
    found = [key for key in parameters["keys"] if (factor * key + addend) % divisor == at]
    return Solution(
        answer=f"{len(found)} 个",
        steps=f"散列地址为 {at} 的关键字：{listed(found) if found else '没有'}，共 {len(found)} 个。",
        also=(str(len(found)),),
    )


def probes_of_synonyms(parameters: Parameters) -> Solution:
    """The formula."""
    name = parameters["name"]
    told = f"{name}({name} + 1)/2"
    return Solution(
        answer=f"{told} 次",
        steps=f"第 i 个同义词前面已有 i − 1 个占着相邻的位置，至少探测 i 次：1 + 2 + … + {name}，即 {told} 次。",
        also=(told,),
    )


def of_chains(parameters: Parameters) -> Solution:
    """As many chains as there are remainders."""
    divisor = parameters["divisor"]
    steps = f"key mod {divisor} 的值是 0～{divisor - 1}，每个值一个链表，共 {divisor} 个。"
    if parameters.get("both"):
        told = f"{divisor} 个；0～{divisor - 1}"
        also = tuple(f"{divisor}{mark}0{dash}{divisor - 1}" for mark in ("；", "，", "、", " ") for dash in ("~", "～", "至", "到"))
        return Solution(answer=told, steps=steps, also=also)
    if parameters["count"]:
        return Solution(answer=f"{divisor} 个", steps=steps, also=(str(divisor),))
    return Solution(
        answer=f"0～{divisor - 1}",
        steps=steps,
        also=(f"0至{divisor - 1}", f"0 至 {divisor - 1}", f"0~{divisor - 1}", f"0到{divisor - 1}", f"0..{divisor - 1}"),
    )
