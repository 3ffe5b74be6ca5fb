"""How many keys of a list a hash function sends to one address, whatever is done about collisions."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.ds._clauses import finish, opened, refuse_negative, refuse_open_questions
from engine.generators.ds._hash_table.words import FUNCTION
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import listed
from engine.generators.reading import INTEGER, SEQUENCE, stay_out, to_int, to_ints

_NOUN = r"(?:元素|关键字|关键码|记录|数据|数)"
_OWN = "线性表 散列 散列存储 存储 进行 选用 采用 作为 作 散列函数 哈希函数 函数 关键字 关键字序列 元素 记录 序列 一组 表 时 则 若 除留余数法 构造 为 的 用"
_ASKED = (
    rf"(?:则|那么|,|其中)*(?:散列|哈希)?(?:函数)?(?:地址|值)(?:为|是|等于)\s*(?P<at>\d+)\s*的{_NOUN}(?:共|一共)?(?:有|个数[是为]?)?\s*(?:\(\s*\)|多少|几)?\s*个?",
    rf"(?:则|那么|,)*有?(?:\(\s*\)|多少|几)\s*个{_NOUN}的?(?:散列|哈希)(?:地址|值)(?:为|是|等于)\s*(?P<at>\d+)",
)


def keys_of_address(text: str) -> Recognition | None:
    """A list, a function and an address of which is asked how many keys go there; None where that is not asked.

    Raises:
        StayOut: something in the text is not understood.
    """
    if not patterns.search(
        rf"(?:地址|值)(?:为|是|等于)\s*\d+\s*[的得]{_NOUN}|个{_NOUN}的?(?:散列|哈希)(?:地址|值)", text
    ) or patterns.search("探测|链|删除", text):
        return None
    reading = opened(text)
    function, asked = reading.take(FUNCTION), next((found for pattern in _ASKED if (found := reading.take(pattern)) is not None), None)
    lists = reading.take_all(SEQUENCE)
    count = reading.take_one(rf"(?P<value>{INTEGER})个{_NOUN}", to_int)
    refuse_negative(reading)
    refuse_open_questions(reading)
    finish(reading, _OWN)
    if function is None or asked is None or len(lists) != 1:
        return None
    keys = to_ints(lists[0][0])
    if count not in (None, len(keys)) or len(set(keys)) != len(keys) or int(function["value"]) < 2:
        stay_out("keys")
    divisor, at = int(function["value"]), int(asked["at"])
    factor, addend = int(function["factor"] or function["later"] or 1), int(function["addend"] or 0)
    return Recognition(
        parameters={"task": "homes", "keys": list(keys), "divisor": divisor, "factor": factor, "addend": addend, "at": at},
        understood=(("关键字", listed(keys)), ("除数", str(divisor)), ("求", f"散列地址为 {at} 的关键字个数")),
    )


def homes(parameters: Parameters) -> Solution:
    """The keys that go to the address."""
    divisor, factor, addend, at = (parameters[name] for name in ("divisor", "factor", "addend", "at"))
    found = [key for key in parameters["keys"] if (factor * key + addend) % divisor == at]
    return Solution(
        answer=f"{len(found)} 个",
        steps=f"散列地址为 {at} 的关键字：{listed(found) if found else '没有'}，共 {len(found)} 个。",
        also=(str(len(found)),),
    )


_SYNONYMS = re.compile(
    r"(?:假定|假设|设|若|已知)?有?(?P<n>[knmKNM])个(?:关键字|元素|记录|关键码)(?:(?:彼此|都)?(?:互为|是)同义词|具有相同的(?:散列|哈希|hash)(?:函数)?(?:值|地址)),(?:若|如果|则)?(?:采用|使用|用|按)线性(?:探测|探查)(?:再散列)?法?[把将]?[这该]?(?:(?P=n)个)?(?:关键字|元素|记录|关键码|同义词|它们)(?:依次)?(?:存入|放入|插入|填入|散列到|存储到|映射到)(?:初始为空的)?(?:散列|哈希|hash)?表[中里]?,?则?(?P<least>至少|最少)?(?:需要?|要)(?:进行|做)?(?:\(\)|多少|几)次(?:线性)?(?:探测|探查)[?。()]*",
    re.IGNORECASE,
)


def synonyms_of_n(text: str) -> Recognition | None:
    """The fewest probes of storing so many synonyms, a letter for the number; None where that is not all that the text says."""
    found = _SYNONYMS.fullmatch(patterns.sub(r"[\s。]+", "", text))
    if found is None:
        return None
    return Recognition(parameters={"task": "synonyms-of-n", "name": found["n"]}, understood=(("互为同义词的关键字", f"{found['n']} 个"),))


def probes_of_synonyms(parameters: Parameters) -> Solution:
    """The formula."""
    name = parameters["name"]
    told = f"{name}({name} + 1)/2"
    return Solution(
        answer=f"{told} 次",
        steps=f"第 i 个同义词前面已有 i − 1 个占着相邻的位置，至少探测 i 次：1 + 2 + … + {name}，即 {told} 次。",
        also=(told,),
    )


_CHAINS = re.compile(
    r"(?:若|如果|设)?(?:采用|用|使用)(?:链地址|拉链|链接)法来?(?:构造|处理冲突构造)(?:散列|哈希)表,其?(?:散列|哈希)函数[为是]H\(k(?:ey)?\)=k(?:ey)?(?:%|mod)(?P<divisor>\d+),"
    r"(?:则?(?:需要?|要|共有?)(?P<count>\(\)|\([①②12]\)|多少|几)个单?链表(?:[,。;]?[且则]?(?:这些链的|各链的?)?(?:链首|头|表头)指针(?:构成|组成)一个(?:指针)?数组,?则?该?数组的?下标的?范围[为是](?P<both>\([①②12]?\)|多少)?)?|[则且]?(?:这些链的|各链的?)?(?:链首|头|表头)指针(?:构成|组成)一个(?:指针)?数组,则?该?数组的下标的?范围[为是])[?。()]*"
)


def chains(text: str) -> Recognition | None:
    """How many chains a table has, or the range of their indices; None where that is not all that the text says."""
    found = _CHAINS.fullmatch(patterns.sub(r"[\s。]+", "", text))
    if found is None or int(found["divisor"]) < 2:
        return None
    return Recognition(
        parameters={
            "task": "chains",
            "divisor": int(found["divisor"]),
            "count": found["count"] is not None,
            **({"both": True} if found["both"] else {}),
        },
        understood=(
            ("散列函数", f"H(key) = key mod {found['divisor']}"),
            ("求", "链表的个数" if found["count"] else "头指针数组的下标范围"),
        ),
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
