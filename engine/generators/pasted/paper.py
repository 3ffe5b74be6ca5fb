"""What an exam paper prints around a problem, taken away before any kind reads it: its number, where it is from, what it is worth, how an
answer is to be set out.

None of it is a condition, yet it holds figures ("10 分", "2011 年"), negations ("若除不尽") and words that a careful reader must stop at.
Every pattern says what such print is; what is like none of them stays.
"""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.pasted.layout import without_layout

_EXAM = r"(?:真题|统考|联考|国考|省考|考研|考试|公务员|事业单位|模拟|期末|期中|试卷|试题|行测|软考|自考|网工|设计师|大学|学院|选调|招考|题)"
_NUMBER = r"(?:\d{1,3}(?:[-—–]\d{1,3}){0,2}|[一二三四五六七八九十]{1,3})"
# A number alone, without a mark behind it, is the problem's only before words that begin a problem, and at the very beginning.
_BEGINS = r"(?=某|已知|设|对于|若|假[设定如]|测得|下列|现有|在|有一|给定|如果|如图|考虑|用|利用|采用|根据|按照|请|试|求|主机|一个|两个|一台|一条|一只|一把|一副|口袋|布袋|袋|盒|箱|电话|当|将|由于|关于|下面|IP地址)"

_HEADINGS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\s*[\[(]?(?:来自|选自|出自)[^\[\]()\n,。]{4,40}[题卷][\])]?\s*\n",
        rf"\s*[(\[【](?=[^()\[\]【】]{{0,40}}(?:{_EXAM}|(?:19|20)\d\d年?[\u3400-\u9fff]{{0,6}}[)\]】]|[\u3400-\u9fff]{{2,8}}(?:19|20)\d\d(?:\s?[-—]{{1,2}}\s?\d{{1,3}})?[)\]】]|[\u3400-\u9fff]{{2,8}}[-—,]?(?:19|20)\d\d年?[-—A-Za-z0-9\u3400-\u9fff]{{0,10}}[)\]】]))[^()\[\]【】=+×]{{0,40}}[)\]】]\s*[:.、]?\s*",
        r"\s*[。.]?\(?(?:19|20)[0-9]{2}年?[•·.、 ]?[\u4e00-\u9fff]{2,14}(?:竞赛|邀请赛|奥林匹克|杯)(?:试题|初赛|决赛|预赛)?\)\s*",
        r"\s*\((?:19|20)[0-9]{2}年?(?:[-.·•,、 ]?[\u4e00-\u9fff0-9A-D]{0,16}(?:-\d{1,3})?)\)(?=\s*\S)",
        rf"\s*(?:例题?|习题|练习题?|练|思考题|典型题|真题|试题|变式|题目?)\s*{_NUMBER}?(?:\.\d{{1,3}})?\s*[.:、)](?!\d)\s*",
        r"\s*(?:例题?|习题|练习题?|练|思考题|变式)\s*\d{1,2}(?:[-.]\d{1,3})?\s+(?=[\u3400-\u9fff\dA-Za-z])",
        rf"\s*(?:例题?|习题|练习题?|思考题|变式|试题|真题|题目?|问题|Question|Problem)\s*{_NUMBER}?\s*\n+",
        r"\s*(?:19|20)\d\d\s?[-—]\s?\d{1,2}\s?题\s*[.:、。]?\s*",
        rf"\s*第?\s*{_NUMBER}\s*(?:题|小题|大题)\s*[.:、]?\s*",
        rf"\s*\(?{_NUMBER}\s*(?:[)、]|[.。](?!\d))\s*(?=[\[(]?[\u3400-\u9fffA-Za-z]|\(408\s?[,，]|[(\[]\d{{1,2}}\s*分[)\]]|(?:19|20)\d\d年?[\u3400-\u9fff]{{0,8}}真题)(?![\u3400-\u9fffA-Za-z]?\s*[,、])",
        r"\s*[1-9]\d?[.、]\s*(?=\d{1,2}\s*[级段]流水)",
        r"\s*\(408\s?[,，]?\s?(?:19|20)[0-9]{2}年?\)\s*",
        r"\s*(?:19|20)[0-9]{2}年?(?:[\u3400-\u9fff]{0,8})真题\s*[:.、]?\s*",
        r"\s*题干\s*:\s*(?=\S)",
        r"\s*(?:Q|问题)\s*\d{0,2}\s*:\s*(?=\S)",
        r"\s*[1-9]\d?、(?=\d+(?:\.\d+)?\s*[A-Za-z\u3400-\u9fff])",
        # `3.1500字节`: what is counted in whole numbers has no point.
        r"\s*[1-9]\d?\.(?=[1-9]\d*\s*(?:字节|B(?![A-Za-z])|bits?(?![A-Za-z])|比特|位|个|台|条|名|人|页|块|路|阶|种|只|辆|件|本|盒|瓶))",
        r"\s*[1-9]\d?\s*(?:、\s*|[.)]\s+|[)]\s*)(?=\d{1,3}(?:\.\d{1,3}){3}(?![\d.])(?!\s*、))",
        r"\s*\d{1,2}-\d{1,3}(?:\s+|\s*\([1-9]\)\s*)(?=[\u3400-\u9fffA-Z])",
        rf"\s*[1-9]\d?\.\d{{1,2}}(?:\s*\n\s*(?=[\u3400-\u9fff])|\s+{_BEGINS})",
        rf"\s*\d{{1,3}}\s*{_BEGINS}",
        r"\s*#{1,6}\s*(?:第\s*)?\d{1,3}\s*题?[.、]?\s*\n+",
        r"\s*#{1,6}\s+(?=[\u3400-\u9fffQPE])",
        r"\s*(?:中国大学\s*)?(?:MOOC|慕课|学习通|超星|雨课堂|智慧树)\s*:\s*",
        # `计算机网络计算题 1.设……`: the title of a sheet, glued to its first problem.
        r"\s*[\u3400-\u9fff]{2,14}(?:计算|应用|综合|练习|作业)题\s*\d{1,3}\s*[.、]\s*(?=[\u3400-\u9fff])",
        # `CRC 校验码的计算：已知……`: a title, where the problem itself asks.
        r"\s*[\u3400-\u9fffA-Za-z/]{0,14}(?:的)?(?:计算|应用)题?\s*:\s*(?=例|已知|现|设|若|某|有|在|给|假|一|\d)(?=[^?]*(?:多少|几|求|计算|写出|给出|[?]|\(\s*\)))",
        r"\s*(?:单选题?|多选题?|填空题?|计算题?|问答题?|应用题?)\s*\(?\d{1,2}\s*分\)?\s*(?:\n|(?=[\u3400-\u9fff]))",
        r"\s*(?:综合应用题|综合题|应用题|计算题|单选题|多选题|选择题|填空题|简答题|解答题|单项选择题?|不定项选择题?)\s*[:.、]?\s*",
        r"\s*(?:问答题|论述题|分析题|计算分析题)\s*[:.、]?\s*(?=[\u3400-\u9fffA-Z])",
        r"\s*\(?(?:本题|本小题|共|满分)?\s*\d{1,2}\s*分\)\s*[:.、]?\s*|\s*\((?:单选|多选|填空|计算|综合|应用|简答|判断)题?(?:,?\s*\d{1,2}\s*分)?\)\s*",
    )
)

_WORTH = r"[(\[](?:本?小?题|每小?题|每空|共|满分|计|该题|此题|各|\s)*\d{1,2}\s*分(?:,?(?:共|每小?[题问空])\s*\d{1,2}\s*分)?[)\]]"
_SETTING_OUT = (
    r"(?:请|要求|需要?|必须|应|并|且|可|均|都|直接|以|用|按|详细|具体|简要|写出|给出|列出|写明|说明|保留|最后|最终|中间|计算|运算|分析|推导|解题|求解|主要|必要|每一?(?:个|步)?|"
    r"结果|答案|数值|数字|过程|步骤|依据|理由|表达式|算式|式子|公式|小数|分数|百分数|百分比|百分号|十进制|形式|方式|进行|表示|作答|回答|填写|书写|即可|就行|的|地|和|与|及|或|、|"
    r"(?:若|如果?|当)?(?:数值|结果)?(?:无法|不能|除不)(?:除|整除)?尽(?:时|的话)?|缺页率|命中率|寻道长度|[一二两三四1-4]位(?:有效数字|小数)?|小数点?后?|四舍五入|精确到|近似|单位|时间单位:?(?:小时|分钟|秒|毫秒|ms)?|,|;|\s)"
)
_PRINTED = (
    re.compile(r"[【\[](?:问题求解|条件充分性判断|单选题?|多选题?|填空题?|解答题?|选择题?|计算题|应用题)[】\]]"),
    re.compile(r"\((?:只|仅)?(?:需要?|要)?填(?:写|入)?(?:阿拉伯)?数字(?:即可|就行)?\)"),
    re.compile(_WORTH),
    re.compile(r"(?<=[?。)])\s*\d{1,2}\s*分\s*$"),
    re.compile(r"\((?:总)?(?:分数|分值|得分):\s*\d{1,3}(?:\.\d{1,2})?\s*(?:分)?\)(?:\s*A\.\s*B\.\s*C\.\s*D\.?\s*$)?"),
    re.compile(r"(?m)^\s*(?:image|img|图片?)[\w.-]{0,40}\.(?:png|jpe?g|gif|webp)\s*$"),
    # `( )【2017-70】`: the year and the number of the problem in its paper, behind the answer's bracket.
    re.compile(r"(?<=\( \))\s*(?:19|20)[0-9]{2}-[0-9]{1,3}(?=\s*(?:\n|$))"),
    # Where a problem is from, in brackets among its words.
    re.compile(
        r"\((?=[^()]{0,40}(?:真题|统考|考研|国考|省考|联考|校考|公务员|事业单位|选调|单选|多选|试题|单招|软考|网工|网络工程师|软件设计师|程序员(?:上|下)|年[上下]半年|[0-9]年[^()]{0,12}[题卷]|第[0-9]{1,3}题|模拟))[^()]{2,44}\)"
    ),
    re.compile(
        rf"\((?=[^()]*(?:过程|步骤|理由|依据|除不?尽|小数|分数|表达式|作答|填写|进制))(?![^()]*(?:化[成为]|转换|换算|补码|原码|阶码|保留|精确|四舍五入)){_SETTING_OUT}{{2,24}}\)"
    ),
    re.compile(r"\((?:注:?)?(?:只|仅)?(?:需要?|要|请)?(?:填写?|写|输入)(?:一个|出)?(?:阿拉伯|十进制)?数(?:字|值)?(?:即可|就行)?\)"),
    re.compile(
        r"(?<=[。;:?!\n,])\s*(?:请|试)?(?:根据(?:上述|以上|题意|题目)?(?:信息|条件|材料|数据)?,?)?(?:请|试)?(?:分别|依次)?回答(?:下列|以下|下面|如下)(?:各|几个|[两三四2-6]个)?(?:小)?(?:问题|各题|各问|小题|几问)?"
        r"(?:,?\s*(?:并|要求|需|请)*(?:简要)?(?:说明|给出|写出|列出)(?:你的)?(?:理由|依据|原因|计算过程|计算步骤|过程)(?:(?:或|和|及|、)(?:给出|写出)?(?:理由|依据|计算过程|计算步骤|过程))?)?\s*[。:.;](?=\s|$|\(|\d|[\u3400-\u9fff])"
    ),
    re.compile(
        r"(?<=[。;?!\n])\s*(?:从|由|根据)?(?:上面|以上|上述|这些|此)?(?:的)?(?:计算|结果|数据|比较)?(?:结果)?(?:中)?(?:你)?(?:可以?|能够?)(?:得到|得出)(?:一?个?什么样?的?|怎样的|哪些)结论\s*[?。]?\s*$"
    ),
    re.compile(
        r"[,;。?]\s*(?:并|要求|需要?|请|须)*(?:简要)?(?:说明|给出|写出|列出)(?:你的|其|具体的?|详细的?)?(?:理由|依据|计算过程|计算步骤|解题过程|分析过程|求解过程)(?:(?:或|和|及|、)(?:给出|写出)?(?:理由|依据|计算过程|计算步骤|过程))?\s*(?=[。.;?!\n(]|$)"
    ),
)


_ASKING = r"多少|几(?![乎何])|什么|哪|[?]|\( \)|求|计算|写出|给出|是否"
_EXPLAINED = (
    # `请画图说明`, `试分析原因`, `这个结果说明什么问题?` at the end: of what was asked before.
    re.compile(
        r"(?<=[。;?!,)\n])\s*(?:并|且|请|试|要求|需要?|须|再)*(?:你)?(?:简要|简单|详细|具体|结合|地|用|画图|作图|公式|图示|文字)*(?:说明|给出|写出|列出|分析|解释|推导)(?:一下)?"
        r"(?:你的|其|具体的?|详细的?|完整的?)*(?:理由|依据|原因|(?:计算|解题|分析|求解|推导)(?:过程|步骤)|答案|公式)?\s*[。.!;]?\s*$"
    ),
    re.compile(
        r"(?<=[。;?!,)\n])\s*(?:从|由)?(?:这|这个|该|此|上述|以上|计算|所得)*(?:的)?(?:结果|数据)?(?:又|能)?(?:说明|表明)(?:了)?(?:什么|哪些)(?:问题|道理|情况)?\s*[?。]?\s*$"
    ),
    re.compile(r"(?<=[。;?!)\n])\s*(?:参考|正确)?答案\s*(?:是|为|选|:)\s*[A-D]{1,4}\s*[。.]?\s*$"),
    re.compile(r"(?<=[。;?!)\n])\s*(?:难度|知识点|考点|考查点|章节|来源|出处)\s*:\s*[^\n?=]{1,30}$"),
)


# A key or its explanation below the options of a question, on a line of its own.
_KEY = re.compile(
    r"(?<=\n)\s*(?:(?:(?:参考|正确)?答案|本题选)\s*(?:是|为|选|:)?\s*[A-E]{1,4}(?![A-Za-z0-9])|(?:(?:参考|正确)?答案(?:[及与和]?解析)?|解析|分析|点拨)\s*:)"
)
_OPTION_ABOVE = re.compile(r"(?:^|[\s。?)])\(?D\s*[.、:)]\s*\S")


def _without_key(text: str) -> str:
    """A question with options without the key that is printed below; what asks something more stays."""
    key = _KEY.search(text)
    if key is None or not _OPTION_ABOVE.search(text[: key.start()]):
        return text
    below = text[key.end() :]
    return text if patterns.search(r"[?]|\( *\)|多少|几(?!乎)|哪|\n\s*\(?A\s*[.、:)]", below) else text[: key.start()].rstrip()


def without_print(text: str) -> str:
    """A normalised text without its heading, the points it is worth and how its answer is to be set out; the text itself where nothing
    else would be left.
    """
    left = patterns.sub(r"^\s*[•·●◆■▪]\s*", "", without_layout(_without_key(text)))
    for _ in range(5):  # `三、综合应用题(共 70 分)41.(8 分)`
        heading = next((found for pattern in _HEADINGS if (found := pattern.match(left)) and found.end()), None)
        if heading is None or _is_first_of_several(heading[0], left):
            break
        left = without_layout(left[heading.end() :])
    for pattern in _PRINTED:
        left = pattern.sub(lambda found: found[0][0] if found[0][0] in ",;。?" and found[0].rstrip()[-1] not in ")" else " ", left)
    for _ in range(2):  # `请画图说明。[10 分]`
        for pattern in _EXPLAINED:
            shorter = pattern.sub("", left)
            left = shorter if patterns.search(_ASKING, shorter) else left
    return left if patterns.search(r"\w", left) else text


_ASKS = re.compile(r"[?]|多少|几(?!乎)|哪|什么|何|(?:是|为|有|等于|达)\s*[:。]?\s*$")


_BLANK_FILLED = r"(?<=[为是有于:])\s*\(\s*[A-E]\s*\)"


def with_blank_for_letter(stem: str) -> str:
    """A question with options whose blank holds the letter of the one that was chosen, or was lost, with an empty one: `发送窗口是(A)。`"""
    if patterns.search(r"\(\s*\)", stem):
        return patterns.sub(r"(?<=的值)(?<![A-Za-z]\d的值)(?<![A-Za-z]\d 的值)\s*(?=\(\s*\)\s*[。.]?\s*$)", "为", stem)
    if not _ASKS.search(stem) and patterns.search(
        r"(?:(?:则|那么)[^,;。?!]{2,40}(?<![为是有达到用约于:=,、)])|(?<=[\u4e00-\u9fff])需要?|占[^,;。?!]{1,16}的)\s*$", stem
    ):
        return f"{stem.rstrip()}( )"
    letters = patterns.findall(r"(?<![A-Za-z0-9])\(\s*[A-Ea-e]\s*\)", stem)
    if len(letters) == 1:
        return patterns.sub(r"(?<![A-Za-z0-9])\(\s*[A-Ea-e]\s*\)(?=\s*[。.]?\s*$)", "( )", stem)
    # The same letter in the blank and once more at the end of the problem.
    return patterns.sub(rf"{_BLANK_FILLED}(?P<rest>.*?)\(\s*[A-E]\s*\)\s*$", r"( )\g<rest>", stem) if len(set(letters)) == 1 else stem


def _is_first_of_several(heading: str, text: str) -> bool:
    """Whether a number 1 at the beginning counts the first of several questions: a number 2 of the same form follows."""
    mark = patterns.fullmatch(r"\s*(\(?)1([.、)])\s*", heading)
    return mark is not None and f"{mark[1]}2{mark[2]}" in text
