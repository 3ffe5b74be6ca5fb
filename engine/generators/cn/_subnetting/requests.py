"""Blocks for organisations that ask for so many addresses: one after the other from an address on, or each from an address that is told.

As in Tanenbaum's exercise: each gets the smallest block of a power of two that holds what it asks for, at the next place where a block of
that size may begin.
"""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.cn._addresses.blocks import Block, dotted, number_of
from engine.generators.cn._addresses.subnet_words import IP
from engine.generators.cn._subnetting.problem import Subnets
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.patterns import caseless
from engine.generators.reading import stay_out

_NAME = r"(?:(?<![A-Za-z])[A-H](?![A-Za-z0-9])|[甲乙丙丁戊])"
_WHO = rf"(?:(?:单位|机构|公司|组织|用户|学校|部门|ISP)?{_NAME}(?:单位|机构|公司|组织)?)"
_AND = r"\s*(?:、|,|和|与|及|以及)\s*"
_ADDRESSES = r"(?:个)?(?:连续的?)?(?:IP)?地址"
_ASKS_FOR = r"(?:(?:先后|依次|分别|各自?|按顺序|按次序|按此顺序|顺序)*(?:申请|请求|需要|需|要求|要|申请到|提出申请))+(?:了)?"


def recognise(text: str) -> Recognition | None:
    """Who asks for how many, where the blocks begin, and what is asked of each."""
    problem = Subnets(text)
    needs: list[tuple[str, int]] = []
    if row := problem.take(
        rf"(?P<names>{_WHO}(?:{_AND}{_WHO})+)(?:这)?(?:[二两三四五]个|几个)?(?:单位|机构|公司|组织|用户)?[,]?{_ASKS_FOR}(?P<list>\d{{2,6}}(?:个)?(?:{_AND}\d{{2,6}}(?:个)?)+){_ADDRESSES}"
    ):
        names, numbers = caseless(_NAME).findall(row["names"]), [int(one) for one in patterns.findall(r"\d+", row["list"])]
        if len(names) != len(numbers):
            return None
        needs = list(zip(names, numbers, strict=True))
    else:
        for match in problem.take_all(rf"(?P<names>{_WHO}(?:{_AND}{_WHO})*){_ASKS_FOR}(?P<count>\d{{2,6}}){_ADDRESSES}"):
            needs += [(name, int(match["count"])) for name in caseless(_NAME).findall(match["names"])]
    if len(needs) < 2 or len({name for name, _ in needs}) != len(needs):
        return None
    starts = {
        match["name"]: match["ip"]
        for match in problem.take_all(
            rf"(?P<name>{_NAME})(?:单位|机构|公司)?的?(?:起始|开始|首|第一个)(?:的)?(?:IP)?(?:地址)?(?:为|是|:)*(?P<ip>{IP})(?!\s*/)"
        )
    }
    base = problem.take(
        rf"(?:有|拥有)?(?:大量|很多|一批)?(?:连续的?)?(?:IP)?(?:地址)?(?:块|空间)?(?:可以?|可供)?(?:使用|利用|分配|可用)?(?:,)?(?:从|自|以|起始(?:地址)?(?:为|是))(?P<ip>{IP})(?:\s*/\s*(?P<prefix>\d{{1,2}})(?!\d))?(?:开始|起|为起始地址)*(?:有|的)?(?:大量|许多|足够)?(?:的)?(?:连续的?)?(?:可用)?(?:的)?(?:IP)?(?:地址)?(?:可以?|可供)?(?:使用|利用|分配|用)?(?:的)?"
    )
    if bool(starts) == bool(base) or (starts and set(starts) != {name for name, _ in needs}):
        return None
    in_turn = problem.take_all(
        r"(?:并)?(?:且)?(?:按照?|依)(?:照)?(?:此|上述|该|这个?|以上|所列|给出的?|申请的?)*(?:的)?(?:顺序|次序)|依次|先后|顺次"
    )
    if base and not (in_turn or patterns.search("依次|先后|顺序|次序", problem.text)):
        return None
    asked = problem.asked(
        (
            (r"(?:第一个|首|起始|开始)(?:的)?(?:可用的?)?(?:IP)?地址", "first"),
            (r"(?:最后一个|最后|末|末尾|结束|终止)(?:的)?(?:可用的?)?(?:IP)?地址", "last"),
            (
                r"(?:(?:采用|使用|用|以)(?:形如)?)?(?:w\.x\.y\.z/s|a\.b\.c\.d/x|点分十进制/前缀|CIDR)(?:的?(?:形式|记法|表示法?|格式))?(?:表示)?(?:的)?",
                "block",
            ),
            (r"(?:子网|地址)?掩码(?:码)?", "mask"),
            (r"(?:分配|得到)?(?:到)?(?:的)?(?:IP)?(?:地址段|地址范围|地址区间)", "range"),
            (r"(?:目[的标])网络(?:地址)?|(?:IP|CIDR)?地址块|网络(?:地址|前缀)", "block"),
        )
    )
    problem.take_all(
        rf"(?:对(?:于)?)?(?:每一?个?|各|这)(?:[二两三四五]个)?(?:申请者?|请求|单位|机构|公司|组织|用户)(?:所?分?(?:配|得)?(?:到)?)?(?:的)?|[二两三四五]个(?:单位|机构|公司|组织|用户)(?:的)?|(?:无类别?域间路由)(?:协议|选择)?(?:\(?CIDR\)?)?|CIDR|无分类(?:编址)?|在?[\u4e00-\u9fff]{{2,3}}地区|(?:被)?(?:分配|指派)(?:给|到)?(?:它们|他们|其)?(?:的)?|目[的标]网络|{_WHO}"
    )
    problem.settle()
    if not asked:
        return None
    try:
        return Recognition(
            parameters={
                "task": "requests",
                "needs": [list(need) for need in needs],
                "starts": {name: dotted(number_of(address)) for name, address in starts.items()},
                "base": base["ip"] if base else "",
                "prefix": int(base["prefix"]) if base and base["prefix"] else 0,
            },
            understood=(
                ("需要", "、".join(f"{name} {count} 个地址" for name, count in needs)),
                ("从", base["ip"] if base else "、".join(f"{name} {address}" for name, address in starts.items())),
            ),
        )
    except ValueError:
        stay_out("no address")


def solve(parameters: Parameters) -> Solution:
    """Each block: its first and last address, its prefix and its mask."""
    place = number_of(parameters["base"]) if parameters["base"] else 0
    outer = Block(place, parameters["prefix"])
    blocks: list[tuple[str, Block]] = []
    steps = []
    for name, count in parameters["needs"]:
        bits = (count - 1).bit_length()
        size = 1 << bits
        start = number_of(parameters["starts"][name]) if parameters["starts"] else -(-place // size) * size
        block = Block(start, 32 - bits)
        if block.network != start or any(block.network <= one.broadcast and one.network <= block.broadcast for _, one in blocks):
            stay_out("a block that cannot begin there")
        if parameters["prefix"] and not outer.network <= block.network <= block.broadcast <= outer.broadcast:
            stay_out("more than there is")
        place = block.broadcast + 1
        blocks.append((name, block))
        steps.append(
            f"{name} 要 {count} 个地址：2^{bits} = {size} ≥ {count}，主机号 {bits} 位，前缀 32 − {bits} = {32 - bits} 位，从 {dotted(start)} 开始。"
        )
    return Solution(
        answer="；".join(
            f"{name}：{dotted(block.network)}～{dotted(block.broadcast)}，{block}，掩码 {dotted(block.mask)}" for name, block in blocks
        ),
        also=("；".join(f"{name}：{block}" for name, block in blocks), "、".join(str(block) for _, block in blocks)),
        steps=paragraphs(*steps),
        conventions=("每个地址块取够用的最小的 2 的幂，并从它的整数倍处开始",),
    )
