"""Things of any name: which thing a name in a text is.

Nothing is known of the names. A name is that of a thing told before where all of it is told: in the thing's own name, or in what that stands
under. What a thing's name has more must narrow nothing: whose it is, a word that leads up to a figure, a word for an amount.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.generators import patterns
from engine.generators.civil._statistics.told.marks import ANY
from engine.generators.civil._statistics.told.units import of_one_sort, plain_unit

_LEADS = (
    r"其中|而|且|并|但|则|那么|已知|如果|知道|同时|另外|此外|据统计|统计|数据显示|显示|可知|截[至止]到?|试?求|请?问|计算|试|在(?![校岗园册读职编研])|"
    r"共有|共|总共|一共|有(?=[\u4e00-\u9fffA-Z]{2})(?![色机限线效关害氧声])|约|大约|实现|完成|达到?|累计|当[月季日]|全年|当年|年|的|、|和|与|及|以及|把|将|让|由|从|按"
)
_LEAD = re.compile(rf"^(?:{_LEADS}|{ANY})+")
_TRAIL = re.compile(rf"(?:的|了|为|是|有|共|约|达到?|总共|一共|分别|合计|总计|同比|环比|也|将|已|实现|完成|[,:]|{ANY})+$")
_OWNER = re.compile(
    r"^(?:(?:某|该|本|这个?|那个?|我们?|一个|一家|一座|一所)(?:家|个|座|所)?(?:[\u4e00-\u9fff]{0,4}?(?:乡镇|县城|省|市|县|区|国|州|镇|乡|村|校|班|厂|店|公司|企业|单位|集团|医院|港口?|机场|平台|景区|商场|超市|园|学院|大学|地区?|社区|年级|行业?))|全[省市县区校班厂镇村乡州]|全公司|[某该本])的?"
)
_PARTICLES = "[的了着过所]|\\s|[、():]"
_AMOUNT_WORDS = r"(?:总额|总量|总数|总值|数量|数额|金额|人次数?|人数|户数|家数|个数|总|数|额|量|(?<!产)值)"
FREE = re.compile(
    r"总|全部|人口|我国|中国|全体|整个|整体|所有|总体|合计|[省市县区国校班](?![\u4e00-\u9fff])|全[省市县区国校班厂]|地区|该|其|的|人|者|数|们|共|那|这|部分|各(?=$)|累计|实现|完成|货物(?=进出口)|商品|情况|规模(?!以)|发生|接待|拥有|取得|获得|举办|开展|签订|产生|创造|提供|参加|"
    + _AMOUNT_WORDS
)
"""What a name may have more without being of something else."""
HARD = re.compile(
    r"以[上下内外]|[非未不没无仅只净旧原剩余半副准男女]|除|另|外(?![贸商资汇])|单[价产]|人均|平均|每|均(?=[\u4e00-\u9fff])|当[月日季]|(?<!高)新(?!能源|材料|疆|华|媒体|零售)|率"
)
"""What makes a name that of something else."""


SIDES = re.compile("出口|进口|城镇|农村|乡村|入境|国内|境外|国外|[男女]|线上|线下|高技术|规上")
"""What tells one part of a whole from the other."""


def key_of(name: str) -> str:
    """What a name says: without whose it is, the words that lead up to it, and particles."""
    name = patterns.sub(ANY, "", name)
    for _ in range(2):
        name = _TRAIL.sub("", _LEAD.sub("", name))
        name = _OWNER.sub("", name) or name
    return patterns.sub(_PARTICLES, "", name)


def core_of(key: str) -> str:
    """A key without its word for an amount, and without a word for all of it."""
    key = key.replace("进出口", "⇄")
    bare = patterns.sub("^(?:总|全部的?|全体|整个|所有)(?=[\u4e00-\u9fff]{2})", "", patterns.sub(f"{_AMOUNT_WORDS}$", "", key))
    return bare or key


def of_one_scope(things: Sequence[Thing], name: str) -> list[Thing]:
    """Those of several things of one name that are told of the whole country (city, …), or not so, as the name is."""
    wide = [bool(patterns.search("全[国球省市县区]|我国|世界", each)) for each in (name, *(thing.name for thing in things))]
    return [thing for thing, its in zip(things, wide[1:], strict=True) if its == wide[0]]


def measure_of(key: str) -> str:
    """Whether a key says that it is an amount of money (额) or a number (量)."""
    if patterns.search("(?:[^总]额|产值|总值|增加值|收入|支出|花费|费用?|利润|投资|金)$", key):
        return "额"
    return "量" if patterns.search("(?:[^总]量|人数|数量|人次|面积)$", key) else ""


@dataclass(slots=True, eq=False)
class Thing:
    """Something that figures are told of.

    Attributes:
        name: as it was told.
        under: what it stands under: headings, and what it is a part of.
        parent: what it was told to be a part of.
    """

    number: int
    name: str
    under: str = ""
    parent: Thing | None = None
    unit: str = ""
    children: list[Thing] = field(default_factory=list)

    @property
    def key(self) -> str:
        """What its name says."""
        return key_of(self.name)

    @property
    def above(self) -> str:
        """Everything that it stands under."""
        return self.under + (f"{self.parent.key}{self.parent.above}" if self.parent else "")


def _extra(longer: str, shorter: str, pieces: int = 3) -> list[str] | None:
    """What the longer has around and between the shorter, which is in it in order, in so many pieces of two characters at least."""
    if shorter in longer:
        before, _, behind = longer.partition(shorter)
        return [piece for piece in (before, behind) if piece]
    for cut in range(len(shorter) - 1, 0, -1):
        at = longer.find(shorter[:cut])
        if at < 0 or pieces == 1 or (cut < 2 and len(shorter) > 3) or (len(shorter) - cut < 2 and len(shorter) > 3):
            continue
        rest = _extra(longer[at + cut :], shorter[cut:], pieces - 1)
        if rest is not None:
            return ([longer[:at]] if at else []) + rest
    return None


def said_in(piece: str, context: str) -> bool:
    """Whether all of a piece is said in a context, in pieces, or says nothing."""
    piece = FREE.sub("", piece) if not HARD.search(FREE.sub("", piece)) else piece
    if not piece or (len(piece) > 1 and piece in context):
        return True
    return any(piece[:cut] in context and said_in(piece[cut:], context) for cut in range(len(piece) - 1, 1, -1))


def fit(thing: Thing, name: str, topic: str = "", unit: str = "") -> tuple[int, int] | None:
    """How far a thing is from being what a name says; None where it is another. `topic`: what the text is about, and what its question says before."""
    asked, told = key_of(name), thing.key
    if not asked or not told:
        return None
    if asked == told:
        return 0, 0
    if unit and thing.unit and not of_one_sort(unit, thing.unit):
        return None
    sorts = measure_of(asked), measure_of(told)
    if all(sorts) and sorts[0] != sorts[1]:
        return None
    if asked.endswith("面积") and "面积" not in told and patterns.fullmatch("亩|平方米|平方千米|平方公里", plain_unit(thing.unit)):
        asked = asked.removesuffix("面积") or asked  # `新建住房 546 万平方米`: an area, whether it is said or not
    asked, told = core_of(asked), core_of(told)
    if asked == told or ((bare := FREE.sub("", asked)) == FREE.sub("", told) != "" and len(bare) > 1):
        return 1, 0
    if (more := _extra(asked, told)) is not None and len(told) > 1:
        return (2, 0) if all(said_in(piece, thing.above + topic) for piece in more) else None
    if (more := _extra(told, asked)) is not None and (len(asked) > 1 or asked.isascii()):
        if any(HARD.search(piece) for piece in more):
            return None
        if told.startswith(asked):
            return 3, sum(map(len, more))  # `第三产业` for `第三产业增加值`: a word for what is measured is left out
        narrows = [piece for piece in more if not said_in(piece, topic)]
        return (4, sum(map(len, more))) if not narrows else None
    return None


def is_within(shorter: str, longer: str) -> bool:
    """Whether a name has all characters of a shorter one, in order."""
    place = 0
    for sign in shorter:
        place = longer.find(sign, place) + 1
        if not place:
            return False
    return True


_MEASURE = re.compile("增加值|营业收入|销售额|零售额|成交额|业务量|客流量|到位资金|投资额")
"""What is measured, as a question says it of the only thing that a text tells of."""


def of_the_only(thing: Thing, name: str) -> bool:
    """Whether a name can be that of the only thing that a text tells of: it says nothing else."""
    asked, told = key_of(name), thing.key
    rest = FREE.sub("", asked)
    if not rest:
        return not patterns.search("国|全", asked)
    return (
        (len(asked) < 3 or _MEASURE.fullmatch(asked) is not None)
        and told.endswith(asked)
        and not SIDES.search(told.removesuffix(asked))
        and not HARD.search(told.removesuffix(asked))
    )


def nearest(things: Sequence[Thing], name: str, topic: str = "", unit: str = "") -> list[Thing]:
    """The things that are all nearest to a name."""
    found = [(cost, thing) for thing in things if (cost := fit(thing, name, topic, unit)) is not None]
    best = min((cost for cost, _ in found), default=None)
    return [thing for cost, thing in found if cost == best]
