"""The map: tiles and outlines, what narrows it, and how its own settings are loaded."""

import csv
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.map_acts import outlines
from tests.small_site import TEXT, People, make_adopted

from duixian.registers.models import Boundary, Document, Place
from duixian.workflow.actions.load_boundaries import load_boundaries

MAP, LAYOUT = "/office/map/", "/office/map/layout/"
TILES = "代码,名称,列,行\n990002,青屏县,3,1\n990003,石湾县,0,0\n"


def upload(text: str | bytes, name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode() if isinstance(text, str) else text)


def test_a_tile_has_name_word_shape_count_and_leads_to_its_county(
    adopted: Document, signed_in: Callable[[str], Client]
) -> None:
    html = signed_in("leader").get(MAP).content.decode()
    tile = html[html.index('<li class="tile') : html.index("</li>", html.index('<li class="tile'))]
    for words in ("青屏县", "无数据", "□", "1 项", "colour-violet", "/office/places/990002/"):
        assert words in tile
    assert "style=" not in html


def test_the_day_and_the_year_go_on_to_the_county(adopted: Document, signed_in: Callable[[str], Client]) -> None:
    html = signed_in("leader").get(MAP, {"as_of": "2026-05-31", "year": "2026", "draw": "tiles"}).content.decode()
    assert "/office/places/990002/?as_of=2026-05-31&amp;year=2026" in html


def test_a_document_and_a_commitment_narrow_it(
    people: People, adopted: Document, signed_in: Callable[[str], Client]
) -> None:
    other = make_adopted(people, text=f"{TEXT}第二份\n")
    client = signed_in("leader")
    assert [one.tile.total for one in client.get(MAP).context["tiles"]] == [2, 2]
    assert [one.tile.total for one in client.get(MAP, {"document": other.pk}).context["tiles"]] == [1, 1]
    elders, students = other.commitments.order_by("ordinal")
    assert [one.tile.total for one in client.get(MAP, {"commitment": elders.pk}).context["tiles"]] == [1, 1]
    page = client.get(MAP, {"commitment": students.pk})
    assert list(page.context["tiles"]) == []
    assert "没有分解到地区的任务" in page.content.decode()


def test_the_table_comes_worst_first_and_as_a_file(adopted: Document, signed_in: Callable[[str], Client]) -> None:
    client = signed_in("auditor")
    rows = list(csv.DictReader(client.get(MAP, {"as": "csv"}).content.decode("utf-8-sig").splitlines()))
    assert [(row["代码"], row["最差的灯"], row["无数据"]) for row in rows] == [
        ("990002", "无数据", "1"),
        ("990003", "无数据", "1"),
    ]


def test_tiles_stand_where_the_table_puts_them_and_the_file_may_come_from_a_chinese_excel(
    adopted: Document, signed_in: Callable[[str], Client]
) -> None:
    client = signed_in("supervision")
    sent = client.post(reverse("office:set_tiles"), {"tiles-file": upload(TILES.encode("gb18030"), "tiles.csv")})
    assert sent.status_code == 302
    html = client.get(MAP).content.decode()
    assert "tile-column-4 tile-row-2" in html
    assert "tile-column-1 tile-row-1" in html


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("名称,列\n青屏县,1\n", "第一行要有 code、column、row"),
        ("code,column,row\n990002,一,1\n", "第 1 行“990002，一，1”不对"),
        ("code,column,row\n110000,0,0\n", "“110000”不是本站登记的行政区划"),
        ("code,column,row\n990002,0,0\n990002,1,1\n", "写了两次"),
        ("code,column,row\n990002,0,0\n990003,0,0\n", "放在同一格"),
        ("code,column,row\n990002,40,0\n", "不在图上"),
    ],
)
def test_a_table_that_cannot_be_is_refused_and_nothing_moves(
    table: str, words: str, adopted: Document, signed_in: Callable[[str], Client]
) -> None:
    sent = signed_in("supervision").post(reverse("office:set_tiles"), {"tiles-file": upload(table, "tiles.csv")})
    assert sent.status_code == 422
    assert words in sent.content.decode()
    assert not Place.objects.exclude(tile_column=None).exists()


def test_outlines_are_drawn_with_their_map_number(adopted: Document, signed_in: Callable[[str], Client]) -> None:
    client = signed_in("supervision")
    sent = {"boundaries-file": upload(outlines("青屏县", "石湾县"), "map.geojson"), "boundaries-map_number": "某S1号"}
    assert client.post(reverse("office:load_boundaries"), sent).status_code == 302
    page = client.get(MAP)
    html = page.content.decode()
    assert "审图号：某S1号" in html
    assert html.count("<path d=") == 2
    assert 'aria-label="青屏县：无数据"' in html
    assert '<li class="tile' not in html
    assert '<li class="tile' in client.get(MAP, {"draw": "tiles"}).content.decode()
    shapes = page.context["outlines"].shapes.values()
    assert all(0 <= shape.x <= 1000 and 0 <= shape.y <= page.context["outlines"].height for shape in shapes)


@pytest.mark.parametrize(
    ("names", "number", "words"),
    [
        (("青屏县",), "", "请填审图号"),
        (("青屏县", "无此县"), "1", "第 2 个要素“无此县”不是本站登记的行政区划"),
        (("青屏县", "青屏县"), "1", "第 2 个要素与第 1 个都是“青屏县”"),
    ],
)
def test_outlines_that_cannot_be_are_refused_and_the_old_ones_stay(
    names: tuple[str, ...],
    number: str,
    words: str,
    people: People,
    adopted: Document,
    signed_in: Callable[[str], Client],
) -> None:
    load_boundaries(people.acting(), outlines("石湾县"), name="old.json", map_number="旧")
    sent = {"boundaries-file": upload(outlines(*names), "map.json"), "boundaries-map_number": number}
    page = signed_in("administrator").post(reverse("office:load_boundaries"), sent)
    assert page.status_code == 422
    assert words in page.content.decode()
    assert [str(one) for one in Boundary.objects.all()] == ["石湾县"]


def test_a_county_that_the_file_leaves_out_still_stands_in_the_table(
    people: People, adopted: Document, signed_in: Callable[[str], Client]
) -> None:
    load_boundaries(people.acting(), outlines("石湾县"), name="map.json", map_number="1")
    html = signed_in("leader").get(MAP).content.decode()
    assert "青屏县" in html[html.index("<table") :]


def test_the_settings_show_an_auditor_what_is_there_and_let_nothing_be_changed(
    people: People, adopted: Document, signed_in: Callable[[str], Client]
) -> None:
    load_boundaries(people.acting(), outlines("石湾县"), name="map.json", map_number="某S1号")
    html = signed_in("auditor").get(LAYOUT).content.decode()
    assert "某S1号" in html
    assert 'type="file"' not in html
