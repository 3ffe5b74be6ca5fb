"""Papers' ways of telling of P and V operations in the words that the reader of semaphores knows."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.reading import INTEGER, stay_out

_WITHIN = re.compile(
    rf"(?:(?:同一|任一|任何|任意|某一|每一)(?:个)?(?:时刻|瞬间|时间)|同时)?(?:内)?(?:最多|至多|不(?:得|能|可|允许)?(?:超过|多于))(?:只|容许|允许|准许|能够?|可以?|有|容纳)*\s*(?P<count>{INTEGER})\s*个(?:进程|线程)(?:同时)?(?:处于|处在|位于|停留在|留在|在)(?:该|此|这个?|其|临界|同一)*(?:一?段)?(?:公共)?(?:程序段?|代码段?|临界区|临界段|区域)?(?:之)?[中内里](?:执行|运行)?"
)


_SUPPOSED = re.compile(
    r"\(1\)\s*(?:假如|假设|假定|若|如果)(?P<first>[^()]*?(?P<p>\d+)\s*次\s*P(?:操作)?(?:、|,|和|与|及)\s*(?P<v>\d+)\s*次\s*V(?:操作)?[^()]{0,16}?值(?:为|是|=)\s*(?P<value>-?\d+))\s*[,;。]?\s*\(2\)\s*(?:假如|假设|假定|若|如果)"
)


def _from_the_first_value(text: str) -> str:
    """The text with the first value that `(1) if 28 P and 18 V leave 0` tells, where `(2) if …` supposes something else from it.

    What is supposed first is undone before what is supposed next.
    """
    found = _SUPPOSED.search(text)
    if found is None:
        return text
    first = int(found["value"]) + int(found["p"]) - int(found["v"])
    if first < 0:
        stay_out("a first value below 0")
    return text[: found.start()].rstrip(":,;。 ") + f",初值为{first}。" + text[found.end() :]


def in_usual_words(text: str) -> str:
    """Two names of one operation as one, `at most 3 are in it at a time` as usual; that some are blocked, without how many, says nothing."""
    text = patterns.sub(r"(?<![A-Za-z])(?:P\s*(?:操作)?[(（]\s*(?:wait|down)\s*[)）]|(?:[Ww]ait|down)\s*[(（]\s*P\s*[)）])", "P", text)
    text = patterns.sub(r"(?<![A-Za-z])(?:V\s*(?:操作)?[(（]\s*(?:signal|up)\s*[)）]|(?:[Ss]ignal|up)\s*[(（]\s*V\s*[)）])", "V", text)
    text = patterns.sub(
        r"(?:(?:各|每)次|所有|全部)(?:的)?\s*P\s*操作(?:均|都)(?:已经?)?(?:被)?(?:调用|发出)(?:过|了)?[,，]?|(?:其中)?(?:有的|部分|有些|一些|某些)进程(?:在)?(?:执行\s*P\s*操作[后时])?(?:会|可能|已经?|将|因此|因而)*被?(?:阻塞|挂起|等待)(?=\s*[,，;；。)）])",
        "",
        text,
    )
    text = patterns.sub(r"(?<![A-Za-z])进程\s?[A-Z]\s*[、,和与]\s*(?:进程)?\s?[A-Z](?=(?:共享|共用|都用|使用))", "两个进程", text)
    # Every P counts, also one that blocks: as it does anyway.
    text = patterns.sub(
        r"[(（](?:(?:都|均)?(?:是)?在?同一个?信号量上\s*[,，]?\s*)?(?:使?进程)?(?:被)?阻塞的\s*P\s*(?:操作)?(?:也|都|均)*(?:计入|算在内|计算在内|包括在内)[)）]",
        "",
        text,
    )
    text = patterns.sub(
        r"(?:用|由|使用|采用)(?=(?:互斥)?信号量\s*\w{1,6}\s*[(（]初值\s*(?:为|是)?\s*1\s*[)）])|(?<=[)）])保护(?=[,，])", "", text
    )
    text = patterns.sub(r"操[怍做咋]", "操作", text)
    text = patterns.sub(r"变换范围", "变化范围", text)
    text = patterns.sub(r"(?<=个进程)使用(?=资源[A-Z]?\s*[,，])", "共享", text)
    text = patterns.sub(
        r"资源(?P<name>[A-Z])(?P<between>\s*[,，。]\s*)(?:其中)?(?P=name)\s*资源(?=有|共有|共)", r"资源\g<between>资源", text
    )
    # `P1 and P2 do P(S) once each`: two processes.
    text = patterns.sub(
        r"(?:进程)?\s?(?<![A-Za-z])[A-HP]\d\s*[、,，和与]\s*(?:进程)?\s?[A-HP]\d\s?(?P<how>(?:又|再|也|还|先后|依次)*)(?:分别|各)(?:自)?(?=(?:又|再)?(?:执行|做|进行|调用))",
        r"\g<how>有2个进程各",
        text,
    )
    text = _from_the_first_value(text)
    # `每次最多允许3个进程使用`: as many as there are.
    text = patterns.sub(r"(?<=最多允许)(?P<count>\s?\d+\s?个进程)(?:同时)?使用(?:它|该类?资源)?(?=[,。;])", r"\g<count>进入临界区", text)
    text = patterns.sub(r"(?<=初值|始值)(?:被)?(?:定义|规定|设定)(?=[为是成])", "", text)
    # `x 次 V 操作……则 x 的值为`: how often is asked.
    if unknown := patterns.search(r"(?<![A-Za-z])(?P<letter>[xyk])\s*次(?:的)?\s*(?P<operation>[PV])(?:\s*操作)?(?![A-Za-z])", text):
        question = re.compile(
            rf"(?:则|求|问|那么)?\s*(?<![A-Za-z]){unknown['letter']}(?![A-Za-z])\s*(?:的值)?\s*(?:为|是|=|等于)+\s*(?:多少|几|\(\s*\))?"
        )
        if len(question.findall(text)) == 1:
            text = question.sub(f"则{unknown['operation']}操作执行了几次", text)
            text = patterns.sub(rf"(?:和|与|、|,|，|以及)?\s*{re.escape(unknown[0])}", "", text)
    text = patterns.sub(
        r"(?:在)?(?:某一|某个?|特定)时刻[,，]?(?:一个)?(?:计数)?信号量(?:S)?的值为(?=\s*\d+[。,，;；]\s*(?:随后|之后|接着|然后))",
        "信号量的初值为",
        text,
    )
    text = patterns.sub(r"(?<=信号量)(?P<name>\s?S?的)(?:最终|最后)(?:的)?值(?=为\s*-?\d)", r"\g<name>当前值", text)
    text = patterns.sub(r"(?<=当前)\s*(?==\s*-?\d)", "值", text)
    text = patterns.sub(r"(?<![A-Za-z])([MNABXY])\s*=\s*(?=可用|等待|空闲|资源|阻塞)", r"\1表示", text)
    # `the S of the operations P and V has the first value 2`: whose operations they are says nothing.
    text = patterns.sub(
        r"(?<![A-Za-z])(?:P|Wait)(?:操作)?\s*[、,，和与/]\s*(?:V|Signal)(?:操作)?(?:原语)?(?:操作)?的(?=信号量|互斥量)",
        "",
        text,
        flags=re.IGNORECASE,
    )
    return _WITHIN.sub(lambda told: f"最多允许{told['count']}个进程进入临界区", patterns.sub(r"[(（]\s*[)）](?=[,，。])", "", text))
