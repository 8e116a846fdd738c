import ast
import re
from pathlib import Path
from statistics import median, quantiles

from .repository import FOLDERS, ROOT, SRC, assert_none, length_of, modules, texts

NAMES_THAT_SAY_NOTHING = {"util", "utils", "helper", "helpers", "common", "core", "misc", "stuff"}


def test_a_module_says_what_it_is():
    assert_none([module.name for module in modules() if not ast.get_docstring(module.tree)])


def test_half_of_the_functions_take_ten_lines_and_nine_in_ten_thirty():
    lengths = sorted(
        (length_of(function), f"{m.name}:{function.lineno} {function.name}")
        for m in modules()
        for function in m.functions
    )
    lines = [length for length, _ in lengths]
    longest = "\n".join(f"{length:4} {place}" for length, place in reversed(lengths[-20:]))
    assert median(lines) <= 10, f"half of the functions are longer than {median(lines)} lines; the longest:\n{longest}"
    assert quantiles(lines, n=10)[8] <= 30, f"one in ten is longer than {quantiles(lines, n=10)[8]}:\n{longest}"


def test_a_file_is_about_one_topic_in_300_lines():
    code = [module for folder in ("src", "tests", "benchmarks") for module in modules(ROOT / folder)]
    assert_none([f"{module.name}: {module.lines}" for module in code if module.lines > 300])


def test_no_room_or_file_has_a_name_that_says_nothing():
    paths = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if "__pycache__" not in path.parts]
    assert_none([str(path) for path in paths if path.stem.lower() in NAMES_THAT_SAY_NOTHING])


def test_what_is_left_to_do_names_its_issue():
    left = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X)\b(?!\(#\d+\))")
    loose = [
        f"{name}:{number}: {line.strip()}"
        for name, text in texts().items()
        if Path(name).suffix in {".py", ".html", ".css", ".js", ".yaml", ".toml", ""}
        for number, line in enumerate(text.splitlines(), 1)
        if left.search(line)
    ]
    assert_none(loose)


def test_a_migration_has_a_name_that_tells_what_it_does():
    migrations = [path.stem for path in SRC.rglob("migrations/0*.py")]
    assert_none([name for name in migrations if re.search(r"_auto_|_alter_.*_and_more$", name)])


def test_only_the_doors_ask_the_clock():
    asks = re.compile(r"\b(?:date\.today|datetime\.(?:now|today|utcnow)|timezone\.(?:now|localdate)|time\.time)\(")
    free = ("cli", "config", "office", "public", "api")
    found = [m.name for m in modules() if m.path.relative_to(SRC).parts[0] not in free]
    assert_none([name for name in found if asks.search((ROOT / name).read_text(encoding="utf-8"))])
