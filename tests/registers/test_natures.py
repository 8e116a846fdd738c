"""What kind of quantity a figure is, by its unit and the words of its own phrase."""

import pytest

from duixian.registers.models import Counter, Nature
from duixian.registers.natures import QuantityType, check_type, type_of
from duixian.units import Refused

CASES = [
    ("个", "新建社区养老服务站", "", Nature.FLOW),
    ("%", "就业率达到", "以上", Nature.RATE),
    ("%", "应届毕业生去向落实率", "", Nature.RATE),
    ("%", "优良天数比率达到", "", Nature.RATE),
    ("%", "", "的县市至少有一所示范性托育机构", Nature.COVERAGE),
    ("%", "实现", "以上的县（市、区）建成老年大学", Nature.COVERAGE),
    ("%", "在", "的乡镇", Nature.COVERAGE),
    ("%", "至少建成一所托育机构的县市占", "", Nature.COVERAGE),
    ("%", "边远行政村", "全覆盖", Nature.COVERAGE),
    ("%", "", "的学校建成标准食堂", Nature.RATE),
    ("%", "学校食堂“明厨亮灶”", "覆盖", Nature.RATE),
    ("%", "对县级医院给予", "的补助", Nature.RATE),
    ("微克/立方米", "PM2.5平均浓度控制在", "以内", Nature.LEVEL),
    ("微克每立方米", "细颗粒物（PM2.5）浓度降至", "", Nature.LEVEL),
    ("天", "重污染天数不超过", "", Nature.LEVEL),
    ("天", "优良天数达到", "", Nature.LEVEL),
    ("天", "举办夏令营", "", Nature.FLOW),
    ("分", "群众满意度评分达到", "", Nature.LEVEL),
    ("辆", "新能源公交车保有量达到", "", Nature.STOCK),
    ("人", "在册志愿者达到", "", Nature.STOCK),
    ("张", "养老床位总数达到", "", Nature.STOCK),
    ("户", "老旧小区改造247个小区、覆盖", "居民", Nature.FLOW),
    ("人", "培训总人数", "", Nature.FLOW),
]


@pytest.mark.parametrize(("unit", "before", "after", "nature"), CASES)
def test_a_figure_has_the_nature_its_unit_and_its_phrase_give(unit, before, after, nature):
    assert type_of(unit, before=before, after=after).nature == nature


COUNTERS = [
    ("9月底前开工学校", "，年底前投用", Counter.STARTED),
    ("9月底前开工学校3所，年底前投用", "", Counter.IN_USE),
    ("年内", "主体结构封顶", Counter.STRUCTURE),
    ("年底前", "竣工", Counter.COMPLETED),
    ("新建助餐点", "并投入使用", Counter.IN_USE),
    ("新建助餐点", "", Counter.WHOLE),
    ("完成开工准备。新建", "", Counter.WHOLE),
]


@pytest.mark.parametrize(("before", "after", "counter"), COUNTERS)
def test_the_stage_that_is_counted_is_the_one_named_in_the_same_phrase(before, after, counter):
    assert type_of("所", before=before, after=after).counter == counter


def test_a_rate_has_no_stage():
    assert type_of("%", before="竣工率达到", after="").counter == Counter.WHOLE


REFUSED = [
    (QuantityType(Nature.FLOW), "%", "不能相加"),
    (QuantityType(Nature.STOCK), "‰", "不能相加"),
    (QuantityType(Nature.RATE), "个", "单位是 % 一类"),
    (QuantityType(Nature.STOCK, counting="increment"), "个", "只有累计量"),
    (QuantityType(Nature.LEVEL, counter="started"), "分", "没有开工、投用之分"),
]


@pytest.mark.parametrize(("typed", "unit", "words"), REFUSED)
def test_types_that_do_not_go_together_are_refused(typed, unit, words):
    with pytest.raises(Refused, match=words):
        check_type(typed, unit=unit)


def test_types_that_go_together_pass():
    check_type(QuantityType(Nature.FLOW, "increment", "in-use"), unit="个")
    check_type(QuantityType(Nature.COVERAGE), unit="%")
