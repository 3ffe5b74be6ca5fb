"""Words of data structures that mean the same as a usual one; see `engine/generators/wording.py`."""

from __future__ import annotations

from engine.generators.wording import Usual

_BINARY = r"\A(?![\s\S]*(?:森林|转换|转化|对应的?二叉|B\s*[-_+]?\s*树))[\s\S]*二叉"
"""A binary tree, and no tree or forest that one is made of, whose orders have other names."""
_NO_B_TREE = r"\A(?![\s\S]*B\s*[-_+]?\s*树)"
"""The lowest inner nodes of a B-tree are called terminal, too."""

_ORDER = r"(?:(?=次?序|遍历|访问)(?:次?序(?=遍历))?|(?<=[,;、和与及的求出].根)(?=\s*(?:[,;。?、]|各|分别|是多少|$)))"
"""What shows that no root is spoken of."""

USUAL_WORDS: tuple[Usual, ...] = (
    # --- whatever the problem is about
    Usual("数据元素", "元素"),
    Usual("数列", "序列"),
    Usual("(?<!所)有可能", "可能"),
    Usual("每一个", "每个"),
    Usual("历经", "经过"),
    Usual(r"(?:均|都)?(?:可以?)?忽略不计", "不计"),
    Usual(r"(?<!必)(?<!无)须(?!知|要)", "需要"),
    Usual(r"(?<![于不])等于(?=\s*\d)", "为"),
    Usual(r"几何(?=\s*(?:[?。,;]|$))", "多少"),
    Usual(r"(?<=[度值序表列段径])各为", "分别为"),
    Usual(r"(?<=[表串段组区文件])长(?:为|是)(?=\s*\d)", "长度为"),
    Usual(r"(?:相继|逐一|顺次|挨个|陆续|先后)地?插入", "依次插入"),
    # --- trees
    Usual(r"(?<=叶结点)\(终端结点\)|(?<=叶子结点)\(终端结点\)|(?<=叶子)\(终端结点\)|(?<=非叶子结点)\(非终端结点\)|(?<=非叶结点)\(非终端结点\)|(?<=分支结点)\(非终端结点\)", ""),
    Usual(r"终端[结节]点(?:\((?:也?即)?叶子?(?:[结节]点)?\))?", "叶结点", _NO_B_TREE),
    Usual(rf"先根{_ORDER}", "先序", _BINARY),
    Usual(rf"中根{_ORDER}", "中序", _BINARY),
    Usual(rf"后根{_ORDER}", "后序", _BINARY),
    Usual(r"度数?(?:为|是|等于)\s*[二两](?!叉)", "度为2"),
    Usual(r"度数?(?:为|是|等于)\s*一(?![个棵条])", "度为1"),
    Usual(r"度数?(?:为|是|等于)\s*零", "度为0"),
    Usual(r"(?<!近似)(?<!自)平衡的?二叉(?:排序|查找|搜索|检索)树", "平衡二叉树"),
    Usual(r"二叉(?:查找|搜索|检索)树", "二叉排序树"),
    Usual(r"红\s*[-—·/]\s*黑树|(?<![A-Za-z])RB\s*[-]?\s*树|(?<![A-Za-z])RBT(?![A-Za-z])", "红黑树"),
    Usual(r"关键字值|键值(?!对)", "关键字"),
    # --- Huffman's
    Usual(r"(?:赫|霍|哈)[夫弗]曼|哈夫蔓|(?<![A-Za-z])huffman(?![A-Za-z])", "哈夫曼"),
    Usual(r"哈夫曼码(?!率)", "哈夫曼编码"),
    Usual(r"最优二叉树", "哈夫曼树"),
    Usual("权重值?", "权值"),
    # --- hashing and searching
    Usual(r"(?<![A-Za-z])(?:hash|哈希|杂凑)\s*(?=表|函数|地址|查找|存储|造表|冲突|空间)", "散列"),
    Usual("碰撞", "冲突"),
    Usual(r"分离链(?:接|表)法", "链地址法"),
    Usual(r"线性探[测查]方法", "线性探测法"),
    Usual("[负装]载因子", "装填因子"),
    Usual(r"(?<!信息)检索", "查找"),
    Usual(r"(?<!平均)(?:不成功|失败)的?查找(?![成失不])", "查找失败"),
    Usual(r"(?<![不找])(?<!平均)成功的?查找(?![成失不])", "查找成功"),
    Usual(r"概率(?:相等|相同|均等)的?(?=情况|条件|前提)", "等概率的"),
    # --- sorting
    Usual(r"(?:大顶|最大)堆", "大根堆"),
    Usual(r"(?:小顶|最小)堆", "小根堆"),
    Usual("[起气]泡排序", "冒泡排序"),
    Usual("合并排序", "归并排序"),
    Usual(r"缩小增量排序|(?<![A-Za-z])shell\s*排序", "希尔排序"),
    Usual(r"(?<![A-Za-z])heap\s*排序", "堆排序"),
    Usual(r"快排(?!序)", "快速排序"),
    Usual(r"划分元素?(?=[是为(取])|主元素?(?=[是为,的])", "枢轴", "快速排序"),
    Usual(r"切分|分划", "划分", "快速排序"),
    Usual("首趟|头一趟", "第一趟"),
    Usual(r"(?<=[一二三四五六七八九十几每\d])遍(?=\s*(?:(?:快速|直接|简单|折半|希尔|冒泡|归并|选择|插入|基数|堆|的)*排序|归并|划分|分配|收集|冒泡|之?后|结束|的?结果|的?序列))", "趟", "排序|归并"),
    Usual("非递减", "递增"),
    Usual("非递增", "递减"),
    # --- stacks and queues
    Usual("离队", "出队"),
    Usual(r"(?:进入|[入进])队列(?![中里的头尾首Q]|元素|\s*[A-Za-z])", "入队"),
    Usual(r"出队列(?![中里的头尾首Q]|元素|\s*[A-Za-z])", "出队"),
    Usual(r"队列?首元素|队列头元素", "队头元素"),
    Usual(r"队列尾元素|队末元素", "队尾元素"),
    Usual(r"队列?首(?=指针)", "队头"),
    Usual(r"元素的?数目|元素数(?![组据值列])", "元素个数"),
    Usual(r"(?:对象|操作对象|运算对象|运算数)栈", "操作数栈"),
    Usual(r"逆波兰(?:表达)?式(?!子)|后缀(?:表示)?式(?!子)", "后缀表达式"),
    Usual(r"(?<!逆)波兰(?:表达)?式(?!子)|前缀(?:表示)?式(?!子)", "前缀表达式"),
    # --- patterns of characters
    Usual("(?:目标|文本|正文)串", "主串", "模式|子串|KMP|next"),
    Usual(r"((?:模式|主|子|字符)串)\s*(?-i:[PTS](?=[a-z]{3}))", r"\1"),  # `模式串P“abaab”`, whose quotes are gone
    # --- graphs
    Usual(r"最小(?:代价生成|费用生成|支撑|代价支撑)树|(?<![A-Za-z])MST(?![A-Za-z]|\s*边)", "最小生成树"),
    Usual(r"(?:加|赋)权(?=[图网]|无向|有向|连通)", "带权"),
    Usual(r"最短路(?![径程线])", "最短路径"),
    Usual(r"拓扑(?:排序|有序)的?序列", "拓扑序列"),
    Usual("关键路线", "关键路径"),
    Usual(r"最短工期|最少工期", "工期"),
    Usual(r"(?:出发|起始|开始)点(?![击])", "源点", "关键路径|AOE|最短路径|Dijkstra|迪杰斯特拉"),
    # --- merging from outside
    Usual(r"(?:失败|败方)树", "败者树"),
    Usual("顺串", "归并段"),
    Usual(r"(?:空|虚|虚拟)归并段", "虚段"),
    Usual(r"路(?:平衡)?合并", "路归并"),
    Usual(r"(?<=[一二三四五六七八九十几每多少\d])轮(?=归并)", "趟"),
    # --- the same once more in brackets
    Usual(r"([\u4e00-\u9fff]{2,8})\s*\((?:即|简称|又称|也称|也叫|又叫)?\s*\1\)", r"\1"),
)
