"""Problems about the time that input and output take of the CPU, in the words that their readers know."""

from __future__ import annotations

from engine.generators.co._written import writing_plainly

written_plainly = writing_plainly(
    (r"[,;。]?(?:忽略|不考虑|不计)\s?DMA(?:的)?(?:申请|请求)?(?:使用|占用)?总线(?:所产生)?(?:的)?(?:影响|时间|开销)", ""),
    (
        r"(?:问)?(?:在)?磁盘工作时,?(?:处理器|CPU)(?:将)?(?:用|花)多少(?:的)?时间比率(?:来)?(?:进行|用于)(?:输入/?输出|I/O)(?:操作)?",
        "CPU用于I/O的时间占整个CPU时间的百分比是多少",
    ),
    (r"(?:采用|用)\s?DMA\s?控制(?:方式)?(?:来)?进行(?:输入/?输出|I/O)(?:操作)?", "采用DMA方式"),
    (r"(?:如果|若)?平均(?:每次)?(?:传输|传送)的数据(?:块)?长度为", "每次DMA传送的数据块大小为"),
)
"""A reader of input and output that is given such wording."""
