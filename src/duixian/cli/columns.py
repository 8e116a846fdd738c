"""Columns of text in cells of a terminal, where a Chinese character takes two."""

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size

_NARROWEST, _GAP = 6, 2


def widths_for(rows: Sequence[Sequence[str]], *, weights: Sequence[float | None], width: int) -> list[int]:
    """Cells a column: as wide as its widest text, but columns with a weight share what the others leave.

    Shape: one weight a column, None for one that is never cut.
    """
    widths = [max(cell_len(row[at]) for row in rows) for at in range(len(weights))]
    while sum(widths) + _GAP * (len(widths) - 1) > width:
        room = {at: widths[at] / weight for at, weight in enumerate(weights) if weight and widths[at] > _NARROWEST}
        if not room:
            break
        widths[max(room, key=room.__getitem__)] -= 1
    return widths


def line_of(cells: Sequence[str], widths: Sequence[int]) -> str:
    """The cells padded to their widths; what does not fit ends in an ellipsis."""
    return (" " * _GAP).join(fitted(cell, size) for cell, size in zip(cells, widths, strict=True)).rstrip()


def fitted(cell: str, size: int) -> str:
    """The cell at exactly that width."""
    if cell_len(cell) > size:
        # A full-width character that fits only half is replaced by a blank, which the ellipsis then follows up on.
        cell = set_cell_size(cell, size - 1).rstrip() + "…"
    return set_cell_size(cell, size)
