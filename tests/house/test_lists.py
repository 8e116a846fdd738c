import ast
import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from .repository import ROOT, SRC, TESTS, assert_none, modules, read_module, rooms, table_rows, text, texts

READMES = ("README.md", "README.zh-CN.md")
COMMAND = re.compile(r"PORT=\w+|DUIXIAN_\w+=\S+|SOURCES=|make [a-z]+|--format [a-z]+")
LINK = re.compile(r"\]\((?!\w+:)([^)#]+)")
PYPROJECT = tomllib.loads(text("pyproject.toml"))


def test_every_file_in_passes_is_a_pass_that_the_pipeline_lists():
    files = {path.stem for path in (SRC / "compiler" / "passes").glob("*.py")} - {"__init__"}
    pipeline = read_module(SRC / "compiler" / "pipeline.py")
    imported = {node.module for node in ast.walk(pipeline.tree) if isinstance(node, ast.ImportFrom)}
    assert_none(sorted(name for name in files if f"duixian.compiler.passes.{name}" not in imported))


def imports_finding(module):
    froms = [node for node in ast.walk(module.tree) if isinstance(node, ast.ImportFrom)]
    return any(
        name.name == "Finding"
        for node in froms
        if (node.module or "").startswith("duixian.units")
        for name in node.names
    )


def findings_made():
    """Each call of units' Finding in the code: where it stands, and its code if that is written there."""
    for module in (module for module in modules() if imports_finding(module)):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Finding":
                given = [*node.args[:1], *(key.value for key in node.keywords if key.arg == "code")]
                code = given[0].value if given and isinstance(given[0], ast.Constant) else None
                yield f"{module.name}:{node.lineno}", code


def test_a_finding_is_made_with_its_code_in_sight():
    assert_none([place for place, code in findings_made() if code is None])


def test_every_finding_code_is_explained():
    codes = {code for _, code in findings_made() if code}
    page = text("docs/findings.md")
    assert_none(sorted(code for code in codes if f"`{code}`" not in page))


def test_every_finding_code_is_tested():
    codes = {code for _, code in findings_made() if code}
    files = [path for path in TESTS.rglob("*") if path.suffix in {".py", ".yaml"} and path.parent.name != "house"]
    cases = "\n".join(path.read_text(encoding="utf-8") for path in files)
    assert_none(sorted(code for code in codes if not re.search(rf"(?<![\w-]){code}(?![\w-])", cases)))


@pytest.mark.parametrize("readme", READMES)
def test_the_map_shows_every_room(readme):
    page = text(readme)
    assert_none([room for room in rooms() if f"| [{room}/](src/duixian/{room}) |" not in page])


def test_every_room_has_its_place_in_the_order_of_imports():
    layers = " ".join(PYPROJECT["tool"]["importlinter"]["contracts"][0]["layers"])
    assert_none([room for room in rooms() if not re.search(rf"\bduixian\.{room}\b", layers)])


def test_every_link_to_a_file_leads_somewhere():
    pages = {name: content for name, content in texts().items() if name.endswith(".md")}
    links = [(page, link) for page, content in pages.items() for link in LINK.findall(content)]
    assert_none([(page, link) for page, link in links if not ((ROOT / page).parent / link).exists()])


def test_every_dependency_and_no_other_has_its_reasons_written_down():
    project = PYPROJECT["project"]
    lines = project["dependencies"] + project["optional-dependencies"]["test"]
    explained = [row[0] for row in table_rows(text("docs/decisions/0002-dependencies.md"))]
    assert sorted(map(canonicalize_name, explained)) == sorted(canonicalize_name(Requirement(x).name) for x in lines)


def test_the_two_readmes_show_the_same_commands():
    english, chinese = (COMMAND.findall(text(name)) for name in READMES)
    assert english == chinese


def test_the_outside_check_runs_make_test_and_nothing_else():
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111, ".ci/run is not executable"
    assert re.findall(r"make \w+", script.read_text(encoding="utf-8")) == ["make test"]
