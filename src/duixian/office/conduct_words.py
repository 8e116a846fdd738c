"""What can be found against somebody on a claim, in the words of 第二十一 to 第二十四条."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as lazy

from duixian.policy.acts.sports_awards import Conduct

CONDUCT_WORDS = {
    Conduct.CLEAN: lazy("没有"),
    Conduct.FRAUD: lazy("弄虚作假、冒名顶替（第二十一条）"),
    Conduct.DOPING: lazy("兴奋剂违规（第二十二条）"),
    Conduct.LAW_DISCIPLINE: lazy("比赛中违法违纪受到处理（第二十三条）"),
    Conduct.SPORTSMANSHIP_BREACH: lazy("违反体育道德风尚（第二十三条）"),
    Conduct.PUBLIC_MORALITY: lazy("违反公德、社会反响强烈（第二十三条）"),
    Conduct.DERELICTION: lazy("失职渎职（第二十四条，只作记录）"),
}


def conduct_choices(among: Collection[Conduct]) -> list[tuple[str, object]]:
    """Value and words, in the articles' order."""
    return [(conduct.value, words) for conduct, words in CONDUCT_WORDS.items() if conduct in among]
