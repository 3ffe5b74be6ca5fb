"""Reading counts with a formula of their own: ways in a grid, up stairs, of a ball, of colours, of equations, of points; free choices."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.civil._counting.combinatorics.words import asked_ways
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, stay_out, to_int

_HOW_MANY = r"(?:一?共|总共|则|那么|问|可以|可|能)*(?:有|画出?|作出?|连出?|确定|组成)*多少(?:个|条|种|组|对)?(?:不同的?)?"
_WORDS = """
街道 街道网 网格 方格 方格纸 棋盘 横向 纵向 从 走到 到 左下角 右上角 左上角 右下角 点 只能 向右 或 向上 向下 向东 向北 最短 路线 路径 走 走法 沿 线 格 台阶 级 楼梯 每步 每次 只 上 可以 走完 登上 爬 跨 迈 步 阶 的 有 共 条 种 组 个 则 求 问 不同 解 方程 整数 非负 正整数 自然数 传球 训练 足球 篮球 互相 球 最先 在 脚下 手中 手里 开始 传 传了 之后 又 回到 后 由 人 次 涂色 涂 染色 染 种 颜色 区域 相邻 依次 排成 一行 接触 不能 相同 可以 不全 用完 不必 全 用 给 平面 上 点 其中 同一 直线 除此之外 没有 三点 共线 任意 以 这些 为 顶点 画出 过 其中 两点 作 正 边形 凸 多边形 对角线 信 邮筒 邮箱 投 投进 投入 全部 封 件 上衣 裤子 裙子 帽子 鞋 双 条 穿 搭配 套 各 一 选 城市 出发 经过 到达 甲地 乙地 丙地 路 某人 他 她 小明 任何
"""


def read_grid(text: str) -> Recognition | None:
    """Shortest ways through a grid."""
    story = Story(text)
    if not story.has("最短|只能向"):
        return None
    story.refuse("概率|必须经过|不经过|经过点|[A-Z]点|障碍|封闭|施工|堵")
    size = story.take(
        r"(?P<a>\d+)[×x*](?P<b>\d+)(?:的)?(?:个)?(?:方格|网格|格|街道|矩形|长方形|棋盘)*(?:网|纸|街道|街区)*(?:上|中)?"
    ) or story.take(
        r"(?:横向|向东|长|横)(?:有|共|走)?(?P<a>\d+)(?:个)?(?:格|街区|条街|段),?(?:、|和)?(?:纵向|向北|宽|纵|竖)(?:有|共|走)?(?P<b>\d+)(?:个)?(?:格|街区|条街|段)"
    )
    if size is None or not patterns.search("只能?(?:能)?(?:向|往|沿)|最短", text):
        return None
    again = story.take(r"\(?横向(?P<a>\d+)格、?和?纵向(?P<b>\d+)格\)?")
    if again and {int(again["a"]), int(again["b"])} != {int(size["a"]), int(size["b"])}:
        stay_out("which size")
    if story.take(_HOW_MANY + "(?:路线|走法|路径|路)?") is None:
        return None
    story.finish(_WORDS)
    return Recognition(
        parameters={"task": "grid", "a": int(size["a"]), "b": int(size["b"])},
        understood=(("方格", f"{size['a']} × {size['b']}"), ("求", "最短路线数")),
    )


def read_stairs(text: str) -> Recognition | None:
    """Ways up so many steps, one or two (or three) at a time."""
    story = Story(text)
    if not story.has("台阶|楼梯|阶"):
        return None
    story.refuse("概率|不能连续|恰好|至少|至多|第")
    steps = story.take(rf"(?P<n>{INTEGER})(?:级|阶|层|个(?=台阶))(?:的)?(?:台阶|楼梯|阶梯)?")
    sizes = story.take(
        rf"(?:[每一1](?:一)?[步次](?:可以|只能|能|可)*(?:上|走|跨|迈|登|爬)(?:上)?)(?P<sizes>{INTEGER}(?:级|阶|个|步)?(?:台阶)?(?:(?:、|或者?|或|,){INTEGER}(?!共)(?:级|阶|个|步)?(?:台阶)?)+)(?:台阶)?"
    )
    if steps is None or sizes is None:
        return None
    story.take_all(rf"(?:走完|登上|爬上|上完|走|上|爬)(?:这|完)?{re.escape(steps['n'])}(?:级|阶)(?:台阶|楼梯)?")
    asked_ways(story)
    story.finish(_WORDS)
    each = [to_int(number) for number in patterns.findall(INTEGER, sizes["sizes"])]
    if len(set(each)) != len(each) or not min(each) >= 1 or to_int(steps["n"]) > 40:
        return None
    return Recognition(
        parameters={"task": "stairs", "steps": to_int(steps["n"]), "sizes": each},
        understood=(("台阶", steps["n"]), ("每步", "、".join(map(str, each)))),
    )


def read_passes(text: str) -> Recognition | None:
    """Ways of passing a ball that comes back to the first after so many passes."""
    story = Story(text)
    if not story.has("传"):
        return None
    story.refuse("概率|不能传|第\\d次传给|至少|至多")
    people = story.take(
        rf"(?:甲、?乙(?:、?丙)?(?:、?丁)?(?:、?戊)?)?(?:等)?(?P<n>{INTEGER})(?:个|名)?人(?:互相|相互|之间|进行|练习|玩|篮球|足球|排球)*传接?球(?:练习|训练)?"
    )
    story.take_all("(?:开始)?由甲发球,?并?作为第(?:一|1)次传球")
    passes = story.take(rf"(?:经过|传了?|共传|传递|第)(?P<n>{INTEGER})次(?:传球)?(?:之?后)?")
    back = story.take(r"(?:球)?(?:又|仍|恰好|恰|仍然|再)*(?:传)?回(?:到)?(?:了)?甲(?:的)?(?:手中|手里|脚下|手上)?")
    story.take_all(
        r"(?:球)?(?:最先|最初|开始|首先|第一次)*(?:在|由|从)甲(?:的)?(?:手中|手里|脚下|手上)?(?:开始|发球|先传|传出|传)*(?:作为第一次传球)?"
    )
    story.take_all(r"(?:要求|规定|,)*每(?:个|名|位)?人(?:接到球后)?(?:都|再|必须|要|只能)*传给(?:别人|他人|其他人|另一人)")
    if not people or not passes or not back:
        return None
    asked = (
        story.take(r"传球(?:路线|方式|方法)(?:一?共)?(?:有)?多少种?")
        or story.take(_HOW_MANY + r"(?:传球)?(?:路线|方式|方法|传法)?")
        or story.take(r"不同的?传球(?:路线|方式|方法)(?:共)?有?多少种?")
    )
    if asked is None:
        return None
    story.take_all(r"(?:不同的?)?(?:传球)(?:路线|方式|方法)(?:共有?)?")
    story.finish(_WORDS + " 甲 乙 丙 丁 戊 传球 路线")
    return Recognition(
        parameters={"task": "passes", "people": to_int(people["n"]), "passes": to_int(passes["n"])},
        understood=(("人数", people["n"]), ("传球次数", passes["n"])),
    )


def read_colours(text: str) -> Recognition | None:
    """So many colours for regions in a row or round a ring, neighbours different."""
    corners = {"三": 3, "四": 4, "五": 5, "六": 6}
    text = patterns.sub(
        r"(?:一个)?正?([三四五六])(?:边|角)形的?[三四五六3-6]个顶点", lambda match: f"一个环形的{corners[match[1]]}个区域", text
    )
    text = text.replace("相邻顶点", "相邻区域") if "环形的" in text else text
    story = Story(text)
    if not story.has("涂|染|着色"):
        return None
    story.refuse("概率|恰好|恰|全部用上|都要用|都用上|全用(?!完)|必须用|至少|如图|地图|省|顶点|棱|面")
    colours = story.take(rf"(?:有|用)?(?P<n>{INTEGER})种(?:不同的?)?颜色(?:的涂料|可供?选择?用?)?")
    regions = story.take(rf"(?P<n>{INTEGER})个(?P<gap>[\u4e00-\u9fff]{{0,4}}?)(?:区域|格子|方格|小方格|房间|扇形|部分|小格)")
    ring = patterns.search("环|圆|首尾相接|扇形|一圈", story.text)
    line = patterns.search("一行|一列|一排|依次", story.text)
    apart = story.take(
        r"(?:要求|且|,)*(?:任意|任何)?(?:两个)?相邻(?:的)?(?:两个|2个)?(?:区域|格子|方格|部分|格|房间|扇形)?(?:的)?(?:颜色)?(?:必须|都|不能|不可|不得|要|应)*(?:不|异)?(?:涂|染|用)?(?:同一?种?|相同|一样|不同|同)(?:的)?(?:颜色|色)?"
    )
    if not colours or not regions or not apart or bool(ring) == bool(line) or not patterns.search("不|异", apart[0]):
        return None
    asked_ways(story)
    story.take_all(
        r"[A-H](?:、?[A-H]){1,7}|\(?(?:颜色)?(?:可以|可)?(?:不(?:必|一定)?全?(?:部)?用完?|重复使用)\)?|\(依次排成一行,?(?:相邻者接触)?\)|相邻者接触"
    )
    story.finish(_WORDS + " 圆环 环形 扇形 花坛 一列 格子 方格 排成一排 一排 首尾 相接 重复 使用 的")
    return Recognition(
        parameters={"task": "colours", "colours": to_int(colours["n"]), "regions": to_int(regions["n"]), "ring": bool(ring)},
        understood=(("颜色", colours["n"]), ("区域", f"{regions['n']} 个，{'环形' if ring else '一行'}")),
    )


def read_equation(text: str) -> Recognition | None:
    """Whole solutions of x + y + z = n."""
    story = Story(text)
    equation = story.take(r"(?P<left>[a-z]\d?(?:\s*\+\s*[a-z]\d?){1,5})\s*=\s*(?P<n>\d+)")
    kind = story.take(r"(?P<zero>非负整数|自然数)|(?P<one>正整数)")
    if equation is None or kind is None or patterns.search("[<>≤≥]|且|满足", text):
        return None
    if (
        story.take(r"(?:的)?解(?:的个数|的组数)?(?:一?共|总共)?(?:有)?(?:是)?多少(?:组|个|对)?|(?:有|共有)*多少(?:组|个|对)(?:不同的?)?解?")
        is None
    ):
        return None
    story.take_all("(?:的)?解|组")
    story.finish(_WORDS)
    names = patterns.findall(r"[a-z]\d?", equation["left"])
    if len(set(names)) != len(names):
        return None
    return Recognition(
        parameters={
            "task": "assigning",
            "counts": [int(equation["n"])],
            "alike": True,
            "unnamed": False,
            "lows": [0 if kind["zero"] else 1] * len(names),
            "highs": [int(equation["n"])] * len(names),
            "conditions": [],
        },
        understood=(("方程", equation[0]), ("求", f"{kind[0]}解的组数")),
    )


def read_points(text: str) -> Recognition | None:
    """Triangles or lines through points of a plane, some of them on one line; diagonals of a polygon."""
    story = Story(text)
    if side := story.take(rf"(?:正|凸)?(?P<n>{INTEGER})边形(?:的|内|中)?"):
        if story.take(r"(?:一?共)?(?:有)?多少条对角线|对角线(?:的条数|一?共)?(?:有)?多少条?") is None or patterns.search(
            "交点|相交|三角形", text
        ):
            return None
        story.finish(_WORDS)
        return Recognition(parameters={"task": "diagonals", "n": to_int(side["n"])}, understood=(("边数", side["n"]), ("求", "对角线条数")))
    if segment := story.take(
        r"(?:在)?(?:一|1)?条线段(?:上|的|中间|两端点?之?间)*(?:除端点外|除两端外)?(?:还|另外?|又)*有(?P<n>\d+)个(?:不同的?)?点"
    ):
        # The ends are points, too.
        count = int(segment["n"]) + 2
        story.take(rf"(?:则|那么|,)*(?:连同端点,?)?(?:这|以这)?{count}个点(?:为端点)?")
        if story.take(r"(?:一?共)?(?:可以?|能)?(?:构成|组成|形成|得到|确定)?(?:一?共)?(?:有)?多少条(?:不同的)?线段") is None:
            return None
        story.finish(_WORDS)
        return Recognition(
            parameters={"task": "points", "n": count, "line": 0, "what": "segments"},
            understood=(("点", f"{count}（含两个端点）"), ("求", "线段")),
        )
    points = story.take(r"(?:平面|圆|圆周)?(?:内|上)?(?:共|一共)?有(?P<n>\d+)个(?:不同的?)?点")
    if points is None or patterns.search("概率|平行|两条", text):
        return None
    line = story.take(r"(?:其中)?(?:恰|只|仅)?有(?P<n>\d+)个?点?(?:在)?(?:同)?(?:一|1)?条?(?:直线)?(?:上|共线)?")
    story.take(
        r"(?:除此之外|其余|此外|除此|除此以外|再|且)*,?(?:没有|无)(?:任何|其他)?(?:三|3)(?:个)?点(?:在同一条直线上|共线)?(?:的)?|(?:任意|任何)(?:三|3)(?:个)?点(?:都)?不(?:共线|在同一条?直线上)"
    )
    circle = patterns.search("圆", text)
    what = story.take(r"(?P<what>三角形|直线|线段|弦)")
    asked = story.take(_HOW_MANY) is not None
    if not what or not asked or (not line and not circle and not patterns.search("没有|不共线|不在同", text)):
        return None
    story.take_all("任意|两点|过|作|不同的?|直线|可以|这些|其中|一共")
    story.finish(_WORDS)
    return Recognition(
        parameters={
            "task": "points",
            "n": int(points["n"]),
            "line": int(line["n"]) if line else 0,
            "what": "triangles" if what["what"] == "三角形" else "lines" if what["what"] == "直线" else "segments",
        },
        understood=(("点", points["n"]), ("共线", line["n"] if line else "没有"), ("求", what["what"])),
    )


def read_menu(text: str) -> Recognition | None:
    """So many of each of several sorts: dishes, clothes, ways from place to place."""
    story = Story(text)
    story.refuse("概率|至少|至多|不能|必须|相邻|顺序|或者|男|女|可戴|不戴|不穿|可以不|可不|只穿|只配|只能|一样|其一|选其|同时|成套")
    offers = story.take_all(
        r"(?P<name>[\u4e00-\u9fff]{1,4}?)(?:有)?(?P<n>\d+)(?:种|个|件|条|道|款|双|顶|套)(?=[、,;。\n])"
    ) or story.take_all(r"(?P<n>\d+)(?:种|个|件|条|道|款|双|顶|套)(?:不同(?:款式)?的?)?(?P<name>[\u4e00-\u9fff]{1,4}?)(?=[、,;。和\n])")
    if len(offers) < 2:
        return None
    kinds = {patterns.sub("^(?:菜单|有|和|他|她)+", "", match["name"]): int(match["n"]) for match in offers}
    if len(kinds) != len(offers):
        stay_out("a sort twice")
    takes: dict[str, int] = {}
    for name in kinds:
        if chosen := story.take(
            rf"(?:各)?{re.escape(name)}(?:要|需|任)?(?:选|点|取|挑)(?P<n>\d+|[一二两三])(?:种|个|件|道)?|(?:选|点|取|挑)?(?P<n2>\d+|[一二两三])(?:种|个|件|道|条){re.escape(name)}"
        ):
            takes[name] = to_int(chosen["n"] or chosen["n2"])
    if not takes and story.take(r"(?:每人)?(?:各|每种|每样|分别)(?:选|取|穿|拿|点|挑)?(?:一|1)(?:种|件|个|道|条)?|(?:一|1)套"):
        takes = dict.fromkeys(kinds, 1)
    if not takes and len({name[0] for name in kinds}) == len(kinds):
        # `一荤一素一汤`, each sort by its first word.
        short = story.take("".join(rf"(?:、|,)?(?:一|1)(?:个|份|种)?{re.escape(name[0])}[菜]?" for name in kinds))
        takes = dict.fromkeys(kinds, 1) if short else {}
    clothes = "衣|裤|裙|鞋|帽|衫|外套|领带|围巾"
    if not takes and patterns.search("搭配|配成|配出|穿法|配套|装束", story.text) and all(patterns.search(clothes, name) for name in kinds):
        takes = dict.fromkeys(kinds, 1)
    if set(takes) != set(kinds):
        return None
    asked_ways(story)
    story.take_all("(?:能|可以?|来|一共)*(?:搭配|配)(?:出|成)?|(?:不同的?)?(?:装束|搭配|穿法|配法|服装|套装)")
    story.finish(_WORDS + " 餐厅 饭店 食堂 点 菜 荤菜 素菜 汤 点法 穿法 菜单 套餐 要求 搭配 成 一份 每份 点餐 食堂 套")
    return Recognition(
        parameters={"task": "product", "from": list(kinds.values()), "take": [takes[name] for name in kinds]},
        understood=tuple((name, f"{count} 选 {takes[name]}") for name, count in kinds.items()),
    )


def read_teams(text: str) -> Recognition | None:
    """How many teams there are where so many matches are played, everybody with everybody."""
    story = Story(text)
    if not story.has("单循环|每两|握"):
        return None
    story.refuse("概率|分组|淘汰|双循环")
    matches = story.take(r"(?:一?共|总共)?(?:打|进行|赛|比赛|握|安排)(?:了)?(?P<n>\d+)(?:场|次)(?:比赛|手)?")
    asked = story.take(
        r"(?:那么|则|,)*(?:一?共)?(?:有)?多少(?:支|个|名|位)?(?:球)?(?:队伍?|球队|人|选手)(?:参加|参赛|参加聚会|参加比赛)?|(?:参赛|参加)的?(?:队伍?|球队|人数?|选手)(?:一?共)?(?:有)?多少(?:支|个|人)?"
    )
    if not matches or not asked:
        return None
    story.take_all(
        r"单循环(?:赛|比赛|赛制)?|每(?:两|2)(?:个)?(?:人|队|支球队|支队伍)(?:之间)?(?:都)?(?:只|要)?(?:握|赛|比赛|打|进行)(?:一|1)?(?:次手|场|次|手)(?:比赛)?"
    )
    story.finish(_WORDS + " 比赛 聚会 参加 握手 联赛 采用")
    return Recognition(
        parameters={"task": "teams", "matches": int(matches["n"])}, understood=(("场数", matches["n"]), ("求", "参加的个数"))
    )


FORMULA_READERS = (
    read_menu,
    read_teams,
    read_grid,
    read_stairs,
    read_passes,
    read_colours,
    read_equation,
    read_points,
)
