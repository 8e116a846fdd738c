"""Web pages: the document without the portal round it."""

import pytest

from duixian.texts import TextKind, open_text

PORTAL = """<?xml version="1.0" encoding="{charset}"?>
<!-- 页面 --><!DOCTYPE html><html><head><meta charset="{charset}"><title>某州民生实事方案_某州人民政府网</title>
<style>p {{ color: red }}</style></head><body>
<div class="nav"><ul><li><a href="/">首页</a></li>
<li><a href="/zw">政务公开</a></li><li><a href="/hd">互动交流</a></li></ul></div>
<div class="content"><h1>某州2031年民生实事工作方案</h1><div class="article"><p>某政办发〔2031〕8号</p>
<p>各县市人民政府，州直各部门：</p><p>　　一、稳定就业</p>
<p>　　新增城镇就业5万人，<strong>不少于</strong>4000个公益性岗位，组织技能培训3.2万人次。<br>完成时限：2031年12月底</p>
<table><tr><th>序号</th><th>任务</th><th>单位</th></tr><tr><td>1</td><td><p>改造小区</p><p>30个</p></td><td>住建局</td></tr></table>
<p>请按下列步骤推进，并于每月二十五日前将进展情况报送州人民政府督查室汇总：</p>
<ol><li>三月底前完成摸底调查并建立台账</li><li>十月底前完成全部改造任务</li></ol>
<p>某州人民政府办公室</p><p>2031年3月1日</p></div></div>
<div class="footer">版权所有：某州人民政府 网站标识码：0000000001</div>
<script>var secret = "脚本";</script></body></html>"""
WANTED = """某州2031年民生实事工作方案
某政办发〔2031〕8号
各县市人民政府，州直各部门：
一、稳定就业
新增城镇就业5万人，不少于4000个公益性岗位，组织技能培训3.2万人次。
完成时限：2031年12月底
序号\t任务\t单位
1\t改造小区 30个\t住建局
请按下列步骤推进，并于每月二十五日前将进展情况报送州人民政府督查室汇总：
1.三月底前完成摸底调查并建立台账
2.十月底前完成全部改造任务
某州人民政府办公室
2031年3月1日"""


@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
def test_a_portal_page_gives_its_document_paragraph_by_paragraph(charset):
    read = open_text(PORTAL.format(charset=charset).encode(charset), name="page.txt")
    assert (read.text, read.kind, read.encoding) == (WANTED, TextKind.HTML, charset)


def test_a_page_without_a_main_text_gives_all_it_says():
    read = open_text("<html><body><div>甲</div><div>乙<script>丙</script></div></body></html>".encode(), name="a")
    assert read.text == "甲\n乙"


def test_a_piece_of_a_page_is_read_as_one_where_the_file_is_called_so():
    piece = '<div class="a"><p>新增就业5万人</p><p>改造小区30个</p></div>'
    assert open_text(piece.encode(), name="方案.HTM").text == "新增就业5万人\n改造小区30个"
    assert open_text(piece.encode(), name="方案.txt").text == piece


def test_a_text_that_speaks_of_html_is_plain_text():
    text = "请勿上传 <html> 网页\n"
    assert open_text(text.encode(), name="a.html").text == text
