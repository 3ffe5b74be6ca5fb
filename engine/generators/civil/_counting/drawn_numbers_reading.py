"""Reading draws of some of the numbers told, in order or together, and what must hold for those drawn; every draw is tried."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from math import gcd, prod
from typing import Any

from engine.generators import patterns
from engine.generators.civil._counting.chance_words import ASKED, CHANCE_WORD, in_runs
from engine.generators.civil._counting.combinatorics.words import asked_ways
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Parameters, Recognition
from engine.generators.reading import INTEGER, stay_out, to_int

_THING = r"(?:大小相同的?|完全相同的?|不同的?|质地均匀的?)*(?:自然数|正整数|整数|数字|数|卡片|卡|小球|乒乓球|球|号码|签|线段|木棒|小棒|木棍|纸片|牌|书|座位|房间)"
_UNIT = r"(?:个|张|条|根|枚|支|本|间)"
_SOURCE = (
    rf"(?:在|从|有|现有|口袋里|袋中|盒中|袋子里|盒子里|箱子里|装有|里面?|中)*(?:(?P<size>{INTEGER}){_UNIT}{_THING},?(?:上面?)?,?)?(?:它们的?)?(?:长度?|编号|标号|号码|上面?)?(?:分别|依次)*(?:标有|写有|写着|标着|印有|编号为?|标号为?|长度?|标上|写上)?(?:数字|号码)?(?:分别|依次)*(?:是|为)?(?:数字)?"
    rf"(?:(?P<low>\d{{1,2}})(?:到|至|~|-|—)(?P<high>\d{{1,2}})|(?P<list>\d{{1,2}}(?:厘米|米)?(?:[、,]\d{{1,2}}(?:厘米|米)?){{2,11}}))(?:厘米|米)?(?:这|的|共|号)*(?:(?P<size2>{INTEGER}){_UNIT})?(?:{_THING})?(?:中|里|里面|当中)?"
)
_TAKE = rf"(?:从中|现|要|再)*(?:任意|随机|任|随便|一次性?|同时|先后|依次|不放回地?|有放回地?|无放回地?|连续)*(?:取出?|选出?|抽取?出?|摸取?出?|挑出?|拿出?)(?:了)?(?P<n>{INTEGER})(?:{_UNIT}|次)(?:不同的?)?(?:{_THING})?(?:\(?不放回\)?)?"
_OF = r"(?:[两二三2-4]次)?(?:使|使得|要求|且|,|能|恰好|恰|正好)*(?:摸出的?(?:这?[两二三四2-4]个?小?球)?|取出的?|抽到的?|抽出的?|所取的?|选出的?|取到的?)*(?:它们的?|这?[两二三四2-4](?:个|张|本)?(?:数字?|小?球|卡片|书)?的?|其)*(?:上面?的?|的)*(?:编号|号码|数字|数|点数|标号)?(?:的)?"
_HOW = r"(?P<how>大于或?等于|小于或?等于|不小于|不大于|不超过|不少于|不低于|至少|至多|大于|小于|超过|等于|为|是|恰为)(?:是|为)?"
_EVENTS: tuple[tuple[str, str], ...] = (
    ("triangle", r"(?:能|可以?)*(?:够)?(?:构成|组成|围成|拼成|搭成|作为)(?:一个)?三角形(?:的三边)?"),
    ("sum", _OF + rf"(?:之和|的?和|相加)(?:{_HOW})?(?P<what>\d+(?!的倍|\d)|偶数|奇数|(?P<m>\d)的倍数|(?:能)?被(?P<m2>\d)整除)"),
    ("product", _OF + rf"(?:之积|的?积|乘积|相乘)(?:{_HOW})?(?P<what>\d+(?!的倍|\d)|偶数|奇数|(?P<m>\d)的倍数|(?:能)?被(?P<m2>\d)整除)"),
    ("difference", _OF + rf"(?:之差|的?差)(?:的绝对值)?(?:{_HOW})(?P<what>\d+)"),
    (
        "right-triangle",
        r"(?:[a-c]、[a-c]、[a-c])?(?:恰好|恰|正好)?(?:能|可以?)*(?:够)?(?:是|为|构成|组成|围成|作为)(?:某|一个|某个)?直角三角形(?:的)?(?:三(?:条)?边(?:长)?)?(?:的长)?",
    ),
    (
        "arithmetic",
        r"(?:[a-c]、[a-c]、[a-c])?" + _OF + r"(?P<how>(?:恰好|恰|正好|能|可以|够|依次|按某种顺序)*)(?:成|构成|组成|为|是)(?:一个)?等差数列",
    ),
    (
        "some-neighbours",
        r"(?:选出的人中|其中|取出的(?:数|卡片|球)中)?至少有(?:两|2)(?:个|张)?(?:人|名|卡片|小?球|数)?(?:的)?(?:球衣|上)?(?:的)?(?:号码|编号|数字?)?(?:恰好)?(?:是|为)?相邻(?:的)?(?:自然数|整数|数)?(?:的)?",
    ),
    (
        "apart",
        r"(?:选出的人|其中|取出的(?:数|卡片|球))?(?:任意|任何)?(?:[两二三四2-4](?:个|张|人))?(?:的)?(?:球衣)?(?:号码|编号|数字?)?(?:都|均)?(?:互不相邻|两两不相邻|(?:任意|任何)[两2](?:个|张|人)?(?:数|号码|编号)?(?:都|均)?不相邻)(?:的)?",
    ),
    (
        "neighbours",
        _OF
        + rf"(?:恰好|恰|正好)?(?:是|为)?(?:相邻(?:的)?(?:(?P<many>{INTEGER})个)?(?:整数|自然数|数)?|(?P<run>连续)(?:的)?(?:{INTEGER}个)?(?:整数|自然数|数)|(?P<run2>(?:编号|号码)连续))",
    ),
    ("coprime", _OF + r"互质"),
    (
        "each",
        r"第(?:一|1)(?:个|张|次)?(?:取到|抽到|摸到)?(?:的)?(?:数字?|卡片|球)?(?:是|为)(?P<a>奇数|偶数)(?:,|且|而|并且)*第(?:二|2)(?:个|张|次)?(?:取到|抽到|摸到)?(?:的)?(?:数字?|卡片|球)?(?:是|为)(?P<b>奇数|偶数)",
    ),
    (
        "proper",
        r"(?:分别)?(?:作为|作|当作|做)(?:一个分数的)?分子(?:和|、|与)分母,?(?:得到的?|组成的?|构成的?|这个|所得的?|则)*(?:分数)?(?:恰好|恰|正好)?(?:是|为)(?P<a>真分数|假分数|最简分数|整数)",
    ),
    (
        "later",
        r"第(?:二|2)(?:个|张|次)(?:取到|抽到|摸到|抽出|取出)?(?:的)?(?:数字?|卡片|球|号码)?(?:上的?数)?(?:比第(?:一|1)(?:个|张|次)(?:取到|抽到|摸到)?(?:的)?(?:数字?|卡片)?(?P<a>大|小)|(?P<b>大于|小于)第(?:一|1)(?:个|张|次)(?:取到|抽到|摸到)?(?:的)?(?:数字?|卡片)?)",
    ),
    (
        "earlier",
        r"第(?:一|1)(?:个|张|次)(?:取到|抽到|摸到|抽出|取出|摸出)?(?:的)?(?:数字?|卡片|小?球|号码)?(?:上)?(?:的)?(?:数字?|号码|编号)?(?:比第(?:二|2)(?:个|张|次)(?:取到|抽到|摸到|摸出|抽出|取出)?(?:的)?(?:小?球|卡片)?(?:上)?(?:的)?(?:数字?|号码|编号)?(?:要)?(?P<a>大|小)|(?P<b>大于|小于)第(?:二|2)(?:个|张|次)(?:取到|抽到|摸到|摸出|抽出|取出)?(?:的)?(?:小?球|卡片)?(?:上)?(?:的)?(?:数字?|号码|编号)?)",
    ),
    ("extreme", _OF + r"(?:最|其中最)(?P<a>大|小)(?:的)?(?:号码|数字?|编号)?(?:恰好|恰|正好)?(?:是|为)(?P<what>\d+)"),
    ("mixed", r"(?:恰好|恰|正好)?(?:是|为|有)?(?:一|1)(?:个)?(?:奇数?|偶数?)(?:、|和|,)?(?:一|1)(?:个)?(?:偶数?|奇数?)"),
    (
        "of",
        rf"(?:(?P<how>都|均|全|至少有?|至多有?|恰好?有?|正好有?)(?P<n>{INTEGER})?(?:个|张)?(?:数字?)?(?:是|为)?)(?P<a>奇数|偶数|质数|合数|素数)",
    ),
)
_LEFT = re.compile(
    r"\d|已知|条件|若|如果|不(?!放回|同的?(?:数|球|卡))|除|倍|半|最|至少|至多|恰|或|又|第|重复|组成|位数|排(?!球)|相邻|方程|函数|点|直线|[甲乙丙]|红|白|黑"
)
_PRIMES = frozenset({2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97})


def _won_by_numbers(text: str) -> str:
    """Lotteries of numbers as numbers drawn: `如果……则可获奖，则……获奖的概率`, and fields that each show a number."""
    text = patterns.sub(r"(?<=[\u4e00-\u9fff]) (?=\d)|(?<=\d) (?=[\u4e00-\u9fff])", "", text)
    text = patterns.sub(
        r"(?:有)?(?P<n>[两三23])个(?P<what>刮奖区|区域|窗口|转盘|格子)[,，]每个(?P=what)(?:都)?会?(?:呈现|显示|出现)(?P<low>\d)\s?(?:—+|-+|~|到|至)\s?(?P<high>\d)这\d+个数字中的任意(?:一|1)个(?:数字)?",
        r"从\g<low>到\g<high>的数字中有放回地抽取\g<n>个数字",
        text,
    )
    text = patterns.sub(r"[,，](?:若|如果)?每个数字(?:被)?(?:呈现|显示|出现)的(?:机会|可能性?)(?:均等|相等|相同|一样)", "", text)
    text = patterns.sub(r"购物满\s?\d+\s?元(?:的顾客)?(?:均|都)?(?:可以?|即可)抽奖(?:一|1)次[。,，]", "", text)
    text = patterns.sub(
        r"(?:满足抽奖条件的)?(?:顾客|参加者|参与者)?(?:面向大家)?(?:蒙眼)?(?:在袋中)?(?:一共|共)摸(?P<n>[两三23])次[,，]每次摸(?:一|1)个(?:小?球)?\s?\(第(?:一|1)次摸出的球(?:看过编号后)?放回(?:袋中)?\)",
        r"有放回地抽取\g<n>个球",
        text,
    )
    prize = r"(?:中奖|获奖|得奖)(?:\d+元)?"
    return patterns.sub(
        rf"(?:如果|若|当)(?P<e>[^,，;。]{{4,40}}?)(?:时)?[,，]?(?:则|就|即|可以|可|能|算)+{prize}[,，;。](?:则|那么|问)?(?:某?(?:顾客|人|参加者)[^,，;。]{{0,8}}[,，]?)?{prize}的(?P<c>概率|可能性)",
        r"\g<e>的\g<c>",
        text,
    )


def _dice_as_numbers(text: str) -> str:
    """Three dice whose figures are asked to be the sides of a triangle, or a row, as three numbers drawn and put back."""
    # `每次取出一个，取出后放回，连续取两次`
    text = patterns.sub(
        r"每次(?:任意|随机|任)?(?:取|摸|抽)出?(?:一|1)个(?:数字?|小?球|卡片)?,?(?:取|摸|抽)?(?:出)?(?:记下数字|记录数字)?后?(?:再)?放回,?(?:连续|再|共)?(?:取|摸|抽)(?P<n>[两二三23])次",
        r"有放回地抽取\g<n>个数",
        patterns.sub(r"\((?:cm|厘米|单位:?(?:cm|厘米))\)", "", text),
    )
    text = patterns.sub(
        r"(?P<n>\d{1,2})\s?(?:个|名)(?:人|队员|运动员|球员|学生|选手)的(?:球衣|比赛)?(?:号码|编号)(?:分别|依次)?(?:是|为)从?\s?(?P<low>\d{1,2})\s?(?:到|至|~)\s?(?P<high>\d{1,2})\s?(?:的)?(?:连续)?(?:的)?(?:自然数|整数)",
        r"从\g<low>到\g<high>的\g<n>个自然数",
        text,
    )
    text = _won_by_numbers(text)
    if not patterns.search("三角形|等差", text):
        return text
    text = patterns.sub(
        r"(?:将|把)?(?:一|1)(?:枚|颗|个)(?:质地)?(?:均匀)?(?:的)?骰子(?:先后|连续)*(?:抛?掷|投掷|扔)(?:了)?\s*(?P<n>[三3])\s*次",
        r"从1到6中先后有放回地抽取\g<n>个数",
        text,
    )
    text = patterns.sub(r"(?:它)?落地时(?=(?:向上|朝上))|(?:落地时)?(?:向上|朝上)(?:一面)?的点数(?=依次)", "", text)
    die = r"(?:将|把|同时|先后|连续|抛掷?|投?掷|扔)*(?P<n>[两三23])(?:个|枚|颗)(?:质地)?(?:均匀)?(?:的)?[、,]?(?:六?个?面(?:上)?分别标有(?:数字)?1(?:[、,到至~-]\d)+的)?(?:正方体|骰子)(?:同时|先后)?(?:抛?掷|投掷|扔)?(?:出|一次)?"
    text = patterns.sub(die, lambda match: f"从1到6中有放回地抽取{match['n']}个数", text, count=1)
    return patterns.sub(
        r"(?:最上面|朝上|向上)(?:的)?(?:一面|面)?(?:出现)?(?:的)?(?:数字|点数)(?:依次|分别)*(?:为|是|记为)a[、,]b[、,]c", "", text
    )


def _read(text: str, chance: bool) -> Recognition | None:
    story = Story(in_runs(_dice_as_numbers(text)))
    if story.has(CHANCE_WORD) != chance or not story.has("数|号|三角形|线段|木棒"):
        return None
    story.refuse("骰|硬币|期望|轮流|游戏|公平|直到")
    source = story.take(_SOURCE)
    if source is None:
        return None
    if source["list"]:
        numbers = [int(each) for each in patterns.findall(r"\d+", source["list"])]
    else:
        numbers = list(range(int(source["low"]), int(source["high"]) + 1))
    sizes = {to_int(each) for each in (source["size"], source["size2"]) if each}
    if len(set(numbers)) != len(numbers) or sizes - {len(numbers)} or not 3 <= len(numbers) <= 40:
        return None
    replaced = story.has("有放回|(?<!不)(?<!无)放回") and not story.has("不放回|无放回|不再放回")
    in_order = story.has("先后|依次|逐个|分别作|第(?:一|1)[张个次]")
    take = story.take(_TAKE)
    if take is None:
        return None
    story.take_all(
        r"(?:每次)?(?:取|抽|摸)(?:出)?(?:后)?(?:不再?|无)放回|(?:不|有|无)放回(?:地)?|(?:取|抽|摸|记)?(?:出)?(?:数字|号码)?后?放回(?:去|袋中)?"
    )
    found = [(name, match) for name, pattern in _EVENTS if (match := story.take(pattern)) is not None]
    if len(found) != 1:
        return None
    name, match = found[0]
    count = to_int(take["n"])
    if not 2 <= count <= 5 or (count > len(numbers) and not replaced) or len(numbers) ** count > 60_000:
        return None
    event = _event(name, match, count)
    if chance:
        if story.take(ASKED) is None or story.has(CHANCE_WORD):
            return None
    else:
        asked_ways(story)
        if replaced or in_order or name in ("each", "proper", "earlier", "later"):
            stay_out("in order or not")
    if left := _LEFT.search(patterns.sub(r"[\ue000]+|多少$", " ", story.rest)):
        stay_out(f"drawn numbers: {left[0]}")
    told = match[0].strip(",")
    parameters: dict[str, Any] = {
        "task": "drawn-numbers",
        "numbers": numbers,
        "take": count,
        "replaced": replaced,
        "ordered": in_order or replaced or name in ("each", "proper", "earlier", "later") or event[1] == "依次",
        "event": event,
    }
    if name in ("sum", "product") and not replaced and not source["list"] and event[1] in ("奇数", "偶数", "multiple", "＝"):
        # The same as the readers of sums say.
        wanted = event[1] if event[1] in ("奇数", "偶数") else [event[2]] if event[1] == "multiple" else event[2]
        parameters = {"task": "numbers", "low": numbers[0], "high": numbers[-1], "take": count, "sum": wanted, "product": name == "product"}
    return Recognition(
        parameters=parameters,
        understood=(
            ("数", "、".join(map(str, numbers)) if len(numbers) < 12 else f"{numbers[0]}～{numbers[-1]}"),
            ("取", f"{count} 个{'，有放回' if replaced else ''}"),
            ("求", told + ("的概率" if chance else "的取法")),
        ),
    )


def _event(name: str, match: re.Match[str], count: int) -> list[Any]:
    groups = {key: value for key, value in match.groupdict().items() if value}
    if name in ("sum", "product"):
        if divisor := groups.get("m") or groups.get("m2"):
            return [name, "multiple", int(divisor)]
        if groups["what"] in ("奇数", "偶数"):
            return [name, groups["what"], 0]
        return [name, _order(groups.get("how", "为")), int(groups["what"])]
    if name == "difference":
        return [name, _order(groups["how"]), int(groups["what"])]
    if name == "extreme":
        return [name, groups["a"], int(groups["what"])]
    if name == "neighbours" and count > 2 and not (groups.get("run") or groups.get("run2") or to_int(groups.get("many", "2")) == count):
        stay_out("which are neighbours")
    if name in ("some-neighbours", "apart") and count < 3:
        stay_out("three of them")
    if name in ("difference", "proper", "earlier", "later", "mixed", "each") and count != 2:
        stay_out("two of them")
    if name in ("triangle", "right-triangle", "arithmetic") and count != 3:
        stay_out("three sides")
    if name == "arithmetic":
        if (
            "依次" not in groups.get("how", "")
            and not patterns.search("能|可以", groups.get("how", ""))
            and "组" not in match[0]
            and "构" not in match[0]
        ):
            stay_out("in order or not")
        return [name, "依次" if "依次" in groups.get("how", "") else "", ""]
    if name == "of":
        how, number = groups["how"], to_int(groups["n"]) if "n" in groups else None
        if how in ("都", "均", "全"):
            fits = [count]
        elif number is None:
            stay_out("how many")
        else:
            fits = list(range(number, count + 1)) if "少" in how else list(range(number + 1)) if "多" in how else [number]
        return [name, groups["a"].replace("素", "质"), fits]
    return [name, groups.get("a", ""), groups.get("b", "")]


def _order(how: str) -> str:
    if patterns.search("不小于|大于或?等于|不少于|不低于|至少", how):
        return "≥"
    if patterns.search("不大于|小于或?等于|不超过|至多", how):
        return "≤"
    return "＞" if patterns.search("大于|超过", how) else "＜" if "小于" in how else "＝"


def _compares(value: int, how: str, other: int) -> bool:
    return {
        "≥": value >= other,
        "≤": value <= other,
        "＞": value > other,
        "＜": value < other,
        "＝": value == other,
        "multiple": bool(other) and value % (other or 1) == 0,
        "奇数": value % 2 == 1,
        "偶数": value % 2 == 0,
    }[how]


def _is(number: int, what: str) -> bool:
    if what in ("奇数", "偶数"):
        return number % 2 == (what == "奇数")
    return number in _PRIMES if what == "质数" else number > 1 and number not in _PRIMES


def _happens(drawn: Sequence[int], event: Sequence[Any]) -> bool:
    name, one, other = event
    if name == "triangle":
        small, middle, large = sorted(drawn)
        return small + middle > large
    if name == "right-triangle":
        small, middle, large = sorted(drawn)
        return small * small + middle * middle == large * large
    if name == "arithmetic":
        small, middle, large = drawn if one else sorted(drawn)
        return small + large == 2 * middle
    if name in ("sum", "product"):
        return _compares(sum(drawn) if name == "sum" else prod(drawn), one, other)
    if name == "difference":
        return _compares(abs(drawn[0] - drawn[1]), one, other)
    if name == "neighbours":
        return max(drawn) - min(drawn) == len(drawn) - 1
    if name in ("some-neighbours", "apart"):
        row = sorted(drawn)
        return bool(any(after - before == 1 for before, after in itertools.pairwise(row)) == (name == "some-neighbours"))
    if name == "coprime":
        return gcd(*drawn) == 1
    if name == "each":
        return _is(drawn[0], one) and _is(drawn[1], other)
    if name == "proper":
        top, bottom = drawn
        return {"真分数": top < bottom, "假分数": top >= bottom, "最简分数": gcd(top, bottom) == 1, "整数": top % bottom == 0}[str(one)]
    if name == "earlier":
        return drawn[0] > drawn[1] if "大" in one + other else drawn[0] < drawn[1]
    if name == "later":
        return drawn[1] > drawn[0] if "大" in one + other else drawn[1] < drawn[0]
    if name == "extreme":
        return bool((max(drawn) if one == "大" else min(drawn)) == other)
    if name == "mixed":
        return sum(drawn) % 2 == 1
    return bool(sum(_is(number, one) for number in drawn) in other)


def drawn(parameters: Parameters) -> tuple[int, int]:
    """How many draws fit, and how many there are."""
    numbers, take = parameters["numbers"], parameters["take"]
    draws: Any = (
        itertools.product(numbers, repeat=take)
        if parameters["replaced"]
        else itertools.permutations(numbers, take)
        if parameters["ordered"]
        else itertools.combinations(numbers, take)
    )
    every = list(draws)
    return sum(_happens(each, parameters["event"]) for each in every), len(every)


def read_drawn_chance(text: str) -> Recognition | None:
    """The chance that something holds for numbers drawn.

    Raises:
        StayOut: something is not understood.
    """
    return _read(text, True)


def read_drawn_count(text: str) -> Recognition | None:
    """How many ways there are of choosing numbers for which something holds.

    Raises:
        StayOut: something is not understood.
    """
    return _read(text, False)
