"""Forwarding tables and aggregates read by what a text mentions: entries with their hops, destinations, blocks to be made into one."""

from __future__ import annotations

from collections.abc import Sequence

from engine.generators import patterns
from engine.generators.cn._addresses.blocks import Block, address_told, dotted, number_of, prefix_of, supernet
from engine.generators.cn._addresses.reading import opened
from engine.generators.cn._addresses.route_reading import ANOTHER_RULE
from engine.generators.cn._addresses.words import IP, MASK, ORDINARY
from engine.generators.cn._mentions import Clause, Lexicon, Mention
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, stay_out, to_int

_NAME = r"(?-i:[A-Z]{1,4}-?\d{1,2}(?:/\d{1,2}){0,2}|[A-Z]|[a-z]\d)(?![A-Za-z0-9])"
_SLASHED = rf"{IP}\s*/\s*\d{{1,2}}(?![\d.])"
_WORDS = (
    ("row of blocks", rf"(?:从|由)?(?P<a>{_SLASHED})\s*(?:到|至|~|-+|—+|…+|\.{{3}})+\s*(?P<b>{_SLASHED})"),
    ("row of networks", rf"(?:从|由)?(?P<a>{IP})\s*(?:到|至|~|-+|—+|…+|\.{{3}})+\s*(?P<b>{IP})"),
    ("block", rf"(?P<ip>{IP})\s*/\s*(?P<prefix>\d{{1,2}})(?![\d.])(?:\(?默认(?:路由)?\)?)?"),
    ("block", rf"(?P<ip>{IP}|0\.0\.0\.0)[\s,|(/和]*(?:(?:子网|网络)?掩码)?(?:为|是|:|=|\s)*(?P<mask>{MASK}|0\.0\.0\.0)\)?"),
    ("default", r"\*?\s*\(?(?<!无)(?<!没有)(?:默认|缺省)(?:路由|网关|表项)?\)?|(?<![A-Za-z])(?:default|otherwise)(?![A-Za-z])|否则|其[他它余](?:的)?(?:地址|网络|目的地址)?"),
    ("", r"\(?下一跳\)?(?=\s*\d{1,3}\.\d)"),
    ("", rf"(?:网络|子网|网段|地址块|地址|路由)*(?-i:[A-Z]\d?|[甲乙丙丁])?(?:为|是|:|=|的)*(?={IP})"),
    ("hop", rf"(?:出?接口|端口|路由器|下一跳|转发到|出口|链路)[为是:\s]*(?P<name>{_NAME}|\d{{1,2}}(?![\d.]))(?:接口|端口)?|(?P<alone>{_NAME})(?:接口|端口)?|(?P<direct>直接交付|直连)"),
    ("ip", rf"(?P<ip>{IP})"),
    ("ask hop", r"(?:应该?|会|将|被|要|真实|最终|最后|真正)*的?(?:从|由|向|往|走|经|到|给|交|转发|发送|送|选择?|用|匹配)*(?:到|给|往|至|向)*(?:哪(?:里|儿|边|一?个|一?条)?|谁|什么|几号?)?(?:个)?(?:出?接口|端口|路由器|下一跳|表项|出口|路由)(?:转发|发送|发出|出去)?(?:是|为|应|地址)*(?:谁|哪(?:个|里|一个)?|多少|什么|几)?|(?:应该?|会|将|被|要)*(?:转发|发送|送|交付|走|发)(?:到|给|往|至|向|去)*(?:哪(?:里|儿|边|一?个|一?条)?|谁|什么|几号?|\(\s*\d{0,2}\s*\)|_+)|(?:从|由|经|给|至|到)(?:\(\s*\d{0,2}\s*\)|_+)(?:接口|端口)?(?:转发)?|(?:怎[么样]|如何)(?:转发|处理|走)"),
    ("hosts", r"主机(?:的)?(?:IP)?地址"),
    ("aggregate", r"(?:可以?|能够?)?组织(?:成|为)(?:一个)?(?:超级)?(?:地址块)?|超级地址块(?:的)?(?:地址)?"),
    ("aggregate", r"(?:最大(?:可能)?的?|最佳)?(?:路由|地址)?(?:聚合|汇聚|汇总|合并|归并|合成|聚|汇(?=成|为))(?:成|为|后|起来|到)*(?:一|1)?(?:个|条)?(?:更大的?|新的?)?|超网|(?:公共|共同)(?:的)?(?:网络)?前缀|(?:能|可以?)?(?:同时)?(?:覆盖|包含|代表)(?:了)?(?:这|以上|上述|全部|所有|下列|下面)*"),
    ("ask other", r"(?:可用|可分配|有效)?(?:的)?主机(?:地址)?(?:的)?(?:总)?(?:个|台)?数|广播地址|子网(?:的)?(?:个)?数|(?:第一个|最后一个|最大|最小)(?:的)?(?:可用)?(?:的)?(?:IP)?地址"),
    ("source", r"源(?:IP)?地址"),
    ("count", rf"(?P<value>{INTEGER})\s*(?:个|条|项|行)"),
    ("ask length", r"(?:公共|共同|网络)?前缀(?:长度|位数)|前缀(?:是|为|有)?(?:多少|几)位"),
    ("ask mask", r"(?:子网|网络)?掩码"),
    ("ask size", r"(?:包含|有|覆盖|共)*(?:多少|几)个?(?:IP)?地址"),
    ("ask range", r"(?:IP)?地址(?:的)?范围"),
    ("class", r"C类(?:的)?(?:IP)?(?:网络?|地址)*(?:段|块|号)?"),
    ("ask other", r"(?:多少|几)\s*(?:个|条|次|台|帧|分组|报文|种|元|钱|人|天)"),
    ("blank", r"\(\s*\d{0,2}\s*\)|_+|多少|什么|哪(?:一?[个项些])?|何"),
)  # fmt: skip
_PLAIN = (
    ORDINARY
    + " 路由器 路由表 转发表 表项 路由项 路由 表 条 条目 项目 项 列 目的地址 目的IP地址 目的IP 目标地址 目的网络 目标网络 目的 分组 数据报 数据包 包 报文 IP数据报 IP分组 收到 接收 到达 转发 接口 下一跳 出口 端口 最长 前缀 最长前缀匹配 最长匹配 匹配 原则 规则 去往 发往 前往 往 选项 走 → -> => 给 CIDR地址块 信息 一条 路由信息 结果 得到 最小 范围最小 最终 后 之后 相应 有效 有效的 解决 问题 内容 情况 结果 为什么 分别 下一站 现 到 "
)
_LEXICON = Lexicon(_WORDS, _PLAIN, lenient=True)


def _prefix_told(mention: Mention) -> Block:
    try:
        prefix = int(mention["prefix"]) if mention["prefix"] else prefix_of(number_of(mention["mask"]))
        block = Block(number_of(mention["ip"]), prefix)
    except ValueError:
        stay_out(mention.text)
    if prefix > 32 or block.network != block.address:
        stay_out(f"no network: {mention.text}")
    return block


def recognise(text: str) -> Recognition | None:
    """A table with destinations, or blocks that are made into one; None where not all that is mentioned fits in."""
    if len(patterns.findall(r"\d\.\d{1,3}\.\d{1,3}", text)) < 2 or patterns.search(ANOTHER_RULE, text):
        return None
    clauses = _LEXICON.read(patterns.sub(r"\s*(?:→|->|=>|-+>|⇒)\s*", " 走 ", opened(text)))
    mentions = [mention for clause in clauses for mention in clause.mentions]
    kinds = {mention.kind for mention in mentions}
    if not any(clause.asks for clause in clauses):
        return None
    return _aggregate(clauses, mentions, kinds) if "aggregate" in kinds else _lookup(clauses, mentions)


def _lookup(clauses: Sequence[Clause], mentions: Sequence[Mention]) -> Recognition | None:
    """Each destination with the hop of the longest entry that matches it."""
    row = [mention for mention in mentions if mention.kind in ("block", "default", "hop")]
    if (
        {mention.kind for mention in mentions} - {"block", "default", "hop", "ip", "ask hop", "blank", "count"}
        or len(row) < 4
        or len(row) % 2
    ):
        return None
    pairs = list(zip(row[::2], row[1::2], strict=True))
    ahead = all(one.kind != "hop" and other.kind == "hop" for one, other in pairs)
    behind = all(one.kind == "hop" and other.kind != "hop" for one, other in pairs)
    destinations = list(dict.fromkeys(address_told(mention["ip"]) for mention in mentions if mention.kind == "ip"))
    asked = any(clause.asks and clause.has("ask hop", "blank") for clause in clauses)
    if not (ahead or behind) or not destinations or not asked:
        return None
    entries = [(one, other) if ahead else (other, one) for one, other in pairs]
    routes = [
        (Block(0, 0) if block.kind == "default" else _prefix_told(block), hop["name"] or hop["alone"] or hop["direct"])
        for block, hop in entries
    ]
    counts = {to_int(mention["value"]) for mention in mentions if mention.kind == "count"}
    if len({block for block, _ in routes}) != len(routes) or counts - {1, len(routes), len(destinations)} or len(destinations) > 10:
        return None
    return Recognition(
        parameters={
            "task": "lookup",
            "routes": [[str(block), hop] for block, hop in routes],
            "destinations": [dotted(number) for number in destinations],
            "matches": False,
            "hop": True,
        },
        understood=(("路由表", "、".join(f"{block} → {hop}" for block, hop in routes)), ("目的地址", "、".join(map(dotted, destinations)))),
    )


def _aggregate(clauses: Sequence[Clause], mentions: Sequence[Mention], kinds: set[str]) -> Recognition | None:
    """The smallest block that holds all that are told."""
    if kinds - {
        "row of blocks",
        "row of networks",
        "block",
        "ip",
        "aggregate",
        "count",
        "class",
        "hosts",
        "blank",
        "ask length",
        "ask mask",
        "ask size",
        "ask range",
    }:
        return None
    blocks = [_prefix_told(mention) for mention in mentions if mention.kind == "block"]
    for mention in mentions:
        if mention.kind in ("row of blocks", "row of networks"):
            first, _, prefix = mention["a"].partition("/")
            last, _, other = mention["b"].partition("/")
            if prefix.strip() != other.strip() or (not prefix and "class" not in kinds):
                return None
            length = int(prefix or 24)
            begin, end = address_told(first.strip()), address_told(last.strip())
            step = 1 << 32 - length
            if begin % step or end % step or not begin < end or (end - begin) // step > 4096:
                return None
            blocks += [Block(place, length) for place in range(begin, end + 1, step)]
        elif mention.kind == "ip":
            if ("class" in kinds) == ("hosts" in kinds):
                return None
            blocks.append(Block(address_told(mention["ip"]), 24 if "class" in kinds else 32))
    counts = {to_int(mention["value"]) for mention in mentions if mention.kind == "count"}
    if len(blocks) < 2 or len(set(blocks)) != len(blocks) or any(block.network != block.address for block in blocks):
        return None
    if counts - {1, len(blocks)} or any(a != b and a.network <= b.network <= a.broadcast for a in blocks for b in blocks):
        return None
    names = {"ask length": "length", "ask mask": "mask", "ask size": "size", "ask range": "range"}
    asked = list(
        dict.fromkeys(names[mention.kind] for clause in clauses if clause.asks for mention in clause.mentions if mention.kind in names)
    )
    if any(mention.kind in names for clause in clauses if not clause.asks for mention in clause.mentions):
        return None
    whole = supernet(blocks)
    return Recognition(
        parameters={"whether": False, "task": "aggregate", "networks": [str(block) for block in blocks], "asked": asked},
        understood=(
            ("聚合", "、".join(map(str, blocks)) if len(blocks) <= 8 else f"{len(blocks)} 个地址块"),
            ("求", f"覆盖它们的最小地址块（{whole.prefix} 位前缀）"),
        ),
    )
