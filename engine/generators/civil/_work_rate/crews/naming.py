"""Who works, whatever they are called: names are taken from the text itself and replaced by 甲, 乙, 丙, 丁.

A name is what stands where somebody must: before `单独`, before the time that one of several needs, behind a number of hands. Two of them
belong to different workers where they differ; what they share (`大卡车`, `小卡车`) tells nobody apart.
"""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.reading import stay_out

SIGNS = "甲乙丙丁"
_HAN = "[\u4e00-\u9fff]"
_N = r"\d+(?:\.\d+)?(?:/\d+)?"
_TIME = r"(?:天|日|小时|分钟|周|月|次|趟)"
_ALONE = r"(?:单独|独自|独立|一个人|一人|自己|单干)"
_LEADS = r"(?:已知|现知|其中|如果|若是|若|假设|如|现在?|当|只|仅|单独|单|由|让|请|派|用|叫|给|把|而|则|但|且|和|与|或|换成|换|改|问|打开|开|先|再|每|的|,)*"
_HAND_UNITS = r"(?:名|位|台|个|部|辆|头|只|匹|架|艘|条|根|支)"
_ALIKE = r"(?:同样的?|相同的?|一样的?|同型号的?|同种的?|同等的?|效率(?:相同|一样|相等)的?|规格相同的?)*"
_CLOSED = r"[一二两三四五六七八九十几多少不没未每各半共先再又还只剩余其另比倍成完]|天|小时|效率|合作|一起|同时|需要|计划|提前|推迟|工作|施工|开工|要求|任务"

_CLOSED_IN_GRADES = r"[多少不没未每各共先再又还只剩余其另比倍成完]|天|小时|效率|合作|一起|同时|需要|计划"


def named(plain: str) -> tuple[str, dict[str, str]]:
    """The text with those who work named 甲, 乙, ...; what each was called.

    Raises:
        StayOut: who is who is not certain.
    """
    if patterns.search("[甲乙]", plain):
        return plain, {}
    if patterns.search(r"(?<![A-Za-z])A(?=B?(?![A-Za-z]))", plain) and patterns.search(r"(?<![B-Za-z])B(?![A-Za-z])", plain):
        plain = patterns.sub(r"(?<![A-Za-z])A、?B(?![A-Za-z])", "A、B", plain)
        return patterns.sub(r"(?<![A-Za-z\d])[ABCD](?![A-Za-z])", lambda sign: SIGNS["ABCD".index(sign[0])], plain), {}
    counted = patterns.search(r"\d(?:名|位|人|个工人)", plain)  # hands, of whom nobody is named
    names: list[str] = next(
        (found for found in (_grades(plain), _lone(plain), *(() if counted else (_parallel(plain), _makers(plain)))) if len(found) > 1), []
    )
    if not names:
        return plain, {}
    if len(names) > len(SIGNS):
        stay_out("too many names")
    called = dict(zip(SIGNS, names, strict=False))
    for sign, name in sorted(called.items(), key=lambda pair: -len(pair[1])):
        plain = plain.replace(name, sign)
    return _together(plain, called), called


def _grades(plain: str) -> list[str]:
    """Hands of several sorts: `1名熟练工和2名学徒`."""
    runs = [
        found[1]
        for found in patterns.finditer(
            rf"(?<![\d.]){_N}{_HAND_UNITS}{_ALIKE}((?:(?!{_CLOSED_IN_GRADES}){_HAN}){{2,6}}?)(?=[、和与及,;。?]|{_N}|一起|合作|同时|各|继续|再|又)",
            plain,
        )
    ]
    kinds = list(dict.fromkeys(runs))
    kinds = [kind for kind in kinds if plain.count(kind) > 1]
    return kinds if len(kinds) > 1 and not any(one != other and one in other for one in kinds for other in kinds) else []


def _lone(plain: str) -> list[str]:
    """Those of whom it is told what they do alone."""
    found = patterns.findall(
        rf"(?:^|[,;。?:、]|如果|若|由|让|问|则|现在){_LEADS}((?:(?!{_CLOSED}){_HAN}){{1,6}}?)(?:[来去]|想|要)?{_ALONE}(?!的)", plain
    )
    return _apart(list(dict.fromkeys(found)), plain)


def _parallel(plain: str) -> list[str]:
    """Those of whom clauses of one form tell different times: `用大卡车运要18次,用小卡车运要27次`."""
    runs: list[str] = []
    for found in patterns.finditer(
        rf"(?:^|[,;。:]){_LEADS}((?:(?!{_CLOSED}){_HAN}){{1,10}}?)(?:恰好|正好|刚好|大约)?(?:需要?|要|用|得|花|可以?|能)?(?:花费?|用)?(?:时间)?{_N}{_TIME}",
        plain,
    ):
        if not any(run in found[1] for run in runs if run != found[1]):
            runs.append(found[1])
    runs = list(dict.fromkeys(runs))
    if len(runs) < 2:
        return []
    tail = _common_end(runs)
    cut = [run[: len(run) - len(tail)] or run for run in runs]
    # What is named is named as far as both are named so again; where nobody is named again, whatever is said of them once.
    while tail and (all(plain.count(each + tail[0]) > 1 for each in cut) or all(plain.count(each) == 1 for each in cut)):
        cut = [each + tail[0] for each in cut]
        tail = tail[1:]
    return _apart(cut, plain)


def _common_end(runs: list[str]) -> str:
    """What all of them end with."""
    length = next((size for size in range(min(map(len, runs)), 0, -1) if len({run[-size:] for run in runs}) == 1), 0)
    return runs[0][len(runs[0]) - length :]


def _makers(plain: str) -> list[str]:
    """Those of whom it is told how much they do in a unit of time."""
    runs = patterns.findall(
        rf"(?:^|[,;。:]){_LEADS}((?:(?!{_CLOSED}){_HAN}){{1,6}}?)(?:可以?|能|平均)*每(?:天|小时|分钟)[^,;。\d]{{0,4}}\d", plain
    )
    runs = [run for run in dict.fromkeys(runs) if not patterns.search("计划|实际|原|后|现在|平均", run)]
    return _apart(runs, plain)


def _apart(names: list[str], plain: str) -> list[str]:
    """Names of which none is part of another and none is only a leading word."""
    found = [name for name in names if not patterns.fullmatch(r"[的了着在有是为时后内里]+", name)]
    if any(one != other and one in other for one in found for other in found):
        return []
    # One more who is spoken of beside the others: `小林和小何一起`.
    for pair in patterns.findall(
        rf"((?:(?!{_CLOSED}){_HAN}){{1,5}})[和与跟、]((?:(?!{_CLOSED}){_HAN}){{1,5}}?)(?:[两二三]|一起|合|共同|同时)", plain
    ):
        for one, other in (pair, pair[::-1]):
            if one in found and other not in found and len(found) == 1:
                found.append(other)
    if len(found) == 1:
        others = patterns.findall(rf"(?:^|[,;。:]){_LEADS}((?:(?!{_CLOSED}){_HAN}){{1,5}}?)的?(?:工作)?(?:效率|工效|速度)", plain)
        found += [other for other in dict.fromkeys(others) if other not in found[0] and found[0] not in other][:2]
    return found


def _together(plain: str, called: dict[str, str]) -> str:
    """A word of one character of each name means all of them: `师徒`, `兄妹`."""
    names = list(called.values())
    if len(names) != 2:
        return plain
    own = [[sign for sign in name if sign not in other] for name, other in (names, names[::-1])]
    for one in own[0]:
        for other in own[1]:
            plain = patterns.sub(f"{one}{other}(?:[两二]?人|俩)?", "两人", plain)
    return plain
