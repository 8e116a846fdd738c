"""``duixian run``: sets up the site on its first start, then serves it."""

import argparse
import sys
from pathlib import Path

from duixian.cli.serving import HOST, port_is_free, serve, start_django


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own arguments."""
    parser.add_argument("files", nargs="*", type=Path, metavar="文件", help="用自己的公文开始，进度为空；不写则用示例")
    parser.add_argument("--port", type=int, default=8000, help="网页端口（默认 8000）")
    parser.add_argument("--set-up-only", action="store_true", help="只建站和装载，不启动网页")


def run(args: argparse.Namespace) -> int:
    """Sets up what is not there yet, says how to sign in, and serves."""
    if not args.set_up_only and not port_is_free(args.port):
        sys.stderr.write(f"端口 {args.port} 已被占用。换一个再试：PORT={args.port + 1} make run\n")
        return 1
    start_django()
    from duixian.cli.first_light import is_founded, set_up, summary  # noqa: PLC0415 -- needs Django

    problems = set_up(args.files)
    sys.stderr.writelines(f"{line}\n" for line in problems)
    if not is_founded():
        return 1
    sys.stdout.write(summary(f"http://{HOST}:{args.port}"))
    sys.stdout.flush()
    if args.set_up_only:
        return 1 if problems else 0
    serve(args.port)
    return 0
