"""The passes in their order: each takes the page and a document, and gives the document with more in it."""

from collections.abc import Callable

from duixian.compiler.figures.contexts import in_context
from duixian.compiler.page import Page
from duixian.compiler.passes.assignments import read_assignments
from duixian.compiler.passes.checks import check_figures
from duixian.compiler.passes.clauses import read_clauses
from duixian.compiler.passes.completeness import no_document, read_completeness
from duixian.compiler.passes.documents import read_documents
from duixian.compiler.passes.header import number_keys, read_header
from duixian.compiler.passes.milestones import read_milestones
from duixian.compiler.passes.names import check_names
from duixian.compiler.passes.objects import read_objects
from duixian.compiler.passes.periods import read_periods
from duixian.compiler.passes.places import read_places
from duixian.compiler.passes.quantities import read_quantities
from duixian.compiler.passes.recurrences import read_recurrences
from duixian.compiler.passes.releases import read_releases
from duixian.compiler.passes.roles import read_roles
from duixian.compiler.passes.rosters import read_rosters
from duixian.compiler.passes.spelling import give_own_spelling
from duixian.compiler.passes.sums import read_sums
from duixian.compiler.passes.whereabouts import check_places
from duixian.compiler.reading import Document, Reading

Pass = Callable[[Page, Document], Document]

PASSES: tuple[Pass, ...] = (
    read_header,
    read_clauses,
    read_assignments,
    read_rosters,
    read_releases,
    read_quantities,
    in_context(read_roles, read_objects, read_places, read_periods),
    read_milestones,
    read_recurrences,
    read_sums,
    check_figures,
    read_completeness,
    check_places,
    give_own_spelling,
)


def read(text: str, *, name: str = "") -> Reading:
    """All documents that ``text`` holds, with what was noticed in them.

    Shape: documents in the order of the text, their spans disjoint; for every item ``text[begin:end] == quote``.
    Errors: none; any text is read, and what it says wrongly is a finding.
    """
    page = Page(name=name, text=text)
    documents = read_documents(page)
    for one_pass in PASSES:
        documents = tuple(one_pass(page, document) for document in documents)
    documents = number_keys(check_names(page, documents))
    findings = tuple(finding for document in documents for finding in document.findings) or no_document(documents)
    return Reading(source=name, text=text, documents=documents, findings=findings)
