"""The mail server that digests go out by, from the environment."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

_PORT = 587


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where and as whom to send."""

    host: str
    port: int
    tls: bool
    user: str
    password: str
    sender: str


def mail_server(environ: Mapping[str, str]) -> MailServer:
    """What ``DUIXIAN_MAIL`` names: ``smtp://user:password@host:port?from=address``, with ``&tls=0`` where it has none.

    Errors: ValueError, with what to write, for an address that is none.

    >>> mail_server({"DUIXIAN_MAIL": "smtp://a:b%40c@mail.example:25?from=duixian@mail.example&tls=0"}).password
    'b@c'
    """
    parts = urlsplit(environ["DUIXIAN_MAIL"])
    asked = parse_qs(parts.query)
    if parts.scheme != "smtp" or not parts.hostname or "from" not in asked:
        raise ValueError("DUIXIAN_MAIL 要写成 smtp://用户:密码@服务器:587?from=发件地址")
    return MailServer(
        host=parts.hostname,
        port=parts.port or _PORT,
        tls=asked.get("tls", ["1"])[0] != "0",
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        sender=asked["from"][0],
    )
