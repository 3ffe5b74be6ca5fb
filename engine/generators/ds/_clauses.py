"""Reading problems of this family: what every kind's reading has in common before and after its own part.

`opened` takes away what only says where a problem comes from, and writes ranges (`1, 2, …, 17`) out. `finish` looks at what nobody took.
An unknown word may stand anywhere as long as none of its signs is one that conditions, quantities or terms of the field are made of:
"刷王道时碰上的" passes, "倒着", "除首元素外", "带权" do not. What can change an answer without such a sign is in `_DANGEROUS`.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from functools import wraps

from engine.generators import patterns
from engine.generators.ds._conditions import no_unread_condition
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, Reading, any_of, stay_out, to_int

MANY = 60
"""The longest range of keys that is written out."""

_SOURCE = (
    r"(?m)^\s*(?:19|20)\d\d年?\s*(?:某校|某大学|某高校|[\u4e00-\u9fff]{2,6}(?:大学|学院))(?:期末|考研|真题|试题)*(?=[\u4e00-\u9fff]|[\s:,])",
    r"\((?:19|20)\d\d[年级届]?[\u4e00-\u9fff]{0,8}\)",
    r"\((?:19|20)\d\d年?的?(?:408|统考|联考|真题|考研|全国)*(?:改编?|变式|变形|仿)?\)|\([^()\d,;]{0,8}(?:变式|改编|变形|真题|原题|例题|习题|课后题|母题|模拟|改数|改数字)题?\)",
    r"(?:老师|老|总是?|老是|一直|怎么[都也]|总也|都)?[算做填求画推搞弄]不(?:对|出来?|来|懂|明白)|(?:不会|不懂(?:怎么)?)[做算填求画推](?=[,。;?!\s]|$)",
    r"(?:又|都|全|早就?|给)忘(?:了|光了?|记了?)(?=[,。 ;?!\sA-Za-z0-9]|$)",
    # years, papers, books, pages, marks
    r"(?m)(?:^|(?<=\n))\s*(?:每日一[题练]|刷题App|(?:[一-龥]{0,4}(?:模拟卷|押题卷|冲刺卷|预测卷|题库|试卷))[一二三四五六七八九十\d]*)(?:\s*[·.、:-]\s*(?:数据结构|计算机学科专业基础|专业课|第?\d+题?|[一二三四五六七八九十]+)?)*\s*(?:\((?:单选|多选|填空|选择)题?\))?(?=\n|\s|[一-龥])",
    r"(?:\(|来源:?)?(?:19|20)\d\d(?:年的?|(?=408|统考|联考|考研|真题))(?:408)?(?:计算机)?(?:全国)?(?:硕士)?(?:研究生)?(?:入学)?(?:统考|联考|统一考试|考研)?(?:真题)?(?:第?\d+题)?\)?(?=[,:;。\s\u3400-\u9fff]|$)",
    r"(?:下面)?[这有]?是?一?[道个]?题?是?(?:仿照?|改编自?)\s*(?:\d{2,4}年?)?的?(?:408)?(?:统考)?(?:真题|原题|考题)(?:改编)?的?题?[:,]?",
    r"(?<![0-9A-Za-z])408(?:真题|考研|统考|模拟题?|复习|里|中|的|数据结构|题)+",
    r"(?:王道|天勤|严蔚敏|殷人昆|教材|课本|书上|课后|习题|真题|第?\d+页)[的上第Pp]*\d*[页题]",
    r"(?:第\s*\d+\s*(?:题|小题|大题)|题目?\s*\d+|(?<!比)例\s*\d+)(?:[:.、,]|(?=[\u3400-\u9fff]))",
    r"\((?:本题)?(?:共|满分|计)?\s*\d+\s*分\)",
    # the usual way of counting levels, which every answer follows
    r"\(?(?:设|注:?|规定|约定|其中)?,?(?:[只仅][有含]?(?:一个)?(?:根结点|根|结点)(?:的(?:二叉)?树)?|单个?(?:结点|节点)(?:的(?:二叉)?树)?|根(?:结点|节点)?)(?:时|的话)?,?(?:所?在)?的?[算记按设]?(?:(?:高度|深度|层次|层数|层号|层)(?:为|是|算|记|就|都|作|=)*|[在为是算作记]+(?=第|[1一]层))第?[1一]层?\)?(?![0-9])",
    r"\(?(?:规定|约定|设|其中|注:?)?空树的?(?:高度?|深度)?[为是算记]?0[,、;]?(?:只有|仅有|单)?(?:一个)?(?:根|结点)+(?:的树)?(?:高度?|深度)?[为是算记]?1\)?",
    r"\(?(?:规定|约定|设|其中|注:?)?空树的?(?:高度?|深度)[为是算记]0\)?(?=[,。;)\s]|$)",
    r"\((?:只有|仅有?)根(?:结点)?(?:时|的树|的话)?[算记为是按](?:高度?|深度)?[1一]层?\)",
    r"\((?:单选|多选|选择|填空|综合|简答|计算|应用|大)题?(?:第?[\d一二三四五六七八九十]+[问题小]*)?\)",
    r"(?:练习题?|习题|例题?|作业题?|思考题|自测题?|实验|算法题)\s*\d+(?:[-.]\d+){0,2}\s*(?:[:、)]|(?=[\u3400-\u9fff\n]))",
    r"第\s*(?:\d+|[一二三四五六七八九十]+)\s*[章节讲周]的?(?:课后|课堂)?(?:习题|作业|练习|测验|小测|考)*(?:第?\d+题)?[:,、]?",
)
# What people say of themselves and to others: no clause of the problem, whatever figures it holds.
_CHATTER = (
    r"\(?原?图[用以已我]?(?:文字|边)的?(?:形式)?(?:给出|描述|表示|列出|写出)(?:了|来|如下)?(?=[:,。;)])|(?:转发|投稿|代问|求问|提问|讨论|提问一下)[:,]|@[一-龥]{1,6}(?=[\s,:])|(?:今天的?|今日)?每日一题|[—-]{2,}",
    r"(?<=[,。;\n])[^,;。?!\n\d]{0,6}(?:没关系|无所谓|不要紧)(?=[,。;?!\n]|$)|不好意思|打扰(?:一?下|了)?|冒昧(?:地?问)?|(?:先|提前)谢[谢过]?|再(?=问|请教|确认)",
    r"(?<![一-龥])不太?(?:会|懂|明白|清楚|确定|理解|敢确定)的?(?:怎么[算做求画])?(?=[,。;?!~]|$)|我?不知道(?:怎么[算做求画]|对不对|对吗|从哪.{0,4}|该?怎么.{0,4})",
    r"(?:我|自己|本人)(?:自己|这边|这里|总是?|老是?|反正)?(?:画|算|做|推|写|套公式|手推|手算|排|数|选|感觉|觉得|怎么)[^,;。?!\n]{0,16}(?:对不上|不一样|不对|错|懵|晕|乱|不出来?|不来|没底|拿不准)了?",
    r"(?:我|自己|本人|室友|同学|同桌|答案|网上|有人|老师|他)(?:自己)?的?(?:画|算|做|选|写|推|得|说|给|数|感觉|觉得|认为|猜|以为)(?:出来|出|的|了|得|到)*(?:答案|结果)?[是为成]?[^,;。?!\n]{1,14}[,]?(?:对吗|对不对|对么|是对的?吗?|正确吗|是不是(?:对的?|错了?|这样)|不知道对不对|有问题吗)",
    r"(?:全|都|应该|全部)?是[^,;。?!\n\d]{1,6}对(?:吧|吗|不对|么)|(?:我|自己)?(?:套公式|照公式|用公式|按公式)[^,;。?!\n]{0,10}(?:错|不对|懵)了?|[总老]是?[算做画](?:错|不对)",
)
_SUB_QUESTION = re.compile(
    r"(?<=[。;:?!\n,.])\s*\([1-9a-e]\)(?=\s*\d)|(?<=[\s。;:?!\n,.求问算])\s*\([1-9]\)(?=\s*(?:[\u3400-\u9fff]|[A-Za-z]|\d{1,2}\s*(?:到|一定)|\d+的))"
    r"|(?<=[。;:?!\n,.])\s*\([a-e]\)(?=\s*(?:[\u3400-\u9fff]|[A-Za-z]{2}))"
    r"|(?:(?<=[。;:?!\n])|^)\s*(?:问题?[1-9]:|[1-9][.、)]|[a-e]\))(?=\s*(?:[\u3400-\u9fff]|[A-Za-z]|\d{1,2}\s*(?:到|一定)))"
)
_ANY_NUMBER = re.compile(r"(?<![第0-9A-Za-z→])\(([1-9])\)(?=\s*[\u3400-\u9fff])")
_ANY_LETTER = re.compile(r"(?<![第0-9A-Za-z→(,])\(?([a-h])\)(?=\s*[\u3400-\u9fff])")
_PROGRESSION = re.compile(
    r"(?<![\d.])(\d+)\s*[,、]\s*(\d+)(?:\s*[,、]\s*(\d+))?(?:\s*[,、]\s*(\d+))?\s*[,、]?\s*(?:\.{2,}|…+|⋯+|一直到|直到)\s*[,、]?\s*(\d+)(?![\d.])"
)
# People's other words for the same, made one before reading.
_SYNONYMS = (
    (r"节点", "结点"),
    (r"非空的?(?=二叉|哈夫曼|树|森林)", ""),
    (r"(?<=叶结点)\(终端结点\)|(?<=叶子结点)\(非?终端结点\)", ""),
    (r"前序", "先序"),
    (r"关键码|关键词(?=[序个])|关键值", "关键字"),
    (r"赫夫曼|霍夫曼|哈弗曼|哈夫蔓| ?huffman ?", "哈夫曼"),
    (r"撑死|顶多|顶天|充其量|至多", "最多"),
    (r"起码|最起码|少说|最少(?=[要需得])", "至少"),
    (r"加权路径长度", "带权路径长度"),
    (r"(?<=[一-龥])[为是]何(?=\s*(?:[?。,;]|$))", "为多少"),
    (r"(?<=\d)得(?=元素|关键字|结点|记录|顶点)", "的"),
    (r"(?<=[一-龥A-Za-z])[鸭丫捏咧嘞噻哩](?=[\s?!。,~]|$)", "呀"),
    (r"为啥", "为什么"),
    (r"啥", "什么"),
    (r"咋", "怎么"),
    (r"俩", "两个"),
    (r"仨", "三个"),
    (r"(?<![一-龥]的)有?多高(?![一-龥])|有?多高(?=啊|呀|呢|来着)", "高度是多少"),
    (r"(?<=[里中向往到])[塞怼丢扔添](?:进去|进|入)?|[塞怼丢扔](?:进去?|到|入)", "插入"),
    (r"[塞放加怼丢]完(?=\s*\d)|插进去|插进(?!行)|插到|插(?=[\d,。完好上了])", "插入"),
    (
        r"(?<![一-龥])(?:兄弟|姐妹|姐)们?(?=[,:\s]|[求问帮])|(?:兄弟|姐妹|家人|宝子|宝|友友|铁子|朋友|大佬|同志|学霸)们|大佬|家人们|友友",
        " ",
    ),
    (
        r"(?<![A-Za-z0-9])(?:plz|pls|please|thx|thanks|help|orz|qaq|hxd|emo|emmm*|hhh+|lol|hi(?!\s*=)|hello|ddl|sos)(?![A-Za-z0-9])|[~～]+(?=\s*$)|\^_\^|T_T",
        " ",
    ),
)
_ADDRESSED = re.compile("|".join(f"(?P<s{number}>{pattern})" for number, (pattern, _) in enumerate(_SYNONYMS)), re.IGNORECASE)


def opened(text: str, ranges: bool = False) -> Reading:
    """A reading of the text without its source and the numbers of its parts.

    `ranges`: `1～7这七个整数` and `1 到 7` are keys from one to the other, and written out; `1, 2, …, 7` always is.

    Raises:
        StayOut: numbers go on with dots in a way that is not plain.
    """
    text = _ADDRESSED.sub(lambda match: _SYNONYMS[int(str(match.lastgroup)[1:])][1], text)
    text = patterns.sub(r"\(\s*_*\s*\)\s*(?=[个次种趟层棵条位](?:\S|\s*$))", "多少", text)  # the blank of a pasted question
    text = _PROGRESSION.sub(_written_out, text)
    text = patterns.sub(r"(?<=[为是])\s*[hmn]\s*=\s*(?=\d)", "", text)  # `of height h=3`
    text = patterns.sub(r"(?<![\d.,、])(\d{1,2})\s*\.{2,3}\s*(\d{1,2})(?![\d.,、])", r"\1~\2", text)
    if ranges:
        text = patterns.sub(
            r"(?<=插入|键字|序列)\s*[为是]?\s*(\d+)\s*(?:~|到|至|-+)\s*(\d+)(?=\s*[,。;到进得构形建])",
            lambda match: _run(int(match[1]), int(match[2]), 1, match[0]),
            text,
        )
        text = patterns.sub(
            rf"(?<![\d.A-Za-z\[(])(\d+)\s*(?:~|到|至|-+|—+|\.{{2,}}|…+)\s*(\d+)(?=\s*(?:\(|这|的?(?:共|整数|自然数|数字|连续)|依次|按|顺序|逐|挨|一个|从|由|以|升序|递增|都|全部?|到空|插入|进空|{INTEGER}个))",
            _span,
            text,
        )
    reading = Reading(without_part_numbers(text))
    for pattern in (*_SOURCE, *_CHATTER):
        reading.take_all(pattern)
    return reading


def in_parts(text: str) -> bool:
    """Whether the text numbers several questions."""
    return parts_numbered(text) > 1


def without_part_numbers(text: str) -> str:
    """The text without the numbers of its sub-questions."""
    for start, end in reversed(part_numbers(text)):
        text = f"{text[:start]} {text[end:]}"
    return text


def parts_numbered(text: str) -> int:
    """How many sub-questions the text numbers."""
    return len(part_numbers(text))


def part_numbers(text: str) -> list[tuple[int, int]]:
    """Where the numbers of sub-questions stand: by what is around each, or `(1)…(2)…(3)` in order wherever they are, before words."""
    found = [mark.span() for mark in _SUB_QUESTION.finditer(text)]
    run = list(_ANY_NUMBER.finditer(text))
    lettered = list(_ANY_LETTER.finditer(text))
    if not run and "".join(mark[1] for mark in lettered) == "abcdefgh"[: len(lettered)]:
        run = lettered
    if len(run) > 1 and (run is lettered or [int(mark[1]) for mark in run] == list(range(1, len(run) + 1))):
        spans = [mark.span() for mark in run]
        found = sorted([*spans, *(span for span in found if not any(start < span[1] and span[0] < end for start, end in spans))])
    return found


def every_part_asked(recognise: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """A recogniser that stays out where a text numbers more sub-questions than it found things asked (`asked`; else one)."""

    @wraps(recognise)
    def checked(text: str) -> Recognition | None:
        found = recognise(text)
        parts = parts_numbered(text)
        if found is not None and parts > 1 and len(found.parameters.get("asked", ("one",))) < parts:
            stay_out("a sub-question that was not understood")
        return found

    return checked


def refuse_negative(reading: Reading) -> None:
    """Raises:
    StayOut: there is a negative number, whose sign a list of keys would lose.
    """
    reading.refuse(r"(?:^|(?<=[\s,、(:;。]))-\d")


def _span(match: re.Match[str]) -> str:
    """A range of keys written out, the greater one first where that is how they are told."""
    first, last = int(match[1]), int(match[2])
    falling = patterns.match(r"\s*(?:这.{0,4}数)?[按从由以]*(?:大到小|降序|递减)", match.string[match.end() :])
    written = _run(first, last, 1 if first < last else -1, match[0])
    return ",".join(reversed(written.split(","))) if falling and first < last else written


def _run(first: int, last: int, step: int, otherwise: str) -> str:
    """`first, first + step, …, last` where that is a short list of at least three."""
    if step == 0 or (last - first) % step or not 2 <= (last - first) // step < MANY:
        return otherwise
    return ",".join(str(number) for number in range(first, last + (1 if step > 0 else -1), step))


def _written_out(match: re.Match[str]) -> str:
    told = [int(number) for number in match.groups()[:4] if number]
    steps = {later - earlier for earlier, later in itertools.pairwise(told)}
    return _run(told[0], int(match[5]), steps.pop(), match[0]) if len(steps) == 1 else match[0]


def count_of(reading: Reading, words: str) -> int | None:
    """How many of something the text says there are, taken; None where it does not.

    Raises:
        StayOut: two places say different things.
    """
    return reading.take_one(
        rf"(?:这|共有?|一共有?|总共有?|含有?|包含|具有|有)*(?<![\d第.])(?!一个[^,;。\d]{{0,4}}(?:{words})的?(?:序列|集合|数组|表|组))(?P<value>{INTEGER})\s*[个种棵条](?:不同的?|互不相同的?|互异的?|各不相同的?|整)*(?:{words})",
        to_int,
    )


_OPEN_QUESTION = re.compile(
    r"(?!(?<=[是为有])(?:哪|什么|(?<!有)几)[一几]?[个些]?(?:关键字|结点|数|值|元素|序列|归并段|段号?|单词|字母|字符)(?:[呢啊呀,。;?\s]|$))(?:哪|(?<!第)几|多少|什么|何(?!处理)|谁(?!会|能|懂|知道|来|帮|可以|有空))[一几]?[种个些次]?(?:类型|型)?(?![样种个些次呢啊呀哇哦哈吗嘛吧了的来求请是为各分\s,。;?!:()\ue000]|$)"
)


def refuse_open_questions(reading: Reading) -> None:
    """Raises:
    StayOut: something is still asked of a thing that nobody took ("做哪种调整", "几个孩子"); what only ends a question ("是什么") may be left.
    """
    if found := _OPEN_QUESTION.search(reading.rest):
        stay_out(f"also asks: {reading.rest[found.start() : found.end() + 6]}")
    words = any_of(("值", "数值", "哥几个", *HARMLESS.split()))
    for clause in patterns.split(r"[,;。?!:\n]+", reading.rest):
        if "\ue000" in clause or not patterns.search("[哪谁吗]|多少|什么|(?<!第)几|是否", clause):
            continue
        if (left := patterns.sub(r"\W+", "", words.sub(" ", clause))) or patterns.search(r"(?:分别|各|都)[是为有](?:什么|哪|谁)", clause):
            stay_out(f"also asks: {left or clause}")


# --- what is left ------------------------------------------------------------------------------------------------------------------

HARMLESS = """
请问 求教 请教 想请教 大神 大佬 大佬们 学长 学姐 老师 同学 同学们 各位 兄弟们 家人们 朋友 小明 小红 小王 室友 群友 群里 群里有 有人 有没有人 谁能 哪位 谢谢 多谢 感谢 跪谢 拜托 辛苦 麻烦 救命 救救 求救 求助 求解 在线等 救救孩子 学弟 学妹 学弟问 老哥 老弟 老铁 老哥帮看 不会填 不会列 老师说 同学说 说 直接要答案 只要答案 要答案 想要答案 还是想 求快回 快回 速回 急等 坐等 急 挺急的 急急急
今天 昨天 昨晚 刚才 刚刚 刚 现在 晚上 早上 考前 考前一天 期末 期末考试 期中 复习 考试 测验 作业 作业题 练习 练习题 习题 课后 课后题 课后习题 真题 模拟题 模拟卷 试卷 卷子 题库 题目 题干 原题 此题 本题 这题 这道题 这个题 那道题 有道题 有个题 有一题 题 道 一道 这道 考研 统考 王道 天勤 严蔚敏 教材 教科书 课本 书上 老师上课 上课 课上 讲 数据结构 数据 结构
刷题 刷到 刷 碰到 碰上 遇到 看到 做到 做题 做 写 算 算出 算算 算一下 算一算 算出来 手算 手动 手工 手推 手搓 推一下 推推 推 走一遍 过一遍 模拟一下 模拟 跑一遍 跑 验证 核对 核对一下 对一下 对答案 对下答案 检查 检查一下 确认 确认一下 求 求出 求得 求一下 试求 试 计算 解答 解 解释 说明 回答 答 答案 结果 过程 步骤 详细 写出 写一下 写出来 给出 给个 给 画出 画一下 画 列出 列一下 列 标出 标明 指出 填空 填 请 帮 帮我 帮忙 帮看 帮算 看看 看一下 看 瞧瞧 问 问一下 想问 想知道 想确认 求问 告诉我 搞不懂 不懂 没懂 没看懂 看不懂 不会 不会做 不太会 不太懂 不太确定 不确定 弄不明白 搞不清 搞不清楚 弄不清 弄不清楚 分不清 记不住 记不清 总搞反 总是搞反 搞反 总记反 搞混 总搞混 老搞混 拿不准 算不对 老算不对 总算不对 做不对 想不通 想不明白 卡住了 卡住 蒙了 懵了 懵 晕了 晕 绕晕了 头大 头疼 老是 总是算错 总算错 算错 老算错 怎么 怎么做 怎么算 怎么求 怎么写 怎样 咋 咋算 咋做 咋写 咋求 呢 吗 吧 啊 呀 哈 嘛 哦 嗯 哎 诶 唉 哇 哟 喔 额 呃 了 的 地 得 着 过 们
我 我们 咱 咱们 你 您 他 她 它 它们 自己 大家 这 这个 这些 这样 这么 这种 此 该 那 那个 那么 那些 其 其中 之 某 某个 某些 一 一个 一种 一组 一串 一棵 一颗 一张 一条 一列 一段 一份 一项 一批 个 棵 颗 张 种 只 下 下面 如下 以下 下列 如下所示 所示 上述 上面 分别 分别是 分别为 各 各是 各为 各自 依次 依次为 依次是 
为 是 等于 大概 大致 成 作 作为 有 含 含有 包含 具有 拥有 存在 由 从 自 在 于 用 以 按 按照 照 根据 依照 依据 通过 经过 经 利用 采用 使用 采取 选用 借助 基于 对 对于 把 将 被 使 让 叫 给定 给了 已知 已有 设 设有 假设 假定 假如 若 如果 则 那 就 便 即 即可 也 也就是 也就是说 就是 而 而且 且 并 并且 并求 及 以及 和 与 跟 同 或 还 还有 又 然后 接着 接下来 随后 之后 以后 后 时 时候 此时 这时 当 当前 目前 现 现在 现有 中 里 里面 内 上 到 至 往 向 来 去 进行 执行 完成 产生 发生 得到 得 得出 获得 求取 形成 生成 构成 组成 构造 构建 建立 建 创建 建成 造 造出 做成 变成 变为 成为 出现 所 所得 所得到 应 应该 应为 应当 会 将会 可 可以 能 能够 可能 需 需要 要 要求 想 想要 约 约为 大约 总 总共 一共 共 共有 总的 全部 所有 整个 整
反推 倒推 推算 反推出 推回去 外卖小哥 外卖员 快递员 快递小哥 骑手 司机 小李 小张 小华 小刚 小强 小芳 老王 老李 老张 老板 村长 物流公司 快递公司 某人 某地 某单位 某企业 某校 顺便 顺带 顺手 随手 另外 验算 验算一下 检验 课堂练习 随堂 随堂测验 自测 每日 打卡 分享 讨论 求思路 思路 考点 知识点 下手 请回答 并回答 回答下 试着 尝试 用到 完事 搞定 最终结果 最终状态
多少 几 几个 多少个 多大 多长 多高 哪 哪个 哪个是 哪一个 哪些 哪几个 哪里 哪儿 什么 是什么 是多少 为多少 等于多少 是几 为几 是啥 啥 是谁 谁 何 怎么样 何种 哪种 什么样 什么样的 如何
问题 情况 情况下 条件 条件下 前提 前提下 方式 方法 做法 算法 步 规则 规定 约定 默认 一般 通常 标准 常规 普通 正常 教材定义 定义 例 例如 比如 譬如 如 考虑 关于 针对 有关 相应 对应 相关 具体 简单 直接 完整 最后结果 形式 格式 样子 状态 情形 程序 系统 软件 项目 公司 工程 实验 实验室 小组 学校 计算机
老铁 老铁们 宝子们 不好意思 打扰 忙 帮个忙 有偿 在线 跪 基础 基础的 刷懵 刷懵了 看懵 搞懵 谁会 会的 教教 教教我 来个人 群主 评论区 麻了 淦 救命啊 急用 明天考试 明天 马上 快 快考试了 卷 卷子上 看的 抄来的 转发 题来了 来了 上面这题 如题 题如下 如题所示 考研党 二战 一战 跨考 408党 复试 初试 期末题 单元测验 小测 黑书 习题集 回答以下问题 回答下列问题 以下问题 下列问题 回答问题 完成以下 完成下列 试回答 小问 两问 三问 刚学 刚学到 学到 初学 新手 小白 萌新 菜鸟 请教各位 请教一下 请教下 向您请教 您看 劳烦 劳驾 可否 能否 能不能 帮我 帮忙看 给讲 给讲讲 讲讲 讲一下 详解 说下 说说 说一下 请说出 说出 请说明 请指出 请写出 请给出 请计算 请求出 来着 呗 咯 喽 嘞
空格 括号 其余 各个 位 处 本 当中 之间 之中 来说 来看 的话 一下 下吧 一波 好 好的 你好 您好 嗨 哈喽 hi hello 这里 那里 这儿 完 完成后 完毕 结束 结束后 之后 过程中 期间 全 都 均 皆 统统 开始 起 出来 出 起来 操作 运算 处理 存放 存储 保存 存 放 放入 放在 用于 关键字序列 元素 结点 节点 序列 集合 关键字 关键码 数字 数 整数 数据元素 记录 树 图 表
"""
"""Words that change no answer: of asking, of connecting, of where a problem comes from."""
# Signs that conditions, quantities, orders and terms of the field are made of.
_TELLING = re.compile(
    r"[0-9A-Za-zα-ωΑ-Ω%零〇一二两三四五六七八九十百千半双单"
    r"不没无非未否勿别莫除外仅只唯但却若如假每各另再先后前首末尾头大小多少高低长短左右升降顺逆倒反正奇偶增减加乘删去换变改移插入出进满空完全重复倍链循环负优快慢平均随机稳定概率必须允许禁止限最至更较比等同异邻第次轮趟步名权值层度根叶父子孩弟祖"
    r"帧框块存扇程配略调度级片址字位表树图点边队列栈串码器令频拍周期流缓冲命中率速延迟宽路报包网段号量时间秒分目标序有向类型环森林堆排查找散装填探败胜归并转旋]"
)
_IN_THE_END = re.compile(
    r"最[后终](?!一|两|[0-9A-Za-z]|个|第|几|剩|插入?的|进|出|入|的?(?:元素|关键字|结点|位置|字符|边|顶点|活动|段))|一开始|刚开始"
)
WEAK = "进入出时号名量类型命令器片帧配略调度级周期流络包网秒分有向目标"
"""Signs that tell nothing where nothing but figures and the terms of trees, tables and merging could change an answer."""
_DANGEROUS = re.compile(
    r"证明|(?<![变成换改作化别各])为什么|为何|区别|优缺点|优点|缺点|特点|简述|论述|谈谈|举例|编程|编写|代码|叙述|说法|正确的是|错误的是|不正确的|适用|公式|推导|复杂度|"
    r"不(?:是|按|照|用|采用|同于|遵循)的?(?:通常|一般|常规|标准|默认|常见|平常)|特殊的?(?:约定|规定|规则)|无效|作废|失效|去掉|剔除|拿掉|扣除|减掉|倒着|反过来|逆着|反着|跳过|忽略|忘记|忘了|漏了|漏掉|写错|抄错|印错|模糊|看不清|缺了|待定|未知"
)


_WHICH_TOO = re.compile(
    r"(?:几|多少)[个种条棵次][^,;。?!\n]{0,10}[,;。?!\s、]*(?:它们|各自|又|并|请)*(?P<which>分别|各(?!种)|都)[是为有]?(?:什么|哪|谁|怎样|多少|几|(?<=[是为有])[\s。?]*$)"
)


_WRITTEN_TOO = re.compile(
    r"(?:几|多少)[个种条棵段次][^,;。?!\n]{0,10}[,;。?!\s、]*(?:它们|又|并|请|再|把|各|给我)*(?P<which>(?:分别|都|全部|逐个|逐一)?[写列](?:出来|下来|一下|出(?!过程|步骤|计算|解题|详细|来?过程|[^,;。?!\n]*\ue000)))"
)


def refuse_dangerous(reading: Reading) -> None:
    """Raises:
    StayOut: something calls for words instead of a computation, or asks how many and which, of which only one was taken.
    """
    if found := _DANGEROUS.search(reading.rest):
        stay_out(found[0])
    no_unread_condition(reading)
    for match in [*_WHICH_TOO.finditer(reading.text), *_WRITTEN_TOO.finditer(reading.text)]:
        if (
            "\ue000"
            not in reading.rest[match.start("which") : match.end("which") + (8 if "写" in match["which"] or "列" in match["which"] else 0)]
        ):
            stay_out("how many, and which")


def finish(reading: Reading, own: str = "", weak: str = "") -> None:
    """Look at what is left of the reading.

    `own`: words of the kind that change nothing, separated by spaces. `weak`: signs that are no telling ones in this kind's problems.

    Raises:
        StayOut: something is left that could change the answer.
    """
    refuse_dangerous(reading)
    words = any_of(tuple(f"{HARMLESS} {own}".split()))
    for clause in patterns.split(r"[,;。?!:\n、~…·|()]+", _IN_THE_END.sub(" ", reading.rest)):
        left = patterns.sub(rf"[^\w%]|[\ue000{weak}]", "", words.sub(" ", clause))
        if left and _TELLING.search(left):
            stay_out(left)
