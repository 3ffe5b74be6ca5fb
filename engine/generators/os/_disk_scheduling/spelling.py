"""Disk problems in one wording: what the text gives anyway of a figure, sides for double-sided platters, and what is told of other questions."""

from __future__ import annotations

from collections.abc import Callable

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.os._exam_spelling import with_items_numbered, with_runs
from engine.generators.reading import to_int


def _in_order(row: str) -> bool:
    numbers = [int(one) if one.isdigit() else ord(one) for one in patterns.findall(r"\d+" if patterns.search(r"\d", row) else "[A-Z]", row)]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def disk_spelling(text: str) -> str:
    """The text so written."""
    text = with_items_numbered(with_runs(text))
    text = patterns.sub(
        r"(?P<verb>传输|读取?|传送|访问|写入?)(?:一个)?(?P<size>\d+\s*[KM]?B)(?:大小)?(?:的)?(?:数据|文件)?(?:所)?(?:需要?)?的(?:平均)?时间(?:约)?(?:为|是)(?:多少|几)",
        r"\g<verb>\g<size>的数据平均需要多少时间",
        text,
    )
    # `(1)FCFS (2)SSTF`: a list of algorithms, whatever numbers them.
    text = patterns.sub(
        r"(?<=[\s,;。?:A-Z算法多少)])\(\d\)\s*(?=(?:FCFS|SSTF|SCAN|LOOK|C-?\s?SCAN|C-?\s?LOOK|N-?Step|先来先服务|最短寻道)(?:算法)?(?:[(](?:FCFS|SSTF|SCAN)[)])?\s*(?:[,;。、]|$|\(\d\)))",
        "、",
        text,
    )
    text = patterns.sub(
        r"(?:当前|现在)?(?:磁盘)?驱动器(?:正|正在|当前|现在)*(?:为|在)(?P<what>柱面|磁道)\s*(?P<at>\d+)\s*(?:的|处的|上的)?请求(?:提供)?服务",
        r"磁头当前在\g<what>\g<at>",
        text,
    )
    text = patterns.sub(
        r"(?P<before>前|上)一个(?:服务|完成|处理)?(?:的)?请求(?:是|为)?(?:在|位于)?(?P<what>柱面|磁道)\s*(?P<at>\d+)",
        r"\g<before>一次访问的是\g<what>\g<at>",
        text,
    )
    text = patterns.sub(
        r"(?:如果|若|假设|设)?(?:磁头)?从一个?(柱面|磁道)移(?:动)?(?:到|至)(?:下一个|另一个|一个)?(?:相邻|邻近)(?:的)?(?:另一个|一个|下一个)?(?:柱面|磁道)(?:所)?(?:需要?|要|花费?|用)(?:的)?(?:时间)?(?:为|是)?\s*(?=\d)",
        r"每移动一个\1需要",
        text,
    )
    text = patterns.sub(
        r"(?:对|访问)?(?:磁道|柱面|磁盘)?(?:的)?(?:访问)?(?:的)?请求(?:按|以)(?:以下|如下|下列|下面|这样的?)(?:的)?(?:顺序|次序)(?:发生|到达|出现|提出|到来)\s*[:：]?\s*",
        "请求队列为",
        text,
    )
    text = patterns.sub(r"(?<=请求的)\s*FIFO\s*(?=队列)|(?<=请求)\s*(?:的)?\s*FIFO\s*(?=队列)", "", text)
    # The head, its way and the requests stand in the text; the figure shows them once more.
    if patterns.search(r"(?:磁头|当前)[^。;]{0,30}\d[\s\S]*(?:请求|队列|序列)[^。;]{0,30}\d+\s*[,，、]\s*\d+", text):
        text = patterns.sub(r"\(?(?:如|见)(?:下|上|右|左)?图(?:\s*\d+(?:[.-]\d+)?)?(?:所示)?\)?", "", text)
        # A bit map belongs to another question of the same problem.
        text = patterns.sub(
            r"[,，]?(?:并)?使用\s*\d+\s*[KM]B?\s*的?(?:内存|主存)?空间(?:来)?(?:记录|管理|表示)\s*\d+\s*个(?:磁盘)?块的(?:空闲|使用|分配)(?:状态|情况)(?=[,，。;])",
            "",
            text,
        )
    # The outermost two sides hold nothing.
    text = patterns.sub(
        r"(?P<count>(?<![\d.])\d{1,2}|[二两三四五六七八九十])\s*(?:片|张)(?:盘片|磁盘片?|盘)?[,，;；](?:其中)?(?:最上(?:面)?(?:和|与|、)最?下(?:面)?|最外|最外侧|最外层|上下最外侧?|最顶和最底)的?(?:[两二2])?(?:个)?(?:盘|磁)?面(?:均|都)?(?:不用|不使用|不记录(?:信息|数据)?|不存(?:储|放)?(?:信息|数据)?|不能用|(?:用)?作为?保护面?)(?=[,，。;；])",
        lambda told: f"{2 * to_int(told['count']) - 2}个盘面",
        text,
    )
    text = patterns.sub(
        r"(?P<count>(?<![\d.])\d{1,2}|[一二两三四五六七八九十])\s*(?:个|片)双面(?:的)?(?:磁盘片|盘片|磁盘|圆盘)",
        lambda told: f"{2 * to_int(told['count'])}个盘面",
        text,
    )
    # A share of a turn: as many sectors as blocks go on a track.
    if "扇" not in text and (
        track := patterns.search(r"每(?:个|条)?(?:磁)?道(?:的)?(?:容量|可存放?|有|存储)*(?:为|是)?\s*(\d+)\s*KB", text)
    ):
        block = patterns.search(r"读取?(?:出|入)?(?:一个|1个)\s*(\d+)\s*KB\s*(?:大小)?(?:的)?(?:磁盘|数据|盘)?(?:块|数据)", text)
        if block and int(track[1]) % int(block[1]) == 0:
            text = text.replace(block[0], "读取一个扇区").replace(track[0], f"每道{int(track[1]) // int(block[1])}个扇区")
    text = patterns.sub(r"(?<=柱面|磁道)[,，]\s*(?=从\s*0\s*(?:号)?(?:到|至)\s*\d+)", ",编号", text)
    # The drive is at the cylinder that it serves.
    text = patterns.sub(
        r"(?:(?:磁盘)?驱动器|磁盘|磁头)?(?:目前|当前|现在)?正(?:在)?(?:为|处理|服务)(?:位于)?(?:柱面|磁道)\s*(\d+)\s*(?:号)?(?:处)?(?:的)?(?:一个)?请求(?:提供服务|服务)?[,，](?:且|而|并且?)?(?:前面|以前|前|上)(?:的)?一?个?(?:服务)?(?:的)?请求(?:是|为)?(?:在|位于)?(?:柱面|磁道)?\s*(\d+)(?:号)?(?:柱面|磁道)?(?:处)?(?=[。,，;])",
        r"磁头当前正处在第\1柱面上,并刚刚完成了对第\2柱面的访问请求",
        text,
    )
    text = patterns.sub(
        r"(?:在)?(?:刚刚?)?完成(?:了)?(?:对)?(?:磁道|柱面)\s*(\d+)\s*(?:处)?的?(?:一个)?请求(?:之?后)?[,，](?:磁头)?(?:当前|现在)?(?:正)?在(?:为)?(?:磁道|柱面)\s*(\d+)\s*处?(?:为)?(?:一个)?(?:的)?请求(?:提供)?服务",
        r"磁头当前正处在第\2磁道上,并刚刚完成了对第\1磁道的访问请求",
        text,
    )
    text = patterns.sub(
        r"(?:按照?|以)\s*(?:FIFO|先进先出)\s*(?:的)?(?:顺序|次序)[,，]?(?=(?:即将到来|等待处理|等待|待处理|未完成)的?(?:磁盘)?请求(?:的)?队列)",
        "",
        text,
    )
    text = patterns.sub(r"(?:正|正在)?(?:朝|向)(?:着)?(?:磁道|柱面)\s*0\s*号?(?:方向)?(?:移动|运动)", "正朝磁道号减小的方向移动", text)
    text = patterns.sub(r"(?<=共有)\s?(\d+)\s?道(?=[,，。;；])", r"\1个磁道", text)
    text = patterns.sub(
        r"[(（]\s*(?:当前)?(?:磁头)?(?:的)?移动(?:的)?方向(?:为|是)(?:向)?(?:磁道|柱面)?(?:号)?(?P<way>递增|增大|增加|递减|减小|减少)(?:的)?(?:方向)?\s*[)）]",
        lambda way: f",磁头向磁道号{'增大' if '增' in way['way'] else '减小'}的方向移动,",
        text,
    )
    text = patterns.sub(r"若干个?(?=等待(?:访问)?(?:磁盘|的))", "", text)
    text = patterns.sub(
        r"请?按(?:下列|以下)(?:调度)?算法分别计算(?:为)?完成(?:上述|以上)各?次?访问(?:总共)?(?:所)?花费的寻找时间",
        "求下列算法的总寻道时间",
        text,
    )
    if "处理" in text and "记录" in text:
        text = patterns.sub(r"^在磁盘上存储数据的排列方式会影响I/O服务的总(?:服务)?时间。", "", text)
        # The records stand on the track in their order.
        text = patterns.sub(
            r"[,，]?(?:其|记录的)?(?:安排|排列|存放)(?:的)?(?:顺序|次序)如下表?(?:所示)?[:：]?(?P<rest>[\s\S]*?)[\n|]*\s*(?:物理块|扇区)号?[\s|]*(?P<blocks>\d+(?:[ |]+\d+){2,14})[\s|]*(?:(?::?-+:?[\s|]*)+)?(?:逻辑)?记录[\s|]*(?P<records>[A-Z]\s?\d*(?:[ |]+[A-Z]\s?\d*){2,14})[ |]*\n?",
            lambda told: (told["rest"] or "。") if _in_order(told["blocks"]) and _in_order(told["records"]) else told[0],
            text,
        )
        text = patterns.sub(r"磁盘(?:的)?旋转速度(?:为|是)?\s*(\d+)\s*ms\s*/\s*(?:转|周|圈)", r"磁盘旋转一周\1ms", text)
        text = patterns.sub(r"磁盘(?:被)?格式化(?:成|为)\s*(?=\d+\s*个?扇区)", "每个磁道有", text)
        # The sense in which the disk turns is that of the records.
        text = patterns.sub(
            r"(?:按|以)?(?:逆|顺)时针(?:方向)?(?:的?(?:次序|顺序))?(?:依次)?(?:安排|排列|存放)(?:这)?\s*(?:\d+\s*[个条])?(?:逻辑)?记录\s*\(磁盘(?:按)?(?:逆|顺)时针(?:方向)?(?:转动?|旋转)\),?",
            "按顺序存放,",
            text,
        )
        text = patterns.sub(
            r"(?:按|以)?(?:最优化?|优化)(?:的)?(?:分布|排列)(?:方式)?(?:重新)?(?:安排|排列|存放)(?:这)?\s*(?:\d+\s*[个条])?(?:逻辑)?记录(?=[,，])",
            "对记录优化分布后",
            text,
        )
        # A record fills a block; so many ms a turn.
        text = patterns.sub(
            r"[,，]?\s*\(?每(?:个|条)(?:逻辑)?记录的?(?:大小|长度)(?:正好|恰好|刚好)?(?:与|和|等于)(?:一个)?(?:盘块|物理块|磁盘块|扇区|块)(?:的)?(?:大小|长度)?(?:相等|相同|一样大)?\)?|[,，]?(?:\(?每(?:个|条)?(?:物理)?块(?:可)?存放\s*[1一]\s*[个条]逻辑记录\)?)",
            "",
            text,
        )
        text = patterns.sub(
            r"(?:设)?(?:其)?(?:磁盘)?(?:的)?(?:转速|旋转速度)(?:为|是)?\s*(\d+)\s*ms\s*/\s*(?:转|周|圈)", r"磁盘旋转一周\1ms", text
        )
        text = patterns.sub(r"(?:若|如果)?(?:忽略|不计|不考虑)其[他它]辅助(?:操作)?(?:的)?时间[,，]?", "", text)
        text = patterns.sub(r"每读出一?块后需要?\s?(\d+\s?ms)的处理时间", r"每读出一块后需要\1处理", text)
    # The last one served is where the head is.
    text = patterns.sub(
        r"(?:假设|设|假定|若)?(?:刚刚|刚才)?(?:最后|最近)(?:一次|一个)?(?:所)?(?:被)?服务的(?:那个)?请求(?:是)?(?:在|位于|为|是)(?:磁道|柱面)?\s*(\d+)\s*(?:号)?(?:磁道|柱面)?(?:上|处)?",
        r"磁头当前位于\1号磁道",
        text,
    )
    text = patterns.sub(
        r"(?:在)?(?:按照?|以)?\s*FIFO\s*(?:的)?(?:顺序|次序)(?:排列|排队)?的?(?:队列|序列)(?:中|里)?(?:包含|有)(?:了|着)?(?:如下|下列|以下)?(?:磁道|柱面)(?:上)?的?请求\s*[:：]?",
        "请求队列为",
        text,
    )
    text = patterns.sub(
        r"用?(?:下面|下列|以下)(?:的)?(?:各|几)?(?:种|个)?(?:调度)?算法(?:来)?(?:计算|求出?|算出)(?P<what>[^,，。;；]{0,30}[,，]?[^,，。;；]{0,12}?)(?:必须|需要?|要)?(?P<moved>移过|移动|经过)的?(?:磁道|柱面)(?:的)?(?:数目|数量|个数|数|总数)",
        "求移动的磁道数",
        text,
    )
    text = patterns.sub(
        r"即将到来的?(?=(?:磁盘)?请求)|从(?:现在|当前)(?:的)?磁头位置(?:开始|起)[,，]?|[(（](?:以|按)(?:柱面|磁道)(?:数)?(?:计)?[)）]",
        "",
        text,
    )
    # `moving to 199 and from 199 back to 0 both count`: the head runs to the end, and the way back counts as it does anyway.
    text = patterns.sub(
        r"(?:并且?|且|但)?(?:磁头)?(?:移动|运动|走)(?:到|至)\s*(?P<end>\d+)\s*号?(?:磁道|柱面)?(?:处)?(?:和|与|、|,|，|以及|再|后)*\s*(?:从|由)\s*(?P=end)\s*号?(?:磁道|柱面)?(?:处)?(?:直接|快速)?(?:返回|跳回|跳到|回到|折返|回)(?:到|至)?\s*(?P<other>\d+)\s*号?(?:磁道|柱面)?"
        r"(?:的)?(?:移动|寻道)?(?:距离|行程|移动|路程|长度)*(?:均|都|也|需|要|应|全部)*(?:计入|算入|计算在内|算在)(?:总)?(?:的)?(?:移动|寻道)?(?:量|距离|长度|磁道数)?(?:内|之内)?",
        r"磁头移动到\g<end>号磁道后返回\g<other>号磁道",
        text,
    )
    # A list of algorithms, one a line.
    algorithm = r"(?:FCFS|SSTF|C-?SCAN|SCAN|C-?LOOK|LOOK|先来先服务|最短寻道|扫描|循环扫描|电梯)"
    text = patterns.sub(rf"[\s:：]*(?:\n|[;；。:：])\s*[(（]?[1-6][.、)）]\s*(?={algorithm})", ",", text)
    return patterns.sub(r"(?<=[\d)])\s*[(（]转\s?/\s?分钟?[)）]", "", text)


def disk_spelled(recogniser: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """A recogniser that reads the text in `disk_spelling`."""

    def recognise(text: str) -> Recognition | None:
        return recogniser(disk_spelling(text))

    return recognise
