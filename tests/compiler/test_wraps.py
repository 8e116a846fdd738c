"""Line ends that a page of fixed width put inside sentences are found; those of paragraphs, lists and links are not."""

from duixian.compiler import read
from duixian.compiler.page_marks import FILLER, hide_page_marks
from duixian.compiler.wraps import wrapped_ends

WIDTH = 30
PLAN = """东河县2024年民生实事实施方案
为切实保障和改善民生，结合我县实际，制定本方案，请各乡镇、各部门认真抓好贯彻落实，确保各项任务按期完成，让群众满意。
一、修建农村公路。新改建农村公路20公里，改造危桥3座，完善排水、防护等附属设施，严格按标准组织验收，年底前全部建成通车。
责任单位：县交通运输局、县财政局、县自然资源局、县农业农村局，清水镇人民政府、石桥镇人民政府、白河乡人民政府
完成时限：2024年12月底
二、扩大学前教育资源。新建幼儿园2所，改造教室20间，增加公办学位360个，缓解城区入园难问题，让孩子们在家门口就近上学。
责任单位：县教育局、县住房和城乡建设局、县发展和改革局、县人力资源和社会保障局、城关镇人民政府、东城街道办事处
完成时限：2024年8月底"""


def wrapped(text: str) -> str:
    """The text as a page of fixed width prints it; a stop may stand beyond the margin."""
    lines = []
    for line in text.split("\n"):
        rest = line
        while len(rest) > WIDTH:
            end = WIDTH + (rest[WIDTH] in "，。、；：")
            lines.append(rest[:end])
            rest = rest[end:]
        lines.append(rest)
    return "\n".join(lines)


def what_is_read(text: str) -> list[object]:
    document = read(text).documents[0]
    clauses = [(one.path, one.title.replace(FILLER, "")) for one in document.clauses]
    return [clauses, *((one.clause, one.lead, one.deadline) for one in document.assignments)]


def test_a_text_wrapped_at_a_fixed_width_reads_as_the_same_text_unwrapped() -> None:
    assert wrapped(PLAN) != PLAN
    assert what_is_read(wrapped(PLAN)) == what_is_read(PLAN)


def test_hiding_line_ends_keeps_every_character_in_its_place() -> None:
    text = wrapped(PLAN)
    hidden = hide_page_marks(text)
    assert len(hidden) == len(text)
    assert all(one == other for one, other in zip(hidden, text, strict=True) if one != FILLER)


def test_paragraphs_of_different_lengths_have_no_line_end_inside_a_sentence() -> None:
    assert list(wrapped_ends(PLAN)) == []


def test_items_with_labels_and_fields_of_one_width_keep_their_lines() -> None:
    items = "\n".join(f"{n}.新改建农村公路二十公里并同步完善排水和防护等附属设施{n}处" for n in range(1, 10))
    assert list(wrapped_ends(items)) == []


def test_sentences_of_one_width_keep_their_lines() -> None:
    assert list(wrapped_ends("新改建农村公路二十公里并同步完善排水和防护等附属设施。\n" * 9)) == []


def test_a_few_full_lines_tell_no_width() -> None:
    assert list(wrapped_ends("新改建农村公路二十公里并同步完善排水和防护等附属\n" * 3)) == []


def test_headings_between_empty_lines_keep_their_lines() -> None:
    page = "新改建农村公路二十公里并同步完善排水和防护等附属\n\n" * 9
    assert list(wrapped_ends(page)) == []
