"""Networks of class C that are made into one: how many so many hosts need, and the mask of what they are made into."""

from __future__ import annotations

from engine.generators.cn._addresses.blocks import Block, dotted
from engine.generators.cn._addresses.reading import opened
from engine.generators.cn._mentions import Lexicon
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import INTEGER, to_int

_MANY = r"(?:\(\s*\d{0,2}\s*\)|_+|多少|几)"
_NETWORKS = r"(?:标准|完整|连续)?的?C\s?类(?:的)?(?:IP)?(?:网络|地址块?|网段|子网|网)(?:地址)?(?:段|块)?"
_WORDS = (
    ("hosts", rf"(?:共|大?约|总共|拥有|计划|需要?|有|要)*(?P<value>{INTEGER})\s*台?(?:个)?(?:主机|计算机|电脑|机器|终端|设备|用户|IP地址|地址)(?:需要?(?:联网|上网)|接入)?"),
    ("ask count", rf"(?:至少|最少|必须|需要?|应该?|要|可以?|给(?:它|该公司|这个?公司|其)?|分配|申请|占用?|使?用|的)*{_MANY}\s*个?{_NETWORKS}"),
    ("count", rf"(?:分配|获得|申请|拥有|得到|使用|用|由|将|把|有|到|了)*(?P<value>{INTEGER})\s*个{_NETWORKS}"),
    ("joined", r"(?:合并|组成|构成|聚合|汇聚|连成|合成|汇总)(?:成|为)?(?:一)?个?(?:更大的?|单一的?)?(?:超网|supernet|网络|CIDR地址块)(?:\(?supernet\)?)?|(?:在)?路由表中(?:只|仅)?(?:占(?:用)?|有|出现|需要?)(?:一|1)(?:行|项|条)(?:路由)?"),
    ("ask mask", r"(?:子网|网络|地址)*掩码"),
    ("blank", r"\(\s*\d{0,2}\s*\)|_+|多少|什么|几"),
)  # fmt: skip
_PLAIN = """
某 公司 单位 学校 企业 该 其 它 此 这个 为了 使 使得 让 该公司 的 网络 网络地址 地址 应 应该 应为 必须 需要 要 给 指定 设置 设定 设为 分配 采用 使用 用 CIDR 技术 方法 划分 进行 无类别域间路由 假设 假定 设 若 如果 已知 则 那么 至少 最少 为 是 有 在 中 可以 能 合理 合适 IP C类 网 一个 主机 和 与 连续
"""
_LEXICON = Lexicon(_WORDS, _PLAIN, lenient=True)


def recognise(text: str) -> Recognition | None:
    """How many networks, or hosts, and what is asked; None where not all that is mentioned fits in."""
    if "掩码" not in text and "类" not in text:
        return None
    clauses = _LEXICON.read(opened(text))
    mentions = [mention for clause in clauses for mention in clause.mentions]
    kinds = {mention.kind for mention in mentions}
    asked = [
        mention.kind.removeprefix("ask ")
        for clause in clauses
        if clause.asks
        for mention in clause.mentions
        if mention.kind.startswith("ask ")
    ]
    hosts = {to_int(mention["value"]) for mention in mentions if mention.kind == "hosts"}
    counts = {to_int(mention["value"]) for mention in mentions if mention.kind == "count"}
    if not asked or len(set(asked)) != len(asked) or len(hosts | counts) != 1 or ("mask" in asked and "joined" not in kinds):
        return None
    if (counts and (asked != ["mask"] or min(counts) < 2)) or any(not clause.mentions for clause in clauses if clause.asks):
        return None
    return Recognition(
        parameters={"task": "supernet", "hosts": min(hosts, default=0), "count": min(counts, default=0), "asked": asked},
        understood=(("主机", f"{min(hosts)} 台"),) if hosts else (("C 类网络", f"{min(counts)} 个"),),
    )


def solve(parameters: Parameters) -> Solution:
    """Networks of 254 hosts, and the block of a power of two that holds them."""
    hosts = parameters["hosts"]
    count = parameters["count"] or -(-hosts // 254)
    prefix = 24 - (count - 1).bit_length()
    mask = dotted(Block(0, prefix).mask)
    said = {"count": f"{count} 个", "mask": mask}
    steps = [f"每个 C 类网络可分配 254 个主机地址，{hosts} 台主机至少要 {count} 个。"] if hosts else []
    if "mask" in parameters["asked"]:
        steps.append(f"{count} 个 C 类网络合成一个，网络号要少 {24 - prefix} 位，前缀 {prefix} 位，掩码 {mask}。")
    return Solution(
        answer="，".join(
            said[name] if name == "count" else f"掩码 {mask}" if len(parameters["asked"]) > 1 else mask for name in parameters["asked"]
        ),
        also=(
            "，".join(said[name] for name in parameters["asked"]),
            "，".join(said[name].replace(" 个", "") for name in parameters["asked"]),
        ),
        steps=paragraphs(*steps),
        conventions=("每个 C 类网络有 254 个可分配的地址",) if hosts else (),
    )
