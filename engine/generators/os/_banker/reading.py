"""Reading problems for the banker's algorithm: what is asked of a state, and which requests are made in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.os._banker.spelling import as_the_reader_knows
from engine.generators.os._banker.state import Told, Vector, matrices_of, spelled_out, tokens, vector_of, vectors_by_type, wanted
from engine.generators.os._scenery import SCENERY
from engine.generators.os._topic import Topic, parted
from engine.generators.reading import INTEGER, stay_out, to_int

_UNIT = r"(?:个|台|件|套|份|块|万|单位)"
_RES = r"(?:(?<![A-Za-z])[A-Z]类(?=资源\d)|某类|同类|该类|某种|一类|同一类|这类|各类|单类|单一|同种|相同)*(?:的)?(?:资源|磁带机|打印机|设备|磁带驱动器|绘图仪|内存块)"
_MANY = r"(?:多少|几)"

_ABLE = r"(?:能否|能不能|是否(?:能够?|可以?|会|应该?|该)?|可否|可不可以|会不会|要不要|该不该|应不应该?)"
_MAY = r"(?:能够?|可以|会|该|应该?|可)"
_ACT = (
    r"(?:立即|马上|立刻|直接|当场|被|得到|就|将|把|资源|请求|申请|实施|进行|予以|给予|安全地?|为(?:它|其|该进程)|给(?:它|他|其)?)*(?:满足|分配|同意|批准|批|答应|响应|允许|实现|成功|借|贷|拨|分|给)(?:出|给|到|下来|过|款)*"
    r"(?:它|其|他|她|该进程|此进程|这个进程|进程|客户|\ue000|(?<![A-Za-z])P\d|资源|请求|申请|要求|的|该|此|这个|这次|这一|这)*"
)
_GRANT = (
    rf"(?:那么?|则|此时|这时|系统|银行家|银行|按照?银行家算法|根据银行家算法)*{_ABLE}{_ACT}|(?:系统|银行家|银行)?{_MAY}{_ACT}(?:吗|么|嘛|不(?=[,。?]|$))|"
    r"(?:系统|银行家)?(?:能否|是否(?:能够?|可以?|应该?)?|可否|能不能|可不可以|会不会|要不要)(?:立即|马上)?(?:将|把)?(?:资源)?(?:满足|分配|实施分配|同意|得到满足|批准|答应|给|响应)(?:给它|它|给他|资源|该|此|这次|这个|P\d|的|\ue000)*(?:请求|申请)?"
    r"|(?:银行家)?(?:能|可以|会|该不该|该)(?:立即|马上)?(?:满足|分配|得到满足|批准|给|同意|答应)(?:给它|它|的|\ue000)*(?:请求)?(?:吗|么|嘛|不)|(?:请求|申请|\ue000+)(?:能否|能不能|是否能?)(?:被)?(?:满足|批准|得到满足)|批不批|给不给|(?<=[\ue000,])呢(?=[?(\ue000]|$)"
)
_ASKED = (
    (
        r"(?:下列|下面|以下)[^。;?!\n]{0,16}(?:请求|申请)[^。;?!\n\d]{0,16}(?:使|导致|让|令)(?:得)?(?:系统)?(?:进入|处于|变为|变得)?不安全(?:状态)?(?:的)?(?:是)?(?:哪一?[个项])?几?|(?:下列|下面|以下)?(?:哪一?个|哪一?项|哪种)?(?:进程的?)?(?:资源)?(?:请求|申请)(?:将|会|可能)?(?:使|导致|让|令)(?:得)?(?:系统)?(?:进入|处于|变为|变得)?不安全(?:状态)?(?:的)?(?:是)?(?:哪一?[个项])?几?",
        "unsafe-request",
    ),
    (
        r"(?:下列|下面|以下)?(?:哪一?个|哪一?项|哪些|哪种|可以立即满足的)(?:进程的?)?(?:资源)?(?:请求|申请)(?:系统)?(?:可以?|能够?)?(?:立即|马上)?(?:被)?(?:满足|分配|批准|得到满足)?(?:的)?(?:是)?|(?:下列|下面|以下)(?:各|的|几个|四个|进程|资源|\ue000)*(?:请求|申请)(?:中|里)?,?(?:系统|银行家算法)?(?:可以?|能够?|会)(?:立即|马上|被|安全地)*(?:满足|分配|批准|得到满足|同意)(?:的)?(?:是)?(?:哪一?[个项])?几?",
        "which-request",
    ),
    (
        r"(?:系统)?(?:的)?(?:剩余|可用|空闲)(?:资源)?(?:量|数目|数量|数)?(?:至少|最少|最小)(?:应该?|要|需要?)?(?:为|是|有)*(?:多少|几)个?(?:时)?(?:,?(?:才|系统|能|处于)+安全(?:状态)?)?|\ue000+(?:的)?(?:资源)?(?:至少|最少|最小)(?:应该?|要|需要?|得)?(?:为|是|有)*(?:多少|几)(?:个|台)?(?:时)?(?:,?(?:才|系统|能|处于)+安全(?:状态)?)?|(?:至少|最少)(?:还|应|需|要|有|剩|余)*(?:多少|几)(?:个|台)(?:可用|空闲)?(?:的)?(?:资源)?",
        "least",
    ),
    (r"(?:下列|下面|以下)?(?:各项|选项|序列)?(?:中)?,?属于(?:系统的?|一个)?安全序列的(?:是|有)?几?", "safe"),
    (r"(?:下列|以下)?(?:选出)?(?:哪一?个|哪项)?不是安全序列(?:的)?(?:一项|选项)?(?:是)?几?", "not-a-sequence"),
    (
        r"(?:若|如果)?(?:是)?(?:安全)?,?(?:请|则|试)?(?:给出|写出|求|找出|列出)(?:一个)?以\s?(?:进程)?\s?(?P<who>[A-Z]\d?|[甲乙丙丁])\s?(?:打头|开头|为首|开始|为第一个|领头)(?:的)?(?:一个)?安全序列",
        "from",
    ),
    (r"(?:唯一|全部|所有|/)+(?:的)?安全序列(?:都)?(?:写|列|求|给)?出?来?(?:有|是)?(?:哪些)?", "all"),
    (
        rf"(?:(?:剩余|剩下)的?\d*个?)?(?:里|中)?(?:最多)?(?:还)?(?:可以|能|可)?(?:立刻|立即|马上)?(?:再)?(?:批|分|分配|借|贷)给(?P<who>[A-Z]\d?|[甲乙丙丁]|\ue000+)(?:最多)?{_MANY}{_UNIT}",
        "most",
    ),
    (
        rf"(?:一次)?(?:最多)?(?:还)?(?:可以|能|可)?(?:一次)?(?:立刻|立即|马上)?(?:再)?(?:批|分|分配|借|贷)给(?:他|它|其|该进程)(?:最多)?{_MANY}{_UNIT}(?:而|并|还|仍)*(?:能|可)?(?:保证|保持|使)?(?:系统)?(?:还|仍|是|处于)*安全(?:状态)?",
        "most",
    ),
    (r"(?:哪些|哪几个|哪个)(?:进程)?(?:的)?(?:请求|申请)?(?:会|能|可以|将|可)*(?:得到|被)?(?:满足|批准|同意|分配)", "granted"),
    (
        rf"(?:系统(?:中)?)?(?:的)?安全序列(?:\ue000|的|有|共|共有|总共|一共|存在)*(?:个数|数目|数量|种数|{_MANY}[个种条])(?:是|为)?{_MANY}?[个种]?|(?:一?共|总共)?(?:有|存在)?{_MANY}[个种条]安全序列",
        "count",
    ),
    (
        r"(?:能|可以)(?:最先|首先|先)?(?:执行|运行|完成)+(?:完)?的第一个进程(?:是)?(?:谁|哪个)?|(?:第一个|最先|首先)(?:能|可以)?(?:执行|运行|完成)+(?:完)?(?:的)?(?:进程)?(?:是)?(?:谁|哪个)",
        "first",
    ),
    (
        r"(?:若|如果)?(?:系统)?(?:不安全|死锁)(?:的话)?,?(?:请)?(?:则)?(?:指出|给出|写出|说明)?(?:有)?哪些进程(?:可能|会|将)?(?:无法|不能|没法|得不到)(?:完成|执行完|满足)|哪些进程(?:可能|会)?(?:无法|不能)(?:完成|执行完)|(?:有|若有)?哪些进程(?:处于)?死锁",
        "stuck",
    ),
    (r"(?:系统)?(?:有没有|是否(?:存在|发生|会|有)?|会不会|有无)(?:发生)?死锁|死锁了?吗", "deadlock"),
    (
        r"(?:没有|没死锁|不死锁|否则)的话,?(?:给出|写出)?(?:一个)?(?:进程)?(?:推进|执行|完成)(?:的)?(?:序列|顺序)|(?:给出|写出)?(?:一个)?推进序列",
        "order",
    ),
    (r"(?:按照?|用)?(?:银行家算法)?(?:系统)?(?:能否|能不能|是否能|能)安全(?:地)?(?:进行)?分配(?:吗|么|资源)?", "safe"),
    (
        r"(?:分配?|满足|批准|同意|答应|给)(?:给)?(?:它|他|其|\ue000)*(?:了)?(?:之)?后,?(?:系统)?(?:还|是否|会不会|仍|会|能|依然|仍然|处于|是)*安全(?:状态)?(?:吗|么|的)?(?:吗)?",
        "grant",
    ),
    (_GRANT, "grant"),
    (r"(?:批准?|满足|分配|给)(?:了)?(?:之)?后(?:的)?(?:一个)?(?:安全序列)(?:是|为)?(?:什么|哪个)?", "after"),
    (
        r"(?:此时|当前|现在|这时)?(?:系统)?(?:是)?(?:处于)?安全(?:状态)?还是不安全(?:状态)?|(?:如果|若|要是)?(?:是)?安全(?:的话)?(?:就)?,?(?:请|则|就|试|并)?(?:给出|写出|写|求|找出|列出)?(?:出)?(?:一个|其中一个|其)?(?:可能的)?(?:安全)?序列(?:是|为)?(?:啥|什么|多少|怎样)?|安全(?:状态)?(?:吗|么|嘛|不(?=[,。?]|$)|与否)|安全性(?!算法|检查|检测)(?:如何)?|安不安全|"
        r"(?:请?判断)?(?:该|此|这个)?(?:系统)?(?:此时|当前|这时|此刻)?(?:的)?(?:状态)?(?:是否|是不是|是否是|可否)(?:处于|处在)?安全(?:状态)?(?:的)?|安全?不安全(?:状态)?|(?:完整的|唯一的|一个|又|求|给出|写出|找出|选)*(?:可能的)?安全序列(?:是)?(?:又)?(?:是)?(?:什么|哪一?个|哪一?种)?|判断(?:系统)?(?:是否)?安全|(?:剩下的|剩余资源)?够不够(?:走出|找到|形成)(?:一个)?安全序列|系统(?:当前)?(?:的)?状态(?:是|为)几|系统(?:当前|此时|现在)?处于几(?=[,。?]|$)|(?:系统)?(?:处于|处在|属于|为)(?:几|多少)(?:的)?状态(?:\(?(?:请)?(?:填|选|写)?安全(?:状态)?(?:还是|或|或者|/|、)不安全(?:状态)?\)?)?|(?:可行|可能)的?(?:完成|推进|执行)(?:的)?(?:顺序|次序|序列)(?:是|为)?几?|(?:还)?能(?:够)?安全(?:地)?完成(?:全部|所有)?(?:的)?(?:作业|进程)?(?:吗)?",
        "safe",
    ),
    (r"(?:这\S个)?(?:进程)?(?:都)?能(?:否)?(?:顺利)?(?:走|执行|运行|做|完成)+完?(?:吗|么),?(?:顺序|次序|序列)?(?:呢|是什么)?", "safe"),
    (
        r"(?:则|那么|按照?银行家算法|根据银行家算法|系统|银行家算法|,)*(?:应当?|应该|将|会)(?:如何|怎样|怎么)?(?:处理|做|采取|对待|响应)?(?:\ue000|P\d|它|该进程|该请求|此请求|这个请求|这次请求|请求|申请)*(?:的)?(?:措施|动作)?(?:是|为)?几?(?=[,;。?]|$)|(?:系统)?(?:的)?(?:正确)?(?:处理|做法|处理方式|处理结果)(?:应)?(?:是|为)几?",
        "disposition",
    ),
    (
        r"(?:则|那么|对其|时刻)*(?:执行|进行)?(?:\ue000)*安全性?(?:检查|检测)?(?:算法)?(?:\ue000)*(?:的)?(?:检测|检查|执行)?(?:的)?结果(?:应)?(?:是|为)几?|(?<=\ue000)的?结果(?:应)?(?:是|为)几?",
        "statement",
    ),
    (r"下列(?:说法|叙述)(?:中)?(?:,)?正确的(?:是)?|(?:说法|叙述)正确的(?:是)?", "statement"),
)


def recognise(text: str) -> Recognition | None:
    """A state and what is asked of it; None where it is another problem."""
    text = as_the_reader_knows(text)
    detecting = bool(patterns.search("死锁检测|(?:有没有|是否(?:存在|发生|有)?)死锁", text))
    text = patterns.sub(r"(?<![A-Za-z])T\s*\d?\s*(?=时刻|时,|时系统)", "", text)
    text = spelled_out(parted(patterns.sub(r"请求(?=\s*\()", "还需", text) if detecting else text))
    reading = Topic(text)
    reading.take_all(r"(?<![A-Za-z])Work\s*=\s*(?=Available)|(?:用|按|采用|利用)?安全性(?:检查|检测)?算法(?:判定|判断|检查)?")
    reading.take_all(r"(?:若|如果)?不安全(?:就|则|请)?(?:写|填|答)不安全|(?:在)?保证(?:系统)?安全的前提下|R\d~R\d(?=剩余|\()|A(?=资源还剩)")
    reading.take_all(
        r"(?<![A-Za-z])(?:Process(?:es)?|Resources?)(?![A-Za-z])|死锁检测(?:算法)?:?|(?:题面)?表格|\(?(?:分别)?(?:各自)?(?:独立|单独)(?:地)?(?:考虑|提出|进行)\)?|\(?(?:以下|下面)?(?:这)?(?:各|[两二三四])(?:小)?问(?:题)?(?:之间)?(?:彼此|相互|互相|各自|互)(?:独立|不相关|不影响|无关)\)?"
    )
    reading.take_all(
        r"(?:先|再|然后)(?=求|计算|判断|给出|写|列)|[,;]\s*(?:请)?(?:为什么|为何|说明理由|并说明理由|请说明理由|给出理由)(?=\s*[?。]|$)"
    )
    reading.take_all(
        r"资源\s*R(?![A-Za-z\d])|(?:系统)?(?:采用|使用|利用|按照?|根据|用)银行家算法(?:来)?(?:实施|实现|进行)?(?:死锁(?:的)?避免|避免死锁|预防死锁)(?:的)?(?:策略|算法|方法)?"
    )
    supposed = list(
        patterns.finditer(
            r"(?:若|如果|假如|假设|当)(?:此时|这时)?(?:系统)?(?:中)?(?:的)?(?:当前)?(?:可利用|可用|剩余)(?:的)?资源(?:数量|数|量)?(?:向量)?(?:Available)?(?:变)?(?:改)?(?:为|是|=)\s*(?P<free>\(\d+(?:,\d+)*\))(?:时)?,?(?:则|那么)?(?:此时)?(?:系统)?(?:还|仍|是否|处于|是|会|能|不是)*安全(?:状态)?(?:吗|的)?",
            reading.rest,
        )
    )
    # Another state, where what is free was told and asked about before.
    if supposed := [match for match in supposed if patterns.search(r"[?？]|安全", reading.rest[: match.start()])]:
        reading.questions += [match.span() for match in supposed]
        reading.take_spans([match.span() for match in supposed])
    one_after_another = bool(
        reading.take_all(
            r"(?:系统)?(?:按(?:照)?(?:此|上述|这个)?(?:顺序|次序|先后))?(?:逐个|依次|逐一|先后)(?:地)?(?:进行)?(?:处理|考虑|检查|判断)(?:这些|各|上述)?(?:请求|申请)?"
        )
    )
    independent = bool(patterns.search("独立|单独|(?:尚?未|没有?)(?:提出|发出|满足|批准|考虑)[^,;。()]{0,8}(?:请求|申请)", text))
    reading.take_all(
        r"\(?(?:在)?(?:此|该|上述)?(?:时刻|状态)?(?:下)?\(?(?:P\d(?:的)?)?(?:尚?未|没有?)(?:提出|发出|满足|批准|考虑)+(?:上述|该|任何|其他|P\d|的)*(?:请求|申请)(?:时|前|的情况下)?\)?|先(?=申请|请求|提出|发出|给)|剩下的(?:磁带机|资源|打印机|设备)(?=若|如果|先|给|,)|(?<=\))(?:之)?后(?=[,，]|\s*系统|\s*能|\s*是否)|(?:提出|发出)?(?:该|此|这个|上述)(?:请求|申请)(?:之?后|时)(?=[,，])"
    )
    if reading.take_all(
        r"(?:如果|若|要是|假如)(?:不|没有?|未)(?:分配|满足|批准|分|给|响应|考虑)(?:给)?(?:它|P\d|上述|前者|前一?个|这个|\(\s*\d\s*\)|\d(?=[,，]))?(?:的)?(?:请求|申请)?(?:的话|时)?"
    ):
        independent = True
    if reading.take_all(r"(?:要是|如果|若是?|假如)(?:只|仅)(?:提出)?(?=申请|请求|要|借|再)"):
        independent = True
    reading.take_all(
        r"\(?(?:若|如果)?(?:有|存在)?多个(?:进程|序列)?(?:可选|满足|时|的话|都)*,?(?:则|就)?(?:每次|每步)?(?:都)?(?:优先)?(?:按|选|选择|取)(?:择)?(?:进程)?(?:编号|序号|下标|号)(?:最|较)?小的?[^,;。()]{0,12}\)?"
    )
    following = bool(
        reading.take_all(
            r"(?:接着|然后|随后)(?=[,，]?\s*(?:进程)?(?<![A-Za-z])P\d\s*(?:又|再)?(?:发出|提出|请求|申请|Request))|(?:在)?(?:\(?\d\)?|上一?问|上述|上面|此)(?:的)?(?:基础上|之后)|在此基础上|(?:满足|批准|分配)(?:之)?后,?(?=(?:若|如果)?P\d)"
        )
    )
    needs = reading.take_all(
        r"(?:求|写出|给出|计算|列出)?(?:出)?各(?:个)?进程(?:的)?(?:还|尚|仍)(?:各|分别)?(?:需要?|缺)(?:的)?(?:多少|几个?)(?:个)?(?:资源)?|(?:求|写出|给出|计算|列出)(?:出)?各(?:个)?进程(?:的)?(?:尚需|还需|仍需)(?:的)?(?:资源)?(?:数量|数|量|向量|情况)?(?:是|为)?(?:多少)?(?=[,;。?和、]|$)"
    )
    left = reading.take_all(
        r"(?:时刻)?(?:系统)?(?:中)?(?:各类|各种|每类)(?:可用|剩余)?资源(?:的)?(?:剩余|可用|空闲)?(?:数|数目|数量|量)?(?:还)?(?:分别|各)*(?:是|为|有|剩|剩余)*(?:多少|几)(?:个|台)?(?=[,;。?、和]|$)|(?:现在|此时|目前|当前|这时)?(?:系统)?(?:中)?(?:还)?(?:剩余?|剩下|余下?)(?:的)?(?:资源|设备|磁带机|打印机)?(?:有|是)?(?:多少|几)(?:个|台)?(?:可用)?(?:的)?(?:资源|设备|磁带机|打印机)?(?=[,;。?、和]|$)"
    )
    sums = reading.take_all(
        r"(?:[两三四五2-5]类|各类|每类|各种|系统)?(?:的)?资源(?:的)?(?:总数|总量)(?:目|量)?(?:各|分别)*(?:是|为|有)*(?:多少|几)(?:个|台)?(?=[,;。?、和]|$)"
    )
    reading.take_all(r"[二三四五六七](?=进程(?:占|的|情况|当前|已|共|对))")
    vectors_by_type(reading)
    reading.refuse(
        r"去掉|去除|剔除|删除|化简|资源分配图|剥夺|撤销|如图|坏了|故障|释放|归还|(?<![A-Za-z])\d\s*\?|尚未给出|未给出|不知道|全分给|第几个"
    )
    types = _types(reading)
    reading.take_all(r"[两三四五2-5](?:家|位|名)(?:公司|客户|企业|用户)")
    processes = reading.take_one(rf"(?:共|有)?(?<!第)(?P<value>{INTEGER})\s*(?:个|道|位|名)(?:并发)?(?:的)?(?:进程|作业|用户|客户)", to_int)
    totals = reading.take_one(
        (
            rf"(?<!需)(?<!已)(?:系统)?(?:中|内)?(?:总共|一共|具|拥|共)?有\s*(?P<value>\d+)\s*{_UNIT}\s*{_RES}",
            rf"(?<![A-Za-z\d需要])(?:总共|一共|共计|共|就)\s*(?P<value>\d+)\s*{_UNIT}(?:\s*{_RES})?",
            rf"(?<![A-Za-z])对\s*(?P<value>\d+)\s*{_UNIT}\s*{_RES}(?=的最大)",
            rf"(?:竞争|共享|争用|使用)\s*(?P<value>\d+)\s*{_UNIT}\s*{_RES}",
            rf"(?<!可用)(?<!剩余)(?<!空闲){_RES}(?:总)?(?:共有|有|共)\s*(?P<value>\d+)\s*{_UNIT}",
            rf"(?:具|拥|共|总共)?有{_RES}\s*(?:共)?(?P<value>\d+)\s*{_UNIT}",
            rf"{_RES}(?:的)?(?:总数|总量|总共|一共|共)(?:有|为|是|=|:)*\s*(?P<value>\d+)(?!\d)\s*{_UNIT}?(?!\s*[,、]\s*\d)",
            rf"(?<![\ue000\d])(?<!可用)(?<!剩余)(?<!空闲)(?<!剩下)(?<!可用的)(?<!余){_RES}\s*(?P<value>\d+)\s*{_UNIT}",
            rf"(?:(?<=[,;:。\n])|^|(?<=系统)|(?<=现有))\s*(?P<value>\d+)\s*{_UNIT}\s*{_RES}(?=[,;。]|由|被|供|给)",
            rf"(?:数量|总数|总量)(?:为|是|有)\s*(?P<value>\d+)\s*{_UNIT}?的(?:独占型?|互斥型?|共享|同类|某类|可重用)*(?:的)?{_RES}",
            rf"(?<!总)(?<!需要)(?:资金|经费|贷款|资本|现金|款项)(?:池|总额|总数)?(?:共|有|总共|为)*\s*(?P<value>\d+)\s*{_UNIT}",
        ),
        vector_of,
    )
    reading.take_all(rf"(?:若|如果)?将剩下的?{INTEGER}{_UNIT}全?分给")
    before_tokens = reading.rest
    choice = reading.ask(_ASKED[:2])
    told = tokens(reading)
    if totals is not None:
        if "total" in told.single:
            return None
        told.single["total"] = totals
    told.asked -= {key for key in ("free", "need") if key in told.places and not wanted(before_tokens, *told.places[key])}
    asked: list[tuple[int, str]] = (
        [(0, name) for name in choice] + [(match.start(), "need") for match in needs] + [(match.start(), "free") for match in left]
    )
    asked += [(match.start(), "total") for match in sums]
    asked += [(match.start(), f"supposed:{match['free']}") for match in supposed]
    reading.questions += [match.span() for match in (*needs, *left, *sums)]
    for pattern, name in _ASKED[2:]:
        for match in reading.take_all(pattern):
            reading.questions.append(match.span())
            asked.append((match.start(), name + (f":{_whom(reading, match)}" if name in ("most", "from") else "")))
    asked += reading.ask_in_clauses(
        (
            (r"安全", "safe"),
            (r"满足|分配|分|批|同意|给|借|贷|答应", "grant"),
        ),
        re.compile(r"吗|么|是否|能否|能不能|会不会|可否|可不可以|是不是|呢"),
    )
    for match in patterns.finditer("(?:need|需求)矩阵|Need|尚需|可用|剩余资源|Available|现在可用", reading.text, re.IGNORECASE):
        reading.questions.append(match.span())  # a label that nothing is told for is asked: see below
    reading.finish_knowing(
        SCENERY
        + "资金 分配状况 占用状况 状况 单种资源 单种 单类资源 占用 需求 需求情况 占用情况 三种资源 请用 请 系统 银行家 算法 银行家算法 资源 类 类资源 进程 时刻 T0 某时刻 T时刻 T 状态 分配 情况 资源分配 表 如表 向量 矩阵 此状态 该状态 当前 采用 各进程 各 每个 资源 数量 数目 资源情况 安全性 检查 客户 用户 资源三类 三类 "
        "该时刻 T0时刻 安全状态 安全 避免 死锁 个 有 序列 进程序列 竞争 共享 使用 同类 同类资源 某类 类型 资源类型 这些 刻 剩 它 请求 申请 判断 是否 用银行家算法 预防 表格 此刻 现 时 该请求 处于 系统处于 它们 对 台 应 数 分配给它 状态下 最大 需求 若此时 此时 某系统 剩下的 那种题型 接着上面那种题型 "
        "系统按 供 按 贷款 资金池 批 借 作业 就 若 一下 还 又 完整 四个 三个 五个 两个 唯一 拿着 问 现在 试分配 单一资源 向量剩余 之后 此后 然后 单一 的话 ",
        ordinary_questions=False,
    )
    # `P3 asks for 2 more; is it still safe?`: safe after the request.
    if len(told.requests) > sum(name == "grant" for _, name in asked):
        first = min(place for place, *_ in told.requests)
        asked = [(place, "grant" if name == "safe" and place > first else name) for place, name in asked]
    tasks = [name for _, name in sorted(asked)]
    return _understood(
        told,
        tasks,
        [place for place, name in sorted(asked) if name == "grant"],
        types,
        processes,
        independent,
        following,
        detecting,
        one_after_another,
    )


def _whom(reading: Topic, match: re.Match[str]) -> str:
    """Whom a question is about: who is named in it, or was named last before it."""
    if "who" in match.re.groupindex and not match["who"].startswith("\ue000"):
        return str(match["who"]).upper()
    if "who" in match.re.groupindex:
        return reading.text[slice(*match.span("who"))].upper() if len(reading.text) == len(reading.rest) else stay_out("nobody named")
    named = patterns.findall(r"(?<![A-Za-z\d])(?:[A-Z]\d?|[甲乙丙丁])(?![A-Za-z\d])", reading.text[: match.start()])
    return str(named[-1]) if named and len(reading.text) == len(reading.rest) else stay_out("nobody named")


def _types(reading: Topic) -> int | None:
    """How many kinds of resources there are; totals told for each of them are put into brackets."""
    types = None
    spelled = rf"(?:(?<![A-Za-z\d])(?P<letters>[A-Z](?![A-Za-z\d])(?:\s*[,、和/及 ]\s*[A-Z](?![A-Za-z\d])){{0,5}}|[A-Z]\d(?:\s*[,、和/及 ]\s*[A-Z]\d){{0,5}})\s*)?(?:这)?(?P<count>{INTEGER})\s*(?:类|种)(?:不同)?(?:类型)?(?:的)?(?:互斥)?(?:同类)?资源(?:\s*\(?(?P<after>[A-Z]\d?(?:\s*[,、和/及]\s*[A-Z]\d?){{1,5}})\)?(?![A-Za-z\d(]))?"
    numbers = r"\(?\s*(?P<numbers>\d+\s*[个台]?(?:\s*[、,和]\s*\d+\s*[个台]?){1,5})\s*\)?"
    reading.rest = patterns.sub(
        rf"({spelled})[,;]?(?:各类|各种|这些|其)?(?:资源)?(?:的)?(?:总)?(?:数量|数目|总数|总量|个数|各)?(?:分别|依次|各|共|总共|一共)*(?:有|为|是)*{numbers}(?=[,;。\n)]|$)",
        lambda match: match[1] + f"资源总数({','.join(patterns.findall(r'[0-9]+', match['numbers']))})",
        reading.rest,
    )
    reading.rest = patterns.sub(
        rf"(?<![A-Za-z\d])[A-Z]\d?(?:\s*[,、和]\s*[A-Z]\d?){{1,5}}(?:这)?(?:类|种)?(?:资源)?(?:的)?(?:总)?(?:数量|总数|总量|个数|数目)(?:分别|依次|各)*(?:有|为|是)*{numbers}(?=[,;。\n)]|$)",
        lambda match: f"资源总数({','.join(patterns.findall(r'[0-9]+', match['numbers']))})",
        reading.rest,
    )
    reading.rest = patterns.sub(
        r"(?<![A-Za-z\d])([A-Z]\d?(?:\s*[,、和]\s*[A-Z]\d?){1,5})(?:类)?(?:资源)?(?:的)?(?:总数|总量|数量)(?:都|均)为(\d+)",
        lambda match: "资源总数(" + ",".join([match[2]] * len(patterns.findall(r"[A-Z]\d?", match[1]))) + ")",
        reading.rest,
    )
    for match in reading.take_all(spelled):
        count = to_int(match["count"])
        letters = match["letters"] or match["after"]
        if types not in (None, count) or (letters and len(patterns.findall(r"[A-Z]\d?", letters, re.IGNORECASE)) != count):
            stay_out("kinds of resources that do not agree")
        types = count
    reading.take_all(
        r"\(\s*[A-Z]\d?(?:\s*,\s*[A-Z]\d?)+\s*\)\s*=?(?=\s*\()|(?<=资源)(?<=\ue000)[A-F]{2,5}(?![A-Za-z\d])|(?<=\ue000)[A-F]{2,5}(?![A-Za-z\d])|(?:剩余)?资源(?:类)?\s*[\(:]?\s*[A-Z]\d?(?:\s*[,、/ ]\s*[A-Z]\d?){1,5}\s*\)?(?![A-Za-z\d(])(?:的)?(?:=)?|(?:单一|某类|一类)资源R(?![A-Za-z\d])|(?:(?<=Max)|(?<=Allocation)|(?<=Need))\s*\(A(?:,[A-F])+\)"
    )
    return types


def _fits(one: Vector, other: Vector) -> bool:
    return all(a <= b for a, b in zip(one, other, strict=True))


def _understood(
    told: Told,
    tasks: list[str],
    grants: list[int],
    types: int | None,
    processes: int | None,
    independent: bool,
    following: bool,
    detecting: bool,
    one_after_another: bool,
) -> Recognition | None:
    if set(told.rows) == {"held"} and "total" in told.single and told.asked == {"free"} and not tasks:
        return _only_free(told)
    if (
        told.asked == {"need"}
        and not tasks
        and set(told.rows) == {"greatest", "held"}
        and len(told.rows["held"]) == len(told.rows["greatest"]) == 1
    ):
        return _only_need(told)
    if len(told.rows) < 2 or "held" not in told.rows or (found := matrices_of(told)) is None:
        return None
    names, matrices = found
    held, greatest, need = matrices["held"], matrices.get("greatest"), matrices.get("need")
    width = len(held[0])
    if any(len(vector) != width for rows in matrices.values() for vector in rows) or any(len(one) != width for one in told.single.values()):
        return None
    if greatest is None:
        assert need is not None
        greatest = [tuple(a + b for a, b in zip(*pair, strict=True)) for pair in zip(held, need, strict=True)]
    if any(not _fits(has, most) for has, most in zip(held, greatest, strict=True)):
        return None
    needs = [tuple(a - b for a, b in zip(*pair, strict=True)) for pair in zip(greatest, held, strict=True)]
    if need is not None and need != needs:
        return None
    free = told.single.get("free")
    if (total := told.single.get("total")) is not None:
        left = tuple(most - sum(row[column] for row in held) for column, most in enumerate(total))
        if min(left) < 0 or free not in (None, left):
            return None
        free = left
    if processes not in (None, len(names)) or types not in (None, width) or not 2 <= len(names) <= 7:
        return None
    # A label that nothing was told for is what is asked: "求可用资源向量和需求矩阵".
    tabulated = [key for key in ("free", "need") if key in told.asked and key not in told.rows and key not in told.single]
    tabulated.sort(key=lambda key: told.places[key])
    if "least" in tasks:
        if free is not None or width != 1 or set(tasks) - {"least", "safe"} or told.requests:
            return None
        tasks, tabulated, free = ["least"], [], (0,)
    if free is None or (total is None and "free" in (*tabulated, *tasks)) or not (tasks or tabulated):
        return None
    if detecting != ("deadlock" in tasks or "order" in tasks):
        return None
    parameters: dict[str, object] = {
        "names": names,
        "greatest": [list(row) for row in greatest],
        "held": [list(row) for row in held],
        "free": list(free),
    }
    others = [vector_of(task) for task in tasks if task.startswith("supposed:")]
    if any(len(other) != width for other in others):
        return None
    understood = (
        [("可用", "；又 ".join(map(shown, (free, *others)))), _described(names, greatest, held)]
        if tasks != ["least"]
        else [_described(names, greatest, held)]
    )
    if tasks in (["disposition"], ["statement"]) and len(told.requests) == 1:
        _, who, wanted = told.requests[0]
        if who not in names or len(wanted) != width or tabulated:
            return None
        return Recognition(
            parameters=parameters | {"asked": tasks, "requests": [[names.index(who), list(wanted)]]},
            understood=(*understood, ("请求", f"{who} {shown(wanted)}")),
        )
    if tasks in (["which-request"], ["unsafe-request"], ["statement"], ["not-a-sequence"]):
        if told.requests or tabulated:
            return None
        return Recognition(parameters=parameters | {"asked": tasks}, understood=tuple(understood))
    if {"which-request", "unsafe-request", "statement", "not-a-sequence", "disposition"} & set(tasks):
        return None
    if "granted" in tasks:
        wanted_by = [(who, wanted) for _, who, wanted in told.requests]
        if tasks != ["granted"] or tabulated or len(wanted_by) < 2 or not one_after_another:
            return None
        if any(who not in names or len(wanted) != width for who, wanted in wanted_by):
            return None
        return Recognition(
            parameters=parameters | {"asked": tasks, "requests": [[names.index(str(who)), list(wanted)] for who, wanted in wanted_by]},
            understood=(*understood, ("依次处理的请求", "；".join(f"{who} {shown(wanted)}" for who, wanted in wanted_by))),
        )
    requests = []
    for _, who, wanted in told.requests:
        if who not in names or len(wanted) != width:
            return None
        requests.append([names.index(who), list(wanted)])
        understood.append(("请求", f"{who} {shown(wanted)}"))
    if tasks.count("grant") > len(requests) or (requests and "grant" not in tasks) or ("after" in tasks and len(requests) != 1):
        return None
    if len(requests) > 1 and len(grants) != len(requests):
        return None
    if requests:
        parameters["requests"] = requests
        if len(requests) > 1:
            parameters["in_turn"] = True if following else False if independent else None
    tasks = [task for task in dict.fromkeys(tasks) if task != "after"]
    # Asked "if it is unsafe", the verdict comes first; a safe sequence holds the verdict.
    if "stuck" in tasks and "safe" not in tasks:
        tasks.insert(0, "safe")
    if requests and "safe" in tasks and tasks.index("safe") > tasks.index("grant"):
        tasks.remove("safe")  # the sequence after the request is part of its answer
    if "order" in tasks and "deadlock" in tasks:
        tasks.remove("order")
    if tabulated == ["need"] and tasks and not patterns.search("求|写|need", " ".join(told.asked)):
        tabulated = []
    parameters["asked"] = list(dict.fromkeys([*tabulated, *tasks]))
    return Recognition(parameters=parameters, understood=tuple(understood))


def _only_need(told: Told) -> Recognition | None:
    """What one process may still ask for."""
    (name, held), (other, greatest) = told.rows["held"][0], told.rows["greatest"][0]
    if len(held) != len(greatest) or not _fits(held, greatest) or (name and other and name != other):
        return None
    named = name or other or "P"
    return Recognition(
        parameters={"names": [named], "greatest": [list(greatest)], "held": [list(held)], "free": [0] * len(held), "asked": ["need"]},
        understood=(("最大", shown(greatest)), ("已分配", shown(held))),
    )


def _only_free(told: Told) -> Recognition | None:
    """What is left of the totals, where nothing else is told or asked."""
    held, total = [value for _, value in told.rows["held"]], told.single["total"]
    if any(len(row) != len(total) for row in held):
        return None
    left = tuple(most - sum(row[column] for row in held) for column, most in enumerate(total))
    if min(left) < 0:
        return None
    return Recognition(
        parameters={"names": [], "greatest": [], "held": [], "free": list(left), "asked": ["free"]},
        understood=(("总数", shown(total)), ("已分配", "；".join(shown(row) for row in held))),
    )


def shown(vector: Vector) -> str:
    """An amount of each kind, as it is written."""
    return f"({listed(vector, ',')})" if len(vector) > 1 else str(vector[0])


def _described(names: Sequence[str], greatest: Sequence[Vector], held: Sequence[Vector]) -> tuple[str, str]:
    rows = (f"{name} {shown(most)}/{shown(has)}" for name, most, has in zip(names, greatest, held, strict=True))
    return "各进程（最大/已分配）", "；".join(rows)
