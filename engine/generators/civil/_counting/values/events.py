"""What holds for some numbers, read by its words: their sum, one of them, how many of them are so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from engine.generators import patterns
from engine.generators.reading import stay_out, to_int

N = r"(?:\d+|[一二两三四五六七八九十]+)"
_PLACES = "个十百千万"
_SIGNS: tuple[tuple[str, str], ...] = (
    (
        "TRI",
        r"(?:能|可以?)*(?:够)?(?:构成|组成|围成|拼成|搭成|作为|是|为|成为)*(?:一个|某个|某)?(?P<v>直角)?三角形(?:的)?(?:三(?:条)?边(?:长)?)?(?:的长)?",
    ),
    ("ARI", r"(?P<v>依次)?(?:能|可以)?(?:按某种顺序)?(?:排)?(?:成|构成|组成|为|是)(?:一个)?等差数列"),
    (
        "FRA",
        r"(?:分别)?(?:作为|作|当作|做)?(?:一个分数的)?(?:分子)?(?:和|、|与)?(?:分母)?,?(?:得到的?|组成的?|构成的?|这个|所得的?)*(?:分数)?(?:是|为)?(?P<v>真分数|假分数|最简分数)",
    ),
    ("CO", r"互质"),
    ("UP", r"(?:依次)?(?:呈|成|是|为|按)?(?P<v>递增|增序|由小到大|从小到大|递减|降序|由大到小|从大到小)(?:的)?(?:顺序|次序|排列)?"),
    ("NUM", r"(?:这个|该|此|所得的?|组成的?)*[两二三四五六七八2-8]位数"),
    ("PAR", r"(?:能)?被(?P<k>\d+)整除(?:的数?)?|(?P<k2>\d+)的倍数|(?P<v>奇数|偶数|质数|素数|合数)|(?P<v2>[奇偶])(?=[、,。和\s]|$)"),
    ("APART", r"(?:任意|任何)?(?:[两2]个)?(?:数|号码|编号)?(?:都|均|互|两两)*不相邻"),
    ("NBR", r"(?P<all>(?:是|为)?(?:相邻|连续|连号|相连)(?:的)?(?:[两二三四2-4]个)?(?:正?整数|自然数|编号|号码|数字?)?)"),
    ("DIFF", r"(?:之差|的差|差)(?:的)?(?:绝对值)?"),
    ("SUM", r"之和|的和|相加|总和|加起来|和(?=[为是等大小不超恰能至偶奇的]|\d|$|被)"),
    ("PROD", r"之积|的积|乘积|相乘|积(?=[为是等大小不恰能偶奇的]|\d|$|被)"),
    ("MAX", r"最大(?:的)?(?:数字?|号码|点数|编号|值)?"),
    ("MIN", r"最小(?:的)?(?:数字?|号码|点数|编号|值)?"),
    ("DIG", r"(?P<v>[个十百千万])位(?:上)?(?:的)?(?:数字?)?|(?P<w>首位|末位|最高位)(?:上)?(?:的)?(?:数字?)?"),
    (
        "ITEM",
        r"第(?P<v>[一二三四1-4])(?:次|个|张|枚|颗|球|数)(?:取出?|抽出?|摸出?|掷出?|投出?|得到|抽到|取到|摸到|出现)*(?:的)?(?:小?球|卡片|骰子|数字?)?(?:上)?(?:的)?(?:数字?|点数|号码|编号)?",
    ),
    ("LET", r"(?<![A-Za-z])(?P<v>[a-dmnxy])(?![A-Za-z])"),
    ("GE", r"不小于|大于等于|大于或等于|不少于|不低于|≥"),
    ("LE", r"不大于|小于等于|小于或等于|不超过|不多于|不高于|≤"),
    ("GT", r"大于|超过|高于|多于|>|＞"),
    ("LT", r"小于|低于|少于|不足|<|＜"),
    ("NE", r"不等于|≠"),
    ("EQ", r"等于|=|＝"),
    ("CMPWORD", r"比"),
    ("DIFFT", r"(?:都|均|各|互|两两)*不(?:相)?(?:同|等)|不一样|互异"),
    ("SAME", r"(?:都|均)?(?:相同|相等|一样|同一个数)"),
    ("ATL", r"至少(?:有|为|是|出现)?|最少"),
    ("ATM", r"至多(?:有|为|是|出现)?|最多"),
    ("EXA", r"恰好?(?:有|出现)?|正好(?:有|出现)?|刚好有?|只有|仅有|有且(?:只|仅)有"),
    ("ALL", r"(?:全部|都|均|全)(?=是|为|不|[奇偶质合出掷取抽摸得\d])"),
    ("NOT", r"不(?:能)?(?:是|为)?|没有(?:出现)?"),
    ("BIG", r"(?:要)?大"),
    ("SML", r"(?:要)?小"),
    ("OR", r"或者?"),
    ("VAL", r"(?P<v>(?<![\d.])\d{1,7}(?![\d.]))(?:点|号)?(?![个张枚次颗位本只条根名人面])|(?P<w>[一二三四五六])点"),
    ("CNT", rf"(?P<v>{N})(?:个|张|枚|次|颗|只|本|面|人|名)(?:骰子|数字?|卡片|小?球)?"),
)
_IDLE_WORDS = r"所呈现|所|使得?|[两2]个刮奖区|刮奖区|呈现|它|落地时|朝上一?面|向上一?面|朝下一?面|朝上|向上|向下|朝下|一面|的面|面上|面|上面|卡片上?|小?球上?|骰子|数字|点数|编号|号码|标号|取出|抽出|抽取|摸出|抽到|取到|摸到|掷出|掷得|投出|得到|出现|所得|所取|选出|选取|它们|他们|两人|两张|两个|两枚|两次|三张|三个|三次|两数|三数|2张|2个|2次|3个|3张|3次|这|那|其|的|上|数|为|是|有|且|并且|而且|和|与|、|则|那么|能|可以|取|恰|时|事件|情况|发生|中|两|,|\ue000|\s|书|后|了|分别|记为|观察|结果|随机|得|在内|其中|要求|满足|任意"
_IDLE = "|".join(sorted(_IDLE_WORDS.split("|"), key=len, reverse=True))
_OPS = {"GE": "≥", "LE": "≤", "GT": "＞", "LT": "＜", "EQ": "＝", "NE": "≠"}
_QUANTITIES = ("SUM", "DIFF", "PROD", "MAX", "MIN", "DIG", "ITEM", "LET", "NUM")

Token = tuple[str, Any]


def _token(sign: str, groups: dict[str, str | None]) -> Any:
    value = groups.get("v")
    if sign == "PAR":
        divisor = groups.get("k") or groups.get("k2")
        if divisor:
            return ["multiple", int(divisor)]
        what = {"奇": "奇数", "偶": "偶数"}.get(groups.get("v2") or "", value or "")
        return [what.replace("素数", "质数")]
    if sign in ("VAL", "CNT"):
        return to_int(value or groups.get("w") or "")
    if sign == "ITEM":
        return to_int(value or "") - 1
    if sign == "NBR":
        return groups.get("all")
    if sign == "DIG":
        return groups.get("w") or value
    return value


def tokens(clause: str) -> list[Token]:
    """The words of a clause that matter.

    Raises:
        StayOut: a word that is neither of them nor idle.
    """
    found: list[Token] = []
    at = 0
    while at < len(clause):
        for sign, pattern in _SIGNS:
            match = patterns.compiled(pattern).match(clause, at)
            if match is not None and match[0]:
                found.append((sign, _token(sign, match.groupdict())))
                break
        else:
            match = patterns.compiled(_IDLE).match(clause, at)
            if match is None or not match[0]:
                stay_out(f"{clause[at:]} in {clause}")
        assert match is not None
        at = match.end()
    return found


class Events:
    """What clauses say of so many numbers."""

    def __init__(self, count: int, letters: Sequence[str] = (), laid: bool = False) -> None:
        self.count, self.letters, self.laid = count, list(letters), laid

    def of(self, clause: str) -> list[Any]:
        """What a clause says, all of it.

        Raises:
            StayOut: not understood.
        """
        parts = tokens(clause)
        if any(sign == "OR" for sign, _ in parts):
            place = next(number for number, (sign, _) in enumerate(parts) if sign == "OR")
            one, other = parts[:place], parts[place + 1 :]
            first, second = self._all(one), self._all(self._same_subject(one, other))
            return [["any", [["all", first], ["all", second]]]]
        return self._all(parts)

    def _same_subject(self, one: list[Token], other: list[Token]) -> list[Token]:
        """`和为 3 或 5`: the second is said of the same."""
        if other and other[0][0] in (*_QUANTITIES, "ATL", "ATM", "EXA", "ALL", "NUM"):
            return other
        alone = self.count == 1 and all(sign == "PAR" for sign, _ in other)
        if not alone and not all(sign == "VAL" for sign, _ in other):
            stay_out("or what")
        head = [each for each in one if each[0] not in ("VAL", "PAR", "EQ", "GT", "LT", "GE", "LE", "NE")]
        return [*head, *other]

    def _all(self, parts: list[Token]) -> list[Any]:
        found: list[Any] = []
        while parts:
            taken, event = self._first(parts)
            found.append(event)
            parts = parts[taken:]
        if not found:
            stay_out("nothing said")
        return found

    def _quantity(self, token: Token) -> list[Any]:
        sign, value = token
        if sign == "ITEM":
            return ["item", value] if value < self.count else stay_out("no such one")
        if sign == "LET":
            return ["item", self.letters.index(value)] if value in self.letters else stay_out("which letter")
        if sign == "DIG":
            if value in ("首位", "最高位"):
                return ["item", 0]
            return ["place", 0 if value == "末位" else _PLACES.index(value)]
        if sign == "NUM":
            return ["number"]
        if sign == "DIFF" and self.count != 2:
            stay_out("difference of two")
        return [{"SUM": "sum", "DIFF": "difference", "PROD": "product", "MAX": "max", "MIN": "min"}[sign]]

    def _first(self, parts: list[Token]) -> tuple[int, Any]:
        if len(parts) > 1 and parts[0] == ("CNT", self.count) and parts[1][0] not in ("PAR", "VAL", "SAME", "DIFFT"):
            taken, event = self._first(parts[1:])  # `两个数的和`
            return taken + 1, event
        if len(parts) > 1 and parts[0][0] == "EXA" and parts[1][0] in ("TRI", "ARI", "UP", "FRA", "APART"):
            taken, event = self._first(parts[1:])
            return taken + 1, event
        code = " ".join(sign for sign, _ in parts)
        quantity = f"(?:{'|'.join(_QUANTITIES)})"
        compare = f"(?:{'|'.join(_OPS)})"

        def shape(pattern: str) -> int:
            match = patterns.match(rf"{pattern}(?= |$)", code)
            return match[0].count(" ") + 1 if match is not None else 0

        if size := shape(f"{quantity} {compare} VAL"):
            return size, ["compare", self._quantity(parts[0]), _OPS[parts[1][0]], ["lit", parts[2][1]]]
        if size := shape(f"{quantity} {compare} {quantity}"):
            return size, ["compare", self._quantity(parts[0]), _OPS[parts[1][0]], self._quantity(parts[2])]
        if size := shape(f"{quantity} CMPWORD {quantity} (?:BIG|SML) VAL"):
            one, other = self._quantity(parts[0]), self._quantity(parts[2])
            del one, other
            stay_out("by how much")
        if size := shape(f"{quantity} CMPWORD {quantity} (?:BIG|SML)"):
            return size, ["compare", self._quantity(parts[0]), "＞" if parts[3][0] == "BIG" else "＜", self._quantity(parts[2])]
        if size := shape(f"{quantity} (?:ATL|ATM) VAL"):
            return size, ["compare", self._quantity(parts[0]), "≥" if parts[1][0] == "ATL" else "≤", ["lit", parts[2][1]]]
        if size := shape(f"{quantity} NOT PAR"):
            return size, ["not", ["is", self._quantity(parts[0]), *parts[2][1]]]
        if size := shape(f"{quantity} (?:EXA )?PAR"):
            return size, ["is", self._quantity(parts[0]), *parts[size - 1][1]]
        if size := shape(f"{quantity} (?:EXA )?VAL"):
            return size, ["compare", self._quantity(parts[0]), "＝", ["lit", parts[size - 1][1]]]
        if size := shape(f"{quantity} {quantity} (?:SAME|DIFFT)"):
            return size, ["compare", self._quantity(parts[0]), "＝" if parts[2][0] == "SAME" else "≠", self._quantity(parts[1])]
        if size := shape(f"{compare} VAL"):  # of the one number there is
            if self.count != 1 and not self.laid:
                stay_out("which of them")
            return size, ["compare", ["number"] if self.laid else ["item", 0], _OPS[parts[0][0]], ["lit", parts[1][1]]]
        return self._counted(parts, shape)

    def _counted(self, parts: list[Token], shape: Any) -> tuple[int, Any]:
        """How many of them are so."""
        if size := shape("(?:ATL|ATM|EXA) (?:CNT|VAL) (?:EQ )?(?:PAR|VAL)"):
            number, what = parts[1][1], parts[size - 1]
            fits = {
                "ATL": range(number, self.count + 1),
                "ATM": range(number + 1),
                "EXA": range(number, number + 1),
            }[parts[0][0]]
            if self.laid and what[0] == "PAR":
                stay_out("digits, or the number")
            kind = ["count", what[1], list(fits)] if what[0] == "PAR" else ["valued", [what[1]], list(fits)]
            return size, kind
        if size := shape("CNT (?:PAR|VAL)"):
            what = parts[1]
            number = parts[0][1]
            if number != self.count or self.laid:
                stay_out("how many of them")
            return size, (["count", what[1], [number]] if what[0] == "PAR" else ["valued", [what[1]], [number]])
        if size := shape("ALL (?:EQ )?(?:PAR|VAL)"):
            what = parts[size - 1]
            return size, (["count", what[1], [self.count]] if what[0] == "PAR" else ["valued", [what[1]], [self.count]])
        if size := shape("ALL NOT (?:PAR|VAL)"):
            what = parts[2]
            return size, (["count", what[1], [0]] if what[0] == "PAR" else ["valued", [what[1]], [0]])
        if size := shape("(?:EXA )?CNT SAME"):
            number = parts[size - 2][1]
            if number == self.count:
                return size, ["same"]
            return size, (["alike", number] if "EXA" in parts[0][0] else stay_out("so many alike"))
        if size := shape("CNT DIFFT"):
            return size, (["different"] if parts[0][1] == self.count else stay_out("so many different"))
        if size := shape("SAME"):
            return size, ["same"]
        if size := shape("DIFFT"):
            return size, (
                ["different"] if self.count == 2 or "各" in str(parts[0][1] or "各") else stay_out("all different, or not all alike")
            )
        if size := shape("ATL CNT NBR"):
            return size, (["some-neighbours"] if parts[1][1] == 2 and self.count > 2 else stay_out("neighbours"))
        if shape("APART"):
            return 1, ["not", ["some-neighbours"]]
        if size := shape("(?:EXA )?(?:CNT )?NBR"):
            number = next((value for sign, value in parts[:size] if sign == "CNT"), self.count)
            told = str(parts[size - 1][1])
            if number != self.count or self.count < 2 or (self.count > 2 and not patterns.search("连|[三四3-4]个", told)):
                stay_out("which are neighbours")
            return size, ["consecutive"]
        return self._special(parts, shape)

    def _special(self, parts: list[Token], shape: Any) -> tuple[int, Any]:
        value = parts[0][1]
        if shape("TRI"):
            return 1, (["right-triangle" if value else "triangle"] if self.count == 3 else stay_out("three sides"))
        if shape("ARI"):
            return 1, (["arithmetic", value == "依次"] if self.count > 2 else stay_out("three of them"))
        if shape("FRA"):
            return 1, (["fraction", value] if self.count == 2 else stay_out("two of them"))
        if shape("CO"):
            return 1, ["coprime"]
        if shape("UP"):
            return 1, ["rising" if patterns.search("增|小到大", str(value)) else "falling"]
        if (size := shape("(?:EXA )?(?:NOT )?PAR")) and (self.count == 1 or self.laid):
            event = ["is", ["number"] if self.laid else ["item", 0], *parts[size - 1][1]]
            return size, (["not", event] if "NOT" in [sign for sign, _ in parts[:size]] else event)
        if (size := shape("(?:EXA )?VAL")) and self.count == 1:
            return size, ["compare", ["item", 0], "＝", ["lit", parts[size - 1][1]]]
        stay_out("signs " + " ".join(sign for sign, _ in parts))
