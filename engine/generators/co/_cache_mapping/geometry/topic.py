"""A cache's geometry: fields of an address, where one goes, bits of all lines."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.co._cache_mapping.geometry.laws import LAWS, exponent
from engine.generators.co._cache_mapping.geometry.shown import SHOWN
from engine.generators.co._cache_mapping.geometry.words import HOME, MIXED_UNITS, of_data
from engine.generators.co._cache_mapping.words import CACHE, LINE, MAPPING, WORDS
from engine.generators.kind import Missing
from engine.generators.laws.clauses import BITS, HEXADECIMAL, SIZE, to_bytes, to_code
from engine.generators.laws.topic import Facts, Told, Topic, whole
from engine.generators.reading import INTEGER, stay_out, to_count, to_int

_TOTAL = r"(?:该|此)?(?:Cache|缓存)?(?:的)?(?:总容量(?:的位数)?|总位数|总存储容量|实际(?:总)?容量|(?:总共|一共|共|实际(?:上)?)(?:至少)?(?:需要?|有|要|占|用)+(?:多少|几)(?:K)?(?:位|bit|b(?![A-Za-z]))(?:存储)?|总(?:的)?(?:存储)?(?:位|bit)数|总大小)(?:\([^()]{0,16}\))?(?:至少|需要?|是|为|应|有)*(?:多少|几)?\s*(?:位|bit|K位|Kbit|字节|KB)?"


def _place(match: re.Match[str]) -> int:
    text = next(group for group in match.groups() if group)
    return to_code(text) if patterns.search("[xXHh]", text) else int(patterns.sub(r"\D", "", text))


def _called(shown: str, facts: Facts) -> str:
    """Lines have numbers with direct mapping, sets else."""
    mapping = facts.get("mapping")
    if mapping is None and "sets_told" not in facts:
        return shown
    return patterns.sub(
        r"组（行）|组号（行号）", lambda name: name[0][-3:-1].lstrip("（") if mapping == 1 else name[0].split("（")[0], shown
    )


GEOMETRY = Topic(
    name="cache geometry",
    about=rf"{CACHE}|映射|相联",
    guard=MIXED_UNITS
    + r"|TLB|快表|页|虚|二级|L1|L2|命中率|缺失率|平均访问|预取|循环|for|数组|写缓冲|伪相联|分离|有效1|有效0|访问时间|依次(?!为|是)|LRU.{0,6}(?:命中|换[出入掉进])|序列",
    refuse=r"命中|缺失|受害|扇区|另一|比较(?!器)|翻倍|增加到|提高",
    prepared=of_data,
    told=(
        *MAPPING,
        Told(
            "block",
            r"(?:每个?)?(?:主存)?(?:字)?块(?:的)?(?:大小|长度?)?(?:为|有|是|含|包含|由)*\s*(?P<words>\d+|[一二两四八])\s*个?字[,(]*(?:且|并且)?每个?字(?:长)?(?:为|是|有)*\s*(?P<bits>\d+)\s*(?:位|bit)\)?",
            lambda match: Fraction(to_int(match["words"]) * int(match["bits"]), 8),
        ),
        Told(
            "tag",
            r"(?:主存)?(?:标记|(?<![A-Za-z])tag(?![A-Za-z]))(?:\(?Tag\)?)?(?:字段|位)?(?:的)?(?:宽度|长度|位数)?(?:为|是|占|有|:|各)*\s*(?P<value>\d+)\s*(?:位|bit)",
            whole,
        ),
        Told(
            "lines",
            r"(?:中)?(?:最多)?(?:可|能|可以)?(?:存放|容纳|装入|装)\s*(?P<value>\d+)\s*个?主存块",
            whole,
        ),
        Told(
            "controls",
            r"(?:若|如果)?(?:不(?:考虑|计|算|含|包括|管)|忽略|除去)(?:用于|用来)?(?:Cache|缓存)?(?:的)?(?:一致性(?:维护)?|替换(?:算法|策略)?(?:实现)?|维护|实现|所需|用|和|与|、|及)+(?:的)?控制位",
            1,
        ),
        Told(
            "no_replacement",
            r"(?:不(?:考虑|计|算|含|管)|忽略|没有|无)(?:LRU|替换(?:算法|策略)?)(?:的)?(?:(?:控制|信息)?位|信息)",
            1,
        ),
        Told("through_said", r"(?:采用|用)?(?:写直达|直写|全写|写穿透?)(?:法|策略|方式)?(?:\(write[ -]?through\))?", 1),
        Told(
            "valid",
            r"(?:每行)?(?:有|含|设|各|加|另有)*(?:(?P<value>[12]|一|两)\s*(?:位|个|bit)+)?(?:的)?有效位(?:(?P<other>[12])\s*(?:位)?(?![0-9\d]))?(?!和标记)",
            lambda match: to_int(match["value"] or match["other"] or "1"),
        ),
        Told(
            "dirty",
            r"(?<!不用)(?<!没有)(?<!无需)(?<!不需)(?<!不设)(?<!无)(?:有|含|设|各|和|、|,)*(?:(?P<value>[12]|一|两)\s*(?:位|个|bit)+)?(?:的)?(?:修改位|脏位|重写位|dirty位?|修改\(脏\)位|脏\(修改\)位)(?:\((?:修改|脏|dirty)位?\))?(?:(?P<other>[12])\s*(?:位)?)?",
            lambda match: to_int(match["value"] or match["other"] or "1"),
        ),
        Told(
            "replace",
            r"(?P<value>\d|一|两)\s*(?:位|个|bit)+(?:的)?(?:替换(?:算法)?(?:控制|信息)?位|LRU位)|(?:LRU|替换)(?:算法)?(?:控制|信息)?位(?:占|为|是|有)*\s*(?P<other>\d)\s*位",
            whole,
        ),
        Told("back", r"(?:采用|使用|用|和|与|及|\+)*(?:写回|回写)(?:法|策略|方式)?(?:\(write[ -]?back\))?", 1),
        Told("line_number", rf"{CACHE}的第(?P<value>\d+)块(?=对应主存的哪些块)", whole),
        Told(
            "number",
            rf"(?:{HOME})?(?:的)?(?:中)?(?:第)?(?:字)?块号(?:为|是)?\s*(?P<value>\d+)|(?:{HOME})(?:的)?(?:中)?第\s*(?P<other>\d+)\s*(?:号)?(?:主存)?(?:字)?块(?!大)|(?:{HOME})(?P<third>\d+)\s*号(?:字)?块",
            whole,
        ),
        Told(
            "where",
            rf"(?:{HOME})?(?:的)?(?:单元|存储单元|那)?(?:地址)?(?:为|是|:)*(?P<value>{HEXADECIMAL})(?:这个)?(?:号)?(?:的)?(?:{HOME})?(?:单元|地址)?|(?:{HOME})?(?:的)?(?:第)?(?<![\d.A-Za-z])(?P<other>\d+)\s*号(?:\([^()]{{0,5}}\))?(?:的)?(?:{HOME})?(?:单元)|(?:{HOME})?(?:单元)?地址(?:为|是|:)*(?P<third>\d+)\s*(?:D|\(十进制\)|\(D\))?(?=(?:号)?(?:单元)?(?:所在|的|对应|应|在|会|被|映射|装|落))",
            _place,
        ),
    ),
    passed=(
        r"每个?行除了?(?:数据|标记|Tag|区|部分|信息|和|与|、)+(?:之外|以外|外)?,?[还另]?(?=有|设|\ue000)|(?:都|均)?(?:无|没有|不考虑|不计)其[他它](?:附加|控制|信息)?位",
        r"每个?行(?:都|均)?(?:有|含|包括|包含)(?:数据|标记|Tag|字段|和|与|、)+(?=\ue000)|为此,?(?=\ue000|每)|每个?(?:块|行)(?:都|均|各)?设(?:置|有)?了?(?=\ue000)|(?<=采用)一次性(?=\ue000)|(?:采用)?一次性",
        r"(?:采用|使用|用|和|及|与|以及)*(?:LRU|FIFO|最近最少使用|近期最少使用|最近最久未使用|先进先出|随机)(?:\(LRU\))?(?:的)?(?:替换|置换)(?:算法|策略|法)?",
        r"主存(?:字)?块号\s*[ij]\s*映射到Cache",
        r"\(?(?:十六进制|十进制)(?:/|或)(?:十六进制|十进制)都行\)?|(?:均|都)?(?:按|以)字节(?:为单位)?(?:编址|寻址)|字节(?:编址|寻址)|(?:按|以)字(?:为单位)?编址",
        r"\(?(?:用|以)?\s*K(?:bit|位)(?:表示|为单位)\)?|\((?:仅|只)(?:指|算|计|含)(?:标记|数据区|数据)(?:部分)?\)|\(?(?:不用|无需?|没有|不设)(?:修改|脏)位\)?",
        r"(?:含|包括|包含|算上|计入|连同)(?:标记(?:项|位|阵列)?|有效位|脏位|修改位|Tag|和|与|、|及|数据)+(?:在内)?",
        r"\(?1?\s*K(?:bit|位|B)?\s*=\s*1024\s*(?:bit|位|B)?\)?",
        r"(?:不考虑|不计|忽略|没有)(?:一致性|其他)(?:的)?(?:控制|信息)?位?|(?:行号|组号|块号|编号|均|都)*从0(?:开始)?(?:编号|计|算)?|\(十进制\)",
        r"(?:采用|用)?组(?:相联|相连)(?:映射|映像)?(?:方式)?|CPU|每(?:个)?(?:字)?块(?:的)?大小(?=\ue000)|\([标记组号行块内地址/、]{4,20}\)",
    ),
    roles=(
        Role(
            name="memory",
            quantity=SIZE,
            read=to_bytes,
            before=rf"{HOME}(?:的)?(?:地址空间|容量|大小|空间)?(?:大小)?|地址空间(?:大小)?",
            after=rf"(?:的)?{HOME}(?!块)",
        ),
        Role(
            name="data",
            quantity=SIZE,
            read=to_bytes,
            before=rf"{CACHE}(?:的)?(?:数据区|数据)?(?:的)?(?:容量|大小)?|数据区(?:容量|大小)?|(?<=[,;。])(?:总)?容量",
            after=rf"(?:的)?(?:数据)?(?:数据区|{CACHE})",
            alone=True,
        ),
        Role(
            name="block",
            quantity=SIZE,
            read=to_bytes,
            before=r"(?:主存|内存|Cache|缓存|数据|存储|每个?|一个?|字)*(?:块|行)(?:的)?(?:大小|长度?|容量)?|(?:块|行)内|交换单位",
            after=r"(?:的)?(?:块|行)(?!号)",
        ),
        Role(
            name="address",
            quantity=BITS,
            read=to_count,
            before=r"地址(?:码|线|总线|长度|空间)?",
            after=r"(?:的)?(?:主存|物理|内存|字节)*地址",
        ),
        Role(
            name="lines",
            quantity=LINE,
            read=to_count,
            before=rf"{CACHE}(?:的)?(?:数据区)?|共有|总共|共|有",
            after=rf"(?:的)?{CACHE}",
            alone=True,
        ),
        Role(name="blocks", quantity=LINE, read=to_count, before=rf"{HOME}(?:共|有|分为|分成|划分为|含)*"),
        Role(
            name="sets_told",
            quantity=r"(?<=组数)(?:为|是|=|:)*\s*\d+(?!\s*(?:位|[KMG]?B))",
            read=lambda text: to_count(patterns.sub(r"^\D+", "", text)),
            alone=True,
        ),
        Role(name="sets_told", quantity=rf"(?<![\d.第哪每某同任])(?!一\s*个?组){INTEGER}\s*个?组(?!相)", read=to_count, alone=True),
        Role(
            name="memory",
            quantity=r"(?<![\d.])\d+\s*[KMG]?\s*字(?![节长块段地])",
            read=lambda text: _words(text),
            before=rf"{HOME}(?:的)?(?:容量|大小)?",
        ),
        Role(
            name="data",
            quantity=r"(?<![\d.])\d+\s*[KMG]?\s*字(?![节长块段地])",
            read=lambda text: _words(text),
            before=rf"{CACHE}(?:的)?(?:容量|大小)?",
        ),
        Role(
            name="block",
            quantity=r"(?<![\d.])\d+\s*[KMG]?\s*个?字(?![节长块段地])",
            read=lambda text: _words(text),
            before=r"每个?(?:字)?块(?:由)?|块(?:的)?(?:大小|长)|每行",
        ),
    ),
    asks=(
        (r"对应主存的哪些块", "blocks_of_line"),
        (rf"{CACHE}地址中的块内地址(?:占|是|为|有)*(?:多少|几)位", "cache_offset"),
        (rf"{CACHE}块号(?:占|是|为|有)*(?:多少|几)位(?:地址)?", "line_number_bits"),
        (
            r"(?:应|被|会|所)*(?:装入|映射|放入|调入|对应|存放)(?:到|在|至)?(?:的)?(?:Cache|缓存)(?:中)?(?:的)?(?:存储)?(?:单元)?地址(?:应)?(?:是|为)(?:多少)?",
            "cache_address",
        ),
        (
            r"(?:应|被|会|可|所)*(?:所在|对应|映射|装入|放入|调入|存放|位于)(?:的|到|到的|至|在|于)*(?:Cache)?(?:的)?(?:[组行块]号|字块地址)(?:和|与|及|以及|、)(?:块|行)内(?:地址|偏移量?)(?:各|分别)*(?:是|为)?(?:多少)?(?!.{0,3}位)",
            "index_offset",
        ),
        (
            r"(?:的)?标记(?:值|字段)?、(?:组号|行号)(?:、|和|与|及)块内(?:偏移量?|地址)(?:的值)?(?:各|分别)*(?:是|为)(?:多少)?(?!.{0,3}位)",
            "values",
        ),
        (
            r"(?:Cache|缓存)?(?:里|中)?(?:总共|一共|共)(?:需要?|要|有|占|用)*(?:多少|几)位(?:的)?标记|(?:Cache|缓存)?(?:的)?(?:总的?|全部|所有)(?:的)?标记(?:位|项|阵列)?(?:的)?(?:总)?(?:位数|容量|共?(?:多少|几)位)|标记(?:位|项|阵列|部分)?(?:的)?(?:总(?:位数|容量)|(?:总共|一共|共)(?:占|有|需要?|要)*(?:多少|几)位)",
            "all_tags",
        ),
        (
            r"(?:每个?|一个?|则|该|此)*(?:Cache|缓存)?行(?:的)?(?:位数|(?:总共|一共|共)?(?:至少|需要?|要|占|用|有|得|应)*(?:多少|几)(?:个)?(?:二进制)?(?:位|bit))(?:至少|是|为|应|有)*(?:多少|几)?(?:位|bit)?",
            "line_bits",
        ),
        (
            rf"(?:{CACHE})?(?:的)?数据(?:区|部分)(?:的)?(?:总)?(?:容量|大小)?(?:有|是|为|共)*(?:多少|多大)(?:字节|KB)?|(?:{CACHE})(?:的)?(?:数据)?容量(?:有|是|为)*(?:多少|多大)(?:字节|KB)?(?!位)",
            "data_asked",
        ),
        (
            r"(?:需要?|要|配|用|有|设)*(?:几|多少)个(?:多少|几)位的(?:标记)?比较器|"
            r"(?:标记)?比较器(?:的)?(?:个数|数量|数目)(?:和|与|及|、)(?:其)?位数(?:分别|各)?(?:是|为)*(?:多少)?",
            "wide_comparators",
        ),
        (
            r"(?:Cache|缓存)?(?:的)?标记(?:阵列|存储器)(?:的)?(?:总共|一共|共|有|需要?|占|至少)*(?:(?:多少|几)位|(?:总)?(?:容量|位数))(?:是|为)?(?:多少)?",
            "tag_store",
        ),
        (
            r"每组(?:的)?(?:行数|块数|(?:有|含|包含|为|是|应)*(?:多少|几)个?(?:Cache|缓存)?(?:行|块))(?:应|是|为)*(?:多少|几)?|(?:应|采用|是|为)*(?:多少|几)路(?:组相联)?(?:映射|映像)?(?:方式)?",
            "ways",
        ),
        (_TOTAL, "total"),
        (rf"{CACHE}(?:的)?地址(?:共|应|有|需要?|为|是|长)*(?:多少|几)位", "cache_bits"),
        (rf"(?:{HOME})?(?:物理)?(?<!块内)(?<!行内)地址(?:共|应|有|需要?|为|是|长)*(?:多少|几)位", "address_bits"),
        (
            rf"{HOME}(?:共|一共|总共|可以?|能|容纳|分为|分成|有|含)*(?:多少|几)(?:个)?(?:字)?块|(?:共有|有)(?:多少|几)个主存块",
            "memory_blocks",
        ),
        (
            rf"{CACHE}(?:中)?(?:共|一共|总共|可以?|可|能|有|分为|分成|容纳|装入|存放)*(?:多少|几)(?:个)?(?:字)?(?:行|块)(?:数据)?|(?:Cache)?(?:的)?行数",
            "lines_asked",
        ),
        (
            rf"(?:属于|在|位于|是)*{HOME}(?:中)?(?:的)?(?:哪一?|第(?:几|多少))(?:个)?(?:字)?块(?:中|里)?|{HOME}(?:的)?块号(?:是|为)(?:多少|几)",
            "memory_block",
        ),
        (
            r"(?:(?:装入|放入|放到|放在|调入|映射到?|装到|存放?在?|落[在到]|对应(?:的)?|位于|在|到|为|是|会|进|应)*(?:Cache|缓存)?(?:的)?(?:中)?(?:的)?(?:哪一?|第(?:几|多少)|(?<=[进到入在于])(?:几|多少))(?:个)?(?:号)?组(?:号)?(?:中|里|上)?|(?:所在|对应|映射)(?:的|到|到的)?(?:Cache)?组号(?:是|为)?(?:多少)?)(?:\(?(?:以|用|按)?(?:十六进制|16进制)(?:数)?(?:写|表示)?\)?)(?:是|为)?(?:多少|几)?",
            "set_index_hexadecimal",
        ),
        (
            r"(?:(?:装入|放入|放到|放在|调入|映射到?|装到|存放?在?|落[在到]|对应(?:的)?|位于|在|到|为|是|会|进|应)*(?:Cache|缓存)?(?:的)?(?:中)?(?:的)?(?:哪一?|第(?:几|多少)|(?<=[进到入在于])(?:几|多少))(?:个)?(?:号)?(?:行|块)(?:号)?(?:中|里|上)?|(?:所在|对应|映射)(?:的|到|到的)?(?:Cache)?(?:行|块)号(?:是|为)?(?:多少)?)(?:\(?(?:以|用|按)?(?:十六进制|16进制)(?:数)?(?:写|表示)?\)?)(?:是|为)?(?:多少|几)?",
            "line_index_hexadecimal",
        ),
        (
            r"(?:装入|放入|放到|放在|调入|映射到?|装到|存放?在?|落[在到]|对应(?:的)?|位于|在|到|为|是|会|进|应)*(?:Cache|缓存)?(?:的)?(?:中)?(?:的)?(?:哪一?|第(?:几|多少)|(?<=[进到入在于])(?:几|多少))(?:个)?(?:号)?组(?:号)?(?:中|里|上)?(?:\(?(?:用)?(?:十六进制|十进制)(?:写|表示)?\)?)?|(?:应|被|会|可|所)*(?:所在|对应|映射|装入|放入|调入|存放|位于)(?:的|到|到的|至|在|于)*(?:Cache)?(?:的)?组号(?:是|为)?(?:多少)?",
            "set_index",
        ),
        (
            r"(?:装入|放入|放到|放在|调入|映射到?|装到|存放?在?|落[在到]|对应(?:的)?|位于|在|到|为|是|会|进|应)*(?:Cache|缓存)?(?:的)?(?:中)?(?:的)?(?:哪一?|第(?:几|多少)|(?<=[进到入在于])(?:几|多少))(?:个)?(?:号)?(?:行|块)(?:号)?(?:中|里|上)?(?:\(?(?:用)?(?:十六进制|十进制)(?:写|表示)?\)?)?|(?:所在|对应|映射)(?:的|到|到的)?(?:Cache)?(?:行|块)号(?:是|为)?(?:多少)?",
            "line_index",
        ),
        (rf"(?:应|被|会|可|所)*(?:装入|映射|放入|调入|存放)(?:到|在|至|于)*{CACHE}(?:中)?(?:的)?(?:多少)?(?=[。?]?\s*$)", "place"),
        (rf"(?:{CACHE})?(?:共|一共|总共|有|分为|分成|可)*(?:多少|几)(?:个)?组(?!号)|组数", "sets"),
        (
            r"(?:主存)?(?:物理)?地址(?:中)?(?:的)?(?:各)?(?:个)?(?:字段|部分|格式|结构|划分)(?:\([^()]{0,20}\))?(?:的)?(?:各)?(?:是|为|占)?(?:多少|几)?位?(?:数)?|(?:各|三个|每个)字段(?:各|分别)*(?:占|是|有|为)?(?:几|多少)位",
            "fields",
        ),
        (
            r"(?:该|此|它|其|地址|的)*标记(?:字段)?(?:\(?Tag\)?)?(?:的)?值(?:是|为)?(?:多少|什么)?|标记(?:字段)?(?:\(?Tag\)?)?(?:是|为|等于)(?:多少|什么)(?!\s*位)|(?:单元)?(?:调入|装入)(?:该|此)?(?:Cache|缓存)?(?:后|时)?,?其(?:标记|Tag)(?:为|是)(?:多少|什么)?(?!\s*(?:\d|几|多少)?\s*位)",
            "tag_value",
        ),
        (
            r"(?:主存)?(?:字块|高位)?标记(?:位|字段|部分|项)?(?:\(?Tag\)?)?(?:字段)?(?:的)?(?:至少|应|占|是|为|有|需要?)*(?:位数|长度|(?:多少|几)位)?|(?<![A-Za-z])Tag(?![A-Za-z])(?:字段|位)?(?:的)?(?:占|是|为)?(?:位数|(?:多少|几)位)?",
            "tag",
        ),
        (
            r"(?:其中)?(?:Cache)?(?:块号(?=(?:为|是|占|有)(?:几|多少)位)|组号|组索引|组地址|行号|行索引|字块地址|索引)(?:\(?index\)?)?(?:字段)?(?:的)?(?:占|是|为|有)*(?:位数|(?:多少|几)位)?",
            "set_bits",
        ),
        (
            r"(?:(?:块|行)内(?:字)?(?:字节)?(?:地址|偏移量?)?|(?<!\w)(?:块内)?字地址)(?:\(?offset\)?)?(?:字段)?(?:的)?(?:占|是|为|有)*(?:位数|(?:多少|几)位)?",
            "offset",
        ),
        (r"(?:需要?|要|有|用)*(?:多少|几)个(?:标记)?比较器|比较器(?:的)?(?:个数|数量|数)", "comparators"),
    ),
    laws=LAWS,
    shown=SHOWN,
    words=WORDS,
    idle=frozenset({"back", "through_said", "no_replacement", "controls", "mapping", "memory", "address", "data", "lines"}),
    marks=(
        ("least", r"至少"),
        ("holding", r"(?:能|可|可以)存放[^,;。]{1,16}数据的"),
        ("lru", r"LRU|(?:最近最少|近期最少|最近最久未)使用"),
        ("at_random", r"随机(?:替换|置换|算法|策略)"),
    ),
    combine=lambda facts: {} if {"valid", "dirty", "replace"} & set(facts) else {"unsaid": 1},
    missing=((Missing("block", "主存块（Cache 行）有多大？", "主存块大小为 {}"), Fraction(64)),),
    called=_called,
    within={"fields": ("tag", "set_bits", "offset")},
    conventions=("行号、组号从 0 开始，1 KB = 1024 B，没有说时按字节编址",),
    check=lambda facts: _geometry_check(facts),
)


def _words(text: str) -> int:
    number = patterns.match(r"(\d+)\s*([KMG]?)", text, re.IGNORECASE)
    return int(number[1]) << 10 * " KMG".index(number[2].upper() or " ") if number else stay_out(text)


def _geometry_check(facts: Facts) -> None:
    lines, data, block = facts.get("lines"), facts.get("data"), facts.get("block")
    if lines is not None and data is not None and block is not None and lines * block != data:
        stay_out("lines")
    address, memory = facts.get("address"), facts.get("memory")
    if address is not None and memory is not None and exponent(memory) != address:
        stay_out("memory")
    if facts.get("tag", 1) < 1 or facts.get("set_bits", 0) < 0:
        stay_out("tag")
    if facts.get("mapping", 1) > 1 and "sets" in facts and facts["sets"] < 2:
        stay_out("one set")
    if "where" in facts and "number" in facts:
        stay_out("two places")
