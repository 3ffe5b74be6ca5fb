"""Problems of page tables in the words that their readers know."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.os._addressing.page_table_terms import LOGICAL

FITTED = r"\(?(?:要?使|让|要求|若要|若|限制|假设|设|规定|且|其中)?(?:每一?(?:级|张|个)|各级?|各个|顶层|最外层|最高[层级]|顶级|内层|每|单个|一个|任[一何]|任[一何](?:级|张|个)|所有)+(?:二级|内层|级)?(?:的)?(?:页表|表|页目录)?(?:和页目录)?(?:\([^()\d]{0,12}\))?(?:也)?(?:的大小|的(?:全部)?(?:信息|内容))?(?:都|均|只能|必须|要|也要|恰好|正好|刚好|最多|至多|必须|须|应该?|只|能够?)*(?:不(?:得|能|应|可|允许|许)*(?:超过|超出|大于|多于|超)|塞进|塞得进|塞到|放入|装入|放得下|装得下|不超出|不能超过|不大于|放进|放得进|装进|装得进|能放进|占用?|放在|存放在?|限制在|装在|等于|是|为)(?:一|1|单)(?:个)?(?:整)?页(?:面|框)?(?:大小)?(?:之?内|中|里)?\)?"
"""That a table of one level, or of each, is no longer than a page."""


def with_width_used(text: str) -> str:
    """The text with the width that is really used alone, and page and frame under one name."""
    text = patterns.sub(r"(?<=页)面?\s*(?:和|与|及|、)\s*(?:物理)?(?:页框|块|帧|页帧)(?=的?大小|大小|长)", "面", text)
    return patterns.sub(
        rf"\d+\s*位(?:的)?(?P<what>{LOGICAL}地址|机器|机|系统|CPU|处理器)?(?:的)?(?:{LOGICAL}地址)?(?:空间)?(?:中|里|,|，)*(?:但|其中)?(?:只|仅|实际)+(?:使用|用|采用)(?:了|到)?(?:其中)?(?:的)?(?:低)?\s*(?P<bits>\d+)\s*位(?:的)?(?:{LOGICAL}地址)?",
        r"\g<bits>位虚拟地址",
        text,
    )


_USUAL = (
    (r"^页表(?:项数|大小)?问题[,，:：]|^一级页表放在连续(?:的)?内存(?:中)?要求太大[,，]?所以(?:要)?分级[。.]", ""),
    (r"(?:如果|若)?只用(?=[一单]级页表)", "若采用"),
    (r"(?<=\d)\s*个(?=(?:控制|标志|状态)位)", "位"),
    (r"(?<=[,，;；、(])(?:每)?项(?=\s*\d+\s*B)", "页表项"),
    (r"\((\d{1,2}) (\d{1,2}) (\d{1,2})\)", r"(\1/\2/\3)"),
    (r"、(?=(?:一共|总共|共)占)", "，"),
    (r"反向(?=页表)", "反置"),
    (r"^(?:选哪个|(?:学校)?期末题)[:,：，]", ""),
    (r"(?<=[,，。;])表(?:的)?总(?:大小|长度)", "反置页表总大小"),
    (r"不分级(?:的话|时)?[,，]?(?=页表)", "单级"),
    (r"用到的二级页表数(?:目|量)", "需要多少张二级页表"),
    (r"占用(?=[KM]B\s*(?:[?？。]|$))", "占用多少"),
    (r"(?<=段)\s*(?:从)?(?:0x)?0+H?\s*(?:开始|起)(?:占)?(?=\s*\d)", "占最低的"),
    (r"(?<=地址空间)(?:的)?(?:最)?高(?:处|端)占(?=\s*\d)", "最高的"),
)


def usual(text: str) -> str:
    """The text in the words that are read here; what a process uses of its space is told apart from the space."""
    for said, usual in _USUAL:
        if usual != "反置页表总大小" or patterns.search("反置|倒置|倒排", text):
            text = patterns.sub(said, usual, text)
    if patterns.search("只(?:实际)?(?:使?用|占)|实际(?:只)?(?:使?用|占)", text):
        text = patterns.sub(r"(?:一个|每个|某个?)?(?:进程|作业)(?:的)?(?=(?:逻辑|虚拟?)(?:地址)?空间)", "", text)
        text = patterns.sub(
            r"(?<=用)(了?)(?:最)?低(?:端|地址)?的?(?=\s*\d+\s*[KMG]B)(?![^,;。]*高)(?P<size>\s*\d+\s*[KMG]B)连续(?:的)?空间",
            r"\1从0开始的\g<size>",
            text,
        )
    return text
