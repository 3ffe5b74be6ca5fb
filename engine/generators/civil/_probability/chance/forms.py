"""Forms of chances: seats in rows and round tables, codes, prizes, what one look gives away, orders of one's own, children, two numbers drawn."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable
from fractions import Fraction
from math import comb, factorial

from engine.generators import patterns
from engine.generators.civil._counting.chance_words import NAME
from engine.generators.civil._counting.cues import N
from engine.generators.civil._counting.forms import Form, Made, Told
from engine.generators.civil._counting.forms_of_choices import PAIRS_TAKEN, pairs_taken
from engine.generators.reading import stay_out, to_int

_TWO = rf"{NAME}(?:、|和|与|跟)?{NAME}(?:两人|2人|二人)?"
_JUST = r"(?:恰好|正好|刚好|恰|都|全|则|那么|求|问|,)*"
_THEY = r"(?:他们|两人|她们|2人|二人|他俩|她俩|这两人)?"
_SEATED = rf"{_TWO}(?:都|各|分别)?(?:随机|任意)(?:地)?(?:选择?|找)?(?:(?:一|1)个)?(?:座位)?(?:入座|就座|就坐|坐下|落座|坐)"
_MUSTS = r"只能|只许|每次|必须|不得|不能|至多|限"
_IDLE = r"随机(?:地)?(?:安排|抽取|抽|选取)?(?:座位)?|任意|等可能"
BY_TURNS = "(?:个|张|只|颗|枚|支|件|把)"


def fair(good: int, every: int, told: str, *understood: tuple[str, str]) -> Made:
    """So many of equally likely cases."""
    return "fair", [good, every, told], understood


def _same_row(told: Told) -> Made:
    rows, in_each = told.number("rows", "rows"), told.get("rows", "each")
    seats = rows * int(in_each) if in_each else told.number("rows", "seats")
    if not in_each and not told.said("alike"):
        stay_out("how many in each row")
    if rows < 2 or seats % rows or seats // rows < 2:
        stay_out("seats")
    each, same = seats // rows, "不" not in told.said("event")
    good = each - 1 if same else seats - each
    how = f"一人先坐好，另一人还有 {seats - 1} 个座位可选，同一排的还有 {each - 1} 个。"
    return fair(good, seats - 1, how, ("座位", f"{rows} 排，共 {seats} 个，每排一样多"), ("求", f"两人{'同' if same else '不同'}排的概率"))


def _neighbours(told: Told) -> Made:
    count, each = told.number("rows", "rows"), told.get("rows", "each")
    rows = [int(each)] * count if each else [int(seats) for seats in patterns.findall(r"\d+", told.get("rows", "values"))]
    if len(rows) != count:
        stay_out("how many rows")
    beside, every = sum(seats - 1 for seats in rows), comb(sum(rows), 2)
    how = f"共 {sum(rows)} 个座位，两人的座位有 C({sum(rows)}, 2) = {every} 种，左右相邻的有 {' + '.join(str(seats - 1) for seats in rows)} = {beside} 种。"
    return fair(beside, every, how, ("各排座位", "、".join(map(str, rows))), ("求", "两人左右相邻的概率"))


def _couples(told: Told) -> Made:
    count = told.number("couples")
    if not 2 <= count <= 8 or any(
        told.get(*cue) and told.number(*cue) != number for cue, number in ((("table", "n"), 2 * count), (("event", "n"), count))
    ):
        stay_out("seats")
    fits, every = factorial(count - 1) * 2**count, factorial(2 * count - 1)
    how = f"{2 * count} 人围圆桌有 {2 * count - 1}! = {every} 种坐法；每对捆绑后围坐有 {count - 1}! 种，各对内部有 2 种次序，共 {factorial(count - 1)} × {2**count} = {fits} 种。"
    return fair(fits, every, how, ("围圆桌", f"{count} 对夫妇"), ("求", "每对都相邻的概率"))


def _departments(told: Told) -> Made:
    count = told.number("pairs", "m")
    if told.number("seats") != 2 * count or not 3 <= count <= 10:
        stay_out("how many pairs")
    how = f"两组相邻的概率是 2/{count - 1}（两侧各一组）；两组相邻时，两人恰好都在靠着对方的一边的概率是 1/4。"
    return fair(1, 2 * (count - 1), how, ("圆桌", f"{count} 组，每组两人相邻"), ("求", "不同组的两人相邻的概率"))


def _round(told: Told) -> Made | None:
    people, together = told.number("people"), len(patterns.findall(NAME, told.get("near", "who")))
    if not 2 <= together < people <= (12 if together > 2 else 1000):
        return None
    how = f"环形排列一共 {people - 1}! 种，把相邻的 {together} 人看成一个有 {people - together}! × {together}! 种。"
    good, every = Fraction(factorial(together) * factorial(people - together), factorial(people - 1)).as_integer_ratio()
    return fair(good, every, how, ("围坐", f"{people} 人"), ("求", told.said("near") + "的概率"))


def _code(told: Told) -> Made:
    places, tries, odd = told.number("forgotten"), told.number("tries"), told.get("like", "what") == "奇数"
    same = (told.number("alike") if told.get("alike") else 1) if told.said("alike") else 0
    if not 1 <= places <= 5 or (told.get("like") and told.number("like") != places) or same > places:
        stay_out("how many digits")
    rows = itertools.product([1, 3, 5, 7, 9] if odd else [0, 2, 4, 6, 8], repeat=places)
    count = sum(not same or max(Counter(row).values()) == same for row in rows)
    what = f"{places} 位，全是{told.get('like', 'what')}" + (f"，恰有 {same} 个相同" if same > 1 else "，各不相同" if same else "")
    how = f"可能的密码有 {count} 种，每次试一种，不超过 {tries} 次试对的概率为 {min(tries, count)}/{count}。"
    return fair(min(tries, count), count, how, ("密码", what), ("求", f"{tries} 次之内试对的概率"))


def _seen(told: Told) -> Made:
    counts = {each["name"]: to_int(each["n"]) for each in told.every["sorts"]}
    total, name = told.number("whole"), told.get("seen", "name")
    such = counts.get(name, 0)
    if (
        len(counts) < 2
        or len(counts) != len(told.every["sorts"])
        or sum(counts.values()) != total
        or name != told.get("other", "name")
        or such < 2
    ):
        stay_out("which sort")
    some, both = comb(total, 2) - comb(total - such, 2), comb(such, 2)
    how = f"至少有一个是的取法有 C({total}, 2) − C({total - such}, 2) = {some} 种，两个都是的有 C({such}, 2) = {both} 种。"
    return fair(both, some, how, ("共", f"{total} 个，其中{name} {such} 个"), ("求", "已知一个是，另一个也是的概率"))


def _runs_out(told: Told) -> Made:
    sorts = {each["name"]: to_int(each["n"]) for each in told.every["sorts"]}
    one, other = told.get("event", "a"), told.get("event", "b")
    if one not in sorts or other not in sorts or one == other:
        stay_out("which sort")
    both = sorts[one] + sorts[other]
    how = f"只看这 {sorts[one]} + {sorts[other]} = {both} 个，最后抽出的是后者就是前者先抽完，后者有 {sorts[other]} 个。"
    return fair(sorts[other], both, how, (one, str(sorts[one])), (other, str(sorts[other])), ("求", f"{one}先抽完的概率"))


def _guessed_set(told: Told) -> Made:
    count, fewest = told.number("options"), told.number("least")
    letters = patterns.findall("[A-F]", told.get("options", "letters"))
    if (told.get("least", "m") and told.number("least", "m") != fewest) or (letters and len(letters) != count):
        stay_out("how many options")
    ways = [comb(count, each) for each in range(fewest, count + 1)]
    how = f"可能的答案有 {' + '.join(map(str, ways))} = {sum(ways)} 种，只有 1 种正确。"
    return fair(1, sum(ways), how, ("备选项", f"{count} 个，正确的至少 {fewest} 个"), ("求", "猜对的概率"))


def _shoes(told: Told) -> Made:
    pairs = told.number("pairs")
    every = comb(2 * pairs, 2)
    how = f"取两只有 C({2 * pairs}, 2) = {every} 种，一左一右的有 {pairs} × {pairs} = {pairs * pairs} 种。"
    return fair(pairs * pairs, every, how, ("鞋", f"{pairs} 双，完全相同"), ("求", "取两只恰好一左一右的概率"))


def _two_cards(told: Told) -> Made:
    digits, event = [int(each) for each in patterns.findall(r"\d", told.get("cards", "row"))], told.get("event", "event")
    if len(digits) != told.number("cards") or len(set(digits)) != len(digits) or 0 in digits:
        stay_out("cards")
    number = int(patterns.sub(r"\D", "", event) or 0)
    fits: dict[str, Callable[[int], bool]] = {
        "times": lambda each: each % number == 0,
        "more": lambda each: each > number,
        "less": lambda each: each < number,
    }
    holds = next((test for name, test in fits.items() if told.get("event", name)), lambda each: each % 2 == (event == "奇数"))
    made = [10 * first + second for first, second in itertools.permutations(digits, 2)]
    good = sum(map(holds, made))
    how = f"可组成 {len(digits)} × {len(digits) - 1} = {len(made)} 个两位数，符合的有 {good} 个。"
    return fair(good, len(made), how, ("卡片", "、".join(map(str, digits))), ("求", told.said("event").strip(",") + "的概率"))


def _share(told: Told) -> Made | None:
    shares = set()
    if told.said("times"):
        share = Fraction(told.get("times")) / (1 + Fraction(told.get("times")))
        shares.add(share if told.get("times", "a") == "男" else 1 - share)
    if told.said("people") and told.said("more"):
        people, more = told.number("people"), told.number("more") * (1 if told.get("more", "how") == "多" else -1)
        share = Fraction(people + more, 2 * people)
        shares.add(share if told.get("more", "a") == "男" else 1 - share)
    if not shares:
        return None
    if len(shares) != 1 or not 0 < (men := shares.pop()) < 1:
        stay_out("which share")
    value = men if told.get("asked", "a") == "男" else 1 - men
    how = f"抽到每个人的机会相等，所求的人占总数的 {value}。"
    return fair(value.numerator, value.denominator, how, ("男所占", str(men)), ("求", f"抽到{told.get('asked', 'a')}的概率"))


def _prizes(told: Told) -> Made:
    prizes = {each[1]: int(each[2]) for each in patterns.finditer(rf"({_PRIZE})(?:有)?(\d+)", told.get("tickets", "prizes"))}
    what, total = told.get("asked", "what"), told.number("tickets")
    good = sum(prizes.values()) if what == "奖" else prizes.get(what, 0)
    if not 0 < good <= sum(prizes.values()) < total:
        stay_out("how many prizes")
    numbers = ((name, str(count)) for name, count in prizes.items())
    return fair(good, total, f"每张机会相等，概率是 {good}/{total}。", ("奖券", str(total)), *numbers, ("求", f"中{what}的概率"))


def _orders(told: Told) -> Made:
    persons = len(patterns.findall(r"[甲乙丙丁]|小[\u4e00-\u9fff]", told.get("people", "who")))
    places = len(patterns.findall("[A-E]", told.get("people", "places")))
    if persons != told.number("people", "k") or {told.number("people", "m"), told.number("people")} != {places}:
        stay_out("how many people and places")
    if persons > places or places > 5 or (places == 5 and persons > 3):
        stay_out("too many")
    orders = list(itertools.permutations(range(places)))
    good = sum(
        all(len({row[week] for row in (orders[0], *rest)}) == persons for week in range(places))
        for rest in itertools.product(orders, repeat=persons - 1)
    )
    every = len(orders) ** (persons - 1)
    how = f"第一人的次序取定，其余的人共有 {every} 种安排，逐一列举，每次都不同的有 {good} 种。"
    return fair(good, every, how, ("人数", str(persons)), ("地方", str(places)), ("求", "每次都在不同地方的概率（第一人的次序取定）"))


def _children(told: Told) -> Made | None:
    if told.get("known", "sex") != told.get("asked", "sex") or not patterns.search("至少|其中", told.said("known")):
        return None
    ways = 2 ** told.number("family") - 1
    how = f"等可能的 {ways + 1} 种里去掉一个也没有的 1 种，剩 {ways} 种，都是的只有 1 种。"
    return fair(1, ways, how, ("孩子", told.get("family")), ("已知", told.get("known", "sex") + "至少一个"), ("求", "都是的概率"))


_COMPARED: dict[str, Callable[[int, int, int], bool]] = {
    "more": lambda x, y, _: x > y,
    "less": lambda x, y, _: x < y,
    "least": lambda x, y, _: x >= y,
    "most": lambda x, y, _: x <= y,
    "same": lambda x, y, _: x == y,
    "sum": lambda x, y, k: x + y == k,
    "even": lambda x, y, _: (x + y) % 2 == 0,
    "odd": lambda x, y, _: (x + y) % 2 == 1,
}


def _two_draws(told: Told) -> Made:
    lists = []
    for place in "12":
        row, low, high = (told.get("drawn", f"{name}{place}") for name in ("row", "low", "high"))
        lists.append([int(each) for each in patterns.findall(r"-?\d+", row)] if row else list(range(int(low), int(high) + 1)))
    names, letters = [told.get("drawn", each) for each in "ab"], [told.get("event", each) for each in "xy"]
    if sorted(names) != sorted(letters) or names[0] == names[1] or any(len(set(each)) != len(each) for each in lists):
        stay_out("which numbers")
    holds = next(test for name, test in _COMPARED.items() if told.get("event", name))
    number = int(told.get("event", "k") or 0)
    pairs = list(itertools.product(*lists))
    good = sum(holds(*((y, x) if letters[0] == names[1] else (x, y)), number) for x, y in pairs)
    how = f"一共 {len(lists[0])} × {len(lists[1])} = {len(pairs)} 种，符合的有 {good} 种。"
    event = patterns.sub("^[则那么使求,]+", "", told.said("event"))
    rows = ((name, "、".join(map(str, each))) for name, each in zip(names, lists, strict=True))
    return fair(good, len(pairs), how, *rows, ("求", event + "的概率"))


_PRIZE = r"(?:特等|[一二三四]等)奖"
_SEX = r"(?:性|生|职工|员工|选手|学生)?"
_LIST = r"(?:集合)?(?:[A-Z]=?)?(?:(?P<low{0}>\d)(?:到|至|~|-)(?P<high{0}>\d{{1,2}})(?:这?\d+个数(?:字)?)?|(?P<row{0}>-?\d{{1,2}}(?:[、,]\s?-?\d{{1,2}}){{1,9}}))(?:这?[一二两三四五六七八九\d]+个数(?:字)?)?"
_DRAW = r"(?:中|里)(?:随机|任意|任)(?:地)?(?:选取|抽取|选|取|抽)(?:出)?(?:一|1)个数(?:字)?(?:记|作)?(?:为|是|作)"
_TIME = r"(?:周|天|个月|月|季度)"

CHANCE_FORMS = (
    Form(
        "same_row",
        {
            "rows": rf"(?P<rows>{N})排(?:座位)?,?(?:一?共|总共|合计)?(?:有)?(?P<seats>\d+)个座位|(?P<seats2>\d+)个座位,?(?:分成|分为|排成|共)?(?P<rows2>{N})排|(?P<rows3>{N})排(?:座位)?,?每排(?:都|均)?(?:有)?(?P<each>\d+)个(?:座位)?",
            "event": rf"{_THEY}{_JUST}不?(?:坐)?在不?(?:同一|同|一|1)排(?!且|并且|相邻)",
            "two": _SEATED,
        },
        _same_row,
        may={"alike": r"每排(?:的)?座位数?(?:都|均)?(?:相同|一样|相等)(?:多)?|各排座位数(?:都)?(?:相同|一样|相等)"},
        other=_MUSTS,
    ),
    Form(
        "neighbours",
        {
            "rows": rf"(?P<rows>{N})排(?:座位)?,?(?:(?:每排(?:的)?座位数?|各排(?:座位)?|座位数)(?:依次|分别)+(?:为|是|有)?(?P<values>\d+(?:个)?(?:[、,和]\d+(?:个)?)+)(?:个)?(?:座位)?|每排(?:都|均)?(?:有)?(?P<each>\d+)个(?:座位)?)",
            "event": rf"{_THEY}{_JUST}(?:坐在)?(?:左右相邻|同一排(?:且|并且)?相邻)",
            "two": _SEATED,
        },
        _neighbours,
        other=_MUSTS,
    ),
    Form(
        "couples_round",
        {
            "couples": rf"(?P<n>{N})对夫妇(?:参加|出席)?(?P<gap>[^,;。?\d]{{0,6}}?)(?=,)",
            "table": r"(?:在)?(?:一|1)(?:张|个)(?:(?P<n>\d+)个(?:座位|位子)的)?(?:圆桌|圆形餐桌)(?:旁|边|上|周围)?(?:就餐|用餐|就座|吃饭|入座)?",
            "event": rf"(?:(?P<n>{N})对)?夫妇{_JUST}(?:被)?(?:安排|坐)?(?:在一起(?:相邻)?|相邻)(?:而坐|就座)?",
        },
        _couples,
        every={
            "unknown": r"(?:但|但是)?[\u4e00-\u9fff]{0,4}?(?:主办方|操办者|主办者|主人|服务员)?(?:并)?不(?:知道|清楚|了解)(?:他们|来宾)?(?:彼此|相互)?(?:之间)?的?关系|(?:只是)?(?:随机|任意)(?:地)?(?:安排|就座|入座|分配)(?:座位)?"
        },
        other=_MUSTS,
    ),
    Form(
        "departments_round",
        {
            "seats": rf"圆桌(?:会议|旁|边|周围)?(?:共|一共)?(?:设|有|设有|摆)(?:了)?(?P<n>{N})(?:个|把)(?:座位|椅子|席位)|圆桌(?:会议|旁|边)?(?P<n2>{N})座",
            "pairs": rf"(?:共?有|来自)?(?P<m>{N})(?:个|家)(?P<what>[\u4e00-\u9fff]{{1,4}}?)(?:参加|参会|与会)?(?:会议)?,(?:每|各)(?:个|家)?(?P=what)(?:派|有)?(?:2|两|二)(?:名|个)?(?:人|代表)",
            "beside": r"(?:要求|规定|须|必须)?(?:同一(?:个)?|同|每个|相同)[\u4e00-\u9fff]{1,4}?的?(?:两|2|二)(?:个|名)?(?:人|代表)(?:必须|须|要|都|均|座位)*(?:相邻|挨着坐?|坐在一起)(?:而坐)?",
            "event": r"(?:若|如果|已知|,)*(?:小[\u4e00-\u9fff]|[甲乙])(?:和|与|、)(?:小[\u4e00-\u9fff]|[甲乙])(?:分别)?(?:代表|来自|属于)不同的?[\u4e00-\u9fff]{1,4}?(?:参加会议|参会|出席)?,?(?:则|那么)?(?:他们|两人|二人|这两人)?的?(?:座位|恰好|正好)*相邻",
        },
        _departments,
    ),
    Form(
        "round",
        {
            "people": rf"(?P<n>{N})(?:个|名|位)?(?:人|同学|朋友|代表|新生|学生)(?:随机)?(?:围|坐)(?:成|着|坐|在)*(?:一|1)?(?:张|个)?(?:圆桌|圆圈|圈|篝火)(?:旁|边|周围|四周)?(?:坐|而坐|就座|开会|吃饭|坐下)*",
            "near": rf"(?P<who>{NAME}(?:[、和与跟,]?{NAME})+)(?:[两三]人)?(?:恰好|正好|刚好|恰|坐|要)*(?:相邻|挨着坐?|挨在一起|坐在一起)(?:而坐|坐)?",
        },
        _round,
        idle=_IDLE,
        opened=lambda text: patterns.sub(
            rf"(?:其中[,，]?)?(?P<who>{NAME}[、和与跟]{NAME})是(?:同桌|朋友|好友|同事|室友|同乡|夫妻)[,，](?:则|那么)?(?:他俩|她俩|他两|她两|他们俩?|他们两|两人|二人)(?=(?:恰好|正好)?(?:坐|相邻|挨))",
            r"\g<who>",
            text,
        ),
    ),
    Form(
        "code",
        {
            "forgotten": rf"(?:他|她|但)?(?:忘记|忘|记不清|不记得)(?:了)?[\u4e00-\u9fff]{{0,4}}?(?:密码)?(?:的)?(?:最)?(?:后|前|末|中间)(?P<n>{N})位(?:数字|数|密码)?",
            "like": rf"(?:只|但|仅)*(?:记得|知道)?(?:这|密码的)?(?P<n>{N})?(?:个|位)?(?:数字|数|密码)?(?:全|都|均)(?:是|为)(?P<what>奇数|偶数)",
            "tries": rf"(?:他|她)?(?:最多|至多)?(?:尝试|试|输入?)(?:密码)?(?:不超过|不多于|至多|最多)?(?P<n>{N})次(?:之?内|以内)?",
        },
        _code,
        may={
            "alike": rf"(?:且|并且|而且|,)*(?:(?:恰好|恰|正好|其中|只)*(?:有)?(?P<n>{N})个(?:数字?)?(?:是)?(?:相同|一样)(?:的)?|(?:各|互|都|均)不(?:相)?(?:同|重复)|没有重复(?:的)?(?:数字)?)"
        },
    ),
    Form(
        "seen_one",
        {
            "whole": rf"(?P<n>{N}){BY_TURNS}[\u4e00-\u9fff]{{1,3}}?(?=[,:;。])",
            "taken": rf"(?:任意|随机)?(?:从[^,;。\d]{{1,6}}(?:里|中))?(?:取|拿|摸|抽|掏)(?:出|了)*(?:2|两){BY_TURNS}[\u4e00-\u9fff]{{0,2}}?(?=,)",
            "seen": rf"(?:看了看|看了一下|看后)?(?:后)?,?(?:说|告诉[^,;。]{{1,4}}|发现)?,?其中(?:有)?(?:一|1){BY_TURNS}(?:糖|球)?(?:是)?(?P<name>[\u4e00-\u9fff]{{1,4}}?)(?:味|色)?的",
            "other": rf"(?:取|拿|摸|抽)?(?:出)?(?:的)?另(?:外)?(?:一|1){BY_TURNS}[\u4e00-\u9fff]{{0,2}}?也(?:是)?(?P<name>[\u4e00-\u9fff]{{1,4}}?)(?:味|色)?的?(?=的|概率|可能性|\()",
        },
        _seen,
        every={
            "sorts": rf"(?P<n>{N}){BY_TURNS}(?:是)?(?P<name>[\u4e00-\u9fff]{{1,4}}?)(?:味|色)?(?:的)(?=[,;。、])",
            "also": r"\((?:概率|可能性)\)",
        },
        idle=_IDLE,
        opened=lambda text: patterns.sub(r"[(（](?:概率|可能性)[)）]", "", text),
    ),
    Form(
        "runs_out",
        {
            "event": rf"(?P<a>{_PRIZE}|[红白黑黄蓝绿]球)(?:比|先于|早于)(?P<b>{_PRIZE}|[红白黑黄蓝绿]球)(?:先)?(?:全部|都)?(?:被)?(?:抽|摸|取)(?:完|光|尽)"
        },
        _runs_out,
        every={
            "sorts": rf"(?P<n>{N}){BY_TURNS}(?P<name>{_PRIZE}|[红白黑黄蓝绿]球)",
            "all": rf"(?P<n>{N}){BY_TURNS}(?:奖券|彩票|球|小球)",
        },
        other=f"放回|{_MUSTS}",
        idle=_IDLE,
    ),
    Form(
        "guessed_set",
        {
            "options": r"(?:(?P<letters>[A-F](?:、?[A-F]){2,5}))?(?P<n>[三四五六3-6])个(?:备选项|选项|备选答案)",
            "least": rf"(?:要求)?(?:从中|其中)?(?:选出|选择|有)?(?P<n>{N})个(?:或(?:者)?(?P<m>{N})个以上|及以上|以上)的?(?:选项|答案)?(?:作为)?(?:唯一)?的?(?:正确|是正确)的?(?:选项|答案)?|(?:要求)?(?:从中|其中)?至少(?:选出|选|有)(?P<n2>{N})个(?:选项|答案)?(?:作为|是|为)?(?:正确)?的?(?:选项|答案)?",
            "question": "选择题",
        },
        _guessed_set,
        every={
            "guess": r"(?:若|如果)?(?:全)?凭(?:猜测|运气|感觉)(?:作答|答题)?|(?:一道|1道)?(?:多项|多选|不定项)|猜对(?:这|该|此)?(?:道)?题"
        },
    ),
    Form(
        "shoes",
        {
            "pairs": rf"(?:从)?(?P<n>{N})双(?:完全|一模一样|款式)?(?:相同|一样)的鞋(?:子)?(?:中)?",
            "event": r"(?:随机|任意)?(?:抽取|抽出|取出|拿出)(?:两只|2只)?,?(?:恰好|正好)?(?:是|成|为|配成)?(?:一|1)双(?:鞋)?(?:子)?",
        },
        _shoes,
    ),
    Form("pairs_taken", PAIRS_TAKEN, pairs_taken, idle="混放|鞋柜"),
    Form(
        "two_cards",
        {
            "cards": rf"(?:从)?(?:分别)?(?:写有|标有|印有|写着|标着)(?:数字)?(?P<row>\d(?:[、,]\s*\d)+)(?:的|这)?(?P<n>{N})张(?:大小相同的|相同的|完全相同的)?卡片(?:中)?",
            "laid": r"(?:把|将|以)?第一张(?:卡片)?(?:上)?(?:的)?(?:数字|数)?(?:作为|当作|作|做|为)十位(?:上)?(?:的)?(?:数字|数)?,(?:把|将|以)?第二张(?:卡片)?(?:上)?(?:的)?(?:数字|数)?(?:作为|当作|作|做|为)个位(?:上)?(?:的)?(?:数字|数)?,(?:组成|构成|得到)(?:一个|1个)?(?:两|2)位数",
            "event": r"(?:则|那么|求|,)*(?:组成的?|所得的?|所组成的?|这个|该)*(?:两位|2位)?数(?:是|为|能被|大于|小于|恰好)*(?P<event>偶数|奇数|(?P<times>\d+)(?:的倍数|整除)|(?<=大于)(?P<more>\d+)|(?<=小于)(?P<less>\d+))(?=的|概率|可能性)",
            "two": r"(?:任意|随机|任|依次|先后|不放回地)*(?:抽取|抽出|取出|抽|取)(?:2|两)张(?:卡片)?",
        },
        _two_cards,
        other=f"(?<!不)放回|{_MUSTS}",
    ),
    Form(
        "two_draws",
        {
            "drawn": rf"(?:若|设|如果)?(?:从|在){_LIST.format(1)}{_DRAW}(?P<a>[a-z]),?(?:再)?(?:从|在){_LIST.format(2)}{_DRAW}(?P<b>[a-z])(?=[,;。])",
            "event": r"(?:则|那么|使|求|,)*(?P<x>[a-z])(?:(?P<more>>|大于)|(?P<less><|小于)|(?P<least>≥|不小于|大于等于|大于或等于)|(?P<most>≤|不大于|小于等于|小于或等于)|(?P<same>=|等于)|\+)(?P<y>[a-z])(?:(?P<sum>=|等于|为|是)(?P<k>\d+)|(?:为|是)(?:(?P<even>偶数)|(?P<odd>奇数)))?(?=的?(?:概率|可能性))",
        },
        _two_draws,
        idle="集合",
    ),
    Form(
        "share",
        {
            "drawn": r"(?:若|如果|现)?从(?:[\u4e00-\u9fff]{2,4})中(?:随机|任意|任)(?:抽取|选取|抽|选)(?:出)?(?:一|1)(?:人|名)",
            "asked": rf"(?:则|恰好|抽到|选到|抽中|选中|是|为|,)*(?P<a>男|女){_SEX}(?=的?(?:概率|可能性))",
        },
        _share,
        may={
            "people": r"(?:一?共|总共|共有)(?:有)?(?P<n>\d+)(?:人|名[\u4e00-\u9fff]{2})(?:参加|参赛)?",
            "more": rf"(?P<a>男|女){_SEX}(?:人数)?比(?:男|女){_SEX}(?:人数)?(?P<how>多|少)(?P<n>\d+)(?:人|名)",
            "times": rf"(?:且|并且|,)*(?P<a>男|女){_SEX}(?:人数)?(?:是|为)(?:男|女){_SEX}(?:人数)?的(?P<n>\d+(?:\.\d+)?)倍",
        },
        other=_MUSTS,
    ),
    Form(
        "prizes",
        {
            "tickets": rf"(?:若|如果)?(?:在|共有|有|从)?(?P<n>\d+)张(?:奖券|兑奖券|彩票|奖票)(?:中|里)?,?(?:设|有|设有|其中有?)+(?P<prizes>(?:{_PRIZE}(?:有)?\d+(?:个|名|张)[、,和]?)+)(?=[,;。])",
            "asked": rf"(?:则|那么|他|她|该顾客|顾客|小[\u4e00-\u9fff]|一张奖券|,)*(?:能)?(?:中|获|得)(?P<what>{_PRIZE}|奖)(?=的(?:概率|可能性|机会))",
        },
        _prizes,
        every={
            "bought": r"(?:凡)?(?:若|如果)?(?:某人|某顾客|顾客|每)?(?:凡)?购物满\d+元(?:者|的顾客|的)?(?:可)?(?:获|得|获得)?(?:(?:兑)?奖券(?:一|1)张|(?:一|1)张(?:兑)?奖券)?|有奖销售|(?:随机)?(?:抽取?|买了?|购买了?|获得)(?:一|1)张(?:奖券|彩票)?"
        },
    ),
    Form(
        "orders_apart",
        {
            "people": rf"(?P<who>[甲乙丙丁](?:[、,和]?[甲乙丙丁]){{1,3}}|小[\u4e00-\u9fff](?:[、和]小[\u4e00-\u9fff]){{1,3}})(?P<k>{N})(?:个|名|位)?人(?:在)?(?:未来|接下来|今后|将在)*(?:的)?(?P<n>{N}){_TIME}(?:内|里)?(?:均|都|分别)*(?:要|将|需要?)*(?:去|到|前往|赴)(?P<places>[A-E](?:[、和]?[A-E]){{1,4}})(?:这)?(?P<m>{N})(?:个|家)[\u4e00-\u9fff]{{1,6}}?(?=[,;。])",
            "once": rf"每(?:个)?人(?:在)?每个?[\u4e00-\u9fff]{{1,6}}?(?:的)?(?:时长|时间)?(?:都|均|为|是|各)*(?:1|一){_TIME}",
            "free": r"(?:每个?人|各自)(?:都|均)?(?:随机|任意)(?:安排|选择|决定)(?:先后|自己的?)?(?:顺序|次序)",
            "event": rf"(?:则|那么|问|求)*每{_TIME}{N}(?:个)?人(?:所)?(?:去|到|在)的?[\u4e00-\u9fff]{{1,3}}?(?:都|均|各|互)*(?:不(?:相)?同|不一样)",
        },
        _orders,
    ),
    Form(
        "children",
        {
            "family": r"(?:家里|家庭|夫妇|某家|一家)?(?:里)?(?:有|生了?)(?P<n>[两二三23])个(?:小孩|孩子)(?:的家庭)?",
            "known": r"(?:且|,)*(?:已知)?(?:其中)?(?:至少有|至少|有)(?:一|1)个(?:孩子)?(?:是)?(?P<sex>女孩|男孩)",
            "asked": r"(?:那么|则|,)*(?:(?:两|2|三|3)个(?:孩子)?)?(?:都是|全是|均为|都为)(?P<sex>女孩|男孩)",
        },
        _children,
        every={"equal": r"\(?男女等可能\)?|\(?生男生女(?:的)?(?:概率|可能性)?(?:相等|相同|等可能)\)?|另一个(?:也)?"},
    ),
)
