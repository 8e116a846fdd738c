from io import BytesIO

import pytest
from docx import Document

from duixian.cli.main import main

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    """Apart from where the site keeps its own files."""
    path = tmp_path / "out"
    path.mkdir()
    return path


@pytest.mark.parametrize(("name", "begins"), [("r.docx", b"PK"), ("r.xlsx", b"PK"), ("r.pdf", b"%PDF")])
def test_the_quarter_is_written_into_the_kind_of_file_that_was_asked_for(name, begins, folder, site, adopted, capsys):
    out = folder / name
    assert main(["report", "quarter", "2026Q2", "--out", str(out)]) == 0
    assert out.read_bytes().startswith(begins)
    assert [path.name for path in folder.iterdir()] == [name]
    assert str(out) in capsys.readouterr().out


def test_the_file_is_the_same_as_the_page_gives(folder, site, adopted):
    out = folder / "r.docx"
    main(["report", "quarter", "2026Q2", "--out", str(out)])
    assert "第二季度" in "".join(line.text for line in Document(BytesIO(out.read_bytes())).paragraphs)


@pytest.mark.parametrize(
    ("quarter", "name", "code", "told"),
    [
        ("2026Q9", "r.docx", 1, "2026Q3"),
        ("2026Q4", "r.docx", 1, "还没有数可报"),
        ("2026Q2", "r.odt", 2, ".odt"),
        ("2026Q2", "nowhere/r.docx", 1, "写不了"),
    ],
)
def test_what_cannot_be_made_is_said_and_leaves_no_file(quarter, name, code, told, folder, site, adopted, capsys):
    assert main(["report", "quarter", quarter, "--out", str(folder / name)]) == code
    assert told in capsys.readouterr().err
    assert list(folder.iterdir()) == []
