"""``duixian account``: what an administrator who cannot sign in does at the machine itself."""

import argparse
import secrets
import sys

from duixian.cli.serving import start_django

_LENGTH = 9  # bytes: twelve characters


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own arguments."""
    parser.description = "账号救急：系统管理员忘记密码、无法登录时，在服务器上重设。"
    acts = parser.add_subparsers(title="可用的动作", metavar="动作", dest="act", required=True)
    reset = acts.add_parser("reset-password", help="给一个账号一次性新密码，登录后请修改")
    reset.add_argument("username", metavar="用户名")


def run(args: argparse.Namespace) -> int:
    """Gives the account a new password and prints it once; 1 where there is no such account, or nobody to act."""
    start_django()
    from duixian.cli.password import reset_by_administrator  # noqa: PLC0415 -- needs Django
    from duixian.units import Refused  # noqa: PLC0415

    password = secrets.token_urlsafe(_LENGTH)
    try:
        account = reset_by_administrator(args.username, password=password)
    except Refused as refused:
        sys.stderr.write(f"{refused.sentence}\n")
        return 1
    sys.stdout.write(f"{account.full_name}（{account.get_role_display()}）的新密码：{password}\n")
    sys.stdout.write("只显示这一次。请登录后马上修改。这次重设已记入操作日志。\n")
    return 0
