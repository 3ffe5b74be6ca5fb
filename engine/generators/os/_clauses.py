"""Operating-systems problems read by their parts: the quantities of the family and its ordinary words; see `engine.generators.clauses`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import ClassVar

from engine.generators import clauses, patterns
from engine.generators.pasted.normalising import normalise
from engine.generators.quantities import bytes_of
from engine.generators.reading import DECIMAL, INTEGER, stay_out, to_int

NUMBER = r"(?<![\d.A-Za-z^-])\d+(?:\.\d+)?"
TIME = rf"(?:{NUMBER}|[一二两三四五六七八九十百]+)\s*个?(?:ns|μs|us|ms|s|纳秒|微秒|毫秒|秒)(?![A-Za-z])"
SIZE = rf"(?:{NUMBER}|2\s*\^\s*\d+|[一二两三四五六七八九十百]+(?=个?(?:字节|[KMG]B)))\s*个?(?:(?:[KMG]?\s*字节|兆字节|千字节)(?!/)|(?:[KMGT]i?B?(?:ytes?)?|B(?:ytes?)?|bytes?)(?![A-Za-z/]))"
BITS = rf"(?<![\d.A-Za-z第^]){INTEGER}\s*(?:个)?(?:位|bits?|比特)(?![A-Za-z/置于])"
SHARE = rf"(?:{NUMBER}\s*%|百分之{INTEGER}|(?<![\d.A-Za-z])[01]\.\d+(?!\s*[\dA-Za-zμ微纳毫秒])|{INTEGER}成(?![功为立本]))"

_BLANK = re.compile(r"[(（]\s*[)）]|_{2,}")
_LETTER = re.compile(r"(?<=[\u3400-\u9fff])(?<![若当设令取中且知])\(?(?![SsKkQq])[A-Za-z]\)?\s*=\s*(?=\d)")
"""A formula's letter beside the name of what it stands for: `命中率h=0.9`."""
_OWN_RESULT = re.compile(
    r"((?:我|同学|室友|同桌|答案)(?:自己|这边|手|们)?(?:算|做|得|求|写|给)(?:出来|出|得|的)?(?:平均|总的?|缺页|周转|带权|等待|寻道|时间|次数|率|长度|有效|访问|距离|物理|地址|移动|答案|结果){0,5})"
    r"(?:是|为|出|等于)+\s*-?\d+(?:\.\d+)?\s*(?:[KM]?B|[nmμ]s|%|道|次)?(?=[,;。?!\n]|$)"
)
"""What somebody got, beside what was asked for: `我算平均周转时间是8.25`."""
_FILLER = re.compile(
    r"\ue000|分别|依次|如下|大约|大概|约|所需|需要?|要|得|花费?|耗费?|占用?|用|都|均|各|就|为|是|有|算|按|取|设|达到?|一次|1次|一个|每次|仅|只|共|了|的|时间|=|:|\(|\)|\s|呢|嘛|吧|啊"
)

_ASIDE = (
    r"\(?(?:其中|设|注:?|这里|约定)?1\s*KB?\s*(?:=|为|是|等于|按)\s*(?:1024|2\s*\^?\s*10)\s*(?:B|字节)?(?:计算?)?\)?",
    r"(?:(?<=[。;?!\n【])|^)\s*\(?(?:课后|课堂|例|练)?(?:练习题?|习题|例题?|思考题|作业题|题|作业(?=\s*\d+\s*[-.]))\s*\d+(?:\s*[-.]\s*\d+){0,2}\s*(?:题)?\)?\s*[:、)]",
    r"(?:(?<=[。;?!\n])|^)(?:课后|练)?(?:练习题?|习题|例题?|思考题|作业题)\s*\d+[.-]\d+\s*(?=[\u3400-\u9fff])(?![个位次道级页台])",
    r"第\s*[\d一二三四五六七八九十]+\s*(?:小题|大题|题|问|章|节|讲|道题|空)(?![\da-zA-Z])",
    r"\(?(?:(?:19|20)\d\d|\d\d)\s*年?(?:的)?(?:全国)?(?:硕士)?(?:研究生)?(?:入学)?(?:计算机)?(?:统考|408|考研|联考|真题|期末|原题|统一考试)+(?:(?:真题|操作系统|OS|第|的|卷)*\d{0,2}(?:题)?)?\)?",
    r"(?:19|20)\d\d年(?!月|\d)",
    r"(?<![A-Za-z\d.])408(?=\s*(?:真题|考研|统考|模拟|复习|改编|原题|计算机|数据结构|操作系统|计组|计网|大纲|题(?!目)|群|年))|(?<=考研)\s*408(?![A-Za-z\d.])",
    r"(?:(?<=[。;:?!\n,])|^)\s*\(\s*[1-6一二三四五]\s*\)\s*(?=[^\W\d])",
    r"(?<=[\s,;。?!:设])\(\s*[1-6]\s*\)(?=\s*(?:[\u3400-\u9fff]|TLB|(?:FCFS|FIFO|SSTF|C?-?SCAN|C?-?LOOK|LRU|OPT|CLOCK|SJF|SPF|RR|HRRN?|HRN)(?![A-Za-z])))",
    r"(?:(?<=[。;:?!\n])|^)\s*(?:[1-9][.、)](?!\d)\s*(?=[\u3400-\u9fff])|(?:T|Q)\d{1,2}[.:、,\s]\s*|[QA]:|例\s*\d+[.:、\s]?|题目?\s*\d*\s*[:])\s*",
    r"(?<=求|问|算)\s*\(\s*[1-6一二三四五]\s*\)\s*(?=[^\W\d])",
    r"(?<=[,;。?!:\n])\s*[1-6](?=求|计算|问|写出|若|则|试|说明|给出|没有|如果|当|画出|判断)",
    r"\(?(?:本题)?(?:共|满分|计)?\s*\d{1,2}\s*分\)",
    r"(?<![A-Za-z])(?:hhh*|emmm*|orz|QAQ|QWQ|TAT|T\.T|T_T|OTZ|ddl|pls|plz|thx|thanks|hi|hello|xdm|dalao|btw|ok|emo|sos|help|OS)(?![A-Za-z\d])",
    r"(?:从)?\d+分钟前|\d+\s*(?:点|时)(?:前|之前)?(?:要|就)?(?:交|考试|收|截止)(?:作业)?|(?:在线等)?(?:\d+|[一二三两]|半)(?:个)?(?:分钟|小时|天|周|月)(?:后|以后|之后|内)?(?:就|马上|要)*(?:考试|上考场|要考|考了|交作业|考研)",
    r"(?:我|同学|室友|同桌|有人|答案|群友)(?:自己|们)?(?:说|手)?(?:算|得|选|做)(?:出来|出|的|是|了|到)*\s*-?\d+(?:\.\d+)?\s*(?:个|次|[KM]?B|[nmμ]s|%|位|台|级)?(?![\d\w]*(?:个|次|页|台|级))",
    r"[xX]{1,3}(?=题|同学|老师)",
    r"(?<![A-Za-z\d])(?:[oO]\.[oO]|(?<!\d )0\.0(?! ?[\d,、;]))(?![A-Za-z\d])|\^[_o]?\^",
)

ORDINARY = """
请 请问 求教 请教 求助 求问 求解 问问 问下 想问 想问下 想请教 想知道 想确认 想核对 核对 核对一下 对一下 对个答案 对下答案 对答案 各位 各位大佬 各位大神 各位同学 各位老师 各位研友 研友 大佬 大佬们 大神 学长 学姐 师兄 师姐 老师 助教 同学 同学们 室友 舍友 同桌 群友 朋友 朋友们 小伙伴 兄弟 兄弟们 姐妹们 家人们 友友们 宝子们 老铁 有人 有没有人 有没有大佬 有大佬 谁能 谁会 谁 哪位 机器人 小助手 助手 你好 您好 大家好 大家 嗨 哈喽 在吗 在不在
谢谢 多谢 感谢 跪谢 先谢 先谢谢 先谢过 谢过 谢啦 谢 拜托 拜托了 辛苦 辛苦了 麻烦 麻烦您 劳驾 打扰 打扰了 救命 救救 救救我 救救孩子 跪求 蹲 蹲一个 在线等 挺急的 急急急 急 快来 快快快 帮 帮忙 帮我 帮看 帮算 帮个忙 帮下忙 给我 替我 教教我 教我 带带我
今天 昨天 前天 明天 昨晚 今晚 晚上 早上 上午 下午 中午 刚才 刚刚 最近 这两天 这几天 前几天 考前 考前一天 考场上 期末 期末考试 期末复习 期末题 期末卷 期中 复习 预习 自习 自学 刷题 考试 考研 考研题 统考 真题 模拟 模拟题 模拟卷 试卷 卷子 卷 题库 课后 课后题 课后习题 习题 习题课 习题集 练习 练习题 练习册 作业 作业题 例题 王道 天勤 汤小丹 汤子瀛 教材 教科书 课本 书上 书 讲义 笔记 网课 视频 上课 课上 课堂 老师上课 老师说 老师讲 老师布置 布置 考 考到 考过 讲 讲过 选自 摘自 来自 出自 改编 改编题 整理 操作系统 操作系统课 计算机 计组 专业课 科目 章节 部分 小节
题 题目 这题 这道题 这个题 那题 此题 本题 该题 有道题 有一道题 有个题 有一题 一道题 一道 一题 道 这道 小题 大题 选择题 填空题 计算题 综合题 应用题 解答题 简答题 单选 单选题 单项选择 填空 题干 题设 原题 问题 疑问 看到 看到一题 见到 遇到 碰到 碰上 刷到 做到 抄到 翻到 拿到 
不会 不会做 不会算 不懂 不太懂 不太会 不明白 不理解 不清楚 不知道 不太确定 不确定 不是很懂 没懂 没看懂 没看明白 没搞懂 没搞明白 没思路 没头绪 没想明白 没学好 没听懂 没算出来 没算对 没做出来 没把握 没底 搞不懂 搞不明白 搞不清 搞不定 弄不懂 弄不明白 看不懂 看不明白 想不通 想不明白 算不对 算不出 算不出来 算不明白 算不来 算糊涂了 算晕了 算错 总算错 老算错 老是算错 总是算错 一直算错 做不出 做不出来 做不来 对不上 拿不准 忘了 忘光了 卡了 卡住 卡住了 卡在 卡半天 卡了半天 半天 想了半天 算了半天 看了半天 好半天 懵 懵了 蒙了 晕 晕了 头大 头疼 头秃 绕晕 绕晕了 绕 迷糊 糊涂 人傻了 傻了 崩溃 裂开 答案不一样 跟答案对不上 和答案对不上 和同学算的不一样 结果不一样
同一个 两种 三种 四种 几种 两种算法 三种算法 四种算法 两问 两者 二者 两个算法 三个算法 出的 出题 老师出的 老师今天课上出的 的题 出来 一起 跑 概率 因 而 必定 必然 务必 只有一个 排队 排着 排队的 普遍 现代 估计 预计 差不多 线性 合适 刚好 正好 恰好 正确 对不对 对吗 怎么 怎么做 怎么算 怎么求 怎么写 怎么来的 怎么得 怎样 咋 咋算 咋求 咋做 咋办 怎么办 来着 来说 来讲 试试 试着 试 试问 试求 试计算 试给出 试写出 试说明 试分析 分析 算 算算 算下 算一下 算一算 算出 算出来 算法题 求 求出 求下 求一下 求得 求取 计算 计算出 解 解一下 解答 解析 写 写出 写一下 写下 写出来 给 给出 给个 给一下 列 列出 列一下 画 画出 说 说说 说一下 说明 指出 回答 填 填上 确定 得出 得到 得 看 看看 看一下 问 答 答案 结果 过程 步骤 详细 详细过程 思路 带过程 要过程 附过程 简单 简要 快速 直接 手算 手工 
我 我们 咱 咱们 俺 你 您 他 她 它 它们 他们 自己 本人 小明 小红 小李 小王 小张 甲同学 小白 萌新 新手 菜鸟 初学 初学者 零基础 跨考 二战 
这 这个 这些 这样 这么 这里 这种 此 该 那 那个 那么 那些 那 其 其中 之 某 某个 某些 某种 某台 某道 某次 一 一个 一种 一台 一套 一个个 个 种 下 下面 如下 如下所示 以下 下列 所示 上述 上面 给定 给定的 已知 已有 设 设有 假设 假定 假如 若 如果 要是 倘若 则 那就 就 便 即 即可 也 也就是 也就是说 就是 而 而且 且 并 并且 并求 及 以及 和 与 跟 或 或者 还 还有 又 然后 接着 接下来 随后 于是 时 时候 的时候 此时 此刻 这时 这时候 这会儿 当 当前 目前 现 现在 现有 如今 中 里 里面 里头 内 上 到 至 来 去 在 于 用 以 按 按照 照 根据 依照 依据 通过 经过 经 利用 采用 使用 采取 选用 运用 应用 基于 对 对于 关于 针对 把 将 被 使 让 叫 由 从 自 向 给 为 是 等于 成 作 作为 有 具有 设有 存在 含 含有 包含 包括 拥有 
进行 执行 产生 发生 出现 获得 形成 构成 组成 组织 实现 实施 处理 提供 支持 具备 表示 表示为 表示成 用十进制表示 用十六进制表示 称为 记为 记作 定义 定义为 规定 约定 考虑 满足 需 需要 要 要求 应 应该 应当 应为 会 将会 可 可以 能 能够 可能 才 都 均 皆 全 全部 所有 整个 各 各个 各自 各是 各为 分别 分别是 分别为 分别是多少 依次 依次是 依次为 总 总共 一共 共 共有 共计 总计 总的 约 约为 大约 大概 差不多 
多少 几 几个 多少个 多大 多长 多久 多长时间 哪 哪个 哪个是 哪一个 哪些 哪几个 哪里 什么 是什么 是多少 为多少 等于多少 是几 为几 等于几 是啥 啥 何 如何 何种 哪种 什么样 什么样的 怎么样 吗 呢 吧 啊 呀 哈 嘛 哦 嗯 哎 诶 唉 呃 额 咯 喔 呗 哟 了 啦 的 地 得 着 过 们 的话 一下 所 所得 
情况 情况下 条件 条件下 前提 前提下 的前提下 方式 方法 做法 方案 问题 规则 一般 通常 标准 常规 典型 经典 普通 正常 实际 具体 基本 主要 相应 相应的 对应 对应的 相关 有关 其它 其他 环境 环境下 机器 机 计算机系统 微机 服务器 单机 一台 某计算机 某机器 某系统 某操作系统 系统 本系统 该系统 系统中 程序 用户 数 数值 值 结果为 结果是 大小 情形 形式 格式 单位 例 例如 比如 譬如 如 像 好比 说白了 还是这类题 还是这类 还是那个 还是这个 同样的题 同样这题 同类题 换句话说 另外 此外 其余 反正 其实 感觉 觉得 好像 应该是 是不是 对吧 对吗 
因为 由于 所以 因此 从而 为了 为 以便 使得 保证 确保 要使 若要 想要 想 希望 究竟 到底 居然 竟然 明明 按理说 理论上 理想情况下 题目说 题目给 题里 题中 如题 补充 提示 注 注意 备注 说明一下 
"""


class Clauses(clauses.Clauses):
    """A text read by its parts; where a problem comes from, numbers of its parts and asides such as 1 KB = 1024 B are gone."""

    headings: ClassVar[Sequence[str]] = _ASIDE
    filler: ClassVar[re.Pattern[str]] = _FILLER

    def __init__(self, text: str) -> None:
        text = normalise(text)
        if patterns.search(r"\(1\)", text):  # `(1)缺页次数(2)缺页率`: numbers of questions that nothing parts
            text = patterns.sub(r"(?<=[\u3400-\u9fff])(?=\([2-6]\)\s*[\u3400-\u9fff])", ";", text)
        # A blank to be filled in asks as "how many" does.
        super().__init__(_OWN_RESULT.sub(r"\1", _LETTER.sub("=", _BLANK.sub("几", text))))


_PER_SECOND = {"ns": 9, "纳秒": 9, "μs": 6, "us": 6, "微秒": 6, "ms": 3, "毫秒": 3, "s": 0, "秒": 0}


def to_nanoseconds(text: str) -> Fraction:
    """`100ns`, `0.2微秒`, `十毫秒` -> nanoseconds."""
    number, unit = _split(text)
    return number * Fraction(10) ** (9 - _PER_SECOND[unit.lower()])


def to_bytes(text: str) -> int:
    """`4KB`, `2^10字节`, `四个字节`, `1K` -> bytes; K is 1024.

    Raises:
        StayOut: not a whole number of bytes.
    """
    number, unit = _split(text)
    unit = patterns.sub(r"(?i)bytes?", "B", unit).replace("兆字节", "MB").replace("千字节", "KB").replace("字节", "B").replace(" ", "")
    value = bytes_of(number, unit)
    if value.denominator != 1:
        stay_out(f"part of a byte: {text}")
    return int(value)


def _split(text: str) -> tuple[Fraction, str]:
    text = text.strip()
    if match := patterns.match(r"2\s*\^\s*(\d+)", text):
        return Fraction(2 ** min(int(match[1]), 100)), text[match.end() :].strip().removeprefix("个").strip()
    match = patterns.match(DECIMAL, text)
    if match is not None:
        return Fraction(match[0]), text[match.end() :].strip().removeprefix("个").strip()
    match = patterns.match(r"[零一二两三四五六七八九十百千]+", text)
    if match is None:
        stay_out(f"no number: {text}")
    return Fraction(to_int(match[0])), text[match.end() :].strip().removeprefix("个").strip()
