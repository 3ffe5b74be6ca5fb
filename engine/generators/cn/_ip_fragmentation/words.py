"""How books and papers put lengths and fragments, brought to the wordings that `reading` knows."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.pasted.normalising import normalise
from engine.generators.patterns import caseless

DATAGRAM = r"(?:原始|原)?(?:IP(?:v4)?)?(?:数据报|分组|数据包|报文|包)"
TRANSPORT = r"(?:UDP|TCP|ICMP)"


_PIECE = r"(?:(?:原|整个)?(?:数据报|分组)?的?(?:最后|第|首|末|中间)(?:的)?一?个?(?:的)?分片)"
# `这是第一个分片？还是中间的分片？还是最后一个分片？`
WHICH_PIECE = rf"(?:试问|请问|问|那么|则)?(?:(?:这|该|它|此)(?:个)?(?:分?片|数据报|数据包|分组|报文)?)?(?:是|属于)?{_PIECE}(?:(?:\?|,|、|还是|或者?|是)+{_PIECE}){{1,2}}"


def written_out(text: str) -> str:
    """`头 20`, `总长 500`, `MTU 1420` and `首部长度字段 5` with their bytes."""
    text = caseless(r"(?<![\d.])(\d{3,6})\s*(?:bits?|比特|位)(?![A-Za-z每/])").sub(
        lambda match: f"{int(match[1]) // 8}B" if int(match[1]) % 8 == 0 else match[0], normalise(text)
    )
    text = caseless(
        rf"(?<![\d.])(\d+)\s*(?:B|字节)\((?:其中)?(?:含|包括|包含|连同?)\s*(\d+)\s*(?:B|字节)(?:的)?(?:IP)?(?:首部|头部?|报头)\)的?({DATAGRAM})"
    ).sub(r"总长度\1B、首部\2B的\3", text)
    text = caseless(
        r"(?:上层|高层|运输层|传输层)(?:传来的?|交来的?|交下来的?|的)?(?:报文|数据)(?:段)?(?:长度?|大小)?(?:为|是|有|=)*\s*(?=\d+\s*B)"
    ).sub("数据", text)
    text = caseless(
        r"(?:试|请)?(?:给出|写出|列出|求|说明)?(?:该)?(?:路由器)?(?:的)?分片(?:的)?(?:情况|结果)(?:是怎样的|如何|怎样|是什么|怎么样)?[?。,]?\s*(?:请)?(?:用(?:图表|表格|图|表)(?:的)?(?:形式)?(?:表示|列出|画出)(?:出)?(?:来)?(?:路由器)?(?:的)?(?:分片情况)?)?(?=[。?]|$)"
    ).sub("分成几片,各片的总长度、数据长度、片偏移、MF各是多少?", text)
    text = caseless(
        r"(?:(?<=[。,;])|(?<=[。,;] ))(?:请问|试问|问|则|那么)?(?:这|该|此)?个?(?:IP)?(?:数据报|分组|数据包|报文)?(?:应该|应当|应|将|要|需要?|会)?(?:被)?(?:如何|怎样|怎么)(?:进行)?(?:分片|分段)(?=\s*[?。]?\s*$)"
    ).sub("分成几片,各片的总长度、数据长度、片偏移、MF各是多少", text)
    text = caseless(r"(?<=上层)\((?:即)?(?:IP|网络|网际)层?\)").sub("", text)
    text = caseless(r"(?<=位)\(还有分片\)(?:也|都)?").sub("", text)
    text = caseless(r"(?<![A-Za-z])M(?:位|比特)(?=为|是|=)").sub("MF", text)
    text = caseless(r"(?<![A-Za-z])HLEN(?:字段)?(?=为|是|=)").sub("首部长度字段", text)
    text = caseless(r"首部长度(?:字段)?\(?(?:HLEN|IHL)\)?(?:字段)?(?:的?值)?(?=为|是|=)").sub("首部长度字段", text)
    text = caseless(r"IPv4\s*(?=(?:固定)?(?:首部|头部|报头))").sub("IP", text)
    # The transport's header in a datagram whose length is told is data like all the rest.
    text = caseless(
        rf"({DATAGRAM}[,(]?(?:其中)?(?:包含|包括|含有?)\s*\d+\s*(?:B|字节)\s*的\s*(?:IP)?\s*(?:固定)?(?:首部|头部|报头))\s*(?:和|与|、|以及)\s*\d+\s*(?:B|字节)\s*的\s*{TRANSPORT}\s*(?:首部|头部|报头)"
    ).sub(r"\1", text)
    text = caseless(
        r"(?:假设|假定|设|已知)?(?:第一个|首个?|1号)(?:分)?片(?:中)?(?:存储|保存|填写)?(?:的)?(?:分)?片偏移(?:字段|量)?(?:的?值)?\s*(?:为|是|=)\s*0(?=[,。;])"
    ).sub("", text)
    text = caseless(r"片偏移值(?=为|是|=|\s*\d)").sub("片偏移", text)
    text = caseless(r"UDP用户数据(?=的)").sub("UDP用户数据报", text)
    text = caseless(WHICH_PIECE).sub("该片的位置是什么", text)
    text = caseless(r"分片偏移").sub("片偏移", text)
    # `第三个分片的相关字段的取值`: those that fragments differ in.
    text = caseless(
        r"(?:中|的|里|首部|,)*(?:各|相关|有关|主要|下列|以下)(?:的)?(?:首部)?字段(?:的)?(?:取值|值|数值)?(?=(?:分别|各|应)*(?:是|为))"
    ).sub("的总长度、MF、片偏移", text)
    text = caseless(r"偏移(?=量|字段|值)(?<!片偏移)(?<!段偏移)").sub("片偏移", text)
    # `在网际层使用 IPv4 固定长度首部封装，在数据链路层使用以太网传输`.
    text = caseless(
        r"(?:在)?(?:网际层|网络层|IP层)(?:中|上)?(?:使用|采用)(?:IPv4)?(?:的)?(?:固定|标准)(?:长度)?(?:的)?首部(?:进行)?(?:封装)?,?"
    ).sub("IP首部20B,", text)
    text = caseless(r"(?:在)?(?:数据链路层|链路层)(?:中|上)?(?:使用|采用|通过)以太网(?:进行|来)?(?:传输|传送|封装)?").sub(
        "经过以太网传输", text
    )
    text = caseless(r"(?:为了|以便?)?(?:能够?)?(?:正确|正常)(?:地)?(?:进行)?(?:传输|传送),?(?=需|要|应|至少)").sub("", text)
    text = caseless(r"(?<=个)IP数据报(?:分)?片").sub("IP分片", text)
    # As long as may be, all but the last: what fragments always are.
    text = caseless(
        r"(?:让|使|令)?(?:各|每个?)(?:分)?片\((?:最后一个?|末|最末|末尾)(?:分)?片(?:除外|可以?更短|例外)\)(?:都|均)?(?:取|采用|达到|为)?(?:所)?(?:允许|可能)(?:取)?的最大(?:总)?长度"
    ).sub("尽可能长地分片", text)
    text = caseless(r"(?<=[长度移F])(?:这)?(?:两|三|2|3)个?(?=字段|标志)").sub("", text)
    text = caseless(r"\((?:IP)?(?:首部|头部)(?:为|是)?固定(?:长度?)?(?:为|是)?\s*(\d+)\s*(?:B|字节)\)").sub(r",首部\1B,", text)
    text = caseless(r"(?<=\dB)的(?:上层|高层|运输层|传输层)(?:报文|数据)").sub("的数据", text)
    text = caseless(
        r"(数据(?![报包帧])[^,。;()\d]{0,6}\d+\s*(?:B|字节)|\d+\s*(?:B|字节)的?数据(?![报包帧]))\(不(?:含|包括|算)(?:IP)?(?:首部|头部?)\)"
    ).sub(r"\1", text)
    text = caseless(rf"(?:首部|头部)(?:长度)?(?:为|是)?(\d+)\s*(?:B|字节)的({TRANSPORT})(?:首部|头部|报头)").sub(r"\2首部\1B", text)
    text = caseless(r"(?<=B)(?:和|与|、|以及|加上?)(\d+)\s*(?:B|字节)的(?:IP)?(?:固定)?(?:首部|头部|报头)").sub(r",IP首部\1B", text)
    text = caseless(
        rf"{TRANSPORT}(?:报文段?|段|用户数据报|数据报)?(?:总)?(?:长度?|大小)?(?:为|是|=)*\s*(\d+)\s*(?:B|字节)\((?:含|包括|连同?|已含|包含)(?:\d+\s*(?:B|字节)(?:的)?)?{TRANSPORT}?(?:首部|头部|头)\)"
    ).sub(r"数据部分\1B", text)
    without = r"[(,]?(?:不(?:含|包括|包含|计|算)|另加|另有|外加|再加|未计|除去|不连)(?:IP)?(?:固定)?(?:的)?"
    header = rf"(?:{without}(?P<n>\d+)\s*(?:B|个?字节)(?:的)?(?:IP)?(?:固定)?(?:首部|头部?|报头)|{without}(?:首部|头部?|报头)(?:的)?(?P<m>\d+)\s*(?:B|字节))\)?"
    text = caseless(
        rf"{DATAGRAM}(?:的)?(?:总)?(?:长度?|大小)?(?:为|是|有|=|:)*\s*(?P<size>\d+)\s*(?:B|字节)[(,]?不(?:含|包括|包含|计|算)(?:IP)?(?:首部|头部?|报头)\)?(?=[,;。])"
    ).sub(r"数据部分\g<size>B", text)
    # A datagram of so many bytes without its header: so many bytes of data.
    text = caseless(rf"{DATAGRAM}(?:的)?(?:总)?(?:长度?|大小)?(?:为|是|有|=|:)*\s*(?P<size>\d+)\s*(?:B|字节)\s*{header}").sub(
        lambda match: f"数据部分{match['size']}B,首部{match['n'] or match['m']}B", text
    )
    text = caseless(header).sub(lambda match: f",首部{match['n'] or match['m']}B,", text)
    text = caseless(r"(?:(?:首部|头部|报头)长度(?:字段)?(?:的?值)?|IHL)(?:为|是|=|:|\s)*(?P<words>[5-9]|1[0-5])(?!\d|\s*(?:B|字节))").sub(
        lambda match: f"首部{int(match['words']) * 4}B", text
    )
    text = caseless(r"第一个(?=(?:和|与|、|以及)最后一个(?:数据)?字节)").sub("第一个字节", text)
    text = caseless(
        rf"((?:首部|头部|报头|{TRANSPORT}头|IP头|(?<![首头])头)(?:部)?(?:长度?)?(?:都|均|为|是|=|:|\s)*)(\d{{1,2}})(?!\d|\s*(?:B|字节|位|bit|%))"
    ).sub(r"\1\2B", text)
    text = caseless(r"(总长(?:度)?(?:字段)?(?:的?值)?(?:为|是|=|:|\s)*\d{2,5})(?!\d|\s*(?:B|字节|位|bit|%)|[A-Za-z])").sub(r"\1B", text)
    text = caseless(r"((?:原)?(?:数据报|IP包|分组)(?:总)?(?:长|大小)(?:为|是|=|:|\s)*\d{2,5})(?!\d|\s*(?:B|字节|位|bit|%)|[A-Za-z])").sub(
        r"\1B", text
    )
    text = caseless(r"ping\s*-l\s*(\d+)").sub(r"ICMP数据\1B", text)
    text = patterns.sub(
        r"(?:总长度?(?:字段)?(?:为|是|=)*)0x([0-9A-Fa-f]{4})(?![0-9A-Fa-f])", lambda match: f"总长度{int(match[1], 16)}B", text
    )
    text = patterns.sub(
        r"(?:片偏移|offset|偏移)(?:字段)?(?:为|是|=|\s)*0x([0-9A-Fa-f]{1,4})(?![0-9A-Fa-f])(?:\(十六进制\))?",
        lambda match: f"片偏移={int(match[1], 16)}",
        text,
    )
    text = patterns.sub(
        r"(?m)[,。]?(?:请)?(?:填(?:写)?|完成)(?:下)?表(?:格)?[:。]?\s*\n?\s*\|?(?:片号|分片|片)?\|?总长度?\|MF\|(?:片)?偏移\|?\s*(?:\n[-|\s:]*)?(?:\n\|?\s*\d+(?:\|[?？ ]*)+)+",
        ",各片的总长度、MF、片偏移各是多少?",
        text,
    )
    # The network that the datagram comes from cuts nothing.
    text = caseless(
        r"从\s*MTU\s*(?:为|是|=)?\s*\d+\s*(?:B|字节)?的(?:网络|链路|接口)(?=(?:转发|发送|进入|传送|发往|传|送)(?:到|给|至)?)"
    ).sub("", text)
    text = patterns.sub(r"(?<![\d.])1个(?=\s*\d)", "一个", text)
    text = patterns.sub(
        r"\((?:相对(?:于)?)?(?:在)?(?:原)?(?:IP)?(?:数据报|分组|数据)?(?:中|内)?,?从0(?:开始)?(?:编号|计|算|数)?(?:起)?\)", "", text
    )
    text = patterns.sub(r"前(?:面)?(?:的)?(?:几|各)个?(?=分?片)|其[余他](?:各|的)?(?=分?片)", "除最后一片外每", text)
    text = caseless(r"(?<=MTU)\s*(?=\d)").sub("=", text)
    return caseless(r"(MTU(?:只有|分别|为|是|=|:|\s)*\d{2,5})(?!\d|\s*(?:B|字节|位|bit|%)|[A-Za-z])").sub(r"\1B", text)
