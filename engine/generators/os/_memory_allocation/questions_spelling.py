"""What is asked of free areas in the words that the readers of dynamic partitions know: one algorithm after another, which of them will do, what is left."""

from __future__ import annotations

import re

from engine.generators import patterns

_ALGORITHM = r"(?:循环首次|首次|最先|最佳|最优|最坏|最差|邻近|临近|下次)(?:适应|适配|匹配)(?:算法|法)?"
_SIZES = r"\d+\s*[KM]?B?(?:\s*[、,，和]\s*\d+\s*[KM]?B?)+"
_ORDINALS = "一二三四五六"


def questions_spelling(text: str) -> str:
    """The text with its questions in their usual words."""
    text = patterns.sub(
        r"(?:按(?:照)?(?:顺序|次序))?(?:给出|给定|有)\s*(?P<count>\d|[三四五六七八])\s*个?(?:部分|块)的?(?:空闲)?(?:内存|主存)[,，](?:按(?:照)?(?:顺序|次序))?(?:大小)?(?:分别|依次)(?:是|为)\s*(?=\d)",
        r"按地址顺序有\g<count>个空闲分区,大小依次为",
        text,
    )
    return _what_is_left(_which_will_do(_each_algorithm(_named_areas(_by_their_order(text)))))


def _each_algorithm(text: str) -> str:
    """`用首次适应能全分下吗？最坏适应呢？`: the same is asked of both."""
    first = patterns.search(_ALGORITHM, text)
    if first is None:
        return text
    others: list[str] = []

    def moved(found: re.Match[str]) -> str:
        others.append(found["name"])
        return "。"

    rest = patterns.sub(
        rf"(?<![,;。?])[,;。?]\s*(?:而|那么?|则|若|如果|要是|再|用|采用|使用|换成?|换用|改用|按)*(?P<name>{_ALGORITHM})(?:\([^()\d]{{0,12}}\))?(?:又)?呢(?=[,;。?]|$)[?。]?",
        moved,
        text[first.end() :],
    )
    if not others or "呢" in rest:
        return text
    return f"{text[: first.end()]}、{'、'.join(others)}{patterns.sub('。+', '。', rest)}"


def _which_will_do(text: str) -> str:
    """`哪些算法能够满足全部请求`, `哪个能满足要求` as one question; `能全分下吗` as another."""
    text = patterns.sub(
        rf"(?:如何|怎样|怎么|分别)(?:放置|安置|安排|处理)(?:大小)?(?:分别|依次)?(?:为)?(?P<sizes>{_SIZES})的(?P<who>进程|作业|程序|请求)(?:\((?:按|依)(?:顺序|次序)\))?(?=[,;。?]|$)",
        r"对依次到来的\g<sizes>的\g<who>,各分配到哪个分区",
        text,
    )
    text = patterns.sub(
        rf"(?:如何|怎样|怎么|分别)(?:放置|安置|安排|处理)(?:按(?:照)?(?:顺序|次序)(?:到来|到达)?的)?(?:\d|[二两三四五六])个(?P<who>进程|作业|程序|请求)(?:\((?:按|依)(?:顺序|次序)\))?[:,]?(?:大小)?(?:分别|依次)*(?:为|是)?\s*(?P<sizes>{_SIZES})(?=[,;。?]|$)",
        r"对依次到来的\g<sizes>的\g<who>,各分配到哪个分区",
        text,
    )
    text = patterns.sub(
        rf"(?:在)?(?P<names>{_ALGORITHM}(?:\s*[、,，和与及]\s*{_ALGORITHM}){{1,3}})(?:[二两三四]种)?(?:算法|方法)?(?:中|里)?[,，]?(?:问)?(?:哪|何)(?:一|些|几)?(?:种|个)?(?:分配)?(?:算法|策略|方法)?(?:才|可以?|能够?|都|将|会)+满足(?:全部|所有|上述|该|这些|各|作业|进程|请求|申请|要求|需求|序列|的)*(?=[,;。?]|$)",
        r"\g<names>哪一种算法能满足全部请求",
        text,
    )
    if patterns.search(_ALGORITHM, text):
        text = patterns.sub(
            r"(?:能|可以|能够)(?:够)?(?:全部?|都)(?:分(?:配)?(?:得)?下|分配(?:成功)?|分得?到|装得?下|放得?下|满足)吗", "能否都满足", text
        )
        text = patterns.sub(
            r"(?:[,;。?]\s*)?(?:如果|若)?(?:分|装|放)不下的(?:话|时候)?[,，]?(?:第一个|首个)?(?:分|装|放)不下的(?:请求|作业)?(?:是|为)哪(?:一)?个(?=[,;。?]|$)",
            "",
            text,
        )
    return text


def _what_is_left(text: str) -> str:
    """`剩余的那块是多大`, `剩下多少碎片` of the area that was given; `此时还剩多少` of all."""
    text = patterns.sub(
        r"(?:分配后|之后|还|会|将|则)*(?:剩下?|剩余|余下|产生)(?:的)?(?:多少|多大)(?:的)?(?:外部)?碎片|(?:分配后|之后)?(?:剩余|剩下|余下)的(?:那块|那一?部分|部分|空闲块|碎片)(?:的)?(?:大小)?(?:是|为|有)?(?:多大|多少)|剩(?:下|余)?的那块(?:是|有)多大",
        "所选分区剩余多少",
        text,
    )
    if "用户区" in text or patterns.search(r"(?:内存|主存)(?:容量|大小|空间)?(?:为|是|有|共)?\s*\d+\s*[KM]", text):
        text = patterns.sub(
            r"(?:此时|这时|装入后|最后)(?:内存|主存)?(?:中|里)?(?:还|共|一共)*(?:剩(?:下|余)?)(?:多少|多大)(?:空闲)?(?:内存|主存|空间)?(?=[,;。?]|$)",
            "此时空闲区的总大小是多少",
            text,
        )
    return text


def _named_areas(text: str) -> str:
    """`A30 B60 C20`: areas with their names, and with a space behind the name."""
    rows = r"(?<![A-Za-z\d])A\d{2,4}(?:\s*[、,， ]\s*[B-H]\d{2,4}){2,7}(?![A-Za-z\d])"
    return patterns.sub(rows, lambda row: "、".join(f"{name} {size}" for name, size in patterns.findall(r"([A-H])(\d+)", row[0])), text)


def _by_their_order(text: str) -> str:
    """`先后进来60、70、40MB三个作业，第二个走了`: it is the one of 70 that is given back."""
    listed = patterns.search(_SIZES, text)
    gone = rf"第(?P<which>[{_ORDINALS}])个(?:作业|进程)?(?:先|又|再|随后)?(?:走了|退出(?:了)?|离开(?:了)?|撤离(?:了)?|(?:运行)?(?:完(?:成)?|结束)?(?:后|并|,)*(?:释放|归还|回收)(?:了)?|(?:运行)?(?:完成|结束|完)(?:了)?)(?:内存|主存|空间)?(?:之?后)?"
    if listed is None or not (found := patterns.search(gone, text[listed.end() :])):
        return text
    if (
        len(patterns.findall(gone, text)) != 1
        or not patterns.search(_ALGORITHM, text)
        or patterns.search("空闲(?:分)?[区块](?:链|表|大小|依次|从)", text)
    ):
        return text
    sizes = patterns.findall(r"\d+\s*[KM]?", listed[0])
    place = _ORDINALS.index(found["which"])
    if place >= len(sizes) or len({patterns.sub(r"\D", "", size) for size in sizes}) != len(sizes):
        return text
    unit = next((patterns.sub(r"[\d\s]", "", size) for size in reversed(sizes) if not size.strip().isdigit()), "")
    size = patterns.sub(r"\D", "", sizes[place])
    before, behind = text[: listed.end() + found.start()], text[listed.end() + found.end() :]
    before = patterns.sub(r"[二两三四五六]个(?:作业|进程)(?=[,，。]?$)", "的作业", before)
    return f"{before}释放{size}{unit}B{'' if patterns.match('[,，。;]', behind) else ','}{behind}"
