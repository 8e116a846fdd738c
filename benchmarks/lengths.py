"""Whether any repeated piece makes a pattern blow up: a megabyte of it beside a megabyte of ordinary text."""

import time

from benchmarks.texts import load_texts
from benchmarks.timing import Row
from duixian.compiler import read
from duixian.compiler.page import Page
from duixian.compiler.passes.documents import read_documents
from duixian.compiler.pipeline import PASSES

TITLE = "a megabyte of one piece, repeated: time per character beside that of ordinary text"
_BYTES, _TRIED_FIRST = 1_000_000, 50_000
_ALLOWED, _HOPELESS = 2.0, 30.0
# A document's beginning, so that what follows is read as its text and not passed over as a portal's noise.
HEAD = "东河县2031年民生实事工作方案\n为办好民生实事，制定本方案。\n一、新建学校。\n"
PIECES = (
    *"一1，,。.、；;：:（(）)《》“”〔[【】|·-~—%％/#*<>aA的市县局州年月日个户万元第条由余近约 \t\n\u3000",
    *(
        "附件",
        "一、",
        "1.",
        "1、",
        "（一）",
        "①",
        "一是",
        "实事一",
        "第一条",
        "每年",
        "其中",
        "共",
        "合计",
        "至少",
        "以上",
    ),
    *(
        "1个",
        "万",
        "2031年",
        "3月底前",
        "〔2031〕1号",
        "牵头单位：",
        "责任单位：",
        "负责",
        "关于印发",
        "通知",
        "全州",
        "改造",
    ),
    *("一、甲\n", "附件1\n", "牵头单位：\n", "序号\n", "2031年2月9日\n", "人民政府\n", "\n\n"),
)


def measure(*, repeat: int) -> list[Row]:
    """The pieces that take more than twice the ordinary time, with the pass that takes most of it."""
    ordinary = load_texts().of_length(_BYTES)
    usual = min(_seconds(ordinary) for _ in range(max(2, repeat // 2))) / len(ordinary)
    rows = [Row("ordinary text", f"{1 / usual:,.0f} /s")]
    slow = [row for piece in PIECES if (row := _row(piece, usual))]
    within = f"{len(PIECES) - len(slow)} of {len(PIECES)}"
    return [*rows, *slow, Row("within twice the ordinary time", within)]


def _row(piece: str, usual: float) -> Row | None:
    """None where the piece takes at most what is allowed; a hopeless one is not tried at full length."""
    for size in (_TRIED_FIRST, _BYTES):
        text = HEAD + piece * (size // len(piece.encode()))
        ratio = _seconds(text) / len(text) / usual
        if ratio > _HOPELESS:
            break
    if ratio <= _ALLOWED:
        return None
    return Row(repr(piece), f"{ratio:,.1f} ×", f"{len(text):,} characters; most of it in {_slowest(text)}")


def _seconds(text: str) -> float:
    begun = time.perf_counter()
    read(text)
    return time.perf_counter() - begun


def _slowest(text: str) -> str:
    """The name of the pass that takes longest, with its share."""
    page = Page(name="", text=text)
    begun = time.perf_counter()
    documents = read_documents(page)
    taken = {"read_documents": time.perf_counter() - begun}
    for one_pass in PASSES:
        begun = time.perf_counter()
        documents = tuple(one_pass(page, document) for document in documents)
        taken[one_pass.__name__] = time.perf_counter() - begun
    name = max(taken, key=taken.__getitem__)
    return f"{name} ({taken[name] / sum(taken.values()):.0%})"
