"""One wording for what is said of trade: who sells two things, on which days, by how much more at least, and how it ended."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.civil._problems.wording import COUNTERS
from engine.generators.reading import stay_out

_ONE = rf"(?:{COUNTERS})"
_GAINS = r"(?:赚|盈利?|获利|赢利)"
_LOSES = r"(?:亏损|亏|赔|折本)"
_SOLD = r"(?:售完|卖完|卖光|售罄|售出|卖出|卖掉|卖了|售|卖|清仓|清空|处理掉?)(?:了|掉)?"
_SAID_OTHERWISE = (
    (r"(?<=[\d%元折]),(?=(?:的|出售|销售|卖(?![出了掉完]?了?\d)))", ""),
    (r"由于[^,;。\d]{1,8},(?=[^,;。]{0,6}(?:决定|将|把|成本|进价|售价))", ""),
    (r"(?:调整|调)(售价|价格|单价)(?:为|到|至)(?=\d)", r"\1变为"),
    (
        r"(?:若|如果)?(?:想|要|为了?|若)*(?:使|保持|保证|维持)(?:[降涨提调]价前|原来|原先|以前|之前|原)的?(?:单日|每[天日月]的?|[日月])?总?利润(?:不变|相同)?(?=[,。;])",
        "利润与原来相同",
    ),
    (r"(?:要|想|为了?|若)*(?:使|保持|保证|维持)(?:总|每[天日月]的?|[日月])?利润(?:保持)?不变(?=[,。;])", "利润与原来相同"),
    (r"(?<=[,。;])(?:则|那么|问)?(?:这|该)批[^,;。\d]{0,6}?的?(?:总)?(?:成本|进价)(?=[是为]?多少万?元)", "一共成本"),
    (r"(?:商店|商家)?所打的?折扣?(?:是|为)?(?:多少)?(?=[。?]|$)", "打多少折"),
    (r"(?:若|如果)?(?:想|要|为了?)*(?:保持|保证|维持)(每[\u4e00-\u9fff]{1,2}|单件)的?利润(率?)(?:保持)?不变", r"\1利润\2保持不变"),
    (r"(?<=降价)销售(?=[,。;])", "出售"),
    (r"(?:而|但|且|并且)(?=(?:单件|每件)?(?:售价|成本|进价|定价|销量|利润|价格|收入))", ","),
    (r"(?:每件|单件)(?:获利|赚|盈利)", "每件获利"),
    (r"(?<=利润)的百分[数比](?=[为是]?多少)", "率"),
    # The first thing that happens, and when.
    (r"先(?=[提涨降加按打以卖售]|后)|(?<![之目])前(?=一半|1/2)|恰(?=好|为|是|原)好?", ""),
    (r"(?<=[%折])(?:之?后)?,?(?:因)?(?:换季|年底|店庆|节日|春节|国庆|元旦)(?:时|期间)?(?=打|降)", ","),
    (r"(?<=后)(?:因)?(?:换季|年底|店庆|过季)(?=打|降)", ""),
    # `打折全部售完`, `全部打折卖`: the rest at a price that nobody tells.
    (rf"(?:全部|都)?打折(?:促销|处理)?(?:的?价格)?(?:全部?|都)?{_SOLD}(?=[,。;]|$)", "打折出售"),
    (rf"(?<=折)(?:后)?(?:全部?|都)?(?:清仓)?(?:全部?|都){_SOLD}", "出售"),
    (r"(?:那些|部分)(?=[打按])", ""),
    (r"第[一二两三]次(?=[^,;。]{0,6}(?:每|以|按|进|购|买))|同样的(?=[\u4e00-\u9fff])", ""),
    (r"(?:如果|若|假如)?不打折(?:出售|销售|卖)?,?(?=(?:那么|则|就)?(?:每件|每个)?(?:可以?|能)?(?:获利|赚|盈利|利润))", "如果按定价出售,"),
    (
        r"(?:要|他)?(?:以|按)?(?:售价)?(?:至少|最少|不低于|最低)(?:要)?(?:比|高出|高于)?(?:进价|成本)?(?:高出?|的)?(\d+(?:\.\d+)?%)(?:以上)?(?:的?(?:价格|利润))?(?:才|方)(?:肯|能|会|愿意)*(?:卖|出售)",
        r"想获利\1",
    ),
    (r"(?:最多|至多)?(?:还价|讲价|砍价|降价)(?=多少)", "降价"),
    (r"(?<=多少元)(?:时|钱)?,?(?:商家|商店|店家|老板|店主)*(?:才|还)?(?:肯|会|能|愿意)+(?:卖|出售)", ""),
    (r"(?<=元)的[^,;。\d]{1,6}(?=(?:加价|提价)\d)", ","),
    (rf"(\d+(?:\.\d+)?(?:{COUNTERS}|%)|一半)(?:之?后)(?=剩|余|其余)", r"\1,"),
    (r"(?:卖出|售出|销售)(?:了)?若干(?:数量|张|件|个)?(?:之?后)?,", ""),
    # Two things said in one breath.
    (r"(?<=后)(?=[再又]?(?:降价|涨价|提价)\d)", ","),
    (r"(?<=定价)(?=(?:售出|卖出|卖掉|卖了|售了)了?(?:\d|一半))|(?<=%)(?=卖多少)", ","),
    (rf"(?<=折)(?:出售|销售|卖出?|售出)?(?:1|一)?{_ONE}?(?=(?:可以?|能|则|那么)?(?:每{_ONE})?(?:获利|赚|盈利|净赚))", ","),
    (r"(一半|\d+(?:\.\d+)?%|\d+/\d+)按(\d+(?:\.\d+)?%的?利润率?)(?:卖出?|出售|售出)", r"按\2定价,卖出\1"),
    (r"(?:是)?按定价的(?:多少)?(?:折扣)?(?:出售|销售|卖)的?(?:,?多少)?(?=[。?]|$)|按定价的多少(?:折)?(?:出售|销售|卖)", "打多少折"),
    (
        r"(?:若|如果)?(?:要想?|想要?|若)?恢复(?:到)?(?:原价|原来的?价格?),?(?:则|那么)?(?:需要?|应该?|要|得|必须)?(?:再)?(提价|涨价|降价|上调|下调|提高|降低)(?:的?(?:百分比|百分数|幅度))?(?:为|是)?多少%",
        r"恢复原价\1多少%",
    ),
    (
        r"(?:现价|现在的?(?:价格|售价)|最后的?(?:价格|售价)|这时的?(?:价格|售价)|售价|价格)?(?:与|和|同)(原价|原来的?价格|[降提涨调]价前的?(?:价格|售价)?)相比较?,?(?:价格|售价)?(?:是|如何|怎样|有何|怎么)?(?:变化)?(?:了)?(?:多少%?)?(?=[。?]|$)",
        r"现价比\1变化多少%",
    ),
    # As little, or as much, as may be: just so much.
    (r"(?:至多|最多|最低|最少|至少|最大|最高)(?:可以?|能够?|要|应)*(?=打[^,;。]{0,3}多少|打[^,;。]{0,3}几|降(?:价|低)?多少|降低%?$)", ""),
    (r"降价(?:的幅度)?(?:最多|至多|最大)(?=多少)", "降价"),
    (
        r"(?:但|且|并)?(?:要|需要?|必须|应)?(?:保证|保持|使|确保)?(?:商品|每件)?(?:的)?(利润率|利润|获利|盈利)(?:不得|不能|不)(?:低于|少于|小于)(?=\d)",
        r"\1为",
    ),
)
_EXTREME = r"(?:至多|最多|最低|最少|至少|最大|最高)(?:可以?|能够?|要|应|打|降)"
_EVEN_OR_NOT = (
    rf"(?:则|那么|问)?(?:在?这(?:次|笔|一?次)?(?:交易|买卖|销售|生意)(?:中|里)?,?)?(?:该|这个|这家)?(?:商店|商场|商贩|店主|店家|商家|商人|老板|超市|他|她)?(?:总共|一共|共|最终|合起来|最后|总的来说)*"
    rf"(?:是)?(?:{_GAINS}|{_LOSES})了?(?:还是|或是|是|或)?(?:{_GAINS}|{_LOSES})了?(?:,?(?:还是|或是?|或者)(?:不盈不亏|不亏不盈|不赔不赚|不赚不赔|不赚不亏|不亏不赚|持平))?"
    rf"(?:[,?。 ]*(?:若|如果|如)?(?:{_GAINS})?(?:或者?|还是)?(?:{_LOSES})?,?(?:则|请问)?(?:{_GAINS})?(?:或者?|还是)?(?:{_LOSES})?了?多少(?:元|钱)?)?[?。]?$"
    rf"|(?:则|那么)?这?[两2二]{_ONE}[^,;。\d]{{0,4}}(?:总的来说|总体来说|总体上|合起来)(?:是)?[:?。]?$"
    r"|(?:则|那么|问)?(?:该|这个|这家)?(?:商店|商场|商贩|店主|店家|商家|商人|老板|超市)?在?这(?:次|笔)(?:交易|买卖|生意)(?:中|里)?,?(?:该|这个|这家)?(?:商店|商场|商贩|店主|店家|商家|商人|老板|超市)?(?:多少|:)?[?。]?$"
)


def one_wording(plain: str) -> str:
    """The opened text in words that the lexicon has.

    Raises:
        StayOut: which of two things is spoken of is not told.
    """
    plain = patterns.sub(r"\s+", "", plain)
    least = patterns.search(r"不(?:得|能)?(?:低于|少于|小于)\d", plain) is not None
    if least and not patterns.search(_EXTREME, plain):
        stay_out("at least so much")
    plain = patterns.sub(_EVEN_OR_NOT, "盈亏多少?", plain)
    if (
        not patterns.search("[甲乙]", plain)
        and patterns.search(r"(?<![A-Za-z])A(?![A-Za-z\d])[\s\S]*(?<![A-Za-z])B(?![A-Za-z\d])", plain)
        and "C" not in plain
    ):
        plain = patterns.sub(r"(?<![A-Za-z])[AB](?![A-Za-z\d])", lambda sign: "甲乙"["AB".index(sign[0])], plain)
    for pattern, said in _SAID_OTHERWISE:
        plain = patterns.sub(pattern, said, plain)
    return _two_things(_without_months(_without_scene(plain)))


def _without_scene(plain: str) -> str:
    """Without a first clause that tells no figure, no price and nobody."""
    first = patterns.match(
        r"(?:(?![甲乙半折倍送赠买满每])[^,;。?\d多几%]){2,24},(?=[^,;。]{0,12}(?:如果|若|按|每|一|该|某|某种|以))", plain
    )
    return plain[first.end() :] if first is not None else plain


def _without_months(plain: str) -> str:
    """One month after the other, the last of which is asked about, is the course of time."""
    months = patterns.findall(r"(?<!\d)(\d{1,2})月份?(?!\d)", plain)
    if not months:
        return plain
    numbers = [int(each) for each in months]
    if numbers[-1] == numbers[-2 if len(numbers) > 1 else -1]:
        numbers = numbers[:-1]
    if numbers != sorted(set(numbers)) or patterns.search("同比|环比|比[^,;。]{0,4}月", plain):
        stay_out("which month")
    return patterns.sub(r"(?:去年|今年|当年|同年)?(?<!\d)\d{1,2}月份?(?:时)?", "", plain)


def _two_things(plain: str) -> str:
    """`一件……另一件……` as 甲 and 乙."""
    if patterns.search("[甲乙]", plain):
        return plain
    if (
        patterns.search(rf"另(?:外)?(?:一|1){_ONE}", plain) is None
        and len(patterns.findall(rf"(?:其中)?(?<!另)(?:一|1){_ONE}(?={_GAINS}|{_LOSES})", plain)) == 2
    ):
        plain = patterns.sub(
            rf"[,;]?(?:其中)?(?:一|1)({_ONE})(?={_GAINS}|{_LOSES})([^,;]*?)[,;]?(?:一|1){_ONE}(?={_GAINS}|{_LOSES})",
            r",其中一\1\2,另一\1",
            plain,
            count=1,
        )
    if patterns.search(rf"另(?:外)?(?:一|1){_ONE}", plain) is None:
        return plain
    plain = patterns.sub(rf"另(?:外)?(?:一|1){_ONE}(?:则|却)?", "乙", plain)
    plain = patterns.sub(rf"其中(?:的)?(?:第)?(?:一|1){_ONE}|(?<=[,;])(?:一|1){_ONE}(?={_GAINS}|{_LOSES})", "甲", plain)
    if plain.count("甲") != 1 or plain.count("乙") != 1:
        stay_out("which of the two")
    price = r"(?P<price>\d+(?:\.\d+)?万?元)"
    sold = r"(?:售出|卖出|出售|卖掉|卖了?)"
    two = rf"(?:[两2二]|同时)?(?:卖出|出售|售出)?[两2二]{_ONE}[^,;。\d]{{0,6}}"
    plain = patterns.sub(
        rf"(?:都|均|同样|各)?(?:以|按)?每?{_ONE}?{price}的?(?:相同)?(?:价格|售价|价钱)?(?:同时)?{sold}{two}(?=[,。;])",
        r"都售价\g<price>",
        plain,
    )
    return patterns.sub(
        rf"(?:^|(?<=[,。;]))[^,;。\d]{{0,12}}?(?:卖出|出售|售出|把|将)?了?(?:同一?种[^,;。\d]{{0,4}})?[两2二]{_ONE}[^,;。\d]{{0,6}}(?:卖出|出售)?,?(?:都|均|各)(?:是|以|按|卖|售|了|出)*{price}(?:的?(?:价格|售价)?{sold}?)?(?=[,。;])",
        r"都售价\g<price>",
        plain,
    )
