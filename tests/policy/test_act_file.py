import datetime as dt
import re
from importlib import resources

import pytest
import yaml

from duixian.policy.acts.sports_awards import SHAPE, second_act, shipped_act
from duixian.policy.engine.act import NoSuchTableError
from duixian.policy.engine.act_file import read_act
from duixian.policy.engine.answers import DatedWord, Known, Missing, NotInForce, Unknown, Zero
from duixian.units.yaml_nodes import DataFileError

from . import wages

YELLOW = "      - {level: 黄, value: 15, from: 2025-01-01, to: 2025-06-30, article: 第二条（一）}\n"
DAY = dt.date(2025, 6, 1)


def fault(old, new):
    """What is said of the wage act with one thing changed: line and message."""
    text = wages.TEXT.replace(old, new, 1)
    assert text != wages.TEXT
    with pytest.raises(DataFileError) as refused:
        wages.act(text)
    assert str(refused.value).startswith(f"wages.yaml 第 {refused.value.line} 行：")
    return refused.value.line, f"{refused.value.found} {refused.value.cure}"


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("value: 15", "value: 十五", 12, "不是数"),
        ("value: 15", "value: 1,500", 12, "不认识“500”"),
        ("value: 15", "value: -1", 12, "不是数"),
        ("value: 15", "value: 1e3", 12, "不是数"),
        ("value: 15", "value: .inf", 12, "不是数"),
        ("value: 15", "value: 1.5", 12, "请写整数"),
        ("value: 15", "value: ''", 12, "请填写文字"),
        ("value: 15, ", "", 12, "缺少“value”"),
        ("value: 15", "value: 15, value: 16", 12, "写了两次"),
        ("value: 15", "vaule: 15", 12, "不认识“vaule”"),
        ("to: 2025-06-30", "to: 2025-02-30", 12, "没有 2025-02-30 这一天"),
        ("to: 2025-06-30", "to: 2024-12-31", 12, "早于 from"),
        ("to: 2025-06-30", "to: 6月底", 12, "不是日期"),
        ("to: 2025-06-30", "to: 2025-07-01", 13, "另一个在第 12 行"),
        (YELLOW, YELLOW + YELLOW, 13, "另一个在第 12 行"),
        ("article: 第二条（二）", "article: 第九条", 14, "articles 里没有“第九条”"),
        ("article: 第二条（二）", "article: 二（二）", 14, "articles 里没有"),
        ("article: 第二条（二）", "article: 第一条", 14, "effect 是 none"),
        ("unit: 天", "unit: 元", 9, "这张表的单位是“天”"),
        ("keys: [level]", "keys: [colour]", 10, "应写 [level]"),
        ("effect: condition", "effect: maybe", 4, "可以写：award、condition、none"),
        ("article: 第三条, effect", "article: 第二条, effect", 5, "写了两次"),
        ("article: 第三条, effect", "article: 三, effect", 5, "不是条"),
        ("from: 2025-01-01}\narticles", "from: 2025-13-01}\narticles", 1, "没有 2025-13-01"),
        ("  deposit_share:", "  deposits:", 15, "不认识“deposits”"),
        ("word: 房建", "word: 采矿", 28, "规则认得的有：房建、水利、绿化"),
        ("words:", "wrods:", 23, "不认识“wrods”"),
        ("articles:\n", "articles: x\nmore:\n", 3, "more"),
    ],
)
def test_a_wrong_act_file_is_refused_with_line_and_cure(old, new, line, said):
    where, told = fault(old, new)
    assert said in told
    assert where == line


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "文件是空的"),
        ("- 1", "名称: 内容"),
        ("act: [", "不是 YAML"),
        ("act:\n\t- x", "不是 YAML"),
        ("a: &a [*a]", "不认识“a”"),
        ("x" * 2_000_001, "太大"),
        ("[" * 5000, "不是 YAML"),
    ],
)
def test_what_is_no_act_file_is_refused_too(text, said):
    with pytest.raises(DataFileError, match=re.escape(said)):
        read_act(text, file="x.yaml", shape=wages.SHAPE)


def test_a_table_that_the_rules_need_cannot_be_left_out():
    whole = yaml.safe_load(wages.TEXT)
    del whole["words"]
    with pytest.raises(DataFileError, match="缺少“trade”表"):
        wages.act(yaml.safe_dump(whole, allow_unicode=True))


def test_a_decimal_is_read_as_it_is_written():
    answer = wages.act().value("deposit_share", "水利", day=DAY)
    assert str(answer.row.value) == "1.5"


def test_each_answer_is_a_type_of_its_own():
    act = wages.act()
    ask = act.value
    assert isinstance(ask("deposit_share", "房建", day=DAY), Known)
    assert isinstance(ask("deposit_share", "绿化", day=DAY), Zero)
    assert ask("deposit_share", None, day=DAY) == Missing("deposit_share", "trade")
    assert ask("deposit_share", "采矿", day=DAY) == Unknown("deposit_share", ("采矿",))
    assert isinstance(ask("deposit_share", "水利", day=dt.date(2025, 2, 28)), NotInForce)
    assert isinstance(act.word("trade", "房屋建筑", day=DAY), DatedWord)


@pytest.mark.parametrize(("ask", "table"), [("value", "trade"), ("word", "deposit_share"), ("value", "wages")])
def test_a_rule_that_asks_the_wrong_table_is_a_fault_of_the_program(ask, table):
    with pytest.raises(NoSuchTableError):
        getattr(wages.act(), ask)(table, "房屋建筑" if table == "trade" else "房建", day=DAY)


def test_the_shipped_act_has_all_28_articles_and_every_row_its_source():
    act = shipped_act()
    assert len(act.articles) == 28
    rows = [row for table in act.tables.values() for entries in table.rows.values() for row in entries]
    assert {row.from_day for row in rows} == {act.from_day} == {dt.date(2023, 2, 10)}
    granted = {article.label for article in act.articles.values() if article.effect == "award"}
    assert granted <= {row.article.partition("（")[0] for row in rows} | {"第十五条"}


def test_a_figure_of_the_shipped_act_can_be_wrong_only_with_a_message():
    text = resources.files("duixian.policy.acts.sports_awards").joinpath("act.yaml").read_text(encoding="utf-8")
    assert second_act(text, file="a.yaml").tables.keys() == SHAPE.keys()
    with pytest.raises(DataFileError, match=r"a\.yaml 第 [0-9]+ 行：“20000元”不是数"):
        second_act(text.replace("value: 20000,", "value: 20000元,", 1), file="a.yaml")
