"""Takes in files from the command line: reads, adopts and releases them, with progress shown."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.progress import Progress

from duixian.registers.models import Commitment, Document, Source
from duixian.texts import LIMIT_BYTES
from duixian.units import Refused
from duixian.workflow.acting import Acting
from duixian.workflow.actions.add_source import add_source
from duixian.workflow.actions.adopt_document import adopt_document
from duixian.workflow.actions.release_commitments import release_commitments
from duixian.workflow.proposing import ADOPTABLE


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of the files; ``refused`` holds a line for each that could not be taken in."""

    sources: int
    documents: int
    adopted: int
    refused: tuple[str, ...]


def take_in(acting: Acting, files: Sequence[Path], *, progress: Progress) -> TakenIn:
    """Reads each file and adopts what it promises; a bad file is told of and the others go on."""
    refused: list[str] = []
    sources: list[Source] = []
    task = progress.add_task("读取文件", total=len(files))
    for path in files:
        try:
            sources.append(add_source(acting, _bytes_of(path), name=path.name).source)
        except OSError as problem:
            refused.append(f"“{path}”打不开：{problem.strerror}。请核对路径和权限。")
        except Refused as problem:
            refused.append(str(problem.sentence))
        progress.advance(task)
    documents = list(Document.objects.filter(source__in=sources, adopted_at=None))
    task = progress.add_task("采纳公文", total=len(documents))
    adopted = 0
    for document in documents:
        adopted += _adopt(acting, document)
        progress.advance(task)
    return TakenIn(len(sources), len(documents), adopted, tuple(refused))


def _bytes_of(path: Path) -> bytes:
    """The file's bytes, or so many of them that it is refused as too large: a device without end is not read whole."""
    with path.open("rb") as file:
        return file.read(LIMIT_BYTES + 1)


def _adopt(acting: Acting, document: Document) -> bool:
    """Whether the document promised anything that could be adopted and released."""
    if document.kind not in ADOPTABLE:
        return False
    try:
        adopt_document(acting, document)
    except Refused:
        return False
    release_commitments(acting, Commitment.objects.filter(document=document))
    return True


def now_on(day: dt.date) -> dt.datetime:
    """The end of that day's office hours, for acts that are entered after the fact."""
    return dt.datetime.combine(day, dt.time(18, 0), tzinfo=dt.timezone(dt.timedelta(hours=8)))
