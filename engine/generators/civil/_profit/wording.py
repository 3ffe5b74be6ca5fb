"""One wording for what price problems say in several ways, before any of their readers takes the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.wording import COUNTERS
from engine.generators.quantities import decimal

_N = r"\d+(?:\.\d+)?"
_METER = r"(?:度|吨|立方米|方|千米|公里)"
_FOLD = r"(?:\d+(?:\.\d+)?|[一二三四五六七八九]{1,2})折"
_SHOP = r"(?:店家|商店|商家|店主|老板|商场|他|她)"
_SAID_OTHERWISE: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    # Charges in steps.
    (rf"(?<=\d)({_METER})(?:而|但)不(?:超过|足)(?=\d)", r"\1至"),
    (rf"按(每{_METER}{_N}元)(?:收费|计费|收取)(?=[,，;；。])", r"\1"),
    (rf"(?<![\d.])0\s*{_METER}?[—\-~～至到]+({_N}{_METER})(?:的?部分|以内)?", r"不超过\1的部分"),
    (
        rf"(?<![\d.超过])(\d+)\s*{_METER}?[—\-~～至到]+(\d+)({_METER})(?:的?部分)",
        lambda step: f"超过{_step_before(step)}{step[3]}至{step[2]}{step[3]}的部分",
    ),
    (rf"({_N}{_METER})以上的?部分", r"超过\1的部分"),
    (rf"(?<=[购买进入了])(\d+{COUNTERS}[^,，;；。\d]{{1,6}}?)(?=每{COUNTERS}(?:的)?(?:进价|成本|进货价)?[^,，;；。\d]{{0,2}}\d)", r"\1,"),
    # Prices that stay, or come back.
    (r"(?:售价|卖价|价格)(?:没有?动|没有?(?:改变|变化|变)|未变|未动)", "售价不变"),
    (
        rf"(?:以|按)?减去(?:定价|标价)的\s*({_N})\s*%\s*(?:的价格)?(?=卖|出售|销售)",
        lambda cut: f"按定价的{decimal(10 - Fraction(cut[1]) / 10, 4)}折" if 0 < Fraction(cut[1]) < 100 else cut[0],
    ),
    (r"(?<=[售价])(?:应该?|要)?(?:调整|调|定)(?:为|到)多少", "是多少"),
    (rf"(?:按|以)?(?:成本价?|进价)的\s*({_N}\s*%)\s*加价(?:作为|为|后)?(?:定价|标价)", r"按高出成本\1的价格定价"),
    (r"按原定的?利润率(?:出售|销售)[,，;；]", ""),
    (r"由于[^,，。\d]{2,8}让利[,，]", ""),
    (r"(?<=进价比原来)便宜了?(?=\d)", "降低"),
    (r"为了?恢复(?:到)?(?:原价|原来的?价格?)[,，]?(?:则|就)?(?:应(?:当|该)?|需要?|要)?(?:再)?(?=降低|降价|提高|提价|涨)", "恢复原价应"),
    (rf"((?:以|按)?每{COUNTERS}{_N}元)的(?:价格|单价)(?=(?:购进|买进|购入|进货|批发|收购))", r"\1"),
    # What is left above the cost after a discount is what is gained, not how the goods were marked.
    (
        rf"((?:打?{_FOLD}|降价{_N}%)(?:出售|销售|卖出?|处理)?[之以]?后?),?(?:售价)?(?:仍然?|还)?(?:比|较)(?:成本价?|进价)(?:仍然?|还)?(高|低)出?了?({_N}%)",
        lambda sold: f"{sold[1]},{'仍可获利' if sold[2] == '高' else '亏损'}{sold[3]}",
    ),
    # Sold so at one price, it is asked at which other price.
    (rf"(赚|亏)(?:本|损|了)?({_N}%)(?:时|后)?卖(?:了|出)?({_N}元)", r"卖了\3,\1了\2"),
    (
        rf"(?:(?<=[,;。])|^)(?:若|如果|要是)?(?:想要?|要想|要|改为)?(赚|亏)(?:本|损)?({_N}%)(?:的话)?(?:卖)?,?(?:应该?|该|要|得|需)?(?:当)?卖(?:多少元|多少|$|(?=[?]))",
        r"如果要\1\2,应该卖多少元",
    ),
    (r"(利润率)[(（](?:相对于?|对|按|以)(?:进价|成本)(?:来?计算?|来?算|而言|为基数)?[)）]", r"\1"),
    # A coupon that is said to be taken off at once.
    (
        rf"(?:再|又)?(?:送|赠送?|发|用)(?:了)?(?:一张|1张)({_N})元的?(?:抵用|代金|优惠|现金|抵扣)券[(（](?:相当于|即|也就是)?(?:直接|当场|立即)?(?:再|立)?减\1元[)）]",
        r"再减\1元",
    ),
    # Discounts one upon the other.
    (rf"连续(?:两|2|二)次打({_FOLD})", r"先打\1,再打\1"),
    (rf"再?在{_FOLD}的?基础上(?:再)?(?=打)", "再"),
    (rf"按({_FOLD})(?:的价格)?(?:从[^,，。\d]{{1,6}})?(?:拿货|进货)[,，]", r"进价是定价的\1,"),
    (r"按(?:厂家)?原定价的", "按定价的"),
    (rf"其中一(?:{COUNTERS})(?=(?:赚|盈利|赔|亏))", "其中一件"),
    (rf"另一(?:{COUNTERS})(?=(?:赚|盈利|赔|亏))", "另一件"),
    (r"(?<=店)(?:一|1|某|当)天(?=卖出|售出)", ""),
    # What is spoilt, and what both come to.
    (rf"(?:损坏|摔坏|弄坏)(?:了)?(\d+{COUNTERS})(?:不能(?:出售|销售|再?卖))?", r"\1坏掉"),
    (rf"(?:[两二]{COUNTERS}[\u4e00-\u9fff]{{1,4}})?合起来(?:算|看)?[,，]?{_SHOP}(?:是)?[:：]?\s*(?:多少)?$", "两件一共盈亏多少元?"),
)


def one_wording(text: str) -> str:
    """The text in the words that the readers have."""
    for pattern, said in _SAID_OTHERWISE:
        text = patterns.sub(pattern, said, text)
    return _with_freight(text)


def _step_before(step: re.Match[str]) -> str:
    """`0—180 度`, `181—350 度`: the second step begins where the first ended."""
    low = int(step[1])
    return str(low - 1) if patterns.search(rf"(?<!\d){low - 1}\s*(?:度|吨|立方米|方|千米|公里)", step.string[: step.start()]) else str(low)


_BOUGHT = re.compile(
    rf"(?:以|按)?每(?P<unit>{COUNTERS})(?P<price>{_N})元(?:的价格|的单价)?(?P<verb>购进|买进|购入|进货|批发)(?:了)?(?P<what>[^,，。;；\d]{{0,8}}?)(?P<count>\d+)(?P=unit)"
)
_FREIGHT = re.compile(
    rf"[,，](?:另外?|又|还|再)?(?:付|支付|花|付了|花了)(?:了)?(?:运费|运输费|车费)(?:一?共|总共|共计)?(?P<freight>{_N})元|[,，](?:运费|运输费)(?:一?共|总共|共计)?(?:是|为)?(?P<freight2>{_N})元"
)


def _with_freight(text: str) -> str:
    """What the carriage of a lot costs as a part of what every piece of it costs, where only the profit is asked."""
    bought, freight = _BOUGHT.search(text), _FREIGHT.search(text)
    if bought is None or freight is None or len(_FREIGHT.findall(text)) > 1 or freight.start() < bought.end():
        return text
    asking = text[max(text.rfind(mark, 0, -1) for mark in "。,，;；") + 1 :]
    if patterns.search("成本|进价|运费|进货|[(（]\\d[)）]", text[freight.end() :]) or not patterns.search("获利|盈利|利润|赚|盈亏", asking):
        return text
    price = Fraction(bought["price"]) + Fraction(freight["freight"] or freight["freight2"]) / int(bought["count"])
    if price.denominator not in (1, 2, 4, 5, 10, 20, 25, 50, 100):
        return text
    start, end = bought.span("price")
    return f"{text[:start]}{decimal(price, 4)}{text[end : freight.start()]}{text[freight.end() :]}"
