"""Problems about caches in the words that their readers know: what translated papers and banks of questions call things."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.normalising import normalise
from engine.generators.patterns import caseless
from engine.generators.reading import close_up

_SIZE = r"\d+\s*(?:[KMG]?B|[KMG]?字节|[KMG]?\s?字(?![节长块段地]))"

_WRITTEN = (
    (r"(?P<way>回写|写回|直写|全写|写直达)(?:法)?\s*\(\s*write[ -]?(?:back|through)\s*\)", r"\g<way>"),
    (r"(?P<flag>脏位|修改位|重写位)\s*\((?:即|也称|又称)?(?:修改位|脏位|dirty\s*(?:bit)?)\)", r"\g<flag>"),
    (r"有效位(?:和|与|及|、)(?:一?个)?(?P<flag>脏位|修改位)各(?:占|有|为)?\s*(?:1|一)\s*(?:位|个|bit)", r"1位有效位和1位\g<flag>"),
    (r"(?P<both>指令(?:和|与|、|及)数据)(?:合用|公用|共享)(?:同?一个)?(?=\s*Cache)", r"\g<both>共用"),
    (
        r"(?P<home>主存|内存)(?:的)?(?:存储)?单元\s*(?P<at>\d+)(?![\dA-FHK.])\s*(?:号)?(?:\((?:十进制)(?:地址|数)?\))?(?=\s*(?:所在|所属|的|对应|应|在|会|被|映射|装))",
        r"\g<home>\g<at>号单元",
    ),
    # `访问 Cache 缺失(未命中) 50 次`: the same told twice.
    (
        r"(?:访问|在)?(?:Cache|缓存)(?:时)?(?:发生)?(?:缺失|未命中|不命中|失效)(?:\s*\((?:即)?(?:缺失|未命中|不命中|失效|miss)\))?(?:的)?(?:次数)?(?:了|为|有|共)?(?=\s*\d+\s*次)",
        "不命中",
    ),
    # `访问主存地址为 1028 的 4 字节数据,则该数据所在主存块`: where the datum begins says where it is.
    (
        r"(?:若|如果|当)?(?:CPU|程序)?(?:要)?(?:访问|读取|读|存取)(?:的)?(?:主存|内存)?(?:单元)?(?:的)?地址(?:为|是)\s*(?P<at>\d+|[0-9A-F]+H)(?:\s*(?:处|单元))?的\s*\d+\s*(?:个)?字节(?:的)?(?:数据|变量)?,?(?:则)?(?:该|此)(?:数据|变量)(?:所在|对应|存放)?(?:的)?(?:主存|内存)?(?:块)?(?:所)?(?=对应|映射|装入|应|的)",
        r"则主存地址\g<at>所在主存块",
    ),
    # Blocks of words are blocks.
    (r"由\s*(?P<count>\d+)\s*个?字块(?:组成|构成)(?:的)?", r"共有\g<count>块"),
    (r"(?<=个)字块(?!标记|内|地址|号)|(?<=[每多少几)])字块(?!标记|内|地址|号)(?=(?:有|为|含|包含|由|的?大小|长|是|中|里|[,。?、;]))", "块"),
    # Bytes have addresses.
    (
        r"(?P<figure>\d\s*[KMG]?(?:B|字节))\s*(?:的)?(?:按)?字节(?:可寻址|可编址|编址|寻址)(?:的)?(?P<home>内存|主存|存储器)",
        r"\g<figure>的\g<home>,按字节编址,",
    ),
    (
        r"(?:假设|设)?(?:该|此|其)?(?P<home>缓存|高速缓存|Cache|主存|内存|存储器|机器|系统)?(?:都|均)?是?(?:按)?字节(?:可寻址|可编址)(?:的)?(?!内存|主存)",
        r"\g<home>,按字节编址",
    ),
    (r"(?:\((?:注:?|其中)?|,|设|注:?)?\s*(?<![\d.])1\s*KB\s*=\s*(?:2\^10|1024)\s*(?:B|字节)\s*\)?", ""),
    (
        rf"(?:将|把)?(?:其|它|主存|内存)?(?:划分|分)(?:为|成)(?:若干个?)?(?:大小|长度)(?:都|均)?(?:为|是)?\s*(?P<size>{_SIZE})的(?:若干个?)?(?:主存)?块",
        r"块大小为\g<size>",
    ),
    (r"(?:使用|采用|有|配有|带有)?一个(?:拥有|具有|含有|包含|有)\s*(?=\d+\s*个?(?:缓存|Cache)?行)", "有"),
    (r"由\s*(?P<count>\d+\s*个?(?:缓存|Cache)?行)组成(?:的)?", r"共有\g<count>,"),
    (
        r"(?:并)?(?:使用|采用|用)\s*(?P<bits>\d+\s*位)(?:的)?(?:主存|物理|内存)?地址(?:来)?访问(?:该|此)?(?:缓存|高速缓存|Cache)",
        r"主存地址为\g<bits>",
    ),
    (
        r"CPU(?:生成|产生|给出|发出|访问)(?:主存|内存)?(?:中)?(?:某个|一个|任一|任意)字的\s*(?P<bits>\d+)\s*位(?:的)?(?:主存)?地址",
        r"按字编址,主存地址为\g<bits>位",
    ),
    # A hit says only that the block is there.
    (
        r"[,;](?:且|并且|而且|若|如果)?(?:此时|这时)?(?:CPU)?访问(?:该单元|该地址)?(?:时)?(?:Cache|缓存)?命中(?:了)?(?=[,;][^。?]{0,30}(?:第|哪|几|号)[^。?]{0,8}(?:块|行|组))",
        "",
    ),
    (
        r"\(?(?:Cache|缓存|主存)?(?:的)?(?:起始|首|第一个?|最前面的)(?:字)?(?:块|行|组)(?:号)?(?:为|是|记为|从)(?:第)?\s*(?:0|零)\s*(?:号)?(?:字)?(?:块|行|组)?\)?",
        ",从0开始编号",
    ),
    # The degree of association.
    (
        r"(?:该|此)?(?:缓存|高速缓存|Cache)?(?:的)?(?:关联度|相联度|路数)(?:\((?:即)?每组[^()]{0,16}(?:数|数量|数目)\))?(?=是|为|应|多少|[,?。]|$)",
        "每组行数",
    ),
    (r"(?<![A-Za-z])(?:WORD|OFFSET)\s*(?=字段|域)", "块内地址"),
)
_INDEX_FIELD = r"(?<![A-Za-z])(?:LINE|SET|INDEX)\s*(?=字段|域)"


def written_plainly(text: str) -> str:
    """The same in the words that the readers know."""
    text = close_up(normalise(text))
    for written, known in _WRITTEN:
        text = caseless(written).sub(known, text)
    return caseless(_INDEX_FIELD).sub("行号" if patterns.search("直接(?:映射|映像|相联)", text) else "组号", text)
