"""Reading a problem by its parts: every quantity gets its role from the words of its own clause, in whatever order they stand.

A `Role` says which quantity (number and unit) may play it and which words announce it. `Clauses.assign` gives each quantity the role whose
words stand nearest, in its own clause first, then in its sentence; where two are as near, or one role gets two values, the reading is
given up. `Clauses.finish` is less strict with ordinary words than `Reading.finish`, and as strict with what could change an answer:
numbers, Latin words, and anything that shares a character with technical terms, conditions or negations. A family's own words and
short forms are class attributes of its subclass.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar

from engine.generators import patterns
from engine.generators.pasted.normalising import normalise
from engine.generators.patterns import caseless
from engine.generators.reading import Reading, harmless_words, stay_out

_CLAUSE = re.compile(r"[,;。?!\n]")
_SENTENCE = re.compile(r"[;。?!\n]")
_LATIN = re.compile("[0-9a-z]")
ROUNDING_AND_UNIT = re.compile(
    r"(?<=多少)\s*(?:[KMG]?B/s|[KMG]?bps|[KMG]?b/s|[KMG]?Hz|MIPS|[KMG]?B|字节|[mnuμ]?s|毫秒|微秒|纳秒|秒)(?![A-Za-z])|(?:结果|答案)?(?:请)?(?:均|都)?(?:精确到|保留到?)(?:小数点后)?(?:面)?[一二两三四1-4]位(?:有效)?(?:小数|数字)?(?![\w])"
)
_PLAIN_END = re.compile(r"[,;。?!:\n、~·|()/=]+")
_ASKING = re.compile(
    r"多少|几|求|问|何|什么|哪|计算|算|试|写出|给出|确定|画出|说明|指出|\?|\(\s*\)|是否|判断|怎|咋|多大|多长|多久|(?:为|是|有|需|需要|得|等于|达到?|约|应)\s*$"
)
_FILLER = re.compile(r"分别|大约|约|需要?|要|花费?|占用?|用|都|均|各|为|是|有|达到?|共|了|的|=|:|\s")
# A note in brackets may stand between a name and its value: `各段的时间(忽略缓存)分别为 85ns`.
_ANSWERED = re.compile(r"(?:分别|依次|各|均|都|为|是|约|=|:|\s|\([^()]*\))*(?=\ue000)")

SUSPECT = re.compile(
    r"[页帧框块存磁扇盘源略调度级占片址字节位栈队列串码器指令频拍周期线流缓冲命率速延迟带宽链校验错权窗序次组路行异步猝突复并叉交奇偶隐舍截升降沿优超逆倒反替换淘写脏险阻塞旁预射扩浮移补符溢借余容精转访取译派虚快慢隔"
    r"若如假除非但仅只不没无未均每另各先再必须允许禁止更改增减加乘倍半双始初空满最总前后固]"
)
# Words without such a character that may still change an answer.
_TECHNICAL = re.compile(
    r"饱和|功耗|选通|选中|小端|大端|对齐|冗余|镜像|掉电|刷新|仲裁|握手|争用|竞争|抢占|空闲|浪费|失败|失误|成功|错误|故障|重试|重发|丢弃|压缩|加密|嵌套|关中断|保存|现场|并发|线程|多核|降频|超频|睿频|损耗|保护|联动|轮流|共享|独占|闲置|断开|合并|拆|叠|乱|混合|动态|自适应|概率|随机|近似|估计|平均|相等|一半|减半|翻番|翻倍|成倍|同时|顺序相反|反向|两端|中间插"
)
_HEADINGS = (
    r"(?:我|自己|本人)?(?<!运)(?<!计)(?:做|算|选)(?:出来?|的|得|了)*(?:答案)?(?:是|得|为|成|了)*\s*[\d.]+(?:\s*[KMG%]?[A-Za-z]{0,4})?(?:\s*(?:和|或者?|还是|跟|、|,)\s*[\d.]+(?:\s*[KMG%]?[A-Za-z]{0,4})?)?\s*(?:,|个|位|片|条|次)*(?:答案)?(?:都有)?(?:到底|究竟|不知道)?(?:是)?(?:哪个|对不对|对吗|对么|错了吗)(?:对|是对的|正确|呢|啊)*",
    r"\(?(?:结果|答案)?(?:的)?单位(?:为|是|用|取|:|统一)*\s*(?:[KMG]?B/s|[KMG]?bps|[KMG]?b/s|[KMG]?Hz|MIPS|[KMG]?B|[KMG]?bits?|[mnuμp]?s|毫秒|微秒|纳秒|秒|位|字节)(?![A-Za-z])(?:\)|(?=[,;。]|$))|(?<=[,;。(])(?:结果|答案)?(?:请)?(?:以|用)\s*(?:[KMG]?B/s|[KMG]?bps|[KMG]?Hz|MIPS|[KMG]B|[KMG]?bits?|[mnuμp]s)(?:为单位|作单位|表示|计)(?!编址)",
    r"(?<![^\W\d])(?:练习题?|例题?|习题|题目?|作业|思考题?|自测题?|训练|变式|Ex\.?)\s*\d{1,2}(?:[.\-]\d{1,2}){0,2}(?![\d%A-Za-z×*位条个级段次种片])(?:\s*[.、:)])?",
    r"(?<=求|问|算)\s*\(\s*[1-6一二三四五]\s*\)\s*(?=[^\W\d])",
    r"(?:(?:每日)?打卡)?第\s*[\d一二三四五六七八九十]+\s*(?:小?题|问|天|章|节|讲|道题?|空|单元|次打卡)",
    r"(?:(?:19|20)\d\d|\d\d)\s*年(?:的)?(?:统考|408|考研|全国|硕士|研究生|入学|联考|考试|真题|期末|原题|计组|第)*(?:第?\d+题)?",
    r"(?<![A-Za-z\d.])408(?=\s*(?:真题|联考|考研|统考|模拟|复习|改编|原题|计算机|数据结构|操作系统|计组|计网|大纲|题(?!目)|群|年))|(?<=考研)\s*408(?![A-Za-z\d.])",
    r"(?m)^\s*(?:\(?\d{1,2}\)|\d{1,2}\s*[.、)](?!\d)|[一二三四五六七八九十]+、|\([一二三四五]\)|[QA]:(?!\s*\(?\d+\s*[,、])|T\d{1,2}[:.,、 ]|Q\d{0,2}[:.,、 ](?!\s*\(?\d+\s*[,、])|Ex\.?\d*)\s*",
    r"(?<=[,;。?!:\n ])\s*\(\s*[1-6一二三四五]\s*\)\s*(?=[^\W\d])",
    r"(?<=[,;。?!:\n])\s*[1-6](?=求|计算|问|写出|该|若|则|试|说明|给出)",
    r"\(?(?:本题)?(?:共|满分)?\d{1,2}\s*分\)",
    r"P\d{2,3}(?![\dA-Za-z])(?:页)?(?:的)?(?:第?\d+题)?",
    r"(?<![A-Za-z])(?:hhh*|emmm*|orz|QAQ|QWQ|qwq|TAT|T\.T|T_T|OTZ|ddl|pls|plz|thx|thanks|hi|hello|up|xdm|dalao|btw|ok|OK|help|gg|emo|sos)(?![A-Za-z])",
)

# Ordinary words that hold a suspect character and change nothing.
ORDINARY = """
写出 写一下 写下 写明 写 期末 期末复习 期末复习题 学期 这学期 上学期 假期 长期 近期 初学 初学者 初次 首先 周末 总结 总复习 专业课 专业 计组课 课程 课程设计 课设 期末卷 老师说 冲刺 二战 跨考 基础 零基础 基础差 同等学力 转专业 空格 填空题 填空 选择题 单选题 单选 单项选择 多选 综合题 应用题 计算题 简答题 大题 小题 例题 习题集 题号 考试 期末考试 期中 模拟卷 试卷 卷子 作业 课后 课本 教材 书上 讲义 笔记 复习 预习 自学 备考
同步练习 刷题 错题 错题本 老师上课 老师布置 布置 上课 课上 下课 上次 这次 每次都 每次做 昨天 明天 昨晚 今晚 晚上 早上 中午 下午 刚刚 刚 正在 目前 最近 最后一问 最后 后面 前面 前几天 之前 以前 先谢 先谢谢 谢过 先行谢过
不会 不懂 不太懂 不太会 不明白 不理解 不清楚 不知道 没懂 没看懂 没看明白 没搞懂 没思路 没头绪 没想明白 没学好 没听懂 搞不懂 搞不明白 搞不清 弄不懂 看不懂 想不通 想不明白 算不对 算不出 算不出来 算不明白 做不出 做不出来 做不来 对不上 拿不准 不确定 不对 不太确定 不是很懂 没做出来 忘了 忘光了 卡了 卡在 卡住 卡壳 懵了 晕了 头大 头疼 绕晕 绕 救命 救救 救救我 救救孩子 跪求 蹲 蹲一个 在线等 挺急的 急急急 快 快来 麻烦 劳驾 拜托 辛苦 打扰 打扰了 冒昧
联考 每日一题 每天 各位同学 各位大神 各位老师 兄弟们 姐妹们 家人们 友友们 大家好 小伙伴 室友 同桌 同学 舍友 学长 学姐 师兄 师姐 朋友 群友 大佬 大神 大腿 小白 萌新 菜鸟 菜鸡 本人 自己 我们 咱们 咱 俺 楼主 博主 机器人 小助手 助手
快速 快点 快帮 简单 简单的 难 挺难 有点 一点 一点点 稍微 其实 应该 感觉 觉得 好像 似乎 大概 总觉得 总是 老是 一直 反正 反复 居然 竟然 到底 究竟 就是说 也就是说 换句话说 换言之 意思 问题 疑问 思路 过程 步骤 解法 解析 详解 讲解 讲讲 讲一下 说说 说一下 说明 指出 给个 给一下 来个 来一道 来道 有一道 有道 一道 求个 求过程 求答案 求步骤 求解答 求解析 求讲解 求教 求指点 求大佬 求帮忙 要过程 带过程 附过程 写过程 写步骤 详细步骤 详细过程
看到 看见 看了 看着 做了 做过 做到 碰见 遇见 翻到 抄到 刷到 记得 想起 试了 试过 算了 算出来 算过 算来算去 怎么求 怎么算 怎么来 怎么得 怎么做 怎样 咋算 咋求 咋做 咋办 怎么办 怎么 咋
假设 假定 假如 假若 假使 如果 如 若 设 设有 设某 现有 已知 给定 给出 题目给 题目说 题设 条件如下 如下 如图 如下所示 其中 其余条件相同 另外 此外 除此之外 并且 而且 因此 所以 因为 由于 从而 使得 以便 为了 为此 对于 关于 至于 针对 鉴于 根据 依据 按照 依照 通过 利用 借助 基于
计算机系统 计算机 微机 微型机 微型计算机 台式机 笔记本 笔记本电脑 电脑 服务器 工作站 嵌入式系统 嵌入式 设备 一台 某台 该台 这台 那台 某款 某型 某型号 型号 该型号 一款 某种 某类 某一 某些 某 该系统 本系统 系统中 实验室 公司 工程师 设计师 设计者 设计人员 研发 团队 厂家 厂商 产品 小明 小李 小王 小张 小红 小刚 张三 李四 王五
需要多少 多少个 多少 几个 几位 几条 几片 几次 分别是多少 各是多少 各为多少 各多少 各占多少 各占几位 占多少 占几位 占 每个 每一个 每一 各个 各自 各是 各为 各 均为 均是 均 都是 都为 全部 所有 整个 完整 完整的 总共 总计 总的 共计 共需 共有 一共 合计 至少 最少 最多 至多 最大 最小 最终 最后得到 后 之后 以后 前 之前 然后 随后 接着 接下来 首先 先 其次 再 最后求 同样 相同 同一 一样 不变 保持不变
用十进制表示 用十进制 十进制 十六进制 二进制 用二进制表示 用十六进制表示 表示 表示为 形式 格式 结果 数值 的值 取值 值 数 位数 个数 数目 数量 大小 长度 总数 单位 结果保留 保留小数 保留 小数点 小数 四舍五入 百分比表示 用百分比表示 百分比 百分数 用百分数表示 精确 精确到
不计其他 不考虑其他因素 不考虑其他开销 忽略其他开销 其他开销忽略不计 其他因素 不计其他开销 理论上 理想情况下 理想情况 理想状态 理想 正常情况下 正常 正常工作 一般 通常 常见 典型 经典 标准 普通 实际 实际上 具体 主要 基本 对应 相应 相关问题 有关 相关参数 参数 参数如下 配置 配置如下 情况 情况下 条件 条件下 性能 性能指标 指标 能力 要求 需求 需要 必须 须 应当 应 应该 可以 能够 能否 可能 足够 满足 达到 保证 确保 实现 支持 提供 具有 具备 拥有 带有 包含 包括 含有 组成 构成 采用 使用 运用 应用 选用 改用 用来 用于 用 作为 当作 当做 视为 看作 看成 认为 称为 叫做 叫 记为 记作 定义为 规定 约定 假想 考虑 分析 研究 讨论 测试 测得 测量 测出 统计 观察 发现 得知 可知 知道 获得 得到 求得 算得 测算 估算 估计 评估 计算出 推算 换算
并求 并求出 并计算 并写出 并说明 并判断 并指出 并给出 试求 试计算 试问 试写出 试说明 试给出 试确定 试分析 请计算 请求出 请写出 请给出 请问 问 求 求出 求解 确定
啥 是啥 几啊 多少啊 多少呢 来着 那道 那种 这种 那个 里头 咋整 搞 弄 整 拿 凑 要用 要几 得几 做完 跑完 算完 写出来 列出来 到底是 分别是啥 各是啥 各几 各多少 都是几 是几 等于几 得几 得多少 嘛 呗 咯 喽 嗷 诶 唉 哎 哇 噢 喔 呃 额 蒙了 麻了 崩溃 吐了 裂开 无语 呜呜 哭 求救 救急 急求 速求 在线求 有人会吗 有大佬吗 有没有大佬 有没有人 有没有人会 有没有人知道 谁会 谁能 谁来 教教我 教我 教一下 带带我 看看这个 看下 瞅瞅 帮瞅 瞄一眼 顺便 顺带 再问 还想问 另外问 补充 更正 打错了 没图 不用过程 只要答案 直接给答案 要求过程 总共要 一共要 一共是 总共是 连着 接连 挨着 一块 一起 全部做完 前提 背景 题面 原题 题干 抄的题 群里看到 王道上 天勤 汤子瀛 唐朔飞 白中英 袁春风 计组书 计组真题 机组 组原 计算机组成 组成原理
就行 就行了 即可 就可以 就可以了 就好 就好了 就成 式子 写成 写成式子 化简 不必 不必化简 不用化简 不用算出来 不用写过程 不要过程 转述 同学转述 帮同学问 替人问 代问 怎么写 啥样 长啥样 行不 行吗 中不中 对吧 是吧 分三问 三问 两问 小问 下列各问 以下各项 各项 如下各项 百分之多少 百分之几
存成 存成啥 机器里 看看溢出 编译器 编译 分配 分配在 分配到 定义 声明 程序员 一次性 首次 第一次 一次 每次 次 期间 过程中 时刻 时候 的时候 当中 其间 时间内 单位时间内 单位时间 时 内
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What a quantity may stand for.

    Attributes:
        quantity: its pattern, number and unit.
        read: of the matched text, its value.
        before: words that announce it, standing before it.
        after: words that announce it, standing after it ("100MHz 的总线").
        alone: takes a quantity of its pattern that no word announces, if it is the only such role of that pattern.
    """

    name: str
    quantity: str
    read: Callable[[str], Any]
    before: str = r"(?!)"
    after: str = r"(?!)"
    alone: bool = False


class Clauses(Reading):
    """A text read by its parts; headings such as "2019 年真题第 3 题" are gone, chat's short forms written out.

    Families set the class attributes: `shortened` (pattern, full wording), `suspect` and `ordinary` for `finish`.
    """

    shortened: ClassVar[Sequence[tuple[str, str]]] = ()
    headings: ClassVar[Sequence[str]] = _HEADINGS
    suspect: ClassVar[re.Pattern[str]] = SUSPECT
    ordinary: ClassVar[str] = ORDINARY
    filler: ClassVar[re.Pattern[str]] = _FILLER

    def __init__(self, text: str) -> None:
        text = normalise(text)
        for short, full in self.shortened:
            text = caseless(short).sub(full, text)
        super().__init__(text)
        for heading in self.headings:
            self.take_all(heading)
        self.rest = patterns.sub(r"\(\s*\)", lambda blank: " " * len(blank[0]), self.rest)

    def thousand(self) -> int | None:
        """What the text says K, M, G to be powers of: 1000 or 1024; None where it does not say.

        Raises:
            StayOut: it says both.
        """
        said = set()
        for match in self.take_all(
            r"(?:其中|设|注:?|注意:?|这里|约定)?(?:1|一)?\s*(?P<unit>[KMGkmg])i?(?:B(?:/s)?|bits?|b(?:ps)?|字节|bps|Hz|位)?\s*(?:=|为|是|等于|按)\s*(?:1?×?(?P<base>10|2)\s*\^?\s*(?P<power>[369]|[123]0)|(?P<plain>1000|1024)(?P<more>[KM])?)\s*(?:bits?|bps|B|b|字节|位|Hz|计算|算|计)*(?:/s)?"
        ):
            if match["plain"]:
                said.add(int(match["plain"]))
            else:
                order = "KMG".index(match["unit"].upper()) + 1
                base, power = int(match["base"]), int(match["power"])
                if (base, power) not in ((10, 3 * order), (2, 10 * order)):
                    stay_out(match[0])
                said.add(1000 if base == 10 else 1024)
        if len(said) > 1:
            stay_out("K of two sizes")
        return said.pop() if said else None

    def assign(self, roles: Sequence[Role]) -> dict[str, Any]:
        """The value of every role that a quantity of the text plays; quantities and the words that announce them are taken.

        Raises:
            StayOut: two roles claim a quantity, or a role has two values.
        """
        values: dict[str, Any] = {}
        for role, match in self.take_roles(roles):
            value = role.read(match[0])
            if values.setdefault(role.name, value) != value:
                stay_out(f"{role.name}: {values[role.name]} and {value}")
        return values

    def take_roles(self, roles: Sequence[Role]) -> list[tuple[Role, re.Match[str]]]:
        """Every quantity that plays a role, with it; the quantities and the words that announce them are taken.

        Roles of one `quantity` compete for it; quantities are looked for in the order of the roles. A quantity that gets no role stays,
        so that `finish` refuses the text.

        Raises:
            StayOut: two roles claim a quantity.
        """
        played: list[tuple[Role, re.Match[str]]] = []
        for pattern in dict.fromkeys(role.quantity for role in roles):
            rivals = [role for role in roles if role.quantity == pattern]
            # Every quantity is given its role before any is taken, so that one's words are still there for the next.
            matches = list(caseless(pattern).finditer(self.rest))
            spans: list[tuple[int, int]] = []
            for number, match in enumerate(matches):
                start = matches[number - 1].end() if number else 0
                end = matches[number + 1].start() if number + 1 < len(matches) else len(self.rest)
                chosen = self._nearest(rivals, match, start, end)
                if chosen is None:
                    continue
                role, cue = chosen
                played.append((role, match))
                spans.append(match.span())
                if cue is not None:
                    spans.append(cue)
            self.take_spans(spans)
        return played

    def _nearest(self, rivals: Sequence[Role], match: re.Match[str], start: int, end: int) -> tuple[Role, tuple[int, int] | None] | None:
        for boundary in (_CLAUSE, _SENTENCE):
            left = max([start, *(mark.end() for mark in boundary.finditer(self.rest, start, match.start()))])
            stop = boundary.search(self.rest, match.end(), end)
            right = min(end, stop.start() if stop else end)
            found: list[tuple[float, int, Role, tuple[int, int]]] = []
            for role in rivals:
                cues = list(caseless(role.before).finditer(self.rest, left, match.start()))
                if cues:
                    between = self.filler.sub("", self.rest[cues[-1].end() : match.start()])
                    span = cues[-1].span() if between else (cues[-1].start(), match.start())
                    found.append((len(between), -len(cues[-1][0]), role, span))
                if cue := caseless(role.after).search(self.rest, match.end(), right):
                    between = self.filler.sub("", self.rest[match.end() : cue.start()])
                    span = cue.span() if between else (match.end(), cue.end())
                    found.append((len(between) + 0.5, -len(cue[0]), role, span))
            if found:
                found.sort(key=lambda entry: entry[:2])
                tied = [entry for entry in found if entry[:2] == found[0][:2] and entry[2] is not found[0][2]]
                if tied:
                    stay_out(f"{match[0]}: {found[0][2].name} or {tied[0][2].name}")
                return found[0][2], found[0][3]
        alone = [role for role in rivals if role.alone]
        return (alone[0], None) if len(alone) == 1 else None

    def asked(self, words: Sequence[tuple[str, str]]) -> list[str]:
        """The names of the patterns that a sentence which asks for something holds, in their order in the text; all mentions are taken.

        `words`: (pattern, name); the longer wording before the shorter, as in `take_words`.
        """
        sentences: list[tuple[int, bool]] = []
        start = 0
        ends = [mark.start() for mark in _SENTENCE.finditer(self.rest)] + [len(self.rest)]
        for end in ends:
            sentence = self.rest[start : end + 1]
            asking = bool(_ASKING.search(sentence.rstrip("。; \n"))) or not self.rest[end + 1 :].strip("。;? \n")
            # "(1) 求…;(2) 总时间;(3) …": a part of a list of questions that tells no figure is a question, too.
            listed = (
                bool(sentences) and sentences[-1][1] and not patterns.search(r"\d", patterns.sub(r"^\s*\(?\d\)?", "", self.text[start:end]))
            )
            sentences.append((end, asking or listed))
            start = end + 1
        places: dict[str, int] = {}
        before = self.rest
        for pattern, name in words:
            for match in self.take_all(pattern):
                if not self._answered(before, match.end()) and next(asking for end, asking in sentences if match.start() <= end):
                    places[name] = min(match.start(), places.get(name, match.start()))
        return sorted(places, key=lambda name: places[name])

    def _asks_nothing_else(self) -> None:
        """Give up where a clause of which nothing was taken still asks for something of its own."""
        for clause in _CLAUSE.split(self.rest):
            clause = ROUNDING_AND_UNIT.sub("", clause)
            if "\ue000" not in clause and patterns.search("多少|[几哪]", clause):
                residue = patterns.sub(r"[^\w%]+", "", without(clause, _vocabulary(tuple(self.ordinary.split()))))
                if residue:
                    stay_out(f"also asks: {clause.strip()}")

    def _answered(self, rest: str, end: int) -> bool:
        """Whether a number that is taken follows: what stands before it is told, not asked."""
        # `总位数(含1位有效位)`: what a result is to hold.
        if patterns.search(r"\((?:含|包括|包含|算上|计入)+$", rest[:end]):
            return False
        found = _ANSWERED.match(rest, end)
        # `求总线带宽:64位,66MHz`: what is asked stands first, and what is told follows.
        if found is not None and ":" in found[0] and patterns.search(r"(?:(?<!要)求|问|计算)[^,;。?!:\n]*$", self.text[:end]):
            return False
        return found is not None and patterns.match(r"[-+]?[\d一二两三四五六七八九十百千ΔA-F]", self.text[found.end() :]) is not None

    def finish(self, harmless: str = "", story: bool = False) -> None:
        """Look at what is left, as `Reading.finish` does, but pass over ordinary words that nobody listed.

        Raises:
            StayOut: something is left that could change the answer.
        """
        del story
        if "若干" not in harmless:
            self.refuse("若干")  # how many is not said
        self._asks_nothing_else()
        own = tuple((harmless + self.ordinary).split())
        left = without(ROUNDING_AND_UNIT.sub("", self.rest), _vocabulary(own))
        for clause in _PLAIN_END.split(left):
            residue = patterns.sub(r"[^\w%]+", "", clause.replace("\ue000", ""))
            if not residue:
                continue
            if (
                found := patterns.search(r"[0-9A-Za-zα-ωΑ-Ω%零〇一二两三四五六七八九十百千万亿]", residue)
                or self.suspect.search(residue)
                or _TECHNICAL.search(residue)
            ):
                stay_out(f"{found[0]} in {residue}")
            if len(residue) > 24:
                stay_out(residue)


@cache
def _vocabulary(own: tuple[str, ...]) -> tuple[frozenset[str], int]:
    """All harmless words in lower case, and the length of the longest."""
    words = frozenset(word.lower() for word in (*own, *harmless_words()))
    return words, max(map(len, words))


def without_rounding(text: str) -> str:
    """`text` with spaces where it says the unit or the decimals an answer is wanted in."""
    return ROUNDING_AND_UNIT.sub(lambda found: " " * len(found[0]), text)


def without(text: str, vocabulary: tuple[frozenset[str], int]) -> str:
    """`text` with a space for every harmless word, at each place the longest; a Latin word or a number only whole."""
    words, longest = vocabulary
    lower, kept, place = text.lower(), [], 0
    while place < len(text):
        for length in range(min(longest, len(text) - place), 0, -1):
            word = lower[place : place + length]
            if word in words and not (
                _LATIN.match(lower, place) and (_LATIN.match(lower, place + length) or (place and _LATIN.match(lower, place - 1)))
            ):
                kept.append(" ")
                place += length
                break
        else:
            kept.append(text[place])
            place += 1
    return "".join(kept)


def passing_over(words: str) -> Callable[[str], str]:
    """A function that puts a space for every harmless word of a text, and for every one of `words`."""
    vocabulary = _vocabulary(tuple(words.split()))
    return lambda text: without(text, vocabulary)
