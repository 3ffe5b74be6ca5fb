"""Counts with a form of their own, read by their cues: lamps put out, couples at a table, ways with a place that is closed, letters laid anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from math import comb

from engine.generators import patterns
from engine.generators.civil._counting.arranging.simulator import row_of
from engine.generators.civil._counting.combinatorics.words import ASKED, WAY
from engine.generators.civil._counting.cues import Cues, N
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out, to_int

Counted = tuple[int, list[str]]
_NOT = r"(?:都|也|且|均|又)*(?:不(?:能|得|许|可以?|准|允许)?|禁止|避免)(?:同时|都|一起)?(?:被)?"


def _opened(text: str) -> Cues:
    story = Cues(text)
    story.refuse("概率|可能性|几率")
    return story


def _asked(story: Cues, what: str = "种") -> None:
    """The question, taken.

    Raises:
        StayOut: nothing of the kind is asked.
    """
    if (
        story.take(rf"(?:{ASKED})")
        or story.take(rf"(?:一?共|总共)?(?:有)?(?:多少|几)[{what}](?:不同的?)?(?:[\u4e00-\u9fff]{{1,4}}[法案式])?")
        or story.take(rf"(?:{WAY}|[\u4e00-\u9fff]{{1,3}}[法案式])(?:的)?(?:种数|总数|数)?(?:一?共)?(?:有|是|为)?多少[{what}]?")
    ) is None:
        stay_out("no ways asked")
    story.take_all(rf"(?:不同的)?{WAY}(?=[,;。?]|$)")


def _counted(how: str, arguments: list[object], *understood: tuple[str, str], **more: object) -> Recognition:
    return Recognition(parameters={"task": "counted", "how": how, "arguments": arguments, **more}, understood=understood)


# --- lamps -------------------------------------------------------------------------------------------------------------------------


def read_lamps_out(text: str) -> Recognition | None:
    """So many lamps of a row are put out, no two of them side by side."""
    story = _opened(text)
    if not story.has("灯") or not story.has("[关熄灭]"):
        return None
    story.refuse("颜色|闪|至[少多]|最[少多]|三盏|连续")
    row = story.number(rf"(?:一?共|装有|装|有)?(?<![第每])(?P<n>{N})(?:盏|个|只)(?:相同的?|一样的?)?(?:路|景观|吊|彩|街)*灯")
    out = story.number(rf"(?:关掉|关闭|熄灭|熄掉|灭掉|关上|关|熄|灭)(?:了)?(?:其中的?)?(?P<n>{N})(?:盏|个|只)(?:路?灯)?")
    ends = story.take(
        rf"(?:首尾|两端|两头|头尾|最?两边|最外侧)(?:的)?(?:[两2]盏)?(?:的)?(?:路?灯)?(?:{_NOT}(?:关掉?|熄灭?|关闭|灭)|(?:都|必须|要|均|得)*(?:亮着?|保持亮着?|开着?))(?:的)?"
    ) or story.take(rf"{_NOT}(?:关掉?|熄灭?|关闭|灭)(?:掉)?(?:首尾|两端|两头|头尾|最?两边)(?:的)?(?:[两2]盏)?(?:的)?(?:路?灯)?")
    apart = (
        story.take(rf"(?:任[意何])?相邻的?(?:[两2]盏)?(?:的)?(?:路?灯)?{_NOT}(?:关掉?|熄灭?|关闭|灭)")
        or story.take(rf"{_NOT}(?:关掉?|熄灭?|关闭)(?:掉)?(?:任[意何])?相邻的?(?:[两2]盏)?(?:的)?(?:路?灯)?")
        or story.take(
            rf"(?:关掉?|熄灭?|关闭|灭)的(?:路?灯)?(?:中)?(?:任[意何][两2]盏)?(?:都|均|之间)*(?:互不|两两不|彼此不|{_NOT})(?:相邻|挨着|紧挨)"
        )
    )
    if row is None or out is None or apart is None:
        return None
    _asked(story)
    story.done("路?灯|照明|相邻|盏|可以|把|将|要|其中")
    gaps = row - out - 1 if ends else row - out + 1
    if not 0 < out <= gaps:
        stay_out("no way at all")
    return _counted(
        "gaps-filled", [row - out, gaps, out], ("灯", f"{row} 盏，关 {out} 盏"), ("条件", f"关的不相邻{'，两端不关' if ends else ''}")
    )


def gaps_filled(others: int, gaps: int, put: int) -> Counted:
    """So many alike put into gaps between others, one each at most."""
    return comb(gaps, put), [
        f"其余 {others} 个之间{'和两端' if gaps > others else ''}有 {gaps} 个空可放，选 {put} 个：C({gaps}, {put}) = {comb(gaps, put)}。"
    ]


# --- couples -----------------------------------------------------------------------------------------------------------------------

_COUPLES = r"(?:夫妻|夫妇|情侣|恋人|双胞胎|父子|母女|搭档)"


def read_couples_seated(text: str) -> Recognition | None:
    """Couples at a round table or in a row, each of them side by side."""
    story = _opened(text)
    if not story.has(_COUPLES) or story.has("男女|对面|正对|分开|不(?:能)?(?:坐在一起|相邻|挨)|第"):
        return None
    story.refuse("孩子|小孩|单身|老人|主持|司仪|客人|朋友")
    pairs = story.number(rf"(?<![第每])(?P<n>{N})对[\u4e00-\u9fff]{{0,4}}?{_COUPLES}")
    ring = story.take(
        r"围(?:着|坐在?|在|成)*(?:一|1)?(?:张|个|圈)?(?:大|圆)*(?:圆桌|桌子?|圆圈|圈|篝火)(?:旁|边|周围|前)?(?:而?坐|坐下|就座|吃|开会)?"
    )
    row = None if ring else story.take(r"(?:站|坐|排)(?:成|在)?(?:一|1)?(?:排|列|行)(?:照相|合影|拍照)?")
    near = story.take(
        rf"(?:要求)?(?:每(?:一)?对)?(?:的)?{_COUPLES}?(?:两人|二人)?(?:都|必须|要|得|均|须|一定)*(?:要)?(?:坐|站|挨|排)?(?:在一起|相邻|挨在一起|挨着坐?|挨着|相邻而坐|紧挨着)"
    )
    if pairs is None or near is None or not (ring or row) or "每" not in near[0] + story.text:
        return None
    story.take(
        r"(?:若|如果)?(?:经)?(?:旋转|转动)(?:之?后)?(?:能)?(?:相同|重合|一样)(?:的)?(?:坐法|排法)?(?:只)?(?:算|视为|看作|算作)(?:作|是)?(?:同?一种|相同|一样)(?:坐法)?"
    )
    _asked(story)
    story.done(rf"{2 * pairs}人|聚餐|吃饭|{_COUPLES}")
    if not 2 <= pairs <= 9:
        return None
    return Recognition(
        parameters={"task": "families", "pairs": pairs, "circle": bool(ring)},
        understood=(("对数", str(pairs)), ("坐法", "围成一圈" if ring else "一排"), ("条件", "每对相邻")),
    )


def read_couples_shaking(text: str) -> Recognition | None:
    """Couples of whom everybody shakes hands with all but the own partner."""
    story = _opened(text)
    if not story.has("握") or not story.has(_COUPLES):
        return None
    story.refuse("至[少多]|男|女|有人|已经")
    pairs = story.number(rf"(?<![第每])(?P<n>{N})对[\u4e00-\u9fff]{{0,4}}?{_COUPLES}")
    rule = story.take(
        r"(?:每(?:个)?人|彼此|大家)?(?:都|均|要|会|各)*(?:和|与|跟)?(?:除(?:了)?(?:自己(?:的)?)?(?:配偶|爱人|伴侣|另一半|丈夫或妻子)(?:之|以)?外|自己(?:的)?(?:配偶|爱人|伴侣)(?:之|以)外)(?:的)?(?:,)?(?:其他)?(?:每个?人|所有人|任[何意](?:一|两)?个?人|人)*(?:都|均|各|互相|只|要|之间)*(?:握(?:了)?(?:一|1)?次?手?(?:(?:一|1)次)?)"
    ) or story.take(
        r"(?:夫妻|夫妇|配偶|同一对夫妻)(?:两人|双方|二人)?(?:之间|彼此|互相)*不握手?,?(?:但|而|且)?(?:其他|其余)?(?:任[何意]两人|每两人|人|彼此)?(?:之间)?(?:都|均|各|互相)*握(?:了)?(?:一|1)?次?手?(?:(?:一|1)次)?"
    )
    asked = story.take(r"(?:一?共|总共|共计|要|会)*握(?:了)?(?:手)?(?:多少|几)次(?:手)?") or story.take(
        r"(?:握手)?(?:的)?(?:总)?次数(?:一?共)?(?:有|是|为)?多少(?:次)?"
    )
    if pairs is None or rule is None or asked is None:
        return None
    story.done("见面时|聚会时|握手|次手")
    return _counted("couples-shaking", [pairs], ("对数", str(pairs)), ("条件", "不与自己的配偶握手，其余两两一次"), unit="次")


def couples_shaking(pairs: int) -> Counted:
    """Handshakes of couples, without those within a couple."""
    every = comb(2 * pairs, 2)
    return every - pairs, [
        f"{2 * pairs} 人两两一次共 C({2 * pairs}, 2) = {every} 次，减去夫妻之间的 {pairs} 次，{every} − {pairs} = {every - pairs}。"
    ]


# --- ways ----------------------------------------------------------------------------------------------------------------------------

_EAST, _NORTH = r"(?:向|往|朝)?(?:东|西|右|左)(?:边|方)?", r"(?:向|往|朝)?(?:北|南|上|下)(?:边|方)?"
_BLOCK = r"(?:个)?(?:街区|路口|格子?|条街|段|单位|步)"


def read_closed_grid(text: str) -> Recognition | None:
    """Shortest ways in a grid of streets; one crossing may be closed."""
    story = _opened(text)
    if not story.has("最短") or not story.has(_BLOCK):
        return None
    story.refuse("至[少多]|第|必须经过|[A-Z]")
    step = rf"(?:再|先|、|,|和|又|走|各|共)*{_EAST}(?:走|共|再|要)*(?P<a>{N}){_BLOCK}(?:[、,和]|,?再|,?又|,?然后)*{_NORTH}(?:走|共|再|要)*(?P<b>{N}){_BLOCK}"
    told = story.take(step)
    closed = story.take(
        rf"{step}(?:处|后)?(?:的)?(?:那个|这个)?(?:路口|交叉口|十字路口|地方|位置)?(?:因[^,;。?\d]{{0,6}})?(?:,)?(?:正在)?(?:施工|封闭|封路|堵塞|关闭|堵死|修路|施工封闭|被封)+(?:,)?(?:不能|无法|不可|禁止)?(?:通过|通行|走)?"
    )
    if told is None or (closed is None and story.has("封|施工|堵|不能|绕|不经过")):
        return None
    story.take_all("(?:总|都|只)*(?:走|选|按|沿)?最短(?:的)?(?:路线|路径|路|距离)*(?:走)?")
    story.take("规整的?方格网|方格网|网格")
    _asked(story, "种条")
    story.done("从家|街道|单位|学校|公司|家|今天|则他|可以选择|路线|可选择|选择")
    size, block = [to_int(told["a"]), to_int(told["b"])], [to_int(closed["a"]), to_int(closed["b"])] if closed else []
    if closed and not all(0 <= one <= whole for one, whole in zip(block, size, strict=True)):
        stay_out("outside")
    return _counted(
        "closed-grid",
        [*size, block],
        ("方格", f"{size[0]} × {size[1]}"),
        *((("封闭", f"{block[0]}、{block[1]} 处"),) if closed else ()),
        unit="条",
    )


def closed_grid(a: int, b: int, closed: list[int]) -> Counted:
    """Shortest ways that do not lead over a crossing."""
    every = comb(a + b, a)
    if not closed:
        return every, [f"从 {a + b} 步里选 {a} 步：C({a + b}, {a}) = {every}。"]
    over = comb(sum(closed), closed[0]) * comb(a + b - sum(closed), a - closed[0])
    return every - over, [
        f"一共 C({a + b}, {a}) = {every} 条，经过封闭处的 {comb(sum(closed), closed[0])} × {comb(a + b - sum(closed), a - closed[0])} = {over} 条，{every} − {over} = {every - over}。"
    ]


def read_broken_stairs(text: str) -> Recognition | None:
    """Ways up some stairs, one step of which must not be trodden on."""
    story = _opened(text)
    if not story.has("台阶|楼梯|[级阶]"):
        return None
    story.refuse("至[少多]|恰|连续|下[楼来]")
    broken = story.take(
        rf"(?:其中|但|由于|因为?)?第(?P<k>{N})(?:级|阶|个台阶)(?:的)?(?:台阶)?(?:已经?|正在)?(?:坏了?|损坏|破损|断了?|维修|施工|破了|有水|湿滑)?(?:[,，])?(?:所以|因此)?(?:不能|不可以?|无法|不准|禁止|不许)(?:踩|走|上|落脚|踏|使用|停留)+(?:上)?"
    )
    if broken is None:
        return None
    sizes = story.take(
        rf"(?:每|一)(?:一)?(?:步|次)(?:能|只能|可以?|可|跨|走|上|迈|登)*(?P<sizes>{N}(?:级|阶|个|步)?(?:台阶)?(?:(?:、|或者?|,){N}(?:级|阶|个|步)?(?:台阶)?)+)"
    )
    steps = story.number(rf"(?:一?共|有)*(?<!第)(?P<n>{N})(?:级|阶|个台阶)(?:的)?(?:台阶|楼梯)?")
    if sizes is None or steps is None:
        return None
    story.take_all(
        rf"(?:从)?(?:地面|平地|底部|楼下)?(?:要)?(?:走到|登上|爬到|走上|上到|到达|到|走完|爬上)(?:第{steps}(?:级|阶)|顶|楼顶|最上面|楼上|这段楼梯)(?:台阶)?"
    )
    _asked(story)
    story.done("楼梯|台阶|登")
    each = sorted({to_int(one) for one in patterns.findall(N, sizes["sizes"])})
    if not 0 < to_int(broken["k"]) < steps <= 40:
        return None
    return _counted(
        "broken-stairs",
        [steps, each, to_int(broken["k"])],
        ("台阶", str(steps)),
        ("每步", "、".join(map(str, each))),
        ("不能踩", f"第 {to_int(broken['k'])} 级"),
    )


def broken_stairs(steps: int, sizes: list[int], broken: int) -> Counted:
    """Ways up by steps of these sizes, one step left out."""
    ways = [1]
    for step in range(1, steps + 1):
        ways.append(0 if step == broken else sum(ways[step - size] for size in sizes if size <= step))
    if not ways[-1]:
        stay_out("no way up")
    return ways[-1], [f"递推，第 {broken} 级记 0：从 1 级起依次为 {'、'.join(map(str, ways[1:]))}。"]


# --- letters and colours -------------------------------------------------------------------------------------------------------------


def read_letters(text: str) -> Recognition | None:
    """The letters of a word laid anew, those of one letter apart or together or free."""
    story = _opened(text)
    word = story.take(r"(?<![A-Za-z])(?P<word>[A-Za-z]{4,10})(?![A-Za-z])(?:这个|这一|这)?(?:单)?(?:英文)?(?:词|单词)?(?:中|里)?(?:的)?")
    if word is None or not story.has("字母"):
        return None
    letters = Counter(word["word"].upper())
    said = story.number(rf"(?:全部|所有|这)?(?:的)?(?P<n>{N})个字母")
    if said is not None and said != sum(letters.values()):
        stay_out("how many letters")
    story.refuse("至[少多]|恰|元音|辅音|选出|取出")
    story.take_all(
        r"(?:全部)?(?:重新|任意|随意)?(?:排列|排成一排|排成一列|排序|打乱|组合)(?:起来)?|(?:不同的?)?(?:字母)?(?:串|排列|单词|字符串)"
    )
    apart = story.take(
        rf"(?:使得?|要求|且)?(?:任[意何])?(?:[两二2]个|{N}个)?(?P<x>[A-Za-z])(?:之间)?(?:都|互|两两|均)*(?:不(?:能)?(?:挨着?|相邻|紧挨|靠在一起|在一起)|互不相邻)"
    )
    if story.take("(?:能|可以?)?(?:排出|得到|组成|排成)?(?:多少|几)(?:个|种)(?:不同的?)?(?:字母)?(?:串|排列|排法|单词|方法)?") is None:
        _asked(story, "种个")
    story.done("字母|串|把|意义|有没有意义")
    names = sorted(letters)
    wanted = []
    if apart is not None:
        letter = apart["x"].upper()
        if letters[letter] < 2:
            stay_out("which letters")
        wanted = [["far", [names.index(letter)]]]
    return Recognition(
        parameters=row_of(names, [letters[name] for name in names], wanted, alike=True),
        understood=(("字母", word["word"]), ("条件", f"{apart['x']} 互不相邻" if apart else "没有")),
    )


def read_row_coloured(text: str) -> Recognition | None:
    """Places in a row, each of one of so many colours, neighbours of different ones."""
    story = _opened(text)
    if not story.has("颜色|色") or not story.has("相邻"):
        return None
    story.refuse("环|圈|圆|首尾|至[少多]|恰|都要用|全部用|必须用|用完|三角|正方|顶点|方格|田字")
    row = story.number(
        rf"(?:一(?:排|列|行))?(?:并排|排成一排)?(?:[立种摆挂插竖放]着|有|的)?(?<![第每])(?P<n>{N})(?:根|个|间|块|盏|座|面|扇)(?:旗杆|房间|房子|柱子|花盆|窗户|灯笼|格子|区域|小屋|灯)(?:排成一排|并排|一字排开)?"
    )
    colours = story.number(
        rf"(?:[红黄蓝绿白黑紫橙青][、和]?){{0,7}}(?:这)?(?P<n>{N})种(?:不同的?)?颜色(?:的)?(?:旗子?|油漆|涂料|灯笼|花|颜料)?"
    )
    apart = story.take(
        r"(?:任[意何])?相邻(?:的)?(?:[两2](?:根|个|间|块|盏|座|面))?(?:旗杆|房间|房子|柱子|花盆|窗户|灯笼|格子|区域|小屋|灯)?(?:上)?(?:的)?(?:旗子?|灯)?(?:的)?(?:颜色)?(?:都|必须|要)*(?:不能?(?:够)?(?:相?同|一样|同色)|各?不(?:相)?同|不能?(?:挂|涂|刷)(?:同一种|相同的?)颜色(?:的旗子?)?)"
    )
    if row is None or colours is None or apart is None or not patterns.search("一排|并排|一列|一行|一字|步道|路", story.text):
        return None
    story.take_all(
        r"\(?每(?:种|一种)(?:颜色)?(?:的旗子?)?(?:的)?(?:数量|都)?(?:都)?(?:充足|足够多?|足够)\)?|每(?:根|个|间|块|盏|座)(?:旗杆|房间|房子|柱子|格子|灯)?(?:上)?(?:只|要|都)*(?:挂|涂|刷|染|种)(?:一|1)(?:面|种)(?:旗子?|颜色)?|(?:不要求|不必|不一定|可以不)(?:[两三四五六]种)?(?:颜色)?(?:都|全)(?:部)?(?:用上?|用完|使用)|颜色(?:可以)?不(?:必|一定)(?:全部?)?用完"
    )
    _asked(story)
    story.done("旗子?|[挂涂刷染]")
    if not 2 <= row <= 12 or not 2 <= colours <= 9:
        return None
    return Recognition(
        parameters={"task": "colours", "colours": colours, "regions": row, "ring": False},
        understood=(("位置", f"{row} 个排成一排"), ("颜色", str(colours)), ("条件", "相邻的不同色，不要求用完")),
    )


TOLD_COUNTED: dict[str, Callable[..., Counted]] = {
    "gaps-filled": gaps_filled,
    "couples-shaking": couples_shaking,
    "closed-grid": closed_grid,
    "broken-stairs": broken_stairs,
}
"""What `parameters` of these readings call, by name."""
TOLD_READERS = (
    read_lamps_out,
    read_couples_seated,
    read_couples_shaking,
    read_closed_grid,
    read_broken_stairs,
    read_letters,
    read_row_coloured,
)
