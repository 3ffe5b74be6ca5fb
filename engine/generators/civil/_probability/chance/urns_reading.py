"""Reading chances of cards of a deck, of two urns, of a code guessed, of a game that may be drawn."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._counting.chance_words import ASKED as _ASKED
from engine.generators.civil._counting.chance_words import CHANCE_WORD as _CHANCE_WORD
from engine.generators.civil._counting.chance_words import NUMBER as _NUMBER
from engine.generators.civil._counting.chance_words import VALUE as _VALUE
from engine.generators.civil._counting.chance_words import WORDS as _WORDS
from engine.generators.civil._counting.chance_words import asked_chance as _asked
from engine.generators.civil._counting.chance_words import opened as _opened
from engine.generators.civil._probability.chance.causes_reading import fraction
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out, to_int

_SUITS = {"黑桃": 0, "红桃": 1, "红心": 1, "方块": 2, "方片": 2, "梅花": 3, "草花": 3}
_RANKS = r"(?:10|[2-9]|[AJQK])(?![0-9A-Za-z张])"
_COLOURS = "红白黑黄蓝绿"


def read_deck(text: str) -> Recognition | None:
    """Cards drawn from a deck: of a suit, of a rank, all alike.

    Raises:
        StayOut: something is not understood.
    """
    story = _opened(text)
    if not story.has("扑克|副牌|张牌|张的牌"):
        return None
    story.refuse("有放回|(?<!不)放回|条件下|已知|依次|先后|第[一二三12]|至少|至多|恰|不(?!放回|含|包括|带)|若|且")
    jokers = story.take(
        r"\(?(?:去掉|除去|除掉|不含|没有|不包括|不带|无)(?:了)?(?:两张)?(?:大小王|大、小王|大王和?、?小王|王牌?)(?:后|的)?(?:剩下?(?:的)?)?\)?"
    )
    deck = story.take(
        r"(?:从|在)?(?:一|1)副(?:洗好的?|完整的?|\ue000+)?(?P<n>5[24])张(?:的)?(?:扑克牌?|纸牌|牌)(?:中|里)?|(?:从|在)?(?:一|1)副(?:洗好的?|完整的?)?(?:扑克牌?|纸牌|牌)\(?(?:共|有|一共|为)*(?P<m>5[24])张(?:牌)?\)?(?:中|里)?"
    )
    if not deck and not (jokers and (deck := story.take(r"(?:从|在)?(?:一|1)副(?:的)?(?:扑克牌?|纸牌|牌)(?:中|里)?(?P<n>)(?P<m>)"))):
        return None
    size = int(deck["n"] or deck["m"] or 52)
    if jokers:
        story.take(r"(?:剩下?的)?52张(?:牌)?(?:中|里)?")
        size = 52
    take = story.take(
        rf"(?:从中)?(?:任意|随机|任|不放回地?|随手)*(?:抽取?|抽出|摸出?|取出?|拿出?)(?:了|出)?(?P<n>{_NUMBER})张(?:牌|扑克牌?)?(?:\(?不放回\)?)?"
    )
    if not take:
        return None
    count = to_int(take["n"])
    story.take_all(r"不放回(?:地)?")
    alike = story.take(r"(?:花色(?:都)?(?:相同|一样)|同一?(?:种)?花色|同花色?|点数(?:都)?(?:相同|一样)|同一?点数)(?:的)?")
    events: list[list[object]] = []
    if alike:
        if count < 2:
            return None
        events = [["same-suit" if "花" in alike[0] else "same-rank", 0]]
    else:
        card = rf"(?:(?:{'|'.join(_SUITS)}){_RANKS}|{'|'.join(_SUITS)}|红色|黑色|{_RANKS})(?:牌)?"
        found = story.take(
            rf"(?:它|这张牌|这\d张|两张|三张)?(?:恰|是|为|抽到|取到|摸到|都|均|全|的)*(?P<cards>{card}(?:(?:、|或者?|或){card})*)(?:的)?(?:牌)?"
        )
        if not found or (count > 1 and not patterns.search("都|均|全", found[0])):
            return None
        for each in patterns.split("、|或者?", found["cards"].replace("牌", "")):
            suit = next((place for name, place in _SUITS.items() if each.startswith(name)), None)
            rank = patterns.search(rf"{_RANKS}$", each)
            if suit is not None:
                events.append(["card", suit, rank[0]] if rank else ["suit", suit])
            elif each in ("红色", "黑色"):
                events.append(["colour", each])
            else:
                events.append(["rank", each.upper()])
    _asked(story)
    story.finish(_WORDS + " 扑克牌 牌 洗好 一副 花色")
    return Recognition(
        parameters={"task": "deck", "size": size, "take": count, "events": events},
        understood=(("牌", f"{size} 张"), ("抽", f"{count} 张"), ("求", (alike or found)[0] + "的概率")),  # type: ignore[index]
    )


_URN = r"(?:袋|罐|盒|箱|口袋|袋子|盒子|箱子|罐子|壶|瓶)"
_BALLS = rf"(?:\d+|[一二两三四五六七八九])个?(?:[{_COLOURS}])(?:色)?(?:小?球)?"


def read_urns(text: str) -> Recognition | None:
    """A ball from each of two urns, or one put from the first into the second and then one drawn from that.

    Raises:
        StayOut: something is not understood.
    """
    story = _opened(text)
    story.refuse("条件下|已知|有放回|若|第[三3]|丙|[都全]是[^,;。?]{1,5}或")
    urns = story.take_all(
        rf"(?P<who>[甲乙AB]){_URN}(?:中|里|内)?(?:装|放)?(?:着)?有?(?P<balls>{_BALLS}(?:[、,和]?{_BALLS})*)(?:的)?(?:小?球)?"
    )
    if len(urns) != 2 or urns[0]["who"] == urns[1]["who"]:
        return None
    contents: list[dict[str, int]] = []
    for urn in urns:
        balls: dict[str, int] = {}
        for number, colour in patterns.findall(rf"(\d+|[一二两三四五六七八九])个?([{_COLOURS}])", urn["balls"]):
            if colour in balls:
                stay_out("a colour twice")
            balls[colour] = to_int(number)
        contents.append(balls)
    names = [urn["who"] for urn in urns]
    one = r"(?:一|1)(?:个)?(?:小?球)?"
    verb = r"(?:随机|任意|任)?(?:摸出?|取出?|抽出?|抽取|拿出?)"
    moved = story.take(
        rf"(?:先|首先)?从(?P<a>{names[0]}|{names[1]}){_URN}(?:中|里)?{verb}{one}(?:,)?(?:放入|放进|放到|装入)(?P<b>{names[0]}|{names[1]}){_URN}(?:中|里)?(?:,)?(?:搅匀后|混匀后|充分混合后|然后|再|后|,)*从(?P<c>{names[0]}|{names[1]}){_URN}(?:中|里)?{verb}{one}"
    )
    each = (
        None
        if moved
        else story.take(rf"(?:现|分别|,)*(?:从)?(?:两|这两|2)?(?:个)?(?:{_URN})?(?:中|里)?(?:分别|各)(?:从中)?(?:随机|任意|任)?{verb}{one}")
        or story.take(rf"从{names[0]}、?{names[1]}(?:两)?(?:个)?{_URN}(?:中|里)?(?:分别|各)(?:随机|任意|任)?{verb}{one}")
    )
    if moved and (moved["a"] == moved["b"] or moved["c"] != moved["b"]):
        return None
    if not moved and not each:
        return None
    event = _event_of_balls(story, moved is not None)
    if event is None:
        return None
    _asked(story)
    story.finish(_WORDS + " 袋 袋中 口袋 罐 罐中 盒 盒中 两个 大小相同 除颜色外完全相同 现 分别 从 球")
    if moved and moved["a"] == names[1]:
        contents.reverse()
    return Recognition(
        parameters={"task": "urns", "urns": contents, "moved": moved is not None, "event": event},
        understood=(
            *(
                (f"{name}袋", "、".join(f"{colour} {count}" for colour, count in balls.items()))
                for name, balls in zip(names, contents, strict=True)
            ),
            ("求", "".join(map(str, event[:2])) + "的概率"),
        ),
    )


def _event_of_balls(story: Story, single: bool) -> list[object] | None:
    if single:
        found = story.take(rf"(?:取出|取到|摸到|摸出|抽到|得到|拿到|恰|好|的|是|为|这个|它|球)*(?P<c>[{_COLOURS}])(?:色)?(?:小?球)?")
        return ["是", found["c"]] if found else None
    if found := story.take(
        rf"(?P<how>至少|恰好?|正好|只|有且只有)(?:有|取到|摸到|得到)*(?P<n>[一1两2])(?:个|只)?(?:是|为)?(?P<c>[{_COLOURS}])(?:色)?(?:小?球)?"
    ):
        number = 1 if found["n"] in "一1" else 2
        return ["个数", found["c"], [number, 2] if found["how"] == "至少" and number == 1 else [number]]
    if found := story.take(rf"(?:两|2)?(?:个|只)?球?(?:都|均|全)(?:部)?(?:是|为)?(?P<no>不是)?(?P<c>[{_COLOURS}])(?:色)?(?:小?球)?"):
        return ["个数", found["c"], [0] if found["no"] else [2]]
    if found := story.take(
        r"(?:这|取出的?|摸出的?|所取的?)?(?:两|2)?(?:个|只)?(?:小?球)?(?:的)?(?:颜色)?(?:恰好|恰|正好)?(?P<how>颜色(?:恰好|恰|正好)?(?:相同|一样)|同色|相同|颜色不(?:相)?同|颜色不一样|异色|不(?:相)?同)(?:的)?"
    ):
        return ["不同色" if patterns.search("不|异", found["how"]) else "同色", ""]
    return None


def read_draw(text: str) -> Recognition | None:
    """A game of two that may be drawn: who wins, does not win, loses, does not lose.

    Raises:
        StayOut: something is not understood.
    """
    story = _opened(text)
    if not story.has("和棋|平局|下成和|打平|踢平|战平|不输|不败"):
        return None
    story.refuse("局两胜|局三胜|连|至少|恰|条件下|丙|[两二三2-9](?:局|盘|场)|先")
    told: dict[str, Fraction] = {}
    for match in story.take_all(
        rf"(?P<who>甲|乙|(?:两人|双方|二人)?(?:下成)?)(?:队)?(?:获得)?(?P<what>获胜|取胜|胜|赢|输|负|不输|不败|和棋|平局|打平|和局|平)(?:棋|了)?(?:的)?{_CHANCE_WORD}?(?:为|是)?(?P<value>{_VALUE})"
    ):
        key = _outcome(match["who"], match["what"])
        if key in told:
            stay_out("told twice")
        told[key] = fraction(match["value"])
    asked = story.take(
        rf"(?:求|则|那么|,)*(?P<who>甲|乙)(?:队)?(?P<what>不输|不败|不胜|不赢|没输|没赢|获胜|取胜|胜|赢|输|负)(?:棋|了)?{_ASKED}"
    ) or story.take(rf"(?:求|则|那么|,)*(?P<who>两人|双方|)(?:下成)?(?P<what>和棋|平局|打平|和局)(?:棋|了)?{_ASKED}")
    if len(told) != 2 or not asked:
        return None
    story.finish(_WORDS + " 甲 乙 下棋 下象棋 下围棋 象棋 围棋 比赛 两人 足球 队 一局 一盘 对弈")
    chances = _outcomes(told)
    wanted = _outcome(asked["who"], asked["what"])
    value = sum((chances[each] for each in wanted), Fraction(0))
    return Recognition(
        parameters={"task": "outcomes", "told": {key: str(each) for key, each in told.items()}, "wanted": wanted, "value": str(value)},
        understood=(("已知", "、".join(decimal(each, 4) for each in told.values())), ("求", f"{asked['who']}{asked['what']}的概率")),
    )


def _outcome(who: str, what: str) -> str:
    """The outcomes meant: w the first wins, l he loses, d neither."""
    if patterns.search("和|平", what):
        return "d"
    result = "w" if patterns.search("胜|赢", what) else "l"
    if who == "乙":
        result = "l" if result == "w" else "w"
    elif who != "甲":
        stay_out("who wins")
    return "".join(each for each in "wdl" if each != result) if patterns.search("不|没", what) else result


def _outcomes(told: dict[str, Fraction]) -> dict[str, Fraction]:
    """The chance of each outcome.

    Raises:
        StayOut: not settled, or not possible.
    """
    (one, p), (two, q) = told.items()
    if {len(one), len(two)} == {1}:
        found = {one: p, two: q, next(each for each in "wdl" if each not in one + two): 1 - p - q}
    else:
        small, large = ((one, p), (two, q)) if len(one) == 1 else ((two, q), (one, p))
        if len(large[0]) != 2 or len(small[0]) != 1 or small[0] not in large[0]:
            stay_out("not settled")
        other = large[0].replace(small[0], "")
        found = {small[0]: small[1], other: large[1] - small[1]}
        found[next(each for each in "wdl" if each not in found)] = 1 - large[1]
    if any(not 0 <= each <= 1 for each in found.values()):
        stay_out("no chances")
    return found


URN_READERS = (read_deck, read_urns, read_draw)
