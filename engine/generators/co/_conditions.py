"""Conditions that no reader of the family knows: a text with one of them is left alone, whatever else is understood.

Readers pass over ordinary words; a condition made only of those ("两台设备同时工作", "中途又多来了一个") would be passed over, too.
"""

from __future__ import annotations

import re

from engine.generators.reading import normalise, stay_out

_SEVERAL = r"(?:[两二三四五六七八九2-9]|多)\s*(?:个|台|种|只|块|路)?"
_PART = r"(?:一半|[二三四五六七八九]分之[一二三四五六七八]|\d+(?:\.\d+)?\s*%|大部分|部分)"

_UNREAD = re.compile(
    "|".join(
        (
            rf"{_SEVERAL}(?:这样的|相同的|同样的)?(?:设备|外设|磁盘|硬盘|程序|进程|主设备|CPU|DMA)(?:都|一起|同时|并行)+(?!启动)",
            rf"{_SEVERAL}次DMA",
            rf"(?:总线|时间|周期|带宽|存储器|内存|主存|通道)[^,。;?\d]{{0,6}}{_PART}[^,。;?]{{0,6}}被[^,。;?]{{0,6}}占|"
            rf"被(?:其他|其它|别的)?[^,。;?]{{0,8}}(?:占用|占去|占了|用掉)(?:了)?{_PART}|{_PART}(?:的)?(?:时间|带宽|周期)?(?:被|给)[^,。;?]{{0,8}}占",
            r"规定(?=[^,。;?]{0,12}(?:必须|只能|不得|不能|不许|排|先|最后|第一|禁止))|中途|(?:半路|途中|期间)又",
            r"又(?:多)?(?:来|加入|接入|插入|增加)了?(?:一|1|两|几)(?:个|台|条|片|次)",
            r"(?:降低|减少|下降|缩短|减小|变慢|减慢)(?:了)?(?:到|至|为|成)?(?:了)?原来的?\s*[1-9]\d*(?:\.\d+)?\s*倍|"
            r"(?:降低|减少|下降|缩短|减小)(?:了)?(?:到|至|为|成)?(?:了)?原来的?\s*[二两三四五六七八九十]\s*倍",
            r"(?:提高|提升|增加|加快|变快)(?:了)?(?:到|至|为|成)(?:了)?原来的?\s*(?:0\.\d+\s*倍|[二三四五六七八九十]分之一|1/\d)",
            r"(?:其余|其他|其它|剩下|I/O|访存|别的)[^,。;?\d]{0,8}(?<![不没改])变(?=[,。;?]|$)",
            r"条件(?:都|均|全部?)?(?:翻倍|翻番|加倍|减半)|抄错|印错|实际(?:上)?(?:要)?(?:大|小|多|少)(?:了)?[一二两\d]",
            r"(?<!不)(?<!不需)(?<!不必)(?<!无需)(?<!不用)要考虑|(?:频率|主频)[^,。;?]{0,4}至多",
            r"时间(?:中|里|内)?已(?:经)?(?:包?含|包括)",
            r"最少(?:还)?(?:能|可以?|会)?(?:有|设计|安排|设|做|定义)?(?:多少|几)(?:条|种)(?!指令字)",
        )
    ),
    re.IGNORECASE,
)


def no_unread_condition(text: str) -> None:
    """Give up where a text holds a condition that nobody reads.

    Raises:
        StayOut: it does.
    """
    if found := _UNREAD.search(normalise(text)):
        stay_out(f"a condition that is not read: {found[0]}")
