"""Reading disk-scheduling problems: the head, its direction, the requests, the ends of the disk and what is asked."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.kind import Missing, Recognition
from engine.generators.markdown import listed
from engine.generators.os._disk_scheduling.rules_reading import ALGORITHM_WORDS, check_count, disk_spelling, take_one_way, way_back_is_free
from engine.generators.os._disk_scheduling.rules_reading import TRACK as _TRACK
from engine.generators.os._scenery import SCENERY
from engine.generators.os._topic import Topic
from engine.generators.quantities import decimal
from engine.generators.reading import DECIMAL, INTEGER, SEQUENCE, stay_out, to_int, to_ints

_DIRECTED = ("SCAN", "C-SCAN", "LOOK", "C-LOOK")

_IS = r"\s*(?:分别|依次)?\s*(?:为|是|在|=|:)?\s*"


def recognise(text: str) -> Recognition | None:
    text = disk_spelling(text)
    text = patterns.sub("若干个?(?=磁盘|磁道|柱面|请求|I/O|访问)", "", text)
    # `35、96、150和180` is one list.
    text = patterns.sub(r"(\d+(?:\s*[,，、]\s*\d+)+)\s*(?:和|及|以及|与)\s*(\d+)(?!\d|\s*(?:ms|毫秒|个|条|次))", r"\1,\2", text)
    reading = Topic(text)
    algorithms = reading.take_words(ALGORITHM_WORDS)
    if "unknown" in algorithms:
        return None
    reading.take_all(r"[按以](?:照)?FIFO(?:的)?(?:顺序|次序|方式)?(?=到达|排列|排队|列出|给出|请求|队列)")
    reading.take_all(r"\(?(?:启停|启动|停止)(?:时间)?(?:不算|不计|忽略)\)?|(?:单)?(?:向|朝)(?:大|小)号(?:单向)?服务|优先(?=先去)")
    if algorithms and all(name in ("C-SCAN", "C-LOOK") for name in algorithms):
        take_one_way(reading)
    free_return = way_back_is_free(reading)
    reading.refuse(
        r"(?:第[一二三四五六七八九十\d]+个?|最后一?个?|最先)(?:被)?(?:服务|访问)的?(?:请求|磁道)?(?:时)?(?:磁头)?(?:移动|走)了?(?:多少|几|的)"
    )
    reading.refuse("去掉|去除|剔除|删除|相等|等距|一样近|合并|取消")
    zero_based = bool(
        reading.take_all(
            rf"\(?(?:{_TRACK})?(?:编?号)?(?:均|都)?(?:从|由|自)(?:第)?0(?:号)?(?:{_TRACK})?(?:开始|起|算起)*(?:进行)?(?:编号|计数|编起|计|(?=[,;。)]))\)?"
        )
    )
    at_ends, ends = _turning(
        reading, any(name in ("LOOK", "C-LOOK") for name in algorithms) and any(name in ("SCAN", "C-SCAN") for name in algorithms)
    )
    from_zero, across = _across(reading)
    bounds = _bounds(reading, from_zero or zero_based)
    if ends and bounds is not None and not ends <= {bounds[0], bounds[1] if bounds[1] >= 0 else -bounds[1] - 1}:
        return None
    per_track = reading.take_one(
        rf"(?:磁头)?(?:(?:寻道|查找|寻找)(?:时)?)?(?:每)?(?:移动臂)?(?:移动|跨越|经过|移过|通过|移动每|移|跨|走|越过|扫过|跨过)?(?:每)?(?:一个?|1个?|个)?(?:相邻)?(?:的)?{_TRACK}(?:之?间)?(?:的)?(?:平均)?(?:移动)?(?:的)?(?:所?需要?|要|所?花费?|用|耗时|平均|寻道)*(?:的)?(?:时间)?{_IS}(?P<value>{DECIMAL})\s*(?:ms|毫秒)(?:的话)?",
        Fraction,
    )
    upwards, came_from = _direction(reading)
    moved = reading.take(
        rf"(?:磁头)?(?:刚刚?|刚才|是|才)*(?:从|由)(?:第)?(?:{_TRACK})?(?P<from>\d+)\s*号?(?:{_TRACK})?(?:处)?(?:移动?|走|运动|跑)?(?:到|至)(?:了)?(?:第)?(?:{_TRACK})?(?P<to>\d+)\s*号?(?:{_TRACK})?(?:处|上)?"
    )
    toward = reading.take_one(
        rf"(?:正|正在|当前|准备|要)*(?:沿着?|向着?|朝着?|往|去|奔)(?:第)?(?:{_TRACK})?(?P<value>[1-9]\d*)\s*号?(?:{_TRACK})?(?:的)?(?:方向|一侧|一端|那端|那边|那头|端|移动|运动|走){{1,2}}(?:上)?(?:移动|运动|走|扫描|前进)?",
        to_int,
    )
    if across is not None:
        if upwards not in (None, across):
            return None
        upwards = across
    requests = _requests(reading)
    asked_places = _asked_places(reading)
    each = _each(reading)
    check_count(reading, len(requests))
    head = _head(reading)
    if moved is not None:
        if came_from is not None or head not in (None, int(moved["to"])):
            return None
        came_from, head = int(moved["from"]), int(moved["to"])
    if head is None and upwards is not None and moved is None:
        head, came_from = came_from, None  # `having served 125 it moves upwards`: it is there still
    if toward is not None:
        if head is None or toward == head or upwards not in (None, toward > head):
            return None
        upwards = toward > head
    if came_from is not None:
        if head is None or came_from == head or (upwards is not None and upwards != (head > came_from)):
            return None
        upwards = head > came_from
    if ends and bounds is None:
        # The end that the head runs to is all that matters of the range.
        if head is None or upwards is None or not requests or (not upwards and (ends != {0} or algorithms != ["SCAN"])):
            return None
        if upwards and (max(ends) < max(head, *requests) or min(ends) not in (0, max(ends))):
            return None
        bounds = (0, max(head, *requests, *ends))
    reading.take_all(
        r"(?:还|尚)?(?:未|没)(?:有)?(?:被)?(?:服务|处理|响应|完成|满足)(?:的)?(?=[,;。])|(?:尚未|还未|还没|未|没)(?:有)?(?:被)?(?:完成|处理|服务|响应)的?(?=(?:磁盘)?(?:访问|读写|I/O)?请求)|(?:刚好|恰好|正好)(?=在)"
    )
    reading.take_all(r"(?:在)?所有(?:的)?(?:情况|算法)(?:下|中)?|\(?(?:向[上下内外])\)?(?=[;,。]|$)")
    reading.take_all(r"(?:处理|服务|访问|完成|响应)(?:完成?)?(?:上述|以上|这些|全部|所有|各)*(?:的)?请求(?:之)?后")
    reading.take_all(r"按照?(?:其)?(?:到达|提出|先后|到来)(?:的)?(?:先后)?(?:次序|顺序)|(?:到达|提出|到来)(?:的)?(?:先后)?(?:次序|顺序)")
    reading.take_all(
        r"另一(?:侧|端)(?:的)?(?:最远的请求)?|此后再无新请求|不再有新的?请求|(?:期间|此间|其间|处理期间)?(?:没有|无|不再有)(?:其他)?新(?:的)?请求(?:到达|到来|加入|产生)?"
    )
    reading.take_all(
        r"(?:随后|然后|再|就|便|立即|直接|快速|马上|并)*(?:直接|快速|立即)?(?:返回|跳回|跳到|回到|折回|回)(?:到|至)?(?:另一端|最小号?|最小的?|起始|最低|编号最小的?|磁道号最小的?|最小磁道号?的?)(?:的)?(?:号)?(?:磁道|柱面)?(?:的)?请求(?:处|磁道)?(?:再)?(?:继续|重新|开始)?(?:扫描)?"
    ) if at_ends is False and any(name in ("C-SCAN", "C-LOOK") for name in algorithms) and upwards else []
    asked = asked_places + reading.ask(
        (
            (
                r"(?:(?:两种|两个|二者|两者)?(?:方案|算法)?(?:的)?(?:磁头)?(?:移动|寻道)?(?:的)?(?:总)?(?:磁道|柱面|道|距离|长度)?(?:总)?数?)(?:之差|的差值?|差值|相差)(?:为|是)?(?:多少|几)?个?(?:磁道|柱面|道)?|(?:谁|哪个)(?:移动|走)(?:得|的)?(?:更)?少,?(?:少|多)(?:了)?(?:多少|几)个?(?:磁道|柱面|道)?|(?:(?:比|较|与|和|跟)\ue000+(?:算法)?(?:相比|比较?)?,?)?(?:少|多|减少|缩短|节省)(?:移动|走)?(?:了)?(?:多少|几)个?(?:磁道|柱面|道)?",
                "difference",
            ),
            (
                r"(?:平均)(?:寻道|移动|寻找)(?:的)?(?:长度|距离|磁道数|柱面数|数)|平均(?:每次)?(?:寻道|移动)(?:多少|几)个?(?:磁道|柱面|道)|平均每(?:次|个)(?:寻道|请求|服务|访问)?(?:的)?(?:磁头|磁臂)?(?:要|需要?|得)?(?:移动|走|移过|经过|跨越|寻道)(?:了)?(?:的)?(?:(?:磁道|柱面)数|(?:多少|几)个?(?:磁道|柱面|道))",
                "average",
            ),
            (
                r"平均(?:每(?:次|个)(?:请求|访问|寻道)?(?:的)?)?(?:所需|需要?|要|花费?|用)?(?:的)?(?:寻道|寻找|移臂)(?:的)?时间|平均每(?:个|次)(?:请求|访问|寻道)?(?:的)?(?:时间)?(?:要|需要?|花费?|用|是|为)*(?:多少|几)(?:ms|毫秒|时间)",
                "average-time",
            ),
            (
                r"(?:总的?|全部|所需的?)*寻道(?:总|所需|所用|所花费?)?(?:的)?(?:总)?时间|(?:总|共|所)?(?:需|花费|花|用)(?:要)?(?:的)?(?:多少|多长)?寻道时间|寻道(?:总共|一共|共)?(?:花|要|用|需)(?:费|要)?(?:多少|几|多长|多久)\s*(?:ms|毫秒|时间)?",
                "time",
            ),
            (
                r"(?:总|共|所)?(?:需|花费|花|用|耗费?)(?:要)?(?:的)?(?:(?:多少|多长)?(?:的)?时间|(?:多少|几)\s*(?:ms|毫秒)|多久)|(?:总(?:的)?|访问|服务|处理|存取|响应|移动|移臂){1,3}(?:的)?时间|时间(?:总共)?(?:是|为)?(?:多少|多长)|总(?:的)?(?:耗时|用时)|(?:需要?|要)(?:多少|几)\s*(?:ms|毫秒)",
                "total",
            ),
            (
                rf"(?:寻道|移动|移过|经过|走过|扫过|行程|移动过)(?:的)?(?:总)?(?:的)?(?:长度|距离|{_TRACK}数|{_TRACK}总数|总数|总量|量|路程)|总(?:共)?(?:的)?(?:寻道|移动)(?:长度|距离|量|了)?(?:多少)?(?:个)?{_TRACK}?数?|"
                rf"总移动量|(?<=\ue000)(?:的话|时|下)?(?:又|则)(?:应|会)?(?:是|要|为)?(?:多少|几)|(?:一共|总共|共)?(?:移动?|走|跑)(?:了|过)?(?:多少|几)(?=[,;。?!]|$)|(?:移动|移过|经过|跨越|跨过|越过|走过|走|扫过|跑|跑过)(?:了|过)?(?:的)?(?:总共|一共)?(?:多少|几)个?{_TRACK}|寻道(?:总)?(?:长度|距离|量)|(?:一共|总共|共|合计)(?:要|需要?|得)?(?:走|移动?|移过|经过|寻道)?(?:了|过)?(?:多少|几)个?{_TRACK}|总行程|{_TRACK}总数|总{_TRACK}数",
                "distance",
            ),
            (
                r"(?:服务|访问|响应|寻道|处理|调度|满足|磁头移动|移动)(?:完|完成)?(?:上述|这些|各个?|所有|全部|该|以上|它们|它)*(?:的)?(?:磁盘|磁道|柱面|访问)?(?:请求|磁道|柱面)?(?:的)?(?:先后)?(?:次序|顺序|序列|轨迹|先后)(?!(?:分别|依次|如下|为|是|:|有|=|\s)*\ue000)|先后(?:次序|顺序)|(?:依次|先后)(?:会|将)?(?:访问|服务|处理)(?:的是)?(?:哪些|哪几个|什么)(?:磁道|柱面|请求)?|先去哪几个(?:,写次序)?|写次序|(?<=[,、])(?:写)?(?:次序|顺序)(?=[,。?!]|$)|(?:次序|顺序)(?=(?:和|跟|与|及|以及|、|,)+(?:总|\ue000|移动|寻道))",
                "order",
            ),
        )
    )
    reading.finish_knowing(
        SCENERY
        + "三种 算的 待处理 请求为 移动磁道 比较 谁 某磁盘 完成服务 刚 处理 五个 四个 六个 现在 队列 先去 总数 总磁道数 盘面 磁盘面 磁盘臂 臂 磁头臂 等着 等着的 等待着 道 多少道 几道 的话 不用走到头 又 多个 位置为 上 磁道请求 柱面请求 移 移过 移动了 走了 走 磁头移动 正在 服务 处 总量 总移动量 移动量 距离 数 访问请求序列 磁道访问 待服务 待处理 等待的 等待处理 序列为 电梯 循环 单向 磁盘组 组 磁盘驱动器 驱动器 次序 的次序到达 总寻道 现有请求 磁盘 磁头 磁臂 磁道 磁道号 柱面 柱面号 道 号 请求 访问 服务 I/O 等待 队列 请求队列 序列 请求序列 依次 到达 的顺序 顺序 先后 读写 读 写 操作 调度 算法 法 磁盘调度 移动 移动臂 当前 正 位于 处 "
        "若干个 若干 磁盘者 磁道为 需要 位置 后续 接下来 接着 起始 初始 开始 启动 寻道 进程 用户 提出 提出了 发出 访问请求 编号 总 它们 处理 响应 这些 全部 所有 完 完成 该磁盘 待 单位 试问 求其 个 从 共 已 收到 有 条 扫描 优先 排队 排队的 用 次序为 前 后 请求串 串 访问串 还有",
        danger="差|平均|间隔|去掉|去除|除去|删|跳过|第一|撤|取消|除外|回",
        ordinary_questions=False,
    )
    if not algorithms or not requests or (not asked and reading.asks()):
        return None
    if ({"time", "total", "average-time"} & set(asked)) and per_track is None:
        return None
    if each is not None and not ({"time", "total"} & set(asked)):
        return None
    if (
        {"last", "turns", *(task for task in asked if task.startswith(("nth", "rank", "before")))} & set(asked)
        and len(algorithms) > 1
        and len(asked) > 1
    ):
        return None
    if "difference" in asked and len(algorithms) != 2:
        return None
    least, greatest = bounds if bounds is not None else (0, None)
    if greatest is not None and greatest < 0:
        # Whether n tracks are numbered from 0 or from 1 matters only where the head runs to the end; there they are from 0, as everywhere.
        if any(place > -greatest for place in requests):
            return None
        to_the_end = at_ends is not False and any(name in ("SCAN", "C-SCAN") for name in algorithms)
        if to_the_end and (greatest % 50 or any(place == -greatest for place in requests)):
            return None
        greatest = -greatest - 1 if to_the_end else None
    places = [*requests, *([head] if head is not None else [])]
    if any(place < least or (greatest is not None and place > greatest) for place in places) or len(requests) < 3:
        return None
    if at_ends is None and bounds is not None and {"LOOK", "C-LOOK"} & set(algorithms) and {"SCAN", "C-SCAN"} & set(algorithms):
        at_ends = True  # beside LOOK, SCAN is the one that runs to the end
    if at_ends is False:
        algorithms = [{"SCAN": "LOOK", "C-SCAN": "C-LOOK"}.get(name, name) for name in algorithms]
    algorithms = list(dict.fromkeys(algorithms))
    if at_ends and not any(name in ("SCAN", "C-SCAN") for name in algorithms):
        return None
    parameters: dict[str, object] = {
        "algorithms": algorithms,
        "requests": list(requests),
        "asked": asked or ["distance", "order"],
        "at_ends": at_ends,
    }
    if free_return:
        if not any(name in ("C-SCAN", "C-LOOK") for name in algorithms):
            return None
        if greatest is None and at_ends is not False and "C-SCAN" in algorithms:
            return None  # how far the head runs before it flies back matters
        parameters["free_return"] = True
    understood = [("算法", "、".join(algorithms)), ("请求", listed(requests))]
    if per_track is not None:
        parameters["per_track_ms"] = str(per_track)
        if each is not None:
            parameters["each_ms"] = str(each)
            understood.append(("每个请求的旋转延迟和传输", f"{decimal(each, 4)} ms"))
        understood.append(("每移动一个磁道", f"{decimal(per_track, 3)} ms"))
    missing = []
    if head is None:
        missing.append(Missing("head", "磁头现在位于几号磁道？", "磁头当前位于 {} 号磁道"))
    else:
        parameters["head"] = head
        understood.insert(1, ("磁头位置", str(head)))
    if any(name in _DIRECTED for name in algorithms):
        if upwards is None:
            missing.append(Missing("upwards", "磁头正向磁道号增大还是减小的方向移动？", "磁头向磁道号{}的方向移动"))
        else:
            if greatest is not None and algorithms == ["SCAN"] and ends == {least if upwards else greatest}:
                return None  # it turns at the end that it does not move to
            parameters["upwards"] = upwards
            understood.append(("移动方向", "磁道号增大" if upwards else "磁道号减小"))
    if greatest is not None:
        parameters["least"], parameters["greatest"] = least, greatest
        if bounds is not None and bounds[1] < 0:
            parameters["assumed"] = True
        understood.append(("磁道范围", f"{least}～{greatest}"))
    elif at_ends and any(name in ("SCAN", "C-SCAN") for name in algorithms):
        missing.append(Missing("greatest", "磁道编号的范围是多少？", "磁道编号为 {}"))
    return Recognition(parameters=parameters, understood=tuple(understood), missing=tuple(missing))


def _turning(reading: Topic, both: bool) -> tuple[bool | None, set[int]]:
    """Whether the head runs to the ends of the disk: said, said not, or left open; and the tracks named as its ends. `both`: algorithms of both ways are named."""
    turn = r"(?:才|就|便|即|后|再|立即|马上|直接)*(?:开始)?(?:折返|返回|掉头|调头|改变方向|反向|回头|转向|往回走|往回)(?:移动|走)?(?:(?:到|至)?(?:另一?[端侧头]|最[小大](?:号|的)*|起始|最低|最左|最右|最远|相反方向)?(?:的)?(?:最远的?)?(?:一个)?(?:请求|磁道|柱面)(?:号)?(?:处)?(?:再|重新|继续|开始)*(?:扫描|服务)?)?"
    last = reading.take_all(
        rf"(?:磁头)?(?:仅|只|只需|最多)?(?:在)?(?:移动|运动|走|扫描|扫|移|跑)?(?:到|至)(?:达)?(?:该方向|这个方向|移动方向|两端|两头|两侧|每个方向|该方向上)?(?:上)?(?:的)?(?:最后一?个?|最远的?[一那]?个?|最外[侧面边]?的?[一那]?个?|最边上的?[一那]?个?)(?:磁道|柱面|被访问的?)?(?:的)?请求(?:的?(?:磁道|柱面))?(?:处|位置)?后?(?:{turn})?"
        r"|(?:注意)?(?:到达?|至|处理完|服务完|访问完)?(?:了)?(?:最大|最高|最内|最远)(?:号)?(?:的)?(?:磁道|柱面)?(?:号)?(?:的)?请求(?:处)?(?:之?后|时)?,?(?:直接|立即|快速|就|便|再)*(?:返回|跳回|跳到|回到|折回|回)(?:到|至)?(?:最小|最低)(?:号)?(?:的)?(?:磁道|柱面)?(?:号)?(?:的)?请求(?:处)?"
        r"|(?:到达?|至|处理完|服务完|访问完)?(?:了)?(?:最小|最低)(?:号)?(?:的)?(?:磁道|柱面)?(?:号)?(?:的)?请求(?:处)?(?:之?后|时)?,?(?:直接|立即|快速|就|便|再)*(?:返回|跳回|跳到|回到|折回|回)(?:到|至)?(?:最大|最高)(?:号)?(?:的)?(?:磁道|柱面)?(?:号)?(?:的)?请求(?:处)?"
        rf"|不(?:必|用|需要?|会|去|要求?|再)?(?:移动|到达|运行|走|走到|运动|扫|移)?(?:到|至)?(?:达)?(?:磁盘)?(?:的)?(?:端点|尽头|两端|边缘|最端|两头|最边上|末端|边界|端头|头)|(?:前方|该方向|前面|当前方向)(?:上)?(?:已)?(?:没有|无)(?:其他|更多|更远的?)?请求(?:时|了|就|则|即|,)*(?:立即|马上|便|就)?(?:折返|返回|掉头|调头|改变方向|反向|回头|转向)"
    )
    number = rf"(?:第)?(?:{_TRACK})?(?P<end>\d+)\s*号?(?:{_TRACK})?(?:处|端|那端|这端|那头|一端)?"
    back = rf"(?:后|时|再|才|就|便|,|立即|立刻|马上|直接|快速)*(?:返回|跳回|跳到|回到|折返|掉头|调头|折回|反向|回头|回)(?:到|至)?(?:(?:最小|起始|另一端)?(?:的)?(?:第)?(?:{_TRACK})?(?P<other>\d+)\s*号?(?:{_TRACK})?)?(?:处)?(?:然后|再|又|并|后|接着|重新|,)*(?:(?:从头|往上|向上|同向|同方向|按原方向|沿原方向)?(?:再)?(?:继续|开始)(?:向[^,;。()]{{1,6}})?(?:扫描|服务|移动|处理)?)?"
    named = reading.take(
        rf"(?:磁头)?(?:总是|一直|需要?|要|必须)*(?:移动|运动|走|扫描|扫|跑|移|碰|触|撞|抵)?(?:到|至)(?:达)?(?:磁盘)?(?:的)?(?:最(?:外|内|里|边|大|高|末|小|低)(?:侧|端|上|缘|边|号)?(?:的)?|最?端点|尽头|边缘|末端|终点|边界|末尾|头)?(?:\(|即|为|是)?{number}\)?{back}"
    )
    named = named or reading.take(
        rf"(?:磁头)?(?:总是|一直|需要?|要|必须)*(?:移动|运动|走|扫描|扫|跑)(?:到|至)(?:达)?(?:磁盘)?(?:的)?(?:第)?(?:{_TRACK})?(?P<end>\d+)\s*号?(?:{_TRACK})?(?:这一|那一|一|那|这)?(?:端|头)(?P<other>(?!))?(?:{turn})?"
    )
    named = named or reading.take(
        rf"(?:从|由)\s*(?P<end>\d+)\s*号?(?:{_TRACK})?(?:处|端)?(?:直接|立即|立刻|马上|快速)?(?:返回|跳回|跳到|回到|折返|回)(?:到|至)?\s*(?P<other>0)(?!\d)\s*号?(?:{_TRACK})?"
    )
    ends = named or reading.take(
        rf"(?:磁头)?(?:总是|一直|需要?|要|必须)?(?:移动|运动|走|扫描)?(?:到|至)(?:达)?(?:磁盘)?(?:的)?(?:最?端点|尽头|两端|最外端|边缘|最边上|最(?:外|内|里)(?:侧|端)?(?:的)?(?:磁道|柱面)?|顶端)(?:处)?{turn}"
    )
    last = last or reading.take_all(r"(?:只|仅)?在(?:有)?请求(?:的)?(?:磁道)?范围(?:之)?内(?:来回)?(?:走|移动|扫描?|运动|折返|往返)?")
    if not last and (ends is None or named):
        reading.refuse(r"(?:别|不|没|无|未|勿|免|非)[^,;。\d]{0,6}到(?:尽)?头")
        ends = (
            reading.take(
                r"(?:是)?(?:真的?|确实|一定|必须|总是|都|得|会|要|老老实实|一直)*(?:走|移动?|扫描?|跑|碰|运动)(?:到|至)(?:磁盘)?(?:的)?(?:尽|两|顶)?头(?:的)?(?:那种|那类|版本)?(?:才|再)?(?:返回|折返|掉头|调头|回头|反向)?"
            )
            or ends
        )
    if last and ends:
        if not both:
            stay_out("two ways of turning")
        last = []  # LOOK turns at the last request, SCAN at the end: each as its name says
    tracks = {int(named[group]) for group in ("end", "other") if named[group]} if named else set()
    return (False if last else True if ends else None), tracks


def _across(reading: Topic) -> tuple[bool, bool | None]:
    """Whether it is said at which rim the tracks are counted from 0, and whether the head then moves upwards; None: that is not said so."""
    zero = reading.take(rf"\(?最?(?P<side>外|内)(?:侧|圈|边|面|层)?(?:的)?(?:{_TRACK})(?:编?号)?(?:为|是)?0(?:号)?(?!\d)\)?")
    if zero is None:
        return False, None
    way = reading.take(
        r"(?:沿|从|由|自)?(?P<from>[外内])(?:侧|圈|边)?(?:向|往|到)(?P<to>[外内里])(?:侧|圈|边)?(?:移动|运动)?(?=[(,。;\ue000])"
    )
    return True, None if way is None or way["from"] == way["to"] else way["from"] == zero["side"]


def _bounds(reading: Topic, from_zero: bool) -> tuple[int, int] | None:
    """The least and the greatest track; (0, -n) where only their number n is said, and not that they are counted from 0."""
    span = r"(?P<low>[01])\s*(?:~|～|-|—|到|至|\.\.)+\s*(?P<high>\d+)"
    total = reading.take(
        rf"(?:共|一共|总共)?(?:有)?(?P<count>\d+)\s*个?{_TRACK}(?=[\s,(]*[01]\s*(?:~|-|到|至))|{_TRACK}(?:总)?数(?:量|目)?(?:共|一共)?(?:为|是|有|:)?\s*(?P<stated>\d+)(?=[\s,(]*(?:{_TRACK})?(?:编?号)?(?:为|从|是)?\s*[01]\s*(?:~|-|到|至))|(?:共|一共|总共)?(?:有)?(?P<number>\d+)\s*个{_TRACK}(?!的(?!磁盘|硬盘)|上)(?:\(?编号从0开始\)?)?"
    )
    match = reading.take(
        rf"(?:(?:{_TRACK}|磁盘)(?:的)?(?=\s*(?:编?号|序号|范围|为|是|从|:|\d))(?:编号|号|序号|范围|号范围|编号范围)*(?:从)?{_IS}|编号(?:从|为|是)?\s*|\()\s*{span}\s*号?(?:{_TRACK})?\s*\)?"
    ) or reading.take(rf"{span}\s*号?{_TRACK}|(?<=\ue000)\s*{span.replace('low', 'a').replace('high', 'b')}(?=\s*(?:,|;|。|磁头|\ue000))")
    if match is None:
        return None if total is None else (0, _total(total) - 1) if from_zero else (0, -_total(total))
    low, high = int(match["low"] or match["a"]), int(match["high"] or match["b"])
    if low not in (0, 1) or high <= low or (total is not None and _total(total) != high - low + 1):
        stay_out("strange bounds")
    return low, high


def _total(said: re.Match[str]) -> int:
    """The number of tracks said."""
    return int(said["count"] or said["stated"] or said["number"])


def _direction(reading: Topic) -> tuple[bool | None, int | None]:
    """Upwards or not where said; the track served before where said."""
    grow, shrink = r"(?:增大|增加|变大|递增|大号|大|增|升高|上升)", r"(?:减小|减少|变小|递减|小号|小|减|降低|下降)"
    patterns = {
        True: rf"(?<!方)(?:向|往|朝)上(?=\s|,|。|移|走)|(?:磁头)?(?:先|当前|正在?|正好)?(?:沿着?|向着?|朝着?|往|由|从|在)*(?:{_TRACK})?(?:编?号|序号)?(?:的)?(?:(?:逐渐|依次)?{grow}(?:的)?(?:{_TRACK}(?:编?号)?(?:的)?)?(?:方向|一侧|一边|一端|一头|那边|那头|那侧|那一侧|那个方向)|(?<=[往向朝])大(?=走|移动|扫描)|大号(?:的)?(?:{_TRACK})?(?=移动|走|运动|扫描|前进)|小(?:号)?(?:{_TRACK})?(?:到|往|向)大(?:号)?(?:{_TRACK})?(?:的)?(?:方向)?|方向(?:为)?{grow})(?:上)?(?:正在|运动|移动|扫描|前进|走)?",
        False: rf"(?<!方)(?:向|往|朝)下(?=\s|,|。|移|走)|(?:磁头)?(?:先|当前|正在?|正好)?(?:沿着?|向着?|朝着?|往|由|从|在)*(?:{_TRACK})?(?:编?号|序号)?(?:的)?(?:(?:逐渐|依次)?{shrink}(?:的)?(?:{_TRACK}(?:编?号)?(?:的)?)?(?:方向|一侧|一边|一端|一头|那边|那头|那侧|那一侧|那个方向)|(?<=[往向朝])小(?=走|移动|扫描)|小号(?:的)?(?:{_TRACK})?(?=移动|走|运动|扫描|前进)|大(?:号)?(?:{_TRACK})?(?:到|往|向)小(?:号)?(?:{_TRACK})?(?:的)?(?:方向)?|方向(?:为)?{shrink})(?:上)?(?:正在|运动|移动|扫描|前进|走)?",
    }
    for value, way in ((True, grow), (False, shrink)):
        patterns[value] += (
            rf"|(?:移动|运动|扫描|磁头)?方向(?:是|为|朝着?|向着?|往|沿着?|:|指向|\s)*(?:{_TRACK})?(?:编?号|序号)?(?:逐渐)?(?:的)?{way}(?:号)?(?:的)?(?:{_TRACK})?(?:的)?(?:方向|侧|端|那边)?"
            rf"|(?:向着?|往|朝着?|奔)(?:{_TRACK})?(?:编?号)?(?:的)?(?:更)?{way}(?:号)?(?:的)?(?:{_TRACK})?(?:编?号)?(?:的)?(?:方向|一侧|一端|端|那头)?(?:上)?(?:正在|运动|移动|扫描|前进|走|服务|跑|去|寻道)"
        )
    for value, way in ((True, grow), (False, shrink)):
        patterns[value] += rf"|(?<=[(,])(?:即|向)?(?:{_TRACK})(?:编?号|序号)?(?:逐渐)?{way}(?:的)?(?:方向)?(?=[),])"
    patterns[False] += (
        rf"|(?:正)?(?:向|往|朝)(?:着)?\s*(?:第)?0\s*号?(?:{_TRACK})?(?:的)?(?:方向|一侧|一端|那端|那边|那头|端|移动)+(?:移动|运动|走)?|方向(?:是|为)?(?:朝|向|往)0(?=[,;。]|$)"
    )
    said = [value for value, pattern in patterns.items() if reading.take_all(pattern)]
    if len(said) > 1:
        stay_out("two directions")
    before = (
        reading.take_one(
            rf"(?:刚刚?|刚才|之前|此前|先前|上一?次|前一?次|上一?个|前一?个)(?:已经?)?(?:在|是)?(?:完成|处理|服务|访问|响应|读写|所在)?(?:完|了|的是|完了|过|结束|完毕)*(?:的)?(?:请求|{_TRACK}|位置)?(?:号)?(?:是|在|为)?(?:对)?(?:第)?(?:{_TRACK})?\s*(?P<value>\d+)\s*号?(?:{_TRACK})?(?:的|处)?(?:请求|访问|服务)?",
            to_int,
        )
        if not reading.has(rf"(?:从|由)(?:第)?(?:{_TRACK})?\d+号?(?:{_TRACK})?(?:处)?(?:移动?|走|运动)?(?:过)?来")
        else reading.take_one(
            rf"(?:磁头)?(?:刚刚?|刚才|之前|是|才)*(?:从|由)(?:第)?(?:{_TRACK})?(?P<value>\d+)号?(?:{_TRACK})?(?:处)?(?:移动?|走|运动)?(?:过)?来的?",
            to_int,
        )
    )
    return (said[0] if said else None), before


def _asked_places(reading: Topic) -> list[str]:
    """Single places of the head's way that are asked for: the last one served, the n-th, which one in turn a track is, how often it turns."""
    served = r"(?:会|将|要|能)?(?:得到|被)?(?:服务|访问|处理|响应|满足|读写|完成)(?:到)?"
    what = rf"(?:的)?(?:磁盘)?(?:请求|{_TRACK})*(?:所在)?(?:的)?(?:{_TRACK})?(?:编?号)?(?:应该?|会)?(?:是|为)?(?:第)?(?:多少|几|哪一?个)?号?(?:{_TRACK}|请求)?"
    found: list[tuple[int, str]] = []
    for match in reading.take_all(
        rf"第(?P<count>{INTEGER})(?:个|次){served}{what}|(?P<last>最后)(?:一个|一次)?{served}{what}|(?P<final>最后一个)(?=(?:应该?|会|又|则)*(?:是|为)?(?:几|哪|多少))(?:应该?|会|又|则)*(?:是|为)?(?:几|哪一?个|多少)|(?P<first>首先|最先|最早|下一个|下一步|接下来首先|(?<=[\ue000,])先(?=服务|访问|处理|响应)){served}{what}"
    ):
        number = to_int(match["count"]) if match["count"] else 0 if match["last"] or match["final"] else 1
        found.append((match.start(), f"nth:{number}" if number else "last"))
        reading.questions.append(match.span())
    for match in reading.take_all(rf"(?:先后|依次)?(?:被|会|将)?(?:服务|访问|处理|响应|满足)(?:到)?的第(?P<count>{INTEGER})个{what}"):
        found.append((match.start(), f"nth:{to_int(match['count'])}"))
        reading.questions.append(match.span())
    for match in reading.take_all(
        rf"(?:对)?(?P<track>\d+)\s*号?(?:{_TRACK})?(?:的)?(?:请求)?(?:会|将|是|在)*第(?:几|多少)(?:个|次|位)(?:{served})?(?:的)?"
    ):
        found.append((match.start(), f"rank:{match['track']}"))
        reading.questions.append(match.span())
    for match in reading.take_all(
        rf"(?:在)?(?:处理|服务|访问|响应|到达?)(?:{_TRACK})?\s*(?P<track>\d+)\s*号?(?:{_TRACK})?(?:的)?(?:请求)?(?:之?前|以前),?(?:已经?|总共|一共|共|先|会)*(?:处理|服务|访问|响应|完成|满足)(?:了|过|完)*(?:的)?(?:请求)?(?:有)?(?:几|多少)个?(?:其他)?(?:的)?请求?"
    ):
        found.append((match.start(), f"before:{match['track']}"))
        reading.questions.append(match.span())
    for match in reading.take_all(
        r"(?:磁头)?(?:总共|一共|共|需要?|要|会)*(?:改变|变换|调转|掉转|更换)(?:了|过)?(?:磁头)?(?:移动)?(?:的)?方向(?:的)?(?:次数|了?(?:多少|几)次)(?:是|为)?(?:多少|几)?|(?:磁头)?(?:总共|一共|共|需要?|要|会)*(?:掉头|折返|调头|转向|换向)(?:了)?(?:的)?(?:次数|(?:多少|几)次)|(?:移动)?方向(?:总共|一共|共)?改变(?:了)?(?:多少|几)次"
    ):
        found.append((match.start(), "turns"))
        reading.questions.append(match.span())
    return [name for _, name in sorted(found)]


def _each(reading: Topic) -> Fraction | None:
    """What every request takes besides seeking: waiting for the sector and transferring it, in ms."""
    per = r"(?:每次|每个请求|每个|每次访问|平均)*(?:的)?"
    latency = reading.take_one(
        rf"{per}旋转(?:的)?(?:延迟|等待|定位)(?:的)?(?:时间)?(?:平均|均|都|约|各|需要?|要)*{_IS}(?P<value>{DECIMAL})\s*(?:ms|毫秒)",
        Fraction,
    )
    transfer = reading.take_one(
        rf"{per}(?:数据|扇区|读写|一个扇区|每个扇区|块)*(?:的)?(?:传输|传送|读写|读取|读出)(?:一个|每个)?(?:扇区|数据|块)?(?:的)?(?:时间)?(?:平均|均|都|约|各|需要?|要)*{_IS}(?P<value>{DECIMAL})\s*(?:ms|毫秒)",
        Fraction,
    )
    speed = reading.take_one(
        rf"(?:磁盘|盘片)?(?:的)?(?:旋转)?(?:转速|速度){_IS}(?:每分钟)?(?P<value>\d{{3,6}})\s*(?:转/分钟?|转每分钟?|rpm|r/min|RPM|转)", int
    )
    sectors = reading.take_one(
        rf"每(?:个|条)?(?:{_TRACK})?(?:上)?(?:分为|划分为|分成|有|含|包含|共)*\s*(?P<value>{INTEGER})\s*个?扇区", to_int
    )
    if speed is not None:
        turn = Fraction(60_000, speed)
        if latency is None:
            latency = turn / 2
        if transfer is None:
            if not sectors:
                stay_out("no sectors")
            transfer = turn / sectors
    elif sectors is not None:
        stay_out("no speed")
    if speed is not None or latency is not None:
        reading.take_all(
            r"(?:旋转延迟)(?:时间)?(?:取|按|为|用)?(?:平均值|半圈)(?:计算|算)?|每(?:个|次)请求(?:都|均|各)?(?:只)?(?:读|访问|读取|读写)(?:取|写)?(?:其中)?(?:的)?(?:一|1)个(?:随机分布的?|随机的?)?扇区|(?:并且?)?(?:每个请求)?(?:只)?(?:读取|访问)(?:每个磁道上?的?)?(?:一|1)个(?:随机分布的)?扇区"
        )
    if latency is None and transfer is None:
        return None
    return (latency or Fraction(0)) + (transfer or Fraction(0))


def _requests(reading: Topic) -> tuple[int, ...]:
    found = [to_ints(match[0]) for match in reading.take_all(SEQUENCE)]
    if len(found) > 1:
        stay_out("two lists of requests")
    return found[0] if found else ()


def _head(reading: Topic) -> int | None:
    said = reading.take_one(
        (
            rf"(?:磁头|磁臂|读写头|移动臂)(?:的)?(?:第|都|均|当前|现在|目前|此时|初始|起始|开始时?|最初|正|刚好|正好|停|停留|处于|位于|定位|位置|的|所在|在|于|起始于|处)*(?:{_TRACK})?(?:编?号)?{_IS}(?:第)?\s*(?:{_TRACK})?\s*(?P<value>{INTEGER})\s*(?:号|#)?(?:{_TRACK})?(?:处|上)?",
            rf"(?:当前|现在|目前|初始|起始)(?:磁头)?(?:的)?(?:{_TRACK}|位置|磁头位置)(?:编?号)?{_IS}(?P<value>{INTEGER})\s*号?(?:{_TRACK})?",
            rf"(?:磁头)?(?:当前|现在|目前|此刻|此时)?正?在?(?:为|给|对)\s*(?:位于|在)?(?:第)?(?:{_TRACK})?\s*(?P<value>{INTEGER})\s*号?(?:{_TRACK})?(?:上)?(?:的)?(?:请求)?(?:提供|进行)?(?:服务|读写|访问)",
            rf"(?:磁头)?(?:当前|现在|目前|此刻|此时)?正在?(?:处理|服务|访问|响应|执行|读写)(?:的)?(?:完)?(?:请求)?(?:是|为|在)?\s*(?:第)?(?:{_TRACK})?\s*(?P<value>{INTEGER})\s*号?(?:{_TRACK})?(?:上)?(?:的)?(?:请求)?",
            rf"(?:刚刚?|刚才|在|已)*(?:完成|处理|服务|响应|执行)(?:了|完)*(?:对|在)?\s*(?:第)?(?:{_TRACK})?\s*(?P<value>{INTEGER})\s*号?(?:{_TRACK})?(?:上)?的?(?:访问|读写|I/O)?(?:请求|服务|访问)(?:的?服务|的?处理|的?访问)?(?:之?后|时|,)",
            rf"(?:当前|现在|目前|此刻|此时)(?:正)?(?:在|位于|停在|处于)\s*(?:第)?(?P<value>{INTEGER})\s*号(?:{_TRACK})?",
            rf"(?:从)?\s*(?:第)?(?:{_TRACK})?\s*(?P<value>{INTEGER})\s*号(?:{_TRACK})?(?:处)?(?:开始|出发|起)",
            rf"从\s*(?:第)?(?:{_TRACK})?\s*(?P<value>{INTEGER})\s*(?:{_TRACK})?(?:处)?(?:开始|出发|起)",
            r"(?:当前|现在|目前)(?:磁头)?(?:在)?\s*(?P<value>\d+)(?=[,;。])",
            r"(?:磁头)?起点(?:为|是|在)?\s*(?P<value>\d+)(?!\d)",
            rf"(?:磁头|磁臂|读写头)(?:现在|当前|正|此时)?(?:从|由)\s*(?:第)?(?:{_TRACK})?\s*(?P<value>{INTEGER})\s*号?(?:{_TRACK})?(?:处)?(?=向|往|朝|沿|先|\ue000)",
            rf"(?:位于|停在|处在|处于|现在在|正在|在)\s*(?:第)?(?P<value>{INTEGER})\s*号?{_TRACK}(?:处|上)?",
        ),
        to_int,
    )
    return said if said is not None else _only_place(reading)


def _only_place(reading: Topic) -> int | None:
    """The only track that is left, where its clause speaks of the head or of now."""
    left = list(
        patterns.finditer(
            rf"(?:第)?(?:{_TRACK})?\s*(?<![\d.A-Za-z~-])(?P<value>\d+)(?![\d.]|\s*(?:ms|毫秒|[A-Za-z~-]|个|条|次|转))\s*号?(?:{_TRACK})?(?:处|上)?",
            reading.rest,
        )
    )
    if len(left) != 1:
        return None
    start = max(reading.rest.rfind(mark, 0, left[0].start()) for mark in ",;。?!\n") + 1
    clause = patterns.split(r"[,;。?!\n]", reading.rest[start:])[0]
    if not patterns.search("磁头|磁臂|读写头|机械臂|移动臂|悬臂|正在|当前|现在|目前|此刻|此时|起始|初始|起点|出发|开始|位于|停", clause):
        return None
    reading.take_spans([left[0].span()])
    return int(left[0]["value"])
