"""Reading how many numbers of a range are multiples of one or another: counted, left over, turned twice, or marked on a rope."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.civil._inclusion_exclusion.combining import Descriptions
from engine.generators.civil._inclusion_exclusion.names import Names
from engine.generators.civil._problems.story import Story
from engine.generators.civil._problems.wording import SUSPECT
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out

_TO = r"(?:到|至|~|～|-|—|和(?=\d+之间)|与(?=\d+之间))"
_RANGE = (
    rf"(?:在|从|由|按|编号|编上号码|号码|依次|为|是)*(?P<low>\d+)(?:数|号|开始|开始数)?{_TO}(?:数到)?(?P<high>\d+)(?:号|之间|为止)*",
    r"(?:在)?(?:不超过|不大于|小于等于|前)(?P<high>\d{2,5})(?:个)?",
    r"(?:在)?(?P<high>\d{2,5})(?:以内|以下|及以下|之内)",
)
_DIVISOR = re.compile(
    r"(?<!\d)(?P<n>\d{1,2})(?!\d)(?=(?:[、和与或及]|或者|或?能被|又能被|也能被|,能被)*(?:\d{1,2}|[、和与或及]|或者)*(?:这[两三]个数)?(?:中的?)?(?:任何|任意|至少|其中)?(?:之?[一两]个?)?(?:数)?(?:的)?公?(?:倍数|整除|除尽|都?不能整除))"
)
_SUM = r"(?<![奇偶质合个位因倍])(?:的?(?:所有|全部)?的?(?:自然|正?整)?数)?,?(?:它们|(?:所有)?这些(?:自然|正?整)?数|其)?(?:的|之)?总?和(?:一共|总共|应该?)*(?:是|为|等于|有)?(?:多少|几)?(?=[?。]*\s*$)"
_SIGNS = "甲乙丙"
_ENDS = (("亮", "开"), ("灭", "暗", "关", "熄", "不亮")), (("面向", "面对"), ("背向", "背对")), (("正面", "朝上"), ("反面", "朝下"))


def _range_of(text: str) -> tuple[int, int, str] | None:
    """The first and the last number, and the text without them."""
    for pattern in _RANGE:
        if span := patterns.search(pattern, text):
            low, high = int(span.groupdict().get("low") or 1), int(span["high"])
            rest = text[: span.start()] + text[span.end() :]
            counted = high - low + 1
            # `这 300 个数`, `的 100 盏灯`
            rest = patterns.sub(rf"(?:的|这|共|有|全班|一共)*(?<!\d){counted}(?!\d)(?:个|盏|名|位|张|枚)", "", rest)
            return (low, high, rest) if low < high <= 100_000 else None
    if people := patterns.search(r"(?P<n>\d{2,4})(?:名|位|盏|张|枚|个)(?=[^,;。\d]{1,12}(?:报数|编号))", text):
        return 1, int(people["n"]), patterns.sub(r"(?:从|按)?1开始", "", text[: people.start()] + text[people.end() :])
    return None


def read_multiples(text: str) -> Recognition | None:
    """How many numbers of a range are multiples of some of two or three numbers, or what they add up to.

    Raises:
        StayOut: something is not understood.
    """
    added = patterns.search(_SUM, text)
    if added is not None and patterns.search("多少|几|数[与和及]", text[: added.start()]):
        stay_out("more is asked")
    story = Story(text if added is None else f"{text[: added.start()]}的数有多少个?")
    if story.has("每隔"):
        return _rope(story)
    if not story.has("整除|倍数|除尽"):
        return None
    story.refuse(r"余\d|余数|质数|合数|奇数|偶数|平方|[之的][和差积]|乘积|平均|位数|概率|求和|总和|最小|最大|第\d|随机|方法")
    found = _range_of(patterns.sub(r"[\ue000]+", "", story.rest))
    if found is None:
        return None
    low, high, said = found
    divisors: list[int] = []

    def sign(match: re.Match[str]) -> str:
        value = int(match["n"])
        if value not in divisors:
            divisors.append(value)
        return _SIGNS[divisors.index(value)] if divisors.index(value) < 3 else stay_out("more than three")

    told = _DIVISOR.sub(sign, patterns.sub(r"\([^()\d]*\)", "", said))
    if patterns.search(r"\d", told):
        stay_out(f"a number: {told}")
    if not 2 <= len(divisors) <= 3 or min(divisors) < 2:
        return None
    told = patterns.sub(r"(?:能够|可以|能)?被(?=[不甲乙丙])|(?:的)?公?倍数|整除|除尽|能够|可以|能|(?<=不)被", "", told)
    wanted = _turned(told, len(divisors)) or _left(told, len(divisors)) or _described(told, len(divisors))
    return Recognition(
        parameters={
            "task": "multiples",
            "low": low,
            "high": high,
            "divisors": divisors,
            "wanted": sorted(wanted),
            "unit": _unit(said),
            "added": added is not None,
        },
        understood=(
            ("范围", f"{low}～{high}"),
            ("除数", "、".join(map(str, divisors))),
            ("求", _asked(said) if added is None else f"{_asked(said).removesuffix('有多少个')}的和"),
        ),
    )


def _unit(said: str) -> str:
    unit = patterns.search("多少(盏|人|名|张|位|枚)", said)
    return unit[1] if unit else "个"


def _asked(said: str) -> str:
    return [each for each in patterns.split("[,;。?]", said) if each][-1]


def _rest_is_story(text: str) -> None:
    """Give up where what is left could be a condition."""
    left = patterns.sub(
        r"多少|先|再|又|接着|然后|最后|同学|依次|逐个|按顺序|顺序|一次|一下|各|每人?|现在|此时|这时|自然数|排成一[排列行]|开关|要求|同时",
        "",
        text,
    )
    if found := patterns.search(rf"{SUSPECT}|[\d甲乙丙一二两三四五六七八九十]", left):
        stay_out(f"{found[0]} in {left}")


def _turned(told: str, size: int) -> frozenset[int] | None:
    """Lamps, people, cards that are turned once for each number that theirs is a multiple of; None: nothing is turned."""
    told = patterns.sub("一?开始", "", told)
    turn = r"(?:拉|按|拨|翻|转|向后转|调头)(?:动|转|过来|面|身)?(?:了)?(?:一次|一下|一遍)?(?:开关)?"
    turns = list(patterns.finditer(rf"(?P<which>[甲乙丙])[^,;。甲乙丙不没除]{{0,12}}?{turn}(?=[,;。])", told))
    if not turns:
        return None
    if sorted(each["which"] for each in turns) != sorted(_SIGNS[:size]):
        stay_out("which are turned")
    asked = _asked(told)
    rest = told.replace(asked, "")
    for each in turns:
        rest = rest.replace(each[0], "")
    rest = rest.replace("开关", "")
    for pair in _ENDS:
        ends = [place for place, words in enumerate(pair) if any(word in rest for word in words)]
        wanted = [place for place in (1, 0) if any(word in asked for word in pair[place])][:1]
        if "面向" in pair[0] and wanted and not ends:
            ends = [0]  # they face the teacher before
        if len(ends) == 1 and wanted:
            _rest_is_story(patterns.sub("|".join(word for words in pair for word in words), "", rest + asked))
            odd = wanted[0] != ends[0]
            return frozenset(part for part in range(1 << size) if (part.bit_count() % 2 == 1) == odd)
    stay_out("how they are before")


def _left(told: str, size: int) -> frozenset[int] | None:
    """What is left where multiples are struck out; None: nothing is."""
    strike = r"(?:划|去|删|擦|勾|抹|拿|取|剔|筛)(?:去|掉|除|走|出)"
    row = r"(?:所有|其中|全部|是|的|数|和|、|与|或|及|以及)*"
    strikes = list(patterns.finditer(rf"{strike}(?P<which>{row}[甲乙丙](?:{row}[甲乙丙])*)(?:的|数|都)*", told))
    strikes += (
        list(patterns.finditer(rf"把?(?P<which>{row}[甲乙丙](?:{row}[甲乙丙])*)(?:的|数|全|都|部)*{strike}", told)) if not strikes else []
    )
    if not strikes:
        return None
    asked = _asked(told)
    if sorted(patterns.findall("[甲乙丙]", "".join(each["which"] for each in strikes))) != sorted(_SIGNS[:size]):
        stay_out("what is struck out")
    rest = told
    for each in strikes:
        rest = rest.replace(each[0], "")
    _rest_is_story(patterns.sub(r"(?:还|共)?(?:剩|余|留)(?:下|余)?|没有?被|划|去|掉", "", rest))
    if patterns.search("剩|余|留", asked):
        return frozenset({0})
    return frozenset(range(1, 1 << size)) if patterns.search(f"被?{strike}(?:了|的)", asked) else stay_out("what is asked")


def _described(told: str, size: int) -> frozenset[int]:
    names = Names(list(_SIGNS[:size]), told)
    reading = Descriptions(names, told + told)
    clauses = [each for each in patterns.split("[,;。?:!]", told) if each]
    if any(patterns.search("[甲乙丙]", each) for each in clauses[:-1]):
        clauses = ["·".join(clauses)]
    for each in clauses[:-1]:
        _rest_is_story(each)
    asked = patterns.sub(r"(?P<n>[一两])个?数?(?=的)", r"\g<n>个", clauses[-1])
    asked = patterns.sub(
        r"不(?P<row>[甲乙丙](?:或者?[甲乙丙])+)",
        lambda match: "既" + patterns.sub("(?:或者?)?([甲乙丙])", r"不\1也", match["row"]).rstrip("也"),
        asked,
    )
    asked = patterns.sub(
        r"(?:的)?(?:自然数|正整数|整数|数字?|编号)|(?:有|是)?(?:多少)(?:个|种)?|求|(?<![一两])个数|请问|问|各位", "", asked
    )
    asked = patterns.sub(r"中?(?=任何|任意|其中|至少)", "", patterns.sub(r"(?<=[甲乙丙])[两三]?(?:个数?)?(?:中)(?=的|之|任|至)", "", asked))
    asked = patterns.sub(r"(?:的|之)?(?P<n>[一两])个?数?$", r"\g<n>个", asked)
    return reading.meant(patterns.sub(r"^[的在里中]+|的+$", "", asked))


def _rope(story: Story) -> Recognition | None:
    """A rope marked from one end at every so many units and cut at every mark."""
    text = patterns.sub(r"[\ue000]+", "", story.rest)
    length = patterns.search(
        r"(?P<n>\d+)(?P<unit>厘米|分米|米|毫米)(?:长)?的?[\u4e00-\u9fff]{1,4}(?=,)|长(?:度)?(?:为|是)?(?P<m>\d+)(?P<unit2>厘米|分米|米|毫米)",
        text,
    )
    marks = list(patterns.finditer(r"每隔(?P<n>\d+)(?P<unit>厘米|分米|米|毫米)", text))
    if length is None or not 2 <= len(marks) <= 3 or not patterns.search("[剪锯截切][断开]?", text):
        return None
    unit = length["unit"] or length["unit2"]
    if any(each["unit"] != unit for each in marks) or patterns.search("颜色|红|蓝|最[长短多少]|不同长度|只有一|对折|折", text):
        stay_out("units, or something else")
    total = int(length["n"] or length["m"])
    rest = text.replace(length[0], "", 1)
    for each in marks:
        rest = rest.replace(each[0], "", 1)
    rest = patterns.sub(
        r"\((?:两?端点?|首尾)(?:都)?不(?:做|画|作)?[^()]*\)|有?重[合复]的?(?:地方)?只?算一[个次]|(?:两端|端点|首尾)(?:都)?不(?:做|画|作)?[^,;。]{0,4}",
        "",
        rest,
    )
    if not patterns.fullmatch(
        r"(?:[^,;。]{0,6}[,;。])?(?:从|由|自)(?:绳子|它|木棍|铁丝|其)?的?(?:一|左|右)端(?:起|开始|出发)*,?(?:也|再|又|,|(?:做|画|作|刻|打|涂)(?:上)?一个?(?:记号|标记|点|刻度|结|印))*[,;。](?:然后|再|最后|并)?(?:将[^,;。]{1,4})?(?:沿|在|把)?(?:每个|所)?(?:有)?(?:标)?(?:记号|标记|刻度)(?:的)?(?:地方|处)?(?:都)?(?:剪|锯|截|切)(?:断|开)[,;。](?:问)?(?:[^,;。\d]{0,4}?)(?:一?共|总共|则|被|可|能)*(?:剪|锯|截|切)(?:成|为|断|了)*多少段[。?]?",
        rest,
    ):
        stay_out(f"the rope: {rest}")
    divisors = [int(each["n"]) for each in marks]
    if min(divisors) < 1 or max(divisors) >= total:
        stay_out("marks beyond the end")
    wanted = sorted(range(1, 1 << len(divisors)))
    return Recognition(
        parameters={"task": "multiples", "low": 1, "high": total - 1, "divisors": divisors, "wanted": wanted, "pieces": True},
        understood=(
            ("长", f"{total} {unit}"),
            ("每隔多长做一个记号", "、".join(f"{each} {unit}" for each in divisors)),
            ("求", "剪成多少段"),
        ),
    )
