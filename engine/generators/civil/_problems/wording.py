"""One wording for what people write in many ways, and the ordinary words of word problems that change nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from engine.generators import patterns
from engine.generators.reading import StayOut, to_int

_NUMERAL = r"[一二两三四五六七八九十][零一二两三四五六七八九十百千]*"
_HARD_UNIT = r"(?:个半?(?:小时|月)|小时|分钟|秒|天(?!干)|日(?![报本语常])|千米|公里|里路|米|毫升|升|千克|公斤|克(?!服)|吨|元|块钱|角(?![形度落])|折|年(?!级)|倍|厘米|平方)"
_DIGITS = "零一二三四五六七八九"

TALK = (
    r"老师|大佬|学长|学姐|谢|求助|求解|这题|道题|帮忙|帮我|帮帮|各位|(?<![没都均不里中区校组村院室班科处站队])有人|有没有人|哪位|室友|同桌|看不懂|不会|公考|行测|国考|省考|救|怎么[做算列求解]|咋[做算列求整]|思路|秒杀|技巧|在线等|急|考试|"
    r"蒙[的了]|懵|刷题|真题|每日一练|打卡|练习|列式|列不出|列式|式子|算不[出对明来]|算了半天|卡[住了壳]|列不|不懂|没懂|没听懂|求教|请教|讲一下|讲讲|解析|好难|头疼|头大|脑子|数学|考公|备考|上岸|答案|解法|作业|[哈呜哎唉]|错题|解一下|求个|emo|公式|列[乱了]|套路|抄[的自网]|自编|改编|换[了个]?数|几何概型|古典概型|用插空|用捆绑|套不|搞不|想不|写不|绕[晕住进]|不确定|确认|对吗|对不对|对么|有没有[错问]|谁能|谁会|选[啥哪什]|在吗|宝子|宝们|群友|姐妹|转发"
)

SUSPECT = (
    r"[不没无未非否除只仅但却每各另再又先前早晚提延迟停休息离退加增多减少降升涨跌剩余残损漏坏丢废洒溢蒸返折调换替半比超差满优惠券税费赠送免雨雪风堵断故障慢快歇错误超缺破碎"
    r"反逆顺同异相隔轮依按倍若假如含占最至起止变更改移交配弃权并列必须禁止允许第]|次年|下一年|上一年|来年|明年|去年|下个|上个|影响|部分|有所|间隔|随机|任意|保证|重做|重来|重试"
)

COUNTERS = r"(?:件|个|台|千克|公斤|斤|吨|箱|杯|套|双|本|只|盒|瓶|份|张|间|束|棵|支|条|辆|顶|块|盏|把|枚|袋|部|副|幅|卷|桶|罐|包|床|匹|头|株|盆|册|颗|朵|串|扇|架|艘|座|米|升|听|打|捆|筐|篮|板|粒|片|根)"
"""Every word with which things are counted."""

ORDINARY = """
请问 求教 请教 问下大家 想请教 各位大佬 今天刷到 刚才 刷到 遇到 看到 碰到 做到 大神 帮看 帮我看看 求助 求解 求出 试求 计算 算一下 算出 算算 一下 帮我 帮忙 麻烦 老师 老师好 同学 同学们 大佬 各位 大家 你好 您好 谢谢 多谢 感谢 在线等
这题 这道题 这个题 题目 怎么做 怎么算 怎么求 有道题 有一道题 一道题 想问 想知道 问下 问一下 问问 看看 告诉我 请 吗 呢 吧 啊 呀 哈 嘛 了 啦 哦 嗯 的话 的 地 得 着 过 试问 问 求 算 解 答
若 如果 如 假如 倘若 要是 某 某个 某一 某次 某种 某项 某地 某班 某校 某学校 某单位 某公司 某机关 某部门 某局 某厂 某工厂 某企业 某商店 某商场 某超市 某店 某人 某社区 某小区 某村 某县 某市 某省 某地区 某自治区 某城市 一个 一 个 已 已知 通过 之间 之 系统 采用 使用 用 利用 根据 依据 情况下 情况 条件下 条件
假设 假定 假如 设 设有 给定 现有 现 有 存在 其 其中 为 是 等于 则 那么 于是 此时 这时 这个时候 当时 时候 时 后 之后 以后 最后 最终 随后 然后 接着 在 中 里 内 里面 当中 之中 对 对于 关于 以 由 从 和 与 及 以及 跟 但 但是 不过 却 而 且 并且 并 而且 同时 将 把 会 要 需 需要 应 应该 可 可以 能 能够 可能 才 才能 就 就能 便 都 也 还 还有 即 也就是 就是
多少 几 分别 分别是 分别为 分别有 总 总共 一共 共 共有 共计 总计 合计 全部 全 整个 所有 所 所有的 这个 那个 该 此 这 那 它 他 她 他们 她们 它们 两人 二人 三人 两个人 三个人 大约 约 大概 左右 如下 如图 下面 以下 上面 上述 问题 进行 到 至 来 去 给 当 用了 经过 花了 花 用时 耗时 时间 长时间 得到 所得 得出 已经 正好 刚好 恰好 正在 开始 出发 准备 打算 计划 决定 想 打算用 要求 规定 根据统计 据统计 统计 据了解 据调查 调查 调查显示 显示 结果 结果显示 数据 数据显示 资料 资料显示 发现 得知
今年 当年 当天 当日 当时 目前 现在 如今 近日 最近 本月 当月 某日 某天 一天 有一天 周末 上午 下午 早上 早晨 晚上 中午 放学 上学 上班 下班 假期 暑假 寒假 国庆 春节 元旦 五一 劳动节 小长假 期间 活动 举行 举办 组织 安排 参加 培训 会议 为了 为 因为 由于工作需要 工作需要 属于 作为 称为 叫做 叫 名为 位于 来自 分布 包括 包含
人 名 位 个 枚 张 颗 块 根 件 台 本 份 支 条 辆 套 户 种 门 项 次 元 天 小时 分钟 秒 千米 米 克 千克 吨 亿元 万元 年 月 日 号 成 单位 学生 职工 员工 同学 居民 工人 人数 数量 数目 数 个数 总数 数值 值 大小 结果保留 结果 保留 四舍五入 小数 一位小数 两位小数 精确 百分数 用百分数表示 百分比 表示 用分数表示 分数表示 最简分数 填空 填 填入 括号 空格 空 横线 内容 例 例题 例如 比如 题 单选 单选题 选择 选择题 小题
比武 技能比武 出差 交流会 交流活动 学习交流 研讨会 交谈 专题 筹备 筹备小组 宣讲会 招待会 咨询 餐厅 晚宴 晚宴上 晚会上 宴会 早餐 晚餐 饭店 食堂 总部 基地 店里 站点 零件 一批零件 机器零件 停车场 停车位 停车 充电桩 充电站 快递 快递员 快递公司 快递网点 快递点 快餐 快餐店 快餐盒 外卖 外卖员 外卖平台 反诈 反诈骗 反腐 退役 退役军人 退伍 退伍军人 退休 退休职工 退休干部 先进 先进工作者 先进个人 先锋 先锋岗 先生 优秀 优秀员工 优质 优良 优化营商环境 新能源 新能源汽车 新兴 新型 新型农村 新农村 新区 新城 新时代 新闻 新员工 新生 新华书店 新鲜 第一书记 第一中学 变电站 变压器 换电站 减排 超市 超级 税务 税务局 税务所 免税店 反馈 增值 半导体 加工厂 加油站 加气站 起重机 排名 列车 除尘器 乡村振兴 直播间 直播 无人机 无人超市 自动分拣机 分拣机 分拣中心 垃圾分类 宣传品 宣传 移动 移动营业厅 变革 替代 补贴 老旧小区 老年大学 依法 依规 依次登台 红色 影片 党课 党支部 书记 居民 农户 农技 专家 春耕 技术指导 技术 指导 派驻 包裹 网点 志愿 服务中心 服务站 便民 调研组 巡查 巡检 摸底 情况 开展 招募 盲盒 隐藏款 智能 设备 家禽 果树 农家乐 种植 养殖 经营
小明 小红 小王 小李 小张 小刘 小赵 小陈 小杨 小华 小刚 小强 小芳 小林 小周 小吴 小孙 老王 老李 老张 张三 李四 王五 王师傅 李师傅 张师傅 王老师 李老师 张老师 我 我们 咱们 咱 你 您 自己 本人 一人 一位 一名 有人 哥哥 弟弟 姐姐 妹妹 爸爸 妈妈 父亲 儿子 学校 公司 工厂 商店 超市 商场 书店 水果店 服装店 家里 家 老板 店主 商家 商人 经销商 客户 顾客 市民 村民 农民 代表 领导 干部 教师 医生 护士 志愿者 运动员 队员 选手 考生 客人 观众 会员 成员 朋友 小朋友 孩子
嗯嗯 哦哦 那 这样 这样的话 一样 这里 那里 到底 究竟 其实 就是说 反正 大家好 兄弟们 姐妹们 家人们 友友们 朋友们 宝子们 集美们 蹲 蹲一个 跪求 拜托 有没有 没有思路 不太会 不会做 不会 不懂 不太懂 没看懂 没思路 看不懂 算不出来 算不对 总是错 老是错 总算错 老算错 怎么都算不对 一直 一直算不对 绕晕了 绕晕 晕了 懵了 哭了 救命 救救孩子 呜呜 哈哈 emmm orz ps hhh qaq
"""


def _hard(match: re.Match[str]) -> str:
    if match[1] in "一两" and match.string[match.end()] in "年日":
        return match[0]  # 这一年, 两日
    try:
        return str(to_int(match[1]))
    except StayOut:
        return match[0]


def _tenths(match: re.Match[str]) -> str:
    digits = "".join(str(_DIGITS.index(sign)) if sign in _DIGITS else sign for sign in match[1])
    if patterns.fullmatch(r"[1-9]\d", digits):
        digits = f"{digits[0]}.{digits[1]}" if digits[1] != "0" else digits[0]
    return f"{digits}折"


def _tens_of_percent(match: re.Match[str]) -> str:
    whole = int(match[1]) if match[1].isdigit() else _DIGITS.index(match[1])
    more = _DIGITS.index(match[2]) if match[2] else 0
    return f"{whole * 10 + more}%"


def _share(match: re.Match[str]) -> str:
    try:
        below, above = (int(part) if part.isdigit() else to_int(part) for part in (match[1], match[2]))
    except StayOut:
        return match[0]
    return f"{above}/{below}"


def _hundredths(match: re.Match[str]) -> str:
    text = match[1]
    if patterns.fullmatch(r"\d+(?:\.\d+)?", text):
        return f"{text}%"
    try:
        whole, _, decimals = text.partition("点")
        return f"{to_int(whole)}{'.' + ''.join(str(_DIGITS.index(sign)) for sign in decimals) if decimals else ''}%"
    except (StayOut, ValueError):
        return match[0]


def _half_more(match: re.Match[str]) -> str:
    value = Fraction(to_int(match[1])) + Fraction(1, 2)
    return f"{float(value):g}{match[2]}"


_Change = tuple[str, str | Callable[[re.Match[str]], str]]

_CHAT: tuple[_Change, ...] = (
    (r"—(?=次[购买付性])", "一"),  # so it comes out of a scan
    (r"(\d+)男([、,和]?)(\d+)女(?![生性职员同\u4e00-\u9fff]{0,1}[生性职员])", r"\1名男生\2\3名女生"),
    (r"(?<=[\u4e00-\u9fff?)])[ \t]+(?=[\u4e00-\u9fff(])", ","),
    (r"[,\s]+(?:跪?求|想要|要)(?:个|一下)?(?:详细的?)?(?:解题|计算|解答)?(?:过程|步骤)(?=[,。?!;\s]|$)", ""),
    (r"须(?=加|再|用|要|蒸|倒)", "需"),
    (r"[,。?;\s]*(?:请)?(?:写|给|列)出(?:推算|计算|推理|解题|具体|详细|完整)*的?(?:过程|步骤)(?=[,。?!;\s]|$)", "?"),
    (r"俩人|俩个人", "两人"),
    (r"仨人|仨(?=碰|遇|都|一起|人|个人)", "三人"),
    (r"俩", "两"),
    (r"仨", "三"),
    (r"(?<=[\u4e00-\u9fff%?])[咧咯嘞捏噻哇哒滴](?=[,。?!\s]|$)", ""),
    (r"一块儿(?!钱)|一块(?=干|做|儿|走|开|[,。?]|$)|一起儿", "一起"),
    (r"(?<=[\u4e00-\u9fff]):(?=\d)", ""),
    (r"(?<=比)(?=[+])", ""),
    (r"(?<=[\u4e00-\u9fff%,])\+(?=\d+(?:\.\d+)?%)", "增长"),
    (r"(?<=同比)-(?=\d+(?:\.\d+)?%)", "下降"),
    (r"(吨|千克|公斤|元|斤)每(公顷|亩|人|件|平方米)", r"\1/\2"),
    (r"啥时候|什么时候", "多少时间"),
    (r"(?<!\d)几块钱?(?=[,。?]|$)", "多少元"),
    (r"(?<=\d)块(?=(?:一|1)[件个斤吨度台本瓶])", "元"),
    (r"(?<=\d)块(?!钱|[\u4e00-\u9fff])", "元"),
    (r"(?<=\d)块(?=就|少|多|的|卖|能|时|出售|呢|,)", "元"),
    (r"(?<![获取所使值难觉求赢博贏分拿收买领摸考])得(?=加|几|多少|花|再|蒸|取|用[\d多])", "需"),
    (
        r"几(?=票|家(?![人里长])|所(?!有)|间(?![^,。?]{0,2}房)|段|圈|棵|株|朵|盆|盏|处|对|趟|吨|度|块|场|组|排|页|粒|克|升|倍|折|道|步|级|把|双|杯|瓶|批|封|篇|首)",
        "多少",
    ),
    (r"(?<=多少)(?:个)?百分点", "个百分点"),
)

_UNITS: tuple[_Change, ...] = (
    (r"公里|(?<![A-Za-z])km(?![A-Za-z])", "千米"),
    (r"(?<=\d)\s*m(?![A-Za-z])|(?<=/)m(?=/)", "米"),
    (r"公斤|(?<![A-Za-z])kg(?![A-Za-z])", "千克"),
    (r"(?<=[\d少])\s*g(?![A-Za-z])", "克"),
    (r"(?<=\d)\s*m[lL](?![A-Za-z])", "毫升"),
    (r"(?<=\d)\s*L(?![A-Za-z])", "升"),
    (r"(?<=[\d/])\s*h(?![A-Za-z])", "小时"),
    (r"(?<=[\d/])\s*min(?![A-Za-z])", "分钟"),
    (r"(?<=[\d/])\s*s(?![A-Za-z])", "秒"),
    (r"个(?=小时)|个(?=钟头)", ""),
    (r"钟头", "小时"),
    (r"秒钟", "秒"),
    (r"(?<=/)时", "小时"),
    (r"(?<=/)分(?!钟)", "分钟"),
    (r"(?<=\d)分(?=后|就|能|可|完|行|走|跑|追|相遇|[,。?])(?!之)", "分钟"),
    (r"(?<=每)分(?![钟之])(?=(?:行驶|步行|走|行|跑|骑|开|游|飞|清扫)*(?:了)?(?:多少|几))", "分钟"),
    (r"(?<=每)时(?!间)(?=(?:行驶|步行|走|行|跑|骑|开|游|飞|清扫)*(?:了)?(?:多少|几))", "小时"),
    (r"(?<=\d)个月", "月"),
    (r"(?<=\d)块(?=钱|[,。;?]|一[件个斤台本]|$)(?:钱)?", "元"),
    (r"[¥￥]\s*(\d+(?:\.\d+)?)(?:元)?", r"\1元"),
    (r"(?<=\d)\s+(?=[\u4e00-\u9fff%])", ""),
)

_NUMBERS: tuple[_Change, ...] = (
    (r"百分之([零一二两三四五六七八九十百]+(?:点[零一二三四五六七八九]+)?|\d+(?:\.\d+)?)", _hundredths),
    (r"(?<![\d之])([二三四五六七八九十\d]+)分之([一二两三四五六七八九十\d]+)", _share),
    (r"(?<![\d.一二三四五六七八九])([1-9]\d|[1-9](?:\.\d)?|[一二三四五六七八九]{1,2})\s*折(?!返|回|合|扣|叠|线)", _tenths),
    (r"(?<![\d.一二三四五六七八九完])([一二三四五六七八九1-9])成([一二三四五六七八九])?(?![为了员果功立本绩交就品人\d])", _tens_of_percent),
    (rf"({_NUMERAL})(?:个)?半(小时|天|分钟)", _half_more),
    (r"(?<![\d一二三四五六七八九十])半(?:个)?(小时)", r"0.5\1"),
    (rf"(?<![第周期拜每礼同那这某有零一二两三四五六七八九十百千\d])({_NUMERAL})(?={_HARD_UNIT})", _hard),
)

_ASKING: tuple[_Change, ...] = (
    (r"((?:多少|几|哪|啥|吗|呢|何)[^,;。?!\n]{0,12})\?{2,}", r"\1?"),
    (r"\(\s*\)|_{2,}|\?\?+", "多少"),
    (r"百分之(?:多少|几)", "多少%"),
    (r"(?<=[为是约])(?=%\s*(?:[,。;]|$))", "多少"),
    (r"多长时间|多久|多少时间", "多少时间"),
    (r"多长(?!时)", "多少长"),
    (r"多远|多长的路", "多少距离"),
    (r"多大|多高", "多少"),
    (r"(?<![十\d])几(?=[个名位只枚张颗块根件台本份支条辆套户种门项科次局人天小分秒千米克元吨折成年倍%元岁])", "多少"),
    (r"多少个(?=小时|月)", "多少"),
    (r"(?<![期周拜])(?:是|为|等于|约为|有|达|到|在)?(?<![期周拜])(?:几|多少)呢?(?=[?。!]|\s*$)", "多少"),
    (r"(?:大约|约|会|应该|应)?(?:是|为|等于)(?=\s*[?。:]?\s*$)", "多少"),
    (r"(?:是|为|等于|约为|大约是|约是|分别是|分别为)多少", "多少"),
    (
        r"([^,;。?!\n]*(?:速度|时间|路程|距离|用时|浓度|质量|重量|成本|进价|售价|定价|利润|增速|比重|人数|天数|总数|总量|均价|占比|倍数|车长|桥长|水速|船速|利润率|增长率|增长量|平均数|平均值))\?",
        lambda match: match[0] if patterns.search("多|几|何|哪|谁|吗|怎|啥", match[1]) else f"{match[1]}多少?",
    ),
    (r"各(?:是|为)多少", "各多少"),
    (r"(?<=[,;。?!])([\u4e00-\u9fff]{2,8}?)(?:也|一起|一并|顺便)(?:求|算|问)(?:一下|出来|下)?(?=[,。?!]|$)", r"\1多少"),
    (r"(?<=[,;。?!:\n])\s*(?:请?问|则|那么|那|求问|请计算|试问)[,:]?(?=[^,;。])|^(?:请问|问)[,:]?", ""),
    (
        r"(?:请)?(?:试)?(?<![要需请追寻征力都均也不])(?:求|计算)(?!方法|方式|办法|规则|标准|机|器|力|能力|题|量|公式|在内|解|助|教|和|职|学|得|出来|大|一下|帮|问|救|各|个|讲|思|过|做|指|详|步)(?:出|一下)?([^,;。?!\n]{2,40}?)(?=[,;。?!\n(]|$)",
        lambda match: match[1] if patterns.search("多少|几", match[1]) else match[1] + "多少",
    ),
)

_SPEED: tuple[_Change, ...] = (
    (
        r"(?:每|1|一)(?:个)?(小时|分钟|分|秒)(?:能|可|可以|都|只能|约|的速度)*(?:行驶|行走|行进|前进|航行|飞行|步行|游|行|走|跑|骑|开|飞|爬)?(?:了)?(?:约)?\s*(\d+(?:\.\d+)?)\s*(千米|米)",
        lambda match: f"{match[2]}{match[3]}/{'分钟' if match[1] == '分' else match[1]}",
    ),
    (
        r"(\d+(?:\.\d+)?)(千米|米)(?:每|/)(?:个)?(小时|时|分钟|分|秒)",
        lambda match: f"{match[1]}{match[2]}/{ {'时': '小时', '分': '分钟'}.get(match[3], match[3]) }",
    ),
    (r"(?<![\d.])(\d+(?:\.\d+)?)(和|、|与|,)(\d+(?:\.\d+)?(千米|米)/(小时|分钟|秒))", r"\1\4/\5\2\3"),
    (r"(千米|米)/(小时|分钟|秒)(和|、|与)(\d+(?:\.\d+)?)\1(?=的?(?:速度|时速))", r"\1/\2\3\4\1/\2"),
    (r"时速分别(?:为|是)?\s*(\d+(?:\.\d+)?)(?:千米)?([和、与,])(\d+(?:\.\d+)?)千米(?!/)", r"速度分别为\1千米/小时\2\3千米/小时"),
    (r"时速(?:为|是|约)?\s*(\d+(?:\.\d+)?)(千米)(?!/)", r"速度\1\2/小时"),
)

_HEADINGS = (
    r"^[^\d,;。:?\n]{0,10}(?:推送|公众号|群里|朋友圈|转发|截图|分享|热搜|弹幕|评论区)[^\d,;。:?\n]{0,4}:",
    r"^\s*(?:(?:行测|公考|数量关系|资料分析|考公)*(?:每日一[练题]|打卡|日常打卡|刷题打卡))(?:第?\d+[天题]?)?\s*[:,.]?\s*",
    r"^[^\d,;。:?\n甲乙A-Z]{1,6}的:",
    r"^[^\d,;。:?\n甲乙A-Z]{0,8}(?:求助|求解|求教|求救|求大佬|打卡|求问)[^\w]*\s+",
    r"^[^\d,;。:\n]{0,12}(?:题|一道|求助|求解|请教|请问|问|题目|例题|求救)[^\d,;。:甲乙A-Z\n]{0,5}:",
    r"^\s*(?:例题?|第)\s*\d{1,3}(?:[-.—]\d{1,3})?\s*(?:题|道)?\s*[.、:,]?\s*(?=\D)|^\s*\d{1,3}\s*[.、](?!\d)\s*|^\s*例题?\d*[.、:]?\s*|^\s*例(?=一)",
    r"^\s*\d{1,2}\s*[,，](?=[\u4e00-\u9fff])",
    r"^\s*\d{1,2}\.(?=\d+(?:人|名|个|位|件|张|辆|只|道|本|份|台|户))",
    r"^[\u4e00-\u9fff ]{0,16}第\s*\d{1,3}\s*[题道]\s*[:,.]?",
    r"^\s*\((?:计算|应用|解答|单选|选择|填空|问答)题\)",
    r"^(?:单选|单选题|选择题|填空题|资料分析|数量关系|数学运算)[:,.]\s*",
    r"(?:20[012]\d年?)?(?:国家|国考|省考|联考|[\u4e00-\u9fff]{2}省?)?(?:公务员(?:录用)?考试)?(?:行测)?真题(?:回忆版|改编)?[:,]?",
    r"\((?:结果|答案|得数)?(?:请)?(?:保留|精确)[^()]{0,16}\)|(?:结果|答案|得数)?(?:请)?(?:保留|精确到)(?:小数点?后?)?[一两二三四1-4]位(?:小数)?|(?:结果|答案)?(?:用|以)(?:最简)?(?:分数|百分数|小数)(?:形式)?表示",
)


_CHANGES = tuple(
    (re.compile(pattern, re.MULTILINE), replacement)
    for pattern, replacement in (*((heading, "") for heading in _HEADINGS), *_CHAT, *_NUMBERS, *_UNITS, *_SPEED, *_ASKING)
)


_PART = re.compile(r"(?:^|(?<=[\s,;。:?!、求]))\((\d)\)[.、]?\s*")
_TALK = re.compile(TALK)
_NAMED = re.compile(r"[\u4e00-\u9fff]老师(?=[不必都要也先也因和、])|(?:男|女|数学|语文|英语)老师")
_BINDS = re.compile(
    r"不(?:能(?!理|明|懂|确)|可|去|站|坐|排|在|得|许|愿|想去|参加|选|算|包括|含)|必须|除外|例外|请假|休息|离开|退出|停|返回|折返|改(?:为|成|用)|其中"
)


def is_talk(clause: str) -> bool:
    """Whether a clause only talks around the problem: it speaks of teachers, exams or despair, and binds nothing."""
    return _TALK.search(_NAMED.sub("", clause)) is not None and _BINDS.search(clause) is None


def one_question_each(text: str) -> str:
    """Sub-questions without their numbers, each a question: `求：(1)甲的人数；(2)乙的人数` asks both."""
    marks = list(_PART.finditer(text))
    if [mark[1] for mark in marks] != [str(place + 1) for place in range(len(marks))] or not marks:
        return text
    head, ends = text[: marks[0].start()], [*(mark.start() for mark in marks[1:]), len(text)]
    seek = patterns.search(r"(?:求|计算|问)[^,;。?!\n]{0,6}[:,;。]?\s*$", head) is not None
    parts = []
    for mark, end in zip(marks, ends, strict=True):
        part = text[mark.end() : end].strip(" \n;。,?")
        parts.append(part + "多少" if seek and not patterns.search("多少|几|何|哪|谁|\\?", part) else part)
    if not seek and not any(patterns.search(r"多少|几|何|哪|谁|\?|吗|呢|概率", part) for part in parts[:-1]):
        return head + ";".join(parts)  # conditions by their numbers, and at most the last part asks
    return patterns.sub(r"(?:请|试|尝试|分别)*(?:求|计算|问)[:,;。]?\s*$", "", head) + "?".join(["", *parts]).lstrip("?") + "?"


# A line of print that ended within a sentence.
_BROKEN_LINE = re.compile(
    r"(?<=[^\n]{14}[\u4e00-\u9fff])[ \t]*(?:\n[ \t]*)+(?!问|求|则|若|如果|已知|假设|请|试|计算|第)(?=[\u4e00-\u9fff][^\n]*[,。;?)(])"
)
# One that ended with a word that wants another, or before a word that none begins with.
_JOINED_LINE = re.compile(
    r"(?<=[\u4e00-\u9fff]{4}[和与及或、的在被把])[ \t]*(?:\n[ \t]*)+(?=[\u4e00-\u9fff\d])|(?<=[\u4e00-\u9fff]{5})[ \t]*(?:\n[ \t]*)+(?=的[\u4e00-\u9fff])"
)
_PICTURES = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf\ufe0f]+")
_ASIDE = re.compile(r"\([^()\d]{2,24}\)")
_METHOD = re.compile(r"思想|套路|插空|捆绑|隔板|反面|间接法|概型|(?<!方)法(?:吗|么|吧|求|\?)|公式|特值|赋值|方程|定理|原理")


# What an occasion is called: `建党 90 周年演讲比赛`, `第 24 届冬奥会`.
_OCCASION = re.compile(
    r"(?:庆祝|纪念|迎接)?(?:建[\u4e00-\u9fff]{1,2}|成立|创建|诞辰)?\s?(?<!\d)\d{1,3}\s?周年(?=[\u4e00-\u9fff]{2})|第\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s?届(?=[\u4e00-\u9fff]{2})"
)


def plain_wording(text: str) -> str:
    """`text` with headings gone, numbers and measures in digits, one word for each unit, and every question with 多少."""
    text = _OCCASION.sub("", text)
    text = patterns.sub(
        r"(?<=[\u4e00-\u9fff])[ \t]*\(\s*\)[ \t]*",
        "( )",
        _BROKEN_LINE.sub("", _JOINED_LINE.sub("", patterns.sub(r"(?<=[^\n]{14}\d)[ \t]*\n[ \t]*(?=[人名个位])", "", text))),
    )
    text = patterns.sub(r"(?<=[,、;:。?!]) +(?=\S)", "", text)  # marks set as in print of other languages
    text = patterns.sub(r"(?:试|请)(?=求|问|计算|确定|判断|算|写出|给出)(?!求助|算法)", "", text)
    text = one_question_each(
        _ASIDE.sub(lambda match: "" if is_talk(match[0]) or _METHOD.search(match[0]) else match[0], _PICTURES.sub(" ", text))
    )
    if len(patterns.findall(r"[,;。?]", text)) > 2:  # a text with marks of its own needs none for the spaces that a line break left
        text = patterns.sub(r"(?<=[\u4e00-\u9fff])[ \t]+(?=[\u4e00-\u9fff])", "", text)
    text = patterns.sub(r"(?<=[\u4e00-\u9fff]) (?=[\dA-Z])|(?<=[\dA-Z%]) (?=[\u4e00-\u9fff])", "", text)
    # A blank behind what asks already asks nothing more: `是多少元( )?`.
    text = patterns.sub(r"((?:多少|几)[^,;。?!()\n]{0,12}?)\s*\(\s*\)(?=\s*[?。]?\s*$)", r"\1", text)
    for pattern, replacement in _CHANGES:
        text = pattern.sub(replacement, text)
    text = patterns.sub(r"(?:多少){2,}", "多少", text).strip()
    # A stem that ends where its options begin asks for what stands there.
    if "多少" not in text:
        text = patterns.sub(r"[?。:]+$", "", text)
    return text + "多少" if text and not patterns.search(r"多少|几|何|哪|[!;]$", text) else text
