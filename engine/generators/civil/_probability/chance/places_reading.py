"""Reading who comes to be where by chance: departments round a table, people who each go to the same places in an order of their own."""

from __future__ import annotations

import itertools
from fractions import Fraction
from math import comb, factorial

from engine.generators import patterns
from engine.generators.civil._counting.chance_words import WORDS, asked_chance, opened
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out, to_int

_N = r"(?:\d+|[一二两三四五六七八九十]+)"


def read_departments_round(text: str) -> Recognition | None:
    """Pairs side by side round a table: two people of different pairs beside each other.

    Raises:
        StayOut: something is not understood.
    """
    story = opened(text)
    if not story.has("圆桌"):
        return None
    seats = story.take(
        rf"(?:某次|一次|在)?(?:圆桌)(?:会议|旁|边|周围)?(?:共|一共)?(?:设|有|设有|摆)(?:了)?(?P<n>{_N})(?:个|把)(?:座位|椅子|席位)|(?:某次|一次|在)?圆桌(?:会议|旁|边)?(?P<n2>{_N})座"
    )
    pairs = story.take(
        rf"(?:共?有|来自)?(?P<m>{_N})(?:个|家)(?P<what>[\u4e00-\u9fff]{{1,4}}?)(?:参加|参会|与会)?(?:会议)?,(?:每|各)(?:个|家)?(?P=what)(?:派|有)?(?:2|两|二)(?:名|个)?(?:人|代表)"
    )
    if seats is None or pairs is None or to_int(seats["n"] or seats["n2"]) != 2 * to_int(pairs["m"]):
        return None
    what = patterns.sub(r"[^\u4e00-\u9fff]", "", pairs["what"])
    beside = story.take(
        rf"(?:排座位时|安排座位时|就座时|,)*(?:要求|规定|须|必须)?(?:同一(?:个)?|同|每个|相同){what}的?(?:两|2|二)(?:个|名)?(?:人|代表)(?:必须|须|要|都|均|座位)*(?:相邻|挨着坐?|坐在一起)(?:而坐)?"
    )
    event = story.take(
        rf"(?:若|如果|已知|,)*(?P<a>小[\u4e00-\u9fff]|[甲乙])(?:和|与|、)(?P<b>小[\u4e00-\u9fff]|[甲乙])(?:分别)?(?:代表|来自|属于)不同(?:的)?{what}(?:参加会议|参会|出席)?,?(?:则|那么)?(?:他们|两人|二人|这两人)?(?:的)?(?:座位|恰好|正好)*相邻"
    )
    if beside is None or event is None:
        return None
    asked_chance(story)
    story.finish(WORDS + " 会议 座位 排座位 部门 单位 参加 代表")
    count = to_int(pairs["m"])
    if not 3 <= count <= 10:
        stay_out("how many pairs")
    return Recognition(
        parameters={
            "task": "fair",
            "good": 1,
            "all": 2 * (count - 1),
            "told": f"两组相邻的概率是 2/{count - 1}（两侧各一组）；两组相邻时，两人恰好都在靠着对方的一边的概率是 1/4。",
        },
        understood=(("圆桌", f"{count} 组，每组两人相邻"), ("求", f"不同组的{event['a']}、{event['b']}相邻的概率")),
    )


def read_orders_apart(text: str) -> Recognition | None:
    """People who each go to all places, one a week, in an order of their own: all at different places every week.

    Raises:
        StayOut: something is not understood.
    """
    story = opened(patterns.sub(r"(?<=[甲乙丙丁])[,，](?=[甲乙丙丁])", "、", text))
    time = r"(?P<u>周|天|个月|月|季度)"
    people = story.take(
        rf"(?P<who>[甲乙丙丁](?:[、和]?[甲乙丙丁]){{1,3}}|小[\u4e00-\u9fff](?:[、和]小[\u4e00-\u9fff]){{1,3}})(?P<k>{_N})(?:个|名|位)?人(?:在)?(?:未来|接下来|今后|将在)*(?:的)?(?P<n>{_N}){time}(?:内|里)?(?:均|都|分别)*(?:要|将|需要?)*(?:去|到|前往|赴)(?P<places>[A-E](?:[、和]?[A-E]){{1,4}})(?:这)?(?P<m>{_N})(?:个|家)(?P<what>[\u4e00-\u9fff]{{1,3}}?)(?P<do>[\u4e00-\u9fff]{{2}})(?=[,;。])"
    )
    if people is None:
        return None
    persons = len(patterns.findall(r"[甲乙丙丁]|小[\u4e00-\u9fff]", people["who"]))
    places = len(patterns.findall("[A-E]", people["places"]))
    if persons != to_int(people["k"]) or places != to_int(people["m"]) or places != to_int(people["n"]):
        stay_out("how many people and places")
    once = story.take(
        rf"每(?:个)?人(?:在)?每个?{people['what']}(?:的)?(?:{people['do']})?(?:的)?(?:时长|时间)?(?:都|均|为|是|各)*(?:1|一){people['u']}"
    )
    free = story.take(r"(?:每个?人|各自)(?:都|均)?(?:随机|任意)(?:安排|选择|决定)(?:先后|自己的?)?(?:顺序|次序)")
    event = story.take(
        rf"(?:则|那么|问|求)*每{people['u']}{people['k']}(?:个)?人(?:所)?(?:去|到|在)的?{people['what']}(?:都|均|各|互)*(?:不(?:相)?同|不一样)"
    )
    if once is None or free is None or event is None:
        return None
    asked_chance(story)
    story.finish(WORDS)
    if persons > places or places > 5 or (places == 5 and persons > 3):
        stay_out("too many")
    orders = list(itertools.permutations(range(places)))
    good = sum(
        all(len({row[week] for row in rows}) == persons for week in range(places))
        for rest in itertools.product(orders, repeat=persons - 1)
        for rows in [(orders[0], *rest)]
    )
    return Recognition(
        parameters={
            "task": "fair",
            "good": good,
            "all": factorial(places) ** (persons - 1),
            "told": f"第一人的次序取定，其余的人共有 {factorial(places) ** (persons - 1)} 种安排，逐一列举，每次都不同的有 {good} 种。",
        },
        understood=(
            ("人数", str(persons)),
            ("地方", str(places)),
            ("求", "每次都在不同地方的概率（第一人的次序取定）"),
        ),
    )


_PRIZE = r"(?:特等|[一二三四]等)奖"


def read_prizes(text: str) -> Recognition | None:
    """One ticket of so many, of which so many win each prize.

    Raises:
        StayOut: something is not understood.
    """
    story = opened(text)
    tickets = story.take(
        rf"(?:若|如果)?(?:在|共有|有|从)?(?P<n>\d+)张(?:奖券|兑奖券|彩票|奖票)(?:中|里)?,?(?:设|有|设有|其中有?)+(?P<prizes>(?:{_PRIZE}(?:有)?\d+(?:个|名|张)[、,和]?)+)(?=[,;。])"
    )
    if tickets is None:
        return None
    prizes = {each["name"]: int(each["k"]) for each in patterns.finditer(rf"(?P<name>{_PRIZE})(?:有)?(?P<k>\d+)", tickets["prizes"])}
    story.take_all(
        r"(?:凡)?(?:若|如果)?(?:某人|某顾客|顾客|每)?(?:凡)?购物满\d+元(?:者|的顾客|的)?(?:可)?(?:获|得|获得)?(?:(?:兑)?奖券(?:一|1)张|(?:一|1)张(?:兑)?奖券)?"
    )
    story.take_all(r"有奖销售|(?:随机)?(?:抽取?|买了?|购买了?|获得)(?:一|1)张(?:奖券|彩票)?")
    asked = story.take(
        rf"(?:则|那么|他|她|该顾客|顾客|小[\u4e00-\u9fff]|一张奖券|,)*(?:能)?(?:中|获|得)(?P<what>{_PRIZE}|奖)(?=的(?:概率|可能性|机会))"
    )
    if asked is None or (asked["what"] != "奖" and asked["what"] not in prizes):
        return None
    asked_chance(story)
    story.finish(WORDS + " 商场 某商场 进行 举行 顾客 某人 若某人 凡")
    total = int(tickets["n"])
    good = sum(prizes.values()) if asked["what"] == "奖" else prizes[asked["what"]]
    if not 0 < sum(prizes.values()) < total:
        stay_out("how many prizes")
    return Recognition(
        parameters={"task": "fair", "good": good, "all": total},
        understood=(("奖券", str(total)), *((name, str(count)) for name, count in prizes.items()), ("求", f"中{asked['what']}的概率")),
    )


def read_more_hits(text: str) -> Recognition | None:
    """Two who each try so often, each try with a chance of its own: one of them with more hits, or both with as many.

    Raises:
        StayOut: something is not understood.
    """
    story = opened(text)
    tries = story.take(
        rf"(?:每人|两人|二人|双方)?(?:各|都|均)(?:打|投|射击|射|罚|发射|投篮|踢)(?P<n>{_N})(?:发(?:子弹)?|次|个|球|枪|箭)(?:球)?(?=[,;。])"
    )
    rule = story.take(
        r"(?:,|规定|则)*(?:中靶|命中|投中|射中|打中|进球|投进)(?:的)?(?:次数|数量|数|个数)?(?:较)?多(?:的人|者|的)?(?:为)?(?:获胜|胜出|胜|赢)(?=[,;。])"
    )
    who = r"(?:甲|乙)"
    rates = story.take_all(
        rf"(?:而|,|若|已知|如果)*(?P<who>{who})(?:每(?:发子弹|次|发|枪|球|箭)?)?(?:射击|投篮|罚球)?(?:的)?(?:中靶|命中|投中|射中|打中|进球|投进)(?:的)?(?:概率|率)(?:为|是)?(?P<p>0?\.\d+|\d{{1,2}}%|\d/\d)"
    )
    if tries is None or rule is None or len(rates) != 2 or {each["who"] for each in rates} != {"甲", "乙"}:
        return None
    asked = story.take(
        rf"(?:则|那么|比赛中|,)*(?P<one>{who})(?:战胜|胜过|赢|打败|击败)(?:了)?(?P<other>{who})|(?:则|那么|比赛中|,)*(?P<won>{who})(?:获胜|胜出|取胜|赢)|(?:则|那么|,)*(?:两人|双方|甲乙)?(?P<even>平局|打平|打成平手|战平)"
    )
    if asked is None or asked["one"] == asked["other"] is not None:
        return None
    asked_chance(story)
    story.finish(WORDS + " 打靶 打靶比赛 比赛 射击比赛 投篮比赛 进行 规定")
    count = to_int(tries["n"])
    if not 1 <= count <= 6:
        stay_out("how often")
    chances = {each["who"]: Fraction(each["p"].rstrip("%")) / (100 if "%" in each["p"] else 1) for each in rates}

    def hits(chance: Fraction, number: int) -> Fraction:
        return comb(count, number) * chance**number * (1 - chance) ** (count - number)

    first = asked["one"] or asked["won"] or "甲"
    second = "乙" if first == "甲" else "甲"
    value = sum(
        (
            hits(chances[first], one) * hits(chances[second], other)
            for one in range(count + 1)
            for other in range(count + 1)
            if (one == other if asked["even"] else one > other)
        ),
        Fraction(0),
    )
    return Recognition(
        parameters={
            "task": "fair",
            "good": value.numerator,
            "all": value.denominator,
            "told": "逐一列出两人各命中几次的情况，每种情况的概率相乘，符合的各种情况相加。",
        },
        understood=(
            ("每人", f"{count} 次"),
            *((f"{name}每次命中", str(chance)) for name, chance in chances.items()),
            ("求", patterns.sub("^[则那么比赛中,]+", "", asked[0]) + "的概率"),
        ),
    )
