"""Cuts a source text into its official documents; reads the page, writes document spans."""

from duixian.compiler.page import Page
from duixian.compiler.reading import Document, Kind
from duixian.units import Span


def read_documents(page: Page) -> tuple[Document, ...]:
    """The documents of the page in order, their spans disjoint."""
    if not page.lines:
        return ()
    return (Document(key="document-1", kind=Kind.NOTICE, span=Span(page.lines[0].span.begin, page.lines[-1].span.end)),)
