"""Words of computer organisation that mean the same as a usual one; see `engine/generators/wording.py`."""

from __future__ import annotations

from engine.generators.laws.usual_units import ORDINARY, UNITS
from engine.generators.wording import Usual

_CACHE = r"Cache|缓存|高速缓冲|缺失|命中"
_NUMBERS = r"补码|原码|反码|移码|浮点|机器数|IEEE|float|double|(?<![A-Za-z])(?:int|short)(?![A-Za-z])|\[[xy]\]"

USUAL_WORDS: tuple[Usual, ...] = (
    *UNITS,
    *ORDINARY,
    Usual(r"高速缓冲存储器|高速缓存(?:存储器)?", "Cache"),
    Usual(r"直接(?:地址)?(?:映像|映象|相联)|直接地址映射", "直接映射"),
    Usual(r"全关联", "全相联"),
    Usual(r"组(?:相连|关联)", "组相联"),
    Usual(r"(?:不命中|失效|未命中|不中)率", "缺失率", _CACHE),
    Usual(r"(?:不命中|失效|未命中|缺失)(?:的)?(?:代价|惩罚|损失|罚时)", "缺失损失", _CACHE),
    Usual(r"(?:Tag|标志|标签|标识)(?=(?:存储器|内存|阵列|字段|部分|位|、|,|和|与|及|以及|\s*各|\s*占))", "标记", _CACHE),
    Usual(r"标记内存", "标记存储器", _CACHE),
    Usual(r"装入有效位", "有效位"),
    Usual(r"(?<!不考虑)一致性维护位|修改位", "脏位", _CACHE),
    Usual(r"写返回|回写", "写回", _CACHE),
    Usual(r"写直通|写通(?:过)?|写穿(?:透)?", "写直达", _CACHE),
    Usual(r"块内字节地址", "块内地址"),
    Usual(r"提速比|加速比率|加速倍数", "加速比"),
    Usual(r"(?<!编码)工效|(?<=编码)工效|使用效率", "效率"),
    Usual(r"每条指令(?:的)?平均(?:所需|需要|执行)?(?:的)?时钟周期数", "平均CPI"),
    Usual(r"(平均)?每条指令(?:所需|需要|需)(?:的)?时钟周期数", r"\1CPI"),
    Usual(r"(?:码元传输|码元|传码)速?率(?!.{0,4}bps)", "波特率"),
    Usual(r"小数部分", "尾数", r"浮点|IEEE|float|double"),
    Usual(r"增码", "移码"),
    Usual(r"不带符号", "无符号"),
    Usual(r"(?:无符号|不带符号)(?:的)?\s*(?=(?:short|int|char|long)(?![A-Za-z]))", "unsigned "),
    Usual(r"(?<!无)(?:有符号|带符号)(?:的)?\s*(?=(?:short|int|char|long)(?![A-Za-z]))", ""),
    Usual(r"二进制补码", "补码"),
    Usual(r"符号-?(?:数值|绝对值)(?:表示法?|码)?", "原码"),
    Usual(r"机内(?:表示|码)|机器码|存储形式", "机器数", _NUMBERS),
    Usual(r"(?:海明|汉明)校验码|海明编码(?=[,为是])|汉明码|Hamming\s*码", "海明码"),
    Usual(r"偶性校验", "偶校验"),
    Usual(r"选片(?=信号|译码|逻辑|线)", "片选"),
    Usual(r"死区时间|死区(?!率|比重|比例|占比|百分比|时间|的?百分)", "死时间"),
    Usual(r"死(?:区|时间)(?:的)?(?:比重|比例|占比|百分比)", "死时间率"),
    Usual(r"管脚", "引脚"),
    Usual(r"直接存储器(?:访问|存取)(?:\s*\(DMA\))?", "DMA"),
    Usual(r"寻址模式", "寻址方式"),
    Usual(r"(?<!按字节)(?<!按字)编址方式(?=位|字段|特征|[有为是]|,|、|。|\s)|(?<=种)编址方式", "寻址方式"),
    Usual(r"操作码\s*OP|OP\s*字段", "操作码"),
    Usual(r"可寻址(?:的)?范围", "寻址范围"),
    Usual(r"立即操作数", "立即数"),
    Usual(r"(?<=[KMG])\s*乘以?\s*(?=\d+\s*位)", "×"),
)
