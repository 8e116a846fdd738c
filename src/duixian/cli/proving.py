"""Compares the bytes of every source with the hash they were stored under."""

from duixian.registers import store
from duixian.registers.models import Source


def wrong_sources() -> list[str]:
    """A line for each source whose bytes are gone or are not what came in."""
    return [line for name, sha256 in Source.objects.values_list("name", "sha256") for line in _wrong(name, sha256)]


def _wrong(name: str, sha256: str) -> list[str]:
    try:
        store.fetch(sha256)
    except FileNotFoundError:
        return [f"来源“{name}”的文件不在了（{sha256[:12]}…）"]
    except ValueError:
        return [f"来源“{name}”的字节与入库时不同（{sha256[:12]}…）"]
    return []
