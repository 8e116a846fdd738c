"""Starts Django for a verb, and the web server for the site."""

import os
import socket
import sys

from duixian.units.yaml_nodes import DataFileError

HOST = "127.0.0.1"


def start_django() -> None:
    """Loads the settings and the registers; only verbs that need the database call it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "duixian.config.settings")
    import django  # noqa: PLC0415 -- reading a document starts without it

    django.setup()
    _refuse_wrong_schemes()


def _refuse_wrong_schemes() -> None:
    """Says what is wrong with the site's own file of lights, and stops: nobody is to be judged by half a file."""
    from duixian.reports.schemes import site_schemes  # noqa: PLC0415 -- needs Django

    try:
        site_schemes()
    except (DataFileError, OSError, UnicodeDecodeError) as wrong:
        sys.stderr.write(f"亮灯规则文件不能用：{wrong}\n")
        sys.exit(2)


def port_is_free(port: int) -> bool:
    """Whether nothing listens on the port now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def serve(port: int) -> None:
    """Becomes the web server; does not return."""
    # Two workers: a long upload never leaves the pages without an answer. Sync, for SQLite writes one at a time.
    options = ["--bind", f"{HOST}:{port}", "--workers", "2", "--worker-tmp-dir", _memory(), "--log-level", "warning"]
    os.execv(  # noqa: S606 -- our own interpreter, a fixed list of arguments, no shell
        sys.executable, [sys.executable, "-m", "gunicorn", "duixian.config.wsgi:application", *options]
    )


def _memory() -> str:
    """A folder for the workers' heartbeat that is not on a slow disk, where the machine has one."""
    return "/dev/shm" if os.path.isdir("/dev/shm") else "/tmp"  # noqa: S108, PTH112 -- gunicorn makes a safe file in it
