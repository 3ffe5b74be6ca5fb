"""Whether an answer passes over what narrows its question: "地址线几根用于片选" asks for fewer than "地址线几根".

Readers look for the quantity that is asked and for the conditions; a few words behind the number asked for are easily taken for the thing
that is counted. So they are taken out once: if the answer stays the same to the letter, nobody had heeded them.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_UNITS = "|".join(
    (
        "千米/小时|平方(?:千米|公里|厘米|分米|米)|立方(?:厘米|分米|米)|千克|公斤|毫升|公里|千米|厘米|分钟|小时|毫秒|微秒|纳秒|字节|比特|星期",
        "[个次位条片块根帧行组页级步天元人种克米度层趟路道项名只件台字秒吨升岁斤套份本张棵辆家户段轮倍头颗箱袋瓶杯支号期年月周]",
        "[A-Za-zμ%/]+",
    )
)
_BEHIND = re.compile(rf"(?:多少|(?<!第)几(?![乎何]))(?:[百万亿]?(?:{_UNITS}))?+(?P<behind>[\u4e00-\u9fffA-Za-z]{{2,24}})(?=[?,。;\n(]|$)")
_COST = "(?:利润|比较|造价|费用|代价|成本)"
# What may stand there and narrows nothing.
_PLAIN = re.compile(
    "|".join(
        (
            # things counted that have such a character in their names
            "给法|^每(?:秒|分钟|小时|天)|最大段|空闲(?:块|区|分区|页框|位置)|路由器|内部结点|中继|未读|未知|可用的|不同的?|不一样的?|这样的?|各类|先后",
            "^的(?:页面|单元|位置|糖水|盐水|时间|存储容量)|^比例的?|内存|时钟周期|单元|页面|位置|比特|时间",
            # when it is so
            "[天年月分时秒]?之?后.*|数?的时候|时[刻候].*|(?<=[米克元秒天件个人时])时|^时",
            # what the number has to bring about, which the rest of the text says again: `至少几台才能保证不死锁`
            "才.*|就?能让每.*[一1]页|使.*(?:最[多少大小低高短省]|[一1]页)|(?:可以?|可?确?保证?|必定|一定|绝对|肯定|就|而)*(?:能|不会?|没有?|无|避免)再?(?:发生|出现)*(?:死锁|阻塞|冲突).*",
            "(?:就|便)?(?:没有?|不再有?|无)[^的]{0,4}(?:排队|等[候待])了?|进行[^的]{0,4}不间断的[^的]{0,4}",
            f"[^的]{{0,4}}{_COST}(?:才|总)?最[多少大小低高短]|每[天月年周日]的?[^的]{{0,4}}{_COST}最[大高多]|(?:开工)?[而也还]?不(?:影响|耽误|推迟|拖延)总?工期",
            # what it is told of anyway
            "发?送?出去?的|开出的|^被(?=录[用取]|选中|淘汰|换出|阻塞)|(?:字符)?[与和跟](?:主串|模式串).*|[表示算]*不可达|能跑.*|里选.*|没分|在等.*|有什么.*|合适",
        )
    )
)
_NARROWS = re.compile(
    r"用于|用来|用作|用在|属于|来自|大于|小于|超过|少于|多于|低于|高于|浪费|空闲|重复|作废|失效|故障"
    r"|[由被是给让会应未没不无非仅只最每各另剩余外里前后先再已]|[\u4e00-\u9fff]的$|奇数|偶数|一半"
)


def narrowing_passed_over(text: str, answer: str, answer_to: Callable[[str], str | None]) -> str | None:
    """The words behind a number asked for in a normalised text that narrow what is counted and make no difference to the answer; None where
    there are none.

    `answer_to`: the answer to another text, by the same kind.
    """
    for asked in _BEHIND.finditer(text):
        words = asked["behind"]
        if _NARROWS.search(_PLAIN.sub("", words)) and answer_to(text[: asked.start("behind")] + text[asked.end("behind") :]) == answer:
            return words
    return None
