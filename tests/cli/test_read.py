"""``duixian read`` as it is called: files in, one answer out, and an exit code that tells the truth."""

import io
import json
import os
import subprocess
import sys
from importlib.util import find_spec
from types import SimpleNamespace

import pytest

from duixian.cli import files
from duixian.cli.main import VERBS, main

PLAN = """岚州人民政府办公室关于印发2031年民生实事工作方案的通知
岚政办发〔2031〕8号
各县市人民政府：
一、稳定就业
新增城镇就业5万人，改造老旧小区30个。
岚州人民政府办公室
2031年3月1日
"""


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "方案.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_json_of_one_file_is_one_object_whose_spans_count_the_text_of_the_file(plan, capsysbinary):
    assert main(["read", str(plan), "--format", "json"]) == 0
    found = json.loads(capsysbinary.readouterr().out)
    assert found["source"] == "方案.txt"
    text = plan.read_text(encoding="utf-8")
    quantities = [one for document in found["documents"] for one in document["quantities"]]
    assert "5万人" in [one["quote"] for one in quantities]
    assert all(text[one["span"][0] : one["span"][1]] == one["quote"] for one in quantities)


def test_json_of_several_files_is_a_list_even_when_one_cannot_be_read(plan, tmp_path, capfdbinary):
    assert main(["read", str(tmp_path / "没有.txt"), str(plan), "--format", "json"]) == 1
    shown = capfdbinary.readouterr()
    assert [one["source"] for one in json.loads(shown.out)] == ["方案.txt"]
    assert "找不到。请核对文件名和路径。" in shown.err.decode()
    assert "Traceback" not in shown.err.decode()


def test_a_table_is_plain_where_it_is_piped(plan, capsys):
    assert main(["read", str(plan)]) == 0
    shown = capsys.readouterr().out
    assert "5万人" in shown
    assert "共 1 份公文" in shown
    assert "\x1b" not in shown


def test_a_bad_file_among_good_ones_is_told_and_the_others_are_read(plan, tmp_path, capsys):
    bad = tmp_path / "空.txt"
    bad.write_bytes(b"")
    assert main(["read", str(bad), str(plan)]) == 1
    shown = capsys.readouterr()
    assert shown.err == "“空.txt”是空的，里面没有文字。请确认选对了文件，或重新导出后再试。\n"
    assert "5万人" in shown.out


def test_only_a_bad_file_leaves_nothing_on_standard_output(tmp_path, capsysbinary):
    assert main(["read", str(tmp_path / "没有.txt"), "--format", "json"]) == 1
    assert capsysbinary.readouterr().out == b""


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["read"], "缺少参数：文件"),
        (["read", "a.txt", "--format", "xml"], "--format 不能是“xml”"),
        (["read", "a.txt", "--out"], "--out 后面缺少内容"),
        (["read", "a.txt", "--bogus"], "不认识的参数：--bogus"),
        (["bogus"], "不能是“bogus”"),
    ],
)
def test_a_wrong_call_is_told_in_chinese_and_leaves_with_two(arguments, told, capsys):
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    assert told in capsys.readouterr().err


def test_without_a_verb_the_verbs_are_listed(capsys):
    assert main([]) == 2
    assert "读公文" in capsys.readouterr().out


def test_help_speaks_chinese(capsys):
    with pytest.raises(SystemExit) as left:
        main(["read", "--help"])
    assert left.value.code == 0
    shown = capsys.readouterr().out
    assert all(word in shown for word in ("用法：", "参数：", "选项：", "标准输入"))
    assert "usage" not in shown


def test_standard_input_is_read(monkeypatch, capsysbinary):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(PLAN.encode("gb18030"))))
    assert main(["read", "-", "--format", "json"]) == 0
    assert json.loads(capsysbinary.readouterr().out)["source"] == "标准输入"


@pytest.mark.parametrize(("form", "begins"), [("json", "{"), ("html", "<!DOCTYPE html>"), ("table", "岚州")])
def test_out_writes_the_file_whole_and_nothing_to_the_screen(plan, tmp_path, capsysbinary, form, begins):
    out = tmp_path / f"结果.{form}"
    assert main(["read", str(plan), "--format", form, "--out", str(out)]) == 0
    assert out.read_text(encoding="utf-8").startswith(begins)
    assert capsysbinary.readouterr().out == b""
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([plan.name, out.name])


def test_out_into_a_missing_folder_is_refused(plan, tmp_path, capsys):
    assert main(["read", str(plan), "--out", str(tmp_path / "没有" / "a.txt")]) == 1
    assert "写不进" in capsys.readouterr().err


def test_out_never_overwrites_what_is_read(plan, capsys):
    assert main(["read", str(plan), "--out", str(plan)]) == 2
    assert "会把它覆盖掉" in capsys.readouterr().err
    assert plan.read_text(encoding="utf-8") == PLAN


def test_a_fault_of_the_program_is_told_without_a_stack_trace_and_the_others_are_read(plan, monkeypatch, capsys):
    sound = files.read
    monkeypatch.setattr(files, "read", lambda text, *, name: 1 / 0 if name == "方案.txt" else sound(text, name=name))
    other = plan.with_name("公告.txt")
    other.write_text(PLAN, encoding="utf-8")
    assert main(["read", str(plan), str(other)]) == 1
    shown = capsys.readouterr()
    assert "这是程序的缺陷" in shown.err
    assert "Traceback" not in shown.err
    assert "5万人" in shown.out


def run(code: str, *arguments: str, **more) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, timeout=60, check=False, **more
    )


def test_reading_starts_without_django(plan):
    code = (
        "import sys; sys.modules['django'] = None\n"
        "from duixian.cli.main import main\n"
        "codes = [main(['read', sys.argv[1], '--format', form]) for form in ('table', 'json', 'html')]\n"
        "sys.exit(any(codes) or any(name.startswith('django.') for name in sys.modules))"
    )
    done = run(code, str(plan))
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("form", ["table", "json", "html"])
def test_a_reader_that_goes_away_is_no_fault(plan, form):
    code = "import sys; from duixian.cli.main import main; sys.exit(main())"
    gone, out = os.pipe()
    os.close(gone)
    call = [sys.executable, "-c", code, "read", "--format", form, str(plan)]
    done = subprocess.run(call, stdout=out, stderr=subprocess.PIPE, timeout=60, check=False)
    os.close(out)
    assert (done.returncode, done.stderr) == (1, b"")


def test_every_verb_has_its_module():
    assert [verb.module for verb in VERBS.values() if find_spec(verb.module) is None] == []
