"""Small files of every kind, made from one text."""

import io
import zipfile
import zlib

from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

SIZE, LEFT, TOP, LINE_CHARACTERS, PAGE_LINES = 16, 80, 740, 28, 22


def wrapped(paragraphs: list[str]) -> list[tuple[str, bool]]:
    """Printed lines of justified paragraphs with an indent of two, as (line, is the first of its paragraph)."""
    lines = []
    for paragraph in paragraphs:
        first, rest = paragraph[: LINE_CHARACTERS - 2], paragraph[LINE_CHARACTERS - 2 :]
        lines.append((first, True))
        lines += [(rest[at : at + LINE_CHARACTERS], False) for at in range(0, len(rest), LINE_CHARACTERS)]
    return lines


def paged(paragraphs: list[str]) -> list[list[tuple[str, bool]]]:
    lines = wrapped(paragraphs)
    return [lines[at : at + PAGE_LINES] for at in range(0, len(lines), PAGE_LINES)]


def pdf(paragraphs: list[str], *, blank_pages: int = 0) -> bytes:
    """A PDF whose font is only named and mapped to Unicode; a page number stands at each foot."""
    pages = paged(paragraphs)
    characters = sorted({char for page in pages for line, _ in page for char in line} | set("—0123456789 "))
    glyphs = {char: number for number, char in enumerate(characters, 1)}
    streams = [_pdf_page(page, number, glyphs) for number, page in enumerate(pages, 1)] + [b""] * blank_pages
    return _pdf_file(streams, glyphs)


def pdf_of_pieces(rows: list[list[tuple[str, int]]]) -> bytes:
    """A PDF of one page, each row a list of (text, distance from the left)."""
    glyphs = {char: n for n, char in enumerate(sorted({char for row in rows for text, _ in row for char in text}), 1)}
    placed = [(text, x, TOP - 29 * at) for at, row in enumerate(rows) for text, x in row]
    return _pdf_file([_shown(placed, glyphs)], glyphs)


def _pdf_page(page: list[tuple[str, bool]], number: int, glyphs: dict[str, int]) -> bytes:
    placed = [(line, LEFT + (2 * SIZE if first else 0), TOP - 29 * row) for row, (line, first) in enumerate(page)]
    placed.append((f"— {number} —", 280, 60))
    return _shown(placed, glyphs)


def _shown(placed: list[tuple[str, int, int]], glyphs: dict[str, int]) -> bytes:
    shown = "\n".join(
        f"BT /F1 {SIZE} Tf {x} {y} Td <{''.join(f'{glyphs[char]:04X}' for char in line)}> Tj ET"
        for line, x, y in placed
    )
    return shown.encode()


def _pdf_file(streams: list[bytes], glyphs: dict[str, int]) -> bytes:
    pairs = [f"<{number:04X}> <{char.encode('utf-16-be').hex().upper()}>" for char, number in glyphs.items()]
    blocks = "\n".join(
        f"{len(pairs[at : at + 100])} beginbfchar\n" + "\n".join(pairs[at : at + 100]) + "\nendbfchar"
        for at in range(0, len(pairs), 100)
    )
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{blocks}\nendcmap end end"
    ).encode()
    kids = " ".join(f"{8 + 2 * n} 0 R" for n in range(len(streams)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} /MediaBox [0 0 595 842] >>".encode(),
        b"<</Type/Font /Subtype/Type0 /BaseFont/Song /Encoding /Identity-H /ToUnicode 5 0 R /DescendantFonts [4 0 R]>>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /DW 1000 /FontDescriptor 6 0 R /CIDSystemInfo 7 0 R >>",
        _stream(cmap),
        b"<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -120 1000 880] /Ascent 880 /Descent -120 >>",
        b"<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
    ]
    for n, stream in enumerate(streams):
        page = f"<< /Type /Page /Parent 2 0 R /Contents {9 + 2 * n} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        objects += [page.encode(), _stream(stream)]
    return _pdf_bytes(objects)


def _stream(data: bytes) -> bytes:
    packed = zlib.compress(data)
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)


def _pdf_bytes(objects: list[bytes], *, trailer: bytes = b"") -> bytes:
    out, offsets = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, start)
    return bytes(out)


def locked_pdf() -> bytes:
    """A PDF that says it is encrypted with a password that nobody gave."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [] /Count 0 >>",
        b"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <%s> /U <%s> >>" % (b"11" * 32, b"22" * 32),
    ]
    return _pdf_bytes(objects, trailer=b"/Encrypt 3 0 R /ID [<00> <00>]")


def ofd(paragraphs: list[str]) -> bytes:
    """An OFD of text objects, one a printed line, with the steps between characters as writers give them."""
    pages = paged(paragraphs)
    ns = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    listed = "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
    files = {
        "OFD.xml": f'<ofd:OFD {ns} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml'
        "</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {ns}><ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
    }
    for n, page in enumerate(pages):
        placed = [(line, 28 + (11.2 if first else 0), 37 + 10.2 * row) for row, (line, first) in enumerate(page)]
        placed.append((f"— {n + 1} —", 100, 280))
        shown = "".join(
            f'<ofd:TextObject Boundary="{x} {y} 160 6" Size="5.6"><ofd:TextCode X="0" Y="5" '
            f'DeltaX="g {max(1, len(line) - 1)} 5.6">{line}</ofd:TextCode></ofd:TextObject>'
            for line, x, y in placed
        )
        files[f"Doc_0/Pages/Page_{n}/Content.xml"] = (
            f"<ofd:Page {ns}><ofd:Content><ofd:Layer>{shown}</ofd:Layer></ofd:Content></ofd:Page>"
        )
    return archive({name: f'<?xml version="1.0" encoding="UTF-8"?>{body}'.encode() for name, body in files.items()})


def archive(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, body in files.items():
            packed.writestr(name, body)
    return out.getvalue()


def docx(paragraphs: list[str]) -> bytes:
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return saved(document)


def saved(document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def add_list(document, levels: list[tuple[str, str]], *, start_over: bool = False) -> int:
    """A new multi-level list in the document; gives its number for ``number``."""
    root = document.part.numbering_part.element
    identity = 100 + len(root)
    inner = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text) in enumerate(levels)
    )
    abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{identity}">{inner}</w:abstractNum>'
    root.insert(0, parse_xml(abstract))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{identity}"><w:abstractNumId w:val="{identity}"/></w:num>'))
    return identity


def same_list_again(document, number: int, *, start: int) -> int:
    """Another w:num over the same abstract list that begins anew."""
    root = document.part.numbering_part.element
    identity = 100 + len(root)
    override = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
    xml = f'<w:num {nsdecls("w")} w:numId="{identity}"><w:abstractNumId w:val="{number}"/>{override}</w:num>'
    root.append(parse_xml(xml))
    return identity


def numbered(paragraph, number: int, depth: int = 0) -> None:
    properties = paragraph._p.get_or_add_pPr()
    holder = OxmlElement("w:numPr")
    for tag, value in (("w:ilvl", depth), ("w:numId", number)):
        node = OxmlElement(tag)
        node.set(qn("w:val"), str(value))
        holder.append(node)
    properties.append(holder)
