"""Whether an answer heeds what limits the thing that is asked for: "页号为奇数的页缺页几次" is fewer than "缺页几次".

What limits stands before the thing or in it, in few words that are always of the same sort: which half of the numbers, before or after a turning
point, which one of a row, what is left out, of each one, ever and not only now, a part of a field. Readers look for the thing and are content. So
such a word is exchanged for its contrary, or taken out, in the clauses that ask: if the answer stays the same to the letter, nobody had heeded it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from engine.generators import patterns
from engine.generators.guards.weighty import asking_clauses

# What a head or a hand of a clock does once.
_TURNED = "(?:折返|折回|掉头|调头|回头|返回|转向|反向|换向|改变方向)"
_NUMBERED = "号|编号|页|块|磁道|柱面|扇区|地址"
# One of a row, asked for alone.
_ALONE = r"(?=[^,;。?根]{0,10}(?:是谁|谁|是哪(?!里|儿)|哪一?[个条页道]|[是为]?几号|是多少号|[的个条](?:进程|作业|结点|节点|顶点|元素|关键字|边|页面?|磁道)(?:[是为]|号)?\s*(?:[?。]|$)))"
_DONE = "(?:的?(?:移动|寻道|缺页|被?淘汰|置换|命中|访问|冲突|操作|旋转|比较|交换|分配))"
# (what limits, each of what else could stand there)
_LIMITS = tuple(
    (re.compile(limit), others)
    for limit, others in (
        (rf"奇数(?=(?:的?(?:{_NUMBERED})))|(?<=[为是])奇数(?=的)", ("偶数",)),
        (rf"偶数(?=(?:的?(?:{_NUMBERED})))|(?<=[为是])偶数(?=的)", ("奇数",)),
        (r"黑色?(?=的?(?:结点|节点)?(?:一共|总共|共)?有?(?:几|多少))", ("红",)),
        (r"红色?(?=的?(?:结点|节点)?(?:一共|总共|共)?有?(?:几|多少))", ("黑",)),
        (rf"(?P<turned>{_TURNED}[之以]?)前", (r"\g<turned>后",)),
        (rf"(?P<turned>{_TURNED}[之以]?)后", (r"\g<turned>前",)),
        (r"(?<=[向朝往])(?P<of>[^,;。?]{0,8})(?:增大|增加|变大)", (r"\g<of>减小",)),
        (r"(?<=[向朝往])(?P<of>[^,;。?]{0,8})(?:减小|减少|变小)", (r"\g<of>增大",)),
        (r"[向朝往][外内](?=[^,;。?]{0,14}方向)", ("",)),
        (rf"最后一次(?={_DONE})", ("第一次",)),
        (rf"(?:第一|首|头一)次(?={_DONE})", ("最后一次",)),
        (rf"最后(?!一[列栏行场]|访问到|得到|剩|留|结果)(?:一[个次条])?{_ALONE}", ("最先", "第一个")),
        (rf"最先{_ALONE}", ("最后",)),
        (r"除了?(?!数|inode|索引结点)[^,;。?除]{1,16}?(?:[之以])?外的?(?![^,;。?]*[还另再也])", ("",)),
        (r"(?<=[,;。?])[^,;。?除]{1,8}[之以]外的?", ("",)),
        (r"(?<=[,;。?])第[二三四2-4][片个][及]?(?:以后|起|开始)的?", ("",)),
        (
            r"(?:(?:第[一二三四五\d]+|最后一|[前后]一)[段程]|[单去回返]程|空)(?=(?:中|上|时)?(?:一?共|总共)?(?:移动?|走|驶|跑)(?:了|过)?(?:多少|几))",
            ("", "一共"),
        ),
        # not only now
        (r"(?:期间|曾经?|累计)(?=[^,;。?]{0,8}(?:阻塞|等待|挂起))|(?<=阻塞|挂起|等待)过", ("",)),
        (r"(?P<done>更新|收到(?:通告|报文)|移位|取反|调整)(?:之|以)?前", (r"\g<done>后",)),
        # something made of it
        (r"的(?:绝对值|相反数|平方|倒数|分[子母]|(?:左|右|第[一二]个?)操作数)", ("",)),
        (r"(?:按位)?(?:求反|取反)(?:加[1一])?(?:之|以)?后的?|(?:加|减)[1一](?:之|以)?后的?", ("",)),
        (r"(?<![最至更很越])[多少](?=[用需要花传发]了?(?:几|多少))", ("",)),
        # of each one, not of all
        (r"每[组路](?=[^,;。?]{0,8}(?:标记|有效位)[^,;。?]{0,4}[共总])", ("",)),
        # one of several tables or levels
        (r"(?:最(?:外|内|高|低|顶)[层级]|顶[层级]|最?外层|根)(?=的?页表(?!项|也|都|要|必))", ("",)),
        (r"表项(?=[^,;。?]{0,6}(?:几|多少)个?(?:字节|位|B))", ("",)),
        # a value, not how wide it is; a number in a row, not which row
        (r"(?P<of>(?<!片)偏移量?|块内地址|标记|组号|行号)的?(?:取?值)?(?:的?范围)?(?<=[值围])", (r"\g<of>",)),
        (r"第一?[一二三四\d]?[行块个]的(?=行号|块号)|最后一[行块个]的(?=行号|块号)", ("",)),
        (r"(?:经由|途经|经过)(?=[谁哪]|\s*[?。]|$)", ("", "距离")),
        # a quantity of one, not which one
        (
            r"(?P<which>(?:最先|最后|最早|最晚|第[一二三四五六七八九\d]+个?|首个)[^,;。?]{0,6}(?:进程|作业|线程|任务|请求))的(?:平均)?(?:带权)?(?:周转|等待|响应|完成|结束|开始|运行|服务|到达)(?:时间|时刻|时长)?",
            (r"\g<which>",),
        ),
    )
)
# Where the things that are counted are, or of what sort they are besides.
_WITHIN = re.compile(
    r"(?:(?:[黑红]色?|叶|非叶|分支|内部)(?:结点|节点|子)|第[一二三四五六七八九\d]+层|[左右]子树)(?:中|里|内|上)?的?(?=(?:[黑红]色?的?|叶|非叶|分支)(?:结点|节点|子)[^,;。?]{0,4}(?:几|多少|个数))"
)
# A condition that changes one of the figures told: one instruction fewer, two segments more.
_CHANGED = re.compile(
    r"(?<![至最很更缺不])(?:再?增加|减少|再加|[多少]用?|再[多少])了?(?:一|两|[1-9]\d?)(?:条|个|片|位|级|段|层|路|台|块|次)(?:指令|段|芯片|记录|进程|结点|页框)?(?=[,;。时后]|的话)"
)
# What is told of the form of a number with an exponent and a fraction: a sign inside or beside the width.
_SIGNED = r"\(?(?:均|都|各)?(?:包)?(?:不含|含)(?:有)?[12一两]?(?:位)?符号位?\)?"


def limit_passed_over(text: str, answer: str, answer_to: Callable[[str], str | None]) -> str | None:
    """The word that limits what a normalised text asks for and has nothing to do with its answer; None where there is none.

    `answer_to`: the answer to another text, by the same kind.
    """
    for start, end in asking_clauses(text):
        for pattern, others in _LIMITS:
            for limit in pattern.finditer(text, start, end):
                if any(answer_to(text[: limit.start()] + limit.expand(other) + text[limit.end() :]) == answer for other in others):
                    return limit[0]
    parts = [part.strip() for part in patterns.split("[；，]", answer)]
    for within in _WITHIN.finditer(text) if len(parts) > 1 else ():
        if answer_to(text[: within.start()] + text[within.end() :]) in parts:
            return within[0]
    for changed in _CHANGED.finditer(text):
        if answer_to(text[: changed.start()] + text[changed.end() :]) == answer:
            return changed[0]
    signed = patterns.search(_SIGNED, text) if "尾数" in text and "阶码" in text else None
    return signed[0] if signed is not None and answer_to(patterns.sub(_SIGNED, "", text)) == answer else None
