"""The words of an index node's problem as its topic knows them: items told by their places, in arrays, or by what everybody is taught."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.os._files.indexed_file_inquiry import _levels_each
from engine.generators.os._files.indexed_file_reading import written_out

LEVEL_NUMBERS = {"一": 1, "二": 2, "两": 2, "三": 3, "1": 1, "2": 2, "3": 3}
"""The level that a figure before `级` says."""
ITEM = r"(?:地址项|地址索引|索引项|地址指针|块指针|索引指针|指针|地址块|地址|索引块|索引|寻址|间址块|块号|块|项)?"
"""What an item of an index node may be called behind its level; or nothing."""
INDIRECT = r"(?:间接|间址)"
"""That a level is an indirect one."""


def _ordinals(text: str) -> str:
    """Items told by their places, as so many of each level: `第11个为一级间接`, `后3个依次为一、二、三级间接`."""
    text = patterns.sub(
        rf"(?:第\s*\d+\s*[个项号]?\s*[、,，和]?\s*){{2,3}}(?:个|项)?(?:块号|地址项|地址)?(?:分别|依次)*(?:为|是|用作|作为)+(?P<list>(?:[一二三123]\s?[级次]?(?:{INDIRECT})?{ITEM}[、,，和及与]?\s?){{2,3}})",
        lambda row: "、".join(
            f"1个{'一二三'[LEVEL_NUMBERS[level] - 1]}级间接地址项"
            for level in patterns.findall("[一二三123](?=[级次、,，和及与])", row["list"])
        ),
        text,
    )
    text = patterns.sub(
        rf"(?:最?后|其余|另外?|剩下的?)\s?(?P<count>[23二两三])\s?[个项](?:地址项|块号|地址|指针)?(?:分别|依次|各)*(?:为|是|用作|作为)+(?P<list>(?:[一二三123]\s?[级次]?(?:{INDIRECT})?{ITEM}[、,，和及与]?\s?){{2,3}})",
        lambda row: "、".join(
            f"1个{'一二三'[LEVEL_NUMBERS[level] - 1]}级间接地址项"
            for level in patterns.findall("[一二三123](?=[级次、,，和及与])", row["list"])
        ),
        text,
    )
    text = patterns.sub(
        rf"第\s*\d+\s*[个项号](?:块号|地址项|地址|指针)?(?:指向|存放|为|是|用作|作为|用于)+(?:一个)?(?P<level>[一二三123])\s?[级次](?:{INDIRECT})?{ITEM}",
        lambda row: f"1个{'一二三'[LEVEL_NUMBERS[row['level']] - 1]}级间接地址项",
        text,
    )
    return patterns.sub(
        r"(?:其中)?前\s?(?P<count>\d+)\s?[个项](?:块号|地址项|地址|指针)?(?:都|均|直接|分别)*(?:为|是|指向|存放|用作|用于|登记)*(?:直接)?(?:地址|寻址|索引|指向|存放|块)?(?:项|指针)?(?:存放|指向)?(?:文件)?(?:数据)?(?:的)?(?:磁盘块|盘块|数据块|物理块)?(?:号|地址)?(?=[,，;；。、(（])",
        r"\g<count>个直接地址项",
        text,
    )


def as_the_topic_knows(text: str) -> str:
    """The text with its entries as so many of each level."""
    text = patterns.sub(r"(?<=内存[,，])[但而](?=其[他余它])", "", text)
    text = patterns.sub(r"单级(?=索引(?!表|块))", "一级", text)
    text = patterns.sub(r"\(\s*1\s*[KMGT]B?\s*=\s*2\s*\^\s*[1-4]0\s*B?\s*\)", "", text)
    if unused := patterns.search(r"[、,，]?\s?\d+\s?个(?P<level>[二三])级间接(?:地址)?(?:项|块)?\s?(?:暂|暂时)?不(?:使)?用", text):
        # Entries that nobody uses are none, and the node has so many fewer.
        text = text[: unused.start()] + text[unused.end() :]
        text = patterns.sub(r"(?:中)?(?:共)?有\s?\d+\s?个地址项\s?[:：]", "有", text)
        text = patterns.sub(rf"(?:在)?不(?:使)?用{unused['level']}级间接(?:地址)?(?:项)?(?:时|的情况下|的话)?[,，]?", "", text)
    text = patterns.sub(r"一\s?个(?=[一二三]\s?[级次](?:间接|间址))", "1个", text)
    text = patterns.sub(
        r"第\s*(?P<first>[01])\s*[个项]?\s*(?:~|～|-|到|至)\s*第?\s*(?P<last>\d{1,2})\s*[个项]?(?:地址项|项)?(?:均|都)?(?:为|是)直接(?:地址|寻址|索引)(?:项)?",
        lambda row: f"{int(row['last']) - int(row['first']) + 1}个直接地址项",
        text,
    )
    text = written_out(_levels_each(_ordinals(text)))
    text = patterns.sub(r"([KMG])字节", r"\1B", text)
    text = patterns.sub(r"(?<![A-Za-z])FCB(?![A-Za-z])\s*(?=(?:中|里)?(?:共)?(?:有|含|包含)?\s*\d+\s*个)", "索引结点", text)
    # `iaddr[0]~iaddr[4]采用直接地址索引`: so many of them.
    entry = r"[A-Za-z_]{1,8}\s?\[?(\d{1,2})\]?"
    kind = r"(?:都|均|分别)*(?:采用|使用|为|是|用作)+(?P<kind>直接|[一二三]级间接)(?:地址)?(?:索引)?"
    text = patterns.sub(
        rf"{entry}\s*(?:~|-|到|至)\s*{entry}{kind}", lambda row: f"{int(row[2]) - int(row[1]) + 1}个{row['kind']}地址项", text
    )
    text = patterns.sub(rf"{entry}\s*(?:和|、|与)\s*{entry}{kind}", lambda row: f"2个{row['kind']}地址项", text)
    text = patterns.sub(rf"(?<![A-Za-z]){entry}{kind}", lambda row: f"1个{row['kind']}地址项", text)
    text = patterns.sub(rf"(?<=个地址项)\s?{entry}\s*(?:~|-|到|至)\s*{entry}(?=[,，。])", "", text)
    text = patterns.sub(r"(?:用户)?(?:要)?(?=访问)(?P<verb>访问)(?:用户)?文件[A-Za-z]+\d*(?:中|的)", r"\g<verb>文件", text)
    text = patterns.sub(r"文件存储采用文件索引[节结]点法|(?<=逻辑块号为\d和\d)的信息", "", text)
    text = patterns.sub(r"根索引(?=采用|[一二三]级)", "", text)
    # `采用单级索引时…为多少，采用两级索引时…为多少`: another one each.
    text = patterns.sub(
        r"(?<=[,;。?])\s?(?:而|则|和)?(?:若|如果)?(?:采用|使用)?(?P<level>单|[一二两三]\s?)级索引(?P<rest>(?:分配|方式|结构|组织)*(?:方式)?(?:时|的话)?(?=[^,;。?]{0,8}(?:最大|最长|文件)))",
        lambda row: f"若采用{row['level'].strip().replace('单', '一')}级索引{row['rest']}",
        text,
    )
    text = patterns.sub(r"(?<=多少)(?P<unit>\s?[KMGT]?B?),(?=若采用[一二两三]级索引)", r"\g<unit>;", text)
    text = patterns.sub(
        rf"(\d+)\s?[个项](?:地址项|索引项|地址|指针|块号|索引指针)(?:是|为|用于|用作|采用|属于|作为)+(?:直接(?:地址)?{ITEM}|(?P<level>[一二三123])\s?[级次](?:{INDIRECT})?(?:地址)?{ITEM})",
        lambda row: f"{row[1]}个{'一二三'[LEVEL_NUMBERS[row['level']] - 1] + '级间接' if row['level'] else '直接'}地址项",
        text,
    )
    text = patterns.sub(
        r"(?:请)?(?:转换|换算)(?:下列|以下)?(?:文件)?(?:的)?字节(?:偏移|位移)量为物理地址\s*[:：]?\s*(?P<list>\(1\)\s*\d+(?:\s*[;；,，、]?\s*\(\d\)\s*\d+){1,5})",
        lambda row: f"字节偏移量{'、'.join(patterns.findall(r'(?<=[)])[0-9]+', row['list'].replace(' ', '')))}转换为物理地址,采用哪级索引",
        text,
    )
    if (
        patterns.search(r"(?i)UNIX", text)
        and patterns.search(r"13\s?个地址项", text)
        and not patterns.search(r"\d+\s?个(?:直接|[一二三]级间接)", text)
        and (
            named := patterns.search(
                r"(?:采用)?直接(?:地址)?、一级(?:间接)?、二级(?:间接)?(?:和|与|及|、)三级间接(?:地址)?(?:索引)?(?:技术|结构|方式|寻址)?",
                text,
            )
        )
    ):
        # As everybody is taught: thirteen entries, three of them for the levels.
        text = text[: named.start()] + text[named.end() :]
        text = f"共13个地址项,其中10个直接地址项,1个一级间接地址项,1个二级间接地址项,1个三级间接地址项。{patterns.sub(r'(?:其)?索引[节结]点(?:中)?(?:含|有|包含)*13个地址项(?:[(][^()。,]{3,20}[)]?)?', '', text)}"
    if patterns.search(r"(?i)UNIX\s*(?:System|系统)?\s*V(?![A-Za-z])", text) and not patterns.search(r"直接|一次间|一级间|地址项", text):
        # As everybody is taught: thirteen entries.
        text = f"共13个地址项,其中10个直接地址项,1个一级间接地址项,1个二级间接地址项,1个三级间接地址项。{text}"
    text = patterns.sub(r"UNIX\s*System\s*V|UNIX系统\s*V|System\s*V", "UNIX系统", text, flags=2)
    text = patterns.sub(
        r"[一两二三123]\s?级(?:间接)?索引(?:结构|组织|分配|方式|文件)?(?=[,，。;；](?=[^。]{0,50}(?:地址项|直接)))", "索引", text
    )
    return patterns.sub(r"(?<=[\u3400-\u9fff])\s+(?=\d)|(?<=\d)\s+(?=[\u3400-\u9fff])", "", text)
