"""Reading tries that do not influence one another, by what is told and not by how: a list of chances, guessed answers, a try that ends with the first success.

A story tells chances and how many tries there are; the question says how many come out. Words of the story may come again in the question, and
nothing else may: whatever is neither a number of tries nor what is tried silences the reader.
"""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._counting.chance_words import CHANCE_WORD
from engine.generators.civil._counting.samples.reading import only_talks
from engine.generators.civil._problems.story import Story
from engine.generators.civil._problems.wording import ORDINARY, SUSPECT
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out, to_int, to_share

_N = r"(?:\d+|[一二两三四五六七八九十]+)"
_P = r"(?:(?<![\d.])0?\.\d+|(?<![\d.])\d{1,2}(?:\.\d+)?%|(?<![\d/])\d{1,2}/\d{1,2}(?![\d/]))"
_UNIT = r"(?:次|棵|株|粒|天|户|瓶|发|枪|道题|道|题|件|个|人|枚|支|台|颗|名|位|项|门|关|轮|箭|球|场|科|处|家|台|部|盏|根|条|套|只)"
_LIST = re.compile(rf"(?P<list>{_P}(?:(?:[、,;]|和|与|以及){_P}){{1,7}})")
_SAME = re.compile(
    rf"(?P<what>[^,;。?\d]{{1,20}}?)(?:的)?(?P<rate>{CHANCE_WORD}|率)(?:都|均|各|大约|约|恒)*(?:为|是|有|达到|达|等于)?(?P<p>{_P})"
)
_TRIES = rf"(?<![第每同\d])(?P<n>{_N})(?:{_UNIT}|道|棵|株|粒|天|户|瓶)"
_ASKED = rf"(?:的)?(?:这件事|这一?事件|事件)?(?:发生)?(?:的)?{CHANCE_WORD}(?:[又会]?(?:是|为|有|约为|约是|=))?(?:(?:多少|几)(?:分之(?:多少|几))?%?)?(?:来着)?[,;。?:=]*$"
# What makes one try matter for another, or asks about one of them alone.
_OTHER = re.compile(
    r"放回|条件下|前提下|已知(?!各|每|三|两|[甲乙丙丁、])|袋|盒|箱|第[一二三四五六七\d](?:次|局|天|个|发|题|道|关)|期望|轮流|比分|胜制|依次(?!为|是|作答)|交替|相邻|连续(?:命中|击中|投中)|骰|硬币|如果|倘若|若(?!干)|平均|加倍|或者?|但|串联|并联|先(?!后)|再|[局场]比赛|先胜"
)
_BAD = r"(?:没有?|未能?|不能?)(?:被|能)?"
_FAILING = r"没|未|不(?!影响|同)|失败|故障|次品|废|坏|错|脱靶|淘汰|漏"
_GUESSED = re.compile(
    rf"(?P<n>{_N})(?:道|个|题)?(?:小)?(?P<what>单项选择题?|单选题?|选择题|判断题)|(?:单选|单项选择|选择|判断)(?:测试|测验|考试|题)[^,;。\d]{{0,4}}(?<!第)(?P<n2>{_N})(?:道|个)(?:小?题)?|(?P<what2>判断)"
)
_CHOICES = re.compile(
    r"(?:每(?:道|个|一道)?(?:小?题)?|各题|每道小题)?(?:都|均|各)?(?:有|给出|设有)?(?P<c>[四4三3五5两二2])个(?:备选)?(?:选项|答案|备选项)(?:供选择|可选)?,?(?:(?:其中|中|里)*(?:都|均)?(?:只有|恰有|有且(?:仅|只)有|仅有|有)(?:一|1)个(?:选项|答案)?(?:是)?(?:正确|对)(?:的)?(?:选项|答案)?)?|(?:四|4)选(?:一|1)"
)
_BY_CHANCE = r"(?:全部?|都|完全|只能|每[题道]|,|他|她)*(?:靠|凭|是)?(?:随机|胡乱|随意|任意|随便|瞎|乱|盲目|瞎蒙|运气)*地?(?:蒙|猜测?|选|作答|答题|乱选|瞎选|填涂|选择(?!题)|作出选择)(?:的)?(?:一个)?(?:答案|选项)?(?:作答)?"
_STOPS = re.compile(
    r"(?:一旦|只要|若|如果|当)?(?P<hit>打中|命中|击中|投中|射中|成功|通过|答对)(?:目标|一次|了|1次)*(?:,)?(?:就|即|便|后就?|则)(?:立即|马上)?(?:停止?(?:射击|投篮|尝试|考试)?|结束|不再(?:射击|打|投|考|参加)[^,;。]{0,4})"
)
_AT_MOST = re.compile(
    rf"(?:最多|至多)(?:只|可以?|能|允许|给|有|参加|射击|打|投|用|试|考)*(?P<n>{_N})(?:次|发|枪|个)(?:子弹|机会|射击|球|考试)*|(?:只有|共有|有|带)(?P<n2>{_N})(?:发|颗)子弹"
)
_USED = re.compile(
    rf"(?:恰好?|正好|刚好)(?:要)?(?:用掉|用去|用了?|打了?|射击了?|投了?|射了?|消耗了?|考了?|试了?)(?:了)?(?P<k>{_N})(?:次|发|枪|个)(?:子弹|机会|射击|球)*(?:后停止)?"
)
_ORDINARY = re.compile(
    "|".join(re.escape(word) for word in sorted(ORDINARY.split(), key=lambda word: (-len(word), word)) if not word.isascii())
)
_IDLE = re.compile(
    r"其中|遇到?|碰到?|遇上|碰上|恰好?|那么|则|问|试|求|他们?|她|能够?|会|可以?|有|是|为|的|这|道|题|目|人|个|次|项|目标|选手|发生|事件|一事件|共|了|在|中|里|被|到|小[\u4e00-\u9fff]|元件|路口|同学|途中|上班|路上|上学|最终|最后|刚好|正好|位|名"
)
_INDEPENDENT = re.compile(
    r"(?:且|并且|而且|假设|假定|各人|各次|各题|每[人次题]|他们|三人|两人|各项|各个?路口|是否[\u4e00-\u9fff]{1,8}?|能否[\u4e00-\u9fff]{1,8}?|结果|之间|的|,)*(?:相互|互相|彼此|互)(?:之间)?(?:都|均)?(?:是)?(?:独立|没有影响|无影响|不影响)(?:地|的)?"
)


def _shares(text: str) -> list[Fraction]:
    return [Fraction(to_share(each)) for each in patterns.findall(_P, text)]


def _counted(event: str, tries: int) -> tuple[list[int], str]:
    """The numbers of successes that an event allows, and what is left of it.

    Raises:
        StayOut: it does not say how many.
    """
    left = event
    number = patterns.search(
        rf"(?P<how>(?:至少|最少|不少于|起码|至多|最多|不超过|不多于|恰好?|正好|刚好|只|仅|有且(?:仅|只)有)(?:会|能|可以)?(?:有)?)?(?P<gap>[^\d,;。一二两三四五六七八九十不没未都全]{{0,6}}?)(?P<k>{_N}){_UNIT}",
        left,
    )
    every = patterns.search(rf"(?:{_N}{_UNIT}题?)?(?:全部?(?:都)?|都|均|每[人题次个道项关](?:都|均))", left)
    none = patterns.search(rf"(?:(?:一|1){_UNIT}(?:题)?(?:也|都)|全部?|都|均){_BAD}|无(?:一|1)?{_UNIT}?", left)
    if none is not None:
        left = left.replace(none[0], "", 1)
        fits = [0]
    elif every is not None:
        said = patterns.search(_N, every[0])
        if said is not None and to_int(said[0]) != tries:
            stay_out("all of how many")
        left = left.replace(every[0], "", 1)
        fits = [tries]
    elif number is not None:
        how, count = number["how"] or "", to_int(number["k"])
        after = left[number.end() :]
        if not how and patterns.search("以上", after[:3]):
            how, after = "至少", after.replace("以上", "", 1)
        left = left[: number.start()] + number["gap"] + after
        if patterns.search("至少|最少|不少于|起码", how):
            fits = list(range(count, tries + 1))
        elif patterns.search("至多|最多|不超过|不多于", how):
            fits = list(range(count + 1))
        else:
            fits = [count]
    else:
        stay_out("how many of them")
    if (
        patterns.search(rf"[\d二两三四五六七八九十]|至|最|全|都|均|{_FAILING}", left)
        or not 0 <= min(fits, default=-1) <= max(fits) <= tries
    ):
        stay_out(f"{left} in {event}")
    return fits, left


def _new_words(left: str, story: str, hit: str) -> str:
    """What a question says that the story had not said."""
    left = patterns.sub("[、,\\s\ue000“”\"']", "", left)
    for size in (6, 5, 4, 3, 2):
        place = 0
        while place + size <= len(left):
            if left[place : place + size] in story:
                left = left[:place] + left[place + size :]
            else:
                place += 1
    return "".join(sign for sign in _IDLE.sub("", left) if sign not in hit)


def _pass(clauses: list[str]) -> None:
    """What is told besides: a story, no condition.

    Raises:
        StayOut: it could matter.
    """
    for clause in clauses:
        plain = clause.replace("\ue000", "")
        if not plain or only_talks(plain):
            continue
        if found := patterns.search("其中|必须|已被|[取拿]走|固定|坏|损|只(?!要)|限|但|备用|[拆停]|短路|组长|参加(?=$)|顺序|除", plain):
            stay_out(f"{found[0]} in {clause}")
        plain = patterns.sub(
            r"每[人题道次个项枪发棵粒天台](?:都|均)?|各自?|随机|同一|独立地?|另外|[一1](?:道|次|个|名|位|份|项|场)|同时|不同|依次|第一(?=志愿)",
            "",
            plain,
        )
        plain = _ORDINARY.sub("", plain)
        if patterns.search(rf"[\d二两三四五六七八九十百]|(?!某)(?:{SUSPECT})", plain):
            stay_out(f"{plain} in {clause}")


def _recognition(chances: list[Fraction], fits: list[int], event: str) -> Recognition:
    same = len(set(chances)) == 1
    names = ["每次"] if same else [f"第{'一二三四五六七八'[place]}个" for place in range(len(chances))]
    own = chances[:1] if same else chances
    return Recognition(
        parameters={
            "task": "trials",
            "names": names,
            "chances": [str(each) for each in own],
            "times": [len(chances)] if same else [1] * len(chances),
            "wanted": [["sum", list(range(len(own))), fits]],
        },
        understood=(
            ("每次的概率" if same else "各自的概率", "、".join(decimal(each, 4) for each in own)),
            ("次数", str(len(chances))),
            ("求", event.strip()),
        ),
    )


def read_independent(text: str) -> Recognition | None:
    """The chance that so many of several independent tries succeed.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    if not story.has(CHANCE_WORD):
        return None
    plain = patterns.sub(r"[“”\"'《》]", "", story.rest)
    plain = patterns.sub(
        r"(?<=[?。])(?:我|他)?(?:直接|这样|自己)*(?:把[^,;。]{2,6})?(?:加起来|相加|相乘|算出来|算)(?:得|是|等于)?[^,;。?]*(?:[,。][^,;。?]*答案[^,;。?]*)?[。]?$",
        "",
        plain,
    )
    question = patterns.search(_ASKED, plain)
    if question is None or patterns.search(rf"{CHANCE_WORD}[^,;。]{{0,4}}(?:多少|几)", plain[: question.start()]):
        return None
    body = plain[: question.start()]
    stops = _STOPS.search(body)
    if stops is not None:
        return _read_stopping(body, stops)
    body = _INDEPENDENT.sub(",", body)
    if suspect := _OTHER.search(body):
        stay_out(suspect[0])
    place = max(body.rfind(sign) for sign in ",;。?:") + 1
    head, event = body[:place], body[place:]
    listed = list(_LIST.finditer(head))
    if listed:
        if len(listed) != 1:
            return None
        chances = _shares(listed[0]["list"])
        told = patterns.search(
            rf"(?P<what>[^,;。?]{{0,20}}?)(?:的)?(?:{CHANCE_WORD}|(?<=[\u4e00-\u9fff])率|把握)(?:,)?(?:依次|分别|各)+(?:为|是|等于|约为)?$",
            head[: listed[0].start()],
        )
        if told is None or patterns.search(_FAILING, told["what"]):
            return None
        rest = head[: listed[0].start() - len(told[0])] + _without_rate(told[0]) + head[listed[0].end() :]
        for said in patterns.finditer(rf"(?<![第每同\d])(?P<n>{_N})(?:{_UNIT}|道)", rest):
            number = to_int(said["n"])
            if number not in (1, len(chances)):
                stay_out("how many tries")
        if again := patterns.search(
            rf"(?:各|每(?:人|个|位|名)|分别|都|均|连续|一共|共)[^,;。\d]{{0,4}}(?![一1])(?:{_N})(?:次|发|枪|箭|球|道|个|轮)", rest
        ):
            stay_out(f"{again[0]} with a chance each")  # more tries than chances
        rest = patterns.sub(rf"(?<![第每同\d])(?:{_N})(?:{_UNIT}|道)", "\ue000", rest)
        names = patterns.search(r"[甲乙丙丁戊己](?:[、,和]?[甲乙丙丁戊己])+|(?<![A-Za-z])[A-Ea-e](?:[、,和][A-Ea-e])+", rest)
        if names is not None and len(patterns.findall("[甲乙丙丁戊己A-Ea-e]", names[0])) != len(chances):
            stay_out("whose chances")
        rest = rest.replace(names[0], "\ue000") if names else rest
        hit = told["what"]
    elif same := list(_SAME.finditer(head)):
        if len(same) != 1 or patterns.search(_FAILING, same[0]["what"]):
            return None
        rest = head[: same[0].start()] + patterns.sub(rf"(?:的)?(?:{CHANCE_WORD}|率)[^率性]*$", "", same[0][0]) + head[same[0].end() :]
        counts = {to_int(each["n"]) for each in patterns.finditer(_TRIES, rest)} - {1}
        if len(counts) != 1:
            stay_out("how many tries")
        rest = patterns.sub(_TRIES, "\ue000", rest)
        chances, hit = _shares(same[0]["p"]) * counts.pop(), same[0]["what"] + same[0]["rate"]
    else:
        guessed = _GUESSED.search(head)
        if guessed is None or not patterns.search("蒙|猜|随机|瞎|乱选|随意|随便|任意|运气", head):
            return None
        rest, choices = head, 2 if "判断" in guessed[0] else 0
        tries = [to_int(each) for each in (guessed["n"], guessed["n2"]) if each]
        if found := _CHOICES.search(rest):
            choices = to_int(found["c"]) if found["c"] else 4
            rest = rest.replace(found[0], "\ue000", 1)
        tries += [
            to_int(each["n"])
            for each in patterns.finditer(rf"(?<![第每同\d])(?P<n>{_N})(?:道|个|题)(?:小?题)?", rest)
            if to_int(each["n"]) > 1
        ]
        if len(set(tries)) != 1 or not choices:
            stay_out("how many, or of how many")
        rest = patterns.sub(rf"(?<![第每同\d])(?:{_N})(?:道|个|题)", "\ue000", rest)
        rest = patterns.sub("多选|不定项", lambda each: stay_out(each[0]), rest)
        rest = patterns.sub(_BY_CHANCE, "\ue000", rest)
        rest = patterns.sub("单项选择题?|单选题?|选择题|判断题|单选|选择", "", rest)
        chances, hit = [Fraction(1, choices)] * tries[0], "蒙对猜对答对选对正确做对"
        event = patterns.sub(r"答案|靠蒙|选中正确答案", "", event)
        if patterns.search("分", event):
            stay_out("marks")
    if suspect := patterns.search(
        "连|首|第|先|末|最后|依次|相邻|轮|前|后|且|而|或|另|其余|其他|[甲乙丙丁戊](?![^,;。]{0,8}(?:人|都))|剩|次数|比|多于|少于|超过(?<!不超过)",
        event,
    ):
        stay_out(f"{suspect[0]} in {event}")
    fits, left = _counted(event, len(chances))
    if not any(left[place : place + 2] in hit for place in range(len(left) - 1)) and not any(
        sign in left and sign in hit for sign in ("对", "中", "过")
    ):
        stay_out("of something else")
    if new := _new_words(left, head + hit, hit):
        stay_out(f"{new} in {event}")
    _pass(patterns.split(r"[,;。?:!\n()]+", rest))
    return _recognition(chances, fits, event)


def _without_rate(text: str) -> str:
    return patterns.sub(rf"(?:的)?(?:{CHANCE_WORD}|率|把握),?(?:依次|分别|各)+(?:为|是|等于|约为)?$", "", text)


def _read_stopping(body: str, stops: re.Match[str]) -> Recognition | None:
    """A try repeated until it succeeds, so many times at most: the chance that so many are made."""
    used = list(_USED.finditer(body))
    rest = body.replace(stops[0], "\ue000", 1)
    most = _AT_MOST.search(rest)
    chance = patterns.search(
        rf"(?:每(?:一)?次|打(?:一|1)发|每(?:一)?发|射击(?:一|1)次|每次射击|每枪)?(?P<what>[^,;。?\d一不没未]{{0,10}}?)(?:的)?(?:{CHANCE_WORD}|率)(?:都|均|恒)*(?:为|是)(?P<p>{_P})",
        rest,
    )
    if len(used) != 1 or most is None or chance is None or used[0].end() != len(body):
        return None
    if not patterns.search(r"[中功过对]", chance["what"]):
        stay_out("the chance of what")
    limit, count = to_int(most["n"] or most["n2"]), to_int(used[0]["k"])
    if not 1 <= count <= limit:
        return None
    for found in (most[0], chance[0], used[0][0]):
        rest = rest.replace(found, "\ue000", 1)
    rest = _INDEPENDENT.sub("", rest)
    if suspect := _OTHER.search(patterns.sub("如果|若", "", rest)):
        stay_out(suspect[0])
    _pass(
        [patterns.sub(r"否则继续(?:射击|打|投)?|(?:每次)?射击(?=\ue000|$)", "", each) for each in patterns.split(r"[,;。?:!\n()]+", rest)]
    )
    own = Fraction(to_share(chance["p"]))
    return Recognition(
        parameters={"task": "stopping", "chance": str(own), "most": limit, "used": count},
        understood=(("每次成功的概率", decimal(own, 4)), ("规则", f"成功就停，最多 {limit} 次"), ("求", f"恰好 {count} 次的概率")),
    )
