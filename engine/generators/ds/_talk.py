"""What people say of themselves and of their attempts beside a problem: whole clauses that tell and ask nothing of it."""

from __future__ import annotations

import re

_PICTURE = r"[\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F\u200D]+"
_SEPARATORS = (
    re.compile(rf"[,，。.;；:：?？!！~～…\n]+(?!\d)|[()（）]|{_PICTURE}"),
    re.compile(rf"[,，。.;；:：?？!！~～…\n]+(?!\d)|[()（）]|{_PICTURE}| +"),
)
_WHO = re.compile(
    r"(?:但|可|可是|但是|不过|而|然后|因为|反正|就|还|也|所以|结果|其实|然而)*(?:我|俺|本人|自己|室友|同桌|同学|舍友|群友|网友|朋友|答案|标答|标准答案|参考答案|解析|书上|网上|老师|他|她|有人|别人|学长|学姐)(?!算法)"
)
_DOES = re.compile(
    r"算|得|做|选|填|写|推|数|蒙|猜|觉|感|以为|画|说|给|懂|会|搞|弄|记|混|反|错|对|懵|晕|卡|想|怕|纠结|分不|总|老|看|刷|背|忘|不是|没"
)
# Verbs and names of what a problem tells: such a clause may be a condition, whoever it speaks of.
_TELLS = re.compile(
    r"若|如果|假设|设|规定|约定|改|换成|换为|要求|已知|给定|初始|采用|使用|按(?!公式)|以(?!为)|从|将|让|先|再|后(?!面)|容量|大小|长度|元素|个栈|栈的|队列|数组|权值|结点|关键字|增量|枢轴|基准|指针|front|rear|路归并|归并段|升序|降序|左|右|编号|下标"
)
_ASKS = re.compile(r"多少|几(?!遍|次都|回|种答案)|哪|什么|谁|啥|怎么(?:求|算|写|画|做)|求|问|想知道|能不能|是否|对应")
_CLAIM = re.compile(
    r"(?:算|得|做|选|填|写|推|数|蒙|猜|觉得|感觉|以为|说|给|求)(?:出来|出|了|的|到|成|过)*(?:结果|答案)?(?:的|是|为|得|成|都|总|老|等于|应该|=|:)*"
    r"\s*(?:[-+]?\d[\d.,、 /^]*(?:种|个|次|位|趟|层|条|bit|比特|%)?|[A-Za-z][A-Za-z+*/ -]{2,})\s*[^0-9A-Za-z]{0,12}$"
)
_TEACHER = re.compile("老师|题目")
_FIGURE = re.compile(r"[0-9A-Za-z]")
_TRIES = re.compile(r"[一两二三四五六七八九十好几]+(?:遍|次|回|个结果|种结果|个答案|种答案)|[+-]1|加1|减1")
_LAMENT = re.compile(
    r"(?:(?:结果|总是?|老是?|一直|死活|怎么(?:都|也)?|每次(?:都)?|全都?|又|感觉|好像|貌似|似乎|是不是|到底|题目|这题|这道题|手写|手算|手推|算|转|写|做|试|推|画|数|了|的|就|都|还|也|nextval|next|wpl)*)"
    r"(?:算不对|对不上|搞混|搞反|弄反|弄混|不太?对|判错|被判错|错了?|做错|算错|不懂|不会|不太会|懵了?|晕了?|没思路|没头绪|卡住了?|崩溃了?|就这么问的?|不一样|(?:套|用|代)公式(?:就行|就可以|行不行|可以)?|(?:要不要|该不该|用不用)[+加减-]1)(?:了|啊|呀|吗|呢|的)*"
)
_SERIES = re.compile(
    r"(?:每日|今日|刷题|考研)*(?:打卡)?(?:第|day)\s*\d+\s*(?:天|期|次打卡|遍)?(?:打卡)?|(?:每日|今日|刷题|考研)*打卡(?:第|day)?\s*\d+\s*天?|卡在(?:这|这里|这儿|这步|这题|这一步)(?:了)?|接着(?:昨天|上次|上面|刚才)(?:那|的)?(?:道)?题",
    re.IGNORECASE,
)
_WRONG = re.compile(
    r"(?:被)?(?:判|批)错(?:了)?|求正确(?:的|答案|结果|写法)?|求对(?:一?下)?答案|对(?:一?下)?答案|(?:大佬|学长|学姐|老师)?们?给(?:个|点)思路(?:也行|就行)?"
)


def _is_talk(piece: str) -> bool:
    if len(piece) < 4 or re.search(r"(?:算|做|求|推|数)了?(?:两|2|三|3|好几)[遍次]$", piece):
        return False
    if _SERIES.fullmatch(piece) or _WRONG.fullmatch(piece) or _LAMENT.fullmatch(piece):
        return True
    plain = _TRIES.sub("", piece)
    if len(piece) > 40 or _TELLS.search(plain) or _ASKS.search(plain):
        return False
    if re.fullmatch(
        r"(?:手写|手算|手推|算|转|写|做|试|推|画)(?:转|算|推|写)?了?(?:两|三|好几|几|多)[遍次](?:都|都是|全|结果|一共|了|出来)*", piece
    ) or (re.search("遍|回|结果|答案", piece) and _TRIES.search(piece) and not plain.strip("手写转了算推做试画出得都是不一样")):
        return True
    if not _WHO.match(piece) or not _DOES.search(piece):
        return False
    return _FIGURE.search(plain) is None or (_CLAIM.search(plain) is not None and _TEACHER.search(plain) is None)


def without_talk(text: str) -> str:
    """The text with the clauses that only speak of the person taken out."""
    for separator in _SEPARATORS:
        kept: list[str] = []
        place = 0
        for mark in [*separator.finditer(text), None]:
            stop = mark.start() if mark else len(text)
            piece = text[place:stop]
            if not (piece.strip() and _is_talk(piece.strip())):
                kept.append(piece)
            if mark:
                kept.append(mark[0])
                place = mark.end()
        text = "".join(kept)
    return text
