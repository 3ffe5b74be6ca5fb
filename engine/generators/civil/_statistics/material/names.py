"""Names of things in a statistical material: which of those told a question means.

A report tells a thing in short where its sentence already says of what it is (`其中，出口……`); a question names it in full. So everything a
question says of a thing must be told: in its own name, or in the names and headings that it stands under. What a report says of it more than
the question must be words that narrow nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._statistics.material.periods import SIGN, Period

_LOCAL = r"(?:[某该]地(?![区产铁方理])|本地(?![区产铁方理]|农民工|务工|就业|户籍)|[某该本全](?:省|市|县|区|国|地区|自治区|州|镇)|[A-Z甲乙丙](?:省|市|县|区|国|地区?|州|镇))"
_COUNTRY = r"(?:全国|我国|中国|国内(?=生产总值)|全国各地)"
_PLACE = re.compile(rf"^(?:(?P<country>{_COUNTRY})|(?P<local>{_LOCAL}))(?:的)?")
_LEAD = re.compile(
    r"^(?:[一二三四五六七八九十][、是]|由(?!于)|其中|另外|此外|同时|而|并|且|但|则|那么|在(?![校岗园册建读职营编研])|从(?![事业])|按|各(?![类种项级地])|欲|控制|要使|现有|全年|累计|当年|据统计|[一总]共有?|共有?|有(?=[\u4e00-\u9fff]{2})(?![色机限线效关害氧声轨])|实现|完成|拥有|接待|办理|举办|开展|承办|达到?|截至|显示|数据(?=显示|表明)|问|请问|求|约|以上|的|、|:|-|\s|"
    + SIGN
    + ")+"
)
_TRAIL = re.compile(r"(?:的|实现|完成|为|是|共|约|达|总共|一共|分别|合计|总计|累计|同比|增长|也|将|已|均|都|、|\s|有)+$")
_OWNER = re.compile(
    r"^[某该本](?:电商|网络|快递|物流)?(?:平台|公司|企业|集团|工厂|厂|店|商场|超市|网站|品牌|景区|港口?|机场|合作社|产业园|园区?|开发区|协会|展馆)的?(?=[\u4e00-\u9fff]{2})"
)
_NOTHING = (
    r"总|的|了|全部|整个|整体|累计|全社会|实现|完成|全年|地区|居民|商品|产品|货物|主要|各类|各项|所有|年末|期末|共|[省市县区](?![级内外域间])|规模|工作|国家|"
    r"当年|当月|当季|相关|行业|项目|(?<!城镇)(?<!事业)(?<!机关)单位|情况|方面|水平|其中|一共|合计|拥有|(?<![美德法英韩泰])国(?![有内际外企营])|全|等|平均(?!每)|人民币|折合|以及|和|与|及|[流投]向|对(?!外)|在|中(?![部国央小东西])|(?<!公)共|乘坐?|搭乘|支付(?=各|的)"
)
"""What a name may have more or less without being of something else."""
_ENDINGS = r"(?:总额|总量|总值|总数|金额|数额|数量|总计|额|量|值|数)"


_SIDES = re.compile("常住|户籍|货物|服务(?=贸易)")
"""Words that narrow nothing by themselves, but tell one from the other."""


def place_of(name: str) -> tuple[str, str]:
    """The place a name begins with (全国, 本地 or none), and the rest."""
    found = _PLACE.match(name)
    if found is None or (found.end() == len(name) and not found["country"]):
        return "", name
    return ("全国" if found["country"] else "本地" if found["local"][0] in "某该本全" else found["local"]), name[found.end() :]


def clean(name: str) -> str:
    """A name without words that lead up to it or to its figure."""
    name = patterns.sub(r"[()\s]", "", name)
    for _ in range(2):
        name = _TRAIL.sub("", _LEAD.sub("", name))
    return name


def core(name: str) -> str:
    """What a name is of: without the words that narrow nothing, and without its word for an amount."""
    name = patterns.sub("规模以上", "规上", patterns.sub("限额以上", "限上", name))
    name = patterns.sub(r"规上工业企业(?:共?完成|共?实现)?(?:工业)?(?=增加值)", "规上工业", name)
    name = patterns.sub(r"国内生产总值|地区生产总值|生产总值|\(GDP\)", "GDP", name).replace("GDPGDP", "GDP")
    name = _OWNER.sub("", name)
    name = patterns.sub("^[某该]", "", name.replace("高等学校", "高校"))
    name = patterns.sub(r"研究与试验发展|研究与开发", "研发", name).replace("R&D", "研发")
    name = patterns.sub("(?<=.)(?:人次数?|人数|(?<![用农住客])户数|家数|个数)$", "", name)
    name = patterns.sub(rf"{_ENDINGS}$", "", name).replace("进出口", "⇄")
    return patterns.sub(rf"{_NOTHING}|[(),、:]|{SIGN}", "", name) or name


def without_amount(name: str) -> str:
    """A name without its word for an amount."""
    return patterns.sub("[总额量值数]+$", "", name)


def tag(name: str) -> str:
    """Whether a name says that it is an amount of money (额) or a number (量); empty where it does not say."""
    if patterns.search("(?:额|产值|总值|增加值|收入|支出|花费|费用|利润|投资|税金)$", name):
        return "额"
    return "量" if patterns.search("(?:(?<!总)量|数|人次|人员|面积)$", name) else ""


def sort_of(thing: Thing) -> str:
    """As `tag`, by a thing's unit where its name does not say."""
    money = patterns.search("[元金镑](?:/|$)", thing.unit) is not None
    return tag(thing.own) or ("额" if money else "量" if thing.unit and thing.unit != "%" else "")


@dataclass(slots=True)
class Thing:
    """Something that a material tells figures of.

    Attributes:
        own: its name where it was told.
        place: where it is of: 全国, 本地, a place with a letter, or none.
        parent: the thing it is a part of, told as one.
        scope: what the sentence said before it: headings, and what it is about.
        unit: what it was told in.
        sentence: the number of the sentence that told it first.
        beside: whether it is only told what another is compared with, or a share of: a question means it where it says so.
    """

    number: int
    own: str
    place: str
    parent: Thing | None = None
    scope: str = ""
    unit: str = ""
    sentence: int = 0
    beside: bool = False
    children: list[Thing] = field(default_factory=list)

    @property
    def context(self) -> str:
        """Everything it stands under."""
        return self.scope + (self.parent.own + self.parent.context if self.parent else "")

    @property
    def full(self) -> str:
        """Its name as it can be told alone."""
        if self.parent is not None and len(core(self.own)) < 4 and core(self.parent.own) not in core(self.own):
            return f"{self.parent.full}中的{self.own}"
        return ("全国" if self.place == "全国" and not self.own.startswith("全国") else "") + self.own


@dataclass(frozen=True, slots=True)
class Told:
    """One fact: `rate` of growth, `value`, `more` (an increase), `share` of another, `rate-change`, `share-change`, `rate-gap` to another's."""

    kind: str
    thing: Thing
    period: Period
    value: Fraction
    since: Period
    other: Thing | None = None


def _pieces(longer: str, shorter: str) -> list[str] | None:
    """What the longer has around and between the shorter, which is in it in order and in few pieces; None where it is not."""
    if shorter in longer:
        before, _, behind = longer.partition(shorter)
        return [piece for piece in (before, behind) if piece]
    return _in_order(longer, shorter, 3)


def _in_order(longer: str, shorter: str, pieces: int) -> list[str] | None:
    """As `_pieces`, where the shorter may be in so many pieces, of two characters at least."""
    for cut in range(len(shorter), 1, -1):
        at = longer.find(shorter[:cut])
        if at < 0 or len(shorter) - cut == 1:
            continue
        before, behind = longer[:at], longer[at + cut :]
        if cut == len(shorter):
            return [piece for piece in (before, behind) if piece]
        rest = _in_order(behind, shorter[cut:], pieces - 1) if pieces > 1 else None
        if rest is not None:
            return ([before] if before else []) + rest
    return None


def explained(piece: str, context: str) -> bool:
    """Whether what a question says more is in what the thing stands under, whole or in pieces."""
    if (len(piece) > 1 or piece in "产销") and piece in context:
        return True
    return any(piece[:cut] in context and explained(piece[cut:], context) for cut in range(len(piece) - 2, 1, -1))


def fits(thing: Thing, name: str, topic: str = "") -> tuple[int, int, int] | None:
    """How far a thing is from being what a name says: what it is told to be more, whether the name says more, what it stands under beside;
    None where it is another. `topic`: what the whole material is about.
    """
    place, rest = place_of(name)
    if (place and thing.place and place != thing.place) or (thing.beside and place != thing.place):
        return None
    if place not in ("", "全国", "本地") and not thing.place:
        rest = name  # `甲区` may be told as a row of a table
    asked_tag, told_tag = tag(rest), sort_of(thing)
    if asked_tag and told_tag and asked_tag != told_tag:
        return None
    sides = [set(_SIDES.findall(each)) for each in (rest, thing.own)]
    if all(sides) and not sides[0] & sides[1]:
        return None
    asked, told = core(clean(rest)), core(place_of(thing.own)[1])
    if not asked or not told:
        return None
    if asked == told:
        return 0, 0, _beside(thing, asked)
    if topic and not asked.endswith(told[-2:]):
        return None  # a topic narrows what is told: `高新技术产品` of `出口`, no other measure of it
    context = core(thing.context) + core(topic)
    if (more := _pieces(asked, told)) is not None:
        if all(explained(piece, context) for piece in more):
            return 0, 1 if more else 0, _beside(thing, asked)
        return None
    if (
        (more := _pieces(told, asked)) is not None
        and len(asked) > 1
        and not any(_narrows(piece, asked) and not (len(piece) > 3 and piece in context) for piece in more)
    ):
        return sum(map(len, more)), 0, _beside(thing, asked)
    return None


def _narrows(piece: str, asked: str) -> bool:
    """Whether a word more makes a name that of a part."""
    while len(piece) > 2 and piece[:2] in asked:
        piece = piece[2:]  # `软件产业的软件业务收入`
    return (
        patterns.fullmatch(
            "增加|保险公司|人|用户|企业|单位|行业|人口|人员|业务|电信|外贸|进出口|一般|公共|年|末|常住|大陆|户籍|我|城乡|专任|在校|在园|登记|保有|投入|经费|支出|收入|纯|可支配|营业|主营业务|销售|本级|服务|服务企业",
            piece,
        )
        is None
    )


def _beside(thing: Thing, asked: str) -> int:
    """How many words it stands under that the question does not say."""
    if thing.parent is None and not thing.scope:
        return 0
    under = core(thing.parent.own if thing.parent else "") + (core(thing.scope) if thing.parent is None else "")
    return sum(1 for sign in dict.fromkeys(under) if sign not in asked)


def nearest(things: Sequence[Thing], name: str, topic: str = "") -> list[Thing]:
    """The things that are all nearest to a name, in a material about a topic."""
    found = [(cost, thing) for thing in things if (cost := fits(thing, name, topic)) is not None]
    if not found:
        return []
    best = min(cost for cost, _ in found)
    return [thing for cost, thing in found if cost == best]
