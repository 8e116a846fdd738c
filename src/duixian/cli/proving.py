"""Compares the bytes of every source, paper of a claim and piece of evidence with the hash they were stored under."""

from duixian.ledgers.models import Attachment, Evidence
from duixian.registers import store
from duixian.registers.models import Source


def wrong_sources() -> list[str]:
    """A line for each file whose bytes are gone or are not what came in."""
    sources = (("来源", *row) for row in Source.objects.values_list("name", "sha256"))
    papers = (("申请材料", *row) for row in Attachment.objects.values_list("name", "sha256"))
    evidence = (("凭据", *row) for row in Evidence.objects.values_list("name", "sha256"))
    return [line for kind, name, sha256 in (*sources, *papers, *evidence) for line in _wrong(f"{kind}“{name}”", sha256)]


def _wrong(file: str, sha256: str) -> list[str]:
    try:
        store.fetch(sha256)
    except FileNotFoundError:
        return [f"{file}的文件不在了（{sha256[:12]}…）"]
    except ValueError:
        return [f"{file}的字节与入库时不同（{sha256[:12]}…）"]
    return []
