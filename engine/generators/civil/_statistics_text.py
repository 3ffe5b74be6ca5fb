"""The text of statistics prepared for reading: years marked, tables told in sentences, one word for every comparison with the year before."""

from __future__ import annotations

import re

from engine.generators.civil._reduced import opened
from engine.generators.civil._wording import ORDINARY, TALK
from engine.generators.reading import normalise, stay_out

N = r"(?<![\d.])\d+(?:\.\d+)?(?![\d]|\.\d)"
UNIT = r"(?:万亿|亿|万|千)?(?:美元|元|人次|人|户|辆|吨|件|台|部|套|亩|公顷|家|所|个|平方米|平方千米|立方米|千瓦时|斤|千克|张|只|名|头|册|项|门|艘|架|栋|例|双|股|间|床|本|条|场|座|美金|标准箱|箱)|万亿|亿|万"

_YEAR_WORDS = (
    (r"(?<!\d)(20\d\d|19\d\d)(?:年(?:末|底|全年|度)?|(?=[-~—到至]\d{4}|比(?:20|19)\d\d)|(?<=比\d{4})(?=增|上升|下降|减|多|少|相比))", r"⟦\1⟧"),
    (r"(?:今年|本年度?|本期|现期|报告期|如今)(?:的|时)?", "⟦0⟧"),
    (r"(?:去年同期|上年同期|去年|上年度?|上一年|前一年|上期|基期|上年末|上年底)(?:的|时)?", "⟦-1⟧"),
    (r"前年", "⟦-2⟧"),
    (r"明年|来年|下一年|次年", "⟦1⟧"),
)  # fmt: skip
_SINCE = r"(?:与|和|跟)?(?:同比|比(?:去年同期|上年同期|上年末|上年底|上年|去年|上一年|前一年|上期|基期)|较(?:去年同期|上年同期|上年末|上年底|上年|去年|上一年|前一年|上期)|(?:与|和|跟)(?:去年|上年)(?:同期)?相比)(?:的)?"
MONTHS = 1920
"""January is kept as the year after this one: no statistics of those years are asked about."""

_PERIOD = r"(?:1[~—-](?:[2-9]|1[0-2])月(?:份)?|上半年|下半年|前三季度|第?[一二三四1-4]季度|(?<![\d-])(?:1[0-2]|[1-9])月(?:份)?(?!\d)|1至\d+月(?:份)?)"
_FORBIDDEN = r"环比|翻番|翻一番|累计|预计|目标|可比价|扣除|名义|实际增|最[大小高低快慢多少]|第[一二三四五六七八九]名|同期相比|由降转升|先|连续|末位|以上|以下|不足|超过|月均|日均"

_ROW = re.compile(r"[|\t]|\s{2,}|(?<=\S) (?=\S)")


def _tables_told(text: str) -> str:
    """A table of figures in sentences: each row's label with what the headings say of its cells."""
    lines = text.split("\n")
    told: list[str] = []
    index = 0
    while index < len(lines):
        rows: list[list[str]] = []
        for line in lines[index:]:
            cells = [cell.strip() for cell in _ROW.split(line.strip().strip("|")) if cell.strip()]
            if len(cells) < 2 or (rows and len(cells) != len(rows[0])) or all(re.fullmatch(":?-+:?", cell) for cell in cells):
                if len(cells) > 1 and rows and all(re.fullmatch(":?-+:?", cell) for cell in cells):
                    continue
                break
            rows.append(cells)
        heading = rows[0] if rows else []
        if (
            len(rows) < 2
            or any(re.fullmatch(r"-?[\d.]+%?", cell) for cell in heading)
            or not all(re.fullmatch(r"-?\d[\d.]*%?", cell) for row in rows[1:] for cell in row[1:])
        ):
            told.append(lines[index])
            index += 1
            continue
        before = heading[0].rpartition(":")[0]
        told += [before] if before else []
        for label, *cells in rows[1:]:
            name, _, unit = label.rstrip(")").partition("(")
            for head, cell in zip(heading[1:], cells, strict=True):
                of, _, its = head.rstrip(")").partition("(")
                if re.search("同比|增速|增长率|增长|增幅", of):
                    told.append(
                        f"{name}同比增长{cell.rstrip('%')}%。" if not cell.startswith("-") else f"{name}同比下降{cell[1:].rstrip('%')}%。"
                    )
                elif re.search("占比|比重", of):
                    told.append(f"{name}占比{cell.rstrip('%')}%。")
                elif re.fullmatch(r"(?:19|20)\d\d(?:年)?", name):
                    told.append(f"{name.rstrip('年')}年{of}{cell}{its}。")
                else:
                    year = re.match(r"(?:19|20)\d\d年", of)
                    rest = of[year.end() :] if year else of
                    told.append(f"{year[0] if year else ''}{name}{rest}{cell}{unit or its}。")
        index += len(rows)
    return "\n".join(told)


def prepared(text: str) -> str:
    """The text with years as ⟦2022⟧ (⟦0⟧ this year, ⟦-1⟧ the year before), comparisons with the year before as 同比.

    Raises:
        StayOut: it speaks of something else.
    """
    plain = re.sub(
        r"\s+(?=(?:19|20)\d\d年|[\u4e00-\u9fff]{1,8}(?:多少|几))", ",", opened(_tables_told(normalise(text)) if "\n" in text else text)
    )
    plain = re.sub(r"\s+", "", plain)
    plain = re.sub("(?:规模|限额)以上", "", plain)
    plain = re.sub("几(?=[万亿])", "多少", plain)
    plain = plain.replace("R&D", "研发").replace("城镇化率", "城镇人口占总人口").replace("全年累计", "全年")
    plain = re.sub(r"\d+(?:[-~—至]\d+)?(?=岁)", lambda age: age[0].translate(_AGES), plain)
    plain = re.sub("岁(?:及)?以上", "岁起", plain)
    plain = re.sub(r"\((?P<one>[^()\d]{2,10})(?:÷|/|除以)(?P<other>[^()\d]{2,10})\)", r"=\1÷\2", plain)
    plain = (
        re.sub(r"\((?P<one>[^()\d]{2,10})(?:减去?|-)(?P<other>[^()\d]{2,10})\)", r"=\1减\2,", plain)
        if re.search(r"\([^()\d]{2,10}减", plain)
        else plain
    )
    if "环比" in plain and "同比" not in plain:
        plain = _months(plain)
    if found := re.search(_FORBIDDEN, plain):
        stay_out(found[0])
    letters = set(re.findall(r"[A-Z](?:市|省|县|国|区|地区?|企业|公司)", plain))
    if len(letters) == 1:
        plain = plain.replace(letters.pop(), "")
    plain = re.sub(r"1[~—至到-]6月(?:份)?", "上半年", plain)
    plain = re.sub(r"1[~—至到-]3月(?:份)?|(?<![第前])[一1]季度", "第一季度", plain)
    plain = re.sub(r"1[~—至到-]9月(?:份)?", "前三季度", plain)
    periods = set(re.findall(_PERIOD, plain)) if "环比" not in plain else set()
    if len(periods) == 1:
        for clause in re.findall(r"[^,;。?!\n]*(?:多少|几)", plain):
            if re.search(rf"(?<![比较与和同])(?:(?:19|20)\d\d年|上年|去年|前年)(?!同期|同月|同季|{_PERIOD}|的?{_PERIOD})", clause):
                stay_out("of the whole year?")
        plain = re.sub(_PERIOD, "", plain)
    plain = re.sub(r"(?:地区|国内)生产总值(?:\(?GDP\)?)?|生产总值", "GDP", plain)
    plain = re.sub(r"(?<![\d过用了共第近每年])([012]\d)年(?=[\u4e00-\u9fff,⟦]|\d)(?![内后前间来的]|以|之)", r"20\1年", plain)
    plain = re.sub(r"(?<=[低高落升慢快降])(了)?(\d+(?:\.\d+)?)个点", lambda match: f"{match[1] or ''}{match[2]}个百分点", plain)
    plain = re.sub(r"(?<=[量率])\([^()]{0,24}\)", "", plain)
    plain = re.sub(_SINCE, "同比", plain)
    plain = re.sub(r"(?:这|该|过去|此|在)+(?:[两三四五六]|\d)年(?:间|里|来|内)?的?(?=年均|平均每年|年平均)", "", plain)
    plain = re.sub(r"是?(?:上升|提高|增加|升)了?还是(?:下降|降低|减少|降)了?,?(?:多少|几)个?(?:百分点|点)", "变化多少个百分点", plain)
    for pattern, told in _YEAR_WORDS:
        plain = re.sub(pattern, told, plain)
    plain = re.sub(
        rf"(?P<name>[^\d⟦⟧,;。?%:]{{0,16}}?)(?:从|由)(?P<one>⟦-?\d+⟧)的?(?P<value>{N}(?:{UNIT})?)(?:增长|增加|上升|提高|涨|升|下降|减少|降|变)(?:至|到|为)(?:了)?(?P<other>⟦-?\d+⟧)的?",
        lambda match: f"{match['one']}{match['name']}{match['value']},{match['other']}{match['name']}",
        plain,
    )
    plain = re.sub(r"百分之多少|百分之几|多少个点|几个点", "多少%", plain)
    plain = re.sub(r"(\d)个点", r"\1%", plain)
    return plain


_AGES = str.maketrans("0123456789", "〇一二三四五六七八九")


def _months(plain: str) -> str:
    """Months as years, where everything is compared with the month before.

    Raises:
        StayOut: months of several years.
    """
    years = set(re.findall(r"20\d\d(?=年)", plain))
    if len(years) > 1:
        stay_out("months of several years")
    if not re.search(r"(?<!\d)(?:1[0-2]|[1-9])月", plain) or re.search("上年|去年|前年|今年", plain):
        stay_out("which months")
    plain = re.sub(r"20\d\d年", "", plain)
    plain = re.sub(r"(?<!\d)(1[0-2]|[1-9])月(?:份)?", lambda month: f"⟦{MONTHS + int(month[1])}⟧", plain)
    return re.sub("上个?月", "⟦-1⟧", plain.replace("环比", "同比"))


def idle(clause: str) -> bool:
    """Whether a clause says nothing that could matter."""
    if re.search(r"\d|⟦|多少|几", clause):
        return False
    if re.fullmatch(
        r"[^,]{0,3}?(?:间隔增长率|比重(?:的)?变化|基期比重|现期比重|增长率|增长量|平均数|年均增长率|贡献率|拉动率|倍数|比重)(?:问题|的题|题目|计算)?(?:问一下|求助|请教|问下|怎么算|怎么求)?",
        clause,
    ):
        return True
    if re.search(TALK, clause) or re.search("(?:这种|那种)|^转$|(?:题|类型?|公司|材料|根据资料)$", clause):
        return True
    return not re.sub("|".join(sorted(map(re.escape, ORDINARY.split()), key=len, reverse=True)), "", clause)
