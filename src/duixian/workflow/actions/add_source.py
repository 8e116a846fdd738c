"""Takes in an official file: keeps its bytes, reads it, and proposes what it says."""

from dataclasses import dataclass

from duixian import __version__
from duixian.compiler import read
from duixian.compiler.contract import as_json_finding
from duixian.compiler.reading import Document as ReadDocument
from duixian.registers import store
from duixian.registers.lookup import find_place
from duixian.registers.models import Document, Proposal, Source
from duixian.texts import TextFile, UnreadableFile, open_text
from duixian.units import Refused, Span, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.proposing import Draft, propose


@dataclass(frozen=True, slots=True)
class Added:
    """The source, and whether it was new: the same bytes are never taken in twice."""

    source: Source
    new: bool


def add_source(acting: Acting, data: bytes, *, name: str) -> Added:
    """The stored source with its documents and proposals.

    Errors: Refused for a file that cannot be read, or that holds no document; nothing is stored then.
    """
    with performing("add_source", acting) as log:
        known = Source.objects.filter(sha256=store.digest(data)).first()
        if known is not None:
            log.record(known, name=name, known=True)
            return Added(known, new=False)
        source = _take_in(acting, data, name=name)
        log.record(source, name=name, sha256=source.sha256, documents=source.documents.count())
        return Added(source, new=True)


def _take_in(acting: Acting, data: bytes, *, name: str) -> Source:
    file = _opened(data, name)
    reading = read(file.text, name=name)
    if not reading.documents:
        raise Refused(
            "no-document",
            gettext_noop(
                "“{name}”里没有找到公文：没有标题、条款或落款可认。若是网页，请只保存正文；若是扫描件，请先识别文字。"
            ),
            name=name,
        )
    source = Source.objects.create(
        sha256=store.keep(data),
        name=name,
        kind=file.kind,
        encoding=file.encoding,
        size=len(data),
        text=file.text,
        findings=[as_json_finding(finding) for finding in (*file.findings, *reading.findings)],
        compiler=__version__,
        added_by=acting.account,
        added_at=acting.now,
    )
    for document in reading.documents:
        _store_document(source, document)
    return source


def _opened(data: bytes, name: str) -> TextFile:
    try:
        return open_text(data, name=name)
    except UnreadableFile as problem:
        raise Refused("unreadable-file", gettext_noop("{problem}"), problem=str(problem)) from problem


def _store_document(source: Source, read_document: ReadDocument) -> None:
    document = Document.objects.create(
        source=source,
        key=read_document.key,
        kind=read_document.kind.value,
        title=read_document.title,
        attached_title=read_document.attached_title,
        issuer=read_document.issuer,
        number=read_document.number,
        date=read_document.date,
        effective=read_document.effective,
        year=read_document.year,
        begin=read_document.span.begin,
        end=read_document.span.end,
        findings=[as_json_finding(finding) for finding in read_document.findings],
    )
    known_places: dict[str, bool] = {}

    def known_place(written: str) -> bool:
        if written not in known_places:
            known_places[written] = find_place(written) is not None
        return known_places[written]

    _store_proposals(document, propose(read_document, known_place=known_place))


def _store_proposals(document: Document, drafts: list[Draft]) -> None:
    stored = Proposal.objects.bulk_create(
        Proposal(
            document=document,
            kind=draft.kind,
            clause=draft.clause,
            begin=draft.span.begin,
            end=draft.span.end,
            read=draft.read,
            decision=draft.decision,
            reason=draft.reason,
        )
        for draft in drafts
    )
    by_span = {Span(row.begin, row.end): row for row in stored if row.kind == "target"}
    shares = [(row, draft.total) for row, draft in zip(stored, drafts, strict=True) if draft.total is not None]
    for row, total in shares:
        row.parent = by_span[total]
    Proposal.objects.bulk_update([row for row, _ in shares], ["parent"])
