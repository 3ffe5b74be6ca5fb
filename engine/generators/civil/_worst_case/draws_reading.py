"""Reading how many must be drawn to be sure of something, by the words of what is to be sure: so many alike, every sort, one sort, pairs.

What there is to draw from is read as for any drawing; a pack of cards has its suits and ranks.
"""

from __future__ import annotations

import re
from typing import Any

from engine.generators import patterns
from engine.generators.civil._counting.samples.events import Sign, signs_of
from engine.generators.civil._counting.samples.population import Population, read_population
from engine.generators.civil._counting.samples.reading import only_talks, pass_background
from engine.generators.civil._counting.samples.words import FREE, THING, UNIT, N
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out, to_int

_SURE = r"(?:才|就|便)?(?:一定|必定|肯定|绝对)?(?:能够?|可以?)?(?:保证|确保)(?:一定|必定)?(?:能够?|可以?)?|(?:才|就|便)(?:一定|必定|肯定)(?:能够?|可以?|会)?|(?:一定|必定|必然|必|肯定)(?:能够?|会)?(?=有|是|出现)"
_TAKE = (
    r"(?:搬出|捞出|吃掉|搬运|点到|派出|录用|招聘|录取|报名|取出|摸出|拿出|抽出|选出|抽取|选取|摸|取|拿|抽|选|捞|搬|吃|买|挑|抓|找到工作)"
)
_ASK = rf"(?:最少|至少|最小|起码)(?:要|需要?|应该?|得|从中|随机|任意|一次|当|须|必须)*(?:有)?(?:从[^,;。?\d]{{0,10}}?中)?(?:{FREE})(?:{_TAKE})?(?:出|到|走|掉|取)?(?:多少|几)(?P<unit>{UNIT}|次|票)?(?P<noun>{THING}|[\u4e00-\u9fff]{{1,2}}(?=,|才|就|能))?(?:(?:{_TAKE})|参加)?,?"
_OTHER = r"概率|弃权|先[拿取摸抽]|已经[拿取摸抽]|(?<!王)[拿取]走(?!大|两张|王|了?大)|别的|规定|不得|每次|多少种|选票|投票|得票|当选|生日|属相|同一天|分给|分到|放进|放入|装进|编号|号码|数字|自然数|整数|之和|倍数|相差|互质|钥匙|不放回|放回|每人|(?:至少|最少)选|(?:至多|最多)选|每名|每位|每个人|总和|平均|最多的|各不相同的?人|左右手?(?!都)|不同颜色的(?=手套)"
_SUITS = ("黑桃", "红桃", "梅花", "方块")
_PACK = r"(?:一|1)?(?:副|付)(?:完整的?|新的?)?(?:扑克牌|扑克|牌)"
_NO_JOKERS = r"(?:去掉|除去|除掉|拿掉|抽掉|不含|没有|不包括|不带|取出|拿走|无)(?:了)?(?:两张|2张)?(?:大小王|大、小王|大王和?小王|王牌?)(?:的|后|之后|外)?|(?:共)?(?:有)?52张"
_WITH_JOKERS = r"\(?(?:共|有|一共)?(?:有)?54张(?:牌)?\)?|(?:含|包括|带|有)(?:有)?(?:大小王|大、小王|大王和?小王)(?:各1张)?"
_ROUGH = r"\((?:每种|各种)(?:颜色)?的?[\u4e00-\u9fff]{0,3}(?:都|均)?(?:足够多|很多|充足)\)|(?:每种(?:颜色)?的?[\u4e00-\u9fff]{0,3}(?:都)?(?:足够多|很多|有若干|充足))|各(?:有)?(?:若干|很多|足够多|许多|足够)(?:个|只|条|根)?|(?:里|中)?有?(?:很多|许多|若干|足够多)(?:条|个|只|根|支)?[\u4e00-\u9fff]{1,3}?(?=,|。|共有)"
_PLENTY = 10**6


def _pack(text: str) -> tuple[Population, int, str] | None:
    """A pack of cards: its suits, how many jokers, and what else is told."""
    found = patterns.search(_PACK, text)
    if found is None:
        return None
    without = patterns.search(_NO_JOKERS, text) is not None
    rest = patterns.sub(rf"{_PACK}(?:中|里)?|{_NO_JOKERS}|{_WITH_JOKERS}", "", text)
    rest = patterns.sub(r"(?:有)?(?:四|4)种花色,?每种花色(?:各)?有?(?:13|十三)张(?:牌)?", "黑桃、红桃、梅花、方块各13张", rest)
    listed = patterns.search(
        r"(?:有)?(?:黑桃|红桃|红心|梅花|草花|方块|方片)(?:[、和](?:黑桃|红桃|红心|梅花|草花|方块|方片)){3}(?:四种花色)?各(?:有)?(?:13|十三)张",
        rest,
    )
    if listed:
        without = without or patterns.search("54|王", text) is None
        rest = rest.replace(listed[0], "")
    population = Population(tags=[[suit] for suit in _SUITS], counts=[13] * 4, sorts=list(_SUITS), noun="牌")
    population.tags[1].append("红心")
    population.tags[2].append("草花")
    population.tags[3].append("方片")
    if not without:
        population.tags.append(["大小王", "王", "大王或小王"])
        population.counts.append(2)
        population.sorts.append("王")
    return population, 0 if without else 2, rest


def _plenty(text: str) -> tuple[Population, str] | None:
    """So many sorts, of each as many as one likes."""
    kinds = patterns.search(
        rf"(?:共有?|有|分为?)?(?P<n>{N})(?:种|个)(?:不同的?)?(?:颜色|品种|口味|类型|花色|型号)(?:的)?(?:[\u4e00-\u9fff]{{1,3}}?)?(?=[,;。(]|各|若干|很多|$)",
        text,
    )
    rough = patterns.search(_ROUGH, text)
    if kinds is None or rough is None:
        return None
    number = to_int(kinds["n"])
    if not 2 <= number <= 40:
        return None
    names = [f"第{place}种" for place in range(1, number + 1)]
    rest = patterns.sub(rf"{re.escape(kinds[0])}|{_ROUGH}", "", text)
    return Population(tags=[[name] for name in names], counts=[_PLENTY] * number, sorts=names), rest


def _same(counts: list[int], wanted: int) -> dict[str, Any]:
    if not 2 <= wanted <= max(counts):
        stay_out("numbers")
    return {"task": "same", "wanted": wanted}


def _aim(code: str, signs: list[Sign], population: Population, cards: bool) -> dict[str, Any]:
    """What is to be sure.

    Raises:
        StayOut: not understood.
    """
    counts = population.counts[:4] if cards else population.counts
    numbers = [sign for sign in signs if sign.sign == "N"]
    sorts = [sign.cells for sign in signs if sign.sign == "S"]
    if any(sign.sign in "MGFTJ" for sign in signs):
        stay_out("bounds of another kind")
    if numbers and numbers[0].unit in ("双", "对", "副"):
        wanted = numbers[0].number
        if "D" in code:
            return {"task": "pairs-apart", "wanted": wanted}
        # Several pairs alike: each for itself, or all of one colour?
        if patterns.fullmatch("L?X?N" if wanted > 1 else "L?X?NE?|L?X?EN", code):
            return {"task": "pairs", "wanted": wanted, "same_colour": True}
        stay_out("pairs")
    if patterns.fullmatch(r"L?X?NA?EN?|L?EN|L?X?NAE", code) and len({sign.number for sign in numbers}) == 1:
        return _same(counts, numbers[0].number)
    if patterns.fullmatch(r"(?:K|N)A?L?N?|NA|KA", code) and not sorts:
        if code[0] == "K" or (numbers[0].unit in ("种", "类") and len(numbers) == 1):
            kinds = len(counts) if code[0] == "K" else numbers[0].number
            if code[0] == "K" and numbers and numbers[0].number > 1:
                return {"task": "of-each", "least": [numbers[0].number] * len(counts)}
            if 2 <= kinds <= len(counts):
                return {"task": "kinds", "wanted": kinds}
        stay_out("which sorts")
    if len(sorts) == 1 and patterns.fullmatch(r"L?X?N?S|SL?N?|L?N?SN?", code):
        wanted = numbers[0].number if numbers else 1
        least = [0] * len(population.counts)
        if len(sorts[0]) != 1 or not 1 <= wanted <= population.counts[sorts[0][0]]:
            stay_out("numbers")
        least[sorts[0][0]] = wanted
        return {"task": "of-each", "least": least, "cards": cards}
    if len(sorts) > 1 and patterns.fullmatch(r"S+(?:A?B?L?N|A|BN)|L?S+BN|L?NBS+|NS(?:NS)+|SN(?:SN)+|S+L?BN", code):
        least = [0] * len(population.counts)
        each_wanted = [sign.number for sign in numbers] or [1]
        if len(each_wanted) not in (1, len(sorts)) or any(len(cells) != 1 for cells in sorts):
            stay_out("numbers")
        for place, cells in enumerate(sorts):
            least[cells[0]] = each_wanted[place if len(each_wanted) > 1 else 0]
        return {"task": "of-each", "least": least, "cards": cards}
    stay_out(f"what is sure: {code}")


def _question(text: str) -> tuple[str, str, str] | None:
    """What is told, what is to be sure, and the unit asked for."""
    asked = patterns.search(_ASK, text)
    if asked is None:
        return None
    unit = asked["unit"] or ""
    after = text[asked.end() :]
    sure = patterns.search(_SURE, after)
    head = text[: asked.start()]
    if sure is not None and sure.start() < 6:
        aim, tail = patterns.split("[,;。?]", after[sure.end() :], 1)[0], after[sure.end() :]
        more = tail[len(aim) :]
    else:
        before = patterns.search(rf"(?:要|为了?|若要|想)?(?:想)?(?:{_SURE})(?P<aim>[^,;。?]{{2,30}}),?(?:那么|则|问)?$", head.rstrip(","))
        if before is None:
            return None
        aim, more, head = before["aim"], after, head[: before.start()]
    if patterns.search("多少|几", more):
        stay_out("more is asked")
    told_beside = patterns.findall(r"\([^()]*\)", aim + more)
    aim = patterns.sub(r"\([^()]*\)|\([^()]*$|呢$", "", aim)
    more = patterns.sub(r"^[^()]*\)", "", more) if more.count(")") > more.count("(") else more
    head += "".join("," + each.strip("()") for each in told_beside if patterns.search("副|牌", each))
    brackets = "".join(each for each in told_beside if not patterns.search("副|牌", each))
    left = patterns.sub(r"\([^()]*\)|[,;。?\s]", "", more)
    if left and not only_talks(left):
        head += "," + left
    return head, aim + brackets, unit


def read_draws(text: str) -> Recognition | None:
    """How many must be drawn to be sure.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    story.refuse(_OTHER)
    story.refuse(rf"\d{UNIT}[^,;。\d]{{1,6}}[中里],?(?:总?共|一共)有\d")  # some of them: `read_guarantee` knows
    plain = patterns.sub("[“”\"'《》]", "", story.rest).strip("?。 \n") + "?"
    plain = patterns.sub(
        r"(?:[它这]们?|这些[\u4e00-\u9fff]{0,2}|球|手套|袜子)?(?:的)?(?:除了?颜色(?:不同)?(?:之|以)?外,?)?(?:(?:其余|其他|大小|形状|质地|材质|规格)(?:、|和)?)+(?:都|完全|均|也)*(?:相同|一样)|(?:在)?(?:黑暗(?:中|里)|闭(?:着|上)?眼睛?|蒙(?:着|上)?眼睛?|没有?灯光?|不(?:许|能|准)?看)(?:的?情况下?)?(?:伸手)?",
        "",
        plain,
    )
    found = _question(plain)
    if found is None:
        return None
    head, aim, unit = found
    pairs = patterns.search(
        r"\((?:即)?(?:每双)?(?:两|2)(?:只|根)(?:同色|颜色相同)的?(?:手套|袜子|筷子|鞋)?(?:为|算|是)?(?:一|1)?(?:双|副)?\)|\(同色的?(?:两|2)(?:只|根)(?:为|算)(?:一|1)双\)|\(不分左右手?\)",
        aim,
    )
    aim = aim.replace(pairs[0], "") if pairs else aim
    jokers = 0
    cards = False
    if pack := _pack(head + aim):
        population, jokers, rest = _pack(head + ",") or pack
        cards = True
        pass_background(rest)
        aim = patterns.sub(rf"{_WITH_JOKERS}$", "", aim)
    elif plenty := _plenty(head + ","):
        population, rest = plenty
        pass_background(rest)
    else:
        population = read_population(head + ",")
        if len(population.counts) < 2:
            return None
        pass_background(population.left)
    # The last cell holds what nobody said what it is.
    if "其他" in population.names and not patterns.search("其他|其余", aim) and len(population.counts) != 2:
        stay_out("the others")
    ranks = cards and patterns.search("点数|大小(?!王)|数字", aim) is not None
    signs = signs_of(
        patterns.sub(r"点数|大小(?!王)", "", aim) if ranks else aim,
        population,
        r"扑克牌|搬出|捞出|吃到|到|牌|花色|鲜花|花|水果|鱼|专业|类别|品种|颜色|找到工作|找的?工作|的人|选手|参赛|能|从报名者中|报名者|中的?|其|手套|筷子|袜子|鞋",
    )
    told = _aim("".join(sign.sign for sign in signs), signs, population, cards)
    if told["task"].startswith("pairs") and not (pairs or patterns.search("筷|袜", text) or patterns.search("同色|颜色相同", aim)):
        stay_out("what is a pair")
    counts = [4] * 13 if ranks else population.counts[:4] if cards and told["task"] != "of-each" else population.counts
    if ranks and told["task"] not in ("same", "kinds"):
        stay_out("ranks")
    whole_pack = cards and jokers and not patterns.search("54|王|完整", text)
    told.pop("cards", None)
    parameters = {"counts": counts, "unit": unit, "others": jokers if told["task"] != "of-each" else 0, "told": aim, **told}
    if whole_pack:
        parameters["whole_pack"] = True
    return Recognition(
        parameters=parameters,
        understood=(
            (
                "已知",
                "、".join(
                    f"{name}{' ' + str(count) if count < _PLENTY else ''}"
                    for name, count in zip(population.names, population.counts, strict=True)
                ),
            ),
            ("保证", aim),
        ),
    )
