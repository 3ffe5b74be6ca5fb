"""Why and on what occasion a story takes place (`为加快推进互联互通，`), taken away before any kind reads it: it is no condition.

Problems of the civil-service exam open like a report. A clause of purpose or occasion goes only as a whole, only where a sentence begins, and
only without a figure, a name, a negation or a word that binds; what somebody wants to reach (`为使利润最大`) is a condition and stays.
"""

from __future__ import annotations

import re

_BINDS = r"[^,，。;；:：?？!！()（）\n\dA-Za-z甲乙丙丁戊每各不没未只仅必均都最先再同相尽省赚获达使让够]"
_PURPOSE = (
    r"为了?(?:更好地|进一步|切实|积极|全面|大力|深入|有效|持续|着力|扎实|丰富|方便|做好|保障|加强|加快|加大|推进|推动|促进|提高|提升|增强|改善|改进|"
    r"庆祝|纪念|迎接|响应|落实|贯彻|鼓励|扩大|打造|建设|创建|弘扬|宣传|普及|开展|举办|培养|锻炼|活跃|支持|帮助|服务|倡导|优化|规范|深化|"
    r"助力|美化|绿化|净化|吸引|体现|完成|配合|维护|了解|调查|检验|检查|考察|测试|关爱|关心|激励|表彰|发扬|传承|发展|拓展|缓解|治理|强化|营造|便于|充分)"
)
_OCCASION = re.compile(
    rf"(?:(?<=[。！!\n])|^)(?P<lead>\s*(?:\(\d\)|\d{{1,2}}[.、]\s*)?)(?:{_PURPOSE}{_BINDS}{{2,40}}|随着{_BINDS}{{4,40}}|在{_BINDS}{{2,30}}(?:背景下|号召下|推动下|过程中|活动中|之际|来临之际))[,，]\s*"
)


def without_occasion(text: str) -> str:
    """`text` without the clauses of purpose and occasion with which its sentences begin."""
    return _OCCASION.sub(lambda found: found["lead"], text)
