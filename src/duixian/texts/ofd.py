"""OFD files (GB/T 33190-2016): a zip of XML pages, read with the standard library."""

import posixpath
from collections.abc import Iterator
from itertools import pairwise
from xml.etree import ElementTree as ET

from duixian.texts.archive import Archive
from duixian.texts.file import TextFile, TextKind, UnreadableFile
from duixian.texts.printed import PrintedLine, paragraphs

# Text objects this far apart in height, in characters, stand on one line.
_SAME_LINE = 0.5
_LARGEST_REPEAT = 10_000


def read(data: bytes, *, name: str) -> TextFile:
    """The text of an ofd file: all its documents, page by page, lines joined into paragraphs.

    Errors: UnreadableFile where no page holds text. Seals, annotations and page templates are left out.
    """
    archive = Archive(data, name=name)
    pages = [list(_lines(_parse(archive, path))) for path in _page_paths(archive)]
    if not any(pages):
        raise UnreadableFile(
            name, wrong="没有文字，多半是扫描件", cure="请使用由文档直接导出的 OFD，或先做文字识别再试"
        )
    return TextFile(name=name, text=paragraphs(pages), kind=TextKind.OFD)


def _page_paths(archive: Archive) -> Iterator[str]:
    start = next(one for one in archive.names if one.lower() == "ofd.xml")
    for root in _every(_parse(archive, start), "DocRoot"):
        document = _resolved(archive, start, root.text)
        for page in _every(_parse(archive, document), "Page"):
            if page.get("BaseLoc"):
                yield _resolved(archive, document, page.get("BaseLoc"))


def _resolved(archive: Archive, base: str, location: str | None) -> str:
    """A path in the archive: from its root where it begins with a slash, else beside the file that names it.

    Some writers leave the folder of a page's file out, or begin at the root without a slash; what exists is taken.
    """
    location = (location or "").strip().replace("\\", "/")
    beside = posixpath.normpath(posixpath.join(posixpath.dirname(base), location.lstrip("/")))
    from_root = posixpath.normpath(location.lstrip("/"))
    order = (from_root, beside) if location.startswith("/") else (beside, from_root)
    return next((path for path in order if path in archive.names), order[0])


def _parse(archive: Archive, path: str) -> ET.Element:
    # expat guards against entity bombs by itself (2.4.1 and later); external entities are never loaded.
    return ET.fromstring(archive.read(path))  # noqa: S314


def _every(root: ET.Element, tag: str) -> Iterator[ET.Element]:
    """All elements of that local name: writers differ in the namespace they give."""
    return (node for node in root.iter() if node.tag.rpartition("}")[2] == tag)


def _lines(page: ET.Element) -> list[PrintedLine]:
    """The printed lines from top to bottom: pieces of text at the same height are one line."""
    pieces = [piece for node in _every(page, "TextObject") for piece in _pieces(node)]
    pieces.sort(key=lambda piece: piece[0])
    rows: list[list[tuple[float, PrintedLine]]] = []
    for height, piece in pieces:
        if rows and height - rows[-1][0][0] <= _SAME_LINE * piece.size:
            rows[-1].append((height, piece))
        else:
            rows.append([(height, piece)])
    return [_joined([piece for _, piece in row]) for row in rows]


def _pieces(node: ET.Element) -> Iterator[tuple[float, PrintedLine]]:
    """Each text code of a text object with the height of its base line."""
    box = _numbers(node.get("Boundary"), least=4)
    scale, shift = _scale(node)
    size = abs(float(node.get("Size") or 0)) * scale or 1.0
    for code in _every(node, "TextCode"):
        text = "".join((code.text or "").splitlines())
        if not text.strip():
            continue
        x, y = (float(code.get(axis) or 0) * scale for axis in ("X", "Y"))
        left = box[0] + shift[0] + x
        steps = _steps(code.get("DeltaX"))[: len(text) - 1]
        width = sum(steps) * scale + size * max(1, len(text) - len(steps))
        yield box[1] + shift[1] + y, PrintedLine(text, left=left, right=left + width, size=size)


def _joined(pieces: list[PrintedLine]) -> PrintedLine:
    pieces.sort(key=lambda piece: piece.left)
    text = pieces[0].text
    for before, piece in pairwise(pieces):
        text += ("\t" if piece.left - before.right > piece.size else "") + piece.text
    size = max(piece.size for piece in pieces)
    return PrintedLine(text.strip(), left=pieces[0].left, right=max(piece.right for piece in pieces), size=size)


def _scale(node: ET.Element) -> tuple[float, tuple[float, float]]:
    """The enlargement and the shift of the object's own matrix (a b c d e f); turned text keeps its size."""
    matrix = _numbers(node.get("CTM"), least=6) if node.get("CTM") else [1.0, 0.0, 0.0, 1.0, 0.0, 0.0]
    return (abs(matrix[0]) or 1.0), (matrix[4], matrix[5])


def _numbers(written: str | None, *, least: int) -> list[float]:
    numbers = [float(one) for one in (written or "").split()]
    return numbers + [0.0] * (least - len(numbers))


def _steps(written: str | None) -> list[float]:
    """The distances between characters; ``g 3 5`` stands for three times 5."""
    steps: list[float] = []
    tokens = iter((written or "").split())
    for token in tokens:
        if token == "g":  # noqa: S105  a mark of the format
            count = min(int(next(tokens, "0")), _LARGEST_REPEAT)
            steps += [float(next(tokens, "0"))] * count
        else:
            steps.append(float(token))
    return steps
