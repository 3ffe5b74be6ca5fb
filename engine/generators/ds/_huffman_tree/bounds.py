"""Huffman trees without weights: numbers of nodes told by a letter, and how many codes of a bounded length are left."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.ds._clauses import WEAK, opened, refuse_open_questions
from engine.generators.ds._settling import settle
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.reading import INTEGER, stay_out, to_int

_OWN = "哈夫曼 树 结点 叶子 构造 编码 字符 个 数 总 一棵 棵 存储 存储结构 则 该 若 用 作为 有 含 共 权值 互不相同 不同 得到 其 中 设 已 确定 长度 给 对 除了 外 还 可以"
_LEAVES = r"(?:叶子?(?:结点)?|字符|权值|符号)"
_WANTED = (
    (
        "nulls",
        r"(?:空的?(?:指针|链)域?|空指针)的?(?:个数|数目|数|总数)?(?:一共|总共|共)?[有是为]?(?:多少|几)?个?|(?:一共|总共|共|有)*(?:多少|几)个空的?(?:指针|链)域?",
    ),
    (
        "inner",
        r"(?:非叶子?|分支|内部|非终端|度为[2二]的)结点的?总?(?:个?数|数目)?[有是为]?(?:多少|几)?个?|(?:多少|几)个(?:非叶子?|分支|度为[2二]的)结点",
    ),
    ("ones", r"度为[1一]的结点的?(?:个?数|数目)?[有是为]?(?:多少|几)?个?"),
    (
        "total",
        r"(?:结点)的?(?:总数|总个数|个数|总数目|数目)[有是为]?(?:多少|几)?个?|(?:总共|一共|共|总)有?的?(?:多少|几)个结点|(?:多少|几)个结点|总的?结点(?:数|个数|数目)?[有是为]?(?:多少|几)?个?",
    ),
)
_TITLES = {"total": "结点总数", "inner": "非叶结点", "ones": "度为 1 的结点", "nulls": "空指针"}
_RULES = {
    "total": ("2{n} − 1", "{n} 个叶结点要合并 {n} − 1 次，每次多一个结点"),
    "inner": ("{n} − 1", "每次合并多一个非叶结点，共合并 {n} − 1 次"),
    "ones": ("0", "非叶结点都有两个孩子"),
    "nulls": ("2{n}", "2{n} − 1 个结点有 2(2{n} − 1) 个指针，其中 2{n} − 2 个不空"),
}


def lettered(text: str) -> Recognition | None:
    """Numbers of nodes where the leaves are told by a letter; None where that is not asked."""
    if patterns.search(r"\d\s*[,、;]\s*\d|WPL|带权|频|概率|译码|前缀|[^二]叉", text):
        return None
    reading = opened(text)
    reading.take_all(r"\(?(?<![A-Za-z])[nm]\s*(?:≥|>=|>)\s*\d\)?|二叉链表|二叉")
    found = reading.take_all(
        rf"(?:有|共有?|含有?|由)*(?<![A-Za-z])(?P<one>[nm])\s*个(?:不同的?|互不相同的?)*{_LEAVES}|{_LEAVES}的?总?(?:个?数|数目|总数)?目?(?:一共|总共)?(?:共?有|为|是|=)\s*(?P<other>[nm])(?![A-Za-z])个?"
    )
    letters = {match["one"] or match["other"] for match in found}
    value = reading.take_one(r"(?<![A-Za-z])[nm]\s*(?:=|为|取)\s*(?P<value>\d+)", to_int)
    if len(letters) != 1:
        return None
    asked = [(match, name) for name, pattern in _WANTED for match in reading.take_all(pattern)[:1]]
    wanted = sorted((match.start(), name) for match, name in asked)
    if not wanted:
        return None
    strict = patterns.search("哈夫曼|最优|满|严格|正则|真二叉|度数?[为是]?[01一](?!\\d)", text)
    if not strict and any(not patterns.search("度为[2二]", match[0]) for match, _ in asked):
        return None  # of any binary tree, only the nodes with two children follow from the leaves
    reading.take_all(r"哈夫曼(?:编码)?树?|构造")
    reading.take_all(r"(?<=[,;。?])\s*(?:(?:而|则|那么?)其?)?(?=\ue000)|(?<=\ue000)呢")
    refuse_open_questions(reading)
    settle(reading, _OWN, WEAK)
    letter = letters.pop()
    return Recognition(
        parameters={"task": "lettered", "letter": letter, "value": value, "asked": [name for _, name in wanted]},
        understood=(
            ("叶结点", f"{letter} 个" if value is None else f"{letter} = {value} 个"),
            ("求", "、".join(_TITLES[name] for _, name in wanted)),
        ),
    )


_HIGHEST = re.compile(
    rf"(?:设|若|已知)?(?:某|一棵|一个)?哈夫曼树中?共?有(?P<leaves>{INTEGER}|n)个叶子?结点,?则?[该此其]?(?:哈夫曼树)?的?(?:高度|深度)(?:最高|最大)(?:可以?|可能|能)?(?:是|为|达到?)?(?:\(\)|多少|几)?[?。层]*"
)
_INNER_OF_WAYS = re.compile(
    r"(?:设|若|已知)?(?:一棵)?(?:度为|)(?P<ways>m|k)叉?的?哈夫曼树中?,?其?叶子?结点个?数目?[为是]n,?则?非叶子?结点的?(?:个数|数目|数)[为是](?:\(\)|多少)?[?。]*"
)


def short(text: str) -> Recognition | None:
    """The greatest height for so many leaves, or the inner nodes of a tree with m branches; None where that is not all the text says."""
    flat = patterns.sub(r"\s+", "", text)
    if (found := _HIGHEST.fullmatch(flat)) is not None:
        leaves = found["leaves"]
        return Recognition(
            parameters={"task": "short", "leaves": leaves if leaves == "n" else to_int(leaves)},
            understood=(("叶结点", f"{leaves} 个"), ("求", "最大的高度")),
        )
    if (found := _INNER_OF_WAYS.fullmatch(flat)) is not None:
        return Recognition(
            parameters={"task": "short", "ways": found["ways"]},
            understood=(("叉数", found["ways"]), ("叶结点", "n 个"), ("求", "非叶结点的个数")),
        )
    return None


def spare(text: str) -> Recognition | None:
    """How many more codes of at most so many bits there can be beside some that are told; None where that is not asked."""
    if (
        not patterns.search("(?:不超过|不大于|小于等于|至多|最多|≤|<=)", text)
        or not patterns.search("最多|至多", text)
        or not patterns.search("编码", text)
    ):
        return None
    reading = opened(text)
    longest = reading.take_one(
        rf"(?:编码|码)的?长度?只?(?:允许|要求|规定|限制)?[都均]?(?:不超过|不大于|小于或?等于|至多为?|最多为?|≤|<=)\s*(?P<value>{INTEGER})位?",
        to_int,
    )
    codes = reading.take(
        rf"(?:{INTEGER}|若干)?个?字符的?(?:编码|编)?(?:分别|依次|各)*[成为是了]*\s*(?P<codes>[01]{{1,8}}(?:\s*(?:[,、]|和|与)\s*[01]{{1,8}})+)(?![01])"
    )
    asked = reading.take_all(
        r"(?:最多|至多)还?(?:可以?|能)?再?[对给为]?(?:多少|几)个字符(?:进行)?(?:编码)?|还(?:可以?|能)(?:最多|至多)再?[对给为]?(?:多少|几)个字符(?:进行)?(?:编码)?"
    )
    if longest is None or codes is None or len(asked) != 1:
        return None
    reading.take_all(r"除了?已?(?:确定)?|(?:若|如果)?已经?[对给为]?[两2]?(?=\ue000)|外(?=,)|哈夫曼(?:树|编码)?|确定")
    refuse_open_questions(reading)
    settle(reading, _OWN, WEAK)
    told = patterns.findall("[01]+", codes["codes"])
    if not 1 <= longest <= 12 or any(len(code) > longest for code in told):
        stay_out("codes longer than allowed")
    if any(one != other and other.startswith(one) for one in told for other in told) or len(set(told)) != len(told):
        stay_out("no prefix code")
    return Recognition(
        parameters={"task": "spare", "longest": longest, "codes": told},
        understood=(("编码长度", f"不超过 {longest}"), ("已有编码", "、".join(told)), ("求", "最多还能编码的字符数")),
    )


def solve_bounds(parameters: Parameters) -> Solution:
    """What was asked of leaves told by a letter, or of the codes left."""
    if parameters["task"] == "short":
        if "ways" in parameters:
            ways = parameters["ways"]
            return Solution(
                answer=f"⌈(n − 1)/({ways} − 1)⌉",
                steps=f"每次合并 {ways} 个根，少 {ways} − 1 棵树，从 n 棵到 1 棵合并 ⌈(n − 1)/({ways} − 1)⌉ 次（不够时补虚结点），每次多一个非叶结点。",
                also=(f"⌈(n-1)/({ways}-1)⌉",),
            )
        leaves = parameters["leaves"]
        return Solution(
            answer=f"{leaves} 层", steps=f"每次都把上次得到的根与一个叶结点合并时最高，高度等于叶结点数 {leaves}。", also=(str(leaves),)
        )
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
