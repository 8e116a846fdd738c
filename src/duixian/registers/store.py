"""Keeps the bytes of sources under their own hash: what was read can always be read again."""

import hashlib
import os
import tempfile
from pathlib import Path

from django.conf import settings


def digest(data: bytes) -> str:
    """The SHA-256 of ``data`` in hex."""
    return hashlib.sha256(data).hexdigest()


def path_of(sha256: str) -> Path:
    """Where the bytes with this hash lie."""
    return Path(settings.VAR) / "sources" / sha256[:2] / sha256


def keep(data: bytes) -> str:
    """Stores ``data`` and gives its hash. Half a file never shows: it is written aside, then renamed."""
    sha256 = digest(data)
    path = path_of(sha256)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(file.name).replace(path)
    return sha256


def fetch(sha256: str) -> bytes:
    """The bytes. Errors: FileNotFoundError; ValueError where they are no longer what was stored."""
    data = path_of(sha256).read_bytes()
    if digest(data) != sha256:
        raise ValueError(f"{path_of(sha256)}: the bytes have changed since they were stored")
    return data
