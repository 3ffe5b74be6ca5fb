"""Problems about memories in the words that their readers know."""

from __future__ import annotations

from engine.generators.co._written import writing_plainly

written_plainly = writing_plainly(
    # What is said in brackets between a size and what has it.
    (r"(?P<shape>\d\s?[KMG]?\s?[×xX*]\s?\d+\s?位)\s?\((?P<note>按[^()]{2,20})\)的(?P<what>存储器|主存)", r"\g<shape>的\g<what>,\g<note>,"),
    # The signals of control that every CPU has.
    (
        r"[,;](?:并|且)?(?:用|以)\s?/?MREQ#?\s?(?:\((?:低电平有效|低有效)\))?(?:作为?|用作)访存(?:的)?控制信号(?:\((?:低电平有效|低有效)\))?[,;、]?"
        r"\s?(?:并?用|以)?\s?/?(?:R/W|WR|WE)#?\s?(?:\([^()]{1,16}\))?(?:作为?|用作)读/?写(?:的)?(?:控制|命令)信号(?:\([^()]{1,20}\))?",
        "",
    ),
    # `某存储器容量为 8K×32 位，则( )`: the options have its lines.
    (
        r"(?P<shape>(?:存储器|芯片|主存)(?:的)?(?:存储)?容量(?:为|是)\s?\d+\s?[KMG]?\s?[×xX*]\s?\d+\s?位),?(?:则|那么)(?:它的?|其)?\s?(?:\(\s?\)|多少)?[。?]?\s*$",
        r"\g<shape>,则地址线和数据线各多少根?",
    ),
    # The unit of the options.
    (r"\((?:单位)(?:为|是|:)?\s?(?:bits?/s|b/s|B/s|ns|位|根|片)\)", ""),
    (r"存储体(?=由\s?(?:\d|[二四八])\s?个(?:存储)?模块(?:组成|构成))", "存储器"),
    (
        r"(?:则)?(?:若)?(?:用|由|采用)译码器(?:来)?产生(?:各组|各片|芯片)?(?:的)?片选(?:信号)?(?:时)?,(?:则)?(?:该)?译码器(?:的)?输入(?:端)?(?:的)?(?:地址线|地址位)(?:至少|应)?(?:有|需要?|为|是)?",
        "片选所需的地址线根数为",
    ),
    # `需要多少片 64K×8 位的芯片`, where that shape is told before.
    (
        r"(?P<shape>\d+\s?[KMG]?\s?[×xX*]\s?\d+)(?P<between>\s?(?:位|bit)(?:(?!\d\s?[KMG]?\s?[×xX*]\s?\d)[\s\S])*(?:\d+\s?[KMG]?\s?[×xX*]\s?\d+\s?(?:位|bit)(?:(?!\d\s?[KMG]?\s?[×xX*]\s?\d)[\s\S])*)?)"
        r"(?P<many>(?:多少|几)\s?[片个块])\s?(?P=shape)\s?(?:位|bit)(?:的)?(?:[SD]?RAM|ROM)?(?:存储)?器?(?:芯片)",
        r"\g<shape>\g<between>\g<many>芯片",
    ),
    (
        r"(?P<address>\d+\s*位地址(?:线)?)(?:和|与|、)\s*(?P<data>\d+\s*位)数据(?:线)?(?:宽度)?的(?=存储器|主存|内存)",
        r"\g<address>和\g<data>字长的",
    ),
    (r"需要(?:有)?地址(?:线)?(?:的)?(?P<many>多少|几)位(?:来)?(?P<act>做|作|用作|用于)(?=芯片选择|片选)", r"需要\g<many>位地址\g<act>"),
)
"""A reader of memories that is given such wording."""
