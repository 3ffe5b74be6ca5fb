"""The words of problems about hash tables: each names what it speaks of, whatever stands around it."""

from __future__ import annotations

from dataclasses import dataclass

from engine.generators import patterns
from engine.generators.ds._blanks import prepared
from engine.generators.ds._clauses import in_parts, opened, without_part_numbers
from engine.generators.ds._hash_table.probing import with_probing_told
from engine.generators.ds._mentions import END, Mention, mentions, sorts
from engine.generators.reading import INTEGER

_X = r"(?:key|k|x)"
_MOD = r"(?:%|mod|取余)"
KEYED = rf"\(?\s*(?:\d+\s*[*×·]?\s*)?\(?\s*{_X}\s*\)?\s*(?:[*×·]\s*\d+\s*)?(?:\+\s*\d+\s*)?\)?\s*{_MOD}\s*(?:\d+|[pm](?![A-Za-z]))"
_CALLED = rf"(?<![A-Za-z])(?:hash|h|f)\w?\s*(?:\(\s*{_X}\s*\))?\s*=\s*"
SECOND = rf"(?<![A-Za-z])R?h\w{{0,4}}\s*\(\s*{_X}\s*\)\s*=\s*(\d+)\s*([+-])\s*\(?\s*(?:(\d+)\s*[*×]\s*)?{_X}\s*\)?\s*{_MOD}\s*(\d+)\s*\)?"
_KEY = r"(?<![\dA-Za-z.])\d{1,5}(?![\dA-Za-z.%])"
_LIST = rf"{_KEY}(?:[ \t]*[,、;][ \t]*{_KEY}|[ \t]+{_KEY}(?!\s*[个次]))"
_NOUN = r"(?:关键字|关键码|元素|记录|键值|数据|结点|键|数)"
_TABLE = r"(?:散列|哈希)?(?:存储|查找)?表"
_AT = r"(?:地址|位置|下标|单元|槽位?)号?"
_SEARCH = r"(?:查找|检索|搜索)"
_MEAN = rf"平均的?(?:{_SEARCH}|比较|探测)的?(?:长度|次数)|平均长度|(?<![A-Za-z])ASL(?![A-Za-z])"
_TIMES = r"(?:比较|探测|探查|查找|搜索)的?(?:\((?:探测|比较)\))?了?的?(?:关键字)?的?(?:次数|(?:多少|几)次)|(?:多少|几)次(?:线性)?(?:比较|探测|探查)|(?:多少|几)次(?=[?。,;]|$)"
_CLASH = r"(?:(?:发生|产生)?了?(?:多少|几)次冲突|(?:发生)?冲突了?(?:多少|几)次|(?:发生)?冲突(?:总)?的?次数)"
_PROBE = r"(?:再)?(?:探测|探查)(?:再散列)?"

LEXICON = (
    # --- the function, the table, the keys
    (
        "meaning",
        rf"(?:一个)?(?:下标|地址|编号)从0开始(?:编号)?|其中,?{_X}(?:为|是|表示){_NOUN}值?|(?:MOD|%)(?:为|是|表示)(?:取余|求余|取模)数?(?:运算)?",
    ),
    ("second", SECOND.replace("(\\d+)", "\\d+").replace("([+-])", "[+-]")),
    ("function", rf"(?:{_CALLED})?{KEYED}(?:的余数)?|(?:除以|对|模)\s*\d+\s*后?(?:所得|得到|取|求|的)*余数?"),
    ("divided", r"除数\s*p?\s*(?:取|为|是)\s*\d+|(?:除留余数|除余)法?(?:,?\(?取?p\s*(?:=|取|为)\s*\d+\)?)?"),
    ("letter", r"(?<![A-Za-z])[pm]\s*(?:=|为|取)\s*\d+"),
    ("both_signs", "正负平方"),
    ("one_sign", "逐个平方"),
    (
        "formula",
        rf"(?:第\s*i\s*次)?(?:冲突后?)?的?(?:探测)?(?:地址)?[为是]?\s*\(?(?:d|h)?_?i?\s*=?\s*\(\s*h\w?\s*\(\s*{_X}\s*\)\s*\+\s*(?:i\s*[*×·]?\s*h\w?\s*\(\s*{_X}\s*\)|d_?i)\s*\)\s*{_MOD}\s*(?:\d+|m)|d_?i\s*=\s*i\s*[*×·]?\s*h\w?\s*\(\s*{_X}\s*\)",
    ),
    ("units", r"(?:d_?i?)\s*(?:=|为)\s*(?:1\s*[,、]\s*2\s*[,、]\s*3?\s*[,、]?\s*(?:\.{2,}|…+)\s*(?:[,、]?\s*m\s*-\s*1)?|i)"),
    ("step", r"取?(?:Q|步长|增量)\s*(?:=|为|取|是)\s*\d+"),
    (
        "addresses",
        rf"在?{_TABLE}?的?(?:存储)?(?:{_AT})?(?:空间|区间|范围)?[为是从:]*\s*(?<![A-Za-z])(?:HT|HA|[AHTD])?\s*\(?\s*0\s*(?:~|-+|到|至|—+|\.{{2,3}}|…+|:)\s*\d+\s*\)?\s*的?(?:散列)?(?:{_AT})?(?:空间|区间|区)?",
    ),
    ("name", r"存储空间|散列区|散列空间|(?<![A-Za-z])(?:HT|HA|[HT])(?![A-Za-z0-9(=])"),
    (
        "length",
        rf"(?:探测时)?(?:{_TABLE}|数组|空间)?的?总?(?:长度?|大小|容量)m?\s*也?\s*(?:为|是|取|按|=|:)?\s*(?:m\s*=\s*)?\d+(?:的空?{_TABLE})?",
    ),
    ("length", r"有?\d+\s*个(?:存储)?(?:单元|位置)"),
    ("already", r"(?<![A-Za-z])(?:addr|地址|H|Hash)\s*\(\s*\d+\s*\)\s*=\s*\d+"),
    ("taken", rf"{_KEY}(?:\s*[,、和]\s*{_KEY})*\s*号(?:{_AT})[都均]?(?:已经?)?[都均]?被?(?:占用|占据|占)"),
    ("row", rf"(?:(?:{_NOUN}|key)\s*(?:序列|集合?)?(?:依次|分别)?[为是]?\s*)?\(?\s*{_LIST}{{2,}}\s*\)?"),
    ("load", r"装填因子\s*α?\s*(?:要求|设成|设为|设定|取|定|至少|不超过|为|是|=|成)*\s*(?:0\.\d+|[1-9]\s*/\s*[1-9]\d?|\d{2}%)"),
    (
        "count",
        rf"[共有这含]*(?:(?<![\d.])\d+|[一二两三四五六七八九十]+)\s*个(?:互为同义词的)?(?:{_NOUN}|同义词)|[这共]{INTEGER}个(?=[,。;])|这{INTEGER}个",
    ),
    ("named_count", rf"(?<![A-Za-z])[knm]\s*个(?:{_NOUN}|同义词)"),
    ("named_count", r"(?<![A-Za-z])[kn]\s*(?:=|为)\s*\d+"),
    # --- the method
    ("linear", rf"(?:开放(?:定址|地址)法?中?的?,?)?线性(?!表)(?:补偿)?(?:{_PROBE})?(?:法|方法|策略)?"),
    ("quadratic", rf"(?:开放(?:定址|地址)法?中?的?,?)?(?:二次|平方){_PROBE}(?:法|方法)?"),
    ("chaining", r"(?:链地址|拉链|链接|分离链接|链表|外链)(?:法|方法)?"),
    ("double", r"(?:双重?(?:散列|哈希))(?:函数)?(?:探测)?法?"),
    ("all_clashes", rf"(?:总共|一共|共|总)+(?:会|要|的)?{_CLASH}|冲突的?总的?次数"),
    ("clashes", _CLASH),
    ("method", r"(?:处理|解决|消除)?(?:地址)?冲突的?(?:处理|解决)?的?(?:方法|办法|策略)?|开放(?:定址|地址)法?"),
    ("at_end", r"(?:新结点)?[采都均总]?(?:插入?|放|挂|接|加)[在到入]?(?:相应)?链?表?的?(?:尾部?|末尾|表尾)|尾插法?|头插尾插不管"),
    ("null_counted", rf"(?:{_SEARCH})?(?:失败|不成功)?时?(?:比较到|[与和查按])?空指针的?(?:比较)?[也都]?[算计][作为]?[一1]次(?:比较)?"),
    ("null_left", rf"(?:{_SEARCH})?(?:失败|不成功)?时?[与和查按]?空指针的?(?:比较)?不[算计](?:作|为|入)?(?:比较)?"),
    (
        "empty_counted",
        rf"(?:{_SEARCH})?(?:失败|不成功)?时?,?[与和查探测到]*(?:比较到)?空(?:位置?|单元|地址)的?(?:那一?次)?的?(?:比较)?[也都]?[算计记][作为]?[一1]?次?(?:比较)?|含空位",
    ),
    ("decimals", r"(?:结果)?(?:四舍五入)?保留到?(?:小数点后)?[一二两三四1-4]位(?:小数)?"),
    ("of_addresses", r"按H?的?\s*\d+\s*个(?:可能)?的?(?:取值|散列地址)[算计]?"),
    ("each_clash", r"每次(?:探测|比较)到已占(?:用)?的?单元[算计记]一次冲突"),
    ("chance", rf"在?等概率的?(?:{_SEARCH})?(?:情况|条件|前提)?[下时]?|{_SEARCH}概率(?:相等|相同)"),
    # --- what is asked
    ("failure", rf"平均(?:不成功|失败)的?{_SEARCH}(?:次数|长度)|(?:{_SEARCH}|ASL)?(?:不成功|失败)(?:时|的情况下|情况下)?的?(?:{_MEAN})?"),
    ("success", rf"平均成功的?{_SEARCH}(?:次数|长度)|(?:{_SEARCH}|ASL)?成功(?:时|的情况下|情况下)?的?(?:{_MEAN})?"),
    ("average", _MEAN),
    ("longest", r"最长的?(?:那条)?链[上中里]?的?(?:长度)?(?:有|含)?(?:多少|几)?个?(?:结点)?"),
    ("empty_chains", r"(?:多少|几)[个条]空链|空链有?(?:多少|几)[个条]"),
    ("slot", rf"(?:{_AT}|下标)为?\s*\d+号?(?:处|中|里|上|的|单元|位置)*(?:存放|存储|存|放)的?是?(?:哪个|什么)(?:关键字|元素)?"),
    ("vacant", r"还?[有剩]?(?:几|多少)个空闲?的?(?:单元|位置|地址)|空闲?的?(?:单元|位置|地址)还?[有剩]?(?:几|多少)个"),
    (
        "keys_of_chain",
        rf"(?:{_AT}|下标)为?\s*\d+号?[处的上]*(?:同义词)?单?链表?[上中里]?的?(?:依次)?(?:有|是)?(?:哪些|哪几个)(?:关键字|结点)?",
    ),
    ("home", r"的?(?:初始|原始|直接)的?(?:散列|哈希)(?:函数)?(?:地址|值)"),
    ("address", r"(?<=\d)\s*的?(?:散列|哈希)(?:函数)?(?:地址|值)"),
    ("chain", rf"(?:(?:散列)?{_AT}|下标)为?\s*\d+号?[处的上]*(?:同义词)?单?链表?[上中里]?的?(?:有)?(?:多少|几|\(\s*\))?个?(?:{_NOUN})?"),
    ("homes", rf"(?:散列)?(?:地址|值)[为是]\s*\d+\s*[的得]{_NOUN}(?:有|个数)*(?:多少|几|\(\s*\))?个?"),
    ("chains", r"(?:多少|几)个单?链表"),
    ("range", r"(?:数组的?)?下标的?范围"),
    ("which_load", r"装填因子(?:α)?"),
    ("which_length", rf"{_TABLE}的?(?:长度?|大小|容量)(?:得开|最小取|应?取|应?为)?"),
    ("all_probes", r"(?:总共|一共|总|,共)(?:需要?|要|得)?(?:进行)?了?的?(?:探测|探查)了?(?:多少|几)次"),
    ("probed", r"(?:依次)?[和与]哪些(?:关键字)?比较|比较的(?:关键字)?(?:依次)?(?:是|有)?(?:哪些|哪几个)"),
    ("missed_at", rf"(?:确认|确定|判定){_SEARCH}?(?:失败|不成功)时?的?(?:散列)?地址"),
    ("compared", rf"(?:共|要|需)?{_TIMES}|(?:探测|比较)(?:多少|几)个(?:位置|{_AT})"),
    (
        "place",
        rf"(?:最[后终]|应|会)?(?:存储|存放|存|放|落)[在到于入]?[了的]?(?:{_TABLE}[中里]?的?)?(?:哪(?:个|里|儿)?|几号|何处|什么)?(?:{_AT}|(?<=[哪里儿]))|在(?:{_TABLE})?[中里]?的?(?:哪个|几号|什么)?(?:哪里?|{_AT})|(?:的|结点)?(?:存储|存放)?的?{_AT}",
    ),
    (
        "same",
        r"(?:彼此|都)?(?:互为|是)同义词的?|(?:具有)?相同的?(?:散列|哈希)(?:函数)?(?:地址|值)|(?:散列|哈希)(?:函数)?(?:地址|值)(?:都)?相同的?",
    ),
    ("clash_with", rf"[与和跟]\s*{_KEY}\s*(?:发生)?(?:冲突|互为同义词)"),
    ("divisor", r"(?<![A-Za-z])p(?=\s*(?:最好|应|取|选|宜))"),
    ("pointers", r"(?:这些)?链的链首指针(?:构成一个指针数组)?"),
    ("which_count", rf"(?:能|可|可以|现有|有)*(?:存|存放|装)?入?(?:多少|几)个{_NOUN}"),
    ("fewest", r"至少|最少|最小"),
    ("greatest", r"最多|不超过"),
    ("remove", rf"(?:然后|再)?(?:删除|删去)(?:{_NOUN})?\s*{_KEY}"),
    ("further", rf"(?:再|接着|又|现要?)(?:把|将)?(?:插入|存入|放入|存|放|插)(?:{_NOUN})?(?:为)?\s*{_KEY}(?!\s*[,、]\s*\d+\s*[,、;。])"),
    (
        "insert",
        r"(?:依次|顺序|逐个|挨个|按此?顺序|按顺序|按序|连续|先后)*(?:散列)?(?:插入|存入|存储|存放|填入|装进|装入|映射|加|放入|放进|放|存|插|填|装|送入)(?:到|进|入|在|了|去|完|好)*",
    ),
    ("search", rf"{_SEARCH}|查(?=\s*\d)|找(?=\s*[\d它])"),
    ("key", rf"(?:{_NOUN}(?:为|是)?)?\s*{_KEY}(?:\s*[和与、及]\s*{_KEY}){{0,3}}"),
    ("it", r"它|该(?:关键字|元素|结点)|其(?=地址|存放)"),
    ("each_key", r"各(?:关键字|元素)"),
    ("table", rf"{_TABLE}(?:HT)?"),
    ("draw", r"(?:画出|写出|给出|列出|求出)"),
    ("made", r"(?:所|试|对)*(?:构造|建立|造|建)出?"),
    ("apart", r"分别|两种(?:方法|情况)?(?:各自)?|各自"),
    ("which", r"\(\s*\)|_+|多少|几|什么|哪|求|计算|=\s*\??"),
)
_OWN = """
散列 哈希 散列函数 哈希函数 函数 依次 到 初始为空 初始 空 初空 空表 一组 关键字 关键码 的 这 个 其余地址为空 其他为空 其余为空 其他地址为空 散列存储 存储 表中已有 已有 已经 已依次 已按顺序 已 有 一维数组 数组 整数 为 是 选用 作为 作 中 里 时 后 则 按 情况
次序 处理 解决 足够长 足够大 足够 下述 以下 上述 板书 例 key α 仅 种 按这个顺序 这个顺序 其 这些 下标从0开始 从0开始 一个 最好 应取 模 线性表 集 集合 采用 共 总共 一共 总 得 要 需 进行 呢 将 把 若 如果 改用 同样 条件 取 一般 现 互不相同 连续 次 大小 已按 顺序 序列 可能 发生 表 分布情形 计
"""
_LOST = "多少 几 几个 多少个 什么 哪 哪个 最后结果 画出 写出 给出 列出 求出 求 计算 是多少 为多少 等于多少 是几 构造 建立 是什么 存放 存储 分别 它"


@dataclass(frozen=True)
class Said:
    """What a text says.

    Attributes:
        text: the text itself, its wording made plain.
        found: its mentions in order, ends of clauses among them.
        sorts: what they speak of.
        parted: whether the text numbers its questions.
    """

    text: str
    found: tuple[Mention, ...]
    sorts: frozenset[str]
    parted: bool

    def of(self, *names: str) -> list[Mention]:
        """The mentions of these sorts."""
        return [mention for mention in self.found if mention.sort in names]

    def only(self, *allowed: str) -> bool:
        """Whether nothing is spoken of besides."""
        return self.sorts <= {*allowed, "which", "table", "name", "meaning", "chance", "insert", "search", "draw", "made", END}


def numbers(mention: Mention) -> list[int]:
    """The figures of a mention."""
    return [int(figure) for figure in patterns.findall(r"\d+", mention.text)]


_ROOTS = r"(?:其中)?(?:探测)?(?:增量|步长)?(?:序列)?(?:d_?i?)?\s*(?:为|取|是|依次|=|:)*\s*"
_PLAIN = (
    (rf"{_ROOTS}\+?1(?:\^2)?\s*[,、]\s*-\s*1(?:\^2)?(?:\s*[,、]\s*[+-]?\s*\d(?:\^2)?)*\s*[,、]?\s*(?:\.{{2,}}|…+)?", "正负平方"),
    (
        rf"{_ROOTS}1(?:\^2|\*1)?\s*[,、]\s*(?:2(?:\^2|\*2)|4)(?:\s*[,、]\s*\d(?:\^2|\*\d)?)*\s*[,、]?\s*(?:\.{{2,}}|…+)(?:\s*[,、]\s*k\^2)?",
        "逐个平方",
    ),
    (r"(?<!\d)0\s*(?:\.{2,3}|…+)\s*(?=\d)", "0~"),
    (r"[,，]?\s*在?等概率的?(?:查找)?(?:情况|条件|前提)?[下时]?", ","),
    (r"(?<=[,;。])\s*[把将](?:一个)?(?:整数|关键字|键)值?(?:转换|映射|变换)[成为到](?:散列|哈希)?表?的?(?:下标|地址)[,;]", ""),
    (r"\(写地址[:：]关键字即可\)|装填因子[那这]?(?:种|类|一类|一种|方面)的?题[目型]?[:：]?", ""),
    (r"[(（](?:不存在|不在表中|表中没有)[)）]", ""),
    (r"装填\(载\)因子|装载因子|填充因子", "装填因子"),
    (r"(?<![A-Za-z])([A-Za-z]{1,3})\s*(?:除以|对|模)\s*(\d+)\s*后?(?:所得|得到|取|求|的)*余(?:数|的结果|法)?", r"\1%\2 "),
    (r"ASL_?\s*(?:\(?(?:succ?(?:ess)?)\)?)|ASLs(?![a-z])", "查找成功时的平均查找长度"),
    (r"ASL_?\s*(?:\(?(?:un-?succ?(?:ess)?|fail(?:ure)?)\)?)|ASLu(?![a-z])", "查找失败时的平均查找长度"),
    (r"\(?(?:在?[不未](?:考虑)?删除(?:任何)?(?:元素|关键字)?的?(?:情况)?下?|删除不考虑|头插[、和或]?尾插(?:不管|都行|均可))\)?", ""),
)


def said(text: str) -> Said:
    """What a text says, all of it.

    Raises:
        StayOut: a word of it is not known.
    """
    parted = in_parts(text)
    text = without_part_numbers(prepared(with_probing_told(text)))
    for pattern, plain in _PLAIN:
        text = patterns.sub(pattern, plain, text)
    found = mentions(opened(text).rest, LEXICON, _OWN, _LOST)
    return Said(text, tuple(found), frozenset(sorts(found)), parted)
