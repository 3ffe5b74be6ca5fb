"""Words of the civil-service exam that mean the same as a usual one; see `engine/generators/wording.py`."""

from __future__ import annotations

from engine.generators.wording import Usual

_COUNTED = r"(?:多少|几)[种个张次场]|方案|概率|可能性|[几机]率"
"""What counts ways, or asks how likely they are."""
_SURE = r"保证|确保|必定|必有|一定|肯定|总有|无论|不管"
"""What asks for the number that is enough in the worst case."""
_DIGITS = r"位数|整数|自然数|卡片|骰子|点数|个数|数字|之[和积差]"
_WHO = r"[季年个名位人户家种张件份本次周月组队班所枚只颗盒袋双项门道批间排处条]"

# How a thing is counted, drawn, laid and told about a group; what is computed of figures.
_OF_COUNTING: tuple[Usual, ...] = (
    Usual(r"倘若|假如|假使", "如果"),
    Usual(r"起码", "至少"),
    Usual(r"这其中|这当中", "其中"),
    Usual(rf"每一(?={_WHO})", "每"),
    Usual(r"(?<![日今])当中(?=[,有])", "其中"),
    Usual(r"色子", "骰子"),
    Usual(r"[几机]率", "概率"),
    Usual(r"(?<=[是为有])义工|义工(?=[,、们分被去]|$)|(?<=[名位个人的])义工", "志愿者"),
    Usual(r"(?<=[名位个])大夫", "医生"),
    Usual(r"职员", "员工", rf"{_COUNTED}|{_SURE}"),
    Usual(r"(?<!谢谢)参与(?=[^者率度人感])", "参加"),
    Usual(r"各个(?=人|小朋友|学生|同学|员工|职工|部门|班|科室|季度|盒子|袋子)", "每个"),
    Usual(r"最少(?=参加|订阅?|有一|得到|分得|[一两二三四五六七八九\d]+[个名人种门项件道])", "至少"),
    Usual(r"不少于(?=[一1][个名人种门])", "至少"),
    Usual(r"值日(?!生)", "值班", _COUNTED),
    Usual(r"规定(?=任意|任何|每|两|[甲乙])", "要求", _COUNTED),
    Usual(r"总共(?=[摸取抽]|可|能)", "一共"),
    Usual(r"(?<=[且后,])不再放回", "不放回"),
    Usual(r"(?:投中|击中|射中)率", "命中率"),
    Usual(r"(?<=[要需共])竞赛|竞赛(?=多少场|[一1]场|顺序)", "比赛"),
    Usual(r"(?<=\d月)份(?=\d+[日号])", ""),
    Usual(r"(?<=[名位人员者生])一定(?=且只|从这?\d)", "必须", _SURE),
    Usual(r"今儿个?", "今天"),
    Usual(r"不合格品|不合格产品|废品(?!率|收|回)", "次品", r"合格品|正品|产品|零件"),
    Usual(r"(?<!能)(?:不允许|不可以|不得|不可)(?=[^分到知已奖])", "不能", _COUNTED),
    Usual(r"(?<=能被)(?P<by>[\d、和或与]+)除尽", r"\g<by>整除"),
    Usual(r"(?<![手套袜子鞋的])双数", "偶数", _DIGITS),
    Usual(r"(?<![简菜账清订传保])单数(?![位量])", "奇数", _DIGITS),
    Usual(r"数码(?!相机|产品|店|城|港)", "数字", r"位数|卡片|之[和积差]|[奇偶]数"),
    Usual(r"两两不(?:相同|同)|都不(?:一样|相同)|均不(?:相同|同|一样)|彼此不(?:相同|同)|互不一样", "各不相同", rf"{_COUNTED}|最[多少]|至少"),
    Usual(r"(?<=颜色|花色|种类|点数|品种|号码|大小|课程|专业)(?P<all>都|完全|全|全都)?(?:一样|同样)(?![多大])", r"\g<all>相同"),
    Usual(r"(?:挑选出|挑出|选取出|选择出)", "选出", _COUNTED),
    Usual(r"任(?:意)?(?:挑选|选取|挑|选择)(?=\d|[一两二三四五六七八九])", "任选", rf"{_COUNTED}|{_SURE}"),
    Usual(r"(?<!必)须(?=选|从|摸|取|抽|准备|多少|几|拿|派)", "需要"),
    Usual(r"间隔(?=\d+天(?:去|来|到|借|值|一))", "每隔"),
    Usual(r"按照(?=一年|\d+(?:天|周)[计来]?算)", "按"),
    Usual(r"位子|(?<=[个排])位置(?!关系)|位置(?=相邻)", "座位", r"[剧影礼会]|放映|就座|入座|坐|报告厅|演出|圆桌|教室"),
    Usual(r"不(?:挨着|靠着|挨在一起|排在一起|站在一起|坐在一起)(?=[,。?的]|$)", "不相邻", _COUNTED),
    Usual(r"挨着(?=[,。?]|$)", "相邻", _COUNTED),
    Usual(r"挨着(?=的|而坐|自然数)", "相邻"),
    Usual(r"(?<=[种的配排放派列])办法", "方法", _COUNTED),
    Usual(r"总计(?=\d+[人名个张只件])", "共"),
    Usual(r"(?<![不无有再])放回地(?=[随任抽取摸依])", "有放回地"),
    Usual(r"(?:分配|发放|分发|发|送|奖)给(?=\d+[个名位])", "分给", _SURE),
)

# What is said of figures and their growth.
_OF_FIGURES: tuple[Usual, ...] = (
    Usual(r"(?:大约|大概|约|约莫)是(?=多少|几|百分之)", "约为"),
    Usual(r"(?:大约|大概)为(?=多少|几|百分之)", "约为"),
    Usual(r"在多少(?P<unit>[\u4e00-\u9fff]{0,4})左右", r"约为多少\g<unit>"),
    Usual(r"(?:大约|大概)(?=[是为占]|等于|相当)", "约"),
    Usual(r"相比较(?=[,:])", "相比"),
    Usual(r"(?<=[比较])前一年(?=同期|末|底)", "上年"),
    Usual(r"(?:超过|超出|领先于?)(?=全[国省市][^,;。\d]{0,8}\d[\d.]*个?百分点)", "高于"),
    Usual(r"落后于?(?=全[国省市][^,;。\d]{0,8}\d[\d.]*个?百分点)", "低于"),
    Usual(r"平均每(?P<one>[人户])(?=[^的每\d有]{2})", r"\g<one>均", r"同比|增长|增速|上升|下降"),
)

USUAL_WORDS: tuple[Usual, ...] = (*_OF_COUNTING, *_OF_FIGURES)
