"""Reading things or people each with a place of its own: nobody in his own, or exactly so many in their own, or so many not.

What happens is one clause that speaks of one's own (`自己的`, `原来的`, `编号相同`, `贴错`); whatever else is told may only be how many there are, and
that each gets one.
"""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.civil._counting.chance_words import CHANCE_WORD
from engine.generators.civil._counting.combinatorics.words import ASKED as WAYS_ASKED
from engine.generators.civil._counting.combinatorics.words import WAY
from engine.generators.civil._counting.samples.reading import only_talks
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out, to_int

_N = r"(?:\d+|[一二两三四五六七八九十]+)"
_ONLY = r"(?:恰好?|正好|刚好|只|仅|有且(?:只|仅))(?:有)?"
# One's own: said so, or by a number that is the same as that of the place.
_OWN = r"自己|本人|原来|原先|原本|本来|原(?=座|位|岗|科|部|单|车|分)|对应|相应|开始|各自(?!抽|拿|写)|(?:来自|到)(?:其他|其它|别的)|(?:与|和|跟)[^,;。]{0,14}(?:编号|标号|号码|序号|位置|字母|标签|记号|座位)[^,;。]{0,6}(?:相?同|一致|一样|相符)|(?:编号|标号|号码|序号|字母|标签)[^,;。]{0,4}(?:与|和|跟)[^,;。]{0,14}(?:相?同|一致|一样|相符)"
_NOT = r"不|没|未|错|无一|其他|其它|别的|别人"
_ALL = r"都|均|全|所有|每|各|任何|谁也|大家|没有人|没人|无人|没有一"
_WRONG = re.compile(r"(?:装|拿|坐|放|贴|取|投|送|配|寄|发|戴|穿|停|写|接)(?:入|进|到)?错(?:了)?|全错|错(?=的|误)")
_RIGHT = re.compile(r"(?:装|拿|坐|放|贴|取|投|送|配|寄|发|戴|穿|停|写)(?:入|进|到)?对(?:了)?|正确")
_OTHERWISE = re.compile(
    r"至[少多]|最[多少]|相邻(?!的\d)|[男女]|若干|重复|顺序|先后|另外?|其余|不少于|不(?!同|一样)|没|未|必须(?!接)|只能(?![^,;。]{0,8}[一1])|圆|概率|甲(?!、)|若|如果"
)
_EACH_ONE = re.compile(r"(?:每|各|一)[^,;。\d]{0,10}(?:[一1])(?:个|名|位|封|张|把|顶|本|份|辆|件|道|次|只)?[^,;。\d]{0,8}")
_RUNS = re.compile(r"(?<![\d、])1(?:[、,]\d){1,7}(?![、,]?\d)|(?<!\d)1(?:到|至|~|-|—)\d(?!\d)")
_LETTERS = re.compile(r"(?<![A-Za-z])[A-Ha-h](?:[、,]?[A-Ha-h]){2,7}(?![A-Za-z])|[甲乙丙丁戊己](?:[、,][甲乙丙丁戊己]){2,5}")
_COUNTED = re.compile(rf"(?<![第\d])(?P<n>{_N})(?:名|个|位|封|把|张|顶|本|件|辆|间|只|份|盆|枚|支|盒|条|套|所|家|处|道|人|台|块|户|科|对)")


def _how_many(text: str) -> int:
    """The one number that all that is told comes to.

    Raises:
        StayOut: there are several, or none.
    """
    counts = set()
    for run in _RUNS.finditer(text):
        counts.add(int(patterns.findall(r"\d", run[0])[-1]))
    for letters in _LETTERS.finditer(text):
        counts.add(len(patterns.findall("[A-Za-z甲乙丙丁戊己]", letters[0])))
    for each in _COUNTED.finditer(_LETTERS.sub("", _RUNS.sub("", text))):
        if (number := to_int(each["n"])) > 1:
            counts.add(number)
    if len(counts) != 1:
        stay_out("how many")
    return counts.pop()


def _event(clause: str) -> tuple[str, int] | None:
    """What a clause says of those in their own place: none of them, so many right, or so many wrong."""
    wrong, right, own = _WRONG.search(clause), _RIGHT.search(clause), patterns.search(_OWN, clause)
    if not (wrong or right or own):
        return None
    exactly = patterns.search(rf"{_ONLY}[^,;。\d]{{0,4}}?(?P<n>{_N})(?:个|名|位|封|张|人|份|把|顶|本|只|件|辆|对)", clause)
    if exactly is not None:
        number = to_int(exactly["n"])
        if wrong or (own and patterns.search("不|没|未", clause[exactly.end() :])):
            return "wrong", number
        return "right", number
    if patterns.search("恰|正好|只有|仅有|至少|至多", patterns.sub("恰好?(?=都|所有|全)", "", clause)):
        stay_out("how many of them")
    if (wrong and patterns.search(_ALL, clause)) or (own and patterns.search(_NOT, clause)):
        return "none", 0
    return None


def _read(story: Story, asks_chance: bool) -> Recognition | None:
    story.refuse("选项|[单多]选|选择题|判断题")  # guessed answers are tries, nothing is put in another's place
    text = patterns.sub("[“”\"'《》()]", "", story.rest)
    asked = (
        rf"(?:的)?{CHANCE_WORD}(?:有|是|为|约为)?(?:多少)?"
        if asks_chance
        else rf"(?:{WAYS_ASKED})|(?:共|一共)?(?:有)?多少种(?:不同的?)?[\u4e00-\u9fff]{{0,4}}"
    )
    question = next(reversed(list(patterns.finditer(asked, text))), None)
    if question is None or not (asks_chance or patterns.search("种|法|情况|方案|方式|可能", question[0])):
        return None
    after = patterns.sub(rf"{WAY}|[\u4e00-\u9fff]法|不同|的|种|多少", "", text[question.end() :])
    if patterns.search(r"[\u4e00-\u9fff]{2}|\d", after) and not only_talks(after):
        stay_out("more is asked")
    body = patterns.sub(r"(?:一?共|总共|则|那么|问|可以|可|能|会|不同的?|这样的|的|可能|情况|有)+$", "", text[: question.start()])
    found: list[tuple[str, tuple[str, int]]] = []
    others: list[str] = []
    for clause in (each.strip() for each in patterns.split(r"[,;。?!:\n]+", body)):
        if not clause or only_talks(clause):
            continue
        event = _event(clause)
        if event is not None:
            found.append((clause, event))
        else:
            others.append(clause)
    if len(found) != 1 and not (found and all(kind == "none" for _, (kind, _) in found)):
        return None
    clause, (kind, number) = found[-1]
    others += [each for each, _ in found[:-1] if not _OTHERWISE.search(each)]
    for other in others:
        if suspect := _OTHERWISE.search(_EACH_ONE.sub("", other)):
            stay_out(f"{suspect[0]} in {other}")
    told = clause if kind == "none" else patterns.sub(rf"{_ONLY}[^,;。\d]{{0,4}}?{_N}", "", clause)
    if patterns.search("甲(?!、)|至[少多]|[男女]|相邻|或|且[^不要恰每都均全使]", told):
        stay_out("another condition")
    count = _how_many(",".join([*others, told]))
    right = 0 if kind == "none" else number if kind == "right" else count - number
    if not 2 <= count <= 10 or not 0 <= right <= count - 2:
        stay_out("how many are right")
    return Recognition(
        parameters={"task": "counted", "how": "deranged", "arguments": [count, right]},
        understood=(
            ("元素", f"{count} 个"),
            ("条件", f"恰有 {right} 个在自己的位置" if right else "都不在自己的位置"),
            *((("求", "这样的概率"),) if asks_chance else ()),
        ),
    )


def read_derangement(text: str) -> Recognition | None:
    """In how many ways nobody, or exactly so many, are in their own place.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    story.refuse(CHANCE_WORD)
    return _read(story, False)


def read_derangement_chance(text: str) -> Recognition | None:
    """The chance of that.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    return _read(story, True) if story.has(CHANCE_WORD) else None
