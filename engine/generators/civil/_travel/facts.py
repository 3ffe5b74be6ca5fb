"""What a travel problem tells: who travels, how fast, how far, how long, in one system of units (metres and seconds)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.story import NUMBER, Story
from engine.generators.quantities import decimal, is_exact
from engine.generators.reading import stay_out

SECONDS = {"小时": 3600, "分钟": 60, "秒": 1}
METRES = {"千米": 1000, "米": 1}

SPEED = rf"{NUMBER}(?:千米|米)/(?:小时|分钟|秒)"
TIME = rf"{NUMBER}(?:小时|分钟|秒)(?:零?\d+分钟?)?"
LENGTH = rf"{NUMBER}(?:千米|米)(?!/)"
WHO = r"[甲乙丙](?!地)"

_NAMES = (
    r"小[明红王李张刘赵陈刚华军强芳丽亮林周吴孙杨东伟]|老[王李张刘]|快车|慢车|客车|货车|轿车|卡车|大巴|巴士|公交车|摩托车|自行车|面包车|越野车|"
    r"哥哥?|弟弟|姐姐|妹妹|爸爸|父亲|儿子|妈妈|通讯员|警察|小偷|逃犯|巡逻车|乌龟|兔子|[ABab](?=[车队船]|同学)"
)
_PLACES = (
    (r"甲(?:地)?[、和与,到至]?乙(?:地)?(?:两|2)(?:个)?(?:地|城市?|站|市|镇|村|校|码头|港口?|县|车站|景点)", "A、B两地"),
    (r"(?<![\u4e00-\u9fff])甲乙两地|甲、乙间", "A、B两地"),
    (r"甲(?:地|城|站|市|镇|村|码头|港|县)", "A地"),
    (r"乙(?:地|城|站|市|镇|村|码头|港|县)", "B地"),
)


def travellers(story: Story) -> dict[str, str]:
    """Names those who travel 甲 and 乙 in the order they come in, and places A and B; what each was called in the text.

    Raises:
        StayOut: more than two travel, or names and 甲、乙 are mixed.
    """
    text = story.rest
    for pattern, name in _PLACES:
        text = patterns.sub(pattern, name, text)
    called: dict[str, str] = {}
    if not patterns.search(r"甲|乙", text):
        for match in patterns.finditer(_NAMES, text):
            if match[0] not in called:
                called[match[0]] = "甲乙丙丁"[len(called)] if len(called) < 4 else stay_out("many travel")
        if called:
            text = patterns.sub(_NAMES, lambda match: called[match[0]], text)
    else:
        called = {"甲": "甲", "乙": "乙"}
    text = patterns.sub(r"([甲乙丙])(?:车|船|队|人|列车|同学|骑车人|车队)", r"\1", text)
    text = patterns.sub(
        r"(?:两(?:辆|列|艘)?(?:汽车|车|船|人|名同学|个人))?(?:对着|迎面|面对面|相对|相向)(?:开|走|跑|行驶|行|骑)(?=[,;。\d]|过来|$)(?:过来)?",
        "两人相向而行",
        text,
    )
    text = patterns.sub(
        r"(?:两人)?(?:会|能|可以|可|才能|才)*(?:碰上|碰头|碰面|碰到|遇上|遇到|碰见|见面|碰)(?:了)?(?=[,;。?]|$)", "相遇", text
    )
    text = patterns.sub(r"(\d+(?:\.\d+)?)(?:和|与|、|,)(\d+(?:\.\d+)?)\(?(千米|米)/(小时|分钟|秒)\)?", r"\1\3/\4和\2\3/\4", text)
    text = patterns.sub(r"两(?:辆|列|艘)?(?:汽车|车|船|人|名同学|个人)", "两人", text)
    story.rest = story.text = text
    return {who: name for name, who in called.items()}


@dataclass(frozen=True, slots=True)
class Units:
    """The units the text speaks in."""

    length: str
    time: str


def seconds(text: str) -> Fraction:
    """`1.5小时`, `2小时30分钟` in seconds."""
    total = Fraction(0)
    for value, unit in patterns.findall(r"(\d+(?:\.\d+)?)(小时|分钟|分|秒)", text):
        total += Fraction(value) * SECONDS[{"分": "分钟"}.get(unit, unit)]
    return total


def metres(text: str) -> Fraction:
    """`1.2千米`, `300米` in metres."""
    match = patterns.match(r"(\d+(?:\.\d+)?)(千米|米)", text)
    return Fraction(match[1]) * METRES[match[2]] if match else stay_out(text)


def pace(text: str) -> tuple[Fraction, Units]:
    """`60千米/小时` in metres a second, and its units."""
    match = patterns.match(r"(\d+(?:\.\d+)?)(千米|米)/(小时|分钟|秒)", text)
    if match is None:
        stay_out(text)
    value = Fraction(match[1]) * METRES[match[2]] / SECONDS[match[3]]
    if value <= 0:
        stay_out("no speed")
    return value, Units(match[2], match[3])


def unit_in(text: str) -> str:
    """The unit of a measure."""
    match = patterns.search(r"千米|米|小时|分钟|秒", text)
    return match[0] if match else stay_out(text)


def time_answer(value: Fraction, unit: str) -> tuple[str, tuple[str, ...]]:
    """So many seconds in that unit, and other wordings (`2 小时 36 分钟`)."""
    amount = value / SECONDS[unit]
    also: list[str] = []
    if unit == "小时" and amount.denominator != 1 and (amount * 60).denominator == 1:
        whole, minutes = divmod(amount * 60, 60)
        also.append(f"{whole} 小时 {minutes} 分" if whole else f"{minutes} 分钟")
        also.append(f"{amount * 60} 分钟")
    text, more = measured(amount, unit)
    return text, (*more, *also)


def measured(value: Fraction, unit: str) -> tuple[str, tuple[str, ...]]:
    """`7.5 小时`; `56/15 小时（约 3.73 小时）` and its parts as other wordings."""
    short = f"{decimal(value, 2)} {unit}"
    if is_exact(value, 2):
        return short, ()
    if is_exact(value, 4):
        return f"{decimal(value, 4)} {unit}", (short,)
    return f"{value} {unit}（约 {short}）", (short, f"{value} {unit}")


def speeds_of(story: Story) -> dict[str, tuple[Fraction, Units]]:
    """The speed of each who has one told, taken.

    Raises:
        StayOut: one has two.
    """
    found: dict[str, tuple[Fraction, Units]] = {}

    def add(who: str, text: str) -> None:
        if who in found and found[who] != pace(text):
            stay_out("speed twice")
        found[who] = pace(text)

    for match in story.take_all(
        rf"甲[、和与,]?乙(?:两人)?(?:的)?(?:步行|行驶|骑车|跑步|平均)?(?:的)?(?:速度)?(?:分别)?(?:以|为|是|每)*(?P<one>{SPEED})(?:和|、|与|,)(?P<other>{SPEED})(?:的速度)?"
    ):
        add("甲", match["one"])
        add("乙", match["other"])
    if not found and (
        plain := story.take(rf"(?:两人)?(?:的)?(?:速度)?(?:分别)?(?:为|是)?(?P<one>{SPEED})(?:和|、|与|,)(?P<other>{SPEED})")
    ):
        # Two speeds and no names: whose is which changes nothing where only the two together count.
        add("甲", plain["one"])
        add("乙", plain["other"])
    for match in story.told(WHO, SPEED, 14):
        if patterns.search(WHO, match["gap"]) or patterns.search("速度[和差]|比", match["gap"]):
            stay_out("whose speed")
        add(match["cue"], match["quantity"])
    return found
