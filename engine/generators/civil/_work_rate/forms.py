"""What work problems say, statement by statement, as patterns over the signs of `words`."""

from __future__ import annotations

from engine.generators.civil._problems.reduced import N

_WHO = r"(?P<who>[甲乙丙丁](?:、?[甲乙丙丁])*|[原实])"
_TIME = rf"(?P<value>{N}|\?|某)(?P<unit>[dhmwMtc])"
_SHARE = rf"(?:全)?(?P<share>{N})(?P<percent>%)?(?![\d./unhdmwM%])"
_LINK = r"(?P<pre>[余再/后共还独,]*)"
STATEMENTS = (
    ("total-time", rf"(?:共+|(?=[\d./]+[dhmw]后?毕))(?P<value>{N})(?P<unit>[dhmw])后?毕?(?=.*息\?)"),
    ("stretch", rf"{_LINK}{_WHO}?(?P<flags>[先再独合余毕效后共还,]*?)(?P<done1>[毕空]?)(?P<flags2>共?),?{_TIME}(?P<after>后?)(?P<done>[毕空]?)"),
    ("stretch", rf"{_LINK}{_WHO}?(?P<flags>[先再独合余后还]*),?{_TIME}(?P<after>后?)(?:,(?=[再就]?毕)再?)?(?P<done>毕?)[余全]?{_SHARE}"),
    ("stretch", rf"{_LINK}{_WHO}?(?P<flags>[先再独合余后还]*)(?P<done>毕?)[余全]?{_SHARE}需?{_TIME}(?P<after>后?)"),
    ("list", rf"/?(?P<names>[甲乙丙丁](?:、?[甲乙丙丁]){{1,3}})独?毕?独?t?,?(?P<values>{N}[dhmwM]?(?:[、,]?{N}[dhmwM]?){{1,3}})[毕空]?"),
    ("heads", rf"{_LINK}[原到]?(?P<count>{N}|\?)n合?,?原?{_TIME}(?P<after>后?)(?P<done>[毕空]?)(?:[余全]?{_SHARE})?"),
    ("now-heads", rf"{_LINK}(?:到|实[来有到]?)(?P<count>{N})n(?=[,。;])"),
    ("heads-made", rf"{_LINK}(?P<count>{N}|\?)n[合毕]?,?(?P<value>{N}|\?)(?P<unit>[dhmw])(?:[毕共,])*(?P<made>{N}|\?)u毕?"),
    ("heads-made", rf"{_LINK}[毕]?(?P<made>{N})u,?[需毕]*(?P<count>{N}|\?)n[合毕]?,?(?P<value>{N}|\?)(?P<unit>[dhmw])毕?"),
    ("heads-made", rf"{_LINK}(?P<count>{N}|\?)n[合毕]*,?(?P<made>{N}|\?)u[毕共,]*(?P<value>{N}|\?)(?P<unit>[dhmw])毕?"),
    ("heads-made", rf"{_LINK}(?P<value>{N}|\?)(?P<unit>[dhmw])[毕,]*(?P<count>{N}|\?)n[合毕]*,?(?P<made>{N}|\?)u毕?"),
    ("behind", rf"(?P<who>[甲乙])毕时?,?(?P<other>[甲乙])[还剩差]+(?P<value>{N})u毕?"),
    ("ask-share", r"[,共能]*(?P<left>[还余]?)毕?(?:全)?\?%毕?"),
    ("heads", rf"{_LINK}(?P<done>毕){_SHARE}(?P<count>{N}|\?)n合?{_TIME}(?P<after>后?)"),
    ("share-done", rf"(?:合|共)?毕(?:全)?{_SHARE}"),
    ("more-made", rf"(?:合毕?|毕)(?P<who>[甲乙])比(?P<other>[甲乙])多(?P<value>{N})u"),
    ("earlier", rf"(?P<who>[甲乙])比(?P<other>[甲乙])(?P<way>前|迟)(?P<value>{N})(?P<unit>[dhmw])毕?"),
    ("equal-work", r"甲、乙(?:各|2|独|合|每)*(?:同样|同|多)+(?:※)?(?=[,。;])|甲、乙(?:毕)?同(?:样)?多?(?=[,。;])"),
    ("equal-spells", r"等(?=[,。;])"),
    ("pairs-differ", r"(?P<one>[甲乙丙丁](?:、?[甲乙丙丁])*)合?毕?比(?P<other>[甲乙丙丁](?:、?[甲乙丙丁])*)合?毕?(?P<way>[多少])(?P<value>{N})%t毕?".replace("{N}", N)),
    ("ask-differ", r"/?(?P<one>[甲乙丙丁](?:、?[甲乙丙丁])*)[合独]?毕?[dht]?比(?P<other>[甲乙丙丁](?:、?[甲乙丙丁])*)[合独]?毕?[dht]?(?P<way>[多少前迟])\?(?P<unit>[dhmw]?)毕?"),
    ("ask-each", r"(?:每|甲、乙|各)+\?u"),
    ("faster", rf"{_WHO}每?[dhmw]?效?比(?P<other>[甲乙丙丁原])效?(?P<more>[高低多少])(?P<value>{N})(?P<percent>%)?"),
    ("own-faster", rf"[后再]*(?P<who>实?)效(?P<more>[高低])(?P<value>{N})(?P<percent>%)?"),
    ("multiple", rf"(?P<who>[甲乙丙丁])独?效(?P<other>[甲乙丙丁](?:、?[甲乙丙丁])*)效?(?P<value>{N})(?P<percent>%|倍)?(?![\d∶dhmnu])"),
    ("ratio", rf"(?P<names>[甲乙丙丁](?:、?[甲乙丙丁]){{1,3}})效?比?∶?(?P<values>{N}(?:∶{N}){{1,3}})"),
    ("same-work", rf"(?P<one>[甲乙丙丁])独?(?P<value>{N})(?P<unit>[dhmw])=(?P<other>[甲乙丙丁])独?(?P<value2>{N})(?P<unit2>[dhmw])"),
    ("rate", rf"{_WHO}?独?每(?P<unit>[dhmwM])毕?(?P<value>{N}|\?)u毕?"),
    ("rate-more", rf"{_WHO}?每(?P<unit>[dhmwM])比?(?P<other>[甲乙丙丁原]?)(?:每[dhmw])?(?P<more>[多少])(?P<value>{N})u"),
    ("pay", rf"{_WHO}?独?(?:每(?P<unit>[dhmw])费?|费每(?P<unit2>[dhmw]))(?P<value>{N})y"),
    ("ask-pay", r"[,共/]*费?共?\?y"),
    ("whole", rf"(?P<who>[甲乙丙丁](?:、?[甲乙丙丁])+)?(?P<flags>[合毕]*)总?(?:共)?毕?(?P<value>{N})u"),
    ("ask-whole", r"(?:总(?:共)?|共|全)\?u"),
    ("ask-made", rf"{_WHO}共?毕?\?u"),
    ("total-time", rf"共+合?(?P<value>{N})(?P<unit>[dhmw])后?毕?"),
    ("sooner", rf"(?P<who>实?)(?P<way>[前迟])(?P<value>{N}|\?)(?P<unit>[dhmw])毕?"),
    ("word", r"合?(?P<who>[甲乙丙丁])息某[dhmw](?=.*(?P=who)息\?)"),
    ("absent", rf"(?P<who>[甲乙丙丁])息(?P<value>{N}|\?)(?P<unit>[dhmw])"),
    ("leaves", r"(?P<who>[甲乙丙丁])走"),
    ("joins", r"[再后]*(?P<who>[甲乙丙丁])来合?"),
    ("more-heads", rf"[再/后]*(?:来|高|多)(?P<value>{N})n来?"),
    ("more-heads", rf"[再/后]*(?P<value>{N})n来"),
    ("fewer-heads", rf"[再/后,]*(?P<value>{N})n走"),
    ("fewer-heads", rf"[再/后,]*走(?P<value>{N})n"),
    ("rest", r"(?P<pre>[余再后,]*)(?P<who>[甲乙丙丁](?:、?[甲乙丙丁])*)?(?P<flags>[合独再]+)(?P<done>毕?)(?=[,。;]|共)"),
    ("rest", r"(?P<pre>[再后,]*余[再后]*)(?P<who>[甲乙丙丁](?:、?[甲乙丙丁])*)(?P<flags>)(?P<done>毕)(?=[,。;]|共)"),
    ("ask-heads", r"(?P<more>[高多来]?)\?n"),
    ("left-amount", rf"[后,还]*剩(?P<value>{N})u"),
    ("ours", r"[/,]*(?:实)?原效(?:毕)?(?=[,。;])"),
    ("word", r"余[甲乙丙丁]独?(?=[,。;])|[合余再毕后实/]+(?=[,。;]|$)|/|原(?=[,;。])|/?[甲乙丙丁、]+合?独?毕?(?=[,。;])|还(?=[?])|[1-4]合(?=[,。;])|[1-4](?=合)|合(?=合)"),
)  # fmt: skip
