"""The closed words of mixing: what changes an amount or what is in it. Everything else in a text is an open word, a name or a story.

An open word is never looked up in a list; it only may not hold a character of a condition, a negation or a comparison (`Token.harmless`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.reduced import opened

N = r"\d+(?:\.\d+)?"
UNIT = r"(?:千克|毫克|毫升|克|升|吨|斤|份)"
_THING = r"[^\d\W，,;。?多少为是和与的占比量率]"
_VESSEL = r"(?:容器|烧杯|量杯|玻璃杯|水杯|杯子?|瓶子?|桶|罐子?|缸|池子?|碗|壶|试管|烧瓶|锅|盆|箱子?|槽|坛子?|袋子?|盒子?|堆)"
_PURE_WATER = r"(?:清水|纯净?水|蒸馏水|自来水|凉?白?开水|温水|冷水|热水|淡水|净水|冰水|凉水|溶剂|水(?![分平果]))"
_BECOMING = r"[变化置成升降稀释浓缩配制调勾兑炼熔冲还恢复提高下降减少增加上升混合弄铸达淡浓混变加]{1,5}"
_OPEN = r"[^\W\d,;。?多少]"
_WET = r"(?:含水[率量]?|水分(?:含量|率)?)(?:的?(?:比例|百分比))?"

_CLOSED: tuple[tuple[str, str], ...] = (
    ("points", rf"(?P<points>{N})个?百分点"),
    ("ask-points", r"多少个?百分点"),
    ("pct", rf"(?P<pct>{N})%"),
    ("ratio", rf"(?:(?:质量|重量|体积)?之?比(?:例)?(?:分别|依次)?(?:为|是)?)?(?P<ratio>{N}(?:\s*[:∶比]\s*{N}){{1,3}})"),
    ("frac", r"(?P<frac>\d+/\d+)|一半|半(?=[杯瓶桶罐])"),
    ("price", rf"(?:每|1|一){UNIT}[^\d,;。?多]{{0,6}}?(?P<price>{N})元|(?P<price2>{N})元/{UNIT}|(?P<price3>{N})元(?:每|1|一){UNIT}"),
    ("ask-price", rf"每{UNIT}[^\d,;。?]{{0,8}}?多少元|多少元/{UNIT}|(?:每{UNIT})?的?(?:单价|均价|成本)(?:多少元?)"),
    ("mass", rf"(?P<mass>{N}|[一二两三四五六七八九十](?=份)|(?<![A-Za-z])[a-zX]\s?)(?P<unit>{UNIT})"),
    ("once", r"包含(?=\d)|百分[比数率](?!浓)|其中|兑水(?=溶?液)|其(?![中余他它])|它(?!们)|[呢呀啊吗吧]$|[进出]去|进来|[一1]次(?!性|操作|函数)"),
    ("after", r"(?:之|以)?后(?!来|面|者|[^,;。]{0,1}[次个])|时候?(?=[,;。]|浓|的|[甲乙丙丁A-E两各每]|$)|以后"),
    ("remains", r"(?:只|还|仅)?剩(?:下|余)?(?:了)?(?=\d+/\d+|一半)"),
    ("times", rf"(?P<times>{N})倍"),
    ("ask-times", r"多少倍"),
    ("ask-ratio", r"(?<!百分)(?:之?比(?:例|值)?)(?:应该?|要)?多少"),
    ("count-asked", r"(?:最少|至少|需要?)?[^,;。\d]{0,3}多少次"),
    ("ask", rf"多少%|(?:的?(?P<gram>{UNIT})数)?多少(?P<asked>{UNIT}|(?![\u4e00-\u9fff]{{0,1}}[元天次个人])(?=[^\u4e00-\u9fff]|$|[\u4e00-\u9fff]))"),
    ("variable", r"(?<![A-Za-z])[a-zX](?![A-Za-z])"),
    ("nth", r"第(?P<nth>[一二三四五1-5])[次步回勺杯]|最后一?次|首次"),
    ("same", r"(?:质量|重量|体积|数量)?(?:都|均|完全|又|正好|恰好)?(?:同样多|一样多|这么多|那么多|同样(?:质量|重量|体积)?(?=的)|等量|等质量|等重|等体积|相同(?:质量|重量|体积|总量|数量)?|相等(?:质量)?|同量|同质量|同等|一样|同样)(?:的?(?:千克|克|升|毫升)数)?"),
    ("some", rf"若干(?:{UNIT})?|一定量|适量|一些|一部分|部分|一定质量|少量|少许|一定数量|一定(?=的)|一点儿?"),
    ("again-and-again", r"(?:一共|总共|共|像?这样|这么|如此|照此|依此|照这样|同样|按此|反复|重复|连续|循环)+(?:反复|重复|连续|操作|进行|搞|做|弄|来|倒|一共|总共|共|了)*(?P<reps>[两二三四五2-5])(?:次|遍|回|轮)(?:操作)?|(?:反复|重复)(?P<reps2>[两二三四五2-5])(?:次|遍|回)"),
    ("wet", _WET),
    ("conc", r"(?:百分比)?浓度|质量分数|体积分数|(?:百分比)?含量|纯度|酒精度|成色|甜度|咸度|度数|含(?P<of>[^\d\W，,;。?多少为是和与的占比]{1,3}?)(?:量|率|度|百分比|百分数)(?:占[^,;。\d]{0,5})?(?:的?百分比)?"),
    ("each", r"各自|分别(?:是|为)?|各(?!种)|每(?:[个种只杯瓶桶]|次)|均|都|依次"),
    ("swap", r"(?:互相|相互|彼此)?(?:互换|交换|对调|互倒)|(?:倒|放|加|注|兑)?[入进到]?(?:到)?对方的?(?:" + _VESSEL + r")?(?:[中里内])?|互相"),
    ("fill", r"(?:加|倒|注|装|补|灌|兑|添|盛)(?:入|进)?满(?:了)?|(?<=将杯)倒满|(?<=[入用]清水)[将把][^,;。\d]{1,3}[倒加装注]满"),
    ("evap", r"(?:蒸发|挥发|[晒晾烘煮烧熬蒸炒风烤][发干晒煮]?)(?:掉|去|走|出|干|完)(?:了)?|[晒晾烘风烤干蒸发](?=[到至成为](?:含|浓度|\d))|(?:蒸发|挥发)了?|晾晒|风干|脱水|浓缩(?=掉|后|[,。])|晒干|烘干"),
    ("mix", r"(?:全部|都|充分|均匀)?(?:(?:混合(?![\u4e00-\u9fff])|混合(?=均匀|好|在|后|[成为得到起而之时以两配出进恰])|混匀|混出来|掺和|调和|融合|合并|熔合|共熔|熔化|掺混|勾兑|调配|混兑|熔炼)(?:均匀|好)?(?:在?一起)?|(?:混|倒|合|兑|掺|放|熔|装|加)(?:合)?(?:在|到)?一(?:起|块儿?)|(?:倒|放|装|注|混|并)[入进到]*(?:同)?一?[个只](?:大|空|新|更大的)*" + _VESSEL + r"(?:[中里内])?)(?:起来)?"),
    ("stir", r"(?:充分|均匀)?(?:搅拌|搅匀|搅动|摇匀|混匀|晃匀)(?:均匀|好)?|(?:全部|完全|充分)?溶解(?![于在入到])(?:完|好)?"),
    ("out", r"(?:倒|取|舀|抽|盛|喝|用|放|拿|移|吸|捞|量|去|减少?|流|吃|撇|洒|漏|舀)(?:出|掉|走|去)(?:来)?(?:了)?|喝(?:了|得)|取(?:了)?(?![得暖样])|倒(?=\d|多少)|(?:应|需要?)?去(?=水)|减去"),
    ("in", r"[一-龥](?:入|进(?!去))了?|加(?![热工班])(?:上|到)?(?:了)?|兑(?:了|上)?(?![换成])|掺(?:了|上)?|添(?:加)?(?:了|上)?|补充?(?:了|上)?|倒(?:在|到|了)|放(?:在|到|了|(?=多少))|溶于|溶解?(?:在|到)|(?:倒|放|加|注|送)?回(?:到)?(?=[甲乙丙丁A-E原])|冲(?=\d|入|进)|注(?!意)|增加|倒(?=同样|一样|等量|相同|进去)"),
    ("become", rf"(?:{_BECOMING}(?:为|成|到|至|回|出)|成|制[成得出]|可?以?得到?|所得|获得|变|配[制置]?|达)了?(?=的?(?:一[种杯瓶])?(?:新|了|约|大约)?的?(?:\d|多少|{_OPEN}{{0,4}}(?:浓度|含|质量分数)|[^,;。]{{0,5}}\d))|(?:到|至|(?<=蒸发)为|(?<=蒸发)成)(?=含|浓度|水分|\d+(?:\.\d+)?%)|是(?=多少|\d+(?:\.\d+)?(?:%(?:$|[,。;?])|{UNIT}))|得(?=\d|浓|含)"),
    ("goal", r"非要|(?:现|若|如)?(?:要|想要?|欲|打算|准备|计划|希望|为了?|需要?|应)*(?:使得?|让)|(?:现|若)?(?:想要?|欲|打算|准备|计划|为了|现要|要(?!多少|用|加|取|再|倒|兑|蒸|放|往|晒|各|添|掺))"),
    ("need", r"(?:那么|一共|总共|共|大约|约|至少)?(?:还|再|又)?(?:需要?|应该?|应当|须|必须|要|得)(?:用|取)?(?:出|了)?"),
    ("used", r"用(?:了|去)|选取|采用"),
    ("first", r"原来|原有|原先|最初|起初|最开始|开始时?|原(?![因料液])|本来"),
    ("rest", r"剩下|剩余|余下|其余|还?剩|只剩"),
    ("all", r"全部|所有|整[个杯瓶桶]|全(?!国)"),
    ("both", rf"(?P<both>[两二三四2-4])(?:(?:个|只)?{_VESSEL}|(?:个|只)(?=装|盛)|种|者|份|部分|个(?=[容烧杯瓶桶罐]))(?!水)|它们|两(?=[杯瓶桶罐])"),
    ("other", rf"另(?:外)?(?:有)?(?:一|1)?(?:个|种|杯|瓶|桶|只|块)?(?:{_VESSEL})?|第二(?:个|种|瓶|桶|只|块)(?:{_VESSEL})?"),
    ("name", rf"(?P<name>[甲乙丙丁戊]|(?<![A-Za-z])[A-E](?![A-Za-z]))(?:种|号|个|只|块|组)?(?:{_VESSEL})?"),
    ("if", r"如果|若(?!干)|假如|要是|倘若|假设|当(?!中)"),
    ("then", r"然后|接着|随后|此时|这时|现在|后来|最后|最终|结果|先|首先|才能?|就|便|于是|至此|此后|从而|恰好|正好|刚好|能够?|可以?|会|将会|一次性|一起|同时|在此基础上|重新|且|并且?|已|已经|最"),
    ("again", r"继续|再(?:次|度)?|又|还(?!是)"),
    ("last-time", r"(?:上|前)一?次(?:的|取的?|倒出的?)?"),
    ("sum", r"总共|一共|合计|共(?!熔|同)"),
    ("than", r"比"),
    ("times-word", r"是(?=[甲乙丙丁A-E])"),
    ("up", r"(?:提高|上升|升高|增加|增大|高|多|浓)(?:出|了)*(?=\d|多少)|多(?=[取用倒加放]\d)"),
    ("down", r"(?:降低|下降|减少|减小|低|少)(?:了)?(?=\d|多少)"),
    ("has", r"含有?"),
    ("from", r"从|由(?=[甲乙丙丁A-E])"),
    ("to", r"往|向|给"),
    ("in-it", rf"(?:{_VESSEL})?(?:当中|中|里面|里|内|上)(?!和|间|学)"),
    ("obj", r"把|将|用|以(?!上|下|后|内|外|及)"),
    ("by", r"按照?"),
    ("and", r"、|和|与|同(?=\d|浓)|跟|以及|及"),
    ("full", r"(?:盛|装)满(?:了)?"),
    ("pure", r"纯"),
    ("kind", r"一定比例的?|(?:同种|同类|同一种|该种?|这种?|某种?|这|那(?:种|杯)|新|一定|不同浓度|浓度不同|不同|未知|不知道?)的?"),
    ("mixture", r"混合(?=[\u4e00-\u9fff])|混合后的?(?=\d|溶|液|[盐糖酒果药])|所得(?=的|溶|盐|糖|混)"),
    ("water", _PURE_WATER),
    ("weight", r"质量|重量?|体积|容积|容量|总量|数量"),
    ("article", rf"(?:现有|现|有|装着?|盛着?|放着?|存)*(?:有|一|1(?![\d.%份]))(?:大|小|满)?(?:个|只|块|种|批|些|勺)?(?:{_VESSEL})?|(?:盛|装)(?:有|着|了)?|{_VESSEL}|的|为|是|占|在|了|着|分(?=别)|等于"),
)  # fmt: skip
_MASTER = re.compile("|".join(f"(?P<k{place}>{pattern})" for place, (_, pattern) in enumerate(_CLOSED)))
_WATER = next(place for place, (kind, _) in enumerate(_CLOSED) if kind == "water")
_SUSPECT = re.compile(
    r"[不没无未非否除只仅但却每各另再又先前早晚延停离退加增多减少降跌剩余残损漏洒溢溅沉析蒸挥返调换替半比超差满优惠免错缺破碎反顺同异相隔若倍假最至变更改移交依占含出入倒掉去走混兑掺喝取浓次遍轮克升吨斤元晒晾烘煮熬烧烤卖赚利赔]|其[中余他它]|以[上下内外]"
)
"""What an open word may not hold: a condition, a negation, a comparison, something done."""


@dataclass(frozen=True, slots=True)
class Token:
    """A closed word or a run of open ones."""

    kind: str
    text: str
    value: str = ""
    unit: str = ""

    @property
    def harmless(self) -> bool:
        """Whether an open word may be passed over: it holds nothing of a condition or a comparison."""
        return _SUSPECT.search(self.text) is None and patterns.search(r"[A-Za-z\d%一二三四五六七八九十]", self.text) is None


def tokens_of(clause: str) -> list[Token]:
    """A clause as tokens, the open words as they stand between the closed ones."""
    found: list[Token] = []
    open_from = place = 0
    while place <= len(clause):
        match = _MASTER.match(clause, place) if place < len(clause) else None
        if match is None or not match[0] or (open_from < place and match[f"k{_WATER}"] is not None):
            if place == len(clause):
                if open_from < place:
                    found.append(Token("open", clause[open_from:place]))
                break
            place += 1
            continue
        if open_from < place:
            found.append(Token("open", clause[open_from:place]))
        kind = _CLOSED[next(index for index in range(len(_CLOSED)) if match[f"k{index}"] is not None)][0]
        found.append(_token(kind, match))
        open_from = place = match.end()
    return [each for each in found if each.kind != "open" or each.text.strip()]


def _token(kind: str, match: re.Match[str]) -> Token:
    groups = match.groupdict()
    if kind == "mass":
        return Token(kind, match[0], groups["mass"].strip(), groups["unit"])
    if kind == "price":
        return Token(kind, match[0], groups["price"] or groups["price2"] or groups["price3"], "元")
    if kind == "ask":
        return Token(kind, match[0], "%" if "%" in match[0] else "", groups["asked"] or groups["gram"] or "")
    if kind == "frac":
        return Token(kind, match[0], groups["frac"] or "1/2")
    if kind == "again-and-again":
        return Token(kind, match[0], groups["reps"] or groups["reps2"])
    if groups.get(kind):
        return Token(kind, match[0], groups[kind])
    if kind == "conc" and groups["of"]:
        return Token(kind, match[0], groups["of"])
    return Token(kind, match[0])


def number(text: str) -> Fraction:
    """A number in digits, or a single numeral."""
    return Fraction(text) if text[0].isdigit() else Fraction("零一二三四五六七八九十".index(text.replace("两", "二")))


_LIST = rf"{N}%(?:(?:和|与|、|及){N}%)+"
_NAMES = r"[甲乙丙丁A-E](?:(?:和|与|、|及)[甲乙丙丁A-E])+"
_AND = re.compile("和|与|、|及")
_OPEN_VESSEL = re.compile(
    rf"(?<![\u4e00-\u9fff])(?P<name>[^\W\d一两二三四每各这那该此从在往向把将有若如果再又]{{1,3}}?)(?={_VESSEL}[中里内])"
)


def plain(text: str) -> str:
    """The text in one wording: names of vessels as letters, lists told apart."""
    told = patterns.sub(r"\s+", "", opened(patterns.sub(r"(?<=[\u4e00-\u9fff])_+(?=[\u4e00-\u9fff%])", "多少", text)))
    told = patterns.sub(r"\([^()]*的比[^()]*的\)", "", patterns.sub(r":(?!\d)", ",", told))
    if "含水" in told or "水分" in told:
        told = patterns.sub(r"(?:放|存|晾|晒)了?(?:多少|\d+)(?:天|日|小时)[后,]*", ",晾晒,", told)
    told = patterns.sub(r"(?:所得到?|得到)的(?=新?的?[\u4e00-\u9fff]{1,6}含水)", "混合后的", told)  # the thing asked about, no further step
    told = patterns.sub(r"(?<=[\d少])公斤", "千克", told)
    told = patterns.sub(r"第([一二三四])(?:个|只|种)(?=容器|[杯瓶桶罐碗缸])", lambda found: "甲乙丙丁"["一二三四".index(found[1])], told)
    told = patterns.sub(r"浓度(?:不知道|未知)", "", told)
    if not patterns.search("[甲乙A-E]", told):
        names = list(dict.fromkeys(found["name"] for found in _OPEN_VESSEL.finditer(told)))
        if 2 <= len(names) <= 4 and all(told.count(name) > 1 or len(names) == 2 for name in names):
            for name, letter in zip(names, "甲乙丙丁", strict=False):
                told = patterns.sub(f"{re.escape(name)}(?={_VESSEL})", letter, told)
    told = patterns.sub(r"(?<=\d[:∶]\d),(?=\d+[:∶]\d)", "、", told)
    told = patterns.sub("(?:、|和|并|,)(?=从[甲乙丙丁A-E])", ",", told)
    for pattern, way in _LISTS:
        told = patterns.sub(pattern, way, told)
    return told


def _zipped(found: re.Match[str]) -> str:
    names, values = _AND.split(found["names"]), _AND.split(found["values"])
    if len(names) != len(values):
        return found[0]
    said = found.groupdict().get("said") or "浓度"
    return "、".join(f"{name}{said}{value}" for name, value in zip(names, values, strict=True)) + (found.groupdict().get("tail") or "")


def _named_portions(found: re.Match[str]) -> str:
    """`甲、乙中分别装有浓度为5%和25%的盐水各400克`."""
    names, values, masses = (_AND.split(found[each]) for each in ("names", "values", "masses"))
    if len(masses) == 1:
        masses = masses * len(names)
    if not len(names) == len(values) == len(masses):
        return found[0]
    return "、".join(f"{name}浓度{value}的{found['thing']}{mass}" for name, value, mass in zip(names, values, masses, strict=True))


def _portions(found: re.Match[str]) -> str:
    """`浓度为20%和5%的盐水各300克`: each by itself."""
    thing = found["thing"]
    masses = _AND.split(found.groupdict().get("masses") or "")
    values = _AND.split(found["values"])
    if len(masses) != len(values):
        masses = [found.groupdict().get("each") or ""] * len(values)
    return "与".join(f"浓度{value}的{thing}{mass}" for value, mass in zip(values, masses, strict=True))


_LISTS: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    (
        rf"(?P<names>{_NAMES})(?:[两二三](?:种|个|只|杯|瓶|桶|罐|容器)+)?(?:中|里)?(?:各|分别|依次)*(?:装有|盛有|装着|有)+(?:浓度)?(?:各|分别)?(?:为|是)?(?P<values>{_LIST})的(?P<thing>{_OPEN}{{1,6}}?)各?(?P<masses>{N}{UNIT}(?:(?:和|与|、){N}{UNIT})*)",
        _named_portions,
    ),
    (rf"(?:浓度|含{_OPEN}{{1,3}}?[量率]?)?(?:分别|依次)?(?:为|是)?(?P<values>{_LIST})的(?P<names>{_NAMES})(?:这?[两二三]种{_OPEN}{{0,6}}|{_OPEN}{{0,4}}溶液)?", _zipped),
    (rf"(?P<names>{_NAMES})(?:[两二三](?:种|个|只|杯|瓶|桶|罐|容器)+)?(?:{_OPEN}{{0,8}}?)的?,?(?P<said>浓度|含{_OPEN}{{1,3}}?[量率])(?:各|分别|依次)+(?:为|是)?(?P<values>{_LIST})", _zipped),
    (rf"(?P<names>{_NAMES})(?:[两二三](?:种|个|只|杯|瓶|桶|罐|容器)+)?(?:{_OPEN}{{0,6}}?)(?P<said>)(?:各|分别|依次)+(?:有|为|重|是|取|装有|盛有)*(?P<values>{N}{UNIT}(?:(?:和|与|、){N}{UNIT})+)", _zipped),
    (rf"(?:浓度)?(?:分别|依次)?(?:为|是)?(?P<values>{_LIST})的?(?:[两二三]种)?(?:不同)?(?P<thing>{_OPEN}{{0,6}}?)(?:的)?(?:各|分别)*(?:取|有)?(?P<masses>{N}{UNIT}(?:(?:和|与|、){N}{UNIT})+)", _portions),
    (rf"(?:浓度)?(?:分别|依次)?(?:为|是)?(?P<values>{_LIST})的?(?:[两二三]种)?(?:不同)?(?:浓度的?)?(?P<thing>{_OPEN}{{0,6}}?)各(?P<each>{N}{UNIT}|若干(?:{UNIT})?)", _portions),
    (rf"(?:浓度)?(?:分别|依次)?(?:为|是)?(?P<values>{_LIST})的?(?:[两二三]种)(?:不同|同类|同种)?的?(?P<thing>{_OPEN}{{1,6}}?)(?=[,;。?混配各]|$)", _portions),
)  # fmt: skip
