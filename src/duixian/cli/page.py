"""One HTML page that needs nothing else: no script, one style sheet of its own, nothing loaded from elsewhere."""

import base64
import hashlib
from html import escape
from importlib import resources

from duixian.cli.words import printable


def whole_page(*, title: str, heading: str, beside: str, body: str) -> str:
    """A whole HTML document: ``title`` and ``heading`` plain text, ``beside`` (under the heading) and ``body`` HTML.

    Shape: its own policy allows this one style sheet and forbids the rest.
    """
    style = resources.files("duixian.cli").joinpath("reading.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        '<!DOCTYPE html>\n<html lang="zh-Hans"><head><meta charset="utf-8">'
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{digest}'\">"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escaped(title)}</title><style>{style}</style></head>\n"
        f"<body><header><h1>{escaped(heading)}</h1>{beside}</header>\n<main>{body}</main></body></html>\n"
    )


def escaped(text: str) -> str:
    """The text for HTML, without characters that would command a reader's screen."""
    return escape(printable(text))
