"""Reading problems about sorting by hand: the sequence after a pass, a heap, and which method a sequence can come from."""

from __future__ import annotations

import re
from typing import Any

from engine.generators import patterns
from engine.generators.ds._clauses import count_of, opened, parts_numbered, refuse_negative
from engine.generators.ds._settling import settle
from engine.generators.ds._sorting_pass.counts_reading import other
from engine.generators.ds._sorting_pass.passes_apart import numbered_by_increment, one_by_one
from engine.generators.ds._sorting_pass.simulator import TITLES
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.reading import INTEGER, SEQUENCE, StayOut, stay_out, to_int, to_ints

_SORT = r"(?:排序)?(?:法|算法|方法)?"
_METHODS = (
    (r"(?:(?:调整|建|建立|构造|构成|构建|建成|初始化|整理|变|整|调)[成为]?)?(?:一个|出)?(?:初始)?的?(?:大根|大顶|最大)堆", "max-heap"),
    (r"(?:(?:调整|建|建立|构造|构成|构建|建成|初始化|整理|变|整|调)[成为]?)?(?:一个|出)?(?:初始)?的?(?:小根|小顶|最小)堆", "min-heap"),
    (rf"(?:直接)?插入{_SORT.replace('?', '', 1)}|直接插入", "insertion"),
    (r"冒泡(?:排序)?(?:法|算法)?|起泡(?:排序)?(?:法|算法)?|冒泡", "bubble"),
    (r"(?:简单|直接)?选择排序(?:法|算法)?|简单选择", "selection"),
    (r"(?:希尔|Shell)(?:排序)?(?:法|算法)?", "shell"),
    (r"(?:二路|两路|2路|2-路|二-路)的?归并(?:排序)?(?:法|算法)?|归并排序(?:法|算法)?", "merge"),
    (r"快速排序(?:法|算法)?|快排", "quick"),
    (r"基数排序(?:法|算法)?|(?:链式)?基数排序", "radix"),
    (r"堆排序(?:法|算法)?|堆排|(?:建成?|建立|构造)的?初始的?堆", "heap"),
)
# Equal keys change nothing in the row of numbers that these methods leave.
_STABLE = ("radix", "insertion", "bubble", "merge", "shell")
_OWN = """
变啥样 长什么样 长啥样 三趟 两趟 收集完 收集完的 完事 完事后 长 这组 刚 冒 枢轴 基准 所在 整个序列 整个 初始关键字 次序 顺序 变成什么样 样 把 将 序列 关键字 关键字序列 数据 元素 一组 待排序 待排 待排序列 记录 排序 排 进行 结束后 结束 完成 完成后 之后 结果 后 得到 初始 堆 状态 各 数组 序列为 初始序列 原序列 原始序列 数据序列 初态 排序码 排好 一趟 趟 时 整数 数 排序结果 划分结果 划分 划分后 调整 重新调整 重新 重新调整之后 筛选 筛选法 建堆 建成 建好 初始堆 按 照 元素序列 归并 归并后 一次 分配 收集 分配收集 分配和收集 采用 这组数 这组数据 无序 线性表 顺序表 排列 取 顺序 自底向上 结束时 是什么 又是什么 序列又 变成 又 变成了 变成什么样 每趟 样子
"""


def recognise(text: str) -> Recognition | None:
    """A sequence, a method and a pass, or several passes or methods; None where it is something else."""
    text = numbered_by_increment(text)
    texts = one_by_one(text)
    if len(texts) < 2:
        one = _recognise(text)
        if one is not None and not one.parameters.get("each"):
            told = len(one.parameters.get("asked", ("one",))) + any(
                one.parameters.get(name) is not None for name in ("row_first", "pivot_base")
            )
            told += bool(one.parameters.get("both"))
            if parts_numbered(text) > told:
                stay_out("a sub-question that was not understood")
        return one
    found = [_recognise(each) for each in texts]
    parts = [each for each in found if each is not None and each.confident]
    if len(parts) != len(texts) or any({"out", "nth"} & set(each.parameters) for each in parts if not each.parameters.get("each")):
        return None
    return Recognition(
        parameters={"task": "several", "parts": [each.parameters for each in parts]},
        understood=tuple(dict.fromkeys(told for each in parts for told in each.understood)),
    )


_FILLED = (
    r"(?:先|再|然后|接着|后|,)*(?:[令让用]?(?:指针)?(?:{pointer})(?:指针)?)?\s*再?从?{away}[边面]?(?:开始)?[向往到至]{to}[边面]?(?:依次)?(?:扫描|查找|找|寻找|搜索)到?(?:第一个|首个|一个)?"
    r"(?:关键字)?(?:{than}于?(?:枢轴|基准|支点)(?:元素|值|记录|关键字)?|比(?:枢轴|基准|支点)(?:元素|值|记录|关键字)?{than})[者的]?(?:元素|关键字|记录|数)?,?(?:就|则|并|后|将其|把它|把其)*"
    r"(?:移至|移到|移动到|放到|放入|放至|填到|填入|填至|送到|送入|搬到)了?\s*(?:{to}[边面]?的?)?(?:{hole}所?指?)?\s*的?(?:空位|空单元|空处|坑|处|位置|边)?[中里上处]?"
)
_HOLES_TOLD = re.compile(
    _FILLED.format(pointer="high|j|右", away="[右后]", to="[左前]", than="小", hole="(?:low|i|左)")
    + r"[,;。]?"
    + _FILLED.format(pointer="low|i|左", away="[左前]", to="[右后]", than="大", hole="(?:high|j|右)")
    + r"(?:,|;|。|如此|这样|依此|反复|重复|交替|轮流|进行|下去)*(?:,?直[至到](?:枢轴|基准|支点)(?:元素)?(?:就位|到位|归位|放入空位)|,?直[至到]\s*(?:low|i)\s*(?:=|==|与|和|等于)\s*(?:high|j)(?:相遇|重合)?|,?直[至到](?:两|左右)?个?(?:指针)?(?:相遇|重合))?(?:时?,?(?:最后|再)?[将把]?(?:枢轴|基准)(?:元素)?(?:放入|填入|放到)(?:该|最后的?)?(?:空位|坑|此处)[中里]?)?"
)


def _holes_told(text: str) -> str:
    """Partition by filling holes, told step by step, in the short form that the reading knows."""
    return _HOLES_TOLD.sub(",先从右往左再从左往右交替", text)


def _recognise(text: str) -> Recognition | None:
    try:
        if (asked := other(text)) is not None:
            return asked
    except StayOut:
        pass  # the reading below looks for the row after a pass, and is as strict
    text = patterns.sub("(?:折半|二分|对半)插入(?:排序)?法?", "直接插入排序", text)  # which leaves the same rows
    text = patterns.sub(
        r"第\s*([一二三四1-4])\s*次(?:重新)?(?:重建|调整)堆?(?:之?后)的?(?:堆|序列)(?=[\s。;?.]|$)", r"第\1趟堆排序后的序列", text
    )
    text = patterns.sub(
        r"(输出|取出|删除)\((?:即|与末尾)?交换到(?:数组|序列)?的?(?:末尾|最后|末端)\)(一个|1个)?((?:最大|最小|堆顶)(?:元素|关键字|记录)?)",
        r"\1\2\3(与末尾元素交换)",
        text,
    )
    reading = opened(_holes_told(patterns.sub("(?<=[左右])端", "边", text)))
    reading.take_all(r"[,、]?基数\s*r?\s*(?:为|是|=)?\s*10(?!\d)")
    pivot = reading.take_all(
        r"(?:,|且|并|每次|均|都)*(?:以|选|取|用|选取|选择|将)*(?:第一个|第1个|首个|首|最左边?的?|序列首|表头)(?:元素|关键字|记录|数)?(?:的?关键字)?\s*\(?[即为]?(?P<key>\d+)?\)?[作做]?[为是当]?(?:枢轴|基准|支点|轴|中轴|pivot)(?:元素|值|记录|关键字)?"
    )
    if first := reading.take(r"(?:枢轴|基准)(?:元素)?[取选为是用](?:的是)?(?:首个?|第一个)(?:元素|关键字|记录)?\s*(?P<key>\d+)?"):
        pivot = [first]
    pivot_key = reading.take_one(
        r"(?:(?:以|取|选|用|将|选取|选择|且|都)+|(?<=[(,;]))(?:关键字|元素|记录|数)?\s*(?P<value>\d+)\s*[作做当]?[为是作]?(?:枢轴|基准|支点|中轴|轴|pivot)(?:元素|值|记录|关键字|数)?(?:,|进行|来)?",
        to_int,
    )
    scan = r"(?:扫描|扫|找|走|移动|查找|比较)*"
    holes = reading.take_all(
        rf"\(?先?从?[右后][边面]?[往向到至][左前][边面]?{scan}(?:[,、]|再|后|然后|接着)*从?[左前][边面]?[往向到至][右后][边面]?{scan}(?:[,、]|交替|轮流|进行|挖坑(?:填数|填坑)?法?)*\)?"
    )
    holes += reading.take_all(
        r"\(?先?从?[右后][边面]?(?:开始|起|先)?(?:用|采用)?挖坑(?:填数|填坑)?法?\)?|\(?从?(?:左右)?两[端边头][向往]?(?:中间)?(?:轮流|交替)着?(?:扫描|填坑|进行|移动)*\)?|\(?用?左右(?:两个)?指针(?:交替|轮流)(?:移动|扫描|填坑|着|进行)*\)?|\(?先?从?[右后][边面]?[往向到][左前][边面]?(?:扫描|扫|找|走|移动|开始|比较)*[,、]?(?:再|后|然后|接着)?从?(?:[左前][边面]?[往向到][右后][边面]?(?:扫描|扫|找|走|移动|比较)*)?[,、]?(?:左右)?(?:两边|两端)?(?:轮流|交替)(?:填坑|挖坑|扫描|扫|进行|移动|交换着)*\)?|\(?(?:按|采用|用)?照?(?:教材|严蔚敏|课本|严版|王道)?书?上?的?(?:左右交替|交替)?(?:填坑|挖坑)(?:填数)?(?:方式|法|方法|的方式)?(?:划分)?\)?|\(?[从先]?[右后]边?[往向到]?[左前]?边?(?:开始)?(?:找|扫描)?,?(?:左右)?交替(?:扫描|进行|移动|填坑)?\)?|左右交替|先?从?[右后][边面]?(?:先|开始)(?:找|扫描|扫|走|动)起?"
    )
    reading.take_all(r"(?<=\ue000)从(?=\ue000)")
    if patterns.search(r"先从?左[边端]?(?:开始)?(?:找|扫|往右)", reading.rest):
        stay_out("from the left first")
    holes += reading.take_all(
        r"\(?(?:严版|严蔚敏版?|教材|王道)?的?partition(?:函数|算法)?(?:\(挖坑法?\))?|(?<=\ue000|\(|,)(?:,|再|然后|先)*从?[右左后前][边面端]?[往向到]?[右左后前]?边?(?:开始|先)*(?:找|扫描?|比较)(?:比(?:它|枢轴|基准)[小大]的?|小的?|大的?)?"
    )
    pivot_place = reading.take(
        r"(?:求|问|写出)?(?:枢轴|基准)(?:元素)?(?:最终)?(?:所在|的)*(?:下标|位置|位序)(?:\(?从(?P<base>[01])(?:开始|计|起)?\)?)?[是为]?(?:多少|几)?(?:和|及|以及|,)?(?:整个)?"
    )
    if pivot_place is None:
        pivot_place = reading.take(
            r"(?P<key>\d+)(?:这个数|元素)?(?:最终|最后|会|将)*(?:位于|处于|排在|落在|在)(?:序列)?中?的?第(?:几|多少)[个位](?:位置|位)?上?(?P<base>(?!))?"
        )
    reading.take_all(
        r"\(?每一?趟[^,;。()]{0,12}?[选找挑把将][^,;。()]{0,8}最小[^,;。()]{0,10},?[和与跟][^,;。()]{0,14}交换(?:位置)?\)?|\(?每一?趟都?[选找挑]出?(?:剩余|剩下)?(?:部分|元素)?中?的?最小(?:的|者|元素)*,?[和与跟](?:前面|最前面?|剩余部分的第一个|第一个|首个)?的?(?:元素)?(?:进行)?交换\)?|从?长度为?1的(?:子表|子序列|有序段|段)(?:开始)?|[先再](?=按[个十百]位)"
    )
    bubble_from = reading.take_all(
        r"(?:从前往后冒泡?,?把?(?:大的?)?(?:沉底|往下沉)?)|把?大的?(?:元素|数)?[往向][后下右][面边]?[挪换移沉推冒放走]?|大的?[挪换移沉推]到?最?(?:后|底|末尾)面?|大的?沉底|\(?(?:每趟)?大[的数](?:元素|数)?[往向][后下右][沉放走移]\)?|大的?下沉|从[前左][往向到][后右](?:进行|依次|扫描|比较|冒泡|两两比较)*|每趟[把将]?最大的?(?:元素|关键字)?(?:沉|冒|放|移|交换)[到至]?(?:最后|末尾|底)?"
    )
    bubble_back = reading.take_all(
        r"从后往前把?最小的?[冒换移][到至]最?前面?|把?最小的?[冒换移][到至]最?前面?|\(?(?:每趟)?小[的数](?:元素|数)?[往向][前上左][冒浮放走移]\)?|小的?上浮|从[后右][往向到][前左](?:进行|依次|扫描|比较|冒泡|两两比较)*|每趟[把将]?最小的?(?:元素|关键字)?(?:冒|放|移|交换)[到至]?(?:最前面?|前面|顶)?"
    )
    lowest = reading.take_all(
        r"\(?(?:采用|用|按)?最?低位优先法?(?:\(?LSD\)?)?\)?|\(?LSD\)?法?|从?最?低位[到至]最?高位|先?按个位开始|\(?先按?个位,?(?:再|后|然后)按?十位(?:,?(?:再|后|最后)按?百位)?\)?|(?<![按从在])最低位(?:起|开始)"
    )
    reading.take_all(
        r"(?:用|采用)?筛选法(?:\(从最后一个非叶结点到根依次向下调整\))?|\((?:第1趟把第2个元素插入到它前面的有序部分|每趟选出剩余部分中最小的,与剩余部分的第一个(?:元素)?交换|自底向上,从前往后两两归并,初始时每个元素为一段)\)|\(?[从自由](?:最后一个|第\s*⌊?n/2⌋?\s*个)(?:非叶子?|非终端|分支|内部)?(?:结点|元素)(?:开始|起|到根|至根|,)*(?:依次|逐个|逐一|自底向上|自下而上|从下往上|从后往前|往前|向前|向上|往上|向下|往下|地)*(?:进行)?(?:调整|筛选|调|筛)?(?:至根|到根)?\)?"
    )
    reading.take_all(
        r"\(将?(?:交换)?堆顶(?:元素)?(?:与[^()]{0,10}交换|交换到[^()]{0,6})?[并后再,]*(?:重新)?调整(?:成堆|为堆)?\)|\(交换堆顶(?:元素)?(?:与[^()]{0,10})?[并后再,]*(?:重新)?调整(?:成堆|为堆)?\)"
    )
    if patterns.search("堆排", reading.text):
        reading.take_all(
            r"(?<=[趟轮次])将?(?:堆顶)?(?:与(?:最后|末尾|堆尾)(?:一个)?元素)?(?:交换|输出)(?:堆顶)?[并且和、后]*(?:重新)?(?:调整|筛选)[成为]?堆?"
        )
    out = reading.take(
        rf"(?:输出|取出|选出|删除|移走|取走|拿走)了?第?(?P<count>{INTEGER})?[个次]?(?:堆顶|最大|最小)(?:元素|关键字|值|记录|数|的)*(?:一次)?(?P<swap>\(?[与和跟]堆?(?:末尾|最后|最末|堆尾|末位)的?(?:一个)?(?:元素|位置)?(?:交换|对调|互换)\)?)?(?:并|后|再|然后|,|之)*(?:重新)?将?(?:剩余|剩下|其余)?的?(?:元素)?(?:重新)?(?:调整|筛选|建堆)?(?:成|为|成为)?新?的?(?:大根堆|小根堆|堆)?"
    ) or reading.take(
        r"(?:再|然后|接着|并|,)*[将把]?(?:堆顶|根)(?:元素)?(?P<swap>[与和跟]堆?(?:末尾|最后|最末|堆尾|末位)的?(?:一个)?(?:元素|位置)?(?:交换|对调|互换|换掉|换一下|换))(?P<count>一次)?(?:并|后|再|然后|,|之)*(?:重新)?(?:调整|筛选)?[成为]?堆?"
    )
    reading.take_all(r"(?:都是|均为|均是|这些|的)*[一二两三]位(?:十进制)?整?数")
    top = (
        reading.take_all(
            r"(?:则|,|此时|这时)*(?:新的?(?:堆的?)?堆顶|(?:调整|重新调整|输出|筛选)后的?新?的?堆顶)(?:元素|关键字|记录)?(?:是|为|变成|变为)?(?:多少|什么|几|谁|哪个|\(\s*\))?"
        )
        if out is not None
        else []
    )
    # The row that is told may be the one after the pass.
    reading.refuse(r"(?:趟|划分)[^,。;?\n增步间]{0,8}(?:是|为|得到|得|变成|变为)\s*:?\s*\(?\d+\s*[,、 ]\s*\d")
    reading.refuse(
        r"遍历|折半|二分|降序|递减|从大到小|由大到小|非递增|逆序|链表|静态|次数|多少次|几次|比较|移动|交换|趟数|几趟|多少趟|稳定|复杂度|删除|逐个|依次插入|插入一|插入元素|中间元素|随机|三数|最后一个元素|最后元素为|末尾元素|树形|锦标赛|递归|可能|最后一趟|哪|从后|二叉排序|变化过程|最高位|MSD|高位优先|外部|三路|多路|插入\d|改进|优化|双向|鸡尾酒|计数排序|桶"
    )
    methods = reading.take_words(_METHODS)
    heap_too = (
        reading.take(r"这?[两2]次(?:得到|调整后|操作后)?的?(?:结果|序列)(?:分别|各|依次)*[是为]?(?:什么|多少)?")
        if out is not None
        else None
    )
    if out is not None:
        reading.take_all(
            r"(?:建好|建成|得到|建出)的?(?:初始)?(?:大根|小根|大顶|小顶)?(?:堆|\ue000+)(?:序列)?[是为](?:什么|怎样|怎么样)样?的?"
        )
    gaps = (
        reading.take(
            r"(?:取|选|用|选取)*(?:各趟|每趟)?的?(?:增量|步长|间隔|gap|dlta|d)(?:序列|值)?(?:d|di)?(?:分别|依次|各)*(?:先|依次)?(?:取|为|是|=|:)*\s*(?P<gaps>\d+(?:\s*(?:[,、和]|,?(?:再|然后|接着|后|最后)[取为是用]?)\s*\d+)+)(?!\s*[,、]?\s*\d)"
        )
        if "shell" in methods
        else None
    )
    of_pass = (
        reading.take_one(
            (
                r"(?:第一趟|第1趟|首趟|初始|此时|该趟|每趟)?的?(?:增量|步长|间隔|gap)(?:d|d1)?(?:为|是|=|取)*\s*(?P<value>\d+)",
                r"(?<![A-Za-z])d\d?\s*=\s*(?P<value>\d+)",
            ),
            int,
        )
        if "shell" in methods
        else None
    )
    refuse_negative(reading)
    for named in reading.take_all(r"(?:数组|序列|表|集合|数据)?\s*(?<![A-Za-z])(?P<letter>[A-Za-z])\s*=\s*\(?(?=\d+\s*[,、])"):
        reading.take_all(rf"[将把对]?(?<![A-Za-z]){named['letter']}(?![A-Za-z0-9=])(?:排列|排)?[成为]?")
    head = reading.take(
        rf"的?前\s*(?P<many>{INTEGER})\s*[个条位](?:记录|元素|关键字|数据|数|的)*(?:分别|依次|各)*[是为]?(?:多少|什么|哪些)?"
    )
    found = {to_ints(match[0]) for match in reading.take_all(SEQUENCE)}
    reading.take_all(
        r"\(?(?:按|要求|关键字)?照?(?:排序)?[为成]?(?:从?小到大|由小到大|升序|递增|非递减|增序)的?(?:次序|顺序|排列|排序|有序)?\)?"
    )
    each_pass = r"(?:每一?|各)个?[趟轮]的?(?:排序|归并|划分|处理|扫描|分配[和与、及]?收集|分配|收集)?(?:结束|完成)?(?:时|后|之后)?的?(?:排序)?(?:关键字|数据|元素)?的?"
    whole = reading.take(
        rf"(?:写出|给出|列出|画出)\ue000*的?(?:{each_pass})(?:结果|序列|状态|过程|排列|情况|变化)*|{each_pass}(?:结果|序列|状态|排列|情况|变化)+[是为]?(?:什么)?|(?:排序|的)*全过程"
        r"|(?:写出|给出|列出|画出)\ue000*的?(?:排序)?的?(?:各阶段|各个阶段|每个阶段|全过程)时?的?(?:数组|序列)?的?(?:结果|序列|状态|过程)?"
    )
    each = reading.take(
        rf"前\s*(?P<many>{INTEGER})\s*[趟轮](?:排序|归并|冒泡|选择|插入|扫描)?的?(?:结果|序列|状态)?(?:各|分别|依次)*[是为]?(?:什么|怎样|怎么样)?"
    )
    number = reading.take_one(
        (
            rf"第\s*(?P<value>{INTEGER})\s*[趟轮次]的?(?:排序|归并|划分|分配|收集|和|后|冒泡|选择|插入|扫描|处理)*",
            rf"(?:若|则|现|对其|再)*(?:经过|经|进行|做|完成|执行|排)?了?(?<!第)(?<![\d一二三四五六七八九十])(?P<value>{INTEGER})\s*[趟轮]的?(?:排序|归并|划分|分配|收集|和|冒泡|选择|插入|扫描|处理)*(?:(?:完事|做完|跑完|走完|排完|完)?(?:之?后|以后)|结束后?|完成后?|了(?=[,。;]|\s*结果)|完(?!成|全)|下来|(?:之后|后)?的?(?:结果|样子|序列))",
            # Where it is said how the pass goes, the pass is what is asked: `一趟(从前往后)…结果`.
            rf"(?<!第)(?<![\d一二三四五六七八九十每各])(?P<value>{INTEGER})\s*[趟轮](?=\s*\(?\ue000.*结果)",
        ),
        to_int,
    )
    if number is None and methods == ["quick"]:
        number = 1 if reading.take_all(r"的?第?[一1]次的?划分") else None
    if methods == ["radix"]:
        digits = reading.take_one(
            (r"[对按](?P<value>个|十|百)位(?:的|进行|做)*(?:分配|收集|排序|和|与|、|及|一次|一趟|各)*",),
            lambda sign: "个十百".index(sign) + 1,
        )
        if number is not None and digits not in (None, number):
            stay_out("another digit")
        number = digits if number is None else number
    if each is not None:
        if number is not None or set(methods) - {"insertion", "selection", "merge", "radix", "bubble"}:
            stay_out("several passes")
        number = to_int(each["many"])
    nth = reading.take_all(
        rf"(?:序列|数组|结果|新序列|此时|其|中|里|的|排|处|位|列)*在?(?:左[起边]|从左[往到至向]右)?数?第\s*(?P<place>{INTEGER})\s*个?(?:位置|位)?[上处]?的?(?:元素|数据|数字|数|关键字|记录|值)(?![作做]?[为是]?(?:监视)?(?:哨兵|枢轴|基准|支点)|空着|不[参用存])[是为]?(?:多少|几|谁|什么|哪个)?|[排处位列][在于](?:序列)?第\s*(?P<place2>{INTEGER})\s*个?位置?上?的?(?:元素|数据|数字|数|关键字|记录|值)?[是为]?(?:多少|几|谁|什么|哪个)?"
    )
    runs = reading.take(
        rf"(?:其中|它|里面|序列)*已?(?:含有?|包含|由|有|是)(?P<many>{INTEGER})个长度?[都均]?[为是](?P<run>{INTEGER})的(?:已?经?(?:排好序|有序)的?|有序)?子?(?:表|序列|段|文件)(?:组成|构成)?的?"
    )
    beside = reading.take(
        r"(?:元素|关键字|排在)?\s*(?P<key>\d+)\s*的?(?P<sides>(?:之?前|前面|左边?)[、和与及]?(?:之?后|后面|右边?)|(?:之?前|前面|左边?)|(?:之?后|后面|右边?)|前后)[紧相]?紧?(?:邻|挨着|相邻)的?(?:元素|关键字|数)?(?:各|分别)*[是为]?(?:哪个|哪两个|什么|多少|谁)?(?:元素|关键字|数)?"
    )
    reading.refuse(r"取[出走掉]?(?:一个|一次)?(?:最小|最大|堆顶)")
    count = count_of(reading, "关键字|元素|数据|整数|记录|数")
    settle(reading, _OWN)
    if len(nth) > 1:
        stay_out("several places")
    if len(found) != 1 or not methods:
        return None
    keys = list(found.pop())
    if nth and (whole is not None or each is not None or out is not None):
        stay_out("a place of which row")
    if whole is not None:
        return _whole(keys, methods, gaps, number, bool(bubble_from), bool(bubble_back))
    if not 4 <= len(keys) <= 24 or (count is not None and count != len(keys)):
        stay_out("keys")
    kind = _one_method(methods, out is not None)
    if kind is None or (len(set(keys)) != len(keys) and kind not in _STABLE):
        return None
    parameters: dict[str, Any] = {"task": kind, "keys": keys, "number": number, "gap": None}
    if runs is not None:
        many, run = to_int(runs["many"]), to_int(runs["run"])
        if (
            kind != "merge"
            or many * run != len(keys)
            or any(keys[at : at + run] != sorted(keys[at : at + run]) for at in range(0, len(keys), run))
        ):
            stay_out("other runs")
        parameters["run"] = run
    if head is not None:
        if (
            kind.endswith("heap")
            or each is not None
            or nth
            or beside is not None
            or out is not None
            or not 1 <= to_int(head["many"]) < len(keys)
        ):
            stay_out("the first of which row")
        parameters["head"] = to_int(head["many"])
    if beside is not None:
        if int(beside["key"]) not in keys or nth or each is not None or out is not None or len(set(keys)) != len(keys):
            stay_out("beside which element")
        sides = (
            ["before", "after"]
            if patterns.search("前", beside["sides"]) and patterns.search("后", beside["sides"])
            else ["after" if patterns.search("后|右", beside["sides"]) else "before"]
        )
        parameters |= {"beside": int(beside["key"]), "sides": sides}
    if each is not None:
        if kind == "bubble" and not (bubble_from or bubble_back):
            stay_out("from which end")
        parameters["each"] = True
    keyed = [int(match["key"]) for match in pivot if match.groupdict().get("key")]
    if any(key != keys[0] for key in keyed):
        stay_out("another pivot")
    if pivot_key is not None and (kind != "quick" or pivot_key != keys[0] or pivot):
        stay_out("another pivot")
    if gaps is not None and number is None and of_pass in to_ints(gaps["gaps"]):
        number = parameters["number"] = to_ints(gaps["gaps"]).index(of_pass) + 1
    if gaps is not None or of_pass is not None:
        parameters |= _gaps(None if gaps is None else list(to_ints(gaps["gaps"])), of_pass, number, len(keys))
    elif kind == "shell":
        return None
    if (
        ((pivot or holes or pivot_place) and kind != "quick")
        or ((bubble_from or bubble_back) and kind != "bubble")
        or (lowest and kind != "radix")
    ):
        return None
    if kind == "quick":
        if number not in (None, 1):
            return None
        if pivot_place is not None and int(pivot_place.groupdict().get("key") or keys[0]) != keys[0]:
            stay_out("another pivot")
        if pivot_place is not None:
            parameters["pivot_base"] = int(pivot_place["base"] or 1)
        parameters |= {
            "number": 1,
            "stated": bool(holes) and (bool(pivot) or pivot_key is not None),
            "pivot": bool(pivot) or pivot_key is not None,
        }
    elif kind == "bubble":
        if bubble_from and bubble_back:
            stay_out("from both ends")
        parameters["from"] = "front" if bubble_from else "back" if bubble_back else None
    if out is not None:
        if kind not in ("max-heap", "min-heap") or number not in (None, to_int(out["count"].rstrip("次")) if out["count"] else 1):
            return None
        parameters["number"] = number = None
        if "最小" in out[0] and kind == "max-heap":
            stay_out("the smallest goes out first")
        if patterns.search(r"(?:剩余|剩下)的?(?:元素)?(?:构成|组成)?的?堆", reading.text):
            stay_out("the rest alone")
        if out["swap"] is None and not top and "heap" not in methods and "数组" not in reading.text:
            stay_out("whether the removed element stays in the row")
        asked_heap = (
            patterns.search(
                r"(?:初始)?(?:大根|小根|大顶|小顶)?(?:写出|给出|求出?|画出|列出)[其它该此]?(?:对应的?)?(?:建成|建好|建立|初始|得到)的?(?:后的)?(?:初始)?的?(?:大根|小根|大顶|小顶)?堆|堆(?:序列)?[是为](?:什么|多少|怎|\(\s*\)|(?=\s*[;,。?]))",
                reading.text,
            )
            is not None
        )
        parameters |= {
            "out": to_int(out["count"].rstrip("次")) if out["count"] else 1,
            "both": asked_heap or heap_too is not None,
            **({"top": True} if top else {}),
        }
        if not 1 <= parameters["out"] < len(keys):
            return None
    elif kind in ("max-heap", "min-heap"):
        if number is not None and "heap" in methods:
            both = patterns.search(
                r"(?:初始|建)建?的?(?:大根|大顶)?堆(?:后|完成后|时)?的?(?:序列)?(?:和|及|以及|、|与|,)[^。;?]{0,24}(?:分别|各)",
                reading.text,
            )
            apart = parts_numbered(text) > 1 and patterns.search(r"初始堆|初始的?(?:大根|大顶)堆", reading.text) is not None
            parameters |= {"out": number, "both": both is not None or apart, "number": None}
        elif number is not None:
            return None
    elif kind not in ("shell", "quick") and number is None:
        return None
    if kind == "max-heap" and methods == ["heap"] and number is None and out is None:
        parameters["either"] = True  # which heap is not said
    if nth:
        place = to_int(nth[0]["place"] or nth[0]["place2"])
        if not 1 <= place <= len(keys):
            stay_out("no such place")
        parameters["nth"] = place
    what = "建成的堆" if kind.endswith("heap") else f"第 {number} 趟后" if number else "一趟后"
    if parameters["gap"]:
        what = f"增量 {parameters['gap']} 的一趟"
    elif parameters.get("out"):
        what = f"输出 {parameters['out']} 个堆顶后"
    return Recognition(
        parameters=parameters,
        understood=(("序列", listed(keys)), ("方法", TITLES[kind]), ("求", f"{what}的第 {parameters['nth']} 个" if nth else what)),
    )


def _whole(
    keys: list[int], methods: list[str], gaps: re.Match[str] | None, number: int | None, front: bool, back: bool
) -> Recognition | None:
    """Every pass of a method."""
    methods = ["max-heap"] if methods in (["heap", "max-heap"], ["max-heap", "heap"]) else methods
    if len(methods) != 1 or number is not None or not 4 <= len(keys) <= 24 or len(set(keys)) != len(keys):
        return None
    kind = methods[0]
    parameters: dict[str, Any] = {"task": kind, "keys": keys, "number": None, "gap": None, "each": True}
    if kind == "shell":
        if gaps is None:
            return None
        parameters |= _gaps(list(to_ints(gaps["gaps"])), None, len(to_ints(gaps["gaps"])), len(keys))
    elif kind == "bubble":
        if front and back:
            stay_out("from which end")
        parameters["from"] = "front" if front else "back" if back else None
    elif kind in ("heap", "max-heap"):
        parameters |= {"task": "max-heap", "out": len(keys) - 1}
    elif kind not in ("insertion", "selection", "merge", "radix", "quick"):
        return None
    return Recognition(parameters=parameters, understood=(("序列", listed(keys)), ("方法", TITLES[kind]), ("求", "每一趟的结果")))


def _one_method(methods: list[str], out: bool) -> str | None:
    """The method that is meant: heap sort goes with the heap it builds."""
    if "heap" in methods:
        rest = [method for method in methods if method != "heap"]
        # Ascending order is sorted with the largest on top.
        if rest == ["min-heap"] and not out:
            return "min-heap"
        return "max-heap" if not rest or rest == ["max-heap"] else None
    return methods[0] if len(methods) == 1 else None


def _gaps(gaps: list[int] | None, of_pass: int | None, number: int | None, size: int) -> dict[str, Any]:
    if gaps is None:
        if number not in (None, 1) or of_pass is None or not 1 <= of_pass < size:
            stay_out("an increment of another pass")
        return {"gap": of_pass, "gaps": [of_pass]}
    if number is None or not 1 <= number <= len(gaps) or any(not 1 <= gap < size for gap in gaps) or sorted(gaps, reverse=True) != gaps:
        stay_out("increments")
    if of_pass not in (None, gaps[number - 1]):
        stay_out("another increment")
    return {"gaps": gaps[:number], "gap": None if number > 1 else gaps[0]}
