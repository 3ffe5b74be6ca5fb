"""What nobody took of a text: where it tells, ordinary words pass; where it asks, only known words.

`_clauses.finish` refuses every word that shares a sign with a term of the field. `settle` refuses instead what changes an answer:
figures, Latin words, negations, conditions, changes of what was told, orders and ends turned round, and the kind's own terms that call
for another computation. A clause that asks is read word by word.
"""

from __future__ import annotations

import re
from functools import cache

from engine.generators import clauses, patterns
from engine.generators.ds._clauses import HARMLESS, finish, refuse_dangerous
from engine.generators.reading import Reading, StayOut, harmless_words, stay_out

_TAKEN = "\ue000"
_END = re.compile(r"[,;。?!:\n~…·|()]+")
_FIGURE = re.compile(
    r"[0-9A-Za-zα-ωΑ-Ω%]|(?<!第)[零〇二两三四五六七八九十百千万几半双单]+(?=个|位|台|项|级|层|条|次|页|块|倍|成|分之|种|趟|轮|路|步|段|组|节|辆|棵)|(?<!两)(?<!相邻)两(?!两)|二(?!叉)|[三四五六七八九]|(?<!\w)[十百千万](?!\w)|第"
)
_CHANGING = re.compile(
    r"不|没|(?<!有)无(?!序)|未|非(?!常)|勿|别|莫|否|除(?!法)|仅|唯|但|却|例外|改|变|增|减|删|换|扩|缩|翻|倍|半|再|另|重(?!要|点)|剩|其余|忽略|至多|至少|最多|最少|上限|下限|限|禁|允许|必须|才能?|"
    r"若(?!干)|如果|假如|要是|一旦|除非|每隔|每当|遇|失败|失效|坏|丢|断|错|漏|缺|中途|后来|突然|提前|取消|停|关闭|溢出|倒|逆|反|相反|颠倒|降|递减|随机|概率|平均|特殊|新(?!学|手|浪)|"
    r"证明|为什么|为何|区别|定义|概念|原理|优点|缺点|特点|简述|论述|举例|编程|编写|代码|如下?图|下图|见图|图中|图示|示意图|推导|稳定|复杂度|抄|看不清|模糊|待定|若干|约定|规定|额外|同时(?!求|写|给|问|说|指出|计算)|占用|参与|轮流|共享|合并|拆"
)
_ASKS = re.compile(
    r"多少|(?<!第)几(?!乎)|哪|什么|谁(?!会|能|懂|知道|来|帮|可以|有空)|何(?!处理)|啥|怎|(?<!要)求(?!助|教|救|大|解(?!出)|帮|指点|回|快)|要求出|计算(?!机|器|题)|写出|写成|画出|给出|列出|判断|确定|指出|是否|能否|能不能|会不会|可不可能|有没有(?!人|大佬)|吗|多[大长高深]|\?"
)
_QUESTION = re.compile(r"多少|几|哪|什么|谁|何|啥|怎|是否|能否|能不能|多[大长高深]")
_AND_ALSO = re.compile(r"\s*(?:和|与|及|以及|、|还有|跟|并且?)")
_NOUN = re.compile(r"[^\W\d_\ue000]{2,}")
_WORDS = """
选 选哪个 选哪 应为 应是 变成 变为 成为 取 给出 说明 边 其 每 每个 均 都 全部 所有 上述 上面 下面 下列 以下 这些 那些 不好意思 打断一下 打扰一下 冒昧 想了半天 想半天 研究了半天 搞了半天 弄了半天 折腾了半天 半天 刚好 正好 恰好 恰 正 恰恰 依次 先后 顺序地 最后 最终 首先 又 变化 不同 互不相同 各不相同 各异 互异 不限 不太会 不太懂 每次 每一次 上课 听漏 漏听 一遍 两遍 好几遍 三遍 几遍 错 出错 错了 做错 错题 错题本 易错 易错题 老错 总错 老出错 又错 又错了 做错了 写错 不放心 没把握 没底 没底气 没学过 没讲 没写 没给 没说 没有答案 没答案 没有解析 没解析 没给过程 答案没过程 没搞明白 没弄明白 没弄懂 一头雾水 看了半天 新手 新学 才学 刚才 才 非常 特别 别人 别的同学 别笑 别嫌 不难 不好 不好意思 不行 不是吧 不懂就问 不耻下问 另外 另外问 再问 再问一下 再请问 再确认 图
"""
_PLAIN_NOUNS = "元素 结点 节点 序列 集合 关键字 关键码 数字 整数 数据元素 记录 树 表 数据 结构 次数 个数 长度 大小 结果 位 步 值 数值 的值"
# Words of the field that ordinary lists pass over: where one stands alone in a question, it is what is asked.
_NOUNS = frozenset(_PLAIN_NOUNS.split())

_PLAIN_BOUNDS = "最少 最多 至少 至多 最大 最小 再 不变 保持不变 改用 首次 第一次 相同 同样 另外 前面 后面 单位 情况下 增加 小数 大小"
# What clauses of other families may hold without a change of meaning, and these not.
_BOUNDS = frozenset(_PLAIN_BOUNDS.split())


def settle(reading: Reading, own: str = "", weak: str = "", refused: str = r"(?!)") -> None:
    """Look at what is left of the reading.

    `own`: words of the kind that change nothing, separated by spaces. `weak`: as of `finish`, which is enough where it passes.
    `refused`: what calls for another computation, wherever it stands.

    Raises:
        StayOut: something is left that could change the answer, or something is asked that was not understood.
    """
    try:
        finish(reading, own, weak)
    except StayOut:
        _settle(reading, own, refused)


def _settle(reading: Reading, own: str, refused: str) -> None:
    refuse_dangerous(reading)
    reading.refuse(refused)
    known, plain = _vocabulary(own), _vocabulary("", plain=True)
    rest = clauses.without_rounding(reading.rest)
    place = 0
    for start, stop in [*(mark.span() for mark in _END.finditer(rest)), (len(rest), len(rest))]:
        clause, place, begun = rest[place:start], stop, place
        said = reading.text[begun:start]
        left = patterns.sub(r"[^\w%]+", " ", clauses.without(clause, known).replace(_TAKEN, " ")).strip()
        asked = _ASKS.search(said) is not None
        if asked and _TAKEN not in clause and _QUESTION.search(clause) and (content := _content(clause, plain)):
            stay_out(f"also asks: {content}")
        if (
            asked
            and _TAKEN in clause
            and _AND_ALSO.match(tail := clause[clause.rfind(_TAKEN) + 1 :])
            and (content := _content(tail, plain))
        ):
            stay_out(f"also asks: {content}")
        if not left:
            continue
        if found := _FIGURE.search(left) or _CHANGING.search(left):
            stay_out(f"{found[0]} in {left}")
        if (asked or _ASKS.search(left)) and (noun := _NOUN.search(left)):
            stay_out(f"asks: {noun[0]}")
        if len(left) > 30:
            stay_out(left)


def _content(clause: str, plain: tuple[frozenset[str], int]) -> str:
    """What a clause says besides asking and connecting, nothing of it taken."""
    return patterns.sub(r"[^\w%]+", "", clauses.without(clause, plain).replace(_TAKEN, ""))


@cache
def _vocabulary(own: str, plain: bool = False) -> tuple[frozenset[str], int]:
    words = {word.lower() for text in (own, HARMLESS, _WORDS, clauses.ORDINARY) for word in text.split()}
    words = (words | {word.lower() for word in harmless_words()}) - (_BOUNDS - set(own.split()))
    if plain:
        words -= _NOUNS
    return frozenset(words), max(map(len, words))
