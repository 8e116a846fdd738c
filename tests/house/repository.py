"""The repository as the house tests see it: its modules, functions and texts, read and never imported."""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src" / "duixian"
TESTS = ROOT / "tests"
FOLDERS = ("src", "tests", "benchmarks", "docs", "examples", "requirements", ".ci")
TEXT_SUFFIXES = {"", ".css", ".csv", ".html", ".js", ".json", ".md", ".po", ".py", ".svg", ".toml", ".txt", ".yaml"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One Python file; ``name`` is its path from the repository's root."""

    path: Path
    tree: ast.Module

    @property
    def name(self) -> str:
        return self.path.relative_to(ROOT).as_posix()

    @property
    def lines(self) -> int:
        return len(self.path.read_text(encoding="utf-8").splitlines())

    @property
    def functions(self) -> Iterator[Function]:
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))

    @property
    def classes(self) -> Iterator[ast.ClassDef]:
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.ClassDef))


def read_module(path: Path) -> Module:
    return Module(path, ast.parse(path.read_text(encoding="utf-8"), filename=str(path)))


@cache
def modules(folder: Path = SRC) -> tuple[Module, ...]:
    """Every module under the folder, migrations aside: Django writes most of those."""
    return tuple(read_module(path) for path in sorted(folder.rglob("*.py")) if path.parent.name != "migrations")


def rooms() -> list[str]:
    return sorted(path.parent.name for path in SRC.glob("*/__init__.py"))


def length_of(function: Function) -> int:
    """Lines from ``def`` to the last, docstring included, decorators not."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


@cache
def texts() -> dict[str, str]:
    """Every text file that belongs to the repository, by its path from the root."""
    found = [path for path in ROOT.iterdir() if path.is_file() and path.name != ".git"]
    for folder in FOLDERS:
        found += [path for path in (ROOT / folder).rglob("*") if path.is_file() and _belongs(path)]
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8", errors="replace")
        for path in sorted(found)
        if path.suffix in TEXT_SUFFIXES
    }


def _belongs(path: Path) -> bool:
    return not any(part == "__pycache__" or part.endswith(".egg-info") for part in path.parts)


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def assert_none(offenders: Iterable[object]) -> None:
    """Fails with every offender on a line of its own, where pytest would cut the list short."""
    listed = "\n".join(str(offender) for offender in offenders)
    assert not listed, listed


def table_rows(markdown: str) -> Iterator[list[str]]:
    """The cells of each table row, headings and rules left out."""
    header = True
    for line in markdown.splitlines():
        if not line.startswith("|"):
            header = True
        elif header:
            header = False
        elif not re.fullmatch(r"[|\s:-]+", line):
            yield [cell.strip() for cell in line.strip("|").split("|")]
