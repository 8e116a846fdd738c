import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from .repository import assert_none, text, texts

PROJECT = tomllib.loads(text("pyproject.toml"))["project"]
# Written in parts, for this file is searched too.
HOSTS = [".".join(parts) for parts in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmmirror", "com"),
                                       ("tsinghua", "edu"), ("aliyun", "com"), ("ustc", "edu"))]  # fmt: skip


def locked(name):
    """Version and number of hashes by package."""
    found = {}
    for entry in re.split(r"\n(?=\S)", text(f"requirements/{name}.txt")):
        match = re.match(r"([\w.-]+)==(\S+)", entry)
        assert match, f"not a pinned package: {entry[:60]!r}"
        found[canonicalize_name(match[1])] = (match[2], len(re.findall(r"--hash=sha256:[0-9a-f]{64}\b", entry)))
    return found


RUN, TEST = locked("run"), locked("test")


@pytest.mark.parametrize("name", ["run", "test", "installer", "peers", "fuzz"])
def test_every_locked_package_has_its_hashes(name):
    assert_none([package for package, (_, hashes) in locked(name).items() if not hashes])


@pytest.mark.parametrize("line", PROJECT["dependencies"])
def test_what_the_project_needs_is_locked_at_a_version_it_allows(line):
    wanted = Requirement(line)
    version, _ = RUN[canonicalize_name(wanted.name)]
    assert version in wanted.specifier


@pytest.mark.parametrize("line", PROJECT["optional-dependencies"]["test"])
def test_what_the_tests_need_is_locked_at_a_version_they_allow(line):
    wanted = Requirement(line)
    version, _ = TEST[canonicalize_name(wanted.name)]
    assert version in wanted.specifier


def test_tests_run_with_the_very_packages_the_site_runs_with():
    assert {name: TEST.get(name) for name in RUN} == RUN


def test_the_locks_say_where_nothing_comes_from():
    for name in ("run", "test", "installer", "peers", "fuzz"):
        assert not re.search(r"://|--(?:extra-)?index|--find-links", text(f"requirements/{name}.txt")), name


def test_the_repository_names_no_package_host():
    assert_none([(name, host) for name, content in texts().items() for host in HOSTS if host in content])
