"""Reading orders of people and things by the words of each clause: who stands there, where, beside whom, before whom.

A clause becomes a row of signs, as for drawings; what a row of signs says is found by its shape, and nothing in it may be left over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from engine.generators import patterns
from engine.generators.civil._chance_words import CHANCE_WORD
from engine.generators.civil._combinatorics_words import ASKED as WAYS_ASKED
from engine.generators.civil._combinatorics_words import WAY
from engine.generators.civil._samples_population import Population, read_population, split_off
from engine.generators.civil._samples_reading import only_talks, pass_background
from engine.generators.civil._samples_words import N
from engine.generators.civil._story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out, to_int

_NAME = r"(?:小(?!组|区|学|时|品|朋|孩|伙|路|巷|球|麦)[A-Z\u4e00-\u9fff]|老[王李张刘赵周陈](?!师)|[甲乙丙丁戊己庚]|(?<![A-Za-z])[A-H](?![A-Za-z])|[\u4e00-\u9fff]某(?![种些个地]))"
_LIST = rf"{_NAME}(?:[、,和与及跟]?{_NAME})+"
_UNIT = r"(?:名|个|位|本|盆|辆|幅|件|张|面|支|首|种|头|只|棵|株|盏|根|把|人)"
_SCENE = r"(?:随机|任意|随意|全部|一起|共同|要|现要?|将|被|按顺序|按次序|依次|先后|轮流|都|准备|打算|她们|他们|它们|,)*(?:在[^,;。?\d]{1,8}(?:上|前|里|中|旁|内))?(?:围着?[^,;。?\d]{0,6}?(?:圆桌|篝火|桌子|火堆|一圈|成一圈)[^,;。?\d]{0,4}?(?:坐|就座|就餐|讨论|开会)?|(?:围|坐|站|排)(?:成|坐成|坐在|在)?(?:一|1)?(?:个)?(?:圆圈|圈|圆桌|环形|圆)(?:旁|周围|边)?|(?:并排|随机|任意)?(?:排|站|坐|摆|放|停|插|挂|种|摆放|排列|陈列|排队|排练|站队)(?:成|在|到|于|了|着|放)*(?:书架上?|阳台上?)?(?:的)?(?:同一层上?)?(?:一|1)?(?:个)?(?:横排|竖排|纵队|纵列|直列|排|列|行|队|条直线|直线)(?:上)?(?:进行)?(?:合影留念|合影|照相|拍照|留念|照|拍合照|拍毕业照|看电影|听课|座位)*|排队(?:照相|拍照|合影|买票|上车|入场|办理业务|进场|领取)*|(?:合影留念|合影|照相|拍照)(?:留念)?|(?:依次|先后|按顺序|轮流|按次序|顺序)+(?:上台|登台|进行|做|作|表演|演出|汇报|发言|演讲|出场|面试|报告|展示|答辩|参观|考察|走访|检查)+(?:[^,;。?\d甲乙丙小不]{0,8}(?=[,;。?]))?|(?:上台|登台|进行)?(?:演讲|发言|出场|汇报|表演|演出)(?=的?(?:顺序|次序|先后))|(?:就座|入座|坐下))"
_RING = r"圆桌|篝火|火堆|圈|环形|圆"
_ENDS: tuple[tuple[str, list[Any]], ...] = (
    (r"两端|两头|两边|首尾(?:两个?)?(?:位置)?|排头和排尾|最左和最右|头尾|两侧", [0, -1]),
    (r"排头|队首|队头|最前面?|第[一1](?:个|位|名|场|天)?|首位|首个|最左[端边侧面]?|左端|最先|开头|开场", [0]),
    (r"排尾|队尾|最后(?:面|一个|一位|一名)?|末位|末尾|最右[端边侧面]?|右端|压轴|压台|结尾|倒数第[一1](?:个|位)?", [-1]),
    (r"倒数第[二2](?:个|位)?", [-2]),
    (r"正中间|最中间|正中央?|中间(?:位置)?|中央", ["middle"]),
    (r"第[二2](?:个|位|名)?", [1]),
    (r"第[三3](?:个|位|名)?", [2]),
    (r"第[四4](?:个|位|名)?", [3]),
    (r"第[五5](?:个|位|名)?", [4]),
    (r"第[六6](?:个|位|名)?", [5]),
)
_SIGNS: tuple[tuple[str, str], ...] = (
    ("T", r"(?:男女|老师和学生|师生)?(?:相间|交替|间隔|交叉)(?:排列|站|排|而站|而坐|出场|就座|坐)?"),
    (
        "B",
        rf"(?:之间|中间|间)(?:要|必须|恰好?|正好|刚好|只|能|都)*(?:间隔|相隔|隔|有|站|夹着?|隔着)(?:着|了)?(?P<value>{N})(?:个|名|位)?(?:人|同学|其他人|节目|其他同学)?",
    ),
    ("R", r"(?:的)?(?:左边|左侧|左面|前面|前边|前方|前|之前|以前|左)(?=位置|[,;。?的\ue000]|站|出场|发言|演讲|表演|上台|$|概率)"),
    ("r", r"(?:的)?(?:右边|右侧|右面|后面|后边|后方|后|之后|以后|右)(?=位置|[,;。?的\ue000]|站|出场|发言|演讲|表演|上台|$|概率)"),
    ("M", r"互不|两两(?:都|均)?不|任[意何]两[个名本位人者]*(?:都|均)?不|彼此(?:都)?不|各不|都不|均不|两两(?:之间)?(?:都)?不"),
    ("H", r"不(?:能|可以?|得|会|要)?(?:全部?|都|全都)|不(?:能)?同时"),
    ("Z", r"不(?:能|可以?|得|允许|想|愿意?|许|准|要|会|是|站|坐|在|排在)*|没有|避免|禁止|严禁"),
    (
        "X",
        r"(?:站|排|坐|放|摆|排列|演出|停|种)?(?:在)?(?:相邻|挨着|挨在一起|紧挨着?|紧邻|连在一起|靠在一起|在一起|一起|连续(?:演出|表演|出场|发言|摆放)?|连排|相连|捆绑|毗邻)(?:的)?(?:位置)?(?:站|坐|排|摆)?",
    ),
    ("F", r"(?:从[左前]到[右后]的?|先后|左右|前后|相对)?(?:的)?(?:出场|发言)?(?:顺序|次序)(?:一定|固定|不变|已定|确定|保持不变)"),
    ("E", r"恰好?有?|正好有?|刚好有?|有且(?:只|仅)有|只有|仅有"),
    ("O", r"或者?"),
    ("V", r"又|也"),
)
_IDLE = "发言人|发言者|其中|要求|规定|已知|并且|而且|且|但是|但|若|如果|假如|必须|一定要?|固定|应该?|需要?|需|要|得|总是|总|都|均|全部|全|只能|只|须|能|可以|可|希望|想|把|将|被|安排在|安排|站在|站|排在|排成|排|坐在|坐|放在|摆在|放|摆|停在|位于|处于|出场|上台|登台|演讲|发言|表演|演出|汇报|报告|展示|是|为|在|的|位置上?|位|座位|之间|两人|二人|三人|他们|她们|它们|这|那|们|人|同学|同志|老师|职工|员工|节目|书|名|个|本|则|那么|问|求|同部门|同一部门|一对|夫妻|恰好|正好|刚好|顺序|次序|时|中|上|与|和|以及|还|任意|任何|所有|全体|彼此|互相|一排|一列|时候|所以|因此|一名|一个|一位|不一定相邻|不要求相邻|可以不相邻|共|一共|随机|一家|有|由|留|给|开始|进行|成|一|照相时?|拍照时?|合影时?|排队时?|站队时?|分别"
_IDLE_PATTERN = re.compile("|".join(sorted(_IDLE.split("|"), key=len, reverse=True)))
_OTHER = r"选出|选派|挑|抽|至少|至多|最多|最少|身高|高矮|高低|体重|年龄|空位|空座|空椅|空车位|放回|袋中|盒|骰|信封|卡片|字母|车票|数字|偶数|奇数|分[成到给配为]|前后两排|两排|2排|前排|后排|两列|第[二三]排|颜色不同|值班|周[一二三四五六日]|星期|天|楼层|房间|插入|插进|添加|添进|加入|保持|轮换|编号|号码|座号|对号|原来的|交换|调整|对夫妻|对夫妇|对双胞胎|家庭|几何|命中|满意"


@dataclass
class _Sign:
    sign: str
    labels: list[int] = field(default_factory=list)
    number: int = 0
    spots: list[Any] = field(default_factory=list)
    person: bool = False


def _labels(population: Population) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for tags in population.tags:
        for tag in tags:
            if tag != "全部":
                found[tag] = population.cells(tag)
                if tag[:1] in "男女" and len(tag) < 5:
                    found.setdefault(tag[:1], population.cells(tag))
    return found


class _Conditions:
    """The conditions that clauses put on an order."""

    def __init__(self, population: Population) -> None:
        self.population = population
        self.labels = _labels(population)
        names = "|".join(map(re.escape, sorted(self.labels, key=len, reverse=True)))
        noun = rf"(?:{re.escape(population.noun)})?" if population.noun else ""
        self._sort = re.compile(
            rf"(?:(?P<n>{N}){_UNIT}(?:不同的)?)?(?P<name>{names}){noun}(?:生|性|士|同学|教师|老师|学生|职工|演员|选手|节目|类节目|类书|书|车|节目)?"
            if names
            else "(?!)"
        )
        self._last: list[_Sign] = []
        self._count = re.compile(rf"(?P<n>{N})(?:个|名|位)?(?:人|者|节目|同学|同志)?")

    def _signs(self, clause: str) -> list[_Sign]:
        signs: list[_Sign] = []
        place = 0
        while place < len(clause):
            if clause[place] in "、和与及跟, \ue000":
                place += 1
                continue
            found = self._sign(clause, place)
            if found is None:
                idle = _IDLE_PATTERN.match(clause, place)
                if idle is None:
                    count = self._count.match(clause, place)
                    # `甲、乙两人`: as many as there are names before.
                    before = 0
                    for sign in reversed(signs):
                        if sign.sign != "S":
                            break
                        before += sum(self.population.counts[label] for label in sign.labels)
                    if count is None or to_int(count["n"]) != before:
                        stay_out(f"{clause[place:]} in {clause}")
                    place = count.end()
                    continue
                place = idle.end()
                continue
            sign, place = found
            signs.append(sign)
        return signs

    def _sign(self, clause: str, place: int) -> tuple[_Sign, int] | None:
        if match := self._sort.match(clause, place):
            labels = self.labels[match["name"]]
            person = sum(self.population.counts[label] for label in labels) == 1
            number = to_int(match["n"]) if match["n"] else 0
            whole = sum(self.population.counts[label] for label in labels)
            if number and number not in (whole, 2 if "任" in clause else whole) and not patterns.search(r"[恰正刚只仅]", clause[:place]):
                stay_out("how many of them")
            return _Sign("S", labels, number, person=person), match.end()
        for pattern, spots in _ENDS:
            if match := patterns.compiled(pattern).match(clause, place):
                return _Sign("P", spots=spots), match.end()
        for sign, pattern in _SIGNS:
            match = patterns.compiled(pattern).match(clause, place)
            if match is not None and match[0]:
                number = to_int(match["value"]) if sign == "B" else 0
                return _Sign(sign, number=number), match.end()
        return None

    def of(self, clause: str) -> list[list[Any]]:
        """What a clause says.

        Raises:
            StayOut: not understood.
        """
        signs = self._signs(clause)
        if patterns.match("[OV]?[MZ]+P", "".join(sign.sign for sign in signs)):
            signs = [*self._last, *signs]
        found: list[list[Any]] = []
        while signs:
            code = "".join(sign.sign for sign in signs)
            for shape, build in _SHAPES:
                match = patterns.match(shape, code)
                if match is not None and match[0] and (conditions := build(self, match[0], signs[: match.end()])) is not None:
                    found += conditions
                    self._last = [sign for sign in signs[: match.end()] if sign.sign == "S"]
                    signs = signs[match.end() :]
                    if patterns.match("[OV]?[MZ]+P", "".join(sign.sign for sign in signs)):
                        signs = [*self._last, *signs]
                    break
            else:
                stay_out(f"signs {code}")
        return found

    # --- shapes ----------------------------------------------------------------------------------------------------------------

    def beside(self, code: str, signs: Sequence[_Sign]) -> list[list[Any]] | None:
        sorts = [sign for sign in signs if sign.sign == "S"]
        labels = sorted({label for sign in sorts for label in sign.labels})
        size = sum(self.population.counts[label] for label in labels)
        if size < 2:
            return None
        if not all(sign.person for sign in sorts) and len(sorts) > 1:
            # `男生、女生分别排在一起`
            return [["together", sign.labels] for sign in sorts] if not patterns.search("[ZMH]", code) else None
        if "E" in code and len(sorts) == 1 and 1 < sorts[0].number < size:
            return [["runs", labels, [sorts[0].number, *[1] * (size - sorts[0].number)]]]
        if "H" in code:
            return [["not-together", labels]]
        if "M" in code or ("Z" in code and (size == 2 or len(sorts) == 1)):
            return [["apart", labels]]
        return None if "Z" in code else [["together", labels]]

    def placed(self, code: str, signs: Sequence[_Sign]) -> list[list[Any]] | None:
        """`甲不在排头也不在排尾`, `甲只能在排头或排尾`, `女生不站两端`."""
        sorts = [sign for sign in signs if sign.sign == "S"]
        spots = [spot for sign in signs if sign.sign == "P" for spot in sign.spots]
        labels = sorted({label for sign in sorts for label in sign.labels})
        size = sum(self.population.counts[label] for label in labels)
        if patterns.search("[ZMH]", code):
            return None if "H" in code else [["never-at", labels, spots]]
        if size == 1:
            return [["at", labels, spots]] if code.count("P") == 1 or "O" in code or len(spots) == 2 else None
        return [["held-by", labels, spots]] if code.count("P") == 1 and size >= len(spots) == 2 else None

    def held(self, code: str, signs: Sequence[_Sign]) -> list[list[Any]] | None:
        """`两端都是男生`, `两端不能是女生`, `排头是甲`."""
        spots = [spot for sign in signs if sign.sign == "P" for spot in sign.spots]
        sorts = [sign for sign in signs if sign.sign == "S"]
        labels = sorted({label for sign in sorts for label in sign.labels})
        if patterns.search("[ZM]", code):
            return [["never-at", labels, spots]]
        if "E" in code:
            return None
        return [["held-by", labels, spots]]

    def ordered(self, code: str, signs: Sequence[_Sign]) -> list[list[Any]] | None:
        one, other = (sign for sign in signs if sign.sign == "S")
        if not one.person or not other.person:
            return None
        pair = [one.labels[0], other.labels[0]]
        return [["order", pair if "R" in code else pair[::-1]]] if "Z" not in code else [["order", pair[::-1] if "R" in code else pair]]

    def fixed(self, code: str, signs: Sequence[_Sign]) -> list[list[Any]] | None:
        sorts = [sign for sign in signs if sign.sign == "S"]
        return [["order", [sign.labels[0] for sign in sorts]]] if all(sign.person for sign in sorts) and len(sorts) > 1 else None

    def between(self, code: str, signs: Sequence[_Sign]) -> list[list[Any]] | None:
        one, other = (sign for sign in signs if sign.sign == "S")
        number = next(sign.number for sign in signs if sign.sign == "B")
        return [["between", [one.labels[0], other.labels[0]], [number]]] if one.person and other.person else None

    def in_turn(self, code: str, signs: Sequence[_Sign]) -> list[list[Any]] | None:
        if len(self.population.counts) != 2:
            stay_out("sorts in turn")
        return [["alternate", [0, 1]]]


_Build = Callable[[_Conditions, str, Sequence[_Sign]], list[list[Any]] | None]
_SHAPES: tuple[tuple[str, _Build], ...] = (
    (r"S*T", _Conditions.in_turn),
    (r"SSB", _Conditions.between),
    (r"S+F", _Conditions.fixed),
    (r"SZ?S[Rr]", _Conditions.ordered),
    (r"E?S+[MHZ]?X", _Conditions.beside),
    (r"S+[MZH]*P(?:[OV]?[MZ]*P)*", _Conditions.placed),
    (r"P+[ZM]*S", _Conditions.held),
)


def _scene(text: str) -> tuple[Population, str, str] | None:
    """Who stands in the row, the words of the scene, and what comes after."""
    found = patterns.search(_SCENE, text)
    if found is None:
        return None
    head = text[: found.start()]
    listed = patterns.search(
        rf"(?P<names>{_LIST})(?:等|这|共|一共)?(?:(?P<n>{N})(?:名|个|位)?[\u4e00-\u9fff]{{0,6}}?)?$", head.rstrip(",在")
    )
    others = patterns.search(
        rf"(?P<names>{_NAME}(?:[、,和与及跟]?{_NAME})*)(?:和|与|及|以及|还有|跟|同|、)(?:另外?|其他|其余|别的)的?(?P<n>{N})(?:名|个|位)?[\u4e00-\u9fff]{{0,4}}?$",
        head.rstrip(","),
    )
    population = Population()
    if others is not None or (listed is not None and len(patterns.findall(_NAME, listed["names"])) > 1):
        match = others or listed
        assert match is not None
        names = patterns.findall(_NAME, match["names"])
        if len(set(names)) != len(names):
            stay_out("a name twice")
        size = to_int(match["n"]) if match["n"] else 0
        size = size + len(names) if others is not None else size or len(names)
        if size < len(names):
            stay_out("names and number")
        population.tags = [[name] for name in names]
        population.counts = [1] * len(names)
        if size > len(names):
            population.tags.append(["全部"])
            population.counts.append(size - len(names))
        population.sorts = [tags[0] for tags in population.tags]
        pass_background(head[: match.start()])
        return population, found[0], text[found.end() :]
    alike = patterns.search("相同的|一样的|同样的", head) is not None
    population = read_population(
        patterns.sub(
            r"(?<=\d)[个名位本](?=人)|各?不同的|和(?:他|她)们[^,;。?\d]{0,6}的(?=\d)|(?<=[\u4e00-\u9fff])中(?=有\d)",
            lambda match: "、" if match[0].startswith("和") else match[0] if match[0] == "中" else "" if "不同" in match[0] else "名",
            head,
        )
        + ","
    )
    if not population.counts or alike:
        return None
    pass_background(population.left)
    return population, found[0], text[found.end() :]


def _read(story: Story, asks_chance: bool) -> Recognition | None:
    story.refuse(_OTHER)
    text = patterns.sub("[“”\"'《》]", "", story.rest)
    text = patterns.sub(rf"^\s*\d{{1,2}}[.、,]?(?={_NAME}[、,])", "", text)
    text = patterns.sub(r"\((?:不一定相邻|可以不相邻|不要求相邻|彼此挨在一起|挨在一起)\)", "", text)
    scene = _scene(text)
    if scene is None:
        return None
    population, words, tail = scene
    ring = patterns.search(_RING, words) is not None
    # `10 个节目，其中 3 个舞蹈` may be told after the scene.
    if (
        len(population.counts) == 1
        and (
            inner := patterns.search(
                rf",?其中(?:有)?(?P<list>{N}{_UNIT}[^,;。?\d]{{1,6}}(?:[,、和]{N}{_UNIT}[^,;。?\d]{{1,6}})*)(?=[,;。?])", tail
            )
        )
        and not patterns.search("相邻|必|不|在|要|挨|端", inner[0])
    ):
        population = read_population(f"{population.counts[0]}个,其中{inner['list']},")
        tail = tail[: inner.start()] + tail[inner.end() :]
    names = [name for name in dict.fromkeys(patterns.findall(_NAME, tail)) if not any(name in tags for tags in population.tags)]
    for name in names:
        split_off(
            population,
            name,
            next((tags[0] for tags in population.tags if patterns.search(rf"{re.escape(tags[0])}(?:生|性|同学|职工)?{name}", tail)), None),
        )
    asked = (
        rf"(?:的)?{CHANCE_WORD}(?:有|是|为|约为)?(?:多少(?:分之多少)?%?)?[,;。?:]*"
        if asks_chance
        else rf"(?:{WAYS_ASKED})|(?:不同的?)?(?:[\u4e00-\u9fff]{{1,3}}?[法案式])(?:共|则)?(?:有)?多少种?"
    )
    question = patterns.search(asked, tail)
    if question is None or (asks_chance and patterns.search(CHANCE_WORD, tail[question.end() :])):
        return None
    after = patterns.sub(rf"{WAY}|不同|的|种|[\u4e00-\u9fff]{{0,3}}(?:顺序|次序|方式|序列|安排)|多少", "", tail[question.end() :])
    if patterns.search(r"[\u4e00-\u9fff]{2}", after) and not only_talks(after):
        stay_out("more is asked")
    tail = patterns.sub(r"(?:一?共|总共|则|那么|问|可以|可|能|会|不同的?)+$", "", tail[: question.start()])
    size = sum(population.counts)
    if not 2 <= size <= 12:
        return None
    conditions = _Conditions(population)
    given: list[list[Any]] = []
    wanted: list[list[Any]] = []
    clauses = [each.strip() for each in patterns.split(r"[,;。?!:\n()]+", tail) if each.strip()]
    for clause in clauses:
        if only_talks(clause):
            continue
        found = conditions.of(clause)
        (given if asks_chance and patterns.search("要求|规定|必须|已知", clause) else wanted).extend(found)
    if asks_chance and not wanted:
        stay_out("no event")
    if not asks_chance and not wanted and (len(population.counts) > 1 and not all(count == 1 for count in population.counts)):
        stay_out("sorts without a condition")
    if ring and any(each[0] not in ("together", "apart", "not-together", "runs") for each in [*given, *wanted]):
        stay_out("ends of a ring")
    names_told = [tags[0] for tags in population.tags]
    return Recognition(
        parameters={
            "task": "row-pattern",
            "names": names_told,
            "counts": population.counts,
            "alike": [False] * len(names_told),
            "ring": ring,
            "given": given,
            "wanted": wanted,
        },
        understood=(
            (
                "围成一圈" if ring else "排成一排",
                "、".join(f"{name} {count}" if count > 1 else name for name, count in zip(names_told, population.counts, strict=True)),
            ),
            ("要求", "；".join(clauses) or "没有"),
        ),
    )


def read_scene_chance(text: str) -> Recognition | None:
    """The chance that something holds in a random order.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    return _read(story, True) if story.has(CHANCE_WORD) else None


def read_scene_ways(text: str) -> Recognition | None:
    """In how many orders everything holds.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    story.refuse(CHANCE_WORD)
    return _read(story, False)
