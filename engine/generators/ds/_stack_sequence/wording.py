"""One wording for stacks: pushes and pops, stories of piles and sidings, ranges of elements."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.ds._asking import last_choice
from engine.generators.ds._stack_sequence.names import NAME

# People's words for the two operations, made one before reading.
_ONE_WORD = (
    (r"[从由]其?[左右][边侧端面方]?的?(?:入口|出口)?(?:依次|顺次|按顺序|逐节|逐一)?(?=[开驶进出入拉推])", ""),
    (
        r"[开驶推拉走][进入到][去来]?(?:一|这|该|个|条|段|只有|一个|出?入?口|口|的|具有|栈|式|形|型|状|结构|调度|铁路|侧|单|端|轨|道|线|站|尽头|死|胡同|车站|支线|通道|停车场|车库|站台|里|中){0,14}",
        "入栈",
    ),
    (r"[左右][边侧端](?=[开驶拉]出)", ""),
    (r"从?(?:该|此|侧|支|单|轨|道|线|站|胡同|里|中)*[开驶拉]了?出[来去]?", "出栈"),
    (
        r"(?:开进|开入|驶入|驶进|进入|进|通过|经过)(?:一个|一条)?(?:死胡同|尽头线|栈(?:形|式|型|结构)?的?(?:调度站|轨道|车站|站台|车库|缓冲轨|停车场|铁轨))",
        "入栈",
    ),
    (
        r"[开驶拉]出[来去]?(?=\s*[A-Za-z0-9]|的?(?:顺序|序列|次序))|倒着开?出来|再倒着?出来|[出离]站(?=[的次顺序排列方]|\s*[A-Za-z0-9])",
        "出栈",
    ),
    (
        r"进栈|压栈|压入栈|压进栈|压入|推入|入栈|(?:依次|顺序|先后)(?:进入|通过|经过)(?:一个)?(?:初始为空的?|空的?)?栈(?!的)|进入栈|放进栈|塞进栈|进站(?:调度|(?=[的次顺序有,]))",
        "入栈",
    ),
    (r"(?<=[个位])被?(?:最先|先)?(?:出来|弹出来|出去)的?(?=是|为)", "出栈"),
    (r"(?<=顺序|依次)进去?(?=[,。; ]|$)", "入栈"),
    (r"(?<![弹取拿先后个])出来的?(?:顺序|序列|次序)?(?=是|为)", "出栈序列"),
    (r"出队(?=的?(?:顺序|序列|次序))", "出栈"),
    (
        r"退栈|弹栈|弹出[来去]?|吐出|(?<=最后|最先|首先|最早)被?(?:出来|拿出来?|取出来?)(?=的|是)|出栈(?!序)|(?<=[可能个先])出来|(?<=先|能)出(?=吗|$|的)",
        "出栈",
    ),
    (r"输出(?:序列)?的?(?=第|元素|序列|顺序)|输出", "出栈"),
    (r"(?<![出入])输入(?:序列|顺序|元素)?", "入栈序列"),
)

STORY = re.compile(
    r"后放的?[在压]|最上面|窄口|弹[夹匣]|一端(?:封闭|封死|开口)|只(?:能|可以?)?从(?:上面|顶部|一端)|后进先出|先进后出|死胡同|尽头线"
)
"""What makes a pile, a tube or a siding of a story a stack."""


def _as_a_stack(text: str) -> str:
    """A story of things piled up and taken away, told as of a stack."""
    if "栈" in text or not STORY.search(text):
        return text
    text = patterns.sub(
        r"(?:摞|叠放?|码放?|[压装放塞推投插][到进入在上])(?:去|上去)?(?:一|只|个|根|这|该|窄口|圆|玻璃|试|管|筒|桶|盒子?|箱子?|弹夹|弹匣|桌子?上?|里面?|中|的)*",
        "入栈",
        text,
    )
    return patterns.sub(r"[取拿抽射弹倒][走出下][来去]?(?:最上面的?(?:一?[只个张本])?)?", "出栈", text)


# What the question of pasted sequences is made of, whatever its word order.
_OF_SEQUENCES = "输出 出栈 出队 弹出 退栈 排列 栈 数据 达到 当"
_CHOSEN = re.compile("序列|次序|顺序|排列")


def _plain_choice(text: str) -> str:
    """The text with its last question, if it asks which of the pasted sequences is possible, in one wording."""
    text = patterns.sub(r"(?<=栈)\s*(?=不可能|可能)", "", text)
    last = last_choice(text, _OF_SEQUENCES, "输出|出栈|弹出|退栈|得到|得不到|出队")
    if (
        last is None
        or not _CHOSEN.search(last.words)
        or not patterns.search("下列|以下|下面|哪|选项|可能|能|不|无法|合法|错误|正确", last.words)
    ):
        return text
    asked = f"下列{'' if last.so else '不'}可能的出栈序列是"
    return f"{text[: last.start].rstrip(' ,')},{asked}{text[last.start + len(last.words) :]}"


_PUSHED_IN_ORDER = (
    (r"(?<=\d|[A-Za-z])\s*(?:所)?需要?的?(?:最小|最少)的?栈的?容量", ",栈的容量至少是多少"),
    (r"((?:[A-Za-z]\d?[、,]?){3,})按照?\1的?(?:顺序|次序)", r"\1依次"),
    (r",?按照?其?出栈的?(?:先后)?(?:顺序|次序)(?:可以?|能)?(?:组成|构成|排成|得到)不同的?(?:字符串|字母串)", ""),
    (r"则?(?:至多|最多)?(?:可以?|能够?)(?:组成|构成|得到|产生|排成)的?多少个不同的(?:字符串|字母串|单词)", "可以得到多少种不同的出栈序列"),
    (r"(?<=[、,] [A-Za-z0-9])\s*和\s*(?=[A-Za-z0-9](?![A-Za-z0-9]))|(?<=[、,][A-Za-z0-9])\s*和\s*(?=[A-Za-z0-9](?![A-Za-z0-9]))", ","),
    (rf"(?:读入|输入)(?:数据)?(?:元素)?(?:序列)?\s*((?:{NAME})(?:\s*,\s*(?:{NAME})){{2,}})\s*并(?:依次)?(?=[入进压]栈)", r"元素\1依次"),
    (r"\(\s*1\s*[<≤]*\s*[ij]\s*[<≤]*\s*n\s*\)", ""),
    (
        r"(?:[入进压]栈和[出退]栈的)?操作序列可以?(?:表示|看[作成]|写[作成])为?(?:一个)?[仅只]?由\s*[A-Z]\s*和\s*[A-Z]\s*组成的(?:序列|字符串|串)[,。;]",
        "",
    ),
    (
        r"称?(?:可以?|能够?)(?:正常)?(?:操作|执行|实现)的(?:操作)?序列称?为合法(?:操作)?序列(?:[,;]?(?:否则|反之)称?为(?:非法|不合法)(?:操作)?序列)?[,。;\s]",
        "",
    ),
    # The stack's name among the arguments: `Push(S, 1)`, `Pop(S, x)`.
    (r"(?i)(push|入栈)\s*\(\s*[A-Za-z]\w?\s*,\s*([A-Za-z0-9]{1,3})\s*\)", r"\1(\2)"),
    (r"(?i)(pop|出栈)\s*\(\s*[A-Za-z]\w?\s*(?:,\s*[A-Za-z]\w?\s*)?\)", r"\1()"),
    (r"(?<=[A-Za-z0-9])\s*(?=则(?:栈|[下以不可其该得]))", ","),
    (r"(?<=[A-Za-z]\d)\s*和\s*(?=[A-Za-z]\d(?!\d))", ","),
    (r"(?<=[进入压]栈)的?(?:数据|元素)的?(?=序列|顺序|次序)", "的"),
    (r"对于?(?:一个)?栈(?:而言|来说),?", ""),
    (r"若?已有一个栈,?", "设栈,"),
    (r"(?<=[进出入退]栈)顺序序列", "序列"),
    (r"用\s*([A-Z])\s*表示(?:一次)?[进入压]栈(?:操作)?\s*,?\s*用?\s*([A-Z])\s*表示(?:一次)?[出退弹]栈(?:操作)?", r"\1表示入栈,\2表示出栈"),
    (r"则?(?:进出栈|进栈和出栈|入栈和出栈|进|经过)?的?栈?操作的?(?:顺序|序列|次序)应?[是为](?=[\s()。?]*$)", "写出相应的操作序列"),
    (r"\(\s*\)\s*[中种](?=不同的?(?:输出|出栈))", "多少种"),
    (r"若?\s*(\d+)\s*个?元素(?:分别)?[为是]\s*(?=[A-Za-z]\s*[、,])", r"元素"),
    (r"则?该?\s*S?\s*栈\s*S?\s*的?(?:最小容量|容量最小)应?[是为]", "则栈S的容量至少是"),
    (r"(?:可以|能)?变[为成]\s*([A-Za-z0-9]{2,9})\s*时,?经过的栈操作(?:序列)?[为是](?=[\s()。?]*$)", r"得到出栈序列\1,写出相应的操作序列"),
    (r"[以按]照?(?:所给|给定|给出|上述|此|该|这一?|上面)的?(?:次序|顺序)(?=(?:进|入|压|依次))", "依次"),
    (
        r"(?:并|且|若|如果|假设|假定|,)*在?[进入压]栈的?(?:操作)?的?(?:过程中?|时|期间|中间?),?[也且]?(?:允许|可以?|能够?|随时)(?:随时)?(?:进行)?[退出]栈(?:操作)?(?=[,。;])",
        "",
    ),
)


def with_lost_blank(text: str) -> str:
    """The text with a word of asking where a blank is gone: `则出栈顺序是 ,栈的容量至少为`."""
    return patterns.sub(r"(?<=顺序|次序|序列)([是为])\s*(?=[,;][^。]{0,12}(?:容量|大小|至少))", r"\1什么", text)


def plain(text: str) -> str:
    """The text with one word for each operation, ranges of elements written out, and `1, 2, …, n` as one word."""
    for pattern, known in _PUSHED_IN_ORDER:
        text = patterns.sub(pattern, known, text)
    text = with_lost_blank(text)
    text = _plain_choice(text)
    text = patterns.sub(
        r"(?<![A-Za-z0-9])(?:[pPaAbB]\s*1\s*[,、 ]?\s*[pPaAbB]\s*2\s*[,、 ]?\s*(?:[pPaAbB]\s*3\s*[,、 ]?\s*)?(?:…+|\.{2,}|⋯+)\s*[,、 ]?\s*[pPaAbB]\s*(?:n|\d+))",
        "某序列",
        text,
    )
    text = patterns.sub(r"(?<![A-Za-z0-9])([pP])\s*1(?:\s*[,、 ]\s*\1\s*\d){2,}(?!\s*[,、]?\s*[A-Za-z0-9])", "某序列", text)
    text = patterns.sub(
        r"(?<![A-Za-z0-9])1\s*[,、 ]\s*2\s*[,、 ]?\s*(?:3\s*[,、 ]?\s*)?(?:…+|\.{2,}|⋯+)\s*[,、 ]?\s*n(?![A-Za-z0-9-])", "一至恩", text
    )
    text = patterns.sub(
        r"[以用]?(?:一个)?(?:向量|一维数组|数组)\s*[A-Za-z]?\s*\(?\s*[01]\s*(?:\.{2,}|~|-|…+)\s*(?:n|m|n-1|m-1)\s*\)?来?(?:存储|表示|存放|实现)?",
        "",
        text,
    )
    text = patterns.sub(rf"\s*\([1-9]\)\s*(?=(?:{NAME})(?:[\s,、]+(?:{NAME})){{2,}})", "; ", text)
    text = patterns.sub(
        r"(?<![\u4e00-\u9fff])(?:进行)?[进出](?:\s*[、,]\s*[进出]){3,}(?![\u4e00-\u9fff]{0,1}栈)|(?<=依次)(?:进行)?[进出](?:\s*[、,]\s*[进出]){3,}|(?<=进行)[进出](?:\s*[、,]\s*[进出]){3,}",
        lambda match: "、".join("入栈" if sign == "进" else "出栈" for sign in patterns.findall("[进出](?![行])", match[0])),
        text,
    )
    text = patterns.sub(r"(?<=[一二三四五六七八九\d])项(?![目])", "个", text)
    text = _as_a_stack(text)
    for pattern, word in _ONE_WORD:
        text = patterns.sub(pattern, word, text)
    text = patterns.sub(r"入栈(?:序列)?入栈", "入栈", text)
    text = text if "S2" in text else patterns.sub(r"(?<![A-Za-z])S1(?!\d)", "S", text)
    text = patterns.sub(
        r"(?<=[0-9A-Za-z])\s*号(?:车厢?|车|元素|盘子?)?(?![A-Za-z0-9~])", "", patterns.sub(r"几号(?:车厢?|车)?", "几", text)
    )
    text = patterns.sub(
        r"(?<![A-Za-z0-9])([a-zA-Z])\s*(?:~|到|至|-|\.{2,}|…+)\s*([a-zA-Z])(?=\s*(?:编号|号)?(?:这|按|顺序|依次|先后|入栈|\S{0,3}个))",
        lambda match: ",".join(map(chr, range(ord(match[1]), ord(match[2]) + 1))) if 2 <= ord(match[2]) - ord(match[1]) < 12 else match[0],
        text,
    )
    return patterns.sub(
        r"(?<![A-Za-z0-9.])([1-9])\s*(?:~|到|至|-|\.{2,}|…+)\s*([4-9])(?![0-9.])(?=\s*(?:这|按|顺序|依次|先后|入栈|,|的|从|号?\S{0,2}[个只节辆本张]))",
        lambda match: ",".join(map(str, range(int(match[1]), int(match[2]) + 1))) if int(match[1]) + 2 <= int(match[2]) else match[0],
        text,
    )
