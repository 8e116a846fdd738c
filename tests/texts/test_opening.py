"""Whatever the file: its text, or a refusal in Chinese that says which file, what is wrong and what to do."""

import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.texts import making

from duixian.texts import LIMIT_BYTES, TextFile, TextKind, UnreadableFile, open_file, open_text

PARAGRAPHS = [
    "某州2031年民生实事工作方案",
    "一、稳定和扩大就业",
    "新增城镇就业5万人，开发公益性岗位不少于4000个，组织技能培训3.2万人次，确保零就业家庭动态清零。责任单位：州人社局。",
    "二、改造老旧小区",
    "改造老旧小区30个，惠及居民6300余户，同步更新供水供热管网120公里。",
    *(f"（{n}）县市分工：第{n}个县市年内开工{n}个小区，并于每月二十五日前报送进展情况。" for n in "一二三四五六七八"),
]
TEXT = "\n".join(PARAGRAPHS)


def refusal(data: bytes, name: str = "附件1.doc") -> str:
    with pytest.raises(UnreadableFile) as refused:
        open_text(data, name=name)
    message = str(refused.value)
    assert message.startswith(f"“{name}”")
    assert message.endswith("。")
    assert refused.value.cure in message
    return message


@pytest.mark.parametrize(
    ("kind", "make"),
    [(TextKind.DOCX, making.docx), (TextKind.PDF, making.pdf), (TextKind.OFD, making.ofd)],
)
def test_every_packed_kind_gives_the_paragraphs_it_was_made_from(kind, make):
    read = open_text(make(PARAGRAPHS), name="方案")
    assert (read.text, read.kind, read.encoding) == (TEXT, kind, None)


def test_the_kind_is_told_by_the_bytes_and_not_by_the_name():
    assert open_text(making.docx(PARAGRAPHS), name="方案.txt").kind is TextKind.DOCX
    assert open_text(making.pdf(PARAGRAPHS), name="方案.docx").kind is TextKind.PDF
    assert open_text(TEXT.encode(), name="方案.pdf").kind is TextKind.PLAIN


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "是空的"),
        (b" \r\n\t\n", "是空的"),
        ("\u3000\u2003\n".encode(), "里面没有文字"),
        (
            OLE + "WordDocument".encode("utf-16-le"),
            "旧版 Word 或 WPS 文档（.doc、.wps），不能直接读。请用 Word 或 WPS 打开，另存为 .docx",
        ),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "加了密码"),
        (OLE + "Workbook".encode("utf-16-le"), "旧版表格"),
        (OLE, "旧版 Office"),
        (b"{\\rtf1 abc}", "RTF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "是图片"),
        (b"BM\x36\0\0\0\0\0\0\0", "是图片"),
        (b"Rar!\x1a\x07\x00", "是压缩包"),
        (b"\x7fELF\x02\x01\x01\0" + bytes(range(256)), "不是文本"),
        (b"%PDF-1.7\nnothing more", "已损坏，按 PDF 格式读不出来"),
        (b"PK\x03\x04 cut off", "已损坏，解不开"),
        (making.archive({"a.txt": b"x"}), "是压缩包，里面不是 docx 或 ofd"),
        (making.archive({"xl/workbook.xml": b"x"}), "是表格"),
        (making.archive({"ppt/a.xml": b"x"}), "是演示文稿"),
        (making.archive({"word/document.xml": b"<broken"}), "已损坏，按 docx 格式读不出来"),
        (making.archive({"OFD.xml": b"<OFD/>"}), "没有文字，多半是扫描件"),
        (making.archive({"OFD.xml": b"<OFD><DocRoot>gone.xml</DocRoot></OFD>"}), "已损坏"),
        (making.pdf([], blank_pages=2), "没有文字，多半是扫描件"),
        (making.locked_pdf(), "加了密码"),
        (making.docx([]), "里面没有文字"),
        (b"<!DOCTYPE html><html><body><script>1</script></body></html>", "里面没有文字"),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else "",
)
def test_what_cannot_be_read_is_refused_with_the_reason_and_the_cure(data, told):
    assert told in refusal(data)


def test_a_text_that_begins_with_the_letters_of_a_picture_is_a_text():
    assert open_text(b"BMW 5\n", name="x").text == "BMW 5\n"


def test_a_text_that_speaks_of_pdf_is_a_text_and_a_pdf_may_begin_late():
    assert open_text("文件头为 %PDF-1.7".encode(), name="x").kind is TextKind.PLAIN
    assert open_text(b"\xef\xbb\xbf\r\n" + making.pdf(PARAGRAPHS), name="x").text == TEXT


def test_a_file_over_the_limit_is_refused_at_once(tmp_path):
    assert "超过 20 MB 的上限" in refusal(b"a" * (LIMIT_BYTES + 1))
    path = tmp_path / "大文件.pdf"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    begun = time.perf_counter()
    with pytest.raises(UnreadableFile, match="太大，超过 20 MB 的上限"):
        open_file(path)
    assert time.perf_counter() - begun < 1


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    bomb = making.archive({"word/document.xml": b"\0" * 210_000_000})
    assert len(bomb) < 1_000_000
    begun = time.perf_counter()
    assert "大得不正常" in refusal(bomb)
    assert time.perf_counter() - begun < 1


def test_an_entity_bomb_in_an_ofd_is_refused():
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE x [<!ENTITY a0 "兑现兑现兑现">{entities}]><OFD>&a11;</OFD>'
    assert "已损坏" in refusal(making.archive({"OFD.xml": bomb.encode()}))


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    with pytest.raises(UnreadableFile, match="找不到"):
        open_file(tmp_path / "没有.txt")
    with pytest.raises(UnreadableFile, match="是文件夹"):
        open_file(tmp_path)
    with pytest.raises(UnreadableFile, match="打不开"):
        open_file(tmp_path / "a\0b")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a device that never ends")
def test_a_device_that_never_ends_is_refused():
    with pytest.raises(UnreadableFile, match="超过 20 MB"):
        open_file(Path("/dev/zero"))


def test_a_file_on_disk_reads_like_its_bytes(tmp_path):
    path = tmp_path / "方案.txt"
    path.write_bytes("甲\r\n乙".encode())
    assert open_file(path) == TextFile("方案.txt", "甲\n乙", TextKind.PLAIN, "utf-8")


def only_a_text_or_a_refusal(data: bytes) -> None:
    try:
        read = open_text(data, name="某")
    except UnreadableFile:
        return
    assert read.text.strip()
    assert "\r" not in read.text


# No deadline: the first page or pdf of a run waits for its library to load.
@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_a_text_or_a_refusal(data):
    only_a_text_or_a_refusal(data)


STARTS = (
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"<html>",
    b"<!doctype html>",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xff\xfe\0\0",
    OLE[:8],
)


@settings(deadline=None)
@given(st.sampled_from(STARTS), st.binary(max_size=200))
def test_bytes_that_begin_like_a_document_are_a_text_or_a_refusal(start, rest):
    only_a_text_or_a_refusal(start + rest)


FILES = {
    "docx": making.docx(PARAGRAPHS[:2]),
    "pdf": making.pdf(PARAGRAPHS[:2]),
    "ofd": making.ofd(PARAGRAPHS[:2]),
    "html": f"<html><body><table><tr><td>{TEXT}</td></tr></table><ol><li>甲</li></ol></body></html>".encode(),
}


@pytest.mark.parametrize("kind", FILES)
@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_a_damaged_document_is_a_text_or_a_refusal(kind, seed):
    damage = random.Random(seed)  # noqa: S311  chooses bytes to damage
    data = bytearray(FILES[kind])
    for _ in range(damage.randint(1, 12)):
        data[damage.randrange(len(data))] = damage.randrange(256)
    only_a_text_or_a_refusal(bytes(data[: damage.randint(1, len(data))] if damage.random() < 0.3 else data))


@settings(deadline=None)
@given(st.lists(st.sampled_from(["TextObject", "TextCode", "Boundary='1 x'", "<", ">", "/", "DeltaX='g 9'", "1"])))
def test_any_page_of_an_ofd_is_a_text_or_a_refusal(pieces):
    files = {
        "OFD.xml": b"<OFD><DocRoot>D.xml</DocRoot></OFD>",
        "D.xml": b"<D><Page BaseLoc='P.xml'/></D>",
        "P.xml": f"<P>{' '.join(pieces)}</P>".encode(),
    }
    only_a_text_or_a_refusal(making.archive(files))
