"""Puts an office's own template of a paper in force, or goes back to ours."""

from duixian.registers import store
from duixian.registers.models import PaperTemplate
from duixian.registers.paper_templates import Kind, filled
from duixian.workflow.acting import Acting, performing


def set_paper_template(acting: Acting, kind: Kind, *, data: bytes | None, name: str = "") -> PaperTemplate:
    """The row; without ``data`` ours is in force again. A template is tried out before it is kept.

    Errors: Refused for a file that is no .docx, and for names that there are not.
    """
    with performing("set_paper_template", acting) as log:
        if data is not None:
            filled(data, kind.example)
        row = PaperTemplate.objects.create(
            kind=kind.key,
            name=name[:255],
            sha256="" if data is None else store.keep(data),
            by=acting.account,
            at=acting.now,
        )
        log.record(row, kind=kind.key, name=row.name, sha256=row.sha256)
        return row
