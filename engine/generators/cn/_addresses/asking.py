"""What problems about subnets ask for, and of what."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.cn._addresses.subnet_words import MACHINES, USABLE

MANY = r"(?:多少|几)"

ASKED = (
    (r"(?:最小|最低|起始|开始|首|(?<![用配机围]的)(?<![用配机围])第一个)(?:的)?(?:一个)?(?:IP)?地址(?:\(网络地址\))?(?!的?个?数)(?:是|为)?(?:多少|什么)?(?!(?:与|和)前缀)", "lowest"),
    (r"(?:最大|最高|末尾|结束|(?<![用配机围]的)(?<![用配机围])最后一个)(?:的)?(?:一个)?(?:IP)?地址(?:\(广播地址\))?(?!的?个?数)(?!可)(?:是|为)?(?:多少|什么)?", "highest"),
    (r"(?:写|化|转|换|表示|转换|换算)(?:成|为)(?:用)?点分(?:十进制)?(?:形式)?", "mask"),
    (r"(?:允许|运行|可用|有效)?的?最小(?:的)?主机(?:的)?(?:IP)?地址", "first"),
    (r"(?:允许|运行|可用|有效)?的?最大(?:的)?主机(?:的)?(?:IP)?地址", "last"),
    (rf"(?:第一|首|最小|起始|最前)(?:的)?(?:一)?(?:个)?(?:的)?{USABLE}(?:的)?(?:给)?(?:主机)?(?:的)?(?:IP)?(?:地址)?|(?:可用|主机)(?:的)?(?:IP)?地址(?:中)?(?:的)?(?:第一个|最小的?)", "first"),
    (rf"(?:最后|最末|最大|末)(?:的)?(?:一)?(?:个)?(?:的)?{USABLE}(?!(?:的|给|主机|IP|地址|最大)*(?:个数|数|总数|台数))(?:的)?(?:给)?(?:主机)?(?:的)?(?:IP)?(?:地址)?", "last"),
    (r"(?:各|每个?)(?:个)?(?:子网|份|块)?的?(?:网络地址|网络号|地址块|子网地址|子网号(?![占有])|网段|网络前缀(?!有|长))(?:分别|各)?(?:是|为)?(?:什么|多少)?|(?:列出|写出)(?:各|所有|全部)(?:个)?子网", "list"),
    (r"(?<!分配到一个)(?<!获得)(?:的)?(?:CIDR)?地址块(?:\(CIDR(?:记法|形式)?\))?(?:是|为)(?:什么|多少|哪(?:个|一个)?)", "block"),
    (r"(?:可|能|可以|可供)?(?:用|分配|使用)?(?:给)?(?:主机)?(?:使用)?(?:的)?(?:主机)?(?:的)?(?:IP)?(?:地址)?(?:的)?(?<!号)(?<!号的)范围|从哪(?:个)?(?:地址)?到哪|(?:IP)?地址区间", "range"),
    (r"(?:最大的那个)?\(?(?:直接|定向|子网|网络|该网段|所在的?/?\d{0,2}子网的?)?(?:的)?广播(?:地址)?\)?(?:分组)?", "broadcast"),
    (rf"(?:借|借用)(?:了)?{MANY}(?:个)?位|(?:需要?)?(?:从)?主机(?:号|位)?(?:中)?(?:需要?|要|应)?借(?:用)?{MANY}(?:个)?位|子网(?:号|位|部分|ID)(?:占|有|是|需要?|为|用)*{MANY}(?:个)?位|(?<!最少的)子网号?位数(?:是|为)?{MANY}?", "bits"),
    (rf"主机(?:号|位|部分|ID)(?:部分)?(?:的)?(?:位数)?(?:占|有|是|为|还剩|剩)*{MANY}(?:个)?位|主机位(?:总)?数", "host bits"),
    (rf"(?:它的|其|的)?主机(?:号|部分)(?:\(?十进制\)?)?(?:是|为)?(?:{MANY}|什么)?(?!全|\s*[01])", "host part"),
    (r"(?:属于|在|位于)?(?:该)?子网(?:号)?(?:是|为|在)?第几(?:个)?(?:子网)?|(?:在|属于|位于)第几个子网", "index"),
    (
        rf"(?:最多|至多|一共|能|可以?|可)+(?:划|分|切|划分|得到)(?:成|出)?{MANY}个(?=$|[?,。])|(?:得到|划出|共有?)?(?:的)?子网(?:数目|个数|数)?(?:是|为|有)?{MANY}个|(?:最大|最多|可以?|能|可|总共|一共|划|分|切|有|得|得到|划分)*(?:成|出)?(?:的)?子网(?:的)?(?:总)?(?:个数|数目|数量|数)(?:最多)?(?:是|为)?{MANY}?|(?:最多|能|可以?|可|划|分|切|有|得|出|成|得到|总共)*(?:有)?{MANY}个?(?:这样的)?(?:不同的)?(?:子网|网段)(?!掩码)",
        "subnets",
    ),
    (
        rf"(?:还)?(?:能|可以?|最多)*(?:再)(?:加|接|放|连|接入|容纳|分配)(?:上)?{MANY}(?:台|个)(?:主机|计算机|电脑|机器|设备)?|(?:最多)?(?:还)?(?:能|可以?)*再?(?:加|接|放|连|接入|容纳){MANY}(?:台|个)(?:主机|电脑|机器)?(?=$|[,。?;])",
        "hosts",
    ),
    (
        rf"(?:每个?(?:子网|部门|网段|份)?|各子网)(?:的|中|里|内)*{USABLE}(?:的)?(?:IP)?地址(?:数)?(?:是|为|有)?{MANY}个?|"
        rf"(?:每个?(?:子网|部门|网段|份)?|各子网|里|内|中|的|最多|最大|可以?|能够?|{USABLE}|容纳|分配|实际|使用|放|接|连|有|给)*(?:的)?(?:主机|IP|IP地址|地址|机器|电脑)(?:地址)?(?:的)?(?:最大|总)?(?:个数|数量|数目|台数|总数|数)(?:最多|最大)?(?:是|为)?{MANY}?|"
        rf"(?:每个?(?:子网|部门|网段|份)?|各子网|最多|可以?|能够?|{USABLE}|容纳|分配|实际|放|装|接|连|有|给|的|里|中|内|其中|总共|一共|共|主机|IP地址|地址|IP|机器|电脑)*(?:有)?(?:{MANY}(?:个|台)?|多少(?=可用|可分配|有效|主机|IP|地址|机器|电脑))(?:{USABLE}|的)*(?:给)?(?:的)?(?:主机|IP地址|IP|地址|机器|电脑|计算机)(?:使用)?(?:的)?(?:地址|IP)?|(?:{USABLE}|分配给|给|的)*(?:主机|IP地址|地址|IP|机器|电脑)(?:使用|用)?(?:的)?(?:IP)?(?:地址)?(?:能|可以)?(?:最多)?(?:是|为)?(?:有{MANY}(?:个|台)?|{MANY}(?:个|台)|(?<=主机){MANY}(?:个|台)?)|(?:每个?(?:子网|部门|网段|份)?|各子网|最多|实际|可以?|能够?|容纳|放|装|接|连|有|里|中|内|的)+{MANY}台(?:主机|机器|电脑)?",
        "hosts",
    ),
    (rf"(?:相应的?|对应的?|其|该|用|应|合适的?)?(?:子网)?掩码(?:最长|最合适的?|最佳)?(?:能|可以?)?(?:应该?|是|为|取|写|用|选|设)*(?:{MANY}|什么|啥)?", "mask"),
    (rf"(?:(?:换算|转换|换|化|写|转|表示)(?:成|为))?(?:CIDR)?(?:的)?(?:斜线)?(?:记法|形式)?(?:应该?|是|为)*/\s?{MANY}", "prefix"),
    (rf"(?:(?:换算|转换|换|化|写|转|表示)(?:成|为))?(?:CIDR)?(?:最长的?)?(?:网络)?前缀(?:长度|位数)?(?:最长)?(?:应该?|是|为|有|取)*(?:多长|{MANY}(?:位)?)?", "prefix"),
    (r"(?:所在|所属|它的|其|该)?(?:的)?(?:子)?(?:网络|子网|网段|网)(?:的)?(?:地址(?!块)|号)(?:是|为)?(?:多少|什么)?|(?:所在|所属)(?:的)?(?:子网|网络|网段)(?=是|为|$|[,。?;、和])|首地址(?:与|和)前缀", "network"),
)  # fmt: skip


NAMED = ("network", "block", "broadcast", "lowest", "highest", "range", "first", "last", "host part")
"""What belongs to one subnet, while the mask is that of all."""

OF_EACH = {"list", "network", "block", "broadcast", "lowest", "highest", "range", "first", "last"}
"""What may be asked of each of the parts at once."""


def of_each(text: str) -> bool:
    """Whether what belongs to one subnet is asked of each of them."""
    asked = [
        clause
        for clause in patterns.split(r"[;。?\n]", text)
        if patterns.search("地址块|网络地址|网络号|广播|范围|第一个|最后一个|最[大小高低]|可用", clause)
    ]
    return bool(asked) and all(
        patterns.search("各|每|所有|全部|分别", clause)
        for clause in asked
        if patterns.search(r"什么|多少|哪|求|写|给出|列出|是\s*$", clause)
    )


def all_together(text: str) -> bool:
    """Whether the hosts of all subnets together are asked for, not those of each: `一共能接多少台主机`."""
    return any(
        patterns.search(rf"(?:一共|总共|共计|合计|总计|全部|所有子网|加起来)[^每各]{{0,8}}{MANY}.{{0,8}}?{MACHINES}", clause)
        and not patterns.search("每|各|单个|一个(?:子网|网段|部门)", clause)
        for clause in patterns.split(r"[,;。?!\n]", text)
    )


# An address is counted, or the count of all is named; those that hosts may have are named otherwise.
_ALL_COUNTED = patterns.compiled(
    rf"(?<!可用)(?<!可用的)(?<!分配)(?<!分配的)(?<!有效)(?<!有效的)(?<!主机)(?<!主机的)(?<!使用的)(?<!能用的)"
    rf"(?:(?:总|全部|所有)(?:的)?(?:IP)?地址(?:的)?(?:个|总)?(?:数|数目|数量)|(?:IP)?地址(?:的)?总(?:个)?(?:数|数目|数量)|(?:共|一共|总共|包含|包括|含|有)+{MANY}个?(?:IP)?地址(?!可|给|能|用))(?!(?:为|是|有|=|:)*\d)"
)
_HOSTS_COUNTED = patterns.compiled(
    rf"(?:{USABLE}|主机|分配给主机|给主机)(?:的|给|用|主机|IP)*(?:地址)?(?:的)?(?:最大|总)?(?:个|台)?(?:数|数目|数量)(?!(?:为|是|有|=|:)*\d)|{MANY}(?:个|台)?(?:的)?(?:{USABLE}|主机|电脑|机器)|(?:{USABLE}|主机)(?:的|给|用|主机|IP)*(?:地址)?(?:共|一共|总共|各)?有?{MANY}(?:个|台)"
)


def counts(text: str) -> list[str]:
    """Which of all addresses and those that hosts may have are counted, in the text's order, where all are."""
    whole, hosts = _ALL_COUNTED.search(text), _HOSTS_COUNTED.search(text)
    if whole is not None and hosts is None and patterns.search("总", whole[0]):
        return ["size"]
    if whole is None or hosts is None or (hosts.start() < whole.end() and whole.start() < hosts.end()):
        return []
    return ["size", "hosts"] if whole.start() < hosts.start() else ["hosts", "size"]


def all_addresses(text: str) -> bool:
    """Whether all addresses are counted, not those that hosts may have: `每个子网中有多少个地址`."""
    return bool(
        patterns.search(
            rf"(?:得到|获得|分到|分配到|拥有|占有|占用)的?IP(?:地址)?的?(?:总|个)?数(?:目|量)?(?!可)|(?<!可用)(?<!可分配)(?<!有效)(?<!主机)(?:有|共|含|总共)(?:{MANY})个?(?:IP)?(?:地址)(?!可|给)|(?:总共|一共)(?:有)?{MANY}个?IP(?!地址可)",
            text,
        )
    ) and not patterns.search(rf"{USABLE}.{{0,8}}{MANY}|{MANY}.{{0,4}}{USABLE}|{MANY}个?主机", text)
