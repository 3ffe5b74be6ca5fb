"""Words of operating systems that mean the same as a usual one; see `engine/generators/wording.py`."""

from __future__ import annotations

from engine.generators.laws.usual_units import ORDINARY, UNITS
from engine.generators.wording import Usual

_PAGES = r"页表|页面|页号|缺页|页框|置换|TLB|快表"
_DISK = r"磁盘|硬盘|磁道|柱面|磁头|磁臂"

USUAL_WORDS: tuple[Usual, ...] = (
    *UNITS,
    *ORDINARY,
    Usual(r"快表\s*\(\s*TLB\s*\)|快表\s*TLB", "TLB"),
    Usual(r"TLB\s*\(\s*快表\s*\)|TLB\s*快表", "TLB"),
    Usual(r"转换后[备援]缓冲(?:器|区)?|(?:转换|变换)?旁路(?:转换)?缓冲(?:器|区)?|转换检测缓冲(?:器|区)?", "TLB"),
    Usual(r"TLB(?=\d)", "TLB "),
    Usual(r"(?:联想|相联)(?:存储器|寄存器|存贮器)(?:组)?", "快表", _PAGES),
    Usual(r"逻辑页面?号", "页号"),
    Usual(r"(?<=虚)拟?页面号", "页号"),
    Usual(r"(?<!缺)(?<!物理)页面号", "页号"),
    Usual(r"物理页(?:面)?号|页[帧架]号", "页框号"),
    Usual(r"页架|物理页框|物理页帧|物理页面?(?![号大])", "页框", _PAGES),
    Usual(r"(?:页面|缺页)失效率|页故障率|(?:发生)?缺页(?:的)?(?:概率|几率)", "缺页率"),
    Usual(r"页故障|页面故障", "缺页"),
    Usual(r"缺页异常", "缺页中断"),
    Usual(r"缺页(?:中断)?的次数", "缺页次数"),
    Usual(r"页表表项|页描述符", "页表项"),
    Usual(r"页长(?!度)|页面?(?:的)?尺寸|页面长度", "页面大小"),
    Usual(r"(?<!Cache)主存块(?!号)", "页框", r"页表|页号|置换|缺页"),
    Usual(r"实地址", "物理地址"),
    Usual(r"缺页中断率", "缺页率"),
    Usual(r"(?:缺失|失效)(?=[时总后]|且)|(?<=TLB)(?:缺失|失效|失配)(?!率)", "未命中", r"TLB|快表"),
    Usual(r"忽略(?=缺页)", "不考虑"),
    Usual(r"装入有效位", "有效位"),
    Usual(r"时间量子|时间片(?:的)?长度", "时间片"),
    Usual(r"(?:非|不可|不)剥夺(?=[式的)]|方式|优先)", "非抢占", r"调度|优先|SJF"),
    Usual(r"(?<![非可不])剥夺(?=[式的)]|方式|优先)", "抢占", r"调度|优先|SJF"),
    Usual(r"作业(?=平均(?:带权)?周转)", ""),
    Usual(r"加权周转", "带权周转"),
    Usual(r"等待时长", "等待时间"),
    Usual(r"周转时长", "周转时间"),
    Usual(r"(?:估计)?耗时(?=[\s(:/|,]|依次|分别|各?[为是])", "运行时间", r"到达|提交|优先|作业|先来先服务|轮转"),
    Usual(r"(?:寻找磁道|寻找|查找|移臂|查道)(?=时间)", "寻道", _DISK),
    Usual(r"扇段", "扇区", _DISK),
    Usual(r"传送(?=时间|速[度率]|率)", "传输", _DISK),
    Usual(r"零头", "碎片", r"分区|内存|主存"),
    Usual(r"buddy\s*(?=系统|算法|分配)", "伙伴"),
    Usual(r"首地址", "起始地址", r"分区|伙伴|空闲"),
    Usual(r"信号灯", "信号量"),
    Usual(r"临界段", "临界区"),
    Usual(r"(?:相同|同种|同一种|同一|同样)(?:的)?(?:类型|种类|类)(?:的)?资源|同种资源", "同类资源"),
    Usual(r"最大资源需求量?", "最大需求"),
    Usual(r"初始值", "初值", r"信号量"),
    Usual(r"文件分配表\s*\(?FAT\)?|文件分配表", "FAT"),
    Usual(r"(?<=段)(?:的)?最大(?:容量|尺寸)|(?<=单个文件)(?:的)?最大(?:容量|尺寸)", "最大长度"),
    Usual(r"要求分配(?=\s*\d|一|[A-Z])", "申请"),
    Usual(r"位移量|(?<=[页段]内)位移(?!量)|(?<=[页段]内)偏移(?!量)", "偏移量"),
    Usual(r"全关联", "全相联"),
)
