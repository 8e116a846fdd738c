"""The schemes this site judges by: its own file where it has one, else those that come with Duixian."""

import datetime as dt
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from duixian.pace import Code, Look, Schemes, read_schemes, shipped_schemes


def site_schemes() -> Schemes:
    """The schemes in force here. A changed file counts from the next question on.

    Errors: DataFileError, with line and cure, for a file that cannot be used; OSError where it cannot be read.
    """
    path = Path(settings.SCHEMES) if settings.SCHEMES else None
    if path is None:
        return shipped_schemes()
    return _read(path, path.stat().st_mtime_ns)


def look_of(code: Code, *, day: dt.date) -> Look:
    """How the site shows a light on that day: its word, a msgid, its shape and its colour."""
    looks = site_schemes().looks_on(day)
    return looks.looks[looks.shown(code)]


@lru_cache(maxsize=1)
def _read(path: Path, _changed: int) -> Schemes:
    return read_schemes(path.read_text(encoding="utf-8"), file=str(path))
