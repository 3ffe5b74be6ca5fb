"""Reading how many must be taken to be sure, whatever is taken: what there is of each sort, and what is to be sure of them.

Only the words that say what is to be sure are known beforehand: so many alike, so many sorts, each of them, this one, pairs; and those that
say how many things, or how many of some things everybody chooses. Names, things and what is done with them are free.
"""

from __future__ import annotations

from itertools import pairwise
from math import comb
from typing import Any

from engine.generators import patterns
from engine.generators.civil._problems.story import Story
from engine.generators.civil._problems.wording import SUSPECT
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out, to_int

_PLENTY = 10**6
_U = r"(?:个|束|只|根|张|枚|颗|块|粒|支|双|副|辆|台|人|名|位|件|本|朵|份|条|瓶|袋|盒|包|封|杯|片|户|盆|棵|尾|节|头|匹|串|册|把|套|幅|株|盏|顶|枝|羽|艘|篇|封)"
_N = r"(?:\d+|[一二两三四五六七八九十]+)"
_KIND = r"(?:种|类|样|门|项|款|色|组)"
_SURE = r"(?:保证|确保|(?:一定|必定|必然|肯定)(?=能|会|有|可以|取|拿|摸|抽)|(?:就|才|便|总|必)(?:一定|必定|必然|必|肯定)?(?:会|能)?有)"
_ALIKE = r"同色|(?:[是为属于来自]|同属|参加|选)*同一?(?:种|个|类|款)?(?P<of>[\u4e00-\u9fff]{0,3})|(?P<of2>[\u4e00-\u9fff]{0,5}?)(?:完全|都|全部?|均)*(?:相同|一样|一致)"
_OTHER = (
    r"概率|弃权|[先再][拿取摸抽]|已经|取走|拿走|规定|不得|多少种|选票|投票|得票|当选|生日|属相|同一天|分给|分到|放进|放入|装进|钥匙|锁|密码|平均|放回|连续|相连|相邻|"
    r"之和|之差|倍数|组成|运气|最多|约(?=\d)|左右|若干|座位|坏|次品|作废|年龄|成绩|得分|分数|每次|或者|王"
)
_BLIND = (
    r"除(?:了)?颜色(?:不同)?(?:之|以)?外(?:其余|其他)?(?:都|完全|均)*(?:相同|一样)?|(?:同样|相同)的?(?:大小|质地|形状|材质|规格)(?:(?:和|、)(?:同样|相同)?的?(?:大小|质地|形状|材质))*的?|"
    r"(?:它们)?(?:大小|形状|质地|材质|外形|手感|版式)(?:(?:和|、|与)(?:大小|形状|质地|材质|手感))*(?:都|完全|均)*(?:相同|一样)的?|同一(?:版式|规格)的?|"
    r"不(?:区)?分左右手?|(?:停电了|天黑|光线太?暗|黑暗中)?,?看不[清见]颜色|(?:闭着?|蒙着?|合上|不看)(?:眼睛?|上眼)?|不能?看|摸黑|随意|任意|随机|一次性?"
)


def read_free_sure(text: str) -> Recognition | None:
    """How many must be taken to be sure.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    plain = patterns.sub(rf"\ue000|[“”\"《》]|{_BLIND}", "", story.rest).strip("?。 \n")
    plain = plain.replace("()", "")
    if other := patterns.search(_OTHER, plain):
        stay_out(f"another matter: {other[0]}")
    found = _asked(plain)
    if found is None:
        return None
    head, aim, unit = found
    if chosen := _choices(head):
        kinds, ways, rest = chosen
        _only_story(rest)
        alike = patterns.fullmatch(
            rf"[\u4e00-\u9fff]{{0,4}}?(?:至少|不少于)?(?:有)?(?P<n>{_N})(?:个|名|位)?[\u4e00-\u9fff]{{0,14}}?(?:完全|都|全)*(?:相同|一样|一致)(?:的)?",
            aim,
        )
        if alike is None or patterns.search(f"[不没或且剩余]|{_N}{_KIND}", aim[alike.end("n") :].replace("一样", "")):
            stay_out(f"what is sure: {aim}")
        parameters: dict[str, Any] = {
            "task": "choices",
            "ways": ways,
            "wanted": to_int(alike["n"]),
            "kinds": kinds,
            "unit": unit,
            "told": aim,
        }
        known = f"不同的选法 {ways} 种"
        if parameters["wanted"] < 2:
            stay_out("one of them")
    else:
        sorts, rest = _coming_from(head, aim) or _sorts(head)
        _only_story(rest)
        parameters = {"counts": list(sorts.values()), "unit": unit, "told": aim, **_aim(aim, sorts, head)}
        known = "、".join(f"{name}{f' {count}' if count < _PLENTY else ''}" for name, count in sorts.items())
        if min(sorts.values()) == _PLENTY:
            known = f"不同的种类 {len(sorts)} 种"
    return Recognition(parameters=parameters, understood=(("已知", known), ("保证", aim)))


def _asked(text: str) -> tuple[str, str, str] | None:
    """What is told, what is to be sure, and the unit asked for; None: no such question."""
    least = r"(?:至少|最少|起码|最小)"
    how = rf"{least}[^,;。?\d至最]{{0,14}}?(?:多少|几)(?P<unit>{_U})?[^,;。?才就保确一必]{{0,12}}?"
    ends = r"(?=[,;。?]|$)"
    for pattern in (
        rf"(?P<how>{how}),?(?:(?:才|就|便|方)?(?:能够?|可以?|会)?(?P<sure>{_SURE})|才能)(?:一定)?(?:能够?|会(?=有|出))?(?P<aim>[^;。?]+?){ends}(?P<more>.*)$",
        rf"(?:要|为了?|想|若要|如果要求?|要求)*(?P<sure>{_SURE}|[^,;。]{{0,6}}要求)(?P<aim>[^;。?]{{3,40}}?),(?:那么|则|问|求)*(?P<how>{how}){ends}(?P<more>.*)$",
    ):
        if asked := patterns.search(pattern, text):
            aim = patterns.sub(
                r"^(?:一次)?(?:取|摸|拿|抽|搬|选|捞)?(?:出|到)?的?[^,;。\d、和与]{0,6}?(?:中|里)(?=一定|必|至少|有|含|包)(?:一定|必|至少)?(?:有)?|呢$|\([^()]*\)",
                lambda match: "至少" if "至少" in match[0] else "",
                asked["aim"],
            )
            if patterns.search(r"多少|[^,;。?\s]", asked["more"].strip("。?,;() ")):
                stay_out("more is told or asked")
            if patterns.search(r"[不没或]", asked["how"]):
                stay_out(asked["how"])
            return text[: asked.start()], aim.strip(",的 "), asked["unit"] or ""
    return None


def _only_story(rest: str) -> None:
    """Give up where what is left could change what there is to take."""
    left = patterns.sub(
        rf"五一|十一|(?:现在|现)?(?:从中)?(?:取|摸|拿|抽|搬)出?多少{_U}|相同的|参加|提供|报名|第?一?个(?=[抽口布袋盒箱笼])|一(?:个|只|道|副|批|家|次|名)|同学|比赛|参赛|配合|混(?:放|装|合)?|现要|现有|一共|在一起|起来|再由|每[个盆件本]均?用[^,;。\d]{0, 6}|调研|交替|满意|超市|其中|第一|同样",
        "",
        rest,
    )
    if found := patterns.search(rf"{SUSPECT}|[\dA-Z一二两三四五六七八九十]", left):
        stay_out(f"{found[0]} in {left}")


def _names(row: str, number: int) -> list[str]:
    """The names of a row, without what stands before the first: as long as the others, or after what leads to it."""
    names = patterns.split("[、和与及]|以及", row)
    if len(names) != number or not all(names):
        stay_out(f"names: {row}")
    first = patterns.sub(r"^.*(?:有|是|装着?|放着?|分为?|里|中|购买|从|:|,|摆着?|养着?)", "", names[0]) or names[0]
    longest = max(map(len, names[1:]), default=len(first))
    return [first[-longest:] if len(first) > longest + 2 else first, *names[1:]]


_FROM = r"(?:来自于?|出自|分布[在于]|属于|分属于?|隶属于?)"


def _coming_from(head: str, aim: str) -> tuple[dict[str, int], str] | None:
    """`72 名员工分别来自 12 个省份`: sorts of which nobody says how many there are, and the text without them; None: not so told.

    Raises:
        StayOut: they are too few, or alike in something else.
    """
    found = patterns.search(
        rf"(?:分别|各自|都|均)*{_FROM}(?:不同的?)?(?P<n>{_N})(?:个|家|所|座)(?:不同的?)?(?P<kind>[^,;。\d的各每]{{1,5}}?)(?=[,;。]|$)", head
    )
    if found is None or patterns.search("[各每]", head):
        return None
    wanted = patterns.fullmatch(
        rf"(?:至少|一定|必然|必)*有?(?P<n>{_N}){_U}[^,;。\d不]{{0,8}}?{_FROM}?同(?:一|1)?(?:个|家|所|座)?(?P<kind>[^,;。\d]{{1,5}})", aim
    )
    if wanted is None or wanted["kind"] not in found["kind"] or to_int(wanted["n"]) < 2:
        stay_out(f"alike in what: {aim}")
    kinds = to_int(found["n"])
    rest = head[: found.start()] + head[found.end() :]
    if (whole := patterns.search(rf"(?:共?有)?(?P<n>\d+){_U}", rest)) is not None:
        if int(whole["n"]) <= kinds * (to_int(wanted["n"]) - 1):
            stay_out("too few of them")
        rest = rest[: whole.start()] + rest[whole.end() :]
    rest = patterns.sub(r"(?:选派|挑选|抽调|抽取|选出|推选|选拔)(?:出|了)?(?:部分|一些)(?=[\u4e00-\u9fff])", "", rest)
    return {f"第 {place + 1} {found['kind']}": _PLENTY for place in range(kinds)}, rest


def _sorts(head: str) -> tuple[dict[str, int], str]:
    """How many there are of each sort, and the text without them.

    Raises:
        StayOut: names and numbers do not agree.
    """
    found: dict[str, int] = {}
    # `甲、乙、丙三种花各 20 盆`
    if each := patterns.search(
        rf"(?P<row>[^,;。\d:]+?[、和与][^,;。\d:、]+?)(?P<n>{_N})(?:{_KIND}|个)(?:不同的?)?(?:颜色)?的?[^,;。\d、]{{0,4}}?(?:各|均|都)(?:有|是)?(?P<each>\d+){_U}",
        head,
    ):
        for name in _names(each["row"], to_int(each["n"])):
            found[name] = int(each["each"])
        return _whole(found, head[: each.start()] + head[each.end() :])
    if unnamed := patterns.search(
        rf"(?<![、和与\u4e00-\u9fff])(?P<lead>[^,;。\d、和与]{{0,8}}?)(?P<n>{_N})(?:种|个)(?:不同的?)?(?:颜色|品种|口味|花色)的?[^,;。\d、]{{0,4}}?(?:各|均|都)(?:有)?(?P<each>\d+){_U}",
        head,
    ):
        found = {f"第 {place + 1} 种": int(unnamed["each"]) for place in range(to_int(unnamed["n"]))}
        return _whole(found, head[: unnamed.start()] + unnamed["lead"] + head[unnamed.end() :])
    if digits := patterns.search(rf"(?P<row>\d+(?:[、,]\d+)+)的?[^,;。\d]{{0,4}}?各(?:有)?(?P<each>\d+){_U}", head):
        for name in patterns.findall(r"\d+", digits["row"]):
            found[name] = int(digits["each"])
        return _whole(found, head[: digits.start()] + head[digits.end() :])
    # `……分别有 100、80、70 人`
    values = rf"(?P<values>\d+{_U}?(?:[、,和与]\d+{_U}?)+)"
    if listed := patterns.search(
        rf"(?P<row>[^;。\d]+?[、和与][^;。\d]+?)(?P<between>(?:,?[^,;。\d、]{{0,6}})?分别(?:有|是|为)?){values}", head
    ):
        numbers = [int(each) for each in patterns.findall(r"\d+", listed["values"])]
        told = patterns.sub(
            rf"(?:,|的)?(?:人数|数量|个数)?$|(?:这)?{_N}(?:{_KIND}|个)[^,、]{{0,8}}(?:,[^,、]{{0,10}})?$", "", listed["row"]
        )
        told = patterns.sub(rf"(?:这)?{_N}(?:{_KIND}|个)[^,、]{{0,8}}(?:,[^,、]{{0,10}})?$", "", told)
        for name, number in zip(_names(told, len(numbers)), numbers, strict=True):
            found[name] = number
        return _whole(found, head[: listed.start()] + head[listed.end() :])
    if numbered := _numbered(head):
        return numbered
    # `红球 3 个、黄球 5 个`, `38 名男员工、27 名女员工`
    told, of_these, some = head.rpartition("其中")
    after = list(patterns.finditer(rf"(?P<name>[^,;。:\d、和与及]{{1,12}}?)(?:有|是)?(?P<n>\d+)(?:{_U})?(?=[、,和与及;。]|$)", some))
    before = list(patterns.finditer(rf"(?P<n>\d+){_U}(?:是|为)?(?P<name>[^,;。:\d、和与及]{{1,8}})(?=[、,和与及;。]|$)", some))
    matches = max((after, before), key=len)
    if len(matches) < 2 or len(matches) != len(patterns.findall(r"\d+", some)):
        stay_out("what there is")
    for match in matches:
        name = patterns.sub(r"^.*(?:有|是|装着?|放着?|其中|里|中|混放着?|摆着?|养着?|剩)", "", match["name"]) or match["name"]
        if name in found or patterns.search(f"[共各每]|另外|[不没未]|{_FROM}", match["name"]):
            stay_out("a sort twice, or several in one")
        found[name] = int(match["n"])
    for match in reversed(matches):
        some = some[: match.start()] + some[match.end() :]
    return _whole(found, told + of_these + some)


def _numbered(head: str) -> tuple[dict[str, int], str] | None:
    """`编号为 1 的 1 个、编号为 2 的 2 个……编号为 50 的 50 个`."""
    told = list(patterns.finditer(rf"(?P<k>\d+)的[^,;。\d]{{0,6}}(?P<m>\d+){_U}", head))
    if len(told) < 3 or not patterns.search(r"…|\.{3}", head[told[-2].end() : told[-1].start()]):
        return None
    pairs = [(int(each["k"]), int(each["m"])) for each in told]
    (first, start), step = pairs[0], pairs[1][1] - pairs[0][1]
    if any(k != first + place or m != start + place * step for place, (k, m) in enumerate(pairs[:-1])):
        stay_out("a row of numbers")
    last, end = pairs[-1]
    if end != start + (last - first) * step or not last - first < 200:
        stay_out("a row of numbers")
    found = {str(k): start + (k - first) * step for k in range(first, last + 1)}
    return found, head[: told[0].start()]


def _whole(found: dict[str, int], rest: str) -> tuple[dict[str, int], str]:
    """Without the number of all, which must be the sum, and of how many sorts there are."""
    total, size = sum(found.values()), len(found)
    rest = patterns.sub(rf"(?:共|有|总共)*(?<!\d){total}(?:{_U})?(?!\d)", "", rest)
    number = "零一二三四五六七八九十"[size] if size < 11 else "零"
    rest = patterns.sub(rf"(?<![\d第])(?:{size}|{number}{'|两' if size == 2 else ''})(?:{_KIND}|个)(?:颜色|不同)?", "", rest)
    if not 2 <= size <= 200 or min(found.values()) < 1:
        stay_out("sorts")
    return found, rest


def _choices(head: str) -> tuple[int, int, str] | None:
    """Of how many everybody chooses, in how many ways, and the text without it; None: nobody chooses."""
    who = r"每(?:一)?(?:个|名|位)?(?P<who>[^,;。\d至最任只能可必选从]{1,4}?)"
    found = patterns.search(rf"{who}(?P<how>(?:可以?|能|都|必须|要|需|须|只能|至少|最少|任意?|从[^,;。]{{0,10}}?中)[^;。?]*)", head)
    if found is None:
        return None
    how = found["how"]
    before = head[: found.start()]
    offers = list(
        patterns.finditer(
            rf"(?P<n>{_N})(?P<u>{_KIND}|个|本|处|地)(?!人)", before + "," + patterns.sub(r"中.*$", "中", how if "中" in how else "")
        )
    )
    if not offers:
        return None
    kinds, kind = to_int(offers[0]["n"]), offers[0]["u"]
    if any(to_int(each["n"]) != kinds for each in offers):
        stay_out("of how many")
    row = patterns.search(rf"(?P<row>(?:[^,;。\d、和与]+[、和与])+[^,;。\d、和与]+?)(?={_N}{kind})", before + how)
    if row and len(patterns.split("[、和与]", row["row"])) != kinds:
        stay_out("names")
    choose = patterns.sub(r"^.*?中", "", how) if "中" in how else how
    unit = rf"(?:{_KIND}|个|本|处|地)"
    least = patterns.search(rf"(?:至少|最少)[^,;。\d]{{0,4}}?(?P<n>{_N}){unit}", choose)
    most = patterns.search(rf"(?:至多|最多)[^,;。\d]{{0,4}}?(?P<n>{_N}){unit}", choose)
    numbers = sorted({to_int(each["n"]) for each in patterns.finditer(rf"(?P<n>{_N}){unit}", choose)})
    also = patterns.search("可以?|也能", patterns.sub("^可以?", "", choose)) is not None
    if least and most:
        numbers = list(range(to_int(least["n"]), to_int(most["n"]) + 1))
    elif least and also:
        if numbers != list(range(to_int(least["n"]), kinds + 1)) and numbers != [to_int(least["n"])]:
            stay_out("how many")
        numbers = list(range(to_int(least["n"]), kinds + 1))
    elif least:
        numbers = list(range(to_int(least["n"]), kinds + 1)) if len(numbers) == 1 else stay_out("how many")
    elif most or len(numbers) != 1:
        stay_out("how many")
    again = patterns.search(r"\(?(?:可以?|允许)(?:拿|选|取|挑|借|买)?(?:[一两二三]个)?(?:一样|相同|重复|同一?种)(?:的)?\)?", choose)
    apart = patterns.search(r"不(?:能|可以?|得)?(?:重复|相同)(?:借|选)?|不同的?|[^,;。()]{0,4}不重复[^,;。()]{0,2}", choose)
    if (
        again is None
        and apart is None
        and kind not in "门项组"
        and patterns.search(r"[二两三四2-9](?:个|只|块|颗|支)", choose)
        and kind in "种类样"
    ) or (again and apart):
        stay_out("may they be alike?")
    if min(numbers) < 1 or (max(numbers) > kinds and not again):
        stay_out("how many")
    ways = sum(comb(kinds + number - 1 if again else kinds, number) for number in numbers)
    left = patterns.sub(
        rf"\([^()]*\)|(?:至少|最少|至多|最多|必须|只能|可以?|也|或者?|恰好|同一种|不重复|任意?|其中)|{_N}{unit}", "", choose
    )
    return kinds, ways, patterns.sub(rf"{_N}(?:{_KIND}|个|本|处|地)|{_N}(?=[、,])", "", before) + left


def _aim(aim: str, sorts: dict[str, int], head: str) -> dict[str, Any]:
    """What is to be sure, as a task.

    Raises:
        StayOut: not understood.
    """
    counts = list(sorts.values())
    if patterns.search("[没未无或剩余恰且并]|正好|刚好|至多|不(?!少于|低于|同|相同)", aim):
        stay_out(f"what is sure: {aim}")
    if (
        every := patterns.fullmatch(
            rf"[^,;。]{{0,6}}?(?:每|各|所有){_KIND}[^,;。\d]{{0,8}}?(?:都|各|均|至少|不少于|有)*(?P<n>{_N})?{_U}?(?:的)?", aim
        )
    ) and "同" not in aim:
        wanted = to_int(every["n"]) if every["n"] else 1
        if wanted > min(counts):
            stay_out("more than there are")
        return {"task": "of-each", "least": [wanted] * len(counts)}
    names = [] if all(name.isdigit() or name.startswith("第") for name in sorts) else _mentioned(aim, sorts)
    pair = patterns.search(rf"(?P<n>{_N})(?:双|对|副)", aim)
    different = patterns.search(r"(?:各|互|彼此)?不相?同|不同", aim)
    alike = patterns.search(_ALIKE, aim) if not different else None
    if pair:
        if names or not patterns.search("筷|袜", head + aim):
            stay_out("what is a pair")
        wanted = to_int(pair["n"])
        if different and wanted > 1:
            return {"task": "pairs-apart", "wanted": wanted}
        return {"task": "pairs", "wanted": wanted, "same_colour": True} if wanted == 1 and not different else stay_out("pairs")
    if alike and len(patterns.findall("相同|一样|一致|同色|同一", aim)) > 1:
        stay_out("alike in two ways")
    if alike and not names:
        _same_of(alike.groupdict().get("of") or alike.groupdict().get("of2") or "", head, sorts)
        numbers = patterns.findall(rf"({_N}){_U}", patterns.sub("同一.", "", aim))
        if len(set(numbers)) != 1 or not 2 <= to_int(numbers[0]) <= max(counts):
            stay_out("how many alike")
        return {"task": "same", "wanted": to_int(numbers[0])}
    if names:
        if len(patterns.split("[、和与及]|以及", aim)) != len(names):
            stay_out(f"something unknown is to be sure: {aim}")
        return {"task": "of-each", "least": _each(aim, sorts, names)}
    kinds = patterns.search(rf"(?P<n>{_N})(?:{_KIND}|个)?(?:不同的?)?", aim)
    if (different and kinds and not patterns.search(rf"各(?:有)?{_N}", aim)) or (kinds and patterns.search(rf"{_N}{_KIND}", aim)):
        wanted = to_int(kinds["n"])
        if len(patterns.findall(_N, patterns.sub("一定", "", aim))) == 1 and 2 <= wanted <= len(counts):
            return {"task": "kinds", "wanted": wanted}
    stay_out(f"what is sure: {aim}")


def _same_of(of: str, head: str, sorts: dict[str, int]) -> None:
    """Alike in what? In what they are sorted by."""
    of = patterns.sub(r"^.*的|[的是都有]", "", of)
    named = patterns.search("号码|编号|数字|大小|性别|形状|点数|花色|产地|尺码", of)
    if named and named[0] in ("号码", "编号", "数字") and all(name.isdigit() for name in sorts):
        return
    if named and named[0] not in head and not any(named[0] in name for name in sorts):
        stay_out(f"alike in {of}")
    if "颜色" in of and not patterns.search("色|[红黄蓝白黑绿紫橙灰粉]", head):
        stay_out(f"alike in {of}")


def _mentioned(aim: str, sorts: dict[str, int]) -> list[tuple[int, int]]:
    """The sorts that an aim names, by their place in it."""
    common = {sign for one in sorts for sign in one if sum(sign in name for name in sorts) > 1}
    found = []
    for place, name in enumerate(sorts):
        forms = [name, *(sign for sign in name if sign not in common and sign in "红黄蓝白黑绿紫橙灰粉棕男女")]
        where = next((aim.index(form) for form in forms if form in aim), None)
        if where is not None:
            found.append((where, place))
    return sorted(found)


def _each(aim: str, sorts: dict[str, int], names: list[tuple[int, int]]) -> list[int]:
    """How many of each sort are to be sure."""
    counts = list(sorts.values())
    least = [0] * len(counts)
    numbers = [(match.start(), to_int(match["n"])) for match in patterns.finditer(rf"(?P<n>{_N})(?:{_U})", aim)]
    if len(numbers) == len(names) > 1:
        ahead = numbers[0][0] < names[0][0]
        order = [place for pair in zip(numbers, names, strict=True) for place, _ in (pair if ahead else pair[::-1])]
        if any(one >= other for one, other in pairwise(order)):
            stay_out("which is whose number")
        wanted = [number for _, number in numbers]
    elif len(numbers) <= 1:
        if len(names) > 1 and not patterns.search("[都各均]", aim):
            stay_out("each of them?")
        wanted = [numbers[0][1] if numbers else 1] * len(names)
    else:
        stay_out("numbers")
    for (_, place), number in zip(names, wanted, strict=True):
        if not 1 <= number <= counts[place]:
            stay_out("more than there are")
        least[place] = number
    return least
