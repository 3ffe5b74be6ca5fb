"""What people say of themselves beside a problem: taken out before reading, since it may hold figures and the very words of questions.

"我画出来根是 3，答案说不对" asks nothing and tells nothing, though a root and a figure stand in it. Only whole clauses go, and none that
asks something or says what is to be done.
"""

from __future__ import annotations

import re

from engine.generators.ds._blanks import asked_blanks

_BEGINS = r"(?:(?<=[,，。;；?？!！\n(（~…、:：\s\u3000])|^)"
_END = r"(?=[,，。;；?？!！\n)）~…]|\.{2,}|$)"
_TALK = r"[^,，。;；?？!！\n()（）~…]"
_BUT = r"(?:可是?|但是?|然而|不过|结果|然后|怎么|反正|因为|为什么|为啥|咋|而|虽然|感觉|好像|刚才|刚刚|之前|今天|昨天|老是?|总是?|一直|就是|现在)?"
_WHO = r"(?:我们|我自己|我|俺|本人|自己|咱|室友|舍友|同学|同桌|朋友|队友|群友|网友|有人|学长|学姐|他们|她们|他|她|小[一-龥]|AI|豆包|deepseek|chatgpt|gpt)"
_HOW = r"(?:自己|手动|用手|手|这边|这里|这|也|却|则|老是?|总是?|一直|就|只|都|是|直接|明明|怎么|咋|反复|来回|先|已经?|感觉|好像|大概|应该|可能|刚才|刚刚|之前|今天|昨天|最后|按公式|套公式|又|真的?|完全|实在|其实|模拟|照着|在纸上){0,4}"
_DID = r"(?:算|做|画|得(?!要|先|再)|求|写|推|数|选|排|跑|列|填|蒙|猜|觉得|感觉|认为|以为|怀疑|模拟|搞|弄|对|看(?!看)|绕|晕|懵|卡|死活|记|背|学|听|怕|不会|不懂|不太会|不太懂|没懂|没看懂|没听懂|没学|没算|没搞|想不|搞不|分不|记不|算不|画不|老错|错)"
_ANSWER = r"(?:(?:参考|标准|书后|课后|书上|网上|给的|后面的?|这里的?)*(?:答案|标答|解析|题解)(?:上|里|却|也|又|居然|竟然|给出?的?|那|都)*(?:说|写|是|给|为|选|讲|看|(?=不|和|跟|对|有))|老师(?:上课|课上)?(?:说|讲|给)(?:了|的|过)*(?:答案|结果|我|错|不对|对|是\s*\d))"
# Such a clause may still ask, or say how it is to be done.
_ASKING = re.compile(
    r"多少|(?<!好)几(?!次都|遍|种都|乎)|哪|什么|谁|(?<![一-龥])求(?!助|教|救|解)|请|写出|给出|计算|规定|要求|按照|按(?!公式)|采用|使用|每|必须|假设|如果|若"
)
_CLAIM = re.compile(rf"{_BEGINS}\s*{_BUT}(?:{_WHO}{_HOW}{_DID}|{_ANSWER}){_TALK}*?{_END}", re.IGNORECASE)
# What such a clause is followed by.
_AFTER = re.compile(
    rf"{_BEGINS}\s*(?:(?:结果|答案|这样|这么做|到底|请问|就|但是?|可|所以|不知道)*(?:对吗|对不对|对么|对吧|对没|对不|是对的吗?|正确吗|没错吧|错哪了?|错在哪里?|哪里?错了?|哪儿错了|错了吗|不知道对不对|不知道对不|不对|不一样|对不上|跟答案不一样|和答案不一样|跟答案对不上|和答案对不上|裂开|麻了|晕了|懵了|求救|救命|崩溃|难受|无语|吐了|疯了|写到头秃|头秃|头大|要画死人|老是错|老错|总错)(?:了|呀|啊|呢|吧)?){_END}"
)
_SELF = re.compile(
    _BEGINS
    + _TALK
    + "{0,10}(?:记不住|记不清|记不得|搞不懂|搞不清|弄不清|弄不懂|看不懂|学不会|想不通|搞混|弄混|绕晕|听不懂|没听懂|没学懂|没学会|没思路|没头绪|不会做|做不来|画死人|头秃|考挂|挂科)了?"
    + _TALK
    + "{0,3}"
    + _END
)
_OTHERS = re.compile(
    rf"有没?有?(?:大佬|人|懂的|会的|大神|学长|学姐|老师|好心人|高手|同学)(?:会|懂|知道|在|帮忙?|来|能|教|讲|解答|看看|给|们|的|一下|我){{0,6}}(?:吗|嘛|么|没|不)?{_END}"
)
_SOURCE = re.compile(
    rf"(?:我|自己|本人)?(?:是)?(?:照着|仿照|根据|照|拿|把|从)?(?:408)?[^,，。;；\n\d]{{0,6}}(?:真题|原题|例题|课本|王道|书上){_TALK}{{0,6}}(?:改|编|换|抄)(?:了|过|来|的|编|自)*(?:数字?|数据|题|个数)*(?=[:：,，。]|$)"
)
# In brackets: the same once more in other words.
_ONCE_MORE = re.compile(r"[(（](?:也就是说?|就是说|换句话说)[^()（）\d]{1,30}[)）]")


_HEADING = re.compile(
    r"^\s*(?!.{0,8}[树表图网路序码])[一-龥]{0,6}?(?:易错题?|必考题?|高频题?|真题|例题|题库|改编题?|模拟题?|练习题?|习题|测试题?|原题|自编题?|变式题?|母题|好题|压轴题|送分题|典型题|基础题|综合题|填空题?|选择题)(?:改编|精选|摘抄|节选|集|练习)?\s*(?:第?\s*\d{1,5}(?:[-.]\d{1,3})*\s*题?)?\s*[:：.、]?(?=[一-龥A-Za-z（(])"
)


def prepared(text: str) -> str:
    """The text as it is to be read: without chatter and headings, with words of asking for blanks."""
    return asked_blanks(_HEADING.sub(" ", without_chatter(text)))


def without_chatter(text: str) -> str:
    """The text without what people say of themselves, of the answer they have, and of where they found the problem."""
    text = _CLAIM.sub(lambda found: found[0] if _ASKING.search(found[0]) else " ", _SOURCE.sub(" ", text))
    for pattern in (_SELF, _AFTER, _OTHERS, _ONCE_MORE):
        text = pattern.sub(" ", text)
    return text
