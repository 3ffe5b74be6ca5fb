"""Forms of matches and meetings, of ways through a grid or up stairs, of colours, equations, points, letters and digits."""

from __future__ import annotations

from collections import Counter

from engine.generators import patterns
from engine.generators.civil._counting.cues import N
from engine.generators.civil._counting.forms import Form, Made, Told
from engine.generators.reading import stay_out, to_int

_MANY = r"(?:一?共|总共|那么|则|,|需要?|要|应|有)*"
_TEAM = r"(?:球队|队伍|队|选手|运动员|人|棋手)"
_ROBIN = r"(?:每|各)?(?:个)?(?:小)?组?(?:内|里)?(?:选手|球队|队伍)?(?:先|再)?(?:都)?(?:在)?(?:小?组内)?(?:进行|采用|打)?单循环(?:赛|比赛|制)?|小组(?:内)?单循环(?:赛)?"
_MATCHES_ASKED = rf"(?:整个|全部|这次|该)?(?:赛事|比赛|赛程|联赛)?{_MANY}(?:进行|安排|举行|打|赛|比赛)*(?:了)?多少(?:场|次)(?:比赛)?"
_TWO = r"(?:每|任意)?(?:两两|两|2)(?:个)?(?:人|队|支球队|支队|支队伍|名选手|位代表|选手)?(?:之间)?(?:都|各|互相|彼此|相互|要|需|只|仅|均|进行)*"


def _every_two(told: Told) -> Made | None:
    count, ordered = told.number("number"), bool(told.get("how", "double") or told.get("how", "cards"))
    return (
        ("choose", [count, 2, ordered], (("人（队）数", str(count)), ("两两", "有来有往" if ordered else "各一次"))) if count > 1 else None
    )


_EVERY_TWO = Form(
    "every_two",
    {
        "number": rf"(?P<n>{N})(?:个|名|位|支)?(?P<gap>[\u4e00-\u9fff]{{0,3}}?)(?:人|同学|代表|朋友|球队|队|选手|城市|运动员|同事|与会者|棋手|专家)",
        "how": rf"{_TWO}(?:握(?:了)?(?:一|1)?次?手?|互相握手|(?:赛|比赛|打|比|通|下)(?:一|1)(?:[场盘局]|次电话)(?:棋)?)(?:(?:一|1)次)?|单循环(?:赛|比赛)?|(?P<double>双循环(?:赛|比赛)?)|(?P<cards>(?:每人|互相|彼此|相互)(?:都)?(?:给其他(?:每)?人|之间)?(?:互)?(?:送|赠送|寄)(?:一|1)?张?(?:贺卡|名片|照片)?)",
    },
    _every_two,
    every={"again": rf"单循环(?:赛|比赛|制)?|{_TWO}(?:比?赛|打|握)(?:一|1)(?:场|盘|局|次)(?:手)?(?:比赛)?"},
    other=r"淘汰|分组|分[成为]|小组赛|已经|每人.{0,3}[2-9]次|决赛|[甲乙]|配偶|爱人|夫妻|夫妇",
    unit="",
    asks=rf"{_MANY}(?:握(?:了)?手?|进行|比赛|赛|打|安排|举行|通|送出?|下)*(?:了)?多少(?:次|场|盘|张|局)(?:手|比赛|电话|贺卡|棋|握手)?",
)
_MET = Form(
    "met",
    {
        "times": rf"(?:有人|据)?(?:统计)?{_MANY}(?:握|打|进行|赛|比赛|安排)(?:了|过)?手?(?P<n>\d+)(?:次|场)(?:手|比赛)?",
        "how": rf"单循环(?:赛|比赛|赛制)?|{_TWO}(?:握手|握|赛|比赛|打|进行)(?:一|1)?(?:次|场)?(?:手|比赛)?",
    },
    lambda told: ("met", [told.number("times")], (("两两一次", told.said("times").strip(",")), ("求", "人（队）数"))),
    other="分组|淘汰|双循环",
    unit="",
    asks=rf"(?:到会|参加会议|与会|参会)?的?{_MANY}多少(?:支|个|名|位)?(?:球)?(?:队伍?|球队|人|选手|代表)(?:参加|参赛|参加聚会|参加比赛)?|(?:参赛|参加|与会|到会)(?:[^,;。]{{0,4}})?的?(?:队伍?|球队|人数?|选手)(?:一?共)?(?:有|为|是)?多少(?:支|个|人)?",
)


def _staged(told: Told) -> Made:
    count, groups, best = told.number("teams"), told.get("groups"), told.get("best")
    if bool(groups) != bool(told.said("robin")) or (best and not groups) or bool(best) != ("淘汰" in told.text and bool(groups)):
        stay_out("groups, or a knock-out")
    number = to_int(groups) if groups else 0
    if (number and count % number) or (told.said("each") and told.number("each") * number != count):
        stay_out("unequal groups")
    how = f"{number} 组单循环{'后淘汰' if best else ''}" if number else "淘汰"
    return "staged", [count, number, to_int(best) if best else 0, bool(told.said("third"))], (("参赛", str(count)), ("赛制", how))


_STAGED = Form(
    "staged",
    {
        "teams": rf"(?:共?有)?(?<![第\d])(?P<n>{N})(?:名|支|个|位)(?P<gap>[\u4e00-\u9fff]{{0,3}}?){_TEAM}(?:参加)?",
        "stage": r"(?:再|然后|进行|采用|进入|之后|后|单场|实行|单)*淘汰(?:赛|制)(?:比赛)?(?:的)?(?:方式)?|(?=.*组.*单循环|.*单循环.*组)",
    },
    _staged,
    may={
        "groups": rf"(?:平均)?(?:分成|分为|编为|分)(?P<n>{N})(?:个)?(?:小)?组",
        "each": rf"每(?:个)?(?:小)?组(?:有|各)?(?P<n>{N})(?:支|个|名)?(?:球)?(?:队|人|选手)?(?=[,;。])",
        "robin": _ROBIN,
        "best": rf"(?:每|各)?(?:小)?组(?:的)?前(?P<n>{N})名(?P<gap>[\u4e00-\u9fff]{{0,4}}?)(?:进入|晋级|参加)?",
        "third": r"(?:和|及|并|以及|,)?(?:决出)?(?:冠、?亚、?季军|第三名|第三、?四名|季军|三四名)(?:\([^()]{0,8}\))?|\((?:设|另设|含)?(?:季军赛|三四名决赛)\)",
    },
    every={"first": r"(?:直至|直到|最后|最终)?(?:决出|产生)(?:冠军|冠亚军|冠、?亚军)?|冠军", "robins": _ROBIN},
    other="双循环|主客场|轮空|复活|出线|[甲乙]",
    idle="先在?(?=小?组内)",
    unit="场",
    asks=_MATCHES_ASKED,
)
_COUPLES = r"(?:夫妻|夫妇|情侣|恋人|双胞胎|父子|母女|搭档)"
_SPOUSE = r"(?:自己(?:的)?)?(?:配偶|爱人|伴侣|另一半|丈夫或妻子)(?:之|以)?外"
_COUPLES_SHAKING = Form(
    "couples_shaking",
    {
        "pairs": rf"(?<![第每])(?P<n>{N})对[\u4e00-\u9fff]{{0,4}}?{_COUPLES}",
        "rule": rf"(?:每(?:个)?人|彼此|大家)?(?:都|均|要|会|各)*(?:和|与|跟)?(?:除了?)?{_SPOUSE}的?,?(?:其他)?(?:每个?人|所有人|任[何意](?:一|两)?个?人|人)*(?:都|均|各|互相|只|要|之间)*握(?:了)?(?:一|1)?次?手?(?:(?:一|1)次)?|(?:{_COUPLES}|配偶|同一对夫妻)(?:两人|双方|二人)?(?:之间|彼此|互相)*不握手?,?(?:但|而|且)?(?:其他|其余)?(?:任[何意]两人|每两人|人|彼此)?(?:之间)?(?:都|均|各|互相)*握(?:了)?(?:一|1)?次?手?(?:(?:一|1)次)?",
    },
    lambda told: (
        "couples_shaking",
        [told.number("pairs")],
        (("对数", told.get("pairs")), ("条件", "不与自己的配偶握手，其余两两一次")),
    ),
    other="至[少多]|男|女|有人|已经",
    unit="",
    asks=r"(?:一?共|总共|共计|要|会)*握(?:了)?(?:手)?多少次(?:手)?|(?:握手)?(?:的)?(?:总)?次数(?:一?共)?(?:有|是|为)?多少(?:次)?",
)


def _tickets(told: Told) -> Made:
    count = told.number("between") + 2 if told.get("between") else told.number("stations")
    if told.get("between") and told.said("ends"):
        stay_out("how many stations")
    price, same = "票价" in told.said("asked"), bool(told.get("ways", "same"))
    return "choose", [count, 2, not (price or same)], (("车站", str(count)), ("求", ("票价" if price else "车票") + "种数"))


_TICKETS = Form(
    "tickets",
    {
        "asked": r"(?:铁路部门|至少|最多|则|那么|一?共|总共|需要?|要|应|得)*(?:准备|设计|印制|印|发售|制作|设置|有|备)*(?:了)?多少种(?:不同的?)?的?(?:车票|票价|机票|船票)"
    },
    _tickets,
    may={
        "between": rf"(?:除起点和终点外|(?:途中|中间|沿途|途经)(?:要|共|还)?(?:停靠|经过|有|设有?)*)(?:还有)?(?P<n>{N})个(?:车站|站|停靠站|中间站|小站)",
        "stations": rf"(?:连|含|包括|包含|算上)?(?:起点?、?和?(?:终点|起终点|起讫点|首尾)?站?)?(?:终点)?(?:在内)?(?:站)?(?:一?共|总共|沿线|沿途|设|有|设有|共有|停靠)*(?P<n>{N})个?(?:不同的?|大小)?(?:车站|站点|站|城市|停靠站|机场|码头)",
        "ends": r"\((?:含|包括|包含|连)(?:起点|始发站|首站)站?[、和与及]?(?:终点|末站)站?(?:在内)?\)",
        "ways": r"\(?(?:往返|来回|起点终点不同|往、?返)的?(?:车票)?(?:算|是|为|视为|的)?(?:不同|两种|不一样)的?(?:车票)?\)?|单程(?:票)?|\(?往返(?:车票)?(?:算|视为|看作|按)?(?P<same>同一种|相同|一种|一样)(?:车票)?\)?",
    },
    other="新增|增加|原有|座|元|直达",
    asks="(?=.|$)",
)

_EAST, _NORTH = r"(?:向|往|朝)?(?:东|西|右|左)(?:边|方)?", r"(?:向|往|朝)?(?:北|南|上|下)(?:边|方)?"
_BLOCK = r"(?:个)?(?:街区|路口|格子?|条街|段|单位|步)"
_STEP = rf"(?:再|先|、|,|和|又|走|各|共)*{_EAST}(?:走|共|再|要)*(?P<a>{N}){_BLOCK}(?:[、,和]|,?再|,?又|,?然后)*{_NORTH}(?:走|共|再|要)*(?P<b>{N}){_BLOCK}"


def _grid(told: Told) -> Made:
    size = [told.number("size", "a"), told.number("size", "b")]
    if told.said("again") and sorted(size) != sorted(told.number("again", each) for each in "ab"):
        stay_out("which size")
    closed = [told.number("closed", each) for each in "ab"] if told.said("closed") else []
    if not closed and patterns.search("封|施工|堵|障碍|不能(?!向)|绕|不?经过", told.text):
        stay_out("a closed crossing")
    where = (("封闭", f"{closed[0]}、{closed[1]} 处"),) if closed else ()
    return "grid", [*size, closed], (("方格", f"{size[0]} × {size[1]}"), *where, ("求", "最短路线数"))


_GRID = Form(
    "grid",
    {
        "short": r"(?:总|都|只)*(?:走|选|按|沿)?最短(?:的)?(?:路线|路径|路|距离)?(?:走)?|只能?(?:能)?(?:向|往|沿)[东西南北上下左右](?:或|、|和)?(?:者|向|往|沿)*[东西南北上下左右]?(?:走)?",
        "size": rf"(?P<a>\d+)[×x*](?P<b>\d+)的?个?(?:方格|网格|格|街道|矩形|长方形|棋盘)*(?:网|纸|街道|街区)*(?:上|中)?|(?:横向|长|横)(?:有|共|走)?(?P<a2>\d+){_BLOCK},?(?:、|和)?(?:纵向|宽|纵|竖)(?:有|共|走)?(?P<b2>\d+){_BLOCK}|"
        + _STEP.replace("<a>", "<a3>").replace("<b>", "<b3>"),
    },
    _grid,
    may={
        "again": r"\(?横向(?P<a>\d+)格、?和?纵向(?P<b>\d+)格\)?",
        "closed": rf"{_STEP}(?:处|后)?的?(?:那个|这个)?(?:路口|交叉口|十字路口|地方|位置)?(?:因[^,;。?\d]{{0,6}})?,?(?:正在)?(?:施工|封闭|封路|堵塞|关闭|堵死|修路|被封)+,?(?:不能|无法|不可|禁止)?(?:通过|通行|走)?",
        "only": r"只能?(?:能)?(?:向|往|沿)[东西南北上下左右](?:或|、|和)?(?:者|向|往|沿)*[东西南北上下左右]?(?:走)?|最短",
    },
    other="至[少多]|第|必须经过|[A-Z]",
    idle=r"可以选择|路线|今天",
    unit="条",
)


def _stairs(told: Told) -> Made | None:
    steps, sizes = told.number("steps"), [to_int(each) for each in patterns.findall(N, told.get("sizes", "sizes"))]
    broken = told.number("broken") if told.said("broken") else 0
    if len(set(sizes)) != len(sizes) or min(sizes) < 1 or steps > 40 or broken >= steps:
        return None
    where = (("不能踩", f"第 {broken} 级"),) if broken else ()
    return "stairs", [steps, sorted(sizes), broken], (("台阶", str(steps)), ("每步", "、".join(map(str, sizes))), *where)


_STAIRS = Form(
    "stairs",
    {
        "sizes": rf"(?:每|一)(?:一)?(?:步|次)(?:能|只能|可以?|可|只|跨|走|上|迈|登|爬)*(?P<sizes>{N}(?:级|阶|个|步)?(?:台阶)?(?:(?:、|或者?|,){N}(?!共)(?:级|阶|个|步)?(?:台阶)?)+)",
        "steps": rf"(?:一?共|有)*(?<!第)(?P<n>{N})(?:级|阶|层|个(?=台阶))(?:的)?(?:台阶|楼梯|阶梯)?",
    },
    _stairs,
    may={
        "broken": rf"(?:其中|但|由于|因为?)?第(?P<n>{N})(?:级|阶|个台阶)的?(?:台阶)?(?:已经?|正在)?(?:坏了?|损坏|破损|断了?|维修|施工|破了|有水|湿滑)?[,，]?(?:所以|因此)?(?:不能|不可以?|无法|不准|禁止|不许)(?:踩|走|上|落脚|踏|使用|停留)+(?:上)?"
    },
    every={
        "whole": rf"(?:从)?(?:地面|平地|底部|楼下)?(?:要)?(?:走到|登上|爬到|走上|上到|到达|到|走完|爬上|上完)这?(?:第?{N}(?:级|阶)|顶|楼顶|最上面|楼上|这段楼梯)(?:台阶|楼梯)?"
    },
    other="至[少多]|恰|连续|下[楼来]",
    idle="楼梯|台阶",
)
_PASSES = Form(
    "passes",
    {
        "people": rf"(?:甲、?乙(?:、?丙)?(?:、?丁)?(?:、?戊)?)?(?:等)?(?P<n>{N})(?:个|名)?人(?:互相|相互|之间|进行|练习|玩|篮球|足球|排球)*传接?球(?:练习|训练)?",
        "times": rf"(?:经过|传了?|共传|传递|第(?!一次))(?P<n>{N})次(?:传球)?(?:之?后)?",
        "back": r"(?:球)?(?:又|仍|恰好|恰|仍然|再)*(?:传)?回(?:到)?(?:了)?甲的?(?:手中|手里|脚下|手上)?",
    },
    lambda told: (
        "passes",
        [told.number("people"), told.number("times")],
        (("人数", told.get("people")), ("传球次数", told.get("times"))),
    ),
    may={"first": r"(?:开始)?由甲发球,?并?作为第(?:一|1)次传球"},
    every={
        "start": r"(?:球)?(?:最先|最初|开始|首先|第一次)*(?:在|由|从)甲的?(?:手中|手里|脚下|手上)?(?:开始|发球|先传|传出|传)*(?:作为第一次传球)?",
        "each": r"(?:要求|规定|,)*每(?:个|名|位)?人(?:接到球后)?(?:都|再|必须|要|只能)*传给(?:别人|他人|其他人|另一人)",
    },
    other="不能传|第\\d次传给|至少|至多",
    idle="传球",
    asks=r"(?:不同的?)?传球(?:路线|方式|方法)(?:一?共)?有?(?:多少种?)?|(?:一?共)?有?多少种?(?:不同的?)?(?:传球)?(?:路线|方式|方法|传法)",
)


def _colours(told: Told) -> Made | None:
    colours, regions = told.number("colours"), told.number("regions")
    ring, row = patterns.search("环|圆|首尾相接|扇形|一圈", told.text), patterns.search("行|列|排|依次|步道|路|一字", told.text)
    if bool(ring) == bool(row) or not 2 <= colours <= 9 or not 2 <= regions <= 12:
        return None
    return "coloured", [colours, regions, bool(ring)], (("颜色", str(colours)), ("区域", f"{regions} 个，{'环形' if ring else '一行'}"))


_PLACE = r"(?:区域|格子|方格|小方格|房间|扇形|部分|小格|旗杆|房子|柱子|花盆|窗户|灯笼|小屋|灯|格)"
_COLOURED = Form(
    "coloured",
    {
        "apart": rf"(?:要求|且|,)*(?:任[意何])?(?:两个)?相邻者?的?(?:[两2](?:根|个|间|块|盏|座|面)?)?{_PLACE}?(?:上)?的?(?:旗子?)?的?(?:颜色)?(?:必须|都|要|应)*(?:不能?(?:够)?(?:相?同|一样|同色)|各?不(?:相)?同|异色|(?:不能|不可|不得)?不?(?:挂|涂|染|用|刷)(?:同一?种?|相同的?|不同的?)(?:颜色|色)(?:的旗子?)?)",
        "colours": rf"(?:用|有)?(?:[红黄蓝绿白黑紫橙青][、和]?){{0,7}}(?:这)?(?P<n>{N})种(?:不同的?)?颜色(?:的)?(?:旗子?|油漆|涂料|灯笼|花|颜料)?(?:可供?选择?用?)?",
        "regions": rf"(?:并排|一排)?(?:[立种摆挂插竖放]着|有|的)?(?<![第每])(?P<n>{N})(?:根|个|间|块|盏|座|面|扇)(?P<gap>[\u4e00-\u9fff]{{0,4}}?){_PLACE}",
    },
    _colours,
    every={
        "free": r"\(?(?:颜色)?(?:可以|可)?(?:不(?:必|一定|要求)?(?:[两三四五六]种)?(?:颜色)?(?:都|全)*(?:部)?(?:用完?|使用|用上)|重复使用)\)?|\(?每种(?:颜色)?(?:的旗子?)?的?(?:数量|都)?(?:都)?(?:充足|足够多?)\)?|每(?:根|个|间|块|盏|座){P}?(?:上)?(?:只|要|都)*(?:挂|涂|刷|染|种)(?:一|1)(?:面|种)(?:旗子?|颜色)?|[A-H](?:、?[A-H]){1,7}|\(?(?:依次)?(?:排成|排列成)?一行,?(?:相邻者接触)?\)?|相邻者接触".replace(
            "{P}", _PLACE
        )
    },
    other="恰|全部用|都要用|都用上|全用(?!完)|必须用|至[少多]|如图|地图|省|棱|三角|正方|田字",
    idle="[挂涂刷染]|不同的颜色|颜色",
    opened=lambda text: patterns.sub(
        r"(?:一个)?正?([三四五六])(?:边|角)形的?[三四五六3-6]个顶点(?P<rest>[\s\S]*?)相邻顶点", r"环形的\1个区域\g<rest>相邻区域", text
    ),
)


def _equation(told: Told) -> Made | None:
    names, total = patterns.findall(r"[a-z]\d?", told.get("equation", "left")), told.number("equation")
    least = 0 if told.get("kind", "zero") else 1
    if len(set(names)) != len(names) or total < least * len(names):
        return None
    between = total + (1 - least) * len(names) - 1
    return "choose", [between, len(names) - 1, False], (("方程", told.said("equation")), ("求", f"{told.said('kind')}解的组数"))


_EQUATION = Form(
    "equation",
    {"equation": r"(?P<left>[a-z]\d?(?:\s*\+\s*[a-z]\d?){1,5})\s*=\s*(?P<n>\d+)", "kind": r"(?P<zero>非负整数|自然数)|(?P<one>正整数)"},
    _equation,
    other="[<>≤≥]|且|满足",
    asks=r"(?:的)?解(?:的个数|的组数)?(?:一?共|总共)?(?:有)?(?:是)?多少(?:组|个|对)?|(?:有|共有)*多少(?:组|个|对)(?:不同的?)?解?",
)
_DIAGONALS = Form(
    "diagonals",
    {"sides": rf"(?:正|凸)?(?P<n>{N})边形(?:的|内|中)?"},
    lambda told: ("diagonals", [told.number("sides")], (("边数", told.get("sides")), ("求", "对角线条数"))),
    other="交点|相交|三角形",
    unit="条",
    asks=r"(?:一?共)?(?:有)?多少条对角线|对角线(?:的条数|一?共)?(?:有)?多少条?",
)


def _points(told: Told) -> Made | None:
    if told.get("points", "segment"):
        count = told.number("points", "segment") + 2  # the ends are points, too
        return (
            ("through_points", [count, 0, "线段"], (("点", f"{count}（含两个端点）"), ("求", "线段")))
            if "线段" in told.said("asked")
            else None
        )
    what, line = told.get("asked", "what"), told.get("line")
    if not what or (not line and not patterns.search("圆|没有|无三|不共线|不在同", told.text)):
        return None
    understood = (("点", told.get("points")), ("共线", line or "没有"), ("求", what))
    return "through_points", [told.number("points"), to_int(line) if line else 0, what], understood


_POINTS = Form(
    "points",
    {
        "points": r"(?:在)?(?:一|1)?条线段(?:上|的|中间|两端点?之?间)*(?:除端点外|除两端外)?(?:还|另外?|又)*有(?P<segment>\d+)个(?:不同的?)?点|(?:平面|圆|圆周)?(?:内|上)?(?:共|一共)?有(?P<n>\d+)个(?:不同的?)?点",
        "asked": r"(?:可以?|能)?(?:画出?|作出?|连出?|确定|组成|构成|形成|得到)?(?:一?共)?(?:可以?|能)?(?:有|画出?|作出?|连出?|确定|组成|构成)*多少(?:个|条)(?:不同的?)?(?P<what>三角形|直线|线段|弦)",
    },
    _points,
    may={
        "line": r"(?:其中)?(?:恰|只|仅)?有(?P<n>\d+)个?点?(?:在)?(?:同)?(?:一|1)?条?(?:直线)?(?:上|共线)",
        "none": r"(?:除此之外|其余|此外|除此|除此以外|再|且)*,?(?:没有|无)(?:任何|其他)?(?:三|3)(?:个)?点(?:在同一条直线上|共线)?(?:的)?|(?:任意|任何)(?:三|3)(?:个)?点(?:都)?不(?:共线|在同一条?直线上)",
    },
    every={
        "these": r"(?:以|过|连同端点,?)?(?:这|其中)?(?:\d+个|些)?(?:点)?(?:中)?(?:的)?任意(?:两|2)个?点(?:可|作)?|(?:以)?这\d+个点(?:为端点)?|以这些点为顶点"
    },
    other="平行|两条",
    unit="个",
    asks="(?=.|$)",
)


def _letters(told: Told) -> Made:
    letters = Counter(told.get("word", "word").upper())
    if told.said("all") and told.number("all") != sum(letters.values()):
        stay_out("how many letters")
    letter = told.get("apart", "x").upper()
    if letter and letters[letter] < 2:
        stay_out("which letters")
    names = sorted(letters)
    conditions = [["far", [names.index(letter)]]] if letter else []
    understood = (("字母", told.get("word", "word")), ("条件", f"{letter} 互不相邻" if letter else "没有"))
    return "letters", [names, [letters[name] for name in names], conditions], understood


_LETTERS = Form(
    "letters",
    {"word": r"(?<![A-Za-z])(?P<word>[A-Za-z]{4,10})(?![A-Za-z])(?:这个|这一|这)?(?:单)?(?:英文)?(?:词|单词)?(?:中|里)?的?(?=.*字母)"},
    _letters,
    may={
        "all": rf"(?:全部|所有|这)?的?(?P<n>{N})个字母",
        "apart": rf"(?:使得?|要求|且)?(?:任[意何])?(?:[两二2]个|{N}个)?(?P<x>[A-Za-z])(?:之间)?(?:都|互|两两|均)*(?:不(?:能)?(?:挨着?|相邻|紧挨|靠在一起|在一起)|互不相邻)",
    },
    every={"laid": r"(?:全部)?(?:重新|任意|随意)?(?:排列|排成一排|排成一列|排序|打乱|组合)(?:起来)?"},
    other="至[少多]|恰|元音|辅音|选出|取出",
    idle="有没有意义",
    asks="(?:能|可以?)?(?:排出|得到|组成|排成)?多少(?:个|种)(?:不同的?)?(?:字母)?(?:串|排列|排法|单词|方法)?",
)


def _sum(told: Told) -> Made:
    row, places = [int(each) for each in patterns.findall(r"\d", told.get("digits", "row"))], told.number("laid")
    if len(set(row)) != len(row) or not 2 <= places <= len(row):
        stay_out("digits")
    return "sum_of_numbers", [row, places], (("数字", "、".join(map(str, row))), ("求", f"所有没有重复数字的 {places} 位数之和"))


_SUM = Form(
    "sum_of_numbers",
    {
        "digits": r"(?:由|用)?(?:数字)?(?P<row>\d(?:[、,]\s*\d)+)(?:这|共)?(?:(?:\d+|[一二三四五六七八九])个(?:数字|数)?)?",
        "laid": r"(?:可以|能|,)*(?:组成|构成|得到)(?:一个|1个)?(?:没有|无|不含|数字不)重复(?:数字)?的?(?:所有)?的?(?P<n>[一两二三四五六七八2-8])位数",
    },
    _sum,
    unit="",
    asks=r"的?之?总?和(?:是|为|等于)?(?:多少)?",
)

FIGURE_FORMS = (
    _EVERY_TWO,
    _MET,
    _STAGED,
    _COUPLES_SHAKING,
    _TICKETS,
    _GRID,
    _STAIRS,
    _PASSES,
    _COLOURED,
    _EQUATION,
    _DIAGONALS,
    _POINTS,
    _LETTERS,
    _SUM,
)
