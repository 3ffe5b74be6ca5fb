"""Reading causes with their shares and how often each has the result: machines, tests, rain and jams."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._counting.chance_words import CHANCE_WORD as _CHANCE_WORD
from engine.generators.civil._counting.chance_words import VALUE as _VALUE
from engine.generators.civil._counting.chance_words import WORDS as _WORDS
from engine.generators.civil._counting.chance_words import opened as _opened
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out


def fraction(text: str) -> Fraction:
    """A chance told as a decimal, per cent or fraction.

    Raises:
        StayOut: nothing between 0 and 1.
    """
    value = Fraction(text.rstrip("%")) / (100 if text.endswith("%") else 1)
    return value if 0 < value < 1 else stay_out("no chance")


_MADE = r"(?:厂家?|车间|线|生产线|机器|机床|工厂)?(?:所?(?:加工|生产))?的?(?:产品|零件)?"
_TOLD_APART = re.compile(
    rf"(?P<a>[甲乙A]){_MADE}占(?:总数的?)?(?P<p>\d{{1,2}})%[,，](?P<b>[乙丙B]){_MADE}占(?:总数的?)?(?P<q>\d{{1,2}})%[,，]"
    rf"(?:(?P<c>[丙C]){_MADE}占(?:总数的?)?(?P<r>\d{{1,2}})%|(?:其余|剩余|剩下|其他)的?(?:都|全)?(?:是|为|由)(?P<d>[丙C]){_MADE})(?=[,，。;；])"
)


def _together(match: re.Match[str]) -> str:
    """Shares told one by one, the last perhaps as the rest, in one row."""
    rest = match["r"] or str(100 - int(match["p"]) - int(match["q"]))
    return f"{match['a']}、{match['b']}、{match['c'] or match['d']}三厂生产的分别占{match['p']}%、{match['q']}%、{rest}%"


def read_causes(text: str) -> Recognition | None:
    """Two or three causes with their shares, and how often each has the result: how often the result comes, and which cause it had."""
    plain = _TOLD_APART.sub(_together, text)
    if plain != text:
        plain = patterns.sub(r"^[^,，。;；\d]{0,30}[,，]其中(?=[甲A]、)", "", plain)  # where they are kept
    story = _opened(plain)
    values = rf"{_VALUE}(?:\s*(?:[、,和与])\s*{_VALUE}){{1,2}}"
    if ill := story.take(rf"(?:发病率|患病率|患病的?概率|感染率|发病的?概率|患病的?比例)(?:为|是|约为|约)?(?P<p>{_VALUE})"):
        hit = story.take(rf"(?:患者|病人|患病者|患病的人|感染者|患病)[^,;。?\d]{{0,14}}?(?P<p>{_VALUE})")
        false = story.take(
            rf"(?:健康人|未患病者|没病的人|不患病的人|健康者|正常人|没有患病的人|未患病的人|误检率|误诊率)[^,;。?\d]{{0,14}}?(?P<p>{_VALUE})"
        )
        if not hit or not false or patterns.search("阴性", text):
            return None
        if not patterns.search("阳性", hit[0]) or not (patterns.search("阳性|误", false[0])):
            stay_out("positive")
        shares = [fraction(ill["p"]), 1 - fraction(ill["p"])]
        rates = [fraction(hit["p"]), fraction(false["p"])]
        names = ["患病", "健康"]
        total = rf"(?:检出|检测(?:结果)?(?:为|呈)?|结果(?:为|呈)|呈)?阳性的(?:总)?{_CHANCE_WORD}"
        which = rf"(?:检出|检测(?:结果)?(?:为|呈)?|结果(?:为|呈)|呈)?阳性(?:的人|者|的)?,?(?:时)?(?:他|这人|此人)?(?:真的?|确实|实际)?(?:患病|有病|得病|患有[\u4e00-\u9fff]{{0,3}}|患者)(?:的)?{_CHANCE_WORD}"
    else:
        apart = rf"(?P<who>[甲乙丙A-H])(?:厂|车间|线|生产线|机器|机床|工厂)?(?:加工|生产)?(?:的)?(?:产品|产量|零件)?(?:占|生产)(?:了)?(?:总?产量的?|全部的?|总数的?)?(?P<p>{_VALUE})(?:的产品)?,?(?:其)?(?:次品率|废品率|不合格率|不良率)(?:为|是)?(?P<q>{_VALUE})"
        apiece = story.take_all(apart)
        one = story.take(
            rf"(?P<names>[甲乙丙A-H](?:[、和]?[甲乙丙A-H]){{1,2}})(?P<gap>[^;。?\d]{{0,24}}?)(?:分别|各|依次)?(?:占|为|是)(?:总?产量的?|全厂的?|总数的?)?(?:分别)?(?P<values>{values})"
        )
        two = story.take(
            rf"(?:次品率|废品率|不合格率|不良率|(?P<good>(?<!不)合格率|良品率|正品率))(?:依次|分别)?(?:为|是)?(?:分别|依次)?(?P<values>{values})"
        )
        if apiece and not one and not two:
            names = [match["who"] for match in apiece]
            shares, rates = [fraction(match["p"]) for match in apiece], [fraction(match["q"]) for match in apiece]
        elif one and two and not apiece:
            names = patterns.findall("[甲乙丙A-H]", one["names"])
            shares, rates = ([fraction(each) for each in patterns.findall(_VALUE, match["values"])] for match in (one, two))
            rates = [1 - rate for rate in rates] if two["good"] else rates
        else:
            return None
        if len(set(names)) != len(names):
            stay_out("a name twice")
        if not len(names) == len(shares) == len(rates) or sum(shares) != 1:
            stay_out("shares")
        total = rf"(?<![的产])(?:取到|抽到|购?买到|恰为|的是|是|为|恰好是|恰是)*(?:[1一](?:件|台|个))?(?:次品|废品|不合格品?)(?:设备|产品|零件)?的{_CHANCE_WORD}"
        which = rf"(?:它|这件|该|此)?(?:产品|次品)?(?:是)?(?:来自|由|是)(?P<who>[甲乙丙A-H])(?:线|厂|车间|机器|机床|设备|生产线|工厂)?(?:生产|加工)?(?:的)?{_CHANCE_WORD}"
    story.take_all("的?比例")
    if names:  # the same row again, beside its rates
        story.take_all("[、和]".join(map(re.escape, names)))
    story.take_all(
        r"(?:一批|某批)?(?:零件|产品|工件)?(?:是)?由[甲乙丙A-H](?:[、和]?[甲乙丙A-H]){1,2}(?=[两三二](?:台|条|个|家)).{0,6}?(?:加工|生产)(?:的)?(?=,|。)"
    )
    story.take_all(
        r"[两三二](?:条(?:生产|流水)?线|个?(?:车间|工厂|厂家|厂)|台(?:机器|机床|设备)(?!同时)|家(?:公司|企业|厂家|供应商|商家|工厂)的?)"
    )
    asked: list[tuple[int, list[object]]] = []
    given = patterns.search("(?:是|为|恰为|发现是?|恰好是)(?:一件)?(?:次品|废品|不合格)[,。]|阳性", story.text)
    for pattern, kind in ((which, "which"), (total, "total")):
        for match in story.take_all(pattern + r"(?:是|为)?(?:多少)?"):
            if kind == "which" and not given:
                stay_out("given what")
            who = names.index(match["who"]) if kind == "which" and match.groupdict().get("who") else 0
            asked.append((match.start(), [kind, who]))
    if not asked:
        return None
    story.take_all(
        r"(?:随机|任意|从中|现)*(?:抽|取)(?:取)?(?:出)?(?:一|1)件(?:产品)?(?:恰为|恰好是|是|为|发现是?)*(?:次品)?|顺便(?:问)?(?:下)?|(?:若|如果|已知)(?:取到|抽到|取出|发现|抽出)(?:的)?(?:产品|零件)?(?:是|为)(?:一件)?(?:次品|废品|不合格品)|检出阳性(?:的)?(?:人)?"
    )
    if story.has(_CHANCE_WORD):
        story.take_all(_CHANCE_WORD + "(?:为|是)?")
    story.finish(_WORDS)
    return Recognition(
        parameters={
            "task": "causes",
            "shares": [str(each) for each in shares],
            "rates": [str(each) for each in rates],
            "asked": [each for _, each in sorted(asked)],
            "names": names,
        },
        understood=(
            ("各占", "、".join(decimal(each * 100, 2) + "%" for each in shares)),
            ("各自出现的概率", "、".join(decimal(each * 100, 2) + "%" for each in rates)),
        ),
    )


def read_depends(text: str) -> Recognition | None:
    """`下雨的概率 40%，下雨时堵车 80%，不下雨时堵车 30%`: how often it comes altogether, and which case it was.

    Raises:
        StayOut: something is not understood.
    """
    story = _opened(text)
    story.rest = story.text = (
        patterns.sub(r"男生|男员工|男性", "非女生", patterns.sub(r"女性|女员工", "女生", story.text)) if "女" in text else story.text
    )
    values = list(patterns.finditer(_VALUE, story.text))
    if len(values) != 3 or patterns.search("次品|废品|阳性|发病|独立|互不影响|甲.{0,30}乙", story.text):
        return None
    first = story.take(
        rf"(?P<gap>[^,;。?\d]{{0,8}}?)(?P<cause>下雨|下雪|降雨|晴天|起雾|有雾|加班|迟到|复习|复习过|女生|会员|新用户|老用户|吸烟|开车)(?:的)?(?:{_CHANCE_WORD}|比例|人)?(?:为|是|占|有)?(?:全班|总人数|全体|总数)?(?:的)?(?P<p>{_VALUE})|(?P<gap2>[^,;。?\d]{{0,8}}?)(?P<p2>{_VALUE})(?:的)?(?:人|学生|员工|用户|顾客)?(?:是|为)(?P<cause2>女生|会员|新用户|老用户)"
    )
    if not first:
        return None
    cause = first["cause"] or first["cause2"]
    share = fraction(first["p"] or first["p2"])
    link = r"(?:小[\u4e00-\u9fff]|老[王李张刘]|他|她|某人|某员工|时|的时候|的条件下|的情况下|的话|则|就|中|当中|里|的人|,)*"
    result = rf"(?P<what>(?!{cause})[\u4e00-\u9fff]{{2,5}}?)"
    rate = rf"(?:的)?(?:{_CHANCE_WORD}|比例|人)?(?:为|是|占|有)?(?P<p>{_VALUE})"
    no = rf"(?:不|没有?|非|未){cause}" + ("|不下雨|晴天" if cause == "下雨" else "")
    other = story.take(rf"(?:若|如果|假如|而|在|,)*(?:{no}){link}{result}{rate}")
    same = story.take(rf"(?:若|如果|假如|而|在|,)*{cause}{link}{result}{rate}")
    if not same or not other or same["what"] != other["what"]:
        return None
    what = same["what"]
    told = rf"(?:已知|若|如果|现|他|她|发现|某天|这天|当天|,)*{re.escape(what)}(?:了)?(?:的条件下|的情况下|时|,)*(?:求|则|那么|他|她|这天|当天|问|恰好|恰)*(?:是|在)?"
    asked: list[tuple[int, list[object]]] = []
    for match in story.take_all(rf"(?:求)?{told}(?P<no>不|非|没有?)?{cause}(?:的)?{_CHANCE_WORD}(?:是|为)?(?:多少)?"):
        asked.append((match.start(), ["which", 1 if match["no"] else 0]))
    for match in story.take_all(
        rf"(?:求|则|那么|他|她|这天|当天|某天|恰好|恰|,)*{re.escape(what)}(?:的)?{_CHANCE_WORD}(?:是|为)?(?:多少)?"
    ):
        asked.append((match.start(), ["total", 0]))
    if not asked:
        return None
    story.take_all(r"(?:现|从中|随机|任意|,)*(?:抽取?|选取?|取)(?:出)?(?:一|1)(?:名|个|位)?(?:学生|人|员工|用户|顾客)?")
    if story.has(_CHANCE_WORD):
        stay_out("another chance")
    story.finish(_WORDS + " 班里 全班 班级 某班 某公司 学生 员工 某地 某天 一天 他 她 小张 上班 路上 是")
    rates = [fraction(same["p"]), fraction(other["p"])]
    return Recognition(
        parameters={
            "task": "causes",
            "shares": [str(share), str(1 - share)],
            "rates": [str(each) for each in rates],
            "asked": [each for _, each in sorted(asked)],
            "names": [cause, f"不是{cause}" if cause in ("女生", "会员") else f"不{cause}"],
        },
        understood=((cause, decimal(share * 100, 2) + "%"), (what, "、".join(decimal(each * 100, 2) + "%" for each in rates))),
    )


def read_guessed(text: str) -> Recognition | None:
    """A question with so many options: somebody knows the answer with a chance, and guesses otherwise.

    Raises:
        StayOut: something is not understood.
    """
    story = _opened(text)
    options = story.take(
        r"(?:有|共有|给出|设有)?(?P<n>[二两三四五2-6])个(?:备选)?(?:选项|答案|备选答案)(?:,?(?:其中)?(?:只有|仅有|有且只有)?(?:一|1)个(?:选项|答案)?(?:是)?正确(?:的|答案)?)?"
    )
    knows = story.take(
        rf"(?:知道(?:正确)?(?:答案)?|会做?(?:这道?题|该题|此题)?|掌握(?:该|这个)?(?:知识点)?)(?:的)?{_CHANCE_WORD}(?:为|是)?(?P<p>{_VALUE})"
    )
    guesses = story.take(
        r"(?:若|如果|当|而|,)*(?:不(?:知道|会做?|懂|掌握)(?:正确)?(?:答案)?|不会)(?:这道?题|该题|此题)?(?:时|的时候|的话|,|则|就|他|她|会|便)*(?:就|则|会|只能|随机|任意|随便|等可能地?|乱|凭运气|,)*(?:地)?(?:猜测?|选择?|蒙|猜选)(?:出|写|填)?(?:一|1)?(?:个)?(?:选项|答案)?"
    )
    if not options or not knows or not guesses:
        return None
    asked: list[tuple[int, list[object]]] = []
    right = r"(?:答对|做对|选对)(?:了)?(?:这道?题|该题|此题|这题)?"
    for match in story.take_all(
        rf"(?:已知|若|如果|现|,)*(?:他|她|该?考生|某?学生)?{right}(?:,|了|的条件下|的情况下|时|则|求|那么|问)*(?:他|她|该?考生|某?学生)?(?:确实|真的|的确|是)*(?:知道(?:正确)?答案|会做?(?:这道?题|该题|此题)?)(?:而不是猜(?:的|对的)?)?(?:的)?{_CHANCE_WORD}(?:是|为)?(?:多少)?"
    ):
        asked.append((match.start(), ["which", 0]))
    for match in story.take_all(rf"(?:他|她|该?考生|某?学生)?{right}(?:的)?{_CHANCE_WORD}(?:是|为)?(?:多少)?"):
        asked.append((match.start(), ["total", 0]))
    if not asked or story.has(_CHANCE_WORD):
        return None
    story.finish(_WORDS + " 一道 单选题 单项选择题 选择题 某考生 考生 学生 考试 题 做题 有")
    share, hit = fraction(knows["p"]), Fraction(1, {"二": 2, "两": 2, "三": 3, "四": 4, "五": 5}.get(options["n"], 0) or int(options["n"]))
    return Recognition(
        parameters={
            "task": "causes",
            "shares": [str(share), str(1 - share)],
            "rates": ["1", str(hit)],
            "asked": [each for _, each in sorted(asked)],
            "names": ["会做", "不会做而猜"],
        },
        understood=(("会做", decimal(share * 100, 2) + "%"), ("猜对", str(hit)), ("求", "答对的概率")),
    )


CAUSE_READERS = (read_causes, read_depends, read_guessed)
