"""Templates of papers that an office changed in WPS and handed in, and how one is filled.

A template is a .docx with names in double braces, {{ 年 }}; a line that repeats stands between {%p for 项 in 关注 %}
and {%p endfor %}, a row of a table between {%tr for 行 in 指标 %} and {%tr endfor %}. docs/papers.md lists the names.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment

from duixian.registers import store
from duixian.registers.models import PaperTemplate
from duixian.units import Refused, gettext_noop


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of paper: its key, what it is called, and names with values as an example of each."""

    key: str
    name: str
    example: Mapping[str, Any]


_LINE = {
    "序号": "1",
    "实事": "某实事",
    "指标": "某指标",
    "目标": "12个",
    "完成": "5个",
    "完成率": "41.7%",
    "截至": "2026年9月30日",
    "亮灯": "滞后",
    "原因": "某原因",
    "办法": "某办法",
    "牵头单位": "某局",
}
QUARTER = Kind(
    "quarter",
    gettext_noop("季度报告"),
    {
        **dict.fromkeys(("机关", "主送", "年", "季度", "截至", "实事数", "指标数", "亮灯概况"), "某"),
        **dict.fromkeys(("立项数", "办结数", "在办数", "逾期数"), "1"),
        "关注": [_LINE],
        "指标": [_LINE],
        "逾期督办": [dict.fromkeys(("编号", "事项", "单位", "期限", "逾期天数"), "某")],
    },
)
ORDER = Kind(
    "order",
    gettext_noop("督办通知单"),
    dict.fromkeys(("机关", "编号", "事项", "交给", "要求", "依据", "期限", "期限算法", "日期"), "某"),
)
KINDS: Mapping[str, Kind] = {kind.key: kind for kind in (QUARTER, ORDER)}


def filled(template: bytes, values: Mapping[str, Any]) -> bytes:
    """The template with its names replaced.

    Errors: Refused for a file that is no .docx, for a name that there is not, and for a template that would do more
    than print names. It runs in a sandbox: whoever hands one in changes papers, not the server.
    """
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    try:
        paper = DocxTemplate(BytesIO(template))
        paper.render(dict(values), environment, autoescape=True)
    except UndefinedError as problem:
        raise Refused(
            "template-name", gettext_noop("模板里用了没有的名称：{told}。可用的名称见说明。"), told=str(problem)
        ) from problem
    except (TemplateError, SecurityError) as problem:
        raise Refused("template-words", gettext_noop("模板里的花括号写错了：{told}。"), told=str(problem)) from problem
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as problem:
        raise Refused("template-file", gettext_noop("这不是 .docx 文件，请在 WPS 里另存为 .docx 再交。")) from problem
    out = BytesIO()
    paper.save(out)
    return out.getvalue()


def handed_in(kind: Kind) -> bytes | None:
    """The office's own template that is in force; None where it uses ours.

    Errors: FileNotFoundError, ValueError where the store no longer has it as it was.
    """
    newest = PaperTemplate.objects.filter(kind=kind.key).order_by("-pk").first()
    return store.fetch(newest.sha256) if newest is not None and newest.sha256 else None
