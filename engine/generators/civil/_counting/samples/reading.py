"""Reading a drawing of some from things of several sorts: what there is, how it is drawn, what must hold and what is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from engine.generators import patterns
from engine.generators.civil._counting.chance_words import CHANCE_WORD
from engine.generators.civil._counting.combinatorics.words import ASKED as WAYS_ASKED
from engine.generators.civil._counting.combinatorics.words import WAY
from engine.generators.civil._counting.samples.events import Events, aliases, persons_told
from engine.generators.civil._counting.samples.population import Population, halves, read_population, split_off
from engine.generators.civil._counting.samples.words import FREE, PERSON_NAME, TAKE, THING, UNIT, N
from engine.generators.civil._problems.background import only_introduces
from engine.generators.civil._problems.story import Story
from engine.generators.civil._problems.wording import ORDINARY, SUSPECT, is_talk
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out, to_int

_ASKED = rf"(?:的)?{CHANCE_WORD}(?:有|是|为|约为)?(?:多少(?:分之多少|大)?%?)?[,;。?:]*"
_OTHER_MODELS = r"站成|排成|排队|围[成坐]|分[配给到成]|骰|直到|为止|若干|位数|编号|号码|数字|夫妻|夫妇|双(?!方|数)|不独立|轮流|加入|放入|再放|相邻|顺序|次序|命中|投篮|射击|[局场]比赛|胜(?!利|任|地)|座位|密码|楼|(?<![基高中阶])层|天(?!津|才|然|安|山|空|文|下课|放学)|周[一二三四五六日]|红绿灯|路口|转移|倍|平均|每[人名位](?!(?:都|从中|随机|任意)*(?:拿|取|抽|摸|领|买)|.{0,6}(?:机会|可能性)(?:相等|相同|均等))|担任|兼任|既[会懂是能]|[都均兼]会|两次抽查"
_BACK = r"(?:取|摸|抽|看)?(?:出|完)?(?:(?:一|1)(?:个|只|张)?球?)?(?:记下颜色)?(?:后|再)*(?P<no>不再?|无)?(?:再)?放回(?:袋中|盒中|去|箱中)?(?:后再[取摸抽](?:下)?一?个?)?|(?P<no2>不|无)放回地?"
_ALIKE_OTHERWISE = r"(?:这些)?(?:它们|球|卡片)?(?:的)?(?:除了?颜色(?:不同)?(?:之|以)?外,?)?(?<!(?<![除了])颜色)(?:其余|其他|其它|特征|大小|形状|质地|材质|外观|完全|等|、|和|都|均|且|,)+(?:相同|一样|没有(?:任何)?(?:其他)?(?:区别|差别)|无(?:任何)?(?:其他|其它)?(?:区别|差别))的?|除了?颜色(?:不同)?(?:之|以)?外,?(?:没有|无)(?:任何)?(?:其他|其它)?(?:的)?(?:区别|差别)"
_ALIKE_OUTSIDE = re.compile(
    r"(?:现在|所有|每(?:一)?(?:个|只|张|件)|这些|它们|各)[^,;。?\d]{0,6}(?:看上去|看起来|外观|外表|摸起来|手感|包装)[^,;。?\d]{0,6}(?:一样|相同|一致|没有区别)"
)
_KNOWN = (
    r"(?:已知|若已?知|如果已?知|假设已知|在(?!所[取抽选摸]))(?P<what>[^,;。?]{2,30}?)(?:的(?:条件|前提|情况)下|,(?:则|那么?|求|问)?|时,?)"
)


@dataclass
class _Draw:
    take: int
    start: int
    end: int
    base: list[tuple[str, int]] = field(default_factory=list)  # so many of a sort by the draw itself
    replaced: bool = False
    told: str = ""


_ALL_OUT = re.compile(
    rf"(?:现|将|把|它们|这些球?|,)*(?:一个个|逐个|依次|一一|一个一个|挨个)(?:的|地)?(?:从中)?(?:全部|都)?(?:{TAKE}|走|离开|进入|登|上|下)(?:出|取|完|走|教室|车|场|台)*(?:来)?(?=[,;。])"
)


_EACH_ONE = re.compile(
    rf"(?:现|若|如果|有|,)*(?P<n>{N})(?:名|个|位)?(?:{THING}|[\u4e00-\u9fff]{{1,3}}?)(?<![组袋盒箱班类种堆所校家室])(?:每人|各自|各|每个人|依次)+(?:都|从中|随机|任意|不放回地?)*(?:{TAKE})(?:出|走|取|到|得|下)?(?:一|1){UNIT}(?:{THING})?"
)
_ROLES = re.compile(
    rf"(?:,|来|去|并)*(?:分别|各自)(?:去|到|来)?(?:担任|从事|参加|承担|完成|出任|前往|赴|负责|任|做|去|到|安排到)(?P<what>(?:(?P<n>{N})(?:个|项|种|门|所|家|份)(?:不同的?)?[^,;。?]{{1,10}}?|[^,;。?\d]{{1,8}}(?:[、和与][^,;。?\d、和与]{{1,8}})+?))(?:工作|任务)?(?=[,;。?]|$|则|共|有)"
)


_IN_ROW = rf"(?P<head>(?:选|取|抽|挑|派)(?:出|取|派|择)?{N}(?:个|名|位|本|人|面|盆|幅|张)(?:人|同学|学生|书|旗|花|画|选手|代表|[男女](?:生|员工|队员|职工)(?:[、和]{N}(?:个|名|位)[男女](?:生|员工|队员|职工))?)?)(?:来)?(?:排|站|摆|插|挂)(?:成|在)(?:一|1)?(?:个)?(?:横|竖|纵)?(?:队|排|列|行)(?:照相|拍照|合影|参加[\u4e00-\u9fff]{{2,6}})?(?=[,;。?]|$)"
# Put back between two draws: `摸出 1 个球，放回摇匀，再摸出 1 个球`.
_ONE_AND_ONE = rf"(?P<verb>摸|取|抽)(?:出|取)?(?:一|1)(?P<unit>{UNIT})(?P<thing>{THING})?[^;。?\d]{{0,12}}?(?P<no>不)?放回[^;。?\d]{{0,16}}?再(?:次)?(?:从[^,;。?\d]{{0,6}}中)?(?:随机|任意|任)*地?(?:摸|取|抽)(?:出|取)?(?:一|1){UNIT}(?:{THING})?"
# So many of them are chosen, whoever chooses: `结果有 3 人获奖`.
_AMONG = re.compile(
    rf"(?<![少多恰只好])(?:结果|最终|最后|其中|共|,)*(?<![少多恰只好])有(?P<n>{N})(?:名|个|位)?(?:人|{THING})(?:获奖|晋级|入选|入围|当选|中标)(?=[,;。]|且)"
)
# `任取 1 件，有放回地取 3 次`.
_ONE_AGAIN = rf"(?:任意?|随机)?(?:{TAKE})(?:出)?(?:一|1)(?P<unit>{UNIT}),?有?放回地?(?:{TAKE})(?:了)?(?P<n>{N})次"
# Prizes of all sorts are prizes where only winning is asked.
_PRIZES = re.compile(
    r"(?P<all>(?:[一二三]等奖\d+张[、,和]*){2,3})[、,]?(?:其余|其他|剩下)?的?(?:都|均)?(?:不中奖|没有?奖|谢谢参与)(?![\s\S]*[一二三]等奖)"
)
_PLACED = re.compile(r"(?:且|并且|,)*(?:每人|各人|他们|获奖者)?(?:的)?(?:成绩|名次|得分)(?:均|都|各|互)?不(?:相)?同(?=[,;。])")


def _roles(text: str) -> tuple[str, int]:
    """The text without what those drawn are each to do, and how many different things that are; 0 where nothing is said of it."""
    found = _ROLES.search(text)
    if found is None:
        return text, 0
    number = to_int(found["n"]) if found["n"] else len(patterns.split("[、和与]", found["what"]))
    return text[: found.start()] + text[found.end() :], number


def _draw(text: str, told_back: bool = False) -> _Draw | None:
    """How many are drawn, and where that is said."""
    if (each := _EACH_ONE.search(text)) is not None and patterns.search(r"\d|[两三四五六七八九十]" + UNIT, text[: each.start()]):
        return _Draw(to_int(each["n"]), each.start(), each.end(), told=each[0])
    if (out := _ALL_OUT.search(text)) is not None:
        return _Draw(0, out.start(), out.end(), told=out[0])
    told_turns = [to_int(each) for each in patterns.findall(rf"第({N})(?:次|个|只|张|件|名|位|球)", text)]
    if (
        told_turns
        and (
            one_by_one := patterns.search(
                rf"(?:无放回|不放回)?地?每次(?:从中|只)?(?:任意?|随机)*(?:{TAKE})(?:出|取)?(?:1|一){UNIT}(?:{THING})?(?=[,;。])", text
            )
        )
        and not patterns.search(rf"(?:{TAKE})(?:了)?{N}次", text)
    ):  # nobody says how often: as often as is asked of
        return _Draw(max(told_turns), one_by_one.start(), one_by_one.end(), told=one_by_one[0])
    turns = (
        patterns.search(
            rf"(?P<head>(?:从[^,;。?]{{0,16}}?(?:中|里|内))?,?{FREE}(?:{TAKE})(?:出|取)?)(?P<n>{N})次(?:{THING})?,?(?:每次)(?:从中|只)?(?:任|随机)*(?:{TAKE})?(?:出|取)?(?:1|一){UNIT}(?:{THING})?",
            text,
        )
        or patterns.search(
            rf"(?P<head>每次(?:从中|只)?(?:任意?|随机)*(?:{TAKE})(?:出|取)?(?:1|一){UNIT}(?:{THING})?),?(?:[^,;。?]{{0,8}},)?(?:连续|先后|依次|共|一共|连)*(?:{TAKE})?(?:了)?(?P<n>{N})次",
            text,
        )
        or patterns.search(
            rf"(?P<head>(?<!每次)(?:任|随机|连续)*(?:{TAKE})(?:出|取)?)(?:了)?(?P<n>{N})次(?=[,;。])" if told_back else "(?!)", text
        )
    )
    if turns is not None:
        return _Draw(to_int(turns["n"]), turns.start(), turns.end(), told=turns[0])
    if (among := _AMONG.search(text)) is not None and patterns.search(r"\d|[两三四五六七八九十]" + UNIT, text[: among.start()]):
        return _Draw(to_int(among["n"]), among.start(), among.end(), told=among[0])
    for found in patterns.finditer(
        rf"(?<!每次)(?<!每人)(?<!每天)(?P<each>各)?{FREE}(?:{TAKE})(?:出|取|到|了|调)*(?P<n>{N})(?P<unit>{UNIT})?(?!\d|次|年|班|等奖)(?P<noun>(?:其他)?{THING})?",
        text,
    ):
        if not found["unit"] and not found["noun"]:
            continue
        number = to_int(found["n"])
        before = text[: found.start()]
        if not patterns.search(r"\d|[一二两三四五六七八九十]" + UNIT, before) or number < 1:
            continue
        return _Draw(number, found.start(), found.end(), told=found[0])
    return None


def _composed(text: str, draw: _Draw, population: Population) -> tuple[list[list[Any]], int, int]:
    """`选出 2 男 2 女`, `从甲、乙两组各抽 1 名`: so many of each by the draw itself, how many altogether, and where it ends."""
    names = sorted({tag for tags in population.tags for tag in tags if tag}, key=len, reverse=True)
    if not names:
        return [], draw.take, draw.end
    noun = re.escape(population.noun)
    one = rf"(?P<n>{N})(?:{UNIT})?(?P<name>{'|'.join(map(re.escape, names))})(?:{noun})?(?:生|性|职工|员工|同学|老师|教师|医生|护士|球|人)?"
    start = patterns.compiled(rf"{FREE}(?:{TAKE})(?:出|取|到|了)*").search(text, draw.start)
    if start is not None:
        place, found = start.end(), []
        while match := patterns.compiled(one).match(text, place):
            found.append((match["name"], to_int(match["n"])))
            place = match.end()
            joint = patterns.compiled(r"[、和与及,]{0,2}(?:以及)?").match(text, place)
            if joint is not None and patterns.compiled(one).match(text, joint.end()):
                place = joint.end()
        if len(found) > 1 or (len(found) == 1 and found[0][1] == draw.take and len(population.tags) > 1):
            conditions = [["count", population.cells(name), [count]] for name, count in found]
            return conditions, sum(count for _, count in found), place
    return [], draw.take, draw.end


def _of_each(text: str, draw: _Draw, population: Population) -> list[list[Any]]:
    """`各抽 1 名`: of each place, or of each sort, so many."""
    if not patterns.search(r"各(?:自)?(?:随机|任意?|抽|选|取|派|摸|挑)", text[max(0, draw.start - 3) : draw.end]):
        return []
    kinds = list(dict.fromkeys(population.places)) or [group[0] for group in [population.sorts]]
    if population.places:
        return [["count", population.cells(kind), [draw.take]] for kind in kinds]
    return [["count", group, [draw.take]] for group in population.groups()]


_WORDS = sorted(ORDINARY.split(), key=lambda word: (-len(word), word))
_ORDINARY = re.compile("|".join(re.escape(word) for word in _WORDS if not word.isascii()))
_IDLE_SUSPECTS = r"比赛|竞赛|参赛|招聘会|每[盆箱盒袋][^,;。\d]{2,20}|[一1][只把张盒箱袋]|优惠|优秀|超市|新员工|第一线|一线|交警|交通|交流|休息|退役|退休|变电|起重|半导体|免费|随机|任意|参加|增强|提高|加强|先进|改革"


def only_talks(clause: str) -> bool:
    """Whether a clause is talk around the problem that counts nothing and asks nothing of anybody."""
    return is_talk(clause) and patterns.search(r"[\d一二两三四五六七八九十]|必须|相邻|不|都|老师", clause) is None


def pass_background(text: str) -> None:
    """What stands around the counts: a story, no condition.

    Raises:
        StayOut: it could matter.
    """
    for clause in patterns.split(r"[,;。?!:\n()]+", text):
        left = patterns.sub(r"(?:还)?剩(?:下|有)?(?=\ue000)|(?<=\ue000)的[\u4e00-\u9fff]{1,8}中?$", "", clause)
        left = patterns.sub(rf"{_IDLE_SUSPECTS}|20\d\d(?:年|届)", "", left.replace("\ue000", ""))
        if only_talks(left) or only_introduces(left):
            continue
        if patterns.search(r"若干|一些|部分|去掉|拿掉|剩|除|不足|混入|换", left):
            stay_out(f"background: {left}")
        left = _ORDINARY.sub("", left)
        if patterns.search(rf"\d|[零一二两三四五六七八九十百千]|(?![某])(?:{SUSPECT})", left) or len(left) > 16:
            stay_out(f"background: {left}")


_PURPOSE = re.compile(
    r"(?:,|来|去|并|以|用来|分别|共同|一起)*(?:参加|参与|组成|组建|成立|进行|前往|赴|出席|负责|从事|开展|接受|作为|支援|支持|送给|交给|寄给|借给|带给|打开|用于|用来|到|去|做|当|担任志愿者|下沉|外出|观看|抽查|检查|检验|检测|测试|代表|完成|充当|值班|加入)[^,;。?\d]{0,24}?(?=[,;。?]|$|(?:要求|其中|至少|至多|恰|则|那么))"
)

# Whatever else they do: a verb and little more.
_SHORT_PURPOSE = re.compile(
    rf"(?!{PERSON_NAME})[^\d,;。?!:()\ue000一两二三四五六七八九十不没无未各每同异全都均是为有既又或恰正刚只仅至最其若如且和与色种颜来自不放回次第先后男女]{{2,7}}(?=[,;。])"
)


def _without_purpose(tail: str, population: Population) -> str:
    """What those drawn are drawn for, left out: it counts nothing and speaks of no sort."""
    found = _PURPOSE.match(tail) or _SHORT_PURPOSE.match(tail)
    if found is None or any(tag in found[0] for tags in population.tags for tag in tags):
        return tail
    left = patterns.sub(
        r"[一1](?:个|次|项|支|场|名)|全国|全市|第一线|一线|志愿者|比赛|培训|交流|参加|加入|代表|超市|优秀|先进|[送交寄借带]给|前往|外出|去往",
        "",
        found[0],
    )
    if patterns.search(rf"[\d二两三四五六七八九十]|{SUSPECT}|[男女]|职务|岗位|不同|顺序", left):
        return tail
    return tail[found.end() :]


def _conditions(text: str, events: Events) -> list[list[Any]]:
    found: list[list[Any]] = []
    for clause in patterns.split(r"[,;。?!:\n()]+", text):
        plain = clause.replace("\ue000", "").strip()
        if not plain or only_talks(plain):
            continue
        found += events.of(plain)
    return found


_MEMBER = re.compile(
    rf"(?P<sort>[^,;。()、\d]{{1,8}}?)?(?P<n>\d+{UNIT})(?P<sort2>[^,;。()、\d]{{0,8}})\((?:其中)?(?:含|包括|包含|有)(?P<name>{PERSON_NAME})\)"
)


def _members(text: str) -> tuple[str, list[tuple[str, str]]]:
    """`男科员 5 名(含小刘)`: the text without such brackets, and who is of which sort."""
    found = [(each["name"], (each["sort"] or "") + each["sort2"]) for each in _MEMBER.finditer(text)]
    return _MEMBER.sub(r"\g<sort>\g<n>\g<sort2>", text), found


_HOLDING = r"(?<![\d每各])(?:一|1)(?:个|只|口)(?:不透明|密封|布|纸|黑色?|空|大|小|的)*(?:口袋|布袋|袋子?|盒子?|箱子?|罐子?|坛子|书包|抽屉|筐|篮子|桶|抽奖箱)(?:里面|里|中|内)?"


def _read(story: Story, asks_chance: bool) -> Recognition | None:
    story.rest = patterns.sub("(?<=[取摸抽出])一球", "一个球", patterns.sub(_HOLDING, "袋中", story.rest))
    story.rest = patterns.sub(r"[两二三](?:个)?(?:口袋|袋子?|盒子?|箱子?)(?:中|里)?(?:共)?(?:摸|取|抽)出的(?=\d)", "", story.rest)
    story.rest = patterns.sub(
        rf"(?<=有|着|和|、|与|及)(?P<n>[两二三四五六七八九])(?={UNIT})", lambda each: str(to_int(each["n"])), story.rest
    )
    story.rest, members = _members(story.rest)
    story.rest, roles = _roles(halves(patterns.sub("(?<=[、,])戍(?=[、,和等\\d五5])", "戊", story.rest)))
    in_row = patterns.search(_IN_ROW, story.rest)
    if in_row is not None:  # chosen, then put in a row: in every order
        story.rest = story.rest[: in_row.end("head")] + story.rest[in_row.end() :]
    ranked = (
        _PLACED.search(story.rest) is not None and patterns.search(r"名次[^,;。]{0,12}(?:种|情况|可能)|名次和人选", story.rest) is not None
    )
    placed = in_row is not None or ranked
    if ranked:
        story.rest = patterns.sub("(?:的)?名次和人选|(?:的)?人选和名次", "", _PLACED.sub("", story.rest))
    story.refuse(rf"{_OTHER_MODELS}|坏了(?!的)|不能用|不计(?![次顺先]|较|其)|迟到|缺席|除去|扣除|剔除|候补|替补|(?<=被)[取拿借]走|只能去")
    text = patterns.sub(r"\.?(?=多少\s*[?。]?$)|(?<=多少)[.。]+$|[“”\"]", "", story.rest)
    text = patterns.sub(rf"(?<![\d一二三四五六七八九十第])({N})男(?:[、和,]?)({N})女(?=[,;。]|中)", r"\1名男、\2名女", text)
    balls = patterns.findall(r"(?<=[有装])(?:\d+[红黄蓝白黑绿]球?[、和,]?){2,4}(?=[,;。])", text)
    if len(balls) == 1:  # `4红3白2黑`
        text = text.replace(balls[0], "、".join(f"{one[:-1]}个{one[-1]}球" for one in patterns.findall(r"\d+[红黄蓝白黑绿]", balls[0])))
    text = patterns.sub(
        rf"(?:其余|其他|剩下|另外|另)(?:的)?(?P<n>\d+{UNIT})(?:都|均|全部?)?(?:为|是)(?P<x>[^,;。\d]{{1,6}})(?=[,;。])", r"\g<n>\g<x>", text
    )
    if asks_chance:  # `求甲，乙的概率`: one event in two clauses
        text = patterns.sub(rf"多少(?=,[^,;。?]*{CHANCE_WORD})", "", text)
    text = patterns.sub("[“”\"'《》【】]", "", text)
    text = patterns.sub(rf"从(?:这|上述|以上)(?:{N})(?:{UNIT})?(?:{THING})?(?:当?中|里)", "从中", text)
    text = patterns.sub(r"被(?:选为|评为|推选为|确定为)[\u4e00-\u9fff]{2,4}(?=[,;。])", "", text)
    text = patterns.sub(rf"来自(?P<where>[\u4e00-\u9fffA-Z]{{1,6}}?)的(?P<n>{N})(?P<unit>{UNIT})", r"\g<n>\g<unit>\g<where>", text)
    text = patterns.sub(
        r"不透明的?|(?:在)?(?:看不[见到](?:球|颜色)?)的?(?:条件|情况)下,?|在同一副扑克牌中(?=抽取\d)|(?<=\d张牌)背面朝上,?", "", text
    )
    # Two who draw one each and keep it draw two together.
    text = patterns.sub(
        rf"(?P<n>[两二三四])(?:个|名|位)?人(?:先后|依次|轮流|各自)*各(?:自)?(?:从中)?(?:随机|任意?)?(?:{TAKE})(?:一|1)(?P<unit>{UNIT})",
        r"从中抽\g<n>\g<unit>",
        text,
    )
    if several := patterns.search(
        rf"{N}(?:位|名|个)(?:顾客|客人|朋友|同学|学生|员工|职工|家长|消费者|读者|学员|人)各(?:自)?(?:从中)?(?:{TAKE})", text
    ):
        stay_out(f"each of several: {several[0]}")
    text = patterns.sub("我[和跟与]我?(?:闺蜜|朋友|同桌|室友|同事)", "甲、乙", text)
    text = _PRIZES.sub(lambda each: f"中奖{sum(map(int, patterns.findall(r'[0-9]+', each['all'])))}张", text)
    text = patterns.sub(_ONE_AGAIN, r"放回,先后取出\g<n>\g<unit>", text)
    text = patterns.sub(_ONE_AND_ONE, lambda each: f"先后{each['verb']}出2{each['unit']}{each['thing'] or ''}{each['no'] or ''}放回", text)
    text = patterns.sub(_ALIKE_OTHERWISE, "", _ALIKE_OUTSIDE.sub("", text))
    back = list(patterns.finditer(_BACK, text))
    replaced = any(not (each["no"] or each["no2"]) for each in back)
    if replaced and any(each["no"] or each["no2"] for each in back):
        stay_out("put back or not")
    text = patterns.sub(",每次(?=,)", "", patterns.sub(_BACK, lambda match: "", text))
    draw = _draw(text, bool(back))
    if draw is None:
        return None
    head = patterns.sub(
        rf"(?:现在?|今|如|若|如果|分别|,)*从(?!\d|[^,;。?\d]{{0,3}}{N}{UNIT}[^组袋盒箱班队个种\d,;。]{{2}})[^,;。?\d]{{0,14}}$",
        "",
        text[: draw.start],
    )
    population = read_population(head + ("" if head.endswith((",", "。", ";")) else ","))
    if not population.counts:
        return None
    pass_background(population.left)
    tail_start = draw.end
    base, take, tail_start = _composed(text, draw, population)
    if not base and (each := _of_each(text, draw, population)):
        base, take = each, draw.take * len(each)
    tail = text[tail_start:]
    asked = (
        _ASKED if asks_chance else rf"(?:{WAYS_ASKED})|(?:不同的?)?(?:(?<![当入被])[\u4e00-\u9fff]{{1,3}}?[法案式])(?:共|则)?(?:有)?多少种?"
    )
    question = patterns.search(asked, tail)
    if question is None or (asks_chance and patterns.search(CHANCE_WORD, tail[question.end() :])):
        return None
    if patterns.search(r"[\u4e00-\u9fff]{3}", patterns.sub(rf"{WAY}|不同|的|种", "", tail[question.end() :])) and not is_talk(
        tail[question.end() :]
    ):
        stay_out("more is asked")
    idle = r"一?共|总共|则|那么|问|可以|可|能|会" + ("" if asks_chance else "|不同的?")
    tail = patterns.sub(rf"(?:{idle})+$", "", tail[: question.start()]) + ","
    tail = _without_purpose(tail, population)
    for name, sort in members:
        split_off(population, name, next((alias for alias in sorted(aliases(population), key=len, reverse=True) if alias in sort), None))
    persons_told(patterns.sub(r"(?:送|交|借|带|分|寄)给[^,;。?]{1,4}", "", tail), population)
    total = sum(population.counts)
    all_out = not take
    if roles and roles != take:
        stay_out("so many roles")
    take = take or total
    if (take > total and not replaced) or (take == total and not replaced and not all_out):
        return None
    events = Events(population, take)
    given: list[list[Any]] = []
    if asks_chance and (known := patterns.search(_KNOWN, tail)):
        given = _conditions(known["what"], events)
        tail = tail[: known.start()] + "," + tail[known.end() :]
        if not given:
            stay_out("what is known")
    if asks_chance:  # what is required of every drawing, not what its chance is asked of
        for rule in patterns.findall(r"(?:要求|规定|并要求|且要求)[^,;。?]{2,24}[,;。]", tail):
            base = [*base, *_conditions(rule, events)]
            tail = tail.replace(rule, ",")
    wanted = _conditions(tail, events)
    if asks_chance and not wanted:
        stay_out("no event")
    if not asks_chance and not wanted and not base and len(population.tags) > 1:
        stay_out("sorts without a condition")
    return Recognition(
        parameters={
            "task": "sample",
            "names": population.names,
            "counts": population.counts,
            "take": take,
            "replaced": replaced,
            "ordered": bool(roles) or placed,
            "base": base,
            "given": given,
            "wanted": wanted,
        },
        understood=(
            ("共有", "、".join(f"{name} {count}" for name, count in zip(population.names, population.counts, strict=True))),
            ("取出", f"{take} 个{'，每次放回' if replaced else ''}"),
            *((("已知", patterns.sub("[,\ue000]+", "", known["what"])),) if given and known else ()),
            ("要求", patterns.sub(r"[,\ue000]+", " ", tail).strip() or "没有"),
        ),
    )


def read_sample_chance(text: str) -> Recognition | None:
    """The chance that something holds for those drawn.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    if not story.has(CHANCE_WORD):
        return None
    return _read(story, True)


def read_sample_ways(text: str) -> Recognition | None:
    """In how many ways some can be drawn so that everything holds.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    story.refuse(CHANCE_WORD)
    return _read(story, False)
