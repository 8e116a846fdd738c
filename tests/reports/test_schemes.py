import os
from importlib import resources

import pytest

from duixian.config.store import schemes_file
from duixian.pace import shipped_schemes
from duixian.reports.schemes import site_schemes

SHIPPED = resources.files("duixian.pace").joinpath("schemes.yaml").read_text(encoding="utf-8")


@pytest.fixture
def own(settings, tmp_path):
    path = tmp_path / "schemes.yaml"
    path.write_text(SHIPPED.replace("word: 滞后", "word: 黄灯"), encoding="utf-8")
    settings.SCHEMES = path
    return path


def test_without_a_file_of_its_own_a_site_judges_by_what_comes_with_duixian(settings):
    settings.SCHEMES = None
    assert site_schemes() is shipped_schemes()


def test_a_site_s_own_words_are_shown(own):
    words = {look.word for look in site_schemes().looks[0].looks.values()}
    assert "黄灯" in words
    assert "滞后" not in words


def test_a_changed_file_counts_from_the_next_question_on(own):
    site_schemes()
    own.write_text(SHIPPED.replace("word: 滞后", "word: 橙灯"), encoding="utf-8")
    os.utime(own, ns=(1, 1))
    assert "橙灯" in {look.word for look in site_schemes().looks[0].looks.values()}


def test_the_environment_s_file_goes_before_the_one_in_the_site_s_folder(tmp_path):
    assert schemes_file(tmp_path, {}) is None
    (tmp_path / "schemes.yaml").write_text(SHIPPED, encoding="utf-8")
    assert schemes_file(tmp_path, {}) == tmp_path / "schemes.yaml"
    given = tmp_path / "other.yaml"
    assert schemes_file(tmp_path, {"DUIXIAN_SCHEMES": str(given)}) == given
