"""Words that mean the same in several families; see `engine/generators/wording.py`. A family names those that hold in it."""

from __future__ import annotations

from engine.generators.wording import Usual

_AMOUNT = r"(?<=\d)\s*个?"

UNITS: tuple[Usual, ...] = (
    Usual(r"毫微秒", "ns"),
    Usual(r"兆赫兹?", "MHz"),
    Usual(r"(?:吉|千兆)赫兹?", "GHz"),
    # 兆字节/秒, M 字节每秒, MBps: never Mbps, which is eight times less.
    Usual(rf"{_AMOUNT}(?:兆\s*字节|M\s*字节|(?-i:MB))(?:(?:/|每)\s*秒|/\s*s(?![A-Za-z])|ps(?![A-Za-z]))", " MB/s"),
    Usual(rf"{_AMOUNT}(?:千\s*字节|K\s*字节|(?-i:KB))(?:(?:/|每)\s*秒|/\s*s(?![A-Za-z])|ps(?![A-Za-z]))", " KB/s"),
    Usual(rf"{_AMOUNT}(?:吉\s*字节|G\s*字节|(?-i:GB))(?:(?:/|每)\s*秒|/\s*s(?![A-Za-z])|ps(?![A-Za-z]))", " GB/s"),
    Usual(r"(?<=\d)\s*([KMG])\s+B(?=/s)", r"\1B"),
    Usual(rf"{_AMOUNT}兆\s*字节", " MB"),
    Usual(rf"{_AMOUNT}千\s*字节", " KB"),
    Usual(rf"{_AMOUNT}吉\s*字节", " GB"),
    Usual(r"(?<=\d)\s*个?\s*([KMGT])\s*个?字节", r"\1B"),
    Usual(r"(?<=\d)\s*个?(?:二进制位|比特)(?![率/每])", "位"),
    Usual(r"(?<![\d.])16\s*进制", "十六进制"),
    Usual(r"(?<![\d.])10\s*进制", "十进制"),
    Usual(r"(?<![\d.])8\s*进制", "八进制"),
    Usual(r"(?<![\d.])2\s*进制", "二进制"),
    Usual(r"(二|八|十|十六)进制(?:数)?(?:的)?形式(?=[,;。?)]|$)", r"\1进制"),
)
"""How operating systems and computer organisation write units, powers of ten and notations of numbers."""

ORDINARY: tuple[Usual, ...] = (
    Usual(r"命中(?:概率|比例|比率|比(?![较例率如]|[^,;。?]{1,12}[多少高低][了出]?(?:几|多少)))", "命中率"),
    Usual(r"每一(?=[个条次片行位组页块段级项])", "每"),
    Usual(r"每一(?=进程|作业|元素|扇区|磁道|柱面|盘块|指令|时钟|总线|机器|存储|单元|表项|地址|方向|节拍)", "每个"),
    Usual(r"各个", "每个"),
    Usual(r"每秒钟|(?<![\d一二两三四五六七八九十\u3400-\u9fff])一秒钟?(?=最多|至多|可|能|传|执行)", "每秒"),
    Usual(r"(?<![大小不])等于(?=\s*\d+(?:\.\d+)?\s*(?:[KMG]?B|[nmμu]?s|%|位|字节|分钟|小时|[MG]Hz|[个条次片]))", "为"),
    Usual(r"倘若|假使", "若"),
    Usual(r"(?:提升|上升)(?=[到至为]|了)", "提高"),
    Usual(r"(?:需要|需|要)用(?=多少|几)", "需要"),
    Usual(r"(?<=[,，;。])这个?时候(?=[,，的])|(?<=则)这个时候", "此时"),
    Usual(r"按照", "按"),
    Usual(r"\(用(十六|十|二|八)进制(?:数)?表示\)", r"(\1进制)"),
    Usual(r"起码", "至少"),
    Usual(r"以后", "之后"),
    Usual(r"(?:一共|总共)(?=有)", "共"),
    Usual(r"机器指令(?!周期|系统|集)", "指令", r"^(?![\s\S]*微)"),
    Usual(r"以字节为(?:编址单位|单位(?:进行)?(?:编址|寻址))|按字节(?:进行)?寻址|(?<![按以])字节编址", "按字节编址"),
    Usual(r"(?<!系统)时间开销", "开销"),
    Usual(r"(?<=时间|延迟|开销)不考虑(?=[,，。;；])", "忽略不计"),
    Usual(r"扇段", "扇区"),
    Usual(r"总计(?=\s*\d)", "共"),
    Usual(r"(?<=\d)的时候(?=[,，])", "时"),
    Usual(r"(?<=[\u3400-\u9fff])的(?:时候|时刻)(?=[,，](?!\s*(?:优先|CPU|(?:运行|服务|执行|到达|提交)时间)))", "时"),
    Usual(r"计算机主存储器|主存储器(?!容量为\s*\d+\s*个?字)", "主存"),
    Usual(r"试问|请回答(?=[^,;。:\d(下以如])", "问"),
)
"""Ordinary words of their problems."""

PLAIN: tuple[Usual, ...] = (
    Usual("数列", "序列"),
    Usual("(?<!所)有可能", "可能"),
    Usual("每一个", "每个"),
    Usual("历经", "经过"),
    Usual("以后", "之后"),
    Usual(r"(?<![计核口手推估验])(?:试|请|帮忙|帮我|麻烦)?算(?:一下|一算|算)(?=\s*[^\s,。?;!:呀吧呢谢了我这那该本下以])", "求"),
    Usual(r"(?:是|为)(?:怎么样|怎样|什么样)的?(?=\s*(?:[?。;,]|$))", "是什么"),
    Usual(r"(?<=[\u4e00-\u9fff])(?<![该应会将要又是为当])如何(?=\s*(?:[?。;]|$))", "是什么"),
    Usual(r"(?:均|都)?(?:可以?)?忽略不计", "不计"),
    Usual(r"(?<!必)(?<!无)须(?!知|要)", "需要"),
    Usual(r"(?<![于不])等于(?=\s*\d)", "为"),
    Usual(r"([\u4e00-\u9fff]{2,8})\s*\((?:即|简称|又称|也称|也叫|又叫)?\s*\1\)", r"\1"),
)
"""Ordinary words of data structures and networks."""
