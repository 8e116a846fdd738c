"""Files in and out: what is taken, what is refused and why, and that a file comes back as it came."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.small_site import People

from duixian.registers import store
from duixian.registers.models import Document, Source

ADD = "/office/sources/add/"
PLAN = """\
某某县2026年民生实事工作方案

一、新建口袋公园
新建口袋公园6个，9月底前建成。（县住房和城乡建设局负责，完成时限：2026年10月31日）
二、改造供水管网
改造供水管网12公里。（县水利局负责，完成时限：2026年11月30日）
"""


def upload(client: Client, data: bytes, name: str = "方案.txt") -> object:
    return client.post(ADD, {"file": SimpleUploadedFile(name, data)}, follow=True)


def test_a_file_is_read_and_its_one_document_opened_for_review(
    people: People, signed_in: Callable[[str], Client]
) -> None:
    found = upload(signed_in("supervision"), PLAN.encode())
    assert found.redirect_chain[-1][0] == reverse("office:review", args=[Document.objects.get().pk])
    assert "请逐份核对" in found.content.decode()


def test_the_same_file_is_not_taken_twice(people: People, signed_in: Callable[[str], Client]) -> None:
    client = signed_in("supervision")
    upload(client, PLAN.encode())
    assert "没有重复添加" in upload(client, PLAN.encode(), "副本.txt").content.decode()
    assert Source.objects.count() == 1


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"", "空.txt", "文件是空的"),
        (b"\x00\x01\x02\xff" * 400, "程序.exe", "程序.exe"),
        (b"%PDF-1.7 broken", "坏.pdf", "坏.pdf"),
        ("今天天气不错。".encode(), "闲谈.txt", "没有找到公文"),
        (b"x" * 20_000_001, "大.txt", "超过 20 MB 的上限"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words_and_nothing_is_stored(
    data: bytes, name: str, message: str, people: People, signed_in: Callable[[str], Client]
) -> None:
    found = upload(signed_in("supervision"), data, name)
    html = found.content.decode()
    assert found.status_code == 422
    assert message in html
    assert "Traceback" not in html
    assert not Source.objects.exists()


def test_a_form_without_a_file_says_so(people: People, signed_in: Callable[[str], Client]) -> None:
    found = signed_in("supervision").post(ADD)
    assert found.status_code == 422
    assert "请选一个文件" in found.content.decode()


def test_the_list_tells_what_became_of_each_document(adopted: Document, signed_in: Callable[[str], Client]) -> None:
    html = signed_in("auditor").get("/office/sources/").content.decode()
    assert "已采纳" in html
    assert "上传并读取" not in html


def test_the_original_comes_back_byte_for_byte_to_be_saved(
    adopted: Document, signed_in: Callable[[str], Client]
) -> None:
    found = signed_in("auditor").get(reverse("office:source_file", args=[adopted.source_id]))
    assert b"".join(found.streaming_content) == adopted.source.text.encode()
    assert found["Content-Disposition"] == "attachment; filename*=utf-8''%E6%96%B9%E6%A1%88.txt"
    assert found["X-Content-Type-Options"] == "nosniff"
    assert found["Content-Type"] == "application/octet-stream"


def test_an_original_that_was_changed_on_disk_is_not_handed_out(
    adopted: Document, signed_in: Callable[[str], Client]
) -> None:
    Path(store.path_of(adopted.source.sha256)).write_bytes(b"something else")
    found = signed_in("auditor").get(reverse("office:source_file", args=[adopted.source_id]))
    assert found.status_code == 410
    assert "与存入时不一致" in found.content.decode()
