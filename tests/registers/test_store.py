import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from duixian.registers import store


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(data=st.binary(max_size=2000))
def test_what_is_kept_is_fetched_byte_for_byte(data):
    assert store.fetch(store.keep(data)) == data


def test_keeping_twice_keeps_one_file_and_leaves_no_scraps():
    sha256 = store.keep(b"abc")
    assert store.keep(b"abc") == sha256
    assert [path.name for path in store.path_of(sha256).parent.iterdir()] == [sha256]


def test_bytes_that_changed_on_the_disk_are_not_handed_out():
    sha256 = store.keep(b"abc")
    store.path_of(sha256).write_bytes(b"abd")
    with pytest.raises(ValueError, match="have changed"):
        store.fetch(sha256)


def test_what_was_never_kept_is_not_found():
    with pytest.raises(FileNotFoundError):
        store.fetch("0" * 64)
