"""Reading matches that one side wins with so many games: who wins in the end, by how much, after how many games, whatever the score is now."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.civil._probability.chance.games_reading import ASKED, CHANCE, WORDS, share
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out, to_int

_PLAYER = r"(?:[甲乙]|小[\u4e00-\u9fff])"


_FEW = "[一二两三四1-4]"


def _games_so_far(story: Story) -> tuple[int, int] | None:
    """How many of the games so far 甲 has won and lost: `前两局各胜一局`, `前三局甲胜两局、乙胜一局`, `战成 1:1`; taken.

    Raises:
        StayOut: they are not so many.
    """
    since = rf"(?:已知|若|如果|现在?|目前|在|假设)*(?:前(?P<n>{_FEW})局(?:比赛)?(?:中|里|过后|打完后?|结束(?:后|时)?|后)?,?)"
    won, both = "(?:已经?|先|分别)*(?:胜|赢|取胜|获胜)(?:了)?", "(?:双方|两人|两队|甲、?乙(?:两人|双方)?)"
    found = story.take(
        rf"{since}(?:{both}?各{won}(?P<each>{_FEW})局|甲{won}(?P<a>{_FEW})局,?、?(?:而)?乙{won}(?P<b>{_FEW})局|甲(?P<a2>{_FEW})胜(?P<b2>{_FEW})负|{both}?(?:已经?)?(?:战|打)?(?:成|为)?(?P<a3>\d)(?::|比)(?P<b3>\d)(?:平|战平|打平)?|甲(?:已经?)?(?P<all>全胜|全部获胜|都(?:获)?胜|连胜|均(?:获)?胜))(?=[,;。])"
    ) or story.take(
        rf"(?:已知|若|如果|现在?|目前|,)*(?:甲(?:已经?|先|连)*(?:胜|赢)(?:了|下)?前(?P<n>{_FEW})局(?P<all>)|{both}(?:已经?|目前)*(?:战|打)?(?:成|为)(?P<a3>\d)(?::|比)(?P<b3>\d)(?:平)?)(?=[,;。])"
    )
    if found is None:
        return None
    groups = found.groupdict()
    games = to_int(groups["n"]) if groups["n"] else None
    if groups.get("each"):
        score = to_int(groups["each"]), to_int(groups["each"])
    elif groups["all"] is not None:
        score = games or 0, 0
    else:
        own, lost = groups.get("a") or groups.get("a2") or groups["a3"], groups.get("b") or groups.get("b2") or groups["b3"]
        score = to_int(own), to_int(lost)
        if groups["a3"] and own != lost:
            stay_out("who is ahead")
    return score if games in (None, sum(score)) else stay_out("how many games")


_EVEN = r"(?:(?:双方|两人|两队|他们)(?:的)?实力相[当同],)?(?:每一?局)?(?:双方|两人|两队|甲乙)?(?:每局)?(?:获胜|取胜|胜)的?(?:机会|可能性|概率)(?:都|均)?(?:相等|相同|一样|各占一半|均等|(?:为|是)\s*(?:1/2|0\.5|50%))"
_BOTH = (
    r"甲[、和与]?乙(?:两人|两队|[两二](?:名|位)?[\u4e00-\u9fff]{2,3})?(?:在)?(?:每局(?:比赛)?(?:中)?)?(?:的|获胜的?)?(?:胜率|概率)分别[为是](?P<one>[\d./%]+)[和、](?P<other>[\d./%]+)"
    r"|甲(?:在)?每局(?:比赛)?(?:中)?(?:获胜|胜|取胜)的?概率为(?P<one2>[\d./%]+),(?:而)?乙(?:在)?每局(?:比赛)?(?:中)?(?:获胜|胜|取胜)的?概率为(?P<other2>[\d./%]+)"
)


def _alone(match: re.Match[str]) -> str:
    one, other = match["one"] or match["one2"], match["other"] or match["other2"]
    return f"每局甲获胜的概率为{one}" if share(one) + share(other) == 1 else stay_out("a draw")


def _two_sides(text: str) -> str:
    """The text with the two sides called 甲 and 乙; empty where there are more, or none."""
    rest = patterns.sub("[两2]支?球?队伍?", "两人", text).replace("两支队", "两人")
    rest = patterns.sub(r"([甲乙])(?:队|方|选手)(?:和(?=乙))?", r"\1", rest)
    names = list(dict.fromkeys(patterns.findall(_PLAYER, rest)))
    if len(names) not in (1, 2):
        return ""
    for name, sign in zip(names, "甲乙", strict=False):
        if names != ["乙"]:
            rest = rest.replace(name, sign)
    return rest


def _standing(story: Story) -> tuple[int, int]:
    """How many games 甲 and 乙 have won; taken.

    Raises:
        StayOut: told twice.
    """
    score = _games_so_far(story)
    ahead = story.take(
        r"(?:已知|若|如果|现在?|目前|此时)*甲(?:已经?|目前|暂时|现)*(?:以)?(?P<own>[1-3])(?::|比)(?P<lost>[0-3])(?:的比分|的成绩)?(?:领先|暂时领先|(?P<behind>落后))(?:了)?"
    )
    story.refuse("领先|落后")
    if score and ahead:
        stay_out("told twice how it stands")
    if ahead:
        score = int(ahead["own"]), int(ahead["lost"])
        if (score[0] < score[1]) != bool(ahead["behind"]):
            stay_out("who is ahead")
    if score is None and story.take(
        r"(?:已知|若|如果|现在?)?甲(?:已经?)?(?:先)?(?:胜|赢)了?(?:第(?:一|1)局|(?:一|1)局)|(?:已知|若|如果|现在?)?第(?:一|1)局(?:比赛)?(?:已经?结束,)?甲(?:已经?)?(?:获胜|取胜|胜出|获得了?胜利|胜|赢)(?:了)?(?=[,;。])"
    ):
        score = 1, 0
    return score or (0, 0)


def _ends(story: Story, need: int) -> tuple[list[list[int]], str] | None:
    """The ends of the match that are asked for, by the games of 甲 and 乙, and the words for them; taken."""
    every = [[need, other] for other in range(need)] + [[other, need] for other in range(need)]
    score = story.take(
        rf"(?P<who>甲|乙)(?:最终)?以?(?P<own>\d)(?::|比)?(?P<lost>\d)(?:的比分|的成绩)?(?:获胜|取胜|胜出|战胜[甲乙]|赢得比赛|胜乙|胜甲){ASKED}"
    )
    if score:
        own, lost = int(score["own"]), int(score["lost"])
        return [
            each for each in every if each == ([own, lost] if score["who"] == "甲" else [lost, own])
        ], f"{score['who']}以 {own}:{lost} 获胜"
    length = story.take(
        rf"(?:比赛)?(?:恰好|恰|正好|刚好|需要|需)*(?:进行|打|赛|打满|比赛)+(?:了)?(?P<games>[二两三四五六七]|\d)局(?:就|后|才)?(?:结束|分出胜负)?{ASKED}"
    )
    if length:
        return [each for each in every if sum(each) == to_int(length["games"])], f"打 {length['games']} 局结束"
    won = story.take(
        rf"(?:求)?(?P<who>甲|乙)(?:最终|最后)?(?:能)?(?:获胜|取胜|胜出|赢得比赛|获得胜利|夺冠|赢|得冠军|获得冠军|赢下比赛|胜){ASKED}"
    )
    return won and ([each for each in every if each["甲乙".index(won["who"])] == need], f"{won['who']}获胜")


def read_match(text: str) -> Recognition | None:
    """The best of so many games: who wins in the end, by how much, after how many games.

    Raises:
        StayOut: something is not understood.
    """
    text = patterns.sub(r"(?<=[每前各一二三四五六七第两2-7])场(?!地|馆|次)", "局", text.replace("∶", ":"))
    text = patterns.sub(r"(?<=[胜冠赢])的胜率", "的概率", text)
    story = Story(patterns.sub(_EVEN, "每局甲获胜的概率为0.5", text))
    story.rest = story.text = patterns.sub(_BOTH, _alone, _two_sides(story.rest))
    if not story.text:
        return None
    standing = _standing(story)
    story.refuse(r"丙|平局的|发球|让|放弃|条件下|第[二三四五]局|平均|期望|前[两二三四2-4]局|客场|主场")
    best = story.take(
        r"(?:先[胜赢](?P<first>[两二三四2-4])局者?(?:获胜|为胜|胜)?|(?P<of>[三五七357])局(?P<need>[两二三四234])胜)(?:制)?(?:的)?(?:赛制|比赛|规则)?(?:\((?:即)?先[胜赢](?P<again>[两二三四])局者?(?:获胜|为胜)?(?:,没有平局)?\))?"
    )
    win = story.take(rf"(?P<gap>[^,;。?\d]{{0,24}}?)(?:概率|胜率|可能性)(?:都|均)*(?:为|是)?(?:都是)?\s*{CHANCE}")
    if not best or not win:
        return None
    first = patterns.search("[甲乙]", win["gap"])
    if first is None or patterns.search("[负输败]", win["gap"]):
        return None
    chance = share(win["value"]) if first[0] == "甲" else 1 - share(win["value"])
    story.take_all(r"(?:且|并且|假设)?(?:各局|每局)?(?:比赛)?(?:结果|胜负)?(?:之间)?(?:互不影响|相互独立|互相独立|彼此独立)")
    need = to_int(best["need"] or best["first"])
    if best["of"] and need * 2 - 1 != to_int(best["of"]):
        return None
    asked = _ends(story, need)
    if asked is None or not asked[0] or max(standing) >= need:
        return None
    story.take_all(
        r"(?:且|假设|设)?(?:没有|无|不(?:会|存在|考虑|出现)|没)(?:有)?(?:平局|和棋|平手|和局)|\(?先[胜赢][两二三]局者?(?:获胜|为胜)(?:,没有平局)?\)?"
    )
    story.finish(WORDS)
    return Recognition(
        parameters={
            "task": "series",
            "win": str(chance),
            "need": need,
            "standing": list(standing),
            "ends": asked[0],
            "names": ["甲", "乙"],
        },
        understood=(
            ("甲每局获胜的概率", decimal(chance, 4)),
            ("先胜", f"{need} 局"),
            *((("已经", f"甲胜 {standing[0]} 局、乙胜 {standing[1]} 局"),) if any(standing) else ()),
            ("求", f"{asked[1]}的概率"),
        ),
    )
