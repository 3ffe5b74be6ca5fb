"""Conditions that no reader of the family knows: a problem with one of them is left alone, whatever else is understood.

Readers pass over ordinary words; a condition made only of those ("从后往前依次处理", "其中一个段已损坏") would be passed over, too.
"""

from __future__ import annotations

import re

from engine.generators.reading import Reading, stay_out

_UNREAD = re.compile(
    "|".join(
        (
            r"从(?:后[往向]前|右[往向到]左|尾[往向到]头)|自(?:右向左|后向前)|(?:十六|八)进制",
            r"[只仅单](?:考虑|看|取|对|统计|处理|保留)(?!一[棵个组])|绝对值|取负|负数",
            r"损坏|坏了|取尽|已空(?!的)|耗尽|已取完|已有[一1两2]个",
            r"(?:顺序|次序)(?:可以?|能)?(?:任意|随意|随便)?(?:调整|改变|打乱|互换)|(?:顺序|次序)任意",
            r"双向(?=冒泡|起泡|扫描)|鸡尾酒",
            r"(?:概率|频率)(?:与|和|跟|正比|反比)|正比|反比|不等概率|概率(?:不等|不同|各不相同)",
            r"其中[有的]?[一二两三四五六七八九\d]个(?:存储)?(?:单元|空间|位置|结点|段)(?!.{0,4}(?:叶|孩子|平衡))",
            r"(?:整体|依次|循环)[左右]移",
            r"要求(?:最后|最先|首|末|第)[^,;。?]{0,8}[出进入]栈|只能走|必须(?:经过|走)|不[能得准许](?:经过|走)",
        )
    )
)


def no_unread_condition(reading: Reading) -> None:
    """Give up where what nobody took of a text holds a condition that nobody reads.

    Raises:
        StayOut: it does.
    """
    if found := _UNREAD.search(reading.rest):
        stay_out(f"a condition that is not read: {found[0]}")
