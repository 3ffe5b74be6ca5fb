"""Reading problems about topological orders: arcs or courses with what must come before them, and what is asked."""

from __future__ import annotations

import re
from typing import Any

from engine.generators import patterns
from engine.generators.ds._asking import Asked, last_choice, take_asked
from engine.generators.ds._blanks import prepared
from engine.generators.ds._clauses import count_of, in_parts, opened
from engine.generators.ds._graphs.sets import plain_sets
from engine.generators.ds._graphs.upright_tables import with_told_predecessors
from engine.generators.ds._stories import settle_story
from engine.generators.ds._topological_order.arcs_reading import ALONE, VERTEX, read_arcs
from engine.generators.ds._topological_order.worded_vertices import with_letters_for_courses, with_letters_for_words
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.patterns import caseless
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

_COURSE = r"门?(?:课程?|任务|工序|活动|步骤?|模块|软件包|包)?"
_ORDER = r"(?:拓扑(?:排序)?(?:有序)?的?(?:序列|次序|序|顺序|排序|结果)|(?:修课|学习|选课|上课|排课|施工|完成|执行|修读|编译|安装|做)的?(?:序列|次序|顺序|方案|安排|排法)|序列|次序|顺序|排法|排列|方案|修法|学法|安排(?:方式)?|走法|穿法|做法|结果|拓扑)"
_MANY = r"(?:一共|总共|共|有|能|可以|会有|得到|产生|存在|排出|的){0,4}"
_TOLD = r"(?:这样|不同|合法|可能|正确|可行|互不相同|满足条件|有效|合理|符合要求|的){0,4}"
_ASKED = (
    (
        rf"(?:顶点|结点|课程|任务|工序|活动|事件)?\s*(?P<placed>{ALONE})\s*(?:这门课?|课程?)?最(?P<bound>早|快|晚|迟)(?:能|可以?|会|在|被|排|安排|出现|输出|修|学|做|完成|到|于|是){{0,5}}第(?:几|多少)[个门位步项]?(?!学期|轮|批|周|天)被?(?:输出|修|学|做|出现|完成)?的?",
        "place",
    ),
    (
        rf"(?P<surely>{ALONE})\s*(?:是不是|是否|会不会)?(?:一定|必然|必定|总是?)(?:是|在|排在?|排)?最后(?:一个)?(?:输出)?的?[吗么不]?",
        "surely-last",
    ),
    (
        rf"(?:其中|当中|里面|这些序列中|这里面|,|且|并且|若|如果|要求|规定|那么|则){{0,3}}\s*[以从]?\s*(?:顶点|课程?)?\s*(?P<first>{ALONE})\s*(?:作为|为|作)?(?:开头|打头|开始|为首|排第一|排在第一|在最前面?|第一个(?:输出|修|学|做)?)的?",
        "begins",
    ),
    (
        rf"(?:其中|当中|且|并且|若|如果|要求|规定|那么|则|,){{0,3}}\s*第[一1](?:个|门|位|步|学期)[只先应就]?(?:输出|修|学|上|选|做|的|顶点|课程?|必须|要|是|为){{1,4}}\s*(?P<first>{ALONE})的?",
        "begins",
    ),
    (
        rf"(?:其中|当中|,){{0,2}}(?:若|如果|规定|要求|必须|要|一定|只能){{1,4}}(?:最先|首先|先)(?:输出|执行|完成|处理)\s*(?:顶点)?\s*(?P<first>{ALONE})(?:的话|时)?",
        "begins",
    ),
    (
        rf"(?:其中|当中|里面|且|若|如果|要求|那么|则|,){{0,3}}\s*以?\s*(?P<last>{ALONE})\s*(?:作为|为|作)?(?:结尾|收尾|结束|排最后|最后输出|在最后)的?",
        "ends",
    ),
    (
        r"(?:可能|可以|能|能够|会|最先|首先)?(?:第[一1]个|最先|首先|最早|开始时|一开始|初始时|首个)(?:可能|可以|能|能够|被|会|应|应该)?被?(?:输出|修|学|做|选|出队|删除|执行|完成|开始|进行|安排)?的?(?:顶点|课程?|点|门|任务|工序|活动|模块|步骤)?(?:可能|可以|能)?的?[是为有]?(?:哪些|哪几个|哪个|什么|谁|哪几门|几个)(?:顶点|点|课程?|任务|工序|活动)?",
        "firsts",
    ),
    (r"(?:入度)(?:为|是|=)?[0零]的?(?:顶点|结点|点)?(?:有|是|都有)?(?:哪些|哪几个|几个|多少个?|谁)(?:顶点|点)?", "firsts"),
    (
        r"最后(?:一个)?(?:可能|可以|能|被|会){0,2}(?:输出|修|学|做|执行|完成|开始|进行|安排)?的?(?:顶点|课程?|点|任务|工序|活动|模块|步骤)?(?:可能|可以|能|一定|只能|必然|必定)?[是为有]?(?:哪些|哪几个|哪个|什么|谁)(?:顶点|点|课程?)?",
        "lasts",
    ),
    (r"(?:各|每个|所有)个?(?:顶点|结点|点)的?(?P<degrees>入度|出度)(?:分别|各|依次)?[是为]?(?:多少|几)?", "degrees"),
    (rf"(?:顶点|结点)?\s*(?P<of>{ALONE})\s*的(?P<degree>入度|出度)[是为]?(?:多少|几)?", "degree"),
    (
        rf"(?:字典序|编号)[最较](?P<side>小|大)的?(?:那个|一个)?(?:{_ORDER})?的?是?(?:哪个|哪一个|什么)|(?<=\ue000)(?:和|与|及|以及|、)(?:字典序|编号)?最(?P<side2>小|大)的?(?:那个|一个)?{_ORDER}|字典序最(?P<side3>小|大)的?(?:那个|一个)?{_ORDER}(?=(?:和|与|及|以及|、|,)(?:字典序)?最[小大])|(?<=和|与|及|、)字典序最(?P<side4>小|大)的?(?:那个|一个)?{_ORDER}",
        "lexical",
    ),
    (
        r"(?:该|此|其|这个|它的)?(?:拓扑(?:排序)?(?:有序)?(?:序列|序|次序)?|结果|次序|顺序|序列)?(?:是否|是不是)?是?唯一(?:吗|不|么|的吗|性)?",
        "unique",
    ),
    (
        r"(?:一共|总共|至少|最少|最短)?(?:需要?|要|得|用|安排)?(?:几|多少)个?(?:学期|轮|批|阶段)(?:才?能?(?:修完|学完|完成|上完|做完))?",
        "semesters",
    ),
    (
        r"(?:(?:如果|若)?(?:不能|不行)(?:的话|成功)?,?)?(?:最多|最终|总共|只|一共)?(?:能|可以?|会)?够?被?输出的?(?:顶点|点|结点)?[有是]?(?:哪些|哪几个|多少个?|几个)(?:顶点|点)?来?|(?:哪些|哪几个)(?:顶点|点)(?:能|可以?|会)被?输出|(?:哪些|哪几个)(?:顶点|点)?(?:不能|无法|输出不了|没法)被?输出",
        "reached",
    ),
    (
        rf"(?:能|可以)[把将]?(?:全部|所有)?这?(?:{INTEGER})?个?的?(?:顶点|点|结点)(?:全部?|都)能?输出[来完]?吗?|(?:是否还能?|还能(?:否|不能)|能否|能不能|是否能?|是否可以|可不可以|可否|(?:可以|能够|(?<!可)能)(?=.{{0,16}}[吗么不]))(?:够|对它|对其|对该图|对这个图|把它|给它|进行|成功|做){{0,3}}(?:输出|得到|完成|进行|做|有|存在)?(?:全部|所有|完整|一个)?的?(?:顶点|拓扑(?:排序)?(?:序列|序)?)(?:排出来|输出|成功|完成|出来)?[吗么不]?|(?:是否|有无|有没有|是不是)(?:存在|有|含)?有?(?:回路|环)图?吗?|(?:存在|有|含有)(?:回路|环)吗|(?:拓扑排序|排序)(?:能|可以)(?:成功|完成|进行)[吗么不]|拓扑排序(?:能否|是否能?)(?:成功|完成|进行)",
        "cycle",
    ),
    (
        rf"(?:所有|全部|每一?种|各种|一切)(?:可能|不同|合法|正确|可行|的){{0,3}}(?:课程|任务|工序|活动|步骤)?{_ORDER}(?!\s*的?总?(?:个数|数目|总数|种数|数量|数))(?:都|分别)*(?:有哪些|列出来|写出来|是什么|列一下)?|{_ORDER}(?:都|分别)*有哪些|都?有哪些{_ORDER}?|(?:全部|都|全)?(?:列|写|枚举|罗列)(?:一下|出来|出|下)(?:来|全部|所有|它们)?(?=[,。?;!\n]|$)",
        "every",
    ),
    (r"(?<=[,、和\ue000\s])(?:并且|以及|它们)?(?:分别|都|各)[是为有](?:什么|哪些|哪几[种个]|怎样的?)", "every"),
    (
        rf"(?:求|说明|问|并指出)?{_MANY}{_TOLD}{_ORDER}?的?(?:一共|总共|共|有|为|是|能|会|可以){{0,3}}(?:个数|数目|总数|总个数|种数|数量|(?:多少|几)[个种条]|数(?=[?。,\s]|$|是|为)){_TOLD}{_ORDER}?(?:情况|可能)?",
        "count",
    ),
    (
        rf"(?:写出|给出|列出|求出?)(?:它的|其|该图的|图的)?(?:任意)?一[个种](?:可能|可行|合法|正确|合理|的){{0,3}}(?:课程|任务|工序|学习|修课)?{_ORDER}",
        "one",
    ),
    (r"(?<=拓扑序列)(?:一?共|总共)[为是有][\s()。]*$", "count"),
)
_BEFORE = (
    (
        rf"(?:其中|当中|且|若|如果|要求|规定|还|另外|,){{0,3}}\s*(?:顶点|课程|任务)?\s*(?P<one>{ALONE})\s*(?:排|出现|都|必须?|一定|要|应|须|总){{0,3}}在\s*(?:顶点|课程|任务)?\s*(?P<other>{ALONE})\s*的?(?:之前|前面|前)的?(?=.{{0,12}}(?:多少|几|个数))",
        "before",
    ),
)
_OWN = """
过关 打比赛 要过关 其余无约束 其他无约束 无约束 约束 含 工程含 要等 等 关卡 做法 起 列出所有 列出 一下 算法 顺序 怎么排 如何排 该怎么排 排 排一下 排出 排出来 修完 学完 上完 上课 一门一门 一门 门课 上 修 学 图 弧 边 有向边 顶点 结点 集 集合 为 有 E V G 中 则 它 不同 某 有向图 有向无环图 无环 AOV 网 AOV网 DAG 课程 课 先修 先修课 专业 关系 专业课程 课程之间 顺序 次序 序列 学习次序 学习 合理 合理的 安排 修课 排课 活动 工序 工程 拓扑 排序 拓扑序列 拓扑排序 拓扑序 拓扑有序 进行 输出 输出序列 结果 编号 字母
种 个 总数 数目 个数 全部 所有 一种 一个 其中 可能 可能的 如下关系 依赖 依赖关系 任务 先后 先后关系 共有 说明 的次序 弧集 边集 弧有 边有 弧为 边为 都 任意 随便 任一 写 来 门 出来 完整 包含 能 求该图 用 算法 Kahn 卡恩 V和E 共
一次修一门 一门一门地修 其他没边 没有其他边 没有别的边 其余没有边 无其他边 其它没边 邻接表 邻接表如下 互不相干 互不相连 两条 链 一条链 合在一张图里 合在一起 字典序 先修关系 关系为 次 做 做完 完 全 所有课 能否 成功 有先后要求 先后要求 任意时刻 有效 条 制约关系 约束 约束关系 需要 才能 必须 开始 都 又 的话 满足 张 指向 箭头 表示 从 到 依次 求出 排法 点 修读 软件包 安装 编译 模块 起床 步骤 流程 当前 出度 入度 哪个 判断 判断一下 那个 可行 可行的 满足
"""


def _plain_choice(text: str) -> str:
    """The text with its last question, if it asks which of the pasted orders is one, in one wording."""
    last = last_choice(text, "图 有向图 有向无环图 DAG DAG图 AOV网 网 对应 拓扑 拓扑序列 拓扑有序序列 拓扑排序 排序 有序", "拓扑")
    if last is None or not patterns.search("下列|以下|下面|哪|选项|不|可能|错误|正确", last.words):
        return text
    return f"{text[: last.start].rstrip()}下列{'' if last.so else '不'}可能的拓扑序列是{text[last.start + len(last.words) :]}"


def recognise(text: str) -> Recognition | None:
    """A directed graph without weights and what is asked of its orders; None where it is something else."""
    text = _plain_choice(plain_sets(with_told_predecessors(text)))
    text = patterns.sub(r"\(无(?:未修|未完成|尚未修)?的?(?:先修|前驱)课?程?(?:未修)?\)", "", prepared(text))
    # `<X,Y> says that X comes before Y` explains the arcs.
    text = patterns.sub(
        r"\(?(?:其中)?(?<![A-Za-z0-9])([A-Za-z][ij]?)\s*→\s*([A-Za-z][ij]?)\s*(?:表示|代表|意为|意思是|即|指)\s*\1\s*[是为]\s*\2\s*的(?:直接)?(?:先修|先行|前驱|前置|先决|前提)(?:课程?|任务|活动|条件)*\)?|\(?(?:其中)?(?<![A-Za-z0-9])([A-Za-z][ij]?)\s*→\s*([A-Za-z][ij]?)\s*(?:表示|代表|意为|即|指)\s*(?:\3\s*(?:必须)?(?:先于|早于)\s*\4(?:执行|完成|进行)?|\3\s*(?:完成|做完|结束|学完|修完)(?:之?后)?(?:才能?|再)(?:做|开始|进行|学|修)\s*\4|\4\s*依赖于?\s*\3)\)?",
        "",
        text,
    )
    text = patterns.sub(r"(?<=[图网])\s*[GDN](?=\s*[:,。;的中上])", "", text)
    text, words = with_letters_for_words(text)
    if not words:
        text, words = with_letters_for_courses(text)
    turned = patterns.search("逆拓扑", text) is not None and not patterns.search("(?<!逆)拓扑", text)
    if turned:
        text = text.replace("逆拓扑", "拓扑")
        if patterns.search("入度", text):
            return None
        text = text.replace("出度", "入度")
    # Kahn's algorithm takes vertices out.
    text = patterns.sub(r"(?<=每次)都?(?:删除|删去|删掉|删|去掉|取出|取)(?=入度|编号|序号|字母|最)", "选", text)
    text = patterns.sub(r"删除的?(?=顺序|次序)", "输出", text)
    reading = opened(patterns.sub(r"(?<=[0-9A-Za-z])\s*号(?:课程?|任务|工序|顶点|点)?", "", text))
    if not patterns.search(
        r"才能?做|C\d+→C\d|拓扑|先修|先行课|前必须|之前要|学习顺序|执行顺序|前驱|选课|修课|排课|穿法|AOV|先后|依赖|前置|次序|排法|Kahn|先于|要等",
        reading.text,
        re.IGNORECASE,
    ):
        return None
    if patterns.search(r"AOE|持续|工期|关键|最短|\d天|小时|权(?!威)", reading.text, re.IGNORECASE):
        return None
    reading.take_all(
        r"\(?前者?(?:指|指向|到)后者?\)?|一门一门地?|[一每]次(?:只|最多)?(?:能|可以?)?[修学上选]一门|一个一个地?|(?:若|如果)?[一每]次(?:只|仅|最多)*(?:能|可以?|允许)?(?:做|执行|完成|进行|修|学|上|选)一[个道项件门](?:工序|任务|课程?|活动)?"
    )
    only = bool(
        reading.take_all(
            r"(?<=[(,;])(?:已知|保证|注:|提示:?)?(?:其|该|本题|它)?的?(?:拓扑)?(?:结果|答案|序列|次序|顺序|解)?是?唯一(?:的|确定的?)?(?=[)。]\s*$|[)])"
        )
    )
    one_a_term = _one_a_term(reading)
    rule = _waiting(reading) or _rule(reading)
    added = reading.take(
        rf"(?:若|如果|假如)?(?:现|现在|再|又|在图中|向图中|给图|图中|给该图)*新?(?:增加|添加|加入|加上|增添|加)了?(?:一条|1条)?(?:有向)?的?[弧边]?\s*(?P<tail>{ALONE})\s*(?:→|-+>)\s*(?P<head>{ALONE})\s*的?(?:弧|边|这条边|这条弧)?(?:之?后|的话|时|则|,)*"
    )
    reading.refuse(r"孤立|无向|相邻|添加|增加(?!一)|新增|再加|删除|删去|去掉|加上?一条|至少(?!.{0,6}学期)|至多|深度优先|DFS|证明")
    conditions = take_asked(reading, _BEFORE)
    arcs, names = read_arcs(reading)
    if names is None:
        return None
    drawn = arcs
    if turned:  # an order turned round is an order of the arcs turned round
        arcs = [(head, tail) for tail, head in arcs]
        if added is not None:
            stay_out("an arc more, and the order turned round")
    candidates = _candidates(reading, names)
    negative = caseless(
        rf"(?:(?<![是能可])不(?:可能)?(?:是|属于|为)|不可能|不能(?=是|为|得到|作为)|错误|不正确)的?(?:它|该图|图|其|上述|该有向图|G)*的?(?:一个|合法)?的?是?(?:{_ORDER})?"
    )
    choice = None
    if not candidates:
        choice_words = r"(?:下列|以下|下面|哪个|哪一个|哪项|选项|图中|序列|各|中|的|,|则|那么|对该图|可能){0,8}(?P<no>不)?(?:可能|能|属于)?不?(?:是|为|作为|得到|成为)的?(?:图中|其|它|该图|该有向图|有向图|图\s*G?|G|上述图|该网|的){0,3}[\s(),、\ue000]*的?(?:一个|合法的?|正确的?|可能的?){0,2}(?:拓扑(?:有序|排序)?(?:序列|次序|序)?)的?[是有]?(?:哪个|哪一个|哪项)?(?=[\s()_:。?,;、弧边集合有为是图其中选项]*(?:\ue000|$)(?![^\ue000]*[\u4e00-\u9fff]{3}))"
        wrong_one = r"(?:则|那么|,)*(?:(?P<not>不可能|可能|不正确|错误|正确|不合法|合法)|可以?(?:得到|输出)|能够?(?:得到|输出))的(?:拓扑(?:排序)?(?:序列|结果|次序|顺序)?)[是有为](?=[\s()_:。?]*$)|(?:下列|以下|下面)的?各?(?:序列|结果|排序|拓扑|选项|次序|顺序|的){0,4}[中里]?,?(?P<no>错误|不正确|不可能|不合法|正确|可能|合法)(?:得到|出现)?的?(?:拓扑)?(?:排序)?的?(?:序列|结果|次序|顺序)?的?[是有为](?:哪一?[个项])?(?=[\s()_:。?]*$)"
        if caseless(wrong_one).search(reading.rest):
            choice = reading.take(wrong_one)
        found = None if choice else caseless(choice_words).search(reading.rest)
        if found is not None and patterns.search("下列|以下|下面|哪|选项|不|可能|属于|是[其它该图]|为[其它该图]|是(?=拓扑)", found[0]):
            choice = reading.take(choice_words)
    reading.take_all(
        r"(?:若|如果|假设|设)?[每一]个?学期(?:所|可以?|能|允许|选|修|学|上|开设?|安排|同时|的)*(?:课程?)?的?(?:门数|数量|数目|课程数|门)?(?:不限|不受限制|没有限制|不作限制|不加限制|无限制|任意多?)(?:门数|多门|门|课程?|数量)*|(?:若|如果|假设)?每个?学期(?:可以?|能|允许|最多)*(?:同时)?[修选学上](?:多|任意多?|若干)门(?:课程?)?|每个?学期[修选学上]?的?(?:课程?)?的?门?数?目?(?:不限门数|不限|没有限制|不受限制)|不限门数|任意多门|(?:若|假设|如果)?(?:不限制?(?:并行|同时进行|同时做)?的?(?:任务|人数|数量|数目|数|资源)*|(?:可以|能|允许)?(?:任意|无限)?并行(?:执行|进行|完成)?(?:数|数目|数量)?(?:不限|不受限制)?)(?=[,。;])"
    )
    reading.take_all(r"(?:(?:如果|若)不唯一|不唯一)(?:的话|时|则|,)+")
    asked = sorted([*conditions, *take_asked(reading, _ASKED)], key=lambda each: each.match.start())
    counted = reading.take_one(rf"(?<![\d第])(?P<value>{INTEGER})条(?:有向)?[边弧]", to_int)
    if counted not in (None, len(arcs)):
        stay_out("another number of arcs")
    reading.refuse(r"(?<!无)环|回路" if not any(each.name in ("cycle", "reached") for each in asked) else r"(?!)")
    reading.take_all(r"无?(?:环|回路)")
    reading.take_all(
        r"(?:但|且|而且|只要|要求)?(?:一门课程?的|每门课程?的|其|所有|全部)?先修课程?[都均]?(?:必须|须|要|应|需)?在?(?:此前|之前|前面|以前|先前|前)?的?(?:学期|几个学期)?(?:先|都|已经?)?(?:修完|学完|修过|学过|完成)[才后]?(?:能|可以?)?[修学选]?(?:该课程?)?(?=[,。;?])"
    )
    stated = count_of(reading, "顶点|结点|课程|课|任务|活动|工序|点|门课程|门课")
    stated = stated or reading.take_one(
        rf"(?<![\d第])(?P<value>{INTEGER})(?:门(?:课程?)?|[道项件](?:工序|任务|活动|作业|步骤|工作))", to_int
    )
    one = reading.take_all(
        r"(?:拓扑(?:排序)?(?:有序)?(?:序列|次序|序|顺序)|拓扑排序|(?:学习|修课|排课|选课|修读|上课)的?(?:次序|顺序)|次序|顺序|序列)(?:结果)?|(?<=[怎请帮何])[么忙]?我?(?:安排|排)(?:课|一下)?(?=[,。?;]|$)"
    )
    chosen = (
        bool(patterns.search("下列|以下|下面|哪个|哪一个|哪项", reading.text))
        and not candidates
        and not patterns.search("如下", reading.text)
    )
    reading.refuse(r"第(?![一1]章)|逆|栈|队列" if rule is None else r"第|逆")
    if stated is not None and not candidates and stated > len(names) and any(each.name == "cycle" for each in asked):
        stay_out("vertices without arcs")
    inverted = negative.search(reading.text) is not None
    settle_story(reading, [each.match.start() for each in asked], _OWN, parted=in_parts(text))
    if stated not in (None, len(names)) or one_a_term not in (None, len(names)):
        stay_out("another number of vertices")
    place = {name: number for number, name in enumerate(names)}
    pairs = [(place[tail], place[head]) for tail, head in arcs]
    if len(set(pairs)) != len(pairs) or len(names) > 12 or len(arcs) < 2 or any(tail == head for tail, head in pairs):
        stay_out("arcs")
    shown = [words[ord(name) - 65] for name in names] if words else names
    parameters: dict[str, Any] = {"names": shown, "arcs": [list(pair) for pair in pairs]}
    understood: tuple[tuple[str, str], ...] = (
        ("顶点", listed(shown, "、")),
        ("弧", "、".join(f"{shown[place[tail]]}→{shown[place[head]]}" for tail, head in drawn)),
    )
    if turned:
        understood = (*understood, ("求", "逆拓扑序列（把弧全部反向后的拓扑序列）"))
    if choice is not None or (one and chosen and not asked and rule is None):
        if asked or rule is not None:
            return None
        parameters |= {"task": "choice", "possible": not inverted}
        return Recognition(parameters=parameters, understood=(*understood, ("求", f"{'不' if inverted else ''}可能的拓扑序列")))
    if inverted and candidates and not patterns.search("是[/／]不是|是(?:还是|或)不是", reading.text):
        stay_out("which is not")
    earlier = asked if added is None else [each for each in asked if each.match.start() < added.start()]
    tasks = _tasks(earlier, place)
    if added is not None:
        later = _tasks([each for each in asked if each not in earlier], place)
        if not later or {added["tail"], added["head"]} - set(place) or candidates or rule is not None:
            stay_out("an arc more, of which nothing is asked")
        parameters["added"] = [place[added["tail"]], place[added["head"]]]
        parameters["later"] = later
    if candidates:
        if tasks and any(task[0] != "cycle" for task in tasks):
            stay_out("candidates and more")
        which = "哪" in reading.text and not inverted
        tasks = (
            [["which", [[told, [place[name] for name in names_]] for told, names_ in candidates]]]
            if which
            else [["is", [place[name] for name in names_], told] for told, names_ in candidates]
        )
    if rule is not None:
        tasks = [task for task in tasks if task[0] != "lexical"]
        tasks.insert(0, ["ruled", rule])
    if not tasks and added is None:
        if not one:
            return None
        if patterns.search("所有|全部|每一?种|各种", reading.rest):
            stay_out("all of them, or one")
        tasks = [["one"]]
    if only and any(task[0] not in ("one", "every") for task in tasks):
        stay_out("said to be the only one")
    return Recognition(parameters={**parameters, "asked": tasks}, understood=understood)


def _one_a_term(reading: Reading) -> int | None:
    """How many terms one course each is said to take, taken; None where that is not said, or without a number."""
    if not reading.take_all(
        r"(?:要求|规定)?(?:一个?|每个?)学期里?都?(?:只|仅|恰好?|正好|最多|至多)?(?:能|可以?|修|学|上|选|安排|开){0,3}[一1]门(?:课程?)?"
    ):
        return None
    return reading.take_one(
        rf"(?:一共|总共|共|用|在|分|恰好)*(?P<value>{INTEGER})个学期[内里中]?(?:正好|恰好|刚好|能|可以?)?把?(?:全部|所有)?这?(?:{INTEGER}门)?(?:课程?)?(?:全部|都)?[修学上][完毕]",
        to_int,
    )


def _waiting(reading: Reading) -> str | None:
    """`queue` or `stack` where vertices without predecessors wait there, smaller ones put in first; taken."""
    kept = reading.take(
        r"(?:采用|用|使用|借助|利用)?(?:Kahn算法)?\+?(?P<kind>队列|栈)[来去]?(?:存放|存|保存|暂存)?(?:入度为?[0零]的?)?的?(?:顶点|结点|点)?"
    )
    if kept is None:
        return None
    if patterns.search("都行|均可|都可以|无所谓", reading.text):
        reading.take_all(r"[/或和]?(?:栈|队列)?(?:都行|均可|都可以|无所谓)")
        return None
    smaller = reading.take_all(
        r"(?:初始)?\(?(?:同时)?(?:[a-z] ?){0,3}(?:同时)?(?:入度)?(?:变|变为|为|成)*[0零]?(?:的|时|则|,|顶点)*按?照?(?:编号|序号|字母序?|数字|字典序)(?:小的?(?:顶点)?先[入进压]入?(?:队列?|栈)?|(?:顺序|次序)?从小到大(?:依次)?[入进压](?:队列?|栈)?|(?:顺序|次序|序)?(?:依次)?[入进压](?:队列?|栈))\)?"
    )
    reading.take_all(r"[a-z][先后][入进]栈")
    if not smaller:
        stay_out("in which order they are put there")
    return "queue" if kept["kind"] == "队列" else "stack"


def _rule(reading: Reading) -> str | None:
    """Which of several vertices without predecessors goes first, `least` or `most`, taken; None where that is not said."""
    if patterns.search("最小", reading.text) and patterns.search("最大", reading.text):
        return None
    found = reading.take(
        r"(?:编号|序号|字母|字母序|字典序|标号|下标|数字|号码?|顶点号|课程号)(?:\((?:字母|编号|序号|数字|字典序)\))?的?(?:顺序|次序)?[最较更越]?(?P<side>小|大|靠前|靠后)(?:的|者|那个|一个|一门|那门)*(?:入度[为是]?[0零]的?)?(?:顶点|结点|点|课程?)?(?:优先|先输出|先出|先)?(?:输出)?(?!的?(?:那个|一个)?的?(?:拓扑)?(?:序列)?是?(?:哪|什么))"
    )
    if found is None:
        return None
    reading.take_all(
        r"(?:当|若|如果|每当|假如|规定|约定)?(?:有|存在|出现|遇到|同时有|在)*(?:当前)?(?:多个|几个|不止一个|多于一个|若干个?)?(?:可选的?)?(?:入度[为是]?[0零]|(?:没有|无)(?:前驱|先修课?)(?=的)|先修(?:课程?)?[都均]?已?(?:修完|学完)(?=的)|当前可选|可选)的?(?:顶点|结点|点|课程|课)?[中里]?的?(?:可选|可以选|可供选择|同时可选|可选择|都可选)?"
        r"|(?:当|若|如果|每当)有?(?:多个|几个)(?:顶点|结点)?(?:可选|可以选|可供选择)|(?:若|如果)(?=拓扑|在|每|排序)|可修的?(?:课程?)?[中里]?|(?:总是|每次)先[修学选上]|每次(?:都|总是|总|均)?|每步(?:都|总是)?|(?:总是|都|总|优先|先)(?=选|取|挑|输出|拿)|选择|选取|选|挑|取|拿"
        r"|用?(?:栈|队列)(?:/|或|和)?(?:栈|队列)?(?:都行|均可|都可以|无所谓)"
    )
    return "most" if found["side"] in ("大", "靠后") else "least"


def _tasks(asked: list[Asked], place: dict[str, int]) -> list[list[Any]]:
    """What is asked as (what, ...), with vertices as places; a condition goes with the count that follows it.

    Raises:
        StayOut: a vertex that is not in the graph, or a condition of which nothing is asked.
    """

    def vertex(name: str) -> int:
        found = next((at for own, at in place.items() if own.upper() == name.upper()), None)
        return stay_out(f"no vertex {name}") if found is None else found

    tasks: list[list[Any]] = []
    conditions: list[list[Any]] = []
    for each in asked:
        match = each.match
        if each.name == "begins":
            conditions.append(["begins", vertex(match["first"])])
        elif each.name == "ends":
            conditions.append(["ends", vertex(match["last"])])
        elif each.name == "before":
            conditions.append(["before", vertex(match["one"]), vertex(match["other"])])
        elif each.name in ("count", "every"):
            task = [each.name, conditions]
            conditions = []
            if task not in tasks:
                tasks.append(task)
        elif each.name == "degrees":
            tasks.append(["degrees", match["degrees"]])
        elif each.name == "degree":
            tasks.append(["degree", match["degree"], vertex(match["of"])])
        elif each.name == "place":
            tasks.append(["place", vertex(match["placed"]), match["bound"] in "早快"])
        elif each.name == "surely-last":
            tasks.append(["surely_last", vertex(match["surely"])])
        elif each.name == "lexical":
            tasks.append(["lexical", "least" if (match["side"] or match["side2"] or match["side3"] or match["side4"]) == "小" else "most"])
        elif [each.name] not in tasks:
            tasks.append([each.name])
    if conditions:
        stay_out("a condition of which nothing is asked")
    # `写出它的全部拓扑序列`, `列一下`: told once, with the count where that is asked, too.
    if ["one"] in tasks and ["count", []] in tasks:
        tasks.remove(["count", []])  # told with the one
    if ["cycle"] in tasks and ["reached"] in tasks:
        tasks = [task for task in tasks if task != ["reached"]]
    return tasks


def _candidates(reading: Reading, names: list[str]) -> list[tuple[str, list[str]]]:
    """Orders that the text itself tells and asks about (`序列 abcd 和 acbd 哪个是拓扑序列`), taken: as told, and by their vertices."""
    found: list[tuple[int, str, list[str]]] = []
    upper = {name.upper(): name for name in names}
    pattern = rf"(?<![A-Za-z0-9→])(?:{VERTEX}(?:\s*(?:,|、|→|-|\s)\s*{VERTEX}){{2,11}}|[A-Za-z]{{3,12}}|\d{{3,9}})(?![A-Za-z0-9→])"
    for match in list(caseless(pattern).finditer(reading.rest)):
        parts = patterns.findall(VERTEX, match[0]) if patterns.search(r"[\s,、→-]", match[0]) else list(match[0])
        order = [upper[part.upper()] for part in parts if part.upper() in upper]
        cue = patterns.search("序列|次序|顺序|判断|是不是|是否", reading.text) and not patterns.match(
            r"\s*[一二两三四五六七八九十\d]+个", reading.rest[match.end() :]
        )
        if cue and len(order) == len(parts) and sorted(order) == sorted(names):
            found.append((match.start(), match[0], order))
    for _, told, _ in found:
        reading.take(re.escape(told))
    if found:
        reading.take_all(r"(?:是不是|是否是|是否为|能否作为|是否)(?:下面|下列|如下|以下)?的?(?:有向无环图|有向图|图|AOV网)(?=\s*[:\ue000])")
        reading.take_all(
            r"(?:哪个|哪一个|哪些|谁)才?(?:是/不是|是还是不是|是|为|可以是|能是|可能是)(?:它的|该图的|其|合法的|正确的|的)*(?:拓扑(?:排序)?(?:序列|序)?)|(?:是不是|是否[是为]?|是|能不能(?:是|作为)|能否(?:是|作为)|可以(?:是|作为)|算)(?:它的|该图的|其|一个|合法的|正确的|的)*(?:拓扑(?:排序)?(?:序列|序)?)[吗么]?"
        )
    return [(told, order) for _, told, order in sorted(found)]
