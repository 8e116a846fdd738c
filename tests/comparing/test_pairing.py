"""Which targets are one: a wrong pair is worse than none."""

import pytest

from .documents import announcement, compared, rows_of, sure_pairs

APART = [
    ("更新供热管网。更新改造供热管网40公里。", "更新燃气管网。更新改造燃气管网40公里。"),
    ("修路。新改建农村公路500公里。", "修路。实施农村公路安防工程500公里。"),
    ("修路。新改建农村公路500公里。", "修路。改造城市道路500公里。"),
    ("关爱老人。为3000户特殊困难老年人家庭实施适老化改造。", "关爱残疾人。为3000户困难重度残疾人家庭实施无障碍改造。"),
    ("关爱老人。为3000名老年人免费体检。", "关爱老人。为3000名老年人配备智能手环。"),
    ("办好教育。新建公办幼儿园12所。", "办好教育。新建公办小学12所。"),
    ("办好教育。新增公办学位1200个。", "办好教育。新增普惠托位1200个。"),
    ("办好教育。新建公办幼儿园12所。", "办好教育。改造公办幼儿园12所。"),
    ("稳定就业。帮助就业困难人员就业2万人。", "稳定就业。失业人员再就业2万人。"),
    ("稳定就业。开展职业技能培训2万人次。", "稳定就业。举办专场招聘会2万人次。"),
    ("护齿。为9600名儿童免费提供窝沟封闭服务。", "护齿。为9600名儿童免费提供口腔涂氟服务。"),
    ("清洁取暖。完成煤改电9000户。", "清洁取暖。完成煤改气9000户。"),
    ("住房。筹集保障性租赁住房900套。", "住房。筹集公租房900套。"),
    ("文化。开展文化下乡演出600场。", "文化。举办惠民招聘会600场。"),
    ("文化。各县市每月举办招聘会1场。", "文化。全年举办招聘会1场。"),
    ("文化。每个乡镇配送演出6场。", "文化。全年组织文艺团队演出6场。"),
    ("修路。改造危桥18座。", "修路。改造公厕18座。"),
]


@pytest.mark.parametrize(("before", "after"), APART)
def test_the_same_number_and_unit_of_another_thing_is_never_a_sure_pair(before, after):
    assert sure_pairs(announcement(before, year=2030), announcement(after, year=2031)) == set()
    assert sure_pairs(announcement(after), announcement(before, place="澄川州")) == set()


ONE = [
    ("修路。新改建农村公路500公里。", "修路。新改建农村公路730公里。"),
    ("修路。实施农村公路安防工程500公里。", "修路。实施农村公路安全生命防护工程730公里。"),
    ("修路。改造危桥18座。", "修路。完成危桥改造30座。"),
    ("养老。新建社区老年人助餐点18个。", "养老。新建社区老年人助餐服务点30处。"),
    ("关爱残疾人。为920户困难重度残疾人家庭实施无障碍改造。", "关爱残疾人。对1085户困难重度残疾人家庭进行无障碍改造。"),
    ("就业。城镇新增就业不少于4万人。", "就业。实现城镇新增就业4.5万人以上。"),
    ("供水。实施农村饮水工程维修养护18处。", "供水。实施农村供水工程维修养护30处。"),
    ("住房。筹集保障性租赁住房900套。", "住房。筹集保障性租赁住房1200套。"),
]


@pytest.mark.parametrize(("before", "after"), ONE)
def test_another_number_of_the_same_thing_is_a_sure_pair(before, after):
    assert len(sure_pairs(announcement(before, year=2030), announcement(after, year=2031))) == 1


def test_the_same_thing_in_another_unit_is_listed_as_unsure():
    homes = "关爱残疾人。为{}困难重度残疾人家庭实施无障碍改造。"
    before, after = announcement(homes.format("920户"), year=2030), announcement(homes.format("860名"), year=2031)
    assert rows_of(before, after) == [("unsure", "920户", "860名")]


def test_a_target_for_one_place_beside_one_for_all_is_unsure():
    before = announcement("修路。新改建农村公路500公里。", place="澄川州", year=2030)
    after = announcement("修路。在东河县新改建农村公路500公里。", place="澄川州", year=2031)
    assert rows_of(before, after) == [("unsure", "500公里", "500公里")]


def test_two_candidates_that_are_equally_like_make_neither_sure():
    before = announcement("修路。新改建农村公路500公里。", year=2030)
    after = announcement("修路。新改建农村公路300公里。", "通村。新改建农村公路200公里。", year=2031)
    assert sure_pairs(before, after) == set()


def test_a_target_stands_in_one_row_only_and_every_target_in_one():
    texts = [announcement(*(text for pair in pairs for text in pair), year=year)
             for year, pairs in ((2030, APART[:5]), (2031, APART[3:8]))]  # fmt: skip
    [pair] = compared(*texts).pairs
    firsts = [row.first.at for row in pair.rows if row.first]
    seconds = [row.second.at for row in pair.rows if row.second]
    assert len(set(firsts)) == len(firsts)
    assert len(set(seconds)) == len(seconds)


def test_every_quote_is_the_texts_own_and_every_confidence_a_share():
    texts = announcement(*(before for before, _ in ONE), year=2030), announcement(*(after for _, after in ONE))
    [pair] = compared(*texts).pairs
    for row in pair.rows:
        assert 0 <= row.confidence <= 1
        for side, text in zip((row.first, row.second), texts, strict=True):
            assert side is None or side.quantity.span.of(text) == side.quantity.quote
