"""What somebody may be called in a counting problem."""

from __future__ import annotations

NAME = r"(?:[赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严金魏陶姜谢邹苏潘范彭鲁马苗方任袁柳唐薛雷贺汤罗郝安常于傅康余元顾孟黄尹姚邵汪毛戴宋庞熊纪舒董梁杜阮蓝江童郭梅林钟徐邱骆高夏蔡田樊胡凌霍万柯卢莫房丁邓洪石崔龚程陆刘叶白丘侯曾肖邢](?:医生|老师|经理|师傅|教授|主任|某|警官|法官|科长|处长|局长|书记|护士|律师|校长)|班长|组长(?!会)|队长|团支书|小(?!组|区|学|时|品|朋|孩|伙|路|巷|球|麦)[A-Z\u4e00-\u9fff]|老[王李张刘赵周陈](?!师)|[甲乙丙丁戊己庚]|(?<![A-Za-z])[A-H](?![A-Za-z])|[\u4e00-\u9fff]某(?![种些个地]))"
SHORT_NAME = r"(?:小(?!组|区|学|时|品|朋|孩|伙|路|巷)[A-Z\u4e00-\u9fff]|老[王李张刘赵周陈]|[甲乙丙丁戊己庚]|(?<![A-Za-z])[A-H](?![A-Za-z]))"
"""The names that are read where no list of family names is wanted."""
SHORT_NAMES = rf"{SHORT_NAME}(?:[、和与跟,及]?{SHORT_NAME})*"
