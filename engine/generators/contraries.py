"""Whether an answer heeds a word that turns a condition round.

"按主机数从小到大分配" and "往返传播时延" are rarer than their contraries, and easily read as those. So such a word is exchanged for its
contrary once: if the answer stays the same to the letter, nobody had read it.
"""

from __future__ import annotations

from collections.abc import Callable

from engine.generators import patterns

_DONE = "(?P<done>(?:分配|插入|删除|回收|释放|归还|入队|出队|进队|入栈|出栈|操作|调整|置换|分裂|平衡)(?:完成?|结束|好)?)"
_CONTRARIES = (
    (r"(?:(?<=台数)|(?<=机数)|(?<=数量)|(?<=数目)|(?<=需求)|(?<=规模))[从由](?:小到大|少到多)|先小后大", "从大到小"),
    (r"(?:往返|双程|来回)(?=(?:端到端|传播|传输)*(?:时延|延迟|传播时间)(?!\s*[(:]?\s*RTT))", "单程"),
    (r"(?P<which>位号?)(?P<way>[自从由])右[至到往向]左", r"\g<which>\g<way>左至右"),
    (r"高位号?在左", "低位号在左"),
    (r"低位号?在右", "高位号在右"),
    (rf"{_DONE}(?:之前|以前|前(?=[,的]))", r"\g<done>之后"),
    (r"(?<![\dA-Za-z])(?P<figure>[1-9]\d*[^,;。?\d()A-Za-z]{0,3})\((?:十六|八)进制[^()\d]{0,8}\)", r"\g<figure>(十进制)"),
    (r"十六进制(?=(?:表示|形式)?(?:为|是)[1-9]\d*(?![\dA-Fa-fHh]))", "十进制"),
)


def contrary_passed_over(text: str, answer: str, answer_to: Callable[[str], str | None]) -> str | None:
    """The word of a normalised text whose contrary would have the same answer; None where there is none.

    `answer_to`: the answer to another text, by the same kind.
    """
    for pattern, contrary in _CONTRARIES:
        word = patterns.search(pattern, text)
        if word is not None and answer_to(patterns.sub(pattern, contrary, text)) == answer:
            return word[0]
    return None
