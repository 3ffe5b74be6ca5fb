"""Words of problems about chances, and the question for a chance."""

from __future__ import annotations

import itertools
import re

from engine.generators import patterns
from engine.generators.civil._problems.story import Story
from engine.generators.reading import stay_out

CHANCE_WORD = r"(?:概率|可能性|几率|机率)"
ASKED = rf"(?:的)?{CHANCE_WORD}(?:有|是|为|约为)?(?:多少分之多少|多少分之几|多少%?|(?=[\s()。?:,\ue000]|$))"
VALUE = r"(?:0?\.\d+|\d{1,2}(?:\.\d+)?%|\d+/\d+)"
NUMBER = r"(?:\d+|[一二两三四五六七八九十]+)"
NAME = r"(?:[甲乙丙丁戊]|小(?![时于组区学球数题孩型])[\u4e00-\u9fff])"


def in_runs(text: str) -> str:
    """`1、2、3、4、5` as `1到5`: numbers one after the other are a range."""

    def run(match: re.Match[str]) -> str:
        numbers = [int(each) for each in patterns.findall(r"\d+", match[0])]
        return f"{numbers[0]}到{numbers[-1]}" if all(b - a == 1 for a, b in itertools.pairwise(numbers)) else match[0]

    return patterns.sub(r"(?<![\d.、,，])\d{1,2}(?:[、,，]\s*\d{1,2}){2,}(?![\d.、,，])", run, text)


def opened(text: str) -> Story:
    """A problem that asks for a chance.

    Raises:
        StayOut: it does not.
    """
    text = patterns.sub(r"1[,、]\s*2[,、](?:\s*3[,、])?\s*(?:…+|\.{2,})[,、]?\s*(?:到)?(?=\d)", "1到", text)
    text = patterns.sub(r"^\s*(?:已知|设)(?:有)?(?=\s*\d+\s*(?:件|个|张|只|名))", "有", text)
    text = patterns.sub(
        r"(?:一|1)(?:个|枚|颗)(?:均匀的?)?骰子(?:共)?有(?:6|六)个面[,，](?:每个面(?:上)?的?)?(?:点数)?(?:分别)?(?:为|是|标有)\s*1\s*(?:到|至|~|-)\s*6(?:点)?[。,，;；]",
        "",
        text,
    )
    story = Story(text)
    # Two who draw one each and keep it draw two together.
    story.rest = story.text = (
        patterns.sub(r"([两二三])人(?:先后|依次|轮流)?各?(?:随机)?(?:抽取?|摸|取)(?:一|1)(张|个)\(?不放回\)?", r"从中抽\1\2", story.rest)
        if patterns.search("恰|都|至少", story.rest)
        else story.rest
    )
    story.rest = patterns.sub(r"(恰好?有?|至少有?)([一两1-3])人(?:中|抽中|抽到|摸到)(?=一等奖|有奖|红)", r"\1\2张", story.rest)
    if not story.has(CHANCE_WORD):
        stay_out("no chance asked")
    story.refuse("不独立|期望|方差")
    return story


def asked_chance(story: Story) -> None:
    """The question, taken.

    Raises:
        StayOut: no chance is asked, or several.
    """
    if story.take(ASKED) is None:
        stay_out("no chance asked")
    if story.has(CHANCE_WORD):
        stay_out("another chance")


WORDS = """
卡片 十张 张 里 中 抽 一张 一个 数 数字 它们 号码 球 小球 编号 的 是 随机 任意 从 袋中 盒中 写有 分别 标有 有 这 上 面 取到 抽到 所 取出 选出 大小 相同 完全 十 自然数 整数 求 那么 则 个 次 枚 颗 同时 抛掷 掷 扔 骰子 硬币 质地 均匀 质地均匀 朝上 向上 点数 出现 得到 先后 连续 一次 人 他们 两人 三人 各 一起 独立 独立地 相互独立 互不影响 彼此 之间 结果 名 位 编辑 审阅 稿件 一份 依次 各自 射击 投篮 投 一次 目标 同一 同一目标 向 密码 破译 题 一道题 此题 该题 电梯 楼 层 每层 等可能 可能 下 电梯里 乘 顾客 奖券 抽奖 盒内 盒子 商场 举行 不放回 有奖 中奖 随便 试 手机 最后 一位 忘 忘了 只 记得 前面 一个病 检测 检出 阳性 患者 健康人 人群 某地 某种 疾病 某病 检查 产品 工厂 生产 线 生产线 来自 甲 乙 丙 机器 车间 总 产量 某厂 取 件 取一件 这件 设 同一处 处 错误 这处 被 率 命中率 概率 命中 飞机 敌机 系统 元件 考试 面试 比赛 参加 通过 门 最终 两个 每 各有 独立完成 任务 能
"""
