"""Reading a problem of one topic: what is told and what is asked are found each for itself, and of the rest only what could change an
answer is refused.

`Clauses` refuses every technical noun that nobody took. A reader that knows its topic's quantities can do with less: a `Topic` refuses
numbers and Latin words, questions that nobody understood, and the signs that negations, conditions, changes, orders and other
techniques are written with.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.generators import patterns
from engine.generators.os._clauses import ORDINARY, Clauses
from engine.generators.pasted.normalising import normalise
from engine.generators.reading import any_of, stay_out

_CLAUSE_END = re.compile(r"[,;。?!\n]")
_PLAIN_END = re.compile(r"[,;。?!:\n、~…·|()/=+→]+")
_PARTS = re.compile(r"[,;。?!:\n()]")
_STRANGE_WORD = re.compile(r"[\u3400-\u9fff]{2,}")
"""In a clause of which nothing was taken: what may be a condition."""
_COUNTING = re.compile(r"[0-9A-Za-zα-ωΑ-Ω%零〇一二两三四五六七八九十百千万亿]")
_DANGER = re.compile(
    r"[不没无未非勿莫否别除若但却改换变增减加乘倍半翻升降提扩缩缺仅只每另再先后前最首末尾均优抢夺锁释还归收撤阻塞醒断预缓静局并串双循压享斥独叠超越坏修]"
    r"|同时|概率|随机|故障|失败|限制|条件|规则|允许|必须|禁止|任意|任何|总是|相同|一样|单向|动态"
)
_QUESTION = re.compile(
    r"多少|几|哪|什么|啥|谁|何|是否|能否|可否|会不会|能不能|有没有|要不要|该不该|[吗么](?=[,;。?!\n]|$)|(?<![需要请])求|写出|给出|画出|列出|指出|说明"
)
_NO_QUESTION = re.compile(
    r"(?:CPU|面试官|老师|题目|题干|题里|题|书上|作业|下面|下表|表中|表格|表|系统|管理员|条件)(?:里|中|上)?(?:会|已|已经)?(?:给出|写出|列出|指出|说明)(?:了|的)*|有没有(?:人|大佬|大神|同学)(?:会|知道|能|做|帮)*(?:做|算|帮)*|有(?:人|大佬)(?:会|做过|知道|能)*(?:做|帮)*(?:吗|么)?|谁(?:能|会|来|对|的对|错)(?:做|帮|教|啊|呀)*|哪位(?:大佬|同学|朋友|好心人)?(?:会|能|帮)*|能不能帮[我忙]*|"
    r"(?:这样|这么)?(?:做|算|想|理解)?(?:的)?(?:对|行|好|可以)(?:吗|么|不对|不)|对不对|是不是(?:啊|呀|这样)?|没错(?:吧|吗)|(?:怎么|咋|如何)(?:做|算|求|解|写|办|想|来的|得)(?:的|出来|呢|啊)*|为什么(?:不对|算不对|和答案不一样)|"
    r"求(?:助|教|解|问|大神|大佬|过程|帮忙|帮助|详细过程|详解|答案|解答|指点|救|助攻|个过程|确认|解析|讲解)+|(?:给|写|说明?)(?:出|下|一下)?(?:具体|详细|计算|大致|解题)*(?:的)?(?:过程|步骤|思路|理由|依据|计算过程)|什么(?:鬼|玩意)|没什么|几天|几道|几题|怎么(?:老|总)(?:是)?(?:不对|算错)|有几道题"
)
# What makes a condition of a clause of which nothing else was understood, although each of its words may be harmless elsewhere.
_CONDITION = re.compile(
    r"还(?:要|需要?|得)(?![求多几])|再(?:走|过一|跑)|重复(?:执行|访问|进行|一)|序列[^,;。]{0,4}(?:从右|往左|自右)|连同|刷新|取消|作废|也移动|符号位|两级(?:快表|TLB)|文件头|本身占|高地址端|另外(?![问求想还])|额外|中途|途中|每隔|每过|重来|重新|反(?![正复应])|倒(?!数|是)|规定|必须|禁止|不许|除(?:外|去|了)|多(?:来|花|出|加|用|拿)|又(?:来|多|有|到|新)|再(?:来|减|乘|除|多|到)|(?:以|之|后)后到|先(?:完成|做)|"
    r"换(?:成|为|另|一)|[一其][中]?一?半|四分之|三分之|同时|不是(?!很|太|吧|吗|说)|并非|抄错|实际(?:上)?[大小多少为是有]|失败|翻倍|减半|扣除|减去|提前|推迟|延后|晚到|早到|迟到"
)
_CHANGES = re.compile(r"\d|[不没无未非若再又只除先]|如果|假如|倘若|另|最[多少大小]|至[多少]|同时|才|后(?!的)|前")
_JOINS = re.compile("[和与及、跟]|以及|还有")
_HOW_MUCH = re.compile("多少|多[大长久]|几(?![乎点分])")
# `平均周转时间(不计切换),约为多少`: goes on with what was asked before the comma.
_SAME_QUESTION = re.compile(r"(?:^|[)\ue000\s])(?:约|大约|大概|共|各|分别|应|会|得|应该)*(?:为|是|等于)+(?:多少|几|多[大长久])")
_BARE_QUESTION = re.compile(
    r"(?:请|试|问|求|则|那么?|应该?|会|将|约|大约|大概|各|都|均|分别|又|总共|一共|总计|共|是|为|等于|有|要|需要?|得|它|其|结果|答案|到底|究竟|你们?|我们?|大家|算|做|出来|算出|\d?)*"
    r"(?:多少|几|多[大长久])(?:个|次|台|道|位|ms|s|KB|B|毫秒|秒|分钟|时间|呢|啊|呀|来着)*"
)
_QUANTITY = r"(?:数|率|时间|次数|个数|值|量|大小|长度|地址|次序|顺序|序列|时刻|编号|号|位置|比|容量|开销|速度|利用率)"
_JOINED_AFTER = re.compile(
    rf"(?:各|分别|的|是|为|\s)*(?:和|与|、|及|以及|还有|跟)[^,;。?!\n\ue000]{{0,14}}(?:{_QUANTITY}|多少|几)(?!\ue000)"
)
_JOINED_BEFORE = re.compile(rf"{_QUANTITY}(?:各|分别|的|\s)*(?:和|与|、|及|以及|还有|跟)(?:各|其|相应|对应|的)*$")


class Topic(Clauses):
    """A text of one topic: takes what is asked with `ask`; see the module."""

    def __init__(self, text: str) -> None:
        # A letter of a formula stays beside its value: what it stands for is said elsewhere.
        text = patterns.sub(r"(?<=[\u3400-\u9fff])(?=[mnkwxA-JMNKWX]\s*=\s*\d)", " ", normalise(text))
        text = patterns.sub(r"(?<=[为是=要需约])\s*(?=(?:[nmuμ]s|[KMG]B)(?![A-Za-z]))", "几", text)
        # A blank at the end of a clause asks as "how many" does.
        super().__init__(patterns.sub(r"(?<=[为是=])(?<![于但可就还不总要真若果如]是)\s*(?=[,;。?!\n]|$)", "几", text))
        self.questions: list[tuple[int, int]] = []
        self.asked_at: list[tuple[int, str]] = []
        self._knowing = False
        self.take_all(r"(?<=[。;:?!\n])\s*(?:\(\s*[1-9]\s*\)\s*|[1-9]\s+)(?=[A-Z]\d)")

    def ask(self, words: Sequence[tuple[str, str]]) -> list[str]:
        """The names of the questions in their order in the text; all of them taken. The longer wording stands before the shorter."""
        places: dict[str, int] = {}
        for pattern, name in words:
            for match in self.take_all(pattern):
                self.questions.append(match.span())
                self.asked_at.append((match.start(), name))
                places[name] = min(match.start(), places.get(name, match.start()))
        return sorted(places, key=places.__getitem__)

    def ask_in_clauses(self, words: Sequence[tuple[str, str]], asking: re.Pattern[str] = _HOW_MUCH) -> list[tuple[int, str]]:
        """(place, name) of each clause that asks how much (or as `asking` does), of which nothing was taken as a question, and which speaks of one of `words`
        alone; such a clause is taken whole. One that holds a figure, a negation or a change is left.
        """
        found: list[tuple[int, str]] = []
        start = 0
        for end in [*(mark.start() for mark in _CLAUSE_END.finditer(self.rest)), len(self.rest)]:
            clause, at = self.rest[start:end], start
            start = end + 1
            if not (asks := asking.search(clause)) or any(at <= place < end for place, _ in self.questions):
                continue
            if _CHANGES.search(clause) or _JOINS.search(clause[: asks.start()]) or asking.search(clause, asks.end()):
                continue
            names = {name for pattern, name in words if patterns.search(pattern, clause, re.IGNORECASE)}
            if len(names) == 1:
                found.append((at, names.pop()))
                self.questions.append((at, end))
                self.take_spans([(at, end)])
        return found

    def _refuse_other_questions(self, words: re.Pattern[str], ordinary: bool) -> None:
        """Give up where a clause asks for something that no question taken stands in."""
        start = 0
        asked_before = False
        for end in [*(mark.start() for mark in _CLAUSE_END.finditer(self.rest)), len(self.rest)]:
            clause = self.rest[start:end]
            mine = any(start <= place < end for place, _ in self.questions)
            stop = self.rest[end : end + 1]
            if not mine and (not asked_before or (_HOW_MUCH.search(clause) and not _SAME_QUESTION.search(clause))):
                plain = _NO_QUESTION.sub(" ", clause)
                left = patterns.sub(r"[^\w\ue000]+", "", words.sub(" ", _QUESTION.sub(" ", plain)))
                # `Find for FCFS and SSTF, ...`: a verb of asking alone, before the clause that says of what.
                if not left.strip("\ue000") and not _HOW_MUCH.search(clause) and stop in ",(":
                    left = ""
                # Of nothing but ordinary words, and yet more than "how many": a question of its own (`what does the value become`).
                if (
                    not ordinary
                    and _HOW_MUCH.search(plain)
                    and not _BARE_QUESTION.fullmatch(patterns.sub(r"[^\w]+", "", plain.replace("\ue000", "")))
                ):
                    stay_out(f"also asks: {clause.strip()}")
                if left if _QUESTION.search(plain) else stop == "?" and left.strip("\ue000"):
                    stay_out(f"also asks: {clause.strip()}")
            asked_before = mine and stop == ","
            start = end + 1

    def _refuse_joined_questions(self) -> None:
        """Give up where what was asked is joined by "and" to another quantity that nobody took."""
        for start, end in self.questions:
            if found := _JOINED_AFTER.match(self.rest, end) or _JOINED_BEFORE.search(self.rest[max(0, start - 24) : start]):
                stay_out(f"also asks: {found[0]}")

    def finish_knowing(self, harmless: str = "", danger: str = "", ordinary_questions: bool = True) -> None:
        """As `finish`; a clause of which nothing was taken may hold no word that nobody knows either, since it may be a condition.

        Raises:
            StayOut: something is left that could change the answer.
        """
        self._knowing = True
        self.finish(harmless, danger=danger, ordinary_questions=ordinary_questions)

    def finish(self, harmless: str = "", story: bool = False, danger: str = "", ordinary_questions: bool = True) -> None:
        """Look at what is left.

        `danger`: a pattern of what else would change an answer of this topic. `ordinary_questions`: a question of nothing but ordinary
        words ("how much does it become") may be left; a topic that takes all its questions with `ask` says no.

        Raises:
            StayOut: something is left that could change the answer.
        """
        del story
        self.refuse(
            "证明|为什么(?!不对)|为何|区别|联系|概念|原理|优点|缺点|特点|简述|论述|谈谈|原因|举例|编程|编写|伪代码|推导|(?:[写给要求]|实现)[^,;。]{0,12}代码|代码(?:实现|怎么写)|如图|下图|图示|图中所示|题图"
        )
        if "若干" not in harmless:
            self.refuse("若干")  # how many is not said
        # A comma may have been taken with the words before it; the text still has it.
        whole = self.text if len(self.text) == len(self.rest) else self.rest
        start = 0
        for end in [*(mark.start() for mark in _CLAUSE_END.finditer(whole)), len(whole)]:
            clause = self.rest[start:end]
            if "\ue000" not in clause and (condition := _CONDITION.search(clause)):
                stay_out(f"{condition[0]} in {clause.strip()}")
            start = end + 1
        words = any_of(tuple((harmless + " " + ORDINARY + " " + _MORE).split()))
        self._refuse_other_questions(words, ordinary_questions)
        self._refuse_joined_questions()
        rest = patterns.sub(
            r"(?:结果|答案)?(?:请)?(?:均|都)?(?:精确到|保留到?)(?:小数点后)?(?:面)?[一二两三四1-4]位(?:有效数字|小数)?|(?:用|以)?(?:百分数|百分比|小数|分数|十进制|十六进制|二进制)(?:形式)?(?:表示|给出|作答)?",
            " ",
            _NO_QUESTION.sub(" ", self.rest),
        )
        rest = patterns.sub(
            r"(?<=多少|是几|为几|几个|\ue000\ue000)\s*(?:[KMGT]?B|个?字节|[mnuμ]?s|毫秒|微秒|纳秒|秒|小时|分钟|分(?!别)|位|台|个|次|块|项|级|道|条|页)(?![A-Za-z])|"
            r"\(?(?:答案|结果)?(?:请)?(?:均)?(?:以|用)\s*(?:[KMGT]?B|字节|[mnuμ]?s|毫秒|微秒|纳秒|秒|分钟|小时)(?:为单位|作单位|作为单位|表示|计|作答)\)?|\(?(?:答案|结果)?(?:的)?(?:请)?单位(?:用|取|是|为|均为|:)?\s*(?:[KMG]?B|字节|[mnuμ]?s|毫秒|微秒|纳秒|秒|分钟|小时)\)?",
            " ",
            rest,
        )
        for clause in _PARTS.split(rest) if self._knowing else ():
            if "\ue000" not in clause and (strange := _STRANGE_WORD.search(words.sub(" ", _QUESTION.sub(" ", clause)))):
                stay_out(f"{strange[0]} in {clause.strip()}")
        for clause in _PLAIN_END.split(words.sub(" ", rest)):
            left = patterns.sub(r"[^\w%\ue000]+", "", clause).replace("\ue000", "")
            if not left:
                continue
            if found := _COUNTING.search(left) or _DANGER.search(left) or (danger and patterns.search(danger, left, re.IGNORECASE)):
                stay_out(f"{found[0]} in {left}")
            if len(left) > 24:
                stay_out(left)


_MORE = """
三者 四者 五者 一共 总共 全部 先后 之后 以后 然后 此后 后来 最后 最终 之前 以前 首先 前提 前提下 目前 当前 前面 后面 前者 后者 期末 最近 没有人 有没有 缺少 不断 别人 只是 只有 只要 每 每个 每次 每一 再 同一 相应 也就 多个 并且 并求 还有 还是 还要 还能 仅 才 均 均为 都 手头 手里 手上 变成 变为 变 优先 提供 提出 提交 加上 再加上 除此之外 一起 一边
看作 看成 视为 重复 分钟 小时 选项 就近 原则 就近原则 控制块 文件控制块 风格 入口 出口 电脑城 上机 教室 实验室 公司 工厂 车间 商场 学校 医院
"""


def parted(text: str) -> str:
    """Names that are run together (`P1P2P3`) with marks between them."""
    return patterns.sub(r"(?<![A-Za-z\d])(?:[PJ]\d){2,7}(?![A-Za-z\d])", lambda run: "、".join(patterns.findall(r"[PJ]\d", run[0])), text)


def with_values(text: str, letters: str = "a-zA-Z") -> str:
    """The text with the values that its letters are said to have (`m=8`) in their places; `n=6个进程` and `n(n=6)个进程` become `6个进程`."""
    text = patterns.sub(rf"(?<![A-Za-z\d])([{letters}])\s*[(（]\s*\1\s*=\s*(\d+)\s*[)）]", r"\2", text)
    text = patterns.sub(rf"(?<![A-Za-z\d])[{letters}]\s*=\s*(?=\d+\s*(?:个|台|位|名|次|块))", "", text)
    for letter, value in patterns.findall(rf"(?<![A-Za-z\d_])([{letters}])\s*=\s*(\d+)(?![\d.A-Za-z])", text):
        if (
            len(patterns.findall(rf"(?<![A-Za-z\d]){letter}\s*=", text)) == 1
            and len(patterns.findall(rf"(?<![A-Za-z\d]){letter}(?![A-Za-z\d])", text)) > 1
        ):
            text = patterns.sub(rf"(?:若|当|其中|设|已知|且|令)?(?<![A-Za-z\d]){letter}\s*=\s*{value}(?:时)?\s*[,，、;；]?", "", text)
            text = patterns.sub(rf"(?<![A-Za-z\d]){letter}(?![A-Za-z\d])", value, text)
    return text
