"""Where a site keeps its data: the folder, the secret it signs with, the database."""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit


def var_folder(environ: Mapping[str, str]) -> Path:
    """The folder of the site's data: ``DUIXIAN_VAR``, else ``var`` where the command is run. Made if absent."""
    folder = Path(environ.get("DUIXIAN_VAR") or "var").resolve()
    folder.mkdir(parents=True, exist_ok=True, mode=0o750)
    return folder


def secret_key(folder: Path, environ: Mapping[str, str]) -> str:
    """``DUIXIAN_SECRET_KEY``, else the key made for this site on its first start, readable by its owner alone."""
    if given := environ.get("DUIXIAN_SECRET_KEY"):
        return given
    path = folder / "secret-key"
    try:
        # O_EXCL: of two processes that start at once one writes, the other reads.
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii")
    key = secrets.token_urlsafe(64)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(key)
    return key


def schemes_file(folder: Path, environ: Mapping[str, str]) -> Path | None:
    """The site's own schemes: the file ``DUIXIAN_SCHEMES`` names, else ``schemes.yaml`` in its folder, else None."""
    if given := environ.get("DUIXIAN_SCHEMES"):
        return Path(given)
    path = folder / "schemes.yaml"
    return path if path.exists() else None


def databases(folder: Path, environ: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """Django's DATABASES: SQLite in the site's folder, or the PostgreSQL that ``DUIXIAN_DATABASE`` names.

    Shape: ``postgresql://user:password@host:port/name``; a ``host`` that begins with %2F is a socket's folder.
    """
    given = environ.get("DUIXIAN_DATABASE")
    return {"default": _postgresql(given) if given else _sqlite(folder)}


def _sqlite(folder: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": folder / "duixian.sqlite3",
        "OPTIONS": {
            # IMMEDIATE takes the write lock when a transaction begins: two writers queue instead of failing midway.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        },
    }


def _postgresql(address: str) -> dict[str, Any]:
    parts = urlsplit(address)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
    }
