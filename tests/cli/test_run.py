"""The first start of a site, as a newcomer does it: in a process and a folder of its own."""

import os
import socket
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

PLAN = """云头州2026年民生实事工作方案
一、修建农村公路
新建农村公路120公里，改造危桥6座。
牵头单位：州交通运输局
完成时限：2026年11月30日

云头州人民政府
2026年1月8日
"""


@pytest.fixture
def duixian(tmp_path):
    """Runs ``duixian ARGUMENTS`` on a site in the test's own folder."""
    environ = {**os.environ, "DUIXIAN_VAR": str(tmp_path / "var"), "PYTHONIOENCODING": "utf-8"}
    environ.pop("DUIXIAN_DATABASE", None)

    def run(*arguments: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "duixian.cli", *map(str, arguments)]
        return subprocess.run(command, env=environ, cwd=tmp_path, capture_output=True, text=True, check=False)

    return run


def count(tmp_path: Path, table: str) -> int:
    with sqlite3.connect(tmp_path / "var" / "duixian.sqlite3") as database:
        return int(database.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def test_the_example_is_read_adopted_reported_and_kept_on_the_next_start(duixian, tmp_path):
    first = duixian("run", "--set-up-only")
    assert first.returncode == 0, first.stderr
    assert all(word in first.stdout for word in ("10 件实事", "督查室", "填报人", "先看"))
    posted = count(tmp_path, "ledgers_posting")
    assert posted > 100
    again = duixian("run", "--set-up-only")
    assert again.returncode == 0, again.stderr
    assert count(tmp_path, "ledgers_posting") == posted
    assert "全部相符" in duixian("verify").stdout


def test_passwords_lie_where_only_the_owner_reads_them_and_differ_from_site_to_site(duixian, tmp_path):
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
    assert duixian("run", "--set-up-only", "plan.txt").returncode == 0
    for name in ("sign-in.txt", "secret-key"):
        assert stat.S_IMODE((tmp_path / "var" / name).stat().st_mode) == 0o600
    lines = (tmp_path / "var" / "sign-in.txt").read_text(encoding="utf-8").splitlines()
    assert len({line.split("\t")[2] for line in lines}) == len(lines) == 4


def test_own_documents_start_with_an_empty_progress(duixian, tmp_path):
    (tmp_path / "plan.txt").write_text(PLAN, encoding="gb18030")
    done = duixian("run", "--set-up-only", "plan.txt")
    assert done.returncode == 0, done.stderr
    assert "采纳 1 份：1 件实事、2 项指标" in done.stdout
    assert count(tmp_path, "ledgers_posting") == 0


def test_a_bad_file_among_good_ones_is_told_of_and_the_others_are_taken_in(duixian, tmp_path):
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "huge.txt").write_bytes(b"0" * 50_000_000)
    done = duixian("run", "--set-up-only", "plan.txt", "empty.txt", "huge.txt", "absent.txt")
    assert done.returncode == 1
    told = done.stderr.splitlines()
    assert len([line for line in told if any(name in line for name in ("empty.txt", "huge.txt", "absent.txt"))]) == 3
    assert "Traceback" not in done.stderr
    assert "1 件实事" in done.stdout


def test_where_no_file_can_be_read_nothing_is_founded_and_the_next_start_is_a_first_one(duixian, tmp_path):
    (tmp_path / "noise.bin").write_bytes(bytes(range(256)) * 20)
    failed = duixian("run", "--set-up-only", "noise.bin")
    assert failed.returncode == 1
    assert "没有一个文件能读" in failed.stderr
    assert count(tmp_path, "registers_account") == 0
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
    assert duixian("run", "--set-up-only", "plan.txt").returncode == 0


def test_a_port_that_is_taken_is_told_of_before_anything_is_done(duixian, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        failed = duixian("run", "--port", port)
    assert failed.returncode == 1
    assert f"端口 {port} 已被占用" in failed.stderr
    assert not (tmp_path / "var" / "duixian.sqlite3").exists()


def test_verify_names_what_was_changed_behind_the_ledgers_back(duixian, tmp_path):
    duixian("run", "--set-up-only")
    with sqlite3.connect(tmp_path / "var" / "duixian.sqlite3") as database:
        database.execute("UPDATE ledgers_balance SET value = value + 1 WHERE id = 1")
        (sha256,) = database.execute("SELECT sha256 FROM registers_source").fetchone()
    (tmp_path / "var" / "sources" / sha256[:2] / sha256).write_bytes(b"other")
    found = duixian("verify")
    assert found.returncode == 1
    assert "余额记的是" in found.stdout
    assert "字节与入库时不同" in found.stdout
    assert "共 2 处不符" in found.stdout
