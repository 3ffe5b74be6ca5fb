"""Which of the told figures a name in a question is: reports tell names in short, and questions in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.generators import patterns

_SAYS_NOTHING = r"(?:各(?:个|类|地区|省市区?)?|全部|所有|主要|总共|共|举办|开展|建成|拥有|登记|其中|该类|总体|整体|全社会|地区|实现|完成|收到|接待|累计|全口径|[本外]币|主要金融机构本外币|的)*"
_ENDINGS = "(?:总额|总量|总值|总数|金额|数量|额|量|值|数)"
_PLACE = r"[\u4e00-\u9fff]{2,5}(?:地区|省|市|自治区)|[A-Z](?:省|市|国|县|区)|[东中西]部|东北|中央|地方|城镇|农村|乡村|城市"


def short_name(name: str) -> str:
    """A name without the word for an amount at its end."""
    return patterns.sub(f"{_ENDINGS}$", "", name)


def _insertions(longer: str, shorter: str) -> Iterator[str]:
    """What is put into the shorter name, in one piece, to make the longer one."""
    if len(longer) > len(shorter):
        more = len(longer) - len(shorter)
        for place in range(len(shorter) + 1):
            if longer.startswith(shorter[:place]) and longer.endswith(shorter[place:]):
                yield longer[place : place + more]


def told_as(name: str, told: Sequence[str], within: dict[str, str], context: Sequence[str]) -> list[str]:
    """The told names that an asked one can be.

    `within`: of which whole a told figure is a part; `context`: what else the report says it is about.
    """
    found = [each for each in told if each and _same(each, name, told, within, context)]
    if len(found) > 1:  # `industrial loans` are the whole of which light and heavy industry's are told as parts
        wholes = [each for each in found if all(other == each or within.get(other) == each for other in found)]
        found = wholes if len(wholes) == 1 else found
    return found


def _same(each: str, name: str, told: Sequence[str], within: dict[str, str], context: Sequence[str]) -> bool:
    asked, short = short_name(name), short_name(each)
    if asked == short:
        return True
    for more in _insertions(asked, short):
        if patterns.fullmatch(_SAYS_NOTHING, more) or any(more in other for other in context if len(more) > 1):
            return True
        # `全国软件业务收入……，中部地区收入……`: the second is one of the same.
        if (
            len(more) > 1
            and any(more in other and other != each and other.endswith(each[-2:]) for other in told)
            and not any(short_name(other) == asked for other in told)
        ):
            return True
        # `图书馆 30 个，总藏量……`: the second is that of what was told right before it.
        if asked.startswith(more) and len(more) > 2 and (place := list(told).index(each)) and short_name(told[place - 1]) == more:
            return True
        # `生猪存栏……，出栏……`: the second is 生猪出栏; `东部地区投资……，中部地区……`: the second is 中部地区投资.
        beside = [short_name(other) for other in told if other != each]
        if asked.startswith(more) and any(
            other.startswith(more) and other[-1] == short[-1] and len(other) <= len(asked) + 2 for other in beside
        ):
            return len(more) > 1 and not any(short_name(other) == asked for other in told)
        if asked.endswith(more) and patterns.fullmatch(_PLACE, short):
            places = [other.removesuffix(more) for other in beside if other.endswith(more)]
            if any(patterns.fullmatch(_PLACE, place) for place in places):
                return True
    return any(
        patterns.fullmatch(_SAYS_NOTHING, more) or (each in within.values() and short.endswith(asked) and len(asked) > 4)
        for more in _insertions(short, asked)
    )
