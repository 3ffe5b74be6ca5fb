"""What all readers of intervals share: the words of a row and its ends, of measures and counts, and a story whose names and verbs are open.

Nouns and verbs are the problem's own: whatever is planted, put up or sawn is read by the unit it is counted in. Numbers, units, negations,
conditions, comparisons, ends, sides, corners and shapes are closed: one that no reader takes leaves the problem alone.
"""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.story import Story
from engine.generators.civil._problems.wording import ORDINARY, SUSPECT, is_talk
from engine.generators.reading import any_of, stay_out, to_int

N = r"(?:\d+|(?<![一二两三四五六七八九十百])[一二两三四五六七八九十百]+)"
"""A whole number in digits or Chinese."""
DECIMAL = r"(?<![\d.])\d+(?:\.\d+)?"
ITEM = r"(?:排|把|张|幅|口|棵|盏|根|面|个|盆|株|座|枚|颗|杆|朵|只|块|支|丛|盘|粒|辆|名|位|人|束|串|条|间|处)"
"""What things in a row are counted in."""
OPEN = r"[^\d,;。?!()\ue000不没未仅只第]"
"""One sign of a name or verb of the problem's own."""
METRES = {"千米": Fraction(1000), "米": Fraction(1), "分米": Fraction(1, 10), "厘米": Fraction(1, 100)}
"""Units of length in metres."""
LENGTH = "(?:千米|分米|厘米|米)"
TIME = "(?:小时|分钟|秒)"

_TAKEN = "\ue000"
_NOUN = r"(?:(?![不没未多余少另再又各每后前死枯坏以左右而且和与或]|一半|之)[\u4e00-\u9fff]){2,4}"
_CLOSED = (
    r"两|双|环|圆|圈|周|围|绕|角|顶点|边|端|头|尾|旁|侧|中间|中央|中途|空心|桥|速度|往返|来回|返|回|层|楼|段|刀|次|对折|方阵|行|列|排|梯|宽|高|深"
    r"|起点|终点|开头|结尾|以上|以下|以内|以外|之外|一样|相等|等于|平均|一半|半|总|若干|一些|一部分|部分|有些|附近|十字|路口|分叉|拐|枯|死|补|拔|挖|砍|移|坏|亮|灭|关|另|还剩|大于|小于|超过|到达"
)
_STORY = r"[老小]周|围墙|围栏|休息[亭区室处]|提示|写字楼|居民楼|喷头|这列|那列|路段|河段|地段|环境|环保|循环|环卫|围棋|大楼|高楼|楼房|教学楼|办公楼|宿舍楼|楼梯|比赛|比武|竞赛|排成|排列成|站成|站好|排练|安排|圆木|圆钢|圆珠笔|行驶|行走|行车|行人|行道|银行|运回|买回|行政|进行|木头|石头|码头|街头|门前|公交|交通|交界|排队|排着|排好|排头|这段|该段|那段|本段|一(?:条|段|个|座|块|根|列|排(?!减|增|后)|支|队|批|种|片|圈树|名|位|栋|幢|家|些人)|总长|总共|周末|周年|周边|周一|周[二三四五六日]|边上|路边|河边|湖边|校园|旁边|角落|头像"
_ASKED = re.compile(r"多少|几(?!何)|哪|谁|何时|是否|吗|(?<![要需追])求(?!助|解|教)")
_COUNTED = re.compile(r"[\dA-Za-z%〇零一二两三四五六七八九十百千万亿]")
_CLAUSE_END = re.compile(r"[,;。?!:\n()]+")
_ORDINARY = any_of(tuple(word for word in ORDINARY.split() if word not in ("多少", "几", "一", "个", "总")))
_REFUSED = re.compile(rf"{SUSPECT}|{_CLOSED}")
_IF = re.compile(r"(?:若|如果|假如|要是|倘若)(?!干)")
# What is said of every row and changes none.
_SAID_OF_ANY = (
    r"(?:如果|若|假设|假定|设)?(?:每|各)?(?:次|层|段|个|两?下|相邻[两2]下)?(?:之间)?(?:锯|剪|截|敲|走|爬|上楼|跑|行走)?的?(?:每?一?(?:次|层|段)的?)?(?:所用的?|用的?|需要?的?)?(?:时间|速度|台阶数|级数|快慢)(?:间隔)?(?:都|均|完全)?(?:相同|相等|不变|一样|一致)(?=[,;。?)]|$)",
    r"(?:照|按照?)(?:这样|此|这个|这种|同样的?)(?:的)?(?:计算|算|速度|下去|推算)?(?=[,;。?)])",
    r"(?:以|用|按照?|照)?(?:此|这样|同样|相同|这个|不变)的?(?:的)?速度(?:不变|继续)?",
    r"(?:树|树木|路灯|灯杆|电线杆|木头|木料|车|人|旗杆|杆)的?(?:自身的?)?(?:粗细|宽度|厚度|直径|长度|身长)?(?:均|都)?(?:忽略不计|不计|不考虑)",
    r"速度(?:都|均|保持)?不变|树苗的?(?:总数|数量|棵数)(?:都|均|保持)?不变",
    r"(?:每|各)(?:一)?层(?:楼|楼梯)?(?:之间)?(?:的)?(?:台阶|楼梯|级)数?(?:都|均)?(?:相同|相等|一样多|一样)",
    r"等(?:距离?|间距|间隔|间)地?|均匀地?",
    r"笔直的?|[一二三四五六七八九]年级|[初高][一二三](?=学生|年级)|以?相等的?(?:距离|间隔|间距)地?",
    rf"(?:并?且)?(?:要求)?(?:每侧|各侧|每边)?(?:任意)?(?:每)?(?:相邻)?(?:的)?(?:两|2){ITEM}{OPEN}{{0,4}}?(?:之?间)?的?(?:距离|间距|间隔|间隔距离)(?:都|均|要|应|应该)*(?:相等|相同|一样)(?=[,;。?)且]|并且)",
    rf"另(?:外)?(?:有)?(?:一|1)(?:根|条|块)(?:同样|一样|相同)的{OPEN}{{1,3}}(?=以|照|按|,|\ue000)|从第(?:一|1)[下声]到最后(?:一|1)[下声]",
    r"\d+路(?=公共汽车|公交|电车)",
)
_IN_OTHER_WORDS: tuple[tuple[str, str], ...] = (
    (r"几(?=[下声段截节刀次层楼级棵盏根面盆])", "多少"),
    (r"(多少[^,;。?]{1,8})吗(?=[?,。]|$)", r"\1"),
    (r"你知道|请你(?:算|想)一?[算想]?", ""),
)


class Told(Story):
    """A problem of intervals being read."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        for pattern, usual in _IN_OTHER_WORDS:
            self.rest = self.text = patterns.sub(pattern, usual, self.text)
        for pattern in _SAID_OF_ANY:
            self.take_all(pattern)

    def _nouns(self) -> str:
        """The names of what is counted (`多少棵雪松`, `每隔 5 米装一个喷头`), as a pattern: whatever signs they hold, they change nothing."""
        found = patterns.findall(rf"(?:一|1|多少){ITEM}({_NOUN})(?=[,;。?()]|$)", self.text)
        return "|".join(sorted(map(re.escape, found), key=len, reverse=True)) or r"(?!)"

    def only(self, *found: str) -> re.Match[str] | None:
        """The match of the patterns, all of which are taken; None: none is there.

        Raises:
            StayOut: several are: figures, or asking for different things.
        """
        matches = [match for pattern in found for match in self.take_all(pattern)]
        # What is told twice may be told of two things, also where the figures are the same.
        if len({tuple(match.groupdict().items()) for match in matches}) > 1 or (
            len(matches) > 1 and any(patterns.search(r"\d", match[0]) for match in matches)
        ):
            stay_out(f"several: {[match[0] for match in matches]}")
        return matches[0] if matches else None

    def close(self, also: str = r"(?!)") -> None:
        """Look at what is left, where names and verbs may be anything; `also`: words that this reader takes to change nothing.

        Raises:
            StayOut: something is left that could change the answer.
        """
        nouns = self._nouns()
        for clause in _CLAUSE_END.split(self.rest):
            if _TAKEN not in clause and is_talk(clause) and not patterns.search(r"\d|多少", clause):
                continue
            if found := _ASKED.search(clause):
                stay_out(f"also asked: {clause}")
            if _TAKEN not in clause and _IF.search(clause):
                stay_out(f"a condition: {clause}")
            left = _ORDINARY.sub(" ", patterns.sub(_STORY, " ", patterns.sub(also, " ", patterns.sub(nouns, " ", clause))))
            if found := _COUNTED.search(patterns.sub("一(?![半样些部])", "", left)) or _REFUSED.search(left):
                stay_out(f"{found[0]} in {clause}")


def metres(number: str, unit: str) -> Fraction:
    """A length in metres."""
    return Fraction(number) * METRES[unit]


def whole(text: str) -> int:
    """`18`, `八`."""
    return int(text) if text.isdigit() else to_int(text)


_BOTH_ENDS = r"(?:[路线道桥的]|首尾|起点和终点)*(?:两|2)(?:端|头)"
_HAVE = r"(?:都|均|各|也|全|要|需要?|必须|应|应该|得|可以?|分别)*"


def take_ends(told: Told) -> str | None:
    """`both`, `one`, `none` as the ends are told of; None: nothing is said of them.

    Raises:
        StayOut: two things are said.
    """
    said = []
    one_of = r"(?:一|其中一|另一|某一)(?:端|头)"
    if told.take(
        rf"(?:只有?(?:在|栽|种|植)?|仅(?:在|有)?)(?:其中|路的)?(?:一|1)(?:端|头)(?!到){OPEN}{{0,4}}"
        rf"|{one_of}{OPEN}{{0,5}},?(?:而)?(?:另)?(?:一)?(?:端|头)不(?:用|需要?)?{OPEN}{{0,3}}|{one_of}不{OPEN}{{0,3}},?(?:另)?(?:一)?(?:端|头)(?!不){OPEN}{{1,4}}"
        rf"|(?:起点|开头){OPEN}{{0,3}},?(?:而|但)?(?:终点|末尾)不(?:用|需要?)?{OPEN}{{0,3}}|(?:起点|开头)不{OPEN}{{0,3}},?(?:而|但)?(?:终点|末尾){OPEN}{{1,3}}"
    ):
        said.append("one")
    if told.take_all(
        rf"(?:{_BOTH_ENDS}|首尾|头尾|起点和终点)(?:的?位置|处)?(?:都|均|各|也)*(?:不(?:用|需要?|必|再)?|没有?|无)(?![移拆动])(?:{OPEN}){{0,4}}(?=[,;。?)])|不(?:包括|含|算|计)(?:路的?)?(?:{_BOTH_ENDS}|首尾)"
    ):
        said.append("none")
    if at_both := told.take_all(
        rf"(?:连|包括|含|包含|加上|计|算上)(?:首尾|头尾|{_BOTH_ENDS}|起点和终点)(?:各?的?(?:一|两|2)?{ITEM})?(?:在内)?的?(?:一?共)?"
        rf"|从头到尾|(?:从)?(?:路的)?(?:一端|这头|一头)(?:开始)?(?:起)?,?(?:一直)?到(?:路的)?(?:另一端|那头|另一头|另外一端)|从{OPEN}{{0,3}}(?:首|头)(?:一直)?到{OPEN}{{0,3}}尾|从?起点(?:开始)?(?:起)?,?(?:一直)?(?:到|至)终点"
        rf"|(?:且|并且|要求|路的)*(?:{_BOTH_ENDS}|首尾|头尾|(?:道路|路)?的?(?:起点|首)(?:和|与|、)(?:终点|尾)(?:{_BOTH_ENDS})?)(?:处|位置)?(?!不|的路)(?!{OPEN}{{0,4}}不){_HAVE}{OPEN}{{0,5}}?(?:一(?P<item>{ITEM}){OPEN}{{0,2}})?(?=[,;。?)]|$)"
    ):
        for match in at_both:  # `两端各有一座房子`: something else stands there
            if match["item"] and not patterns.search(rf"(?:多少|\d){match['item']}", told.text):
                stay_out(f"what stands at the ends: {match[0]}")
        said.append("both")
    if len(said) > 1:
        stay_out(f"ends: {said}")
    return said[0] if said else None


def take_sides(told: Told) -> int:
    """On how many sides of a road things stand.

    Raises:
        StayOut: on both and on one.
    """
    both = told.take_all(r"(?:马路|道路|公路|街道|大街|路)?的?(?:两|2|双)(?:旁|侧|边)(?!长)")
    one = told.take_all(r"(?<![每三四各])(?:一|单|1|某一|同一|其中一|一条边?的?)(?:旁|侧|边)(?!长)")
    if both and one:
        stay_out("on both sides and on one")
    return 2 if both else 1


_ROUND = r"(?:正?圆|(?<!循)环(?![境保卫]))形?(?![钢木管珠])|(?:四|一)周|周围|环绕|[环绕]着?(?=[湖池岛塘操])|一圈|绕着?|(?:湖|池|塘|岛|花坛|广场|操场|跑道)的?(?:一周|四周|周围|边沿)|封闭(?:的)?|围成(?:的)?(?:一个?)?(?:圆|圈)?|围着"


def take_round(told: Told) -> bool:
    """Whether the row is closed."""
    return bool(told.take_all(_ROUND)) or told.has("周长")
