"""Words that no reader of a kind gives a meaning, and that change what is counted: a problem with one of them is left alone.

Names and verbs are open to the readers, so a verb of loss, of refusal or of change would pass as part of the story, or its number as one more
thing told. What a kind does read (a drain, a rest, broken goods) is not here.
"""

_TAKEN_AWAY = (
    "被偷|偷走|偷偷|丢[了失]|弄丢|遗失|漏掉|漏出|送[给了]?人|送给|借出|借走|借给|收回|被?收走|拿走|藏起|混进|倒掉|扣押|没收|放弃|自用|毁损|销毁"
    "|作废|过期|报废|死[了掉]|逃跑"
)
_REFUSED = "拒绝|拒收|封掉|罢工|缺席"

IN_WORST_CASES = f"{_TAKEN_AWAY}|{_REFUSED}|不是[红黄蓝绿白黑紫]|比[红黄蓝绿白黑紫][^,;。?]{{0,2}}多|[缺丢][^,;。?]{{0,2}}王|全部(?:黑桃|红桃|梅花|方块)|其余一|送"
IN_CHANCES = f"被偷|偷走|偷偷|丢[了失]|弄丢|遗失|漏掉|漏出|收回|被?收走|借走|被借|藏起|混进|倒掉|没收|放弃|毁损|作废|报废|漏报|至少有?一[人个台辆名位][未没]|{_REFUSED}"
_ALIKE_BOXES = r"[进入到在给][\d两二三四五六七八九]个?(?:完全)?(?:相同|同样|一样)的(?:空|小)?(?:盒|袋|箱|篮子|盘|抽屉|杯|筐|信封|口袋)[\s\S]*(?:可以?|允许|能)[^,;。?]{0,4}空"
_ON_ONE_SIDE = r"(?:丈夫|妻子|男方|女方)[^,;。?]{0,4}[在坐站][^,;。?]{0,6}(?:左|右|前|后)"
IN_ARRANGEMENTS = f"被偷|偷走|丢[了失]|弄丢|遗失|收回|被?收走|借走|被借|没收|放弃|作废|报废|{_REFUSED}|{_ON_ONE_SIDE}|{_ALIKE_BOXES}"
IN_SETS = f"{_TAKEN_AWAY}|{_REFUSED}|缺(?!点)"
IN_SALES = "被偷|偷走|自用|毁损|扣押|过期|作废|借给|借出|报废|死[了掉]|逃跑|预留|没收"
IN_GROWTH = r"[顺逆]差[^,;。?]{0,6}(?:增加|减少|扩大|缩小|收窄)|比(?:上年|去年)(?:减少|下降|降低|增加|提高|上升)到\d|(?:减少|下降|降低|增加|提高|上升)到(?:上年|去年|前年)的?\d|[长正]方形|上年[顺逆]差|逆差是|^(?!.*同比).*顺差是|顺差是\d"
IN_JOURNEYS = (
    r"忘带|忘了?拿|忘记带|返?回家取|取书|在(?:原?出发[点地处]|起点|原[地处])[^,;。?]{0,6}(?:相遇|碰|会合|追上)|(?:相遇|会合|碰)[^,;。?]{0,2}[在于](?:原?出发[点地处]|起点|原[地处])"
    r"|返回[^。;?]*(?:遇|追上)[^,;。?]{0,6}时,?(?:[甲乙丙丁A-D]|小.|老.)[^,;。?]{0,4}(?:走|行|骑|跑|开|出发)了?(?:几|多少)(?:小时|分钟|秒)"
)
IN_WORK = "重[抄做写印]|罢工|塌方|堵回"
IN_MIXTURES = r",与\d+(?:克|千克|公斤|升|毫升)[^,;。?]{1,12}、\d"
