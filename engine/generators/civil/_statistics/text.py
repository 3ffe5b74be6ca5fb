"""The text of statistics prepared for reading: years marked, tables told in sentences, one word for every comparison with the year before."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.civil._problems.reduced import opened
from engine.generators.civil._problems.wording import ORDINARY, TALK
from engine.generators.civil._statistics.lists import listed, tables_told
from engine.generators.civil._statistics.names import WHOLE
from engine.generators.pasted.normalising import normalise
from engine.generators.reading import stay_out, to_int

N = r"(?<![\d.])\d+(?:\.\d+)?(?![\d]|\.\d)"
UNIT = (
    r"(?:万亿|亿|万|千|百万|千万)?(?:美元|欧元|港元|日元|英镑|元|人次|架次|车次|辆次|艘次|人天|人|户|辆|吨公里|吨标准煤|吨|件|台|部|套|亩|公顷|家|所|个(?!百分)|平方米|平方千米|立方米|千瓦时|千瓦|斤|千克|克|张|只|名|位"
    r"|头|册|项|门|艘|架|栋|例|双|股|间|床|本|条|场|座|美金|标准箱|箱|次(?!产业)|票|单|笔|份|篇|课时|小时|天|千米|米|升|桶|株|棵|羽|颗|批|分(?![别之布])|度(?!假)|岁|公里|节|集|杯|瓶|袋|顶|支|枚|块|片|把|对|组|幢|尾|匹)|万亿|亿|万"
)

_YEAR_WORDS = (
    (r"(?<!\d)(20\d\d|19\d\d)(?:年(?:末|底|全年|度)?|(?=[-~—到至]\d{4}|比(?:20|19)\d\d)|(?<=比\d{4})(?=增|上升|下降|减|多|少|相比))", r"⟦\1⟧"),
    (r"(?:今年|本年度?|本期|现期|报告期|如今)(?:的|时)?", "⟦0⟧"),
    (r"(?:去年同期|上年同期|去年|上年度?|上一年|前一年|上期|基期|上年末|上年底)(?:的|时)?", "⟦-1⟧"),
    (r"前年", "⟦-2⟧"),
    (r"明年|来年|下一年|次年", "⟦1⟧"),
    (r"(?<![\d第])(\d{1,2})年(?:之后|以后|后)", r"⟦\1⟧"),
    (r"(?<=的)现在|(?<=是)现在(?:的)?", "⟦0⟧"),
)  # fmt: skip
_SINCE = r"(?:同比|比(?:年初|去年同期|上年同期|上年末|上年底|上年|去年|上一年|前一年|上期|基期)|较(?:年初|去年同期|上年同期|上年末|上年底|上年|去年|上一年|前一年|上期)|(?:与|和|跟)(?:去年|上年)(?:同期)?相比)(?:的)?"
_PERIOD = r"(?:1~(?:[2-9]|1[0-2])月|上半年|下半年|前三季度|第?[一二三四1-4]季度|(?<![\d-])(?:1[0-2]|[1-9])月(?:份)?(?!\d))"
FORBIDDEN = r"环比|翻番|翻一番|累计|预计|目标|可比价|扣除|实际增|最[大小高低快慢多少]|第[一二三四五六七八九]名|由降转升|先|连续|末位|以上|以下|不足|超过|月均|日均"
"""What changes what a figure is, and nobody reads."""

CONDITION = re.compile(
    r"[若假没未非除仅却再另又停退剩残损坏丢补赠替换翻反逆倒轮隔禁限抄错遇倍半]|重[新来做复]|不(?![快会懂明确对太知锈够想])|不算|如果|规定|约定|通常|例外|中途|最后|顺序|允许|必须|失败|占用|参与(?!人|率)|额外|要求(?!$)|提前|推迟|只(?!有)|无(?!人机|线|锡|法理解)"
)
"""What a clause without a figure must not hold to be talk, or a name that the next one is about."""
KEEP = r"(?:如果|若|假如|假设|要是)?(?:之后|以后|今后|未来|此后|明年|来年|⟦-?\d+⟧|[两三四五\d]年后)?(?:都|仍|还是?|继续)*(?:保持|按照?|照着?|依照?|以|维持|是)(?:这个|这一|该|此|这种|这样的|相同的?|同样的?|上述|当前的?|现有的?|目前的?)(?:的)?(?:年均)?(?:增速|增长率|增长速度|速度|增幅|增长幅度|降速|降幅|下降速度|下降幅度|变化率)(?:不变)?(?:继续)?(?:增长|下降|发展|计算|算)?(?:下去)?(?:的话)?"
"""Years to come grow as those before."""
_UP, _DOWN = r"(?:上升|提高|增加|升高|增长|上涨|提升|扩大|升|增|涨)", r"(?:下降|降低|减少|下滑|下跌|回落|缩小|降|减|跌)"


_OF_ITS = re.compile(
    r"(?P<part>[^,;。?!\d]{2,20}?)占其(?:总)?(?P<what>产量|销量|产值|收入|销售额|人口|人数|面积|进出口|投资|消费|支出|总量|数量)(?:总?额|总?量|总数)?的?(?=比重|比例|百分比|百分之|份额|占比|多少%)"
)


def _whole_named(plain: str) -> str:
    """What a part is asked to be a share of, named: `其总产量` is of what stands before `其中` where the part is told.

    Raises:
        StayOut: nothing says what it is.
    """
    if (asked := _OF_ITS.search(plain)) is None:
        return plain
    part = patterns.sub(r"^(?:.*[年度市省国县区]|其中|其|问)", "", asked["part"])
    found = set()
    for sentence in patterns.split("[。?!\n]", plain[: asked.start()].replace("。其中", ",其中")):
        before, among, behind = sentence.partition("其中")
        if among and part and part in behind:
            names = patterns.findall(
                rf"(?:^|[,;])(?:.{{0,8}}年|今年|某[省市国县区])*,?(?P<name>[^,;\d]{{0,14}}{asked['what']})(?:总?额|总?量|总数)?(?:达到?|为|是)?\d",
                before,
            )
            found |= set(names[-1:])
    if len(found) != 1:
        stay_out("of what")
    return plain[: asked.end("part")] + f"占{patterns.sub('^.*年|^某[省市县国]', '', found.pop())}的" + plain[asked.end() :]


def refuse_sizes(text: str) -> None:
    """What is above a size and what is below it must be told apart, as `material` does; here names say no size.

    Raises:
        StayOut: the text speaks of both.
    """
    if patterns.search("(?:规模|限额)以下", text):
        stay_out("what is above a size and what is below it")


def prepared(text: str, *, strict: bool = True) -> str:
    """The text with years as ⟦2022⟧ (⟦0⟧ this year, ⟦-1⟧ the year before), comparisons with the year before as 同比.

    `strict`: every clause matters.

    Raises:
        StayOut: it speaks of something else.
    """
    # `上升还是下降了` asks for no amount.
    text = patterns.sub(rf"(?:是|到底)?{_UP}[了高]?[,、]?(?:还是|或者?){_DOWN}[了低]?[呢吗]?(?=\s*[?？。]*\s*$)", "变化方向", text)
    plain = patterns.sub(
        r"\s+(?=(?:19|20)\d\d年|[\u4e00-\u9fff]{1,8}(?:多少|几))", ",", opened(tables_told(normalise(text)) if "\n" in text else text)
    )
    plain = patterns.sub(r"(?<![\d.])\d{1,3}[.、](?=(?:19|20)\d\d年)", "", plain)  # the number of a question
    plain = patterns.sub(r"\s+", "", plain)
    refuse_sizes(plain)
    plain = patterns.sub("(?<=[\u4e00-\u9fff])完成(?=增加值)", "", plain)
    plain = patterns.sub(
        r"(?<![\u4e00-\u9fff\d])(?:与|和)?(?:相较于?|相比于?|同|与)?((?:19|20)\d\d年)(?:相比)?,((?:19|20)\d\d年)(?P<name>[^,;。?!\d]{2,14}?)(?:约)?(?=多少[。?]?$)",
        r"\2\g<name>比\1变化",
        plain,
    )
    plain = _one_spelling(plain)
    plain = patterns.sub("几(?=[万亿])", "多少", plain)
    plain = patterns.sub(
        r"(?:最|大约)?(?:接近|约为|约是|等于|是|为)(?:于)?(?:以下|下列|下面|下述)(?:的)?(?:哪(?:一)?(?:个|项)?)?(?:数值|选项|数字?)?",
        "约多少",
        plain,
    )
    plain = patterns.sub(r"研究与试验发展(?:\(R&D\))?", "研发", plain).replace("(R&D)", "")
    plain = _nominal(plain)
    plain = patterns.sub("(?<=[两三四五六2-9]年)累计(?=增|上升|提高|下降|减)", "合计", plain)
    if len(set(patterns.findall(_PERIOD, plain))) < 2:
        plain = patterns.sub(r"累计(?=完成|实现|达|接待|为|同比|增长(?!多少|了)|\d)", "", plain)
    plain = patterns.sub(
        r"(?:(?<=[,;。?!\n])|^)我(?![国省市县区校])[^,;。?!\n多几]{0,12}(?:算|用|选|蒙|做|觉得|估|得)[^,;。?!\n多几年]*(?=[,;。?!\n]|$)",
        "",
        plain,
    )
    plain = plain.replace("R&D", "研发").replace("城镇化率", "城镇人口占总人口").replace("全年累计", "全年")
    plain = patterns.sub(r"\d+(?:[-~—至]\d+)?(?=岁)", lambda age: age[0].translate(_AGES), plain)
    plain = patterns.sub("岁(?:及)?以上", "岁起", plain)
    plain = patterns.sub("某一?年(?!级)", "", plain)
    plain = patterns.sub(r"[345](?=G(?:基站|用户|网络|手机|套餐|终端))", lambda sign: "三四五"[int(sign[0]) - 3], plain)
    plain = patterns.sub(r"(?<=月)累计(?=[^,;。?!\d多几]{0,10}\d)", "", plain)
    if len(set(patterns.findall(_PERIOD, plain))) > 1:
        plain = patterns.sub(r"(第?[一二三四]季度|[上下]半年),(?=[^,;。?!\d]{2,14}\d)", r"\1", plain)
    plain = patterns.sub(r"(?<=季度|月份|半年)的?(?:该|全|本|我|某)(?:省|市|县|国|景区|区|地|企业|公司|港|厂|店)的?", "", plain)
    plain = patterns.sub("(?<=季度|月份)累计(?=增|上升|提高|下降|减)", "", plain) if "环比" in plain else plain
    plain = patterns.sub(
        r"(?:计划|预计|若|如果|假设)?(?:从)?(?:此后|今后|以后|之后|往后|未来|接下来)的?每年(?:都|均)?(?:按照?|以)(\d+(?:\.\d+)?%)的?(?:速度|增速|幅度|增长率|比例)?(增长|递增|上升|增加|下降|递减|减少)",
        r"每年\2\1",
        plain,
    )
    plain = patterns.sub(
        r"(?<![一二三四五六七八九十第])(十[一二]?|[一二三四五六七八九])月(?=份|[,比增下上环较]|的)",
        lambda month: f"{to_int(month[1])}月",
        plain,
    )
    if not patterns.search("[上下]半年|季度", plain):
        plain = patterns.sub("全年(?=[^,;。?!多])", "", plain)
    if patterns.search("(?:比|高于|低于|快于|慢于)全[国省市]", plain):
        plain = patterns.sub("全[国省市](?:平均水平|平均)?", WHOLE, plain)
    plain = patterns.sub(r"[^,;。?!()]{2,10}\(([^()\d]{2,12}占[^()\d]{2,12}的?(?:比重|比例))\)", r"\1", plain)
    plain = patterns.sub(r"\((?P<one>[^()\d]{2,10})(?:÷|/|除以)(?P<other>[^()\d]{2,10})\)", r"=\1÷\2", plain)
    plain = (
        patterns.sub(r"\((?P<one>[^()\d]{2,10})(?:减去?|-)(?P<other>[^()\d]{2,10})\)", r"=\1减\2,", plain)
        if patterns.search(r"\([^()\d]{2,10}减", plain)
        else plain
    )
    plain = patterns.sub(r"\((?:结果|答案)?(?:保留)?[一两二三1-3]位小数\)", "", plain)
    plain = patterns.sub(r"(?<=[\u4e00-\u9fff])\?多少$", "多少", plain)
    plain = patterns.sub(
        r"(?P<when>(?:1[0-2]|[1-9])月份?|今年|明年|去年|(?:19|20)\d\d年)(?P<ask>[^,;。?!]*?(?:增长|增加|提高|上涨|上升|下降|降低|减少)(?:约|了)?(?:多少|几)%?|[^,;。?!]*?百分之(?:多少|几)),?(?:才|就|方|便)(?:能够?|可以?)(?:恢复|回升?|达)到(?P<base>(?:1[0-2]|[1-9])月份?|今年|去年|前年|(?:19|20)\d\d年)的?[^,;。?!\d]{0,10}",
        r"\g<when>恢复到\g<base>的水平,\g<when>\g<ask>",
        plain,
    )
    if ("环比" in plain or patterns.search(r"[比较](?:1[0-2]|[1-9])月", plain)) and "同比" not in plain:
        plain = _months(plain)
    # `Which grew the fastest` is asked; the fastest of something told is not understood.
    for clause in patterns.split("[,;。?!\n]", plain) if strict else ():
        if found := patterns.search(
            FORBIDDEN, patterns.sub("最[大小高低快慢多少]", "", clause) if patterns.search("[哪谁]", clause) else clause
        ):
            stay_out(found[0])
    plain = _whole_named(plain)
    letters = set(patterns.findall(r"[A-Z](?:市|省|县|国|区|地区?|企业|公司)", plain))
    if len(letters) == 1:
        plain = plain.replace(letters.pop(), "")
    plain = patterns.sub(r"1~6月", "上半年", plain)
    plain = patterns.sub(r"1~3月|(?<![第前])[一1]季度", "第一季度", plain)
    plain = patterns.sub(r"1~9月", "前三季度", plain)
    periods = set(patterns.findall(_PERIOD, plain)) if "环比" not in plain else set()
    if len(periods) == 1 and "全年" in text:
        stay_out("a part of a year and all of it")
    if len(periods) == 1:
        for clause in patterns.findall(r"[^,;。?!\n]*(?:多少|几)", plain):
            if patterns.search(rf"(?<![比较与和同])(?:(?:19|20)\d\d年|上年|去年|前年)(?!同期|同月|同季|{_PERIOD}|的?{_PERIOD})", clause):
                stay_out("of the whole year?")
        if patterns.search(r"(?:^|[,;。?!\n])(?:(?:19|20)\d\d年|上年|去年|前年)(?:全年)?,[^;。?!\n\d]*(?:多少|几)", plain):
            stay_out("of the whole year?")
        plain = patterns.sub(_PERIOD, "", plain)
    plain = patterns.sub(r"(?:地区|国内)生产总值(?:\(?GDP\)?)?|生产总值", "GDP", plain)
    plain = patterns.sub(r"(?<![\d过用了共第近每年])([012]\d)年(?=[\u4e00-\u9fff,⟦]|\d)(?![内后前间来的]|以|之)", r"20\1年", plain)
    plain = patterns.sub(r"(?<=[低高落升慢快降])(了)?(\d+(?:\.\d+)?)个点", lambda match: f"{match[1] or ''}{match[2]}个百分点", plain)
    plain = patterns.sub(r"(?<=[量率幅速重值])\((?!一|单位)[^()]{0,24}\)", "", plain)
    plain = patterns.sub(r"\(?以(?:19|20)\d\d年为基期\)?", "", plain)
    # Next year's comparison with last year passes this one over.
    plain = patterns.sub(r"(?P<later>(?:明年|来年)[^,;。?!\d]{0,10}[比较])去年", r"\g<later>⟦-1⟧", plain)
    plain = patterns.sub(_SINCE, "同比", plain)
    if patterns.search("年均|平均每年|年平均|每年平均", plain):
        plain = patterns.sub(r"(?:在|的)?(?:这|该|过去|此|期间)+(?:[两三四五六七八九]|\d)年(?:间|里|来|内|中|之间|时间)*的?,?", "", plain)
    plain = patterns.sub(
        rf"(?:是|到底)?{_UP}[了高]?(?:,|、)?(?:还是|或者?|/|、){_DOWN}[了低]?[,?]?(?:(?:变化|变动|变|{_UP}|{_DOWN})[了化]?)?(?:约|大约)?(?:多少|几)",
        "变化多少",
        plain,
    )
    plain = patterns.sub(rf"{_UP}[了高]?(?:,|、)?(?:还是|或者?){_DOWN}[了低]?", "变化方向", plain)
    plain = patterns.sub(r"比(?:其|之|它)(?=[多少增减])", "同比", plain)
    plain = patterns.sub(r"(?:(?<=[,;。?!\n:])|^)比较:?(?=(?:19|20)\d\d)", "", plain)
    if len(wholes := set(patterns.findall("占(全[国省市县区])", plain))) == 1:
        plain = plain.replace(wholes.pop(), WHOLE)
    for pattern, told in _YEAR_WORDS:
        plain = patterns.sub(pattern, told, plain)
    if len(years := set(patterns.findall(r"⟦(?:19|20)\d\d⟧", plain))) == 1:
        plain = plain.replace("⟦0⟧", years.pop())  # this year is the only one that is told
    plain = patterns.sub(r"(⟦\d+⟧(?:-|到|至|~|—)+⟦\d+⟧(?:年)?(?:间|期间)?),", r"\1", plain)
    plain = patterns.sub(r"(?:计划|争取|力争|打算)(?:到|在|于)?(?=⟦)", "", plain)
    moved = r"(?:增长|增加|上升|提高|上涨|涨|升|下降|减少|降低|降|变|扩大|发展|调整|上调|下调|调高|调低|调)(?:至|到|为|成)(?:了)?"
    plain = patterns.sub(
        rf"(?P<lead>[^\d⟦⟧,;。?%:]{{0,10}}?)(?:从|由)?(?P<one>⟦\d+⟧)(?:-|到|至|~|—)+(?P<other>⟦\d+⟧)(?:年)?(?:间|期间)?,?(?P<name>[^\d⟦⟧,;。?%:]{{0,16}}?)(?:从|由)(?P<value>{N}(?:{UNIT}|%)?){moved}(?P<then>{N}(?:{UNIT}|%)?)",
        lambda match: (
            f"{match['one']}{match['lead']}{match['name']}{match['value']},{match['other']}{match['lead']}{match['name']}{match['then']}"
        ),
        plain,
    )
    plain = patterns.sub(
        rf"(?P<name>[^\d⟦⟧,;。?%:]{{0,16}}?)(?:从|由)(?P<one>⟦-1⟧)的?(?P<value>{N}(?:{UNIT})?){moved}(?P<then>{N}(?:{UNIT})?)",
        lambda match: (
            f"{match['one']}{match['name']}{match['value']},{'' if patterns.search('⟦[12]', plain) else '⟦0⟧'}{match['name']}{match['then']}"
        ),
        plain,
    )
    plain = patterns.sub(
        rf"(?P<name>[^\d⟦⟧,;。?%:]{{0,16}}?)(?:从|由)(?P<one>⟦-?\d+⟧)的?(?P<value>{N}(?:{UNIT}|%)?){moved}(?P<other>⟦-?\d+⟧)的?",
        lambda match: f"{match['one']}{match['name']}{match['value']},{match['other']}{match['name']}",
        plain,
    )
    plain = patterns.sub(
        rf"(?P<name>[^\d⟦⟧,;。?%:]{{1,16}}?)(?:从|由)(?P<value>{N})(?P<unit>{UNIT})?{moved}(?P<year>⟦0⟧)的?(?P<then>{N})(?P<unit2>{UNIT})",
        lambda match: (
            f"⟦-1⟧{match['name']}{match['value']}{match['unit'] or match['unit2']},⟦0⟧{match['name']}{match['then']}{match['unit2']}"
        ),
        plain,
    )
    if "⟦" not in plain and len(patterns.findall(moved, plain)) == 1:
        plain = patterns.sub(
            rf"(?P<name>[^\d⟦⟧,;。?%:]{{2,16}}?)(?:从|由)(?P<value>{N})(?P<unit>{UNIT})?{moved}(?P<then>{N})(?P<unit2>{UNIT})",
            lambda match: (
                f"⟦-1⟧{match['name']}{match['value']}{match['unit'] or match['unit2']},⟦0⟧{match['name']}{match['then']}{match['unit2']}"
            ),
            plain,
        )
    plain = listed(plain)
    plain = patterns.sub(r"(⟦\d+⟧(?:-|到|至|~|—)+⟦\d+⟧(?:年)?(?:间|期间)?),", r"\1", plain)
    plain = patterns.sub(rf"({KEEP})(?=[^,;。?!\n])", r"\1,", plain)
    # `Compared with 2021,` belongs to what follows.
    plain = patterns.sub(
        r"((?:与|和|跟|同|比|较|相比|相较)于?⟦-?\d+⟧(?:年)?(?:同期)?(?:相比|比较|比|来说)?),(?=[^,;。?!]*[多几增减升降长涨变])",
        r"\1",
        plain,
    )
    plain = patterns.sub(r"(?:(?<=[,;。?!\n])|^)(同比),", r"\1", plain)
    plain = patterns.sub(r"同比,(?=变化方向)", "同比", plain)
    plain = patterns.sub(r"截[至止]到?(?=⟦)", "", plain)
    plain = patterns.sub(r"多(?:支出|生产|产|销售|收入|完成|投入|接待|出口|进口|花费?|消费|收)了?(?=多少)", "增加了", plain)
    plain = patterns.sub(r"(?<=增速)((?:比|较)⟦\d+⟧)(?:快|高)(?:了|出)?(?=多少)", r"\1提高了", plain)
    plain = patterns.sub(r"(?<=增速)((?:比|较)⟦\d+⟧)(?:慢|低)(?:了|出)?(?=多少)", r"\1下降了", plain)
    plain = patterns.sub(r"(?<=%)(?:之)?后(?=[^,;。?!\d多几])", ",", plain)
    if len(set(patterns.findall(r"⟦(\d{4})⟧", plain))) == 1:
        # Only the question says of which year everything is.
        first = plain.index("⟦")
        asking = patterns.match(r"[^;。?!\n]*", plain[first:])
        if (
            asking
            and patterns.search("多少|几", asking[0])
            and not patterns.search(r"\d", asking[0][6:])
            and patterns.search(r"\d", plain[:first])
            and "⟦" not in plain[:first]
        ):
            plain = plain[:first] + plain[first + 6 :]
    plain = patterns.sub(
        rf"(?P<of>(?:增速|增长率|增幅|增长速度|比重|比例|份额|占比)[^,;。?!]{{0,22}}?(?:{_UP}|{_DOWN}|快|慢|高|低|多|少|变化|加快|放缓)[了出]?约?)(?:多少|几)个点",
        r"\g<of>多少个百分点",
        plain,
    )
    plain = patterns.sub(r"百分之多少|百分之几|多少个点|几个点", "多少%", plain)
    plain = patterns.sub(r"(\d)个点", r"\1%", plain)
    return plain


_GRADES = r"(研究生|本科|大专|专科|大学|高中|初中|中专|硕士|博士|小学|中级|高级|副高级?|[处县省市]级|国家级|[一二三]级|[甲乙]等)(学历|学位|职称|文化)?(?:\\([^()]{0,4}\\))?"


def _one_spelling(plain: str) -> str:
    """Months from one to another, grades and currencies in one spelling; who was asked, and how rates are compared, taken for what it is."""
    plain = patterns.sub(r"(?<!\d)1[-~—–至到]+(\d{1,2})月份?", r"1~\1月", plain)
    plain = patterns.sub(r"(?<!\d)((?:19|20)\d\d)(?=[末底])", r"\1年", plain)
    plain = patterns.sub(r"(?<=[\u4e00-\u9fff])\((?:不含|不包括|含|包括)[^()\d]{1,12}\)", "", plain)  # so is what it is called
    plain = patterns.sub(
        r"(?:大幅|小幅|显著|明显|快速|高速|稳步|平稳|持续|略微?|微|较快|迅速)度?地?(?=增长|上升|下降|提高|减少|回落|上涨|下滑|增加)",
        "",
        plain,
    )
    plain = patterns.sub(r"(?:因|由于)?(?:受灾|遭灾|旱灾|干旱|洪涝)(?:影响)?,?(?=减|下降|增)", "", plain)
    plain = patterns.sub(r"(?<=元)\(?人民币\)?|人民币(?=\d)", "", plain)
    plain = patterns.sub(rf"{_GRADES}及?以上", r"\1\2起", patterns.sub(rf"{_GRADES}及?以下", r"\1\2止", plain))
    plain = patterns.sub(r"[,(]?按(?:照)?可比(?:口径|价格?|价)(?:计算)?\)?,?(?=[^,;。?!多几]{0,12}\d)", ",", plain)
    if surveyed := patterns.search(
        r"(?:据|根据|经)对(?:全[国省市])?\d[\d.]*万?[家户个]([^,;。\d]{2,24}?)(?:的)?(?:抽样)?调查(?:显示|表明)?,", plain
    ):
        plain = plain.replace(surveyed[0], "").replace("上述" + surveyed[1][-2:], surveyed[1])
    return plain


def _nominal(plain: str) -> str:
    """Figures are told in prices of their year: they grow by the nominal rate, and the real one beside it says nothing of them."""
    if "名义" not in plain:
        return plain
    if patterns.search(r"实际[^,;。?!\n\d]{0,8}(?:多少|几)", plain):
        stay_out("the real rate")
    plain = patterns.sub(
        r",?(?:扣除(?:价格|物价)(?:上涨|变动)?因素(?:影响)?(?:后)?,?)?(?:同比|比上年|较上年)?实际(?:增长|增速|下降)(?:为|了)?\d+(?:\.\d+)?%",
        "",
        plain,
    )
    return plain.replace("名义", "")


_AGES = str.maketrans("0123456789", "〇一二三四五六七八九")


def _months(plain: str) -> str:
    """Months and quarters as years that follow each other, where everything is compared with the period before.

    Raises:
        StayOut: it is not said which.
    """
    period = re.compile(
        r"(?:(?P<year>20\d\d)年|(?P<last>去年|上年)|(?P<this>今年|本年))?的?(?:(?P<month>1[0-2]|[1-9])月(?:份)?|第?(?P<quarter>[一二三四1-4])季度)"
    )
    found = list(period.finditer(plain))
    kinds = {bool(each["month"]) for each in found}
    if len(kinds) != 1 or patterns.search("(?<!比)上年|去年|前年|今年", period.sub("", plain)):
        stay_out("which months")
    place = 0
    told: list[str] = []
    years: list[int] = []
    for each in found:
        years.append(int(each["year"]) - 2000 if each["year"] else -1 if each["last"] else 0 if each["this"] else years[-1] if years else 0)
        if each["year"] and len({bool(other["year"]) for other in found if other["year"] or other["last"] or other["this"]}) > 1:
            stay_out("which year")
        at = (
            _MONTHS + 12 * years[-1] + int(each["month"])
            if each["month"]
            else _QUARTERS
            + 4 * years[-1]
            + ("一二三四".find(each["quarter"]) % 4 + 1 if each["quarter"] in "一二三四" else int(each["quarter"]))
        )
        told += [plain[place : each.start()], f"⟦{at}⟧"]
        place = each.end()
    plain = "".join(told) + plain[place:]
    if patterns.search(r"20\d\d年", plain):
        if len(set(patterns.findall(r"20\d\d(?=年)", plain))) > 1:
            stay_out("months of several years")
        plain = patterns.sub(r"20\d\d年", "", plain)
    return patterns.sub("上个?月|上个?季度", "⟦-1⟧", plain.replace("环比", "同比"))


_MONTHS, _QUARTERS = 12000, 40000
"""Where the years that stand for months and for quarters begin; `period_name` knows them."""


def period_name(at: int) -> str:
    """`3 月`, `第 2 季度` of what stands for one."""
    if at > _QUARTERS - 500:
        return f"第 {(at - _QUARTERS - 1) % 4 + 1} 季度"
    return f"{(at - _MONTHS - 1) % 12 + 1} 月" if at > _MONTHS - 500 else ""


def idle(clause: str) -> bool:
    """Whether a clause says nothing that could matter."""
    if patterns.search(r"\d|⟦|多少|几", clause):
        return False
    if patterns.fullmatch(rf"(?:如?[上下附]?表(?:格)?(?:数据)?\d*(?:中|所示)?)|(?:单位)?(?:{UNIT})|[年单]位?", clause):
        return True
    if patterns.fullmatch(
        r"[^,]{0,3}?(?:间隔增长率|比重(?:的)?变化|基期比重|现期比重|增长率|增长量|平均数|年均增长率|贡献率|拉动率|倍数|比重)(?:问题|的题|题目|计算)?(?:问一下|求助|请教|问下|怎么算|怎么求)?",
        clause,
    ):
        return True
    if CONDITION.search(patterns.sub(r"[^,]{0,2}算不[快出对明来准好]|不会[做算]?|算错|错题|老错", "", clause)):
        return False
    if patterns.search(TALK + "|算|做题|资料分析", clause) or patterns.search(
        "(?:这种|那种)|^转$|(?:题|类型?|公司|材料|根据资料)$", clause
    ):
        return True
    return not patterns.sub("|".join(sorted(map(re.escape, ORDINARY.split()), key=len, reverse=True)), "", clause)
