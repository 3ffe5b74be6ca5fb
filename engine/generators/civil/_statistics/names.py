"""Names of figures in statistics, without the words that say nothing (places nobody named, lead words), and of years."""

from __future__ import annotations

import re

from engine.generators import patterns

PLACE = r"(?:某些?|该|本|全|我|这个)(?:省|市|县|地区?|区|国|自治区|直辖市|城市|企业|公司|单位|集团|景区|机场|港口|高校|校|厂|行业|平台|大学)|我国|全国|全省|全市|[A-Z](?:省|市|县|地区?|区|国|企业|公司|城市|镇|厂|单位|品牌|商场)"
THIS_YEAR = 2050
"""Stands for 今年 where no year is said."""
LEAD = r"^(?:其中|试(?!验|点|剂|题|卷)|而|且|同时|另外|当年|以及|据统计|已知|此外|经|统计|(?:国家)?统计局|(?:统计)?(?:数据|公报|资料)(?:显示|表明)|数据显示|如果|若|假设|按照?|材料|问题|资料|则|那么|问|请问|求|又|今|这|由此可知|可知|的)+"
WHOLE = "举国"
"""Stands for 全国, 全省, ... where something has a share of it: not the same as what one place has."""
OF_A_SORT = re.compile("[男女]|城镇|农村|乡村|第[一二三]产业|[一-龥]岁|老年|新能源")
"""Says which of all are meant: `全校男生` are no whole."""
SOME = (
    r"(?:某些?|该|本|我|这个|这家|那个|那家|此|全)(?:省|市|县|区|国|地区?|自治区|直辖市|城市|乡镇|镇|乡|村|街道|社区|小区|企业|公司|单位|集团|部门|机构|工厂|厂|车企|商场|商店|超市|门店|店|电商|电商平台|平台|网站|行业|产业园|园区"
    r"|开发区|新区|景区|景点|公园|港口|口岸|机场|车站|学校|中学|小学|高校|大学|学院|校|班级?|医院|银行|书店|餐厅|酒店|饭店|农场|果园|品牌|协会|图书馆|博物馆|电影院|影院|剧院|航空公司|科技园|合作社|(?:类|种)(?:产品|商品|农产品|作物)|产品|商品)"
)


def clean(name: str) -> str:
    """A name without place, lead words and words that say nothing."""
    name = patterns.sub(r"[()（）\s]", "", name)
    name = patterns.sub(LEAD, "", name)
    name = patterns.sub("^.*(?:帮[我忙看]|(?<!需)求|(?<!学)问(?!卷)|(?<!课)题|看[下看])", "", name)
    for _ in range(2):
        name = patterns.sub(rf"^(?:(?![A-Z])(?:{SOME}|{PLACE}))(?:的)?(?=.)", "", name)
        name = patterns.sub(
            r"^(?:的|某(?:地|国)?|我国|全国|全省|全市|该省|该市|该企业|共(?!享|同|和|产|建|青)有?|各项|各类|拥有|接待|实现|完成|有(?![色机限线效关害氧声轨偿])|当地|当年|同年|同期|当期|末|年末|今|那么|则|约)+(?=.)",
            "",
            name,
        )
    name = patterns.sub("(?<=[额量值数人])(?:总体|整体)$", "", name)
    name = patterns.sub("(?<=[业司店厂])(?:实现|完成)(?=.)", "", name)
    name = patterns.sub(r"(?:的|为|同比|一共|总共|大约|约|分别|共|达到?|有|是|那么|又|在|呢|将|会|能|可|应|各)+$", "", name)
    return (
        ""
        if patterns.fullmatch(rf"(?!全){SOME}|(?:省|市|县|区|国|地区?|企业|公司|校|单位|厂|景区|商场|店|平台|镇|村|机场|港口)?", name)
        else name
    )


def year_name(year: int) -> str:
    """`2023 年`, 今年, 去年."""
    return {THIS_YEAR: "今年", THIS_YEAR - 1: "去年", THIS_YEAR - 2: "前年", THIS_YEAR + 1: "明年"}.get(year, f"{year} 年")
