"""Problems as people put them, in books and in chats; and near-misses that must be left alone."""

from __future__ import annotations

import pytest

from ..solving_checks import answer_of, left_alone


@pytest.mark.parametrize(
    ("name", "text", "answer"),
    [
        (
            "bus-bandwidth",
            "某计算机的系统总线有 64 根数据线，总线时钟频率为 100MHz，时钟的上升沿和下降沿各传送一次数据，求总线带宽。",
            "1600 MB/s",
        ),
        ("bus-bandwidth", "带宽要达到 400MB/s，总线时钟 50MHz，每个周期传一次，数据线至少要几根？", "64 位"),
        ("bus-bandwidth", "要求总线带宽不低于1.2GB/s，数据线为64位，每个时钟周期传送1次，则时钟频率至少为多少MHz？", "150 MHz"),
        (
            "bus-bandwidth",
            "地址线和数据线复用的同步总线共64根，时钟频率100MHz，每个时钟周期传送一个地址或一个数据，支持突发传送，写入512位数据的一次总线事务至少要多少时间",
            "90 ns",
        ),
        (
            "bus-bandwidth",
            "异步串行通信中，每个字符有1位起始位、7位数据位、1位偶校验位和2位停止位，每秒发送100个字符，波特率是多少？",
            "1100 波特",
        ),
        ("bus-bandwidth", "波特率9600，1个起始位8个数据位无校验1个停止位，每秒能传多少个字符啊", "960 个字符"),
        ("bus-bandwidth", "时钟66M，64位总线，5个时钟周期传送4个字，数据传输率是多少", "422.4 MB/s"),
        (
            "bus-bandwidth",
            "某全双工串行总线每个方向每次传送20位信息，其中16位是数据、4位是校验位，每个时钟周期传送2次，时钟频率2GHz，求总线带宽（两个方向合计，只计数据）",
            "16000 MB/s",
        ),
        (
            "io-overhead",
            "CPU 主频 400MHz，用查询方式管理键盘，每秒查询 20 次，每次查询用 500 个时钟周期，查询占 CPU 时间的百分比是多少？",
            "占 CPU 时间的 0.0025%",
        ),
        (
            "io-overhead",
            "某外设以中断方式工作，数据传输率为1MB/s（1M=10^6），每次中断传送4B，中断响应和处理共需200个时钟周期，CPU主频为400MHz，求CPU用于该外设的时间占整个CPU时间的百分比",
            "占 CPU 时间的 12.5%",
        ),
        (
            "io-overhead",
            "主频500MHz，CPI为4，外设0.5MB/s，32位传一次就中断，中断服务程序20条指令，其他开销相当于5条指令，CPU占比多少（M按10^6）",
            "占 CPU 时间的 2.5%",
        ),
        (
            "io-overhead",
            "DMA方式，外设10MB/s，每次DMA传送5000B，预处理300个时钟周期、后处理200个时钟周期，主频1GHz，不考虑访存冲突，CPU占用率是多少",
            "占 CPU 时间的 0.1%",
        ),
        ("io-overhead", "设备每隔 20ms 请求一次中断，每次处理 400μs，CPU 时间占比？", "占 CPU 时间的 2%"),
        ("io-overhead", "外设每秒产生500个字符，每个字符引起一次中断，每次中断用40μs，CPU用于该外设的时间占比是多少", "占 CPU 时间的 2%"),
        (
            "io-overhead",
            "接口的数据缓冲寄存器是32位，外设速率20MB/s，缓冲满就请求中断，CPU主频1GHz，中断响应和处理共用500个时钟周期，能否采用中断方式？",
            "不能（每 200 ns 准备好一次数据，而一次中断要 500 ns）",
        ),
        (
            "io-overhead",
            "CPU主频200MHz，每次中断传送4B，中断响应和处理共需100个时钟周期，要求CPU用于I/O的时间不超过10%，外设的数据传输率最高是多少",
            "800 KB/s",
        ),
        (
            "io-overhead",
            "周期挪用的DMA，磁盘4MB/s（1M=10^6），字长32位，存取周期200ns，每传送一个字占用一个存取周期，占了主存多少时间",
            "20%",
        ),
        (
            "cache-mapping",
            "Cache 有 64 行，4 路组相联，主存块大小 32B，按字节编址，主存地址 1A40H 所在的块装入哪一组（组号从 0 开始）？",
            "第 2 组",
        ),
        (
            "cache-mapping",
            "主存按字节编址，块大小64B，直接映射的Cache共16行，主存2100号单元所在主存块应装入Cache的第几行",
            "第 0 行",
        ),
        (
            "cache-mapping",
            "主存地址 32 位，按字节编址，直接映射的 Cache 数据区 16KB，块大小 64B，写回策略，每行有 1 位有效位和 1 位脏位，Cache 总容量是多少位",
            "136192 位",
        ),
        (
            "cache-mapping",
            "Cache分为32组，每组2块，每块64个字，主存4096块，按字编址，主存地址多少位，标记几位",
            "主存地址 18 位，标记 7 位",
        ),
        ("cache-mapping", "Cache共8行，2路组相联，LRU，初始为空，依次访问主存块号 0、4、8、0、4、12、0，命中几次？", "命中 0 次"),
        ("cache-mapping", "全相联的Cache只有4行，用FIFO，访问的块号是 1 2 3 4 1 5 1 2，命中率多少", "命中率 12.5%"),
        ("cache-mapping", "直接映射 Cache 4 行，块大小16B，按字节编址，依次访问主存地址 0、4、64、16、20、0，命中次数是多少", "命中 2 次"),
        ("cache-mapping", "128行的cache 8路组相联 块32B 主存地址30位 字节编址 tag几位", "标记 21 位"),
        (
            "cpu-performance",
            "程序里加减指令 6000 条、每条 1 个周期，访存指令 3000 条、每条 4 个周期，转移指令 1000 条、每条 2 个周期，主频 200MHz，求 CPI 和执行时间。",
            "平均 CPI 为 2，CPU 时间 100 μs",
        ),
        ("cpu-performance", "某程序执行时间10秒，优化后指令数减少20%，CPI变为原来的1.1倍，优化后的执行时间是多少？", "8.8 s"),
        (
            "cpu-performance",
            "程序运行100秒，其中80秒是CPU时间，其余是I/O时间，CPU速度提高60%，I/O速度不变，运行时间变为多少",
            "70 s",
        ),
        ("cpu-performance", "同一程序在M1、M2上运行，主频分别为3GHz和2GHz，CPI分别为2和1，在M1与M2上的运行时间之比是多少", "4:3"),
        (
            "cpu-performance",
            "P在主频1GHz的M1上运行需要12s，希望在M2上只用8s，但所需时钟周期数是M1上的1.5倍，M2的主频至少应为多少",
            "2.25 GHz",
        ),
        ("cpu-performance", "2亿条指令，CPI是3，CPU 1.5G，跑完几秒", "0.4 s"),
        ("cpu-performance", "50%是运算 CPI1，30%访存 CPI4，20%转移 CPI3，主频1.2GHz 求MIPS", "约 521.74 MIPS"),
        ("cpu-performance", "主频 800MHz 的处理器速度为 200MIPS，求平均 CPI", "4"),
        (
            "expanding-opcode",
            "指令字长 16 位，每个地址码 6 位，操作码长度可变。双操作数指令 12 条、无操作数指令 64 条，单操作数指令最多几条？",
            "255 条",
        ),
        ("expanding-opcode", "定长指令系统每个地址字段5位，三地址指令20条、二地址指令100条，按字节编址，指令字长至少为多少位？", "24 位"),
        ("expanding-opcode", "16位的指令，地址码各4位，三地址14条、二地址20条、没有零地址指令，一地址最多能有多少条", "192 条"),
        ("expanding-opcode", "12位指令字 地址码3位 三地址已经有5条 二地址有15条 一地址最多还能设计几条", "72 条"),
        (
            "expanding-opcode",
            "指令字长 20 位，两个地址码各 8 位，扩展操作码，二地址指令定义了 12 条，一地址指令最多可有多少条？",
            "1024 条",
        ),
        ("expanding-opcode", "16个通用寄存器，指令字长12位，操作数都在寄存器里，双操作数指令10条，单操作数指令最多多少条", "96 条"),
        (
            "expanding-opcode",
            "在32位定长指令系统中地址码均为10位，三地址指令3条，除二地址指令外不再设置其他格式的指令，二地址指令最多有多少条",
            "1024 条",
        ),
        ("expanding-opcode", "每个地址码6位，二地址指令50条、一地址指令300条、零地址指令20条，采用扩展操作码，指令字长至少多少位", "18 位"),
        ("hamming-code", "要对 24 位数据进行海明校验并纠正一位错，校验位至少要几位？", "5 位"),
        ("hamming-code", "待传送的信息为 1001，按偶校验配置海明码，从左到右编号，校验位在第 1、2、4 位，写出海明码", "0011001"),
        (
            "hamming-code",
            "收到的海明码为 0110010，偶校验，自左向右为第1位至第7位，欲传送的信息是什么？",
            "1011",
        ),
        ("hamming-code", "存储字长为 32 位，用海明码，要求能发现两位错并纠正一位错（SEC-DED），校验位至少几位", "7 位"),
        ("hamming-code", "采用4位校验位的海明码最多可为多少位信息提供保护？", "11 位"),
        ("hamming-code", "码距为 6 的编码，最多检测几位错，最多纠正几位错（分别考虑）", "最多检测 5 位错，最多纠正 2 位错"),
        ("hamming-code", "1011(D4D3D2D1)用偶校验编成海明码，H7到H1写出来，校验位放在H1、H2、H4", "1010101"),
        ("hamming-code", "若要求所用的海明码能检出两位错并纠正一位错，数据是16位，校验位至少为多少位", "6 位"),
        ("ieee754", "C1A40000H 这个 float 是多少？", "-20.5"),
        ("ieee754", "float型变量x存放在32位寄存器FR2中，内容为42C80000H，则x的值是", "100"),
        ("ieee754", "单精度浮点数 x 的机器数为 40A00000H，y=4x，则 y 的机器数是多少？", "41A00000H"),
        ("ieee754", "int i = 300; float f = (float)i; f采用IEEE754单精度，f的十六进制机器数是什么", "43960000H"),
        ("complement-arithmetic", "int k=16777219; float f=k; int m=(int)f; m的值是多少", "16777220"),
        ("ieee754", "IEEE 754 单精度的最大规格化正数是多少？用 2 的幂表示", "(2 − 2^(-23)) × 2^127"),
        ("ieee754", "把 -0.8125 化成 IEEE 754 的 64 位双精度，写出十六进制", "BFEA000000000000H"),
        ("ieee754", "单精度格式下 x 的机器数是 3F800000H，y 的机器数是 40000000H，x+y 的机器数是什么", "40400000H"),
        (
            "complement-arithmetic",
            "寄存器 R1 的内容为 70H，R2 的内容为 20H，8 位机，执行 ADD R1,R2 后 R1 的内容和 OF、CF 各是多少",
            "结果的机器数 90H，溢出（OF=1），CF=0",
        ),
        ("complement-arithmetic", "8位补码 A=-90 B=50，A-B 溢没溢出，结果是什么", "溢出（OF=1），结果的机器数 74H"),
        (
            "complement-arithmetic",
            "16位补码加法器的两个输入为 8000H 和 FFFFH，输出的和是多少，CF 和 OF 各是多少？",
            "结果的机器数 7FFFH，CF=1，溢出（OF=1）",
        ),
        ("complement-arithmetic", "x=+0.1101，y=+0.0101，用变形补码计算 x+y，判断溢出情况", "[x+y]补 = 01.0010，溢出（正溢出）"),
        ("complement-arithmetic", "short a=-1; unsigned short b=a; b的值是多少", "65535"),
        (
            "complement-arithmetic",
            "[x]补=01011010，[y]补=11100110，求[x-y]补，是否溢出",
            "结果的机器数 74H（01110100），真值 116，不溢出（OF=0）",
        ),
        (
            "complement-arithmetic",
            "4个8位补码为 r1=7FH，r2=01H，r3=80H，r4=FFH，下列运算中会发生溢出的是\nA. r2+r4  B. r1+r2  C. r3+r1  D. r2-r4",
            "r1+r2",
        ),
        ("complement-arithmetic", "FEH-7FH，8位，做完减法OF、CF是几", "OF=1，CF=0"),
        ("memory-chips", "某机主存 64KB 按字节编址，0000H~1FFFH 为 ROM，其余为 RAM 区，用 4K×8 位的 RAM 芯片，要多少片？", "14 片"),
        (
            "memory-chips",
            "用256K×8位的芯片构成2M×32位的存储器，需要多少片？存储器的地址线有多少根，用于片选的有几位？",
            "芯片 32 片；地址 21 位，片选 3 位",
        ),
        ("memory-chips", "4M×8位的DRAM芯片采用地址引脚复用，地址引脚和数据引脚共多少根？", "19 根"),
        (
            "memory-chips",
            "存储器起始地址为 4000H，结束地址为 7FFFH，按字节编址，容量是多少 KB，用 4K×4 位的芯片要多少片",
            "容量 16 KB，芯片 8 片",
        ),
        ("memory-chips", "由8K×4位芯片组成32K×8位的存储器，按字节编址，地址5A00H所在芯片的最大地址是多少", "`5FFFH`"),
        (
            "memory-chips",
            "主存 32KB，按字节编址，8KB 是 ROM，剩下 RAM，ROM 用 4K×8 的芯片，RAM 用 4K×4 的芯片，各要几片",
            "ROM 2 片，RAM 12 片",
        ),
        ("memory-chips", "拿 16K×1 的片子搭一个 64K×8 的内存得多少片", "32 片"),
        ("memory-chips", "A0000H到BFFFFH，按字节编址，用16K×8的芯片填满要几片", "8 片"),
        (
            "pipeline-performance",
            "某流水线 4 段，每段都是 5ns，一共执行 50 条指令，没有发生任何阻塞，求总时间和加速比。",
            "执行时间 265 ns，加速比 约 3.774",
        ),
        ("pipeline-performance", "各段用时 Δt、2Δt、Δt 的流水线连续处理 10 个任务，求总时间和吞吐率", "执行时间 22Δt，吞吐率 5/(11Δt)"),
        ("pipeline-performance", "三段流水线的时间为2Δt、Δt、Δt，Δt=5ns，处理20个任务要多长时间？瓶颈段不拆", "执行时间 210 ns"),
        (
            "pipeline-performance",
            "超标量处理机的流水线有 5 段，每段 Δt，每个时钟周期发射 2 条指令，理想情况下执行 40 条指令要多少 Δt",
            "执行时间 24Δt",
        ),
        (
            "pipeline-performance",
            "主频 2GHz 的 5 级流水线，每段 1 个时钟周期，执行 196 条指令没有阻塞，吞吐率是多少",
            "吞吐率 1.96×10^9 条/秒",
        ),
        ("pipeline-performance", "理想CPI为1，转移指令占25%，每条转移停顿2个周期，主频600MHz，实际CPI和MIPS是多少", "CPI 1.5，400 MIPS"),
        ("pipeline-performance", "转移指令占20%，预测错误率10%，预测错误损失3个周期，理想CPI为1，平均CPI是多少", "1.06"),
        ("pipeline-performance", "五段流水 每段2ns 100条 跟不用流水(一条8ns)比 加速比多少", "加速比 约 3.846"),
    ],
)
def test_solver_answers(name: str, text: str, answer: str) -> None:
    assert answer_of(name, text) == answer


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("bus-bandwidth", "某总线时钟 100MHz，数据线 32 位，传送一次需要若干个时钟周期，求带宽"),
        ("bus-bandwidth", "总线时钟100MHz，32位，传送一次要先发地址再发数据，求最大带宽"),
        ("bus-bandwidth", "总线32位，50MHz，数据每隔几个周期才有效，求带宽"),
        ("bus-bandwidth", "全双工串行总线每个方向每次传送16位，时钟1GHz，每周期传2次，带宽是多少"),
        ("io-overhead", "DMA方式，每次传送4KB，数据率4MB/s，预处理1000个周期，主频500MHz，求CPU占比"),
        ("io-overhead", "中断方式，设备2MB/s，每次中断传4B，每次中断100个时钟周期，主频100MHz，但中断时还要保存现场，求CPU占比"),
        ("io-overhead", "CPU主频500MHz，每秒查询30次，每次400个周期，有一半查询落空还要重试，CPU占比"),
        ("io-overhead", "数据率4MB/s，每次中断传16字节，用400个周期，主频500MHz，采用双缓冲，CPU占用率"),
        ("cache-mapping", "Cache 4行，全相联，随机替换，访问主存块号 1 2 3 4 5 1，命中几次"),
        ("cache-mapping", "Cache 4行，全相联LRU，初始已装入块1，访问块号 1 2 3 4 5 1，命中几次"),
        ("cache-mapping", "2路组相联共4行的Cache，访问主存块号 0 4 1 0 8，命中几次"),
        ("cache-mapping", "直接映射Cache，数据区16KB，块32B，采用写回法，主存地址32位，按字节编址，总容量多少位"),
        ("cache-mapping", "Cache 64KB，块64B，4路组相联，主存地址32位，若块大小加倍，tag几位"),
        ("cpu-performance", "主频1GHz，平均CPI 2，考虑访存延迟后CPI翻倍，MIPS是多少"),
        ("cpu-performance", "主频1GHz，CPI 2，实际只有一半时间在执行，MIPS"),
        ("cpu-performance", "三类指令占50%、30%、20%，CPI为1、4、3，主频2GHz，若把第二类CPI降为2，求MIPS"),
        ("cpu-performance", "程序执行10秒，指令数减少20%，CPI提高3倍，优化后的执行时间"),
        ("expanding-opcode", "16位指令字，地址码4位，三地址15条，二地址15条，剩余编码只有一半可用，一地址最多几条"),
        ("expanding-opcode", "指令字长16位，地址码6位，二地址指令10条，单地址指令可变，零地址最多几条"),
        ("hamming-code", "海明码纠两位错，8位数据要几位校验位"),
        ("hamming-code", "码距为5的编码，能同时检几位错、纠几位错"),
        ("ieee754", "float变量机器数41A40000H，小端方式存储，值是多少"),
        ("ieee754", "单精度x的机器数为40A00000H，y=3x，y的机器数"),
        ("ieee754", "IEEE 754单精度的最小正数是多少"),
        ("complement-arithmetic", "8位补码A=-37，B=92，A-B后再加1，溢出吗"),
        ("complement-arithmetic", "R1=5FH，R2=A3H，8位，执行ADC R1,R2，OF是多少"),
        ("memory-chips", "2K×4位的芯片组成16K×8位的存储器，每次选通几片"),
        ("memory-chips", "用16K×4的芯片组成64K×8的存储器，其中一半是ROM，要几片"),
        ("memory-chips", "64KB内存按字节编址，ROM占0000H到3FFFH，另有4KB保留，其余RAM用8K×8的芯片，要几片"),
        ("pipeline-performance", "流水线4段，每段Δt，输入10个任务，第3段发生结构冲突，求效率"),
        ("pipeline-performance", "5段流水线，每段2ns，执行100条指令，其中有若干条转移指令，求总时间"),
        ("pipeline-performance", "流水线各段2ns、3ns、4ns，处理10个任务，总时间是多少"),
        ("pipeline-performance", "转移指令占20%，采用分支预测，预测错误损失3个周期，理想CPI为1，平均CPI是多少"),
    ],
)
def test_solver_stays_out(name: str, text: str) -> None:
    assert left_alone(name, text)
